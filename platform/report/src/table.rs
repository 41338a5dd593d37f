//! A report: chosen columns of the records that a question finds, handed over a page at a time.

use std::sync::Arc;

use talang_catalogue::{Fault, Field, FieldType, Object, Value};
use talang_engine::charter::{Charter, Colour};
use talang_engine::wording::Condition;
use talang_engine::{Action, AsOf, Page, Path, Query, Result, Scope, View, Who};

use crate::cell::{self, Cell};

/// A column of a report.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Heading.
    pub label: String,
    /// Where its values are; none for what is counted and added up.
    pub path: Option<Path>,
    /// Values stand at the right.
    pub number: bool,
    /// Amounts of several currencies.
    pub money: bool,
}

impl Column {
    fn of(path: Path, label: String) -> Column {
        let ty = path.field().map(|f| &f.ty);
        let money = matches!(ty, Some(FieldType::Money));
        let number = money
            || matches!(
                ty,
                Some(FieldType::Integer | FieldType::Decimal | FieldType::Percent | FieldType::Duration)
            );
        Column { label, path: Some(path), number, money }
    }

    fn steps(&self) -> bool {
        self.path.as_ref().is_some_and(|p| p.step.is_some())
    }
}

/// What is said about a report besides its rows.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// What it is called.
    pub title: String,
    /// Whose it is: the tenant's name.
    pub owner: String,
    /// The day for which it was read, where that matters; days since 1970-01-01.
    pub day: Option<i64>,
    /// When it was made, in microseconds since 1970.
    pub made_at: i64,
    /// How many records there are, when it was begun.
    pub rows: i64,
    /// The last row is that of all the others together.
    pub total: bool,
    /// Which records: the conditions in words, one to a line.
    pub conditions: Vec<String>,
    /// Ground of the headings in the tenant's colour (T9), under dark text; none for the product's.
    pub ground: Option<Colour>,
    /// Its logo, for what can show pictures.
    pub logo: Option<Picture>,
}

/// A picture and its media type.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Told by its first bytes, see `talang_engine::charter::logo_kind`.
    pub kind: String,
}

/// What makes a file of a report.
pub(crate) trait Sink {
    /// The first page of rows comes with the columns: it tells how wide they are.
    fn begin(&mut self, about: &About, columns: &[Column], rows: &[Vec<Cell>]) -> std::io::Result<()>;
    /// More rows.
    fn rows(&mut self, rows: &[Vec<Cell>]) -> std::io::Result<()>;
}

/// The columns that names mean; none means every field that the scope may read at all.
///
/// # Errors
/// `field.unknown`.
pub fn columns(view: &mut View<'_>, object: &Arc<Object>, names: &[String]) -> Result<Vec<Column>> {
    let catalogue = view.catalogue();
    let mut paths = Vec::new();
    if names.is_empty() {
        for field in &object.fields {
            let file = matches!(field.ty, FieldType::File);
            if !file && !matches!(view.who(object, &field.group, Action::Read)?, Who::Nobody) {
                paths.push(Path::parse(&catalogue, object, &field.name)?);
            }
        }
    }
    for name in names {
        // Lists name a currency beside its amount, for the files that imports read: here they are one.
        if let Some((stem, "currency")) = name.rsplit_once('.')
            && object.field(stem).is_some_and(|f| matches!(f.ty, FieldType::Money))
        {
            continue;
        }
        paths.push(Path::parse(&catalogue, object, name)?);
    }
    let labels = &view.scope().installation().registry().labels;
    let language = view.scope().language();
    let named = paths.into_iter().map(|path| {
        let label = path.field().map(|f| labels.field(language, path.object.def.name, f).to_string());
        Column::of(path, label.unwrap_or_default())
    });
    let mut columns: Vec<Column> = named.collect();
    // Two columns of one heading say whose they are.
    for at in 0..columns.len() {
        let double = |c: &Column| columns.iter().filter(|other| other.label == c.label).count() > 1;
        let found = columns.get(at).filter(|c| c.steps() && double(c));
        if let Some((column, path)) = found.and_then(|c| Some((c, c.path.as_ref()?))) {
            let of = labels.object(language, path.object.def.name).to_string();
            let label = format!("{of}: {}", column.label);
            if let Some(column) = columns.get_mut(at) {
                column.label = label;
            }
        }
    }
    Ok(columns)
}

/// Asks for a report: what cannot be made is refused before its first byte.
///
/// # Errors
/// `object.unknown`, `right.missing` without the right to export the object, `field.unknown`, `report.too_many`.
pub(crate) fn prepare(
    scope: &Scope,
    object: &str,
    query: &Query,
    names: &[String],
    most: i64,
) -> Result<(Vec<Column>, About)> {
    scope.view(|view| {
        let object = exported(view, object)?;
        let columns = columns(view, &object, names)?;
        let rows = view.count(&object, query)?;
        if rows > most {
            let culture = scope.culture;
            return Err(Fault::new("report.too_many")
                .with("found", culture.integer(rows))
                .with("max", culture.integer(most))
                .into());
        }
        let dated = columns.iter().any(Column::steps);
        let about = about(view, &object, query, dated, rows)?;
        Ok((columns, about))
    })
}

