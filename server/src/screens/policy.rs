//! The tenant's password policy (A4): two profiles to begin with, every rule, and a box to try passwords.

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Value};
use talang_engine::{Action, Draft, Mode, Result};
use talang_http::{Access, Call, Reply, Route};
use talang_identity::{Owner, Policy};
use talang_screens::components::{
    Control, Crumb, FieldContext, Input, TextKind, Tone, alert, badge, card, control, form_bar, icon, input,
};
use talang_screens::page::{Head, Names, csrf_field, done, fault_text, page_with, section_name, ui};

use super::links::judged;

const HERE: &str = "/access/password-policy";
const OBJECT: &str = "PasswordPolicy";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    let (read, update) = (Access::Right(OBJECT, Action::Read), Access::Right(OBJECT, Action::Update));
    vec![
        Route::get(HERE, read, page),
        Route::post(HERE, update, save),
        Route::post("/access/password-policy/profile", update, profile),
        Route::post("/access/password-policy/try", read, try_one),
    ]
}

/// A ready-made policy by its word.
fn ready_made(word: &str) -> Option<Policy> {
    match word {
        "contract" => Some(Policy::CONTRACT),
        "standards" => Some(Policy::STANDARDS),
        _ => None,
    }
}

/// The policy that a form holds; what is not there or no figure is what is in force.
fn of_form(call: &Call, present: &Policy) -> Policy {
    let form = call.request.form();
    let fields = present.fields();
    let yes_or_no = ["change_at", "end_date", "reset_by", "email_", "login_", "weak_"];
    Policy::from_fields(|name| {
        let sent = form.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim());
        let old = fields.iter().find(|(n, _)| *n == name).map_or(0, |(_, v)| *v);
        match sent {
            Some("true") => 1,
            Some(text) => call.scope.culture.parse_integer(text).unwrap_or(old),
            None if yes_or_no.iter().any(|start| name.starts_with(start)) => 0,
            None => old,
        }
    })
}

/// `GET /access/password-policy`.
fn page(call: &Call) -> Result<Reply> {
    show(call, &Policy::of(call.scope.tenant())?, &saved(call)?, &[])
}

/// What the policy says of the sign-in beside passwords: second factor and times.
const BESIDE: [&str; 4] = ["second_factor", "passkeys_refused", "idle_minutes", "session_hours"];

/// The same as it is saved, in that order.
fn saved(call: &Call) -> Result<[Value; 4]> {
    call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        let record = match v.resolve(OBJECT, "employees")? {
            Some(id) => v.get(&object, id)?,
            None => return Ok(BESIDE.map(|_| Value::Null)),
        };
        Ok(BESIDE.map(|name| record.get(name).clone()))
    })
}

/// The same as a form says; what is no figure is a fault.
fn beside_of_form(call: &Call, faults: &mut Vec<Fault>) -> [Value; 4] {
    let form = call.request.form();
    BESIDE.map(|name| {
        let sent = form.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim()).unwrap_or_default();
        match sent {
            "" => Value::Null,
            "true" => Value::Int(1),
            text => call.scope.culture.parse_integer(text).map(Value::Int).unwrap_or_else(|_| {
                faults.push(Fault::new("value.integer").on(name));
                Value::Null
            }),
        }
    })
}

fn show(call: &Call, policy: &Policy, beside: &[Value; 4], faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let content = call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        let may = v.rights().may(&object, Action::Update);
        let catalogue = v.catalogue();
        let field = |cx: &FieldContext<'_>, name: &str, value: &Value| {
            let Some(field) = object.field(name) else { return html! {} };
            let errors: Vec<String> = faults
                .iter()
                .filter(|f| f.field.as_deref() == Some(name))
                .map(|f| fault_text(call, Some(&object), f))
                .collect();
            input(&ui, &Input {
                name: name.into(),
                label: registry.labels.field(ui.language, OBJECT, field).to_string(),
                help: registry.labels.field_help(ui.language, OBJECT, field).to_string(),
                control: control(cx, field, value),
                read_only: !may,
                error: Some(errors.join(" ")).filter(|e| !e.is_empty()),
                ..Input::default()
            })
        };
        let values = policy.fields();
        let group = |cx: &FieldContext<'_>, names: &[&str]| {
            html! {
                div.tl-form {
                    @for (name, value) in values.iter().filter(|(n, _)| names.contains(n)) { (field(cx, name, &Value::Int(*value))) }
                }
            }
        };
        let names = Names::default();
        Ok(names.with(ui, registry, &catalogue, |cx| html! {
            div.tl-stack id="policy-page" {
                @for fault in faults.iter().filter(|f| f.field.is_none()) { (alert(Tone::Danger, "", html! { (fault_text(call, Some(&object), fault)) })) }
                (card(&ui.say("policy-profile"), html! {}, false, profiles(call, policy, may)))
                form id="policy" method="post" action=(HERE) data-guard {
                    (csrf_field(call))
                    div.tl-stack {
                        (card(&ui.say("policy-composition"), html! {}, false, group(cx, &["minimum_length", "minimum_special", "minimum_digits", "minimum_lower", "minimum_upper", "login_not_in_password", "weak_refused"])))
                        (card(&ui.say("policy-time"), html! {}, false, group(cx, &["change_at_first_sign_in", "renewal_days", "remembered_passwords", "failures_before_lock", "end_date_mandatory"])))
                        (card(&ui.say("policy-mail"), html! {}, false, group(cx, &["reset_by_mail", "link_hours", "email_confirmed_first"])))
                        (card(&ui.say("policy-beside"), html! {}, false, html! {
                            div.tl-form { @for (name, value) in BESIDE.iter().zip(beside) { (field(cx, name, value)) } }
                        }))
                        @if may { (form_bar(&ui, HERE, "", html! {})) }
                    }
                }
                (card(&ui.say("policy-try"), html! {}, false, try_box(call)))
            }
        }))
    })?;
    let (title, text) = (ui.say("policy-title"), ui.say("policy-text"));
    let crumbs = [Crumb { label: section_name(call, "access"), href: "/o?module=access".into() }];
    let head =
        Head { title: &title, text: &text, menu: HERE, crumbs: &crumbs, timeless: true, ..Head::default() };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

