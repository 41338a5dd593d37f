//! Delivery: one mail after the other, each leased while it is being sent, tried again with growing pauses.

use serde_json::{Value as Json, json};
use talang_catalogue::{Fault, Kind, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Action, Change, Error, Result, Scope};
use talang_store::{Cell, P, Place};

use crate::letter::Letter;
use crate::post::{Post, Refusal};
use crate::{KEPT, PATIENCE, put};

/// The job that delivers what is due.
pub(crate) const DELIVER: &str = "mail.deliver";
/// The job that brings a mail from another kind of data into the outbox.
pub(crate) const HAND_OVER: &str = "mail.hand-over";

/// The job that removes what is left of old mails, every night.
pub(crate) const PURGE: &str = "mail.purge";
/// Mails removed in one transaction.
const PIECE: i64 = 500;

/// How long one mail may take before another worker may take it: the mail server's patience and more.
const LEASE: i64 = 5 * 60_000_000;
const MINUTE: i64 = 60_000_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The pause after that many failed attempts: 1, 2, 4 … minutes, an hour at most.
fn pause(attempts: i64) -> i64 {
    (1i64 << (attempts - 1).clamp(0, 6)).min(60) * MINUTE
}

/// Sees to it that a delivery runs at `at` or before, within this transaction.
pub(crate) fn call(change: &mut Change<'_>, at: i64) -> Result<()> {
    let waiting = change.system().query_one(
        "SELECT 1 FROM shared.job_queue WHERE task = ? AND state = 'ready' AND run_at <= ?",
        &[P::Text(DELIVER), P::Int(at)],
    )?;
    if waiting.is_none() {
        change.enqueue(DELIVER, &Json::Null, at, None)?;
    }
    Ok(())
}

/// Removes what is left of mails that were sent or given up longer ago than the operator keeps them.
pub(crate) fn purge(run: &mut JobRun<'_>) -> Result<Json> {
    let installation = run.scope.installation().clone();
    let Some(post) = installation.provided::<Post>() else { return Err(Fault::new("mail.none").into()) };
    let before = installation.clock().now() - i64::from(post.options().keep_days) * DAY;
    let mut removed = 0;
    while !run.stopping() {
        let piece = run.scope.change(Kind::Shared, |c| {
            let rows = c.system().query(
                "SELECT m.id FROM shared.mail_message m WHERE m.queued_at < ? AND m.state <> 'queued'
                 AND NOT EXISTS (SELECT 1 FROM shared.mail_queue q WHERE q.message = m.id) ORDER BY m.id LIMIT ?",
                &[P::Int(before), P::Int(PIECE)],
            )?;
            let object = c.object("MailMessage")?;
            // The journal keeps that there was a mail, and not to whom (G8).
            let ids: Vec<i64> = rows.iter().filter_map(|r| r.first()).map(Cell::int).collect();
            c.as_program(|c| c.erase(&object, &ids, talang_engine::Stays::Nothing).map(drop))?;
            Ok(i64::try_from(rows.len()).unwrap_or(PIECE))
        })?;
        removed += piece;
        run.progress(&json!({ "removed": removed }))?;
        if piece < PIECE {
            break;
        }
    }
    Ok(json!({ "removed": removed }))
}

/// Brings a mail into the outbox, once.
pub(crate) fn hand_over(run: &mut JobRun<'_>) -> Result<Json> {
    let payload = run.job.payload.clone();
    let (Some(code), Ok(letter)) =
        (payload["code"].as_str(), serde_json::from_value::<Letter>(payload["letter"].clone()))
    else {
        // Taken up again after it had been handed over.
        return Ok(Json::Null);
    };
    run.scope.change(Kind::Shared, |c| match c.resolve("MailMessage", code)? {
        Some(_) => Ok(()),
        None => put(c, code, &letter),
    })?;
    run.forget()?;
    Ok(Json::Null)
}

/// A mail that is being sent.
struct Taken {
    message: i64,
    code: String,
    attempts: i64,
    queued_at: i64,
    letter: String,
}

