//! From a [`Query`] to portable SQL, with the conditions that rights and accreditation put on every row and field.

use std::sync::Arc;

use talang_catalogue::culture::sort_key;
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, Field, FieldType, Object, Subject, Value};
use talang_store::layout::{has_sort_key, sort_column, sql_column};
use talang_store::{Dialect, P};

use crate::error::Result;
use crate::query::{AsOf, Filter, Op, Path, Query, Step};
use crate::rights::{Action, Who};
use crate::view::View;

/// A piece of SQL with its parameters in order.
#[derive(Clone, Default)]
pub(crate) struct Piece {
    pub sql: String,
    pub params: Vec<P<'static>>,
}

impl Piece {
    pub fn new(sql: impl Into<String>, params: Vec<P<'static>>) -> Piece {
        Piece { sql: sql.into(), params }
    }

    pub fn push(&mut self, other: Piece) {
        self.sql.push_str(&other.sql);
        self.params.extend(other.params);
    }
}

/// A set of people up to this size drives a count: beyond, walking the table is as quick.
const DRIVING: usize = 20_000;

/// A statement under construction: joins with their aliases, and the day.
pub(crate) struct Compiler<'v, 'c> {
    pub view: &'v mut View<'c>,
    pub object: Arc<Object>,
    pub day: Option<i64>,
    /// Every row will be visited: a set of people drives the query instead of being asked row by row.
    pub counting: bool,
    /// The objects that the statement looks at besides the listed one, and how they hang on it.
    pub joined: Vec<(Arc<Object>, Step)>,
    joins: Vec<(String, String)>,
    join_sql: Piece,
}

impl<'v, 'c> Compiler<'v, 'c> {
    pub fn new(view: &'v mut View<'c>, object: Arc<Object>, as_of: AsOf) -> Compiler<'v, 'c> {
        let today = talang_catalogue::value::days_of_date(view.scope().as_of);
        let day = match as_of {
            AsOf::Scope => Some(today),
            AsOf::Day(date) => Some(talang_catalogue::value::days_of_date(date)),
            AsOf::Always => None,
        };
        Compiler {
            view,
            object,
            day,
            counting: false,
            joined: Vec::new(),
            joins: Vec::new(),
            join_sql: Piece::default(),
        }
    }

    /// The day for slices that are joined, also where the listed object shows every slice.
    fn join_day(&self) -> i64 {
        self.day.unwrap_or_else(|| talang_catalogue::value::days_of_date(self.view.scope().as_of))
    }

    /// The alias under which a path's object is in the statement; joins it on first use.
    fn alias(&mut self, path: &Path) -> String {
        let Some(step) = &path.step else { return "t".to_string() };
        let name = match step {
            Step::Slice(_) => path.object.def.table.to_string(),
            Step::Reference(link) | Step::Parts(link) => format!("via {link}"),
        };
        if let Some((_, alias)) = self.joins.iter().find(|(known, _)| *known == name) {
            return alias.clone();
        }
        self.joined.push((path.object.clone(), step.clone()));
        let alias = format!("j{}", self.joins.len());
        let table = path.object.table_name();
        let day = self.join_day();
        let dated = path.object.period.is_some();
        let on = match step {
            Step::Slice(link) => {
                let column = path.object.fields.get(*link).map(sql_column).unwrap_or_default();
                format!("{alias}.{column} = t.{}", if self.object.period.is_some() { "thread" } else { "id" })
            }
            Step::Reference(link) | Step::Parts(link) => {
                let column = self.object.fields.get(*link).map(sql_column).unwrap_or_default();
                format!("{alias}.{} = t.{column}", if dated { "thread" } else { "id" })
            }
        };
        let mut join = Piece::new(format!(" LEFT JOIN {table} {alias} ON {on}"), Vec::new());
        if dated {
            join.push(period(&alias, day));
        }
        self.join_sql.push(join);
        self.joins.push((name, alias.clone()));
        alias
    }

