//! The second factor over HTTP (A6): set up, shown, lost, asked for by role and network; and what opens before it is
//! shown, which is nothing.

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Scope, Tenant};
use talang_http::Method;
use talang_mail::{Options, Post, Transport};
use talang_testkit::{Kit, both, totp};

use crate::PASSWORD;
use crate::client::{Answer, Server};
use crate::walk::{House, routes};
use crate::walls::SETUP;

/// A step of an app's codes, in microseconds (RFC 6238 section 4.1).
const STEP: i64 = 30_000_000;

/// A company with `ana` and `bo`, whose mails are caught, and `root`, who administers.
pub(crate) struct Company<'a> {
    pub(crate) kit: &'a Kit,
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) system: Scope,
    pub(crate) server: Server,
}

/// A browser with a session.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) cookie: String,
    pub(crate) token: String,
}

impl<'a> Company<'a> {
    pub(crate) fn new(kit: &'a Kit) -> Company<'a> {
        let tenant = kit.tenant("acme");
        let system = kit.system(&tenant);
        let (server, identity) = Server::of(kit);
        let options =
            Options { transport: Transport::Catcher, folder: kit.data().join("mails"), ..Options::default() };
        let post = Post::new(options, false, "localhost", Some(server.port)).unwrap();
        kit.installation().provide(Arc::new(post));
        kit.role(&tenant, "payroll", &[("Country", "*", "read", "all")]);
        for (login, roles) in [
            ("ana", &["employee"][..]),
            ("bo", &["payroll"]),
            ("root", &["super-administrator", "administrator"]),
        ] {
            kit.user(&tenant, login, None, roles);
            let id = system.view(|v| v.resolve("User", login)).unwrap().unwrap();
            let email = Value::Text(format!("{login}@example.org"));
            system.change(Kind::Shared, |c| c.update("User", id, vec![("email", email)])).unwrap();
            identity.set_password(&system, id, login, PASSWORD, false).unwrap();
            identity.confirm_address(&system, id).unwrap();
        }
        Company { kit, tenant, system, server }
    }

    pub(crate) fn now(&self) -> i64 {
        self.kit.installation().clock().now()
    }

    pub(crate) fn id(&self, login: &str) -> i64 {
        self.system.view(|v| v.resolve("User", login)).unwrap().unwrap()
    }

    /// Login and password, from a browser that keeps these cookies.
    pub(crate) fn password(&self, login: &str, kept: &str) -> Answer {
        let form = format!("login={login}&password={}", PASSWORD.replace(' ', "+"));
        self.server.post("acme", "/sign-in", &[("Cookie", kept)], &form)
    }

    pub(crate) fn get(&self, browser: &Browser, path: &str) -> Answer {
        self.server.get("acme", path, &[("Cookie", &browser.cookie)])
    }

    pub(crate) fn post(&self, browser: &Browser, path: &str, form: &str) -> Answer {
        let form = format!("_csrf={}&{form}", browser.token);
        self.server.post("acme", path, &[("Cookie", &browser.cookie)], &form)
    }

    /// The browser after an answer that gave it a new session, and the token of the page where that may go.
    pub(crate) fn follow(&self, answer: &Answer, page: &str) -> Browser {
        let cookie = answer.cookie();
        let page = self.server.get("acme", page, &[("Cookie", &cookie)]);
        let field = if page.body.contains("name=\"_csrf\"") { "_csrf" } else { "csrf" };
        let token = page.csrf_of(field);
        Browser { cookie, token }
    }

    /// Signed in with the password alone, which is enough.
    pub(crate) fn enter(&self, login: &str) -> Browser {
        let answer = self.password(login, "");
        assert_eq!((answer.status, answer.header("location")), (303, Some("/")), "{}", answer.body);
        self.follow(&answer, "/password")
    }

    /// The password was right, the second factor is open.
    pub(crate) fn half(&self, login: &str) -> Browser {
        let answer = self.password(login, "");
        assert_eq!(answer.header("location"), Some("/second-factor"), "{} {}", answer.status, answer.body);
        self.follow(&answer, "/second-factor")
    }

    /// The key that the page shows to who cannot scan.
    fn key(&self, browser: &Browser) -> String {
        let page = self.get(browser, "/second-factor/enrol");
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(page.body.contains("<svg") && page.body.contains("M4 4h7v1h-7z"), "a QR code: {}", page.body);
        let (_, rest) = page.body.split_once("id=\"factor-key\"").expect("a key");
        rest.split(['>', '<']).nth(1).unwrap().to_string()
    }

    /// Sets an app up, by the pages: the browser afterwards, the key, the recovery codes, the last answer.
    fn set_up(&self, browser: &Browser) -> (Browser, String, Vec<String>, Answer) {
        let next = self.get(browser, "/second-factor/enrol");
        assert_eq!(next.status, 200, "{}", next.body);
        assert_eq!(
            self.post(browser, "/second-factor/enrol", "").header("location"),
            Some("/second-factor/enrol")
        );
        let key = self.key(browser);
        let done =
            self.post(browser, "/second-factor/enrol/app", &format!("code={}", totp(&key, self.now())));
        assert_eq!(done.status, 200, "{}", done.body);
        let (_, rest) = done.body.split_once("id=\"recovery-codes\"").expect("recovery codes");
        let codes: Vec<String> = rest.split(['>', '<']).nth(1).unwrap().lines().map(str::to_string).collect();
        assert_eq!(codes.len(), 10);
        let browser = Browser { cookie: done.cookie(), token: browser.token.clone() };
        self.kit.clock().advance(2 * STEP);
        (browser, key, codes, done)
    }

    pub(crate) fn set(&self, object: &str, key: &str, field: &'static str, value: i64) {
        let id = self.system.view(|v| v.resolve(object, key)).unwrap().unwrap();
        self.system.change(Kind::Shared, |c| c.update(object, id, vec![(field, Value::Int(value))])).unwrap();
    }

    pub(crate) fn count(&self, sql: &str) -> i64 {
        talang_engine::activity::settle(&self.kit.installation()).unwrap();
        let rows =
            self.tenant.db().read(|conn| Ok::<_, talang_engine::Error>(conn.query(sql, &[])?)).unwrap();
        rows[0][0].int()
    }

    pub(crate) fn logged(&self, action: &str) -> i64 {
        self.count(&format!("SELECT COUNT(*) FROM shared.activity_entry WHERE action = '{action}'"))
    }

    /// Waits until somebody got a mail of that subject.
    pub(crate) fn mailed(&self, to: &str, subject: &str) {
        for _ in 0..100 {
            self.kit.clock().advance(1_000_000);
            let caught = self.kit.installation().provided::<Post>().unwrap().caught(&self.tenant);
            if caught.iter().any(|m| m.to.starts_with(to) && m.subject.contains(subject)) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{to} got no mail about {subject}");
    }
}

// A6, RFC 6238: set up on the screen, asked for at the next sign-in, each code once.
#[test]
fn an_app_is_set_up_on_the_screen_and_asked_for_at_every_sign_in() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let ana = company.enter("ana");
        let other = company.enter("ana");
        assert!(company.get(&ana, "/my-sign-in").body.contains("Set up an authenticator app"));
        company.post(&ana, "/second-factor/enrol", "");
        let key = company.key(&ana);
        let wrong = company.post(&ana, "/second-factor/enrol/app", "code=12345");
        assert_eq!(wrong.status, 422, "{}", wrong.body);
        assert!(wrong.body.contains("aria-invalid") && wrong.body.contains(&key), "{}", wrong.body);
        let elsewhere = company.get(&other, "/second-factor/enrol");
        assert!(!elsewhere.body.contains(&key), "the secret is shown in the session that asked for it only");
        let (ana, key, codes, done) = company.set_up(&ana);
        assert_eq!(done.header("cache-control"), Some("no-store"), "secrets stay in no cache");
        company.mailed("ana@", "second factor was added");
        let page = company.get(&ana, "/my-sign-in");
        assert!(page.body.contains("in use") && page.body.contains("10 codes are left"), "{}", page.body);
        for secret in codes.iter().chain([&key]) {
            assert!(!page.body.contains(secret), "told once");
        }
        assert_eq!(
            company.get(&ana, "/second-factor").header("location"),
            Some("/"),
            "nothing is asked twice"
        );
        // The other session is asked at its next request.
        assert_eq!(company.get(&other, "/me").header("location"), Some("/second-factor?next=%2Fme"));
        // At the sign-in, and then on to where one wanted to go.
        let form = format!("login=ana&password={}&next=%2Fdevices", PASSWORD.replace(' ', "+"));
        let half = company.server.post("acme", "/sign-in", &[], &form);
        assert_eq!(half.header("location"), Some("/second-factor?next=%2Fdevices"));
        let half = company.follow(&half, "/second-factor");
        let right = totp(&key, company.now());
        let (first, second) = right.split_at(3);
        let done = company.post(&half, "/second-factor?next=%2Fdevices", &format!("code={first}+{second}"));
        assert_eq!((done.status, done.header("location")), (303, Some("/devices")), "{}", done.body);
        assert_eq!(
            company.get(&half, "/devices").header("location").map(|l| &l[..8]),
            Some("/sign-in"),
            "another token"
        );
        let ana = Browser { cookie: done.cookie(), token: half.token };
        assert_eq!(company.get(&ana, "/devices").status, 200);
        // A replay, in another browser.
        let half = company.half("ana");
        let replay = company.post(&half, "/second-factor", &format!("code={right}"));
        assert_eq!(replay.status, 401, "{}", replay.body);
        kit.clock().advance(STEP);
        let done = company.post(&half, "/second-factor", &format!("code={}", totp(&key, company.now())));
        assert_eq!(done.status, 303, "{}", done.body);
    });
}