/// Sends what is due.
pub(crate) fn deliver(run: &mut JobRun<'_>) -> Result<Json> {
    let installation = run.scope.installation().clone();
    let Some(post) = installation.provided::<Post>() else { return Err(Fault::new("mail.none").into()) };
    let (mut sent, mut refused) = (0, 0);
    forget_old(&run.scope)?;
    while !run.stopping() {
        let Some(mail) = take(&run.scope)? else { break };
        run.progress(&json!({ "sent": sent, "refused": refused }))?;
        run.hold(LEASE)?;
        let now = installation.clock().now();
        let letter = read(&run.scope, mail.message, &mail.letter);
        let until = letter.as_ref().and_then(|l| l.expires).unwrap_or(mail.queued_at + PATIENCE);
        let outcome = match &letter {
            Some(_) if now >= until => Err(Refusal { code: "mail.expired", ..LOST }),
            Some(letter) => {
                let tenant = run.scope.tenant();
                match letter.written(&installation, tenant, &post) {
                    Ok(written) => match letter.message(&written, &post, &mail.code, now) {
                        Ok(message) => post.send(tenant, &message, &written, &letter.to, &mail.code, now),
                        Err(_) => Err(Refusal { code: "mail.address", ..LOST }),
                    },
                    Err(_) => Err(LOST),
                }
            }
            None => Err(LOST),
        };
        match outcome {
            Ok(()) => sent += 1,
            Err(_) => refused += 1,
        }
        note(&run.scope, &mail, outcome, until)?;
        if outcome.is_err_and(|r| r.everything) {
            // The others wait as well, without knocking for each.
            postpone(&run.scope, mail.attempts + 1)?;
            break;
        }
    }
    if !run.stopping() {
        call_for_the_rest(&run.scope)?;
    }
    Ok(json!({ "sent": sent, "refused": refused }))
}

const LOST: Refusal = Refusal { code: "internal", reply: None, forever: true, everything: false };

