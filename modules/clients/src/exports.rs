//! The back office as such programs read it: vacancies as JSON, and exports of vacancies and candidates as a row of zip
//! files, each behind its length (client contract, *Back office*). What a program sees depends on its account.

use std::io;

use serde_json::{Map, Value as Json, json};
use talang_careers::advert::{Advert, Tongue, of_records};
use talang_catalogue::types::time::{iso_date, iso_instant};
use talang_catalogue::{Kind, Record, Value, types};
use talang_engine::{Action, Error, Filter, Op, Query, Result, View};
use talang_http::{Access, Call, Reply, Route};
use talang_report::zip::Zip;

use crate::ask;
use crate::coded;

/// Records of a page when nothing is said, and at most.
const LIMIT: (i64, i64) = (100, 1_000);
/// Vacancies among which a condition on the day of the last change looks.
const MOST: usize = 20_000;
/// Bytes of attachments in one answer, after which the page ends early: the next begins behind it.
const ENOUGH: usize = 64 * 1024 * 1024;

pub(crate) fn routes() -> Vec<Route> {
    let read = |object| Access::Right(object, Action::Read);
    vec![
        Route::get("/api/v1/vacancies", read("Vacancy"), vacancies),
        Route::post(
            "/api/v1/candidates/{id}/vacancies/{reference}",
            Access::Right("Application", Action::Create),
            link,
        ),
        Route::get("/api/exports/v1/vacancies", read("Vacancy"), export_vacancies),
        Route::get("/api/exports/v1/candidates", read("Candidate"), export_candidates),
        Route::post("/api/exports/v1/reports", read("Vacancy"), reports),
    ]
}

/// A condition of the parameter `filter`: `name::a,b` or `name:gt:a`, joined by `|`.
struct Condition<'a> {
    name: &'a str,
    op: &'a str,
    values: Vec<&'a str>,
}

fn conditions(text: &str) -> Vec<Condition<'_>> {
    text.split('|')
        .filter_map(|part| {
            let (name, rest) = part.split_once(':')?;
            let (op, values) = rest.split_once(':')?;
            Some(Condition { name: name.trim(), op, values: values.split(',').map(str::trim).collect() })
        })
        .collect()
}

/// A moment as conditions have it: a day, or an instant.
fn moment(text: &str) -> Option<i64> {
    match text.parse::<jiff::Timestamp>() {
        Ok(at) => Some(at.as_microsecond()),
        Err(_) => {
            let day = text.parse::<jiff::civil::Date>().ok()?;
            Some(talang_catalogue::value::days_of_date(day) * 86_400_000_000)
        }
    }
}

/// Whether a number meets a condition with `gt`, `lt` or neither.
fn compares(op: &str, have: i64, want: i64) -> bool {
    match op {
        "gt" => have > want,
        "ge" => have >= want,
        "lt" => have < want,
        "le" => have <= want,
        _ => have == want,
    }
}

/// State of a vacancy by the names of such programs.
const STATES: [(&str, &str); 6] = [
    ("draft", "Draft"),
    ("open", "Open"),
    ("suspended", "Suspended"),
    ("filled", "Filled"),
    ("closed", "Closed"),
    ("archived", "Archived"),
];

/// What a page of records is asked for.
struct Asked {
    offset: usize,
    limit: usize,
}

fn asked(call: &Call) -> Result<(talang_engine::Scope, Asked)> {
    let (scope, _) = ask::scope(call)?;
    let offset = ask::number(call, &scope, "offset", 0, i64::from(u32::MAX))?;
    let limit = ask::number(call, &scope, "limit", LIMIT.0, LIMIT.1)?.max(1);
    let size = |n: i64| usize::try_from(n).unwrap_or_default();
    Ok((scope, Asked { offset: size(offset), limit: size(limit) }))
}

