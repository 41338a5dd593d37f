//! Password policies, hashes of other systems, links in mails, and what nobody learns (A4, A5).

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Scope, jobs};
use talang_identity::{Policy, Population};
use talang_mail::{Caught, Options, Post, Transport};
use talang_testkit::{Kit, both};

use crate::{House, MINUTE, PASSWORD, SETUP, text};

const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Mails are caught under the data folder.
fn catcher(kit: &Kit) {
    let options =
        Options { transport: Transport::Catcher, folder: kit.data().join("mails"), ..Options::default() };
    kit.installation().provide(Arc::new(Post::new(options, true, "talang.example", None).unwrap()));
}

impl House<'_> {
    fn policy(&self, fields: &[(&str, i64)]) {
        let policy: Vec<(&str, Value)> = Policy::CONTRACT
            .fields()
            .iter()
            .map(|(name, value)| {
                (*name, Value::Int(fields.iter().find(|(n, _)| n == name).map_or(*value, |(_, v)| *v)))
            })
            .chain([("population", text("employees"))])
            .collect();
        let made = self.kit.system(&self.tenant).change(Kind::Shared, |c| {
            let object = c.object("PasswordPolicy")?;
            let draft = talang_engine::Draft::new(&object, policy)?;
            c.save(&object, talang_engine::Mode::Upsert, draft)
        });
        made.unwrap();
    }

    fn set(&self, login: &str, password: &str) -> Result<(), Vec<&'static str>> {
        let system = self.kit.system(&self.tenant);
        self.identity
            .set_password(&system, self.id(login), login, password, false)
            .map_err(|e| e.faults().iter().map(|f| f.code).collect())
    }

    fn run(&self) {
        // Mails are in the order of their time.
        self.kit.clock().advance(MINUTE / 60);
        for _ in 0..3 {
            jobs::run_due(&self.kit.installation(), &|| false).unwrap();
        }
    }

    /// The mails that have left, the latest first.
    fn mails(&self) -> Vec<Caught> {
        self.run();
        self.kit.installation().provided::<Post>().unwrap().caught(&self.tenant)
    }

    /// The token of the latest mail's link.
    fn token(&self) -> String {
        let mails = self.mails();
        let text = &mails.iter().find(|m| m.text.contains("?key=")).unwrap().text;
        text.split("?key=").nth(1).unwrap().split_whitespace().next().unwrap().to_string()
    }

    fn ask(&self, login: &str) {
        let installation = self.kit.installation();
        self.identity
            .ask_for_link(&installation, &self.tenant, Population::Employees, login, "192.0.2.1")
            .unwrap();
    }

    fn use_link(&self, token: &str, password: &str) -> Result<(), &'static str> {
        self.identity
            .use_link(&self.kit.installation(), &self.tenant, token, password, "192.0.2.1")
            .map(|_| ())
            .map_err(|e| e.faults()[0].code)
    }

    fn must_change(&self, login: &str) -> bool {
        let sql = format!("SELECT must_change FROM shared.credential WHERE account = {}", self.id(login));
        self.query(&sql)[0][0].int() == 1
    }
}

// A4: a tenant without a policy has the contract's, and every rule is kept where passwords are set.
#[test]
fn the_tenants_policy_is_kept_wherever_a_password_is_set() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        assert_eq!(house.set("ana", "quiet lamp 47"), Err(vec!["password.upper"]));
        assert_eq!(
            house.set("ana", "QUIETLAMPX"),
            Err(vec!["password.special", "password.digits", "password.lower"])
        );
        assert_eq!(house.set("ana", "Quiet lamp 47"), Ok(()));
        house.policy(&Policy::STANDARDS.fields());
        assert_eq!(house.set("ana", "Quiet lamp 48"), Err(vec!["password.short"]));
        assert_eq!(house.set("ana", "quiet lamp under seven chairs"), Ok(()));
        house.policy(&[
            ("minimum_length", 5),
            ("minimum_special", 0),
            ("minimum_digits", 0),
            ("minimum_upper", 0),
            ("weak_refused", 0),
            ("login_not_in_password", 0),
        ]);
        assert_eq!(house.set("ana", "ana12"), Ok(()));
        assert!(house.sign_in("ana", "ana12").is_ok());
    });
}

