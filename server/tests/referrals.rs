//! Recommendations (S1, S2, G9): who may recommend, what the recommended person decides, what the one learns of the other, and what
//! is not kept.

use talang_catalogue::Kind;
use talang_engine::{Filter, Op, Query, jobs};
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, make};
use crate::candidate_area::{count, house as plain, letters, link, traces};

/// V1 stands on the public site; the library's source of recommendations is there.
fn house(kit: &Kit) -> House<'_> {
    let house = plain(kit);
    let system = house.system();
    make(&system, "CandidateSource", &[("code", "referral"), ("label", "Recommended")]);
    let posting =
        [("vacancy", "V1"), ("channel", "career-site"), ("start", "2020-01-01"), ("state", "online")];
    make(&system, "VacancyPosting", &posting);
    let opened = system.change(Kind::Candidates, |c| {
        let id = c.resolve("Vacancy", "V1")?.expect("there");
        c.update("Vacancy", id, vec![("cv_required", false.into())]).map(drop)
    });
    opened.expect("no CV is asked for");
    house
}

fn form(email: &str) -> String {
    format!(
        "vacancy=V1&first_name=Ines&last_name=Sorensen&email={email}&relationship=We+studied+together&text=SECRET-PRAISE&agreed=true"
    )
}

/// Deb recommends somebody; the path of the link that they get.
fn recommended(house: &House<'_>, email: &str) -> String {
    let deb = house.sign_in("Deb");
    let sent = deb.post("/me/referrals/new", &form(&email.replace('@', "%40")));
    assert_eq!(sent.status, 303, "{}", sent.body);
    link(&letters(house, email, 1)[0])
}

fn referral(house: &House<'_>) -> talang_catalogue::Record {
    house
        .system()
        .view(|v| {
            let object = v.object("Referral")?;
            Ok(v.list(&object, &Query::default())?.records[0].clone())
        })
        .expect("one")
}

fn state(house: &House<'_>) -> String {
    referral(house).get("state").as_text().unwrap_or_default().to_string()
}

fn apply(house: &House<'_>, email: &str, ticket: &str) {
    let mut body = Vec::new();
    for (name, value) in [
        ("first_name", "Ines"),
        ("last_name", "Sorensen"),
        ("email", email),
        ("privacy", "yes"),
        ("referral", ticket),
    ] {
        body.extend(
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    body.extend(b"--edge--\r\n");
    let kind = [("Content-Type", "multipart/form-data; boundary=edge")];
    let sent = house.server.send("acme", "POST", "/careers/jobs/jobs/V1/apply", &kind, &body);
    assert_eq!(sent.status, 303, "{}", sent.body);
}

// S1, S2: an employee recommends somebody who agreed; the mail names who and what; limits hold.
#[test]
fn an_employee_recommends_somebody_who_agreed() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let deb = house.sign_in("Deb");
        assert!(deb.get("/me/referrals").body.contains("You have not recommended anybody yet"));
        assert!(deb.get("/careers/jobs/jobs/V1").body.contains("/me/referrals/new?vacancy=V1"));
        let page = deb.get("/me/referrals/new?vacancy=V1");
        assert!(page.status == 200 && page.body.contains("Engineer"), "{}", page.body);
        // Nobody else is led there, nor comes there.
        let stranger = house.server.get("acme", "/careers/jobs/jobs/V1", &[]);
        assert!(!stranger.body.contains("/me/referrals"));
        assert_eq!(house.server.get("acme", "/me/referrals/new", &[]).status, 303);
        for (wrong, said) in [
            (form("ines%40example.net").replace("&agreed=true", ""), "has agreed"),
            (form("ines%40example.net").replace("vacancy=V1", "vacancy=V9"), "Vacancy"),
            (form(""), "E-mail"),
        ] {
            let answer = deb.post("/me/referrals/new", &wrong);
            assert!(answer.status == 422 && answer.body.contains(said), "{said}: {}", answer.body);
        }
        assert_eq!(count(&house, "Referral", None), 0);

        let path = recommended(&house, "ines@example.net");
        let letter = letters(&house, "ines@example.net", 1).remove(0);
        assert!(letter.subject.contains("Deb Qz recommends you: Engineer"), "{}", letter.subject);
        assert!(!letter.text.contains("SECRET-PRAISE"));
        let landing = house.server.get("acme", &path, &[]);
        for word in
            ["Deb Qz works here", "Engineer", "/careers/jobs/jobs/V1/apply?referral=", "No, thank you"]
        {
            assert!(landing.body.contains(word), "{word}: {}", landing.body);
        }
        assert!(!landing.body.contains("SECRET"));
        // Looking answers nothing.
        assert_eq!(state(&house), "submitted");
        assert!(deb.get("/me/referrals").body.contains("Invited"));
        let twice = deb.post("/me/referrals/new", &form("INES%40example.net"));
        assert!(twice.status == 422 && twice.body.contains("already"), "{}", twice.body);
        for at in 2..=10 {
            assert_eq!(deb.post("/me/referrals/new", &form(&format!("i{at}%40example.net"))).status, 303);
        }
        let many = deb.post("/me/referrals/new", &form("i11%40example.net"));
        assert!(many.status == 422 && many.body.contains("10 people a day"), "{}", many.body);
        kit.clock().advance(25 * 3_600_000_000);
        let deb = house.sign_in("Deb");
        assert_eq!(deb.post("/me/referrals/new", &form("i11%40example.net")).status, 303);
    });
}

