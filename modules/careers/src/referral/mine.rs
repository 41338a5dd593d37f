//! Recommending somebody, and what became of it: pages of the personal area (S1).

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind};
use talang_engine::{Error, Filter, Op, Query, Result};
use talang_http::{Call, Reply, encode};
use talang_recruiting::text;
use talang_screens::components::{
    Control, Input, Opt, Problem, TextKind, Tone, badge, card, empty_state, error_summary, icon, input,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui};

use crate::advert::published;
use crate::site::{Site, missing};

/// Where the page is.
const HERE: &str = "/me/referrals";
/// Fields of the form beside the vacancy and the consent, with the most characters of each.
const FIELDS: [(&str, i64); 5] =
    [("first_name", 80), ("last_name", 80), ("email", 254), ("relationship", 200), ("text", 8000)];

/// The employee who is here. Nobody recommends in another's name.
fn me(call: &Call) -> Result<i64> {
    let own = call.scope.actor.employee().filter(|_| call.scope.acting().is_none());
    own.ok_or_else(missing)
}

/// The vacancies that an outsider can read and apply for: number, reference and title.
fn vacancies(call: &Call) -> Result<Vec<(i64, String, String)>> {
    let mut all: Vec<(i64, String, String)> = Vec::new();
    for site in Site::public(call)? {
        for advert in &published(&site)?.adverts {
            if !all.iter().any(|(id, ..)| *id == advert.id) {
                all.push((advert.id, advert.code.clone(), advert.title.text.clone()));
            }
        }
    }
    let language = call.scope.language();
    all.sort_by_cached_key(|(.., title)| talang_catalogue::culture::sort_key(language, title));
    Ok(all)
}

/// `GET /me/referrals`: one's own, and how far each is; of the candidate nothing.
pub fn mine(call: &Call) -> Result<Reply> {
    let (ui, me) = (ui(call), me(call)?);
    let rows = call.scope.view(|v| {
        let object = v.object("Referral")?;
        let own = Filter::test(&object, "referrer", Op::Is, vec![me.into()]);
        let query = Query {
            filter: Some(own),
            sort: v.sort(&object, "-referred_at,-number")?,
            limit: 200,
            ..Query::default()
        };
        let mut rows = Vec::new();
        for record in v.list(&object, &query)?.records {
            let vacancy = match record.get("vacancy").as_int() {
                Some(id) => v.title("Vacancy", id)?.title,
                None => String::new(),
            };
            rows.push((record, vacancy));
        }
        Ok(rows)
    })?;
    let day = |at: Option<i64>| at.map(|at| ui.culture.date_long(at.div_euclid(86_400_000_000)));
    let new = html! { a.btn.btn-primary href={ (HERE) "/new" } { (icon("plus")) (ui.say("referrals-new")) } };
    let content = if rows.is_empty() {
        card(
            "",
            html! {},
            false,
            empty_state("users", &ui.say("referrals-none"), &ui.say("referrals-none-text"), new.clone()),
        )
    } else {
        card(
            "",
            html! {},
            true,
            html! {
                table.tl-table.is-cards {
                    caption.visually-hidden { (ui.say("referrals-mine")) }
                    thead { tr { @for key in ["referrals-who", "referrals-vacancy", "referrals-on", "referrals-state"] { th scope="col" { (ui.say(key)) } } } }
                    tbody {
                        @for (record, vacancy) in &rows {
                            @let state = text(record, "state");
                            tr {
                                td.is-main data-label=(ui.say("referrals-who")) { (text(record, "first_name")) " " (text(record, "last_name")) }
                                td data-label=(ui.say("referrals-vacancy")) { (vacancy) }
                                td data-label=(ui.say("referrals-on")) { (day(record.get("referred_at").as_int()).unwrap_or_default()) }
                                td data-label=(ui.say("referrals-state")) { (badge(tone(state), &ui.say(&format!("referrals-state-{state}")))) }
                            }
                        }
                    }
                }
            },
        )
    };
    let title = ui.say("referrals-mine");
    let text = ui.say("referrals-text");
    let actions = html! { @if !rows.is_empty() { (new) } };
    page_with(
        call,
        &Head { title: &title, text: &text, menu: HERE, actions, timeless: true, ..Head::default() },
        content,
    )
}

fn tone(state: &str) -> Tone {
    match state {
        "hired" => Tone::Success,
        "considered" => Tone::Info,
        _ => Tone::Neutral,
    }
}

/// `GET /me/referrals/new`, with `vacancy=` for one that was looked at.
pub fn form(call: &Call) -> Result<Reply> {
    me(call)?;
    let chosen = call.request.query("vacancy").unwrap_or_default().to_string();
    page(call, &[("vacancy".to_string(), chosen)], &[])
}

