//! Passkeys: the ceremonies of Web Authentication Level 3 (W3C), as a relying party checks them (A6).
//!
//! Pure functions over what a browser sent: no storage, no clock, no random numbers, no other crate of ours. Whoever calls
//! keeps the challenges, each for one use and a short time, and the public keys.
//!
//! - [`creation_options`], then [`register`]: a passkey is made.
//! - [`request_options`], then [`Assertion::read`] and [`Assertion::verify`]: it is used.
//!
//! Only what these ceremonies need is understood, everything else is refused: attestation by no one or by the key itself,
//! ES256, EdDSA and RS256, CBOR in the form that authenticators must write (CTAP 2.2 section 8). What is refused is told by
//! [`Refusal`], for the log; the person at the browser is told that it failed and nothing else.

mod authenticator;
mod cbor;
mod client;
mod cose;
mod options;
mod refusal;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use serde::Deserialize;

use authenticator::AuthenticatorData;
use client::Ceremony;

pub use cose::{Algorithm, PublicKey};
pub use options::{Known, Person, Verification, creation_options, request_options};
pub use refusal::Refusal;

/// What is returned.
pub type Result<T> = std::result::Result<T, Refusal>;

/// The longest answer of a browser, in bytes: with room for keys of 4096 bits and what extensions add.
pub const LONGEST_ANSWER: usize = 64 * 1024;
/// The longest name of a credential, in bytes (section 4, *Credential ID*).
pub const LONGEST_ID: usize = 1023;

/// Who asks for a passkey, and from which pages.
#[derive(Clone, Copy, Debug)]
pub struct RelyingParty<'a> {
    /// The host to which passkeys are bound, without scheme and port.
    pub id: &'a str,
    /// The one origin whose pages may use them: scheme, host, and the port where it is not the scheme's own.
    pub origin: &'a str,
}

/// A passkey that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// Its name, of 1 to 1023 bytes.
    pub id: Vec<u8>,
    /// Its public key.
    pub key: PublicKey,
    /// Its signature counter; 0 where the authenticator keeps none.
    pub counter: u32,
    /// Its owner was verified by PIN, finger or face, not only present.
    pub verified: bool,
    /// It may be kept in several places (*backup eligible*). This never changes.
    pub backup_eligible: bool,
    /// It is kept in several places.
    pub backed_up: bool,
    /// How the browser reaches it: `internal`, `usb`, `nfc`, `ble`, `hybrid`, `smart-card`. Words that are none of these are left out.
    pub transports: Vec<String>,
}

/// A passkey as it is kept, for [`Assertion::verify`].
#[derive(Clone, Debug)]
pub struct Kept<'a> {
    /// Its public key.
    pub key: &'a PublicKey,
    /// The counter that it showed last.
    pub counter: u32,
    /// As it was at the registration.
    pub backup_eligible: bool,
    /// What stands for its owner in authenticators: random, and not the login.
    pub user_handle: &'a [u8],
}

/// A passkey that was used rightly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// The counter to keep.
    pub counter: u32,
    /// Its owner was verified by PIN, finger or face, not only present.
    pub verified: bool,
    /// It is kept in several places.
    pub backed_up: bool,
}

#[derive(Deserialize)]
struct Envelope<R> {
    id: String,
    #[serde(rename = "rawId")]
    raw_id: String,
    #[serde(rename = "type")]
    kind: String,
    response: R,
}

#[derive(Deserialize)]
struct Attestation {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    #[serde(rename = "attestationObject")]
    object: String,
    #[serde(default)]
    transports: Vec<String>,
}

#[derive(Deserialize)]
struct Response {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    #[serde(rename = "authenticatorData")]
    authenticator_data: String,
    signature: String,
    #[serde(rename = "userHandle")]
    user_handle: Option<String>,
}

impl<R: for<'a> Deserialize<'a>> Envelope<R> {
    fn read(answer: &[u8]) -> Result<(Envelope<R>, Vec<u8>)> {
        if answer.len() > LONGEST_ANSWER {
            return Err(Refusal::Malformed("the answer is too long"));
        }
        let envelope: Envelope<R> = serde_json::from_slice(answer)
            .map_err(|_| Refusal::Malformed("the answer is not the JSON of a credential"))?;
        let id = bytes(&envelope.id)?;
        if envelope.kind != "public-key" || envelope.id != envelope.raw_id {
            return Err(Refusal::Malformed("the answer is about another kind of credential"));
        }
        if id.is_empty() || id.len() > LONGEST_ID {
            return Err(Refusal::Malformed("the credential's name is empty or too long"));
        }
        Ok((envelope, id))
    }
}

/// Base64url without padding, in its one spelling.
fn bytes(text: &str) -> Result<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| Refusal::Malformed("a value is not base64url"))
}

