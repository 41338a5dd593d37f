//! The organisation of the large company as a text that can be read like an organisation chart, and its history.

use jiff::civil::Date;

/// One line per unit: two blanks per level, then `code | name | type | site | roles`. Roles are `role*count`; the first
/// one leads the unit. Sites are establishments; see [`super::large`].
pub const TREE: &str = "
VELMORA | Velmora Group | company | LYO | ceo*1 assistant*1
  STRATEGY | Strategy and Sustainability | department | LYO | director*1
    CORPDEV | Corporate Development | team | LYO | manager*1 analyst*3
    SUSTAIN | Sustainability | team | LYO | manager*1 specialist*4
  FINANCE | Finance | division | LYO | executive*1 assistant*1
    CONTROL | Group Controlling | department | LYO | head*1 controller*6
      CONTROL-DE | Controlling Germany | team | KOL | manager*1 controller*4
      CONTROL-NO | Controlling Nordics | team | GOT | manager*1 controller*3
      CONTROL-ES | Controlling Iberia | team | VAL | manager*1 controller*3
    ACCOUNT | Accounting and Tax | department | LYO | head*1 accountant*6
      ACCOUNT-FR | Accounting France | team | LYO | manager*1 accountant*8
      ACCOUNT-DE | Accounting Germany | team | KOL | manager*1 accountant*7
      ACCOUNT-SSC | Shared Accounting Services | team | CAS | manager*1 accountant*21
        PAYABLES | Accounts Payable | team | CAS | lead*1 accountant*10
        RECEIVABLES | Accounts Receivable | team | CAS | lead*1 accountant*9
    TREASURY | Treasury and Insurance | team | LYO | manager*1 treasurer*3
    AUDIT | Internal Audit | team | PAR | manager*1 auditor*4
    PURCHASING | Purchasing | department | LYO | head*1 buyer*4
      BUY-DIRECT | Direct Materials | team | NTE | manager*1 buyer*7
      BUY-INDIRECT | Indirect Purchasing | team | LYO | manager*1 buyer*4
  PEOPLE | Human Resources | division | LYO | hr-director*1 assistant*1
    HR-EXPERT | Talent and Rewards | department | LYO | head*1
      TALENT | Talent Development | team | LYO | manager*1 trainer*4
      REWARDS | Compensation and Benefits | team | LYO | manager*1 hr-specialist*3
      RECRUIT | Talent Acquisition | team | PAR | manager*1 recruiter*5
    HR-FR | Human Resources France | team | LYO | hr-manager*1 hr-partner*4 hr-admin*4
    HR-DE | Human Resources Germany | team | KOL | hr-manager*1 hr-partner*2 hr-admin*3
    HR-NO | Human Resources Nordics | team | GOT | hr-manager*1 hr-partner*1 hr-admin*2
    HR-ES | Human Resources Iberia and Italy | team | VAL | hr-manager*1 hr-partner*1 hr-admin*2
    HR-NWE | Human Resources UK and Benelux | team | UTR | hr-manager*1 hr-partner*1 hr-admin*2
    HR-SSC | HR Shared Services | team | CAS | manager*1 hr-admin*9
    SAFETY | Health and Safety | team | NTE | manager*1 safety*5
  LEGAL | Legal and Compliance | department | PAR | director*1 counsel*4
    PRIVACY | Data Protection | team | PAR | manager*1 counsel*2
  COMMS | Communication | department | LYO | director*1 communicator*5
  DIGITAL | Digital and IT | division | LYO | executive*1 assistant*1
    INFRA | Infrastructure and Workplace | department | LYO | head*1
      CLOUD | Cloud and Networks | team | LYO | manager*1 sysadmin*7
      WORKPLACE | Workplace Services | team | LYO | manager*1 support*10
      SERVICEDESK | Service Desk | team | CAS | lead*1 support*18
    APPS | Business Applications | department | UTR | head*1 architect*2
      ERP | ERP Competence Centre | team | UTR | manager*1 developer*11
      HRIT | People Systems | team | LYO | manager*1 developer*4 sysadmin*1
      CRM | Customer Platforms | team | WRO | manager*1 developer*13
    DATA | Data and Analytics | team | PAR | manager*1 data-scientist*7
    CYBER | Information Security | team | LYO | manager*1 security*5
    CONNECT | Connected Products | department | WRO | head*1 architect*2
      CLOUDAPP | Cloud Platform | team | WRO | manager*1 developer*15
      MOBILE | Mobile and Web | team | WRO | manager*1 developer*13 designer*3
  RND | Research and Development | division | GRE | executive*1 assistant*1
    RESEARCH | Advanced Research | department | GRE | head*1 researcher*4
      THERMO | Thermodynamics Laboratory | team | GRE | manager*1 researcher*8 technician*4
      MATERIALS | Materials and Refrigerants | team | GRE | manager*1 researcher*6 technician*2
    ENGINEER | Product Engineering | department | GRE | head*1 architect*2
      HEATPUMP | Heat Pump Engineering | team | GRE | manager*1 engineer*21
      VENT | Ventilation Engineering | team | KOL | manager*1 engineer*16
      COMPRESS | Compressor Engineering | team | GOT | manager*1 engineer*15
      ELECTRON | Electronics and Firmware | team | GRE | manager*1 firmware*16
    TESTING | Test and Certification | department | GRE | head*1 technician*3
      TEST-GRE | Climate Chambers Grenoble | team | GRE | lead*1 technician*8
      TEST-GOT | Climate Chambers Göteborg | team | GOT | lead*1 technician*6
    DESIGN | Industrial Design | team | GRE | manager*1 designer*4
    RND-JP | Research Partnership Japan | team | OSA | manager*1 researcher*6
  OPERATIONS | Operations | division | NTE | executive*1 assistant*1
    PLANT-NTE | Nantes Plant | plant | NTE | plant-manager*1 assistant*1
      NTE-PROD | Production Nantes | department | NTE | head*1 process-engineer*5
        NTE-ASM-A | Heat Pump Assembly, Shift A | department | NTE | lead*1 line-setter*3
          NTE-A1 | Air-Source Line, Shift A | team | NTE | lead*1 operator*20
          NTE-A2 | Ground-Source Line, Shift A | team | NTE | lead*1 operator*16
        NTE-ASM-B | Heat Pump Assembly, Shift B | department | NTE | lead*1 line-setter*3
          NTE-B1 | Air-Source Line, Shift B | team | NTE | lead*1 operator*20
          NTE-B2 | Ground-Source Line, Shift B | team | NTE | lead*1 operator*16
        NTE-ASM-C | Heat Pump Assembly, Night Shift | team | NTE | lead*1 operator*23 line-setter*1
        NTE-METAL | Sheet Metal and Brazing | team | NTE | lead*1 welder*21 operator*12
        NTE-COIL | Heat Exchangers | team | NTE | lead*1 operator*27
      NTE-MAINT | Maintenance Nantes | team | NTE | manager*1 maintenance*16
      NTE-QUAL | Quality Nantes | team | NTE | manager*1 quality*12
      NTE-LOG | Logistics Nantes | team | NTE | manager*1 warehouse*22 planner*4
    PLANT-HAM | Hamburg Plant | plant | HAM | plant-manager*1 assistant*1
      HAM-PROD | Production Hamburg | department | HAM | head*1 process-engineer*5
        HAM-VENT-A | Ventilation Units, Early Shift | team | HAM | lead*1 operator*31 line-setter*2
        HAM-VENT-B | Ventilation Units, Late Shift | team | HAM | lead*1 operator*31 line-setter*2
        HAM-MOTOR | Motors and Fans | team | HAM | lead*1 operator*23
        HAM-PAINT | Surface Treatment | team | HAM | lead*1 operator*14
      HAM-MAINT | Maintenance Hamburg | team | HAM | manager*1 maintenance*12
      HAM-QUAL | Quality Hamburg | team | HAM | manager*1 quality*10
      HAM-LOG | Logistics Hamburg | team | HAM | manager*1 warehouse*17 planner*3
    PLANT-VAL | Valencia Plant | plant | VAL | plant-manager*1 assistant*1
      VAL-PROD | Production Valencia | department | VAL | head*1 process-engineer*3
        VAL-SPLIT-A | Split Units, Morning Shift | team | VAL | lead*1 operator*29 line-setter*2
        VAL-SPLIT-B | Split Units, Afternoon Shift | team | VAL | lead*1 operator*29 line-setter*2
        VAL-PLAST | Plastics and Moulding | team | VAL | lead*1 operator*18
      VAL-MAINT | Maintenance Valencia | team | VAL | manager*1 maintenance*11
      VAL-QUAL | Quality Valencia | team | VAL | manager*1 quality*8
      VAL-LOG | Logistics Valencia | team | VAL | manager*1 warehouse*14 planner*2
    PLANT-GOT | Göteborg Compressor Works | plant | GOT | plant-manager*1
      GOT-PROD | Production Göteborg | team | GOT | lead*1 operator*30 process-engineer*2
      GOT-QUAL | Quality and Maintenance Göteborg | team | GOT | manager*1 quality*4 maintenance*6
    SUPPLY | Supply Chain | department | UTR | director*1
      DEMAND | Demand Planning | team | UTR | manager*1 planner*6
      HUB | European Distribution Centre | team | UTR | manager*1 warehouse*22 planner*2
    QUALITY | Group Quality | department | NTE | head*1 quality*5
  COMMERCE | Sales and Service | division | PAR | executive*1 assistant*1
    MARKETING | Marketing | department | PAR | director*1
      PRODUCT | Product Management | team | PAR | manager*1 product-manager*7
      BRAND | Brand and Campaigns | team | PAR | manager*1 marketer*6
      ECOM | E-commerce | team | PAR | manager*1 marketer*4
    FRANCE | Sales France | country | PAR | country-manager*1 assistant*1
      FR-NORTH | France North | team | PAR | sales-manager*1 sales*13
      FR-SOUTH | France South | team | LYO | sales-manager*1 sales*12
      FR-KEY | Key Accounts France | team | PAR | sales-manager*1 key-account*6
      FR-SERVICE | Technical Service France | team | LYO | manager*1 service*22
    DACH | Sales Germany, Austria and Switzerland | country | KOL | country-manager*1 assistant*1
      DE-WEST | Germany West | team | KOL | sales-manager*1 sales*12
      DE-NORTH | Germany North | team | HAM | sales-manager*1 sales*9
      DE-KEY | Key Accounts Germany | team | KOL | sales-manager*1 key-account*5
      DE-SERVICE | Technical Service Germany | team | KOL | manager*1 service*19
    NORDICS | Nordics | region | STO | country-manager*1 assistant*1
      SE-SALES | Sales Sweden | country | STO | sales-manager*1 sales*12 key-account*2
      SE-SERVICE | Technical Service Sweden | team | GOT | manager*1 service*7 customer-care*1
      DK-SALES | Sales Denmark | country | AAR | sales-manager*1 sales*9 key-account*1
      DK-SERVICE | Technical Service Denmark | team | AAR | manager*1 service*10
    IBERIA | Iberia and Italy | region | MAD | country-manager*1 assistant*1
      ES-SALES | Sales Spain | country | MAD | sales-manager*1 sales*12 key-account*2
      ES-SERVICE | Technical Service Spain | team | VAL | manager*1 service*11
      IT-SALES | Sales Italy | country | MIL | sales-manager*1 sales*11 service*7
    NWE | United Kingdom and Benelux | region | LEE | country-manager*1 assistant*1
      GB-SALES | Sales United Kingdom | country | LEE | sales-manager*1 sales*13 key-account*2
      GB-SERVICE | Technical Service United Kingdom | team | LEE | manager*1 service*15
      NL-SALES | Sales Benelux | country | UTR | sales-manager*1 sales*9 service*8
    OVERSEAS | Overseas | region | MTL | country-manager*1 assistant*1
      CA-SALES | Sales Canada | country | MTL | sales-manager*1 sales*12
      CA-ONTARIO | Ontario | team | TOR | sales-manager*1 sales*8
      CA-SERVICE | Technical Service Canada | team | MTL | manager*1 service*11
      JP-SALES | Sales Japan | country | OSA | sales-manager*1 sales*9 service*5
      MA-SALES | Sales North and West Africa | country | CAS | sales-manager*1 sales*9 service*4
    CARE | Customer Care | department | CAS | head*1
      CARE-FR | Customer Care, French | team | CAS | lead*1 customer-care*22
      CARE-ES | Customer Care, Spanish | team | CAS | lead*1 customer-care*11
      CARE-EN | Customer Care, English | team | LEE | lead*1 customer-care*13
