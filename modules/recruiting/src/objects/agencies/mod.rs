//! Agencies that propose candidates.

mod agency;
mod agency_mandate;
mod agency_submission;
mod agency_submission_document;
mod agency_user;

use talang_catalogue::{BusinessObject, ObjectDef};

pub use agency::Agency;
pub use agency_mandate::AgencyMandate;
pub use agency_submission::{AgencySubmission, SubmissionState};
pub use agency_submission_document::AgencySubmissionDocument;
pub use agency_user::AgencyUser;

/// The objects of this folder, in the order in which menus list them.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        Agency::DEF,
        AgencyUser::DEF,
        AgencyMandate::DEF,
        AgencySubmission::DEF,
        AgencySubmissionDocument::DEF,
    ]
}
