//! Excel (ISO/IEC 29500-1, SpreadsheetML), written while it is sent: true types, a header that stays, filters at the
//! headings, widths that fit, one page wide in print. It depends on nobody's culture: dates are days, numbers are numbers, and each program
//! writes them as its user is used to. Words stay words: nothing in a cell can become a formula (I2).

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use jiff::Timestamp;

use crate::cell::Cell;
use crate::table::{About, Column, Sink};
use crate::zip::{Part, Zip};

/// Records that one sheet holds: 2²⁰ rows, the first of which is the header.
pub(crate) const MOST: i64 = 1_048_575;
/// Characters that a header of printed pages holds, with some to spare.
const PRINT_HEAD: usize = 240;
/// Characters that a cell holds.
const LONGEST: usize = 32_767;
/// 1 January 1970 as spreadsheets count days.
const EPOCH: i64 = 25_569;
/// From 1 March 1900 on they count right.
const FIRST_DAY: i64 = 61 - EPOCH;
/// 31 December 9999.
const LAST_DAY: i64 = 2_958_465 - EPOCH;
const DAY: i64 = 86_400;

/// Styles, in the order of `cellXfs` in [`STYLES`].
#[derive(Clone, Copy)]
enum Style {
    Plain = 0,
    Head = 1,
    HeadRight = 2,
    Whole = 3,
    Count = 4,
    Amount = 5,
    Percent = 6,
    Date = 7,
    Moment = 8,
    Time = 9,
    Length = 10,
    /// Words that somebody who edits the cell must not turn into a formula by it.
    Guarded = 11,
    Wrapped = 12,
}

/// Ground of the headings in [`STYLES`].
const HEAD_GROUND: &str = "FFE8EEEC";

const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="164" formatCode="0.00####%"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEEC"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF8A9A96"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="13"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center" wrapText="1"/></xf><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
"#;

const CONTENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
"#;

const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>
"#;

/// The words of a workbook that are not of its rows.
pub(crate) struct Said {
    /// Heading of a currency's column, after that of its amount.
    pub currency: String,
    /// Name of the second sheet, which says what the first one holds.
    pub about: String,
    /// For which day, how many records, when made.
    pub facts: Vec<String>,
}

/// A workbook on its way to `out`.
pub(crate) struct Workbook<W: Write> {
    zip: Option<Zip<W>>,
    sheet: Option<Part<W>>,
    about: About,
    /// Letters of each sheet column.
    letters: Vec<String>,
    /// Which report columns take a second sheet column, for the currency.
    money: Vec<bool>,
    said: Said,
    row: u32,
    text: String,
}

impl<W: Write> Workbook<W> {
    pub fn new(out: W, said: Said) -> Workbook<W> {
        Workbook {
            zip: Some(Zip::new(out)),
            sheet: None,
            letters: Vec::new(),
            money: Vec::new(),
            about: About::default(),
            said,
            row: 0,
            text: String::new(),
        }
    }

