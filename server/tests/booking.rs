//! Times for interviews that candidates choose themselves: offering, asking, choosing first, giving back, and what nobody may.

use talang_catalogue::Record;
use talang_engine::Query;
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, make};
use crate::candidate_area::{self, Browser, letters, link};

const ME: &str = "/careers/jobs/me";
const DAY: i64 = 86_400_000_000;

/// Noor and Bo applied for V1, which Rita takes care of and Mona will lead.
fn house(kit: &Kit) -> (House<'_>, i64) {
    let house = candidate_area::house(kit);
    let system = house.system();
    make(&system, "HiringTeamMember", &[("vacancy", "V1"), ("employee", "Mona"), ("role", "manager")]);
    make(&system, "Vacancy", &[("code", "V2"), ("title", "Nurse"), ("recruiter", "Rita"), ("state", "open")]);
    let id = system.view(|v| v.resolve("Vacancy", "V1")).expect("read").expect("there");
    (house, id)
}

fn all(house: &House<'_>, object: &str) -> Vec<Record> {
    let read = house.system().view(|v| {
        let object = v.object(object)?;
        let query = Query { sort: v.sort(&object, "starts_at")?, ..Query::default() };
        Ok(v.list(&object, &query)?.records)
    });
    read.expect("read")
}

fn application(house: &House<'_>, name: &str) -> i64 {
    let key = format!("{name}|V1");
    house.system().view(|v| v.resolve("Application", &key)).expect("read").expect("there")
}

fn offer(house: &House<'_>, until: &str, led_by: &str) -> String {
    format!(
        "date=2026-06-22&time=09:00&until={until}&pause=15&minutes=45&zone=Europe/Stockholm&place=Room+7&message=Bring+papers&interviewers={}",
        house.person(led_by)
    )
}

/// The newest of so many letters to somebody.
fn letter(house: &House<'_>, to: &str, many: usize) -> talang_mail::Caught {
    let mut all = letters(house, to, many);
    assert_eq!(all.len(), many, "letters to {to}");
    all.remove(0)
}

/// Whoever was asked, in their area.
fn area<'h>(house: &'h House<'h>, address: &str) -> Browser<'h> {
    let mut browser = Browser::new(house);
    let letter = self::letter(house, address, 1);
    assert!(letter.subject.contains("choose a time"), "{}", letter.subject);
    assert_eq!(browser.get(&link(&letter)).status, 303);
    browser
}

