//! A10, G1: the standard roles of a new tenant, through the gate; A1, A4, A13: the rules of the other objects of access.

use std::collections::BTreeMap;
use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Result, Saved, Scope, Tenant};
use talang_testkit::{Kit, both};

use crate::{SETUP, company, make, numbers, try_make};

const RIGHTS: &str =
    include_str!("../../../../modules/core_hr/library/csv/RoleRight_InsertAndUpdate_en-GB_310_.csv");

/// Makes the roles that every new tenant gets.
fn standard_roles(kit: &Kit, tenant: &Arc<Tenant>) {
    let mut roles: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for line in csv::Reader::from_reader(RIGHTS.trim_start_matches('\u{feff}').as_bytes()).records() {
        let cells: Vec<String> = line.expect("a line").iter().map(str::to_string).collect();
        roles.entry(cells[0].clone()).or_default().push(cells);
    }
    for (role, lines) in &roles {
        let lines: Vec<_> =
            lines.iter().map(|l| (l[1].as_str(), l[2].as_str(), l[3].as_str(), l[4].as_str())).collect();
        kit.role(tenant, role, &lines);
    }
}

/// A field of a record as a scope reads it; nothing where the scope does not see the record.
fn field(scope: &Scope, object: &str, key: &str, name: &str) -> Option<Value> {
    scope
        .view(|view| {
            let Some(id) = view.resolve(object, key)? else { return Ok(None) };
            let object = view.object(object)?;
            Ok(Some(view.get(&object, id)?.get(name).clone()))
        })
        .unwrap_or(None)
}

/// Changes one field of a record that the program itself finds.
fn change(
    system: &Scope,
    scope: &Scope,
    object: &str,
    key: &str,
    value: (&'static str, Value),
) -> Result<Saved> {
    let id =
        system.view(|v| v.resolve(object, key)).expect("read").unwrap_or_else(|| panic!("no {object} {key}"));
    scope.change(Kind::Employees, |c| c.update(object, id, vec![value]))
}

// A10: they add up, and each reaches whom it says.
#[test]
fn standard_roles_reach_whom_they_say() {
    both(&SETUP, |kit| {
        let (tenant, _) = company(kit);
        standard_roles(kit, &tenant);
        for (login, employee, roles, seen) in [
            ("cid", Some("4"), &["employee"][..], &["4"][..]),
            ("ann", Some("2"), &["employee", "manager"], &["2", "4"]),
            ("hr", Some("3"), &["hr-manager"], &["1", "2", "3", "4"]),
            ("list", Some("3"), &["employee", "hr-user"], &["3"]),
            ("admin", None, &["administrator"], &["1", "2", "3", "4"]),
            ("program", None, &["integration"], &["1", "2", "3", "4"]),
            ("root", None, &["super-administrator"], &["1", "2", "3", "4"]),
        ] {
            kit.user(&tenant, login, employee, roles);
            assert_eq!(numbers(&kit.scope(&tenant, login), ""), seen, "{login}");
        }
    });
}

// G1: private data is for those whose work it is, and for the person.
#[test]
fn standard_roles_keep_private_data_from_managers_and_administrators() {
    both(&SETUP, |kit| {
        let (tenant, _) = company(kit);
        standard_roles(kit, &tenant);
        kit.user(&tenant, "cid", Some("4"), &["employee"]);
        kit.user(&tenant, "ann", Some("2"), &["employee", "manager"]);
        kit.user(&tenant, "hr", Some("3"), &["hr-manager"]);
        kit.user(&tenant, "admin", None, &["administrator"]);
        let birth =
            |login: &str, number: &str| field(&kit.scope(&tenant, login), "Employee", number, "birth_date");
        assert_eq!(birth("ann", "4"), Some(Value::Null));
        assert_eq!(birth("admin", "4"), Some(Value::Null));
        assert_eq!(birth("cid", "2"), None);
        for (login, number) in [("cid", "4"), ("ann", "2"), ("hr", "4")] {
            assert!(birth(login, number).is_some_and(|v| v != Value::Null), "{login}");
        }
    });
}

// G1: a manager decides on an absence and does not learn that it is a sick leave.
#[test]
fn managers_decide_on_absences_without_their_kind() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        standard_roles(kit, &tenant);
        kit.user(&tenant, "cid", Some("4"), &["employee"]);
        kit.user(&tenant, "ann", Some("2"), &["employee", "manager"]);
        make(
            &system,
            Kind::Employees,
            "AbsenceType",
            &[("code", "SICK"), ("label", "Sick"), ("category", "sickness")],
        );
        let absence = [
            ("employee", "4"),
            ("number", "1"),
            ("absence_type", "SICK"),
            ("start", "2026-06-01"),
            ("end", "2026-06-05"),
        ];
        make(&system, Kind::Employees, "Absence", &absence);
        let (ann, cid) = (kit.scope(&tenant, "ann"), kit.scope(&tenant, "cid"));
        let key = "4|1";
        assert_eq!(field(&ann, "Absence", key, "absence_type"), Some(Value::Null));
        assert!(field(&cid, "Absence", key, "absence_type").is_some_and(|v| v != Value::Null));
        assert!(change(&system, &cid, "Absence", key, ("status", "approved".into())).is_err());
        change(&system, &ann, "Absence", key, ("status", "approved".into())).expect("decided");
        change(&system, &ann, "Absence", key, ("decision_comment", "Get well soon".into()))
            .expect("commented");
        assert_eq!(field(&system, "Absence", key, "status"), Some("approved".into()));
    });
}

