//! Recruiting as recruiters and hiring managers use it on screen: switched on, a vacancy, its board, moves with a way back,
//! and what those who are on no team find (S2, S8, A11, S11).

use talang_testkit::Database;

use crate::client::Server;
use crate::{Folder, PASSWORD, run_with};

const CANDIDATES: &str = "number,first_name,last_name,email,headline\nC1,Noor,Haddad,noor@example.org,Payroll accountant\nC2,Ole,Berg,ole@example.org,Controller\n";

/// Rita recruits; Mona manages hiring and is employee 7; Nils manages hiring too, elsewhere.
fn house(database: Database) -> (Folder, Server) {
    let folder = Folder::on(database);
    let import = |name: &str, text: &str| {
        let path = folder.file(name, &format!("\u{feff}{text}"));
        folder.ok(&["import", "--tenant", "acme", &path])
    };
    import(
        "Employee_InsertAndUpdate_en-GB_1_.csv",
        "number,first_name,last_name,status\n7,Mona,Maes,active\n8,Nils,Noll,active\n9,Rita,Roy,active\n",
    );
    for (login, role, employee) in
        [("rita", "recruiter", "9"), ("mona", "hiring-manager", "7"), ("nils", "hiring-manager", "8")]
    {
        let args = [
            "user",
            "create",
            login,
            "--tenant",
            "acme",
            "--role",
            role,
            "--employee",
            employee,
            "--password-stdin",
        ];
        let output = run_with(folder.0.path(), &args, PASSWORD);
        assert!(output.status.success(), "{output:?}");
    }
    folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
    let server = Server::start(&folder, "");
    (folder, server)
}

