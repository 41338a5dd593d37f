//! Proposals of agencies: see [`AgencySubmission`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, Email, Line, Long, Money, Phone, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::super::applications::Application;
use super::super::candidates::Candidate;
use super::super::vacancies::Vacancy;
use super::{Agency, AgencyUser};

/// Candidate whom an agency proposes for a vacancy.
#[derive(Object)]
#[object(id = 357, module = "agencies", kind = candidates, key(agency, candidate, vacancy), title(candidate, agency), subject = candidate, within = vacancy, privacy = work)]
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
    /// Number by which agency and company speak of the proposal.
    #[field(id = 10, search, unique, numbered = "P{year}-{5}")]
    pub number: Option<Code>,
    /// Given names, as the agency wrote them.
    #[field(id = 11, search, max = 80, privacy = identity)]
    pub first_name: Option<Line>,
    /// Family name, as the agency wrote it.
    #[field(id = 12, search, max = 80, privacy = identity)]
    pub last_name: Option<Line>,
    /// Address, as the agency wrote it.
    #[field(id = 13, privacy = contact)]
    pub email: Option<Email>,
    /// Telephone number, as the agency wrote it.
    #[field(id = 14, privacy = contact)]
    pub phone: Option<Phone>,
    /// Town or city, as the agency wrote it.
    #[field(id = 15, max = 80, privacy = contact)]
    pub city: Option<Line>,
    /// Country, as the agency wrote it.
    #[field(id = 16, privacy = identity)]
    pub country: Option<CountryCode>,
    /// The agency confirmed that the person agreed to be proposed.
    #[field(id = 17)]
    pub agreed: bool,
    /// Application that the proposal led to.
    #[field(id = 18, read_only, group = "decision")]
    pub application: Option<Ref<Application>>,
    /// Moment at which a recruiter decided; before it the agency reads that the proposal was received.
    #[field(id = 19, read_only, group = "decision")]
    pub decided_at: Option<Timestamp>,
    /// Recruiter who decided.
    #[field(id = 20, read_only, group = "decision")]
    pub decided_by: Option<Ref<Employee>>,
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
    /// Withdrawn by the agency.
    #[choice("withdrawn")]
    Withdrawn,
    /// Hired.
    #[choice("hired")]
    Hired,
}
