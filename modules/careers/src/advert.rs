//! What a vacancy tells the public: the one place that decides it. Everything that is not named here stays inside.
//!
//! A vacancy stands on a site while it is open, its last day for applications has not passed, and it is posted today on the
//! site's channel. The salary is told where the vacancy says so (`salary_shown`), and never the internal remark, the hiring
//! team, the requisition or what a question is for.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use talang_catalogue::value::{DECIMAL_SCALE, days_of_date};
use talang_catalogue::{Culture, Language, Record, Texts, Value};
use talang_engine::{Filter, Op, Query, Result, Scope, View};

use crate::find::Words;
use crate::site::{Site, SiteData};

/// A coded value as readers see it and programs know it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coded {
    /// Code.
    pub code: String,
    /// In the reader's language.
    pub label: String,
}

/// A text, and its language where that is not the reader's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Code of its language.
    pub language: Option<String>,
}

/// The salary, as far as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salary {
    /// Lowest, × 10⁶.
    pub from: Option<i64>,
    /// Highest, × 10⁶.
    pub to: Option<i64>,
    /// Currency.
    pub currency: String,
    /// `year`, `month`, `hour` …, and how readers call it.
    pub period: Coded,
}

/// A question that applicants answer.
#[derive(Clone, Debug)]
pub struct Question {
    /// Row number.
    pub id: i64,
    /// The question.
    pub text: String,
    /// `yes-no`, `one`, `several`, `number`, `text` or `date`.
    pub kind: String,
    /// What can be chosen.
    pub choices: Vec<String>,
    /// Nobody applies without an answer.
    pub mandatory: bool,
}

/// A vacancy as the public reads it.
#[derive(Clone, Debug, Default)]
pub struct Advert {
    /// Row number.
    pub id: i64,
    /// Reference.
    pub code: String,
    /// Name of the work.
    pub title: Text,
    /// Field of work.
    pub family: Coded,
    /// Unit that hires.
    pub unit: String,
    /// Place as readers see it.
    pub place: String,
    /// Street, postal code, town and region of the workplace, each where it is known.
    pub address: [String; 4],
    /// Country.
    pub country: Coded,
    /// Permanent, fixed-term and so on.
    pub contract: Coded,
    /// Working away from the workplace.
    pub remote: Coded,
    /// Statutory category.
    pub category: String,
    /// Share of full time as people read it, where it is not full time.
    pub part_time: Option<String>,
    /// Months of a fixed-term contract.
    pub months: Option<i64>,
    /// Day on which the work should begin, in days since 1970.
    pub start_on: Option<i64>,
    /// Level of education.
    pub education: String,
    /// Experience.
    pub experience: String,
    /// People to be hired.
    pub openings: i64,
    /// Mission, profile, company, benefits, documents wanted: those that there are, with their message keys.
    pub texts: Vec<(&'static str, Text)>,
    /// Salary, where it is told.
    pub salary: Option<Salary>,
    /// Skills that are asked for.
    pub skills: Vec<String>,
    /// Languages, with the level.
    pub languages: Vec<String>,
    /// The same, language and level apart.
    pub spoken: Vec<(Coded, String)>,
    /// Degrees north and east of the workplace, where they are known.
    pub at: Option<(f64, f64)>,
    /// Moment of the last change, in microseconds since 1970.
    pub changed_at: i64,
    /// Questions.
    pub questions: Vec<Question>,
    /// First day on this site, in days since 1970.
    pub published_on: i64,
    /// Last day for applications.
    pub until: Option<i64>,
    /// It stands first.
    pub top: bool,
    /// Nobody applies without a curriculum vitae.
    pub cv_required: bool,
    /// Nobody applies without a covering letter.
    pub letter_required: bool,
    /// What it is found by.
    pub words: Words,
    /// All its texts as feeds carry them, from the first one on that was asked for.
    pub feed: OnceLock<String>,
}

impl Advert {
    /// A text by its heading's message, such as `careers-mission`.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.texts.iter().find(|(name, _)| *name == key).map(|(_, text)| text.text.as_str())
    }

