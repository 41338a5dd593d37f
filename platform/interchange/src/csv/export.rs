//! Exports (I1, I2): the lines that an import would read again without changing anything.

use std::io::Write;
use std::sync::Arc;

use talang_catalogue::{Culture, Fault, Field, FieldType, Language, Object, Record, Subject, Value, types};
use talang_engine::query::Path;
use talang_engine::{Action, Page, Query, Result, Scope, View, Who};

use super::read::failed;
use super::write::{Writer, is_number, protect, separator};

/// More records than this make an export far-reaching ([`takes_out_much`]).
pub const MANY: i64 = 1_000;

/// Whether an export takes out so much that somebody signed in must have said within ten minutes who they are (A7; "export
/// of all"): more than [`MANY`] records, or every field of data about people, which is what no `columns` means.
pub fn takes_out_much(object: &Object, count: i64, columns: &[String]) -> bool {
    count > MANY || (columns.is_empty() && object.def.subject != Subject::None)
}

/// One column of an export.
enum Column {
    /// A whole field.
    Field(usize),
    /// A translated field in one language.
    Text(usize, Language),
    /// A money field's currency.
    Currency(usize),
    /// A field of another object on the way: the place among the query's columns.
    Path(usize),
}

impl Column {
    /// The field whose values it holds.
    fn field<'f>(&self, object: &'f Object, paths: &'f [Path]) -> Option<&'f Field> {
        match self {
            Column::Field(index) | Column::Text(index, _) | Column::Currency(index) => {
                object.fields.get(*index)
            }
            Column::Path(place) => paths.get(*place).and_then(Path::field),
        }
    }
}

/// Writes the records of a query as CSV: UTF-8 with byte-order mark, the culture's separator and decimal sign, ISO dates,
/// codes, keys of references. Returns the number of lines.
///
/// `columns` are names as in imports (`label.fr`, `rate.currency`); a name such as `assignment.organisation` gives the
/// field of the day's slice or of a referred record, which no import takes. None means all of the object's own that
/// the scope may read at all: with translated texts in every language, so that nothing is lost when the file comes back.
/// Where single records hide a field, its cell is empty. Dated objects are read for the scope's day unless
/// [`Query::as_of`] says otherwise. Cells that a spreadsheet might run as formulas are written with an apostrophe before
/// them, which imports take away again.
///
/// # Errors
/// `object.unknown`, `right.missing` without the right to export the object, `field.unknown`, `storage.failed`.
pub fn export(
    scope: &Scope,
    object: &str,
    query: &Query,
    columns: &[String],
    culture: &Culture,
    out: &mut dyn Write,
) -> Result<u64> {
    let watched = scope.view(|view| {
        let object = view.object(object)?;
        check(view, &object, columns, culture)
    })?;
    // Before the first byte (A12): nobody has an export of which the log knows nothing.
    scope.log(scope.activity("export").on(object).detail(watched))?;
    scope.view(|view| {
        let object = view.object(object)?;
        let mut query = Query { columns: Vec::new(), ..query.clone() };
        let chosen = choose(view, &object, columns, culture, &mut query.columns)?;
        let mut writer = Writer::new(separator(culture));
        writer.bom();
        writer.line(chosen.iter().map(|(name, _)| name.as_str()));
        let mut lines = 0;
        view.each(&object, &query, &mut |view, page| {
            lines += u64::try_from(page.records.len()).unwrap_or_default();
            write_page(view, &object, &query, page, &chosen, culture, &mut writer)?;
            out.write_all(&writer.buffer).map_err(failed)?;
            writer.buffer.clear();
            Ok(true)
        })?;
        out.flush().map_err(failed)?;
        Ok(lines)
    })
}

/// One page of an export, of a query with a limit: for callers that keep their place between pages. With `header` the
/// byte-order mark and the names of the columns stand before it. Returns the number of lines and where the next page begins.
///
/// # Errors
/// As [`export`].
pub(crate) fn page(
    view: &mut View<'_>,
    object: &Arc<Object>,
    query: &Query,
    columns: &[String],
    culture: &Culture,
    header: bool,
) -> Result<(Vec<u8>, u64, Option<String>)> {
    let mut query = Query { columns: Vec::new(), ..query.clone() };
    let chosen = choose(view, object, columns, culture, &mut query.columns)?;
    let mut writer = Writer::new(separator(culture));
    if header {
        writer.bom();
        writer.line(chosen.iter().map(|(name, _)| name.as_str()));
    }
    let found = view.list(object, &query)?;
    let (lines, next) = (found.records.len() as u64, found.next.clone());
    write_page(view, object, &query, found, &chosen, culture, &mut writer)?;
    Ok((writer.buffer, lines, next))
}

/// Whether the columns can be had, and the kinds of watched fields among them, for the log.
///
/// # Errors
/// `right.missing`, `field.unknown`.
pub(crate) fn check(
    view: &mut View<'_>,
    object: &Arc<Object>,
    columns: &[String],
    culture: &Culture,
) -> Result<String> {
    if !view.rights().may(object, Action::Export) {
        return Err(Fault::new("right.missing")
            .with("action", "export")
            .with("object", object.def.name)
            .into());
    }
    let (mut paths, mut fields) = (Vec::new(), Vec::new());
    for (_, column) in choose(view, object, columns, culture, &mut paths)? {
        fields.extend(column.field(object, &paths).cloned());
    }
    Ok(talang_engine::sight::watched(fields.iter()))
}

