//! What the browser says that it did (section 5.8.1): collected client data.

use serde::Deserialize;

use crate::{Refusal, Result, bytes};

/// What it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ceremony {
    /// To make a passkey.
    Create,
    /// To use one.
    Get,
}

/// What counts of it; browsers may add more. A member that stands there twice is refused by the reader.
#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin")]
    cross_origin: Option<bool>,
    #[serde(rename = "topOrigin")]
    top_origin: Option<String>,
}

fn read(json: &[u8]) -> Result<ClientData> {
    serde_json::from_slice(json).map_err(|_| Refusal::Malformed("the client data are not their JSON"))
}

/// What it says that it answers to.
pub(crate) fn challenge(json: &[u8]) -> Result<Vec<u8>> {
    bytes(&read(json)?.challenge)
}

/// Steps 6–11 of section 7.1, 10–14 of section 7.2.
pub(crate) fn check(json: &[u8], ceremony: Ceremony, challenge: &[u8], origin: &str) -> Result<()> {
    let data = read(json)?;
    let kind = match ceremony {
        Ceremony::Create => "webauthn.create",
        Ceremony::Get => "webauthn.get",
    };
    if data.kind != kind {
        return Err(Refusal::Type);
    }
    // An empty challenge would be anybody's.
    if challenge.len() < 16 || bytes(&data.challenge)? != challenge {
        return Err(Refusal::Challenge);
    }
    if data.origin != origin {
        return Err(Refusal::Origin);
    }
    if data.cross_origin == Some(true) || data.top_origin.is_some() {
        return Err(Refusal::CrossOrigin);
    }
    Ok(())
}
