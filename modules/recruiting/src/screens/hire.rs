//! Hiring: the form that an accepted offer fills, and on the pages of offer and application how far it is.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::value::date_of_days;
use talang_catalogue::{Culture, Fault, Kind, Record, Value};
use talang_core_hr::kit::{self, fact_rows};
use talang_engine::{Action, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Control, Crumb, Input, Problem, Tone, alert, card, control, control_of_form, error_summary, form_bar,
    icon, input,
};
use talang_screens::page::{Head, Names, csrf_field, done, fault_text, page_with, ui};

use crate::hiring::{self, CONTRACT, How, PERSON, PLACE, Plan, Sent, TAKEN, form_name};

/// What was agreed, beside the form.
const TERMS: [&str; 6] = ["job_title", "contract_type", "starts_on", "working_time", "salary", "pay_period"];

/// How far the hiring of an offer is, and the way to begin it; it asks again by itself while it is under way.
pub fn state(call: &Call, v: &mut View<'_>, offer: &Record, page: &str) -> Result<Markup> {
    let ui = ui(call);
    if offer.get("state").as_text() != Some("accepted") {
        return Ok(html! {});
    }
    if hiring::busy(v, offer) {
        return Ok(html! {
            div id="hiring" hx-get=(page) hx-trigger="every 2s" hx-select="#hiring" hx-swap="outerMorph" {
                (alert(Tone::Info, "", html! { (ui.say("recruiting-hiring")) }))
            }
        });
    }
    let begin = |key: &str| html! { a.btn.btn-primary.btn-sm href={ "/offers/" (offer.id) "/hire" } { (icon("user-check")) (ui.say(key)) } };
    let may = hiring::may(v, offer)?;
    let content = match offer.get("hiring").as_text().unwrap_or_default() {
        "done" => {
            let employee = offer.get("employee").as_int().unwrap_or_default();
            let name = v.title("Employee", employee)?.title;
            let object = v.object("Employee")?;
            let seen = v.get(&object, employee).is_ok();
            alert(
                Tone::Success,
                "",
                html! {
                    (ui.say_with("recruiting-hired-as", &[("name", name.into())])) " "
                    @if seen { a href={ "/people/" (employee) } { (ui.say("recruiting-open-employee")) } }
                },
            )
        }
        "failed" => {
            let why: Vec<String> = hiring::refusals(offer)
                .iter()
                .map(|fault| {
                    let object = fault.field.as_deref().and_then(|field| hiring::object_of(v, field));
                    fault_text(call, object.as_deref(), fault)
                })
                .collect();
            alert(
                Tone::Danger,
                &ui.say("recruiting-hire-failed"),
                html! { @for line in &why { p.mb-0 { (line) } } @if may { p.mt-2.mb-0 { (begin("recruiting-hire-again")) } } },
            )
        }
        _ if hiring::hired_already(v, offer)? => return Ok(html! {}),
        _ if may => {
            alert(Tone::Info, "", html! { (ui.say("recruiting-hire-ready")) " " (begin("recruiting-hire")) })
        }
        _ => alert(Tone::Info, "", html! { (ui.say("recruiting-hire-by-others")) }),
    };
    Ok(html! { div id="hiring" { (content) } })
}

/// `GET /offers/{id}/hire`.
pub fn form(call: &Call) -> Result<Reply> {
    show(call, None, &[])
}

/// The offer, where the scope may hire from it.
fn found(v: &mut View<'_>, id: i64) -> Result<(Record, How)> {
    let object = v.object("Offer")?;
    let offer = v.get(&object, id)?;
    if !hiring::may(v, &offer)? {
        return Err(Fault::new("approval.state").into());
    }
    let how = hiring::how(v, &offer)?;
    Ok((offer, how))
}

/// What the form begins with: of the candidate, the vacancy and its place of work as far as the scope reads them.
fn begun(v: &mut View<'_>, offer: &Record) -> Result<Vec<((&'static str, &'static str), Value)>> {
    let mut out: Vec<((&'static str, &'static str), Value)> = Vec::new();
    let object = v.object("Candidate")?;
    let candidate = v.get(&object, offer.get("candidate").as_int().unwrap_or_default()).ok();
    for field in ["civility", "first_name", "last_name", "culture"] {
        let value = candidate.as_ref().map(|c| c.get(field).clone()).unwrap_or_default();
        out.push((("Employee", field), value));
    }
    out.push((("Employee", "number"), hiring::next_number(v)?.into()));
    let object = v.object("Vacancy")?;
    let vacancy = v.get(&object, offer.get("vacancy").as_int().unwrap_or_default()).ok();
    if let Some(vacancy) = &vacancy {
        for field in ["organisation", "position", "job", "manager", "establishment"] {
            out.push((("Assignment", field), vacancy.get(field).clone()));
        }
        out.push((("Contract", "category"), vacancy.get("category").clone()));
        if let Some(place) =
            vacancy.get("establishment").as_int().filter(|_| kit::may(v, "Establishment", Action::Read))
        {
            let object = v.object("Establishment")?;
            let entity = v.current(&object, place)?.get("legal_entity").clone();
            out.push((("Contract", "legal_entity"), entity.clone()));
            out.push((("Assignment", "legal_entity"), entity));
        }
        let object = v.object("Requisition")?;
        let asked = vacancy.get("requisition").as_int().and_then(|id| v.get(&object, id).ok());
        out.extend(asked.map(|r| (("Assignment", "cost_centre"), r.get("cost_centre").clone())));
    }
    out.push((("Assignment", "job_title"), offer.get("job_title").clone()));
    out.push((("Contract", "contract_type"), offer.get("contract_type").clone()));
    out.push((("Contract", "number"), "1".into()));
    Ok(out)
}

