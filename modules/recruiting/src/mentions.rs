//! Colleagues named in notes (`@name`): who can be, who is told, and what waits for them (S1, S2).

use std::collections::HashSet;

use talang_catalogue::culture::fold;
use talang_catalogue::{Fault, Record, Value};
use talang_engine::{Action, Change, Door, Filter, Op, Query, Result, Scope, View, Waiting};

use crate::interviews::team;
use crate::readers;

fn refs(record: &Record, field: &str) -> Vec<i64> {
    match record.get(field) {
        Value::Refs(ids) => ids.clone(),
        _ => Vec::new(),
    }
}

/// Whom a note on an application can mention: the hiring team, as far as their own roles show them the application. Number and
/// name of each, without the scope's own person.
///
/// # Errors
/// Those of the store.
pub fn people(view: &mut View<'_>, application: &Record) -> Result<Vec<(i64, String)>> {
    let vacancy = application.get("vacancy").as_int().unwrap_or_default();
    let me = view.scope().actor.employee();
    let mut out = Vec::new();
    for person in team(view, vacancy)?.into_iter().filter(|id| Some(*id) != me) {
        if reads(view, person, application)? {
            out.push((person, view.as_rule(|v| v.title("Employee", person))?.title));
        }
    }
    out.sort_by_key(|(_, name)| fold(name));
    Ok(out)
}

