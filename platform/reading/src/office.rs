//! Word documents (ISO/IEC 29500-1) and OpenDocument texts (ISO/IEC 26300-3): paragraphs in their order, heads of pages first,
//! cells of a row beside each other where each is a line.

use roxmltree::{Document, Node, ParsingOptions};
use talang_catalogue::Fault;

use crate::Format;
use crate::zip::Zip;

/// Elements of a part at most.
const ELEMENTS: u32 = 1_000_000;
/// Elements within elements at most: deeper than any program nests them.
const DEEPEST: usize = 250;
/// Heads and foots of pages that are read at most.
const HEADS: usize = 12;

/// Which of the two it is.
///
/// # Errors
/// `document.unknown`: another packed file; `document.broken`.
pub(crate) fn format(bytes: &[u8]) -> Result<Format, Fault> {
    let mut zip = Zip::open(bytes)?;
    if zip.has("word/document.xml") {
        return Ok(Format::Docx);
    }
    match zip.part("mimetype") {
        Ok(Some(kind)) if kind.trim().starts_with("application/vnd.oasis.opendocument.text") => {
            Ok(Format::Odt)
        }
        Ok(_) => Err(Fault::new("document.unknown")),
        Err(fault) => Err(fault),
    }
}

/// The text.
///
/// # Errors
/// `document.broken`, `document.encrypted`.
pub(crate) fn text(bytes: &[u8], format: Format) -> Result<String, Fault> {
    let mut zip = Zip::open(bytes)?;
    match format {
        Format::Docx => word(&mut zip),
        _ => open(&mut zip),
    }
}

fn broken() -> Fault {
    Fault::new("document.broken")
}

fn parse(text: &str) -> Result<Document<'_>, Fault> {
    if depth(text) > DEEPEST {
        return Err(broken());
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: ELEMENTS, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|_| broken())
}

/// How deep elements are nested, told without building anything.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in text.split('<').skip(1) {
        let end = tag.find('>').unwrap_or(tag.len());
        match tag.as_bytes() {
            [b'/', ..] => depth = depth.saturating_sub(1),
            [b'?' | b'!', ..] => {}
            bytes if end > 0 && bytes.get(end - 1) == Some(&b'/') => {}
            _ => depth += 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn word(zip: &mut Zip<'_>) -> Result<String, Fault> {
    let mut out = String::new();
    let body = zip.part("word/document.xml")?.ok_or_else(broken)?;
    for name in zip.names("word/header").into_iter().take(HEADS) {
        if let Some(part) = zip.part(&name)? {
            write(parse(&part)?.root_element(), &WORD, &mut out);
        }
    }
    write(parse(&body)?.root_element(), &WORD, &mut out);
    for name in zip.names("word/footer").into_iter().take(HEADS) {
        if let Some(part) = zip.part(&name)? {
            write(parse(&part)?.root_element(), &WORD, &mut out);
        }
    }
    // Where words lead, as people hide their profiles behind them.
    if let Some(part) = zip.part("word/_rels/document.xml.rels")? {
        let links = parse(&part)?;
        let outside = links.descendants().filter(|n| n.attribute("TargetMode") == Some("External"));
        add_links(outside.filter_map(|n| n.attribute("Target")), &mut out);
    }
    Ok(out)
}

fn open(zip: &mut Zip<'_>) -> Result<String, Fault> {
    if let Some(manifest) = zip.part("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(Fault::new("document.encrypted"));
    }
    let body = zip.part("content.xml")?.ok_or_else(broken)?;
    let mut out = String::new();
    if let Some(styles) = zip.part("styles.xml")? {
        let styles = parse(&styles)?;
        for head in styles.descendants().filter(|n| n.tag_name().name() == "header") {
            write(head, &OPEN, &mut out);
        }
    }
    let body = parse(&body)?;
    let texts = body.descendants().find(|n| n.tag_name().name() == "body").ok_or_else(broken)?;
    write(texts, &OPEN, &mut out);
    let links = texts.descendants().filter(|n| n.tag_name().name() == "a");
    let links = links.filter_map(|n| n.attributes().find(|a| a.name() == "href").map(|a| a.value()));
    add_links(links, &mut out);
    Ok(out)
}

fn add_links<'l>(links: impl Iterator<Item = &'l str>, out: &mut String) {
    for link in links.take(200) {
        let plain = link.trim_start_matches("mailto:");
        let leads = plain.len() < link.len() || link.starts_with("https://") || link.starts_with("http://");
        if leads && !out.contains(plain) {
            out.push_str(if out.ends_with('\n') { "" } else { "\n" });
            out.push_str(plain);
            out.push('\n');
        }
    }
}

/// The names of a format's elements. Namespaces do not matter: what is no document of the format has none of them.
struct Names {
    paragraphs: &'static [&'static str],
    row: &'static str,
    cell: &'static [&'static str],
    tab: &'static str,
    breaks: &'static [&'static str],
    blanks: &'static str,
    /// What is not the document's text, or is there twice.
    skip: &'static [&'static str],
    /// Only what stands in these is text; where there are none, whatever stands in a paragraph.
    texts: &'static [&'static str],
}

const WORD: Names = Names {
    paragraphs: &["p"],
    row: "tr",
    cell: &["tc"],
    tab: "tab",
    breaks: &["br", "cr"],
    blanks: "",
    skip: &["Fallback", "del", "moveFrom", "instrText", "pPr", "rPr", "sectPr", "tblPr", "object", "pict"],
    texts: &["t"],
};

