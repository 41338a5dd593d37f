//! The language of the screens in this browser (S10).

use talang_catalogue::{Fault, Language};
use talang_engine::Result;
use talang_http::cookies::LANGUAGE;
use talang_http::{Access, Call, Reply, Route};
use talang_identity::local;

use super::field;

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![Route::post("/language", Access::Public, language)]
}

/// Chooses the language of the screens in this browser.
fn language(call: &Call) -> Result<Reply> {
    let back = local(&field(call, "back"));
    let Some(language) = Language::parse(&field(call, "language")) else {
        return Err(Fault::new("value.language").on("language").into());
    };
    let value = LANGUAGE.set(call.request.https, language.code());
    Ok(Reply::see_other(&back).with("set-cookie", value))
}
