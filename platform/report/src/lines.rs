//! Reports as CSV: headings in words and names as in the other files, numbers as programs reckon with them.

use std::io::Write;

use talang_catalogue::Culture;
use talang_interchange::csv::{Writer, protect, separator};

use crate::cell::Cell;
use crate::table::{About, Column, Sink};

/// Writes what comes, line by line.
pub(crate) struct Lines<'o> {
    out: &'o mut dyn Write,
    culture: &'static Culture,
    writer: Writer,
    /// Headings say the currency already.
    grouped: bool,
}

impl<'o> Lines<'o> {
    /// A file in a culture's way.
    pub fn new(out: &'o mut dyn Write, culture: &'static Culture, grouped: bool) -> Lines<'o> {
        Lines { out, culture, writer: Writer::new(separator(culture)), grouped }
    }

    fn text(&self, cell: &Cell) -> String {
        let plain = |n: i64| self.culture.decimal_plain(n);
        match cell {
            Cell::Text(text) => protect(text).into_owned(),
            Cell::Integer(n, _) => n.to_string(),
            Cell::Decimal(n) | Cell::Percent(n) => plain(*n),
            Cell::Money(amount, _) if self.grouped => plain(*amount),
            Cell::Money(amount, currency) => format!("{} {currency}", plain(*amount)),
            other => other.text(self.culture),
        }
    }
}

impl Sink for Lines<'_> {
    fn begin(&mut self, _about: &About, columns: &[Column], rows: &[Vec<Cell>]) -> std::io::Result<()> {
        self.writer.bom();
        for column in columns {
            self.writer.cell(&protect(&column.label));
        }
        self.writer.end();
        self.rows(rows)
    }

    fn rows(&mut self, rows: &[Vec<Cell>]) -> std::io::Result<()> {
        for row in rows {
            for cell in row {
                let text = self.text(cell);
                self.writer.cell(&text);
            }
            self.writer.end();
        }
        self.out.write_all(&self.writer.buffer)?;
        self.writer.buffer.clear();
        Ok(())
    }
}
