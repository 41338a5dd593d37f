//! Who somebody is: passwords, sessions and application keys (A2, A7, A8, I10). Protocols and their storage, no screens.
//!
//! [`Identity`] serves all tenants of an installation; every call names the tenant, and nothing of one tenant opens
//! another. Secrets are never kept in clear: passwords as Argon2id, session tokens and application keys as SHA-256.

mod admit;
mod candidates;
mod common;
mod devices;
mod factor;
mod key;
mod legacy;
mod link;
mod notices;
mod passkey;
mod password;
mod policy;
mod quota;
mod secret;
mod session;
mod strength;
mod throttle;
mod times;
mod token;
mod totp;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use talang_catalogue::{Culture, Fault};
pub use talang_engine::objects::access_policy::Population;
use talang_engine::{Actor, Error, Result};

pub use admit::{
    Browser, CANDIDATE_PAGE, CONFIRM_PAGE, ENROL_PAGE, Method, PASSWORD_PAGE, Proof, SECOND_FACTOR_PAGE,
    Stage, local,
};
pub use candidates::{erase_candidate, move_candidate};
pub use devices::{Device, known_browser};
pub use factor::{AppOffer, Factors};
pub use key::{Key, Program, TEST_PREFIX};
pub use link::{Link, module};
pub use passkey::{LONGEST_PASSKEY_NAME, MOST_PASSKEYS, PASSKEY_SECONDS, Passkey, Site};
pub use password::Cost;
pub use policy::{Owner, Policy, faults, invent, judge};
pub use quota::{DayUse, Pace, Quota};
pub use secret::lock_after;
pub use strength::Strength;
pub use times::Times;
pub use token::{Refused, TOKEN_SECONDS, Token, client_of_header};

use crate::password::Hasher;
use crate::throttle::Throttle;

/// How strictly accounts are guarded.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// What hashing a password costs.
    pub cost: Cost,
    /// Failures from one address within a quarter of an hour after which it is refused for the rest of it.
    pub failures_per_address: u32,
    /// A session ends so many microseconds after its last request, where the tenant says nothing (A8).
    pub idle: i64,
    /// A session ends so many microseconds after the sign-in at the latest, where the tenant says nothing (A8).
    pub absolute: i64,
}

const HOUR: i64 = 3_600_000_000;

impl Default for Settings {
    fn default() -> Settings {
        Settings { cost: Cost::default(), failures_per_address: 50, idle: 2 * HOUR, absolute: 12 * HOUR }
    }
}

/// A session that has just begun. The token is told once and kept nowhere.
#[derive(Clone, Debug)]
pub struct Signed {
    /// What the browser keeps in its cookie.
    pub token: String,
    /// Token against forged requests.
    pub csrf: String,
    /// Whose session it is.
    pub actor: Actor,
    /// The account's culture, if it chose one.
    pub culture: Option<&'static Culture>,
    /// What it still lacks.
    pub stage: Stage,
    /// Seconds until the session ends at the latest.
    pub seconds: i64,
    /// What the browser keeps to be known again, where that is given to it now.
    pub device: Option<String>,
}

/// A session that holds.
#[derive(Clone, Debug)]
pub struct Live {
    /// Whose session it is.
    pub actor: Actor,
    /// The account's culture, if it chose one.
    pub culture: Option<&'static Culture>,
    /// Whose account it is: a candidate's opens the front office and nothing else.
    pub population: Population,
    /// Token against forged requests.
    pub csrf: String,
    /// Digest of the token: names the session without opening it.
    pub id: String,
    /// How its owner signed in.
    pub method: Method,
    /// Code of the identity provider that vouched for them.
    pub provider: Option<String>,
    /// What it still lacks.
    pub stage: Stage,
    /// Two factors were shown.
    pub strong: bool,
    /// Its owner proved who they are within the last ten minutes.
    pub recent: bool,
    /// What it acts for somebody else on (A13, T4), as the engine's `Ground` reads it.
    pub acting: Option<String>,
}

/// See the module.
pub struct Identity {
    settings: Settings,
    hasher: Hasher,
    throttle: Throttle,
    /// Verified pairs of application key and account: keyed digest → until when and for which state of the password.
    verified: Mutex<HashMap<[u8; 32], (i64, i64)>>,
    secret: [u8; 32],
    counts: quota::Counts,
    answered: passkey::Answered,
}

/// See [`Identity::installed`].
static INSTALLED: OnceLock<Arc<Identity>> = OnceLock::new();

impl Identity {
    /// The guard of the program's accounts, for handlers, which are plain functions. One process serves one
    /// installation; tests that open several share its rules, never its data: every call names installation and tenant.
    ///
    /// # Errors
    /// `internal` where nothing serves.
    pub fn installed() -> Result<&'static Arc<Identity>> {
        INSTALLED.get().ok_or_else(internal)
    }

    /// Makes it the guard of the program's accounts, unless there is one.
    pub fn install(self: &Arc<Identity>) {
        let _ = INSTALLED.set(self.clone());
    }

    /// Guards of that strictness.
    ///
    /// # Errors
    /// `internal`: the machine gives no random numbers, or the cost of hashing is out of Argon2's bounds.
    pub fn new(settings: Settings) -> Result<Arc<Identity>> {
        Ok(Arc::new(Identity {
            hasher: Hasher::new(settings.cost)?,
            throttle: Throttle::default(),
            verified: Mutex::new(HashMap::new()),
            secret: random()?,
            counts: quota::Counts::default(),
            answered: passkey::Answered::default(),
            settings,
        }))
    }

    /// How strict it is.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}

/// 256 random bits.
fn random() -> Result<[u8; 32]> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| internal())?;
    Ok(bytes)
}

/// 256 random bits as a text that fits into cookies and headers.
fn random_token() -> Result<String> {
    use base64::Engine;
    Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(random()?))
}

/// SHA-256 in hexadecimal: how tokens and keys are kept. They are 256 random bits, so nothing slower is needed.
fn digest(text: &str) -> String {
    use sha2::{Digest, Sha256};
    talang_store::attachments::hex(&Sha256::digest(text))
}

fn internal() -> Error {
    Fault::new("internal").into()
}

fn failed() -> Error {
    Fault::new("sign_in.failed").into()
}

fn locked(microseconds: i64) -> Error {
    Fault::new("sign_in.locked")
        .with("minutes", (microseconds + 59_999_999).div_euclid(60_000_000).max(1))
        .into()
}
