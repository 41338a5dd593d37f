//! Sending: each delivery is leased while it is being sent, tried again with growing pauses, given up after three days.

use serde_json::{Value as Json, json};
use talang_catalogue::{Fault, Kind, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Error, Result, Scope};
use talang_mail::Mail;
use talang_outward::{Refusal, Request};
use talang_store::{Cell, P};

use crate::dialect::Unsigned;
use crate::lanes::{EACH, Outlet};
use crate::subscription::{Endpoint, OBJECT};
use crate::{Place, call, gather, message, secret};

/// The job that delivers what is due.
pub(crate) const TASK: &str = "webhook.deliver";

const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400 * SECOND;
/// How long a delivery may take before somebody else may take it: more than the time for an answer.
const LEASE: i64 = 20 * SECOND;
/// What cannot be delivered is given up so long after its first attempt.
const PATIENCE: i64 = 3 * DAY;
/// When what threads were given is looked at again, in case they are no more.
const GUARD: i64 = 20 * SECOND;
/// First pause; each is three times as long as the one before, a few hours at most.
const FIRST_PAUSE: i64 = 5 * SECOND;
const LONGEST_PAUSE: i64 = 6 * 3_600 * SECOND;
/// Deliveries of a subscription that are taken and noted together, before the next one's turn: each costs two commits alone.
const TURN: usize = 50;
/// How long a turn begins more of them: what is begun last has its time and is noted before the lease ends.
const BEGINS: i64 = 6 * SECOND;

/// One attempt, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    /// When, in microseconds since 1970.
    pub at: i64,
    /// How long it took, in microseconds.
    pub took: i64,
    /// HTTP status of the answer, where one came.
    pub status: Option<i64>,
    /// Code of why it failed; empty where it did not.
    pub fault: String,
    /// How the answer began, of one that said no: what a receiver says of a message that it took may repeat it.
    pub answer: String,
}

impl Attempt {
    /// Why it failed, for people.
    pub fn fault(&self) -> Option<Fault> {
        fault_of(&self.fault, self.status)
    }

    fn failed(at: i64, fault: &'static str) -> Attempt {
        Attempt { at, fault: fault.to_string(), ..Attempt::default() }
    }
}

/// The fault of a code that was kept, with the status of the answer.
pub(crate) fn fault_of(code: &str, status: Option<i64>) -> Option<Fault> {
    let fault = Fault::new(talang_catalogue::fault::find(code)?.code);
    Some(if code == "webhook.status" { fault.with("status", status.unwrap_or_default()) } else { fault })
}

/// The pause after that many failed attempts: 5 seconds, 15, 45 … 6 hours at most. `jitter` from 0 to 255 makes it up to a fifth
/// shorter or longer, so that what failed together does not come back together.
fn pause(attempts: i64, jitter: u8) -> i64 {
    let power = u32::try_from((attempts - 1).clamp(0, 10)).unwrap_or_default();
    let plain = (FIRST_PAUSE * 3i64.pow(power)).min(LONGEST_PAUSE);
    plain - plain / 5 + plain * 2 / 5 * i64::from(jitter) / 255
}

/// Hands what is due to the threads that send, or sends it where there are none.
pub(crate) fn run(run: &mut JobRun<'_>) -> Result<Json> {
    let place = Place::of(&run.scope);
    let outlet = Outlet::of(&place.installation);
    let due = due(&place)?;
    for (subscription, count) in &due {
        if outlet.has_threads() {
            outlet.offer(place.tenant.id(), *subscription, *count);
            continue;
        }
        while !run.stopping() && lane(&place, &outlet, *subscription, &|| run.stopping())? {
            run.progress(&Json::Null)?;
        }
    }
    if !run.stopping() {
        call_for_the_rest(&place)?;
    }
    Ok(json!({ "subscriptions": due.len() }))
}

/// Subscriptions with deliveries that are due, the longest waiting first, and how many.
fn due(place: &Place) -> Result<Vec<(i64, usize)>> {
    let now = place.now();
    let sql = format!(
        "SELECT d.subscription, COUNT(*) FROM shared.webhook_delivery d
         WHERE d.due_at <= ? AND (d.lease_until IS NULL OR d.lease_until <= ?) AND {READY}
         GROUP BY d.subscription ORDER BY MIN(d.due_at)"
    );
    let rows =
        place.tenant.db().read(|conn| Ok::<_, Error>(conn.query(&sql, &[P::Int(now), P::Int(now)])?))?;
    let line = |row: &Vec<Cell>| match row.as_slice() {
        [subscription, count] => {
            Some((subscription.int(), usize::try_from(count.int()).unwrap_or(usize::MAX)))
        }
        _ => None,
    };
    Ok(rows.iter().filter_map(line).collect())
}

