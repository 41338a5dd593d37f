//! Numbers that are given out: a new record whose numbered field is left empty gets the next one. Nobody else writes the
//! same kind of data meanwhile, so two records never get the same. Where the field follows others in the key, as the number
//! of a note follows its application, each of them counts for itself.

use talang_catalogue::{FieldType, Object, Value, types};
use talang_store::layout::sql_column;
use talang_store::{Cell, P};

use super::Map;
use crate::change::{Change, Draft};
use crate::error::Result;

/// Numbers looked at from the last one down, for one that this pattern gave: others may have come by files.
const LOOKED_AT: i64 = 100;

/// Gives drafts of new records the numbers that they leave open.
pub(crate) fn number(change: &mut Change<'_>, object: &Object, drafts: &mut [Draft]) -> Result<()> {
    for field in &object.fields {
        let Some(pattern) = field.numbered else { continue };
        let year = change.scope().installation().clock().today().year();
        let Some((prefix, digits)) = split(pattern, year) else { continue };
        let open = |draft: &Draft| match draft.get(field.index) {
            None | Some(Value::Null) => true,
            Some(Value::Text(text)) => text.trim().is_empty(),
            Some(_) => false,
        };
        let mut last: Map<Vec<Value>, i64> = Map::default();
        let taken: Vec<i64> = drafts
            .iter()
            .filter_map(|d| d.get(field.index)?.as_text().and_then(|text| read(text, &prefix, digits)))
            .collect();
        for draft in drafts.iter_mut().filter(|d| open(d)) {
            // What refers to nothing is refused later, with a better word than a number.
            let Some(within) = within(change, object, field.index, draft)? else { continue };
            let before = match last.get(&within) {
                Some(known) => *known,
                None => given(change, object, field.index, &within, (&prefix, digits))?,
            };
            let mut next = before + 1;
            while taken.contains(&next) {
                next += 1;
            }
            last.insert(within, next);
            draft.values.retain(|(index, _)| *index != field.index);
            draft.values.push((field.index, Value::Text(format!("{prefix}{next:0digits$}"))));
        }
    }
    Ok(())
}

/// The values of the key before the numbered field; none where it is no part of the key, or the first.
fn within(
    change: &mut Change<'_>,
    object: &Object,
    index: usize,
    draft: &Draft,
) -> Result<Option<Vec<Value>>> {
    let Some(place) = object.thread.iter().position(|i| *i == index) else { return Ok(Some(Vec::new())) };
    let mut values = Vec::new();
    for field in object.thread.iter().take(place).filter_map(|i| object.fields.get(*i)) {
        let value = match (&field.ty, draft.get(field.index)) {
            (_, None | Some(Value::Null)) => return Ok(None),
            (FieldType::Reference(target), Some(Value::Text(key))) => match change.resolve(target, key)? {
                Some(id) => Value::Int(id),
                None => return Ok(None),
            },
            (_, Some(value)) => types::normalise(field, value.clone()),
        };
        values.push(value);
    }
    Ok(Some(values))
}

/// The last number that the pattern gave within those values.
fn given(
    change: &mut Change<'_>,
    object: &Object,
    index: usize,
    within: &[Value],
    (prefix, digits): (&str, usize),
) -> Result<i64> {
    let Some(column) = object.fields.get(index).map(sql_column) else { return Ok(0) };
    let mut sql = format!("SELECT {column} FROM {} WHERE {column} LIKE ?", object.table_name());
    let mut params = vec![P::Owned(format!("{prefix}%"))];
    let fields = object.thread.iter().filter_map(|i| object.fields.get(*i));
    for (field, value) in fields.zip(within) {
        sql.push_str(&format!(" AND {} = ?", sql_column(field)));
        params.push(match value {
            Value::Int(n) => P::Int(*n),
            other => P::Owned(other.as_text().unwrap_or_default().to_string()),
        });
    }
    sql.push_str(&format!(" ORDER BY {column} DESC LIMIT ?"));
    params.push(P::Int(LOOKED_AT));
    let rows = change.conn.query(&sql, &params)?;
    let given = rows.iter().filter_map(|row| row.first().map(Cell::text));
    Ok(given.filter_map(|text| read(text, prefix, digits)).max().unwrap_or_default())
}

/// `{year}-{4}` in 2026: `2026-` and 4 digits.
fn split(pattern: &str, year: i16) -> Option<(String, usize)> {
    let text = pattern.replace("{year}", &year.to_string());
    let (prefix, rest) = text.split_once('{')?;
    Some((prefix.to_string(), rest.strip_suffix('}')?.parse().ok()?))
}

fn read(text: &str, prefix: &str, digits: usize) -> Option<i64> {
    let number = text.strip_prefix(prefix)?;
    (number.len() >= digits && number.bytes().all(|b| b.is_ascii_digit())).then(|| number.parse().ok())?
}