// A4: the last N passwords are refused, the present one too, and no more.
#[test]
fn the_last_passwords_are_refused() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.policy(&[("remembered_passwords", 3)]);
        let nth = |n: usize| format!("Quiet lamp no. {n}");
        for n in 0..5 {
            assert_eq!(house.set("ana", &nth(n)), Ok(()), "{n}");
        }
        for n in 1..5 {
            assert_eq!(house.set("ana", &nth(n)), Err(vec!["password.used"]), "{n}");
        }
        assert_eq!(house.set("ana", &nth(0)), Ok(()), "three before the present one");
        house.policy(&[]);
        assert_eq!(house.set("ana", &nth(1)), Err(vec!["password.used"]), "a stricter policy still knows it");
    });
}

// A4: renewal every N days.
#[test]
fn an_old_password_must_be_changed() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        kit.clock().advance(89 * DAY);
        house.sign_in("ana", PASSWORD).unwrap();
        assert!(!house.must_change("ana"));
        kit.clock().advance(2 * DAY);
        house.sign_in("ana", PASSWORD).unwrap();
        assert!(house.must_change("ana"));
        assert_eq!(house.set("ana", "Quiet lamp 47"), Ok(()));
        house.policy(&[("renewal_days", 0)]);
        kit.clock().advance(900 * DAY);
        house.sign_in("ana", "Quiet lamp 47").unwrap();
        assert!(!house.must_change("ana"));
    });
}

// A4: locked after N failures, N as the tenant has it.
#[test]
fn the_tenants_policy_says_after_how_many_failures_an_account_is_locked() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.policy(&[("failures_before_lock", 3)]);
        for login in ["ana", "nobody"] {
            let answers: Vec<String> = (0..5).map(|_| house.sign_in(login, "wrong").unwrap_err()).collect();
            assert_eq!(
                answers,
                [
                    "sign_in.failed",
                    "sign_in.failed",
                    "sign_in.failed",
                    "sign_in.locked 1",
                    "sign_in.locked 1"
                ]
            );
        }
    });
}

// A4: hashes of another system open the account once, and are Argon2id afterwards.
#[test]
fn hashes_of_other_systems_are_made_anew_at_the_first_sign_in() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let system = kit.system(&house.tenant);
        let hash = "$pbkdf2-sha1$4096$c2FsdA==$SwB5AbdlSJq+rUnZJvch0GWkKcE=";
        house.identity.import_hash(&system, house.id("ana"), hash).unwrap();
        let stored = || house.query("SELECT hash FROM shared.credential")[0][0].text().to_string();
        assert_eq!(stored(), hash);
        assert_eq!(house.sign_in("ana", "Password").unwrap_err(), "sign_in.failed");
        assert!(
            house.sign_in("ana", "password").is_ok(),
            "its owner keeps it, whatever the policy says of new ones"
        );
        assert!(stored().starts_with("$argon2id$"));
        assert!(house.sign_in("ana", "password").is_ok());
        let bad = house.identity.import_hash(&system, house.id("ana"), "5f4dcc3b5aa765d61d8327deb882cf99");
        assert!(bad.is_err_and(|e| e.is("password.hash")));
    });
}

// A5: login, mail, new password before anything else.
#[test]
fn a_forgotten_password_is_had_anew_by_mail_once() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        catcher(kit);
        house.change("ana", "email", text("ana@example.org"));
        house.identity.confirm_address(&kit.system(&house.tenant), house.id("ana")).unwrap();
        let session = house.sign_in("ana", PASSWORD).unwrap();
        let before = house.mails().len();
        house.ask(" ANA ");
        let mails = house.mails();
        assert_eq!((mails.len(), mails[0].to.as_str()), (before + 1, "ana@example.org"));
        let token = house.token();
        assert!(house.holds(&session) && house.sign_in("ana", PASSWORD).is_ok(), "asking changes nothing");
        let link = house.identity.link(&kit.installation(), &house.tenant, &token).unwrap().unwrap();
        assert_eq!((link.login.as_str(), link.activation), ("ana", false));
        assert_eq!(
            house.use_link(&token, "short"),
            Err("password.short"),
            "the policy is kept, the link goes on"
        );
        assert_eq!(house.use_link(&token, PASSWORD), Err("password.used"));
        assert_eq!(house.use_link(&token, "Quiet lamp 47"), Ok(()));
        assert_eq!(house.use_link(&token, "Quiet lamp 48"), Err("link.invalid"), "once");
        assert!(!house.holds(&session), "nobody stays in with the former password");
        assert!(house.sign_in("ana", "Quiet lamp 47").is_ok());
        let told = house.mails();
        assert!(told.iter().any(|m| m.subject == "Your password at acme has been changed"));
        assert_eq!(house.use_link("made up", "Quiet lamp 48"), Err("link.invalid"));
        let stored = format!("{:?}", house.query("SELECT digest FROM shared.account_link"));
        assert!(!stored.contains(&token));
    });
}