#[test]
fn a_vacancy_is_worked_on_from_its_board_by_its_team_alone() {
    for database in Database::ALL {
        let (folder, server) = house(database);
        let rita = server.sign_in_as("acme", "rita");
        let rita = [("Cookie", rita.as_str())];
        // S8: nothing of it is there for anybody until it is switched on, by no door.
        for path in ["/vacancies", "/candidates", "/o/vacancies", "/o/vacancies/new"] {
            assert_eq!(server.get("acme", path, &rita).status, 404, "{path}");
        }
        let candidates = folder.file("Candidate_InsertAndUpdate_en-GB_2_.csv", CANDIDATES);
        assert!(!folder.run(&["import", "--tenant", "acme", &candidates]).status.success());
        let ana = server.sign_in_as("acme", "ana");
        let ana = [("Cookie", ana.as_str())];
        let token = server.get("acme", "/password", &ana).csrf();
        let on = format!("_csrf={token}&code=recruiting&on=true");
        assert_eq!(server.post("acme", "/o/feature-switches/new", &ana, &on).status, 303);
        folder.ok(&["import", "--tenant", "acme", &candidates]);

        // A vacancy gets the next number, and everybody whom it names is on its team.
        let token = server.get("acme", "/password", &rita).csrf();
        let mona = folder.number("acme", "SELECT id FROM employees.employee WHERE number = '7'");
        for title in ["Payroll+specialist", "Treasurer"] {
            let who = if title == "Treasurer" { String::new() } else { format!("&manager={mona}") };
            let form = format!("_csrf={token}&code=&title.en={title}&openings=1&state=open{who}");
            let made = server.post("acme", "/o/vacancies/new", &rita, &form);
            assert_eq!(made.status, 303, "{}", made.body);
        }
        let list = server.get("acme", "/vacancies", &rita).body;
        assert!(list.contains("-0001") && list.contains("-0002") && list.contains("Payroll specialist"));
        let id = |sql: &str| folder.number("acme", sql);
        let payroll = id("SELECT id FROM candidates.vacancy WHERE code LIKE '%-0001'");
        let other = id("SELECT id FROM candidates.vacancy WHERE code LIKE '%-0002'");
        let empty = server.get("acme", &format!("/vacancies/{payroll}"), &rita).body;
        assert!(empty.contains("No applications yet"), "{empty}");
        for (candidate, vacancy) in [("C1", payroll), ("C2", payroll), ("C2", other)] {
            let person = id(&format!("SELECT id FROM candidates.candidate WHERE number = '{candidate}'"));
            let form = format!("_csrf={token}&candidate={person}&vacancy={vacancy}&state=active");
            let made = server.post("acme", "/o/applications/new", &rita, &form);
            assert_eq!(made.status, 303, "{}", made.body);
        }
        let board = server.get("acme", &format!("/vacancies/{payroll}"), &rita).body;
        assert!(
            board.contains("Noor Haddad")
                && board.contains("Ole Berg")
                && board.contains("Payroll accountant")
        );

        // Moves: one with a way back, a refusal only with its reason, several at once.
        let application = |number: &str, vacancy: i64| {
            id(&format!(
                "SELECT a.id FROM candidates.application a JOIN candidates.candidate c ON c.id = a.candidate
                 WHERE c.number = '{number}' AND a.vacancy = {vacancy}"
            ))
        };
        let (noor, ole) = (application("C1", payroll), application("C2", payroll));
        let stage =
            |code: &str| id(&format!("SELECT id FROM candidates.pipeline_stage WHERE code = '{code}'"));
        let stands = |id: i64| {
            let sql = format!(
                "SELECT s.code, a.state FROM candidates.application a
                 JOIN candidates.pipeline_stage s ON s.id = a.stage WHERE a.id = {id}"
            );
            let row = folder.sql("acme", &sql).pop().expect("there");
            format!("{} {}", row[0].text(), row[1].text())
        };
        assert_eq!(stands(noor), "received active");
        let moved = |who: &[(&str, &str)], token: &str, what: &str| {
            server.post("acme", "/applications/move", who, &format!("_csrf={token}&{what}"))
        };
        let to = |code: &str| format!("id={noor}&to={}", stage(code));
        let answer = moved(&rita, &token, &to("interview"));
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert_eq!(stands(noor), "interview active");
        let refused = moved(&rita, &token, &to("refused"));
        assert!(refused.status == 422 && refused.body.contains("missing"), "{}", refused.body);
        assert_eq!(stands(noor), "interview active");
        let reason = id("SELECT MIN(id) FROM candidates.rejection_reason");
        assert_eq!(moved(&rita, &token, &format!("{}&reason={reason}", to("refused"))).status, 303);
        assert_eq!(stands(noor), "refused refused");
        let back = format!("/applications/undo?from={noor}.{}.active.0", stage("interview"));
        assert_eq!(server.post("acme", &back, &rita, &format!("_csrf={token}")).status, 303);
        assert_eq!(stands(noor), "interview active");
        // The way back of whom one takes up again leads to the refusal, with its reason and what was said about it.
        let said = format!("{}&reason={reason}&comment=Too+far+away", to("refused"));
        assert_eq!(moved(&rita, &token, &said).status, 303);
        assert_eq!(moved(&rita, &token, &to("interview")).status, 303);
        let back = format!("/applications/undo?from={noor}.{}.refused.{reason}", stage("refused"));
        assert_eq!(server.post("acme", &back, &rita, &format!("_csrf={token}")).status, 303);
        assert_eq!(stands(noor), "refused refused");
        let page = server.get("acme", &format!("/applications/{noor}"), &rita).body;
        assert!(page.contains("Too far away"), "{page}");
        let both = format!("id={noor}&id={ole}&to={}", stage("screening"));
        assert_eq!(moved(&rita, &token, &both).status, 303);
        assert_eq!((stands(noor).as_str(), stands(ole).as_str()), ("screening active", "screening active"));
        // Applications of two vacancies are not moved together, nor to another pipeline's stage.
        let elsewhere = application("C2", other);
        let mixed = moved(&rita, &token, &format!("id={noor}&id={elsewhere}&to={}", stage("offer")));
        assert_eq!(mixed.status, 404);
        let page = server.get("acme", &format!("/applications/{noor}"), &rita).body;
        for word in ["Noor Haddad", "What happened", "Refused", "Taken up again", "Rita Roy"] {
            assert!(page.contains(word), "{word}: {page}");
        }

        // Mona, whom the vacancy names, sees its applications and not those that the same people sent elsewhere.
        let mona = server.sign_in_as("acme", "mona");
        let mona = [("Cookie", mona.as_str())];
        let board = server.get("acme", &format!("/vacancies/{payroll}"), &mona);
        assert!(board.status == 200 && board.body.contains("Noor Haddad"), "{}", board.body);
        assert_eq!(server.get("acme", &format!("/vacancies/{other}"), &mona).status, 404);
        assert_eq!(server.get("acme", &format!("/applications/{elsewhere}"), &mona).status, 404);
        let ole_file = id("SELECT id FROM candidates.candidate WHERE number = 'C2'");
        let file = server.get("acme", &format!("/candidates/{ole_file}"), &mona).body;
        assert!(file.contains("Payroll specialist") && !file.contains("Treasurer"), "{file}");
        let token = server.get("acme", "/password", &mona).csrf();
        assert_eq!(moved(&mona, &token, &to("phone")).status, 303);
        assert_eq!(stands(noor), "phone active");
        let note = format!("/applications/{noor}/notes");
        let saved = server.post("acme", &note, &mona, &format!("_csrf={token}&text=Speaks+four+languages"));
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert!(
            server
                .get("acme", &format!("/applications/{noor}"), &rita)
                .body
                .contains("Speaks four languages")
        );
        // What cannot be kept comes back as it was typed, with what is wrong.
        let long = "far+too+long+".repeat(800);
        let refused = server.post("acme", &note, &mona, &format!("_csrf={token}&text={long}"));
        assert!(refused.status == 422 && refused.body.contains("far too long far"), "{}", refused.status);
        let empty = server.post("acme", &note, &mona, &format!("_csrf={token}&text="));
        assert!(empty.status == 422 && empty.body.contains("Enter a value"), "{}", empty.status);
        let foreign = format!("id={elsewhere}&to={}", stage("phone"));
        assert_eq!(moved(&mona, &token, &foreign).status, 404);
        let back = format!("/applications/undo?from={elsewhere}.{}.active.0", stage("offer"));
        assert_eq!(server.post("acme", &back, &mona, &format!("_csrf={token}")).status, 404);
        assert_eq!(stands(elsewhere), "received active");

        // Nils is on no team: nothing of it is there.
        let nils = server.sign_in_as("acme", "nils");
        let nils = [("Cookie", nils.as_str())];
        for path in [
            format!("/vacancies/{payroll}"),
            format!("/applications/{noor}"),
            format!("/candidates/{ole_file}"),
            format!("/vacancies/{payroll}/stage/{}", stage("phone")),
        ] {
            assert_eq!(server.get("acme", &path, &nils).status, 404, "{path}");
        }
        let list = server.get("acme", "/vacancies", &nils).body;
        assert!(!list.contains("Payroll specialist"), "{list}");
        let token = server.get("acme", "/password", &nils).csrf();
        assert_eq!(server.post("acme", &note, &nils, &format!("_csrf={token}&text=x")).status, 404);
    }
}
