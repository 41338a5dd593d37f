//! Where sealed values stand, and what is done to all of them: sealing what stood there in clear, exchanging keys, checking.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use talang_catalogue::Kind;

use super::Sealer;
use crate::conn::{Conn, Dialect, P};
use crate::error::Result;

/// Values sealed anew in one transaction.
const PIECE: i64 = 200;

/// Declares the places once, so that none can be missing from the list of all.
macro_rules! places {
    ($($(#[$doc:meta])* $name:ident: $kind:ident, $table:literal, $row:literal, $column:literal;)*) => {
        /// A column whose values are sealed. Each belongs to a row that is named by a number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Place { $($(#[$doc])* $name,)* }

        impl Place {
            /// All of them.
            pub const ALL: &[Place] = &[$(Place::$name,)*];

            const fn parts(self) -> (Kind, &'static str, &'static str, &'static str) {
                match self { $(Place::$name => (Kind::$kind, $table, $row, $column),)* }
            }
        }
    };
}

places! {
    /// What an authenticator app and the program share; by account.
    AppSecret: Shared, "second_factor", "account", "secret";
    /// The same before its owner confirmed it; by account.
    OfferedSecret: Shared, "second_factor_offer", "account", "secret";
    /// What an OpenID provider gave this application; by provider.
    ProviderSecret: Shared, "sign_on_secret", "provider", "secret";
    /// The tenant's own private keys for SAML, WS-Federation and OpenID Connect; by number.
    ProviderKey: Shared, "sign_on_key", "id", "private_key";
    /// What a sign-in under way must prove at its end, and the proof of an earlier one by which a provider knows whom it is to
    /// sign out; by number.
    SignOn: Shared, "sign_on_sealed", "id", "value";
    /// What a receiver of webhooks and the program share; by number.
    HookSecret: Shared, "webhook_secret", "id", "secret";
    /// What waiting mails say, with the links in them that open accounts; by message.
    Letter: Shared, "mail_queue", "message", "letter";
}

impl Place {
    /// In which of a tenant's databases it is.
    pub fn kind(self) -> Kind {
        self.parts().0
    }

    /// `shared.second_factor.secret`: names it for ever.
    pub fn column(self) -> String {
        let (kind, table, _, column) = self.parts();
        format!("{}.{table}.{column}", kind.name())
    }

    fn table(self) -> String {
        let (kind, table, ..) = self.parts();
        format!("{}.{table}", kind.name())
    }

    /// The values that are there and do not begin like those of `newest`, after a row, in the order of the rows.
    fn values(self, conn: &mut Conn, after: i64, newest: &str, most: i64) -> Result<Vec<(i64, String)>> {
        let (_, _, row, column) = self.parts();
        let sql = format!(
            "SELECT {row}, {column} FROM {} WHERE {row} > ? AND {column} <> '' AND {column} NOT LIKE ?
             ORDER BY {row} LIMIT ?",
            self.table()
        );
        let like = if newest.is_empty() { String::new() } else { format!("{newest}%") };
        Ok(conn
            .query(&sql, &[P::Int(after), P::Owned(like), P::Int(most)])?
            .iter()
            .filter_map(|r| match r.as_slice() {
                [row, value] => Some((row.int(), value.text().to_string())),
                _ => None,
            })
            .collect())
    }

    /// The secret in a value from the time when it stood in clear; keys stood there in Base 64.
    fn plain(self, value: &str) -> Vec<u8> {
        let bytes = match self {
            Place::ProviderSecret | Place::HookSecret | Place::Letter | Place::SignOn => None,
            Place::AppSecret | Place::OfferedSecret | Place::ProviderKey => STANDARD.decode(value).ok(),
        };
        bytes.unwrap_or_else(|| value.as_bytes().to_vec())
    }

    fn write(self, conn: &mut Conn, row: i64, value: String) -> Result<()> {
        let (_, _, key, column) = self.parts();
        let sql = format!("UPDATE {} SET {column} = ? WHERE {key} = ?", self.table());
        conn.exec(&sql, &[P::Owned(value), P::Int(row)]).map(|_| ())
    }
}

impl Sealer<'_> {
    /// Seals what stands in clear in the places of a kind, once for each place, and sees to it that the clear text is no longer
    /// in the files. To be called by the one writer outside any transaction, after the tables are there.
    ///
    /// # Errors
    /// The database's.
    pub fn adopt(&self, conn: &mut Conn, kind: Kind) -> Result<()> {
        let meta = format!("{}.meta", kind.name());
        let row = conn.query_one(&format!("SELECT value FROM {meta} WHERE name = 'sealed'"), &[])?;
        let done = row.and_then(|r| r.first().map(|c| c.text().to_string())).unwrap_or_default();
        let new: Vec<Place> = Place::ALL
            .iter()
            .copied()
            .filter(|p| p.kind() == kind && !done.split(' ').any(|name| name == p.column()))
            .collect();
        if new.is_empty() {
            return Ok(());
        }
        let mut filled = Vec::new();
        thoroughly(conn, kind, |conn| {
            for place in &new {
                within(conn, |conn| {
                    let values = place.values(conn, i64::MIN, "", i64::MAX)?;
                    if !values.is_empty() {
                        filled.push(*place);
                    }
                    for (row, value) in values {
                        // Cut off before: this one was sealed then. A clear one that only looks so does not open.
                        if self.open(*place, row, &value).is_err() {
                            let sealed = self.seal(*place, row, &place.plain(&value))?;
                            place.write(conn, row, sealed)?;
                        }
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        if !filled.is_empty() {
            sweep(conn, kind, &filled)?;
        }
        // Last, so that whatever cut it off, all of it is done again.
        let names: Vec<String> = Place::ALL.iter().filter(|p| p.kind() == kind).map(|p| p.column()).collect();
        conn.exec(
            &format!("INSERT INTO {meta} (name, value) VALUES ('sealed', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
            &[P::Owned(names.join(" "))],
        )?;
        Ok(())
    }

    /// Seals everything that another key has sealed with the one that seals now; how many values. Can be cut off and done
    /// again. To be called by the one writer outside any transaction.
    ///
    /// # Errors
    /// The database's; [`Error::Other`] for a value that does not open.
    pub fn renew(&self, conn: &mut Conn) -> Result<u64> {
        let (newest, mut count) = (self.newest(), 0);
        for place in Place::ALL {
            let mut moved = 0;
            thoroughly(conn, place.kind(), |conn| {
                let mut after = i64::MIN;
                loop {
                    let piece = within(conn, |conn| {
                        let values = place.values(conn, after, &newest, PIECE)?;
                        for (row, value) in &values {
                            let secret = self.open(*place, *row, value)?;
                            place.write(conn, *row, self.seal(*place, *row, &secret)?)?;
                        }
                        Ok(values)
                    })?;
                    let Some((last, _)) = piece.last() else { break Ok(()) };
                    after = *last;
                    moved += piece.len() as u64;
                }
            })?;
            if moved > 0 {
                sweep(conn, place.kind(), &[*place])?;
            }
            count += moved;
        }
        Ok(count)
    }

    /// Removes the values that no key opens any more; how many. What waiting mails say stays: they are given up one by one when
    /// they are to leave. To be called by the one writer outside any transaction.
    ///
    /// # Errors
    /// The database's.
    pub fn give_up(&self, conn: &mut Conn) -> Result<u64> {
        within(conn, |conn| {
            let mut count = 0;
            for place in Place::ALL {
                let sql = match place {
                    // The row has more than the secret.
                    Place::AppSecret => {
                        "UPDATE shared.second_factor SET secret = NULL, since = NULL WHERE account = ?"
                    }
                    Place::OfferedSecret => "DELETE FROM shared.second_factor_offer WHERE account = ?",
                    Place::ProviderSecret => "DELETE FROM shared.sign_on_secret WHERE provider = ?",
                    Place::ProviderKey => "DELETE FROM shared.sign_on_key WHERE id = ?",
                    Place::SignOn => "DELETE FROM shared.sign_on_sealed WHERE id = ?",
                    Place::HookSecret => "DELETE FROM shared.webhook_secret WHERE id = ?",
                    Place::Letter => continue,
                };
                for (row, value) in place.values(conn, i64::MIN, "", i64::MAX)? {
                    if self.open(*place, row, &value).is_err() {
                        count += conn.exec(sql, &[P::Int(row)])?;
                    }
                }
            }
            Ok(count)
        })
    }

    /// How many sealed values there are, and what is wrong with those that do not open: column and row.
    ///
    /// # Errors
    /// The database's.
    pub fn check(&self, conn: &mut Conn) -> Result<(u64, Vec<String>)> {
        let (mut count, mut findings) = (0, Vec::new());
        for place in Place::ALL {
            for (row, value) in place.values(conn, i64::MIN, "", i64::MAX)? {
                count += 1;
                if let Err(error) = self.open(*place, row, &value) {
                    findings.push(error.to_string());
                }
            }
        }
        Ok((count, findings))
    }
}

/// One transaction, undone when it fails.
fn within<R>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<R>) -> Result<R> {
    conn.begin(true)?;
    let result = work(conn).and_then(|r| conn.commit().map(|()| r));
    if result.is_err() {
        // The first failure says what is wrong.
        let _ = conn.rollback();
    }
    result
}

/// On SQLite, what is overwritten meanwhile is overwritten with zeros, in the file and in pages that become free.
fn thoroughly(conn: &mut Conn, kind: Kind, work: impl FnOnce(&mut Conn) -> Result<()>) -> Result<()> {
    let set = |conn: &mut Conn, to: &str| match conn.dialect() {
        Dialect::Sqlite => {
            conn.query(&format!("PRAGMA {}.secure_delete = {to}", kind.name()), &[]).map(|_| ())
        }
        Dialect::Postgres => Ok(()),
    };
    set(conn, "ON")?;
    let result = work(conn);
    set(conn, "OFF")?;
    result
}

/// Removes from the files what stood in the places before. On SQLite also copies that lie in free pages since long, and the
/// write-ahead log; what the file system or the disk keeps of files that are gone is beyond a program.
fn sweep(conn: &mut Conn, kind: Kind, places: &[Place]) -> Result<()> {
    match conn.dialect() {
        Dialect::Sqlite => {
            let k = kind.name();
            conn.batch(&format!("VACUUM {k}"))?;
            conn.query(&format!("PRAGMA {k}.wal_checkpoint(TRUNCATE)"), &[])?;
        }
        Dialect::Postgres => {
            for place in places {
                conn.batch(&format!("VACUUM FULL {}", place.table()))?;
            }
        }
    }
    Ok(())
}
