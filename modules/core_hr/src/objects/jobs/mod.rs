//! Jobs and skills: families, jobs, the skill library, certifications.

mod career_path;
mod certification;
mod certification_requirement;
mod employee_certification;
mod job;
mod job_activity;
mod job_family;
mod job_skill;
mod job_sub_family;
mod skill;
mod skill_alias;
mod skill_category;
mod skill_level;
mod skill_scale;

use talang_catalogue::{BusinessObject, ObjectDef};

pub use career_path::CareerPath;
pub use certification::Certification;
pub use certification_requirement::CertificationRequirement;
pub use employee_certification::{CertificationStatus, EmployeeCertification};
pub use job::Job;
pub use job_activity::JobActivity;
pub use job_family::JobFamily;
pub use job_skill::JobSkill;
pub use job_sub_family::JobSubFamily;
pub use skill::{ReuseLevel, Skill, SkillKind};
pub use skill_alias::SkillAlias;
pub use skill_category::SkillCategory;
pub use skill_level::SkillLevel;
pub use skill_scale::SkillScale;

/// The objects of the module, in the order of its menu.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        JobFamily::DEF,
        JobSubFamily::DEF,
        Job::DEF,
        JobActivity::DEF,
        JobSkill::DEF,
        CareerPath::DEF,
        SkillCategory::DEF,
        Skill::DEF,
        SkillScale::DEF,
        SkillLevel::DEF,
        SkillAlias::DEF,
        Certification::DEF,
        CertificationRequirement::DEF,
        EmployeeCertification::DEF,
    ]
}
