//! Adapted export formats (I2): which columns a CSV file for another program has, and how it is written. What somebody keeps
//! as an `ExportFormat` becomes a [`Layout`]; our own files have one, too, so that all CSV is written in one place.

use std::borrow::Cow;
use std::sync::Arc;

use encoding_rs::WINDOWS_1252;
use serde::{Deserialize, Serialize};
use talang_catalogue::{Choice, Culture, Fault, Object, Record, Value};
use talang_engine::objects::export_format::{CellSeparator, DayStyle, FileEncoding, LineEnd};
use talang_engine::{AsOf, Filter, Op, Query, Result, Scope, View};

use super::export;
use super::write::{Writer, protect, separator};

/// The object that holds them.
pub const EXPORT_FORMAT: &str = "ExportFormat";

/// One column of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayoutColumn {
    /// Name as exports have it: `number`, `label.fr`, `assignment.organisation`; none for a text that is always the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The same text in every line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Heading; the name of the field where it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub header: String,
    /// Names and labels instead of keys and codes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub words: bool,
}

impl LayoutColumn {
    /// What stands in the first line.
    pub fn heading(&self) -> &str {
        match self.header.as_str() {
            "" => self.field.as_deref().unwrap_or_default(),
            header => header,
        }
    }
}

/// How a CSV file is written. Kept as it was where work goes on later (schedules, background exports): whoever changes the
/// format afterwards changes nothing that somebody else let out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    /// Code of the format; empty for our own files.
    pub code: String,
    /// Name of the business object.
    pub object: String,
    /// Columns in their order; none for all of the object's own.
    pub columns: Vec<LayoutColumn>,
    /// Condition in the filter language; empty for none.
    pub filter: String,
    /// Every slice of dated data.
    pub every_slice: bool,
    /// Code of the culture; empty for that of whoever makes the file.
    pub culture: String,
    /// Code of a `CellSeparator`; empty for the culture's.
    pub separator: String,
    /// Code of a `FileEncoding`; empty for UTF-8 with byte-order mark.
    pub encoding: String,
    /// Letters that the encoding lacks become `?`; otherwise the file is refused.
    pub replace_missing: bool,
    /// Code of a `DayStyle`; empty for ISO 8601.
    pub days: String,
    /// Code of a `LineEnd`; empty for CR LF.
    pub line_end: String,
    /// No line of headings.
    pub bare: bool,
    /// Texts that look like formulas are written as they are.
    pub unguarded: bool,
}

impl Layout {
    /// Our own way, which imports read back: columns by their names.
    pub fn own(object: &str, columns: &[String]) -> Layout {
        let columns =
            columns.iter().map(|name| LayoutColumn { field: Some(name.clone()), ..LayoutColumn::default() });
        Layout { object: object.to_string(), columns: columns.collect(), ..Layout::default() }
    }

    /// The format of that code, if the scope may read it.
    ///
    /// # Errors
    /// `record.not_found`; those of [`Layout::of`].
    pub fn find(view: &mut View<'_>, code: &str) -> Result<Layout> {
        let object = view.object(EXPORT_FORMAT)?;
        let filter = Filter::test(&object, "code", Op::Is, vec![Value::Text(code.to_string())]);
        let found =
            view.list(&object, &Query { filter: Some(filter), limit: 1, ..Query::default() })?.records.pop();
        let record = found.ok_or_else(|| Fault::new("record.not_found").with("object", EXPORT_FORMAT))?;
        Ok(Layout::of(&record)?)
    }

    /// The format of that code, if the scope may read it and it is one of that object.
    ///
    /// # Errors
    /// `record.not_found` on `adapted`; those of [`Layout::of`].
    pub fn of_object(view: &mut View<'_>, code: &str, object: &Object) -> Result<Layout> {
        match Layout::find(view, code) {
            Ok(layout) if layout.object == object.def.name => Ok(layout),
            Ok(_) => Err(Fault::new("record.not_found").with("object", EXPORT_FORMAT).on("adapted").into()),
            Err(error) => Err(error),
        }
    }

