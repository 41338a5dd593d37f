//! Lists: order by the culture, pages by cursor, search.

use talang_catalogue::Value;
use talang_engine::Query;
use talang_testkit::both;

use crate::{SETUP, company, make};

fn page_through(scope: &talang_engine::Scope, sort: &str, limit: usize) -> Vec<String> {
    let mut names = Vec::new();
    let mut cursor = None;
    loop {
        let page = scope
            .view(|v| {
                let object = v.object("Employee")?;
                let sort = v.sort(&object, sort)?;
                v.list(
                    &object,
                    &Query { sort, limit, cursor: cursor.clone(), count: true, ..Query::default() },
                )
            })
            .expect("a page");
        assert_eq!(page.total, Some(4));
        names.extend(
            page.records.iter().map(|r| r.get("last_name").as_text().unwrap_or_default().to_string()),
        );
        cursor = page.next;
        if cursor.is_none() {
            return names;
        }
    }
}

// S10: å and ö come after z in Swedish, with a and o in English.
#[test]
fn order_follows_the_culture() {
    both(&SETUP, |kit| {
        let (_, english) = company(kit);
        assert_eq!(page_through(&english, "last_name", 3), ["Ård", "Boss", "Öst", "Zorn"]);
        let swedish = kit.tenant_in("svensk", "sv-SE");
        let scope = kit.system(&swedish);
        for (number, last) in [("1", "Öst"), ("2", "Ård"), ("3", "Zorn"), ("4", "Andersson")] {
            crate::make(
                &scope,
                talang_catalogue::Kind::Employees,
                "Employee",
                &[("number", number), ("first_name", "F"), ("last_name", last), ("status", "active")],
            );
        }
        assert_eq!(page_through(&scope, "last_name", 3), ["Andersson", "Zorn", "Ård", "Öst"]);
    });
}

#[test]
fn pages_are_complete_in_every_order() {
    both(&SETUP, |kit| {
        let (_, scope) = company(kit);
        let whole = |sort: &str| page_through(&scope, sort, 100);
        for sort in [
            "last_name",
            "-last_name",
            "hire_date,number",
            "-hire_date,-number",
            "assignment.organisation",
            "-assignment.manager",
            "status,first_name",
        ] {
            for limit in [1, 2, 3] {
                assert_eq!(page_through(&scope, sort, limit), whole(sort), "{sort} {limit}");
            }
        }
    });
}

#[test]
fn search_finds_beginnings_of_words_without_case_and_accents() {
    both(&SETUP, |kit| {
        let (_, scope) = company(kit);
        let find = |text: &str| {
            scope
                .view(|v| {
                    let object = v.object("Employee")?;
                    let page = v.search(&object, text, 10)?;
                    Ok(page
                        .records
                        .iter()
                        .filter_map(|r| r.get("number").as_text().map(str::to_string))
                        .collect::<Vec<_>>())
                })
                .expect("found")
        };
        assert_eq!(find("ard"), ["2"]);
        assert_eq!(find("ANN å"), ["2"]);
        assert_eq!(find("zor ci"), ["4"]);
        assert_eq!(find("\"; DROP"), [""; 0]);
        assert_eq!(find("*"), [""; 0]);
        let id = scope.view(|v| v.resolve("Employee", "2")).expect("read").expect("there");
        scope
            .change(talang_catalogue::Kind::Employees, |c| {
                c.update("Employee", id, vec![("last_name", Value::from("Berg"))])
            })
            .expect("renamed");
        assert_eq!(find("ard"), [""; 0]);
        assert_eq!(find("berg"), ["2"]);
    });
}

