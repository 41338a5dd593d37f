//! Test environments (T6): an anonymised copy (G4) in which a program can be tried with a key of its own (I10).

use std::collections::BTreeSet;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;
use talang_catalogue::{Kind, Subject, Value};
use talang_engine::{Error, Installation, Query, TenantId};
use talang_identity::TEST_PREFIX;
use talang_store::Conn;
use talang_testkit::{Database, Kit};

use crate::client::Server;
use crate::walls::{SETUP, Target, marks, marks_of, world};
use crate::{Folder, PASSWORD, run_with};

fn id(text: &str) -> TenantId {
    TenantId::parse(text).unwrap()
}

/// Everything that a tenant's databases hold, as text: the files' bytes, or each row of each table.
fn everything(kit: &Kit, tenant: &str) -> String {
    let installation = kit.installation();
    let tenant = installation.tenant(&id(tenant)).unwrap();
    let tables = |conn: &mut Conn| {
        let sql = "SELECT table_schema::text, table_name::text FROM information_schema.tables
                   WHERE table_schema IN ('shared', 'employees', 'candidates', 'learning')";
        let mut all = String::new();
        for table in conn.query(sql, &[])? {
            let (schema, name) = (table[0].text().to_string(), table[1].text().to_string());
            for row in conn.query(&format!("SELECT CAST(t AS TEXT) FROM {schema}.{name} t"), &[])? {
                all.push_str(row[0].text());
                all.push('\n');
            }
        }
        Ok::<_, talang_store::Error>(all)
    };
    match kit.database() {
        Database::Postgres => tenant.db().read(tables).unwrap(),
        Database::Sqlite => {
            tenant.db().settle().unwrap();
            let folder = tenant.db().attachments().space_folder();
            let mut all = String::new();
            for file in std::fs::read_dir(folder.parent().unwrap()).unwrap().flatten() {
                if file.path().is_file() {
                    all.push_str(&String::from_utf8_lossy(&std::fs::read(file.path()).unwrap()));
                }
            }
            all
        }
    }
}

/// The marks that stand in records about people, and in nobody else's.
fn personal(kit: &Kit, targets: &[Target]) -> BTreeSet<String> {
    let system = kit.system(&kit.tenant("acme"));
    let (mut theirs, mut others) = (BTreeSet::new(), BTreeSet::new());
    for target in targets {
        let Ok(record) = system.view(|v| v.get(&target.object, target.id)) else { continue };
        let found = record.values.iter().flat_map(marks_of);
        match target.object.def.subject {
            Subject::None => others.extend(found),
            _ => theirs.extend(found),
        }
    }
    theirs.difference(&others).cloned().collect()
}

fn make(installation: &Arc<Installation>, of: &str, to: &str) -> Result<u64, Error> {
    installation.make_test_environment(&id(of), &id(to), "Acme · Test", &["operator"], &mut |_, _| {})
}

