//! An identity provider of our own making, honest or not: writes assertions in canonical form, signs, encrypts and forges.
//! Nothing of the program's own XML code is used here.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{self, EcdsaKeyPair, RsaKeyPair};
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey};

pub const SAML: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
pub const SAMLP: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
pub const DS: &str = "http://www.w3.org/2000/09/xmldsig#";
pub const EXC: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
pub const RSA_SHA256: &str = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
pub const SHA256: &str = "http://www.w3.org/2001/04/xmlenc#sha256";

/// A key with its certificate.
pub struct Key {
    pub pkcs8: Vec<u8>,
    pub certificate: Vec<u8>,
    pub elliptic: bool,
}

/// The key of that name, made once per test run; `ec…` for ECDSA on P-256.
pub fn key(name: &str) -> &'static Key {
    static MADE: OnceLock<Mutex<HashMap<String, &'static Key>>> = OnceLock::new();
    let mut made = MADE.get_or_init(Mutex::default).lock().unwrap();
    made.entry(name.to_string()).or_insert_with(|| Box::leak(Box::new(make(name))))
}

fn make(name: &str) -> Key {
    let elliptic = name.starts_with("ec");
    let pair = if elliptic {
        rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).unwrap()
    } else {
        let bits = if name.starts_with("short") { 1024 } else { 2048 };
        let key = rsa::PrivateKey::new(&mut rsa::rand_core::UnwrapErr(getrandom::SysRng), bits).unwrap();
        let der = key.to_pkcs8_der().unwrap().as_bytes().to_vec();
        rcgen::KeyPair::from_pkcs8_der_and_sign_algo(&der.into(), &rcgen::PKCS_RSA_SHA256).unwrap()
    };
    let params = rcgen::CertificateParams::new(vec![format!("{name}.example")]).unwrap();
    let certificate = params.self_signed(&pair).unwrap().der().to_vec();
    Key { pkcs8: pair.serialize_der(), certificate, elliptic }
}

impl Key {
    pub fn pem(&self) -> String {
        format!(
            "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
            STANDARD.encode(&self.certificate)
        )
    }

    /// Signs bytes with the method of that name.
    fn sign(&self, method: &str, bytes: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        if self.elliptic {
            let algorithm = &signature::ECDSA_P256_SHA256_FIXED_SIGNING;
            let pair = EcdsaKeyPair::from_pkcs8(algorithm, &self.pkcs8, &random).unwrap();
            return pair.sign(&random, bytes).unwrap().as_ref().to_vec();
        }
        if method.ends_with("rsa-sha1") {
            let key = rsa::PrivateKey::from_pkcs8_der(&self.pkcs8).unwrap();
            let digest = <sha1::Sha1 as sha1::Digest>::digest(bytes);
            return key.sign(rsa::Pkcs1v15Sign::new::<sha1::Sha1>(), &digest).unwrap();
        }
        if method.contains("hmac") {
            // The public key, which everybody has, as the secret.
            let secret = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, &self.certificate);
            return ring::hmac::sign(&secret, bytes).as_ref().to_vec();
        }
        let encoding: &dyn signature::RsaEncoding = match method.rsplit('-').next() {
            Some("sha384") => &signature::RSA_PKCS1_SHA384,
            Some("sha512") => &signature::RSA_PKCS1_SHA512,
            _ => &signature::RSA_PKCS1_SHA256,
        };
        let pair = RsaKeyPair::from_pkcs8(&self.pkcs8).unwrap();
        let mut out = vec![0; pair.public().modulus_len()];
        pair.sign(encoding, &random, bytes, &mut out).unwrap();
        out
    }
}

/// What an assertion says; every test changes what it is about.
#[derive(Clone)]
pub struct Words {
    pub id: String,
    pub issuer: String,
    pub audience: String,
    pub recipient: String,
    pub destination: String,
    pub request: Option<String>,
    pub issued: i64,
    pub from: i64,
    pub until: i64,
    pub confirmed_until: i64,
    pub name: String,
    pub format: String,
    pub session: String,
    pub session_until: Option<i64>,
    pub attributes: Vec<(String, Vec<String>)>,
    pub status: String,
    pub extra: String,
}

/// How something is signed.
#[derive(Clone)]
pub struct Signing<'a> {
    pub key: &'a Key,
    pub method: String,
    pub digest: String,
    pub canonicalisation: String,
    /// Reference, where it is not the id.
    pub reference: Option<String>,
    /// Stands in `KeyInfo`.
    pub shown: &'a Key,
    /// Stands at the end of the signature.
    pub object: String,
}

