//! Reading from providers' servers: https only, public addresses only, a few seconds, a few megabytes (`talang_outward`).

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_outward::{Allowed, Caller, Limits, Refusal, Request, Trust};

/// Largest answer, in bytes, and time for everything together.
const LIMITS: Limits = Limits { patience: Duration::from_secs(10), most: 4 << 20, cut: false };

/// Whether addresses of the own network, and http, are allowed: `internal_providers` of the configuration, for companies that
/// host both themselves, and for tests.
static INTERNAL: AtomicBool = AtomicBool::new(false);

/// Whose certificates are believed: `authorities` of the configuration.
static TRUST: RwLock<Option<Trust>> = RwLock::new(None);

/// Allows addresses of the own network, and http.
pub fn allow_internal(yes: bool) {
    INTERNAL.store(yes, Ordering::Relaxed);
}

/// Believes certificates of authorities of the own network, too.
pub fn believe(trust: Trust) {
    *TRUST.write().unwrap_or_else(PoisonError::into_inner) = Some(trust);
}

/// What came back.
#[derive(Debug)]
pub struct Fetched {
    /// HTTP status.
    pub status: u16,
    /// Body.
    pub body: Vec<u8>,
}

/// Reads an address.
///
/// # Errors
/// `provider.address`: not https, or not public; `provider.unreachable`.
pub fn get(address: &str) -> Result<Fetched> {
    fetch(address, &[], None)
}

/// Reads an address, or posts a form to it, with further headers.
///
/// # Errors
/// As [`get`].
pub fn fetch(address: &str, headers: &[(&str, &str)], form: Option<&[(&str, &str)]>) -> Result<Fetched> {
    let allowed = match INTERNAL.load(Ordering::Relaxed) {
        true => Allowed::everything(),
        false => Allowed::default(),
    };
    let pair = |(name, value): &(&str, &str)| {
        format!("{}={}", talang_http::encode(name), talang_http::encode(value))
    };
    let body = form.map(|form| form.iter().map(pair).collect::<Vec<_>>().join("&"));
    let mut headers = headers.to_vec();
    if body.is_some() {
        headers.push(("content-type", "application/x-www-form-urlencoded"));
    }
    let request = Request { address, headers: &headers, body: body.as_deref().map(str::as_bytes) };
    let trust = TRUST.read().unwrap_or_else(PoisonError::into_inner).clone().unwrap_or_default();
    match Caller::new(Arc::new(allowed), LIMITS, &trust).call(&request) {
        Ok(answer) => Ok(Fetched { status: answer.status, body: answer.body }),
        // A name that is not known may be one of a network that is not asked.
        Err(Refusal::Address | Refusal::NotFound) => {
            Err(Error::from(Fault::new("provider.address").with("address", address)))
        }
        Err(_) => Err(Error::from(Fault::new("provider.unreachable").with("address", address))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_other_networks_than_the_internet_are_not_called() {
        // OWASP ASVS 5.0 13.2.4
        for address in [
            "http://idp.example/metadata",
            "ftp://idp.example/",
            "file:///etc/passwd",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://user@idp.example/",
            "https://localhost/",
            "nonsense",
        ] {
            assert!(get(address).is_err_and(|e| e.is("provider.address")), "{address}");
        }
    }
}
