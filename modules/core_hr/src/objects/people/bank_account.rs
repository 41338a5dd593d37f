//! Bank account: see [`BankAccount`].

use jiff::civil::Date;
use talang_catalogue::{Code, CurrencyCode, Iban, Item, Line, Percent, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// Account to which salary or expenses are paid.
#[derive(Object)]
#[object(id = 125, module = "people", kind = employees, key(employee, rank), subject = employee, extensible, privacy = financial, title(employee, rank))]
pub struct BankAccount {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// 1 is the main account.
    #[field(id = 2, default = "1", min = 1, max = 99)]
    pub rank: i64,
    /// What is paid to this account.
    #[field(id = 3, list = "bank-account-purpose", default = "salary")]
    pub purpose: Item,
    /// Where it is not the employee alone.
    #[field(id = 4, max = 120)]
    pub holder: Option<Line>,
    /// International account number; its check digits are verified.
    #[field(id = 5)]
    pub iban: Option<Iban>,
    /// For countries without IBAN.
    #[field(id = 6)]
    pub account_number: Option<Code>,
    /// Sort code, routing number or clearing number, for countries without IBAN.
    #[field(id = 7)]
    pub bank_code: Option<Code>,
    /// International code of the bank (SWIFT).
    #[field(id = 8, min = 8, max = 11)]
    pub bic: Option<Code>,
    /// Name of the bank.
    #[field(id = 9, max = 120)]
    pub bank_name: Option<Line>,
    /// Currency of the account.
    #[field(id = 10)]
    pub currency: Option<CurrencyCode>,
    /// Part of the payment that goes to this account; empty: all of it, or what is left.
    #[field(id = 11, min = 0, max = 100)]
    pub share: Option<Percent>,
    /// First day on which payments go to this account.
    #[field(id = 12)]
    pub valid_from: Option<Date>,
    /// Last day on which payments go to this account.
    #[field(id = 13)]
    pub valid_until: Option<Date>,
}
