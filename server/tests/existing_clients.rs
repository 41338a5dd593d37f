//! Programs that tenants bring along from another suite (I10), as they behave without a change.

use std::sync::Arc;

use serde_json::{Value as Json, json};
use talang_catalogue::{Kind, Value};
use talang_engine::Tenant;
use talang_identity::Identity;
use talang_testkit::{Database, Kit, peers};

use crate::api::each;
use crate::client::{Answer, Server};
use crate::walls::SETUP;

/// A running installation with an application that exchanges its key for tokens.
pub(crate) struct House {
    pub(crate) kit: Kit,
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) server: Server,
    pub(crate) identity: Arc<Identity>,
}

impl House {
    pub(crate) fn new(database: Database) -> House {
        let kit = Kit::new(database, &SETUP);
        let tenant = kit.tenant("acme");
        kit.user(&tenant, "bridge", None, &["integration"]);
        let (server, identity) = Server::of(&kit);
        let house = House { kit, tenant, server, identity };
        house.furnish();
        house
    }

    /// Two people, a unit and its successor, a position.
    fn furnish(&self) {
        let date = |text: &str| Value::from(text.parse::<jiff::civil::Date>().unwrap());
        let name = |en: &str, de: &str| {
            Value::Texts([("en".to_string(), en.to_string()), ("de".to_string(), de.to_string())].into())
        };
        let done = self.kit.system(&self.tenant).change(Kind::Employees, |c| {
            let start = || ("start", date("2020-01-01"));
            c.create(
                "Organisation",
                vec![("code", "HEAD".into()), start(), ("name", name("Head office", "Zentrale"))],
            )?;
            let lab = vec![
                ("code", "LAB".into()),
                start(),
                ("name", name("Laboratory", "Labor")),
                ("parent", "HEAD".into()),
            ];
            c.create("Organisation", lab)?;
            for (number, first, last) in [("E1", "Ines", "Abel"), ("E2", "Otto", "Berg")] {
                let mail = format!("{}@acme.example", first.to_lowercase());
                c.create(
                    "Employee",
                    vec![
                        ("number", number.into()),
                        ("first_name", first.into()),
                        ("last_name", last.into()),
                        ("civility", "dr".into()),
                        ("birth_date", date("1980-02-29")),
                        ("work_email", mail.into()),
                    ],
                )?;
            }
            let title = name("Chemist", "Chemikerin");
            let place =
                vec![("code", "P1".into()), start(), ("title", title), ("organisation", "LAB".into())];
            c.create("Position", place)?;
            for (from, unit) in [("2022-03-01", "HEAD"), ("2025-01-01", "LAB")] {
                let values =
                    vec![("employee", "E1".into()), ("start", date(from)), ("organisation", unit.into())];
                c.create("Assignment", values)?;
            }
            for (kind, city) in [("home", "Uppsala"), ("second", "Visby")] {
                c.create(
                    "EmployeeAddress",
                    vec![
                        ("employee", "E1".into()),
                        ("kind", kind.into()),
                        start(),
                        ("line1", "Slottsgatan 1".into()),
                        ("city", city.into()),
                        ("country", "SE".into()),
                    ],
                )?;
            }
            for number in ["E1", "E2"] {
                let rate = Value::Money(31_500_000, "EUR".to_string());
                c.create("HourlyRate", vec![("employee", number.into()), start(), ("rate", rate)])?;
            }
            c.create("PositionHolder", vec![("position", "P1".into()), ("employee", "E1".into()), start()])
        });
        done.expect("people and places");
    }

    /// The token of a new application with an account of that role.
    pub(crate) fn client(&self, role: &str, employee: Option<&str>) -> String {
        self.kit.user(&self.tenant, role, employee, &[role]);
        let key = self.key(role, role);
        self.bearer(role, &key)
    }

