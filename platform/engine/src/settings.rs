//! Settings of a tenant: small values by name, in the tenant's own database.

use talang_catalogue::Fault;
use talang_store::P;

use crate::change::Change;
use crate::error::Result;
use crate::tenant::Tenant;
use crate::view::View;

/// Names of objects that a master system delivers (I6), as a JSON list.
pub const MASTERED: &str = "mastered-objects";

impl View<'_> {
    /// Whether a function that arrived switched off is on in this tenant (S8).
    ///
    /// # Errors
    /// `feature.unknown` for one that nobody declared; those of the store.
    pub fn feature(&mut self, code: &'static str) -> Result<bool> {
        if self.scope().installation().registry().feature(code).is_none() {
            return Err(Fault::new("feature.unknown").with("name", code).with("allowed", "").into());
        }
        let sql = "SELECT 1 FROM shared.feature_switch f WHERE f.code = ? AND f.\"on\" = 1";
        Ok(self.conn.query_one(sql, &[P::Text(code)])?.is_some())
    }

    /// A setting's value.
    pub fn setting(&mut self, name: &str) -> Result<Option<String>> {
        Tenant::setting(self.conn, name)
    }

    /// Objects that screens and REST may not write because a master system delivers them (I6).
    pub fn mastered(&mut self) -> Result<Vec<String>> {
        let text = self.setting(MASTERED)?;
        Ok(text.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default())
    }
}

impl Change<'_> {
    /// Sets a setting. Whether the scope may is the caller's question: settings belong to screens with rights of
    /// their own.
    pub fn set_setting(&mut self, name: &str, value: &str) -> Result<()> {
        self.conn.exec(
            "INSERT INTO shared.setting (name, value) VALUES (?, ?)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            &[P::Text(name), P::Text(value)],
        )?;
        Ok(())
    }
}
