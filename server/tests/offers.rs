//! Offers as recruiters make them: agreed to by those who are asked, sent as a letter on paper and by mail, answered in time or not
//! (S2, A11, A13, I12).

use talang_catalogue::{Kind, Value};
use talang_engine::{Door, Filter, Op, Query};
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, Visitor, make};
use crate::interviews;

const DAY: i64 = 86_400_000_000;

/// Ann applied for NURSE, which Rita takes care of, Mona will lead and Nils helps to fill; a wording for offers in German; the
/// future manager is asked, from 100,000 euros a year on the next one too, then HR.
pub fn house(kit: &Kit) -> (House<'_>, i64) {
    let (house, application) = interviews::house(kit);
    let system = house.system();
    make(&system, "ValueList", &[("code", "contract-type"), ("name", "Contract types")]);
    let item = [("list", "contract-type"), ("code", "permanent"), ("label", "Permanent")];
    make(&system, "ValueListItem", &item);
    make(&system, "HiringTeamMember", &[("vacancy", "NURSE"), ("employee", "Nils")]);
    for (code, kind, rank) in [("offer", "offer", "5"), ("hired", "hired", "8"), ("no", "refused", "9")] {
        let stage = [("pipeline", "P"), ("code", code), ("label", code), ("kind", kind), ("rank", rank)];
        make(&system, "PipelineStage", &stage);
    }
    let wording = [
        ("code", "offer"),
        ("culture", "de-DE"),
        ("name", "Angebot"),
        ("purpose", "offer"),
        ("heading", "Ihr Angebot: {vacancy.title}"),
        ("text", "Liebe {candidate.first_name}, ab dem {offer.start} zahlen wir {offer.salary}."),
    ];
    make(&system, "MessageTemplate", &wording);
    for (code, values) in [
        ("a-manager", &[("rank", "10")][..]),
        ("b-next", &[("rank", "20"), ("level", "2"), ("from_amount", "100000.00 EUR")]),
        ("c-hr", &[("rank", "30"), ("asks", "role"), ("role", "hr-manager")]),
        (
            "d-requisition",
            &[("rank", "5"), ("about", "requisition"), ("asks", "employee"), ("employee", "Cora")],
        ),
    ] {
        let mut all = vec![("code", code), ("label", code)];
        if code != "d-requisition" {
            all.push(("about", "offer"));
        }
        all.extend(values);
        make(&system, "ApprovalRule", &all);
    }
    (house, application)
}

/// What a form of an offer sends.
pub fn form(application: i64, salary: &str, more: &str) -> String {
    format!(
        "application={application}&job_title=Nurse&contract_type=permanent&starts_on=2027-02-01&salary={salary}&salary.currency=EUR&pay_period=month&valid_until=2027-01-15{more}"
    )
}

/// Makes an offer; its number.
pub fn made(visitor: &Visitor<'_>, form: &str) -> i64 {
    let made = visitor.post("/o/offers/new", form);
    assert_eq!(made.status, 303, "{}", made.body);
    let place = made.header("location").expect("led on").to_string();
    place.rsplit('/').next().and_then(|id| id.split('?').next()).expect("a number").parse().expect("a number")
}

/// The steps of an offer: number, who, how it stands.
fn steps(house: &House<'_>, offer: i64) -> Vec<(i64, String, String)> {
    house
        .system()
        .view(|v| {
            let object = v.object("OfferApproval")?;
            let filter = Filter::test(&object, "offer", Op::Is, vec![offer.into()]);
            let query = Query { filter: Some(filter), sort: v.sort(&object, "step")?, ..Query::default() };
            let mut out = Vec::new();
            for step in v.list(&object, &query)?.records {
                let who = v.title("Employee", step.get("approver").as_int().unwrap_or_default())?.key;
                out.push((step.id, who, step.get("state").as_text().unwrap_or_default().to_string()));
            }
            Ok(out)
        })
        .expect("steps")
}