// A11: a total counts what the reader sees as the data are now, however often it was asked before.
#[test]
fn totals_are_those_of_the_reader_and_of_the_moment() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "all", &[("Employee", "*", "read", "all"), ("Assignment", "*", "read", "all")]);
        kit.role(&tenant, "team", &[("Employee", "*", "read", "team"), ("Assignment", "*", "read", "team")]);
        kit.user(&tenant, "hr", None, &["all"]);
        kit.user(&tenant, "boss", Some("1"), &["team"]);
        kit.user(&tenant, "ann", Some("2"), &["team"]);
        let active = |scope: &talang_engine::Scope| {
            let total = scope.view(|v| {
                let object = v.object("Employee")?;
                let text = "status is active and assignment.organisation under EU";
                let filter = Some(talang_engine::Filter::parse(&v.catalogue(), &object, text)?);
                v.count(&object, &Query { filter, ..Query::default() })
            });
            total.expect("a total")
        };
        let all = || ["hr", "boss", "ann"].map(|login| active(&kit.scope(&tenant, login)));
        assert_eq!((all(), all()), ([4, 3, 1], [4, 3, 1]));
        // Cid leaves.
        let leave = |c: &mut talang_engine::Change<'_>| {
            let id = c.resolve("Employee", "4")?.expect("Cid");
            let day = Value::from(jiff::civil::date(2026, 6, 1));
            c.update("Employee", id, vec![("status", "left".into()), ("exit_date", day)])
        };
        let undone = system.change(talang_catalogue::Kind::Employees, |c| {
            leave(c)?;
            let object = c.object("Employee")?;
            let text = "status is active and assignment.organisation under EU";
            let filter = Some(talang_engine::Filter::parse(&c.catalogue(), &object, text)?);
            assert_eq!(c.count(&object, &Query { filter, ..Query::default() })?, 3, "the change sees itself");
            Err::<(), _>(talang_catalogue::Fault::new("internal").into())
        });
        assert!(undone.is_err());
        assert_eq!(all(), [4, 3, 1], "what was undone was not remembered");
        system.change(talang_catalogue::Kind::Employees, leave).expect("left");
        assert_eq!(all(), [3, 2, 0]);
        // Cid comes back, moves out of Europe and in again; totals follow one change and many at once.
        let change = |work: &dyn Fn(&mut talang_engine::Change<'_>) -> talang_engine::Result<()>| {
            system.change(talang_catalogue::Kind::Employees, |c| work(c)).expect("a change");
            all()
        };
        let back = change(&|c| {
            let id = c.resolve("Employee", "4")?.expect("Cid");
            c.update("Employee", id, vec![("status", "active".into()), ("exit_date", Value::Null)]).map(drop)
        });
        assert_eq!(back, [4, 3, 1]);
        let stand = |c: &mut talang_engine::Change<'_>, unit: &str| {
            let object = c.object("Assignment")?;
            let filter = Some(talang_engine::Filter::parse(&c.catalogue(), &object, "employee = 4")?);
            let id = c.list(&object, &Query { filter, ..Query::default() })?.records[0].id;
            c.update("Assignment", id, vec![("organisation", unit.into())]).map(drop)
        };
        crate::make(
            &system,
            talang_catalogue::Kind::Employees,
            "Organisation",
            &[("code", "US"), ("name", "US"), ("start", "2020-01-01")],
        );
        assert_eq!(change(&|c| stand(c, "US")), [3, 2, 0]);
        assert_eq!(change(&|c| stand(c, "NORTH")), [4, 3, 1]);
        let gone = change(&|c| {
            let object = c.object("Assignment")?;
            let filter = Some(talang_engine::Filter::parse(&c.catalogue(), &object, "employee = 4")?);
            for slice in c.list(&object, &Query { filter, ..Query::default() })?.records {
                c.delete(&object, slice.id, None)?;
            }
            let (object, id) = (c.object("Employee")?, c.resolve("Employee", "4")?.expect("Cid"));
            c.delete(&object, id, None)
        });
        assert_eq!(gone, [3, 2, 0]);
        // Ann loses her role.
        system
            .change(talang_catalogue::Kind::Shared, |c| {
                let object = c.object("UserRole")?;
                let filter = Some(talang_engine::Filter::parse(&c.catalogue(), &object, "user = ann")?);
                let id = c.list(&object, &Query { filter, ..Query::default() })?.records[0].id;
                c.delete(&object, id, None)
            })
            .expect("taken away");
        assert_eq!(active(&kit.scope(&tenant, "ann")), 0);
    });
}

