//! The parts of a CV, told by their headings.

use super::Line;

/// What a part is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// Before the first heading, and under headings such as "Personal details".
    Head,
    Experience,
    Education,
    Languages,
    Skills,
    /// Whatever else, so that it is none of those.
    Other,
}

/// Headings, folded, in the seven languages: English, French, German, Dutch, Spanish, Swedish, Danish.
const HEADINGS: &[(Section, &str)] = &[
    (
        Section::Head,
        "personal details|personal information|personal data|contact|contact details|contact information|about me details|\
         coordonnees|informations personnelles|donnees personnelles|etat civil|contacts|\
         personliche daten|personliche angaben|zur person|kontakt|kontaktdaten|\
         persoonlijke gegevens|personalia|contactgegevens|persoonsgegevens|\
         datos personales|informacion personal|contacto|datos de contacto|\
         personuppgifter|kontaktuppgifter|personlig information|\
         personlige oplysninger|kontaktoplysninger|personlige data",
    ),
    (
        Section::Experience,
        "experience|work experience|professional experience|employment|employment history|work history|career|career history|\
         professional background|relevant experience|professional career|positions held|\
         experience professionnelle|experiences professionnelles|experiences|parcours professionnel|parcours|emplois|\
         berufserfahrung|beruflicher werdegang|berufspraxis|werdegang|berufliche erfahrung|berufliche stationen|praktische erfahrung|\
         berufstatigkeit|arbeitserfahrung|\
         werkervaring|ervaring|loopbaan|beroepservaring|professionele ervaring|arbeidsverleden|\
         experiencia|experiencia laboral|experiencia profesional|trayectoria profesional|trayectoria|historial laboral|\
         arbetslivserfarenhet|erfarenhet|yrkeserfarenhet|anstallningar|arbetserfarenhet|tidigare anstallningar|\
         erhvervserfaring|arbejdserfaring|erfaring|ansaettelser|karriere|joberfaring|beskaeftigelse",
    ),
    (
        Section::Education,
        "education|education and training|academic background|qualifications|studies|academic qualifications|training|\
         formation|formations|etudes|diplomes|parcours academique|formation academique|formation initiale|diplomes et formations|scolarite|\
         ausbildung|bildung|studium|schulbildung|bildungsweg|akademische ausbildung|aus und weiterbildung|bildungsgang|\
         opleiding|opleidingen|onderwijs|studie|studies en opleidingen|opleiding en training|\
         formacion|formacion academica|educacion|estudios|formacion y estudios|\
         utbildning|utbildningar|studier|akademisk utbildning|\
         uddannelse|uddannelser|uddannelse og kurser",
    ),
    (
        Section::Languages,
        "languages|language skills|language|langues|langues etrangeres|competences linguistiques|langue|\
         sprachen|sprachkenntnisse|fremdsprachen|talen|talenkennis|taalvaardigheden|\
         idiomas|lenguas|conocimiento de idiomas|sprak|sprakkunskaper|sprog|sprogkundskaber|sprogfaerdigheder",
    ),
    (
        Section::Skills,
        "skills|key skills|technical skills|core competencies|competencies|competences|skills and tools|expertise|technologies|tools|\
         competences techniques|competences cles|savoir faire|outils|informatique|competences informatiques|\
         kenntnisse|fahigkeiten|kompetenzen|it kenntnisse|edv kenntnisse|fachkenntnisse|fachliche kompetenzen|qualifikationen|\
         vaardigheden|competenties|kennis|kennis en vaardigheden|computerkennis|\
         competencias|habilidades|conocimientos|aptitudes|informatica|conocimientos informaticos|\
         kompetenser|fardigheter|kunskaper|kompetens|datakunskaper|\
         kompetencer|faerdigheder|it kompetencer|kvalifikationer|faglige kompetencer|it kundskaber",
    ),
    (
        Section::Other,
        "summary|profile|about me|objective|personal statement|interests|hobbies|hobbies and interests|references|projects|publications|awards|\
         certifications|certificates|volunteering|voluntary work|driving licence|driving license|courses|memberships|\
         profil|a propos|objectif|centres d interet|loisirs|references professionnelles|projets|certificats|permis|benevolat|\
         uber mich|interessen|referenzen|projekte|zertifikate|ehrenamt|fuhrerschein|weiterbildung|weiterbildungen|\
         profiel|over mij|interesses|hobby s|referenties|projecten|certificaten|vrijwilligerswerk|rijbewijs|cursussen|\
         perfil|sobre mi|objetivo|intereses|aficiones|referencias|proyectos|certificados|certificaciones|voluntariado|cursos|\
         om mig|intressen|referenser|projekt|certifikat|ideellt arbete|korkort|kurser|sammanfattning|\
         interesser|fritid|fritidsinteresser|referencer|projekter|certifikater|frivilligt arbejde|korekort|resume|profiltekst",
    ),
];

