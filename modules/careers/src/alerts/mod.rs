//! Job alerts (S3): whoever reads a list of vacancies can have new ones like them sent by mail, without an account.
//!
//! Nothing is sent to an address before a mail to it was answered by a button (double opt-in), each mail has a way to end them
//! (RFC 8058), and what is not answered or not wanted any more is erased. Asking gives the same answer for every address: a
//! job finds out what there is already. What a link opens stands in a sealed ticket, and nothing is kept of it.

mod ask;
mod own;
mod sending;

use serde_json::json;
use talang_catalogue::{Culture, Fault, Kind, Record, Value};
use talang_engine::{Change, Filter, Op, Query, Result, Rule, Stays, Task, View};
use talang_http::{Access, Route, form_pairs};
use talang_recruiting::privacy::area::{self, Link};
use talang_recruiting::text;

use crate::advert::Advert;
use crate::find::Question;
use crate::site::{Site, SiteData};

pub(crate) use ask::offered;
use sending::TASK;

const DAY: i64 = 86_400_000_000;
/// Days for the answer to the mail that asks whether the address is right; what is not answered then is erased.
const TO_CONFIRM: i64 = 7;
/// Days for which an alert runs after it was confirmed, or changed.
const RUNS: i64 = 365;

/// The addresses of alerts.
pub fn routes() -> Vec<Route> {
    let read = |pattern, handler| Route::get(pattern, Access::Visitor, handler);
    let act = |pattern, handler| Route::post(pattern, Access::Visitor, handler);
    vec![
        read("/careers/{site}/alerts", ask::form),
        act("/careers/{site}/alerts", ask::send),
        read("/careers/{site}/alerts/confirm", own::confirming),
        act("/careers/{site}/alerts/confirm", own::confirm),
        read("/careers/{site}/alerts/change", own::changing),
        act("/careers/{site}/alerts/change", own::change),
        read("/careers/{site}/alerts/stop", own::stopping),
        act("/careers/{site}/alerts/stop", own::stop),
    ]
}

/// What always holds of an alert, whichever door it came through.
pub fn rules() -> Vec<Rule> {
    vec![Rule { object: "JobAlert", before: Some(check), after: Some(follow) }]
}

/// The work of alerts: making one that was asked for, and the night's.
pub fn tasks() -> Vec<Task> {
    vec![Task { code: ask::ASKED, run: ask::take }, Task { code: TASK, run: sending::run }]
}

/// Addresses are compared in small letters, and what waits for a confirmation says since when.
fn check(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    _faults: &mut Vec<Fault>,
) -> Result<()> {
    let email = text(new, "email").to_lowercase();
    new.set("email", email.into());
    if new.get("asked_at").is_null() {
        new.set("asked_at", view.scope().installation().clock().now().into());
    }
    Ok(())
}

/// Where there is an alert, the night's work is done.
fn follow(change: &mut Change<'_>, _old: Option<&Record>, _new: Option<&Record>) -> Result<()> {
    change.as_program(|c| c.nightly(TASK))
}

/// What a link in a mail leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ticket {
    /// The question whether the address is right.
    Confirm,
    /// The alert: what it looks for, how often, its end.
    Own,
}

impl Ticket {
    const fn purpose(self) -> &'static str {
        match self {
            Ticket::Confirm => "alert-confirm",
            Ticket::Own => "alert-own",
        }
    }

    const fn page(self) -> &'static str {
        match self {
            Ticket::Confirm => "alerts/confirm",
            Ticket::Own => "alerts/change",
        }
    }
}

fn moment(record: &Record, field: &str) -> Option<i64> {
    record.get(field).as_int()
}

/// The ticket of an alert. It is worth something as long as there is this alert of this address, asked for at this moment.
fn seal(view: &View<'_>, ticket: Ticket, alert: &Record) -> Result<String> {
    let content = json!([alert.id, moment(alert, "asked_at"), text(alert, "email")]).to_string();
    Ok(view.scope().tenant().db().vault().seal_ticket(ticket.purpose(), content.as_bytes())?)
}

