//! Codes and texts.

use crate::fault::Fault;
use crate::object::FieldDef;

/// Longest code, in characters.
pub const CODE: i64 = 64;
/// Longest single-line text, in characters, where the field sets no bound.
pub const LINE: i64 = 250;
/// Longest text of several lines, in characters, where the field sets no bound.
pub const LONG: i64 = 20_000;

/// Trims without a new allocation where nothing is to be trimmed.
pub(super) fn trim(text: String) -> String {
    let trimmed = text.trim();
    if trimmed.len() == text.len() { text } else { trimmed.to_string() }
}

/// One kind of line end, no blanks at the end.
pub(super) fn normalise_long(text: String) -> String {
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    let end = text.trim_end();
    if end.len() == text.len() { text } else { end.to_string() }
}

fn length(field: &FieldDef, text: &str, longest: i64) -> Result<(), Fault> {
    let max = field.bounds.max.unwrap_or(longest);
    let min = field.bounds.min.unwrap_or(0);
    // Bytes bound characters from above, so most texts need no counting.
    let bytes = i64::try_from(text.len()).unwrap_or(i64::MAX);
    if bytes <= max && min == 0 {
        return Ok(());
    }
    let count = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    if count > max {
        return Err(Fault::new("value.text_too_long").on(field.name.as_ref()).with("max", max));
    }
    if count < min {
        return Err(Fault::new("value.text_too_short").on(field.name.as_ref()).with("min", min));
    }
    Ok(())
}

/// A code: one line without surrounding blanks and without `|`, which joins the parts of keys in files.
pub(super) fn check_code(field: &FieldDef, text: &str) -> Result<(), Fault> {
    if text.trim().len() != text.len() || text.contains('|') {
        return Err(Fault::new("value.code").on(field.name.as_ref()));
    }
    check_line(field, text, CODE)
}

/// One line of text.
pub(super) fn check_line(field: &FieldDef, text: &str, longest: i64) -> Result<(), Fault> {
    if text.chars().any(char::is_control) {
        return Err(Fault::new("value.control_character").on(field.name.as_ref()));
    }
    length(field, text, longest)
}

/// Text of several lines.
pub(super) fn check_long(field: &FieldDef, text: &str) -> Result<(), Fault> {
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t' && c != '\r') {
        return Err(Fault::new("value.control_character").on(field.name.as_ref()));
    }
    length(field, text, LONG)
}
