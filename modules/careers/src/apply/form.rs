//! The form by which somebody applies, for a vacancy or without one: what it sends, what is wrong with it, and how it is drawn.

use std::collections::HashMap;

use maud::{Markup, html};
use talang_catalogue::types::iso;
use talang_catalogue::{Culture, Fault, types};
use talang_engine::{Error, Result, Scope};
use talang_http::multipart;
use talang_recruiting::text;

use super::{DOCUMENTS, MOST, Me};
use crate::frame::{icon, prose};
use crate::site::Site;

/// A field that no person sees; what is written into it was written by a machine.
const TRAP: &str = "homepage";

/// The fields of the form that are kept when it comes back, with the most characters of each.
pub const FIELDS: [(&str, usize); 8] = [
    ("first_name", 80),
    ("last_name", 80),
    ("email", 254),
    ("phone", 40),
    ("city", 80),
    ("country", 2),
    ("available_from", 10),
    ("cover_text", 20_000),
];

/// Its fields that hold files.
const FILES: [&str; 3] = ["cv", "letter", "document"];

/// What was sent.
#[derive(Default)]
pub struct Sent {
    /// Texts by field.
    pub texts: HashMap<String, Vec<String>>,
    /// Files: field (`cv`, `letter`, `document`), name, content.
    pub files: Vec<(String, String, Vec<u8>)>,
    /// A program of the company sends it, which has asked for what the site's form asks for in its own way.
    pub by_program: bool,
}

impl Sent {
    /// The first text of a field; empty where it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).and_then(|v| v.first()).map(String::as_str).unwrap_or_default()
    }

    /// Whether a field has a value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.texts.get(name).is_some_and(|v| v.iter().any(|v| v == value))
    }

    /// The files of a field.
    pub fn files<'s>(&'s self, field: &'s str) -> impl Iterator<Item = &'s (String, String, Vec<u8>)> {
        self.files.iter().filter(move |(name, ..)| name == field)
    }

    /// A machine wrote it.
    pub fn is_trapped(&self) -> bool {
        !self.text(TRAP).is_empty()
    }
}

/// What is wrong: the field, and a sentence.
pub type Problems = Vec<(String, String)>;

pub(crate) fn read(parts: &[multipart::Part<'_>]) -> Sent {
    let mut sent = Sent::default();
    for part in parts {
        match part.file_name {
            Some(name) if !part.content.is_empty() => {
                let name: String = name.chars().filter(|c| !c.is_control()).take(150).collect();
                sent.files.push((part.name.to_string(), name, part.content.to_vec()));
            }
            Some(_) => {}
            None => {
                let text = part.text().replace('\r', "");
                sent.texts.entry(part.name.to_string()).or_default().push(text);
            }
        }
    }
    sent
}

/// The kind of a document by its content; none for what recruiters could not open.
fn kind_of(content: &[u8]) -> Option<&'static str> {
    let office = |name: &[u8]| {
        content.get(..4096.min(content.len())).is_some_and(|head| head.windows(name.len()).any(|w| w == name))
    };
    Some(match content {
        [b'%', b'P', b'D', b'F', b'-', ..] => "pdf",
        [b'P', b'K', 3, 4, ..] if office(b"word/") || office(b"[Content_Types].xml") => "docx",
        [b'P', b'K', 3, 4, ..] if office(b"mimetypeapplication/vnd.oasis.opendocument.text") => "odt",
        [b'{', b'\\', b'r', b't', b'f', ..] => "rtf",
        [0x89, b'P', b'N', b'G', ..] => "png",
        [0xFF, 0xD8, 0xFF, ..] => "jpeg",
        _ => return None,
    })
}

/// The key of the message that says why a document is not taken; none for one that is.
pub fn unfit(content: &[u8]) -> Option<&'static str> {
    match kind_of(content) {
        _ if content.len() > MOST => Some("careers-large"),
        None => Some("careers-kind"),
        Some(_) => None,
    }
}

