//! The app on phones (S6): switched on by the company, found by a code that its administrator shares.

use talang_catalogue::{Kind, Value};
use talang_testkit::{Kit, both};

use crate::PASSWORD;
use crate::client::{Answer, Server};
use crate::walls::SETUP;

/// Two companies, each with an administrator.
struct World<'a> {
    kit: &'a Kit,
    server: Server,
}

impl<'a> World<'a> {
    fn new(kit: &'a Kit) -> World<'a> {
        let tenants = ["acme", "other"].map(|t| kit.tenant(t));
        for tenant in &tenants {
            kit.user(tenant, "ana", None, &["administrator"]);
            kit.user(tenant, "emil", None, &["employee"]);
        }
        let (server, identity) = Server::of(kit);
        for tenant in &tenants {
            for login in ["ana", "emil"] {
                let system = kit.system(tenant);
                let id = system.view(|v| v.resolve("User", login)).unwrap().unwrap();
                identity.set_password(&system, id, login, PASSWORD, false).unwrap();
            }
        }
        World { kit, server }
    }

    fn switch(&self, tenant: &str, on: bool) {
        let system = self.kit.system(&self.kit.tenant(tenant));
        let made = system.change(Kind::Shared, |c| {
            let values = vec![("code", Value::from("mobile")), ("on", on.into())];
            let object = c.object("FeatureSwitch")?;
            let draft = talang_engine::Draft::new(&object, values)?;
            c.save(&object, talang_engine::Mode::Upsert, draft)
        });
        made.unwrap();
    }

    fn page(&self, cookie: &str) -> Answer {
        self.server.get("acme", "/access/mobile", &[("Cookie", cookie)])
    }

    /// Presses a button of the page; the code that it shows then.
    fn press(&self, cookie: &str, action: &str) -> Option<String> {
        let csrf = self.page(cookie).csrf_of("csrf");
        let form = format!("csrf={csrf}");
        let answer = self.server.post("acme", action, &[("Cookie", cookie)], &form);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let page = self.page(cookie).body;
        let code = page.split_once("id=\"join-code\">")?.1.split('<').next()?;
        Some(code.to_string())
    }

    fn join(&self, host: &str, code: &str) -> Answer {
        self.server.get(host, &format!("/join?code={code}"), &[])
    }
}

const MAKE: &str = "/access/mobile/code";
const REMOVE: &str = "/access/mobile/code/remove";

#[test]
fn a_code_that_the_administrator_shares_leads_a_phone_to_the_company() {
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let ana = world.server.sign_in_as("acme", "ana");
        // Arrived switched off: nothing is there, and no code can be made.
        for path in ["/app", "/app.webmanifest", "/service-worker.js"] {
            assert_eq!(world.server.get("acme", path, &[]).status, 404, "{path}");
        }
        assert!(!world.page(&ana).body.contains(MAKE));
        world.switch("acme", true);
        let code = world.press(&ana, MAKE).unwrap();
        assert_eq!((code.len(), code.find('-')), (11, Some(5)), "{code}");
        let page = world.page(&ana).body;
        assert!(page.contains("<svg") && page.contains("/join"), "{page}");
        // Typed at any host, as people type it: the company is named, and one step leads there.
        for (host, typed) in
            [("", code.clone()), ("other", code.to_uppercase()), ("nowhere", code.replace('-', "+"))]
        {
            let found = world.join(host, &typed);
            assert_eq!(found.status, 200, "{}", found.body);
            assert!(
                found.body.contains("href=\"http://acme.localhost") && found.body.contains("/app\""),
                "{}",
                found.body
            );
        }
        // Scanned, it goes there at once.
        let scanned = world.server.get("acme", &format!("/join/{}", code.replace('-', "")), &[]);
        assert_eq!(scanned.status, 303);
        assert!(scanned.header("location").unwrap().ends_with("/app"), "{:?}", scanned.header("location"));
        // What the phone is shown, and what it puts on its home screen.
        let app = world.server.get("acme", "/app", &[]);
        assert!(
            app.body.contains("rel=\"manifest\" href=\"/app.webmanifest\"")
                && app.body.contains("href=\"/\"")
        );
        let manifest = world.server.get("acme", "/app.webmanifest", &[]);
        assert_eq!(manifest.header("content-type"), Some("application/manifest+json"));
        let manifest: serde_json::Value = serde_json::from_str(&manifest.body).unwrap();
        assert_eq!((&manifest["display"], &manifest["start_url"]), (&"standalone".into(), &"/".into()));
        for icon in manifest["icons"].as_array().unwrap() {
            let answer = world.server.get("acme", icon["src"].as_str().unwrap(), &[]);
            assert_eq!((answer.status, answer.header("content-type")), (200, Some("image/png")));
        }
        // The code opens nothing: the way leads to the ordinary sign-in.
        assert!(world.server.get("acme", "/", &[]).header("location").unwrap().starts_with("/sign-in"));
        // It is noted who made it, and somebody who looks after nobody does not see it.
        let log = "SELECT login, detail FROM shared.activity_entry WHERE action = 'settings-changed'";
        let rows =
            kit.tenant("acme").db().read(|c| c.query(log, &[])).map_err(|e: talang_store::Error| e).unwrap();
        assert_eq!((rows[0][0].text(), rows[0][1].text()), ("ana", "mobile-code: made"));
        let emil = world.server.sign_in_as("acme", "emil");
        assert!([403, 404].contains(&world.page(&emil).status));
    });
}

