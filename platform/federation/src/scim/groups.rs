//! `/Groups`: the directory's groups. Which role a group's members have is set here, never by the directory.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Kind as Data, Record, Value};
use talang_engine::{Filter as Search, Op, Query, View};

use super::filter::{self, Filter};
use super::users::Users;
use super::{Context, GROUP, Kind, Refusal, text};

/// The directory's groups.
pub(super) struct Groups;

/// A group that this application keeps: those of others are not there.
fn own(v: &mut View<'_>, context: &Context, id: i64) -> talang_engine::Result<Record> {
    let groups = v.object("DirectoryGroup")?;
    let group = v.get(&groups, id)?;
    match group.get("application").as_int() == Some(context.application) {
        true => Ok(group),
        false => {
            Err(talang_catalogue::Fault::new("record.not_found").with("object", "DirectoryGroup").into())
        }
    }
}

fn memberships(v: &mut View<'_>, group: i64) -> talang_engine::Result<Vec<Record>> {
    let members = v.object("DirectoryMember")?;
    let filter = Some(Search::test(&members, "group", Op::Is, vec![Value::Int(group)]));
    Ok(v.list(&members, &Query { filter, ..Query::default() })?.records)
}

impl Kind for Groups {
    const PATH: &'static str = "Groups";
    const NAME: &'static str = "Group";
    const SCHEMAS: &'static [&'static str] = &[GROUP];
    const FIXED: &'static [&'static str] = &["id", "meta", "schemas"];

    fn read(context: &Context, id: i64, members: bool) -> Result<(Json, String), Refusal> {
        let (group, users, mark) = context.scope.view(|v| {
            let group = own(v, context, id)?;
            let found = memberships(v, id)?;
            // Numbers are never given twice: count and sum tell one set of members from another well enough.
            let mark = format!("{}.{}", found.len(), found.iter().map(|m| m.id).sum::<i64>());
            let users: Vec<i64> = match members {
                true => found.iter().filter_map(|m| m.get("user").as_int()).collect(),
                false => Vec::new(),
            };
            Ok((group, users, mark))
        })?;
        let version = format!("W/\"{}.{mark}\"", group.version);
        let mut out = Map::new();
        out.insert("schemas".into(), json!([GROUP]));
        out.insert("id".into(), id.to_string().into());
        if let Some(external) = group.get("external_id").as_text().filter(|e| !e.is_empty()) {
            out.insert("externalId".into(), external.into());
        }
        out.insert("displayName".into(), group.get("display_name").as_text().unwrap_or_default().into());
        if !users.is_empty() {
            let one = |user: &i64| json!({ "value": user.to_string(), "$ref": context.address::<Users>(*user), "type": "User" });
            out.insert("members".into(), users.iter().map(one).collect());
        }
        out.insert("meta".into(), context.meta::<Groups>(id, &version));
        Ok((Json::Object(out), version))
    }

    fn found(context: &Context, filter: &Filter) -> Result<Option<Vec<i64>>, Refusal> {
        if let Some(id) = filter.demands("id") {
            return Ok(Some(id.parse().into_iter().collect()));
        }
        let Some(external) = filter.demands("externalid") else { return Ok(None) };
        let ids = context.scope.view(|v| {
            let groups = v.object("DirectoryGroup")?;
            let filter = Some(Search::test(&groups, "external_id", Op::Is, vec![Value::from(external)]));
            let found = v.list(&groups, &Query { filter, ..Query::default() })?.records;
            Ok(found.iter().map(|g| g.id).collect())
        })?;
        Ok(Some(ids))
    }

    fn all(context: &Context) -> Result<Vec<i64>, Refusal> {
        Ok(context.scope.view(|v| {
            let groups = v.object("DirectoryGroup")?;
            let application = vec![Value::Int(context.application)];
            let filter = Some(Search::test(&groups, "application", Op::Is, application));
            let found = v.list(&groups, &Query { filter, ..Query::default() })?;
            Ok(found.records.iter().map(|r| r.id).collect())
        })?)
    }

    fn write(context: &Context, id: Option<i64>, json: &Json) -> Result<i64, Refusal> {
        let invalid = |detail: &str| Refusal::of(400, "invalidValue", detail);
        let name = text(json, "displayName")?.ok_or_else(|| invalid("displayName is missing"))?;
        let external = text(json, "externalId")?.map_or(Value::Null, Value::Text);
        let wanted: BTreeSet<i64> = members(json)?;
        let code = short_name()?;
        Ok(context.scope.change(Data::Shared, |c| {
            let groups = c.object("DirectoryGroup")?;
            let filter = Some(Search::And(vec![
                Search::test(&groups, "application", Op::Is, vec![Value::Int(context.application)]),
                Search::test(&groups, "display_name", Op::Is, vec![Value::from(name.as_str())]),
            ]));
            let same = c.list(&groups, &Query { filter, ..Query::default() })?.records;
            if same.iter().any(|other| Some(other.id) != id) {
                return Err(talang_catalogue::Fault::new("record.exists").with("key", &name).into());
            }
            let values = vec![("display_name", Value::Text(name.clone())), ("external_id", external.clone())];
            let group = match id {
                Some(id) => {
                    own(c, context, id)?;
                    c.update("DirectoryGroup", id, values)?;
                    id
                }
                None => {
                    let own = [
                        ("application", Value::Int(context.application)),
                        ("code", Value::Text(code.clone())),
                    ];
                    c.create("DirectoryGroup", values.into_iter().chain(own).collect())?.thread
                }
            };
            let members = c.object("DirectoryMember")?;
            let present = memberships(c, group)?;
            for member in &present {
                if member.get("user").as_int().is_none_or(|user| !wanted.contains(&user)) {
                    c.delete(&members, member.id, None)?;
                }
            }
            for user in &wanted {
                if !present.iter().any(|m| m.get("user").as_int() == Some(*user)) {
                    // Numbers are references only to what the account may see.
                    let users = c.object("User")?;
                    c.get(&users, *user).map_err(|_| {
                        talang_catalogue::Fault::new("reference.unknown")
                            .on("members")
                            .with("object", "User")
                            .with("key", user)
                    })?;
                    c.create(
                        "DirectoryMember",
                        vec![("group", Value::Int(group)), ("user", Value::Int(*user))],
                    )?;
                }
            }
            Ok(group)
        })?)
    }

    fn delete(context: &Context, id: i64) -> Result<(), Refusal> {
        context.scope.change(Data::Shared, |c| {
            own(c, context, id)?;
            let members = c.object("DirectoryMember")?;
            for member in memberships(c, id)? {
                c.delete(&members, member.id, None)?;
            }
            let groups = c.object("DirectoryGroup")?;
            c.delete(&groups, id, None)
        })?;
        Ok(())
    }
}

/// A name for a new group that no other has.
fn short_name() -> Result<String, Refusal> {
    let mut bytes = [0; 8];
    let failed = |_| talang_engine::Error::from(talang_catalogue::Fault::new("internal"));
    getrandom::fill(&mut bytes).map_err(failed)?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

/// The row numbers of the members.
fn members(json: &Json) -> Result<BTreeSet<i64>, Refusal> {
    let list = match filter::member(json, "members") {
        None | Some(Json::Null) => return Ok(BTreeSet::new()),
        Some(Json::Array(list)) => list,
        Some(_) => return Err(Refusal::of(400, "invalidValue", "members must be a list")),
    };
    let mut out = BTreeSet::new();
    for one in list {
        let value = text(one, "value")?.unwrap_or_default();
        let unknown = || Refusal::of(400, "invalidValue", &format!("there is no account {value}"));
        out.insert(value.parse().map_err(|_| unknown())?);
    }
    Ok(out)
}