fn show(call: &Call, sent: Option<&Sent>, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (name, content) = call.scope.view(|v| {
        let (offer, how) = found(v, id)?;
        let name = v.title("Candidate", offer.get("candidate").as_int().unwrap_or_default())?.title;
        let problems: Vec<Problem> = faults
            .iter()
            .map(|f| {
                let field = f.field.clone().unwrap_or_default();
                let object = hiring::object_of(v, &field);
                Problem { text: fault_text(call, object.as_deref(), f), field }
            })
            .collect();
        let values = begun(v, &offer)?;
        let start = match sent {
            Some(sent) => kit::sent(sent, "start").to_string(),
            None => offer.get("starts_on").as_int().map(iso_date).unwrap_or_default(),
        };
        let error = |name: &str| problems.iter().find(|p| p.field == name).map(|p| p.text.clone());
        let first = input(
            &ui,
            &Input {
                name: "start".into(),
                label: kit::label(call, &offer.object, "starts_on"),
                control: Control::Date { value: start },
                required: true,
                error: error("start"),
                ..Input::default()
            },
        );
        let mut groups = Vec::new();
        if how == How::New {
            groups.push((kit::words(call, "Employee").0, fields(call, v, "Employee", &PERSON, &values, sent, &problems)?));
        }
        if !matches!(how, How::Move(_)) {
            groups.push((kit::words(call, "Contract").0, fields(call, v, "Contract", &CONTRACT, &values, sent, &problems)?));
        }
        // The company that employs is asked for once, with the contract.
        let place: Vec<&'static str> =
            PLACE.into_iter().filter(|f| *f != "legal_entity" || matches!(how, How::Move(_))).collect();
        groups.push((kit::words(call, "Assignment").0, fields(call, v, "Assignment", &place, &values, sent, &problems)?));
        let said = match how {
            How::New => None,
            How::Again(person) => Some(("recruiting-hire-comes-back", person)),
            How::Move(person) => Some(("recruiting-hire-moves", person)),
        };
        let said = match said {
            Some((key, person)) => Some(ui.say_with(key, &[("name", v.title("Employee", person)?.title.into())])),
            None => None,
        };
        let terms = fact_rows(call, v, &offer, &TERMS)?;
        let takes = !matches!(how, How::Move(_));
        let content = html! {
            (error_summary(&ui, &problems))
            @if let Some(said) = &said { (alert(Tone::Info, "", html! { (said) })) }
            div.tl-split {
                form method="post" action={ "/offers/" (id) "/hire" } novalidate data-guard {
                    (csrf_field(call))
                    section.card { div.tl-card-body {
                        div.tl-form { (first) }
                        @for (title, fields) in &groups {
                            h2.h3.mt-4.mb-3 { (title) }
                            div.tl-form { (fields) }
                        }
                        @if takes {
                            fieldset.tl-field.tl-field-wide.mt-4 {
                                legend.tl-label { (ui.say("recruiting-hire-take")) }
                                @for what in TAKEN {
                                    label.tl-checkrow {
                                        input.form-check-input type="checkbox" name=(what) value="true" checked[sent.is_none_or(|s| kit::sent(s, what) == "true")];
                                        span.tl-checkrow-words { (ui.say(&format!("recruiting-hire-take-{what}"))) }
                                    }
                                }
                                p.tl-soft { (ui.say("recruiting-hire-take-help")) }
                            }
                        }
                        (form_bar(&ui, &format!("/offers/{id}"), &ui.say("recruiting-hire"), html! {}))
                    } }
                }
                div.tl-stack { (card(kit::words(call, "Offer").0, html! {}, false, terms)) }
            }
        };
        Ok((name, content))
    })?;
    let title = ui.say_with("recruiting-hire-name", &[("name", name.as_str().into())]);
    let text = ui.say("recruiting-hire-text");
    let crumbs = [
        Crumb { label: kit::words(call, "Offer").1.to_string(), href: "/offers".into() },
        Crumb {
            label: ui.say_with("recruiting-offer-to", &[("name", name.as_str().into())]),
            href: format!("/offers/{id}"),
        },
    ];
    let head = Head {
        title: &title,
        text: &text,
        menu: "/offers",
        crumbs: &crumbs,
        timeless: true,
        ..Head::default()
    };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

/// The fields of one of the records that will be written.
fn fields(
    call: &Call,
    v: &mut View<'_>,
    object: &'static str,
    names: &[&'static str],
    values: &[((&'static str, &'static str), Value)],
    sent: Option<&Sent>,
    problems: &[Problem],
) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let object = v.object(object)?;
    let catalogue = v.catalogue();
    let mut out = Vec::new();
    for field in names.iter().filter_map(|n| object.field(n)) {
        let place = form_name(object.def.name, &field.name);
        let begun = values.iter().find(|((o, f), _)| *o == object.def.name && *f == &*field.name);
        let value = match sent {
            Some(sent) => {
                kit::read_sent(field, kit::sent(sent, &place), call.scope.culture).unwrap_or_default()
            }
            None => begun.map(|(_, value)| value.clone()).unwrap_or_default(),
        };
        let mut known = Names::default();
        known.add_values(v, field, std::iter::once(&value))?;
        let control = known.with(ui, registry, &catalogue, |cx| match sent {
            // What was typed stays, whether it can be read or not.
            Some(sent) => control_of_form(cx, field, &|_| vec![kit::sent(sent, &place).to_string()]),
            None => control(cx, field, &value),
        });
        out.push(input(
            &ui,
            &Input {
                label: registry.labels.field(ui.language, object.def.name, field).to_string(),
                help: registry.labels.field_help(ui.language, object.def.name, field).to_string(),
                required: field.mandatory && field.default.is_none(),
                error: problems.iter().find(|p| p.field == place).map(|p| p.text.clone()),
                name: place,
                control,
                ..Input::default()
            },
        ));
    }
    Ok(html! { @for one in &out { (one) } })
}

/// `POST /offers/{id}/hire`: everything is tried first, so that what core HR refuses is told here; then the job does it.
pub fn hire(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let sent: Sent = call.request.form().into_iter().filter(|(name, _)| !name.contains("csrf")).collect();
    let culture: &'static Culture = call.scope.culture;
    let page = format!("/offers/{id}");
    let (offer, how) = match call.scope.view(|v| found(v, id)) {
        Ok(found) => found,
        // Pressed twice: the page says how far it is.
        Err(error) if error.faults().iter().any(|f| f.code == "approval.state") => {
            return Ok(Reply::see_other(&page));
        }
        Err(error) => return Err(error),
    };
    let plan = match call.scope.view(|v| Plan::read(v, how, &sent, culture))? {
        Ok(plan) => plan,
        Err(faults) => return show(call, Some(&sent), &faults),
    };
    let scope = call.scope.on(date_of_days(plan.start));
    let tried = scope.change(Kind::Employees, |c| {
        c.dry_run();
        hiring::employ(c, &offer, how, &plan).map(drop)
    });
    let asked =
        tried.and_then(|()| call.scope.change(Kind::Candidates, |c| hiring::ask(c, id, &sent, culture)));
    match asked {
        Ok(()) => Ok(done(call, &page, "recruiting-hire-asked", None, None)),
        Err(error) if error.is_of_the_form() => {
            let faults = error.faults();
            match faults.iter().any(|f| f.code == "approval.state") {
                true => Ok(Reply::see_other(&page)),
                false => show(call, Some(&sent), &faults),
            }
        }
        Err(error) => Err(error),
    }
}

/// On the page of a vacancy that is filled: those who are still under way can be refused together. People decide.
pub fn others(call: &Call, v: &mut View<'_>, vacancy: &Record) -> Result<Markup> {
    use talang_engine::{Filter, Op, Query};
    let ui = ui(call);
    let object = v.object("Application")?;
    let movable = !v.rights().extents(&object, "decision", Action::Update).is_none()
        || !v.rights().extents(&object, GENERAL, Action::Update).is_none();
    if vacancy.get("state").as_text() != Some("filled") || !movable {
        return Ok(html! {});
    }
    let is = |field: &str, value: Value| Filter::test(&object, field, Op::Is, vec![value]);
    let filter = Filter::And(vec![is("vacancy", vacancy.id.into()), is("state", "active".into())]);
    let query = Query { filter: Some(filter), limit: super::moves::MOST, ..Query::default() };
    let left = v.list(&object, &query)?.records;
    let stage = crate::rules::stages(v, vacancy)?.into_iter().find(|s| s.active && s.kind == "refused");
    let Some(stage) = stage.filter(|_| !left.is_empty()) else { return Ok(html! {}) };
    let ids: Vec<String> = left.iter().map(|a| format!("id={}", a.id)).collect();
    let address = format!("/applications/move?to={}&{}", stage.id, ids.join("&"));
    Ok(alert(
        Tone::Info,
        "",
        html! {
            (ui.say_with("recruiting-filled-others", &[("count", i64::try_from(left.len()).unwrap_or_default().into())])) " "
            button.btn.btn-sm type="button" hx-get=(address) hx-target="#tl-dialogs" { (ui.say("recruiting-refuse-others")) }
        },
    ))
}
