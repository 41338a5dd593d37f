//! Words that the demo's files need in seven languages (en fr de nl es sv da), and lists of invented institutions.

/// The languages, in the order of the lists here.
pub const LANGUAGES: [&str; 7] = ["en", "fr", "de", "nl", "es", "sv", "da"];

/// Cells `name.en` to `name.da`.
pub fn translated(name: &str, texts: &[&str]) -> Vec<(String, String)> {
    LANGUAGES
        .iter()
        .zip(texts)
        .map(|(language, text)| (format!("{name}.{language}"), (*text).to_string()))
        .collect()
}

/// Kinds of unit: code, names, level.
pub static UNIT_TYPES: &[(&str, [&str; 7], u8)] = &[
    (
        "company",
        ["Company", "Entreprise", "Unternehmen", "Onderneming", "Empresa", "Företag", "Virksomhed"],
        1,
    ),
    ("division", ["Division", "Direction", "Bereich", "Divisie", "División", "Division", "Division"], 2),
    ("region", ["Region", "Région", "Region", "Regio", "Región", "Region", "Region"], 3),
    ("plant", ["Plant", "Usine", "Werk", "Fabriek", "Fábrica", "Fabrik", "Fabrik"], 3),
    (
        "country",
        [
            "Country organisation",
            "Organisation pays",
            "Landesorganisation",
            "Landenorganisatie",
            "Organización nacional",
            "Landsorganisation",
            "Landeorganisation",
        ],
        4,
    ),
    (
        "department",
        ["Department", "Service", "Abteilung", "Afdeling", "Departamento", "Avdelning", "Afdeling"],
        4,
    ),
    ("team", ["Team", "Équipe", "Team", "Team", "Equipo", "Team", "Team"], 5),
];

/// Absence types: code, labels, category, needs approval, needs evidence, has a balance.
pub static ABSENCES: &[(&str, [&str; 7], &str, bool, bool, bool)] = &[
    (
        "annual-leave",
        ["Annual leave", "Congés payés", "Erholungsurlaub", "Vakantie", "Vacaciones", "Semester", "Ferie"],
        "holiday",
        true,
        false,
        true,
    ),
    (
        "sick-leave",
        [
            "Sick leave",
            "Arrêt maladie",
            "Krankheit",
            "Ziekteverlof",
            "Baja por enfermedad",
            "Sjukfrånvaro",
            "Sygefravær",
        ],
        "sickness",
        false,
        true,
        false,
    ),
    (
        "parental-leave",
        [
            "Parental leave",
            "Congé parental",
            "Elternzeit",
            "Ouderschapsverlof",
            "Permiso parental",
            "Föräldraledighet",
            "Forældreorlov",
        ],
        "parental",
        true,
        true,
        false,
    ),
    (
        "sick-child",
        [
            "Care of a sick child",
            "Enfant malade",
            "Kind krank",
            "Zorg voor een ziek kind",
            "Cuidado de hijo enfermo",
            "Vård av barn",
            "Barns sygedag",
        ],
        "family",
        false,
        false,
        false,
    ),
    (
        "training-leave",
        ["Training", "Formation", "Weiterbildung", "Opleiding", "Formación", "Utbildning", "Uddannelse"],
        "training",
        true,
        false,
        false,
    ),
    (
        "compensatory-time",
        [
            "Time off in lieu",
            "Récupération",
            "Freizeitausgleich",
            "Tijd voor tijd",
            "Descanso compensatorio",
            "Kompledighet",
            "Afspadsering",
        ],
        "time-off",
        true,
        false,
        true,
    ),
    (
        "special-leave",
        [
            "Family event",
            "Événement familial",
            "Sonderurlaub",
            "Bijzonder verlof",
            "Permiso familiar",
            "Ledighet vid familjehändelse",
            "Familiebegivenhed",
        ],
        "family",
        true,
        false,
        false,
    ),
];

