//! The matrix of a role (A10): objects and right groups down, actions across, and in each cell how far the right reaches.
//! What a wildcard line gives is shown beside what the cell itself says.

use std::collections::BTreeMap;

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Catalogue, Fault, Kind, Object, Record, Value};
use talang_engine::rights::Grant;
use talang_engine::{Action, Extents, Mode, Result};
use talang_http::{Call, Reply};

use super::{action_name, effective, extent_words, referring, refusals, roles};
use crate::components::{Tone, alert, form_bar, icon, tabs};
use crate::page::{csrf_field, done, fault_text, section_name, ui};

/// Combinations of extents that a cell offers.
const CHOICES: [&str; 9] =
    ["", "self", "team", "lists", "self,team", "self,lists", "team,lists", "self,team,lists", "all"];

/// The tab of the lines for every object.
const EVERYTHING: &str = "*";

/// One line of the matrix: what stands in the fields `object` and `field_group` of its rights.
struct Line {
    object: String,
    group: String,
    label: String,
    detail: String,
    /// Only "nobody" and "everyone" make a difference: the data belongs to no person.
    impersonal: bool,
    /// Whole records are made, removed, loaded and taken out; groups of fields are only seen and changed.
    whole: bool,
}

fn extents(text: &str) -> Extents {
    text.split(',').fold(Extents::NONE, |all, word| all.or(Extents::parse(word)))
}

/// The lines of a tab.
fn lines(call: &Call, catalogue: &Catalogue, module: &str) -> Vec<Line> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let group_label = |group: &str| match group {
        "*" => ui.say("access-all-fields"),
        group => labels.group(ui.language, group).to_string(),
    };
    let line = |object: &str, group: &str, label: &str, impersonal: bool| Line {
        object: object.to_string(),
        group: group.to_string(),
        label: label.to_string(),
        detail: group_label(group),
        impersonal,
        whole: group == "*" || group == GENERAL,
    };
    let inside: Vec<&Object> = catalogue
        .objects()
        .iter()
        .filter(|o| !o.def.internal && (module == EVERYTHING || o.def.module == module))
        .map(AsRef::as_ref)
        .collect();
    let mut groups: Vec<&str> = vec!["*"];
    for group in inside.iter().flat_map(|o| &o.groups) {
        if !groups.contains(&group.as_ref()) {
            groups.push(group);
        }
    }
    let mut out = Vec::new();
    let (wildcard, name) = match module {
        EVERYTHING => ("*".to_string(), ui.say("access-every-object")),
        module => (format!("module:{module}"), ui.say("access-whole-module")),
    };
    for group in &groups {
        out.push(line(&wildcard, group, &name, false));
    }
    if module == EVERYTHING {
        return out;
    }
    for object in inside {
        let label = labels.object(ui.language, object.def.name);
        let impersonal = !object.bounded();
        if object.groups.len() > 1 {
            out.push(line(object.def.name, "*", label, impersonal));
        }
        for group in &object.groups {
            out.push(line(object.def.name, group, label, impersonal));
        }
    }
    out
}

/// What the lines of a role say themselves for a cell.
fn own(grants: &[Grant], line: &Line, action: Action) -> Extents {
    let mine = grants
        .iter()
        .filter(|g| g.object == line.object && g.group == line.group && g.actions.contains(&action));
    mine.fold(Extents::NONE, |all, g| all.or(g.extent))
}

/// What wider lines give to a cell: of all fields, of the module, of every object.
fn inherited(grants: &[Grant], line: &Line, module: &str, action: Action) -> Extents {
    let wider_object = |g: &Grant| match line.object.as_str() {
        "*" => g.object == "*",
        object if object.starts_with("module:") => g.object == "*" || g.object == object,
        object => g.object == "*" || g.object == format!("module:{module}") || g.object == object,
    };
    let covers = |g: &&Grant| {
        let same = g.object == line.object && g.group == line.group;
        !same && wider_object(g) && (g.group == "*" || g.group == line.group) && g.actions.contains(&action)
    };
    grants.iter().filter(covers).fold(Extents::NONE, |all, g| all.or(g.extent))
}

/// `GET /access/roles/{id}?module=people`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    show(call, call.request.query("module").unwrap_or_default(), &[])
}

