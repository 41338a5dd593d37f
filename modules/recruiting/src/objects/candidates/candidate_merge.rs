//! Merges of candidates' files: see [`CandidateMerge`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::{Code, Ref};
use talang_core_hr::objects::people::Employee;
use talang_derive::Object;

use super::Candidate;

/// Two files of one person became one; written by the program, so that it can be undone for a while. What was changed stands
/// in the journal, and here which of its lines tell it: nothing about the person is kept twice.
#[derive(Object)]
#[object(id = 373, module = "candidates", kind = candidates, key(candidate, number), title(candidate, number), subject = candidate, internal, hidden, privacy = work)]
pub struct CandidateMerge {
    /// The file that stayed.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{3}")]
    pub number: Code,
    /// Number of the file that was merged into it.
    #[field(id = 3, privacy = identity)]
    pub merged: Code,
    /// Moment at which it happened.
    #[field(id = 4)]
    pub merged_at: Timestamp,
    /// Who did it.
    #[field(id = 5)]
    pub merged_by: Option<Ref<Employee>>,
    /// Last day on which it can be undone.
    #[field(id = 6)]
    pub until: Date,
    /// First line of the journal that tells what was changed.
    #[field(id = 7)]
    pub first_line: i64,
    /// Last line of the journal that tells what was changed.
    #[field(id = 8)]
    pub last_line: i64,
    /// Number of the row that the merged file had, by which its traces are found when the person is erased.
    #[field(id = 10)]
    pub merged_row: i64,
    /// Moment at which it was undone.
    #[field(id = 9)]
    pub undone_at: Option<Timestamp>,
}
