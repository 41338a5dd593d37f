//! Clients that are signed in now. Every second it is asked whether they still may be: who may not is cut off, in the
//! middle of a transfer too. The database is asked, so that another server's change counts.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use talang_engine::{Installation, TenantId};

use crate::Files;
use crate::accounts::Guest;
use crate::gate::Cutter;

/// See the module.
#[derive(Default)]
pub(crate) struct Live {
    all: Mutex<HashMap<u64, (Guest, Cutter)>>,
    next: AtomicU64,
}

/// A client's entry; it goes when this is dropped.
pub(crate) struct Seat {
    files: Arc<Files>,
    number: u64,
}

impl Files {
    /// Notes a client that has signed in.
    pub(crate) fn seat(self: &Arc<Files>, guest: Guest, cutter: Cutter) -> Seat {
        let number = self.live.next.fetch_add(1, Ordering::Relaxed);
        self.live.all.lock().unwrap_or_else(PoisonError::into_inner).insert(number, (guest, cutter));
        Seat { files: self.clone(), number }
    }

    /// How many clients of a tenant are signed in on this server.
    pub fn connected(&self, tenant: &TenantId) -> usize {
        let all = self.live.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.values().filter(|(guest, _)| guest.tenant.id() == tenant).count()
    }

    /// Cuts off who may no longer be here. Where the database does not answer, nobody is cut off and nobody comes in.
    pub(crate) fn cut_off(&self, installation: &Arc<Installation>) {
        let all: Vec<(Guest, Cutter)> =
            self.live.all.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect();
        for (guest, cutter) in all {
            if guest.still(installation).is_ok_and(|still| !still) {
                cutter.cut();
            }
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.files.live.all.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.number);
    }
}
