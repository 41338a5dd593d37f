//! Job activities.

use talang_catalogue::{Code, Percent, Ref, Translated};
use talang_derive::Object;

use super::Job;

/// One activity of a job, with the share of time that it takes.
#[derive(Object)]
#[object(id = 173, module = "jobs", kind = shared, key(job, code), title(label), privacy = none)]
pub struct JobActivity {
    /// Job that it belongs to.
    #[field(id = 1)]
    pub job: Ref<Job>,
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 2)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 3, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 4)]
    pub description: Option<Translated>,
    /// Part of the working time that it usually takes, in percent.
    #[field(id = 5, min = 0, max = 100)]
    pub share: Option<Percent>,
    /// Part of the core of the job.
    #[field(id = 6, default = "true")]
    pub essential: bool,
    /// Place in lists; smaller numbers come first.
    #[field(id = 7, min = 0)]
    pub sort_order: Option<i64>,
}