fn page(call: &Call, typed: &[(String, String)], faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let object = registry.plain().object("Referral").cloned().ok_or_else(missing)?;
    let open = vacancies(call)?;
    let value =
        |name: &str| typed.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let sentence = |fault: &Fault| fault_text(call, Some(&object), fault);
    let wrong = |name: &str| {
        let all: Vec<String> =
            faults.iter().filter(|f| f.field.as_deref() == Some(name)).map(sentence).collect();
        Some(all.join(" ")).filter(|text| !text.is_empty())
    };
    let line = |name: &'static str, control: Control, required: bool| -> Markup {
        let Some(field) = object.field(name) else { return html! {} };
        input(
            &ui,
            &Input {
                name: name.into(),
                label: registry.labels.field(ui.language, "Referral", field).to_string(),
                // One is always chosen here.
                help: match name {
                    "vacancy" => String::new(),
                    _ => registry.labels.field_help(ui.language, "Referral", field).to_string(),
                },
                control,
                required,
                error: wrong(name),
                ..Input::default()
            },
        )
    };
    let short = |name: &'static str, kind: TextKind| {
        let max = FIELDS.iter().find(|(n, _)| *n == name).map(|(_, most)| *most);
        Control::Text { value: value(name), kind, max }
    };
    let options = open
        .iter()
        .map(|(_, code, title)| Opt { value: code.clone(), label: format!("{title} ({code})") })
        .collect();
    let problems: Vec<Problem> = faults
        .iter()
        .map(|f| Problem { field: f.field.clone().unwrap_or_default().to_string(), text: sentence(f) })
        .collect();
    let content = if open.is_empty() {
        card(
            "",
            html! {},
            false,
            empty_state(
                "speakerphone",
                &ui.say("referrals-no-vacancy"),
                &ui.say("referrals-no-vacancy-text"),
                html! {},
            ),
        )
    } else {
        html! {
            (error_summary(&ui, &problems))
            form method="post" action={ (HERE) "/new" } data-guard {
                (csrf_field(call))
                (card("", html! {}, false, html! {
                    div.tl-form {
                        (line("vacancy", Control::Select { value: value("vacancy"), options }, true))
                        (line("first_name", short("first_name", TextKind::Plain), true))
                        (line("last_name", short("last_name", TextKind::Plain), true))
                        (line("email", short("email", TextKind::Email), true))
                        (line("relationship", short("relationship", TextKind::Plain), false))
                        (line("text", Control::Long { value: value("text"), code: false }, false))
                        (line("agreed", Control::Bool { checked: value("agreed") == "true" }, true))
                    }
                    p.tl-soft { (ui.say("referrals-what-happens")) }
                    div.mt-3 {
                        button.btn.btn-primary type="submit" { (icon("send")) (ui.say("referrals-send")) } " "
                        a.btn href=(HERE) { (ui.say("ui-cancel")) }
                    }
                }))
            }
        }
    };
    let title = ui.say("referrals-new");
    let reply =
        page_with(call, &Head { title: &title, menu: HERE, timeless: true, ..Head::default() }, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

/// `POST /me/referrals/new`.
pub fn create(call: &Call) -> Result<Reply> {
    let me = me(call)?;
    let form = call.request.form();
    let sent = |name: &str| call.request.sent(name).trim().to_string();
    let code = sent("vacancy");
    let open = vacancies(call)?;
    let vacancy = open.iter().find(|(_, known, _)| *known == code).map(|(id, ..)| *id);
    let mut values = vec![
        ("referrer", me.into()),
        ("vacancy", vacancy.into()),
        ("agreed", (sent("agreed") == "true").into()),
    ];
    for (name, _) in FIELDS {
        let text = sent(name);
        values.push((name, if text.is_empty() { talang_catalogue::Value::Null } else { text.into() }));
    }
    // Which vacancies there are says the career site: whoever recommends need not read them all.
    let made = call.scope.change(Kind::Candidates, |c| c.by_rule(|c| c.create("Referral", values)));
    match made {
        Ok(_) => Ok(done(call, HERE, "referrals-sent", None, None)),
        Err(Error::Faults(faults)) => page(call, &form, &faults),
        Err(error) => Err(error),
    }
}

/// The way to recommend somebody for a vacancy, for employees who may, on its page.
pub fn link(site: &Site<'_>, code: &str) -> Result<Option<String>> {
    let call = site.call;
    let may = call.session.is_some()
        && me(call).is_ok()
        && call.scope.may("Referral", talang_engine::Action::Create)?;
    Ok(may.then(|| format!("{HERE}/new?vacancy={}", encode(code))))
}
