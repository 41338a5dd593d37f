//! A career site as the public meets it, over a socket: the list, a vacancy, the feed, and applications with a CV of 300 KB.

use std::io::Write;
use std::time::Instant;

use talang_catalogue::{Kind, Value};
use talang_engine::Scope;

use crate::client::{Client, Server};
use crate::report::{Report, Target, middle_and_tail};
use crate::world::World;

/// Requests by one client, and by each of the sixteen.
const ALONE: usize = 300;
const TOGETHER: usize = 60;
const CLIENTS: usize = 16;
/// Applications: fewer than one network address may send in an hour.
const SENDERS: usize = 8;
const EACH: usize = 25;
/// Bytes of a CV.
const CV: usize = 300 * 1024;

const PLACES: [(&str, &str); 5] =
    [("Lyon", "FR"), ("Köln", "DE"), ("Utrecht", "NL"), ("Göteborg", "SE"), ("Valencia", "ES")];

/// A site with so many vacancies.
fn furnish(system: &Scope, vacancies: usize) {
    let text = |en: &str| Value::Texts([("en".to_string(), en.to_string())].into());
    let on = system.change(Kind::Shared, |c| {
        c.create("FeatureSwitch", vec![("code", "recruiting".into()), ("on", true.into())])
    });
    on.expect("switched on");
    let day = Value::from(system.as_of);
    let made = system.change(Kind::Candidates, |c| {
        c.create(
            "FrontOffice",
            vec![
                ("code", "jobs".into()),
                ("label", text("Work here")),
                ("culture", "en-GB".into()),
                ("privacy_notice", text("We read it.")),
                ("active", true.into()),
            ],
        )?;
        for number in 0..vacancies {
            let (place, country) = PLACES[number % PLACES.len()];
            let id = c.create(
                "Vacancy",
                vec![
                    ("code", format!("V{number}").into()),
                    ("title", text(&format!("Specialist of kind {}", number % 40))),
                    (
                        "mission",
                        text(&"You make things that others use, and keep them in order. ".repeat(30)),
                    ),
                    (
                        "profile",
                        text(&"You know the field and write so that others understand you. ".repeat(20)),
                    ),
                    ("contract_type", "permanent".into()),
                    ("place", place.into()),
                    ("country", country.into()),
                    ("state", "open".into()),
                    ("cv_required", true.into()),
                ],
            )?;
            let values = vec![
                ("vacancy", id.id.into()),
                ("channel", "career-site".into()),
                ("start", day.clone()),
                ("state", "online".into()),
            ];
            c.create("VacancyPosting", values)?;
        }
        Ok(())
    });
    made.expect("a site");
}

fn throughput(server: &Server, path: &str, each: usize) -> f64 {
    let begin = Instant::now();
    std::thread::scope(|threads| {
        for _ in 0..CLIENTS {
            threads.spawn(|| {
                let mut client = server.connect("acme");
                for _ in 0..each {
                    client.get(path);
                }
            });
        }
    });
    (CLIENTS * each) as f64 / begin.elapsed().as_secs_f64()
}

fn measure(client: &mut Client, path: &str) -> (f64, f64, usize) {
    for _ in 0..10 {
        client.get(path);
    }
    let mut bytes = 0;
    let times = (0..ALONE).map(|_| {
        let begin = Instant::now();
        bytes = client.get(path).body.len();
        begin.elapsed().as_secs_f64() * 1000.0
    });
    let (median, p99) = middle_and_tail(times.collect());
    (median, p99, bytes)
}

/// The form of an application as browsers send it.
fn form(who: usize, noise: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(CV + 2048);
    let email = format!("person{who}@example.org");
    for (name, value) in [
        ("first_name", "Ada"),
        ("last_name", "Berg"),
        ("email", &email),
        ("privacy", "yes"),
        ("homepage", ""),
    ] {
        let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        out.extend(part.bytes());
    }
    out.extend(b"--edge\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n");
    out.extend(who.to_le_bytes());
    out.extend(noise);
    out.extend(b"\r\n--edge--\r\n");
    out
}

