//! Threads that run background jobs until the program ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use talang_engine::{Installation, activity};
use talang_webhook::Outlet;

use crate::config::Siem;
use crate::log;
use crate::syslog::Forwarder;

/// See the module.
pub(crate) struct Workers {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
    outlet: Option<Arc<Outlet>>,
}

impl Workers {
    /// Starts so many workers.
    pub(crate) fn start(
        installation: &Arc<Installation>,
        count: usize,
        siem: &[Siem],
    ) -> std::io::Result<Workers> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut threads = Vec::new();
        for number in 0..count {
            let (installation, stop) = (installation.clone(), stop.clone());
            threads.push(
                std::thread::Builder::new()
                    .name(format!("jobs-{number}"))
                    .spawn(move || work(&installation, &stop))?,
            );
        }
        let outlet = installation.provided::<Outlet>();
        if let Some(outlet) = &outlet {
            outlet.start(installation)?;
        }
        let (installation, told, siem) = (installation.clone(), stop.clone(), siem.to_vec());
        threads.push(
            std::thread::Builder::new()
                .name("log".to_string())
                .spawn(move || keep_log(&installation, &told, &siem))?,
        );
        Ok(Workers { stop, threads, outlet })
    }

    /// Tells the workers to end and waits until they have: jobs put themselves down where they can be taken up again.
    pub(crate) fn end(self) {
        self.stop.store(true, Ordering::SeqCst);
        if let Some(outlet) = &self.outlet {
            outlet.end();
        }
        for thread in self.threads {
            thread.thread().unpark();
            if thread.join().is_err() {
                log::line("error", "worker", &[]);
            }
        }
    }
}

/// How often what waits for the application log is written.
const ROUND: Duration = Duration::from_secs(1);

/// The application log's own thread (A12): views of lists are written every second, the ends of the logs noted every few
/// seconds, technical entries older than 90 days removed once a day (O1); everything once more at the end.
fn keep_log(installation: &Arc<Installation>, stop: &AtomicBool, siem: &[Siem]) {
    const DAY: i64 = 86_400_000_000;
    let (mut sealed, mut purged) = (0, 0);
    let mut forwarder = Forwarder::new();
    loop {
        let ending = stop.load(Ordering::SeqCst);
        let now = installation.clock().now();
        let mut results = vec![activity::settle(installation)];
        if ending || now - sealed >= activity::SEALED_AFTER {
            sealed = now;
            // First: the end of a log that is gone must not be noted as that of its successor.
            results.push(installation.forget_replaced().map(drop));
            results.push(activity::seal(installation));
        }
        results.push(forwarder.round(installation, siem));
        if now - purged >= DAY {
            purged = now;
            let old = installation.store().directory(|d| d.purge_logs(now - 90 * DAY));
            results.push(old.map(drop).map_err(Into::into));
        }
        for error in results.into_iter().filter_map(Result::err) {
            let code = error.faults().first().map_or("internal", |f| f.code);
            log::line("error", "activity-log", &[("code", code.into())]);
        }
        if ending {
            return;
        }
        std::thread::park_timeout(ROUND);
    }
}

fn work(installation: &Arc<Installation>, stop: &AtomicBool) {
    let stopping = || stop.load(Ordering::SeqCst);
    while !stopping() {
        match talang_engine::jobs::run_due(installation, &stopping) {
            Ok(0) => std::thread::park_timeout(Duration::from_millis(400)),
            Ok(count) => log::line("info", "jobs", &[("count", count.into())]),
            Err(error) => {
                let code = error.faults().first().map_or("internal", |f| f.code);
                log::line("error", "jobs", &[("code", code.into())]);
                std::thread::park_timeout(Duration::from_secs(5));
            }
        }
    }
}
