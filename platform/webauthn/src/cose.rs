//! Public keys as authenticators write them: COSE (RFC 9052 section 7, RFC 9053 section 7, RFC 8230).

use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};

use crate::cbor::Item;
use crate::{Refusal, Result};

/// What a passkey signs with. The order is that of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// EdDSA on Curve25519.
    EdDsa,
    /// RSA PKCS #1 v1.5 with SHA-256.
    Rs256,
}

impl Algorithm {
    /// All that are asked for.
    pub const ALL: [Algorithm; 3] = [Algorithm::Es256, Algorithm::EdDsa, Algorithm::Rs256];

    /// Its number in the registry *COSE Algorithms*.
    pub fn number(self) -> i64 {
        match self {
            Algorithm::Es256 => -7,
            Algorithm::EdDsa => -8,
            Algorithm::Rs256 => -257,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Material {
    /// A point, uncompressed: 4, x, y.
    P256([u8; 65]),
    Ed25519([u8; 32]),
    /// Modulus and exponent.
    Rsa(Vec<u8>, Vec<u8>),
}

/// A passkey's public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    material: Material,
    bytes: Vec<u8>,
}

/// Labels of key parameters.
const KEY_TYPE: i64 = 1;
const ALGORITHM: i64 = 3;
/// The curve; the modulus of RSA.
const FIRST: i64 = -1;
/// x; the exponent of RSA.
const SECOND: i64 = -2;
/// y.
const THIRD: i64 = -3;

/// 65537: the one exponent that is in use.
const EXPONENT: [u8; 3] = [1, 0, 1];

impl PublicKey {
    /// Reads a COSE key. Section 6.5.1 of Web Authentication: the algorithm must be there, and no parameter that need not.
    ///
    /// # Errors
    /// [`Refusal::Algorithm`]: another one than was asked for; [`Refusal::Key`], [`Refusal::Malformed`].
    pub fn read(bytes: &[u8]) -> Result<PublicKey> {
        let entries = Item::whole(bytes)?.entries()?;
        let get = |label: i64| entries.iter().find(|(k, _)| *k == Item::Number(label)).map(|(_, v)| v);
        let number = |label| match get(label) {
            Some(Item::Number(number)) => Ok(*number),
            _ => Err(Refusal::Key),
        };
        let part = |label| match get(label) {
            Some(Item::Bytes(bytes)) => Ok(*bytes),
            _ => Err(Refusal::Key),
        };
        let all = |count: usize| if entries.len() == count { Ok(()) } else { Err(Refusal::Key) };
        let algorithm = number(ALGORITHM)?;
        let algorithm =
            Algorithm::ALL.into_iter().find(|a| a.number() == algorithm).ok_or(Refusal::Algorithm)?;
        let material = match (algorithm, number(KEY_TYPE)?) {
            (Algorithm::Es256, 2) if number(FIRST)? == 1 => {
                all(5)?;
                let point = [&[4], part(SECOND)?, part(THIRD)?].concat();
                Material::P256(
                    point
                        .try_into()
                        .ok()
                        .filter(|_| part(SECOND).is_ok_and(|x| x.len() == 32))
                        .ok_or(Refusal::Key)?,
                )
            }
            (Algorithm::EdDsa, 1) if number(FIRST)? == 6 => {
                all(4)?;
                Material::Ed25519(part(SECOND)?.try_into().map_err(|_| Refusal::Key)?)
            }
            (Algorithm::Rs256, 3) => {
                all(4)?;
                let (modulus, exponent) = (part(FIRST)?, part(SECOND)?);
                let sound = (256..=512).contains(&modulus.len())
                    && modulus.first().is_some_and(|b| *b >= 0x80)
                    && modulus.last().is_some_and(|b| b % 2 == 1);
                if !sound || exponent != EXPONENT {
                    return Err(Refusal::Key);
                }
                Material::Rsa(modulus.to_vec(), exponent.to_vec())
            }
            _ => return Err(Refusal::Key),
        };
        Ok(PublicKey { material, bytes: bytes.to_vec() })
    }

    /// As it was read, to be kept.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What it signs with.
    pub fn algorithm(&self) -> Algorithm {
        match &self.material {
            Material::P256(_) => Algorithm::Es256,
            Material::Ed25519(_) => Algorithm::EdDsa,
            Material::Rsa(..) => Algorithm::Rs256,
        }
    }

    /// Whether the signature over the message is this key's.
    ///
    /// # Errors
    /// [`Refusal::Signature`].
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Result<()> {
        let verified = match &self.material {
            Material::P256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
            }
            Material::Ed25519(point) => UnparsedPublicKey::new(&ED25519, point).verify(message, signature),
            Material::Rsa(n, e) => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
        };
        verified.map_err(|_| Refusal::Signature)
    }
}