    /// The condition under which the scope may read the path's field; `None` when always.
    fn guard(&mut self, path: &Path, alias: &str) -> Result<Option<Piece>> {
        let Some(field) = path.field() else { return Ok(Some(Piece::new("1 = 0", Vec::new()))) };
        let group = field.group.to_string();
        let who = self.view.who(&path.object, &group, Action::Read)?;
        let row = self.view.who(&path.object, GENERAL, Action::Read)?;
        if path.step.is_none() && group == GENERAL {
            return Ok(None);
        }
        let reach = reach_column(&path.object, alias);
        let mut condition = who_condition(self.view.dialect(), &who, reach.as_deref());
        if path.step.is_some() && group != GENERAL {
            let general = who_condition(self.view.dialect(), &row, reach.as_deref());
            condition = both(condition, general);
        }
        Ok(condition)
    }

    pub fn filter(&mut self, filter: &Filter) -> Result<Piece> {
        Ok(match filter {
            Filter::And(parts) => self.all(parts)?,
            Filter::Or(parts) => self.list(parts, " OR ", "1 = 0")?,
            Filter::Not(inner) => {
                // A field that may not be read answers neither a test nor its contrary.
                let guards = self.guards(inner)?;
                let piece = self.filter(inner)?;
                let mut out = Piece::new(format!("NOT COALESCE(({}), 1 = 0)", piece.sql), piece.params);
                for guard in guards {
                    out.sql.push_str(" AND ");
                    out.push(guard);
                }
                out
            }
            Filter::Ids(ids) => Piece::new(self.view.dialect().any("t.id"), vec![P::Ints(ids.clone())]),
            Filter::Threads(ids) => {
                let column = if self.object.period.is_some() { "t.thread" } else { "t.id" };
                Piece::new(self.view.dialect().any(column), vec![P::Ints(ids.clone())])
            }
            Filter::Test { path, op, values } if path.is_many() => self.parts(&[(path, *op, values)])?,
            Filter::Test { path, op, values } => {
                let alias = self.alias(path);
                let guard = self.guard(path, &alias)?;
                let Some(field) = path.field().cloned() else { return Ok(Piece::new("1 = 0", Vec::new())) };
                let test = self.test(&field, &alias, *op, values)?;
                match guard {
                    Some(guard) => {
                        let mut piece = Piece::new("(", Vec::new());
                        piece.push(guard);
                        piece.sql.push_str(" AND ");
                        piece.push(test);
                        piece.sql.push(')');
                        piece
                    }
                    None => test,
                }
            }
        })
    }

    fn guards(&mut self, filter: &Filter) -> Result<Vec<Piece>> {
        let mut out = Vec::new();
        match filter {
            Filter::And(parts) | Filter::Or(parts) => {
                for part in parts {
                    out.extend(self.guards(part)?);
                }
            }
            Filter::Not(inner) => out.extend(self.guards(inner)?),
            Filter::Test { path, .. } if path.is_many() => out.extend(self.whole(path)?),
            Filter::Test { path, .. } => {
                let alias = self.alias(path);
                out.extend(self.guard(path, &alias)?);
            }
            Filter::Ids(_) | Filter::Threads(_) => {}
        }
        Ok(out)
    }

    /// All conditions. Those on different fields of the same parts are asked of one of them: who speaks French *at level C1*; those on the
    /// same field of one each: who has this skill *and* that one.
    fn all(&mut self, filters: &[Filter]) -> Result<Piece> {
        let mut rest = Vec::new();
        let mut groups: Vec<Vec<(&Path, Op, &Vec<Value>)>> = Vec::new();
        for filter in filters {
            match filter {
                Filter::Test { path, op, values }
                    if path.is_many() && !matches!(op, Op::IsNot | Op::Empty) =>
                {
                    let fits = |group: &&mut Vec<(&Path, Op, &Vec<Value>)>| {
                        group.iter().all(|(other, ..)| {
                            other.object.def.id == path.object.def.id && other.field != path.field
                        })
                    };
                    match groups.iter_mut().find(fits) {
                        Some(group) => group.push((path, *op, values)),
                        None => groups.push(vec![(path, *op, values)]),
                    }
                }
                other => rest.push(other.clone()),
            }
        }
        let mut out = self.list(&rest, " AND ", "1 = 1")?;
        for group in &groups {
            out.sql.push_str(" AND ");
            let piece = self.parts(group)?;
            out.push(piece);
        }
        Ok(Piece::new(format!("({})", out.sql), out.params))
    }