    /// Ends the sheet; the file is whole.
    pub fn end(mut self) -> io::Result<()> {
        let Some(mut sheet) = self.sheet.take() else { return Err(io::ErrorKind::InvalidInput.into()) };
        let last = self.letters.last().cloned().unwrap_or_else(|| "A".to_string());
        let rows = self.row.max(1);
        let head = self.print_head();
        write!(
            sheet,
            "</sheetData><autoFilter ref=\"A1:{last}{rows}\"/><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter><oddHeader>{head}</oddHeader><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
        )?;
        let zip = sheet.end()?.whole("xl/worksheets/sheet2.xml", &self.explained())?;
        let name = sheet_name(&self.about.title);
        let mut about = sheet_name(&self.said.about);
        if about.to_lowercase() == name.to_lowercase() {
            // Two sheets of one name make a file that no spreadsheet opens.
            about = sheet_name(&format!("2 {about}"));
        }
        let mut quoted = String::new();
        escape(&name.replace('\'', "''"), &mut quoted);
        let (mut escaped, mut second) = (String::new(), String::new());
        escape(&name, &mut escaped);
        escape(&about, &mut second);
        let book = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"{escaped}\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"{second}\" sheetId=\"2\" r:id=\"rId3\"/></sheets><definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'{quoted}'!$A$1:${last}${rows}</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'{quoted}'!$1:$1</definedName></definedNames></workbook>\n"
        );
        zip.whole("xl/workbook.xml", &book)?.end()
    }

    /// The second sheet: title, whose it is, what is said of the whole, and each condition. It is not above the rows, where
    /// programs look for headings.
    fn explained(&mut self) -> String {
        let lines: Vec<String> = [self.about.title.clone(), self.about.owner.clone()]
            .into_iter()
            .chain(self.said.facts.iter().cloned())
            .chain(self.about.conditions.iter().cloned())
            .collect();
        self.text.clear();
        self.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cols><col min=\"1\" max=\"1\" width=\"90\" customWidth=\"1\"/></cols><sheetData>");
        self.row = 0;
        for line in lines {
            self.row += 1;
            let _ = write!(self.text, "<row r=\"{}\">", self.row);
            let style = match line.as_str() {
                _ if self.row == 1 => Style::Head,
                line if line.starts_with(['=', '+', '-', '@']) => Style::Guarded,
                _ => Style::Wrapped,
            };
            self.words(0, &line, style);
            self.text.push_str("</row>");
        }
        self.text.push_str("</sheetData></worksheet>");
        std::mem::take(&mut self.text)
    }

    /// What stands above each printed page: the title, and the conditions as far as spreadsheets take them.
    fn print_head(&self) -> String {
        let mut left = PRINT_HEAD;
        // An ampersand begins a code there; two are one.
        let mut plain = |text: &str| {
            let mut out = String::new();
            for c in text.chars() {
                let units = if c == '&' { 2 } else { c.len_utf16() };
                if units > left {
                    out.push('…');
                    left = 0;
                    break;
                }
                left -= units;
                out.push(c);
                out.extend((c == '&').then_some('&'));
            }
            out
        };
        let title = plain(&self.about.title);
        let text = format!("&L{title}&R{}", plain(&self.about.conditions.join(" · ")));
        let mut out = String::new();
        escape(&text, &mut out);
        out
    }

    fn heads(&mut self, columns: &[Column]) {
        self.row = 1;
        self.text.push_str("<row r=\"1\" ht=\"24\" customHeight=\"1\">");
        let mut place = 0;
        for (column, money) in columns.iter().zip(self.money.clone()) {
            let style = if column.number { Style::HeadRight } else { Style::Head };
            self.words(place, &column.label, style);
            place += 1;
            if money {
                let label = format!("{} ({})", column.label, self.said.currency);
                self.words(place, &label, Style::Head);
                place += 1;
            }
        }
        self.text.push_str("</row>");
    }

    fn line(&mut self, cells: &[Cell]) {
        self.row += 1;
        let _ = write!(self.text, "<row r=\"{}\">", self.row);
        let mut place = 0;
        for (at, cell) in cells.iter().enumerate() {
            self.cell(place, cell);
            place += 1;
            if self.money.get(at).copied().unwrap_or_default() {
                if let Cell::Money(_, currency) = cell {
                    self.words(place, currency, Style::Plain);
                }
                place += 1;
            }
        }
        self.text.push_str("</row>");
    }

    fn cell(&mut self, place: usize, cell: &Cell) {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
                self.words(place, text, Style::Guarded);
            }
            Cell::Text(text) if text.contains('\n') => self.words(place, text, Style::Wrapped),
            Cell::Text(text) => self.words(place, text, Style::Plain),
            Cell::Integer(number, apart) => {
                let style = if *apart { Style::Count } else { Style::Whole };
                self.number(place, *number, 0, style);
            }
            Cell::Decimal(number) => self.number(place, *number, 6, Style::Plain),
            Cell::Percent(number) => self.number(place, *number, 8, Style::Percent),
            Cell::Money(amount, _) => self.number(place, *amount, 6, Style::Amount),
            Cell::Date(days) if (FIRST_DAY..=LAST_DAY).contains(days) => {
                self.number(place, days + EPOCH, 0, Style::Date);
            }
            Cell::Date(days) => {
                let text = talang_catalogue::value::date_of_days(*days).to_string();
                self.words(place, &text, Style::Plain);
            }
            Cell::Instant(micros) => {
                let days = micros.div_euclid(DAY * 1_000_000);
                if !(FIRST_DAY..=LAST_DAY).contains(&days) {
                    let text = Timestamp::from_microsecond(*micros).map(|t| t.to_string());
                    return self.words(place, &text.unwrap_or_default(), Style::Plain);
                }
                let seconds = micros.div_euclid(1_000_000).rem_euclid(DAY);
                self.day(place, days + EPOCH, seconds, Style::Moment);
            }
            Cell::Time(seconds) => self.day(place, 0, *seconds, Style::Time),
            Cell::Duration(minutes) if *minutes >= 0 => {
                self.day(place, minutes / 1_440, minutes % 1_440 * 60, Style::Length);
            }
            // No spreadsheet shows a time before nothing.
            Cell::Duration(minutes) => self.number(place, *minutes, 0, Style::Plain),
        }
    }

    fn open(&mut self, place: usize, style: Style) {
        let letters = self.letters.get(place).map(String::as_str).unwrap_or("A");
        let _ = write!(self.text, "<c r=\"{letters}{}\" s=\"{}\"", self.row, style as u8);
    }

    fn words(&mut self, place: usize, text: &str, style: Style) {
        self.open(place, style);
        self.text.push_str(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        // Counted as spreadsheets count: in units of UTF-16.
        let mut units = 0;
        let end = text.char_indices().find(|(_, c)| {
            units += c.len_utf16();
            units > LONGEST
        });
        match end {
            None => escape(text, &mut self.text),
            Some((end, _)) => escape(text.get(..end).unwrap_or_default(), &mut self.text),
        }
        self.text.push_str("</t></is></c>");
    }

    /// A whole number of 10⁻ᵖˡᵃᶜᵉˢ. What a spreadsheet would round (it keeps fifteen digits) is written as words.
    fn number(&mut self, place: usize, number: i64, places: u32, style: Style) {
        let text = decimal(number, places);
        if text.bytes().filter(u8::is_ascii_digit).count() > 15 {
            return self.words(place, &text, Style::Plain);
        }
        self.open(place, style);
        let _ = write!(self.text, "><v>{text}</v></c>");
    }

    /// Days and seconds of the day, as a fraction of days.
    fn day(&mut self, place: usize, days: i64, seconds: i64, style: Style) {
        self.open(place, style);
        // Ten places hold a second (1/86,400) to the hundredth of a millisecond.
        let part = (seconds * 10_000_000_000 + DAY / 2) / DAY;
        let _ = write!(self.text, "><v>{}</v></c>", decimal(days * 10_000_000_000 + part, 10));
    }

    /// Hands over what was written.
    fn send(&mut self) -> io::Result<()> {
        if let Some(sheet) = &mut self.sheet {
            sheet.write_all(self.text.as_bytes())?;
        }
        self.text.clear();
        Ok(())
    }
}

