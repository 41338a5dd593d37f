//! Who somebody is and how to reach them.

use talang_catalogue::culture::fold;

use super::{Knowledge, Line, Proposal, has, words};

/// Lines from the top in which a name and an address are looked for.
const TOP: usize = 30;
/// Pages that are proposed at most.
const LINKS: usize = 6;

/// Labels of fields, folded, in the seven languages.
const FIRST: &str = "first name|given name|given names|prenom|prenoms|vorname|vornamen|voornaam|voornamen|nombre|fornamn|fornavn";
const LAST: &str = "last name|surname|family name|nom|nom de famille|nachname|familienname|name familie|achternaam|apellido|apellidos|efternamn|efternavn";
const NAME: &str =
    "name|full name|nom et prenom|nom prenom|prenom nom|naam|nombre y apellidos|nombre completo|namn|navn";
const ADDRESS: &str = "address|home address|adresse|adresse postale|anschrift|wohnort|adres|woonplaats|direccion|domicilio|adress|bostadsadress|bopael|residence";
/// Words that stand where a name could, and are none.
const NO_NAMES: &str = "curriculum|vitae|cv|resume|lebenslauf|levensloop|meritforteckning|bewerbung|application|candidature|sollicitatie|profile|profil|\
    engineer|developer|manager|director|assistant|consultant|analyst|designer|teacher|nurse|accountant|specialist|officer|technician|architect|administrator|\
    ingenieur|developpeur|responsable|directeur|directrice|comptable|infirmiere|infirmier|technicien|technicienne|chef|assistante|enseignant|enseignante|\
    entwickler|entwicklerin|leiter|leiterin|ingenieurin|berater|beraterin|krankenpfleger|krankenpflegerin|buchhalter|buchhalterin|kauffrau|kaufmann|referent|referentin|sachbearbeiter|sachbearbeiterin|\
    ontwikkelaar|verpleegkundige|boekhouder|adviseur|medewerker|projectleider|leraar|\
    ingeniero|ingeniera|desarrollador|desarrolladora|contable|enfermera|enfermero|profesora|profesor|jefe|jefa|\
    utvecklare|ingenjor|sjukskoterska|ekonom|larare|chefen|konsult|projektledare|\
    udvikler|ingenior|sygeplejerske|bogholder|laerer|konsulent|projektleder|\
    street|road|avenue|rue|strasse|straat|calle|gatan|vej|gade|phone|email|mobile|contact|kontakt|contacto|personal|details";
/// Particles that begin a family name.
const PARTICLES: [&str; 26] = [
    "de", "du", "des", "del", "della", "di", "da", "dos", "van", "von", "vom", "zu", "zum", "der", "den",
    "ter", "ten", "te", "la", "le", "el", "al", "af", "av", "y", "ben",
];

/// Fills in who it is.
pub(crate) fn find(lines: &[Line], head: &[Line], knowledge: &Knowledge, proposal: &mut Proposal) {
    proposal.email = lines.iter().find_map(|line| email(&line.text));
    proposal.links = links(lines);
    let top: Vec<&Line> = match head.is_empty() {
        true => lines.iter().take(TOP).collect(),
        false => head.iter().take(TOP).collect(),
    };
    name(&top, lines, proposal);
    address(&top, lines, knowledge, proposal);
    phone(lines, knowledge, proposal);
}

/// The value of a labelled field: "Surname: Berg", or on the line below its label.
fn labelled(lines: &[&Line], labels: &str) -> Option<String> {
    let is = |text: &str| labels.split('|').any(|label| label == words(text).collect::<Vec<_>>().join(" "));
    for (at, line) in lines.iter().enumerate() {
        let (label, value) = match (line.folded.split_once(':'), line.text.split_once(':')) {
            (Some((label, _)), Some((_, value))) => (label, value.trim()),
            _ => continue,
        };
        if !is(label) {
            continue;
        }
        if !value.is_empty() {
            return Some(value.to_string());
        }
        return lines.get(at + 1).map(|next| next.text.clone());
    }
    None
}

