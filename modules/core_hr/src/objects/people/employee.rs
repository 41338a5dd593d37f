//! Employee: see [`Employee`].

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, CountryCode, CultureCode, Email, FileId, Item, Line, Phone};
use talang_derive::{Choice, Object};

/// Someone the company employs, employed or is about to employ.
#[derive(Object)]
#[object(id = 120, module = "people", kind = employees, key(number), subject = self, extensible, title(first_name, last_name))]
pub struct Employee {
    /// Permanent employee number, printed on the payslip; never given twice.
    #[field(id = 1, search, privacy = identity)]
    pub number: Code,
    /// Form of address in letters.
    #[field(id = 2, list = "civility", privacy = identity)]
    pub civility: Option<Item>,
    /// Given names as on the identity document.
    #[field(id = 3, search, privacy = identity, max = 80)]
    pub first_name: Line,
    /// Family name in use.
    #[field(id = 4, search, privacy = identity, max = 80)]
    pub last_name: Line,
    /// Family name at birth, where it differs.
    #[field(id = 5, privacy = private, max = 80)]
    pub birth_name: Option<Line>,
    /// Name the person wishes to be called at work.
    #[field(id = 6, search, privacy = identity, max = 80)]
    pub preferred_name: Option<Line>,
    /// Day of birth.
    #[field(id = 7, privacy = private)]
    pub birth_date: Option<Date>,
    /// Town or municipality of birth.
    #[field(id = 8, privacy = private, max = 120)]
    pub birth_place: Option<Line>,
    /// Country where the place of birth lies today.
    #[field(id = 9, privacy = private)]
    pub birth_country: Option<CountryCode>,
    /// As in the civil register; needed for statutory reports.
    #[field(id = 10, privacy = private)]
    pub sex: Option<Chosen<Sex>>,
    /// Country of citizenship; decides whether a work permit is needed.
    #[field(id = 11, privacy = private)]
    pub nationality: Option<CountryCode>,
    /// Language of screens and mails, and formats of dates and numbers.
    #[field(id = 12, privacy = identity, group = "preferences")]
    pub culture: Option<CultureCode>,
    /// Professional address; mails of the system go there.
    #[field(id = 13, search, unique, privacy = identity)]
    pub work_email: Option<Email>,
    /// Professional landline, with country prefix.
    #[field(id = 14, privacy = identity)]
    pub work_phone: Option<Phone>,
    /// Professional mobile number, with country prefix.
    #[field(id = 15, privacy = identity)]
    pub work_mobile: Option<Phone>,
    /// Building, floor and room or desk.
    #[field(id = 16, privacy = work, max = 80)]
    pub office: Option<Line>,
    /// First day of the present employment.
    #[field(id = 17, privacy = work, group = "employment")]
    pub hire_date: Option<Date>,
    /// Day from which length of service counts, where it is not the hire date.
    #[field(id = 18, privacy = work, group = "employment")]
    pub seniority_date: Option<Date>,
    /// Last day of employment.
    #[field(id = 19, privacy = work, group = "employment")]
    pub exit_date: Option<Date>,
    /// Why the employment ended or will end.
    #[field(id = 20, list = "exit-reason", privacy = private)]
    pub exit_reason: Option<Item>,
    /// Whether the person works here now, is suspended, has left or starts later.
    #[field(id = 21, default = "active", privacy = work)]
    pub status: Chosen<EmployeeStatus>,
    /// Needed for tax and benefits in some countries.
    #[field(id = 22, list = "marital-status", privacy = private)]
    pub marital_status: Option<Item>,
    /// National number for social security and payroll.
    #[field(id = 23, privacy = private)]
    pub social_security_number: Option<Code>,
    /// Number in the payroll system, where it differs from the employee number.
    #[field(id = 24, privacy = work, group = "employment")]
    pub payroll_number: Option<Code>,
    /// Officially recognised disability; only for statutory duties and workplace adjustments.
    #[field(id = 25, list = "disability-status", privacy = sensitive)]
    pub disability_status: Option<Item>,
    /// Last day of the official recognition of the disability.
    #[field(id = 26, privacy = sensitive)]
    pub disability_until: Option<Date>,
    /// Portrait shown in the directory and on the organisation chart.
    #[field(id = 27, privacy = identity)]
    pub photo: Option<FileId>,
}

/// Sex as in the civil register, in the codes of ICAO travel documents plus U.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Female.
    #[choice("F")]
    Female,
    /// Male.
    #[choice("M")]
    Male,
    /// Other.
    #[choice("X")]
    Other,
    /// Unknown.
    #[choice("U")]
    Unknown,
}

/// Whether someone works for the company.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum EmployeeStatus {
    /// Active.
    #[choice("active")]
    Active,
    /// Suspended.
    #[choice("suspended")]
    Suspended,
    /// Left.
    #[choice("left")]
    Left,
    /// Future.
    #[choice("future")]
    Future,
}
