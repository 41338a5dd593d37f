//! Job alerts (S3): asked for without an account, confirmed by a mail, sent when there is something new and at no other time,
//! ended with one click, and gone with whoever is erased (G8).

use std::path::PathBuf;
use std::sync::Arc;

use talang_catalogue::Kind;
use talang_engine::{Query, jobs};
use talang_mail::{Caught, Options, Post, Secret, Transport};
use talang_testkit::{Database, Kit, both, peers};

use crate::approvals::{House, SETUP, make};
use crate::candidate_area::{Browser, count, house as area_house, letters, link, traces};

const DAY: i64 = 86_400_000_000;
const ALERTS: &str = "/careers/jobs/alerts";

fn update(house: &House<'_>, object: &str, key: &str, field: &str, value: &str) {
    let system = house.system();
    let kind = system.view(|v| v.object(object)).expect("an object").def.kind;
    let id = system.view(|v| v.resolve(object, key)).expect("read").expect("there");
    let value = match value {
        "true" => true.into(),
        "false" => false.into(),
        text => talang_catalogue::Value::from(text),
    };
    system.change(kind, |c| c.update(object, id, vec![(field, value)])).expect("changed");
}

/// The house of the candidates' area with alerts on its site, and V1 posted there.
fn house(kit: &Kit) -> House<'_> {
    let house = area_house(kit);
    update(&house, "FrontOffice", "jobs", "alerts", "true");
    post(&house, "V1");
    house
}

fn post(house: &House<'_>, vacancy: &str) {
    let posting =
        [("vacancy", vacancy), ("channel", "career-site"), ("start", "2020-01-01"), ("state", "online")];
    make(&house.system(), "VacancyPosting", &posting);
}

/// A vacancy that is open and stands on the site since now, whatever day it says.
fn publish(house: &House<'_>, code: &str, title: &str, country: &str) {
    let values = [
        ("code", code),
        ("title", title),
        ("country", country),
        ("recruiter", "Rita"),
        ("state", "open"),
        ("opened_on", "2020-01-01"),
    ];
    make(&house.system(), "Vacancy", &values);
    post(house, code);
}

/// Asks as a visitor's browser does, and confirms by the mail that came.
fn subscribe(house: &House<'_>, email: &str, frequency: &str, criteria: &str) -> String {
    let before = house.letters(email).len();
    let mut browser = Browser::new(house);
    let form = format!("email={email}&frequency={frequency}&privacy=yes&{criteria}");
    let asked = browser.post(ALERTS, &form);
    assert!(asked.status == 200 && asked.body.contains("confirm your address"), "{}", asked.body);
    let letter = letters(house, email, before + 1).remove(0);
    let path = link(&letter);
    let ticket = path.split("t=").nth(1).expect("a ticket").to_string();
    let done = browser.post(&format!("{ALERTS}/confirm"), &format!("t={ticket}"));
    assert!(done.status == 200 && done.body.contains("job alert is running"), "{}", done.body);
    let own = done.body.split("alerts/change?t=").nth(1).and_then(|rest| rest.split('"').next());
    own.expect("a link to the alert").to_string()
}

/// The mails with vacancies that went to somebody, the latest first.
fn told(house: &House<'_>, to: &str) -> Vec<Caught> {
    let all = house.kit.installation().provided::<Post>().expect("a post").caught(&house.tenant);
    all.into_iter().filter(|m| m.to == to && m.subject.starts_with("New vacancies")).collect()
}

/// A night, and what follows from it.
fn night(house: &House<'_>) {
    house.kit.clock().advance(DAY);
    work(house);
}

fn work(house: &House<'_>) {
    for _ in 0..4 {
        jobs::run_due(&house.kit.installation(), &|| false).expect("jobs run");
        house.kit.clock().advance(1_000_000);
    }
    house.kit.clock().advance(-4_000_000);
    house.letters("nobody@example.net");
}

/// A name of its own for each database: what is counted within an hour is counted in this process.
fn own(kit: &Kit, name: &str) -> String {
    match kit.database() {
        Database::Sqlite => format!("{name}-s@example.net"),
        Database::Postgres => format!("{name}-p@example.net"),
    }
}

