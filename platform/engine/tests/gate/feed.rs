//! The change feed (I10): complete, in order, and nothing in it that its reader may not see.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use talang_catalogue::{Kind, Value};
use talang_engine::feed::Changes;
use talang_engine::journal::Deed;
use talang_engine::{Scope, Tenant};
use talang_testkit::both;

use crate::{SETUP, company, make};

fn changes(scope: &Scope, object: &str, after: i64, most: usize) -> Changes {
    scope
        .view(|v| {
            let object = v.object(object)?;
            v.changes(object.def.kind, &[object], after, most)
        })
        .expect("the feed")
}

/// Record, deed and names of the changed fields.
fn told(found: &Changes) -> Vec<(i64, Deed, Vec<String>)> {
    let names = |e: &talang_engine::journal::Entry| {
        e.changes.iter().map(|(i, ..)| e.object.fields[*i].name.to_string()).collect()
    };
    found.entries.iter().map(|e| (e.record, e.deed, names(e))).collect()
}

fn latest(scope: &Scope) -> i64 {
    scope.view(|v| v.last_change(Kind::Employees)).expect("the place")
}

// I10: creation, change and deletion come in their order, in pages of any size, once.
#[test]
fn everything_comes_once_and_in_its_order() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "all", &[("*", "*", "read, update, delete", "all")]);
        kit.user(&tenant, "hr", None, &["all"]);
        let hr = kit.scope(&tenant, "hr");
        let start = latest(&hr);
        let id = make(
            &system,
            Kind::Employees,
            "Employee",
            &[("number", "9"), ("first_name", "Eva"), ("last_name", "Ny")],
        )
        .id;
        system
            .change(Kind::Employees, |c| c.update("Employee", id, vec![("last_name", "Nu".into())]))
            .unwrap();
        // What is not another is no change.
        system
            .change(Kind::Employees, |c| c.update("Employee", id, vec![("last_name", "Nu".into())]))
            .unwrap();
        make(
            &system,
            Kind::Employees,
            "Organisation",
            &[("code", "X"), ("name", "X"), ("start", "2020-01-01")],
        );
        system
            .change(Kind::Employees, |c| {
                let employee = c.object("Employee")?;
                c.delete(&employee, id, None)
            })
            .unwrap();
        let found = changes(&hr, "Employee", start, 100);
        let deeds: Vec<_> = found.entries.iter().map(|e| (e.record, e.deed)).collect();
        assert_eq!(deeds, [(id, Deed::Create), (id, Deed::Update), (id, Deed::Delete)]);
        assert_eq!((found.last, found.more), (latest(&hr), false), "the other object's line is passed by");
        for most in [1, 2, 3] {
            let (mut after, mut seen) = (start, Vec::new());
            loop {
                let part = changes(&hr, "Employee", after, most);
                assert!(part.entries.len() <= most);
                seen.extend(part.entries.iter().map(|e| e.seq));
                after = part.last;
                if !part.more {
                    break;
                }
            }
            assert_eq!(seen, found.entries.iter().map(|e| e.seq).collect::<Vec<_>>(), "{most} at once");
        }
        // From the beginning everything is there, and after the end nothing.
        assert_eq!(changes(&hr, "Employee", 0, 1000).entries.len(), 4 + 3);
        let end = changes(&hr, "Employee", found.last, 10);
        assert_eq!((end.entries.len(), end.last, end.more), (0, found.last, false));
        // A place that was never reached: of another tenant, or of before a restoration.
        for wrong in [found.last + 1, -1, i64::MAX] {
            let refused = hr.view(|v| {
                let object = v.object("Employee")?;
                v.changes(Kind::Employees, &[object], wrong, 10)
            });
            assert!(refused.is_err_and(|e| e.is("cursor.invalid")), "{wrong}");
        }
    });
}