// T6, G4: nothing that was written about a person is anywhere in the copy, whatever field it stood in; what is about
// nobody is there, with the same numbers, and people are as many as before.
#[test]
fn nothing_written_about_people_is_in_the_copy() {
    for database in Database::ALL {
        let kit = Kit::new(database, &SETUP);
        let (tenant, targets) = world(&kit);
        let system = kit.system(&tenant);
        let theirs = personal(&kit, &targets);
        assert!(theirs.len() > 200, "only {} marks", theirs.len());
        let production = marks(&everything(&kit, "acme"));
        assert!(theirs.iter().all(|m| production.contains(m)), "the search itself finds marks");
        let installation = kit.installation();
        make(&installation, "acme", "acme-test").unwrap();
        let found = marks(&everything(&kit, "acme-test"));
        let leaked: Vec<&String> = theirs.intersection(&found).collect();
        let owner = |mark: &String| {
            targets.iter().find_map(|t| {
                let record = system.view(|v| v.get(&t.object, t.id)).ok()?;
                let field = record.values.iter().position(|v| marks_of(v).contains(mark))?;
                Some(format!("{}.{}", t.object.def.name, t.object.fields[field].name))
            })
        };
        let leaked: BTreeSet<Option<String>> = leaked.into_iter().map(owner).collect();
        assert!(leaked.is_empty(), "{database:?}: {leaked:?}");

        let test = installation.tenant(&id("acme-test")).unwrap();
        let there = kit.system(&test);
        let count = |scope: &talang_engine::Scope, name: &str| {
            scope.view(|v| {
                let object = v.object(name)?;
                Ok(v.list(&object, &Query { count: true, ..Query::default() })?.total)
            })
        };
        for object in
            ["Employee", "Organisation", "Assignment", "Role", "RoleRight", "Skill", "User", "ListMember"]
        {
            assert_eq!(count(&system, object).unwrap(), count(&there, object).unwrap(), "{object}");
        }
        for object in [
            "ApiClient",
            "IdentityProvider",
            "FileAccount",
            "WebhookSubscription",
            "DirectoryUser",
            "EmployeeDocument",
        ] {
            assert_eq!(count(&there, object).unwrap(), Some(0), "{object}");
        }
        // Somebody is there in MAX's place, leads somebody, and is found by what they are now called.
        let max = system.view(|v| v.resolve("Employee", "MAX")).unwrap().unwrap();
        let tim = system.view(|v| v.resolve("Employee", "TIM")).unwrap().unwrap();
        there
            .view(|v| {
                assert_eq!(v.resolve("Employee", "MAX")?, None);
                let object = v.object("Employee")?;
                let record = v.get(&object, max)?;
                let name = record.get("last_name").as_text().unwrap().to_string();
                assert!(name != "B" && record.get("number").as_text() == Some(&format!("E{max}")));
                let hits = v.search(&object, &name, 10)?.records;
                assert!(hits.iter().any(|hit| hit.id == max), "found by {name}");
                let places = v.object("Assignment")?;
                let led = v.list(&places, &Query::default())?.records;
                let place = led.iter().find(|p| p.get("employee").as_int() == Some(tim)).unwrap();
                assert_eq!(place.get("manager").as_int(), Some(max));
                Ok(())
            })
            .unwrap();
        // One can work in it: a new record gets a number of its own.
        let new = there.change(Kind::Employees, |c| {
            let values =
                vec![("number", "NEW".into()), ("first_name", "A".into()), ("last_name", "B".into())];
            c.create("Employee", values)
        });
        assert!(new.unwrap().id > tim);
        // Nobody's password, session, key or waiting mail came along.
        for table in
            ["credential", "session", "api_key", "passkey", "second_factor", "mail_queue", "account_link"]
        {
            let sql = format!("SELECT COUNT(*) FROM shared.{table}");
            let rows = test.db().read(|conn| conn.query(&sql, &[])).unwrap();
            assert_eq!(rows[0][0].int(), 0, "{table}");
        }
        // Made anew, it is production's of today again.
        make(&installation, "acme", "acme-test").unwrap();
        let again = kit.system(&installation.tenant(&id("acme-test")).unwrap());
        assert_eq!(again.view(|v| v.resolve("Employee", "NEW")).unwrap(), None);
        // A test environment has none of its own, and takes nobody's place.
        assert!(make(&installation, "acme-test", "acme-test-test").unwrap_err().is("tenant.is_test"));
        kit.tenant("other");
        assert!(make(&installation, "acme", "other").unwrap_err().is("tenant.exists"));
        assert!(make(&installation, "acme", "acme").unwrap_err().is("tenant.exists"));
    }
}

// T6: a tenant's own fields and their values of free text, chosen codes and lists.
#[test]
fn the_tenants_own_fields_are_there_and_their_texts_are_not() {
    for database in Database::ALL {
        let kit = Kit::new(database, &SETUP);
        let tenant = kit.tenant("acme");
        let system = kit.system(&tenant);
        system
            .change(Kind::Shared, |c| {
                let label = |t: &str| Value::Texts([("en".to_string(), t.to_string())].into_iter().collect());
                c.create(
                    "ExtraField",
                    vec![
                        ("object", "Employee".into()),
                        ("code", "hobby".into()),
                        ("label", label("Hobby")),
                        ("field_type", "line".into()),
                        ("privacy_class", "work".into()),
                    ],
                )
            })
            .unwrap();
        system
            .change(Kind::Employees, |c| {
                let values = vec![
                    ("number", "MIA".into()),
                    ("first_name", "Mia".into()),
                    ("last_name", "Sundqvist".into()),
                    ("hobby", "plays the Sundqvist organ".into()),
                ];
                c.create("Employee", values)
            })
            .unwrap();
        let installation = kit.installation();
        make(&installation, "acme", "acme-test").unwrap();
        assert!(everything(&kit, "acme").contains("Sundqvist"));
        assert!(!everything(&kit, "acme-test").contains("Sundqvist"));
        let there = kit.system(&installation.tenant(&id("acme-test")).unwrap());
        there
            .view(|v| {
                let object = v.object("Employee")?;
                assert!(object.field("hobby").is_some());
                let records = v.list(&object, &Query::default())?.records;
                assert!(records[0].get("hobby").is_null());
                Ok(())
            })
            .unwrap();
    }
}

