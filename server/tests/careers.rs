//! Career sites as visitors use them: what they read, what they never learn, and how they apply (S3, T10, A1, G6).

use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use talang_testkit::Database;

use crate::client::{Answer, Server};
use crate::kill::{Killable, is_whole};
use crate::{Folder, PASSWORD, run_with};

/// Two vacancies on the site, one posted elsewhere, one that is not open, one whose days are over.
const FILES: [(&str, &str); 7] = [
    ("Employee_InsertAndUpdate_en-GB_2_.csv", "number,first_name,last_name,status\n7,Mona,Maes,active\n"),
    (
        "FrontOffice_InsertAndUpdate_en-GB_3_.csv",
        "code,label.en,label.fr,culture,cultures,source,internal,active,channel,domain,privacy_notice.en,privacy_notice.fr,welcome.en\n\
         jobs,Work at Acme,Travailler chez Acme,en-GB,\"en-GB, fr-FR\",career-site,false,true,career-site,jobs.acme.example,We read it and keep it for two years.,Nous le lisons.,Come to us\n\
         inside,Moves at Acme,,en-GB,,internal,true,true,intranet,,We read it.,,\n",
    ),
    (
        "Vacancy_InsertAndUpdate_en-GB_4_.csv",
        "code,title.en,title.fr,mission.en,state,opened_on,apply_until,salary_from,salary_from.currency,salary_to,salary_to.currency,pay_period,salary_shown,comment,manager,country,place,cv_required\n\
         V1,Engineer,Ingénieur,\"You build things:\n- quiet ones\n- <b>good</b> ones\",open,2020-01-01,,41000,EUR,52000,EUR,year,true,SECRET-REMARK,7,FR,Besançon,false\n\
         V2,Baker,Boulanger,You bake.,open,2020-01-01,,31337,EUR,31338,EUR,year,false,SECRET-REMARK,7,DE,Köln,true\n\
         V3,SECRET-INTERNAL,,Only inside.,open,2020-01-01,,,,,,,false,,,,,false\n\
         V4,SECRET-DRAFT,,Not yet.,draft,,,,,,,,false,,,,,false\n\
         V5,SECRET-OVER,,Too late.,open,2019-01-01,2020-01-01,,,,,,false,,,,,false\n\
         V6,SECRET-LATER,,Not yet.,open,2020-01-01,,,,,,,false,,,,,false\n",
    ),
    (
        "VacancyQuestion_InsertAndUpdate_en-GB_5_.csv",
        "vacancy,number,text.en,kind,choices.en,mandatory,knock_out\nV1,1,Do you climb?,yes-no,,true,SECRET-KNOCK-OUT\nV1,2,Which tools?,several,Saw; Hammer,false,\n",
    ),
    (
        "VacancyPosting_InsertAndUpdate_en-GB_6_.csv",
        "vacancy,channel,start,end,state\nV1,career-site,2020-01-01,,online\nV2,career-site,2020-01-01,,planned\nV3,intranet,2020-01-01,,online\n\
         V4,career-site,2020-01-01,,online\nV5,career-site,2019-01-01,,online\nV6,career-site,2020-01-01,2020-06-30,online\n",
    ),
    (
        "FrontOfficePage_InsertAndUpdate_en-GB_7_.csv",
        "front_office,code,title.en,text.en,in_menu,active\njobs,life,Life here,We laugh.,true,true\njobs,old,SECRET-PAGE,Gone.,true,false\n",
    ),
    (
        "Candidate_InsertAndUpdate_en-GB_8_.csv",
        "number,first_name,last_name,email,phone\nC1,Noor,Haddad,Noor@Example.org,+33612345678\n",
    ),
];

