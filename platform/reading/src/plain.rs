//! Text without anything: UTF-8, UTF-16 with its mark, else as Windows wrote it in western Europe.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use talang_catalogue::Fault;

/// A byte of Windows-1252.
pub(crate) fn windows(byte: u8) -> char {
    let (text, ..) = WINDOWS_1252.decode(std::slice::from_ref(&byte));
    text.chars().next().unwrap_or(' ')
}

/// Whether bytes are a text: no bytes that no text has, but for those of UTF-16.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return bytes.len() >= 4;
    }
    let odd = |b: &u8| matches!(b, 0..=8 | 0x0e..=0x1f | 0x7f);
    !bytes.iter().any(odd)
}

/// The text.
///
/// # Errors
/// None today; the same form as the others.
pub(crate) fn text(bytes: &[u8]) -> Result<String, Fault> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding =
        marked.unwrap_or_else(|| if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    Ok(encoding.decode(bytes).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_as_they_were_written() {
        assert_eq!(text("\u{feff}Élodie".as_bytes()).unwrap(), "Élodie");
        assert_eq!(text(b"\xc9lodie \x96 2019 \x80").unwrap(), "Élodie – 2019 €");
        let utf16: Vec<u8> =
            [0xfeff].into_iter().chain("Søren".encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert!(is_text(&utf16));
        assert_eq!(text(&utf16).unwrap(), "Søren");
        assert!(!is_text(b"a\0b"));
    }
}
