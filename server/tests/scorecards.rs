//! Scorecards: nobody reads what another interviewer thinks before their own is submitted, through no door and whatever their rights
//! (A11, S2).

use talang_catalogue::{Kind, Value};
use talang_engine::{Door, Filter, Op, Query, Scope};
use talang_testkit::both;

use crate::approvals::{House, SETUP, make};
use crate::interviews::{form, house};

/// The card of somebody.
fn card(house: &House<'_>, who: &str) -> i64 {
    let person = house.person(who);
    house
        .system()
        .view(|v| {
            let object = v.object("InterviewScorecard")?;
            let filter = Filter::test(&object, "interviewer", Op::Is, vec![person.into()]);
            let found = v.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
            Ok(found.first().expect("a card").id)
        })
        .expect("read")
}

/// Whether a scope learns anything of a card: by its number, in lists, totals and searches, in its history.
fn learns(scope: &Scope, card: i64) -> bool {
    scope
        .view(|v| {
            let object = v.object("InterviewScorecard")?;
            let one = Query { filter: Some(Filter::Ids(vec![card])), ..Query::default() };
            let listed =
                v.list(&object, &one)?.records.len() + usize::try_from(v.count(&object, &one)?).unwrap_or(9);
            let told = Filter::test(&object, "concerns", Op::Contains, vec!["quiet".into()]);
            let found = v.list(&object, &Query { filter: Some(told), ..Query::default() })?;
            let found = found.records.iter().any(|r| r.id == card);
            let got = v.get(&object, card).is_ok();
            let past = v.history(&object, card, 5).is_ok_and(|h| !h.is_empty());
            Ok(got || listed > 0 || found || past)
        })
        .unwrap_or(false)
}