impl<'a> Signing<'a> {
    pub fn by(key: &'a Key) -> Signing<'a> {
        let method =
            if key.elliptic { "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" } else { RSA_SHA256 };
        Signing {
            key,
            method: method.to_string(),
            digest: SHA256.to_string(),
            canonicalisation: EXC.to_string(),
            reference: None,
            shown: key,
            object: String::new(),
        }
    }

    /// The signature of a canonical text with that id.
    pub fn of(&self, text: &str, id: &str) -> String {
        let digest = match self.digest.as_str() {
            d if d.ends_with("#sha1") => {
                STANDARD.encode(<sha1::Sha1 as sha1::Digest>::digest(text.as_bytes()))
            }
            d if d.ends_with("#sha384") => {
                STANDARD.encode(ring::digest::digest(&ring::digest::SHA384, text.as_bytes()))
            }
            d if d.ends_with("#sha512") => {
                STANDARD.encode(ring::digest::digest(&ring::digest::SHA512, text.as_bytes()))
            }
            _ => STANDARD.encode(ring::digest::digest(&ring::digest::SHA256, text.as_bytes())),
        };
        let reference = self.reference.clone().unwrap_or_else(|| format!("#{id}"));
        let inside = format!(
            "<ds:CanonicalizationMethod Algorithm=\"{c}\"></ds:CanonicalizationMethod><ds:SignatureMethod \
             Algorithm=\"{m}\"></ds:SignatureMethod><ds:Reference URI=\"{reference}\"><ds:Transforms><ds:Transform \
             Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></ds:Transform><ds:Transform \
             Algorithm=\"{c}\"></ds:Transform></ds:Transforms><ds:DigestMethod Algorithm=\"{d}\"></ds:DigestMethod>\
             <ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>",
            c = self.canonicalisation,
            m = self.method,
            d = self.digest,
        );
        let signed = format!("<ds:SignedInfo xmlns:ds=\"{DS}\">{inside}");
        let value = STANDARD.encode(self.key.sign(&self.method, signed.as_bytes()));
        format!(
            "<ds:Signature xmlns:ds=\"{DS}\"><ds:SignedInfo>{inside}<ds:SignatureValue>{value}</ds:SignatureValue>\
             <ds:KeyInfo><ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>{}\
             </ds:Signature>",
            STANDARD.encode(&self.shown.certificate),
            self.object,
        )
    }
}

/// `xs:dateTime` of microseconds since 1970.
pub fn instant(microseconds: i64) -> String {
    jiff::Timestamp::from_microsecond(microseconds).unwrap().to_string()
}

impl Words {
    /// The assertion, in canonical form, unsigned.
    pub fn assertion(&self) -> String {
        let answers = self.request.as_ref().map(|r| format!(" InResponseTo=\"{r}\"")).unwrap_or_default();
        let session_until = (self.session_until)
            .map(|t| format!(" SessionNotOnOrAfter=\"{}\"", instant(t)))
            .unwrap_or_default();
        let mut attributes = String::new();
        for (name, values) in &self.attributes {
            let values: String =
                values.iter().map(|v| format!("<saml:AttributeValue>{v}</saml:AttributeValue>")).collect();
            attributes.push_str(&format!("<saml:Attribute Name=\"{name}\">{values}</saml:Attribute>"));
        }
        if !attributes.is_empty() {
            attributes = format!("<saml:AttributeStatement>{attributes}</saml:AttributeStatement>");
        }
        format!(
            "<saml:Assertion xmlns:saml=\"{SAML}\" ID=\"{id}\" IssueInstant=\"{issued}\" Version=\"2.0\"><saml:Issuer>{issuer}\
             </saml:Issuer><saml:Subject><saml:NameID Format=\"{format}\">{name}</saml:NameID><saml:SubjectConfirmation \
             Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"><saml:SubjectConfirmationData{answers} \
             NotOnOrAfter=\"{confirmed}\" Recipient=\"{recipient}\"></saml:SubjectConfirmationData>\
             </saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore=\"{from}\" NotOnOrAfter=\"{until}\">\
             <saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>\
             <saml:AuthnStatement AuthnInstant=\"{issued}\" SessionIndex=\"{session}\"{session_until}><saml:AuthnContext>\
             <saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef>\
             </saml:AuthnContext></saml:AuthnStatement>{attributes}{extra}</saml:Assertion>",
            id = self.id,
            issued = instant(self.issued),
            issuer = self.issuer,
            format = self.format,
            name = self.name,
            confirmed = instant(self.confirmed_until),
            recipient = self.recipient,
            from = instant(self.from),
            until = instant(self.until),
            audience = self.audience,
            session = self.session,
            extra = self.extra,
        )
    }

    /// The answer around an assertion (or whatever), in canonical form, unsigned.
    pub fn response(&self, inside: &str) -> String {
        let answers = self.request.as_ref().map(|r| format!(" InResponseTo=\"{r}\"")).unwrap_or_default();
        format!(
            "<samlp:Response xmlns:samlp=\"{SAMLP}\" Destination=\"{}\" ID=\"r{}\"{answers} IssueInstant=\"{}\" \
             Version=\"2.0\"><saml:Issuer xmlns:saml=\"{SAML}\">{}</saml:Issuer><samlp:Status><samlp:StatusCode \
             Value=\"urn:oasis:names:tc:SAML:2.0:status:{}\"></samlp:StatusCode></samlp:Status>{inside}</samlp:Response>",
            self.destination,
            self.id,
            instant(self.issued),
            self.issuer,
            self.status,
        )
    }

