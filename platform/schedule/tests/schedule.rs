//! The scheduler as integrators meet it: files in `in/`, results in `out/` (I4, I9, O2), on both databases.

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::governance::needs_somebody;
use talang_engine::{Scope, Tenant, jobs};
use talang_files::{Begin, Files, Shared, SpacePath, Upload};
use talang_interchange::csv;
use talang_schedule::{Asked, Export, Run, Schedule, Work, ask, remove, run_of, runs, save, schedules};
use talang_store::{Cell, P};
use talang_testkit::{Database, Kit, Setup, both};

const SETUP: Setup = Setup {
    modules: || {
        vec![
            talang_core_hr::module(),
            talang_interchange::module(),
            talang_mail::module(),
            talang_files::module(),
            talang_schedule::module(),
        ]
    },
    seed: |_, _| Ok(()),
    seed_version: "1",
};

const MINUTE: i64 = 60_000_000;

fn nightly(code: &str) -> Schedule {
    Schedule {
        code: code.into(),
        label: "Every night".into(),
        cron: "0 2 * * *".into(),
        zone: "Europe/Paris".into(),
        catch_up: true,
        active: true,
        ..Schedule::default()
    }
}

/// A tenant whose account `operator` may import job families, every night at two in Paris.
struct House<'a> {
    kit: &'a Kit,
    tenant: Arc<Tenant>,
    system: Scope,
}

impl<'a> House<'a> {
    fn new(kit: &'a Kit) -> House<'a> {
        let tenant = kit.tenant("acme");
        kit.role(&tenant, "importer", &[("JobFamily", "*", "read, create, update, import", "all")]);
        kit.user(&tenant, "operator", None, &["importer"]);
        let house = House { kit, system: kit.system(&tenant), tenant };
        house.set("nightly", true);
        house
    }

    fn set(&self, code: &str, catch_up: bool) {
        save(&self.system, &Schedule { catch_up, ..nightly(code) }).unwrap();
    }

    fn space(&self) -> Shared {
        Files::of(&self.kit.installation()).space(&self.kit.installation(), &self.tenant).unwrap()
    }

    fn begin(&self, name: &str, content: &[u8]) -> Upload {
        let path = SpacePath::parse(&SpacePath::default(), "in").unwrap().join(name).unwrap();
        let mut upload = Upload::begin(&self.space(), &path, 1, Begin::Empty).unwrap();
        upload.write_at(0, content).unwrap();
        upload
    }

    /// Somebody brings a file.
    fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        self.begin(name, content.as_ref()).finish(self.kit.clock_now()).unwrap();
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let path = SpacePath::parse(&SpacePath::default(), folder).unwrap();
        self.space().list(&path).unwrap().into_iter().map(|e| e.name).collect()
    }

    fn read(&self, path: &str) -> String {
        let mut file = self.space().read(&SpacePath::parse(&SpacePath::default(), path).unwrap()).unwrap();
        std::io::read_to_string(&mut file).unwrap()
    }

