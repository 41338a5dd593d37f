//! What OWASP ASVS 5.0 asks of every answer, and is no feature of anything: nothing leaks, nothing is taken for what it is
//! not. The checklist is docs/security/asvs.md.

use base64::Engine;
use talang_http::Method;
use talang_testkit::both;

use crate::client::Server;
use crate::walk::{House, routes};
use crate::walls::SETUP;
use crate::{Folder, PASSWORD};

// V3.4.2, V3.4.4, V3.4.5, V3.4.6, V4.1.1, V7.4.4, V14.3.2
#[test]
fn every_answer_says_what_it_is_and_what_browsers_may_do_with_it() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (cookie, _) = house.sign_in("root");
        let headers = [("Cookie", cookie.as_str()), ("Origin", "https://evil.example")];
        let mut pages = 0;
        for route in routes().iter().filter(|r| r.method == Method::Get) {
            let path = house.path(route);
            let answer = house.server.get("acme", &path, &headers);
            let header = |name: &str| answer.header(name).unwrap_or_default();
            let kind = header("content-type");
            if !answer.body.is_empty() {
                assert!(!kind.is_empty(), "{path} has no content type");
                let text = kind.starts_with("text/") || kind.contains("xml");
                assert!(!text || kind.contains("charset=utf-8"), "{path}: {kind}");
            }
            assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
            // With `no-referrer` a browser says `Origin: null` of a form, and the form is refused.
            assert_eq!(header("referrer-policy"), "same-origin", "{path}");
            assert!(header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
            assert!(!header("content-security-policy").contains("unsafe"), "{path}");
            assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
            assert_eq!(header("access-control-allow-origin"), "", "{path} is for nobody else's pages");
            assert_eq!((header("server"), header("x-powered-by")), ("", ""), "{path}");
            // Programs may keep what they read, and ask whether it still holds.
            let kept = header("cache-control");
            let program = path.starts_with("/api/") && kept == "private, no-cache";
            // The company's colours and logo say nothing about anybody.
            let charter = path.starts_with("/charter") && kept == "no-cache";
            assert!(kept.contains("no-store") || program || charter, "{path}: {kept}");
            if answer.body.contains("class=\"tl-app\"") {
                assert!(answer.body.contains("action=\"/sign-out\""), "{path} has no way out");
                pages += 1;
            }
        }
        assert!(pages > 30, "only {pages} whole pages");
    });
}

// V16.5.1, V16.5.3
#[test]
fn a_failure_inside_tells_a_number_and_nothing_else() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let cookie = server.sign_in("acme");
    let signed = [("Cookie", cookie.as_str())];
    assert_eq!(server.get("acme", "/o/countries", &signed).status, 200);
    folder.sql("acme", "DROP TABLE shared.country");
    for path in ["/o/countries", "/api/rest/v1/countries?limit=1"] {
        let answer = server.get("acme", path, &signed);
        assert_eq!(answer.status, 500, "{path}: {}", answer.body);
        for inside in ["no such table", "SELECT", "shared.", "sqlite", "panicked", ".rs"] {
            assert!(!answer.body.contains(inside), "{path} tells {inside}: {}", answer.body);
        }
        let number = answer.header("x-request-id").expect("a number to report").to_string();
        assert!(path.starts_with("/api") || answer.body.contains(&number), "{path}: {}", answer.body);
    }
    assert_eq!(server.get("acme", "/o/currencies", &signed).status, 200, "the rest goes on");
}

