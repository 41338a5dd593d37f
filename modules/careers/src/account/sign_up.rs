//! Signing up (A3). What was typed is kept nowhere until the address is confirmed: it travels, sealed, in the link of the mail. Whoever
//! opens the link shows that they chose the password, too: so nobody gets an account in whose password is a stranger's.

use maud::html;
use serde_json::{Value as Json, json};
use talang_catalogue::{Culture, Fault, Kind, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Result};
use talang_http::{Call, Reply, cookies};
use talang_identity::{Browser, Method, Policy, Population, Proof};
use talang_mail::{Enclosed, Mail};
use talang_recruiting::objects::careers::FrontOffice;
use talang_recruiting::privacy::{account, area};
use talang_recruiting::text;

use super::file_of;
use super::form::{Line, Problems, guard, new_password, problem, show, told, told_of};
use super::sign_in::{kept, over, sent};
use crate::apply::{agreed, counted, slow_down};
use crate::area::came;
use crate::frame::prose;
use crate::site::Site;

/// The job that writes to whoever signed up.
pub(super) const LETTER: &str = "careers.sign-up";
/// Mails that leave for one address in an hour at most.
const LETTERS: u32 = 5;
/// Passwords that are tried with one link in an hour at most.
const TRIES: u32 = 10;
/// What the tickets are for.
const PURPOSE: &str = "candidate-sign-up";
/// Microseconds of an hour.
const HOUR: i64 = 3_600_000_000;

/// What somebody signed up with.
struct Ticket {
    email: String,
    first_name: String,
    last_name: String,
    /// Of the password.
    hash: String,
    culture: String,
    /// When it is over, in microseconds since 1970.
    until: i64,
}

impl Ticket {
    fn open(site: &Site<'_>, sealed: &str) -> Option<Ticket> {
        let bytes = site.scope.tenant().db().vault().open_ticket(PURPOSE, sealed)?;
        let (email, first_name, last_name, hash, culture, until) = serde_json::from_slice(&bytes).ok()?;
        let ticket = Ticket { email, first_name, last_name, hash, culture, until };
        Some(ticket).filter(|t| site.call.installation.clock().now() < t.until)
    }

    fn seal(&self, site: &Site<'_>) -> Result<String> {
        let content =
            json!([self.email, self.first_name, self.last_name, self.hash, self.culture, self.until]);
        Ok(site.scope.tenant().db().vault().seal_ticket(PURPOSE, content.to_string().as_bytes())?)
    }
}

/// What stands in the form.
#[derive(Default)]
struct Typed {
    email: String,
    first_name: String,
    last_name: String,
    privacy: bool,
}

/// `GET /careers/{site}/me/sign-up`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let site = super::of(call)?;
    let typed = match came(&site)? {
        Some(came) if came.live.is_some() => return Ok(Reply::see_other(&site.path("me"))),
        Some(came) => Typed {
            email: text(&came.person, "email").to_string(),
            first_name: text(&came.person, "first_name").to_string(),
            last_name: text(&came.person, "last_name").to_string(),
            privacy: false,
        },
        None => Typed::default(),
    };
    form(&site, &typed, &Problems::new())
}

fn form(site: &Site<'_>, typed: &Typed, problems: &Problems) -> Result<Reply> {
    let title = site.say("careers-account-sign-up");
    let line =
        |name, kind, label, autocomplete, value, most| Line { name, kind, label, autocomplete, value, most };
    let name = site.text(&site.data.label).to_string();
    let content = html! {
        p { (site.say("careers-account-sign-up-text")) }
        @if !problems.is_empty() { div.cs-alert.is-danger role="alert" { p { (site.say("careers-mend")) } } }
        form method="post" action=(site.path("me/sign-up")) {
            div.cs-pair {
                (line("first_name", "text", "careers-field-first-name", "given-name", &typed.first_name, 80).show(site, problems))
                (line("last_name", "text", "careers-field-last-name", "family-name", &typed.last_name, 80).show(site, problems))
            }
            (Line::address(&typed.email).show(site, problems))
            (new_password(site, problems)?)
            div.cs-field.is-wrong[problem(problems, "privacy").is_some()] {
                label.cs-choice {
                    input #f-privacy type="checkbox" name="privacy" value="yes" required checked[typed.privacy];
                    span { (site.ui().say_with("careers-privacy-read", &[("name", name.into())])) }
                }
                details.cs-more { summary { (site.say("careers-privacy")) } div.cs-text { (prose(site.notice(""))) } }
                @if let Some(text) = problem(problems, "privacy") { div.cs-error { (text) } }
            }
            button.cs-button type="submit" { (title) }
        }
    };
    show(site, &title, content, if problems.is_empty() { 200 } else { 422 })
}

