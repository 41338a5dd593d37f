//! Applying without a vacancy (S3): what somebody would like to do, where and from when, with their documents.
//!
//! It becomes a candidate, a record with the wish in the person's own words, and a member of a pool, so that recruiters find it in lists,
//! pools and tags like everybody else. Somebody of whom no wish is known yet gets it into the file, too, where matching reads it: what a
//! stranger sends never stands over what a file says already.

use std::collections::BTreeSet;

use maud::{Markup, html};
use talang_catalogue::culture::sort_key;
use talang_catalogue::types::iso;
use talang_catalogue::{Kind, Language, Record, Texts, Value};
use talang_core_hr::objects::jobs::JobFamily;
use talang_engine::{Change, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply, multipart};
use talang_recruiting::{documents, text};

use super::form::{self, Form, Problems, Sent};
use super::{ALL, Me, offers_account, records, slow_down};
use crate::advert::Coded;
use crate::frame::{Page, icon, page as framed};
use crate::site::{Site, missing};

/// The pool of whoever applied without a vacancy.
const POOL: &str = "speculative";
/// Fields of work, and countries, of one application at most.
const CHOSEN: usize = 5;
/// Applications without a vacancy of one person at most.
const MOST: usize = 10;
/// Characters of the place at most.
const PLACE: usize = 120;

/// What can be chosen.
struct Offered {
    families: Vec<(i64, Coded)>,
    countries: Vec<(i64, Coded)>,
    contracts: Vec<Coded>,
}

/// What was chosen of it.
#[derive(Default)]
struct Wish {
    families: Vec<i64>,
    countries: Vec<i64>,
    contract: Option<String>,
    place: String,
}

impl Offered {
    /// Fields of work and kinds of contract that are in use, and the countries in which the company is.
    fn read(site: &Site<'_>) -> Result<Offered> {
        let language = site.scope.language();
        let mut offered = site.scope.view(|v| {
            let object = v.object("JobFamily")?;
            let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
            let families = v.typed_list::<JobFamily>(&Query { filter: Some(active), ..Query::default() })?;
            let coded = |code: &str, label: &Texts| Coded {
                code: code.to_string(),
                label: site.text(label).to_string(),
            };
            let families = families.iter().map(|(id, f)| (*id, coded(&f.code, &f.label.0))).collect();
            let catalogue = v.catalogue();
            let items = catalogue.lists.get("contract-type").map(Vec::as_slice).unwrap_or_default();
            let contracts = items.iter().filter(|i| i.active).map(|i| coded(&i.code, &i.label)).collect();
            Ok(Offered { families, countries: countries(v, language)?, contracts })
        })?;
        for all in [&mut offered.families, &mut offered.countries] {
            all.sort_by_cached_key(|(_, coded)| sort_key(language, &coded.label));
        }
        Ok(offered)
    }

    fn chosen(&self, sent: &Sent) -> Wish {
        let of = |all: &[(i64, Coded)], name: &str| {
            let ticked = all.iter().filter(|(_, coded)| sent.has(name, &coded.code));
            ticked.map(|(id, _)| *id).take(CHOSEN).collect()
        };
        let contract = self.contracts.iter().find(|c| c.code == sent.text("contract"));
        Wish {
            families: of(&self.families, "family"),
            countries: of(&self.countries, "wish_country"),
            contract: contract.map(|c| c.code.clone()),
            place: sent.text("wish_place").trim().to_string(),
        }
    }
}

/// The countries of the company's places of work.
fn countries(v: &mut View<'_>, language: Language) -> Result<Vec<(i64, Coded)>> {
    let object = v.object("Establishment")?;
    let places = v.list(&object, &Query::default())?.records;
    let codes: BTreeSet<&str> = places.iter().map(|r| text(r, "country")).filter(|c| !c.is_empty()).collect();
    let mut all = Vec::new();
    for code in codes {
        if let (Some(id), Some(name)) = (v.resolve("Country", code)?, iso::country_name(language, code)) {
            all.push((id, Coded { code: code.to_string(), label: name.to_string() }));
        }
    }
    Ok(all)
}

