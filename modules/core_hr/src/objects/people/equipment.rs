//! Equipment item: see [`Equipment`].

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, Item, Line, Long, Money, Ref};
use talang_derive::{Choice, Object};

use super::super::organisation::{CostCentre, Establishment};

/// A computer, telephone, badge, vehicle or other thing the company hands out.
#[derive(Object)]
#[object(id = 136, module = "people", kind = employees, key(code), extensible, path = "equipment", privacy = none, title(name))]
pub struct Equipment {
    /// Inventory number.
    #[field(id = 1, search)]
    pub code: Code,
    /// What it is, in a few words.
    #[field(id = 2, search, max = 120)]
    pub name: Line,
    /// Laptop, telephone, vehicle and so on.
    #[field(id = 3, list = "equipment-type")]
    pub kind: Item,
    /// Whether it can be handed out.
    #[field(id = 4, default = "available")]
    pub status: Chosen<EquipmentStatus>,
    /// Manufacturer.
    #[field(id = 5, max = 80)]
    pub brand: Option<Line>,
    /// Model and variant.
    #[field(id = 6, max = 80)]
    pub model: Option<Line>,
    /// Number given by the manufacturer; for vehicles the registration.
    #[field(id = 7, search)]
    pub serial_number: Option<Code>,
    /// Where it belongs.
    #[field(id = 8)]
    pub establishment: Option<Ref<Establishment>>,
    /// Which bears the cost.
    #[field(id = 9)]
    pub cost_centre: Option<Ref<CostCentre>>,
    /// Where it was bought or leased.
    #[field(id = 10, max = 120)]
    pub supplier: Option<Line>,
    /// Day of purchase or start of lease.
    #[field(id = 11)]
    pub acquired_on: Option<Date>,
    /// Purchase price without tax.
    #[field(id = 12, min = 0)]
    pub value: Option<Money>,
    /// Last day of warranty or lease.
    #[field(id = 13)]
    pub warranty_until: Option<Date>,
    /// Accessories, repairs and other notes.
    #[field(id = 14)]
    pub comment: Option<Long>,
}

/// Whether equipment can be handed out.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum EquipmentStatus {
    /// Available.
    #[choice("available")]
    Available,
    /// Handed out.
    #[choice("lent")]
    Lent,
    /// In repair.
    #[choice("repair")]
    Repair,
    /// Lost.
    #[choice("lost")]
    Lost,
    /// Retired.
    #[choice("retired")]
    Retired,
}
