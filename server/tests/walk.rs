//! Walks along every route of the table: requests that another site makes the browser send change nothing (ASVS 5.0
//! V3.5.1), reading changes nothing (V3.5.3), and what is far-reaching asks again who one is (V7.5.3; A7). A new route is
//! in here by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Scope, Tenant};
use talang_http::{Access, Method, Route, encode};
use talang_store::Dialect;
use talang_testkit::{Kit, Maker, both};

use crate::PASSWORD;
use crate::client::{Answer, Server, multipart};
use crate::walls::SETUP;

const FORM: &str = "application/x-www-form-urlencoded";

/// A company in which `root` may do everything and `eve` something; a record of every object.
pub(crate) struct House {
    pub(crate) tenant: Arc<Tenant>,
    system: Scope,
    pub(crate) server: Server,
    identity: Arc<talang_identity::Identity>,
    /// Row number of a record by object.
    records: BTreeMap<String, i64>,
}

impl House {
    pub(crate) fn new(kit: &Kit) -> House {
        let tenant = kit.tenant("acme");
        let system = kit.system(&tenant);
        let person = system.change(Kind::Employees, |c| {
            let name = |t: &str| Value::Text(t.to_string());
            c.create(
                "Employee",
                vec![("number", name("E1")), ("first_name", name("Ann")), ("last_name", name("Berg"))],
            )
        });
        let person = person.expect("a person").id;
        let mut maker = Maker::new(&system);
        let catalogue = system.view(|v| Ok(v.catalogue())).expect("the catalogue");
        for object in catalogue.objects().iter().filter(|o| !o.def.internal && o.def.name != "Employee") {
            maker.make(object.def.name, person);
        }
        // Also what arrives switched off is walked through (S8).
        let on = vec![("code", Value::Text("recruiting".to_string())), ("on", true.into())];
        system.change(Kind::Shared, |change| change.create("FeatureSwitch", on)).expect("switched on");
        let mut records: BTreeMap<String, i64> =
            maker.made.iter().map(|(object, id, _)| (object.clone(), *id)).collect();
        records.insert("Employee".to_string(), person);
        kit.user(&tenant, "root", None, &["super-administrator", "administrator", "hr-manager"]);
        kit.user(&tenant, "eve", None, &["hr-manager"]);
        let (server, identity) = Server::of(kit);
        for login in ["root", "eve"] {
            let id = system.view(|v| v.resolve("User", login)).expect("read").expect("there");
            identity.set_password(&system, id, login, PASSWORD, false).expect("a password");
        }
        House { tenant, system, server, identity, records }
    }

    /// Cookie and token of a new session.
    pub(crate) fn sign_in(&self, login: &str) -> (String, String) {
        let cookie = self.server.sign_in_as("acme", login);
        let token = self.server.get("acme", "/password", &[("Cookie", &cookie)]).csrf();
        (cookie, token)
    }

    fn id(&self, object: &str) -> i64 {
        *self.records.get(object).unwrap_or_else(|| panic!("no {object} was made"))
    }

