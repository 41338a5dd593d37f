//! Applying: a form, what it sends, and the records that come of it.
//!
//! Whoever applies is a stranger until an e-mail proves otherwise, so no answer here tells whether an address is known: the
//! same page follows whether a candidate, or even the same application, was there before. What a stranger sends is put
//! with the application and never over what the candidate's file says already.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use maud::{Markup, html};
use serde_json::{Map, Value as Json};
use talang_catalogue::types::iso;
use talang_catalogue::{Culture, Fault, Kind, Language, Record, Value, types};
use talang_engine::{Change, Error, Filter, Op, Query, Result, Scope};
use talang_http::{Call, Reply, encode, multipart};
use talang_identity::Stage;
use talang_mail::{Enclosed, Mail};
use talang_recruiting::cv::{self, Knowledge};
use talang_recruiting::letters::sending;
use talang_recruiting::privacy::area::{self, Ticket};
use talang_recruiting::text;

use crate::account;
use crate::advert::{Advert, Question, published};
use crate::area::{came, own};
use crate::frame::{Page, icon, page as framed, prose};
use crate::site::{Site, missing};

/// Bytes of one document at most.
const MOST: usize = 10 * 1024 * 1024;
/// Bytes of all that is sent at most.
pub(crate) const ALL: u64 = 32 * 1024 * 1024;
/// Documents beside CV and letter at most.
pub(crate) const DOCUMENTS: usize = 5;
/// Applications from one network address in an hour at most: a job fair may send many, a machine more.
const PER_HOUR: u32 = 240;
/// A field that no person sees; what is written into it was written by a machine.
const TRAP: &str = "homepage";

/// The fields of the form that are kept when it comes back, with the most characters of each.
const FIELDS: [(&str, usize); 8] = [
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
    fn text(&self, name: &str) -> &str {
        self.texts.get(name).and_then(|v| v.first()).map(String::as_str).unwrap_or_default()
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.texts.get(name).is_some_and(|v| v.iter().any(|v| v == value))
    }

    fn files<'s>(&'s self, field: &'s str) -> impl Iterator<Item = &'s (String, String, Vec<u8>)> {
        self.files.iter().filter(move |(name, ..)| name == field)
    }
}

/// What is wrong: the field, and a sentence.
pub type Problems = Vec<(String, String)>;

/// `GET /careers/{site}/jobs/{job}/apply`.
pub fn form(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let advert = published.get(call.param("job")).ok_or_else(missing)?;
    let me = Me::of(&site)?;
    let sent = me.as_ref().map(Me::filled_in).unwrap_or_default();
    show(&site, advert, &sent, &Problems::new(), me.as_ref())
}

/// `GET /careers/{site}/jobs/{job}/received`: what everybody reads who sent an application.
pub fn received(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let advert = published.get(call.param("job")).ok_or_else(missing)?;
    let title = site.say("careers-received");
    let offers = account::offered(&site) && came(&site)?.is_none_or(|came| came.live.is_none());
    let content = html! {
        div.cs-card.cs-form.cs-text data-draft-done=(advert.code) {
            h1 { (icon("check")) " " (title) }
            p { strong { (advert.title.text) } }
            (prose(&site.say("careers-received-text")))
            @if offers {
                p { (site.say("careers-account-offer")) }
                p { a.cs-button.cs-button-soft href=(site.path("me/sign-up")) { (site.say("careers-account-sign-up")) } }
            }
            a.cs-button href=(site.path("jobs")) { (site.say("careers-more-jobs")) }
        }
    };
    framed(&site, &Page { title: &title, ..Page::default() }, html! {}, content)
}

/// `POST /careers/{site}/jobs/{job}/apply`.
pub fn send(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let advert = published.get(call.param("job")).ok_or_else(missing)?;
    slow_down(&site)?;
    let mut sent = multipart::with_parts(&call.request, ALL, |parts| Ok(read(parts)))?;
    let me = Me::of(&site)?;
    if let Some(me) = &me {
        // Whose application it is says the account, whatever was typed.
        sent.texts.insert("email".to_string(), vec![text(&me.person, "email").to_string()]);
    }
    let on = site.path(&format!("jobs/{}/received", encode(&advert.code)));
    if !sent.text(TRAP).is_empty() {
        return Ok(Reply::see_other(&on));
    }
    let problems = take_as(&site, advert, &sent, me.as_ref())?;
    if problems.is_empty() {
        return Ok(Reply::see_other(&on));
    }
    Ok(show(&site, advert, &sent, &problems, me.as_ref())?.code(422))
}