// I10: ties and missing values in the first part of the order: every page goes on exactly where the one before ended.
#[test]
fn pages_go_on_through_ties_and_through_what_has_no_value() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        for n in 0..12 {
            let number = format!("T{n:02}");
            let hired = format!("202{}-01-01", n % 3);
            let mut values = vec![("number", number.as_str()), ("first_name", "T"), ("last_name", "Same")];
            if n % 4 != 0 {
                values.push(("hire_date", hired.as_str()));
            }
            crate::make(&system, talang_catalogue::Kind::Employees, "Employee", &values);
        }
        let numbers = |sort: &str, limit: usize| {
            let (mut all, mut cursor) = (Vec::new(), None);
            loop {
                let page = system
                    .view(|v| {
                        let object = v.object("Employee")?;
                        let sort = v.sort(&object, sort)?;
                        v.list(&object, &Query { sort, limit, cursor: cursor.clone(), ..Query::default() })
                    })
                    .expect("a page");
                assert!(page.records.len() <= limit && (page.next.is_none() || page.records.len() == limit));
                all.extend(
                    page.records.iter().map(|r| r.get("number").as_text().unwrap_or_default().to_string()),
                );
                cursor = page.next;
                if cursor.is_none() {
                    return all;
                }
            }
        };
        for sort in [
            "hire_date",
            "-hire_date",
            "-hire_date,last_name",
            "hire_date,-number",
            "-last_name",
            "-last_name,hire_date",
        ] {
            let whole = numbers(sort, 1_000);
            assert_eq!(whole.len(), 16);
            for limit in [1, 2, 3, 5, 15, 16] {
                assert_eq!(numbers(sort, limit), whole, "{sort}, {limit} at once");
            }
        }
    });
}

// What is worked out of some objects is kept while only others change, and told which of their records changed; what was undone
// counts for nothing.
#[test]
fn what_follows_records_is_told_which_changed() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let kinds = talang_catalogue::Kind::Employees;
        // Each time it says how it came about.
        let state = || {
            let value = system.view(|v| {
                v.followed::<String>(&["Employee"], "test", |_, before| {
                    Ok(match before {
                        None => "anew".to_string(),
                        Some((last, changed)) => {
                            let mut records: Vec<i64> = changed.iter().map(|c| c.record).collect();
                            records.sort_unstable();
                            format!("{last}, then {records:?}")
                        }
                    })
                })
            });
            value.expect("a value").to_string()
        };
        assert_eq!(state(), "anew");
        assert_eq!(state(), "anew");
        make(&system, kinds, "AccreditationList", &[("code", "L"), ("label", "L")]);
        assert_eq!(state(), "anew", "lists are none of its business");
        let id = |number: &str| system.view(|v| v.resolve("Employee", number)).expect("read").expect("there");
        let (two, four) = (id("2"), id("4"));
        let rename = |c: &mut talang_engine::Change<'_>, id: i64, name: &str| {
            c.update("Employee", id, vec![("last_name", Value::from(name))]).map(drop)
        };
        system
            .change(kinds, |c| {
                rename(c, two, "Berg")?;
                rename(c, two, "Bergh")?;
                rename(c, four, "Dahl")
            })
            .expect("renamed");
        assert_eq!(state(), format!("anew, then [{two}, {four}]"));
        let undone = system.change(kinds, |c| {
            rename(c, four, "Dal")?;
            let inside = c.followed::<String>(&["Employee"], "test", |_, before| {
                Ok(if before.is_none() { "for now" } else { "kept" }.to_string())
            })?;
            assert_eq!(*inside, "for now", "a change keeps nothing");
            Err::<(), _>(talang_catalogue::Fault::new("internal").into())
        });
        assert!(undone.is_err());
        assert_eq!(state(), format!("anew, then [{two}, {four}]"));
    });
}

// A10: reading columns alone withholds what reading records withholds.
#[test]
fn a_scan_withholds_what_may_not_be_read() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        let id = system.view(|v| v.resolve("Employee", "2")).expect("read").expect("there");
        let born = Value::from(jiff::civil::date(1990, 5, 1));
        let kind = talang_catalogue::Kind::Employees;
        system.change(kind, |c| c.update("Employee", id, vec![("birth_date", born.clone())])).expect("born");
        kit.role(&tenant, "names", &[("Employee", "general", "read", "team")]);
        kit.user(&tenant, "ann", Some("1"), &["names"]);
        let read = |scope: &talang_engine::Scope| {
            let mut rows = Vec::new();
            let done = scope.view(|v| {
                let object = v.object("Employee")?;
                v.scan(&object, &["number", "birth_date"], &Query::default(), &mut |_, row| {
                    rows.push((row[0].as_text().unwrap_or_default().to_string(), row[1].clone()));
                    Ok(())
                })
            });
            done.expect("a scan");
            rows
        };
        assert!(read(&system).contains(&("2".to_string(), born)));
        let seen = read(&kit.scope(&tenant, "ann"));
        assert!(seen.len() < read(&system).len() && seen.iter().any(|(n, _)| n == "2"), "{seen:?}");
        assert!(seen.iter().all(|(_, born)| born.is_null()), "{seen:?}");
    });
}
