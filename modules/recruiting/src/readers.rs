//! Employees as readers of letters: where they get them and in which language.

use talang_catalogue::{Culture, Fault, Record};
use talang_engine::{Change, Error, Filter, Op, Query, Result};
use talang_mail::Mail;

/// Writes a letter to an employee who can sign in, and to nobody else: what it leads to is on a page. An address to which
/// nothing can be sent, or an installation without mails, stops nothing.
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
    if !talang_mail::available(change.scope().installation()) {
        return Ok(());
    }
    let Some((to, culture)) = change.as_program(|c| reader(c, employee))? else { return Ok(()) };
    let mail = Mail {
        to: &to,
        employee: Some(employee),
        culture,
        template,
        arguments,
        link: Some(link),
        expires: None,
    };
    match change.attempt(|c| talang_mail::enqueue(c, &mail).map(drop)) {
        Err(Error::Faults(faults)) if faults.iter().all(|f: &Fault| f.code == "mail.address") => Ok(()),
        other => other,
    }
}

/// The address and the language of an employee with an account that can be used.
fn reader(change: &mut Change<'_>, employee: i64) -> Result<Option<(String, &'static Culture)>> {
    let object = change.object("User")?;
    let is = |field: &str, value: talang_catalogue::Value| Filter::test(&object, field, Op::Is, vec![value]);
    let filter = Filter::And(vec![is("employee", employee.into()), is("state", "active".into())]);
    let users = change.list(&object, &Query { filter: Some(filter), limit: 1, ..Query::default() })?.records;
    let Some(user) = users.first() else { return Ok(None) };
    let object = change.object("Employee")?;
    let person = change.get(&object, employee)?;
    let text = |record: &Record, field: &str| {
        record.get(field).as_text().filter(|t| !t.is_empty()).map(str::to_string)
    };
    let Some(to) = text(user, "email").or(text(&person, "work_email")) else { return Ok(None) };
    let culture = text(user, "culture").or(text(&person, "culture"));
    let culture = culture.and_then(|code| Culture::find(&code)).unwrap_or(change.scope().tenant().culture());
    Ok(Some((to, culture)))
}
