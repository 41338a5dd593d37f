//! What is remembered between sending a browser to a provider and its coming back: in the tenant's database, for a quarter of
//! an hour, once, and only for the browser that was sent.

use serde_json::Value as Json;
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_http::Call;
use talang_http::cookies::SIGN_ON;
use talang_store::{Conn, P, Place};

use crate::provider::Provider;

/// For how long somebody may take to sign in at the provider, in microseconds.
const LASTS: i64 = 15 * 60_000_000;
/// For how long the report of a test can be read, in microseconds.
const KEPT: i64 = 24 * 3_600_000_000;

/// A sign-in that was begun here.
#[derive(Clone, Debug)]
pub struct Handshake {
    /// Names it: 256 random bits.
    pub state: String,
    /// Where to go on after.
    pub next: String,
    /// Account of the administrator who only tests the provider.
    pub tester: Option<i64>,
    /// What the protocol remembers.
    pub data: Json,
}

/// 256 random bits as a text for addresses.
pub(crate) fn random() -> Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| Error::from(Fault::new("internal")))?;
    use base64::Engine;
    Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
}

fn digest(text: &str) -> String {
    talang_store::attachments::hex(ring::digest::digest(&ring::digest::SHA256, text.as_bytes()).as_ref())
}

/// The browser that was sent. The cookie opens nothing; it only says that this is the one.
fn browser(call: &Call) -> Option<&str> {
    SIGN_ON.read(&call.request).filter(|c| c.len() == 43)
}

/// Notes a sign-in. `data` makes what the protocol remembers from the new state. Gives the handshake and the header
/// `set-cookie` that must go with the reply.
///
/// # Errors
/// Storage.
pub fn begin(
    call: &Call,
    provider: &Provider,
    next: &str,
    tester: Option<i64>,
    data: Json,
) -> Result<(Handshake, String)> {
    let now = call.installation.clock().now();
    let state = random()?;
    // Several tabs of one browser may be under way.
    let cookie = match browser(call) {
        Some(cookie) => cookie.to_string(),
        None => random()?,
    };
    call.scope.tenant().db().write(|conn| {
        conn.exec("DELETE FROM shared.sign_on WHERE expires_at < ?", &[P::Int(now - KEPT)])?;
        conn.exec(
            "INSERT INTO shared.sign_on (state, provider, browser, next, tester, data, used, expires_at)
             VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
            &[
                P::Text(&state),
                P::Int(provider.id),
                P::Owned(digest(&cookie)),
                P::Text(next),
                tester.map_or(P::Null, P::Int),
                P::Text(""),
                P::Int(now + LASTS),
            ],
        )?;
        // Whoever reads the database could otherwise take part in the sign-in: verifier and nonce are its secrets.
        seal(call, conn, provider, &of_state(&state), data.to_string().as_bytes(), now + LASTS)
    })?;
    let header = SIGN_ON.set(call.request.https, &cookie);
    Ok((Handshake { state, next: next.to_string(), tester, data }, header))
}

/// The handshake of that state, which can be taken once, by the browser that was sent, for the provider it was sent to.
///
/// # Errors
/// `sso.browser`.
pub fn take(call: &Call, provider: &Provider, state: &str) -> Result<Handshake> {
    let refused = || Error::from(Fault::new("sso.browser"));
    let cookie = browser(call).ok_or_else(refused)?;
    let now = call.installation.clock().now();
    call.scope.tenant().db().write(|conn| {
        let taken = conn.exec(
            "UPDATE shared.sign_on SET used = 1 WHERE state = ? AND provider = ? AND browser = ? AND used = 0
             AND expires_at > ?",
            &[P::Text(state), P::Int(provider.id), P::Owned(digest(cookie)), P::Int(now)],
        )?;
        if taken != 1 {
            return Err(refused());
        }
        let row = conn
            .query_one("SELECT next, tester FROM shared.sign_on WHERE state = ?", &[P::Text(state)])?
            .ok_or_else(refused)?;
        let [next, tester] = row.as_slice() else { return Err(refused()) };
        let data = unseal(call, conn, provider, &of_state(state))?.ok_or_else(refused)?;
        Ok(Handshake {
            state: state.to_string(),
            next: next.text().to_string(),
            tester: tester.opt_int(),
            data: serde_json::from_slice(&data).unwrap_or_default(),
        })
    })
}

fn of_state(state: &str) -> String {
    format!("state {state}")
}

fn of_session(session: &str) -> String {
    format!("session {session}")
}

/// Keeps something of a provider sealed under a name, in place of what was there, until `expires` (microseconds since 1970).
fn seal(
    call: &Call,
    conn: &mut Conn,
    provider: &Provider,
    name: &str,
    secret: &[u8],
    expires: i64,
) -> Result<()> {
    conn.exec(
        "DELETE FROM shared.sign_on_sealed WHERE expires_at < ? OR provider = ? AND name = ?",
        &[P::Int(call.installation.clock().now()), P::Int(provider.id), P::Text(name)],
    )?;
    // It is sealed for its row, whose number is known when the row is there.
    let row = vec![P::Int(provider.id), P::Text(name), P::Text(""), P::Int(expires)];
    let columns = ["provider", "name", "value", "expires_at"];
    for id in conn.insert("shared.sign_on_sealed", &columns, &[row])? {
        let value = call.scope.tenant().db().vault().seal(Place::SignOn, id, secret)?;
        conn.exec("UPDATE shared.sign_on_sealed SET value = ? WHERE id = ?", &[P::Owned(value), P::Int(id)])?;
    }
    Ok(())
}