pub(crate) fn house(database: Database) -> (Folder, Server) {
    let folder = Folder::on(database);
    folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
    let server = Server::start(&folder, "");
    let ana = server.sign_in_as("acme", "ana");
    let ana = [("Cookie", ana.as_str())];
    let token = server.get("acme", "/password", &ana).csrf();
    let form = format!("_csrf={token}&code=recruiting&on=true");
    let answer = server.post("acme", "/o/feature-switches/new", &ana, &form);
    assert_eq!(answer.status, 303, "{}", answer.body);
    for (name, text) in FILES {
        let path = folder.file(name, &format!("\u{feff}{text}"));
        folder.ok(&["import", "--tenant", "acme", &path]);
    }
    let mona = ["user", "create", "mona", "--tenant", "acme", "--role", "employee", "--employee", "7"];
    let mona = [&mona[..], &["--password-stdin"]].concat();
    let output = run_with(folder.0.path(), &mona, PASSWORD);
    assert!(output.status.success(), "{output:?}");
    folder.ok(&["tenant", "domain", "acme", "--add", "jobs.acme.example"]);
    (folder, server)
}

/// The body of a form with files: fields, then files by field, name and content.
fn body(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, value) in fields {
        out.extend(
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    for (name, file, content) in files {
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        out.extend(head.bytes());
        out.extend(*content);
        out.extend(b"\r\n");
    }
    out.extend(b"--edge--\r\n");
    out
}

const KIND: (&str, &str) = ("Content-Type", "multipart/form-data; boundary=edge");
const CV: &[u8] = b"%PDF-1.7\nNoor Haddad, engineer\n%%EOF\n";

pub(crate) fn apply(
    server: &Server,
    job: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &str, &[u8])],
) -> Answer {
    let path = format!("/careers/jobs/jobs/{job}/apply");
    server.send("acme", "POST", &path, &[KIND], &body(fields, files))
}

const NOOR: [(&str, &str); 5] = [
    ("first_name", "Noor"),
    ("last_name", "Haddad"),
    ("email", "noor@example.org"),
    ("privacy", "yes"),
    ("homepage", ""),
];

#[test]
fn visitors_read_what_is_published_and_nothing_else() {
    // S3, T10
    for database in Database::ALL {
        let (_folder, server) = house(database);
        let get = |path: &str| server.get("acme", path, &[]);
        let list = get("/careers/jobs");
        assert_eq!(list.status, 200, "{}", list.body);
        for word in [
            "Come to us",
            "Engineer",
            "Baker",
            "Besançon",
            "2</strong> vacancies",
            "Life here",
            "ts-offer-list-item__title-link",
        ] {
            assert!(list.body.contains(word), "{word}: {}", list.body);
        }
        let job = get("/careers/jobs/jobs/V1");
        for word in [
            "You build things:",
            "<li>quiet ones</li>",
            "&lt;b&gt;good&lt;/b&gt;",
            "€41,000 – €52,000 per year",
            "JobPosting",
            "h2 class=\"JobDescription\"",
        ] {
            assert!(job.body.contains(word), "{word}: {}", job.body);
        }
        // In French where there is French, and said to be English where there is none.
        let french = server.get("acme", "/careers/jobs/jobs/V1", &[("Accept-Language", "fr")]);
        assert!(
            french.body.contains("<html lang=\"fr\"") && french.body.contains("Ingénieur"),
            "{}",
            french.body
        );
        assert!(french.body.contains("<div lang=\"en\"><p>You build"), "{}", french.body);
        // A language that the site does not have is the site's own.
        assert!(server.get("acme", "/careers/jobs?lang=de", &[]).body.contains("<html lang=\"en\""));
        // Words are found with slips and without accents; facets narrow down.
        assert!(get("/careers/jobs/jobs?q=enginer").body.contains("1</strong> vacancy"));
        assert!(get("/careers/jobs/jobs?q=besancon").body.contains("Engineer"));
        let german = get("/careers/jobs/jobs?country=DE").body;
        assert!(german.contains(">Baker<") && !german.contains(">Engineer<"), "{german}");
        assert!(get("/careers/jobs/jobs?q=astronaut").body.contains("Nothing fits"));

        // No page and no feed tells what is not published, not to the public: remarks, drafts, other channels, what is over.
        let mut all = String::new();
        for path in [
            "",
            "/jobs",
            "/jobs/V1",
            "/jobs/V2",
            "/jobs/V1/apply",
            "/pages/life",
            "/privacy",
            "/feed.rss",
            "/feed.xml",
            "/sitemap.xml",
            "/robots.txt",
        ] {
            let answer = get(&format!("/careers/jobs{path}"));
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
            all.push_str(&answer.body);
        }
        for secret in ["SECRET", "31337", "31338", "31.337", "31,337", "Maes"] {
            assert!(!all.contains(secret), "{secret}: {all}");
        }
        for path in [
            "/jobs/V3",
            "/jobs/V4",
            "/jobs/V5",
            "/jobs/V6",
            "/jobs/V3/apply",
            "/jobs/none",
            "/pages/old",
            "/picture/logo",
            "/picture/x",
        ] {
            assert_eq!(get(&format!("/careers/jobs{path}")).status, 404, "{path}");
        }
        // The site for employees is not there for others.
        for path in ["/careers/inside", "/careers/inside/jobs/V3", "/careers/nothing"] {
            assert_eq!(get(path).status, 404, "{path}");
        }
        let mona = server.sign_in_as("acme", "mona");
        let inside = server.get("acme", "/careers/inside/jobs/V3", &[("Cookie", &mona)]);
        assert!(inside.status == 200 && inside.body.contains("SECRET-INTERNAL"), "{}", inside.body);
    }
}