/// What is said about a report of these records; `dated` where it looks at slices besides the object's own.
///
/// # Errors
/// Those of the store.
pub(crate) fn about(
    view: &mut View<'_>,
    object: &Arc<Object>,
    query: &Query,
    dated: bool,
    rows: i64,
) -> Result<About> {
    let conditions = view.describe(object, query)?.iter().map(Condition::line).collect();
    let dated = dated || object.period.is_some();
    let scope = view.scope();
    let labels = &scope.installation().registry().labels;
    let charter = Charter::of(scope.tenant()).unwrap_or_default();
    let kind = charter.logo.as_ref().map(|l| l.kind.clone());
    Ok(About {
        title: labels.objects(scope.language(), object.def.name).to_string(),
        owner: scope.tenant().name().to_string(),
        day: (dated && query.as_of != AsOf::Always).then(|| view.day(query.as_of)),
        made_at: scope.installation().clock().now(),
        rows,
        total: false,
        conditions,
        ground: charter.palette().map(|palette| palette.light.soft),
        logo: charter.picture(scope.tenant()).zip(kind).map(|(bytes, kind)| Picture { bytes, kind }),
    })
}

/// The object, if the scope may take it out.
///
/// # Errors
/// `object.unknown`, `right.missing`.
pub(crate) fn exported(view: &View<'_>, object: &str) -> Result<Arc<Object>> {
    let object = view.object(object)?;
    if !view.rights().may(&object, Action::Export) {
        return Err(Fault::new("right.missing")
            .with("action", "export")
            .with("object", object.def.name)
            .into());
    }
    Ok(object)
}

/// Hands the records of a query over to what makes the file. Returns how many there were.
///
/// # Errors
/// Those of the store and of `sink`.
pub(crate) fn fill(
    scope: &Scope,
    object: &str,
    query: &Query,
    columns: &[Column],
    about: &About,
    sink: &mut dyn Sink,
) -> Result<u64> {
    let fields: Vec<&Field> = columns.iter().filter_map(|c| c.path.as_ref()?.field()).collect();
    // Before the first byte (A12): nobody has a file of which the log knows nothing.
    let watched = talang_engine::sight::watched(fields.into_iter());
    scope.log(scope.activity("export").on(object).detail(watched))?;
    scope.view(|view| {
        let object = view.object(object)?;
        let steps = columns.iter().filter(|c| c.steps()).filter_map(|c| c.path.clone());
        let query = Query { columns: steps.collect(), ..query.clone() };
        let mut begun = false;
        let mut count = 0;
        view.each(&object, &query, &mut |view, page| {
            let rows = cells(view, &object, &query, columns, &page)?;
            count += u64::try_from(rows.len()).unwrap_or_default();
            if begun {
                sink.rows(&rows)?
            } else {
                sink.begin(about, columns, &rows)?
            }
            begun = true;
            Ok(true)
        })?;
        if !begun {
            sink.begin(about, columns, &[])?;
        }
        Ok(count)
    })
}

/// The cells of a page of records.
fn cells(
    view: &mut View<'_>,
    object: &Arc<Object>,
    query: &Query,
    columns: &[Column],
    page: &Page,
) -> Result<Vec<Vec<Cell>>> {
    view.load_titles(object, &page.records)?;
    for (at, path) in query.columns.iter().enumerate() {
        let Some(field) = path.field() else { continue };
        let values = page.columns.iter().filter_map(|row| row.get(at)?.as_ref());
        let referred: Vec<_> = values.filter_map(|v| cell::referred(&field.ty, v)).collect();
        if let Some((target, _)) = referred.first() {
            let ids: Vec<i64> = referred.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
            let target = view.object(target)?;
            view.titles(&target, &ids)?;
        }
    }
    let own: Vec<usize> =
        columns.iter().filter(|c| !c.steps()).filter_map(|c| Some(c.path.as_ref()?.field)).collect();
    view.saw(object, &page.records, |f| own.contains(&f.index));
    view.saw_columns(&query.columns, page);
    let mut rows = Vec::with_capacity(page.records.len());
    for (record, extra) in page.records.iter().zip(&page.columns) {
        let mut extra = extra.iter();
        let mut row = Vec::with_capacity(columns.len());
        for column in columns {
            let Some(path) = &column.path else { continue };
            let value = match path.step {
                None => record.values.get(path.field).unwrap_or(&Value::Null),
                Some(_) => extra.next().and_then(Option::as_ref).unwrap_or(&Value::Null),
            };
            row.push(cell::of(view, path, value)?);
        }
        rows.push(row);
    }
    Ok(rows)
}
