//! Webhooks (I10): what happens to records is told to other systems, signed as the Standard Webhooks specification (1.0.0)
//! says.
//!
//! * A `WebhookSubscription` says which events go to which address, and on the rights of which account they are read.
//! * The journal is the queue. `gather` follows it from a cursor per subscription and kind of data, and writes down what is
//!   to be delivered: numbers only. What a message says is read when it is sent, as far as the account may read it then.
//! * `deliver` sends. Of each record one delivery is due at a time, so that its events arrive in their order; other records
//!   do not wait for it. What fails is tried again for three days, with growing pauses.
//! * [`Outlet`] is what a running server provides: what may be called, and threads of their own, so that a slow receiver
//!   holds up nothing else. Without threads the job that delivers sends by itself.
//! * [`deliveries`], [`replay`] and their neighbours are what screens show and do.
//!
//! A message is built in `message` and signed in `secret`; another form of messages, for receivers that know no other, is a
//! [`Dialect`].

mod deliver;
mod dialect;
mod gather;
mod lanes;
mod log;
mod message;
mod secret;
mod subscription;
mod topics;

use std::sync::Arc;

use serde_json::Value as Json;
use talang_engine::{Actor, Change, Door, Installation, Module, Result, Rule, Scope, Task, Tenant};
use talang_store::P;

pub use deliver::{Attempt, send_sample};
pub use dialect::{Dialect, Signed, Unsigned};
pub use lanes::{Options, Outlet};
pub use log::{
    Asked, Delivery, KEPT_DAYS, Standing, attempts_of, deliveries, delivery_of, replay, replay_failed,
    replay_since, standing,
};
pub use secret::{Secret, new_secret, secrets, sign_with_key};
pub use subscription::ping;
pub use talang_outward::Trust;
pub use topics::{EVENTS, Ticks, Topics, is_told, ticks, words};

/// The rules of subscriptions, the tasks, and what looks at every change.
pub fn module() -> Module {
    Module {
        rules: vec![Rule {
            object: subscription::OBJECT,
            before: Some(subscription::check),
            after: Some(subscription::follow),
        }],
        tasks: vec![
            Task { code: gather::TASK, run: gather::run },
            Task { code: deliver::TASK, run: deliver::run },
            Task { code: log::PURGE, run: log::purge },
        ],
        watches: vec![gather::watch],
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

impl Place {
    pub(crate) fn of(scope: &Scope) -> Place {
        Place { installation: scope.installation().clone(), tenant: scope.tenant().clone() }
    }

    pub(crate) fn now(&self) -> i64 {
        self.installation.clock().now()
    }

    /// The other form of messages that there is, if one is.
    pub(crate) fn dialect(&self) -> Option<Arc<Dialect>> {
        self.installation.provided::<Dialect>()
    }

    /// The program itself: its bookkeeping.
    pub(crate) fn system(&self) -> Scope {
        Scope::new(&self.installation, &self.tenant, Actor::System, Door::Task)
    }
}

/// Sees to it that a task runs at `at` or before, within this transaction.
pub(crate) fn call(change: &mut Change<'_>, task: &'static str, at: i64) -> Result<()> {
    let sql = format!(
        "SELECT 1 FROM {}.job_queue WHERE task = ? AND state = 'ready' AND run_at <= ?",
        change.kind().name()
    );
    if change.system().query_one(&sql, &[P::Text(task), P::Int(at)])?.is_none() {
        change.as_program(|c| c.enqueue(task, &Json::Null, at, None))?;
    }
    Ok(())
}
