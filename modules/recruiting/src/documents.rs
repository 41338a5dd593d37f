//! The text of candidates' documents, for the search (S2), and the skills that it names, for matching (S5): read after the document was brought in, in a process of its own, by a job, so that
//! nobody waits for it and a document that was made to do harm holds up nothing.

use serde_json::{Value as Json, json};
use talang_catalogue::{Kind, Record, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Error, Filter, Op, Query, Result};

use crate::cv::{self, Knowledge};

/// The job that reads a document.
pub(crate) const TASK: &str = "recruiting.read-document";
const OBJECT: &str = "CandidateDocument";
/// Characters that are kept of a text: as many as a field of several lines takes, some eight pages.
const KEPT: usize = 20_000;
/// Skills that are kept of a text.
const SKILLS: usize = 100;

/// A document as somebody sent it.
#[derive(Clone, Debug)]
pub struct Paper {
    /// `cv`, `letter`, `other`: an item of the list of types.
    pub kind: String,
    /// The file, as file fields name it.
    pub file: String,
    /// What it is called.
    pub name: String,
}

/// Puts a document into a candidate's file; one that was sent before is there already. Its row number.
///
/// # Errors
/// Those of saving.
pub fn file(change: &mut Change<'_>, candidate: i64, paper: &Paper) -> Result<i64> {
    let object = change.object(OBJECT)?;
    let same = Filter::And(vec![
        Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]),
        Filter::test(&object, "file", Op::Is, vec![paper.file.as_str().into()]),
    ]);
    let query = Query { filter: Some(same), limit: 1, ..Query::default() };
    if let Some(known) = change.list(&object, &query)?.records.first() {
        return Ok(known.id);
    }
    let now = change.scope().installation().clock().now();
    let values = vec![
        ("candidate", candidate.into()),
        ("kind", paper.kind.as_str().into()),
        ("name", paper.name.as_str().into()),
        ("file", paper.file.as_str().into()),
        ("received_at", now.into()),
    ];
    Ok(change.create(OBJECT, values)?.id)
}

/// Puts documents into a candidate's file and with an application.
///
/// # Errors
/// Those of saving.
pub fn attach(change: &mut Change<'_>, candidate: i64, application: i64, papers: &[Paper]) -> Result<()> {
    let now = Value::Int(change.scope().installation().clock().now());
    for paper in papers {
        let document = file(change, candidate, paper)?;
        let key =
            [change.title("Application", application)?.key, change.title(OBJECT, document)?.key].join("|");
        if change.resolve("ApplicationDocument", &key)?.is_none() {
            let values = vec![
                ("application", application.into()),
                ("document", document.into()),
                ("sent_at", now.clone()),
            ];
            change.create("ApplicationDocument", values)?;
        }
    }
    Ok(())
}

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