/// The two profiles, and which one is in force.
fn profiles(call: &Call, policy: &Policy, may: bool) -> Markup {
    let ui = ui(call);
    html! {
        p { (ui.say("policy-profile-text")) }
        div.tl-grid {
            @for (word, ready) in [("contract", Policy::CONTRACT), ("standards", Policy::STANDARDS)] {
                div.tl-stack {
                    h3 {
                        (ui.say(&format!("policy-{word}"))) " "
                        @if *policy == ready { (badge(Tone::Success, &ui.say("policy-in-force"))) }
                    }
                    p.tl-soft { (ui.say(&format!("policy-{word}-text"))) }
                    @if may && *policy != ready {
                        form method="post" action="/access/password-policy/profile" {
                            (csrf_field(call))
                            input type="hidden" name="profile" value=(word);
                            button.btn type="submit" { (icon("check")) (ui.say("policy-take")) }
                        }
                    }
                }
            }
        }
    }
}

/// The box in which passwords are tried against the rules as they stand in the form.
fn try_box(call: &Call) -> Markup {
    let ui = ui(call);
    html! {
        p.tl-soft { (ui.say("policy-try-text")) }
        div.tl-form {
            (input(&ui, &Input {
                name: "try_login".into(),
                label: ui.say("site-login"),
                control: Control::Text { value: "m.dupont@example.org".into(), kind: TextKind::Code, max: Some(200) },
                ..Input::default()
            }))
            (input(&ui, &Input {
                name: "try_password".into(),
                label: ui.say("site-password"),
                control: Control::Password { autocomplete: "off" },
                ..Input::default()
            }))
        }
        div id="policy-tried" aria-live="polite" hx-post="/access/password-policy/try" hx-include="#policy, #f-try_login, #f-try_password" hx-target="this" hx-swap="innerHTML"
            hx-trigger="input delay:400ms from:#policy-page" {}
    }
}

/// `POST /access/password-policy/try`: judged and forgotten.
fn try_one(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let of = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default();
    let policy = of_form(call, &Policy::of(call.scope.tenant())?);
    let owner = Owner::of(call.scope.tenant(), of("try_login"));
    Ok(Reply::html(judged(&ui(call), &policy, &owner, of("try_password")).into_string()))
}

/// `POST /access/password-policy`.
fn save(call: &Call) -> Result<Reply> {
    let present = Policy::of(call.scope.tenant())?;
    let form = call.request.form();
    let mut wrong: Vec<Fault> = form
        .iter()
        .filter(|(name, value)| {
            let known = present.fields().iter().any(|(n, _)| n == name);
            known && value != "true" && call.scope.culture.parse_integer(value.trim()).is_err()
        })
        .map(|(name, _)| Fault::new("value.integer").on(name.clone()))
        .collect();
    let policy = of_form(call, &present);
    let beside = beside_of_form(call, &mut wrong);
    if !wrong.is_empty() {
        return show(call, &policy, &beside, &wrong);
    }
    keep(call, &policy, &beside)
}

/// `POST /access/password-policy/profile`.
fn profile(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let word = form.iter().find(|(n, _)| n == "profile").map(|(_, v)| v.as_str()).unwrap_or_default();
    let Some(policy) = ready_made(word) else {
        return Err(Fault::new("value.choice").on("profile").with("allowed", "contract, standards").into());
    };
    keep(call, &policy, &saved(call)?)
}

fn keep(call: &Call, policy: &Policy, beside: &[Value; 4]) -> Result<Reply> {
    let saved = call.scope.change(Kind::Shared, |c| {
        let object = c.object(OBJECT)?;
        let mut values: Vec<(&str, Value)> =
            policy.fields().into_iter().map(|(name, value)| (name, Value::Int(value))).collect();
        values.push(("population", Value::Text("employees".into())));
        values.extend(BESIDE.into_iter().zip(beside.iter().cloned()));
        c.save(&object, Mode::Upsert, Draft::new(&object, values)?)
    });
    match saved {
        Ok(_) => Ok(done(call, HERE, "policy-saved", None, None)),
        Err(error) if error.is_of_the_form() => show(call, policy, beside, &error.faults()),
        Err(error) => Err(error),
    }
}
