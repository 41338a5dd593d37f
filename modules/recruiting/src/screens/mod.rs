//! The pages of recruiting: vacancies with the board of their applications, an application, a candidate's file.
//!
//! Lists, forms and histories are the general ones of `talang_screens`; what is here is what those cannot know. A file per
//! page, and in [`kit`] what several need beside core HR's.

mod application;
mod board;
mod candidate;
mod kit;
mod lists;
mod moves;
mod publication;
mod vacancy;

use talang_engine::{Action, MenuEntry};
use talang_http::{Access, Route};

/// The pages' addresses, and who may come in.
pub fn routes() -> Vec<Route> {
    let read = |object| Access::Right(object, Action::Read);
    let change = Access::Right("Application", Action::Update);
    vec![
        Route::get("/vacancies", read("Vacancy"), lists::vacancies),
        Route::get("/vacancies/{id}", read("Vacancy"), vacancy::page),
        Route::get("/vacancies/{id}/stage/{stage}", read("Application"), board::more),
        Route::post(
            "/vacancies/{id}/publish",
            Access::Right("VacancyPosting", Action::Create),
            publication::publish,
        ),
        Route::get("/candidates", read("Candidate"), lists::candidates),
        Route::get("/candidates/{id}", read("Candidate"), candidate::page),
        Route::get("/applications", read("Application"), lists::applications),
        Route::get("/applications/move", change, moves::ask),
        Route::post("/applications/move", change, moves::move_them),
        Route::post("/applications/undo", change, moves::undo),
        Route::get("/applications/{id}", read("Application"), application::page),
        Route::post(
            "/applications/{id}/notes",
            Access::Right("ApplicationNote", Action::Create),
            application::note,
        ),
    ]
}

/// The entries of the menu.
pub fn menu() -> Vec<MenuEntry> {
    let entry = |href, icon, object, record| MenuEntry {
        section: "vacancies",
        href,
        icon,
        right: Some((object, Action::Read)),
        object,
        record,
        ..MenuEntry::default()
    };
    vec![
        entry("/vacancies", "speakerphone", "Vacancy", "/vacancies/{id}"),
        entry("/candidates", "user-search", "Candidate", "/candidates/{id}"),
        entry("/applications", "inbox", "Application", "/applications/{id}"),
        entry("/o/requisitions", "clipboard-list", "Requisition", ""),
        entry("/o/front-offices", "world", "FrontOffice", ""),
    ]
}
