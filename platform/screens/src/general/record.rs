//! The page of a record: its fields, what refers to it, its slices in time, and who changed what.

use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Fault, Field, FieldType, Object, Record, Value};
use talang_engine::journal::{Deed, Entry as Journal};
use talang_engine::{Action, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};

use super::bulk::readable;
use super::filter::quoted;
use super::{names_of, object_of};
use crate::components::{
    self, Change, Crumb, Dialog, Entry, Event, Tab, Tone, alert, avatar, badge, card, dialog, encode, fact,
    facts, field_view, icon, menu_button, tabs, timeline,
};
use crate::page::{
    Head, Names, done, fault_text, list_address, module_icon, page_with, photo, record_address, section_name,
    ui,
};

/// Entries of the journal on a page.
const ENTRIES: usize = 100;

/// What the path names: for dated objects the thread, all its slices and the one to show.
struct Found {
    object: Arc<Object>,
    record: Record,
    /// In order of time; none for undated objects.
    slices: Vec<Record>,
    /// The slice is not valid on the day of the view.
    other_day: bool,
}

fn find(call: &Call, v: &mut View<'_>) -> Result<Found> {
    let object = object_of(call, v)?;
    let id = call.id("id")?;
    let Some((start, end)) = object.period else {
        let record = v.get(&object, id)?;
        return Ok(Found { object, record, slices: Vec::new(), other_day: false });
    };
    let mut slices = v.slices(&object, id)?;
    let mut wanted: Option<i64> = call.request.query("slice").and_then(|t| t.parse().ok());
    if slices.is_empty() {
        // The number of a slice leads to its thread.
        let slice = v.get(&object, id)?;
        slices = v.slices(&object, slice.thread)?;
        wanted = Some(slice.id);
    }
    let day = days_of_date(call.scope.as_of);
    let at = |r: &Record, index: usize| r.values.get(index).and_then(Value::as_int);
    let valid = |r: &Record| at(r, start).is_none_or(|s| s <= day) && at(r, end).is_none_or(|e| e >= day);
    let chosen = slices
        .iter()
        .find(|r| Some(r.id) == wanted)
        .or_else(|| slices.iter().find(|r| valid(r)))
        .or_else(|| slices.iter().rev().find(|r| at(r, start).is_some_and(|s| s <= day)))
        .or(slices.first());
    let missing = || Fault::new("record.not_found").with("object", object.def.name);
    let record = chosen.cloned().ok_or_else(missing)?;
    let other_day = !valid(&record);
    Ok(Found { object, record, slices, other_day })
}

impl Found {
    /// What references and addresses name it by.
    fn thread(&self) -> i64 {
        if self.object.period.is_some() { self.record.thread } else { self.record.id }
    }

    fn base(&self) -> String {
        format!("/o/{}/{}", self.object.def.path, self.thread())
    }
}

/// The page around one of the record's tabs.
fn frame(call: &Call, found: &Found, tab: &str, content: Markup) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let object = &found.object;
    let (one, many) = names_of(call, object);
    let (title, key, actions) = call.scope.view(|v| {
        v.load_titles(object, std::slice::from_ref(&found.record))?;
        let title = v.title_of(&found.record)?;
        let may_update = v.may_change(&found.record)? && !object.def.internal;
        let may_delete = v.may(&found.record, GENERAL, Action::Delete)? && !object.def.internal;
        let may_create = v.rights().may(object, Action::Create) && !object.def.internal;
        Ok((title.title, title.key, actions(call, found, may_update, may_create, may_delete)))
    })?;
    let title = if title.trim().is_empty() { key.clone() } else { title };
    let text = if key.is_empty() || key == title {
        one.to_string()
    } else {
        format!("{one} · {}", key.replace('|', " · "))
    };
    let crumbs = [
        Crumb {
            label: section_name(call, object.def.module),
            href: format!("/o?module={}", object.def.module),
        },
        Crumb { label: many.to_string(), href: list_address(registry, object) },
    ];
    let base = found.base();
    let of = |name: &str, key: &str, address: String| Tab {
        label: ui.say(key),
        href: address,
        current: tab == name,
        count: None,
    };
    let all = [
        of("", "ui-details", base.clone()),
        of("related", "general-related", format!("{base}/related")),
        of("history", "ui-history", format!("{base}/history")),
    ];
    let face = match photo(&found.record) {
        Some(portrait) => avatar(&title, Some(&portrait), "xl"),
        None if object.def.subject == talang_catalogue::Subject::Itself => avatar(&title, None, "xl"),
        None => html! {},
    };
    let head = Head {
        title: &title,
        text: &text,
        menu: object.def.name,
        crumbs: &crumbs,
        face,
        actions,
        timeless: false,
    };
    page_with(call, &head, html! { (tabs(&title, &all)) (content) })
}

