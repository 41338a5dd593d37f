//! Interviews as recruiters plan them and as calendars hear of them: invitations, changes, cancellations, and what nobody else
//! learns (I12, S2, A11).

use talang_catalogue::Kind;
use talang_engine::Query;
use talang_mail::Caught;
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, make};

/// Ann applied for NURSE, which Rita takes care of, Mona will lead and Deb helps to fill.
pub fn house(kit: &Kit) -> (House<'_>, i64) {
    let house = House::new(kit);
    let system = house.system();
    make(&system, "PipelineTemplate", &[("code", "P"), ("label", "P"), ("standard", "true")]);
    make(&system, "PipelineStage", &[("pipeline", "P"), ("code", "new"), ("label", "New"), ("rank", "1")]);
    let vacancy = [("code", "NURSE"), ("title", "Nurse"), ("recruiter", "Rita"), ("manager", "Mona")];
    make(&system, "Vacancy", &vacancy);
    make(&system, "HiringTeamMember", &[("vacancy", "NURSE"), ("employee", "Deb")]);
    let candidate = [
        ("number", "ann"),
        ("first_name", "Ann"),
        ("last_name", "Zee"),
        ("email", "ann@example.net"),
        ("culture", "de-DE"),
    ];
    make(&system, "Candidate", &candidate);
    make(&system, "Application", &[("candidate", "ann"), ("vacancy", "NURSE")]);
    let id = system.view(|v| v.resolve("Application", "ann|NURSE")).expect("read").expect("there");
    (house, id)
}

pub fn form(house: &House<'_>, time: &str, led_by: &[&str], more: &str) -> String {
    let led: String = led_by.iter().map(|name| format!("&interviewers={}", house.person(name))).collect();
    format!(
        "date=2026-12-01&time={time}&minutes=45&zone=Europe/Stockholm&place=Room+7,+first+floor&message=Bring+your+papers&invites_candidate=true{led}{more}"
    )
}

/// A property of an appointment, unfolded.
fn property(letter: &Caught, name: &str) -> String {
    let whole = letter.calendar.replace("\r\n ", "");
    let line =
        whole.split("\r\n").find(|l| l.starts_with(name)).unwrap_or_else(|| panic!("no {name}: {whole}"));
    line.split_once(':').expect("a value").1.to_string()
}

