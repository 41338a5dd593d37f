//! Pipelines: see [`PipelineTemplate`].

use talang_catalogue::{Code, Translated};
use talang_derive::Object;

/// Stages through which applications go, for one or many vacancies.
#[derive(Object)]
#[object(id = 309, module = "vacancies", kind = candidates, key(code), title(label), privacy = none)]
pub struct PipelineTemplate {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Used for vacancies that name no pipeline.
    #[field(id = 4)]
    pub standard: bool,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 5, default = "true")]
    pub active: bool,
}
