//! The live sessions of an account, for its owner and for those who look after accounts (A7).

use talang_engine::{Change, Result, Scope};
use talang_store::{Cell, P};

use crate::notices::{self, Notice};
use crate::{Identity, Method};

/// Browsers that are known of an account at most: the ones used last.
const MOST_KNOWN: i64 = 50;

/// A live session.
#[derive(Clone, Debug)]
pub struct Device {
    /// Digest of its token: names it without opening it.
    pub id: String,
    /// When it began, in microseconds since 1970.
    pub since: i64,
    /// Its last request, to the minute.
    pub seen: i64,
    /// Address at the sign-in.
    pub address: String,
    /// Browser, if it is one that is known.
    pub browser: Option<&'static str>,
    /// Operating system, if it is one that is known.
    pub system: Option<&'static str>,
    /// How its owner signed in.
    pub method: Method,
}

/// Words in user agents and what they stand for; the first that is there counts.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi", "Vivaldi"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// Browser and operating system of a user agent, where they are known.
pub fn known_browser(agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    (known(agent, &BROWSERS), known(agent, &SYSTEMS))
}

fn known(agent: &str, words: &[(&str, &'static str)]) -> Option<&'static str> {
    words.iter().find(|(word, _)| agent.contains(word)).map(|(_, name)| *name)
}

/// What a browser is, in names that are the same in every language.
fn described(agent: &str) -> String {
    let names: Vec<&str> = [known(agent, &BROWSERS), known(agent, &SYSTEMS)].into_iter().flatten().collect();
    if names.is_empty() { "?".to_string() } else { names.join(" / ") }
}

/// The account has come in with the browser of that digest. Its owner is told where it is one that they never used, unless
/// they never used any.
pub(crate) fn greet(
    c: &mut Change<'_>,
    account: i64,
    device: &str,
    agent: &str,
    address: &str,
) -> Result<()> {
    let now = c.scope().installation().clock().now();
    let conn = c.system();
    let row = conn.query_one(
        "SELECT COUNT(*), COALESCE(SUM(CASE WHEN device = ? THEN 1 ELSE 0 END), 0) FROM shared.known_device
         WHERE account = ?",
        &[P::Text(device), P::Int(account)],
    )?;
    let count = |at: usize| row.as_ref().and_then(|r| r.get(at)).map(Cell::int).unwrap_or_default();
    conn.exec(
        "INSERT INTO shared.known_device (account, device, seen_at) VALUES (?, ?, ?)
         ON CONFLICT (account, device) DO UPDATE SET seen_at = excluded.seen_at",
        &[P::Int(account), P::Text(device), P::Int(now)],
    )?;
    if count(1) > 0 || count(0) == 0 {
        return Ok(());
    }
    conn.exec(
        "DELETE FROM shared.known_device WHERE account = ? AND device NOT IN
         (SELECT device FROM shared.known_device WHERE account = ? ORDER BY seen_at DESC LIMIT ?)",
        &[P::Int(account), P::Int(account), P::Int(MOST_KNOWN)],
    )?;
    let Some(notice) = Notice::of(c, account)? else { return Ok(()) };
    let arguments = vec![
        ("when", notices::moment(notice.culture, now)),
        ("device", described(agent)),
        ("address", address.to_string()),
    ];
    notice.send(c, "new-device", arguments, None)
}

impl Identity {
    /// The live sessions of an account, the one used last first. Whether the scope may see them is the caller's question.
    pub fn devices(&self, scope: &Scope, account: i64) -> Result<Vec<Device>> {
        let now = scope.installation().clock().now();
        let rows = scope.tenant().db().read(|conn| {
            Ok::<_, talang_engine::Error>(conn.query(
                "SELECT token, created_at, seen_at, COALESCE(address, ''), COALESCE(agent, ''), COALESCE(method, '')
                 FROM shared.session WHERE account = ? AND expires_at > ? AND seen_at + COALESCE(idle, ?) > ?
                 ORDER BY seen_at DESC, created_at DESC",
                &[P::Int(account), P::Int(now), P::Int(self.settings.idle), P::Int(now)],
            )?)
        })?;
        Ok(rows
            .iter()
            .filter_map(|row| match row.as_slice() {
                [id, since, seen, address, agent, method] => Some(Device {
                    id: id.text().to_string(),
                    since: since.int(),
                    seen: seen.int(),
                    address: address.text().to_string(),
                    browser: known(agent.text(), &BROWSERS),
                    system: known(agent.text(), &SYSTEMS),
                    method: Method::parse(method.text()),
                }),
                _ => None,
            })
            .collect())
    }

    /// Ends a session of the account, or with no name all but `keep`. Whether the scope may is the caller's question.
    /// How many ended; a name that is no session of this account's ends none.
    pub fn end_devices(
        &self,
        scope: &Scope,
        account: i64,
        id: Option<&str>,
        keep: &str,
        login: &str,
    ) -> Result<u64> {
        scope.tenant().db().write(|conn| {
            let ended = match id {
                Some(id) => conn.exec(
                    "DELETE FROM shared.session WHERE account = ? AND token = ?",
                    &[P::Int(account), P::Text(id)],
                )?,
                None => conn.exec(
                    "DELETE FROM shared.session WHERE account = ? AND token <> ?",
                    &[P::Int(account), P::Text(keep)],
                )?,
            };
            if ended > 0 {
                scope.log_activity_within(
                    conn,
                    "sign-out",
                    &scope.address,
                    login,
                    &format!("devices: {ended}"),
                )?;
            }
            Ok(ended)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_systems_are_told_from_what_they_send() {
        let words = |agent: &str| {
            let name = |n: Option<&'static str>| n.unwrap_or("?");
            format!("{} {}", name(known(agent, &BROWSERS)), name(known(agent, &SYSTEMS)))
        };
        for (agent, expected) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Firefox Windows",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
                "Edge Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36",
                "Chrome Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Version/19.1 Safari/604.1",
                "Safari iOS",
            ),
            ("curl/8.1", "? ?"),
        ] {
            assert_eq!(words(agent), expected, "{agent}");
        }
    }
}
