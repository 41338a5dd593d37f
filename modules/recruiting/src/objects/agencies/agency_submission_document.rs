//! Documents of agencies: see [`AgencySubmissionDocument`].

use talang_catalogue::{Code, FileId, Item, Line, Ref};
use talang_derive::Object;

use super::super::candidates::Candidate;
use super::super::vacancies::Vacancy;
use super::AgencySubmission;

/// Document that an agency sent with a proposal; it is in the candidate's file as soon as the proposal led to an application.
#[derive(Object)]
#[object(id = 370, module = "agencies", kind = candidates, key(submission, number), title(name), subject = candidate, within = vacancy, privacy = private)]
pub struct AgencySubmissionDocument {
    /// The proposal that it belongs to.
    #[field(id = 1, privacy = work)]
    pub submission: Ref<AgencySubmission>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{3}", privacy = work)]
    pub number: Code,
    /// Follows from the proposal.
    #[field(id = 3, privacy = identity, follows = "submission")]
    pub candidate: Ref<Candidate>,
    /// Follows from the proposal.
    #[field(id = 4, privacy = work, follows = "submission")]
    pub vacancy: Ref<Vacancy>,
    /// Curriculum vitae, letter, certificate and so on.
    #[field(id = 5, list = "candidate-document-type", privacy = work)]
    pub kind: Item,
    /// What the document is, in a few words.
    #[field(id = 6, max = 200)]
    pub name: Line,
    /// The document itself.
    #[field(id = 7)]
    pub file: FileId,
}
