//! A10, A11: roles, accreditation lists by hand and by rule, teams; and attempts to get round them.

use talang_catalogue::{Kind, Value};
use talang_testkit::both;

use crate::{SETUP, company, make, numbers, try_make};

/// The rights of an HR user who works with lists.
const BY_LIST: &[(&str, &str, &str, &str)] = &[
    ("Employee", "general", "read, update", "lists"),
    ("Employee", "private", "read", "lists"),
    ("Assignment", "*", "read", "lists"),
];

// A11: a list by rule follows the organisation at the next request.
#[test]
fn a_list_by_rule_follows_a_move() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        make(
            &system,
            Kind::Employees,
            "AccreditationList",
            &[("code", "SALES"), ("label", "Sales"), ("rule", "organisation under SALES")],
        );
        make(&system, Kind::Employees, "ListOwner", &[("list", "SALES"), ("employee", "3")]);
        kit.role(&tenant, "hr", BY_LIST);
        kit.user(&tenant, "bob", Some("3"), &["hr"]);
        let bob = kit.scope(&tenant, "bob");
        assert_eq!(numbers(&bob, ""), ["2", "4"]);
        // Cid moves to OPS today.
        make(
            &system,
            Kind::Employees,
            "Assignment",
            &[("employee", "4"), ("organisation", "OPS"), ("start", "2026-06-15")],
        );
        assert_eq!(numbers(&bob, ""), ["2"]);
        // SALES is moved below OPS: nothing changes for its members; OPS's list would have them.
        let organisation = system.view(|v| v.resolve("Organisation", "SALES")).expect("read").expect("there");
        system
            .change(Kind::Employees, |c| {
                let object = c.object("Organisation")?;
                let slice = c.current(&object, organisation)?;
                c.update("Organisation", slice.id, vec![("parent", "OPS".into())])
            })
            .expect("moved");
        make(
            &system,
            Kind::Employees,
            "AccreditationList",
            &[
                ("code", "OPS"),
                ("label", "Operations"),
                ("rule", "organisation under OPS and not manager is \"1\""),
            ],
        );
        make(&system, Kind::Employees, "ListOwner", &[("list", "OPS"), ("employee", "3")]);
        assert_eq!(numbers(&bob, ""), ["2", "4"]);
    });
}

// A10: extents self, team and all; a role that is taken away counts at the next request.
#[test]
fn extents_reach_as_far_as_they_say() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "own", &[("Employee", "*", "read", "self")]);
        kit.role(&tenant, "team", &[("Employee", "general", "read", "team")]);
        kit.role(&tenant, "all", &[("Employee", "general", "read", "all")]);
        kit.user(&tenant, "ann", Some("2"), &["own", "team"]);
        kit.user(&tenant, "cid", Some("4"), &["own"]);
        kit.user(&tenant, "eve", None, &["own", "team"]);
        kit.user(&tenant, "boss", Some("1"), &["team"]);
        kit.user(&tenant, "hr", None, &["all"]);
        assert_eq!(numbers(&kit.scope(&tenant, "ann"), ""), ["2", "4"]);
        assert_eq!(numbers(&kit.scope(&tenant, "cid"), ""), ["4"]);
        assert_eq!(numbers(&kit.scope(&tenant, "eve"), ""), [""; 0]);
        assert_eq!(numbers(&kit.scope(&tenant, "boss"), ""), ["2", "3", "4"]);
        assert_eq!(numbers(&kit.scope(&tenant, "hr"), ""), ["1", "2", "3", "4"]);
        let given = system
            .view(|v| {
                let object = v.object("UserRole")?;
                let id = v.resolve("UserRole", "hr|all")?;
                v.get(&object, id.expect("given"))
            })
            .expect("read");
        system.change(Kind::Shared, |c| c.delete(&given.object.clone(), given.id, None)).expect("taken away");
        assert_eq!(numbers(&kit.scope(&tenant, "hr"), ""), [""; 0]);
    });
}

