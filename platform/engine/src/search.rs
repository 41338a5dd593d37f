//! Finding records by words: beginnings of words, whatever case and accents, in the transaction that writes them.

use std::sync::Arc;

use talang_catalogue::culture::{push_words, words};
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Object, Record, Value};
use talang_store::{Conn, Dialect, IdSet, P};

use crate::error::Result;
use crate::query::{Page, Query};
use crate::rights::{Action, Who};
use crate::sql::{Piece, reach_column, who_condition};
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

/// Row numbers of records of an object that have all the words.
fn having(dialect: Dialect, object: &Object, words: &[String]) -> Piece {
    let (kind, from) = (object.def.kind.name(), base(object));
    let range = [P::Int(from), P::Int(from + (1 << 40) - 1)];
    let (sql, question) = match dialect {
        Dialect::Sqlite => {
            let question: Vec<String> = words.iter().map(|w| format!("\"{w}\"*")).collect();
            let sql = format!(
                "SELECT s.rowid - {from} FROM {kind}.search s WHERE s.words MATCH ? AND s.rowid BETWEEN ? AND ?"
            );
            (sql, question.join(" "))
        }
        Dialect::Postgres => {
            let question: Vec<String> = words.iter().map(|w| format!("{w}:*")).collect();
            let sql = format!(
                "SELECT s.id - {from} FROM {kind}.search s
                 WHERE s.words @@ to_tsquery('simple', ?) AND s.id BETWEEN ? AND ?"
            );
            (sql, question.join(" & "))
        }
    };
    Piece::new(sql, std::iter::once(P::Owned(question)).chain(range).collect())
}

/// Sets up to this size drive a list; larger ones are asked for row by row in the order of the list.
const DRIVING: usize = 5_000;

/// The condition that a listed record (alias `t`) is found by all the words: its own, and those of others about it that the
/// scope may read.
pub(crate) fn condition(view: &mut View<'_>, object: &Arc<Object>, text: &str) -> Result<Piece> {
    let words = words(text);
    if words.is_empty() {
        return Ok(Piece::new("1 = 0", Vec::new()));
    }
    let dialect = view.dialect();
    if let Some(set) = found(view, object, text)? {
        return Ok(match set.len() <= DRIVING {
            true => Piece::new(dialect.any("t.id"), vec![P::Ints(set.iter().collect())]),
            false => Piece::new(dialect.member("t.id", &set), vec![P::Set(set)]),
        });
    }
    let others = others(view, object)?;
    // A name may be the record's own, and the rest stand in its documents: word by word.
    let mut out = Piece::new("(1 = 1", Vec::new());
    for word in &words {
        let word = std::slice::from_ref(word);
        out.sql.push_str(" AND (t.id IN (");
        out.push(having(dialect, object, word));
        out.sql.push(')');
        for (other, column, guards) in &others {
            out.sql.push_str(&format!(
                " OR t.id IN (SELECT o.{column} FROM {} o WHERE o.id IN (",
                other.table_name()
            ));
            out.push(having(dialect, other, word));
            out.sql.push(')');
            for guard in guards {
                out.sql.push_str(" AND ");
                out.push(guard.clone());
            }
            out.sql.push(')');
        }
        out.sql.push(')');
    }
    out.sql.push(')');
    Ok(out)
}

/// The numbers of all records that the words find, whoever may see them. On SQLite, whose planner would make a sorted table
/// of each part: half a million numbers are put together many times sooner as bits. PostgreSQL does it by itself.
pub(crate) fn found(view: &mut View<'_>, object: &Arc<Object>, text: &str) -> Result<Option<Arc<IdSet>>> {
    if view.dialect() != Dialect::Sqlite {
        return Ok(None);
    }
    let key = (object.def.id, text.to_string());
    if let Some((known, set)) = &view.searched
        && *known == key
    {
        return Ok(Some(set.clone()));
    }
    let words = words(text);
    let others = others(view, object)?;
    let mut all: Option<IdSet> = None;
    if others.is_empty() {
        all = Some(numbers(view, having(Dialect::Sqlite, object, &words))?);
    } else {
        for word in &words {
            let word = std::slice::from_ref(word);
            let mut set = numbers(view, having(Dialect::Sqlite, object, word))?;
            for (other, column, guards) in &others {
                let hits = numbers(view, having(Dialect::Sqlite, other, word))?;
                if !hits.is_empty() {
                    about(view, other, column, guards, &hits, all.as_ref(), &mut set)?;
                }
            }
            let both = all.map_or_else(|| set.clone(), |all| all.and(&set));
            let over = both.is_empty();
            all = Some(both);
            if over {
                break;
            }
        }
    }
    let set = Arc::new(all.unwrap_or_default());
    view.searched = Some((key, set.clone()));
    Ok(Some(set))
}

fn numbers(view: &mut View<'_>, statement: Piece) -> Result<IdSet> {
    let mut set = IdSet::default();
    view.conn.query_each(&statement.sql, &statement.params, &mut |row| {
        set.insert(row.first().map_or(0, talang_store::Cell::int));
        Ok(true)
    })?;
    Ok(set)
}

/// Adds those whom the records `hits` of another object are about, as far as the scope may read them; of interest are only those in
/// `among`.
fn about(
    view: &mut View<'_>,
    other: &Object,
    column: &str,
    guards: &[Piece],
    hits: &IdSet,
    among: Option<&IdSet>,
    set: &mut IdSet,
) -> Result<()> {
    let (by, drive) = match among {
        Some(among) if among.len() < hits.len() => (column, among),
        _ => ("id", hits),
    };
    let mut statement =
        Piece::new(format!("SELECT o.{column}, o.id FROM {} o WHERE ", other.table_name()), Vec::new());
    let numbers = P::Ints(drive.iter().collect());
    statement.push(Piece::new(view.dialect().any(&format!("o.{by}")), vec![numbers]));
    for guard in guards {
        statement.sql.push_str(" AND ");
        statement.push(guard.clone());
    }
    view.conn.query_each(&statement.sql, &statement.params, &mut |row| {
        if let [whom, id] = row.as_slice()
            && hits.contains(id.int())
        {
            set.insert(whom.int());
        }
        Ok(true)
    })?;
    Ok(())
}

/// An object by whose words another is found, its column that refers to it, and what the scope's rights ask of its rows (alias `o`).
type Other = (Arc<Object>, String, Vec<Piece>);

fn others(view: &mut View<'_>, object: &Arc<Object>) -> Result<Vec<Other>> {
    let findings = view.scope().installation().registry().findings.clone();
    let mut out = Vec::new();
    for finding in findings.iter().filter(|f| f.object == object.def.name) {
        let other = view.object(finding.by)?;
        let Some(field) = other.field(finding.field) else { continue };
        let column = talang_store::layout::sql_column(field);
        // The index has the words of all fields together: whoever may not read one of them finds by none.
        let mut groups: Vec<&str> = vec![GENERAL];
        groups.extend(other.fields.iter().filter(|f| f.search).map(|f| f.group.as_ref()));
        groups.extend([field.group.as_ref()]);
        groups.sort_unstable();
        groups.dedup();
        let mut guards = Vec::new();
        let mut nothing = false;
        for group in groups {
            let who = view.who(&other, group, Action::Read)?;
            nothing |= matches!(who, Who::Nobody);
            guards.extend(who_condition(view.dialect(), &who, reach_column(&other, "o").as_deref()));
        }
        if !nothing {
            out.push((other.clone(), column, guards));
        }
    }
    Ok(out)
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
