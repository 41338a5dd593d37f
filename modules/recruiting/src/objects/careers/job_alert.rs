//! Job alerts: see [`JobAlert`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::{Code, CultureCode, Email, Line, Long, Ref, value::Chosen};
use talang_derive::{Choice, Object};

use super::FrontOffice;

/// Wish of somebody to hear of new vacancies by e-mail.
#[derive(Object)]
#[object(id = 362, module = "careers", kind = candidates, key(email, number), title(email, number), tombstones(4, 6, 7, 8, 9), privacy = contact)]
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
    /// Language of messages, and formats of dates and numbers.
    #[field(id = 5, privacy = identity)]
    pub culture: Option<CultureCode>,
    /// What is looked for, as the address of the site's list says it; empty: every vacancy.
    #[field(id = 14, max = 2000, privacy = work)]
    pub criteria: Option<Line>,
    /// How often a message is sent at most.
    #[field(id = 10, default = "weekly", privacy = work)]
    pub frequency: Chosen<AlertFrequency>,
    /// Moment at which it was asked for.
    #[field(id = 15, read_only, privacy = work)]
    pub asked_at: Option<Timestamp>,
    /// Moment at which the person confirmed the address.
    #[field(id = 11, read_only, privacy = work)]
    pub confirmed_at: Option<Timestamp>,
    /// Moment of the last message.
    #[field(id = 12, read_only, privacy = work)]
    pub last_sent_at: Option<Timestamp>,
    /// Last day on which messages are sent; empty: until further notice.
    #[field(id = 13, privacy = work)]
    pub ends_on: Option<Date>,
    /// What the person read about the use of the address.
    #[field(id = 16, max = 20000, read_only, privacy = work)]
    pub notice: Option<Long>,
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
