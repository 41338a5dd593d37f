//! `/Users`: accounts.

use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Choice, Culture, Kind as Data, Language, Record, Value};
use talang_engine::objects::access_policy::Population;
use talang_engine::{Filter as Search, Op, Query, View};
use talang_identity::Identity;

use super::filter::{self, Filter};
use super::groups::Groups;
use super::{Context, ENTERPRISE, Kind, Refusal, USER, flag, text};

/// Accounts. Closed ones are not there: that is what a directory's deletion leaves.
pub(super) struct Users;

const CLOSED: &str = "closed";

/// What the application knows an account by.
fn link(v: &mut View<'_>, application: i64, user: i64) -> talang_engine::Result<Option<Record>> {
    let links = v.object("DirectoryUser")?;
    let filter = Some(Search::And(vec![
        Search::test(&links, "application", Op::Is, vec![Value::Int(application)]),
        Search::test(&links, "user", Op::Is, vec![Value::Int(user)]),
    ]));
    Ok(v.list(&links, &Query { filter, ..Query::default() })?.records.into_iter().next())
}

fn string(record: &Record, field: &str) -> String {
    record.get(field).as_text().unwrap_or_default().to_string()
}

impl Kind for Users {
    const PATH: &'static str = "Users";
    const NAME: &'static str = "User";
    const SCHEMAS: &'static [&'static str] = &[USER, ENTERPRISE];
    const FIXED: &'static [&'static str] = &["id", "meta", "groups", "schemas"];

    fn read(context: &Context, id: i64, _members: bool) -> Result<(Json, String), Refusal> {
        let (user, link, employee, groups) = context.scope.view(|v| {
            let users = v.object("User")?;
            let user = v.get(&users, id)?;
            let link = link(v, context.application, id)?;
            v.load_titles(&users, std::slice::from_ref(&user))?;
            let employee = match user.get("employee").as_int() {
                Some(employee) => v.title("Employee", employee).map(|t| t.key).unwrap_or_default(),
                None => String::new(),
            };
            let members = v.object("DirectoryMember")?;
            let filter = Some(Search::test(&members, "user", Op::Is, vec![Value::Int(id)]));
            let mine = v.list(&members, &Query { filter, ..Query::default() })?.records;
            v.load_titles(&members, &mine)?;
            let mut groups = Vec::new();
            for group in mine.iter().filter_map(|m| m.get("group").as_int()) {
                groups.push((group, v.title("DirectoryGroup", group).map(|t| t.title).unwrap_or_default()));
            }
            Ok((user, link, employee, groups))
        })?;
        // Candidates' accounts are the front office's, no directory's.
        if string(&user, "state") == CLOSED || string(&user, "population") == Population::Candidates.code() {
            return Err(Refusal::missing());
        }
        // What the directory said stands, whether there is an employee of that number yet or not.
        let told = link.as_ref().map(|l| string(l, "employee_number")).filter(|n| !n.is_empty());
        let employee = told.unwrap_or(employee);
        let version = format!("W/\"{}.{}\"", user.version, link.as_ref().map_or(0, |l| l.version));
        let mut out = Map::new();
        let schemas = if employee.is_empty() { json!([USER]) } else { json!([USER, ENTERPRISE]) };
        out.insert("schemas".into(), schemas);
        out.insert("id".into(), id.to_string().into());
        if let Some(external) = link.map(|l| string(&l, "external_id")).filter(|e| !e.is_empty()) {
            out.insert("externalId".into(), external.into());
        }
        out.insert("userName".into(), string(&user, "login").into());
        out.insert("active".into(), (string(&user, "state") == "active").into());
        if let Some(culture) = user.get("culture").as_text().filter(|c| !c.is_empty()) {
            out.insert("locale".into(), culture.into());
        }
        if let Some(email) = user.get("email").as_text().filter(|e| !e.is_empty()) {
            out.insert("emails".into(), json!([{ "value": email, "type": "work" }]));
        }
        if !groups.is_empty() {
            let one = |(group, name): &(i64, String)| json!({ "value": group.to_string(), "$ref": context.address::<Groups>(*group), "display": name });
            out.insert("groups".into(), groups.iter().map(one).collect());
        }
        if !employee.is_empty() {
            out.insert(ENTERPRISE.into(), json!({ "employeeNumber": employee }));
        }
        out.insert("meta".into(), context.meta::<Users>(id, &version));
        Ok((Json::Object(out), version))
    }

    fn found(context: &Context, filter: &Filter) -> Result<Option<Vec<i64>>, Refusal> {
        if let Some(id) = filter.demands("id") {
            return Ok(Some(id.parse().into_iter().collect()));
        }
        if let Some(login) = filter.demands("username") {
            let found = context
                .scope
                .view(|v| Ok([v.resolve("User", login)?, v.resolve("User", &login.to_lowercase())?]))?;
            let mut ids: Vec<i64> = found.into_iter().flatten().collect();
            ids.dedup();
            // Logins are told apart by case here and not there: where none is spelt so, all are looked at.
            return Ok((!ids.is_empty() || login.chars().all(|c| !c.is_uppercase())).then_some(ids));
        }
        if let Some(external) = filter.demands("externalid") {
            let ids = context.scope.view(|v| {
                let links = v.object("DirectoryUser")?;
                let filter = Some(Search::And(vec![
                    Search::test(&links, "application", Op::Is, vec![Value::Int(context.application)]),
                    Search::test(&links, "external_id", Op::Is, vec![Value::from(external)]),
                ]));
                let found = v.list(&links, &Query { filter, ..Query::default() })?.records;
                Ok(found.iter().filter_map(|l| l.get("user").as_int()).collect())
            })?;
            return Ok(Some(ids));
        }
        Ok(None)
    }

    fn all(context: &Context) -> Result<Vec<i64>, Refusal> {
        Ok(context.scope.view(|v| {
            let users = v.object("User")?;
            let not = |field, code: &str| {
                Search::Not(Box::new(Search::test(&users, field, Op::Is, vec![Value::from(code)])))
            };
            let mine =
                Search::And(vec![not("state", CLOSED), not("population", Population::Candidates.code())]);
            let found = v.list(&users, &Query { filter: Some(mine), ..Query::default() })?;
            Ok(found.records.iter().map(|r| r.id).collect())
        })?)
    }

    fn write(context: &Context, id: Option<i64>, json: &Json) -> Result<i64, Refusal> {
        let invalid = |detail: &str| Refusal::of(400, "invalidValue", detail);
        let login = text(json, "userName")?.ok_or_else(|| invalid("userName is missing"))?;
        let external = text(json, "externalId")?;
        let active = flag(json, "active")?.unwrap_or(true);
        let number = match filter::member(json, ENTERPRISE) {
            Some(extension) => text(extension, "employeeNumber")?,
            None => None,
        };
        let value = |text: Option<String>| text.map_or(Value::Null, Value::Text);
        let mut values = vec![
            ("login", Value::Text(login.clone())),
            ("state", Value::from(if active { "active" } else { "suspended" })),
            ("email", value(email(json)?)),
            ("culture", value(culture(json)?)),
        ];
        // An employee who is not there yet is no reason to keep somebody out, and a directory that tells no number says
        // nothing about whose account it is.
        if let Some(number) = &number
            && let Some(employee) = context.scope.view(|v| v.resolve("Employee", number))?
        {
            values.push(("employee", Value::Int(employee)));
        }
        let user = context.scope.change(Data::Shared, |c| {
            let user = match id {
                Some(id) => {
                    c.update("User", id, values.clone())?;
                    id
                }
                None => match closed(c, context.application, &login)? {
                    // The directory lets somebody in again whom it had deleted.
                    Some(id) => {
                        c.update("User", id, values.clone())?;
                        id
                    }
                    None => c.create("User", values.clone())?.thread,
                },
            };
            let kept = vec![
                ("external_id", external.clone().map_or(Value::Null, Value::Text)),
                ("employee_number", number.clone().map_or(Value::Null, Value::Text)),
            ];
            match link(c, context.application, user)? {
                Some(link) => {
                    c.update("DirectoryUser", link.id, kept)?;
                }
                None => {
                    let own = [("application", Value::Int(context.application)), ("user", Value::Int(user))];
                    c.create("DirectoryUser", kept.into_iter().chain(own).collect())?;
                }
            }
            Ok(user)
        })?;
        if !active {
            Identity::installed()?.sign_out_everywhere(&context.scope, user, "")?;
        }
        Ok(user)
    }

    /// The account is closed and stays, because the journal speaks of it; it leaves its groups, and its sessions end.
    fn delete(context: &Context, id: i64) -> Result<(), Refusal> {
        context.scope.change(Data::Shared, |c| {
            c.update("User", id, vec![("state", Value::from(CLOSED))])?;
            if link(c, context.application, id)?.is_none() {
                let application = Value::Int(context.application);
                c.create("DirectoryUser", vec![("application", application), ("user", Value::Int(id))])?;
            }
            let members = c.object("DirectoryMember")?;
            let filter = Some(Search::test(&members, "user", Op::Is, vec![Value::Int(id)]));
            let mine = c.list(&members, &Query { filter, ..Query::default() })?.records;
            for member in mine {
                c.delete(&members, member.id, None)?;
            }
            Ok(())
        })?;
        Identity::installed()?.sign_out_everywhere(&context.scope, id, "")?;
        Ok(())
    }
}

