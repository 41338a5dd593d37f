//! The tenant's password policies (A4), one for each population: profiles to begin with, every rule, and a box to try passwords.

use maud::{Markup, html};
use talang_catalogue::{Choice, Fault, Kind, Value};
use talang_engine::{Action, Draft, Mode, Result};
use talang_http::{Access, Call, Reply, Route};
use talang_identity::{Owner, Policy, Population};
use talang_screens::components::{
    Control, Crumb, FieldContext, Input, Tab, TextKind, Tone, alert, badge, card, control, form_bar, icon,
    input, tabs,
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

/// The ready-made policies of a population with their words.
fn ready_made(population: Population) -> Vec<(&'static str, Policy)> {
    let mut all = vec![("contract", Policy::CONTRACT), ("standards", Policy::STANDARDS)];
    if population == Population::Candidates {
        all.insert(0, ("candidates", Policy::CANDIDATES));
    }
    all
}

/// Whose policy a page or a form is about.
fn population(call: &Call) -> Population {
    let form = call.request.form();
    let sent = form.iter().find(|(n, _)| n == "population").map(|(_, v)| v.as_str());
    Population::named(sent.or(call.request.query("population")).unwrap_or_default())
}

/// Where the policy of a population is.
fn address(population: Population) -> String {
    match population {
        Population::Employees => HERE.to_string(),
        Population::Candidates => format!("{HERE}?population={}", population.code()),
    }
}

/// What a form carries along to say whose policy it is about.
fn about(population: Population) -> Markup {
    html! { input type="hidden" name="population" value=(population.code()); }
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
    let population = population(call);
    show(call, population, &Policy::of(call.scope.tenant(), population)?, &saved(call, population)?, &[])
}

/// What the policy says of the sign-in beside passwords: second factor and times.
const BESIDE: [&str; 4] = ["second_factor", "passkeys_refused", "idle_minutes", "session_hours"];

/// Whether one of these is anything to a population: the front office has no second factors.
fn applies(population: Population, name: &str) -> bool {
    population == Population::Employees || !matches!(name, "second_factor" | "passkeys_refused")
}

/// The same as it is saved, in that order.
fn saved(call: &Call, population: Population) -> Result<[Value; 4]> {
    call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        let record = match v.resolve(OBJECT, population.code())? {
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

fn show(
    call: &Call,
    population: Population,
    policy: &Policy,
    beside: &[Value; 4],
    faults: &[Fault],
) -> Result<Reply> {
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
            (whose(call, population))
            div.tl-stack id="policy-page" {
                @for fault in faults.iter().filter(|f| f.field.is_none()) { (alert(Tone::Danger, "", html! { (fault_text(call, Some(&object), fault)) })) }
                (card(&ui.say("policy-profile"), html! {}, false, profiles(call, population, policy, may)))
                form id="policy" method="post" action=(HERE) data-guard {
                    (csrf_field(call)) (about(population))
                    div.tl-stack {
                        (card(&ui.say("policy-composition"), html! {}, false, group(cx, &["minimum_length", "minimum_special", "minimum_digits", "minimum_lower", "minimum_upper", "login_not_in_password", "weak_refused"])))
                        (card(&ui.say("policy-time"), html! {}, false, group(cx, &["change_at_first_sign_in", "renewal_days", "remembered_passwords", "failures_before_lock", "end_date_mandatory"])))
                        (card(&ui.say("policy-mail"), html! {}, false, group(cx, &["reset_by_mail", "link_hours", "email_confirmed_first"])))
                        (card(&ui.say("policy-beside"), html! {}, false, html! {
                            div.tl-form { @for (name, value) in BESIDE.iter().zip(beside).filter(|(n, _)| applies(population, n)) { (field(cx, name, value)) } }
                        }))
                        @if may { (form_bar(&ui, &address(population), "", html! {})) }
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

/// The populations, each of which has a policy of its own.
fn whose(call: &Call, population: Population) -> Markup {
    let (ui, registry) = (ui(call), call.installation.registry());
    let tab = |one: Population| Tab {
        label: registry.labels.choice(ui.language, "Population", one.code()).to_string(),
        href: address(one),
        current: one == population,
        count: None,
    };
    tabs(&ui.say("policy-title"), &[tab(Population::Employees), tab(Population::Candidates)])
}

/// The profiles, and which one is in force.
fn profiles(call: &Call, population: Population, policy: &Policy, may: bool) -> Markup {
    let ui = ui(call);
    html! {
        p { (ui.say("policy-profile-text")) }
        div.tl-grid {
            @for (word, ready) in ready_made(population) {
                div.tl-stack {
                    h3 {
                        (ui.say(&format!("policy-{word}"))) " "
                        @if *policy == ready { (badge(Tone::Success, &ui.say("policy-in-force"))) }
                    }
                    p.tl-soft { (ui.say(&format!("policy-{word}-text"))) }
                    @if may && *policy != ready {
                        form method="post" action="/access/password-policy/profile" {
                            (csrf_field(call)) (about(population))
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
    let policy = of_form(call, &Policy::of(call.scope.tenant(), population(call))?);
    let owner = Owner::of(call.scope.tenant(), of("try_login"));
    Ok(Reply::html(judged(&ui(call), &policy, &owner, of("try_password")).into_string()))
}

/// `POST /access/password-policy`.
fn save(call: &Call) -> Result<Reply> {
    let population = population(call);
    let present = Policy::of(call.scope.tenant(), population)?;
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
        return show(call, population, &policy, &beside, &wrong);
    }
    keep(call, population, &policy, &beside)
}

/// `POST /access/password-policy/profile`.
fn profile(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let word = form.iter().find(|(n, _)| n == "profile").map(|(_, v)| v.as_str()).unwrap_or_default();
    let population = population(call);
    let ready = ready_made(population);
    let Some((_, policy)) = ready.iter().find(|(name, _)| *name == word) else {
        let allowed: Vec<&str> = ready.iter().map(|(name, _)| *name).collect();
        return Err(Fault::new("value.choice").on("profile").with("allowed", allowed.join(", ")).into());
    };
    keep(call, population, policy, &saved(call, population)?)
}

fn keep(call: &Call, population: Population, policy: &Policy, beside: &[Value; 4]) -> Result<Reply> {
    let saved = call.scope.change(Kind::Shared, |c| {
        let object = c.object(OBJECT)?;
        let mut values: Vec<(&str, Value)> =
            policy.fields().into_iter().map(|(name, value)| (name, Value::Int(value))).collect();
        values.push(("population", Value::Text(population.code().into())));
        values.extend(BESIDE.into_iter().zip(beside.iter().cloned()));
        c.save(&object, Mode::Upsert, Draft::new(&object, values)?)
    });
    match saved {
        Ok(_) => Ok(done(call, &address(population), "policy-saved", None, None)),
        Err(error) if error.is_of_the_form() => show(call, population, policy, beside, &error.faults()),
        Err(error) => Err(error),
    }
}
