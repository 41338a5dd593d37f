//! Webhooks as receivers meet them (I10): signed, in order, with patience, and only what the account may read; on both
//! databases.

mod receiver;

use std::sync::Arc;

use serde_json::Value as Json;
use talang_catalogue::{Kind, Value};
use talang_engine::{Scope, Tenant, jobs};
use talang_store::{Cell, P};
use talang_testkit::peers::python;
use talang_testkit::{Kit, Setup, both};
use talang_webhook::{
    Asked, Delivery, Options, Outlet, Trust, attempts_of, deliveries, new_secret, replay, replay_failed,
    replay_since, secrets, send_sample, standing,
};

use receiver::Receiver;

const SETUP: Setup = Setup {
    modules: || {
        vec![
            talang_core_hr::module(),
            talang_interchange::module(),
            talang_mail::module(),
            talang_webhook::module(),
        ]
    },
    seed: |_, _| Ok(()),
    seed_version: "1",
};

const SECOND: i64 = 1_000_000;
const HOUR: i64 = 3_600 * SECOND;
const DAY: i64 = 24 * HOUR;

fn text(text: &str) -> Value {
    Value::Text(text.to_string())
}

fn label(words: &str) -> Value {
    Value::Texts([("en".to_string(), words.to_string())].into_iter().collect())
}

/// A tenant with a subscription `hook` on the rights of the account `reader`.
struct House<'a> {
    kit: &'a Kit,
    tenant: Arc<Tenant>,
    system: Scope,
    hook: i64,
}