/// Steps of starting at the company: code, labels, category, who, days from the first one.
pub static STEPS: &[(&str, [&str; 7], &str, &str, i64)] = &[
    (
        "contract",
        [
            "Sign the contract",
            "Signer le contrat",
            "Vertrag unterschreiben",
            "Contract ondertekenen",
            "Firmar el contrato",
            "Skriva under avtalet",
            "Underskrive kontrakten",
        ],
        "administration",
        "hr",
        -20,
    ),
    (
        "workplace",
        [
            "Prepare the workplace",
            "Préparer le poste de travail",
            "Arbeitsplatz vorbereiten",
            "Werkplek voorbereiden",
            "Preparar el puesto de trabajo",
            "Ordna arbetsplatsen",
            "Klargøre arbejdspladsen",
        ],
        "workplace",
        "facilities",
        -5,
    ),
    (
        "accounts",
        [
            "Create accounts and e-mail",
            "Créer les comptes et la messagerie",
            "Konten und E-Mail einrichten",
            "Accounts en e-mail aanmaken",
            "Crear cuentas y correo",
            "Skapa konton och e-post",
            "Oprette konti og e-mail",
        ],
        "access",
        "it",
        -3,
    ),
    (
        "welcome",
        [
            "Welcome by the team",
            "Accueil par l’équipe",
            "Begrüßung im Team",
            "Welkom door het team",
            "Bienvenida del equipo",
            "Välkomnande i teamet",
            "Velkomst i teamet",
        ],
        "welcome",
        "manager",
        0,
    ),
    (
        "safety",
        [
            "Safety briefing",
            "Accueil sécurité",
            "Sicherheitsunterweisung",
            "Veiligheidsinstructie",
            "Formación inicial en seguridad",
            "Säkerhetsgenomgång",
            "Sikkerhedsintroduktion",
        ],
        "safety",
        "manager",
        1,
    ),
    (
        "profile",
        [
            "Complete your profile",
            "Compléter votre profil",
            "Profil ausfüllen",
            "Je profiel invullen",
            "Completar su perfil",
            "Fyll i din profil",
            "Udfylde sin profil",
        ],
        "administration",
        "employee",
        7,
    ),
    (
        "first-month",
        [
            "Conversation after a month",
            "Entretien après un mois",
            "Gespräch nach einem Monat",
            "Gesprek na een maand",
            "Conversación tras un mes",
            "Samtal efter en månad",
            "Samtale efter en måned",
        ],
        "follow-up",
        "manager",
        30,
    ),
    (
        "trial-end",
        [
            "Conversation before the trial period ends",
            "Entretien avant la fin de l’essai",
            "Gespräch vor Ende der Probezeit",
            "Gesprek voor het einde van de proeftijd",
            "Conversación antes del fin del periodo de prueba",
            "Samtal innan provanställningen slutar",
            "Samtale før prøvetiden slutter",
        ],
        "follow-up",
        "manager",
        75,
    ),
];

