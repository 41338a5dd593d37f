//! Skills in profile.

use jiff::civil::Date;
use talang_catalogue::{Line, Ref, value::Chosen};
use talang_derive::{Choice, Object};

use super::super::jobs::{Skill, SkillLevel};
use super::super::people::Employee;

/// Where the statement about someone's skill comes from.
#[derive(Choice, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkillSource {
    /// Own statement.
    #[choice("self")]
    Own,
    /// Manager.
    #[choice("manager")]
    Manager,
    /// Review or test.
    #[choice("assessment")]
    Assessment,
    /// Training.
    #[choice("training")]
    Training,
    /// Certification.
    #[choice("certification")]
    Certification,
    /// Import.
    #[choice("import")]
    Import,
}

/// Wish of a person about a skill they have.
#[derive(Choice, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkillInterest {
    /// Use it more.
    #[choice("use")]
    Use,
    /// Develop it.
    #[choice("develop")]
    Develop,
    /// Pass it on.
    #[choice("teach")]
    Teach,
    /// Use it less.
    #[choice("avoid")]
    Avoid,
}

/// Skill that someone has, with level, source and day of assessment.
#[derive(Object)]
#[object(id = 205, module = "profile", kind = employees, key(employee, skill), subject = employee, extensible, privacy = work)]
pub struct ProfileSkill {
    /// Person whom the record is about.
    #[field(id = 1)]
    pub employee: Ref<Employee>,
    /// Skill from the library.
    #[field(id = 2)]
    pub skill: Ref<Skill>,
    /// Level reached, on the scale of the skill.
    #[field(id = 3)]
    pub level: Option<Ref<SkillLevel>>,
    /// Who or what says so.
    #[field(id = 4, default = "self", group = "verification")]
    pub source: Chosen<SkillSource>,
    /// Day on which the level was found.
    #[field(id = 5, group = "verification")]
    pub assessed_on: Option<Date>,
    /// Person who judged the level.
    #[field(id = 6, group = "verification")]
    pub assessed_by: Option<Ref<Employee>>,
    /// Full years in which the skill was used.
    #[field(id = 7, min = 0, max = 70)]
    pub years: Option<i64>,
    /// Year in which the skill was last used.
    #[field(id = 8, min = 1950, max = 2200)]
    pub last_used: Option<i64>,
    /// Whether the person wants to use or develop it.
    #[field(id = 9, privacy = private)]
    pub interest: Option<Chosen<SkillInterest>>,
    /// Free remark.
    #[field(id = 10)]
    pub comment: Option<Line>,
}