/// Files of that size, each synced, and a synced row each, per second: no server can take more.
fn limit(noise: &[u8]) -> f64 {
    let folder = std::env::temp_dir().join(format!("talang-bare-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut rows = std::fs::File::create(folder.join("rows")).expect("a file");
    let begin = Instant::now();
    let count = SENDERS * EACH;
    for number in 0..count {
        let mut file = std::fs::File::create(folder.join(number.to_string())).expect("a file");
        file.write_all(noise).and_then(|()| file.sync_all()).expect("written");
        rows.write_all(&[7; 512]).and_then(|()| rows.sync_data()).expect("written");
    }
    let rate = count as f64 / begin.elapsed().as_secs_f64();
    let _ = std::fs::remove_dir_all(&folder);
    rate
}

pub fn run(vacancies: usize) -> bool {
    let world = World::new("careers", 10);
    let tenant = world.tenant("acme");
    furnish(&world.system(&tenant), vacancies);
    let folder = world.close();
    let server = Server::start(&folder.0);
    let mut client = server.connect("acme");
    let mut report = Report::new("careers");
    client.compressed = false;
    let page = client.get("/careers/jobs").text();
    client.compressed = true;
    let asset =
        page.split('"').find(|p| p.starts_with("/assets/") && p.ends_with(".css")).expect("a style sheet");
    let (fixed, fixed_tail, size) = measure(&mut client, asset);
    report.figure(&format!("static file of {size} bytes: median"), fixed, "ms", None, Target::None);
    report.figure("static file: p99", fixed_tail, "ms", None, Target::None);
    let most = throughput(&server, asset, TOGETHER * 4);
    report.figure("static file: throughput at 16 clients", most, "/s", None, Target::None);
    for (name, path) in [
        ("list", "/careers/jobs"),
        ("list, searched with a slip, narrowed", "/careers/jobs/jobs?q=spezialist&country=FR"),
        ("vacancy", "/careers/jobs/jobs/V7"),
        ("feed of all", "/careers/jobs/feed.rss"),
    ] {
        let (median, tail, bytes) = measure(&mut client, path);
        let of = Some((median / fixed, "the static file's median"));
        report.figure(&format!("{name}, {bytes} bytes: median"), median, "ms", of, Target::AtMost(5.0));
        report.figure(&format!("{name}: p99"), tail, "ms", None, Target::AtMost(25.0));
        let rate = throughput(&server, path, TOGETHER);
        let of = Some((rate / most, "the static file's throughput"));
        report.figure(&format!("{name}: throughput at 16 clients"), rate, "/s", of, Target::None);
    }
    let mut state = 7_u64;
    let noise: Vec<u8> = (0..CV)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 56) as u8
        })
        .collect();
    let bare = limit(&noise);
    report.figure("file of 300 KB and a row, both synced, alone", bare, "/s", None, Target::None);
    let begin = Instant::now();
    let times: Vec<f64> = std::thread::scope(|threads| {
        let senders: Vec<_> = (0..SENDERS)
            .map(|sender| {
                let (server, noise) = (&server, &noise);
                threads.spawn(move || {
                    let mut client = server.connect("acme");
                    let one = |number: usize| {
                        let body = form(sender * EACH + number, noise);
                        let begin = Instant::now();
                        let path = format!("/careers/jobs/jobs/V{}/apply", number % 5);
                        let answer =
                            client.send_as("multipart/form-data; boundary=edge", "POST", &path, &body);
                        assert_eq!(answer.status, 303, "{}", answer.text());
                        begin.elapsed().as_secs_f64() * 1000.0
                    };
                    (0..EACH).map(one).collect::<Vec<f64>>()
                })
            })
            .collect();
        senders.into_iter().flat_map(|s| s.join().expect("sent")).collect()
    });
    let rate = (SENDERS * EACH) as f64 / begin.elapsed().as_secs_f64();
    let (median, p99) = middle_and_tail(times);
    let of = Some((rate / bare, "the bare files and rows"));
    report.figure("applications with a CV of 300 KB, 8 at a time", rate, "/s", of, Target::None);
    report.figure("application: median", median, "ms", None, Target::None);
    report.figure("application: p99", p99, "ms", None, Target::None);
    report.end()
}