/// The first address of electronic mail of a line.
fn email(text: &str) -> Option<String> {
    let at = text.char_indices().filter(|(_, c)| *c == '@').map(|(at, _)| at);
    at.filter_map(|at| {
        let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
        let ends = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'));
        let local = before.rsplit(ends).next()?.trim_start_matches(['.', '-']);
        let domain = after
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-')))
            .next()?
            .trim_end_matches(['.', '-']);
        let last = domain.rsplit('.').next()?;
        let sound = !local.is_empty()
            && domain.contains('.')
            && last.len() >= 2
            && last.chars().all(char::is_alphabetic);
        sound.then(|| format!("{local}@{domain}").to_lowercase())
    })
    .next()
}

/// Pages, as whole addresses.
fn links(lines: &[Line]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let known =
        ["linkedin.com/", "github.com/", "gitlab.com/", "xing.com/", "behance.net/", "stackoverflow.com/"];
    for line in lines {
        for word in line.text.split([' ', '\t', ',', ';', '|', '<', '>', '(', ')', '"']) {
            let word = word.trim_matches(|c: char| matches!(c, '.' | ':' | '•' | '·' | '/' | '[' | ']'));
            let lower = word.to_lowercase();
            if lower.contains('@') || !word.is_ascii() {
                continue;
            }
            let begins = ["https://", "http://"].iter().any(|b| lower.starts_with(b));
            let bare = lower.starts_with("www.") || known.iter().any(|k| lower.contains(k));
            if !(begins || bare) || !lower.contains('.') || word.len() > 200 {
                continue;
            }
            let link = if begins { word.to_string() } else { format!("https://{word}") };
            let same = |a: &str| {
                a.trim_start_matches("https://")
                    .trim_start_matches("http://")
                    .trim_start_matches("www.")
                    .to_lowercase()
            };
            if !out.iter().any(|o| same(o) == same(&link)) && out.len() < LINKS {
                out.push(link);
            }
        }
    }
    out
}

/// Given and family names.
fn name(top: &[&Line], lines: &[Line], proposal: &mut Proposal) {
    let early: Vec<&Line> = lines.iter().take(TOP).collect();
    let one = |labels: &str| {
        labelled(top, labels)
            .or_else(|| labelled(&early, labels))
            .filter(|v| v.chars().any(char::is_alphabetic))
    };
    let (first, last) = (one(FIRST), one(LAST));
    if let (Some(first), Some(last)) = (&first, &last) {
        proposal.first_name = Some(cased(first));
        proposal.last_name = Some(cased(last));
        return;
    }
    let local = proposal.email.as_deref().and_then(|e| e.split('@').next()).map(fold).unwrap_or_default();
    let whole = one(NAME).filter(|text| looks_like_name(text));
    let candidates =
        whole.into_iter().chain(early.iter().take(12).chain(top.iter().take(8)).flat_map(|line| {
            // "Anna Berg | Engineer", "Anna Berg, 34"
            let piece = line.text.split(['|', '•', '·', '/', '\t']).next().unwrap_or_default().trim();
            let piece = piece.split(" – ").next().unwrap_or(piece).trim();
            let comma = piece.split(',').next().unwrap_or(piece).trim();
            [piece.to_string(), comma.to_string()]
        }));
    let mut best: Option<(i32, String)> = None;
    for (at, text) in candidates.enumerate() {
        let bare = without_titles(&text);
        if !looks_like_name(&bare) {
            continue;
        }
        let shared = words(&fold(&bare)).filter(|w| w.len() > 2 && local.contains(*w)).count();
        let score = i32::try_from(shared).unwrap_or_default() * 10
            - i32::try_from(at).unwrap_or(i32::MAX / 2).min(50) / 2;
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, bare));
        }
    }
    let Some((_, text)) = best else { return };
    let (first, last) = halves(&text, &local);
    proposal.first_name = Some(cased(&first)).filter(|n| !n.is_empty());
    proposal.last_name = Some(cased(&last)).filter(|n| !n.is_empty());
}

