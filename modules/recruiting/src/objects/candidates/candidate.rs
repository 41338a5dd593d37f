//! Candidates: see [`Candidate`].

use jiff::civil::Date;
use talang_catalogue::{
    Code, CountryCode, CultureCode, Email, Item, Line, Long, Money, Phone, Ref, Url, value::Chosen,
};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::super::vacancies::PayPeriod;
use super::CandidateSource;

/// Someone who applies for work here, or might: from outside or an employee.
#[derive(Object)]
#[object(id = 320, module = "candidates", kind = candidates, key(number), title(first_name, last_name), subject = self, extensible, privacy = private)]
pub struct Candidate {
    /// Permanent number by which files and interfaces refer to the candidate.
    #[field(id = 1, search, numbered = "C{7}", privacy = identity)]
    pub number: Code,
    /// Form of address in letters.
    #[field(id = 2, list = "civility", privacy = identity)]
    pub civility: Option<Item>,
    /// Given names.
    #[field(id = 3, search, max = 80, privacy = identity)]
    pub first_name: Line,
    /// Family name in use.
    #[field(id = 4, search, max = 80, privacy = identity)]
    pub last_name: Line,
    /// Address to which messages go; no two candidates have the same.
    #[field(id = 5, search, unique, privacy = contact)]
    pub email: Option<Email>,
    /// Telephone number, with country prefix.
    #[field(id = 6, privacy = contact)]
    pub phone: Option<Phone>,
    /// Language of messages, and formats of dates and numbers.
    #[field(id = 7, privacy = identity)]
    pub culture: Option<CultureCode>,
    /// Country in which the person lives; decides how long the data are kept.
    #[field(id = 8, privacy = identity)]
    pub country: Option<CountryCode>,
    /// Town or city.
    #[field(id = 9, search, max = 80, privacy = contact)]
    pub city: Option<Line>,
    /// Day of birth; only where the law asks for it before hiring.
    #[field(id = 10, privacy = private)]
    pub birth_date: Option<Date>,
    /// One line that says what the person does.
    #[field(id = 11, search, max = 160, privacy = work)]
    pub headline: Option<Line>,
    /// Career and strengths in a few sentences.
    #[field(id = 12, max = 8000, privacy = work)]
    pub summary: Option<Long>,
    /// Company or body worked for.
    #[field(id = 13, search, max = 200, privacy = work)]
    pub current_employer: Option<Line>,
    /// Title of the post.
    #[field(id = 14, search, max = 200, privacy = work)]
    pub current_title: Option<Line>,
    /// Experience in the field of work.
    #[field(id = 15, list = "experience-level", privacy = work)]
    pub experience_level: Option<Item>,
    /// Highest level reached.
    #[field(id = 16, list = "education-level", privacy = work)]
    pub education_level: Option<Item>,
    /// Page in a professional network, or own site.
    #[field(id = 17, privacy = contact)]
    pub web_page: Option<Url>,
    /// Earliest day on which the person could begin.
    #[field(id = 18, privacy = work)]
    pub available_from: Option<Date>,
    /// As agreed, for example three months to the end of a quarter.
    #[field(id = 19, max = 120, privacy = work)]
    pub notice: Option<Line>,
    /// Gross salary that the person expects.
    #[field(id = 20, privacy = financial)]
    pub salary_wish: Option<Money>,
    /// Time for which the salary is stated.
    #[field(id = 21, privacy = financial)]
    pub pay_period: Option<Chosen<PayPeriod>>,
    /// How the person found us.
    #[field(id = 22, privacy = work)]
    pub source: Option<Ref<CandidateSource>>,
    /// Way by which the record came in.
    #[field(id = 23, default = "back-office", privacy = work, fixed)]
    pub channel: Chosen<CandidateChannel>,
    /// The employee, where the candidate works here already.
    #[field(id = 24, unique, privacy = identity)]
    pub employee: Option<Ref<Employee>>,
    /// Recruiter who keeps in touch with the person.
    #[field(id = 25, privacy = work)]
    pub responsible: Option<Ref<Employee>>,
    /// The person is not to be considered for now.
    #[field(id = 26, privacy = private, group = "decision")]
    pub blocked: bool,
    /// Facts only; the candidate has the right to read it.
    #[field(id = 27, max = 400, privacy = private, group = "decision")]
    pub blocked_reason: Option<Line>,
    /// Day up to which the person agreed that the data are kept.
    #[field(id = 28, privacy = work)]
    pub consent_until: Option<Date>,
    /// Day on which everything that tells who it was was removed.
    #[field(id = 29, read_only, privacy = work, group = "erasure")]
    pub anonymised_on: Option<Date>,
    /// Facts only; the candidate has the right to read it.
    #[field(id = 30, max = 8000, privacy = private)]
    pub comment: Option<Long>,
}

/// Way by which a candidate's record came in.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum CandidateChannel {
    /// Back office.
    #[choice("back-office")]
    BackOffice,
    /// Career site.
    #[choice("career-site")]
    CareerSite,
    /// Import.
    #[choice("import")]
    Import,
    /// Agency.
    #[choice("agency")]
    Agency,
    /// Referral.
    #[choice("referral")]
    Referral,
    /// Interface.
    #[choice("interface")]
    Interface,
}
