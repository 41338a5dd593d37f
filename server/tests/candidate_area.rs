//! The candidate's area (G7, G8, S3): who comes in and who does not, what they may do with their own, the export of everything and the
//! erasure of everything.

use talang_catalogue::Kind;
use talang_engine::{Filter, Op, Query};
use talang_mail::Caught;
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, make};
use crate::client::Answer;

/// Noor and Bo applied for V1, on a site in English and German.
pub fn house(kit: &Kit) -> House<'_> {
    let house = House::new(kit);
    let system = house.system();
    for (list, items) in [
        ("posting-channel", &["career-site"][..]),
        ("candidate-document-type", &["cv", "other", "reference"]),
        ("consent-purpose", &["application", "retention"]),
    ] {
        make(&system, "ValueList", &[("code", list), ("name", list)]);
        for item in items {
            make(&system, "ValueListItem", &[("list", list), ("code", item), ("label", item)]);
        }
    }
    make(&system, "PipelineTemplate", &[("code", "P"), ("label", "P"), ("standard", "true")]);
    for (code, kind, rank, told) in [("new", "new", "1", "We read it"), ("no", "refused", "2", "Closed")] {
        let values = [
            ("pipeline", "P"),
            ("code", code),
            ("label", "SECRET-STAGE"),
            ("candidate_label", told),
            ("kind", kind),
            ("rank", rank),
        ];
        make(&system, "PipelineStage", &values);
    }
    make(
        &system,
        "FrontOffice",
        &[
            ("code", "jobs"),
            ("label", "Work at Acme"),
            ("culture", "en-GB"),
            ("active", "true"),
            ("internal", "false"),
            ("channel", "career-site"),
            ("privacy_notice", "We read it."),
        ],
    );
    make(
        &system,
        "Vacancy",
        &[("code", "V1"), ("title", "Engineer"), ("recruiter", "Rita"), ("state", "open")],
    );
    for (name, address) in [("Noor", "Noor@example.net"), ("Bo", "bo@example.net")] {
        let person = [
            ("number", name),
            ("first_name", name),
            ("last_name", "Quendolin"),
            ("email", address),
            ("culture", "en-GB"),
            ("comment", "SECRET-REMARK"),
        ];
        make(&system, "Candidate", &person);
        make(
            &system,
            "Application",
            &[("candidate", name), ("vacancy", "V1"), ("cover_text", "I weld at night")],
        );
    }
    house
}

/// The path of the link in a mail.
pub fn link(letter: &Caught) -> String {
    let at = letter.text.find("http://").unwrap_or_else(|| panic!("no link: {}", letter.text));
    let url = letter.text[at..].split_whitespace().next().expect("an address");
    let rest = url.trim_start_matches("http://");
    rest[rest.find('/').expect("a path")..].to_string()
}

/// The letters to somebody once there are so many: the server's own workers take jobs, too.
pub fn letters(house: &House<'_>, to: &str, many: usize) -> Vec<Caught> {
    let mut found = house.letters(to);
    for _ in 0..400 {
        if found.len() >= many {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
        found = house.letters(to);
    }
    found
}

/// A browser of nobody's, with its cookie.
pub struct Browser<'h> {
    house: &'h House<'h>,
    pub cookie: String,
}

impl<'h> Browser<'h> {
    pub fn new(house: &'h House<'h>) -> Browser<'h> {
        Browser { house, cookie: String::new() }
    }

    pub fn get(&mut self, path: &str) -> Answer {
        let answer = self.house.server.get("acme", path, &[("Cookie", &self.cookie)]);
        self.keep(answer)
    }

    pub fn post(&mut self, path: &str, form: &str) -> Answer {
        let answer = self.house.server.post("acme", path, &[("Cookie", &self.cookie)], form);
        self.keep(answer)
    }

    fn keep(&mut self, answer: Answer) -> Answer {
        let mine = |c: &str| c.starts_with("talang_candidate=") || c.starts_with("talang_agency=");
        if answer.headers("set-cookie").any(mine) {
            self.cookie = answer.cookie();
        }
        answer
    }
}

const ME: &str = "/careers/jobs/me";

/// Noor, in her area by the link that she asked for.
fn noor<'h>(house: &'h House<'h>) -> Browser<'h> {
    let mut noor = Browser::new(house);
    assert_eq!(noor.post(&format!("{ME}/link"), "email=noor@example.NET").status, 200);
    let opened = noor.get(&link(&letters(house, "Noor@example.net", 1)[0]));
    assert_eq!(opened.status, 303, "{}", opened.body);
    assert!(!opened.header("location").expect("on").contains("t="), "the ticket stays in no address");
    noor
}

