//! Stages: see [`PipelineStage`].

use talang_catalogue::{Code, Ref, Translated, value::Chosen};
use talang_derive::{Choice, Object};

use super::PipelineTemplate;

/// Stage of a pipeline, such as the first interview.
#[derive(Object)]
#[object(id = 310, module = "vacancies", kind = candidates, key(pipeline, code), title(label), privacy = none)]
pub struct PipelineStage {
    /// The pipeline that contains the stage.
    #[field(id = 1)]
    pub pipeline: Ref<PipelineTemplate>,
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 2, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 3, search)]
    pub label: Translated,
    /// What candidates read about their application in this stage; empty: the label.
    #[field(id = 4)]
    pub candidate_label: Option<Translated>,
    /// What the stage is for, whatever it is called.
    #[field(id = 5, default = "screening")]
    pub kind: Chosen<StageKind>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 6, min = 1, max = 999)]
    pub rank: i64,
    /// Days after which an application has waited too long in the stage.
    #[field(id = 7, min = 1, max = 365)]
    pub days: Option<i64>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 8, default = "true")]
    pub active: bool,
}

/// What a stage of a pipeline is for.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum StageKind {
    /// New.
    #[choice("new")]
    New,
    /// Screening.
    #[choice("screening")]
    Screening,
    /// Interview.
    #[choice("interview")]
    Interview,
    /// Offer.
    #[choice("offer")]
    Offer,
    /// Hired.
    #[choice("hired")]
    Hired,
    /// Refused.
    #[choice("refused")]
    Refused,
}
