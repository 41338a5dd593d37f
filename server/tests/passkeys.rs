//! Passkeys over HTTP (A6): added, used alone and after the password, named, removed, forbidden; and what somebody might send
//! instead. The authenticator is a program that signs with keys of its own; a real browser's is in `tests-browser`.

use serde_json::Value as Json;
use talang_catalogue::{Kind, Value};
use talang_http::encode;
use talang_testkit::authenticator::{Authenticator, Ceremony, Key, PRESENT, VERIFIED, base64url, bytes};
use talang_testkit::{Database, Kit, both};

use crate::client::Answer;
use crate::second_factor::{Browser, Company};
use crate::walls::SETUP;

const MINUTE: i64 = 60_000_000;
const ADD: &str = "/second-factor/enrol/passkey";
const SHOW: &str = "/second-factor/passkey";
const SIGN_IN: &str = "/sign-in/passkey";

fn origin(company: &Company<'_>) -> String {
    format!("http://acme.localhost:{}", company.server.port)
}

fn json(answer: &Answer) -> Json {
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    serde_json::from_str(&answer.body).unwrap()
}

fn sent(answer: &Json) -> String {
    format!("passkey={}", encode(&answer.to_string()))
}

/// A question to a signed-in browser.
fn asked(company: &Company<'_>, browser: &Browser, path: &str) -> Json {
    let headers = [("Cookie", browser.cookie.as_str()), ("x-csrf-token", browser.token.as_str())];
    json(&company.server.send("acme", "POST", path, &headers, b""))
}

/// A browser at the sign-in page: its cookie and the question.
fn at_the_door(company: &Company<'_>) -> (String, Json) {
    let answer = company.server.send("acme", "POST", "/sign-in/passkey/ask", &[], b"");
    (answer.cookie(), json(&answer))
}

fn knock(company: &Company<'_>, cookie: &str, answer: &Json) -> Answer {
    company.server.post("acme", SIGN_IN, &[("Cookie", cookie)], &sent(answer))
}

/// Adds a passkey by the pages: the browser afterwards, the recovery codes if there are new ones.
fn add(
    company: &Company<'_>,
    browser: &Browser,
    device: &mut Authenticator,
    name: &str,
) -> (Browser, Vec<String>) {
    let question = asked(company, browser, "/second-factor/enrol/passkey/ask");
    let answer = device.create(&Ceremony::honest(&question, &origin(company)));
    let done = company.post(browser, ADD, &format!("name={}&{}", encode(name), sent(&answer)));
    assert!(matches!(done.status, 200 | 303), "{} {}", done.status, done.body);
    let codes = match done.body.split_once("id=\"recovery-codes\"") {
        Some((_, rest)) => rest.split(['>', '<']).nth(1).unwrap().lines().map(str::to_string).collect(),
        None => Vec::new(),
    };
    (Browser { cookie: done.cookie(), token: browser.token.clone() }, codes)
}

/// Signs in with a passkey alone.
fn enter(company: &Company<'_>, device: &mut Authenticator) -> Answer {
    let (cookie, question) = at_the_door(company);
    let answer = device.get(&Ceremony::honest(&question, &origin(company)));
    knock(company, &cookie, &answer)
}