    /// The assertion with its signature.
    pub fn signed(&self, signing: &Signing<'_>) -> String {
        enveloped(&self.assertion(), &signing.of(&self.assertion(), &self.id))
    }

    /// The answer with its signature around everything.
    pub fn signed_response(&self, inside: &str, signing: &Signing<'_>) -> String {
        let text = self.response(inside);
        enveloped(&text, &signing.of(&text, &format!("r{}", self.id)))
    }
}

/// Puts a signature behind the first `Issuer`.
pub fn enveloped(text: &str, signature: &str) -> String {
    text.replacen("</saml:Issuer>", &format!("</saml:Issuer>{signature}"), 1)
}

/// Removes the first signature.
pub fn stripped(text: &str) -> String {
    let (before, rest) = text.split_once("<ds:Signature ").unwrap();
    let (_, after) = rest.split_once("</ds:Signature>").unwrap();
    format!("{before}{after}")
}

/// The first signature.
pub fn signature_of(text: &str) -> String {
    let (_, rest) = text.split_once("<ds:Signature ").unwrap();
    let (inside, _) = rest.split_once("</ds:Signature>").unwrap();
    format!("<ds:Signature {inside}</ds:Signature>")
}

/// How an assertion is encrypted.
pub struct Sealing {
    pub method: &'static str,
    pub transport: &'static str,
}

pub const GCM: Sealing = Sealing {
    method: "http://www.w3.org/2009/xmlenc11#aes256-gcm",
    transport: "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
};

impl Sealing {
    /// `EncryptedAssertion` of a text for a certificate.
    pub fn seal(&self, text: &str, certificate: &[u8]) -> String {
        let public = talang_federation::certificate::Certificate::read(certificate).unwrap().key;
        let public = <rsa::PublicKey as rsa::pkcs1::DecodeRsaPublicKey>::from_pkcs1_der(&public).unwrap();
        let length = if self.method.contains("128") { 16 } else { 32 };
        let mut secret = vec![0; length];
        getrandom::fill(&mut secret).unwrap();
        let mut random = rsa::rand_core::UnwrapErr(getrandom::SysRng);
        let (wrapped, more) = match self.transport {
            t if t.ends_with("rsa-1_5") => (public.encrypt(&mut random, rsa::Pkcs1v15Encrypt, &secret), ""),
            t if t.ends_with("#rsa-oaep") => (
                public.encrypt(&mut random, rsa::Oaep::<sha2::Sha256>::new(), &secret),
                "<ds:DigestMethod xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" \
                 Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod><xenc11:MGF \
                 xmlns:xenc11=\"http://www.w3.org/2009/xmlenc11#\" \
                 Algorithm=\"http://www.w3.org/2009/xmlenc11#mgf1sha256\"></xenc11:MGF>",
            ),
            _ => (public.encrypt(&mut random, rsa::Oaep::<sha1::Sha1>::new(), &secret), ""),
        };
        let cipher = if self.method.ends_with("gcm") {
            let algorithm = if length == 16 { &ring::aead::AES_128_GCM } else { &ring::aead::AES_256_GCM };
            let key = ring::aead::LessSafeKey::new(ring::aead::UnboundKey::new(algorithm, &secret).unwrap());
            let nonce = [7; 12];
            let mut body = text.as_bytes().to_vec();
            let nonced = ring::aead::Nonce::assume_unique_for_key(nonce);
            key.seal_in_place_append_tag(nonced, ring::aead::Aad::empty(), &mut body).unwrap();
            [nonce.to_vec(), body].concat()
        } else {
            use cbc::cipher::{BlockModeEncrypt, KeyIvInit, block_padding::Pkcs7};
            let iv = [9; 16];
            let body = match length {
                16 => cbc::Encryptor::<aes::Aes128>::new_from_slices(&secret, &iv)
                    .unwrap()
                    .encrypt_padded_vec::<Pkcs7>(text.as_bytes()),
                _ => cbc::Encryptor::<aes::Aes256>::new_from_slices(&secret, &iv)
                    .unwrap()
                    .encrypt_padded_vec::<Pkcs7>(text.as_bytes()),
            };
            [iv.to_vec(), body].concat()
        };
        // In canonical form, so that a signature around it can be made of the text.
        let xenc = "http://www.w3.org/2001/04/xmlenc#";
        format!(
            "<saml:EncryptedAssertion xmlns:saml=\"{SAML}\"><xenc:EncryptedData xmlns:xenc=\"{xenc}\" \
             Type=\"http://www.w3.org/2001/04/xmlenc#Element\"><xenc:EncryptionMethod Algorithm=\"{}\">\
             </xenc:EncryptionMethod><ds:KeyInfo xmlns:ds=\"{DS}\"><xenc:EncryptedKey><xenc:EncryptionMethod \
             Algorithm=\"{}\">{}</xenc:EncryptionMethod><xenc:CipherData><xenc:CipherValue>{}</xenc:CipherValue>\
             </xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>{}</xenc:CipherValue>\
             </xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>",
            self.method,
            self.transport,
            more.replace("xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" ", ""),
            STANDARD.encode(wrapped.unwrap()),
            STANDARD.encode(cipher),
        )
    }
}
