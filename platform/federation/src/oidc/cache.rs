//! What providers publish about themselves, their keys included, kept for an hour: a sign-in costs them one request, and nobody
//! can make this server ask them more often than every few seconds.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use serde_json::Value as Json;
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_http::Call;

/// For how long it is kept, in microseconds.
pub(super) const KEPT: i64 = 3_600_000_000;
/// How soon a provider is asked again, whatever came of it, in microseconds.
const PAUSE: i64 = 5_000_000;

/// When an address was asked last (microseconds since 1970), and what it said; nothing where it said nothing usable.
type Answers = HashMap<String, (i64, Option<Arc<Json>>)>;

static ANSWERS: LazyLock<Mutex<Answers>> = LazyLock::new(Mutex::default);

/// The JSON at an address, at most so many microseconds old, or as old as the pause between two questions demands.
///
/// # Errors
/// `provider.address`, `provider.unreachable`.
pub(super) fn json(call: &Call, address: &str, most: i64) -> Result<Arc<Json>> {
    let unusable = || Error::from(Fault::new("provider.unreachable").with("address", address));
    let now = call.installation.clock().now();
    let known = ANSWERS.lock().unwrap_or_else(PoisonError::into_inner).get(address).cloned();
    match known {
        Some((asked, Some(json))) if now < asked + most.max(PAUSE) => return Ok(json),
        Some((asked, None)) if now < asked + PAUSE => return Err(unusable()),
        _ => {}
    }
    let read = crate::fetch::get(address).and_then(|fetched| match fetched.status {
        200 => serde_json::from_slice(&fetched.body).map(Arc::new).map_err(|_| unusable()),
        _ => Err(unusable()),
    });
    let mut answers = ANSWERS.lock().unwrap_or_else(PoisonError::into_inner);
    answers.retain(|_, (asked, _)| now < *asked + KEPT);
    answers.insert(address.to_string(), (now, read.as_ref().ok().cloned()));
    read
}
