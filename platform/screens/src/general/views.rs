//! Saved views: a list's state under a name, for oneself or for a role, opened by itself where it is the default.

use std::sync::Arc;

use maud::{Markup, html};
use serde_json::Value as Json;
use talang_catalogue::{Fault, Kind, Object, Record, Value};
use talang_engine::{Action, Draft, Filter, Mode, Op, Query, Result, View};
use talang_http::{Call, Reply};

use super::object_of;
use super::state::State;
use crate::components::{
    Control, Dialog, Entry, Input, Picked, Problem, TextKind, dialog, error_summary, input, menu_button,
};
use crate::page::{done, fault_text, ui};

/// The object that holds them.
const REPORT: &str = "SavedReport";

/// A view that the user may open.
pub(super) struct Saved {
    /// As it is kept.
    pub record: Record,
    code: String,
    /// What it is called.
    pub label: String,
    /// The user made it.
    pub own: bool,
    default: bool,
    /// What it shows.
    pub state: State,
}

impl Saved {
    fn of(record: Record, own: bool, path: &str) -> Saved {
        let code = record.get("code").as_text().unwrap_or_default().to_string();
        let json: Json =
            serde_json::from_str(record.get("query").as_text().unwrap_or_default()).unwrap_or_default();
        Saved {
            label: record.get("label").as_text().unwrap_or_default().to_string(),
            state: State::from_json(path, &code, &json),
            default: own && json.get("default").and_then(Json::as_bool) == Some(true),
            code,
            own,
            record,
        }
    }
}

/// The views of an object that the user made or that their roles share.
fn all(view: &mut View<'_>, object: &Object, path: &str) -> Result<Vec<Saved>> {
    Ok(kept(view, Some(object))?.into_iter().map(|(record, own)| Saved::of(record, own, path)).collect())
}

/// The views of every list that the user may read, made by the user or shared by their roles, with the list's object.
pub(super) fn every(view: &mut View<'_>) -> Result<Vec<(Arc<Object>, Saved)>> {
    let catalogue = view.catalogue();
    let registry = view.scope().installation().registry();
    let mut out = Vec::new();
    for (record, own) in kept(view, None)? {
        let name = record.get("object").as_text().unwrap_or_default();
        let Some(object) = catalogue.object(name).filter(|o| !o.def.hidden) else { continue };
        if view.rights().may(object, Action::Read) {
            let path = crate::page::list_address(registry, object);
            out.push((object.clone(), Saved::of(record, own, &path)));
        }
    }
    Ok(out)
}

/// What is kept for the user, by name, and whether the user made it; of one object, or of all.
fn kept(view: &mut View<'_>, object: Option<&Object>) -> Result<Vec<(Record, bool)>> {
    let report = view.object(REPORT)?;
    let me = view.scope().actor.id();
    if me.is_none() || !view.rights().may(&report, Action::Read) {
        return Ok(Vec::new());
    }
    let filter =
        object.map(|o| Filter::test(&report, "object", Op::Is, vec![Value::Text(o.def.name.to_string())]));
    let sort = view.sort(&report, "label")?;
    let page = view.list(&report, &Query { filter, sort, ..Query::default() })?;
    let roles = roles_of(view, me.unwrap_or_default())?;
    let mut out = Vec::new();
    for record in page.records {
        let own = record.get("user").as_int() == me;
        let shared = record.get("role").as_int().is_some_and(|role| roles.contains(&role));
        if own || shared {
            out.push((record, own));
        }
    }
    Ok(out)
}

/// The roles of an account, as far as the user may know them: nobody is told more by a shared view.
fn roles_of(view: &mut View<'_>, user: i64) -> Result<Vec<i64>> {
    let object = view.object("UserRole")?;
    let filter = Filter::test(&object, "user", Op::Is, vec![Value::Int(user)]);
    let page = view.list(&object, &Query { filter: Some(filter), ..Query::default() })?;
    Ok(page.records.iter().filter_map(|r| r.get("role").as_int()).collect())
}

/// The view that opens by itself.
pub(super) fn default_of(view: &mut View<'_>, object: &Object, path: &str) -> Result<Option<State>> {
    Ok(all(view, object, path)?.into_iter().find(|v| v.default).map(|v| v.state))
}