    /// A route's address, about a record where it takes one.
    pub(crate) fn path(&self, route: &Route) -> String {
        let object = match route.access {
            Access::Right(name, _) => name,
            _ => "Employee",
        };
        let catalogue = self.system.view(|v| Ok(v.catalogue())).expect("the catalogue");
        let id = self.records.get(object).copied().unwrap_or(1).to_string();
        let mut path = route.pattern.replace("{object}", "employees").replace("{kind}", "employees");
        path = path.replace("{id}", &id).replace("{field}", "number");
        while let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
            path.replace_range(from..=to, "1");
        }
        assert!(catalogue.by_path("employees").is_some());
        path
    }

    /// Everything that is stored: table by table, rows in no order. Left out is when a session was last seen, and the log
    /// of who looked at what.
    pub(crate) fn stored(&self) -> BTreeMap<String, Vec<String>> {
        talang_engine::activity::settle(self.system.installation()).expect("the log is written");
        let mut all = BTreeMap::new();
        let catalogue = self.system.view(|v| Ok(v.catalogue())).expect("the catalogue");
        let kinds: BTreeSet<&str> = catalogue.objects().iter().map(|o| o.def.kind.name()).collect();
        for schema in kinds {
            let tables = self.tenant.db().read(|conn| {
                let sql = match conn.dialect() {
                    Dialect::Sqlite => format!("SELECT name FROM {schema}.sqlite_master WHERE type = 'table'"),
                    Dialect::Postgres => format!(
                        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = '{schema}'"
                    ),
                };
                let rows = conn.query(&sql, &[])?;
                let mut tables = BTreeMap::new();
                for name in rows.iter().filter_map(|r| r.first()).map(|c| c.text().to_string()) {
                    // Words to search by follow the rows; views are what the log of views is for.
                    if name.starts_with("search") || name.starts_with("sqlite_") || name == "activity_entry" {
                        continue;
                    }
                    let columns: Vec<String> = conn
                        .columns(schema, &name)?
                        .into_iter()
                        .filter(|c| c != "seen_at")
                        .map(|c| format!("\"{c}\""))
                        .collect();
                    let sql = format!("SELECT {} FROM {schema}.\"{name}\"", columns.join(", "));
                    let mut rows: Vec<String> =
                        conn.query(&sql, &[])?.iter().map(|row| format!("{row:?}")).collect();
                    rows.sort();
                    tables.insert(format!("{schema}.{name}"), rows);
                }
                Ok::<_, talang_engine::Error>(tables)
            });
            all.extend(tables.expect("read everything"));
        }
        all
    }

    /// Fails where something is stored otherwise than before.
    fn unchanged(&self, before: &BTreeMap<String, Vec<String>>, what: &str) {
        self.unchanged_but(before, what, &[]);
    }

    pub(crate) fn unchanged_but(&self, before: &BTreeMap<String, Vec<String>>, what: &str, but: &[&str]) {
        for (table, rows) in self.stored() {
            if but.contains(&table.as_str()) {
                continue;
            }
            let old = before.get(&table).cloned().unwrap_or_default();
            let new: Vec<&String> = rows.iter().filter(|r| !old.contains(r)).take(2).collect();
            let gone: Vec<&String> = old.iter().filter(|r| !rows.contains(r)).take(2).collect();
            assert!(new.is_empty() && gone.is_empty(), "{what} changed {table}: {gone:?} became {new:?}");
        }
    }

    pub(crate) fn call(&self, method: Method, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let kind = if path.starts_with("/api/") { "application/json" } else { FORM };
        let mut all = vec![("Content-Type", kind)];
        all.extend_from_slice(headers);
        self.server.send("acme", method.name(), path, &all, form.as_bytes())
    }
}

pub(crate) fn routes() -> Vec<Route> {
    talang_server::modules::routes()
}

/// What other sites may send: an identity provider's answers, which prove themselves.
const FROM_ELSEWHERE: &[&str] = &[
    "POST /sso/{code}/acs",
    "POST /sso/{code}/logout",
    "POST /sso/{code}/oidc/logout",
    "POST /sso/{code}/wsfed",
];

// ASVS 5.0 V3.5.1: whatever another site makes a signed-in browser send is refused, and changes nothing.
#[test]
fn no_route_takes_a_request_that_another_site_made() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (cookie, token) = house.sign_in("root");
        let (_, second) = house.sign_in("root");
        let (_, foreign) = house.sign_in("eve");
        let before = house.stored();
        let (mut elsewhere, mut walked) = (Vec::new(), 0);
        for route in routes().iter().filter(|r| r.method != Method::Get) {
            let name = format!("{} {}", route.method.name(), route.pattern);
            if route.from_elsewhere && route.access == Access::Public {
                elsewhere.push(name);
                continue;
            }
            let path = house.path(route);
            let signed = ("Cookie", cookie.as_str());
            if route.access == Access::Visitor {
                // No session's power is in it, so it needs no session's token; another site's page may not send it all the same.
                for header in
                    [("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site")]
                {
                    let answer = house.call(route.method, &path, &[signed, header], "");
                    assert_eq!(answer.status, 403, "{name} with {header:?}: {}", answer.body);
                    walked += 1;
                }
                continue;
            }
            let own = ("X-Csrf-Token", token.as_str());
            let tries: [(&str, Vec<(&str, &str)>, String); 9] = [
                ("no token", vec![signed], String::new()),
                ("an empty one", vec![signed, ("X-Csrf-Token", "")], "_csrf=".into()),
                ("one made up", vec![signed], "_csrf=made-up".into()),
                ("another session's", vec![signed], format!("_csrf={second}")),
                ("another session's in the header", vec![signed, ("X-Csrf-Token", &second)], String::new()),
                ("somebody else's", vec![signed, ("X-Csrf-Token", &foreign)], format!("_csrf={foreign}")),
                (
                    "another site's origin",
                    vec![signed, own, ("Origin", "https://evil.example")],
                    format!("_csrf={token}"),
                ),
                ("an origin that is none", vec![signed, own, ("Origin", "null")], format!("_csrf={token}")),
                (
                    "another site, as the browser says",
                    vec![signed, own, ("Sec-Fetch-Site", "cross-site")],
                    format!("_csrf={token}"),
                ),
            ];
            for (what, headers, form) in &tries {
                let answer = house.call(route.method, &path, headers, form);
                assert_eq!(answer.status, 403, "{name} with {what} at {path}: {}", answer.body);
                walked += 1;
            }
            let neighbour = [signed, own, ("Sec-Fetch-Site", "same-site")];
            let answer = house.call(route.method, &path, &neighbour, &format!("_csrf={token}"));
            assert_eq!(answer.status, 403, "{name} from a neighbouring host: {}", answer.body);
        }
        elsewhere.sort();
        assert_eq!(elsewhere, FROM_ELSEWHERE, "what other sites may send is a decision: write it down here");
        assert!(walked > 500, "only {walked} requests");
        house.unchanged(&before, "a forged request");
        let alive = house.server.get("acme", "/password", &[("Cookie", &cookie)]);
        assert_eq!(alive.status, 200, "the session goes on");
    });
}

