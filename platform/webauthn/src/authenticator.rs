//! What the authenticator says (section 6.1), and the statement that comes with a new key (section 6.5).

use ring::digest::{SHA256, digest};

use crate::cbor::Item;
use crate::{LONGEST_ID, Refusal, Result, Verification};

/// Flags of authenticator data (section 6.1).
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const BACKUP_ELIGIBLE: u8 = 0x08;
const BACKED_UP: u8 = 0x10;
const NEW_KEY: u8 = 0x40;
const EXTENSIONS: u8 = 0x80;

/// Authenticator data.
pub(crate) struct AuthenticatorData<'a> {
    rp_id_hash: &'a [u8],
    present: bool,
    pub(crate) verified: bool,
    pub(crate) backup_eligible: bool,
    pub(crate) backed_up: bool,
    pub(crate) counter: u32,
    /// The key that was just made.
    pub(crate) made: Option<Made<'a>>,
}

/// A new key (section 6.5.1).
pub(crate) struct Made<'a> {
    pub(crate) id: &'a [u8],
    /// COSE.
    pub(crate) key: &'a [u8],
}

const SHORT: Refusal = Refusal::Malformed("the authenticator data end too early");

fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Result<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(count).ok_or(SHORT)?;
    *bytes = rest;
    Ok(taken)
}

impl<'a> AuthenticatorData<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<AuthenticatorData<'a>> {
        let mut rest = bytes;
        let rp_id_hash = take(&mut rest, 32)?;
        let flags = take(&mut rest, 1)?.first().copied().unwrap_or_default();
        let has = |flag: u8| flags & flag != 0;
        let counter = u32::from_be_bytes(take(&mut rest, 4)?.try_into().map_err(|_| SHORT)?);
        let made = if has(NEW_KEY) { Some(Made::read(&mut rest)?) } else { None };
        if has(EXTENSIONS) {
            let (extensions, behind) = Item::first(rest)?;
            // What they say is not asked for; what they are is.
            extensions.entries()?;
            rest = behind;
        }
        if !rest.is_empty() {
            return Err(Refusal::Malformed("something stands behind the authenticator data"));
        }
        Ok(AuthenticatorData {
            rp_id_hash,
            present: has(PRESENT),
            verified: has(VERIFIED),
            backup_eligible: has(BACKUP_ELIGIBLE),
            backed_up: has(BACKED_UP),
            counter,
            made,
        })
    }

    /// Steps 14–18 of section 7.1, 15–19 of section 7.2.
    pub(crate) fn check(&self, rp_id: &str, verification: Verification) -> Result<()> {
        if self.rp_id_hash != digest(&SHA256, rp_id.as_bytes()).as_ref() {
            return Err(Refusal::RelyingParty);
        }
        if !self.present {
            return Err(Refusal::Presence);
        }
        if verification == Verification::Required && !self.verified {
            return Err(Refusal::Verification);
        }
        if self.backed_up && !self.backup_eligible {
            return Err(Refusal::Backup);
        }
        Ok(())
    }
}

impl<'a> Made<'a> {
    fn read(rest: &mut &'a [u8]) -> Result<Made<'a>> {
        // The model of the authenticator says nothing without attestation.
        take(rest, 16)?;
        let length = u16::from_be_bytes(take(rest, 2)?.try_into().map_err(|_| SHORT)?);
        let length = usize::from(length);
        if length == 0 || length > LONGEST_ID {
            return Err(Refusal::Malformed("the credential's name is empty or too long"));
        }
        let id = take(rest, length)?;
        let (_, behind) = Item::first(rest)?;
        let key = rest.get(..rest.len() - behind.len()).ok_or(SHORT)?;
        *rest = behind;
        Ok(Made { id, key })
    }
}

/// The attestation object that comes with a new key.
pub(crate) struct Statement<'a> {
    pub(crate) authenticator_data: &'a [u8],
    /// Algorithm and signature of the new key itself (packed self attestation).
    pub(crate) own_signature: Option<(i64, &'a [u8])>,
}

impl<'a> Statement<'a> {
    /// Reads it. None was asked for; a browser leaves only that of the key itself in (section 5.1.3, step 22).
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Statement<'a>> {
        let (mut format, mut statement, mut data) = (None, None, None);
        for (key, value) in Item::whole(bytes)?.entries()? {
            match (key, value) {
                (Item::Text("fmt"), Item::Text(text)) => format = Some(text),
                (Item::Text("attStmt"), Item::Map(entries)) => statement = Some(entries),
                (Item::Text("authData"), Item::Bytes(bytes)) => data = Some(bytes),
                _ => return Err(Refusal::Malformed("the attestation object holds something else")),
            }
        }
        let (Some(format), Some(statement), Some(authenticator_data)) = (format, statement, data) else {
            return Err(Refusal::Malformed("the attestation object is not whole"));
        };
        let own_signature = match (format, statement.as_slice()) {
            ("none", []) => None,
            (
                "packed",
                [(Item::Text("alg"), Item::Number(algorithm)), (Item::Text("sig"), Item::Bytes(signature))],
            ) => Some((*algorithm, *signature)),
            _ => return Err(Refusal::Attestation),
        };
        Ok(Statement { authenticator_data, own_signature })
    }
}
