//! SAML 2.0 (OASIS, March 2005): web browser single sign-on and single logout, as a service provider.

pub(crate) mod assertion;
mod logout;
pub(crate) mod metadata;
mod request;
mod response;

use talang_http::{Access, Route};

use crate::provider::Protocol;

/// How SAML is spoken.
pub(crate) static PROTOCOL: Protocol = Protocol {
    start: request::start,
    sign_out: logout::sign_out,
    metadata: |call, provider| metadata::own(call, provider).map(Some),
    own: |call, provider| {
        vec![
            ("providers-own-entity", provider.own_name(call)),
            ("providers-own-acs", provider.address(call, "/acs")),
            ("providers-own-logout", provider.address(call, "/logout")),
            ("providers-own-metadata", provider.address(call, "/metadata")),
        ]
    },
    describe: metadata::read,
};

/// HTTP redirect binding (SAML bindings, 3.4).
pub(crate) const REDIRECT: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
/// HTTP POST binding (SAML bindings, 3.5).
pub(crate) const POST: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
/// How far clocks may differ, in microseconds.
pub(crate) const SKEW: i64 = 60_000_000;

/// The routes of SAML.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::post("/sso/{code}/acs", Access::Public, response::receive).from_elsewhere(),
        Route::get("/sso/{code}/logout", Access::Public, logout::receive),
        Route::post("/sso/{code}/logout", Access::Public, logout::receive_form).from_elsewhere(),
    ]
}

/// A moment as `xs:dateTime`, to the second.
pub(crate) fn instant(microseconds: i64) -> String {
    let second = microseconds.div_euclid(1_000_000);
    jiff::Timestamp::from_second(second).map(|t| t.to_string()).unwrap_or_default()
}

/// A moment from `xs:dateTime`, in microseconds since 1970.
pub(crate) fn moment(text: &str) -> Option<i64> {
    text.parse::<jiff::Timestamp>().ok().map(|t| t.as_microsecond())
}