#[test]
fn nobody_reads_anothers_scorecard_before_their_own_is_submitted() {
    both(&SETUP, |kit| {
        let (house, application) = house(kit);
        let system = house.system();
        make(&system, "HiringTeamMember", &[("vacancy", "NURSE"), ("employee", "Nils")]);
        let criterion = [("pipeline", "P"), ("code", "care"), ("label", "Care")];
        make(&system, "ScorecardCriterion", &criterion);
        kit.user(&house.tenant, "root", None, &["super-administrator"]);
        let (rita, mona, nils) = (house.sign_in("Rita"), house.sign_in("Mona"), house.sign_in("Nils"));
        let plan = form(&house, "10:00", &["Mona", "Nils", "Rita"], "");
        let planned = rita.post(&format!("/applications/{application}/interviews/new"), &plan);
        assert_eq!(planned.status, 303, "{}", planned.body);
        let [of_mona, of_nils, of_rita] = ["Mona", "Nils", "Rita"].map(|who| card(&house, who));
        let scope = |login: &str, door: Door| {
            let mut scope = house.kit.scope(&house.tenant, login);
            scope.door = door;
            scope
        };
        let doors = [Door::Screen, Door::Rest, Door::Import, Door::FileSpace];
        let sees = |login: &str, card: i64| {
            let all: Vec<bool> = doors.iter().map(|door| learns(&scope(login, *door), card)).collect();
            assert!(all.iter().all(|one| *one == all[0]), "{login} {card}: {all:?}");
            all[0]
        };
        // What is not submitted is for its writer alone, whatever others may.
        for (login, own) in [("Mona", of_mona), ("Nils", of_nils), ("Rita", of_rita)] {
            for card in [of_mona, of_nils, of_rita] {
                assert_eq!(sees(login, card), card == own, "{login} {card}");
            }
        }
        assert!([of_mona, of_nils, of_rita].iter().all(|card| !sees("root", *card)));

        // Nils writes, keeps a draft, and submits: with what is missing told.
        let page = format!("/scorecards/{of_nils}");
        assert!(nils.get(&page).body.contains("Care"));
        let draft = "deed=keep&rating.care=2&comment.care=Hesitated&concerns=Too+quiet+for+the+ward";
        assert_eq!(nils.post(&page, draft).status, 303);
        assert!(nils.get(&page).body.contains("Hesitated"));
        let short = nils.post(&page, &draft.replace("keep", "submit"));
        assert!(short.status == 422 && short.body.contains("Hesitated"), "{}", short.status);
        let whole = format!("{}&overall=2&recommendation=no", draft.replace("keep", "submit"));
        assert_eq!(nils.post(&page, &whole).status, 303);
        // Those who owe theirs learn nothing of it, by no door: a hiring manager nor a recruiter with rights to everything.
        let view = format!("/applications/{application}");
        for (login, visitor) in [("Mona", &mona), ("Rita", &rita)] {
            assert!(!sees(login, of_nils), "{login}");
            assert_eq!(visitor.get(&page).status, 404, "{login}");
            assert_eq!(visitor.get(&format!("/o/interview-scorecards/{of_nils}")).status, 404, "{login}");
            let body = visitor.get(&view).body;
            assert!(body.contains("Your scorecard is open") && !body.contains("Too quiet"), "{login}");
            assert!(!visitor.get("/o/interview-scorecards").body.contains("Too quiet"), "{login}");
        }
        assert!(
            sees("root", of_nils) && !sees("root", of_mona),
            "who judges nothing reads what is submitted"
        );
        assert!(!sees("Hanna", of_nils) && !sees("Cora", of_nils) && !sees("Deb", of_nils));
        let deb = house.sign_in("Deb");
        assert_ne!(deb.get(&page).status, 200);

        // Nobody writes another's, nor goes back on their own.
        let write = |login: &str, door: Door, card: i64, field: &'static str, value: Value| {
            let values = vec![(field, value)];
            scope(login, door)
                .change(Kind::Candidates, |c| c.update("InterviewScorecard", card, values.clone()))
        };
        for door in [Door::Screen, Door::Rest, Door::Import] {
            assert!(write("Rita", door, of_mona, "strengths", "Good".into()).is_err());
            assert!(write("Nils", door, of_nils, "concerns", "None".into()).is_err());
            assert!(write("Nils", door, of_nils, "submitted_at", Value::Null).is_err());
            assert!(write("root", door, of_nils, "concerns", "None".into()).is_err());
        }
        // Mona submits hers, and reads what is submitted; Rita's is not.
        let hers = "deed=submit&rating.care=5&overall=5&recommendation=strong-yes&strengths=Warm";
        assert_eq!(mona.post(&format!("/scorecards/{of_mona}"), hers).status, 303);
        assert!(sees("Mona", of_nils) && sees("Nils", of_mona) && !sees("Mona", of_rita));
        let table = mona.get(&view).body;
        for word in ["Too quiet", "Hesitated", "Warm", "Nils Qz"] {
            assert!(table.contains(word), "{word}");
        }
        assert!(!rita.get(&view).body.contains("Too quiet"));
        assert_eq!(rita.post(&format!("/scorecards/{of_mona}/reopen"), "").status, 404, "Rita owes hers");
        let ritas = "deed=submit&overall=4&recommendation=yes";
        assert_eq!(rita.post(&format!("/scorecards/{of_rita}"), ritas).status, 303);
        assert!(sees("Rita", of_nils) && sees("Rita", of_mona));
        // A recruiter opens one again, and its writer owes it again.
        assert_ne!(mona.post(&format!("/scorecards/{of_mona}/reopen"), "").status, 303);
        assert_ne!(nils.post(&format!("/scorecards/{of_mona}/reopen"), "").status, 303);
        assert_eq!(rita.post(&format!("/scorecards/{of_mona}/reopen"), "").status, 303);
        assert!(!sees("Mona", of_nils) && !sees("Mona", of_rita) && !sees("Rita", of_mona));
        assert_eq!(mona.post(&format!("/scorecards/{of_mona}"), hers).status, 303);
        assert!(sees("Mona", of_rita));
        // A file that names a rating beyond the scale is refused.
        let odd =
            write("root", Door::Import, of_rita, "ratings", Value::Text("{\"care\":{\"rating\":9}}".into()));
        assert!(odd.is_err());
    });
}