/// Public holidays by their English name.
pub static HOLIDAYS: &[[&str; 7]] = &[
    ["New Year's Day", "Jour de l’an", "Neujahr", "Nieuwjaarsdag", "Año Nuevo", "Nyårsdagen", "Nytårsdag"],
    [
        "Epiphany",
        "Épiphanie",
        "Heilige Drei Könige",
        "Driekoningen",
        "Epifanía del Señor",
        "Trettondedag jul",
        "Helligtrekonger",
    ],
    [
        "Maundy Thursday",
        "Jeudi saint",
        "Gründonnerstag",
        "Witte Donderdag",
        "Jueves Santo",
        "Skärtorsdagen",
        "Skærtorsdag",
    ],
    [
        "Good Friday",
        "Vendredi saint",
        "Karfreitag",
        "Goede Vrijdag",
        "Viernes Santo",
        "Långfredagen",
        "Langfredag",
    ],
    [
        "Easter Monday",
        "Lundi de Pâques",
        "Ostermontag",
        "Paasmaandag",
        "Lunes de Pascua",
        "Annandag påsk",
        "2. påskedag",
    ],
    [
        "Ascension Day",
        "Ascension",
        "Christi Himmelfahrt",
        "Hemelvaartsdag",
        "Ascensión",
        "Kristi himmelsfärdsdag",
        "Kristi himmelfartsdag",
    ],
    [
        "Whit Monday",
        "Lundi de Pentecôte",
        "Pfingstmontag",
        "Pinkstermaandag",
        "Lunes de Pentecostés",
        "Annandag pingst",
        "2. pinsedag",
    ],
    [
        "Corpus Christi",
        "Fête-Dieu",
        "Fronleichnam",
        "Sacramentsdag",
        "Corpus Christi",
        "Kristi lekamens fest",
        "Kristi legemsfest",
    ],
    [
        "Labour Day",
        "Fête du Travail",
        "Tag der Arbeit",
        "Dag van de Arbeid",
        "Fiesta del Trabajo",
        "Första maj",
        "Arbejdernes kampdag",
    ],
    [
        "Assumption Day",
        "Assomption",
        "Mariä Himmelfahrt",
        "Maria-Tenhemelopneming",
        "Asunción",
        "Marie himmelsfärd",
        "Marias himmelfart",
    ],
    [
        "All Saints' Day",
        "Toussaint",
        "Allerheiligen",
        "Allerheiligen",
        "Todos los Santos",
        "Alla helgons dag",
        "Allehelgensdag",
    ],
    [
        "Immaculate Conception",
        "Immaculée Conception",
        "Mariä Empfängnis",
        "Onbevlekte Ontvangenis",
        "Inmaculada Concepción",
        "Marie obefläckade avlelse",
        "Marias ubesmittede undfangelse",
    ],
    ["Christmas Eve", "Veille de Noël", "Heiligabend", "Kerstavond", "Nochebuena", "Julafton", "Juleaften"],
    ["Christmas Day", "Noël", "1. Weihnachtstag", "Eerste Kerstdag", "Navidad", "Juldagen", "1. juledag"],
    [
        "Boxing Day",
        "Lendemain de Noël",
        "2. Weihnachtstag",
        "Tweede Kerstdag",
        "San Esteban",
        "Annandag jul",
        "2. juledag",
    ],
    [
        "Second Day of Christmas",
        "Saint-Étienne",
        "2. Weihnachtstag",
        "Tweede Kerstdag",
        "San Esteban",
        "Annandag jul",
        "2. juledag",
    ],
    [
        "New Year's Eve",
        "Saint-Sylvestre",
        "Silvester",
        "Oudejaarsdag",
        "Nochevieja",
        "Nyårsafton",
        "Nytårsaften",
    ],
    [
        "Victory Day",
        "Victoire 1945",
        "Tag der Befreiung",
        "Bevrijdingsdag",
        "Día de la Victoria",
        "Segerdagen",
        "Befrielsesdag",
    ],
    [
        "Armistice Day",
        "Armistice 1918",
        "Waffenstillstandstag",
        "Wapenstilstandsdag",
        "Día del Armisticio",
        "Vapenstilleståndsdagen",
        "Våbenstilstandsdag",
    ],
    [
        "Saint-Jean-Baptiste Day",
        "Saint-Jean-Baptiste",
        "Johannistag",
        "Sint-Jansdag",
        "San Juan Bautista",
        "Johannes Döparens dag",
        "Sankthansdag",
    ],
    ["King's Day", "Jour du Roi", "Königstag", "Koningsdag", "Día del Rey", "Kungens dag", "Kongens dag"],
    [
        "German Unity Day",
        "Jour de l’Unité allemande",
        "Tag der Deutschen Einheit",
        "Dag van de Duitse Eenheid",
        "Día de la Unidad Alemana",
        "Tysklands enhetsdag",
        "Tysklands genforeningsdag",
    ],
    [
        "New Year Holiday",
        "Fêtes du Nouvel An",
        "Neujahrsfeiertag",
        "Nieuwjaarsvakantie",
        "Fiesta de Año Nuevo",
        "Nyårshelg",
        "Nytårshelligdag",
    ],
    [
        "National Holiday",
        "Jour férié national",
        "Nationaler Feiertag",
        "Nationale feestdag",
        "Festivo nacional",
        "Nationell helgdag",
        "National helligdag",
    ],
    [
        "National Day",
        "Fête nationale",
        "Nationalfeiertag",
        "Nationale feestdag",
        "Fiesta nacional",
        "Nationaldagen",
        "Nationaldag",
    ],
];

