//! Writing to candidates: the wording is chosen, each letter is looked at and may be changed, then all of them are sent (S2).
//! And the card that shows what was written.

use maud::{Markup, html};
use talang_catalogue::{Culture, Fault, Kind, Object, Record, Value};
use talang_core_hr::kit::{self, Faces, may};
use talang_engine::idempotency::KeptReply;
use talang_engine::{Action, AsOf, Filter, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Control, Crumb, Dialog, Input, Problem, Tone, alert, badge, card, dialog, encode, error_summary, icon,
    input,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui};

use super::kit::{about, reasons};
use crate::letters::{self, Fields, Letter, Template, Wording, sending};
use crate::objects::careers::MessagePurpose;

/// Letters that are written at once, at most: as many as somebody looks through.
const MOST: usize = 50;

/// What was chosen and typed.
struct Sheet {
    ids: Vec<i64>,
    template: String,
    form: Vec<(String, String)>,
}

impl Sheet {
    fn read(form: Vec<(String, String)>) -> Sheet {
        let mut ids: Vec<i64> =
            form.iter().filter(|(n, _)| n == "id").filter_map(|(_, v)| v.parse().ok()).collect();
        let mut seen = std::collections::HashSet::new();
        ids.retain(|id| seen.insert(*id));
        let template = form.iter().find(|(n, _)| n == "template").map(|(_, v)| v.clone());
        Sheet { ids, template: template.unwrap_or_default(), form }
    }

