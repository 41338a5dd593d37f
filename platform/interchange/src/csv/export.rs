//! Exports (I1, I2): the lines that an import would read again without changing anything, and files for other programs.

use std::io::Write;
use std::sync::Arc;

use talang_catalogue::{Culture, Fault, Field, FieldType, Language, Object, Record, Subject, Value, types};
use talang_engine::query::Path;
use talang_engine::{Action, Page, Query, Result, Scope, View, Who};

use super::layout::Layout;
use super::read::failed;
use super::write::{Writer, is_number};

/// More records than this make an export far-reaching ([`takes_out_much`]).
pub const MANY: i64 = 1_000;

/// Whether an export takes out so much that somebody signed in must have said within ten minutes who they are (A7; "export
/// of all"): more than [`MANY`] records, or every field of data about people, which is what no `columns` means.
pub fn takes_out_much(object: &Object, count: i64, columns: &[String]) -> bool {
    count > MANY || (columns.is_empty() && object.def.subject != Subject::None)
}

/// One column of an export.
pub(super) enum Column {
    /// A whole field.
    Field(usize),
    /// A translated field in one language.
    Text(usize, Language),
    /// A money field's currency.
    Currency(usize),
    /// A field of another object on the way: the place among the query's columns.
    Path(usize),
    /// The same text in every line.
    Constant(String),
}

impl Column {
    /// The field whose values it holds.
    fn field<'f>(&self, object: &'f Object, paths: &'f [Path]) -> Option<&'f Field> {
        match self {
            Column::Field(index) | Column::Text(index, _) | Column::Currency(index) => {
                object.fields.get(*index)
            }
            Column::Path(place) => paths.get(*place).and_then(Path::field),
            Column::Constant(_) => None,
        }
    }
}

/// A column with its heading.
struct Chosen {
    heading: String,
    column: Column,
    /// Names and labels instead of keys and codes.
    words: bool,
}

/// How a file is written.
struct Style<'s> {
    layout: &'s Layout,
    culture: &'s Culture,
    chosen: Vec<Chosen>,
}

impl Style<'_> {
    fn begin(&self, writer: &mut Writer) -> Result<()> {
        let headings: Vec<&str> = self.chosen.iter().map(|c| c.heading.as_str()).collect();
        self.layout.begin(&headings, writer)
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
    write(scope, query, &Layout::own(object, columns), culture, out)
}

/// Writes the records of a query as a format says (I2); its own condition holds besides. A column that the scope may not read
/// is there and empty. Returns the number of records.
///
/// # Errors
/// As [`export`]; `export.letter` where a letter cannot be written, and then the file is not whole.
pub fn export_as(scope: &Scope, query: &Query, layout: &Layout, out: &mut dyn Write) -> Result<u64> {
    let scope = layout.scope(scope);
    let query = scope.view(|view| {
        let object = view.object(&layout.object)?;
        layout.query(view, &object, query.clone())
    })?;
    write(&scope, &query, layout, scope.culture, out)
}

fn write(
    scope: &Scope,
    query: &Query,
    layout: &Layout,
    culture: &Culture,
    out: &mut dyn Write,
) -> Result<u64> {
    let watched = scope.view(|view| {
        let object = view.object(&layout.object)?;
        check(view, &object, layout, culture)
    })?;
    // Before the first byte (A12): nobody has an export of which the log knows nothing.
    scope.log(scope.activity("export").on(&layout.object).detail(watched))?;
    scope.view(|view| {
        let object = view.object(&layout.object)?;
        let mut query = Query { columns: Vec::new(), ..query.clone() };
        let chosen = choose(view, &object, layout, culture, &mut query.columns)?;
        let style = Style { layout, culture, chosen };
        let mut writer = layout.writer(culture);
        style.begin(&mut writer)?;
        let mut lines = 0;
        view.each(&object, &query, &mut |view, page| {
            let count = u64::try_from(page.records.len()).unwrap_or_default();
            write_page(view, &object, &query, page, &style, lines, &mut writer)?;
            lines += count;
            out.write_all(&layout.bytes(std::mem::take(&mut writer.buffer))).map_err(failed)?;
            Ok(true)
        })?;
        out.flush().map_err(failed)?;
        Ok(lines)
    })
}

