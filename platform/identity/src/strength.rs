//! How hard a password is to guess: by CNIL's measure, and by what guessers try first.

use crate::common::is_common;
use crate::policy::Owner;

/// Fewer guesses than ten to this power and a password is among those that are tried first.
const FIRST_GUESSES: f64 = 6.0;
/// Guessers' dictionaries are asked for so many characters of a password at most: more cannot make it weak.
const ASKED: usize = 72;

/// How strong a password is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strength {
    /// Entropy as CNIL's recommendation 2022-100 counts it, in bits: the logarithm of the number of passwords of that
    /// length over that alphabet.
    pub bits: u32,
    /// 0 very weak, 1 weak, 2 fair (50 bits: enough where attempts are limited), 3 good, 4 strong (80 bits): by CNIL's
    /// steps, and never better than guessing by dictionaries leaves it.
    pub level: u8,
}

impl Strength {
    /// The strength of a password of that owner.
    pub fn of(owner: &Owner<'_>, password: &str) -> Strength {
        let bits = bits(password);
        let by_length = match bits {
            0..30 => 0,
            30..50 => 1,
            50..65 => 2,
            65..80 => 3,
            _ => 4,
        };
        let guessed = if is_weak(owner, password) { 0 } else { score(guesses(owner, password)) };
        Strength { bits, level: by_length.min(guessed) }
    }
}

/// zxcvbn's five steps: up to 10^3, 10^6, 10^8, 10^10 guesses.
fn score(guesses_log10: f64) -> u8 {
    match guesses_log10 {
        g if g < 3.0 => 0,
        g if g < 6.0 => 1,
        g if g < 8.0 => 2,
        g if g < 10.0 => 3,
        _ => 4,
    }
}

/// Entropy of passwords of that length over the kinds of characters that it uses.
fn bits(password: &str) -> u32 {
    let uses = |is: fn(char) -> bool| password.chars().any(is);
    let mut alphabet = 0u32;
    for (used, size) in [
        (uses(|c| c.is_ascii_lowercase()), 26),
        (uses(|c| c.is_ascii_uppercase()), 26),
        (uses(|c| c.is_ascii_digit()), 10),
        (uses(|c| c.is_ascii() && !c.is_ascii_alphanumeric()), 33),
        // Letters with accents and the like.
        (uses(|c| !c.is_ascii()), 64),
    ] {
        alphabet += if used { size } else { 0 };
    }
    let length = password.chars().count() as f64;
    (length * f64::from(alphabet.max(1)).log2()).min(9999.0) as u32
}

/// The logarithm of the guesses that a guesser with dictionaries needs who knows the owner. Accents and words that are said
/// again make it no harder.
fn guesses(owner: &Owner<'_>, password: &str) -> f64 {
    let words = owner.words();
    let mut inputs: Vec<&str> = words.iter().map(String::as_str).collect();
    inputs.extend(crate::common::WORDS);
    let asked: String = password.chars().take(ASKED).collect();
    let mut forms = vec![without_accents(&asked), once(&asked), asked];
    forms.dedup();
    let guesses = |form: &String| zxcvbn::zxcvbn(form, &inputs).guesses_log10();
    forms.iter().map(guesses).fold(f64::INFINITY, f64::min)
}

/// Whether a password is leaked, common, or among what is tried first for this owner.
pub(crate) fn is_weak(owner: &Owner<'_>, password: &str) -> bool {
    let small = without_accents(&password.to_lowercase());
    let core = small.trim_matches(|c: char| !c.is_alphabetic());
    is_common(&small)
        // A word with figures and signs around it: the company's "V3lmora2026!".
        || [core, small.as_str()].into_iter().any(|t| {
            let word = letters(t);
            is_common(&word) || owner.words().contains(&word)
        })
        || guesses(owner, password) < FIRST_GUESSES
}

/// Each word once.
fn once(password: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in password.split(|c: char| !c.is_alphanumeric()) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(" ")
}

fn without_accents(text: &str) -> String {
    let letter = |c: char| match c {
        'à' | 'á' | 'â' | 'ä' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    };
    text.chars().map(letter).collect()
}

/// The letters for which figures and signs stand: "p@ssw0rd" is "password".
fn letters(small: &str) -> String {
    let letter = |c: char| match c {
        '@' | '4' => 'a',
        '3' => 'e',
        '1' | '!' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' => 't',
        other => other,
    };
    small.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: Owner<'static> = Owner { login: "jsmith", company: ["velmora", "Velmora Group"] };

    // A4: leaked and easily guessed passwords, in our seven languages, by keyboards, with signs for letters, and what
    // belongs to the company.
    #[test]
    fn what_is_guessed_first_is_weak() {
        for weak in [
            "Password123!",
            "P@ssw0rd2026",
            "Azertyuiop1!",
            "Qwertz12345!",
            "Motdepasse1!",
            "Passwort2026!",
            "Wachtwoord1!",
            "Contraseña1!",
            "Lösenord123!",
            "Adgangskode1!",
            "Sommer2026!",
            "Välkommen1!",
            "Velmora2026!",
            "V3lm0ra!",
            "Jsmith1234!",
            "1qaz2WSX!",
            "abcdABCD1234",
            "aaaaaaaaaaaaaaaaaaaa",
            "abcabcabcabc",
            "12345678901234",
            "iloveyou2",
        ] {
            assert!(is_weak(&OWNER, weak), "{weak}: 10^{}", guesses(&OWNER, weak));
        }
        for fine in [
            "Quiet lamp 47",
            "quiet lamp under seven chairs",
            "7 Schafe auf dem Dach",
            "xK9#mQ2$vL",
            "Talang demo 2026",
        ] {
            assert!(!is_weak(&OWNER, fine), "{fine}: 10^{}", guesses(&OWNER, fine));
        }
    }

    // CNIL 2022-100, section 3: 12 characters of four kinds have 78 bits, 14 of three kinds 83.
    #[test]
    fn bits_are_counted_as_the_cnil_counts_them() {
        assert_eq!(bits("xK9#mQ2$vL4%"), 78);
        assert_eq!(bits("xK9mQ2vL4pT8wZ"), 83);
        assert_eq!(bits(""), 0);
        assert_eq!(Strength::of(&OWNER, "xK9mQ2vL4pT8wZ").level, 4);
        assert_eq!(Strength::of(&OWNER, "Password123!").level, 0, "long and of four kinds, but known");
        assert!(Strength::of(&OWNER, "xK9#mQ").level < 2);
    }

    // Nobody keeps the machine busy with a long password.
    #[test]
    fn long_passwords_are_judged_quickly() {
        let begun = std::time::Instant::now();
        for text in ["a".repeat(1024), "Ab1!".repeat(256), "password".repeat(128), "0O1l".repeat(256)] {
            Strength::of(&OWNER, &text);
        }
        assert!(begun.elapsed().as_secs() < 8, "{:?}", begun.elapsed());
    }
}
