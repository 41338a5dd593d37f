//! What users did that changes no record (A12): sign-ins, refusals, exports. Kept for a year (O1).

use talang_catalogue::Fault;
use talang_store::{Conn, P};

use crate::error::Result;
use crate::rights::Action;
use crate::scope::Scope;
use crate::view::View;

/// One activity.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Microseconds since 1970.
    pub at: i64,
    /// Login that was used.
    pub login: String,
    /// Through which door.
    pub door: String,
    /// From which address.
    pub address: String,
    /// What: `sign-in`, `sign-in-failed`, `sign-out`, `export`, `import`, `password-changed` …
    pub action: String,
    /// Of what: an object's name, a count. Nothing personal.
    pub detail: String,
}

impl Scope {
    /// Writes an activity of the scope's user.
    pub fn log_activity(&self, action: &str, address: &str, login: &str, detail: &str) -> Result<()> {
        self.tenant.db().write(|conn| self.log_activity_within(conn, action, address, login, detail))
    }

    /// The same inside a transaction that writes other things of the program's own.
    pub fn log_activity_within(
        &self,
        conn: &mut Conn,
        action: &str,
        address: &str,
        login: &str,
        detail: &str,
    ) -> Result<()> {
        conn.exec(
            "INSERT INTO shared.activity (at, actor, login, door, address, action, detail) VALUES (?, ?, ?, ?, ?, ?, ?)",
            &[
                P::Int(self.installation.clock().now()),
                self.actor.id().map_or(P::Null, P::Int),
                P::Text(login),
                P::Text(self.door.name()),
                P::Text(address),
                P::Text(action),
                P::Text(detail),
            ],
        )?;
        Ok(())
    }
}

impl View<'_> {
    /// The latest activities, for those who may read all users.
    ///
    /// # Errors
    /// `right.missing`.
    pub fn activities(&mut self, containing: &str, before: i64, most: usize) -> Result<Vec<Activity>> {
        let users = self.object("User")?;
        if !self.rights().on(&users, Action::Read).has(crate::Extents::ALL) {
            return Err(Fault::new("right.missing").with("action", "read").with("object", "User").into());
        }
        let pattern = format!("%{}%", containing.to_lowercase().replace(['%', '_'], ""));
        let rows = self.conn.query(
            "SELECT at, COALESCE(login, ''), door, COALESCE(address, ''), action, COALESCE(detail, '')
             FROM shared.activity WHERE at < ? AND (LOWER(COALESCE(login, '')) LIKE ? OR action LIKE ?)
             ORDER BY at DESC LIMIT ?",
            &[
                P::Int(before),
                P::Text(&pattern),
                P::Text(&pattern),
                P::Int(i64::try_from(most).unwrap_or(100)),
            ],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| match row.as_slice() {
                [at, login, door, address, action, detail] => Some(Activity {
                    at: at.int(),
                    login: login.text().to_string(),
                    door: door.text().to_string(),
                    address: address.text().to_string(),
                    action: action.text().to_string(),
                    detail: detail.text().to_string(),
                }),
                _ => None,
            })
            .collect())
    }
}
