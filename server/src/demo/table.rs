//! Import files of our own format (I2, I4), as a customer would send them.

use std::collections::HashMap;

/// A file that is being filled. Columns are named at every line, so that a line reads like the record it makes.
#[derive(Debug)]
pub struct Table {
    object: &'static str,
    order: u32,
    columns: Vec<String>,
    index: HashMap<String, usize>,
    lines: Vec<Vec<String>>,
}

impl Table {
    /// A file for that import type; files are imported in ascending `order`.
    pub fn new(object: &'static str, order: u32) -> Table {
        Table { object, order, columns: Vec::new(), index: HashMap::new(), lines: Vec::new() }
    }

    /// Adds a line; see [`cells!`]. Empty values stay empty cells.
    pub fn add(&mut self, cells: Vec<(String, String)>) {
        let mut line = vec![String::new(); self.columns.len()];
        for (name, value) in cells {
            let at = match self.index.get(&name) {
                Some(at) => *at,
                None => {
                    self.columns.push(name.clone());
                    self.index.insert(name, self.columns.len() - 1);
                    line.push(String::new());
                    self.columns.len() - 1
                }
            };
            line[at] = value;
        }
        self.lines.push(line);
    }

    /// Its place among the files.
    pub fn order(&self) -> u32 {
        self.order
    }

    /// The file: UTF-8 with BOM, comma, CRLF, `<type>_InsertAndUpdate_en-GB_<order>_.csv`.
    pub fn file(&self) -> super::DemoFile {
        let mut text = String::with_capacity(64 * self.lines.len());
        text.push('\u{feff}');
        write_line(&mut text, self.columns.iter(), self.columns.len());
        for line in &self.lines {
            write_line(&mut text, line.iter(), self.columns.len());
        }
        super::DemoFile { name: format!("{}_InsertAndUpdate_en-GB_{}_.csv", self.object, self.order), text }
    }
}

/// Columns that a later line brought are empty in the earlier ones.
fn write_line<'a>(text: &mut String, cells: impl Iterator<Item = &'a String>, width: usize) {
    let mut written = 0;
    for cell in cells {
        if written > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
        written += 1;
    }
    for _ in written..width {
        text.push(',');
    }
    text.push_str("\r\n");
}

/// Cells of a line: `cells! { number: x, hire_date: d }`. Anything that has a `Display` can be a cell.
macro_rules! cells {
    ($($name:ident : $value:expr),* $(,)?) => {
        vec![$((stringify!($name).to_string(), $value.to_string())),*]
    };
}
pub(super) use cells;

/// The text of an optional value.
pub fn text<T: std::fmt::Display>(value: Option<T>) -> String {
    value.map_or_else(String::new, |v| v.to_string())
}

/// Reads a file as [`Table::file`] writes it: the lines by column name. Good enough for our own files, which the
/// tests check; a customer's files go through the importer.
pub fn read(text: &str) -> Vec<HashMap<String, String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let header = rows.remove(0);
    rows.into_iter().map(|row| header.iter().cloned().zip(row).collect()).collect()
}
