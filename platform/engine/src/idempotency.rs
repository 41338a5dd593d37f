//! Requests that may arrive twice: the first reply is kept with the work itself and given again (I10).
//!
//! An interface that lost the answer to a write repeats it with the same key. The key, a digest of the request and the
//! reply are written in the transaction that does the work, so there is no moment in which one exists without the other.

use sha2::{Digest, Sha256};
use talang_catalogue::{Fault, Kind};
use talang_store::P;
use talang_store::attachments::hex;

use crate::change::Change;
use crate::error::{Error, Result};
use crate::scope::Scope;

/// How long replies are kept: 24 hours, in microseconds.
pub const KEPT_FOR: i64 = 24 * 3_600 * 1_000_000;

/// Most characters of a key.
pub const KEY_LENGTH: usize = 255;

/// A reply as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptReply {
    /// HTTP status.
    pub status: u16,
    /// Whatever the door needs to give the reply again.
    pub response: String,
}

impl Scope {
    /// Does the work in one transaction unless the same user has had it done under this key within [`KEPT_FOR`]; then
    /// the kept reply is returned and nothing is done. `request` is everything that makes two requests the same:
    /// method, address, body.
    ///
    /// # Errors
    /// `idempotency.conflict` when the key was used for another request, and whatever the work refuses; a refused
    /// request leaves no trace and may be sent again under the same key.
    pub fn change_once(
        &self,
        kind: Kind,
        key: &str,
        request: &[&[u8]],
        work: impl Fn(&mut Change<'_>) -> Result<KeptReply>,
    ) -> Result<KeptReply> {
        let attempt = || self.change(kind, |c| c.once(key, request, &work));
        match attempt() {
            // The same request came at the same time and won: its reply is there now.
            Err(Error::Storage(talang_store::Error::Unique(_)))
                if self.change(kind, |c| c.claimed(key))? =>
            {
                attempt()
            }
            other => other,
        }
    }
}

impl Change<'_> {
    fn once(
        &mut self,
        key: &str,
        request: &[&[u8]],
        work: &dyn Fn(&mut Change<'_>) -> Result<KeptReply>,
    ) -> Result<KeptReply> {
        let table = format!("{}.idempotency", self.kind.name());
        let actor = self.scope().actor.id().unwrap_or_default();
        let now = self.scope().installation().clock().now();
        let mut digest = Sha256::new();
        for part in request {
            // The length keeps two parts from running into each other.
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
        let digest = hex(&digest.finalize());
        let sql = format!("SELECT request, status, response, at FROM {table} WHERE actor = ? AND key = ?");
        let known = self.conn.query_one(&sql, &[P::Int(actor), P::Text(key)])?;
        if let Some([request, status, response, at]) = known.as_deref()
            && at.int() > now - KEPT_FOR
        {
            if request.text() != digest {
                return Err(Fault::new("idempotency.conflict").into());
            }
            let status = u16::try_from(status.int()).unwrap_or(200);
            return Ok(KeptReply { status, response: response.text().to_string() });
        }
        // One request in sixteen tidies up behind its user; the rest need not wait for it.
        if digest.starts_with('0') {
            let sql = format!("DELETE FROM {table} WHERE actor = ? AND at <= ?");
            self.conn.exec(&sql, &[P::Int(actor), P::Int(now - KEPT_FOR)])?;
        }
        let sql = format!("DELETE FROM {table} WHERE actor = ? AND key = ?");
        self.conn.exec(&sql, &[P::Int(actor), P::Text(key)])?;
        // Claimed before the work: of two simultaneous requests the second waits here, and finds the first one's reply
        // when it is repeated.
        let sql = format!(
            "INSERT INTO {table} (actor, key, request, status, response, at) VALUES (?, ?, ?, 0, '', ?)"
        );
        self.conn.exec(&sql, &[P::Int(actor), P::Text(key), P::Text(&digest), P::Int(now)])?;
        let reply = work(self)?;
        let sql = format!("UPDATE {table} SET status = ?, response = ? WHERE actor = ? AND key = ?");
        let status = P::Int(i64::from(reply.status));
        self.conn.exec(&sql, &[status, P::Text(&reply.response), P::Int(actor), P::Text(key)])?;
        Ok(reply)
    }

    fn claimed(&mut self, key: &str) -> Result<bool> {
        let sql = format!("SELECT 1 FROM {}.idempotency WHERE actor = ? AND key = ?", self.kind.name());
        let actor = self.scope().actor.id().unwrap_or_default();
        Ok(self.conn.query_one(&sql, &[P::Int(actor), P::Text(key)])?.is_some())
    }
}
