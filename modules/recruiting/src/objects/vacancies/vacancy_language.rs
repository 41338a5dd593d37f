//! Languages of vacancies: see [`VacancyLanguage`].

use talang_catalogue::{LanguageCode, Line, Ref, value::Chosen};
use talang_core_hr::objects::profile::CefrLevel;
use talang_derive::Object;

use super::Vacancy;

/// Language that candidates for a vacancy should speak, with the level on the European scale.
#[derive(Object)]
#[object(id = 304, module = "vacancies", kind = candidates, key(vacancy, language), title(language), within = vacancy, privacy = none)]
pub struct VacancyLanguage {
    /// The vacancy that it belongs to.
    #[field(id = 1)]
    pub vacancy: Ref<Vacancy>,
    /// The language.
    #[field(id = 2)]
    pub language: LanguageCode,
    /// Overall level, A1 to C2.
    #[field(id = 3)]
    pub level: Chosen<CefrLevel>,
    /// Nobody is hired without it; otherwise it is wished for.
    #[field(id = 4)]
    pub mandatory: bool,
    /// Free remark.
    #[field(id = 5, max = 400)]
    pub comment: Option<Line>,
}
