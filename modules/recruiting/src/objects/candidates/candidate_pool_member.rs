//! Members of pools: see [`CandidatePoolMember`].

use jiff::civil::Date;
use talang_catalogue::{Line, Ref};
use talang_core_hr::objects::people::Employee;
use talang_derive::Object;

use super::{Candidate, CandidatePool};

/// Candidate in a pool, since when and why.
#[derive(Object)]
#[object(id = 333, module = "candidates", kind = candidates, key(pool, candidate), title(candidate, pool), subject = candidate, privacy = work)]
pub struct CandidatePoolMember {
    /// The pool in which the candidate is.
    #[field(id = 1)]
    pub pool: Ref<CandidatePool>,
    /// Person whom the record is about.
    #[field(id = 2, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Day on which the candidate came into the pool.
    #[field(id = 3)]
    pub added_on: Option<Date>,
    /// Who put the candidate into the pool.
    #[field(id = 4)]
    pub added_by: Option<Ref<Employee>>,
    /// Free remark.
    #[field(id = 5, max = 400)]
    pub comment: Option<Line>,
}
