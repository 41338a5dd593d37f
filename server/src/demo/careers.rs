//! Velmora's career sites: one for everybody in all seven languages, one for its employees, and what stands on them.

use super::people::Company;
use super::places::plus;
use super::table::{Table, cells};
use super::texts::translated;

/// Further vacancies of the public site, for which nobody has applied yet: unit, job, contract, share of full time, remote
/// work, months of a fixed term.
const MORE: [(&str, &str, &str, u32, &str, Option<u32>); 12] = [
    ("CONTROL-DE", "management-controller", "permanent", 100, "partial", None),
    ("ACCOUNT-SSC", "accountant", "permanent", 80, "partial", None),
    ("AUDIT", "internal-auditor", "permanent", 100, "partial", None),
    ("BUY-DIRECT", "buyer", "permanent", 100, "none", None),
    ("HR-NO", "payroll-specialist", "fixed-term", 60, "partial", Some(12)),
    ("HR-DE", "human-resources", "permanent", 100, "partial", None),
    ("CRM", "software-developer", "permanent", 100, "full", None),
    ("MOBILE", "software-developer", "fixed-term", 100, "full", Some(18)),
    ("CYBER", "system-administrator", "permanent", 100, "partial", None),
    ("MATERIALS", "research-scientist", "fixed-term", 100, "none", Some(36)),
    ("SUSTAIN", "sustainability-specialist", "permanent", 90, "partial", None),
    ("HR-SSC", "executive-assistant", "permanent", 50, "none", None),
];

