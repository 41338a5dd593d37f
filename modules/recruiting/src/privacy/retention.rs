//! How long the data of candidates are kept (G9): a rule per country, and every night whoever's time is over is asked, and erased where
//! the answer is no or does not come.

use std::collections::HashMap;

use jiff::civil::Date;
use serde_json::{Value as Json, json};
use talang_catalogue::value::{date_of_days, days_of_date};
use talang_catalogue::{Culture, Kind, Record, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Filter, Op, Query, Result, View};
use talang_mail::Enclosed;

use super::area::{self, Ticket};
use super::erasure;
use crate::letters;
use crate::objects::careers::{MessagePurpose, RetentionRule};
use crate::readers;
use crate::text;

/// The task that asks and erases, once a night.
pub(crate) const TASK: &str = "recruiting.retention";

const DAY: i64 = 86_400_000_000;
/// Candidates that are looked at together.
const PIECE: usize = 200;

fn day_of(record: &Record, name: &str) -> Option<i64> {
    record.get(name).as_int().map(|at| at.div_euclid(DAY))
}

/// A rule changed: the task runs from the next night on.
pub(crate) fn follow(change: &mut Change<'_>, _old: Option<&Record>, _new: Option<&Record>) -> Result<()> {
    change.as_program(|c| c.nightly(TASK))
}

/// Adds months to a day; the end of a month stays one.
fn plus(day: i64, months: i64) -> i64 {
    let span = jiff::Span::new().try_months(months).unwrap_or_default();
    let date: Date = date_of_days(day);
    date.checked_add(span).map_or(day, days_of_date)
}

/// The rules that are in use, by country; the one for all others under nothing.
fn rules(view: &mut View<'_>) -> Result<HashMap<String, RetentionRule>> {
    view.as_rule(|v| {
        let object = v.object("RetentionRule")?;
        let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
        let all = v.typed_list::<RetentionRule>(&Query { filter: Some(active), ..Query::default() })?;
        let country = |rule: &RetentionRule| rule.country.as_ref().map(|c| c.to_string()).unwrap_or_default();
        Ok(all.into_iter().map(|(_, rule)| (country(&rule), rule)).collect())
    })
}

/// How a candidate's data stand.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Code of the rule; empty where there is none.
    pub rule: String,
    /// Country whose rule it is: that of the entity of the latest action.
    pub country: String,
    /// Last day on which the data are kept; nothing while something is under way, or where there is no rule.
    pub until: Option<i64>,
    /// The candidate agreed to that day.
    pub consented: bool,
    /// Row number of the question that waits for an answer, and the last day for it.
    pub asked: Option<(i64, i64)>,
    /// An application is under way, or the person was hired: nothing is asked or erased.
    pub held: bool,
    /// Months that a consent adds.
    extension: i64,
    /// Days for an answer.
    answer_days: i64,
}

