//! Accreditation at scale (A11): many lists by rule, a move in the organisation, and the next request of an owner.

use std::time::Instant;

use talang_catalogue::{Kind, Value};
use talang_engine::past::Question;
use talang_engine::{Draft, Filter, Query, Scope};

use crate::report::{Report, Target, memory, middle_and_tail};
use crate::world::{UNITS, World, company, save};

/// Lists by rule.
const LISTS: usize = 5_000;
/// Moves that are measured.
const MOVES: usize = 11;

pub fn run(people: usize) -> bool {
    let world = World::new("accreditation", 10);
    let tenant = world.tenant("acme");
    let system = world.system(&tenant);
    company(&system, people);
    let before = memory("self", "VmRSS");
    let draft = |object: &str, values| {
        system.view(|v| v.object(object)).and_then(|o| Draft::new(&o, values)).expect("fields")
    };
    let text = |t: String| Value::Text(t);
    let label = |n: usize| Value::Texts([("en".to_string(), format!("List {n}"))].into_iter().collect());
    // Half of them single units, half whole branches with an exception.
    let rule = |n: usize| match n % 2 {
        0 => format!("organisation is U{}", n % UNITS),
        _ => format!("organisation under U{} and not organisation is U{}", n % UNITS, (n * 7) % UNITS),
    };
    let lists = (0..LISTS).map(|n| {
        draft(
            "AccreditationList",
            vec![("code", text(format!("L{n}"))), ("label", label(n)), ("rule", text(rule(n)))],
        )
    });
    let owners = (0..LISTS).map(|n| {
        draft(
            "ListOwner",
            vec![("list", text(format!("L{n}"))), ("employee", text(format!("E{:07}", n % people)))],
        )
    });
    let (_, refused) = save(&system, "AccreditationList", lists.collect());
    let (_, refused_owners) = save(&system, "ListOwner", owners.collect());
    assert_eq!((refused, refused_owners), (0, 0), "lists and owners that were refused");

    let rights = [
        ("Employee", "general", "read", "lists"),
        ("Assignment", "*", "read", "lists"),
        ("Organisation", "*", "read", "all"),
    ];
    // Employee 11 owns list 11: everybody under U11 but those of U77.
    let owner = world.user(&tenant, "owner", Some("E0000011"), &rights);
    let mut report = Report::new("accreditation");
    let (_, loaded) = at(|| count(&owner));
    report.figure(
        &format!("first request of an owner, {LISTS} lists"),
        loaded,
        "ms",
        None,
        Target::AtMost(1000.0),
    );
    report.figure(
        "memory that graph and lists take",
        memory("self", "VmRSS") - before,
        "MB",
        None,
        Target::None,
    );
    let (warm, _) = middle_and_tail((0..50).map(|_| at(|| count(&owner)).1).collect());
    report.figure("a further request: median", warm, "ms", None, Target::AtMost(5.0));

    // One person, into the owner's branch and out of it.
    let slice = found(&system, "Assignment", "employee = E0000500");
    let (mut changes, mut reads) = (Vec::new(), Vec::new());
    for n in 0..MOVES {
        let there = n % 2 == 0;
        let before = count(&owner);
        let unit = if there { "U11" } else { "U9999" };
        changes.push(at(|| update(&system, "Assignment", slice, "organisation", unit)).1);
        let (now, time) = at(|| count(&owner));
        reads.push(time);
        let change = if there { 1 } else { -1 };
        assert!(n == 0 || now == before + change, "the move shows at once: {before} → {now}");
    }
    let mut show = |what: &str, changes: Vec<f64>, reads: Vec<f64>| {
        let (median, tail) = middle_and_tail(changes);
        report.figure(&format!("{what}: the change: median"), median, "ms", None, Target::None);
        report.figure(&format!("{what}: the change: slowest"), tail, "ms", None, Target::AtMost(1000.0));
        let (median, tail) = middle_and_tail(reads);
        let of = Some((median / warm, "a further request"));
        report.figure(&format!("{what}: first request after: median"), median, "ms", of, Target::None);
        report.figure(
            &format!("{what}: first request after: slowest"),
            tail,
            "ms",
            None,
            Target::AtMost(1000.0),
        );
    };
    show("one person moves", changes, reads);

    // A unit with a tenth of everybody below it: U1 under U0, and under U11.
    let unit = found(&system, "Organisation", "code = U1");
    let (mut changes, mut reads) = (Vec::new(), Vec::new());
    for n in 0..MOVES {
        let there = n % 2 == 0;
        let parent = if there { "U2" } else { "U0" };
        changes.push(at(|| update(&system, "Organisation", unit, "parent", parent)).1);
        reads.push(at(|| count(&owner)).1);
    }
    show("a unit moves with a tenth of all", changes, reads);

    // Whoever owns every list asks for all of their members; list 12 is theirs already.
    let everything = (0..LISTS).filter(|n| n % people != 12).map(|n| {
        draft("ListOwner", vec![("list", text(format!("L{n}"))), ("employee", text("E0000012".to_string()))])
    });
    let (_, refused) = save(&system, "ListOwner", everything.collect());
    assert_eq!(refused, 0, "owners that were refused");
    let all = world.user(&tenant, "all", Some("E0000012"), &rights);
    let (_, time) = at(|| count(&all));
    report.figure("first request of who owns every list", time, "ms", None, Target::AtMost(1000.0));
    report.figure("memory then", memory("self", "VmRSS"), "MB", None, Target::None);

    // Who could see one person's data: today, when everything came into being, and the day before, for which all of it is
    // undone.
    let person = Some(found(&system, "Employee", "number = E0000500"));
    let today = world.installation.clock().today();
    for (name, day) in [("today", Some(today)), ("the day before", today.yesterday().ok())] {
        let ask = || {
            system.view(|v| {
                let (object, group) = (v.object("Assignment")?, "general".to_string());
                v.could_see(&Question { day: day.unwrap_or(today), object, group, person, viewer: None })
            })
        };
        let (answer, time) = at(ask);
        let seers = answer.expect("an answer").seers.len();
        report.figure(
            &format!("who could see somebody, {name} ({seers} found)"),
            time,
            "ms",
            None,
            Target::None,
        );
    }
    report.end()
}

/// A piece of work and its time in milliseconds.
fn at<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let begin = Instant::now();
    let made = work();
    (made, begin.elapsed().as_secs_f64() * 1000.0)
}

/// How many people a scope sees.
fn count(scope: &Scope) -> i64 {
    let page = scope.view(|v| {
        let object = v.object("Employee")?;
        let sort = v.sort(&object, "last_name")?;
        v.list(&object, &Query { sort, limit: 50, count: true, ..Query::default() })
    });
    page.expect("a list").total.unwrap_or_default()
}

/// Row number of the one record of a filter.
fn found(scope: &Scope, object: &str, filter: &str) -> i64 {
    let page = scope.view(|v| {
        let object = v.object(object)?;
        let filter = Some(Filter::parse(&v.catalogue(), &object, filter)?);
        v.list(&object, &Query { filter, ..Query::default() })
    });
    page.expect("a record").records.first().map(|r| r.id).expect("a record")
}

fn update(scope: &Scope, object: &str, id: i64, field: &str, value: &str) {
    let done = scope
        .change(Kind::Employees, |c| c.update(object, id, vec![(field, Value::Text(value.to_string()))]));
    done.expect("changed");
}
