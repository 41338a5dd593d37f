//! From an approved requisition to the vacancy that it allowed.

use talang_catalogue::{Fault, Record, Texts, Value};
use talang_engine::{Change, Filter, Op, Query, Result};

/// What a vacancy takes over: field of the requisition, field of the vacancy.
const TAKEN: [(&str, &str); 12] = [
    ("job", "job"),
    ("position", "position"),
    ("organisation", "organisation"),
    ("establishment", "establishment"),
    ("headcount", "openings"),
    ("contract_type", "contract_type"),
    ("duration_months", "duration_months"),
    ("working_time", "working_time"),
    ("salary_from", "salary_from"),
    ("salary_to", "salary_to"),
    ("pay_period", "pay_period"),
    ("wanted_from", "start_on"),
];

/// The vacancy of an approved requisition: a draft with what was asked for, and with the texts and skills of the job as a
/// template. A second call finds the first one's.
///
/// # Errors
/// `approval.state` where it is not approved; those of saving.
pub fn vacancy_of(change: &mut Change<'_>, requisition: i64) -> Result<i64> {
    let object = change.object("Requisition")?;
    let record = change.get(&object, requisition)?;
    let vacancies = change.object("Vacancy")?;
    let filter = Filter::test(&vacancies, "requisition", Op::Is, vec![requisition.into()]);
    let query = Query { filter: Some(filter), limit: 1, ..Query::default() };
    if let Some(there) = change.list(&vacancies, &query)?.records.first() {
        return Ok(there.id);
    }
    if record.get("state").as_text() != Some("approved") {
        return Err(Fault::new("approval.state").into());
    }
    let job = match record.get("job").as_int() {
        Some(job) => {
            let object = change.object("Job")?;
            Some(change.get(&object, job)?)
        }
        None => None,
    };
    let mut values: Vec<(&str, Value)> = TAKEN
        .iter()
        .map(|(from, to)| (*to, record.get(from).clone()))
        .filter(|(_, value)| !value.is_null())
        .collect();
    values.push(("requisition", requisition.into()));
    values.push(("manager", record.get("requester").clone()));
    values.push(("title", title(change, &record, job.as_ref())));
    if let Some(me) = change.scope().actor.employee().filter(|_| change.scope().acting().is_none()) {
        values.push(("recruiter", me.into()));
    }
    if let Some(job) = &job {
        values.push(("mission", together(job, &["mission", "activities"])));
        values.push(("profile", together(job, &["requirements"])));
        for (from, to) in [("education_level", "education_level"), ("remote_work", "remote_work")] {
            values.push((to, job.get(from).clone()));
        }
    }
    let vacancy = change.create("Vacancy", values)?.id;
    if let Some(job) = &job {
        skills(change, job.id, vacancy)?;
    }
    Ok(vacancy)
}

/// What candidates will read as its name: the job's in every language, and in the reader's what was asked for.
fn title(change: &Change<'_>, record: &Record, job: Option<&Record>) -> Value {
    let mut texts = match job.map(|j| j.get("label")) {
        Some(Value::Texts(texts)) => texts.clone(),
        _ => Texts::new(),
    };
    if let Some(asked) = record.get("title").as_text() {
        texts.insert(change.scope().language().code().to_string(), asked.to_string());
    }
    Value::Texts(texts)
}

/// Texts of a job in each language, one below the other.
fn together(job: &Record, fields: &[&str]) -> Value {
    let mut all = Texts::new();
    for field in fields {
        let Value::Texts(texts) = job.get(field) else { continue };
        for (language, text) in texts {
            let slot: &mut String = all.entry(language.clone()).or_default();
            if !slot.is_empty() {
                slot.push_str("\n\n");
            }
            slot.push_str(text);
        }
    }
    if all.is_empty() { Value::Null } else { Value::Texts(all) }
}

fn skills(change: &mut Change<'_>, job: i64, vacancy: i64) -> Result<()> {
    let object = change.object("JobSkill")?;
    let filter = Filter::test(&object, "job", Op::Is, vec![job.into()]);
    let wanted = change.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
    for skill in &wanted {
        let mut values = vec![("vacancy", vacancy.into())];
        values
            .extend(["skill", "level", "weight", "mandatory"].map(|field| (field, skill.get(field).clone())));
        change.create("VacancySkill", values)?;
    }
    Ok(())
}
