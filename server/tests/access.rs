//! From where people come, and where they are signed in (A1, A7, A8).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::client::{Answer, Server};
use crate::{Folder, PASSWORD};

const OFFICE: (&str, &str) = ("X-Forwarded-For", "192.0.2.7");

fn house() -> (Folder, Server) {
    let folder = Folder::installation();
    folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
    let server = Server::start(&folder, "trusted_proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]");
    (folder, server)
}

/// Signs `ana` in from the office.
fn office(server: &Server) -> (String, String) {
    let form = format!("login=ana&password={}", PASSWORD.replace(' ', "+"));
    let cookie = server.post("acme", "/sign-in", &[OFFICE], &form).cookie();
    let token = server.get("acme", "/password", &[OFFICE, ("Cookie", &cookie)]).csrf();
    (cookie, token)
}

fn allow(server: &Server, (cookie, token): &(String, String), group: &str, network: &str) -> Answer {
    let headers = [
        OFFICE,
        ("Cookie", cookie.as_str()),
        ("X-Csrf-Token", token.as_str()),
        ("Content-Type", "application/json"),
    ];
    let body = format!("{{\"group_code\":\"{group}\",\"cidr\":\"{network}\"}}");
    server.send("acme", "POST", "/api/rest/v1/ip-ranges", &headers, body.as_bytes())
}

#[test]
fn outside_the_allowed_networks_everything_is_refused() {
    // A1
    let (folder, server) = house();
    let key = folder.ok(&["key", "create", "payroll", "--tenant", "acme", "--user", "ana", "--json"]);
    let key = serde_json::from_str::<serde_json::Value>(&key).unwrap()["key"].as_str().unwrap().to_string();
    let ana = office(&server);
    let shut = allow(&server, &ana, "*", "198.51.100.0/24");
    assert_eq!(shut.status, 422, "{}", shut.body);
    assert!(shut.body.contains("network.shuts_out"), "nobody shuts themselves out: {}", shut.body);
    assert_eq!(allow(&server, &ana, "*", "192.0.2.0/33").status, 422);
    let made = allow(&server, &ana, "*", "192.0.2.0/24");
    assert_eq!(made.status, 201, "{}", made.body);

    let signed = ("Cookie", ana.0.as_str());
    let page = |path: &str, headers: &[(&str, &str)]| server.get("acme", path, headers).status;
    assert_eq!(page("/devices", &[OFFICE, signed]), 200);
    let outside = ("X-Forwarded-For", "203.0.113.9");
    let refused = server.get("acme", "/sign-in", &[outside]);
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("cannot use Talang from this network"), "{}", refused.body);
    assert_eq!(page("/devices", &[outside, signed]), 403, "a live session does not help");
    let pair = ("Authorization", "Basic YW5hOkZvdXIgc21hbGwgZ3JlZW4gYXBwbGVzIDc=");
    let rest = "/api/rest/v1/countries?limit=1";
    assert_eq!(page(rest, &[outside, pair, ("X-Api-Key", &key)]), 403, "nor does a key");
    assert_eq!(page(rest, &[OFFICE, pair, ("X-Api-Key", &key)]), 200);
    // What the client wrote into the header stands before what our proxies saw.
    for forged in ["192.0.2.7, 203.0.113.9", "192.0.2.7, 203.0.113.9, 10.0.0.2", "203.0.113.9, nonsense"] {
        assert_eq!(page("/devices", &[("X-Forwarded-For", forged), signed]), 403, "{forged}");
    }
    assert_eq!(
        page("/devices", &[("Forwarded", "for=192.0.2.7"), signed]),
        403,
        "the proxy itself is outside"
    );
    assert_eq!(page("/devices", &[("X-Real-Ip", "192.0.2.7"), signed]), 403);
    assert_eq!(page("/devices", &[("X-Forwarded-For", "203.0.113.9, 192.0.2.7, 10.0.0.2"), signed]), 200);
    assert_eq!(page("/devices", &[("X-Forwarded-For", "::ffff:192.0.2.7"), signed]), 200);
    assert_eq!(server.get("other", "/sign-in", &[outside]).status, 200, "another tenant is not concerned");
}