/// The alert of a ticket, if there still is one on this site.
fn open(view: &mut View<'_>, site: &SiteData, ticket: Ticket, sealed: &str) -> Result<Option<Record>> {
    let content = view.scope().tenant().db().vault().open_ticket(ticket.purpose(), sealed);
    let read = content.and_then(|bytes| serde_json::from_slice::<(i64, Option<i64>, String)>(&bytes).ok());
    let Some((id, asked_at, email)) = read else { return Ok(None) };
    let now = view.scope().installation().clock().now();
    if ticket == Ticket::Confirm && asked_at.is_none_or(|at| now >= at + TO_CONFIRM * DAY) {
        return Ok(None);
    }
    let object = view.object("JobAlert")?;
    let found = view.list(&object, &Query { filter: Some(Filter::Ids(vec![id])), ..Query::default() })?;
    Ok(found.records.into_iter().find(|a| {
        moment(a, "asked_at") == asked_at
            && text(a, "email") == email
            && a.get("front_office").as_int() == Some(site.id)
            && (ticket == Ticket::Confirm || !a.get("confirmed_at").is_null())
    }))
}

/// The link of a ticket on the alert's own site, in the alert's language.
fn link(view: &View<'_>, site: &SiteData, ticket: Ticket, sealed: &str, culture: &Culture) -> Result<Link> {
    let page = format!("{}?lang={}&t={sealed}", ticket.page(), culture.language.code());
    on_site(view, site, &page)
}

/// An address on a site, for a mail.
fn on_site(view: &View<'_>, site: &SiteData, page: &str) -> Result<Link> {
    let host = area::registered(view, site.domain.as_deref())?;
    Ok(area::on_site(&site.code, host.as_deref(), page))
}

/// What an alert looks for.
fn question(alert: &Record) -> Question {
    Question::read(&form_pairs(text(alert, "criteria")))
}

/// What is looked for, in the reader's words: all vacancies where nothing is said.
fn criteria(site: &Site<'_>, question: &Question, adverts: &[Advert]) -> String {
    match question.is_empty() {
        true => site.say("careers-alert-everything"),
        false => question.words(adverts).join(" · "),
    }
}

/// An alert as its owner reads it: what it looks for, and how often.
pub(crate) fn told(site: &Site<'_>, alert: &Record, adverts: &[Advert]) -> (String, String) {
    let labels = &site.call.installation.registry().labels;
    let often = labels.choice(site.scope.language(), "AlertFrequency", text(alert, "frequency")).to_string();
    (criteria(site, &question(alert), adverts), often)
}

/// The alerts of an address.
fn of_address(view: &mut View<'_>, email: &str) -> Result<Vec<Record>> {
    let object = view.object("JobAlert")?;
    let filter = Filter::test(&object, "email", Op::Is, vec![email.to_lowercase().into()]);
    let query = Query { filter: Some(filter), sort: view.sort(&object, "number")?, ..Query::default() };
    Ok(view.list(&object, &query)?.records)
}

/// The alerts that run for an address.
///
/// # Errors
/// Those of the store.
pub(crate) fn running(view: &mut View<'_>, email: &str) -> Result<Vec<Record>> {
    let mut all = of_address(view, email)?;
    all.retain(|a| !a.get("confirmed_at").is_null());
    Ok(all)
}

/// Ends alerts: what they were goes, from the journal too.
///
/// # Errors
/// Those of the store.
pub(crate) fn end(change: &mut Change<'_>, ids: &[i64]) -> Result<()> {
    let object = change.object("JobAlert")?;
    change.as_program(|c| c.erase(&object, ids, Stays::Nothing).map(drop))
}

/// The last day of an alert that is confirmed or changed today.
fn last_day(view: &View<'_>) -> Value {
    Value::Int(view.scope().installation().clock().now().div_euclid(DAY) + RUNS)
}

/// The kind of data in which alerts are.
const KIND: Kind = Kind::Candidates;
