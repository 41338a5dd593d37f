//! Reports that are sent regularly (S7), on both databases: to whom, with what, once, and not for ever.

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Scope, Tenant, jobs};
use talang_files::{Files, SpacePath};
use talang_schedule::{
    Asked, Received, Run, Schedule, Sending, To, Work, activate, ask, fetch, received, runs, save, schedules,
};
use talang_testkit::{Kit, Setup, both};

const SETUP: Setup = Setup {
    modules: || {
        vec![
            talang_core_hr::module(),
            talang_interchange::module(),
            talang_mail::module(),
            talang_files::module(),
            talang_report::module(),
            talang_schedule::module(),
        ]
    },
    seed: |_, _| Ok(()),
    seed_version: "sending",
};

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 24 * 60 * MINUTE;

fn text(text: &str) -> Value {
    Value::Text(text.to_string())
}

/// Three employees. `ona` of HR sees all and keeps the report “Staff”, shared with the role `club`; `rex`, who is one of
/// them and has that role, sees himself; `bob` and `zoe` have it and see nobody; `zoe` may not sign in any more.
struct House<'a> {
    kit: &'a Kit,
    tenant: Arc<Tenant>,
    system: Scope,
    post: Arc<talang_mail::Post>,
}

impl<'a> House<'a> {
    fn new(kit: &'a Kit) -> House<'a> {
        let options = talang_mail::Options {
            transport: talang_mail::Transport::Catcher,
            folder: kit.data().join("mails"),
            ..Default::default()
        };
        let post = Arc::new(talang_mail::Post::new(options, false, "localhost", None).unwrap());
        kit.installation().provide(post.clone());
        let tenant = kit.tenant("acme");
        let system = kit.system(&tenant);
        system
            .change(Kind::Employees, |c| {
                for (number, last) in [("E1", "Rexford"), ("E2", "Secretive"), ("E3", "Third")] {
                    let name = vec![
                        ("number", text(number)),
                        ("first_name", text("Ann")),
                        ("last_name", text(last)),
                    ];
                    c.create("Employee", name)?;
                }
                Ok(())
            })
            .unwrap();
        let keeps = ("SavedReport", "*", "read, create, delete", "all");
        kit.role(&tenant, "hr", &[("Employee", "*", "read, export", "all"), keeps]);
        kit.role(&tenant, "self", &[("Employee", "*", "read, export", "self")]);
        kit.role(&tenant, "club", &[]);
        kit.user(&tenant, "ona", None, &["hr"]);
        kit.user(&tenant, "rex", Some("E1"), &["self", "club"]);
        kit.user(&tenant, "bob", None, &["club"]);
        kit.user(&tenant, "zoe", None, &["club"]);
        let house = House { kit, tenant, system, post };
        house.exec("UPDATE shared.user SET email = login || '@acme.example', culture = 'en-GB'");
        house.exec("UPDATE shared.user SET culture = 'fr-FR' WHERE login = 'rex'");
        house.exec("UPDATE shared.user SET state = 'suspended' WHERE login = 'zoe'");
        house
            .system
            .change(Kind::Shared, |c| {
                let values = vec![
                    ("code", text("staff")),
                    ("label", text("Staff / all: of us")),
                    ("object", text("Employee")),
                    ("user", text("ona")),
                    ("role", text("club")),
                    ("query", text("{\"columns\":[\"number\",\"last_name\"]}")),
                ];
                c.create("SavedReport", values)
            })
            .unwrap();
        house
    }

    fn exec(&self, sql: &str) {
        let done = self.tenant.db().write(|conn| conn.exec(sql, &[]).map(drop));
        done.map_err(|e: talang_store::Error| e).unwrap();
    }

    fn who(&self, login: &str) -> Scope {
        self.kit.scope(&self.tenant, login)
    }

    fn send(&self, format: &str, to: To) {
        let owner = self.system.view(|v| v.resolve("User", "ona")).unwrap().unwrap();
        let sending = Sending { report: "staff".into(), format: format.into(), owner, to };
        let schedule = Schedule {
            code: "monday".into(),
            label: "Staff on Mondays".into(),
            cron: "0 6 * * 1".into(),
            zone: "Europe/Paris".into(),
            catch_up: true,
            active: true,
            work: Work::Report(sending.clone()),
            ..Schedule::default()
        };
        save(&self.system, &schedule).unwrap();
        let kept = schedules(&self.tenant).unwrap().into_iter().find(|s| s.code == "monday").unwrap();
        assert_eq!(kept.work, Work::Report(sending), "what is kept is what was set");
    }

    /// The workers work until nothing is to be done for a while.
    fn work(&self) {
        for _ in 0..200 {
            let ran = jobs::run_due(&self.kit.installation(), &|| false).unwrap();
            if ran == 0 && !self.runs().iter().any(|r| r.state == "running") {
                return;
            }
            self.kit.clock().advance(500_000);
        }
        panic!("it does not end: {:?}", self.runs());
    }

    fn run(&self) -> Run {
        ask(&self.system, "monday").unwrap();
        self.work();
        self.runs().remove(0)
    }

    fn runs(&self) -> Vec<Run> {
        runs(&self.tenant, &Asked { most: 100, ..Asked::default() }).unwrap()
    }

    fn received(&self, login: &str) -> Vec<Received> {
        received(&self.who(login)).unwrap()
    }

    /// Files of accounts on the disk.
    fn kept(&self) -> usize {
        let folder = self.tenant.db().attachments().work_folder().unwrap().join("reports");
        std::fs::read_dir(folder).map_or(0, Iterator::count)
    }
}

// S7, A12: each reader gets one file with what they themselves may see, is told once, and reaches no other's.
#[test]
fn every_reader_gets_a_file_of_their_own() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.send("xlsx", To::Shared);
        let run = house.run();
        let states: Vec<(&str, &str)> =
            run.files.iter().map(|f| (f.state.as_str(), f.fault.code.as_str())).collect();
        // Those of the role follow the owner in the order of their accounts: rex, bob. Who may not sign in gets none.
        assert_eq!(states[..2], [("done", ""), ("done", "")], "{run:?}");
        assert_eq!((states.len(), states[2].0), (3, "rejected"), "{run:?}");
        assert!(!states[2].1.is_empty(), "{run:?}");
        assert_eq!((run.task.as_str(), run.state.as_str()), ("report", "partly done"));
        let (ona, rex) = (house.received("ona"), house.received("rex"));
        assert_eq!((ona.len(), rex.len(), house.received("bob").len()), (1, 1, 0));
        assert_eq!((ona[0].lines, rex[0].lines), (3, 1), "each sees what they may see");
        assert!(ona[0].name.starts_with("Staff-all-of-us_") && ona[0].name.ends_with(".xlsx"), "{ona:?}");
        // Nobody reaches another's file, whatever number they try.
        for (login, file) in [("rex", &ona[0]), ("ona", &rex[0]), ("bob", &ona[0]), ("zoe", &ona[0])] {
            assert!(fetch(&house.who(login), file.id).unwrap_err().is("record.not_found"), "{login}");
        }
        assert!(fetch(&house.system, ona[0].id).unwrap_err().is("record.not_found"));
        let (_, path) = fetch(&house.who("rex"), rex[0].id).unwrap();
        assert!(std::fs::read(path).unwrap().starts_with(b"PK"), "a workbook");
        // Each is told once, in their language, and the mail says nothing of what is in the file.
        let mut letters = house.post.caught(&house.tenant);
        letters.sort_by(|a, b| a.to.cmp(&b.to));
        let to: Vec<&str> = letters.iter().map(|l| l.to.as_str()).collect();
        assert_eq!(to, ["ona@acme.example", "rex@acme.example"]);
        assert!(letters[1].text.contains("est prêt") || letters[1].text.contains("a été créé pour vous"));
        for letter in &letters {
            assert!(letter.text.contains("/reports/received"), "{}", letter.text);
            assert!(
                !letter.text.contains("Rexford") && !letter.text.contains("Secretive"),
                "{}",
                letter.text
            );
        }
        // That it was taken out, and that it was fetched, is in the log with who it was.
        talang_engine::activity::settle(&kit.installation()).unwrap();
        let sql = "SELECT COUNT(*) FROM shared.activity_entry WHERE action = 'export' AND login = 'rex'";
        let row = house.tenant.db().read(|conn| conn.query_one(sql, &[]));
        let count = row.map_err(|e: talang_store::Error| e).unwrap().unwrap()[0].int();
        assert_eq!(count, 2, "made and fetched");
    });
}