impl<'a> House<'a> {
    fn new(kit: &'a Kit, address: &str, events: &str, rights: &[(&str, &str, &str, &str)]) -> House<'a> {
        allow(kit, &["127.0.0.1"]);
        let tenant = kit.tenant("acme");
        kit.role(&tenant, "reading", rights);
        kit.user(&tenant, "reader", None, &["reading"]);
        let system = kit.system(&tenant);
        let saved = system.change(Kind::Shared, |c| {
            c.create(
                "WebhookSubscription",
                vec![
                    ("code", text("hook")),
                    ("label", text("Payroll")),
                    ("address", text(address)),
                    ("events", text(events)),
                    ("user", text("reader")),
                    ("alerts", text("it@acme.example")),
                ],
            )
        });
        House { kit, system, tenant, hook: saved.unwrap().id }
    }

    fn set(&self, field: &'static str, value: Value) {
        self.system
            .change(Kind::Shared, |c| c.update("WebhookSubscription", self.hook, vec![(field, value)]))
            .unwrap();
    }

    /// A job family is made.
    fn family(&self, code: &str) -> i64 {
        let values = vec![("code", text(code)), ("label", label(code))];
        self.system.change(Kind::Shared, |c| c.create("JobFamily", values)).unwrap().id
    }

    fn rename(&self, id: i64, words: &str) {
        self.system
            .change(Kind::Shared, |c| c.update("JobFamily", id, vec![("label", label(words))]))
            .unwrap();
    }

    /// The workers work while the clock goes on for so long.
    fn work(&self, micros: i64) {
        let step = (micros / 20).max(SECOND);
        let until = self.now() + micros;
        loop {
            while jobs::run_due(&self.kit.installation(), &|| false).unwrap() > 0 {}
            if self.now() >= until {
                return;
            }
            self.kit.clock().advance(step);
        }
    }

    fn now(&self) -> i64 {
        self.kit.installation().clock().now()
    }

    fn log(&self) -> Vec<Delivery> {
        deliveries(&self.system, self.hook, &Asked { most: 100, ..Asked::default() }).unwrap()
    }

    /// State and fault of each delivery, the earliest first.
    fn states(&self) -> Vec<String> {
        let told = |d: &Delivery| {
            let fault = d.fault().map(|f| format!(" {}", f.code)).unwrap_or_default();
            format!("{} {}{fault}", d.event, d.state)
        };
        self.log().iter().rev().map(told).collect()
    }

    fn number(&self, sql: &str) -> i64 {
        let row = self.tenant.db().read(|conn| conn.query_one(sql, &[]));
        row.map_err(|e: talang_store::Error| e).unwrap().and_then(|r| r.first().map(Cell::int)).unwrap()
    }
}

/// What may be called from now on.
fn allow(kit: &Kit, what: &[&str]) {
    trust(kit, what, &Trust::default());
}

/// And whose certificates are believed.
fn trust(kit: &Kit, what: &[&str], trust: &Trust) {
    let allow = what.iter().map(|w| (*w).to_string()).collect();
    kit.installation().provide(Outlet::new(&Options { allow, ..Options::default() }, trust).unwrap());
}

const FAMILIES: &[(&str, &str, &str, &str)] = &[("JobFamily", "*", "read", "all")];

// I10: a receiver inside the company, whose certificate is by the company's own authority: believed once the operator names
// the authority, and not before.
#[test]
fn certificates_of_the_companys_own_authority_are_believed_when_it_is_named() {
    both(&SETUP, |kit| {
        let house = House::new(kit, "http://127.0.0.1:9/", "job-families.*", FAMILIES);
        let seconds = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_micros();
        kit.clock().advance(i64::try_from(seconds).unwrap() - house.now());
        let secret = new_secret(&house.system, house.hook, 0).unwrap();
        let receiver = python("webhook-receiver.py", &[&format!("secret={secret}"), "tls=yes"]);
        house.set("address", text(&format!("https://127.0.0.1:{}/", receiver.port())));
        house.family("ONE");
        house.work(2 * SECOND);
        assert_eq!(house.states(), ["job-families.created waiting webhook.not_secure"]);
        let authority = receiver.line("authority ", 0);
        let named = Trust::read(std::path::Path::new(&authority)).unwrap();
        trust(kit, &["127.0.0.1"], &named);
        house.work(10 * SECOND);
        assert_eq!(house.states(), ["job-families.created delivered"]);
        assert!(receiver.line("got ", 0).contains("ONE"));
        // Another authority says nothing for it.
        let stranger = python("webhook-receiver.py", &[&format!("secret={secret}"), "tls=yes"]);
        house.set("address", text(&format!("https://127.0.0.1:{}/", stranger.port())));
        house.family("TWO");
        house.work(2 * SECOND);
        assert_eq!(house.states()[1], "job-families.created waiting webhook.not_secure");
    });
}

// I10: what a library that nobody here wrote makes of it, also while one secret takes the place of another.
#[test]
fn a_receiver_believes_the_signatures() {
    both(&SETUP, |kit| {
        let house = House::new(kit, "http://127.0.0.1:9/", "job-families.*", FAMILIES);
        // The signatures' time is held against the receiver's clock.
        let seconds = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_micros();
        kit.clock().advance(i64::try_from(seconds).unwrap() - house.now());
        house.family("EARLY");
        house.work(2 * SECOND);
        assert!(house.log().is_empty(), "nothing leaves without a secret");
        let secret = new_secret(&house.system, house.hook, 0).unwrap();
        assert!(secret.starts_with("whsec_") && !kit.stored(&house.tenant).is_empty());
        let stored = kit.stored(&house.tenant);
        let plain = secret.strip_prefix("whsec_").unwrap().as_bytes();
        assert!(!stored.windows(plain.len()).any(|w| w == plain), "it stands in the database in clear");
        let first = python("webhook-receiver.py", &[&format!("secret={secret}")]);
        house.set("address", text(&first.url("/hook")));
        house.work(2 * SECOND);
        // What happened before the secret was there is told as well: the subscription was.
        let told: Json = serde_json::from_str(&first.line("got ", 0)).unwrap();
        assert_eq!(told["body"]["type"], "job-families.created");
        assert_eq!(told["body"]["data"]["key"], "EARLY");
        assert_eq!(told["body"]["tenant"], "acme");
        assert_eq!(told["body"]["data"]["changes"]["code"]["new"], "EARLY");
        assert_eq!((told["signatures"].as_i64(), told["body"]["version"].as_str()), (Some(1), Some("1")));

        let id = house.family("A");
        house.rename(id, "Renamed");
        let object = house.system.view(|v| v.object("JobFamily")).unwrap();
        house.system.change(Kind::Shared, |c| c.delete(&object, id, None)).unwrap();
        house.work(2 * SECOND);
        let told: Vec<Json> = (1..4).map(|n| serde_json::from_str(&first.line("got ", n)).unwrap()).collect();
        let types: Vec<&str> = told.iter().map(|t| t["body"]["type"].as_str().unwrap()).collect();
        assert_eq!(types, ["job-families.created", "job-families.changed", "job-families.removed"]);
        assert_eq!(told[1]["body"]["data"]["changes"]["label"]["new"]["en"], "Renamed");
        assert_eq!(told[2]["body"]["data"]["url"], Json::Null, "it is gone");
        // The OpenAPI document tells receivers just that.
        let document = talang_interchange::rest::openapi(&house.system).unwrap();
        let event = &document["webhooks"]["event"]["post"];
        let headers = event["parameters"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap());
        assert_eq!(headers.collect::<Vec<_>>(), ["webhook-id", "webhook-timestamp", "webhook-signature"]);
        let schema = &document["components"]["schemas"]["WebhookMessage"];
        for message in told.iter().map(|t| &t["body"]) {
            for name in schema["required"].as_array().unwrap() {
                assert!(message.get(name.as_str().unwrap()).is_some(), "no {name} in {message}");
            }
            for (described, told) in [(schema, message), (&schema["properties"]["data"], &message["data"])] {
                for name in told.as_object().unwrap().keys() {
                    assert!(described["properties"][name].is_object(), "{name} is not described");
                }
            }
            let objects = schema["properties"]["data"]["properties"]["object"]["enum"].as_array().unwrap();
            assert!(objects.contains(&message["data"]["object"]), "{message}");
        }

        // Both sign for a day, then the new one alone.
        let newer = new_secret(&house.system, house.hook, DAY).unwrap();
        let second = python("webhook-receiver.py", &[&format!("secret={newer}")]);
        house.family("B");
        house.work(2 * SECOND);
        let told: Json = serde_json::from_str(&first.line("got ", 4)).unwrap();
        assert_eq!(told["signatures"], 2, "the receiver with the former secret believes it still");
        house.set("address", text(&second.url("/hook")));
        assert_eq!(send_sample(&house.system, house.hook).unwrap().status, Some(204));
        let told: Json = serde_json::from_str(&second.line("got ", 0)).unwrap();
        assert_eq!(
            (told["body"]["type"].as_str(), told["signatures"].as_i64()),
            (Some("webhook.sample"), Some(2))
        );
        assert_eq!(secrets(&house.system, house.hook).unwrap().len(), 2);
        new_secret(&house.system, house.hook, 0).unwrap();
        assert_eq!(secrets(&house.system, house.hook).unwrap().len(), 1);
        assert_eq!(
            send_sample(&house.system, house.hook).unwrap().status,
            Some(401),
            "a secret nobody has told it"
        );
        assert!(second.line("refused ", 0).contains("signature"));
    });
}

// I10: a record's events arrive in their order; one that fails holds up later ones of the same record and no others.
#[test]
fn events_of_a_record_keep_their_order_and_hold_up_no_others() {
    both(&SETUP, |kit| {
        // The first family's events are refused for now.
        let receiver = Receiver::start(|told, _| if told["data"]["key"] == "A" { 500 } else { 200 });
        let house = House::new(kit, &receiver.url(), "job-families.*", FAMILIES);
        new_secret(&house.system, house.hook, 0).unwrap();
        let a = house.family("A");
        let b = house.family("B");
        house.rename(a, "A two");
        house.rename(b, "B two");
        house.rename(a, "A three");
        house.work(70 * SECOND);
        let told = |key: &str| -> Vec<(String, String)> {
            let of = |m: &&receiver::Message| m.body["data"]["key"] == key;
            let pair = |m: &receiver::Message| {
                (
                    m.id.clone(),
                    m.body["data"]["changes"]["label"]["new"]["en"].as_str().unwrap_or_default().into(),
                )
            };
            receiver.messages().iter().filter(of).map(pair).collect()
        };
        let of_b: Vec<String> = told("B").into_iter().map(|(_, label)| label).collect();
        assert_eq!(of_b, ["B", "B two"], "others do not wait");
        let of_a = told("A");
        assert!(
            of_a.len() >= 3 && of_a.iter().all(|m| *m == of_a[0]),
            "only the first, again and again: {of_a:?}"
        );
        assert!(house.log().iter().any(|d| d.state == "waiting" && d.due_at.is_none()), "later ones wait");

        receiver.answer(|_, _| 200);
        house.work(3 * HOUR);
        let mut of_a = told("A");
        of_a.dedup();
        let labels: Vec<&str> = of_a.iter().map(|(_, label)| label.as_str()).collect();
        assert_eq!(labels, ["A", "A two", "A three"]);
        assert!(house.states().iter().all(|s| s.ends_with(" delivered")), "{:?}", house.states());
        let ids: std::collections::HashSet<String> = receiver.messages().into_iter().map(|m| m.id).collect();
        assert_eq!(ids.len(), 5, "each event has a name of its own, whatever it took");
    });
}

// I10: a message tells what the account may read when it is sent, and never more.
#[test]
fn messages_tell_what_the_account_may_read_and_no_more() {
    both(&SETUP, |kit| {
        let receiver = Receiver::start(|_, _| 200);
        let rights = &[("Employee", "general", "read", "all")];
        let house = House::new(kit, &receiver.url(), "*", rights);
        new_secret(&house.system, house.hook, 0).unwrap();
        let create = |number: &str| {
            let values = vec![
                ("number", text(number)),
                ("first_name", text("Zoe")),
                ("last_name", text("Secretmaiden")),
                ("birth_place", text("Hiddentown")),
            ];
            house.system.change(Kind::Employees, |c| c.create("Employee", values)).unwrap().id
        };
        let zoe = create("E1");
        let update = |field: &'static str, value: &str| {
            house
                .system
                .change(Kind::Employees, |c| c.update("Employee", zoe, vec![(field, text(value))]))
                .unwrap();
        };
        update("birth_place", "Otherhiddentown");
        update("office", "Room 7");
        // Of another object it may read nothing.
        house.family("A");
        house.work(5 * SECOND);
        let types: Vec<String> =
            receiver.messages().iter().map(|m| m.body["type"].as_str().unwrap().to_string()).collect();
        assert_eq!(types, ["employees.created", "employees.changed"], "{:?}", receiver.messages());
        let whole = receiver.raw().join("\n");
        assert!(whole.contains("Room 7") && whole.contains("E1"), "{whole}");
        assert!(!whole.contains("iddentown") && !whole.contains("birth_place"), "{whole}");

        // A right that is taken away counts at once, also for what waits; an account that is closed reads nothing.
        receiver.answer(|_, _| 500);
        update("office", "Room 8");
        house.work(5 * SECOND);
        let sql = "UPDATE shared.role_right SET actions = 'create'";
        house.system.change(Kind::Shared, |c| Ok(c.system().exec(sql, &[])?)).unwrap();
        let role = house.system.view(|v| v.resolve("Role", "reading")).unwrap().unwrap();
        house
            .system
            .change(Kind::Shared, |c| c.update("Role", role, vec![("label", label("Nothing"))]))
            .unwrap();
        receiver.answer(|_, _| 200);
        let before = receiver.messages().len();
        house.work(10 * 60 * SECOND);
        assert_eq!(receiver.messages().len(), before, "{:?}", receiver.messages().last());
        assert_eq!(house.states().last().unwrap(), "employees.changed withheld webhook.withheld");
    });
}

