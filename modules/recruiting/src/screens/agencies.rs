//! Agencies in the back office (S5): who works on a vacancy, what was proposed and what recruiters decide about it, and the page of an
//! agency.

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_core_hr::kit::{self, Related, related};
use talang_engine::{Action, Change, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Control, Crumb, Input, Opt, Tone, alert, badge, card, icon, input};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui};

use super::kit::about;
use crate::agencies::{holds, proposals, protector};
use crate::{duplicates, text};

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;
/// What an agency wrote of a person, beside the name.
const WROTE: [&str; 4] = ["email", "phone", "city", "country"];

fn int(record: &Record, field: &str) -> i64 {
    record.get(field).as_int().unwrap_or_default()
}

/// The tab of a vacancy's page, with what was wrong with its form.
pub fn tab(call: &Call, v: &mut View<'_>, record: &Record, faults: &[Fault]) -> Result<Markup> {
    let ui = ui(call);
    let open = text(record, "state") == "open";
    let proposed = about(v, "AgencySubmission", "vacancy", &[record.id], "-submitted_at,-number")?;
    let mut rows = Vec::new();
    for proposal in &proposed {
        rows.push(one(call, v, proposal, Beside::Vacancy)?);
    }
    Ok(html! {
        div.tl-stack {
            p.tl-soft { (ui.say("agencies-text")) }
            @if !open { (alert(Tone::Info, "", html! { (ui.say("recruiting-not-open")) })) }
            (mandates(call, v, record, &proposed, faults)?)
            @if kit::may(v, "AgencySubmission", Action::Read) {
                (card(kit::words(call, "AgencySubmission").1, html! {}, true, html! {
                    @if rows.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("agencies-none")) } }
                    ul.tl-links.tl-proposals { @for row in &rows { li { (row) } } }
                }))
            }
        }
    })
}

/// Who works on the vacancy, with what came of it, and the form to give it to another one.
fn mandates(
    call: &Call,
    v: &mut View<'_>,
    record: &Record,
    proposed: &[Record],
    faults: &[Fault],
) -> Result<Markup> {
    let ui = ui(call);
    let today = kit::today(call);
    let given = about(v, "AgencyMandate", "vacancy", &[record.id], "start")?;
    let change = kit::may(v, "AgencyMandate", Action::Update);
    let mut lines = Vec::new();
    for mandate in &given {
        let agency = int(mandate, "agency");
        let of = |states: &[&str]| {
            let all = proposed.iter().filter(|p| int(p, "agency") == agency);
            let counted = all.filter(|p| states.is_empty() || states.contains(&text(p, "state"))).count();
            i64::try_from(counted).unwrap_or_default()
        };
        let counts =
            [("proposed", of(&[])), ("accepted", of(&["accepted", "hired"])), ("hired", of(&["hired"]))];
        let counts = counts.map(|(name, n)| (name, n.into()));
        let day = |name: &str| mandate.get(name).as_int().map(|d| ui.culture.date_short(d));
        let (start, end) = (day("start").unwrap_or_default(), day("end").unwrap_or("…".to_string()));
        lines.push((
            mandate,
            v.title("Agency", agency)?.title,
            format!("{start} – {end}"),
            ui.say_with("agencies-counts", &counts),
            holds(mandate, today) && text(record, "state") == "open",
        ));
    }
    let content = html! {
        @if lines.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("agencies-nobody")) } }
        ul.tl-links {
            @for (mandate, name, days, counts, now) in &lines {
                li.d-flex.flex-wrap.align-items-center.gap-2 {
                    a.flex-fill href={ "/agencies/" (int(mandate, "agency")) } { span.tl-person-words { (name) small { (days) " · " (counts) } } }
                    @if *now { (badge(Tone::Success, &ui.say("agencies-holds"))) } @else { (badge(Tone::Neutral, &ui.say("agencies-holds-not"))) }
                    @if change {
                        a.btn.btn-sm href={ "/o/agency-mandates/" (mandate.id) "/edit?back=/vacancies/" (record.id) "%3Ftab%3Dagencies" } aria-label={ (ui.say("ui-edit")) ": " (name) } { (icon("edit")) (ui.say("ui-edit")) }
                        @if mandate.get("active").as_int() == Some(1) {
                            form.me-2 method="post" action={ "/vacancies/" (record.id) "/agencies/" (mandate.id) "/take-back" } {
                                (csrf_field(call))
                                button.btn.btn-sm type="submit" aria-label={ (ui.say("agencies-take-back")) ": " (name) } { (ui.say("agencies-take-back")) }
                            }
                        }
                    }
                }
            }
        }
        @if text(record, "state") == "open" && kit::may(v, "AgencyMandate", Action::Create) { (giving(call, v, record, &given, faults)?) }
    };
    Ok(card(&ui.say("agencies-given"), html! {}, true, content))
}