fn site_of(call: &Call) -> Result<Site<'_>> {
    let site = Site::of(call)?;
    if site.data.speculative { Ok(site) } else { Err(missing()) }
}

/// `GET /careers/{site}/apply`.
pub fn form(call: &Call) -> Result<Reply> {
    let site = site_of(call)?;
    let me = Me::of(&site)?;
    let sent = me.as_ref().map(Me::filled_in).unwrap_or_default();
    show(&site, &Offered::read(&site)?, &sent, &Problems::new(), me.as_ref())
}

/// `GET /careers/{site}/apply/received`.
pub fn received(call: &Call) -> Result<Reply> {
    let site = site_of(call)?;
    let title = site.say("careers-received");
    let content =
        form::received(&site, POOL, "", &site.say("careers-spontaneous-received"), offers_account(&site)?);
    framed(&site, &Page { title: &title, ..Page::default() }, html! {}, content)
}

/// `POST /careers/{site}/apply`: the same answer whether somebody is known or not.
pub fn send(call: &Call) -> Result<Reply> {
    let site = site_of(call)?;
    slow_down(&site)?;
    let mut sent = multipart::with_parts(&call.request, ALL, |parts| Ok(form::read(parts)))?;
    let me = Me::of(&site)?;
    if let Some(me) = &me {
        me.sign(&mut sent);
    }
    let on = site.path("apply/received");
    if sent.is_trapped() {
        return Ok(Reply::see_other(&on));
    }
    let offered = Offered::read(&site)?;
    let mut problems = form::check(&site, &sent, true, me.as_ref());
    if sent.text("wish_place").chars().count() > PLACE {
        problems.push(("wish_place".to_string(), site.say("careers-too-long")));
    }
    if problems.is_empty() {
        match keep(&site, &offered.chosen(&sent), &sent, me.as_ref()) {
            Ok(()) => return Ok(Reply::see_other(&on)),
            Err(error) => problems = form::refused(&site, &error).ok_or(error)?,
        }
    }
    Ok(show(&site, &offered, &sent, &problems, me.as_ref())?.code(422))
}

/// Writes it all, or nothing.
fn keep(site: &Site<'_>, wish: &Wish, sent: &Sent, me: Option<&Me>) -> Result<()> {
    let papers = records::documents(site, sent)?;
    let email = sent.text("email").to_lowercase();
    site.scope.change(Kind::Candidates, |c| {
        let candidate = match me {
            Some(me) => me.person.id,
            None => records::candidate(c, site, sent, &email)?,
        };
        for paper in &papers {
            documents::file(c, candidate, paper)?;
        }
        record(c, site, wish, sent, candidate)?;
        records::agreed(c, site.notice(""), candidate)?;
        match talang_mail::available(c.scope().installation()) {
            true => records::confirm(c, site, sent, candidate, "speculative-received", Vec::new()),
            false => Ok(()),
        }
    })
}

fn refs(ids: &[i64]) -> Value {
    if ids.is_empty() { Value::Null } else { Value::Refs(ids.to_vec()) }
}

