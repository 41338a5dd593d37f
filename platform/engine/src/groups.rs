//! Groups and totals (S7): how many records a query finds for each value of one or two fields, and the sum, average, least
//! and most of others. The database adds up; nothing is read record by record.
//!
//! Rights hold for every value by itself: what the scope may not read of a record is added to nothing, and as the field of a
//! group it counts as no value, as it does where lists are sorted. Amounts are added up currency by currency.

use std::collections::BTreeMap;
use std::sync::Arc;

use talang_catalogue::value::{DECIMAL_SCALE, date_of_days};
use talang_catalogue::{Catalogue, Fault, FieldType, Object, Value};
use talang_store::Cell;
use talang_store::layout::sql_column;

use crate::error::Result;
use crate::query::{Path, Query};
use crate::rights::Action;
use crate::sql::{Compiler, Piece};
use crate::view::View;

/// More groups than this nobody reads: `report.too_fine` says so.
pub const MOST: usize = 2_000;
/// Rows that the database may answer with, before days become months: a century of days, twenty times over.
const MOST_ROWS: usize = 730_000;
/// Fields by which one question groups.
pub const MOST_FIELDS: usize = 2;
/// Totals of one question.
pub const MOST_TOTALS: usize = 6;
const DAY: i64 = 86_400_000_000;

/// How the values of a field become groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Each value.
    Value,
    /// The years of days.
    Year,
    /// The months of days.
    Month,
}

/// A field by which records are grouped.
#[derive(Clone, Debug)]
pub struct Group {
    /// The field.
    pub path: Path,
    /// How.
    pub unit: Unit,
}

/// What is made of the values of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// All of them together.
    Sum,
    /// Their sum by their number; records without one do not count.
    Average,
    /// The least.
    Least,
    /// The greatest.
    Most,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Measure; 4] = [Measure::Sum, Measure::Average, Measure::Least, Measure::Most];

    /// Its name in addresses: `sum`, `average`, `min`, `max`.
    pub fn name(self) -> &'static str {
        match self {
            Measure::Sum => "sum",
            Measure::Average => "average",
            Measure::Least => "min",
            Measure::Most => "max",
        }
    }

    /// Whether it says something about a field of that type: days have a first and a last one, percentages no sum.
    pub fn fits(self, ty: &FieldType) -> bool {
        match ty {
            FieldType::Integer | FieldType::Decimal | FieldType::Money | FieldType::Duration => true,
            FieldType::Percent => self != Measure::Sum,
            FieldType::Date => matches!(self, Measure::Least | Measure::Most),
            _ => false,
        }
    }
}

/// A total.
#[derive(Clone, Debug)]
pub struct Total {
    /// Of which field.
    pub path: Path,
    /// Which.
    pub measure: Measure,
}

/// What is grouped and added up.
#[derive(Clone, Debug, Default)]
pub struct Grouping {
    /// By these fields, up to [`MOST_FIELDS`].
    pub by: Vec<Group>,
    /// These totals, up to [`MOST_TOTALS`].
    pub totals: Vec<Total>,
}

/// A group of records, or all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The group's value for each field of [`Grouping::by`]: the year, the first day of the month, or the value itself.
    pub keys: Vec<Value>,
    /// How many records.
    pub count: i64,
    /// For each of [`Grouping::totals`] the figure, for amounts one for each currency; none where no record has one. Averages of whole
    /// numbers are decimals.
    pub totals: Vec<Vec<Value>>,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// The groups, by value.
    pub rows: Vec<Row>,
    /// All records together.
    pub all: Row,
}

impl Grouping {
    /// Reads what addresses say: fields such as `status` or `hire_date:year`, and totals such as `value:sum`.
    ///
    /// # Errors
    /// `field.unknown` with the name, `report.group` where a field cannot be grouped or added up so, `report.groups` where
    /// there are too many.
    pub fn parse(
        catalogue: &Catalogue,
        object: &Arc<Object>,
        by: &[String],
        totals: &[String],
    ) -> std::result::Result<Grouping, Fault> {
        let wrong = |text: &str| Fault::new("report.group").with("name", text);
        let mut out = Grouping::default();
        if by.len() > MOST_FIELDS || totals.len() > MOST_TOTALS {
            return Err(Fault::new("report.groups").with("fields", MOST_FIELDS).with("totals", MOST_TOTALS));
        }
        for text in by {
            let (name, unit) = match text.split_once(':') {
                None => (text.as_str(), Unit::Value),
                Some((name, "year")) => (name, Unit::Year),
                Some((name, "month")) => (name, Unit::Month),
                Some(_) => return Err(wrong(text)),
            };
            let path = Path::parse(catalogue, object, name)?;
            let ty = path.field().map(|f| &f.ty);
            if !ty.is_some_and(|ty| groups_by(ty, unit)) {
                return Err(wrong(text));
            }
            out.by.push(Group { path, unit });
        }
        for text in totals {
            let (name, measure) = text.split_once(':').ok_or_else(|| wrong(text))?;
            let measure =
                Measure::ALL.into_iter().find(|m| m.name() == measure).ok_or_else(|| wrong(text))?;
            let path = Path::parse(catalogue, object, name)?;
            if !path.field().is_some_and(|f| measure.fits(&f.ty)) {
                return Err(wrong(text));
            }
            out.totals.push(Total { path, measure });
        }
        Ok(out)
    }
}

