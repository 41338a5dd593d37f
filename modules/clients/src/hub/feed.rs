//! `GET …/logs?startingFromLogId=N&maxNumberOfLogs=M`: what changed, field by field, in the order in which it happened.
//!
//! The number of an entry is that of the journal's line × [`FIELDS`] plus the number of the field: it grows, never
//! changes, and has gaps. A reader who is given M entries goes on after the last; one who is given fewer has everything,
//! whatever the gaps, because M entries end at N + M − 1 or beyond.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Field, FieldType, Kind, Object, Record, Value, types};
use talang_engine::journal::{Deed, Entry};
use talang_engine::{Action, AsOf, Filter, Query, Result, Scope, View};
use talang_http::{Call, Reply};

use super::{FIELDS, rows};
use crate::ask::{self, missing};
use crate::coded;
use crate::mapping::{EMPLOYEE, HOLDER, ITEM, LIBRARIES, LibraryType, PERIOD, POSITION, Source};
use crate::stream::{self, Pages};

/// Entries of an answer when nothing is said, and at most. A reader takes fewer than they asked for as the end, so nothing
/// is cut silently.
const LOGS: (i64, i64) = (1_000, 100_000);

/// Journal lines read at once.
const PAGE: usize = 200;

pub(super) fn employees(call: &Call) -> Result<Reply> {
    logs(call, Kind::Employees, EMPLOYEE.iter().map(Told::Source).collect())
}

pub(super) fn positions(call: &Call) -> Result<Reply> {
    let libraries = LIBRARIES.iter().map(Told::Library);
    logs(
        call,
        Kind::Employees,
        [Told::Source(&POSITION), Told::Source(&HOLDER)].into_iter().chain(libraries).collect(),
    )
}

pub(super) fn libraries(call: &Call) -> Result<Reply> {
    logs(call, Kind::Shared, LIBRARIES.iter().chain([&ITEM]).map(Told::Library).collect())
}

/// Of what an answer tells.
#[derive(Clone, Copy)]
enum Told {
    Source(&'static Source),
    Library(&'static LibraryType),
}

impl Told {
    fn object(self) -> &'static str {
        match self {
            Told::Source(source) => source.object,
            Told::Library(library) => library.object,
        }
    }

    /// Their name of a field of ours.
    fn name(self, object: &Object, field: &Field) -> Option<&'static str> {
        let theirs = |(theirs, _): &(&'static str, &'static str)| *theirs;
        let ours = |(_, ours): &&(&str, &str)| *ours == field.name;
        match self {
            Told::Source(source) => {
                let period = PERIOD.iter().filter(|_| object.period.is_some()).find(ours);
                source.fields.iter().find(ours).or(period).map(theirs)
            }
            Told::Library(library) => [
                ("clientCode", library.code),
                ("label", library.label),
                ("parentCode", library.parent),
                ("active", library.active),
            ]
            .iter()
            .find(ours)
            .map(theirs),
        }
    }
}

fn logs(call: &Call, kind: Kind, told: Vec<Told>) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let from = ask::number(call, &scope, "startingFromLogId", 0, i64::MAX)?;
    let most = ask::number(call, &scope, "maxNumberOfLogs", LOGS.0, LOGS.1)?;
    let told = scope.view(|v| {
        let mut open = Vec::new();
        for part in told {
            let object = v.object(part.object())?;
            if object.def.kind == kind && v.rights().may(&object, Action::Read) {
                open.push(part);
            }
        }
        Ok(open)
    })?;
    if told.is_empty() {
        return Err(missing());
    }
    stream::array(&scope, Logs { kind, told, from, after: Some((from / FIELDS - 1).max(0)), left: most })
}

/// The entries from a number on.
struct Logs {
    kind: Kind,
    told: Vec<Told>,
    from: i64,
    /// The journal's line to go on after; nothing at the end.
    after: Option<i64>,
    left: i64,
}