// A6: several passkeys, each with a name; one alone signs in, without login, password or another factor.
#[test]
fn a_passkey_is_added_and_signs_in_alone() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let door = || company.server.get("acme", "/sign-in", &[]).body;
        assert!(!door().contains("Sign in with a passkey"), "nobody has one: nothing is offered");
        let ana = company.enter("ana");
        assert!(company.get(&ana, "/my-sign-in").body.contains("Add a passkey"));
        let page = company.get(&ana, ADD);
        assert!(page.body.contains("data-passkey=\"create\""), "{}", page.body);
        let question = asked(&company, &ana, "/second-factor/enrol/passkey/ask");
        assert_eq!(question["rp"]["id"], "acme.localhost", "the whole host, and not what companies share");
        assert_eq!(question["attestation"], "none");
        let handle = bytes(&question["user"]["id"]);
        assert!(handle.len() == 32 && handle != b"ana", "chance, not the login");
        let mut phone = Authenticator::new(Key::es256());
        let (ana, codes) = add(&company, &ana, &mut phone, "  Phone\n of Ana ");
        assert_eq!(codes.len(), 10);
        assert_eq!(phone.user_handle, handle, "one account is one person in every device");
        company.mailed("ana@", "second factor was added");
        let question = asked(&company, &ana, "/second-factor/enrol/passkey/ask");
        assert_eq!(question["excludeCredentials"][0]["id"], base64url(&phone.id), "not twice in one device");
        assert_eq!(
            question["excludeCredentials"][0]["transports"],
            serde_json::json!(["internal", "hybrid"])
        );
        let mut key = Authenticator::new(Key::eddsa());
        let (ana, codes) = add(&company, &ana, &mut key, "");
        assert!(codes.is_empty(), "those that are there go on");
        let page = company.get(&ana, "/my-sign-in");
        assert!(page.body.contains("Phone of Ana") && page.body.contains("not used yet"), "{}", page.body);

        assert!(door().contains("Sign in with a passkey") && door().contains("username webauthn"));
        for device in [&mut phone, &mut key] {
            kit.clock().advance(MINUTE);
            let done = enter(&company, device);
            assert_eq!((done.status, done.header("location")), (303, Some("/")), "{}", done.body);
            let browser = company.follow(&done, "/password");
            assert!(company.get(&browser, "/devices").body.contains("By passkey."));
        }
        let page = company.get(&ana, "/my-sign-in");
        assert!(page.body.contains("last used on") && !page.body.contains("not used yet"), "{}", page.body);
        assert!(page.body.contains("kept in several places"));
        assert_eq!(company.logged("sign-in-failed"), 0);
    });
}