/// Takes what is kept under a name: it is there once. Nothing where nothing is, or where its time is over.
fn unseal(call: &Call, conn: &mut Conn, provider: &Provider, name: &str) -> Result<Option<Vec<u8>>> {
    let row = conn.query_one(
        "SELECT id, value FROM shared.sign_on_sealed WHERE provider = ? AND name = ? AND expires_at >= ?",
        &[P::Int(provider.id), P::Text(name), P::Int(call.installation.clock().now())],
    )?;
    let Some([id, value]) = row.as_deref() else { return Ok(None) };
    conn.exec("DELETE FROM shared.sign_on_sealed WHERE id = ?", &[P::Int(id.int())])?;
    Ok(Some(call.scope.tenant().db().vault().open(Place::SignOn, id.int(), value.text())?))
}

/// Keeps the ID token of a session, by which its provider knows whom it is to sign out (RP-Initiated Logout 1.0, 2).
///
/// # Errors
/// Storage.
pub fn keep_hint(call: &Call, provider: &Provider, session: &str, token: &str) -> Result<()> {
    let until = call.installation.clock().now() + SESSION;
    let db = call.scope.tenant().db();
    db.write(|conn| seal(call, conn, provider, &of_session(session), token.as_bytes(), until))
}

/// Takes the ID token of a session that ends.
///
/// # Errors
/// Storage.
pub fn take_hint(call: &Call, provider: &Provider, session: &str) -> Result<Option<String>> {
    let db = call.scope.tenant().db();
    let token = db.write(|conn| unseal(call, conn, provider, &of_session(session)))?;
    Ok(token.and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// Keeps the report of a test for the administrator who made it.
///
/// # Errors
/// Storage.
pub fn note(call: &Call, handshake: &Handshake, report: &Json) -> Result<()> {
    call.scope.tenant().db().write(|conn| {
        conn.exec(
            "UPDATE shared.sign_on SET result = ? WHERE state = ?",
            &[P::Owned(report.to_string()), P::Text(&handshake.state)],
        )?;
        Ok::<_, Error>(())
    })
}

/// The report of a test of a provider, for the account that made it.
///
/// # Errors
/// Storage.
pub fn kept(call: &Call, provider: i64, state: &str, tester: i64) -> Result<Option<Json>> {
    let row = call.scope.tenant().db().read(|conn| {
        Ok::<_, Error>(conn.query_one(
            "SELECT result FROM shared.sign_on WHERE state = ? AND provider = ? AND tester = ? AND result IS NOT NULL",
            &[P::Text(state), P::Int(provider), P::Int(tester)],
        )?)
    })?;
    Ok(row.and_then(|r| r.first().and_then(|c| serde_json::from_str(c.text()).ok())))
}

/// Whether a message of a provider is seen for the first time; remembered until `until` (microseconds since 1970), when it
/// has expired by itself.
///
/// # Errors
/// Storage.
pub fn first_time(call: &Call, provider: &Provider, message: &str, until: i64) -> Result<bool> {
    let now = call.installation.clock().now();
    call.scope.tenant().db().write(|conn| {
        conn.exec("DELETE FROM shared.sign_on_seen WHERE expires_at < ?", &[P::Int(now)])?;
        let added = conn.exec(
            "INSERT INTO shared.sign_on_seen (provider, message, expires_at) VALUES (?, ?, ?)
             ON CONFLICT (provider, message) DO NOTHING",
            &[P::Int(provider.id), P::Owned(digest(message)), P::Int(until)],
        )?;
        Ok::<_, Error>(added == 1)
    })
}

/// For how long a session's name at a provider is remembered, in microseconds: no session lasts longer.
const SESSION: i64 = 48 * 3_600_000_000;

/// Remembers how a provider names the user of a session, for single logout.
///
/// # Errors
/// Storage.
pub fn remember_session(
    call: &Call,
    provider: &Provider,
    session: &str,
    name: &str,
    account: i64,
) -> Result<()> {
    let now = call.installation.clock().now();
    call.scope.tenant().db().write(|conn| {
        conn.exec("DELETE FROM shared.sign_on_session WHERE expires_at < ?", &[P::Int(now)])?;
        conn.exec(
            "INSERT INTO shared.sign_on_session (provider, session, name, account, expires_at) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (provider, session) DO UPDATE SET name = excluded.name, account = excluded.account,
             expires_at = excluded.expires_at",
            &[P::Int(provider.id), P::Text(session), P::Text(name), P::Int(account), P::Int(now + SESSION)],
        )?;
        Ok::<_, Error>(())
    })
}

/// How a provider names the user of a session.
///
/// # Errors
/// Storage.
pub fn session_name(call: &Call, provider: &Provider, session: &str) -> Result<Option<String>> {
    let row = call.scope.tenant().db().read(|conn| {
        Ok::<_, Error>(conn.query_one(
            "SELECT name FROM shared.sign_on_session WHERE provider = ? AND session = ?",
            &[P::Int(provider.id), P::Text(session)],
        )?)
    })?;
    Ok(row.and_then(|r| r.first().map(|c| c.text().to_string())))
}

/// The sessions of the user whom a provider names so.
///
/// # Errors
/// Storage.
pub fn sessions_of(call: &Call, provider: &Provider, name: &str) -> Result<Vec<String>> {
    let rows = call.scope.tenant().db().read(|conn| {
        Ok::<_, Error>(conn.query(
            "SELECT session FROM shared.sign_on_session WHERE provider = ? AND name = ?",
            &[P::Int(provider.id), P::Text(name)],
        )?)
    })?;
    Ok(rows.iter().filter_map(|r| r.first()).map(|c| c.text().to_string()).collect())
}
