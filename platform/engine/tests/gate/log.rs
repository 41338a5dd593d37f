//! The application log: what is written into it, that nobody can change it unnoticed, how long it is kept (A12, O1).

use talang_catalogue::Kind;
use talang_engine::activity::{self, Break, Harm, KEPT, verify};
use talang_engine::{Query, Scope, jobs, sight};
use talang_testkit::{Database, Kit, both};

use crate::{SETUP, company, make};

/// Action, object, detail and person of all entries, in order.
fn entries(scope: &Scope) -> Vec<(String, String, String, Option<i64>)> {
    let found = activity::after(scope.tenant(), 0, 10_000).expect("the log");
    found.into_iter().map(|e| (e.action, e.object, e.detail, e.subject)).collect()
}

/// Somebody with the keys to the database: past triggers, as an owner of it can.
fn tamper(kit: &Kit, scope: &Scope, sql: &str) {
    let done = scope.tenant().db().with_writer(|conn| {
        match kit.database() {
            Database::Sqlite => {
                conn.batch("DROP TRIGGER IF EXISTS shared.activity_entry_no_update")?;
                conn.batch("DROP TRIGGER IF EXISTS shared.activity_entry_no_delete")?;
            }
            Database::Postgres => conn.batch("ALTER TABLE shared.activity_entry DISABLE TRIGGER ALL")?,
        }
        conn.batch(sql)
    });
    done.unwrap_or_else(|e: talang_store::Error| panic!("{sql}: {e}"));
}

#[test]
fn the_log_cannot_be_rewritten() {
    // A12
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        system.log_activity("sign-in", "192.0.2.1", "ann", "").expect("written");
        for sql in [
            "UPDATE shared.activity_entry SET login = 'x'",
            "DELETE FROM shared.activity_entry",
            "DELETE FROM shared.activity_entry WHERE number = 1",
        ] {
            let refused = tenant.db().write(|conn| conn.exec(sql, &[]));
            assert!(
                refused.is_err_and(|e: talang_store::Error| e.to_string().contains("append-only")),
                "{sql}"
            );
        }
    });
}

#[test]
fn what_was_tampered_with_is_found_and_named() {
    // A12
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        for n in 1..=6 {
            kit.clock().advance(1);
            system.log_activity("sign-in", "192.0.2.1", "ann", &format!("{n}")).expect("written");
        }
        let installation = kit.installation();
        activity::seal(&installation).expect("sealed");
        let whole = verify(&installation, &tenant).expect("read");
        assert_eq!((whole.entries, whole.broken), (6, None));
        let broken = |sql: &str| {
            tamper(kit, &system, sql);
            verify(&installation, &tenant).expect("read").broken
        };
        // A word changed, and changed back.
        let changed = Some(Break { number: 3, how: Harm::Changed });
        assert_eq!(broken("UPDATE shared.activity_entry SET login = 'bob' WHERE number = 3"), changed);
        assert_eq!(broken("UPDATE shared.activity_entry SET login = 'ann' WHERE number = 3"), None);
        // Cut off at the end, although what is left follows on.
        let cut = Some(Break { number: 6, how: Harm::CutOff });
        assert_eq!(broken("DELETE FROM shared.activity_entry WHERE number = 6"), cut);
        // Written anew after the cut, and more than there was: what had been noted outside is not overwritten.
        for n in 6..=9 {
            system.log_activity("sign-in", "192.0.2.9", "eve", &format!("{n}")).expect("written");
        }
        activity::seal(&installation).expect("sealed");
        let anew = Some(Break { number: 6, how: Harm::Changed });
        assert_eq!(verify(&installation, &tenant).expect("read").broken, anew);
        // Taken out of the middle.
        let missing = Some(Break { number: 2, how: Harm::Missing });
        assert_eq!(broken("DELETE FROM shared.activity_entry WHERE number = 2"), missing);
        // Removed from the beginning, with a purge pretended.
        let pretended = "DELETE FROM shared.activity_entry WHERE number <= 3;
             INSERT INTO shared.meta (name, value) VALUES ('activity-purged', '3');
             INSERT INTO shared.meta (name, value)
                 SELECT 'activity-anchor', hash FROM shared.activity_entry WHERE number = 3";
        assert_eq!(broken(pretended), Some(Break { number: 1, how: Harm::Missing }));
    });
}