    /// Moment of the last change as ISO 8601 has it, to the second.
    pub fn modified(&self) -> String {
        let at = jiff::Timestamp::from_microsecond(self.changed_at);
        at.map(|at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
    }
}

/// The vacancies on a site in one language, in the order in which they are read: top offers, then the newest.
#[derive(Debug, Default)]
pub struct Published {
    /// They.
    pub adverts: Vec<Advert>,
    by_code: HashMap<String, usize>,
}

impl Published {
    /// The vacancy of that reference.
    pub fn get(&self, code: &str) -> Option<&Advert> {
        self.by_code.get(code).and_then(|at| self.adverts.get(*at))
    }
}

/// Texts of a vacancy in the order in which they are read, with their headings.
const TEXTS: [(&str, &str); 5] = [
    ("mission", "careers-mission"),
    ("profile", "careers-profile"),
    ("benefits", "careers-benefits"),
    ("company_text", "careers-company"),
    ("documents_wanted", "careers-documents"),
];

/// The objects of whose records adverts are made.
const RESTS_ON: [&str; 15] = [
    "FrontOffice",
    "Vacancy",
    "VacancyPosting",
    "VacancySkill",
    "VacancyLanguage",
    "VacancyQuestion",
    "Skill",
    "SkillLevel",
    "Establishment",
    "Organisation",
    "Job",
    "JobFamily",
    "JobSubFamily",
    "ValueList",
    "ValueListItem",
];

/// What stands on a site today.
///
/// # Errors
/// Those of the store.
pub fn published(site: &Site<'_>) -> Result<Arc<Published>> {
    published_on(&site.scope, &site.data)
}

/// What stands on a site today, in the language of a scope that reads as the program itself.
///
/// # Errors
/// Those of the store.
pub fn published_on(scope: &Scope, site: &SiteData) -> Result<Arc<Published>> {
    scope.view(|v| {
        let today = days_of_date(v.scope().as_of);
        let key = ("published", site.id, v.scope().culture.code, today);
        // What candidates send changes nothing of it: the next visitor reads what is known.
        v.followed(&RESTS_ON, key, |v, _: Option<(Arc<Published>, _)>| read(v, site, today))
    })
}

fn read(v: &mut View<'_>, site: &SiteData, today: i64) -> Result<Published> {
    let mut since: BTreeMap<i64, i64> = BTreeMap::new();
    let posting = v.object("VacancyPosting")?;
    let on_channel = Filter::And(vec![
        Filter::test(&posting, "channel", Op::Is, vec![site.channel.as_str().into()]),
        Filter::test(&posting, "state", Op::Is, vec!["planned".into(), "online".into()]),
    ]);
    for record in v.list(&posting, &Query { filter: Some(on_channel), ..Query::default() })?.records {
        if let (Some(vacancy), Some(start)) = (record.get("vacancy").as_int(), record.get("start").as_int()) {
            let first = since.entry(vacancy).or_insert(start);
            *first = (*first).min(start);
        }
    }
    let vacancy = v.object("Vacancy")?;
    let mut conditions = vec![
        Filter::Ids(since.keys().copied().collect()),
        Filter::test(&vacancy, "state", Op::Is, vec!["open".into()]),
        Filter::Or(vec![
            Filter::test(&vacancy, "apply_until", Op::Empty, Vec::new()),
            Filter::test(&vacancy, "apply_until", Op::AtLeast, vec![today.into()]),
        ]),
    ];
    if let Some(unit) = site.organisation {
        conditions.push(Filter::test(&vacancy, "organisation", Op::Under, vec![unit.into()]));
    }
    let query = Query { filter: Some(Filter::And(conditions)), ..Query::default() };
    let records = v.list(&vacancy, &query)?.records;
    let tongue = Tongue { reader: v.scope().culture, own: site.culture.language };
    let mut adverts = of_records(v, tongue, &records)?;
    for advert in &mut adverts {
        advert.published_on = since.get(&advert.id).copied().unwrap_or(today);
        advert.words = Words::of(advert);
    }
    adverts.sort_by(|a, b| (b.top, b.published_on, &b.code).cmp(&(a.top, a.published_on, &a.code)));
    let by_code = adverts.iter().enumerate().map(|(at, a)| (a.code.clone(), at)).collect();
    Ok(Published { adverts, by_code })
}

/// What vacancies tell, as far as the view's scope may read it. They are published nowhere by that.
///
/// # Errors
/// Those of the store.
pub fn of_records(v: &mut View<'_>, tongue: Tongue, records: &[Record]) -> Result<Vec<Advert>> {
    let object = v.object("Vacancy")?;
    v.load_titles(&object, records)?;
    let ids: Vec<i64> = records.iter().map(|r| r.id).collect();
    let mut parts = Parts::read(v, tongue, &ids)?;
    let mut adverts = Vec::with_capacity(records.len());
    for record in records {
        let mut advert = one(v, tongue, record)?;
        advert.skills = parts.skills.remove(&record.id).unwrap_or_default();
        advert.spoken = parts.languages.remove(&record.id).unwrap_or_default();
        advert.languages =
            advert.spoken.iter().map(|(language, level)| spoken(&language.label, level)).collect();
        advert.questions = parts.questions.remove(&record.id).unwrap_or_default();
        advert.changed_at = v.history(&object, record.id, 1)?.first().map(|e| e.at).unwrap_or_default();
        adverts.push(advert);
    }
    Ok(adverts)
}

/// In which languages texts are taken: the reader's, else the publisher's, else any.
#[derive(Clone, Copy, Debug)]
pub struct Tongue {
    /// The reader's language and formats.
    pub reader: &'static Culture,
    /// The publisher's language.
    pub own: Language,
}

/// The text in the reader's language, else in the publisher's, else in any.
fn pick(texts: &Texts, tongue: Tongue) -> Text {
    let reader = tongue.reader.language;
    let known = |language: Language| texts.get(language.code()).filter(|t| !t.trim().is_empty());
    if let Some(text) = known(reader) {
        return Text { text: text.clone(), language: None };
    }
    let own = tongue.own.code();
    let found = texts.get_key_value(own).filter(|(_, t)| !t.trim().is_empty());
    match found.or_else(|| texts.iter().find(|(_, t)| !t.trim().is_empty())) {
        Some((language, text)) => Text { text: text.clone(), language: Some(language.clone()) },
        None => Text::default(),
    }
}

fn shown(v: &mut View<'_>, record: &Record, name: &str) -> Result<String> {
    let object = record.object.clone();
    match object.field(name) {
        Some(field) => v.show(&object, field.index, record.get(name)),
        None => Ok(String::new()),
    }
}

pub(crate) fn coded(v: &mut View<'_>, record: &Record, name: &str) -> Result<Coded> {
    let code = record.get(name).as_text().unwrap_or_default().to_string();
    let label = shown(v, record, name)?;
    // Lists of values are written as they stand within sentences; here they stand alone.
    let mut letters = label.chars();
    let label = letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default();
    Ok(Coded { label, code })
}

fn one(v: &mut View<'_>, tongue: Tongue, record: &Record) -> Result<Advert> {
    let texts = |name: &str| match record.get(name) {
        Value::Texts(texts) => pick(texts, tongue),
        _ => Text::default(),
    };
    let flag = |name: &str| record.get(name).as_int() == Some(1);
    let mut at = None;
    let (mut address, mut country) = (<[String; 4]>::default(), coded(v, record, "country")?);
    let mut place = shown(v, record, "place")?;
    if let Some(id) = record.get("establishment").as_int() {
        let object = v.object("Establishment")?;
        if let Ok(establishment) = v.current(&object, id) {
            for (slot, name) in address.iter_mut().zip(["street", "postal_code", "city", "region"]) {
                *slot = shown(v, &establishment, name)?;
            }
            let degrees =
                |name: &str| establishment.get(name).as_int().map(|n| n as f64 / DECIMAL_SCALE as f64);
            at = degrees("latitude").zip(degrees("longitude"));
            if country.code.is_empty() {
                country = coded(v, &establishment, "country")?;
            }
        }
        if place.is_empty() {
            place = match address.get(2).filter(|city| !city.is_empty()) {
                Some(city) => city.clone(),
                None => shown(v, record, "establishment")?,
            };
        }
    }
    let salary = match flag("salary_shown") {
        true => salary(v, record)?,
        false => None,
    };
    let share = record.get("working_time").as_int();
    let full = 100 * DECIMAL_SCALE;
    Ok(Advert {
        id: record.id,
        code: record.get("code").as_text().unwrap_or_default().to_string(),
        title: texts("title"),
        family: family(v, record)?,
        unit: shown(v, record, "organisation")?,
        place,
        address,
        at,
        country,
        contract: coded(v, record, "contract_type")?,
        remote: coded(v, record, "remote_work")?,
        category: shown(v, record, "category")?,
        part_time: share.filter(|s| *s < full).map(|s| tongue.reader.percent(s)),
        months: record.get("duration_months").as_int(),
        start_on: record.get("start_on").as_int(),
        education: shown(v, record, "education_level")?,
        experience: shown(v, record, "experience_level")?,
        openings: record.get("openings").as_int().unwrap_or(1),
        texts: TEXTS.iter().map(|(n, key)| (*key, texts(n))).filter(|(_, t)| !t.text.is_empty()).collect(),
        salary,
        until: record.get("apply_until").as_int(),
        top: flag("top_offer"),
        cv_required: flag("cv_required"),
        letter_required: flag("letter_required"),
        ..Advert::default()
    })
}

fn salary(v: &mut View<'_>, record: &Record) -> Result<Option<Salary>> {
    let money = |name: &str| match record.get(name) {
        Value::Money(amount, currency) => Some((*amount, currency.clone())),
        _ => None,
    };
    let (from, to) = (money("salary_from"), money("salary_to"));
    let Some(currency) = from.as_ref().or(to.as_ref()).map(|(_, c)| c.clone()) else { return Ok(None) };
    let period = coded(v, record, "pay_period")?;
    Ok(Some(Salary { from: from.map(|m| m.0), to: to.map(|m| m.0), currency, period }))
}

/// The family of the vacancy's job.
fn family(v: &mut View<'_>, record: &Record) -> Result<Coded> {
    let Some(id) = record.get("job").as_int() else { return Ok(Coded::default()) };
    let object = v.object("Job")?;
    let Some(family) = v.current(&object, id).ok().and_then(|job| job.get("family").as_int()) else {
        return Ok(Coded::default());
    };
    let title = v.title("JobFamily", family)?;
    Ok(Coded { code: title.key, label: title.title })
}

/// What hangs on vacancies, by their numbers.
#[derive(Default)]
struct Parts {
    skills: HashMap<i64, Vec<String>>,
    languages: HashMap<i64, Vec<(Coded, String)>>,
    questions: HashMap<i64, Vec<Question>>,
}

impl Parts {
    fn read(v: &mut View<'_>, tongue: Tongue, ids: &[i64]) -> Result<Parts> {
        let mut out = Parts::default();
        if ids.is_empty() {
            return Ok(out);
        }
        for record in of_vacancies(v, "VacancySkill", "-mandatory,-weight", ids)? {
            let skill = shown(v, &record, "skill")?;
            out.skills.entry(vacancy(&record)).or_default().push(skill);
        }
        for record in of_vacancies(v, "VacancyLanguage", "-mandatory", ids)? {
            let both = (coded(v, &record, "language")?, shown(v, &record, "level")?);
            out.languages.entry(vacancy(&record)).or_default().push(both);
        }
        for record in of_vacancies(v, "VacancyQuestion", "number", ids)? {
            let text = |name: &str| match record.get(name) {
                Value::Texts(texts) => pick(texts, tongue).text,
                _ => String::new(),
            };
            let choices = text("choices");
            let choices = choices.split(';').map(str::trim).filter(|c| !c.is_empty());
            out.questions.entry(vacancy(&record)).or_default().push(Question {
                id: record.id,
                text: text("text"),
                kind: record.get("kind").as_text().unwrap_or("text").to_string(),
                choices: choices.map(str::to_string).collect(),
                mandatory: record.get("mandatory").as_int() == Some(1),
            });
        }
        Ok(out)
    }
}

fn spoken(language: &str, level: &str) -> String {
    if level.is_empty() { language.to_string() } else { format!("{language} ({level})") }
}

fn vacancy(record: &Record) -> i64 {
    record.get("vacancy").as_int().unwrap_or_default()
}

fn of_vacancies(v: &mut View<'_>, object: &str, sort: &str, ids: &[i64]) -> Result<Vec<Record>> {
    let object = v.object(object)?;
    if !v.rights().may(&object, talang_engine::Action::Read) {
        return Ok(Vec::new());
    }
    let filter = Filter::test(&object, "vacancy", Op::Is, ids.iter().map(|id| (*id).into()).collect());
    let query = Query { filter: Some(filter), sort: v.sort(&object, sort)?, ..Query::default() };
    let records = v.list(&object, &query)?.records;
    v.load_titles(&object, &records)?;
    Ok(records)
}