pub fn count(house: &House<'_>, object: &str, filter: Option<(&str, &str)>) -> i64 {
    let count = house.system().view(|v| {
        let object = v.object(object)?;
        let filter = filter.map(|(field, value)| Filter::test(&object, field, Op::Is, vec![value.into()]));
        v.count(&object, &Query { filter, ..Query::default() })
    });
    count.expect("a count")
}

fn id_of(house: &House<'_>, object: &str, key: &str) -> i64 {
    house.system().view(|v| v.resolve(object, key)).expect("read").expect("there")
}

// G7, S3: the same answer for every address; a link comes by mail alone, opens for its time, and only what is one's own.
#[test]
fn a_link_opens_what_is_ones_own_and_tells_a_stranger_nothing() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let mut stranger = Browser::new(&house);
        assert!(stranger.get(ME).body.contains("Enter the e-mail address"));
        let known = stranger.post(&format!("{ME}/link"), "email=Noor%40Example.net");
        let unknown = stranger.post(&format!("{ME}/link"), "email=nobody%40example.net");
        assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
        assert!(stranger.cookie.is_empty());
        assert_eq!(stranger.post(&format!("{ME}/link"), "email=no-address").status, 422);
        assert_eq!(letters(&house, "Noor@example.net", 1).len(), 1);
        assert!(house.letters("nobody@example.net").is_empty());
        // Nobody's mailbox is filled from here, and the answer stays the same.
        // What is counted is counted in this process: each database has its own address here.
        let at = if house.tenant.db().read(|c| Ok::<_, talang_store::Error>(c.dialect())).expect("read")
            == talang_store::Dialect::Postgres
        {
            "flood-p@example.net"
        } else {
            "flood-s@example.net"
        };
        make(
            &house.system(),
            "Candidate",
            &[("number", "F"), ("first_name", "F"), ("last_name", "F"), ("email", at)],
        );
        for _ in 0..8 {
            assert_eq!(stranger.post(&format!("{ME}/link"), &format!("email={at}")).body, known.body);
        }
        assert_eq!(letters(&house, at, 5).len(), 5);

        let mut noor = noor(&house);
        let page = noor.get(ME);
        for word in ["Hello Noor", "Engineer", "We read it", "Withdraw"] {
            assert!(page.body.contains(word), "{word}: {}", page.body);
        }
        assert!(!page.body.contains("SECRET"), "{}", page.body);
        assert_eq!(page.header("cache-control"), Some("no-store"));
        // What is another's is not there: Bo's application.
        let bos = id_of(&house, "Application", "Bo|V1");
        assert_eq!(noor.get(&format!("{ME}/withdraw?application={bos}")).status, 404);
        noor.post(&format!("{ME}/withdraw"), &format!("application={bos}"));
        noor.post(&format!("{ME}/message"), &format!("application={bos}&text=Hi"));
        assert_eq!(count(&house, "Application", Some(("state", "active"))), 2);
        assert_eq!(count(&house, "CandidateMessage", None), 0);
        // A ticket for something else, one that was changed and one that is over open nothing.
        let ticket = house.letters("Noor@example.net")[0].clone();
        let path = link(&ticket);
        let mut other = Browser::new(&house);
        for wrong in
            [path.replace("t=", "t=x"), path.replace("open?", "export.zip?"), path.replace("t=", "u=")]
        {
            let answer = other.get(&wrong);
            assert!(answer.status == 303 && other.cookie.is_empty(), "{wrong}: {}", answer.status);
        }
        other.cookie = format!("talang_candidate={}", path.split("t=").nth(1).expect("a ticket"));
        assert!(other.get(ME).body.contains("Enter the e-mail address"), "a link is no cookie");
        // A8: twenty minutes after the last page nobody is there any more; the link works for a day.
        kit.clock().advance(19 * 60_000_000);
        assert!(noor.get(ME).body.contains("Hello Noor"));
        kit.clock().advance(21 * 60_000_000);
        assert!(noor.get(ME).body.contains("Enter the e-mail address"));
        assert!(noor.get(&path).header("location").is_some_and(|to| !to.contains("over")));
        kit.clock().advance(24 * 3_600_000_000);
        noor.cookie.clear();
        assert!(noor.get(&path).header("location").is_some_and(|to| to.contains("over=1")));
    });
}