/// Where people learned: invented schools by country.
pub fn schools(country: &str) -> &'static [&'static str] {
    match country {
        "FR" => &[
            "Institut polytechnique du Vercors",
            "Université des Deux-Rives",
            "École supérieure de commerce du Rhône-Alpin",
            "Lycée professionnel Les Tilleuls",
            "Université de la Loire maritime",
        ],
        "DE" => &[
            "Technische Hochschule Rheinufer",
            "Universität am Dom",
            "Fachhochschule Elbmarsch",
            "Berufskolleg Lindenhof",
            "Hanseatische Wirtschaftsakademie",
        ],
        "SE" => &[
            "Västkustens tekniska högskola",
            "Mälarstrands universitet",
            "Yrkeshögskolan Hamnen",
            "Handelsinstitutet i Väst",
        ],
        "ES" => &[
            "Universidad Politécnica del Turia",
            "Universidad de la Vega",
            "Instituto de Formación Profesional Los Almendros",
            "Escuela de Negocios de la Meseta",
        ],
        "NL" => &["Hogeschool Waterland", "Universiteit van de Linge", "ROC De Vaart"],
        "DK" => &["Østjysk Ingeniørhøjskole", "Aaens Universitet", "Erhvervsskolen Bøgelund"],
        "GB" => &["University of the Aire Valley", "North Moor Business School", "Kiln Hill College"],
        "MA" => &[
            "École supérieure de gestion Atlas",
            "Institut des technologies du littoral",
            "Université Ibn Sina de l’Ouest",
        ],
        "CA" => &["Université du Fleuve", "Lakeshore Polytechnic", "Cégep de l’Érablière"],
        "JP" => &["Naniwa Institute of Technology", "Kansai Bay University"],
        "IT" => &["Politecnico dei Mulini", "Università del Lario"],
        _ => &["Politechnika Nadodrzańska", "Uniwersytet Ślężański", "Technikum przy Młyńskiej"],
    }
}

/// Where people worked before: invented companies.
pub const EMPLOYERS: [&str; 30] = [
    "Brisefroid SA",
    "Thermalys",
    "Ateliers Morvan-Quéré",
    "Logivia Transport",
    "Nordwind Lüftung GmbH",
    "Hanse Feinmechanik AG",
    "Rheinkontor Beratung",
    "Kessel & Söhne",
    "Västerpump AB",
    "Fjällvärme AB",
    "Skärgårdens Elektronik",
    "Climatur Levante SL",
    "Talleres Ibáñez e Hijos",
    "Meseta Logística SA",
    "Waterland Installaties BV",
    "De Vaart Logistiek",
    "Østkøl A/S",
    "Bøgelund Teknik ApS",
    "Aire Valley Fabrications Ltd",
    "Moor & Kiln Engineering",
    "Atlas Services Clients SARL",
    "Littoral Digital",
    "Froid Boréal inc.",
    "Lakeshore HVAC Ltd",
    "Naniwa Seiki",
    "Lario Clima Srl",
    "Odra Soft Sp. z o.o.",
    "Sudety Precyzja",
    "Meridian Retail Group",
    "Halcyon Consulting",
];

/// What people are interested in: kind in the value list, titles in the seven languages.
pub const INTERESTS: [(&str, [&str; 7]); 12] = [
    (
        "sport",
        [
            "Trail running",
            "Course en nature",
            "Trailrunning",
            "Trailrunning",
            "Carreras de montaña",
            "Terränglöpning",
            "Trailløb",
        ],
    ),
    (
        "sport",
        ["Volleyball", "Volley-ball", "Volleyball", "Volleybal", "Voleibol", "Volleyboll", "Volleyball"],
    ),
    ("sport", ["Cycling", "Cyclisme", "Radfahren", "Wielrennen", "Ciclismo", "Cykling", "Cykling"]),
    ("sport", ["Swimming", "Natation", "Schwimmen", "Zwemmen", "Natación", "Simning", "Svømning"]),
    ("culture", ["Choir singing", "Chorale", "Chorgesang", "Koorzang", "Canto coral", "Körsång", "Korsang"]),
    (
        "culture",
        [
            "Photography",
            "Photographie",
            "Fotografie",
            "Fotografie",
            "Fotografía",
            "Fotografering",
            "Fotografi",
        ],
    ),
    (
        "culture",
        [
            "Local history",
            "Histoire locale",
            "Heimatgeschichte",
            "Lokale geschiedenis",
            "Historia local",
            "Hembygdsforskning",
            "Lokalhistorie",
        ],
    ),
    (
        "volunteering",
        [
            "Volunteer firefighter",
            "Sapeur-pompier volontaire",
            "Freiwillige Feuerwehr",
            "Vrijwillige brandweer",
            "Bombero voluntario",
            "Deltidsbrandman",
            "Frivilligt brandvæsen",
        ],
    ),
    (
        "volunteering",
        [
            "Repair café",
            "Repair café",
            "Repair-Café",
            "Repaircafé",
            "Taller de reparación",
            "Fixarkafé",
            "Reparationscafé",
        ],
    ),
    (
        "teaching",
        [
            "Homework help",
            "Aide aux devoirs",
            "Hausaufgabenhilfe",
            "Huiswerkbegeleiding",
            "Apoyo escolar",
            "Läxhjälp",
            "Lektiehjælp",
        ],
    ),
    (
        "professional",
        [
            "Energy transition",
            "Transition énergétique",
            "Energiewende",
            "Energietransitie",
            "Transición energética",
            "Energiomställning",
            "Energiomstilling",
        ],
    ),
    (
        "professional",
        [
            "Lean production",
            "Production au plus juste",
            "Schlanke Produktion",
            "Lean produceren",
            "Producción ajustada",
            "Lean produktion",
            "Lean produktion",
        ],
    ),
];

