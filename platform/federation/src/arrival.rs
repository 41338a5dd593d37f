//! The end of every protocol: from what a provider proved to a session, or to the report of a test.

use serde::{Deserialize, Serialize};
use talang_catalogue::{Fault, Kind, Value};
use talang_engine::{Error, Result};
use talang_http::{Call, Reply};
use talang_identity::{Identity, Method, Proof, local};

use crate::account::{self, Match};
use crate::handshake::{Handshake, keep_hint, note, remember_session};
use crate::page;
use crate::provider::{Provider, program};

/// What a provider proved about somebody.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// By which protocol.
    pub method: Method,
    /// Who the provider says it is.
    pub issuer: String,
    /// Identifier that stays the same for the user; none where the provider gives a new one each time.
    pub subject: Option<String>,
    /// Name for people and for the login: the name identifier, or a claim.
    pub name: Option<String>,
    /// Attributes or claims with their values.
    pub attributes: Vec<(String, Vec<String>)>,
    /// What the provider calls the session, for single logout.
    pub session: Option<String>,
    /// How the provider names the user in messages about signing out, as its protocol writes it.
    pub logout_name: Option<String>,
    /// What proves to the provider later whose session it was: the ID token (OpenID Connect).
    pub hint: Option<String>,
    /// The session must end then at the latest, in microseconds since 1970.
    pub until: Option<i64>,
    /// The provider says that it asked for two factors.
    pub strong: bool,
    /// What was checked and found right, by code (`signature`, `audience` …): the administrator's report.
    pub checks: Vec<&'static str>,
}

impl Arrival {
    /// The first value of an attribute.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.all(name).first().copied()
    }

    /// Every value of an attribute.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let found = self.attributes.iter().filter(|(n, _)| n == name);
        found.flat_map(|(_, values)| values.iter().map(String::as_str)).collect()
    }
}

/// What a test found about the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "login", rename_all = "kebab-case")]
pub enum Outcome {
    /// This account would be signed in.
    Account(String),
    /// An account with this login would be made.
    New(String),
    /// Nobody: there is no account and none may be made.
    Nobody,
}

/// The report of a test sign-in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Report {
    /// Who the provider says it is.
    pub issuer: String,
    /// Its identifier of the user.
    pub subject: String,
    /// What it sent about the user.
    pub attributes: Vec<(String, Vec<String>)>,
    /// What was found right.
    pub checks: Vec<String>,
    /// Whose account it is.
    pub outcome: Option<Outcome>,
    /// Code of what was wrong; empty when nothing was.
    pub fault: String,
    /// Its arguments.
    pub args: Vec<(String, String)>,
}

/// Ends what a protocol made of a provider's answer. `elsewhere` is where the provider's own portal wants to go on to: it counts
/// only for a sign-in that did not begin here.
///
/// # Errors
/// As [`arrive`] and [`refuse`].
pub(crate) fn conclude(
    call: &Call,
    provider: &Provider,
    handshake: Option<&Handshake>,
    elsewhere: Option<&str>,
    outcome: Result<Arrival>,
) -> Result<Reply> {
    match outcome {
        Ok(arrival) => {
            let next = match handshake {
                Some(handshake) => handshake.next.clone(),
                None => local(elsewhere.unwrap_or("/")),
            };
            arrive(call, provider, handshake, &next, &arrival)
        }
        Err(error) => refuse(call, provider, handshake, error),
    }
}

/// A provider that is switched off answers nobody but whoever tests it.
///
/// # Errors
/// `record.not_found`.
pub(crate) fn switched_on(provider: &Provider, handshake: Option<&Handshake>) -> Result<()> {
    if provider.row.active || handshake.is_some_and(|h| h.tester.is_some()) {
        return Ok(());
    }
    Err(Fault::new("record.not_found").with("object", "IdentityProvider").into())
}

/// Lets somebody in, or, when the sign-in is a test, reports to the administrator and lets nobody in.
///
/// # Errors
/// Storage. What the arrival lacks is shown, not returned.
pub fn arrive(
    call: &Call,
    provider: &Provider,
    handshake: Option<&Handshake>,
    next: &str,
    arrival: &Arrival,
) -> Result<Reply> {
    if let Some(handshake) = handshake.filter(|h| h.tester.is_some()) {
        return test(call, provider, handshake, arrival);
    }
    let entered = enter(call, provider, next, arrival);
    entered.or_else(|error| refuse(call, provider, handshake, error))
}