/// What a waiting mail says, unless it was changed from outside.
fn read(scope: &Scope, message: i64, sealed: &str) -> Option<Letter> {
    let text = scope.tenant().db().vault().open(Place::Letter, message, sealed).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Leases the next mail.
fn take(scope: &Scope) -> Result<Option<Taken>> {
    let now = scope.installation().clock().now();
    scope.tenant().db().write(|conn| {
        let row = conn.query_one(
            "SELECT message, code, attempts, queued_at, letter FROM shared.mail_queue
             WHERE due_at <= ? AND (lease_until IS NULL OR lease_until <= ?) ORDER BY due_at, message LIMIT 1",
            &[P::Int(now), P::Int(now)],
        )?;
        let Some([message, code, attempts, queued_at, letter]) = row.as_deref() else { return Ok(None) };
        conn.exec(
            "UPDATE shared.mail_queue SET lease_until = ? WHERE message = ?",
            &[P::Int(now + LEASE), P::Int(message.int())],
        )?;
        Ok::<_, Error>(Some(Taken {
            message: message.int(),
            code: code.text().to_string(),
            attempts: attempts.int(),
            queued_at: queued_at.int(),
            letter: letter.text().to_string(),
        }))
    })
}

/// Writes down what became of a mail; what it said goes as soon as it has left.
fn note(scope: &Scope, mail: &Taken, outcome: std::result::Result<(), Refusal>, until: i64) -> Result<()> {
    let now = scope.installation().clock().now();
    let attempts = mail.attempts + 1;
    let text = |t: &str| Value::Text(t.to_string());
    scope.change(Kind::Shared, |c| {
        let mut values = vec![("attempts", Value::Int(attempts)), ("next_at", Value::Null)];
        match outcome {
            Ok(()) => {
                values.extend([
                    ("state", text("sent")),
                    ("sent_at", Value::Int(now)),
                    ("error", Value::Null),
                    ("reply", Value::Null),
                ]);
                c.system()
                    .exec("DELETE FROM shared.mail_queue WHERE message = ?", &[P::Int(mail.message)])?;
            }
            Err(refusal) => {
                let next = now + pause(attempts);
                let over = refusal.forever || next >= until;
                values.push(("error", text(refusal.code)));
                values.push(("reply", refusal.reply.map_or(Value::Null, |r| Value::Int(r.into()))));
                if over {
                    values.push(("state", text("failed")));
                    // What it said is deleted then.
                    c.enqueue(DELIVER, &Json::Null, until + KEPT, None)?;
                } else {
                    values.push(("next_at", Value::Int(next)));
                }
                c.system().exec(
                    "UPDATE shared.mail_queue SET due_at = ?, attempts = ?, keep_until = ?, lease_until = NULL WHERE message = ?",
                    &[
                        if over { P::Null } else { P::Int(next) },
                        P::Int(attempts),
                        P::Int(until + KEPT),
                        P::Int(mail.message),
                    ],
                )?;
            }
        }
        c.update("MailMessage", mail.message, values).map(|_| ())
    })
}

/// The mail server cannot be reached: everything that is due waits for the pause.
fn postpone(scope: &Scope, attempts: i64) -> Result<()> {
    let now = scope.installation().clock().now();
    scope.tenant().db().write(|conn| {
        conn.exec(
            "UPDATE shared.mail_queue SET due_at = ? WHERE due_at <= ? AND lease_until IS NULL",
            &[P::Int(now + pause(attempts)), P::Int(now)],
        )?;
        Ok(())
    })
}

/// Mails that wait for their time, or that a worker took who may be lost, get their next delivery.
fn call_for_the_rest(scope: &Scope) -> Result<()> {
    scope.change(Kind::Shared, |c| {
        let row = c.system().query_one(
            "SELECT MIN(CASE WHEN lease_until > due_at THEN lease_until ELSE due_at END) FROM shared.mail_queue
             WHERE due_at IS NOT NULL",
            &[],
        )?;
        match row.and_then(|r| r.first().and_then(Cell::opt_int)) {
            Some(at) => call(c, at),
            None => Ok(()),
        }
    })
}

/// What mails said that were given up long ago is deleted.
fn forget_old(scope: &Scope) -> Result<()> {
    let now = scope.installation().clock().now();
    scope.tenant().db().write(|conn| {
        conn.exec("DELETE FROM shared.mail_queue WHERE due_at IS NULL AND keep_until <= ?", &[P::Int(now)])?;
        Ok(())
    })
}

/// Tries a mail again now that waits or was given up, for those who may change accounts.
///
/// # Errors
/// `record.not_found`; `mail.gone` when what it said is no longer there.
pub fn retry(scope: &Scope, message: i64) -> Result<()> {
    let now = scope.installation().clock().now();
    scope.change(Kind::Shared, |c| {
        let object = c.object("MailMessage")?;
        c.get(&object, message)?;
        let users = c.object("User")?;
        if !c.rights().may(&users, Action::Update) {
            return Err(Fault::new("right.missing").with("action", "update").with("object", "User").into());
        }
        let row = c.system().query_one(
            "SELECT letter FROM shared.mail_queue WHERE message = ? AND lease_until IS NULL",
            &[P::Int(message)],
        )?;
        let letter = row.and_then(|r| r.first().and_then(|sealed| read(scope, message, sealed.text())));
        if !letter.is_some_and(|l| l.expires.is_none_or(|at| now < at)) {
            return Err(Fault::new("mail.gone").into());
        }
        // Its time begins anew, or an old mail would be given up at once.
        c.system().exec(
            "UPDATE shared.mail_queue SET due_at = ?, queued_at = ?, attempts = 0 WHERE message = ?",
            &[P::Int(now), P::Int(now), P::Int(message)],
        )?;
        c.as_program(|c| {
            c.update(
                "MailMessage",
                message,
                vec![
                    ("state", Value::Text("queued".to_string())),
                    ("attempts", Value::Int(0)),
                    ("queued_at", Value::Int(now)),
                    ("next_at", Value::Int(now)),
                ],
            )?;
            call(c, now)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{MINUTE, pause};

    #[test]
    fn pauses_grow_to_an_hour() {
        let minutes = |n| pause(n) / MINUTE;
        assert_eq!([1, 2, 3, 6, 7, 8, 50].map(minutes), [1, 2, 4, 32, 60, 60, 60]);
    }
}
