//! Approvals on the pages of what is decided about: who is asked, what they said, and the decision of whoever's turn it is.

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_core_hr::kit::{self, Faces};
use talang_engine::{Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Control, Input, Tone, alert, badge, card, input};
use talang_screens::page::{csrf_field, done, fault_text, ui};

use crate::approvals::{Chain, decider, my_turn, steps, waits};

/// What was sent with a decision that could not be kept, and what is wrong with it.
#[derive(Default)]
pub struct Sent {
    /// The remark.
    pub comment: String,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// The steps of a request, and above them the decision, where it is the reader's to make.
pub fn card_of(
    call: &Call,
    v: &mut View<'_>,
    chain: &Chain,
    request: &Record,
    sent: &Sent,
) -> Result<Markup> {
    let ui = ui(call);
    let all = steps(v, chain, request.id)?;
    if all.is_empty() {
        return Ok(html! {});
    }
    let people = all.iter().flat_map(|s| [s.get("approver").as_int(), s.get("deputy").as_int()]).flatten();
    let faces = Faces::load(v, people)?;
    let round = all.iter().filter_map(|s| s.get("round").as_int()).max();
    let zone = talang_screens::page::zone(call);
    let mut rows: [Vec<Markup>; 2] = [Vec::new(), Vec::new()];
    for step in &all {
        let state = step.get("state").as_text().unwrap_or_default();
        let (tone, word) = match state {
            "pending" if waits(step) => (Tone::Warning, kit::shown(v, step, "state")?),
            "pending" => (Tone::Neutral, ui.say("recruiting-step-later")),
            "approved" => (Tone::Success, kit::shown(v, step, "state")?),
            "refused" => (Tone::Danger, kit::shown(v, step, "state")?),
            "returned" => (Tone::Warning, kit::shown(v, step, "state")?),
            _ => (Tone::Neutral, kit::shown(v, step, "state")?),
        };
        let deputy = step.get("deputy").as_int().map(|id| faces.get(id).name);
        let deputy = deputy.map(|name| ui.say_with("recruiting-decided-by", &[("name", name.into())]));
        let when = step.get("decided_at").as_int().or(step.get("asked_at").as_int().filter(|_| waits(step)));
        let when = when.map(|at| ui.culture.date_time(at, &zone));
        let parts = [deputy, when, step.get("comment").as_text().map(str::to_string)];
        let detail: Vec<String> = parts.into_iter().flatten().filter(|p| !p.is_empty()).collect();
        let row = faces.row(
            step.get("approver").as_int().unwrap_or_default(),
            &detail.join(" · "),
            badge(tone, &word),
        );
        let before = step.get("round").as_int() != round;
        rows[usize::from(before)].push(row);
    }
    let [now, before] = rows;
    let list = card(
        &ui.say("recruiting-approvals"),
        html! {},
        true,
        html! {
            ol.tl-links { @for row in &now { (row) } }
            @if !before.is_empty() {
                details {
                    summary.tl-links-row { (ui.say("recruiting-earlier-rounds")) }
                    ol.tl-links { @for row in &before { (row) } }
                }
            }
        },
    );
    Ok(html! { (decision(call, v, chain, request, sent)?) (list) })
}

fn decision(call: &Call, v: &mut View<'_>, chain: &Chain, request: &Record, sent: &Sent) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object(chain.steps)?;
    let said = |fault: &Fault| alert(Tone::Danger, "", html! { (fault_text(call, Some(&object), fault)) });
    let Some(step) = my_turn(v, chain, request.id)? else {
        return Ok(html! { @for fault in &sent.faults { (said(fault)) } });
    };
    let whose = match v.scope().acting().and(decider(v)) {
        Some(person) => {
            let name = v.title("Employee", person)?.title;
            Some(ui.say_with("recruiting-decide-for", &[("name", name.into())]))
        }
        None => None,
    };
    let (own, others): (Vec<&Fault>, Vec<&Fault>) =
        sent.faults.iter().partition(|f| f.field.as_deref() == Some("comment"));
    Ok(card(
        &ui.say("recruiting-your-decision"),
        html! {},
        false,
        html! {
            @for fault in others { (said(fault)) }
            form method="post" action={ (chain.page) "/" (request.id) "/decide" } novalidate {
                (csrf_field(call))
                input type="hidden" name="step" value=(step.id);
                @if let Some(whose) = whose { p.tl-soft { (whose) } }
                div.tl-form {
                    div.tl-field-wide { (input(&ui, &Input {
                        name: "comment".into(),
                        label: kit::label(call, &object, "comment"),
                        help: ui.say("recruiting-decision-help"),
                        control: Control::Text { value: sent.comment.clone(), kind: Default::default(), max: Some(400) },
                        error: own.first().map(|fault| fault_text(call, Some(&object), fault)),
                        ..Input::default()
                    })) }
                }
                div.tl-actions.mt-3 {
                    button.btn.btn-primary type="submit" name="verdict" value="approved" { (ui.say("recruiting-approve")) }
                    button.btn type="submit" name="verdict" value="returned" { (ui.say("recruiting-send-back")) }
                    button.btn.btn-danger type="submit" name="verdict" value="refused" { (ui.say("recruiting-refuse")) }
                }
            }
        },
    ))
}

/// Keeps the decision that was sent; what comes back is what was typed and what is wrong with it.
///
/// # Errors
/// `record.not_found` for a step of something else.
pub fn decide(call: &Call, chain: &Chain) -> Result<std::result::Result<Reply, Sent>> {
    let id = call.id("id")?;
    let comment = call.request.sent("comment");
    let verdict = call.request.sent("verdict");
    let step: i64 = call.request.sent("step").parse().unwrap_or_default();
    let saved = call.scope.change(Kind::Candidates, |c| {
        let object = c.object(chain.steps)?;
        if c.get(&object, step)?.get(chain.link).as_int() != Some(id) {
            return Err(kit::missing(chain.steps));
        }
        let words = if comment.trim().is_empty() { Value::Null } else { comment.as_str().into() };
        c.update(chain.steps, step, vec![("state", verdict.as_str().into()), ("comment", words)]).map(drop)
    });
    let page = format!("{}/{id}", chain.page);
    match saved {
        Ok(()) => Ok(Ok(done(call, &page, "recruiting-decided", None, None))),
        Err(error) if error.is_of_the_form() => Ok(Err(Sent { comment, faults: error.faults() })),
        Err(error) => Err(error),
    }
}