    /// Records of which a part meets the conditions. `Not` and "is empty" mean: of which no part does, or none has a value.
    fn parts(&mut self, tests: &[(&Path, Op, &Vec<Value>)]) -> Result<Piece> {
        let Some((first, ..)) = tests.first() else { return Ok(Piece::new("1 = 1", Vec::new())) };
        let Some(Step::Parts(link)) = first.step else { return Ok(Piece::new("1 = 0", Vec::new())) };
        let other = first.object.clone();
        self.joined.push((other.clone(), Step::Parts(link)));
        let Some(link) = other.fields.get(link).map(sql_column) else {
            return Ok(Piece::new("1 = 0", Vec::new()));
        };
        let reach = reach_column(&other, "m");
        let row = self.view.who(&other, GENERAL, Action::Read)?;
        let mut inner =
            Piece::new(format!("SELECT m.{link} FROM {} m WHERE 1 = 1", other.table_name()), Vec::new());
        let mut guards = vec![who_condition(self.view.dialect(), &row, reach.as_deref())];
        let mut conditions = Vec::new();
        let mut none_of = false;
        for (path, op, values) in tests {
            let Some(field) = path.field().cloned() else { return Ok(Piece::new("1 = 0", Vec::new())) };
            let who = self.view.who(&other, &field.group, Action::Read)?;
            guards.push(who_condition(self.view.dialect(), &who, reach.as_deref()));
            let (op, contrary) = match op {
                Op::IsNot => (Op::Is, true),
                op => (*op, *op == Op::Empty),
            };
            let test = self.test(&field, "m", op, values)?;
            conditions.push(match (contrary, op) {
                (true, Op::Empty) => Piece::new(format!("NOT {}", test.sql), test.params),
                _ => test,
            });
            none_of |= contrary;
        }
        for piece in guards.into_iter().flatten().chain(conditions) {
            inner.sql.push_str(" AND ");
            inner.push(piece);
        }
        let word = if none_of { "NOT IN" } else { "IN" };
        let mut out = Piece::new(format!("(t.id {word} ({})", inner.sql), inner.params);
        // Of whom the parts may not be read, nobody learns that there are none.
        if none_of && let Some(guard) = self.whole(first)? {
            out.sql.push_str(" AND ");
            out.push(guard);
        }
        out.sql.push(')');
        Ok(out)
    }

    /// The condition that the scope may read that field of all parts of a record; `None` when always.
    fn whole(&mut self, path: &Path) -> Result<Option<Piece>> {
        let Some(Step::Parts(link)) = path.step else { return Ok(None) };
        let Some(field) = path.field().cloned() else { return Ok(None) };
        let own = path.object.reach == Some(link);
        let mut out = None;
        for group in [GENERAL, field.group.as_ref()] {
            let who = self.view.who(&path.object, group, Action::Read)?;
            let column = own.then_some("t.id");
            out = both(
                out,
                match (&who, column) {
                    // Rights that rest on something else than the record itself cannot be told from here.
                    (Who::Some(_) | Who::Staff, None) if path.object.def.reach() != Subject::None => {
                        Some(Piece::new("1 = 0", Vec::new()))
                    }
                    _ => who_condition(self.view.dialect(), &who, column),
                },
            );
        }
        Ok(out)
    }

