//! What a running server provides for webhooks: what may be called, and threads that send.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use serde::Deserialize;
use talang_engine::{Installation, TenantId};
use talang_outward::{Allowed, Caller, Limits, Trust};

use crate::{Place, deliver};

/// Deliveries to one subscription at the same time at most.
pub(crate) const EACH: usize = 4;
/// Longest time for a delivery, and how much of an answer is kept.
const LIMITS: Limits = Limits { patience: Duration::from_secs(10), most: 1_024, cut: true };

/// What the operator says about webhooks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// Addresses, networks and names of hosts of an own network that may be called, and without TLS.
    pub allow: Vec<String>,
    /// Deliveries of the whole installation at the same time at most.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options { allow: Vec::new(), threads: 16 }
    }
}

impl Options {
    /// Whether they make sense.
    ///
    /// # Errors
    /// A sentence about what is wrong.
    pub fn check(&self) -> Result<(), String> {
        if !(1..=256).contains(&self.threads) {
            return Err("webhooks.threads is from 1 to 256".to_string());
        }
        Allowed::parse(&self.allow).map(drop).map_err(|e| format!("webhooks.allow: {e}"))
    }
}

/// See the module. Give it to the installation with [`Installation::provide`].
pub struct Outlet {
    allowed: Arc<Allowed>,
    caller: Caller,
    threads: usize,
    lanes: Mutex<Lanes>,
    wake: Condvar,
}

/// A subscription of a tenant.
type Line = (TenantId, i64);

#[derive(Default)]
struct Lanes {
    queue: VecDeque<Line>,
    /// How often a subscription is in the queue or being worked on.
    busy: HashMap<Line, usize>,
    running: Vec<JoinHandle<()>>,
    ending: bool,
}

impl Outlet {
    /// One that may call what the options allow and believes the certificates of `trust`; without threads until
    /// [`Outlet::start`].
    ///
    /// # Errors
    /// A sentence about what is wrong in the options.
    pub fn new(options: &Options, trust: &Trust) -> Result<Arc<Outlet>, String> {
        options.check()?;
        let allowed = Arc::new(Allowed::parse(&options.allow)?);
        Ok(Arc::new(Outlet {
            caller: Caller::new(allowed.clone(), LIMITS, trust),
            allowed,
            threads: options.threads,
            lanes: Mutex::default(),
            wake: Condvar::new(),
        }))
    }

    /// What the installation was given; else one that calls nothing but the Internet.
    pub(crate) fn of(installation: &Installation) -> Arc<Outlet> {
        installation.provided::<Outlet>().unwrap_or_else(|| {
            let allowed = Arc::new(Allowed::default());
            Arc::new(Outlet {
                caller: Caller::new(allowed.clone(), LIMITS, &Trust::default()),
                allowed,
                threads: 0,
                lanes: Mutex::default(),
                wake: Condvar::new(),
            })
        })
    }

    pub(crate) fn allowed(&self) -> &Arc<Allowed> {
        &self.allowed
    }

    pub(crate) fn caller(&self) -> &Caller {
        &self.caller
    }

    /// Starts the threads that send.
    ///
    /// # Errors
    /// The machine gives no thread.
    pub fn start(self: &Arc<Outlet>, installation: &Arc<Installation>) -> std::io::Result<()> {
        let mut running = Vec::new();
        for number in 0..self.threads {
            let (outlet, installation) = (self.clone(), installation.clone());
            let name = format!("hooks-{number}");
            running.push(std::thread::Builder::new().name(name).spawn(move || outlet.work(&installation))?);
        }
        let mut lanes = self.lanes();
        (lanes.running, lanes.ending) = (running, false);
        Ok(())
    }

    /// Tells the threads to end and waits until they have: what they are sending is sent, the rest waits.
    pub fn end(&self) {
        let running = {
            let mut lanes = self.lanes();
            lanes.ending = true;
            lanes.queue.clear();
            std::mem::take(&mut lanes.running)
        };
        self.wake.notify_all();
        for thread in running {
            let _ = thread.join();
        }
        self.lanes().busy.clear();
    }

    fn lanes(&self) -> std::sync::MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether threads send; else whoever asks does.
    pub(crate) fn has_threads(&self) -> bool {
        let lanes = self.lanes();
        !lanes.running.is_empty() && !lanes.ending
    }

    /// Has a subscription's deliveries sent by as many threads as one may have. The queue is worked off in turn, a moment
    /// for each: nobody waits long for somebody else's.
    pub(crate) fn offer(&self, tenant: &TenantId, subscription: i64, wanted: usize) {
        let line = (tenant.clone(), subscription);
        let mut lanes = self.lanes();
        if lanes.ending {
            return;
        }
        let busy = lanes.busy.get(&line).copied().unwrap_or_default();
        let more = EACH.min(wanted).saturating_sub(busy);
        if more == 0 {
            return;
        }
        lanes.queue.extend(std::iter::repeat_n(line.clone(), more));
        lanes.busy.insert(line, busy + more);
        drop(lanes);
        self.wake.notify_all();
    }

    fn next(&self) -> Option<Line> {
        let mut lanes = self.lanes();
        loop {
            if lanes.ending {
                return None;
            }
            match lanes.queue.pop_front() {
                Some(line) => return Some(line),
                None => lanes = self.wake.wait(lanes).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn work(&self, installation: &Arc<Installation>) {
        while let Some(line) = self.next() {
            let sent = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let tenant = installation.tenant(&line.0)?;
                let place = Place { installation: installation.clone(), tenant };
                deliver::lane(&place, self, line.1, &|| self.lanes().ending)
            }));
            let more = matches!(sent, Ok(Ok(true)));
            if !matches!(sent, Ok(Ok(_))) {
                let now = installation.clock().now();
                let told = |d: &mut talang_store::directory::Directory<'_>| {
                    d.log(now, "error", "webhooks", Some(&line.0), "internal")
                };
                let _ = installation.store().directory(told);
            }
            let mut lanes = self.lanes();
            if more && !lanes.ending {
                lanes.queue.push_back(line);
                continue;
            }
            match lanes.busy.get_mut(&line) {
                Some(busy) if *busy > 1 => *busy -= 1,
                _ => {
                    lanes.busy.remove(&line);
                }
            }
        }
    }
}
