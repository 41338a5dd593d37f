//! CVs as files, in seven ways in which people lay them out.

use std::io::Write;

use flate2::{Compression, Crc, write::ZlibEncoder};

use crate::people::{Person, Stay, Words};

/// Number of ways.
pub const WAYS: usize = 7;

/// How a language is called in a language.
pub type Called<'a> = &'a dyn Fn(&str) -> String;

fn month(words: &Words, at: i64, named: bool) -> String {
    let (year, month) = (at / 100, at % 100);
    match named {
        true => {
            let name = words.months.get(usize::try_from(month - 1).unwrap()).unwrap();
            if words.language == "es" { format!("{name} de {year}") } else { format!("{name} {year}") }
        }
        false => format!("{month:02}/{year}"),
    }
}

fn years(words: &Words, stay: &Stay) -> String {
    let end = if stay.3 == 0 { words.present.to_string() } else { (stay.3 / 100).to_string() };
    format!("{} – {end}", stay.2 / 100)
}

fn months(words: &Words, stay: &Stay, named: bool) -> String {
    let end = if stay.3 == 0 { words.present.to_string() } else { month(words, stay.3, named) };
    format!("{} – {end}", month(words, stay.2, named))
}

/// A CV in one of the ways, with the names of its skills and languages; and what kind of file it is.
pub fn file(words: &Words, person: &Person, way: usize, skills: &[String], called: Called<'_>) -> Vec<u8> {
    let name = format!("{} {}", person.first, person.last);
    let town = format!("{} {}", person.postal, person.city);
    let town = if person.country.0 == "GB" { format!("{} {}", person.city, person.postal) } else { town };
    let spoken: Vec<(String, &str)> =
        person.speaks.iter().map(|(code, level)| (called(code), words.levels[*level])).collect();
    let bullets = |text: &mut Vec<String>| text.extend(words.deeds.iter().map(|d| format!("• {d}")));
    match way {
        0 => {
            let mut text = vec![
                name,
                format!("{}, {town}, {}", person.street, person.country.1),
                format!("{} | {}", person.phone, person.email),
                String::new(),
                words.profile.to_string(),
                words.about.to_string(),
                String::new(),
                words.experience.to_string(),
            ];
            for stay in &person.work {
                text.push(format!("{} {}, {}", years(words, stay), stay.0, stay.1));
                bullets(&mut text);
            }
            text.extend([String::new(), words.education.to_string()]);
            text.extend(person.studies.iter().map(|s| format!("{} {}, {}", years(words, s), s.0, s.1)));
            text.extend([String::new(), words.skills.to_string(), skills.join(", ")]);
            text.extend([String::new(), words.languages.to_string()]);
            text.extend(spoken.iter().map(|(l, level)| format!("{l}: {level}")));
            pdf(&flow(&text, 50.0, 60.0), false)
        }
        1 => {
            let mut side = vec![
                words.contact.to_uppercase(),
                person.email.into(),
                person.phone.into(),
                person.street.into(),
                town,
            ];
            side.extend([String::new(), words.skills.to_uppercase()]);
            side.extend(skills.iter().cloned());
            side.extend([String::new(), words.languages.to_uppercase()]);
            side.extend(spoken.iter().map(|(l, level)| format!("{l} ({level})")));
            let mut main = vec![words.experience.to_uppercase()];
            for stay in &person.work {
                main.extend([stay.0.to_string(), format!("{}, {}", stay.1, months(words, stay, false))]);
                bullets(&mut main);
                main.push(String::new());
            }
            main.push(words.education.to_uppercase());
            for stay in &person.studies {
                main.extend([
                    stay.0.to_string(),
                    format!("{}, {}", stay.1, years(words, stay)),
                    String::new(),
                ]);
            }
            let mut placed = vec![(50.0, 50.0, 20.0, name)];
            placed.extend(flow(&side, 50.0, 90.0));
            placed.extend(flow(&main, 250.0, 94.0));
            pdf(&placed, true)
        }
        2 => {
            let mut text = vec![
                name,
                person.email.into(),
                format!("{}, {town}", person.street),
                person.country.1.into(),
                person.phone.into(),
                String::new(),
            ];
            text.push(words.experience.to_string());
            for stay in &person.work {
                text.extend([stay.0.to_string(), stay.1.to_string(), months(words, stay, true)]);
                bullets(&mut text);
                text.push(String::new());
            }
            text.push(words.education.to_string());
            for stay in &person.studies {
                text.extend([
                    stay.0.to_string(),
                    stay.1.to_string(),
                    months(words, stay, true),
                    String::new(),
                ]);
            }
            text.push(format!(
                "{}: {}",
                words.languages,
                spoken.iter().map(|(l, level)| format!("{l} ({level})")).collect::<Vec<_>>().join(", ")
            ));
            text.extend([words.skills.to_string(), skills.join("; ")]);
            docx(&text, &[])
        }
        3 => {
            let text = vec![
                "Curriculum vitae".to_string(),
                words.contact.to_string(),
                format!("{}: {}", words.first, person.first),
                format!("{}: {}", words.last, person.last),
                format!("{}: {}, {town}, {}", words.address, person.street, person.country.1),
                format!("E-mail: {}", person.email),
                format!("Tel.: {}", person.phone),
            ];
            let row = |s: &Stay| (years(words, s), format!("{}, {}", s.0, s.1));
            let tables = [
                (words.experience, person.work.iter().map(row).collect::<Vec<_>>()),
                (words.education, person.studies.iter().map(row).collect()),
                (
                    words.languages,
                    spoken.iter().map(|(l, level)| (l.clone(), (*level).to_string())).collect(),
                ),
                (words.skills, vec![(skills.join(", "), String::new())]),
            ];
            odt(&text, &tables)
        }
        4 => {
            let mut text = vec![
                name.to_uppercase(),
                format!("{} · {} · {town}", person.phone, person.email),
                format!("linkedin.com/in/{}", person.email.split('@').next().unwrap()),
                String::new(),
                words.experience.to_string(),
            ];
            for stay in &person.work {
                text.push(format!("{} | {} | {}", stay.0, stay.1, months(words, stay, false)));
                bullets(&mut text);
            }
            text.extend([String::new(), words.education.to_string()]);
            text.extend(person.studies.iter().map(|s| format!("{} | {} | {}", s.0, s.1, years(words, s))));
            text.extend([String::new(), words.skills.to_string()]);
            text.extend(skills.iter().map(|s| format!("- {s}")));
            text.extend([String::new(), words.languages.to_string()]);
            text.push(
                spoken.iter().map(|(l, level)| format!("{l} – {level}")).collect::<Vec<_>>().join(", "),
            );
            rtf(&text)
        }
        5 => {
            let mut text = vec![
                name,
                person.street.into(),
                town,
                person.country.1.into(),
                person.email.into(),
                person.phone.into(),
                String::new(),
                words.experience.to_string(),
            ];
            for stay in &person.work {
                text.extend([months(words, stay, true), stay.0.to_string(), stay.1.to_string()]);
                bullets(&mut text);
                text.push(String::new());
            }
            text.push(words.education.to_string());
            for stay in &person.studies {
                text.extend([
                    months(words, stay, true),
                    stay.0.to_string(),
                    stay.1.to_string(),
                    String::new(),
                ]);
            }
            text.push(words.languages.to_string());
            text.extend(spoken.iter().map(|(l, level)| format!("{l}, {level}")));
            text.extend([String::new(), words.skills.to_string(), skills.join(" | ")]);
            pdf(&flow(&text, 60.0, 60.0), true)
        }
        _ => {
            let text = vec![
                name,
                format!("{} – {} – {town}", person.email, person.phone),
                words.profile.to_string(),
                words.about.to_string(),
            ];
            let row = |s: &Stay| (months(words, s, false), format!("{} – {}", s.0, s.1));
            docx(
                &text,
                &[
                    (words.education, person.studies.iter().map(row).collect()),
                    (words.experience, person.work.iter().map(row).collect()),
                    (words.skills, skills.iter().map(|s| (s.clone(), String::new())).collect()),
                    (
                        words.languages,
                        spoken.iter().map(|(l, level)| (l.clone(), (*level).to_string())).collect(),
                    ),
                ],
            )
        }
    }
}

