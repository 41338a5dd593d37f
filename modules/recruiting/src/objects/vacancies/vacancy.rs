//! Vacancies: see [`Vacancy`].

use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, Item, Line, Long, Money, Percent, Ref, Translated, value::Chosen};
use talang_core_hr::objects::jobs::Job;
use talang_core_hr::objects::organisation::{Establishment, Organisation, Position};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::{PayPeriod, PipelineTemplate, Requisition};

/// Work for which somebody is sought: what candidates read about it, what is expected, and who takes care
/// of it.
#[derive(Object)]
#[object(id = 302, module = "vacancies", kind = candidates, key(code), title(title), within = self, extensible, privacy = none)]
pub struct Vacancy {
    /// Permanent reference, printed in advertisements.
    #[field(id = 1, search, numbered = "{year}-{4}")]
    pub code: Code,
    /// Name of the work as candidates read it, per language.
    #[field(id = 2, search)]
    pub title: Translated,
    /// The job in the job catalogue.
    #[field(id = 3)]
    pub job: Option<Ref<Job>>,
    /// The position in the staffing plan that is to be filled; empty where there is none yet.
    #[field(id = 4)]
    pub position: Option<Ref<Position>>,
    /// The unit that hires.
    #[field(id = 5)]
    pub organisation: Option<Ref<Organisation>>,
    /// Place where the work is done.
    #[field(id = 6)]
    pub establishment: Option<Ref<Establishment>>,
    /// Place of work as candidates read it, where it is not the establishment's.
    #[field(id = 7, max = 200)]
    pub place: Option<Line>,
    /// Country of the work.
    #[field(id = 8)]
    pub country: Option<CountryCode>,
    /// The requisition that allowed it.
    #[field(id = 9)]
    pub requisition: Option<Ref<Requisition>>,
    /// How many people are to be hired.
    #[field(id = 10, default = "1", min = 1, max = 9999)]
    pub openings: i64,
    /// Permanent, fixed-term, apprenticeship and so on.
    #[field(id = 11, list = "contract-type")]
    pub contract_type: Option<Item>,
    /// Statutory or agreed category: worker, salaried employee, executive.
    #[field(id = 12, list = "employee-category")]
    pub category: Option<Item>,
    /// Length of a fixed-term contract; empty means for good.
    #[field(id = 13, min = 1, max = 600)]
    pub duration_months: Option<i64>,
    /// 100 is full time.
    #[field(id = 14, min = 1, max = 100)]
    pub working_time: Option<Percent>,
    /// How far the work can be done away from the workplace.
    #[field(id = 15, list = "remote-work")]
    pub remote_work: Option<Item>,
    /// Day on which the work should begin.
    #[field(id = 16)]
    pub start_on: Option<Date>,
    /// What the work is about and what it consists of, per language.
    #[field(id = 17, max = 20000)]
    pub mission: Option<Translated>,
    /// What candidates should bring, per language.
    #[field(id = 18, max = 20000)]
    pub profile: Option<Translated>,
    /// Company and team as candidates read about them, per language.
    #[field(id = 19, max = 20000)]
    pub company_text: Option<Translated>,
    /// Benefits and conditions, per language.
    #[field(id = 20, max = 20000)]
    pub benefits: Option<Translated>,
    /// Level of education that is expected.
    #[field(id = 21, list = "education-level")]
    pub education_level: Option<Item>,
    /// Experience that is expected.
    #[field(id = 22, list = "experience-level")]
    pub experience_level: Option<Item>,
    /// Lowest gross salary that may be offered.
    #[field(id = 23, privacy = financial)]
    pub salary_from: Option<Money>,
    /// Highest gross salary that may be offered.
    #[field(id = 24, privacy = financial)]
    pub salary_to: Option<Money>,
    /// Time for which the salary is stated.
    #[field(id = 25, privacy = financial)]
    pub pay_period: Option<Chosen<PayPeriod>>,
    /// Candidates read the salary in the advertisement.
    #[field(id = 26, privacy = financial)]
    pub salary_shown: bool,
    /// Person who takes care of the vacancy.
    #[field(id = 27, privacy = work)]
    pub recruiter: Option<Ref<Employee>>,
    /// Future manager of the person who is hired.
    #[field(id = 28, privacy = work)]
    pub manager: Option<Ref<Employee>>,
    /// Stages through which applications go.
    #[field(id = 29)]
    pub pipeline: Option<Ref<PipelineTemplate>>,
    /// Whether people may apply.
    #[field(id = 30, default = "draft")]
    pub state: Chosen<VacancyState>,
    /// First day on which people could apply.
    #[field(id = 31)]
    pub opened_on: Option<Date>,
    /// Last day for applications; empty: until further notice.
    #[field(id = 32)]
    pub apply_until: Option<Date>,
    /// Day on which it was filled or given up.
    #[field(id = 33)]
    pub closed_on: Option<Date>,
    /// Nobody applies without a curriculum vitae.
    #[field(id = 34, default = "true")]
    pub cv_required: bool,
    /// Nobody applies without a covering letter.
    #[field(id = 35)]
    pub letter_required: bool,
    /// What else candidates are asked to send, per language.
    #[field(id = 36, max = 4000)]
    pub documents_wanted: Option<Translated>,
    /// Stands first among the vacancies that candidates read.
    #[field(id = 37)]
    pub top_offer: bool,
    /// For colleagues only; candidates never read it.
    #[field(id = 38, max = 8000, group = "private")]
    pub comment: Option<Long>,
}

/// Whether people may apply for a vacancy.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum VacancyState {
    /// Draft.
    #[choice("draft")]
    Draft,
    /// Open.
    #[choice("open")]
    Open,
    /// Suspended.
    #[choice("suspended")]
    Suspended,
    /// Filled.
    #[choice("filled")]
    Filled,
    /// Closed.
    #[choice("closed")]
    Closed,
    /// Archived.
    #[choice("archived")]
    Archived,
}
