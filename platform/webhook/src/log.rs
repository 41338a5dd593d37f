//! What was delivered and what was not, for screens; sending it again; the purge.

use serde_json::{Value as Json, json};
use talang_catalogue::{Fault, Kind};
use talang_engine::activity::Activity;
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Error, Result, Scope};
use talang_store::{Cell, P};

use crate::deliver::{Attempt, fault_of};
use crate::subscription::OBJECT;
use crate::{call, deliver, gather};

/// The job that removes old deliveries, every night.
pub(crate) const PURGE: &str = "webhook.purge";
/// Days for which it is kept what was delivered (O1).
pub const KEPT_DAYS: i64 = 90;
const DAY: i64 = 86_400_000_000;
/// Rows removed in one transaction.
const PIECE: i64 = 500;

/// A delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Number; grows with the order in which they were made.
    pub id: i64,
    /// `employees.changed`, or `webhook.sample`.
    pub event: String,
    /// Row number of the record; 0 for a sample.
    pub record: i64,
    /// The `webhook-id` of its message.
    pub message: String,
    /// When it happened, in microseconds since 1970.
    pub happened_at: i64,
    /// `waiting`, `delivered`, `given up`, `withheld`.
    pub state: String,
    /// When it is tried next; nothing while an earlier event of the record waits.
    pub due_at: Option<i64>,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was over.
    pub ended_at: Option<i64>,
    /// HTTP status of the last answer.
    pub status: Option<i64>,
    code: String,
}

impl Delivery {
    /// Why the last attempt failed.
    pub fn fault(&self) -> Option<Fault> {
        fault_of(&self.code, self.status)
    }

    /// Whether it tells of an event, and is no sample.
    pub fn is_event(&self) -> bool {
        self.record != 0
    }
}

/// Which deliveries are wanted.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// In that state; empty for any.
    pub state: String,
    /// With this in the event's name, or this number of a record or message.
    pub text: String,
    /// Before that number: the next page.
    pub before: Option<i64>,
    /// So many at most.
    pub most: i64,
}

const COLUMNS: &str =
    "id, event, record, message, happened_at, state, due_at, attempts, ended_at, status, fault";

fn delivery(row: &[Cell]) -> Option<Delivery> {
    let [id, event, record, message, happened_at, state, due_at, attempts, ended_at, status, fault] = row
    else {
        return None;
    };
    Some(Delivery {
        id: id.int(),
        event: event.text().to_string(),
        record: record.int(),
        message: message.text().to_string(),
        happened_at: happened_at.int(),
        state: state.text().to_string(),
        due_at: due_at.opt_int(),
        attempts: attempts.int(),
        ended_at: ended_at.opt_int(),
        status: status.opt_int(),
        code: fault.text().to_string(),
    })
}

/// The deliveries of a subscription, the latest first. Whether the scope may see them is the caller's question, here and below.
///
/// # Errors
/// Those of the store.
pub fn deliveries(scope: &Scope, subscription: i64, asked: &Asked) -> Result<Vec<Delivery>> {
    let mut sql = format!("SELECT {COLUMNS} FROM shared.webhook_delivery WHERE subscription = ?");
    let mut params = vec![P::Int(subscription)];
    if !asked.state.is_empty() {
        sql.push_str(" AND state = ?");
        params.push(P::Text(&asked.state));
    }
    if let Some(before) = asked.before {
        sql.push_str(" AND id < ?");
        params.push(P::Int(before));
    }
    match asked.text.parse::<i64>() {
        Ok(number) => {
            sql.push_str(" AND record = ?");
            params.push(P::Int(number));
        }
        Err(_) if !asked.text.is_empty() => {
            sql.push_str(" AND (event LIKE ? ESCAPE '~' OR message = ?)");
            let text = asked.text.to_lowercase().replace('~', "~~").replace('%', "~%").replace('_', "~_");
            params.push(P::Owned(format!("%{text}%")));
            params.push(P::Text(&asked.text));
        }
        Err(_) => {}
    }
    sql.push_str(" ORDER BY id DESC LIMIT ?");
    params.push(P::Int(asked.most));
    scope.tenant().db().read(|conn| {
        let rows = conn.query(&sql, &params)?;
        Ok(rows.iter().filter_map(|row| delivery(row)).collect())
    })
}

fn missing() -> Error {
    Fault::new("record.not_found").with("object", OBJECT).into()
}

