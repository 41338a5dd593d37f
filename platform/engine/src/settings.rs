//! Settings of a tenant: small values by name, in the tenant's own database.

use talang_store::P;

use crate::change::Change;
use crate::error::Result;
use crate::tenant::Tenant;
use crate::view::View;

/// Names of objects that a master system delivers (I6), as a JSON list.
pub const MASTERED: &str = "mastered-objects";

impl View<'_> {
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