// A5: what ends a link: its time, a new password, another address, the end of the account.
#[test]
fn a_link_ends_with_its_time_the_password_the_address_and_the_account() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.change("ana", "email", text("ana@example.org"));
        catcher(kit);
        let holds =
            |token: &str| house.identity.link(&kit.installation(), &house.tenant, token).unwrap().is_some();
        let fresh = || {
            kit.clock().advance(2 * HOUR);
            house.ask("ana");
            let token = house.token();
            assert!(holds(&token));
            token
        };
        let token = fresh();
        kit.clock().advance(24 * HOUR);
        assert!(!holds(&token), "its time");
        let token = fresh();
        house.set("ana", "Quiet lamp 47").unwrap();
        assert!(!holds(&token), "a new password");
        let token = fresh();
        house.change("ana", "email", text("other@example.org"));
        assert!(!holds(&token), "another address");
        let told: Vec<String> =
            house.mails().iter().filter(|m| m.text.contains("now")).map(|m| m.to.clone()).collect();
        assert!(
            told.contains(&"ana@example.org".to_string()) && told.contains(&"other@example.org".to_string())
        );
        let token = fresh();
        house.change("ana", "state", text("suspended"));
        assert!(!holds(&token), "a suspended account");
        assert_eq!(house.use_link(&token, "Quiet lamp 99"), Err("link.invalid"));
        let before = house.mails().len();
        house.ask("ana");
        assert_eq!(house.mails().len(), before, "it gets no new one");
        let other = kit.tenant("other");
        assert!(house.identity.link(&kit.installation(), &other, &token).unwrap().is_none());
    });
}

// A4: a new account is activated by its link, which confirms the address.
#[test]
fn a_new_account_is_activated_by_mail() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let system = kit.system(&house.tenant);
        kit.user(&house.tenant, "bo", None, &[]);
        let send = |login: &str| house.identity.send_activation(&system, house.id(login));
        assert!(send("bo").is_err_and(|e| e.is("mail.none")));
        catcher(kit);
        assert!(send("bo").is_err_and(|e| e.is("account.no_link")), "no address");
        house.change("bo", "email", text("bo@example.org"));
        house.change("bo", "culture", text("sv-SE"));
        send("bo").unwrap();
        assert_eq!(house.mails()[0].subject, "Aktivera ditt konto hos acme", "S10: the owner's language");
        let token = house.token();
        assert_eq!(house.use_link(&token, "Quiet lamp 47"), Ok(()));
        assert!(house.sign_in("bo", "Quiet lamp 47").is_ok());
        assert!(!house.must_change("bo"), "its owner chose it");
        // Nobody is flooded.
        kit.clock().advance(2 * HOUR);
        let sent = (0..6).filter(|_| send("bo").is_ok()).count();
        assert_eq!(sent, 3);
    });
}

// A4: a password that somebody else gave does not open an account whose address is not confirmed.
#[test]
fn the_address_is_confirmed_before_the_account_is_active() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.change("ana", "email", text("ana@example.org"));
        assert!(house.sign_in("ana", PASSWORD).is_ok(), "no mails, no confirmation");
        catcher(kit);
        assert_eq!(house.sign_in("ana", "wrong").unwrap_err(), "sign_in.failed", "told to the owner only");
        assert_eq!(house.sign_in("ana", PASSWORD).unwrap_err(), "sign_in.unconfirmed");
        let token = house.token();
        assert_eq!(house.use_link(&token, "Quiet lamp 47"), Ok(()));
        assert!(house.sign_in("ana", "Quiet lamp 47").is_ok());
        house.account("bo");
        house.change("bo", "email", text("bo@example.org"));
        house.policy(&[("email_confirmed_first", 0)]);
        assert!(house.sign_in("bo", PASSWORD).is_ok());
    });
}

