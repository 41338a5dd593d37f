//! One policy for each population (A3, A4, A8): candidates follow their own rules, are unknown at the door of those who work
//! here, and have nothing of theirs.

use talang_catalogue::{Choice, Kind, Value};
use talang_engine::jobs;
use talang_identity::{Browser, Method, Policy, Population, Proof, Signed, Stage};
use talang_mail::{Options, Post, Transport};
use talang_testkit::{Kit, both};

use crate::{House, MINUTE, PASSWORD, SETUP, text};

const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

impl House<'_> {
    /// An account of the front office.
    fn candidate(&self, login: &str) {
        self.kit.user(&self.tenant, login, None, &[]);
        self.change(login, "population", text("candidates"));
        let system = self.kit.system(&self.tenant);
        self.identity.set_password(&system, self.id(login), login, PASSWORD, false).unwrap();
    }

    /// What the tenant says of a population, beside what is agreed.
    fn says(&self, population: Population, fields: &[(&'static str, i64)]) {
        let agreed = Policy::agreed(population).fields();
        let agreed = agreed.into_iter().filter(|(name, _)| !fields.iter().any(|(n, _)| n == name));
        let mut values: Vec<(&str, Value)> =
            agreed.chain(fields.iter().copied()).map(|(name, value)| (name, Value::Int(value))).collect();
        values.push(("population", text(population.code())));
        let made = self.kit.system(&self.tenant).change(Kind::Shared, |c| {
            let object = c.object("PasswordPolicy")?;
            let draft = talang_engine::Draft::new(&object, values)?;
            c.save(&object, talang_engine::Mode::Upsert, draft)
        });
        made.unwrap();
    }

    /// Somebody signs in at the door of a population.
    fn at(&self, population: Population, login: &str, password: &str) -> Result<Signed, String> {
        let browser = Browser { population, address: "192.0.2.1", ..Browser::default() };
        let signed = self.identity.sign_in(&self.kit.installation(), &self.tenant, login, password, &browser);
        signed.map_err(|error| error.faults().remove(0).code.to_string())
    }

    fn sets(&self, login: &str, password: &str) -> Result<(), &'static str> {
        let system = self.kit.system(&self.tenant);
        let set = self.identity.set_password(&system, self.id(login), login, password, false);
        set.map_err(|e| e.faults()[0].code)
    }
}

fn codes(result: talang_engine::Result<impl Sized>) -> Vec<&'static str> {
    result.err().map(|e| e.faults().iter().map(|f| f.code).collect()).unwrap_or_default()
}

fn catcher(kit: &Kit) {
    let options =
        Options { transport: Transport::Catcher, folder: kit.data().join("mails"), ..Options::default() };
    kit.installation()
        .provide(std::sync::Arc::new(Post::new(options, true, "talang.example", None).unwrap()));
}

