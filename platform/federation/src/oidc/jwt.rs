//! Signed tokens (RFC 7515, RFC 7519) and the keys of their issuers (RFC 7517): read only after the signature held.
//!
//! The cryptography is ring's; what is left is to choose the key and the algorithm, and that is where libraries were fooled: here
//! the list of algorithms is closed, each works with one kind of key, and a key comes from the provider's address alone, never from
//! the token.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature as sign;
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_http::Call;

use super::cache;

/// The longest token that is looked at, in bytes.
const LONGEST: usize = 64 << 10;
/// Most keys of a provider that are looked at.
const MOST: usize = 100;

/// How a token may be signed (RFC 7518 §3.1, RFC 8037). Neither `none` nor any HMAC: the key of those would be our own secret or,
/// confused, the public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    Rs384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// RSASSA-PSS with SHA-384.
    Ps384,
    /// RSASSA-PSS with SHA-512.
    Ps512,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// Ed25519.
    EdDsa,
}

impl Algorithm {
    const ALL: [Algorithm; 9] = [
        Algorithm::Rs256,
        Algorithm::Rs384,
        Algorithm::Rs512,
        Algorithm::Ps256,
        Algorithm::Ps384,
        Algorithm::Ps512,
        Algorithm::Es256,
        Algorithm::Es384,
        Algorithm::EdDsa,
    ];

    fn name(self) -> &'static str {
        match self {
            Algorithm::Rs256 => "RS256",
            Algorithm::Rs384 => "RS384",
            Algorithm::Rs512 => "RS512",
            Algorithm::Ps256 => "PS256",
            Algorithm::Ps384 => "PS384",
            Algorithm::Ps512 => "PS512",
            Algorithm::Es256 => "ES256",
            Algorithm::Es384 => "ES384",
            Algorithm::EdDsa => "EdDSA",
        }
    }

    /// Whether that word means it; the newer word for Ed25519 is the curve's (RFC 9864).
    fn is(self, word: &str) -> bool {
        self.name() == word || self == Algorithm::EdDsa && word == "Ed25519"
    }

    /// The one kind of key that it works with: `kty` and `crv`.
    fn kind(self) -> (&'static str, Option<&'static str>) {
        match self {
            Algorithm::Es256 => ("EC", Some("P-256")),
            Algorithm::Es384 => ("EC", Some("P-384")),
            Algorithm::EdDsa => ("OKP", Some("Ed25519")),
            _ => ("RSA", None),
        }
    }

    /// Whether the signature over the text is by the key.
    fn holds(self, key: &Jwk, text: &[u8], signature: &[u8]) -> bool {
        let bytes = |part: &Option<String>| URL_SAFE_NO_PAD.decode(part.as_deref().unwrap_or_default()).ok();
        let rsa = |method: &'static sign::RsaParameters| {
            let (Some(n), Some(e)) = (bytes(&key.n), bytes(&key.e)) else { return false };
            sign::RsaPublicKeyComponents { n, e }.verify(method, text, signature).is_ok()
        };
        let curve = |method: &'static sign::EcdsaVerificationAlgorithm, size: usize| {
            let (Some(x), Some(y)) = (bytes(&key.x), bytes(&key.y)) else { return false };
            let point = [vec![4], x, y].concat();
            point.len() == 1 + 2 * size
                && sign::UnparsedPublicKey::new(method, point).verify(text, signature).is_ok()
        };
        match self {
            Algorithm::Rs256 => rsa(&sign::RSA_PKCS1_2048_8192_SHA256),
            Algorithm::Rs384 => rsa(&sign::RSA_PKCS1_2048_8192_SHA384),
            Algorithm::Rs512 => rsa(&sign::RSA_PKCS1_2048_8192_SHA512),
            Algorithm::Ps256 => rsa(&sign::RSA_PSS_2048_8192_SHA256),
            Algorithm::Ps384 => rsa(&sign::RSA_PSS_2048_8192_SHA384),
            Algorithm::Ps512 => rsa(&sign::RSA_PSS_2048_8192_SHA512),
            Algorithm::Es256 => curve(&sign::ECDSA_P256_SHA256_FIXED, 32),
            Algorithm::Es384 => curve(&sign::ECDSA_P384_SHA384_FIXED, 48),
            Algorithm::EdDsa => {
                let x = bytes(&key.x).unwrap_or_default();
                sign::UnparsedPublicKey::new(&sign::ED25519, x).verify(text, signature).is_ok()
            }
        }
    }
}