// T6, I10: made by the command line beside a running server; the band says what it is, keys tell by their beginning.
#[test]
fn a_program_is_tried_in_the_test_environment_and_its_key_opens_nothing_else() {
    for database in Database::ALL {
        let folder = Folder::on(database);
        let server = Server::start(&folder, "");
        let real = key(&folder, "acme", "ana");
        assert!(!real.starts_with(TEST_PREFIX));
        let made: Json = serde_json::from_str(&folder.ok(&["tenant", "test", "acme", "--json"])).unwrap();
        assert_eq!((&made["tenant"], &made["testOf"]), (&"acme-test".into(), &"acme".into()));
        assert!(made["records"].as_u64().unwrap() > 100, "{made}");
        let list: Json = serde_json::from_str(&folder.ok(&["tenant", "list", "--json"])).unwrap();
        let row = list["tenants"].as_array().unwrap().iter().find(|t| t["tenant"] == "acme-test").unwrap();
        assert_eq!(row["testOf"], "acme");
        // Production's log tells that it was copied (A12).
        let log = "SELECT login, detail FROM shared.activity_entry WHERE action = 'test-environment'";
        let told = folder.sql("acme", log);
        assert_eq!((told[0][0].text(), told[0][1].text()), ("operator", "acme-test"));

        // Nobody of production comes in; a tester with an account of the test environment does.
        let form = format!("login=ana&password={}", PASSWORD.replace(' ', "+"));
        assert_ne!(server.post("acme-test", "/sign-in", &[], &form).status, 303);
        let tester = [
            "user",
            "create",
            "tess",
            "--tenant",
            "acme-test",
            "--role",
            "hr-manager",
            "--role",
            "super-administrator",
        ];
        let output = run_with(folder.0.path(), &[&tester[..], &["--password-stdin"]].concat(), PASSWORD);
        assert!(output.status.success(), "{output:?}");
        let cookie = server.sign_in_as("acme-test", "tess");
        let page = server.get("acme-test", "/people", &[("Cookie", &cookie)]);
        assert!(page.status == 200 && page.body.contains("Test environment:"), "{}", page.body);
        let cookie = server.sign_in("acme");
        assert!(!server.get("acme", "/people", &[("Cookie", &cookie)]).body.contains("Test environment:"));

        // I10: a key of the test environment.
        let test = key(&folder, "acme-test", "tess");
        assert!(test.starts_with(TEST_PREFIX), "{test}");
        let ask = |tenant: &str, key: &str, login: &str| {
            let pair = STANDARD.encode(format!("{login}:{PASSWORD}"));
            let headers = [("Authorization", format!("Basic {pair}")), ("X-Api-Key", key.to_string())];
            let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, v.as_str())).collect();
            server.get(tenant, "/api/rest/v1/countries?limit=1", &headers).status
        };
        assert_eq!(ask("acme-test", &test, "tess"), 200);
        assert_eq!(ask("acme", &real, "ana"), 200);
        for (tenant, key) in [("acme", &test), ("acme-test", &real)] {
            for login in ["ana", "tess"] {
                assert_eq!(ask(tenant, key, login), 401, "{tenant} {login}");
            }
        }

        // Careful with what is there. Then the running server follows: the key is gone with all the rest.
        let careful = folder.run(&["tenant", "test", "acme"]);
        assert_eq!(careful.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&careful.stderr).contains("--yes"));
        folder.ok(&["tenant", "test", "acme", "--yes"]);
        let followed = (0..300).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(100));
            ask("acme-test", &test, "tess") == 401
        });
        assert!(followed, "the server still answers from the former copy");
        let of_test = folder.run(&["tenant", "test", "acme-test"]);
        assert!(String::from_utf8_lossy(&of_test.stderr).contains("is itself a test environment"));
        let taken = folder.run(&["tenant", "test", "acme", "--id", "other"]);
        assert!(String::from_utf8_lossy(&taken.stderr).contains("choose another name"));
        folder.ok(&["check"]);
        // Production does not go without what was made of its data.
        let early = folder.run(&["tenant", "delete", "acme", "--yes"]);
        assert!(String::from_utf8_lossy(&early.stderr).contains("delete acme-test --yes"), "{early:?}");
        folder.ok(&["tenant", "delete", "acme-test", "--yes"]);
        folder.ok(&["tenant", "delete", "acme", "--yes"]);
    }
}

fn key(folder: &Folder, tenant: &str, login: &str) -> String {
    let made = folder.ok(&["key", "create", "payroll", "--tenant", tenant, "--user", login, "--json"]);
    serde_json::from_str::<Json>(&made).unwrap()["key"].as_str().unwrap().to_string()
}