// V13.4.1, V13.4.3, V13.4.4
#[test]
fn nothing_is_served_but_pages_and_assets() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let cookie = server.sign_in("acme");
    let signed = [("Cookie", cookie.as_str())];
    for path in [
        "/.git/config",
        "/.env",
        "/config.toml",
        "/assets/",
        "/assets/../config.toml",
        "/assets/%2e%2e/config.toml",
        "/assets/..%2f..%2fconfig.toml",
        "/files/employees/1/..%2f..%2fconfig.toml",
        "/debug",
        "/metrics",
        "/server-status",
    ] {
        let answer = server.get("acme", path, &signed);
        assert_eq!(answer.status, 404, "{path}: {}", answer.body);
        assert!(!answer.body.contains("listen"), "{path}");
    }
    for method in ["TRACE", "TRACK", "OPTIONS", "CONNECT"] {
        let answer = server.send("acme", method, "/people", &signed, b"");
        assert!([400, 404, 405].contains(&answer.status), "{method}: {}", answer.status);
        assert!(!answer.body.contains(&cookie), "{method} sends back what it was sent");
        if answer.status == 405 {
            assert_eq!(answer.header("allow"), Some("HEAD, GET"), "what the path knows (RFC 9110 § 15.5.6)");
        }
    }
}

// V1.1.2, V1.2.1, V1.2.3, V3.2.2
#[test]
fn texts_of_others_are_shown_as_texts() {
    let folder = Folder::installation();
    folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
    let server = Server::start(&folder, "");
    let cookie = server.sign_in("acme");
    let signed = [("Cookie", cookie.as_str())];
    let token = server.get("acme", "/password", &signed).csrf();
    let evil = "<img src=x onerror=alert(1)>\"'</script>{{7*7}}";
    let body = serde_json::json!({ "code": "EVIL", "name": { "en": evil } }).to_string();
    let headers = [signed[0], ("X-Csrf-Token", token.as_str()), ("Content-Type", "application/json")];
    let made = server.send("acme", "POST", "/api/rest/v1/value-lists", &headers, body.as_bytes());
    assert_eq!(made.status, 201, "{}", made.body);
    assert!(made.header("content-type").unwrap().starts_with("application/json"));
    let id = serde_json::from_str::<serde_json::Value>(&made.body).unwrap()["id"].as_i64().unwrap();
    let mut shown = 0;
    for path in [
        "/o/value-lists?q=EVIL".to_string(),
        format!("/o/value-lists/{id}"),
        format!("/o/value-lists/{id}/edit"),
        format!("/o/value-lists/{id}/history"),
        "/pick/value-lists?q=EVIL".to_string(),
        "/search?q=EVIL".to_string(),
        "/search?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E".to_string(),
        "/sign-in?next=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E".to_string(),
        "/confirm?next=/%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E".to_string(),
    ] {
        let page = server.get("acme", &path, &signed);
        let html = page.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        assert!(!html || !page.body.contains("<img src=x"), "{path}: {}", page.body);
        assert!(!page.body.contains("49}"), "{path}: nothing is computed");
        shown += usize::from(page.body.contains("&lt;img src=x"));
    }
    assert!(shown >= 4, "only {shown} pages show it");
}

// V6.2.6, V6.2.7
#[test]
fn passwords_are_hidden_and_may_be_pasted_and_filled_in_by_helpers() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let page = server.get("acme", "/sign-in", &[]);
    assert!(
        page.body.contains("type=\"password\"") && page.body.contains("autocomplete=\"current-password\"")
    );
    let cookie = server.sign_in("acme");
    let own = server.get("acme", "/password", &[("Cookie", &cookie)]);
    assert!(own.body.contains("autocomplete=\"new-password\""), "{}", own.body);
    for script in page.body.split('"').filter(|t| t.starts_with("/assets/") && t.ends_with(".js")) {
        let script = server.get("acme", script, &[]);
        assert_eq!(script.status, 200);
        assert!(!script.body.contains("\"paste\""), "nothing listens to pasting");
    }
}

// V14.3.1, V7.4.1
#[test]
fn signing_out_clears_what_the_browser_kept() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let cookie = server.sign_in("acme");
    let signed = [("Cookie", cookie.as_str())];
    let token = server.get("acme", "/password", &signed).csrf();
    let out = server.post("acme", "/sign-out", &signed, &format!("_csrf={token}"));
    assert_eq!(out.header("clear-site-data"), Some("\"cache\""));
    assert!(out.header("set-cookie").unwrap().contains("Max-Age=0"));
    assert_eq!(server.get("acme", "/devices", &signed).status, 303, "the token opens nothing any more");
}

