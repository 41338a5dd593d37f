//! Career paths.

use talang_catalogue::{Item, Ref, Translated};
use talang_derive::Object;

use super::Job;

/// Possible step from one job to another, with what it usually takes.
#[derive(Object)]
#[object(id = 175, module = "jobs", kind = shared, key(job, next_job), privacy = none)]
pub struct CareerPath {
    /// Job held before the step.
    #[field(id = 1)]
    pub job: Ref<Job>,
    /// Job held after the step.
    #[field(id = 2)]
    pub next_job: Ref<Job>,
    /// Promotion, lateral move, change of occupation.
    #[field(id = 3, list = "career-path-type")]
    pub kind: Option<Item>,
    /// Months that people usually spend in the first job.
    #[field(id = 4, min = 0, max = 600)]
    pub usual_months: Option<i64>,
    /// Training, experience or tests that the step asks for.
    #[field(id = 5)]
    pub conditions: Option<Translated>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