const WELCOME: [&str; 7] = [
    "Warmth that does not cost the climate\nHeat pumps, service and software from eleven countries: find the place where your work counts.",
    "De la chaleur sans réchauffer le climat\nPompes à chaleur, services et logiciels dans onze pays : trouvez l’endroit où votre travail compte.",
    "Wärme, die das Klima nicht kostet\nWärmepumpen, Service und Software aus elf Ländern: Finden Sie den Ort, an dem Ihre Arbeit zählt.",
    "Warmte die het klimaat niets kost\nWarmtepompen, service en software uit elf landen: vind de plek waar uw werk telt.",
    "Calor que no le cuesta al clima\nBombas de calor, servicio y software desde once países: encuentre el lugar donde su trabajo cuenta.",
    "Värme som inte kostar klimatet\nVärmepumpar, service och programvara från elva länder: hitta platsen där ditt arbete räknas.",
    "Varme, som ikke koster klimaet\nVarmepumper, service og software fra elleve lande: find stedet, hvor dit arbejde tæller.",
];
const PRIVACY: [&str; 7] = [
    "Velmora Group SE uses what you send us to decide, together with you, whether we will work together. Recruiters and the future team read it; nobody else does, and no machine decides. We keep it for two years after the last step, or shorter if you ask. You can read, correct and have it deleted at any time: privacy@velmora.example.",
    "Velmora Group SE utilise ce que vous nous envoyez pour décider avec vous si nous travaillerons ensemble. Les recruteurs et la future équipe le lisent, personne d’autre, et aucune machine ne décide. Nous le conservons deux ans après la dernière étape, moins si vous le demandez. Vous pouvez à tout moment le consulter, le corriger et le faire effacer : privacy@velmora.example.",
    "Die Velmora Group SE nutzt, was Sie uns senden, um mit Ihnen zu entscheiden, ob wir zusammenarbeiten. Personalabteilung und künftiges Team lesen es, sonst niemand, und keine Maschine entscheidet. Wir bewahren es zwei Jahre nach dem letzten Schritt auf, auf Wunsch kürzer. Sie können es jederzeit einsehen, berichtigen und löschen lassen: privacy@velmora.example.",
    "Velmora Group SE gebruikt wat u ons stuurt om samen met u te beslissen of we gaan samenwerken. Recruiters en het toekomstige team lezen het, verder niemand, en geen machine beslist. We bewaren het tot twee jaar na de laatste stap, korter als u dat vraagt. U kunt het altijd inzien, verbeteren en laten wissen: privacy@velmora.example.",
    "Velmora Group SE usa lo que nos envía para decidir con usted si trabajaremos juntos. Lo leen los responsables de selección y el futuro equipo, nadie más, y ninguna máquina decide. Lo conservamos dos años tras el último paso, o menos si lo pide. Puede consultarlo, corregirlo y hacerlo borrar en todo momento: privacy@velmora.example.",
    "Velmora Group SE använder det du skickar för att tillsammans med dig avgöra om vi ska arbeta ihop. Rekryterare och det blivande teamet läser det, ingen annan, och ingen maskin bestämmer. Vi sparar det i två år efter sista steget, kortare om du ber om det. Du kan när som helst läsa, rätta och få det raderat: privacy@velmora.example.",
    "Velmora Group SE bruger det, du sender, til sammen med dig at afgøre, om vi skal arbejde sammen. Rekrutteringen og det kommende team læser det, ingen andre, og ingen maskine bestemmer. Vi gemmer det i to år efter sidste trin, kortere hvis du beder om det. Du kan altid se, rette og få det slettet: privacy@velmora.example.",
];
const LIFE: [&str; 7] = [
    "Life at Velmora",
    "La vie chez Velmora",
    "Leben bei Velmora",
    "Werken bij Velmora",
    "La vida en Velmora",
    "Livet på Velmora",
    "Livet hos Velmora",
];
const LIFE_TEXT: [&str; 7] = [
    "We build, install and look after heat pumps. What we ask of machines we ask of ourselves: to use little, to last long, to be repaired.\n\nWhat you can count on:\n- thirty days of leave, and time that you can save up\n- training in working hours\n- a team that meets, wherever its members work",
    "Nous construisons, installons et entretenons des pompes à chaleur. Ce que nous demandons aux machines, nous nous le demandons : consommer peu, durer longtemps, se réparer.\n\nCe sur quoi vous pouvez compter :\n- trente jours de congé et un compte épargne-temps\n- des formations sur le temps de travail\n- une équipe qui se retrouve, où que chacun travaille",
    "Wir bauen, installieren und pflegen Wärmepumpen. Was wir von Maschinen verlangen, verlangen wir von uns: wenig verbrauchen, lange halten, sich reparieren lassen.\n\nDarauf können Sie zählen:\n- dreißig Urlaubstage und ein Zeitkonto\n- Weiterbildung in der Arbeitszeit\n- ein Team, das sich trifft, wo auch immer es arbeitet",
    "We bouwen, installeren en onderhouden warmtepompen. Wat we van machines vragen, vragen we van onszelf: weinig verbruiken, lang meegaan, te repareren zijn.\n\nWaar u op kunt rekenen:\n- dertig verlofdagen en tijdsparen\n- opleiding in werktijd\n- een team dat elkaar ziet, waar iedereen ook werkt",
    "Construimos, instalamos y cuidamos bombas de calor. Lo que pedimos a las máquinas nos lo pedimos a nosotros: gastar poco, durar mucho, poder repararse.\n\nCon qué puede contar:\n- treinta días de vacaciones y una cuenta de tiempo\n- formación en horas de trabajo\n- un equipo que se encuentra, trabaje donde trabaje",
    "Vi bygger, installerar och sköter värmepumpar. Det vi kräver av maskiner kräver vi av oss själva: förbruka lite, hålla länge, gå att laga.\n\nDet här kan du räkna med:\n- trettio semesterdagar och tid att spara\n- utbildning på arbetstid\n- ett team som träffas, var det än arbetar",
    "Vi bygger, installerer og passer varmepumper. Det, vi kræver af maskiner, kræver vi af os selv: bruge lidt, holde længe, kunne repareres.\n\nDet kan du regne med:\n- tredive feriedage og opsparing af tid\n- uddannelse i arbejdstiden\n- et team, der mødes, uanset hvor det arbejder",
];
const QUESTIONS: [(&str, [&str; 7], [&str; 7]); 3] = [
    (
        "yes-no",
        [
            "Have you run a payroll from beginning to end?",
            "Avez-vous déjà mené une paie de bout en bout ?",
            "Haben Sie schon eine ganze Abrechnung verantwortet?",
            "Hebt u een salarisrun van begin tot eind gedaan?",
            "¿Ha llevado una nómina de principio a fin?",
            "Har du skött en hel lönekörning?",
            "Har du stået for en hel lønkørsel?",
        ],
        [""; 7],
    ),
    (
        "one",
        [
            "How would you like to work?",
            "Comment souhaitez-vous travailler ?",
            "Wie möchten Sie arbeiten?",
            "Hoe wilt u werken?",
            "¿Cómo le gustaría trabajar?",
            "Hur vill du arbeta?",
            "Hvordan vil du arbejde?",
        ],
        [
            "Full time; Part time",
            "Temps plein; Temps partiel",
            "Vollzeit; Teilzeit",
            "Voltijd; Deeltijd",
            "Jornada completa; Jornada parcial",
            "Heltid; Deltid",
            "Fuldtid; Deltid",
        ],
    ),
    (
        "text",
        [
            "What would you change first about how people are paid?",
            "Que changeriez-vous d’abord dans la paie ?",
            "Was würden Sie an der Abrechnung zuerst ändern?",
            "Wat zou u het eerst veranderen aan de verloning?",
            "¿Qué cambiaría primero en las nóminas?",
            "Vad skulle du ändra först i lönehanteringen?",
            "Hvad ville du ændre først ved lønnen?",
        ],
        [""; 7],
    ),
];

