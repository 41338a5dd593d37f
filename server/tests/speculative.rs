//! Applying without a vacancy (S3): what comes of it, what a stranger learns and cannot do, how recruiters find it and how its candidate
//! takes it back (G6, G7, G8).

use talang_catalogue::{Kind, Value};
use talang_engine::{Filter, Op, Query};
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, make};
use crate::candidate_area::{Browser, count, house as area_house, letters, link, traces};
use crate::client::Answer;

const APPLY: &str = "/careers/jobs/apply";
const KIND: (&str, &str) = ("Content-Type", "multipart/form-data; boundary=edge");
const CV: &[u8] = b"%PDF-1.7\nMira Sol, welder of bridges\n%%EOF\n";

fn switch(house: &House<'_>, field: &str, on: bool) {
    let system = house.system();
    let id = system.view(|v| v.resolve("FrontOffice", "jobs")).expect("read").expect("there");
    system
        .change(Kind::Candidates, |c| c.update("FrontOffice", id, vec![(field, on.into())]))
        .expect("switched");
}

/// The house of the candidates' area with speculative applications on its site, two fields of work, and places in France and Sweden.
fn house(kit: &Kit) -> House<'_> {
    let house = area_house(kit);
    let system = house.system();
    switch(&house, "speculative", true);
    for code in ["metal", "kitchen"] {
        make(&system, "JobFamily", &[("code", code), ("label", code)]);
    }
    make(&system, "JobFamily", &[("code", "old"), ("label", "SECRET-OLD"), ("active", "false")]);
    for (code, name) in [("FR", "France"), ("SE", "Sweden"), ("DE", "Germany")] {
        make(&system, "Country", &[("iso2", code), ("name", name)]);
    }
    for (code, country) in [("LYON", "FR"), ("MALMO", "SE")] {
        make(&system, "Establishment", &[("code", code), ("name", code), ("country", country)]);
    }
    make(&system, "ValueList", &[("code", "contract-type"), ("name", "Contract")]);
    make(
        &system,
        "ValueListItem",
        &[("list", "contract-type"), ("code", "permanent"), ("label", "Permanent")],
    );
    house
}

