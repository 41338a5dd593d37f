//! From the journal to what is to be delivered. The journal keeps what happened in the order in which it was committed, so a
//! number per subscription and kind of data is all that must survive: what was not written down yet is found again.

use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use talang_catalogue::{Kind, Object};
use talang_engine::jobs::JobRun;
use talang_engine::journal::{Deed, Entry};
use talang_engine::{Change, Door, Error, Result, Scope, View};
use talang_store::attachments::hex;
use talang_store::{Cell, Conn, P};

use crate::subscription::Endpoint;
use crate::topics::event;
use crate::{Place, call, deliver, log};

/// The job that follows the journal.
pub(crate) const TASK: &str = "webhook.gather";

/// How long changes are waited for that come together, in microseconds.
const BREATH: i64 = 300_000;
/// Entries that are read at once.
const AT_ONCE: usize = 500;
/// Reads of one subscription and kind before the next one's turn.
const TURNS: usize = 10;
/// Deliveries of a subscription that wait at most: the rest stays in the journal, which is there anyway.
const MOST_WAITING: i64 = 10_000;
/// When a subscription is looked at again that cannot be read for now, or has enough waiting.
const LATER: i64 = 30_000_000;

/// Calls for the journal to be read where a change was made that a subscription is about.
pub(crate) fn watch(change: &mut Change<'_>, events: &[(u16, i64, Deed)]) -> Result<()> {
    let kind = change.kind();
    let rows = change.system().query(
        "SELECT objects FROM shared.webhook_cursor WHERE kind = ? AND ready = 1",
        &[P::Text(kind.name())],
    )?;
    let wanted = |object: &u16| {
        let number = format!(",{object},");
        rows.iter().filter_map(|r| r.first()).any(|objects| objects.text().contains(&number))
    };
    let mut objects: Vec<u16> = match rows.is_empty() {
        true => return Ok(()),
        false => events.iter().map(|(object, ..)| *object).collect(),
    };
    objects.dedup();
    if !objects.iter().any(wanted) {
        return Ok(());
    }
    let at = change.scope().installation().clock().now() + BREATH;
    call(change, TASK, at)
}

/// How far a subscription has read a kind of data.
struct Cursor {
    subscription: i64,
    kind: Kind,
    after: i64,
}

/// Reads on for every subscription.
pub(crate) fn run(run: &mut JobRun<'_>) -> Result<Json> {
    let place = Place::of(&run.scope);
    let (mut found, mut later, mut again) = (0, false, false);
    for cursor in cursors(&place)? {
        if run.stopping() {
            break;
        }
        run.progress(&json!({ "found": found }))?;
        match follow(&place, cursor)? {
            Followed::Everything(count) => found += count,
            Followed::More(count) => {
                found += count;
                again = true;
            }
            Followed::NotNow(count) => {
                found += count;
                later = true;
            }
        }
    }
    let now = place.now();
    place.system().change(Kind::Shared, |c| {
        if found > 0 {
            call(c, deliver::TASK, now)?;
            c.nightly(log::PURGE)?;
        }
        match (again, later) {
            (true, _) => call(c, TASK, now),
            (false, true) => call(c, TASK, now + LATER),
            (false, false) => Ok(()),
        }
    })?;
    Ok(json!({ "found": found }))
}

enum Followed {
    Everything(i64),
    More(i64),
    NotNow(i64),
}

fn cursors(place: &Place) -> Result<Vec<Cursor>> {
    let rows = place.tenant.db().read(|conn| {
        Ok::<_, Error>(conn.query(
            "SELECT subscription, kind, seq FROM shared.webhook_cursor WHERE ready = 1 ORDER BY subscription, kind",
            &[],
        )?)
    })?;
    let cursor = |row: &Vec<Cell>| match row.as_slice() {
        [subscription, kind, seq] => Some(Cursor {
            subscription: subscription.int(),
            kind: Kind::ALL.into_iter().find(|k| k.name() == kind.text())?,
            after: seq.int(),
        }),
        _ => None,
    };
    Ok(rows.iter().filter_map(cursor).collect())
}

