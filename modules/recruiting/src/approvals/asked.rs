//! Who is asked about a request, by the rules of the tenant.

use talang_catalogue::{Record, Value};
use talang_engine::{Filter, Op, Query, Result, View};

use super::{Chain, text};

/// Holders of a role who are asked at most: more would not know who does it.
const MOST: usize = 20;

/// Somebody who is asked.
pub struct Asked {
    /// The employee.
    pub approver: i64,
    /// Whose turn it is; those of the same turn decide instead of one another.
    pub turn: i64,
    /// Days of silence after which a reminder is sent.
    pub remind_after: Option<i64>,
}

fn is(view: &View<'_>, object: &str, tests: &[(&str, Value)]) -> Result<Filter> {
    let object = view.object(object)?;
    let test = |(field, value): &(&str, Value)| Filter::test(&object, field, Op::Is, vec![value.clone()]);
    Ok(Filter::And(tests.iter().map(test).collect()))
}

/// Those who are asked about a request, in their turns. Whom it concerns is not asked, nobody is asked twice, and who has left
/// cannot answer. A tenant without any rule asks the direct manager.
pub fn asked(view: &mut View<'_>, chain: &Chain, record: &Record) -> Result<Vec<Asked>> {
    let object = view.object("ApprovalRule")?;
    let filter = is(view, "ApprovalRule", &[("about", chain.about.into())])?;
    let sort = view.sort(&object, "rank,code")?;
    let rules = view.list(&object, &Query { filter: Some(filter), sort, ..Query::default() })?.records;
    let line = (chain.line)(view, record)?;
    let concerned = (chain.concerned)(view, record)?;
    let mut out: Vec<Asked> = Vec::new();
    let mut turn = 0;
    let none = rules.is_empty();
    let active = rules.iter().filter(|r| r.get("active").as_int() == Some(1)).map(Some);
    for rule in active.chain(none.then_some(None)) {
        let (people, remind_after) = match rule {
            Some(rule) if !applies(view, chain, rule, record)? => continue,
            Some(rule) => (people(view, rule, &line)?, rule.get("remind_after").as_int()),
            None => (line.first().copied().into_iter().collect(), Some(3)),
        };
        let mut people = people;
        people.retain(|id| !concerned.contains(id) && !out.iter().any(|a| a.approver == *id));
        people.sort_unstable();
        people.dedup();
        let people = there(view, people)?;
        if people.is_empty() {
            continue;
        }
        turn += 1;
        let asked = |approver: &i64| Asked { approver: *approver, turn, remind_after };
        out.extend(people.iter().take(MOST).map(asked));
    }
    Ok(out)
}

/// Whether a rule asks about a request: by its unit, and by its amount. What names no amount, or one in another currency, is
/// asked about too: nobody goes round a rule by silence.
fn applies(view: &mut View<'_>, chain: &Chain, rule: &Record, record: &Record) -> Result<bool> {
    if let Some(within) = rule.get("organisation").as_int() {
        let day = view.day(talang_engine::AsOf::Scope);
        let units = view.subtree("Organisation", &[within], day)?;
        if !(chain.unit)(view, record)?.is_some_and(|unit| units.contains(&unit)) {
            return Ok(false);
        }
    }
    Ok(match (rule.get("from_amount"), &(chain.amount)(record)) {
        (Value::Money(from, currency), Value::Money(amount, other)) if currency == other => amount >= from,
        _ => true,
    })
}

/// Whom a rule names.
fn people(view: &mut View<'_>, rule: &Record, line: &[i64]) -> Result<Vec<i64>> {
    Ok(match text(rule, "asks") {
        "employee" => rule.get("employee").as_int().into_iter().collect(),
        "role" => match rule.get("role").as_int() {
            Some(role) => holders(view, role)?,
            None => Vec::new(),
        },
        _ => {
            let level = rule.get("level").as_int().unwrap_or(1);
            let above = usize::try_from(level - 1).ok().and_then(|at| line.get(at));
            above.copied().into_iter().collect()
        }
    })
}

/// The employees who have a role, with an account that can be used.
fn holders(view: &mut View<'_>, role: i64) -> Result<Vec<i64>> {
    let object = view.object("UserRole")?;
    let filter = is(view, "UserRole", &[("role", role.into())])?;
    let users: Vec<i64> = view
        .list(&object, &Query { filter: Some(filter), ..Query::default() })?
        .records
        .iter()
        .filter_map(|r| r.get("user").as_int())
        .collect();
    let object = view.object("User")?;
    let found = view.list(&object, &Query { filter: Some(Filter::Ids(users)), ..Query::default() })?.records;
    let today = view.day(talang_engine::AsOf::Scope);
    let usable = |u: &&Record| {
        text(u, "state") == "active" && u.get("valid_until").as_int().is_none_or(|until| until >= today)
    };
    Ok(found.iter().filter(usable).filter_map(|u| u.get("employee").as_int()).collect())
}

/// Those of some people who have not left.
fn there(view: &mut View<'_>, people: Vec<i64>) -> Result<Vec<i64>> {
    let object = view.object("Employee")?;
    let query = Query { filter: Some(Filter::Ids(people.clone())), ..Query::default() };
    let found = view.list(&object, &query)?.records;
    let here = |id: &i64| found.iter().any(|e| e.id == *id && text(e, "status") != "left");
    Ok(people.into_iter().filter(here).collect())
}