/// Whoever applies from their own area, by their account or by a link that only their mailbox had: their file and what is in it.
struct Me {
    person: Record,
    documents: Vec<Record>,
}

impl Me {
    /// Whoever is here, if anybody. Colleagues apply as whom they are signed in as.
    fn of(site: &Site<'_>) -> Result<Option<Me>> {
        let here = came(site)?.filter(|came| came.live.as_ref().is_none_or(|l| l.stage == Stage::Full));
        let Some(person) = here.filter(|_| site.employee.is_none()).map(|came| came.person) else {
            return Ok(None);
        };
        let documents = site.scope.view(|v| own::of(v, "CandidateDocument", person.id, "-received_at"))?;
        Ok(Some(Me { person, documents }))
    }

    /// The form as the file fills it in.
    fn filled_in(&self) -> Sent {
        let known = ["first_name", "last_name", "email", "phone", "city", "country"];
        let texts = known.iter().map(|name| (name.to_string(), vec![text(&self.person, name).to_string()]));
        Sent { texts: texts.collect(), ..Sent::default() }
    }

    /// The documents of the file that are to go with the application: of one's own alone.
    fn chosen<'m>(&'m self, sent: &'m Sent) -> impl Iterator<Item = &'m Record> {
        self.documents.iter().filter(|document| sent.has("known", &document.id.to_string()))
    }
}

/// `POST /careers/{site}/cv`: what a CV says, as a proposal for the form. Nothing of it is kept: it is sent again with the form.
pub fn read_cv(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    slow_down(&site)?;
    let content = multipart::with_parts(&call.request, ALL, |parts| {
        let file = parts.iter().find(|p| p.file_name.is_some() && !p.content.is_empty());
        Ok(file.ok_or_else(|| Fault::new("file.empty"))?.content.to_vec())
    })?;
    site.scope.tenant().db().attachments().judge(&content)?;
    let text = talang_reading::text(&content)?;
    let year = i64::from(call.installation.clock().today().year());
    let found = cv::propose(&text.text, &KNOWLEDGE, year);
    let mut told = Map::new();
    for (name, value) in [
        ("first_name", found.first_name),
        ("last_name", found.last_name),
        ("email", found.email),
        ("phone", found.phone),
        ("city", found.city),
        ("country", found.country),
    ] {
        told.extend(value.map(|v| (name.to_string(), Json::from(v))));
    }
    Ok(Reply::json(&Json::Object(told)))
}

/// Names of languages and countries in the seven languages, by which CVs are understood.
static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
    let named = |codes: Vec<&'static str>, name: fn(Language, &str) -> Option<&'static str>| {
        let all = codes.into_iter().flat_map(move |code| {
            Language::ALL.into_iter().filter_map(move |language| Some((code, name(language, code)?)))
        });
        all.collect::<Vec<_>>()
    };
    let languages = named(iso::languages().collect(), iso::language_name);
    let countries = named(iso::countries().collect(), iso::country_name);
    Knowledge::new([], languages, countries, [])
});

/// Takes an application that another door brought; what is wrong with it, where it was not taken.
///
/// # Errors
/// Those of the store, and refusals that no field is to blame for.
pub fn take(site: &Site<'_>, advert: &Advert, sent: &Sent) -> Result<Problems> {
    take_as(site, advert, sent, None)
}

/// The same of somebody who is known.
fn take_as(site: &Site<'_>, advert: &Advert, sent: &Sent, me: Option<&Me>) -> Result<Problems> {
    let problems = check(site, advert, sent, me);
    if !problems.is_empty() {
        return Ok(problems);
    }
    match keep(site, advert, sent, me) {
        Ok(()) => Ok(Problems::new()),
        // A program comes again later, when it is told that it may.
        Err(error) if sent.by_program && error.status() >= 500 => Err(error),
        Err(error) => refused(site, &error).ok_or(error),
    }
}

/// Counts what a network address sends.
pub(crate) fn slow_down(site: &Site<'_>) -> Result<()> {
    let line = talang_engine::network::line_of(&site.scope.address);
    counted(site, line, PER_HOUR)
}

