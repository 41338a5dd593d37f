//! Onboarding plan: see [`OnboardingPlan`].

use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, Ref, Translated};
use talang_derive::{Choice, Object};

use super::super::jobs::JobFamily;
use super::super::organisation::Organisation;

/// A set of tasks for people who join, move or leave.
#[derive(Object)]
#[object(id = 141, module = "people", kind = employees, key(code), extensible, privacy = none, title(label))]
pub struct OnboardingPlan {
    /// Short code of the plan.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name of the plan.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Whether it is for joining, moving or leaving.
    #[field(id = 3, default = "join")]
    pub phase: Chosen<OnboardingPhase>,
    /// Aim and use of the plan.
    #[field(id = 4)]
    pub description: Option<Translated>,
    /// For people of this unit and those below it; empty: for all.
    #[field(id = 5)]
    pub organisation: Option<Ref<Organisation>>,
    /// For people of this job family; empty: for all.
    #[field(id = 6)]
    pub job_family: Option<Ref<JobFamily>>,
    /// Offered for new joiners, movers or leavers.
    #[field(id = 7, default = "true")]
    pub active: bool,
}

/// The occasion of an onboarding plan.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum OnboardingPhase {
    /// Joining.
    #[choice("join")]
    Join,
    /// Moving.
    #[choice("move")]
    Move,
    /// Leaving.
    #[choice("leave")]
    Leave,
}
