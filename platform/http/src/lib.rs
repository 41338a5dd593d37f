//! What every HTTP door shares: request, reply, route, call. No socket: the server turns real requests into these and
//! runs the handlers on blocking threads, as plain synchronous code.

pub mod cookies;
pub mod multipart;
mod reply;
mod request;
mod route;

pub use reply::{Body, Reply};
pub use request::{Method, Request, encode, form_pairs};
pub use route::{Access, Call, Route, Router, Session};
