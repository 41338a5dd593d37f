//! Decryption of `EncryptedAssertion` (W3C XML Encryption 1.1): AES-GCM, AES-CBC where the ciphertext was signed, keys by
//! RSA-OAEP. RSA PKCS #1 v1.5 is refused: its padding is an oracle.

use cbc::cipher::{BlockModeDecrypt, KeyIvInit, block_padding::NoPadding};
use ring::aead::{AES_128_GCM, AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use roxmltree::Node;
use rsa::{Oaep, PrivateKey};
use talang_catalogue::Fault;
use talang_engine::{Error, Result};

use crate::{at_most_one, base64, children, ns, only, text, text_of};

/// One answer for everything that can be wrong: which of it, is nobody's business.
fn undecipherable() -> Error {
    Fault::new("sso.encryption").into()
}

/// Decrypts an `EncryptedAssertion`. `signed` says that a verified signature covers it: only then AES-CBC is allowed, whose
/// ciphertexts can be changed and asked about otherwise.
///
/// # Errors
/// `sso.encryption`; `sso.structure`; `sso.algorithm` for methods that are not allowed.
pub fn decrypt(encrypted: Node<'_, '_>, keys: &[PrivateKey], signed: bool) -> Result<String> {
    let data = only(encrypted, ns::XENC, "EncryptedData")?;
    let method = only(data, ns::XENC, "EncryptionMethod")?.attribute("Algorithm").unwrap_or_default();
    let length = match method {
        "http://www.w3.org/2009/xmlenc11#aes128-gcm" => 16,
        "http://www.w3.org/2009/xmlenc11#aes256-gcm" => 32,
        "http://www.w3.org/2001/04/xmlenc#aes128-cbc" if signed => 16,
        "http://www.w3.org/2001/04/xmlenc#aes256-cbc" if signed => 32,
        _ => return Err(Fault::new("sso.algorithm").into()),
    };
    let info = only(data, ns::DS, "KeyInfo")?;
    // The key stands inside, or beside the data (SAML core, 2.3.4).
    let carrier = at_most_one(info, ns::XENC, "EncryptedKey")?;
    let carried = match carrier {
        Some(key) => key,
        None => only(encrypted, ns::XENC, "EncryptedKey")?,
    };
    let secret = transported(carried, keys, length)?;
    let cipher = cipher_value(data)?;
    let plain = if method.ends_with("-gcm") { gcm(&secret, cipher)? } else { cbc(&secret, &cipher)? };
    text_of(plain).map_err(|_| undecipherable())
}

fn cipher_value(node: Node<'_, '_>) -> Result<Vec<u8>> {
    let data = only(node, ns::XENC, "CipherData")?;
    base64(&text(only(data, ns::XENC, "CipherValue")?)?)
}

/// The content's key, that travelled under one of ours.
fn transported(node: Node<'_, '_>, keys: &[PrivateKey], length: usize) -> Result<Vec<u8>> {
    let method = only(node, ns::XENC, "EncryptionMethod")?;
    let digest = match at_most_one(method, ns::DS, "DigestMethod")? {
        Some(digest) => digest.attribute("Algorithm").unwrap_or_default(),
        None => "http://www.w3.org/2000/09/xmldsig#sha1",
    };
    let mask =
        match (method.attribute("Algorithm").unwrap_or_default(), at_most_one(method, ns::XENC11, "MGF")?) {
            ("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p", None) => {
                "http://www.w3.org/2009/xmlenc11#mgf1sha1"
            }
            ("http://www.w3.org/2009/xmlenc11#rsa-oaep", mask) => mask
                .and_then(|m| m.attribute("Algorithm"))
                .unwrap_or("http://www.w3.org/2009/xmlenc11#mgf1sha1"),
            _ => return Err(Fault::new("sso.algorithm").into()),
        };
    if children(method, ns::XENC, "OAEPparams").next().is_some() {
        return Err(undecipherable());
    }
    let cipher = cipher_value(node)?;
    for key in keys {
        let Some(plain) = opened(key, digest, mask, &cipher)? else { continue };
        if plain.len() == length {
            return Ok(plain);
        }
    }
    Err(undecipherable())
}

/// SHA-1 inside OAEP is a mask, not a signature: nobody needs it to be free of collisions.
fn opened(key: &PrivateKey, digest: &str, mask: &str, cipher: &[u8]) -> Result<Option<Vec<u8>>> {
    use sha1::Sha1;
    use sha2::Sha256;
    let sha256 = |uri: &str| uri.ends_with("#sha256") || uri.ends_with("#mgf1sha256");
    let sha1 = |uri: &str| uri.ends_with("#sha1") || uri.ends_with("#mgf1sha1");
    let opened = match (digest, mask) {
        (d, m) if sha1(d) && sha1(m) => key.decrypt(Oaep::<Sha1>::new(), cipher),
        (d, m) if sha256(d) && sha256(m) => key.decrypt(Oaep::<Sha256>::new(), cipher),
        (d, m) if sha256(d) && sha1(m) => key.decrypt(Oaep::<Sha256, Sha1>::new_with_mgf_hash(), cipher),
        _ => return Err(Fault::new("sso.algorithm").into()),
    };
    Ok(opened.ok())
}

fn gcm(key: &[u8], mut cipher: Vec<u8>) -> Result<Vec<u8>> {
    let algorithm = if key.len() == 16 { &AES_128_GCM } else { &AES_256_GCM };
    let key = LessSafeKey::new(UnboundKey::new(algorithm, key).map_err(|_| undecipherable())?);
    if cipher.len() < 28 {
        return Err(undecipherable());
    }
    let mut rest = cipher.split_off(12);
    let nonce = Nonce::try_assume_unique_for_key(&cipher).map_err(|_| undecipherable())?;
    let plain = key.open_in_place(nonce, Aad::empty(), &mut rest).map_err(|_| undecipherable())?;
    Ok(plain.to_vec())
}

fn cbc(key: &[u8], cipher: &[u8]) -> Result<Vec<u8>> {
    let (iv, body) = cipher.split_at_checked(16).ok_or_else(undecipherable)?;
    let mut plain = match key.len() {
        16 => ::cbc::Decryptor::<aes::Aes128>::new_from_slices(key, iv)
            .map_err(|_| undecipherable())?
            .decrypt_padded_vec::<NoPadding>(body),
        _ => ::cbc::Decryptor::<aes::Aes256>::new_from_slices(key, iv)
            .map_err(|_| undecipherable())?
            .decrypt_padded_vec::<NoPadding>(body),
    }
    .map_err(|_| undecipherable())?;
    // The last byte counts the padding; the others may be anything (XML Encryption 1.1, 5.2.1).
    let padding = usize::from(plain.last().copied().unwrap_or_default());
    if padding == 0 || padding > 16 || padding > plain.len() {
        return Err(undecipherable());
    }
    plain.truncate(plain.len() - padding);
    Ok(plain)
}