// G7, S3: applications, messages, documents and data are theirs to see and to change.
#[test]
fn candidates_change_their_data_write_bring_documents_and_withdraw() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let mut noor = noor(&house);
        let wrong =
            noor.post(&format!("{ME}/data"), "first_name=Noor&last_name=Haddad&phone=abc&language=en");
        assert!(wrong.status == 422 && wrong.body.contains("value=\"Haddad\""), "{}", wrong.body);
        let saved = noor.post(
            &format!("{ME}/data"),
            "first_name=Noor&last_name=Haddad&phone=%2B33612345678&city=Metz&country=FR&language=en&email=evil@example.net",
        );
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert_eq!(count(&house, "Candidate", Some(("last_name", "Haddad"))), 1);
        assert_eq!(
            count(&house, "Candidate", Some(("email", "Noor@example.net"))),
            1,
            "an address changes by hand only"
        );

        let application = id_of(&house, "Application", "Noor|V1");
        assert_eq!(
            noor.post(&format!("{ME}/message"), &format!("application={application}&text=")).status,
            422
        );
        let written =
            noor.post(&format!("{ME}/message"), &format!("application={application}&text=When+do+we+talk?"));
        assert_eq!(written.status, 303, "{}", written.body);
        assert!(noor.get(ME).body.contains("When do we talk?"));
        let rita = letters(&house, "rita@example.org", 1);
        assert!(
            rita[0].text.contains("Engineer") && !rita[0].text.contains("When do we talk"),
            "{}",
            rita[0].text
        );
        let seen = house.sign_in("Rita").get(&format!("/applications/{application}")).body;
        assert!(seen.contains("When do we talk?") && seen.contains("From the candidate"), "{seen}");

        let upload = |content: &[u8]| {
            let mut body = b"--edge\r\nContent-Disposition: form-data; name=\"document\"; filename=\"diploma.pdf\"\r\n\r\n".to_vec();
            body.extend(content);
            body.extend(b"\r\n--edge--\r\n");
            body
        };
        let kind = ("Content-Type", "multipart/form-data; boundary=edge");
        let send = |noor: &Browser<'_>, content: &[u8]| {
            let headers = [kind, ("Cookie", noor.cookie.as_str())];
            house.server.send("acme", "POST", &format!("{ME}/documents"), &headers, &upload(content))
        };
        assert_eq!(send(&noor, b"MZ\x90").status, 422);
        assert_eq!(send(&noor, b"%PDF-1.7 diploma").status, 303);
        assert_eq!(count(&house, "CandidateDocument", None), 1);
        let document = house
            .system()
            .view(|v| {
                let object = v.object("CandidateDocument")?;
                Ok(v.list(&object, &Query::default())?.records[0].id)
            })
            .expect("a document");
        let file = noor.get(&format!("{ME}/documents/{document}"));
        assert!(file.status == 200 && file.body.contains("diploma"), "{}", file.status);
        assert!(file.header("content-disposition").is_some_and(|d| d.starts_with("attachment")));
        // Without the cookie there is nothing, and a colleague's document stays.
        assert!(!house.server.get("acme", &format!("{ME}/documents/{document}"), &[]).body.contains("%PDF"));
        assert_eq!(noor.post(&format!("{ME}/documents/{document}/remove"), "").status, 303);
        assert_eq!(count(&house, "CandidateDocument", None), 0);
        make(
            &house.system(),
            "CandidateDocument",
            &[
                ("candidate", "Noor"),
                ("kind", "reference"),
                ("name", "Reference"),
                ("file", &format!("{:064}/r.pdf", 0)),
            ],
        );
        let theirs = house.system().view(|v| {
            let object = v.object("CandidateDocument")?;
            Ok(v.list(&object, &Query::default())?.records[0].id)
        });
        assert_eq!(noor.post(&format!("{ME}/documents/{}/remove", theirs.expect("one")), "").status, 404);

        assert!(noor.get(&format!("{ME}/withdraw?application={application}")).body.contains("Withdraw this"));
        assert_eq!(noor.post(&format!("{ME}/withdraw"), &format!("application={application}")).status, 303);
        assert_eq!(count(&house, "Application", Some(("state", "withdrawn"))), 1);
        assert!(noor.get(ME).body.contains("Withdrawn"));
        assert_eq!(noor.post(&format!("{ME}/leave"), "").status, 303);
        assert!(noor.get(ME).body.contains("Enter the e-mail address"));
    });
}

