//! Accounts of candidates (A3, G7): signing up, signing in, forgotten passwords, what an account does for those who apply, and how it
//! follows what becomes of its candidate. And its walls: nothing of the back office, of others, or of another company.

use std::collections::BTreeMap;

use talang_catalogue::Kind;
use talang_engine::{Filter, Op, Query, jobs};
use talang_http::Method;
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, make};
use crate::candidate_area::{count, house as plain, letters, link, traces};
use crate::client::Answer;

const ME: &str = "/careers/jobs/me";
const SECRET: &str = "Quiet+lamp+under+7+chairs";
const OTHER: &str = "Second+lamp+above+8+tables";

/// Noor and Bo applied; the site has accounts.
fn house(kit: &Kit) -> House<'_> {
    let house = plain(kit);
    set(&house, "FrontOffice", "jobs", vec![("accounts", true.into())]);
    house
}

fn set(house: &House<'_>, object: &str, key: &str, values: Vec<(&str, talang_catalogue::Value)>) {
    let system = house.system();
    let kind = system.view(|v| v.object(object)).expect("an object").def.kind;
    let id = id_of(house, object, key);
    system
        .change(kind, |c| c.update(object, id, values).map(drop))
        .unwrap_or_else(|e| panic!("{object}: {e}"));
}

fn id_of(house: &House<'_>, object: &str, key: &str) -> i64 {
    house.system().view(|v| v.resolve(object, key)).expect("read").expect("there")
}

/// What is counted in this process is counted for both databases: each has addresses of its own.
fn address(house: &House<'_>, name: &str) -> String {
    let dialect = house.tenant.db().read(|c| Ok::<_, talang_store::Error>(c.dialect())).expect("read");
    let letter = if dialect == talang_store::Dialect::Postgres { "p" } else { "s" };
    format!("{name}-{letter}@example.net")
}

fn candidates_accounts(house: &House<'_>) -> i64 {
    count(house, "User", Some(("population", "candidates")))
}

/// A browser with all its cookies.
struct Jar<'h> {
    house: &'h House<'h>,
    cookies: BTreeMap<String, String>,
}

impl<'h> Jar<'h> {
    fn new(house: &'h House<'h>) -> Jar<'h> {
        Jar { house, cookies: BTreeMap::new() }
    }

    fn header(&self) -> String {
        self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ")
    }

    fn get(&mut self, path: &str) -> Answer {
        let answer = self.house.server.get("acme", path, &[("Cookie", &self.header())]);
        self.keep(answer)
    }

    fn post(&mut self, path: &str, form: &str) -> Answer {
        let answer = self.house.server.post("acme", path, &[("Cookie", &self.header())], form);
        self.keep(answer)
    }

    fn keep(&mut self, answer: Answer) -> Answer {
        for cookie in answer.headers("set-cookie") {
            let (name, rest) = cookie.split_once('=').expect("a cookie");
            match rest.split(';').next().unwrap_or_default() {
                "" => self.cookies.remove(name),
                value => self.cookies.insert(name.to_string(), value.to_string()),
            };
        }
        answer
    }

    fn sign_up(&mut self, email: &str, password: &str) -> Answer {
        let form = format!(
            "first_name=Mira&last_name=Okafor&email={email}&password={password}&again={password}&privacy=yes"
        );
        self.post(&format!("{ME}/sign-up"), &form)
    }

    fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.post(&format!("{ME}/sign-in"), &format!("email={email}&password={password}"))
    }

    fn is_here(&mut self, name: &str) -> bool {
        self.get(ME).body.contains(&format!("Hello {name}"))
    }
}

/// The ticket of a link.
fn ticket(path: &str, name: &str) -> String {
    path.split(&format!("{name}=")).nth(1).expect("a ticket").to_string()
}

/// Gives a candidate an address of this test and database alone; what it is.
fn readdressed(house: &House<'_>, who: &str, test: &str) -> String {
    let email = address(house, &format!("{}-{test}", who.to_lowercase()));
    set(house, "Candidate", who, vec![("email", email.as_str().into())]);
    email
}

