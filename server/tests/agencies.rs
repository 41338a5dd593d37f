//! Agencies (S5): who is given what, what the portal shows and to whom, what a proposal becomes, whose candidate somebody is, and what
//! strangers and other agencies never learn.

use std::sync::atomic::{AtomicU32, Ordering};

use talang_catalogue::{Kind, Record, Value};
use talang_engine::Query;
use talang_recruiting::agencies::proposals;
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, make};
use crate::candidate_area::{Browser, count, house as candidates, letters, link};
use crate::client::Answer;

const PORTAL: &str = "/careers/jobs/agency";
const DAY: i64 = 86_400_000_000;

/// Alpha with Ann and with Zoe, who left; Beta with Ben; Gamma, with which nobody works any more, with Gus. Noor and Bo applied for V1; V2
/// is open, too.
fn house(kit: &Kit) -> House<'_> {
    let house = candidates(kit);
    let system = house.system();
    let hired = [
        ("pipeline", "P"),
        ("code", "hired"),
        ("label", "SECRET-STAGE"),
        ("candidate_label", "You work here"),
        ("kind", "hired"),
        ("rank", "3"),
    ];
    make(&system, "PipelineStage", &hired);
    make(&system, "CandidateSource", &[("code", "agency"), ("label", "Agency")]);
    make(
        &system,
        "Vacancy",
        &[
            ("code", "V2"),
            ("title", "Baker"),
            ("recruiter", "Rita"),
            ("state", "open"),
            ("comment", "SECRET"),
        ],
    );
    for (code, months, active) in [("alpha", "6", "true"), ("beta", "12", "true"), ("gamma", "6", "false")] {
        let agency = [
            ("code", code),
            ("name", &format!("Agency {code}")),
            ("protection_months", months),
            ("fee", "20"),
            ("active", active),
        ];
        make(&system, "Agency", &agency);
    }
    // What is counted is counted in this process: each house has its own addresses.
    static HOUSES: AtomicU32 = AtomicU32::new(0);
    let at = HOUSES.fetch_add(1, Ordering::Relaxed);
    for (agency, name, active) in [
        ("alpha", "Ann", "true"),
        ("alpha", "Zoe", "false"),
        ("beta", "Ben", "true"),
        ("gamma", "Gus", "true"),
    ] {
        let person = [
            ("agency", agency),
            ("email", &format!("{name}@{agency}{at}.example")),
            ("first_name", name),
            ("last_name", "Yard"),
            ("culture", "en-GB"),
            ("active", active),
        ];
        make(&system, "AgencyUser", &person);
    }
    house
}

fn id_of(house: &House<'_>, object: &str, key: &str) -> i64 {
    house
        .system()
        .view(|v| v.resolve(object, key))
        .expect("read")
        .unwrap_or_else(|| panic!("no {object} {key}"))
}

/// The only record of an object whose field has that text.
fn record(house: &House<'_>, object: &str, field: &str, text: &str) -> Record {
    let found = house.system().view(|v| {
        let object = v.object(object)?;
        let all = v.list(&object, &Query::default())?.records;
        Ok(all.into_iter().filter(|r| r.get(field).as_text() == Some(text)).collect::<Vec<_>>())
    });
    let mut found = found.expect("read");
    assert_eq!(found.len(), 1, "{object} with {field} {text}");
    found.remove(0)
}

fn state(house: &House<'_>, first_name: &str) -> String {
    record(house, "AgencySubmission", "first_name", first_name)
        .get("state")
        .as_text()
        .unwrap_or_default()
        .into()
}

fn give(house: &House<'_>, agency: &str, vacancy: &str) {
    make(
        &house.system(),
        "AgencyMandate",
        &[("agency", agency), ("vacancy", vacancy), ("note", "Ask for shift work")],
    );
}

/// The address of somebody at an agency.
fn address(house: &House<'_>, name: &str) -> String {
    record(house, "AgencyUser", "first_name", name).get("email").as_text().unwrap_or_default().to_string()
}

