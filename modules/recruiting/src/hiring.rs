//! From an accepted offer to an employee (decision 0070).
//!
//! Candidates' and employees' data are different databases, and no transaction writes both. So whoever hires asks for a job, in the
//! transaction that notes that they did; the job writes everything of core HR in one transaction, with a mark by which it finds
//! again what it made, and then what follows in recruiting. Killed in between it is taken up again, and pressed twice it
//! finds its mark: nobody is hired twice.
//!
//! Core HR's rules and rights hold as if whoever asks had written each record by hand; what they may not read of the candidate is
//! not taken over.

use crate::text;
use serde_json::{Value as Json, json};
use talang_catalogue::object::GENERAL;
use talang_catalogue::value::{date_of_days, days_of_date};
use talang_catalogue::{Culture, Fault, Kind, Object, Record, Value, fault};
use talang_core_hr::kit;
use talang_engine::jobs::JobRun;
use talang_engine::{Action, AsOf, Change, Draft, Error, Filter, Mode, Op, Query, Result, View, Waiting};

/// The job.
pub const TASK: &str = "recruiting.hire";
/// A hiring that was asked for and has not ended after so long may be asked for again: a quarter of an hour, in microseconds.
const PATIENCE: i64 = 900_000_000;
/// What is said about a new employee.
pub const PERSON: [&str; 6] = ["number", "civility", "first_name", "last_name", "work_email", "culture"];
/// What is said about the contract; its number stands in the form as `contract_number`.
pub const CONTRACT: [&str; 6] =
    ["number", "contract_type", "category", "legal_entity", "trial_end", "notice_period"];
/// What is said about the place in the company.
pub const PLACE: [&str; 8] = [
    "organisation",
    "position",
    "job",
    "job_title",
    "manager",
    "establishment",
    "legal_entity",
    "cost_centre",
];
/// What can be taken over from the candidate's file.
pub const TAKEN: [&str; 4] = ["address", "contact", "skills", "documents"];

/// Fields as sent: name and text.
pub type Sent = Vec<(String, String)>;

/// What becomes of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A new employee.
    New,
    /// An employee who left and comes back.
    Again(i64),
    /// An employee who works here and gets another place.
    Move(i64),
}