/// One delivery of a subscription.
///
/// # Errors
/// `record.not_found`.
pub fn delivery_of(scope: &Scope, subscription: i64, id: i64) -> Result<Delivery> {
    let sql = format!("SELECT {COLUMNS} FROM shared.webhook_delivery WHERE subscription = ? AND id = ?");
    scope.tenant().db().read(|conn| {
        let row = conn.query_one(&sql, &[P::Int(subscription), P::Int(id)])?;
        row.as_deref().and_then(delivery).ok_or_else(missing)
    })
}

/// The attempts of a delivery, the latest first, a hundred at most.
///
/// # Errors
/// Those of the store.
pub fn attempts_of(scope: &Scope, delivery: i64) -> Result<Vec<Attempt>> {
    scope.tenant().db().read(|conn| {
        let rows = conn.query(
            "SELECT at, took, status, fault, answer FROM shared.webhook_attempt WHERE delivery = ? ORDER BY id DESC LIMIT 100",
            &[P::Int(delivery)],
        )?;
        let attempt = |row: &Vec<Cell>| match row.as_slice() {
            [at, took, status, fault, answer] => Some(Attempt {
                at: at.int(),
                took: took.int(),
                status: status.opt_int(),
                fault: fault.text().to_string(),
                answer: answer.text().to_string(),
            }),
            _ => None,
        };
        Ok(rows.iter().filter_map(attempt).collect())
    })
}

/// How a subscription stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Deliveries that wait.
    pub waiting: i64,
    /// Deliveries that were given up.
    pub given_up: i64,
    /// When the latest was delivered, in microseconds since 1970.
    pub delivered_at: Option<i64>,
    /// When the receiver said that its address is gone, which paused the subscription.
    pub gone_at: Option<i64>,
    /// Whether the account can be used on whose rights messages are read.
    pub account: bool,
}

/// How a subscription stands.
///
/// # Errors
/// Those of the store.
pub fn standing(scope: &Scope, subscription: i64, account: i64) -> Result<Standing> {
    let usable = Scope::of_account(scope.installation(), scope.tenant(), account, scope.door)?.is_some();
    scope.tenant().db().read(|conn| {
        let mut number = |sql: &str| -> Result<Option<i64>> {
            let row = conn.query_one(sql, &[P::Int(subscription)])?;
            Ok(row.and_then(|r| r.first().and_then(Cell::opt_int)))
        };
        let count = |state: &str| {
            format!(
                "SELECT COUNT(*) FROM shared.webhook_delivery WHERE subscription = ? AND state = '{state}' AND kind <> 'sample'"
            )
        };
        Ok(Standing {
            waiting: number(&count("waiting"))?.unwrap_or_default(),
            given_up: number(&count("given up"))?.unwrap_or_default(),
            delivered_at: number(
                "SELECT ended_at FROM shared.webhook_delivery WHERE subscription = ? AND state = 'delivered'
                 ORDER BY id DESC LIMIT 1",
            )?,
            gone_at: number("SELECT gone_at FROM shared.webhook_notice WHERE subscription = ?")?,
            account: usable,
        })
    })
}

/// Lets deliveries wait anew that are over, and makes the first of each record due. `which` is a condition with its parameters.
fn again(c: &mut Change<'_>, subscription: i64, which: &str, params: &[P<'_>]) -> Result<i64> {
    let now = c.scope().installation().clock().now();
    let sql = format!(
        "UPDATE shared.webhook_delivery SET state = 'waiting', due_at = NULL, attempts = 0, begun_at = NULL, ended_at = NULL
         WHERE subscription = ? AND kind <> 'sample' AND state <> 'waiting' AND {which}"
    );
    let mut all = vec![P::Int(subscription)];
    all.extend_from_slice(params);
    let count = c.system().exec(&sql, &all)?;
    // The first of each record is due, the others follow it; one that is being sent is left alone.
    let earlier = "EXISTS (SELECT 1 FROM shared.webhook_delivery e WHERE e.subscription = d.subscription
                   AND e.object = d.object AND e.record = d.record AND e.state = 'waiting' AND";
    c.system().exec(
        &format!(
            "UPDATE shared.webhook_delivery AS d SET due_at = NULL WHERE d.subscription = ? AND d.state = 'waiting'
             AND d.lease_until IS NULL AND d.due_at IS NOT NULL AND {earlier} e.seq < d.seq)"
        ),
        &[P::Int(subscription)],
    )?;
    c.system().exec(
        &format!(
            "UPDATE shared.webhook_delivery AS d SET due_at = ? WHERE d.subscription = ? AND d.state = 'waiting'
             AND d.due_at IS NULL AND NOT {earlier} (e.seq < d.seq OR e.lease_until IS NOT NULL))"
        ),
        &[P::Int(now), P::Int(subscription)],
    )?;
    call(c, deliver::TASK, now)?;
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

