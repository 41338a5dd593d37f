//! Core HR: the library, the organisation, people, jobs and skills, and profiles.
//!
//! Every other module stands on these objects and may refer to them; they refer to no other module.

pub mod objects;
mod rules;
mod screens;

pub use screens::{kit, routes};

use talang_engine::{Dimension, Module, People};

/// What core HR brings to the registry.
pub fn module() -> Module {
    let labels = [
        talang_engine::labels_of!("../labels/library"),
        talang_engine::labels_of!("../labels/organisation"),
        talang_engine::labels_of!("../labels/people"),
        talang_engine::labels_of!("../labels/jobs"),
        talang_engine::labels_of!("../labels/profile"),
    ];
    Module {
        objects: objects::definitions(),
        rules: rules::rules(),
        removals: rules::removals(),
        labels: labels.concat(),
        messages: talang_engine::messages_of!("../messages"),
        menu: screens::menu(),
        people: Some(PEOPLE),
        adapted_formats: vec![
            include_str!("../library/adapted/esco-skills.toml"),
            include_str!("../library/adapted/ibm-hr-attrition.toml"),
        ],
        ..Module::default()
    }
}

/// How employees stand in the organisation, and by what accreditation rules may choose them (A11).
pub const PEOPLE: People = People {
    object: "Employee",
    slice: "Assignment",
    person: "employee",
    dimensions: &[
        Dimension {
            code: "organisation",
            object: "Organisation",
            field: "organisation",
            via: None,
            parent: Some("parent"),
            line: false,
        },
        Dimension {
            code: "manager",
            object: "Employee",
            field: "manager",
            via: None,
            parent: None,
            line: true,
        },
        Dimension {
            code: "establishment",
            object: "Establishment",
            field: "establishment",
            via: None,
            parent: None,
            line: false,
        },
        Dimension {
            code: "legal_entity",
            object: "LegalEntity",
            field: "legal_entity",
            via: None,
            parent: None,
            line: false,
        },
        Dimension {
            code: "job_family",
            object: "JobFamily",
            field: "job",
            via: Some(("Job", "family")),
            parent: None,
            line: false,
        },
        Dimension { code: "job", object: "Job", field: "job", via: None, parent: None, line: false },
        Dimension {
            code: "cost_centre",
            object: "CostCentre",
            field: "cost_centre",
            via: None,
            parent: Some("parent"),
            line: false,
        },
    ],
};