/// Follows the journal of a kind for a subscription, a piece at a time.
fn follow(place: &Place, mut cursor: Cursor) -> Result<Followed> {
    let mut count = 0;
    for _ in 0..TURNS {
        let (endpoint, waiting) = place.tenant.db().read(|conn| {
            let endpoint = Endpoint::find(conn, cursor.subscription)?;
            let row = conn.query_one(
                "SELECT COUNT(*) FROM shared.webhook_delivery WHERE subscription = ? AND state = 'waiting'",
                &[P::Int(cursor.subscription)],
            )?;
            Ok::<_, Error>((endpoint, row.and_then(|r| r.first().map(Cell::int)).unwrap_or_default()))
        })?;
        let Some(endpoint) = endpoint else { return Ok(Followed::Everything(count)) };
        let scope = Scope::of_account(&place.installation, &place.tenant, endpoint.user, Door::Task)?;
        let Some(scope) = scope.filter(|_| waiting < MOST_WAITING) else {
            return Ok(Followed::NotNow(count));
        };
        let read = scope.view(|v| {
            let catalogue = v.catalogue();
            let objects: Vec<_> =
                catalogue.objects().iter().filter(|o| endpoint.topics.concern(o)).cloned().collect();
            match v.changes(cursor.kind, &objects, cursor.after, AT_ONCE) {
                // A restored copy knows less than was read of the data that are gone.
                Err(error) if error.is("cursor.invalid") => {
                    Ok((v.last_change(cursor.kind)?, Vec::new(), false))
                }
                Err(error) => Err(error),
                Ok(found) => {
                    let mut wanted = Vec::new();
                    for entry in found.entries {
                        if endpoint.topics.hold(&entry.object, entry.deed)
                            && told_in_its_form(v, place, &endpoint, &entry)?
                        {
                            wanted.push(entry);
                        }
                    }
                    Ok((found.last, wanted, found.more))
                }
            }
        })?;
        let (last, entries, more) = read;
        if last != cursor.after {
            let now = place.now();
            let events: Vec<Happened> = entries
                .iter()
                .map(|e| Happened {
                    seq: e.seq,
                    object: e.object.def.id,
                    record: e.record,
                    event: match endpoint.told_as.as_str() {
                        "" => name(&e.object, e.deed),
                        told_as => told_as.to_string(),
                    },
                    at: e.at,
                })
                .collect();
            let read = Read { events: &events, last, now, collected: endpoint.collected };
            count += place.tenant.db().write(|conn| note(conn, place, &cursor, &read))?;
            cursor.after = last;
        }
        if !more {
            return Ok(Followed::Everything(count));
        }
    }
    Ok(Followed::More(count))
}

/// Whether an event of a subscription's topics is told by it: one in another form may tell of fewer.
fn told_in_its_form(v: &mut View<'_>, place: &Place, endpoint: &Endpoint, entry: &Entry) -> Result<bool> {
    match place.dialect() {
        _ if endpoint.told_as.is_empty() => Ok(true),
        Some(dialect) => (dialect.tells)(v, &endpoint.told_as, entry),
        None => Ok(false),
    }
}

/// When what happens now leaves, where messages are collected for so many minutes: at the end of the time that runs.
fn leaves_at(now: i64, collected: i64) -> i64 {
    let length = collected * 60_000_000;
    if length <= 0 { now } else { (now.div_euclid(length) + 1) * length }
}

/// `employees.changed`.
pub(crate) fn name(object: &Object, deed: Deed) -> String {
    format!("{}.{}", object.def.path, event(deed))
}

/// What was read of the journal.
struct Read<'a> {
    events: &'a [Happened],
    last: i64,
    now: i64,
    /// Minutes for which messages are collected.
    collected: i64,
}

struct Happened {
    seq: i64,
    object: u16,
    record: i64,
    event: String,
    at: i64,
}

