//! Questions of vacancies: see [`VacancyQuestion`].

use talang_catalogue::{Line, Ref, Translated, value::Chosen};
use talang_derive::{Choice, Object};

use super::Vacancy;

/// Question that candidates answer when they apply for a vacancy.
#[derive(Object)]
#[object(id = 306, module = "vacancies", kind = candidates, key(vacancy, number), title(text), within = vacancy, privacy = none)]
pub struct VacancyQuestion {
    /// The vacancy that it belongs to.
    #[field(id = 1)]
    pub vacancy: Ref<Vacancy>,
    /// Smaller numbers come first.
    #[field(id = 2, min = 1, max = 99)]
    pub number: i64,
    /// The question as candidates read it, per language.
    #[field(id = 3, search)]
    pub text: Translated,
    /// Yes or no, a choice, a number, a text or a date.
    #[field(id = 4, default = "text")]
    pub kind: Chosen<QuestionKind>,
    /// What can be chosen, separated by semicolons, per language.
    #[field(id = 5, max = 4000)]
    pub choices: Option<Translated>,
    /// Nobody applies without an answer.
    #[field(id = 6)]
    pub mandatory: bool,
    /// Shown to those who decide; it never decides by itself.
    #[field(id = 7, max = 200, group = "decision")]
    pub knock_out: Option<Line>,
}

/// How a question is answered.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Yes or no.
    #[choice("yes-no")]
    YesNo,
    /// One choice.
    #[choice("one")]
    One,
    /// Several choices.
    #[choice("several")]
    Several,
    /// Number.
    #[choice("number")]
    Number,
    /// Text.
    #[choice("text")]
    Text,
    /// Date.
    #[choice("date")]
    Date,
}
