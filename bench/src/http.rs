//! Pages and REST as users meet them, over a socket: 100,000 employees, a manager accredited for 5,000, and the
//! organisation chart.

use std::time::{Duration, Instant};

use talang_identity::{Identity, Settings};

use crate::client::{Client, Server};
use crate::report::{Report, Target, middle_and_tail, processor};
use crate::world::{Folder, UNITS, World, company};

pub const PASSWORD: &str = "Four small green apples 7";
/// Requests of each kind by one client, and by each of the sixteen.
const ALONE: usize = 300;
const TOGETHER: usize = 60;
const CLIENTS: usize = 16;

/// A company on the disk with a manager of 5,000 and somebody of HR, both with standard roles and a password.
pub fn made(name: &str, people: usize) -> Folder {
    let world = World::new(name, 10);
    let tenant = world.tenant("acme");
    let system = world.system(&tenant);
    company(&system, people);
    let identity = Identity::new(Settings::default()).expect("random numbers");
    for (login, employee, roles) in
        [("manager", Some("E0000000"), &["employee", "manager"][..]), ("hr", None, &["hr-manager"])]
    {
        let scope = world.account(&tenant, login, employee, roles);
        let id = scope.actor.id().expect("a user");
        identity.set_password(&system, id, login, PASSWORD, false).expect("a password");
    }
    world.close()
}

fn signed_in(server: &Server, login: &str) -> Client {
    let mut client = server.connect("acme");
    client.sign_in(login, PASSWORD);
    client
}

/// Median and tail in milliseconds, the server's processor time per request in milliseconds, and bytes on the wire.
fn measure(server: &Server, client: &mut Client, path: &str, runs: usize) -> (f64, f64, f64, usize) {
    for _ in 0..10 {
        client.get(path);
    }
    let before = processor(&server.process());
    let mut bytes = 0;
    let times = (0..runs).map(|_| {
        let begin = Instant::now();
        bytes = client.get(path).body.len();
        begin.elapsed().as_secs_f64() * 1000.0
    });
    let (median, p99) = middle_and_tail(times.collect());
    let used = processor(&server.process()).saturating_sub(before);
    (median, p99, used.as_secs_f64() * 1000.0 / runs as f64, bytes)
}

/// Answers per second with many clients at once, and the server's processor time per answer in milliseconds.
fn throughput(server: &Server, login: &Client, path: &str, each: usize) -> (f64, f64) {
    let before = processor(&server.process());
    let begin = Instant::now();
    std::thread::scope(|threads| {
        for _ in 0..CLIENTS {
            threads.spawn(|| {
                let mut client = server.connect("acme");
                client.cookie.clone_from(&login.cookie);
                for _ in 0..each {
                    client.get(path);
                }
            });
        }
    });
    let all = (CLIENTS * each) as f64;
    let used: Duration = processor(&server.process()).saturating_sub(before);
    (all / begin.elapsed().as_secs_f64(), used.as_secs_f64() * 1000.0 / all)
}

