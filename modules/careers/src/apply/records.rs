//! The records that come of an application, for a vacancy or without one.

use talang_catalogue::{Culture, Value};
use talang_engine::{Change, Filter, Op, Query, Result};
use talang_mail::{Enclosed, Mail};
use talang_recruiting::documents::Paper;
use talang_recruiting::privacy::area::{self, Ticket};

use super::form::{Sent, stored};
use crate::account;
use crate::site::Site;

/// Keeps the files that were sent among the tenant's attachments, and says what they are.
///
/// # Errors
/// Those of [`stored`].
pub fn documents(site: &Site<'_>, sent: &Sent) -> Result<Vec<Paper>> {
    let mut papers = Vec::new();
    for (field, name, content) in &sent.files {
        let kind = match field.as_str() {
            "cv" => "cv",
            "letter" => "letter",
            "document" => "other",
            _ => continue,
        };
        let (name, file) = stored(&site.scope, field, name, content)?;
        papers.push(Paper { kind: kind.to_string(), file, name });
    }
    Ok(papers)
}

/// The candidate of that address, or of the employee who applies; a new one where there is none.
pub fn candidate(c: &mut Change<'_>, site: &Site<'_>, sent: &Sent, email: &str) -> Result<i64> {
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

/// Keeps which notice somebody read before applying (G6): its very words, once.
pub fn agreed(c: &mut Change<'_>, notice: &str, candidate: i64) -> Result<()> {
    let catalogue = c.catalogue();
    // A company may have taken the purpose out of its list; nobody's application fails for it.
    let known =
        catalogue.lists.get("consent-purpose").is_some_and(|l| l.iter().any(|i| i.code == "application"));
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

/// The mail that says that something was received, in the language in which it was sent. It goes to the address that was typed.
///
/// # Errors
/// Those of the store.
pub fn confirm(
    c: &mut Change<'_>,
    site: &Site<'_>,
    sent: &Sent,
    candidate: i64,
    template: &'static str,
    more: Vec<(&str, String)>,
) -> Result<()> {
    let culture: &'static Culture = site.scope.culture;
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
    let mut arguments = vec![("name", sent.text("first_name").to_string())];
    arguments.extend(more);
    let mail = Mail {
        to: &email,
        employee: None,
        culture,
        template,
        arguments,
        link: link.map(|l| l.path),
        expires: None,
    };
    talang_mail::enqueue_with(c, &mail, Enclosed { host, ..Enclosed::default() }).map(drop)
}