/// How the data of some candidates stand, by number.
///
/// # Errors
/// Those of the store.
pub fn standing(view: &mut View<'_>, candidates: &[Record]) -> Result<HashMap<i64, Standing>> {
    let rules = rules(view)?;
    view.as_rule(|v| {
        let ids: Vec<Value> = candidates.iter().map(|c| Value::Int(c.id)).collect();
        let mut about = |object: &str| -> Result<HashMap<i64, Vec<Record>>> {
            let object = v.object(object)?;
            let filter = Filter::test(&object, "candidate", Op::Is, ids.clone());
            let mut out: HashMap<i64, Vec<Record>> = HashMap::new();
            for record in v.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records {
                let person = record.get("candidate").as_int().unwrap_or_default();
                out.entry(person).or_default().push(record);
            }
            Ok(out)
        };
        let (applications, events, consents) =
            (about("Application")?, about("ApplicationEvent")?, about("CandidateConsent")?);
        let accounts = about("CandidateAccount")?;
        let unasked = about("SpeculativeApplication")?;
        let mut countries: HashMap<i64, String> = HashMap::new();
        let mut out = HashMap::new();
        for person in candidates {
            let own = applications.get(&person.id).map(Vec::as_slice).unwrap_or_default();
            let happened = events.get(&person.id).map(Vec::as_slice).unwrap_or_default();
            let last = own
                .iter()
                .filter_map(|a| {
                    let of = happened.iter().filter(|e| e.get("application").as_int() == Some(a.id));
                    let days = of.filter_map(|e| day_of(e, "at"));
                    let day = days.chain(day_of(a, "applied_at")).chain(day_of(a, "stage_since")).max()?;
                    Some((day, a))
                })
                .max_by_key(|(day, a)| (*day, a.id));
            let spoke =
                unasked.get(&person.id).into_iter().flatten().filter_map(|a| day_of(a, "received_at")).max();
            let (day, vacancy) = match last {
                Some((day, application)) => (spoke.max(Some(day)), application.get("vacancy").as_int()),
                // Whoever never applied for anything is kept from the day on which the record was made, or they last spoke.
                None => (spoke.max(begun(v, person)?), None),
            };
            // Whoever signs in is in touch with the company: a last action like others, though never the one that names the country.
            let signed_in = accounts.get(&person.id).into_iter().flatten();
            let day = signed_in.filter_map(|a| a.get("last_signed_in").as_int()).chain(day).max();
            let mut country = match vacancy {
                Some(id) => match countries.get(&id) {
                    Some(known) => known.clone(),
                    None => {
                        let found = place(v, id)?;
                        countries.insert(id, found.clone());
                        found
                    }
                },
                None => String::new(),
            };
            if country.is_empty() {
                country = text(person, "country").to_string();
            }
            let mut is = Standing {
                held: !person.get("employee").is_null()
                    || own.iter().any(|a| matches!(text(a, "state"), "active" | "hired")),
                ..Standing::default()
            };
            if let Some(rule) = rules.get(&country).or_else(|| rules.get("")) {
                is.rule = rule.code.to_string();
                is.extension = rule.extension.unwrap_or(rule.months);
                is.answer_days = rule.answer_days;
                let plain = day.map(|day| plus(day, rule.months));
                let agreed = person.get("consent_until").as_int();
                is.until = plain.max(agreed);
                is.consented = agreed.is_some() && agreed >= plain;
            }
            is.country = country;
            let waits = |c: &&Record| {
                text(c, "purpose") == "retention"
                    && !c.get("asked_at").is_null()
                    // The last day for the answer: without one nobody was asked.
                    && !c.get("until").is_null()
                    && c.get("given_at").is_null()
                    && c.get("refused_at").is_null()
                    // What happened since is an answer of its own.
                    && day_of(c, "asked_at") >= day
            };
            let all = consents.get(&person.id).map(Vec::as_slice).unwrap_or_default();
            if let Some(question) = all.iter().filter(waits).max_by_key(|c| c.get("asked_at").as_int())
                && !unanswerable(v, person, question)?
            {
                is.asked = Some((question.id, question.get("until").as_int().unwrap_or_default()));
            }
            out.insert(person.id, is);
        }
        Ok(out)
    })
}

/// Whether the link of a question leads nowhere any more: it was asked at another address, or of a file that was merged into this one.
fn unanswerable(view: &mut View<'_>, person: &Record, question: &Record) -> Result<bool> {
    let asked = question.get("asked_at").as_int().unwrap_or_default();
    let touches = |entry: &talang_engine::journal::Entry, name: &str| {
        let field = entry.object.field(name).map(|f| f.index);
        entry.changes.iter().any(|(index, old, _)| Some(*index) == field && !old.is_null())
    };
    let own = view.history(&person.object, person.id, 200)?;
    let moved = own.iter().any(|e| e.at > asked && touches(e, "email"));
    let of = view.history(&question.object, question.id, 50)?;
    Ok(moved || of.iter().any(|e| touches(e, "candidate")))
}

/// The day on which a candidate's record was made.
fn begun(view: &mut View<'_>, person: &Record) -> Result<Option<i64>> {
    let history = view.history(&person.object, person.id, 1_000)?;
    Ok(history.iter().map(|e| e.at.div_euclid(DAY)).min())
}