    fn number(&self, sql: &str, params: &[P<'_>]) -> i64 {
        let row = self.tenant.db().read(|conn| conn.query_one(sql, params));
        row.map_err(|e: talang_store::Error| e).unwrap().and_then(|r| r.first().map(Cell::int)).unwrap()
    }

    fn exec(&self, sql: &str) {
        self.tenant
            .db()
            .write(|conn| conn.exec(sql, &[]).map(drop))
            .map_err(|e: talang_store::Error| e)
            .unwrap();
    }

    fn families(&self) -> Vec<String> {
        let rows = self.tenant.db().read(|conn| {
            conn.query("SELECT code FROM shared.job_family WHERE code LIKE 'F%' ORDER BY code", &[])
        });
        let rows = rows.map_err(|e: talang_store::Error| e).unwrap();
        rows.iter().map(|r| r[0].text().to_string()).collect()
    }

    /// The workers work until nothing is under way any more.
    fn work(&self) {
        self.work_at(500_000, std::time::Duration::ZERO);
    }

    /// The same, with so many microseconds and so much patience between two looks.
    fn work_at(&self, step: i64, patience: std::time::Duration) {
        for _ in 0..3000 {
            let ran = jobs::run_due(&self.kit.installation(), &|| false).unwrap();
            if ran == 0 && !self.runs().is_empty() && !self.runs().iter().any(|r| r.state == "running") {
                return;
            }
            if ran == 0 && self.runs().is_empty() && patience.is_zero() {
                return;
            }
            self.kit.clock().advance(step);
            std::thread::sleep(patience);
        }
        let rows = self.tenant.db().read(|conn| {
            conn.query("SELECT task, state, attempts, run_at, result FROM shared.job_queue", &[])
        });
        let rows = rows.map_err(|e: talang_store::Error| e).unwrap();
        panic!("it does not end: {:?} {rows:?}", self.runs());
    }

    /// The night passes.
    fn night(&self) {
        self.kit.clock().advance(24 * 60 * MINUTE);
        self.work();
    }

    fn runs(&self) -> Vec<Run> {
        self.asked(Asked::default())
    }

    fn asked(&self, asked: Asked) -> Vec<Run> {
        runs(&self.tenant, &Asked { most: 100, ..asked }).unwrap()
    }

    fn told(&self) -> Vec<String> {
        self.runs()[0].files.iter().map(|f| format!("{} {} {}", f.name, f.state, f.fault.code)).collect()
    }
}

trait Now {
    fn clock_now(&self) -> i64;
}

impl Now for Kit {
    fn clock_now(&self) -> i64 {
        self.installation().clock().now()
    }
}

// I4, I9: in the order of their names; each answered; what cannot be worked off stops nothing.
#[test]
fn files_are_imported_in_their_order_and_answered() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.put("JobFamily_InsertAndUpdate_en-GB_20_.csv", "code,label.en\nF1,Renamed\n");
        house.put("JobFamily_InsertOnly_en-GB_9_.csv", "code,label.en\nF1,First\nF2,Second\n,Nothing\n");
        house.put("holiday.jpg", b"\xff\xd8\xff");
        house.put("JobFamily_InsertOnly_en-GB_30_.csv", b"code,label.en\nF3,\xff\xfe\x00bad\n");
        house.put("Nothing_InsertOnly_en-GB_40_.csv", "code\nX\n");
        // Not allowed to the account that imports.
        house.put("Country_InsertAndUpdate_en-GB_50_.csv", "code,label.en\nXX,Nowhere\n");
        // One that still comes is not picked up.
        let half = house.begin("JobFamily_InsertOnly_en-GB_1_.csv", b"code,label.en\nF9,Half\n");
        house.work();
        assert!(house.runs().is_empty(), "not before it is due");
        house.night();
        assert_eq!(house.families(), ["F1", "F2"], "{:?}", house.runs());
        let run = &house.runs()[0];
        assert_eq!(
            (run.schedule.as_str(), run.state.as_str(), run.by_hand),
            ("nightly", "partly done", false)
        );
        let names: Vec<&str> = run.files.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "JobFamily_InsertOnly_en-GB_9_.csv",
                "JobFamily_InsertAndUpdate_en-GB_20_.csv",
                "JobFamily_InsertOnly_en-GB_30_.csv",
                "Nothing_InsertOnly_en-GB_40_.csv",
                "Country_InsertAndUpdate_en-GB_50_.csv",
                "holiday.jpg",
            ]
        );
        let codes: Vec<&str> = run.files.iter().map(|f| f.fault.code.as_str()).collect();
        assert_eq!(codes[..2], ["", ""], "{codes:?}");
        assert!(codes[2..].iter().all(|c| !c.is_empty()), "{codes:?}");
        assert!(house.names("in").is_empty());
        assert_eq!(
            house.names("done"),
            ["JobFamily_InsertAndUpdate_en-GB_20_.csv", "JobFamily_InsertOnly_en-GB_9_.csv"]
        );
        assert_eq!(house.names("rejected").len(), 4);
        let result = house.read("out/JobFamily_InsertOnly_en-GB_9_.result.csv");
        let lines: Vec<&str> = result.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[1].starts_with("2") && lines[1].contains("created"), "{result}");
        assert!(lines[3].starts_with("4") && lines[3].contains("rejected"), "{result}");
        let rejected = house.read("out/JobFamily_InsertOnly_en-GB_9_.rejected.csv");
        assert!(rejected.contains("Nothing") && !rejected.contains("First"), "{rejected}");
        assert!(house.read("out/holiday.result.csv").contains("file.name"));
        // The one that came later is there now.
        half.finish(kit.clock_now()).unwrap();
        house.night();
        assert_eq!(
            (house.families().len(), house.told()),
            (3, vec!["JobFamily_InsertOnly_en-GB_1_.csv done ".to_string()])
        );
        assert_eq!(house.runs()[0].state, "done");
    });
}

