//! An authenticator and its browser in software, for tests of passkeys (A6): it does what Web Authentication Level 3 and
//! CTAP 2.2 say, and whatever else a test tells it to do.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
};
use serde_json::{Value, json};

/// Somebody is there.
pub const PRESENT: u8 = 0x01;
/// Their finger, face or PIN was checked.
pub const VERIFIED: u8 = 0x04;
/// The key may be kept in several places.
pub const BACKUP_ELIGIBLE: u8 = 0x08;
/// It is.
pub const BACKED_UP: u8 = 0x10;
/// A new key follows.
pub const NEW_KEY: u8 = 0x40;
/// Extensions follow.
pub const EXTENSIONS: u8 = 0x80;

/// A private key.
#[derive(Clone)]
pub enum Key {
    /// ECDSA on P-256.
    Es256(Arc<EcdsaKeyPair>),
    /// EdDSA on Curve25519.
    EdDsa(Arc<Ed25519KeyPair>),
    /// RSA.
    Rs256(Arc<ring::rsa::KeyPair>),
}

impl Key {
    /// A new key on P-256.
    pub fn es256() -> Key {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random);
        Key::Es256(Arc::new(pair.expect("a key")))
    }

    /// A new key on Curve25519.
    pub fn eddsa() -> Key {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).expect("a key");
        Key::EdDsa(Arc::new(Ed25519KeyPair::from_pkcs8(pkcs8.as_ref()).expect("a key")))
    }

    /// A key of RSA in PKCS #8.
    pub fn rs256(pkcs8: &[u8]) -> Key {
        Key::Rs256(Arc::new(ring::rsa::KeyPair::from_pkcs8(pkcs8).expect("a key")))
    }

    /// Its number in the registry *COSE Algorithms*.
    pub fn algorithm(&self) -> i64 {
        match self {
            Key::Es256(_) => -7,
            Key::EdDsa(_) => -8,
            Key::Rs256(_) => -257,
        }
    }

    /// The public key as COSE entries.
    pub fn cose(&self) -> Vec<(i64, Vec<u8>)> {
        let algorithm = cbor::number(self.algorithm());
        match self {
            Key::Es256(pair) => {
                let point = pair.public_key().as_ref();
                vec![
                    (1, cbor::number(2)),
                    (3, algorithm),
                    (-1, cbor::number(1)),
                    (-2, cbor::bytes(&point[1..33])),
                    (-3, cbor::bytes(&point[33..])),
                ]
            }
            Key::EdDsa(pair) => vec![
                (1, cbor::number(1)),
                (3, algorithm),
                (-1, cbor::number(6)),
                (-2, cbor::bytes(pair.public_key().as_ref())),
            ],
            Key::Rs256(pair) => {
                let public = ring::rsa::PublicKeyComponents::<Vec<u8>>::from(pair.public());
                vec![
                    (1, cbor::number(3)),
                    (3, algorithm),
                    (-1, cbor::bytes(&public.n)),
                    (-2, cbor::bytes(&public.e)),
                ]
            }
        }
    }

    /// Signs.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match self {
            Key::Es256(pair) => pair.sign(&random, message).expect("a signature").as_ref().to_vec(),
            Key::EdDsa(pair) => pair.sign(message).as_ref().to_vec(),
            Key::Rs256(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature).expect("a signature");
                signature
            }
        }
    }
}

/// How a ceremony goes: as the options say, on a page of that origin, with whatever a test changes.
pub struct Ceremony<'a> {
    /// What the server asked for.
    pub options: &'a Value,
    /// Where the page is from.
    pub origin: &'a str,
    /// Changes the client data before they are hashed.
    pub client: &'a dyn Fn(&mut Value),
    /// Changes the authenticator data before they are signed.
    pub data: &'a dyn Fn(&mut Vec<u8>),
}

impl<'a> Ceremony<'a> {
    /// One that goes as it should.
    pub fn honest(options: &'a Value, origin: &'a str) -> Ceremony<'a> {
        Ceremony { options, origin, client: &|_| {}, data: &|_| {} }
    }

    fn client_data(&self, kind: &str) -> Vec<u8> {
        let mut data = json!({
            "type": kind, "challenge": self.options["challenge"], "origin": self.origin, "crossOrigin": false,
            "other_keys_can_be_added_here": "do not compare clientDataJSON against a template",
        });
        (self.client)(&mut data);
        data.to_string().into_bytes()
    }
}

/// A passkey in software. Cloned, it is what a thief of the key would have.
#[derive(Clone)]
pub struct Authenticator {
    /// Its name.
    pub id: Vec<u8>,
    /// Its key.
    pub key: Key,
    /// The counter that it shows next; 0 for ever where it keeps none.
    pub counter: u32,
    /// What it says about who is there and where it is kept.
    pub flags: u8,
    /// Whose it is; set when it is made.
    pub user_handle: Vec<u8>,
    /// The entries of the attestation statement and its format.
    pub statement: Option<(String, Vec<u8>)>,
}

impl Authenticator {
    /// One that checks a finger and is kept in several places, as telephones' are.
    pub fn new(key: Key) -> Authenticator {
        let mut id = vec![0; 32];
        ring::rand::SecureRandom::fill(&SystemRandom::new(), &mut id).expect("random numbers");
        Authenticator {
            id,
            key,
            counter: 0,
            flags: PRESENT | VERIFIED | BACKUP_ELIGIBLE | BACKED_UP,
            user_handle: Vec::new(),
            statement: None,
        }
    }