// G1: employees keep their own profile, and nobody else's.
#[test]
fn employees_keep_their_own_profile() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        standard_roles(kit, &tenant);
        kit.user(&tenant, "cid", Some("4"), &["employee"]);
        kit.user(&tenant, "ann", Some("2"), &["employee", "manager"]);
        let (cid, ann) = (kit.scope(&tenant, "cid"), kit.scope(&tenant, "ann"));
        let profile = [("employee", "4"), ("headline", "Sells"), ("aspirations", "To travel")];
        make(&cid, Kind::Employees, "Profile", &profile);
        assert!(try_make(&cid, Kind::Employees, "Profile", &[("employee", "2"), ("headline", "x")]).is_err());
        assert_eq!(field(&ann, "Profile", "4", "headline"), Some("Sells".into()));
        assert_eq!(field(&ann, "Profile", "4", "aspirations"), Some(Value::Null));
        assert!(change(&system, &ann, "Profile", "4", ("headline", "x".into())).is_err());
        assert!(change(&system, &cid, "Employee", "4", ("last_name", "x".into())).is_err());
    });
}

// A4: what nobody said is as the contract says.
#[test]
fn a_password_policy_starts_with_the_agreed_values() {
    both(&SETUP, |kit| {
        let tenant = kit.tenant("acme");
        let system = kit.system(&tenant);
        make(&system, Kind::Shared, "PasswordPolicy", &[("population", "employees")]);
        for (name, value) in [
            ("change_at_first_sign_in", 1),
            ("renewal_days", 90),
            ("remembered_passwords", 24),
            ("minimum_length", 8),
            ("failures_before_lock", 5),
            ("minimum_special", 1),
            ("minimum_digits", 1),
            ("minimum_lower", 1),
            ("minimum_upper", 1),
            ("reset_by_mail", 1),
            ("email_confirmed_first", 1),
            ("login_not_in_password", 1),
            ("weak_refused", 1),
        ] {
            assert_eq!(
                field(&system, "PasswordPolicy", "employees", name),
                Some(Value::Int(value)),
                "{name}"
            );
        }
        let short = [("population", "candidates"), ("minimum_length", "4")];
        assert!(try_make(&system, Kind::Shared, "PasswordPolicy", &short).is_err());
    });
}