/// The account of that login which this very application had closed.
fn closed(v: &mut View<'_>, application: i64, login: &str) -> talang_engine::Result<Option<i64>> {
    let Some(id) = v.resolve("User", login)? else { return Ok(None) };
    let users = v.object("User")?;
    let closed = string(&v.get(&users, id)?, "state") == CLOSED;
    Ok((closed && link(v, application, id)?.is_some()).then_some(id))
}

/// The address that is primary, else the one for work, else the first.
fn email(json: &Json) -> Result<Option<String>, Refusal> {
    let list = match filter::member(json, "emails") {
        None | Some(Json::Null) => return Ok(None),
        Some(Json::Array(list)) => list,
        Some(_) => return Err(Refusal::of(400, "invalidValue", "emails must be a list")),
    };
    let primary =
        list.iter().find(|one| filter::member(one, "primary").and_then(Json::as_bool) == Some(true));
    let work = || list.iter().find(|one| filter::member(one, "type").and_then(Json::as_str) == Some("work"));
    match primary.or_else(work).or(list.first()) {
        Some(one) => text(one, "value"),
        None => Ok(None),
    }
}

/// The culture of `locale` (or `preferredLanguage`): exactly, or of its language.
fn culture(json: &Json) -> Result<Option<String>, Refusal> {
    let said = match text(json, "locale")? {
        Some(said) => Some(said),
        None => text(json, "preferredLanguage")?,
    };
    let Some(said) = said else { return Ok(None) };
    let tag = said.replace('_', "-");
    let found = Culture::find(&tag).or_else(|| Language::from_accept_language(&tag).map(Culture::of));
    // A language that nobody here speaks is no reason to keep somebody out.
    Ok(found.map(|culture| culture.code.to_string()))
}