/// Somebody with a confirmed account, signed in.
fn with_account<'h>(house: &'h House<'h>, email: &str) -> Jar<'h> {
    let mut jar = Jar::new(house);
    let before = house.letters(email).len();
    let sent = jar.sign_up(email, SECRET);
    assert_eq!(sent.status, 200, "{}", sent.body);
    let path = link(&letters(house, email, before + 1)[0]);
    let done = jar.post(&format!("{ME}/confirm"), &format!("t={}&password={SECRET}", ticket(&path, "t")));
    assert_eq!(done.status, 303, "{}", done.body);
    jar
}

// A3: an address and a confirmed password; only the mail makes it an account, and no answer tells whether there is one.
#[test]
fn an_account_is_there_when_its_address_is_confirmed() {
    both(&SETUP, |kit| {
        let house = plain(kit);
        let mut mira = Jar::new(&house);
        // S8: where the site does not offer it there is nothing.
        assert!(!mira.get(ME).body.contains("me/sign-in"));
        assert_eq!(mira.get(&format!("{ME}/sign-up")).status, 404);
        assert_eq!(mira.sign_up(&address(&house, "none"), SECRET).status, 404);
        set(&house, "FrontOffice", "jobs", vec![("accounts", true.into())]);
        // Colleagues are signed in already: their sites have none.
        let inside = house.system().change(Kind::Candidates, |c| {
            let id = c.resolve("FrontOffice", "jobs")?.expect("there");
            c.update("FrontOffice", id, vec![("internal", true.into())]).map(drop)
        });
        assert!(inside.is_err_and(|e| e.is("site.accounts_internal")));
        let form = mira.get(&format!("{ME}/sign-up"));
        assert!(form.body.contains("at least 12 characters") && form.body.contains("We read it."));

        // What is wrong is said; the passwords do not come back.
        let email = address(&house, "mira");
        for (password, again, said) in [
            ("short", "short", "at least 12 characters"),
            (SECRET, OTHER, "differ"),
            ("mira-lamp-Under-7", "mira-lamp-Under-7", "may not contain the login"),
        ] {
            let form = format!(
                "first_name=Mira&last_name=Okafor&email={}&password={password}&again={again}&privacy=yes",
                email.replace("mira-s", "mira").replace("mira-p", "mira")
            );
            let wrong = mira.post(&format!("{ME}/sign-up"), &form);
            assert!(wrong.status == 422 && wrong.body.contains(said), "{password}: {}", wrong.body);
            assert!(!wrong.body.contains(password));
        }
        let form = format!("first_name=&last_name=O&email=x&password={SECRET}&again={SECRET}");
        assert_eq!(mira.post(&format!("{ME}/sign-up"), &form).status, 422);

        // The same answer for a new address, one that has an account, one of a candidate's file and one of somebody who works here.
        let staff = address(&house, "staff");
        kit.user(&house.tenant, &staff, None, &["employee"]);
        let known = address(&house, "known");
        drop(with_account(&house, &known));
        let accounts = candidates_accounts(&house);
        let first = mira.sign_up(&email, SECRET);
        assert!(first.status == 200 && first.body.contains("Look into your mailbox"), "{}", first.body);
        let noor_at = readdressed(&house, "Noor", "first");
        for other in [known.as_str(), noor_at.as_str(), staff.as_str()] {
            let answer = mira.sign_up(other, SECRET);
            assert_eq!((answer.status, &answer.body), (first.status, &first.body), "{other}");
        }
        assert!(mira.cookies.is_empty() && candidates_accounts(&house) == accounts);
        assert!(letters(&house, &known, 2)[0].subject.contains("already have"));
        assert!(letters(&house, &staff, 1)[0].subject.contains("belongs to an account"));

        // The mail leads to a page that asks for the password once more: a stranger's password opens nobody's account.
        let path = link(&letters(&house, &email, 1)[0]);
        let page = mira.get(&path);
        assert!(page.status == 200 && page.body.contains(&email), "{}", page.body);
        assert_eq!(candidates_accounts(&house), accounts, "looking makes nothing");
        let t = ticket(&path, "t");
        let confirm = format!("{ME}/confirm");
        assert_eq!(mira.post(&confirm, &format!("t={t}&password={OTHER}")).status, 422);
        assert_eq!(mira.post(&confirm, &format!("t=x{t}&password={SECRET}")).status, 404);
        assert_eq!(candidates_accounts(&house), accounts);
        let done = mira.post(&confirm, &format!("t={t}&password={SECRET}"));
        assert_eq!(done.status, 303, "{}", done.body);
        assert!(mira.is_here("Mira") && mira.get(ME).body.contains(&format!("signed in as {email}")));
        assert_eq!(candidates_accounts(&house), accounts + 1);
        assert_eq!(count(&house, "Candidate", Some(("email", &email))), 1);
        assert!(count(&house, "CandidateConsent", Some(("purpose", "application"))) >= 1, "G6");

        // The link a second time is no way in, nor is one that is over.
        let mut again = Jar::new(&house);
        let answer = again.post(&confirm, &format!("t={t}&password={SECRET}"));
        assert!(answer.status == 303 && again.cookies.is_empty());
        // With the address of a file there is no second file.
        let path = link(&letters(&house, &noor_at, 1)[0]);
        let before = count(&house, "Candidate", None);
        let mut noor = Jar::new(&house);
        kit.clock().advance(23 * 3_600_000_000);
        noor.post(&confirm, &format!("t={}&password={SECRET}", ticket(&path, "t")));
        assert!(noor.is_here("Noor"));
        assert_eq!(count(&house, "Candidate", None), before);
        let late = address(&house, "late");
        mira.post(&format!("{ME}/leave"), "");
        assert!(!mira.is_here("Mira"));
        mira.sign_up(&late, SECRET);
        let path = link(&letters(&house, &late, 1)[0]);
        kit.clock().advance(25 * 3_600_000_000);
        assert_eq!(mira.get(&path).status, 404);
        assert_eq!(mira.post(&confirm, &format!("t={}&password={SECRET}", ticket(&path, "t"))).status, 404);
    });
}