";

/// What happened to a unit. Years count back from the current one; all changes are on the first day of a month.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// Before that day the unit had another name.
    Renamed(&'static str),
    /// Before that day the unit lay elsewhere.
    Moved(&'static str),
    /// The unit did not exist before; its people came from the other units or were hired later.
    Created(&'static [&'static str]),
    /// The unit ceased to exist (it is not in [`TREE`]): name, type, site, parent.
    Closed(&'static str, &'static str, &'static str, &'static str),
    /// From that day, which is to come, the unit lies elsewhere.
    WillMove(&'static str),
    /// From that day, which is to come, the unit has another name.
    WillBeRenamed(&'static str),
}

/// The unit's code, how many years back, the month, and what happened; oldest first for each unit.
pub const HISTORY: &[(&str, i16, i8, Change)] = &[
    ("VELMORA", 6, 1, Change::Renamed("Velmora Thermique")),
    ("PEOPLE", 4, 1, Change::Renamed("Personnel Department")),
    ("DIGITAL", 8, 1, Change::Renamed("Information Systems")),
    ("DIGITAL", 3, 1, Change::Renamed("IT")),
    ("SUSTAIN", 2, 1, Change::Renamed("Environment and Quality Reporting")),
    ("COMPRESS", 5, 7, Change::Renamed("Scroll Technology")),
    ("CARE", 3, 4, Change::Renamed("Call Centre")),
    ("TALENT", 2, 9, Change::Renamed("Training")),
    ("IBERIA", 4, 1, Change::Renamed("Iberia")),
    ("DACH", 7, 1, Change::Renamed("Sales Germany")),
    ("SAFETY", 3, 1, Change::Moved("OPERATIONS")),
    ("PURCHASING", 5, 1, Change::Moved("OPERATIONS")),
    ("CARE", 2, 1, Change::Moved("OVERSEAS")),
    ("MA-SALES", 4, 1, Change::Moved("FRANCE")),
    ("COMPRESS", 5, 7, Change::Moved("PLANT-GOT")),
    ("TEST-GOT", 3, 7, Change::Moved("PLANT-GOT")),
    ("PRIVACY", 2, 1, Change::Moved("AUDIT")),
    ("IT-SALES", 4, 1, Change::Moved("COMMERCE")),
    ("HR-SSC", 6, 1, Change::Created(&[])),
    ("ACCOUNT-SSC", 7, 1, Change::Created(&[])),
    ("PAYABLES", 5, 1, Change::Created(&["ACCOUNT-SSC"])),
    ("RECEIVABLES", 5, 1, Change::Created(&["ACCOUNT-SSC"])),
    ("CONNECT", 4, 1, Change::Created(&["CRM"])),
    ("CLOUDAPP", 4, 1, Change::Created(&["CRM"])),
    ("MOBILE", 3, 4, Change::Created(&["CRM"])),
    ("DATA", 5, 9, Change::Created(&["AUDIT", "CONTROL"])),
    ("CYBER", 6, 4, Change::Created(&["CLOUD"])),
    ("PRIVACY", 8, 5, Change::Created(&["LEGAL"])),
    ("ECOM", 4, 10, Change::Created(&["BRAND"])),
    ("NTE-ASM-C", 3, 9, Change::Created(&["NTE-ASM-A", "NTE-ASM-B"])),
    ("NORDICS", 5, 1, Change::Created(&["SE-SALES"])),
    ("NWE", 6, 1, Change::Created(&["GB-SALES"])),
    ("SE-SALES", 5, 1, Change::Moved("COMMERCE")),
    ("DK-SALES", 5, 1, Change::Moved("COMMERCE")),
    ("GB-SALES", 6, 1, Change::Moved("COMMERCE")),
    ("NL-SALES", 6, 1, Change::Moved("COMMERCE")),
    ("SE-SERVICE", 5, 1, Change::Created(&["SE-SERVICE-GOT", "SE-SERVICE-STO"])),
    ("DK-SERVICE", 5, 1, Change::Created(&["DK-SALES"])),
    ("SE-SERVICE-GOT", 5, 1, Change::Closed("Service Workshop Göteborg", "team", "GOT", "SE-SALES")),
    ("SE-SERVICE-STO", 5, 1, Change::Closed("Service Workshop Stockholm", "team", "STO", "SE-SALES")),
    ("GB-SERVICE", 6, 1, Change::Created(&["GB-SERVICE-N"])),
    ("GB-SERVICE-N", 6, 1, Change::Closed("Service North of England", "team", "LEE", "GB-SALES")),
    ("HEATPUMP", 4, 1, Change::Created(&["HEATPUMP-AIR", "HEATPUMP-GEO"])),
    ("HEATPUMP-AIR", 4, 1, Change::Closed("Air-Source Heat Pumps", "team", "GRE", "ENGINEER")),
    ("HEATPUMP-GEO", 4, 1, Change::Closed("Ground-Source Heat Pumps", "team", "GRE", "ENGINEER")),
    ("NTE-METAL", 7, 1, Change::Created(&["NTE-SHEET", "NTE-BRAZE"])),
    ("NTE-SHEET", 7, 1, Change::Closed("Sheet Metal", "team", "NTE", "NTE-PROD")),
    ("NTE-BRAZE", 7, 1, Change::Closed("Brazing", "team", "NTE", "NTE-PROD")),
    ("DESIGN", 0, 2, Change::WillMove("MARKETING")),
    ("ECOM", 0, 2, Change::WillBeRenamed("Digital Commerce")),
];

/// The first of that month, so many years before the year of `today`; the coming one for changes to come.
pub fn day(today: Date, back: i16, month: i8, coming: bool) -> Date {
    let year = if coming { today.year() + 1 } else { today.year() - back };
    Date::new(year, month, 1).unwrap_or(today)
}
