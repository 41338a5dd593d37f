//! Who gets letters: employees with an account, and candidates; where, and in which language.

use talang_catalogue::{Culture, Fault, Record, Value};
use talang_engine::{Change, Error, Filter, Op, Query, Result};
use talang_mail::{Enclosed, Mail};

/// Somebody who reads a letter.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Name.
    pub name: String,
    /// Address.
    pub to: String,
    /// The employee, where it is one.
    pub employee: Option<i64>,
    /// Language and formats.
    pub culture: &'static Culture,
}

/// A letter.
pub struct Letter<'a> {
    /// Its template.
    pub template: &'static str,
    /// What stands in it.
    pub arguments: Vec<(&'a str, String)>,
    /// Where its button leads.
    pub link: Option<String>,
    /// What goes with it.
    pub enclosed: Enclosed,
}

/// Writes to a reader. An address to which nothing can be sent, or an installation without mails, stops nothing.
///
/// # Errors
/// Those of the store.
pub fn send(change: &mut Change<'_>, reader: &Reader, letter: Letter<'_>) -> Result<()> {
    if !talang_mail::available(change.scope().installation()) {
        return Ok(());
    }
    let mail = Mail {
        to: &reader.to,
        employee: reader.employee,
        culture: reader.culture,
        template: letter.template,
        arguments: letter.arguments,
        link: letter.link,
        expires: None,
    };
    match change.attempt(|c| talang_mail::enqueue_with(c, &mail, letter.enclosed).map(drop)) {
        Err(Error::Faults(faults)) if faults.iter().all(|f: &Fault| f.code == "mail.address") => Ok(()),
        other => other,
    }
}

/// Writes a letter to an employee who can sign in, and to nobody else: what it leads to is on a page.
///
/// # Errors
/// Those of the store.
pub fn write(
    change: &mut Change<'_>,
    employee: i64,
    template: &'static str,
    arguments: Vec<(&str, String)>,
    link: String,
) -> Result<()> {
    let Some(reader) = employee_of(change, employee)? else { return Ok(()) };
    send(change, &reader, Letter { template, arguments, link: Some(link), enclosed: Enclosed::default() })
}

fn text(record: &Record, field: &str) -> Option<String> {
    record.get(field).as_text().filter(|t| !t.is_empty()).map(str::to_string)
}

fn culture(change: &Change<'_>, code: Option<String>) -> &'static Culture {
    code.and_then(|code| Culture::find(&code)).unwrap_or(change.scope().tenant().culture())
}

/// An employee with an account that can be used.
///
/// # Errors
/// Those of the store.
pub fn employee_of(change: &mut Change<'_>, employee: i64) -> Result<Option<Reader>> {
    change.as_program(|c| {
        let object = c.object("User")?;
        let is = |field: &str, value: Value| Filter::test(&object, field, Op::Is, vec![value]);
        let filter = Filter::And(vec![is("employee", employee.into()), is("state", "active".into())]);
        let users = c.list(&object, &Query { filter: Some(filter), limit: 1, ..Query::default() })?.records;
        let Some(user) = users.first() else { return Ok(None) };
        let object = c.object("Employee")?;
        let person = c.get(&object, employee)?;
        let Some(to) = text(user, "email").or(text(&person, "work_email")) else { return Ok(None) };
        let culture = culture(c, text(user, "culture").or(text(&person, "culture")));
        Ok(Some(Reader { name: c.title_of(&person)?.title, to, employee: Some(employee), culture }))
    })
}

/// A candidate with an address.
///
/// # Errors
/// Those of the store.
pub fn candidate_of(change: &mut Change<'_>, candidate: i64) -> Result<Option<Reader>> {
    change.as_program(|c| {
        let object = c.object("Candidate")?;
        let person = c.get(&object, candidate)?;
        let Some(to) = text(&person, "email") else { return Ok(None) };
        let culture = culture(c, text(&person, "culture"));
        Ok(Some(Reader { name: c.title_of(&person)?.title, to, employee: None, culture }))
    })
}