/// What reading makes: the note that a browser was sent to an identity provider, which is how every such sign-in begins,
/// and the tenant's own key when it is first asked for.
const MADE_BY_READING: [&str; 2] = ["shared.sign_on", "shared.sign_on_key"];

// ASVS 5.0 V3.5.3: reading changes nothing but the log of who looked.
#[test]
fn no_route_changes_anything_when_it_is_read() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (cookie, _) = house.sign_in("root");
        let signed = [("Cookie", cookie.as_str())];
        let before = house.stored();
        let (mut read, mut walked) = (0, 0);
        for route in routes().iter().filter(|r| r.method == Method::Get) {
            let path = house.path(route);
            let asked = format!("{path}?confirm=1&yes=1&delete=1&value=x&name=x&state=closed&undo=1&id=1");
            for address in [path.as_str(), asked.as_str()] {
                let answer = house.server.get("acme", address, &signed);
                assert!(answer.status < 500, "{address} answers {}: {}", answer.status, answer.body);
                read += usize::from(answer.status == 200);
                walked += 1;
            }
        }
        assert!(read * 2 > walked, "only {read} of {walked} answers show something");
        house.unchanged_but(&before, "reading", &MADE_BY_READING);
    });
}

/// Routes that ask again who one is, whatever is sent. Each is a decision; changes of what gives rights ask besides, at
/// every door.
const CONFIRMED: &[&str] = &[
    "GET /access/log.jsonl",
    "GET /access/rights.csv",
    "POST /access/applications/{id}/keys",
    "POST /access/applications/{id}/keys/remove",
    "POST /access/applications/{id}/keys/rotate",
    "POST /access/file-space/accounts/{id}/keys",
    "POST /access/file-space/accounts/{id}/keys/remove",
    "POST /access/file-space/accounts/{id}/password",
    "POST /access/lists/{id}/members",
    "POST /access/lists/{id}/members/remove",
    "POST /access/lists/{id}/owners",
    "POST /access/lists/{id}/owners/remove",
    "POST /access/lists/{id}/rule",
    "POST /access/providers/{id}/active",
    "POST /access/providers/{id}/client",
    "POST /access/providers/{id}/client/remove",
    "POST /access/providers/{id}/key",
    "POST /access/roles/{id}",
    "POST /access/roles/{id}/copy",
    "POST /access/users/{id}/factors/reset",
    "POST /access/users/{id}/password",
    "POST /access/users/{id}/roles",
    "POST /access/users/{id}/roles/remove",
    "POST /access/users/{id}/sessions/end",
    "POST /access/users/{id}/sign-out",
    "POST /access/webhooks/new",
    "POST /access/webhooks/{id}/again",
    "POST /access/webhooks/{id}/deliveries/{delivery}/again",
    "POST /access/webhooks/{id}/edit",
    "POST /access/webhooks/{id}/sample",
    "POST /access/webhooks/{id}/secret",
    "POST /access/webhooks/{id}/since",
    "POST /candidates/{id}/erase",
    "POST /delegations",
    "POST /my-sign-in/app/remove",
    "POST /my-sign-in/codes",
    "POST /my-sign-in/passkeys/{id}/remove",
    "POST /o/{object}/bulk/delete",
    "POST /reports/sending",
    "POST /support-access",
];

