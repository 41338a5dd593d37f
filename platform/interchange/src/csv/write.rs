//! Writing CSV: quotes, and cells that no spreadsheet takes for a formula.

use std::borrow::Cow;

use talang_catalogue::{Culture, FieldType};

/// The separator of a culture's files.
pub fn separator(culture: &Culture) -> u8 {
    u8::try_from(culture.list).unwrap_or(b',')
}

/// Whether a spreadsheet might run it as a formula.
fn dangerous(text: &str) -> bool {
    text.starts_with(|c: char| matches!(c, '=' | '+' | '-' | '@') || c.is_control())
}

/// A text with an apostrophe before it if a spreadsheet might run it as a formula. [`unprotect`] is its exact reverse.
pub fn protect(text: &str) -> Cow<'_, str> {
    if dangerous(text.trim_start_matches('\'')) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A cell without the apostrophe that [`protect`] put before it.
pub fn unprotect(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if dangerous(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// Numbers may begin with a minus sign.
pub(crate) fn is_number(ty: &FieldType) -> bool {
    matches!(ty, FieldType::Integer | FieldType::Decimal | FieldType::Percent | FieldType::Money)
}

/// Writes lines into a buffer.
pub struct Writer {
    separator: u8,
    line_end: &'static str,
    /// What was written and not taken yet.
    pub buffer: Vec<u8>,
    begun: bool,
}

impl Writer {
    /// A writer with that separator.
    pub fn new(separator: u8) -> Writer {
        Writer { separator, line_end: "\r\n", buffer: Vec::new(), begun: false }
    }

    /// With another end of lines.
    pub fn ending(self, line_end: &'static str) -> Writer {
        Writer { line_end, ..self }
    }

    /// The byte-order mark (I2).
    pub fn bom(&mut self) {
        self.buffer.extend_from_slice(b"\xef\xbb\xbf");
    }

    /// One cell, as it is.
    pub fn cell(&mut self, text: &str) {
        if self.begun {
            self.buffer.push(self.separator);
        }
        self.begun = true;
        let quote = text.bytes().any(|b| b == self.separator || matches!(b, b'"' | b'\n' | b'\r'))
            || text.starts_with([' ', '\t'])
            || text.ends_with([' ', '\t']);
        if !quote {
            self.buffer.extend_from_slice(text.as_bytes());
            return;
        }
        self.buffer.push(b'"');
        for byte in text.bytes() {
            if byte == b'"' {
                self.buffer.push(b'"');
            }
            self.buffer.push(byte);
        }
        self.buffer.push(b'"');
    }

    /// Ends the line.
    pub fn end(&mut self) {
        self.begun = false;
        self.buffer.extend_from_slice(self.line_end.as_bytes());
    }

    /// A whole line.
    pub fn line<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for cell in cells {
            self.cell(cell);
        }
        self.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_formula_and_everything_comes_back() {
        // I2
        for text in
            ["=1+1", "+33 1", "-x", "@a", "\tx", "\rx", "'=1", "''-", "'", "''", "a=b", "", "'quoted'", "é"]
        {
            let cell = protect(text);
            assert!(!dangerous(&cell), "{text:?}");
            assert_eq!(unprotect(&cell), text);
        }
        assert_eq!(protect("=1"), "'=1");
        assert_eq!(unprotect("'s-Hertogenbosch"), "'s-Hertogenbosch");
    }

    #[test]
    fn cells_are_quoted_where_needed() {
        // I2
        let mut writer = Writer::new(b';');
        writer.line(["a;b", "c,d", "e\"f", "g\nh", " i", ""]);
        assert_eq!(String::from_utf8(writer.buffer).unwrap(), "\"a;b\";c,d;\"e\"\"f\";\"g\nh\";\" i\";\r\n");
    }
}