/// Whether records can be grouped by a field of that type, in that way.
pub fn groups_by(ty: &FieldType, unit: Unit) -> bool {
    let days = matches!(ty, FieldType::Date | FieldType::Instant);
    match unit {
        Unit::Year | Unit::Month => days,
        Unit::Value => {
            matches!(ty, FieldType::Date)
                || !(days
                    || matches!(
                        ty,
                        FieldType::Long
                            | FieldType::Translated
                            | FieldType::Decimal
                            | FieldType::Money
                            | FieldType::References(_)
                            | FieldType::Json
                            | FieldType::File
                    ))
        }
    }
}

/// What is known of the values of one field in one currency, so that groups can be put together.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    count: i64,
    sum: i128,
    least: Option<i64>,
    most: Option<i64>,
}

impl Sum {
    fn add(&mut self, other: Sum) {
        self.count += other.count;
        self.sum += other.sum;
        self.least = self.least.into_iter().chain(other.least).min();
        self.most = self.most.into_iter().chain(other.most).max();
    }
}

/// A group while it is put together: records, and for each field that is added up its sums by currency.
#[derive(Default)]
struct Parts {
    count: i64,
    sums: Vec<BTreeMap<String, Sum>>,
}

impl Parts {
    fn add(&mut self, other: &Parts) {
        self.count += other.count;
        self.sums.resize_with(self.sums.len().max(other.sums.len()), BTreeMap::new);
        for (mine, theirs) in self.sums.iter_mut().zip(&other.sums) {
            for (currency, sum) in theirs {
                mine.entry(currency.clone()).or_default().add(*sum);
            }
        }
    }
}

/// A key as it is ordered: numbers, texts, nothing last.
type Key = Vec<(bool, i64, String)>;

