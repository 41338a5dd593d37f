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

// A6, A8, A10: a provider of candidates vouches for candidates and for nobody who works here, and the company's own for no
// candidate; what it lets in has twenty minutes, no roles, and the front office alone.
#[test]
fn a_provider_lets_in_its_population_and_nobody_else() {
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let system = kit.system(&world.tenant);
        let more = [
            ("population", "candidates".into()),
            ("just_in_time", Value::Int(1)),
            ("role_attribute", "groups".into()),
        ];
        let front = world.provider("front", ISSUER, key("idp"), &more);
        system
            .change(Kind::Shared, |c| {
                let role = c.resolve("Role", "super-administrator")?.map_or(Value::Null, Value::Int);
                let line = |field: &str| {
                    vec![
                        ("provider", Value::Int(front)),
                        ("field", field.into()),
                        ("attribute", field.into()),
                    ]
                };
                c.create("AttributeMapping", line("employee"))?;
                let values = vec![("provider", Value::Int(front)), ("value", "all".into()), ("role", role)];
                c.create("RoleMapping", values)
            })
            .unwrap();
        system
            .change(Kind::Employees, |c| {
                let name = |t: &str| Value::from(t);
                let values =
                    vec![("number", name("E1")), ("first_name", name("Cleo")), ("last_name", name("Lind"))];
                c.create("Employee", values)
            })
            .unwrap();
        let come = |code: &str, name: &str| {
            world.sign_in(code, key("idp"), |w| {
                w.name = name.into();
                w.attributes =
                    vec![("groups".into(), vec!["all".into()]), ("employee".into(), vec!["E1".into()])];
            })
        };
        for (code, name) in [("front", "ana"), ("front", "adm")] {
            let refused = come(code, name);
            assert_eq!((refused.status, refused.header("x-fault")), (403, Some("sso.account")), "{name}");
        }
        let cookie = session(&come("front", "cleo"));
        let one = |sql: &str| world.tenant.db().read(|conn| conn.query(sql, &[])).unwrap().remove(0);
        let made = one("SELECT population, employee FROM shared.user WHERE login = 'cleo'");
        assert_eq!((made[0].text(), made[1].opt_int()), ("candidates", None));
        let held = "SELECT COUNT(*) FROM shared.user_role r JOIN shared.user u ON u.id = r.\"user\" WHERE u.login = 'cleo'";
        assert_eq!(one(held)[0].int(), 0);
        assert_eq!(one("SELECT idle FROM shared.session")[0].int(), 20 * MINUTE);
        // Her session is a stranger's in the personal area, the back office and the interfaces.
        for path in ["/", "/password", "/devices", "/people", "/access/users"] {
            let answer = world.server.get("acme", path, &[("Cookie", &cookie)]);
            let to = answer.header("location").unwrap_or_default();
            assert!(answer.status == 303 && to.starts_with("/sign-in"), "{path}: {} {to}", answer.status);
        }
        let rest = world.server.get("acme", "/api/rest/v1/countries", &[("Cookie", &cookie)]);
        assert_eq!(rest.status, 401, "{}", rest.body);
        let refused = come("idp", "cleo");
        assert_eq!(
            (refused.status, refused.header("x-fault")),
            (403, Some("sso.account")),
            "by the company's own"
        );
        session(&come("idp", "ana"));
        // Also where the provider had vouched for the account before it became somebody else's.
        system
            .change(Kind::Shared, |c| {
                let id = c.resolve("User", "cleo")?.unwrap_or_default();
                c.update("User", id, vec![("population", "employees".into())])
            })
            .unwrap();
        assert_eq!(come("front", "cleo").header("x-fault"), Some("sso.account"));
    });
}
