//! What people do in the demo companies, and what follows from it: grade, category, schooling.

/// Something that people do for a living.
#[derive(Debug, PartialEq)]
pub struct Role {
    /// Key in the organisation text.
    pub key: &'static str,
    /// Code of the job in the standard library.
    pub job: &'static str,
    /// Job title in English, where it is more telling than the job.
    pub title: &'static str,
    /// Moves within a family are usual.
    pub family: &'static str,
    /// 1 to 11.
    pub grade: u8,
    /// Percent of women.
    pub women: usize,
    /// Field of education, as in the value list.
    pub field: &'static str,
}

const fn r(
    key: &'static str,
    job: &'static str,
    title: &'static str,
    family: &'static str,
    grade: u8,
    women: usize,
    field: &'static str,
) -> Role {
    Role { key, job, title, family, grade, women, field }
}

/// The role of that key. An unknown key is a slip in a constant of this module, which a test finds.
pub fn role(key: &str) -> &'static Role {
    ROLES.iter().find(|r| r.key == key).unwrap_or(&ROLES[0])
}

/// Every role.
pub static ROLES: &[Role] = &[
    r("ceo", "managing-director", "Chief Executive Officer", "management", 11, 40, "business"),
    r("executive", "managing-director", "Executive Vice President", "management", 10, 40, "business"),
    r("director", "manager", "Director", "management", 9, 42, "business"),
    r("head", "manager", "Head of Department", "management", 8, 40, "engineering"),
    r("manager", "manager", "Team Manager", "management", 7, 42, "business"),
    r("lead", "production-team-leader", "Team Leader", "production", 5, 30, "trades"),
    r("plant-manager", "manufacturing-director", "Plant Manager", "management", 9, 30, "engineering"),
    r("country-manager", "sales-director", "Country Manager", "management", 9, 40, "business"),
    r("assistant", "executive-assistant", "Executive Assistant", "administration", 4, 84, "business"),
    r("analyst", "strategy-analyst", "Business Analyst", "finance", 6, 45, "finance"),
    r(
        "specialist",
        "sustainability-specialist",
        "Sustainability Specialist",
        "quality",
        6,
        58,
        "natural-sciences",
    ),
    r("controller", "management-controller", "Controller", "finance", 6, 48, "finance"),
    r("accountant", "accountant", "Accountant", "finance", 5, 66, "finance"),
    r("treasurer", "management-controller", "Treasury Specialist", "finance", 6, 48, "finance"),
    r("auditor", "internal-auditor", "Internal Auditor", "finance", 7, 48, "finance"),
    r("buyer", "buyer", "Buyer", "purchasing", 6, 46, "business"),
    r("hr-director", "hr-director", "Chief People Officer", "management", 10, 62, "human-resources"),
    r("hr-manager", "human-resources", "HR Manager", "hr", 8, 66, "human-resources"),
    r("hr-partner", "human-resources", "HR Business Partner", "hr", 7, 70, "human-resources"),
    r("hr-admin", "payroll-specialist", "HR Administrator", "hr", 4, 76, "human-resources"),
    r(
        "hr-specialist",
        "compensation-manager",
        "Compensation and Benefits Specialist",
        "hr",
        6,
        62,
        "human-resources",
    ),
    r("recruiter", "recruiter", "Recruiter", "hr", 6, 70, "human-resources"),
    r("trainer", "training-manager", "Learning and Development Specialist", "hr", 6, 66, "education"),
    r("safety", "hse-officer", "Health and Safety Officer", "quality", 6, 48, "engineering"),
    r("counsel", "legal-counsel", "Legal Counsel", "legal", 7, 58, "law"),
    r("communicator", "communication-officer", "Communication Officer", "marketing", 6, 68, "marketing"),
    r("sysadmin", "system-administrator", "System Administrator", "it", 6, 18, "computing"),
    r("support", "support-technician", "IT Support Technician", "it", 4, 28, "computing"),
    r("architect", "software-architect", "Solution Architect", "it", 8, 24, "computing"),
    r("developer", "software-developer", "Software Developer", "it", 6, 28, "computing"),
    r("data-scientist", "data-scientist", "Data Scientist", "it", 7, 38, "computing"),
    r("security", "security-analyst", "Security Engineer", "it", 7, 24, "computing"),
    r("designer", "ux-designer", "Designer", "engineering", 6, 54, "arts"),
    r("researcher", "research-scientist", "Research Engineer", "engineering", 7, 38, "natural-sciences"),
    r("technician", "laboratory-technician", "Test Technician", "engineering", 4, 24, "engineering"),
    r("engineer", "design-engineer", "Mechanical Engineer", "engineering", 6, 24, "engineering"),
    r("firmware", "embedded-developer", "Embedded Software Engineer", "engineering", 6, 20, "computing"),
    r("process-engineer", "automation-engineer", "Process Engineer", "engineering", 6, 30, "engineering"),
    r("operator", "assembler", "Assembly Operator", "production", 2, 40, "trades"),
    r("line-setter", "machine-operator", "Line Setter", "production", 3, 18, "trades"),
    r("welder", "welder", "Welder and Brazer", "production", 3, 12, "trades"),
    r("maintenance", "maintenance-technician", "Maintenance Technician", "production", 4, 10, "trades"),
    r("quality", "quality-engineer", "Quality Technician", "quality", 4, 46, "engineering"),
    r("warehouse", "warehouse-worker", "Warehouse Operative", "logistics", 2, 26, "trades"),
    r("planner", "transport-planner", "Supply Planner", "logistics", 5, 46, "business"),
    r("product-manager", "product-manager", "Product Manager", "marketing", 7, 46, "marketing"),
    r("marketer", "digital-marketer", "Marketing Specialist", "marketing", 6, 64, "marketing"),
    r("sales-manager", "sales-executive", "Sales Manager", "sales", 7, 36, "business"),
    r("sales", "sales-representative", "Sales Representative", "sales", 5, 36, "business"),
    r("key-account", "key-account-manager", "Key Account Manager", "sales", 7, 40, "business"),
    r("service", "service-technician", "Service Technician", "service", 4, 12, "trades"),
    r("customer-care", "customer-service-agent", "Customer Care Agent", "service", 3, 64, "business"),
    r("owner", "managing-director", "Owner and Master Baker", "management", 8, 50, "trades"),
    r("shop-manager", "store-manager", "Shop Manager", "sales", 5, 60, "business"),
    r("baker", "baker", "Baker", "production", 3, 40, "trades"),
    r("pastry", "pastry-chef", "Pastry Chef", "production", 4, 50, "trades"),
    r("apprentice", "baker-apprentice", "Apprentice Baker", "production", 1, 50, "trades"),
    r("shop", "shop-assistant", "Shop Assistant", "sales", 2, 70, "hospitality"),
    r("bookkeeper", "accounts-clerk", "Bookkeeper", "finance", 4, 66, "finance"),
];

