//! Contract amendment: see [`ContractAmendment`].

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, FileId, Item, Long, Ref};
use talang_derive::{Choice, Object};

use super::contract::Contract;
use super::employee::Employee;

/// Change to a contract that both sides sign.
#[derive(Object)]
#[object(id = 129, module = "people", kind = employees, key(contract, number), subject = employee, extensible, privacy = work, title(contract, number))]
pub struct ContractAmendment {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity, fixed)]
    pub employee: Ref<Employee>,
    /// The contract that is changed.
    #[field(id = 2)]
    pub contract: Ref<Contract>,
    /// Tells the records of one person apart: 1, 2, 3 …
    #[field(id = 3)]
    pub number: Code,
    /// What is changed: pay, working time, place of work and so on.
    #[field(id = 4, list = "amendment-subject")]
    pub kind: Item,
    /// How far the signing has come.
    #[field(id = 5, default = "draft")]
    pub status: Chosen<AmendmentStatus>,
    /// First day on which the change applies.
    #[field(id = 6)]
    pub effective_on: Date,
    /// Day of the last signature.
    #[field(id = 7)]
    pub signed_on: Option<Date>,
    /// What changes, in the words of the amendment.
    #[field(id = 8, privacy = private)]
    pub description: Option<Long>,
    /// The amendment as signed.
    #[field(id = 9, privacy = private)]
    pub document: Option<FileId>,
}

/// How far the signing of an amendment has come.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum AmendmentStatus {
    /// Draft.
    #[choice("draft")]
    Draft,
    /// Sent for signature.
    #[choice("sent")]
    Sent,
    /// Signed.
    #[choice("signed")]
    Signed,
    /// Cancelled.
    #[choice("cancelled")]
    Cancelled,
}
