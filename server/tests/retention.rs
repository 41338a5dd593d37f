//! How long candidates' data are kept, through a year (G9): asked at the end, erased without an answer, left alone where something is under
//! way; and who may erase at once (G5, G7).

use std::collections::BTreeMap;

use jiff::civil::Date;
use talang_engine::{Filter, Op, Query, jobs};
use talang_mail::{Caught, Post};
use talang_testkit::both;

use crate::approvals::{House, SETUP, make};
use crate::candidate_area::{Browser, count, house, link, traces};

const DAY: i64 = 86_400_000_000;

fn today(house: &House<'_>) -> Date {
    house.kit.installation().clock().today()
}

/// The questions that went to somebody.
fn asked(house: &House<'_>, to: &str) -> Vec<Caught> {
    let all = house.kit.installation().provided::<Post>().expect("a post").caught(&house.tenant);
    all.into_iter().filter(|m| m.to == to && m.subject == "May we keep your data?").collect()
}

fn erased(house: &House<'_>, number: &str) -> bool {
    let found = house.system().view(|v| {
        let id = v.resolve("Candidate", number)?.expect("still a row");
        let object = v.object("Candidate")?;
        Ok(!v.get(&object, id)?.get("anonymised_on").is_null())
    });
    found.expect("a candidate")
}

fn apply(house: &House<'_>, who: &str, vacancy: &str, state: &str) {
    let mut values = vec![("candidate", who), ("vacancy", vacancy), ("state", state)];
    if state == "refused" {
        values.push(("rejection_reason", "full"));
    }
    make(&house.system(), "Application", &values);
}