fn told(c: &mut Change<'_>, subscription: i64, detail: String) -> Result<()> {
    let scope = c.scope();
    let told = Activity {
        record: Some(subscription),
        ..scope.activity("webhook-replayed").on(OBJECT).detail(detail)
    };
    scope.log_within(c.system(), &[told])
}

/// Sends a delivery again that is over, with the same `webhook-id`.
///
/// # Errors
/// `record.not_found`: there is none of that number, or it is a sample.
pub fn replay(scope: &Scope, subscription: i64, id: i64) -> Result<()> {
    if !delivery_of(scope, subscription, id)?.is_event() {
        return Err(missing());
    }
    scope.change(Kind::Shared, |c| {
        let count = again(c, subscription, "id = ?", &[P::Int(id)])?;
        told(c, subscription, count.to_string())
    })
}

/// Sends every delivery again that was given up; how many.
///
/// # Errors
/// Those of the store.
pub fn replay_failed(scope: &Scope, subscription: i64) -> Result<i64> {
    scope.change(Kind::Shared, |c| {
        let count = again(c, subscription, "state = 'given up'", &[])?;
        told(c, subscription, count.to_string())?;
        Ok(count)
    })
}

/// Tells everything again that happened since a moment (microseconds since 1970), with the same `webhook-id` each: also what
/// happened before there was the subscription, and what is no longer among the deliveries.
///
/// # Errors
/// Those of the store.
pub fn replay_since(scope: &Scope, subscription: i64, moment: i64) -> Result<()> {
    scope.change(Kind::Shared, |c| {
        let rows = c.system().query(
            "SELECT kind, seq FROM shared.webhook_cursor WHERE subscription = ?",
            &[P::Int(subscription)],
        )?;
        for row in &rows {
            let [kind, seq] = row.as_slice() else { continue };
            let Some(kind) = Kind::ALL.into_iter().find(|k| k.name() == kind.text()) else { continue };
            let place = c.place_before(kind, moment)?.min(seq.int());
            // What waits already stays as it is; what is over is found in the journal again.
            again(c, subscription, "kind = ? AND seq > ?", &[P::Text(kind.name()), P::Int(place)])?;
            c.system().exec(
                "UPDATE shared.webhook_cursor SET seq = ? WHERE subscription = ? AND kind = ?",
                &[P::Int(place), P::Int(subscription), P::Text(kind.name())],
            )?;
        }
        let now = c.scope().installation().clock().now();
        call(c, gather::TASK, now)?;
        told(c, subscription, talang_catalogue::types::time::iso_instant(moment))
    })
}

/// Removes deliveries, with their attempts, that were over longer ago than they are kept.
pub(crate) fn purge(run: &mut JobRun<'_>) -> Result<Json> {
    let before = run.scope.installation().clock().now() - KEPT_DAYS * DAY;
    let mut removed = 0;
    while !run.stopping() {
        let piece = run.scope.tenant().db().write(|conn| {
            let rows = conn.query(
                "SELECT id FROM shared.webhook_delivery WHERE ended_at < ? ORDER BY ended_at LIMIT ?",
                &[P::Int(before), P::Int(PIECE)],
            )?;
            let ids: Vec<i64> = rows.iter().filter_map(|r| r.first()).map(Cell::int).collect();
            for (table, column) in [("webhook_attempt", "delivery"), ("webhook_delivery", "id")] {
                let sql = format!("DELETE FROM shared.{table} WHERE {}", conn.dialect().any(column));
                conn.exec(&sql, &[P::Ints(ids.clone())])?;
            }
            Ok::<_, Error>(i64::try_from(ids.len()).unwrap_or(PIECE))
        })?;
        removed += piece;
        run.progress(&json!({ "removed": removed }))?;
        if piece < PIECE {
            break;
        }
    }
    Ok(json!({ "removed": removed }))
}
