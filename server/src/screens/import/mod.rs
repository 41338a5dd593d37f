//! The import wizard (I2–I7), the documentation of formats, and exports of lists.

mod chain;
mod export;
mod formats;
mod jobs;
mod own;
mod store;
pub(super) use store::parts_of;
mod wizard;

use std::sync::Arc;

use talang_catalogue::{Fault, Object};
use talang_engine::{Action, MenuEntry, Module, Result, View};
use talang_http::{Access, Call, Method, Route};
use talang_screens::components::{Crumb, Tab};
use talang_screens::page::ui;

/// The routes of these pages. Whoever may import nothing at all does not find them.
pub fn routes() -> Vec<Route> {
    let signed_in = Access::SignedIn;
    vec![
        Route::get("/import", signed_in, wizard::begin),
        Route::upload(Method::Post, "/import/upload", signed_in, wizard::upload),
        Route::get("/import/new/{token}", signed_in, wizard::page),
        Route::post("/import/new/{token}", signed_in, wizard::start),
        Route::post("/import/new/{token}/look", signed_in, wizard::look),
        Route::get("/import/history", signed_in, jobs::history),
        Route::get("/import/jobs/{kind}/{id}", signed_in, jobs::page),
        Route::get("/import/jobs/{kind}/{id}/progress", signed_in, jobs::progress),
        Route::get("/import/jobs/{kind}/{id}/result.csv", signed_in, jobs::result_file),
        Route::get("/import/jobs/{kind}/{id}/retry.csv", signed_in, jobs::retry_file),
        Route::get("/import/adapted/new", signed_in, own::new),
        Route::post("/import/adapted/new", signed_in, own::save),
        Route::get("/import/adapted/{code}", signed_in, own::edit),
        Route::post("/import/adapted/{code}", signed_in, own::save),
        Route::post("/import/adapted/{code}/delete", signed_in, own::delete),
        Route::get("/import/formats", signed_in, formats::list),
        Route::get("/import/formats.pdf", signed_in, formats::book),
        Route::get("/import/formats.md", signed_in, formats::markdown),
        Route::get("/import/formats.json", signed_in, formats::json),
        Route::get("/import/formats/{object}", Access::RightOnPath(Action::Read), formats::page),
        Route::get(
            "/import/formats/{object}/example.csv",
            Access::RightOnPath(Action::Read),
            formats::example,
        ),
        Route::get("/export/{object}", Access::RightOnPath(Action::Export), export::export),
    ]
}

/// What the wizard brings to the registry.
pub fn module() -> Module {
    // An entry knows one right; whoever may import anything that files usually fill sees it, once.
    let entries = ["Employee", "ValueList"].into_iter().flat_map(|object| {
        let entry = MenuEntry {
            section: "interfaces",
            right: Some((object, Action::Import)),
            ..MenuEntry::default()
        };
        [
            MenuEntry { label: "import-title", href: "/import", icon: "file-import", ..entry },
            MenuEntry { label: "import-formats", href: "/import/formats", icon: "file-text", ..entry },
        ]
    });
    Module { menu: entries.collect(), tasks: vec![chain::task()], ..Module::default() }
}

/// The objects that the scope may import.
fn importable(v: &View<'_>) -> Vec<Arc<Object>> {
    let catalogue = v.catalogue();
    let fits = |o: &&Arc<Object>| !o.def.internal && v.rights().may(o, Action::Import);
    catalogue.objects().iter().filter(fits).cloned().collect()
}

/// Refuses whoever may import nothing.
///
/// # Errors
/// `record.not_found`: for them the page is not there.
fn allowed(call: &Call) -> Result<Vec<Arc<Object>>> {
    let objects = call.scope.view(|v| Ok(importable(v)))?;
    if objects.is_empty() {
        return Err(Fault::new("record.not_found").with("object", "").into());
    }
    Ok(objects)
}

/// The tabs of the wizard's pages.
fn parts(call: &Call, here: &str) -> Vec<Tab> {
    let ui = ui(call);
    [("import-new", "/import"), ("import-history", "/import/history"), ("import-formats", "/import/formats")]
        .into_iter()
        .map(|(key, href)| Tab { label: ui.say(key), href: href.into(), current: href == here, count: None })
        .collect()
}

/// The way to a page of the wizard.
fn crumbs(call: &Call) -> Vec<Crumb> {
    vec![Crumb { label: ui(call).say("import-title"), href: "/import".into() }]
}

/// The sentence of a fault of a file.
fn sentence(call: &Call, fault: &Fault) -> String {
    talang_screens::page::fault_text(call, None, fault)
}
