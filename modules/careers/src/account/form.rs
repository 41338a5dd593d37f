//! What the forms of accounts are made of: fields, what the policy asks for, how strong a password is.

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::network::line_of;
use talang_engine::{Error, Result};
use talang_http::{Call, Reply};
use talang_identity::{Identity, Owner, Policy, Population, judge};

use crate::apply::counted;
use crate::frame::{Page, page as framed};
use crate::site::{Site, missing};

/// Passwords that are judged for one network address in an hour at most.
const JUDGED: u32 = 1_200;

/// What is wrong: the field, and a sentence.
pub type Problems = Vec<(String, String)>;

/// The sentence about a field, if something is wrong with it.
pub fn problem<'p>(problems: &'p Problems, field: &str) -> Option<&'p str> {
    problems.iter().find(|(name, _)| name == field).map(|(_, text)| text.as_str())
}

/// What a refusal says, by field; those without one are about the password.
pub fn told(site: &Site<'_>, faults: &[Fault]) -> Problems {
    let registry = site.call.installation.registry();
    let label = site.say("careers-account-password");
    faults
        .iter()
        .map(|fault| {
            let field = fault.field.clone().unwrap_or("password".into()).to_string();
            (field, registry.messages.fault_text(site.scope.language(), fault, &label))
        })
        .collect()
}

/// The same of what may have been refused because of what was typed; other failures go on.
pub fn told_of(site: &Site<'_>, error: Error) -> Result<Problems> {
    match error {
        Error::Faults(faults) => Ok(told(site, &faults)),
        other => Err(other),
    }
}

/// One line of a form.
pub struct Line<'l> {
    /// Name of the field.
    pub name: &'static str,
    /// Type of the control.
    pub kind: &'static str,
    /// Message that says what it is.
    pub label: &'static str,
    /// What browsers fill it in with.
    pub autocomplete: &'static str,
    /// What stands in it.
    pub value: &'l str,
    /// Most characters.
    pub most: usize,
}

impl Line<'_> {
    /// The address by which somebody signs in.
    pub fn address(value: &str) -> Line<'_> {
        Line {
            name: "email",
            kind: "email",
            label: "careers-field-email",
            autocomplete: "username",
            value,
            most: 254,
        }
    }

    /// A password.
    pub fn secret(name: &'static str, label: &'static str, autocomplete: &'static str) -> Line<'static> {
        Line { name, kind: "password", label, autocomplete, value: "", most: 1024 }
    }

    /// The line with what is wrong with it.
    pub fn show(&self, site: &Site<'_>, problems: &Problems) -> Markup {
        let wrong = problem(problems, self.name);
        let all: Vec<&str> =
            problems.iter().filter(|(n, _)| n == self.name).map(|(_, text)| text.as_str()).collect();
        html! {
            div.cs-field.is-wrong[wrong.is_some()] {
                label for={ "f-" (self.name) } { (site.say(self.label)) }
                input id={ "f-" (self.name) } type=(self.kind) name=(self.name) value=(self.value) autocomplete=(self.autocomplete) required
                    maxlength=(self.most) aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| format!("e-{}", self.name))];
                @if wrong.is_some() { div.cs-error id={ "e-" (self.name) } { (all.join(" ")) } }
            }
        }
    }
}

/// The two fields of a new password, what the policy of candidates asks for, and the place where its strength is told.
pub fn new_password(site: &Site<'_>, problems: &Problems) -> Result<Markup> {
    Ok(html! {
        (Line::secret("password", "careers-account-password", "new-password").show(site, problems))
        div.cs-strength #f-strength role="status" data-judge=(site.path("me/strength")) {}
        (rules(site)?)
        (Line::secret("again", "careers-account-again", "new-password").show(site, problems))
    })
}

/// What the tenant asks of a candidate's password, in a sentence for each rule.
fn rules(site: &Site<'_>) -> Result<Markup> {
    let policy = Policy::of(site.scope.tenant(), Population::Candidates)?;
    let counts = [
        ("policy-says-length", policy.shortest),
        ("policy-says-special", policy.special),
        ("policy-says-digits", policy.digits),
        ("policy-says-lower", policy.lower),
        ("policy-says-upper", policy.upper),
    ];
    Ok(html! {
        div.cs-help {
            (site.say("careers-account-rules"))
            ul {
                @for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                    li { (site.ui().say_with(key, &[("count", count.into())])) }
                }
                @if policy.login_not_in_password { li { (site.say("policy-says-login")) } }
                @if policy.weak_refused { li { (site.say("policy-says-weak")) } }
            }
        }
    })
}

/// `POST /careers/{site}/me/strength`: a password is judged while it is typed, and forgotten. By the policy alone and by the address that
/// was typed beside it: nothing is looked up.
pub fn strength(call: &Call) -> Result<Reply> {
    let site = super::of(call)?;
    counted(&site, format!("strength {}", line_of(&site.scope.address)), JUDGED)?;
    let tenant = site.scope.tenant();
    let policy = Policy::of(tenant, Population::Candidates)?;
    let (password, email) = (call.request.sent("password"), call.request.sent("email"));
    let (strength, faults) = judge(&policy, &Owner::of(tenant, &email), &password);
    let content = html! {
        @if !password.is_empty() {
            meter min="0" max="5" value=(strength.level + 1) aria-hidden="true" {}
            " " (site.say("policy-strength")) ": " (site.say(&format!("policy-strength-{}", strength.level)))
            @if faults.is_empty() { p { (site.say("policy-fine")) } }
            @else { ul { @for (_, text) in told(&site, &faults) { li { (text) } } } }
        }
    };
    Ok(Reply::html(content.into_string()).with("cache-control", "no-store"))
}

/// A page of accounts: never kept by browsers, and its address is told to nobody.
pub fn show(site: &Site<'_>, title: &str, content: Markup, status: u16) -> Result<Reply> {
    let content = html! { div.cs-card.cs-form.cs-text { h1 { (title) } (content) } };
    let reply = framed(site, &Page { title, menu: "me", ..Page::default() }, html! {}, content)?;
    let mut reply = reply.code(status);
    reply.headers.retain(|(name, _)| name != "cache-control");
    Ok(reply.with("cache-control", "no-store"))
}

/// The guard of accounts, where there is one.
pub fn guard() -> Result<&'static Identity> {
    Identity::installed().map(|guard| guard.as_ref()).map_err(|_| missing())
}
