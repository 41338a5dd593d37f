//! Language skills.

use jiff::civil::Date;
use talang_catalogue::{LanguageCode, Line, Ref, value::Chosen};
use talang_derive::{Choice, Object};

use super::super::people::Employee;

/// Level of the Common European Framework of Reference for Languages.
#[derive(Choice, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CefrLevel {
    /// A1 – beginner.
    #[choice("A1")]
    A1,
    /// A2 – elementary.
    #[choice("A2")]
    A2,
    /// B1 – intermediate.
    #[choice("B1")]
    B1,
    /// B2 – independent.
    #[choice("B2")]
    B2,
    /// C1 – advanced.
    #[choice("C1")]
    C1,
    /// C2 – mastery.
    #[choice("C2")]
    C2,
}

/// Language that someone speaks, with the level on the European scale.
#[derive(Object)]
#[object(id = 204, module = "profile", kind = employees, key(employee, language), subject = employee, extensible, privacy = work)]
pub struct ProfileLanguage {
    /// Person whom the record is about.
    #[field(id = 1)]
    pub employee: Ref<Employee>,
    /// The language.
    #[field(id = 2)]
    pub language: LanguageCode,
    /// Overall level, A1 to C2.
    #[field(id = 3)]
    pub level: Chosen<CefrLevel>,
    /// Learnt at home as a child.
    #[field(id = 4)]
    pub native: bool,
    /// Understanding the spoken language.
    #[field(id = 5)]
    pub listening: Option<Chosen<CefrLevel>>,
    /// Understanding the written language.
    #[field(id = 6)]
    pub reading: Option<Chosen<CefrLevel>>,
    /// Conversation and spoken presentation.
    #[field(id = 7)]
    pub speaking: Option<Chosen<CefrLevel>>,
    /// Written expression.
    #[field(id = 8)]
    pub writing: Option<Chosen<CefrLevel>>,
    /// Test passed, with its score.
    #[field(id = 9, max = 120)]
    pub certificate: Option<Line>,
    /// Day on which the level was found.
    #[field(id = 10)]
    pub assessed_on: Option<Date>,
}