// S2, S3: an offer that was sent is answered by whom it is for, once, and by nobody else.
#[test]
fn an_offer_is_answered_in_the_area() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let system = house.system();
        for who in ["Noor", "Bo"] {
            let key = format!("{who}|V1");
            make(
                &system,
                "Offer",
                &[("application", &key), ("job_title", "Chief welder"), ("state", "sent")],
            );
        }
        let offer = |who: &str| {
            house
                .system()
                .view(|v| {
                    let person = v.resolve("Candidate", who)?.expect("there");
                    let object = v.object("Offer")?;
                    let of = Filter::test(&object, "candidate", Op::Is, vec![person.into()]);
                    Ok(v.list(&object, &Query { filter: Some(of), ..Query::default() })?.records[0].clone())
                })
                .expect("an offer")
        };
        let state = |who: &str| offer(who).get("state").as_text().unwrap_or_default().to_string();
        let mut noor = noor(&house);
        assert!(noor.get(ME).body.contains("Chief welder"));
        assert_eq!(noor.post(&format!("{ME}/offers/{}", offer("Bo").id), "answer=yes").status, 404);
        assert_eq!(state("Bo"), "sent");
        let path = format!("{ME}/offers/{}", offer("Noor").id);
        assert_eq!(noor.post(&path, "answer=maybe").status, 404);
        assert_eq!(noor.post(&path, "answer=yes").status, 303);
        assert_eq!(state("Noor"), "accepted");
        assert_eq!(noor.post(&path, "answer=no").status, 422, "once");
        assert_eq!(state("Noor"), "accepted");
        assert!(!noor.get(ME).body.contains("Chief welder"));
    });
}

// G8: everything leaves by a link in a mail; nothing of anybody else's.
#[test]
fn the_export_holds_everything_and_nothing_of_others() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let mut noor = noor(&house);
        assert_eq!(noor.post(&format!("{ME}/export"), "").status, 303);
        let letter = letters(&house, "Noor@example.net", 2).remove(0);
        assert!(letter.subject.contains("Your data"), "{}", letter.subject);
        let path = link(&letter);
        let file = Browser::new(&house).get(&path);
        assert_eq!(file.status, 200);
        assert_eq!(file.header("content-type"), Some("application/zip"));
        let parts = house.system().view(|v| {
            let id = v.resolve("Candidate", "Noor")?.expect("there");
            talang_recruiting::privacy::export::parts(
                v,
                id,
                talang_catalogue::Culture::find("en-GB").expect("a culture"),
            )
        });
        let parts = parts.expect("parts");
        let whole: String =
            parts.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
        for word in ["Noor@example.net", "I weld at night", "SECRET-REMARK", "\"Engineer\""] {
            assert!(whole.contains(word), "{word}: {whole}");
        }
        for word in ["bo@example.net", "\"Bo\"", "Rita"] {
            assert!(!whole.contains(word), "{word}: {whole}");
        }
        for name in ["data.json", "Applications.csv"] {
            assert!(parts.iter().any(|(n, _)| n == name), "{name}");
            assert!(file.body.contains(name), "{name} is in the file");
        }
        // A week later the link is worth nothing.
        kit.clock().advance(8 * 24 * 3_600_000_000);
        assert_eq!(Browser::new(&house).get(&path).status, 303);
    });
}

/// How often a word stands anywhere in the journals, the rows and the waiting work of a tenant.
pub fn traces(house: &House<'_>, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    house
        .tenant
        .db()
        .read(|conn| {
            let postgres = conn.dialect() == talang_store::Dialect::Postgres;
            for kind in ["candidates", "shared"] {
                let tables = match postgres {
                    true => format!(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = '{kind}' AND table_type = 'BASE TABLE'"
                    ),
                    false => format!(
                        "SELECT name FROM {kind}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
                    ),
                };
                for table in conn.query(&tables, &[])? {
                    let table = table[0].text().to_string();
                    for column in conn.columns(kind, &table)? {
                        let sql = format!(
                            "SELECT COUNT(*) FROM {kind}.\"{table}\" WHERE CAST(\"{column}\" AS TEXT) LIKE '%{word}%'"
                        );
                        let count = conn.query_one(&sql, &[])?.map_or(0, |r| r[0].int());
                        if count > 0 {
                            found.push(format!("{kind}.{table}.{column}"));
                        }
                    }
                }
            }
            Ok::<_, talang_store::Error>(())
        })
        .expect("read");
    found
}

