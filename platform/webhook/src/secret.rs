//! What a receiver and the program share, and the signatures made with it (Standard Webhooks 1.0.0, "Signature scheme").

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use talang_catalogue::{Fault, Kind};
use talang_engine::activity::Activity;
use talang_engine::{Change, Error, Result, Scope};
use talang_store::attachments::hex;
use talang_store::{P, Place as Sealed};

use crate::Place;
use crate::subscription::{Endpoint, OBJECT, set_ready};

/// How a secret begins as it is shown.
const PREFIX: &str = "whsec_";
/// Bytes of a secret; the specification wants 24 to 64.
const BYTES: usize = 32;

/// A secret as it is shown to those who manage it: never what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secret {
    /// Number.
    pub id: i64,
    /// When it was made, in microseconds since 1970.
    pub created_at: i64,
    /// When signatures are no longer made with it, where another has taken its place.
    pub ends_at: Option<i64>,
}

/// Of a secret `s`: signatures are made with it at that time. One that is an application's key ends with that key, and rests
/// while the application does.
const HOLDS: &str = "(s.ends_at IS NULL OR s.ends_at > ?) AND NOT EXISTS (
     SELECT 1 FROM shared.webhook_key w WHERE w.subscription = s.subscription AND NOT EXISTS (
         SELECT 1 FROM shared.api_key k JOIN shared.api_client a ON a.id = k.client
         WHERE k.key = w.key AND a.active = 1 AND (k.expires_at IS NULL OR k.expires_at > ?)))";

/// The secrets of a subscription with which signatures are made, the newest first.
///
/// # Errors
/// Those of the store.
pub fn secrets(scope: &Scope, subscription: i64) -> Result<Vec<Secret>> {
    let now = scope.installation().clock().now();
    scope.tenant().db().read(|conn| {
        let sql = format!(
            "SELECT s.id, s.created_at, s.ends_at FROM shared.webhook_secret s
             WHERE s.subscription = ? AND {HOLDS} ORDER BY s.id DESC"
        );
        let rows = conn.query(&sql, &[P::Int(subscription), P::Int(now), P::Int(now)])?;
        let secret = |row: &Vec<talang_store::Cell>| match row.as_slice() {
            [id, created_at, ends_at] => {
                Some(Secret { id: id.int(), created_at: created_at.int(), ends_at: ends_at.opt_int() })
            }
            _ => None,
        };
        Ok(rows.iter().filter_map(secret).collect())
    })
}

/// Gives a subscription a secret: told once, kept sealed. Those that it has still sign for `overlap` microseconds beside it,
/// so that the receiver can change over. Whether the scope may is the caller's question.
///
/// # Errors
/// `record.not_found`; `internal`: the machine gives no random numbers.
pub fn new_secret(scope: &Scope, subscription: i64, overlap: i64) -> Result<String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|_| Error::from(Fault::new("internal")))?;
    let now = scope.installation().clock().now();
    scope.change(Kind::Shared, |c| {
        // What is told in another form is signed with the key that its application has already.
        let endpoint = Endpoint::find(c.system(), subscription)?
            .filter(|e| e.told_as.is_empty())
            .ok_or_else(|| Fault::new("record.not_found").with("object", OBJECT))?;
        c.system().exec(
            "UPDATE shared.webhook_secret SET ends_at = ? WHERE subscription = ? AND (ends_at IS NULL OR ends_at > ?)",
            &[P::Int(now + overlap), P::Int(subscription), P::Int(now + overlap)],
        )?;
        c.system().exec("DELETE FROM shared.webhook_secret WHERE ends_at <= ?", &[P::Int(now)])?;
        keep(c, &endpoint, &bytes)
    })?;
    Ok(format!("{PREFIX}{}", STANDARD.encode(bytes)))
}

