//! What an agency reads of its proposal. Until a recruiter has looked it reads that the proposal was received, whoever the person is:
//! whether somebody is known, and by whom, is nobody's to learn by proposing them.

use talang_catalogue::{Language, Record};
use talang_engine::{Result, View};

use super::{int, read};
use crate::letters::stage_words;
use crate::text;

/// How a proposal stands, for the agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// `received`, `accepted`, `duplicate`, `refused`, `withdrawn` or `hired`.
    pub code: &'static str,
    /// In the reader's language: how far the application came, in the words for candidates, where the proposal was accepted.
    pub words: String,
}

impl Standing {
    /// Whether the agency can take the proposal back.
    pub fn revocable(&self) -> bool {
        matches!(self.code, "received" | "accepted")
    }
}

/// How a proposal stands, as its agency may know.
pub(super) fn code(proposal: &Record) -> &'static str {
    match text(proposal, "state") {
        "withdrawn" => "withdrawn",
        _ if proposal.get("decided_at").is_null() => "received",
        "accepted" => "accepted",
        "hired" => "hired",
        "duplicate" => "duplicate",
        "refused" => "refused",
        _ => "received",
    }
}

/// How a proposal stands for the agency that made it.
///
/// # Errors
/// Those of the store.
pub fn standing(view: &mut View<'_>, proposal: &Record, language: Language) -> Result<Standing> {
    let code = code(proposal);
    let word = |view: &View<'_>, choice: &str, code: &str| {
        view.scope().installation().registry().labels.choice(language, choice, code).to_string()
    };
    let applied = match (code, proposal.get("application").as_int()) {
        ("received" | "accepted" | "hired", Some(_)) => {
            Some(read(view, "Application", int(proposal, "application"))?)
        }
        _ => None,
    };
    let Some(application) = applied else {
        return Ok(Standing { code, words: word(view, "SubmissionState", code) });
    };
    // The person themselves, or the agency for them, is in it no more.
    if text(&application, "state") == "withdrawn" {
        return Ok(Standing { code: "withdrawn", words: word(view, "ApplicationState", "withdrawn") });
    }
    let words = match application.get("stage").as_int().filter(|_| code != "received") {
        Some(stage) => stage_words(view, stage, language)?,
        None => word(view, "SubmissionState", code),
    };
    Ok(Standing { code, words })
}