    /// Authenticator data for a host: its hash, flags, counter, and what follows.
    fn data(&mut self, rp_id: &str, flags: u8, tail: &[u8]) -> Vec<u8> {
        let mut data = digest(&SHA256, rp_id.as_bytes()).as_ref().to_vec();
        data.push(self.flags | flags);
        data.extend(self.counter.to_be_bytes());
        data.extend(tail);
        if self.counter > 0 {
            self.counter += 1;
        }
        data
    }

    /// Makes the passkey: the JSON of `PublicKeyCredential.toJSON()`.
    pub fn create(&mut self, ceremony: &Ceremony<'_>) -> Value {
        let options = ceremony.options;
        self.user_handle = bytes(&options["user"]["id"]);
        let client = ceremony.client_data("webauthn.create");
        let mut tail = vec![0; 16];
        tail.extend(u16::try_from(self.id.len()).expect("a short name").to_be_bytes());
        tail.extend(&self.id);
        let key: Vec<(Vec<u8>, Vec<u8>)> =
            self.key.cose().into_iter().map(|(label, value)| (cbor::number(label), value)).collect();
        tail.extend(cbor::map(&key));
        let rp_id = options["rp"]["id"].as_str().unwrap_or_default().to_string();
        let mut data = self.data(&rp_id, NEW_KEY, &tail);
        (ceremony.data)(&mut data);
        let (format, statement) = self.statement.clone().unwrap_or(("none".into(), cbor::map(&[])));
        let object = cbor::map(&[
            (cbor::text("fmt"), cbor::text(&format)),
            (cbor::text("attStmt"), statement),
            (cbor::text("authData"), cbor::bytes(&data)),
        ]);
        self.registration(&client, &object)
    }

    /// The same with an attestation by the key itself; `algorithm` is what it says that it signs with.
    pub fn create_self_attested(&mut self, ceremony: &Ceremony<'_>, algorithm: i64) -> Value {
        let plain = self.create(ceremony);
        let client = bytes(&plain["response"]["clientDataJSON"]);
        let object = bytes(&plain["response"]["attestationObject"]);
        // The authenticator data are its last bytes.
        let at = object.windows(8).rposition(|w| w == b"authData").expect("authenticator data") + 8;
        let data = match object[at] {
            0x58 => &object[at + 2..],
            0x59 => &object[at + 3..],
            _ => &object[at + 1..],
        };
        let signature = self.key.sign(&[data, digest(&SHA256, &client).as_ref()].concat());
        let statement = cbor::map(&[
            (cbor::text("alg"), cbor::number(algorithm)),
            (cbor::text("sig"), cbor::bytes(&signature)),
        ]);
        let object = cbor::map(&[
            (cbor::text("fmt"), cbor::text("packed")),
            (cbor::text("attStmt"), statement),
            (cbor::text("authData"), cbor::bytes(data)),
        ]);
        self.registration(&client, &object)
    }

    /// The JSON of a registration with that attestation object.
    pub fn registration(&self, client: &[u8], object: &[u8]) -> Value {
        let id = URL_SAFE_NO_PAD.encode(&self.id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": URL_SAFE_NO_PAD.encode(client),
                "attestationObject": URL_SAFE_NO_PAD.encode(object),
                "transports": ["internal", "hybrid"],
            },
        })
    }

    /// Uses the passkey.
    pub fn get(&mut self, ceremony: &Ceremony<'_>) -> Value {
        let client = ceremony.client_data("webauthn.get");
        let rp_id = ceremony.options["rpId"].as_str().unwrap_or_default().to_string();
        let mut data = self.data(&rp_id, 0, &[]);
        (ceremony.data)(&mut data);
        let signature = self.key.sign(&[data.as_slice(), digest(&SHA256, &client).as_ref()].concat());
        let id = URL_SAFE_NO_PAD.encode(&self.id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": URL_SAFE_NO_PAD.encode(client),
                "authenticatorData": URL_SAFE_NO_PAD.encode(data),
                "signature": URL_SAFE_NO_PAD.encode(signature),
                "userHandle": URL_SAFE_NO_PAD.encode(&self.user_handle),
            },
        })
    }
}

/// The bytes of a base64url text.
pub fn bytes(value: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(value.as_str().unwrap_or_default()).expect("base64url")
}

/// Bytes as base64url text.
pub fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// CBOR as authenticators write it.
pub mod cbor {
    fn head(major: u8, value: u64) -> Vec<u8> {
        let first = major << 5;
        match value {
            0..=23 => vec![first | u8::try_from(value).unwrap_or_default()],
            24..=0xff => vec![first | 24, u8::try_from(value).unwrap_or_default()],
            0x100..=0xffff => {
                let mut all = vec![first | 25];
                all.extend(u16::try_from(value).unwrap_or_default().to_be_bytes());
                all
            }
            _ => {
                let mut all = vec![first | 27];
                all.extend(value.to_be_bytes());
                all
            }
        }
    }

    /// A whole number.
    pub fn number(value: i64) -> Vec<u8> {
        match u64::try_from(value) {
            Ok(value) => head(0, value),
            Err(_) => head(1, (-1 - value).unsigned_abs()),
        }
    }

    /// Bytes.
    pub fn bytes(value: &[u8]) -> Vec<u8> {
        [head(2, value.len() as u64), value.to_vec()].concat()
    }

    /// Text.
    pub fn text(value: &str) -> Vec<u8> {
        [head(3, value.len() as u64), value.as_bytes().to_vec()].concat()
    }

    /// A map of values that are written already.
    pub fn map(entries: &[(Vec<u8>, Vec<u8>)]) -> Vec<u8> {
        let mut all = head(5, entries.len() as u64);
        for (key, value) in entries {
            all.extend(key);
            all.extend(value);
        }
        all
    }
}
