//! Codes of an authenticator app (RFC 6238), written from the standard a second time: the program's own must agree.

use hmac::{Hmac, KeyInit, Mac};

/// The code that an app with a key in Base 32 (spaces apart) shows at a moment, in microseconds since 1970.
///
/// # Panics
/// With a key that is none.
pub fn totp(key: &str, now: i64) -> String {
    let (mut secret, mut bits, mut count) = (Vec::new(), 0u32, 0);
    for letter in key.bytes().filter(|b| *b != b' ') {
        let five = if letter.is_ascii_digit() { letter - b'2' + 26 } else { letter - b'A' };
        bits = bits << 5 | u32::from(five);
        count += 5;
        if count >= 8 {
            count -= 8;
            secret.push((bits >> count & 0xff) as u8);
        }
    }
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(&secret).expect("a key");
    mac.update(&now.div_euclid(30_000_000).to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let at = usize::from(digest.last().expect("20 bytes") & 15);
    let part = digest.get(at..at + 4).expect("20 bytes");
    let number = part.iter().fold(0u32, |number, byte| number << 8 | u32::from(*byte)) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}