#[test]
fn a_site_with_a_host_name_of_its_own_is_all_that_is_there() {
    // T2, T10
    for database in Database::ALL {
        let (_folder, server) = house(database);
        let get = |path: &str| server.get("jobs.acme.example", path, &[]);
        let list = get("/");
        assert!(list.status == 200 && list.body.contains("href=\"/jobs/V1\""), "{}", list.body);
        assert_eq!(get("/jobs/V1").status, 200);
        assert!(get("/robots.txt").body.contains("Sitemap: http://jobs.acme.example"));
        assert!(get("/sitemap.xml").body.contains("http://jobs.acme.example"));
        for path in [
            "/sign-in",
            "/people",
            "/api/rest/v1/employees",
            "/api/token",
            "/o/vacancies",
            "/careers/jobs",
            "/careers/inside",
            "/charter.css",
        ] {
            let answer = get(path);
            assert_eq!(answer.status, 404, "{path}: {}", answer.body);
        }
        // Whoever follows an old link stays on the site, in their language.
        let old = get("/jobs/V5?lang=fr");
        assert_eq!(old.status, 404);
        assert!(old.body.contains("retirée") && old.body.contains("href=\"/jobs\""), "{}", old.body);
        assert!(!old.body.contains("Talang") && !old.body.contains("SECRET"), "{}", old.body);
        // A header that looks like the server's own mark is refused or ignored.
        let forged = server.get("acme", "/careers/jobs", &[("career-site", "jobs")]);
        assert!(forged.body.contains("href=\"/careers/jobs/jobs/V1\""));
    }
}

