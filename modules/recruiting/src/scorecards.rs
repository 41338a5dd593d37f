//! Scorecards: what each interviewer thinks, in their own words and not led by others'. That nobody reads another's before their
//! own is submitted is the gate's (`Sealed` of the circle); here is who writes what, and when.

use serde_json::Value as Json;
use talang_catalogue::{Fault, Record, Value};
use talang_engine::{Change, Filter, Op, Query, Result, View, Waiting};

use crate::interviews::interviewers;

/// What an interviewer writes.
pub const WRITTEN: [&str; 5] = ["ratings", "overall", "recommendation", "strengths", "concerns"];

/// The criteria for a vacancy: those of its pipeline, or of the standard one, for its job or for all.
///
/// # Errors
/// Those of the store.
pub fn criteria(view: &mut View<'_>, vacancy: &Record) -> Result<Vec<Record>> {
    let pipeline = match vacancy.get("pipeline").as_int() {
        Some(pipeline) => Some(pipeline),
        None => {
            let object = view.object("PipelineTemplate")?;
            let standard = Filter::test(&object, "standard", Op::Is, vec![true.into()]);
            let query = Query { filter: Some(standard), limit: 1, ..Query::default() };
            view.list(&object, &query)?.records.first().map(|r| r.id)
        }
    };
    let Some(pipeline) = pipeline else { return Ok(Vec::new()) };
    let object = view.object("ScorecardCriterion")?;
    let filter = Filter::test(&object, "pipeline", Op::Is, vec![pipeline.into()]);
    let sort = view.sort(&object, "sort_order,code")?;
    let all = view.list(&object, &Query { filter: Some(filter), sort, ..Query::default() })?.records;
    let fits = |c: &Record| {
        c.get("active").as_int() == Some(1) && (c.get("job").is_null() || c.get("job") == vacancy.get("job"))
    };
    Ok(all.into_iter().filter(fits).collect())
}

/// Rating and remark of a criterion.
pub fn rated(card: &Record, criterion: &str) -> (Option<i64>, String) {
    let text = card.get("ratings").as_text().unwrap_or_default();
    let all: Json = serde_json::from_str(text).unwrap_or(Json::Null);
    let one = all.get(criterion);
    let rating = one.and_then(|o| o.get("rating")).and_then(Json::as_i64);
    let comment = one.and_then(|o| o.get("comment")).and_then(Json::as_str);
    (rating, comment.unwrap_or_default().to_string())
}

/// Every interviewer has a card from the moment at which the interview is planned; whoever is not needed any more and has
/// written nothing has none, as long as nobody has submitted theirs.
///
/// # Errors
/// Those of the store.
pub fn deal(change: &mut Change<'_>, _old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(interview) = new else { return Ok(()) };
    let people = interviewers(interview);
    change.as_program(|c| {
        let object = c.object("InterviewScorecard")?;
        let filter = Filter::test(&object, "interview", Op::Is, vec![interview.id.into()]);
        let cards = c.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
        for person in &people {
            if !cards.iter().any(|card| card.get("interviewer").as_int() == Some(*person)) {
                let values = vec![("interview", interview.id.into()), ("interviewer", (*person).into())];
                c.create("InterviewScorecard", values)?;
            }
        }
        // Whoever leaves for a moment would read what others submitted, and come back: their card stays owed.
        let judged = cards.iter().any(|card| !card.get("submitted_at").is_null());
        for card in cards.iter().filter(|_| !judged) {
            let gone = card.get("interviewer").as_int().is_none_or(|id| !people.contains(&id));
            if gone && card.get("submitted_at").is_null() && WRITTEN.iter().all(|f| card.get(f).is_null()) {
                c.delete(&object, card.id, None)?;
            }
        }
        Ok(())
    })
}

/// Before a card is written: by whoever led the interview, in their own name, until it is submitted.
///
/// # Errors
/// Those of the store.
pub fn check(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let scope = view.scope();
    if let Some(text) = new.get("ratings").as_text() {
        let fits = |one: &Json| {
            let rating = one.get("rating").is_none_or(|r| r.as_i64().is_some_and(|r| (1..=5).contains(&r)));
            rating && one.get("comment").is_none_or(Json::is_string)
        };
        let all: Json = serde_json::from_str(text).unwrap_or(Json::Null);
        if !all.as_object().is_some_and(|all| all.values().all(fits)) {
            faults.push(Fault::new("value.json").on("ratings"));
        }
    }
    if scope.is_program() {
        return Ok(());
    }
    let own = |field: &str| Fault::new("scorecard.own").on(field);
    let me = scope.actor.employee().filter(|_| scope.acting().is_none());
    let mine = me.is_some() && new.get("interviewer").as_int() == me;
    let Some(old) = old else {
        // Files bring what was written elsewhere.
        if scope.by_hand() {
            faults.push(own("interviewer"));
        }
        return Ok(());
    };
    let changed = |field: &str| old.get(field) != new.get(field);
    let was = !old.get("submitted_at").is_null();
    if let Some(field) = WRITTEN.iter().find(|f| changed(f))
        && (was || !mine)
    {
        faults.push(own(field));
    }
    if !changed("submitted_at") {
        return Ok(());
    }
    match (was, new.get("submitted_at").is_null()) {
        (false, false) if mine => {
            for field in ["overall", "recommendation"] {
                if new.get(field).is_null() {
                    faults.push(Fault::new("value.mandatory").on(field));
                }
            }
            new.set("submitted_at", Value::Int(scope.installation().clock().now()));
        }
        // Nobody takes their own word back: they would have read the others' by then.
        (true, true) if !mine => {}
        _ => faults.push(own("submitted_at")),
    }
    Ok(())
}

/// What was written stays.
///
/// # Errors
/// Those of the store.
pub fn stays(view: &mut View<'_>, card: &Record, faults: &mut Vec<Fault>) -> Result<()> {
    if !view.scope().is_program() || !card.get("submitted_at").is_null() {
        faults.push(Fault::new("scorecard.own").on("interviewer"));
    }
    Ok(())
}

/// Interviews that are over and that the scope's person has not judged yet.
///
/// # Errors
/// Those of the store.
pub fn awaiting(view: &mut View<'_>) -> Result<Vec<Waiting>> {
    let object = view.object("InterviewScorecard")?;
    let me = view.scope().actor.employee().filter(|_| view.scope().acting().is_none());
    let (Some(me), true) = (me, view.rights().may(&object, talang_engine::Action::Read)) else {
        return Ok(Vec::new());
    };
    let filter = Filter::And(vec![
        Filter::test(&object, "interviewer", Op::Is, vec![me.into()]),
        Filter::test(&object, "submitted_at", Op::Empty, Vec::new()),
    ]);
    let cards = view.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
    let now = view.scope().installation().clock().now();
    let mut out = Vec::new();
    for card in &cards {
        let interview = card.get("interview").as_int().unwrap_or_default();
        let interview = view.as_rule(|v| {
            let object = v.object("Interview")?;
            v.get(&object, interview)
        })?;
        let state = interview.get("state").as_text().unwrap_or_default();
        let over = interview.get("ends_at").as_int().is_some_and(|end| end <= now);
        if !over || matches!(state, "cancelled" | "missed") {
            continue;
        }
        let scope = view.scope();
        let what = scope.text("recruiting-wait-scorecard");
        let name = view.title("Candidate", card.get("candidate").as_int().unwrap_or_default())?.title;
        let href = format!("/scorecards/{}", card.id);
        out.push(Waiting { name, what, href, ..Waiting::default() });
    }
    Ok(out)
}
