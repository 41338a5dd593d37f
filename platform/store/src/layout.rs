//! Which columns the fields of an object have, and how a record becomes a row and a row a record.

use std::sync::Arc;

use talang_catalogue::culture::{Language, sort_key};
use talang_catalogue::{Field, FieldType, Object, Record, Value};

use crate::conn::{Cell, P};

/// What a column holds of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The value, or the amount of money.
    Value,
    /// The currency of money.
    Currency,
    /// The sort key of a searchable text, in the tenant's language.
    Sort,
}

/// A column of an object's table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Name.
    pub name: String,
    /// Index of the field.
    pub field: usize,
    /// What it holds.
    pub part: Part,
    /// `BIGINT` or `TEXT`.
    pub sql_type: &'static str,
}

impl Column {
    /// The name as SQL wants it.
    pub fn quoted(&self) -> String {
        format!("\"{}\"", self.name)
    }
}

/// The columns of an object's table.
#[derive(Debug)]
pub struct Layout {
    /// The object.
    pub object: Arc<Object>,
    /// `schema.table`.
    pub table: String,
    /// Field columns, in the order of the fields.
    pub columns: Vec<Column>,
    /// `id, thread?, version, …`: what [`Layout::read`] expects, each prefixed with `t.`.
    pub select: String,
    language: Language,
}

/// Whether the field has a sort key beside it.
pub fn has_sort_key(field: &Field) -> bool {
    field.search && matches!(field.ty, FieldType::Line | FieldType::Translated)
}

/// The field's column, quoted: names such as `end` are words of SQL.
pub fn sql_column(field: &Field) -> String {
    format!("\"{}\"", field.column)
}

/// The column by which lists sort and ranges compare, quoted.
pub fn sort_column(field: &Field) -> String {
    if has_sort_key(field) { format!("\"{}_sort\"", field.column) } else { sql_column(field) }
}

/// `BIGINT` or `TEXT`.
fn sql_type(ty: &FieldType) -> &'static str {
    match ty {
        FieldType::Bool
        | FieldType::Integer
        | FieldType::Decimal
        | FieldType::Money
        | FieldType::Percent
        | FieldType::Date
        | FieldType::Instant
        | FieldType::Time
        | FieldType::Duration
        | FieldType::Reference(_) => "BIGINT",
        _ => "TEXT",
    }
}

impl Layout {
    /// The layout of an object in a tenant whose texts sort by `language`.
    pub fn new(object: Arc<Object>, language: Language) -> Layout {
        let mut columns = Vec::new();
        for field in &object.fields {
            let mut column = |name: String, part, sql_type| {
                columns.push(Column { name, field: field.index, part, sql_type })
            };
            column(field.column.clone(), Part::Value, sql_type(&field.ty));
            if matches!(field.ty, FieldType::Money) {
                column(format!("{}_currency", field.column), Part::Currency, "TEXT");
            }
            if has_sort_key(field) {
                column(format!("{}_sort", field.column), Part::Sort, "TEXT");
            }
        }
        let mut select = String::from("t.id, t.version");
        if object.period.is_some() {
            select.push_str(", t.thread");
        }
        for column in columns.iter().filter(|c| c.part != Part::Sort) {
            select.push_str(", t.");
            select.push_str(&column.quoted());
        }
        Layout { table: object.table_name(), object, columns, select, language }
    }

    /// Width of the rows that [`Layout::read`] expects.
    pub fn width(&self) -> usize {
        2 + usize::from(self.object.period.is_some())
            + self.columns.iter().filter(|c| c.part != Part::Sort).count()
    }

    /// Makes a record of a row selected with [`Layout::select`].
    pub fn read(&self, row: Vec<Cell>) -> Record {
        let mut record = Record::new(self.object.clone());
        let mut cells = row.into_iter();
        let mut number = || cells.next().map_or(0, |c| c.int());
        record.id = number();
        record.version = number();
        record.thread = if self.object.period.is_some() { number() } else { record.id };
        for column in &self.columns {
            if column.part == Part::Sort {
                continue;
            }
            let cell = cells.next().unwrap_or(Cell::Null);
            let Some(slot) = record.values.get_mut(column.field) else { continue };
            if column.part == Part::Currency {
                if let (Value::Int(amount), Cell::Text(currency)) = (&*slot, cell) {
                    *slot = Value::Money(*amount, currency);
                }
                continue;
            }
            let Some(field) = self.object.fields.get(column.field) else { continue };
            *slot = match (cell, &field.ty) {
                (Cell::Null, _) => Value::Null,
                (Cell::Int(n), _) => Value::Int(n),
                (Cell::Text(s), FieldType::Translated) => {
                    serde_json::from_str(&s).map(Value::Texts).unwrap_or(Value::Null)
                }
                (Cell::Text(s), FieldType::References(_)) => {
                    serde_json::from_str(&s).map(Value::Refs).unwrap_or(Value::Null)
                }
                (Cell::Text(s), _) => Value::Text(s),
            };
        }
        record
    }

    /// The parameter of one column of a record.
    pub fn param<'a>(&self, record: &'a Record, column: &Column) -> P<'a> {
        let Some(value) = record.values.get(column.field) else { return P::Null };
        match (column.part, value) {
            (_, Value::Null) => P::Null,
            (Part::Value, Value::Int(n)) | (Part::Value, Value::Money(n, _)) => P::Int(*n),
            (Part::Value, Value::Text(s)) => P::Text(s),
            (Part::Value, Value::Refs(ids)) => P::Owned(serde_json::to_string(ids).unwrap_or_default()),
            (Part::Value, Value::Texts(texts)) => P::Owned(serde_json::to_string(texts).unwrap_or_default()),
            (Part::Currency, Value::Money(_, currency)) => P::Text(currency),
            (Part::Sort, Value::Text(s)) => P::Owned(sort_key(self.language, s)),
            (Part::Sort, Value::Texts(texts)) => {
                let text = texts
                    .get(self.language.code())
                    .or_else(|| texts.get("en"))
                    .or_else(|| texts.values().next());
                text.map_or(P::Null, |s| P::Owned(sort_key(self.language, s)))
            }
            _ => P::Null,
        }
    }
}
