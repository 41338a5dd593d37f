//! Passwords, sessions and keys over a whole installation, on both databases (A2, A4, A7, A8, A12, I10).

mod accounts;
mod population;
mod second_factor;
mod vault;

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Actor, Door, Scope, Tenant};
use talang_identity::{Browser, Cost, Identity, Method, Proof, Settings, Stage};
use talang_store::{Cell, Error, P};
use talang_testkit::{Kit, Setup, both};

const MINUTE: i64 = 60_000_000;
const PASSWORD: &str = "Four small green apples 7";

const SETUP: Setup = Setup {
    modules: || vec![talang_core_hr::module(), talang_mail::module(), talang_identity::module()],
    seed: |_, _| Ok(()),
    seed_version: "1",
};

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

/// A browser that says nothing but where it is.
fn browser(address: &str) -> Browser<'_> {
    Browser { address, agent: "a browser", ..Browser::default() }
}

/// An installation with the account `ana` in the tenant `acme`.
struct House<'a> {
    kit: &'a Kit,
    identity: Arc<Identity>,
    tenant: Arc<Tenant>,
}

impl<'a> House<'a> {
    fn new(kit: &'a Kit) -> House<'a> {
        let identity = Identity::new(Settings { cost: Cost::for_tests(), ..Settings::default() }).unwrap();
        let tenant = kit.tenant("acme");
        let house = House { kit, identity, tenant };
        house.account("ana");
        house
    }

    fn account(&self, login: &str) {
        self.kit.user(&self.tenant, login, None, &[]);
        let system = self.kit.system(&self.tenant);
        self.identity.set_password(&system, self.id(login), login, PASSWORD, false).unwrap();
    }

    fn id(&self, login: &str) -> i64 {
        self.kit.system(&self.tenant).view(|v| v.resolve("User", login)).unwrap().unwrap()
    }

    fn change(&self, login: &str, field: &str, value: Value) {
        let id = self.id(login);
        self.kit
            .system(&self.tenant)
            .change(Kind::Shared, |c| c.update("User", id, vec![(field, value)]))
            .unwrap();
    }

    /// The token, or the code of the refusal with its minutes.
    fn sign_in(&self, login: &str, password: &str) -> Result<String, String> {
        self.sign_in_from(login, password, "192.0.2.1")
    }

    fn sign_in_from(&self, login: &str, password: &str, address: &str) -> Result<String, String> {
        let installation = self.kit.installation();
        self.identity
            .sign_in(&installation, &self.tenant, login, password, &browser(address))
            .map(|signed| signed.token)
            .map_err(|error| {
                let fault = error.faults().remove(0);
                format!("{}{}", fault.code, fault.arg("minutes").map(|m| format!(" {m}")).unwrap_or_default())
            })
    }

    fn holds(&self, token: &str) -> bool {
        self.identity.session(&self.kit.installation(), &self.tenant, token).unwrap().is_some()
    }

    fn query(&self, sql: &str) -> Vec<Vec<Cell>> {
        self.tenant.db().read(|conn| conn.query(sql, &[] as &[P<'_>])).map_err(|e: Error| e).unwrap()
    }
}

#[test]
fn a_right_password_begins_a_session() {
    // A2, A7
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let token = house.sign_in("ana", PASSWORD).unwrap();
        let live = house.identity.session(&kit.installation(), &house.tenant, &token).unwrap().unwrap();
        assert_eq!(live.actor, Actor::User { id: house.id("ana"), login: "ana".into(), employee: None });
        assert!(house.sign_in(" Ana ", PASSWORD).is_ok(), "capitals and spaces do not keep anybody out");
        assert!(!house.holds("made up"));
    });
}

#[test]
fn a_wrong_password_cannot_be_told_from_a_login_that_does_not_exist() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.account("leaver");
        house.change("leaver", "state", text("suspended"));
        house.account("past");
        house.change("past", "valid_until", Value::Int(0));
        kit.user(&house.tenant, "operator", None, &[]);
        let tries = |login: &str, password: &str| -> Vec<String> {
            (0..9).map(|_| house.sign_in(login, password).unwrap_err()).collect()
        };
        let wrong = tries("ana", "not the password");
        assert_eq!(wrong[..5], ["sign_in.failed"; 5]);
        assert_eq!(wrong[5..], ["sign_in.locked 1"; 4]);
        assert_eq!(tries("nobody", "not the password"), wrong);
        assert_eq!(tries("leaver", PASSWORD), wrong);
        assert_eq!(tries("past", PASSWORD), wrong);
        assert_eq!(tries("operator", ""), wrong, "an account without password");
    });
}

