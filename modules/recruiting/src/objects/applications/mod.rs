//! Applications: how a candidate goes on, from the first message to the offer.

mod application;
mod application_answer;
mod application_document;
mod application_event;
mod application_note;
mod approval_rule;
mod candidate_message;
mod interview;
mod interview_scorecard;
mod interview_slot;
mod offer;
mod offer_approval;
mod referral;
mod scorecard_criterion;

use talang_catalogue::{BusinessObject, ObjectDef};

pub use application::{Application, ApplicationState};
pub use application_answer::ApplicationAnswer;
pub use application_document::ApplicationDocument;
pub use application_event::{ApplicationEvent, ApplicationEventKind};
pub use application_note::ApplicationNote;
pub use approval_rule::{ApprovalRule, ApprovalSubject, ApproverKind};
pub use candidate_message::{CandidateMessage, MessageDirection};
pub use interview::{Interview, InterviewState};
pub use interview_scorecard::{InterviewScorecard, Recommendation};
pub use interview_slot::InterviewSlot;
pub use offer::{Offer, OfferState};
pub use offer_approval::OfferApproval;
pub use referral::{Referral, ReferralState};
pub use scorecard_criterion::ScorecardCriterion;

/// The objects of this folder, in the order in which menus list them.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        Application::DEF,
        ApplicationEvent::DEF,
        ApplicationAnswer::DEF,
        ApplicationDocument::DEF,
        InterviewSlot::DEF,
        Interview::DEF,
        ScorecardCriterion::DEF,
        InterviewScorecard::DEF,
        Offer::DEF,
        OfferApproval::DEF,
        Referral::DEF,
        CandidateMessage::DEF,
        ApplicationNote::DEF,
        ApprovalRule::DEF,
    ]
}
