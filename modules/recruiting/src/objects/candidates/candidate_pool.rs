//! Candidate pools: see [`CandidatePool`].

use talang_catalogue::{Code, Ref, Translated};
use talang_core_hr::objects::people::Employee;
use talang_derive::Object;

/// Candidates whom recruiters keep in mind for later, such as future apprentices.
#[derive(Object)]
#[object(id = 332, module = "candidates", kind = candidates, key(code), title(label), extensible, privacy = none)]
pub struct CandidatePool {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Who takes care of it.
    #[field(id = 4, privacy = work)]
    pub responsible: Option<Ref<Employee>>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 5, default = "true")]
    pub active: bool,
}
