//! The lists of requisitions, vacancies, candidates and applications: the general list with its own columns.

use maud::{Markup, html};
use talang_catalogue::FieldType;
use talang_engine::{Action, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Entry, menu_button};
use talang_screens::general::{Narrowed, OwnBulk, OwnList, own_list};
use talang_screens::page::ui;

fn show(
    call: &Call,
    object: &'static str,
    path: &'static str,
    filters: &[&str],
    columns: &[&str],
) -> Result<Reply> {
    let quick = |_: &mut View<'_>, _: &Narrowed<'_>| Ok(html! {});
    own_list(call, &OwnList { object, path, filters, columns, new: "", quick: &quick, bulk: &[] })
}

/// `GET /requisitions`: those that are worked on, and a menu of states.
pub fn requisitions(call: &Call) -> Result<Reply> {
    let columns =
        ["title", "code", "state", "organisation", "requester", "headcount", "budget", "wanted_from"];
    let quick = |v: &mut View<'_>, narrowed: &Narrowed<'_>| states(call, v, narrowed, "Requisition", ASKED);
    own_list(
        call,
        &OwnList {
            object: "Requisition",
            path: "/requisitions",
            filters: &[ASKED],
            columns: &columns,
            new: "/requisitions/new",
            quick: &quick,
            bulk: &[],
        },
    )
}

/// What holds where nobody has said otherwise.
const ASKED: &str = "state is draft, submitted, approved";
const OFFERED: &str = "state is draft, submitted, approved, sent, accepted";

/// `GET /offers`: those that are worked on, and a menu of states.
pub fn offers(call: &Call) -> Result<Reply> {
    let columns =
        ["candidate", "vacancy", "state", "job_title", "salary", "starts_on", "valid_until", "author"];
    let quick = |v: &mut View<'_>, narrowed: &Narrowed<'_>| states(call, v, narrowed, "Offer", OFFERED);
    own_list(
        call,
        &OwnList {
            object: "Offer",
            path: "/offers",
            filters: &[OFFERED],
            columns: &columns,
            new: "",
            quick: &quick,
            bulk: &[],
        },
    )
}

/// A menu of the states of an object: those that are worked on, all, each.
fn states(
    call: &Call,
    v: &mut View<'_>,
    narrowed: &Narrowed<'_>,
    object: &'static str,
    under_way: &str,
) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object(object)?;
    let labels = &call.installation.registry().labels;
    let Some(FieldType::Choice(def)) = object.field("state").map(|f| &f.ty) else { return Ok(html! {}) };
    let entry = |label: String, conditions: Vec<String>| Entry {
        checked: Some(!conditions.is_empty() && narrowed.has(&conditions)),
        href: Some(narrowed.with(&["state"], &conditions)),
        label,
        ..Entry::default()
    };
    let mut entries = vec![
        entry(ui.say("recruiting-under-way"), vec![under_way.to_string()]),
        entry(ui.say("recruiting-all-states"), Vec::new()),
    ];
    entries.extend(def.items.iter().map(|item| {
        let label = labels.choice(ui.language, def.name, item.code).to_string();
        entry(label, vec![format!("state is {}", item.code)])
    }));
    let label = talang_core_hr::kit::label(call, &object, "state");
    Ok(menu_button("list-states", "btn btn-quiet", "", &label, false, &entries))
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
    let keep = OwnBulk {
        label: "recruiting-mind",
        icon: "tag",
        action: "/candidates/keep/selected",
        right: ("CandidateTag", Action::Create),
    };
    let quick = |v: &mut View<'_>, narrowed: &Narrowed<'_>| super::keep::menus(call, v, narrowed);
    let list = OwnList {
        object: "Candidate",
        path: "/candidates",
        filters: &[],
        columns: &columns,
        new: "",
        quick: &quick,
        bulk: &[keep],
    };
    own_list(call, &list)
}

/// `GET /applications`: those under way.
pub fn applications(call: &Call) -> Result<Reply> {
    let columns = ["candidate", "vacancy", "stage", "stage_since", "rating", "source", "applied_at"];
    let write = OwnBulk {
        label: "letters-write-selected",
        icon: "mail",
        action: "/applications/write/selected",
        right: ("CandidateMessage", Action::Create),
    };
    let quick = |_: &mut View<'_>, _: &Narrowed<'_>| Ok(html! {});
    own_list(
        call,
        &OwnList {
            object: "Application",
            path: "/applications",
            filters: &["state is active"],
            columns: &columns,
            new: "",
            quick: &quick,
            bulk: &[write],
        },
    )
}
