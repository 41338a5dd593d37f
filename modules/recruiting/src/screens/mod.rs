//! The pages of recruiting: requisitions and who decides about them, vacancies with the board of their applications, an
//! application, a candidate's file.
//!
//! Lists, forms and histories are the general ones of `talang_screens`; what is here is what those cannot know. A file per
//! page, and in [`kit`] what several need beside core HR's.

mod agencies;
mod application;
mod approvals;
mod board;
mod candidate;
mod figures;
mod hire;
mod interview;
mod keep;
mod kit;
mod letters;
mod lists;
mod matching;
mod merge;
mod moves;
mod offer;
mod publication;
mod requisition;
mod scorecard;
mod times;
mod vacancy;
mod wording;

use talang_engine::{Action, MenuEntry};
use talang_http::{Access, Route};

/// The pages' addresses, and who may come in.
pub fn routes() -> Vec<Route> {
    let read = |object| Access::Right(object, Action::Read);
    let change = Access::Right("Application", Action::Update);
    let (plan, replan) =
        (Access::Right("Interview", Action::Create), Access::Right("Interview", Action::Update));
    let judge = Access::Right("InterviewScorecard", Action::Update);
    let ask = Access::Right("Requisition", Action::Update);
    let write = Access::Right("CandidateMessage", Action::Create);
    let word = Access::Right("MessageTemplate", Action::Create);
    let settle = Access::Right("Offer", Action::Update);
    let tag = Access::Right("CandidateTag", Action::Create);
    let unite = Access::Right("Candidate", Action::Delete);
    vec![
        Route::get("/requisitions", read("Requisition"), lists::requisitions),
        Route::get("/requisitions/new", Access::Right("Requisition", Action::Create), requisition::begin),
        Route::get("/requisitions/{id}", read("Requisition"), requisition::page),
        Route::post("/requisitions/{id}/hand-in", ask, requisition::submit),
        Route::post("/requisitions/{id}/take-back", ask, requisition::retract),
        Route::post("/requisitions/{id}/cancel", ask, requisition::cancel),
        Route::post(
            "/requisitions/{id}/decide",
            Access::Right("RequisitionApproval", Action::Update),
            requisition::decide,
        ),
        Route::post(
            "/requisitions/{id}/vacancy",
            Access::Right("Vacancy", Action::Create),
            requisition::open,
        ),
        Route::get("/recruiting/figures", read("Application"), figures::page),
        Route::get(
            "/recruiting/figures/{table}",
            Access::Right("Application", Action::Export),
            figures::file,
        ),
        Route::get("/offers", read("Offer"), lists::offers),
        Route::get("/offers/new", Access::Right("Offer", Action::Create), offer::begin),
        Route::get("/offers/{id}", read("Offer"), offer::page),
        Route::post("/offers/{id}/hand-in", settle, offer::submit),
        Route::post("/offers/{id}/take-back", settle, offer::retract),
        Route::post("/offers/{id}/withdraw", settle, offer::withdraw),
        Route::post("/offers/{id}/decide", Access::Right("OfferApproval", Action::Update), offer::decide),
        Route::get("/offers/{id}/send", settle, offer::letter),
        Route::post("/offers/{id}/preview", settle, offer::preview),
        Route::post("/offers/{id}/send", settle, offer::send),
        Route::post("/offers/{id}/answer", settle, offer::answer),
        Route::get("/offers/{id}/hire", Access::Right("Assignment", Action::Create), hire::form),
        Route::post("/offers/{id}/hire", Access::Right("Assignment", Action::Create), hire::hire),
        Route::get("/vacancies", read("Vacancy"), lists::vacancies),
        Route::get("/vacancies/{id}", read("Vacancy"), vacancy::page),
        Route::get("/vacancies/{id}/matching", read("Candidate"), matching::people),
        Route::get("/vacancies/{id}/stage/{stage}", read("Application"), board::more),
        Route::post(
            "/vacancies/{id}/publish",
            Access::Right("VacancyPosting", Action::Create),
            publication::publish,
        ),
        Route::post("/vacancies/{id}/times", Access::Right("InterviewSlot", Action::Create), times::offer),
        Route::post("/vacancies/{id}/times/ask", plan, times::ask),
        Route::post(
            "/vacancies/{id}/times/{slot}/remove",
            Access::Right("InterviewSlot", Action::Delete),
            times::remove,
        ),
        Route::post(
            "/vacancies/{id}/agencies",
            Access::Right("AgencyMandate", Action::Create),
            agencies::give,
        ),
        Route::post(
            "/vacancies/{id}/agencies/{mandate}/take-back",
            Access::Right("AgencyMandate", Action::Update),
            agencies::take_back,
        ),
        Route::get("/agencies/{id}", read("Agency"), agencies::page),
        Route::post(
            "/agency-submissions/{id}/decide",
            Access::Right("AgencySubmission", Action::Update),
            agencies::decide,
        ),
        Route::get("/candidates", read("Candidate"), lists::candidates),
        Route::post("/candidates/keep", tag, keep::save),
        Route::post("/candidates/keep/selected", tag, keep::of_list),
        Route::post("/candidates/keep/undo", tag, keep::undo),
        Route::post("/applications/keep/selected", tag, keep::of_board),
        Route::post("/applications/{id}/notes/read", read("ApplicationNote"), application::read),
        Route::get("/candidates/duplicates", read("Candidate"), merge::list),
        Route::get("/candidates/{id}", read("Candidate"), candidate::page),
        Route::get("/candidates/{id}/duplicates", read("Candidate"), merge::card_of),
        Route::get("/candidates/{id}/merge", unite, merge::ask),
        Route::post("/candidates/{id}/merge", unite, merge::merge),
        Route::post("/candidates/{id}/merges/{merge}/undo", unite, merge::undo),
        Route::post("/candidates/{id}/erase", Access::Right("Candidate", Action::Update), candidate::erase)
            .confirmed(),
        Route::get("/applications", read("Application"), lists::applications),
        Route::get("/applications/move", change, moves::ask),
        Route::post("/applications/move", change, moves::move_them),
        Route::post("/applications/undo", change, moves::undo),
        Route::get("/applications/write", write, letters::write),
        Route::post("/applications/write", write, letters::send),
        Route::post("/applications/write/selected", write, letters::selected),
        Route::get("/applications/{id}", read("Application"), application::page),
        Route::get("/applications/{id}/interviews/new", plan, interview::new),
        Route::post("/applications/{id}/interviews/new", plan, interview::create),
        Route::get("/interviews/{id}/edit", replan, interview::edit),
        Route::post("/interviews/{id}/edit", replan, interview::update),
        Route::get("/scorecards/{id}", judge, scorecard::page),
        Route::post("/scorecards/{id}", judge, scorecard::save),
        Route::post("/scorecards/{id}/reopen", judge, scorecard::reopen),
        Route::get("/message-templates", read("MessageTemplate"), wording::list),
        Route::get("/message-templates/new", word, wording::new),
        Route::post("/message-templates/new", word, wording::create),
        Route::post("/message-templates/preview", read("MessageTemplate"), wording::preview),
        Route::get("/message-templates/{id}/edit", read("MessageTemplate"), wording::edit),
        Route::post(
            "/message-templates/{id}/edit",
            Access::Right("MessageTemplate", Action::Update),
            wording::update,
        ),
        Route::post(
            "/applications/{id}/notes",
            Access::Right("ApplicationNote", Action::Create),
            application::note,
        ),
    ]
}