// A4: every rule counts for the population that it was written for, and for no other.
#[test]
fn each_population_follows_its_own_policy() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.candidate("cleo");
        // A3, A4: what is agreed where the tenant says nothing.
        assert_eq!(
            (house.sets("ana", "Lamp 47x"), house.sets("cleo", "Lamp 47x")),
            (Ok(()), Err("password.short"))
        );
        assert_eq!(house.sets("cleo", "Lamp 47x sea"), Ok(()), "twelve characters");
        // Each rule by itself, with a password that breaks this one alone.
        let nothing = [
            ("minimum_length", 5),
            ("minimum_special", 0),
            ("minimum_digits", 0),
            ("minimum_lower", 0),
            ("minimum_upper", 0),
            ("login_not_in_password", 0),
            ("weak_refused", 0),
            ("remembered_passwords", 0),
        ];
        for (rule, value, broken, code) in [
            ("minimum_length", 30, "short enough", "password.short"),
            ("minimum_special", 2, "one sign-only", "password.special"),
            ("minimum_digits", 3, "two digits 42", "password.digits"),
            ("minimum_lower", 1, "LOUD AND CLEAR", "password.lower"),
            ("minimum_upper", 1, "soft and low", "password.upper"),
            ("login_not_in_password", 1, "ana and cleo too", "password.login_inside"),
            ("weak_refused", 1, "Password123!", "password.common"),
        ] {
            for (strict, loose, theirs, others) in [
                (Population::Candidates, Population::Employees, "cleo", "ana"),
                (Population::Employees, Population::Candidates, "ana", "cleo"),
            ] {
                let one: Vec<(&'static str, i64)> =
                    nothing.into_iter().filter(|(n, _)| *n != rule).chain([(rule, value)]).collect();
                house.says(strict, &one);
                house.says(loose, &nothing);
                // One special sign is a blank: the password of that rule has two of them and asks for three.
                let broken = if rule == "minimum_special" { "signless" } else { broken };
                assert_eq!(house.sets(theirs, broken), Err(code), "{rule} of {strict:?}");
                assert_eq!(house.sets(others, broken), Ok(()), "{rule} of {strict:?} is not theirs");
            }
        }
        // Former passwords.
        house.says(Population::Candidates, &nothing);
        house.says(Population::Employees, &[("remembered_passwords", 2)]);
        for login in ["ana", "cleo"] {
            for word in ["Quiet lamp 47", "Quiet lamp 48"] {
                house.sets(login, word).unwrap();
            }
        }
        assert_eq!(
            (house.sets("ana", "Quiet lamp 47"), house.sets("cleo", "Quiet lamp 47")),
            (Err("password.used"), Ok(()))
        );
        // Renewal.
        house.says(Population::Candidates, &[("renewal_days", 0)]);
        house.says(Population::Employees, &[("renewal_days", 10)]);
        kit.clock().advance(11 * DAY);
        let stage = |population, login: &str, word: &str| house.at(population, login, word).unwrap().stage;
        assert_eq!(stage(Population::Employees, "ana", "Quiet lamp 48"), Stage::ChangePassword);
        assert_eq!(stage(Population::Candidates, "cleo", "Quiet lamp 47"), Stage::Full);
        // Failures until the lock.
        house.says(Population::Candidates, &[("failures_before_lock", 2)]);
        house.says(Population::Employees, &[("failures_before_lock", 4)]);
        let fails = |population, login: &str| {
            (0..9)
                .take_while(|_| {
                    house.at(population, login, "wrong").is_err_and(|code| code == "sign_in.failed")
                })
                .count()
        };
        assert_eq!((fails(Population::Candidates, "cleo"), fails(Population::Employees, "ana")), (2, 4));
        // A last day, where the policy of the population asks for one.
        house.says(Population::Candidates, &[]);
        house.says(Population::Employees, &[("end_date_mandatory", 1)]);
        kit.role(&house.tenant, "admin", &[("*", "*", "read, create, update", "all")]);
        kit.user(&house.tenant, "boss", None, &["admin"]);
        let make = |login: &str, population: &str| {
            let values = vec![("login", text(login)), ("population", text(population))];
            codes(kit.scope(&house.tenant, "boss").change(Kind::Shared, |c| c.create("User", values)))
        };
        assert_eq!((make("eve", "employees"), make("cid", "candidates")), (vec!["value.mandatory"], vec![]));
    });
}

