//! Lists, files and the people graph with many employees, as HR and as a manager accredited for 5,000.

use std::time::Instant;

use talang_catalogue::{Kind, Value};
use talang_engine::{Filter, Query, Scope};

use crate::report::{Report, Target};
use crate::world::{World, company, percentiles};

pub fn run(people: usize) -> bool {
    let world = World::new("reads", 10);
    let tenant = world.tenant("acme");
    let system = world.system(&tenant);
    company(&system, people);
    let manager = world.user(
        &tenant,
        "manager",
        Some("E0000000"),
        &[
            ("Employee", "*", "read", "team"),
            ("Assignment", "*", "read", "team"),
            ("Organisation", "*", "read", "all"),
        ],
    );
    let hr = world.user(&tenant, "hr", None, &[("*", "*", "read", "all")]);
    let mut report = Report::new("reads");
    // The limit: fifty whole rows in the order of their numbers, without rights, titles and everything else.
    let (raw, raw_tail) = percentiles(500, |_| {
        let rows =
            tenant.db().read(|conn| conn.query("SELECT * FROM employees.employee ORDER BY id LIMIT 50", &[]));
        assert_eq!(rows.expect("rows").len(), 50);
    });
    report.figure("raw query of 50 rows: median", raw, "ms", None, Target::None);
    let begin = Instant::now();
    hr.view(|v| v.people_graph().map(|_| ())).expect("the graph");
    report.figure("people graph loaded", begin.elapsed().as_secs_f64() * 1000.0, "ms", None, Target::None);
    for (who, scope) in [("manager", &manager), ("hr", &hr)] {
        let list = |sort: &str, filter: &str, columns: &[&str], count: bool| {
            let page = ask(scope, sort, filter, columns, count);
            assert!(!page.records.is_empty(), "{who} {sort} {filter}");
        };
        let mut show = |name: &str, (median, tail): (f64, f64)| {
            let of = Some((median / raw, "the raw query's median"));
            report.figure(&format!("{who}: {name}: median"), median, "ms", of, Target::AtMost(5.0));
            let of = Some((tail / raw_tail, "the raw query's p99"));
            report.figure(&format!("{who}: {name}: p99"), tail, "ms", of, Target::AtMost(25.0));
        };
        show("list by name", percentiles(200, |_| list("last_name", "", &[], false)));
        show("list by name, counted", percentiles(200, |_| list("last_name,first_name", "", &[], true)));
        show(
            "list filtered, with organisation",
            percentiles(200, |_| {
                list(
                    "last_name",
                    "status is active and hire_date >= 2010-01-01",
                    &["assignment.organisation"],
                    true,
                );
            }),
        );
        let someone = ask(scope, "last_name", "", &[], false).records.first().map_or(0, |r| r.id);
        let mut after_change = Vec::new();
        for n in 0..20 {
            let moved = system.change(Kind::Employees, |c| {
                c.update("Employee", someone, vec![("office", Value::Text(format!("Room {n}")))])
            });
            moved.expect("a change");
            let begin = Instant::now();
            list(
                "last_name",
                "status is active and hire_date >= 2010-01-01",
                &["assignment.organisation"],
                true,
            );
            after_change.push(begin.elapsed().as_secs_f64() * 1000.0);
        }
        show("the same, after each change of somebody", crate::report::middle_and_tail(after_change));
        show(
            "list under a unit",
            percentiles(100, |_| {
                list("last_name", "assignment.organisation under U1", &["assignment.organisation"], true)
            }),
        );
        show(
            "search «lef», as typed",
            percentiles(100, |_| {
                scope
                    .view(|v| {
                        let object = v.object("Employee")?;
                        v.search(&object, "lef 12", 10)
                    })
                    .expect("found");
            }),
        );
        let ids: Vec<i64> = ask(scope, "last_name", "", &[], false).records.iter().map(|r| r.id).collect();
        show(
            "one employee",
            percentiles(500, |i| {
                scope
                    .view(|v| {
                        let object = v.object("Employee")?;
                        let record = v.get(&object, ids[i % ids.len()])?;
                        v.load_titles(&object, std::slice::from_ref(&record))
                    })
                    .expect("a file");
            }),
        );
    }
    // A page near the end of a long list, for programs that turn all of them (I10).
    for sort in ["number", "last_name", "-last_name", "-hire_date,last_name"] {
        let turn = |cursor: Option<String>, limit: usize| {
            let page = hr.view(|v| {
                let object = v.object("Employee")?;
                let sort = v.sort(&object, sort)?;
                v.list(&object, &Query { sort, limit, cursor, ..Query::default() })
            });
            page.expect("a page")
        };
        let mut far = None;
        let mut passed = 0;
        while passed + 2_000 < people {
            far = turn(far, 1_000).next;
            passed += 1_000;
        }
        let (first, _) = percentiles(100, |_| assert_eq!(turn(None, 50).records.len(), 50));
        let (last, _) = percentiles(100, |_| assert_eq!(turn(far.clone(), 50).records.len(), 50));
        let name = format!("hr: by {sort}: page of 50 after {passed}: median");
        report.figure(
            &name,
            last,
            "ms",
            Some((last / first, "the first page's median")),
            Target::AtMost(5.0),
        );
    }
    // An edit that moves somebody, and the manager's next list: the graph follows.
    let filter = |v: &mut talang_engine::View<'_>| {
        let object = v.object("Assignment")?;
        let filter = Filter::parse(&v.catalogue(), &object, "employee = E0000020")?;
        v.list(&object, &Query { filter: Some(filter), ..Query::default() })
    };
    let id = system.view(filter).expect("a slice").records[0].id;
    let times = percentiles(20, |i| {
        system
            .change(Kind::Employees, |c| {
                c.update("Assignment", id, vec![("organisation", Value::Text(format!("U{i}")))])
            })
            .expect("moved");
        ask(&manager, "last_name", "", &[], false);
    });
    report.figure(
        "move somebody, then the manager's list: median",
        times.0,
        "ms",
        Some((times.0 / raw, "the raw query's median")),
        Target::None,
    );
    report.figure("move somebody, then the manager's list: p99", times.1, "ms", None, Target::AtMost(1000.0));
    report.end()
}

fn ask(scope: &Scope, sort: &str, filter: &str, columns: &[&str], count: bool) -> talang_engine::Page {
    scope
        .view(|v| {
            let object = v.object("Employee")?;
            let catalogue = v.catalogue();
            let columns = columns
                .iter()
                .map(|c| talang_engine::Path::parse(&catalogue, &object, c))
                .collect::<Result<Vec<_>, _>>()?;
            let filter = match filter {
                "" => None,
                text => Some(Filter::parse(&catalogue, &object, text)?),
            };
            let sort = v.sort(&object, sort)?;
            let page =
                v.list(&object, &Query { filter, sort, columns, limit: 50, count, ..Query::default() })?;
            v.load_titles(&object, &page.records)?;
            Ok(page)
        })
        .expect("a list")
}
