//! Lists, files and the people graph with many employees, as HR and as a manager accredited for 5,000.

use std::time::Instant;

use talang_catalogue::{Kind, Value};
use talang_engine::{Draft, Filter, Query, Scope};

use crate::world::{World, employee, percentiles, save};

/// Units of the organisation.
const UNITS: usize = 10_000;

pub fn run(people: usize) {
    let world = World::new("reads", 10);
    let tenant = world.tenant("acme");
    let system = world.system(&tenant);
    let object = system.view(|v| v.object("Employee")).expect("the object");
    save(&system, "Employee", (0..people).map(|n| employee(&object, n)).collect());
    let unit = system.view(|v| v.object("Organisation")).expect("the object");
    let units = (0..UNITS)
        .map(|n| {
            let name = Value::Texts([("en".to_string(), format!("Unit {n}"))].into_iter().collect());
            let mut values =
                vec![("code", Value::Text(format!("U{n}"))), ("name", name), ("start", new_year(2020))];
            if n > 0 {
                values.push(("parent", Value::Text(format!("U{}", (n - 1) / 10))));
            }
            Draft::new(&unit, values).expect("a unit")
        })
        .collect();
    println!("organisation              {:?}", save(&system, "Organisation", units));
    let slice = system.view(|v| v.object("Assignment")).expect("the object");
    let slices = (0..people)
        .map(|n| {
            // The first 5,000 report, over ten leaders, to employee 0.
            let manager = match n {
                0 => None,
                1..=10 => Some(0),
                11..=5_000 => Some(1 + n % 10),
                _ => Some(5_001 + n % 100),
            };
            let mut values = vec![
                ("employee", Value::Text(format!("E{n:07}"))),
                ("organisation", Value::Text(format!("U{}", n % UNITS))),
                ("start", new_year(2021)),
            ];
            if let Some(manager) = manager.filter(|m| *m != n) {
                values.push(("manager", Value::Text(format!("E{manager:07}"))));
            }
            Draft::new(&slice, values).expect("a slice")
        })
        .collect();
    println!("assignments               {:?}", save(&system, "Assignment", slices));
    let manager = world.user(
        &tenant,
        "manager",
        Some("E0000000"),
        &[
            ("Employee", "general", "read", "team"),
            ("Assignment", "*", "read", "team"),
            ("Organisation", "*", "read", "all"),
        ],
    );
    let hr = world.user(&tenant, "hr", None, &[("*", "*", "read", "all")]);
    let begin = Instant::now();
    hr.view(|v| v.people_graph().map(|_| ())).expect("the graph");
    println!("people graph loaded       {:>9.1} ms", begin.elapsed().as_secs_f64() * 1000.0);
    for (who, scope) in [("manager", &manager), ("hr", &hr)] {
        let list = |sort: &str, filter: &str, columns: &[&str], count: bool| {
            let page = ask(scope, sort, filter, columns, count);
            assert!(!page.records.is_empty(), "{who} {sort} {filter}");
        };
        let show = |name: &str, times: (f64, f64)| {
            println!("{who:<8} {name:<34} median {:>7.2} ms  p99 {:>7.2} ms", times.0, times.1)
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
    println!(
        "move somebody, list again                   median {:>7.2} ms  p99 {:>7.2} ms",
        times.0, times.1
    );
}

fn new_year(year: i64) -> Value {
    Value::Int((year - 1970) * 365 + (year - 1969) / 4)
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
