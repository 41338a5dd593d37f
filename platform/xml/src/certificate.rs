//! Certificates of identity providers: carriers of keys. Trust comes from who entered them, not from who issued them, so
//! neither chain nor name nor end counts; the end is shown to administrators.

use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use x509_cert::Certificate as X509;
use x509_cert::der::{Decode, Encode};

/// What kind of key a certificate carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// RSA of 2048 bits or more.
    Rsa,
    /// ECDSA on P-256.
    P256,
    /// ECDSA on P-384.
    P384,
}

/// A certificate.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// DER.
    pub der: Vec<u8>,
    /// Kind of its key.
    pub kind: KeyKind,
    /// Its key: PKCS #1 for RSA, an uncompressed point for ECDSA.
    pub key: Vec<u8>,
    /// Whom it names, for administrators.
    pub subject: String,
    /// Its last moment, in microseconds since 1970.
    pub ends: i64,
    /// SHA-256 of it, in hexadecimal: how administrators compare two.
    pub fingerprint: String,
}

fn wrong(detail: &str) -> Error {
    Fault::new("provider.certificate").on("certificate").with("detail", detail).into()
}

impl Certificate {
    /// Reads a certificate.
    ///
    /// # Errors
    /// `provider.certificate`: no certificate, or one with a key that cannot be used.
    pub fn read(der: &[u8]) -> Result<Certificate> {
        let read = X509::from_der(der).map_err(|_| wrong("X.509"))?;
        let body = read.tbs_certificate();
        let info = body.subject_public_key_info();
        let key = info.subject_public_key.as_bytes().ok_or_else(|| wrong("key"))?.to_vec();
        let curve = || {
            let oid = info.algorithm.parameters.as_ref().and_then(|p| p.decode_as().ok());
            oid.map(|o: x509_cert::der::asn1::ObjectIdentifier| o.to_string()).unwrap_or_default()
        };
        let kind = match info.algorithm.oid.to_string().as_str() {
            // A modulus of 2048 bits and its exponent have some 270 bytes.
            "1.2.840.113549.1.1.1" if key.len() >= 266 => KeyKind::Rsa,
            "1.2.840.113549.1.1.1" => return Err(wrong("RSA < 2048 bit")),
            "1.2.840.10045.2.1" => match curve().as_str() {
                "1.2.840.10045.3.1.7" => KeyKind::P256,
                "1.3.132.0.34" => KeyKind::P384,
                _ => return Err(wrong("elliptic curve")),
            },
            _ => return Err(wrong("key")),
        };
        let ends = body.validity().not_after.to_unix_duration().as_micros();
        Ok(Certificate {
            der: read.to_der().map_err(|_| wrong("X.509"))?,
            kind,
            key,
            subject: body.subject().to_string(),
            ends: i64::try_from(ends).unwrap_or(i64::MAX),
            fingerprint: ring::digest::digest(&ring::digest::SHA256, der)
                .as_ref()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        })
    }

    /// Every certificate of a text in PEM; a bare base64 text, as metadata holds it, counts as one.
    ///
    /// # Errors
    /// `provider.certificate`: one of them is none.
    pub fn read_all(text: &str) -> Result<Vec<Certificate>> {
        const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
        const END: &str = "-----END CERTIFICATE-----";
        let mut found = Vec::new();
        let decode = |part: &str| crate::base64(part).map_err(|_| wrong("base64"));
        if text.contains("PRIVATE KEY") {
            return Err(wrong("private key"));
        }
        if !text.contains(BEGIN) {
            if text.trim().is_empty() {
                return Ok(found);
            }
            return Ok(vec![Certificate::read(&decode(text)?)?]);
        }
        for part in text.split(BEGIN).skip(1) {
            let (body, _) = part.split_once(END).ok_or_else(|| wrong("END CERTIFICATE"))?;
            found.push(Certificate::read(&decode(body)?)?);
        }
        Ok(found)
    }

    /// As PEM.
    pub fn pem(&self) -> String {
        let text = crate::to_base64(&self.der);
        let mut out = "-----BEGIN CERTIFICATE-----\n".to_string();
        for line in text.as_bytes().chunks(64) {
            out.push_str(&String::from_utf8_lossy(line));
            out.push('\n');
        }
        out.push_str("-----END CERTIFICATE-----\n");
        out
    }
}