// I10: an account that cannot be used reads nothing; what happened meanwhile is told when it can again.
#[test]
fn nothing_is_read_for_an_account_that_is_suspended() {
    both(&SETUP, |kit| {
        let receiver = Receiver::start(|_, _| 200);
        let house = House::new(kit, &receiver.url(), "job-families.created", FAMILIES);
        new_secret(&house.system, house.hook, 0).unwrap();
        let user = house.system.view(|v| v.resolve("User", "reader")).unwrap().unwrap();
        let state = |state: &str| {
            house
                .system
                .change(Kind::Shared, |c| c.update("User", user, vec![("state", text(state))]))
                .unwrap();
        };
        state("suspended");
        house.family("A");
        house.work(60 * SECOND);
        assert!(
            receiver.messages().is_empty() && !standing(&house.system, house.hook, user).unwrap().account
        );
        state("active");
        house.work(120 * SECOND);
        assert_eq!(receiver.messages().len(), 1);
    });
}

// I10, ASVS 13.2.4: addresses of own networks are refused when they are saved and when they are called.
#[test]
fn addresses_of_own_networks_are_called_only_where_the_provider_allows_them() {
    both(&SETUP, |kit| {
        let receiver = Receiver::start(|_, _| 200);
        let house = House::new(kit, &receiver.url(), "job-families.created", FAMILIES);
        new_secret(&house.system, house.hook, 0).unwrap();
        let save = |address: &str| {
            house.system.change(Kind::Shared, |c| {
                c.update("WebhookSubscription", house.hook, vec![("address", text(address))])
            })
        };
        for address in [
            "http://10.0.0.1/",
            "https://192.168.1.1/hook",
            "https://169.254.169.254/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://someone@example.com/",
            "ftp://example.com/",
        ] {
            let refused = save(address).err().unwrap_or_else(|| panic!("{address} was taken"));
            assert!(
                refused.faults().iter().any(|f| f.field.as_deref() == Some("address")),
                "{address}: {refused:?}"
            );
        }
        let events = house.system.change(Kind::Shared, |c| {
            c.update("WebhookSubscription", house.hook, vec![("events", text("employees.flown"))])
        });
        assert!(events.is_err_and(|e| e.is("webhook.event")));
        // What was allowed once is not any more: nothing is called.
        allow(kit, &["10.9.9.9"]);
        house.family("A");
        house.work(5 * SECOND);
        assert!(receiver.messages().is_empty());
        assert_eq!(house.states(), ["job-families.created waiting webhook.address"]);
        assert_eq!(send_sample(&house.system, house.hook).unwrap().fault, "webhook.address");
        allow(kit, &["127.0.0.1"]);
        house.work(120 * SECOND);
        assert_eq!(receiver.messages().len(), 1);
    });
}

