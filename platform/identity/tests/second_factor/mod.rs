//! Second factors, who must have one, new devices, and how long sessions last (A6, A8).

use talang_catalogue::{Kind, Value};
use talang_engine::{Door, Scope, jobs};
use talang_identity::{Browser, Method, Proof, Signed, Stage};
use talang_mail::{Options, Post, Transport};
use talang_testkit::{Kit, both, totp as code};

use crate::{House, MINUTE, PASSWORD, SETUP, admit, browser, seen};

impl House<'_> {
    fn now(&self) -> i64 {
        self.kit.installation().clock().now()
    }

    fn enter(&self, login: &str) -> Signed {
        self.identity
            .sign_in(&self.kit.installation(), &self.tenant, login, PASSWORD, &browser("192.0.2.1"))
            .unwrap()
    }

    /// The scope of a session and the digest that names it.
    fn within(&self, token: &str) -> (Scope, String) {
        let live = self.identity.session(&self.kit.installation(), &self.tenant, token).unwrap().unwrap();
        let mut scope = Scope::new(&self.kit.installation(), &self.tenant, live.actor, Door::Screen);
        scope.address = "192.0.2.1".into();
        (scope, live.id)
    }

    /// Sets an app up for `ana`: its key, and the recovery codes.
    fn app(&self) -> (String, Vec<String>) {
        let (scope, session) = self.within(&self.enter("ana").token);
        self.identity.offer_app(&scope, &session).unwrap();
        let offer = self.identity.offered_app(&scope, &session).unwrap().unwrap();
        let right = code(&offer.key, self.now());
        let codes = self.identity.confirm_app(&scope, &session, &right).unwrap();
        self.kit.clock().advance(MINUTE);
        (offer.key, codes)
    }

    /// Shows a code in a new session that has shown the password: the stage then, or the code of the refusal.
    fn show(&self, shown: &str) -> Result<Stage, &'static str> {
        let (scope, session) = self.within(&self.enter("ana").token);
        let signed = self.identity.show_code(&scope, &session, shown);
        signed.map(|s| s.stage).map_err(|e| e.faults().remove(0).code)
    }

    fn set_field(&self, object: &str, id: i64, field: &'static str, value: Value) {
        let system = self.kit.system(&self.tenant);
        system.change(Kind::Shared, |c| c.update(object, id, vec![(field, value)])).unwrap();
    }

    fn subjects(&self) -> Vec<String> {
        self.kit.clock().advance(MINUTE / 60);
        (0..3).for_each(|_| {
            jobs::run_due(&self.kit.installation(), &|| false).unwrap();
        });
        let post = self.kit.installation().provided::<Post>().unwrap();
        post.caught(&self.tenant).into_iter().map(|m| m.subject).collect()
    }
}

fn catcher(kit: &Kit, house: &House<'_>) {
    let folder = kit.data().join("mails");
    let options = Options { transport: Transport::Catcher, folder, ..Options::default() };
    kit.installation()
        .provide(std::sync::Arc::new(Post::new(options, true, "talang.example", None).unwrap()));
    house.change("ana", "email", Value::Text("ana@example.org".into()));
    house.identity.confirm_address(&kit.system(&house.tenant), house.id("ana")).unwrap();
}