// A8: the front office ends after 20 minutes without activity, the personal area after two hours, both as the tenant says.
#[test]
fn a_candidates_session_ends_after_twenty_minutes() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.candidate("cleo");
        let enter = || {
            let cleo = house.at(Population::Candidates, "cleo", PASSWORD).unwrap().token;
            (cleo, house.at(Population::Employees, "ana", PASSWORD).unwrap().token)
        };
        let lives = |(cleo, ana): &(String, String)| (house.holds(cleo), house.holds(ana));
        let both = enter();
        kit.clock().advance(19 * MINUTE);
        assert_eq!(lives(&both), (true, true));
        kit.clock().advance(20 * MINUTE);
        assert_eq!(lives(&both), (false, true), "20 minutes after the last request");
        house.says(Population::Candidates, &[("idle_minutes", 40), ("session_hours", 1)]);
        let both = enter();
        for _ in 0..2 {
            kit.clock().advance(29 * MINUTE);
            assert_eq!(lives(&both), (true, true));
        }
        kit.clock().advance(3 * MINUTE);
        assert_eq!(lives(&both), (false, true), "an hour at most");
        // The front office has no page for a second factor, and asks for none; passkeys are refused by population.
        house.says(Population::Candidates, &[("second_factor", 1), ("passkeys_refused", 1)]);
        assert_eq!(house.at(Population::Candidates, "cleo", PASSWORD).unwrap().stage, Stage::Full);
        assert_eq!(house.at(Population::Employees, "ana", PASSWORD).unwrap().stage, Stage::Full);
        let allowed = |population| house.identity.passkeys_allowed(&house.tenant, population).unwrap();
        assert_eq!((allowed(Population::Candidates), allowed(Population::Employees)), (false, true));
    });
}

// A2, A4: at the door of one population an account of the other is no account: the same answers, the same lock, no mail.
#[test]
fn an_account_is_unknown_at_the_door_of_the_other_population() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.candidate("cleo");
        house.says(Population::Candidates, &[("failures_before_lock", 9)]);
        for (door, login) in [(Population::Employees, "cleo"), (Population::Candidates, "ana")] {
            let tries = |login: &str| -> Vec<String> {
                (0..12).map(|_| house.at(door, login, PASSWORD).expect_err("a stranger")).collect()
            };
            let nobody = format!("nobody-of-{}", door.code());
            assert_eq!(tries(login), tries(&nobody), "at the door of {door:?}");
            // No other proof helps.
            let proof = Proof::of(house.id(login), Method::Passkey);
            let browser = Browser { population: door, ..Browser::default() };
            let refused = house.identity.admit(&kit.installation(), &house.tenant, proof, &browser);
            assert!(refused.is_err_and(|e| e.is("sign_in.failed")));
        }
        assert!(
            house.at(Population::Candidates, "cleo", PASSWORD).is_ok(),
            "strangers elsewhere lock nothing"
        );
        assert!(house.at(Population::Employees, "ana", PASSWORD).is_ok());
    });
}

// A10: the rules of candidates are not made for those who work with the data of others.
#[test]
fn a_candidates_account_has_no_employee_no_role_and_no_program() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.candidate("cleo");
        kit.role(&house.tenant, "payroll", &[]);
        let system = kit.system(&house.tenant);
        let role = |login: &str| vec![("user", text(login)), ("role", text("payroll"))];
        let program = |login: &str| vec![("code", text("p")), ("label", text("P")), ("user", text(login))];
        assert_eq!(
            codes(system.change(Kind::Shared, |c| c.create("UserRole", role("cleo")))),
            ["account.candidate_roles"]
        );
        assert_eq!(
            codes(system.change(Kind::Shared, |c| c.create("ApiClient", program("cleo")))),
            ["account.candidate_roles"]
        );
        let person = system.change(Kind::Employees, |c| {
            c.create(
                "Employee",
                vec![("number", text("E1")), ("first_name", text("Cleo")), ("last_name", text("Lind"))],
            )
        });
        let person = Value::Int(person.unwrap().thread);
        let update = |login: &str, field: &'static str, value: Value| {
            let id = house.id(login);
            codes(system.change(Kind::Shared, |c| c.update("User", id, vec![(field, value)])))
        };
        assert_eq!(update("cleo", "employee", person.clone()), ["account.candidate_employee"]);
        // And the other way round: who has a role, a program or an employee becomes no candidate.
        for object in ["UserRole", "ApiClient"] {
            let values = if object == "UserRole" { role("ana") } else { program("ana") };
            let made = system.change(Kind::Shared, |c| c.create(object, values)).unwrap().id;
            assert_eq!(
                update("ana", "population", text("candidates")),
                ["account.candidate_roles"],
                "{object}"
            );
            system
                .change(Kind::Shared, |c| {
                    let object = c.object(object)?;
                    c.delete(&object, made, None)
                })
                .unwrap();
        }
        assert_eq!(update("ana", "employee", person), Vec::<&str>::new());
        assert_eq!(update("ana", "population", text("candidates")), ["account.candidate_employee"]);
        // Hired: the account follows the rules of those who work here from now on.
        assert_eq!(update("cleo", "population", text("employees")), Vec::<&str>::new());
        assert!(house.at(Population::Employees, "cleo", PASSWORD).is_ok());
        assert!(house.at(Population::Candidates, "cleo", PASSWORD).is_err());
    });
}