/// The last change of a record, in microseconds since 1970.
fn changed(v: &mut View<'_>, record: &Record) -> Result<i64> {
    let object = record.object.clone();
    Ok(v.history(&object, record.id, 1)?.first().map(|e| e.at).unwrap_or_default())
}

/// The records that meet the parameters `filter` and `q`, in the order in which they came, and how many there are.
fn matching(v: &mut View<'_>, call: &Call, object: &str, asked: &Asked) -> Result<(Vec<Record>, usize)> {
    let object = v.object(object)?;
    let mut parts = Vec::new();
    let mut moments: Vec<(String, i64)> = Vec::new();
    for condition in conditions(call.request.query("filter").unwrap_or_default()) {
        let first = condition.values.first().copied().unwrap_or_default();
        let texts = || condition.values.iter().map(|v| Value::from(*v)).collect::<Vec<_>>();
        match condition.name {
            "updateDate" | "modificationDate" => {
                let scope = v.scope();
                let at = moment(first).ok_or_else(|| ask::invalid(scope, "rest-as-of", &[]).on("filter"))?;
                moments.push((condition.op.to_string(), at));
            }
            "chronoNumber" => {
                let from: i64 = first.parse().unwrap_or_default();
                let ids = v.ids(&object, &Query::default())?;
                let ids = ids.iter().filter(|id| compares(condition.op, *id, from)).collect();
                parts.push(Filter::Ids(ids));
            }
            "reference" => parts.push(Filter::test(&object, "code", Op::Is, texts())),
            "id" => {
                let known = condition.values.iter().map(|id| {
                    let number = id.trim_start_matches("_TS-").trim_start_matches('0').parse().ok();
                    (Value::from(*id), number)
                });
                let (texts, numbers): (Vec<Value>, Vec<Option<i64>>) = known.unzip();
                let numbers = Filter::Ids(numbers.into_iter().flatten().collect());
                parts.push(Filter::Or(vec![Filter::test(&object, "number", Op::Is, texts), numbers]));
            }
            "email" => parts.push(Filter::test(&object, "email", Op::Is, texts())),
            "vacancyStatus" | "clientVacancyStatus" => {
                let ours = |name: &&str| {
                    let found = STATES.iter().find(|(_, theirs)| theirs.eq_ignore_ascii_case(name));
                    found.map(|(ours, _)| Value::from(*ours))
                };
                let states = condition.values.iter().filter_map(ours).collect();
                parts.push(Filter::test(&object, "state", Op::Is, states));
            }
            _ => {
                let args = [("name", condition.name.into())];
                return Err(ask::invalid(v.scope(), "clients-filter", &args).on("filter").into());
            }
        }
    }
    let filter = (!parts.is_empty()).then_some(Filter::And(parts));
    let search = call.request.query("q").filter(|q| !q.is_empty()).map(str::to_string);
    let query = Query { filter, search, ..Query::default() };
    if moments.is_empty() {
        let page = Query { limit: asked.limit, offset: asked.offset, count: true, ..query };
        let page = v.list(&object, &page)?;
        let total = usize::try_from(page.total.unwrap_or_default()).unwrap_or_default();
        return Ok((page.records, total));
    }
    let mut found = Vec::new();
    for record in v.list(&object, &Query { limit: MOST, ..query })?.records {
        let at = changed(v, &record)?;
        if moments.iter().all(|(op, want)| compares(op, at, *want)) {
            found.push(record);
        }
    }
    let total = found.len();
    Ok((found.into_iter().skip(asked.offset).take(asked.limit).collect(), total))
}

/// `{id, label}`, present even when empty.
fn pair(code: &str, label: &str) -> Json {
    json!({ "id": code, "label": label })
}

fn tongue(v: &View<'_>) -> Tongue {
    Tongue { reader: v.scope().culture, own: v.scope().tenant().culture().language }
}

fn state_of(record: &Record) -> (&'static str, &'static str) {
    state_named(record.get("state").as_text().unwrap_or_default())
}