// G8: what tells who it was is gone from rows, journal, search, mails and disk; that somebody applied stays.
#[test]
fn erasure_leaves_figures_and_nobody() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let mut noor = noor(&house);
        let system = house.system();
        let hash = house.tenant.db().attachments().put(b"%PDF-1.7 quendolin's diploma").expect("kept");
        let file = format!("{hash}/quendolin.pdf");
        let paper =
            [("candidate", "Noor"), ("kind", "cv"), ("name", "quendolin-cv"), ("file", file.as_str())];
        make(&system, "CandidateDocument", &paper);
        let note = [("application", "Noor|V1"), ("author", "Rita"), ("text", "Quendolin was late")];
        make(&system, "ApplicationNote", &note);
        // One that was deleted long before: the journal still speaks of it.
        system
            .change(Kind::Candidates, |c| {
                let object = c.object("ApplicationNote")?;
                let id = c.list(&object, &Query::default())?.records[0].id;
                c.delete(&object, id, None)
            })
            .expect("deleted");
        let mail = [
            ("candidate", "Noor"),
            ("application", "Noor|V1"),
            ("heading", "Quendolin!"),
            ("text", "Dear Noor"),
        ];
        make(&system, "CandidateMessage", &mail);
        // An address that she had once, and a mail to a colleague that names her.
        let person = id_of(&house, "Candidate", "Noor");
        for address in ["elder@example.net", "Noor@example.net"] {
            let put = vec![("email", address.into())];
            system.change(Kind::Candidates, |c| c.update("Candidate", person, put)).expect("an address");
        }
        for to in ["elder@example.net", "rita@example.net"] {
            let mail = talang_mail::Mail {
                to,
                employee: None,
                culture: house.tenant.culture(),
                template: "delegation-received",
                arguments: vec![("name", "Noor Quendolin".into())],
                link: None,
                expires: None,
            };
            system.change(Kind::Shared, |c| talang_mail::enqueue(c, &mail)).expect("a mail");
        }
        letters(&house, "Noor@example.net", 2);
        assert!(!traces(&house, "Noor Quendolin").is_empty() && !traces(&house, "elder@").is_empty());
        assert!(traces(&house, "Quendolin").len() > 4, "{:?}", traces(&house, "Quendolin"));
        // Bo is called the same, and stays; so that the words are hers alone.
        let asked = noor.get(&format!("{ME}/erase"));
        assert!(asked.body.contains("Delete all your data?"));
        assert_eq!(noor.post(&format!("{ME}/erase"), "").status, 422, "asked once more");
        assert_eq!(count(&house, "Candidate", Some(("first_name", "Noor"))), 1);
        let done = noor.post(&format!("{ME}/erase"), "sure=yes");
        assert!(done.status == 200 && done.body.contains("have been deleted"), "{}", done.body);
        let last = letters(&house, "Noor@example.net", 3).remove(0);
        assert!(last.subject.contains("deleted"), "{}", last.subject);
        // Only the last mail's line in the outbox still names the address, until the operator's time for such lines is over.
        for word in [
            "Noor@",
            "elder@",
            "Noor Quendolin",
            "I weld at night\" AND 1=1",
            "was late",
            "Quendolin!",
            "quendolin-cv",
            "Dear Noor",
        ] {
            let left: Vec<String> = traces(&house, &word.replace('"', ""))
                .into_iter()
                .filter(|place| {
                    !(word == "Noor@"
                        && (place.starts_with("shared.mail_message") || place.starts_with("shared.journal")))
                })
                .collect();
            assert!(left.is_empty(), "{word}: {left:?}");
        }
        // That a colleague had a mail stays, and names nobody.
        assert_eq!(traces(&house, "rita@example.net").len(), 1, "its line in the outbox");
        assert!(!traces(&house, "Erased candidate delegates").is_empty());
        assert!(house.tenant.db().attachments().get(&hash).is_err(), "the file is gone");
        assert!(noor.get(ME).body.contains("Enter the e-mail address"));
        // The figures stay: an application, from where, how far, when; and one cannot be written to any more.
        let application = id_of(&house, "Application", "Noor|V1");
        let seen = house.sign_in("Rita").get(&format!("/applications/{application}"));
        assert!(
            seen.status == 200 && seen.body.contains("Erased candidate") && !seen.body.contains("weld"),
            "{}",
            seen.body
        );
        assert_eq!(count(&house, "Application", None), 2);
        assert!(count(&house, "ApplicationEvent", Some(("kind", "received"))) >= 1);
        // The journal refuses every other change as before.
        let kept =
            house.tenant.db().write(|conn| conn.exec("UPDATE candidates.journal SET changes = 'x'", &[]));
        assert!(kept.is_err(), "the guard is back");
        // Bo is untouched.
        assert!(!traces(&house, "bo@example.net").is_empty());
        assert_eq!(count(&house, "Candidate", Some(("last_name", "Quendolin"))), 1);
    });
}
