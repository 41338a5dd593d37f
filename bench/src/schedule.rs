//! A file by SFTP, the scheduler and the gate, against the same lines by the command line's import, in one run.

use std::time::{Duration, Instant};

use talang_engine::Tenant;
use talang_schedule::{Asked, Schedule, ask, runs, save};

use crate::files::{Programs, goal_of, middle, serve, sftp};
use crate::import::{import, write_file};
use crate::report::{Report, Target};
use crate::world::World;

/// How often each way is gone, each time with a new tenant; the middle one counts.
const ROUNDS: usize = 3;

/// Seconds from the client's first byte to the end of the run.
pub fn run(rows: usize) -> bool {
    let Some(programs) = Programs::find() else { return false };
    let world = World::new("schedule", 10);
    let here = world.folder.0.join("client");
    std::fs::create_dir_all(&here).expect("a folder");
    let server = serve(&world, &programs, &here, 1024);
    let workers = world.workers();

    let (mut direct, mut scheduled) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // A tenant of its own for each: neither has the other's rows in its way.
        let tenant = world.tenant(&format!("direct{round}"));
        let scope = world.operator(&tenant);
        let object = scope.view(|v| v.object("Employee")).expect("the object");
        let file = write_file(&world.folder.0, &object, rows);
        let begun = Instant::now();
        let counts = import(&scope, &file);
        direct.push(begun.elapsed());
        assert_eq!(counts.created as usize, rows, "{counts:?}");

        let name = format!("scheduled{round}");
        let goal = goal_of(&world, &server, &here, &name);
        let tenant = world.tenant(&name);
        let schedule = Schedule {
            code: "now".into(),
            label: "Now".into(),
            cron: "0 0 1 1 *".into(),
            zone: "UTC".into(),
            ..Schedule::default()
        };
        save(&world.system(&tenant), &schedule).expect("a schedule");
        std::fs::copy(&file, here.join("file")).expect("a file");
        let begun = Instant::now();
        sftp(&programs, &here, &goal, "put file in/Employee_InsertAndUpdate_en-GB_10_.csv\n");
        ask(&world.system(&tenant), "now").expect("a schedule");
        let created = wait(&tenant);
        scheduled.push(begun.elapsed());
        assert_eq!(created, i64::try_from(rows).unwrap_or_default(), "every line is a new employee");
    }
    drop(workers);
    let (direct, scheduled) = (middle(direct).as_secs_f64(), middle(scheduled).as_secs_f64());
    let mut report = Report::new("schedule");
    report.figure("import by command line", direct, "s", None, Target::None);
    report.figure("by SFTP, scheduler and gate", scheduled, "s", None, Target::None);
    let ratio = scheduled / direct;
    report.figure("ratio", ratio, "", Some((ratio, "the import by command line")), Target::AtMost(1.3));
    report.end()
}

/// Waits until the run is over; how many records its file made.
fn wait(tenant: &Tenant) -> i64 {
    loop {
        let all = runs(tenant, &Asked { most: 10, ..Asked::default() }).expect("the runs");
        if let Some(run) = all.first().filter(|r| r.state != "running") {
            assert_eq!(run.state, "done", "{all:?}");
            return run.files.first().map_or(0, |f| f.count("created"));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
