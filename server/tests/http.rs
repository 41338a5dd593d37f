//! What every address has in common: health, tenants, sign-in, sessions, forged requests, refusals.

use crate::client::Server;
use crate::{Folder, PASSWORD};

#[test]
fn health_is_told_at_any_host_name() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    assert_eq!(server.get("", "/health/live", &[]).status, 200);
    let ready = server.get("nobody", "/health/ready", &[]);
    assert_eq!((ready.status, ready.body.as_str()), (200, "{\"status\":\"ready\"}"));
}

#[test]
fn a_host_without_tenant_is_told_so_in_the_readers_language() {
    // T2, S10
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let english = server.get("nobody", "/", &[]);
    assert_eq!(english.status, 404);
    assert!(english.body.contains("Nobody lives here"), "{}", english.body);
    assert_eq!(server.get("", "/", &[]).status, 404, "the base domain is no tenant");
    let german = server.get("nobody", "/", &[("Accept-Language", "de-AT,de;q=0.9")]);
    assert!(german.body.contains("Unbekannte Adresse") && german.body.contains("lang=\"de\""));
}

#[test]
fn an_own_domain_leads_to_its_tenant() {
    // T2
    let folder = Folder::installation();
    folder.ok(&[
        "tenant",
        "create",
        "third",
        "--name",
        "Third",
        "--culture",
        "sv-SE",
        "--domain",
        "hr.third.example",
    ]);
    let server = Server::start(&folder, "");
    let page = server.get("", "/sign-in", &[("X-Ignored", "1")]);
    assert_eq!(page.status, 404);
    let mut socket = std::net::TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    use std::io::{Read, Write};
    socket
        .write_all(b"GET /sign-in HTTP/1.1\r\nHost: HR.third.example\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut text = String::new();
    socket.read_to_string(&mut text).unwrap();
    assert!(text.starts_with("HTTP/1.1 200") && text.contains("Logga in"), "{text}");
}

#[test]
fn signing_in_leads_back_to_where_one_wanted_to_go() {
    // A2, A7
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let refused = server.get("acme", "/password?tab=1", &[]);
    assert_eq!(
        (refused.status, refused.header("location")),
        (303, Some("/sign-in?next=%2Fpassword%3Ftab%3D1"))
    );
    let wrong = server.post("acme", "/sign-in", &[], "login=ana&password=wrong&next=/password");
    assert_eq!(wrong.status, 401);
    assert!(wrong.body.contains("Login or password is wrong."));
    let unknown = server.post("acme", "/sign-in", &[], "login=zoe&password=wrong&next=/password");
    assert_eq!(
        unknown.body,
        wrong.body.replace("value=\"ana\"", "value=\"zoe\""),
        "nothing tells them apart"
    );
    let form = format!("login=ana&password={}&next=%2Fpassword", PASSWORD.replace(' ', "%20"));
    let signed = server.post("acme", "/sign-in", &[], &form);
    assert_eq!((signed.status, signed.header("location")), (303, Some("/password")));
    let cookie = signed.header("set-cookie").unwrap();
    for property in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(property), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "only this very host gets it: {cookie}");
    let page = server.get("acme", "/password", &[("Cookie", cookie.split(';').next().unwrap())]);
    assert_eq!(page.status, 200);
    let evil = format!("login=ana&password={}&next=https://evil.example", PASSWORD.replace(' ', "+"));
    assert_eq!(server.post("acme", "/sign-in", &[], &evil).header("location"), Some("/"));
}

#[test]
fn behind_a_proxy_that_ends_tls_cookies_are_bound_to_it() {
    // O4, T8
    let folder = Folder::installation();
    let server = Server::start(&folder, "https = true");
    let cookie = server.sign_in("acme");
    assert!(cookie.starts_with("__Host-talang_session="), "{cookie}");
    let page = server.get("acme", "/password", &[("Cookie", &cookie)]);
    assert_eq!(page.status, 200);
    assert!(page.header("strict-transport-security").is_some());
}

