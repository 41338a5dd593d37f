//! The profile: what people tell about their working life, skills and wishes.

mod education;
mod experience;
mod interest;
mod mobility_wish;
#[expect(clippy::module_inception, reason = "a file is named after its object")]
mod profile;
mod profile_language;
mod profile_project;
mod profile_skill;
mod qualification;

use talang_catalogue::{BusinessObject, ObjectDef};

pub use education::Education;
pub use experience::Experience;
pub use interest::Interest;
pub use mobility_wish::{MobilityHorizon, MobilityWish, WishState};
pub use profile::Profile;
pub use profile_language::{CefrLevel, ProfileLanguage};
pub use profile_project::ProfileProject;
pub use profile_skill::{ProfileSkill, SkillInterest, SkillSource};
pub use qualification::Qualification;

/// The objects of the module, in the order of its menu.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        Profile::DEF,
        Qualification::DEF,
        Experience::DEF,
        Education::DEF,
        ProfileLanguage::DEF,
        ProfileSkill::DEF,
        ProfileProject::DEF,
        Interest::DEF,
        MobilityWish::DEF,
    ]
}