/// Their name of a vacancy's state; empty for none.
pub(crate) fn state(ours: &str) -> &'static str {
    state_named(ours).1
}

fn state_named(ours: &str) -> (&'static str, &'static str) {
    STATES.iter().find(|(code, _)| *code == ours).copied().unwrap_or(("", ""))
}

/// `GET /api/v1/vacancies?limit=&offset=&filter=`
fn vacancies(call: &Call) -> Result<Reply> {
    let (scope, asked) = asked(call)?;
    scope.view(|v| {
        let (records, total) = matching(v, call, "Vacancy", &asked)?;
        let adverts = of_records(v, tongue(v), &records)?;
        let language = talang_careers::known::lcid_of(v.scope().language().code()).unwrap_or_default();
        let data: Vec<Json> = records
            .iter()
            .zip(&adverts)
            .map(|(record, a)| {
                let (_, state) = state_of(record);
                json!({
                    "id": record.id,
                    "reference": a.code,
                    "title": a.title.text,
                    "languageId": language,
                    "vacancyStatus": pair(state, state),
                    "contractType": pair(&a.contract.code, &a.contract.label),
                    "country": pair(&a.country.code, &a.country.label),
                    "professionalCategory": pair(&a.category, &a.category),
                    "primaryProfile": pair(&a.family.code, &a.family.label),
                    "experienceLevel": pair(&a.experience, &a.experience),
                    "educationLevel": pair(&a.education, &a.education),
                    "organisation": pair(&a.unit, &a.unit),
                    "location": a.place,
                    "description1": a.text("careers-mission").unwrap_or_default(),
                    "description2": a.text("careers-profile").unwrap_or_default(),
                    "numberOfPositions": a.openings,
                    "updateDate": a.modified(),
                })
            })
            .collect();
        let range = match data.len() {
            0 => format!("0-0/{total}"),
            many => format!("{}-{}/{total}", asked.offset, asked.offset + many),
        };
        Ok(Reply::json(&json!({ "code": 200, "status": "success", "data": data, "contentRange": range })))
    })
}

/// `POST /api/v1/candidates/{id}/vacancies/{reference}`: an application, if there is none.
fn link(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let found = scope.view(|v| {
        let vacancy = v.resolve("Vacancy", call.param("reference"))?.ok_or_else(ask::missing)?;
        Ok((candidate(v, call.param("id"))?, vacancy))
    })?;
    let (candidate, vacancy) = found;
    let made = scope.change(Kind::Candidates, |c| {
        let object = c.object("Application")?;
        let same = Filter::And(vec![
            Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]),
            Filter::test(&object, "vacancy", Op::Is, vec![vacancy.into()]),
        ]);
        let query = Query { filter: Some(same), limit: 1, ..Query::default() };
        if let Some(known) = c.list(&object, &query)?.records.first() {
            return Ok((known.id, false));
        }
        let values = vec![("candidate", candidate.into()), ("vacancy", vacancy.into())];
        Ok((c.create("Application", values)?.id, true))
    })?;
    let (id, new) = made;
    let status = if new { 201 } else { 200 };
    Ok(Reply::json(&json!({ "code": status, "status": "success", "data": { "id": id } })).code(status))
}

/// The candidate of that number, which is the one that we tell or that of the record.
///
/// # Errors
/// `record.not_found`.
pub(crate) fn candidate(v: &mut View<'_>, number: &str) -> Result<i64> {
    if let Some(candidate) = v.resolve("Candidate", number)? {
        return Ok(candidate);
    }
    let object = v.object("Candidate")?;
    Ok(v.get(&object, number.parse().map_err(|_| ask::missing())?)?.id)
}

/// Zip files one after the other, each behind its length.
#[derive(Default)]
struct Row(Vec<u8>);

