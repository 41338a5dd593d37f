//! What must hold of a subscription, and what follows when one is saved.

use std::collections::BTreeMap;

use talang_catalogue::{Catalogue, Fault, Kind, Record};
use talang_engine::{Change, Result, View};
use talang_store::{Cell, Conn, P};

use crate::dialect::Dialect;
use crate::lanes::Outlet;
use crate::topics::Topics;
use crate::{Place, call, deliver, gather};

pub(crate) const OBJECT: &str = "WebhookSubscription";

/// Its events must be some, its address one that may be called.
pub(crate) fn check(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    // What is told in another form is what that form knows by its name, whatever was written.
    if let Some(name) = new.get("told_as").as_text().map(str::to_string) {
        let dialect = view.scope().installation().provided::<Dialect>();
        match dialect.and_then(|dialect| (dialect.topics)(&name)) {
            Some(words) => new.set("events", words.into()),
            None => faults.push(Fault::new("webhook.event").with("name", name).on("told_as")),
        }
    }
    let text = |field: &str| new.get(field).as_text().unwrap_or_default();
    let topics = Topics::parse(text("events"));
    if let Err(fault) = topics.and_then(|topics| topics.check(&view.catalogue())) {
        faults.push(fault.on("events"));
    }
    for field in ["address", "ping"] {
        // One that was saved before stays as it is: it is judged again whenever it is called.
        let kept = old.is_some_and(|old| old.get(field) == new.get(field));
        if !kept && !text(field).is_empty() {
            let allowed = Outlet::of(view.scope().installation()).allowed().clone();
            if talang_outward::check(&allowed, text(field)).is_err() {
                faults.push(Fault::new("webhook.address").on(field));
            }
        }
    }
    Ok(())
}

/// Where it reads on follows from what it wants; what was waiting for it goes with it.
pub(crate) fn follow(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(new) = new else {
        let id = old.map_or(0, |r| r.id);
        forget(change.system(), id)?;
        return Ok(());
    };
    let topics = Topics::parse(new.get("events").as_text().unwrap_or_default()).unwrap_or_default();
    let catalogue = change.catalogue();
    let wanted: BTreeMap<Kind, String> =
        topics.kinds(&catalogue).into_iter().map(|kind| (kind, objects(&catalogue, &topics, kind))).collect();
    let rows = change
        .system()
        .query("SELECT kind FROM shared.webhook_cursor WHERE subscription = ?", &[P::Int(new.id)])?;
    let known: Vec<String> = rows.iter().filter_map(|r| r.first()).map(|c| c.text().to_string()).collect();
    for kind in known.iter().filter(|k| !wanted.keys().any(|kind| kind.name() == *k)) {
        change.system().exec(
            "DELETE FROM shared.webhook_cursor WHERE subscription = ? AND kind = ?",
            &[P::Int(new.id), P::Text(kind)],
        )?;
    }
    for (kind, objects) in wanted {
        if known.iter().any(|k| k == kind.name()) {
            change.system().exec(
                "UPDATE shared.webhook_cursor SET objects = ? WHERE subscription = ? AND kind = ?",
                &[P::Owned(objects), P::Int(new.id), P::Text(kind.name())],
            )?;
            continue;
        }
        // It begins with what comes after this change.
        let head = change.last_change(kind)?;
        change.system().exec(
            "INSERT INTO shared.webhook_cursor (subscription, kind, seq, objects, ready) VALUES (?, ?, ?, ?, 0)",
            &[P::Int(new.id), P::Text(kind.name()), P::Int(head), P::Owned(objects)],
        )?;
    }
    let active = new.get("active").as_int() == Some(1);
    let was_active = old.is_none_or(|old| old.get("active").as_int() == Some(1));
    set_ready(change, new.id, active, active && !was_active)
}

/// The numbers of the objects of a kind, a comma around each.
fn objects(catalogue: &Catalogue, topics: &Topics, kind: Kind) -> String {
    let mut out = String::from(",");
    for object in catalogue.objects().iter().filter(|o| o.def.kind == kind && topics.concern(o)) {
        out.push_str(&format!("{},", object.def.id));
    }
    out
}

