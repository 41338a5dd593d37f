//! The night's work: alerts that nobody confirmed or whose time is over go, and whoever has something new to read gets a mail.
//!
//! A mail and the moment of the last one are written together, each alert in a transaction of its own that looks again: running
//! again, or by two programs at once, sends nothing twice.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};
use talang_catalogue::{Culture, Record};
use talang_engine::jobs::JobRun;
use talang_engine::journal::Entry;
use talang_engine::{Filter, Op, Query, Result, View};
use talang_mail::{Enclosed, Mail};
use talang_recruiting::text;
use talang_screens::components::Ui;

use super::ask::name_of;
use super::{DAY, KIND, TO_CONFIRM, Ticket, link, moment, on_site, question, seal};
use crate::advert::{Advert, Published, published_on};
use crate::frame::facts;
use crate::site::{SiteData, active};

/// The task of the night.
pub(crate) const TASK: &str = "careers.alerts";
/// Alerts that are looked at together.
const PIECE: usize = 200;
/// Vacancies in one mail at most; a link leads to all of them.
const LISTED: usize = 20;

/// Removes what is over, and sends what is due.
pub(crate) fn run(run: &mut JobRun<'_>) -> Result<Json> {
    let at = run.scope.installation().clock().now();
    let removed = remove(run, at)?;
    let mut sent = 0;
    if talang_mail::available(run.scope.installation()) {
        for site in active(&run.scope)?.iter().filter(|s| s.alerts) {
            sent += of_site(run, site, at, &json!({ "removed": removed, "sent": sent }))?;
        }
    }
    Ok(json!({ "removed": removed, "sent": sent }))
}

/// What nobody confirmed in time, and what has had its last day, goes.
fn remove(run: &JobRun<'_>, at: i64) -> Result<usize> {
    let ids: Vec<i64> = run.scope.view(|v| {
        let object = v.object("JobAlert")?;
        let waits = Filter::And(vec![
            Filter::test(&object, "confirmed_at", Op::Empty, Vec::new()),
            Filter::test(&object, "asked_at", Op::AtMost, vec![(at - TO_CONFIRM * DAY).into()]),
        ]);
        let over = Filter::test(&object, "ends_on", Op::Less, vec![at.div_euclid(DAY).into()]);
        let query = Query { filter: Some(Filter::Or(vec![waits, over])), ..Query::default() };
        Ok(v.ids(&object, &query)?.iter().collect())
    })?;
    for piece in ids.chunks(PIECE) {
        run.scope.change(KIND, |c| super::end(c, piece))?;
    }
    Ok(ids.len())
}

/// Whether a mail may leave at a moment: once on a day, or in seven days. Days are counted, not hours: the night's work does not
/// begin at the same second every night.
fn is_due(alert: &Record, at: i64) -> bool {
    let last = moment(alert, "last_sent_at").or(moment(alert, "asked_at"));
    let days = if text(alert, "frequency") == "daily" { 1 } else { 7 };
    !alert.get("confirmed_at").is_null()
        && last.is_some_and(|last| at.div_euclid(DAY) - last.div_euclid(DAY) >= days)
}

/// What stands on a site, in each language that is asked for, and since when.
struct Standing<'s> {
    site: &'s SiteData,
    published: HashMap<&'static str, Arc<Published>>,
    since: HashMap<i64, i64>,
}

fn of_site(run: &JobRun<'_>, site: &SiteData, at: i64, progress: &Json) -> Result<i64> {
    let ids: Vec<i64> = run.scope.view(|v| {
        let object = v.object("JobAlert")?;
        let of = Filter::And(vec![
            Filter::test(&object, "front_office", Op::Is, vec![site.id.into()]),
            Filter::Not(Box::new(Filter::test(&object, "confirmed_at", Op::Empty, Vec::new()))),
        ]);
        Ok(v.ids(&object, &Query { filter: Some(of), ..Query::default() })?.iter().collect())
    })?;
    let mut standing = Standing { site, published: HashMap::new(), since: HashMap::new() };
    let mut sent = 0;
    for piece in ids.chunks(PIECE) {
        if run.stopping() {
            break;
        }
        let alerts = run.scope.view(|v| {
            let object = v.object("JobAlert")?;
            let query = Query { filter: Some(Filter::Ids(piece.to_vec())), ..Query::default() };
            Ok(v.list(&object, &query)?.records)
        })?;
        for alert in alerts.iter().filter(|a| is_due(a, at)) {
            sent += i64::from(send(run, &mut standing, alert, at)?);
        }
        run.progress(progress)?;
    }
    Ok(sent)
}

/// Language and formats of a mail about an alert: those in which it was asked for, where the site still has them.
fn culture_of(site: &SiteData, alert: &Record) -> &'static Culture {
    let wanted = Culture::find(text(alert, "culture")).map(|c| c.language);
    let language = wanted.filter(|l| site.languages.contains(l)).unwrap_or(site.culture.language);
    site.culture_in(language)
}

