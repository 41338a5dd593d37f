//! The space itself: quota, purge, what a scheduler does with it (I8, I9, O1).

use std::io::{Read, Write};

use talang_files::{Begin, SpacePath, Upload, Usage};
use talang_testkit::{Kit, both};

use crate::support::{House, SETUP, text};

const DAY: i64 = 86_400_000_000;

fn path(text: &str) -> SpacePath {
    SpacePath::parse(&SpacePath::default(), text).unwrap()
}

fn put(house: &House<'_>, at: &str, content: &[u8]) -> Result<(), String> {
    let upload = Upload::begin(&house.space(), &path(at), 7, Begin::Empty);
    let done = upload.and_then(|mut upload| {
        upload.write_at(0, content)?;
        upload.finish(house.kit.installation().clock().now())
    });
    done.map_err(|error| error.faults().remove(0).code.to_string())
}

fn refusal<T>(result: talang_engine::Result<T>) -> &'static str {
    match result {
        Ok(_) => "fine",
        Err(error) => error.faults().remove(0).code,
    }
}

// I8: what does not fit is refused while it is written, and leaves nothing.
#[test]
fn a_quota_is_kept_to_the_byte() {
    both(&SETUP, |kit| {
        let house = House::with(kit, |o| {
            o.quota_mib = 1;
            o.most_files = 4;
        });
        let full = 1 << 20;
        assert_eq!(put(&house, "in/a", &vec![1; full - 10]), Ok(()));
        assert_eq!(put(&house, "in/b", &[2; 11]), Err("file_space.full".into()));
        assert_eq!(house.on_disk("in"), ["a"], "nothing of it is left");
        assert_eq!(put(&house, "in/b", &[2; 10]), Ok(()));
        // The new one and the old one are there together for a moment.
        assert_eq!(put(&house, "in/b", &[3; 10]), Err("file_space.full".into()));
        house.space().remove(&path("in/a"), None).unwrap();
        assert_eq!(put(&house, "in/b", &[3; 10]), Ok(()));
        assert_eq!(house.space().usage().unwrap(), Usage { bytes: 10, files: 1 });
        // A hole counts as what it becomes.
        let mut upload = Upload::begin(&house.space(), &path("in/hole"), 7, Begin::Empty).unwrap();
        assert_eq!(refusal(upload.write_at(1 << 50, b"x")), "file_space.full");
        assert_eq!(refusal(upload.write_at(u64::MAX, b"x")), "file_space.full");
        assert_eq!(refusal(upload.finish(0)), "file_space.full", "what broke is not taken for a file");
        for name in ["in/1", "in/2", "in/3"] {
            house.space().make_folder(&path(name)).unwrap();
        }
        assert_eq!(refusal(house.space().make_folder(&path("in/4"))), "file_space.most");
        assert_eq!(put(&house, "in/4", b"x"), Err("file_space.most".into()));
        // Another program of the same installation counts the same.
        let counted = talang_files::Space::open(&house.disk(), house.space().limits(), false).unwrap();
        assert_eq!(counted.usage().unwrap(), house.space().usage().unwrap());
    });
}

// O1: after 90 days at the latest, earlier where the tenant says so.
#[test]
fn old_files_go_at_night() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let run = || talang_engine::jobs::run_due(&kit.installation(), &|| false).unwrap();
        put(&house, "in/old.csv", b"x").unwrap();
        put(&house, "out/folder/x", b"x").unwrap_err();
        house.space().make_folder(&path("out/folder")).unwrap();
        put(&house, "out/folder/old.csv", b"x").unwrap();
        {
            let mut half = Upload::begin(&house.space(), &path("in/half.csv"), 7, Begin::Empty).unwrap();
            half.write_at(0, b"half").unwrap();
        }
        assert_eq!(house.on_disk("in").len(), 2);
        kit.clock().advance(60 * DAY);
        put(&house, "in/new.csv", b"x").unwrap();
        assert!(run() >= 1, "the first account brought the task");
        let half = house.on_disk("in").iter().any(|name| name.starts_with('.'));
        assert!(
            !half || house.on_disk("in").len() == 3,
            "uploads are dated by the disk's own clock while they run"
        );
        kit.clock().advance(31 * DAY);
        assert!(run() >= 1);
        assert!(
            !house.on_disk("in").contains(&"old.csv".to_string())
                && !house.disk().join("out/folder/old.csv").exists()
        );
        assert!(house.on_disk("in").contains(&"new.csv".to_string()));
        let space = kit.system(&house.tenant).view(|v| v.resolve("FileSpace", "main")).unwrap().unwrap();
        let keep = |days: i64| {
            kit.system(&house.tenant).change(talang_catalogue::Kind::Shared, |c| {
                c.update("FileSpace", space, vec![("keep_days", talang_catalogue::Value::Int(days))])
            })
        };
        assert_eq!(refusal(keep(91)), "value.too_large", "90 days at most");
        keep(10).unwrap();
        kit.clock().advance(DAY);
        assert!(run() >= 1);
        assert!(house.on_disk("in").iter().all(|name| name.starts_with('.')), "{:?}", house.on_disk("in"));
    });
}

