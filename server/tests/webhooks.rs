//! Webhooks on screen, and between processes that are killed (I10).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value as Json;
use talang_testkit::Database;

use crate::Folder;
use crate::client::Server;

/// A receiver that takes its time and keeps what it was told: `webhook-id` and body.
struct Receiver {
    port: u16,
    told: Arc<Mutex<Vec<(String, Json)>>>,
}

impl Receiver {
    fn start(slow: Duration) -> Receiver {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let told: Arc<Mutex<Vec<(String, Json)>>> = Arc::default();
        let kept = told.clone();
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let kept = kept.clone();
                thread::spawn(move || {
                    let mut reader = BufReader::new(stream.try_clone().unwrap());
                    loop {
                        let (mut id, mut length, mut line) = (String::new(), 0, String::new());
                        while reader.read_line(&mut line).unwrap_or(0) > 2 {
                            if let Some((name, value)) = line.trim().split_once(": ") {
                                match name {
                                    "webhook-id" => id = value.to_string(),
                                    "content-length" => length = value.parse().unwrap(),
                                    _ => {}
                                }
                            }
                            line.clear();
                        }
                        let mut body = vec![0; length];
                        if length == 0 || reader.read_exact(&mut body).is_err() {
                            return;
                        }
                        kept.lock().unwrap().push((id, serde_json::from_slice(&body).unwrap()));
                        thread::sleep(slow);
                        if stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").is_err() {
                            return;
                        }
                    }
                });
            }
        });
        Receiver { port, told }
    }

    fn told(&self) -> Vec<(String, Json)> {
        self.told.lock().unwrap().clone()
    }

    /// Waits until it was told enough.
    fn wait(&self, what: &str, enough: impl Fn(&[(String, Json)]) -> bool) {
        let until = Instant::now() + Duration::from_secs(90);
        while !enough(&self.told()) {
            assert!(Instant::now() < until, "{what}: only {} messages came", self.told().len());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

const ALLOWED: &str = "[webhooks]\nallow = [\"127.0.0.1\"]\n";

/// An installation, a running server of it, and the path of a webhook that ana has made; her cookie and token.
fn house(database: Database, receiver: &Receiver) -> (Folder, Server, String, String, String) {
    let folder = Folder::on(database);
    folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
    folder.ok(&["user", "create", "boss", "--tenant", "acme", "--role", "super-administrator"]);
    let server = Server::start(&folder, ALLOWED);
    let cookie = server.sign_in("acme");
    let signed = [("Cookie", cookie.as_str())];
    let token = server.get("acme", "/password", &signed).csrf();
    let empty = server.get("acme", "/access/webhooks", &signed);
    assert!(empty.status == 200 && empty.body.contains("No webhooks yet"), "{}", empty.body);
    let ana = folder.number("acme", "SELECT id FROM shared.user WHERE login = 'ana'");
    let form = |port: u16, events: &str| {
        format!(
            "_csrf={token}&code=hook&label=Payroll&address=http%3A%2F%2F127.0.0.1%3A{port}%2Fhook{events}&user={ana}&active=true"
        )
    };
    let path = "/access/webhooks/new";
    let families: String =
        ["created", "changed", "removed"].map(|event| format!("&event=job-families.{event}")).concat();
    // Nothing ticked: what was typed stays.
    let refused = server.post("acme", path, &signed, &form(receiver.port, "&event=employees.flown"));
    let kept = refused.body.contains("value=\"Payroll\"") && refused.body.contains("f-events-error");
    assert!(refused.status == 422 && kept, "{}", refused.body);
    let inside = form(receiver.port, &families).replace("127.0.0.1", "10.0.0.1");
    let refused = server.post("acme", path, &signed, &inside);
    assert!(
        refused.status == 422 && refused.body.contains("This address may not be called"),
        "{}",
        refused.body
    );
    assert!(
        ticked(&refused.body) == ["job-families.created", "job-families.changed", "job-families.removed"]
    );
    let made = server.post("acme", path, &signed, &form(receiver.port, &families));
    assert_eq!(made.status, 303, "{}", made.body);
    let id = folder.number("acme", "SELECT id FROM shared.webhook_subscription");
    (folder, server, format!("/access/webhooks/{id}"), cookie, token)
}

/// The events whose boxes are ticked, in the order of the page.
fn ticked(page: &str) -> Vec<String> {
    let boxes = page.split("<input").filter(|tag| tag.contains("name=\"event\""));
    let ticked = boxes.filter(|tag| tag.split('>').next().is_some_and(|tag| tag.contains(" checked")));
    ticked.map(|tag| tag.split_once("value=\"").unwrap().1.split('"').next().unwrap().to_string()).collect()
}

/// The secret that the page shows once.
fn make_secret(server: &Server, page: &str, cookie: &str, token: &str) -> String {
    let made = server.post(
        "acme",
        &format!("{page}/secret"),
        &[("Cookie", cookie)],
        &format!("csrf={token}&overlap=1"),
    );
    assert_eq!(made.status, 200, "{}", made.body);
    assert_eq!(made.header("cache-control"), Some("no-store"));
    made.body
        .split_once("id=\"webhook-secret\">")
        .expect("the secret")
        .1
        .split('<')
        .next()
        .unwrap()
        .to_string()
}

fn families(folder: &Folder, name: &str, codes: impl Iterator<Item = usize>, label: &str) {
    let mut text = String::from("code,label.en\n");
    codes.for_each(|n| text.push_str(&format!("W{n:03},{label} {n}\n")));
    let path = folder.file(name, &text);
    folder.ok(&["import", "--tenant", "acme", &path]);
}

// I10, A12: set up, tried out, seen and sent again on screen, by those who may and by nobody else.
#[test]
fn webhooks_are_managed_on_their_page() {
    for database in Database::ALL {
        let receiver = Receiver::start(Duration::ZERO);
        let (folder, server, page, cookie, token) = house(database, &receiver);
        let signed = [("Cookie", cookie.as_str())];
        let csrf = format!("csrf={token}");
        let shown = server.get("acme", &page, &signed);
        assert!(shown.status == 200 && shown.body.contains("There is no secret yet"), "{}", shown.body);
        let secret = make_secret(&server, &page, &cookie, &token);
        assert!(secret.starts_with("whsec_"));
        assert!(!server.get("acme", &page, &signed).body.contains(&secret), "shown once");
        let sample = server.post("acme", &format!("{page}/sample"), &signed, &csrf);
        assert!(sample.status == 200 && sample.body.contains("The sample arrived"), "{}", sample.body);

        // Another process changes something: this one tells it.
        families(&folder, "JobFamily_InsertAndUpdate_en-GB_10_.csv", 0..3, "Work");
        receiver.wait("the import", |told| told.len() == 4);
        let delivered = |count: usize| {
            let until = Instant::now() + Duration::from_secs(20);
            loop {
                let list =
                    server.get("acme", &format!("{page}?state=delivered&q=job-families"), &signed).body;
                if list.matches("job-families.created</code>").count() == count {
                    return list;
                }
                assert!(Instant::now() < until, "{list}");
                thread::sleep(Duration::from_millis(50));
            }
        };
        let list = delivered(3);
        let one = list.split("href=\"").find_map(|part| {
            let address = part.split('"').next()?;
            address.contains("/deliveries/").then(|| address.to_string())
        });
        let one = one.expect("a delivery");
        let detail = server.get("acme", &one, &signed);
        assert!(
            detail.status == 200 && detail.body.contains("msg_") && detail.body.contains("204"),
            "{}",
            detail.body
        );
        assert_eq!(server.post("acme", &format!("{one}/again"), &signed, &csrf).status, 303);
        receiver.wait("the one again", |told| told.len() == 5);
        let ids: BTreeSet<String> = receiver.told().into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids.len(), 4, "the same name again");
        let since = format!("{page}/since");
        assert_eq!(server.post("acme", &since, &signed, &format!("{csrf}&since=yesterday")).status, 422);
        assert_eq!(
            server.post("acme", &since, &signed, &format!("{csrf}&since=2020-01-01T00:00")).status,
            303
        );
        receiver.wait("everything again", |told| {
            let keys: Vec<&str> = told.iter().filter_map(|(_, b)| b["data"]["key"].as_str()).collect();
            ["W000", "W001", "W002"].iter().all(|k| keys.iter().filter(|key| *key == k).count() >= 2)
        });
        assert_eq!(server.post("acme", &format!("{page}/again"), &signed, &csrf).status, 303);
        assert_eq!(server.get("acme", &format!("{page}/deliveries/99999"), &signed).status, 404);
        let log = server.get("acme", "/access/log", &signed).body;
        assert!(log.contains("Secret of a webhook made") && log.contains("Webhook sent again"), "{log}");

        // Whoever may not configure it finds no such page.
        folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme", "--remove"]);
        for path in ["/access/webhooks", &page, &one] {
            assert_eq!(server.get("acme", path, &signed).status, 404, "{path}");
        }
        for act in ["secret", "sample", "again", "since"] {
            assert_eq!(server.post("acme", &format!("{page}/{act}"), &signed, &csrf).status, 404, "{act}");
        }
    }
}

// I10: events are ticked from lists of every object; what a subscription has is shown ticked, however it was written.
#[test]
fn events_of_webhooks_are_ticked() {
    let receiver = Receiver::start(Duration::ZERO);
    let (folder, server, page, cookie, token) = house(Database::Sqlite, &receiver);
    let signed = [("Cookie", cookie.as_str())];
    let words = || folder.text("acme", "SELECT events FROM shared.webhook_subscription");
    assert_eq!(words(), "job-families.*");
    let edit = format!("{page}/edit");
    let form = server.get("acme", &edit, &signed);
    assert_eq!(form.status, 200, "{}", form.body);
    assert_eq!(ticked(&form.body), ["job-families.created", "job-families.changed", "job-families.removed"]);
    for offered in ["employees.removed", "assignments.created", "*.changed"] {
        assert!(form.body.contains(&format!("value=\"{offered}\"")), "{offered}");
    }
    assert!(!form.body.contains("value=\"mail-messages.created\""), "the program's own is not told");
    let version = form.body.split_once("name=\"_version\" value=\"").unwrap().1.split('"').next().unwrap();
    let send = |rest: &str| {
        let fields = format!(
            "_csrf={token}&_version={version}&label=Payroll&address=http%3A%2F%2F127.0.0.1%3A{}%2Fhook&active=true&{rest}",
            receiver.port
        );
        server.post("acme", &edit, &signed, &fields)
    };
    let ana = folder.number("acme", "SELECT id FROM shared.user WHERE login = 'ana'");
    let saved = send(&format!("user={ana}&event=*.removed&event=employees.changed&event=employees.created"));
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(words(), "*.removed employees.created employees.changed");
    let shown = server.get("acme", &edit, &signed).body;
    assert_eq!(ticked(&shown), ["*.removed", "employees.created", "employees.changed"]);
    // Somebody else's change in between is not overwritten.
    assert_eq!(send(&format!("user={ana}&event=*.created")).status, 422);
    assert_eq!(words(), "*.removed employees.created employees.changed");
    // Without an account and an event: both are said, and nothing is changed.
    assert_eq!(send("user=").status, 422);
    folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme", "--remove"]);
    for path in [&edit, "/access/webhooks/new"] {
        assert_eq!(server.get("acme", path, &signed).status, 404, "{path}");
    }
}

// I10: servers that are killed while they send lose nothing; what is told twice has the same name, and each record's events
// come in their order.
#[test]
fn servers_that_are_killed_lose_no_event() {
    for database in Database::ALL {
        let receiver = Receiver::start(Duration::from_millis(150));
        let (folder, mut server, page, cookie, token) = house(database, &receiver);
        make_secret(&server, &page, &cookie, &token);
        families(&folder, "JobFamily_InsertAndUpdate_en-GB_10_.csv", 0..30, "First");
        families(&folder, "JobFamily_InsertAndUpdate_en-GB_20_.csv", 0..30, "Second");
        for enough in [4, 20] {
            receiver.wait("before the kill", |told| told.len() >= enough);
            server.kill();
            // What it was doing is free for others at once; a server that is only slow keeps it.
            folder.leases_end("acme");
            folder.sql(
                "acme",
                "UPDATE shared.webhook_delivery SET lease_until = NULL WHERE lease_until IS NOT NULL",
            );
            folder.sql(
                "acme",
                "UPDATE shared.job_queue SET run_at = 0 WHERE task LIKE 'webhook.%' AND state = 'ready'",
            );
            server = Server::start(&folder, ALLOWED);
        }
        let labels = |told: &[(String, Json)]| {
            let mut labels: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (_, body) in told {
                let (key, label) = (&body["data"]["key"], &body["data"]["changes"]["label"]["new"]["en"]);
                let of = labels.entry(key.as_str().unwrap().to_string()).or_default();
                let label = label.as_str().unwrap().split(' ').next().unwrap().to_string();
                if of.last() != Some(&label) {
                    of.push(label);
                }
            }
            labels
        };
        receiver.wait("after the kills", |told| {
            let labels = labels(told);
            labels.len() == 30 && labels.values().all(|l| l.last().is_some_and(|last| last == "Second"))
        });
        let told = receiver.told();
        for (key, labels) in labels(&told) {
            assert_eq!(labels, ["First", "Second"], "{key}");
        }
        let ids: BTreeSet<&str> = told.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids.len(), 60, "one name for each event, however often it was told");
        println!("{} messages for 60 events", told.len());
    }
}