impl Row {
    fn add(&mut self, parts: Vec<(String, Vec<u8>)>) -> Result<()> {
        let mut bytes = Vec::new();
        let mut zip = Zip::new(&mut bytes);
        for (name, content) in parts {
            zip = zip.whole(name, content).map_err(failed)?;
        }
        zip.end().map_err(failed)?;
        let length = u32::try_from(bytes.len()).map_err(|e| failed(io::Error::other(e)))?;
        self.0.extend(length.to_le_bytes());
        self.0.extend(bytes);
        Ok(())
    }

    fn reply(self) -> Reply {
        Reply::bytes("application/octet-stream", self.0)
    }
}

fn failed(error: io::Error) -> Error {
    Error::from(error)
}

/// `GET /api/exports/v1/vacancies`: each zip holds `offerdetail`. An empty body ends the paging.
fn export_vacancies(call: &Call) -> Result<Reply> {
    let (scope, asked) = asked(call)?;
    scope.view(|v| {
        let (records, _) = matching(v, call, "Vacancy", &asked)?;
        let adverts = of_records(v, tongue(v), &records)?;
        let mut row = Row::default();
        for (record, advert) in records.iter().zip(&adverts) {
            let detail = json!({ "offerDetail": offer(v, record, advert)? });
            row.add(vec![("offerdetail".to_string(), detail.to_string().into_bytes())])?;
        }
        Ok(row.reply())
    })
}

fn offer(v: &mut View<'_>, record: &Record, advert: &Advert) -> Result<Json> {
    let (ours, state) = state_of(record);
    let day = |name: &str| record.get(name).as_int().map(iso_date);
    let mut told = crate::front_office::detail(v, advert)?;
    let status = coded::plain(
        0,
        if ours == "open" { "_TS_CO_OfferStatus_Diffuse" } else { state },
        state,
        "OfferStatus",
        false,
    );
    let more = json!({
        "id": record.id,
        "chronoNumber": record.id,
        "reference": advert.code,
        "status": status,
        "creationDate": day("opened_on").map(|d| format!("{d}T00:00:00Z")),
        "modificationDate": advert.modified(),
        "publishedOnInternet": ours == "open",
        "publishedOnIntranet": ours == "open",
    });
    if let Json::Object(more) = more {
        told.extend(more);
    }
    Ok(Json::Object(told))
}

/// `GET /api/exports/v1/candidates`, with `attachmenttype=resume`: each zip holds `applicantdetail` and an entry per attachment.
fn export_candidates(call: &Call) -> Result<Reply> {
    let (scope, asked) = asked(call)?;
    let files = call.request.query("attachmenttype").is_some();
    scope.view(|v| {
        let (records, _) = matching(v, call, "Candidate", &asked)?;
        let object = v.object("Candidate")?;
        v.load_titles(&object, &records)?;
        let mut row = Row::default();
        for record in &records {
            row.add(applicant(v, record, files)?)?;
            if row.0.len() > ENOUGH {
                break;
            }
        }
        Ok(row.reply())
    })
}

/// The records of an object about a candidate, as far as the program may read them.
fn about(v: &mut View<'_>, object: &str, candidate: i64) -> Result<Vec<Record>> {
    let object = v.object(object)?;
    if !v.rights().may(&object, Action::Read) {
        return Ok(Vec::new());
    }
    let filter = Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]);
    let page = v.list(&object, &Query { filter: Some(filter), limit: 500, ..Query::default() })?;
    Ok(page.records)
}

fn shown(v: &mut View<'_>, record: &Record, name: &str) -> Result<String> {
    let object = record.object.clone();
    match object.field(name) {
        Some(field) => v.show(&object, field.index, record.get(name)),
        None => Ok(String::new()),
    }
}

/// A value of a record as JSON has it; what may not be read is null.
fn plain(record: &Record, name: &str) -> Json {
    record.object.field(name).map_or(Json::Null, |f| types::to_json(f, record.get(name)))
}