// I12: who comes gets an appointment, who comes no more is told, and each version replaces the one before.
#[test]
fn everybodys_calendar_follows_an_interview() {
    both(&SETUP, |kit| {
        let (house, application) = house(kit);
        let rita = house.sign_in("Rita");
        let page = format!("/applications/{application}/interviews/new");
        let sheet = rita.get(&page).body;
        assert!(
            sheet.contains("Mona Qz") && sheet.contains("Deb Qz") && !sheet.contains("Nils Qz"),
            "the team"
        );
        // What is wrong is told at its field, and what was typed stays.
        let wrong = rita.post(
            &page,
            &form(&house, "25:00", &["Mona"], "&minutes=0").replace("zone=Europe/Stockholm", "zone=Mars"),
        );
        assert!(
            wrong.status == 422 && wrong.body.contains("Mars") && wrong.body.contains("Room 7"),
            "{}",
            wrong.status
        );
        let stranger = rita.post(&page, &form(&house, "10:00", &["Nils"], ""));
        assert!(stranger.status == 422 && stranger.body.contains("hiring team"), "{}", stranger.status);

        let made = rita.post(&page, &form(&house, "10:00", &["Mona", "Deb"], ""));
        assert_eq!(made.status, 303, "{}", made.body);
        let mona = house.letters("mona@example.org").remove(0);
        assert!(mona.calendar.contains("METHOD:REQUEST\r\n"));
        assert_eq!(property(&mona, "DTSTART"), "20261201T090000Z", "ten in Stockholm in winter");
        assert_eq!(property(&mona, "DTEND"), "20261201T094500Z");
        assert_eq!(property(&mona, "SEQUENCE"), "0");
        assert_eq!(property(&mona, "LOCATION"), "Room 7\\, first floor");
        assert!(mona.text.contains("Ann Zee") && mona.calendar.contains("deb@example.org"));
        let ann = house.letters("ann@example.net").remove(0);
        assert!(
            ann.subject.starts_with("Einladung") && ann.text.contains("Bring your papers"),
            "{}",
            ann.subject
        );
        assert!(
            ann.text.contains("01.12.2026") && !ann.calendar.contains("mona@example.org"),
            "{}",
            ann.text
        );
        assert_eq!(property(&ann, "UID"), property(&mona, "UID"));

        // Moved, and without Deb: a higher version for those who stay, a cancellation for her.
        let system = house.system();
        let interview = system
            .view(|v| {
                let object = v.object("Interview")?;
                Ok(v.list(&object, &Query::default())?.records[0].id)
            })
            .expect("an interview");
        let edit = format!("/interviews/{interview}/edit");
        assert!(rita.get(&edit).body.contains("value=\"10:00\""), "the time of its zone");
        let moved = rita.post(&edit, &form(&house, "14:30", &["Mona"], "&state=planned"));
        assert_eq!(moved.status, 303, "{}", moved.body);
        let mona = house.letters("mona@example.org").remove(0);
        assert!(mona.subject.starts_with("Changed"), "{}", mona.subject);
        assert_eq!(
            (property(&mona, "SEQUENCE"), property(&mona, "DTSTART")),
            ("1".into(), "20261201T133000Z".into())
        );
        let deb = house.letters("deb@example.org").remove(0);
        assert!(deb.calendar.contains("METHOD:CANCEL") && deb.calendar.contains("STATUS:CANCELLED"));
        let told = house.letters("ann@example.net").len();
        // Saved as it is: nobody is written to.
        assert_eq!(rita.post(&edit, &form(&house, "14:30", &["Mona"], "&state=planned")).status, 303);
        assert_eq!(house.letters("ann@example.net").len(), told);
        // Another one at that time is told to whoever plans, without a word of whom it is with.
        let second =
            rita.post(&page, &form(&house, "15:00", &["Mona"], "").replace("invites_candidate=true", ""));
        assert_eq!(second.status, 303, "{}", second.body);
        assert_eq!(house.letters("ann@example.net").len(), told, "not invited to that one");
        let view = rita.get(&format!("/applications/{application}")).body;
        assert!(view.contains("Mona Qz has another interview"), "{view}");

        assert_eq!(rita.post(&edit, &form(&house, "14:30", &["Mona"], "&state=cancelled")).status, 303);
        let ann = house.letters("ann@example.net").remove(0);
        assert!(
            ann.calendar.contains("METHOD:CANCEL") && property(&ann, "SEQUENCE") == "2",
            "{}",
            ann.calendar
        );
        assert!(rita.get(&format!("/applications/{application}")).body.contains("Cancelled"));
    });
}

// A11, S2: the team reads, recruiters plan, and nobody else hears of it; files write no letters.
#[test]
fn interviews_lie_within_their_vacancy() {
    both(&SETUP, |kit| {
        let (house, application) = house(kit);
        let page = format!("/applications/{application}/interviews/new");
        for login in ["Mona", "Nils", "Hanna", "Cora"] {
            let visitor = house.sign_in(login);
            assert_ne!(visitor.get(&page).status, 200, "{login}");
            assert_ne!(visitor.post(&page, &form(&house, "10:00", &["Mona"], "")).status, 303, "{login}");
        }
        let mut rita = house.kit.scope(&house.tenant, "Rita");
        rita.door = talang_engine::Door::Import;
        let at: jiff::Timestamp = "2026-12-01T09:00:00Z".parse().expect("a moment");
        let values = || vec![("application", application.into()), ("starts_at", at.into())];
        rita.change(Kind::Candidates, |c| c.create("Interview", values())).expect("a file brings it");
        assert!(house.letters("ann@example.net").is_empty());
        for (login, sees) in [("Mona", true), ("Nils", false), ("Hanna", false)] {
            let scope = house.kit.scope(&house.tenant, login);
            let seen = scope.view(|v| {
                let object = v.object("Interview")?;
                v.count(&object, &Query::default())
            });
            assert_eq!(seen.unwrap_or_default() == 1, sees, "{login}");
        }
        let mona = house.sign_in("Mona").get(&format!("/applications/{application}"));
        assert!(mona.status == 200 && mona.body.contains("Interviews"), "{}", mona.status);
    });
}