// A1, A13
#[test]
fn ranges_are_networks_and_nobody_stands_in_for_themselves() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let range = |cidr| try_make(&system, Kind::Shared, "IpRange", &[("group_code", "*"), ("cidr", cidr)]);
        range("192.0.2.0/24").expect("a network");
        assert!(range("192.0.2.0/33").is_err_and(|e| e.is("value.network")));
        let delegation = |to| {
            let values = [("delegator", "2"), ("delegate", to), ("start", "2026-07-01")];
            try_make(&system, Kind::Employees, "Delegation", &values)
        };
        delegation("4").expect("a delegation");
        assert!(delegation("2").is_err_and(|e| e.is("delegation.self")));
    });
}

// A10, G1: an employee asks for an absence and decides nothing about it.
#[test]
fn employees_request_absences_and_decide_nothing() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        standard_roles(kit, &tenant);
        kit.user(&tenant, "cid", Some("4"), &["employee"]);
        make(
            &system,
            Kind::Employees,
            "AbsenceType",
            &[("code", "AL"), ("label", "Leave"), ("category", "holiday")],
        );
        let cid = kit.scope(&tenant, "cid");
        let ask = |number: &'static str, person: &'static str, more: &[(&'static str, &'static str)]| {
            let mut values = vec![
                ("employee", person),
                ("number", number),
                ("absence_type", "AL"),
                ("start", "2026-08-03"),
            ];
            values.extend(more);
            try_make(&cid, Kind::Employees, "Absence", &values)
        };
        ask("1", "4", &[("reason", "Summer"), ("status", "requested")]).expect("requested");
        for decision in [
            ("status", "approved"),
            ("decided_on", "2026-06-01"),
            ("decision_comment", "Yes"),
            ("decided_by", "4"),
        ] {
            let error = ask("2", "4", &[decision]).expect_err("decided for oneself");
            assert!(error.is("field.not_permitted"), "{decision:?}: {error}");
        }
        assert!(ask("3", "2", &[]).is_err(), "for somebody else");
        for (field, value) in [("status", Value::from("approved")), ("days", Value::Int(1_000_000))] {
            assert!(change(&system, &cid, "Absence", "4|1", (field, value)).is_err(), "{field}");
        }
        assert_eq!(field(&system, "Absence", "4|1", "status"), Some("requested".into()));
        // The own language is one's own, in the file and for the account.
        change(&system, &cid, "Employee", "4", ("culture", "sv-SE".into())).expect("own language");
        assert!(change(&system, &cid, "Employee", "3", ("culture", "sv-SE".into())).is_err());
        let user = system.view(|v| v.resolve("User", "cid")).expect("read").expect("there");
        cid.change(Kind::Shared, |c| c.update("User", user, vec![("culture", "sv-SE".into())]))
            .expect("own screens");
        for (field, value) in
            [("state", Value::from("suspended")), ("login", "boss".into()), ("employee", "1".into())]
        {
            let changed = cid.change(Kind::Shared, |c| c.update("User", user, vec![(field, value)]));
            assert!(changed.is_err(), "{field}");
        }
    });
}