/// The menu of views; nothing where the user may keep none and none is shared.
pub(super) fn menu(call: &Call, view: &mut View<'_>, object: &Arc<Object>, state: &State) -> Result<Markup> {
    let ui = ui(call);
    let saved = all(view, object, &state.path)?;
    let report = view.object(REPORT)?;
    let may_save = call.scope.actor.id().is_some() && view.rights().may(&report, Action::Create);
    if saved.is_empty() && !may_save {
        return Ok(html! {});
    }
    let everything = State { view: "all".into(), ..State::read(&state.path, &[]) };
    let opened = saved.iter().find(|v| v.code == state.view);
    let mut entries = vec![Entry {
        label: ui.say("general-view-all"),
        href: Some(everything.address()),
        checked: Some(opened.is_none()),
        ..Entry::default()
    }];
    for view in &saved {
        entries.push(Entry {
            label: view.label.clone(),
            href: Some(view.state.address()),
            checked: Some(view.code == state.view),
            ..Entry::default()
        });
    }
    let mut action = |key: &str, icon: &'static str, id: Option<i64>, line: bool| {
        let id = id.map(|id| format!("&id={id}")).unwrap_or_default();
        let query = state.query();
        let sign = if query.is_empty() { "?" } else { "" };
        entries.push(Entry {
            label: ui.say(key),
            icon,
            line,
            attributes: vec![
                ("hx-get", format!("{}/views{query}{sign}{id}", state.base)),
                ("hx-target", "#tl-dialogs".into()),
            ],
            ..Entry::default()
        });
    };
    if may_save {
        action("general-view-save", "device-floppy", None, true);
    }
    if let Some(own) = opened.filter(|v| v.own) {
        action("general-view-change", "edit", Some(own.record.id), !may_save);
        entries.push(Entry {
            label: ui.say("general-view-delete"),
            icon: "trash",
            danger: true,
            attributes: vec![
                ("hx-post", format!("{}/views/delete?id={}", state.base, own.record.id)),
                (
                    "hx-confirm",
                    ui.say_with("general-view-delete-confirm", &[("name", own.label.as_str().into())]),
                ),
                ("data-confirm-action", ui.say("ui-delete")),
                ("data-danger", String::new()),
            ],
            ..Entry::default()
        });
    }
    let label = opened.map_or_else(|| ui.say("general-views"), |v| v.label.clone());
    Ok(menu_button("views", "btn btn-quiet", "star", &label, false, &entries))
}

/// What the dialog asks for.
#[derive(Default)]
struct Answer {
    id: Option<i64>,
    label: String,
    role: Option<i64>,
    default: bool,
}

/// `GET /o/{object}/views`: the dialog that saves the present view, or with `id` changes one.
pub(super) fn dialog_page(call: &Call) -> Result<Reply> {
    let id: Option<i64> = call.request.query("id").and_then(|t| t.parse().ok());
    let answer = call.scope.view(|v| {
        let object = object_of(call, v)?;
        let path = format!("/o/{}", object.def.path);
        let found = all(v, &object, &path)?.into_iter().find(|s| Some(s.record.id) == id && s.own);
        Ok(found.map_or_else(Answer::default, |s| Answer {
            id,
            label: s.label.clone(),
            role: s.record.get("role").as_int(),
            default: s.default,
        }))
    })?;
    form(call, &answer, &[], 200)
}

fn form(call: &Call, answer: &Answer, faults: &[Fault], status: u16) -> Result<Reply> {
    let ui = ui(call);
    let (state, may_share, role) = call.scope.view(|v| {
        let object = object_of(call, v)?;
        let role = v.object("Role")?;
        let may_share = v.rights().may(&role, Action::Read);
        let title = match answer.role {
            Some(id) => v.title("Role", id)?.title,
            None => String::new(),
        };
        Ok((State::read(&format!("/o/{}", object.def.path), &call.request.query), may_share, title))
    })?;
    let report = call.scope.view(|v| v.object(REPORT))?;
    let problems: Vec<Problem> = faults
        .iter()
        .map(|f| Problem {
            field: f.field.clone().filter(|n| n == "label").unwrap_or_default(),
            text: fault_text(call, Some(&report), f),
        })
        .collect();
    let error = problems.iter().find(|p| p.field == "label").map(|p| p.text.clone());
    let title = ui.say(if answer.id.is_some() { "general-view-change" } else { "general-view-save" });
    let picked = answer.role.map(|id| Picked { id: id.to_string(), title: role });
    let id = answer.id.map(|id| id.to_string()).unwrap_or_default();
    let content = html! {
        (error_summary(&ui, &problems))
        input type="hidden" name="id" value=(id);
        div.tl-form {
            div.tl-field-wide {
                (input(&ui, &Input {
                    name: "label".into(),
                    label: ui.say("general-view-name"),
                    control: Control::Text { value: answer.label.clone(), kind: TextKind::Plain, max: Some(200) },
                    required: true,
                    error,
                    ..Input::default()
                }))
            }
            @if may_share {
                div.tl-field-wide {
                    (input(&ui, &Input {
                        name: "role".into(),
                        label: ui.say("general-view-role"),
                        help: ui.say("general-view-role-help"),
                        control: Control::Reference { value: picked, url: "/pick/Role".into() },
                        ..Input::default()
                    }))
                }
            }
            div.tl-field-wide {
                (input(&ui, &Input {
                    name: "default".into(),
                    label: ui.say("general-view-default"),
                    control: Control::Bool { checked: answer.default },
                    ..Input::default()
                }))
            }
        }
    };
    let foot = html! {
        button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
        button.btn.btn-primary type="submit" { (ui.say("ui-save")) }
    };
    let post = format!("{}/views{}", state.path, state.query());
    let box_ = Dialog {
        id: "view-dialog",
        title: &title,
        auto: true,
        size: "small",
        post: Some(&post),
        content,
        foot,
    };
    Ok(Reply::html(dialog(&ui, &box_).into_string()).code(status))
}