#[test]
fn an_application_becomes_records_once_and_tells_a_stranger_nothing() {
    // S3, G6, S11
    for database in Database::ALL {
        let (folder, server) = house(database);
        let count = |sql: &str| folder.number("acme", sql);
        let form = server.get("acme", "/careers/jobs/jobs/V1/apply", &[]).body;
        assert!(form.contains("Do you climb?") && form.contains("We read it and keep it"), "{form}");
        let climb = count("SELECT id FROM candidates.vacancy_question WHERE number = 1");
        let tools = count("SELECT id FROM candidates.vacancy_question WHERE number = 2");
        let (climb, tools) = (format!("q{climb}"), format!("q{tools}"));

        // What is missing or wrong is said where it is, and what was written stays.
        let wrong = apply(
            &server,
            "V1",
            &[
                ("first_name", "Noor"),
                ("email", "not-an-address"),
                ("phone", "abc"),
                ("cover_text", "I <3 climbing"),
            ],
            &[("cv", "virus.pdf", b"MZ\x90\x00")],
        );
        assert_eq!(wrong.status, 422);
        for word in [
            "Last name: Please fill",
            "is not an e-mail address",
            "#f-phone",
            "cannot open this file",
            "answer this question",
            "read the privacy notice",
            "value=\"Noor\"",
            "I &lt;3 climbing",
            "choose your files again",
        ] {
            assert!(wrong.body.contains(word), "{word}: {}", wrong.body);
        }
        assert!(apply(&server, "V2", &NOOR, &[]).body.contains("attach your CV"));
        assert_eq!(count("SELECT COUNT(*) FROM candidates.application"), 0, "nothing half-written");

        // Somebody who is known, in other letters, and somebody who is not: word for word the same answers.
        let mut noor = NOOR.to_vec();
        noor.extend([
            (climb.as_str(), "yes"),
            (tools.as_str(), "Saw"),
            (tools.as_str(), "Axe"),
            (tools.as_str(), "Hammer"),
        ]);
        let stranger: Vec<(&str, &str)> =
            noor.iter().map(|(n, v)| (*n, if *n == "email" { "new@example.org" } else { v })).collect();
        let known = apply(&server, "V1", &noor, &[("cv", "cv.pdf", CV)]);
        let new = apply(&server, "V1", &stranger, &[("cv", "cv.pdf", CV)]);
        let again = apply(&server, "V1", &noor, &[("cv", "cv.pdf", CV)]);
        for answer in [&known, &new, &again] {
            assert_eq!(answer.status, 303, "{}", answer.body);
            assert_eq!(answer.header("location"), Some("/careers/jobs/jobs/V1/received"));
            assert_eq!(answer.body, known.body);
            assert!(answer.header("set-cookie").is_none());
        }
        // What one could not keep is refused for both.
        for email in ["noor@example.org", "third@example.org"] {
            let mut bad: Vec<(&str, &str)> =
                noor.iter().map(|(n, v)| (*n, if *n == "email" { email } else { v })).collect();
            bad.push(("phone", "12"));
            assert_eq!(apply(&server, "V1", &bad, &[]).status, 422, "{email}");
        }
        assert!(server.get("acme", "/careers/jobs/jobs/V1/received", &[]).body.contains("has been received"));

        assert_eq!(count("SELECT COUNT(*) FROM candidates.candidate"), 2);
        assert_eq!(count("SELECT COUNT(*) FROM candidates.application"), 2);
        assert_eq!(
            count("SELECT COUNT(*) FROM candidates.application WHERE state = 'active' AND stage IS NOT NULL"),
            2
        );
        assert_eq!(
            count("SELECT COUNT(*) FROM candidates.application_document"),
            2,
            "the same file is sent once"
        );
        assert_eq!(count("SELECT COUNT(*) FROM candidates.application_event WHERE kind = 'sent-again'"), 1);
        let answers = folder.sql("acme", "SELECT answer FROM candidates.application_answer ORDER BY id");
        let answers: Vec<&str> = answers.iter().map(|r| r[0].text()).collect();
        assert_eq!(answers, ["Yes", "Saw; Hammer", "Yes", "Saw; Hammer"]);
        // A stranger does not write over what is known.
        let noor = folder.sql("acme", "SELECT email, phone FROM candidates.candidate WHERE number = 'C1'");
        assert_eq!((noor[0][0].text(), noor[0][1].text()), ("Noor@example.org", "+33612345678"));
        let door = "SELECT COUNT(*) FROM candidates.journal WHERE door = 'front-office'";
        assert!(count(door) > 4);

        // A machine that fills in everything, and another site's form, leave nothing.
        let mut machine = stranger.clone();
        machine.retain(|(n, _)| *n != "homepage" && *n != "email");
        machine.extend([("homepage", "https://spam.example"), ("email", "bot@example.org")]);
        assert_eq!(apply(&server, "V1", &machine, &[]).status, 303);
        let elsewhere = server.send(
            "acme",
            "POST",
            "/careers/jobs/jobs/V1/apply",
            &[KIND, ("Sec-Fetch-Site", "cross-site")],
            &body(&stranger, &[]),
        );
        assert_eq!(elsewhere.status, 403, "{}", elsewhere.body);
        assert_eq!(count("SELECT COUNT(*) FROM candidates.candidate"), 2);
    }
}