impl<W: Write> Sink for Workbook<W> {
    fn begin(&mut self, about: &About, columns: &[Column], rows: &[Vec<Cell>]) -> io::Result<()> {
        let Some(zip) = self.zip.take() else { return Err(io::ErrorKind::InvalidInput.into()) };
        self.about = about.clone();
        self.money = columns.iter().map(|c| c.money).collect();
        let zip = zip
            .whole("[Content_Types].xml", CONTENT)?
            .whole("_rels/.rels", RELATIONS)?
            .whole("docProps/core.xml", &properties(about))?
            .whole("xl/_rels/workbook.xml.rels", BOOK_RELATIONS)?
            .whole("xl/styles.xml", styles(about).as_bytes())?;
        let mut sheet = zip.part("xl/worksheets/sheet1.xml")?;
        sheet.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>")?;
        let mut widths = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            widths.push(width(column, at, rows));
            if self.money.get(at).copied().unwrap_or_default() {
                widths.push(10);
            }
        }
        self.letters = (0..widths.len()).map(letters).collect();
        if !widths.is_empty() {
            sheet.write_all(b"<cols>")?;
            for (at, width) in widths.iter().enumerate() {
                write!(sheet, "<col min=\"{0}\" max=\"{0}\" width=\"{width}\" customWidth=\"1\"/>", at + 1)?;
            }
            sheet.write_all(b"</cols>")?;
        }
        sheet.write_all(b"<sheetData>")?;
        self.sheet = Some(sheet);
        self.heads(columns);
        self.rows(rows)
    }

    fn rows(&mut self, rows: &[Vec<Cell>]) -> io::Result<()> {
        for row in rows {
            if i64::from(self.row) > MOST {
                // More were added while the file was being made.
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            self.line(row);
            if self.text.len() > 1 << 16 {
                self.send()?;
            }
        }
        self.send()
    }
}

/// The styles, with the headings on the tenant's ground.
fn styles(about: &About) -> Cow<'static, str> {
    match about.ground {
        None => Cow::Borrowed(STYLES),
        Some(ground) => {
            let colour = ground.css().trim_start_matches('#').to_uppercase();
            Cow::Owned(STYLES.replace(HEAD_GROUND, &format!("FF{colour}")))
        }
    }
}

