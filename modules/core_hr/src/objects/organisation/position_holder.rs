//! `PositionHolder`: who fills a position, and how much of it.

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Long, Percent, Ref};
use talang_derive::{Choice, Object};

use super::super::people::Employee;
use super::Position;

/// Who fills a position, from when to when and with what share.
#[derive(Object)]
#[object(id = 87, module = "organisation", kind = employees, key(position, employee, start), title(position, employee), dated, extensible, privacy = work)]
pub struct PositionHolder {
    /// Position that is filled.
    #[field(id = 1)]
    pub position: Ref<Position>,
    /// Person who fills it.
    #[field(id = 2)]
    pub employee: Ref<Employee>,
    /// First day on which this applies.
    #[field(id = 3)]
    pub start: Date,
    /// Last day on which this applies; empty if open-ended.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// Part of the position that the person fills.
    #[field(id = 5, default = "100", min = 0, max = 100)]
    pub share: Percent,
    /// As holder, stand-in or while a successor is sought.
    #[field(id = 6, default = "holder")]
    pub capacity: Chosen<HolderCapacity>,
    /// Remark for colleagues who look after these data.
    #[field(id = 7)]
    pub comment: Option<Long>,
}

/// In what capacity a person fills a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum HolderCapacity {
    /// Holder.
    #[choice("holder")]
    Holder,
    /// Substitute.
    #[choice("substitute")]
    Substitute,
    /// Acting.
    #[choice("acting")]
    Acting,
}