// S3: nothing is sent before the address was confirmed, whatever programs follow links; the answer is the same for everybody.
#[test]
fn an_alert_is_asked_for_and_confirmed_and_tells_nobody_whether_an_address_is_known() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let mut browser = Browser::new(&house);
        let list = browser.get("/careers/jobs/jobs?q=engineer");
        assert!(list.body.contains("href=\"/careers/jobs/alerts?q=engineer\""), "{}", list.body);
        let form = browser.get(&format!("{ALERTS}?q=engineer&country=FR"));
        for word in
            ["“engineer”", "name=\"q\" value=\"engineer\"", "name=\"country\" value=\"FR\"", "We read it."]
        {
            assert!(form.body.contains(word), "{word}: {}", form.body);
        }
        let (ada, new) = (own(kit, "ada"), own(kit, "new"));
        for wrong in ["email=nonsense&privacy=yes", &format!("email={ada}")] {
            assert_eq!(browser.post(ALERTS, &format!("{wrong}&frequency=daily")).status, 422, "{wrong}");
        }
        let known = browser.post(ALERTS, "email=Noor%40Example.net&frequency=daily&privacy=yes");
        let unknown = browser.post(ALERTS, &format!("email={new}&frequency=daily&privacy=yes"));
        assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
        assert!(browser.cookie.is_empty());
        // A machine reads the same, and nothing comes of it.
        let trapped = browser
            .post(ALERTS, &format!("email={}&frequency=daily&privacy=yes&homepage=x", own(kit, "trap")));
        assert_eq!(trapped.body, known.body);
        let letter = letters(&house, &new, 1).remove(0);
        assert_eq!(count(&house, "JobAlert", None), 2);
        assert!(letter.subject.contains("confirm"), "{}", letter.subject);
        let path = link(&letter);
        for _ in 0..3 {
            let page = browser.get(&path);
            assert!(page.status == 200 && page.body.contains("Yes, send them"), "{}", page.body);
            assert_eq!(page.header("cache-control"), Some("no-store"));
        }
        publish(&house, "V2", "Baker", "FR");
        night(&house);
        assert!(told(&house, &new).is_empty(), "looking at the link confirms nothing");

        // Another ticket, one that was changed, one for another page: nothing.
        let ticket = path.split("t=").nth(1).expect("a ticket").to_string();
        for (page, ticket) in
            [("confirm", format!("x{ticket}")), ("change", ticket.clone()), ("stop", ticket.clone())]
        {
            let answer = browser.post(&format!("{ALERTS}/{page}"), &format!("t={ticket}&frequency=daily"));
            assert!(answer.body.contains("does not work any more"), "{page}: {}", answer.body);
        }
        assert_eq!(
            house.server.post("other", &format!("{ALERTS}/confirm"), &[], &format!("t={ticket}")).status,
            404
        );
        make(
            &house.system(),
            "FrontOffice",
            &[
                ("code", "second"),
                ("label", "Second"),
                ("culture", "en-GB"),
                ("active", "true"),
                ("internal", "false"),
                ("channel", "career-site"),
                ("privacy_notice", "We read it."),
                ("alerts", "true"),
            ],
        );
        let elsewhere = browser.post("/careers/second/alerts/confirm", &format!("t={ticket}"));
        assert!(elsewhere.body.contains("does not work any more"), "{}", elsewhere.body);
        let done = browser.post(&format!("{ALERTS}/confirm"), &format!("t={ticket}"));
        assert!(done.body.contains("job alert is running"), "{}", done.body);

        // Asked for again, it is the same alert; its owner gets a mail that says so.
        let again = browser.post(ALERTS, &format!("email={new}&frequency=daily&privacy=yes"));
        assert_eq!(again.body, known.body);
        assert!(letters(&house, &new, 2)[0].subject.contains("running already"));
        assert_eq!(count(&house, "JobAlert", Some(("email", &new))), 1);
        // Nobody's mailbox is filled from here.
        for _ in 0..9 {
            assert_eq!(
                browser.post(ALERTS, &format!("email={ada}&frequency=daily&privacy=yes")).body,
                known.body
            );
        }
        assert_eq!(letters(&house, &ada, 5).len(), 5);

        // Who does not answer within seven days is forgotten; that a mail left stands in the outbox for its time.
        kit.clock().advance(6 * DAY);
        night(&house);
        assert_eq!(count(&house, "JobAlert", Some(("email", &new))), 1);
        assert_eq!(count(&house, "JobAlert", None), 1, "what was confirmed stays");
        let left: Vec<String> =
            traces(&house, &ada).into_iter().filter(|place| place.starts_with("candidates.")).collect();
        assert!(left.is_empty(), "{left:?}");
    });
}