/// Keeps what a document contains: its name, and the value of a field of files.
///
/// # Errors
/// `file.infected` and `file.unscanned` on that field of the form, where a virus scanner says so; those of the store.
pub fn stored(scope: &Scope, field: &str, name: &str, content: &[u8]) -> Result<(String, String)> {
    let name = match name.contains('.') {
        true => name.to_string(),
        false => format!("{name}.{}", kind_of(content).unwrap_or_default()),
    };
    let hash = scope.tenant().db().attachments().put(content).map_err(|error| {
        let error = Error::from(error);
        let refused = error.is("file.infected") || error.is("file.unscanned");
        let on = |fault: Fault| fault.on(field);
        if refused { Error::Faults(error.faults().into_iter().map(on).collect()) } else { error }
    })?;
    Ok((name.clone(), format!("{hash}/{}", name.replace('/', "-"))))
}

/// What is wrong with what was said about a person.
pub fn check_person(site: &Site<'_>, sent: &Sent) -> Problems {
    let mut problems = Problems::new();
    let mut wrong = |field: &str, key: &str| problems.push((field.to_string(), site.say(key)));
    for field in ["first_name", "last_name", "email"] {
        if sent.text(field).is_empty() {
            wrong(field, "careers-fill-in");
        }
    }
    if !sent.text("email").is_empty() && talang_mail::check_address(sent.text("email")).is_err() {
        wrong("email", "careers-email-wrong");
    }
    for (field, most) in FIELDS {
        if sent.text(field).chars().count() > most {
            wrong(field, "careers-too-long");
        }
    }
    let day = sent.text("available_from");
    if !day.is_empty() && day.parse::<jiff::civil::Date>().is_err() {
        wrong("available_from", "careers-date-wrong");
    }
    // Whether it is a new candidate or not: what the file of a candidate could not hold is refused.
    let registry = site.call.installation.registry();
    let catalogue = registry.plain();
    if let Some(candidate) = catalogue.object("Candidate") {
        for name in ["phone", "country"] {
            let text = sent.text(name);
            if let Some(field) = candidate.field(name).filter(|_| !text.is_empty())
                && let Err(fault) = types::parse(field, text, &Culture::NEUTRAL)
                    .and_then(|value| types::check(field, &types::normalise(field, value), catalogue))
            {
                let text = registry.messages.fault_text(site.scope.language(), &fault, &label(site, name));
                problems.push((name.to_string(), text));
            }
        }
    }
    problems
}

/// What is wrong with the files: too many, too large, or of a kind that recruiters could not open.
pub fn check_files(site: &Site<'_>, sent: &Sent) -> Problems {
    let mut problems = Problems::new();
    let mut wrong = |field: &str, key: &str| problems.push((field.to_string(), site.say(key)));
    if sent.files("document").count() > DOCUMENTS {
        wrong("document", "careers-too-many");
    }
    for (field, _, content) in &sent.files {
        if let Some(key) = unfit(content) {
            wrong(field, key);
        }
    }
    problems
}

/// What is wrong with what everybody sends who applies: the person, the files, the notice that was not read.
pub fn check(site: &Site<'_>, sent: &Sent, cv_required: bool, me: Option<&Me>) -> Problems {
    let mut problems = check_person(site, sent);
    if cv_required && sent.files("cv").next().is_none() && !me.is_some_and(|me| me.sends(sent, "cv")) {
        problems.push(("cv".to_string(), site.say("careers-cv-missing")));
    }
    problems.extend(check_files(site, sent));
    if !sent.by_program && !sent.has("privacy", "yes") {
        problems.push(("privacy".to_string(), site.say("careers-privacy-missing")));
    }
    problems
}

/// The sentences of a refusal by the gate that concerns the fields of the form.
pub fn refused(site: &Site<'_>, error: &Error) -> Option<Problems> {
    let faults = error.faults();
    let language = site.scope.language();
    let registry = site.call.installation.registry();
    let known = |n: &str| FIELDS.iter().any(|(name, _)| *name == n) || FILES.contains(&n);
    let all = faults.iter().filter(|f| f.field.as_deref().is_some_and(known));
    let problems: Problems = all
        .map(|f| {
            let field = f.field.clone().unwrap_or_default().to_string();
            let label = label(site, &field);
            (field, registry.messages.fault_text(language, f, &label))
        })
        .collect();
    (!problems.is_empty() && problems.len() == faults.len()).then_some(problems)
}