/// Whether an employee's account shows them an application and its notes.
fn reads(view: &mut View<'_>, person: i64, application: &Record) -> Result<bool> {
    let accounts = view.as_rule(|v| {
        let object = v.object("User")?;
        let is = |field: &str, value: Value| Filter::test(&object, field, Op::Is, vec![value]);
        let filter = Filter::And(vec![is("employee", person.into()), is("state", "active".into())]);
        Ok(v.list(&object, &Query { filter: Some(filter), limit: 5, ..Query::default() })?.records)
    })?;
    for account in accounts {
        let scope = view.scope();
        let Some(theirs) = Scope::of_account(scope.installation(), scope.tenant(), account.id, Door::Screen)?
        else {
            continue;
        };
        let seen = theirs.view(|v| {
            let object = v.object("ApplicationNote")?;
            let who = v.who(&object, talang_catalogue::object::GENERAL, Action::Read)?;
            Ok(who.includes(application.reached()) && v.get(&application.object, application.id).is_ok())
        })?;
        if seen {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The people whom a text names after an `@`: the longest name that fits.
pub fn named(text: &str, people: &[(i64, String)]) -> Vec<i64> {
    let folded = fold(text);
    let mut by_length: Vec<(i64, String)> = people.iter().map(|(id, name)| (*id, fold(name))).collect();
    by_length.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
    let mut out = Vec::new();
    for rest in folded.split('@').skip(1) {
        let whole = |name: &str| {
            rest.strip_prefix(name).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        };
        if let Some((id, _)) = by_length.iter().find(|(_, name)| whole(name))
            && !out.contains(id)
        {
            out.push(*id);
        }
    }
    out
}

/// Before a note is written by hand: it mentions people of the hiring team alone.
///
/// # Errors
/// Those of the store.
pub fn check(view: &mut View<'_>, old: Option<&Record>, new: &Record, faults: &mut Vec<Fault>) -> Result<()> {
    let changed = old.is_none_or(|o| o.get("mentions") != new.get("mentions"));
    let (true, Some(vacancy)) = (changed && view.scope().by_hand(), new.get("vacancy").as_int()) else {
        return Ok(());
    };
    let mentioned = refs(new, "mentions");
    if !mentioned.is_empty() {
        let team: HashSet<i64> = team(view, vacancy)?.into_iter().collect();
        if mentioned.iter().any(|id| !team.contains(id)) {
            faults.push(Fault::new("note.team").on("mentions"));
        }
    }
    Ok(())
}

/// After a note was written by hand: whoever is mentioned gets a letter, which says where and nothing of what was written.
///
/// # Errors
/// Those of the store.
pub fn tell(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(note) = new.filter(|_| change.scope().by_hand()) else { return Ok(()) };
    let before = old.map(|o| refs(o, "mentions")).unwrap_or_default();
    let fresh: Vec<i64> = refs(note, "mentions").into_iter().filter(|id| !before.contains(id)).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let author = note.get("author").as_int().unwrap_or_default();
    let (title, name) = change.as_rule(|v| {
        let vacancy = note.get("vacancy").as_int().unwrap_or_default();
        Ok((v.title("Vacancy", vacancy)?.title, v.title("Employee", author)?.title))
    })?;
    let link = format!("/applications/{}", note.get("application").as_int().unwrap_or_default());
    for person in fresh.into_iter().filter(|id| *id != author) {
        let arguments = vec![("title", title.clone()), ("name", name.clone())];
        change.by_rule(|c| readers::write(c, person, "note-mention", arguments, link.clone()))?;
    }
    Ok(())
}

/// The notes that mention the scope's person and that they have not dealt with, all or those on one application.
fn open(view: &mut View<'_>, application: Option<i64>) -> Result<Vec<Record>> {
    let object = view.object("ApplicationNote")?;
    let me = view.scope().actor.employee().filter(|_| view.scope().acting().is_none());
    let (Some(me), true) = (me, view.rights().may(&object, Action::Read)) else { return Ok(Vec::new()) };
    let is = |field: &str, id: i64| Filter::test(&object, field, Op::Is, vec![id.into()]);
    let unread = Filter::Or(vec![
        Filter::test(&object, "read_by", Op::Empty, Vec::new()),
        Filter::Not(Box::new(is("read_by", me))),
    ]);
    let mut parts = vec![is("mentions", me), unread];
    parts.extend(application.map(|id| is("application", id)));
    let sort = view.sort(&object, "written_at")?;
    let query = Query { filter: Some(Filter::And(parts)), sort, limit: 100, ..Query::default() };
    Ok(view.list(&object, &query)?.records)
}

/// Whether a note waits for the scope's person.
pub fn waits(view: &View<'_>, note: &Record) -> bool {
    let me = view.scope().actor.employee().filter(|_| view.scope().acting().is_none());
    me.is_some_and(|me| refs(note, "mentions").contains(&me) && !refs(note, "read_by").contains(&me))
}

/// The scope's person has read what mentions them on an application.
///
/// # Errors
/// Those of the store.
pub fn read(change: &mut Change<'_>, application: i64) -> Result<usize> {
    let notes = open(change, Some(application))?;
    let Some(me) = change.scope().actor.employee() else { return Ok(0) };
    for note in &notes {
        let mut readers = refs(note, "read_by");
        readers.push(me);
        let values = vec![("read_by", Value::Refs(readers))];
        change.by_rule(|c| c.update("ApplicationNote", note.id, values).map(drop))?;
    }
    Ok(notes.len())
}

/// Notes in which colleagues mentioned the scope's person.
///
/// # Errors
/// Those of the store.
pub fn awaiting(view: &mut View<'_>) -> Result<Vec<Waiting>> {
    let mut out = Vec::new();
    for note in open(view, None)? {
        let name = view.title("Candidate", note.get("candidate").as_int().unwrap_or_default())?.title;
        let what = view.scope().text("recruiting-wait-mention");
        let href = format!("/applications/{}", note.get("application").as_int().unwrap_or_default());
        out.push(Waiting { name, what, href, ..Waiting::default() });
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_after_an_at_sign_is_a_mention_and_the_longest_one_counts() {
        let people =
            [(1, "Ann Zee".to_string()), (2, "Ann Zeeland".to_string()), (3, "Björn Åk".to_string())];
        assert_eq!(named("@Ann Zeeland, what do you think?", &people), [2]);
        assert_eq!(named("@ann zee: yes; @bjorn ak no, @Ann Zee", &people), [1, 3]);
        assert!(named("Ann Zee, ann@zee.example, @Annabel, @", &people).is_empty());
    }
}