#[test]
fn after_a_year_entries_go_and_the_rest_still_verifies() {
    // O1, A12
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        for _ in 0..3 {
            system.log_activity("sign-in", "", "ann", "").expect("written");
        }
        kit.clock().advance(KEPT - 86_400_000_000);
        system.log_activity("sign-out", "", "ann", "").expect("written");
        let installation = kit.installation();
        let never = || false;
        // The nightly task was put in with the first entry, and again by itself.
        assert!(jobs::run_due(&installation, &never).expect("run") >= 1);
        assert_eq!(entries(&system).len(), 4, "nothing is a year old yet");
        kit.clock().advance(2 * 86_400_000_000);
        assert!(jobs::run_due(&installation, &never).expect("run") >= 1);
        let left = activity::after(&tenant, 0, 10).expect("read");
        assert_eq!(left.iter().map(|e| e.number).collect::<Vec<_>>(), [4]);
        system.log_activity("sign-in", "", "ann", "").expect("written");
        activity::seal(&installation).expect("sealed");
        let verdict = verify(&installation, &tenant).expect("read");
        assert_eq!((verdict.entries, verdict.first, verdict.broken), (2, 4, None));
    });
}

#[test]
fn who_saw_whose_sensitive_data_is_noted_once_an_hour() {
    // A12
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "all", &[("Employee", "*", "read", "all")]);
        kit.role(&tenant, "general", &[("Employee", "general", "read", "all")]);
        kit.user(&tenant, "ann", Some("2"), &["all"]);
        kit.user(&tenant, "reader", None, &["general"]);
        let id = |number: &str| system.view(|v| v.resolve("Employee", number)).expect("read").expect("there");
        let look = |login: &str, numbers: &[&str], shown: fn(&str) -> bool| {
            let scope = kit.scope(&tenant, login);
            scope
                .view(|v| {
                    let object = v.object("Employee")?;
                    let mut records = Vec::new();
                    for number in numbers {
                        records.push(v.get(&object, id(number))?);
                    }
                    v.saw(&object, &records, |f| shown(&f.name));
                    Ok(())
                })
                .expect("seen");
        };
        let written = || {
            sight::flush(&kit.installation(), &tenant).expect("written");
            entries(&system)
        };
        let born = |name: &str| name == "birth_date";
        look("ann", &["4"], born);
        look("ann", &["4"], born);
        let seen = ("view".to_string(), "Employee".to_string(), "private".to_string(), Some(id("4")));
        assert_eq!(written(), std::slice::from_ref(&seen), "once, with object, kind and person");
        look("ann", &["2"], born);
        look("ann", &["3"], |name| name == "last_name");
        look("reader", &["3"], born);
        assert_eq!(written().len(), 1, "not: oneself, a name, what is hidden");
        look("ann", &["3", "4"], born);
        assert_eq!(written().len(), 2, "of two in a list the one that is new");
        kit.clock().advance(3_600_000_000);
        look("ann", &["4"], born);
        assert_eq!(written().len(), 3, "and again in the next hour");
        assert_eq!(verify(&kit.installation(), &tenant).expect("read").broken, None);
    });
}

#[test]
fn a_list_is_gathered_and_the_page_of_one_person_presses() {
    // A12: what may wait and what may not
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "all", &[("Employee", "*", "read", "all")]);
        kit.user(&tenant, "hr", None, &["all"]);
        let scope = kit.scope(&tenant, "hr");
        let installation = kit.installation();
        scope
            .view(|v| {
                let object = v.object("Employee")?;
                let page = v.list(&object, &Query::default())?;
                v.saw(&object, &page.records, |_| true);
                Ok(())
            })
            .expect("seen");
        sight::flush_pressing(&installation, &tenant).expect("nothing pressing");
        assert_eq!(entries(&system).len(), 0);
        activity::settle(&installation).expect("the regular round");
        assert_eq!(entries(&system).len(), 4);
        kit.clock().advance(3_600_000_000);
        scope
            .view(|v| {
                let object = v.object("Employee")?;
                let id = v.resolve("Employee", "4")?.expect("there");
                let record = v.get(&object, id)?;
                v.saw(&object, [&record], |_| true);
                Ok(())
            })
            .expect("seen");
        sight::flush_pressing(&installation, &tenant).expect("written before the answer leaves");
        assert_eq!(entries(&system).len(), 5);
    });
}

