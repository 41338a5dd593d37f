//! Forgotten passwords, links from mails, and how strong a password is while it is typed (A4, A5): for people who are not
//! signed in, or not yet.

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::{Actor, Error, Result};
use talang_http::{Access, Call, Reply, Route};
use talang_identity::{Identity, Link, Owner, Policy, Population, Strength, judge};
use talang_screens::components::{Control, Input, TextKind, Theme, Tone, Ui, alert, bare, input};
use talang_screens::page::{branded, ui};

/// Where a new password is asked for.
pub(crate) const FORGOTTEN: &str = "/forgotten";
/// Where links from mails lead.
const ACTIVATE: &str = "/activate";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(FORGOTTEN, Access::Public, forgotten),
        Route::post(FORGOTTEN, Access::Public, ask),
        Route::get(ACTIVATE, Access::Public, activate),
        Route::post(ACTIVATE, Access::Public, set),
        Route::post("/password/strength", Access::Public, strength),
    ]
}

/// A value of the form, empty when it is not there.
fn field(call: &Call, name: &str) -> String {
    call.request.form().into_iter().find(|(n, _)| n == name).map(|(_, v)| v).unwrap_or_default()
}

/// A page in the small frame. The address of a link holds its key: no other website is told it, as of no page of the program. Not
/// `no-referrer`: with that browsers do not say either where a form was filled in, and it would be refused as forged.
fn small(call: &Call, title: &str, content: Markup) -> Reply {
    let ui = branded(call);
    let theme = Theme::parse(talang_http::cookies::THEME.read(&call.request).unwrap_or_default());
    let content = html! {
        h1 { (title) }
        p.tl-soft { (call.scope.tenant().name()) }
        (content)
    };
    let foot = html! { a href="/sign-in" { (ui.say("links-sign-in")) } };
    Reply::html(bare(&ui, title, "", theme, false, content, foot).into_string())
}

/// The link to a new password, for the sign-in page; nothing where the tenant gives none by mail.
pub(crate) fn forgotten_link(call: &Call) -> Markup {
    let offered = Identity::installed()
        .and_then(|guard| guard.reset_by_mail(&call.scope, Population::Employees))
        .unwrap_or(false);
    html! { @if offered { a.btn.btn-quiet href=(FORGOTTEN) { (ui(call).say("links-forgotten")) } } }
}

/// `GET /forgotten`.
fn forgotten(call: &Call) -> Result<Reply> {
    let ui = branded(call);
    let title = ui.say("links-forgotten");
    if !Identity::installed()?.reset_by_mail(&call.scope, Population::Employees)? {
        return Ok(small(call, &title, alert(Tone::Info, "", html! { (ui.say("links-not-by-mail")) })));
    }
    let content = html! {
        p { (ui.say("links-forgotten-text")) }
        form method="post" action=(FORGOTTEN) {
            div.tl-stack {
                (input(&ui, &Input {
                    name: "login".into(),
                    label: ui.say("site-login"),
                    control: Control::Text { value: String::new(), kind: TextKind::Login, max: Some(200) },
                    required: true,
                    ..Input::default()
                }))
                button.btn.btn-primary type="submit" { (ui.say("links-send")) }
            }
        }
    };
    Ok(small(call, &title, content))
}

/// `POST /forgotten`: the same answer, whatever was typed.
fn ask(call: &Call) -> Result<Reply> {
    let ui = branded(call);
    let address = &call.request.address;
    Identity::installed()?.ask_for_link(
        &call.installation,
        call.scope.tenant(),
        Population::Employees,
        &field(call, "login"),
        address,
    )?;
    let content = html! {
        (alert(Tone::Success, "", html! { (ui.say("links-asked")) }))
        p.tl-soft { (ui.say("links-asked-help")) }
    };
    Ok(small(call, &ui.say("links-forgotten"), content))
}

/// `GET /activate?key=…`: looks at the link and uses nothing up, so that programs that follow links in mails do no harm.
fn activate(call: &Call) -> Result<Reply> {
    let key = call.request.query("key").unwrap_or_default();
    match link_of(call, key)? {
        Some(link) => Ok(form(call, &link, key, &[])),
        None => Ok(invalid(call)),
    }
}

/// The link of a key, if it holds and is somebody's who works here: those of candidates open on their career site alone (T10).
fn link_of(call: &Call, key: &str) -> Result<Option<Link>> {
    let link = Identity::installed()?.link(&call.installation, call.scope.tenant(), key)?;
    Ok(link.filter(|link| link.population == Population::Employees))
}

fn invalid(call: &Call) -> Reply {
    let ui = branded(call);
    let text = ui.messages.fault_text(ui.language, &Fault::new("link.invalid"), "");
    let content = html! { (alert(Tone::Warning, "", html! { (text) })) p { (forgotten_link(call)) } };
    small(call, &ui.say("links-invalid"), content).code(404)
}