/// Whether the subscription of the delivery `d` is active and has a secret.
const READY: &str =
    "EXISTS (SELECT 1 FROM shared.webhook_cursor c WHERE c.subscription = d.subscription AND c.ready = 1)";

/// What waits for its time, or was taken by somebody who may be lost, gets its next delivery.
fn call_for_the_rest(place: &Place) -> Result<()> {
    let sql = format!(
        "SELECT MIN(CASE WHEN d.lease_until > d.due_at THEN d.lease_until ELSE d.due_at END)
         FROM shared.webhook_delivery d WHERE d.due_at IS NOT NULL AND {READY}"
    );
    let row = place.tenant.db().read(|conn| Ok::<_, Error>(conn.query_one(&sql, &[])?))?;
    let Some(at) = row.and_then(|r| r.first().and_then(Cell::opt_int)) else { return Ok(()) };
    let now = place.now();
    let at = if at <= now { now + GUARD } else { at };
    place.system().change(Kind::Shared, |c| call(c, TASK, at))
}

/// A delivery that is being sent.
struct Taken {
    id: i64,
    kind: Option<Kind>,
    seq: i64,
    object: i64,
    record: i64,
    message: String,
    attempts: i64,
    begun_at: Option<i64>,
    lease: i64,
}

/// What came of an attempt, and when the receiver wants to be asked again.
type Ended = (Attempt, Option<u64>);

/// Sends some of a subscription's deliveries, one after the other; whether more are due. They are leased together and noted
/// together: a program that ends in between sends them again under the same names, as the receiver expects. What was not
/// begun is given back.
pub(crate) fn lane(
    place: &Place,
    outlet: &Outlet,
    subscription: i64,
    stop: &dyn Fn() -> bool,
) -> Result<bool> {
    if stop() {
        return Ok(true);
    }
    let Some((taken, endpoint)) = take(place, subscription)? else {
        call_for_the_rest(place)?;
        return Ok(false);
    };
    let until = place.now() + BEGINS;
    let mut ended = Vec::with_capacity(taken.len());
    let mut broken = None;
    for one in &taken {
        let gone = |(attempt, _): &Ended| attempt.fault == "webhook.gone";
        if !ended.is_empty() && (stop() || place.now() > until) || ended.last().is_some_and(gone) {
            break;
        }
        match attempt(place, outlet, &endpoint, one) {
            Ok(end) => ended.push(end),
            Err(error) => {
                broken = Some(error);
                break;
            }
        }
    }
    note(place, &endpoint, &taken, &ended)?;
    broken.map_or(Ok(true), Err)
}

/// Leases the next deliveries: as many as are one thread's share of what is due, so that the others have theirs.
fn take(place: &Place, subscription: i64) -> Result<Option<(Vec<Taken>, Endpoint)>> {
    let now = place.now();
    let sql = format!(
        "SELECT d.id, d.kind, d.seq, d.object, d.record, d.message, d.attempts, d.begun_at
         FROM shared.webhook_delivery d WHERE d.subscription = ? AND d.due_at <= ?
         AND (d.lease_until IS NULL OR d.lease_until <= ?) AND {READY} ORDER BY d.due_at, d.id LIMIT {}",
        TURN * EACH
    );
    let read = |row: &Vec<Cell>| match row.as_slice() {
        [id, kind, seq, object, record, message, attempts, begun_at] => Some(Taken {
            id: id.int(),
            kind: Kind::ALL.into_iter().find(|k| k.name() == kind.text()),
            seq: seq.int(),
            object: object.int(),
            record: record.int(),
            message: message.text().to_string(),
            attempts: attempts.int(),
            begun_at: begun_at.opt_int(),
            lease: now + LEASE,
        }),
        _ => None,
    };
    place.tenant.db().write(|conn| {
        let rows = conn.query(&sql, &[P::Int(subscription), P::Int(now), P::Int(now)])?;
        if rows.is_empty() {
            return Ok(None);
        }
        let Some(endpoint) = Endpoint::find(conn, subscription)? else { return Ok(None) };
        let taken: Vec<Taken> = rows.iter().take(rows.len().div_ceil(EACH)).filter_map(read).collect();
        let condition = conn.dialect().any("id");
        conn.exec(
            &format!("UPDATE shared.webhook_delivery SET lease_until = ? WHERE {condition}"),
            &[P::Int(now + LEASE), P::Ints(taken.iter().map(|t| t.id).collect())],
        )?;
        Ok::<_, Error>(Some((taken, endpoint)))
    })
}