    fn list(&mut self, parts: &[Filter], word: &str, none: &str) -> Result<Piece> {
        let mut out = Piece::new("(", Vec::new());
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                out.sql.push_str(word);
            }
            out.push(self.filter(part)?);
        }
        if parts.is_empty() {
            out.sql.push_str(none);
        }
        out.sql.push(')');
        Ok(out)
    }

    fn test(&mut self, field: &Field, alias: &str, op: Op, values: &[Value]) -> Result<Piece> {
        let column = format!("{alias}.{}", sql_column(field));
        let dialect = self.view.dialect();
        let none = || Piece::new("1 = 0", Vec::new());
        Ok(match op {
            Op::Is | Op::IsNot | Op::Less | Op::AtMost | Op::Greater | Op::AtLeast
                if matches!(field.ty, FieldType::Money) =>
            {
                let currency = format!("{alias}.\"{}_currency\"", field.column);
                let one = |value: &Value| match value {
                    // An amount alone is compared whatever its currency.
                    Value::Int(amount) => {
                        Some(Piece::new(format!("{column} {} ?", op.sign()), vec![P::Int(*amount)]))
                    }
                    Value::Money(amount, code) => Some(Piece::new(
                        format!("({column} {} ? AND {currency} = ?)", op.sign()),
                        vec![P::Int(*amount), P::Owned(code.clone())],
                    )),
                    _ => None,
                };
                let parts: Vec<Piece> = values.iter().filter_map(one).collect();
                let sql: Vec<String> = parts.iter().map(|p| p.sql.clone()).collect();
                let params = parts.into_iter().flat_map(|p| p.params).collect();
                match (sql.is_empty(), op) {
                    (true, _) => none(),
                    (false, Op::IsNot) => {
                        Piece::new(format!("({column} IS NULL OR NOT ({}))", sql.join(" OR ")), params)
                    }
                    _ => Piece::new(format!("({})", sql.join(" OR ")), params),
                }
            }
            Op::Empty => Piece::new(format!("({column} IS NULL OR CAST({column} AS TEXT) = '')"), Vec::new()),
            Op::Is | Op::IsNot | Op::Under => {
                let values = self.resolve(field, values)?;
                let hierarchy = match (&field.ty, op) {
                    (FieldType::Reference(target), Op::Under) => Some(target.to_string()),
                    _ => None,
                };
                let mut ids: Vec<i64> = values.iter().filter_map(Value::as_int).collect();
                if let Some(target) = hierarchy {
                    ids = self.view.subtree(&target, &ids, self.join_day())?;
                }
                let texts: Vec<String> =
                    values.iter().filter_map(|v| v.as_text().map(str::to_string)).collect();
                let is = match (ids.is_empty(), &field.ty) {
                    (_, FieldType::References(_)) => {
                        // A list of references is kept as JSON: [1,22,3].
                        let parts: Vec<String> = ids
                            .iter()
                            .map(|id| {
                                format!("({column} LIKE '%[{id}]%' OR {column} LIKE '%[{id},%' OR {column} LIKE '%,{id},%' OR {column} LIKE '%,{id}]%')")
                            })
                            .collect();
                        if parts.is_empty() {
                            none()
                        } else {
                            Piece::new(format!("({})", parts.join(" OR ")), Vec::new())
                        }
                    }
                    (false, _) if ids.len() == 1 => Piece::new(
                        format!("{column} = ?"),
                        vec![P::Int(ids.first().copied().unwrap_or_default())],
                    ),
                    (false, _) => Piece::new(dialect.any(&column), vec![P::Ints(ids)]),
                    (true, _) if texts.len() == 1 => Piece::new(
                        format!("{column} = ?"),
                        vec![P::Owned(texts.first().cloned().unwrap_or_default())],
                    ),
                    (true, _) if !texts.is_empty() => Piece::new(dialect.any(&column), vec![P::Texts(texts)]),
                    _ => none(),
                };
                if op == Op::IsNot {
                    Piece::new(format!("({column} IS NULL OR NOT ({}))", is.sql), is.params)
                } else {
                    is
                }
            }
            Op::Less | Op::AtMost | Op::Greater | Op::AtLeast => {
                let sign = op.sign();
                let language = self.view.scope().tenant.culture().language;
                match values.first() {
                    Some(Value::Text(text)) if has_sort_key(field) => Piece::new(
                        format!("{alias}.{} {sign} ?", sort_column(field)),
                        vec![P::Owned(sort_key(language, text))],
                    ),
                    Some(Value::Text(text)) => {
                        Piece::new(format!("{column} {sign} ?"), vec![P::Owned(text.clone())])
                    }
                    Some(value) => match value.as_int() {
                        Some(n) => Piece::new(format!("{column} {sign} ?"), vec![P::Int(n)]),
                        None => none(),
                    },
                    None => none(),
                }
            }
            Op::Contains | Op::Starts | Op::Ends => {
                let mut parts = Vec::new();
                let mut params = Vec::new();
                for text in values.iter().filter_map(Value::as_text) {
                    // LIKE is caseless for ASCII on SQLite; LOWER makes PostgreSQL the same. Accents: the general search.
                    let escaped =
                        text.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
                    let pattern = match op {
                        Op::Starts => format!("{escaped}%"),
                        Op::Ends => format!("%{escaped}"),
                        _ => format!("%{escaped}%"),
                    };
                    parts.push(format!("LOWER(CAST({column} AS TEXT)) LIKE ? ESCAPE '\\'"));
                    params.push(P::Owned(pattern));
                }
                if parts.is_empty() {
                    none()
                } else {
                    Piece::new(format!("({})", parts.join(" OR ")), params)
                }
            }
        })
    }

    /// Keys become row numbers; a key that names nothing matches nothing.
    fn resolve(&mut self, field: &Field, values: &[Value]) -> Result<Vec<Value>> {
        let target = match &field.ty {
            FieldType::Reference(target) | FieldType::References(target) => target.to_string(),
            _ => return Ok(values.to_vec()),
        };
        let mut out = Vec::new();
        for value in values {
            match value {
                Value::Text(key) => {
                    // Whoever is invisible is no answer either: the filter would otherwise tell that a key exists.
                    if let Some(id) = self.view.resolve(&target, key)? {
                        out.push(Value::Int(id));
                    }
                }
                Value::Refs(ids) => out.extend(ids.iter().map(|id| Value::Int(*id))),
                other => out.push(other.clone()),
            }
        }
        Ok(out)
    }

    /// Everything between `FROM` and `ORDER BY`.
    pub fn from_where(&mut self, query: &Query) -> Result<Piece> {
        let mut conditions = Vec::new();
        let object = self.object.clone();
        if let Some(day) = self.day.filter(|_| object.period.is_some()) {
            conditions.push(Piece::new(
                period("t", day).sql.trim_start_matches(" AND ").to_string(),
                period("t", day).params,
            ));
        }
        let who = self.view.who(&object, GENERAL, Action::Read)?;
        let reach = reach_column(&object, "t");
        match (&who, &reach) {
            (Who::Some(set), Some(column)) if self.counting && set.len() <= DRIVING => {
                conditions
                    .push(Piece::new(self.view.dialect().any(column), vec![P::Ints(set.iter().collect())]));
            }
            _ => conditions.extend(who_condition(self.view.dialect(), &who, reach.as_deref())),
        }
        if let Some(filter) = &query.filter {
            conditions.push(self.filter(filter)?);
        }
        if let Some(words) = query.search.as_deref().filter(|s| !s.trim().is_empty()) {
            conditions.push(crate::search::condition(self.view, &object, words)?);
        }
        let mut out = Piece::new(format!(" FROM {} t", object.table_name()), Vec::new());
        let joins = std::mem::take(&mut self.join_sql);
        out.push(joins);
        // Always with a condition: what callers add begins with AND.
        out.sql.push_str(" WHERE 1 = 1");
        for condition in conditions {
            out.sql.push_str(" AND ");
            out.push(condition);
        }
        Ok(out)
    }

    /// Joins the paths' objects beforehand, so that [`Compiler::from_where`] includes them, and gives their columns
    /// with the condition under which the scope may read each.
    pub fn columns(&mut self, paths: &[Path]) -> Result<Vec<(String, Option<Piece>)>> {
        let mut out = Vec::new();
        for path in paths {
            single(path)?;
            let alias = self.alias(path);
            let guard = self.guard(path, &alias)?;
            let column = match path.field() {
                Some(field) if matches!(field.ty, FieldType::Money) => {
                    format!(
                        "CAST({alias}.{} AS TEXT) || ' ' || {alias}.\"{}_currency\"",
                        sql_column(field),
                        field.column
                    )
                }
                Some(field) => format!("{alias}.{}", sql_column(field)),
                None => "NULL".to_string(),
            };
            out.push((column, guard));
        }
        Ok(out)
    }

    /// Where a path's field is, its object joined, and the condition under which the scope may read it.
    pub fn place(&mut self, path: &Path) -> Result<(String, Option<Piece>)> {
        single(path)?;
        let alias = self.alias(path);
        let guard = self.guard(path, &alias)?;
        Ok((alias, guard))
    }

    /// The expression by which a path sorts. A value that the scope may not read sorts as nothing.
    pub fn sort_expression(&mut self, path: &Path) -> Result<Piece> {
        let Some(field) = path.field().cloned() else {
            return Err(Fault::new("sort.unknown").with("name", path.text.clone()).into());
        };
        single(path)?;
        // References sort by the title of what they name where one hop suffices, else by row number.
        let alias = self.alias(path);
        let guard = self.guard(path, &alias)?;
        let mut column = format!("{alias}.{}", sort_column(&field));
        if let FieldType::Reference(target) = &field.ty {
            let target = self.view.catalogue().object(target).cloned();
            if let Some(target) = target
                && let Some(title) = target.title.first().and_then(|i| target.fields.get(*i))
            {
                let link = if target.period.is_some() { "thread" } else { "id" };
                let day = self.join_day();
                let sub = format!(
                    "(SELECT MIN(s.{}) FROM {} s WHERE s.{link} = {column}{})",
                    sort_column(title),
                    target.table_name(),
                    if target.period.is_some() {
                        format!(" AND s.\"start\" <= {day} AND (s.\"end\" IS NULL OR s.\"end\" >= {day})")
                    } else {
                        String::new()
                    }
                );
                column = sub;
            }
        }
        Ok(match guard {
            Some(guard) => Piece::new(format!("CASE WHEN {} THEN {column} END", guard.sql), guard.params),
            None => Piece::new(column, Vec::new()),
        })
    }
}

