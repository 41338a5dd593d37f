//! Career sites: what candidates read, and what is sent to them.

mod diversity_breakdown;
mod front_office;
mod front_office_page;
mod job_alert;
mod message_template;
mod privacy_notice;
mod retention_rule;

use talang_catalogue::{BusinessObject, ObjectDef};

pub use diversity_breakdown::{DiversityBreakdown, DiversityKind};
pub use front_office::{FrontOffice, SiteFont};
pub use front_office_page::FrontOfficePage;
pub use job_alert::{AlertFrequency, JobAlert};
pub use message_template::{MessagePurpose, MessageTemplate};
pub use privacy_notice::PrivacyNotice;
pub use retention_rule::RetentionRule;

/// The objects of this folder, in the order in which menus list them.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        FrontOffice::DEF,
        FrontOfficePage::DEF,
        PrivacyNotice::DEF,
        JobAlert::DEF,
        MessageTemplate::DEF,
        RetentionRule::DEF,
        DiversityBreakdown::DEF,
    ]
}