fn optional(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

/// The wish, and the pool. The same wish sent again is there already.
fn record(c: &mut Change<'_>, site: &Site<'_>, wish: &Wish, sent: &Sent, candidate: i64) -> Result<()> {
    let day = sent.text("available_from").parse::<jiff::civil::Date>().ok();
    let said = vec![
        ("front_office", site.data.id.into()),
        ("families", refs(&wish.families)),
        ("countries", refs(&wish.countries)),
        ("place", optional(&wish.place)),
        ("contract_type", wish.contract.as_deref().map_or(Value::Null, Value::from)),
        ("available_from", day.map_or(Value::Null, Value::from)),
        ("text", optional(sent.text("cover_text"))),
    ];
    let known = about(c, "SpeculativeApplication", candidate)?;
    let same = |r: &Record| said.iter().all(|(name, value)| r.get(name) == value);
    if known.len() >= MOST || known.iter().any(same) {
        return Ok(());
    }
    let now = c.scope().installation().clock().now();
    let mut values = vec![("candidate", candidate.into()), ("received_at", now.into())];
    values.extend(said);
    c.create("SpeculativeApplication", values)?;
    into_pool(c, candidate)?;
    wishes(c, wish, candidate)
}

fn about(v: &mut View<'_>, object: &str, candidate: i64) -> Result<Vec<Record>> {
    let object = v.object(object)?;
    let of = Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]);
    Ok(v.list(&object, &Query { filter: Some(of), ..Query::default() })?.records)
}

/// Into the pool, which is made where there is none. A company that put it out of use does not want it.
fn into_pool(c: &mut Change<'_>, candidate: i64) -> Result<()> {
    let pool = match c.resolve("CandidatePool", POOL)? {
        Some(pool) => {
            let object = c.object("CandidatePool")?;
            if c.get(&object, pool)?.get("active").as_int() != Some(1) {
                return Ok(());
            }
            pool
        }
        None => {
            let messages = &c.scope().installation().clone();
            let said = |l: Language| messages.registry().messages.plain(l, "careers-spontaneous-pool");
            let label: Texts = Language::ALL.into_iter().map(|l| (l.code().to_string(), said(l))).collect();
            c.create("CandidatePool", vec![("code", POOL.into()), ("label", Value::Texts(label))])?.id
        }
    };
    if about(c, "CandidatePoolMember", candidate)?.iter().any(|m| m.get("pool").as_int() == Some(pool)) {
        return Ok(());
    }
    let today: Value = c.scope().installation().clock().today().into();
    let values = vec![("pool", pool.into()), ("candidate", candidate.into()), ("added_on", today)];
    c.create("CandidatePoolMember", values).map(drop)
}

/// The wish as the file has wishes, where it has none: a line for each field of work in each country.
fn wishes(c: &mut Change<'_>, wish: &Wish, candidate: i64) -> Result<()> {
    if !about(c, "CandidateMobility", candidate)?.is_empty() {
        return Ok(());
    }
    let each = |ids: &[i64]| match ids.is_empty() {
        true => vec![None],
        false => ids.iter().copied().map(Some).collect(),
    };
    let mut countries = Vec::new();
    for country in each(&wish.countries) {
        countries.push(match country {
            Some(id) => c.title("Country", id)?.key.as_str().into(),
            None => Value::Null,
        });
    }
    let mut priority = 0;
    for country in &countries {
        for family in each(&wish.families) {
            let values = [
                ("family", family.into()),
                ("country", country.clone()),
                ("place", optional(&wish.place)),
                ("contract_type", wish.contract.as_deref().map_or(Value::Null, Value::from)),
            ];
            if values.iter().all(|(_, value)| value.is_null()) {
                return Ok(());
            }
            priority += 1;
            let mut all = vec![("candidate", candidate.into()), ("priority", Value::Int(priority))];
            all.extend(values);
            c.create("CandidateMobility", all)?;
        }
    }
    Ok(())
}

/// Takes an application without a vacancy back: the record goes, and with the last one the place in the pool.
///
/// # Errors
/// `record.not_found` for one that is not this candidate's.
pub(crate) fn withdraw(c: &mut Change<'_>, candidate: i64, id: i64) -> Result<()> {
    let all = about(c, "SpeculativeApplication", candidate)?;
    if !all.iter().any(|r| r.id == id) {
        return Err(missing());
    }
    let object = c.object("SpeculativeApplication")?;
    c.delete(&object, id, None)?;
    let Some(pool) = c.resolve("CandidatePool", POOL)?.filter(|_| all.len() == 1) else { return Ok(()) };
    let members = about(c, "CandidatePoolMember", candidate)?;
    let object = c.object("CandidatePoolMember")?;
    for member in members.iter().filter(|m| m.get("pool").as_int() == Some(pool)) {
        c.delete(&object, member.id, None)?;
    }
    Ok(())
}