/// Whether messages leave: while the subscription is active and has a secret. One that begins again tries everything at
/// once, with three days before it.
pub(crate) fn set_ready(change: &mut Change<'_>, id: i64, active: bool, again: bool) -> Result<()> {
    let now = change.scope().installation().clock().now();
    let conn = change.system();
    let secret = conn.query_one(
        "SELECT 1 FROM shared.webhook_secret WHERE subscription = ? AND (ends_at IS NULL OR ends_at > ?)",
        &[P::Int(id), P::Int(now)],
    )?;
    let ready = active && secret.is_some();
    conn.exec(
        "UPDATE shared.webhook_cursor SET ready = ? WHERE subscription = ?",
        &[P::Int(ready.into()), P::Int(id)],
    )?;
    if again {
        conn.exec("DELETE FROM shared.webhook_notice WHERE subscription = ?", &[P::Int(id)])?;
        conn.exec(
            "UPDATE shared.webhook_delivery SET due_at = ?, attempts = 0, begun_at = NULL
             WHERE subscription = ? AND due_at IS NOT NULL AND lease_until IS NULL",
            &[P::Int(now), P::Int(id)],
        )?;
    }
    if ready {
        call(change, gather::TASK, now)?;
        call(change, deliver::TASK, now)?;
    }
    Ok(())
}

fn forget(conn: &mut Conn, id: i64) -> Result<()> {
    conn.exec(
        "DELETE FROM shared.webhook_attempt WHERE delivery IN
         (SELECT id FROM shared.webhook_delivery WHERE subscription = ?)",
        &[P::Int(id)],
    )?;
    for table in ["webhook_delivery", "webhook_cursor", "webhook_notice", "webhook_secret", "webhook_key"] {
        conn.exec(&format!("DELETE FROM shared.{table} WHERE subscription = ?"), &[P::Int(id)])?;
    }
    Ok(())
}

/// Asks the receiver of a subscription once whether it is there, at the address that it gave for that. What comes of it stands
/// among the deliveries and changes nothing.
///
/// # Errors
/// Those of the store.
pub fn ping(c: &mut Change<'_>, subscription: i64) -> Result<()> {
    let now = c.scope().installation().clock().now();
    let place = Place::of(c.scope());
    let last = c.system().query_one(
        "SELECT MAX(seq) FROM shared.webhook_delivery WHERE subscription = ? AND kind = 'ping'",
        &[P::Int(subscription)],
    )?;
    let last = last.and_then(|r| r.first().and_then(Cell::opt_int));
    let seq = last.map_or(now, |last| now.max(last + 1));
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
        "due_at",
    ];
    let row = vec![
        P::Int(subscription),
        P::Text("ping"),
        P::Int(seq),
        P::Int(0),
        P::Int(0),
        P::Text("webhook.ping"),
        P::Owned(gather::message_id(&place, subscription, "ping", seq)),
        P::Int(now),
        P::Text("waiting"),
        P::Int(now),
    ];
    c.system().insert("shared.webhook_delivery", &columns, &[row])?;
    call(c, deliver::TASK, now)
}

/// A subscription as it is when something is sent.
pub(crate) struct Endpoint {
    pub id: i64,
    pub label: String,
    pub address: String,
    pub topics: Topics,
    pub user: i64,
    pub active: bool,
    pub alerts: String,
    /// Name of the event in another form, of messages that are told in that one; else empty.
    pub told_as: String,
    /// Code of the application that registered it; else empty.
    pub client: String,
    /// Minutes for which messages are collected that leave together; 0 for those that leave at once.
    pub collected: i64,
    /// Where it is asked whether the receiver is there; else empty.
    pub ping: String,
}

impl Endpoint {
    /// The subscription of that number, if it is still there.
    pub fn find(conn: &mut Conn, id: i64) -> Result<Option<Endpoint>> {
        let row = conn.query_one(
            "SELECT label, address, events, \"user\", active, alerts, told_as,
             (SELECT code FROM shared.api_client a WHERE a.id = s.client), collected, ping
             FROM shared.webhook_subscription s WHERE id = ?",
            &[P::Int(id)],
        )?;
        Ok(row.as_deref().and_then(|row| Endpoint::read(id, row)))
    }

    fn read(id: i64, row: &[Cell]) -> Option<Endpoint> {
        let [label, address, events, user, active, alerts, told_as, client, collected, ping] = row else {
            return None;
        };
        Some(Endpoint {
            id,
            label: label.text().to_string(),
            address: address.text().to_string(),
            topics: Topics::parse(events.text()).unwrap_or_default(),
            user: user.int(),
            active: active.int() == 1,
            alerts: alerts.text().to_string(),
            told_as: told_as.text().to_string(),
            client: client.text().to_string(),
            collected: collected.opt_int().unwrap_or_default(),
            ping: ping.text().to_string(),
        })
    }
}