// I10: three days of patience, one mail, and everything can be sent again with the name that it had.
#[test]
fn what_cannot_be_delivered_is_given_up_told_and_sent_again() {
    both(&SETUP, |kit| {
        let options = talang_mail::Options {
            transport: talang_mail::Transport::Catcher,
            folder: kit.data().join("mails"),
            ..talang_mail::Options::default()
        };
        let post = Arc::new(talang_mail::Post::new(options, false, "localhost", None).unwrap());
        kit.installation().provide(post.clone());
        let receiver = Receiver::start(|_, _| 503);
        let house = House::new(kit, &receiver.url(), "job-families.*", FAMILIES);
        new_secret(&house.system, house.hook, 0).unwrap();
        let a = house.family("A");
        house.family("B");
        house.rename(a, "A two");
        house.work(2 * DAY);
        let waiting = "job-families.created waiting webhook.status";
        assert_eq!(house.states(), [waiting, waiting, "job-families.changed waiting"]);
        let first = house.log().pop().unwrap();
        let attempts = attempts_of(&house.system, first.id).unwrap();
        assert!((10..40).contains(&attempts.len()), "{}", attempts.len());
        assert_eq!((attempts[0].status, attempts[0].answer.as_str()), (Some(503), "answer 503"));
        house.work(2 * DAY);
        let given_up = "job-families.created given up webhook.status";
        assert_eq!(house.states()[..2], [given_up, given_up]);
        assert!(
            house.states()[2].contains("waiting webhook.status"),
            "its turn has come: {:?}",
            house.states()
        );
        let mails = post.caught(&house.tenant);
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(mails[0].to == "it@acme.example" && mails[0].text.contains("Payroll"), "{mails:?}");
        assert!(mails[0].text.contains(&format!("/access/webhooks/{}", house.hook)), "{mails:?}");

        let tried = receiver.messages().len();
        receiver.answer(|_, _| 200);
        assert_eq!(replay_failed(&house.system, house.hook).unwrap(), 2);
        house.work(DAY);
        let again = receiver.messages().split_off(tried);
        let labels: Vec<&str> = again
            .iter()
            .filter(|m| m.body["data"]["key"] == "A")
            .map(|m| m.body["data"]["changes"]["label"]["new"]["en"].as_str().unwrap())
            .collect();
        assert_eq!(labels, ["A", "A two"], "in their order again");
        assert!(again.iter().any(|m| m.id == first.message), "under the same name");
        assert!(house.states().iter().all(|s| s.ends_with(" delivered")), "{:?}", house.states());

        // One of them once more.
        let count = receiver.messages().len();
        replay(&house.system, house.hook, first.id).unwrap();
        house.work(5 * SECOND);
        let messages = receiver.messages();
        assert_eq!(
            (messages.len(), messages.last().unwrap().id.as_str()),
            (count + 1, first.message.as_str())
        );
        assert!(replay(&house.system, house.hook, 9_999).is_err_and(|e| e.is("record.not_found")));

        // Everything since a moment, once the log of it is gone too.
        house.work(91 * DAY);
        assert!(house.log().is_empty(), "after 90 days nothing is left (O1)");
        assert_eq!(house.number("SELECT COUNT(*) FROM shared.webhook_attempt"), 0);
        let count = receiver.messages().len();
        replay_since(&house.system, house.hook, house.now() - 200 * DAY).unwrap();
        house.work(10 * SECOND);
        let again = receiver.messages().split_off(count);
        assert_eq!(again.len(), 3, "{again:?}");
        assert!(again.iter().any(|m| m.id == first.message));
        replay_since(&house.system, house.hook, house.now() + DAY).unwrap();
        house.work(10 * SECOND);
        assert_eq!(receiver.messages().len(), count + 3, "since then nothing happened");
    });
}