// A6: a recovery code lets in once, its owner is told; new ones end the former.
#[test]
fn a_recovery_code_lets_in_once() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let (_, _, codes, _) = company.set_up(&company.enter("ana"));
        let half = company.half("ana");
        let page = company.get(&half, "/second-factor");
        assert!(
            page.body.contains("name=\"recovery\"") && page.body.contains("autocomplete=\"one-time-code\"")
        );
        let done = company.post(&half, "/second-factor", &format!("recovery={}", codes[0].to_uppercase()));
        assert_eq!((done.status, done.header("location")), (303, Some("/")), "{}", done.body);
        let ana = Browser { cookie: done.cookie(), token: half.token };
        assert!(company.get(&ana, "/my-sign-in").body.contains("9 codes are left"));
        company.mailed("ana@", "recovery code");
        let half = company.half("ana");
        assert_eq!(company.post(&half, "/second-factor", &format!("recovery={}", codes[0])).status, 401);
        let made = company.post(&ana, "/my-sign-in/codes", "");
        assert_eq!(made.status, 200, "{}", made.body);
        assert_eq!(
            company.post(&half, "/second-factor", &format!("recovery={}", codes[1])).status,
            401,
            "ended"
        );
    });
}

// A4, A6: guesses lock as wrong passwords do, by a count that a right password does not set back; the owner is told.
#[test]
fn wrong_codes_lock() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let (_, key, codes, _) = company.set_up(&company.enter("ana"));
        for _ in 0..5 {
            let half = company.half("ana");
            assert_eq!(company.post(&half, "/second-factor", "code=abcdef").status, 401);
        }
        let half = company.half("ana");
        for right in [format!("code={}", totp(&key, company.now())), format!("recovery={}", codes[0])] {
            let answer = company.post(&half, "/second-factor", &right);
            assert_eq!(answer.status, 429, "right, but locked: {}", answer.body);
            assert!(answer.body.contains("minute"), "{}", answer.body);
        }
        assert_eq!(company.logged("second-factor-failed"), 5);
        company.mailed("ana@", "Wrong codes");
        kit.clock().advance(2 * STEP);
        let done = company.post(&half, "/second-factor", &format!("code={}", totp(&key, company.now())));
        assert_eq!(done.status, 303, "{}", done.body);
    });
}