// A6: everything that somebody might send to the sign-in is refused in the same words, and nothing is used up by others.
#[test]
fn nothing_but_the_right_answer_of_the_right_browser_signs_in() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let origin = origin(&company);
        let ana = company.enter("ana");
        let mut device = Authenticator::new(Key::es256());
        let (ana, _) = add(&company, &ana, &mut device, "one");
        let bo = company.enter("bo");
        let mut other = Authenticator::new(Key::es256());
        let (bo, _) = add(&company, &bo, &mut other, "one");
        let mut said = std::collections::BTreeSet::new();
        let mut refused = |what: &str, answer: Answer| {
            assert_eq!(answer.status, 401, "{what}: {}", answer.body);
            assert!(answer.headers("set-cookie").all(|c| !c.contains("session")), "{what}");
            let (_, rest) = answer.body.split_once("role=\"alert\"").unwrap();
            said.insert(rest.split("</div>").next().unwrap().to_string());
        };
        let lie = |what: &str, client: &dyn Fn(&mut Json), data: &dyn Fn(&mut Vec<u8>)| {
            let (cookie, question) = at_the_door(&company);
            let mut device = device.clone();
            let ceremony = Ceremony { client, data, ..Ceremony::honest(&question, &origin) };
            (what.to_string(), knock(&company, &cookie, &device.get(&ceremony)))
        };
        let none: &dyn Fn(&mut Json) = &|_| {};
        let same: &dyn Fn(&mut Vec<u8>) = &|_| {};
        for (what, answer) in [
            lie("another company's page", &|c| c["origin"] = "http://other.localhost".into(), same),
            lie("another port", &|c| c["origin"] = "http://acme.localhost:1".into(), same),
            lie(
                "with TLS",
                &|c| c["origin"] = c["origin"].as_str().unwrap().replace("http", "https").into(),
                same,
            ),
            lie("inside of another page", &|c| c["crossOrigin"] = true.into(), same),
            lie("a registration", &|c| c["type"] = "webauthn.create".into(), same),
            lie("a question of nobody's", &|c| c["challenge"] = base64url(&[7; 56]).into(), same),
            lie("no question", &|c| c["challenge"] = "".into(), same),
            lie("nobody there", none, &|d| d[32] &= !PRESENT),
            lie("nobody verified", none, &|d| d[32] &= !VERIFIED),
            lie("another host's key", none, &|d| d[0] ^= 1),
        ] {
            refused(&what, answer);
        }
        // What was asked of somebody else, or for something else.
        let (cookie, question) = at_the_door(&company);
        let (another, _) = at_the_door(&company);
        let honest = device.get(&Ceremony::honest(&question, &origin));
        refused("another browser's question", knock(&company, &another, &honest));
        refused("no browser's question", company.server.post("acme", SIGN_IN, &[], &sent(&honest)));
        let show = asked(&company, &ana, "/second-factor/passkey/ask");
        let mut for_a_session = device.get(&Ceremony::honest(&show, &origin));
        refused("a session's question", knock(&company, &cookie, &for_a_session));
        for_a_session["response"]["clientDataJSON"] = honest["response"]["clientDataJSON"].clone();
        refused("a question slipped in", knock(&company, &cookie, &for_a_session));
        // That used the question up, though it was wrong.
        let late = knock(&company, &cookie, &honest);
        assert_eq!(late.status, 409, "{}", late.body);
        // Somebody else's key, name or person.
        for change in ["id", "handle", "key"] {
            let (cookie, question) = at_the_door(&company);
            let mut mixed = device.get(&Ceremony::honest(&question, &origin));
            let theirs = other.get(&Ceremony::honest(&question, &origin));
            match change {
                "id" => {
                    mixed["id"] = theirs["id"].clone();
                    mixed["rawId"] = theirs["id"].clone();
                }
                "handle" => mixed["response"]["userHandle"] = theirs["response"]["userHandle"].clone(),
                _ => mixed["response"]["signature"] = theirs["response"]["signature"].clone(),
            }
            refused(change, knock(&company, &cookie, &mixed));
        }
        refused("a key that was never added", enter(&company, &mut Authenticator::new(Key::es256())));
        for nonsense in ["", "{}", "null", "[1]", "a=b", &"x".repeat(100_000)] {
            let (cookie, _) = at_the_door(&company);
            let form = format!("passkey={}", encode(nonsense));
            refused(nonsense, company.server.post("acme", SIGN_IN, &[("Cookie", &cookie)], &form));
        }
        assert_eq!(said.len(), 1, "one sentence for all of it: {said:?}");

        // A right answer, twice; and one that comes too late.
        let (cookie, question) = at_the_door(&company);
        let right = device.get(&Ceremony::honest(&question, &origin));
        assert_eq!(knock(&company, &cookie, &right).status, 303);
        assert_eq!(knock(&company, &cookie, &right).status, 409, "a replay");
        let (cookie, question) = at_the_door(&company);
        let right = device.get(&Ceremony::honest(&question, &origin));
        kit.clock().advance(5 * MINUTE);
        assert_eq!(knock(&company, &cookie, &right).status, 409, "too late");
        // Another company does not know it, though the program is the same.
        kit.tenant("other");
        let answer = company.server.send("other", "POST", "/sign-in/passkey/ask", &[], b"");
        let (cookie, question) = (answer.cookie(), json(&answer));
        let theirs = device
            .get(&Ceremony::honest(&question, &format!("http://other.localhost:{}", company.server.port)));
        let answer = company.server.post("other", SIGN_IN, &[("Cookie", &cookie)], &sent(&theirs));
        assert_eq!(answer.status, 401, "{}", answer.body);
        // Right in every way, of an account that may not be used: no other answer.
        let id = company.id("bo");
        let state = vec![("state", Value::Text("suspended".into()))];
        company.system.change(Kind::Shared, |c| c.update("User", id, state)).unwrap();
        assert_eq!(enter(&company, &mut other).status, 401);
        assert_eq!(company.get(&bo, "/me").status, 303);
        assert!(company.logged("sign-in-failed") > 20);
    });
}

