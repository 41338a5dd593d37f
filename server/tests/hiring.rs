//! From an accepted offer to an employee: written once in core HR, by whoever may write it there, whatever happens in between
//! (S2, A3, A11, J1).

use std::time::{Duration, Instant};

use talang_catalogue::{Culture, Kind, Value};
use talang_engine::{AsOf, Filter, Op, Query, jobs};
use talang_recruiting::hiring::{Plan, employ, how};
use talang_store::Cell;
use talang_testkit::{Database, Kit, both};

use crate::Folder;
use crate::approvals::{House, SETUP, make};
use crate::client::Server;
use crate::kill::is_whole;
use crate::offers::{agreed, field, form, house as offering, made};

/// An accepted offer to Ann, whose file has an address and a skill; the requisition asked for one person, for the ward.
fn house(kit: &Kit) -> (House<'_>, i64, i64) {
    let (house, application) = offering(kit);
    let system = house.system();
    make(&system, "Organisation", &[("code", "WARD"), ("name", "Ward"), ("start", "2020-01-01")]);
    for (list, code) in [("address-type", "home"), ("contact-type", "email"), ("assignment-reason", "hire")] {
        make(&system, "ValueList", &[("code", list), ("name", list)]);
        make(&system, "ValueListItem", &[("list", list), ("code", code), ("label", code)]);
    }
    let address = [
        ("candidate", "ann"),
        ("kind", "home"),
        ("line1", "Ringstraße 1"),
        ("city", "Bonn"),
        ("country", "DE"),
    ];
    make(&system, "CandidateAddress", &address);
    make(&system, "SkillCategory", &[("code", "care"), ("label", "Care")]);
    make(&system, "Skill", &[("code", "dressing"), ("label", "Dressing"), ("category", "care")]);
    make(&system, "CandidateSkill", &[("candidate", "ann"), ("skill", "dressing"), ("years", "4")]);
    let asked = [
        ("code", "R1"),
        ("title", "A nurse"),
        ("headcount", "1"),
        ("requester", "Mona"),
        ("state", "approved"),
    ];
    make(&system, "Requisition", &asked);
    make(&system, "Candidate", &[("number", "bob"), ("first_name", "Bob"), ("last_name", "Zee")]);
    make(&system, "Application", &[("candidate", "bob"), ("vacancy", "NURSE")]);
    let (vacancy, requisition, unit) = system
        .view(|v| {
            let id = |v: &mut talang_engine::View<'_>, o: &str, k: &str| {
                Ok::<_, talang_engine::Error>(v.resolve(o, k)?.expect("there"))
            };
            Ok((id(v, "Vacancy", "NURSE")?, id(v, "Requisition", "R1")?, id(v, "Organisation", "WARD")?))
        })
        .expect("read");
    let values =
        vec![("requisition", requisition.into()), ("organisation", unit.into()), ("state", "open".into())];
    system.change(Kind::Candidates, |c| c.update("Vacancy", vacancy, values.clone())).expect("opened");
    let offer = made(&house.sign_in("Rita"), &form(application, "4000", "&working_time=80"));
    agreed(&house, offer);
    let noted = house.sign_in("Rita").post(&format!("/offers/{offer}/answer"), "answer=accepted");
    assert_eq!(noted.status, 303, "{}", noted.body);
    (house, application, offer)
}

/// What somebody who hires sends.
fn sheet(house: &House<'_>, number: &str, more: &str) -> String {
    let unit = house.system().view(|v| v.resolve("Organisation", "WARD")).expect("read").expect("there");
    format!(
        "start=2027-02-01&number={number}&first_name=Ann&last_name=Zee&contract_number=1&contract_type=permanent&organisation={unit}&job_title=Nurse&manager={}&address=true&contact=true&skills=true&documents=true{more}",
        house.person("Mona")
    )
}

fn count(house: &House<'_>, object: &str) -> i64 {
    house
        .system()
        .view(|v| {
            let object = v.object(object)?;
            v.count(&object, &Query { as_of: AsOf::Always, ..Query::default() })
        })
        .expect("counted")
}

/// The records about an employee.
fn about(house: &House<'_>, object: &str, employee: i64) -> Vec<talang_catalogue::Record> {
    house
        .system()
        .view(|v| {
            let object = v.object(object)?;
            let filter = Filter::test(&object, "employee", Op::Is, vec![employee.into()]);
            Ok(v.list(&object, &Query { filter: Some(filter), as_of: AsOf::Always, ..Query::default() })?
                .records)
        })
        .expect("read")
}