// S7, O1: after two weeks a file is gone, from the list, from its address and from the disk.
#[test]
fn received_files_go_after_two_weeks() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.send("pdf", To::Owner);
        activate(&house.system, "monday", false).unwrap();
        assert_eq!(house.run().state, "done");
        kit.clock().advance(13 * DAY);
        house.work();
        let files = house.received("ona");
        assert_eq!((files.len(), house.kept()), (1, 1));
        let (_, path) = fetch(&house.who("ona"), files[0].id).unwrap();
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"), "a document");
        kit.clock().advance(DAY + 10 * MINUTE);
        assert!(house.received("ona").is_empty());
        assert!(fetch(&house.who("ona"), files[0].id).unwrap_err().is("record.not_found"));
        house.work();
        assert_eq!((house.kept(), path.exists()), (0, false), "from the disk too");
    });
}

// S7: to the file space, with what its owner may see; under a name of the day, beside what is there.
#[test]
fn reports_are_written_to_the_file_space() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.send("xlsx", To::Space);
        let names: Vec<String> = (0..2).map(|_| house.run().files[0].result.clone()).collect();
        assert!(names[0].starts_with("Staff-all-of-us_2") && names[1].contains("~2.xlsx"), "{names:?}");
        let space = Files::of(&kit.installation()).space(&kit.installation(), &house.tenant).unwrap();
        let out = SpacePath::parse(&SpacePath::default(), "out").unwrap();
        let there: Vec<String> = space.list(&out).unwrap().into_iter().map(|e| e.name).collect();
        assert_eq!(there, names);
        assert_eq!((house.received("ona").len(), house.post.caught(&house.tenant).len()), (0, 0));
        assert_eq!(house.runs()[0].files[0].count("lines"), 3);
    });
}

// S7: an account that may not sign in any more sends and gets nothing, and what is no longer kept comes no more by itself.
#[test]
fn what_is_gone_is_not_sent() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.send("xlsx", To::Owner);
        house.exec("UPDATE shared.user SET valid_until = 1 WHERE login = 'ona'");
        let run = house.run();
        assert_eq!((run.state.as_str(), run.fault.code.as_str()), ("failed", "schedule.account"));
        house.exec("UPDATE shared.user SET valid_until = NULL WHERE login = 'ona'");
        house
            .system
            .change(Kind::Shared, |c| {
                let object = c.object("SavedReport")?;
                let id = c.resolve("SavedReport", "staff")?.unwrap();
                c.delete(&object, id, None)
            })
            .unwrap();
        assert!(schedules(&house.tenant).unwrap()[0].active);
        let run = house.run();
        assert_eq!((run.state.as_str(), run.fault.code.as_str()), ("failed", "record.not_found"));
        assert!(!schedules(&house.tenant).unwrap()[0].active, "it would fail every week");
        assert_eq!((house.received("ona").len(), house.post.caught(&house.tenant).len()), (0, 0));
    });
}
