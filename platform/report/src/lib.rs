//! Reports (S7): what a list shows, as a file for people. Imports read CSV (`talang_interchange::csv`); these files are read,
//! printed and reckoned with: headings in words, names instead of keys, true types.
//!
//! * [`Format::Xlsx`]: Excel, for as many records as a sheet holds; written while it is sent, so memory stays flat.
//! * [`Format::Pdf`]: for paper and for reading aloud (PDF/UA-1), laid out as a whole and therefore bound in length.
//! * [`Format::Csv`]: the same words and names for programs that read nothing else, above all of groups and totals.
//!
//! Everything comes through the gate: a file holds what its reader may see, and the log knows of it before its first byte.

mod cell;
mod grouped;
mod lines;
mod pdf;
mod saved;
mod table;
mod xlsx;
pub mod zip;

use std::io::Write;

use talang_engine::{Query, Result, Scope};

pub use cell::Cell;
pub use pdf::book::{Block, Book, Chapter, Part};
pub use pdf::letter::Letter;
pub use saved::Kept;
pub use table::{About, Column, Picture, columns};

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Excel workbook.
    Xlsx,
    /// Portable document.
    Pdf,
    /// Lines of text in the way of the reader's culture.
    Csv,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 3] = [Format::Xlsx, Format::Pdf, Format::Csv];

    /// The format of that name, which is the ending of its files.
    #[must_use]
    pub fn parse(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|f| f.extension() == name)
    }

    /// Ending of its files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Pdf => "pdf",
            Format::Csv => "csv",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Pdf => "application/pdf",
            Format::Csv => "text/csv; charset=utf-8",
        }
    }

    /// How many records a file of it holds.
    #[must_use]
    pub fn most(self) -> i64 {
        match self {
            Format::Xlsx => xlsx::MOST,
            Format::Pdf => pdf::MOST,
            Format::Csv => i64::MAX,
        }
    }
}

/// A report that can be made: what was asked is right, and it is not too long.
pub struct Report {
    object: String,
    query: Query,
    format: Format,
    columns: Vec<Column>,
    about: About,
    /// The rows of groups, which are there from the beginning, and what they are made of, for the log.
    grouped: Option<(Vec<Vec<Cell>>, String)>,
}

impl Report {
    /// Asks for the records of a query as a file. `columns` are names as lists have them (`number`,
    /// `assignment.organisation`); none means every field that the scope may read at all.
    ///
    /// # Errors
    /// `object.unknown`, `right.missing` without the right to export the object, `field.unknown`, `report.too_many` where
    /// the query finds more than the format holds.
    pub fn prepare(
        scope: &Scope,
        object: &str,
        query: &Query,
        columns: &[String],
        format: Format,
    ) -> Result<Report> {
        let (columns, about) = table::prepare(scope, object, query, columns, format.most())?;
        Ok(Report { object: object.to_string(), query: query.clone(), format, columns, about, grouped: None })
    }

    /// Asks for groups and totals of the records of a query instead: `by` and `totals` as lists have them (`hire_date:year`,
    /// `value:sum`).
    ///
    /// # Errors
    /// `object.unknown`, `right.missing` without the right to export the object, `field.unknown`, `report.group`,
    /// `report.groups`, `report.too_fine`.
    pub fn grouped(
        scope: &Scope,
        object: &str,
        query: &Query,
        (by, totals): (&[String], &[String]),
        format: Format,
    ) -> Result<Report> {
        let grouped::Grouped { about, columns, rows, watched } =
            grouped::prepare(scope, object, query, by, totals)?;
        let grouped = Some((rows, watched));
        Ok(Report { object: object.to_string(), query: query.clone(), format, columns, about, grouped })
    }

    /// A table that was reckoned from records of an object: its title and the conditions in words, its columns and rows.
    ///
    /// # Errors
    /// `object.unknown`, `right.missing` without the right to export the object.
    pub fn reckoned(
        scope: &Scope,
        object: &str,
        (title, conditions): (String, Vec<String>),
        (columns, rows): (Vec<Column>, Vec<Vec<Cell>>),
        format: Format,
    ) -> Result<Report> {
        let query = Query::default();
        let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let about = scope.view(|view| {
            let object = table::exported(view, object)?;
            table::about(view, &object, &query, false, count)
        })?;
        let about = About { title, conditions, ..about };
        let grouped = Some((rows, String::new()));
        Ok(Report { object: object.to_string(), query, format, columns, about, grouped })
    }

