//! SCIM 2.0 as a company's directory uses it (A6): accounts and groups over the running server, and the checks of PyPI's
//! scim2-tester.

use serde_json::{Value as Json, json};
use talang_testkit::{Database, peers};

use crate::api::each;
use crate::client::{Answer, Server};
use crate::{Folder, PASSWORD, talang};

const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
const PATCH: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// A running server and the key of a directory.
struct House {
    folder: Folder,
    server: Server,
    key: String,
}

impl House {
    fn new(database: Database) -> House {
        let folder = Folder::on(database);
        // The directory's account administers rights, as it gives and takes roles.
        folder.ok(&["user", "create", "robot", "--tenant", "acme", "--role", "administrator"]);
        folder.ok(&["user", "create", "boss", "--tenant", "acme", "--role", "super-administrator"]);
        folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
        let made =
            folder.ok(&["key", "create", "directory", "--tenant", "acme", "--user", "robot", "--json"]);
        let key = serde_json::from_str::<Json>(&made).unwrap()["key"].as_str().unwrap().to_string();
        let server = Server::start(&folder, "");
        let house = House { folder, server, key };
        house.scopes("scim");
        house
    }

    fn scopes(&self, scopes: &str) {
        let cookie = self.server.sign_in("acme");
        let page = self.server.get("acme", "/o/api-clients/1/edit", &[("Cookie", &cookie)]);
        let token = page.csrf_of("csrf");
        let headers =
            [("Cookie", cookie.as_str()), ("X-CSRF-Token", &token), ("Content-Type", "application/json")];
        let body = json!({ "scopes": scopes }).to_string();
        let done = self.server.send("acme", "PATCH", "/api/rest/v1/api-clients/1", &headers, body.as_bytes());
        assert_eq!(done.status, 200, "{}", done.body);
    }

    fn send(&self, method: &str, path: &str, body: &Json, more: &[(&str, &str)]) -> Answer {
        let bearer = format!("Bearer {}", self.key);
        let mut headers = vec![
            ("Authorization", bearer.as_str()),
            ("Content-Type", "application/scim+json; charset=utf-8"),
        ];
        headers.extend(more);
        let text = if body.is_null() { String::new() } else { body.to_string() };
        self.server.send("acme", method, &format!("/api/scim/v2{path}"), &headers, text.as_bytes())
    }

    #[track_caller]
    fn good(&self, method: &str, path: &str, body: &Json) -> Json {
        let answer = self.send(method, path, body, &[]);
        assert!(answer.status < 300, "{method} {path}: {} {}", answer.status, answer.body);
        serde_json::from_str(&answer.body).unwrap_or_default()
    }

    /// Status and scimType of a refusal.
    fn bad(&self, method: &str, path: &str, body: &Json) -> (u16, String) {
        let answer = self.send(method, path, body, &[]);
        assert_eq!(answer.header("content-type"), Some("application/scim+json"), "{}", answer.body);
        let json: Json = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(json["status"], answer.status.to_string());
        assert!(json["detail"].as_str().is_some_and(|d| !d.is_empty()), "{}", answer.body);
        (answer.status, json["scimType"].as_str().unwrap_or_default().to_string())
    }

    fn user(&self, name: &str, more: Json) -> String {
        let mut json = json!({ "schemas": [USER], "userName": name });
        for (key, value) in more.as_object().unwrap() {
            json[key] = value.clone();
        }
        self.good("POST", "/Users", &json)["id"].as_str().unwrap().to_string()
    }
}

fn nothing() -> Json {
    Json::Null
}

#[test]
fn only_applications_with_the_scope_come_in() {
    each(|database| {
        // A6, I10
        let house = House::new(database);
        assert_eq!(house.send("GET", "/Users", &nothing(), &[]).status, 200);
        let status =
            |headers: &[(&str, &str)]| house.server.get("acme", "/api/scim/v2/Users", headers).status;
        assert_eq!(status(&[]), 401);
        assert_eq!(status(&[("Authorization", "Bearer talang_made-up")]), 401);
        let cookie = house.server.sign_in("acme");
        assert_eq!(status(&[("Cookie", &cookie)]), 403, "no browser");
        let bearer = format!("Bearer {}", house.key);
        let elsewhere = house.server.get("other", "/api/scim/v2/Users", &[("Authorization", &bearer)]);
        assert_eq!(elsewhere.status, 401, "T4");
        let rest = house.server.get("acme", "/api/rest/v1/users", &[("Authorization", &bearer)]);
        assert_eq!(rest.status, 404, "the key alone opens this door and no other");
        assert!(house.send("GET", "/Users", &nothing(), &[]).header("ratelimit-remaining").is_some());
        house.scopes("users:read");
        assert_eq!(house.send("GET", "/Users", &nothing(), &[]).status, 401);
    });
}