/// A session whose owner proved eleven minutes ago who they are.
fn old_session(kit: &Kit, house: &House, login: &str) -> (String, String) {
    let session = house.sign_in(login);
    kit.clock().advance(11 * 60_000_000);
    session
}

// A7; ASVS 5.0 V7.5.3
#[test]
fn with_an_old_proof_every_far_reaching_route_asks_first() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (cookie, token) = old_session(kit, &house, "root");
        let signed = ("Cookie", cookie.as_str());
        let before = house.stored();
        let mut asked = Vec::new();
        for route in routes().iter().filter(|r| r.confirmed) {
            let name = format!("{} {}", route.method.name(), route.pattern);
            let path = house.path(route);
            let next = format!("/confirm?next={}", encode(&path));
            let form = format!("_csrf={token}&typed=kept&id=1");
            let to = |answer: &Answer| answer.header("location").unwrap_or_default().to_string();
            let answer = house.call(route.method, &path, &[signed], &form);
            let expected = if route.method == Method::Get { 303 } else { 307 };
            assert_eq!((answer.status, to(&answer)), (expected, next), "{name}: {}", answer.body);
            // What a page sends in the background is asked for on that page, and what was typed goes with it.
            if route.method != Method::Get {
                let part =
                    [signed, ("HX-Request", "true"), ("HX-Current-Url", "http://acme.localhost/people")];
                let answer = house.call(route.method, &path, &part, &form);
                assert_eq!(
                    (answer.status, answer.header("hx-retarget")),
                    (200, Some("#tl-dialogs")),
                    "{name}"
                );
                assert!(answer.body.contains("name=\"typed\" value=\"kept\""), "{name}: {}", answer.body);
                assert!(answer.body.contains("name=\"_confirm_password\""), "{name}: {}", answer.body);
            }
            asked.push(name);
        }
        asked.sort();
        assert_eq!(asked, CONFIRMED, "what asks again is a decision: write it down here");
        house.unchanged(&before, "a far-reaching request with an old proof");
    });
}

// A7, A10: rights, lists and ways in are changed through no door with an old proof.
#[test]
fn with_an_old_proof_no_door_changes_what_gives_rights() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let catalogue = house.system.view(|v| Ok(v.catalogue())).expect("the catalogue");
        let powers: Vec<_> = catalogue.objects().iter().filter(|o| o.def.power).cloned().collect();
        assert!(powers.len() > 12, "{}", powers.len());
        let (cookie, token) = old_session(kit, &house, "root");
        let (signed, own) = (("Cookie", cookie.as_str()), ("X-Csrf-Token", token.as_str()));
        let before = house.stored();
        let problem = |method: Method, path: &str, body: &str| {
            let answer = house.call(method, path, &[signed, own], body);
            assert_eq!(answer.status, 403, "{} {path}: {}", method.name(), answer.body);
            assert!(answer.body.contains("session.confirm"), "{path}: {}", answer.body);
            assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{path}");
        };
        for object in &powers {
            let (path, id) = (object.def.path, house.records.get(object.def.name).copied().unwrap_or(1));
            let rest = format!("/api/rest/v1/{path}");
            problem(Method::Post, &rest, "{}");
            problem(Method::Post, &format!("{rest}/bulk"), r#"{"data": [{}]}"#);
            if house.records.contains_key(object.def.name) {
                problem(Method::Patch, &format!("{rest}/{id}"), "{}");
                problem(Method::Put, &format!("{rest}/{id}"), "{}");
                problem(Method::Delete, &format!("{rest}/{id}"), "");
                if !object.def.hidden {
                    let gone = house.call(
                        Method::Post,
                        &format!("/o/{path}/{id}/delete"),
                        &[signed],
                        &format!("_csrf={token}"),
                    );
                    assert_eq!(gone.status, 307, "deleting {path}: {} {}", gone.status, gone.body);
                }
            }
        }
        // The general forms, filled in as people do.
        let (role, user) = (house.id("Role"), house.id("User"));
        let version = |object: &str, id: i64| {
            house.system.view(|v| Ok(v.get(&v.object(object)?, id)?.version)).expect("a version")
        };
        let (of_role, of_user) = (version("Role", role), version("User", user));
        let roles = house.system.view(|v| v.resolve("Role", "super-administrator")).unwrap().unwrap();
        let forms = [
            ("/o/user-roles/new".to_string(), format!("user={user}&role={roles}")),
            (
                format!("/o/roles/{role}/edit"),
                format!("_version={of_role}&_fields=label,active&label.en=Mine&active=true"),
            ),
            (
                "/o/role-rights/new".to_string(),
                format!("role={role}&object=*&field_group=*&actions=read&extent=all"),
            ),
            (
                format!("/o/users/{user}/edit"),
                format!("_version={of_user}&_fields=email&email=eve@evil.example"),
            ),
            ("/o/user-roles/bulk/delete".to_string(), format!("id={}", house.id("UserRole"))),
            ("/o/roles/bulk/set".to_string(), format!("id={role}&_field=active&_do=1&active=")),
        ];
        for (path, form) in &forms {
            let answer = house.call(Method::Post, path, &[signed], &format!("{form}&_csrf={token}"));
            let to = answer.header("location").unwrap_or_default();
            assert_eq!(
                (answer.status, to.starts_with("/confirm?next=")),
                (307, true),
                "{path}: {}",
                answer.body
            );
        }
        problem(Method::Patch, &format!("/api/rest/v1/users/{user}"), r#"{"email": "eve@evil.example"}"#);
        house.unchanged(&before, "a door with an old proof");
        // Language and formats are their owner's, and give nothing.
        let mine = house.call(
            Method::Patch,
            &format!("/api/rest/v1/users/{user}"),
            &[signed, own],
            r#"{"culture": "sv-SE"}"#,
        );
        assert_eq!(mine.status, 200, "{}", mine.body);
    });
}