// S2, A11: the application carries it; recruiters read it; whoever recommended learns how far it is, and nothing else.
#[test]
fn a_recommendation_follows_the_application_and_tells_nothing_of_the_candidate() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let path = recommended(&house, "ines@example.net");
        let ticket = path.split("t=").nth(1).expect("a ticket").to_string();
        let apply_page =
            house.server.get("acme", &format!("/careers/jobs/jobs/V1/apply?referral={ticket}"), &[]);
        assert!(apply_page.body.contains(&format!("name=\"referral\" value=\"{ticket}\"")));
        // By the link it is carried along whatever address is typed.
        apply(&house, "ines.private@example.org", &ticket);
        assert_eq!(state(&house), "considered");
        let candidate = referral(&house).get("candidate").as_int().expect("linked");
        let application = house.system().view(|v| {
            let object = v.object("Application")?;
            let of = Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]);
            let found = v.list(&object, &Query { filter: Some(of), ..Query::default() })?.records;
            let source = found[0].get("source").as_int().expect("a source");
            Ok((found[0].id, v.title("CandidateSource", source)?.key))
        });
        let (application, source) = application.expect("there");
        assert_eq!(source, "referral");
        // Used once.
        assert!(house.server.get("acme", &path, &[]).body.contains("does not work any more"));

        let rita = house.sign_in("Rita");
        for page in [format!("/candidates/{candidate}"), format!("/applications/{application}")] {
            let seen = rita.get(&page).body;
            assert!(seen.contains("Recommended by") && seen.contains("SECRET-PRAISE"), "{page}: {seen}");
        }
        assert!(rita.get("/o/referrals").body.contains("Sorensen"));
        let deb = house.sign_in("Deb");
        let own = deb.get("/me/referrals").body;
        assert!(own.contains("Applied") && !own.contains("ines.private"), "{own}");
        let id = referral(&house).id;
        let seen = deb.get(&format!("/o/referrals/{id}")).body;
        assert!(
            !seen.contains(&format!("/candidates/{candidate}")) && !seen.contains("ines.private"),
            "{seen}"
        );
        assert_ne!(deb.get(&format!("/candidates/{candidate}")).status, 200);
        let read = kit.scope(&house.tenant, "Deb").view(|v| {
            let object = v.object("Referral")?;
            Ok(v.get(&object, id)?.get("candidate").is_null())
        });
        assert!(read.expect("read"), "who the candidate is stays with the recruiters");
        // Nor can she write what became of it, or another's.
        let deed = kit.scope(&house.tenant, "Deb").change(Kind::Candidates, |c| {
            c.update("Referral", id, vec![("state", "hired".into())]).map(drop)
        });
        assert!(deed.is_err());
        // Another employee's are not there.
        let cora = house.sign_in("Cora");
        assert!(!cora.get("/me/referrals").body.contains("Sorensen"));
        assert_eq!(cora.get(&format!("/o/referrals/{id}")).status, 404);

        // Refused, taken up again, hired.
        let system = house.system();
        let move_to = |state: &str| {
            let values: Vec<(&str, talang_catalogue::Value)> = vec![("state", state.into())];
            system
                .change(Kind::Candidates, |c| c.update("Application", application, values).map(drop))
                .expect("moved");
        };
        move_to("withdrawn");
        assert_eq!(state(&house), "closed");
        move_to("active");
        assert_eq!(state(&house), "considered");
        move_to("hired");
        assert!(house.sign_in("Deb").get("/me/referrals").body.contains("Hired"));

        // G8: erasing the candidate leaves nobody in it.
        system
            .change(Kind::Candidates, |c| talang_recruiting::privacy::erasure::erase(c, candidate))
            .expect("erased");
        house.letters("");
        assert!(traces(&house, "Sorensen").is_empty(), "{:?}", traces(&house, "Sorensen"));
        assert_eq!(count(&house, "Referral", None), 1);
    });
}

// S2: with the same address the recommendation is found without its link.
#[test]
fn the_address_alone_finds_the_recommendation() {
    both(&SETUP, |kit| {
        let house = house(kit);
        recommended(&house, "ines@example.net");
        apply(&house, "INES@example.net", "");
        assert_eq!(state(&house), "considered");
        assert!(referral(&house).get("candidate").as_int().is_some());
    });
}

// G9: no, thank you; and no answer within sixty days: who it was is forgotten.
#[test]
fn who_says_no_or_nothing_is_forgotten() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let path = recommended(&house, "ines@example.net");
        let ticket = path.split("t=").nth(1).expect("a ticket");
        let forged = house.server.post("acme", "/careers/jobs/recommended", &[], &format!("t=x{ticket}"));
        assert!(forged.body.contains("does not work any more") && state(&house) == "submitted");
        let no = house.server.post("acme", "/careers/jobs/recommended", &[], &format!("t={ticket}"));
        assert!(no.status == 200 && no.body.contains("have been deleted"), "{}", no.body);
        house.letters("");
        assert_eq!(state(&house), "closed");
        for word in ["ines@example", "Sorensen", "SECRET-PRAISE", "studied together"] {
            assert!(traces(&house, word).is_empty(), "{word}: {:?}", traces(&house, word));
        }
        assert!(house.sign_in("Deb").get("/me/referrals").body.contains("Closed"));

        let late = recommended(&house, "late@example.net");
        kit.clock().advance(59 * 86_400_000_000);
        jobs::run_due(&house.kit.installation(), &|| false).expect("jobs run");
        assert!(house.server.get("acme", &late, &[]).body.contains("Deb Qz works here"));
        kit.clock().advance(3 * 86_400_000_000);
        house.letters("");
        assert!(traces(&house, "late@example").is_empty(), "{:?}", traces(&house, "late@example"));
        assert!(house.server.get("acme", &late, &[]).body.contains("does not work any more"));
        assert_eq!(count(&house, "Referral", Some(("state", "closed"))), 2);
    });
}