    /// What is said about it besides its rows.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// What its file is called: its title and the day on which it was made.
    #[must_use]
    pub fn file_name(&self) -> String {
        let made = jiff::Timestamp::from_microsecond(self.about.made_at).unwrap_or_default();
        let title = self.about.title.replace(['/', '\\', ':', '"', '<', '>', '|', '?', '*'], " ");
        format!("{title} {}.{}", made.strftime("%Y-%m-%d"), self.format.extension())
    }

    /// Writes the file. Returns the number of records.
    ///
    /// # Errors
    /// `storage.failed`, also where `out` takes no more.
    pub fn write(&self, scope: &Scope, out: &mut dyn Write) -> Result<u64> {
        match self.format {
            Format::Pdf => {
                let mut paper = pdf::Paper::new(scope.culture);
                let count = self.fill(scope, &mut paper)?;
                out.write_all(&paper.end(&self.words(scope))?)?;
                out.flush()?;
                Ok(count)
            }
            Format::Csv => {
                let mut lines = lines::Lines::new(out, scope.culture, self.grouped.is_some());
                let count = self.fill(scope, &mut lines)?;
                out.flush()?;
                Ok(count)
            }
            Format::Xlsx => {
                let words = &scope.installation().registry().messages;
                let currency = words.text(scope.language(), "report-currency", &[]);
                let about = words.plain(scope.language(), "report-about");
                let said = xlsx::Said { currency, about, facts: self.facts(scope) };
                let mut book = xlsx::Workbook::new(out, said);
                let count = self.fill(scope, &mut book)?;
                book.end()?;
                Ok(count)
            }
        }
    }

    fn fill(&self, scope: &Scope, sink: &mut dyn table::Sink) -> Result<u64> {
        let Report { object, query, columns, about, .. } = self;
        match &self.grouped {
            None => table::fill(scope, object, query, columns, about, sink),
            Some((rows, watched)) => {
                scope.log(scope.activity("export").on(object).detail(watched.clone()))?;
                sink.begin(about, columns, rows)?;
                Ok(u64::try_from(rows.len()).unwrap_or_default())
            }
        }
    }

    /// What a document says besides its rows, in the scope's language.
    fn words<'s>(&self, scope: &'s Scope) -> pdf::Words<'s> {
        let messages = &scope.installation().registry().messages;
        let (language, culture) = (scope.language(), scope.culture);
        let page = move |page: usize, all: usize| {
            let number = |n: usize| culture.integer(i64::try_from(n).unwrap_or(i64::MAX));
            let (page, all) = (number(page), number(all));
            let args = [("page", page.as_str().into()), ("all", all.as_str().into())];
            messages.text(language, "report-page", &args)
        };
        let empty = messages.plain(language, "report-none");
        pdf::Words { subtitle: self.facts(scope).join(" · "), page: Box::new(page), empty }
    }

    /// For which day it is, how many records it has and when it was made, in the scope's language.
    fn facts(&self, scope: &Scope) -> Vec<String> {
        let messages = &scope.installation().registry().messages;
        let (language, culture) = (scope.language(), scope.culture);
        let say = |key: &str, name: &str, value: &str| messages.text(language, key, &[(name, value.into())]);
        let mut facts = Vec::new();
        facts.extend(self.about.day.map(|day| say("report-day", "day", &culture.date_short(day))));
        let number = culture.integer(self.about.rows);
        let count = [("count", self.about.rows.into()), ("number", number.as_str().into())];
        facts.push(messages.text(language, "report-records", &count));
        let made = culture.date_time(self.about.made_at, &jiff::tz::TimeZone::UTC);
        facts.push(say("report-made", "moment", &format!("{made} UTC")));
        facts
    }
}

/// What reports bring to the registry.
#[must_use]
pub fn module() -> talang_engine::Module {
    talang_engine::Module {
        messages: talang_engine::messages_of!("../messages"),
        ..talang_engine::Module::default()
    }
}