/// Somebody at an agency, in the portal by the link that they asked for.
fn enter<'h>(house: &'h House<'h>, name: &str) -> Browser<'h> {
    let to = address(house, name);
    let before = house.letters(&to).len();
    let mut browser = Browser::new(house);
    assert_eq!(browser.post(&format!("{PORTAL}/link"), &format!("email={}", to.to_lowercase())).status, 200);
    let found = letters(house, &to, before + 1);
    assert_eq!(found.len(), before + 1, "a link for {name}");
    let opened = browser.get(&link(&found[0]));
    assert_eq!(opened.status, 303, "{}", opened.body);
    assert!(!opened.header("location").expect("on").contains("t="), "the ticket stays in no address");
    browser
}

/// Proposes somebody, with a CV of their own.
fn propose(house: &House<'_>, browser: &Browser<'_>, vacancy: &str, name: &str, address: &str) -> Answer {
    propose_with(house, browser, vacancy, &[("first_name", name), ("email", address)])
}

fn propose_with(house: &House<'_>, browser: &Browser<'_>, vacancy: &str, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("first_name", "Ida"),
        ("last_name", "Vale"),
        ("email", "ida@example.net"),
        ("city", "Metz"),
        ("country", "FR"),
        ("comment", "Bakes since she was ten"),
        ("language", "en"),
        ("agreed", "yes"),
    ];
    for (name, value) in more {
        fields.retain(|(n, _)| n != name);
        fields.push((name, value));
    }
    let mut body = String::new();
    for (name, value) in &fields {
        body.push_str(&format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    let whose = fields.iter().find(|(n, _)| *n == "email").map(|(_, v)| *v).unwrap_or_default();
    body.push_str(&format!(
        "--edge\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n%PDF-1.7 {whose}\r\n--edge--\r\n"
    ));
    let headers =
        [("Content-Type", "multipart/form-data; boundary=edge"), ("Cookie", browser.cookie.as_str())];
    house.server.send("acme", "POST", &format!("{PORTAL}/jobs/{vacancy}/propose"), &headers, body.as_bytes())
}

fn decide(house: &House<'_>, first_name: &str, verdict: &str) -> Answer {
    let id = record(house, "AgencySubmission", "first_name", first_name).id;
    house.sign_in("Rita").post(&format!("/agency-submissions/{id}/decide"), &format!("verdict={verdict}"))
}

// S5: given, read, proposed, accepted, hired: and each learns what concerns them.
#[test]
fn a_vacancy_is_given_somebody_is_proposed_and_hired_and_the_agency_earns_its_fee() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let rita = house.sign_in("Rita");
        let (vacancy, alpha) = (id_of(&house, "Vacancy", "V2"), id_of(&house, "Agency", "alpha"));
        let tab = format!("/vacancies/{vacancy}?tab=agencies");
        assert!(rita.get(&tab).body.contains("No agency has this vacancy yet"));
        assert_eq!(rita.post(&format!("/vacancies/{vacancy}/agencies"), "agency=").status, 422);
        let given =
            rita.post(&format!("/vacancies/{vacancy}/agencies"), &format!("agency={alpha}&note=Nights+only"));
        assert_eq!(given.status, 303, "{}", given.body);
        let letter = letters(&house, &address(&house, "Ann"), 1).remove(0);
        assert!(letter.subject.contains("Baker"), "{}", letter.subject);
        assert!(
            house.letters(&address(&house, "Zoe")).is_empty()
                && house.letters(&address(&house, "Ben")).is_empty()
        );

        let mut ann = Browser::new(&house);
        assert_eq!(ann.get(&link(&letter)).status, 303);
        let home = ann.get(PORTAL);
        assert!(home.body.contains("Agency alpha") && home.body.contains("Baker"), "{}", home.body);
        assert!(!home.body.contains("Engineer"), "V1 was not given to them");
        assert_eq!(home.header("cache-control"), Some("no-store"));
        let page = ann.get(&format!("{PORTAL}/jobs/V2"));
        assert!(page.body.contains("Nights only"), "{}", page.body);
        for secret in ["SECRET", "Rita"] {
            assert!(!page.body.contains(secret), "{secret}");
        }

        // Nobody is proposed without having agreed, nor without a name.
        for wrong in [("agreed", ""), ("last_name", ""), ("email", "no-address"), ("phone", "abc")] {
            let answer = propose_with(&house, &ann, "V2", &[wrong]);
            assert_eq!(answer.status, 422, "{wrong:?}: {}", answer.body);
        }
        assert_eq!(count(&house, "AgencySubmission", None), 0);
        let sent = propose_with(&house, &ann, "V2", &[]);
        assert_eq!(sent.status, 303, "{}", sent.body);
        let person = record(&house, "Candidate", "first_name", "Ida");
        assert_eq!(person.get("channel").as_text(), Some("agency"));
        let application = application_of(&house, person.id, "V2").expect("an application");
        let source = id_of(&house, "CandidateSource", "agency");
        assert_eq!(application.get("source").as_int(), Some(source));
        assert_eq!(count(&house, "ApplicationDocument", None), 1, "the CV is with it");
        // Art. 14 GDPR: the person reads who proposed them, and comes to their data.
        let told = letters(&house, "ida@example.net", 1).remove(0);
        for word in ["Agency alpha", "Baker", "V2"] {
            assert!(told.text.contains(word), "{word}: {}", told.text);
        }
        let mut ida = Browser::new(&house);
        assert_eq!(ida.get(&link(&told)).status, 303);
        let area = ida.get("/careers/jobs/me").body;
        assert!(area.contains("Baker") && area.contains("Agency alpha"), "{area}");
        assert_eq!(letters(&house, "rita@example.org", 1).len(), 1);

        // Received, until a recruiter has looked; they read what it costs and until when.
        let home = ann.get(PORTAL).body;
        assert!(home.contains("Ida Vale") && home.contains("Received"), "{home}");
        assert!(ann.get(&format!("{PORTAL}?q=Vale&state=received")).body.contains("Ida Vale"));
        assert!(!ann.get(&format!("{PORTAL}?q=Nobody")).body.contains("Ida Vale"));
        assert!(!ann.get(&format!("{PORTAL}?state=accepted")).body.contains("Ida Vale"));
        for page in
            [tab.clone(), format!("/applications/{}", application.id), format!("/candidates/{}", person.id)]
        {
            let body = rita.get(&page).body;
            for word in ["Proposed by Agency alpha", "Protected until", "20", "Accept"] {
                assert!(body.contains(word), "{page} {word}: {body}");
            }
        }
        assert!(rita.get("/me").body.contains("proposal"), "it waits for whoever takes care of the vacancy");
        assert_eq!(decide(&house, "Ida", "accepted").status, 303);
        let answer = letters(&house, &address(&house, "Ann"), 2).remove(0);
        assert!(answer.text.contains("We read it") && !answer.text.contains("Ida"), "{}", answer.text);
        assert!(ann.get(PORTAL).body.contains("We read it"));

        // Hired within the protection: a fifth of the first year's salary.
        let key = format!("{}|V2", person.get("number").as_text().expect("a number"));
        make(
            &house.system(),
            "Offer",
            &[
                ("application", &key),
                ("salary", "48000.00 EUR"),
                ("pay_period", "year"),
                ("state", "accepted"),
            ],
        );
        move_to(&house, application.id, "hired");
        let proposal = record(&house, "AgencySubmission", "first_name", "Ida");
        assert_eq!(proposal.get("state").as_text(), Some("hired"));
        assert_eq!(proposal.get("fee"), &Value::Money(9_600_000_000, "EUR".into()));
        assert!(rita.get(&tab).body.contains("9,600.00"), "{}", rita.get(&tab).body);
        assert!(ann.get(PORTAL).body.contains("You work here"));
        assert!(!ann.get(&format!("{PORTAL}/proposals/{}", proposal.id)).body.contains("9,600"));
        move_to(&house, application.id, "new");
        let proposal = record(&house, "AgencySubmission", "first_name", "Ida");
        assert!(proposal.get("state").as_text() == Some("accepted") && proposal.get("fee").is_null());
        // Taken back, it is gone from the portal at once; what was proposed stays.
        let mandate = id_of(&house, "AgencyMandate", "V2|alpha");
        let back = rita.post(&format!("/vacancies/{vacancy}/agencies/{mandate}/take-back"), "");
        assert_eq!(back.status, 303, "{}", back.body);
        assert_eq!(ann.get(&format!("{PORTAL}/jobs/V2")).status, 404);
        assert!(ann.get(PORTAL).body.contains("Ida Vale"));
        assert!(rita.get(&format!("/agencies/{alpha}")).body.contains("Ida Vale"));
    });
}