/// Without "Dr.", "M." and the like before it, and without degrees after it.
fn without_titles(text: &str) -> String {
    let titles = [
        "dr", "prof", "mr", "mrs", "ms", "mme", "m", "mlle", "herr", "frau", "dhr", "mevr", "ing", "dipl",
        "sr", "sra", "d", "dna", "drs", "ir",
    ];
    let mut all: Vec<&str> = text.split_whitespace().collect();
    while all.len() > 2
        && all.first().is_some_and(|w| {
            let plain = fold(w.trim_matches('.'));
            titles.contains(&plain.as_str()) && (w.ends_with('.') || plain.len() > 2)
        })
    {
        all.remove(0);
    }
    while all.len() > 2
        && all.last().is_some_and(|w| {
            w.contains('.') || matches!(fold(w).as_str(), "msc" | "bsc" | "mba" | "phd" | "ma" | "ba")
        })
    {
        all.pop();
    }
    all.join(" ").trim_end_matches(',').to_string()
}

fn looks_like_name(text: &str) -> bool {
    let all: Vec<&str> = text.split_whitespace().collect();
    let folded = fold(text);
    let letters = |w: &str| {
        w.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
            && w.chars().any(char::is_alphabetic)
    };
    let capital =
        |w: &str| w.chars().next().is_some_and(char::is_uppercase) || PARTICLES.contains(&fold(w).as_str());
    let plain = text.replace(',', " ");
    (2..=5).contains(&all.len())
        && plain.split_whitespace().all(|w| letters(w) && capital(w))
        && text.chars().count() <= 60
        && !words(&folded).any(|w| NO_NAMES.split('|').any(|no| no == w))
        && super::sections::is_no_heading(text)
}

/// Where the given names end and the family name begins.
fn halves(text: &str, local: &str) -> (String, String) {
    if let Some((last, first)) = text.split_once(',') {
        return (first.trim().to_string(), last.trim().to_string());
    }
    let all: Vec<&str> = text.split_whitespace().collect();
    let join = |words: &[&str]| words.join(" ");
    let capitals = |w: &str| {
        w.chars().filter(|c| c.is_alphabetic()).count() > 1
            && w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
    };
    // "DUPONT Marie", "Marie DUPONT": the family name is in capitals where not everything is.
    let upper: Vec<bool> = all.iter().map(|w| capitals(w)).collect();
    if upper.iter().any(|u| *u) && !upper.iter().all(|u| *u) {
        let (mut last, first): (Vec<&str>, Vec<&str>) =
            all.iter().zip(&upper).fold((Vec::new(), Vec::new()), |(mut l, mut f), (w, u)| {
                if *u {
                    l.push(w)
                } else {
                    f.push(w)
                }
                (l, f)
            });
        let (given, particles): (Vec<&str>, Vec<&str>) = first.iter().partition(|w| {
            !PARTICLES.contains(&fold(w).as_str()) || w.chars().next().is_some_and(char::is_uppercase)
        });
        last.splice(0..0, particles);
        return (join(&given), join(&last));
    }
    // A particle begins the family name.
    let particle =
        all.iter().enumerate().skip(1).find(|(_, w)| PARTICLES.contains(&fold(w).as_str())).map(|(at, _)| at);
    // Else the address of electronic mail tells where three names or more part.
    let told = || {
        let found = all.iter().enumerate().skip(1).find(|(_, w)| {
            let plain = fold(w);
            plain.len() > 2 && local.contains(&plain)
        });
        let begins = |initial: &str| {
            local.starts_with(&fold(initial))
                || local.starts_with(&fold(initial).chars().take(1).collect::<String>())
        };
        found.map(|(at, _)| at).filter(|_| all.first().is_some_and(|first| begins(first)))
    };
    let at = particle
        .or_else(|| if all.len() > 2 { told() } else { None })
        .unwrap_or(all.len().saturating_sub(1).max(1));
    let at = at.min(all.len().saturating_sub(1)).max(1);
    (join(all.get(..at).unwrap_or_default()), join(all.get(at..).unwrap_or_default()))
}

