//! The one gate. Every door (screens, REST, CSV, batch) calls it with a [`Scope`], and it alone resolves references,
//! checks rights and accreditation, runs the owners' rules, writes rows and journal in one transaction, and announces
//! the change. A record that a scope may not see does not exist for it: 404, never 403.
//!
//! * [`Installation`] is the running program: store, registry of modules, clock.
//! * [`Scope`] says who asks, in which tenant, for which day, through which door. Nothing else names a tenant.
//! * [`View`] reads; [`Change`] writes one kind of data in one transaction.

pub mod accreditation;
pub mod acting;
pub mod activity;
pub mod change;
pub mod charter;
pub mod circle;
mod clock;
mod counts;
mod disguise;
pub mod erasure;
pub mod error;
pub mod expression;
pub mod feed;
pub mod following;
pub mod governance;
pub mod groups;
pub mod idempotency;
pub mod installation;
pub mod jobs;
pub mod journal;
pub mod limit;
mod memo;
pub mod merging;
pub mod network;
pub mod objects;
pub mod past;
pub mod query;
pub mod registry;
pub mod rights;
mod saving;
pub mod scope;
pub mod search;
pub mod settings;
pub mod sight;
mod sql;
pub mod tenant;
pub mod test_environment;
pub mod titles;
pub mod view;
pub mod wording;

pub use change::{Change, Draft, Mode, Outcome, Saved};
pub use circle::{Circle, Sealed, Tie};
pub use clock::{Clock, ManualClock, SystemClock};
pub use erasure::Stays;
pub use error::{Error, Result};
pub use following::Changed;
pub use groups::{Group, Grouping, Groups, Measure, Total, Unit};
pub use installation::{Installation, Options};
pub use limit::Limit;
pub use merging::{Lines, Merging};
pub use query::{AsOf, Filter, Op, Page, Path, Query, Sort};
pub use registry::{
    Awaits, Dimension, Feature, Finding, MenuEntry, Module, People, Registry, Removal, Rule, Task, Waiting,
    Watch,
};
pub use rights::{Action, Extents, Who};
pub use scope::{Actor, Door, Scope};
pub use tenant::Tenant;
pub use titles::Title;
pub use view::View;

pub use talang_catalogue::Language;
pub use talang_store::schema::Migration;
pub use talang_store::{IdSet, TenantId};
