//! A vacancy as visitors read it, and as search engines do.

use maud::{Markup, html};
use serde_json::{Value as Json, json};
use talang_catalogue::types::time::iso_date;
use talang_engine::Result;
use talang_http::{Call, Reply, encode};

use crate::advert::{Advert, Salary, published};
use crate::frame::{Page, facts, icon, page as framed, since, spoken};
use crate::site::{Site, missing};

/// `GET /careers/{site}/jobs/{job}`.
pub fn page(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let advert = published.get(call.param("job")).ok_or_else(missing)?;
    let here = format!("jobs/{}", encode(&advert.code));
    let apply = site.path(&format!("{here}/apply"));
    let facts = facts(&site.ui(), advert);
    let about: Vec<&str> = facts.iter().map(|(_, text)| text.as_str()).collect();
    let about = format!("{}: {}", advert.title.text, about.join(" · "));
    let recommend = crate::referral::link(&site, &advert.code)?;
    let content = html! {
        a.cs-back href=(site.path("jobs")) { (icon("arrow-left")) (site.say("careers-back")) }
        div.cs-columns.is-job {
            (article(&site, advert))
            aside.cs-side.cs-card aria-label=(site.say("careers-at-a-glance")) {
                a.cs-button.cs-button-apply href=(apply) { (site.say("careers-apply")) }
                @if let Some(way) = &recommend { a.cs-button.cs-button-soft href=(way) { (site.say("careers-recommend")) } }
                dl {
                    @for (label, value) in details(&site, advert) { div { dt { (label) } dd { (value) } } }
                }
                (share(&site, &site.url(&here), &advert.title.text))
            }
        }
    };
    let bar = html! { (content) div.cs-bar { a.cs-button href=(apply) { (site.say("careers-apply")) } } };
    let head = Page {
        title: &advert.title.text,
        about: &about,
        canonical: &here,
        menu: "jobs",
        data: Some(posting(&site, advert)),
    };
    framed(&site, &head, html! {}, bar)
}

/// Title, facts and texts of a vacancy.
pub(crate) fn article(site: &Site<'_>, advert: &Advert) -> Markup {
    html! {
        article.cs-card lang=[advert.title.language.as_deref()] {
            h1 { (advert.title.text) }
            ul.cs-facts lang=(site.scope.language().code()) {
                @for (picture, text) in facts(&site.ui(), advert) { li { (icon(picture)) (text) } }
                li { (icon("calendar")) (since(site, advert.published_on)) }
            }
            div.cs-text lang=(site.scope.language().code()) {
                @for (key, text) in &advert.texts {
                    h2.JobDescription[*key == "careers-mission"] { (site.say(key)) }
                    (spoken(text))
                }
                @if !advert.skills.is_empty() {
                    h2 { (site.say("careers-skills")) }
                    ul.cs-tags { @for skill in &advert.skills { li { (skill) } } }
                }
                @if !advert.languages.is_empty() {
                    h2 { (site.say("careers-languages")) }
                    ul.cs-tags { @for language in &advert.languages { li { (language) } } }
                }
            }
        }
    }
}

/// What is said about it beside its texts.
pub(crate) fn details(site: &Site<'_>, advert: &Advert) -> Vec<(String, String)> {
    let culture = site.scope.culture;
    let mut all = vec![
        ("careers-salary", advert.salary.as_ref().map(|s| salary(site, s)).unwrap_or_default()),
        ("careers-start", advert.start_on.map(|d| culture.date_long(d)).unwrap_or_default()),
        ("careers-family", advert.family.label.clone()),
        ("careers-category", advert.category.clone()),
        ("careers-unit", advert.unit.clone()),
        ("careers-experience", advert.experience.clone()),
        ("careers-education", advert.education.clone()),
    ];
    if advert.openings > 1 {
        all.push(("careers-openings", culture.integer(advert.openings)));
    }
    all.push(("careers-until", advert.until.map(|d| culture.date_long(d)).unwrap_or_default()));
    all.push(("careers-reference", advert.code.clone()));
    all.into_iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| (site.say(k), v)).collect()
}

/// A salary as people read it: a range, and for which time.
fn salary(site: &Site<'_>, salary: &Salary) -> String {
    // Whole amounts without their decimals.
    let money = |amount: i64| {
        let text = site.scope.culture.money(amount, &salary.currency);
        match amount % talang_catalogue::value::DECIMAL_SCALE {
            0 => text.replacen(&format!("{}00", site.scope.culture.decimal), "", 1),
            _ => text,
        }
    };
    let amount = match (salary.from, salary.to) {
        (Some(from), Some(to)) if from != to => format!("{} – {}", money(from), money(to)),
        (Some(one), _) | (None, Some(one)) => money(one),
        (None, None) => String::new(),
    };
    match salary.period.code.as_str() {
        "" => amount,
        period => site
            .ui()
            .say_with("careers-per", &[("amount", amount.into()), ("period", period.to_string().into())]),
    }
}