// A3, A5, A8: signing in as everybody does: locks, silence, forgotten passwords, sessions that end.
#[test]
fn signing_in_tells_a_stranger_nothing_and_sessions_end() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let email = address(&house, "sami");
        let mut sami = with_account(&house, &email);
        assert!(sami.is_here("Mira"));
        assert_eq!(sami.post(&format!("{ME}/leave"), "").status, 303);
        assert!(!sami.is_here("Mira"), "left");
        // Wrong password and unknown address: the same answer.
        let unknown = address(&house, "unknown");
        let answers = |jar: &mut Jar<'_>, email: &str| {
            let answer = jar.sign_in(email, OTHER);
            (answer.status, answer.body.replace(email, "X"))
        };
        let mut stranger = Jar::new(&house);
        for _ in 0..5 {
            assert_eq!(answers(&mut stranger, &email), answers(&mut stranger, &unknown));
        }
        let locked = stranger.sign_in(&email, SECRET);
        assert!(locked.status == 422 && locked.body.contains("Too many failed"), "{}", locked.body);
        // The owner's own browser is not locked out by strangers, and a link opens it for all.
        assert_eq!(sami.sign_in(&email.to_uppercase().replace('@', "%40"), SECRET).status, 303);
        assert!(sami.is_here("Mira"));
        let mut elsewhere = Jar::new(&house);
        let forgotten = format!("{ME}/forgotten");
        let known = elsewhere.post(&forgotten, &format!("email={email}"));
        let other = elsewhere.post(&forgotten, &format!("email={unknown}"));
        assert_eq!((known.status, &known.body), (other.status, &other.body));
        assert!(house.letters(&unknown).is_empty());
        let sent = letters(&house, &email, 3);
        let letter = sent.iter().find(|m| m.subject.contains("Set a new password")).expect("a link");
        assert!(letter.text.contains("/candidate-account?key="), "{}", letter.text);
        // The back office's page does not know it.
        let path = link(letter);
        let key = ticket(&path, "key");
        assert_eq!(elsewhere.get(&format!("/activate?key={key}")).status, 404);
        let on = elsewhere.get(&path);
        let to = on.header("location").expect("on").to_string();
        assert!(to.starts_with(&format!("{ME}/new-password")), "{to}");
        assert!(elsewhere.get(&to).body.contains(&email));
        let set_it = format!("{ME}/new-password");
        assert_eq!(elsewhere.post(&set_it, &format!("key={key}&password=short&again=short")).status, 422);
        let form = format!("key={key}&password={OTHER}&again={OTHER}");
        assert_eq!(elsewhere.post(&set_it, &form).status, 200);
        assert_eq!(elsewhere.post(&set_it, &form).status, 404, "once");
        assert!(!sami.is_here("Mira"), "a new password ends every session");
        assert_eq!(sami.sign_in(&email, SECRET).status, 422);
        assert_eq!(sami.sign_in(&email, OTHER).status, 303);

        // Another password, and the end of other sessions.
        assert_eq!(elsewhere.sign_in(&email, OTHER).status, 303);
        assert!(sami.get(ME).body.contains("signed in on 2 devices"));
        let change = format!("{ME}/password");
        let form = |present: &str| format!("present={present}&password={SECRET}&again={SECRET}");
        assert_eq!(sami.post(&change, &form("wrong")).status, 422);
        let third = "Third+lamp+below+9+clocks";
        let form = format!("present={OTHER}&password={third}&again={third}");
        assert_eq!(sami.post(&change, &form).status, 303);
        assert!(sami.is_here("Mira") && !elsewhere.is_here("Mira"));
        assert_eq!(elsewhere.sign_in(&email, third).status, 303);
        assert_eq!(sami.post(&format!("{ME}/sessions/end"), "").status, 303);
        assert!(sami.is_here("Mira") && !elsewhere.is_here("Mira"));
        // A8: twenty minutes.
        kit.clock().advance(19 * 60_000_000);
        assert!(sami.is_here("Mira"));
        kit.clock().advance(21 * 60_000_000);
        assert!(!sami.is_here("Mira"));
        // A4: a password that is too old comes first.
        kit.clock().advance(91 * 86_400_000_000);
        assert_eq!(sami.sign_in(&email, third).status, 303);
        assert_eq!(sami.get(ME).header("location"), Some(change.as_str()));
        assert_eq!(
            sami.post(&format!("{ME}/data"), "first_name=X").header("location"),
            Some(change.as_str())
        );
        let form = "present=Third+lamp+below+9+clocks&password=Fourth+lamp+of+10+doors&again=Fourth+lamp+of+10+doors";
        assert_eq!(sami.post(&change, form).status, 303);
        assert!(sami.is_here("Mira"));
    });
}