// I9: nothing there, nothing done, no error.
#[test]
fn an_empty_space_is_no_error() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.night();
        house.night();
        assert_eq!(house.runs().len(), 2);
        assert!(house.runs().iter().all(|r| r.state == "done" && r.files.is_empty()));
        assert!(house.names("out").is_empty());
        remove(&house.system, "nightly").unwrap();
        house.night();
        assert_eq!(house.runs().len(), 2);
        assert!(remove(&house.system, "nightly").unwrap_err().is("record.not_found"));
    });
}

// I5: the same file once more changes nothing and is answered beside the first.
#[test]
fn a_file_that_is_delivered_twice_is_answered_twice() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        for _ in 0..2 {
            house.put("JobFamily_InsertAndUpdate_en-GB_1_.csv", "code,label.en\nF1,First\n");
            ask(&house.system, "nightly").unwrap();
            house.work();
            assert!(house.runs()[0].by_hand);
        }
        let name = |end: &str| format!("JobFamily_InsertAndUpdate_en-GB_1_{end}");
        assert_eq!(house.names("done"), [name(".csv"), name("~2.csv")]);
        assert_eq!(house.names("out"), [name(".result.csv"), name("~2.result.csv")]);
        assert!(house.read(&format!("out/{}", name("~2.result.csv"))).contains("unchanged"));
        assert_eq!(house.families(), ["F1"]);
    });
}

// I9: a clock that is set back repeats no run, and what is asked for meanwhile is done all the same.
#[test]
fn a_clock_that_is_set_back_repeats_nothing() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.put("JobFamily_InsertOnly_en-GB_1_.csv", "code,label.en\nF1,First\n");
        house.night();
        assert_eq!((house.runs().len(), house.families().len()), (1, 1));
        // Three hours back, over the time at which it ran.
        kit.clock().advance(-180 * MINUTE);
        for _ in 0..6 {
            kit.clock().advance(30 * MINUTE);
            house.work();
        }
        assert_eq!(house.runs().len(), 1, "{:?}", house.runs());
        kit.clock().advance(-180 * MINUTE);
        house.put("JobFamily_InsertOnly_en-GB_2_.csv", "code,label.en\nF2,Second\n");
        ask(&house.system, "nightly").unwrap();
        house.work();
        assert_eq!((house.runs()[0].state.as_str(), house.families().len()), ("done", 2));
        house.night();
        assert_eq!(house.runs().len(), 3, "the next night comes once");
    });
}

// I9: an import that ends wakes the scheduler: no time need pass until what comes next is taken.
#[test]
fn the_end_of_an_import_wakes_the_scheduler() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        for n in 1..=3 {
            house.put(
                &format!("JobFamily_InsertOnly_en-GB_{n}_.csv"),
                format!("code,label.en\nF{n},Family {n}\n"),
            );
        }
        ask(&house.system, "nightly").unwrap();
        let now = kit.clock_now();
        while jobs::run_due(&kit.installation(), &|| false).unwrap() > 0 {}
        assert_eq!(house.runs()[0].state, "done", "{:?}", house.runs());
        assert_eq!((house.families().len(), kit.clock_now()), (3, now));
    });
}

// I9: a tick that meets another one at work leaves everything to it; one whose server is no more is followed at once.
#[test]
fn two_ticks_at_once_take_nothing_from_each_other() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.put("JobFamily_InsertOnly_en-GB_1_.csv", "code,label.en\nF1,One\n");
        house.exec(
            "INSERT INTO shared.job_queue (id, task, payload, state, run_at, lease_until, attempts, created_at)
             VALUES (900, 'schedule', 'null', 'running', 0, 9000000000000000, 1, 0)",
        );
        house.exec("INSERT INTO shared.meta (name, value) VALUES ('schedule-tick', '900.1')");
        talang_schedule::ask(&house.system, "nightly").unwrap();
        for _ in 0..20 {
            jobs::run_due(&kit.installation(), &|| false).unwrap();
            kit.clock().advance(500_000);
        }
        assert_eq!((house.runs().len(), house.names("in").len()), (0, 1), "the other one has it in hand");
        house.exec("UPDATE shared.job_queue SET lease_until = 0 WHERE id = 900");
        talang_schedule::ask(&house.system, "nightly").unwrap();
        house.work();
        assert_eq!(house.families(), ["F1"]);
        assert_eq!((house.runs().len(), house.names("in").len(), house.names("out").len()), (1, 0, 1));
    });
}

