//! Calls to servers of others, at addresses that somebody entered: https only, public addresses only, no redirects, a few
//! seconds, an answer of limited size. An address must not make the server look around in the network in which it stands
//! (SSRF, OWASP ASVS 5.0 13.2.4).
//!
//! * [`Allowed`] is what the operator lets be called besides.
//! * [`Trust`] says whose certificates are believed.
//! * [`check`] judges an address as it is written, before anything is looked up.
//! * [`Caller`] calls. A name is looked up once, and what was judged is what is connected to: a name that answers
//!   differently the second time gains nothing.

mod allowed;
mod caller;
mod public;
mod trust;

pub use allowed::Allowed;
pub use caller::{Answer, Caller, Limits, Refusal, Request, check};
pub use trust::Trust;