/// The applications without a vacancy of a candidate: number, the day, and what was wished for.
///
/// # Errors
/// Those of the store.
pub(crate) fn of(site: &Site<'_>, v: &mut View<'_>, candidate: i64) -> Result<Vec<(i64, String, String)>> {
    let mut all = about(v, "SpeculativeApplication", candidate)?;
    all.sort_by_key(|r| std::cmp::Reverse(r.get("received_at").as_int()));
    let mut out = Vec::new();
    for record in all {
        let mut wish = Vec::new();
        for (field, object) in [("families", "JobFamily"), ("countries", "Country")] {
            if let Value::Refs(ids) = record.get(field) {
                for id in ids {
                    wish.push(v.title(object, *id)?.title);
                }
            }
        }
        wish.push(text(&record, "place").to_string());
        wish.retain(|w| !w.is_empty());
        let at = record.get("received_at").as_int().unwrap_or_default();
        let day = site.scope.culture.date_long(at.div_euclid(86_400_000_000));
        out.push((record.id, day, wish.join(" · ")));
    }
    Ok(out)
}

fn show(
    site: &Site<'_>,
    offered: &Offered,
    sent: &Sent,
    problems: &Problems,
    me: Option<&Me>,
) -> Result<Reply> {
    let title = site.say("careers-spontaneous");
    let form = Form { site, sent, problems, me };
    let content = html! {
        a.cs-back href=(site.path("jobs")) { (icon("arrow-left")) (site.say("careers-back")) }
        h1 { (title) }
        p { (site.say("careers-spontaneous-text")) }
        (form.summary(|field| form::label(site, field), html! {}))
        form.cs-form method="post" action=(site.path("apply")) enctype="multipart/form-data" data-draft=(POOL) data-read=(site.path("cv")) data-sent=[(!problems.is_empty()).then_some("true")] {
            (form.documents(true, false))
            (form.person(html! {}))
            section.cs-card {
                h2 { (site.say("careers-wish")) }
                (ticks(site, sent, "family", "careers-field-family", &offered.families))
                (ticks(site, sent, "wish_country", "careers-field-wish-country", &offered.countries))
                (place(&form))
                @if !offered.contracts.is_empty() {
                    (form.field("contract", false, html! {
                        select #f-contract name="contract" {
                            option value="" { (site.say("careers-wish-any")) }
                            @for one in &offered.contracts { option value=(one.code) selected[sent.text("contract") == one.code] { (one.label) } }
                        }
                    }))
                }
                (form.words())
            }
            (form.sending(site.notice("")))
        }
    };
    framed(
        site,
        &Page { title: &title, about: &title, canonical: "apply", menu: "jobs", data: None },
        html! {},
        content,
    )
}

fn place(form: &Form<'_>) -> Markup {
    form.field("wish_place", false, html! {
        input #f-wish_place type="text" name="wish_place" value=(form.sent.text("wish_place")) maxlength=(PLACE) autocomplete="off";
    })
}

/// Values of which several can be chosen.
fn ticks(site: &Site<'_>, sent: &Sent, name: &str, label: &str, all: &[(i64, Coded)]) -> Markup {
    html! {
        @if !all.is_empty() {
            fieldset.cs-field id={ "f-" (name) } {
                legend.cs-label { (site.say(label)) " " span.cs-optional { (site.ui().say_with("careers-up-to", &[("count", i64::try_from(CHOSEN).unwrap_or(0).into())])) } }
                div.cs-pair {
                    @for (_, one) in all {
                        label.cs-choice { input type="checkbox" name=(name) value=(one.code) checked[sent.has(name, &one.code)]; span { (one.label) } }
                    }
                }
            }
        }
    }
}
