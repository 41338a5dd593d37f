//! Work at set times, for tenants' file spaces (I9, O2): what lies in `in/` goes through the gate in the order of the file
//! names, files for others are written to `out/`, old ones are purged, mails that wait are sent, reports are made for their
//! readers (S7); one run at a time per tenant.
//!
//! * [`Times`] says when: a cron expression in a time zone; [`Rhythm`] says it for people.
//! * [`Schedule`] says what. [`save`], [`remove`] are the provider's; [`ask`] lets one run now.
//! * [`runs`] tells what there was. `alert` tells by mail what went wrong.
//! * `tick` is the job that comes again and again; `desk` works off one step after the other. Each step is written down before the next, imports are jobs of their own
//!   (`talang_interchange::csv::job`), and a step that is repeated after a crash finds what was done already. `errands` has
//!   the steps of work that is no import, `sending` those of reports; [`received`] and [`fetch`] are for their readers.

mod alert;
mod desk;
mod errands;
mod history;
mod plan;
mod rhythm;
mod sending;
mod tick;
mod times;

use std::sync::Arc;

use talang_engine::{Installation, Module, Task, Tenant};

pub use history::{Asked, Run, RunFile, Told, run_of, runs};
pub use plan::{Export, Schedule, Sending, To, Work, activate, ask, remove, save, schedules};
pub use rhythm::Rhythm;
pub use sending::{Received, fetch, received};
pub use times::Times;

/// The task, and what its mails say.
pub fn module() -> Module {
    Module {
        tasks: vec![
            Task { code: tick::TASK, run: tick::run },
            Task { code: sending::PURGE, run: sending::purge },
        ],
        messages: talang_engine::messages_of!("../messages"),
        ..Module::default()
    }
}

/// An installation and a tenant of it.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) installation: Arc<Installation>,
    pub(crate) tenant: Arc<Tenant>,
}
