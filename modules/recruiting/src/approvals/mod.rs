//! Approvals: who is asked, one after the other, before somebody is sought or hired (issue: requisitions, offers).
//!
//! A request is handed in; [`asked`] works out from the tenant's rules who decides, in turns. Those of one turn decide instead of
//! one another, as the holders of a role do. Each approves, refuses or sends back, in their own name or through a deputy
//! (A13); the rule of the steps holds at every door:
//!
//! * only whoever is asked decides, when it is their turn, about what is still handed in;
//! * nobody decides about what they ask for, nor twice in one round, whoever's name it is in;
//! * steps are neither added nor removed by hand. Somebody else may be asked instead as long as a step waits.
//!
//! What follows — the next turn, the end, the letters — is the program's work in the same transaction.

mod asked;
mod letters;

use crate::text;
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, Kind, Object, Record, Value};
use talang_engine::acting::Ground;
use talang_engine::{Action, Actor, Change, Door, Error, Filter, Op, Query, Result, View, Waiting};

pub use letters::{REMIND, remind};

/// A kind of request about which several people decide.
pub struct Chain {
    /// The choice of `ApprovalRule.about`.
    pub about: &'static str,
    /// The object of the requests.
    pub subject: &'static str,
    /// The object of the steps.
    pub steps: &'static str,
    /// The field of a step that names the request.
    pub link: &'static str,
    /// The field of a request that names who asks.
    pub asker: &'static str,
    /// The employees whom a request concerns, who asks among them: they are not asked and do not decide.
    pub concerned: fn(&mut View<'_>, &Record) -> Result<Vec<i64>>,
    /// The amount by which rules are measured; nothing where a request names none that can be compared.
    pub amount: fn(&Record) -> Value,
    /// The field of a request that says how it was decided in the end.
    pub comment: &'static str,
    /// Where a request is looked at: `/requisitions`.
    pub page: &'static str,
    /// The message that says what waits for whoever is asked, with `{ $title }`.
    pub waits: &'static str,
    /// Templates of the letters.
    pub letters: Letters,
    /// Whose managers are asked, the nearest first.
    pub line: fn(&mut View<'_>, &Record) -> Result<Vec<i64>>,
    /// The unit by which rules are chosen.
    pub unit: fn(&mut View<'_>, &Record) -> Result<Option<i64>>,
}

/// Templates of the letters of a chain.
pub struct Letters {
    /// To whom it is asked of, at once.
    pub asked: &'static str,
    /// To whom it has been asked of for a while.
    pub reminded: &'static str,
    /// To whoever asked: approved.
    pub approved: &'static str,
    /// Refused.
    pub refused: &'static str,
    /// Sent back.
    pub returned: &'static str,
}

/// Requisitions: the managers of whoever asks, as far up as the rules say.
pub static REQUISITIONS: Chain = Chain {
    about: "requisition",
    subject: "Requisition",
    steps: "RequisitionApproval",
    link: "requisition",
    asker: "requester",
    concerned: |_, record| Ok(record.get("requester").as_int().into_iter().collect()),
    amount: |record| record.get("budget").clone(),
    comment: "decision_comment",
    page: "/requisitions",
    waits: "recruiting-wait-requisition",
    letters: Letters {
        asked: "requisition-asked",
        reminded: "requisition-reminded",
        approved: "requisition-approved",
        refused: "requisition-refused",
        returned: "requisition-returned",
    },
    line: |view, record| match record.get("requester").as_int() {
        Some(person) => Ok(view.people_graph()?.managers(person)),
        None => Ok(Vec::new()),
    },
    unit: |_, record| Ok(record.get("organisation").as_int()),
};

/// Offers: the future manager and the managers above, as far up as the rules say. Neither whoever makes the offer nor the
/// candidate, who may work here, has a say in it.
pub static OFFERS: Chain = Chain {
    about: "offer",
    subject: "Offer",
    steps: "OfferApproval",
    link: "offer",
    asker: "author",
    concerned: |view, record| {
        let candidate = record.get("candidate").as_int().unwrap_or_default();
        let candidate = view.as_rule(|v| {
            let object = v.object("Candidate")?;
            v.get(&object, candidate)
        })?;
        let mut who: Vec<i64> = [record.get("author").as_int(), candidate.get("employee").as_int()]
            .into_iter()
            .flatten()
            .collect();
        who.extend(crate::offers::writers(view, record)?);
        Ok(who)
    },
    amount: crate::offers::a_year,
    comment: "decision_comment",
    page: "/offers",
    waits: "recruiting-wait-offer",
    letters: Letters {
        asked: "offer-asked",
        reminded: "offer-reminded",
        approved: "offer-approved",
        refused: "offer-refused",
        returned: "offer-returned",
    },
    line: |view, record| {
        let vacancy = vacancy_of(view, record)?;
        let Some(manager) = vacancy.get("manager").as_int().or(record.get("author").as_int()) else {
            return Ok(Vec::new());
        };
        let mut line = vec![manager];
        line.extend(view.people_graph()?.managers(manager));
        let concerned = (OFFERS.concerned)(view, record)?;
        line.retain(|id| !concerned.contains(id));
        Ok(line)
    },
    unit: |view, record| Ok(vacancy_of(view, record)?.get("organisation").as_int()),
};

fn vacancy_of(view: &mut View<'_>, record: &Record) -> Result<Record> {
    let object = view.object("Vacancy")?;
    view.get(&object, record.get("vacancy").as_int().unwrap_or_default())
}

/// Every chain.
pub static CHAINS: [&Chain; 2] = [&REQUISITIONS, &OFFERS];

fn chain_of(object: &Object) -> Result<&'static Chain> {
    let found = CHAINS.into_iter().find(|c| c.steps == object.def.name || c.subject == object.def.name);
    found.ok_or_else(|| Fault::new("internal").into())
}

/// In whose name the scope decides: its own, or, for a deputy, that of whom it acts for. Whoever only looks on by consent
/// decides nothing.
pub fn decider(view: &View<'_>) -> Option<i64> {
    match view.scope().acting() {
        Some(acting) => match acting.ground {
            Ground::Delegation(_) => acting.employee,
            Ground::Consent(_) => None,
        },
        None => view.scope().actor.employee(),
    }
}

/// The steps of a request in their order, as far as the scope may see them.
pub fn steps(view: &mut View<'_>, chain: &Chain, request: i64) -> Result<Vec<Record>> {
    let object = view.object(chain.steps)?;
    if !view.rights().may(&object, Action::Read) {
        return Ok(Vec::new());
    }
    let filter = Filter::test(&object, chain.link, Op::Is, vec![request.into()]);
    let sort = view.sort(&object, "step")?;
    Ok(view.list(&object, &Query { filter: Some(filter), sort, ..Query::default() })?.records)
}

/// The steps of the latest round.
fn latest(steps: Vec<Record>) -> Vec<Record> {
    let round = steps.iter().filter_map(|s| s.get("round").as_int()).max();
    steps.into_iter().filter(|s| s.get("round").as_int() == round).collect()
}

/// Whether a step waits for its decision now.
pub fn waits(step: &Record) -> bool {
    text(step, "state") == "pending" && !step.get("asked_at").is_null()
}

/// The step that the scope's person is to decide now, if there is one.
pub fn my_turn(view: &mut View<'_>, chain: &Chain, request: i64) -> Result<Option<Record>> {
    let Some(me) = decider(view) else { return Ok(None) };
    let steps = steps(view, chain, request)?;
    let Some(step) = steps.into_iter().find(|s| waits(s) && s.get("approver").as_int() == Some(me)) else {
        return Ok(None);
    };
    Ok(view.may(&step, "decision", Action::Update)?.then_some(step))
}

/// What waits for the scope's person, or for whom they act for.
pub fn awaiting(view: &mut View<'_>) -> Result<Vec<Waiting>> {
    let Some(me) = decider(view) else { return Ok(Vec::new()) };
    let mut out = Vec::new();
    for chain in CHAINS {
        let object = view.object(chain.steps)?;
        if !view.rights().may(&object, Action::Read) {
            continue;
        }
        let is = |field: &str, value: Value| Filter::test(&object, field, Op::Is, vec![value]);
        let filter = Filter::And(vec![is("approver", me.into()), is("state", "pending".into())]);
        let found = view.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
        for step in found.iter().filter(|s| waits(s)) {
            let request = step.get(chain.link).as_int().unwrap_or_default();
            let subject = view.object(chain.subject)?;
            // Whoever decides sees what they decide about, or is not told of it.
            let Ok(record) = view.get(&subject, request) else { continue };
            let title = named(view, &record)?;
            let scope = view.scope();
            let messages = &scope.installation().registry().messages;
            out.push(Waiting {
                person: record.get(chain.asker).as_int(),
                what: messages.text(scope.language(), chain.waits, &[("title", title.as_str().into())]),
                href: format!("{}/{request}", chain.page),
                ..Waiting::default()
            });
        }
    }
    Ok(out)
}

/// Whoever may change a request may hand it in, take it back and give it up.
fn mine(change: &mut Change<'_>, chain: &Chain, id: i64) -> Result<Record> {
    let object = change.object(chain.subject)?;
    let record = change.get(&object, id)?;
    match change.may(&record, GENERAL, Action::Update)? {
        true => Ok(record),
        false => {
            Err(Fault::new("right.missing").with("action", "update").with("object", chain.subject).into())
        }
    }
}

fn wrong_state() -> Error {
    Fault::new("approval.state").into()
}

/// Hands a request in: those who are asked become its steps, and the first of them get a letter.
///
/// # Errors
/// `approval.state` unless it is a draft; `approval.nobody` where no rule names anybody.
pub fn hand_in(change: &mut Change<'_>, chain: &'static Chain, id: i64) -> Result<()> {
    let record = mine(change, chain, id)?;
    if text(&record, "state") != "draft" {
        return Err(wrong_state());
    }
    let (asked, before) = change.as_rule(|v| Ok((asked::asked(v, chain, &record)?, steps(v, chain, id)?)))?;
    if asked.is_empty() {
        return Err(Fault::new("approval.nobody").into());
    }
    change.by_rule(|c| {
        let values =
            vec![("state", "submitted".into()), ("decided_on", Value::Null), (chain.comment, Value::Null)];
        c.update(chain.subject, id, values).map(drop)
    })?;
    let last = |field: &str| before.iter().filter_map(|s| s.get(field).as_int()).max().unwrap_or_default();
    let (round, mut step) = (last("round") + 1, last("step"));
    change.as_program(|c| {
        for one in &asked {
            step += 1;
            let values = vec![
                (chain.link, id.into()),
                ("step", step.into()),
                ("approver", one.approver.into()),
                ("round", round.into()),
                ("turn", one.turn.into()),
                ("remind_after", one.remind_after.map_or(Value::Null, Value::Int)),
            ];
            c.create(chain.steps, values)?;
        }
        c.nightly(REMIND)?;
        next_turn(c, chain, id).map(drop)
    })
}

/// Takes a request back, to change it, or gives it up: nobody is asked any more.
///
/// # Errors
/// `approval.state`.
pub fn take_back(change: &mut Change<'_>, chain: &'static Chain, id: i64, to: &'static str) -> Result<()> {
    let record = mine(change, chain, id)?;
    let fits = match text(&record, "state") {
        "submitted" => true,
        "draft" | "approved" => to != "draft",
        // What a candidate has in hand is taken back from them, never changed behind their back.
        "sent" => to == "withdrawn",
        _ => false,
    };
    if !fits {
        return Err(wrong_state());
    }
    change.by_rule(|c| c.update(chain.subject, id, vec![("state", to.into())]).map(drop))?;
    change.as_program(|c| skip(c, chain, id, |_| true))
}

/// Nobody decides the waiting steps any more that are meant.
fn skip(change: &mut Change<'_>, chain: &Chain, request: i64, meant: impl Fn(&Record) -> bool) -> Result<()> {
    for step in steps(change, chain, request)?.iter().filter(|s| text(s, "state") == "pending" && meant(s)) {
        change.update(chain.steps, step.id, vec![("state", "skipped".into())])?;
    }
    Ok(())
}

/// Asks those whose turn it is now; whether there is anybody left.
fn next_turn(change: &mut Change<'_>, chain: &'static Chain, request: i64) -> Result<bool> {
    let steps = latest(steps(change, chain, request)?);
    let waiting = |s: &&Record| text(s, "state") == "pending";
    let Some(turn) = steps.iter().filter(waiting).filter_map(|s| s.get("turn").as_int()).min() else {
        return Ok(false);
    };
    let object = change.object(chain.subject)?;
    let record = change.get(&object, request)?;
    let now = change.scope().installation().clock().now();
    for step in steps.iter().filter(waiting).filter(|s| s.get("turn").as_int() == Some(turn)) {
        if step.get("asked_at").is_null() {
            change.update(chain.steps, step.id, vec![("asked_at", now.into())])?;
            letters::ask(change, chain, &record, step, chain.letters.asked)?;
        }
    }
    Ok(true)
}

/// Before a step is written.
pub fn check(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let chain = chain_of(&new.object.clone())?;
    let (by_hand, somebody) = (view.scope().by_hand(), view.scope().actor != Actor::System);
    let request = new.get(chain.link).as_int().unwrap_or_default();
    let Some(old) = old else {
        // Files bring what was decided elsewhere, and nothing into what is decided here.
        if by_hand || somebody && under_way(view, chain, request)? {
            faults.push(Fault::new("approval.by_rule").on(chain.link));
        }
        return Ok(());
    };
    let changed = |field: &str| old.get(field) != new.get(field);
    let decided = changed("state");
    if somebody && !by_hand && (decided || changed("approver")) {
        faults.push(Fault::new("approval.by_rule").on("state"));
    }
    if by_hand {
        let (record, all, concerned) = view.as_rule(|v| {
            let subject = v.object(chain.subject)?;
            let record = v.get(&subject, request)?;
            let concerned = (chain.concerned)(v, &record)?;
            Ok((record, latest(steps(v, chain, request)?), concerned))
        })?;
        let open = text(old, "state") == "pending" && text(&record, "state") == "submitted";
        if changed("approver") {
            let taken =
                |id: i64| all.iter().any(|s| s.id != new.id && s.get("approver").as_int() == Some(id));
            match new.get("approver").as_int() {
                _ if !open => faults.push(Fault::new("approval.locked").on("approver")),
                Some(to) if concerned.contains(&to) || taken(to) => {
                    faults.push(Fault::new("approval.own").on("approver"));
                }
                _ => {}
            }
        }
        if changed("decided_at") {
            faults.push(Fault::new("field.read_only").on("decided_at"));
        }
        if changed("comment") && !decided {
            faults.push(Fault::new("approval.locked").on("comment"));
        }
        if decided {
            faults.extend(objection(view, &all, old, new, &concerned, open));
        }
    }
    if decided && new.get("decided_at").is_null() && text(new, "state") != "skipped" {
        new.set("decided_at", Value::Int(view.scope().installation().clock().now()));
    }
    Ok(())
}

/// Whether a request is handed in and not decided yet.
fn under_way(view: &mut View<'_>, chain: &Chain, request: i64) -> Result<bool> {
    view.as_rule(|v| {
        let subject = v.object(chain.subject)?;
        Ok(text(&v.get(&subject, request)?, "state") == "submitted")
    })
}

/// Why the scope does not decide a step so, if it does not.
fn objection(
    view: &View<'_>,
    all: &[Record],
    old: &Record,
    new: &Record,
    concerned: &[i64],
    open: bool,
) -> Option<Fault> {
    let verdict = text(new, "state");
    if !open || !matches!(verdict, "approved" | "refused" | "returned") {
        return Some(Fault::new("approval.state").on("state"));
    }
    let approver = old.get("approver").as_int();
    if old.get("asked_at").is_null() || approver.is_none() || decider(view) != approver {
        return Some(Fault::new("approval.not_asked").on("state"));
    }
    // A deputy is somebody too.
    let me = view.scope().actor.employee();
    let before = |s: &Record| {
        text(s, "state") == "approved" && ["approver", "deputy"].iter().any(|f| s.get(f).as_int() == me)
    };
    let concerns = |who: Option<i64>| who.is_none_or(|id| concerned.contains(&id));
    if concerns(me) || concerns(approver) || all.iter().any(before) {
        return Some(Fault::new("approval.own").on("state"));
    }
    let silent = text(new, "comment").trim().is_empty();
    (verdict != "approved" && silent).then(|| Fault::new("value.mandatory").on("comment"))
}

/// What follows from a decision.
pub fn follow(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let (Some(old), Some(new)) = (old, new) else { return Ok(()) };
    // Asked instead of somebody else: the letter goes to the new one.
    let (decided, replaced) =
        (old.get("state") != new.get("state"), old.get("approver") != new.get("approver"));
    if !change.scope().by_hand() || !decided && !replaced {
        return Ok(());
    }
    let chain = chain_of(&new.object.clone())?;
    let request = new.get(chain.link).as_int().unwrap_or_default();
    let deputy = change.scope().actor.employee().filter(|_| change.scope().acting().is_some());
    change.as_program(|c| {
        let object = c.object(chain.subject)?;
        let record = c.get(&object, request)?;
        if !decided {
            return match waits(new) {
                true => letters::ask(c, chain, &record, new, chain.letters.asked),
                false => Ok(()),
            };
        }
        if let Some(deputy) = deputy {
            c.update(chain.steps, new.id, vec![("deputy", deputy.into())])?;
        }
        let turn = new.get("turn").clone();
        let (state, letter) = match text(new, "state") {
            "approved" => {
                skip(c, chain, request, |s| *s.get("turn") == turn)?;
                if next_turn(c, chain, request)? {
                    return Ok(());
                }
                ("approved", chain.letters.approved)
            }
            "refused" => ("refused", chain.letters.refused),
            _ => ("draft", chain.letters.returned),
        };
        skip(c, chain, request, |_| true)?;
        let decided_on = match state {
            "draft" => Value::Null,
            _ => c.scope().installation().clock().today().into(),
        };
        let values = vec![
            ("state", state.into()),
            ("decided_on", decided_on),
            (chain.comment, new.get("comment").clone()),
        ];
        c.update(chain.subject, request, values)?;
        letters::tell(c, chain, &record, new, letter)
    })
}

/// Steps stay as long as their request is under way or was decided.
pub fn stays(view: &mut View<'_>, step: &Record, faults: &mut Vec<Fault>) -> Result<()> {
    if view.scope().by_hand() {
        let chain = chain_of(&step.object.clone())?;
        faults.push(Fault::new("approval.by_rule").on(chain.link));
    }
    Ok(())
}

/// Before a request is written: what was handed in stays as those who decide read it. A file brings requests that were
/// decided elsewhere, decides none that was handed in here, and approves none that whoever brings it asks for.
pub fn locked(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let chain = chain_of(&new.object.clone())?;
    let scope = view.scope();
    let Some(me) = scope.actor.id().map(|_| scope.actor.employee()) else { return Ok(()) };
    if scope.by_hand() {
        // How it stands follows from the steps; nobody writes it.
        for field in ["state", "decided_on", chain.comment] {
            let before = old.map(|o| o.get(field).clone());
            let before =
                before.unwrap_or_else(|| if field == "state" { "draft".into() } else { Value::Null });
            if *new.get(field) != before {
                faults.push(Fault::new("field.read_only").on(field));
            }
        }
        if let Some(old) = old.filter(|o| text(o, "state") != "draft") {
            let changed = new.object.fields.iter().find(|f| old.get(&f.name) != new.get(&f.name));
            faults.extend(changed.map(|f| Fault::new("approval.locked").on(f.name.as_ref())));
        }
    } else if scope.door == Door::Import {
        let decided = old.is_none_or(|o| o.get("state") != new.get("state"));
        if decided && old.is_some_and(|o| text(o, "state") == "submitted") {
            faults.push(Fault::new("approval.locked").on("state"));
        }
        // What was decided here stays as those who decided read it; what came decided from elsewhere may be corrected from there.
        if let Some(old) = old.filter(|o| text(o, "state") != "draft")
            && let Some(changed) = new.object.fields.iter().find(|f| old.get(&f.name) != new.get(&f.name))
            && asked_here(view, chain, old.id)?
        {
            faults.push(Fault::new("approval.locked").on(changed.name.as_ref()));
        }
        let own = me.is_some() && me == new.get(chain.asker).as_int();
        let agreed = matches!(text(new, "state"), "approved" | "filled" | "sent" | "accepted");
        if decided && own && agreed {
            faults.push(Fault::new("approval.own").on("state"));
        }
    }
    Ok(())
}

/// Whether anybody was asked about a request in this program.
fn asked_here(view: &mut View<'_>, chain: &Chain, request: i64) -> Result<bool> {
    view.as_rule(|v| {
        let object = v.object(chain.steps)?;
        let filter = Some(Filter::test(&object, chain.link, Op::Is, vec![request.into()]));
        Ok(v.count(&object, &Query { filter, ..Query::default() })? > 0)
    })
}

/// A request that was handed in is given up, not removed.
pub fn kept(view: &mut View<'_>, record: &Record, faults: &mut Vec<Fault>) -> Result<()> {
    if view.scope().by_hand() && text(record, "state") != "draft" {
        faults.push(Fault::new("approval.locked").on("state"));
    }
    Ok(())
}

/// In which kind of data requests and steps are kept.
pub const KIND: Kind = Kind::Candidates;

/// What is asked for, in words: a requisition's title, an offer by whom it is for.
fn named(view: &mut View<'_>, request: &Record) -> Result<String> {
    Ok(match request.get("candidate").as_int() {
        Some(candidate) => view.title("Candidate", candidate)?.title,
        None => view.title_of(request)?.title,
    })
}
