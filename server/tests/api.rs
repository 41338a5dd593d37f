//! Applications: keys, scopes, quota, rotation, OAuth 2.0 client credentials (I10).

use crate::client::{Answer, Server};
use crate::{Folder, PASSWORD};
use serde_json::Value as Json;
use talang_testkit::Database;

/// `ana:` and the password of these tests.
const PAIR: (&str, &str) = ("Authorization", "Basic YW5hOkZvdXIgc21hbGwgZ3JlZW4gYXBwbGVzIDc=");

/// The same on SQLite and on PostgreSQL.
pub(crate) fn each(body: impl Fn(Database)) {
    for database in Database::ALL {
        println!("on {database:?}:");
        body(database);
    }
}

// I10: answers worth it are packed as the caller likes, and curl, which nobody here wrote, unpacks the same.
#[test]
fn answers_are_packed_as_the_caller_asks() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let key = application(&folder, &server, "");
    let curl = |path: &str, accepts: &str| {
        let address = format!("http://acme.localhost:{}/api/rest/v1/{path}", server.port);
        let output = std::process::Command::new("curl")
            .args(["--silent", "--include", "--compressed", "--user", &format!("ana:{PASSWORD}")])
            .args([
                "--header",
                &format!("X-Api-Key: {key}"),
                "--header",
                &format!("Accept-Encoding: {accepts}"),
            ])
            .args(["--resolve", &format!("acme.localhost:{}:127.0.0.1", server.port), &address])
            .output()
            .expect("curl is missing: install it");
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let encoding = head.lines().find_map(|l| l.strip_prefix("content-encoding: ")).unwrap_or("none");
        (encoding.to_string(), body.to_string())
    };
    let (plain, countries) = curl("countries?limit=100", "identity");
    assert_eq!(plain, "none");
    for accepts in ["gzip", "zstd"] {
        assert_eq!(curl("countries?limit=100", accepts), (accepts.to_string(), countries.clone()));
    }
    assert_eq!(curl("countries?limit=100", "gzip;q=0.5, zstd;q=1.0").0, "zstd");
    assert_eq!(curl("countries?limit=100", "gzip, zstd;q=0").0, "gzip");
    assert_eq!(curl("countries?limit=1&fields=name", "gzip, zstd").0, "none", "not worth it");
}

/// An application with the account of `ana`, changed at will by `fields`; its key.
fn application(folder: &Folder, server: &Server, fields: &str) -> String {
    let made = folder.ok(&["key", "create", "payroll", "--tenant", "acme", "--user", "ana", "--json"]);
    let key = serde_json::from_str::<Json>(&made).unwrap()["key"].as_str().unwrap().to_string();
    if !fields.is_empty() {
        let headers = [PAIR, ("X-Api-Key", key.as_str()), ("Content-Type", "application/json")];
        let changed = server.send("acme", "PATCH", "/api/rest/v1/api-clients/1", &headers, fields.as_bytes());
        assert_eq!(changed.status, 200, "{}", changed.body);
    }
    key
}

/// `ana` manages applications besides.
fn house(database: Database) -> Folder {
    let folder = Folder::on(database);
    folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
    // The last one could not give it up.
    folder.ok(&["user", "create", "boss", "--tenant", "acme", "--role", "super-administrator"]);
    folder
}

fn with_key(server: &Server, key: &str, method: &str, path: &str, body: &str) -> Answer {
    let headers = [PAIR, ("X-Api-Key", key), ("Content-Type", "application/json")];
    server.send("acme", method, path, &headers, body.as_bytes())
}

fn number(answer: &Answer, header: &str) -> i64 {
    answer.header(header).unwrap_or_else(|| panic!("{header} is missing")).parse().unwrap()
}

