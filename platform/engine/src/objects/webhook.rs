//! Webhooks (I10): which systems are told what. What follows from them is `talang_webhook`'s.

use talang_catalogue::{Code, Email, Line, Long, Ref, Url};
use talang_derive::Object;

use super::access::{ApiClient, User};

/// Another system that is told what happens to records, by signed messages to its address.
#[derive(Object)]
#[object(id = 240, module = "access", kind = shared, connection, key(code), technical, power, privacy = none, title(label))]
pub struct WebhookSubscription {
    /// Permanent short name.
    #[field(id = 1, search)]
    pub code: Code,
    /// Which system is told, and what for.
    #[field(id = 2, search)]
    pub label: Line,
    /// Where messages go; https, and an address of the Internet unless the provider allows others.
    #[field(id = 3)]
    pub address: Url,
    /// Events that are told, separated by spaces: employees.created, employees.changed, employees.removed, employees.* for all of them, * for everything that the account may read.
    #[field(id = 4)]
    pub events: Long,
    /// Account on whose rights messages are read: they tell what it may read, and nothing else.
    #[field(id = 5)]
    pub user: Ref<User>,
    /// Messages leave only while active; what happens in the meantime is told afterwards.
    #[field(id = 6, default = "true")]
    pub active: bool,
    /// Address that is told when messages cannot be delivered.
    #[field(id = 7)]
    pub alerts: Option<Email>,
    /// Name by which a program brought along from another suite knows the event: messages then have that suite's form.
    #[field(id = 8, fixed)]
    pub told_as: Option<Code>,
    /// Application that registered it, with whose key messages in another suite's form are signed.
    #[field(id = 9, fixed)]
    pub client: Option<Ref<ApiClient>>,
    /// Messages are collected for so many minutes and leave together; empty for those that leave at once.
    #[field(id = 10, min = 1, max = 1440)]
    pub collected: Option<i64>,
    /// Address that is asked once, when it is registered, whether the receiver is there.
    #[field(id = 11)]
    pub ping: Option<Url>,
}