#[test]
fn an_app_counts_when_it_has_shown_a_right_code_and_is_then_always_asked_for() {
    // A6
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (first, other) = (house.enter("ana"), house.enter("ana"));
        assert_eq!(first.stage, Stage::Full);
        let (scope, session) = house.within(&first.token);
        house.identity.offer_app(&scope, &session).unwrap();
        let offer = house.identity.offered_app(&scope, &session).unwrap().unwrap();
        assert!(offer.address.starts_with("otpauth://totp/") && offer.address.contains("digits=6&period=30"));
        // Another session of the same account cannot confirm it, nor read it.
        let (elsewhere, there) = house.within(&other.token);
        assert!(house.identity.offered_app(&elsewhere, &there).unwrap().is_none());
        let confirm = |scope: &Scope, session: &str, code: &str| {
            house.identity.confirm_app(scope, session, code).map_err(|e| e.faults().remove(0).code)
        };
        let right = code(&offer.key, house.now());
        assert_eq!(confirm(&elsewhere, &there, &right), Err("second_factor.expired"));
        assert_eq!(confirm(&scope, &session, "12345"), Err("second_factor.wrong"));
        assert_eq!(house.enter("ana").stage, Stage::Full, "not confirmed, it does not count");
        assert_eq!(confirm(&scope, &session, &right).map(|codes| codes.len()), Ok(10));
        assert_eq!(confirm(&scope, &session, &right), Err("second_factor.expired"), "once");
        // Who has one always shows it: in every other session too, and whatever the first proof was.
        assert_eq!(seen(&house, &other.token).unwrap().0, Stage::SecondFactor);
        assert_eq!(house.enter("ana").stage, Stage::SecondFactor);
        let ana = house.id("ana");
        assert_eq!(admit(&house, Proof::of(ana, Method::Saml)).unwrap().stage, Stage::SecondFactor);
        let strong = Proof { strong: true, ..Proof::of(ana, Method::Saml) };
        assert_eq!(admit(&house, strong).unwrap().stage, Stage::Full, "two factors were shown already");
    });
}

#[test]
fn a_code_is_taken_once_and_only_in_its_time() {
    // A6, RFC 6238 section 5.2
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (key, _) = house.app();
        let now = house.now();
        assert_eq!(house.show(&code(&key, now - 2 * 30_000_000)), Err("second_factor.wrong"));
        assert_eq!(house.show(&code(&key, now + 2 * 30_000_000)), Err("second_factor.wrong"));
        let right = code(&key, now);
        assert_eq!(house.show(&format!("{} {}", &right[..3], &right[3..])), Ok(Stage::Full));
        assert_eq!(house.show(&right), Err("second_factor.wrong"), "a replay");
        assert_eq!(house.show(&code(&key, now - 30_000_000)), Err("second_factor.wrong"), "an older step");
        kit.clock().advance(MINUTE / 2);
        assert_eq!(house.show(&code(&key, house.now())), Ok(Stage::Full));
    });
}

#[test]
fn a_recovery_code_lets_in_once_and_its_owner_is_told() {
    // A6
    both(&SETUP, |kit| {
        let house = House::new(kit);
        catcher(kit, &house);
        let (_, codes) = house.app();
        let stored = house.query("SELECT hash FROM shared.recovery_code");
        for code in &codes {
            let plain = code.replace('-', "");
            assert!(stored.iter().all(|row| !row[0].text().contains(&plain)), "kept as a hash only");
        }
        assert_eq!(house.show(&codes[0].to_uppercase()), Ok(Stage::Full));
        assert_eq!(house.show(&codes[0]), Err("second_factor.wrong"), "it is used up");
        assert_eq!(house.show(&codes[1]), Ok(Stage::Full));
        let subjects = house.subjects();
        assert_eq!(subjects.iter().filter(|s| s.starts_with("A recovery code")).count(), 2, "{subjects:?}");
        // New codes end the former ones.
        let strong = Proof { strong: true, ..Proof::of(house.id("ana"), Method::Saml) };
        let (scope, _) = house.within(&admit(&house, strong).unwrap().token);
        let fresh = house.identity.new_recovery_codes(&scope).unwrap();
        assert_eq!(house.show(&codes[2]), Err("second_factor.wrong"));
        assert_eq!(house.show(&fresh[2]), Ok(Stage::Full));
    });
}

#[test]
fn guessing_codes_is_locked_and_a_right_password_does_not_begin_the_count_anew() {
    // A4, A6
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (key, codes) = house.app();
        // Each guess comes after a right password, which forgives wrong passwords but not wrong codes.
        for _ in 0..5 {
            assert_eq!(house.show("zzzzzz"), Err("second_factor.wrong"));
        }
        assert_eq!(house.show(&code(&key, house.now())), Err("sign_in.locked"), "right, but locked");
        assert_eq!(house.show(&codes[0]), Err("sign_in.locked"));
        kit.clock().advance(MINUTE);
        assert_eq!(house.show("zzzzzz"), Err("second_factor.wrong"));
        kit.clock().advance(MINUTE);
        assert_eq!(house.show(&codes[0]), Err("sign_in.locked"), "two minutes now");
        kit.clock().advance(MINUTE);
        assert_eq!(house.show(&codes[0]), Ok(Stage::Full));
        let failed =
            house.query("SELECT COUNT(*) FROM shared.activity_entry WHERE action = 'second-factor-failed'");
        assert_eq!(failed[0][0].int(), 6);
    });
}

