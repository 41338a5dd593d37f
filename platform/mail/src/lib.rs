//! Mails (I12, O2): a durable outbox in the tenant's own data, templates in seven languages, and the ways out.
//!
//! [`enqueue`] writes a mail with the transaction that causes it: both are there or neither. A job delivers it, tries
//! again with growing pauses, and gives up in the end. What is left of a mail is a `MailMessage`: to whom, which one,
//! what became of it. What it says, which may hold a link that opens an account, goes when it has been sent.
//!
//! A mail is a template: the Fluent messages `mail-<template>-subject`, `mail-<template>-body` (blank lines part
//! paragraphs) and, where it has a link, `mail-<template>-button`, in the reader's language.

mod letter;
mod outbox;
mod post;

use base64::Engine;
use serde::{Deserialize, Serialize};
use serde_json::json;
use talang_catalogue::{Culture, Fault, Kind, Value};
use talang_engine::{Change, Error, Installation, Module, Result, Task};
use talang_store::{Cell, P, Place};

pub use outbox::retry;
pub use post::{Caught, Options, Post, Secret, Security, Transport};

use crate::letter::Letter;

/// A mail that nobody wants any more after this time is given up: four days, as RFC 5321 section 4.5.4.1 has it.
const PATIENCE: i64 = 4 * 86_400_000_000;
/// What a mail that was given up said is kept so long, so that it can be sent again by hand: a week.
const KEPT: i64 = 7 * 86_400_000_000;

/// A mail to one person.
#[derive(Clone, Debug)]
pub struct Mail<'a> {
    /// Address.
    pub to: &'a str,
    /// Row number of the employee who gets it, where it is known: decides who sees it in the outbox.
    pub employee: Option<i64>,
    /// Language and formats of the reader.
    pub culture: &'static Culture,
    /// Begins the names of its messages: `mail-<template>-subject` and `-body`.
    pub template: &'static str,
    /// Arguments of those messages, as texts. `tenant` is always there.
    pub arguments: Vec<(&'a str, String)>,
    /// Address on the tenant's own host, beginning with `/`, to which the button leads. It may hold a secret.
    pub link: Option<String>,
    /// When the mail is of no more use (its link has expired), in microseconds since 1970.
    pub expires: Option<i64>,
}

/// What goes with a mail besides what its template says.
#[derive(Clone, Debug, Default)]
pub struct Enclosed {
    /// Somebody's own words, below those of the template; blank lines part paragraphs.
    pub words: String,
    /// An appointment, for the reader's calendar.
    pub calendar: Option<Appointment>,
    /// Files among the tenant's attachments.
    pub files: Vec<Attached>,
    /// A host name of the tenant's on which the links lie; that of the back office where it is not given.
    pub host: Option<String>,
    /// What the mail lists, below its words.
    pub entries: Vec<Entry>,
    /// Address on the same host, beginning with `/`, by which mail programs end such mails with one click (RFC 2369, RFC 8058): a POST
    /// to it asks nothing more.
    pub stop: Option<String>,
}

/// Something that a mail lists, and where more of it is read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// What it is called.
    pub title: String,
    /// What is told of it; empty for nothing.
    pub text: String,
    /// Address on the mail's host, beginning with `/`.
    pub link: String,
}

/// A file that goes with a mail. Its content stays where it is until the mail leaves.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Attached {
    /// Under which name attachments keep it (SHA-256 of its content).
    pub hash: String,
    /// What the reader reads as its name.
    pub name: String,
    /// Media type.
    pub kind: String,
}

/// An appointment as an iCalendar object (RFC 5545), sent as RFC 6047 says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Appointment {
    /// What the reader is to do with it: `REQUEST`, `CANCEL`.
    pub method: String,
    /// The object.
    pub text: String,
}

/// Messages and tasks of mails.
pub fn module() -> Module {
    Module {
        tasks: vec![
            Task { code: outbox::DELIVER, run: outbox::deliver },
            Task { code: outbox::HAND_OVER, run: outbox::hand_over },
            Task { code: outbox::PURGE, run: outbox::purge },
        ],
        messages: talang_engine::messages_of!("../messages"),
        ..Module::default()
    }
}

