//! Certification requirements.

use talang_catalogue::{Code, Line, Ref};
use talang_derive::Object;

use super::super::organisation::Position;
use super::{Certification, Job};

/// Certification that holders of a job, or of one position, must have; names either a job or a position.
#[derive(Object)]
#[object(id = 182, module = "jobs", kind = employees, key(code), privacy = none)]
pub struct CertificationRequirement {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1)]
    pub code: Code,
    /// Certificate from the library.
    #[field(id = 2)]
    pub certification: Ref<Certification>,
    /// Job that needs it; leave empty where a position is named.
    #[field(id = 3)]
    pub job: Option<Ref<Job>>,
    /// Position that needs it; leave empty where a job is named.
    #[field(id = 4)]
    pub position: Option<Ref<Position>>,
    /// Work may not start without it; otherwise it is wished for.
    #[field(id = 5, default = "true")]
    pub mandatory: bool,
    /// Days after taking up the work by which it must be obtained.
    #[field(id = 6, min = 0, max = 3650)]
    pub grace_days: Option<i64>,
    /// Free remark.
    #[field(id = 7)]
    pub comment: Option<Line>,
}