/// Sends an application; the status of the answer, if there was one.
fn attempt(port: u16, body: &[u8]) -> Option<u16> {
    let mut socket = std::net::TcpStream::connect(("127.0.0.1", port)).ok()?;
    socket.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let head = format!(
        "POST /careers/jobs/jobs/V1/apply HTTP/1.1\r\nHost: acme.localhost:{port}\r\nConnection: close\r\n{}: {}\r\n\
         Content-Length: {}\r\n\r\n",
        KIND.0,
        KIND.1,
        body.len()
    );
    socket.write_all(head.as_bytes()).ok()?;
    socket.write_all(body).ok()?;
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).ok()?;
    std::str::from_utf8(answer.get(9..12)?).ok()?.parse().ok()
}

/// 50 people apply while the server is killed and started again: what they were told was received is there, and once,
/// however often somebody pressed the button.
fn killed(database: Database) {
    const PEOPLE: usize = 50;
    let (folder, mut server) = house(database);
    let climb = folder.number("acme", "SELECT id FROM candidates.vacancy_question WHERE number = 1");
    assert!(server.end());
    let (port, told) = (Arc::new(AtomicU16::new(0)), Arc::new(AtomicUsize::new(0)));
    let deadline = Instant::now() + Duration::from_secs(120);
    let people: Vec<_> = (0..PEOPLE)
        .map(|person| {
            let (port, told) = (port.clone(), told.clone());
            std::thread::spawn(move || {
                let (email, question) = (format!("person{person}@example.org"), format!("q{climb}"));
                let mut fields: Vec<(&str, &str)> = NOOR.iter().filter(|f| f.0 != "email").copied().collect();
                fields.extend([("email", email.as_str()), (question.as_str(), "yes")]);
                let cv = [CV, email.as_bytes(), &[b' '; 40_000]].concat();
                let body = body(&fields, &[("cv", "cv.pdf", &cv)]);
                while Instant::now() < deadline {
                    match attempt(port.load(Ordering::SeqCst), &body) {
                        Some(303) => {
                            told.fetch_add(1, Ordering::SeqCst);
                            return;
                        }
                        Some(status) => assert!(status >= 429, "{email}: {status}"),
                        None => {}
                    }
                    std::thread::sleep(Duration::from_millis(30));
                }
            })
        })
        .collect();
    for round in 0..5_u64 {
        let server = Killable::start(&folder);
        port.store(server.port, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(60 + 70 * round));
        server.kill();
    }
    let server = Killable::start(&folder);
    port.store(server.port, Ordering::SeqCst);
    for person in people {
        person.join().unwrap();
    }
    server.kill();
    is_whole(&folder);
    assert_eq!(told.load(Ordering::SeqCst), PEOPLE);
    let count = |sql: &str| folder.number("acme", sql);
    let person = "email LIKE 'person%@example.org'";
    assert_eq!(count(&format!("SELECT COUNT(*) FROM candidates.candidate WHERE {person}")), 50);
    assert_eq!(count("SELECT COUNT(*) FROM candidates.application"), 50);
    assert_eq!(count("SELECT COUNT(*) FROM candidates.candidate_document"), 50);
    assert_eq!(count("SELECT COUNT(*) FROM candidates.application_document"), 50);
    assert_eq!(count("SELECT COUNT(*) FROM candidates.application_answer WHERE answer = 'Yes'"), 50);
}

