//! The lists of vacancies, candidates and applications: the general list with its own columns.

use maud::html;
use talang_engine::{Result, View};
use talang_http::{Call, Reply};
use talang_screens::general::{Narrowed, OwnList, own_list};

fn show(
    call: &Call,
    object: &'static str,
    path: &'static str,
    filters: &[&str],
    columns: &[&str],
) -> Result<Reply> {
    let quick = |_: &mut View<'_>, _: &Narrowed<'_>| Ok(html! {});
    own_list(call, &OwnList { object, path, filters, columns, quick: &quick })
}

/// `GET /vacancies`: those that are worked on.
pub fn vacancies(call: &Call) -> Result<Reply> {
    let columns = [
        "title",
        "code",
        "state",
        "organisation",
        "establishment",
        "recruiter",
        "manager",
        "openings",
        "opened_on",
    ];
    show(call, "Vacancy", "/vacancies", &["state is draft, open, suspended"], &columns)
}

/// `GET /candidates`.
pub fn candidates(call: &Call) -> Result<Reply> {
    let columns = [
        "last_name",
        "number",
        "headline",
        "city",
        "country",
        "source",
        "experience_level",
        "available_from",
    ];
    show(call, "Candidate", "/candidates", &[], &columns)
}

/// `GET /applications`: those under way.
pub fn applications(call: &Call) -> Result<Reply> {
    let columns = ["candidate", "vacancy", "stage", "stage_since", "rating", "source", "applied_at"];
    show(call, "Application", "/applications", &["state is active"], &columns)
}