fn work(house: &House<'_>) {
    for _ in 0..4 {
        house.kit.clock().advance(1_000_000);
        jobs::run_due(&house.kit.installation(), &|| false).expect("jobs run");
    }
}

#[test]
fn an_accepted_offer_becomes_an_employee_once() {
    both(&SETUP, |kit| {
        let (house, application, offer) = house(kit);
        let (rita, hanna, mona) = (house.sign_in("Rita"), house.sign_in("Hanna"), house.sign_in("Mona"));
        let (page, hire) = (format!("/offers/{offer}"), format!("/offers/{offer}/hire"));
        let people = count(&house, "Employee");
        // Whoever may not add employees hires nobody; HR, who was asked about the offer, finds it in the personal area.
        for outside in [&rita, &mona, &house.sign_in("Nils"), &house.sign_in("Deb")] {
            assert_ne!(outside.get(&hire).status, 200);
            assert_ne!(outside.post(&hire, &sheet(&house, "N1", "")).status, 303);
        }
        assert!(rita.get(&page).body.contains("Somebody who may add employees"));
        assert!(hanna.get("/me").body.contains(&hire));
        let form = hanna.get(&hire).body;
        for word in ["value=\"Ann\"", "value=\"Zee\"", "2027-02-01", "Ward", "Mona Qz"] {
            assert!(form.contains(word), "{word}: {form}");
        }
        // What core HR refuses is told at its field before anything is written, and what was typed stays.
        let taken = hanna.post(&hire, &sheet(&house, "Dan", "&notice_period=Three+months"));
        assert!(taken.status == 422 && taken.body.contains("Three months"), "{}", taken.status);
        let short = hanna.post(&hire, &sheet(&house, "N1", "").replace("&last_name=Zee", ""));
        assert!(short.status == 422 && short.body.contains("Enter a value"), "{}", short.status);
        assert_eq!(
            (count(&house, "Employee"), field(&house, "Offer", offer, "hiring")),
            (people, Value::Null)
        );

        let asked = hanna.post(&hire, &sheet(&house, "N1", ""));
        assert_eq!(asked.status, 303, "{}", asked.body);
        hanna.post(&hire, &sheet(&house, "N2", ""));
        work(&house);
        hanna.post(&hire, &sheet(&house, "N3", ""));
        work(&house);
        assert_eq!(count(&house, "Employee"), people + 1, "pressed thrice, hired once");
        let ann = house.person("N1");
        let said = |name: &str| field(&house, "Employee", ann, name);
        assert_eq!(said("status").as_text(), Some("future"));
        assert_eq!(said("hire_date"), Value::from("2027-02-01".parse::<jiff::civil::Date>().expect("a day")));
        let [contract] = about(&house, "Contract", ann).try_into().expect("one contract");
        assert_eq!(contract.get("contract_type").as_text(), Some("permanent"));
        let [place] = about(&house, "Assignment", ann).try_into().expect("one place");
        assert_eq!(place.get("manager").as_int(), Some(house.person("Mona")));
        assert_eq!(place.get("reason").as_text(), Some("hire"));
        assert_eq!(about(&house, "WorkingTime", ann).len(), 1);
        assert_eq!(about(&house, "EmployeeAddress", ann)[0].get("line1").as_text(), Some("Ringstraße 1"));
        assert_eq!(about(&house, "EmployeeContact", ann)[0].get("value").as_text(), Some("ann@example.net"));
        assert_eq!(about(&house, "ProfileSkill", ann)[0].get("years").as_int(), Some(4));
        let [event] = about(&house, "EmployeeEvent", ann).try_into().expect("one event");
        assert_eq!(event.get("kind").as_text(), Some("hire"));
        // What follows in recruiting, and who did it.
        assert_eq!(field(&house, "Application", application, "state").as_text(), Some("hired"));
        assert_eq!(field(&house, "Application", application, "employee").as_int(), Some(ann));
        let system = house.system();
        let id =
            |object: &str, key: &str| system.view(|v| v.resolve(object, key)).expect("read").expect("there");
        assert_eq!(field(&house, "Candidate", id("Candidate", "ann"), "employee").as_int(), Some(ann));
        assert_eq!(field(&house, "Vacancy", id("Vacancy", "NURSE"), "state").as_text(), Some("filled"));
        assert_eq!(field(&house, "Requisition", id("Requisition", "R1"), "state").as_text(), Some("filled"));
        // S11: Bob is refused by people, if at all.
        let bob = id("Application", "bob|NURSE");
        assert_eq!(field(&house, "Application", bob, "state").as_text(), Some("active"));
        let board = rita.get(&format!("/vacancies/{}", id("Vacancy", "NURSE"))).body;
        assert!(board.contains("1 application is still under way") && board.contains(&format!("id={bob}")));
        let view = rita.get(&format!("/applications/{application}")).body;
        assert!(view.contains("Hired: Ann Zee") && view.contains("Hanna Qz"), "{view}");
        assert!(hanna.get(&page).body.contains(&format!("/people/{ann}")));
        assert!(!hanna.get("/me").body.contains(&hire));
        let told = system.view(|v| {
            let object = v.object("Employee")?;
            Ok(v.history(&object, ann, 5)?.iter().map(|e| e.actor.clone()).collect::<Vec<_>>())
        });
        assert_eq!(told.expect("history"), ["Hanna"], "in the name of whoever asked for it");
    });
}

