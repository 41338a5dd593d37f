//! Agencies that propose candidates (S5): which vacancies they were given, what they propose, whose candidate somebody is, and what
//! agencies are told of it.
//!
//! * [`given`] says for which vacancies an agency may propose today; [`mandate`] and [`told`] are the rules of giving.
//! * [`proposals`] takes what an agency sends and decides about it; [`standing`] says what the agency reads of that.
//! * [`protector`] says which agency somebody counts as proposed by.

pub mod proposals;
mod rules;
mod standing;

use talang_catalogue::value::{date_of_days, days_of_date};
use talang_catalogue::{Culture, Fault, Record, Value};
use talang_engine::{Change, Door, Filter, Op, Query, Result, View};
use talang_mail::Enclosed;

use crate::privacy::area::{self, Ticket};
use crate::{readers, text};

pub use rules::{application, check, follow};
pub use standing::{Standing, standing};

/// The first page of the portal, as links name it.
const OPEN: &str = "agency/open";

/// Records of an object whose fields have one of these values each, in an order.
///
/// # Errors
/// Those of the store.
pub fn those(
    view: &mut View<'_>,
    object: &str,
    are: &[(&str, Vec<Value>)],
    sort: &str,
) -> Result<Vec<Record>> {
    let object = view.object(object)?;
    let tests = are.iter().map(|(field, values)| Filter::test(&object, field, Op::Is, values.clone()));
    let filter = Some(Filter::And(tests.collect()));
    let query = Query { filter, sort: view.sort(&object, sort)?, ..Query::default() };
    Ok(view.list(&object, &query)?.records)
}

fn today(view: &View<'_>) -> i64 {
    days_of_date(view.scope().installation().clock().today())
}

fn int(record: &Record, field: &str) -> i64 {
    record.get(field).as_int().unwrap_or_default()
}

fn active(record: &Record) -> bool {
    record.get("active").as_int() == Some(1)
}

fn read(view: &mut View<'_>, object: &str, id: i64) -> Result<Record> {
    view.as_rule(|v| {
        let object = v.object(object)?;
        v.get(&object, id)
    })
}

/// Whether a person of an agency comes in: they work there, and the agency is worked with. What an agency proposed it follows after
/// its contract, too.
///
/// # Errors
/// Those of the store.
pub fn works(view: &mut View<'_>, person: &Record) -> Result<bool> {
    Ok(active(person) && active(&read(view, "Agency", int(person, "agency"))?))
}

/// Whether an agency may propose anybody on a day: it is active, and its contract is not over.
fn proposes(agency: &Record, day: i64) -> bool {
    active(agency) && agency.get("contract_until").as_int().is_none_or(|until| day <= until)
}

/// Whether people may be proposed for a vacancy on a day.
fn open(vacancy: &Record, day: i64) -> bool {
    text(vacancy, "state") == "open" && vacancy.get("apply_until").as_int().is_none_or(|until| day <= until)
}

/// Whether a mandate holds on a day.
pub fn holds(mandate: &Record, day: i64) -> bool {
    active(mandate)
        && mandate.get("start").as_int().is_none_or(|start| start <= day)
        && mandate.get("end").as_int().is_none_or(|end| day <= end)
}

/// A vacancy that an agency was given.
#[derive(Clone, Debug)]
pub struct Given {
    /// The mandate.
    pub mandate: Record,
    /// The vacancy.
    pub vacancy: Record,
}

/// The vacancies for which an agency may propose candidates today: given to it, open, and itself under contract.
///
/// # Errors
/// Those of the store.
pub fn given(view: &mut View<'_>, agency: i64) -> Result<Vec<Given>> {
    let day = today(view);
    if !proposes(&read(view, "Agency", agency)?, day) {
        return Ok(Vec::new());
    }
    view.as_rule(|v| {
        let mandates = those(v, "AgencyMandate", &[("agency", vec![agency.into()])], "-start")?;
        let mut out = Vec::new();
        for mandate in mandates.into_iter().filter(|m| holds(m, day)) {
            let vacancy = read(v, "Vacancy", int(&mandate, "vacancy"))?;
            if open(&vacancy, day) {
                out.push(Given { mandate, vacancy });
            }
        }
        Ok(out)
    })
}