/// Whether mails can leave this installation at all.
pub fn available(installation: &Installation) -> bool {
    installation.provided::<Post>().is_some_and(|post| post.leaves())
}

/// Puts a mail into the outbox with this transaction; the number (`MailMessage.code`) that it has there.
///
/// In a transaction of another kind of data than `shared` the mail is handed over by a job of that kind.
///
/// # Errors
/// `mail.address`: the address is none. `mail.none`: this installation sends no mails. `internal`: there is no such
/// template.
pub fn enqueue(change: &mut Change<'_>, mail: &Mail<'_>) -> Result<String> {
    enqueue_with(change, mail, Enclosed::default())
}

/// The same with something enclosed.
///
/// # Errors
/// Those of [`enqueue`].
pub fn enqueue_with(change: &mut Change<'_>, mail: &Mail<'_>, enclosed: Enclosed) -> Result<String> {
    let scope = change.scope();
    let installation = scope.installation().clone();
    if !available(&installation) {
        return Err(Fault::new("mail.none").into());
    }
    letter::address(mail.to)?;
    let letter = Letter::write(scope.tenant(), &installation, mail, enclosed)?;
    let code = code()?;
    if change.kind() == Kind::Shared {
        put(change, &code, &letter)?;
    } else {
        let payload = json!({ "code": code, "letter": letter });
        let now = installation.clock().now();
        change.as_program(|c| c.enqueue(outbox::HAND_OVER, &payload, now, None))?;
    }
    Ok(code)
}

/// Whether mails can go to that address at all.
///
/// # Errors
/// `mail.address`.
pub fn check_address(text: &str) -> Result<()> {
    letter::address(text).map(drop)
}

/// Sends what waits, mails that are to be tried again later included; how many wait. Those that were given up stay so.
///
/// # Errors
/// `mail.none`, `storage.failed`.
pub fn send_waiting(change: &mut Change<'_>) -> Result<i64> {
    let installation = change.scope().installation().clone();
    if !available(&installation) {
        return Err(Fault::new("mail.none").into());
    }
    let now = installation.clock().now();
    let free = "due_at IS NOT NULL AND (lease_until IS NULL OR lease_until <= ?)";
    let sql = format!("UPDATE shared.mail_queue SET due_at = ? WHERE due_at > ? AND {free}");
    change.system().exec(&sql, &[P::Int(now), P::Int(now), P::Int(now)])?;
    let row =
        change.system().query_one("SELECT COUNT(*) FROM shared.mail_queue WHERE due_at IS NOT NULL", &[])?;
    let waiting = row.and_then(|r| r.first().map(Cell::int)).unwrap_or_default();
    if waiting > 0 {
        change.as_program(|c| outbox::call(c, now))?;
    }
    Ok(waiting)
}

/// Somebody who is erased, as mails may speak of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Addresses that they have or had.
    pub addresses: Vec<String>,
    /// Names under which they were known, as subjects of mails to others may say them.
    pub names: Vec<String>,
    /// What those subjects say from now on.
    pub nobody: String,
}

/// Erases what is left of the mails that went to somebody before `before`, and those that still wait, within a change of
/// `shared` (G8); subjects of mails to others name them no more. How many were erased.
///
/// # Errors
/// Those of the store.
pub fn forget(change: &mut Change<'_>, who: &Erased, before: i64) -> Result<usize> {
    let mut ids = Vec::new();
    for address in who.addresses.iter().filter(|a| !a.is_empty()) {
        let rows = change.system().query(
            "SELECT id FROM shared.mail_message WHERE LOWER(recipient) = ? AND queued_at < ?",
            &[P::Owned(address.to_lowercase()), P::Int(before)],
        )?;
        ids.extend(rows.iter().filter_map(|r| r.first()).map(Cell::int));
    }
    for id in &ids {
        change.system().exec("DELETE FROM shared.mail_queue WHERE message = ?", &[P::Int(*id)])?;
    }
    let object = change.object("MailMessage")?;
    change.as_program(|c| c.erase(&object, &ids, talang_engine::Stays::Nothing).map(drop))?;
    let others: Vec<&str> = object.fields.iter().map(|f| &*f.name).filter(|name| *name != "title").collect();
    for name in who.names.iter().filter(|n| !n.trim().is_empty()) {
        let rows = change.system().query(
            "SELECT id, title FROM shared.mail_message WHERE title LIKE ? ESCAPE '!' AND queued_at < ?",
            &[P::Owned(format!("%{}%", like(name))), P::Int(before)],
        )?;
        for row in &rows {
            let [id, title] = row.as_slice() else { continue };
            let Some(title) = without(title.text(), name, &who.nobody) else { continue };
            let stays = talang_engine::Stays::Fields(&others, &[("title", title.into())]);
            change.as_program(|c| c.erase(&object, &[id.int()], stays).map(drop))?;
        }
    }
    Ok(ids.len())
}