#[test]
fn a_code_that_was_renewed_taken_back_or_switched_off_leads_nowhere() {
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let ana = world.server.sign_in_as("acme", "ana");
        world.switch("acme", true);
        let first = world.press(&ana, MAKE).unwrap();
        let second = world.press(&ana, MAKE).unwrap();
        assert_ne!(first, second);
        let said = |code: &str| {
            let answer = world.join("", code);
            (answer.status, answer.body.replace(&code.replace('-', ""), "CODE"))
        };
        let nothing = said("aaaaa-aaaaa");
        assert_eq!(nothing.0, 404);
        // Nobody can tell one that was from one that never was, nor from one of a company that has no app.
        assert_eq!(said(&first), nothing);
        world.switch("acme", false);
        assert_eq!(said(&second), nothing);
        assert_eq!(world.server.get("acme", &format!("/join/{}", second.replace('-', "")), &[]).status, 404);
        world.switch("acme", true);
        assert_eq!(said(&second).0, 200);
        assert_eq!(world.press(&ana, REMOVE), None);
        assert_eq!(said(&second), nothing);
        // A company that goes takes its code with it.
        let last = world.press(&ana, MAKE).unwrap();
        assert_eq!(said(&last).0, 200);
        let id = talang_engine::TenantId::parse("acme").unwrap();
        kit.installation().delete_tenant(&id).unwrap();
        assert_eq!(said(&last), nothing);
    });
}

#[test]
fn codes_cannot_be_tried_one_after_the_other() {
    let kit = Kit::new(talang_testkit::Database::Sqlite, &SETUP);
    let world = World::new(&kit);
    let ana = world.server.sign_in_as("acme", "ana");
    world.switch("acme", true);
    let code = world.press(&ana, MAKE).unwrap();
    let most = talang_identity::Settings::default().failures_per_address;
    let wrong = world.join("", "aaaaa-aaaaa");
    for _ in 1..most {
        assert_eq!(world.join("", "aaaaa-aaaaa").status, 404);
    }
    // From then on the right one is answered like any other, and says no more than that.
    let refused = world.join("", &code);
    assert_eq!(refused.status, 404);
    assert_eq!(
        refused.body.replace(&code.replace('-', ""), "CODE"),
        wrong.body.replace("aaaaaaaaaa", "CODE")
    );
    // Signing in is not touched by that, and the code counts again after a while.
    assert_eq!(world.server.get("acme", "/sign-in", &[]).status, 200);
    kit.clock().advance(16 * 60_000_000);
    assert_eq!(world.join("", &code).status, 200);
    // No other method, no address that only begins so.
    assert_eq!(world.server.post("", "/join", &[], "code=x").status, 405);
    assert_eq!(world.server.get("acme", "/joiner", &[("Cookie", &ana)]).status, 404);
    // What people type is shown as text.
    let script = world.join("", "%3Cscript%3Ealert(1)");
    assert!(!script.body.contains("<script>alert"), "{}", script.body);
}

#[test]
fn what_runs_beside_the_pages_keeps_assets_and_nothing_else() {
    // No data of people stays on the device.
    let kit = Kit::new(talang_testkit::Database::Sqlite, &SETUP);
    let world = World::new(&kit);
    world.switch("acme", true);
    let worker = world.server.get("acme", "/service-worker.js", &[]);
    assert_eq!(worker.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(worker.body.matches(".put(").count(), 1, "{}", worker.body);
    assert!(worker.body.contains("startsWith(\"/assets/\")"), "{}", worker.body);
    for other in ["localStorage", "indexedDB", "\"sync\"", "\"push\"", "postMessage"] {
        assert!(!worker.body.contains(other), "{other}: {}", worker.body);
    }
}
