//! Their names and ours: data sets and fields of the hub, types of the libraries. Nothing else knows a field by name.

/// Records of one of our objects as a data set of the hub has them.
#[derive(Debug)]
pub struct Source {
    /// The data set.
    pub set: &'static str,
    /// Our object.
    pub object: &'static str,
    /// The field that names the employee or position; empty where the record is it.
    pub owner: &'static str,
    /// Fields that tell the records of one owner apart; empty where there is one at a time.
    pub key: &'static [&'static str],
    /// Only records whose field has this code.
    pub only: Option<(&'static str, &'static str)>,
    /// Their name and ours. A field stands in one data set only: its number is part of the number of a log entry.
    pub fields: &'static [(&'static str, &'static str)],
}

/// Names of the bounds of dated records, theirs and ours.
pub const PERIOD: [(&str, &str); 2] = [("startDate", "start"), ("endDate", "end")];

/// Every data set of the contract, in its order; `Template` has no counterpart here and is empty.
pub const DATA_SETS: [&str; 10] = [
    "EmployeeIDs",
    "Identity",
    "ContactInfo",
    "KeyDates",
    "PopulationType",
    "Template",
    "Situation",
    "Contract",
    "Main Address",
    "Compensation",
];

const fn employee(set: &'static str, fields: &'static [(&'static str, &'static str)]) -> Source {
    Source { set, object: "Employee", owner: "", key: &[], only: None, fields }
}

const fn of(
    set: &'static str,
    object: &'static str,
    key: &'static [&'static str],
    fields: &'static [(&'static str, &'static str)],
) -> Source {
    Source { set, object, owner: "employee", key, only: None, fields }
}

/// An employee.
pub const EMPLOYEE: &[Source] = &[
    employee(
        "EmployeeIDs",
        &[
            ("employeeNumber", "number"),
            ("payrollNumber", "payroll_number"),
            ("socialSecurityNumber", "social_security_number"),
        ],
    ),
    employee(
        "Identity",
        &[
            ("civility", "civility"),
            ("firstName", "first_name"),
            ("lastName", "last_name"),
            ("birthName", "birth_name"),
            ("preferredName", "preferred_name"),
            ("birthDate", "birth_date"),
            ("birthPlace", "birth_place"),
            ("birthCountry", "birth_country"),
            ("sex", "sex"),
            ("nationality", "nationality"),
            ("maritalStatus", "marital_status"),
            ("culture", "culture"),
        ],
    ),
    employee(
        "ContactInfo",
        &[
            ("workEmail", "work_email"),
            ("workPhone", "work_phone"),
            ("workMobile", "work_mobile"),
            ("office", "office"),
        ],
    ),
    of(
        "ContactInfo",
        "EmployeeContact",
        &["kind", "value"],
        &[("contactType", "kind"), ("contactValue", "value"), ("isMain", "main"), ("comment", "comment")],
    ),
    employee(
        "KeyDates",
        &[
            ("hireDate", "hire_date"),
            ("seniorityDate", "seniority_date"),
            ("exitDate", "exit_date"),
            ("exitReason", "exit_reason"),
        ],
    ),
    employee("PopulationType", &[("status", "status")]),
    of("PopulationType", "Contract", &["number"], &[("category", "category")]),
    of(
        "Situation",
        "Assignment",
        &[],
        &[
            ("organisation", "organisation"),
            ("position", "position"),
            ("job", "job"),
            ("jobTitle", "job_title"),
            ("manager", "manager"),
            ("establishment", "establishment"),
            ("legalEntity", "legal_entity"),
            ("costCentre", "cost_centre"),
            ("grade", "grade"),
            ("reason", "reason"),
        ],
    ),
    of(
        "Contract",
        "Contract",
        &["number"],
        &[
            ("contractNumber", "number"),
            ("contractType", "contract_type"),
            ("contractReason", "reason"),
            ("replaces", "replaces"),
            ("employer", "legal_entity"),
            ("collectiveAgreement", "collective_agreement"),
            ("classification", "classification"),
            ("payGroup", "pay_group"),
            ("signatureDate", "signed_on"),
            ("trialEndDate", "trial_end"),
            ("noticePeriod", "notice_period"),
            ("endReason", "end_reason"),
        ],
    ),
    of(
        "Contract",
        "WorkingTime",
        &[],
        &[
            ("workingTimeRate", "percent"),
            ("weeklyHours", "weekly_hours"),
            ("annualDays", "annual_days"),
            ("workingTimeRegime", "regime"),
            ("teleworkDays", "telework_days"),
        ],
    ),
    Source {
        set: "Main Address",
        object: "EmployeeAddress",
        owner: "employee",
        key: &[],
        only: Some(("kind", "home")),
        fields: &[
            ("careOf", "care_of"),
            ("addressLine1", "line1"),
            ("addressLine2", "line2"),
            ("postalCode", "postal_code"),
            ("city", "city"),
            ("region", "region"),
            ("country", "country"),
        ],
    },
    of(
        "Compensation",
        "HourlyRate",
        &["kind"],
        &[("rateType", "kind"), ("hourlyRate", "rate"), ("rateReason", "reason")],
    ),
];

