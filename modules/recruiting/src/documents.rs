//! The text of candidates' documents, for the search (S2), and the skills that it names, for matching (S5): read after the document was brought in, in a process of its own, by a job, so that
//! nobody waits for it and a document that was made to do harm holds up nothing.

use serde_json::{Value as Json, json};
use talang_catalogue::{Kind, Record, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Error, Result};

use crate::cv::{self, Knowledge};

/// The job that reads a document.
pub(crate) const TASK: &str = "recruiting.read-document";
const OBJECT: &str = "CandidateDocument";
/// Characters that are kept of a text: as many as a field of several lines takes, some eight pages.
const KEPT: usize = 20_000;
/// Skills that are kept of a text.
const SKILLS: usize = 100;

/// A document with another file is read again.
pub(crate) fn follow(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(new) = new.filter(|new| old.is_none_or(|old| old.get("file") != new.get("file"))) else {
        return Ok(());
    };
    let now = change.scope().installation().clock().now();
    // By its content: the name that somebody gave it may be theirs, and what a job was asked to do stays.
    let payload =
        json!({ "document": new.id, "file": hash_of(new.get("file").as_text().unwrap_or_default()) });
    change.as_program(|c| c.enqueue(TASK, &payload, now, None).map(drop))
}

/// Reads it. A file that cannot be read leaves the text empty: the document is there all the same. Running again does no harm.
pub(crate) fn read(run: &mut JobRun<'_>) -> Result<Json> {
    let (id, file) = (run.job.payload["document"].as_i64(), run.job.payload["file"].as_str());
    let (Some(id), Some(file)) = (id, file.map(str::to_string)) else { return Ok(Json::Null) };
    let hash = hash_of(&file).to_string();
    let read = match run.scope.tenant().db().attachments().get(&hash) {
        Ok(bytes) => talang_reading::text(&bytes),
        // Removed meanwhile.
        Err(_) => return Ok(Json::Null),
    };
    let (text, skills, said) = match read {
        Ok(read) => {
            let knowledge = run.scope.view(Knowledge::of)?;
            let year = i64::from(run.scope.as_of.year());
            let mut skills = cv::propose(&read.text, &knowledge, year).skills;
            skills.truncate(SKILLS);
            let skills = if skills.is_empty() { Value::Null } else { Value::Refs(skills) };
            (Value::Text(read.text.chars().take(KEPT).collect()), skills, "read")
        }
        Err(fault) => (Value::Null, Value::Null, fault.code),
    };
    run.scope.change(Kind::Candidates, |c| {
        let object = c.object(OBJECT)?;
        let record = match c.get(&object, id) {
            Ok(record) => record,
            Err(Error::Faults(_)) => return Ok(()),
            Err(other) => return Err(other),
        };
        // Another file came meanwhile: its own job reads it.
        if record.get("file").as_text().map(hash_of) != Some(hash.as_str()) {
            return Ok(());
        }
        c.as_program(|c| c.update(OBJECT, id, vec![("text", text), ("skills", skills)]).map(drop))
    })?;
    Ok(json!({ "document": said }))
}

/// The name of a file's content.
fn hash_of(file: &str) -> &str {
    file.split('/').next().unwrap_or_default()
}