/// Sends what is new to the owner of an alert; whether there was anything.
fn send(run: &JobRun<'_>, standing: &mut Standing<'_>, alert: &Record, at: i64) -> Result<bool> {
    let culture = culture_of(standing.site, alert);
    let published = match standing.published.get(culture.code) {
        Some(known) => known.clone(),
        None => {
            let mut scope = run.scope.clone();
            scope.culture = culture;
            let read = published_on(&scope, standing.site)?;
            standing.published.insert(culture.code, read.clone());
            read
        }
    };
    let asked = question(alert);
    let found = asked.answer(&published.adverts).adverts;
    let last = moment(alert, "last_sent_at").or(moment(alert, "asked_at")).unwrap_or(at);
    let mut fresh = Vec::new();
    run.scope.view(|v| {
        for advert in found {
            let since = match standing.since.get(&advert.id) {
                Some(known) => *known,
                None => {
                    let read = stands_since(v, standing.site, advert)?;
                    standing.since.insert(advert.id, read);
                    read
                }
            };
            if since > last {
                fresh.push(advert);
            }
        }
        Ok(())
    })?;
    if fresh.is_empty() {
        return Ok(false);
    }
    run.scope.change(KIND, |c| {
        // As it is now: whoever changed or ended it meanwhile gets what they want, and nobody gets a mail twice.
        let object = c.object("JobAlert")?;
        let query = Query { filter: Some(Filter::Ids(vec![alert.id])), ..Query::default() };
        let found = c.list(&object, &query)?.records;
        let now = found.first().filter(|now| now.version == alert.version && is_due(now, at));
        let Some(now) = now else { return Ok(false) };
        let mail =
            Told { site: standing.site, culture, alert: now, fresh: &fresh, adverts: &published.adverts };
        mail.enqueue(c)?;
        // What comes while this runs is for the next mail.
        c.as_program(|c| c.update("JobAlert", alert.id, vec![("last_sent_at", at.into())]))?;
        Ok(true)
    })
}

/// What one mail tells.
struct Told<'t> {
    site: &'t SiteData,
    culture: &'static Culture,
    alert: &'t Record,
    fresh: &'t [&'t Advert],
    adverts: &'t [Advert],
}

impl Told<'_> {
    fn enqueue(&self, c: &mut talang_engine::Change<'_>) -> Result<()> {
        let installation = c.scope().installation().clone();
        let messages = &installation.registry().messages;
        let language = self.culture.language;
        let ui =
            Ui { messages, language, culture: self.culture, brand: talang_engine::charter::Brand::default() };
        let lang = format!("lang={}", language.code());
        let entry = |title: &str, text: String, link: String| talang_mail::Entry {
            title: title.to_string(),
            text,
            link,
        };
        let mut entries = Vec::new();
        for advert in self.fresh.iter().take(LISTED) {
            let about: Vec<String> = facts(&ui, advert).into_iter().map(|(_, text)| text).collect();
            let page = format!("jobs/{}?{lang}", talang_http::encode(&advert.code));
            entries.push(entry(&advert.title.text, about.join(" · "), on_site(c, self.site, &page)?.path));
        }
        let asked = question(self.alert);
        let all = format!("jobs?{lang}&{}", asked.address(None));
        let all = on_site(c, self.site, all.trim_end_matches('&'))?.path;
        entries.push(entry(&ui.say("careers-alert-all"), String::new(), all));
        let sealed = seal(c, Ticket::Own, self.alert)?;
        let link = link(c, self.site, Ticket::Own, &sealed, self.culture)?;
        let stop = on_site(c, self.site, &format!("alerts/stop?{lang}&t={sealed}"))?.path;
        let criteria = match asked.is_empty() {
            true => ui.say("careers-alert-everything"),
            false => asked.words(self.adverts).join(" · "),
        };
        let until = self.alert.get("ends_on").as_int().map(|day| self.culture.date_long(day));
        let mail = Mail {
            to: text(self.alert, "email"),
            employee: None,
            culture: self.culture,
            template: "job-alert",
            arguments: vec![
                ("site", name_of(self.site, language)),
                ("criteria", criteria),
                ("until", until.unwrap_or_else(|| "–".to_string())),
            ],
            link: Some(link.path),
            expires: None,
        };
        let enclosed = Enclosed { host: link.host, entries, stop: Some(stop), ..Enclosed::default() };
        talang_mail::enqueue_with(c, &mail, enclosed).map(drop)
    }
}

/// Since which moment a vacancy stands on a site: both it and a posting have been open since then, as the journal tells. Days that
/// somebody entered would not do: who says today that something was published last week, publishes it today.
fn stands_since(v: &mut View<'_>, site: &SiteData, advert: &Advert) -> Result<i64> {
    let vacancy = v.object("Vacancy")?;
    let opened = came_into(&v.history(&vacancy, advert.id, 1_000)?, "state", &["open"]);
    let object = v.object("VacancyPosting")?;
    let shown = ["planned", "online"];
    let of = Filter::And(vec![
        Filter::test(&object, "vacancy", Op::Is, vec![advert.id.into()]),
        Filter::test(&object, "channel", Op::Is, vec![site.channel.as_str().into()]),
        Filter::test(&object, "state", Op::Is, shown.iter().map(|s| (*s).into()).collect()),
    ]);
    let mut first: Option<i64> = None;
    for posting in v.list(&object, &Query { filter: Some(of), ..Query::default() })?.records {
        let made = came_into(&v.history(&object, posting.id, 1_000)?, "state", &shown);
        let begins = posting.get("start").as_int().unwrap_or_default() * DAY;
        let since = made.max(begins);
        first = Some(first.map_or(since, |known| known.min(since)));
    }
    Ok(opened.max(first.unwrap_or_default()))
}

/// The last moment at which a field came to have one of some values, of entries from the latest to the first.
fn came_into(history: &[Entry], field: &str, values: &[&str]) -> i64 {
    let is = |value: &talang_catalogue::Value| value.as_text().is_some_and(|text| values.contains(&text));
    let came = history.iter().find(|entry| {
        let index = entry.object.field(field).map(|f| f.index);
        entry.changes.iter().any(|(at, old, new)| Some(*at) == index && !is(old) && is(new))
    });
    came.or(history.last()).map(|entry| entry.at).unwrap_or_default()
}
