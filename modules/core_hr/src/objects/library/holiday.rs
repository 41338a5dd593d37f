//! `Holiday`: one day of a holiday calendar.

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Item, Ref, Translated};
use talang_derive::{Choice, Object};

use super::HolidayCalendar;

/// A day on which nobody works.
#[derive(Object)]
#[object(id = 52, module = "library", kind = shared, key(calendar, date), title(name), privacy = none)]
pub struct Holiday {
    /// Calendar to which the holiday belongs.
    #[field(id = 1)]
    pub calendar: Ref<HolidayCalendar>,
    /// The day itself.
    #[field(id = 2)]
    pub date: Date,
    /// Name shown to users.
    #[field(id = 3, search)]
    pub name: Translated,
    /// Whether it is public, regional or the company's own.
    #[field(id = 4, list = "holiday-type")]
    pub holiday_type: Option<Item>,
    /// Which part of the day is free.
    #[field(id = 5, default = "full")]
    pub portion: Chosen<HolidayPortion>,
}

/// How much of the day a holiday takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum HolidayPortion {
    /// Whole day.
    #[choice("full")]
    Full,
    /// Morning.
    #[choice("morning")]
    Morning,
    /// Afternoon.
    #[choice("afternoon")]
    Afternoon,
}