/// `POST /careers/{site}/me/sign-up`: the same answer, by the same work, for every address.
pub(super) fn send(call: &Call) -> Result<Reply> {
    let site = super::of(call)?;
    slow_down(&site)?;
    let sent_text = |name: &str| call.request.sent(name).trim().to_string();
    let typed = Typed {
        email: sent_text("email").to_lowercase(),
        first_name: sent_text("first_name"),
        last_name: sent_text("last_name"),
        privacy: sent_text("privacy") == "yes",
    };
    let (password, again) = (call.request.sent("password"), call.request.sent("again"));
    let mut problems = Problems::new();
    for (field, value) in [("first_name", &typed.first_name), ("last_name", &typed.last_name)] {
        if value.is_empty() {
            problems.push((field.to_string(), site.say("careers-fill-in")));
        } else if value.chars().count() > 80 {
            problems.push((field.to_string(), site.say("careers-too-long")));
        }
    }
    if talang_mail::check_address(&typed.email).is_err() {
        problems.push(("email".to_string(), site.say("careers-email-wrong")));
    }
    if password != again {
        problems.extend(told(&site, &[Fault::new("password.differ").on("again")]));
    }
    if !typed.privacy {
        problems.push(("privacy".to_string(), site.say("careers-privacy-missing")));
    }
    let hash = match guard()?.hash_for_candidate(site.scope.tenant(), &typed.email, &password) {
        Ok(hash) => hash,
        Err(error) => {
            problems.extend(told_of(&site, error)?);
            String::new()
        }
    };
    if !problems.is_empty() {
        return form(&site, &typed, &problems);
    }
    if counted(&site, format!("sign-up {} {}", site.scope.tenant().id(), typed.email), LETTERS).is_ok() {
        let now = call.installation.clock().now();
        let hours = Policy::of(site.scope.tenant(), Population::Candidates)?.link_hours;
        let ticket = Ticket {
            email: typed.email.clone(),
            first_name: typed.first_name,
            last_name: typed.last_name,
            hash,
            culture: site.scope.culture.code.to_string(),
            until: now + hours * HOUR,
        };
        let payload = json!({
            "address": ticket.email,
            "culture": ticket.culture,
            "until": ticket.until,
            "site": site.data.code,
            "ticket": ticket.seal(&site)?,
        });
        site.scope.change(Kind::Candidates, |c| c.enqueue(LETTER, &payload, now, None))?;
    }
    sent(&site)
}

/// Whose login an address is.
enum Known {
    Nobody,
    Candidate,
    Staff,
}

/// Writes to whoever signed up: to confirm the address, or that it has an account already.
pub(super) fn letter(run: &mut JobRun<'_>) -> Result<Json> {
    let payload = run.job.payload.clone();
    let told = |name: &str| payload[name].as_str().unwrap_or_default();
    if let (false, Some(culture)) = (told("address").is_empty(), Culture::find(told("culture")))
        && talang_mail::available(run.scope.installation())
    {
        run.scope.change(Kind::Candidates, |c| {
            c.as_program(|c| {
                let known = c.resolve("User", told("address"))?;
                let is = match known {
                    None => Known::Nobody,
                    Some(id) => {
                        let object = c.object("User")?;
                        match Population::of(&c.get(&object, id)?) {
                            Population::Employees => Known::Staff,
                            // What the company made and nobody has confirmed yet is confirmed like a new one.
                            Population::Candidates if account::of_account(c, id)?.is_none() => Known::Nobody,
                            Population::Candidates => Known::Candidate,
                        }
                    }
                };
                let on = |s: &FrontOffice| *s.code == *told("site");
                let Some(site) = area::site_where(c, on)? else { return Ok(()) };
                let ticket = format!("&t={}", told("ticket"));
                let until = payload["until"].as_i64();
                let (template, page, query, expires) = match is {
                    Known::Nobody => ("candidate-account-confirm", "me/confirm", ticket.as_str(), until),
                    Known::Candidate => ("candidate-account-known", "me", "", None),
                    Known::Staff => ("candidate-account-staff", "me", "", None),
                };
                let link = area::page_of(site, page, query, culture);
                let mail = Mail {
                    to: told("address"),
                    employee: None,
                    culture,
                    template,
                    arguments: Vec::new(),
                    link: Some(link.path),
                    expires,
                };
                talang_mail::enqueue_with(c, &mail, Enclosed { host: link.host, ..Enclosed::default() })
                    .map(drop)
            })
        })?;
    }
    run.forget()?;
    Ok(Json::Null)
}