impl Pages for Logs {
    fn next(&mut self, scope: &Scope) -> Result<Option<Vec<Json>>> {
        let Some(after) = self.after.take().filter(|_| self.left > 0) else { return Ok(None) };
        let (entries, next) = scope.view(|v| {
            if after >= v.last_change(self.kind)? {
                return Ok((Vec::new(), None));
            }
            let mut objects: Vec<Arc<Object>> = Vec::new();
            for part in &self.told {
                let object = v.object(part.object())?;
                if !objects.iter().any(|known| known.def.id == object.def.id) {
                    objects.push(object);
                }
            }
            let found = v.changes(self.kind, &objects, after, PAGE)?;
            let entries = Telling::new(v, &found.entries)?.entries(v, &self.told, &found.entries)?;
            Ok((entries, found.more.then_some(found.last)))
        })?;
        let from = self.from;
        let mut entries: Vec<Json> =
            entries.into_iter().filter(|(id, _)| *id >= from).map(|(_, j)| j).collect();
        entries.truncate(usize::try_from(self.left).unwrap_or_default());
        self.left -= i64::try_from(entries.len()).unwrap_or_default();
        self.after = next;
        Ok(Some(entries))
    }
}

/// What entries need to know besides: the records as they are, or as they were when they went.
struct Telling {
    records: HashMap<(u16, i64), Record>,
    /// Who or what a row number of an owner is called.
    names: HashMap<(String, i64), String>,
}

impl Telling {
    fn new(v: &mut View<'_>, entries: &[Entry]) -> Result<Telling> {
        let mut wanted: HashMap<u16, (Arc<Object>, Vec<i64>)> = HashMap::new();
        for entry in entries {
            let slot =
                wanted.entry(entry.object.def.id).or_insert_with(|| (entry.object.clone(), Vec::new()));
            slot.1.push(entry.record);
        }
        let mut records = HashMap::new();
        for (id, (object, ids)) in wanted {
            let query = Query { filter: Some(Filter::Ids(ids)), as_of: AsOf::Always, ..Query::default() };
            records.extend(v.list(&object, &query)?.records.into_iter().map(|r| ((id, r.id), r)));
        }
        Ok(Telling { records, names: HashMap::new() })
    }

    /// The record of an entry; of a deleted one what its last entry says that it held.
    fn record(&mut self, v: &mut View<'_>, entry: &Entry) -> Result<Record> {
        let slot = (entry.object.def.id, entry.record);
        if let Some(record) = self.records.get(&slot) {
            return Ok(record.clone());
        }
        let last = v.history(&entry.object, entry.record, 1)?.into_iter().next();
        let gone = last.filter(|last| last.deed == Deed::Delete);
        let mut record = Record::new(entry.object.clone());
        record.id = entry.record;
        for (index, old, new) in &gone.as_ref().unwrap_or(entry).changes {
            if let Some(value) = record.values.get_mut(*index) {
                *value = if old.is_null() { new.clone() } else { old.clone() };
            }
        }
        self.records.insert(slot, record.clone());
        Ok(record)
    }

    /// The employee number or position code of a row number, also of one that is gone.
    fn name(&mut self, v: &mut View<'_>, target: &str, id: i64, field: &str) -> Result<String> {
        let slot = (target.to_string(), id);
        if let Some(known) = self.names.get(&slot) {
            return Ok(known.clone());
        }
        let mut name = v.title(target, id)?.key;
        if name.is_empty() {
            let object = v.object(target)?;
            let last = v.history(&object, id, 1)?.into_iter().next();
            let place = object.field(field).map(|f| f.index);
            let old = last.iter().flat_map(|l| &l.changes).find(|(index, ..)| Some(*index) == place);
            name = old.and_then(|(_, old, _)| old.as_text()).unwrap_or_default().to_string();
        }
        self.names.insert(slot, name.clone());
        Ok(name)
    }

    /// What the lines of the journal come to, with their numbers, in their order.
    fn entries(&mut self, v: &mut View<'_>, told: &[Told], lines: &[Entry]) -> Result<Vec<(i64, Json)>> {
        let mut all = Vec::new();
        for line in lines {
            let record = self.record(v, line)?;
            let mut fields: Vec<(i64, Json)> = Vec::new();
            // Bounds belong to the last data set of an object.
            for part in told.iter().rev().filter(|part| part.object() == line.object.def.name) {
                if matches!(part, Told::Source(source) if !rows::belongs(source, &record)) {
                    continue;
                }
                let mut head = None;
                for (index, old, new) in &line.changes {
                    let Some(field) = line.object.fields.get(*index) else { continue };
                    let Some(name) = part.name(&line.object, field) else { continue };
                    // Told already, for another data set of the same record.
                    let id = line.seq * FIELDS + i64::from(field.id);
                    if fields.iter().any(|(known, _)| *known == id) {
                        continue;
                    }
                    let head = match &head {
                        Some(head) => head,
                        None => head.insert(self.head(v, *part, line, &record)?),
                    };
                    let (value, previous) = (coded::text(v, field, new)?, coded::text(v, field, old)?);
                    fields.push((id, entry(head, id, name, value, previous)));
                }
            }
            fields.sort_by_key(|(id, _)| *id);
            all.extend(fields);
        }
        Ok(all)
    }