#[test]
fn a_session_of_one_tenant_is_useless_at_another() {
    // T4
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let cookie = server.sign_in("acme");
    let own = server.get("acme", "/api/rest/v1/countries?limit=1", &[("Cookie", &cookie)]);
    assert_eq!(own.status, 200, "{}", own.body);
    let other = server.get("other", "/api/rest/v1/countries?limit=1", &[("Cookie", &cookie)]);
    assert_eq!(other.status, 401, "{}", other.body);
    assert_eq!(server.get("other", "/password", &[("Cookie", &cookie)]).status, 303);
}

#[test]
fn a_forged_request_is_refused() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let cookie = server.sign_in("acme");
    let signed = ("Cookie", cookie.as_str());
    let page = server.get("acme", "/password", &[signed]);
    let token = page.csrf();
    assert_eq!(server.post("acme", "/sign-out", &[signed], "").status, 403, "no token");
    assert_eq!(server.post("acme", "/sign-out", &[signed], "_csrf=made-up").status, 403, "a wrong one");
    let other = server.get("acme", "/password", &[("Cookie", &server.sign_in("acme"))]).csrf();
    assert_eq!(
        server.post("acme", "/sign-out", &[signed], &format!("_csrf={other}")).status,
        403,
        "another session's"
    );
    let right = format!("_csrf={token}");
    let elsewhere = [signed, ("Origin", "https://evil.example")];
    assert_eq!(server.post("acme", "/sign-out", &elsewhere, &right).status, 403, "another site");
    let cross = [signed, ("Sec-Fetch-Site", "cross-site")];
    assert_eq!(server.post("acme", "/sign-out", &cross, &right).status, 403);
    let rest = server.send(
        "acme",
        "POST",
        "/api/rest/v1/countries",
        &[signed, ("Content-Type", "application/json")],
        b"{}",
    );
    assert_eq!(rest.status, 403, "the REST interface with a browser's cookie: {}", rest.body);
    assert_eq!(server.post("acme", "/sign-out", &[signed], &right).status, 303);
    assert_eq!(server.get("acme", "/password", &[signed]).status, 303, "the session is over");
    let login = server.post("acme", "/sign-in", &[("Sec-Fetch-Site", "cross-site")], "login=ana&password=x");
    assert_eq!(login.status, 403, "nobody is signed in by another site");
}

#[test]
fn the_own_password_is_changed_on_its_page() {
    // A4
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let (cookie, elsewhere) = (server.sign_in("acme"), server.sign_in("acme"));
    let signed = [("Cookie", cookie.as_str())];
    let token = server.get("acme", "/password", &signed).csrf();
    let change = |present: &str, new: &str, again: &str| {
        server.post(
            "acme",
            "/password",
            &signed,
            &format!("_csrf={token}&present={present}&password={new}&again={again}"),
        )
    };
    let old = PASSWORD.replace(' ', "+");
    assert!(change(&old, "One+good+word+7!", "another").body.contains("The two passwords differ."));
    assert!(
        change("wrong", "One+good+word+7!", "One+good+word+7!")
            .body
            .contains("The present password is wrong.")
    );
    assert!(change(&old, "short", "short").body.contains("at least 8 characters"));
    let done = change(&old, "One+good+word+7!", "One+good+word+7!");
    assert_eq!(done.status, 200, "{}", done.body);
    assert_eq!(server.get("acme", "/password", &signed).status, 303, "the old token is worth nothing");
    let renewed = done.cookie();
    assert_eq!(
        server.get("acme", "/password", &[("Cookie", &renewed)]).status,
        200,
        "this session goes on under a new one"
    );
    assert_eq!(server.get("acme", "/password", &[("Cookie", &elsewhere)]).status, 303, "the others do not");
    assert_eq!(server.post("acme", "/sign-in", &[], &format!("login=ana&password={old}")).status, 401);
    assert_eq!(server.post("acme", "/sign-in", &[], "login=ana&password=One+good+word+7!").status, 303);
}

