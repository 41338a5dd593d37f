//! Onboarding task: see [`OnboardingTask`].

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, Line, Long, Ref};
use talang_derive::{Choice, Object};

use super::employee::Employee;
use super::onboarding_step::OnboardingStep;

/// Something to be done because an employee joins, moves or leaves.
#[derive(Object)]
#[object(id = 143, module = "people", kind = employees, key(employee, number), subject = employee, extensible, privacy = work, title(name))]
pub struct OnboardingTask {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Tells the records of one person apart: 1, 2, 3 …
    #[field(id = 2)]
    pub number: Code,
    /// The step of the plan from which the task was made.
    #[field(id = 3)]
    pub step: Option<Ref<OnboardingStep>>,
    /// What is to be done.
    #[field(id = 4, max = 200)]
    pub name: Line,
    /// How to do it.
    #[field(id = 5)]
    pub instructions: Option<Long>,
    /// Whether it is done.
    #[field(id = 6, default = "open")]
    pub status: Chosen<OnboardingTaskStatus>,
    /// Who does it.
    #[field(id = 7)]
    pub responsible: Option<Ref<Employee>>,
    /// Day by which it should be done.
    #[field(id = 8)]
    pub due_on: Option<Date>,
    /// Day on which it was done.
    #[field(id = 9)]
    pub done_on: Option<Date>,
    /// Who did it.
    #[field(id = 10)]
    pub done_by: Option<Ref<Employee>>,
    /// Result or reason for skipping.
    #[field(id = 11, max = 400)]
    pub comment: Option<Line>,
}

/// Whether a task is done.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum OnboardingTaskStatus {
    /// Open.
    #[choice("open")]
    Open,
    /// In progress.
    #[choice("in-progress")]
    InProgress,
    /// Done.
    #[choice("done")]
    Done,
    /// Skipped.
    #[choice("skipped")]
    Skipped,
}
