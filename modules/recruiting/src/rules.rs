//! The rules of recruiting: what must hold between fields and records beyond what the declarations say, and what follows
//! from a change in the same transaction.

use talang_catalogue::{Fault, Kind, Record, Value};
use talang_engine::registry::{After, Before};
use talang_engine::{Change, Filter, Op, Query, Removal, Result, Rule, View};

use crate::{agencies, approvals, interviews, letters, mentions, offers, referrals, scorecards};

/// Every rule of this crate.
pub fn rules() -> Vec<Rule> {
    let before = |object, before: Before| Rule { object, before: Some(before), after: None };
    let after = |object, after: After| Rule { object, before: None, after: Some(after) };
    vec![
        before("Requisition", salary_range),
        before("Requisition", requisition),
        before("Requisition", approvals::locked),
        Rule {
            object: "RequisitionApproval",
            before: Some(approvals::check),
            after: Some(approvals::follow),
        },
        Rule { object: "Offer", before: Some(offers::check), after: Some(offers::follow) },
        before("Offer", approvals::locked),
        Rule { object: "OfferApproval", before: Some(approvals::check), after: Some(approvals::follow) },
        before("ApprovalRule", approval_rule),
        Rule { object: "Interview", before: Some(interviews::check), after: Some(interviews::follow) },
        before("InterviewSlot", interviews::arranged),
        after("Interview", scorecards::deal),
        before("InterviewScorecard", scorecards::check),
        before("Vacancy", salary_range),
        before("Vacancy", vacancy),
        before("Application", application),
        after("Application", tell),
        after("Application", agencies::application),
        Rule { object: "AgencyMandate", before: Some(agencies::mandate), after: Some(agencies::told) },
        Rule { object: "AgencySubmission", before: Some(agencies::check), after: Some(agencies::follow) },
        Rule { object: "ApplicationNote", before: Some(note), after: Some(mentions::tell) },
        before("MessageTemplate", letters::template),
        after("RetentionRule", crate::privacy::retention::follow),
        Rule {
            object: "CandidateMessage",
            before: Some(letters::sending::check),
            after: Some(letters::sending::follow),
        },
        before("FrontOffice", front_office),
        before("VacancyPosting", posting),
        after("CandidateDocument", crate::documents::follow),
        after("Candidate", crate::privacy::account::follow),
        Rule { object: "Referral", before: Some(referrals::check), after: Some(referrals::tell) },
        after("Application", referrals::follow),
    ]
}

/// What cannot be removed by hand.
pub fn removals() -> Vec<Removal> {
    vec![
        Removal { object: "Requisition", check: approvals::kept },
        Removal { object: "RequisitionApproval", check: approvals::stays },
        Removal { object: "Offer", check: approvals::kept },
        Removal { object: "OfferApproval", check: approvals::stays },
        Removal { object: "InterviewScorecard", check: scorecards::stays },
    ]
}

/// A requisition says since when it is asked for.
fn requisition(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    _faults: &mut Vec<Fault>,
) -> Result<()> {
    if old.is_none() && new.get("requested_on").is_null() {
        new.set("requested_on", today(view));
    }
    Ok(())
}

/// A rule for approvals names whom it asks.
fn approval_rule(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    for field in ["role", "employee"] {
        if new.get("asks").as_text() == Some(field) && new.get(field).is_null() {
            faults.push(Fault::new("value.mandatory").on(field));
        }
    }
    Ok(())
}

/// Microseconds since 1970, as instants are kept.
fn now(view: &View<'_>) -> Value {
    Value::Int(view.scope().installation().clock().now())
}

fn today(view: &View<'_>) -> Value {
    view.scope().installation().clock().today().into()
}

/// The lower end of a range of salaries is not above the upper one, and both are in the same currency.
fn salary_range(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if let (Value::Money(from, currency), Value::Money(to, other)) =
        (new.get("salary_from"), new.get("salary_to"))
    {
        if currency != other {
            faults.push(Fault::new("value.currency").on("salary_to"));
        } else if to < from {
            let least = talang_catalogue::Culture::NEUTRAL.decimal_plain(*from);
            faults.push(Fault::new("value.too_small").on("salary_to").with("min", least));
        }
    }
    Ok(())
}