fn application_of(house: &House<'_>, candidate: i64, vacancy: &str) -> Option<Record> {
    let vacancy = id_of(house, "Vacancy", vacancy);
    let all = house.system().view(|v| {
        let object = v.object("Application")?;
        Ok(v.list(&object, &Query::default())?.records)
    });
    let is = |r: &Record| {
        r.get("candidate").as_int() == Some(candidate) && r.get("vacancy").as_int() == Some(vacancy)
    };
    all.expect("read").into_iter().find(is)
}

fn change(house: &House<'_>, object: &str, id: i64, values: Vec<(&str, Value)>) {
    house.system().change(Kind::Candidates, |c| c.update(object, id, values)).expect("a change");
}

fn move_to(house: &House<'_>, application: i64, stage: &str) {
    let stage = id_of(house, "PipelineStage", &format!("P|{stage}"));
    change(house, "Application", application, vec![("stage", stage.into())]);
}

// S5: asking for a link tells nobody whether an address is known, and who left an agency, or whose agency is left, gets none.
#[test]
fn strangers_learn_nothing_about_addresses() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let mut stranger = Browser::new(&house);
        assert!(stranger.get(PORTAL).body.contains("You work for a recruitment agency"));
        let [ann, zoe, gus] = ["Ann", "Zoe", "Gus"].map(|name| address(&house, name));
        let mut bodies = Vec::new();
        for address in [ann.to_uppercase().as_str(), "nobody@alpha.example", &zoe, &gus, "noor@example.net"] {
            let answer = stranger.post(&format!("{PORTAL}/link"), &format!("email={address}"));
            bodies.push((answer.status, answer.body));
        }
        assert!(bodies.windows(2).all(|two| two[0] == two[1]));
        assert!(stranger.cookie.is_empty());
        assert_eq!(letters(&house, &ann, 1).len(), 1);
        for address in ["nobody@alpha.example", &zoe, &gus, "Noor@example.net"] {
            assert!(house.letters(address).is_empty(), "{address}");
        }
        assert_eq!(stranger.post(&format!("{PORTAL}/link"), "email=no-address").status, 422);
        // The site leads there as long as there are agencies.
        let footer = |shown: bool| {
            let page = Browser::new(&house).get("/careers/jobs/jobs").body;
            assert_eq!(page.contains(&format!("href=\"{PORTAL}\"")), shown, "{page}");
        };
        footer(true);
        for agency in ["alpha", "beta"] {
            change(&house, "Agency", id_of(&house, "Agency", agency), vec![("active", false.into())]);
        }
        footer(false);
    });
}