#[test]
fn an_account_made_for_somebody_begins_with_a_new_password() {
    // A4
    let folder = Folder::installation();
    let made = folder.ok(&["user", "create", "bo", "--tenant", "acme", "--role", "employee", "--json"]);
    let made: serde_json::Value = serde_json::from_str(&made).unwrap();
    let server = Server::start(&folder, "");
    let form = format!("login=bo&password={}&next=/api", made["password"].as_str().unwrap());
    let signed = server.post("acme", "/sign-in", &[], &form);
    assert_eq!(
        (signed.status, signed.header("location")),
        (303, Some("/password?next=%2Fapi")),
        "{}",
        signed.body
    );
    let cookie = signed.cookie();
    let api = server.get("acme", "/api/rest/v1/countries", &[("Cookie", &cookie)]);
    assert_eq!(api.status, 401, "nothing else before that");
    let signed = [("Cookie", cookie.as_str())];
    assert_eq!(server.get("acme", "/api", &signed).header("location"), Some("/password?next=%2Fapi"));
    let page = server.get("acme", "/password?next=%2Fapi", &signed);
    let form = format!(
        "_csrf={}&present={}&password=One+good+word+7!&again=One+good+word+7!",
        page.csrf(),
        made["password"].as_str().unwrap()
    );
    let done = server.post("acme", "/password?next=%2Fapi", &signed, &form);
    assert_eq!((done.status, done.header("location")), (303, Some("/api")), "on to where he wanted to go");
    assert_eq!(server.get("acme", "/api", &[("Cookie", &done.cookie())]).status, 200);
}

#[test]
fn a_dangerous_act_asks_again_who_one_is_and_is_then_done() {
    // A7; ASVS 5.0 V7.5.3
    let folder = Folder::installation();
    folder.ok(&["user", "role", "ana", "administrator", "--tenant", "acme"]);
    let made = folder.ok(&["user", "create", "bo", "--tenant", "acme", "--role", "employee", "--json"]);
    let made: serde_json::Value = serde_json::from_str(&made).unwrap();
    let server = Server::start(&folder, "");
    let cookie = server.sign_in("acme");
    let signed = [("Cookie", cookie.as_str())];
    let token = server.get("acme", "/password", &signed).csrf();
    let id = folder.number("acme", "SELECT id FROM shared.user WHERE login = 'bo'");
    let path = format!("/access/users/{id}/password");
    let form = format!("_csrf={token}&password=Five+ripe+yellow+plums+8!");
    folder.sql("acme", &format!("UPDATE shared.session SET proved_at = proved_at - {}", 11 * 60_000_000i64));
    let asked = server.post("acme", &path, &signed, &form);
    let confirm = format!("/confirm?next=%2Faccess%2Fusers%2F{id}%2Fpassword");
    assert_eq!((asked.status, asked.header("location")), (307, Some(confirm.as_str())), "{}", asked.body);
    let old = format!("login=bo&password={}", made["password"].as_str().unwrap());
    assert_eq!(server.post("acme", "/sign-in", &[], &old).status, 303, "nothing has been done yet");
    // The browser follows with the form.
    let page = server.post("acme", &confirm, &signed, &form);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("name=\"password\" value=\"Five ripe yellow plums 8!\""), "{}", page.body);
    let answer = |secret: &str| format!("{form}&_confirm_form=1&_confirm_password={secret}");
    assert_eq!(server.post("acme", &confirm, &signed, &answer("wrong")).status, 422);
    let right = answer(&PASSWORD.replace(' ', "+"));
    let done = server.post("acme", &confirm, &signed, &right);
    assert_eq!((done.status, done.header("location")), (307, Some(path.as_str())));
    assert_eq!(
        server.get("acme", "/password", &signed).status,
        303,
        "the session's token is another one now"
    );
    let renewed = done.cookie();
    let again = server.post("acme", &path, &[("Cookie", &renewed)], &right);
    assert_eq!(again.status, 303, "{}", again.body);
    assert_eq!(
        server.post("acme", "/sign-in", &[], "login=bo&password=Five+ripe+yellow+plums+8!").status,
        303
    );
    // Nobody is sent to another site, and no form of another site is carried.
    let away = server.post("acme", "/confirm?next=https://evil.example", &[("Cookie", &renewed)], &right);
    assert_eq!(away.header("location"), Some("/"));
    let renewed = away.cookie();
    let forged = server.post("acme", &confirm, &[("Cookie", &renewed)], "password=Five+ripe+yellow+plums+8!");
    assert_eq!(forged.status, 403);
}