/// A name that is all in capitals, or all in small letters, as names are written.
fn cased(name: &str) -> String {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphabetic()).collect();
    let shouted = letters.len() > 1 && letters.iter().all(|c| c.is_uppercase());
    if !shouted {
        return name.trim().to_string();
    }
    let mut out = String::new();
    let mut begin = true;
    for c in name.trim().chars() {
        match begin {
            true => out.extend(c.to_uppercase()),
            false => out.extend(c.to_lowercase()),
        }
        begin = !c.is_alphabetic();
    }
    out
}

/// A number with its country's prefix.
fn phone(lines: &[Line], knowledge: &Knowledge, proposal: &mut Proposal) {
    let mut national: Option<String> = None;
    for line in lines.iter().take(60).chain(lines.iter().rev().take(10)) {
        let Some(number) = number(line) else { continue };
        if number.starts_with('+') {
            if proposal.country.is_none() {
                let country = (2..=5).rev().find_map(|n| knowledge.prefixes.get(number.get(..n)?));
                proposal.country = country.cloned();
            }
            proposal.phone = Some(number);
            return;
        }
        national.get_or_insert(number);
    }
    let prefix = proposal
        .country
        .as_ref()
        .and_then(|c| knowledge.prefixes.iter().find(|(_, code)| *code == c).map(|(p, _)| p));
    proposal.phone =
        national.zip(prefix).map(|(number, prefix)| format!("{prefix}{}", number.trim_start_matches('0')));
}

/// The first number of a line that is one of a telephone: plus and digits, or digits.
fn number(line: &Line) -> Option<String> {
    let chars: Vec<char> = line.text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let Some(c) = chars.get(at).copied() else { break };
        let starts = c == '+' || c == '0' || c == '(' && matches!(chars.get(at + 1), Some('+' | '0'));
        let apart = at == 0
            || chars.get(at - 1).is_none_or(|b| !b.is_alphanumeric() && !matches!(b, '.' | '-' | '/'));
        if !(starts && apart) {
            at += 1;
            continue;
        }
        let mut end = at;
        while chars.get(end).is_some_and(|c| {
            c.is_ascii_digit() || matches!(c, '+' | ' ' | '.' | '-' | '/' | '(' | ')' | '\u{a0}')
        }) {
            end += 1;
        }
        let piece: String = chars.get(at..end).unwrap_or_default().iter().collect();
        let plain = piece.replace("(0)", "");
        let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
        if (8..=15).contains(&digits.len()) && super::dates::period(&fold(&piece), 2100).is_none() {
            let international = plain.trim_start_matches('(').starts_with('+');
            return Some(match (international, digits.strip_prefix("00")) {
                (true, _) => format!("+{digits}"),
                (false, Some(rest)) => format!("+{rest}"),
                (false, None) => digits,
            });
        }
        at = end.max(at + 1);
    }
    None
}