// S5, A8, T1: only what an agency was given, only its own, only while it is worked with; no other ticket opens the door, nor does this one
// another.
#[test]
fn an_agency_comes_to_nothing_but_its_own() {
    both(&SETUP, |kit| {
        let house = house(kit);
        give(&house, "alpha", "V2");
        give(&house, "beta", "V1");
        let (mut ann, mut ben) = (enter(&house, "Ann"), enter(&house, "Ben"));
        let way_in = link(&house.letters(&address(&house, "Ann"))[0]);
        assert_eq!(propose(&house, &ann, "V2", "Ida", "ida@example.net").status, 303);
        let ida = record(&house, "AgencySubmission", "first_name", "Ida").id;
        let mine = format!("{PORTAL}/proposals/{ida}");
        assert_eq!(ann.get(&mine).status, 200);
        // Swapped numbers.
        assert_eq!(ben.get(&mine).status, 404);
        assert_eq!(ben.post(&format!("{mine}/withdraw"), "").status, 404);
        assert_eq!(state(&house, "Ida"), "received");
        for (who, vacancy) in [(&ann, "V1"), (&ben, "V2"), (&ann, "V9")] {
            assert_eq!(propose(&house, who, vacancy, "Eve", "eve@example.net").status, 404);
        }
        assert_eq!(ben.get(&format!("{PORTAL}/jobs/V2")).status, 404);
        assert_eq!(ben.get(&format!("{PORTAL}/jobs/V2/propose")).status, 404);
        assert!(!ben.get(PORTAL).body.contains("Ida"));
        assert_eq!(count(&house, "Candidate", Some(("first_name", "Eve"))), 0);

        // Tickets of another kind, forged ones, and a link as a cookie.
        let asks = |body: &str| body.contains("You work for a recruitment agency");
        let told = letters(&house, "ida@example.net", 1).remove(0);
        let mut candidate = Browser::new(&house);
        candidate.get(&link(&told));
        let session = candidate.cookie.clone();
        let mut other = Browser::new(&house);
        for cookie in [
            session.replace("talang_candidate=", "talang_agency="),
            format!("talang_agency={}", way_in.split("t=").nth(1).expect("a ticket")),
            format!("{}x", ann.cookie),
            "talang_agency=1.2".to_string(),
        ] {
            other.cookie = cookie;
            assert!(asks(&other.get(PORTAL).body));
            assert!(asks(&other.get(&mine).body));
            assert_eq!(propose(&house, &other, "V2", "Eve", "eve@example.net").status, 303, "to the door");
        }
        assert_eq!(count(&house, "Candidate", Some(("first_name", "Eve"))), 0);
        other.cookie = ann.cookie.replace("talang_agency=", "talang_candidate=");
        assert!(other.get("/careers/jobs/me").body.contains("Enter the e-mail address"));
        other.cookie.clear();
        for wrong in [
            link(&told).replace("/me/open", "/agency/open"),
            way_in.replace("/agency/open", "/me/open"),
            way_in.replace("t=", "t=x"),
        ] {
            let answer = other.get(&wrong);
            assert!(answer.header("location").is_some_and(|to| to.contains("over=1")), "{wrong}");
        }
        assert!(other.cookie.is_empty());
        // Another tenant's door.
        let stranger = kit.tenant("other");
        let there = kit.system(&stranger);
        make(&there, "FeatureSwitch", &[("code", "recruiting"), ("on", "true")]);
        make(&there, "ValueList", &[("code", "posting-channel"), ("name", "c")]);
        make(
            &there,
            "ValueListItem",
            &[("list", "posting-channel"), ("code", "career-site"), ("label", "c")],
        );
        let site = [
            ("code", "jobs"),
            ("label", "Elsewhere"),
            ("culture", "en-GB"),
            ("active", "true"),
            ("internal", "false"),
            ("channel", "career-site"),
            ("privacy_notice", "Read."),
        ];
        make(&there, "FrontOffice", &site);
        let answer = house.server.get("other", PORTAL, &[("Cookie", &ann.cookie)]);
        assert!(answer.status == 200 && asks(&answer.body), "{}", answer.body);
        assert_eq!(
            house.server.get("other", &way_in, &[]).header("location"),
            Some("/careers/jobs/agency?over=1")
        );
        // Another site has no such door.
        let mut site = site;
        (site[0], site[1]) = (("code", "second"), ("label", "Second"));
        make(&house.system(), "FrontOffice", &site);
        assert_eq!(ann.get("/careers/second/agency").status, 404);

        // What is over: the contract, the days of the mandate, the vacancy. What was proposed is followed all the same.
        let alpha = id_of(&house, "Agency", "alpha");
        let mandate = id_of(&house, "AgencyMandate", "V2|alpha");
        let vacancy = id_of(&house, "Vacancy", "V2");
        let today = talang_catalogue::value::days_of_date(kit.installation().clock().today());
        for (object, id, over, again) in [
            ("Agency", alpha, ("contract_until", Value::Int(today - 1)), ("contract_until", Value::Null)),
            ("AgencyMandate", mandate, ("active", false.into()), ("active", true.into())),
            ("AgencyMandate", mandate, ("start", Value::Int(today + 1)), ("start", Value::Int(today))),
            ("Vacancy", vacancy, ("state", "suspended".into()), ("state", "open".into())),
        ] {
            change(&house, object, id, vec![over.clone()]);
            assert_eq!(ann.get(&format!("{PORTAL}/jobs/V2")).status, 404, "{over:?}");
            assert_eq!(propose(&house, &ann, "V2", "Eve", "eve@example.net").status, 404);
            assert_eq!(ann.get(&mine).status, 200);
            change(&house, object, id, vec![again]);
            assert_eq!(ann.get(&format!("{PORTAL}/jobs/V2")).status, 200);
        }
        // Whoever works there no more is out at once, cookie or not; so is everybody of an agency that is left.
        let user = record(&house, "AgencyUser", "first_name", "Ann").id;
        change(&house, "AgencyUser", user, vec![("active", false.into())]);
        assert!(asks(&ann.get(PORTAL).body) && asks(&ann.get(&mine).body));
        assert_eq!(propose(&house, &ann, "V2", "Eve", "eve@example.net").status, 303, "to the door");
        change(&house, "AgencyUser", user, vec![("active", true.into())]);
        assert!(!asks(&ann.get(PORTAL).body));
        change(&house, "Agency", alpha, vec![("active", false.into())]);
        assert!(asks(&ann.get(PORTAL).body));
        change(&house, "Agency", alpha, vec![("active", true.into())]);
        assert_eq!(count(&house, "Candidate", Some(("first_name", "Eve"))), 0);
        // Twenty minutes after the last page nobody is there; the link works for a day.
        kit.clock().advance(21 * 60_000_000);
        assert!(asks(&ann.get(PORTAL).body));
        assert!(ann.get(&way_in).header("location").is_some_and(|to| !to.contains("over")));
        kit.clock().advance(DAY);
        assert!(ann.get(&way_in).header("location").is_some_and(|to| to.contains("over=1")));
        assert_eq!(ann.post(&format!("{PORTAL}/leave"), "").status, 303);
    });
}