/// The country of a vacancy's entity: that of its place of work, or the one that it names.
fn place(view: &mut View<'_>, vacancy: i64) -> Result<String> {
    let object = view.object("Vacancy")?;
    let record = view.get(&object, vacancy)?;
    if let Some(id) = record.get("establishment").as_int() {
        let object = view.object("Establishment")?;
        let found = view.current(&object, id)?;
        if !text(&found, "country").is_empty() {
            return Ok(text(&found, "country").to_string());
        }
    }
    Ok(text(&record, "country").to_string())
}

/// What happens to a candidate tonight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Ask,
    Erase,
}

/// What is to be done on a day.
fn step(is: &Standing, today: i64, reached: bool) -> Option<Step> {
    let until = is.until.filter(|_| !is.held)?;
    match is.asked {
        // Kept for longer meanwhile: by a consent, another rule, something that happened.
        _ if today <= until => None,
        Some((_, last)) => (today > last).then_some(Step::Erase),
        None if reached => Some(Step::Ask),
        // Nobody can be asked: the time is over.
        None => Some(Step::Erase),
    }
}

/// The nightly task: each candidate in a transaction of their own, so that running again goes on where it ended.
pub(crate) fn run(run: &mut JobRun<'_>) -> Result<Json> {
    let (mut asked, mut erased) = (0, 0);
    if !run.scope.view(|v| Ok(v.feature("recruiting")? && !rules(v)?.is_empty()))? {
        return Ok(Json::Null);
    }
    let today = days_of_date(run.scope.installation().clock().today());
    // Where no mail leaves, or no site could take the answer, nobody can be asked; and nobody is erased for not answering.
    let asks = talang_mail::available(run.scope.installation()) && run.scope.view(area::site)?.is_some();
    let all: Vec<i64> = run.scope.view(|v| {
        let object = v.object("Candidate")?;
        Ok(v.ids(&object, &Query::default())?.iter().collect())
    })?;
    for piece in all.chunks(PIECE) {
        if run.stopping() {
            break;
        }
        let due: Vec<(i64, Step)> = run.scope.view(|v| {
            let object = v.object("Candidate")?;
            let query = Query { filter: Some(Filter::Ids(piece.to_vec())), ..Query::default() };
            let people = v.list(&object, &query)?.records;
            let standing = standing(v, &people)?;
            let mut due = Vec::new();
            for person in people.iter().filter(|p| p.get("anonymised_on").is_null()) {
                let reached = talang_mail::check_address(text(person, "email")).is_ok();
                let Some(is) = standing.get(&person.id) else { continue };
                match step(is, today, reached) {
                    Some(Step::Ask) if !asks => {}
                    Some(Step::Erase) if !asks && is.asked.is_some() => {}
                    Some(step) => due.push((person.id, step)),
                    None => {}
                }
            }
            Ok(due)
        })?;
        for (candidate, what) in due {
            let done = run.scope.change(Kind::Candidates, |c| {
                // As it stands now: whoever answered meanwhile has answered.
                let object = c.object("Candidate")?;
                let person = c.get(&object, candidate)?;
                let known = standing(c, std::slice::from_ref(&person))?;
                let Some(is) = known.get(&candidate) else { return Ok(false) };
                let reached = talang_mail::check_address(text(&person, "email")).is_ok();
                if step(is, today, reached) != Some(what) || !person.get("anonymised_on").is_null() {
                    return Ok(false);
                }
                match what {
                    Step::Ask => ask(c, &person, is, today),
                    Step::Erase => erasure::erase(c, candidate).map(|()| true),
                }
            })?;
            match (done, what) {
                (true, Step::Ask) => asked += 1,
                (true, Step::Erase) => erased += 1,
                _ => {}
            }
        }
        run.progress(&json!({ "asked": asked, "erased": erased }))?;
    }
    Ok(json!({ "asked": asked, "erased": erased }))
}