#[test]
fn accounts_are_made_changed_and_ended() {
    each(|database| {
        // A6
        let house = House::new(database);
        let id = house.user(
        "cleo",
        json!({ "externalId": "e-7", "emails": [{ "value": "cleo@acme.example", "primary": true }], "locale": "fr-FR" }),
    );
        let path = format!("/Users/{id}");
        let cleo = house.good("GET", &path, &nothing());
        assert_eq!((cleo["externalId"].as_str(), cleo["active"].as_bool()), (Some("e-7"), Some(true)));
        assert_eq!(
            (&cleo["locale"], &cleo["emails"][0]["value"]),
            (&json!("fr-FR"), &json!("cleo@acme.example"))
        );
        assert!(cleo["meta"]["location"].as_str().unwrap().ends_with(&format!("/api/scim/v2/Users/{id}")));
        assert_eq!(
            house.bad("POST", "/Users", &json!({ "schemas": [USER], "userName": "cleo" })),
            (409, "uniqueness".into())
        );
        assert_eq!(house.bad("POST", "/Users", &json!({ "schemas": [USER] })), (400, "invalidValue".into()));
        assert_eq!(house.bad("POST", "/Users", &json!({ "userName": "x" })), (400, "invalidSyntax".into()));
        let odd = json!({ "schemas": [USER], "userName": "odd", "emails": [{ "value": "no address" }] });
        assert_eq!(house.bad("POST", "/Users", &odd), (400, "invalidValue".into()));

        // She signs in; the directory switches her off; her session is over at once, and stays over.
        let args = ["user", "password", "cleo", "--tenant", "acme", "--password-stdin"];
        let mut set = talang(house.folder.0.path(), &args);
        let mut set =
            set.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::null()).spawn().unwrap();
        std::io::Write::write_all(&mut set.stdin.take().unwrap(), PASSWORD.as_bytes()).unwrap();
        assert!(set.wait().unwrap().success());
        let form = format!("login=cleo&password={}", PASSWORD.replace(' ', "+"));
        let signed = house.server.post("acme", "/sign-in", &[], &form);
        assert_eq!(signed.status, 303, "{}", signed.body);
        let cookie = signed.header("set-cookie").unwrap().split(';').next().unwrap().to_string();
        let alive = || house.server.get("acme", "/password", &[("Cookie", &cookie)]).status == 200;
        assert!(alive());
        let off = json!({ "schemas": [PATCH], "Operations": [{ "op": "Replace", "path": "active", "value": "False" }] });
        assert_eq!(house.good("PATCH", &path, &off)["active"], false);
        let on =
            json!({ "schemas": [PATCH], "Operations": [{ "op": "replace", "value": { "active": true } }] });
        assert_eq!(house.good("PATCH", &path, &on)["active"], true);
        assert!(!alive(), "the session ended with the account and does not come back with it");

        // Versions.
        let answer = house.send("GET", &path, &nothing(), &[]);
        let tag = answer.header("etag").unwrap().to_string();
        assert_eq!(house.send("GET", &path, &nothing(), &[("If-None-Match", &tag)]).status, 304);
        let put = json!({ "schemas": [USER], "userName": "cleo", "externalId": "e-8" });
        assert_eq!(house.send("PUT", &path, &put, &[("If-Match", "W/\"0.0\"")]).status, 412);
        let done = house.send("PUT", &path, &put, &[("If-Match", &tag)]);
        assert_eq!(done.status, 200, "{}", done.body);
        assert!(!done.body.contains("cleo@acme.example"), "what PUT does not send is gone");

        let renamed = json!({ "schemas": [USER], "userName": "cleo.p" });
        assert_eq!(house.bad("PUT", &path, &renamed), (400, "mutability".into()), "a login stays");

        // Deleted, and made again by the same directory: the same account.
        assert_eq!(house.send("DELETE", &path, &nothing(), &[]).status, 204);
        assert_eq!(house.bad("GET", &path, &nothing()).0, 404);
        assert_eq!(house.bad("DELETE", &path, &nothing()).0, 404);
        assert_eq!(house.user("cleo", json!({})), id);
        // Somebody whom no directory had is not taken over when closed by hand.
        let answer = house.bad("POST", "/Users", &json!({ "schemas": [USER], "userName": "ana" }));
        assert_eq!(answer, (409, "uniqueness".into()));
        // Whoever has more rights than the directory's account is not its to end.
        let boss = house.good("GET", "/Users?filter=userName%20eq%20%22boss%22", &nothing());
        let boss = format!("/Users/{}", boss["Resources"][0]["id"].as_str().unwrap());
        assert_eq!(house.bad("DELETE", &boss, &nothing()).0, 403);
        // All of it is in the journal.
        let cookie = house.server.sign_in("acme");
        let history =
            house.server.get("acme", &format!("/api/rest/v1/users/{id}/history"), &[("Cookie", &cookie)]);
        assert!(history.body.contains("robot"), "{}", history.body);
    });
}