const OPEN: Names = Names {
    paragraphs: &["p", "h"],
    row: "table-row",
    cell: &["table-cell"],
    tab: "tab",
    breaks: &["line-break"],
    blanks: "s",
    skip: &[
        "tracked-changes",
        "annotation",
        "annotation-end",
        "forms",
        "sequence-decls",
        "note-citation",
        "desc",
        "title",
    ],
    texts: &[],
};

/// Writes the text below an element. Its depth is bound, see [`DEEPEST`].
fn write(node: Node<'_, '_>, names: &Names, out: &mut String) {
    for child in node.children() {
        if child.is_text() {
            let inside = child.parent_element().map(|p| p.tag_name().name()).unwrap_or_default();
            let counts = match names.texts.is_empty() {
                true => child.ancestors().any(|a| names.paragraphs.contains(&a.tag_name().name())),
                false => names.texts.contains(&inside),
            };
            if counts {
                out.push_str(&child.text().unwrap_or_default().replace(['\n', '\r', '\t'], " "));
            }
            continue;
        }
        let name = child.tag_name().name();
        match name {
            _ if names.skip.contains(&name) => {}
            _ if name == names.tab => out.push('\t'),
            _ if names.breaks.contains(&name) => out.push('\n'),
            _ if name == names.blanks => out.push(' '),
            _ if names.paragraphs.contains(&name) => {
                let begun = out.len();
                if is_item(child) {
                    out.push_str("• ");
                }
                let words = out.len();
                write(child, names, out);
                if out.len() == words {
                    out.truncate(begun);
                }
                // An empty paragraph sets apart what is around it.
                let empty = out.get(begun..).is_some_and(|text| text.trim().is_empty());
                out.push_str(if empty { "\n\n" } else { "\n" });
            }
            _ if name == names.row => row(child, names, out),
            _ => write(child, names, out),
        }
    }
}

/// Whether a paragraph is an item of a list: its mark is drawn by the program that shows it.
fn is_item(paragraph: Node<'_, '_>) -> bool {
    let name = |n: Node<'_, '_>, wanted: &str| n.tag_name().name() == wanted;
    let marked =
        paragraph.children().filter(|c| name(*c, "pPr")).any(|p| p.children().any(|c| name(c, "numPr")));
    let first = paragraph.prev_sibling_element().is_none();
    marked || first && paragraph.parent_element().is_some_and(|p| name(p, "list-item"))
}

/// A row of a table: on one line where each of its cells is one, as a date beside what happened then.
fn row(node: Node<'_, '_>, names: &Names, out: &mut String) {
    let mut cells = Vec::new();
    for cell in node.children().filter(|c| names.cell.contains(&c.tag_name().name())) {
        let mut text = String::new();
        write(cell, names, &mut text);
        cells.push(text.trim().to_string());
    }
    cells.retain(|text| !text.is_empty());
    let lines = cells.iter().all(|text| !text.contains('\n'));
    out.push_str(&cells.join(if lines { "\t" } else { "\n\n" }));
    out.push_str(if lines { "\n" } else { "\n\n" });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zip::tests::packed;

    fn docx(body: &str) -> Vec<u8> {
        let body = format!(
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
        );
        packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body.as_bytes())])
    }

    fn read(bytes: &[u8]) -> Result<String, &'static str> {
        let format = format(bytes).map_err(|f| f.code)?;
        text(bytes, format).map(|t| crate::tidy(&t)).map_err(|f| f.code)
    }

    #[test]
    fn words_of_word_are_read_once_and_in_their_order() {
        let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
        let table = format!(
            "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
            p("2018–2020"),
            p("Engineer")
        );
        let twice = format!(
            "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
            p("box"),
            p("box")
        );
        let gone = "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c &amp; d</w:t></w:r></w:p>";
        let file = docx(&format!("{}<w:p/>{table}{twice}{gone}", p("Marie Dupont")));
        assert_eq!(read(&file).unwrap(), "Marie Dupont\n\n2018–2020 Engineer\nbox\na b\nc & d");
        let deep = docx(&format!("{}{}", "<w:p>".repeat(5_000), "</w:p>".repeat(5_000)));
        assert_eq!(read(&deep), Err("document.broken"));
        let outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\">&e;</w:document>";
        assert_eq!(read(&packed(&[("word/document.xml", outside.as_bytes())])), Err("document.broken"));
        assert_eq!(read(&packed(&[("xl/workbook.xml", b"<x/>")])), Err("document.unknown"));
    }

    #[test]
    fn words_of_opendocument_are_read() {
        let body = "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:xlink=\"x\"><office:body><office:text><text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:h>Åsa<text:s/>Öberg</text:h><text:p><text:a xlink:href=\"https://www.linkedin.com/in/asa\">LinkedIn</text:a><text:tab/>x<text:line-break/>y</text:p></office:text></office:body></office:document-content>";
        let kind = b"application/vnd.oasis.opendocument.text";
        let file = packed(&[("mimetype", kind), ("content.xml", body.as_bytes())]);
        assert_eq!(read(&file).unwrap(), "Åsa Öberg\nLinkedIn x\ny\nhttps://www.linkedin.com/in/asa");
        let manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>";
        let locked =
            packed(&[("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02")]);
        assert_eq!(read(&locked), Err("document.encrypted"));
    }
}