// T10, T4: an account of a candidate opens the front office of its company and nothing else; nobody else's opens it.
#[test]
fn an_account_opens_nothing_but_its_own() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let email = readdressed(&house, "Noor", "walls");
        let mut noor = with_account(&house, &email);
        assert!(noor.is_here("Noor"));
        let token = noor.cookies["talang_account"].clone();
        for route in talang_server::modules::routes() {
            if route.access.is_open() {
                continue;
            }
            let path = route.pattern.replace("{object}", "candidates").replace("{kind}", "candidates");
            let path = path.replace("{id}", "1").replace(['{', '}'], "");
            let cookie = format!("talang_session={token}; talang_account={token}");
            let answer = house.server.send("acme", route.method.name(), &path, &[("Cookie", &cookie)], b"");
            let nobody = house.server.send("acme", route.method.name(), &path, &[], b"");
            assert_eq!(answer.status, nobody.status, "{} {path}", route.method.name());
            assert!(matches!(answer.status, 303 | 401 | 403 | 404 | 413), "{path}: {}", answer.status);
            if route.method == Method::Get && answer.status == 303 {
                assert!(answer.header("location").is_some_and(|to| to.starts_with("/sign-in")), "{path}");
            }
        }
        // Its password is no way in elsewhere.
        let form = format!("login={email}&password={SECRET}");
        assert_ne!(house.server.post("acme", "/sign-in", &[], &form).status, 303);
        // Whoever works here is nobody in the area.
        let rita = house.server.sign_in_as("acme", "Rita");
        let session = rita.split_once('=').expect("a cookie").1;
        let seen = house.server.get("acme", ME, &[("Cookie", &format!("talang_account={session}"))]);
        assert!(!seen.body.contains("Hello"), "{}", seen.body);
        assert_eq!(Jar::new(&house).sign_in("Rita", "Four+small+green+apples+7").status, 422);
        // Nor does it open another company's site.
        let other = kit.tenant("other");
        let system = kit.system(&other);
        make(&system, "FeatureSwitch", &[("code", "recruiting"), ("on", "true")]);
        make(&system, "ValueList", &[("code", "posting-channel"), ("name", "c")]);
        make(
            &system,
            "ValueListItem",
            &[("list", "posting-channel"), ("code", "career-site"), ("label", "c")],
        );
        let site = [
            ("code", "jobs"),
            ("label", "Other"),
            ("culture", "en-GB"),
            ("active", "true"),
            ("internal", "false"),
            ("accounts", "true"),
            ("channel", "career-site"),
            ("privacy_notice", "We read it."),
        ];
        make(&system, "FrontOffice", &site);
        let seen = house.server.get("other", ME, &[("Cookie", &format!("talang_account={token}"))]);
        assert!(seen.status == 200 && !seen.body.contains("Hello"), "{}", seen.body);
        // Bo's is not there for Noor.
        make(
            &house.system(),
            "CandidateDocument",
            &[("candidate", "Bo"), ("kind", "cv"), ("name", "Bo's"), ("file", &format!("{:064}/r.pdf", 0))],
        );
        let bos = only(&house, "CandidateDocument");
        assert_eq!(noor.get(&format!("{ME}/documents/{bos}")).status, 404);
        let application = id_of(&house, "Application", "Bo|V1");
        assert_eq!(noor.get(&format!("{ME}/withdraw?application={application}")).status, 404);
        // A1: the networks of the back office are not its.
        make(&house.system(), "IpRange", &[("group_code", "*"), ("cidr", "10.0.0.0/8"), ("active", "true")]);
        noor.post(&format!("{ME}/leave"), "");
        assert_eq!(noor.sign_in(&email, SECRET).status, 303);
        assert!(noor.is_here("Noor"));
    });
}

