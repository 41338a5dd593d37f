//! Pages of other websites that call the interfaces from a browser (I10): only those that an application names, only with its
//! key, never with a cookie.
//!
//! A browser asks first (the preflight of the Fetch standard) without the key, so that question is answered for all of a
//! tenant's active applications together; the call itself may be read only by the websites of the application whose key it
//! shows. `Access-Control-Allow-Credentials` is never sent: a session is worth nothing elsewhere.

use std::sync::Arc;

use axum::http::HeaderMap;
use talang_engine::Tenant;
use talang_http::{Method, Reply};

use super::{App, plain};

/// Headers that a page may send.
const SENT: &str = "Authorization, Content-Type, X-Api-Key, Accept, Accept-Language, If-Match, If-None-Match, \
                    Idempotency-Key, Range, If-Range";

/// Headers that a page may read besides those that it always may.
const READ: &str = "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, RateLimit-Limit, \
                    RateLimit-Remaining, RateLimit-Reset, X-Request-Id, Content-Disposition, Content-Range, Accept-Ranges";

/// Seconds for which a browser need not ask again.
const REMEMBERED: &str = "600";

/// Whether a website is among those of a text that separates them by blanks.
pub(super) fn named(origins: &str, origin: &str) -> bool {
    origins.split_whitespace().any(|known| known == origin)
}

/// Lets a website's page read the reply.
pub(super) fn readable(reply: Reply, origin: &str) -> Reply {
    reply.with("access-control-allow-origin", origin).with("access-control-expose-headers", READ)
}

/// Whether the request is a browser's question whether a page may call; `OPTIONS` alone is none.
pub(super) fn is_question(method: &axum::http::Method, headers: &HeaderMap) -> bool {
    *method == axum::http::Method::OPTIONS
        && headers.contains_key("origin")
        && headers.contains_key("access-control-request-method")
}

/// The answer to a browser's question.
pub(super) fn answer(app: &Arc<App>, tenant: &Tenant, path: &str, origin: &str, address: &str) -> Reply {
    let methods = app.router.methods(path);
    let open = tenant.may_come(None, address).is_ok()
        && app.identity.lets_website_call(tenant, origin).unwrap_or_default();
    if methods.is_empty() || !open {
        return plain(403, "Pages of this website may not call the interfaces here\n").with("vary", "origin");
    }
    Reply::status(204)
        .with("access-control-allow-origin", origin)
        .with("access-control-allow-methods", Method::allow(&methods))
        .with("access-control-allow-headers", SENT)
        .with("access-control-max-age", REMEMBERED)
        .with("vary", "origin")
}