#[test]
fn a_role_can_be_limited_to_networks() {
    // A1
    let (folder, server) = house();
    let made = folder.ok(&["user", "create", "bo", "--tenant", "acme", "--role", "employee", "--json"]);
    let made: serde_json::Value = serde_json::from_str(&made).unwrap();
    let ana = office(&server);
    assert_eq!(allow(&server, &ana, "employee", "2001:db8::/32").status, 201, "ana is no employee");
    let form = format!("login=bo&password={}", made["password"].as_str().unwrap());
    let from = |address: &str| server.post("acme", "/sign-in", &[("X-Forwarded-For", address)], &form);
    assert_eq!(from("192.0.2.7").status, 403);
    let signed = from("2001:db8::7");
    assert_eq!(signed.status, 303, "{}", signed.body);
    let cookie = signed.cookie();
    let at = |address: &str| {
        server.get("acme", "/password", &[("X-Forwarded-For", address), ("Cookie", &cookie)]).status
    };
    assert_eq!([at("2001:db8::8"), at("192.0.2.7")], [200, 403]);
    // A role that is taken away counts at the next request, and with it its ranges.
    folder.ok(&["user", "role", "bo", "employee", "--tenant", "acme", "--remove"]);
    assert_eq!(at("192.0.2.7"), 200);
    assert_eq!(allow(&server, &ana, "super-administrator", "198.51.100.0/24").status, 422);
}

#[test]
fn everybody_sees_where_they_are_signed_in_and_ends_it() {
    // A7, A8
    let (folder, server) = house();
    folder.ok(&["user", "create", "bo", "--tenant", "acme", "--role", "employee", "--json"]);
    let (one, two) = (office(&server), office(&server));
    let signed = [OFFICE, ("Cookie", one.0.as_str())];
    let page = server.get("acme", "/devices", &signed);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("192.0.2.7") && page.body.contains("By password."), "{}", page.body);
    assert_eq!(page.body.matches("this one").count(), 1);
    let (_, rest) = page.body.split_once("name=\"id\" value=\"").expect("the other session can be ended");
    let id = rest.split('"').next().unwrap();
    let end =
        |id: &str| server.post("acme", "/devices/end", &signed, &format!("_csrf={}&id={id}", one.1)).status;
    // Somebody else's session is not there.
    folder.sql(
        "acme",
        "INSERT INTO shared.session (token, account, csrf, created_at, seen_at, expires_at)
         SELECT 'of-bo', u.id, 'c', s.created_at, s.seen_at, s.expires_at FROM shared.session s, shared.user u
         WHERE u.login = 'bo' LIMIT 1",
    );
    assert_eq!(end("of-bo"), 404);
    assert_eq!(folder.number("acme", "SELECT COUNT(*) FROM shared.session WHERE token = 'of-bo'"), 1);
    assert_eq!(end(id), 303);
    assert_eq!(server.get("acme", "/devices", &[OFFICE, ("Cookie", &two.0)]).status, 303, "it is over");
    assert_eq!(server.get("acme", "/devices", &signed).status, 200, "this one goes on");
    let three = office(&server);
    assert_eq!(server.post("acme", "/devices/end-others", &signed, &format!("_csrf={}", one.1)).status, 303);
    assert_eq!(server.get("acme", "/devices", &[OFFICE, ("Cookie", &three.0)]).status, 303);
    assert_eq!(server.get("acme", "/devices", &signed).status, 200);
    // Those who look after accounts see and end the sessions of others.
    let bo = folder.number("acme", "SELECT id FROM shared.user WHERE login = 'bo'");
    let path = format!("/access/users/{bo}/sessions/end");
    assert_eq!(server.post("acme", &path, &signed, &format!("_csrf={}&id=of-bo", one.1)).status, 303);
    assert_eq!(folder.number("acme", "SELECT COUNT(*) FROM shared.session WHERE token = 'of-bo'"), 0);
}

