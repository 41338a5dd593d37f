//! Recruiting: vacancies, candidates, applications, agencies and career sites.
//!
//! Stands on core HR's objects: jobs, skills and the organisation describe what is sought, employees take part in
//! filling it. All of its records live with the candidates' data, apart from the employees'.

pub mod agencies;
pub mod approvals;
pub mod booking;
mod calendar;
pub mod cv;
mod diversity;
pub mod documents;
pub mod duplicates;
mod figures;
pub mod hiring;
mod interviews;
pub mod letters;
pub mod matching;
mod mentions;
mod merges;
pub mod objects;
pub mod offers;
mod opening;
pub mod privacy;
mod readers;
pub mod referrals;
pub mod rules;
mod scorecards;
mod screens;

pub use screens::routes;

use talang_catalogue::{Kind, Record};
use talang_engine::{Circle, Feature, Finding, Migration, Module, Sealed, Task, Tie};

/// A text or a code of a record; nothing where there is none.
pub fn text<'r>(record: &'r Record, field: &str) -> &'r str {
    record.get(field).as_text().unwrap_or_default()
}

/// What recruiting brings to the registry.
pub fn module() -> Module {
    let labels = [
        talang_engine::labels_of!("../labels/vacancies"),
        talang_engine::labels_of!("../labels/candidates"),
        talang_engine::labels_of!("../labels/applications"),
        talang_engine::labels_of!("../labels/agencies"),
        talang_engine::labels_of!("../labels/careers"),
    ];
    Module {
        objects: objects::definitions(),
        labels: labels.concat(),
        messages: [
            talang_engine::messages_of!("../messages"),
            talang_engine::messages_of!("../messages/booking"),
            talang_engine::messages_of!("../messages/diversity"),
            talang_engine::messages_of!("../messages/pages"),
            talang_engine::messages_of!("../messages/mail"),
            talang_engine::messages_of!("../messages/matching"),
            talang_engine::messages_of!("../messages/network"),
            talang_engine::messages_of!("../messages/agencies"),
        ]
        .concat(),
        rules: rules::rules(),
        removals: rules::removals(),
        tasks: vec![
            Task { code: approvals::REMIND, run: approvals::remind },
            Task { code: offers::EXPIRE, run: offers::expire },
            Task { code: hiring::TASK, run: hiring::run },
            Task { code: documents::TASK, run: documents::read },
            Task { code: privacy::erasure::TASK, run: privacy::erasure::clear },
            Task { code: privacy::retention::TASK, run: privacy::retention::run },
            Task { code: referrals::TASK, run: referrals::purge },
        ],
        awaits: vec![
            approvals::awaiting,
            scorecards::awaiting,
            hiring::awaiting,
            mentions::awaiting,
            agencies::proposals::awaiting,
        ],
        menu: screens::menu(),
        circles: CIRCLES.to_vec(),
        findings: ["CandidateDocument", "CandidateExperience", "CandidateTag"]
            .map(|by| Finding { object: "Candidate", by, field: "candidate" })
            .to_vec(),
        features: vec![FEATURE],
        // Rights to a requisition are measured by itself since; its rows stay as they are.
        migrations: vec![
            Migration {
                number: 2,
                name: "requisitions are reached by whoever asks and by those who are asked",
                kind: Kind::Candidates,
                statements: &[],
            },
            Migration {
                number: 3,
                name: "scorecards are reached by whoever writes them, and by the team when they are done",
                kind: Kind::Candidates,
                statements: &[],
            },
            Migration {
                number: 4,
                name: "offers are reached by those who are responsible for the vacancy and by those who are asked",
                kind: Kind::Candidates,
                statements: &[],
            },
        ],
        ..Module::default()
    }
}

/// The function, as companies switch it on (S8).
const FEATURE: Feature = Feature {
    code: "recruiting",
    module: "vacancies",
    since: "2026-11-30",
    documentation: "docs/admin-guide/features.md",
    brings: &["vacancies", "candidates", "applications", "agencies", "careers"],
};

/// Who is on the hiring team of a vacancy: whoever takes care of it, its future manager, and its members.
const HIRING_TEAM: &[Tie] = &[
    Tie::Named("recruiter"),
    Tie::Named("manager"),
    Tie::Member { object: "HiringTeamMember", of: "vacancy", person: "employee" },
];

/// Requisitions and offers are reached by whoever asks and by those who are asked, vacancies by their hiring teams, candidates
/// by the teams of the vacancies that they applied for and by those who decide about an offer to them (A11).
const CIRCLES: &[Circle] = &[
    Circle {
        object: "InterviewScorecard",
        team: &[Tie::Along { field: "vacancy", next: "Vacancy", ties: HIRING_TEAM }],
        own: &[Tie::Named("interviewer")],
        conflict: &[Tie::Along { field: "candidate", next: "Candidate", ties: &[Tie::Named("employee")] }],
        sealed: Some(Sealed { group: "interview", person: "interviewer", done: "submitted_at" }),
    },
    // Who else is on the hiring team does not read what somebody is to earn.
    Circle {
        object: "Offer",
        team: &[
            Tie::Member { object: "OfferApproval", of: "offer", person: "approver" },
            Tie::Along {
                field: "vacancy",
                next: "Vacancy",
                ties: &[Tie::Named("recruiter"), Tie::Named("manager")],
            },
        ],
        own: &[Tie::Named("author")],
        conflict: &[
            Tie::Named("author"),
            Tie::Along { field: "candidate", next: "Candidate", ties: &[Tie::Named("employee")] },
        ],
        sealed: None,
    },
    Circle {
        object: "Requisition",
        team: &[Tie::Member { object: "RequisitionApproval", of: "requisition", person: "approver" }],
        own: &[Tie::Named("requester")],
        conflict: &[Tie::Named("requester")],
        sealed: None,
    },
    Circle {
        object: "Vacancy",
        team: HIRING_TEAM,
        own: &[],
        conflict: &[Tie::Through {
            object: "Application",
            of: "vacancy",
            to: "candidate",
            next: "Candidate",
            ties: &[Tie::Named("employee")],
        }],
        sealed: None,
    },
    Circle {
        object: "Candidate",
        team: &[
            Tie::Through {
                object: "Application",
                of: "candidate",
                to: "vacancy",
                next: "Vacancy",
                ties: HIRING_TEAM,
            },
            Tie::Member { object: "OfferApproval", of: "candidate", person: "approver" },
        ],
        own: &[Tie::Named("employee")],
        conflict: &[Tie::Named("employee")],
        sealed: None,
    },
];
