//! Hashes of other systems (A4): verified as they are at the first sign-in, and made anew as Argon2id there.
//!
//! | text | what it is |
//! | --- | --- |
//! | `$pbkdf2-sha1$<iterations>$<salt>$<hash>` | PBKDF2 with HMAC-SHA1 (RFC 8018), the hash of any length |
//! | `$hmac-sha1$<key>$<hash>` | HMAC-SHA1 (RFC 2104) of the password |
//! | `$sha256$<salt>$<hash>` | SHA-256 of salt and password, one after the other |
//!
//! Salt, key and hash are Base64 (RFC 4648 section 4). The password is UTF-8; `-utf16` behind the name says that the other system
//! took it as UTF-16, little end first.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// More rounds than anybody used would keep the machine busy.
const MOST_ROUNDS: u32 = 10_000_000;

/// A hash of another system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Legacy {
    kind: Kind,
    utf16: bool,
    salt: Vec<u8>,
    hash: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Pbkdf2(u32),
    Hmac,
    Sha256,
}

impl Legacy {
    /// Reads a hash.
    pub fn parse(text: &str) -> Option<Legacy> {
        let mut parts = text.strip_prefix('$')?.split('$');
        let name = parts.next()?;
        let (name, utf16) = name.strip_suffix("-utf16").map_or((name, false), |n| (n, true));
        let (kind, length) = match name {
            "pbkdf2-sha1" => {
                let rounds = parts.next()?.parse().ok().filter(|n| (1..=MOST_ROUNDS).contains(n))?;
                (Kind::Pbkdf2(rounds), None)
            }
            "hmac-sha1" => (Kind::Hmac, Some(20)),
            "sha256" => (Kind::Sha256, Some(32)),
            _ => return None,
        };
        let salt = STANDARD.decode(parts.next()?).ok()?;
        let hash = STANDARD.decode(parts.next()?).ok()?;
        let fits = length.map_or((16..=64).contains(&hash.len()), |n| hash.len() == n);
        (parts.next().is_none() && fits).then_some(Legacy { kind, utf16, salt, hash })
    }

    /// Whether the password fits.
    pub fn verify(&self, password: &str) -> bool {
        let bytes = match self.utf16 {
            true => password.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            false => password.as_bytes().to_vec(),
        };
        let made = match self.kind {
            Kind::Pbkdf2(rounds) => {
                let mut out = vec![0; self.hash.len()];
                pbkdf2::pbkdf2_hmac::<sha1::Sha1>(&bytes, &self.salt, rounds, &mut out);
                out
            }
            Kind::Hmac => match Hmac::<sha1::Sha1>::new_from_slice(&self.salt) {
                Ok(mut mac) => {
                    mac.update(&bytes);
                    mac.finalize().into_bytes().to_vec()
                }
                Err(_) => return false,
            },
            Kind::Sha256 => Sha256::new().chain_update(&self.salt).chain_update(&bytes).finalize().to_vec(),
        };
        let differ = made.iter().zip(&self.hash).fold(0, |d, (a, b)| d | (a ^ b));
        made.len() == self.hash.len() && differ == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn b64(bytes: &[u8]) -> String {
        STANDARD.encode(bytes)
    }

    fn hex(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
    }

    // The vectors of RFC 6070 (PBKDF2-HMAC-SHA1) and RFC 2202 (HMAC-SHA1), and FIPS 180-4's "abc" cut into salt and password.
    #[test]
    fn the_published_vectors_fit() {
        for (rounds, hash) in [
            (1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
            (2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"),
            (4096, "4b007901b765489abead49d926f721d065a429c1"),
        ] {
            let text = format!("$pbkdf2-sha1${rounds}${}${}", b64(b"salt"), b64(&hex(hash)));
            assert!(Legacy::parse(&text).unwrap().verify("password"), "{rounds}");
            assert!(!Legacy::parse(&text).unwrap().verify("Password"), "{rounds}");
        }
        let hmac =
            format!("$hmac-sha1${}${}", b64(b"Jefe"), b64(&hex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")));
        assert!(Legacy::parse(&hmac).unwrap().verify("what do ya want for nothing?"));
        assert!(!Legacy::parse(&hmac).unwrap().verify("what do ya want for nothing"));
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let sha = format!("$sha256${}${}", b64(b"a"), b64(&hex(abc)));
        assert!(Legacy::parse(&sha).unwrap().verify("bc"));
    }

    #[test]
    fn another_encoding_is_another_password() {
        let salt = b"pepper";
        let bytes: Vec<u8> = "blåbær".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let hash = Sha256::new().chain_update(salt).chain_update(&bytes).finalize();
        let text = format!("$sha256-utf16${}${}", b64(salt), b64(&hash));
        assert!(Legacy::parse(&text).unwrap().verify("blåbær"));
        assert!(!Legacy::parse(&text.replace("-utf16", "")).unwrap().verify("blåbær"));
    }

    #[test]
    fn what_is_no_such_hash_is_not_read() {
        for bad in [
            "",
            "plain text",
            "$sha256$AAAA$AAAA",
            "$sha256$AAAA",
            "$md5$AAAA$AAAA",
            "$pbkdf2-sha1$0$AAAA$DGDID5YfDnHzqbUkr2ASBi/gN6Y=",
            "$pbkdf2-sha1$99999999999$AAAA$DGDID5YfDnHzqbUkr2ASBi/gN6Y=",
            "$hmac-sha1$AAAA$DGDID5YfDnHzqbUkr2ASBi/gN6Y=$more",
            "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA",
        ] {
            assert_eq!(Legacy::parse(bad), None, "{bad}");
        }
    }
}