// S2, I12: the team offers times, candidates choose, whoever is first has the time, and every calendar follows.
#[test]
fn candidates_choose_the_time_of_their_interview() {
    both(&SETUP, |kit| {
        let (house, vacancy) = house(kit);
        let rita = house.sign_in("Rita");
        let tab = format!("/vacancies/{vacancy}?tab=times");
        let times = format!("/vacancies/{vacancy}/times");
        assert!(rita.get(&tab).body.contains("No times are offered"), "an empty page says what to do");
        let (noor, bo) = (application(&house, "Noor"), application(&house, "Bo"));
        let ask = format!("id={noor}&id={bo}&last=2026-06-20&words=Both+floors+have+a+lift");
        let nothing = rita.post(&format!("{times}/ask"), &ask);
        assert!(nothing.status == 422 && nothing.body.contains("no free time"), "{}", nothing.status);
        assert!(house.letters("Noor@example.net").is_empty());

        // What is wrong is told, what was typed stays, and nothing is half offered.
        for (wrong, says) in [
            (offer(&house, "09:30", "Mona"), "Room 7"),
            (offer(&house, "25:00", "Mona"), "Room 7"),
            (offer(&house, "11:00", "Nils"), "hiring team"),
            (offer(&house, "11:00", "Mona").replace("Europe/Stockholm", "Mars"), "Mars"),
            (
                offer(&house, "23:00", "Mona")
                    .replace("minutes=45", "minutes=1")
                    .replace("pause=15", "pause="),
                "60",
            ),
        ] {
            let answer = rita.post(&times, &wrong);
            assert!(answer.status == 422 && answer.body.contains(says), "{wrong}: {}", answer.status);
        }
        assert!(all(&house, "InterviewSlot").is_empty());
        assert_eq!(rita.post(&times, &offer(&house, "12:00", "Mona")).status, 303);
        let slots: Vec<i64> = all(&house, "InterviewSlot").iter().map(|s| s.id).collect();
        assert_eq!(slots.len(), 3, "nine, ten, eleven: three quarters of an hour each");
        let shown = rita.get(&tab).body;
        assert!(shown.contains("09:00–09:45") && shown.contains("11:00–11:45") && shown.contains("Mona Qz"));

        for (wrong, says) in [
            (ask.replace("2026-06-20", "2026-06-14"), "2026-06-15"),
            (ask.replace("2026-06-20", "soon"), "lift"),
            ("last=2026-06-20".to_string(), "Who may choose"),
        ] {
            let answer = rita.post(&format!("{times}/ask"), &wrong);
            assert!(answer.status == 422 && answer.body.contains(says), "{wrong}: {}", answer.status);
        }
        assert_eq!(rita.post(&format!("{times}/ask"), &ask).status, 303);
        let letter = self::letter(&house, "Noor@example.net", 1);
        assert!(
            letter.text.contains("Both floors have a lift") && letter.text.contains("20 June 2026"),
            "{}",
            letter.text
        );
        assert!(rita.get(&tab).body.contains("Asked to choose until"));

        let (mut one, mut two) = (area(&house, "Noor@example.net"), area(&house, "bo@example.net"));
        let page = one.get(ME).body;
        assert!(
            page.contains("09:00–09:45") && page.contains("Europe/Stockholm") && !page.contains("Mona"),
            "{page}"
        );
        let choose = |application: i64, slot: i64| format!("application={application}&slot={slot}");
        assert_eq!(one.post(&format!("{ME}/times"), &choose(noor, slots[0])).status, 303);
        let interview = all(&house, "Interview").remove(0);
        assert_eq!(interview.get("state").as_text(), Some("confirmed"));
        let mona = self::letter(&house, "mona@example.org", 1);
        assert!(
            mona.calendar.contains("DTSTART:20260622T070000Z") && mona.text.contains("Noor"),
            "{}",
            mona.calendar
        );
        let mine = self::letter(&house, "Noor@example.net", 2);
        assert!(
            mine.calendar.contains("METHOD:REQUEST") && mine.text.contains("Bring papers"),
            "{}",
            mine.text
        );
        assert!(one.get(ME).body.contains("Give this time back"));

        // Whoever comes second reads so, and takes another.
        assert!(!two.get(ME).body.contains("09:00–09:45"), "taken times are not shown");
        let late = two.post(&format!("{ME}/times"), &choose(bo, slots[0]));
        assert!(late.status == 422 && late.body.contains("just been taken"), "{}", late.body);
        assert_eq!(two.post(&format!("{ME}/times"), &choose(bo, slots[1])).status, 303);
        assert_eq!(all(&house, "Interview").len(), 2);

        // Changed of mind: the same appointment, in its next version.
        assert_eq!(two.post(&format!("{ME}/times"), &choose(bo, slots[2])).status, 303);
        assert_eq!(all(&house, "Interview").len(), 2);
        let moved = letters(&house, "bo@example.net", 3);
        let moved = moved.iter().find(|l| l.calendar.contains("SEQUENCE:1")).expect("the next version");
        assert!(moved.calendar.contains("DTSTART:20260622T090000Z"), "{}", moved.calendar);
        assert_eq!(one.post(&format!("{ME}/times/back"), &format!("application={noor}")).status, 303);
        let mona = self::letter(&house, "mona@example.org", 4);
        assert!(mona.calendar.contains("METHOD:CANCEL"), "{}", mona.calendar);
        assert!(two.get(ME).body.contains("09:00–09:45"), "given back is free again");
        let back = one.post(&format!("{ME}/times/back"), &format!("application={noor}"));
        assert_eq!(back.status, 422, "once");

        // What somebody has is not taken away by a click; what nobody has is.
        let taken = rita.post(&format!("{times}/{}/remove", slots[2]), "");
        assert_eq!(taken.status, 422);
        assert_eq!(rita.post(&format!("{times}/{}/remove", slots[1]), "").status, 303);
        assert_eq!(all(&house, "InterviewSlot").len(), 2);
    });
}

