//! Candidates kept in mind with tags and pools, and colleagues mentioned in notes (S1, S2, A11).

use talang_catalogue::{Kind, Value};
use talang_engine::{Filter, Op, Query};
use talang_testkit::both;

use crate::approvals::{House, SETUP, make};
use crate::interviews::house;

fn id(house: &House<'_>, object: &str, key: &str) -> i64 {
    house.system().view(|v| v.resolve(object, key)).expect("read").unwrap_or_else(|| panic!("{object} {key}"))
}

/// The keys of all records of an object.
fn keys(house: &House<'_>, object: &str) -> Vec<String> {
    house
        .system()
        .view(|v| {
            let object = v.object(object)?;
            let mut out = Vec::new();
            for record in v.list(&object, &Query::default())?.records {
                out.push(v.title(object.def.name, record.id)?.key);
            }
            out.sort();
            Ok(out)
        })
        .expect("read")
}

// S2: several candidates get a tag and a pool at once, the list is narrowed by them, and there is a way back.
#[test]
fn candidates_are_kept_in_mind_several_at_once() {
    both(&SETUP, |kit| {
        let (house, application) = house(kit);
        let system = house.system();
        make(&system, "Candidate", &[("number", "bea"), ("first_name", "Bea"), ("last_name", "Yu")]);
        make(&system, "CandidatePool", &[("code", "LATER"), ("label", "For later"), ("active", "true")]);
        make(&system, "CandidatePool", &[("code", "OLD"), ("label", "Once"), ("active", "true")]);
        make(&system, "CandidatePoolMember", &[("pool", "OLD"), ("candidate", "bea")]);
        make(&system, "CandidateTag", &[("candidate", "bea"), ("tag", "Night shift")]);
        let (ann, bea) = (id(&house, "Candidate", "ann"), id(&house, "Candidate", "bea"));
        let (later, old) = (id(&house, "CandidatePool", "LATER"), id(&house, "CandidatePool", "OLD"));
        let (rita, mona) = (house.sign_in("Rita"), house.sign_in("Mona"));
        let sheet = rita.post("/candidates/keep/selected", &format!("id={ann}&id={bea}")).body;
        assert!(sheet.contains("For later") && sheet.contains("Night shift"), "{sheet}");
        // From the board it is whoever applied.
        let sheet = rita.post("/applications/keep/selected", &format!("id={application}")).body;
        assert!(sheet.contains(&format!("name=\"id\" value=\"{ann}\"")), "{sheet}");
        let nobody = rita.post("/candidates/keep/selected", "all=1").body;
        assert!(nobody.contains("up to 100"), "{nobody}");
        let empty = rita.post("/candidates/keep", &format!("id={ann}&tag=&into=&out="));
        assert!(empty.status == 422 && empty.body.contains("Enter a tag"), "{}", empty.status);
        let before = (keys(&house, "CandidateTag"), keys(&house, "CandidatePoolMember"));

        // A tag is written as it is there already.
        let form = format!("id={ann}&id={bea}&tag=night+SHIFT&into={later}&out={old}");
        assert_ne!(mona.post("/candidates/keep", &form).status, 303, "she sees candidates and keeps nobody");
        let kept = rita.post("/candidates/keep", &form);
        assert_eq!(kept.status, 303, "{}", kept.body);
        assert_eq!(keys(&house, "CandidateTag"), ["ann|Night shift", "bea|Night shift"]);
        assert_eq!(keys(&house, "CandidatePoolMember"), ["LATER|ann", "LATER|bea"]);
        for filter in ["candidate_tag.tag+is+%22Night+shift%22", "candidate_pool_member.pool+is+%22LATER%22"]
        {
            let list = rita.get(&format!("/candidates?filter={filter}")).body;
            assert!(list.contains("Zee") && list.contains("Yu"), "{filter}");
        }
        let none = rita.get("/candidates?filter=candidate_pool_member.pool+is+%22OLD%22").body;
        assert!(!none.contains("Zee") && !none.contains(">Yu"), "nobody is in it");
        assert!(rita.get("/candidates").body.contains("For later"), "the menu of pools");

        // Back, by what the message carries.
        let news = kept.header("set-cookie").expect("news").to_string();
        let undo = news.split("undo").nth(1).expect("a way back");
        let undo = undo.split(';').next().unwrap_or_default();
        let undo = undo.replace("%3F", "?").replace("%3D", "=").replace("%26", "&").replace("%2E", ".");
        let undone = rita.post(&format!("/candidates/keep/undo{undo}"), "");
        assert_eq!(undone.status, 303, "{undo} {}", undone.body);
        assert_eq!((keys(&house, "CandidateTag"), keys(&house, "CandidatePoolMember")), before);
        // One who is not there: nothing for anybody.
        let form = format!("id={ann}&id=999999&tag=x");
        assert_eq!(rita.post("/candidates/keep", &form).status, 404);
        assert_eq!(keys(&house, "CandidateTag"), before.0);
    });
}

