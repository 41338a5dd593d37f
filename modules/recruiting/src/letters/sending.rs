//! From a message to a mail, in the transaction that writes the message: whoever may write to a candidate writes a record, by a
//! screen or an interface, and the mail follows. What files bring was said elsewhere.

use talang_catalogue::{Fault, Record, Value};
use talang_engine::{Change, Door, Result, View};
use talang_mail::{Attached, Enclosed};

use crate::privacy::area::{self, Ticket};
use crate::readers;

/// Whether what is written here is to leave as a mail.
fn leaves(view: &View<'_>, message: &Record) -> bool {
    let elsewhere = matches!(view.scope().door, Door::Import | Door::FileSpace | Door::CommandLine);
    !elsewhere && message.get("direction").as_text() == Some("outgoing")
}

/// Before a message is written: it says who wrote it, when and about what, and one that could reach nobody is refused.
///
/// # Errors
/// Those of the store.
pub fn check(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if old.is_some() {
        return Ok(());
    }
    if new.get("at").is_null() {
        new.set("at", Value::Int(view.scope().installation().clock().now()));
    }
    if new.get("by").is_null() && new.get("direction").as_text() == Some("outgoing") {
        new.set("by", view.scope().actor.employee().map_or(Value::Null, Value::Int));
    }
    if let Some(application) = new.get("application").as_int() {
        let about = view.as_rule(|v| {
            let object = v.object("Application")?;
            v.get(&object, application)
        })?;
        new.set("vacancy", about.get("vacancy").clone());
        if new.get("candidate") != about.get("candidate") {
            let key = view.title_of(&about)?.key;
            faults.push(
                Fault::new("reference.unknown")
                    .on("application")
                    .with("object", "Application")
                    .with("key", key),
            );
        }
    }
    if leaves(view, new) {
        if !talang_mail::available(view.scope().installation()) {
            faults.push(Fault::new("mail.none"));
        } else if let Some(candidate) = new.get("candidate").as_int()
            && !reaches(view, candidate)?
        {
            faults.push(Fault::new("letter.address").on("candidate"));
        }
    }
    Ok(())
}

/// Whether a candidate has an address to which a mail can go.
///
/// # Errors
/// Those of the store.
pub fn reaches(view: &mut View<'_>, candidate: i64) -> Result<bool> {
    view.as_rule(|v| {
        let object = v.object("Candidate")?;
        let person = v.get(&object, candidate)?;
        let address = person.get("email").as_text().unwrap_or_default();
        Ok(person.get("anonymised_on").is_null() && talang_mail::check_address(address).is_ok())
    })
}

/// What follows from a message: the mail, and a line in what happened to the application.
///
/// # Errors
/// Those of the store.
pub fn follow(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let (None, Some(new)) = (old, new) else { return Ok(()) };
    if leaves(change, new) {
        post(change, new)?;
    }
    if new.get("application").is_null() {
        return Ok(());
    }
    if change.scope().door == Door::FrontOffice && new.get("direction").as_text() == Some("incoming") {
        tell(change, new)?;
    }
    let heading: String = new.get("heading").as_text().unwrap_or_default().chars().take(400).collect();
    let values = vec![
        ("application", new.get("application").clone()),
        ("at", new.get("at").clone()),
        ("kind", "message".into()),
        ("by", new.get("by").clone()),
        ("text", heading.into()),
    ];
    change.make_later("ApplicationEvent", values)
}

/// What goes with it.
fn files(view: &View<'_>, message: &Record) -> Vec<Attached> {
    let Some((hash, name)) = message.get("file").as_text().and_then(|file| file.split_once('/')) else {
        return Vec::new();
    };
    let path = view.scope().tenant().db().attachments().path(hash);
    let kind = path.ok().and_then(|path| talang_screens::general::media_type(&path));
    let kind = kind.unwrap_or("application/octet-stream").to_string();
    vec![Attached { hash: hash.to_string(), name: name.to_string(), kind }]
}

/// Tells whoever takes care of the vacancy that a candidate wrote; what, they read here.
fn tell(change: &mut Change<'_>, message: &Record) -> Result<()> {
    let vacancy = change.as_rule(|v| {
        let object = v.object("Vacancy")?;
        v.get(&object, message.get("vacancy").as_int().unwrap_or_default())
    })?;
    let Some(recruiter) = vacancy.get("recruiter").as_int() else { return Ok(()) };
    let title = change.title("Vacancy", vacancy.id)?.title;
    let link = format!("/applications/{}", message.get("application").as_int().unwrap_or_default());
    readers::write(change, recruiter, "candidate-wrote", vec![("title", title)], link)
}

/// The mail of a message, in the frame of the candidate's language.
fn post(change: &mut Change<'_>, message: &Record) -> Result<()> {
    let candidate = message.get("candidate").as_int().unwrap_or_default();
    let Some(reader) = readers::candidate_of(change, candidate)? else { return Ok(()) };
    let text = |field: &str| message.get(field).as_text().unwrap_or_default().to_string();
    let link = area::link(change, Ticket::Area, candidate, "me/open", area::SENT, reader.culture)?;
    let host = link.as_ref().and_then(|l| l.host.clone());
    let letter = readers::Letter {
        template: "candidate-letter",
        arguments: vec![("heading", text("heading"))],
        link: link.map(|l| l.path),
        enclosed: Enclosed {
            words: text("text"),
            files: files(change, message),
            host,
            ..Enclosed::default()
        },
    };
    readers::send(change, &reader, letter)
}

/// Says that an application was received, in the company's own words where it has any for that; whether it has.
///
/// # Errors
/// Those of the store.
pub fn acknowledge(
    change: &mut Change<'_>,
    application: i64,
    culture: &'static talang_catalogue::Culture,
) -> Result<bool> {
    change.as_program(|c| {
        let object = c.object("Application")?;
        let record = c.get(&object, application)?;
        let candidate = record.get("candidate").as_int().unwrap_or_default();
        let all = super::wordings(c)?;
        let company = c.scope().tenant().culture();
        let purpose = crate::objects::careers::MessagePurpose::Acknowledgement;
        let Some(wording) = super::for_purpose(&all, purpose, culture, company) else { return Ok(false) };
        if !reaches(c, candidate)? {
            return Ok(false);
        }
        let letter = super::render(&wording.template(), &super::of_application(c, &record, culture)?);
        let values = vec![
            ("candidate", candidate.into()),
            ("application", application.into()),
            ("template", wording.id.into()),
            ("heading", letter.heading.into()),
            ("text", letter.text.into()),
        ];
        c.create("CandidateMessage", values)?;
        Ok(true)
    })
}
