//! Who changed what, when, from what to what, through which door: written with the change, never rewritten.

use std::sync::Arc;

use talang_catalogue::object::GENERAL;
use talang_catalogue::{Object, Record, Subject, Value, types};
use talang_store::{Cell, Conn, P};

use crate::error::Result;
use crate::rights::Action;
use crate::scope::Scope;
use crate::view::View;

/// What was done to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It was made.
    Create,
    /// Fields changed.
    Update,
    /// It was removed.
    Delete,
}

impl Deed {
    /// Its word in the journal.
    pub fn name(self) -> &'static str {
        match self {
            Deed::Create => "create",
            Deed::Update => "update",
            Deed::Delete => "delete",
        }
    }

    pub(crate) fn parse(word: &str) -> Deed {
        match word {
            "create" => Deed::Create,
            "delete" => Deed::Delete,
            _ => Deed::Update,
        }
    }
}

/// One entry, as far as the scope may read it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Grows with time.
    pub seq: i64,
    /// Microseconds since 1970.
    pub at: i64,
    /// Login of who did it; empty for the program itself.
    pub actor: String,
    /// Login of whom they acted for (A13, T4); empty for themselves.
    pub on_behalf: String,
    /// Through which door.
    pub door: String,
    /// What was done.
    pub deed: Deed,
    /// To a record of this object.
    pub object: Arc<Object>,
    /// Its row number.
    pub record: i64,
    /// Field index, old value, new value.
    pub changes: Vec<(usize, Value, Value)>,
}

/// `{"1":[old,new],…}` by field number; nothing is written as `null`.
pub(crate) fn changes(object: &Object, old: Option<&Record>, new: Option<&Record>) -> String {
    let mut out = String::with_capacity(512);
    out.push('{');
    let nothing = Value::Null;
    for field in &object.fields {
        let before = old.and_then(|r| r.values.get(field.index)).unwrap_or(&nothing);
        let after = new.and_then(|r| r.values.get(field.index)).unwrap_or(&nothing);
        if before == after {
            continue;
        }
        if out.len() > 1 {
            out.push(',');
        }
        out.push('"');
        push_number(&mut out, field.id.into());
        out.push_str("\":[");
        push_json(&mut out, before);
        out.push(',');
        push_json(&mut out, after);
        out.push(']');
    }
    out.push('}');
    out
}

/// The stored form of a value: numbers as they are kept, texts as JSON.
fn push_json(out: &mut String, value: &Value) {
    use std::fmt::Write;
    let text = |out: &mut String, s: &str| {
        // Most texts need no escape: RFC 8259, section 7.
        if s.bytes().all(|b| b >= 0x20 && b != b'"' && b != b'\\') {
            out.push('"');
            out.push_str(s);
            out.push('"');
            return;
        }
        out.push_str(&serde_json::to_string(s).unwrap_or_else(|_| "\"\"".to_string()));
    };
    match value {
        Value::Null => out.push_str("null"),
        Value::Int(n) => push_number(out, *n),
        Value::Text(s) => text(out, s),
        Value::Money(amount, currency) => {
            let _ = write!(out, "{{\"amount\":{amount},\"currency\":");
            text(out, currency);
            out.push('}');
        }
        Value::Refs(ids) => out.push_str(&serde_json::to_string(ids).unwrap_or_default()),
        Value::Texts(texts) => out.push_str(&serde_json::to_string(texts).unwrap_or_default()),
    }
}

/// A number in decimal digits: most of a journal are numbers, and formatting machinery costs several times as much.
fn push_number(out: &mut String, number: i64) {
    let mut digits = [b'0'; 20];
    let (mut rest, mut at) = (number.unsigned_abs(), digits.len());
    for (place, digit) in digits.iter_mut().enumerate().rev() {
        *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        at = place;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        out.push('-');
    }
    out.extend(digits.iter().skip(at).map(|d| char::from(*d)));
}

fn read_json(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Number(n) => Value::Int(n.as_i64().unwrap_or_default()),
        serde_json::Value::Bool(b) => Value::from(*b),
        serde_json::Value::String(s) => Value::Text(s.clone()),
        serde_json::Value::Array(list) => {
            Value::Refs(list.iter().filter_map(serde_json::Value::as_i64).collect())
        }
        serde_json::Value::Object(map) => match (map.get("amount"), map.get("currency")) {
            (Some(amount), Some(currency)) if map.len() == 2 => Value::Money(
                amount.as_i64().unwrap_or_default(),
                currency.as_str().unwrap_or_default().to_string(),
            ),
            _ => Value::Texts(
                map.iter().filter_map(|(k, v)| Some((k.clone(), v.as_str()?.to_string()))).collect(),
            ),
        },
        serde_json::Value::Null => Value::Null,
    }
}