/// The form that gives the vacancy to an agency under contract which does not have it.
fn giving(
    call: &Call,
    v: &mut View<'_>,
    record: &Record,
    given: &[Record],
    faults: &[Fault],
) -> Result<Markup> {
    let ui = ui(call);
    let today = kit::today(call);
    let object = v.object("Agency")?;
    let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
    let query = Query { filter: Some(active), sort: v.sort(&object, "name")?, ..Query::default() };
    let has: Vec<i64> =
        given.iter().filter(|m| m.get("active").as_int() == Some(1)).map(|m| int(m, "agency")).collect();
    let mut options = Vec::new();
    for agency in v.list(&object, &query)?.records {
        let over = agency.get("contract_until").as_int().is_some_and(|until| until < today);
        if !over && !has.contains(&agency.id) {
            options.push(Opt { value: agency.id.to_string(), label: text(&agency, "name").to_string() });
        }
    }
    if options.is_empty() {
        return Ok(html! { p.tl-links-row.tl-soft.mb-0 { (ui.say("agencies-no-agency")) } });
    }
    let mandates = v.object("AgencyMandate")?;
    let field = |name: &str, help: String, control| {
        let error = faults.iter().find(|f| f.field.as_deref() == Some(name));
        let field = Input {
            name: name.into(),
            label: kit::label(call, &mandates, name),
            help,
            control,
            error: error.map(|f| fault_text(call, Some(&mandates), f)),
            ..Input::default()
        };
        input(&ui, &field)
    };
    let sent = |name: &str| call.request.sent(name);
    let end = Control::Date { value: sent("end") };
    let note = Control::Long { value: sent("note"), code: false };
    Ok(html! {
        form.tl-card-body method="post" action={ "/vacancies/" (record.id) "/agencies" } data-guard {
            (csrf_field(call))
            div.tl-form {
                (field("agency", ui.say("agencies-gave"), Control::Select { value: sent("agency"), options }))
                (field("end", String::new(), end))
                (field("note", String::new(), note))
            }
            div.mt-3 { button.btn.btn-primary type="submit" { (icon("building")) (ui.say("agencies-give")) } }
        }
    })
}

/// `POST /vacancies/{id}/agencies`: gives the vacancy to an agency, once more where it was taken back.
pub fn give(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let back = format!("/vacancies/{id}?tab=agencies");
    let given = call.scope.change(Kind::Candidates, |c| {
        let vacancy = c.object("Vacancy")?;
        c.get(&vacancy, id)?;
        let form = call.request.form();
        let agency = kit::sent(&form, "agency").parse::<i64>().ok();
        let agency = agency.ok_or_else(|| Fault::new("value.mandatory").on("agency"))?;
        let end = match kit::sent(&form, "end") {
            "" => Value::Null,
            _ => kit::read_day(&form, "end")?.into(),
        };
        let note = match kit::sent(&form, "note") {
            "" => Value::Null,
            note => note.into(),
        };
        let today = kit::today(call).into();
        let mut values = vec![("start", today), ("end", end), ("note", note), ("active", true.into())];
        match mandate_of(c, id, agency)? {
            Some(there) => c.update("AgencyMandate", there, values).map(drop),
            None => {
                values.extend([("vacancy", id.into()), ("agency", agency.into())]);
                c.create("AgencyMandate", values).map(drop)
            }
        }
    });
    match given {
        Ok(()) => Ok(done(call, &back, "agencies-gave", None, None)),
        Err(error) if error.is_of_the_form() => {
            let page =
                super::vacancy::page_of(call, "agencies", &super::times::Typed::default(), &error.faults());
            Ok(page?.code(422))
        }
        Err(error) => Err(error),
    }
}

