//! Referrals: see [`Referral`].

use jiff::Timestamp;
use talang_catalogue::{Code, Email, Line, Long, Money, Phone, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::super::candidates::Candidate;
use super::super::vacancies::Vacancy;

/// Recommendation of somebody for a vacancy by an employee.
#[derive(Object)]
#[object(id = 349, module = "applications", kind = candidates, key(referrer, number), title(first_name, last_name), within = referrer, extensible, privacy = work)]
pub struct Referral {
    /// Employee who recommends.
    #[field(id = 1)]
    pub referrer: Ref<Employee>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{6}")]
    pub number: Code,
    /// Given names.
    #[field(id = 3, search, max = 80, privacy = identity)]
    pub first_name: Line,
    /// Family name in use.
    #[field(id = 4, search, max = 80, privacy = identity)]
    pub last_name: Line,
    /// Address of the recommended person, who knows of the recommendation.
    #[field(id = 5, privacy = contact)]
    pub email: Option<Email>,
    /// Telephone number, with country prefix.
    #[field(id = 6, privacy = contact)]
    pub phone: Option<Phone>,
    /// Vacancy for which the person is recommended; empty: any.
    #[field(id = 7)]
    pub vacancy: Option<Ref<Vacancy>>,
    /// How the two know each other.
    #[field(id = 8, max = 200)]
    pub relationship: Option<Line>,
    /// Why the person would fit.
    #[field(id = 9, max = 8000, privacy = private)]
    pub text: Option<Long>,
    /// Moment at which it was made.
    #[field(id = 10)]
    pub referred_at: Option<Timestamp>,
    /// The candidate whom the person became.
    #[field(id = 11, group = "candidacy")]
    pub candidate: Option<Ref<Candidate>>,
    /// What became of the recommendation.
    #[field(id = 12, default = "submitted", group = "decision")]
    pub state: Chosen<ReferralState>,
    /// What the employee receives if the person is hired.
    #[field(id = 13, privacy = financial)]
    pub reward: Option<Money>,
    /// The person agreed to be recommended, and to a mail from us.
    #[field(id = 14)]
    pub agreed: Option<bool>,
}

/// What became of a recommendation.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum ReferralState {
    /// Submitted.
    #[choice("submitted")]
    Submitted,
    /// Under consideration.
    #[choice("considered")]
    Considered,
    /// Hired.
    #[choice("hired")]
    Hired,
    /// Closed.
    #[choice("closed")]
    Closed,
}
