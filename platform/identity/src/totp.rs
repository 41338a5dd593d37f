//! One-time codes by time (RFC 6238) with what every authenticator app knows: HMAC-SHA-1, six figures, steps of 30 seconds.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// Bytes of a secret: 160 bits, as RFC 4226 section 4 (R6) recommends.
pub(crate) const SECRET: usize = 20;
/// Seconds of a step (RFC 6238 section 4.1).
const STEP: i64 = 30;
/// Steps before and after the present one that count too: clocks differ, and people type slowly (RFC 6238 section 5.2).
const DRIFT: i64 = 1;

/// The code of a step (RFC 4226 section 5.3).
fn code(secret: &[u8], step: i64) -> String {
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(secret) else { return String::new() };
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let at = usize::from(digest.last().copied().unwrap_or_default() & 0x0f);
    let part = digest.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok()).unwrap_or_default();
    format!("{:06}", (u32::from_be_bytes(part) & 0x7fff_ffff) % 1_000_000)
}

/// The step whose code this is, of those that count at a moment (microseconds since 1970).
pub(crate) fn step_of(secret: &[u8], shown: &str, now: i64) -> Option<i64> {
    let present = now.div_euclid(STEP * 1_000_000);
    // Every candidate is computed and compared, so that the time says nothing.
    (present - DRIFT..=present + DRIFT)
        .filter(|step| {
            let right = code(secret, *step);
            right.len() == shown.len()
                && right.bytes().zip(shown.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
        })
        .fold(None, |_, step| Some(step))
}

/// Base 32 without padding (RFC 4648 section 6), as apps read secrets.
pub(crate) fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut text, mut bits, mut count) = (String::new(), 0u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            text.push(letter(LETTERS, bits >> count));
        }
    }
    if count > 0 {
        text.push(letter(LETTERS, bits << (5 - count)));
    }
    text
}

/// The letter of the lowest five bits.
pub(crate) fn letter(letters: &[u8; 32], bits: u32) -> char {
    letters.get((bits & 31) as usize).copied().map(char::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238 appendix B, the last six of its eight figures.
        let secret = b"12345678901234567890";
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(secret, seconds / STEP), expected, "{seconds}");
        }
        // RFC 4226 appendix D.
        assert_eq!(code(secret, 0), "755224");
        assert_eq!(code(secret, 9), "520489");
    }

    #[test]
    fn a_code_counts_one_step_before_and_after() {
        let secret = b"12345678901234567890";
        let now = 1_234_567_890 * 1_000_000;
        let present = 1_234_567_890 / STEP;
        let of = |step| step_of(secret, &code(secret, step), now);
        assert_eq!(
            [-2, -1, 0, 1, 2].map(|d| of(present + d).map(|s| s - present)),
            [None, Some(-1), Some(0), Some(1), None]
        );
        for wrong in ["", "00592", "0059244", "005925", "٠٠٥٩٢٤"] {
            assert_eq!(step_of(secret, wrong, now), None, "{wrong}");
        }
    }

    #[test]
    fn secrets_are_written_in_base_32() {
        // RFC 4648 section 10.
        for (text, expected) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(text.as_bytes()), expected);
        }
    }
}