// A7: after the proof the form goes on as it was filled in.
#[test]
fn after_the_proof_the_form_goes_on() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (cookie, token) = old_session(kit, &house, "root");
        let user = house.system.view(|v| v.resolve("User", "eve")).unwrap().unwrap();
        let role = house.system.view(|v| v.resolve("Role", "employee")).unwrap().unwrap();
        let form = format!("_csrf={token}&user={user}&role={role}");
        let asked = house.call(Method::Post, "/o/user-roles/new", &[("Cookie", &cookie)], &form);
        let confirm = asked.header("location").expect("the page that asks").to_string();
        let proof = format!("{form}&_confirm_form=1&_confirm_password={}", PASSWORD.replace(' ', "+"));
        let done = house.call(Method::Post, &confirm, &[("Cookie", &cookie)], &proof);
        assert_eq!((done.status, done.header("location")), (307, Some("/o/user-roles/new")));
        let renewed = done.cookie();
        let made = house.call(Method::Post, "/o/user-roles/new", &[("Cookie", &renewed)], &proof);
        assert_eq!(made.status, 303, "{}", made.body);
        let there = house.system.view(|v| v.resolve("UserRole", "eve|employee")).unwrap();
        assert!(there.is_some(), "eve is an employee now");
    });
}

// I10: a program shows its key with every request; its scope decides, not the clock.
#[test]
fn a_program_is_not_asked_again() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let client = house.system.change(Kind::Shared, |c| {
            c.create(
                "ApiClient",
                vec![("code", "dir".into()), ("label", "Directory".into()), ("user", "root".into())],
            )
        });
        let key = house
            .identity
            .new_key(&house.system, client.expect("an application").id, None, None)
            .expect("a key");
        kit.clock().advance(60 * 60_000_000);
        // root:Four small green apples 7
        let pair = ("Authorization", "Basic cm9vdDpGb3VyIHNtYWxsIGdyZWVuIGFwcGxlcyA3");
        let headers = [pair, ("X-Api-Key", key.as_str())];
        let body = r#"{"user": "eve", "role": "employee"}"#;
        let made = house.call(Method::Post, "/api/rest/v1/user-roles", &headers, body);
        assert_eq!(made.status, 201, "{}", made.body);
    });
}