fn enter(call: &Call, provider: &Provider, next: &str, arrival: &Arrival) -> Result<Reply> {
    let account = program(call).change(account::KIND, |c| account::settle(c, provider, arrival))?;
    if let (Some(session), Some(name)) = (&arrival.session, &arrival.logout_name) {
        remember_session(call, provider, session, name, account)?;
        if let Some(token) = &arrival.hint {
            keep_hint(call, provider, session, token)?;
        }
    }
    let proof = Proof {
        account,
        method: arrival.method,
        provider: Some(provider.row.code.to_string()),
        provider_session: arrival.session.clone(),
        strong: arrival.strong || provider.row.second_factor,
        until: arrival.until,
    };
    Identity::installed()?.enter(call, proof, provider.population(), next)
}

fn test(call: &Call, provider: &Provider, handshake: &Handshake, arrival: &Arrival) -> Result<Reply> {
    let found = program(call).view(|v| {
        let found = account::find(v, provider, arrival)?;
        Ok(match found {
            Match::Linked(id) | Match::ByLogin(id) => {
                let object = v.object("User")?;
                let login = v.get(&object, id)?.get("login").as_text().unwrap_or_default().to_string();
                Outcome::Account(login)
            }
            Match::New(login) => Outcome::New(login),
            Match::Nobody => Outcome::Nobody,
        })
    });
    let outcome = match found {
        Ok(outcome) => outcome,
        Err(error) => return report(call, provider, handshake, Some(arrival), None, Some(&error)),
    };
    if outcome == Outcome::Nobody {
        let error = Fault::new("sso.account").into();
        return report(call, provider, handshake, Some(arrival), Some(outcome), Some(&error));
    }
    let now = call.installation.clock().now();
    program(call).change(Kind::Shared, |c| {
        c.update("IdentityProvider", provider.id, vec![("tested_at", Value::Int(now))])
    })?;
    report(call, provider, handshake, Some(arrival), Some(outcome), None)
}

fn report(
    call: &Call,
    provider: &Provider,
    handshake: &Handshake,
    arrival: Option<&Arrival>,
    outcome: Option<Outcome>,
    error: Option<&Error>,
) -> Result<Reply> {
    let fault = error.and_then(|e| e.faults().into_iter().next());
    let report = Report {
        issuer: arrival.map(|a| a.issuer.clone()).unwrap_or_default(),
        subject: arrival.and_then(|a| a.subject.clone().or_else(|| a.name.clone())).unwrap_or_default(),
        attributes: arrival.map(|a| a.attributes.clone()).unwrap_or_default(),
        checks: arrival.map(|a| a.checks.iter().map(|c| c.to_string()).collect()).unwrap_or_default(),
        outcome,
        args: fault.iter().flat_map(|f| f.args.iter().map(|(n, v)| (n.to_string(), v.clone()))).collect(),
        fault: fault.map(|f| f.code.to_string()).unwrap_or_default(),
    };
    let json = serde_json::to_value(&report).map_err(|_| Error::from(Fault::new("internal")))?;
    note(call, handshake, &json)?;
    Ok(Reply::see_other(&format!("/access/providers/{}/test/{}", provider.id, handshake.state)))
}

/// Refuses an answer of a provider: writes it down as a failed sign-in (A12: the code, nothing personal) and tells the user,
/// or the administrator when it was a test.
///
/// # Errors
/// Storage, and failures that are not the sender's.
pub fn refuse(
    call: &Call,
    provider: &Provider,
    handshake: Option<&Handshake>,
    error: Error,
) -> Result<Reply> {
    if error.status() >= 500 {
        return Err(error);
    }
    let code = error.faults().first().map(|f| f.code).unwrap_or_default();
    let detail = format!("{}: {code}", provider.row.code.0);
    program(call).log_activity("sign-in-failed", &call.request.address, "", &detail)?;
    match handshake.filter(|h| h.tester.is_some()) {
        Some(handshake) => report(call, provider, handshake, None, None, Some(&error)),
        None => page::failure(call, provider, &error),
    }
}