// O2: ended between any two notes, the run goes on, and no file is imported twice.
#[test]
fn a_run_that_was_killed_goes_on_without_harm() {
    both(&SETUP, |kit| {
        let name = "JobFamily_InsertOnly_en-GB_1_.csv";
        // Where the program ended: the file only taken; its import begun but not noted; worked off but not noted.
        let crashes = [
            "UPDATE shared.schedule_file SET state = 'taken', kind = '', job = NULL WHERE state = 'importing'",
            "UPDATE shared.schedule_file SET state = 'importing'",
            "UPDATE shared.schedule_file SET state = 'taken', kind = '', job = NULL",
        ];
        for (round, crash) in crashes.iter().enumerate() {
            let house = House::new_once(kit, round);
            house.put(name, format!("code,label.en\nF{round}a,First\nF{round}b,Second\n"));
            let imports = "SELECT COUNT(*) FROM shared.job_queue WHERE task = 'import'";
            let before = house.number(imports, &[]);
            ask(&house.system, "nightly").unwrap();
            // The first tick takes the file and hands it over; then its import, then the rest.
            if round == 0 {
                jobs::run_due(&kit.installation(), &|| false).unwrap();
            } else {
                house.work();
            }
            house.exec(crash);
            house.exec("UPDATE shared.schedule_run SET state = 'running', ended_at = NULL WHERE id = (SELECT MAX(id) FROM shared.schedule_run)");
            // The worker's job is one whose lease has run out.
            house.exec("UPDATE shared.job_queue SET run_at = 0 WHERE task = 'schedule' AND state = 'ready'");
            ask(&house.system, "nightly").unwrap();
            house.work();
            assert_eq!(house.number(imports, &[]), before + 1, "imported once");
            assert!(house.families().contains(&format!("F{round}b")), "{:?}", house.runs());
            assert!(house.names("in").is_empty() && house.space().claimed().unwrap().is_empty());
            assert!(house.runs().iter().all(|r| r.state == "done"), "{:?}", house.runs());
            let result = house.runs().iter().find_map(|r| r.files.last().map(|f| f.result.clone())).unwrap();
            assert!(
                !house.read(&format!("out/{result}")).contains("rejected"),
                "no line is told as a double"
            );
        }
    });
}

// O2: two servers share the work and do nothing twice.
#[test]
fn two_servers_run_nothing_twice() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        for n in 1..=8 {
            house.put(&format!("JobFamily_InsertOnly_en-GB_{n}_.csv"), format!("code,label.en\nF{n},Name\n"));
        }
        kit.clock().advance(24 * 60 * MINUTE);
        std::thread::scope(|threads| {
            for _ in 0..2 {
                // A clock that ran ahead of the work would end leases of workers that are alive.
                threads.spawn(|| house.work_at(20_000, std::time::Duration::from_millis(20)));
            }
        });
        house.work();
        assert_eq!(house.runs().len(), 1);
        let run = &house.runs()[0];
        assert_eq!((run.state.as_str(), run.files.len()), ("done", 8), "{run:?}");
        let mut names: Vec<&String> = run.files.iter().map(|f| &f.name).collect();
        names.dedup();
        assert_eq!(names.len(), 8);
        assert_eq!(house.number("SELECT COUNT(*) FROM shared.job_queue WHERE task = 'import'", &[]), 8);
    });
}

// I9: what was missed is made up for once, or not, as the schedule says.
#[test]
fn what_was_missed_is_made_up_for_once() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let house = House::new(&kit);
    kit.clock().advance(5 * 24 * 60 * MINUTE);
    house.work();
    assert_eq!(house.runs().len(), 1, "once for five nights");
    house.set("nightly", false);
    kit.clock().advance(5 * 24 * 60 * MINUTE);
    house.work();
    assert_eq!(house.runs().len(), 1, "not at all");
    assert!(schedules(&house.tenant).unwrap()[0].next_at > kit.clock_now(), "and goes on from now");
}

