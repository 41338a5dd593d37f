//! What a vacancy asks for, and what the library knows about it: which skills are part of which, which jobs are alike.

use std::collections::HashMap;
use std::sync::Arc;

use talang_catalogue::culture::fold;
use talang_catalogue::{Record, Value};
use talang_engine::{Filter, Op, Query, Result, View};

use super::facts::{level_of, places, skill_levels, title_words};

/// A skill that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The skill.
    pub skill: i64,
    /// Importance from 1 to 10.
    pub weight: i64,
    /// Nobody is hired without it.
    pub mandatory: bool,
    /// Level from 1 to 10; 0 where none is asked for.
    pub level: u16,
}

/// A language that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Its code.
    pub language: String,
    /// Level from 1 (A1) to 6 (C2).
    pub level: u16,
    /// Nobody is hired without it.
    pub mandatory: bool,
}

/// What a vacancy asks for. What it leaves open is empty, and compares with nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Need {
    /// Skills: the vacancy's own, or those of its job where it has none.
    pub skills: Vec<Wanted>,
    /// The skills are those of the job.
    pub of_job: bool,
    /// Languages.
    pub languages: Vec<Spoken>,
    /// Job of the library.
    pub job: Option<i64>,
    /// What the work is called: the words of each title, in each language.
    pub titles: Vec<Vec<String>>,
    /// Town of the work, folded.
    pub town: Option<String>,
    /// Country of the work.
    pub country: Option<String>,
    /// Site of the work.
    pub site: Option<i64>,
    /// It can be done from anywhere.
    pub remote: bool,
    /// Level of experience: place in the list from 1; 0 where none is asked for.
    pub experience: u16,
    /// Level of education: place in the list from 1; 0 where none is asked for.
    pub education: u16,
}

/// What the library knows of skills and jobs.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// More general skills of each.
    pub broader: HashMap<i64, Vec<i64>>,
    /// More special skills of each.
    pub narrower: HashMap<i64, Vec<i64>>,
    /// Skills that are mere groups of others.
    pub groups: std::collections::HashSet<i64>,
    /// Family and sub-family of each job.
    pub jobs: HashMap<i64, (Option<i64>, Option<i64>)>,
}

impl Library {
    /// The library as it is. It is nobody's data; what is shown of it is asked for with the reader's rights.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(view: &mut View<'_>) -> Result<Arc<Library>> {
        view.followed(&["Skill", "Job"], "library", |v, _: Option<(Arc<Library>, _)>| {
            v.as_rule(|v| {
                let mut library = Library::default();
                let object = v.object("Skill")?;
                v.scan(&object, &["broader", "kind"], &Query::default(), &mut |id, row| {
                    if row.get(1).and_then(Value::as_text) == Some("group") {
                        library.groups.insert(id);
                    }
                    if let Some(Value::Refs(broader)) = row.first() {
                        for above in broader {
                            library.narrower.entry(*above).or_default().push(id);
                        }
                        library.broader.insert(id, broader.clone());
                    }
                    Ok(())
                })?;
                let object = v.object("Job")?;
                v.scan(&object, &["family", "sub_family"], &Query::default(), &mut |id, row| {
                    let at = |n: usize| row.get(n).and_then(Value::as_int);
                    library.jobs.insert(id, (at(0), at(1)));
                    Ok(())
                })?;
                Ok(library)
            })
        })
    }
}

fn texts(record: &Record, field: &str) -> Vec<Vec<String>> {
    match record.get(field) {
        Value::Texts(texts) => texts.values().map(|t| title_words(t).collect()).collect(),
        _ => Vec::new(),
    }
}

