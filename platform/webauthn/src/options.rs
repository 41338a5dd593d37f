//! What the browser is asked for: the JSON of `parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` (sections 5.1.8
//! and 5.1.10). Bytes are base64url.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::{Algorithm, RelyingParty};

/// Words for how a browser reaches an authenticator (section 5.8.4).
pub(crate) const TRANSPORTS: [&str; 6] = ["ble", "hybrid", "internal", "nfc", "smart-card", "usb"];

/// Whether the authenticator must make sure, by PIN, finger or face, who is there (section 5.8.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// It must: the passkey stands for both factors.
    Required,
    /// It should where it can: the passkey comes after a password.
    Preferred,
}

impl Verification {
    fn name(self) -> &'static str {
        match self {
            Verification::Required => "required",
            Verification::Preferred => "preferred",
        }
    }
}

/// For whom a passkey is made, as the authenticator will show it.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Random bytes that stand for the account: at most 64, never the login or a number (section 14.6.1).
    pub handle: &'a [u8],
    /// Login.
    pub login: &'a str,
    /// Name of the person.
    pub name: &'a str,
}

/// A passkey that the account has.
#[derive(Clone, Debug)]
pub struct Known {
    /// Its name.
    pub id: Vec<u8>,
    /// How the browser reaches it.
    pub transports: Vec<String>,
}

fn descriptors(known: &[Known]) -> Vec<Value> {
    known
        .iter()
        .map(|k| json!({"type": "public-key", "id": URL_SAFE_NO_PAD.encode(&k.id), "transports": k.transports}))
        .collect()
}

/// Asks for a new passkey. `have` are the account's own, which an authenticator must not have already; `seconds`: how long
/// the browser waits.
pub fn creation_options(
    rp: RelyingParty<'_>,
    company: &str,
    person: Person<'_>,
    challenge: &[u8],
    have: &[Known],
    seconds: u32,
) -> Value {
    let algorithms = Algorithm::ALL.map(|a| json!({"type": "public-key", "alg": a.number()}));
    json!({
        "rp": {"id": rp.id, "name": company},
        "user": {"id": URL_SAFE_NO_PAD.encode(person.handle), "name": person.login, "displayName": person.name},
        "challenge": URL_SAFE_NO_PAD.encode(challenge),
        "pubKeyCredParams": algorithms,
        "timeout": u64::from(seconds) * 1000,
        "excludeCredentials": descriptors(have),
        // A security key that keeps nothing and has no PIN still serves after the password.
        "authenticatorSelection": {"residentKey": "preferred", "requireResidentKey": false, "userVerification": "preferred"},
        "attestation": "none",
    })
}

/// Asks for the use of a passkey: one of `known`, or whichever the person picks where nobody is known yet.
pub fn request_options(
    rp: RelyingParty<'_>,
    challenge: &[u8],
    known: &[Known],
    verification: Verification,
    seconds: u32,
) -> Value {
    json!({
        "rpId": rp.id,
        "challenge": URL_SAFE_NO_PAD.encode(challenge),
        "timeout": u64::from(seconds) * 1000,
        "allowCredentials": descriptors(known),
        "userVerification": verification.name(),
    })
}