// V6.3.2
#[test]
fn a_new_company_has_no_account_with_which_anybody_could_sign_in() {
    let folder = Folder::installation();
    folder.ok(&["tenant", "create", "fresh", "--name", "Fresh", "--culture", "en-GB"]);
    assert_eq!(folder.number("fresh", "SELECT COUNT(*) FROM shared.credential"), 0);
    let server = Server::start(&folder, "");
    for login in ["admin", "root", "operator", "administrator", "super", "demo", "test"] {
        for password in [login, "admin", "password", "Talang demo 2026", PASSWORD] {
            let form = format!("login={login}&password={}", password.replace(' ', "+"));
            let answer = server.post("fresh", "/sign-in", &[], &form);
            assert!([401, 429].contains(&answer.status), "{login}: {}", answer.status);
        }
    }
}

// V4.1.2, V12.2.1; O4, T8: an installation that takes HTTPS only looks at no credentials that came in clear. Programs are told, pages
// are asked for again by HTTPS.
#[test]
fn what_comes_in_clear_is_refused_before_its_credentials_are_looked_at() {
    let folder = Folder::installation();
    let key = folder.ok(&["key", "create", "excel", "--tenant", "acme", "--user", "ana", "--json"]);
    let key = serde_json::from_str::<serde_json::Value>(&key).unwrap()["key"].as_str().unwrap().to_string();
    folder.sql("acme", "UPDATE shared.api_client SET oauth = 1");
    let server = Server::start(&folder, "https = true\ntrusted_proxies = [\"127.0.0.1\"]");
    let (clear, tls) = (("X-Forwarded-Proto", "http"), ("X-Forwarded-Proto", "https"));
    let basic = |pair: String| format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair));
    let excel = basic(format!("excel:{key}"));
    let ana = basic(format!("ana:{PASSWORD}"));
    let form = format!("login=ana&password={}", PASSWORD.replace(' ', "+"));
    let cookie = server.post("acme", "/sign-in", &[tls], &form).cookie();
    let odata = "/api/odata/v4/Countries?$top=1";
    let rest = "/api/rest/v1/countries?limit=1";
    let answers = |proto: (&str, &str)| {
        [
            server.get("acme", odata, &[proto, ("Authorization", &excel)]),
            server.get("acme", rest, &[proto, ("Authorization", &ana), ("X-Api-Key", &key)]),
            server.get("acme", rest, &[proto, ("Cookie", &cookie)]),
            server.post(
                "acme",
                "/api/oauth/token",
                &[proto, ("Authorization", &excel)],
                "grant_type=client_credentials",
            ),
            server.post("acme", "/sign-in", &[proto], &form),
        ]
    };
    let statuses = |proto| answers(proto).map(|answer| answer.status);
    assert_eq!(statuses(tls), [200, 200, 200, 200, 303]);
    let used = "SELECT COALESCE(SUM(requests), 0) FROM shared.api_use";
    let (sessions, entries) =
        ("SELECT COUNT(*) FROM shared.session", "SELECT COUNT(*) FROM shared.activity_entry");
    let state = || [used, sessions, entries].map(|sql| folder.number("acme", sql));
    let before = state();
    for answer in answers(clear) {
        assert_eq!(answer.status, 403, "{}", answer.body);
        assert!(answer.body.contains("by HTTPS only"), "{}", answer.body);
        assert!(answer.header("set-cookie").is_none() && answer.header("ratelimit-limit").is_none());
    }
    // Right or wrong is not told, nor tried.
    let wrong = server.get("acme", odata, &[clear, ("Authorization", &basic("excel:wrong".into()))]);
    let right = server.get("acme", odata, &[clear, ("Authorization", &excel)]);
    assert_eq!((wrong.status, right.status), (403, 403));
    assert_eq!(state(), before);
    // A page is asked for again by HTTPS, at the same host; nothing else is led on.
    let page = server.get("acme", "/people?q=a%20b", &[clear, ("Cookie", &cookie)]);
    assert_eq!((page.status, page.header("location")), (308, Some("https://acme.localhost/people?q=a%20b")));
    assert_eq!(server.get("acme", "/people", &[tls, ("Cookie", &cookie)]).status, 200);
}
