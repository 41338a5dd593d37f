//! A10, A11, A13: who could see whose data on a day that is gone. The clock goes through the year, rights, lists and places
//! change, accounts and roles are deleted, and every epoch is asked about afterwards.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use talang_catalogue::{Kind, Value};
use talang_engine::past::{Answer, Question, Viewer};
use talang_engine::{Action, Query, Scope};
use talang_testkit::{Kit, both};

use crate::{SETUP, company, make};

const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;

/// Moves the clock to noon of a day.
fn go(kit: &Kit, day: Date) {
    let days = i64::from(kit.today().until(day).unwrap().get_days());
    kit.clock().advance(days * DAY);
    assert_eq!(kit.today(), day);
}

fn id(scope: &Scope, object: &str, key: &str) -> i64 {
    scope.view(|v| v.resolve(object, key)).unwrap().unwrap_or_else(|| panic!("no {object} {key}"))
}

fn remove(scope: &Scope, kind: Kind, object: &str, key: &str) {
    let id = id(scope, object, key);
    scope
        .change(kind, |c| {
            let object = c.object(object)?;
            c.delete(&object, id, None)
        })
        .unwrap_or_else(|e| panic!("{object} {key}: {e}"));
}

fn ask(scope: &Scope, day: Date, group: &str, person: Option<i64>, viewer: Option<Viewer>) -> Answer {
    scope
        .view(|v| {
            let object = v.object("Employee")?;
            v.could_see(&Question { day, object, group: group.to_string(), person, viewer })
        })
        .unwrap_or_else(|e| panic!("{day}: {e}"))
}

/// Logins that could see a group of a person's fields on a day.
fn seers(scope: &Scope, day: Date, group: &str, person: i64) -> Vec<String> {
    let all: BTreeSet<String> =
        ask(scope, day, group, Some(person), None).seers.into_iter().map(|s| s.login).collect();
    all.into_iter().collect()
}