#[test]
fn a_scope_narrows_what_the_account_may_and_never_widens_it() {
    each(|database| {
        // I10
        let folder = house(database);
        let server = Server::start(&folder, "");
        let key = application(&folder, &server, r#"{"scopes": "countries:read employees:read"}"#);
        assert_eq!(with_key(&server, &key, "GET", "/api/rest/v1/countries?limit=1", "").status, 200);
        assert_eq!(with_key(&server, &key, "GET", "/api/rest/v1/employees?limit=1", "").status, 200);
        let hidden = with_key(&server, &key, "GET", "/api/rest/v1/organisations?limit=1", "");
        assert_eq!(hidden.status, 404, "the account may, the application may not: {}", hidden.body);
        let refused = with_key(&server, &key, "POST", "/api/rest/v1/countries", r#"{"code": "ZZ"}"#);
        assert_eq!(refused.status, 403, "it may read countries, but make none: {}", refused.body);
        assert!(refused.body.contains("right.missing"), "{}", refused.body);
        assert_eq!(with_key(&server, &key, "DELETE", "/api/rest/v1/countries/1", "").status, 403);
        assert_eq!(with_key(&server, &key, "DELETE", "/api/rest/v1/organisations/1", "").status, 404);
        assert_eq!(
            with_key(&server, &key, "PATCH", "/api/rest/v1/api-clients/1", r#"{"scopes": null}"#).status,
            404
        );
        let bulk =
            with_key(&server, &key, "POST", "/api/rest/v1/countries/bulk", r#"{"data": [{"code": "ZZ"}]}"#);
        assert!(!bulk.body.contains("\"created\":1"), "{}", bulk.body);
        // What the account itself may not is not given by a scope that names it.
        folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme", "--remove"]);
        folder.ok(&["user", "role", "ana", "hr-manager", "--tenant", "acme", "--remove"]);
        assert_eq!(with_key(&server, &key, "GET", "/api/rest/v1/employees?limit=1", "").status, 404);
    });
}

#[test]
fn a_scope_that_means_nothing_is_refused() {
    each(|database| {
        let folder = house(database);
        let server = Server::start(&folder, "");
        let key = application(&folder, &server, "");
        for wrong in ["unicorns:read", "employees", "employees:fly"] {
            let body = format!("{{\"scopes\": \"countries:read {wrong}\"}}");
            let answer = with_key(&server, &key, "PATCH", "/api/rest/v1/api-clients/1", &body);
            assert_eq!(answer.status, 422, "{}", answer.body);
            assert!(answer.body.contains("scope.unknown") && answer.body.contains(wrong), "{}", answer.body);
        }
    });
}

#[test]
fn the_quota_of_a_day_is_told_kept_and_survives_a_restart() {
    each(|database| {
        // I10
        let folder = house(database);
        let mut server = Server::start(&folder, "");
        let key = application(&folder, &server, r#"{"quota_per_day": 5}"#);
        let call = |server: &Server| with_key(server, &key, "GET", "/api/rest/v1/countries?limit=1", "");
        let first = call(&server);
        assert_eq!(number(&first, "ratelimit-limit"), 5);
        let left = number(&first, "ratelimit-remaining");
        assert!((1..=86_400).contains(&number(&first, "ratelimit-reset")));
        assert_eq!(number(&call(&server), "ratelimit-remaining"), left - 1);
        assert!(server.end(), "what was counted is written down");
        let server = Server::start(&folder, "");
        for left in (0..left - 1).rev() {
            let answer = call(&server);
            assert_eq!((answer.status, number(&answer, "ratelimit-remaining")), (200, left));
        }
        let refused = call(&server);
        assert_eq!(refused.status, 429, "{}", refused.body);
        assert!(refused.header("content-type").unwrap().starts_with("application/problem+json"));
        assert!(
            refused.body.contains("quota.used_up") && refused.body.contains("The 5 requests"),
            "{}",
            refused.body
        );
        assert_eq!(number(&refused, "ratelimit-remaining"), 0);
        assert!(number(&refused, "retry-after") > 1);
        let wrong = server.get("acme", "/api/rest/v1/countries", &[PAIR, ("X-Api-Key", "talang_made-up")]);
        assert_eq!(wrong.status, 401, "who does not come in is not told of quotas");
        assert!(wrong.header("ratelimit-limit").is_none());
    });
}

#[test]
fn keys_are_rotated_with_an_overlap_and_end() {
    each(|database| {
        // I10
        let folder = house(database);
        let server = Server::start(&folder, "");
        let old = application(&folder, &server, "");
        let made = folder.ok(&["key", "rotate", "payroll", "--tenant", "acme", "--json"]);
        let new = serde_json::from_str::<Json>(&made).unwrap()["key"].as_str().unwrap().to_string();
        let status = |key: &str| with_key(&server, key, "GET", "/api/rest/v1/countries?limit=1", "").status;
        assert_eq!((status(&old), status(&new)), (200, 200), "both hold for a week");
        folder.ok(&["key", "rotate", "payroll", "--tenant", "acme", "--overlap-days", "0"]);
        assert_eq!((status(&old), status(&new)), (401, 401), "without overlap they end at once");
    });
}

fn token(server: &Server, headers: &[(&str, &str)], form: &str) -> (u16, Json, Answer) {
    let answer = server.post("acme", "/api/oauth/token", headers, form);
    (answer.status, serde_json::from_str(&answer.body).unwrap_or_default(), answer)
}

#[test]
fn a_key_is_exchanged_for_a_token() {
    each(|database| {
        // I10; RFC 6749 §4.4
        let folder = house(database);
        let server = Server::start(&folder, "");
        let key = application(&folder, &server, "");
        let form = format!("grant_type=client_credentials&client_id=payroll&client_secret={key}");
        let (status, json, _) = token(&server, &[], &form);
        assert_eq!(
            (status, json["error"].as_str()),
            (400, Some("unauthorized_client")),
            "only where it is allowed"
        );
        let body = r#"{"oauth": true, "scopes": "countries:read employees:read"}"#;
        // The application may change itself as long as its scopes are open.
        assert_eq!(with_key(&server, &key, "PATCH", "/api/rest/v1/api-clients/1", body).status, 200);

        let (status, json, answer) = token(&server, &[], &form);
        assert_eq!(
            (status, json["token_type"].as_str(), json["expires_in"].as_i64()),
            (200, Some("Bearer"), Some(3600))
        );
        assert_eq!(json["scope"], "countries:read employees:read");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let bearer = format!("Bearer {}", json["access_token"].as_str().unwrap());
        let call = |bearer: &str, path: &str| server.get("acme", path, &[("Authorization", bearer)]);
        let good = call(&bearer, "/api/rest/v1/countries?limit=1");
        assert_eq!(good.status, 200, "{}", good.body);
        assert!(good.header("ratelimit-remaining").is_some(), "tokens count like keys");
        assert_eq!(call(&bearer, "/api/rest/v1/organisations?limit=1").status, 404);
        let elsewhere = server.get("other", "/api/rest/v1/countries?limit=1", &[("Authorization", &bearer)]);
        assert_eq!(elsewhere.status, 401, "T4: a token of another tenant");

        // Narrower on request, never wider.
        let (_, narrow, _) = token(&server, &[], &format!("{form}&scope=countries%3Aread"));
        let narrow = format!("Bearer {}", narrow["access_token"].as_str().unwrap());
        assert_eq!(call(&narrow, "/api/rest/v1/employees?limit=1").status, 404);
        for wide in ["*%3A*", "employees%3Awrite", "scim", "nonsense"] {
            let (status, json, _) = token(&server, &[], &format!("{form}&scope={wide}"));
            assert_eq!((status, json["error"].as_str()), (400, Some("invalid_scope")), "{wide}");
        }

        // By header, percent-encoded before Base64.
        use base64::Engine;
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("pay%72oll:{key}"));
        let basic = format!("Basic {pair}");
        let (status, ..) = token(&server, &[("Authorization", &basic)], "grant_type=client_credentials");
        assert_eq!(status, 200);
        let (status, json, _) = token(&server, &[("Authorization", &basic)], &form);
        assert_eq!((status, json["error"].as_str()), (400, Some("invalid_request")), "two ways at once");

        for (wrong, error) in [
            (
                "grant_type=client_credentials&client_id=payroll&client_secret=talang_made-up".to_string(),
                "invalid_client",
            ),
            (format!("grant_type=client_credentials&client_id=other&client_secret={key}"), "invalid_client"),
            ("grant_type=client_credentials".to_string(), "invalid_client"),
            (format!("grant_type=password&client_id=payroll&client_secret={key}"), "unsupported_grant_type"),
            (format!("client_id=payroll&client_secret={key}"), "invalid_request"),
            (format!("{form}&client_id=payroll"), "invalid_request"),
        ] {
            let (status, json, answer) = token(&server, &[], &wrong);
            assert_eq!(json["error"].as_str(), Some(error), "{wrong}");
            assert_eq!(status, if error == "invalid_client" { 401 } else { 400 });
            assert_eq!(answer.header("www-authenticate").is_some(), status == 401);
        }

        // A made-up token, the key itself as a token, a token after its key went.
        let refused = call("Bearer talang_at_made-up", "/api/rest/v1/countries?limit=1");
        assert_eq!(refused.status, 401);
        assert!(refused.header("www-authenticate").unwrap().contains("invalid_token"));
        assert_eq!(call(&format!("Bearer {key}"), "/api/rest/v1/countries?limit=1").status, 401);
        folder.ok(&["key", "revoke", "payroll", "--tenant", "acme"]);
        assert_eq!(call(&bearer, "/api/rest/v1/countries?limit=1").status, 401, "it ends with its key");
    });
}

#[test]
fn the_metadata_say_where_tokens_are_given() {
    each(|database| {
        // RFC 8414
        let folder = Folder::on(database);
        let server = Server::start(&folder, "");
        let answer = server.get("acme", "/.well-known/oauth-authorization-server", &[]);
        let json: Json = serde_json::from_str(&answer.body).unwrap();
        let issuer = format!("http://acme.localhost:{}", server.port);
        assert_eq!(json["issuer"], issuer);
        assert_eq!(json["token_endpoint"], format!("{issuer}/api/oauth/token"));
        assert_eq!(json["grant_types_supported"], serde_json::json!(["client_credentials"]));
    });
}

#[test]
fn applications_are_managed_on_their_page() {
    each(|database| {
        // I10, A12
        let folder = house(database);
        let server = Server::start(&folder, "");
        let key = application(&folder, &server, r#"{"quota_per_day": 100, "oauth": true}"#);
        assert_eq!(with_key(&server, &key, "GET", "/api/rest/v1/countries?limit=1", "").status, 200);
        let cookie = server.sign_in("acme");
        let signed = [("Cookie", cookie.as_str())];
        let list = server.get("acme", "/access/applications", &signed);
        assert_eq!(list.status, 200, "{}", list.body);
        assert!(list.body.contains("payroll") && list.body.contains(" / 100"), "{}", list.body);
        let page = server.get("acme", "/access/applications/1", &signed);
        let token = page.csrf_of("csrf");
        assert!(page.body.contains(&key[..13]) && !page.body.contains(&key), "only the beginning is shown");
        assert!(page.body.contains("/api/oauth/token"));

        let rotate = "/access/applications/1/keys/rotate";
        let wrong = server.post("acme", rotate, &signed, &format!("csrf={token}&lasts=365&overlap=4000"));
        assert_eq!(wrong.status, 422, "{}", wrong.body);
        let made = server.post("acme", rotate, &signed, &format!("csrf={token}&lasts=365&overlap=7"));
        assert_eq!(made.status, 200, "{}", made.body);
        let new =
            made.body.split_once("id=\"application-key\">").unwrap().1.split('<').next().unwrap().to_string();
        let status = |key: &str| with_key(&server, key, "GET", "/api/rest/v1/countries?limit=1", "").status;
        assert_eq!((status(&key), status(&new)), (200, 200), "both hold");
        let page = server.get("acme", "/access/applications/1", &signed);
        assert!(!page.body.contains(&new), "shown once");
        // The second key of the list is the older one.
        let ids: Vec<&str> =
            page.body.split("name=\"key\" value=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
        assert_eq!(ids.len(), 2);
        let remove = "/access/applications/1/keys/remove";
        assert_eq!(server.post("acme", remove, &signed, &format!("csrf={token}&key={}", ids[1])).status, 303);
        assert_eq!((status(&key), status(&new)), (401, 200));
        assert_eq!(server.post("acme", remove, &signed, &format!("csrf={token}&key={}", ids[1])).status, 404);
        let log = server.get("acme", "/access/log", &signed);
        for word in ["Application key created", "Application key replaced", "Application key revoked"] {
            assert!(log.body.contains(word), "{word} is missing");
        }
        // Whoever may not read applications finds no such page.
        folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme", "--remove"]);
        for path in ["/access/applications", "/access/applications/1"] {
            assert_eq!(server.get("acme", path, &signed).status, 404, "{path}");
        }
        assert_eq!(
            server
                .post("acme", "/access/applications/1/keys", &signed, &format!("csrf={token}&lasts="))
                .status,
            404
        );
    });
}

#[test]
fn who_asks_too_fast_is_told_when_to_go_on() {
    each(|database| {
        // I10
        let folder = house(database);
        let server = Server::start(&folder, "");
        let key = application(&folder, &server, r#"{"requests_per_minute": 30}"#);
        let call = || with_key(&server, &key, "GET", "/api/rest/v1/countries?limit=1", "");
        let first = call();
        assert_eq!(
            first.header("ratelimit-policy"),
            Some("\"day\";q=10000;w=86400, \"minute\";q=30;w=60"),
            "{}",
            first.body
        );
        assert!(first.header("ratelimit").unwrap().contains("\"minute\";r="));
        let answers: Vec<Answer> = (0..60).map(|_| call()).collect();
        let refused =
            answers.iter().find(|a| a.status == 429).expect("thirty at once, then one in two seconds");
        assert!(refused.body.contains("quota.too_fast"), "{}", refused.body);
        assert!((1..=2).contains(&number(refused, "retry-after")));
        let day = number(answers.iter().rfind(|a| a.status == 200).unwrap(), "ratelimit-remaining");
        assert!(day > 9_900, "what is refused for its pace takes nothing of the day: {day}");
        // One application's haste is not another's.
        let other = folder.ok(&["key", "create", "other", "--tenant", "acme", "--user", "ana", "--json"]);
        let other = serde_json::from_str::<Json>(&other).unwrap()["key"].as_str().unwrap().to_string();
        assert_eq!(with_key(&server, &other, "GET", "/api/rest/v1/countries?limit=1", "").status, 200);
    });
}

const PORTAL: &str = "https://portal.example.com";

#[test]
fn pages_of_a_website_call_only_in_the_name_of_the_application_that_names_it() {
    each(|database| {
        // I10
        let folder = house(database);
        let server = Server::start(&folder, "");
        let path = "/api/rest/v1/countries?limit=1";
        let ask = |tenant: &str, origin: &str, path: &str| {
            let headers = [("Origin", origin), ("Access-Control-Request-Method", "PATCH")];
            server.send(tenant, "OPTIONS", path, &headers, b"")
        };
        let key = application(&folder, &server, "");
        assert_eq!(ask("acme", PORTAL, path).status, 403, "nobody named it");
        let fields = format!(r#"{{"origins": "https://intranet.example.com {PORTAL}"}}"#);
        let own = [PAIR, ("X-Api-Key", key.as_str()), ("Content-Type", "application/json")];
        let named = server.send("acme", "PATCH", "/api/rest/v1/api-clients/1", &own, fields.as_bytes());
        assert_eq!(named.status, 200, "{}", named.body);
        let question = ask("acme", PORTAL, "/api/rest/v1/countries/1");
        assert_eq!((question.status, question.header("access-control-allow-origin")), (204, Some(PORTAL)));
        assert!(question.header("access-control-allow-methods").unwrap().contains("PATCH"));
        assert!(question.header("access-control-allow-headers").unwrap().contains("X-Api-Key"));
        assert!(question.header("vary").unwrap().contains("origin"));
        for (origin, path) in [
            ("https://evil.example", path),
            ("https://portal.example.com.evil.example", path),
            ("http://portal.example.com", path),
            ("https://portal.example.com:8443", path),
            ("null", path),
            ("*", path),
            (PORTAL, "/api/rest/v1/countries/1/2/3/4/5"),
        ] {
            let answer = ask("acme", origin, path);
            assert_eq!(
                (answer.status, answer.header("access-control-allow-origin")),
                (403, None),
                "{origin}"
            );
        }
        // Screens are no interface.
        assert_eq!(ask("acme", PORTAL, "/import").status, 405);

        let call = |origin: &str, extra: &[(&str, &str)]| {
            let mut headers = vec![("Origin", origin)];
            headers.extend(extra);
            server.get("acme", path, &headers)
        };
        let with = |key: &'static str| [PAIR, ("X-Api-Key", key)];
        let key: &'static str = Box::leak(key.into_boxed_str());
        let answer = call(PORTAL, &with(key));
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, Some(PORTAL)));
        assert!(answer.header("access-control-expose-headers").unwrap().contains("ETag"));
        assert!(answer.headers("vary").any(|v| v.contains("origin")));
        let answer = call("https://evil.example", &with(key));
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, None));
        // Another application of the same tenant is not the portal's.
        let made = folder.ok(&["key", "create", "other", "--tenant", "acme", "--user", "ana", "--json"]);
        let other = serde_json::from_str::<Json>(&made).unwrap()["key"].as_str().unwrap().to_string();
        let answer = call(PORTAL, &with(Box::leak(other.into_boxed_str())));
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, None));
        // Whoever fails may read why.
        let answer = call(PORTAL, &with("talang_made-up"));
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (401, Some(PORTAL)));
        // A cookie is worth nothing to another website, and never becomes so.
        let cookie = server.sign_in("acme");
        let answer = call(PORTAL, &[("Cookie", cookie.as_str())]);
        assert_eq!(answer.header("access-control-allow-origin"), None);
        assert_eq!(answer.header("access-control-allow-credentials"), None);
        // Only the name of a website is one.
        for wrong in [
            "*",
            "portal.example.com",
            "https://Portal.example.com",
            "https://a/b",
            "http://a.example",
            "null",
        ] {
            let body = format!(r#"{{"origins": "{PORTAL} {wrong}"}}"#);
            let refused = server.send(
                "acme",
                "PATCH",
                "/api/rest/v1/api-clients/1",
                &[PAIR, ("X-Api-Key", key), ("Content-Type", "application/json")],
                body.as_bytes(),
            );
            assert_eq!(refused.status, 422, "{wrong}: {}", refused.body);
            assert!(refused.body.contains("origin.invalid"), "{}", refused.body);
        }
        // An application that was switched off lets nobody in.
        folder.ok(&["key", "create", "third", "--tenant", "acme", "--user", "ana"]);
        let off = server.send(
            "acme",
            "PATCH",
            "/api/rest/v1/api-clients/1",
            &[PAIR, ("X-Api-Key", key), ("Content-Type", "application/json")],
            br#"{"active": false}"#,
        );
        assert_eq!(off.status, 200, "{}", off.body);
        assert_eq!(ask("acme", PORTAL, path).status, 403);
    });
}

/// The code that the page marks so, as it is copied.
fn marked(page: &str, mark: &str) -> String {
    let (_, rest) = page.split_once(&format!("<code {mark}>")).unwrap_or_else(|| panic!("no {mark}"));
    let text = rest.split("</code>").next().unwrap();
    text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

// I10: what the documentation page says works as it is copied from there.
#[test]
fn the_examples_of_the_page_run_as_they_are() {
    // A tenant at an address that every program finds: names below localhost are known to browsers only.
    let folder = Folder::installation();
    folder.ok(&[
        "tenant",
        "create",
        "third",
        "--name",
        "Third",
        "--culture",
        "en-GB",
        "--domain",
        "127.0.0.1",
    ]);
    let made = ["user", "create", "ana", "--tenant", "third", "--role", "hr-manager", "--password-stdin"];
    assert!(crate::run_with(folder.0.path(), &made, crate::PASSWORD).status.success());
    let made = folder.ok(&["key", "create", "payroll", "--tenant", "third", "--user", "ana", "--json"]);
    let key = serde_json::from_str::<Json>(&made).unwrap()["key"].as_str().unwrap().to_string();
    let server = Server::start(&folder, "");
    let cookie = server.sign_in("third");
    let page =
        server.get("third", "/api", &[("Cookie", cookie.as_str()), ("Accept-Encoding", "identity")]).body;
    let (_, countries) = page.split_once("<details id=\"countries\">").expect("countries are documented");
    for (language, program, args) in [
        ("curl", "sh", vec!["-e"]),
        ("python", "python3", vec!["-"]),
        ("javascript", "node", vec!["--input-type=module", "-"]),
    ] {
        let examples = marked(countries, &format!("data-language=\"{language}\""));
        let list = match language {
            // One over several lines, joined by backslashes.
            "curl" => examples.split("\ncurl ").next().unwrap().to_string(),
            _ => examples.lines().next().unwrap().to_string(),
        };
        let code = match language {
            "curl" => list.replacen("curl ", "curl --silent --fail ", 1),
            "python" => {
                format!("{}\nprint(json.dumps({list}))\n", marked(&page, "data-beginning=\"python\""))
            }
            _ => format!(
                "{}\nconsole.log(JSON.stringify({list}));\n",
                marked(&page, "data-beginning=\"javascript\"")
            ),
        };
        use std::io::Write;
        let mut child = std::process::Command::new(program)
            .args(args)
            .env("TALANG", format!("http://127.0.0.1:{}", server.port))
            .env("ACCOUNT", format!("ana:{}", crate::PASSWORD))
            .env("KEY", &key)
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap_or_else(|e| panic!("{program}: {e}"));
        child.stdin.take().unwrap().write_all(code.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let json: Json = serde_json::from_str(&told).unwrap_or_else(|_| {
            panic!("{language}:\n{code}\n{told}\n{}", String::from_utf8_lossy(&output.stderr))
        });
        assert_eq!(json["data"].as_array().map(Vec::len), Some(10), "{language}: {told}");
        assert!(json["total"].as_i64().is_some_and(|n| n > 200), "{language}: {told}");
        assert!(
            examples.contains("/changes") || examples.contains("countries/changes"),
            "{language} has each operation"
        );
    }
}
