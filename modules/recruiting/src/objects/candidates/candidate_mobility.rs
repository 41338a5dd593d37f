//! Mobility of candidates: see [`CandidateMobility`].

use talang_catalogue::{CountryCode, Item, Line, Ref};
use talang_core_hr::objects::jobs::{Job, JobFamily};
use talang_core_hr::objects::organisation::Establishment;
use talang_derive::Object;

use super::Candidate;

/// Where and in what field a candidate would like to work.
#[derive(Object)]
#[object(id = 328, module = "candidates", kind = candidates, key(candidate, priority), title(candidate, priority), subject = candidate, extensible, privacy = work)]
pub struct CandidateMobility {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// 1 is the dearest wish.
    #[field(id = 2, min = 1, max = 99)]
    pub priority: i64,
    /// Job the person would like.
    #[field(id = 3)]
    pub job: Option<Ref<Job>>,
    /// Field, where no single job is meant.
    #[field(id = 4)]
    pub family: Option<Ref<JobFamily>>,
    /// Permanent, fixed-term, apprenticeship and so on.
    #[field(id = 5, list = "contract-type")]
    pub contract_type: Option<Item>,
    /// Site the person would like to work at.
    #[field(id = 6)]
    pub establishment: Option<Ref<Establishment>>,
    /// Town or region.
    #[field(id = 7, max = 120)]
    pub place: Option<Line>,
    /// Country the person would like to work in.
    #[field(id = 8)]
    pub country: Option<CountryCode>,
    /// Distance from the place that is still fine.
    #[field(id = 9, min = 0, max = 20000)]
    pub radius_km: Option<i64>,
    /// How far the person would like to work away from the workplace.
    #[field(id = 10, list = "remote-work")]
    pub remote_work: Option<Item>,
    /// Free remark.
    #[field(id = 11, max = 400)]
    pub comment: Option<Line>,
}
