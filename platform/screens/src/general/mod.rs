//! General screens for every business object, derived from the catalogue: list, record, form, search.
//!
//! A module that wants pages of its own for an object names them in [`talang_engine::Module::menu`]; menu, links and
//! search results then lead there, and everything else stays as it is here.

mod bulk;
mod columns;
mod exports;
pub(crate) mod files;
mod filter;
pub(crate) mod form;
mod groups;
mod list;
mod pick;
mod record;
mod reports;
mod state;
mod views;

pub use files::media_type;
pub use filter::quoted;
pub use list::{Narrowed, OwnBulk, OwnList, Quick, own_list};
pub use record::events;

use std::sync::Arc;

use maud::html;
use talang_catalogue::{Fault, Object};
use talang_engine::{Action, Result, View};
use talang_http::{Access, Call, Method, Reply, Route};

use crate::components::{card, icon};
use crate::page::{Head, list_address, module_icon, page_with, section_name, section_of, stands_alone, ui};

/// The routes of the general screens.
pub fn routes() -> Vec<Route> {
    let read = Access::RightOnPath(Action::Read);
    let create = Access::RightOnPath(Action::Create);
    let update = Access::RightOnPath(Action::Update);
    let delete = Access::RightOnPath(Action::Delete);
    vec![
        Route::get("/", Access::SignedIn, home),
        Route::get("/o", Access::SignedIn, index),
        Route::get(reports::PATH, Access::Right("SavedReport", Action::Read), reports::page),
        Route::get("/o/{object}", read, list::list),
        Route::get("/o/{object}/filter", read, filter::dialog),
        Route::get("/o/{object}/groups", read, groups::dialog_page),
        Route::get("/o/{object}/views", read, views::dialog_page),
        Route::post("/o/{object}/views", read, views::save),
        Route::post("/o/{object}/views/delete", read, views::delete),
        Route::post("/o/{object}/bulk/delete", delete, bulk::delete).confirmed(),
        Route::post("/o/{object}/bulk/set", update, bulk::set),
        Route::post("/o/{object}/bulk/export", Access::RightOnPath(Action::Export), bulk::export),
        Route::post("/o/{object}/restore", create, bulk::restore),
        Route::get("/o/{object}/new", create, form::new),
        Route::post("/o/{object}/new", create, form::create),
        Route::get("/o/{object}/{id}", read, record::record),
        Route::get("/o/{object}/{id}/related", read, record::related),
        Route::get("/o/{object}/{id}/history", read, record::history),
        Route::get("/o/{object}/{id}/edit", update, form::edit),
        Route::post("/o/{object}/{id}/edit", update, form::update),
        Route::post("/o/{object}/{id}/delete", delete, record::delete),
        Route::get("/pick/{object}", Access::SignedIn, pick::pick),
        Route::get("/search", Access::SignedIn, pick::search),
        Route::upload(Method::Post, "/files", Access::SignedIn, files::upload),
        Route::get("/files/{object}/{id}/{field}", read, files::download),
    ]
}

/// Their entries of the menu.
pub fn menu() -> Vec<talang_engine::MenuEntry> {
    vec![reports::menu()]
}

/// The object that the path names.
///
/// # Errors
/// `object.unknown`; also for one of which the scope may read nothing.
pub(crate) fn object_of(call: &Call, view: &View<'_>) -> Result<Arc<Object>> {
    let path = call.param("object");
    let catalogue = view.catalogue();
    let object =
        catalogue.by_path(path).filter(|o| !o.def.hidden && view.rights().may(o, Action::Read)).cloned();
    object.ok_or_else(|| Fault::new("object.unknown").with("name", path).into())
}

/// What the records of an object are called: one, several.
pub(crate) fn names_of<'a>(call: &'a Call, object: &Object) -> (&'a str, &'a str) {
    let labels = &call.installation.registry().labels;
    (
        labels.object(call.scope.language(), object.def.name),
        labels.objects(call.scope.language(), object.def.name),
    )
}

/// The start page: the personal one where a module brings it, else the first list that the user may see.
fn home(call: &Call) -> Result<Reply> {
    let registry = call.installation.registry();
    if registry.menu.iter().any(|e| e.href == "/me") {
        return Ok(Reply::see_other("/me"));
    }
    let first = call.scope.view(|v| {
        let may = |name: &str, action| v.catalogue().object(name).is_some_and(|o| v.rights().may(o, action));
        let entry = registry.menu.iter().find(|e| e.right.is_none_or(|(name, action)| may(name, action)));
        Ok(entry.map(|e| e.href))
    })?;
    Ok(Reply::see_other(first.unwrap_or("/o")))
}

/// All lists of a module, or of all modules, with what each is for.
fn index(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let wanted = call.request.query("module").unwrap_or_default();
    let (title, content) = call.scope.view(|v| {
        let catalogue = v.catalogue();
        let mut modules: Vec<&str> = Vec::new();
        for object in catalogue.objects() {
            let fits = wanted.is_empty() || section_of(registry, object.def.module) == wanted;
            if fits && !object.def.hidden && v.rights().may(object, Action::Read) && !modules.contains(&object.def.module) {
                modules.push(object.def.module);
            }
        }
        let title = match modules.as_slice() {
            [_, ..] if !wanted.is_empty() => section_name(call, wanted),
            _ => ui.say("general-all-lists"),
        };
        let content = html! {
            div.tl-stack {
                @for module in &modules {
                    @let all = catalogue.objects().iter().filter(|o| o.def.module == *module && !o.def.hidden && v.rights().may(o, Action::Read));
                    @let (main, parts): (Vec<&Arc<Object>>, Vec<&Arc<Object>>) = all.partition(|o| stands_alone(o));
                    (card(if modules.len() > 1 { section_name(call, module) } else { String::new() }.as_str(), html! {}, true, html! {
                        ul.tl-links {
                            @for object in main.into_iter().chain(parts) {
                                li {
                                    a href=(list_address(registry, object)) {
                                        span.tl-hit-icon { (icon(module_icon(object.def.module))) }
                                        span.tl-person-words {
                                            (names_of(call, object).1)
                                            small { (registry.labels.object_help(ui.language, object.def)) }
                                        }
                                    }
                                }
                            }
                        }
                    }))
                }
            }
        };
        Ok((title, content))
    })?;
    let here = if wanted.is_empty() { "/o".to_string() } else { format!("/o?module={wanted}") };
    page_with(call, &Head { title: &title, menu: &here, timeless: true, ..Head::default() }, content)
}
