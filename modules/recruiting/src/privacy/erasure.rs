//! Erasing a candidate (G8, G9): everything that tells who it was goes, at once and for good. What stays is that somebody applied, from
//! which source, how far they came and when: enough for figures, and nobody's data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value as Json, json};
use talang_catalogue::{FieldType, Kind, Object, Subject, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Filter, Op, Query, Result, Stays};
use talang_mail::Erased;

use super::account;

/// The job that removes files, and what is left of mails.
pub(crate) const TASK: &str = "recruiting.erase";

/// What mails may say of somebody: their address in the head, their names in the subject.
const SPOKEN: [&str; 3] = ["email", "first_name", "last_name"];

/// What stays of records about applications; all else about a candidate is deleted.
const STAYS: [(&str, &[&str]); 3] = [
    (
        "Application",
        &[
            "candidate",
            "vacancy",
            "number",
            "applied_at",
            "source",
            "stage",
            "stage_since",
            "state",
            "rejection_reason",
        ],
    ),
    (
        "ApplicationEvent",
        &["application", "number", "candidate", "vacancy", "at", "kind", "from_stage", "to_stage", "reason"],
    ),
    (
        "AgencySubmission",
        &[
            "agency",
            "candidate",
            "vacancy",
            "submitted_by",
            "submitted_at",
            "state",
            "protected_until",
            "fee",
            "number",
            "application",
            "decided_at",
            "decided_by",
        ],
    ),
];

/// What stands where somebody's names stood, in the company's language.
pub(crate) fn nobody(change: &Change<'_>) -> (String, String) {
    let culture = change.scope().tenant().culture();
    let words = change.scope().installation().registry().messages.plain(culture.language, "privacy-erased");
    let (first, last) = words.split_once(' ').unwrap_or(("–", words.as_str()));
    (first.to_string(), last.to_string())
}

/// Erases a candidate. Whether the caller may is the caller's question.
///
/// # Errors
/// `record.not_found`; those of the store.
pub fn erase(change: &mut Change<'_>, candidate: i64) -> Result<()> {
    let today = change.scope().installation().clock().today();
    let (first, last) = nobody(change);
    change.as_program(|c| {
        let object = c.object("Candidate")?;
        let person = c.get(&object, candidate)?;
        let address = person.get("email").as_text().unwrap_or_default().to_string();
        let nobody = format!("{first} {last}");
        // Whoever still had an application under way is in it no more.
        let applications = c.object("Application")?;
        let mine = Filter::And(vec![
            Filter::test(&applications, "candidate", Op::Is, vec![candidate.into()]),
            Filter::test(&applications, "state", Op::Is, vec!["active".into()]),
        ]);
        for id in c.ids(&applications, &Query { filter: Some(mine), ..Query::default() })?.iter() {
            c.update("Application", id, vec![("state", "withdrawn".into())])?;
        }
        let mut files = Vec::new();
        let catalogue = c.catalogue();
        // Files that were made one with this are the same person's; where that was undone, they are not.
        let merges = c.object("CandidateMerge")?;
        let of = Filter::And(vec![
            Filter::test(&merges, "candidate", Op::Is, vec![candidate.into()]),
            Filter::test(&merges, "undone_at", Op::Empty, Vec::new()),
        ]);
        let found = c.list(&merges, &Query { filter: Some(of), ..Query::default() })?.records;
        let people = [candidate].into_iter().chain(found.iter().filter_map(|m| m.get("merged_row").as_int()));
        account::settle(c, &people.collect::<Vec<_>>())?;
        let former: Vec<i64> = found.iter().filter_map(|m| m.get("merged_row").as_int()).collect();
        let mails = spoken_of(c, &object, &[&[candidate], &former[..]].concat(), nobody)?;
        for other in catalogue.objects().iter().filter(|o| o.def.kind == Kind::Candidates) {
            let Subject::Field(field) = other.def.subject else { continue };
            let of_candidates = other
                .field(field)
                .is_some_and(|f| matches!(&f.ty, FieldType::Reference(target) if target == "Candidate"));
            if !of_candidates {
                continue;
            }
            let mut ids = c.traces(other, candidate)?;
            for person in &former {
                ids.extend(c.traces(other, *person)?);
            }
            let stays = STAYS.iter().find(|(name, _)| *name == other.def.name);
            let stays = stays.map_or(Stays::Nothing, |(_, fields)| Stays::Fields(fields, &[]));
            files.extend(c.erase(other, &ids, stays)?);
        }
        // Wishes to hear of vacancies are an address's, whoever has it.
        if !address.is_empty() {
            let alerts = c.object("JobAlert")?;
            let of = Filter::test(&alerts, "email", Op::Is, vec![address.to_lowercase().into()]);
            let ids: Vec<i64> =
                c.ids(&alerts, &Query { filter: Some(of), ..Query::default() })?.iter().collect();
            c.erase(&alerts, &ids, Stays::Nothing)?;
        }
        // What a colleague said when recommending them.
        let referrals = c.object("Referral")?;
        let of = Filter::test(&referrals, "candidate", Op::Is, vec![candidate.into()]);
        let ids: Vec<i64> =
            c.ids(&referrals, &Query { filter: Some(of), ..Query::default() })?.iter().collect();
        let keep = ["referrer", "number", "vacancy", "referred_at", "state", "reward"];
        let put = [("first_name", Value::from(first.as_str())), ("last_name", last.as_str().into())];
        c.erase(&referrals, &ids, Stays::Fields(&keep, &put))?;
        let keep = ["number", "source", "channel"];
        let put =
            [put[0].clone(), put[1].clone(), ("anonymised_on", today.into()), ("blocked", false.into())];
        c.erase(&object, &[candidate], Stays::Fields(&keep, &put))?;
        c.erase(&object, &former, Stays::Nothing)?;
        let hashes: Vec<&str> = files.iter().filter_map(|f| f.split('/').next()).collect();
        clear_later(c, &hashes, mails)
    })
}