// A7, A10, I9: whoever may put files into the space gets no power by it, whatever the account that imports may do.
#[test]
fn nothing_in_the_space_gives_anybody_power() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        kit.role(
            &house.tenant,
            "mighty",
            &[("*", "*", "read, create, update, delete, import, export", "all")],
        );
        let link = || vec![("user", "operator".into()), ("role", "mighty".into())];
        house.system.change(Kind::Shared, |c| c.create("UserRole", link())).unwrap();
        let catalogue = house.system.view(|v| Ok(v.catalogue())).unwrap();
        let walled: Vec<_> = catalogue
            .objects()
            .iter()
            .filter(|o| !o.def.internal && needs_somebody(o.def))
            .cloned()
            .collect();
        for name in
            ["User", "UserRole", "RoleRight", "ListOwner", "FileAccount", "ApiClient", "FeatureSwitch"]
        {
            assert!(walled.iter().any(|o| o.def.name == name), "{name}");
        }
        let counts = || -> Vec<i64> {
            let count = |t: String| house.number(&format!("SELECT COUNT(*) FROM {t}"), &[]);
            walled.iter().map(|o| count(o.table_name())).collect()
        };
        let before = counts();
        for object in &walled {
            let example = csv::example(&house.system, object.def.name).unwrap();
            house.put(&example.file_name, &example.text);
        }
        // Nor under a harmless name, among lines that are welcome.
        let format = "code = \"guests\"\nname.en = \"Guests\"\n[[source]]\ncolumns = [\"who\", \"what\"]\n\
            [[source.output]]\nobject = \"JobFamily\"\norder = 1\n[source.output.columns]\ncode = { from = \"who\" }\n\
            \"label.en\" = { from = \"what\" }\n[[source.output]]\nobject = \"UserRole\"\norder = 2\n[source.output.columns]\n\
            user = { constant = \"operator\" }\nrole = { from = \"what\" }\n";
        csv::adapted::save(&house.system, format).unwrap();
        house.put("guests.csv", "who,what\nF7,importer\n");
        house.night();
        let run = &house.runs()[0];
        assert_eq!(run.files.len(), walled.len() + 1, "{run:?}");
        for file in &run.files {
            assert_eq!(
                (file.state.as_str(), file.fault.code.as_str()),
                ("rejected", "right.unattended"),
                "{file:?}"
            );
            assert!(house.read(&format!("out/{}", file.result)).contains("somebody who is signed in"));
        }
        assert_eq!(counts(), before);
        assert!(house.families().is_empty(), "not half of it either");
        // The same account by somebody's own hand may.
        let link = csv::example(&house.system, "Role").unwrap();
        let path = house.tenant.db().attachments().work_folder().unwrap().join(&link.file_name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &link.text).unwrap();
        let operator = kit.scope(&house.tenant, "operator");
        csv::job::start(&operator, &path, &link.file_name, false, None).unwrap();
        house.kit.clock().advance(1);
        jobs::run_due(&kit.installation(), &|| false).unwrap();
        let roles = walled.iter().position(|o| o.def.name == "Role").unwrap();
        assert_eq!(counts()[roles], before[roles] + 1);
    });
}

// The tenant decides whether its files are imported: without the account they stay where they are.
#[test]
fn without_the_account_files_stay() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let house = House::new(&kit);
    house.exec("UPDATE shared.user SET state = 'suspended' WHERE login = 'operator'");
    house.put("JobFamily_InsertOnly_en-GB_1_.csv", "code,label.en\nF1,First\n");
    house.night();
    assert_eq!(house.names("in").len(), 1);
    let run = &house.runs()[0];
    assert_eq!((run.state.as_str(), run.fault.code.as_str()), ("failed", "schedule.operator"));
}

/// Mails that wait, as `recipient template`.
fn mails(house: &House<'_>) -> Vec<String> {
    let sql = "SELECT recipient, template FROM shared.mail_message ORDER BY id";
    let rows =
        house.tenant.db().read(|conn| conn.query(sql, &[])).map_err(|e: talang_store::Error| e).unwrap();
    rows.iter().map(|r| format!("{} {}", r[0].text(), r[1].text())).collect()
}

/// The post, which keeps every mail as it left.
fn with_mails(kit: &Kit) -> Arc<talang_mail::Post> {
    let options = talang_mail::Options {
        transport: talang_mail::Transport::Catcher,
        folder: kit.data().join("mails"),
        ..Default::default()
    };
    let post = Arc::new(talang_mail::Post::new(options, false, "localhost", None).unwrap());
    kit.installation().provide(post.clone());
    post
}