// A4, A5: links last as long as the population's policy says; where it gives no password anew by mail, none leaves. Who makes
// the account sends the first link all the same.
#[test]
fn links_by_mail_follow_the_population() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.candidate("cleo");
        catcher(kit);
        let system = kit.system(&house.tenant);
        for login in ["ana", "cleo"] {
            house.change(login, "email", text(&format!("{login}@example.org")));
            house.identity.confirm_address(&system, house.id(login)).unwrap();
        }
        let run = || (0..3).for_each(|_| assert!(jobs::run_due(&kit.installation(), &|| false).is_ok()));
        let mails = || kit.installation().provided::<Post>().unwrap().caught(&house.tenant);
        let sent = |population, login: &str| {
            kit.clock().advance(HOUR * 2);
            run();
            let before = mails().len();
            let installation = kit.installation();
            house
                .identity
                .ask_for_link(&installation, &house.tenant, population, login, "192.0.2.1")
                .unwrap();
            kit.clock().advance(MINUTE);
            run();
            mails().len() - before
        };
        house.says(Population::Candidates, &[("link_hours", 2)]);
        house.says(Population::Employees, &[("link_hours", 48)]);
        let lasts = |population, login: &str| {
            assert_eq!(sent(population, login), 1, "{login}");
            let mails = mails();
            let to = format!("{login}@example.org");
            let mail = mails.iter().find(|m| m.to == to && m.text.contains("?key=")).unwrap();
            let token =
                mail.text.split("?key=").nth(1).unwrap().split_whitespace().next().unwrap().to_string();
            let holds = || house.identity.link(&kit.installation(), &house.tenant, &token).unwrap().is_some();
            (0..60)
                .take_while(|_| {
                    let held = holds();
                    kit.clock().advance(HOUR);
                    held
                })
                .count()
        };
        assert_eq!((lasts(Population::Candidates, "cleo"), lasts(Population::Employees, "ana")), (2, 48));
        // At the door of the other population nobody is known.
        assert_eq!((sent(Population::Employees, "cleo"), sent(Population::Candidates, "ana")), (0, 0));
        house.says(Population::Candidates, &[("reset_by_mail", 0)]);
        assert_eq!((sent(Population::Candidates, "cleo"), sent(Population::Employees, "ana")), (0, 1));
        let offered = |population| house.identity.reset_by_mail(&system, population).unwrap();
        assert_eq!((offered(Population::Candidates), offered(Population::Employees)), (false, true));
        // Locked: the owner is told where links are given, and only there.
        let told = |population, login: &str| {
            let before = mails().len();
            (0..5).for_each(|_| drop(house.at(population, login, "wrong")));
            kit.clock().advance(MINUTE / 60);
            run();
            mails().len() - before
        };
        assert_eq!((told(Population::Candidates, "cleo"), told(Population::Employees, "ana")), (0, 1));
        house.identity.send_activation(&system, house.id("cleo")).unwrap();
    });
}