fn applicant(v: &mut View<'_>, record: &Record, files: bool) -> Result<Vec<(String, Vec<u8>)>> {
    let mut parts = Vec::new();
    let mut attachments = Vec::new();
    for document in about(v, "CandidateDocument", record.id)? {
        let kind = document.get("kind").as_text().unwrap_or_default().to_string();
        let Some(file) = document.get("file").as_text().map(str::to_string) else { continue };
        let (hash, name) = file.split_once('/').unwrap_or((&file, ""));
        if !files || kind != "cv" {
            continue;
        }
        let content = v.scope().tenant().db().attachments().get(hash)?;
        let id = format!("attachment-{}", document.id);
        attachments.push(json!({
            "id": id,
            "isResume": kind == "cv",
            "mimeType": media_type(&content),
            "filename": name,
        }));
        parts.push((id, content));
    }
    let mut educations = Vec::new();
    for education in about(v, "CandidateEducation", record.id)? {
        educations.push(json!({
            "school": plain(&education, "school"),
            "diploma": plain(&education, "diploma"),
            "startDate": plain(&education, "started"),
            "endDate": plain(&education, "ended"),
        }));
    }
    let mut applications = Vec::new();
    for application in about(v, "Application", record.id)? {
        let reference = match application.get("vacancy").as_int() {
            Some(vacancy) => v.title("Vacancy", vacancy)?.key,
            None => continue,
        };
        let at = application.get("applied_at").as_int().map(iso_instant);
        applications.push(json!({ "vacancyReference": reference, "applicationDate": at }));
    }
    let country = record.get("country").as_text().unwrap_or_default().to_string();
    let country_name = shown(v, record, "country")?;
    let experience = shown(v, record, "experience_level")?;
    let active = !applications.is_empty();
    let mut detail = Map::new();
    let changed = changed(v, record)?;
    let told = json!({
        "id": plain(record, "number"),
        "chronoNumber": record.id,
        "creationDate": iso_instant(changed),
        "updateDate": iso_instant(changed),
        "personalInformation": {
            "firstName": plain(record, "first_name"),
            "lastName": plain(record, "last_name"),
            "email": plain(record, "email"),
            "phoneNumber": plain(record, "phone"),
            "city": plain(record, "city"),
            "residentCountry": coded::plain(0, &country, &country_name, "Country", false),
        },
        "positionSought": {
            "contractType": coded::plain(0, "", "", "contract-type", false),
            "primaryProfile": coded::plain(0, "", "", "JobFamily", false),
            "jobPreferencesCustomFields": {},
        },
        "globalExperience": coded::plain(0, &experience, &experience, "experience-level", false),
        "educations": educations,
        "isEmployee": !record.get("employee").is_null(),
        "isInProgress": active,
        "applications": applications,
        "attachments": attachments,
    });
    // Some read what lies below `candidateDetail`, others the parts themselves.
    if let Json::Object(told) = &told {
        detail.clone_from(told);
    }
    detail.insert("candidateDetail".to_string(), told);
    parts.insert(0, ("applicantdetail".to_string(), Json::Object(detail).to_string().into_bytes()));
    Ok(parts)
}

/// The media type by the first bytes.
fn media_type(content: &[u8]) -> &'static str {
    match content {
        [b'%', b'P', b'D', b'F', ..] => "application/pdf",
        [b'P', b'K', 3, 4, ..] => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [b'{', b'\\', b'r', b't', b'f', ..] => "application/rtf",
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ => "application/octet-stream",
    }
}

/// `POST /api/exports/v1/reports`: a program says what it took over. It is told that this was understood; what it reads next
/// follows from its own conditions.
fn reports(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let body = ask::body(call, &scope)?;
    let count = body.get("items").and_then(Json::as_array).map_or(0, Vec::len);
    Ok(Reply::json(&json!({ "code": 200, "status": "success", "data": { "items": count } })))
}