// A6, A10: a role asks for a second factor: nothing opens before, and afterwards one is where one wanted to go.
#[test]
fn whoever_has_a_role_that_asks_for_it_sets_one_up_first() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let bo = company.enter("bo");
        assert_eq!(company.get(&bo, "/o/countries").status, 200);
        company.set("Role", "payroll", "second_factor", 1);
        let led = "/second-factor/enrol?next=%2Fo%2Fcountries";
        assert_eq!(company.get(&bo, "/o/countries").header("location"), Some(led), "at the next request");
        assert_eq!(company.get(&bo, "/my-sign-in").status, 303, "no way round by another page");
        let api = company.get(&bo, "/api/rest/v1/countries?limit=1");
        assert_eq!(api.status, 401, "{}", api.body);
        let answer = company.password("bo", "");
        assert_eq!(answer.header("location"), Some("/second-factor/enrol"));
        let bo = company.follow(&answer, "/second-factor/enrol");
        let page = company.get(&bo, "/second-factor/enrol");
        assert!(page.body.contains("Your company asks for a second factor"), "{}", page.body);
        let (bo, ..) = company.set_up(&bo);
        assert_eq!(company.get(&bo, "/o/countries").status, 200);
        // While it is asked for it stays.
        let refused = company.post(&bo, "/my-sign-in/app/remove", "");
        assert_eq!(refused.status, 409, "{}", refused.body);
        let page = company.get(&bo, "/my-sign-in");
        assert!(!page.body.contains("/my-sign-in/app/remove"), "nor is it offered: {}", page.body);
        company.set("Role", "payroll", "second_factor", 0);
        assert_eq!(company.post(&bo, "/my-sign-in/app/remove", "").status, 303);
        company.mailed("bo@", "was removed");
        company.enter("bo");
    });
}