/// A public key.
#[derive(Clone, Debug, Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl Jwk {
    /// Whether it may have signed: it has the name that the token tells, and is for signatures of that algorithm.
    fn fits(&self, kid: Option<&str>, algorithm: Algorithm) -> bool {
        let (kty, crv) = algorithm.kind();
        kid.is_none_or(|kid| self.kid.as_deref() == Some(kid))
            && self.kty == kty
            && crv.is_none_or(|crv| self.crv.as_deref() == Some(crv))
            && self.purpose.as_deref().is_none_or(|purpose| purpose == "sig")
            && self.alg.as_deref().is_none_or(|alg| algorithm.is(alg))
    }
}

/// A token's head.
#[derive(Deserialize)]
struct Head {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<Json>,
    b64: Option<Json>,
}

/// What a token says whose signature held.
#[derive(Clone, Debug)]
pub(crate) struct Claims {
    /// Type in the head, in lower case.
    pub typ: String,
    /// How it is signed.
    pub algorithm: Algorithm,
    /// The claims.
    pub all: Map<String, Json>,
}

impl Claims {
    /// A claim that is a text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.all.get(name).and_then(Json::as_str)
    }

    /// A claim that is a time, in microseconds since 1970.
    pub fn time(&self, name: &str) -> Option<i64> {
        let seconds = self.all.get(name)?.as_f64()?;
        (seconds.abs() < 1e11).then_some((seconds * 1e6) as i64)
    }
}

fn misbuilt(detail: &str) -> Error {
    Fault::new("sso.structure").with("detail", detail).into()
}

/// Verifies a token by the issuer's keys at the address, and reads it.
///
/// # Errors
/// `sso.structure`, `sso.algorithm`, `sso.signature`, `provider.unreachable`.
pub(crate) fn verify(call: &Call, token: &str, keys_url: &str) -> Result<Claims> {
    let wrong = || misbuilt("JWT");
    let parts: Vec<&str> = token.split('.').collect();
    let [head, body, signature] = parts.as_slice() else { return Err(wrong()) };
    if token.len() > LONGEST {
        return Err(wrong());
    }
    let decoded = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| wrong());
    let (raw_head, raw_body, signature) = (decoded(head)?, decoded(body)?, decoded(signature)?);
    let head: Head = serde_json::from_slice(&raw_head).map_err(|_| wrong())?;
    if head.crit.is_some() || head.b64.is_some() {
        return Err(misbuilt("crit"));
    }
    let algorithm = Algorithm::ALL.into_iter().find(|a| a.is(&head.alg));
    let algorithm = algorithm.ok_or_else(|| Error::from(Fault::new("sso.algorithm")))?;
    let text = token.rsplit_once('.').map(|(text, _)| text.as_bytes()).unwrap_or_default();
    let kid = head.kid.as_deref();
    let fits = |key: &&Jwk| key.fits(kid, algorithm);
    let mut known = keys(call, keys_url, cache::KEPT)?;
    if !known.iter().any(|key| fits(&key)) {
        // The provider may have changed its keys since.
        known = keys(call, keys_url, 0)?;
    }
    if !known.iter().filter(fits).any(|key| algorithm.holds(key, text, &signature)) {
        return Err(Fault::new("sso.signature").into());
    }
    let all = serde_json::from_slice(&raw_body).map_err(|_| wrong())?;
    Ok(Claims { typ: head.typ.unwrap_or_default().to_ascii_lowercase(), algorithm, all })
}

/// The keys at an address, at most so many microseconds old.
fn keys(call: &Call, address: &str, most: i64) -> Result<Vec<Jwk>> {
    let json = cache::json(call, address, most)?;
    let list = json.get("keys").and_then(Json::as_array);
    let list = list.ok_or_else(|| Fault::new("provider.unreachable").with("address", address))?;
    // A key of a kind that we do not know must not hide the others.
    Ok(list.iter().take(MOST).filter_map(|key| Jwk::deserialize(key).ok()).collect())
}

/// The left half of the digest of an access token, as `at_hash` has it (OpenID Connect Core 3.1.3.6).
pub(crate) fn half_hash(algorithm: Algorithm, text: &str) -> String {
    use ring::digest::{SHA256, SHA384, SHA512, digest};
    let method = match algorithm {
        Algorithm::Rs384 | Algorithm::Ps384 | Algorithm::Es384 => &SHA384,
        Algorithm::Rs512 | Algorithm::Ps512 | Algorithm::EdDsa => &SHA512,
        _ => &SHA256,
    };
    let whole = digest(method, text.as_bytes());
    URL_SAFE_NO_PAD.encode(whole.as_ref().get(..whole.as_ref().len() / 2).unwrap_or_default())
}
