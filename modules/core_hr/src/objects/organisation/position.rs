//! `Position`: a place in the organisation that one or several people fill, whether filled or not.

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, Decimal, Item, Long, Ref, Translated};
use talang_derive::{Choice, Object};

use super::super::jobs::Job;
use super::super::library::WorkSchedule;
use super::Classification;
use super::CostCentre;
use super::Establishment;
use super::Organisation;

/// A place in the organisation for one or several people, filled or vacant.
#[derive(Object)]
#[object(id = 86, module = "organisation", kind = employees, key(code, start), title(title), dated, extensible, privacy = none)]
pub struct Position {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// First day on which this applies.
    #[field(id = 2)]
    pub start: Date,
    /// Last day on which this applies; empty if open-ended.
    #[field(id = 3)]
    pub end: Option<Date>,
    /// Name of the position, as on a business card.
    #[field(id = 4, search)]
    pub title: Translated,
    /// Job that is done in the position.
    #[field(id = 5)]
    pub job: Option<Ref<Job>>,
    /// Unit to which the position belongs.
    #[field(id = 6)]
    pub organisation: Ref<Organisation>,
    /// Whether people may be assigned to it.
    #[field(id = 7, default = "open")]
    pub status: Chosen<PositionStatus>,
    /// Full-time equivalents that the position provides for.
    #[field(id = 8, default = "1", min = 0)]
    pub headcount: Decimal,
    /// Whether it is permanent, temporary or seasonal.
    #[field(id = 9, list = "position-type")]
    pub position_type: Option<Item>,
    /// Position that leads this one.
    #[field(id = 10)]
    pub reports_to: Option<Ref<Position>>,
    /// The holder leads other people.
    #[field(id = 11)]
    pub management: bool,
    /// Place where the work is done.
    #[field(id = 12)]
    pub establishment: Option<Ref<Establishment>>,
    /// Where the costs are booked.
    #[field(id = 13)]
    pub cost_centre: Option<Ref<CostCentre>>,
    /// Grade for which the position is planned.
    #[field(id = 14, list = "grade")]
    pub grade: Option<Item>,
    /// Place in the classification of the collective agreement.
    #[field(id = 15)]
    pub classification: Option<Ref<Classification>>,
    /// Kind of contract that the position is meant for.
    #[field(id = 16, list = "contract-type")]
    pub contract_type: Option<Item>,
    /// Weekly hours of the position.
    #[field(id = 17)]
    pub schedule: Option<Ref<WorkSchedule>>,
    /// What is particular to this position, besides its job.
    #[field(id = 18)]
    pub description: Option<Long>,
}

/// Whether people may be assigned to a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum PositionStatus {
    /// Planned.
    #[choice("planned")]
    Planned,
    /// Open.
    #[choice("open")]
    Open,
    /// Frozen.
    #[choice("frozen")]
    Frozen,
    /// Closed.
    #[choice("closed")]
    Closed,
}