/// Counts something within an hour, and refuses what is more than `most`.
pub(crate) fn counted(site: &Site<'_>, what: String, most: u32) -> Result<()> {
    static SEEN: LazyLock<Mutex<HashMap<String, (i64, u32)>>> = LazyLock::new(Mutex::default);
    const HOUR: i64 = 3_600_000_000;
    let now = site.call.installation.clock().now();
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    if seen.len() >= 20_000 {
        seen.retain(|_, (since, _)| now < *since + HOUR);
        // Whoever has more lines than this is not stopped by counting, and does not fill the memory either.
        if seen.len() >= 20_000 {
            seen.clear();
        }
    }
    let (since, count) = seen.entry(what).or_insert((now, 0));
    if now >= *since + HOUR {
        (*since, *count) = (now, 0);
    }
    *count += 1;
    match *count > most {
        true => Err(Fault::new("quota.too_fast").with("seconds", (*since + HOUR - now) / 1_000_000).into()),
        false => Ok(()),
    }
}

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

fn check(site: &Site<'_>, advert: &Advert, sent: &Sent, me: Option<&Me>) -> Problems {
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
    let mut wrong = |field: &str, key: &str| problems.push((field.to_string(), site.say(key)));
    let on_file = |kind: &str| me.is_some_and(|me| me.chosen(sent).any(|d| text(d, "kind") == kind));
    if advert.cv_required && sent.files("cv").next().is_none() && !on_file("cv") {
        wrong("cv", "careers-cv-missing");
    }
    if advert.letter_required
        && !sent.by_program
        && sent.files("letter").next().is_none()
        && sent.text("cover_text").is_empty()
        && !on_file("letter")
    {
        wrong("letter", "careers-letter-missing");
    }
    if sent.files("document").count() > DOCUMENTS {
        wrong("document", "careers-too-many");
    }
    for (field, _, content) in &sent.files {
        if let Some(key) = unfit(content) {
            wrong(field, key);
        }
    }
    for question in &advert.questions {
        let name = format!("q{}", question.id);
        let answer = answer(question, sent);
        if answer.is_empty() {
            if question.mandatory && !sent.by_program {
                wrong(&name, "careers-answer");
            }
            continue;
        }
        let fine = match question.kind.as_str() {
            "number" => site.scope.culture.parse_decimal(&answer).is_ok(),
            "date" => answer.parse::<jiff::civil::Date>().is_ok(),
            "yes-no" => matches!(answer.as_str(), "yes" | "no"),
            "one" => question.choices.contains(&answer),
            _ => answer.chars().count() <= 8000,
        };
        if !fine {
            wrong(&name, "careers-choose");
        }
    }
    if !sent.by_program && !sent.has("privacy", "yes") {
        wrong("privacy", "careers-privacy-missing");
    }
    problems
}

/// What was answered to a question, as it is kept.
fn answer(question: &Question, sent: &Sent) -> String {
    let name = format!("q{}", question.id);
    let all = sent.texts.get(&name).map(Vec::as_slice).unwrap_or_default();
    let known = all.iter().filter(|a| question.choices.contains(a)).cloned().collect::<Vec<_>>();
    match question.kind.as_str() {
        "several" => known.join("; "),
        _ => all.first().cloned().unwrap_or_default(),
    }
}