// A7: exports of much, by one rule: more than a thousand records, or every field of data about people.
#[test]
fn an_export_of_much_asks_first() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let many = house.system.change(Kind::Shared, |c| {
            let label =
                |n: i64| Value::Texts([("en".to_string(), format!("Item {n}"))].into_iter().collect());
            c.create("ValueList", vec![("code", "LONG".into()), ("name", label(0))])?;
            for n in 0..talang_interchange::csv::MANY {
                let code = Value::Text(format!("I{n}"));
                c.create(
                    "ValueListItem",
                    vec![("list", "LONG".into()), ("code", code), ("label", label(n))],
                )?;
            }
            Ok(())
        });
        many.expect("a long list");
        let (cookie, token) = old_session(kit, &house, "root");
        let signed = [("Cookie", cookie.as_str()), ("Referer", "http://acme.localhost:8080/people?q=a")];
        let export = |path: &str| house.server.get("acme", path, &signed);
        let asks = |path: &str| {
            let answer = export(path);
            let next = format!("/confirm?next={}&back=%2Fpeople%3Fq%3Da", encode(path));
            assert_eq!((answer.status, answer.header("location")), (303, Some(next.as_str())), "{path}");
        };
        asks("/export/employees");
        asks("/export/employees?filter=number%20is%20E1");
        asks("/export/employees?format=xlsx");
        // The list has one more than a thousand with what was there before; exactly a thousand are no matter.
        asks("/export/value-list-items?columns=code");
        let few = export("/export/value-list-items?columns=code&filter=list%20is%20LONG");
        assert_eq!(few.status, 200, "{}", few.body);
        assert!(few.body.contains("I0") && few.body.contains("I999"), "{}", few.body);
        assert_eq!(export("/export/employees?columns=number").status, 200);
        let book = export("/export/employees?columns=number&format=xlsx");
        assert!(book.header("content-disposition").is_some_and(|d| d.contains(".xlsx")), "S7");
        assert_eq!(export("/export/employees?columns=number&format=odt").status, 400);
        assert_eq!(
            export("/export/employees?columns=number&group=status&total=status:sum&format=pdf").status,
            422
        );
        assert_eq!(export("/export/value-lists").status, 200, "every field of what is about nobody");
        // After the proof the file comes, and the page leads back to where one was.
        let confirm = format!("/confirm?next={}&back=%2Fpeople%3Fq%3Da", encode("/export/employees"));
        let proof = format!("_csrf={token}&_confirm_password={}", PASSWORD.replace(' ', "+"));
        let done = house.call(Method::Post, &confirm, &signed, &proof);
        assert_eq!((done.status, done.header("refresh")), (200, Some("0; url=/export/employees")));
        assert!(done.body.contains("href=\"/people?q=a\""), "{}", done.body);
        let file = house.server.get("acme", "/export/employees", &[("Cookie", &done.cookie())]);
        assert_eq!(file.status, 200);
        assert!(file.body.contains("Berg"), "{}", file.body);
    });
}

// A7, I1: a file is a door as well.
#[test]
fn with_an_old_proof_no_file_gives_rights() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (cookie, token) = old_session(kit, &house, "root");
        let signed = ("Cookie", cookie.as_str());
        let upload = |files: &[(&str, &str)]| {
            let body = multipart(files);
            let headers = [
                signed,
                ("X-Csrf-Token", token.as_str()),
                ("Content-Type", "multipart/form-data; boundary=edge"),
            ];
            let answer = house.server.send("acme", "POST", "/import/upload", &headers, body.as_bytes());
            assert_eq!(answer.status, 303, "{}", answer.body);
            answer.header("location").unwrap().to_string()
        };
        let start = |at: &str, deed: &str| {
            house.call(Method::Post, at, &[signed], &format!("_csrf={token}&deed={deed}"))
        };
        let rights = ("UserRole_InsertAndUpdate_en-GB_20_.csv", "\u{feff}user,role\r\neve,administrator\r\n");
        let costs = ("CostCentre_InsertAndUpdate_en-GB_10_.csv", "\u{feff}code,name.en\r\nC1,One\r\n");
        let before = house.stored();
        for files in [vec![rights], vec![costs, rights]] {
            let at = upload(&files);
            let answer = start(&at, "import");
            let to = answer.header("location").unwrap_or_default();
            assert_eq!((answer.status, to.starts_with("/confirm?next=")), (307, true), "{}", answer.body);
        }
        house.unchanged(&before, "an import with an old proof");
        // A harmless file that is taken for something else while it waits for its turn.
        let at = upload(&[costs, ("CostCentre_InsertAndUpdate_en-GB_20_.csv", rights.1)]);
        let begun = start(&at, "import");
        assert!(begun.status == 303 || begun.status == 422, "{} {}", begun.status, begun.body);
        let changed =
            format!("_csrf={token}&format.1=object:UserRole&mode.1=InsertAndUpdate&culture.1=en-GB");
        house.call(Method::Post, &format!("{at}/look"), &[signed], &changed);
        for _ in 0..20 {
            kit.clock().advance(20_000_000);
            talang_engine::jobs::run_due(&kit.installation(), &|| false).expect("jobs run");
        }
        let given = house.system.view(|v| v.resolve("UserRole", "eve|administrator")).unwrap();
        assert!(given.is_none(), "eve is no administrator");
    });
}