/// Street, postal code, town and country.
fn address(top: &[&Line], lines: &[Line], knowledge: &Knowledge, proposal: &mut Proposal) {
    let early: Vec<&Line> = lines.iter().take(TOP).collect();
    let labelled = labelled(top, ADDRESS).or_else(|| labelled(&early, ADDRESS));
    let mut pieces: Vec<String> = Vec::new();
    let sources = labelled.into_iter().chain(top.iter().chain(&early).map(|line| line.text.clone()));
    for text in sources {
        // "Adresse: …", "Anschrift …"
        let text = match text.split_once(':') {
            Some((label, value)) if ADDRESS.split('|').any(|l| has(&fold(label), l)) => value.to_string(),
            _ => text,
        };
        let parts = text
            .split([',', '|', '•', '·', ';', '\t'])
            .flat_map(|p| p.split(" – "))
            .flat_map(|p| p.split(" - "));
        pieces.extend(parts.map(|p| p.trim().to_string()).filter(|p| !p.is_empty()));
        pieces.push(String::new());
    }
    for (at, piece) in pieces.iter().enumerate() {
        let Some((code, town)) = postal(piece) else { continue };
        proposal.postal_code = Some(code);
        proposal.city = Some(town).filter(|t| !t.is_empty());
        let before = pieces.get(..at).unwrap_or_default().iter().rev().find(|p| !p.is_empty());
        proposal.street = before.filter(|p| is_street(p)).map(|p| p.trim().to_string());
        break;
    }
    let country = |text: &str| {
        knowledge.countries.get(words(&fold(text)).collect::<Vec<_>>().join(" ").as_str()).cloned()
    };
    let plain = |text: &str| {
        knowledge.countries.get(fold(text).trim_matches(|c: char| !c.is_alphanumeric())).cloned()
    };
    proposal.country = pieces.iter().find_map(|p| plain(p).or_else(|| country(p)));
    if proposal.city.is_none() {
        // "Lyon, France"
        let at = pieces.iter().position(|p| plain(p).is_some());
        let town = at.and_then(|at| at.checked_sub(1)).and_then(|at| pieces.get(at));
        let sound = |t: &&String| {
            !t.is_empty()
                && t.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’'))
                && t.split_whitespace().count() <= 3
        };
        proposal.city = town.filter(sound).filter(|t| !looks_like_whole_name(t, proposal)).cloned();
    }
}

fn looks_like_whole_name(text: &str, proposal: &Proposal) -> bool {
    proposal.last_name.as_ref().is_some_and(|last| has(&fold(text), &fold(last)))
}

/// A street and a number in it.
fn is_street(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let sound = !text.contains('@') && !text.contains("://") && !text.starts_with('+');
    (1..=5).contains(&digits)
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && text.chars().count() <= 80
        && sound
        && super::dates::period(&fold(text), 2100).is_none()
}