// G9: several countries, yes, no and silence, through a year of nights.
#[test]
fn a_year_of_nights_asks_and_erases_by_country() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let system = house.system();
        for (code, country, months) in [("other", "", "3"), ("fr", "FR", "6"), ("de", "DE", "2")] {
            let rule = [
                ("code", code),
                ("country", country),
                ("months", months),
                ("extension", "12"),
                ("answer_days", "30"),
            ];
            make(&system, "RetentionRule", &rule);
        }
        make(&system, "RejectionReason", &[("code", "full"), ("label", "Filled")]);
        for (code, country) in [("VF", "FR"), ("VD", "DE")] {
            make(
                &system,
                "Vacancy",
                &[("code", code), ("title", code), ("country", country), ("recruiter", "Rita")],
            );
        }
        for (who, vacancy, state, address) in [
            ("Yes", "VF", "refused", "yes@example.net"),
            ("Mute", "VD", "refused", "mute@example.net"),
            ("Nope", "V1", "refused", "nope@example.net"),
            ("Busy", "VD", "active", "busy@example.net"),
            ("Hired", "VD", "hired", "hired@example.net"),
            ("Lost", "VD", "withdrawn", ""),
            ("Twice", "VD", "refused", "twice@example.net"),
        ] {
            let person = [
                ("number", who),
                ("first_name", who),
                ("last_name", "Wonderly"),
                ("email", address),
                ("culture", "en-GB"),
            ];
            make(&system, "Candidate", &person);
            apply(&house, who, vacancy, state);
        }
        let start = today(&house);
        let (mut asked_on, mut erased_on) = (BTreeMap::new(), BTreeMap::new());
        for night in 1..=365 {
            kit.clock().advance(DAY);
            if night == 30 {
                // What happened last decides: the entity of that vacancy is French.
                apply(&house, "Twice", "VF", "refused");
            }
            for _ in 0..4 {
                jobs::run_due(&kit.installation(), &|| false).expect("jobs run");
                kit.clock().advance(1_000_000);
            }
            kit.clock().advance(-4_000_000);
            for who in ["Yes", "Mute", "Nope", "Busy", "Hired", "Lost", "Twice"] {
                let address = format!("{}@example.net", who.to_lowercase());
                let questions = asked(&house, &address);
                assert!(questions.len() <= 1, "{who} is asked once");
                if let (Some(letter), None) = (questions.first(), asked_on.get(who)) {
                    asked_on.insert(who, today(&house));
                    // Somebody looks at the question; looking answers nothing.
                    let mut browser = Browser::new(&house);
                    let path = link(letter);
                    let page = browser.get(&path);
                    assert!(page.status == 200 && page.body.contains("Yes, keep it"), "{}", page.body);
                    let ticket = path.split("t=").nth(1).expect("a ticket");
                    let answer = match who {
                        "Yes" => "yes",
                        "Nope" => "no",
                        _ => "",
                    };
                    if !answer.is_empty() {
                        let form = format!("t={ticket}&answer={answer}");
                        assert_eq!(browser.post("/careers/jobs/me/keep", &form).status, 200);
                        let again = browser.post("/careers/jobs/me/keep", "t=x&answer=no");
                        assert!(again.body.contains("nothing to answer"), "{}", again.body);
                        assert!(
                            browser.post("/careers/jobs/me/keep", &form).body.contains("nothing to answer"),
                            "once"
                        );
                    }
                }
                if erased(&house, who) {
                    erased_on.entry(who).or_insert(today(&house));
                }
            }
        }
        let after = |months: i64, days: i64| {
            let span = jiff::Span::new().months(months);
            start.checked_add(span).expect("a day").checked_add(jiff::Span::new().days(days)).expect("a day")
        };
        let twice = {
            let on = start.checked_add(jiff::Span::new().days(30)).expect("a day");
            on.checked_add(jiff::Span::new().months(6))
                .expect("a day")
                .checked_add(jiff::Span::new().days(1))
                .expect("a day")
        };
        let expected_asked = BTreeMap::from([
            ("Yes", after(6, 1)),
            ("Mute", after(2, 1)),
            ("Nope", after(3, 1)),
            ("Twice", twice),
        ]);
        assert_eq!(asked_on, expected_asked);
        let expected_erased = BTreeMap::from([
            ("Mute", after(2, 1 + 31)),
            ("Nope", after(3, 1)),
            ("Lost", after(2, 1)),
            ("Twice", twice.checked_add(jiff::Span::new().days(31)).expect("a day")),
        ]);
        assert_eq!(erased_on, expected_erased);
        // Nothing of those who are gone is left; a year later the others are as they were.
        for word in ["mute@", "nope@"] {
            assert!(
                traces(&house, word).iter().all(|place| place.starts_with("shared.")),
                "{word}: {:?}",
                traces(&house, word)
            );
        }
        assert_eq!(count(&house, "Candidate", Some(("last_name", "Wonderly"))), 3);
        let yes = house.system().view(|v| {
            let id = v.resolve("Candidate", "Yes")?.expect("there");
            let object = v.object("CandidateConsent")?;
            let filter = Filter::test(&object, "candidate", Op::Is, vec![id.into()]);
            let all = v.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
            Ok((
                id,
                all.len(),
                all[0].get("given_at").is_null(),
                all[0].get("country").as_text() == Some("FR"),
            ))
        });
        let (id, consents, silent, french) = yes.expect("Yes");
        assert!(consents == 1 && !silent && french, "what was agreed is kept");
        kit.user(&house.tenant, "later", None, &["recruiter"]);
        house.password("later");
        let page = house.sign_in("later").get(&format!("/candidates/{id}")).body;
        assert!(page.contains("with the person’s consent"), "{page}");
    });
}

// G5, G7: erasing at once is a right of its own.
#[test]
fn a_recruiter_erases_and_nobody_without_the_right() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let id = house.system().view(|v| v.resolve("Candidate", "Noor")).expect("read").expect("there");
        let path = format!("/candidates/{id}/erase");
        kit.role(
            &house.tenant,
            "sourcer",
            &[
                ("Candidate", "general", "read, update, delete", "all"),
                ("Candidate", "contact", "read, update", "all"),
            ],
        );
        kit.user(&house.tenant, "sourcer", None, &["sourcer"]);
        house.password("sourcer");
        for login in ["Mona", "Hanna", "sourcer"] {
            let visitor = house.sign_in(login);
            let answer = visitor.post(&path, "");
            assert!(matches!(answer.status, 403 | 404), "{login}: {}", answer.status);
            assert!(
                !visitor.get(&format!("/candidates/{id}")).body.contains(&path),
                "{login} is not offered it"
            );
        }
        assert_eq!(count(&house, "Candidate", Some(("first_name", "Noor"))), 1);
        let rita = house.sign_in("Rita");
        assert!(rita.get(&format!("/candidates/{id}")).body.contains(&path));
        let done = rita.post(&path, "");
        assert!(matches!(done.status, 200 | 303), "{}: {}", done.status, done.body);
        let page = rita.get(&format!("/candidates/{id}")).body;
        assert!(page.contains("Erased on") && !page.contains(&path), "{page}");
        // Without a rule nothing is ever asked or erased by itself.
        assert_eq!(count(&house, "RetentionRule", None), 0);
    });
}