// A6: after the password a passkey stands for the app's code; a key that asks for no PIN is enough there, and only there.
#[test]
fn a_passkey_is_the_second_factor_after_the_password() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let origin = origin(&company);
        let mut key = Authenticator::new(Key::es256());
        key.flags = PRESENT;
        let (_, codes) = add(&company, &company.enter("ana"), &mut key, "security key");
        assert_eq!(enter(&company, &mut key).status, 401, "alone it is one factor");
        let half = company.half("ana");
        let page = company.get(&half, "/second-factor");
        assert!(page.body.contains("Use a passkey") && !page.body.contains("name=\"code\""), "{}", page.body);
        let question = asked(&company, &half, "/second-factor/passkey/ask");
        assert_eq!(question["allowCredentials"][0]["id"], base64url(&key.id));
        // Somebody else's, in this session; and this one's, from another session's question.
        let (_, _) = add(&company, &company.enter("bo"), &mut Authenticator::new(Key::es256()), "bo's");
        let mut stranger = Authenticator::new(Key::es256());
        let wrong = stranger.get(&Ceremony::honest(&question, &origin));
        assert_eq!(company.post(&half, SHOW, &sent(&wrong)).status, 401);
        let second = company.half("ana");
        let theirs =
            key.get(&Ceremony::honest(&asked(&company, &second, "/second-factor/passkey/ask"), &origin));
        assert_eq!(company.post(&half, SHOW, &sent(&theirs)).status, 401, "asked in another browser");
        for path in ["/", "/my-sign-in", ADD, "/second-factor/enrol"] {
            assert_eq!(company.get(&half, path).status, 303, "{path} is not open yet");
        }
        let question = asked(&company, &half, "/second-factor/passkey/ask");
        let mut right = key.get(&Ceremony::honest(&question, &origin));
        right["response"]["userHandle"] = "".into();
        let done = company.post(&half, &format!("{SHOW}?next=%2Fdevices"), &sent(&right));
        assert_eq!((done.status, done.header("location")), (303, Some("/devices")), "{}", done.body);
        let whole = company.follow(&done, "/password");
        assert_eq!(company.get(&whole, "/devices").status, 200);
        // The day when it is lost.
        let half = company.half("ana");
        assert_eq!(company.post(&half, "/second-factor", &format!("recovery={}", codes[0])).status, 303);
    });
}

// A6, A10: where a role asks for a second factor, a passkey is one; it cannot be removed while it is the only one.
#[test]
fn a_passkey_is_enough_where_a_second_factor_is_asked_for() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        company.set("Role", "payroll", "second_factor", 1);
        let answer = company.password("bo", "");
        assert_eq!(answer.header("location"), Some("/second-factor/enrol"));
        let bo = company.follow(&answer, "/second-factor/enrol");
        assert!(company.get(&bo, "/second-factor/enrol").body.contains("Set up a passkey"));
        assert_eq!(company.get(&bo, "/my-sign-in").status, 303, "nothing else is open before");
        let mut phone = Authenticator::new(Key::es256());
        let (bo, codes) = add(&company, &bo, &mut phone, "phone");
        assert_eq!((codes.len(), company.get(&bo, "/my-sign-in").status), (10, 200));
        assert_eq!(enter(&company, &mut phone).header("location"), Some("/"), "both factors in one");
        let id = company.count("SELECT id FROM shared.passkey");
        let kept = company.post(&bo, &format!("/my-sign-in/passkeys/{id}/remove"), "");
        assert_eq!(kept.status, 409, "{}", kept.body);
        assert_eq!(company.count("SELECT COUNT(*) FROM shared.passkey"), 1);
        company.set("Role", "payroll", "second_factor", 0);
        assert_eq!(company.post(&bo, &format!("/my-sign-in/passkeys/{id}/remove"), "").status, 303);
        company.mailed("bo@", "was removed");
        assert_eq!(enter(&company, &mut phone).status, 401, "what is removed opens nothing");
        assert_eq!(company.count("SELECT COUNT(*) FROM shared.recovery_code"), 0);
    });
}

