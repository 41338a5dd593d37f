//! Acting for somebody else, as browsers do it: session by session, with a band on every page and an end at once (A13, T4);
//! and what the log says of it (A12).

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Tenant, activity};
use talang_testkit::{Kit, Setup, both};

use crate::PASSWORD;
use crate::client::{Answer, Server};

const SETUP: Setup =
    Setup { modules: talang_server::modules::modules, seed: |_, _| Ok(()), seed_version: "acting" };

/// Bea leads Tia and, beside her, Dan, whom she makes her deputy. Helper is the provider's; root reads the log.
struct House {
    tenant: Arc<Tenant>,
    server: Server,
    tia: i64,
    dan: i64,
}

impl House {
    fn new(kit: &Kit) -> House {
        let tenant = kit.tenant("acme");
        let system = kit.system(&tenant);
        let text = |t: &str| Value::Text(t.to_string());
        let day = Value::from(jiff::civil::date(2020, 1, 1));
        let mut ids = Vec::new();
        for (number, first, manager) in [("1", "Bea", ""), ("2", "Dan", "1"), ("3", "Tia", "1")] {
            let made = system.change(Kind::Employees, |c| {
                let born = Value::from(jiff::civil::date(1990, 1, 1));
                let values = vec![
                    ("number", text(number)),
                    ("first_name", text(first)),
                    ("last_name", text("Qzname")),
                    ("status", text("active")),
                    ("birth_date", born),
                ];
                let saved = c.create("Employee", values)?;
                let mut values = vec![("employee", text(number)), ("start", day.clone())];
                if !manager.is_empty() {
                    values.push(("manager", text(manager)));
                }
                c.create("Assignment", values)?;
                Ok(saved.id)
            });
            ids.push(made.expect("a person"));
        }
        kit.role(&tenant, "employee", &[("Employee", "*", "read", "self")]);
        kit.role(
            &tenant,
            "manager",
            &[
                ("Employee", "*", "read, update", "team"),
                ("Assignment", "*", "read", "team"),
                ("Delegation", "*", "read, create, update, delete", "self"),
            ],
        );
        kit.role(&tenant, "support", &[]);
        kit.role(&tenant, "root", &[("ActivityEntry", "*", "read, export", "all")]);
        kit.user(&tenant, "bea", Some("1"), &["employee", "manager"]);
        kit.user(&tenant, "dan", Some("2"), &["employee"]);
        kit.user(&tenant, "helper", None, &["support"]);
        kit.user(&tenant, "root", None, &["root"]);
        let (server, identity) = Server::of(kit);
        for login in ["bea", "dan", "helper", "root"] {
            let id = system.view(|v| v.resolve("User", login)).expect("read").expect("there");
            identity.set_password(&system, id, login, PASSWORD, false).expect("a password");
        }
        House { tenant, server, tia: ids[2], dan: ids[1] }
    }

    fn sign_in(&self, login: &str) -> Visitor<'_> {
        Visitor { house: self, cookie: self.server.sign_in_as("acme", login) }
    }
}

struct Visitor<'a> {
    house: &'a House,
    cookie: String,
}

impl Visitor<'_> {
    fn get(&self, path: &str) -> Answer {
        self.house.server.get("acme", path, &[("Cookie", &self.cookie)])
    }

    /// Sends a form of the delegations' page, with its token.
    fn post(&self, path: &str, form: &str) -> Answer {
        let page = self.get("/delegations").body;
        let token = page.split("name=\"csrf\" value=\"").nth(1).and_then(|r| r.split('"').next());
        let form = format!("csrf={}&{form}", token.expect("a token"));
        self.house.server.post("acme", path, &[("Cookie", &self.cookie)], &form)
    }

    /// What the page offers to begin with.
    fn ground(&self) -> String {
        let page = self.get("/delegations").body;
        let ground = page.split("name=\"ground\" value=\"").nth(1).and_then(|r| r.split('"').next());
        ground.unwrap_or_else(|| panic!("nothing is offered: {page}")).to_string()
    }
}