/// The agency, other than one, by which a candidate counts as proposed today, and until which day: the first whose proposal was not
/// refused, withdrawn or too late.
///
/// # Errors
/// Those of the store.
pub fn protector(view: &mut View<'_>, candidate: i64, other_than: i64) -> Result<Option<(i64, i64)>> {
    let day = today(view);
    view.as_rule(|v| {
        let stands = ["received", "accepted", "hired"].map(Value::from).to_vec();
        let are = [("candidate", vec![candidate.into()]), ("state", stands)];
        let all = those(v, "AgencySubmission", &are, "submitted_at")?;
        let mut holding = all.iter().filter(|s| int(s, "agency") != other_than);
        let first = holding.find(|s| s.get("protected_until").as_int().is_some_and(|until| day <= until));
        Ok(first.map(|s| (int(s, "agency"), int(s, "protected_until"))))
    })
}

/// Before a mandate is written: it says since when, and does not end before.
///
/// # Errors
/// None; a rule.
pub fn mandate(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if new.get("start").is_null() {
        new.set("start", today(view).into());
    }
    if let Some(end) = new.get("end").as_int()
        && end < int(new, "start")
    {
        faults.push(Fault::new("period.end_before_start").on("end"));
    }
    Ok(())
}

/// After a mandate was written: the agency's people read of a vacancy that they were given. Files bring what was given elsewhere.
///
/// # Errors
/// Those of the store.
pub fn told(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(new) = new.filter(|m| active(m) && !old.is_some_and(active)) else { return Ok(()) };
    if change.scope().door == Door::Import {
        return Ok(());
    }
    let day = today(change);
    let vacancy = read(change, "Vacancy", int(new, "vacancy"))?;
    let ended = new.get("end").as_int().is_some_and(|end| end < day);
    let agency = read(change, "Agency", int(new, "agency"))?;
    if ended || !open(&vacancy, day) || !proposes(&agency, day) {
        return Ok(());
    }
    for person in people(change, agency.id)? {
        let culture = culture_of(change, &person);
        let arguments = vec![
            ("vacancy", title(&vacancy, culture)),
            ("reference", text(&vacancy, "code").to_string()),
            ("start", culture.date_long(int(new, "start"))),
        ];
        write(change, &person, "agency-given", arguments)?;
    }
    Ok(())
}

/// The people who work for an agency and may come in.
fn people(view: &mut View<'_>, agency: i64) -> Result<Vec<Record>> {
    view.as_rule(|v| {
        let are = [("agency", vec![agency.into()]), ("active", vec![true.into()])];
        let mut out = Vec::new();
        for person in those(v, "AgencyUser", &are, "last_name")? {
            if works(v, &person)? {
                out.push(person);
            }
        }
        Ok(out)
    })
}

/// The language and formats of a person of an agency.
pub fn culture_of(view: &View<'_>, person: &Record) -> &'static Culture {
    Culture::find(text(person, "culture")).unwrap_or_else(|| view.scope().tenant().culture())
}

/// What a vacancy is called in a language.
fn title(vacancy: &Record, culture: &Culture) -> String {
    match vacancy.get("title") {
        Value::Texts(texts) => {
            talang_catalogue::labels::text_in(texts, culture.language).unwrap_or_default().to_string()
        }
        _ => String::new(),
    }
}

/// A mail to a person of an agency, with a link to the portal.
fn write(
    change: &mut Change<'_>,
    person: &Record,
    template: &'static str,
    arguments: Vec<(&str, String)>,
) -> Result<()> {
    let culture = culture_of(change, person);
    let link = area::link(change, Ticket::Agency, person.id, OPEN, area::SENT, culture)?;
    let host = link.as_ref().and_then(|l| l.host.clone());
    let reader = readers::Reader {
        name: text(person, "first_name").to_string(),
        to: text(person, "email").to_string(),
        employee: None,
        culture,
    };
    let mut all = vec![("name", reader.name.clone())];
    all.extend(arguments);
    let letter = readers::Letter {
        template,
        arguments: all,
        link: link.map(|l| l.path),
        enclosed: Enclosed { host, ..Enclosed::default() },
    };
    change.as_program(|c| readers::send(c, &reader, letter))
}

/// The day on which an agency's protection of somebody ends who was proposed on a day; none without an agreement about it.
fn protected_until(agency: &Record, day: i64) -> Option<i64> {
    let months = agency.get("protection_months").as_int().filter(|m| *m > 0)?;
    let span = jiff::Span::new().try_months(months).ok()?;
    date_of_days(day).checked_add(span).ok().map(days_of_date)
}
