//! `PayGroup`: people who are paid in the same payroll run.

use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, CountryCode, CurrencyCode, Ref, Translated};
use talang_derive::{Choice, Object};

use super::super::people::Employee;
use super::LegalEntity;

/// People who are paid together, in the same payroll run.
#[derive(Object)]
#[object(id = 89, module = "organisation", kind = employees, key(code), title(name), extensible, privacy = none)]
pub struct PayGroup {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// What it is for, in a few words.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Company to which it belongs in law.
    #[field(id = 4)]
    pub legal_entity: Option<Ref<LegalEntity>>,
    /// Country to which it belongs, as an ISO 3166 code.
    #[field(id = 5)]
    pub country: Option<CountryCode>,
    /// Currency in which the group is paid, as an ISO 4217 code.
    #[field(id = 6)]
    pub currency: Option<CurrencyCode>,
    /// How often the group is paid.
    #[field(id = 7, default = "monthly")]
    pub frequency: Chosen<PayFrequency>,
    /// Day of the month on which pay arrives; 31 means the last day.
    #[field(id = 8, min = 1, max = 31)]
    pub pay_day: Option<i64>,
    /// Day of the month until which changes count for the next pay.
    #[field(id = 9, min = 1, max = 31)]
    pub cut_off_day: Option<i64>,
    /// What the payroll system calls the group.
    #[field(id = 10, search)]
    pub external_code: Option<Code>,
    /// Person who looks after the payroll run.
    #[field(id = 11, privacy = work)]
    pub responsible: Option<Ref<Employee>>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 12, default = "true")]
    pub active: bool,
}

/// How often people are paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum PayFrequency {
    /// Every week.
    #[choice("weekly")]
    Weekly,
    /// Every two weeks.
    #[choice("fortnightly")]
    Fortnightly,
    /// Every four weeks.
    #[choice("four-weekly")]
    FourWeekly,
    /// Twice a month.
    #[choice("twice-monthly")]
    TwiceMonthly,
    /// Every month.
    #[choice("monthly")]
    Monthly,
}
