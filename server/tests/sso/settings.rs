//! What a company decides about its providers: which signature counts, how long a session lasts, whether passwords still work.

use talang_catalogue::{Kind, Value};
use talang_testkit::both;

use super::forge::{Signing, key};
use super::{ISSUER, MINUTE, SETUP, World, session};
use crate::PASSWORD;
use crate::client::Answer;

#[test]
fn a_company_may_ask_for_assertions_that_are_signed_themselves() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        world.provider("strict", ISSUER, key("idp"), &[("assertion_signed", Value::Int(1))]);
        let by = Signing::by(key("idp"));
        let come = |code: &str, inside: bool| {
            let begun = world.begin(code);
            let words = world.words(code, ISSUER, Some(&begun.request));
            let assertion = if inside { words.signed(&by) } else { words.assertion() };
            world.answer(code, &begun.cookie, &words.signed_response(&assertion, &by))
        };
        session(&come("idp", false));
        let refused = come("strict", false);
        assert_eq!((refused.status, refused.header("x-fault")), (403, Some("sso.signature")));
        session(&come("strict", true));
        session(&world.sign_in("strict", key("idp"), |_| {}));
    });
}

#[test]
fn a_session_lasts_no_longer_than_the_provider_says() {
    // A6, A8: SessionNotOnOrAfter
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let now = world.now();
        let alive = |answer: &Answer| {
            world.server.get("acme", "/password", &[("Cookie", &session(answer))]).status == 200
        };
        let short = world.sign_in("idp", key("idp"), |w| w.session_until = Some(now + 30 * MINUTE));
        let kept = short.header("set-cookie").unwrap();
        assert!(kept.contains("Max-Age=1800"), "{kept}");
        // A provider cannot make it longer than it is here.
        let long = world.sign_in("idp", key("idp"), |w| w.session_until = Some(now + 9_000 * MINUTE));
        let usual = world.sign_in("idp", key("idp"), |_| {});
        let age = |answer: &Answer| {
            let cookie = answer.header("set-cookie").unwrap();
            cookie.split("Max-Age=").nth(1).unwrap().split(';').next().unwrap().to_string()
        };
        assert_eq!(age(&long), age(&usual));
        kit.clock().advance(29 * MINUTE);
        assert!(alive(&short) && alive(&long));
        kit.clock().advance(2 * MINUTE);
        assert!(!alive(&short) && alive(&long));
    });
}

#[test]
fn a_provider_that_replaces_passwords_does_so_except_for_emergencies() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        world.password("ana");
        world.password("adm");
        let form = |login: &str| format!("login={login}&password={}", PASSWORD.replace(' ', "+"));
        let comes = |login: &str| world.server.post("acme", "/sign-in", &[], &form(login)).status == 303;
        let system = kit.system(&world.tenant);
        let set = |values: Vec<(&'static str, Value)>| {
            system
                .change(Kind::Shared, |c| {
                    let id = c.resolve("IdentityProvider", "idp")?.unwrap_or_default();
                    c.update("IdentityProvider", id, values)
                })
                .unwrap();
        };
        assert!(comes("ana") && comes("adm"));
        set(vec![("replaces_password", Value::Int(1))]);
        assert!(!comes("ana"), "the provider has replaced it");
        let right = world.server.post("acme", "/sign-in", &[], &form("ana"));
        let wrong = world.server.post("acme", "/sign-in", &[], "login=ana&password=wrong");
        assert_eq!(right.status, wrong.status, "whether the password was right is not told");
        assert!(comes("adm"), "who may change providers is not locked out by one that fails");
        session(&world.sign_in("idp", key("idp"), |_| {}));
        // Switched off, or of another population, it replaces nothing.
        set(vec![("active", Value::Int(0))]);
        assert!(comes("ana"));
        set(vec![("active", Value::Int(1)), ("population", "candidates".into())]);
        assert!(comes("ana"));
    });
}