#[test]
fn the_fifth_failure_locks_for_a_minute_and_each_further_one_for_twice_as_long() {
    // A4
    both(&SETUP, |kit| {
        let house = House::new(kit);
        (0..5).for_each(|_| assert_eq!(house.sign_in("ana", "wrong").unwrap_err(), "sign_in.failed"));
        assert_eq!(
            house.sign_in("ana", PASSWORD).unwrap_err(),
            "sign_in.locked 1",
            "the right one waits too"
        );
        kit.clock().advance(MINUTE);
        assert_eq!(house.sign_in("ana", "wrong").unwrap_err(), "sign_in.failed");
        assert_eq!(house.sign_in("ana", PASSWORD).unwrap_err(), "sign_in.locked 2");
        kit.clock().advance(2 * MINUTE);
        assert!(house.sign_in("ana", PASSWORD).is_ok());
        assert_eq!(house.sign_in("ana", "wrong").unwrap_err(), "sign_in.failed", "counting begins anew");
        assert!(house.sign_in("ana", PASSWORD).is_ok());
    });
}

#[test]
fn an_address_that_fails_too_often_is_refused_whatever_the_login() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        for n in 0..50 {
            assert_eq!(house.sign_in(&format!("guess{n}"), "wrong").unwrap_err(), "sign_in.failed");
        }
        assert_eq!(house.sign_in("ana", PASSWORD).unwrap_err(), "sign_in.locked 15");
        assert!(house.sign_in_from("ana", PASSWORD, "192.0.2.2").is_ok());
        kit.clock().advance(15 * MINUTE);
        assert!(house.sign_in("ana", PASSWORD).is_ok());
    });
}

#[test]
fn a_session_ends_after_two_hours_without_a_request_and_after_twelve_at_most() {
    // A8
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let token = house.sign_in("ana", PASSWORD).unwrap();
        kit.clock().advance(119 * MINUTE);
        assert!(house.holds(&token));
        kit.clock().advance(120 * MINUTE);
        assert!(!house.holds(&token), "idle for two hours");

        let token = house.sign_in("ana", PASSWORD).unwrap();
        for _ in 0..7 {
            kit.clock().advance(100 * MINUTE);
            assert!(house.holds(&token));
        }
        kit.clock().advance(20 * MINUTE);
        assert!(!house.holds(&token), "twelve hours old");
    });
}

#[test]
fn a_suspended_accounts_session_dies_at_once() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let token = house.sign_in("ana", PASSWORD).unwrap();
        house.change("ana", "state", text("suspended"));
        assert!(!house.holds(&token));
        house.change("ana", "state", text("active"));
        assert!(!house.holds(&token), "and does not come back");
    });
}

#[test]
fn an_account_can_be_used_on_its_last_day_and_not_after_it() {
    // A4
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.change("ana", "valid_until", Value::Int(talang_catalogue::value::days_of_date(kit.today())));
        let token = house.sign_in("ana", PASSWORD).unwrap();
        kit.clock().advance(11 * 60 * MINUTE);
        let last = house.sign_in("ana", PASSWORD).unwrap();
        kit.clock().advance(61 * MINUTE);
        assert!(!house.holds(&token) && !house.holds(&last));
    });
}

#[test]
fn a_session_of_one_tenant_opens_nothing_in_another() {
    // T4
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let token = house.sign_in("ana", PASSWORD).unwrap();
        let other = kit.tenant("other");
        assert!(house.identity.session(&kit.installation(), &other, &token).unwrap().is_none());
    });
}

#[test]
fn signing_in_again_ends_the_session_that_the_browser_held() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let first = house.sign_in("ana", PASSWORD).unwrap();
        let elsewhere = house.sign_in("ana", PASSWORD).unwrap();
        let second = house
            .identity
            .sign_in(
                &kit.installation(),
                &house.tenant,
                "ana",
                PASSWORD,
                &Browser { session: Some(&first), ..Browser::default() },
            )
            .unwrap();
        assert!(!house.holds(&first) && house.holds(&second.token) && house.holds(&elsewhere));
        let scope = Scope::new(&kit.installation(), &house.tenant, second.actor, Door::Screen);
        let live =
            house.identity.session(&kit.installation(), &house.tenant, &second.token).unwrap().unwrap();
        house.identity.sign_out(&scope, &live.id, "").unwrap();
        assert!(!house.holds(&second.token) && house.holds(&elsewhere));
        house.identity.sign_out_everywhere(&scope, house.id("ana"), "").unwrap();
        assert!(!house.holds(&elsewhere));
    });
}

