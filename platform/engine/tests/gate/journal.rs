//! The journal: who, when, old, new, by which door, in the same transaction, append-only.

use talang_catalogue::{Kind, Value};
use talang_engine::journal::Deed;
use talang_testkit::both;

use crate::{SETUP, company};

#[test]
fn a_change_leaves_old_and_new_and_readers_see_what_they_may() {
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "all", &[("Employee", "*", "read, update", "all")]);
        kit.role(&tenant, "general", &[("Employee", "general", "read", "all")]);
        kit.user(&tenant, "hr", None, &["all"]);
        kit.user(&tenant, "reader", None, &["general"]);
        let id = system.view(|v| v.resolve("Employee", "4")).expect("read").expect("there");
        kit.scope(&tenant, "hr")
            .change(Kind::Employees, |c| {
                let born = Value::from(jiff::civil::date(1990, 5, 5));
                c.update("Employee", id, vec![("last_name", "Horn".into()), ("birth_date", born)])
            })
            .expect("changed");
        let history = |login: &str| {
            kit.scope(&tenant, login)
                .view(|v| {
                    let object = v.object("Employee")?;
                    v.history(&object, id, 10)
                })
                .expect("history")
        };
        let full = history("hr");
        let latest = &full[0];
        assert_eq!(
            (latest.actor.as_str(), latest.door.as_str(), latest.deed),
            ("hr", "screen", Deed::Update)
        );
        let names: Vec<&str> =
            latest.changes.iter().map(|(i, ..)| latest.object.fields[*i].name.as_ref()).collect();
        assert_eq!(names, ["last_name", "birth_date"]);
        assert_eq!(latest.changes[0].1, "Zorn".into());
        assert_eq!(latest.changes[0].2, "Horn".into());
        assert_eq!(full[1].deed, Deed::Create);
        assert_eq!(history("reader")[0].changes.len(), 1);
    });
}

#[test]
fn the_journal_cannot_be_rewritten() {
    both(&SETUP, |kit| {
        let (tenant, _) = company(kit);
        for sql in ["UPDATE employees.journal SET door = 'x'", "DELETE FROM employees.journal"] {
            let refused = tenant.db().write(|conn| conn.exec(sql, &[]));
            assert!(
                refused.is_err_and(|e: talang_store::Error| e.to_string().contains("append-only")),
                "{sql}"
            );
        }
    });
}