#[test]
fn a_stranger_who_knows_the_password_cannot_lock_the_owner_out_of_their_codes() {
    // A4, A6
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (key, codes) = house.app();
        let from = |device: &str, address: &str, shown: &str| {
            let browser = Browser { address, agent: "a browser", device: Some(device), ..Browser::default() };
            let installation = kit.installation();
            let signed =
                house.identity.sign_in(&installation, &house.tenant, "ana", PASSWORD, &browser).unwrap();
            let (mut scope, session) = house.within(&signed.token);
            scope.address = address.into();
            let shown = house.identity.show_code(&scope, &session, shown);
            shown.map(|s| s.stage).map_err(|e| e.faults().remove(0).code)
        };
        let (mine, theirs) = (&"m".repeat(43), &"t".repeat(43));
        let right = || code(&key, house.now());
        assert_eq!(from(mine, "192.0.2.1", &right()), Ok(Stage::Full));
        kit.clock().advance(MINUTE);
        for _ in 0..5 {
            assert_eq!(from(theirs, "198.51.100.9", "zzzzzz"), Err("second_factor.wrong"));
        }
        assert_eq!(from(theirs, "198.51.100.9", &right()), Err("sign_in.locked"));
        assert_eq!(from(mine, "192.0.2.1", &right()), Ok(Stage::Full), "the owner is not shut out");
        // Nor does the owner's code give the stranger a new count.
        assert_eq!(from(theirs, "198.51.100.9", &codes[0]), Err("sign_in.locked"));
        // The own browser is locked by what is guessed there, and by nothing else.
        for _ in 0..5 {
            assert_eq!(from(mine, "192.0.2.1", "zzzzzz"), Err("second_factor.wrong"));
        }
        assert_eq!(from(mine, "192.0.2.1", &codes[0]), Err("sign_in.locked"));
        kit.clock().advance(2 * MINUTE);
        assert_eq!(from(mine, "192.0.2.1", &codes[0]), Ok(Stage::Full));
        // Whoever claims a device that they do not have is a stranger.
        assert_eq!(from("", "198.51.100.9", "zzzzzz"), Err("second_factor.wrong"));
    });
}