/// Whose data a record was before a change that made it somebody else's; nothing where that stayed.
pub(crate) fn former_subject(object: &Object, changes: &str) -> Option<Option<i64>> {
    let Subject::Field(name) = object.def.reach() else { return None };
    let number = object.field(name)?.id;
    // Most changes leave it alone: the text says so without being parsed.
    if !changes.contains(&format!("\"{number}\":[")) {
        return None;
    }
    let json: serde_json::Map<String, serde_json::Value> = serde_json::from_str(changes).ok()?;
    match json.get(&number.to_string())?.as_array()?.as_slice() {
        [old, _] => Some(old.as_i64()),
        _ => None,
    }
}

/// What fields held before a change and after it, by their index.
pub(crate) fn pairs(object: &Object, changes: &str) -> Vec<(usize, Value, Value)> {
    let json: serde_json::Map<String, serde_json::Value> = serde_json::from_str(changes).unwrap_or_default();
    let field = |id: &str| object.fields.iter().find(|f| f.id.to_string() == id);
    let pair = |(id, pair): (&String, &serde_json::Value)| match pair.as_array()?.as_slice() {
        [old, new] => Some((field(id)?.index, read_json(old), read_json(new))),
        _ => None,
    };
    json.iter().filter_map(pair).collect()
}

/// What fields held before a change, by their index.
pub(crate) fn before(object: &Object, changes: &str) -> Vec<(usize, Value)> {
    pairs(object, changes).into_iter().map(|(index, old, _)| (index, old)).collect()
}

/// One entry to be written.
pub(crate) struct Line {
    pub record: i64,
    /// By whose number rights reach it ([`talang_catalogue::Record::reached`]): the person, or the vacancy of an application.
    pub subject: Option<i64>,
    pub deed: Deed,
    pub changes: String,
}

/// What [`View::entry`] reads of the journal `j`.
pub(crate) const ENTRY: &str =
    "j.id, j.at, j.actor, j.on_behalf, j.door, j.action, j.object, j.record, j.subject, j.changes";

/// Columns of the journal in the order of [`write`].
const COLUMNS: [&str; 10] =
    ["at", "actor", "on_behalf", "door", "request", "object", "record", "subject", "action", "changes"];

/// Writes entries about records of one object.
pub(crate) fn write(conn: &mut Conn, scope: &Scope, object: &Object, lines: &[Line]) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let now = scope.installation.clock().now();
    let actor = scope.actor.id().map_or(P::Null, P::Int);
    let behalf = scope.acting().map_or(P::Null, |a| P::Int(a.account));
    let rows: Vec<Vec<P<'_>>> = lines
        .iter()
        .map(|line| {
            vec![
                P::Int(now),
                actor.clone(),
                behalf.clone(),
                P::Text(scope.door.name()),
                P::Text(&scope.request),
                P::Int(object.def.id.into()),
                P::Int(line.record),
                line.subject.map_or(P::Null, P::Int),
                P::Text(line.deed.name()),
                P::Text(&line.changes),
            ]
        })
        .collect();
    conn.insert(&format!("{}.journal", object.def.kind.name()), &COLUMNS, &rows)?;
    Ok(())
}

