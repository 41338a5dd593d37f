//! Files of one person as recruiters make them one: found, laid side by side, joined without doubles, and two again (S2).

use std::collections::BTreeMap;

use talang_catalogue::{Kind, Value};
use talang_engine::{AsOf, Filter, Op, Query};
use talang_testkit::both;

use crate::approvals::{House, SETUP, make};
use crate::interviews::house;

/// Everything that is known of candidates: by object and number of the record, what its fields hold.
fn known(house: &House<'_>) -> BTreeMap<(String, i64), Vec<Value>> {
    house
        .system()
        .view(|v| {
            let mut out = BTreeMap::new();
            let catalogue = v.catalogue();
            let all = catalogue.objects().iter().filter(|o| o.def.kind == Kind::Candidates);
            for object in all.filter(|o| o.def.name != "CandidateMerge") {
                let query = Query { as_of: AsOf::Always, ..Query::default() };
                for record in v.list(object, &query)?.records {
                    out.insert((object.def.name.to_string(), record.id), record.values);
                }
            }
            Ok(out)
        })
        .expect("read")
}

fn id(house: &House<'_>, object: &str, key: &str) -> i64 {
    house.system().view(|v| v.resolve(object, key)).expect("read").unwrap_or_else(|| panic!("{object} {key}"))
}

/// The records of an object about a candidate, a field of each.
fn of(house: &House<'_>, object: &str, candidate: i64, field: &str) -> Vec<String> {
    house
        .system()
        .view(|v| {
            let object = v.object(object)?;
            let filter = Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]);
            let found = v.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
            let index = object.field(field).expect("a field").index;
            let mut out = Vec::new();
            for record in &found {
                out.push(v.show(&object, index, &record.values[index])?);
            }
            out.sort();
            Ok(out)
        })
        .expect("read")
}

/// Ann has a second file: another address, the same number, and she came further there.
fn twice(house: &House<'_>) -> (i64, i64) {
    let system = house.system();
    let second = [
        ("number", "anna"),
        ("first_name", "Anna"),
        ("last_name", "Zee"),
        ("email", "anna.zee@example.com"),
        ("phone", "+33 6 12 34 56 78"),
        ("city", "Lyon"),
        ("headline", "Nurse, ten years"),
    ];
    make(&system, "Candidate", &second);
    let first = id(house, "Candidate", "ann");
    let phone = vec![("phone", "+33612345678".into()), ("headline", "Nurse".into())];
    system.change(Kind::Candidates, |c| c.update("Candidate", first, phone)).expect("a phone");
    make(
        &system,
        "PipelineStage",
        &[("pipeline", "P"), ("code", "talk"), ("label", "Talk"), ("rank", "2"), ("kind", "interview")],
    );
    make(&system, "Vacancy", &[("code", "COOK"), ("title", "Cook"), ("recruiter", "Rita")]);
    for vacancy in ["NURSE", "COOK"] {
        make(&system, "Application", &[("candidate", "anna"), ("vacancy", vacancy), ("stage", "P|new")]);
    }
    let further = id(house, "Application", "anna|NURSE");
    let talk = id(house, "PipelineStage", "P|talk");
    let moved = vec![("stage", talk.into())];
    system.change(Kind::Candidates, |c| c.update("Application", further, moved)).expect("moved");
    for (who, tag) in [("ann", "nights"), ("anna", "nights"), ("anna", "senior")] {
        make(&system, "CandidateTag", &[("candidate", who), ("tag", tag)]);
    }
    make(&system, "CandidateLanguage", &[("candidate", "ann"), ("language", "fr"), ("level", "B2")]);
    let spoken = [("candidate", "anna"), ("language", "fr"), ("level", "C1"), ("certificate", "DALF")];
    make(&system, "CandidateLanguage", &spoken);
    for who in ["ann|NURSE", "anna|NURSE"] {
        make(&system, "ApplicationNote", &[("application", who), ("author", "Mona"), ("text", who)]);
    }
    make(&system, "ValueList", &[("code", "candidate-document-type"), ("name", "Kind")]);
    let kind = [("list", "candidate-document-type"), ("code", "cv"), ("label", "CV")];
    make(&system, "ValueListItem", &kind);
    // The same paper twice, and one that only the second file has.
    let attachments = system.tenant().db().attachments();
    let file = |text: &[u8]| format!("{}/cv.rtf", attachments.put(text).expect("kept"));
    let (cv, letter) = (file(br"{\rtf1 CV}"), file(br"{\rtf1 letter}"));
    for (who, name, file) in [("ann", "CV", &cv), ("anna", "The CV", &cv), ("anna", "Letter", &letter)] {
        let person = id(house, "Candidate", who);
        let values = vec![
            ("candidate", person.into()),
            ("kind", "cv".into()),
            ("name", name.into()),
            ("file", file.as_str().into()),
        ];
        system.change(Kind::Candidates, |c| c.create("CandidateDocument", values)).expect("a document");
    }
    (first, id(house, "Candidate", "anna"))
}

