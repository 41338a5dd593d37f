//! Letters to candidates: wordings with merge fields, what leaves, in which language, once, and what nobody else may (S2, I12, A11).

use talang_catalogue::Kind;
use talang_engine::{Filter, Op, Query};
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, make};

/// Ann (German), Bo (no language of his own) and Cy (no address) applied for NURSE; there are wordings in English and German.
fn house(kit: &Kit) -> (House<'_>, Vec<i64>) {
    let house = House::new(kit);
    let system = house.system();
    make(&system, "PipelineTemplate", &[("code", "P"), ("label", "P"), ("standard", "true")]);
    for (code, kind, rank) in [("new", "new", "1"), ("no", "refused", "2")] {
        make(
            &system,
            "PipelineStage",
            &[("pipeline", "P"), ("code", code), ("label", code), ("kind", kind), ("rank", rank)],
        );
    }
    make(&system, "RejectionReason", &[("code", "full"), ("label", "Filled already")]);
    let vacancy = [
        ("code", "NURSE"),
        ("title", "Nurse"),
        ("recruiter", "Rita"),
        ("manager", "Mona"),
        ("place", "Room 1"),
    ];
    make(&system, "Vacancy", &vacancy);
    for (code, culture, purpose, heading, text) in [
        (
            "hello",
            "en-GB",
            "other",
            "About {vacancy.title}",
            "Dear {candidate.first_name},\n\n{vacancy.place}: {stage}. {interview.when}\n{sender}",
        ),
        ("hello", "de-DE", "other", "Zu {vacancy.title}", "Hallo {candidate.first_name}, {vacancy.place}"),
        ("no", "en-GB", "refusal", "Your application", "We are sorry, {candidate.first_name}."),
    ] {
        let values = [
            ("code", code),
            ("culture", culture),
            ("name", heading),
            ("purpose", purpose),
            ("heading", heading),
            ("text", text),
        ];
        make(&system, "MessageTemplate", &values);
    }
    let mut ids = Vec::new();
    for (name, address, culture) in
        [("Ann", "ann@example.net", "de-DE"), ("Bo", "bo@example.net", ""), ("Cy", "", "")]
    {
        let person = [
            ("number", name),
            ("first_name", name),
            ("last_name", "Zee"),
            ("email", address),
            ("culture", culture),
        ];
        make(&system, "Candidate", &person);
        make(&system, "Application", &[("candidate", name), ("vacancy", "NURSE")]);
        let key = format!("{name}|NURSE");
        ids.push(system.view(|v| v.resolve("Application", &key)).expect("read").expect("there"));
    }
    (house, ids)
}

fn all(ids: &[i64]) -> String {
    ids.iter().map(|id| format!("id={id}")).collect::<Vec<_>>().join("&")
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    rest.split('"').next().expect("a value").to_string()
}

fn count(house: &House<'_>, object: &str, field: &str, value: &str) -> i64 {
    let count = house.system().view(|v| {
        let object = v.object(object)?;
        let filter = Filter::test(&object, field, Op::Is, vec![value.into()]);
        v.count(&object, &Query { filter: Some(filter), ..Query::default() })
    });
    count.expect("a count")
}

// S2: each reads their own language, what was changed for one is changed for that one, and pressing twice sends once.
#[test]
fn letters_are_looked_at_changed_for_one_and_sent_once() {
    both(&SETUP, |kit| {
        let (house, ids) = house(kit);
        let rita = house.sign_in("Rita");
        let page = rita.get(&format!("/applications/write?{}&template=hello", all(&ids)));
        assert_eq!(page.status, 200, "{}", page.body);
        // Looked at before they leave: in each reader's language, with what is missing, and who gets nothing.
        for word in [
            "Hallo Ann, Room 1",
            "Zu Nurse",
            "Dear Bo,",
            "Room 1: new. ",
            "Rita Qz",
            "Cy Zee",
            "they get nothing",
            "Starts at",
        ] {
            assert!(page.body.contains(word), "{word}: {}", page.body);
        }
        assert!(!page.body.contains(&format!("name=\"text.{}\"", ids[2])), "nobody writes to nowhere");
        let once = hidden(&page.body, "once");
        let form = format!(
            "{}&template=hello&once={once}&send={}&send={}&heading.{1}=Zu+Nurse&text.{1}=Hallo+Ann,+nur+f%C3%BCr+dich:+{{vacancy.code}}\
             &heading.{2}=About+Nurse&text.{2}=Dear+Bo",
            all(&ids),
            ids[0],
            ids[1]
        );
        // An unknown field is told with its line and those that there are; what was typed stays.
        let wrong = rita.post("/applications/write", &form.replace("Dear+Bo", "Dear+Bo%0A{salary}"));
        assert!(
            wrong.status == 422 && wrong.body.contains("Line 2") && wrong.body.contains("{vacancy.title}"),
            "{}",
            wrong.body
        );
        assert!(wrong.body.contains("nur für dich"), "{}", wrong.body);
        assert!(house.letters("bo@example.net").is_empty());
        for _ in 0..2 {
            let sent = rita.post("/applications/write", &form);
            assert_eq!(sent.status, 303, "{}", sent.body);
        }
        let ann = house.letters("ann@example.net");
        assert_eq!(ann.len(), 1, "pressed twice, sent once");
        assert_eq!(ann[0].subject, "Zu Nurse");
        assert!(ann[0].text.contains("nur für dich: NURSE"), "{}", ann[0].text);
        assert!(!ann[0].text.contains("Dear"), "{}", ann[0].text);
        assert!(house.letters("bo@example.net")[0].text.contains("Dear Bo"));
        assert_eq!(count(&house, "CandidateMessage", "heading", "Zu Nurse"), 1);
        assert_eq!(count(&house, "ApplicationEvent", "kind", "message"), 2);
        // The application tells it: who, what, and that it happened.
        let view = rita.get(&format!("/applications/{}", ids[0])).body;
        assert!(view.contains("nur für dich: NURSE") && view.contains("Rita Qz"), "{view}");
    });
}