/// The sentences of a refusal by the gate that concerns the fields of the form.
fn refused(site: &Site<'_>, error: &Error) -> Option<Problems> {
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

/// Writes it all: candidate, application, answers, documents, and the mail that says it was received (nothing, or all of it).
fn keep(site: &Site<'_>, advert: &Advert, sent: &Sent, me: Option<&Me>) -> Result<()> {
    let mut documents = Vec::new();
    for (field, name, content) in &sent.files {
        let kind = match field.as_str() {
            "cv" => "cv",
            "letter" => "letter",
            "document" => "other",
            _ => continue,
        };
        let (name, file) = stored(&site.scope, field, name, content)?;
        documents.push((kind, file, name));
    }
    let email = sent.text("email").to_lowercase();
    site.scope.change(Kind::Candidates, |c| {
        let candidate = match me {
            Some(me) => me.person.id,
            None => candidate(c, site, sent, &email)?,
        };
        let application = application(c, site, advert, sent, candidate)?;
        let now = Value::Int(c.scope().installation().clock().now());
        let mut go_along: Vec<i64> = me.into_iter().flat_map(|me| me.chosen(sent)).map(|d| d.id).collect();
        for (kind, file, name) in &documents {
            // The same document sent again is there already.
            let object = c.object("CandidateDocument")?;
            let same = Filter::And(vec![
                Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]),
                Filter::test(&object, "file", Op::Is, vec![file.as_str().into()]),
            ]);
            let query = Query { filter: Some(same), limit: 1, ..Query::default() };
            go_along.push(match c.list(&object, &query)?.records.first() {
                Some(known) => known.id,
                None => {
                    let values = vec![
                        ("candidate", candidate.into()),
                        ("kind", (*kind).into()),
                        ("name", name.as_str().into()),
                        ("file", file.as_str().into()),
                        ("received_at", now.clone()),
                    ];
                    c.create("CandidateDocument", values)?.id
                }
            });
        }
        for document in go_along {
            let key = format!(
                "{}|{}",
                key_of(c, "Application", application)?,
                key_of(c, "CandidateDocument", document)?
            );
            if c.resolve("ApplicationDocument", &key)?.is_none() {
                let values = vec![
                    ("application", application.into()),
                    ("document", document.into()),
                    ("sent_at", now.clone()),
                ];
                c.create("ApplicationDocument", values)?;
            }
        }
        if !sent.by_program {
            agreed(c, site, candidate)?;
        }
        confirm(c, site, advert, sent, (candidate, application))
    })
}

fn key_of(c: &mut Change<'_>, object: &str, id: i64) -> Result<String> {
    Ok(c.title(object, id)?.key)
}

/// The candidate of that address, or of the employee who applies; a new one where there is none.
fn candidate(c: &mut Change<'_>, site: &Site<'_>, sent: &Sent, email: &str) -> Result<i64> {
    let object = c.object("Candidate")?;
    if let Some(me) = site.employee {
        let own = Filter::test(&object, "employee", Op::Is, vec![me.into()]);
        let query = Query { filter: Some(own), limit: 1, ..Query::default() };
        if let Some(known) = c.list(&object, &query)?.records.first() {
            return Ok(known.id);
        }
    }
    if let Some(known) = account::file_of(c, email)? {
        return Ok(known.id);
    }
    let optional = |name: &str| match sent.text(name) {
        "" => Value::Null,
        text => text.into(),
    };
    let values = vec![
        ("first_name", sent.text("first_name").into()),
        ("last_name", sent.text("last_name").into()),
        ("email", email.into()),
        ("phone", phone(sent.text("phone"))),
        ("city", optional("city")),
        ("country", optional("country")),
        ("culture", site.scope.culture.code.into()),
        ("source", site.data.source.into()),
        ("channel", "career-site".into()),
        ("employee", site.employee.into()),
    ];
    Ok(c.create("Candidate", values)?.id)
}

/// A telephone number with what people write between its figures taken out.
fn phone(text: &str) -> Value {
    match text.is_empty() {
        true => Value::Null,
        false => text.trim().into(),
    }
}

/// The application of that candidate for the vacancy; what was sent before stays as it was, and the team is told that it was
/// sent again.
fn application(
    c: &mut Change<'_>,
    site: &Site<'_>,
    advert: &Advert,
    sent: &Sent,
    candidate: i64,
) -> Result<i64> {
    let object = c.object("Application")?;
    let same = Filter::And(vec![
        Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]),
        Filter::test(&object, "vacancy", Op::Is, vec![advert.id.into()]),
    ]);
    let query = Query { filter: Some(same), limit: 1, ..Query::default() };
    if let Some(known) = c.list(&object, &query)?.records.first() {
        let now = Value::Int(c.scope().installation().clock().now());
        let values = vec![("application", known.id.into()), ("at", now), ("kind", "sent-again".into())];
        c.create("ApplicationEvent", values)?;
        return Ok(known.id);
    }
    let day = sent.text("available_from").parse::<jiff::civil::Date>().ok();
    let text = sent.text("cover_text");
    let values = vec![
        ("candidate", candidate.into()),
        ("vacancy", advert.id.into()),
        ("source", site.data.source.into()),
        ("available_from", day.map_or(Value::Null, Value::from)),
        ("cover_text", if text.is_empty() { Value::Null } else { text.into() }),
    ];
    let application = c.create("Application", values)?.id;
    for question in &advert.questions {
        let answer = answer(question, sent);
        if !answer.is_empty() {
            let answer = match (question.kind.as_str(), answer.as_str()) {
                ("yes-no", "yes") => site.say("ui-yes"),
                ("yes-no", _) => site.say("ui-no"),
                ("date", day) => match day.parse::<jiff::civil::Date>() {
                    Ok(day) => site.scope.culture.date_short(talang_catalogue::value::days_of_date(day)),
                    Err(_) => answer,
                },
                _ => answer,
            };
            let values = vec![
                ("application", application.into()),
                ("question", question.id.into()),
                ("answer", answer.into()),
            ];
            c.create("ApplicationAnswer", values)?;
        }
    }
    Ok(application)
}

