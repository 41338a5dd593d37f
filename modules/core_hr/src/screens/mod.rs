//! The pages of core HR: the personal area, people and their files, the organisation, positions, jobs and skills.
//!
//! Lists, forms and histories are the general ones of `talang_screens`; what is here is what those cannot know. A file
//! per page, and in [`kit`] what several need.

mod file;
mod jobs;
pub mod kit;
mod me;
mod moves;
mod organisation;
mod people;
mod positions;
mod skills;
mod unit;
mod units;

use talang_engine::{Action, MenuEntry};
use talang_http::{Access, Route};

/// The pages' addresses, and who may come in.
pub fn routes() -> Vec<Route> {
    let read = |object| Access::Right(object, Action::Read);
    let units = read("Organisation");
    let change_units = Access::Right("Organisation", Action::Create);
    let assign = Access::Right("Assignment", Action::Create);
    let change_people = Access::Right("Employee", Action::Update);
    vec![
        Route::get("/me", Access::SignedIn, me::page),
        Route::get("/people", read("Employee"), people::list),
        Route::get("/people/{id}", read("Employee"), file::page),
        Route::get("/people/{id}/move", assign, moves::move_form),
        Route::post("/people/{id}/move", assign, moves::move_person),
        Route::get("/people/{id}/leave", change_people, moves::leave_form),
        Route::post("/people/{id}/leave", change_people, moves::leave),
        Route::get("/organisation", units, organisation::chart),
        Route::get("/organisation/nodes", units, organisation::nodes_of),
        Route::get("/organisation/list", units, organisation::list),
        Route::get("/organisation/move", change_units, organisation::ask),
        Route::post("/organisation/move", change_units, organisation::move_unit),
        Route::post("/organisation/undo", change_units, organisation::undo),
        Route::get("/organisation/{id}", units, unit::page),
        Route::get("/positions", read("Position"), positions::list),
        Route::get("/jobs", read("Job"), jobs::list),
        Route::get("/jobs/{id}", read("Job"), jobs::page),
        Route::get("/skills", read("Skill"), skills::list),
        Route::get("/skills/nodes", read("Skill"), skills::nodes_of),
        Route::get("/skills/{id}", read("Skill"), skills::page),
    ]
}

/// The entries of the menu.
pub(crate) fn menu() -> Vec<MenuEntry> {
    let read = |object| Some((object, Action::Read));
    vec![
        MenuEntry { label: "people-me", href: "/me", icon: "home", ..MenuEntry::default() },
        MenuEntry {
            section: "people",
            href: "/people",
            icon: "users",
            right: read("Employee"),
            object: "Employee",
            record: "/people/{id}",
            ..MenuEntry::default()
        },
        MenuEntry {
            section: "organisation",
            label: "org-chart",
            href: "/organisation",
            icon: "sitemap",
            right: read("Organisation"),
            object: "Organisation",
            record: "/organisation/{id}",
        },
        MenuEntry {
            section: "organisation",
            label: "org-list",
            href: "/organisation/list",
            icon: "list-tree",
            right: read("Organisation"),
            ..MenuEntry::default()
        },
        MenuEntry {
            section: "organisation",
            href: "/positions",
            icon: "id-badge-2",
            right: read("Position"),
            object: "Position",
            ..MenuEntry::default()
        },
        MenuEntry {
            section: "jobs",
            href: "/jobs",
            icon: "briefcase",
            right: read("Job"),
            object: "Job",
            record: "/jobs/{id}",
            ..MenuEntry::default()
        },
        MenuEntry {
            section: "jobs",
            href: "/skills",
            icon: "stars",
            right: read("Skill"),
            object: "Skill",
            record: "/skills/{id}",
            ..MenuEntry::default()
        },
    ]
}