/// Sees to it that files that nothing names any more are removed, by their content, and what mails still say of somebody.
///
/// # Errors
/// Those of the store.
pub(crate) fn clear_later(change: &mut Change<'_>, files: &[&str], mails: Erased) -> Result<()> {
    let now = change.scope().installation().clock().now();
    let payload = json!({ "files": files, "mails": mails, "before": now });
    change.enqueue(TASK, &payload, now, None).map(drop)
}

/// How mails may speak of somebody: addresses and names that they have, and had in this file or in those that were merged into it.
fn spoken_of(
    change: &mut Change<'_>,
    object: &Arc<Object>,
    people: &[i64],
    nobody: String,
) -> Result<Erased> {
    let (mut addresses, mut names) = (BTreeSet::new(), BTreeSet::new());
    for person in people {
        // From what stands there back to what was written first.
        let mut then: BTreeMap<&str, String> = BTreeMap::new();
        if let Ok(record) = change.get(object, *person) {
            for field in SPOKEN {
                then.insert(field, record.get(field).as_text().unwrap_or_default().to_string());
            }
        }
        let mut note = |then: &BTreeMap<&str, String>| {
            let [address, first, last] =
                SPOKEN.map(|field| then.get(field).map_or("", String::as_str).trim());
            addresses.insert(address.to_lowercase());
            if !first.is_empty() && !last.is_empty() {
                names.extend([format!("{first} {last}"), format!("{last} {first}")]);
            }
        };
        note(&then);
        for entry in change.history(object, *person, 100_000)? {
            for (index, old, _) in &entry.changes {
                let name = object.fields.get(*index).map(|f| &*f.name).unwrap_or_default();
                if let (Some(field), Some(old)) = (SPOKEN.iter().find(|s| **s == name), old.as_text()) {
                    then.insert(field, old.to_string());
                }
            }
            note(&then);
        }
    }
    addresses.remove("");
    let (addresses, names) = (addresses.into_iter().collect(), names.into_iter().collect());
    Ok(Erased { addresses, names, nobody })
}

/// Removes the files that nothing names any more, and what is left of mails. Running again does no harm.
pub(crate) fn clear(run: &mut JobRun<'_>) -> Result<Json> {
    let payload = run.job.payload.clone();
    let mut removed = 0;
    for hash in payload["files"].as_array().into_iter().flatten().filter_map(Json::as_str) {
        if !run.scope.view(|v| v.file_in_use(hash))? {
            run.scope.tenant().db().attachments().remove(hash)?;
            removed += 1;
        }
    }
    let mut mails = 0;
    if let (Ok(who), Some(before)) =
        (serde_json::from_value::<Erased>(payload["mails"].clone()), payload["before"].as_i64())
    {
        mails = run.scope.change(Kind::Shared, |c| talang_mail::forget(c, &who, before))?;
    }
    run.forget()?;
    Ok(json!({ "files": removed, "mails": mails }))
}
