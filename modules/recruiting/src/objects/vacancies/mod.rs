//! Vacancies: what is to be filled, why, with what demands, by whom, and how applications go on.

mod hiring_team_member;
mod pipeline_stage;
mod pipeline_template;
mod rejection_reason;
mod requisition;
mod requisition_approval;
mod vacancy;
mod vacancy_language;
mod vacancy_posting;
mod vacancy_question;
mod vacancy_skill;
mod vacancy_specialisation;

use talang_catalogue::{BusinessObject, ObjectDef};

pub use hiring_team_member::{HiringRole, HiringTeamMember};
pub use pipeline_stage::{PipelineStage, StageKind};
pub use pipeline_template::PipelineTemplate;
pub use rejection_reason::{RejectionReason, RejectionSide};
pub use requisition::{PayPeriod, Requisition, RequisitionState};
pub use requisition_approval::{ApprovalState, RequisitionApproval};
pub use vacancy::{Vacancy, VacancyState};
pub use vacancy_language::VacancyLanguage;
pub use vacancy_posting::{PostingState, VacancyPosting};
pub use vacancy_question::{QuestionKind, VacancyQuestion};
pub use vacancy_skill::VacancySkill;
pub use vacancy_specialisation::VacancySpecialisation;

/// The objects of this folder, in the order in which menus list them.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        Requisition::DEF,
        RequisitionApproval::DEF,
        Vacancy::DEF,
        VacancySpecialisation::DEF,
        VacancyLanguage::DEF,
        VacancySkill::DEF,
        VacancyQuestion::DEF,
        VacancyPosting::DEF,
        HiringTeamMember::DEF,
        PipelineTemplate::DEF,
        PipelineStage::DEF,
        RejectionReason::DEF,
    ]
}