#[test]
fn a_program_comes_in_with_key_and_password() {
    // I10
    let folder = Folder::installation();
    let made = folder.ok(&["key", "create", "payroll", "--tenant", "acme", "--user", "ana", "--json"]);
    let key = serde_json::from_str::<serde_json::Value>(&made).unwrap()["key"].as_str().unwrap().to_string();
    let server = Server::start(&folder, "");
    // ana:Four small green apples 7
    let pair = ("Authorization", "Basic YW5hOkZvdXIgc21hbGwgZ3JlZW4gYXBwbGVzIDc=");
    let call =
        |headers: &[(&str, &str)]| server.get("acme", "/api/rest/v1/countries?limit=1", headers).status;
    assert_eq!(call(&[pair, ("X-Api-Key", &key)]), 200);
    assert_eq!(call(&[pair]), 401, "the password alone");
    assert_eq!(call(&[("X-Api-Key", &key)]), 401, "the key alone");
    assert_eq!(call(&[pair, ("X-Api-Key", "talang_made-up")]), 401);
    folder.ok(&["key", "revoke", "payroll", "--tenant", "acme"]);
    assert_eq!(call(&[pair, ("X-Api-Key", &key)]), 401, "revoked");
}

#[test]
fn what_one_may_not_see_is_not_there() {
    let folder = Folder::installation();
    folder.ok(&["user", "role", "ana", "hr-manager", "--tenant", "acme", "--remove"]);
    let server = Server::start(&folder, "");
    let cookie = server.sign_in("acme");
    let signed = [("Cookie", cookie.as_str())];
    let hidden = server.get("acme", "/api/rest/v1/employees", &signed);
    let unknown = server.get("acme", "/api/rest/v1/unicorns", &signed);
    assert_eq!((hidden.status, unknown.status), (404, 404));
    assert_eq!(hidden.body, unknown.body);
    assert_eq!(server.get("acme", "/no/such/page", &signed).status, 404);
}

#[test]
fn too_much_is_refused() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "most_body_kib = 16");
    let large = format!("login=ana&password={}", "x".repeat(20_000));
    assert_eq!(server.post("acme", "/sign-in", &[], &large).status, 413);
}

#[test]
fn browsers_are_told_what_pages_may_do() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    let page = server.get("acme", "/sign-in", &[]);
    let policy = page.header("content-security-policy").unwrap();
    for rule in ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"] {
        assert!(policy.contains(rule), "{policy}");
    }
    assert!(!policy.contains("unsafe"));
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert!(page.header("x-request-id").is_some());
    let css = page.body.split('"').find(|t| t.starts_with("/assets/") && t.ends_with(".css")).unwrap();
    let style = server.get("acme", css, &[]);
    assert_eq!(
        (style.status, style.header("cache-control")),
        (200, Some("public, max-age=31536000, immutable"))
    );
    let tag = style.header("etag").unwrap().to_string();
    assert_eq!(server.get("acme", css, &[("If-None-Match", &tag)]).status, 304);
}

#[test]
fn the_language_is_chosen_in_the_browser() {
    // S10
    let folder = Folder::installation();
    let server = Server::start(&folder, "");
    assert!(server.get("other", "/sign-in", &[]).body.contains("Se connecter"), "the company's");
    assert!(
        server.get("other", "/sign-in", &[("Accept-Language", "nl")]).body.contains("Aanmelden"),
        "the browser's"
    );
    let chosen = server.post("other", "/language", &[], "language=da&back=/sign-in");
    assert_eq!((chosen.status, chosen.header("location")), (303, Some("/sign-in")));
    let cookie = chosen.header("set-cookie").unwrap().split(';').next().unwrap().to_string();
    let page = server.get("other", "/sign-in", &[("Accept-Language", "nl"), ("Cookie", &cookie)]);
    assert!(page.body.contains("Log ind"));
}

#[test]
fn the_program_ends_well_when_it_is_asked_to() {
    let folder = Folder::installation();
    let mut server = Server::start(&folder, "");
    assert_eq!(server.get("acme", "/sign-in", &[]).status, 200);
    assert!(server.end());
}
