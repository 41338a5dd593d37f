//! The durable queue: a job outlives the program, runs once, and comes again when it repeats.

use serde_json::json;
use talang_catalogue::Kind;
use talang_engine::{Module, Task, jobs};
use talang_testkit::{Setup, both};

/// Core HR with a task that counts its runs in a setting.
const SETUP: Setup = Setup {
    modules: || {
        let counting = Task {
            code: "count",
            run: |run| {
                let value = run.scope.view(|v| v.setting("count"))?.unwrap_or_default();
                run.progress(&json!({"half": true}))?;
                run.scope.change(Kind::Shared, |c| c.set_setting("count", &format!("{value}x")))?;
                Ok(json!({"runs": value.len() + 1}))
            },
        };
        vec![talang_core_hr::module(), Module { tasks: vec![counting], ..Module::default() }]
    },
    seed: |_, _| Ok(()),
    seed_version: "jobs",
};

fn count(kit: &talang_testkit::Kit) -> usize {
    let scope = kit.system(&kit.tenant("acme"));
    scope.view(|v| v.setting("count")).expect("read").unwrap_or_default().len()
}

#[test]
fn a_job_outlives_the_program_and_runs_once() {
    both(&SETUP, |kit| {
        let tenant = kit.tenant("acme");
        let now = talang_engine::Clock::now(kit.clock());
        let id = kit
            .system(&tenant)
            .change(Kind::Shared, |c| c.enqueue("count", &json!({}), now, None))
            .expect("enqueued");
        drop(tenant);
        kit.restart();
        assert_eq!(jobs::run_due(&kit.installation(), &|| false).expect("run"), 1);
        assert_eq!(jobs::run_due(&kit.installation(), &|| false).expect("run"), 0);
        assert_eq!(count(kit), 1);
        let job = kit.system(&kit.tenant("acme")).view(|v| v.job(Kind::Shared, id)).expect("job");
        assert_eq!((job.state.as_str(), job.result), ("done", json!({"runs": 1})));
    });
}

#[test]
fn a_job_of_the_future_waits_and_a_repeating_one_comes_again() {
    both(&SETUP, |kit| {
        let tenant = kit.tenant("acme");
        let hour = 3_600_000_000;
        let now = talang_engine::Clock::now(kit.clock());
        kit.system(&tenant)
            .change(Kind::Shared, |c| c.enqueue("count", &json!({}), now + hour, Some("0 3 * * *")))
            .expect("enqueued");
        let run = || jobs::run_due(&kit.installation(), &|| false).expect("run");
        assert_eq!(run(), 0);
        kit.clock().advance(hour);
        assert_eq!((run(), run()), (1, 0));
        // Noon has passed; the next one is at three in the night.
        kit.clock().advance(13 * hour);
        assert_eq!(run(), 0);
        kit.clock().advance(2 * hour);
        assert_eq!((run(), count(kit)), (1, 2));
    });
}

// A worker that died in the middle: its lease runs out and the job is taken up again.
#[test]
fn a_lost_worker_loses_no_job() {
    both(&SETUP, |kit| {
        let tenant = kit.tenant("acme");
        let now = talang_engine::Clock::now(kit.clock());
        kit.system(&tenant)
            .change(Kind::Shared, |c| c.enqueue("count", &json!({}), now, None))
            .expect("enqueued");
        let taken = "UPDATE shared.job_queue SET state = 'running', attempts = 1, lease_until = ?";
        let lost = [talang_store::P::Int(now + 60_000_000)];
        tenant.db().write(|conn| conn.exec(taken, &lost)).map_err(|e: talang_store::Error| e).expect("taken");
        let run = || jobs::run_due(&kit.installation(), &|| false).expect("run");
        assert_eq!(run(), 0);
        kit.clock().advance(61_000_000);
        assert_eq!((run(), count(kit)), (1, 1));
    });
}