type Placed = (f64, f64, f64, String);

fn flow(text: &[String], x: f64, top: f64) -> Vec<Placed> {
    let mut y = top;
    let mut out = Vec::new();
    for line in text {
        y += if line.is_empty() { 12.0 } else { 14.0 };
        if !line.is_empty() {
            out.push((x, y, 10.0, line.clone()));
        }
    }
    out
}

/// A portable document with one of the fonts that every reader has, its text where it is placed.
fn pdf(lines: &[Placed], packed: bool) -> Vec<u8> {
    let mut content = b"BT\n".to_vec();
    for (x, y, size, text) in lines {
        content.extend(format!("/F1 {size} Tf 1 0 0 1 {x} {} Tm (", 842.0 - y).into_bytes());
        for c in text.chars() {
            match c {
                '’' => content.extend(b"\\222"),
                '–' => content.extend(b"\\226"),
                '•' => content.extend(b"\\225"),
                '(' | ')' | '\\' => content.extend([b'\\', u8::try_from(c).unwrap()]),
                c => content.push(u8::try_from(u32::from(c)).unwrap_or_else(|_| panic!("{c} in {text}"))),
            }
        }
        content.extend(b") Tj\n");
    }
    content.extend(b"ET");
    let filter = if packed { "/Filter /FlateDecode " } else { "" };
    if packed {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&content).unwrap();
        content = packer.finish().unwrap();
    }
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_vec(),
        [format!("<< {filter}/Length {} >>\nstream\n", content.len()).as_bytes(), &content, b"\nendstream"].concat(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
    ];
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend([format!("{} 0 obj\n", at + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    places.iter().for_each(|at| out.extend(format!("{at:010} 00000 n \n").into_bytes()));
    out.extend(
        format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF", objects.len() + 1)
            .into_bytes(),
    );
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

type Table<'a> = (&'a str, Vec<(String, String)>);

fn docx(text: &[String], tables: &[Table<'_>]) -> Vec<u8> {
    let p = |text: &str| match text.strip_prefix("• ") {
        Some(text) => format!("<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>", escape(text)),
        None if text.is_empty() => "<w:p/>".to_string(),
        None => format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(text)),
    };
    let mut body: String = text.iter().map(|t| p(t)).collect();
    for (head, rows) in tables {
        body.push_str(&p(head));
        body.push_str("<w:tbl>");
        for (left, right) in rows {
            body.push_str(&format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", p(left), p(right)));
        }
        body.push_str("</w:tbl>");
    }
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    zip(&[
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ),
        ("word/document.xml", &document),
    ])
}

fn odt(text: &[String], tables: &[Table<'_>]) -> Vec<u8> {
    let p = |text: &str| format!("<text:p>{}</text:p>", escape(text));
    let mut body: String = text.iter().map(|t| p(t)).collect();
    for (head, rows) in tables {
        body.push_str(&format!("<text:h>{}</text:h><table:table>", escape(head)));
        for (left, right) in rows {
            body.push_str(&format!(
                "<table:table-row><table:table-cell>{}</table:table-cell><table:table-cell>{}</table:table-cell></table:table-row>",
                p(left), p(right)
            ));
        }
        body.push_str("</table:table>");
    }
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    zip(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

fn rtf(text: &[String]) -> Vec<u8> {
    let mut out = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Calibri;}}\\f0\\fs22 ".to_string();
    for line in text {
        for c in line.chars() {
            match c {
                '\\' | '{' | '}' => out.extend(['\\', c]),
                c if c.is_ascii() => out.push(c),
                c => out.push_str(&format!("\\u{}?", u32::from(c))),
            }
        }
        out.push_str("\\par\n");
    }
    out.push('}');
    out.into_bytes()
}

/// A zip file whose parts are as they are.
fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let (word, half) = (
        |n: usize| u32::try_from(n).unwrap().to_le_bytes(),
        |n: usize| u16::try_from(n).unwrap().to_le_bytes(),
    );
    for (name, content) in parts {
        let mut crc = Crc::new();
        crc.update(content.as_bytes());
        let size = word(content.len());
        let common = [
            &half(20)[..],
            &[0; 4],
            &half(0),
            &half(0x21),
            &crc.sum().to_le_bytes(),
            &size,
            &size,
            &half(name.len()),
            &half(0),
        ]
        .concat();
        let at = out.len();
        out.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), content.as_bytes()].concat());
        directory
            .extend([&b"PK\x01\x02"[..], &half(20), &common, &[0; 10], &word(at), name.as_bytes()].concat());
    }
    let (at, size) = (out.len(), directory.len());
    out.extend(directory);
    out.extend(
        [
            &b"PK\x05\x06"[..],
            &[0; 4],
            &half(parts.len()),
            &half(parts.len()),
            &word(size),
            &word(at),
            &[0; 2],
        ]
        .concat(),
    );
    out
}