/// One page of an export, of a query with a limit: for callers that keep their place between pages. With `done` records
/// written before it; what begins a file stands before the first. Returns the number of lines and where the next page begins.
///
/// # Errors
/// As [`export_as`].
pub(crate) fn page(
    view: &mut View<'_>,
    object: &Arc<Object>,
    query: &Query,
    layout: &Layout,
    culture: &Culture,
    done: u64,
) -> Result<(Vec<u8>, u64, Option<String>)> {
    let mut query = Query { columns: Vec::new(), ..query.clone() };
    let chosen = choose(view, object, layout, culture, &mut query.columns)?;
    let style = Style { layout, culture, chosen };
    let mut writer = layout.writer(culture);
    if done == 0 {
        style.begin(&mut writer)?;
    }
    let found = view.list(object, &query)?;
    let (lines, next) = (found.records.len() as u64, found.next.clone());
    write_page(view, object, &query, found, &style, done, &mut writer)?;
    Ok((layout.bytes(writer.buffer), lines, next))
}

/// The first lines of what [`export_as`] would write, as text.
///
/// # Errors
/// As [`export_as`].
pub fn preview(scope: &Scope, query: &Query, layout: &Layout, lines: usize) -> Result<String> {
    let scope = layout.scope(scope);
    scope.view(|view| {
        let object = view.object(&layout.object)?;
        check(view, &object, layout, scope.culture)?;
        let query = layout.query(view, &object, Query { limit: lines, ..query.clone() })?;
        // What is shown is text: the last step, that into bytes, is left out.
        let mut query = Query { columns: Vec::new(), ..query };
        let chosen = choose(view, &object, layout, scope.culture, &mut query.columns)?;
        let style = Style { layout, culture: scope.culture, chosen };
        let mut writer = layout.writer(scope.culture);
        style.begin(&mut writer)?;
        let found = view.list(&object, &query)?;
        write_page(view, &object, &query, found, &style, 0, &mut writer)?;
        let text = String::from_utf8(writer.buffer).unwrap_or_default();
        Ok(text.trim_start_matches('\u{feff}').to_string())
    })
}

/// Whether the columns can be had, and the kinds of watched fields among them, for the log.
///
/// # Errors
/// `right.missing`, `field.unknown`.
pub(crate) fn check(
    view: &mut View<'_>,
    object: &Arc<Object>,
    layout: &Layout,
    culture: &Culture,
) -> Result<String> {
    if !view.rights().may(object, Action::Export) {
        return Err(Fault::new("right.missing")
            .with("action", "export")
            .with("object", object.def.name)
            .into());
    }
    let (mut paths, mut fields) = (Vec::new(), Vec::new());
    for chosen in choose(view, object, layout, culture, &mut paths)? {
        fields.extend(chosen.column.field(object, &paths).cloned());
    }
    Ok(talang_engine::sight::watched(fields.iter()))
}

/// The columns of a layout; where it names none, all that the scope may read at all.
fn choose(
    view: &mut View<'_>,
    object: &Arc<Object>,
    layout: &Layout,
    culture: &Culture,
    paths: &mut Vec<Path>,
) -> Result<Vec<Chosen>> {
    let mut chosen = Vec::new();
    let mut add =
        |heading: String, column: Column, words: bool| chosen.push(Chosen { heading, column, words });
    if layout.columns.is_empty() {
        for field in &object.fields {
            // A column of nothing but hidden cells would empty fields when it comes back.
            if matches!(view.who(object, &field.group, Action::Read)?, Who::Nobody) {
                continue;
            }
            match &field.ty {
                FieldType::Translated => {
                    for language in Language::ALL {
                        let name = format!("{}.{}", field.name, language.code());
                        add(name, Column::Text(field.index, language), false);
                    }
                }
                FieldType::Money => {
                    add(field.name.to_string(), Column::Field(field.index), false);
                    add(format!("{}.currency", field.name), Column::Currency(field.index), false);
                }
                _ => add(field.name.to_string(), Column::Field(field.index), false),
            }
        }
        return Ok(chosen);
    }
    for one in &layout.columns {
        let heading = one.heading().to_string();
        let Some(name) = &one.field else {
            add(heading, Column::Constant(one.text.clone().unwrap_or_default()), false);
            continue;
        };
        let column = match named(view, object, name)? {
            Named::Own(Column::Field(index)) if is_translated(object, index) => {
                Column::Text(index, culture.language)
            }
            Named::Own(column) => column,
            Named::Path(path) => {
                paths.push(path);
                Column::Path(paths.len() - 1)
            }
        };
        add(heading, column, one.words);
    }
    Ok(chosen)
}

/// What a name means.
pub(super) enum Named {
    /// A field of the object, or a part of one.
    Own(Column),
    /// A field of the day's slice or of a referred record.
    Path(Path),
}

