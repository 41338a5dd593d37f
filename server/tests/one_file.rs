//! A business object is one file: `parking_space.rs` declares it, and everything general follows (issue 2, "done when").

use std::collections::HashMap;

use serde_json::{Value as Json, json};
use talang_catalogue::{BusinessObject, Culture, Kind, Language, Value};
use talang_engine::{Door, Query, Scope};
use talang_http::{Body, Call, Method, Request, Router, Session, form_pairs};
use talang_interchange::csv;
use talang_testkit::{Kit, Setup, both};

use crate::parking_space;

const SETUP: Setup = Setup {
    modules: || {
        let mut all = talang_server::modules::modules();
        all.push(parking_space::module());
        all
    },
    seed: |_, _| Ok(()),
    seed_version: "one file",
};

/// A company of three: Ann leads Bob; Eve is somewhere else. Users: `hr` may everything, `ann` reads her team's spaces.
fn company(kit: &Kit) -> Scope {
    let tenant = kit.tenant("acme");
    let system = kit.system(&tenant);
    let made = system.change(Kind::Employees, |c| {
        for (number, first) in [("1", "Ann"), ("2", "Bob"), ("3", "Eve")] {
            let person = c.create(
                "Employee",
                vec![("number", number.into()), ("first_name", first.into()), ("last_name", "Test".into())],
            )?;
            let mut place = vec![("employee", Value::Int(person.id)), ("start", Value::Int(18_000))];
            if number == "2" {
                place.push(("manager", "1".into()));
            }
            c.create("Assignment", place)?;
        }
        Ok(())
    });
    made.unwrap();
    kit.role(&tenant, "all", &[("*", "*", "read, create, update, delete, import, export", "all")]);
    kit.role(
        &tenant,
        "team",
        &[("Employee", "general", "read", "team"), ("ParkingSpace", "general", "read, update", "team")],
    );
    kit.user(&tenant, "hr", None, &["all"]);
    kit.user(&tenant, "ann", Some("1"), &["team"]);
    kit.scope(&tenant, "hr")
}

struct Answer {
    status: u16,
    location: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Json {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }
}

/// A request through the program's own routes.
fn send(scope: &Scope, door: Door, method: Method, address: &str, body: &str) -> Answer {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let router: Router = talang_server::modules::router();
    let (route, params) = router.find(method, path).unwrap_or_else(|_| panic!("no route {address}"));
    let kind = if door == Door::Rest { "application/json" } else { "application/x-www-form-urlencoded" };
    let mut scope = scope.clone();
    scope.door = door;
    let call = Call {
        installation: scope.installation().clone(),
        scope,
        session: Some(Session { csrf: "token".to_string(), recent: true, ..Session::default() }),
        request: Request {
            method,
            path: path.to_string(),
            query: form_pairs(query),
            headers: HashMap::from([("content-type".to_string(), kind.to_string())]),
            body: body.as_bytes().to_vec(),
            upload: None,
            address: String::new(),
            https: false,
        },
        params,
    };
    match (route.handler)(&call) {
        Ok(reply) => Answer {
            status: reply.status,
            location: reply
                .headers
                .iter()
                .find(|(n, _)| n == "location")
                .map(|(_, v)| v.clone())
                .unwrap_or_default(),
            body: match reply.body {
                Body::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
                _ => String::new(),
            },
        },
        Err(error) => Answer { status: error.status(), location: String::new(), body: error.to_string() },
    }
}

fn rest(scope: &Scope, method: Method, path: &str, body: &Json) -> Answer {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    send(scope, Door::Rest, method, &format!("/api/rest/v1{path}"), &body)
}

fn import(scope: &Scope, name: &str, text: &str) -> csv::ImportReport {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    let options = csv::ImportOptions { dry_run: false, adapted: None, folder: None, progress: &mut |_| {} };
    csv::import_file(scope, &path, name, options).unwrap()
}

// I2, I4: the CSV format, its documentation and its example.
#[test]
fn one_file_gives_a_csv_format_that_explains_itself() {
    both(&SETUP, |kit| {
        let hr = company(kit);
        let format = csv::formats(&hr).unwrap().into_iter().find(|f| f.name == "ParkingSpace").unwrap();
        let columns: Vec<&str> = format.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(columns, ["code", "employee", "since", "plate"]);
        assert_eq!(format.label, "Parking spaces");
        for object in ["Employee", "ParkingSpace"] {
            let example = csv::example(&hr, object).unwrap();
            let report = import(&hr, &example.file_name, &example.text);
            assert_eq!(report.counts.rejected, 0, "{}: {:?}", example.text, report.faults);
        }
        let text = "code;employee;since;plate\nP1;1;01/09/2025;AB-123-CD\nP2;2;;\nP3;nobody;;\n";
        let report = import(&hr, "ParkingSpace_InsertAndUpdate_fr-FR_900_.csv", text);
        assert_eq!((report.counts.created, report.counts.rejected), (2, 1), "{:?}", report.faults);
        let mut out = Vec::new();
        let sorted = hr
            .view(|v| {
                let object = v.object("ParkingSpace")?;
                v.sort(&object, "code")
            })
            .unwrap();
        let query = Query { sort: sorted, ..Query::default() };
        csv::export(&hr, "ParkingSpace", &query, &[], Culture::of(Language::En), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("P1,1,2025-09-01,AB-123-CD"), "{text}");
    });
}