// Nobody can lock somebody out: the owner is told, and the link opens the account at once.
#[test]
fn the_owner_of_a_locked_account_gets_a_link_that_opens_it() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.change("ana", "email", text("ana@example.org"));
        house.identity.confirm_address(&kit.system(&house.tenant), house.id("ana")).unwrap();
        catcher(kit);
        (0..5).for_each(|_| drop(house.sign_in("ana", "wrong")));
        assert_eq!(house.sign_in("ana", PASSWORD).unwrap_err(), "sign_in.locked 1");
        let locked = |mails: &[Caught]| mails.iter().filter(|m| m.subject.contains("locked")).count();
        assert_eq!(locked(&house.mails()), 1);
        let token = house.token();
        assert_eq!(house.use_link(&token, "Quiet lamp 47"), Ok(()));
        assert!(house.sign_in("ana", "Quiet lamp 47").is_ok(), "open at once");
        (0..5).for_each(|_| drop(house.sign_in("nobody", "wrong")));
        assert_eq!(locked(&house.mails()), 1);
    });
}

// S10, I12: whatever a mail tells, it speaks the language of the account's owner, not of whoever caused it.
#[test]
fn each_mail_about_an_account_is_in_its_owners_language() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.change("ana", "email", text("ana@example.org"));
        house.change("ana", "culture", text("fr-FR"));
        house.identity.confirm_address(&kit.system(&house.tenant), house.id("ana")).unwrap();
        catcher(kit);
        house.sign_in("ana", PASSWORD).unwrap();
        house.mails();
        house.sign_in("ana", PASSWORD).unwrap();
        house.ask("ana");
        assert_eq!(house.use_link(&house.token(), "Quiet lamp 47"), Ok(()));
        (0..5).for_each(|_| drop(house.sign_in("ana", "wrong")));
        let mails = house.mails();
        let subjects: Vec<&str> = mails.iter().map(|m| m.subject.as_str()).collect();
        for subject in [
            "Nouvelle connexion à votre compte chez acme",
            "Définissez un nouveau mot de passe pour acme",
            "Votre mot de passe chez acme a été changé",
            "Votre compte chez acme est verrouillé pour un moment",
        ] {
            assert!(subjects.contains(&subject), "{subject}: {subjects:?}");
        }
        for mail in &mails {
            assert!(mail.html.contains("lang=\"fr\""), "{}", mail.html);
            let words = mail.text.to_lowercase();
            let foreign = ["your ", "password", "sign in"].iter().find(|word| words.contains(**word));
            assert_eq!(foreign, None, "{}", mail.text);
        }
    });
}

// No answer, work or mail tells whether a login exists: the same answers, the same number of hashes, jobs and lines.
#[test]
fn nothing_tells_whether_a_login_exists() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.change("ana", "email", text("ana@example.org"));
        house.account("plain");
        house.account("leaver");
        house.change("leaver", "state", text("suspended"));
        let system = kit.system(&house.tenant);
        house.account("older");
        let hash = "$hmac-sha1$SmVmZQ==$7/zfauXrL6LSdBbV8YTfnCWafHk=";
        house.identity.import_hash(&system, house.id("older"), hash).unwrap();
        catcher(kit);
        let count = |table: &str| house.query(&format!("SELECT COUNT(*) FROM shared.{table}"))[0][0].int();
        // Whatever a client could measure: what it is answered, and what the machine did for it.
        let measure = |work: &dyn Fn() -> Vec<String>| {
            let before = (
                house.identity.hashes_computed(),
                count("job_queue"),
                count("activity_entry"),
                count("mail_message"),
            );
            let answers = work();
            let after = (
                house.identity.hashes_computed(),
                count("job_queue"),
                count("activity_entry"),
                count("mail_message"),
            );
            (answers, after.0 - before.0, after.1 - before.1, after.2 - before.2, after.3 - before.3)
        };
        let guess =
            |login: &str| measure(&|| (0..8).map(|_| house.sign_in(login, "wrong").unwrap_err()).collect());
        let nobody = guess("nobody");
        assert_eq!((nobody.1, nobody.2, nobody.3, nobody.4), (5, 1, 5, 0));
        for login in ["ana", "plain", "leaver", "older"] {
            assert_eq!(guess(login), nobody, "{login}");
        }
        let ask = |login: &str| {
            measure(&|| {
                house.ask(login);
                Vec::new()
            })
        };
        let nobody = ask("nobody");
        for login in ["ana", "plain", "leaver", "older"] {
            assert_eq!(ask(login), nobody, "{login}");
        }
        // And what is typed in the wrong field stays nowhere.
        house.ask("My secret pass phrase 1");
        house.run();
        let jobs = format!("{:?}", house.query("SELECT payload, result, progress FROM shared.job_queue"));
        let log = format!("{:?}", house.query("SELECT login, detail FROM shared.activity_entry"));
        assert!(!jobs.contains("secret pass") && !log.contains("secret pass"), "{jobs}");
    });
}