/// Writes down what is to be delivered and how far was read, together; how many deliveries are new. Nothing where somebody
/// else has read on meanwhile.
fn note(
    conn: &mut Conn,
    place: &Place,
    cursor: &Cursor,
    Read { events, last, now, collected }: &Read<'_>,
) -> Result<i64> {
    let (subscription, kind) = (cursor.subscription, cursor.kind.name());
    let moved = conn.exec(
        "UPDATE shared.webhook_cursor SET seq = ? WHERE subscription = ? AND kind = ? AND seq = ?",
        &[P::Int(*last), P::Int(subscription), P::Text(kind), P::Int(cursor.after)],
    )?;
    if moved == 0 {
        return Ok(0);
    }
    let mut count = 0;
    for event in *events {
        let (object, record) = (P::Int(event.object.into()), P::Int(event.record));
        let of_record = "subscription = ? AND object = ? AND record = ? AND state = 'waiting'";
        let first = conn.query_one(
            &format!("SELECT MIN(seq) FROM shared.webhook_delivery WHERE {of_record}"),
            &[P::Int(subscription), object.clone(), record.clone()],
        )?;
        let first = first.and_then(|r| r.first().and_then(Cell::opt_int));
        // What leaves together says once what happened several times: a message tells how the record is when it leaves.
        if *collected > 0 && repeats(conn, subscription, event)? {
            continue;
        }
        // Only the first of a record is due: the others follow it.
        let due = match first.is_some_and(|seq| seq < event.seq) {
            true => P::Null,
            false => P::Int(leaves_at(*now, *collected)),
        };
        if first.is_some_and(|seq| seq > event.seq) {
            // What is told again came before what waits.
            conn.exec(
                &format!("UPDATE shared.webhook_delivery SET due_at = NULL WHERE {of_record} AND lease_until IS NULL"),
                &[P::Int(subscription), object.clone(), record.clone()],
            )?;
        }
        count += conn.exec(
            "INSERT INTO shared.webhook_delivery
             (subscription, kind, seq, object, record, event, message, happened_at, state, due_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?) ON CONFLICT (subscription, kind, seq) DO NOTHING",
            &[
                P::Int(subscription),
                P::Text(kind),
                P::Int(event.seq),
                object,
                record,
                P::Text(&event.event),
                P::Owned(message_id(place, subscription, kind, event.seq)),
                P::Int(event.at),
                due,
            ],
        )?;
    }
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Whether the last that waits to be told of a record is the same event, not begun yet.
fn repeats(conn: &mut Conn, subscription: i64, event: &Happened) -> Result<bool> {
    let last = conn.query_one(
        "SELECT event, seq FROM shared.webhook_delivery
         WHERE subscription = ? AND object = ? AND record = ? AND state = 'waiting' AND attempts = 0 AND lease_until IS NULL
         ORDER BY seq DESC LIMIT 1",
        &[P::Int(subscription), P::Int(event.object.into()), P::Int(event.record)],
    )?;
    Ok(matches!(last.as_deref(), Some([name, seq]) if name.text() == event.event && seq.int() < event.seq))
}

/// The `webhook-id` of an event: the same whenever it is told to this subscription, so that a receiver knows it again.
pub(crate) fn message_id(place: &Place, subscription: i64, kind: &str, seq: i64) -> String {
    let tenant = place.tenant.id();
    let digest = Sha256::digest(format!("{tenant}\n{subscription}\n{kind}\n{seq}"));
    format!("msg_{}", hex(digest.get(..16).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_collected_leaves_at_the_end_of_its_time() {
        const MINUTE: i64 = 60_000_000;
        assert_eq!(leaves_at(7, 0), 7);
        for (now, leaves) in [(0, 15), (14, 15), (15, 30), (44, 45)] {
            assert_eq!(leaves_at(now * MINUTE, 15), leaves * MINUTE, "{now}");
        }
    }
}