fn shape(house: &House<'_>, offer: i64) -> Vec<String> {
    steps(house, offer).into_iter().map(|(_, who, state)| format!("{who} {state}")).collect()
}

/// Decides the step of somebody.
fn decide(
    house: &House<'_>,
    visitor: &Visitor<'_>,
    offer: i64,
    whose: &str,
    verdict: &str,
    comment: &str,
) -> u16 {
    let step = steps(house, offer).into_iter().rev().find(|(_, who, _)| who == whose).expect("asked").0;
    visitor
        .post(&format!("/offers/{offer}/decide"), &format!("step={step}&verdict={verdict}&comment={comment}"))
        .status
}

pub fn field(house: &House<'_>, object: &str, id: i64, name: &str) -> Value {
    house
        .system()
        .view(|v| {
            let object = v.object(object)?;
            Ok(v.get(&object, id)?.get(name).clone())
        })
        .expect("read")
}

fn state(house: &House<'_>, offer: i64) -> String {
    field(house, "Offer", offer, "state").as_text().unwrap_or_default().to_string()
}

/// Handed in, approved by Mona and Hanna, and sent.
pub fn agreed(house: &House<'_>, offer: i64) {
    let (rita, mona, hanna) = (house.sign_in("Rita"), house.sign_in("Mona"), house.sign_in("Hanna"));
    assert_eq!(rita.post(&format!("/offers/{offer}/hand-in"), "").status, 303);
    assert_eq!(decide(house, &mona, offer, "Mona", "approved", ""), 303);
    assert_eq!(decide(house, &hanna, offer, "Hanna", "approved", ""), 303);
    assert_eq!(state(house, offer), "approved");
    let sent = rita.post(&format!("/offers/{offer}/send"), "heading=Offer&text=Dear+you");
    assert_eq!(sent.status, 303, "{}", sent.body);
}