    /// The codes and names of the formats of an object that the scope may read, by name.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn all(view: &mut View<'_>, object: &str) -> Result<Vec<(String, String)>> {
        let formats = view.object(EXPORT_FORMAT)?;
        if !view.rights().may(&formats, talang_engine::Action::Read) {
            return Ok(Vec::new());
        }
        let filter = Filter::test(&formats, "object", Op::Is, vec![Value::Text(object.to_string())]);
        let sort = view.sort(&formats, "label")?;
        let page = view.list(&formats, &Query { filter: Some(filter), sort, ..Query::default() })?;
        let text = |record: &Record, name: &str| record.get(name).as_text().unwrap_or_default().to_string();
        Ok(page.records.iter().map(|r| (text(r, "code"), text(r, "label"))).collect())
    }

    /// What a record of an `ExportFormat` says.
    ///
    /// # Errors
    /// `export.columns` with the place of the column that is none.
    pub fn of(record: &Record) -> std::result::Result<Layout, Fault> {
        let text = |name: &str| record.get(name).as_text().unwrap_or_default().to_string();
        let yes = |name: &str| record.get(name).as_int() == Some(1);
        Ok(Layout {
            code: text("code"),
            object: text("object"),
            columns: columns(&text("columns"))?,
            filter: text("filter"),
            every_slice: yes("every_slice"),
            culture: text("culture"),
            separator: text("separator"),
            encoding: text("encoding"),
            replace_missing: yes("replace_missing"),
            days: text("days"),
            line_end: text("line_end"),
            bare: !yes("header"),
            unguarded: !yes("guard_formulas"),
        })
    }

    /// Names of its fields, as exports have them.
    pub fn fields(&self) -> Vec<String> {
        self.columns.iter().filter_map(|c| c.field.clone()).collect()
    }

    /// The culture in which it is written.
    pub fn culture(&self, scope: &Scope) -> &'static Culture {
        Culture::find(&self.culture).unwrap_or(scope.culture)
    }

    /// The scope that writes it: words are in the language of the format's culture.
    #[must_use]
    pub fn scope(&self, scope: &Scope) -> Scope {
        let mut own = scope.clone();
        own.culture = self.culture(scope);
        own
    }

    /// The records of a question that also fit the format.
    ///
    /// # Errors
    /// Those of filters.
    pub fn query(&self, view: &View<'_>, object: &Arc<Object>, query: Query) -> Result<Query> {
        let mut query = query;
        if self.every_slice {
            query.as_of = AsOf::Always;
        }
        if !self.filter.trim().is_empty() {
            let own = Filter::parse(&view.catalogue(), object, &self.filter)?;
            query.filter = Some(match query.filter.take() {
                None => own,
                Some(asked) => Filter::And(vec![asked, own]),
            });
        }
        Ok(query)
    }

    /// Whether a file can turn out to be impossible when half of it is written.
    pub fn may_refuse(&self) -> bool {
        self.windows() && !self.replace_missing
    }

    /// The letters of its text, for a `content-type`.
    pub fn charset(&self) -> &'static str {
        if self.windows() { "windows-1252" } else { "utf-8" }
    }

    fn windows(&self) -> bool {
        FileEncoding::parse(&self.encoding) == Some(FileEncoding::Windows1252)
    }

    /// What writes it.
    pub(super) fn writer(&self, culture: &Culture) -> Writer {
        let between = match CellSeparator::parse(&self.separator) {
            None => separator(culture),
            Some(CellSeparator::Comma) => b',',
            Some(CellSeparator::Semicolon) => b';',
            Some(CellSeparator::Tab) => b'\t',
            Some(CellSeparator::Bar) => b'|',
        };
        let end = match LineEnd::parse(&self.line_end) {
            Some(LineEnd::Lf) => "\n",
            _ => "\r\n",
        };
        Writer::new(between).ending(end)
    }

    /// Begins a file: the mark and the headings.
    pub(super) fn begin(&self, headings: &[&str], writer: &mut Writer) -> Result<()> {
        if matches!(FileEncoding::parse(&self.encoding), None | Some(FileEncoding::Utf8Bom)) {
            writer.bom();
        }
        if !self.bare {
            for heading in headings {
                let heading =
                    if self.code.is_empty() { Cow::Borrowed(*heading) } else { self.guarded(heading) };
                writer.cell(&self.writable(&heading, 1, &heading)?);
            }
            writer.end();
        }
        Ok(())
    }

    /// The number of the first record's line.
    pub(super) fn first_line(&self) -> u64 {
        if self.bare { 1 } else { 2 }
    }

    /// A text that no spreadsheet runs, where the format wants that.
    pub(super) fn guarded<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.unguarded { Cow::Borrowed(text) } else { protect(text) }
    }

    /// A text of letters that the encoding has.
    ///
    /// # Errors
    /// `export.letter` with line and column.
    pub(super) fn writable<'t>(&self, text: &'t str, line: u64, column: &str) -> Result<Cow<'t, str>> {
        if !self.windows() || !WINDOWS_1252.encode(text).2 {
            return Ok(Cow::Borrowed(text));
        }
        let lacks = |letter: char| WINDOWS_1252.encode(letter.encode_utf8(&mut [0; 4])).2;
        if self.replace_missing {
            return Ok(Cow::Owned(text.chars().map(|c| if lacks(c) { '?' } else { c }).collect()));
        }
        let letter = text.chars().find(|c| lacks(*c)).unwrap_or('?');
        Err(Fault::new("export.letter")
            .with("line", line)
            .with("column", column)
            .with("letter", letter)
            .into())
    }

    /// A day, in days since 1970-01-01, that is `iso` in ISO 8601.
    pub(super) fn day(&self, days: i64, iso: String, culture: &Culture) -> String {
        match DayStyle::parse(&self.days) {
            Some(DayStyle::Culture) => culture.date_short(days),
            Some(DayStyle::Compact) => iso.replace('-', ""),
            _ => iso,
        }
    }

    /// What was written, in the encoding: every letter of it is there.
    pub(super) fn bytes(&self, text: Vec<u8>) -> Vec<u8> {
        if !self.windows() {
            return text;
        }
        WINDOWS_1252.encode(&String::from_utf8_lossy(&text)).0.into_owned()
    }
}