// I9, O5: who is to know of trouble gets one mail per run, in their language, with nothing in it that is personal.
#[test]
fn trouble_is_told_by_mail_once() {
    both(&SETUP, |kit| {
        let post = with_mails(kit);
        let house = House::new(kit);
        kit.user(&house.tenant, "dora", None, &[]);
        house.exec(
            "UPDATE shared.user SET email = 'dora@acme.example', culture = 'de-DE' WHERE login = 'dora'",
        );
        let alerts = |who: &[&str]| {
            let alerts = who.iter().map(|w| (*w).to_string()).collect();
            save(&house.system, &Schedule { alerts, ..nightly("nightly") })
        };
        let asked = || {
            ask(&house.system, "nightly").unwrap();
            house.work();
        };
        assert!(alerts(&["nobody"]).unwrap_err().is("schedule.alert"));
        alerts(&["dora", "it@acme.example", "dora@acme.example"]).unwrap();
        house.put("JobFamily_InsertOnly_en-GB_1_.csv", "code,label.en\nF1,First\n");
        asked();
        assert_eq!((house.runs()[0].state.as_str(), mails(&house).len()), ("done", 0), "nothing to tell");
        // Two lines of which one is refused, under a name that says too much.
        house.put(
            "JobFamily_InsertOnly_en-GB_2_Mrs Secret.csv",
            "code,label.en\nF2,Secret person\n,Nothing\n",
        );
        asked();
        assert_eq!(house.runs()[0].state, "partly done");
        let partly = ["dora@acme.example schedule-partly", "it@acme.example schedule-partly"];
        assert_eq!(mails(&house), partly, "each once");
        let mut letters = post.caught(&house.tenant);
        letters.sort_by(|a, b| a.to.cmp(&b.to));
        let told: Vec<&str> = letters.iter().map(|l| l.text.as_str()).collect();
        assert!(
            told[0].contains("Abgelehnte Zeilen: 1") && told[1].contains("Lines rejected: 1"),
            "{told:?}"
        );
        assert!(told[1].contains("/access/file-space/runs/"), "{told:?}");
        assert!(!format!("{letters:?}").contains("Secret"), "{letters:?}");
        // It could not run at all; and an address that is gone keeps nobody else from knowing.
        house.exec("UPDATE shared.user SET state = 'suspended' WHERE login IN ('operator', 'dora')");
        house.put("JobFamily_InsertOnly_en-GB_3_.csv", "code,label.en\nF3,Third\n");
        asked();
        let failed = ["it@acme.example schedule-failed", "dora@acme.example schedule-failed"];
        assert_eq!(
            (house.runs()[0].state.as_str(), &mails(&house)[2..]),
            ("failed", &failed.map(String::from)[..])
        );
        // Late, and all well.
        house.exec("UPDATE shared.user SET state = 'active' WHERE login = 'operator'");
        alerts(&["it@acme.example"]).unwrap();
        kit.clock().advance(3 * 24 * 60 * MINUTE);
        house.work();
        assert!(house.runs()[0].late && house.runs()[0].state == "done");
        assert_eq!(mails(&house)[4..], ["it@acme.example schedule-late".to_string()]);
        // Whoever asked knows.
        ask(&house.system, "nightly").unwrap();
        house.work();
        assert_eq!(mails(&house).len(), 5);
    });
}