impl View<'_> {
    /// Groups the records of a query and adds up. [`Query::sort`], [`Query::limit`] and [`Query::columns`] say nothing here.
    ///
    /// # Errors
    /// `field.unknown` for a field that the scope may read of no record, `report.too_fine` for more than [`MOST`] groups,
    /// `value.too_large` for a sum beyond what decimals hold, and those of the filter.
    pub fn groups(&mut self, object: &Arc<Object>, query: &Query, grouping: &Grouping) -> Result<Groups> {
        let paths = grouping.by.iter().map(|g| &g.path).chain(grouping.totals.iter().map(|t| &t.path));
        for path in paths {
            let field = path.field().map(|f| f.group.to_string()).unwrap_or_default();
            if self.rights().extents(&path.object, &field, Action::Read).is_none() {
                return Err(Fault::new("field.unknown").with("name", path.text.clone()).into());
            }
        }
        // Several totals of one field are made of one sum.
        let mut fields: Vec<&Path> = Vec::new();
        for total in &grouping.totals {
            if !fields.iter().any(|p| p.text == total.path.text) {
                fields.push(&total.path);
            }
        }
        let mut found: BTreeMap<Key, Parts> = BTreeMap::new();
        self.count_groups(object, query, grouping, &mut found)?;
        for (at, field) in fields.iter().enumerate() {
            self.sum_groups(object, query, grouping, (at, field), &mut found)?;
        }
        if found.len() > MOST {
            return Err(Fault::new("report.too_fine").with("max", MOST).into());
        }
        let row = |keys: Vec<Value>, parts: &Parts| -> Result<Row> {
            let mut totals = Vec::new();
            for total in &grouping.totals {
                let at = fields.iter().position(|p| p.text == total.path.text).unwrap_or_default();
                let mut figures = Vec::new();
                for (currency, sum) in parts.sums.get(at).into_iter().flatten() {
                    figures.extend(figure(total, currency, sum)?);
                }
                totals.push(figures);
            }
            Ok(Row { keys, count: parts.count, totals })
        };
        let mut all = Parts::default();
        let mut rows = Vec::new();
        for (key, parts) in &found {
            all.add(parts);
            let keys =
                key.iter().zip(&grouping.by).map(|((none, number, text), group)| match group.path.field() {
                    _ if *none => Value::Null,
                    Some(field) if is_text(&field.ty) => Value::Text(text.clone()),
                    _ => Value::Int(*number),
                });
            rows.push(row(keys.collect(), parts)?);
        }
        if grouping.by.is_empty() {
            rows.clear();
        }
        Ok(Groups { all: row(Vec::new(), &all)?, rows })
    }

    fn count_groups(
        &mut self,
        object: &Arc<Object>,
        query: &Query,
        grouping: &Grouping,
        found: &mut BTreeMap<Key, Parts>,
    ) -> Result<()> {
        self.grouped(object, query, grouping, None, &mut |key, cells| {
            found.entry(key).or_default().count += cells.first().map_or(0, Cell::int);
        })
    }

    fn sum_groups(
        &mut self,
        object: &Arc<Object>,
        query: &Query,
        grouping: &Grouping,
        (at, field): (usize, &Path),
        found: &mut BTreeMap<Key, Parts>,
    ) -> Result<()> {
        let money = matches!(field.field().map(|f| &f.ty), Some(FieldType::Money));
        self.grouped(object, query, grouping, Some((field, money)), &mut |key, cells| {
            let [currency, count, whole, part, least, most] = cells else { return };
            if count.int() == 0 {
                return;
            }
            let parts = found.entry(key).or_default();
            if parts.sums.len() <= at {
                parts.sums.resize_with(at + 1, BTreeMap::new);
            }
            let sum = Sum {
                count: count.int(),
                sum: i128::from(whole.int()) * i128::from(DECIMAL_SCALE) + i128::from(part.int()),
                least: least.opt_int(),
                most: most.opt_int(),
            };
            let currency = if money { currency.text().to_string() } else { String::new() };
            if let Some(sums) = parts.sums.get_mut(at) {
                sums.entry(currency).or_default().add(sum);
            }
        })
    }

    /// Asks the database for the number of records, or for the sums of a field, by group.
    fn grouped(
        &mut self,
        object: &Arc<Object>,
        query: &Query,
        grouping: &Grouping,
        sum: Option<(&Path, bool)>,
        work: &mut dyn FnMut(Key, &[Cell]),
    ) -> Result<()> {
        let mut compiler = Compiler::new(self, object.clone(), query.as_of);
        compiler.counting = true;
        let mut select = Piece::new("SELECT ", Vec::new());
        let mut names = Vec::new();
        for (at, group) in grouping.by.iter().enumerate() {
            let (alias, guard) = compiler.place(&group.path)?;
            let column = group.path.field().map(sql_column).unwrap_or_default();
            // Instants are added up by day; the days become months and years below.
            let instant = matches!(group.path.field().map(|f| &f.ty), Some(FieldType::Instant));
            let column = match instant {
                true => format!("({alias}.{column} - (({alias}.{column} % {DAY} + {DAY}) % {DAY})) / {DAY}"),
                false => format!("{alias}.{column}"),
            };
            select.push(guarded(column, guard));
            select.sql.push_str(&format!(" AS tl_g{at}, "));
            names.push(format!("tl_g{at}"));
        }
        match sum {
            None => select.sql.push_str("COUNT(*)"),
            Some((path, money)) => {
                let (alias, guard) = compiler.place(path)?;
                let column = path.field().map(sql_column).unwrap_or_default();
                let value = guarded(format!("{alias}.{column}"), guard);
                let currency = match (money, path.field()) {
                    (true, Some(field)) => format!("{alias}.\"{}_currency\"", field.column),
                    _ => "NULL".to_string(),
                };
                if money {
                    names.push("tl_currency".to_string());
                }
                select.sql.push_str(&currency);
                select.sql.push_str(if money { " AS tl_currency" } else { "" });
                // In two parts, so that no sum of the database overflows.
                let parts = [
                    ("COUNT(", ")".to_string()),
                    ("SUM((", format!(") / {DECIMAL_SCALE})")),
                    ("SUM((", format!(") % {DECIMAL_SCALE})")),
                    ("MIN(", ")".to_string()),
                    ("MAX(", ")".to_string()),
                ];
                for (before, after) in parts {
                    select.sql.push_str(&format!(", CAST({before}"));
                    select.push(Piece::new(value.sql.clone(), value.params.clone()));
                    select.sql.push_str(&format!("{after} AS BIGINT)"));
                }
            }
        }
        let body = compiler.from_where(query)?;
        select.push(body);
        if !names.is_empty() {
            select.sql.push_str(&format!(" GROUP BY {}", names.join(", ")));
        }
        let by = grouping.by.len();
        let mut rows = 0;
        self.conn.query_each(&select.sql, &select.params, &mut |row| {
            rows += 1;
            let (keys, cells) = row.split_at(by.min(row.len()));
            let key = keys.iter().zip(&grouping.by).map(|(cell, group)| key(cell, group)).collect();
            work(key, cells);
            Ok(rows < MOST_ROWS)
        })?;
        if rows >= MOST_ROWS {
            return Err(Fault::new("report.too_fine").with("max", MOST).into());
        }
        Ok(())
    }
}

