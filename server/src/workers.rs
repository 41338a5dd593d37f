//! Threads that run background jobs until the program ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use talang_engine::Installation;

use crate::log;

/// See the module.
pub(crate) struct Workers {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Workers {
    /// Starts so many workers.
    pub(crate) fn start(installation: &Arc<Installation>, count: usize) -> std::io::Result<Workers> {
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
        Ok(Workers { stop, threads })
    }

    /// Tells the workers to end and waits until they have: jobs put themselves down where they can be taken up again.
    pub(crate) fn end(self) {
        self.stop.store(true, Ordering::SeqCst);
        for thread in self.threads {
            thread.thread().unpark();
            if thread.join().is_err() {
                log::line("error", "worker", &[]);
            }
        }
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