/// A path that leads to one record at most: only those have a value to show, to sort or to group by.
fn single(path: &Path) -> Result<()> {
    match path.is_many() {
        true => Err(Fault::new("field.unknown").with("name", path.text.clone()).into()),
        false => Ok(()),
    }
}

/// `AND` of two optional conditions.
fn both(a: Option<Piece>, b: Option<Piece>) -> Option<Piece> {
    match (a, b) {
        (Some(mut a), Some(b)) => {
            a.sql.push_str(" AND ");
            a.push(b);
            Some(a)
        }
        (a, b) => a.or(b),
    }
}

/// The slice of a day.
pub(crate) fn period(alias: &str, day: i64) -> Piece {
    Piece::new(
        format!(" AND {alias}.\"start\" <= ? AND ({alias}.\"end\" IS NULL OR {alias}.\"end\" >= ?)"),
        vec![P::Int(day), P::Int(day)],
    )
}

/// The column that says whether rights with an extent reach a row.
pub(crate) fn reach_column(object: &Object, alias: &str) -> Option<String> {
    match object.def.reach() {
        Subject::None => None,
        Subject::Itself => Some(format!("{alias}.id")),
        Subject::Field(_) => {
            object.reach.and_then(|i| object.fields.get(i)).map(|f| format!("{alias}.{}", sql_column(f)))
        }
    }
}

/// The condition that a scope's reach puts on rows; `None` when there is none.
pub(crate) fn who_condition(dialect: Dialect, who: &Who, reach: Option<&str>) -> Option<Piece> {
    match (who, reach) {
        (Who::Everyone, _) => None,
        (Who::Staff, Some(column)) => {
            let alias = column.split_once('.').map_or("t", |(alias, _)| alias);
            Some(Piece::new(format!("COALESCE({alias}.population, 'employees') <> 'candidates'"), Vec::new()))
        }
        (Who::Some(set), Some(column)) => {
            Some(Piece::new(dialect.member(column, set), vec![P::Set(set.clone())]))
        }
        // Data about nobody: whoever has the right for anybody may read it.
        (Who::Some(_) | Who::Staff, None) => None,
        (Who::Nobody, _) => Some(Piece::new("1 = 0", Vec::new())),
    }
}