#[test]
fn a_new_password_ends_every_other_session() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (here, there) =
            (house.sign_in("ana", PASSWORD).unwrap(), house.sign_in("ana", PASSWORD).unwrap());
        let live = house.identity.session(&kit.installation(), &house.tenant, &here).unwrap().unwrap();
        let scope = Scope::new(&kit.installation(), &house.tenant, live.actor, Door::Screen);
        let change = |present: &str, new: &str| {
            let result = house.identity.change_password(&scope, "", present, new, &live.id);
            result.map_err(|e| e.faults().remove(0).code)
        };
        assert_eq!(change("wrong", "Another good one 8"), Err("password.wrong"));
        assert_eq!(change(PASSWORD, PASSWORD), Err("password.same"));
        assert_eq!(change(PASSWORD, "short"), Err("password.short"));
        assert_eq!(change(PASSWORD, "Another good one 8"), Ok(()));
        assert!(house.holds(&here) && !house.holds(&there));
        assert_eq!(house.sign_in("ana", PASSWORD).unwrap_err(), "sign_in.failed");
        assert!(house.sign_in("ana", "Another good one 8").is_ok());
    });
}

#[test]
fn nothing_that_opens_a_door_is_stored_in_clear() {
    // O4
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let token = house.sign_in("ana", PASSWORD).unwrap();
        let made = kit.system(&house.tenant).change(Kind::Shared, |c| {
            c.create(
                "ApiClient",
                vec![("code", text("payroll")), ("label", text("Payroll")), ("user", text("ana"))],
            )
        });
        let key = house.identity.new_key(&kit.system(&house.tenant), made.unwrap().id, None, None).unwrap();
        let mut stored = house.query("SELECT token, address, agent FROM shared.session");
        stored.extend(house.query("SELECT hash FROM shared.credential"));
        stored.extend(house.query("SELECT key FROM shared.api_key"));
        stored.extend(house.query("SELECT login, detail FROM shared.activity_entry"));
        let stored = format!("{stored:?}");
        assert!(stored.contains("$argon2id$"));
        for secret in [token.as_str(), key.as_str(), PASSWORD] {
            assert!(!stored.contains(secret), "{stored}");
        }
    });
}

#[test]
fn sign_ins_failures_and_sign_outs_are_logged() {
    // A12
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let token = house.sign_in("ana", PASSWORD).unwrap();
        let _ = house.sign_in("ana", "wrong");
        let _ = house.sign_in("a password typed into the wrong field", "x");
        let live = house.identity.session(&kit.installation(), &house.tenant, &token).unwrap().unwrap();
        let scope = Scope::new(&kit.installation(), &house.tenant, live.actor, Door::Screen);
        house.identity.sign_out(&scope, &live.id, "192.0.2.1").unwrap();
        let rows =
            house.query("SELECT action, COALESCE(login, ''), address FROM shared.activity_entry ORDER BY id");
        let lines: Vec<String> =
            rows.iter().map(|r| r.iter().map(Cell::text).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(
            lines,
            [
                "password-changed ana ",
                "sign-in ana 192.0.2.1",
                "sign-in-failed ana 192.0.2.1",
                "sign-in-failed  192.0.2.1",
                "sign-out ana 192.0.2.1"
            ]
        );
    });
}

#[test]
fn a_program_needs_its_key_and_its_accounts_password() {
    // I10
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.account("robot");
        let client = kit.system(&house.tenant).change(Kind::Shared, |c| {
            c.create(
                "ApiClient",
                vec![("code", text("payroll")), ("label", text("Payroll")), ("user", text("robot"))],
            )
        });
        let client = client.unwrap().id;
        let key = house.identity.new_key(&kit.system(&house.tenant), client, None, None).unwrap();
        let call = |key: &str, login: &str, password: &str| {
            use base64::Engine;
            let pair = base64::engine::general_purpose::STANDARD.encode(format!("{login}:{password}"));
            let header = format!("Basic {pair}");
            let answer =
                house.identity.program(&kit.installation(), &house.tenant, key, &header, "192.0.2.9");
            answer.map(|program| program.actor.id()).map_err(|e| e.faults().remove(0).code)
        };
        assert_eq!(call(&key, "robot", PASSWORD), Ok(Some(house.id("robot"))));
        assert_eq!(call(&key, "robot", PASSWORD), Ok(Some(house.id("robot"))), "from memory");
        assert_eq!(call(&key, "robot", "wrong"), Err("sign_in.failed"));
        assert_eq!(call("talang_made-up", "robot", PASSWORD), Err("sign_in.failed"));
        assert_eq!(call(&key, "ana", PASSWORD), Err("sign_in.failed"), "another account than the client's");
        house.change("robot", "state", text("suspended"));
        assert_eq!(
            call(&key, "robot", PASSWORD),
            Err("sign_in.failed"),
            "memory does not keep a suspended one in"
        );
        house.change("robot", "state", text("active"));
        assert_eq!(call(&key, "robot", PASSWORD), Ok(Some(house.id("robot"))));
        assert_eq!(house.identity.drop_keys(&kit.system(&house.tenant), client).unwrap(), 1);
        assert_eq!(call(&key, "robot", PASSWORD), Err("sign_in.failed"));
    });
}

