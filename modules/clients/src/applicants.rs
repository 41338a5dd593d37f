//! `PUT /api/v2/applicants` (client contract, *Front office*): what changed about an applicant, told by a program whose account
//! may change candidates. Unlike an application, nothing here is done in the name of the career site: the gate judges every
//! field by the rights of the key.

use serde_json::{Map, Value as Json};
use talang_careers::apply::{stored, unfit};
use talang_catalogue::{Fault, Kind, Value};
use talang_engine::{Action, Change, Error, Filter, Op, Query, Result, Scope, View};
use talang_http::{Access, Call, Method, Reply, Route, multipart};

use crate::front_office::{MOST, files, refused};
use crate::{ask, exports};

/// Their names of our fields that hold a text.
const TEXTS: [(&str, &str); 6] = [
    ("firstName", "first_name"),
    ("lastName", "last_name"),
    ("email", "email"),
    ("phoneNumber", "phone"),
    ("phone", "phone"),
    ("city", "city"),
];
/// Their names of our fields that hold a code, which they write alone or within a coded value.
const CODES: [(&str, &str); 2] = [("residentCountry", "country"), ("globalExperience", "experience_level")];
/// Their kinds of files, and ours.
const KINDS: [(&str, &str); 3] = [("cv", "cv"), ("letter", "letter"), ("document", "other")];

pub(crate) fn routes() -> Vec<Route> {
    let change = Access::Right("Candidate", Action::Update);
    vec![Route::upload(Method::Put, "/api/v2/applicants", change, update)]
}

/// What was sent.
struct Sent {
    /// Number of the applicant, where it was told.
    number: Option<String>,
    /// Fields that were sent, and nothing else: theirs, ours, value.
    values: Vec<(&'static str, &'static str, Value)>,
    /// Kind, name and content of each file.
    files: Vec<(String, String, Vec<u8>)>,
}

/// Reads the body: JSON, or a form whose part `applicantApplication` is JSON, with files.
fn read(call: &Call, scope: &Scope) -> Result<Sent> {
    let kind = call.request.header("content-type").unwrap_or_default();
    if multipart::boundary(kind).is_some() {
        return multipart::with_parts(&call.request, MOST, |parts| {
            let part = parts.iter().find(|p| matches!(p.name, "applicantApplication" | "applicant"));
            let content = part.map(|p| p.content).unwrap_or_default();
            let json = ask::object(scope, content)?;
            let files = files(&Json::Object(json.clone()), parts);
            told(scope, &json, files)
        });
    }
    let body = match &call.request.upload {
        Some(file) => std::fs::read(file)?,
        None => Vec::new(),
    };
    told(scope, &ask::json(scope, kind, &body)?, Vec::new())
}

/// The fields of an applicant, which stand in the object itself, in its `applicant`, or in the `personalInformation` of either.
fn told(scope: &Scope, json: &Map<String, Json>, files: Vec<(String, String, Vec<u8>)>) -> Result<Sent> {
    let inner = |json: &Json, name: &str| json.get(name).filter(|j| j.is_object()).cloned();
    let whole = Json::Object(json.clone());
    let person = inner(&whole, "applicant").or_else(|| inner(&whole, "candidateDetail"));
    let person = person.unwrap_or_else(|| whole.clone());
    let personal = inner(&person, "personalInformation").unwrap_or(Json::Null);
    let find = |name: &str| personal.get(name).or_else(|| person.get(name)).cloned();
    let mut sent = Sent { number: None, values: Vec::new(), files };
    for (theirs, ours) in TEXTS {
        if let Some(value) = find(theirs) {
            sent.values.push((theirs, ours, text(scope, theirs, &value)?));
        }
    }
    for (theirs, ours) in CODES {
        if let Some(value) = find(theirs) {
            let code = value.get("clientCode").or_else(|| value.get("id")).cloned().unwrap_or(value);
            sent.values.push((theirs, ours, text(scope, theirs, &code)?));
        }
    }
    for name in ["id", "applicantId"] {
        match person.get(name).or_else(|| whole.get(name)) {
            Some(Json::String(number)) if !number.trim().is_empty() => {
                sent.number = Some(number.trim().to_string());
            }
            Some(Json::Number(number)) => sent.number = Some(number.to_string()),
            Some(Json::Null | Json::String(_)) | None => {}
            Some(_) => return Err(ask::invalid(scope, "clients-text", &[]).on(name).into()),
        }
    }
    Ok(sent)
}

