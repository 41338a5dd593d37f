//! What signing in and being signed in cost: the session's part of a request, and a sign-in against Argon2id alone.

use std::time::Instant;

use argon2::{Algorithm, Argon2, Params, Version};
use talang_engine::{Action, Door, Installation, Scope, SystemClock, TenantId};
use talang_identity::{Cost, Identity, Settings};

use crate::client::Server;
use crate::http::{PASSWORD, made};
use crate::report::{Report, Target, middle_and_tail};
use crate::world::percentiles;

pub fn run(people: usize) -> bool {
    let folder = made("session", people);
    let server = Server::start(&folder.0);
    let mut client = server.connect("acme");
    client.sign_in("manager", PASSWORD);
    let mut report = Report::new("session");

    // The same databases from this process: what the door asks before a handler runs, without socket and handler.
    let config = talang_server::config::Config { data: folder.0.clone(), ..Default::default() };
    let installation = Installation::open(
        config.options(),
        talang_server::modules::registry().expect("modules that fit together"),
        std::sync::Arc::new(SystemClock),
        talang_server::library::seed,
        &talang_server::library::version(),
    )
    .expect("the installation");
    let tenant = installation.tenant(&TenantId::parse("acme").expect("a name")).expect("the tenant");
    let identity = Identity::new(Settings::default()).expect("random numbers");
    let token = client.cookie.split_once('=').map(|(_, t)| t.to_string()).expect("a session");
    let (access, tail) = percentiles(2_000, |_| {
        let live = identity.session(&installation, &tenant, &token).expect("read").expect("a live session");
        let scope = Scope::new(&installation, &tenant, live.actor, Door::Rest);
        assert!(scope.may("Employee", Action::Read).expect("rights"));
    });
    report.figure("session and right of a request: median", access * 1000.0, "µs", None, Target::None);
    report.figure("session and right of a request: p99", tail * 1000.0, "µs", None, Target::None);
    let list = "/api/rest/v1/employees?limit=50&sort=last_name";
    client.compressed = false;
    let text = client.get(list).text();
    client.compressed = true;
    let id: String = text
        .split_once("\"id\":")
        .map(|(_, t)| t.trim_start().chars().take_while(char::is_ascii_digit).collect())
        .expect("an id");
    for (name, path) in [
        ("REST read", format!("/api/rest/v1/employees/{id}")),
        ("REST list of 50", list.to_string()),
        ("employee file", format!("/people/{id}")),
        ("list page", "/people".to_string()),
    ] {
        for _ in 0..20 {
            client.get(&path);
        }
        let times = (0..300).map(|_| {
            let begin = Instant::now();
            client.get(&path);
            begin.elapsed().as_secs_f64() * 1000.0
        });
        let (whole, _) = middle_and_tail(times.collect());
        report.figure(&format!("{name}: median over a socket"), whole, "ms", None, Target::None);
        let share = (whole - access).max(0.0) / whole;
        report.figure(
            &format!("{name}: speed of the same without session and right"),
            share,
            "",
            Some((access / whole, "the request is the session and the right")),
            Target::AtLeast(0.95),
        );
    }

    // A sign-in over a socket, and the hash alone at the cost that this server chose.
    let Cost { memory, passes, lanes } = talang_server::config::Config::default().identity().cost;
    let params = Params::new(memory, passes, lanes, None).expect("a cost");
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let (hash, _) = percentiles(15, |_| {
        let mut out = [0; 32];
        argon2.hash_password_into(PASSWORD.as_bytes(), b"sixteen byte salt", &mut out).expect("a hash");
    });
    let (sign_in, _) = percentiles(15, |_| {
        let mut client = server.connect("acme");
        client.sign_in("manager", PASSWORD);
    });
    report.figure("Argon2id alone: median", hash, "ms", None, Target::None);
    let of = Some((sign_in / hash, "Argon2id alone"));
    report.figure("sign-in over a socket: median", sign_in, "ms", of, Target::AtMost(hash * 1.5));
    report.end()
}