/// Keeps which notice somebody read before applying (G6): its very words, once.
pub(crate) fn agreed(c: &mut Change<'_>, site: &Site<'_>, candidate: i64) -> Result<()> {
    let catalogue = c.catalogue();
    // A company may have taken the purpose out of its list; nobody's application fails for it.
    let known =
        catalogue.lists.get("consent-purpose").is_some_and(|l| l.iter().any(|i| i.code == "application"));
    let notice = site.text(&site.data.privacy);
    if !known || notice.is_empty() {
        return Ok(());
    }
    let object = c.object("CandidateConsent")?;
    let same = Filter::And(vec![
        Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]),
        Filter::test(&object, "purpose", Op::Is, vec!["application".into()]),
    ]);
    let known = c.list(&object, &Query { filter: Some(same), ..Query::default() })?.records;
    if known.iter().any(|r| r.get("text").as_text() == Some(notice)) {
        return Ok(());
    }
    let now = Value::Int(c.scope().installation().clock().now());
    let values = vec![
        ("candidate", candidate.into()),
        ("purpose", "application".into()),
        ("given_at", now),
        ("text", notice.into()),
    ];
    c.create("CandidateConsent", values).map(drop)
}

/// The mail that says it was received, in the language in which it was sent: in the company's own words, or else in ours.
fn confirm(
    c: &mut Change<'_>,
    site: &Site<'_>,
    advert: &Advert,
    sent: &Sent,
    (candidate, application): (i64, i64),
) -> Result<()> {
    if !talang_mail::available(c.scope().installation()) {
        return Ok(());
    }
    let culture: &'static Culture = site.scope.culture;
    if sending::acknowledge(c, application, culture)? {
        return Ok(());
    }
    let email = sent.text("email").to_lowercase();
    // Into somebody's area leads a mail to the address that they have, and to no other: colleagues are known by their sign-in, whatever
    // address they typed.
    let object = c.object("Candidate")?;
    let theirs = c.get(&object, candidate)?.get("email").as_text().is_some_and(|e| e.to_lowercase() == email);
    let link = match theirs {
        true => area::link(c, Ticket::Area, candidate, "me/open", area::SENT, culture)?,
        false => None,
    };
    let host = link.as_ref().and_then(|l| l.host.clone());
    let mail = Mail {
        to: &email,
        employee: None,
        culture,
        template: "application-received",
        arguments: vec![
            ("name", sent.text("first_name").to_string()),
            ("vacancy", advert.title.text.clone()),
            ("reference", advert.code.clone()),
        ],
        link: link.map(|l| l.path),
        expires: None,
    };
    talang_mail::enqueue_with(c, &mail, Enclosed { host, ..Enclosed::default() }).map(drop)
}

fn label(site: &Site<'_>, field: &str) -> String {
    site.say(&format!("careers-field-{}", field.replace('_', "-")))
}

