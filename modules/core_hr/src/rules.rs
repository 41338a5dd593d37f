//! The rules of core HR: what must hold between fields and records beyond what the declarations say.

use talang_catalogue::{Fault, Record};
use talang_engine::registry::Before;
use talang_engine::{Action, Removal, Result, Rule, View};

/// Every rule of this crate.
pub fn rules() -> Vec<Rule> {
    let before = |object, before: Before| Rule { object, before: Some(before), after: None };
    vec![
        before("Organisation", no_circle),
        before("CostCentre", no_circle),
        before("LegalEntity", no_circle),
        before("SkillCategory", no_circle),
        before("Employee", employee),
        before("Assignment", assignment),
        before("BankAccount", bank_account),
        before("ContractAmendment", amendment),
        before("CertificationRequirement", requirement),
        before("Dependent", dependent),
        before("ProfileSkill", assessed_skill),
        before("Qualification", verified),
        before("Education", verified),
    ]
}

/// What may not be removed.
pub fn removals() -> Vec<Removal> {
    vec![Removal { object: "ProfileSkill", check: assessed_skill_stays }]
}

/// The group of fields that say what others have checked or assessed.
const VERIFICATION: &str = "verification";

/// An assessment by others is theirs: whoever may not change who made it may not change its level either.
fn assessed_skill(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let Some(old) = old.filter(|o| o.get("source").as_text() != Some("self")) else { return Ok(()) };
    if old.get("level") != new.get("level") && !view.may(old, VERIFICATION, Action::Update)? {
        faults.push(Fault::new("field.not_permitted").on("level"));
    }
    Ok(())
}

fn assessed_skill_stays(view: &mut View<'_>, record: &Record, faults: &mut Vec<Fault>) -> Result<()> {
    let own = record.get("source").as_text() == Some("self");
    if !own && !view.may(record, VERIFICATION, Action::Update)? {
        faults.push(Fault::new("right.missing").with("action", "delete").with("object", "ProfileSkill"));
    }
    Ok(())
}

/// What was verified and then changed by somebody who verifies nothing is not verified any more.
fn verified(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    _faults: &mut Vec<Fault>,
) -> Result<()> {
    let Some(old) = old.filter(|o| o.get("verified").as_int() == Some(1)) else { return Ok(()) };
    if old.values != new.values && !view.may(old, VERIFICATION, Action::Update)? {
        new.set("verified", false.into());
    }
    Ok(())
}

/// The parent chain of a record must end: nobody stands above themselves.
fn no_circle(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let Some(parent) = new.get("parent").as_int() else { return Ok(()) };
    let Some(old) = old else { return Ok(()) };
    if old.get("parent").as_int() == Some(parent) {
        return Ok(());
    }
    let day = view.day(talang_engine::AsOf::Scope);
    let below = view.subtree(new.object.def.name, &[old.thread], day)?;
    if below.contains(&parent) {
        faults.push(Fault::new("hierarchy.circle").on("parent"));
    }
    Ok(())
}

/// Dates of employment in order, and a status that fits them.
fn employee(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let (hired, left) = (new.get("hire_date").as_int(), new.get("exit_date").as_int());
    if let (Some(hired), Some(left)) = (hired, left)
        && left < hired
    {
        faults.push(Fault::new("period.end_before_start").on("exit_date"));
    }
    if new.get("status").as_text() == Some("left") && left.is_none() {
        faults.push(Fault::new("value.mandatory").on("exit_date"));
    }
    Ok(())
}

/// Nobody is their own manager, nor the manager of someone above them.
fn assignment(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let (Some(person), Some(manager)) = (new.get("employee").as_int(), new.get("manager").as_int()) else {
        return Ok(());
    };
    if person == manager {
        faults.push(Fault::new("hierarchy.circle").on("manager"));
        return Ok(());
    }
    // Walking the whole line costs; it is done where somebody changes a manager by hand, not for each line of a file:
    // there the people graph bears a circle without harm.
    let changed = old.is_some_and(|o| o.get("manager") != new.get("manager"));
    if changed && view.scope().door != talang_engine::Door::Import {
        let day = view.day(talang_engine::AsOf::Scope);
        if view.subtree("Employee", &[person], day)?.contains(&manager) {
            faults.push(Fault::new("hierarchy.circle").on("manager"));
        }
    }
    Ok(())
}

/// An account is an IBAN or a number with its bank's code.
fn bank_account(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if new.get("iban").is_null() && new.get("account_number").is_null() {
        faults.push(Fault::new("value.mandatory").on("iban"));
    }
    Ok(())
}

/// An amendment is about the person of its contract.
fn amendment(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let (Some(contract), Some(person)) = (new.get("contract").as_int(), new.get("employee").as_int()) else {
        return Ok(());
    };
    let object = view.object("Contract")?;
    let fits =
        view.slices(&object, contract)?.first().is_none_or(|c| c.get("employee").as_int() == Some(person));
    if !fits {
        faults.push(
            Fault::new("reference.unknown").on("contract").with("object", "Contract").with("key", contract),
        );
    }
    Ok(())
}

/// A certification is required by a job or by a position, not by both and not by neither.
fn requirement(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if new.get("job").is_null() == new.get("position").is_null() {
        faults.push(Fault::new("value.mandatory").on("job"));
    }
    Ok(())
}

/// Somebody depends on an employee from a day until a later one.
fn dependent(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let (from, until) = (new.get("dependent_from").as_int(), new.get("dependent_until").as_int());
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        faults.push(Fault::new("period.end_before_start").on("dependent_until"));
    }
    Ok(())
}
