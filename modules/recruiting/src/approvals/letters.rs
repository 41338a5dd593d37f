//! Letters about approvals: to those who are asked and their deputies, at once and again after days of silence, and to whoever
//! asked, when it is decided. What keeps a letter from leaving keeps nobody from deciding.

use serde_json::{Value as Json, json};
use talang_catalogue::{Record, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{AsOf, Change, Filter, Op, Query, Result};

use super::{CHAINS, Chain, KIND, text, waits};
use crate::readers;

/// The task that reminds, once a night.
pub const REMIND: &str = "recruiting.remind";

const DAY: i64 = 86_400_000_000;

/// Writes to whoever is to decide a step, and to those who may act for them today.
pub fn ask(
    change: &mut Change<'_>,
    chain: &Chain,
    request: &Record,
    step: &Record,
    template: &'static str,
) -> Result<()> {
    let Some(approver) = step.get("approver").as_int() else { return Ok(()) };
    let asker = request.get(chain.asker).as_int();
    let mut people = vec![approver];
    let concerned = change.as_rule(|v| (chain.concerned)(v, request))?;
    people.extend(deputies(change, approver)?.into_iter().filter(|id| !concerned.contains(id)));
    for person in people {
        write(change, chain, request, person, template, asker, "")?;
    }
    Ok(())
}

/// Writes to whoever asked what came of it.
pub fn tell(
    change: &mut Change<'_>,
    chain: &Chain,
    request: &Record,
    step: &Record,
    template: &'static str,
) -> Result<()> {
    let Some(asker) = request.get(chain.asker).as_int() else { return Ok(()) };
    let comment = text(step, "comment").to_string();
    write(change, chain, request, asker, template, step.get("approver").as_int(), &comment)
}

fn write(
    change: &mut Change<'_>,
    chain: &Chain,
    request: &Record,
    to: i64,
    template: &'static str,
    about: Option<i64>,
    comment: &str,
) -> Result<()> {
    let title = super::named(change, request)?;
    let name = match about {
        Some(id) => change.title("Employee", id)?.title,
        None => String::new(),
    };
    let arguments = vec![("title", title), ("name", name), ("comment", comment.to_string())];
    readers::write(change, to, template, arguments, format!("{}/{}", chain.page, request.id))
}

/// Who may decide for somebody today: those to whom everything is delegated, not only the sight of it.
fn deputies(change: &mut Change<'_>, person: i64) -> Result<Vec<i64>> {
    let object = change.object("Delegation")?;
    let is = |field: &str, value: Value| Filter::test(&object, field, Op::Is, vec![value]);
    let filter = Filter::And(vec![is("delegator", person.into()), is("extent", "all".into())]);
    let query = Query { filter: Some(filter), as_of: AsOf::Scope, ..Query::default() };
    Ok(change.list(&object, &query)?.records.iter().filter_map(|d| d.get("delegate").as_int()).collect())
}

/// Reminds those who have been asked for as many days as the rule allows, and again after as many.
pub fn remind(run: &mut JobRun<'_>) -> Result<Json> {
    if !run.scope.view(|v| v.feature("recruiting"))? {
        return Ok(Json::Null);
    }
    let now = run.scope.installation().clock().now();
    let mut reminded = 0;
    run.scope.change(KIND, |c| {
        for chain in CHAINS {
            let object = c.object(chain.steps)?;
            let filter = Filter::test(&object, "state", Op::Is, vec!["pending".into()]);
            let found = c.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
            for step in found.iter().filter(|s| waits(s)) {
                let since = step.get("reminded_at").as_int().or(step.get("asked_at").as_int());
                let (Some(since), Some(days)) = (since, step.get("remind_after").as_int()) else { continue };
                if now - since < days * DAY {
                    continue;
                }
                let subject = c.object(chain.subject)?;
                let request = c.get(&subject, step.get(chain.link).as_int().unwrap_or_default())?;
                ask(c, chain, &request, step, chain.letters.reminded)?;
                c.update(chain.steps, step.id, vec![("reminded_at", now.into())])?;
                reminded += 1;
            }
        }
        Ok(())
    })?;
    Ok(json!({ "reminded": reminded }))
}
