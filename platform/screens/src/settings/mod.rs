//! What a company settles for itself: extra fields, value lists, its charter, which data is mastered elsewhere.

mod charter;
mod features;
mod fields;
mod mastered;
mod value_lists;

use talang_catalogue::{Fault, Value};
use talang_engine::{Action, Error, MenuEntry, Result};
use talang_http::{Access, Call, Method, Route};

use crate::components::Crumb;

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    let right = Access::Right;
    vec![
        Route::get("/settings/fields", right("ExtraField", Action::Read), fields::list),
        Route::get("/settings/fields/new", right("ExtraField", Action::Create), fields::new),
        Route::post("/settings/fields/new", right("ExtraField", Action::Create), fields::create),
        Route::post("/settings/fields/form", right("ExtraField", Action::Create), fields::form_again),
        Route::get("/settings/fields/{id}", right("ExtraField", Action::Read), fields::edit),
        Route::post("/settings/fields/{id}", right("ExtraField", Action::Update), fields::update),
        Route::get("/settings/fields/{id}/delete", right("ExtraField", Action::Delete), fields::delete_page),
        Route::post("/settings/fields/{id}/delete", right("ExtraField", Action::Delete), fields::delete),
        Route::get("/settings/lists", right("ValueList", Action::Read), value_lists::list),
        Route::get("/settings/lists/{id}", right("ValueList", Action::Read), value_lists::page),
        Route::post("/settings/lists/{id}", right("ValueListItem", Action::Update), value_lists::arrange),
        Route::get("/settings/lists/{id}/new", right("ValueListItem", Action::Create), value_lists::new_item),
        Route::post(
            "/settings/lists/{id}/new",
            right("ValueListItem", Action::Create),
            value_lists::create_item,
        ),
        Route::get(
            "/settings/lists/{id}/items/{item}",
            right("ValueListItem", Action::Update),
            value_lists::edit_item,
        ),
        Route::post(
            "/settings/lists/{id}/items/{item}",
            right("ValueListItem", Action::Update),
            value_lists::update_item,
        ),
        Route::post(
            "/settings/lists/{id}/items/{item}/delete",
            right("ValueListItem", Action::Delete),
            value_lists::delete_item,
        ),
        Route::get("/settings/features", right("FeatureSwitch", Action::Read), features::page),
        Route::post("/settings/features", right("FeatureSwitch", Action::Update), features::switch),
        Route::get("/charter.css", Access::Public, charter::style),
        Route::get("/charter/logo", Access::Public, charter::logo),
        Route::get("/settings/charter", right("RoleRight", Action::Update), charter::page),
        Route::post("/settings/charter", right("RoleRight", Action::Update), charter::save),
        Route::get("/settings/charter/preview", right("RoleRight", Action::Update), charter::preview),
        Route::get(
            "/settings/charter/preview.css",
            right("RoleRight", Action::Update),
            charter::preview_style,
        ),
        Route::post("/settings/charter/reset", right("RoleRight", Action::Update), charter::reset),
        Route::upload(
            Method::Post,
            "/settings/charter/logo",
            right("RoleRight", Action::Update),
            charter::take_logo,
        ),
        Route::post("/settings/charter/logo/delete", right("RoleRight", Action::Update), charter::drop_logo),
        Route::get("/settings/mastered", right("RoleRight", Action::Update), mastered::page),
        Route::post("/settings/mastered", right("RoleRight", Action::Update), mastered::save),
    ]
}

/// Their entries of the menu.
pub fn menu() -> Vec<MenuEntry> {
    vec![
        MenuEntry {
            section: "settings",
            label: "settings-fields",
            href: "/settings/fields",
            icon: "puzzle",
            right: Some(("ExtraField", Action::Read)),
            object: "ExtraField",
            record: "/settings/fields/{id}",
        },
        MenuEntry {
            section: "settings",
            label: "settings-lists",
            href: "/settings/lists",
            icon: "list-details",
            right: Some(("ValueListItem", Action::Update)),
            object: "ValueList",
            record: "/settings/lists/{id}",
        },
        MenuEntry {
            section: "settings",
            label: "settings-features",
            href: "/settings/features",
            icon: "bulb",
            right: Some(("FeatureSwitch", Action::Read)),
            object: "FeatureSwitch",
            ..MenuEntry::default()
        },
        MenuEntry {
            section: "settings",
            label: "settings-charter",
            href: "/settings/charter",
            icon: "sparkles",
            right: Some(("RoleRight", Action::Update)),
            ..MenuEntry::default()
        },
        MenuEntry {
            section: "settings",
            label: "settings-mastered",
            href: "/settings/mastered",
            icon: "database",
            right: Some(("RoleRight", Action::Update)),
            ..MenuEntry::default()
        },
    ]
}

/// The way to a page of this section.
fn crumbs(page: &[(String, String)]) -> Vec<Crumb> {
    page.iter().map(|(label, href)| Crumb { label: label.clone(), href: href.clone() }).collect()
}

/// A text in the reader's language.
fn words(call: &Call, value: &Value) -> String {
    match value {
        Value::Texts(texts) => {
            talang_catalogue::labels::text_in(texts, call.scope.language()).unwrap_or_default().to_string()
        }
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// What is wrong with what was sent; anything else stays a failure.
fn refusals(error: Error) -> Result<Vec<Fault>> {
    if error.is_of_the_form() { Ok(error.faults()) } else { Err(error) }
}