// I9: order by name, one gets it, nothing half done is visible, a crash forgets nothing.
#[test]
fn a_scheduler_takes_files_and_leaves_results() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (space, now) = (house.space(), kit.installation().clock().now());
        for name in ["in/b.csv", "in/a.csv", "in/Z.csv"] {
            put(&house, name, name.as_bytes()).unwrap();
        }
        let mut running = Upload::begin(&space, &path("in/0.csv"), 7, Begin::Empty).unwrap();
        running.write_at(0, b"half").unwrap();
        let waiting = || space.waiting().unwrap().iter().map(|e| e.name.clone()).collect::<Vec<_>>();
        assert_eq!(waiting(), ["Z.csv", "a.csv", "b.csv"]);
        let claimed = space.claim("a.csv").unwrap().unwrap();
        assert!(space.claim("a.csv").unwrap().is_none(), "one gets it");
        assert_eq!(waiting(), ["Z.csv", "b.csv"]);
        let mut content = String::new();
        claimed.open().unwrap().read_to_string(&mut content).unwrap();
        assert_eq!(content, "in/a.csv");
        let mut result = space.result("a.csv.result.csv").unwrap();
        result.write_all(b"line;outcome\n").unwrap();
        assert!(space.list(&path("out")).unwrap().is_empty(), "not before it is finished");
        result.finish(now).unwrap();
        assert_eq!(space.list(&path("out")).unwrap().len(), 1);
        assert_eq!(claimed.done(now).unwrap(), "a.csv");
        // The same name again: both are kept.
        put(&house, "in/a.csv", b"second").unwrap();
        assert_eq!(space.claim("a.csv").unwrap().unwrap().done(now).unwrap(), "a~2.csv");
        // A program that ended in the middle takes it up again.
        drop(space.claim("b.csv").unwrap());
        kit.restart();
        assert_eq!(space.claimed().unwrap(), ["b.csv"]);
        assert_eq!(space.resume("b.csv").unwrap().rejected(now).unwrap(), "b.csv");
        assert_eq!(house.on_disk("rejected"), ["b.csv"]);
        assert_eq!(space.claim("Z.csv").unwrap().unwrap().back().unwrap(), "Z.csv");
        assert_eq!(waiting(), ["Z.csv"]);
        for hostile in ["../out/a.csv.result.csv", "..", "", "a/b"] {
            assert!(space.claim(hostile).is_err(), "{hostile}");
            assert!(space.result(hostile).is_err(), "{hostile}");
        }
    });
}

// I8: what is wrong with an account is told where it is entered.
#[test]
fn accounts_are_checked_when_they_are_entered() {
    let kit = Kit::new(talang_testkit::Database::Sqlite, &SETUP);
    let house = House::new(&kit);
    let make = |login: &str, networks: &str| {
        let values = vec![("login", text(login)), ("label", text("x")), ("networks", text(networks))];
        kit.system(&house.tenant).change(talang_catalogue::Kind::Shared, |c| c.create("FileAccount", values))
    };
    assert_eq!(refusal(make("ok-1_2", "192.0.2.0/24, 2001:db8::/32")), "fine");
    for bad in ["a", "Ana", "1st", "a@b", "a b", "a.b", &"x".repeat(33)] {
        assert_eq!(refusal(make(bad, "192.0.2.0/24")), "file_space.login", "{bad}");
    }
    assert_eq!(refusal(make("net", "192.0.2.0/24, office")), "value.network");
}