/// The columns that a format names.
///
/// # Errors
/// `export.columns`.
fn columns(json: &str) -> std::result::Result<Vec<LayoutColumn>, Fault> {
    let wrong = |at: usize| Fault::new("export.columns").with("position", at).on("columns");
    let list: Vec<serde_json::Value> = serde_json::from_str(json).map_err(|_| wrong(1))?;
    let mut out = Vec::with_capacity(list.len());
    for (at, one) in list.into_iter().enumerate() {
        let column: LayoutColumn = serde_json::from_value(one).map_err(|_| wrong(at + 1))?;
        if column.field.is_some() == column.text.is_some() || column.field.as_deref() == Some("") {
            return Err(wrong(at + 1));
        }
        out.push(column);
    }
    if out.is_empty() { Err(wrong(1)) } else { Ok(out) }
}

/// A format's object, columns and condition must be there.
pub(crate) fn check(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let layout = match Layout::of(new) {
        Ok(layout) => layout,
        Err(fault) => {
            faults.push(fault);
            return Ok(());
        }
    };
    let found = view.catalogue().object(&layout.object).filter(|o| !o.def.internal).cloned();
    let Some(object) = found else {
        faults.push(Fault::new("object.unknown").with("name", &layout.object).on("object"));
        return Ok(());
    };
    for name in layout.fields() {
        if let Err(error) = export::named(view, &object, &name) {
            faults.extend(error.faults().into_iter().map(|f| f.on("columns")));
        }
    }
    if !layout.filter.trim().is_empty()
        && let Err(fault) = Filter::parse(&view.catalogue(), &object, &layout.filter)
    {
        faults.push(fault.on("filter"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_fields_or_texts_and_nothing_else() {
        // I2
        let read = |json: &str| columns(json).map_err(|f| f.arg("position").unwrap_or_default().to_string());
        let good = r#"[{"field": "number", "header": "No"}, {"text": "", "header": "Empty"}]"#;
        let good = read(good).unwrap();
        assert_eq!(good.iter().map(LayoutColumn::heading).collect::<Vec<_>>(), ["No", "Empty"]);
        assert_eq!(read("[]"), Err("1".to_string()));
        assert_eq!(read("{}"), Err("1".to_string()));
        assert_eq!(read(r#"[{"field": "a"}, {}]"#), Err("2".to_string()));
        assert_eq!(read(r#"[{"field": "a", "text": "b"}]"#), Err("1".to_string()));
        assert_eq!(
            read(r#"[{"field": "a", "width": 3}]"#),
            Err("1".to_string()),
            "a word that we do not know"
        );
        assert_eq!(read(r#"[{"field": ""}]"#), Err("1".to_string()));
    }

    #[test]
    fn letters_that_the_encoding_lacks_are_told_or_replaced() {
        // I2
        let strict = Layout { encoding: "windows-1252".into(), ..Layout::default() };
        assert_eq!(strict.writable("Zoë — €", 2, "name").unwrap(), "Zoë — €");
        assert_eq!(strict.bytes("Zoë €".as_bytes().to_vec()), b"Zo\xeb \x80");
        let fault = strict.writable("Łukasz", 7, "name").unwrap_err().faults().remove(0);
        assert_eq!(
            (fault.code, fault.arg("line"), fault.arg("letter")),
            ("export.letter", Some("7"), Some("Ł"))
        );
        let lenient = Layout { replace_missing: true, ..strict };
        assert_eq!(lenient.writable("Łukasz Ω", 7, "name").unwrap(), "?ukasz ?");
    }
}