/// Asks: what is said is kept with the question. Whether anybody was asked: not without a link by which to answer.
fn ask(change: &mut Change<'_>, person: &Record, is: &Standing, today: i64) -> Result<bool> {
    let Some(reader) = readers::candidate_of(change, person.id)? else { return Ok(false) };
    let culture: &'static Culture = reader.culture;
    let (last, until) = (today + is.answer_days, plus(today, is.extension));
    let mut fields = letters::of_candidate(change, person.id, culture)?;
    fields.set("answer.until", culture.date_long(last));
    fields.set("keep.until", culture.date_long(until));
    let all = letters::wordings(change)?;
    let company = change.scope().tenant().culture();
    let letter = match letters::for_purpose(&all, MessagePurpose::Retention, culture, company) {
        Some(wording) => letters::render(&wording.template(), &fields),
        None => {
            let registry = change.scope().installation().registry();
            let say = |key: &str| registry.messages.plain(culture.language, key);
            let (heading, text) =
                (say("privacy-keep-heading"), say("privacy-keep-text").replace(['[', ']'], "|"));
            let text = text
                .replace("|keep|", fields.get("keep.until"))
                .replace("|answer|", fields.get("answer.until"));
            letters::Letter { heading, text, missing: Vec::new() }
        }
    };
    let lasts = (is.answer_days + 1) * DAY;
    let Some(link) = area::link(change, Ticket::Keep, person.id, "me/keep", lasts, culture)? else {
        return Ok(false);
    };
    let now = change.scope().installation().clock().now();
    change.as_program(|c| {
        let country = if is.country.is_empty() { Value::Null } else { is.country.as_str().into() };
        let values = vec![
            ("candidate", person.id.into()),
            ("purpose", "retention".into()),
            ("asked_at", now.into()),
            ("until", Value::Int(last)),
            ("country", country),
            ("text", letter.text.as_str().into()),
        ];
        c.create("CandidateConsent", values).map(drop)
    })?;
    let mail = readers::Letter {
        template: "candidate-keep",
        arguments: vec![("heading", letter.heading)],
        link: Some(link.path),
        enclosed: Enclosed { words: letter.text, host: link.host, ..Enclosed::default() },
    };
    readers::send(change, &reader, mail).map(|()| true)
}

/// Takes an answer to the question that waits; nothing waits: nothing is done, and that is said. After a yes the last day.
///
/// # Errors
/// Those of the store.
pub fn answer(change: &mut Change<'_>, person: &Record, yes: bool) -> Result<Option<Option<i64>>> {
    let standing = standing(change, std::slice::from_ref(person))?;
    let Some(is) = standing.get(&person.id) else { return Ok(None) };
    let Some((question, _)) = is.asked else { return Ok(None) };
    if !yes {
        erasure::erase(change, person.id)?;
        return Ok(Some(None));
    }
    let now = change.scope().installation().clock().now();
    let until = plus(now.div_euclid(DAY), is.extension);
    change.as_program(|c| {
        c.update("CandidateConsent", question, vec![("given_at", now.into()), ("until", Value::Int(until))])?;
        c.update("Candidate", person.id, vec![("consent_until", Value::Int(until))]).map(drop)
    })?;
    Ok(Some(Some(until)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(until: i64) -> Standing {
        Standing { until: Some(until), ..Standing::default() }
    }

    #[test]
    fn whoever_is_over_time_is_asked_then_erased_and_others_are_left_alone() {
        // G9
        assert_eq!(step(&kept(10), 10, true), None);
        assert_eq!(step(&kept(10), 11, true), Some(Step::Ask));
        assert_eq!(step(&kept(10), 11, false), Some(Step::Erase));
        let asked = Standing { asked: Some((1, 40)), ..kept(10) };
        assert_eq!(step(&asked, 40, true), None);
        assert_eq!(step(&asked, 41, true), Some(Step::Erase));
        let longer = Standing { until: Some(90), ..asked.clone() };
        assert_eq!(step(&longer, 60, true), None, "kept for longer meanwhile, by a consent or another rule");
        assert_eq!(step(&Standing { held: true, ..asked }, 99, true), None);
        assert_eq!(step(&Standing::default(), 99, true), None, "no rule");
    }

    #[test]
    fn months_end_where_months_end() {
        let day = |text: &str| days_of_date(text.parse().unwrap());
        assert_eq!(plus(day("2026-01-31"), 1), day("2026-02-28"));
        assert_eq!(plus(day("2026-11-30"), 24), day("2028-11-30"));
    }
}