fn mandate_of(c: &mut Change<'_>, vacancy: i64, agency: i64) -> Result<Option<i64>> {
    let given = about(c, "AgencyMandate", "vacancy", &[vacancy], "start")?;
    Ok(given.iter().find(|m| int(m, "agency") == agency).map(|m| m.id))
}

/// `POST /vacancies/{id}/agencies/{mandate}/take-back`.
pub fn take_back(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    call.scope.change(Kind::Candidates, |c| {
        let object = c.object("AgencyMandate")?;
        let mandate = c.get(&object, call.id("mandate")?)?;
        if int(&mandate, "vacancy") != id {
            return Err(kit::missing("AgencyMandate"));
        }
        c.update("AgencyMandate", mandate.id, vec![("active", false.into())]).map(drop)
    })?;
    Ok(done(call, &format!("/vacancies/{id}?tab=agencies"), "agencies-taken-back", None, None))
}

/// Beside what a proposal is shown: what is said there is not said again.
#[derive(Clone, Copy, PartialEq)]
enum Beside {
    Vacancy,
    Candidate,
    Agency,
}

/// A proposal: who made it, what speaks against taking it up, until when it protects and what it costs, and what can be decided.
fn one(call: &Call, v: &mut View<'_>, proposal: &Record, beside: Beside) -> Result<Markup> {
    let ui = ui(call);
    let (candidate, vacancy) = (int(proposal, "candidate"), int(proposal, "vacancy"));
    let name = [text(proposal, "first_name"), text(proposal, "last_name")].join(" ");
    let name = if name.trim().is_empty() { v.title("Candidate", candidate)?.title } else { name };
    let day = ui.culture.date_long(int(proposal, "submitted_at").div_euclid(DAY));
    let agency = v.title("Agency", int(proposal, "agency"))?.title;
    let by = ui.say_with("agencies-by", &[("agency", agency.into()), ("day", day.into())]);
    let post = v.title("Vacancy", vacancy)?.title;
    let state = text(proposal, "state");
    let tone = match state {
        "hired" => Tone::Success,
        "accepted" => Tone::Info,
        "refused" | "withdrawn" => Tone::Neutral,
        _ => Tone::Warning,
    };
    let open = matches!(state, "received" | "duplicate" | "refused");
    let undecided = open && proposal.get("decided_at").is_null();
    let mut wrote = Vec::new();
    for field in WROTE {
        wrote.push(kit::shown(v, proposal, field)?);
    }
    wrote.retain(|part| !part.is_empty());
    let comment = kit::shown(v, proposal, "comment")?;
    let terms = terms(call, v, proposal)?;
    let against = if open { against(call, v, proposal)? } else { Vec::new() };
    let papers = match proposal.get("application").is_null() {
        true => {
            let title = kit::words(call, "AgencySubmissionDocument").1;
            let papers = about(v, "AgencySubmissionDocument", "submission", &[proposal.id], "number")?;
            let object = v.object("AgencySubmissionDocument")?;
            match papers.is_empty() {
                true => html! {},
                false => {
                    html! { details { summary { (title) } (kit::table(call, v, &object, &papers, &["name", "kind", "file"], "submission", &format!("/vacancies/{vacancy}?tab=agencies"))?) } }
                }
            }
        }
        false => html! {},
    };
    let decide = open && v.may(proposal, "decision", Action::Update)?;
    let verdict = |code: &'static str, key: &str, class: &str| {
        html! { button class=(class) type="submit" name="verdict" value=(code) { (ui.say(key)) } }
    };
    Ok(html! {
        div.tl-proposal {
            div.d-flex.flex-wrap.align-items-center.gap-2 {
                @if beside != Beside::Candidate { a href={ "/candidates/" (candidate) } { strong { (name) } } }
                (badge(tone, &kit::shown(v, proposal, "state")?))
                span.tl-soft { (by) @if beside != Beside::Vacancy { " " (ui.say_with("agencies-for", &[("vacancy", post.into())])) } " · " (text(proposal, "number")) }
            }
            @if !terms.is_empty() { p.mb-0 { (terms.join(" ")) } }
            @for line in &against { p.mb-0 { (icon("info-circle")) " " (line) } }
            @if !wrote.is_empty() && open { p.tl-soft.mb-0 { (ui.say("agencies-wrote")) ": " (wrote.join(" · ")) } }
            @if !comment.is_empty() { details { summary { (kit::label(call, &proposal.object, "comment")) } div.tl-pre { (comment) } } }
            (papers)
            @if undecided { p.tl-soft.mb-0 { (ui.say("agencies-undecided")) } }
            div.d-flex.flex-wrap.gap-2 {
                @if decide {
                    form.d-flex.flex-wrap.gap-2 method="post" action={ "/agency-submissions/" (proposal.id) "/decide" } {
                        (csrf_field(call))
                        (verdict("accepted", "agencies-accept", "btn btn-sm btn-primary"))
                        @if undecided || state != "duplicate" { (verdict("duplicate", "agencies-duplicate", "btn btn-sm")) }
                        @if state != "refused" && proposal.get("application").is_null() { (verdict("refused", "agencies-refuse", "btn btn-sm")) }
                    }
                }
                a.btn.btn-sm.btn-quiet href={ "/o/agency-submissions/" (proposal.id) } { (ui.say("agencies-details")) }
            }
        }
    })
}