// S2, S11: a person refuses with a reason, by one press for several; nothing is half done.
#[test]
fn a_refusal_asks_why_and_closes_the_application() {
    both(&SETUP, |kit| {
        let (house, ids) = house(kit);
        let rita = house.sign_in("Rita");
        let page = rita.get(&format!("/applications/write?{}&template=no", all(&ids[..2]))).body;
        assert!(page.contains("Filled already") && page.contains("We are sorry, Ann."), "{page}");
        // Ann reads German; there is only English, and that is said.
        assert!(page.contains("no version in Deutsch"), "{page}");
        let reason =
            house.system().view(|v| v.resolve("RejectionReason", "full")).expect("read").expect("there");
        let form = format!(
            "{}&template=no&once={}&send={}&send={}&heading.{2}=No&text.{2}=Sorry&heading.{3}=No&text.{3}=Sorry",
            all(&ids[..2]),
            hidden(&page, "once"),
            ids[0],
            ids[1]
        );
        let without = rita.post("/applications/write", &form);
        assert!(without.status == 422 && without.body.contains("#f-reason"), "{}", without.body);
        assert_eq!(count(&house, "Application", "state", "refused"), 0);
        assert!(house.letters("ann@example.net").is_empty());
        assert_eq!(rita.post("/applications/write", &format!("{form}&reason={reason}")).status, 303);
        assert_eq!(count(&house, "Application", "state", "refused"), 2);
        assert_eq!(house.letters("ann@example.net").len(), 1);
        // A mail that cannot be written leaves nothing behind: Cy has no address, by any door.
        let refused = kit.scope(&house.tenant, "Rita").change(Kind::Candidates, |c| {
            let cy = c.resolve("Candidate", "Cy")?.expect("there");
            c.create(
                "CandidateMessage",
                vec![("candidate", cy.into()), ("heading", "x".into()), ("text", "x".into())],
            )
        });
        assert!(refused.expect_err("no address").is("letter.address"));
    });
}

// A11: whoever may not write writes nothing, by page or by record; and what files bring leaves no mail.
#[test]
fn only_recruiters_write_and_files_write_nothing() {
    both(&SETUP, |kit| {
        let (house, ids) = house(kit);
        for login in ["Mona", "Nils", "Hanna", "Cora"] {
            let visitor = house.sign_in(login);
            let page = format!("/applications/write?{}&template=hello", all(&ids[..1]));
            assert_ne!(visitor.get(&page).status, 200, "{login}");
            let form = format!("{}&once=1&heading=Hi&text=There", all(&ids[..1]));
            assert_ne!(visitor.post("/applications/write", &form).status, 303, "{login}");
            assert_ne!(visitor.get("/message-templates/new").status, 200, "{login}");
        }
        // Recruiters read the wordings; administrators write them.
        let rita = house.sign_in("Rita");
        assert_eq!(rita.get("/message-templates").status, 200);
        assert_ne!(rita.get("/message-templates/new").status, 200);
        let mut scope = kit.scope(&house.tenant, "Rita");
        scope.door = talang_engine::Door::Import;
        let brought = scope.change(Kind::Candidates, |c| {
            let ann = c.resolve("Candidate", "Ann")?.expect("there");
            let values = vec![
                ("candidate", ann.into()),
                ("application", ids[0].into()),
                ("heading", "Old".into()),
                ("text", "Said elsewhere".into()),
            ];
            c.create("CandidateMessage", values)
        });
        brought.expect("a file brings it");
        assert!(house.letters("ann@example.net").is_empty());
        // An application of somebody else is not there.
        assert_eq!(rita.get("/applications/write?id=999999").status, 404);
    });
}

// S2: a wording is refused with the place and what there is, and shows what comes of it.
#[test]
fn wordings_are_written_with_a_preview_and_refused_where_they_are_wrong() {
    both(&SETUP, |kit| {
        let (house, _) = house(kit);
        let rights = [("MessageTemplate", "*", "read, create, update, delete", "all")];
        kit.role(&house.tenant, "writer", &rights);
        kit.user(&house.tenant, "writer", None, &["writer"]);
        house.password("writer");
        let writer = house.sign_in("writer");
        let form = "name=Thanks&code=thanks&culture=sv-SE&purpose=other&active=true&heading=Tack+{vacancy.title}&text=Hej,%0A{candidate.nickname}";
        let wrong = writer.post("/message-templates/new", form);
        assert!(
            wrong.status == 422
                && wrong.body.contains("Line 2: there is no merge field {candidate.nickname}")
                && wrong.body.contains("{candidate.first_name}")
                && wrong.body.contains("Tack"),
            "{}",
            wrong.body
        );
        let seen = writer.post("/message-templates/preview", &form.replace("nickname", "first_name"));
        assert!(
            seen.status == 200 && seen.body.contains("Robin") && seen.body.contains("Lönespecialist"),
            "{}",
            seen.body
        );
        assert_eq!(
            writer.post("/message-templates/new", &form.replace("nickname", "first_name")).status,
            303
        );
        assert_eq!(count(&house, "MessageTemplate", "code", "thanks"), 1);
    });
}
