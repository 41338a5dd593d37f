//! Contract: see [`Contract`].

use jiff::civil::Date;
use talang_catalogue::{Code, FileId, Item, Line, Long, Ref};
use talang_derive::Object;

use super::super::organisation::{Classification, CollectiveAgreement, LegalEntity, PayGroup};
use super::employee::Employee;

/// Employment contract of an employee and its terms, from one day to another.
#[derive(Object)]
#[object(id = 128, module = "people", kind = employees, key(employee, number, start), subject = employee, dated, extensible, privacy = work, title(employee, number))]
pub struct Contract {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Stays the same through all amendments.
    #[field(id = 2)]
    pub number: Code,
    /// First day on which this applies.
    #[field(id = 3)]
    pub start: Date,
    /// Last day on which this applies; empty: until further notice.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// Permanent, fixed-term, apprenticeship and so on.
    #[field(id = 5, list = "contract-type")]
    pub contract_type: Item,
    /// Why the contract was made; fixed-term contracts need one in many countries.
    #[field(id = 6, list = "contract-reason")]
    pub reason: Option<Item>,
    /// The absent employee, where the contract is for a replacement.
    #[field(id = 7)]
    pub replaces: Option<Ref<Employee>>,
    /// The employer that signed.
    #[field(id = 8)]
    pub legal_entity: Option<Ref<LegalEntity>>,
    /// Statutory or agreed category: worker, salaried employee, executive.
    #[field(id = 9, list = "employee-category")]
    pub category: Option<Item>,
    /// The agreement that governs the contract.
    #[field(id = 10)]
    pub collective_agreement: Option<Ref<CollectiveAgreement>>,
    /// Grade or group of the collective agreement.
    #[field(id = 11)]
    pub classification: Option<Ref<Classification>>,
    /// Payroll run in which the employee is paid.
    #[field(id = 12)]
    pub pay_group: Option<Ref<PayGroup>>,
    /// Day of the last signature.
    #[field(id = 13)]
    pub signed_on: Option<Date>,
    /// Last day of the trial period, extensions included.
    #[field(id = 14)]
    pub trial_end: Option<Date>,
    /// The trial period was prolonged.
    #[field(id = 15)]
    pub trial_extended: bool,
    /// As agreed, for example three months to the end of a quarter.
    #[field(id = 16, max = 120)]
    pub notice_period: Option<Line>,
    /// Why the contract ended or will end.
    #[field(id = 17, list = "exit-reason", privacy = private)]
    pub end_reason: Option<Item>,
    /// The contract as signed.
    #[field(id = 18, privacy = private)]
    pub document: Option<FileId>,
    /// Notes for HR.
    #[field(id = 19, privacy = private)]
    pub comment: Option<Long>,
}