fn actions(call: &Call, found: &Found, may_update: bool, may_create: bool, may_delete: bool) -> Markup {
    let ui = ui(call);
    let base = format!("/o/{}/{}", found.object.def.path, found.record.id);
    let mut more = Vec::new();
    if may_create {
        more.push(Entry {
            label: ui.say("general-duplicate"),
            icon: "copy",
            href: Some(format!("/o/{}/new?copy={}", found.object.def.path, found.record.id)),
            ..Entry::default()
        });
    }
    more.push(Entry {
        label: ui.say("ui-print"),
        icon: "printer",
        attributes: vec![("data-print", String::new())],
        ..Entry::default()
    });
    if may_delete {
        let key =
            if found.slices.len() > 1 { "general-delete-slice-confirm" } else { "general-delete-confirm" };
        more.push(Entry {
            label: ui.say(if found.slices.len() > 1 { "general-delete-slice" } else { "ui-delete" }),
            icon: "trash",
            danger: true,
            line: true,
            attributes: vec![
                ("hx-post", format!("{base}/delete?version={}", found.record.version)),
                ("hx-target", "#tl-dialogs".into()),
                ("hx-confirm", ui.say(key)),
                ("data-confirm-action", ui.say("ui-delete")),
                ("data-danger", String::new()),
            ],
            ..Entry::default()
        });
    }
    html! {
        (menu_button("record-more", "btn", "dots", &ui.say("ui-actions"), false, &more))
        @if may_update {
            @if found.object.period.is_some() && found.record.hidden == 0 {
                a.btn href={ (base) "/edit" } { (icon("edit")) (ui.say("general-correct-slice")) }
                a.btn.btn-primary href={ (base) "/edit?from=1" } { (icon("calendar-event")) (ui.say("general-change-from")) }
            } @else {
                a.btn.btn-primary href={ (base) "/edit" } { (icon("edit")) (ui.say("ui-edit")) }
            }
        }
    }
}

/// `GET /o/{object}/{id}`.
pub(super) fn record(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let (found, content) = call.scope.view(|v| {
        let found = find(call, v)?;
        let catalogue = v.catalogue();
        let object = &found.object;
        v.saw(object, [&found.record], |_| true);
        let names = Names::of(v, object, std::slice::from_ref(&found.record))?;
        let groups = names.with(ui, registry, &catalogue, |cx| {
            let mut out = Vec::new();
            for group in &object.groups {
                let fields: Vec<&Field> =
                    object.fields.iter().filter(|f| f.group == *group && !found.record.is_hidden(f.index)).collect();
                if fields.is_empty() {
                    continue;
                }
                let title = if object.groups.len() > 1 { registry.labels.group(ui.language, group) } else { "" };
                out.push(card(title, html! {}, false, facts(html! {
                    @for field in fields {
                        @let value = found.record.values.get(field.index).cloned().unwrap_or_default();
                        @let wide = matches!(field.ty, FieldType::Long | FieldType::Json);
                        (fact(&ui, registry.labels.field(ui.language, object.def.name, field), field_view(cx, field, &value), wide))
                    }
                })));
            }
            out
        });
        let content = html! {
            @if found.other_day {
                (alert(Tone::Info, "", html! { (ui.say("general-other-day")) }))
            }
            div.tl-split {
                div.tl-stack { @for group in &groups { (group) } }
                div.tl-stack {
                    @if !found.slices.is_empty() { (slices(call, &found)) }
                    // What refers to the record is counted when the page is there already.
                    div hx-get={ (found.base()) "/related?brief=1" } hx-trigger="load" hx-swap="outerHTML" { p.tl-soft { (ui.say("ui-loading")) } }
                }
            }
        };
        Ok((found, content))
    })?;
    frame(call, &found, "", content)
}