// I10: list, create, change, remove, and the description of it all.
#[test]
fn one_file_gives_a_rest_resource() {
    both(&SETUP, |kit| {
        let hr = company(kit);
        let made = rest(
            &hr,
            Method::Post,
            "/parking-spaces",
            &json!({"code": "P1", "employee": "2", "plate": "X 1"}),
        );
        assert_eq!(made.status, 201, "{}", made.body);
        let address = made.location.strip_prefix("/api/rest/v1").unwrap_or(&made.location).to_string();
        let list = rest(&hr, Method::Get, "/parking-spaces?filter=code%20is%20P1", &Json::Null).json();
        assert_eq!(list["data"][0]["plate"], "X 1", "{list}");
        let changed = rest(&hr, Method::Patch, &address, &json!({"plate": "X 2"}));
        assert_eq!(changed.status, 200, "{}", changed.body);
        let wrong = rest(&hr, Method::Post, "/parking-spaces", &json!({"code": "P2", "employee": "99"}));
        assert_eq!(
            (wrong.status, wrong.json()["code"].as_str()),
            (422, Some("reference.unknown")),
            "{}",
            wrong.body
        );
        let document = rest(&hr, Method::Get, "/openapi.json", &Json::Null).json();
        assert!(document["paths"].as_object().unwrap().keys().any(|p| p.ends_with("/parking-spaces")));
        assert_eq!(rest(&hr, Method::Delete, &address, &Json::Null).status, 204);
        assert_eq!(rest(&hr, Method::Get, &address, &Json::Null).status, 404);
    });
}

// S1, S10: list, form and page in seven languages.
#[test]
fn one_file_gives_screens_in_seven_languages() {
    both(&SETUP, |kit| {
        let mut hr = company(kit);
        let page = |scope: &Scope, path: &str| {
            let answer = send(scope, Door::Screen, Method::Get, path, "");
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
            answer.body
        };
        let form = "csrf=token&code=P7&employee=2&since=2026-01-31&plate=S7";
        let made = send(&hr, Door::Screen, Method::Post, "/o/parking-spaces/new", form);
        assert!(made.status == 303, "{} {}", made.status, made.body);
        let id = hr.view(|v| v.resolve("ParkingSpace", "P7")).unwrap().expect("made by the form");
        for (language, many, plate) in [
            (Language::En, "Parking spaces", "Licence plate"),
            (Language::Fr, "Places de stationnement", "Immatriculation"),
            (Language::De, "Parkplätze", "Kennzeichen"),
            (Language::Nl, "Parkeerplaatsen", "Kenteken"),
            (Language::Es, "Plazas de aparcamiento", "Matrícula"),
            (Language::Sv, "Parkeringsplatser", "Registreringsnummer"),
            (Language::Da, "Parkeringspladser", "Nummerplade"),
        ] {
            hr.culture = Culture::of(language);
            let list = page(&hr, "/o/parking-spaces");
            assert!(list.contains(many) && list.contains("P7"), "{language:?}: {list}");
            assert!(page(&hr, "/o/parking-spaces/new").contains(plate), "{language:?}");
            let record = page(&hr, &format!("/o/parking-spaces/{id}"));
            assert!(record.contains(plate) && record.contains("S7"), "{language:?}");
        }
    });
}

// A10, A11: rights by group and by whose it is, and the journal.
#[test]
fn one_file_gives_rights_journal_search_and_extra_fields() {
    both(&SETUP, |kit| {
        let hr = company(kit);
        let make = |code: &str, employee: &str| {
            let body = json!({"code": code, "employee": employee, "plate": "SECRET"});
            assert_eq!(rest(&hr, Method::Post, "/parking-spaces", &body).status, 201);
            hr.view(|v| v.resolve("ParkingSpace", code)).unwrap().unwrap()
        };
        let (bobs, eves) = (make("P2", "2"), make("P3", "3"));
        let ann = kit.scope(&kit.tenant("acme"), "ann");
        let list = rest(&ann, Method::Get, "/parking-spaces", &Json::Null);
        assert_eq!(list.json()["data"].as_array().unwrap().len(), 1, "{}", list.body);
        assert!(!list.body.contains("SECRET"), "{}", list.body);
        assert_eq!(rest(&ann, Method::Get, &format!("/parking-spaces/{eves}"), &Json::Null).status, 404);
        assert_eq!(rest(&ann, Method::Delete, &format!("/parking-spaces/{bobs}"), &Json::Null).status, 403);
        let history = hr
            .view(|v| {
                let object = v.object("ParkingSpace")?;
                v.history(&object, bobs, 10)
            })
            .unwrap();
        assert_eq!((history.len(), history[0].actor.as_str(), history[0].door.as_str()), (1, "hr", "rest"));
        let found = hr
            .view(|v| {
                let object = v.object("ParkingSpace")?;
                Ok(v.search(&object, "p3", 10)?.records.len())
            })
            .unwrap();
        assert_eq!(found, 1);
        let label = json!({"en": "Charger"});
        let body = json!({
            "object": "ParkingSpace", "code": "charger", "field_type": "bool", "label": label, "privacy_class": "work"
        });
        let field = rest(&hr, Method::Post, "/extra-fields", &body);
        assert_eq!(field.status, 201, "{}", field.body);
        let changed = rest(&hr, Method::Patch, &format!("/parking-spaces/{bobs}"), &json!({"charger": true}));
        assert_eq!(changed.status, 200, "{}", changed.body);
        let list = rest(&hr, Method::Get, "/parking-spaces?filter=charger%20is%20true", &Json::Null).json();
        assert_eq!(list["data"].as_array().unwrap().len(), 1, "{list}");
    });
}

// Every text of the file is there in seven languages, as `cargo xtask tidy` demands of the product's modules.
#[test]
fn one_file_has_all_its_labels() {
    let labels = talang_catalogue::labels::Labels::new(&parking_space::module().labels).unwrap();
    let missing: Vec<String> = labels
        .check(&[parking_space::ParkingSpace::DEF])
        .into_iter()
        .filter(|l| l.contains("ParkingSpace"))
        .collect();
    assert_eq!(missing, [""; 0]);
}