/// Words at most of a line that is a heading.
const LONGEST: usize = 6;

/// What a line is the heading of, and what stands after it on the same line.
fn heading(line: &Line) -> Option<(Section, Option<String>)> {
    // "Languages: English, French": the heading and what it is of.
    let (head, rest) = match line.folded.split_once(':') {
        Some((head, rest)) if !rest.trim().is_empty() => (head, Some(rest)),
        Some((head, _)) => (head, None),
        None => (line.folded.as_str(), None),
    };
    let head = head.replace(['&', '+'], " and ");
    let plain: Vec<&str> = super::words(&head).filter(|w| !w.chars().all(|c| c.is_ascii_digit())).collect();
    // Letters set apart, as designers like them: "E X P E R I E N C E".
    let plain = match plain.len() > 3 && plain.iter().all(|w| w.chars().count() == 1) {
        true => plain.concat(),
        false if plain.is_empty() || plain.len() > LONGEST => return None,
        false => plain.join(" "),
    };
    let exact =
        |phrase: &str| HEADINGS.iter().find(|(_, all)| all.split('|').any(|h| h == phrase)).map(|(s, _)| *s);
    let found = exact(&plain).or_else(|| {
        // "Skills & Languages", "Education and Courses": the first of them tells.
        let joins = [" and ", " et ", " und ", " en ", " y ", " och ", " og "];
        let (first, second) = joins.iter().find_map(|j| plain.split_once(j))?;
        exact(second).and(exact(first))
    })?;
    // A field with a value is no heading but for these, which are written so.
    match (rest, found) {
        (None, found) => Some((found, None)),
        (Some(_), Section::Languages | Section::Skills) => {
            let rest = line.text.split_once(':').map(|(_, rest)| rest.trim().to_string());
            Some((found, rest))
        }
        (Some(_), _) => None,
    }
}

/// Whether a text is no heading.
pub(crate) fn is_no_heading(text: &str) -> bool {
    heading(&Line { folded: talang_catalogue::culture::fold(text), text: text.to_string(), apart: true })
        .is_none()
}

/// The parts in their order.
pub(crate) fn split(lines: &[Line]) -> Vec<(Section, Vec<Line>)> {
    let mut out: Vec<(Section, Vec<Line>)> = vec![(Section::Head, Vec::new())];
    for line in lines {
        match heading(line) {
            Some((section, rest)) => {
                let rest = rest.map(|text| Line {
                    folded: talang_catalogue::culture::fold(&text),
                    text,
                    apart: true,
                });
                out.push((section, rest.into_iter().collect()));
            }
            None => {
                if let Some((_, lines)) = out.last_mut() {
                    // What follows a heading begins something.
                    let apart = line.apart || lines.is_empty();
                    lines.push(Line { apart, ..line.clone() });
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line { text: text.to_string(), folded: talang_catalogue::culture::fold(text), apart: false }
    }

    #[test]
    fn headings_are_known_in_seven_languages() {
        for (text, section) in [
            ("WORK EXPERIENCE", Section::Experience),
            ("Expérience professionnelle :", Section::Experience),
            ("• Beruflicher Werdegang", Section::Experience),
            ("Werkervaring", Section::Experience),
            ("Experiencia laboral", Section::Experience),
            ("Arbetslivserfarenhet", Section::Experience),
            ("Erhvervserfaring", Section::Experience),
            ("E D U C A T I O N", Section::Education),
            ("Formation académique", Section::Education),
            ("Språkkunskaper", Section::Languages),
            ("Skills & Languages", Section::Skills),
            ("Färdigheter", Section::Skills),
            ("Persönliche Daten", Section::Head),
            ("Centres d’intérêt", Section::Other),
        ] {
            assert_eq!(heading(&line(text)).map(|(s, _)| s), Some(section), "{text}");
        }
        assert_eq!(
            heading(&line("Langues : anglais (C1)")),
            Some((Section::Languages, Some("anglais (C1)".into())))
        );
        for none in [
            "Education: Master of Science",
            "I have ten years of experience in sales",
            "Experience Designer at Auberive",
            "",
        ] {
            assert_eq!(heading(&line(none)), None, "{none}");
        }
    }
}