fn show(call: &Call, wanted: &str, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let (role, may, content) = call.scope.view(|v| {
        let object = v.object("Role")?;
        let role = v.get(&object, call.id("id")?)?;
        let rights = v.object("RoleRight")?;
        let editable = v.rights().may(&rights, Action::Update)
            && v.rights().may(&rights, Action::Create)
            && v.rights().may(&rights, Action::Delete);
        let grants = effective::grants_of(v, role.id, "")?;
        let catalogue = v.catalogue();
        let mut modules: Vec<&str> = vec![EVERYTHING];
        for object in catalogue.objects().iter().filter(|o| !o.def.internal) {
            if !modules.contains(&object.def.module) {
                modules.push(object.def.module);
            }
        }
        // The first tab that says something is the one to begin with.
        let first = modules.iter().copied().find(|m| {
            grants.iter().any(|g| {
                let of = catalogue.object(&g.object).map(|o| o.def.module);
                g.object == *m || g.object == format!("module:{m}") || of == Some(*m)
            })
        });
        let module = modules.iter().copied().find(|m| *m == wanted).or(first).unwrap_or(EVERYTHING);
        let base = format!("/access/roles/{}", role.id);
        let parts: Vec<_> = modules
            .iter()
            .map(|m| {
                let label =
                    if *m == EVERYTHING { ui.say("access-everything") } else { section_name(call, m) };
                super::tab(label, format!("{base}?module={}", crate::components::encode(m)), *m == module)
            })
            .collect();
        let lines = lines(call, &catalogue, module);
        let grid = html! {
            @for fault in faults { (alert(Tone::Danger, "", html! { (fault_text(call, Some(&rights), fault)) })) }
            (tabs(&ui.say("access-modules"), &parts))
            @if editable {
                form method="post" action=(base) data-guard {
                    (csrf_field(call))
                    input type="hidden" name="module" value=(module);
                    (grid(call, &grants, &lines, module, true))
                    (form_bar(&ui, "/access/roles", "", html! {}))
                }
            } @else { (grid(call, &grants, &lines, module, false)) }
        };
        Ok((role, roles::may(v)?, grid))
    })?;
    let reply = roles::role_page(call, &role, "rights", may, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

fn grid(call: &Call, grants: &[Grant], lines: &[Line], module: &str, editable: bool) -> Markup {
    let ui = ui(call);
    html! {
        p.tl-soft.tl-note { (ui.say("access-matrix-help")) }
        div.tl-scroll {
            table.tl-table.is-cards {
                caption.visually-hidden { (ui.say("access-rights")) }
                thead {
                    tr {
                        th scope="col" { (ui.say("access-object")) }
                        @for action in Action::ALL { th scope="col" { (action_name(call, action)) } }
                    }
                }
                tbody {
                    @for line in lines {
                        tr {
                            td.is-main data-label=(ui.say("access-object")) {
                                (line.label) " " small.tl-soft { (line.detail) }
                            }
                            @for action in Action::ALL {
                                td data-label=(action_name(call, action)) {
                                    (cell(call, grants, line, module, action, editable))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell(call: &Call, grants: &[Grant], line: &Line, module: &str, action: Action, editable: bool) -> Markup {
    let ui = ui(call);
    let (own, wider) = (own(grants, line, action), inherited(grants, line, module, action));
    let meaningful = line.whole || matches!(action, Action::Read | Action::Update) || !own.is_none();
    if !meaningful {
        return html! {};
    }
    let note = (!wider.is_none())
        .then(|| ui.say_with("access-inherited", &[("extent", extent_words(call, wider).into())]));
    if !editable {
        return html! {
            @if !own.is_none() { (extent_words(call, own)) }
            @if let Some(note) = note { div { small.tl-soft { (note) } } }
        };
    }
    let name = format!("{}/{}/{}", line.object, line.group, action.name());
    let value = if own.has(Extents::ALL) { "all".to_string() } else { own.words().join(",") };
    let spoken = format!("{}, {}: {}", line.label, line.detail, action_name(call, action));
    let fits =
        |choice: &&&str| !line.impersonal || choice.is_empty() || **choice == "all" || **choice == value;
    html! {
        select.form-select.form-select-sm name=(name) aria-label=(spoken) {
            @for choice in CHOICES.iter().filter(fits) {
                option value=(choice) selected[*choice == value] {
                    @if choice.is_empty() { "–" } @else { (extent_words(call, extents(choice))) }
                }
            }
        }
        @if let Some(note) = note { div { small.tl-soft { (icon("arrow-down")) " " (note) } } }
    }
}

/// `POST /access/roles/{id}`: what differs from the lines of the role is written; nothing else.
pub(super) fn save(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let module = call.request.sent("module");
    // (object, group, extent) → actions, of every line that was sent.
    let mut wanted: BTreeMap<(String, String, &'static str), Vec<Action>> = BTreeMap::new();
    let mut shown: Vec<(String, String)> = Vec::new();
    for (name, value) in &form {
        let parts: Vec<&str> = name.split('/').collect();
        let [object, group, action] = parts.as_slice() else { continue };
        let action = Action::parse(action).ok_or_else(|| Fault::new("field.unknown").with("name", name))?;
        let known = CHOICES.contains(&value.as_str());
        if !known {
            return Err(Fault::new("value.choice")
                .on(name.as_str())
                .with("allowed", CHOICES.join(" "))
                .into());
        }
        let key = ((*object).to_string(), (*group).to_string());
        for extent in extents(value).words() {
            wanted.entry((key.0.clone(), key.1.clone(), extent)).or_default().push(action);
        }
        if !shown.contains(&key) {
            shown.push(key);
        }
    }
    let asked = |object: &str, group: &str, action: Action| {
        form.iter().any(|(n, _)| *n == format!("{object}/{group}/{}", action.name()))
    };
    let role_id = call.id("id")?;
    let written = call.scope.change(Kind::Shared, |c| {
        let roles = c.object("Role")?;
        let role = c.get(&roles, role_id)?;
        let rights = c.object("RoleRight")?;
        let mut present = referring(c, &rights, "role", role.id)?;
        present
            .retain(|r| shown.iter().any(|(o, g)| text(r, "object") == *o && text(r, "field_group") == *g));
        let mut count = 0;
        for record in &present {
            let (object, group, extent) =
                (text(record, "object"), text(record, "field_group"), text(record, "extent"));
            let extent = Extents::parse(&extent).words().first().copied().unwrap_or_default();
            let mut actions = wanted.remove(&(object.clone(), group.clone(), extent)).unwrap_or_default();
            let before = effective::actions(&text(record, "actions"));
            // An action that the form did not ask about stays.
            actions.extend(before.iter().copied().filter(|a| !asked(&object, &group, *a)));
            actions.sort_unstable();
            let mut sorted = before.clone();
            sorted.sort_unstable();
            if actions == sorted {
                continue;
            }
            count += 1;
            if actions.is_empty() {
                c.delete(&rights, record.id, Some(record.version))?;
            } else {
                let values = vec![("actions", Value::from(names(&actions).as_str()))];
                let draft = talang_engine::Draft::new(&rights, values)?;
                c.save(&rights, Mode::Update { id: record.id, version: Some(record.version) }, draft)?;
            }
        }
        for ((object, group, extent), mut actions) in std::mem::take(&mut wanted) {
            actions.sort_unstable();
            count += 1;
            c.create(
                "RoleRight",
                vec![
                    ("role", Value::Int(role.id)),
                    ("object", Value::from(object.as_str())),
                    ("field_group", Value::from(group.as_str())),
                    ("actions", Value::from(names(&actions).as_str())),
                    ("extent", Value::from(extent)),
                ],
            )?;
        }
        Ok(count)
    });
    let count = match written {
        Ok(count) => count,
        Err(error) => return show(call, &module, &refusals(error)?),
    };
    let to = format!("/access/roles/{role_id}?module={}", crate::components::encode(&module));
    let key = if count == 0 { "access-rights-unchanged" } else { "access-rights-saved" };
    Ok(done(call, &to, key, Some(count), None))
}

fn text(record: &Record, name: &str) -> String {
    record.get(name).as_text().unwrap_or_default().to_string()
}

fn names(actions: &[Action]) -> String {
    actions.iter().map(|a| a.name()).collect::<Vec<_>>().join(", ")
}