/// The question that an answer says it is to. Whoever asked knows whether they did.
///
/// # Errors
/// [`Refusal::Malformed`].
pub fn challenge_of(answer: &[u8]) -> Result<Vec<u8>> {
    #[derive(Deserialize)]
    struct Any {
        #[serde(rename = "clientDataJSON")]
        client_data: String,
    }
    let (envelope, _) = Envelope::<Any>::read(answer)?;
    client::challenge(&bytes(&envelope.response.client_data)?)
}

/// Checks a passkey that was just made (section 7.1). `answer` is the JSON of `PublicKeyCredential.toJSON()`. Whether another
/// account has a credential of that name already is the caller's question (step 26).
///
/// # Errors
/// [`Refusal`]: what does not hold.
pub fn register(
    rp: RelyingParty<'_>,
    challenge: &[u8],
    answer: &[u8],
    verification: Verification,
) -> Result<Registered> {
    let (envelope, id) = Envelope::<Attestation>::read(answer)?;
    let client_data = bytes(&envelope.response.client_data)?;
    client::check(&client_data, Ceremony::Create, challenge, rp.origin)?;
    let object = bytes(&envelope.response.object)?;
    let statement = authenticator::Statement::read(&object)?;
    let data = AuthenticatorData::read(statement.authenticator_data)?;
    data.check(rp.id, verification)?;
    let made = data.made.as_ref().ok_or(Refusal::Malformed("there is no new key"))?;
    if made.id != id.as_slice() {
        return Err(Refusal::Credential);
    }
    let key = PublicKey::read(made.key)?;
    if let Some((algorithm, signature)) = statement.own_signature {
        // Packed self attestation (section 8.2): the new key vouches for itself, which says no more than that it exists.
        if algorithm != key.algorithm().number() {
            return Err(Refusal::Attestation);
        }
        key.verify(&signed(statement.authenticator_data, &client_data), signature)
            .map_err(|_| Refusal::Attestation)?;
    }
    let mut transports = Vec::new();
    for word in envelope.response.transports {
        if options::TRANSPORTS.contains(&word.as_str()) && !transports.contains(&word) {
            transports.push(word);
        }
    }
    Ok(Registered {
        id,
        key,
        counter: data.counter,
        verified: data.verified,
        backup_eligible: data.backup_eligible,
        backed_up: data.backed_up,
        transports,
    })
}

/// What the signature covers (section 7.2, step 20).
fn signed(authenticator_data: &[u8], client_data: &[u8]) -> Vec<u8> {
    [authenticator_data, digest(&SHA256, client_data).as_ref()].concat()
}

/// A passkey's answer, read but not checked: its names tell whose key it claims to be.
#[derive(Clone, Debug)]
pub struct Assertion {
    /// Name of the credential.
    pub id: Vec<u8>,
    /// Whose it is, as the authenticator says; there must be one where nobody was named before.
    pub user_handle: Option<Vec<u8>>,
    client_data: Vec<u8>,
    authenticator_data: Vec<u8>,
    signature: Vec<u8>,
}

impl Assertion {
    /// Reads the JSON of `PublicKeyCredential.toJSON()`.
    ///
    /// # Errors
    /// [`Refusal::Malformed`].
    pub fn read(answer: &[u8]) -> Result<Assertion> {
        let (envelope, id) = Envelope::<Response>::read(answer)?;
        let response = envelope.response;
        let user_handle = response.user_handle.as_deref().filter(|h| !h.is_empty()).map(bytes).transpose()?;
        Ok(Assertion {
            id,
            user_handle,
            client_data: bytes(&response.client_data)?,
            authenticator_data: bytes(&response.authenticator_data)?,
            signature: bytes(&response.signature)?,
        })
    }

    /// Checks it against the challenge and the key that were kept (section 7.2). With `named`, the account was known before
    /// and the authenticator need not name it; what it names must be right all the same.
    ///
    /// # Errors
    /// [`Refusal`]: what does not hold.
    pub fn verify(
        &self,
        rp: RelyingParty<'_>,
        challenge: &[u8],
        kept: &Kept<'_>,
        verification: Verification,
        named: bool,
    ) -> Result<Used> {
        match &self.user_handle {
            Some(handle) if handle == kept.user_handle => {}
            None if named => {}
            _ => return Err(Refusal::UserHandle),
        }
        client::check(&self.client_data, Ceremony::Get, challenge, rp.origin)?;
        let data = AuthenticatorData::read(&self.authenticator_data)?;
        data.check(rp.id, verification)?;
        if data.made.is_some() {
            return Err(Refusal::Malformed("an answer brings a new key"));
        }
        if data.backup_eligible != kept.backup_eligible {
            return Err(Refusal::Backup);
        }
        kept.key.verify(&signed(&self.authenticator_data, &self.client_data), &self.signature)?;
        // Section 6.1.1: a counter that does not grow tells of a second authenticator with the same key.
        if (data.counter != 0 || kept.counter != 0) && data.counter <= kept.counter {
            return Err(Refusal::Counter);
        }
        Ok(Used { counter: data.counter, verified: data.verified, backed_up: data.backed_up })
    }
}