// S2: two files become one without losing or doubling anything, and two again exactly as they were.
#[test]
fn two_files_of_a_person_become_one_and_two_again() {
    both(&SETUP, |kit| {
        let (house, _) = house(kit);
        let (ann, anna) = twice(&house);
        house.letters("ann@example.net");
        let before = known(&house);
        let rita = house.sign_in("Rita");
        // Found by the number, however it is written; the list has them too.
        let card = rita.get(&format!("/candidates/{ann}/duplicates")).body;
        assert!(
            card.contains(&format!("/candidates/{ann}/merge?with={anna}")) && card.contains("Same phone"),
            "{card}"
        );
        assert!(rita.get("/candidates/duplicates").body.contains("Anna Zee"));
        let page = format!("/candidates/{ann}/merge?with={anna}");
        let sheet = rita.get(&page).body;
        for word in ["anna.zee@example.com", "ann@example.net", "Nurse, ten years"] {
            assert!(sheet.contains(word), "{word}");
        }
        // What was chosen stays, and what nobody chose is the first file's, or the second's where that is empty.
        let merged = rita.post(&page, "field.email=goes&field.headline=goes&field.first_name=stays");
        assert_eq!(merged.status, 303, "{}", merged.body);
        // An address that somebody kept leads to the file in which it lives on, whoever may read that.
        let kept = rita.get(&format!("/candidates/{anna}"));
        let here = format!("/candidates/{ann}");
        assert_eq!((kept.status, kept.header("location")), (303, Some(here.as_str())));
        assert_eq!(house.sign_in("Deb").get(&format!("/candidates/{anna}")).status, 404);
        let file = rita.get(&format!("/candidates/{ann}")).body;
        for word in ["Ann Zee", "anna.zee@example.com", "Nurse, ten years", "Lyon"] {
            assert!(file.contains(word), "{word}");
        }
        assert_eq!(of(&house, "CandidateTag", ann, "tag"), ["nights", "senior"]);
        assert_eq!(of(&house, "CandidateLanguage", ann, "certificate"), ["DALF"], "filled in from the other");
        assert_eq!(of(&house, "CandidateDocument", ann, "name"), ["CV", "Letter"]);
        assert_eq!(of(&house, "Application", ann, "vacancy").len(), 2);
        assert_eq!(of(&house, "Application", ann, "stage"), ["New", "Talk"], "the further one stays");
        assert_eq!(of(&house, "ApplicationNote", ann, "text"), ["anna|NURSE", "ann|NURSE"]);
        assert!(rita.get("/candidates?q=anna.zee").body.contains("Ann Zee"), "found by what it says now");
        // Nobody gets a letter about it.
        assert!(
            house.letters("ann@example.net").is_empty() && house.letters("anna.zee@example.com").is_empty()
        );

        // Two again, exactly.
        let merge = id(&house, "CandidateMerge", "ann|001");
        let undo = format!("/candidates/{ann}/merges/{merge}/undo");
        assert!(rita.get(&format!("/candidates/{ann}?tab=data")).body.contains(&undo));
        let undone = rita.post(&undo, "");
        assert_eq!(undone.status, 303, "{}", undone.body);
        let after = known(&house);
        for (key, values) in &before {
            assert_eq!(after.get(key), Some(values), "{key:?}");
        }
        assert_eq!(after.len(), before.len());
        assert_eq!(rita.get(&format!("/candidates/{anna}")).status, 200);
        assert!(rita.get("/candidates?q=anna.zee").body.contains("Anna Zee"));
        assert_eq!(rita.post(&undo, "").status, 409, "once is enough");
    });
}