// G1: what others assessed or checked is not the employee's to say, and is void when they change what was checked.
#[test]
fn nobody_verifies_themselves() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        standard_roles(kit, &tenant);
        kit.user(&tenant, "cid", Some("4"), &["employee"]);
        kit.user(&tenant, "ann", Some("2"), &["employee", "manager"]);
        let (cid, ann) = (kit.scope(&tenant, "cid"), kit.scope(&tenant, "ann"));
        make(&system, Kind::Shared, "SkillCategory", &[("code", "C"), ("label", "C")]);
        for code in ["S1", "S2"] {
            make(&system, Kind::Shared, "Skill", &[("code", code), ("label", code), ("category", "C")]);
        }
        make(&system, Kind::Shared, "SkillScale", &[("code", "X"), ("label", "X")]);
        for (code, value) in [("1", "1"), ("2", "2")] {
            make(&system, Kind::Shared, "SkillLevel", &[("scale", "X"), ("label", code), ("rank", value)]);
        }
        let skill = |scope: &Scope, values: &[(&str, &str)]| {
            let mut all = vec![("employee", "4")];
            all.extend(values);
            try_make(scope, Kind::Employees, "ProfileSkill", &all)
        };
        skill(&cid, &[("skill", "S1"), ("level", "X|1"), ("source", "self")]).expect("own statement");
        assert!(skill(&cid, &[("skill", "S2"), ("source", "manager")]).is_err());
        skill(&ann, &[("skill", "S2"), ("level", "X|1"), ("source", "manager"), ("assessed_by", "2")])
            .expect("assessed");
        change(&system, &cid, "ProfileSkill", "4|S1", ("level", "X|2".into())).expect("own level");
        assert!(change(&system, &cid, "ProfileSkill", "4|S2", ("level", "X|2".into())).is_err());
        assert!(change(&system, &cid, "ProfileSkill", "4|S2", ("source", "self".into())).is_err());
        let assessed = system.view(|v| v.resolve("ProfileSkill", "4|S2")).expect("read").expect("there");
        let removed = cid.change(Kind::Employees, |c| {
            let object = c.object("ProfileSkill")?;
            c.delete(&object, assessed, None)
        });
        assert!(removed.is_err_and(|e| e.is("right.missing")));
        let degree = [("employee", "4"), ("title", "Welder"), ("verified", "true")];
        assert!(try_make(&cid, Kind::Employees, "Qualification", &degree).is_err());
        make(&system, Kind::Employees, "Qualification", &degree);
        assert!(change(&system, &cid, "Qualification", "4|Welder", ("verified", false.into())).is_err());
        change(&system, &cid, "Qualification", "4|Welder", ("level", Value::Int(5))).expect("own diploma");
        assert_eq!(field(&system, "Qualification", "4|Welder", "verified"), Some(false.into()));
    });
}

// G1: colleagues can be found and chosen without their file; what names a guarded record is guarded with it.
#[test]
fn a_directory_opens_names_and_nothing_else() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        standard_roles(kit, &tenant);
        kit.role(&tenant, "clerk", &[("EmployeeContact", "general", "read", "all")]);
        kit.user(&tenant, "cid", Some("4"), &["employee", "directory"]);
        kit.user(&tenant, "kim", None, &["clerk", "directory"]);
        let set = |name: &'static str, value: &'static str| {
            change(&system, &system, "Employee", "2", (name, value.into())).expect("set")
        };
        set("work_email", "ann@example.org");
        set("payroll_number", "P2");
        change(&system, &system, "Employee", "2", ("hire_date", Value::Int(18_000))).expect("set");
        let cid = kit.scope(&tenant, "cid");
        assert_eq!(numbers(&cid, "").len(), 4);
        assert_eq!(field(&cid, "Employee", "2", "work_email"), Some("ann@example.org".into()));
        for hidden in ["hire_date", "payroll_number", "birth_date", "culture"] {
            assert_eq!(field(&cid, "Employee", "2", hidden), Some(Value::Null), "{hidden}");
        }
        assert!(numbers(&cid, "hire_date >= 2000-01-01").is_empty(), "no question about it is answered");
        // The value of a contact is its key and its title; it needs the group of contacts all the same.
        make(&system, Kind::Shared, "ValueList", &[("code", "contact-type"), ("name", "Kinds")]);
        make(
            &system,
            Kind::Shared,
            "ValueListItem",
            &[("list", "contact-type"), ("code", "mail"), ("label", "Mail")],
        );
        let contact = make(
            &system,
            Kind::Employees,
            "EmployeeContact",
            &[("employee", "2"), ("kind", "mail"), ("value", "a@home.example")],
        );
        let kim = kit.scope(&tenant, "kim");
        let (value, title) = kim
            .view(|v| {
                let object = v.object("EmployeeContact")?;
                let record = v.get(&object, contact.id)?;
                Ok((record.get("value").clone(), v.title("EmployeeContact", contact.id)?))
            })
            .expect("a record");
        assert_eq!(value, Value::Null);
        assert!(!title.title.contains("home") && !title.key.contains("home"), "{title:?}");
        let own = system.view(|v| v.title("EmployeeContact", contact.id)).expect("a title");
        assert!(own.title.contains("a@home.example"));
    });
}