/// `GET /careers/{site}/me/confirm?t=`.
pub(super) fn confirming(call: &Call) -> Result<Reply> {
    let site = super::of(call)?;
    let sealed = call.request.query("t").unwrap_or_default();
    match Ticket::open(&site, sealed) {
        Some(ticket) => confirming_page(&site, &ticket, sealed, &Problems::new()),
        None => over(&site),
    }
}

fn confirming_page(site: &Site<'_>, ticket: &Ticket, sealed: &str, problems: &Problems) -> Result<Reply> {
    let title = site.say("careers-account-confirm");
    let content = html! {
        p { (site.ui().say_with("careers-account-confirm-text", &[("email", ticket.email.as_str().into())])) }
        form method="post" action=(site.path("me/confirm")) {
            input type="hidden" name="t" value=(sealed);
            input.cs-hidden type="email" name="email" value=(ticket.email) autocomplete="username" readonly tabindex="-1" aria-hidden="true";
            (Line::secret("password", "careers-account-password", "current-password").show(site, problems))
            button.cs-button type="submit" { (title) }
        }
        @if !problems.is_empty() { p.cs-me-gap { a href=(site.path("me/sign-up")) { (site.say("careers-account-sign-up")) } } }
    };
    show(site, &title, content, if problems.is_empty() { 200 } else { 422 })
}

/// `POST /careers/{site}/me/confirm`: now there is an account, with the file of that address or a new one, and its owner is signed in.
pub(super) fn confirm(call: &Call) -> Result<Reply> {
    let site = super::of(call)?;
    let sealed = call.request.sent("t");
    let Some(ticket) = Ticket::open(&site, &sealed) else { return over(&site) };
    let tenant = site.scope.tenant();
    let wrong = || vec![("password".to_string(), site.say("careers-account-wrong"))];
    if counted(&site, format!("confirm {} {}", tenant.id(), ticket.email), TRIES).is_err()
        || !guard()?.fits(&call.request.sent("password"), &ticket.hash)
    {
        return confirming_page(&site, &ticket, &sealed, &wrong());
    }
    // A link that is followed a second time is no way past a password that was changed since.
    let bound = site.scope.view(|v| match v.resolve("User", &ticket.email)? {
        Some(id) => Ok(account::of_account(v, id)?.is_some()),
        None => Ok(false),
    })?;
    if bound {
        return Ok(Reply::see_other(&site.path("me")));
    }
    let made =
        guard()?.open_candidate(&call.installation, tenant, &ticket.email, &ticket.culture, &ticket.hash)?;
    let Some(id) = made else { return over(&site) };
    site.scope.change(Kind::Candidates, |c| {
        let file = file(c, &site, &ticket)?;
        account::bind(c, file, id)?;
        agreed(c, site.notice(""), file)
    })?;
    let browser = Browser::of_candidate(&call.request, cookies::ACCOUNT.read(&call.request));
    let signed = guard()?.admit(&call.installation, tenant, Proof::of(id, Method::Password), &browser)?;
    Ok(kept(&site, &signed, Reply::see_other(&format!("{}?done=account", site.path("me")))))
}

/// The file of the address, or a new one.
fn file(c: &mut Change<'_>, site: &Site<'_>, ticket: &Ticket) -> Result<i64> {
    if let Some(known) = file_of(c, &ticket.email)? {
        return Ok(known.id);
    }
    let values: Vec<(&str, Value)> = vec![
        ("first_name", ticket.first_name.as_str().into()),
        ("last_name", ticket.last_name.as_str().into()),
        ("email", ticket.email.as_str().into()),
        ("culture", ticket.culture.as_str().into()),
        ("source", site.data.source.into()),
        ("channel", "career-site".into()),
    ];
    Ok(c.create("Candidate", values)?.id)
}
