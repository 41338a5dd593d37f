//! Equipment loan: see [`EquipmentLoan`].

use jiff::civil::Date;
use talang_catalogue::{FileId, Item, Line, Ref};
use talang_derive::Object;

use super::employee::Employee;
use super::equipment::Equipment;

/// Equipment handed out to an employee and its return.
#[derive(Object)]
#[object(id = 137, module = "people", kind = employees, key(employee, equipment, lent_on), subject = employee, extensible, privacy = work, title(employee, equipment))]
pub struct EquipmentLoan {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// What was handed out.
    #[field(id = 2)]
    pub equipment: Ref<Equipment>,
    /// Day of handover.
    #[field(id = 3)]
    pub lent_on: Date,
    /// Agreed day of return; empty: on leaving.
    #[field(id = 4)]
    pub due_on: Option<Date>,
    /// Day on which it came back.
    #[field(id = 5)]
    pub returned_on: Option<Date>,
    /// State in which the employee received it.
    #[field(id = 6, list = "equipment-condition")]
    pub condition_out: Option<Item>,
    /// State in which it came back.
    #[field(id = 7, list = "equipment-condition")]
    pub condition_back: Option<Item>,
    /// Signed handover sheet.
    #[field(id = 8)]
    pub receipt: Option<FileId>,
    /// Accessories or remarks.
    #[field(id = 9, max = 200)]
    pub comment: Option<Line>,
}
