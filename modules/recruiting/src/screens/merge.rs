//! Files that may be of one person: told on the file, listed for all, laid side by side, merged, and parted again.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, Field, Kind, Record, Value};
use talang_core_hr::kit;
use talang_engine::{Action, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Crumb, Problem, Tone, avatar, badge, card, empty_state, error_summary, form_bar, icon,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui};

use super::kit::about;
use crate::duplicates::{self, Reason};
use crate::merges;

/// Groups of files on a page of the list.
const PAGE: usize = 50;

fn why(call: &Call, reasons: &[Reason]) -> Markup {
    let ui = ui(call);
    html! { span.tl-links-end { @for reason in reasons { (badge(Tone::Warning, &ui.say(reason.message()))) " " } } }
}

fn crumbs(call: &Call) -> Vec<Crumb> {
    vec![Crumb { label: kit::words(call, "Candidate").1.to_string(), href: "/candidates".into() }]
}

fn number(record: &Record) -> &str {
    record.get("number").as_text().unwrap_or_default()
}

/// Where the card of a file's duplicates will stand: comparing all files may take a moment.
pub fn place(id: i64) -> Markup {
    html! { div hx-get={ "/candidates/" (id) "/duplicates" } hx-trigger="load" hx-swap="outerHTML" {} }
}

/// `GET /candidates/{id}/duplicates`: the card of the file, nothing where there is none.
pub fn card_of(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let markup = call.scope.view(|v| {
        let object = v.object("Candidate")?;
        let record = v.get(&object, id)?;
        let found = duplicates::of(v, &record)?;
        if found.is_empty() {
            return Ok(html! {});
        }
        let mut lines = Vec::new();
        for (other, reasons) in &found {
            let open = merges::may(v, &record, other)?;
            lines.push((v.title_of(other)?.title, other, reasons, open));
        }
        let content = html! {
            ul.tl-links {
                @for (name, other, reasons, open) in &lines {
                    li {
                        a href={ "/candidates/" @if *open { (id) "/merge?with=" (other.id) } @else { (other.id) } } {
                            (avatar(name, None, "s"))
                            span.tl-person-words { (name) small { (number(other)) } }
                            (why(call, reasons))
                        }
                    }
                }
            }
        };
        Ok(card(&ui.say("recruiting-duplicates"), html! {}, true, content))
    })?;
    Ok(Reply::html(markup.into_string()))
}

