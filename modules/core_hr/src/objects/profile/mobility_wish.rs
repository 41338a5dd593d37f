//! Mobility wishes.

use jiff::civil::Date;
use talang_catalogue::{CountryCode, Item, Line, Long, Ref, value::Chosen};
use talang_derive::{Choice, Object};

use super::super::jobs::{Job, JobFamily};
use super::super::organisation::{Establishment, Organisation};
use super::super::people::Employee;

/// Time within which a change is wished for.
#[derive(Choice, Clone, Copy, Debug, PartialEq, Eq)]
pub enum MobilityHorizon {
    /// At once.
    #[choice("now")]
    Now,
    /// Within 6 months.
    #[choice("6m")]
    SixMonths,
    /// Within a year.
    #[choice("1y")]
    OneYear,
    /// Within two years.
    #[choice("2y")]
    TwoYears,
    /// Later.
    #[choice("later")]
    Later,
}

/// What became of a wish.
#[derive(Choice, Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishState {
    /// Open.
    #[choice("open")]
    Open,
    /// Under discussion.
    #[choice("discussed")]
    Discussed,
    /// Fulfilled.
    #[choice("fulfilled")]
    Fulfilled,
    /// Withdrawn.
    #[choice("withdrawn")]
    Withdrawn,
}

/// Change that someone wishes for: another job, place or team, and when.
#[derive(Object)]
#[object(id = 208, module = "profile", kind = employees, key(employee, priority), subject = employee, extensible, privacy = private)]
pub struct MobilityWish {
    /// Person whom the record is about.
    #[field(id = 1)]
    pub employee: Ref<Employee>,
    /// 1 is the dearest wish.
    #[field(id = 2, min = 1, max = 99)]
    pub priority: i64,
    /// Change of job, place, unit, hours and so on.
    #[field(id = 3, list = "mobility-type")]
    pub kind: Option<Item>,
    /// Job the person would like.
    #[field(id = 4)]
    pub job: Option<Ref<Job>>,
    /// Field, where no single job is meant.
    #[field(id = 5)]
    pub family: Option<Ref<JobFamily>>,
    /// Organisation the person would like to join.
    #[field(id = 6)]
    pub organisation: Option<Ref<Organisation>>,
    /// Site the person would like to work at.
    #[field(id = 7)]
    pub establishment: Option<Ref<Establishment>>,
    /// Town or region.
    #[field(id = 8, max = 120)]
    pub place: Option<Line>,
    /// Country the person would like to work in.
    #[field(id = 9)]
    pub country: Option<CountryCode>,
    /// Distance from the place that is still fine.
    #[field(id = 10, min = 0, max = 20000)]
    pub radius_km: Option<i64>,
    /// How soon the change is wished for.
    #[field(id = 11)]
    pub horizon: Chosen<MobilityHorizon>,
    /// Why the person wishes it.
    #[field(id = 12, max = 4000)]
    pub motive: Option<Long>,
    /// Day on which the wish was stated.
    #[field(id = 13)]
    pub expressed_on: Option<Date>,
    /// What became of the wish.
    #[field(id = 14, default = "open")]
    pub state: Chosen<WishState>,
}
