//! Exit interview: see [`ExitInterview`].

use jiff::civil::Date;
use talang_catalogue::{Item, Line, Long, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// Conversation with someone who leaves, and what was learned.
#[derive(Object)]
#[object(id = 144, module = "people", kind = employees, key(employee, date), subject = employee, extensible, privacy = private, title(employee, date))]
pub struct ExitInterview {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Day of the conversation.
    #[field(id = 2)]
    pub date: Date,
    /// Who led the conversation.
    #[field(id = 3)]
    pub interviewer: Option<Ref<Employee>>,
    /// In person, by video, by telephone or in writing.
    #[field(id = 4, list = "exit-interview-setting")]
    pub setting: Option<Item>,
    /// Main reason the person gives.
    #[field(id = 5, list = "exit-reason")]
    pub exit_reason: Option<Item>,
    /// Further reasons, in the person's words.
    #[field(id = 6)]
    pub other_reasons: Option<Long>,
    /// If the person wishes to tell.
    #[field(id = 7, max = 120)]
    pub next_employer: Option<Line>,
    /// 1 very dissatisfied to 5 very satisfied.
    #[field(id = 8, min = 1, max = 5)]
    pub rating_overall: Option<i64>,
    /// 1 very dissatisfied to 5 very satisfied.
    #[field(id = 9, min = 1, max = 5)]
    pub rating_work: Option<i64>,
    /// 1 very dissatisfied to 5 very satisfied.
    #[field(id = 10, min = 1, max = 5)]
    pub rating_management: Option<i64>,
    /// 1 very dissatisfied to 5 very satisfied.
    #[field(id = 11, min = 1, max = 5)]
    pub rating_pay: Option<i64>,
    /// 1 very dissatisfied to 5 very satisfied.
    #[field(id = 12, min = 1, max = 5)]
    pub rating_development: Option<i64>,
    /// 1 very dissatisfied to 5 very satisfied.
    #[field(id = 13, min = 1, max = 5)]
    pub rating_balance: Option<i64>,
    /// 0 not at all to 10 certainly.
    #[field(id = 14, min = 0, max = 10)]
    pub recommendation: Option<i64>,
    /// The person can imagine working here again.
    #[field(id = 15)]
    pub would_return: Option<bool>,
    /// What the company should do better.
    #[field(id = 16)]
    pub suggestions: Option<Long>,
    /// Notes of the interviewer.
    #[field(id = 17)]
    pub comment: Option<Long>,
}