/// The slices in time, the latest first; the one that is shown is marked.
fn slices(call: &Call, found: &Found) -> Markup {
    let ui = ui(call);
    let Some((start, end)) = found.object.period else { return html! {} };
    let today = days_of_date(call.scope.as_of);
    let at = |r: &Record, index: usize| r.values.get(index).and_then(Value::as_int);
    card(
        &ui.say("general-slices"),
        html! {},
        true,
        html! {
            ul.tl-links {
                @for slice in found.slices.iter().rev() {
                    @let begins = at(slice, start);
                    @let ends = at(slice, end);
                    @let now = begins.is_none_or(|s| s <= today) && ends.is_none_or(|e| e >= today);
                    li {
                        a href={ (record_address(call.installation.registry(), &found.object, found.thread())) "?slice=" (slice.id) }
                            aria-current=[(slice.id == found.record.id).then_some("true")] {
                            span.tl-person-words.tl-num {
                                (begins.map(|d| ui.culture.date_short(d)).unwrap_or_default())
                                " – "
                                (ends.map_or_else(|| ui.say("general-open-end"), |d| ui.culture.date_short(d)))
                            }
                            span.tl-links-end {
                                @if slice.id == found.record.id { (badge(Tone::Primary, &ui.say("general-shown"))) }
                                @else if now { (badge(Tone::Success, &ui.say("general-valid"))) }
                                @else if begins.is_some_and(|s| s > today) { (badge(Tone::Info, &ui.say("general-future"))) }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// Records of an object that refer to the record by a field.
struct Relation {
    object: Arc<Object>,
    field: Field,
    count: i64,
    label: String,
    filter: String,
    may_create: bool,
    first: Vec<Record>,
}

/// `GET /o/{object}/{id}/related`; with `brief=1` the part of the record's page.
pub(super) fn related(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let brief = call.request.query("brief").is_some();
    let (found, content) = call.scope.view(|v| {
        let found = find(call, v)?;
        let relations = relations(call, v, &found, brief)?;
        let mut cards = Vec::new();
        for relation in relations.iter().filter(|r| r.count > 0) {
            cards.push(relation_card(call, v, &found, relation, brief)?);
        }
        let fresh: Vec<Entry> = relations
            .iter()
            .filter(|r| r.may_create)
            .map(|r| Entry {
                label: registry.labels.object(ui.language, r.object.def.name).to_string(),
                icon: module_icon(r.object.def.module),
                href: Some(format!("/o/{}/new?{}={}", r.object.def.path, r.field.name, found.thread())),
                ..Entry::default()
            })
            .collect();
        let add = html! { @if !fresh.is_empty() { div { (menu_button("related-add", "btn", "plus", &ui.say("general-add-related"), false, &fresh)) } } };
        let content = html! {
            @if brief {
                div.tl-stack #related { (add) @for card in &cards { (card) } }
            } @else {
                div.tl-stack {
                    (add)
                    @if cards.is_empty() {
                        div.card { (components::empty_state("link", &ui.say("general-related-none"), &ui.say("general-related-none-text"), html! {})) }
                    }
                    div.tl-grid.tl-grid-wide { @for card in &cards { (card) } }
                }
            }
        };
        Ok((found, content))
    })?;
    if brief {
        return Ok(Reply::html(content.into_string()));
    }
    frame(call, &found, "related", content)
}

fn relations(call: &Call, v: &mut View<'_>, found: &Found, brief: bool) -> Result<Vec<Relation>> {
    let labels = &call.installation.registry().labels;
    let language = call.scope.language();
    let thread = found.thread();
    let key = v.title(found.object.def.name, thread)?.key;
    let mut out: Vec<Relation> = Vec::new();
    for other in v.catalogue().objects() {
        if other.def.hidden || !v.rights().may(other, Action::Read) {
            continue;
        }
        for field in &other.fields {
            let refers = match &field.ty {
                FieldType::Reference(target) | FieldType::References(target) => {
                    *target == found.object.def.name
                }
                _ => false,
            };
            if !refers || v.rights().extents(other, &field.group, Action::Read).is_none() {
                continue;
            }
            let filter = Filter::test(other, &field.name, Op::Is, vec![Value::Int(thread)]);
            let sort = v.sort(other, &super::columns::usual_sort(other))?;
            let limit = if brief { 5 } else { 10 };
            let page =
                v.list(other, &Query { filter: Some(filter), sort, limit, count: true, ..Query::default() })?;
            let count = page.total.unwrap_or_default();
            let may_create = v.rights().may(other, Action::Create)
                && !other.def.internal
                && other.key.contains(&field.index);
            if count == 0 && !may_create {
                continue;
            }
            let name = labels.objects(language, other.def.name);
            let own = labels.field(language, other.def.name, field);
            let several = other.fields.iter().filter(|f| f.ty_is(&found.object)).count() > 1;
            out.push(Relation {
                object: other.clone(),
                label: if several { format!("{name} – {own}") } else { name.to_string() },
                field: field.clone(),
                count,
                filter: format!("{} is {}", field.name, quoted(&key)),
                may_create,
                first: page.records,
            });
        }
    }
    out.sort_by_key(|r| (r.object.thread.first() != Some(&r.field.index), std::cmp::Reverse(r.count)));
    Ok(out)
}

/// Whether a field refers to an object.
trait Refers {
    fn ty_is(&self, object: &Object) -> bool;
}

impl Refers for Field {
    fn ty_is(&self, object: &Object) -> bool {
        matches!(&self.ty, FieldType::Reference(target) | FieldType::References(target) if *target == object.def.name)
    }
}

fn relation_card(
    call: &Call,
    v: &mut View<'_>,
    found: &Found,
    relation: &Relation,
    brief: bool,
) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let object = &relation.object;
    v.load_titles(object, &relation.first)?;
    v.saw(object, &relation.first, |f| object.title.contains(&f.index) || object.key.contains(&f.index));
    let list = format!("/o/{}?filter={}", object.def.path, encode(&relation.filter));
    let mut rows = Vec::new();
    for record in &relation.first {
        let id = if object.period.is_some() { record.thread } else { record.id };
        // The title without the record that we come from: it is the same in every row.
        let mut words = Vec::new();
        let own = object.title.iter().filter(|i| **i != relation.field.index);
        let rest = object.key.iter().filter(|i| **i != relation.field.index && !object.title.contains(i));
        for index in own.chain(rest) {
            let value = record.values.get(*index).cloned().unwrap_or_default();
            let text = v.show(object, *index, &value)?;
            if !text.is_empty() && !words.contains(&text) {
                words.push(text);
            }
        }
        let title = if words.is_empty() {
            v.title_of(record)?.title
        } else {
            let at = if object.title.iter().all(|i| *i == relation.field.index) { words.len() } else { 3 };
            words.truncate(at.max(1));
            words.join(" · ")
        };
        rows.push((record_address(registry, object, id), title));
    }
    let _ = found;
    let count = ui.culture.integer(relation.count);
    let shown = i64::try_from(relation.first.len()).unwrap_or_default();
    let head = html! { a.tl-num href=(list) { (count) } };
    Ok(card(
        &relation.label,
        head,
        true,
        html! {
            ul.tl-links.is-brief[brief] {
                @for (href, title) in &rows { li { a href=(href) { (title) } } }
                @if relation.count > shown { li { a href=(list) { (ui.say("general-show-all")) span.tl-links-end.tl-num { (count) } } } }
            }
        },
    ))
}

/// `GET /o/{object}/{id}/history`.
pub(super) fn history(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (found, content) = call.scope.view(|v| {
        let found = find(call, v)?;
        let mut entries = Vec::new();
        if found.slices.is_empty() {
            entries = v.history(&found.object, found.record.id, ENTRIES)?;
        }
        for slice in &found.slices {
            entries.extend(v.history(&found.object, slice.id, ENTRIES)?);
        }
        entries.sort_by_key(|e| std::cmp::Reverse(e.seq));
        entries.truncate(ENTRIES);
        let events = events(call, v, &entries)?;
        let content = match events.is_empty() {
            true => html! { div.card { (components::empty_state("history", &ui.say("general-history-none"), &ui.say("general-history-none-text"), html! {})) } },
            false => card("", html! {}, false, timeline(&ui, &events)),
        };
        Ok((found, content))
    })?;
    frame(call, &found, "history", content)
}

/// Entries of the journal in words, for [`timeline`].
///
/// # Errors
/// Those of the store.
pub fn events(call: &Call, v: &mut View<'_>, entries: &[Journal]) -> Result<Vec<Event>> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let mut out = Vec::new();
    for entry in entries {
        let short = |text: String| match text.char_indices().nth(300) {
            Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
            None => text,
        };
        let mut changes = Vec::new();
        for (index, old, new) in &entry.changes {
            let Some(field) = entry.object.fields.get(*index) else { continue };
            let file = matches!(field.ty, FieldType::File);
            let word = |v: &mut View<'_>, value: &Value| -> Result<String> {
                if file {
                    let kept = value.as_text().unwrap_or_default();
                    return Ok(kept.split_once('/').map_or_else(
                        || if kept.is_empty() { String::new() } else { ui.say("general-file") },
                        |(_, n)| n.to_string(),
                    ));
                }
                v.show(&entry.object, *index, value)
            };
            let (old, new) = (word(v, old)?, word(v, new)?);
            let label = labels.field(ui.language, entry.object.def.name, field).to_string();
            changes.push(Change { field: label, old: short(old), new: short(new) });
        }
        let count = i64::try_from(changes.len()).unwrap_or_default();
        let (icon, what) = match entry.deed {
            Deed::Create => ("plus", ui.say("general-did-create")),
            Deed::Delete => ("trash", ui.say("general-did-delete")),
            Deed::Update => ("edit", ui.say_with("general-did-update", &[("count", count.into())])),
        };
        let when = jiff::Timestamp::from_microsecond(entry.at).map(|t| t.to_string()).unwrap_or_default();
        out.push(Event {
            icon,
            who: match (entry.actor.is_empty(), entry.on_behalf.is_empty()) {
                (true, _) => ui.say("general-system"),
                (_, true) => entry.actor.clone(),
                _ => {
                    let behalf =
                        ui.say_with("access-log-behalf", &[("name", entry.on_behalf.as_str().into())]);
                    format!("{} {behalf}", entry.actor)
                }
            },
            what,
            when: ui.culture.date_time(entry.at, &crate::page::zone(call)),
            when_iso: when,
            door: ui.say(&format!("general-door-{}", entry.door)),
            changes: if entry.deed == Deed::Create {
                changes.into_iter().filter(|c| !c.new.is_empty()).collect()
            } else {
                changes
            },
        });
    }
    Ok(out)
}

/// `POST /o/{object}/{id}/delete?version=`.
pub(super) fn delete(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let version = call.request.query("version").and_then(|t| t.parse().ok());
    let object = call.scope.view(|v| object_of(call, v))?;
    let gone = call.scope.change(object.def.kind, |c| {
        let record = c.get(&object, id)?;
        let whole = readable(c, &record)?;
        c.delete(&object, id, version)?;
        Ok(whole)
    });
    match gone {
        Ok(whole) => {
            let undo = whole.then(|| format!("/o/{}/restore?id={id}", object.def.path));
            let list = list_address(call.installation.registry(), &object);
            Ok(done(call, &list, "general-deleted", Some(1), undo.as_deref()))
        }
        // In use, or changed by somebody else: said in a dialog, with the way to what stands against it.
        Err(error)
            if call.request.is_fragment()
                && error.is_of_the_form()
                && matches!(error.status(), 403 | 409 | 412) =>
        {
            let title = ui.say("general-not-deleted");
            let content = html! {
                @for fault in error.faults() { p { (fault_text(call, Some(&object), &fault)) } }
            };
            let foot = html! {
                button.btn type="button" data-dialog-close { (ui.say("ui-close")) }
                @if error.is("record.in_use") {
                    a.btn.btn-primary href={ "/o/" (object.def.path) "/" (id) "/related" } { (ui.say("general-related")) }
                }
            };
            let answer = Dialog {
                id: "delete-dialog",
                title: &title,
                auto: true,
                size: "small",
                post: None,
                content,
                foot,
            };
            Ok(Reply::html(dialog(&ui, &answer).into_string()).code(error.status()))
        }
        Err(error) => Err(error),
    }
}
