//! Proposals of agencies: see [`AgencySubmission`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::{Long, Money, Ref, value::Chosen};
use talang_derive::{Choice, Object};

use super::super::candidates::Candidate;
use super::super::vacancies::Vacancy;
use super::{Agency, AgencyUser};

/// Candidate whom an agency proposes for a vacancy.
#[derive(Object)]
#[object(id = 357, module = "agencies", kind = candidates, key(agency, candidate, vacancy), title(candidate, agency), subject = candidate, within = vacancy, hidden, privacy = work)]
pub struct AgencySubmission {
    /// The agency that proposes.
    #[field(id = 1)]
    pub agency: Ref<Agency>,
    /// Person whom the record is about.
    #[field(id = 2, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Vacancy for which the person is proposed.
    #[field(id = 3)]
    pub vacancy: Ref<Vacancy>,
    /// Person at the agency.
    #[field(id = 4)]
    pub submitted_by: Option<Ref<AgencyUser>>,
    /// Moment at which it was made.
    #[field(id = 5)]
    pub submitted_at: Option<Timestamp>,
    /// What became of the proposal.
    #[field(id = 6, default = "received", group = "decision")]
    pub state: Chosen<SubmissionState>,
    /// Last day on which the agency would be paid for a hiring.
    #[field(id = 7)]
    pub protected_until: Option<Date>,
    /// What the agency receives if the person is hired.
    #[field(id = 8, privacy = financial)]
    pub fee: Option<Money>,
    /// What the agency says about the person.
    #[field(id = 9, max = 8000)]
    pub comment: Option<Long>,
}

/// What became of an agency's proposal.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum SubmissionState {
    /// Received.
    #[choice("received")]
    Received,
    /// Accepted.
    #[choice("accepted")]
    Accepted,
    /// Already known.
    #[choice("duplicate")]
    Duplicate,
    /// Refused.
    #[choice("refused")]
    Refused,
}
