//! Postings: see [`VacancyPosting`].

use jiff::civil::Date;
use talang_catalogue::{Code, Item, Line, Money, Ref, Url, value::Chosen};
use talang_derive::{Choice, Object};

use super::Vacancy;

/// Time for which a vacancy stands on a channel, such as the career site or a job board.
#[derive(Object)]
#[object(id = 307, module = "vacancies", kind = candidates, key(vacancy, channel, start), title(vacancy, channel), within = vacancy, dated, privacy = none)]
pub struct VacancyPosting {
    /// The vacancy that it belongs to.
    #[field(id = 1)]
    pub vacancy: Ref<Vacancy>,
    /// Where candidates read it.
    #[field(id = 2, list = "posting-channel")]
    pub channel: Item,
    /// First day on which this applies.
    #[field(id = 3)]
    pub start: Date,
    /// Last day on which this applies; empty: until further notice.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// Whether it is there to be read.
    #[field(id = 5, default = "planned")]
    pub state: Chosen<PostingState>,
    /// Page where candidates read it.
    #[field(id = 6)]
    pub url: Option<Url>,
    /// Number that the channel gave it.
    #[field(id = 7)]
    pub reference: Option<Code>,
    /// What the channel charges for it.
    #[field(id = 8, privacy = financial)]
    pub cost: Option<Money>,
    /// Free remark.
    #[field(id = 9, max = 400)]
    pub comment: Option<Line>,
}

/// Whether a posting is there to be read.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum PostingState {
    /// Planned.
    #[choice("planned")]
    Planned,
    /// Online.
    #[choice("online")]
    Online,
    /// Ended.
    #[choice("ended")]
    Ended,
    /// Failed.
    #[choice("failed")]
    Failed,
}