// T4: no account stands above the tenants. Somebody of the provider's staff who may do everything in one company is a stranger in
// every other, whatever they show, until that company's database has an account for them; and it ends there alone.
#[test]
fn staff_of_the_provider_have_an_account_in_each_company_or_nothing() {
    for database in talang_testkit::Database::ALL {
        let folder = Folder::on(database);
        let login = "staff@provider.example";
        let create = |tenant: &str| {
            let args =
                ["user", "create", login, "--tenant", tenant, "--role", "super-administrator", "--json"];
            let made: serde_json::Value = serde_json::from_str(&folder.ok(&args)).unwrap();
            made["password"].as_str().unwrap().to_string()
        };
        let (first, own) = (create("acme"), "Quiet lamp of ours 7");
        let key = folder.ok(&["key", "create", "support", "--tenant", "acme", "--user", login, "--json"]);
        let key =
            serde_json::from_str::<serde_json::Value>(&key).unwrap()["key"].as_str().unwrap().to_string();
        folder.sql("acme", "UPDATE shared.api_client SET oauth = 1");
        let server = Server::start(&folder, "");
        let sign_in = |tenant: &str, password: &str| {
            let form = format!("login={login}&password={}", password.replace(' ', "+"));
            server.post(tenant, "/sign-in", &[], &form)
        };
        // The first password is changed, as everybody's is.
        let begun = sign_in("acme", &first).cookie();
        let token = server.get("acme", "/password", &[("Cookie", &begun)]).csrf();
        let words = own.replace(' ', "+");
        let form = format!("_csrf={token}&present={first}&password={words}&again={words}");
        let changed = server.post("acme", "/password?next=%2Fapi", &[("Cookie", &begun)], &form);
        assert_eq!(changed.status, 303, "{}", changed.body);
        let cookie = sign_in("acme", own).cookie();
        let pair = format!("Basic {}", STANDARD.encode(format!("{login}:{own}")));
        let client = format!("Basic {}", STANDARD.encode(format!("support:{key}")));
        let given = |tenant: &str| {
            let headers = [("Authorization", client.as_str())];
            server.post(tenant, "/api/oauth/token", &headers, "grant_type=client_credentials")
        };
        let token: serde_json::Value = serde_json::from_str(&given("acme").body).unwrap();
        let bearer = format!("Bearer {}", token["access_token"].as_str().unwrap());
        // Everything that opens one company opens it, and nothing else.
        let rest = "/api/rest/v1/countries?limit=1";
        let shows = |tenant: &str| {
            [
                server.get(tenant, "/access/users", &[("Cookie", &cookie)]).status,
                server.get(tenant, rest, &[("Authorization", &pair), ("X-Api-Key", &key)]).status,
                server.get(tenant, rest, &[("Authorization", &bearer)]).status,
                given(tenant).status,
                sign_in(tenant, own).status,
            ]
        };
        assert_eq!(shows("acme"), [200, 200, 200, 200, 303], "{database:?}");
        assert_eq!(shows("other"), [303, 401, 401, 401, 401], "{database:?}");
        // No other place knows the account: the directory of companies holds nobody (T1).
        let told = |place: &str| folder.run(&["user", "role", login, "employee", "--tenant", place]);
        assert!(told("acme").status.success() && !told("other").status.success());
        if database == talang_testkit::Database::Sqlite {
            for entry in std::fs::read_dir(folder.0.path()).unwrap().flatten().filter(|e| e.path().is_file())
            {
                let bytes = std::fs::read(entry.path()).unwrap();
                let there = bytes.windows(login.len()).any(|w| w == login.as_bytes());
                assert!(!there, "{:?} names an account", entry.path());
            }
        }
        // With an account of its own in the other company they come in, until that company ends it.
        create("other");
        let id = folder.number("other", &format!("SELECT id FROM shared.user WHERE login = '{login}'"));
        assert_eq!(shows("other")[..4], [303, 401, 401, 401], "what acme gave still opens nothing here");
        folder.sql("other", &format!("UPDATE shared.user SET state = 'closed' WHERE id = {id}"));
        assert_eq!(shows("acme"), [200, 200, 200, 200, 303], "{database:?}");
    }
}

// A13: "who could see this person's salary on 3 March, and why?" is answered by administrators, by the data-protection officer,
// and by the human resources manager, who reach everybody; for everybody else the page is not there.
#[test]
fn who_could_see_on_a_day_is_answered_by_those_who_reach_everybody() {
    talang_testkit::both(&crate::walls::SETUP, |kit| {
        let tenant = kit.tenant("acme");
        let roles = [
            ("super-administrator", true),
            ("administrator", true),
            ("data-protection-officer", true),
            ("hr-manager", true),
            ("hr-user", false),
            ("manager", false),
            ("employee", false),
            ("recruiter", false),
            ("compensation-manager", false),
            ("integration", false),
        ];
        for (role, _) in roles {
            kit.user(&tenant, role, None, &[role]);
        }
        let (server, identity) = Server::of(kit);
        let system = kit.system(&tenant);
        for (role, may) in roles {
            let id = system.view(|v| v.resolve("User", role)).unwrap().unwrap();
            identity.set_password(&system, id, role, PASSWORD, false).unwrap();
            let cookie = server.sign_in_as("acme", role);
            let signed = [("Cookie", cookie.as_str())];
            for path in
                ["/access/why/day", "/access/why/day?day=2026-06-01", "/access/why/day.csv?day=2026-06-01"]
            {
                let answer = server.get("acme", path, &signed);
                assert_eq!(answer.status, if may { 200 } else { 404 }, "{role} at {path}: {}", answer.body);
            }
            let now = server.get("acme", "/access/why", &signed);
            assert_eq!(now.body.contains("href=\"/access/why/day"), may, "{role}: {}", now.status);
        }
    });
}