/// Reads the message as it is now and sends it.
fn attempt(place: &Place, outlet: &Outlet, endpoint: &Endpoint, taken: &Taken) -> Result<Ended> {
    let Some(kind) = taken.kind else {
        let request = Request { address: &endpoint.ping, headers: &[], body: None };
        return Ok(call_out(place, outlet, &request));
    };
    let body = match message::body(place, endpoint, kind, taken.seq) {
        Ok(body) => body,
        Err(Error::Faults(faults)) => {
            let code = faults.first().map_or("internal", |f| f.code);
            return Ok((Attempt::failed(place.now(), code), None));
        }
        Err(other) => return Err(other),
    };
    send(place, outlet, endpoint, &taken.message, &body)
}

/// Sends a body.
fn send(place: &Place, outlet: &Outlet, endpoint: &Endpoint, message: &str, body: &[u8]) -> Result<Ended> {
    let at = place.now();
    let keys = secret::keys(place, endpoint.id)?;
    let Some(first) = keys.first() else { return Ok((Attempt::failed(at, "webhook.secret"), None)) };
    let seconds = at.div_euclid(SECOND);
    if !endpoint.told_as.is_empty() {
        let Some(dialect) = place.dialect() else { return Ok((Attempt::failed(at, "internal"), None)) };
        let (address, client) = (endpoint.address.as_str(), endpoint.client.as_str());
        let signed = (dialect.signed)(&Unsigned { address, client, key: first, body, now: seconds })?;
        let headers: Vec<(&str, &str)> = signed.headers.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let request = Request { address: &signed.address, headers: &headers, body: Some(body) };
        return Ok(call_out(place, outlet, &request));
    }
    let (time, signature) = (seconds.to_string(), secret::signature(&keys, message, seconds, body)?);
    let headers = [
        ("content-type", "application/json"),
        ("webhook-id", message),
        ("webhook-timestamp", &time),
        ("webhook-signature", &signature),
    ];
    let request = Request { address: &endpoint.address, headers: &headers, body: Some(body) };
    Ok(call_out(place, outlet, &request))
}

/// Calls a receiver; what came of it.
fn call_out(place: &Place, outlet: &Outlet, request: &Request<'_>) -> Ended {
    let at = place.now();
    let called = outlet.caller().call(request);
    let mut attempt = Attempt { at, took: place.now() - at, ..Attempt::default() };
    let mut retry_after = None;
    match called {
        Ok(answer) => {
            attempt.status = Some(answer.status.into());
            let fault = match answer.status {
                200..=299 => "",
                410 => "webhook.gone",
                _ => "webhook.status",
            };
            attempt.fault = fault.to_string();
            attempt.answer = readable(&answer.body);
            retry_after = answer.retry_after;
        }
        Err(refusal) => {
            attempt.fault = match refusal {
                Refusal::Address => "webhook.address",
                Refusal::NotFound => "webhook.not_found",
                Refusal::NotSecure => "webhook.not_secure",
                Refusal::Late => "webhook.late",
                Refusal::Unreachable | Refusal::TooLong => "webhook.unreachable",
            }
            .to_string();
        }
    }
    (attempt, retry_after)
}