// S5: who is known, and by whom, no agency learns by proposing them; the first one's protection wins, and ends on its day.
#[test]
fn the_first_agency_is_protected_and_nobody_learns_who_is_known() {
    both(&SETUP, |kit| {
        let house = house(kit);
        for (agency, vacancy) in [("alpha", "V1"), ("alpha", "V2"), ("beta", "V2")] {
            give(&house, agency, vacancy);
        }
        let (mut ann, mut ben) = (enter(&house, "Ann"), enter(&house, "Ben"));
        let applications = count(&house, "Application", None);
        // Noor applied for V1 herself; Bo is known, and nobody's; Ida is new. The agency reads the same of all.
        let mut answers = Vec::new();
        for (vacancy, name, address) in [
            ("V1", "Nura", "NOOR@example.net"),
            ("V2", "Bob", "bo@example.net"),
            ("V2", "Ida", "ida@example.net"),
        ] {
            let sent = propose(&house, &ann, vacancy, name, address);
            answers.push((sent.status, sent.header("location").map(str::to_string), sent.body));
            let id = record(&house, "AgencySubmission", "first_name", name).id;
            let page = ann.get(&format!("{PORTAL}/proposals/{id}")).body;
            assert!(page.contains("Received") && !page.contains("Quendolin"), "{page}");
        }
        assert!(answers.windows(2).all(|two| two[0] == two[1]), "{answers:?}");
        assert_eq!(
            [state(&house, "Nura"), state(&house, "Bob"), state(&house, "Ida")],
            ["duplicate", "received", "received"]
        );
        assert_eq!(count(&house, "Application", None), applications + 1, "Ida's alone");
        // No file says what the agency wrote.
        assert_eq!(count(&house, "Candidate", Some(("last_name", "Quendolin"))), 2);
        assert_eq!(count(&house, "Candidate", Some(("first_name", "Bob"))), 0);
        assert_eq!(count(&house, "CandidateDocument", None), 1, "Ida's alone");
        // Everybody was told, at the address that they have.
        for address in ["Noor@example.net", "bo@example.net", "ida@example.net"] {
            assert!(letters(&house, address, 1)[0].text.contains("Agency alpha"), "{address}");
        }
        let before = house.letters(&address(&house, "Ann")).len();
        // Once is enough, from the same agency.
        let again = propose(&house, &ann, "V2", "Ida", "IDA@example.net");
        assert!(again.status == 422 && again.body.contains("already"), "{}", again.body);

        // Recruiters see why, and decide: then, and not before, the agency reads it.
        let rita = house.sign_in("Rita");
        let (v1, v2) = (id_of(&house, "Vacancy", "V1"), id_of(&house, "Vacancy", "V2"));
        assert!(
            rita.get(&format!("/vacancies/{v1}?tab=agencies"))
                .body
                .contains("Has an application for this vacancy already")
        );
        assert!(rita.get(&format!("/vacancies/{v2}?tab=agencies")).body.contains("There was a file already"));
        assert_eq!(house.letters(&address(&house, "Ann")).len(), before);
        assert_eq!(decide(&house, "Nura", "duplicate").status, 303);
        assert!(letters(&house, &address(&house, "Ann"), before + 1)[0].text.contains("Already known"));
        assert_eq!(decide(&house, "Bob", "accepted").status, 303);
        let bo = record(&house, "Candidate", "first_name", "Bo").id;
        let application = application_of(&house, bo, "V2").expect("made when it was accepted");
        assert!(rita.get(&format!("/applications/{}", application.id)).body.contains("cv.pdf"));

        // Ida is Alpha's for six months: what Beta sends is received, and a recruiter cannot give her to Beta.
        assert_eq!(propose(&house, &ben, "V2", "Idah", "ida@example.net").status, 303);
        assert!(ben.get(PORTAL).body.contains("Received"));
        assert_eq!(state(&house, "Idah"), "duplicate");
        let refused = decide(&house, "Idah", "accepted");
        assert!(
            refused.status == 422 && refused.body.contains("Agency alpha"),
            "{}: {}",
            refused.status,
            refused.body
        );
        assert_eq!(state(&house, "Idah"), "duplicate");
        let page =
            rita.get(&format!("/candidates/{}", record(&house, "Candidate", "first_name", "Ida").id)).body;
        assert!(page.contains("Agency alpha was first"), "{page}");
        // Nobody writes by hand what follows from deeds.
        let id = record(&house, "AgencySubmission", "first_name", "Idah").id;
        for values in ["state=hired", "state=withdrawn"] {
            let edited = rita.post(&format!("/o/agency-submissions/{id}/edit"), values);
            assert!(edited.status >= 400, "{values}: {}", edited.status);
        }
        // Whoever has no right to it decides nothing.
        let nils = house.sign_in("Nils");
        assert_eq!(nils.post(&format!("/agency-submissions/{id}/decide"), "verdict=refused").status, 404);
        assert_eq!(nils.get(&format!("/vacancies/{v2}?tab=agencies")).status, 404);

        // The last day counts, and the day after does not: then she is Beta's.
        let until = record(&house, "AgencySubmission", "first_name", "Ida")
            .get("protected_until")
            .as_int()
            .expect("a day");
        let today = talang_catalogue::value::days_of_date(kit.installation().clock().today());
        kit.clock().advance((until - today) * DAY);
        let accept = || house.system().change(Kind::Candidates, |c| proposals::decide(c, id, "accepted"));
        assert!(accept().is_err_and(|e| e.is("agency.protected")));
        kit.clock().advance(DAY);
        accept().expect("the protection is over");
        // Hired now, it costs nothing to Alpha: its time is over.
        let ida = record(&house, "Candidate", "first_name", "Ida");
        let application = application_of(&house, ida.id, "V2").expect("hers");
        let key = format!("{}|V2", ida.get("number").as_text().expect("a number"));
        make(
            &house.system(),
            "Offer",
            &[
                ("application", &key),
                ("salary", "1000.00 EUR"),
                ("pay_period", "month"),
                ("state", "accepted"),
            ],
        );
        move_to(&house, application.id, "hired");
        assert!(record(&house, "AgencySubmission", "first_name", "Ida").get("fee").is_null());
        assert_eq!(
            record(&house, "AgencySubmission", "first_name", "Idah").get("fee"),
            &Value::Money(2_400_000_000, "EUR".into())
        );
    });
}

