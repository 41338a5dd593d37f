//! A report of groups and totals: a row for each group, and one for all records together.

use std::collections::BTreeSet;

use talang_catalogue::{FieldType, Value};
use talang_engine::groups::Row;
use talang_engine::{Grouping, Measure, Query, Result, Scope, Total};

use crate::cell::Cell;
use crate::table::{self, About, Column};

/// What a grouped report holds.
pub(crate) struct Grouped {
    pub about: About,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// Which kinds of watched data it is made of (A12).
    pub watched: String,
}

/// Groups and adds up.
///
/// # Errors
/// `object.unknown`, `right.missing`, and those of [`Grouping::parse`] and `View::groups`.
pub(crate) fn prepare(
    scope: &Scope,
    object: &str,
    query: &Query,
    by: &[String],
    totals: &[String],
) -> Result<Grouped> {
    scope.view(|view| {
        let object = table::exported(view, object)?;
        let grouping = Grouping::parse(&view.catalogue(), &object, by, totals)?;
        let mut groups = view.groups(&object, query, &grouping)?;
        let names = view.name_groups(&grouping, &mut groups)?;
        let paths = || {
            let by = grouping.by.iter().map(|g| &g.path);
            by.chain(grouping.totals.iter().map(|t| &t.path))
        };
        let dated = paths().any(|p| p.step.is_some());
        let mut about = table::about(view, &object, query, dated, groups.all.count)?;
        about.total = true;
        let (heads, sums) = view.group_heads(&grouping);
        let messages = &scope.installation().registry().messages;
        let say = |key: &str| messages.plain(scope.language(), key);
        if !heads.is_empty() {
            let fields = heads.join(", ");
            let names = [("name", about.title.as_str().into()), ("fields", fields.as_str().into())];
            about.title = messages.text(scope.language(), "report-groups", &names);
        }
        let mut columns: Vec<Column> =
            heads.into_iter().map(|label| Column { label, ..Column::default() }).collect();
        columns.push(Column { label: say("group-count"), number: true, ..Column::default() });
        // A column for each currency: amounts of two are never added up, nor do they share a column.
        let mut spread: Vec<(usize, Option<String>)> = Vec::new();
        for (at, label) in sums.into_iter().enumerate() {
            let of = |row: &Row| row.totals.get(at).cloned().unwrap_or_default();
            let currencies: BTreeSet<String> = of(&groups.all)
                .into_iter()
                .filter_map(|v| if let Value::Money(_, currency) = v { Some(currency) } else { None })
                .collect();
            if currencies.is_empty() {
                columns.push(Column { label: label.clone(), number: true, ..Column::default() });
                spread.push((at, None));
            }
            for currency in currencies {
                let label = format!("{label} ({currency})");
                columns.push(Column { label, number: true, ..Column::default() });
                spread.push((at, Some(currency)));
            }
        }
        let cells = |names: Vec<String>, row: &Row| {
            let mut cells: Vec<Cell> = names
                .into_iter()
                .map(|name| if name.is_empty() { Cell::Empty } else { Cell::Text(name) })
                .collect();
            cells.push(Cell::Integer(row.count, true));
            for (at, currency) in &spread {
                let value = row.totals.get(*at).into_iter().flatten().find(|v| match (v, currency) {
                    (Value::Money(_, of), Some(currency)) => of == currency,
                    _ => true,
                });
                let total = grouping.totals.get(*at);
                cells.push(total.zip(value).map_or(Cell::Empty, |(total, value)| cell(total, value)));
            }
            cells
        };
        let mut rows: Vec<Vec<Cell>> =
            names.into_iter().zip(&groups.rows).map(|(names, row)| cells(names, row)).collect();
        let mut all = vec![String::new(); grouping.by.len()];
        if let Some(first) = all.first_mut() {
            *first = say("group-all");
        }
        rows.push(cells(all, &groups.all));
        let watched = talang_engine::sight::watched(paths().filter_map(|p| p.field()));
        Ok(Grouped { about, columns, rows, watched })
    })
}

fn cell(total: &Total, value: &Value) -> Cell {
    let ty = total.path.field().map(|f| &f.ty);
    // Averages are read: to the hundredth, as on the screen.
    let round = |n: i64| match total.measure {
        Measure::Average => (n + 5_000 * n.signum()) / 10_000 * 10_000,
        _ => n,
    };
    match (value, ty) {
        (Value::Money(amount, currency), _) => Cell::Money(round(*amount), currency.clone()),
        (Value::Int(n), Some(FieldType::Integer)) if total.measure == Measure::Average => {
            Cell::Decimal(round(*n))
        }
        (Value::Int(n), Some(FieldType::Integer)) => Cell::Integer(*n, true),
        (Value::Int(n), Some(FieldType::Percent)) => Cell::Percent(round(*n)),
        (Value::Int(n), Some(FieldType::Date)) => Cell::Date(*n),
        (Value::Int(n), Some(FieldType::Duration)) => Cell::Duration(*n),
        (Value::Int(n), _) => Cell::Decimal(round(*n)),
        _ => Cell::Empty,
    }
}