#[test]
fn a_hiring_that_was_interrupted_is_finished_and_a_colleague_is_moved() {
    both(&SETUP, |kit| {
        let (house, application, offer) = house(kit);
        let hanna = house.sign_in("Hanna");
        let people = count(&house, "Employee");
        // The program dies after core HR was written and before recruiting was: what is there is found again.
        let scope = house.kit.scope(&house.tenant, "Hanna");
        let sent: talang_recruiting::hiring::Sent = talang_http::form_pairs(&sheet(&house, "N1", ""));
        let culture = Culture::find("en-GB").expect("a culture");
        let (record, whom, plan) = scope
            .view(|v| {
                let object = v.object("Offer")?;
                let record = v.get(&object, offer)?;
                let whom = how(v, &record)?;
                let plan = Plan::read(v, whom, &sent, culture)?.expect("a plan");
                Ok((record, whom, plan))
            })
            .expect("read");
        let first = scope.change(Kind::Employees, |c| employ(c, &record, whom, &plan)).expect("employed");
        assert_eq!(field(&house, "Application", application, "state").as_text(), Some("active"));
        let asked = hanna.post(&format!("/offers/{offer}/hire"), &sheet(&house, "N9", ""));
        assert_eq!(asked.status, 303, "{}", asked.body);
        work(&house);
        assert_eq!(count(&house, "Employee"), people + 1);
        assert_eq!(field(&house, "Application", application, "employee").as_int(), Some(first));
        assert_eq!(about(&house, "Contract", first).len(), 1);

        // Nils applies with his address at work: he gets another place, and no second file.
        let system = house.system();
        let nils = [
            ("number", "nils"),
            ("first_name", "Nils"),
            ("last_name", "Qz"),
            ("email", "nils@example.org"),
            ("culture", "en-GB"),
        ];
        make(&system, "Candidate", &nils);
        make(
            &system,
            "Vacancy",
            &[("code", "LEAD"), ("title", "Lead"), ("recruiter", "Rita"), ("manager", "Mona")],
        );
        make(&system, "Application", &[("candidate", "nils"), ("vacancy", "LEAD")]);
        let own = system.view(|v| v.resolve("Application", "nils|LEAD")).expect("read").expect("there");
        let offer = made(&house.sign_in("Rita"), &form(own, "5000", ""));
        agreed(&house, offer);
        assert_eq!(
            house.sign_in("Rita").post(&format!("/offers/{offer}/answer"), "answer=accepted").status,
            303
        );
        let hire = format!("/offers/{offer}/hire");
        let page = hanna.get(&hire).body;
        assert!(page.contains("works here already") && !page.contains("contract_number"), "{page}");
        assert_eq!(hanna.post(&hire, &sheet(&house, "", "")).status, 303);
        work(&house);
        assert_eq!(count(&house, "Employee"), people + 1, "no second Nils");
        let places = about(&house, "Assignment", house.person("Nils"));
        assert_eq!(places.len(), 2, "the old place and the new one");
        assert!(places.iter().any(|p| p.get("job_title").as_text() == Some("Nurse")));
        assert_eq!(field(&house, "Application", own, "employee").as_int(), Some(house.person("Nils")));
        assert!(about(&house, "Contract", house.person("Nils")).is_empty());
    });
}

/// People with accepted offers.
const PEOPLE: i64 = 12;