fn share(site: &Site<'_>, url: &str, title: &str) -> Markup {
    let mail = format!("mailto:?subject={}&body={}", encode(title), encode(url));
    html! {
        h2 .cs-label { (site.say("careers-share")) }
        div.cs-share {
            button.cs-button.cs-button-soft type="button" data-copy=(url) hidden { (icon("copy")) span { (site.say("careers-copy")) } }
            button.cs-button.cs-button-soft type="button" data-share=(url) hidden { (icon("world")) span { (site.say("careers-share")) } }
            a.cs-button.cs-button-soft href=(mail) { (icon("mail")) (site.say("careers-mail")) }
        }
    }
}

/// The vacancy as schema.org's JobPosting, by which search engines know it.
fn posting(site: &Site<'_>, advert: &Advert) -> Json {
    let text: Vec<String> = advert
        .texts
        .iter()
        .map(|(key, text)| {
            format!("<h2>{}</h2>{}", html! { (site.say(key)) }.into_string(), spoken(text).into_string())
        })
        .collect();
    let name = site.text(&site.data.label);
    let mut out = json!({
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": advert.title.text,
        "description": text.concat(),
        "identifier": { "@type": "PropertyValue", "name": name, "value": advert.code },
        "datePosted": iso_date(advert.published_on),
        "hiringOrganization": { "@type": "Organization", "name": site.call.scope.tenant().name(), "sameAs": site.url("") },
        "directApply": true,
        "url": site.url(&format!("jobs/{}", encode(&advert.code))),
        "totalJobOpenings": advert.openings,
    });
    let mut set = |name: &str, value: Json| {
        if let Some(map) = out.as_object_mut() {
            map.insert(name.to_string(), value);
        }
    };
    if let Some(until) = advert.until {
        set("validThrough", format!("{}T23:59:59Z", iso_date(until)).into());
    }
    if let Some(start) = advert.start_on {
        set("jobStartDate", iso_date(start).into());
    }
    let mut kinds = Vec::new();
    if advert.part_time.is_some() {
        kinds.push("PART_TIME");
    } else if advert.months.is_none() {
        kinds.push("FULL_TIME");
    }
    if advert.months.is_some() {
        kinds.push("TEMPORARY");
    }
    set("employmentType", kinds.into());
    let [street, postal, city, region] = &advert.address;
    let mut address = serde_json::Map::from_iter([("@type".to_string(), Json::from("PostalAddress"))]);
    let locality = if city.is_empty() { &advert.place } else { city };
    for (name, value) in [
        ("streetAddress", street),
        ("postalCode", postal),
        ("addressLocality", locality),
        ("addressRegion", region),
        ("addressCountry", &advert.country.code),
    ] {
        if !value.is_empty() {
            address.insert(name.to_string(), value.as_str().into());
        }
    }
    if address.len() > 1 {
        set("jobLocation", json!({ "@type": "Place", "address": address }));
    }
    if advert.remote.code == "full" {
        set("jobLocationType", "TELECOMMUTE".into());
        if !advert.country.label.is_empty() {
            let country = json!({ "@type": "Country", "name": advert.country.code });
            set("applicantLocationRequirements", country);
        }
    }
    if !advert.family.label.is_empty() {
        set("occupationalCategory", advert.family.label.as_str().into());
    }
    if !advert.skills.is_empty() {
        set("skills", advert.skills.join(", ").into());
    }
    if let Some(salary) = &advert.salary {
        let amount = |n: Option<i64>| n.map(|n| n as f64 / talang_catalogue::value::DECIMAL_SCALE as f64);
        let unit = match salary.period.code.as_str() {
            "hour" => "HOUR",
            "day" => "DAY",
            "week" => "WEEK",
            "month" => "MONTH",
            _ => "YEAR",
        };
        set(
            "baseSalary",
            json!({
                "@type": "MonetaryAmount",
                "currency": salary.currency,
                "value": { "@type": "QuantitativeValue", "minValue": amount(salary.from.or(salary.to)),
                    "maxValue": amount(salary.to.or(salary.from)), "unitText": unit },
            }),
        );
    }
    out
}
