//! Documents that were damaged, or made to do harm: each is read or refused, and none ends the program.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};

/// A document of one page, packed or not.
fn pdf(packed: bool) -> Vec<u8> {
    let mut content = b"BT /F1 12 Tf 1 0 0 1 50 700 Tm (Marie Dupont) Tj 0 -14 Td [(En) -20 (gineer)] TJ ET q 1 0 0 1 0 0 cm Q".to_vec();
    if packed {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&content).unwrap();
        content = packer.finish().unwrap();
    }
    let filter = if packed { "/Filter /FlateDecode " } else { "" };
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_vec(),
        [format!("<< {filter}/Length {} >>\nstream\n", content.len()).as_bytes(), &content, b"\nendstream"].concat(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /B] >> >>".to_vec(),
    ];
    let mut out = b"%PDF-1.7\n".to_vec();
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

/// A number that looks like chance and is the same each time (SplitMix64).
fn chance(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn mutated(sample: &[u8], state: &mut u64) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for _ in 0..=chance(state) % 6 {
        let at = usize::try_from(chance(state) % (bytes.len() as u64).max(1)).unwrap();
        match chance(state) % 5 {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] ^= 1 << (chance(state) % 8),
            2 if at < bytes.len() => bytes[at] = u8::try_from(chance(state) % 256).unwrap(),
            3 => {
                let end = (at + 40).min(bytes.len());
                let piece = bytes[at.min(end)..end].to_vec();
                bytes.splice(at.min(end)..at.min(end), piece);
            }
            _ => {
                let end = (at + 7).min(bytes.len());
                bytes.drain(at.min(end)..end);
            }
        }
    }
    bytes
}

const RTF: &[u8] = br"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\b Marie\b0  Dupont\par \'c9tudes \u8364?{\*\x y}}";

// S2, O1: twenty thousand damaged documents, the same ones each time: none ends the program, and each has its text or its fault.
#[test]
fn damaged_documents_are_read_or_refused() {
    std::panic::set_hook(Box::new(|_| {}));
    let samples: [Vec<u8>; 4] =
        [pdf(false), pdf(true), RTF.to_vec(), "Åsa Öberg\nStockholm\n".as_bytes().to_vec()];
    let mut state = 7;
    let mut read = 0;
    for number in 0..20_000 {
        let bytes = mutated(&samples[number % samples.len()], &mut state);
        match talang_reading::text(&bytes) {
            Ok(text) => {
                read += 1;
                assert!(text.text.len() <= talang_reading::LONGEST);
            }
            Err(fault) => assert!(fault.code.starts_with("document."), "{fault:?}"),
        }
    }
    assert!(read > 5_000, "most damage leaves something to read: {read}");
}

#[test]
fn a_document_says_what_is_wrong_with_it() {
    assert_eq!(talang_reading::text(&pdf(false)).unwrap().text, "Marie Dupont\nEngineer");
    assert_eq!(talang_reading::text(&pdf(true)).unwrap().text, "Marie Dupont\nEngineer");
    let empty = String::from_utf8(pdf(false))
        .unwrap()
        .replace("(Marie Dupont) Tj", "            ")
        .replace("[(En) -20 (gineer)] TJ", "");
    assert_eq!(talang_reading::text(empty.as_bytes()).unwrap_err().code, "document.no_text");
    assert_eq!(talang_reading::text(b"%PDF-1.7\nnothing").unwrap_err().code, "document.broken");
    // Pages that are each other's.
    let circle = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj trailer<</Root 1 0 R>>";
    assert!(talang_reading::text(circle).is_err());
    // Arrays within arrays.
    let deep = [b"%PDF-1.4\n1 0 obj ".to_vec(), b"[".repeat(200_000)].concat();
    assert!(talang_reading::text(&deep).is_err());
}
