//! Recommendations by employees (S2): the recommended person is asked by mail and decides alone; what becomes of it follows their
//! application; and what nobody answered is not kept.
//!
//! The mail leads, by a sealed ticket, to a page with the vacancy, an application that carries the recommendation on, and "no, thank you".
//! The ticket stands in no table: a changed address, an answer or the end of its time makes it worthless. Whoever recommends sees
//! their own recommendations and how far they are, and nothing of the candidate.

use serde_json::{Value as Json, json};
use talang_catalogue::{Culture, Fault, Record, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Door, Filter, Op, Query, Result, Stays, View};
use talang_mail::{Enclosed, Erased, Mail};

use crate::privacy::{area, erasure};
use crate::text;

/// The task that forgets what nobody answered, once a night.
pub(crate) const TASK: &str = "recruiting.referrals";
/// What the tickets are for.
const PURPOSE: &str = "referral";
const DAY: i64 = 86_400_000_000;
/// How long a recommendation waits for an answer; then who it was about is forgotten (G9).
const WAITS: i64 = 60 * DAY;
/// Recommendations of one employee within a day at most.
const A_DAY: i64 = 10;

/// What must hold of a new recommendation.
pub(crate) fn check(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    // Files bring what another system knew, and people who are candidates already.
    if old.is_some() || view.scope().door == Door::Import || !new.get("candidate").is_null() {
        return Ok(());
    }
    let now = view.scope().installation().clock().now();
    new.set("referred_at", now.into());
    for field in ["email", "vacancy"] {
        if new.get(field).is_null() {
            faults.push(Fault::new("value.mandatory").on(field));
        }
    }
    if new.get("agreed").as_int() != Some(1) {
        faults.push(Fault::new("referral.agreed").on("agreed"));
    }
    let referrer = new.get("referrer").clone();
    let address = text(new, "email").to_lowercase();
    let own = view.as_rule(|v| {
        let object = v.object("Referral")?;
        let of = Filter::test(&object, "referrer", Op::Is, vec![referrer]);
        Ok(v.list(&object, &Query { filter: Some(of), ..Query::default() })?.records)
    })?;
    let lately = own.iter().filter(|r| r.get("referred_at").as_int() > Some(now - DAY)).count();
    if i64::try_from(lately).unwrap_or(i64::MAX) >= A_DAY {
        faults.push(Fault::new("referral.too_many").with("count", A_DAY));
    }
    let twice = |r: &Record| {
        !address.is_empty()
            && text(r, "email").to_lowercase() == address
            && r.get("vacancy") == new.get("vacancy")
    };
    if own.iter().any(twice) {
        faults.push(Fault::new("referral.twice").on("email"));
    }
    Ok(())
}

/// A new recommendation: whoever it is about is asked.
pub(crate) fn tell(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let (None, Some(new)) = (old, new) else { return Ok(()) };
    let (culture, by_file) = (change.scope().culture, change.scope().door == Door::Import);
    change.as_program(|c| {
        c.nightly(TASK)?;
        if by_file || !waits(new) { Ok(()) } else { ask(c, new, culture) }
    })
}

/// Whether it waits for an answer.
fn waits(referral: &Record) -> bool {
    text(referral, "state") == "submitted"
        && referral.get("candidate").is_null()
        && !text(referral, "email").is_empty()
}

fn ask(change: &mut Change<'_>, referral: &Record, culture: &'static Culture) -> Result<()> {
    let (true, Some(site)) = (talang_mail::available(change.scope().installation()), area::site(change)?)
    else {
        return Ok(());
    };
    let until = change.scope().installation().clock().now() + WAITS;
    let content = json!([referral.id, until, text(referral, "email").to_lowercase()]).to_string();
    let sealed = change.scope().tenant().db().vault().seal_ticket(PURPOSE, content.as_bytes())?;
    let link = area::page_of(site, "recommended", &format!("&t={sealed}"), culture);
    let referrer = change.title("Employee", referral.get("referrer").as_int().unwrap_or_default())?.title;
    let vacancy = change.title("Vacancy", referral.get("vacancy").as_int().unwrap_or_default())?.title;
    let mail = Mail {
        to: text(referral, "email"),
        employee: None,
        culture,
        template: "referral-invitation",
        arguments: vec![
            ("name", text(referral, "first_name").to_string()),
            ("referrer", referrer),
            ("vacancy", vacancy),
        ],
        link: Some(link.path),
        expires: Some(until),
    };
    match talang_mail::enqueue_with(change, &mail, Enclosed { host: link.host, ..Enclosed::default() }) {
        Err(error) if error.is("mail.address") => Err(Fault::new("mail.address").on("email").into()),
        other => other.map(drop),
    }
}