#[test]
fn an_offer_is_agreed_to_then_sent_then_answered() {
    both(&SETUP, |kit| {
        let (house, application) = house(kit);
        let (rita, mona, hanna, nils) =
            (house.sign_in("Rita"), house.sign_in("Mona"), house.sign_in("Hanna"), house.sign_in("Nils"));
        // The form begins with what the vacancy says; nothing is born approved or sent.
        let begun = rita.get(&format!("/offers/new?application={application}"));
        let begun = rita.get(begun.header("location").expect("led on")).body;
        assert!(begun.contains("value=\"Nurse\""), "{begun}");
        for forged in ["&state=approved", "&sent_at=2026-01-01T10:00:00Z"] {
            let forged = rita.post("/o/offers/new", &form(application, "4000", forged));
            assert_eq!(forged.status, 422, "{}", forged.body);
        }
        let id = made(&rita, &form(application, "4000", "").replace("starts_on=2027-02-01&", ""));
        let page = format!("/offers/{id}");
        let second = rita.post("/o/offers/new", &form(application, "4000", ""));
        assert!(second.status == 422 && second.body.contains("There is an offer"), "{}", second.status);
        // Nobody is asked about an offer that says too little.
        let short = rita.post(&format!("{page}/hand-in"), "");
        assert!(short.status == 422 && short.body.contains("Enter a value"), "{}", short.status);
        assert!(shape(&house, id).is_empty());
        assert_eq!(rita.post(&format!("/o/offers/{id}/edit"), "starts_on=2027-02-01").status, 303);
        // What somebody is to earn is not the hiring team's: those who are responsible and those who are asked read it.
        assert_eq!(nils.get(&format!("/applications/{application}")).status, 200);
        assert_eq!(mona.get(&page).status, 200);
        for outside in [&nils, &hanna] {
            assert_eq!(outside.get(&page).status, 404);
            assert!(!outside.get("/offers").body.contains("Nurse"));
        }
        assert!(!nils.get(&format!("/applications/{application}")).body.contains("4,000"));

        assert_eq!(rita.post(&format!("{page}/hand-in"), "").status, 303);
        assert_eq!(shape(&house, id), ["Mona pending", "Hanna pending"], "48,000 a year are below the limit");
        assert!(mona.get("/me").body.contains("Decide about the offer"));
        assert!(hanna.get(&page).body.contains("4,000"), "whoever is asked reads what they decide about");
        assert!(
            house.letters("mona@example.org")[0].subject.contains("Rita Qz asks you to approve an offer")
        );
        // Locked, and decided by nobody else.
        let changed = rita.post(&format!("/o/offers/{id}/edit"), "job_title=Chief");
        assert!(changed.status == 422 && changed.body.contains("Take it back first"), "{}", changed.status);
        assert_ne!(decide(&house, &rita, id, "Mona", "approved", ""), 303);
        assert_eq!(decide(&house, &hanna, id, "Hanna", "approved", ""), 422, "out of turn");
        assert_eq!(rita.get(&format!("{page}/send")).status, 409, "not approved yet");
        assert_eq!(decide(&house, &mona, id, "Mona", "returned", "Too+little"), 303);
        assert_eq!(state(&house, id), "draft");
        assert!(house.letters("rita@example.org")[0].text.contains("Too little"));
        // 9,000 a month are 108,000 a year: Dan is asked too.
        assert_eq!(rita.post(&format!("/o/offers/{id}/edit"), "salary=9000&salary.currency=EUR").status, 303);
        assert_eq!(rita.post(&format!("{page}/hand-in"), "").status, 303);
        let now: Vec<String> = shape(&house, id).split_off(2);
        assert_eq!(now, ["Mona pending", "Dan pending", "Hanna pending"]);
        assert_eq!(decide(&house, &mona, id, "Mona", "approved", ""), 303);
        assert_eq!(decide(&house, &house.sign_in("Dan"), id, "Dan", "approved", ""), 303);
        assert_eq!(decide(&house, &hanna, id, "Hanna", "approved", ""), 303);
        assert_eq!(state(&house, id), "approved");

        // The letter in the candidate's language; on paper what was approved stands below the words.
        let letter = rita.get(&format!("{page}/send")).body;
        assert!(
            letter.contains("Ihr Angebot") && letter.contains("Liebe Ann, ab dem 1. Februar 2027"),
            "{letter}"
        );
        assert!(letter.contains("ann@example.net"));
        assert_ne!(mona.get(&format!("{page}/send")).status, 200, "who approves does not send");
        let empty = rita.post(&format!("{page}/send"), "heading=+&text=Hallo+Ann");
        assert!(empty.status == 422 && empty.body.contains("Hallo Ann"), "what was typed stays");
        let paper = rita.post(&format!("{page}/preview"), "heading=Angebot&text=Hallo");
        assert!(paper.status == 200 && paper.body.starts_with("%PDF-1.7"), "{}", paper.status);
        assert_eq!(state(&house, id), "approved", "looking sends nothing");
        let sent = rita.post(&format!("{page}/send"), "heading=Ihr+Angebot&text=Liebe+Ann%0A%0Awillkommen");
        assert_eq!(sent.status, 303, "{}", sent.body);
        let mail = house.letters("ann@example.net").remove(0);
        assert!(mail.subject == "Ihr Angebot" && mail.text.contains("willkommen"), "{}", mail.subject);
        let file = &mail.files[0];
        assert_eq!((file.name.as_str(), file.kind.as_str()), ("Ihr Angebot.pdf", "application/pdf"));
        let bytes = house.tenant.db().attachments().get(&file.hash).expect("the paper");
        assert!(bytes.starts_with(b"%PDF-1.7"));
        let kept = field(&house, "Offer", id, "document");
        assert_eq!(kept.as_text(), Some(format!("{}/Ihr Angebot.pdf", file.hash).as_str()));
        let stage = field(&house, "Application", application, "stage").as_int().expect("a stage");
        assert_eq!(field(&house, "PipelineStage", stage, "kind").as_text(), Some("offer"));
        assert_ne!(rita.post(&format!("{page}/send"), "heading=x&text=y").status, 303, "once is enough");

        // Only whoever may change the offer notes the answer.
        assert_ne!(mona.post(&format!("{page}/answer"), "answer=accepted").status, 303);
        assert_eq!(rita.post(&format!("{page}/answer"), "answer=accepted").status, 303);
        assert_eq!(state(&house, id), "accepted");
        assert!(rita.get(&format!("/applications/{application}")).body.contains("Offer · Accepted"));
        assert_eq!(rita.post(&format!("{page}/answer"), "answer=declined").status, 422);
        assert_eq!(rita.post(&format!("{page}/withdraw"), "").status, 422);
    });
}