/// Until when it protects and what is paid, as far as the reader may know.
fn terms(call: &Call, v: &mut View<'_>, proposal: &Record) -> Result<Vec<String>> {
    let ui = ui(call);
    let state = text(proposal, "state");
    if !matches!(state, "received" | "accepted" | "hired") {
        return Ok(Vec::new());
    }
    let mut out = Vec::new();
    let today = kit::today(call);
    let until = proposal.get("protected_until").as_int();
    if let Some(until) = until {
        let key = if today <= until { "agencies-protected" } else { "agencies-protection-over" };
        out.push(ui.say_with(key, &[("day", ui.culture.date_long(until).into())]));
    }
    let fee = kit::shown(v, proposal, "fee")?;
    if !fee.is_empty() {
        out.push(ui.say_with("agencies-fee", &[("fee", fee.into())]));
    } else if until.is_some_and(|until| today <= until) && kit::may(v, "Agency", Action::Read) {
        let object = v.object("Agency")?;
        let agency = v.get(&object, int(proposal, "agency"))?;
        let share = agency.get("fee").as_int().map(|share| ui.culture.percent(share));
        out.extend(share.map(|share| ui.say_with("agencies-fee-share", &[("fee", share.into())])));
    }
    Ok(out)
}

/// What a recruiter should know before taking it up: an application that is there, another agency's protection, a file that was there
/// before, files that may be of the same person.
fn against(call: &Call, v: &mut View<'_>, proposal: &Record) -> Result<Vec<Markup>> {
    let ui = ui(call);
    let (candidate, vacancy) = (int(proposal, "candidate"), int(proposal, "vacancy"));
    let mut out = Vec::new();
    let applications = about(v, "Application", "candidate", &[candidate], "number")?;
    let there = applications.iter().find(|a| int(a, "vacancy") == vacancy);
    let ours = proposal.get("application").as_int();
    if let Some(other) = there.filter(|a| Some(a.id) != ours) {
        out.push(html! { a href={ "/applications/" (other.id) } { (ui.say("agencies-applied")) } });
    }
    if let Some((agency, until)) = protector(v, candidate, int(proposal, "agency"))? {
        let name = v.title("Agency", agency)?.title;
        let day = ui.culture.date_long(until);
        out.push(html! { (ui.say_with("agencies-first", &[("agency", name.into()), ("day", day.into())])) });
    } else if there.is_none() && ours.is_none() {
        out.push(html! { (ui.say("agencies-known")) });
    }
    if kit::may(v, "Candidate", Action::Read) {
        let object = v.object("Candidate")?;
        let found =
            v.list(&object, &Query { filter: Some(Filter::Ids(vec![candidate])), ..Query::default() })?;
        if let Some(person) = found.records.first() {
            let same = duplicates::of(v, person)?;
            if !same.is_empty() {
                out.push(html! {
                    (ui.say("agencies-same"))
                    @for (other, _) in &same { " " a href={ "/candidates/" (other.id) } { (text(other, "first_name")) " " (text(other, "last_name")) } }
                });
            }
        }
    }
    Ok(out)
}

