//! Core HR: the people of the company, their contracts, assignments, absences and files.

pub mod absence;
pub mod absence_balance;
pub mod absence_type;
pub mod assignment;
pub mod bank_account;
pub mod contract;
pub mod contract_amendment;
pub mod dependent;
pub mod emergency_contact;
pub mod employee;
pub mod employee_address;
pub mod employee_contact;
pub mod employee_document;
pub mod employee_event;
pub mod employee_note;
pub mod equipment;
pub mod equipment_loan;
pub mod exit_interview;
pub mod hourly_rate;
pub mod identity_document;
pub mod onboarding_plan;
pub mod onboarding_step;
pub mod onboarding_task;
pub mod reporting_line;
pub mod work_permit;
pub mod working_time;

use talang_catalogue::{BusinessObject, ObjectDef};

pub use absence::{Absence, AbsenceStatus, DayPart};
pub use absence_balance::AbsenceBalance;
pub use absence_type::{AbsenceCategory, AbsenceType, AbsenceUnit, DayCount};
pub use assignment::Assignment;
pub use bank_account::BankAccount;
pub use contract::Contract;
pub use contract_amendment::{AmendmentStatus, ContractAmendment};
pub use dependent::Dependent;
pub use emergency_contact::EmergencyContact;
pub use employee::{Employee, EmployeeStatus, Sex};
pub use employee_address::EmployeeAddress;
pub use employee_contact::EmployeeContact;
pub use employee_document::EmployeeDocument;
pub use employee_event::{EmployeeEvent, EmployeeEventType};
pub use employee_note::EmployeeNote;
pub use equipment::{Equipment, EquipmentStatus};
pub use equipment_loan::EquipmentLoan;
pub use exit_interview::ExitInterview;
pub use hourly_rate::HourlyRate;
pub use identity_document::IdentityDocument;
pub use onboarding_plan::{OnboardingPhase, OnboardingPlan};
pub use onboarding_step::{OnboardingRole, OnboardingStep};
pub use onboarding_task::{OnboardingTask, OnboardingTaskStatus};
pub use reporting_line::ReportingLine;
pub use work_permit::WorkPermit;
pub use working_time::WorkingTime;

/// The business objects of this group, in the order of menus and documents.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        Employee::DEF,
        EmployeeAddress::DEF,
        EmployeeContact::DEF,
        EmergencyContact::DEF,
        Dependent::DEF,
        BankAccount::DEF,
        IdentityDocument::DEF,
        WorkPermit::DEF,
        Contract::DEF,
        ContractAmendment::DEF,
        HourlyRate::DEF,
        WorkingTime::DEF,
        Assignment::DEF,
        ReportingLine::DEF,
        EmployeeEvent::DEF,
        EmployeeDocument::DEF,
        Equipment::DEF,
        EquipmentLoan::DEF,
        AbsenceType::DEF,
        Absence::DEF,
        AbsenceBalance::DEF,
        OnboardingPlan::DEF,
        OnboardingStep::DEF,
        OnboardingTask::DEF,
        ExitInterview::DEF,
        EmployeeNote::DEF,
    ]
}