// S2, A11: what came meanwhile stays; after thirty days, and for whoever may not delete candidates, there is no way.
#[test]
fn what_came_after_a_merge_stays_and_thirty_days_are_the_end() {
    both(&SETUP, |kit| {
        let (house, _) = house(kit);
        let (ann, anna) = twice(&house);
        let page = format!("/candidates/{ann}/merge?with={anna}");
        let (mona, rita) = (house.sign_in("Mona"), house.sign_in("Rita"));
        // Mona sees Ann, and removes nobody's file.
        assert_eq!(mona.get(&format!("/candidates/{ann}")).status, 200);
        assert_ne!(mona.get(&page).status, 200);
        assert_ne!(mona.post(&page, "").status, 303);
        let itself = rita.get(&format!("/candidates/{ann}/merge?with={ann}"));
        assert_eq!(itself.status, 422, "{}", itself.body);
        assert_eq!(rita.get(&format!("/candidates/{ann}/merge?with=999999")).status, 404);

        assert_eq!(rita.post(&page, "").status, 303);
        let merge = id(&house, "CandidateMerge", "ann|001");
        let undo = format!("/candidates/{ann}/merges/{merge}/undo");
        assert_ne!(mona.post(&undo, "").status, 303);
        // A tag that came after the merge, and a line that was changed, are not lost.
        let system = house.system();
        make(&system, "CandidateTag", &[("candidate", "ann"), ("tag", "late")]);
        let line = vec![("headline", "Head nurse".into())];
        system.change(Kind::Candidates, |c| c.update("Candidate", ann, line)).expect("changed");
        assert_eq!(rita.post(&undo, "").status, 303);
        assert_eq!(of(&house, "CandidateTag", ann, "tag"), ["late", "nights"]);
        assert!(rita.get(&format!("/candidates/{ann}")).body.contains("Head nurse"));

        assert_eq!(rita.post(&page, "").status, 303);
        let merge = id(&house, "CandidateMerge", "ann|002");
        // Somebody else has the second address by now: said, and nothing is half undone.
        let taken =
            [("number", "new"), ("first_name", "N"), ("last_name", "N"), ("email", "anna.zee@example.com")];
        make(&system, "Candidate", &taken);
        let undo = format!("/candidates/{ann}/merges/{merge}/undo");
        let refused = rita.post(&undo, "");
        assert!(
            refused.status == 409 && refused.body.contains("already has this value"),
            "{} {}",
            refused.status,
            refused.body
        );
        assert_eq!(of(&house, "CandidateTag", ann, "tag"), ["late", "nights", "senior"]);
        kit.clock().advance(31 * 86_400_000_000);
        let rita = house.sign_in("Rita");
        assert_eq!(rita.post(&undo, "").status, 409, "too late");
        assert!(!rita.get(&format!("/candidates/{ann}?tab=data")).body.contains(&undo));
    });
}

// G8: erasing somebody leaves the file alone that was merged with theirs and parted again.
#[test]
fn erasing_somebody_leaves_a_file_alone_that_was_parted_from_theirs() {
    both(&SETUP, |kit| {
        let (house, _) = house(kit);
        let (ann, anna) = twice(&house);
        let rita = house.sign_in("Rita");
        let page = format!("/candidates/{ann}/merge?with={anna}");
        assert_eq!(rita.post(&page, "").status, 303);
        let merge = id(&house, "CandidateMerge", "ann|001");
        assert_eq!(rita.post(&format!("/candidates/{ann}/merges/{merge}/undo"), "").status, 303);
        let before = of(&house, "CandidateDocument", anna, "name");
        assert_eq!(rita.post(&format!("/candidates/{ann}/erase"), "").status, 303);
        assert!(of(&house, "CandidateDocument", ann, "name").is_empty());
        assert_eq!(of(&house, "CandidateDocument", anna, "name"), before);
        assert!(rita.get(&format!("/candidates/{anna}")).body.contains("anna.zee@example.com"));
    });
}