/// An answer as text that can be kept and shown.
fn readable(answer: &[u8]) -> String {
    let text = String::from_utf8_lossy(answer);
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Writes down what became of deliveries, and gives back those that were not begun.
fn note(place: &Place, endpoint: &Endpoint, taken: &[Taken], ended: &[Ended]) -> Result<()> {
    place.system().change(Kind::Shared, |c| {
        for (one, (attempt, retry_after)) in taken.iter().zip(ended) {
            note_one(c, endpoint, one, attempt, *retry_after)?;
        }
        for one in taken.iter().skip(ended.len()) {
            c.system().exec(
                "UPDATE shared.webhook_delivery SET lease_until = NULL WHERE id = ? AND lease_until = ?",
                &[P::Int(one.id), P::Int(one.lease)],
            )?;
        }
        Ok(())
    })
}

/// Writes down what became of a delivery, unless somebody else took it over meanwhile.
fn note_one(
    c: &mut Change<'_>,
    endpoint: &Endpoint,
    taken: &Taken,
    attempt: &Attempt,
    retry_after: Option<u64>,
) -> Result<()> {
    let mut jitter = [128];
    let _ = getrandom::fill(&mut jitter);
    let [jitter] = jitter;
    let now = c.scope().installation().clock().now();
    let attempts = taken.attempts + 1;
    let begun = taken.begun_at.unwrap_or(attempt.at);
    let mine = c.system().query_one(
        "SELECT 1 FROM shared.webhook_delivery WHERE id = ? AND lease_until = ?",
        &[P::Int(taken.id), P::Int(taken.lease)],
    )?;
    if mine.is_none() {
        return Ok(());
    }
    let good = attempt.fault.is_empty();
    let kept =
        Attempt { answer: if good { String::new() } else { attempt.answer.clone() }, ..attempt.clone() };
    keep(c, taken.id, &kept)?;
    let (state, due) = match attempt.fault.as_str() {
        "" => ("delivered", None),
        // Whether a receiver is there is asked once.
        _ if taken.kind.is_none() => ("given up", None),
        "webhook.withheld" => ("withheld", None),
        "webhook.gone" => ("waiting", Some(now)),
        _ if now >= begun + PATIENCE => ("given up", None),
        _ => {
            let wanted = i64::try_from(retry_after.unwrap_or_default()).unwrap_or(i64::MAX);
            let wanted = wanted.saturating_mul(SECOND).min(LONGEST_PAUSE);
            ("waiting", Some((now + pause(attempts, jitter).max(wanted)).min(begun + PATIENCE)))
        }
    };
    c.system().exec(
        "UPDATE shared.webhook_delivery SET state = ?, due_at = ?, lease_until = NULL, attempts = ?, begun_at = ?,
         ended_at = ?, status = ?, fault = ? WHERE id = ?",
        &[
            P::Text(state),
            due.map_or(P::Null, P::Int),
            P::Int(attempts),
            P::Int(begun),
            if due.is_some() { P::Null } else { P::Int(now) },
            attempt.status.map_or(P::Null, P::Int),
            P::Text(&attempt.fault),
            P::Int(taken.id),
        ],
    )?;
    if due.is_none() {
        release(c, endpoint.id, taken.object, taken.record, now)?;
    }
    match state {
        _ if taken.kind.is_none() => Ok(()),
        "given up" => alert(c, endpoint, attempt, "webhook-given-up", now),
        _ if attempt.fault == "webhook.gone" => {
            c.system().exec(
                "INSERT INTO shared.webhook_notice (subscription, gone_at) VALUES (?, ?)
                 ON CONFLICT (subscription) DO UPDATE SET gone_at = excluded.gone_at",
                &[P::Int(endpoint.id), P::Int(now)],
            )?;
            c.update(OBJECT, endpoint.id, vec![("active", Value::Int(0))])?;
            alert(c, endpoint, attempt, "webhook-gone", now)
        }
        _ => Ok(()),
    }
}

/// The next delivery of a record is due: the one before it is over.
fn release(c: &mut Change<'_>, subscription: i64, object: i64, record: i64, now: i64) -> Result<()> {
    let row = c.system().query_one(
        "SELECT id FROM shared.webhook_delivery
         WHERE subscription = ? AND object = ? AND record = ? AND state = 'waiting' ORDER BY seq LIMIT 1",
        &[P::Int(subscription), P::Int(object), P::Int(record)],
    )?;
    if let Some(next) = row.and_then(|r| r.first().and_then(Cell::opt_int)) {
        c.system().exec(
            "UPDATE shared.webhook_delivery SET due_at = ? WHERE id = ? AND due_at IS NULL",
            &[P::Int(now), P::Int(next)],
        )?;
    }
    Ok(())
}

fn keep(c: &mut Change<'_>, delivery: i64, attempt: &Attempt) -> Result<()> {
    c.system().exec(
        "INSERT INTO shared.webhook_attempt (delivery, at, took, status, fault, answer) VALUES (?, ?, ?, ?, ?, ?)",
        &[
            P::Int(delivery),
            P::Int(attempt.at),
            P::Int(attempt.took),
            attempt.status.map_or(P::Null, P::Int),
            P::Text(&attempt.fault),
            P::Text(&attempt.answer),
        ],
    )?;
    Ok(())
}

/// Tells by mail that a subscription needs somebody, once a day at most. What keeps a mail from leaving keeps no delivery from
/// ending: it is noted in the technical log.
fn alert(
    c: &mut Change<'_>,
    endpoint: &Endpoint,
    attempt: &Attempt,
    template: &'static str,
    now: i64,
) -> Result<()> {
    let installation = c.scope().installation().clone();
    if endpoint.alerts.is_empty() || !talang_mail::available(&installation) {
        return Ok(());
    }
    let told = c.system().query_one(
        "SELECT 1 FROM shared.webhook_notice WHERE subscription = ? AND told_at > ?",
        &[P::Int(endpoint.id), P::Int(now - DAY)],
    )?;
    if told.is_some() {
        return Ok(());
    }
    c.system().exec(
        "INSERT INTO shared.webhook_notice (subscription, told_at) VALUES (?, ?)
         ON CONFLICT (subscription) DO UPDATE SET told_at = excluded.told_at",
        &[P::Int(endpoint.id), P::Int(now)],
    )?;
    let culture = c.scope().tenant().culture();
    let messages = &installation.registry().messages;
    let why = attempt.fault().map(|f| messages.fault_text(culture.language, &f, "")).unwrap_or_default();
    let mail = Mail {
        to: &endpoint.alerts,
        employee: None,
        culture,
        template,
        arguments: vec![("label", endpoint.label.clone()), ("why", why)],
        link: Some(format!("/access/webhooks/{}", endpoint.id)),
        expires: None,
    };
    match c.attempt(|c| talang_mail::enqueue(c, &mail).map(drop)) {
        Err(Error::Faults(faults)) => {
            let detail = format!("alert of a webhook: {}", faults.first().map_or("internal", |f| f.code));
            let tenant = c.scope().tenant().id().clone();
            installation.store().directory(|d| d.log(now, "warning", "webhooks", Some(&tenant), &detail))?;
            Ok(())
        }
        other => other,
    }
}

/// Sends a sample that tells of no event, now, and keeps it among the deliveries. Whether the scope may is the caller's
/// question.
///
/// # Errors
/// `record.not_found`.
pub fn send_sample(scope: &Scope, subscription: i64) -> Result<Attempt> {
    let place = Place::of(scope);
    let endpoint = place.tenant.db().read(|conn| Endpoint::find(conn, subscription))?;
    // What is told in another form has no sample there.
    let endpoint = endpoint.filter(|e| e.told_as.is_empty());
    let endpoint = endpoint.ok_or_else(|| Fault::new("record.not_found").with("object", OBJECT))?;
    let (outlet, now) = (Outlet::of(&place.installation), place.now());
    let row = place.tenant.db().read(|conn| {
        let sql = "SELECT MAX(seq) FROM shared.webhook_delivery WHERE subscription = ? AND kind = 'sample'";
        Ok::<_, Error>(conn.query_one(sql, &[P::Int(subscription)])?)
    })?;
    let seq = row.and_then(|r| r.first().and_then(Cell::opt_int)).map_or(now, |last| now.max(last + 1));
    let id = gather::message_id(&place, subscription, "sample", seq);
    let (attempt, _) = send(&place, &outlet, &endpoint, &id, &message::sample(&place, now))?;
    let state = if attempt.fault.is_empty() { "delivered" } else { "given up" };
    let columns = [
        "subscription",
        "kind",
        "seq",
        "object",
        "record",
        "event",
        "message",
        "happened_at",
        "state",
        "attempts",
        "begun_at",
        "ended_at",
        "status",
        "fault",
    ];
    place.system().change(Kind::Shared, |c| {
        let row = vec![
            P::Int(subscription),
            P::Text("sample"),
            P::Int(seq),
            P::Int(0),
            P::Int(0),
            P::Text("webhook.sample"),
            P::Text(&id),
            P::Int(now),
            P::Text(state),
            P::Int(1),
            P::Int(now),
            P::Int(place.now()),
            attempt.status.map_or(P::Null, P::Int),
            P::Text(&attempt.fault),
        ];
        let ids = c.system().insert("shared.webhook_delivery", &columns, &[row])?;
        keep(c, ids.first().copied().unwrap_or_default(), &attempt)
    })?;
    Ok(attempt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_hours_and_vary() {
        let plain: Vec<i64> = [1, 2, 3, 4, 7, 9, 50].map(|n| pause(n, 128) / SECOND).to_vec();
        assert_eq!(plain, [5, 15, 45, 135, 3647, 21616, 21616]);
        for attempts in 1..12 {
            let (least, most) = (pause(attempts, 0), pause(attempts, 255));
            assert!(least < most && most <= LONGEST_PAUSE * 6 / 5, "{attempts}: {least} {most}");
        }
    }
}
