//! A first look at a file before it is imported: what it is taken for, where its columns go, its first lines, and what is
//! wrong with its header.

use std::path::Path;

use talang_catalogue::Fault;
use talang_engine::{Error, Result, Scope};

use super::import::prepare;
use super::name::ImportMode;
use super::read::{self, Cells, Reader};

/// What a first look at a file shows.
#[derive(Clone, Debug, Default)]
pub struct Inspection {
    /// Code of the adapted format that reads it; none for our own.
    pub adapted: Option<String>,
    /// Separator of its columns.
    pub separator: char,
    /// Lines besides the header, as far as a look tells: cells may hold line ends.
    pub lines: u64,
    /// Its columns as it names them.
    pub header: Vec<String>,
    /// Its first lines as they stand.
    pub sample: Vec<Vec<String>>,
    /// What its lines become, one for each object.
    pub outputs: Vec<Inspected>,
    /// Why the whole file is refused; then there are no outputs.
    pub faults: Vec<Fault>,
}

/// Lines of one object in a file.
#[derive(Clone, Debug)]
pub struct Inspected {
    /// Import type.
    pub object: String,
    /// Mode.
    pub mode: ImportMode,
    /// For each of our columns the name in the file (our own, where a constant fills it), and the name of the field that
    /// it fills; none for columns that are only exported.
    pub columns: Vec<(String, Option<String>)>,
    /// What the first lines become; empty where they are filtered out or wrong.
    pub sample: Vec<Vec<String>>,
}

/// Looks at a file as [`super::import_file`] would take it, and reads at most `most` of its lines.
///
/// # Errors
/// `right.missing`, `storage.…`. What refuses the file itself is told in [`Inspection::faults`].
pub fn inspect(
    scope: &Scope,
    path: &Path,
    file_name: &str,
    adapted: Option<&str>,
    most: usize,
) -> Result<Inspection> {
    let prepared = match prepare(scope, path, file_name, adapted) {
        Ok(prepared) => prepared,
        Err(Error::Faults(faults)) if faults.iter().all(|f| f.code != "right.missing") => {
            return Ok(raw(scope, path, faults, most));
        }
        Err(other) => return Err(other),
    };
    let rows = first(path, prepared.encoding, prepared.separator, most + 1)?;
    let mut rows = rows.into_iter();
    let header = rows.next().unwrap_or_default();
    let sample: Vec<Cells> = rows.collect();
    let outputs = prepared
        .work
        .iter()
        .map(|work| {
            let object = work.plan.object.clone();
            let columns = work
                .plan
                .fields()
                .map(|(name, index)| {
                    let field = index.and_then(|i| object.fields.get(i));
                    (name.to_string(), field.map(|f| f.name.to_string()))
                })
                .collect();
            let recognised = prepared.adapted.as_ref();
            let output = recognised.zip(work.output).and_then(|(r, at)| Some((r, r.source.outputs.get(at)?)));
            let made = match output {
                None => sample.iter().map(texts).collect(),
                Some((recognised, output)) => sample
                    .iter()
                    .flat_map(|line| recognised.apply(output, line).unwrap_or_default())
                    .map(|line| texts(&line))
                    .take(most)
                    .collect(),
            };
            Inspected { object: object.def.name.to_string(), mode: work.mode, columns, sample: made }
        })
        .collect();
    Ok(Inspection {
        adapted: prepared.adapted.as_ref().map(|a| a.code.clone()),
        separator: char::from(prepared.separator),
        lines: prepared.lines.saturating_sub(1),
        header: texts(&header),
        sample: sample.iter().map(texts).collect(),
        outputs,
        faults: Vec::new(),
    })
}

/// A refused file as it stands, so that its owner sees what was read.
fn raw(scope: &Scope, path: &Path, faults: Vec<Fault>, most: usize) -> Inspection {
    let culture = scope.tenant().culture();
    let mut out = Inspection { faults, ..Inspection::default() };
    let encoding = encoding_rs::UTF_8;
    let Ok(separator) = read::separator(path, encoding, culture.list) else { return out };
    out.separator = char::from(separator);
    let mut rows = first(path, encoding, separator, most + 1).unwrap_or_default().into_iter();
    out.header = rows.next().map(|c| texts(&c)).unwrap_or_default();
    out.sample = rows.map(|c| texts(&c)).collect();
    out
}

fn first(
    path: &Path,
    encoding: &'static encoding_rs::Encoding,
    separator: u8,
    most: usize,
) -> Result<Vec<Cells>> {
    let mut reader = Reader::open(path, encoding, separator)?;
    let mut rows = Vec::new();
    while rows.len() < most {
        match reader.next_row()? {
            Some(row) => rows.push(row.cells),
            None => break,
        }
    }
    Ok(rows)
}

fn texts(cells: &Cells) -> Vec<String> {
    cells.iter().map(str::to_string).collect()
}