#[test]
fn every_epoch_is_answered_as_it_was() {
    both(&SETUP, |kit| {
        // Everything below happens in 2026, from the morning of 2 March; the people were there before.
        go(kit, date(2026, 2, 2));
        let (tenant, system) = company(kit);
        let day = |month, day| date(2026, month, day);
        let cid = id(&system, "Employee", "4");
        kit.role(&tenant, "super", &[("*", "*", "read, create, update, delete, import, export", "all")]);
        kit.user(&tenant, "sue", None, &["super"]);
        let sue = kit.scope(&tenant, "sue");

        // Epoch 1, from 2 March: boss sees private data of the team by a role.
        go(kit, day(3, 2));
        kit.role(
            &tenant,
            "lead",
            &[("Employee", "general", "read", "team"), ("Employee", "private", "read", "team")],
        );
        kit.user(&tenant, "boss", Some("1"), &["lead"]);
        // Epoch 2, from 4 March: Bob reaches Cid by the rule of a list, and his role reads private data.
        go(kit, day(3, 4));
        kit.role(&tenant, "hr", &[("Employee", "*", "read", "lists")]);
        kit.user(&tenant, "bob", Some("3"), &["hr"]);
        make(
            &system,
            Kind::Employees,
            "AccreditationList",
            &[("code", "N"), ("label", "N"), ("rule", "organisation under NORTH")],
        );
        make(&system, Kind::Employees, "ListOwner", &[("list", "N"), ("employee", "3")]);
        // Epoch 3, on 6 March at 15:00: boss's role loses the private fields.
        go(kit, day(3, 6));
        kit.clock().advance(3 * HOUR);
        remove(&system, Kind::Shared, "RoleRight", "lead|Employee|private|team");
        kit.clock().advance(-3 * HOUR);
        // Epoch 4, from 8 March: Cid moves to OPS, out of Bob's list.
        go(kit, day(3, 8));
        make(
            &system,
            Kind::Employees,
            "Assignment",
            &[("employee", "4"), ("organisation", "OPS"), ("manager", "2"), ("start", "2026-03-08")],
        );
        // Epoch 5, from 10 March: Cid is put on the list by hand.
        go(kit, day(3, 10));
        make(&system, Kind::Employees, "ListMember", &[("list", "N"), ("employee", "4")]);
        // Epoch 6, from 12 March: Bob's account is suspended; from 14 March active again.
        let bob = id(&system, "User", "bob");
        for (on, state) in [(12, "suspended"), (14, "active")] {
            go(kit, day(3, on));
            system
                .change(Kind::Shared, |c| c.update("User", bob, vec![("state", Value::from(state))]))
                .unwrap();
        }
        // Epoch 7, from 16 March: the list is gone with all that hangs on it; epoch 8, from 18 March: account and role too.
        go(kit, day(3, 16));
        remove(&system, Kind::Employees, "ListMember", "N|4");
        remove(&system, Kind::Employees, "ListOwner", "N|3");
        remove(&system, Kind::Employees, "AccreditationList", "N");
        go(kit, day(3, 18));
        remove(&system, Kind::Shared, "UserRole", "bob|hr");
        remove(&system, Kind::Shared, "User", "bob");
        remove(&system, Kind::Shared, "RoleRight", "hr|Employee|*|lists");
        remove(&system, Kind::Shared, "Role", "hr");
        remove(&system, Kind::Shared, "UserRole", "boss|lead");
        // Epoch 9, from 20 March: the same login again, for somebody else, with no rights.
        go(kit, day(3, 20));
        kit.user(&tenant, "bob", None, &[]);
        go(kit, day(6, 15));

        let private = |on: Date| seers(&sue, on, "private", cid);
        assert!(private(day(1, 31)).is_empty(), "nobody had an account");
        assert_eq!(private(day(3, 1)), ["sue"]);
        assert_eq!(private(day(3, 2)), ["boss", "sue"]);
        assert_eq!(private(day(3, 3)), ["boss", "sue"]);
        assert_eq!(private(day(3, 5)), ["bob", "boss", "sue"]);
        assert_eq!(private(day(3, 6)), ["bob", "boss", "sue"], "boss until three o'clock");
        assert_eq!(private(day(3, 7)), ["bob", "sue"]);
        assert_eq!(private(day(3, 9)), ["sue"], "moved away");
        assert_eq!(private(day(3, 11)), ["bob", "sue"], "on the list by hand");
        assert_eq!(private(day(3, 13)), ["sue"], "suspended");
        assert_eq!(private(day(3, 15)), ["bob", "sue"]);
        assert_eq!(private(day(3, 17)), ["sue"], "without the list");
        assert_eq!(private(day(3, 21)), ["sue"], "another bob");
        assert_eq!(seers(&sue, day(3, 7), "general", cid), ["bob", "boss", "sue"]);
        assert_eq!(seers(&sue, day(3, 19), "general", cid), ["sue"]);

        // Why: the line of the role and the list, by names that are gone today; and at what time.
        let answer = ask(&sue, day(3, 5), "private", Some(cid), None);
        let bob = answer.seers.iter().find(|s| s.login == "bob").unwrap();
        let cause = &bob.causes[0];
        assert_eq!(
            (cause.role.as_str(), cause.object.as_str(), cause.group.as_str()),
            ("hr", "Employee", "*")
        );
        assert_eq!((cause.extent.words(), &cause.lists), (vec!["lists"], &vec![("N".to_string(), true)]));
        let answer = ask(&sue, day(3, 11), "private", Some(cid), None);
        let by_hand = answer.seers.iter().find(|s| s.login == "bob").unwrap();
        assert_eq!(by_hand.causes[0].lists, [("N".to_string(), false)]);
        let answer = ask(&sue, day(3, 6), "private", Some(cid), None);
        let boss = answer.seers.iter().find(|s| s.login == "boss").unwrap();
        let midnight = i64::from(date(1970, 1, 1).until(day(3, 6)).unwrap().get_days()) * DAY;
        assert_eq!((boss.from, boss.until), (midnight, midnight + 15 * HOUR));

        // The other way round: whom could an account see?
        let whom = |on: Date, employee: &str| {
            let viewer = Viewer::Employee(id(&system, "Employee", employee));
            let answer = ask(&sue, on, "private", None, Some(viewer));
            let mut numbers: Vec<String> = answer.seen.iter().map(|id| answer.numbers[&id].clone()).collect();
            numbers.sort();
            numbers
        };
        assert_eq!(whom(day(3, 3), "1"), ["2", "3", "4"]);
        assert!(whom(day(3, 7), "1").is_empty());
        assert_eq!(whom(day(3, 5), "3"), ["4"]);
        assert!(whom(day(3, 9), "3").is_empty());
        let account = Viewer::Account(id(&system, "User", "sue"));
        assert!(ask(&sue, day(3, 9), "private", None, Some(account)).saw_everybody);

        // A day to come is refused, and so is whoever may not read who has which rights.
        let question = |scope: &Scope, on: Date| {
            scope.view(|v| {
                let object = v.object("Employee")?;
                let group = "general".to_string();
                v.could_see(&Question { day: on, object, group, person: None, viewer: None }).map(|_| ())
            })
        };
        assert!(question(&sue, day(6, 16)).unwrap_err().is("value.too_large"));
        assert!(question(&kit.scope(&tenant, "boss"), day(3, 3)).unwrap_err().is("record.not_found"));
    });
}