// A1, A6: from some networks a second factor is asked for, from the office it is not.
#[test]
fn a_network_asks_for_a_second_factor() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let range = |cidr: &str, asks: i64| {
            let text = |t: &str| Value::Text(t.to_string());
            let values =
                vec![("group_code", text("*")), ("cidr", text(cidr)), ("second_factor", Value::Int(asks))];
            company.system.change(Kind::Shared, |c| c.create("IpRange", values)).unwrap();
        };
        let ana = company.enter("ana");
        range("0.0.0.0/0", 1);
        let led = Some("/second-factor/enrol?next=%2Fdevices");
        assert_eq!(company.get(&ana, "/devices").header("location"), led);
        assert_eq!(company.password("ana", "").header("location"), Some("/second-factor/enrol"));
        range("127.0.0.0/8", 0);
        assert_eq!(company.get(&ana, "/devices").status, 200, "the narrowest range counts");
        company.enter("ana");
        range("127.0.0.0/24", 1);
        let (ana, ..) = company.set_up(&ana);
        assert_eq!(company.get(&ana, "/devices").status, 200);
    });
}

// A6, A7; ASVS 5.0 V7.5.3: who has a second factor shows it before dangerous acts; the password alone is not enough.
#[test]
fn a_dangerous_act_asks_for_a_code_of_who_has_an_app() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let (root, key, codes, _) = company.set_up(&company.enter("root"));
        kit.clock().advance(11 * 60_000_000);
        let path = format!("/access/users/{}/sign-out", company.id("ana"));
        let asked = company.post(&root, &path, "typed=kept");
        let confirm = asked.header("location").unwrap_or_default().to_string();
        assert_eq!(asked.status, 307, "{}", asked.body);
        let page = company.post(&root, &confirm, "typed=kept");
        assert!(
            page.body.contains("name=\"_confirm_code\"") && page.body.contains("value=\"kept\""),
            "{}",
            page.body
        );
        assert!(!page.body.contains("_confirm_password"), "{}", page.body);
        let password = format!("_confirm_form=1&_confirm_password={}", PASSWORD.replace(' ', "+"));
        assert_eq!(company.post(&root, &confirm, &password).status, 401, "the password is no proof here");
        // Nor is it by way of a new password.
        let new = "Five+ripe+yellow+plums+8!";
        let changed = format!("present={}&password={new}&again={new}", PASSWORD.replace(' ', "+"));
        let answer = company.post(&root, "/password", &changed);
        assert_eq!(answer.status, 200, "{}", answer.body);
        let root = Browser { cookie: answer.cookie(), token: root.token };
        assert_eq!(company.post(&root, &path, "").status, 307, "still asked");
        let right = format!("_confirm_form=1&_confirm_code={}", totp(&key, company.now()));
        let done = company.post(&root, &confirm, &right);
        assert_eq!((done.status, done.header("location")), (307, Some(path.as_str())), "{}", done.body);
        let root = Browser { cookie: done.cookie(), token: root.token };
        assert_eq!(company.post(&root, &path, "").status, 303);
        kit.clock().advance(11 * 60_000_000);
        let recovery = format!("_confirm_form=1&_confirm_code=&_confirm_recovery={}", codes[0]);
        assert_eq!(company.post(&root, &confirm, &recovery).status, 307, "the phone is lost");
    });
}

