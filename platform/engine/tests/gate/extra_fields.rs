//! T9, G3: a tenant's own fields are fields like any other, for that tenant alone.

use talang_catalogue::{Kind, Value};
use talang_testkit::both;

use crate::{SETUP, company, make, numbers, try_make};

#[test]
fn an_extra_field_works_wherever_a_built_in_one_does() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        let other = kit.tenant("other");
        make(
            &system,
            Kind::Shared,
            "ExtraField",
            &[
                ("object", "Employee"),
                ("code", "badge"),
                ("field_type", "integer"),
                ("label", "Badge"),
                ("privacy_class", "work"),
            ],
        );
        let id = system.view(|v| v.resolve("Employee", "4")).expect("read").expect("there");
        system
            .change(Kind::Employees, |c| c.update("Employee", id, vec![("badge", Value::Int(77))]))
            .expect("written");
        assert_eq!(numbers(&system, "badge > 70"), ["4"]);
        let history = system
            .view(|v| {
                let object = v.object("Employee")?;
                v.history(&object, id, 1)
            })
            .expect("history");
        assert_eq!(history[0].changes[0].2, Value::Int(77));
        // It survives a restart, and no other tenant has it.
        kit.restart();
        let again = kit.system(&kit.tenant("acme"));
        assert_eq!(numbers(&again, "badge is 77"), ["4"]);
        let alien = kit.system(&other).view(|v| Ok(v.object("Employee")?.field("badge").is_some()));
        assert!(!alien.expect("read"));
        drop(tenant);
    });
}

// G3: no sensitive data by default; somebody has to want it, and then it is guarded as such.
#[test]
fn a_field_that_looks_sensitive_is_refused_until_confirmed() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let mut values =
            vec![("object", "Employee"), ("code", "religion"), ("field_type", "line"), ("label", "Religion")];
        let refused = try_make(&system, Kind::Shared, "ExtraField", &values);
        assert!(refused.is_err_and(|e| e.is("extra.sensitive")));
        values.push(("sensitive_confirmed", "true"));
        make(&system, Kind::Shared, "ExtraField", &values);
        let group = system.view(|v| Ok(v.object("Employee")?.field("religion").map(|f| f.group.to_string())));
        assert_eq!(group.expect("read").as_deref(), Some("sensitive"));
    });
}