#[test]
fn a_deputy_begins_is_reminded_on_every_page_and_ends() {
    // A13
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (bea, dan) = (house.sign_in("bea"), house.sign_in("dan"));
        let file = format!("/people/{}", house.tia);
        assert_eq!(dan.get(&file).status, 404);
        let today = kit.today();
        let form = |who: i64, start: &str| {
            format!("delegate={who}&start={start}&end={today}&extent=all&reason=leave")
        };
        let refused = bea.post("/delegations", &form(house.dan, "soon"));
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert_eq!(bea.post("/delegations", &form(house.dan, &today.to_string())).status, 303);
        // Without a token, as another site would send it, nothing begins.
        let ground = dan.ground();
        let cookie = [("Cookie", dan.cookie.as_str())];
        assert_eq!(house.server.post("acme", "/acting", &cookie, &format!("ground={ground}")).status, 403);
        assert_eq!(dan.get(&file).status, 404);
        assert_eq!(dan.post("/acting", &format!("ground={ground}")).status, 303);
        let page = dan.get(&file);
        assert_eq!(page.status, 200);
        assert!(page.body.contains("You are acting for Bea Qzname."), "{}", page.body);
        assert!(page.body.contains("action=\"/acting/end\""));
        // Another device of the same person is in its own name; so is a program.
        assert_eq!(house.sign_in("dan").get(&file).status, 404);
        assert_eq!(dan.post("/acting/end", "").status, 303);
        assert_eq!(dan.get(&file).status, 404);
        // Ended by Bea while Dan acts: the request that finds out does nothing.
        assert_eq!(dan.post("/acting", &format!("ground={ground}")).status, 303);
        let id = ground.split(':').nth(1).expect("a number").to_string();
        assert_eq!(dan.post(&format!("/delegations/{id}/end"), "").status, 404, "not Dan's to end");
        assert_eq!(bea.post(&format!("/delegations/{id}/end"), "").status, 303);
        assert_eq!(dan.get(&file).status, 409);
        assert_eq!(dan.get(&file).status, 404);
        assert_eq!(dan.post("/acting", &format!("ground={ground}")).status, 409);
    });
}

#[test]
fn support_looks_with_consent_and_the_user_sees_it_and_ends_it() {
    // T4
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (bea, helper) = (house.sign_in("bea"), house.sign_in("helper"));
        let file = format!("/people/{}", house.tia);
        assert_eq!(helper.get(&file).status, 404);
        assert_eq!(helper.post("/acting", "ground=consent:1").status, 409);
        assert_eq!(bea.post("/support-access", "hours=25&support=").status, 422);
        assert_eq!(bea.post("/support-access", "hours=1&support=").status, 303);
        assert!(bea.get("/delegations").body.contains("Support may look as you until"));
        let ground = helper.ground();
        assert_eq!(helper.post("/acting", &format!("ground={ground}")).status, 303);
        let page = helper.get(&file);
        assert!(
            page.status == 200 && page.body.contains("You are looking on behalf of Bea Qzname"),
            "{}",
            page.body
        );
        assert!(!page.body.contains("/edit"), "nothing can be changed");
        let told = bea.get("/delegations").body;
        assert!(told.contains("helper") && told.contains("Viewed sensitive data"), "{told}");
        assert_eq!(bea.post("/support-access/end", "").status, 303);
        assert_eq!(helper.get(&file).status, 409);
        assert_eq!(helper.get(&file).status, 404);
    });
}

#[test]
fn the_log_is_searched_checked_and_taken_out_as_lines() {
    // A12
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (bea, root) = (house.sign_in("bea"), house.sign_in("root"));
        for path in ["/access/log", "/access/log/check", "/access/log.jsonl", "/o/activity-entries"] {
            assert_eq!(bea.get(path).status, 404, "{path}");
        }
        let file = format!("/people/{}", house.tia);
        assert_eq!(bea.get(&file).status, 200);
        assert_eq!(bea.get(&file).status, 200);
        assert_eq!(bea.get(&format!("/api/rest/v1/employees/{}", house.tia)).status, 200);
        // The page of one person is in the log when it has arrived: nothing else had to happen.
        let views = |action: &str| {
            let all = activity::after(&house.tenant, 0, 1000).expect("log");
            all.into_iter().filter(|e| e.action == action).collect::<Vec<_>>()
        };
        let seen = views("view");
        assert_eq!(seen.len(), 1, "once an hour: {seen:?}");
        assert_eq!((seen[0].subject, seen[0].detail.as_str()), (Some(house.tia), "private"));
        assert_eq!((seen[0].address.as_str(), seen[0].door.as_str()), ("127.0.0.1", "screen"));
        let found = |query: &str| root.get(&format!("/access/log.jsonl?{query}")).body;
        let today = kit.today();
        let yesterday = today.yesterday().expect("a day");
        let tia = house.tia;
        for (query, lines) in [
            ("what=view".to_string(), 1),
            ("what=view&q=be".to_string(), 1),
            ("what=view&q=dan".to_string(), 0),
            (format!("what=view&from={today}&to={today}"), 1),
            (format!("what=view&to={yesterday}"), 0),
            (format!("what=view&subject={tia}&object=Employee&door=screen&address=127.0.0.1"), 1),
            ("what=view&door=rest".to_string(), 0),
        ] {
            let body = found(&query);
            assert_eq!(body.matches("\"action\":\"view\"").count(), lines, "{query}: {body}");
        }
        let page = root.get("/access/log?what=view");
        assert!(
            page.body.contains("Viewed sensitive data") && page.body.contains("Tia Qzname"),
            "{}",
            page.body
        );
        assert!(root.get("/access/log/check").body.contains("The log is whole"));
        assert!(!views("export").is_empty(), "whoever takes out the log is in it");
    });
}