// What is said of today is what the gate does: every account, every person, every group, after changes of all kinds.
#[test]
fn the_answer_for_today_is_what_the_gate_does() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "super", &[("*", "*", "read, create, update, delete, import, export", "all")]);
        kit.role(
            &tenant,
            "lead",
            &[("Employee", "general", "read", "team"), ("Employee", "private", "read", "team")],
        );
        kit.role(&tenant, "own", &[("Employee", "*", "read", "self")]);
        kit.role(
            &tenant,
            "hr",
            &[
                ("Employee", "general", "read", "lists"),
                ("Employee", "sensitive", "read", "lists"),
                ("module:people", "private", "read", "team"),
            ],
        );
        kit.role(&tenant, "blind", &[("Employee", "private", "read", "all")]);
        for (login, employee, roles) in [
            ("sue", None, &["super"][..]),
            ("boss", Some("1"), &["lead"]),
            ("ann", Some("2"), &["lead", "own"]),
            ("bob", Some("3"), &["hr", "own"]),
            ("cid", Some("4"), &["blind"]),
        ] {
            kit.user(&tenant, login, employee, roles);
        }
        for (code, rule) in [("A", "organisation under SALES"), ("B", "manager under 2"), ("C", "")] {
            let values = [("code", code), ("label", code), ("rule", rule)];
            make(
                &system,
                Kind::Employees,
                "AccreditationList",
                values.iter().filter(|(_, v)| !v.is_empty()).copied().collect::<Vec<_>>().as_slice(),
            );
            make(&system, Kind::Employees, "ListOwner", &[("list", code), ("employee", "3")]);
        }
        make(&system, Kind::Employees, "ListMember", &[("list", "C"), ("employee", "1")]);
        let sue = kit.scope(&tenant, "sue");
        let people: Vec<i64> = ["1", "2", "3", "4"].iter().map(|n| id(&system, "Employee", n)).collect();
        for group in ["general", "private", "sensitive"] {
            for person in &people {
                let told = seers(&sue, kit.today(), group, *person);
                let does: Vec<String> = ["ann", "bob", "boss", "cid", "sue"]
                    .into_iter()
                    .filter(|login| {
                        let scope = kit.scope(&tenant, login);
                        let seen = scope.view(|v| {
                            let object = v.object("Employee")?;
                            let there = v.count(
                                &object,
                                &Query {
                                    filter: Some(talang_engine::Filter::Ids(vec![*person])),
                                    ..Query::default()
                                },
                            )? == 1;
                            Ok(there && v.who(&object, group, Action::Read)?.includes(Some(*person)))
                        });
                        seen.unwrap()
                    })
                    .map(str::to_string)
                    .collect();
                assert_eq!(told, does, "{group} of {person}");
            }
        }
    });
}

/// Row numbers that a viewer could see, by whom they acted for; the own ones under nobody.
fn seen_through(scope: &Scope, day: Date, person: i64) -> BTreeSet<(String, String)> {
    let answer = ask(scope, day, "private", Some(person), None);
    answer.seers.into_iter().map(|s| (s.login, s.behalf)).collect()
}