// I2, I9: a schedule keeps the adapted format as it was when it was set: changing it afterwards lets nothing more out.
#[test]
fn adapted_formats_are_kept_as_they_were_let_out() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        kit.role(&house.tenant, "exporter", &[("JobFamily", "*", "export", "all")]);
        let text = |t: &str| Value::Text(t.to_string());
        let columns = |json: &str| ("columns", text(json));
        house
            .system
            .change(Kind::Shared, |c| {
                c.create("UserRole", vec![("user", text("operator")), ("role", text("exporter"))])?;
                c.create(
                    "JobFamily",
                    vec![
                        ("code", text("SAIL")),
                        ("label", Value::Texts([("en".to_string(), "Sailing".to_string())].into())),
                    ],
                )?;
                c.create(
                    "ExportFormat",
                    vec![
                        ("code", text("short")),
                        ("label", text("Short")),
                        ("object", text("JobFamily")),
                        columns(r#"[{"field": "code", "header": "No"}, {"text": "x", "header": "Site"}]"#),
                        ("encoding", text("utf-8")),
                        ("separator", text("tab")),
                        ("line_end", text("lf")),
                    ],
                )
            })
            .unwrap();
        let layout = house.system.view(|v| csv::Layout::find(v, "short")).unwrap();
        let export = Export {
            object: "JobFamily".into(),
            name: "short".into(),
            layout: Some(layout),
            ..Export::default()
        };
        save(&house.system, &Schedule { work: Work::Export(export), ..nightly("nightly") }).unwrap();
        house.night();
        assert_eq!(house.runs()[0].state, "done", "{:?}", house.runs()[0]);
        assert_eq!(house.read("out/short.csv"), "No\tSite\nSAIL\tx\n");
        house
            .system
            .change(Kind::Shared, |c| {
                let id = c.resolve("ExportFormat", "short")?.unwrap();
                c.update("ExportFormat", id, vec![columns(r#"[{"field": "label.en"}]"#)])
            })
            .unwrap();
        house.night();
        assert_eq!(house.read("out/short~2.csv"), "No\tSite\nSAIL\tx\n");
    });
}

// I1, I2, I9, O2: files for others appear in `out/`, whole, and within the rights of the account that makes them.
#[test]
fn files_are_exported_at_set_times() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        kit.role(&house.tenant, "exporter", &[("JobFamily", "*", "export", "all")]);
        let link = || vec![("user", "operator".into()), ("role", "exporter".into())];
        let export = |name: &str| {
            Work::Export(Export {
                object: "JobFamily".into(),
                columns: vec!["label.en".into(), "code".into()],
                filter: "code starts F".into(),
                culture: "de-DE".into(),
                name: name.into(),
                ..Export::default()
            })
        };
        let set = |work: Work| save(&house.system, &Schedule { work, ..nightly("nightly") });
        for (wrong, code) in [
            (Export { object: "Nothing".into(), ..Export::default() }, "object.unknown"),
            (
                Export { object: "JobFamily".into(), columns: vec!["nothing".into()], ..Export::default() },
                "field.unknown",
            ),
            (
                Export { object: "JobFamily".into(), name: "../escape".into(), ..Export::default() },
                "file_space.name",
            ),
            (
                Export { object: "JobFamily".into(), culture: "xx".into(), ..Export::default() },
                "value.culture",
            ),
        ] {
            let error = set(Work::Export(wrong.clone())).expect_err(code);
            assert!(error.is(code), "{wrong:?}: {error:?}");
        }
        set(export("")).unwrap();
        house.night();
        let run = &house.runs()[0];
        assert_eq!(
            (run.task.as_str(), run.state.as_str(), run.fault.code.as_str()),
            ("export", "failed", "right.missing")
        );
        assert!(house.names("out").is_empty(), "nor half a file");
        house.system.change(Kind::Shared, |c| c.create("UserRole", link())).unwrap();
        let make = |code: &str, label: &str| {
            house.put("JobFamily_InsertOnly_en-GB_1_.csv", format!("code,label.en\n{code},{label}\n"));
            save(&house.system, &nightly("imports")).unwrap();
            ask(&house.system, "imports").unwrap();
            house.work();
        };
        make("F1", "First");
        remove(&house.system, "imports").unwrap();
        house.night();
        assert_eq!(house.runs()[0].state, "done", "{:?}", house.runs()[0]);
        let name = house.runs()[0].files[0].name.clone();
        assert!(
            name.starts_with("JobFamily_InsertAndUpdate_de-DE_10_20") && name.ends_with(".csv"),
            "{name}"
        );
        assert_eq!(house.read(&format!("out/{name}")), "\u{feff}label.en;code\r\nFirst;F1\r\n");
        assert_eq!(house.runs()[0].files[0].count("lines"), 1);
        // A name of its own; the second does not take the place of the first, which somebody may be fetching.
        set(export("families")).unwrap();
        for _ in 0..2 {
            ask(&house.system, "nightly").unwrap();
            house.work();
        }
        assert!(
            house.names("out").ends_with(&["families.csv".into(), "families~2.csv".into()]),
            "{:?}",
            house.names("out")
        );
        // Ended before it was noted, the same file is written once more.
        house.exec("UPDATE shared.schedule_file SET state = 'writing' WHERE id = (SELECT MAX(id) FROM shared.schedule_file)");
        house.exec("UPDATE shared.schedule_run SET state = 'running' WHERE id = (SELECT MAX(id) FROM shared.schedule_run)");
        ask(&house.system, "nightly").unwrap();
        house.work();
        assert_eq!(
            house.names("out").iter().filter(|n| n.starts_with("families")).count(),
            3,
            "one more, asked for"
        );
        let latest = &house.runs()[1];
        assert_eq!((latest.files.len(), latest.state.as_str()), (1, "done"));
    });
}