/// The place of the unit of that code.
pub fn site_of(company: &Company, unit: &str) -> Option<&'static str> {
    let unit = company.units.iter().find(|u| u.code == unit)?;
    company.plan.sites.get(unit.site).map(|site| site.code)
}

/// The files of the sites. `open` names the vacancies that stand on them.
pub fn tables(
    company: &Company,
    labels: impl Fn(&str) -> [String; 7],
    open: &[String],
    vacancies: &mut Table,
) -> Vec<Table> {
    let mut open: Vec<String> = open.to_vec();
    let first = open.first().cloned().unwrap_or_default();
    let year = company.today.year();
    for (at, (unit, job, contract, share, remote, months)) in MORE.iter().enumerate() {
        let code = format!("{year}-{:04}", 101 + at);
        let mut line = cells! { code: code };
        line.extend(translated("title", &labels(job).each_ref().map(String::as_str)));
        line.extend(cells! {
            job: job, organisation: unit, establishment: site_of(company, unit).unwrap_or_default(), openings: 1 + at % 3,
            contract_type: contract, working_time: share, remote_work: remote, duration_months: months.map(|m| m.to_string()).unwrap_or_default(),
            state: "open", opened_on: plus(company.today, -(at as i64 * 3 + 1)),
            apply_until: if at % 3 == 0 { plus(company.today, 40).to_string() } else { String::new() },
            top_offer: if at == 6 { "true" } else { "false" }
        });
        line.extend(translated("mission", &super::recruiting::MISSION));
        line.extend(translated("profile", &super::recruiting::PROFILE));
        vacancies.add(line);
        open.push(code);
    }
    let mut sites = Table::new("FrontOffice", 211);
    let mut site = cells! {
        code: "jobs", culture: "en-GB", cultures: "en-GB, fr-FR, de-DE, nl-NL, es-ES, sv-SE, da-DK", source: "career-site",
        internal: "false", channel: "career-site", active: "true", accounts: "true", alerts: "true", speculative: "true"
    };
    let name = [
        "Careers at Velmora",
        "Carrières chez Velmora",
        "Karriere bei Velmora",
        "Werken bij Velmora",
        "Empleo en Velmora",
        "Karriär på Velmora",
        "Karriere hos Velmora",
    ];
    site.extend(translated("label", &name));
    site.extend(translated("welcome", &WELCOME));
    site.extend(translated("privacy_notice", &PRIVACY));
    sites.add(site);
    let mut inside = cells! {
        code: "inside", culture: "en-GB", cultures: "en-GB, fr-FR, de-DE, nl-NL, es-ES, sv-SE, da-DK", source: "internal", internal: "true",
        channel: "intranet", active: "true", accounts: "false"
    };
    let name = [
        "Moves within Velmora",
        "Mobilité chez Velmora",
        "Interne Stellen",
        "Interne vacatures",
        "Movilidad interna",
        "Internt på Velmora",
        "Internt hos Velmora",
    ];
    inside.extend(translated("label", &name));
    inside.extend(translated("privacy_notice", &PRIVACY));
    sites.add(inside);
    let mut pages = Table::new("FrontOfficePage", 212);
    let mut page =
        cells! { front_office: "jobs", code: "life", in_menu: "true", active: "true", sort_order: 10 };
    page.extend(translated("title", &LIFE));
    page.extend(translated("text", &LIFE_TEXT));
    pages.add(page);
    let mut postings = Table::new("VacancyPosting", 213);
    for (at, code) in open.iter().enumerate() {
        let start = plus(company.today, -(at as i64 * 2));
        postings.add(cells! { vacancy: code, channel: "career-site", start: start, state: "online" });
        if at % 2 == 0 {
            postings.add(cells! { vacancy: code, channel: "intranet", start: start, state: "online" });
        }
    }
    let mut questions = Table::new("VacancyQuestion", 214);
    for (at, (kind, text, choices)) in QUESTIONS.iter().enumerate() {
        let mut line = cells! { vacancy: first, number: at + 1, kind: kind, mandatory: if *kind == "text" { "false" } else { "true" } };
        line.extend(translated("text", text));
        if !choices[0].is_empty() {
            line.extend(translated("choices", choices));
        }
        questions.add(line);
    }
    vec![sites, pages, postings, questions]
}