/// What a field is called.
pub fn label(site: &Site<'_>, field: &str) -> String {
    site.say(&format!("careers-field-{}", field.replace('_', "-")))
}

/// The countries in the reader's language: code and name.
pub fn countries(site: &Site<'_>) -> Vec<(&'static str, &'static str)> {
    let language = site.scope.language();
    let mut all: Vec<(&str, &str)> =
        iso::countries().filter_map(|code| Some((code, iso::country_name(language, code)?))).collect();
    all.sort_by_cached_key(|(_, name)| talang_catalogue::culture::sort_key(language, name));
    all
}

/// What the fields are drawn from.
pub struct Form<'a> {
    /// Where.
    pub site: &'a Site<'a>,
    /// What was sent.
    pub sent: &'a Sent,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Whoever applies is known by their address, and cannot write another.
    pub me: Option<&'a Me>,
}

impl Form<'_> {
    /// What is wrong with a field.
    pub fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, text)| text.as_str())
    }

    /// The same below the field.
    pub fn error(&self, field: &str) -> Markup {
        html! { @if let Some(text) = self.problem(field) { div.cs-error id={ "e-" (field) } { (text) } } }
    }

    /// A field with its label.
    pub fn field(&self, name: &str, mandatory: bool, control: Markup) -> Markup {
        html! {
            div.cs-field.is-wrong[self.problem(name).is_some()] {
                label for={ "f-" (name) } { (label(self.site, name)) (self.optional(mandatory)) }
                (control)
                (self.error(name))
            }
        }
    }

    /// Says that a field may stay empty.
    pub fn optional(&self, mandatory: bool) -> Markup {
        html! { @if !mandatory { " " span.cs-optional { (self.site.say("careers-optional")) } } }
    }

    /// A field of one line.
    pub fn line(&self, name: &str, kind: &str, autocomplete: &str, mandatory: bool) -> Markup {
        let most = FIELDS.iter().find(|(n, _)| *n == name).map_or(200, |(_, most)| *most);
        let error = self.problem(name).map(|_| format!("e-{name}"));
        let fixed = self.me.is_some() && name == "email";
        let control = html! {
            input id={ "f-" (name) } type=(kind) name=(name) value=(self.sent.text(name)) autocomplete=(autocomplete) required[mandatory]
                readonly[fixed] data-never-kept[fixed]
                maxlength=[(kind != "date").then_some(most)] aria-invalid=[error.as_ref().map(|_| "true")] aria-describedby=[error];
        };
        self.field(name, mandatory, control)
    }

    /// A field for files.
    pub fn file(&self, name: &str, mandatory: bool, several: bool) -> Markup {
        let accept = ".pdf,.docx,.odt,.rtf,.png,.jpg,.jpeg";
        let control = html! {
            input id={ "f-" (name) } type="file" name=(name) accept=(accept) data-most=(MOST) required[mandatory] multiple[several] aria-describedby={ "h-" (name) };
            small id={ "h-" (name) } { (self.site.say("careers-file-help")) }
        };
        self.field(name, mandatory, control)
    }

    /// What is wrong with it altogether. `name` says what a field is called, `door` lets
    /// in who has an account.
    pub fn summary(&self, name: impl Fn(&str) -> String, door: Markup) -> Markup {
        html! {
            @if !self.problems.is_empty() {
                div.cs-alert.is-danger role="alert" {
                    h2 { (self.site.say("careers-mend")) }
                    ul { @for (field, text) in self.problems { li { a href={ "#f-" (field) } { (name(field)) ": " (text) } } } }
                    @if !self.sent.files.is_empty() { p { (self.site.say("careers-files-again")) } }
                }
            }
            @if let Some(me) = self.me {
                @let name = format!("{} {}", text(&me.person, "first_name"), text(&me.person, "last_name"));
                div.cs-alert { p { (self.site.ui().say_with("careers-account-as", &[("name", name.into()), ("email", text(&me.person, "email").into())])) } }
            } @else { (door) }
            div.cs-alert #cs-draft hidden { p { (self.site.say("careers-draft")) " " button type="button" { (self.site.say("careers-draft-forget")) } } }
        }
    }

    /// What to send along.
    pub fn documents(&self, cv_required: bool, letter_required: bool) -> Markup {
        let known = self.me.map(|me| me.documents.as_slice()).unwrap_or_default();
        let has_cv = known.iter().any(|d| text(d, "kind") == "cv");
        html! {
            section.cs-card {
                h2 { (self.site.say("careers-documents-title")) }
                @if !known.is_empty() {
                    fieldset.cs-field {
                        legend.cs-label { (self.site.say("careers-account-documents")) }
                        @for document in known {
                            @let id = document.id.to_string();
                            label.cs-choice {
                                input type="checkbox" name="known" value=(id) checked[self.sent.has("known", &id)] data-never-kept;
                                span { (text(document, "name")) }
                            }
                        }
                    }
                }
                (self.file("cv", cv_required && !has_cv, false))
                div.cs-alert.is-success #cs-read role="status" hidden { p { (self.site.say("careers-cv-read")) } }
                (self.file("letter", letter_required, false))
                (self.file("document", false, true))
            }
        }
    }

    /// Who it is. `more` stands below.
    pub fn person(&self, more: Markup) -> Markup {
        html! {
            section.cs-card {
                h2 { (self.site.say("careers-about-you")) }
                div.cs-pair {
                    (self.line("first_name", "text", "given-name", true))
                    (self.line("last_name", "text", "family-name", true))
                    (self.line("email", "email", "email", true))
                    (self.line("phone", "tel", "tel", false))
                    (self.line("city", "text", "address-level2", false))
                    (self.field("country", false, html! {
                        select #f-country name="country" autocomplete="country" {
                            option value="" { "" }
                            @for (code, name) in &countries(self.site) { option value=(code) selected[self.sent.text("country") == *code] { (name) } }
                        }
                    }))
                }
                (more)
            }
        }
    }

    /// When somebody could begin, and what they have to say.
    pub fn words(&self) -> Markup {
        html! {
            (self.line("available_from", "date", "off", false))
            (self.field("cover_text", false, html! {
                textarea #f-cover_text name="cover_text" rows="6" maxlength="20000" { (self.sent.text("cover_text")) }
            }))
        }
    }

    /// The notice that is read, and the button.
    pub fn sending(&self, notice: &str) -> Markup {
        let site = self.site;
        let name = site.text(&site.data.label).to_string();
        html! {
            section.cs-card {
                div.cs-field.is-wrong[self.problem("privacy").is_some()] {
                    label.cs-choice {
                        input #f-privacy type="checkbox" name="privacy" value="yes" required checked[self.sent.has("privacy", "yes")] data-never-kept
                            aria-describedby=[self.problem("privacy").map(|_| "e-privacy")];
                        span { (site.ui().say_with("careers-privacy-read", &[("name", name.into())])) }
                    }
                    details.cs-more { summary { (site.say("careers-privacy")) } div.cs-text { (prose(notice)) } }
                    (self.error("privacy"))
                }
                div.cs-trap aria-hidden="true" { label { "Homepage" input type="text" name=(TRAP) tabindex="-1" autocomplete="off" data-never-kept; } }
                button.cs-button type="submit" { (site.say("careers-send")) }
                p.cs-help { (site.say("careers-send-help")) }
            }
        }
    }
}

/// What everybody reads who sent an application. `draft` is the one that the browser forgets now; an account is
/// offered where there is none.
pub fn received(site: &Site<'_>, draft: &str, about: &str, text: &str, offers: bool) -> Markup {
    html! {
        div.cs-card.cs-form.cs-text data-draft-done=(draft) {
            h1 { (icon("check")) " " (site.say("careers-received")) }
            @if !about.is_empty() { p { strong { (about) } } }
            (prose(text))
            @if offers {
                p { (site.say("careers-account-offer")) }
                p { a.cs-button.cs-button-soft href=(site.path("me/sign-up")) { (site.say("careers-account-sign-up")) } }
            }
            a.cs-button href=(site.path("jobs")) { (site.say("careers-more-jobs")) }
        }
    }
}
