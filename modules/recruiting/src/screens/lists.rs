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
    let quick = |v: &mut View<'_>, narrowed: &Narrowed<'_>| states(call, v, narrowed);
    own_list(
        call,
        &OwnList {
            object: "Requisition",
            path: "/requisitions",
            filters: &[UNDER_WAY],
            columns: &columns,
            new: "/requisitions/new",
            quick: &quick,
            bulk: &[],
        },
    )
}

/// What holds where nobody has said otherwise.
const UNDER_WAY: &str = "state is draft, submitted, approved";

fn states(call: &Call, v: &mut View<'_>, narrowed: &Narrowed<'_>) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Requisition")?;
    let labels = &call.installation.registry().labels;
    let Some(FieldType::Choice(def)) = object.field("state").map(|f| &f.ty) else { return Ok(html! {}) };
    let entry = |label: String, conditions: Vec<String>| Entry {
        checked: Some(!conditions.is_empty() && narrowed.has(&conditions)),
        href: Some(narrowed.with(&["state"], &conditions)),
        label,
        ..Entry::default()
    };
    let mut entries = vec![
        entry(ui.say("recruiting-under-way"), vec![UNDER_WAY.to_string()]),
        entry(ui.say("recruiting-all-states"), Vec::new()),
    ];
    entries.extend(def.items.iter().map(|item| {
        let label = labels.choice(ui.language, def.name, item.code).to_string();
        entry(label, vec![format!("state is {}", item.code)])
    }));
    let label = talang_core_hr::kit::label(call, &object, "state");
    Ok(menu_button("requisition-states", "btn btn-quiet", "", &label, false, &entries))
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
