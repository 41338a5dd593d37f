//! Single sign-on with the company's identity providers (A6): SAML 2.0, WS-Federation and OpenID Connect, and what every
//! protocol has in common; and accounts and groups from the company's directory by SCIM 2.0.
//!
//! # One way through
//!
//! 1. [`buttons`] names the providers on the sign-in page; each leads to `/sso/{code}`.
//! 2. The provider's [`Protocol`] begins: it notes a [`Handshake`], bound to the browser by a cookie, and sends the browser
//!    away.
//! 3. The provider's answer arrives at a route of the protocol. It checks everything that its standard says, takes the
//!    handshake (once), and describes what it learnt as an [`Arrival`].
//! 4. [`arrive`] does the rest for all protocols alike: whose account it is ([`account`]), roles, the session by
//!    [`talang_identity::Identity::enter`]; or, in a test, the report for the administrator. A refusal goes through [`refuse`],
//!    which writes it down and shows it.
//!
//! # Another protocol
//!
//! Is a module with a `pub(crate) static PROTOCOL: Protocol` and `routes()`; one line each in `provider::protocol` and
//! [`routes`]. Its answers end in [`arrive`] and [`refuse`].

pub mod account;
mod arrival;
mod fetch;
mod handshake;
mod keys;
mod oidc;
mod page;
mod pages;
mod provider;
mod saml;
mod scim;
mod wsfed;

pub use arrival::{Arrival, Outcome, Report, arrive, refuse};
pub use fetch::{Fetched, allow_internal, believe, fetch, get};
pub use handshake::{Handshake, begin, first_time, kept, note, take};
pub use keys::{OwnKey, own_keys};
pub use provider::{Described, Protocol, Provider, base, buttons, find, program, sign_out};

use talang_catalogue::{Fault, Record, Value};
use talang_engine::{Module, Result, Rule, View};
use talang_http::{Access, Call, Reply, Route};
pub use talang_xml::certificate;

/// The routes of every protocol.
pub fn routes() -> Vec<Route> {
    let mut all = vec![
        Route::get("/sso/{code}", Access::Public, start),
        Route::get("/sso/{code}/metadata", Access::Public, metadata),
    ];
    all.extend(saml::routes());
    all.extend(wsfed::routes());
    all.extend(oidc::routes());
    all.extend(scim::routes());
    all.extend(pages::routes());
    all
}

/// Messages and rules.
pub fn module() -> Module {
    Module {
        menu: pages::menu(),
        messages: talang_engine::messages_of!("../messages"),
        rules: vec![
            Rule { object: "IdentityProvider", before: Some(check_certificates), after: None },
            Rule { object: "IdentityProvider", before: Some(oidc::check_description), after: None },
        ],
        ..Module::default()
    }
}

/// `GET /sso/{code}`: off to the provider.
fn start(call: &Call) -> Result<Reply> {
    let provider = find(call, call.param("code"))?;
    if !provider.row.active {
        return Err(Fault::new("record.not_found").with("object", "IdentityProvider").into());
    }
    let next = talang_identity::local(call.request.query("next").unwrap_or("/"));
    let begun = (provider.protocol().start)(call, &provider, &next, None);
    begun.or_else(|error| page::failure(call, &provider, &error))
}

/// `GET /sso/{code}/metadata`: ours, for the provider's administrator.
fn metadata(call: &Call) -> Result<Reply> {
    let provider = find(call, call.param("code"))?;
    let missing = || Fault::new("record.not_found").with("object", "IdentityProvider");
    let text = (provider.protocol().metadata)(call, &provider)?.ok_or_else(missing)?;
    Ok(Reply::bytes("application/samlmetadata+xml", text)
        .attachment(&format!("talang-{}.xml", provider.row.code.0)))
}

/// What is entered as certificates must be some.
fn check_certificates(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if let Value::Text(text) = new.get("certificate")
        && let Err(error) = certificate::Certificate::read_all(text)
    {
        faults.extend(error.faults());
    }
    Ok(())
}