fn guarded(column: String, guard: Option<Piece>) -> Piece {
    match guard {
        None => Piece::new(column, Vec::new()),
        Some(guard) => Piece::new(format!("CASE WHEN {} THEN {column} END", guard.sql), guard.params),
    }
}

fn is_text(ty: &FieldType) -> bool {
    !matches!(
        ty,
        FieldType::Bool
            | FieldType::Integer
            | FieldType::Percent
            | FieldType::Date
            | FieldType::Instant
            | FieldType::Time
            | FieldType::Duration
            | FieldType::Reference(_)
    )
}

/// The group to which a value belongs.
fn key(cell: &Cell, group: &Group) -> (bool, i64, String) {
    match (cell, group.unit) {
        (Cell::Null, _) => (true, 0, String::new()),
        (Cell::Text(text), _) if text.is_empty() => (true, 0, String::new()),
        (Cell::Text(text), _) => (false, 0, text.clone()),
        (Cell::Int(n), Unit::Value) => (false, *n, String::new()),
        (Cell::Int(n), Unit::Year) => (false, i64::from(date_of_days(*n).year()), String::new()),
        (Cell::Int(n), Unit::Month) => {
            (false, talang_catalogue::value::days_of_date(date_of_days(*n).first_of_month()), String::new())
        }
    }
}

/// A total as a value of its field's kind; none where there is nothing to make it of.
fn figure(total: &Total, currency: &str, sum: &Sum) -> Result<Option<Value>> {
    let Some(field) = total.path.field() else { return Ok(None) };
    let whole = matches!(field.ty, FieldType::Integer);
    let number = match total.measure {
        Measure::Least => sum.least.map(i128::from),
        Measure::Most => sum.most.map(i128::from),
        Measure::Sum => Some(sum.sum),
        Measure::Average if sum.count == 0 => None,
        Measure::Average => {
            let scaled = sum.sum * if whole { i128::from(DECIMAL_SCALE) } else { 1 };
            let half = i128::from(sum.count) / 2 * scaled.signum();
            Some((scaled + half) / i128::from(sum.count))
        }
    };
    let Some(number) = number else { return Ok(None) };
    let number = i64::try_from(number).map_err(|_| {
        Fault::new("value.too_large").with("max", i64::MAX / DECIMAL_SCALE).on(field.name.to_string())
    })?;
    Ok(Some(match field.ty {
        FieldType::Money => Value::Money(number, currency.to_string()),
        _ => Value::Int(number),
    }))
}