fn body(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, value) in fields {
        out.extend(
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    for (name, file, content) in files {
        let head =
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n");
        out.extend(head.bytes());
        out.extend(*content);
        out.extend(b"\r\n");
    }
    out.extend(b"--edge--\r\n");
    out
}

fn send(house: &House<'_>, email: &str, more: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
    let mut fields = vec![("first_name", "Mira"), ("last_name", "Sol"), ("email", email), ("privacy", "yes")];
    fields.extend(more);
    house.server.send("acme", "POST", APPLY, &[KIND], &body(&fields, files))
}

const WISH: [(&str, &str); 7] = [
    ("family", "metal"),
    ("family", "kitchen"),
    ("wish_country", "FR"),
    ("wish_place", "Lyon"),
    ("contract", "permanent"),
    ("available_from", "2027-03-01"),
    ("cover_text", "I weld bridges at night"),
];

fn of(house: &House<'_>, object: &str, email: &str) -> Vec<talang_catalogue::Record> {
    let found = house.system().view(|v| {
        let people = v.object("Candidate")?;
        let same = Filter::test(&people, "email", Op::Is, vec![email.into()]);
        let ids = v.ids(&people, &Query { filter: Some(same), ..Query::default() })?;
        let object = v.object(object)?;
        let about = Filter::test(&object, "candidate", Op::Is, ids.iter().map(Value::Int).collect());
        Ok(v.list(&object, &Query { filter: Some(about), ..Query::default() })?.records)
    });
    found.expect("records")
}

// S3, G6: one page makes candidate, wish, documents, consent and mail; a stranger learns nothing and chooses nothing that is not offered.
#[test]
fn an_application_without_a_vacancy_becomes_a_candidate_with_a_wish() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let mut browser = Browser::new(&house);
        assert!(browser.get("/careers/jobs/jobs").body.contains("href=\"/careers/jobs/apply\""));
        let form = browser.get(APPLY);
        for word in [
            "value=\"metal\"",
            "name=\"wish_country\" value=\"FR\"",
            "value=\"SE\"",
            "value=\"permanent\"",
            "We read it.",
        ] {
            assert!(form.body.contains(word), "{word}: {}", form.body);
        }
        assert!(!form.body.contains("SECRET") && !form.body.contains("name=\"wish_country\" value=\"DE\""));
        let cv = [("cv", "cv.pdf", CV)];
        let without = send(&house, "mira@example.net", &WISH, &[]);
        assert!(without.status == 422 && without.body.contains("attach your CV"), "{}", without.body);
        assert!(
            without.body.contains("value=\"metal\" checked"),
            "what was chosen comes back: {}",
            without.body
        );
        assert_eq!(send(&house, "mira@example.net", &WISH, &[("cv", "cv.exe", b"MZ\x90")]).status, 422);
        assert_eq!(count(&house, "SpeculativeApplication", None), 0);
        let trapped = send(&house, "mira@example.net", &[("homepage", "x")], &cv);
        assert_eq!((trapped.status, count(&house, "Candidate", None)), (303, 2));

        // The same answer for a stranger and for somebody who is known.
        let sent = send(&house, "mira@example.net", &WISH, &cv);
        let known = send(&house, "noor@example.net", &WISH, &cv);
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert_eq!((known.status, known.header("location")), (sent.status, sent.header("location")));
        let thanks = browser.get(sent.header("location").expect("on"));
        assert!(thanks.body.contains("has been received"), "{}", thanks.body);
        assert_eq!(count(&house, "Candidate", None), 3);
        let wish = of(&house, "SpeculativeApplication", "mira@example.net").remove(0);
        assert_eq!(wish.get("text").as_text(), Some("I weld bridges at night"));
        assert_eq!(wish.get("contract_type").as_text(), Some("permanent"));
        assert!(matches!(wish.get("families"), Value::Refs(ids) if ids.len() == 2));
        assert_eq!(of(&house, "CandidateMobility", "mira@example.net").len(), 2);
        assert_eq!(of(&house, "CandidateDocument", "mira@example.net").len(), 1);
        let consent = of(&house, "CandidateConsent", "mira@example.net").remove(0);
        assert_eq!(consent.get("text").as_text(), Some("We read it."));
        let letter = letters(&house, "mira@example.net", 1).remove(0);
        assert!(
            letter.subject.contains("received") && letter.text.contains("take it back"),
            "{}",
            letter.text
        );
        // The pool is there, in every language, with both of them.
        let pool = house.system().view(|v| {
            let id = v.resolve("CandidatePool", "speculative")?.expect("a pool");
            let object = v.object("CandidatePool")?;
            v.get(&object, id)
        });
        let pool = pool.expect("a pool");
        assert!(
            matches!(pool.get("label"), Value::Texts(texts) if texts.len() == 7 && texts["fr"] == "Candidatures spontanées")
        );
        assert_eq!(count(&house, "CandidatePoolMember", None), 2);

        // Sent again, it is there already; something else is a further one, and the file keeps its wishes.
        assert_eq!(send(&house, "mira@example.net", &WISH, &cv).status, 303);
        assert_eq!(of(&house, "SpeculativeApplication", "mira@example.net").len(), 1);
        assert_eq!(
            send(
                &house,
                "mira@example.net",
                &[("family", "kitchen"), ("family", "old"), ("wish_country", "DE"), ("contract", "forged")],
                &cv
            )
            .status,
            303
        );
        let all = of(&house, "SpeculativeApplication", "mira@example.net");
        assert_eq!(all.len(), 2);
        let second = all.iter().find(|r| r.id != wish.id).expect("two");
        assert!(matches!(second.get("families"), Value::Refs(ids) if ids.len() == 1));
        assert!(second.get("countries").is_null() && second.get("contract_type").is_null());
        assert_eq!(of(&house, "CandidateMobility", "mira@example.net").len(), 2);
        assert_eq!(of(&house, "CandidateDocument", "mira@example.net").len(), 1);
        assert_eq!(count(&house, "CandidatePoolMember", None), 2);
        for n in 0..12 {
            send(&house, "mira@example.net", &[("wish_place", &format!("Town {n}"))], &cv);
        }
        assert_eq!(
            of(&house, "SpeculativeApplication", "mira@example.net").len(),
            10,
            "nobody's file is filled from here"
        );

        // Switched off, it is not there.
        switch(&house, "speculative", false);
        assert!(!browser.get("/careers/jobs/jobs").body.contains("/careers/jobs/apply"));
        for path in [APPLY, "/careers/jobs/apply/received"] {
            assert_eq!(browser.get(path).status, 404, "{path}");
        }
        assert_eq!(send(&house, "late@example.net", &WISH, &cv).status, 404);
        assert_eq!(count(&house, "Candidate", None), 3);
    });
}

