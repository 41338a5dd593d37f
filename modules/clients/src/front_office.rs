//! The front office as other career sites of a company call it: vacancies, one vacancy, an application. What they are told is
//! what our own site tells visitors ([`talang_careers::advert`]), and what they send goes the way of its form.

use serde_json::{Map, Value as Json, json};
use talang_careers::advert::{Advert, published};
use talang_careers::apply::{Sent, take};
use talang_careers::feeds::whole;
use talang_careers::site::Site;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::{Fault, Language};
use talang_engine::{Result, View};
use talang_http::{Access, Call, Method, Reply, Route, encode, multipart};

use crate::ask;
use crate::coded;

/// Vacancies of a page when nothing is said, and at most.
const COUNT: (i64, i64) = (20, 1_000);
/// Bytes of an application at most.
pub(crate) const MOST: u64 = 32 * 1024 * 1024;

pub(crate) fn routes() -> Vec<Route> {
    use Access::SignedIn;
    vec![
        Route::get("/api/v2/offersummaries", SignedIn, summaries),
        Route::get("/api/v2/offers/getoffer", SignedIn, offer),
        Route::upload(Method::Post, "/api/v2/applicants/applicationswithoutaccount", SignedIn, apply),
    ]
}

/// The first public site, in the language that the request asks for where the site has it, else the site's own.
fn site(call: &Call) -> Result<Site<'_>> {
    let mut site = Site::first(call)?;
    let wanted = call.request.header("accept-language").and_then(Language::from_accept_language);
    let wanted = wanted.filter(|l| site.data.languages.contains(l)).unwrap_or(site.data.culture.language);
    site.speak(wanted);
    Ok(site)
}

/// The moment as such programs write one.
fn instant(day: i64) -> String {
    format!("{}T00:00:00Z", iso_date(day))
}

/// A value of a list, or an empty one where the vacancy has none: such programs read its parts without asking.
fn item(v: &mut View<'_>, list: &str, code: &str) -> Result<Json> {
    if code.is_empty() { Ok(coded::plain(0, "", "", list, false)) } else { coded::item(v, list, code) }
}

fn country(v: &mut View<'_>, advert: &Advert) -> Result<Json> {
    let number = v.resolve("Country", &advert.country.code)?.unwrap_or_default();
    Ok(coded::plain(number, &advert.country.code, &advert.country.label, "Country", true))
}

fn family(v: &mut View<'_>, advert: &Advert) -> Result<Json> {
    match v.resolve("JobFamily", &advert.family.code)? {
        Some(id) => coded::reference(v, "JobFamily", id),
        None => Ok(coded::plain(0, "", "", "JobFamily", false)),
    }
}

/// A place or region, which is a text here.
fn named(text: &str, kind: &str) -> Json {
    match text {
        "" => json!([]),
        text => json!([coded::plain(0, text, text, kind, false)]),
    }
}

fn summary(v: &mut View<'_>, site: &Site<'_>, advert: &Advert) -> Result<Json> {
    let region = advert.address.get(3).map(String::as_str).unwrap_or_default();
    let countries = if advert.country.code.is_empty() { json!([]) } else { json!([country(v, advert)?]) };
    let address = site.url(&format!("jobs/{}", encode(&advert.code)));
    let detail = format!("/api/v2/offers/getoffer?reference={}", encode(&advert.code));
    Ok(json!({
        "reference": advert.code,
        "isTopOffer": advert.top,
        "title": advert.title.text,
        "organisationName": match advert.unit.as_str() { "" => site.scope.tenant().name(), unit => unit },
        "organisationDescription": advert.text("careers-company").unwrap_or_default(),
        "organisationLogoUrl": site.url("picture/logo"),
        "startPublicationDate": instant(advert.published_on),
        "beginningDate": advert.start_on.map(instant),
        "modificationDate": advert.modified(),
        "offerUrl": address,
        "offerFamilyCategory": family(v, advert)?,
        "contractTypeCountry": item(v, "contract-type", &advert.contract.code)?,
        "country": countries,
        "region": named(region, "Region"),
        "department": named("", "Department"),
        "geographicalLocation": named(&advert.place, "GeographicalLocation"),
        "description1": advert.text("careers-mission").unwrap_or_default(),
        "_links": [{ "rel": "detail", "href": detail }],
    }))
}

