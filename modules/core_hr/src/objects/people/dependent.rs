//! Dependant: see [`Dependent`].

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, FileId, Item, Line, Ref};
use talang_derive::Object;

use super::employee::Employee;
use super::employee::Sex;

/// A partner, child or other relative who counts for leave, tax or benefits.
#[derive(Object)]
#[object(id = 124, module = "people", kind = employees, key(employee, number), subject = employee, extensible, privacy = private, title(first_name, last_name))]
pub struct Dependent {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Tells the records of one person apart: 1, 2, 3 …
    #[field(id = 2)]
    pub number: Code,
    /// What the dependant is to the employee.
    #[field(id = 3, list = "relationship")]
    pub relationship: Item,
    /// Given name of the dependant.
    #[field(id = 4, max = 80, group = "private")]
    pub first_name: Line,
    /// Family name, where it differs from the employee's.
    #[field(id = 5, max = 80, group = "private")]
    pub last_name: Option<Line>,
    /// Decides on age limits for leave and benefits.
    #[field(id = 6)]
    pub birth_date: Option<Date>,
    /// As in the civil register.
    #[field(id = 7)]
    pub sex: Option<Chosen<Sex>>,
    /// First day on which the person counts as dependant.
    #[field(id = 8)]
    pub dependent_from: Option<Date>,
    /// Last day on which the person counts as dependant.
    #[field(id = 9)]
    pub dependent_until: Option<Date>,
    /// Is taken into account for income tax.
    #[field(id = 10)]
    pub tax_relevant: bool,
    /// Is covered by the company's health insurance or pension plan.
    #[field(id = 11)]
    pub insured: bool,
    /// Gives right to additional leave or benefits in some countries.
    #[field(id = 12, privacy = sensitive)]
    pub disabled: Option<bool>,
    /// Certificate of birth, marriage or schooling.
    #[field(id = 13)]
    pub evidence: Option<FileId>,
}
