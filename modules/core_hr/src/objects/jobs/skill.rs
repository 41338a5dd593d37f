//! Skills.

use talang_catalogue::{Code, Line, Ref, Refs, Translated, Url, value::Chosen};
use talang_derive::{Choice, Object};

use super::{SkillCategory, SkillScale};

/// Kind of skill; matching and profile screens treat each in its own way.
#[derive(Choice, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkillKind {
    /// Skill.
    #[choice("skill")]
    Skill,
    /// Knowledge.
    #[choice("knowledge")]
    Knowledge,
    /// Language.
    #[choice("language")]
    Language,
    /// Transversal skill.
    #[choice("transversal")]
    Transversal,
    /// Group of skills.
    #[choice("group")]
    Group,
}

/// Range of occupations in which a skill is of use, as ESCO tells them apart.
#[derive(Choice, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReuseLevel {
    /// All occupations.
    #[choice("transversal")]
    Transversal,
    /// Several sectors.
    #[choice("cross-sector")]
    CrossSector,
    /// One sector.
    #[choice("sector-specific")]
    SectorSpecific,
    /// One occupation.
    #[choice("occupation-specific")]
    OccupationSpecific,
}

/// Something people know or can do, as the library names it once for all jobs, profiles, reviews and training.
#[derive(Object)]
#[object(id = 177, module = "jobs", kind = shared, key(code), title(label), extensible, privacy = none)]
pub struct Skill {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Know-how, knowledge, language, attitude or a group of skills.
    #[field(id = 4, default = "skill")]
    pub kind: Chosen<SkillKind>,
    /// How widely it is of use, from every occupation to one.
    #[field(id = 5)]
    pub reuse_level: Option<Chosen<ReuseLevel>>,
    /// Drawer of the library in which it lies.
    #[field(id = 6)]
    pub category: Option<Ref<SkillCategory>>,
    /// More general skills of which this one is a part.
    #[field(id = 7)]
    pub broader: Option<Refs<Skill>>,
    /// Scale on which levels of this skill are given; empty means the default scale.
    #[field(id = 8)]
    pub scale: Option<Ref<SkillScale>>,
    /// Address of the concept in ESCO, the European classification of skills.
    #[field(id = 9, unique)]
    pub esco_uri: Option<Url>,
    /// Where it comes from, such as ESCO and its version; empty for the tenant's own.
    #[field(id = 10, max = 60)]
    pub source: Option<Line>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 11, default = "true")]
    pub active: bool,
}