fn only(house: &House<'_>, object: &str) -> i64 {
    let found = house.system().view(|v| {
        let object = v.object(object)?;
        Ok(v.list(&object, &Query::default())?.records[0].id)
    });
    found.expect("one")
}

/// A form with files, as browsers send it.
fn parts(fields: &[(&str, &str)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let (name, file) = name.split_once(':').unwrap_or((name, ""));
        let file = if file.is_empty() { String::new() } else { format!("; filename=\"{file}\"") };
        body.extend(
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n")
                .bytes(),
        );
    }
    body.extend(b"--edge--\r\n");
    body
}

// S3, G7: the form is filled in, the application is the account's, documents on file go along, one's own alone.
#[test]
fn applying_with_an_account() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let system = house.system();
        make(
            &system,
            "Vacancy",
            &[
                ("code", "V2"),
                ("title", "Baker"),
                ("recruiter", "Rita"),
                ("state", "open"),
                ("cv_required", "true"),
            ],
        );
        make(
            &system,
            "VacancyPosting",
            &[("vacancy", "V2"), ("channel", "career-site"), ("start", "2020-01-01"), ("state", "online")],
        );
        for who in ["Noor", "Bo"] {
            let file = format!("{:064}/{who}.pdf", 0);
            make(
                &system,
                "CandidateDocument",
                &[("candidate", who), ("kind", "cv"), ("name", &format!("CV of {who}")), ("file", &file)],
            );
        }
        let document = |who: &str| {
            let id = id_of(&house, "Candidate", who);
            system
                .view(|v| {
                    let object = v.object("CandidateDocument")?;
                    let of = Filter::test(&object, "candidate", Op::Is, vec![id.into()]);
                    Ok(v.list(&object, &Query { filter: Some(of), ..Query::default() })?.records[0].id)
                })
                .expect("a document")
                .to_string()
        };
        let (own, bos) = (document("Noor"), document("Bo"));
        let path = "/careers/jobs/jobs/V2/apply";
        let mut noor = Jar::new(&house);
        let stranger = noor.get(path);
        assert!(stranger.status == 200 && stranger.body.contains("me?job=V2"), "{}", stranger.body);
        assert!(noor.get("/careers/jobs/jobs/V2/received").body.contains("Create an account"));
        let email = readdressed(&house, "Noor", "apply");
        let mut noor = with_account(&house, &email);
        let form = noor.get(path).body;
        for word in ["value=\"Quendolin\"", email.as_str(), "CV of Noor", "readonly"] {
            assert!(form.contains(word), "{word}: {form}");
        }
        assert!(!form.contains("CV of Bo"));
        assert!(!noor.get("/careers/jobs/jobs/V2/received").body.contains("Create an account"));
        let send = |jar: &Jar<'_>, document: &str| {
            let body = parts(&[
                ("first_name", "Noor"),
                ("last_name", "Quendolin"),
                ("email", "bo@example.net"),
                ("known", document),
                ("privacy", "yes"),
            ]);
            let headers = [("Content-Type", "multipart/form-data; boundary=edge"), ("Cookie", &jar.header())];
            house.server.send("acme", "POST", path, &headers, &body)
        };
        assert_eq!(send(&noor, &bos).status, 422, "another's CV is none");
        let sent = send(&noor, &own);
        assert_eq!(sent.status, 303, "{}", sent.body);
        id_of(&house, "Application", "Noor|V2");
        let bo = system.view(|v| v.resolve("Application", "Bo|V2")).expect("read");
        assert!(bo.is_none(), "whose application it is says the account");
        assert_eq!(count(&house, "ApplicationDocument", None), 1);
        assert_eq!(count(&house, "CandidateDocument", None), 2, "nothing twice");
    });
}