pub fn run(people: usize) -> bool {
    let folder = made("http", people);
    let server = Server::start(&folder.0);
    let mut manager = signed_in(&server, "manager");
    // Where the list of people is, and where the link of its first row leads.
    let list = match manager.send("GET", "/o/employees", b"") {
        answer if answer.status == 303 => answer.header("location").to_string(),
        answer => {
            assert_eq!(answer.status, 200, "{}", answer.text());
            "/o/employees".to_string()
        }
    };
    let page = format!(
        "{list}?filter={}&sort=last_name,first_name",
        "status%20is%20active%20and%20hire_date%20%3E%3D%202010-01-01"
    );
    manager.compressed = false;
    let text = manager.get(&page).text();
    let plain = text.len();
    let rows = text.matches("<tr").count().saturating_sub(1);
    assert!(rows >= 50, "the list has its 50 rows, not {rows}");
    let rest = "/api/rest/v1/employees?filter=status%20is%20active%20and%20hire_date%20%3E%3D%202010-01-01\
                &sort=last_name,first_name&limit=50";
    let first = manager.get(rest).text();
    let id: String = first
        .split_once("\"id\":")
        .map(|(_, t)| t.trim_start().chars().take_while(char::is_ascii_digit).collect())
        .expect("an id");
    manager.compressed = true;
    let asset = talang_web_asset(&text);
    let kinds = [
        ("list page, 50 rows, sorted, filtered", page),
        ("employee file", format!("{list}/{id}")),
        ("REST list, 50 rows, sorted, filtered", rest.to_string()),
        ("REST read", format!("/api/rest/v1/employees/{id}")),
    ];
    let mut report = Report::new("http");
    let (fixed, fixed_tail, _, size) = measure(&server, &mut manager, &asset, ALONE);
    report.figure(&format!("static file of {size} bytes: median"), fixed, "ms", None, Target::None);
    report.figure("static file: p99", fixed_tail, "ms", None, Target::None);
    let (most, most_cpu) = throughput(&server, &manager, &asset, TOGETHER * 4);
    report.figure("static file: throughput at 16 clients", most, "/s", None, Target::None);
    report.figure("static file: processor", most_cpu, "ms/answer", None, Target::None);
    report.figure("list page before compression", plain as f64 / 1024.0, "KiB", None, Target::None);
    let mut hr = signed_in(&server, "hr");
    for (who, client) in [("manager", &mut manager), ("hr", &mut hr)] {
        for (name, path) in &kinds {
            let (median, tail, cpu, bytes) = measure(&server, client, path, ALONE);
            let of = Some((median / fixed, "the static file's median"));
            report.figure(&format!("{who}: {name}: median"), median, "ms", of, Target::AtMost(5.0));
            let of = Some((tail / fixed_tail, "the static file's p99"));
            report.figure(&format!("{who}: {name}: p99"), tail, "ms", of, Target::AtMost(25.0));
            let of = (cpu / most_cpu.max(1e-6), "the static file's");
            report.figure(&format!("{who}: … processor; {bytes} bytes"), cpu, "ms", Some(of), Target::None);
            let (rate, _) = throughput(&server, client, path, TOGETHER);
            let of = Some((rate / most, "the static file's throughput"));
            report.figure(&format!("{who}: … throughput at 16 clients"), rate, "/s", of, Target::None);
        }
    }
    report.end()
}

/// The address of the style sheet that a page names.
fn talang_web_asset(page: &str) -> String {
    let at = page.find("/assets/app-").expect("a page with a style sheet");
    page[at..].chars().take_while(|c| !matches!(c, '"' | '\'' | ' ' | '>')).collect()
}

/// The organisation chart with [`UNITS`] units, and with as many people counted on it.
pub fn chart(people: usize) -> bool {
    let folder = made("chart", people);
    let server = Server::start(&folder.0);
    let mut hr = signed_in(&server, "hr");
    let mut report = Report::new("chart");
    let page = hr.send("GET", "/organisation", b"");
    if page.status != 200 {
        println!("there is no chart page in this program");
        return false;
    }
    hr.compressed = false;
    let text = hr.get("/organisation").text();
    assert!(text.contains("Unit 0"), "the first level is on the page");
    hr.compressed = true;
    let asset = talang_web_asset(&text);
    let (fixed, fixed_tail, ..) = measure(&server, &mut hr, &asset, ALONE);
    report.figure("static file: median", fixed, "ms", None, Target::None);
    let id: String = text
        .split_once("/organisation/")
        .map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect())
        .unwrap_or_default();
    let rest = "/api/rest/v1/organisations?limit=50&sort=code";
    for (name, path) in [
        (format!("chart page, {UNITS} units"), "/organisation".to_string()),
        ("indented list, first page".to_string(), "/organisation/list".to_string()),
        ("a unit's page".to_string(), format!("/organisation/{id}")),
        ("REST list of units".to_string(), rest.to_string()),
    ] {
        if path == "/organisation/" {
            continue;
        }
        let (median, tail, cpu, bytes) = measure(&server, &mut hr, &path, 100);
        let of = Some((median / fixed, "the static file's median"));
        report.figure(&format!("{name}: median"), median, "ms", of, Target::AtMost(50.0));
        report.figure(
            &format!("{name}: p99"),
            tail,
            "ms",
            Some((tail / fixed_tail, "the static file's p99")),
            Target::None,
        );
        report.figure(&format!("… processor; {bytes} bytes"), cpu, "ms", None, Target::None);
    }
    report.end()
}