/// `GET /api/v2/offersummaries?count=&start=`: `start` counts pages from 1.
fn summaries(call: &Call) -> Result<Reply> {
    let site = site(call)?;
    let count = ask::number(call, &site.scope, "count", COUNT.0, COUNT.1)?.max(1);
    let start = ask::number(call, &site.scope, "start", 1, i64::from(u32::MAX))?.max(1);
    let published = published(&site)?;
    let total = i64::try_from(published.adverts.len()).unwrap_or(i64::MAX);
    let size = usize::try_from(count).unwrap_or(1);
    let skip = usize::try_from(start - 1).unwrap_or_default().saturating_mul(size);
    let data: Result<Vec<Json>> = site.scope.view(|v| {
        Ok(published.adverts.iter().skip(skip).take(size).map(|advert| summary(v, &site, advert)).collect())
    })?;
    let data = data?;
    let last = (total + count - 1) / count;
    let told = json!({
        "data": data,
        "_pagination": {
            "start": start,
            "count": data.len(),
            "total": total,
            "resultsPerPage": count,
            "hasMore": start < last,
            "lastPage": last.max(1),
        },
    });
    Ok(Reply::json(&told).with("vary", "accept-language"))
}

/// What a vacancy says in detail, here and in exports.
pub(crate) fn detail(v: &mut View<'_>, advert: &Advert) -> Result<Map<String, Json>> {
    let [street, postal, city, region] = &advert.address;
    let parts = [street, postal, city, region].into_iter().chain([&advert.country.label]);
    let address: Vec<&str> = parts.map(String::as_str).filter(|p| !p.is_empty()).collect();
    let address = if address.is_empty() { advert.place.clone() } else { address.join(", ") };
    let text = |key: &str| advert.text(key).unwrap_or_default();
    let detail = json!({
        "location": { "address": address, "latitude": advert.at.map(|a| a.0), "longitude": advert.at.map(|a| a.1) },
        "jobDescription": {
            "title": advert.title.text,
            "description1": text("careers-mission"),
            "description2": text("careers-profile"),
            "contractType": item(v, "contract-type", &advert.contract.code)?,
            "country": country(v, advert)?,
            "primaryProfile": family(v, advert)?,
            "professionalCategory": coded::plain(0, &advert.category, &advert.category, "employee-category", false),
            "jobDescriptionCustomFields": {
                "longText1": text("careers-company"),
                "longText2": text("careers-benefits"),
                "longText3": text("careers-documents"),
            },
        },
        "criteria": {
            "experienceLevel": coded::plain(0, &advert.experience, &advert.experience, "experience-level", false),
            "educationLevel": coded::plain(0, &advert.education, &advert.education, "education-level", false),
            "skills": advert.skills.iter().map(|s| coded::plain(0, s, s, "Skill", false)).collect::<Vec<_>>(),
        },
        "languages": advert.spoken.iter().map(|(language, level)| json!({
            "language": coded::plain(0, &language.code, &language.label, "Language", false),
            "languageLevel": coded::plain(0, level, level, "CefrLevel", false),
        })).collect::<Vec<_>>(),
        "organisation": coded::plain(0, &advert.unit, &advert.unit, "Organisation", false),
    });
    Ok(match detail {
        Json::Object(map) => map,
        _ => Map::new(),
    })
}

/// `GET /api/v2/offers/getoffer?reference=&metadata=true`
fn offer(call: &Call) -> Result<Reply> {
    let site = site(call)?;
    let published = published(&site)?;
    let reference = call.request.query("reference").unwrap_or_default();
    let advert = published.get(reference).ok_or_else(ask::missing)?;
    let told = site.scope.view(|v| {
        let mut told = match summary(v, &site, advert)? {
            Json::Object(map) => map,
            _ => Map::new(),
        };
        let detail = Json::Object(detail(v, advert)?);
        if let Json::Object(detail) = detail {
            told.extend(detail);
        }
        let label = site.say("recruiting-on-site");
        let status = coded::plain(1, "_TS_CO_OfferStatus_Diffuse", &label, "OfferStatus", false);
        let here = json!({
            "creationDate": instant(advert.published_on),
            "status": status,
            "publishedOnInternet": true,
            "publishedOnIntranet": false,
            "description": whole(&site, advert),
        });
        if let Json::Object(here) = here {
            told.extend(here);
        }
        if call.request.query("metadata") == Some("true") {
            told.insert("metadata".to_string(), json!({ "language": site.scope.culture.code }));
        }
        Ok(told)
    })?;
    Ok(Reply::json(&Json::Object(told)).with("vary", "accept-language"))
}