#[test]
fn lists_are_filtered_and_paged() {
    each(|database| {
        // RFC 7644 §3.4.2
        let house = House::new(database);
        for n in 1..=12 {
            house
                .user(&format!("user{n:02}"), json!({ "externalId": format!("x{n}"), "active": n % 2 == 0 }));
        }
        let total = |filter: &str| {
            let found =
                house.good("GET", &format!("/Users?filter={}", talang_http::encode(filter)), &nothing());
            found["totalResults"].as_i64().unwrap()
        };
        assert_eq!(total(r#"userName eq "USER07""#), 1, "case does not count");
        assert_eq!(total(r#"externalId eq "x7""#), 1);
        assert_eq!(total(r#"userName sw "user" and active eq true"#), 6);
        assert_eq!(total(r#"userName sw "user" and not (userName co "1")"#), 8);
        assert_eq!(total(r#"userName eq "nobody""#), 0);
        assert_eq!(
            house.bad("GET", "/Users?filter=userName%20is%207", &nothing()),
            (400, "invalidFilter".into())
        );
        let page = |query: &str| {
            house.good("GET", &format!("/Users?filter=userName%20sw%20%22user%22{query}"), &nothing())
        };
        let second = page("&startIndex=6&count=5");
        assert_eq!(
            (&second["totalResults"], &second["itemsPerPage"], &second["startIndex"]),
            (&json!(12), &json!(5), &json!(6))
        );
        assert_eq!(second["Resources"][0]["userName"], "user06");
        assert_eq!(page("&startIndex=13")["itemsPerPage"], 0);
        assert_eq!(page("&count=0")["totalResults"], 12);
        let small = page("&attributes=userName");
        assert!(small["Resources"][0].get("active").is_none() && small["Resources"][0]["id"].is_string());
        assert!(page("&excludedAttributes=meta,active")["Resources"][0].get("meta").is_none());
        let search = json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "filter": "active eq false", "count": 2 });
        assert_eq!(house.good("POST", "/Users/.search", &search)["itemsPerPage"], 2);
    });
}

// A4, A6: candidates are no directory's, and stand apart from those who work here on the page of accounts.
#[test]
fn candidates_are_none_of_a_directorys_people() {
    each(|database| {
        let house = House::new(database);
        let cookie = house.server.sign_in("acme");
        let token = house.server.get("acme", "/access/users", &[("Cookie", &cookie)]).csrf_of("csrf");
        let page = |query: &str| {
            house.server.get("acme", &format!("/access/users{query}"), &[("Cookie", &cookie)]).body
        };
        assert!(!page("").contains("population=candidates"), "no second kind where there is none");
        let headers =
            [("Cookie", cookie.as_str()), ("X-CSRF-Token", &token), ("Content-Type", "application/json")];
        // Who has an account as a candidate is told to those who see candidates, of whom there are none without recruiting.
        let switch = json!({ "code": "recruiting", "on": true }).to_string();
        let on =
            house.server.send("acme", "POST", "/api/rest/v1/feature-switches", &headers, switch.as_bytes());
        assert_eq!(on.status, 201, "{}", on.body);
        let body = json!({ "login": "cara@example.org", "population": "candidates" }).to_string();
        let made = house.server.send("acme", "POST", "/api/rest/v1/users", &headers, body.as_bytes());
        assert_eq!(made.status, 201, "{}", made.body);
        let id = serde_json::from_str::<Json>(&made.body).unwrap()["id"].as_i64().unwrap();

        let all = house.good("GET", "/Users?count=100", &nothing());
        assert!(!all.to_string().contains("cara@"), "{all}");
        assert_eq!(all["totalResults"], all["Resources"].as_array().unwrap().len());
        let found = house.good("GET", "/Users?filter=userName%20eq%20%22cara@example.org%22", &nothing());
        assert_eq!(found["totalResults"], 0);
        assert_eq!(house.send("GET", &format!("/Users/{id}"), &nothing(), &[]).status, 404);
        let patch = json!({ "schemas": [PATCH], "Operations": [{ "op": "replace", "path": "active", "value": false }] });
        assert_eq!(house.send("PATCH", &format!("/Users/{id}"), &patch, &[]).status, 404);
        let put = json!({ "schemas": [USER], "userName": "cara@example.org" });
        assert_eq!(house.send("PUT", &format!("/Users/{id}"), &put, &[]).status, 404);
        assert_eq!(house.send("DELETE", &format!("/Users/{id}"), &nothing(), &[]).status, 404);

        assert!(!page("").contains("cara@") && page("").contains("population=candidates"));
        let theirs = page("?population=candidates");
        assert!(theirs.contains("cara@") && !theirs.contains("robot"), "{theirs}");
    });
}

#[test]
fn a_groups_members_have_the_role_that_is_set_here() {
    each(|database| {
        // A6, A10
        let house = House::new(database);
        let (cleo, dan) = (house.user("cleo", json!({})), house.user("dan", json!({})));
        let group = json!({ "schemas": [GROUP], "displayName": "HR", "externalId": "g1", "members": [{ "value": cleo }] });
        let group = house.good("POST", "/Groups", &group)["id"].as_str().unwrap().to_string();
        let path = format!("/Groups/{group}");
        let cookie = house.server.sign_in("acme");
        let signed = [("Cookie", cookie.as_str())];
        let held = |user: &str| {
            let page = house.server.get(
                "acme",
                &format!("/api/rest/v1/user-roles?filter=user.login+is+{user}&expand=role"),
                &signed,
            );
            assert_eq!(page.status, 200, "{}", page.body);
            page.body.contains("hr-user")
        };
        assert!(!held("cleo"), "a group alone gives nothing");
        let page = house.server.get("acme", "/o/directory-groups/1/edit", &signed);
        let token = page.csrf_of("csrf");
        let headers = [signed[0], ("X-CSRF-Token", token.as_str()), ("Content-Type", "application/json")];
        let set = |role: Json| {
            let body = json!({ "role": role }).to_string();
            let done = house.server.send(
                "acme",
                "PATCH",
                "/api/rest/v1/directory-groups/1",
                &headers,
                body.as_bytes(),
            );
            assert_eq!(done.status, 200, "{}", done.body);
        };
        set(json!("hr-user"));
        assert!(held("cleo") && !held("dan"));
        let add = json!({ "schemas": [PATCH], "Operations": [{ "op": "Add", "path": "members", "value": [{ "value": dan }] }] });
        let tag = house.send("GET", &path, &nothing(), &[]).header("etag").unwrap().to_string();
        assert_eq!(house.good("PATCH", &path, &add)["members"].as_array().unwrap().len(), 2);
        assert_ne!(
            house.send("GET", &path, &nothing(), &[]).header("etag").unwrap(),
            tag,
            "members count for the version"
        );
        assert!(held("dan"), "a change counts at once");
        let remove = json!({ "schemas": [PATCH], "Operations": [{ "op": "Remove", "path": format!("members[value eq \"{cleo}\"]") }] });
        house.good("PATCH", &path, &remove);
        assert!(!held("cleo") && held("dan"));
        assert_eq!(house.good("GET", &format!("/Users/{dan}"), &nothing())["groups"][0]["display"], "HR");
        set(Json::Null);
        assert!(!held("dan"));
        set(json!("hr-user"));
        let renamed = json!({ "schemas": [PATCH], "Operations": [{ "op": "replace", "path": "displayName", "value": "People" }] });
        assert_eq!(house.good("PATCH", &path, &renamed)["displayName"], "People");
        assert!(held("dan"), "a group may be renamed");
        let back = json!({ "schemas": [PATCH], "Operations": [{ "op": "replace", "path": "displayName", "value": "HR" }] });
        house.good("PATCH", &path, &back);
        // A group is not renamed onto another, nor filled with people who are not there.
        let unknown = json!({ "schemas": [GROUP], "displayName": "HR", "members": [{ "value": "4711" }] });
        assert_eq!(house.bad("PUT", &path, &unknown).0, 400);
        assert_eq!(
            house.bad("POST", "/Groups", &json!({ "schemas": [GROUP], "displayName": "HR" })),
            (409, "uniqueness".into())
        );
        let found = house.good(
            "GET",
            "/Groups?filter=displayName%20eq%20%22hr%22&excludedAttributes=members",
            &nothing(),
        );
        assert_eq!(found["totalResults"], 1);
        assert!(found["Resources"][0].get("members").is_none());
        assert_eq!(house.send("DELETE", &path, &nothing(), &[]).status, 204);
        assert!(!held("dan"), "the role goes with the group");
    });
}

#[test]
fn the_compliance_checks_of_others_hold() {
    each(|database| {
        // A6: scim2-tester
        let house = House::new(database);
        let base = format!("base=http://127.0.0.1:{}/api/scim/v2", house.server.port);
        let host = format!("host=acme.localhost:{}", house.server.port);
        let (held, lines) =
            peers::run_python("scim-client.py", &[&base, &host, &format!("token={}", house.key)]);
        let passed = lines.iter().filter(|l| l.starts_with("success ")).count();
        println!("{}", lines.join("\n"));
        assert!(held && passed >= 20, "{passed} held:\n{}", lines.join("\n"));
    });
}