#[test]
fn offers_expire_and_nobody_has_a_say_in_their_own() {
    both(&SETUP, |kit| {
        let (house, application) = house(kit);
        let rita = house.sign_in("Rita");
        let until = house.kit.today().saturating_add(jiff::Span::new().days(5)).to_string();
        let id = made(&rita, &form(application, "4000", "").replace("2027-01-15", &until));
        agreed(&house, id);
        // The day has passed: the page says so before the night does, and nobody accepts it any more.
        house.kit.clock().advance(6 * DAY);
        let rita = house.sign_in("Rita");
        let page = rita.get(&format!("/offers/{id}")).body;
        assert!(page.contains("Expired"), "{page}");
        let late = rita.post(&format!("/offers/{id}/answer"), "answer=accepted");
        assert!(late.status == 422 && late.body.contains("has passed"), "{}", late.status);
        house.kit.clock().advance(DAY);
        house.letters("nobody");
        assert_eq!(state(&house, id), "expired");

        // Mona applies herself: she is not asked about her own offer, however the vacancy names her.
        let system = house.system();
        let candidate = [
            ("number", "mia"),
            ("first_name", "Mona"),
            ("last_name", "Qz"),
            ("employee", "Mona"),
            ("culture", "en-GB"),
        ];
        make(&system, "Candidate", &candidate);
        make(&system, "Application", &[("candidate", "mia"), ("vacancy", "NURSE")]);
        let own = system.view(|v| v.resolve("Application", "mia|NURSE")).expect("read").expect("there");
        let rita = house.sign_in("Rita");
        let form = form(own, "4000", "").replace("2027-01-15", "2027-12-31");
        let id = made(&rita, &form);
        assert_eq!(rita.post(&format!("/offers/{id}/hand-in"), "").status, 303);
        assert_eq!(shape(&house, id), ["Dan pending", "Hanna pending"]);
        let mona = house.sign_in("Mona");
        // Nor is she asked instead of somebody else.
        let step = steps(&house, id)[0].0;
        let mut scope = house.kit.scope(&house.tenant, "Rita");
        for door in [Door::Screen, Door::Rest] {
            scope.door = door;
            let values = vec![("approver", Value::Int(house.person("Mona")))];
            let asked = scope.change(Kind::Candidates, |c| c.update("OfferApproval", step, values.clone()));
            assert_eq!(asked.expect_err("refused").faults()[0].code, "approval.own");
        }
        assert_ne!(
            mona.post(&format!("/offers/{id}/decide"), &format!("step={step}&verdict=approved")).status,
            303
        );
        // Without an address the offer is kept on paper, and nobody is told that a mail left.
        let (dan, hanna) = (house.sign_in("Dan"), house.sign_in("Hanna"));
        assert_eq!(decide(&house, &dan, id, "Dan", "approved", ""), 303);
        assert_eq!(decide(&house, &hanna, id, "Hanna", "approved", ""), 303);
        assert!(rita.get(&format!("/offers/{id}/send")).body.contains("No mail can be sent"));
        assert_eq!(rita.post(&format!("/offers/{id}/send"), "heading=Offer&text=Dear+Mona").status, 303);
        assert!(!field(&house, "Offer", id, "document").is_null());
        assert_eq!(rita.post(&format!("/offers/{id}/withdraw"), "").status, 303);
        assert_eq!(state(&house, id), "withdrawn");
    });
}