// A10, A11: rights and reach of the moment of reading decide, about records, fields and their former values.
#[test]
fn the_feed_tells_nothing_that_its_reader_may_not_see() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "general", &[("Employee", "general", "read", "all")]);
        kit.role(&tenant, "lead", &[("Employee", "*", "read", "team")]);
        kit.role(&tenant, "nothing", &[("Organisation", "*", "read", "all")]);
        kit.user(&tenant, "reader", None, &["general"]);
        kit.user(&tenant, "ann", Some("2"), &["lead"]);
        kit.user(&tenant, "bob", Some("3"), &["lead"]);
        kit.user(&tenant, "none", None, &["nothing"]);
        let start = latest(&system);
        let of = |number: &str| system.view(|v| v.resolve("Employee", number)).unwrap().unwrap();
        let (boss, cid) = (of("1"), of("4"));
        let update = |id: i64, field: &str, value: Value| {
            system.change(Kind::Employees, |c| c.update("Employee", id, vec![(field, value)])).unwrap();
        };
        update(cid, "birth_date", Value::from(jiff::civil::date(1991, 1, 1)));
        update(cid, "last_name", "Zander".into());
        update(boss, "last_name", "Bosse".into());
        let read = |login: &str, object: &str| told(&changes(&kit.scope(&tenant, login), object, start, 100));
        let line = |id, field: &str| (id, Deed::Update, vec![field.to_string()]);
        // Not even that a hidden field changed.
        assert_eq!(read("reader", "Employee"), [line(cid, "last_name"), line(boss, "last_name")]);
        // The team of Ann is Cid.
        assert_eq!(read("ann", "Employee"), [line(cid, "birth_date"), line(cid, "last_name")]);
        assert_eq!(read("bob", "Employee"), []);
        assert_eq!(read("none", "Employee"), []);
        // Still, everybody's place moves on.
        assert_eq!(changes(&kit.scope(&tenant, "bob"), "Employee", start, 1).last, latest(&system));

        // An account that passes from Cid to Bob leaves Ann's sight with nothing of what it became.
        kit.role(&tenant, "team", &[("User", "*", "read", "team")]);
        kit.role(&tenant, "own", &[("User", "*", "read", "self")]);
        kit.user(&tenant, "moving", Some("4"), &[]);
        kit.user(&tenant, "ann-team", Some("2"), &["team"]);
        kit.user(&tenant, "bob-self", Some("3"), &["own"]);
        let start = system.view(|v| v.last_change(Kind::Shared)).unwrap();
        let account = system.view(|v| v.resolve("User", "moving")).unwrap().unwrap();
        system.change(Kind::Shared, |c| c.update("User", account, vec![("employee", "3".into())])).unwrap();
        let read = |login: &str| changes(&kit.scope(&tenant, login), "User", start, 100);
        assert_eq!(told(&read("ann-team")), [(account, Deed::Delete, vec![])]);
        let gained = read("bob-self");
        assert_eq!(told(&gained), [(account, Deed::Create, vec!["employee".to_string()])]);
        assert_eq!(gained.entries[0].changes[0].1, Value::Null, "whose it was is not told");
    });
}

// I10: a reader who keeps its place misses nothing and gets nothing twice while others write, on either side of two
// running programs.
#[test]
fn a_reader_misses_nothing_while_writers_commit() {
    both(&SETUP, |kit| {
        let (first, _) = company(kit);
        let one = kit.installation();
        kit.restart();
        let second = kit.tenant("acme");
        let two = kit.installation();
        assert!(!Arc::ptr_eq(&one, &two));
        let system = |i: &Arc<talang_engine::Installation>, t: &Arc<Tenant>| {
            Scope::new(i, t, talang_engine::Actor::System, talang_engine::Door::Task)
        };
        let reader = system(&two, &second);
        let start = latest(&reader);
        let done = AtomicBool::new(false);
        let seen = std::thread::scope(|threads| {
            let writers: Vec<_> =
                [(&one, &first, 'a'), (&two, &second, 'b'), (&one, &first, 'c'), (&two, &second, 'd')]
                    .into_iter()
                    .map(|(installation, tenant, name)| {
                        let scope = system(installation, tenant);
                        threads.spawn(move || {
                            for n in 0..25 {
                                // Some transactions are long, some are given up after they took numbers.
                                let result = scope.change(Kind::Employees, |c| {
                                    for part in 0..=(n % 4) {
                                        c.create(
                                            "Employee",
                                            vec![
                                                ("number", format!("{name}{n}-{part}").as_str().into()),
                                                ("first_name", "A".into()),
                                                ("last_name", "B".into()),
                                            ],
                                        )?;
                                    }
                                    match n % 5 {
                                        4 => Err(talang_catalogue::Fault::new("internal").into()),
                                        _ => Ok(()),
                                    }
                                });
                                assert_eq!(result.is_err(), n % 5 == 4, "{result:?}");
                            }
                        })
                    })
                    .collect();
            let follower = threads.spawn(|| {
                let (mut after, mut seen) = (start, Vec::new());
                loop {
                    let last_turn = done.load(Ordering::SeqCst);
                    let part = changes(&reader, "Employee", after, 3);
                    seen.extend(part.entries.iter().map(|e| e.seq));
                    after = part.last;
                    if last_turn && !part.more {
                        return seen;
                    }
                }
            });
            writers.into_iter().for_each(|w| w.join().expect("a writer"));
            done.store(true, Ordering::SeqCst);
            follower.join().expect("the reader")
        });
        let all: Vec<i64> = changes(&reader, "Employee", start, 1000).entries.iter().map(|e| e.seq).collect();
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len(), "something came twice");
        assert_eq!(seen, all);
        let kept: usize = (0..25).filter(|n| n % 5 != 4).map(|n| n % 4 + 1).sum();
        assert_eq!(seen.len(), 4 * kept);
    });
}