/// How wide a column is, in digits: what its heading and the first page's cells need, within bounds.
fn width(column: &Column, at: usize, rows: &[Vec<Cell>]) -> usize {
    let words = column.label.split_whitespace().map(|w| w.chars().count()).max().unwrap_or_default();
    // The heading shares its place with the button of the filter.
    let head = column.label.chars().count().min(words.max(20)) + 4;
    let of = |cell: &Cell| match cell {
        Cell::Text(text) => text.lines().map(|l| l.chars().count()).max().unwrap_or_default(),
        Cell::Date(_) => 10,
        Cell::Instant(_) => 16,
        Cell::Integer(n, _) => n.to_string().len() * 4 / 3,
        Cell::Decimal(n) | Cell::Percent(n) | Cell::Money(n, _) => n.to_string().len().max(6),
        _ => 6,
    };
    let cells = rows.iter().filter_map(|row| row.get(at)).map(of).max().unwrap_or_default() + 2;
    head.max(cells).clamp(8, 60)
}

/// A, B … Z, AA …
fn letters(place: usize) -> String {
    let mut out = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        rest -= 1;
        out.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    out.reverse();
    String::from_utf8(out).unwrap_or_default()
}

/// A number of 10⁻ᵖˡᵃᶜᵉˢ with a point, without zeros that say nothing.
fn decimal(number: i64, places: u32) -> String {
    if places == 0 {
        return number.to_string();
    }
    let scale = 10_u64.pow(places);
    let (whole, part) = (number.unsigned_abs() / scale, number.unsigned_abs() % scale);
    let sign = if number < 0 { "-" } else { "" };
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let width = usize::try_from(places).unwrap_or_default();
    let digits = format!("{part:0width$}");
    format!("{sign}{whole}.{}", digits.trim_end_matches('0'))
}

/// A sheet's name: 31 characters, none of those that formulas use.
fn sheet_name(title: &str) -> String {
    let name: String = title.replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
    let name: String = name.trim().trim_matches('\'').chars().take(31).collect();
    if name.is_empty() { "1".to_string() } else { name }
}

fn properties(about: &About) -> String {
    let (mut title, mut owner) = (String::new(), String::new());
    escape(&about.title, &mut title);
    escape(&about.owner, &mut owner);
    let made = Timestamp::from_microsecond(about.made_at).unwrap_or_default();
    let made = made.strftime("%Y-%m-%dT%H:%M:%SZ");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:creator>{owner}</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:created></cp:coreProperties>\n"
    )
}

/// Text in XML. Characters that XML does not have are written as spreadsheets write them, `_x0001_` (ISO/IEC 29500-1,
/// 22.9.2.19), and what looks like that already is kept from being read so.
fn escape(text: &str, out: &mut String) {
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "_x{:04X}_", u32::from(c));
            }
            '_' if text.as_bytes().get(at..at + 7).is_some_and(code) => out.push_str("_x005F_"),
            _ => out.push(c),
        }
    }
}

/// `_x0041_`
fn code(bytes: &[u8]) -> bool {
    matches!(bytes, [b'_', b'x', a, b, c, d, b'_'] if [a, b, c, d].iter().all(|h| h.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_stand_on_the_tenants_ground() {
        // T9
        let ground = Some(talang_engine::charter::Colour(1, 2, 255));
        let styled = styles(&About { ground, ..About::default() });
        assert!(styled.contains("rgb=\"FF0102FF\"") && !styled.contains(HEAD_GROUND));
        assert!(styles(&About::default()).contains(HEAD_GROUND));
    }

    #[test]
    fn columns_have_letters() {
        let named: Vec<String> = [0, 25, 26, 701, 702].into_iter().map(letters).collect();
        assert_eq!(named, ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn numbers_are_written_exactly() {
        assert_eq!(decimal(12_500_000, 6), "12.5");
        assert_eq!(decimal(-1, 6), "-0.000001");
        assert_eq!(decimal(3_000_000, 6), "3");
        assert_eq!(decimal(12_500_000, 8), "0.125");
    }

    #[test]
    fn text_is_what_it_was() {
        let mut out = String::new();
        escape("a<b>&\"\u{1}_x0041_ _x1_\r", &mut out);
        assert_eq!(out, "a&lt;b&gt;&amp;&quot;_x0001__x005F_x0041_ _x1__x000D_");
    }

    #[test]
    fn sheets_have_names_that_spreadsheets_take() {
        assert_eq!(sheet_name("A/B: [c]"), "A B   c");
        assert_eq!(sheet_name(&"é".repeat(40)).chars().count(), 31);
        assert_eq!(sheet_name("''"), "1");
    }
}