fn form(call: &Call, link: &Link, key: &str, faults: &[Fault]) -> Reply {
    let ui = branded(call);
    let title = ui.say(if link.activation { "links-activate" } else { "links-set" });
    let at = |name: &str| {
        let words: Vec<String> = faults
            .iter()
            .filter(|f| f.field.as_deref().unwrap_or("password") == name)
            .map(|f| ui.messages.fault_text(ui.language, f, &ui.say("site-password")))
            .collect();
        Some(words.join(" ")).filter(|w| !w.is_empty())
    };
    let password = |name: &str, label: &str| Input {
        name: name.into(),
        label: ui.say(label),
        control: Control::Password { autocomplete: "new-password" },
        required: true,
        error: at(name),
        ..Input::default()
    };
    let content = html! {
        p { (ui.say(if link.activation { "links-activate-text" } else { "links-set-text" })) }
        form method="post" action=(ACTIVATE) autocomplete="on" {
            input type="hidden" name="key" id="f-key" value=(key);
            div.tl-stack {
                (input(&ui, &Input {
                    name: "login".into(),
                    label: ui.say("site-login"),
                    control: Control::Text { value: link.login.clone(), kind: TextKind::Login, max: None },
                    read_only: true,
                    ..Input::default()
                }))
                (input(&ui, &password("password", "site-password-new")))
                (meter("#f-key"))
                (rules(call, link.account))
                (input(&ui, &password("again", "site-password-again")))
                button.btn.btn-primary type="submit" { (title) }
            }
        }
    };
    small(call, &title, content).code(if faults.is_empty() { 200 } else { 422 })
}

/// `POST /activate`: the password is set, the link has worked; nobody is signed in by it.
fn set(call: &Call) -> Result<Reply> {
    let ui = branded(call);
    let (key, new, again) = (field(call, "key"), field(call, "password"), field(call, "again"));
    let (guard, tenant) = (Identity::installed()?, call.scope.tenant());
    let Some(link) = link_of(call, &key)? else { return Ok(invalid(call)) };
    if new != again {
        return Ok(form(call, &link, &key, &[Fault::new("password.differ").on("again")]));
    }
    match guard.use_link(&call.installation, tenant, &key, &new, &call.request.address) {
        Ok(_) => {
            let content = html! {
                (alert(Tone::Success, "", html! { (ui.say("links-done")) }))
                p { a.btn.btn-primary href="/sign-in" { (ui.say("site-sign-in")) } }
            };
            Ok(small(call, &ui.say("links-done-title"), content))
        }
        Err(error) if error.is("link.invalid") => Ok(invalid(call)),
        Err(Error::Faults(faults)) => Ok(form(call, &link, &key, &faults)),
        Err(error) => Err(error),
    }
}

/// What the tenant asks of an account's password, in a sentence for each rule.
pub(crate) fn rules(call: &Call, account: i64) -> Markup {
    let ui = branded(call);
    let Ok(policy) = Policy::of_account(call.scope.tenant(), account) else { return html! {} };
    let counts = [
        ("policy-says-length", policy.shortest),
        ("policy-says-special", policy.special),
        ("policy-says-digits", policy.digits),
        ("policy-says-lower", policy.lower),
        ("policy-says-upper", policy.upper),
        ("policy-says-used", policy.remembered),
    ];
    html! {
        ul.tl-soft {
            @for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                li { (ui.say_with(key, &[("count", count.into())])) }
            }
            @if policy.login_not_in_password { li { (ui.say("policy-says-login")) } }
            @if policy.weak_refused { li { (ui.say("policy-says-weak")) } }
        }
    }
}

/// Shows how strong the password in the field `password` is, while it is typed. `with` are the other fields that the
/// judgement needs, as a selector.
pub(crate) fn meter(with: &str) -> Markup {
    let sent = if with.is_empty() { "#f-password".to_string() } else { format!("#f-password, {with}") };
    html! {
        div id="password-meter" aria-live="polite" hx-post="/password/strength" hx-include=(sent) hx-target="this" hx-swap="innerHTML"
            hx-trigger="input delay:400ms from:#f-password" {}
    }
}

/// `POST /password/strength`: of the signed-in user's password, or of that of a link's account. The password is judged and
/// forgotten.
fn strength(call: &Call) -> Result<Reply> {
    let tenant = call.scope.tenant();
    let other = field(call, "account").parse::<i64>().ok().filter(|_| call.session.is_some());
    let (account, login) = match (&call.scope.actor, call.session.is_some()) {
        // Of an account whose password is set by somebody who may read it.
        (Actor::User { .. }, true) if other.is_some() => call.scope.view(|v| {
            let user = v.get(&v.object("User")?, other.unwrap_or_default())?;
            Ok((user.id, user.get("login").as_text().unwrap_or_default().to_string()))
        })?,
        (Actor::User { id, login, .. }, true) => (*id, login.clone()),
        _ => match link_of(call, &field(call, "key"))? {
            Some(link) => (link.account, link.login),
            None => return Err(Fault::new("record.not_found").with("object", "").into()),
        },
    };
    let policy = Policy::of_account(tenant, account)?;
    Ok(Reply::html(
        judged(&ui(call), &policy, &Owner::of(tenant, &login), &field(call, "password")).into_string(),
    ))
}

/// How strong a password is and what is still wrong with it.
pub(crate) fn judged(ui: &Ui<'_>, policy: &Policy, owner: &Owner<'_>, password: &str) -> Markup {
    if password.is_empty() {
        return html! {};
    }
    let (Strength { bits, level }, faults) = judge(policy, owner, password);
    let word = ui.say(&format!("policy-strength-{level}"));
    let note = ui.say_with("policy-bits", &[("bits", i64::from(bits).into())]);
    html! {
        (talang_screens::components::progress(&format!("{}: {word}", ui.say("policy-strength")), Some(u64::from(level) + 1), 5, &note))
        @if faults.is_empty() { p.tl-soft { (ui.say("policy-fine")) } }
        @else {
            ul { @for fault in &faults { li { (ui.messages.fault_text(ui.language, fault, &ui.say("site-password"))) } } }
        }
    }
}