/// A subject in which somebody's name stands no more; nothing where it did not: `Ann Lee` is not in `Ann Leeds`.
fn without(title: &str, name: &str, nobody: &str) -> Option<String> {
    let joined = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (mut out, mut from) = (String::new(), 0);
    for (at, _) in title.match_indices(name) {
        let (before, after) = (title.get(..at)?, title.get(at + name.len()..)?);
        if !joined(before.chars().next_back()) && !joined(after.chars().next()) {
            out.push_str(title.get(from..at)?);
            out.push_str(nobody);
            from = at + name.len();
        }
    }
    out.push_str(title.get(from..)?);
    (from > 0).then_some(out)
}

/// A text as `LIKE` takes it literally, with `!` before its own signs.
fn like(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

/// Writes the message, what it says, and the job that delivers it.
fn put(change: &mut Change<'_>, code: &str, letter: &Letter) -> Result<()> {
    let installation = change.scope().installation().clone();
    let now = installation.clock().now();
    let title = letter.title(&installation);
    let until = letter.expires.unwrap_or(now + PATIENCE) + KEPT;
    change.as_program(|c| {
        let saved = c.create(
            "MailMessage",
            vec![
                ("code", Value::Text(code.to_string())),
                ("employee", letter.employee.map_or(Value::Null, Value::Int)),
                ("recipient", Value::Text(letter.to.clone())),
                ("template", Value::Text(letter.template.clone())),
                ("title", Value::Text(title)),
                ("queued_at", Value::Int(now)),
                ("next_at", Value::Int(now)),
            ],
        )?;
        let text = serde_json::to_string(letter).map_err(|_| Error::from(Fault::new("internal")))?;
        // It may hold a link that opens an account.
        let tenant = c.scope().tenant().clone();
        let text = tenant.db().vault().seal(Place::Letter, saved.id, text.as_bytes())?;
        c.system().exec(
            "INSERT INTO shared.mail_queue (message, code, letter, queued_at, due_at, keep_until) VALUES (?, ?, ?, ?, ?, ?)",
            &[P::Int(saved.id), P::Text(code), P::Owned(text), P::Int(now), P::Int(now), P::Int(until)],
        )?;
        outbox::call(c, now)?;
        // Where no mail was ever written there is nothing to remove.
        c.nightly(outbox::PURGE)
    })
}

/// 128 random bits as a short text.
fn code() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Error::from(Fault::new("internal")))?;
    Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes).replace(['-', '_'], "x"))
}

#[cfg(test)]
mod tests {
    use super::without;

    // G8: a name goes, and whoever's name only begins or ends alike keeps theirs.
    #[test]
    fn a_subject_loses_a_name_and_nobody_elses() {
        let lost = |title| without(title, "Ann Lee", "Nobody");
        assert_eq!(lost("Ann Lee, and Ann Lee").as_deref(), Some("Nobody, and Nobody"));
        assert_eq!(lost("Offer to Ann Lee").as_deref(), Some("Offer to Nobody"));
        assert_eq!(lost("Ann Leeds and Joann Lee"), None);
        assert_eq!(lost("Ann Leeds: Ann Lee").as_deref(), Some("Ann Leeds: Nobody"));
    }
}
