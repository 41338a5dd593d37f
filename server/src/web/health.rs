//! Whether the program lives and can work: for load balancers and monitoring, at any host name.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Response, StatusCode};
use serde_json::json;
use talang_engine::TenantId;

use super::App;

/// The process answers.
pub(super) fn live() -> Response<Body> {
    answer(StatusCode::OK, &json!({ "status": "live" }))
}

/// The directory can be read and written, and the data folder takes files.
pub(super) async fn ready(app: &Arc<App>) -> Response<Body> {
    let app = app.clone();
    let trouble = tokio::task::spawn_blocking(move || trouble(&app)).await.unwrap_or(Some("internal"));
    match trouble {
        None => answer(StatusCode::OK, &json!({ "status": "ready" })),
        Some(what) => {
            answer(StatusCode::SERVICE_UNAVAILABLE, &json!({ "status": "not ready", "reason": what }))
        }
    }
}

/// What keeps the program from working.
fn trouble(app: &App) -> Option<&'static str> {
    let store = app.installation.store();
    // Nobody's notes: takes the write lock and touches nothing.
    let nobody = TenantId::parse("health-check")?;
    if store.directory(|d| d.due(0, 1)).is_err() {
        return Some("the directory cannot be read");
    }
    if store.directory(|d| d.clear_due(&nobody, "none", 0)).is_err() {
        return Some("the directory cannot be written");
    }
    let file = app.config.data.join(".ready");
    if std::fs::write(&file, b"ready").is_err() {
        return Some("the data folder cannot be written");
    }
    let _ = std::fs::remove_file(&file);
    None
}

fn answer(status: StatusCode, body: &serde_json::Value) -> Response<Body> {
    let builder = Response::builder().status(status).header("content-type", "application/json");
    builder.body(Body::from(body.to_string())).unwrap_or_default()
}