/// A position.
pub const POSITION: Source = Source {
    set: "Position",
    object: "Position",
    owner: "",
    key: &["code"],
    only: None,
    fields: &[
        ("code", "code"),
        ("title", "title"),
        ("job", "job"),
        ("organisation", "organisation"),
        ("status", "status"),
        ("headcount", "headcount"),
        ("positionType", "position_type"),
        ("parentPosition", "reports_to"),
        ("isManagement", "management"),
        ("establishment", "establishment"),
        ("costCentre", "cost_centre"),
        ("grade", "grade"),
        ("classification", "classification"),
        ("contractType", "contract_type"),
        ("description", "description"),
    ],
};

/// Who fills a position.
pub const HOLDER: Source = Source {
    set: "PositionAssignment",
    object: "PositionHolder",
    owner: "position",
    key: &["employee"],
    only: None,
    fields: &[("employee", "employee"), ("share", "share"), ("capacity", "capacity"), ("comment", "comment")],
};

/// A type of the libraries that is an object of ours, not a value list.
#[derive(Debug)]
pub struct LibraryType {
    /// The type, and our object.
    pub object: &'static str,
    /// Field of the code.
    pub code: &'static str,
    /// Field of the label.
    pub label: &'static str,
    /// Field that refers to what stands above; empty where nothing does.
    pub parent: &'static str,
    /// Field that says whether it is offered; empty where there is none.
    pub active: &'static str,
}

const fn library(
    object: &'static str,
    code: &'static str,
    label: &'static str,
    parent: &'static str,
    active: &'static str,
) -> LibraryType {
    LibraryType { object, code, label, parent, active }
}

/// The object of value lists' items; each list is a type of its own.
pub const ITEM: LibraryType = library("ValueListItem", "code", "label", "", "active");

/// Types beside the value lists.
pub const LIBRARIES: &[LibraryType] = &[
    library("Country", "iso2", "name", "", "active"),
    library("Currency", "iso", "name", "", "active"),
    library("Language", "iso", "name", "", "active"),
    library("JobFamily", "code", "label", "", "active"),
    library("JobSubFamily", "code", "label", "family", "active"),
    library("Job", "code", "label", "sub_family", "active"),
    library("SkillCategory", "code", "label", "parent", "active"),
    library("Skill", "code", "label", "category", "active"),
    library("LegalEntity", "code", "name", "parent", "active"),
    library("Establishment", "code", "name", "legal_entity", "active"),
    library("CostCentre", "code", "name", "parent", "active"),
    library("Organisation", "code", "name", "parent", ""),
];

/// The library type of an object.
pub fn library_of(object: &str) -> Option<&'static LibraryType> {
    LIBRARIES.iter().find(|l| l.object == object)
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use talang_catalogue::Catalogue;

    use super::*;

    /// Numbers of fields have to fit into the number of a log entry.
    #[test]
    fn every_name_means_a_field_that_is_there() {
        let catalogue =
            Catalogue::new(&talang_core_hr::objects::definitions(), &HashMap::new(), HashMap::new());
        let mut used = HashSet::new();
        for source in EMPLOYEE.iter().chain([&POSITION, &HOLDER]) {
            let object = catalogue.object(source.object).expect(source.object);
            let field = |name: &str| object.field(name).unwrap_or_else(|| panic!("{}.{name}", source.object));
            let only = source.only.map(|(name, _)| name);
            for name in source.key.iter().copied().chain(only).chain([source.owner]).filter(|n| !n.is_empty())
            {
                field(name);
            }
            for (theirs, ours) in source.fields {
                assert!(
                    used.insert((source.object, field(ours).id)),
                    "{theirs}: {}.{ours} twice",
                    source.object
                );
                assert!(i64::from(field(ours).id) < crate::hub::FIELDS, "{}.{ours}", source.object);
            }
        }
        for source in EMPLOYEE {
            assert!(DATA_SETS.contains(&source.set), "{}", source.set);
        }
        for library in LIBRARIES {
            let object = catalogue.object(library.object).expect(library.object);
            for name in [library.code, library.label, library.parent, library.active] {
                assert!(name.is_empty() || object.field(name).is_some(), "{}.{name}", library.object);
            }
        }
    }
}