// A6, A12: who looks after accounts takes a lost second factor away; it is in the log, and its owner is told.
#[test]
fn an_administrator_resets_a_lost_second_factor() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let (ana, ..) = company.set_up(&company.enter("ana"));
        let (root, bo) = (company.enter("root"), company.enter("bo"));
        let account = format!("/access/users/{}", company.id("ana"));
        let reset = format!("{account}/factors/reset");
        assert_eq!(company.post(&bo, &reset, "").status, 404, "not everybody");
        assert_eq!(company.get(&ana, "/devices").status, 200);
        let page = company.get(&root, &format!("{account}/sign-in"));
        assert!(page.body.contains(&reset), "{}", page.body);
        assert_eq!(company.post(&root, &reset, "").status, 303);
        assert_eq!(
            company.get(&ana, "/devices").header("location"),
            Some("/sign-in?next=%2Fdevices"),
            "sessions end"
        );
        assert_eq!(company.logged("factor-reset"), 1);
        company.mailed("ana@", "was reset");
        company.enter("ana");
        assert_eq!(company.post(&root, &reset, "").status, 409, "there is none any more");
    });
}

// A6, A7, T4: who has shown the password alone reaches the page that asks for the rest, and nothing else on any route.
#[test]
fn a_half_finished_session_opens_nothing() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let company = Company {
            kit,
            tenant: house.tenant.clone(),
            system: kit.system(&house.tenant),
            server: house.server.again(),
        };
        let form = "_csrf=";
        // `root` may do everything and has an app; `eve` has none and needs one.
        company.set_up(&company.enter("root"));
        let half = company.half("root");
        let eve = company.enter("eve");
        company.set("Role", "hr-manager", "second_factor", 1);
        let before = house.stored();
        let mut walked = 0;
        for route in routes() {
            let path = house.path(&route);
            let name = format!("{} {}", route.method.name(), route.pattern);
            for (browser, page) in [(&half, "/second-factor"), (&eve, "/second-factor/enrol")] {
                let own = route.pattern == "/sign-out"
                    || route.pattern == page
                    || page == "/second-factor" && route.pattern.starts_with("/second-factor/passkey")
                    || page == "/second-factor/enrol" && route.pattern.starts_with(page);
                if own {
                    continue;
                }
                let headers = [("Cookie", browser.cookie.as_str()), ("X-Csrf-Token", &browser.token)];
                let answer = house.call(route.method, &path, &headers, &format!("{form}{}", browser.token));
                walked += 1;
                let to = answer.header("location").unwrap_or_default();
                if route.access.is_open() {
                    // What nobody needs an account for is shown as to nobody.
                    assert!(answer.status < 500, "{name}: {}", answer.body);
                    assert!(page != "/second-factor" || !answer.body.contains(&half.token), "{name}");
                    continue;
                }
                match path.starts_with("/api/") {
                    true => assert_eq!(answer.status, 401, "{name}: {}", answer.body),
                    false => {
                        assert_eq!(answer.status, 303, "{name}: {}", answer.body);
                        assert!(
                            to == page || to.starts_with(&format!("{page}?next=")),
                            "{name} leads to {to}"
                        );
                        assert!(answer.body.is_empty(), "{name}: {}", answer.body);
                    }
                }
                // A part of a page leads its page away, and shows nothing.
                if route.method == Method::Get && !path.starts_with("/api/") {
                    let part = [("Cookie", browser.cookie.as_str()), ("HX-Request", "true")];
                    let answer = house.call(route.method, &path, &part, "");
                    assert_eq!((answer.status, answer.header("hx-redirect")), (200, Some(page)), "{name}");
                    assert!(answer.body.is_empty(), "{name}: {}", answer.body);
                }
            }
        }
        assert!(walked > 400, "only {walked} requests");
        house.unchanged_but(&before, "a half-finished session", &["shared.sign_on", "shared.sign_on_key"]);
        // Setting up another app is not a way round the one that is there.
        for path in ["/second-factor/enrol", "/second-factor/enrol/app"] {
            assert_eq!(company.post(&half, path, "code=000000").header("location"), Some("/second-factor"));
        }
        // What the session is for still works.
        assert_eq!(company.get(&half, "/second-factor").status, 200);
        assert_eq!(company.post(&half, "/sign-out", "").status, 303);
        assert_eq!(
            company.get(&half, "/second-factor").header("location").map(|l| &l[..8]),
            Some("/sign-in")
        );
    });
}