#[test]
fn what_applicants_were_told_was_received_outlives_the_server() {
    killed(Database::Sqlite);
}

#[test]
fn what_applicants_were_told_was_received_outlives_the_server_in_postgresql() {
    killed(Database::Postgres);
}

#[test]
fn a_cv_proposes_what_fills_in_the_form_and_is_kept_nowhere() {
    // S2, G1
    for database in Database::ALL {
        let (folder, server) = house(database);
        let rtf = br"{\rtf1\ansi Amel Bensaid\par amel@example.org\par +33 6 12 34 56 78\par 25000 Besan\'e7on, France\par\par Experience\par 2019 - 2024 Payroll accountant, Ateliers Morel\par}";
        let send = |content: &[u8]| {
            server.send("acme", "POST", "/careers/jobs/cv", &[KIND], &body(&[], &[("cv", "cv.rtf", content)]))
        };
        let answer = send(rtf);
        assert_eq!(answer.status, 200, "{}", answer.body);
        let json: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(
            (json["first_name"].as_str(), json["last_name"].as_str()),
            (Some("Amel"), Some("Bensaid")),
            "{json}"
        );
        assert_eq!(json["email"], "amel@example.org");
        assert!(json["phone"].as_str().unwrap().starts_with("+33"), "{json}");
        assert_eq!(json["country"], "FR");
        // What is no document is said to be none, and nothing of either is left.
        assert_eq!(send(b"MZ\x90\x00").status, 422);
        assert_eq!(server.send("acme", "POST", "/careers/jobs/cv", &[KIND], &body(&[], &[])).status, 422);
        assert_eq!(folder.number("acme", "SELECT COUNT(*) FROM candidates.candidate_document"), 0);
        assert_eq!(folder.number("acme", "SELECT COUNT(*) FROM candidates.candidate"), 1);
    }
}

#[test]
fn networks_of_the_back_office_do_not_close_the_front_office_and_off_is_off() {
    // A1, S8
    for database in Database::ALL {
        let (folder, server) = house(database);
        assert_eq!(server.get("acme", "/careers/jobs", &[]).status, 200);
        let switched =
            folder.number("acme", "SELECT id FROM shared.feature_switch WHERE code = 'recruiting'");
        let ana = server.sign_in_as("acme", "ana");
        let ana = [("Cookie", ana.as_str())];
        let token = server.get("acme", "/password", &ana).csrf();
        let set = |on: &str| {
            let path = format!("/o/feature-switches/{switched}/edit");
            let page = server.get("acme", &path, &ana).body;
            let version = page.split("name=\"_version\" value=\"").nth(1).and_then(|v| v.split('"').next());
            let form = format!("_csrf={token}&_version={}{on}", version.expect("a version"));
            let answer = server.post("acme", &path, &ana, &form);
            assert_eq!(answer.status, 303, "{}", answer.body);
        };
        set("&on=false");
        for path in ["/careers/jobs", "/careers/jobs/jobs/V1", "/careers/jobs/feed.rss"] {
            assert_eq!(server.get("acme", path, &[]).status, 404, "{path}");
        }
        assert_eq!(apply(&server, "V1", &NOOR, &[]).status, 404);
        // A site that asks for data says what becomes of them (G6).
        set("&on=true");
        let mute = folder.file(
            "FrontOffice_InsertAndUpdate_en-GB_11_.csv",
            "\u{feff}code,label.en,culture,internal,active,channel\nmute,Mute,en-GB,false,true,career-site\n",
        );
        let refused = folder.run(&["import", "--tenant", "acme", &mute]);
        assert!(!refused.status.success(), "{refused:?}");
    }
}