#[test]
fn a_role_the_policy_or_a_network_asks_for_a_second_factor_at_the_next_request() {
    // A1, A6, A10
    both(&SETUP, |kit| {
        let house = House::new(kit);
        kit.role(&house.tenant, "payroll", &[]);
        kit.user(&house.tenant, "bo", None, &["payroll"]);
        let system = kit.system(&house.tenant);
        house.identity.set_password(&system, house.id("bo"), "bo", PASSWORD, false).unwrap();
        let (ana, bo) = (house.enter("ana"), house.enter("bo"));
        let role = system.view(|v| v.resolve("Role", "payroll")).unwrap().unwrap();
        house.set_field("Role", role, "second_factor", Value::Int(1));
        let stage = |signed: &Signed| seen(&house, &signed.token).unwrap().0;
        assert_eq!((stage(&ana), stage(&bo)), (Stage::Full, Stage::Enrol), "who has none sets one up");
        assert_eq!(house.enter("bo").stage, Stage::Enrol);
        let strong = Proof { strong: true, ..Proof::of(house.id("bo"), Method::Saml) };
        assert_eq!(admit(&house, strong).unwrap().stage, Stage::Full);
        house.set_field("Role", role, "active", Value::Int(0));
        assert_eq!(stage(&bo), Stage::Full, "a role that does not count asks for nothing");
        // The policy asks everybody.
        system
            .change(Kind::Shared, |c| {
                c.create(
                    "PasswordPolicy",
                    vec![("population", Value::Text("employees".into())), ("second_factor", Value::Int(1))],
                )
            })
            .unwrap();
        assert_eq!((stage(&ana), stage(&bo)), (Stage::Enrol, Stage::Enrol));
        let policy = system.view(|v| v.resolve("PasswordPolicy", "employees")).unwrap().unwrap();
        // Set up, it cannot be taken away again while it is asked for.
        house.app();
        let proof = Proof { strong: true, ..Proof::of(house.id("ana"), Method::Saml) };
        let (scope, _) = house.within(&admit(&house, proof).unwrap().token);
        assert!(house.identity.remove_app(&scope).unwrap_err().is("second_factor.required"));
        house.set_field("PasswordPolicy", policy, "second_factor", Value::Int(0));
        house.identity.remove_app(&scope).unwrap();
        assert_eq!(house.query("SELECT account FROM shared.recovery_code").len(), 0);
        assert_eq!(house.enter("ana").stage, Stage::Full);
        // From a network.
        system
            .change(Kind::Shared, |c| {
                for (cidr, asked) in [("0.0.0.0/0", 1), ("192.0.2.0/24", 0)] {
                    c.create(
                        "IpRange",
                        vec![
                            ("group_code", Value::Text("*".into())),
                            ("cidr", Value::Text(cidr.into())),
                            ("second_factor", Value::Int(asked)),
                        ],
                    )?;
                }
                Ok(())
            })
            .unwrap();
        assert_eq!(house.enter("ana").stage, Stage::Full, "from the office");
        let from = |address: &str| {
            house
                .identity
                .sign_in(&kit.installation(), &house.tenant, "ana", PASSWORD, &browser(address))
                .unwrap()
                .stage
        };
        assert_eq!(from("198.51.100.1"), Stage::Enrol, "from elsewhere");
    });
}

#[test]
fn administrators_take_a_lost_second_factor_away_and_its_owner_is_told() {
    // A6, A12
    both(&SETUP, |kit| {
        let house = House::new(kit);
        catcher(kit, &house);
        house.app();
        let waiting = house.enter("ana");
        let system = kit.system(&house.tenant);
        house.identity.reset_factors(&system, house.id("ana")).unwrap();
        assert!(seen(&house, &waiting.token).is_none(), "sessions end");
        assert_eq!(house.enter("ana").stage, Stage::Full);
        assert!(house.subjects().iter().any(|s| s.contains("was reset")));
        let again = house.identity.reset_factors(&system, house.id("ana"));
        assert!(again.unwrap_err().is("second_factor.none"));
        let log = house.query("SELECT COUNT(*) FROM shared.activity_entry WHERE action = 'factor-reset'");
        assert_eq!(log[0][0].int(), 1);
    });
}

#[test]
fn a_browser_that_was_never_used_is_told_to_the_owner() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        catcher(kit, &house);
        let with = |device: Option<&str>| {
            let browser =
                Browser { device, address: "192.0.2.1", agent: "Firefox Windows", ..Browser::default() };
            house
                .identity
                .sign_in(&kit.installation(), &house.tenant, "ana", PASSWORD, &browser)
                .unwrap()
                .device
                .unwrap()
        };
        let told = || house.subjects().iter().filter(|s| s.starts_with("New sign-in")).count();
        let office = with(None);
        assert_eq!(told(), 0, "the first one is nobody's surprise");
        assert_eq!(with(Some(&office)), office);
        assert_eq!(told(), 0);
        let other = with(None);
        assert_eq!(told(), 1);
        with(Some(&other));
        assert_eq!(told(), 1, "now it is known");
        let stored = house.query("SELECT device FROM shared.known_device");
        assert!(stored.iter().all(|row| row[0].text() != office && row[0].text() != other));
        // Whoever has only the password has not come in: the owner hears of it when the second factor was shown.
        let (key, _) = house.app();
        let before = told();
        let signed = house.enter("ana");
        assert_eq!((signed.stage, told()), (Stage::SecondFactor, before));
        let (scope, session) = house.within(&signed.token);
        house.identity.show_code(&scope, &session, &code(&key, house.now())).unwrap();
        assert_eq!(told(), before + 1);
    });
}