/// A vacancy that is opened or closed says since when; nobody can apply before it was opened.
fn vacancy(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let state = new.get("state").as_text().unwrap_or_default().to_string();
    let changed = old.is_none_or(|o| o.get("state") != new.get("state"));
    match state.as_str() {
        "open" if changed => {
            if new.get("opened_on").is_null() {
                new.set("opened_on", today(view));
            }
            new.set("closed_on", Value::Null);
        }
        "filled" | "closed" if changed && new.get("closed_on").is_null() => new.set("closed_on", today(view)),
        _ => {}
    }
    for (from, to) in [("opened_on", "apply_until"), ("opened_on", "closed_on")] {
        if let (Some(from), Some(until)) = (new.get(from).as_int(), new.get(to).as_int())
            && until < from
        {
            faults.push(Fault::new("period.end_before_start").on(to));
        }
    }
    Ok(())
}

/// A stage of a pipeline as rules and boards need it.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Row number.
    pub id: i64,
    /// What it is for: `new`, `screening`, `interview`, `offer`, `hired`, `refused`.
    pub kind: String,
    /// Days after which an application has waited too long in it.
    pub days: Option<i64>,
    /// Used for new entries.
    pub active: bool,
}

/// The stages through which the applications for a vacancy go, in their order: those of its pipeline, or of the standard
/// one where it names none.
///
/// # Errors
/// Those of the store.
pub fn stages(view: &mut View<'_>, vacancy: &Record) -> Result<Vec<Stage>> {
    let pipeline = match vacancy.get("pipeline").as_int() {
        Some(pipeline) => pipeline,
        None => {
            let object = view.object("PipelineTemplate")?;
            let standard = Filter::test(&object, "standard", Op::Is, vec![true.into()]);
            let query = Query { filter: Some(standard), limit: 1, ..Query::default() };
            match view.list(&object, &query)?.records.first() {
                Some(found) => found.id,
                None => return Ok(Vec::new()),
            }
        }
    };
    let object = view.object("PipelineStage")?;
    let filter = Filter::test(&object, "pipeline", Op::Is, vec![pipeline.into()]);
    let query = Query { filter: Some(filter), sort: view.sort(&object, "rank,code")?, ..Query::default() };
    let stage = |r: &Record| Stage {
        id: r.id,
        kind: r.get("kind").as_text().unwrap_or_default().to_string(),
        days: r.get("days").as_int(),
        active: r.get("active").as_int() == Some(1),
    };
    Ok(view.list(&object, &query)?.records.iter().map(stage).collect())
}

/// Where an application stands and how it ended go together: whoever moves it to the stage of the hired has hired it, and
/// whoever refuses it has moved it. A refusal has a reason.
fn application(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if old.is_none() {
        if new.get("applied_at").is_null() {
            new.set("applied_at", now(view));
        }
        if new.get("source").is_null()
            && let Some(candidate) = new.get("candidate").as_int()
        {
            let object = view.object("Candidate")?;
            let source = view.get(&object, candidate)?.get("source").clone();
            new.set("source", source);
        }
    }
    let moved = old.is_none_or(|o| o.get("stage") != new.get("stage"));
    let decided = old.is_none_or(|o| o.get("state") != new.get("state"));
    let Some(vacancy) = new.get("vacancy").as_int().filter(|_| moved || decided) else { return Ok(()) };
    let from = &["Vacancy", "PipelineTemplate", "PipelineStage", "HiringTeamMember"];
    let stages = view.remember(("recruiting.stages", vacancy), from, |view| {
        let object = view.object("Vacancy")?;
        let vacancy = view.get(&object, vacancy)?;
        stages(view, &vacancy)
    })?;
    let of_kind = |kind: &str| stages.iter().find(|s| s.active && s.kind == kind).map(|s| s.id);
    let ended = |kind: &str| matches!(kind, "hired" | "refused");
    if new.get("stage").is_null() {
        let first = stages.iter().find(|s| s.active && !ended(&s.kind)).map(|s| s.id);
        new.set("stage", first.map_or(Value::Null, Value::Int));
    }
    let at = new.get("stage").as_int();
    let stage = stages.iter().find(|s| Some(s.id) == at).cloned();
    if moved
        && stage.is_none()
        && let Some(id) = at
    {
        let key = view.title("PipelineStage", id)?.key;
        faults.push(
            Fault::new("reference.unknown").on("stage").with("object", "PipelineStage").with("key", key),
        );
        return Ok(());
    }
    let kind = stage.map(|s| s.kind).unwrap_or_default();
    let state = new.get("state").as_text().unwrap_or_default().to_string();
    // What was changed leads; where both were, the stage does, unless the person withdrew.
    match (moved, state.as_str()) {
        (_, "withdrawn") if decided => {}
        (true, _) if ended(&kind) => new.set("state", kind.as_str().into()),
        (true, "hired" | "refused") if old.is_some() && !decided => new.set("state", "active".into()),
        (_, "hired" | "refused") if kind != state => {
            if let Some(stage) = of_kind(&state) {
                new.set("stage", stage.into());
            }
        }
        // Taken up again without a word about where: at the beginning.
        (false, "active") if ended(&kind) => {
            let first = stages.iter().find(|s| s.active && !ended(&s.kind)).map(|s| s.id);
            new.set("stage", first.map_or(Value::Null, Value::Int));
        }
        _ => {}
    }
    if old.is_none_or(|o| o.get("stage") != new.get("stage")) {
        let since = if old.is_none() { new.get("applied_at").clone() } else { now(view) };
        new.set("stage_since", since);
    }
    if new.get("state").as_text() == Some("active") {
        new.set("rejection_reason", Value::Null);
        new.set("rejection_comment", Value::Null);
    }
    // Files bring what another system knew; people say why.
    let by_hand = view.scope().door != talang_engine::Door::Import;
    if by_hand && new.get("state").as_text() == Some("refused") && new.get("rejection_reason").is_null() {
        faults.push(Fault::new("value.mandatory").on("rejection_reason"));
    }
    Ok(())
}