/// Lets a subscription that is told in another form sign with a key of the application that registered it, from now on and as
/// long as the key holds: such receivers know no other secret. A key is kept as its digest everywhere else; here it is sealed,
/// because it must be read again. Whether the scope may is the caller's question.
///
/// # Errors
/// `record.not_found`: there is no such subscription, or the key is none of its application's.
pub fn sign_with_key(c: &mut Change<'_>, subscription: i64, key: &str) -> Result<()> {
    let digest = hex(&Sha256::digest(key));
    let known = c.system().query_one(
        "SELECT 1 FROM shared.webhook_subscription s JOIN shared.api_key k ON k.client = s.client
         WHERE s.id = ? AND s.told_as IS NOT NULL AND k.key = ?",
        &[P::Int(subscription), P::Text(&digest)],
    )?;
    let endpoint = Endpoint::find(c.system(), subscription)?.filter(|_| known.is_some());
    let endpoint = endpoint.ok_or_else(|| Fault::new("record.not_found").with("object", OBJECT))?;
    for table in ["webhook_secret", "webhook_key"] {
        c.system()
            .exec(&format!("DELETE FROM shared.{table} WHERE subscription = ?"), &[P::Int(subscription)])?;
    }
    c.system().exec(
        "INSERT INTO shared.webhook_key (subscription, key) VALUES (?, ?)",
        &[P::Int(subscription), P::Owned(digest)],
    )?;
    keep(c, &endpoint, key.as_bytes())
}

/// Seals a secret and lets messages leave.
fn keep(c: &mut Change<'_>, endpoint: &Endpoint, secret: &[u8]) -> Result<()> {
    let scope = c.scope();
    let now = scope.installation().clock().now();
    // What is sealed is bound to its row.
    let columns = ["subscription", "secret", "created_at"];
    let row = vec![P::Int(endpoint.id), P::Text(""), P::Int(now)];
    let id =
        c.system().insert("shared.webhook_secret", &columns, &[row])?.first().copied().unwrap_or_default();
    let sealed = scope.tenant().db().vault().seal(Sealed::HookSecret, id, secret)?;
    c.system()
        .exec("UPDATE shared.webhook_secret SET secret = ? WHERE id = ?", &[P::Owned(sealed), P::Int(id)])?;
    let told = Activity { record: Some(endpoint.id), ..scope.activity("webhook-secret").on(OBJECT) };
    scope.log_within(c.system(), &[told])?;
    set_ready(c, endpoint.id, endpoint.active, false)
}

/// What signs for a subscription now.
pub(crate) fn keys(place: &Place, subscription: i64) -> Result<Vec<Vec<u8>>> {
    let now = place.now();
    let rows = place.tenant.db().read(|conn| {
        let sql = format!(
            "SELECT s.id, s.secret FROM shared.webhook_secret s WHERE s.subscription = ? AND {HOLDS} ORDER BY s.id DESC"
        );
        Ok::<_, Error>(conn.query(&sql, &[P::Int(subscription), P::Int(now), P::Int(now)])?)
    })?;
    let mut keys = Vec::new();
    for row in &rows {
        let [id, sealed] = row.as_slice() else { continue };
        keys.push(place.tenant.db().vault().open(Sealed::HookSecret, id.int(), sealed.text())?);
    }
    Ok(keys)
}

/// The header `webhook-signature`: one signature for each key.
pub(crate) fn signature(keys: &[Vec<u8>], message: &str, seconds: i64, body: &[u8]) -> Result<String> {
    let mut out = Vec::with_capacity(keys.len());
    for key in keys {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| Error::from(Fault::new("internal")))?;
        mac.update(format!("{message}.{seconds}.").as_bytes());
        mac.update(body);
        out.push(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())));
    }
    Ok(out.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_specification_s_own_example_has_its_signature() {
        // Standard Webhooks 1.0.0, "Signature scheme"
        let key = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed =
            signature(&[key], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, b"{\"test\": 2432232314}");
        assert_eq!(signed.unwrap(), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
