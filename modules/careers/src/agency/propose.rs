//! Proposing a candidate: the form, and what it sends.

use maud::html;
use talang_catalogue::{Culture, Kind, Language};
use talang_engine::Result;
use talang_http::{Call, Reply, encode, multipart};
use talang_recruiting::agencies::proposals::{self, Proposal};

use super::{Offered, agency_of, asked, within};
use crate::apply::{
    ALL, Form, Problems, Sent, check_files, check_person, counted, countries, kept, read, refused,
};
use crate::frame::{Page, icon, page as framed};
use crate::site::Site;

/// Proposals of one person in an hour at most.
const PER_HOUR: u32 = 60;
/// Characters of a comment.
const WORDS: usize = 8000;
/// What is asked about the person.
const PERSON: [&str; 6] = ["first_name", "last_name", "email", "phone", "city", "country"];

/// `GET /careers/{site}/agency/jobs/{job}/propose`.
pub fn form(call: &Call) -> Result<Reply> {
    within(call, |site, me| {
        let offered = site.scope.view(|v| asked(site, v, agency_of(me)))?;
        show(site, &offered, &Sent::default(), &Problems::new())
    })
}

/// `POST /careers/{site}/agency/jobs/{job}/propose`.
pub fn send(call: &Call) -> Result<Reply> {
    within(call, |site, me| {
        let offered = site.scope.view(|v| asked(site, v, agency_of(me)))?;
        counted(site, format!("agency {} {}", site.scope.tenant().id(), me.id), PER_HOUR)?;
        let sent = multipart::with_parts(&call.request, ALL, |parts| Ok(read(parts)))?;
        let problems = check(site, &offered, &sent);
        if !problems.is_empty() {
            return Ok(show(site, &offered, &sent, &problems)?.code(422));
        }
        let papers = match kept(site, &sent) {
            Ok(papers) => papers,
            // A virus scanner has something against a file.
            Err(error) => {
                let problems = refused(site, &error).ok_or(error)?;
                return Ok(show(site, &offered, &sent, &problems)?.code(422));
            }
        };
        let spoken = Language::parse(sent.text("language")).filter(|l| site.data.languages.contains(l));
        let email = sent.text("email").trim().to_lowercase();
        let said = |field: &'static str| match field {
            "email" => email.as_str(),
            _ => sent.text(field).trim(),
        };
        let proposal = Proposal {
            by: me,
            given: &offered.given,
            person: PERSON.map(|field| (field, said(field))),
            comment: sent.text("comment").trim(),
            papers: &papers,
            culture: spoken.map_or(site.scope.culture, Culture::of),
        };
        match site.scope.change(Kind::Candidates, |c| proposals::submit(c, &proposal)) {
            Ok(_) => Ok(Reply::see_other(&format!("{}?done=proposed", site.path("agency")))),
            Err(error) => {
                let problems = refused(site, &error).ok_or(error)?;
                Ok(show(site, &offered, &sent, &problems)?.code(422))
            }
        }
    })
}

fn check(site: &Site<'_>, offered: &Offered, sent: &Sent) -> Problems {
    let mut problems = check_person(site, sent);
    let mut wrong = |field: &str, key: &str| problems.push((field.to_string(), site.say(key)));
    if sent.text("comment").chars().count() > WORDS {
        wrong("comment", "careers-too-long");
    }
    if offered.advert.cv_required && sent.files("cv").next().is_none() {
        wrong("cv", "careers-cv-missing");
    }
    if !sent.has("agreed", "yes") {
        wrong("agreed", "careers-agency-agreed-missing");
    }
    problems.extend(check_files(site, sent));
    problems
}

/// The form, with what was sent and what is wrong with it.
fn show(site: &Site<'_>, offered: &Offered, sent: &Sent, problems: &Problems) -> Result<Reply> {
    let advert = &offered.advert;
    let here = format!("agency/jobs/{}", encode(&advert.code));
    let title =
        site.ui().say_with("careers-agency-propose-for", &[("title", advert.title.text.clone().into())]);
    let form = Form { site, sent, problems, me: None };
    let spoken = Language::parse(sent.text("language")).unwrap_or(site.scope.language());
    let content = html! {
        a.cs-back href=(site.path(&here)) { (icon("arrow-left")) (advert.title.text) }
        h1 { (title) }
        @if !problems.is_empty() {
            div.cs-alert.is-danger role="alert" {
                h2 { (site.say("careers-mend")) }
                ul { @for (field, text) in problems { li { a href={ "#f-" (field) } { (text) } } } }
                @if !sent.files.is_empty() { p { (site.say("careers-files-again")) } }
            }
        }
        form.cs-form method="post" action=(site.path(&format!("{here}/propose"))) enctype="multipart/form-data" {
            section.cs-card {
                h2 { (site.say("careers-agency-person")) }
                div.cs-pair {
                    (form.line("first_name", "text", "off", true))
                    (form.line("last_name", "text", "off", true))
                    (form.line("email", "email", "off", true))
                    (form.line("phone", "tel", "off", false))
                    (form.line("city", "text", "off", false))
                    (form.field("country", false, html! {
                        select #f-country name="country" autocomplete="off" {
                            option value="" { "" }
                            @for (code, name) in &countries(site) { option value=(code) selected[sent.text("country") == *code] { (name) } }
                        }
                    }))
                    (form.field("language", true, html! {
                        select #f-language name="language" {
                            @for one in &site.data.languages { option value=(one.code()) lang=(one.code()) selected[spoken == *one] { (one.native_name()) } }
                        }
                    }))
                }
                (form.field("comment", false, html! {
                    textarea #f-comment name="comment" rows="6" maxlength=(WORDS) { (sent.text("comment")) }
                }))
            }
            section.cs-card {
                h2 { (site.say("careers-agency-papers")) }
                (form.file("cv", advert.cv_required, false))
                (form.file("document", false, true))
            }
            section.cs-card {
                div.cs-field.is-wrong[form.problem("agreed").is_some()] {
                    label.cs-choice {
                        input #f-agreed type="checkbox" name="agreed" value="yes" required checked[sent.has("agreed", "yes")]
                            aria-describedby=[form.problem("agreed").map(|_| "e-agreed")];
                        span { (site.say("careers-agency-agreed")) }
                    }
                    (form.error("agreed"))
                }
                p.cs-help { (site.say("careers-agency-told")) }
                button.cs-button type="submit" { (site.say("careers-agency-send")) }
            }
        }
    };
    framed(site, &Page { title: &title, menu: "agency", ..Page::default() }, html! {}, content)
}
