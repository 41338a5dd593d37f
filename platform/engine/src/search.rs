//! Finding records by words: beginnings of words, whatever case and accents, in the transaction that writes them.

use std::sync::Arc;

use talang_catalogue::culture::{push_words, words};
use talang_catalogue::{Object, Record, Value};
use talang_store::{Conn, Dialect, P};

use crate::error::Result;
use crate::query::{Page, Query};
use crate::sql::Piece;
use crate::view::View;

/// Row numbers of an object in the search index begin here: the object's number, then 40 bits for the record's.
fn base(object: &Object) -> i64 {
    i64::from(object.def.id) << 40
}

/// The words by which a record is found.
pub(crate) fn words_of(record: &Record) -> String {
    let mut out = String::new();
    for field in record.object.fields.iter().filter(|f| f.def.search) {
        match record.values.get(field.index) {
            Some(Value::Text(text)) => push_words(text, &mut out),
            Some(Value::Texts(texts)) => texts.values().for_each(|t| push_words(t, &mut out)),
            _ => {}
        }
    }
    out
}

/// Writes the words of records that have none yet.
pub(crate) fn index(conn: &mut Conn, object: &Object, found: &[(i64, String)]) -> Result<()> {
    let (table, base) = (format!("{}.search", object.def.kind.name()), base(object));
    let found = found.iter().filter(|(_, words)| !words.is_empty());
    match conn.dialect() {
        Dialect::Sqlite => {
            let rows: Vec<_> = found.map(|(id, words)| vec![P::Int(base + id), P::Text(words)]).collect();
            conn.insert(&table, &["rowid", "words"], &rows)?;
        }
        Dialect::Postgres => {
            let (ids, words): (Vec<i64>, Vec<String>) =
                found.map(|(id, words)| (base + id, words.clone())).unzip();
            conn.exec(
                &format!(
                    "INSERT INTO {table} (id, words) SELECT u.id, to_tsvector('simple', u.words)
                     FROM unnest(CAST(? AS BIGINT[]), CAST(? AS TEXT[])) AS u(id, words)"
                ),
                &[P::Ints(ids), P::Texts(words)],
            )?;
        }
    }
    Ok(())
}

/// Forgets the words of a record.
pub(crate) fn remove(conn: &mut Conn, object: &Object, id: i64) -> Result<()> {
    let column = if conn.dialect() == Dialect::Sqlite { "rowid" } else { "id" };
    let sql = format!("DELETE FROM {}.search WHERE {column} = ?", object.def.kind.name());
    conn.exec(&sql, &[P::Int(base(object) + id)])?;
    Ok(())
}

/// The condition that a listed record (alias `t`) is found by all the words.
pub(crate) fn condition(dialect: Dialect, object: &Object, text: &str) -> Piece {
    let words = words(text);
    if words.is_empty() {
        return Piece::new("1 = 0", Vec::new());
    }
    let (kind, from) = (object.def.kind.name(), base(object));
    let range = vec![P::Int(from), P::Int(from + (1 << 40) - 1)];
    let mut params = Vec::new();
    let sql = match dialect {
        Dialect::Sqlite => {
            let question: Vec<String> = words.iter().map(|w| format!("\"{w}\"*")).collect();
            params.push(P::Owned(question.join(" ")));
            format!(
                "t.id IN (SELECT s.rowid - {from} FROM {kind}.search s WHERE s.words MATCH ? AND s.rowid BETWEEN ? AND ?)"
            )
        }
        Dialect::Postgres => {
            let question: Vec<String> = words.iter().map(|w| format!("{w}:*")).collect();
            params.push(P::Owned(question.join(" & ")));
            format!(
                "t.id IN (SELECT s.id - {from} FROM {kind}.search s
                 WHERE s.words @@ to_tsquery('simple', ?) AND s.id BETWEEN ? AND ?)"
            )
        }
    };
    params.extend(range);
    Piece::new(sql, params)
}

impl View<'_> {
    /// The first records of an object that all words find, in the order of the object's titles.
    pub fn search(&mut self, object: &Arc<Object>, text: &str, most: usize) -> Result<Page> {
        let names: Vec<String> = object
            .title
            .iter()
            .rev()
            .filter_map(|i| object.fields.get(*i))
            .map(|f| f.name.to_string())
            .collect();
        let sort = self.sort(object, &names.join(","))?;
        self.list(object, &Query { search: Some(text.to_string()), limit: most, sort, ..Query::default() })
    }
}