fn settled(house: &House<'_>) {
    house.letters("");
}

fn opened_by(house: &House<'_>, who: &str) -> Option<String> {
    let id = id_of(house, "Candidate", who);
    house
        .system()
        .view(|v| {
            let object = v.object("CandidateAccount")?;
            let of = Filter::test(&object, "candidate", Op::Is, vec![id.into()]);
            let found = v.list(&object, &Query { filter: Some(of), ..Query::default() })?.records;
            match found.first() {
                Some(one) => Ok(Some(v.title("User", one.get("account").as_int().unwrap_or_default())?.key)),
                None => Ok(None),
            }
        })
        .expect("read")
}

// G7, G8: an account follows its candidate: another address, a merge, erasure.
#[test]
fn an_account_follows_what_becomes_of_its_candidate() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let (first, bos) = (readdressed(&house, "Noor", "follow"), readdressed(&house, "Bo", "follow"));
        let mut noor = with_account(&house, &first);
        let mut bo = with_account(&house, &bos);
        let export = house.system().view(|v| {
            let id = v.resolve("Candidate", "Bo")?.expect("there");
            let culture = talang_catalogue::Culture::find("en-GB").expect("a culture");
            talang_recruiting::privacy::export::parts(v, id, culture)
        });
        let whole: String =
            export.expect("parts").iter().map(|(_, b)| String::from_utf8_lossy(b).into_owned()).collect();
        assert!(whole.contains("CandidateAccount") && !whole.contains("argon2"), "{whole}");

        // Another address: the session is dead at once, and only who reads mails there gets in.
        set(&house, "Candidate", "Noor", vec![("email", "noor@new.example".into())]);
        assert!(!noor.is_here("Noor"));
        let letter = letters(&house, "noor@new.example", 1).remove(0);
        assert!(letter.subject.contains("Choose a password"), "{}", letter.subject);
        for email in [first.as_str(), "noor%40new.example"] {
            assert_eq!(noor.sign_in(email, SECRET).status, 422, "{email}");
        }
        let key = ticket(&link(&letter), "key");
        let form = format!("key={key}&password={OTHER}&again={OTHER}");
        assert_eq!(noor.post(&format!("{ME}/new-password"), &form).status, 200);
        assert_eq!(noor.sign_in("noor%40new.example", OTHER).status, 303);
        assert!(noor.is_here("Noor"));

        // Two files become one: one account is left, and it is the one of the address that stays.
        let (stays, goes) = (id_of(&house, "Candidate", "Noor"), id_of(&house, "Candidate", "Bo"));
        let page = format!("/candidates/{stays}/merge?with={goes}");
        let rita = house.sign_in("Rita");
        assert_eq!(rita.get(&page).status, 200);
        let merged = rita.post(&page, "");
        assert_eq!(merged.status, 303, "{}", merged.body);
        settled(&house);
        assert_eq!(opened_by(&house, "Noor").as_deref(), Some("noor@new.example"));
        assert_eq!(candidates_accounts(&house), 1);
        assert!(!bo.is_here("Bo") && !bo.is_here("Noor"));

        // Erased: nothing of the account is left, in no table and no journal.
        assert!(traces(&house, "noor@new").iter().any(|place| place.starts_with("shared.user")));
        assert_eq!(noor.sign_in("noor%40new.example", OTHER).status, 303);
        assert_eq!(noor.post(&format!("{ME}/erase"), "sure=yes").status, 200);
        assert!(!noor.cookies.contains_key("talang_account"));
        letters(&house, "noor@new.example", 2);
        settled(&house);
        assert_eq!(candidates_accounts(&house), 0);
        assert_eq!(count(&house, "CandidateAccount", None), 0);
        assert_eq!(noor.sign_in("noor%40new.example", OTHER).status, 422);
        let left: Vec<String> = traces(&house, "noor@new")
            .into_iter()
            // The last mail's line in the outbox names the address, until the operator's time for such lines is over.
            .filter(|at| !at.starts_with("shared.mail_message") && !at.starts_with("shared.journal"))
            .collect();
        assert!(left.is_empty(), "{left:?}");
    });
}