/// What a name means.
///
/// # Errors
/// `field.unknown`.
pub(super) fn named(view: &View<'_>, object: &Arc<Object>, name: &str) -> Result<Named> {
    if let Some(field) = object.field(name) {
        return Ok(Named::Own(Column::Field(field.index)));
    }
    match own_part(object, name) {
        Some(column) => Ok(Named::Own(column)),
        None => Ok(Named::Path(Path::parse(&view.catalogue(), object, name)?)),
    }
}

fn is_translated(object: &Object, index: usize) -> bool {
    object.fields.get(index).is_some_and(|f| matches!(f.ty, FieldType::Translated))
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
    style: &Style<'_>,
    done: u64,
    writer: &mut Writer,
) -> Result<()> {
    let Style { layout, chosen, .. } = style;
    view.load_titles(object, &page.records)?;
    let own: Vec<usize> =
        chosen.iter().filter_map(|c| c.column.field(object, &[])).map(|f| f.index).collect();
    view.saw(object, &page.records, |f| own.contains(&f.index));
    view.saw_columns(&query.columns, &page);
    let mut line = layout.first_line() + done;
    for (record, extra) in
        page.records.iter().zip(page.columns.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..])))
    {
        for Chosen { heading, column, words } in chosen {
            let mut put = |field: Option<&Field>, text: &str| -> Result<()> {
                let number = field.is_some_and(|f| is_number(&f.ty));
                let text = if number { text.into() } else { layout.guarded(text) };
                writer.cell(&layout.writable(&text, line, heading)?);
                Ok(())
            };
            match column {
                Column::Field(index) => {
                    let Some(field) = object.fields.get(*index) else { continue };
                    let text = cell(view, object, field, value(record, *index), style, *words)?;
                    put(Some(field), &text)?;
                }
                Column::Text(index, language) => {
                    let text = match value(record, *index) {
                        Value::Texts(texts) => {
                            texts.get(language.code()).map(String::as_str).unwrap_or_default()
                        }
                        _ => "",
                    };
                    put(None, text)?;
                }
                Column::Currency(index) => {
                    let currency =
                        if let Value::Money(_, currency) = value(record, *index) { currency } else { "" };
                    writer.cell(currency);
                }
                Column::Path(place) => {
                    let path = query.columns.get(*place);
                    let value = extra.get(*place).cloned().flatten().unwrap_or_default();
                    match path.and_then(|p| Some((p, p.field()?))) {
                        Some((path, field)) => {
                            let text = cell(view, &path.object, field, &value, style, *words)?;
                            put(Some(field), &text)?;
                        }
                        None => writer.cell(""),
                    }
                }
                Column::Constant(text) => put(None, text)?,
            }
        }
        writer.end();
        line += 1;
    }
    Ok(())
}

fn value(record: &Record, index: usize) -> &Value {
    record.values.get(index).unwrap_or(&Value::Null)
}

/// A value as the cell that an import reads back, or as the layout wants it.
fn cell(
    view: &mut View<'_>,
    object: &Arc<Object>,
    field: &Field,
    value: &Value,
    style: &Style<'_>,
    words: bool,
) -> Result<String> {
    match (&field.ty, value) {
        (FieldType::Date, Value::Int(days)) => {
            let iso = types::write(field, value, style.culture);
            Ok(style.layout.day(*days, iso, style.culture))
        }
        (ty, value) if words && has_words(ty) => view.show(object, field.index, value),
        (FieldType::Reference(target), Value::Int(id)) => Ok(view.title(target, *id)?.key),
        (FieldType::References(target), Value::Refs(ids)) => {
            let mut keys = Vec::with_capacity(ids.len());
            for id in ids {
                keys.push(view.title(target, *id)?.key);
            }
            Ok(keys.join(", "))
        }
        _ => Ok(types::write(field, value, style.culture)),
    }
}

/// Whether people have other words for its values than programs.
pub fn has_words(ty: &FieldType) -> bool {
    matches!(
        ty,
        FieldType::Bool
            | FieldType::Choice(_)
            | FieldType::Item(_)
            | FieldType::Country
            | FieldType::Currency
            | FieldType::Language
            | FieldType::Culture
            | FieldType::Reference(_)
            | FieldType::References(_)
    )
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
    let layout = Layout::own(object.def.name, columns);
    let chosen = choose(view, object, &layout, culture, &mut query.columns)?;
    let style = Style { layout: &layout, culture, chosen };
    let mut writer = layout.writer(culture);
    style.begin(&mut writer)?;
    let page = Page { records: vec![record], ..Page::default() };
    write_page(view, object, &query, page, &style, 0, &mut writer)?;
    Ok(String::from_utf8(writer.buffer).unwrap_or_default())
}
