//! Numbers that are given out: a new record whose numbered field is left empty gets the next one. Nobody else writes the
//! same kind of data meanwhile, so two records never get the same.

use talang_catalogue::{Object, Value};
use talang_store::layout::sql_column;
use talang_store::{Cell, P};

use crate::change::{Change, Draft};
use crate::error::Result;

/// Numbers looked at from the last one down, for one that this pattern gave: others may have come by files.
const LOOKED_AT: i64 = 100;

/// Gives drafts of new records the numbers that they leave open.
pub(super) fn number(change: &mut Change<'_>, object: &Object, drafts: &mut [Draft]) -> Result<()> {
    for field in &object.fields {
        let Some(pattern) = field.numbered else { continue };
        let open = |draft: &Draft| match draft.get(field.index) {
            None | Some(Value::Null) => true,
            Some(Value::Text(text)) => text.trim().is_empty(),
            Some(_) => false,
        };
        if !drafts.iter().any(open) {
            continue;
        }
        let year = change.scope().installation().clock().today().year();
        let Some((prefix, digits)) = split(pattern, year) else { continue };
        let column = sql_column(field);
        let rows = change.conn.query(
            &format!(
                "SELECT {column} FROM {} WHERE {column} LIKE ? ORDER BY {column} DESC LIMIT ?",
                object.table_name()
            ),
            &[P::Owned(format!("{prefix}%")), P::Int(LOOKED_AT)],
        )?;
        let given = rows.iter().filter_map(|row| row.first().map(Cell::text));
        let mut last = given.filter_map(|text| read(text, &prefix, digits)).max().unwrap_or_default();
        let taken: Vec<i64> = drafts
            .iter()
            .filter_map(|d| d.get(field.index)?.as_text().and_then(|text| read(text, &prefix, digits)))
            .collect();
        for draft in drafts.iter_mut().filter(|d| open(d)) {
            last += 1;
            while taken.contains(&last) {
                last += 1;
            }
            draft.values.retain(|(index, _)| *index != field.index);
            draft.values.push((field.index, Value::Text(format!("{prefix}{last:0digits$}"))));
        }
    }
    Ok(())
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