/// `GET /candidates/duplicates`, with `after=`: pairs from all files.
pub fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let after: usize = call.request.query("after").and_then(|a| a.parse().ok()).unwrap_or_default();
    let content = call.scope.view(|v| {
        let (pairs, more) = duplicates::all(v, after, PAGE)?;
        let mut lines = Vec::new();
        for (one, other, reasons) in &pairs {
            let names = (v.title_of(one)?.title, v.title_of(other)?.title);
            lines.push((one, other, names, reasons, merges::may(v, one, other)?));
        }
        let next = after + PAGE;
        Ok(html! {
            @if lines.is_empty() && !more {
                (empty_state("users", &ui.say("recruiting-no-duplicates"), &ui.say("recruiting-no-duplicates-text"), html! {}))
            } @else {
                (card(&ui.say("recruiting-duplicates"), html! {}, true, html! {
                    ul.tl-links {
                        @for (one, other, (name, others), reasons, open) in &lines {
                            li {
                                a href={ "/candidates/" (one.id) @if *open { "/merge?with=" (other.id) } } {
                                    span.tl-person-words { (name) small { (number(one)) } }
                                    (icon("arrow-right"))
                                    span.tl-person-words { (others) small { (number(other)) } }
                                    (why(call, reasons))
                                }
                            }
                        }
                    }
                }))
            }
            @if after > 0 || more {
                p {
                    @if after > 0 { a.btn href={ "/candidates/duplicates?after=" (after.saturating_sub(PAGE)) } { (ui.say("ui-previous")) } " " }
                    @if more { a.btn href={ "/candidates/duplicates?after=" (next) } { (ui.say("ui-next")) } }
                }
            }
        })
    })?;
    let title = ui.say("recruiting-duplicates");
    let text = ui.say("recruiting-duplicates-text");
    let head = Head {
        title: &title,
        text: &text,
        menu: "/candidates",
        crumbs: &crumbs(call),
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// The fields of which one of two values has to be chosen: those that somebody may read in both and write, and that differ.
fn differing(v: &mut View<'_>, stays: &Record, goes: &Record) -> Result<Vec<Field>> {
    let object = stays.object.clone();
    let mut out = Vec::new();
    for field in &object.fields {
        let (one, other) = (stays.values.get(field.index), goes.values.get(field.index));
        let shown = !stays.is_hidden(field.index) && !goes.is_hidden(field.index);
        if field.read_only || field.fixed || object.key.contains(&field.index) || one == other || !shown {
            continue;
        }
        if v.may(stays, &field.group, Action::Update)? {
            out.push(field.clone());
        }
    }
    Ok(out)
}

/// What was chosen of a field: the value of the file that goes, or that of the file that stays. Where nobody chose yet, what
/// the file that stays says, and where it says nothing, the other.
fn chosen(call: &Call, field: &Field, stays: &Record) -> bool {
    let sent = call.request.sent(&format!("field.{}", field.name));
    match sent.as_str() {
        "" => stays.values.get(field.index).is_none_or(Value::is_null),
        sent => sent == "goes",
    }
}

/// What hangs on a candidate, with how many of each file: what comes together.
fn joined(call: &Call, v: &mut View<'_>, ids: [i64; 2]) -> Result<Vec<(String, [usize; 2])>> {
    let catalogue = v.catalogue();
    let mut out = Vec::new();
    let of_candidates = catalogue.objects().iter().filter(|o| {
        let link = o.field("candidate").filter(|f| f.follows.is_none());
        !o.def.internal && o.def.kind == Kind::Candidates && link.is_some_and(|f| f.def.mandatory)
    });
    let objects: Vec<&'static str> = of_candidates.map(|o| o.def.name).collect();
    for name in objects {
        let found =
            about(v, name, "candidate", &ids, "id").or_else(|_| about(v, name, "candidate", &ids, ""))?;
        let count = |id: i64| found.iter().filter(|r| r.get("candidate").as_int() == Some(id)).count();
        let counts = ids.map(count);
        if counts.iter().any(|n| *n > 0) {
            out.push((kit::words(call, name).1.to_string(), counts));
        }
    }
    Ok(out)
}

/// `GET /candidates/{id}/merge?with=`: the two files side by side.
pub fn ask(call: &Call) -> Result<Reply> {
    show(call, call.request.query("with").unwrap_or_default(), &[])
}

fn both(v: &mut View<'_>, id: i64, with: &str) -> Result<(Record, Record)> {
    let other: i64 = with.parse().map_err(|_| kit::missing("Candidate"))?;
    let object = v.object("Candidate")?;
    let (stays, goes) = (v.get(&object, id)?, v.get(&object, other)?);
    if id == other {
        return Err(Fault::new("merge.itself").into());
    }
    if !merges::may(v, &stays, &goes)? {
        return Err(Fault::new("right.missing").with("action", "delete").with("object", "Candidate").into());
    }
    Ok((stays, goes))
}

fn show(call: &Call, with: &str, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (title, content) = call.scope.view(|v| {
        let (stays, goes) = both(v, id, with)?;
        let object = stays.object.clone();
        let (name, others) = (v.title_of(&stays)?.title, v.title_of(&goes)?.title);
        let fields = differing(v, &stays, &goes)?;
        let mut rows = Vec::new();
        // Where one of them says nothing, there is nothing to choose.
        let said = |record: &Record, field: &Field| record.values.get(field.index).is_some_and(|v| !v.is_null());
        for field in fields.iter().filter(|f| said(&stays, f) && said(&goes, f)) {
            let label = kit::label(call, &object, &field.name);
            let values = [kit::shown(v, &stays, &field.name)?, kit::shown(v, &goes, &field.name)?];
            rows.push((field, label, values, chosen(call, field, &stays)));
        }
        v.saw(&object, [&stays, &goes], |f| fields.iter().any(|o| o.index == f.index));
        let joined = joined(call, v, [stays.id, goes.id])?;
        let problems: Vec<Problem> = faults
            .iter()
            .map(|f| Problem { field: String::new(), text: fault_text(call, Some(&object), f) })
            .collect();
        let reasons = duplicates::reasons(&stays, &goes);
        let heads = [
            (ui.say("recruiting-merge-stays"), &name, number(&stays), stays.id),
            (ui.say("recruiting-merge-goes"), &others, number(&goes), goes.id),
        ];
        let content = html! {
            form.tl-stack method="post" action={ "/candidates/" (id) "/merge?with=" (goes.id) } {
                (csrf_field(call))
                (error_summary(&ui, &problems))
                div.tl-merge-heads {
                    @for (what, name, number, id) in &heads {
                        div.card { div.card-body {
                            p.tl-soft.mb-1 { (what) }
                            a href={ "/candidates/" (id) } { (avatar(name, None, "s")) " " strong { (name) } }
                            p.tl-soft.mb-0 { (number) }
                        } }
                    }
                }
                p {
                    (why(call, &reasons)) " "
                    a.btn.btn-sm href={ "/candidates/" (goes.id) "/merge?with=" (id) } { (icon("arrows-exchange")) (ui.say("recruiting-merge-swap")) }
                }
                @if rows.is_empty() { p.tl-soft { (ui.say("recruiting-merge-same")) } }
                @else {
                    (card(&ui.say("recruiting-merge-choose"), html! {}, true, html! {
                        @for (field, label, values, goes) in &rows {
                            fieldset.tl-merge-row {
                                legend.tl-label { (label) }
                                @for (at, value) in values.iter().enumerate() {
                                    label.tl-checkrow {
                                        input.form-check-input type="radio" name={ "field." (field.name) } value=(if at == 0 { "stays" } else { "goes" }) checked[(at == 1) == *goes];
                                        span.tl-checkrow-words { @if value.is_empty() { span.tl-soft { (ui.say("recruiting-merge-nothing")) } } @else { (value) } }
                                    }
                                }
                            }
                        }
                    }))
                }
                @if !joined.is_empty() {
                    (card(&ui.say("recruiting-merge-joined"), html! {}, false, html! {
                        p.tl-soft { (ui.say("recruiting-merge-joined-text")) }
                        dl.tl-facts { @for (label, [one, other]) in &joined { div { dt { (label) } dd { (one) " + " (other) } } } }
                    }))
                }
                (form_bar(&ui, &format!("/candidates/{id}"), &ui.say("recruiting-merge"), html! {
                    p.tl-soft.mb-0 { (ui.say("recruiting-merge-undo-text")) }
                }))
            }
        };
        Ok((name, content))
    })?;
    let heading = ui.say_with("recruiting-merge-title", &[("name", title.into())]);
    let text = ui.say("recruiting-merge-text");
    let head = Head {
        title: &heading,
        text: &text,
        menu: "/candidates",
        crumbs: &crumbs(call),
        timeless: true,
        ..Head::default()
    };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

/// `POST /candidates/{id}/merge?with=`.
pub fn merge(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let with = call.request.query("with").unwrap_or_default();
    let (stays, goes, fields) = call.scope.view(|v| {
        let (stays, goes) = both(v, id, with)?;
        let fields = differing(v, &stays, &goes)?;
        Ok((stays, goes, fields))
    })?;
    let values: Vec<(&str, Value)> = fields
        .iter()
        .filter(|field| chosen(call, field, &stays))
        .map(|f| (f.name.as_ref(), goes.values.get(f.index).cloned().unwrap_or_default()))
        .collect();
    match call.scope.change(Kind::Candidates, |c| merges::merge(c, id, goes.id, values)) {
        Ok(merge) => {
            let undo = format!("/candidates/{id}/merges/{merge}/undo");
            Ok(done(call, &format!("/candidates/{id}"), "recruiting-merged", None, Some(&undo)))
        }
        Err(error) if error.is_of_the_form() => show(call, with, &error.faults()),
        Err(error) => Err(error),
    }
}

/// `POST /candidates/{id}/merges/{merge}/undo`.
pub fn undo(call: &Call) -> Result<Reply> {
    let (id, merge) = (call.id("id")?, call.id("merge")?);
    call.scope.change(Kind::Candidates, |c| merges::undo(c, id, merge))?;
    Ok(done(call, &format!("/candidates/{id}"), "recruiting-merge-undone", None, None))
}

/// What was merged into a file, with the way back as long as there is one.
pub fn past(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let object = v.object("CandidateMerge")?;
    if !v.rights().may(&object, Action::Read) {
        return Ok(html! {});
    }
    let ui = ui(call);
    let filter = kit::about(&object, "candidate", &[record.id]);
    let query =
        Query { filter: Some(filter), sort: v.sort(&object, "-number")?, limit: 50, ..Query::default() };
    let found = v.list(&object, &query)?.records;
    if found.is_empty() {
        return Ok(html! {});
    }
    let may = v.may(record, GENERAL, Action::Delete)?;
    let zone = talang_screens::page::zone(call);
    let mut lines = Vec::new();
    for merge in &found {
        let at = merge.get("merged_at").as_int().unwrap_or_default();
        let until = kit::shown(v, merge, "until")?;
        let undone = !merge.get("undone_at").is_null();
        let by = kit::shown(v, merge, "merged_by")?;
        let open = may && merges::undoable(v, merge);
        lines.push((merge, ui.culture.date_time(at, &zone), by, until, undone, open));
    }
    let content = html! {
        ul.tl-links {
            @for (merge, at, by, until, undone, open) in &lines {
                li { div.tl-links-row {
                    span.tl-person-words {
                        (merge.get("merged").as_text().unwrap_or_default())
                        small { (at) @if !by.is_empty() { " · " (by) } }
                    }
                    span.tl-links-end {
                        @if *undone { (badge(Tone::Info, &ui.say("recruiting-merge-was-undone"))) }
                        @if *open {
                            form method="post" action={ "/candidates/" (record.id) "/merges/" (merge.id) "/undo" } {
                                (csrf_field(call))
                                button.btn.btn-sm type="submit" title=(ui.say_with("recruiting-merge-until", &[("day", until.clone().into())])) { (icon("arrow-back-up")) (ui.say("ui-undo")) }
                            }
                        }
                    }
                } }
            }
        }
    };
    Ok(card(&ui.say("recruiting-merges"), html! {}, true, content))
}