// S3: two weeks of nights: what is new and fits, in one mail a day or a week at most; nothing where there is nothing.
#[test]
fn a_fortnight_of_nights_tells_what_is_new_once() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let (daily, weekly, french) = (own(kit, "daily"), own(kit, "weekly"), own(kit, "french"));
        publish(&house, "OLD", "Old engineer", "FR");
        subscribe(&house, &daily, "daily", "");
        subscribe(&house, &weekly, "weekly", "q=enginer");
        subscribe(&house, &french, "daily", "country=FR&country=BE");
        let (mut of_daily, mut of_weekly, mut of_french) = (Vec::new(), Vec::new(), Vec::new());
        for day in 1..=14 {
            match day {
                2 => publish(&house, "N2", "Engineer of bridges", "FR"),
                3 => publish(&house, "N3", "Baker", "DE"),
                // Prepared long ago, and opened now.
                5 => {
                    make(
                        &house.system(),
                        "Vacancy",
                        &[
                            ("code", "N5"),
                            ("title", "Engineer of kites"),
                            ("country", "BE"),
                            ("recruiter", "Rita"),
                            ("state", "draft"),
                        ],
                    );
                    post(&house, "N5");
                }
                6 => update(&house, "Vacancy", "N5", "state", "open"),
                9 => publish(&house, "N9", "Engineer of lifts", "DE"),
                _ => {}
            }
            night(&house);
            // Running again in the same night sends nothing.
            house
                .system()
                .change(Kind::Candidates, |c| {
                    c.enqueue(
                        "careers.alerts",
                        &serde_json::Value::Null,
                        kit.installation().clock().now(),
                        None,
                    )
                })
                .expect("asked for");
            work(&house);
            for (found, to) in [(&mut of_daily, &daily), (&mut of_weekly, &weekly), (&mut of_french, &french)]
            {
                let all = told(&house, to);
                if all.len() > found.len() {
                    let titles: Vec<&str> =
                        ["Old engineer", "Engineer\n", "Baker", "bridges", "kites", "lifts"]
                            .into_iter()
                            .filter(|t| all[0].text.contains(t))
                            .collect();
                    found.push((day, titles.join(" ")));
                    assert_eq!(all.len(), found.len(), "one mail a night");
                }
            }
        }
        let is = |found: &[(i32, String)]| {
            found.iter().map(|(day, text)| format!("{day} {text}")).collect::<Vec<_>>()
        };
        assert_eq!(is(&of_daily), ["2 bridges", "3 Baker", "6 kites", "9 lifts"]);
        assert_eq!(is(&of_french), ["2 bridges", "6 kites"]);
        assert_eq!(
            is(&of_weekly),
            ["7 bridges kites", "14 lifts"],
            "with slips of the finger, as on the list"
        );
        let mail = &told(&house, &daily)[0];
        assert!(
            mail.text.contains("/careers/jobs/jobs/N9?lang=en") && mail.html.contains("Engineer of lifts"),
            "{}",
            mail.text
        );
        assert!(
            mail.text.contains("All vacancies") && mail.text.contains("because you asked for it"),
            "{}",
            mail.text
        );
    });
}