// Deny by default: what is invisible is not there, and a field that may not be read answers no filter, order or "not".
#[test]
fn what_is_hidden_leaks_through_no_question() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "own", &[("Employee", "*", "read", "self")]);
        kit.role(&tenant, "team", &[("Employee", "general", "read, update", "team")]);
        kit.user(&tenant, "ann", Some("2"), &["own", "team"]);
        let ann = kit.scope(&tenant, "ann");
        let ids: Vec<i64> = ["1", "2", "3", "4"]
            .iter()
            .map(|n| system.view(|v| v.resolve("Employee", n)).expect("read").expect("there"))
            .collect();
        for (id, seen) in ids.iter().zip([false, true, false, true]) {
            let answer = ann.view(|v| {
                let object = v.object("Employee")?;
                v.get(&object, *id)
            });
            assert_eq!(answer.is_ok(), seen);
            if let Err(error) = answer {
                assert_eq!((error.status(), error.is("record.not_found")), (404, true));
            }
        }
        // Ann may read her own birth date, not Cid's: neither a test nor its contrary finds him.
        assert_eq!(numbers(&ann, "birth_date >= 1980-01-01"), ["2"]);
        assert_eq!(numbers(&ann, "not birth_date >= 1999-01-01"), ["2"]);
        assert_eq!(numbers(&ann, "birth_date is empty"), [""; 0]);
        assert_eq!(numbers(&ann, "not birth_date is empty"), ["2"]);
        let hidden = ann
            .view(|v| {
                let object = v.object("Employee")?;
                let record = v.get(&object, ids[3])?;
                let birth = object.field("birth_date").expect("a field").index;
                Ok((record.is_hidden(birth), record.get("birth_date").clone()))
            })
            .expect("read");
        assert_eq!(hidden, (true, Value::Null));
        // Nor can it be written, nor somebody else be named in a reference.
        let refused =
            ann.change(Kind::Employees, |c| c.update("Employee", ids[3], vec![("birth_date", "x".into())]));
        assert!(refused.is_err());
        let refused =
            ann.change(Kind::Employees, |c| c.update("Employee", ids[2], vec![("first_name", "X".into())]));
        assert!(refused.is_err_and(|e| e.is("record.not_found")));
        assert_eq!(ann.view(|v| v.resolve("Employee", "3")).expect("read"), None);
        let same = ann.view(|v| v.resolve("Employee", "no such")).expect("read");
        assert_eq!(same, None);
    });
}

// A rule that cannot be read, or names what is not there, is refused with its place.
#[test]
fn a_rule_is_checked_when_it_is_written() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        for (rule, place) in
            [("organisation under", "19"), ("colour is red", "1"), ("organisation is NOWHERE", "1")]
        {
            let refused = try_make(
                &system,
                Kind::Employees,
                "AccreditationList",
                &[("code", "X"), ("label", "X"), ("rule", rule)],
            );
            let faults = refused.expect_err(rule).faults();
            assert_eq!((faults[0].code, faults[0].arg("position")), ("rule.syntax", Some(place)), "{rule}");
        }
    });
}

// A tenant never reaches another: the same row numbers, other data.
#[test]
fn tenants_are_apart() {
    both(&SETUP, |kit| {
        company(kit);
        let other = kit.tenant("other");
        assert_eq!(numbers(&kit.system(&other), ""), [""; 0]);
        make(
            &kit.system(&other),
            Kind::Employees,
            "Employee",
            &[("number", "1"), ("first_name", "Only"), ("last_name", "One"), ("status", "active")],
        );
        assert_eq!(numbers(&kit.system(&other), ""), ["1"]);
        assert_eq!(numbers(&kit.system(&kit.tenant("acme")), "").len(), 4);
    });
}

// A11: whoever works with lists can hire: a new person is reached by who recorded them until they have a place.
#[test]
fn a_newcomer_is_reached_by_who_recorded_them() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        make(
            &system,
            Kind::Employees,
            "AccreditationList",
            &[("code", "OPS"), ("label", "Operations"), ("rule", "organisation under OPS")],
        );
        for owner in ["1", "2"] {
            make(&system, Kind::Employees, "ListOwner", &[("list", "OPS"), ("employee", owner)]);
        }
        let rights =
            [("Employee", "*", "read,create,update", "lists"), ("Assignment", "*", "read,create", "lists")];
        kit.role(&tenant, "hr", &rights);
        kit.user(&tenant, "ann", Some("2"), &["hr"]);
        kit.user(&tenant, "boss", Some("1"), &["hr"]);
        let (ann, boss) = (kit.scope(&tenant, "ann"), kit.scope(&tenant, "boss"));
        make(
            &ann,
            Kind::Employees,
            "Employee",
            &[("number", "9"), ("first_name", "New"), ("last_name", "Comer"), ("status", "future")],
        );
        assert_eq!((numbers(&ann, ""), numbers(&boss, "")), (vec!["3".into(), "9".into()], vec!["3".into()]));
        // Once placed, it is the lists alone that count.
        make(
            &ann,
            Kind::Employees,
            "Assignment",
            &[("employee", "9"), ("organisation", "SALES"), ("start", "2026-06-01")],
        );
        assert_eq!(numbers(&ann, ""), ["3"]);
        make(
            &system,
            Kind::Employees,
            "Assignment",
            &[("employee", "9"), ("organisation", "OPS"), ("start", "2026-06-10")],
        );
        assert_eq!(
            (numbers(&ann, ""), numbers(&boss, "")),
            (vec!["3".into(), "9".into()], vec!["3".into(), "9".into()])
        );
    });
}
