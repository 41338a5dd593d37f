//! Job alerts: see [`JobAlert`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, CultureCode, Email, Item, Line, Ref, value::Chosen};
use talang_core_hr::objects::jobs::JobFamily;
use talang_derive::{Choice, Object};

use super::super::candidates::Candidate;
use super::FrontOffice;

/// Wish of somebody to hear of new vacancies by e-mail.
#[derive(Object)]
#[object(id = 362, module = "careers", kind = candidates, key(email, number), title(email, number), hidden, privacy = contact)]
pub struct JobAlert {
    /// Address to which messages go.
    #[field(id = 1, search)]
    pub email: Email,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{6}", privacy = work)]
    pub number: Code,
    /// The career site on which it was asked for.
    #[field(id = 3, privacy = work)]
    pub front_office: Option<Ref<FrontOffice>>,
    /// The candidate, where the person has an account.
    #[field(id = 4, privacy = identity)]
    pub candidate: Option<Ref<Candidate>>,
    /// Language of messages, and formats of dates and numbers.
    #[field(id = 5, privacy = identity)]
    pub culture: Option<CultureCode>,
    /// Words that must be in the vacancy.
    #[field(id = 6, max = 200, privacy = work)]
    pub words: Option<Line>,
    /// Only vacancies of this job family; empty: of all.
    #[field(id = 7, privacy = work)]
    pub family: Option<Ref<JobFamily>>,
    /// Permanent, fixed-term, apprenticeship and so on.
    #[field(id = 8, list = "contract-type", privacy = work)]
    pub contract_type: Option<Item>,
    /// Country of the work.
    #[field(id = 9, privacy = work)]
    pub country: Option<CountryCode>,
    /// How often a message is sent at most.
    #[field(id = 10, default = "weekly", privacy = work)]
    pub frequency: Chosen<AlertFrequency>,
    /// Moment at which the person confirmed the address.
    #[field(id = 11, privacy = work)]
    pub confirmed_at: Option<Timestamp>,
    /// Moment of the last message.
    #[field(id = 12, read_only, privacy = work)]
    pub last_sent_at: Option<Timestamp>,
    /// Last day on which messages are sent; empty: until further notice.
    #[field(id = 13, privacy = work)]
    pub ends_on: Option<Date>,
}

/// How often a job alert is sent at most.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum AlertFrequency {
    /// Every day.
    #[choice("daily")]
    Daily,
    /// Every week.
    #[choice("weekly")]
    Weekly,
}