// O1, O2: the purge and the mails that wait, with what came of them.
#[test]
fn purges_and_mails_are_tasks_with_a_history() {
    both(&SETUP, |kit| {
        with_mails(kit);
        let house = House::new(kit);
        for (code, work) in [("purge", Work::Purge), ("mails", Work::Mails)] {
            save(&house.system, &Schedule { active: false, work, ..nightly(code) }).unwrap();
        }
        remove(&house.system, "nightly").unwrap();
        house.put("old.csv", "x");
        kit.clock().advance(91 * 24 * 60 * MINUTE);
        house.put("new.csv", "x");
        ask(&house.system, "purge").unwrap();
        house.work();
        assert_eq!((house.names("in"), house.runs()[0].count("files")), (vec!["new.csv".to_string()], 1));
        house
            .system
            .change(Kind::Shared, |c| {
                let mail = talang_mail::Mail {
                    to: "x@acme.example",
                    employee: None,
                    culture: c.scope().culture,
                    template: "test",
                    arguments: vec![],
                    link: None,
                    expires: None,
                };
                talang_mail::enqueue(c, &mail)
            })
            .unwrap();
        // It was refused once and waits for tomorrow.
        house.exec(&format!("UPDATE shared.mail_queue SET due_at = {}", kit.clock_now() + 24 * 60 * MINUTE));
        house.exec("DELETE FROM shared.job_queue WHERE task LIKE 'mail%'");
        ask(&house.system, "mails").unwrap();
        house.work();
        assert_eq!((house.runs()[0].task.as_str(), house.runs()[0].count("mails")), ("mails", 1));
        jobs::run_due(&kit.installation(), &|| false).unwrap();
        assert_eq!(house.number("SELECT COUNT(*) FROM shared.mail_queue", &[]), 0, "it has left");
    });
}

// I9, A12: what ran is found again after its schedule is gone; who changed what is in the log.
#[test]
fn what_ran_is_found_and_what_changed_is_told() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.put("JobFamily_InsertOnly_en-GB_1_100%_done.csv", "code,label.en\nF1,First\n");
        house.night();
        house.put("JobFamily_InsertOnly_en-GB_2_.csv", "code,label.en\nF2,Second\n,Nothing\n");
        house.set("second", true);
        ask(&house.system, "second").unwrap();
        house.work();
        remove(&house.system, "nightly").unwrap();
        let found = |asked: Asked| house.asked(asked).iter().map(|r| r.schedule.clone()).collect::<Vec<_>>();
        assert_eq!(found(Asked { schedule: "nightly".into(), ..Asked::default() }), ["nightly"]);
        assert_eq!(found(Asked { state: "partly done".into(), ..Asked::default() }), ["second"]);
        assert_eq!(found(Asked { file: "100%_DONE".into(), ..Asked::default() }), ["nightly"]);
        assert_eq!(
            found(Asked { file: "1%d".into(), ..Asked::default() }),
            Vec::<String>::new(),
            "no wildcards"
        );
        let newest = house.runs()[0].id;
        assert_eq!(found(Asked { before: Some(newest), ..Asked::default() }), ["nightly"]);
        assert_eq!(run_of(&house.tenant, newest).unwrap(), house.runs()[0]);
        assert!(run_of(&house.tenant, 999).unwrap_err().is("record.not_found"));
        let sql =
            "SELECT detail FROM shared.activity_entry WHERE action = 'schedule-changed' ORDER BY number";
        let rows =
            house.tenant.db().read(|conn| conn.query(sql, &[])).map_err(|e: talang_store::Error| e).unwrap();
        let told: Vec<&str> = rows.iter().map(|r| r[0].text()).collect();
        assert_eq!(
            told,
            [
                "set nightly: import 0 2 * * * Europe/Paris",
                "set second: import 0 2 * * * Europe/Paris",
                "asked for second",
                "removed nightly"
            ]
        );
    });
}

impl<'a> House<'a> {
    /// The tenant as it is from the second time on.
    fn new_once(kit: &'a Kit, round: usize) -> House<'a> {
        if round == 0 {
            return House::new(kit);
        }
        let tenant = kit.tenant("acme");
        House { kit, system: kit.system(&tenant), tenant }
    }
}
