//! The board of a vacancy: a column per stage, a card per application. Cards are dragged, or moved with the keyboard (`m`),
//! or several at once by their boxes; every way ends in [`super::moves`].

use maud::{Markup, html};
use std::collections::HashMap;
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Record, Value};
use talang_core_hr::kit::{self, may};
use talang_engine::{Action, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Tone, Ui, badge, empty_state, icon};
use talang_screens::page::ui;

use super::kit::{days_since, rating};
use crate::rules::{Stage, stages};

/// Cards of a stage that are shown at once.
const CARDS: usize = 50;

/// What a card is made of, read together for a whole board.
struct Cards {
    people: HashMap<i64, (String, String)>,
    sources: HashMap<i64, String>,
}

impl Cards {
    fn load(v: &mut View<'_>, applications: &[Record]) -> Result<Cards> {
        let mut cards = Cards { people: HashMap::new(), sources: HashMap::new() };
        let ids = |field: &str| -> Vec<i64> {
            let mut ids: Vec<i64> = applications.iter().filter_map(|a| a.get(field).as_int()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let object = v.object("Candidate")?;
        let people = ids("candidate");
        v.titles(&object, &people)?;
        let mut headlines: HashMap<i64, String> = HashMap::new();
        if may(v, "Candidate", Action::Read) {
            let query = Query { filter: Some(Filter::Ids(people.clone())), ..Query::default() };
            for person in v.list(&object, &query)?.records {
                let line = ["headline", "current_title"].iter().find_map(|f| person.get(f).as_text());
                headlines.insert(person.id, line.unwrap_or_default().to_string());
            }
        }
        for id in people {
            let name = v.title("Candidate", id)?.title;
            cards.people.insert(id, (name, headlines.remove(&id).unwrap_or_default()));
        }
        let object = v.object("CandidateSource")?;
        let sources = ids("source");
        v.titles(&object, &sources)?;
        for id in sources {
            cards.sources.insert(id, v.title("CandidateSource", id)?.title);
        }
        Ok(cards)
    }

    fn card(&self, call: &Call, ui: &Ui<'_>, application: &Record, stage: &Stage, movable: bool) -> Markup {
        let person = application.get("candidate").as_int().and_then(|id| self.people.get(&id)).cloned();
        let (name, headline) = person.unwrap_or_default();
        let source = application.get("source").as_int().and_then(|id| self.sources.get(&id));
        let days = days_since(call, application.get("stage_since"));
        let late = days.zip(stage.days).is_some_and(|(is, most)| is > most) && !ends(stage);
        let id = application.id;
        html! {
            li.tl-tile data-card=(id) data-title=(name) draggable=[movable.then_some("true")] {
                @if movable {
                    input.form-check-input type="checkbox" name="id" value=(id) aria-label=(ui.say_with("ui-select-row", &[("name", name.as_str().into())]));
                }
                a.tl-tile-title href={ "/applications/" (id) } draggable="false" { (name) }
                @if movable {
                    button.btn.btn-icon.btn-sm.btn-quiet.tl-tile-move type="button" hx-get={ "/applications/move?id=" (id) } hx-target="#tl-dialogs"
                        aria-label=(ui.say_with("recruiting-move-name", &[("name", name.as_str().into())])) { (icon("arrows-move")) }
                }
                @if !headline.is_empty() { span.tl-tile-text { (headline) } }
                span.tl-tile-foot {
                    @if let Some(days) = days {
                        @let text = ui.say_with("recruiting-days", &[("count", days.into())]);
                        @if late { (badge(Tone::Warning, &text)) } @else { span { (text) } }
                    }
                    @if let Some(source) = source { span { (source) } }
                    (rating(ui, application.get("rating")))
                }
            }
        }
    }
}

fn ends(stage: &Stage) -> bool {
    matches!(stage.kind.as_str(), "hired" | "refused")
}

/// The condition of an application's standing in a stage of a vacancy; what was withdrawn stands nowhere.
fn standing(v: &View<'_>, vacancy: i64, stage: &Stage) -> Result<Option<Filter>> {
    let object = v.object("Application")?;
    let test = |field: &str, value: Value| Filter::test(&object, field, Op::Is, vec![value]);
    let withdrawn = Filter::Not(Box::new(test("state", "withdrawn".into())));
    Ok(Some(Filter::And(vec![test("vacancy", vacancy.into()), test("stage", stage.id.into()), withdrawn])))
}

/// The applications for a vacancy that stand in a stage: the one that waits longest first, of those that ended the last.
fn of_stage(v: &mut View<'_>, vacancy: i64, stage: &Stage, offset: usize) -> Result<Vec<Record>> {
    let object = v.object("Application")?;
    let filter = standing(v, vacancy, stage)?;
    let sort = v.sort(&object, if ends(stage) { "-stage_since" } else { "stage_since" })?;
    Ok(v.list(&object, &Query { filter, sort, limit: CARDS, offset, ..Query::default() })?.records)
}

/// The board.
pub fn board(call: &Call, v: &mut View<'_>, vacancy: &Record) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Application")?;
    let all = stages(v, vacancy)?;
    let mine = Filter::test(&object, "vacancy", Op::Is, vec![vacancy.id.into()]);
    let withdrawn = Filter::test(&object, "state", Op::Is, vec!["withdrawn".into()]);
    let under_way = Filter::And(vec![mine.clone(), Filter::Not(Box::new(withdrawn.clone()))]);
    let counted = Query { filter: Some(under_way), ..Query::default() };
    let counts = v.count_by(&object, "stage", &counted)?;
    let gone =
        v.count(&object, &Query { filter: Some(Filter::And(vec![mine, withdrawn])), ..Query::default() })?;
    if counts.is_empty() && gone == 0 {
        let add = may(v, "Application", Action::Create);
        return Ok(empty_state(
            "inbox",
            &ui.say("recruiting-no-applications"),
            &ui.say("recruiting-no-applications-text"),
            html! {
                @if add { a.btn.btn-primary href={ "/o/applications/new?vacancy=" (vacancy.id) "&back=/vacancies/" (vacancy.id) } { (icon("user-plus")) (ui.say("recruiting-add-application")) } }
            },
        ));
    }
    let movable = !v.rights().extents(&object, "decision", Action::Update).is_none();
    let writes = may(v, "CandidateMessage", Action::Create);
    let tags = may(v, "CandidateTag", Action::Create);
    let mut columns = Vec::new();
    let mut every: Vec<Record> = Vec::new();
    for stage in all.iter().filter(|s| s.active || counts.contains_key(&s.id)) {
        let records = match counts.get(&stage.id) {
            Some(_) => of_stage(v, vacancy.id, stage, 0)?,
            None => Vec::new(),
        };
        every.extend(records.iter().cloned());
        let title = v.title("PipelineStage", stage.id)?.title;
        columns.push((stage, title, counts.get(&stage.id).copied().unwrap_or_default(), records));
    }
    let cards = Cards::load(v, &every)?;
    let code = kit::shown(v, vacancy, "code")?;
    Ok(html! {
        @if all.is_empty() { p.tl-soft { (ui.say("recruiting-no-pipeline")) } }
        form.tl-board-form hx-get="/applications/move" hx-target="#tl-dialogs" {
            div.tl-board data-board=[movable.then_some("/applications/move")] tabindex="0" role="region" aria-label=(ui.say("recruiting-tab-board")) {
                @for (stage, title, count, records) in &columns {
                    section.tl-board-column data-stage=(stage.id) data-asks[stage.kind == "refused"] data-title=(title) aria-labelledby={ "stage-" (stage.id) } {
                        h2.tl-board-title id={ "stage-" (stage.id) } { (title) " " span.tl-board-count { (ui.culture.integer(*count)) } }
                        ul.tl-board-cards {
                            @for application in records { (cards.card(call, &ui, application, stage, movable)) }
                            (rest(&ui, vacancy.id, stage, records.len(), *count))
                        }
                    }
                }
            }
            @if movable {
                div.tl-bulk data-board-bulk {
                    span { (ui.say("recruiting-selected")) }
                    button.btn type="submit" { (icon("arrows-move")) (ui.say("recruiting-move-selected")) }
                    @if tags {
                        button.btn type="button" hx-post="/applications/keep/selected" hx-include="closest form" hx-target="#tl-dialogs" { (icon("tag")) (ui.say("recruiting-mind")) }
                    }
                    @if writes {
                        button.btn type="button" hx-post="/applications/write/selected" hx-include="closest form" hx-target="#tl-dialogs" { (icon("mail")) (ui.say("letters-write-selected")) }
                    }
                }
                p.tl-soft.tl-keys { (ui.say("recruiting-board-keys")) }
            }
        }
        @if gone > 0 {
            p { a href={ "/applications?filter=vacancy+is+%22" (talang_screens::components::encode(&code)) "%22&filter=state+is+withdrawn" } { (ui.say_with("recruiting-withdrawn", &[("count", gone.into())])) } }
        }
    })
}

/// What comes after the cards that are shown: a button that brings more.
fn rest(ui: &Ui<'_>, vacancy: i64, stage: &Stage, shown: usize, count: i64) -> Markup {
    let left = count - i64::try_from(shown).unwrap_or(count);
    html! {
        @if left > 0 {
            li.tl-board-more {
                button.btn.btn-sm type="button" hx-get={ "/vacancies/" (vacancy) "/stage/" (stage.id) "?from=" (shown) } hx-target="closest li" hx-swap="outerHTML" {
                    (ui.say_with("recruiting-more", &[("count", left.into())]))
                }
            }
        }
    }
}

/// `GET /vacancies/{id}/stage/{stage}?from=`: more cards of a stage.
pub fn more(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (id, wanted) = (call.id("id")?, call.id("stage")?);
    let from: usize = call.request.query("from").and_then(|t| t.parse().ok()).unwrap_or_default();
    let markup = call.scope.view(|v| {
        let object = v.object("Vacancy")?;
        let vacancy = v.get(&object, id)?;
        let stage = stages(v, &vacancy)?.into_iter().find(|s| s.id == wanted);
        let stage = stage.ok_or_else(|| kit::missing("PipelineStage"))?;
        let records = of_stage(v, id, &stage, from)?;
        let object = v.object("Application")?;
        let filter = standing(v, id, &stage)?;
        let count = v.count(&object, &Query { filter, ..Query::default() })?;
        let movable = !v.rights().extents(&object, "decision", Action::Update).is_none();
        let cards = Cards::load(v, &records)?;
        Ok(html! {
            @for application in &records { (cards.card(call, &ui, application, &stage, movable)) }
            (rest(&ui, id, &stage, from + records.len(), count))
        })
    })?;
    Ok(Reply::html(markup.into_string()))
}

/// Whether the scope may move an application.
pub fn may_move(v: &mut View<'_>, application: &Record) -> Result<bool> {
    Ok(v.may(application, "decision", Action::Update)? || v.may(application, GENERAL, Action::Update)?)
}