/// The columns by their names.
fn choose(
    view: &mut View<'_>,
    object: &Arc<Object>,
    names: &[String],
    culture: &Culture,
    paths: &mut Vec<Path>,
) -> Result<Vec<(String, Column)>> {
    let mut chosen = Vec::new();
    if names.is_empty() {
        for field in &object.fields {
            // A column of nothing but hidden cells would empty fields when it comes back.
            if matches!(view.who(object, &field.group, Action::Read)?, Who::Nobody) {
                continue;
            }
            match &field.ty {
                FieldType::Translated => {
                    for language in Language::ALL {
                        let name = format!("{}.{}", field.name, language.code());
                        chosen.push((name, Column::Text(field.index, language)));
                    }
                }
                FieldType::Money => {
                    chosen.push((field.name.to_string(), Column::Field(field.index)));
                    chosen.push((format!("{}.currency", field.name), Column::Currency(field.index)));
                }
                _ => chosen.push((field.name.to_string(), Column::Field(field.index))),
            }
        }
        return Ok(chosen);
    }
    let catalogue = view.catalogue();
    for name in names {
        let column = match object.field(name) {
            Some(field) if matches!(field.ty, FieldType::Translated) => {
                Column::Text(field.index, culture.language)
            }
            Some(field) => Column::Field(field.index),
            None => match own_part(object, name) {
                Some(column) => column,
                None => {
                    paths.push(Path::parse(&catalogue, object, name)?);
                    Column::Path(paths.len() - 1)
                }
            },
        };
        chosen.push((name.clone(), column));
    }
    Ok(chosen)
}

/// `label.fr` and `rate.currency`.
fn own_part(object: &Object, name: &str) -> Option<Column> {
    let (stem, suffix) = name.rsplit_once('.')?;
    let field = object.field(stem)?;
    match &field.ty {
        FieldType::Translated => Language::parse(suffix).map(|l| Column::Text(field.index, l)),
        FieldType::Money if suffix == "currency" => Some(Column::Currency(field.index)),
        _ => None,
    }
}

fn write_page(
    view: &mut View<'_>,
    object: &Arc<Object>,
    query: &Query,
    page: Page,
    chosen: &[(String, Column)],
    culture: &Culture,
    writer: &mut Writer,
) -> Result<()> {
    view.load_titles(object, &page.records)?;
    let own: Vec<usize> = chosen.iter().filter_map(|(_, c)| c.field(object, &[])).map(|f| f.index).collect();
    view.saw(object, &page.records, |f| own.contains(&f.index));
    view.saw_columns(&query.columns, &page);
    for (record, extra) in
        page.records.iter().zip(page.columns.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..])))
    {
        for (_, column) in chosen {
            match column {
                Column::Field(index) => {
                    let Some(field) = object.fields.get(*index) else { continue };
                    let text = cell(view, field, value(record, *index), culture)?;
                    put(writer, field, &text);
                }
                Column::Text(index, language) => {
                    let text = match value(record, *index) {
                        Value::Texts(texts) => {
                            texts.get(language.code()).map(String::as_str).unwrap_or_default()
                        }
                        _ => "",
                    };
                    writer.cell(&protect(text));
                }
                Column::Currency(index) => {
                    let currency =
                        if let Value::Money(_, currency) = value(record, *index) { currency } else { "" };
                    writer.cell(currency);
                }
                Column::Path(place) => {
                    let field = query.columns.get(*place).and_then(Path::field).cloned();
                    let value = extra.get(*place).cloned().flatten().unwrap_or_default();
                    match field {
                        Some(field) => {
                            let text = cell(view, &field, &value, culture)?;
                            put(writer, &field, &text);
                        }
                        None => writer.cell(""),
                    }
                }
            }
        }
        writer.end();
    }
    Ok(())
}

fn value(record: &Record, index: usize) -> &Value {
    record.values.get(index).unwrap_or(&Value::Null)
}

fn put(writer: &mut Writer, field: &Field, text: &str) {
    if is_number(&field.ty) { writer.cell(text) } else { writer.cell(&protect(text)) }
}

/// A value as the cell that an import reads back.
fn cell(view: &mut View<'_>, field: &Field, value: &Value, culture: &Culture) -> Result<String> {
    match (&field.ty, value) {
        (FieldType::Reference(target), Value::Int(id)) => Ok(view.title(target, *id)?.key),
        (FieldType::References(target), Value::Refs(ids)) => {
            let mut keys = Vec::with_capacity(ids.len());
            for id in ids {
                keys.push(view.title(target, *id)?.key);
            }
            Ok(keys.join(", "))
        }
        _ => Ok(types::write(field, value, culture)),
    }
}

/// A file of one record of a thread, as it stands.
pub(crate) fn line_of(
    view: &mut View<'_>,
    object: &Arc<Object>,
    thread: i64,
    columns: &[String],
    culture: &Culture,
) -> Result<String> {
    let record = view.current(object, thread)?;
    let mut query = Query::default();
    let chosen = choose(view, object, columns, culture, &mut query.columns)?;
    let mut writer = Writer::new(separator(culture));
    writer.bom();
    writer.line(chosen.iter().map(|(name, _)| name.as_str()));
    let page = Page { records: vec![record], ..Page::default() };
    write_page(view, object, &query, page, &chosen, culture, &mut writer)?;
    Ok(String::from_utf8(writer.buffer).unwrap_or_default())
}