#[test]
fn a_tenant_says_how_long_sessions_last() {
    // A8
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let system = kit.system(&house.tenant);
        let make = |minutes: i64| {
            system.change(Kind::Shared, |c| {
                let values = vec![
                    ("population", Value::Text("employees".into())),
                    ("idle_minutes", Value::Int(minutes)),
                    ("session_hours", Value::Int(1)),
                ];
                c.create("PasswordPolicy", values)
            })
        };
        assert!(make(4).is_err() && make(1_441).is_err(), "within bounds");
        make(30).unwrap();
        let idle = house.enter("ana");
        assert_eq!(idle.seconds, 3_600);
        kit.clock().advance(29 * MINUTE);
        assert!(house.holds(&idle.token));
        kit.clock().advance(30 * MINUTE);
        assert!(!house.holds(&idle.token), "half an hour without a request");
        let busy = house.enter("ana");
        for _ in 0..2 {
            kit.clock().advance(25 * MINUTE);
            assert!(house.holds(&busy.token));
        }
        kit.clock().advance(10 * MINUTE);
        assert!(!house.holds(&busy.token), "an hour at most");
    });
}

#[test]
fn whoever_knows_a_login_cannot_keep_its_owner_out_of_their_own_browser() {
    // A4; ASVS 5.0 V6.3.1
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let enter = |device: Option<&str>, password: &str| {
            let browser = Browser { device, address: "192.0.2.1", ..Browser::default() };
            let signed =
                house.identity.sign_in(&kit.installation(), &house.tenant, "ana", password, &browser);
            signed.map_err(|e| e.faults().remove(0).code)
        };
        let mine = enter(None, PASSWORD).unwrap().device.unwrap();
        let made_up = "A".repeat(43);
        for _ in 0..5 {
            assert_eq!(enter(Some(&made_up), "wrong").unwrap_err(), "sign_in.failed");
        }
        assert_eq!(enter(None, PASSWORD).unwrap_err(), "sign_in.locked", "strangers are locked");
        assert_eq!(
            enter(Some(&made_up), PASSWORD).unwrap_err(),
            "sign_in.locked",
            "a made-up device is a stranger"
        );
        let signed = enter(Some(&mine), PASSWORD).expect("the owner comes in");
        let (scope, session) = house.within(&signed.token);
        house
            .identity
            .confirm_password(&scope, "192.0.2.1", PASSWORD, &session)
            .expect("and does everything");
        assert_eq!(enter(None, PASSWORD).unwrap_err(), "sign_in.locked", "which opens nothing to strangers");
        kit.clock().advance(MINUTE);
        assert_eq!(enter(None, "wrong").unwrap_err(), "sign_in.failed");
        kit.clock().advance(MINUTE);
        assert_eq!(
            enter(None, PASSWORD).unwrap_err(),
            "sign_in.locked",
            "nor does it begin their count anew"
        );
        // A known device has no more guesses than anybody.
        for _ in 0..5 {
            assert_eq!(enter(Some(&mine), "wrong").unwrap_err(), "sign_in.failed");
        }
        assert_eq!(enter(Some(&mine), PASSWORD).unwrap_err(), "sign_in.locked");
        house.identity.unlock(&kit.system(&house.tenant), house.id("ana")).unwrap();
        enter(Some(&mine), PASSWORD).expect("an administrator opens both");
        enter(None, PASSWORD).expect("strangers too");
        // Somebody else's device is none of this account's.
        kit.user(&house.tenant, "bo", None, &[]);
        house
            .identity
            .set_password(&kit.system(&house.tenant), house.id("bo"), "bo", PASSWORD, false)
            .unwrap();
        let theirs = house.enter("bo").device.unwrap();
        for _ in 0..5 {
            assert_eq!(enter(Some(&theirs), "wrong").unwrap_err(), "sign_in.failed");
        }
        assert_eq!(enter(None, PASSWORD).unwrap_err(), "sign_in.locked");
    });
}