/// Degree titles: field of education, then vocational, bachelor and master titles in English.
pub fn degree(field: &str, level: &str) -> String {
    let subject = match field {
        "business" => "Business Administration",
        "finance" => "Finance and Accounting",
        "law" => "Business Law",
        "human-resources" => "Human Resources Management",
        "marketing" => "Marketing and Communication",
        "engineering" => "Mechanical Engineering",
        "computing" => "Computer Science",
        "natural-sciences" => "Physics and Thermodynamics",
        "education" => "Adult Education",
        "arts" => "Industrial Design",
        "hospitality" => "Retail and Hospitality",
        _ => "Industrial Trades",
    };
    match level {
        "master" => format!("Master in {subject}"),
        "bachelor" => format!("Bachelor in {subject}"),
        "doctorate" => format!("Doctorate in {subject}"),
        "vocational" => format!("Vocational diploma, {subject}"),
        "upper-secondary" => "Upper secondary school certificate".to_string(),
        _ => format!("Higher diploma, {subject}"),
    }
}

/// A sentence for a profile in the person's language: experience in years, then what one would like.
pub fn summary(language: usize, years: i64, label: &str) -> String {
    match LANGUAGES[language.min(6)] {
        "fr" => format!("{years} ans d’expérience. Métier actuel : {label}. Aime transmettre ce qui marche."),
        "de" => format!(
            "{years} Jahre Berufserfahrung. Heutige Aufgabe: {label}. Gibt gern weiter, was sich bewährt hat."
        ),
        "nl" => format!("{years} jaar werkervaring. Huidige functie: {label}. Deelt graag wat werkt."),
        "es" => format!(
            "{years} años de experiencia. Puesto actual: {label}. Comparte con gusto lo que funciona."
        ),
        "sv" => format!(
            "{years} års erfarenhet. Nuvarande arbete: {label}. Delar gärna med sig av det som fungerar."
        ),
        "da" => format!("{years} års erfaring. Nuværende job: {label}. Deler gerne det, der virker."),
        _ => format!("{years} years of experience. Present work: {label}. Likes to pass on what works."),
    }
}

/// Wishes in the person's language.
pub fn aspiration(language: usize, which: usize) -> &'static str {
    let wishes: [[&str; 3]; 7] = [
        [
            "Lead a small team within two years.",
            "Deepen my speciality and teach it.",
            "Work in another country for a time.",
        ],
        [
            "Encadrer une petite équipe d’ici deux ans.",
            "Approfondir ma spécialité et la transmettre.",
            "Travailler un temps dans un autre pays.",
        ],
        [
            "In zwei Jahren ein kleines Team leiten.",
            "Mein Fachgebiet vertiefen und weitergeben.",
            "Eine Zeit lang in einem anderen Land arbeiten.",
        ],
        [
            "Binnen twee jaar een klein team leiden.",
            "Mijn vakgebied verdiepen en doorgeven.",
            "Een tijd in een ander land werken.",
        ],
        [
            "Dirigir un equipo pequeño en dos años.",
            "Profundizar en mi especialidad y enseñarla.",
            "Trabajar una temporada en otro país.",
        ],
        [
            "Leda ett mindre team inom två år.",
            "Fördjupa mig i mitt område och lära ut det.",
            "Arbeta en tid i ett annat land.",
        ],
        [
            "Lede et lille team inden for to år.",
            "Fordybe mig i mit fag og give det videre.",
            "Arbejde i et andet land i en periode.",
        ],
    ];
    wishes[language.min(6)][which % 3]
}
