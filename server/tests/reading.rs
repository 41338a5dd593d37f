//! Documents read in a process of the program's own (S2, O1): what was made to do harm ends that process and nothing else.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};

/// A document of one page whose content unpacks to so many MiB of blanks.
fn bomb(mib: usize) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    let blanks = vec![b' '; 1 << 20];
    (0..mib).for_each(|_| packer.write_all(&blanks).unwrap());
    let content = packer.finish().unwrap();
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>".to_vec(),
        [
            format!("<< /Filter /FlateDecode /Length {} >>\nstream\n", content.len()).as_bytes(),
            &content,
            b"\nendstream",
        ]
        .concat(),
    ];
    let mut out = b"%PDF-1.7\n".to_vec();
    for (at, object) in objects.iter().enumerate() {
        out.extend([format!("{} 0 obj\n", at + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    out.extend(b"trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF");
    out
}

#[test]
fn a_document_made_to_do_harm_ends_nothing_but_its_own_process() {
    talang_reading::apart::use_program(env!("CARGO_BIN_EXE_talang").into());
    let read = |bytes: &[u8]| talang_reading::text(bytes).map(|t| t.text).map_err(|f| f.code);
    assert_eq!(read("Åsa Öberg\nStockholm".as_bytes()).as_deref(), Ok("Åsa Öberg\nStockholm"));
    assert_eq!(read(b"GIF89a\x01\x00\x01\x00\x80"), Err("document.unknown"));
    // Little to unpack is read to its end; two gigabytes are more than that process may have.
    assert_eq!(read(&bomb(1)), Err("document.no_text"));
    let large = bomb(2_048);
    assert!(large.len() < 4 << 20, "{}", large.len());
    assert_eq!(read(&large), Err("document.broken"));
    assert_eq!(read(b"Nothing else is harmed").as_deref(), Ok("Nothing else is harmed"));
}
