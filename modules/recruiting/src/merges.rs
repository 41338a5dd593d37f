//! Two files of one person become one (S2), and two again for thirty days.

use jiff::ToSpan;
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, Record, Value};
use talang_engine::{Action, Change, Filter, Lines, Merging, Op, Query, Result, View};

use crate::privacy::account;
use crate::rules::stages;

/// Days for which a merge can be undone.
const DAYS: i64 = 30;

/// Merges after one another that are followed from an old address.
const DEPTH: usize = 10;

/// Whether the scope may make one of the two: what goes is removed, what stays is changed.
///
/// # Errors
/// Those of the store.
pub fn may(view: &mut View<'_>, stays: &Record, goes: &Record) -> Result<bool> {
    Ok(view.may(goes, GENERAL, Action::Delete)? && view.may(stays, GENERAL, Action::Update)?)
}

/// How far an application came: how it stands, then its place in the pipeline.
fn far(change: &mut Change<'_>, application: &Record) -> Result<(u8, usize)> {
    let state = match application.get("state").as_text().unwrap_or_default() {
        "hired" => 3,
        "active" => 2,
        "refused" => 1,
        _ => 0,
    };
    let vacancy = change.object("Vacancy")?;
    let vacancy = change.get(&vacancy, application.get("vacancy").as_int().unwrap_or_default())?;
    let stage = application.get("stage").as_int();
    let place = stages(change, &vacancy)?.iter().position(|s| Some(s.id) == stage).unwrap_or_default();
    Ok((state, place))
}

/// Merges the file `goes` into the file `stays`, which has these values afterwards. The number of what was noted about it.
///
/// # Errors
/// `merge.itself`, `right.missing`, those of the values and of the store.
pub fn merge(change: &mut Change<'_>, stays: i64, goes: i64, values: Vec<(&str, Value)>) -> Result<i64> {
    if stays == goes {
        return Err(Fault::new("merge.itself").into());
    }
    let object = change.object("Candidate")?;
    let (kept, gone) = (change.get(&object, stays)?, change.get(&object, goes)?);
    if !may(change, &kept, &gone)? {
        return Err(Fault::new("right.missing").with("action", "delete").with("object", "Candidate").into());
    }
    let how = Merging {
        same: &[("CandidateDocument", "file")],
        // Of two applications for one vacancy the one that came further stays.
        further: &|change, one, other| match one.object.def.name {
            "Application" => Ok(far(change, other)? > far(change, one)?),
            // Of two accounts the one that was used last.
            "CandidateAccount" => {
                let day = |record: &Record| record.get("last_signed_in").as_int();
                Ok(day(other) > day(one))
            }
            _ => Ok(false),
        },
        alone: &["decision"],
    };
    // Before: of two accounts one goes.
    change.as_program(|c| account::settle(c, &[stays, goes]))?;
    let lines = change.by_rule(|c| c.merge(&object, goes, stays, &how))?;
    change.update("Candidate", stays, values)?;
    let last = change.last_line()?;
    let clock = change.scope().installation().clock();
    let until = clock.today().checked_add(DAYS.days()).unwrap_or(clock.today());
    let values = vec![
        ("candidate", stays.into()),
        ("merged", gone.get("number").clone()),
        ("merged_at", clock.now().into()),
        ("merged_by", change.scope().actor.employee().into()),
        ("until", until.into()),
        ("merged_row", goes.into()),
        ("first_line", lines.first.into()),
        ("last_line", last.into()),
    ];
    Ok(change.by_rule(|c| c.create("CandidateMerge", values))?.id)
}

/// Whether a merge can be undone today.
pub fn undoable(view: &View<'_>, merge: &Record) -> bool {
    let today: Value = view.scope().installation().clock().today().into();
    merge.get("undone_at").is_null() && merge.get("until").as_int() >= today.as_int()
}

/// The file in which a file lives on that was merged into another, as far as the scope may read it.
///
/// # Errors
/// Those of the store.
pub fn lives_on(view: &mut View<'_>, row: i64) -> Result<Option<i64>> {
    let (object, merges) = (view.object("Candidate")?, view.object("CandidateMerge")?);
    if !view.rights().may(&merges, Action::Read) {
        return Ok(None);
    }
    let mut row = row;
    // What it was merged into may have been merged itself.
    for _ in 0..DEPTH {
        let of = Filter::And(vec![
            Filter::test(&merges, "merged_row", Op::Is, vec![row.into()]),
            Filter::test(&merges, "undone_at", Op::Empty, Vec::new()),
        ]);
        let found = view.list(&merges, &Query { filter: Some(of), limit: 1, ..Query::default() })?.records;
        let Some(next) = found.first().and_then(|m| m.get("candidate").as_int()) else { return Ok(None) };
        if view.get(&object, next).is_ok() {
            return Ok(Some(next));
        }
        row = next;
    }
    Ok(None)
}

/// Makes two files of one again, as they were; what was changed since stays.
///
/// # Errors
/// `record.not_found`, `right.missing`, `merge.late`, `merge.gone`, `value.duplicate`.
pub fn undo(change: &mut Change<'_>, candidate: i64, merge: i64) -> Result<()> {
    let object = change.object("Candidate")?;
    let kept = change.get(&object, candidate)?;
    if !may(change, &kept, &kept)? {
        return Err(Fault::new("right.missing").with("action", "delete").with("object", "Candidate").into());
    }
    let merges = change.object("CandidateMerge")?;
    let noted = change.get(&merges, merge)?;
    if noted.get("candidate").as_int() != Some(candidate) {
        return Err(Fault::new("record.not_found").with("object", "CandidateMerge").into());
    }
    if !undoable(change, &noted) {
        return Err(Fault::new("merge.late").into());
    }
    let line = |field: &str| noted.get(field).as_int().unwrap_or_default();
    let lines = Lines { first: line("first_line"), last: line("last_line") };
    let now = change.scope().installation().clock().now();
    change.by_rule(|c| {
        c.take_back(lines)?;
        let former = noted.get("merged_row").as_int().unwrap_or_default();
        c.as_program(|c| account::settle(c, &[candidate, former]))?;
        c.update("CandidateMerge", merge, vec![("undone_at", now.into())]).map(drop)
    })
}