#[test]
fn somebody_who_pages_through_everybody_is_named_only_so_often() {
    // A12: lists stay fast, and the log small
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "all", &[("Employee", "*", "read", "all")]);
        kit.user(&tenant, "hr", None, &["all"]);
        let scope = kit.scope(&tenant, "hr");
        scope
            .view(|v| {
                let object = v.object("Employee")?;
                let record = v.list(&object, &Query { limit: 1, ..Query::default() })?.records.remove(0);
                let many: Vec<_> = (1000..2000)
                    .map(|id| {
                        let mut record = record.clone();
                        record.id = id;
                        record
                    })
                    .collect();
                v.saw(&object, &many, |f| f.name == "birth_date");
                v.saw(&object, &many, |f| f.name == "birth_date");
                Ok(())
            })
            .expect("seen");
        activity::settle(&kit.installation()).expect("written");
        let all = entries(&system);
        assert_eq!(all.len(), sight::MOST_NAMED + 1);
        assert_eq!(all.iter().filter(|e| e.3.is_none()).count(), 1, "one says that there were more");
    });
}

#[test]
fn changes_of_rights_are_told_with_the_change() {
    // A12
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(
            &tenant,
            "access",
            &[
                ("UserRole", "*", "read, create, delete", "all"),
                ("Role", "*", "read", "all"),
                ("User", "*", "read", "all"),
                ("AccreditationList", "*", "read, create", "all"),
                // Nobody gives themselves what they do not have.
                ("Employee", "general", "read", "all"),
            ],
        );
        kit.role(&tenant, "other", &[("Employee", "general", "read", "all")]);
        kit.user(&tenant, "admin", None, &["access"]);
        kit.user(&tenant, "other", None, &[]);
        assert_eq!(entries(&system).len(), 0, "what the program sets up is nobody's doing");
        let admin = kit.scope(&tenant, "admin");
        make(&admin, Kind::Shared, "UserRole", &[("user", "other"), ("role", "access")]);
        make(&admin, Kind::Employees, "AccreditationList", &[("code", "L"), ("label", "L")]);
        // Undone with the change.
        let dry = admin.change(Kind::Shared, |c| {
            c.dry_run();
            let object = c.object("UserRole")?;
            let found = c.list(&object, &Query::default())?.records;
            c.delete(&object, found.last().expect("there").id, None)
        });
        dry.expect("as if");
        let told: Vec<(String, String, String)> =
            entries(&system).into_iter().map(|(a, o, d, _)| (a, o, d)).collect();
        let line = |o: &str| ("rights-changed".to_string(), o.to_string(), "create".to_string());
        assert_eq!(told, [line("UserRole"), line("AccreditationList")]);
        let found = activity::after(&tenant, 0, 10).expect("read");
        assert!(found.iter().all(|e| e.login == "admin" && e.record.is_some()));
    });
}

#[test]
fn only_who_may_read_entries_sees_the_log() {
    // A12; invisible is absent
    both(&SETUP, |kit| {
        let (tenant, system) = company(kit);
        kit.role(&tenant, "admin", &[("User", "*", "read, update", "all")]);
        kit.role(&tenant, "officer", &[("ActivityEntry", "*", "read, export", "all")]);
        kit.role(&tenant, "mine", &[("ActivityEntry", "*", "read", "self")]);
        kit.user(&tenant, "admin", None, &["admin"]);
        kit.user(&tenant, "officer", None, &["officer"]);
        kit.user(&tenant, "ann", Some("2"), &["mine"]);
        let ann = system.view(|v| v.resolve("Employee", "2")).expect("read");
        let entry = activity::Activity { subject: ann, ..system.activity("view").on("Employee") };
        system.log(entry).expect("written");
        system.log_activity("sign-in", "", "ann", "").expect("written");
        let count = |login: &str| {
            let scope = kit.scope(&tenant, login);
            let listed = scope.view(|v| {
                let object = v.object("ActivityEntry")?;
                Ok(v.list(&object, &Query::default())?.records.len())
            });
            (listed.expect("a list"), scope.view(|v| v.reads_log()).is_ok())
        };
        assert_eq!(count("admin"), (0, false));
        assert_eq!(count("officer"), (2, true));
        assert_eq!(count("ann"), (1, false), "who looked at oneself, where a role says so");
        // Nobody writes it by hand, whatever their rights.
        kit.role(&tenant, "everything", &[("*", "*", "read, create, update, delete, import", "all")]);
        kit.user(&tenant, "root", None, &["everything"]);
        let root = kit.scope(&tenant, "root");
        let id = activity::after(&tenant, 0, 1).expect("read")[0].number;
        let object = root.view(|v| v.object("ActivityEntry")).expect("object");
        for error in [
            root.change(Kind::Shared, |c| {
                c.update("ActivityEntry", id, vec![("login", "x".into())]).map(drop)
            }),
            root.change(Kind::Shared, |c| c.delete(&object, id, None)),
        ] {
            assert!(error.is_err_and(|e| e.is("object.read_only")));
        }
    });
}
