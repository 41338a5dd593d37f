//! `WorkSchedule`: the hours of a normal week.

use jiff::civil::Time;
use talang_catalogue::{Code, Duration, Translated};
use talang_derive::Object;

/// How many hours are worked on each day of a normal week.
#[derive(Object)]
#[object(id = 53, module = "library", kind = shared, key(code), title(name), privacy = none, extensible)]
pub struct WorkSchedule {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// What it is for, in a few words.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Hours worked on Mondays, breaks not counted.
    #[field(id = 4, min = 0, max = 1440)]
    pub monday: Option<Duration>,
    /// Hours worked on Tuesdays, breaks not counted.
    #[field(id = 5, min = 0, max = 1440)]
    pub tuesday: Option<Duration>,
    /// Hours worked on Wednesdays, breaks not counted.
    #[field(id = 6, min = 0, max = 1440)]
    pub wednesday: Option<Duration>,
    /// Hours worked on Thursdays, breaks not counted.
    #[field(id = 7, min = 0, max = 1440)]
    pub thursday: Option<Duration>,
    /// Hours worked on Fridays, breaks not counted.
    #[field(id = 8, min = 0, max = 1440)]
    pub friday: Option<Duration>,
    /// Hours worked on Saturdays, breaks not counted.
    #[field(id = 9, min = 0, max = 1440)]
    pub saturday: Option<Duration>,
    /// Hours worked on Sundays, breaks not counted.
    #[field(id = 10, min = 0, max = 1440)]
    pub sunday: Option<Duration>,
    /// Weekly hours of full-time work, the basis of part-time percentages.
    #[field(id = 11, min = 0, max = 10080)]
    pub full_time_hours: Option<Duration>,
    /// Usual start of the working day.
    #[field(id = 12)]
    pub day_starts: Option<Time>,
    /// Usual end of the working day.
    #[field(id = 13)]
    pub day_ends: Option<Time>,
    /// Employees choose when they start and finish.
    #[field(id = 14)]
    pub flexible: bool,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 15, default = "true")]
    pub active: bool,
}
