//! Everything that the company has about a candidate, for the candidate (G8): as JSON for programs, as CSV for people, and the documents.

use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Culture, FieldType, Kind, Record, Subject, Value, types};
use talang_engine::{Filter, Op, Query, Result, View};

/// Names of colleagues and of agencies' people are theirs, not the candidate's; what is written for colleagues alone about what was
/// offered is the company's, and so is what an agency costs.
fn told(object: &str, field: &talang_catalogue::Field) -> bool {
    let others = |to: &str| matches!(to, "Employee" | "AgencyUser");
    let named = match &field.ty {
        FieldType::Reference(to) | FieldType::References(to) => others(to),
        _ => false,
    };
    let inside = matches!(
        (object, &*field.name),
        ("Offer", "comment" | "decision_comment" | "hiring" | "hiring_faults")
            | ("OfferApproval", "comment")
            | ("AgencySubmission", "fee")
    );
    !named && !inside
}

/// What is not yet anybody's but its writer's: offers that were not sent, with who was asked about them, and scorecards that
/// were not submitted.
fn unsaid(view: &mut View<'_>, object: &str, record: &Record) -> Result<bool> {
    Ok(match object {
        "Offer" => record.get("sent_at").is_null(),
        "OfferApproval" => {
            let offers = view.object("Offer")?;
            let offer = record.get("offer").as_int().unwrap_or_default();
            view.get(&offers, offer).map_or(true, |offer| offer.get("sent_at").is_null())
        }
        "InterviewScorecard" => record.get("submitted_at").is_null(),
        _ => false,
    })
}

/// A part of the file: name and content.
pub type Part = (String, Vec<u8>);

/// The parts of the file about a candidate.
///
/// # Errors
/// Those of the store.
pub fn parts(view: &mut View<'_>, candidate: i64, culture: &'static Culture) -> Result<Vec<Part>> {
    let language = culture.language;
    view.as_rule(|v| {
        let catalogue = v.catalogue();
        let mut all = Map::new();
        let mut out = Vec::new();
        let mut documents: Vec<String> = Vec::new();
        let people = v.object("Candidate")?;
        let address = v.get(&people, candidate)?.get("email").as_text().unwrap_or_default().to_lowercase();
        for object in catalogue.objects().iter().filter(|o| o.def.kind == Kind::Candidates) {
            let filter = match object.def.subject {
                Subject::Itself if object.def.name == "Candidate" => Filter::Ids(vec![candidate]),
                Subject::Field(name) => match object.field(name).map(|f| &f.ty) {
                    Some(FieldType::Reference(to)) if to == "Candidate" => {
                        Filter::test(object, name, Op::Is, vec![candidate.into()])
                    }
                    _ => continue,
                },
                // Wishes to hear of vacancies are an address's.
                _ if object.def.name == "JobAlert" && !address.is_empty() => {
                    Filter::test(object, "email", Op::Is, vec![address.as_str().into()])
                }
                _ => continue,
            };
            let mut records = Vec::new();
            for record in v.list(object, &Query { filter: Some(filter), ..Query::default() })?.records {
                if !unsaid(v, object.def.name, &record)? {
                    records.push(record);
                }
            }
            if records.is_empty() {
                continue;
            }
            let fields: Vec<_> = object.fields.iter().filter(|f| told(object.def.name, f)).collect();
            let mut rows = Vec::new();
            let mut lines = Vec::new();
            for record in &records {
                let mut row = Map::new();
                let mut line = Vec::new();
                for field in &fields {
                    let value = record.values.get(field.index).cloned().unwrap_or_default();
                    let text = shown(v, field, &value, culture)?;
                    if matches!(field.ty, FieldType::File)
                        && let Some(file) = value.as_text()
                    {
                        documents.push(file.to_string());
                    }
                    if !value.is_null() {
                        row.insert(field.name.to_string(), exact(field, &value, &text));
                    }
                    line.push(text);
                }
                rows.push(Json::Object(row));
                lines.push(line);
            }
            let labels = &v.scope().installation().registry().labels;
            let heads: Vec<String> =
                fields.iter().map(|f| labels.field(language, object.def.name, f).to_string()).collect();
            let name = labels.objects(language, object.def.name).replace('/', "-");
            let mut text = String::from("\u{feff}");
            for line in std::iter::once(&heads).chain(&lines) {
                text.push_str(&line.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(","));
                text.push_str("\r\n");
            }
            out.push((format!("{name}.csv"), text.into_bytes()));
            all.insert(object.def.name.to_string(), Json::Array(rows));
        }
        let at = v.scope().installation().clock().now();
        let whole = json!({
            "company": v.scope().tenant().name(),
            "made": types::time::iso_instant(at),
            "data": all,
        });
        let text = serde_json::to_string_pretty(&whole).unwrap_or_default();
        out.insert(0, ("data.json".to_string(), text.into_bytes()));
        let attachments = v.scope().tenant().db().attachments();
        documents.sort();
        documents.dedup();
        for (at, file) in documents.iter().enumerate() {
            let (hash, name) = file.split_once('/').unwrap_or((file, "document"));
            if let Ok(bytes) = attachments.get(hash) {
                out.push((format!("documents/{}-{}", at + 1, name.replace(['/', '\\'], "-")), bytes));
            }
        }
        Ok(out)
    })
}

/// A value as people read it.
fn shown(
    view: &mut View<'_>,
    field: &talang_catalogue::Field,
    value: &Value,
    culture: &'static Culture,
) -> Result<String> {
    Ok(match (&field.ty, value) {
        (_, Value::Null) => String::new(),
        (FieldType::Reference(object), Value::Int(id)) => view.title(object, *id)?.title,
        (FieldType::References(object), Value::Refs(ids)) => {
            let mut names = Vec::new();
            for id in ids {
                names.push(view.title(object, *id)?.title);
            }
            names.join(", ")
        }
        (FieldType::Choice(def), Value::Text(code)) => {
            let labels = &view.scope().installation().registry().labels;
            labels.choice(culture.language, def.name, code).to_string()
        }
        (FieldType::Translated, Value::Texts(texts)) => {
            talang_catalogue::labels::text_in(texts, culture.language).unwrap_or_default().to_string()
        }
        (FieldType::File, Value::Text(file)) => {
            file.split_once('/').map_or(file.as_str(), |(_, name)| name).to_string()
        }
        _ => types::write(field, value, culture),
    })
}

/// A value as programs read it.
fn exact(field: &talang_catalogue::Field, value: &Value, shown: &str) -> Json {
    match (&field.ty, value) {
        (FieldType::Integer, Value::Int(n)) => json!(n),
        (FieldType::Bool, Value::Int(n)) => json!(*n == 1),
        (FieldType::Reference(_) | FieldType::References(_) | FieldType::File, _) => json!(shown),
        _ => json!(types::write(field, value, &Culture::NEUTRAL)),
    }
}

/// A cell (RFC 4180); one that a spreadsheet would work out is a text.
fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}
