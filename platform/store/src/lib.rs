//! A tenant's databases (T1–T3): SQLite files by default, PostgreSQL when one machine is outgrown.
//!
//! * [`Store`] opens an installation's data folder or database servers and hands out [`TenantDb`]s.
//! * [`TenantDb`] lends connections: many readers, one writer at a time.
//! * [`Conn`] speaks portable SQL with `?` placeholders; each kind of data is a schema of that name
//!   (`employees.assignment`), which on SQLite is an attached file.
//! * [`vault`] seals the secrets that stand in them.
//! * [`layout`] says which columns an object's fields have; [`schema`] makes the tables follow the catalogue.
//!
//! The store knows nothing of rights: only the engine may call it for business objects.

pub mod attachments;
pub mod conn;
pub mod directory;
pub mod error;
pub mod ids;
pub mod layout;
mod postgres_conn;
pub mod schema;
mod sqlite_conn;
pub mod store;
pub mod system;
pub mod vault;

pub use conn::{Cell, Conn, Dialect, P, Row};
pub use directory::{Directory, TenantId, TenantRow};
pub use error::{Error, Result};
pub use ids::IdSet;
pub use layout::Layout;
pub use store::{Backend, PostgresServer, Store, StoreOptions, TenantDb};
pub use vault::{Place, Sealer, Vault};