/// Jobs that the standard library does not have: code, labels (en fr de nl es sv da), family, sub-family, grade.
pub static OWN_JOBS: &[(&str, [&str; 7], &str, &str, &str)] = &[
    (
        "service-technician",
        [
            "Service technician",
            "Technicien / technicienne de service",
            "Servicetechniker/in",
            "Servicemonteur",
            "Técnico/a de servicio",
            "Servicetekniker",
            "Servicetekniker",
        ],
        "PRD",
        "PRD-MNT",
        "G04",
    ),
    (
        "embedded-developer",
        [
            "Embedded software engineer",
            "Ingénieur(e) logiciel embarqué",
            "Embedded-Softwareentwickler/in",
            "Embedded softwareontwikkelaar",
            "Ingeniero/a de software embebido",
            "Utvecklare inbyggda system",
            "Embedded softwareudvikler",
        ],
        "ITD",
        "ITD-DEV",
        "G06",
    ),
    (
        "key-account-manager",
        [
            "Key account manager",
            "Responsable grands comptes",
            "Key-Account-Manager/in",
            "Accountmanager grote klanten",
            "Gestor/a de grandes cuentas",
            "Key account manager",
            "Key account manager",
        ],
        "SAL",
        "SAL-FLD",
        "G07",
    ),
    (
        "sustainability-specialist",
        [
            "Sustainability specialist",
            "Chargé(e) de développement durable",
            "Referent/in für Nachhaltigkeit",
            "Specialist duurzaamheid",
            "Especialista en sostenibilidad",
            "Hållbarhetsspecialist",
            "Bæredygtighedsspecialist",
        ],
        "PRD",
        "PRD-QHS",
        "G06",
    ),
    (
        "baker",
        ["Baker", "Boulanger / boulangère", "Bäcker/in", "Bakker", "Panadero/a", "Bagare", "Bager"],
        "RET",
        "RET-FOO",
        "G03",
    ),
    (
        "pastry-chef",
        [
            "Pastry chef",
            "Pâtissier / pâtissière",
            "Konditor/in",
            "Banketbakker",
            "Pastelero/a",
            "Konditor",
            "Konditor",
        ],
        "RET",
        "RET-FOO",
        "G04",
    ),
    (
        "baker-apprentice",
        [
            "Apprentice baker",
            "Apprenti(e) boulanger",
            "Auszubildende/r Bäckerei",
            "Leerling-bakker",
            "Aprendiz de panadería",
            "Bagarlärling",
            "Bagerlærling",
        ],
        "RET",
        "RET-FOO",
        "G01",
    ),
];