// A6; ASVS 5.0 V7.5.3: names are their owner's; adding and removing need a fresh proof, which a passkey is.
#[test]
fn passkeys_are_their_owners_to_name_and_to_remove() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let mut phone = Authenticator::new(Key::es256());
        let (ana, _) = add(&company, &company.enter("ana"), &mut phone, "phone");
        let bo = company.enter("bo");
        let id = company.count("SELECT id FROM shared.passkey");
        let (name, remove) =
            (format!("/my-sign-in/passkeys/{id}/name"), format!("/my-sign-in/passkeys/{id}/remove"));
        assert_eq!(company.post(&bo, &name, "name=mine").status, 404, "somebody else's is not there");
        assert_eq!(company.post(&bo, &remove, "").status, 404);
        assert_eq!(company.post(&ana, &name, "name=+").status, 422, "a name is needed");
        let long = "<b>x".repeat(40);
        assert_eq!(company.post(&ana, &name, &format!("name={}", encode(&long))).status, 303);
        let page = company.get(&ana, "/my-sign-in").body;
        assert!(page.contains("&lt;b&gt;x") && !page.contains("<b>x"), "{page}");
        // Ten minutes later.
        kit.clock().advance(11 * MINUTE);
        let away = company.post(&ana, &remove, "");
        assert_eq!(away.status, 307, "{}", away.body);
        assert!(company.get(&ana, ADD).header("location").unwrap().starts_with("/confirm"));
        let ask = company.server.send(
            "acme",
            "POST",
            "/second-factor/enrol/passkey/ask",
            &[("Cookie", &ana.cookie), ("x-csrf-token", &ana.token)],
            b"",
        );
        assert_ne!(ask.status, 200, "nor by its address: {}", ask.body);
        let confirm = away.header("location").unwrap().to_string();
        let asking = company.post(&ana, &confirm, "");
        assert!(asking.body.contains("_confirm_passkey") && !asking.body.contains("_confirm_password"));
        let wrong = company.post(&ana, &confirm, "_confirm_form=1&_confirm_passkey=%7B%7D");
        assert_eq!(wrong.status, 401, "{}", wrong.body);
        let question = asked(&company, &ana, "/second-factor/passkey/ask");
        let right = phone.get(&Ceremony::honest(&question, &origin(&company)));
        let done = company.post(
            &ana,
            &confirm,
            &format!("_confirm_form=1&_confirm_passkey={}", encode(&right.to_string())),
        );
        assert_eq!((done.status, done.header("location")), (307, Some(remove.as_str())), "{}", done.body);
        let ana = Browser { cookie: done.cookie(), token: ana.token };
        assert_eq!(company.post(&ana, &remove, "").status, 303);
        assert_eq!(company.count("SELECT COUNT(*) FROM shared.passkey"), 0);
    });
}

// A6: the policy forbids passkeys: none is offered, taken or asked for, and those that are there open nothing.
#[test]
fn a_company_can_do_without_passkeys() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let mut phone = Authenticator::new(Key::es256());
        let (ana, _) = add(&company, &company.enter("ana"), &mut phone, "phone");
        let root = company.enter("root");
        let page = company.get(&root, "/access/password-policy");
        assert!(page.body.contains("No passkeys"), "{}", page.body);
        let policy = company.post(&root, "/access/password-policy", "passkeys_refused=true");
        assert_eq!(policy.status, 303, "{}", policy.body);
        assert!(!company.server.get("acme", "/sign-in", &[]).body.contains("passkey-suggest"));
        assert_eq!(company.server.send("acme", "POST", "/sign-in/passkey/ask", &[], b"").status, 403);
        assert!(!company.get(&ana, "/my-sign-in").body.contains("Passkeys"));
        assert_eq!(company.get(&ana, ADD).status, 403);
        // A question from before.
        company.post(&root, "/access/password-policy", "");
        let (cookie, question) = at_the_door(&company);
        company.post(&root, "/access/password-policy", "passkeys_refused=true");
        let answer = phone.get(&Ceremony::honest(&question, &origin(&company)));
        assert_eq!(knock(&company, &cookie, &answer).status, 401);
        // The password is enough again, as nothing else can be shown.
        company.enter("ana");
        company.post(&root, "/access/password-policy", "");
        assert_eq!(enter(&company, &mut phone).status, 303, "allowed again, they open again");
        company.half("ana");
    });
}

