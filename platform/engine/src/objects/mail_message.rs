//! The outbox as administrators see it: which mails were sent to whom, and what became of them (I12). What a mail says
//! is not kept here: it may hold a link that opens an account.

use talang_catalogue::value::Chosen;
use talang_catalogue::{AnyRef, Code, Email, Line};
use talang_derive::{Choice, Object};

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum MailState {
    /// Waits for its turn, or for the mail server.
    #[choice("queued")]
    Queued,
    /// The mail server has taken it.
    #[choice("sent")]
    Sent,
    /// It was given up.
    #[choice("failed")]
    Failed,
}

/// An e-mail that the program sent or is about to send.
#[derive(Object)]
#[object(id = 220, module = "access", kind = shared, key(code), subject = employee, title(title), internal)]
pub struct MailMessage {
    /// Permanent number; begins the Message-ID by which mail servers know it.
    #[field(id = 1, privacy = none)]
    pub code: Code,
    /// Employee to whom it was sent, where it is known.
    #[field(id = 2, target = "Employee", privacy = work)]
    pub employee: Option<AnyRef>,
    /// Address to which it goes.
    #[field(id = 3, search, privacy = contact)]
    pub recipient: Email,
    /// Which message it is, such as account-activation.
    #[field(id = 4, privacy = work)]
    pub template: Code,
    /// Subject line.
    #[field(id = 5, search, privacy = work)]
    pub title: Line,
    /// What became of it.
    #[field(id = 6, privacy = work, default = "queued")]
    pub state: Chosen<MailState>,
    /// How often sending it was tried.
    #[field(id = 7, privacy = work, default = "0")]
    pub attempts: i64,
    /// Why the last try failed.
    #[field(id = 8, privacy = work)]
    pub error: Option<Code>,
    /// What the mail server answered to the last try: the three figures of its reply.
    #[field(id = 9, privacy = work)]
    pub reply: Option<i64>,
    /// When it was written.
    #[field(id = 10, privacy = work)]
    pub queued_at: jiff::Timestamp,
    /// When the mail server took it.
    #[field(id = 11, privacy = work)]
    pub sent_at: Option<jiff::Timestamp>,
    /// When it is tried again.
    #[field(id = 12, privacy = work)]
    pub next_at: Option<jiff::Timestamp>,
}