// S3: the owner changes and ends an alert by the link in a mail, without a cookie and without an account (RFC 8058).
#[test]
fn an_alert_is_changed_and_ended_by_its_link() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let (one, two, gone) = (own(kit, "one"), own(kit, "two"), own(kit, "gone"));
        let ticket = subscribe(&house, &one, "daily", "q=baker");
        let other = subscribe(&house, &two, "daily", "");
        let mut browser = Browser::new(&house);
        let page = browser.get(&format!("{ALERTS}/change?t={ticket}"));
        assert!(page.body.contains("value=\"baker\"") && page.body.contains(&one), "{}", page.body);
        assert!(!page.body.contains(&two));
        let changed =
            browser.post(&format!("{ALERTS}/change"), &format!("t={ticket}&q=engineer&frequency=weekly"));
        assert_eq!(changed.status, 303, "{}", changed.body);
        let page = browser.get(changed.header("location").expect("on"));
        assert!(
            page.body.contains("has been changed") && page.body.contains("value=\"engineer\""),
            "{}",
            page.body
        );
        assert_eq!(
            browser.post(&format!("{ALERTS}/change"), &format!("t={ticket}&frequency=hourly")).status,
            422
        );
        assert_eq!(count(&house, "JobAlert", Some(("frequency", "weekly"))), 1);

        // Programs that follow links end nothing; one click of a mail program does, with no cookie and its own words.
        let stop = format!("{ALERTS}/stop?lang=en&t={ticket}");
        for _ in 0..2 {
            assert!(browser.get(&stop).body.contains("Yes, stop it"));
        }
        assert_eq!(count(&house, "JobAlert", None), 2);
        let clicked = house.server.post("acme", &stop, &[], "List-Unsubscribe=One-Click");
        assert!(clicked.status == 200 && clicked.body.contains("has ended"), "{}", clicked.body);
        assert_eq!(count(&house, "JobAlert", None), 1);
        let again = house.server.post("acme", &stop, &[], "List-Unsubscribe=One-Click");
        assert!(again.status == 200 && again.body.contains("does not work any more"), "{}", again.body);
        // The next alert of that number is not opened by the old ticket.
        subscribe(&house, &one, "daily", "q=engineer");
        assert!(browser.get(&format!("{ALERTS}/change?t={ticket}")).body.contains("does not work any more"));
        // Nobody is entered by hand whose address was not asked: such a wish is sent nothing, and goes.
        make(
            &house.system(),
            "JobAlert",
            &[("email", &gone), ("front_office", "jobs"), ("frequency", "daily")],
        );
        publish(&house, "N1", "Engineer", "FR");
        night(&house);
        assert!(told(&house, &gone).is_empty());
        assert_eq!((told(&house, &one).len(), told(&house, &two).len()), (1, 1));
        assert!(browser.get(&format!("{ALERTS}/change?t={other}")).body.contains(&two));
        kit.clock().advance(7 * DAY);
        night(&house);
        assert_eq!(count(&house, "JobAlert", Some(("email", &gone))), 0);
    });
}

// S8, S3: a site without alerts offers none and sends none, and its alerts can still be ended.
#[test]
fn where_alerts_are_off_nothing_leaves() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let one = own(kit, "off");
        let ticket = subscribe(&house, &one, "daily", "");
        update(&house, "FrontOffice", "jobs", "alerts", "false");
        publish(&house, "N1", "Engineer", "FR");
        night(&house);
        assert!(told(&house, &one).is_empty());
        let mut browser = Browser::new(&house);
        assert!(!browser.get("/careers/jobs/jobs").body.contains("/alerts"));
        assert_eq!(browser.get(ALERTS).status, 404);
        assert_eq!(browser.post(ALERTS, &format!("email={one}&frequency=daily&privacy=yes")).status, 404);
        assert!(browser.get(&format!("{ALERTS}/change?t={ticket}")).body.contains("Stop job alert"));
        update(&house, "FrontOffice", "jobs", "alerts", "true");
        update(&house, "FeatureSwitch", "recruiting", "on", "false");
        night(&house);
        assert!(told(&house, &one).is_empty());
        update(&house, "FeatureSwitch", "recruiting", "on", "true");
        update(&house, "FrontOffice", "jobs", "active", "false");
        night(&house);
        assert!(told(&house, &one).is_empty());
        update(&house, "FrontOffice", "jobs", "active", "true");
        night(&house);
        assert_eq!(told(&house, &one).len(), 1, "what came meanwhile is told then");
        // After a year nobody asked for it any more.
        kit.clock().advance(366 * DAY);
        publish(&house, "N2", "Engineer", "FR");
        night(&house);
        assert_eq!(told(&house, &one).len(), 1);
        assert_eq!(count(&house, "JobAlert", None), 0);
    });
}