// A6: where an identity provider replaces the password, a passkey does not lead past it, except for who may change providers.
#[test]
fn a_passkey_does_not_lead_past_a_provider_that_replaces_passwords() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let mut devices = Vec::new();
        for login in ["ana", "root"] {
            let mut device = Authenticator::new(Key::es256());
            add(&company, &company.enter(login), &mut device, "phone");
            devices.push(device);
        }
        let values = vec![
            ("code", Value::Text("idp".into())),
            ("label", Value::Texts([("en".to_string(), "Company".to_string())].into_iter().collect())),
            ("protocol", Value::Text("saml".into())),
            ("issuer", Value::Text("https://idp.example".into())),
            ("replaces_password", Value::Int(1)),
            ("tested_at", Value::Int(1)),
            ("active", Value::Int(1)),
        ];
        company.system.change(Kind::Shared, |c| c.create("IdentityProvider", values)).unwrap();
        assert_eq!(enter(&company, &mut devices[0]).status, 401);
        assert_eq!(
            enter(&company, &mut devices[1]).status,
            303,
            "a provider that fails locks nobody out for ever"
        );
    });
}

// Web Authentication Level 3 section 6.1.1: a copied key is noticed by its counter; section 7.1 step 26: a name counts once.
#[test]
fn a_copied_key_is_noticed() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let mut key = Authenticator::new(Key::es256());
        key.counter = 5;
        let (ana, _) = add(&company, &company.enter("ana"), &mut key, "key");
        let mut thief = key.clone();
        assert_eq!(enter(&company, &mut key).status, 303);
        assert_eq!(enter(&company, &mut key).status, 303);
        assert_eq!(enter(&company, &mut thief).status, 401, "the owner was here meanwhile");
        let reason = "SELECT COUNT(*) FROM shared.activity_entry WHERE action = 'sign-in-failed' AND detail = 'passkey: counter'";
        assert_eq!(company.count(reason), 1);
        // The name of a credential is one account's.
        let bo = company.enter("bo");
        let question = asked(&company, &bo, "/second-factor/enrol/passkey/ask");
        let answer = key.clone().create(&Ceremony::honest(&question, &origin(&company)));
        let twice = company.post(&bo, ADD, &sent(&answer));
        assert_eq!(twice.status, 409, "{}", twice.body);
        assert_eq!(company.count("SELECT COUNT(*) FROM shared.passkey"), 1);
        // Whoever looks after accounts takes them away with the other factors.
        let root = company.enter("root");
        let account = format!("/access/users/{}", company.id("ana"));
        assert!(company.get(&root, &format!("{account}/sign-in")).body.contains("passkeys: 1"));
        let reset = company.post(&root, &format!("{account}/factors/reset"), "");
        assert!(matches!(reset.status, 200 | 303), "{}", reset.body);
        assert_eq!(enter(&company, &mut key).status, 401);
        assert_eq!(company.get(&ana, "/me").status, 303, "its sessions end");
    });
}

// A4, A6: whoever guesses passwords keeps the owner of a key out of nothing.
#[test]
fn a_lock_after_wrong_passwords_does_not_lock_a_passkey() {
    both(&SETUP, |kit| {
        let company = Company::new(kit);
        let mut phone = Authenticator::new(Key::es256());
        add(&company, &company.enter("ana"), &mut phone, "phone");
        for _ in 0..6 {
            company.server.post("acme", "/sign-in", &[], "login=ana&password=wrong");
        }
        assert_eq!(company.password("ana", "").status, 429);
        assert_eq!(enter(&company, &mut phone).status, 303);
    });
}

// A4, A6: trying keys is slowed down by its source. Counted in memory, whatever the database.
#[test]
fn a_source_of_wrong_keys_is_refused_for_a_while() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let company = Company::new(&kit);
    let mut phone = Authenticator::new(Key::es256());
    add(&company, &company.enter("ana"), &mut phone, "phone");
    for _ in 0..60 {
        enter(&company, &mut Authenticator::new(Key::eddsa()));
    }
    assert_eq!(enter(&company, &mut phone).status, 429);
    kit.clock().advance(16 * MINUTE);
    assert_eq!(enter(&company, &mut phone).status, 303);
}
