//! Velmora: makes heat pumps and ventilation, in twelve countries, with 1,470 people.

use super::people::{Cast, Plan, Site};
use super::units;
use super::writing::{Kept, List, SignIn};

const fn site(
    code: &'static str,
    name: &'static str,
    country: &'static str,
    town: &'static str,
    address: [&'static str; 3],
    since: i16,
    entity: &'static str,
) -> Site {
    Site { code, name, country, town, address, since, entity }
}

/// The company.
pub static PLAN: Plan = Plan {
    seed: 0x7a1a_0001,
    domain: "velmora.example",
    tree: units::TREE,
    history: units::HISTORY,
    first_number: 100_001,
    turnover: 4,
    special: [27, 21, 9, 8],
    sites: &[
        site("LYO", "Lyon Head Office", "FR", "Lyon", ["14 quai des Mariniers", "69002", ""], 1979, "VEL-SE"),
        site(
            "GRE",
            "Grenoble Research Centre",
            "FR",
            "Grenoble",
            ["3 chemin du Moulin", "38000", ""],
            1986,
            "VEL-FR",
        ),
        site("NTE", "Nantes Plant", "FR", "Nantes", ["210 rue des Tilleuls", "44300", ""], 1981, "VEL-FR"),
        site("PAR", "Paris Office", "FR", "Paris", ["27 rue Haute", "75009", ""], 1990, "VEL-FR"),
        site("KOL", "Köln Office", "DE", "Köln", ["Lindenstraße 118", "50674", ""], 1988, "VEL-DE"),
        site("HAM", "Hamburg Plant", "DE", "Hamburg", ["Großer Wall 9", "22113", ""], 1991, "VEL-DE"),
        site("GOT", "Göteborg Works", "SE", "Göteborg", ["Hamngatan 41", "417 55", ""], 1992, "VEL-SE-AB"),
        site(
            "STO",
            "Stockholm Office",
            "SE",
            "Stockholm",
            ["Södra Långgatan 6", "112 46", ""],
            1996,
            "VEL-SE-AB",
        ),
        site(
            "VAL",
            "Valencia Plant",
            "ES",
            "Paterna",
            ["Avenida de los Naranjos, 77", "46980", "Valencia"],
            1995,
            "VEL-ES",
        ),
        site("MAD", "Madrid Office", "ES", "Madrid", ["Calle Ancha, 31", "28004", "Madrid"], 1999, "VEL-ES"),
        site(
            "UTR",
            "Utrecht Distribution Centre",
            "NL",
            "Utrecht",
            ["Waterkant 250", "3542 AB", ""],
            1999,
            "VEL-NL",
        ),
        site("AAR", "Aarhus Office", "DK", "Aarhus C", ["Strandvejen 88", "8000", ""], 2001, "VEL-DK"),
        site(
            "LEE",
            "Leeds Office",
            "GB",
            "Leeds",
            ["5 Mill Lane", "LS11 4DZ", "West Yorkshire"],
            1998,
            "VEL-GB",
        ),
        site("MIL", "Milano Office", "IT", "Milano", ["Via dei Mulini 12", "20143", "MI"], 2008, "VEL-IT"),
        site(
            "WRO",
            "Wrocław Development Centre",
            "PL",
            "Wrocław",
            ["ul. Młyńska 4", "50-422", "dolnośląskie"],
            2011,
            "VEL-PL",
        ),
        site(
            "CAS",
            "Casablanca Service Centre",
            "MA",
            "Casablanca",
            ["61 boulevard de la Corniche", "20180", ""],
            2012,
            "VEL-MA",
        ),
        site(
            "MTL",
            "Montréal Office",
            "CA",
            "Montréal",
            ["980 avenue du Fleuve", "H2X 3K4", "QC"],
            2015,
            "VEL-CA",
        ),
        site(
            "TOR",
            "Toronto Office",
            "CA",
            "Toronto",
            ["44 Lakeview Avenue", "M5V 2B7", "ON"],
            2017,
            "VEL-CA",
        ),
        site("OSA", "Ōsaka Office", "JP", "Ōsaka", ["Hommachi 3-8-2", "530-0047", "Ōsaka"], 2018, "VEL-JP"),
    ],
    cast: &[
        Cast("VELMORA", 0, "Solène", "Vasseur-Lindqvist", true, 56, 17),
        Cast("PEOPLE", 0, "Isabelle", "Charpentier", true, 51, 12),
        Cast("HR-FR", 0, "Camille", "Fontaine", true, 43, 9),
        Cast("HR-DE", 0, "Jörg", "Böhm", false, 54, 21),
        Cast("HR-DE", 1, "Anke", "von der Heide", true, 38, 6),
        Cast("SE-SERVICE", 0, "Linnéa", "Åkesson", true, 41, 8),
        Cast("SE-SERVICE", 1, "Emir", "Kovačević", false, 33, 5),
        Cast("SE-SERVICE", 2, "Göran", "Sjöström", false, 61, 29),
        Cast("OPERATIONS", 0, "Íñigo", "García Urrutia", false, 53, 18),
        Cast("HRIT", 4, "Youssef", "Benjelloun", false, 36, 7),
    ],
};

/// Whose sign-ins the demo has.
pub static SIGN_INS: &[SignIn] = &[
    SignIn {
        login: "hr@velmora.example",
        person: Some(("HR-FR", 0)),
        roles: &["hr-manager", "recruiter", "employee"],
        purpose: "an HR manager who recruits: everybody and everything of core HR, vacancies and candidates",
    },
    SignIn {
        login: "hr.germany@velmora.example",
        person: Some(("HR-DE", 1)),
        roles: &["hr-user", "employee"],
        purpose: "an HR user for Germany, by an accreditation list",
    },
    SignIn {
        login: "manager@velmora.example",
        person: Some(("SE-SERVICE", 0)),
        roles: &["manager", "hiring-manager", "employee"],
        purpose: "a team manager with eight direct reports and a vacancy",
    },
    SignIn {
        login: "nordics@velmora.example",
        person: Some(("NORDICS", 0)),
        roles: &["manager", "hiring-manager", "employee"],
        purpose: "the manager's manager, who decides about requisitions and takes part in interviews",
    },
    SignIn {
        login: "director@velmora.example",
        person: Some(("OPERATIONS", 0)),
        roles: &["manager", "employee"],
        purpose: "a senior manager: four plants and all who work there",
    },
    SignIn {
        login: "employee@velmora.example",
        person: Some(("SE-SERVICE", 1)),
        roles: &["employee"],
        purpose: "an employee: one's own file, the directory and the organisation",
    },
    SignIn {
        login: "admin@velmora.example",
        person: Some(("HRIT", 4)),
        roles: &["administrator", "employee"],
        purpose: "an administrator: roles, rights, lists, fields, imports",
    },
    SignIn {
        login: "super@velmora.example",
        person: None,
        roles: &["super-administrator"],
        purpose: "a super administrator: technical configuration and new functions",
    },
];

/// Reports that HR managers share.
pub static REPORTS: &[Kept] = &[
    Kept {
        code: "headcount",
        label: "Headcount by establishment and sex",
        object: "Employee",
        role: "hr-manager",
        query: r#"{"filter":["status is active"],"group":["assignment.establishment","sex"],"total":["working_time.percent:average"]}"#,
    },
    Kept {
        code: "joiners",
        label: "Joiners by year",
        object: "Employee",
        role: "hr-manager",
        query: r#"{"group":["hire_date:year"]}"#,
    },
    Kept {
        code: "contract-types",
        label: "Contracts by type",
        object: "Contract",
        role: "hr-manager",
        query: r#"{"group":["contract_type"]}"#,
    },
];

/// Accreditation lists.
pub static LISTS: &[List] = &[
    List {
        code: "GERMANY",
        labels: [
            "People in Germany",
            "Personnel en Allemagne",
            "Beschäftigte in Deutschland",
            "Medewerkers in Duitsland",
            "Personal en Alemania",
            "Medarbetare i Tyskland",
            "Medarbejdere i Tyskland",
        ],
        rule: "establishment is KOL or establishment is HAM",
        owners: &[("HR-DE", 0), ("HR-DE", 1)],
    },
    List {
        code: "NORDICS",
        labels: [
            "Nordics",
            "Pays nordiques",
            "Nordische Länder",
            "Noordse landen",
            "Países nórdicos",
            "Norden",
            "Norden",
        ],
        rule: "organisation under NORDICS",
        owners: &[("HR-NO", 0)],
    },
    List {
        code: "PLANTS",
        labels: ["Plants", "Usines", "Werke", "Fabrieken", "Fábricas", "Fabriker", "Fabrikker"],
        rule: "organisation under OPERATIONS",
        owners: &[("SAFETY", 0)],
    },
    List {
        code: "IBERIA",
        labels: ["Spain", "Espagne", "Spanien", "Spanje", "España", "Spanien", "Spanien"],
        rule: "establishment is VAL or establishment is MAD",
        owners: &[("HR-ES", 0)],
    },
];
