//! Candidates: who they are, what they can do, and what they agreed to.

mod candidate;
mod candidate_account;
mod candidate_address;
mod candidate_certification;
mod candidate_consent;
mod candidate_document;
mod candidate_education;
mod candidate_experience;
mod candidate_language;
mod candidate_merge;
mod candidate_mobility;
mod candidate_pool;
mod candidate_pool_member;
mod candidate_skill;
mod candidate_source;
mod candidate_tag;
mod speculative_application;

use talang_catalogue::{BusinessObject, ObjectDef};

pub use candidate::{Candidate, CandidateChannel};
pub use candidate_account::CandidateAccount;
pub use candidate_address::CandidateAddress;
pub use candidate_certification::CandidateCertification;
pub use candidate_consent::CandidateConsent;
pub use candidate_document::CandidateDocument;
pub use candidate_education::CandidateEducation;
pub use candidate_experience::CandidateExperience;
pub use candidate_language::CandidateLanguage;
pub use candidate_merge::CandidateMerge;
pub use candidate_mobility::CandidateMobility;
pub use candidate_pool::CandidatePool;
pub use candidate_pool_member::CandidatePoolMember;
pub use candidate_skill::CandidateSkill;
pub use candidate_source::CandidateSource;
pub use candidate_tag::CandidateTag;
pub use speculative_application::SpeculativeApplication;

/// The objects of this folder, in the order in which menus list them.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        Candidate::DEF,
        CandidateSource::DEF,
        CandidateAddress::DEF,
        CandidateEducation::DEF,
        CandidateExperience::DEF,
        CandidateSkill::DEF,
        CandidateLanguage::DEF,
        CandidateCertification::DEF,
        CandidateMobility::DEF,
        CandidateDocument::DEF,
        CandidateConsent::DEF,
        CandidateTag::DEF,
        CandidatePool::DEF,
        CandidatePoolMember::DEF,
        SpeculativeApplication::DEF,
        CandidateMerge::DEF,
        CandidateAccount::DEF,
    ]
}