/// A postal code and its town: `69003 Lyon`, `D-10115 Berlin`, `1012 AB Amsterdam`, `111 22 Stockholm`, `London SW1A 1AA`.
fn postal(text: &str) -> Option<(String, String)> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let digits = |w: &str, n: std::ops::RangeInclusive<usize>| {
        n.contains(&w.len()) && w.chars().all(|c| c.is_ascii_digit())
    };
    let town = |words: &[&str]| {
        let text = words.join(" ");
        let text = text.trim_matches(['(', ')', '.', ',']);
        let sound = (1..=4).contains(&words.len())
            && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.' | '/'));
        (sound && text.chars().next().is_some_and(char::is_uppercase)).then(|| text.to_string())
    };
    let upper = |w: &str, n: usize| w.len() == n && w.chars().all(|c| c.is_ascii_uppercase());
    let first = all.first()?;
    // A letter or two of the country before it.
    let bare = first
        .split_once('-')
        .filter(|(c, _)| c.len() <= 3 && c.chars().all(|c| c.is_ascii_uppercase()))
        .map_or(*first, |(_, code)| code);
    if digits(bare, 3..=3) && all.get(1).is_some_and(|w| digits(w, 2..=2)) {
        return town(all.get(2..)?).map(|town| (format!("{bare} {}", all.get(1).unwrap_or(&"")), town));
    }
    if digits(bare, 4..=4) && all.get(1).is_some_and(|w| upper(w, 2)) {
        return town(all.get(2..)?).map(|town| (format!("{bare} {}", all.get(1).unwrap_or(&"")), town));
    }
    if bare.len() == 6 && digits(bare.get(..4)?, 4..=4) && upper(bare.get(4..)?, 2) {
        return town(all.get(1..)?).map(|town| (bare.to_string(), town));
    }
    if digits(bare, 4..=5) {
        // A year is no postal code: "2018 Engineer" is met elsewhere than in an address.
        let year = bare.len() == 4 && bare.parse::<i64>().is_ok_and(|n| (1940..=2039).contains(&n));
        return town(all.get(1..)?).filter(|_| !year || *first != bare).map(|town| (bare.to_string(), town));
    }
    // The United Kingdom's come after the town.
    let (inward, outward) = (all.last()?, all.get(all.len().checked_sub(2)?)?);
    let is_inward = inward.len() == 3
        && inward.chars().next().is_some_and(|c| c.is_ascii_digit())
        && upper(inward.get(1..)?, 2);
    let is_outward = (2..=4).contains(&outward.len())
        && outward.chars().next().is_some_and(|c| c.is_ascii_uppercase())
        && outward.chars().any(|c| c.is_ascii_digit())
        && outward.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    if is_inward && is_outward {
        return town(all.get(..all.len() - 2)?).map(|town| (format!("{outward} {inward}"), town));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_mail_are_found_among_words() {
        assert_eq!(
            email("E-mail: Marie.Dupont+cv@Example.org, tel").as_deref(),
            Some("marie.dupont+cv@example.org")
        );
        assert_eq!(email("a@b"), None);
        assert_eq!(email("@anna x@y.z1 (anna@berg.se)").as_deref(), Some("anna@berg.se"));
    }

    #[test]
    fn names_part_where_they_should() {
        for (text, local, first, last) in [
            ("Marie Dupont", "", "Marie", "Dupont"),
            ("DUPONT Marie", "", "Marie", "DUPONT"),
            ("Jan van der Berg", "", "Jan", "van der Berg"),
            ("Ana García López", "ana.garcia", "Ana", "García López"),
            ("Anna Karin Berg", "anna.berg", "Anna Karin", "Berg"),
            ("Berg, Anna", "", "Anna", "Berg"),
            ("MARIE DUPONT", "", "MARIE", "DUPONT"),
        ] {
            assert_eq!(halves(text, local), (first.to_string(), last.to_string()), "{text}");
        }
        assert_eq!(cased("JEAN-PIERRE D’ARTOIS"), "Jean-Pierre D’Artois");
        assert!(
            looks_like_name("Åsa Öberg-Lind")
                && !looks_like_name("Software Engineer")
                && !looks_like_name("Curriculum Vitae")
        );
    }

    #[test]
    fn postal_codes_stand_with_their_towns() {
        let of = |code: &str, town: &str| Some((code.to_string(), town.to_string()));
        assert_eq!(postal("69003 Lyon"), of("69003", "Lyon"));
        assert_eq!(postal("D-10115 Berlin"), of("10115", "Berlin"));
        assert_eq!(postal("1012 AB Amsterdam"), of("1012 AB", "Amsterdam"));
        assert_eq!(postal("111 22 Stockholm"), of("111 22", "Stockholm"));
        assert_eq!(postal("DK-2100 København Ø"), of("2100", "København Ø"));
        assert_eq!(postal("London SW1A 1AA"), of("SW1A 1AA", "London"));
        for none in ["2018 Engineer", "12 Rue de Lyon", "2019", ""] {
            assert_eq!(postal(none), None, "{none}");
        }
    }

    #[test]
    fn numbers_of_telephones_are_no_dates() {
        let read = |text: &str| number(&Line { text: text.to_string(), folded: fold(text), apart: true });
        assert_eq!(read("Tel. +33 (0)6 12 34 56 78").as_deref(), Some("+33612345678"));
        assert_eq!(read("0049 170 1234567").as_deref(), Some("+491701234567"));
        assert_eq!(read("06 12 34 56 78").as_deref(), Some("0612345678"));
        for none in ["01.02.2019 - 03.04.2020", "2018 – 2021", "ISO 9001:2015", "12345"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