/// The notes of an application: text and how many are mentioned.
fn notes(house: &House<'_>) -> Vec<(String, usize)> {
    house
        .system()
        .view(|v| {
            let object = v.object("ApplicationNote")?;
            let found = v.list(&object, &Query::default())?.records;
            let count = |r: &talang_catalogue::Record| match r.get("mentions") {
                Value::Refs(ids) => ids.len(),
                _ => 0,
            };
            Ok(found.iter().map(|r| (r.get("text").as_text().unwrap_or_default().into(), count(r))).collect())
        })
        .expect("read")
}

// S1, S2, A11: whoever is mentioned is told and finds it in My area; nobody is mentioned who could not read it.
#[test]
fn colleagues_of_the_team_are_mentioned_and_told() {
    both(&SETUP, |kit| {
        let (house, application) = house(kit);
        let page = format!("/applications/{application}");
        let (rita, mona, nils) = (house.sign_in("Rita"), house.sign_in("Mona"), house.sign_in("Nils"));
        let form = rita.get(&page).body;
        let offered =
            form.split("data-mentions=\"").nth(1).and_then(|r| r.split('"').next().map(str::to_string));
        let offered = offered.expect("names");
        // Deb helps to fill the vacancy, and no role shows her its applications; Nils is on another team.
        assert!(offered.contains("Mona Qz"), "{offered}");
        assert!(
            !offered.contains("Deb Qz") && !offered.contains("Nils Qz") && !offered.contains("Rita Qz"),
            "{offered}"
        );

        let text = "text=@Mona+Qz+and+@Deb+Qz,+look+at+the+salary:+@Nils+Qz+would+know";
        assert_eq!(rita.post(&format!("{page}/notes"), text).status, 303);
        assert_eq!(notes(&house)[0].1, 1, "Mona alone");
        let letters = house.letters("mona@example.org");
        let letter = letters.first().expect("a letter");
        assert!(letter.subject.contains("Rita Qz") && letter.text.contains(&page), "{}", letter.text);
        assert!(!letter.text.contains("salary") && !letter.text.contains("Zee"), "where, and nothing of it");
        for other in ["deb@example.org", "nils@example.org", "rita@example.org"] {
            assert!(house.letters(other).is_empty(), "{other}");
        }
        assert!(mona.get("/me").body.contains("Read the note that mentions you"));
        assert!(!nils.get("/me").body.contains("mentions you"));
        assert!(mona.get(&page).body.contains("Mentions you"));
        assert!(!rita.get(&page).body.contains("Mentions you"));

        // Read by a press; and an answer says as much.
        assert_eq!(nils.post(&format!("{page}/notes/read"), "").status, 303, "nothing of his");
        assert!(mona.get("/me").body.contains("Read the note"));
        assert_eq!(mona.post(&format!("{page}/notes/read"), "").status, 303);
        assert!(!mona.get("/me").body.contains("Read the note"));
        assert_eq!(rita.post(&format!("{page}/notes"), "text=@Mona+Qz+once+more").status, 303);
        assert!(mona.get("/me").body.contains("Read the note"));
        assert_eq!(mona.post(&format!("{page}/notes"), "text=@Rita+Qz+fine").status, 303);
        assert!(!mona.get("/me").body.contains("Read the note"));
        assert!(rita.get("/me").body.contains("Read the note"));

        // By another door nobody from outside the team either, and nobody says who has read something.
        let vacancy = id(&house, "Vacancy", "NURSE");
        let forged = house.kit.scope(&house.tenant, "Rita").change(Kind::Candidates, |c| {
            let nils = Value::Refs(vec![house.person("Nils")]);
            let me = house.person("Rita");
            let values = vec![
                ("application", application.into()),
                ("author", me.into()),
                ("text", "x".into()),
                ("mentions", nils),
            ];
            c.create("ApplicationNote", values)
        });
        assert!(forged.as_ref().is_err_and(|e| e.is("note.team")), "{forged:?} {vacancy}");
        let read = house.kit.scope(&house.tenant, "Rita").change(Kind::Candidates, |c| {
            let object = c.object("ApplicationNote")?;
            let text = Filter::test(&object, "mentions", Op::Is, vec![house.person("Mona").into()]);
            let query = Query { filter: Some(text), limit: 1, ..Query::default() };
            let note = c.list(&object, &query)?.records.remove(0).id;
            c.update("ApplicationNote", note, vec![("read_by", Value::Refs(vec![house.person("Rita")]))])
        });
        assert!(read.is_err(), "{read:?}");
    });
}