/// The form, with what was sent and what is wrong with it.
fn show(
    site: &Site<'_>,
    advert: &Advert,
    sent: &Sent,
    problems: &Problems,
    me: Option<&Me>,
) -> Result<Reply> {
    let here = format!("jobs/{}", encode(&advert.code));
    let title = site.ui().say_with("careers-apply-for", &[("title", advert.title.text.clone().into())]);
    let form = Form { site, sent, problems, known: me.is_some() };
    let documents = me.map(|me| me.documents.as_slice()).unwrap_or_default();
    let has_cv = documents.iter().any(|d| text(d, "kind") == "cv");
    let accounts = me.is_none() && site.employee.is_none() && account::offered(site);
    let name = site.text(&site.data.label);
    let countries = {
        let language = site.scope.language();
        let mut all: Vec<(&str, &str)> =
            iso::countries().filter_map(|code| Some((code, iso::country_name(language, code)?))).collect();
        all.sort_by_cached_key(|(_, name)| talang_catalogue::culture::sort_key(language, name));
        all
    };
    let content = html! {
        a.cs-back href=(site.path(&here)) { (icon("arrow-left")) (advert.title.text) }
        h1 { (title) }
        @if !problems.is_empty() {
            div.cs-alert.is-danger role="alert" {
                h2 { (site.say("careers-mend")) }
                ul { @for (field, text) in problems { li { a href={ "#f-" (field) } { (form.name(advert, field)) ": " (text) } } } }
                @if !sent.files.is_empty() { p { (site.say("careers-files-again")) } }
            }
        }
        @if let Some(me) = me {
            @let name = format!("{} {}", text(&me.person, "first_name"), text(&me.person, "last_name"));
            div.cs-alert { p { (site.ui().say_with("careers-account-as", &[("name", name.into()), ("email", text(&me.person, "email").into())])) } }
        } @else if accounts {
            p { (site.say("careers-account-have")) " " a href={ (site.path("me")) "?job=" (encode(&advert.code)) } { (site.say("careers-account-sign-in")) } }
        }
        div.cs-alert #cs-draft hidden { p { (site.say("careers-draft")) " " button type="button" { (site.say("careers-draft-forget")) } } }
        form.cs-form method="post" action=(site.path(&format!("{here}/apply"))) enctype="multipart/form-data" data-draft=(advert.code) data-read=(site.path("cv")) data-sent=[(!problems.is_empty()).then_some("true")] {
            section.cs-card {
                h2 { (site.say("careers-documents-title")) }
                @if !documents.is_empty() {
                    fieldset.cs-field {
                        legend.cs-label { (site.say("careers-account-documents")) }
                        @for document in documents {
                            @let id = document.id.to_string();
                            label.cs-choice {
                                input type="checkbox" name="known" value=(id) checked[sent.has("known", &id)] data-never-kept;
                                span { (text(document, "name")) }
                            }
                        }
                    }
                }
                (form.file("cv", advert.cv_required && !has_cv, false))
                div.cs-alert.is-success #cs-read role="status" hidden { p { (site.say("careers-cv-read")) } }
                (form.file("letter", advert.letter_required, false))
                (form.file("document", false, true))
            }
            section.cs-card {
                h2 { (site.say("careers-about-you")) }
                div.cs-pair {
                    (form.line("first_name", "text", "given-name", true))
                    (form.line("last_name", "text", "family-name", true))
                    (form.line("email", "email", "email", true))
                    (form.line("phone", "tel", "tel", false))
                    (form.line("city", "text", "address-level2", false))
                    (form.field("country", false, html! {
                        select #f-country name="country" autocomplete="country" {
                            option value="" { "" }
                            @for (code, name) in &countries { option value=(code) selected[sent.text("country") == *code] { (name) } }
                        }
                    }))
                }
                (form.line("available_from", "date", "off", false))
                (form.field("cover_text", false, html! {
                    textarea #f-cover_text name="cover_text" rows="6" maxlength="20000" { (sent.text("cover_text")) }
                }))
            }
            @if !advert.questions.is_empty() {
                section.cs-card {
                    h2 { (site.say("careers-questions")) }
                    @for question in &advert.questions { (form.question(question)) }
                }
            }
            section.cs-card {
                div.cs-field.is-wrong[form.problem("privacy").is_some()] {
                    label.cs-choice {
                        input #f-privacy type="checkbox" name="privacy" value="yes" required checked[sent.has("privacy", "yes")] data-never-kept
                            aria-describedby=[form.problem("privacy").map(|_| "e-privacy")];
                        span { (site.ui().say_with("careers-privacy-read", &[("name", name.to_string().into())])) }
                    }
                    details.cs-more { summary { (site.say("careers-privacy")) } div.cs-text { (prose(site.text(&site.data.privacy))) } }
                    (form.error("privacy"))
                }
                div.cs-trap aria-hidden="true" { label { "Homepage" input type="text" name=(TRAP) tabindex="-1" autocomplete="off" data-never-kept; } }
                button.cs-button type="submit" { (site.say("careers-send")) }
                p.cs-help { (site.say("careers-send-help")) }
            }
        }
    };
    framed(site, &Page { title: &title, menu: "jobs", ..Page::default() }, html! {}, content)
}