impl View<'_> {
    /// What the groups are called, in their order: by name where the value is a name, else by value; nothing last. The rows
    /// of `groups` are put in that order.
    ///
    /// # Errors
    /// Those of the store.
    pub fn name_groups(&mut self, grouping: &Grouping, groups: &mut Groups) -> Result<Vec<Vec<String>>> {
        for (at, group) in grouping.by.iter().enumerate() {
            if let Some(FieldType::Reference(target)) = group.path.field().map(|f| &f.ty) {
                let ids: Vec<i64> =
                    groups.rows.iter().filter_map(|row| row.keys.get(at).and_then(Value::as_int)).collect();
                let target = self.object(target)?;
                self.titles(&target, &ids)?;
            }
        }
        let language = self.scope().language();
        let mut named = Vec::with_capacity(groups.rows.len());
        for row in std::mem::take(&mut groups.rows) {
            let (mut names, mut order) = (Vec::new(), Vec::new());
            for (group, key) in grouping.by.iter().zip(&row.keys) {
                let name = self.name_group(group, key)?;
                let by_name = group.unit == Unit::Value
                    && group
                        .path
                        .field()
                        .is_some_and(|f| is_text(&f.ty) || matches!(f.ty, FieldType::Reference(_)));
                order.push(match key.as_int().filter(|_| !by_name) {
                    Some(number) => (key.is_null(), number, String::new()),
                    None => (key.is_null(), 0, talang_catalogue::culture::sort_key(language, &name)),
                });
                names.push(name);
            }
            named.push((order, names, row));
        }
        named.sort_by(|a, b| a.0.cmp(&b.0));
        let mut out = Vec::with_capacity(named.len());
        for (_, names, row) in named {
            out.push(names);
            groups.rows.push(row);
        }
        Ok(out)
    }

    fn name_group(&mut self, group: &Group, key: &Value) -> Result<String> {
        let culture = self.scope().culture;
        Ok(match (group.unit, key) {
            (_, Value::Null) => String::new(),
            (Unit::Year, Value::Int(year)) => year.to_string(),
            (Unit::Month, Value::Int(days)) => {
                let day = date_of_days(*days);
                format!("{} {}", culture.month(day.month()), day.year())
            }
            _ => self.show(&group.path.object, group.path.field, key)?,
        })
    }

    /// The conditions, in the filter language, of the records of a group.
    ///
    /// # Errors
    /// Those of the store.
    pub fn group_conditions(&mut self, grouping: &Grouping, row: &Row) -> Result<Vec<String>> {
        let mut out = Vec::new();
        for (group, key) in grouping.by.iter().zip(&row.keys) {
            let Some(field) = group.path.field().cloned() else { continue };
            let name = &group.path.text;
            let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
            // Instants are compared with instants, days with days.
            let moment = if matches!(field.ty, FieldType::Instant) { "T00:00:00Z" } else { "" };
            match (group.unit, key) {
                (_, Value::Null) => out.push(format!("{name} is empty")),
                (Unit::Year, Value::Int(year)) => {
                    out.push(format!("{name} >= \"{year:04}-01-01{moment}\""));
                    out.push(format!("{name} < \"{:04}-01-01{moment}\"", year + 1));
                }
                (Unit::Month, Value::Int(days)) => {
                    let first = date_of_days(*days);
                    let next = date_of_days(*days + i64::from(first.days_in_month()));
                    out.push(format!("{name} >= \"{first}{moment}\""));
                    out.push(format!("{name} < \"{next}{moment}\""));
                }
                (Unit::Value, Value::Int(id)) => match &field.ty {
                    FieldType::Reference(target) => {
                        let key = self.title(target, *id)?.key;
                        out.push(format!("{name} is {}", quoted(&key)));
                    }
                    _ => {
                        let text =
                            talang_catalogue::types::write(&field, key, &talang_catalogue::Culture::NEUTRAL);
                        out.push(format!("{name} is {}", quoted(&text)));
                    }
                },
                (Unit::Value, Value::Text(text)) => out.push(format!("{name} is {}", quoted(text))),
                _ => {}
            }
        }
        Ok(out)
    }

    /// The headings of the groups' fields and of the totals, in the scope's language.
    pub fn group_heads(&self, grouping: &Grouping) -> (Vec<String>, Vec<String>) {
        let registry = self.scope().installation().registry();
        let language = self.scope().language();
        let field = |path: &Path| {
            let label =
                path.field().map(|f| registry.labels.field(language, path.object.def.name, f).to_string());
            label.unwrap_or_default()
        };
        let say = |key: &str, field: &str| registry.messages.text(language, key, &[("field", field.into())]);
        let by = grouping.by.iter().map(|group| match group.unit {
            Unit::Value => field(&group.path),
            Unit::Year => say("group-year", &field(&group.path)),
            Unit::Month => say("group-month", &field(&group.path)),
        });
        let totals = grouping.totals.iter().map(|total| {
            let day = matches!(total.path.field().map(|f| &f.ty), Some(FieldType::Date));
            let key = match total.measure {
                Measure::Sum => "group-sum",
                Measure::Average => "group-average",
                Measure::Least if day => "group-first",
                Measure::Most if day => "group-last",
                Measure::Least => "group-min",
                Measure::Most => "group-max",
            };
            say(key, &field(&total.path))
        });
        (by.collect(), totals.collect())
    }
}