/// `POST /o/{object}/views`.
pub(super) fn save(call: &Call) -> Result<Reply> {
    let form_fields = call.request.form();
    let field = |name: &str| {
        form_fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim().to_string()).unwrap_or_default()
    };
    let answer = Answer {
        id: field("id").parse().ok(),
        label: field("label"),
        role: field("role").parse().ok(),
        default: field("default") == "true",
    };
    if answer.label.is_empty() {
        return form(call, &answer, &[Fault::new("value.mandatory").on("label")], 422);
    }
    let Some(me) = call.scope.actor.id() else { return Err(Fault::new("right.missing").into()) };
    let object = call.scope.view(|v| object_of(call, v))?;
    let path = format!("/o/{}", object.def.path);
    let state = State::read(&path, &call.request.query);
    let saved = call.scope.change(Kind::Shared, |c| {
        let report = c.object(REPORT)?;
        let others = all(c, &object, &path)?;
        let code = match answer.id {
            Some(id) => match others.iter().find(|v| v.record.id == id && v.own) {
                Some(own) => own.code.clone(),
                None => return Err(Fault::new("record.not_found").with("object", REPORT).into()),
            },
            // The moment makes it unique: two views saved in one microsecond would meet the key's check.
            None => format!("view-{me}-{}", call.installation.clock().now()),
        };
        if answer.default {
            // One default view a user and list.
            for other in others.iter().filter(|v| v.default && Some(v.record.id) != answer.id) {
                let mut json = other.state.to_json();
                json["default"] = false.into();
                let draft = Draft::new(&report, vec![("query", Value::Text(json.to_string()))])?;
                c.save(&report, Mode::Update { id: other.record.id, version: None }, draft)?;
            }
        }
        let mut json = state.to_json();
        json["default"] = answer.default.into();
        let mut values = vec![
            ("label", Value::Text(answer.label.clone())),
            ("role", answer.role.map_or(Value::Null, Value::Int)),
            ("query", Value::Text(json.to_string())),
        ];
        match answer.id {
            Some(id) => {
                let draft = Draft::new(&report, values)?;
                c.save(&report, Mode::Update { id, version: None }, draft)?;
            }
            None => {
                values.extend([
                    ("code", Value::Text(code.clone())),
                    ("object", Value::Text(object.def.name.to_string())),
                    ("user", Value::Int(me)),
                ]);
                let draft = Draft::new(&report, values)?;
                c.save(&report, Mode::Insert, draft)?;
            }
        }
        Ok(code)
    });
    match saved {
        Ok(code) => {
            Ok(done(call, &State { view: code, ..state }.address(), "general-view-saved", None, None))
        }
        Err(error) if error.status() < 500 => form(call, &answer, &error.faults(), 422),
        Err(error) => Err(error),
    }
}

/// `POST /o/{object}/views/delete?id=`; with `to=reports` the answer leads to the page of all reports.
pub(super) fn delete(call: &Call) -> Result<Reply> {
    let id: i64 = call.request.query("id").and_then(|t| t.parse().ok()).unwrap_or_default();
    let object = call.scope.view(|v| object_of(call, v))?;
    let path = format!("/o/{}", object.def.path);
    call.scope.change(Kind::Shared, |c| {
        let report = c.object(REPORT)?;
        if !all(c, &object, &path)?.iter().any(|v| v.record.id == id && v.own) {
            return Err(Fault::new("record.not_found").with("object", REPORT).into());
        }
        c.delete(&report, id, None)
    })?;
    let next = match call.request.query("to") {
        Some("reports") => super::reports::PATH.to_string(),
        _ => format!("{path}?view=all"),
    };
    Ok(done(call, &next, "general-view-deleted", None, None))
}
