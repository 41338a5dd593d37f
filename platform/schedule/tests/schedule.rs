//! The scheduler as integrators meet it: files in `in/`, results in `out/` (I4, I9, O2), on both databases.

use std::sync::Arc;

use talang_engine::{Scope, Tenant, jobs};
use talang_files::{Begin, Files, Shared, SpacePath, Upload};
use talang_schedule::{Run, ask, remove, runs, save, schedules};
use talang_store::{Cell, P};
use talang_testkit::{Database, Kit, Setup, both};

const SETUP: Setup = Setup {
    modules: || {
        vec![
            talang_core_hr::module(),
            talang_interchange::module(),
            talang_files::module(),
            talang_schedule::module(),
        ]
    },
    seed: |_, _| Ok(()),
    seed_version: "1",
};

const MINUTE: i64 = 60_000_000;

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
        save(&self.system, code, "Every night", "0 2 * * *", "Europe/Paris", catch_up, true).unwrap();
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
        runs(&self.tenant, 100).unwrap()
    }

    fn told(&self) -> Vec<String> {
        self.runs()[0].files.iter().map(|f| format!("{} {} {}", f.name, f.state, f.fault)).collect()
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
        let codes: Vec<&str> = run.files.iter().map(|f| f.fault.as_str()).collect();
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
    assert_eq!((run.state.as_str(), run.fault.as_str()), ("failed", "schedule.operator"));
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