/// Everybody is hired once, whoever pulls the plug: between core HR and recruiting, before and after.
fn killed(database: Database) {
    let folder = Folder::on(database);
    folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
    let mut server = Server::start(&folder, "");
    let cookie = server.sign_in("acme");
    let token = server.get("acme", "/password", &[("Cookie", &cookie)]).csrf();
    let on = format!("_csrf={token}&code=recruiting&on=true");
    let on = server.post("acme", "/o/feature-switches/new", &[("Cookie", &cookie)], &on);
    assert_eq!(on.status, 303, "{}", on.body);
    let all = |line: &dyn Fn(i64) -> String| (0..PEOPLE).map(line).collect::<String>();
    for (name, head, lines) in [
        (
            "Vacancy_InsertAndUpdate_en-GB_1_.csv",
            "code,title.en,openings,state",
            format!("V1,Nurse,{PEOPLE},open\n"),
        ),
        (
            "Candidate_InsertAndUpdate_en-GB_2_.csv",
            "number,first_name,last_name",
            all(&|n| format!("C{n},First{n},Hired{n}\n")),
        ),
        ("Application_InsertAndUpdate_en-GB_3_.csv", "candidate,vacancy", all(&|n| format!("C{n},V1\n"))),
        (
            "Offer_InsertAndUpdate_en-GB_4_.csv",
            "application,number,job_title,contract_type,starts_on,state",
            all(&|n| format!("C{n}|V1,001,Nurse,permanent,2027-02-01,accepted\n")),
        ),
    ] {
        let path = folder.file(name, &format!("\u{feff}{head}\n{lines}"));
        folder.ok(&["import", "--tenant", "acme", &path]);
    }
    let count = |sql: &str| folder.number("acme", &format!("SELECT COUNT(*) FROM {sql}"));
    let rows = folder.sql("acme", "SELECT id FROM candidates.offer ORDER BY id");
    let offers: Vec<i64> = rows.iter().filter_map(|row| row.first().map(Cell::int)).collect();
    assert_eq!(i64::try_from(offers.len()), Ok(PEOPLE));
    let hired = || count("candidates.application WHERE state = 'hired'");
    let employed = || count("employees.employee WHERE last_name LIKE 'Hired%'");
    let (mut kills, mut between) = (0, 0);
    // Three at a time are asked for, again and again, and the plug is pulled as soon as one of them is in core HR.
    while hired() < PEOPLE {
        assert!(kills < 60, "{} of {PEOPLE} are hired", hired());
        let (before, began) = (employed(), Instant::now());
        let open = "SELECT id FROM candidates.offer WHERE hiring IS NULL OR hiring <> 'done' ORDER BY id";
        let open: Vec<i64> =
            folder.sql("acme", open).iter().filter_map(|r| r.first().map(Cell::int)).collect();
        for offer in open.iter().take(3) {
            let at = offers.iter().position(|o| o == offer).expect("an offer");
            let sheet = format!(
                "csrf={token}&_csrf={token}&start=2027-02-01&number=H{at}&first_name=First{at}&last_name=Hired{at}&contract_number=1&contract_type=permanent&job_title=Nurse"
            );
            let asked = server.post("acme", &format!("/offers/{offer}/hire"), &[("Cookie", &cookie)], &sheet);
            assert_eq!(asked.status, 303, "{}", asked.body);
        }
        while employed() == before && hired() < PEOPLE && began.elapsed() < Duration::from_secs(30) {
            std::thread::sleep(Duration::from_millis(2));
        }
        server.kill();
        kills += 1;
        between += i64::from(employed() > hired());
        folder.leases_end("acme");
        server = Server::start(&folder, "");
    }
    println!("{kills} kills, {between} of them between core HR and recruiting");
    assert!(server.end());
    is_whole(&folder);
    assert_eq!(employed(), PEOPLE);
    for table in ["contract", "assignment", "employee_event"] {
        assert_eq!(count(&format!("employees.{table}")), PEOPLE, "{table}");
    }
    assert_eq!(count("candidates.candidate WHERE employee IS NOT NULL"), PEOPLE);
    assert_eq!(count("candidates.offer WHERE hiring = 'done'"), PEOPLE);
    assert_eq!(count("candidates.vacancy WHERE state = 'filled'"), 1);
    assert!(kills >= 2, "{kills} kills");
}

#[test]
fn everybody_is_hired_once_although_the_server_is_killed() {
    killed(Database::Sqlite);
}

#[test]
fn everybody_is_hired_once_although_the_server_is_killed_on_postgresql() {
    killed(Database::Postgres);
}
