//! Applications without a vacancy: see [`SpeculativeApplication`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::{Code, Item, Line, Long, Ref, Refs};
use talang_core_hr::objects::jobs::JobFamily;
use talang_core_hr::objects::library::Country;
use talang_derive::Object;

use super::super::careers::FrontOffice;
use super::Candidate;

/// Application without a vacancy: what somebody would like to do, where and from when.
#[derive(Object)]
#[object(id = 371, module = "candidates", kind = candidates, key(candidate, number), title(candidate, number), subject = candidate, extensible, privacy = work)]
pub struct SpeculativeApplication {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{6}")]
    pub number: Code,
    /// Moment at which it came in.
    #[field(id = 3)]
    pub received_at: Option<Timestamp>,
    /// The career site through which it came.
    #[field(id = 4)]
    pub front_office: Option<Ref<FrontOffice>>,
    /// Fields in which the person would like to work.
    #[field(id = 5)]
    pub families: Option<Refs<JobFamily>>,
    /// Countries in which the person would like to work.
    #[field(id = 6)]
    pub countries: Option<Refs<Country>>,
    /// Town or region.
    #[field(id = 7, max = 120)]
    pub place: Option<Line>,
    /// Permanent, fixed-term, apprenticeship and so on.
    #[field(id = 8, list = "contract-type")]
    pub contract_type: Option<Item>,
    /// First day on which the person could begin.
    #[field(id = 9)]
    pub available_from: Option<Date>,
    /// What the person wrote.
    #[field(id = 10, max = 20000, privacy = private)]
    pub text: Option<Long>,
}