/// What the fields are drawn from.
struct Form<'a> {
    site: &'a Site<'a>,
    sent: &'a Sent,
    problems: &'a Problems,
    /// Whoever applies is known by their address, and cannot write another.
    known: bool,
}

impl Form<'_> {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, text)| text.as_str())
    }

    fn error(&self, field: &str) -> Markup {
        html! { @if let Some(text) = self.problem(field) { div.cs-error id={ "e-" (field) } { (text) } } }
    }

    /// What a field is called.
    fn name(&self, advert: &Advert, field: &str) -> String {
        let question = advert.questions.iter().find(|q| format!("q{}", q.id) == field);
        question.map_or_else(|| label(self.site, field), |q| q.text.clone())
    }

    fn field(&self, name: &str, mandatory: bool, control: Markup) -> Markup {
        html! {
            div.cs-field.is-wrong[self.problem(name).is_some()] {
                label for={ "f-" (name) } { (label(self.site, name)) (self.optional(mandatory)) }
                (control)
                (self.error(name))
            }
        }
    }

    fn optional(&self, mandatory: bool) -> Markup {
        html! { @if !mandatory { " " span.cs-optional { (self.site.say("careers-optional")) } } }
    }

    fn line(&self, name: &str, kind: &str, autocomplete: &str, mandatory: bool) -> Markup {
        let most = FIELDS.iter().find(|(n, _)| *n == name).map_or(200, |(_, most)| *most);
        let error = self.problem(name).map(|_| format!("e-{name}"));
        let fixed = self.known && name == "email";
        let control = html! {
            input id={ "f-" (name) } type=(kind) name=(name) value=(self.sent.text(name)) autocomplete=(autocomplete) required[mandatory]
                readonly[fixed] data-never-kept[fixed]
                maxlength=[(kind != "date").then_some(most)] aria-invalid=[error.as_ref().map(|_| "true")] aria-describedby=[error];
        };
        self.field(name, mandatory, control)
    }

    fn file(&self, name: &str, mandatory: bool, several: bool) -> Markup {
        let accept = ".pdf,.docx,.odt,.rtf,.png,.jpg,.jpeg";
        let control = html! {
            input id={ "f-" (name) } type="file" name=(name) accept=(accept) data-most=(MOST) required[mandatory] multiple[several] aria-describedby={ "h-" (name) };
            small id={ "h-" (name) } { (self.site.say("careers-file-help")) }
        };
        self.field(name, mandatory, control)
    }

    fn question(&self, question: &Question) -> Markup {
        let name = format!("q{}", question.id);
        let value = self.sent.text(&name);
        let choices: Vec<(String, String)> = match question.kind.as_str() {
            "yes-no" => vec![("yes".into(), self.site.say("ui-yes")), ("no".into(), self.site.say("ui-no"))],
            _ => question.choices.iter().map(|c| (c.clone(), c.clone())).collect(),
        };
        let input = match question.kind.as_str() {
            "yes-no" | "one" => "radio",
            "several" => "checkbox",
            "number" | "date" => question.kind.as_str(),
            _ => "",
        };
        html! {
            @if matches!(input, "radio" | "checkbox") {
                fieldset.cs-field.is-wrong[self.problem(&name).is_some()] id={ "f-" (name) } {
                    legend.cs-label { (question.text) (self.optional(question.mandatory)) }
                    @for (code, label) in &choices {
                        label.cs-choice {
                            input type=(input) name=(name) value=(code) checked[self.sent.has(&name, code)] required[question.mandatory && input == "radio"];
                            span { (label) }
                        }
                    }
                    (self.error(&name))
                }
            } @else {
                div.cs-field.is-wrong[self.problem(&name).is_some()] {
                    label for={ "f-" (name) } { (question.text) (self.optional(question.mandatory)) }
                    @match input {
                        "date" => input id={ "f-" (name) } type="date" name=(name) value=(value) required[question.mandatory];,
                        "number" => input id={ "f-" (name) } type="text" inputmode="decimal" name=(name) value=(value) required[question.mandatory];,
                        _ => textarea id={ "f-" (name) } name=(name) rows="3" maxlength="8000" required[question.mandatory] { (value) },
                    }
                    (self.error(&name))
                }
            }
        }
    }
}