    fn json(&self, token: &str, path: &str) -> Json {
        let answer = self.get(token, path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{path}: {e}: {}", answer.body))
    }

    pub(crate) fn send(&self, token: &str, method: &str, path: &str, body: &Json) -> (u16, Json) {
        let bearer = format!("Bearer {token}");
        let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/json")];
        let answer = self.server.send("acme", method, path, &headers, body.to_string().as_bytes());
        (answer.status, serde_json::from_str(&answer.body).unwrap_or_default())
    }

    /// Every entry of a feed, read as such programs do: they stop when the last number is below start + count - 1.
    fn feed(&self, token: &str, kind: &str, count: i64) -> Vec<Json> {
        let (mut all, mut from) = (Vec::new(), 0);
        loop {
            let path = format!("/api/hub/v2/{kind}/logs?startingFromLogId={from}&maxNumberOfLogs={count}");
            let Json::Array(part) = self.json(token, &path) else { panic!("an array") };
            assert!(part.len() as i64 <= count);
            let last = part.last().and_then(|e| e["logId"].as_i64());
            all.extend(part);
            match last {
                Some(last) if last >= from + count - 1 => from = last + 1,
                _ => return all,
            }
        }
    }

    /// An application of that account; its key.
    pub(crate) fn key(&self, code: &str, login: &str) -> String {
        let system = self.kit.system(&self.tenant);
        let made = system.change(talang_catalogue::Kind::Shared, |c| {
            let values = vec![
                ("code", code.into()),
                ("label", code.into()),
                ("user", login.into()),
                ("oauth", true.into()),
            ];
            c.create("ApiClient", values)
        });
        self.identity.new_key(&system, made.unwrap().id, None, None).unwrap()
    }

    fn token(&self, form: &str) -> (u16, Json) {
        let answer = self.server.post("acme", "/api/token", &[], form);
        (answer.status, serde_json::from_str(&answer.body).unwrap_or_default())
    }

    /// A token of an application.
    pub(crate) fn bearer(&self, code: &str, key: &str) -> String {
        let form = format!("grant_type=client_credentials&client_id={code}&client_secret={key}");
        self.token(&form).1["access_token"].as_str().expect("a token").to_string()
    }

    pub(crate) fn get(&self, token: &str, path: &str) -> Answer {
        self.server.get("acme", path, &[("Authorization", &format!("bearer {token}"))])
    }
}

#[test]
fn a_token_is_given_as_such_programs_expect() {
    each(|database| {
        // I10
        let house = House::new(database);
        let key = house.key("bridge", "bridge");
        let form = format!("grant_type=client_credentials&client_id=bridge&client_secret={key}");
        let (status, json) = house.token(&form);
        assert_eq!((status, &json["token_type"], &json["expires_in"]), (200, &"bearer".into(), &1199.into()));
        for kind in ["Customer", "MatchingIndexation", "JobBoard", "MetaEngine"] {
            let (status, json) = house.token(&format!("{form}&scope={kind}"));
            assert_eq!((status, json["token_type"].as_str()), (200, Some("bearer")), "{kind}: {json}");
        }
        for wrong in [
            "grant_type=client_credentials&client_id=bridge&client_secret=talang_made-up".to_string(),
            format!("grant_type=client_credentials&client_id=other&client_secret={key}"),
            "grant_type=client_credentials".to_string(),
            format!("grant_type=password&client_id=bridge&client_secret={key}"),
            format!("{form}&scope=Nonsense"),
        ] {
            let (status, json) = house.token(&wrong);
            assert_eq!((status, json["error"].is_string()), (400, true), "{wrong}: {json}");
        }

        // The scheme is taken in either case, and a program without a token, or with a late one, is told so.
        let token = json["access_token"].as_str().unwrap();
        let call = |scheme: &str| {
            let header = format!("{scheme} {token}");
            house.server.get("acme", "/api/rest/v1/countries?limit=1", &[("Authorization", &header)]).status
        };
        assert_eq!((call("Bearer"), call("bearer")), (200, 200));
        assert_eq!(house.server.get("acme", "/api/rest/v1/countries", &[]).status, 401);
        house.kit.clock().advance(1_198_000_000);
        assert_eq!(call("bearer"), 200);
        house.kit.clock().advance(1_000_000);
        // Being late is no guess: it locks nobody out, however many programs share an address.
        for _ in 0..60 {
            assert_eq!(call("bearer"), 401);
        }
        let fresh = house.bearer("bridge", &key);
        assert_eq!(house.get(&fresh, "/api/rest/v1/countries?limit=1").status, 200);
        // Scopes of such a program open nothing that the application itself has not.
        let (status, _) = house.token(&format!("{form}&scope=Customer%20scim"));
        assert_eq!(status, 200, "an application without bounds may narrow itself to anything");
    });
}

#[test]
fn an_employee_is_read_by_data_sets() {
    each(|database| {
        // I10, A10, A11
        let house = House::new(database);
        let token = house.bearer("bridge", &house.key("bridge", "bridge"));
        let one = house.json(&token, "/api/hub/v2/employees/E1");
        assert_eq!(one["uniqueid"], "E1");
        let sets: Vec<&str> = one.as_object().unwrap().keys().skip(1).map(String::as_str).collect();
        assert_eq!(
            sets,
            [
                "EmployeeIDs",
                "Identity",
                "ContactInfo",
                "KeyDates",
                "PopulationType",
                "Template",
                "Situation",
                "Contract",
                "Main Address",
                "Compensation"
            ]
        );
        let identity = &one["Identity"][0];
        assert_eq!((&identity["firstName"], &identity["birthDate"]), (&json!("Ines"), &json!("1980-02-29")));
        let civility = &identity["civility"];
        assert!(civility["code"].as_i64().is_some_and(|code| code > 0), "{civility}");
        for (name, expected) in [
            ("clientCode", json!("dr")),
            ("label", json!("Dr")),
            ("active", json!(true)),
            ("parentCode", Json::Null),
            ("type", json!("civility")),
            ("parentType", Json::Null),
            ("hasChildren", json!(false)),
        ] {
            assert_eq!(civility[name], expected, "{name}");
        }
        assert!(civility["_links"].is_array());
        let situation = &one["Situation"][0];
        assert_eq!(one["Situation"].as_array().unwrap().len(), 1, "today's");
        assert_eq!((&situation["startDate"], &situation["endDate"]), (&json!("2025-01-01"), &Json::Null));
        let unit = &situation["organisation"];
        assert_eq!((&unit["clientCode"], &unit["label"]), (&json!("LAB"), &json!("Laboratory")));
        assert!(unit["parentCode"].is_i64() && unit["parentType"] == "Organisation", "{unit}");
        assert_eq!(one["Main Address"][0]["city"], "Uppsala");
        assert_eq!(
            one["Main Address"].as_array().unwrap().len(),
            1,
            "the second home is not the main address"
        );
        assert_eq!(one["Compensation"][0]["hourlyRate"], json!({ "amount": 31.5, "currency": "EUR" }));
        assert_eq!(one["Template"], json!([]));

        let day = |query: &str| house.json(&token, &format!("/api/hub/v2/employees/E1?asOf={query}"));
        assert_eq!(day("2023-01-01")["Situation"][0]["organisation"]["clientCode"], "HEAD");
        let all = day("all");
        assert_eq!(all["Situation"][0]["endDate"], "2024-12-31");
        assert_eq!(all["Situation"].as_array().unwrap().len(), 2);
        assert_eq!(house.get(&token, "/api/hub/v2/employees/E1?asOf=yesterday").status, 400);
        assert_eq!(house.get(&token, "/api/hub/v2/employees/E9").status, 404);
        assert_eq!(house.server.get("acme", "/api/hub/v2/employees/E1", &[]).status, 401);

        // Whoever reaches only themselves finds themselves.
        let own = house.client("employee", Some("E1"));
        assert_eq!(house.json(&own, "/api/hub/v2/employees/E1")["Identity"][0]["lastName"], "Abel");
        assert_eq!(house.get(&own, "/api/hub/v2/employees/E2").status, 404);
        // Groups of fields that a role does not open are not in the answer.
        let directory = house.client("directory", None);
        let seen = house.json(&directory, "/api/hub/v2/employees/E2");
        assert_eq!(seen["Identity"][0]["lastName"], "Berg");
        assert!(seen["Identity"][0].get("birthDate").is_none(), "{seen}");
        assert_eq!(seen["Compensation"], json!([]));
    });
}

#[test]
fn positions_and_libraries_are_read() {
    each(|database| {
        // I10
        let house = House::new(database);
        let token = house.bearer("bridge", &house.key("bridge", "bridge"));
        let all = house.json(&token, "/api/hub/v2/positions");
        assert_eq!((all[0]["uniqueid"].as_str(), all[0]["title"].as_str()), (Some("P1"), Some("Chemist")));
        assert_eq!(all[0]["status"]["clientCode"], "open");
        let structure = house.json(&token, "/api/hub/v2/positions/structure");
        assert_eq!(structure[0]["organisation"]["clientCode"], "LAB");
        assert_eq!(structure[0]["parentCode"], Json::Null);
        assert_eq!(house.json(&token, "/api/hub/v2/positions/P1")["headcount"], 1);
        assert_eq!(house.get(&token, "/api/hub/v2/positions/P9").status, 404);
        let holders = house.json(&token, "/api/hub/v2/positionassignments/P1");
        assert_eq!((&holders[0]["uniqueid"], &holders[0]["share"]), (&json!("E1"), &json!(100)));
        assert_eq!(house.get(&token, "/api/hub/v2/positionassignments/P9").status, 404);

        let types = house.json(&token, "/api/hub/v2/libraryTypes");
        let named = |name: &str| types.as_array().unwrap().iter().any(|t| t["type"] == name);
        assert!(named("Country") && named("contract-type") && named("Organisation"), "{types}");
        let german = [("Authorization", format!("Bearer {token}")), ("Accept-Language", "de".to_string())];
        let german: Vec<(&str, &str)> = german.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let countries = house.server.get("acme", "/api/hub/v2/libraries/Country", &german);
        let countries: Json = serde_json::from_str(&countries.body).unwrap();
        let sweden = countries.as_array().unwrap().iter().find(|c| c["clientCode"] == "SE").unwrap();
        assert_eq!((&sweden["label"], &sweden["type"]), (&json!("Schweden"), &json!("Country")));
        let units = house.json(&token, "/api/hub/v2/libraries/Organisation");
        let head = units.as_array().unwrap().iter().find(|u| u["clientCode"] == "HEAD").unwrap();
        let lab = units.as_array().unwrap().iter().find(|u| u["clientCode"] == "LAB").unwrap();
        assert_eq!((&head["hasChildren"], &lab["hasChildren"]), (&json!(true), &json!(false)));
        assert_eq!(lab["parentCode"], head["code"]);
        assert_eq!(house.get(&token, "/api/hub/v2/libraries/nonsense").status, 404);
        // Another tenant's token is none.
        let elsewhere = house.kit.tenant("other");
        assert_ne!(elsewhere.id(), house.tenant.id());
        let bearer = format!("Bearer {token}");
        let answer = house.server.get("other", "/api/hub/v2/positions", &[("Authorization", &bearer)]);
        assert_eq!(answer.status, 401, "T4");
    });
}

#[test]
fn the_feeds_tell_every_change_once_and_in_order() {
    each(|database| {
        // I10, A11
        let house = House::new(database);
        let token = house.bearer("bridge", &house.key("bridge", "bridge"));
        let whole = house.feed(&token, "employees", 10_000);
        assert_eq!(house.feed(&token, "employees", 3), whole, "however few are read at once");
        assert_eq!(house.feed(&token, "employees", 1), whole);
        let ids: Vec<i64> = whole.iter().map(|e| e["logId"].as_i64().unwrap()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
        let fields = [
            "logId",
            "uniqueid",
            "dataset",
            "key",
            "field",
            "value",
            "previousValue",
            "startDate",
            "endDate",
            "eventClientCode",
            "eventType",
            "modificationDateTime",
            "modificationAuthor",
            "modificationState",
        ];
        for entry in &whole {
            assert_eq!(entry.as_object().unwrap().keys().collect::<Vec<_>>(), fields);
        }
        let told = |entries: &[Json], id: &str, set: &str, field: &str| -> Vec<Json> {
            let fits = |e: &&Json| e["uniqueid"] == id && e["dataset"] == set && e["field"] == field;
            entries.iter().filter(fits).cloned().collect()
        };
        assert_eq!(told(&whole, "E1", "Identity", "lastName")[0]["value"], "Abel");
        let units = told(&whole, "E1", "Situation", "organisation");
        assert_eq!((&units[0]["value"], &units[1]["value"]), (&json!("HEAD"), &json!("LAB")));
        assert_eq!(units[1]["startDate"], "2025-01-01");
        assert_eq!(told(&whole, "E1", "Main Address", "city").len(), 1);
        assert_eq!(told(&whole, "E1", "Compensation", "hourlyRate")[0]["value"], "31.5 EUR");

        // A change, and what goes.
        let last = ids.last().unwrap() + 1;
        let system = house.kit.system(&house.tenant);
        system
            .change(Kind::Employees, |c| {
                let id = c.resolve("Employee", "E2")?.expect("E2");
                c.update("Employee", id, vec![("last_name", "Borg".into())])?;
                let rates = c.object("HourlyRate")?;
                let rate = c.resolve("HourlyRate", "E2|base")?.expect("a rate");
                c.delete(&rates, rate, None)
            })
            .unwrap();
        let path = format!("/api/hub/v2/employees/logs?startingFromLogId={last}");
        let fresh = house.json(&token, &path);
        let fresh = fresh.as_array().unwrap();
        let name = &told(fresh, "E2", "Identity", "lastName")[0];
        assert_eq!((&name["value"], &name["previousValue"]), (&json!("Borg"), &json!("Berg")));
        assert_eq!(
            (&name["modificationState"], &name["modificationAuthor"]),
            (&json!("Modified"), &Json::Null)
        );
        let gone = &told(fresh, "E2", "Compensation", "hourlyRate")[0];
        assert_eq!((&gone["modificationState"], &gone["value"]), (&json!("Deleted"), &Json::Null));
        assert_eq!((&gone["previousValue"], &gone["key"]), (&json!("31.5 EUR"), &json!("base")));
        assert_eq!(gone["startDate"], "2020-01-01");
        let end = fresh.last().unwrap()["logId"].as_i64().unwrap();
        let path = format!("/api/hub/v2/employees/logs?startingFromLogId={}", end + 1);
        assert_eq!(house.json(&token, &path), json!([]), "nothing new");
        assert_eq!(house.json(&token, "/api/hub/v2/employees/logs?startingFromLogId=99999999999"), json!([]));
        for wrong in ["startingFromLogId=-1", "startingFromLogId=x", "maxNumberOfLogs=100001"] {
            assert_eq!(
                house.get(&token, &format!("/api/hub/v2/employees/logs?{wrong}")).status,
                400,
                "{wrong}"
            );
        }

        // The feed ends where rights end.
        let own = house.client("employee", Some("E1"));
        let mine = house.feed(&own, "employees", 7);
        assert!(!mine.is_empty() && mine.iter().all(|e| e["uniqueid"] == "E1"), "{mine:?}");
        let directory = house.client("directory", None);
        let seen = house.feed(&directory, "employees", 7);
        assert!(seen.iter().any(|e| e["uniqueid"] == "E2"));
        assert!(seen.iter().all(|e| e["field"] != "birthDate" && e["dataset"] != "Compensation"), "{seen:?}");

        let places = house.feed(&token, "positions", 2);
        assert_eq!(told(&places, "P1", "Position", "title")[0]["value"], "Chemist");
        assert_eq!(told(&places, "P1", "PositionAssignment", "employee")[0]["value"], "E1");
        let system = house.kit.system(&house.tenant);
        let added = system.change(Kind::Shared, |c| {
            let label = Value::Texts([("en".to_string(), "Sir".to_string())].into());
            c.create(
                "ValueListItem",
                vec![("list", "civility".into()), ("code", "sir".into()), ("label", label)],
            )
        });
        let code = added.unwrap().id.to_string();
        let library = house.feed(&token, "libraries", 5_000);
        let label = &told(&library, &code, "civility", "label")[0];
        assert_eq!((&label["key"], &label["value"]), (&json!("sir"), &json!("Sir")));
    });
}

#[test]
fn the_hub_writes_in_its_third_version() {
    each(|database| {
        // I10, I6
        let house = House::new(database);
        let token = house.bearer("bridge", &house.key("bridge", "bridge"));
        let send = |method: &str, path: &str, body: &Json| {
            house.send(&token, method, &format!("/api/hub/v3/{path}"), body)
        };
        let new = json!({
            "uniqueid": "E3",
            "Identity": [{ "firstName": "Maj", "lastName": "Ek", "civility": { "clientCode": "mrs" } }],
            "ContactInfo": [{ "workEmail": "maj@acme.example" }, { "contactType": "mobile", "contactValue": "+46700000000" }],
            "Situation": [{ "startDate": "2026-01-01", "organisation": "LAB", "manager": { "clientCode": "E1" } }],
            "Main Address": { "startDate": "2026-01-01", "addressLine1": "Ågatan 2", "city": "Lund", "country": "SE" },
        });
        let (status, made) = send("POST", "employees", &new);
        assert_eq!(status, 201, "{made}");
        assert_eq!(made["Situation"][0]["manager"]["clientCode"], "E1");
        assert_eq!(made["ContactInfo"][1]["key"], "mobile|+46700000000");
        assert_eq!(send("POST", "employees", &new).0, 409, "it is there");
        // What an answer says can be sent back, and changes nothing.
        let before = house.feed(&token, "employees", 10_000).len();
        let (status, same) = send("PUT", "employees/E3", &made);
        assert_eq!((status, &same), (200, &made));
        assert_eq!(house.feed(&token, "employees", 10_000).len(), before, "I7");

        let change = json!({ "Identity": [{ "lastName": "Ek Lind" }], "Situation": [{ "startDate": "2026-06-01", "organisation": "HEAD" }] });
        let (status, changed) = send("PATCH", "employees/E3", &change);
        assert_eq!(status, 200, "{changed}");
        assert_eq!(changed["Identity"][0]["lastName"], "Ek Lind");
        assert_eq!(changed["Situation"][0]["organisation"]["clientCode"], "HEAD");
        let all = house.json(&token, "/api/hub/v3/employees/E3?asOf=all");
        assert_eq!(all["Situation"][0]["endDate"], "2026-05-31");

        // Faults under their names, and nothing half-written.
        for (body, field) in [
            (
                json!({ "Identity": [{ "lastName": "X" }], "Situation": [{ "startDate": "2026-07-01", "organisation": "NONE" }] }),
                "Situation.organisation",
            ),
            (json!({ "Identity": [{ "lastName": "X", "shoeSize": 4 }] }), "Identity.shoeSize"),
            (json!({ "Identity": [{ "birthDate": "soon" }] }), "Identity.birthDate"),
            (json!({ "Nonsense": [{}] }), "Nonsense"),
        ] {
            let (status, refused) = send("PATCH", "employees/E3", &body);
            assert_eq!((status, refused["errors"][0]["field"].as_str()), (422, Some(field)), "{refused}");
        }
        assert_eq!(house.json(&token, "/api/hub/v3/employees/E3")["Identity"][0]["lastName"], "Ek Lind");
        // Without a first day the present period is changed.
        let (_, moved) = send("PATCH", "employees/E3", &json!({ "Situation": [{ "organisation": "LAB" }] }));
        let now = &moved["Situation"][0];
        assert_eq!(
            (&now["startDate"], &now["organisation"]["clientCode"]),
            (&json!("2026-06-01"), &json!("LAB"))
        );
        assert_eq!(send("PATCH", "employees/E9", &change).0, 404);
        let (status, _) = send("PATCH", "employees/E3", &json!({ "uniqueid": "E4" }));
        assert_eq!(status, 422, "a number stays");

        let position = json!({ "code": "P2", "startDate": "2026-01-01", "title": "Technician", "organisation": "LAB", "parentPosition": "P1" });
        let (status, made) = send("POST", "positions", &position);
        assert_eq!((status, &made["parentPosition"]["clientCode"]), (201, &json!("P1")), "{made}");
        assert_eq!(send("PATCH", "positions/P2", &json!({ "headcount": 2 })).1["headcount"], 2);
        let (status, holders) = send(
            "POST",
            "positionassignments/P2",
            &json!({ "employee": "E3", "startDate": "2026-02-01", "share": 50 }),
        );
        assert_eq!(
            (status, &holders[0]["uniqueid"], &holders[0]["share"]),
            (200, &json!("E3"), &json!(50)),
            "{holders}"
        );
        let (status, value) =
            send("POST", "libraries/JobFamily", &json!({ "clientCode": "GREEN", "label": "Gardening" }));
        assert_eq!((status, value["clientCode"].as_str()), (201, Some("GREEN")), "{value}");
        let (status, value) =
            send("PATCH", "libraries/JobFamily/GREEN", &json!({ "label": "Gardens", "active": false }));
        assert_eq!(
            (status, &value["label"], &value["active"]),
            (200, &json!("Gardens"), &json!(false)),
            "{value}"
        );

        // Who may only read writes nothing; nobody writes what they cannot see.
        let reader = house.client("employee", Some("E1"));
        let body = json!({ "Identity": [{ "lastName": "Mine" }] });
        let own = house.send(&reader, "PATCH", "/api/hub/v3/employees/E1", &body).0;
        assert_eq!(own, 403);
        assert_eq!(house.send(&reader, "PATCH", "/api/hub/v3/employees/E2", &body).0, 404);
        assert_eq!(house.json(&token, "/api/hub/v3/employees/E1")["Identity"][0]["lastName"], "Abel");
    });
}

#[test]
fn the_back_offices_value_lists_are_read() {
    each(|database| {
        // I10
        let house = House::new(database);
        let token = house.bearer("bridge", &house.key("bridge", "bridge"));
        let list = house.json(&token, "/api/v1/referentials/civility?offset=1&limit=2");
        assert_eq!((&list["code"], &list["contentRange"]), (&json!(200), &json!("1-3/5")));
        let first = &list["data"][0];
        assert_eq!((&first["label"], &first["clientCode"]), (&json!("Mr"), &json!("mr")));
        let path = format!("/api/v1/referentials/civility/{}", first["id"]);
        assert_eq!(house.json(&token, &path)["data"], *first);
        let texts = house.json(&token, &format!("{path}/translations"));
        assert_eq!(texts["data"].as_array().unwrap().len(), 7);
        let french = house.json(&token, &format!("{path}/translations/1036"));
        assert_eq!(
            (&french["data"]["label"], &french["data"]["languageId"]),
            (&json!("Monsieur"), &json!(1036))
        );
        for (wrong, status) in [
            ("civility?limit=x".to_string(), 400),
            ("civility?offset=-1".to_string(), 400),
            ("nonsense".to_string(), 404),
            ("civility/999999".to_string(), 404),
            // A value of another list.
            (format!("contract-type/{}", first["id"]), 404),
            (format!("civility/{}/translations/1041", first["id"]), 404),
            (format!("civility/{}/translations/french", first["id"]), 400),
        ] {
            let answer = house.get(&token, &format!("/api/v1/referentials/{wrong}"));
            assert_eq!(answer.status, status, "{wrong}: {}", answer.body);
            assert!(answer.header("content-type").unwrap().contains("json"));
        }
        // While recruiting is switched off, nothing of it is there (S8).
        assert_eq!(house.get(&token, "/api/v1/vacancies").status, 404);
    });
}

#[test]
fn a_program_brought_along_works_unchanged() {
    each(|database| {
        // I10: written from what such programs rely on alone, by Python's requests.
        let house = House::new(database);
        let key = house.key("bridge", "bridge");
        let late = house.bearer("bridge", &key);
        house.kit.clock().advance(1_200_000_000);
        let arguments = [
            format!("base=http://127.0.0.1:{}", house.server.port),
            format!("host=acme.localhost:{}", house.server.port),
            "client=bridge".to_string(),
            format!("secret={key}"),
            format!("late={late}"),
        ];
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let (held, lines) = peers::run_python("hub-client.py", &arguments);
        let text = lines.join("\n");
        assert!(held, "{text}");
        for line in ["renewed 1", "E1 Ines Abel LAB", "E2 Otto Berg -"] {
            assert!(lines.iter().any(|l| l == line), "{line} is missing:\n{text}");
        }
    });
}

/// Two vacancies on the internet, one inside, one that is not open.
pub(crate) fn furnish_site(house: &House) {
    let date = |text: &str| Value::from(text.parse::<jiff::civil::Date>().unwrap());
    let texts =
        |en: &str, fr: &str| Value::Texts([("en".into(), en.into()), ("fr".into(), fr.into())].into());
    let system = house.kit.system(&house.tenant);
    let on = system.change(Kind::Shared, |c| {
        c.create("FeatureSwitch", vec![("code", "recruiting".into()), ("on", true.into())])
    });
    on.expect("switched on");
    let cultures = system.view(|v| v.resolve("Culture", "fr-FR")).unwrap();
    let done = system.change(Kind::Candidates, |c| {
        c.create(
            "FrontOffice",
            vec![
                ("code", "jobs".into()),
                ("label", texts("Work at Acme", "Travailler chez Acme")),
                ("culture", "en-GB".into()),
                ("cultures", Value::Refs(cultures.into_iter().collect())),
                ("privacy_notice", texts("We read it.", "Nous le lisons.")),
                ("active", true.into()),
            ],
        )?;
        for (code, en, fr, state, channel, country) in [
            ("2026-0001", "Engineer", "Ingénieur", "open", "career-site", "FR"),
            ("2026-0002", "Baker", "Boulanger", "open", "career-site", "DE"),
            ("2026-0003", "Inside", "Interne", "open", "intranet", "FR"),
            ("2026-0004", "Draft", "Brouillon", "draft", "career-site", "FR"),
        ] {
            let vacancy = c.create(
                "Vacancy",
                vec![
                    ("code", code.into()),
                    ("title", texts(en, fr)),
                    ("mission", texts("Make things.", "Faites des choses.")),
                    ("contract_type", "permanent".into()),
                    ("country", country.into()),
                    ("place", "Besançon".into()),
                    ("state", state.into()),
                    ("cv_required", true.into()),
                    ("comment", "SECRET".into()),
                ],
            )?;
            c.create(
                "VacancyPosting",
                vec![
                    ("vacancy", vacancy.id.into()),
                    ("channel", channel.into()),
                    ("start", date("2020-01-01")),
                    ("state", "online".into()),
                ],
            )?;
        }
        Ok(())
    });
    done.expect("vacancies");
}

#[test]
fn a_career_site_of_the_companys_own_lists_opens_and_applies() {
    each(|database| {
        // I10, S3
        let house = House::new(database);
        furnish_site(&house);
        let key = house.key("bridge", "bridge");
        let arguments = [
            format!("base=http://127.0.0.1:{}", house.server.port),
            format!("host=acme.localhost:{}", house.server.port),
            "client=bridge".to_string(),
            format!("secret={key}"),
            "apply=2026-0001".to_string(),
        ];
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let (held, lines) = peers::run_python("career-site-client.py", &arguments);
        let text = lines.join("\n");
        assert!(held, "{text}");
        for line in [
            "2026-0002 Boulanger DE Faites des choses.",
            "2026-0001 Ingénieur FR Faites des choses.",
            "unknown 404",
            "applied 201 2026-0001",
            "refused 400",
            "program 400",
            "rss 2026-0001 - Ingénieur 200 True",
            "rss 2026-0002 - Boulanger 200 True",
            "top 1",
            "list 2 Boulanger/Ingénieur",
            "list 1 Ingénieur",
        ] {
            assert!(lines.iter().any(|l| l == line), "{line} is missing:\n{text}");
        }
        for secret in ["SECRET", "2026-0003", "2026-0004", "Brouillon", "Interne"] {
            assert!(!text.contains(secret), "{secret}:\n{text}");
        }
        // It has become an application with its document, once, and nobody may call without a token.
        let system = house.kit.system(&house.tenant);
        let counts = system.view(|v| {
            let mut counts = Vec::new();
            for name in ["Candidate", "Application", "CandidateDocument"] {
                let object = v.object(name)?;
                counts.push(v.count(&object, &talang_engine::Query::default())?);
            }
            Ok(counts)
        });
        assert_eq!(counts.unwrap(), [1, 1, 1]);
        for path in ["/api/v2/offersummaries", "/api/v2/offers/getoffer?reference=2026-0001"] {
            assert_eq!(house.server.get("acme", path, &[]).status, 401, "{path}");
        }
    });
}

#[test]
fn a_matching_service_reads_exports_to_their_end() {
    each(|database| {
        // I10
        let house = House::new(database);
        furnish_site(&house);
        let system = house.kit.system(&house.tenant);
        let cv = system.tenant().db().attachments().put(b"%PDF-1.4\n%%EOF\n").unwrap();
        let done = system.change(Kind::Candidates, |c| {
            let values = vec![
                ("first_name", "Noor".into()),
                ("last_name", "Haddad".into()),
                ("email", "noor@example.org".into()),
            ];
            let candidate = c.create("Candidate", values)?.id;
            let vacancy = c.resolve("Vacancy", "2026-0001")?.unwrap_or_default();
            c.create("Application", vec![("candidate", candidate.into()), ("vacancy", vacancy.into())])?;
            let file = format!("{cv}/cv.pdf");
            let values = vec![
                ("candidate", candidate.into()),
                ("kind", "cv".into()),
                ("name", "CV".into()),
                ("file", file.into()),
            ];
            c.create("CandidateDocument", values)
        });
        done.expect("a candidate with a CV");
        let since = jiff::Timestamp::from_microsecond(system.installation().clock().now()).unwrap();
        house.kit.clock().advance(5_000_000);
        let object = "Vacancy";
        let touched = system.change(Kind::Candidates, |c| {
            let id = c.resolve(object, "2026-0002")?.unwrap_or_default();
            c.update(object, id, vec![("openings", 3.into())])
        });
        touched.expect("changed");
        house.kit.user(&house.tenant, "matcher", None, &["recruiter"]);
        let key = house.key("matcher", "matcher");
        let arguments = [
            format!("base=http://127.0.0.1:{}", house.server.port),
            format!("host=acme.localhost:{}", house.server.port),
            "client=matcher".to_string(),
            format!("secret={key}"),
            format!("since={since}"),
        ];
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let (held, lines) = peers::run_python("export-client.py", &arguments);
        let text = lines.join("\n");
        assert!(held, "{text}");
        for line in [
            "vacancy 2026-0001 Engineer _TS_CO_OfferStatus_Diffuse",
            "vacancy 2026-0004 Draft Draft",
            "one 2026-0002",
            "open 2026-0002,2026-0003",
            "late ",
            "since 2026-0002",
            "wrong 400",
            "candidate Noor noor@example.org 2026-0001 ['%PDF application/pdf']",
            "range 0-2/4",
            "linked 201",
            "linked 200",
            "reported 200",
        ] {
            assert!(lines.iter().any(|l| l.trim_end() == line.trim_end()), "{line} is missing:\n{text}");
        }
        // An account that reads no candidates gets none, and none at all without recruiting's rights.
        let plain = house.client("employee", None);
        for path in ["/api/exports/v1/candidates", "/api/exports/v1/vacancies", "/api/v1/vacancies"] {
            assert_eq!(house.get(&plain, path).status, 404, "{path}");
        }
    });
}
