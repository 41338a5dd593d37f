//! Activation and forgotten passwords over HTTP, the password policy on screen, mails on screen (A4, A5, I12).

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_mail::{Options, Post, Transport};
use talang_testkit::{Kit, both};

use crate::client::Server;
use crate::{PASSWORD, walls};

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

/// A server whose mails are caught, with `ana` (administrator, confirmed address) and `bo` (never active).
fn house(kit: &Kit) -> Server {
    let tenant = kit.tenant("acme");
    let (server, identity) = Server::of(kit);
    let options =
        Options { transport: Transport::Catcher, folder: kit.data().join("mails"), ..Options::default() };
    kit.installation().provide(Arc::new(Post::new(options, false, "localhost", Some(server.port)).unwrap()));
    kit.role(&tenant, "boss", &[("*", "*", "read, create, update, delete, import", "all")]);
    for (login, roles) in [("ana", &["boss"][..]), ("bo", &[])] {
        kit.user(&tenant, login, None, roles);
        let system = kit.system(&tenant);
        let id = system.view(|v| v.resolve("User", login)).unwrap().unwrap();
        let email = text(&format!("{login}@example.org"));
        system.change(Kind::Shared, |c| c.update("User", id, vec![("email", email)])).unwrap();
        if login == "ana" {
            identity.set_password(&system, id, login, PASSWORD, false).unwrap();
            identity.confirm_address(&system, id).unwrap();
        }
    }
    server
}