/// What a session is when it is looked at: its stage and whether the proof is recent; nothing when it is over.
fn seen(house: &House<'_>, token: &str) -> Option<(Stage, bool)> {
    let live = house.identity.session(&house.kit.installation(), &house.tenant, token).unwrap()?;
    Some((live.stage, live.recent))
}

fn admit(house: &House<'_>, proof: Proof) -> Result<talang_identity::Signed, talang_engine::Error> {
    house.identity.admit(&house.kit.installation(), &house.tenant, proof, &browser("192.0.2.1"))
}

#[test]
fn every_proof_comes_in_by_one_way_which_looks_at_the_account() {
    // A2, A6
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let proof = Proof {
            provider: Some("corporate".into()),
            provider_session: Some("_s1".into()),
            ..Proof::of(house.id("ana"), Method::Saml)
        };
        let token = admit(&house, proof.clone()).unwrap().token;
        let live = house.identity.session(&kit.installation(), &house.tenant, &token).unwrap().unwrap();
        assert_eq!((live.method, live.provider.as_deref()), (Method::Saml, Some("corporate")));
        assert!(admit(&house, Proof::of(4_711, Method::Passkey)).unwrap_err().is("sign_in.failed"));
        house.change("ana", "state", text("suspended"));
        assert!(admit(&house, proof.clone()).unwrap_err().is("sign_in.failed"));
        assert!(!house.holds(&token), "the open session died with the account");
        house.change("ana", "state", text("active"));
        house.change("ana", "valid_until", Value::Int(0));
        assert!(admit(&house, proof).unwrap_err().is("sign_in.failed"));
    });
}

#[test]
fn a_provider_ends_the_sessions_that_it_began_and_no_others() {
    // A6
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let of = |provider: &str, name: &str| {
            let proof = Proof {
                provider: Some(provider.into()),
                provider_session: Some(name.into()),
                ..Proof::of(house.id("ana"), Method::OpenIdConnect)
            };
            admit(&house, proof).unwrap().token
        };
        let (one, two, other) = (of("corporate", "s1"), of("corporate", "s2"), of("partner", "s1"));
        let own = house.sign_in("ana", PASSWORD).unwrap();
        let end = |name: Option<&str>| {
            house
                .identity
                .end_provider_sessions(&kit.installation(), &house.tenant, "corporate", name)
                .unwrap()
        };
        assert_eq!(end(Some("s1")), 1);
        assert_eq!([&one, &two, &other, &own].map(|t| house.holds(t)), [false, true, true, true]);
        assert_eq!(end(Some("unknown")), 0);
        assert_eq!(end(None), 1);
        assert_eq!([&two, &other, &own].map(|t| house.holds(t)), [false, true, true]);
    });
}

#[test]
fn a_session_gets_another_token_when_its_owner_proves_again_who_they_are() {
    // A7
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let token = house.sign_in("ana", PASSWORD).unwrap();
        assert_eq!(seen(&house, &token), Some((Stage::Full, true)));
        kit.clock().advance(10 * MINUTE);
        assert_eq!(
            seen(&house, &token),
            Some((Stage::Full, false)),
            "ten minutes later it is not recent any more"
        );
        let live = house.identity.session(&kit.installation(), &house.tenant, &token).unwrap().unwrap();
        let scope = Scope::new(&kit.installation(), &house.tenant, live.actor, Door::Screen);
        let confirm = |secret: &str| house.identity.confirm_password(&scope, "192.0.2.1", secret, &live.id);
        assert!(confirm("wrong").unwrap_err().is("password.wrong"));
        assert_eq!(seen(&house, &token), Some((Stage::Full, false)));
        let renewed = confirm(PASSWORD).unwrap();
        assert_eq!(seen(&house, &renewed.token), Some((Stage::Full, true)));
        assert!(!house.holds(&token), "the token from before opens nothing");
        assert_eq!(renewed.csrf, live.csrf, "a form that waits can be sent on");
        assert!(confirm(PASSWORD).unwrap_err().is("sign_in.required"));
    });
}

#[test]
fn a_password_that_another_has_set_must_be_changed_first() {
    // A4
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let system = kit.system(&house.tenant);
        house.identity.set_password(&system, house.id("ana"), "ana", "Given by someone 7", true).unwrap();
        let token = house.sign_in("ana", "Given by someone 7").unwrap();
        assert_eq!(seen(&house, &token).unwrap().0, Stage::ChangePassword);
        let single = admit(&house, Proof::of(house.id("ana"), Method::Saml)).unwrap();
        assert_eq!(single.stage, Stage::Full, "who comes by a provider does not use it");
    });
}