impl Need {
    /// What vacancies ask for, as far as the scope may read it, in their order.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(view: &mut View<'_>, vacancies: &[Record]) -> Result<Vec<Need>> {
        let ids: Vec<Value> = vacancies.iter().map(|v| Value::Int(v.id)).collect();
        let levels = view.as_rule(skill_levels)?;
        let places = view.as_rule(|v| places(v, &["experience-level", "education-level"]))?;
        let mut about = |object: &str, field: &str, values: Vec<Value>| -> Result<Vec<Record>> {
            let object = view.object(object)?;
            if values.is_empty() || !view.rights().may(&object, talang_engine::Action::Read) {
                return Ok(Vec::new());
            }
            let filter = Some(Filter::test(&object, field, Op::Is, values));
            Ok(view.list(&object, &Query { filter, ..Query::default() })?.records)
        };
        let skills = about("VacancySkill", "vacancy", ids.clone())?;
        let languages = about("VacancyLanguage", "vacancy", ids)?;
        let jobs: Vec<Value> =
            vacancies.iter().filter_map(|v| v.get("job").as_int()).map(Value::Int).collect();
        let of_jobs = about("JobSkill", "job", jobs.clone())?;
        let number = |v: &Value| v.as_int();
        let jobs: Vec<i64> = jobs.iter().filter_map(number).collect();
        let sites: Vec<i64> = vacancies.iter().filter_map(|v| v.get("establishment").as_int()).collect();
        let mut read = |object: &str, ids: Vec<i64>| -> Result<HashMap<i64, Record>> {
            let object = view.object(object)?;
            if ids.is_empty() || !view.rights().may(&object, talang_engine::Action::Read) {
                return Ok(HashMap::new());
            }
            let query = Query { filter: Some(Filter::Ids(ids)), ..Query::default() };
            Ok(view.list(&object, &query)?.records.into_iter().map(|r| (r.id, r)).collect())
        };
        let (jobs, sites) = (read("Job", jobs)?, read("Establishment", sites)?);
        let wanted = |records: &[Record], link: &str, id: i64| -> Vec<Wanted> {
            let own = records.iter().filter(|r| r.get(link).as_int() == Some(id));
            own.filter_map(|r| {
                Some(Wanted {
                    skill: r.get("skill").as_int()?,
                    weight: r.get("weight").as_int().unwrap_or(1),
                    mandatory: r.get("mandatory").as_int() == Some(1),
                    level: r.get("level").as_int().and_then(|l| levels.get(&l)).copied().unwrap_or_default(),
                })
            })
            .collect()
        };
        let place = |record: &Record, field: &str, list: &str| {
            let code = record.get(field).as_text().unwrap_or_default().to_string();
            places.get(&(list.to_string(), code)).copied().unwrap_or_default()
        };
        Ok(vacancies
            .iter()
            .map(|vacancy| {
                let job = vacancy.get("job").as_int();
                let own = wanted(&skills, "vacancy", vacancy.id);
                let of_job = own.is_empty();
                let mut titles = texts(vacancy, "title");
                titles.extend(job.and_then(|j| jobs.get(&j)).map(|j| texts(j, "label")).unwrap_or_default());
                titles.retain(|t| !t.is_empty());
                let site = vacancy.get("establishment").as_int();
                let at = site.and_then(|s| sites.get(&s));
                let word = |record: Option<&Record>, field: &str| {
                    record
                        .and_then(|r| r.get(field).as_text())
                        .filter(|t| !t.trim().is_empty())
                        .map(str::to_string)
                };
                let town = word(Some(vacancy), "place").or_else(|| word(at, "city"));
                Need {
                    skills: match (of_job, job) {
                        (true, Some(job)) => wanted(&of_jobs, "job", job),
                        _ => own,
                    },
                    of_job,
                    languages: languages
                        .iter()
                        .filter(|r| r.get("vacancy").as_int() == Some(vacancy.id))
                        .map(|r| Spoken {
                            language: r.get("language").as_text().unwrap_or_default().to_string(),
                            level: level_of(r.get("level").as_text().unwrap_or_default()).max(1),
                            mandatory: r.get("mandatory").as_int() == Some(1),
                        })
                        .collect(),
                    job,
                    titles,
                    town: town.map(|t| fold(t.trim())),
                    country: word(Some(vacancy), "country").or_else(|| word(at, "country")),
                    site,
                    remote: vacancy.get("remote_work").as_text() == Some("full"),
                    experience: place(vacancy, "experience_level", "experience-level"),
                    education: place(vacancy, "education_level", "education-level"),
                }
            })
            .collect())
    }
}
