//! Webhooks as programs register and receive them that a tenant brings along from another suite (I10, client contract).

use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use talang_catalogue::{Kind, Value};
use talang_engine::jobs;
use talang_testkit::{Database, peers};
use talang_webhook::{Asked, Options, Outlet, Trust, deliveries};

use crate::api::each;
use crate::existing_clients::{House, furnish_site};

const PATH: &str = "/api/system/v1/webhooks";
const MINUTE: i64 = 60_000_000;

/// A house with vacancies and the application `board`, which reads recruiting and may register webhooks; its key.
fn house(database: Database) -> (House, String) {
    let house = House::new(database);
    furnish_site(&house);
    // Signatures' times are held against the receiver's clock.
    let seconds = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_micros();
    house.kit.clock().advance(i64::try_from(seconds).unwrap() - now(&house));
    let allow = vec!["127.0.0.1".to_string()];
    let outlet = Outlet::new(&Options { allow, ..Options::default() }, &Trust::default()).unwrap();
    house.kit.installation().provide(outlet);
    house.kit.role(&house.tenant, "hooks", &RIGHTS);
    house.kit.user(&house.tenant, "board", None, &["hooks", "recruiter"]);
    let key = house.key("board", "board");
    (house, key)
}

const RIGHTS: [(&str, &str, &str, &str); 1] =
    [("WebhookSubscription", "*", "read, create, update, delete", "all")];

fn now(house: &House) -> i64 {
    house.kit.installation().clock().now()
}

/// Registers an event; the number under which it is known.
fn register(house: &House, token: &str, event: &str, address: &str) -> String {
    let (status, told) = house.send(token, "POST", PATH, &json!({ "event": event, "callbackUrl": address }));
    assert_eq!(status, 201, "{event}: {told}");
    assert_eq!(told["hookId"], told["data"]["hookId"]);
    told["hookId"].as_str().expect("a number").to_string()
}

/// Works off everything that is due while the clock goes on for so long.
fn work(house: &House, micros: i64) {
    let until = now(house) + micros;
    loop {
        while jobs::run_due(&house.kit.installation(), &|| false).unwrap() > 0 {}
        if now(house) >= until {
            return;
        }
        house.kit.clock().advance((micros / 4).max(1_000_000));
    }
}