// S2, A11: nobody chooses for somebody else, elsewhere, unasked or too late, and only the team offers.
#[test]
fn times_are_chosen_by_whoever_was_asked() {
    both(&SETUP, |kit| {
        let (house, vacancy) = house(kit);
        let system = house.system();
        let rita = house.sign_in("Rita");
        let times = format!("/vacancies/{vacancy}/times");
        for login in ["Nils", "Deb"] {
            let other = house.sign_in(login);
            assert_eq!(other.get(&format!("/vacancies/{vacancy}?tab=times")).status, 404, "{login}");
            assert_eq!(other.post(&times, &offer(&house, "12:00", "Mona")).status, 404, "{login}");
        }
        let mona = house.sign_in("Mona");
        assert!(
            mona.get(&format!("/vacancies/{vacancy}?tab=times")).body.contains("No times"),
            "the team reads"
        );
        assert_eq!(mona.post(&times, &offer(&house, "12:00", "Mona")).status, 404, "recruiters offer");
        assert_eq!(rita.post(&times, &offer(&house, "12:00", "Mona")).status, 303);
        let elsewhere =
            [("vacancy", "V2"), ("starts_at", "2026-06-22T08:00:00Z"), ("ends_at", "2026-06-22T08:30:00Z")];
        make(&system, "InterviewSlot", &elsewhere);
        let slots = all(&house, "InterviewSlot");
        let of = |code: &str| {
            let vacancy = house.system().view(|v| v.resolve("Vacancy", code)).expect("read");
            let of: Vec<i64> =
                slots.iter().filter(|s| s.get("vacancy").as_int() == vacancy).map(|s| s.id).collect();
            of
        };
        let (noor, bo) = (application(&house, "Noor"), application(&house, "Bo"));
        let ask = format!("id={noor}&last=2026-06-20");
        assert_eq!(mona.post(&format!("{times}/ask"), &ask).status, 404, "recruiters ask");
        let other = house.system().view(|v| v.resolve("Vacancy", "V2")).expect("read").expect("there");
        let swapped = rita.post(&format!("/vacancies/{other}/times/ask"), &ask);
        assert_eq!(swapped.status, 404, "an application for another vacancy");
        let swapped = rita.post(&format!("/vacancies/{other}/times/{}/remove", of("V1")[0]), "");
        assert_eq!(swapped.status, 404, "a time of another vacancy");
        assert_eq!(rita.post(&format!("{times}/ask"), &ask).status, 303);

        let mut one = area(&house, "Noor@example.net");
        let mut choose = |application: i64, slot: i64| {
            one.post(&format!("{ME}/times"), &format!("application={application}&slot={slot}")).status
        };
        assert_eq!(choose(bo, of("V1")[0]), 404, "somebody else's application");
        assert_eq!(choose(noor, of("V2")[0]), 422, "another vacancy's time");
        assert_eq!(choose(noor, 0), 422);
        assert_eq!(choose(noor, i64::MAX), 422);
        // Mona speaks with somebody else then: the time is not offered.
        let elsewhere = [
            ("application", "Bo|V1"),
            ("starts_at", "2026-06-22T07:30:00Z"),
            ("ends_at", "2026-06-22T08:30:00Z"),
            ("interviewers", "Mona"),
        ];
        make(&system, "Interview", &elsewhere);
        assert_eq!(choose(noor, of("V1")[0]), 422);
        assert_eq!(choose(noor, of("V1")[1]), 422);
        assert!(
            rita.get(&format!("/vacancies/{vacancy}?tab=times")).body.contains("Not offered to candidates")
        );

        // Without having come in, and without having been asked.
        let mut nobody = Browser::new(&house);
        let stranger =
            nobody.post(&format!("{ME}/times"), &format!("application={noor}&slot={}", of("V1")[2]));
        assert_eq!((stranger.status, stranger.header("location")), (303, Some(ME)));
        assert_eq!(all(&house, "Interview").len(), 1);
        // The last day is over.
        kit.clock().advance(6 * DAY);
        let letter = self::letter(&house, "Noor@example.net", 1);
        let mut late = Browser::new(&house);
        assert_eq!(late.get(&link(&letter)).status, 303);
        assert!(!late.get(ME).body.contains("11:00–11:45"));
        let answer = late.post(&format!("{ME}/times"), &format!("application={noor}&slot={}", of("V1")[2]));
        assert_eq!(answer.status, 422);
        assert_eq!(all(&house, "Interview").len(), 1);
    });
}
