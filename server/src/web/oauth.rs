//! OAuth 2.0 for programs (I10): client credentials (RFC 6749 §4.4) and the metadata of the authorisation server (RFC 8414);
//! and the same exchange as the programs expect that tenants bring along from another suite.

use serde_json::json;
use talang_engine::Result;
use talang_http::{Access, Call, Reply, Route, form_pairs};
use talang_identity::{Identity, Refused, TOKEN_SECONDS, client_of_header};

/// Where a key is exchanged for a token.
const TOKEN_PATH: &str = "/api/oauth/token";

/// Where programs that tenants bring along do so.
const BROUGHT_PATH: &str = "/api/token";

/// Scopes that such programs ask for. They name the kind of program and open nothing by themselves: what a token may do is
/// what the application and its account may.
const BROUGHT_SCOPES: [&str; 4] = ["Customer", "MatchingIndexation", "JobBoard", "MetaEngine"];

/// How a token's endpoint speaks.
struct Dialect {
    /// Seconds for which a token holds.
    seconds: i64,
    /// What the answer calls the token's type.
    token_type: &'static str,
    /// Status of wrong credentials.
    wrong: u16,
    /// The token carries its key, for programs that want it to sign for them (decision 79).
    carries_key: bool,
    /// Words of the parameter `scope` that only name the kind of program.
    kinds: &'static [&'static str],
}

/// RFC 6749.
const STANDARD: Dialect =
    Dialect { seconds: TOKEN_SECONDS, token_type: "Bearer", wrong: 401, carries_key: false, kinds: &[] };

/// What programs expect that were written for another suite.
const BROUGHT: Dialect =
    Dialect { seconds: 1_199, token_type: "bearer", wrong: 400, carries_key: true, kinds: &BROUGHT_SCOPES };

/// Whether tokens are given there: the header `Authorization` then holds the client's credentials, which the handler reads.
pub(super) fn gives_tokens(path: &str) -> bool {
    path == TOKEN_PATH || path == BROUGHT_PATH
}

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post(TOKEN_PATH, Access::Public, |call| token(call, &STANDARD)),
        Route::post(BROUGHT_PATH, Access::Public, |call| token(call, &BROUGHT)),
        Route::get("/.well-known/oauth-authorization-server", Access::Public, metadata),
    ]
}

/// `GET /.well-known/oauth-authorization-server`.
fn metadata(call: &Call) -> Result<Reply> {
    let scheme = if call.request.https { "https" } else { "http" };
    let issuer = format!("{scheme}://{}", call.request.header("host").unwrap_or_default());
    Ok(Reply::json(&json!({
        "issuer": issuer,
        "token_endpoint": format!("{issuer}{TOKEN_PATH}"),
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "grant_types_supported": ["client_credentials"],
        "response_types_supported": [],
        "service_documentation": format!("{issuer}/api"),
    })))
}

/// `POST /api/oauth/token` and `POST /api/token`.
fn token(call: &Call, dialect: &Dialect) -> Result<Reply> {
    let form = call.request.form();
    let value = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    let twice =
        form.iter().enumerate().any(|(at, (name, _))| form.iter().skip(at + 1).any(|(n, _)| n == name));
    if twice {
        return Ok(refusal(400, "invalid_request", "a parameter was sent twice"));
    }
    match value("grant_type") {
        Some("client_credentials") => {}
        Some(_) => return Ok(refusal(400, "unsupported_grant_type", "only client_credentials is supported")),
        None => return Ok(refusal(400, "invalid_request", "the parameter grant_type is missing")),
    }
    let header = call.request.header("authorization");
    let posted = value("client_secret").map(|secret| (value("client_id").unwrap_or_default(), secret));
    let (client, key) = match (header, posted) {
        (Some(_), Some(_)) => {
            return Ok(refusal(400, "invalid_request", "the client authenticated in two ways"));
        }
        (Some(header), None) => match client_of_header(header, decoded) {
            Some(pair) => pair,
            None => {
                let wrong = "the header Authorization is not readable";
                return Ok(refusal(dialect.wrong, "invalid_client", wrong));
            }
        },
        (None, Some((client, key))) => (client.to_string(), key.to_string()),
        (None, None) => {
            return Ok(refusal(dialect.wrong, "invalid_client", "the client did not authenticate"));
        }
    };
    let words = value("scope").unwrap_or_default().split_whitespace();
    let wanted: Vec<&str> = words.filter(|word| !dialect.kinds.contains(word)).collect();
    let tenant = call.scope.tenant();
    let given = Identity::installed()?.exchange(
        &call.installation,
        tenant,
        &client,
        &key,
        &wanted.join(" "),
        dialect.seconds,
        dialect.carries_key,
        &call.request.address,
    );
    match given {
        Ok(token) => {
            let mut answer = json!({
                "access_token": token.token,
                "token_type": dialect.token_type,
                "expires_in": dialect.seconds,
            });
            if !token.scope.is_empty()
                && let Some(map) = answer.as_object_mut()
            {
                map.insert("scope".to_string(), token.scope.into());
            }
            Ok(kept_nowhere(Reply::json(&answer)))
        }
        Err(Refused::Client) => Ok(refusal(dialect.wrong, "invalid_client", "client or secret is wrong")),
        Err(Refused::Unauthorized) => {
            Ok(refusal(400, "unauthorized_client", "this application may not exchange its key for tokens"))
        }
        Err(Refused::Scope) => Ok(refusal(400, "invalid_scope", "the application does not have this scope")),
        Err(Refused::Other(error)) => Err(error),
    }
}

/// A part of the header, percent-decoded as forms are.
fn decoded(text: &str) -> String {
    form_pairs(&format!("v={}", text.replace('&', "%26"))).pop().map(|(_, v)| v).unwrap_or_default()
}

/// RFC 6749 §5.2.
fn refusal(status: u16, error: &str, description: &str) -> Reply {
    let body = json!({ "error": error, "error_description": description });
    let reply = kept_nowhere(Reply::json(&body)).code(status);
    if status == 401 { reply.with("www-authenticate", "Basic realm=\"talang\"") } else { reply }
}

fn kept_nowhere(reply: Reply) -> Reply {
    reply.with("cache-control", "no-store").with("pragma", "no-cache")
}