// G7, G8: candidates see and end their alerts in their area; the export has them, erasure takes them.
#[test]
fn alerts_are_part_of_what_somebody_sees_takes_along_and_has_erased() {
    both(&SETUP, |kit| {
        let house = house(kit);
        subscribe(&house, "noor@example.net", "daily", "q=welder");
        subscribe(&house, "noor@example.net", "weekly", "q=pilot");
        subscribe(&house, "bo@example.net", "weekly", "q=secretary");
        let id = |criteria: &str| {
            let found = house.system().view(|v| {
                let object = v.object("JobAlert")?;
                let all = v.list(&object, &Query::default())?.records;
                Ok(all.iter().find(|a| a.get("criteria").as_text() == Some(criteria)).expect("there").id)
            });
            found.expect("an alert")
        };
        let me = "/careers/jobs/me";
        let mut noor = Browser::new(&house);
        noor.post(&format!("{me}/link"), "email=noor@example.net");
        let letter =
            letters(&house, "Noor@example.net", 1).into_iter().find(|l| l.subject.contains("Your link"));
        assert_eq!(noor.get(&link(&letter.expect("a link"))).status, 303);
        let page = noor.get(me).body;
        assert!(
            page.contains("“welder”") && page.contains("“pilot”") && !page.contains("secretary"),
            "{page}"
        );
        let bos = id("q=secretary");
        assert_eq!(noor.post(&format!("{me}/alerts/{bos}/stop"), "").status, 404);
        assert_eq!(house.server.post("acme", &format!("{me}/alerts/{bos}/stop"), &[], "").status, 303);
        assert_eq!(count(&house, "JobAlert", None), 3);
        assert_eq!(noor.post(&format!("{me}/alerts/{}/stop", id("q=pilot")), "").status, 303);
        assert_eq!(count(&house, "JobAlert", None), 2);
        let parts = house.system().view(|v| {
            let id = v.resolve("Candidate", "Noor")?.expect("there");
            let culture = talang_catalogue::Culture::find("en-GB").expect("a culture");
            talang_recruiting::privacy::export::parts(v, id, culture)
        });
        let whole: String = parts
            .expect("parts")
            .iter()
            .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
            .collect();
        assert!(whole.contains("q=welder") && !whole.contains("secretary"), "{whole}");
        assert_eq!(noor.post(&format!("{me}/erase"), "sure=yes").status, 200);
        work(&house);
        assert_eq!(count(&house, "JobAlert", None), 1);
        assert!(traces(&house, "welder").is_empty(), "{:?}", traces(&house, "welder"));
    });
}

// S3, I12: what a mail server that nobody here wrote is given: the headers by which mail programs end it (RFC 2369, RFC 8058).
#[test]
fn a_mail_server_is_given_the_headers_that_end_an_alert() {
    let peer = peers::python("smtp-server.py", &["login=talang", "password=s3cret pass"]);
    both(&SETUP, |kit| {
        let house = house(kit);
        let one = own(kit, "smtp");
        subscribe(&house, &one, "daily", "");
        let options = Options {
            transport: Transport::Smtp,
            host: "localhost".to_string(),
            port: Some(peer.port()),
            user: "talang".to_string(),
            password: Secret("s3cret pass".to_string()),
            authority: Some(PathBuf::from(peer.line("authority ", 0))),
            ..Options::default()
        };
        let post = Post::new(options, false, "localhost", Some(house.server.port)).expect("a post");
        kit.installation().provide(Arc::new(post));
        publish(&house, "N1", "Engineer", "FR");
        let before = peer.lines().iter().filter(|line| line.starts_with("mail ")).count();
        night(&house);
        let mail: serde_json::Value = serde_json::from_str(&peer.line("mail ", before)).expect("a mail");
        assert_eq!(mail["to"][0], one.as_str());
        // Folded lines are one (RFC 5322 section 2.2.3).
        let message =
            mail["message"].as_str().expect("a message").replace("\r\n ", " ").replace("\r\n\t", " ");
        let head = message.split("\r\n\r\n").next().expect("a head");
        let header = |name: &str| {
            let line = head.lines().find(|l| l.to_lowercase().starts_with(&format!("{name}: ")));
            line.unwrap_or_else(|| panic!("{name}: {head}"))
                .split_once(": ")
                .expect("a value")
                .1
                .trim()
                .to_string()
        };
        assert_eq!(header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
        let stop = header("list-unsubscribe");
        let path = stop.trim_matches(['<', '>']);
        let path = &path[path.find("/careers/").unwrap_or_else(|| panic!("{stop}"))..];
        let clicked = house.server.post("acme", path, &[], "List-Unsubscribe=One-Click");
        assert!(clicked.body.contains("has ended"), "{}", clicked.body);
        assert_eq!(count(&house, "JobAlert", None), 0);
    });
}