/// A text; nothing for an empty one, which empties the field.
fn text(scope: &Scope, name: &'static str, value: &Json) -> Result<Value> {
    match value {
        Json::Null => Ok(Value::Null),
        Json::String(text) if text.trim().is_empty() => Ok(Value::Null),
        Json::String(text) => Ok(text.trim().into()),
        _ => Err(ask::invalid(scope, "clients-text", &[]).on(name).into()),
    }
}

/// The applicant: of the number, else of the e-mail address, which then is no change.
fn which(v: &mut View<'_>, sent: &Sent) -> Result<i64> {
    if let Some(number) = &sent.number {
        return exports::candidate(v, number);
    }
    let email = sent.values.iter().find(|(_, ours, _)| *ours == "email");
    let email = email.and_then(|(.., value)| value.as_text());
    let email = email.ok_or_else(|| ask::invalid(v.scope(), "clients-applicant", &[]))?.to_lowercase();
    let object = v.object("Candidate")?;
    let filter = Filter::test(&object, "email", Op::Is, vec![email.into()]);
    let found = v.list(&object, &Query { filter: Some(filter), limit: 2, ..Query::default() })?.records;
    match found.as_slice() {
        [one] => Ok(one.id),
        _ => Err(ask::missing()),
    }
}

/// `PUT /api/v2/applicants`: 204; 404 for nobody that the account may see; 400 with what is wrong.
fn update(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let mut sent = read(call, &scope)?;
    // Whoever may not change this candidate brings no file into the house either.
    let id = scope.view(|v| {
        let id = which(v, &sent)?;
        let object = v.object("Candidate")?;
        let record = v.get(&object, id)?;
        if v.may_change(&record)? { Ok(id) } else { Err(Fault::new("right.missing").into()) }
    })?;
    if sent.number.is_none() {
        sent.values.retain(|(_, ours, _)| *ours != "email");
    }
    let wrong = |(kind, _, content): &(String, String, Vec<u8>)| {
        unfit(content).map(|key| (kind.clone(), scope.text(key)))
    };
    let problems: Vec<(String, String)> = sent.files.iter().filter_map(wrong).collect();
    if !problems.is_empty() {
        return Ok(refused(&problems));
    }
    let mut documents = Vec::new();
    for (field, name, content) in &sent.files {
        let kind = KINDS.iter().find(|(theirs, _)| theirs == field).map_or("other", |(_, ours)| *ours);
        match stored(&scope, field, name, content) {
            Ok((name, file)) => documents.push((kind, name, file)),
            Err(error) => return blamed(&scope, error, &sent),
        }
    }
    let saved = scope.change(Kind::Candidates, |c| {
        let values: Vec<(&str, Value)> =
            sent.values.iter().map(|(_, ours, value)| (*ours, value.clone())).collect();
        c.update("Candidate", id, values)?;
        for (kind, name, file) in &documents {
            document(c, id, kind, name, file)?;
        }
        Ok(())
    });
    match saved {
        Ok(()) => Ok(Reply::status(204)),
        Err(error) => blamed(&scope, error, &sent),
    }
}

/// Adds a document, unless it is there already.
fn document(c: &mut Change<'_>, candidate: i64, kind: &str, name: &str, file: &str) -> Result<()> {
    let object = c.object("CandidateDocument")?;
    let same = Filter::And(vec![
        Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]),
        Filter::test(&object, "file", Op::Is, vec![file.into()]),
    ]);
    if !c.list(&object, &Query { filter: Some(same), limit: 1, ..Query::default() })?.records.is_empty() {
        return Ok(());
    }
    let now = c.scope().installation().clock().now();
    let values = vec![
        ("candidate", candidate.into()),
        ("kind", kind.into()),
        ("name", name.into()),
        ("file", file.into()),
        ("received_at", now.into()),
    ];
    c.create("CandidateDocument", values).map(drop)
}

/// Refusals that concern fields, by their names; anything else as it is.
fn blamed(scope: &Scope, error: Error, sent: &Sent) -> Result<Reply> {
    if error.status() >= 500 {
        return Err(error);
    }
    let theirs =
        |field: &str| sent.values.iter().find(|(_, ours, _)| *ours == field).map(|(theirs, ..)| *theirs);
    let messages = &scope.installation().registry().messages;
    let problem = |fault: &Fault| {
        let field = fault.field.as_deref()?;
        let file = KINDS.iter().find(|(kind, _)| *kind == field).map(|(kind, _)| *kind);
        let name = theirs(field).or(file)?;
        Some((name.to_string(), messages.fault_text(scope.language(), fault, name)))
    };
    let problems: Option<Vec<(String, String)>> = error.faults().iter().map(problem).collect();
    match problems {
        Some(problems) if !problems.is_empty() => Ok(refused(&problems)),
        _ => Err(error),
    }
}
