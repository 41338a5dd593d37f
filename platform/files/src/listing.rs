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

/// When it was put there, in UTC, as `MDTM` tells it (RFC 3659 section 2.3).
pub(crate) fn compact(entry: &Entry) -> String {
    let time = Timestamp::from_microsecond(entry.modified).unwrap_or_default();
    TimeZone::UTC.to_datetime(time).strftime("%Y%m%d%H%M%S").to_string()
}

/// What `MLSD` tells before the name (RFC 3659 section 7).
pub(crate) fn facts(entry: &Entry) -> String {
    match entry.folder {
        true => format!("type=dir;modify={}; ", compact(entry)),
        false => format!("type=file;size={};modify={}; ", entry.size, compact(entry)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_as_ls_writes_it() {
        let entry =
            Entry { name: "a b.csv".into(), folder: false, size: 1234, modified: 1_795_535_999_000_000 };
        assert_eq!(line(&entry), "-rw-------   1 files    files          1234 Nov 24  2026 a b.csv");
        assert_eq!(facts(&entry), "type=file;size=1234;modify=20261124155959; ");
    }
}
