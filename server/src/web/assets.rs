//! The embedded front end: names carry a hash, so browsers keep files for ever.

use axum::body::Body;
use axum::http::{HeaderMap, Response, StatusCode};

/// The asset of that name.
pub(super) fn answer(name: &str, headers: &HeaderMap) -> Response<Body> {
    let Some(asset) = talang_web::asset(name) else { return simple(StatusCode::NOT_FOUND) };
    let read = |name: &str| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let tag = format!("\"{name}\"");
    let known = read("if-none-match").split(',').any(|t| t.trim().trim_start_matches("W/") == tag);
    let (bytes, encoding) = asset.encoded(read("accept-encoding"));
    let mut builder = Response::builder()
        .header("content-type", asset.content_type)
        .header("cache-control", talang_web::CACHE_CONTROL)
        .header("etag", tag)
        .header("vary", "accept-encoding");
    if known {
        return builder.status(StatusCode::NOT_MODIFIED).body(Body::empty()).unwrap_or_default();
    }
    if let Some(encoding) = encoding {
        builder = builder.header("content-encoding", encoding);
    }
    builder.body(Body::from(bytes)).unwrap_or_default()
}

fn simple(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