/// Waits until so many messages of the subscriptions are in that state; the server's own workers work too.
fn settle(house: &House, state: &str, count: usize) {
    let system = house.kit.system(&house.tenant);
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        while jobs::run_due(&house.kit.installation(), &|| false).unwrap() > 0 {}
        let ids = system.view(|v| {
            let object = v.object("WebhookSubscription")?;
            v.ids(&object, &talang_engine::Query::default())
        });
        let asked = Asked { state: state.to_string(), most: 1_000, ..Asked::default() };
        let mut all =
            ids.unwrap().iter().map(|id| deliveries(&system, id, &asked).unwrap().len()).collect::<Vec<_>>();
        let found: usize = all.drain(..).sum();
        if found == count {
            return;
        }
        assert!(Instant::now() < until, "{found} and not {count} are {state}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// What a receiver believed, in the order in which it came.
fn got(receiver: &peers::Peer) -> Vec<Json> {
    let lines = receiver.lines();
    let refused: Vec<&String> = lines.iter().filter(|l| l.starts_with("refused")).collect();
    assert!(refused.is_empty(), "{refused:?}");
    lines.iter().filter_map(|l| l.strip_prefix("got ")).map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn set(house: &House, object: &str, key: &str, values: Vec<(&str, Value)>) {
    let done = house.kit.system(&house.tenant).change(Kind::Candidates, |c| {
        let id = c.resolve(object, key)?.unwrap_or_default();
        c.update(object, id, values)
    });
    done.unwrap();
}

#[test]
fn events_of_vacancies_and_applicants_arrive_together_and_signed() {
    each(|database| {
        // I10
        let (house, key) = house(database);
        let receiver = peers::python("hook-receiver.py", &[&format!("secret={key}"), "client=board"]);
        let token = house.bearer("board", &key);
        let address = receiver.url("/told?a=1%202");
        for event in [
            "vacancy_new",
            "vacancy_update",
            "vacancy_status",
            "vacancy_deleted",
            "applicant_new",
            "applicant_update",
            "applicant_resume_update",
        ] {
            register(&house, &token, event, &address);
        }
        // To the beginning of a quarter of an hour.
        let quarter = 15 * MINUTE;
        house.kit.clock().advance(quarter - now(&house).rem_euclid(quarter) + MINUTE);
        let system = house.kit.system(&house.tenant);
        let texts = |t: &str| Value::Texts([("en".to_string(), t.to_string())].into());
        let made = system.change(Kind::Candidates, |c| {
            let values =
                vec![("code", "2026-0009".into()), ("title", texts("Smith")), ("state", "draft".into())];
            c.create("Vacancy", values)?;
            let values = vec![
                ("first_name", "Noor".into()),
                ("last_name", "Haddad".into()),
                ("email", "noor@example.org".into()),
            ];
            Ok(c.create("Candidate", values)?.id)
        });
        let candidate = made.unwrap();
        let number = system.view(|v| Ok(v.title("Candidate", candidate)?.key)).unwrap();
        set(&house, "Vacancy", "2026-0001", vec![("openings", 3.into())]);
        set(&house, "Vacancy", "2026-0001", vec![("openings", 4.into())]);
        set(&house, "Vacancy", "2026-0002", vec![("state", "suspended".into())]);
        set(&house, "Candidate", &number, vec![("city", "Visby".into())]);
        let hash = system.tenant().db().attachments().put(b"%PDF-1.4\n%%EOF\n").unwrap();
        let document = |kind: &str| {
            let values = vec![
                ("candidate", candidate.into()),
                ("kind", kind.into()),
                ("name", kind.into()),
                ("file", format!("{hash}/{kind}.pdf").into()),
            ];
            system.change(Kind::Candidates, |c| Ok(c.create("CandidateDocument", values)?.id)).unwrap()
        };
        let (cv, _) = (document("cv"), document("letter"));
        let removed = system.change(Kind::Candidates, |c| {
            let object = c.object("Vacancy")?;
            let id = c.resolve("Vacancy", "2026-0004")?.unwrap_or_default();
            let postings = c.object("VacancyPosting")?;
            let of =
                talang_engine::Filter::test(&postings, "vacancy", talang_engine::Op::Is, vec![id.into()]);
            let query = talang_engine::Query { filter: Some(of), ..Default::default() };
            let all: Vec<i64> = c.ids(&postings, &query)?.iter().collect();
            for posting in all {
                c.delete(&postings, posting, None)?;
            }
            c.delete(&object, id, None)
        });
        removed.unwrap();

        // Nothing leaves before the quarter of an hour is over; then everything, each once.
        work(&house, 10 * MINUTE);
        assert!(got(&receiver).is_empty());
        house.kit.clock().advance(5 * MINUTE);
        settle(&house, "waiting", 0);
        let until = Instant::now() + Duration::from_secs(20);
        while got(&receiver).len() < 8 && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(50));
        }
        let mut told: Vec<String> = got(&receiver).iter().map(Json::to_string).collect();
        told.sort();
        let vacancy = |event: &str, reference: &str, status: &str| {
            json!({ "event_type": event, "reference": reference, "statusId": status }).to_string()
        };
        let applicant = |event: &str, file: Json| {
            json!({ "applicantId": number, "event_type": event, "fileId": file }).to_string()
        };
        let mut expected = vec![
            vacancy("vacancy_new", "2026-0009", "Draft"),
            vacancy("vacancy_update", "2026-0001", "Open"),
            vacancy("vacancy_update", "2026-0002", "Suspended"),
            vacancy("vacancy_status", "2026-0002", "Suspended"),
            vacancy("vacancy_deleted", "2026-0004", "Draft"),
            applicant("applicant_new", Json::Null),
            applicant("applicant_update", Json::Null),
            applicant("applicant_resume_update", format!("attachment-{cv}").into()),
        ];
        expected.sort();
        assert_eq!(told, expected);

        // An administrator may let them leave at once.
        let hook = system.view(|v| {
            let object = v.object("WebhookSubscription")?;
            let page = v.list(&object, &talang_engine::Query::default())?;
            Ok(page
                .records
                .iter()
                .find(|r| r.get("told_as").as_text() == Some("vacancy_status"))
                .map(|r| r.id))
        });
        let hook = hook.unwrap().unwrap();
        let at_once = system.change(Kind::Shared, |c| {
            c.update("WebhookSubscription", hook, vec![("collected", Value::Null)])
        });
        at_once.unwrap();
        let before = got(&receiver).len();
        set(&house, "Vacancy", "2026-0002", vec![("state", "open".into())]);
        work(&house, 2_000_000);
        let until = Instant::now() + Duration::from_secs(20);
        while got(&receiver).len() == before && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(got(&receiver).last().unwrap()["event_type"], "vacancy_status");
    });
}

#[test]
fn a_webhook_is_registered_once_pinged_and_removed() {
    each(|database| {
        // I10
        let (house, key) = house(database);
        let receiver = peers::python("hook-receiver.py", &[&format!("secret={key}"), "client=board"]);
        let token = house.bearer("board", &key);
        let hook = json!({ "event": "vacancy_new", "callbackUrl": receiver.url("/told"), "pingUrl": receiver.url("/there?x=1") });
        let (status, first) = house.send(&token, "POST", PATH, &hook);
        assert_eq!((status, &first["status"]), (201, &json!("success")), "{first}");
        settle(&house, "delivered", 1);
        assert_eq!(receiver.line("ping ", 0), "/there?x=1");
        // The same again is the same webhook, which the program's present key signs.
        let (status, again) = house.send(&token, "POST", PATH, &hook);
        assert_eq!((status, &again["hookId"]), (200, &first["hookId"]), "{again}");
        // The key stands in the database in no readable form.
        let stored = house.kit.stored(&house.tenant);
        assert!(!stored.windows(key.len()).any(|w| w == key.as_bytes()), "it stands there in clear");

        let status_of = |body: Json| house.send(&token, "POST", PATH, &body);
        let told = receiver.url("/told");
        for (body, word) in [
            (json!({ "callbackUrl": told }), "vacancy_new"),
            (json!({ "event": "vacancy_flown", "callbackUrl": told }), "vacancy_flown"),
            (json!({ "event": "vacancy_new" }), "callbackUrl"),
            (json!({ "event": "vacancy_new", "callbackUrl": "http://10.0.0.1/" }), "callbackUrl"),
            (json!({ "event": "vacancy_new", "callbackUrl": "ftp://example.org/" }), "callbackUrl"),
            (
                json!({ "event": "vacancy_new", "callbackUrl": told, "pingUrl": "http://169.254.169.254/" }),
                "pingUrl",
            ),
        ] {
            let (status, answer) = status_of(body.clone());
            assert!(
                (400..=422).contains(&status) && answer.to_string().contains(word),
                "{body}: {status} {answer}"
            );
        }

        // Removed, it is told nothing more, and is not there a second time.
        let path = format!("{PATH}/{}", first["hookId"].as_str().unwrap());
        let (status, gone) = house.send(&token, "DELETE", &path, &Json::Null);
        assert_eq!(
            (status, &gone["hookId"], &gone["data"]["hookId"]),
            (200, &first["hookId"], &first["hookId"])
        );
        assert_eq!(house.send(&token, "DELETE", &path, &Json::Null).0, 404);
        let texts = Value::Texts([("en".to_string(), "Smith".to_string())].into());
        let made = house.kit.system(&house.tenant).change(Kind::Candidates, |c| {
            c.create(
                "Vacancy",
                vec![("code", "2026-0010".into()), ("title", texts), ("state", "draft".into())],
            )
        });
        made.unwrap();
        work(&house, 16 * MINUTE);
        assert!(got(&receiver).is_empty());
    });
}

#[test]
fn nobody_else_registers_removes_or_signs() {
    each(|database| {
        // I10, A10
        let (house, key) = house(database);
        let receiver = peers::python("hook-receiver.py", &[&format!("secret={key}"), "client=board"]);
        let token = house.bearer("board", &key);
        let hook = register(&house, &token, "applicant_new", &receiver.url("/told"));
        let path = format!("{PATH}/{hook}");
        let body = json!({ "event": "vacancy_new", "callbackUrl": receiver.url("/told") });

        // Without a token, without the right, from another house.
        assert_eq!(house.server.send("acme", "DELETE", &path, &[], b"").status, 401);
        house.kit.user(&house.tenant, "plain", None, &["recruiter"]);
        let plain = house.bearer("plain", &house.key("plain", "plain"));
        assert_eq!(house.send(&plain, "POST", PATH, &body).0, 404);
        assert_eq!(house.send(&plain, "DELETE", &path, &Json::Null).0, 404);
        // Another application with every right, even of the same account: what it did not register is not there for it.
        let twin = house.bearer("twin", &house.key("twin", "board"));
        assert_eq!(house.send(&twin, "DELETE", &path, &Json::Null).0, 404);
        let own = register(&house, &twin, "applicant_new", &receiver.url("/told"));
        assert_ne!(own, hook, "the same event and address of another application is another webhook");
        // One that reads no candidates is told nothing of them.
        house.kit.user(&house.tenant, "blind", None, &["hooks"]);
        let blind = house.bearer("blind", &house.key("blind", "blind"));
        assert_ne!(house.send(&blind, "POST", PATH, &body).0, 201);
        // A token that carries no key signs nothing: one of the other endpoint, and one that somebody put together.
        let form = format!("grant_type=client_credentials&client_id=board&client_secret={key}");
        let other = house.server.post("acme", "/api/oauth/token", &[], &form);
        let other: Json = serde_json::from_str(&other.body).unwrap();
        let other = other["access_token"].as_str().unwrap();
        assert!(!other.contains('~'));
        let (status, answer) = house.send(other, "POST", PATH, &body);
        assert!(status == 400 && answer.to_string().contains("/api/token"), "{status} {answer}");
        let carried = token.split_once('~').unwrap().1;
        assert_eq!(house.send(&format!("{other}~{carried}"), "POST", PATH, &body).0, 401);
        assert!(!token.contains(&key));

        // A key that is taken away signs nothing more, whatever waits; the program's next key does when it registers again.
        let system = house.kit.system(&house.tenant);
        let client = system.view(|v| v.resolve("ApiClient", "board")).unwrap().unwrap();
        house.identity.drop_keys(&system, client).unwrap();
        let gone = system.view(|v| v.resolve("ApiClient", "twin")).unwrap().unwrap();
        house.identity.drop_keys(&system, gone).unwrap();
        let applicant = |name: &str| {
            let values = vec![("first_name", name.into()), ("last_name", "Ek".into())];
            system.change(Kind::Candidates, |c| c.create("Candidate", values)).unwrap()
        };
        applicant("Ola");
        work(&house, 16 * MINUTE);
        assert!(got(&receiver).is_empty(), "nobody signs with a key that was taken away");
        let key = house.identity.new_key(&system, client, None, None).unwrap();
        let next = peers::python("hook-receiver.py", &[&format!("secret={key}"), "client=board"]);
        let token = house.bearer("board", &key);
        let moved = system.change(Kind::Shared, |c| {
            c.update(
                "WebhookSubscription",
                hook.parse().unwrap(),
                vec![("address", next.url("/told").into())],
            )
        });
        moved.unwrap();
        // Registered again at its new address, it is another webhook; the first is removed by the same program.
        register(&house, &token, "applicant_new", &next.url("/told"));
        assert_eq!(house.send(&token, "DELETE", &path, &Json::Null).0, 200);
        applicant("Noor");
        work(&house, 16 * MINUTE);
        settle(&house, "delivered", 1);
        assert_eq!(got(&next).len(), 1);
    });
}