/// `POST /api/v2/applicants/applicationswithoutaccount`: the part `applicantApplication` is JSON, every file part is named by
/// the `key` of its entry in `uploadedFiles`.
fn apply(call: &Call) -> Result<Reply> {
    let site = site(call)?;
    let published = published(&site)?;
    let (sent, reference) = multipart::with_parts(&call.request, MOST, |parts| {
        let bad = |detail: String| Fault::new("request.invalid").with("detail", detail);
        let part = parts.iter().find(|p| p.name == "applicantApplication");
        let part = part.ok_or_else(|| bad("applicantApplication".to_string()))?;
        let json: Json =
            serde_json::from_slice(part.content).map_err(|e| bad(format!("applicantApplication: {e}")))?;
        let reference = json.pointer("/application/offerReference").and_then(Json::as_str);
        let reference = reference.or_else(|| call.request.header("jobadreference")).unwrap_or_default();
        Ok((read(&json, parts), reference.to_string()))
    })?;
    let advert = published.get(&reference).ok_or_else(ask::missing)?;
    let problems = take(&site, advert, &sent)?;
    if problems.is_empty() {
        let told =
            json!({ "status": "created", "application": { "type": "offer", "offerReference": advert.code } });
        return Ok(Reply::json(&told).code(201));
    }
    Ok(refused(&problems))
}

/// What is wrong with what was sent: field and sentence of each.
pub(crate) fn refused(problems: &[(String, String)]) -> Reply {
    let errors: Vec<Json> =
        problems.iter().map(|(field, text)| json!({ "field": field, "message": text })).collect();
    let text = problems.iter().map(|(field, text)| format!("{field}: {text}")).collect::<Vec<_>>().join(" ");
    Reply::json(&json!({ "code": 400, "status": "error", "message": text, "errors": errors })).code(400)
}

/// What an applicant's JSON says, in the words of our form. Names are found on the applicant itself and in its
/// `personalInformation`.
fn read(json: &Json, parts: &[multipart::Part<'_>]) -> Sent {
    let mut sent = Sent { by_program: true, ..Sent::default() };
    let mut put = |name: &str, value: &str| {
        if !value.trim().is_empty() {
            sent.texts.insert(name.to_string(), vec![value.trim().to_string()]);
        }
    };
    for place in ["/applicant", "/applicant/personalInformation"] {
        let Some(person) = json.pointer(place) else { continue };
        for (ours, theirs) in [
            ("first_name", "firstName"),
            ("last_name", "lastName"),
            ("email", "email"),
            ("phone", "phoneNumber"),
            ("phone", "phone"),
            ("city", "city"),
        ] {
            let value = person.get(theirs);
            put(ours, value.and_then(Json::as_str).unwrap_or_default());
        }
    }
    for place in ["/application/motivation", "/application/message", "/applicant/motivation"] {
        put("cover_text", json.pointer(place).and_then(Json::as_str).unwrap_or_default());
    }
    sent.files = files(json, parts);
    sent
}

/// The files that were sent: `cv`, `letter` or `document` by what `uploadedFiles` says of each, name, content.
pub(crate) fn files(json: &Json, parts: &[multipart::Part<'_>]) -> Vec<(String, String, Vec<u8>)> {
    let mut found = Vec::new();
    let files = json.get("uploadedFiles").and_then(Json::as_array).cloned().unwrap_or_default();
    let mut first = true;
    for part in parts.iter().filter(|p| p.file_name.is_some() && !p.content.is_empty()) {
        let told = files.iter().find(|f| f.get("key").and_then(Json::as_str) == Some(part.name));
        let words = ["description", "fileTypeId"].iter().filter_map(|n| told?.get(n)).map(|w| match w {
            Json::String(text) => text.to_lowercase(),
            other => other.to_string().to_lowercase(),
        });
        let words = words.collect::<Vec<_>>().join(" ");
        let field = match words.as_str() {
            w if w.contains("cv") || w.contains("resume") || w.contains("curriculum") => "cv",
            w if w.contains("letter") || w.contains("lettre") || w.contains("motivation") => "letter",
            // The first file of somebody who does not say what it is.
            _ if first => "cv",
            _ => "document",
        };
        first = false;
        let name = part.file_name.unwrap_or_default().to_string();
        found.push((field.to_string(), name, part.content.to_vec()));
    }
    found
}