// Many accounts: by a job with progress, that can be taken up again without sending twice.
#[test]
fn many_accounts_are_activated_at_once() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        catcher(kit);
        for n in 0..60 {
            let login = format!("new{n}");
            kit.user(&house.tenant, &login, None, &[]);
            if n % 2 == 0 {
                house.change(&login, "email", text(&format!("new{n}@example.org")));
            }
        }
        kit.role(&house.tenant, "admin", &[("*", "*", "read, update", "all")]);
        kit.user(&house.tenant, "boss", None, &["admin"]);
        let boss: Scope = kit.scope(&house.tenant, "boss");
        let accounts = house.identity.never_activated(&house.tenant).unwrap();
        assert_eq!(accounts.len(), 30);
        house.identity.send_activations(&boss, &accounts).unwrap();
        house.run();
        let job = house.identity.activations(&boss).unwrap().unwrap();
        assert_eq!((job.state.as_str(), job.result["sent"].as_i64()), ("done", Some(30)));
        assert_eq!(house.mails().len(), 30);
    });
}

// A4: an account validity end date, where the policy asks for it.
#[test]
fn accounts_need_a_last_day_where_the_policy_says_so() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        kit.role(&house.tenant, "admin", &[("*", "*", "read, create, update", "all")]);
        kit.user(&house.tenant, "boss", None, &["admin"]);
        let make = |login: &str, values: Vec<(&str, Value)>| {
            let values = [vec![("login", text(login))], values].concat();
            let made = kit.scope(&house.tenant, "boss").change(Kind::Shared, |c| c.create("User", values));
            made.map(|_| ()).map_err(|e| (e.faults()[0].code, e.faults()[0].field.clone()))
        };
        assert_eq!(make("one", vec![]), Ok(()));
        house.policy(&[("end_date_mandatory", 1)]);
        assert_eq!(make("two", vec![]), Err(("value.mandatory", Some("valid_until".to_string()))));
        assert_eq!(make("two", vec![("valid_until", Value::Int(30_000))]), Ok(()));
    });
}

// A6: what a provider has replaced is not given back by mail; who may change providers keeps a way in.
#[test]
fn no_link_gives_back_a_password_that_a_provider_has_replaced() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        catcher(kit);
        house.change("ana", "email", text("ana@example.org"));
        house.identity.confirm_address(&kit.system(&house.tenant), house.id("ana")).unwrap();
        house.ask("ana");
        let before = house.token();
        let provider = vec![
            ("code", text("corporate")),
            ("label", Value::Texts([("en".to_string(), "Corporate".to_string())].into_iter().collect())),
            ("protocol", text("saml")),
            ("issuer", text("https://idp.example")),
            ("replaces_password", Value::Int(1)),
            ("tested_at", Value::Int(1)),
            ("active", Value::Int(1)),
        ];
        let made = kit.system(&house.tenant).change(Kind::Shared, |c| c.create("IdentityProvider", provider));
        made.unwrap();
        assert_eq!(house.use_link(&before, "Quiet lamp 47"), Err("link.invalid"), "sent before");
        let sent = house.mails().len();
        house.ask("ana");
        assert_eq!(house.mails().len(), sent);
        assert!(house.sign_in("ana", PASSWORD).is_err());
    });
}