/// What is to be written in core HR.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// First day.
    pub start: i64,
    person: Vec<(&'static str, Value)>,
    contract: Vec<(&'static str, Value)>,
    place: Vec<(&'static str, Value)>,
    taken: Vec<&'static str>,
}

fn int(record: &Record, field: &str) -> i64 {
    record.get(field).as_int().unwrap_or_default()
}

fn of(view: &mut View<'_>, object: &str, field: &str, value: Value) -> Result<Vec<Record>> {
    let object = view.object(object)?;
    let filter = Filter::test(&object, field, Op::Is, vec![value]);
    Ok(view.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records)
}

/// Under which name a field of the contract stands in the form: an employee has a number, too.
pub fn form_name(object: &str, field: &str) -> String {
    match (object, field) {
        ("Contract", "number") => "contract_number".to_string(),
        _ => field.to_string(),
    }
}

/// What becomes of the candidate of an offer: somebody who works here, or whose address an employee has, is no second employee.
///
/// # Errors
/// Those of the store.
pub fn how(view: &mut View<'_>, offer: &Record) -> Result<How> {
    let candidate = int(offer, "candidate");
    view.as_rule(|v| {
        let object = v.object("Candidate")?;
        let candidate = v.get(&object, candidate)?;
        let object = v.object("Employee")?;
        let known = match (candidate.get("employee").as_int(), text(&candidate, "email")) {
            (Some(id), _) => Some(v.get(&object, id)?),
            (None, "") => None,
            (None, email) => of(v, "Employee", "work_email", email.into())?.pop(),
        };
        Ok(match known {
            Some(person) if text(&person, "status") == "left" => How::Again(person.id),
            Some(person) => How::Move(person.id),
            None => How::New,
        })
    })
}

/// Whether the application of an offer names the employee whom the candidate became, by this way or by another.
///
/// # Errors
/// Those of the store.
pub fn hired_already(view: &mut View<'_>, offer: &Record) -> Result<bool> {
    let application = int(offer, "application");
    view.as_rule(|v| {
        let object = v.object("Application")?;
        Ok(!v.get(&object, application)?.get("employee").is_null())
    })
}

/// Whether the scope may ask for the hiring of an offer: it was accepted, nobody is at it, and they may write what it takes.
///
/// # Errors
/// Those of the store.
pub fn may(view: &mut View<'_>, offer: &Record) -> Result<bool> {
    let over = text(offer, "hiring") == "done" || hired_already(view, offer)?;
    if text(offer, "state") != "accepted" || busy(view, offer) || over {
        return Ok(false);
    }
    let needed: &[(&str, Action)] = match how(view, offer)? {
        How::New => {
            &[("Employee", Action::Create), ("Contract", Action::Create), ("Assignment", Action::Create)]
        }
        How::Again(_) => {
            &[("Employee", Action::Update), ("Contract", Action::Create), ("Assignment", Action::Create)]
        }
        How::Move(_) => &[("Assignment", Action::Create)],
    };
    // A job runs in one's own name, never in another's.
    let own = view.scope().acting().is_none() && view.scope().actor.id().is_some();
    Ok(own && needed.iter().all(|(object, action)| kit::may(view, object, *action)))
}

/// Whether a hiring was asked for and is under way.
pub fn busy(view: &View<'_>, offer: &Record) -> bool {
    let now = view.scope().installation().clock().now();
    text(offer, "hiring") == "asked" && int(offer, "hiring_at") + PATIENCE > now
}

/// Accepted offers that wait for somebody who may hire, as far as the scope sees them.
///
/// # Errors
/// Those of the store.
pub fn awaiting(view: &mut View<'_>) -> Result<Vec<Waiting>> {
    let object = view.object("Offer")?;
    if !view.rights().may(&object, Action::Read) || !kit::may(view, "Employee", Action::Create) {
        return Ok(Vec::new());
    }
    let accepted = of(view, "Offer", "state", "accepted".into())?;
    let mut out = Vec::new();
    for offer in &accepted {
        if !may(view, offer)? {
            continue;
        }
        let name = view.title("Candidate", int(offer, "candidate"))?.title;
        let what = view.scope().text("recruiting-wait-hire");
        let href = format!("/offers/{}/hire", offer.id);
        out.push(Waiting { name, what, href, due: offer.get("starts_on").as_int(), ..Waiting::default() });
    }
    Ok(out)
}

/// The number that a new employee could have: the one after the highest that looks like the latest one.
///
/// # Errors
/// Those of the store.
pub fn next_number(view: &mut View<'_>) -> Result<String> {
    view.as_rule(|v| {
        let object = v.object("Employee")?;
        let query = |filter, v: &View<'_>| -> Result<Query> {
            Ok(Query { filter, sort: v.sort(&object, "-number")?, limit: 1, ..Query::default() })
        };
        let all = query(None, v)?;
        let Some(last) = v.list(&object, &all)?.records.pop() else { return Ok("1".to_string()) };
        let number = text(&last, "number");
        let digits = number.chars().rev().take_while(char::is_ascii_digit).count();
        let (prefix, tail) = number.split_at(number.len() - digits);
        let Ok(last) = tail.parse::<u64>() else { return Ok(String::new()) };
        Ok(format!("{prefix}{:0digits$}", last + 1))
    })
}

impl Plan {
    /// Reads a form; what is wrong with it is told field by field.
    ///
    /// # Errors
    /// Those of the store.
    pub fn read(
        view: &View<'_>,
        how: How,
        sent: &Sent,
        culture: &'static Culture,
    ) -> Result<std::result::Result<Plan, Vec<Fault>>> {
        let mut faults = Vec::new();
        let mut plan = Plan::default();
        match kit::read_day(sent, "start") {
            Ok(day) => plan.start = day,
            Err(fault) => faults.push(fault),
        }
        let mut read = |object: &str, fields: &[&'static str]| -> Result<Vec<(&'static str, Value)>> {
            let object = view.object(object)?;
            let mut out = Vec::new();
            for name in fields {
                let Some(field) = object.field(name) else { continue };
                let place = form_name(object.def.name, name);
                match kit::read_sent(field, kit::sent(sent, &place), culture) {
                    Ok(Value::Null) if field.mandatory && field.default.is_none() => {
                        faults.push(Fault::new("value.mandatory").on(place));
                    }
                    Ok(Value::Null) => {}
                    Ok(value) => out.push((*name, value)),
                    Err(fault) => faults.push(fault.on(place)),
                }
            }
            Ok(out)
        };
        if how == How::New {
            plan.person = read("Employee", &PERSON)?;
        }
        if !matches!(how, How::Move(_)) {
            plan.contract = read("Contract", &CONTRACT)?;
        }
        plan.place = read("Assignment", &PLACE)?;
        plan.taken = TAKEN.into_iter().filter(|what| kit::sent(sent, what) == "true").collect();
        Ok(if faults.is_empty() { Ok(plan) } else { Err(faults) })
    }
}

/// By what a hiring is found again in core HR: the application's number, and the offer's.
fn mark(view: &mut View<'_>, offer: &Record) -> Result<String> {
    let application = int(offer, "application");
    let application = view.as_rule(|v| {
        let object = v.object("Application")?;
        v.get(&object, application)
    })?;
    Ok(match text(&application, "number") {
        "" => format!("{}/{}", application.id, text(offer, "number")),
        number => format!("{number}/{}", text(offer, "number")),
    })
}

/// Asks for the hiring of an offer, once.
///
/// # Errors
/// `approval.state` where it was not accepted or somebody is at it.
pub fn ask(change: &mut Change<'_>, offer: i64, sent: &Sent, culture: &Culture) -> Result<()> {
    let object = change.object("Offer")?;
    let record = change.get(&object, offer)?;
    if !may(change, &record)? {
        return Err(Fault::new("approval.state").into());
    }
    let now = change.scope().installation().clock().now();
    change.by_rule(|c| {
        let values =
            vec![("hiring", "asked".into()), ("hiring_at", now.into()), ("hiring_faults", Value::Null)];
        c.update("Offer", offer, values).map(drop)
    })?;
    let payload = json!({ "offer": offer, "sent": sent, "culture": culture.code });
    change.enqueue(TASK, &payload, now, None).map(drop)
}

/// Writes everything of core HR, or finds that it is written; the employee.
///
/// # Errors
/// Those of core HR's rules and rights.
pub fn employ(change: &mut Change<'_>, offer: &Record, how: How, plan: &Plan) -> Result<i64> {
    let mark = mark(change, offer)?;
    let made = change.as_rule(|v| of(v, "EmployeeEvent", "comment", mark.as_str().into()))?;
    if let Some(event) = made.first() {
        return Ok(int(event, "employee"));
    }
    let start = Value::Int(plan.start);
    let today = days_of_date(change.scope().installation().clock().today());
    let status = || Value::from(if plan.start > today { "future" } else { "active" });
    let person = match how {
        How::New => {
            let mut values = plan.person.clone();
            values.extend([("hire_date", start.clone()), ("status", status())]);
            change.create("Employee", values)?.id
        }
        How::Again(person) => {
            let object = change.object("Employee")?;
            let before = change.get(&object, person)?;
            let mut values = vec![("hire_date", start.clone()), ("status", status())];
            let ended = ["exit_date", "exit_reason"].into_iter().filter(|f| !before.get(f).is_null());
            values.extend(ended.map(|field| (field, Value::Null)));
            change.update("Employee", person, values)?;
            person
        }
        How::Move(person) => person,
    };
    let own = |values: &[(&'static str, Value)]| {
        let mut all = vec![("employee", Value::Int(person)), ("start", start.clone())];
        all.extend(values.iter().cloned());
        all
    };
    if !matches!(how, How::Move(_)) {
        change.create("Contract", own(&plan.contract)).map_err(renamed)?;
    }
    let before = place(change, person, how, plan)?;
    if !matches!(how, How::Move(_)) {
        terms(change, person, offer, plan)?;
        take_over(change, person, offer, plan, &mark)?;
    }
    let kind = match how {
        How::New => "hire",
        How::Again(_) => "rehire",
        How::Move(_) => "move",
    };
    let now = |field: &str| {
        plan.place.iter().find(|(n, _)| *n == field).map(|(_, v)| v.clone()).unwrap_or_default()
    };
    let old = |field: &str| before.as_ref().map(|b| b.get(field).clone()).unwrap_or_default();
    let mut values = vec![
        ("employee", Value::Int(person)),
        ("date", start.clone()),
        ("kind", kind.into()),
        ("comment", mark.as_str().into()),
        ("from_organisation", old("organisation")),
        ("to_organisation", now("organisation")),
        ("from_job", old("job")),
        ("to_job", now("job")),
    ];
    values.retain(|(_, value)| !value.is_null());
    // The mark is the program's own bookkeeping, whoever may write events.
    change.as_program(|c| {
        let object = c.object("EmployeeEvent")?;
        let draft = Draft::new(&object, values)?;
        c.save(&object, Mode::Upsert, draft).map(drop)
    })?;
    Ok(person)
}

/// What is wrong with the number of a contract is told at its field of the form.
fn renamed(error: Error) -> Error {
    match error {
        Error::Faults(faults) => {
            let faults = faults.into_iter().map(|f| match f.field.as_deref() {
                Some("number") => Fault { field: Some(form_name("Contract", "number")), ..f },
                _ => f,
            });
            Error::Faults(faults.collect())
        }
        other => other,
    }
}

/// Whether a value list has an item.
fn has(view: &View<'_>, list: &str, code: &str) -> bool {
    view.catalogue().lists.get(list).is_some_and(|items| items.iter().any(|i| i.code == code))
}

/// The place in the company from the first day on; what there was on that day before.
fn place(change: &mut Change<'_>, person: i64, how: How, plan: &Plan) -> Result<Option<Record>> {
    let object = change.object("Assignment")?;
    let day = AsOf::Day(date_of_days(plan.start));
    let before = kit::records(change, "Assignment", "employee", &[person], day, 1)?.pop();
    let mut values: Vec<(&str, Value)> =
        vec![("employee", Value::Int(person)), ("start", Value::Int(plan.start))];
    values.extend(plan.place.iter().cloned());
    let reason = if matches!(how, How::Move(_)) { "move" } else { "hire" };
    if has(change, "assignment-reason", reason) {
        values.push(("reason", reason.into()));
    }
    let mut draft = Draft::new(&object, values)?;
    if let (How::Move(_), Some(before)) = (how, &before) {
        // A tenant's own fields stay as they were.
        for field in object.fields.iter().filter(|f| f.extra && !f.read_only) {
            draft.values.push((field.index, before.values.get(field.index).cloned().unwrap_or_default()));
        }
    }
    match before.as_ref().filter(|b| b.get("start").as_int() == Some(plan.start)) {
        Some(same) => {
            draft.values.retain(|(index, _)| !object.key.contains(index));
            change.save(&object, Mode::Update { id: same.id, version: None }, draft)?
        }
        None => change.save(&object, Mode::Insert, draft)?,
    };
    Ok(before)
}

/// Whether the scope may record something about a person.
fn records(change: &mut Change<'_>, object: &str, group: &str, person: i64) -> Result<bool> {
    let object = change.object(object)?;
    Ok(change.who(&object, group, Action::Create)?.includes(Some(person)))
}

/// Working time, and pay where it is by the hour: those are what core HR keeps of an offer's terms.
fn terms(change: &mut Change<'_>, person: i64, offer: &Record, plan: &Plan) -> Result<()> {
    let start = Value::Int(plan.start);
    let percent = offer.get("working_time").clone();
    if !percent.is_null() && records(change, "WorkingTime", GENERAL, person)? {
        let values = vec![("employee", person.into()), ("start", start.clone()), ("percent", percent)];
        change.create("WorkingTime", values)?;
    }
    let hourly = text(offer, "pay_period") == "hour" && !offer.get("salary").is_null();
    if hourly && records(change, "HourlyRate", "financial", person)? {
        let values =
            vec![("employee", person.into()), ("start", start), ("rate", offer.get("salary").clone())];
        change.create("HourlyRate", values)?;
    }
    Ok(())
}

/// What the scope may read of the candidate and record about employees.
fn take_over(change: &mut Change<'_>, person: i64, offer: &Record, plan: &Plan, mark: &str) -> Result<()> {
    let candidate = Value::Int(int(offer, "candidate"));
    let employee = ("employee", Value::Int(person));
    let start = ("start", Value::Int(plan.start));
    let pick = |record: &Record, fields: &[&'static str]| -> Vec<(&'static str, Value)> {
        fields.iter().map(|f| (*f, record.get(f).clone())).filter(|(_, v)| !v.is_null()).collect()
    };
    let wanted = |what: &str| plan.taken.contains(&what);
    if wanted("address") && records(change, "EmployeeAddress", "contact", person)? {
        let fields = ["kind", "care_of", "line1", "line2", "postal_code", "city", "region", "country"];
        for address in readable(change, "CandidateAddress", &candidate)? {
            let mut values = vec![employee.clone(), start.clone()];
            values.extend(pick(&address, &fields));
            change.create("EmployeeAddress", values)?;
        }
    }
    if wanted("contact") && records(change, "EmployeeContact", "contact", person)? {
        let object = change.object("Candidate")?;
        let file = change.get(&object, int(offer, "candidate")).ok();
        for (field, kind) in [("email", "email"), ("phone", "phone")] {
            let value = file.as_ref().map(|f| f.get(field).clone()).unwrap_or_default();
            if value.is_null() || !has(change, "contact-type", kind) {
                continue;
            }
            let values =
                vec![employee.clone(), ("kind", kind.into()), ("value", value), ("main", true.into())];
            let object = change.object("EmployeeContact")?;
            let draft = Draft::new(&object, values)?;
            change.save(&object, Mode::Upsert, draft)?;
        }
    }
    if wanted("skills") && records(change, "ProfileSkill", GENERAL, person)? {
        let object = change.object("ProfileSkill")?;
        for skill in readable(change, "CandidateSkill", &candidate)? {
            let mut values = vec![employee.clone()];
            values.extend(pick(&skill, &["skill", "level", "years", "last_used", "comment"]));
            let draft = Draft::new(&object, values)?;
            change.save(&object, Mode::Upsert, draft)?;
        }
    }
    if wanted("documents") && records(change, "EmployeeDocument", "private", person)? {
        let mut papers: Vec<(String, Value, Value)> = readable(change, "CandidateDocument", &candidate)?
            .iter()
            .map(|d| (kind_of(text(d, "kind")).to_string(), d.get("name").clone(), d.get("file").clone()))
            .collect();
        if let Some((_, name)) = text(offer, "document").split_once('/') {
            papers.push(("letter".into(), name.into(), offer.get("document").clone()));
        }
        for (at, (kind, name, file)) in papers.into_iter().enumerate() {
            let kind = if has(change, "document-type", &kind) { kind } else { "other".to_string() };
            if file.is_null() || !has(change, "document-type", &kind) {
                continue;
            }
            let values = vec![
                employee.clone(),
                ("number", format!("{mark}/{}", at + 1).into()),
                ("kind", kind.into()),
                ("name", name),
                ("file", file),
            ];
            change.create("EmployeeDocument", values)?;
        }
    }
    Ok(())
}

/// Which document of an employee a document of a candidate becomes.
fn kind_of(kind: &str) -> &str {
    match kind {
        "cv" | "letter" | "portfolio" => "application",
        "certificate" | "diploma" | "reference" => kind,
        _ => "other",
    }
}

fn readable(change: &mut Change<'_>, object: &str, candidate: &Value) -> Result<Vec<Record>> {
    match kit::may(change, object, Action::Read) {
        true => of(change, object, "candidate", candidate.clone()),
        false => Ok(Vec::new()),
    }
}

/// What follows in recruiting. Running again does no harm.
///
/// # Errors
/// Those of the store.
pub fn settle(change: &mut Change<'_>, offer: i64, employee: i64) -> Result<()> {
    change.by_rule(|c| {
        let object = c.object("Offer")?;
        let record = c.get(&object, offer)?;
        let values =
            vec![("hiring", "done".into()), ("hiring_faults", Value::Null), ("employee", employee.into())];
        c.update("Offer", offer, values)?;
        let values = vec![("state", "hired".into()), ("employee", employee.into())];
        c.update("Application", int(&record, "application"), values)?;
        let object = c.object("Candidate")?;
        let candidate = c.get(&object, int(&record, "candidate"))?;
        let taken = !of(c, "Candidate", "employee", employee.into())?.is_empty();
        if candidate.get("employee").is_null() && !taken {
            c.update("Candidate", candidate.id, vec![("employee", employee.into())])?;
        }
        let object = c.object("Vacancy")?;
        let vacancy = c.get(&object, int(&record, "vacancy"))?;
        filled(c, &vacancy)
    })
}

/// Those who were hired for a vacancy.
fn hired(view: &mut View<'_>, vacancy: i64) -> Result<i64> {
    let object = view.object("Application")?;
    let is = |field: &str, value: Value| Filter::test(&object, field, Op::Is, vec![value]);
    let filter = Filter::And(vec![is("vacancy", vacancy.into()), is("state", "hired".into())]);
    view.count(&object, &Query { filter: Some(filter), ..Query::default() })
}

/// A vacancy is filled when nobody is sought for it any more, and its requisition when nobody is sought for that.
fn filled(change: &mut Change<'_>, vacancy: &Record) -> Result<()> {
    let open = matches!(text(vacancy, "state"), "draft" | "open" | "suspended");
    if open && hired(change, vacancy.id)? >= int(vacancy, "openings") {
        change.update("Vacancy", vacancy.id, vec![("state", "filled".into())])?;
    }
    let Some(requisition) = vacancy.get("requisition").as_int() else { return Ok(()) };
    let object = change.object("Requisition")?;
    let requisition = change.get(&object, requisition)?;
    let mut all = 0;
    for one in of(change, "Vacancy", "requisition", requisition.id.into())? {
        all += hired(change, one.id)?;
    }
    if text(&requisition, "state") == "approved" && all >= int(&requisition, "headcount") {
        change.update("Requisition", requisition.id, vec![("state", "filled".into())])?;
    }
    Ok(())
}

/// The job: what was asked for, as whoever asked for it.
///
/// # Errors
/// Those of the store; what core HR refuses is noted on the offer.
pub fn run(run: &mut JobRun<'_>) -> Result<Json> {
    let payload = run.job.payload.clone();
    let sent: Option<Sent> = serde_json::from_value(payload["sent"].clone()).ok();
    let culture = payload["culture"].as_str().and_then(Culture::find);
    let (Some(id), Some(sent), Some(culture)) = (payload["offer"].as_i64(), sent, culture) else {
        // Taken up again after its end.
        return Ok(Json::Null);
    };
    let done = match work(run, id, &sent, culture) {
        Ok(employee) => json!({ "employee": employee }),
        Err(Error::Faults(faults)) => {
            let said: Vec<Json> = faults.iter().map(written).collect();
            run.scope.change(Kind::Candidates, |c| {
                c.by_rule(|c| {
                    let values = vec![
                        ("hiring", "failed".into()),
                        ("hiring_faults", Json::from(said.clone()).to_string().into()),
                    ];
                    c.update("Offer", id, values).map(drop)
                })
            })?;
            let codes: Vec<&str> = faults.iter().map(|f| f.code).collect();
            json!({ "refused": codes })
        }
        Err(other) => return Err(other),
    };
    run.forget()?;
    Ok(done)
}

fn work(run: &JobRun<'_>, id: i64, sent: &Sent, culture: &'static Culture) -> Result<i64> {
    let (offer, how) = run.scope.view(|v| {
        let object = v.object("Offer")?;
        let offer = v.get(&object, id)?;
        let how = how(v, &offer)?;
        Ok((offer, how))
    })?;
    let plan = run.scope.view(|v| Plan::read(v, how, sent, culture))?.map_err(Error::from)?;
    // Units and managers are looked up as they are on the first day.
    let scope = run.scope.on(date_of_days(plan.start));
    let employee = scope.change(Kind::Employees, |c| employ(c, &offer, how, &plan))?;
    run.scope.change(Kind::Candidates, |c| settle(c, id, employee))?;
    Ok(employee)
}

/// A fault as it is kept: code, field and arguments, which are told in each reader's language.
fn written(fault: &Fault) -> Json {
    let args: serde_json::Map<String, Json> =
        fault.args.iter().map(|(name, value)| ((*name).to_string(), value.as_str().into())).collect();
    json!({ "code": fault.code, "field": fault.field, "args": args })
}

/// Why a hiring failed.
pub fn refusals(offer: &Record) -> Vec<Fault> {
    let all: Vec<Json> = serde_json::from_str(text(offer, "hiring_faults")).unwrap_or_default();
    let read = |one: &Json| {
        let known = one["code"].as_str().and_then(fault::find)?;
        let value = |name: &str| one["args"][name].as_str().unwrap_or_default().to_string();
        let fault = known.args.iter().fold(Fault::new(known.code), |f, name| f.with(name, value(name)));
        Some(match one["field"].as_str() {
            Some(field) => fault.on(field.to_string()),
            None => fault,
        })
    };
    all.iter().filter_map(read).collect()
}

/// The object of whose field a fault of the form speaks.
pub fn object_of(view: &View<'_>, field: &str) -> Option<std::sync::Arc<Object>> {
    let name = match field {
        _ if PERSON.contains(&field) => "Employee",
        "contract_number" => "Contract",
        _ if PLACE.contains(&field) || field == "start" => "Assignment",
        _ => "Contract",
    };
    view.object(name).ok()
}