/// The recommendation of a ticket, while it waits for an answer.
///
/// # Errors
/// Those of the store.
pub fn open(view: &mut View<'_>, sealed: &str) -> Result<Option<Record>> {
    let content = view.scope().tenant().db().vault().open_ticket(PURPOSE, sealed);
    let read = content.and_then(|bytes| serde_json::from_slice::<(i64, i64, String)>(&bytes).ok());
    let now = view.scope().installation().clock().now();
    let Some((id, _, address)) = read.filter(|(_, until, _)| now < *until) else { return Ok(None) };
    view.as_rule(|v| {
        let object = v.object("Referral")?;
        let query = Query { filter: Some(Filter::Ids(vec![id])), ..Query::default() };
        let found = v.list(&object, &query)?.records.into_iter().next();
        Ok(found.filter(|r| waits(r) && text(r, "email").to_lowercase() == address))
    })
}

/// The recommendation with which somebody applies: by the ticket that they bring, or by their address.
///
/// # Errors
/// Those of the store.
pub fn of(view: &mut View<'_>, sealed: &str, email: &str, vacancy: i64) -> Result<Option<Record>> {
    let fits = |r: &Record| r.get("vacancy").as_int().is_none_or(|of| of == vacancy);
    if !sealed.is_empty()
        && let Some(found) = open(view, sealed)?.filter(fits)
    {
        return Ok(Some(found));
    }
    view.as_rule(|v| {
        let object = v.object("Referral")?;
        let waiting = Filter::test(&object, "state", Op::Is, vec!["submitted".into()]);
        let all = v.list(&object, &Query { filter: Some(waiting), ..Query::default() })?.records;
        let same = |r: &Record| waits(r) && fits(r) && text(r, "email").to_lowercase() == email;
        Ok(all.into_iter().filter(same).min_by_key(|r| r.id))
    })
}

/// The source of applications that came of recommendations.
///
/// # Errors
/// Those of the store.
pub fn source(view: &mut View<'_>) -> Result<Option<i64>> {
    view.as_rule(|v| v.resolve("CandidateSource", "referral"))
}

/// Whoever was recommended has applied. Nobody recommends themselves.
///
/// # Errors
/// Those of the store.
pub fn applied(change: &mut Change<'_>, referral: &Record, candidate: i64, application: i64) -> Result<()> {
    change.as_program(|c| {
        let object = c.object("Candidate")?;
        let employee = c.get(&object, candidate)?.get("employee").as_int();
        if employee.is_some() && employee == referral.get("referrer").as_int() {
            return Ok(());
        }
        let values = vec![("candidate", candidate.into()), ("state", "considered".into())];
        c.update("Referral", referral.id, values)?;
        c.update("Application", application, vec![("referral", referral.id.into())]).map(drop)
    })
}

/// A recommendation is as far as its candidate's application for its vacancy.
pub(crate) fn follow(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(new) = new.filter(|new| old.is_some_and(|old| old.get("state") != new.get("state"))) else {
        return Ok(());
    };
    let state = match text(new, "state") {
        "active" => "considered",
        "hired" => "hired",
        _ => "closed",
    };
    let (candidate, vacancy) = (new.get("candidate").clone(), new.get("vacancy").clone());
    change.as_program(|c| {
        let object = c.object("Referral")?;
        let of = Filter::test(&object, "candidate", Op::Is, vec![candidate]);
        for referral in c.list(&object, &Query { filter: Some(of), ..Query::default() })?.records {
            let same = referral.get("vacancy").is_null() || *referral.get("vacancy") == vacancy;
            if same && text(&referral, "state") != state {
                c.update("Referral", referral.id, vec![("state", state.into())])?;
            }
        }
        Ok(())
    })
}

/// Forgets who was recommended: they said no, or nothing. That there was a recommendation stays, for whoever made it.
///
/// # Errors
/// Those of the store.
pub fn forget(change: &mut Change<'_>, referral: &Record) -> Result<()> {
    let address = text(referral, "email").to_string();
    change.as_program(|c| {
        let (first, last) = erasure::nobody(c);
        let keep = ["referrer", "number", "vacancy", "referred_at", "reward"];
        let put = [
            ("first_name", Value::from(first.as_str())),
            ("last_name", last.as_str().into()),
            ("state", "closed".into()),
        ];
        let object = c.object("Referral")?;
        c.erase(&object, &[referral.id], Stays::Fields(&keep, &put))?;
        erasure::clear_later(c, &[], Erased { addresses: vec![address], ..Erased::default() })
    })
}

/// Once a night: what waited for sixty days is forgotten. Running again does no harm.
pub(crate) fn purge(run: &mut JobRun<'_>) -> Result<Json> {
    let before = run.scope.installation().clock().now() - WAITS;
    let gone = run.scope.change(talang_catalogue::Kind::Candidates, |c| {
        let object = c.object("Referral")?;
        let waiting = Filter::test(&object, "state", Op::Is, vec!["submitted".into()]);
        let all = c.list(&object, &Query { filter: Some(waiting), ..Query::default() })?.records;
        let over = |r: &&Record| waits(r) && r.get("referred_at").as_int().is_some_and(|at| at < before);
        let mut gone = 0;
        for referral in all.iter().filter(over) {
            forget(c, referral)?;
            gone += 1;
        }
        Ok(gone)
    })?;
    Ok(json!({ "forgotten": gone }))
}