/// The entries of the menu.
pub fn menu() -> Vec<MenuEntry> {
    let entry = |href, icon, object, record| MenuEntry {
        section: "vacancies",
        href,
        icon,
        right: Some((object, Action::Read)),
        object,
        record,
        ..MenuEntry::default()
    };
    vec![
        // The pages are the career sites', which know what is published.
        MenuEntry {
            label: "referrals-mine",
            href: "/me/referrals",
            icon: "users",
            right: Some(("Referral", Action::Create)),
            ..MenuEntry::default()
        },
        entry("/vacancies", "speakerphone", "Vacancy", "/vacancies/{id}"),
        entry("/candidates", "user-search", "Candidate", "/candidates/{id}"),
        entry("/applications", "inbox", "Application", "/applications/{id}"),
        entry("/offers", "heart-handshake", "Offer", "/offers/{id}"),
        entry("/o/agencies", "building-community", "Agency", "/agencies/{id}"),
        entry("/o/front-offices", "world", "FrontOffice", ""),
        entry("/o/retention-rules", "clock", "RetentionRule", ""),
        // Who may read what is wanted sees the figures; who may change it has the page for it.
        MenuEntry {
            right: Some(("DiversityBreakdown", Action::Update)),
            ..entry("/o/diversity-breakdowns", "chart-bar", "DiversityBreakdown", "")
        },
        entry("/message-templates", "template", "MessageTemplate", "/message-templates/{id}/edit"),
        entry("/requisitions", "clipboard-list", "Requisition", "/requisitions/{id}"),
        MenuEntry {
            section: "vacancies",
            label: "recruiting-figures",
            href: "/recruiting/figures",
            icon: "chart-bar",
            right: Some(("Application", Action::Read)),
            ..MenuEntry::default()
        },
    ]
}