// I10: a receiver that is gone for good is left alone until somebody says where it is now; nothing is lost.
#[test]
fn a_receiver_that_is_gone_pauses_the_subscription() {
    both(&SETUP, |kit| {
        let receiver = Receiver::start(|_, _| 410);
        let house = House::new(kit, &receiver.url(), "job-families.created", FAMILIES);
        new_secret(&house.system, house.hook, 0).unwrap();
        for code in ["A", "B", "C"] {
            house.family(code);
            house.work(5 * SECOND);
        }
        assert_eq!(receiver.messages().len(), 1, "asked once");
        let standing = standing(&house.system, house.hook, 1).unwrap();
        assert!(standing.gone_at.is_some() && standing.waiting == 1, "{standing:?}");
        house.work(4 * DAY);
        receiver.answer(|_, _| 200);
        house.set("active", Value::Int(1));
        house.work(10 * SECOND);
        let keys: Vec<String> =
            receiver.messages().iter().map(|m| m.body["data"]["key"].as_str().unwrap().to_string()).collect();
        assert_eq!(keys, ["A", "A", "B", "C"]);
    });
}

// I10: whoever dies while sending has lost nothing: what was not noted is sent again under the same name.
#[test]
fn what_was_being_sent_when_the_program_ended_is_sent_again() {
    both(&SETUP, |kit| {
        let receiver = Receiver::start(|_, _| 200);
        let house = House::new(kit, &receiver.url(), "job-families.created", FAMILIES);
        new_secret(&house.system, house.hook, 0).unwrap();
        house.family("A");
        house.work(5 * SECOND);
        assert_eq!(house.states(), ["job-families.created delivered"]);
        // As it is when the message has arrived and the program ends before it wrote that down.
        let lost = house.now() + 60 * SECOND;
        let sql = "UPDATE shared.webhook_delivery SET state = 'waiting', ended_at = NULL, due_at = happened_at, lease_until = ?";
        house
            .tenant
            .db()
            .write(|conn| conn.exec(sql, &[P::Int(lost)]))
            .map_err(|e: talang_store::Error| e)
            .unwrap();
        house.family("B");
        house.work(5 * SECOND);
        assert_eq!(receiver.messages().len(), 2, "somebody may still be sending it");
        house.work(120 * SECOND);
        let messages = receiver.messages();
        assert_eq!(messages.len(), 3);
        assert_eq!(messages[0].id, messages[2].id);
        assert_eq!(messages[0].body, messages[2].body);
    });
}