/// What happened to an application is told where the team, and later the candidate, can read it.
fn tell(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(new) = new.filter(|_| change.kind() == Kind::Candidates) else { return Ok(()) };
    let moved = old.is_none_or(|o| o.get("stage") != new.get("stage"));
    let decided = old.is_none_or(|o| o.get("state") != new.get("state"));
    let before = old.map(|o| o.get("state").as_text().unwrap_or_default()).unwrap_or_default();
    let kind = match (old, new.get("state").as_text().unwrap_or_default()) {
        (None, _) => "received",
        (_, state @ ("hired" | "refused" | "withdrawn")) if decided => state,
        (_, "active") if decided && before != "active" => "reopened",
        _ if moved => "moved",
        _ => return Ok(()),
    };
    let by = change.scope().actor.employee().map_or(Value::Null, Value::Int);
    let at = if old.is_none() { new.get("applied_at").clone() } else { now(change) };
    let values = vec![
        ("application", new.id.into()),
        ("at", at),
        ("kind", kind.into()),
        ("from_stage", old.map(|o| o.get("stage").clone()).unwrap_or_default()),
        ("to_stage", new.get("stage").clone()),
        ("reason", new.get("rejection_reason").clone()),
        ("by", by),
    ];
    change.make_later("ApplicationEvent", values)
}

/// Nobody is asked for data without being told what becomes of them (G6), and colours are colours.
fn front_office(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if new.get("active").as_int() == Some(1) && new.get("privacy_notice").is_null() {
        faults.push(Fault::new("value.mandatory").on("privacy_notice"));
    }
    // Colleagues have an account already.
    if new.get("internal").as_int() == Some(1) && new.get("accounts").as_int() == Some(1) {
        faults.push(Fault::new("site.accounts_internal").on("accounts"));
    }
    if let Some(colour) = new.get("colour").as_text()
        && let Err(fault) = talang_engine::charter::Colour::parse(colour)
    {
        faults.push(fault.on("colour"));
    }
    if let Some(domain) = new.get("domain").as_text() {
        let domain = domain.trim().trim_end_matches('.').to_ascii_lowercase();
        let fine = domain.contains('.')
            && domain.split('.').all(|label| {
                (1..=63).contains(&label.len())
                    && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                    && !label.starts_with('-')
                    && !label.ends_with('-')
            });
        if !fine {
            faults.push(Fault::new("value.host").on("domain").with("value", &domain));
        }
        new.set("domain", domain.into());
    }
    Ok(())
}

/// On a career site the days alone say whether a vacancy stands there.
fn posting(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    _faults: &mut Vec<Fault>,
) -> Result<()> {
    if new.get("state").as_text() != Some("planned") {
        return Ok(());
    }
    let object = view.object("FrontOffice")?;
    let filter = Filter::test(&object, "channel", Op::Is, vec![new.get("channel").clone()]);
    if view.count(&object, &Query { filter: Some(filter), ..Query::default() })? > 0 {
        new.set("state", "online".into());
    }
    Ok(())
}

/// A note says who wrote it and when.
fn note(view: &mut View<'_>, old: Option<&Record>, new: &mut Record, faults: &mut Vec<Fault>) -> Result<()> {
    mentions::check(view, old, new, faults)?;
    if old.is_none() {
        if new.get("written_at").is_null() {
            new.set("written_at", now(view));
        }
        if let (true, Some(me)) = (new.get("author").is_null(), view.scope().actor.employee()) {
            new.set("author", me.into());
        }
    }
    Ok(())
}