impl View<'_> {
    /// What happened to one record, the latest first.
    pub fn history(&mut self, object: &Arc<Object>, record: i64, most: usize) -> Result<Vec<Entry>> {
        let kind = object.def.kind.name();
        let sql = format!(
            "SELECT {ENTRY} FROM {kind}.journal j
             WHERE j.object = ? AND j.record = ? ORDER BY j.id DESC LIMIT ?"
        );
        let most = i64::try_from(most).unwrap_or(1000);
        self.entries(&sql, &[P::Int(object.def.id.into()), P::Int(record), P::Int(most)])
    }

    /// What happened to everything about one person, the latest first.
    pub fn history_of_person(&mut self, person: i64, most: usize) -> Result<Vec<Entry>> {
        let sql =
            format!("SELECT {ENTRY} FROM employees.journal j WHERE j.subject = ? ORDER BY j.id DESC LIMIT ?");
        self.entries(&sql, &[P::Int(person), P::Int(i64::try_from(most).unwrap_or(1000))])
    }

    fn entries(&mut self, sql: &str, params: &[P<'_>]) -> Result<Vec<Entry>> {
        let rows = self.conn.query(sql, params)?;
        let mut entries = Vec::new();
        for row in rows {
            entries.extend(self.entry(&row)?);
        }
        Ok(entries)
    }

    /// One row of the journal ([`ENTRY`]) as far as the scope may read it; nothing where it may not.
    pub(crate) fn entry(&mut self, row: &[Cell]) -> Result<Option<Entry>> {
        let [seq, at, actor, behalf, door, deed, object, record, subject, changes] = row else {
            return Ok(None);
        };
        let known = u16::try_from(object.int()).ok().and_then(|id| self.catalogue().by_id(id).cloned());
        let Some(object) = known else { return Ok(None) };
        let who = self.who(&object, GENERAL, Action::Read)?;
        // A record that went from one person to another goes out of one reader's sight and comes into another's.
        let deed = Deed::parse(deed.text());
        let was = (deed == Deed::Update).then(|| former_subject(&object, changes.text())).flatten();
        let now = who.includes(subject.opt_int());
        let before = was.map_or(now, |was| who.includes(was));
        let deed = match (before, now) {
            (false, false) => return Ok(None),
            (true, false) => Deed::Delete,
            (false, true) => Deed::Create,
            (true, true) => deed,
        };
        let json: serde_json::Map<String, serde_json::Value> = match now {
            true => serde_json::from_str(changes.text()).unwrap_or_default(),
            false => serde_json::Map::new(),
        };
        let mut changes = Vec::new();
        for (id, pair) in &json {
            let field = object.fields.iter().find(|f| f.id.to_string() == *id);
            let (Some(field), Some([old, new])) = (field, pair.as_array().map(Vec::as_slice)) else {
                continue;
            };
            let (index, group) = (field.index, field.group.to_string());
            if self.who(&object, &group, Action::Read)?.includes(subject.opt_int()) {
                self.saw_change(&object, field, subject.opt_int(), record.int());
                let seen_before = before
                    && was.is_none_or(|was| {
                        self.who(&object, &group, Action::Read).is_ok_and(|w| w.includes(was))
                    });
                let old = if seen_before { read_json(old) } else { Value::Null };
                changes.push((index, old, read_json(new)));
            }
        }
        let actor = self.login_of(actor.opt_int())?;
        let on_behalf = self.login_of(behalf.opt_int())?;
        Ok(Some(Entry {
            seq: seq.int(),
            at: at.int(),
            actor,
            on_behalf,
            door: door.text().to_string(),
            deed,
            object,
            record: record.int(),
            changes,
        }))
    }

    fn login_of(&mut self, account: Option<i64>) -> Result<String> {
        let Some(id) = account else { return Ok(String::new()) };
        let row = self.conn.query_one("SELECT login FROM shared.user WHERE id = ?", &[P::Int(id)])?;
        Ok(row.and_then(|r| r.first().map(|c| c.text().to_string())).unwrap_or_default())
    }

    /// A value as people read it, references by title.
    pub fn show(&mut self, object: &Arc<Object>, index: usize, value: &Value) -> Result<String> {
        let Some(field) = object.fields.get(index) else { return Ok(String::new()) };
        match (&field.ty, value) {
            (talang_catalogue::FieldType::Reference(target), Value::Int(id)) => {
                let target = target.to_string();
                Ok(self.title(&target, *id)?.title)
            }
            (talang_catalogue::FieldType::References(target), Value::Refs(ids)) => {
                let target = target.to_string();
                let mut names = Vec::new();
                for id in ids {
                    names.push(self.title(&target, *id)?.title);
                }
                Ok(names.join(", "))
            }
            _ => {
                let catalogue = self.catalogue();
                let scope = self.scope();
                let labels = &scope.installation().registry().labels;
                Ok(types::show(field, value, scope.language(), scope.culture, labels, &catalogue))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_written_in_full() {
        for number in [0, 7, -1, 10, 1_234_567_890, i64::MAX, i64::MIN] {
            let mut out = String::new();
            super::push_number(&mut out, number);
            assert_eq!(out, number.to_string());
        }
    }
}
