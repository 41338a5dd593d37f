//! How folders are listed for programs that read what `ls -l` writes.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::space::Entry;

/// One line as `ls -l` writes it, in UTC: `-rw-------   1 files    files        1234 Nov 24 15:42 a.csv`.
pub(crate) fn line(entry: &Entry) -> String {
    let kind = if entry.folder { "drwx------" } else { "-rw-------" };
    // With the year: a listing is read on other days, in other places.
    let time = Timestamp::from_microsecond(entry.modified).unwrap_or_default();
    let time = TimeZone::UTC.to_datetime(time).strftime("%b %d  %Y").to_string();
    format!("{kind}   1 files    files    {:>10} {time} {}", entry.size, entry.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_as_ls_writes_it() {
        let entry =
            Entry { name: "a b.csv".into(), folder: false, size: 1234, modified: 1_795_535_999_000_000 };
        assert_eq!(line(&entry), "-rw-------   1 files    files          1234 Nov 24  2026 a b.csv");
    }
}