// G9: whoever signs in is in touch with the company: that day is a last action.
#[test]
fn signing_in_is_a_last_action() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let email = address(&house, "lena");
        let mut lena = with_account(&house, &email);
        make(
            &house.system(),
            "RetentionRule",
            &[("code", "all"), ("months", "6"), ("answer_days", "30"), ("active", "true")],
        );
        let until = || {
            house
                .system()
                .view(|v| {
                    let object = v.object("Candidate")?;
                    let of = Filter::test(&object, "email", Op::Is, vec![email.as_str().into()]);
                    let found = v.list(&object, &Query { filter: Some(of), ..Query::default() })?.records;
                    let is = talang_recruiting::privacy::retention::standing(v, &found)?;
                    Ok(is[&found[0].id].until.expect("a day"))
                })
                .expect("read")
        };
        let first = until();
        kit.clock().advance(80 * 86_400_000_000);
        assert_eq!(until(), first);
        assert_eq!(lena.sign_in(&email, SECRET).status, 303);
        assert!((75..90).contains(&(until() - first)), "{} {first}", until());
        jobs::run_due(&house.kit.installation(), &|| false).expect("jobs run");
    });
}

// A10, T10: who may not read every candidate does not see who has an account; and nobody sets a candidate's password.
#[test]
fn accounts_of_candidates_are_seen_by_those_who_see_candidates() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let email = readdressed(&house, "Noor", "seen");
        drop(with_account(&house, &email));
        kit.role(&house.tenant, "accounts", &[("User", "*", "read, update, import, export", "all")]);
        kit.role(&house.tenant, "people", &[("Candidate", "*", "read", "all")]);
        kit.user(&house.tenant, "Amy", None, &["accounts"]);
        kit.user(&house.tenant, "Zoe", None, &["accounts", "people"]);
        for login in ["Amy", "Zoe"] {
            let guard = talang_identity::Identity::installed().expect("a guard");
            let id = id_of(&house, "User", login);
            guard.set_password(&house.system(), id, login, crate::PASSWORD, false).expect("a password");
        }
        let id = id_of(&house, "User", &email);
        let amy = house.sign_in("Amy");
        for path in [
            "/o/users".to_string(),
            "/o/users?q=noor".to_string(),
            format!("/access/users/{id}"),
            format!("/access/users/{id}/sign-in"),
            "/api/rest/v1/users?limit=100".to_string(),
        ] {
            let seen = amy.get(&path);
            assert!(!seen.body.contains(&email), "{path}: {}", seen.body);
        }
        let scope = kit.scope(&house.tenant, "Amy");
        let seen = scope.view(|v| {
            let object = v.object("User")?;
            let filter = Filter::test(&object, "login", Op::Is, vec![email.as_str().into()]);
            let found = v.count(&object, &Query { filter: Some(filter), ..Query::default() })?;
            let words = Query { search: Some("noor".into()), ..Query::default() };
            Ok((found, v.count(&object, &words)?, v.resolve("User", &email)?, v.get(&object, id).is_ok()))
        });
        assert_eq!(seen.expect("read"), (0, 0, None, false));
        let taken =
            scope.change(Kind::Shared, |c| c.update("User", id, vec![("state", "closed".into())]).map(drop));
        assert!(taken.is_err());
        let zoe = house.sign_in("Zoe");
        assert!(zoe.get("/o/users?q=noor").body.contains(&email));
        let page = zoe.get(&format!("/access/users/{id}/sign-in"));
        assert!(page.status == 200 && !page.body.contains("name=\"password\""), "{}", page.body);
        zoe.post("/confirm", "password=Four+small+green+apples+7");
        let set = zoe.post(&format!("/access/users/{id}/password"), &format!("password={OTHER}"));
        assert_ne!(set.status, 200, "{}", set.body);
        assert_eq!(Jar::new(&house).sign_in(&email, OTHER).status, 422);
        assert_eq!(Jar::new(&house).sign_in(&email, SECRET).status, 303);
    });
}
