//! The test sign-in: begins on the provider's page, goes the whole way, and ends in a report instead of a session.

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::Result;
use talang_http::{Call, Reply};
use talang_screens::components::{Tone, alert, card, fact, facts, icon};
use talang_screens::page::{Head, csrf_field, page_with, ui};

use super::{HERE, crumbs, provider, refusals};
use crate::arrival::{Outcome, Report};
use crate::handshake::kept;

/// `POST /access/providers/{id}/test`
pub(super) fn start(call: &Call) -> Result<Reply> {
    let provider = provider(call)?;
    let tester = call.scope.actor.id().ok_or_else(|| Fault::new("sign_in.required"))?;
    match (provider.protocol().start)(call, &provider, "/", Some(tester)) {
        Ok(reply) => Ok(reply),
        Err(error) => {
            let faults = refusals(error)?;
            shown(call, &provider, html! { (sentences(call, &faults)) (again(call, provider.id)) })
        }
    }
}

/// `GET /access/providers/{id}/test/{state}`
pub(super) fn page(call: &Call) -> Result<Reply> {
    let provider = provider(call)?;
    let missing = || Fault::new("record.not_found").with("object", "");
    let tester = call.scope.actor.id().ok_or_else(missing)?;
    let json = kept(call, provider.id, call.param("state"), tester)?.ok_or_else(missing)?;
    let report: Report = serde_json::from_value(json).map_err(|_| Fault::new("internal"))?;
    let ui = ui(call);
    let content = html! {
        div.tl-stack {
            @if report.fault.is_empty() {
                (alert(Tone::Success, &ui.say("providers-report-ok"), html! { p.mb-0 { (ui.say("providers-report-ok-text")) } }))
            } @else {
                (sentences(call, &[fault_of(&report)]))
            }
            (card(&ui.say("providers-report-account"), html! {}, false, html! {
                (facts(html! {
                    (fact(&ui, &ui.say("providers-report-issuer"), html! { (report.issuer) }, true))
                    (fact(&ui, &ui.say("providers-report-subject"), html! { (report.subject) }, true))
                    (fact(&ui, &ui.say("providers-report-would"), outcome(call, report.outcome.as_ref()), true))
                }))
            }))
            @if !report.checks.is_empty() {
                (card(&ui.say("providers-report-checks"), html! {}, false, html! {
                    ul.list-unstyled.mb-0 {
                        @for check in &report.checks {
                            li { (icon("circle-check")) " " (ui.say(&format!("providers-check-{check}"))) }
                        }
                    }
                }))
            }
            @if !report.attributes.is_empty() {
                (card(&ui.say("providers-report-attributes"), html! {}, false, html! {
                    (facts(html! {
                        @for (name, values) in &report.attributes {
                            (fact(&ui, name, html! { (values.join(", ")) }, true))
                        }
                    }))
                }))
            }
            (again(call, provider.id))
        }
    };
    shown(call, &provider, content)
}

/// What was wrong, as it would have been told to the user.
fn fault_of(report: &Report) -> Fault {
    let code = talang_catalogue::fault::find(&report.fault).map_or("internal", |f| f.code);
    let known = talang_catalogue::fault::find(code).map(|f| f.args).unwrap_or_default();
    report.args.iter().fold(Fault::new(code), |fault, (name, value)| {
        match known.iter().find(|known| *known == name) {
            Some(name) => fault.with(name, value),
            None => fault,
        }
    })
}

fn sentences(call: &Call, faults: &[Fault]) -> Markup {
    let ui = ui(call);
    html! {
        @for fault in faults {
            (alert(Tone::Danger, &ui.say("providers-report-failed"), html! {
                p { (ui.messages.fault_text(ui.language, fault, "")) }
                p.mb-0 { code { (fault.code) } }
            }))
        }
    }
}

fn outcome(call: &Call, outcome: Option<&Outcome>) -> Markup {
    let ui = ui(call);
    match outcome {
        Some(Outcome::Account(login)) => {
            html! { (ui.say_with("providers-report-known", &[("login", login.as_str().into())])) }
        }
        Some(Outcome::New(login)) => {
            html! { (ui.say_with("providers-report-new", &[("login", login.as_str().into())])) }
        }
        Some(Outcome::Nobody) => html! { (ui.say("providers-report-nobody")) },
        None => html! {},
    }
}

fn again(call: &Call, id: i64) -> Markup {
    let ui = ui(call);
    html! {
        div.d-flex.gap-2 {
            a.btn.btn-primary href={ (HERE) "/" (id) } { (ui.say("providers-report-back")) }
            form method="post" action={ (HERE) "/" (id) "/test" } {
                (csrf_field(call))
                button.btn type="submit" { (icon("refresh")) (ui.say("providers-test-again")) }
            }
        }
    }
}

fn shown(call: &Call, provider: &crate::provider::Provider, content: Markup) -> Result<Reply> {
    let ui = ui(call);
    let title = ui.say("providers-report");
    let name = provider.label(call);
    let mut crumbs = crumbs(call, &name);
    crumbs.push(talang_screens::components::Crumb { label: name, href: format!("{HERE}/{}", provider.id) });
    let head = Head { title: &title, menu: HERE, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}