// S5, G8: an agency takes back what it proposed; of somebody who was erased it keeps that it proposed somebody.
#[test]
fn proposals_are_taken_back_and_erasure_leaves_figures_alone() {
    both(&SETUP, |kit| {
        let house = house(kit);
        give(&house, "alpha", "V2");
        give(&house, "beta", "V2");
        let mut ann = enter(&house, "Ann");
        for (name, address) in
            [("Ida", "ida@example.net"), ("Uma", "uma@example.net"), ("Bob", "bo@example.net")]
        {
            assert_eq!(propose(&house, &ann, "V2", name, address).status, 303);
        }
        let page = |name: &str| {
            format!("{PORTAL}/proposals/{}", record(&house, "AgencySubmission", "first_name", name).id)
        };
        let ida = page("Ida");
        assert!(ann.get(&format!("{ida}?withdraw=1")).body.contains("Withdraw this proposal"));
        assert_eq!(ann.post(&format!("{ida}/withdraw"), "").status, 303);
        assert_eq!(state(&house, "Ida"), "withdrawn");
        let person = record(&house, "Candidate", "first_name", "Ida").id;
        assert_eq!(
            application_of(&house, person, "V2").expect("hers").get("state").as_text(),
            Some("withdrawn")
        );
        assert!(ann.get(&ida).body.contains("Withdrawn") && !ann.get(&ida).body.contains("withdraw=1"));
        assert_eq!(decide(&house, "Ida", "accepted").status, 409);
        // She is protected no more: Beta may have her, once a recruiter says so.
        let ben = enter(&house, "Ben");
        assert_eq!(propose(&house, &ben, "V2", "Idah", "ida@example.net").status, 303);
        assert_eq!(decide(&house, "Idah", "accepted").status, 303);
        // A file that was there before has documents of the agency with the proposal alone, until it is accepted.
        assert_eq!(decide(&house, "Bob", "refused").status, 303);
        assert!(ann.get(&page("Bob")).body.contains("Refused"));

        // Uma erases herself: names, addresses, documents and words go; that somebody was proposed stays.
        let uma = page("Uma");
        let mut her = Browser::new(&house);
        assert_eq!(her.get(&link(&letters(&house, "uma@example.net", 1)[0])).status, 303);
        assert_eq!(her.post("/careers/jobs/me/erase", "sure=yes").status, 200);
        house.letters("uma@example.net");
        let seen = ann.get(&uma).body;
        assert!(seen.contains("Erased candidate") && !seen.contains("Uma"), "{seen}");
        assert!(!ann.get(PORTAL).body.contains("Uma"));
        assert_eq!(count(&house, "AgencySubmission", None), 4);
        // The outbox keeps a line of the last mail, which confirms it.
        for word in ["uma@example.net", "Uma"] {
            let left = crate::candidate_area::traces(&house, word);
            assert!(!left.iter().any(|place| place.starts_with("candidates.")), "{word}: {left:?}");
        }
        let documents = house.system().view(|v| {
            let object = v.object("AgencySubmissionDocument")?;
            v.count(&object, &Query::default())
        });
        assert_eq!(documents.expect("a count"), 3, "hers are gone");
    });
}
