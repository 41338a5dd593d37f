//! Criteria: see [`ScorecardCriterion`].

use talang_catalogue::{Code, Ref, Translated};
use talang_core_hr::objects::jobs::Job;
use talang_derive::Object;

use super::super::vacancies::PipelineTemplate;

/// What interviewers judge, the same for all candidates of a vacancy.
#[derive(Object)]
#[object(id = 345, module = "applications", kind = candidates, key(pipeline, code), title(label), privacy = none, path = "scorecard-criteria")]
pub struct ScorecardCriterion {
    /// The pipeline whose interviewers judge it.
    #[field(id = 1)]
    pub pipeline: Ref<PipelineTemplate>,
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 2, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 3, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 4)]
    pub description: Option<Translated>,
    /// Only for vacancies of this job; empty: for all.
    #[field(id = 5)]
    pub job: Option<Ref<Job>>,
    /// Importance from 1 (useful) to 10 (decisive).
    #[field(id = 6, default = "1", min = 1, max = 10)]
    pub weight: i64,
    /// Place in lists; smaller numbers come first.
    #[field(id = 7, min = 0)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 8, default = "true")]
    pub active: bool,
}
