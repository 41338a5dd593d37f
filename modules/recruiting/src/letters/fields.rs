//! What can stand in a letter, and where the values come from.

use talang_catalogue::labels::text_in;
use talang_catalogue::{Culture, FieldType, Language, Record, Value};
use talang_engine::{Filter, Op, Query, Result, View};

use super::Fields;
use crate::interviews;
use crate::text;

/// A merge field.
#[derive(Clone, Copy, Debug)]
pub struct MergeField {
    /// What stands between the braces.
    pub name: &'static str,
    /// What it is called for people.
    pub shown: Shown,
}

/// What a merge field is called for people.
#[derive(Clone, Copy, Debug)]
pub enum Shown {
    /// As a field of an object.
    Field(&'static str, &'static str),
    /// By a message.
    Word(&'static str),
}

const fn field(name: &'static str, object: &'static str, of: &'static str) -> MergeField {
    MergeField { name, shown: Shown::Field(object, of) }
}

const fn word(name: &'static str, key: &'static str) -> MergeField {
    MergeField { name, shown: Shown::Word(key) }
}

/// Every merge field, in the order in which they are listed.
pub const FIELDS: &[MergeField] = &[
    field("candidate.civility", "Candidate", "civility"),
    field("candidate.first_name", "Candidate", "first_name"),
    field("candidate.last_name", "Candidate", "last_name"),
    field("vacancy.title", "Vacancy", "title"),
    field("vacancy.code", "Vacancy", "code"),
    field("vacancy.place", "Vacancy", "place"),
    field("vacancy.unit", "Vacancy", "organisation"),
    field("vacancy.recruiter", "Vacancy", "recruiter"),
    field("vacancy.manager", "Vacancy", "manager"),
    field("application.number", "Application", "number"),
    field("application.date", "Application", "applied_at"),
    field("stage", "Application", "stage"),
    field("interview.when", "Interview", "starts_at"),
    field("interview.place", "Interview", "place"),
    field("offer.job", "Offer", "job_title"),
    field("offer.start", "Offer", "starts_on"),
    field("offer.salary", "Offer", "salary"),
    field("offer.contract", "Offer", "contract_type"),
    field("offer.time", "Offer", "working_time"),
    field("offer.bonus", "Offer", "bonus"),
    field("offer.benefits", "Offer", "benefits"),
    field("offer.until", "Offer", "valid_until"),
    word("company", "letters-company"),
    word("sender", "letters-sender"),
    word("today", "letters-today"),
    word("answer.until", "letters-answer-until"),
    word("keep.until", "letters-keep-until"),
];

/// A text of the company's in the reader's language, or the one that there is.
fn in_language(value: &Value, language: Language) -> String {
    match value {
        Value::Texts(texts) => text_in(texts, language).unwrap_or_default().to_string(),
        other => other.as_text().unwrap_or_default().to_string(),
    }
}

/// The label of a list's item in the reader's language.
fn item(view: &View<'_>, record: &Record, name: &str, language: Language) -> String {
    let catalogue = view.catalogue();
    let field = record.object.field(name);
    let Some(FieldType::Item(list)) = field.map(|f| &f.ty) else { return String::new() };
    let code = text(record, name);
    let item = catalogue.lists.get(&**list).and_then(|all| all.iter().find(|i| i.code == code));
    item.and_then(|i| text_in(&i.label, language)).unwrap_or_default().to_string()
}

/// A day of a record, written out.
fn day(record: &Record, name: &str, culture: &Culture) -> String {
    record.get(name).as_int().map(|d| culture.date_long(d)).unwrap_or_default()
}

/// What candidates read as the place of an application in the pipeline: words of the stage that are meant for them, or else its
/// name.
///
/// # Errors
/// Those of the store.
pub fn stage_words(view: &mut View<'_>, stage: i64, language: Language) -> Result<String> {
    let record = view.as_rule(|v| {
        let object = v.object("PipelineStage")?;
        v.get(&object, stage)
    })?;
    let own = in_language(record.get("candidate_label"), language);
    Ok(if own.is_empty() { in_language(record.get("label"), language) } else { own })
}

/// What can be said to a candidate about themselves, the company and the day.
///
/// # Errors
/// Those of the store.
pub fn of_candidate(view: &mut View<'_>, candidate: i64, culture: &'static Culture) -> Result<Fields> {
    let mut fields = Fields::default();
    let object = view.object("Candidate")?;
    let person = view.get(&object, candidate)?;
    fields.set("candidate.civility", item(view, &person, "civility", culture.language));
    fields.set("candidate.first_name", text(&person, "first_name"));
    fields.set("candidate.last_name", text(&person, "last_name"));
    fields.set("company", view.scope().tenant().name());
    let today = talang_catalogue::value::days_of_date(view.scope().installation().clock().today());
    fields.set("today", culture.date_long(today));
    if let Some(me) = view.scope().actor.employee() {
        fields.set("sender", view.title("Employee", me)?.title);
    }
    Ok(fields)
}

/// What can be said about an application: what the scope may not see stays empty.
///
/// # Errors
/// Those of the store.
pub fn of_application(
    view: &mut View<'_>,
    application: &Record,
    culture: &'static Culture,
) -> Result<Fields> {
    let language = culture.language;
    let mut fields = of_candidate(view, application.get("candidate").as_int().unwrap_or_default(), culture)?;
    fields.set("application.number", text(application, "number"));
    if let Some(at) = application.get("applied_at").as_int() {
        fields.set("application.date", culture.date_long(at.div_euclid(86_400_000_000)));
    }
    if let Some(stage) = application.get("stage").as_int() {
        fields.set("stage", stage_words(view, stage, language)?);
    }
    let object = view.object("Vacancy")?;
    let vacancy = view.get(&object, application.get("vacancy").as_int().unwrap_or_default())?;
    fields.set("vacancy.title", in_language(vacancy.get("title"), language));
    fields.set("vacancy.code", text(&vacancy, "code"));
    for (name, object, of) in [
        ("vacancy.unit", "Organisation", "organisation"),
        ("vacancy.recruiter", "Employee", "recruiter"),
        ("vacancy.manager", "Employee", "manager"),
        ("vacancy.place", "Establishment", "establishment"),
    ] {
        if let Some(id) = vacancy.get(of).as_int() {
            fields.set(name, view.title(object, id)?.title);
        }
    }
    if !text(&vacancy, "place").is_empty() {
        fields.set("vacancy.place", text(&vacancy, "place"));
    }
    let now = view.scope().installation().clock().now();
    let talks = of(view, "Interview", application.id)?;
    let next = talks.iter().filter(|i| interviews::on(i) && i.get("starts_at").as_int() > Some(now));
    if let Some(next) = next.min_by_key(|i| i.get("starts_at").as_int()) {
        let at = next.get("starts_at").as_int().unwrap_or_default();
        fields.set("interview.when", culture.date_time(at, &interviews::zone(next)));
        fields.set("interview.place", [text(next, "place"), text(next, "link")].join(" "));
    }
    let offers = of(view, "Offer", application.id)?;
    let made = |o: &&Record| matches!(text(o, "state"), "approved" | "sent" | "accepted");
    if let Some(offer) = offers.iter().rev().find(made) {
        of_offer(view, offer, culture, &mut fields);
    }
    Ok(fields)
}

/// The records about an application that the scope may read.
fn of(view: &mut View<'_>, object: &str, application: i64) -> Result<Vec<Record>> {
    let object = view.object(object)?;
    if !view.rights().may(&object, talang_engine::Action::Read) {
        return Ok(Vec::new());
    }
    let filter = Filter::test(&object, "application", Op::Is, vec![application.into()]);
    let query = Query { filter: Some(filter), sort: view.sort(&object, "number")?, ..Query::default() };
    Ok(view.list(&object, &query)?.records)
}

/// What an offer says.
pub fn of_offer(view: &View<'_>, offer: &Record, culture: &'static Culture, fields: &mut Fields) {
    let money = |name: &str| match offer.get(name) {
        Value::Money(amount, currency) => culture.money(*amount, currency),
        _ => String::new(),
    };
    fields.set("offer.job", text(offer, "job_title"));
    fields.set("offer.start", day(offer, "starts_on", culture));
    let labels = &view.scope().installation().registry().labels;
    let period = match text(offer, "pay_period") {
        "" => String::new(),
        code => format!(" ({})", labels.choice(culture.language, "PayPeriod", code)),
    };
    let salary = money("salary");
    fields.set("offer.salary", if salary.is_empty() { salary } else { format!("{salary}{period}") });
    fields.set("offer.contract", item(view, offer, "contract_type", culture.language));
    if let Some(share) = offer.get("working_time").as_int() {
        fields.set("offer.time", culture.percent(share));
    }
    fields.set("offer.bonus", money("bonus"));
    fields.set("offer.benefits", text(offer, "benefits"));
    fields.set("offer.until", day(offer, "valid_until", culture));
}

/// Values of nobody, by which a wording is looked at.
pub fn samples(view: &mut View<'_>, culture: &'static Culture) -> Result<Fields> {
    let scope = view.scope();
    let registry = scope.installation().registry();
    let say = |key: &str| registry.messages.plain(culture.language, key);
    let today = talang_catalogue::value::days_of_date(scope.installation().clock().today());
    let year = scope.installation().clock().today().year();
    let mut fields = Fields::default();
    let at = (today + 6) * 86_400_000_000 + 36_000_000_000;
    for (name, value) in [
        ("candidate.civility", String::new()),
        ("candidate.first_name", "Robin".to_string()),
        ("candidate.last_name", "Andersen".to_string()),
        ("vacancy.title", say("letters-sample-title")),
        ("vacancy.code", format!("{year}-0042")),
        ("vacancy.place", "Bruxelles".to_string()),
        ("vacancy.unit", say("letters-sample-unit")),
        ("vacancy.recruiter", "Charlie Moreau".to_string()),
        ("vacancy.manager", "Alex Lindqvist".to_string()),
        ("application.number", format!("A{year}-00042")),
        ("application.date", culture.date_long(today - 9)),
        ("stage", registry.labels.object(culture.language, "Interview").to_string()),
        ("interview.when", culture.date_time(at, &jiff::tz::TimeZone::UTC)),
        ("interview.place", "Rue de la Loi 1".to_string()),
        ("offer.job", say("letters-sample-title")),
        ("offer.start", culture.date_long(today + 60)),
        ("offer.salary", culture.money(42_000 * talang_catalogue::value::DECIMAL_SCALE, "EUR")),
        ("offer.contract", "–".to_string()),
        ("offer.time", culture.percent(80 * talang_catalogue::value::DECIMAL_SCALE)),
        ("offer.bonus", culture.money(2_000 * talang_catalogue::value::DECIMAL_SCALE, "EUR")),
        ("offer.benefits", "–".to_string()),
        ("offer.until", culture.date_long(today + 14)),
        ("company", scope.tenant().name().to_string()),
        ("sender", "Charlie Moreau".to_string()),
        ("today", culture.date_long(today)),
        ("answer.until", culture.date_long(today + 30)),
        ("keep.until", culture.date_long(today + 730)),
    ] {
        fields.set(name, value);
    }
    Ok(fields)
}