// A13: a deputy could see what was lent on the days of the delegation, and what the gate lets them see today is what is told.
#[test]
fn deputies_are_told_with_whom_they_could_act_for() {
    both(&SETUP, |kit| {
        go(kit, date(2026, 2, 2));
        let (tenant, system) = company(kit);
        let day = |month, day| date(2026, month, day);
        kit.role(&tenant, "super", &[("*", "*", "read, create, update, delete, import, export", "all")]);
        kit.role(&tenant, "own", &[("Employee", "*", "read", "self")]);
        kit.role(
            &tenant,
            "lead",
            &[("Employee", "general", "read", "team"), ("Employee", "private", "read", "team")],
        );
        kit.role(&tenant, "desk", &[("Employee", "*", "read", "lists")]);
        kit.user(&tenant, "sue", None, &["super"]);
        kit.user(&tenant, "ann", Some("2"), &["own", "lead", "desk"]);
        kit.user(&tenant, "bob", Some("3"), &["own"]);
        for (code, member) in [("L1", "1"), ("L2", "4")] {
            make(&system, Kind::Employees, "AccreditationList", &[("code", code), ("label", code)]);
            make(&system, Kind::Employees, "ListMember", &[("list", code), ("employee", member)]);
            make(&system, Kind::Employees, "ListOwner", &[("list", code), ("employee", "2")]);
        }
        let sue = kit.scope(&tenant, "sue");
        let [boss, ann, bob, cid] = ["1", "2", "3", "4"].map(|n| id(&system, "Employee", n));
        let lead = id(&system, "Role", "lead");
        let lend = |start: &str, end: &str, roles: &[i64], lists: &[i64]| {
            let refs = |ids: &[i64]| if ids.is_empty() { Value::Null } else { Value::Refs(ids.to_vec()) };
            let made = system.change(Kind::Employees, |c| {
                let day = |t: &str| Value::from(t.parse::<Date>().expect("a day"));
                c.create(
                    "Delegation",
                    vec![
                        ("delegator", Value::Int(ann)),
                        ("delegate", Value::Int(bob)),
                        ("start", day(start)),
                        ("end", day(end)),
                        ("extent", Value::Text("read".into())),
                        ("roles", refs(roles)),
                        ("lists", refs(lists)),
                    ],
                )
            });
            made.unwrap_or_else(|e| panic!("{e}")).id
        };
        // In March with all roles, in April with one role, in May within one list.
        let march = lend("2026-03-02", "2026-03-31", &[], &[]);
        let april = lend("2026-04-01", "2026-04-30", &[lead], &[]);
        let may = lend("2026-05-01", "2026-05-31", &[], &[id(&system, "AccreditationList", "L1")]);
        let deputy = ("bob".to_string(), "ann".to_string());
        let now = |ground: i64, person: i64| {
            let mut scope = kit.scope(&tenant, "bob");
            scope.act(talang_engine::acting::Ground::Delegation(ground)).expect("acts");
            let does = scope.view(|v| {
                let object = v.object("Employee")?;
                let filter = Some(talang_engine::Filter::Ids(vec![person]));
                let there = v.count(&object, &Query { filter, ..Query::default() })? == 1;
                Ok(there && v.who(&object, "private", Action::Read)?.includes(Some(person)))
            });
            does.expect("read")
        };
        // What the gate does on the day is what is told of the day, then and later.
        let mut told = Vec::new();
        for (today, ground) in [(day(3, 12), march), (day(4, 12), april), (day(5, 12), may)] {
            go(kit, today);
            for person in [boss, ann, cid] {
                let could = seen_through(&sue, today, person).contains(&deputy);
                assert_eq!(could, now(ground, person), "{person} on {today}");
                told.push((today, person, could));
            }
            assert!(!seen_through(&sue, today, bob).contains(&deputy), "his own file is his own affair");
            let answer = ask(&sue, today, "private", None, Some(Viewer::Employee(bob)));
            let lent = answer.seers.iter().find(|s| s.behalf == "ann").expect("told without a person too");
            let people = [boss, ann, cid].into_iter().filter(|p| now(ground, *p)).count();
            assert_eq!(lent.people, Some(people), "{today}");
        }
        assert!(told.iter().any(|(.., could)| *could) && told.iter().any(|(.., could)| !*could));
        // Long after, and after the delegations are gone from the tables.
        go(kit, day(6, 15));
        for (object, key) in [("Delegation", march), ("Delegation", april), ("Delegation", may)] {
            system
                .change(Kind::Employees, |c| {
                    let object = c.object(object)?;
                    c.delete(&object, key, None)
                })
                .expect("deleted");
        }
        for (today, person, could) in told {
            assert_eq!(seen_through(&sue, today, person).contains(&deputy), could, "{person} on {today}");
        }
        assert!(!seen_through(&sue, day(6, 15), cid).contains(&deputy));
        assert!(!seen_through(&sue, day(2, 20), cid).contains(&deputy));
    });
}