    /// What all entries of a line share.
    fn head(
        &mut self,
        v: &mut View<'_>,
        part: Told,
        line: &Entry,
        record: &Record,
    ) -> Result<Map<String, Json>> {
        let object = &line.object;
        let (uniqueid, set, key) = match part {
            Told::Library(library) => {
                let code = record.get(library.code).as_text().unwrap_or_default().to_string();
                let set = match record.get("list") {
                    Value::Int(list) if library.object == ITEM.object => {
                        self.name(v, "ValueList", *list, "code")?
                    }
                    _ => library.object.to_string(),
                };
                let number =
                    if object.period.is_some() && record.thread != 0 { record.thread } else { line.record };
                (number.to_string(), set, code)
            }
            Told::Source(source) => {
                let uniqueid = match object.field(source.owner).map(|f| (&f.ty, record.get(source.owner))) {
                    Some((FieldType::Reference(target), Value::Int(id))) => {
                        let own = if target == "Employee" { "number" } else { "code" };
                        let (target, id) = (target.to_string(), *id);
                        self.name(v, &target, id, own)?
                    }
                    _ => ["number", "code"]
                        .iter()
                        .find_map(|name| record.get(name).as_text())
                        .unwrap_or_default()
                        .to_string(),
                };
                (uniqueid, source.set.to_string(), rows::key(v, source, record)?)
            }
        };
        let day = |name: &str| {
            object.field(name).filter(|_| object.period.is_some()).and_then(|field| match record.get(name) {
                Value::Null => None,
                value => Some(types::write(field, value, &talang_catalogue::Culture::NEUTRAL)),
            })
        };
        let (event, reason) = event(v, part, record)?;
        let state = match line.deed {
            Deed::Create => "Created",
            Deed::Update => "Modified",
            Deed::Delete => "Deleted",
        };
        let json = json!({
            "logId": 0,
            "uniqueid": uniqueid,
            "dataset": set,
            "key": key,
            "field": "",
            "value": null,
            "previousValue": null,
            "startDate": day("start"),
            "endDate": day("end"),
            "eventClientCode": reason,
            "eventType": event,
            "modificationDateTime": types::time::iso_instant(line.at),
            "modificationAuthor": if line.actor.is_empty() { Json::Null } else { line.actor.as_str().into() },
            "modificationState": state,
        });
        match json {
            Json::Object(map) => Ok(map),
            _ => Ok(Map::new()),
        }
    }
}

fn entry(
    head: &Map<String, Json>,
    id: i64,
    name: &str,
    value: Option<String>,
    previous: Option<String>,
) -> Json {
    let mut map = head.clone();
    map.insert("logId".to_string(), id.into());
    map.insert("field".to_string(), name.into());
    map.insert("value".to_string(), value.into());
    map.insert("previousValue".to_string(), previous.into());
    Json::Object(map)
}

/// Kind and reason of the career event that begins with a dated record of an employee, if there is one.
fn event(v: &mut View<'_>, part: Told, record: &Record) -> Result<(Option<String>, Option<String>)> {
    let Told::Source(source) = part else { return Ok((None, None)) };
    let (Value::Int(employee), Value::Int(start)) = (record.get(source.owner), record.get("start")) else {
        return Ok((None, None));
    };
    let events = v.object("EmployeeEvent")?;
    if source.owner != "employee" || !v.rights().may(&events, Action::Read) {
        return Ok((None, None));
    }
    let is =
        |name: &str, value: i64| Filter::test(&events, name, talang_engine::Op::Is, vec![Value::Int(value)]);
    let filter = Filter::And(vec![is("employee", *employee), is("date", *start)]);
    let found = v.list(&events, &Query { filter: Some(filter), limit: 1, ..Query::default() })?.records;
    let text = |name: &str| found.first().and_then(|e| e.get(name).as_text()).map(str::to_string);
    Ok((text("kind"), text("reason").or_else(|| text("kind"))))
}
