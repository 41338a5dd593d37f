//! Effective rights as files (A13): who may do what, and which role says so.

use std::io::Read;

use talang_catalogue::Record;
use talang_engine::rights::Grant;
use talang_engine::{Action, Query, Result, Scope, View};
use talang_http::{Body, Call, Reply};

use super::{effective, reads_all};

/// Users read at once.
const PAGE: usize = 200;

const HEADER: [&str; 9] =
    ["login", "employee", "object", "group", "action", "extent", "roles", "lines", "people"];

/// `GET /access/users/{id}/rights.csv`: one user's.
pub(super) fn rights(call: &Call) -> Result<Reply> {
    let separator = call.scope.culture.list;
    let (login, text) = call.scope.view(|v| {
        let users = v.object("User")?;
        let user = v.get(&users, call.id("id")?)?;
        reads_all(v, "UserRole")?;
        reads_all(v, "RoleRight")?;
        let mut text = head(separator);
        lines(v, &user, separator, &mut text)?;
        Ok((user.get("login").as_text().unwrap_or_default().to_string(), text))
    })?;
    call.scope.log_activity("export", &call.request.address, &own_login(&call.scope), "rights")?;
    Ok(Reply::bytes("text/csv; charset=utf-8", text).attachment(&format!("rights-{login}.csv")))
}

/// `GET /access/rights.csv`: everybody's, made while it is sent.
pub(super) fn all_rights(call: &Call) -> Result<Reply> {
    call.scope.view(|v| {
        reads_all(v, "User")?;
        reads_all(v, "UserRole")?;
        reads_all(v, "RoleRight")
    })?;
    call.scope.log_activity("export", &call.request.address, &own_login(&call.scope), "rights")?;
    let source = Rows {
        scope: call.scope.clone(),
        next: Some(None),
        ready: head(call.scope.culture.list).into_bytes(),
        at: 0,
    };
    let mut reply =
        Reply::status(200).with("content-type", "text/csv; charset=utf-8").attachment("rights.csv");
    reply.body = Body::Stream(Box::new(source));
    Ok(reply)
}

pub(super) fn own_login(scope: &Scope) -> String {
    match &scope.actor {
        talang_engine::Actor::User { login, .. } => login.clone(),
        talang_engine::Actor::System => String::new(),
    }
}

/// Everybody's rights, a page of users at a time.
struct Rows {
    scope: Scope,
    /// Where the next page begins; nothing after the last.
    next: Option<Option<String>>,
    ready: Vec<u8>,
    at: usize,
}

impl Read for Rows {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.at >= self.ready.len() {
            let Some(cursor) = self.next.take() else { return Ok(0) };
            let separator = self.scope.culture.list;
            let (text, next) = self
                .scope
                .view(|v| {
                    let users = v.object("User")?;
                    let sort = v.sort(&users, "login")?;
                    let page = v.list(&users, &Query { sort, limit: PAGE, cursor, ..Query::default() })?;
                    let mut text = String::new();
                    for user in &page.records {
                        lines(v, user, separator, &mut text)?;
                    }
                    Ok((text, page.next))
                })
                .map_err(|e| std::io::Error::other(e.to_string()))?;
            self.next = next.map(Some);
            self.ready = text.into_bytes();
            self.at = 0;
        }
        let rest = self.ready.get(self.at..).unwrap_or_default();
        let count = rest.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}

fn head(separator: char) -> String {
    let mut text = String::from("\u{feff}");
    line(&HEADER, separator, &mut text);
    text
}

/// One line per object, group and action that the user is allowed.
fn lines(v: &mut View<'_>, user: &Record, separator: char, out: &mut String) -> Result<()> {
    let login = user.get("login").as_text().unwrap_or_default().to_string();
    let people = v.scope().installation().registry().people;
    let employee = match user.get("employee").as_int().zip(people) {
        Some((id, people)) => v.title(people.object, id)?.key,
        None => String::new(),
    };
    let rights = effective::rights_of(v, user)?;
    let graph = v.people_graph()?;
    let reached = effective::Reached::of(&graph, user.get("employee").as_int());
    for object in v.catalogue().objects() {
        for group in &object.groups {
            for action in Action::ALL {
                let extents = rights.extents(object, group, action);
                if extents.is_none() {
                    continue;
                }
                let mut roles: Vec<&str> =
                    rights.origin(object, group, action).iter().map(|g| g.role.as_str()).collect();
                roles.sort_unstable();
                roles.dedup();
                let line_of = |g: &&Grant| {
                    format!("{}: {} {} {}", g.role, g.object, g.group, g.extent.words().join("+"))
                };
                let mut from: Vec<String> =
                    rights.origin(object, group, action).iter().map(line_of).collect();
                from.sort_unstable();
                let people =
                    if object.personal() { reached.count(extents).to_string() } else { String::new() };
                let (extents, roles) = (extents.words().join(", "), roles.join(", "));
                let from = from.join("; ");
                line(
                    &[
                        &login,
                        &employee,
                        object.def.name,
                        group,
                        action.name(),
                        &extents,
                        &roles,
                        &from,
                        &people,
                    ],
                    separator,
                    out,
                );
            }
        }
    }
    Ok(())
}

/// A line of CSV; what a spreadsheet might run as a formula gets an apostrophe before it.
pub(super) fn line(cells: &[&str], separator: char, out: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(separator);
        }
        let risky = cell.starts_with(|c: char| "=+-@\t\r".contains(c));
        let text = if risky { format!("'{cell}") } else { (*cell).to_string() };
        if text.contains([separator, '"', '\n', '\r']) {
            out.push_str(&format!("\"{}\"", text.replace('"', "\"\"")));
        } else {
            out.push_str(&text);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn cells_are_quoted_and_cannot_become_formulas() {
        // I2
        let mut out = String::new();
        line(&["a;b", "say \"x\"", "=1+1", "plain"], ';', &mut out);
        assert_eq!(out, "\"a;b\";\"say \"\"x\"\"\";'=1+1;plain\r\n");
    }
}