// S2: recruiters find it by its pool, in the file and among the people who suit a vacancy; a hiring manager elsewhere finds nothing.
#[test]
fn recruiters_find_it_in_pools_files_and_matching() {
    both(&SETUP, |kit| {
        let house = house(kit);
        assert_eq!(send(&house, "mira@example.net", &WISH, &[("cv", "cv.pdf", CV)]).status, 303);
        let id = of(&house, "SpeculativeApplication", "mira@example.net")[0]
            .get("candidate")
            .as_int()
            .expect("whose");
        let rita = house.sign_in("Rita");
        let pool = rita.get("/candidates?filter=candidate_pool_member.pool+is+%22speculative%22").body;
        assert!(pool.contains("Mira Sol") && !pool.contains("Quendolin"), "{pool}");
        let file = rita.get(&format!("/candidates/{id}")).body;
        assert!(file.contains("Speculative applications") && file.contains("metal"), "{file}");
        let own = of(&house, "SpeculativeApplication", "mira@example.net")[0].id;
        assert!(rita.get(&format!("/o/speculative-applications/{own}")).body.contains("I weld bridges"));
        make(
            &house.system(),
            "Vacancy",
            &[
                ("code", "V9"),
                ("title", "Welder"),
                ("place", "Lyon"),
                ("country", "FR"),
                ("recruiter", "Rita"),
                ("state", "open"),
            ],
        );
        let vacancy = house.system().view(|v| v.resolve("Vacancy", "V9")).expect("read").expect("there");
        let fits = rita.get(&format!("/vacancies/{vacancy}/matching")).body;
        assert!(fits.contains("Mira Sol"), "{fits}");
        let nils = house.sign_in("Nils");
        for path in [format!("/candidates/{id}"), format!("/o/speculative-applications/{own}")] {
            assert_eq!(nils.get(&path).status, 404, "{path}");
        }
    });
}

// G7, G8: its candidate sees it and takes it back, nobody else's; erasure leaves nothing of it.
#[test]
fn its_candidate_sees_it_takes_it_back_and_has_it_erased() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let cv = [("cv", "cv.pdf", CV)];
        assert_eq!(send(&house, "mira@example.net", &WISH, &cv).status, 303);
        assert_eq!(send(&house, "noor@example.net", &[("wish_place", "Ystad")], &cv).status, 303);
        let letter = letters(&house, "mira@example.net", 1).remove(0);
        let mut mira = Browser::new(&house);
        assert_eq!(mira.get(&link(&letter)).status, 303);
        let me = "/careers/jobs/me";
        let page = mira.get(me).body;
        assert!(
            page.contains("Apply without a vacancy") && page.contains("metal") && page.contains("Lyon"),
            "{page}"
        );
        assert!(!page.contains("Ystad"));
        let (own, other) = (
            of(&house, "SpeculativeApplication", "mira@example.net")[0].id,
            of(&house, "SpeculativeApplication", "Noor@example.net")[0].id,
        );
        assert_eq!(mira.get(&format!("{me}/withdraw?speculative={other}")).status, 404);
        assert_eq!(mira.post(&format!("{me}/withdraw"), &format!("speculative={other}")).status, 404);
        assert_eq!(count(&house, "SpeculativeApplication", None), 2);
        assert!(mira.get(&format!("{me}/withdraw?speculative={own}")).body.contains("Withdraw this"));
        assert_eq!(mira.post(&format!("{me}/withdraw"), &format!("speculative={own}")).status, 303);
        assert_eq!(count(&house, "SpeculativeApplication", None), 1);
        assert_eq!(of(&house, "CandidatePoolMember", "mira@example.net").len(), 0);
        assert_eq!(of(&house, "CandidatePoolMember", "Noor@example.net").len(), 1);
        // Another time, and then everything is to go.
        assert_eq!(send(&house, "mira@example.net", &WISH, &cv).status, 303);
        assert_eq!(mira.post(&format!("{me}/erase"), "sure=yes").status, 200);
        house.letters("mira@example.net");
        assert_eq!(count(&house, "SpeculativeApplication", None), 1);
        assert!(traces(&house, "weld bridges").is_empty(), "{:?}", traces(&house, "weld bridges"));
    });
}