    fn sent(&self, name: &str) -> Option<&str> {
        self.form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    fn text(&self, name: &str) -> &str {
        self.sent(name).map(str::trim).unwrap_or_default()
    }

    /// Whether one of the applications gets a letter: with one alone there is nothing to untick.
    fn wants(&self, id: i64) -> bool {
        self.ids.len() == 1 || self.form.iter().any(|(n, v)| n == "send" && v == &id.to_string())
    }
}

/// An application, as it is written to.
struct Recipient {
    application: Record,
    candidate: i64,
    name: String,
    post: String,
    address: String,
    culture: &'static Culture,
    /// A mail can reach the candidate.
    reached: bool,
    fields: Fields,
}

/// The applications, in the order in which they were chosen.
fn recipients(v: &mut View<'_>, ids: &[i64]) -> Result<Vec<Recipient>> {
    if ids.is_empty() {
        return Err(Fault::new("value.mandatory").on("id").into());
    }
    if ids.len() > MOST {
        return Err(Fault::new("value.too_large").on("id").with("max", MOST).into());
    }
    let object = v.object("Application")?;
    let query = Query { filter: Some(Filter::Ids(ids.to_vec())), as_of: AsOf::Always, ..Query::default() };
    let mut found = v.list(&object, &query)?.records;
    if found.len() != ids.len() {
        return Err(kit::missing("Application"));
    }
    found.sort_by_key(|r| ids.iter().position(|id| *id == r.id));
    let people = v.object("Candidate")?;
    let company = v.scope().tenant().culture();
    let mut out = Vec::new();
    for application in found {
        let candidate = application.get("candidate").as_int().unwrap_or_default();
        let person = v.get(&people, candidate)?;
        let text = |name: &str| person.get(name).as_text().unwrap_or_default().to_string();
        let culture = Culture::find(&text("culture")).unwrap_or(company);
        out.push(Recipient {
            name: v.title_of(&person)?.title,
            post: v.title("Vacancy", application.get("vacancy").as_int().unwrap_or_default())?.title,
            address: text("email"),
            culture,
            reached: sending::reaches(v, candidate)?,
            fields: letters::of_application(v, &application, culture)?,
            candidate,
            application,
        });
    }
    Ok(out)
}

/// The wording that was chosen; none where somebody writes freely.
fn chosen<'w>(all: &'w [Wording], code: &str, reader: &Culture, v: &View<'_>) -> Option<&'w Wording> {
    letters::choose(all, code, reader, v.scope().tenant().culture())
}

/// `POST /applications/write/selected`: leads from a list to the page on which letters are written.
pub fn selected(call: &Call) -> Result<Reply> {
    let sheet = Sheet::read(call.request.form());
    let all = sheet.text("all") == "1";
    if all || sheet.ids.is_empty() || sheet.ids.len() > MOST {
        let ui = ui(call);
        let title = ui.say("letters-write");
        let content = html! { p { (ui.say_with("letters-too-many", &[("count", i64::try_from(MOST).unwrap_or_default().into())])) } };
        let foot = html! { button.btn type="button" data-dialog-close { (ui.say("ui-close")) } };
        let told = Dialog {
            id: "write-dialog",
            title: &title,
            auto: true,
            size: "small",
            content,
            foot,
            post: None,
        };
        return Ok(Reply::html(dialog(&ui, &told).into_string()));
    }
    let ids: Vec<String> = sheet.ids.iter().map(|id| format!("id={id}")).collect();
    let to = format!("/applications/write?{}&back={}", ids.join("&"), encode(&back(call, &sheet)));
    Ok(match call.request.is_fragment() {
        true => Reply::status(200).with("hx-redirect", &to),
        false => Reply::see_other(&to),
    })
}

/// `GET /applications/write?id=&id=&template=`.
pub fn write(call: &Call) -> Result<Reply> {
    show(call, &Sheet::read(call.request.query.clone()), &[])
}

/// Where the page leads back to: the page from which it was asked for.
fn back(call: &Call, sheet: &Sheet) -> String {
    let known = |page: &&str| {
        let pages = ["/applications", "/candidates/", "/vacancies/"];
        pages.iter().any(|p| page.starts_with(p)) && !page.starts_with("/applications/write")
    };
    let asked = sheet.sent("back").filter(known).or_else(|| call.request.came_from().filter(known));
    match (asked, sheet.ids.as_slice()) {
        (Some(page), _) => page.to_string(),
        (None, [one]) => format!("/applications/{one}"),
        (None, _) => "/applications".to_string(),
    }
}

/// A field of one of the letters.
fn named(field: &str, id: i64) -> String {
    format!("{field}.{id}")
}

/// The page, with what was typed and what is wrong with it: a field and a fault.
fn show(call: &Call, sheet: &Sheet, faults: &[(String, Fault)]) -> Result<Reply> {
    let ui = ui(call);
    let back = back(call, sheet);
    let (title, crumb, content) = call.scope.view(|v| {
        let object = v.object("CandidateMessage")?;
        let people = recipients(v, &sheet.ids)?;
        let wordings = letters::wordings(v)?;
        let company = v.scope().tenant().culture();
        let names = letters::names(&wordings, call.scope.culture, company);
        let purpose = wordings.iter().find(|w| w.code == sheet.template).and_then(|w| w.purpose);
        let refuses = purpose == Some(MessagePurpose::Refusal);
        let title = match people.as_slice() {
            [one] => ui.say_with("letters-write-to", &[("name", one.name.as_str().into())]),
            many => ui.say_with("letters-write-many", &[("count", i64::try_from(many.len()).unwrap_or_default().into())]),
        };
        let applications = v.object("Application")?;
        let problems: Vec<Problem> = faults
            .iter()
            .map(|(field, fault)| {
                let of = if field == "reason" || field == "comment" { &applications } else { &object };
                Problem { field: field.clone(), text: fault_text(call, Some(of), fault) }
            })
            .collect();
        let error = |name: &str| problems.iter().find(|p| p.field == name).map(|p| p.text.clone());
        let field = |name: String, label: String, help: String, control, required| {
            let error = error(&name);
            let field = Input { name, label, help, control, required, error, ..Input::default() };
            html! { div.tl-field-wide { (input(&ui, &field)) } }
        };
        let label = |name: &str| kit::label(call, &object, name);
        let lost: Vec<&Recipient> = people.iter().filter(|p| !p.reached).collect();
        let reached: Vec<&Recipient> = people.iter().filter(|p| p.reached).collect();
        let mails = talang_mail::available(v.scope().installation());
        let free = sheet.template.is_empty() && reached.len() > 1;
        let why = if refuses { reasons(v)? } else { Vec::new() };
        let mut sheets = Vec::new();
        for person in reached.iter().filter(|_| !free) {
            let wording = chosen(&wordings, &sheet.template, person.culture, v);
            sheets.push(letter(call, sheet, person, wording, &field, &label, reached.len() > 1, &problems));
        }
        let head = |name: &str| sheet.text(name).to_string();
        let heading = |name: String, value: String| {
            let control = Control::Text { value, kind: Default::default(), max: Some(200) };
            field(name, label("heading"), String::new(), control, true)
        };
        let content = html! {
            @if !mails { (alert(Tone::Danger, "", html! { (fault_text(call, None, &Fault::new("mail.none"))) })) }
            @if !lost.is_empty() {
                (alert(Tone::Warning, &ui.say("letters-lost"), html! {
                    ul.mb-0 { @for person in &lost { li { a href={ "/candidates/" (person.candidate) } { (person.name) } } } }
                }))
            }
            @if names.is_empty() { (alert(Tone::Info, "", html! { (ui.say("letters-none")) @if may(v, "MessageTemplate", Action::Create) { " " a href="/message-templates/new" { (ui.say("letters-new")) } } })) }
            form.tl-letters-choice method="get" action="/applications/write" hx-get="/applications/write" hx-trigger="change, submit" hx-target="#letters" hx-select="#letters" hx-swap="outerHTML" {
                @for person in &people { input type="hidden" name="id" value=(person.application.id); }
                input type="hidden" name="back" value=(back);
                div.tl-field {
                    label.tl-label for="f-wording" { (label("template")) }
                    div.tl-letters-pick {
                        select.form-select id="f-wording" name="template" {
                            option value="" selected[sheet.template.is_empty()] { (ui.say("letters-free")) }
                            @for (code, name) in &names { option value=(code) selected[&sheet.template == code] { (name) } }
                        }
                        button.btn type="submit" { (ui.say("letters-take")) }
                    }
                }
            }
            div #letters {
                (error_summary(&ui, &problems))
                form method="post" action="/applications/write" novalidate data-guard data-unsaved[!faults.is_empty()] {
                    (csrf_field(call))
                    input type="hidden" name="once" value={ (call.installation.clock().now()) "-" (call.scope.request) };
                    input type="hidden" name="template" value=(sheet.template);
                    input type="hidden" name="back" value=(back);
                    @for person in &people { input type="hidden" name="id" value=(person.application.id); }
                    div.tl-stack {
                        @if refuses && !reached.is_empty() {
                            (card(&ui.say("letters-refuse"), html! {}, false, html! {
                                p.tl-soft { (ui.say("letters-refuse-text")) }
                                div.tl-form {
                                    (field("reason".into(), kit::label(call, &applications, "rejection_reason"), String::new(), Control::Select { value: head("reason"), options: why }, true))
                                    (field("comment".into(), kit::label(call, &applications, "rejection_comment"), ui.say("recruiting-comment-help"), Control::Text { value: head("comment"), kind: Default::default(), max: Some(400) }, false))
                                }
                            }))
                        }
                        @if free {
                            (card(&ui.say("letters-for-all"), html! {}, false, html! {
                                p.tl-soft { (ui.say("letters-for-all-text")) }
                                div.tl-form {
                                    (heading("heading".into(), head("heading")))
                                    (field("text".into(), label("text"), String::new(), Control::Long { value: sheet.sent("text").unwrap_or_default().to_string(), code: false }, true))
                                }
                                ul.tl-checks { @for person in &reached { li { (tick(&ui, sheet, person)) } } }
                            }))
                        }
                        @for one in &sheets { (one) }
                    }
                    div.tl-formbar {
                        div.tl-formbar-end {
                            a.btn href=(back) { (ui.say("ui-cancel")) }
                            @if mails && !reached.is_empty() {
                                button.btn.btn-primary type="submit" { (icon("send")) @if refuses { (ui.say("letters-refuse-send")) } @else { (ui.say("letters-send")) } }
                            }
                        }
                    }
                }
            }
        };
        let crumb = people.first().filter(|_| people.len() == 1).map(|p| (p.name.clone(), p.application.id));
        Ok((title, crumb, content))
    })?;
    let mut crumbs =
        vec![Crumb { label: kit::words(call, "Application").1.to_string(), href: "/applications".into() }];
    crumbs.extend(crumb.map(|(label, id)| Crumb { label, href: format!("/applications/{id}") }));
    let head =
        Head { title: &title, menu: "/applications", crumbs: &crumbs, timeless: true, ..Head::default() };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

/// The box by which one of several gets a letter.
fn tick(ui: &talang_screens::components::Ui<'_>, sheet: &Sheet, person: &Recipient) -> Markup {
    let id = person.application.id;
    let ticked = sheet.sent("once").is_none() || sheet.wants(id);
    html! {
        label.tl-checkrow {
            input.form-check-input type="checkbox" name="send" value=(id) checked[ticked] aria-label=(ui.say_with("letters-to", &[("name", person.name.as_str().into())]));
            span.tl-checkrow-words { (person.name) small { (person.post) @if !person.address.is_empty() { " · " (person.address) } } }
        }
    }
}

/// One letter, to be looked at and changed.
#[expect(clippy::too_many_arguments, reason = "a part of a form, in one place")]
fn letter(
    call: &Call,
    sheet: &Sheet,
    person: &Recipient,
    wording: Option<&Wording>,
    field: &dyn Fn(String, String, String, Control, bool) -> Markup,
    label: &dyn Fn(&str) -> String,
    several: bool,
    problems: &[Problem],
) -> Markup {
    let ui = ui(call);
    let id = person.application.id;
    let made = wording.map(|w| letters::render(&w.template(), &person.fields)).unwrap_or_default();
    let (heading, text) = (named("heading", id), named("text", id));
    let value = |name: &str, made: &str| sheet.sent(name).unwrap_or(made).to_string();
    let foreign = wording.filter(|w| w.culture.language != person.culture.language);
    let wrong = problems.iter().any(|p| p.field == heading || p.field == text);
    let control =
        Control::Text { value: value(&heading, &made.heading), kind: Default::default(), max: Some(200) };
    let content = html! {
        @if !made.missing.is_empty() && sheet.sent(&text).is_none() {
            @let names: Vec<String> = made.missing.iter().map(|name| field_name(call, name)).collect();
            (alert(Tone::Warning, "", html! { (ui.say_with("letters-missing", &[("fields", names.join(", ").into())])) }))
        }
        @if let Some(wording) = foreign {
            (alert(Tone::Info, "", html! { (ui.say_with("letters-foreign", &[("wanted", person.culture.language.native_name().into()), ("language", wording.culture.language.native_name().into())])) }))
        }
        div.tl-form {
            (field(heading, label("heading"), String::new(), control, true))
            (field(text.clone(), label("text"), String::new(), Control::Long { value: value(&text, &made.text), code: false }, true))
        }
    };
    html! {
        section.card {
            div.tl-card-body {
                @if several {
                    (tick(&ui, sheet, person))
                    details open[wrong] { summary { (ui.say("letters-look")) } (content) }
                } @else {
                    p.tl-soft { (person.post) @if !person.address.is_empty() { " · " (person.address) } " · " (person.culture.language.native_name()) }
                    (content)
                }
            }
        }
    }
}

/// What a merge field is called.
pub fn field_name(call: &Call, name: &str) -> String {
    let registry = call.installation.registry();
    let ui = ui(call);
    match letters::FIELDS.iter().find(|f| f.name == name).map(|f| f.shown) {
        Some(letters::Shown::Word(key)) => ui.say(key),
        Some(letters::Shown::Field(object, of)) => {
            let field = registry.plain().object(object).and_then(|o| o.field(of));
            let field = field.map(|f| registry.labels.field(ui.language, object, f)).unwrap_or_default();
            format!("{}: {field}", registry.labels.object(ui.language, object))
        }
        None => String::new(),
    }
}

/// What is sent: an application and its letter.
type Ready = (i64, i64, Option<i64>, Letter);

/// `POST /applications/write`: all of them, once, or none.
pub fn send(call: &Call) -> Result<Reply> {
    let sheet = Sheet::read(call.request.form());
    let (ready, refusals, faults) = call.scope.view(|v| ready(v, &sheet))?;
    if !faults.is_empty() {
        return show(call, &sheet, &faults);
    }
    let back = back(call, &sheet);
    if ready.is_empty() {
        return show(call, &sheet, &[(String::new(), Fault::new("value.mandatory").on("candidate"))]);
    }
    let reason = sheet.text("reason").parse::<i64>().ok();
    let comment = sheet.text("comment").to_string();
    // A letter leaves once, however often somebody presses the button.
    let key = format!("letters {}", sheet.text("once"));
    let kept = call.scope.change_once(Kind::Candidates, &key, &[b"letters"], |c| {
        for id in &refusals {
            let values = vec![
                ("state", "refused".into()),
                ("rejection_reason", reason.map_or(Value::Null, Value::Int)),
                ("rejection_comment", if comment.is_empty() { Value::Null } else { comment.as_str().into() }),
            ];
            c.update("Application", *id, values)?;
        }
        for (application, candidate, template, letter) in &ready {
            let values = vec![
                ("candidate", (*candidate).into()),
                ("application", (*application).into()),
                ("template", template.map_or(Value::Null, Value::Int)),
                ("heading", letter.heading.as_str().into()),
                ("text", letter.text.as_str().into()),
            ];
            c.create("CandidateMessage", values)?;
        }
        Ok(KeptReply { status: 303, response: ready.len().to_string() })
    });
    match kept {
        Ok(kept) => Ok(done(call, &back, "letters-sent", kept.response.parse().ok(), None)),
        Err(error) if error.is_of_the_form() => {
            let place = |f: &Fault| match f.field.as_deref() {
                Some("rejection_reason") => "reason".to_string(),
                Some("rejection_comment") => "comment".to_string(),
                _ => String::new(),
            };
            let faults: Vec<(String, Fault)> = error.faults().iter().map(|f| (place(f), f.clone())).collect();
            show(call, &sheet, &faults)
        }
        Err(error) => Err(error),
    }
}

/// The letters as they are to leave, which applications are refused with them, and what is wrong.
#[expect(clippy::type_complexity, reason = "read in one place")]
fn ready(v: &mut View<'_>, sheet: &Sheet) -> Result<(Vec<Ready>, Vec<i64>, Vec<(String, Fault)>)> {
    let people = recipients(v, &sheet.ids)?;
    let wordings = letters::wordings(v)?;
    let purpose = wordings.iter().find(|w| w.code == sheet.template).and_then(|w| w.purpose);
    let (mut out, mut refusals, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for person in people.iter().filter(|p| p.reached && sheet.wants(p.application.id)) {
        let id = person.application.id;
        let wording = chosen(&wordings, &sheet.template, person.culture, v);
        let own = |field: &str| {
            let name = named(field, id);
            match sheet.sent(&name) {
                Some(text) => (name, text),
                None => (field.to_string(), sheet.sent(field).unwrap_or_default()),
            }
        };
        let ((heading_at, heading), (text_at, text)) = (own("heading"), own("text"));
        for (at, field, value) in [(heading_at, "heading", heading), (text_at, "text", text)] {
            let mut wrong = letters::check(value);
            if value.trim().is_empty() {
                wrong.push(Fault::new("value.mandatory"));
            }
            if let Some(fault) =
                wrong.into_iter().next().filter(|_| !faults.iter().any(|(known, _)| *known == at))
            {
                faults.push((at, fault.on(field)));
            }
        }
        // What was typed may hold merge fields, too.
        let letter = letters::render(&Template { heading, text }, &person.fields);
        out.push((id, person.candidate, wording.map(|w| w.id), letter));
        let active = person.application.get("state").as_text() == Some("active");
        if purpose == Some(MessagePurpose::Refusal) && active {
            refusals.push(id);
        }
    }
    if !refusals.is_empty() && sheet.text("reason").is_empty() {
        faults.push(("reason".to_string(), Fault::new("value.mandatory").on("rejection_reason")));
    }
    Ok((out, refusals, faults))
}

/// What was written to somebody and by them, about an application or all of it, the newest first.
pub fn messages(call: &Call, v: &mut View<'_>, link: &str, id: i64, write: &[i64]) -> Result<Markup> {
    let ui = ui(call);
    let object: std::sync::Arc<Object> = v.object("CandidateMessage")?;
    let all = about(v, "CandidateMessage", link, &[id], "-at,-number")?;
    let writes = may(v, "CandidateMessage", Action::Create);
    if all.is_empty() && !writes {
        return Ok(html! {});
    }
    let faces = Faces::load(v, all.iter().filter_map(|m| m.get("by").as_int()))?;
    let zone = talang_screens::page::zone(call);
    let ids: Vec<String> = write.iter().map(|id| format!("id={id}")).collect();
    let add = html! {
        @if writes && !ids.is_empty() {
            a.btn.btn-sm href={ "/applications/write?" (ids.join("&")) } { (icon("mail")) (ui.say("letters-write")) }
        }
    };
    v.saw(&object, all.iter(), |f| matches!(f.name.as_ref(), "heading" | "text"));
    let content = html! {
        @if all.is_empty() { p.tl-soft.mb-0 { (ui.say("letters-nothing")) } }
        ol.tl-notes.tl-letters {
            @for message in &all {
                @let incoming = message.get("direction").as_text() == Some("incoming");
                li {
                    details {
                        summary {
                            strong { (message.get("heading").as_text().unwrap_or_default()) }
                            @if incoming { " " (badge(Tone::Info, &ui.say("letters-incoming"))) }
                            span.tl-soft.d-block {
                                @if let Some(by) = message.get("by").as_int() { (faces.get(by).name) " · " }
                                @if let Some(at) = message.get("at").as_int() { (ui.culture.date_time(at, &zone)) }
                            }
                        }
                        div.tl-pre { (message.get("text").as_text().unwrap_or_default()) }
                    }
                }
            }
        }
    };
    Ok(card(kit::words(call, "CandidateMessage").1, add, false, content))
}