/// What stands above an application and a candidate's file: the agencies that proposed the person, the first one first. Nothing where
/// there are none.
pub fn banner(call: &Call, v: &mut View<'_>, candidate: i64) -> Result<Markup> {
    let proposed = about(v, "AgencySubmission", "candidate", &[candidate], "submitted_at,number")?;
    let mut rows = Vec::new();
    for proposal in &proposed {
        rows.push(one(call, v, proposal, Beside::Candidate)?);
    }
    if rows.is_empty() {
        return Ok(html! {});
    }
    Ok(card(
        kit::words(call, "AgencySubmission").1,
        html! {},
        true,
        html! { ul.tl-links.tl-proposals { @for row in &rows { li { (row) } } } },
    ))
}

/// `POST /agency-submissions/{id}/decide`, `verdict=`.
pub fn decide(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let verdict = call.request.sent("verdict");
    let vacancy = call.scope.view(|v| {
        let object = v.object("AgencySubmission")?;
        Ok(int(&v.get(&object, id)?, "vacancy"))
    })?;
    call.scope.change(Kind::Candidates, |c| proposals::decide(c, id, &verdict))?;
    let known = |page: &&str| {
        ["/applications/", "/candidates/", "/vacancies/", "/agencies/"].iter().any(|p| page.starts_with(p))
    };
    let back = call.request.came_from().filter(known).map(str::to_string);
    let back = back.unwrap_or_else(|| format!("/vacancies/{vacancy}?tab=agencies"));
    Ok(done(call, &back, "agencies-decided", None, None))
}

/// What is said about an agency.
const FACTS: [&str; 12] = [
    "code",
    "registration_number",
    "city",
    "country",
    "email",
    "phone",
    "website",
    "responsible",
    "contract_until",
    "fee",
    "protection_months",
    "active",
];

/// `GET /agencies/{id}`: the agency, the people who work there, what they work on and whom they proposed.
pub fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (title, actions, content) = call.scope.view(|v| {
        let object = v.object("Agency")?;
        let record = v.get(&object, id)?;
        let title = v.title_of(&record)?.title;
        let facts: Vec<&str> = FACTS.iter().copied().filter(|f| !record.get(f).is_null()).collect();
        let proposed = about(v, "AgencySubmission", "agency", &[id], "-submitted_at,-number")?;
        let mut rows = Vec::new();
        for proposal in proposed.iter().take(50) {
            rows.push(one(call, v, proposal, Beside::Agency)?);
        }
        let back = format!("/agencies/{id}");
        let part = |object, fields, always| Related { object, fields, link: "agency", back: &back, always, ..Related::default() };
        let content = html! {
            div.tl-split {
                div.tl-stack {
                    (related(call, v, id, &part("AgencyUser", &["first_name", "last_name", "email", "active"], true))?)
                    (related(call, v, id, &part("AgencyMandate", &["vacancy", "start", "end", "active"], true))?)
                    @if kit::may(v, "AgencySubmission", Action::Read) {
                        (card(kit::words(call, "AgencySubmission").1, html! {}, true, html! {
                            @if rows.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("agencies-none")) } }
                            ul.tl-links.tl-proposals { @for row in &rows { li { (row) } } }
                        }))
                    }
                }
                div.tl-stack {
                    (card(&ui.say("ui-details"), html! {}, false, kit::fact_rows(call, v, &record, &facts)?))
                }
            }
        };
        let update = v.may(&record, talang_catalogue::object::GENERAL, Action::Update)?;
        let actions = html! {
            a.btn href={ "/o/agencies/" (id) "?tab=history" } { (icon("history")) (ui.say("people-tab-history")) }
            @if update { a.btn href={ "/o/agencies/" (id) "/edit?back=/agencies/" (id) } { (icon("edit")) (ui.say("ui-edit")) } }
        };
        Ok((title, actions, content))
    })?;
    let crumbs = [Crumb { label: kit::words(call, "Agency").1.to_string(), href: "/o/agencies".into() }];
    let head = Head {
        title: &title,
        menu: "/o/agencies",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}
