//! Onboarding step: see [`OnboardingStep`].

use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, Item, Ref, Translated, Url};
use talang_derive::{Choice, Object};

use super::onboarding_plan::OnboardingPlan;

/// A task that a plan foresees.
#[derive(Object)]
#[object(id = 142, module = "people", kind = employees, key(plan, code), extensible, privacy = none, title(label))]
pub struct OnboardingStep {
    /// The plan that contains the step.
    #[field(id = 1)]
    pub plan: Ref<OnboardingPlan>,
    /// Short code of the step within the plan.
    #[field(id = 2)]
    pub code: Code,
    /// Smaller numbers come first.
    #[field(id = 3, default = "0")]
    pub order: i64,
    /// What is to be done.
    #[field(id = 4)]
    pub label: Translated,
    /// How to do it.
    #[field(id = 5)]
    pub instructions: Option<Translated>,
    /// Groups steps: workplace, administration, training and so on.
    #[field(id = 6, list = "onboarding-category")]
    pub category: Option<Item>,
    /// Who does it.
    #[field(id = 7, default = "manager")]
    pub responsible: Chosen<OnboardingRole>,
    /// Counted from the first or last working day; negative: before it.
    #[field(id = 8, default = "0", min = -365, max = 730)]
    pub due_days: i64,
    /// Must be done; cannot be skipped.
    #[field(id = 9, default = "true")]
    pub mandatory: bool,
    /// Page or form needed for it.
    #[field(id = 10)]
    pub link: Option<Url>,
}

/// Who does a step of a plan.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum OnboardingRole {
    /// The employee.
    #[choice("employee")]
    Employee,
    /// The manager.
    #[choice("manager")]
    Manager,
    /// HR.
    #[choice("hr")]
    Hr,
    /// IT.
    #[choice("it")]
    It,
    /// Payroll.
    #[choice("payroll")]
    Payroll,
    /// Facilities.
    #[choice("facilities")]
    Facilities,
    /// Buddy.
    #[choice("buddy")]
    Buddy,
}