/// The path of the latest mail's link.
fn link(kit: &Kit) -> String {
    let tenant = kit.tenant("acme");
    for _ in 0..100 {
        kit.clock().advance(1_000_000);
        let caught = kit.installation().provided::<Post>().unwrap().caught(&tenant);
        let key = caught.iter().find_map(|m| {
            m.text.split("/activate?key=").nth(1)?.split_whitespace().next().map(str::to_string)
        });
        if let Some(key) = key {
            return format!("/activate?key={key}");
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("no mail came");
}

fn form(path: &str, password: &str) -> String {
    let key = path.split_once("key=").unwrap().1;
    let password = password.replace(' ', "+");
    format!("key={key}&password={password}&again={password}")
}

// A4, A5: from the question to the sign-in, as a browser does it.
#[test]
fn a_forgotten_password_is_had_anew_over_http() {
    both(&walls::SETUP, |kit| {
        let server = house(kit);
        assert!(server.get("acme", "/sign-in", &[]).body.contains("href=\"/forgotten\""));
        let known = server.post("acme", "/forgotten", &[], "login=ana");
        let unknown = server.post("acme", "/forgotten", &[], "login=nobody");
        assert_eq!((known.status, &known.body), (unknown.status, &unknown.body), "byte for byte the same");
        let path = link(kit);
        // A program that follows links uses nothing up and gets in nowhere.
        for _ in 0..3 {
            let page = server.get("acme", &path, &[]);
            assert_eq!(page.status, 200);
            assert_eq!(page.header("referrer-policy"), Some("same-origin"));
            assert!(page.header("set-cookie").is_none(), "nobody is signed in by a link");
        }
        assert_eq!(server.post("acme", "/activate", &[], &form(&path, "short")).status, 422);
        assert_eq!(server.post("other", "/activate", &[], &form(&path, "Quiet lamp 47")).status, 404);
        let done = server.post("acme", "/activate", &[], &form(&path, "Quiet lamp 47"));
        assert_eq!(done.status, 200, "{}", done.body);
        assert!(done.header("set-cookie").is_none());
        assert_eq!(server.get("acme", &path, &[]).status, 404, "once");
        assert_eq!(server.post("acme", "/activate", &[], &form(&path, "Quiet lamp 48")).status, 404);
        let signed = server.post("acme", "/sign-in", &[], "login=ana&password=Quiet+lamp+47");
        assert_eq!(signed.status, 303);
    });
}

// A4: a wrong password, a login that does not exist and a locked one look the same, headers included.
#[test]
fn the_sign_in_page_tells_nothing_about_logins() {
    both(&walls::SETUP, |kit| {
        let server = house(kit);
        let page = |login: &str| {
            let answer = server.post("acme", "/sign-in", &[], &format!("login={login}&password=wrong"));
            (answer.status, answer.body.replace(login, "LOGIN"))
        };
        // Failures of logins that are none are counted in the process, which serves both databases here.
        let nobody = format!("nobody-{:?}", kit.database());
        for n in 0..7 {
            assert_eq!(page("ana"), page(&nobody), "attempt {n}");
        }
    });
}

// A4: strength while typing, for those whose password it is only; the password is in no answer.
#[test]
fn strength_is_shown_while_typing() {
    both(&walls::SETUP, |kit| {
        let server = house(kit);
        let path = "/password/strength";
        assert_eq!(server.post("acme", path, &[], "password=Velmora2026!").status, 404, "nobody's password");
        server.post("acme", "/forgotten", &[], "login=ana");
        let key = link(kit).split_once("key=").unwrap().1.to_string();
        let weak = server.post("acme", path, &[], &format!("key={key}&password=Password123!"));
        assert!(weak.status == 200 && weak.body.contains("very weak"), "{}", weak.body);
        assert!(!weak.body.contains("Password123"));
        let strong = server.post("acme", path, &[], &format!("key={key}&password=quiet+Lamp+under+7+chairs"));
        assert!(strong.body.contains("strong"), "{}", strong.body);
    });
}

// A4: the policy on screen: a profile is chosen, single rules are changed, a wrong figure is told at its field.
#[test]
fn an_administrator_chooses_a_profile_and_changes_rules() {
    both(&walls::SETUP, |kit| {
        let server = house(kit);
        let cookie = server.sign_in("acme");
        let cookie = [("Cookie", cookie.as_str())];
        let page = server.get("acme", "/access/password-policy", &cookie);
        assert_eq!(page.status, 200);
        let csrf =
            page.body.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
        let post =
            |path: &str, form: &str| server.post("acme", path, &cookie, &format!("csrf={csrf}&{form}"));
        assert_eq!(post("/access/password-policy/profile", "profile=standards").status, 303);
        let of = |population| talang_identity::Policy::of(&kit.tenant("acme"), population).unwrap();
        let policy = || of(talang_identity::Population::Employees);
        assert_eq!(policy(), talang_identity::Policy::STANDARDS);
        assert_eq!(post("/access/password-policy/profile", "profile=none").status, 422);
        let wrong = post("/access/password-policy", "minimum_length=many");
        assert_eq!(wrong.status, 422);
        assert_eq!(post("/access/password-policy", "minimum_length=4").status, 422, "A3: never under five");
        assert_eq!(post("/access/password-policy", "minimum_length=20&weak_refused=true").status, 303);
        assert!(policy().shortest == 20 && policy().weak_refused && !policy().reset_by_mail);
        let tried =
            post("/access/password-policy/try", "minimum_length=30&try_login=ana&try_password=Quiet+lamp+47");
        assert!(tried.body.contains("30"), "the rules as they stand in the form: {}", tried.body);
        // Links by mail are off now.
        assert!(!server.get("acme", "/sign-in", &[]).body.contains("/forgotten"));
    });
}

// O2, I12: mails on screen; many accounts activated; a test mail.
#[test]
fn mails_and_activation_on_screen() {
    both(&walls::SETUP, |kit| {
        let server = house(kit);
        let cookie = server.sign_in("acme");
        let cookie = [("Cookie", cookie.as_str())];
        let page = server.get("acme", "/access/activation", &cookie);
        assert!(page.status == 200 && page.body.contains("One account"), "{}", page.body);
        let csrf =
            page.body.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
        let post = |path: &str| server.post("acme", path, &cookie, &format!("csrf={csrf}"));
        assert_eq!(post("/access/mails/test").status, 303);
        assert_eq!(post("/access/activation").status, 303);
        let path = link(kit);
        let done = server.post("acme", "/activate", &[], &form(&path, "Quiet lamp 47"));
        assert_eq!(done.status, 200, "{}", done.body);
        let signed = server.post("acme", "/sign-in", &[], "login=bo&password=Quiet+lamp+47");
        assert_eq!(signed.status, 303, "{}", signed.body);
        let bo = signed.header("set-cookie").unwrap().split(';').next().unwrap().to_string();
        for path in ["/access/activation", "/access/mails", "/access/password-policy"] {
            assert_eq!(server.get("acme", path, &cookie).status, 200, "{path}");
            assert_eq!(server.get("acme", path, &[("Cookie", bo.as_str())]).status, 404, "{path}");
        }
        assert_eq!(post("/access/mails/999/retry").status, 404);
        // The demo's page of mails is the demo's only.
        assert_eq!(server.get("acme", "/demo/mails", &[]).status, 404);
    });
}

// A4: accounts that came with an import get their links where the box was ticked, and no others.
#[test]
fn imported_accounts_get_their_links_where_it_was_asked_for() {
    both(&walls::SETUP, |kit| {
        let server = house(kit);
        let cookie = server.sign_in("acme");
        let signed = ("Cookie", cookie.as_str());
        let token = server.get("acme", "/password", &[signed]).csrf();
        let import = |login: &str, tick: &str| {
            let body = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"User_InsertAndUpdate_en-GB_10_.csv\"\r\n\
                 Content-Type: text/csv\r\n\r\nlogin,email\r\n{login},{login}@example.org\r\n\r\n--edge--\r\n"
            );
            let headers = [
                signed,
                ("X-Csrf-Token", token.as_str()),
                ("Content-Type", "multipart/form-data; boundary=edge"),
            ];
            let look = server.send("acme", "POST", "/import/upload", &headers, body.as_bytes());
            let look = look.header("location").expect("what the file is taken for").to_string();
            let page = server.get("acme", &look, &[signed]);
            assert!(page.body.contains("name=\"activate\""), "{}", page.body);
            let begun = server.post("acme", &look, &[signed], &format!("_csrf={token}&deed=import{tick}"));
            assert_eq!(begun.status, 303, "{}", begun.body);
        };
        let tenant = kit.tenant("acme");
        let mailed = || -> Vec<String> {
            let caught = kit.installation().provided::<Post>().unwrap().caught(&tenant);
            caught.into_iter().filter(|m| m.text.contains("/activate?key=")).map(|m| m.to).collect()
        };
        let work = || {
            for _ in 0..40 {
                kit.clock().advance(5_000_000);
                talang_engine::jobs::run_due(&kit.installation(), &|| false).unwrap();
                std::thread::sleep(std::time::Duration::from_millis(25));
            }
        };
        import("quiet", "");
        work();
        assert!(kit.system(&tenant).view(|v| v.resolve("User", "quiet")).unwrap().is_some());
        assert_eq!(mailed(), [""; 0], "nobody asked for it");
        import("fresh", "&activate=true");
        work();
        assert_eq!(mailed(), ["fresh@example.org"], "neither bo nor who came before");
    });
}

// A4: the strength that an administrator is shown is that of the account whose password it will be.
#[test]
fn an_administrator_sees_the_strength_for_the_account() {
    both(&walls::SETUP, |kit| {
        let server = house(kit);
        let cookie = server.sign_in("acme");
        let signed = [("Cookie", cookie.as_str())];
        let token = server.get("acme", "/password", &signed).csrf();
        let bo = kit.system(&kit.tenant("acme")).view(|v| v.resolve("User", "bo")).unwrap().unwrap();
        let part = server.get("acme", &format!("/access/users/{bo}/sign-in"), &signed);
        assert!(part.body.contains("hx-post=\"/password/strength\""), "{}", part.body);
        assert!(part.body.contains(&format!("name=\"account\" value=\"{bo}\"")), "{}", part.body);
        let judged = |account: &str| {
            let form = format!("_csrf={token}&password=Ana+likes+1+quiet+lamp!{account}");
            server.post("acme", "/password/strength", &signed, &form)
        };
        let (own, other) = (judged(""), judged(&format!("&account={bo}")));
        assert_eq!((own.status, other.status), (200, 200));
        assert_ne!(own.body, other.body, "ana's own login stands inside, bo's does not");
        assert_eq!(judged("&account=999999").status, 404);
    });
}

// T2, T10: where a company has host names of its own, its people are led to the one where they sign in, and never to a career site's.
#[test]
fn people_are_not_led_to_a_career_site() {
    both(&walls::SETUP, |kit| {
        let tenant = kit.tenant("acme");
        let _server = Server::of(kit);
        let installation = kit.installation();
        let post = installation.provided::<Post>().unwrap();
        let led = || post.address_of(&installation, &tenant).unwrap().rsplit_once(':').unwrap().0.to_string();
        assert_eq!(led(), "http://acme.localhost");
        let site = [("code", "jobs"), ("channel", "career-site"), ("domain", "jobs.acme.example")];
        let made = kit.system(&tenant).change(Kind::Shared, |c| {
            c.create("FeatureSwitch", vec![("code", text("recruiting")), ("on", true.into())])
        });
        made.unwrap();
        let words = Value::Texts([("en".to_string(), "Jobs".to_string())].into());
        let made = kit.system(&tenant).change(Kind::Candidates, |c| {
            let mut values: Vec<_> = site.iter().map(|(field, value)| (*field, text(value))).collect();
            values.extend([
                ("internal", false.into()),
                ("label", words.clone()),
                ("privacy_notice", words),
                ("culture", text("en-GB")),
                ("active", true.into()),
            ]);
            c.create("FrontOffice", values)
        });
        made.unwrap();
        let register = |host: &str| {
            installation.store().directory(|d| d.add_domain(host, tenant.id())).unwrap();
        };
        register("jobs.acme.example");
        assert_eq!(led(), "http://acme.localhost");
        register("people.acme.example");
        assert_eq!(led(), "http://people.acme.example");
    });
}
