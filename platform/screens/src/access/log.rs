//! The application log (A12): who did what, when, from where, to whose data; whether it is whole; and the log as lines for
//! machines.

use std::io::Read;

use maud::{Markup, html};
use talang_catalogue::types::time::iso_instant;
use talang_catalogue::{Record, Value};
use talang_engine::activity::{Activity, OBJECT, verify};
use talang_engine::{Filter, Op, Query, Result, Scope, View};
use talang_http::{Body, Call, Reply};

use super::crumbs;
use crate::components::{
    Align, Cell, Column, Control, Input, List, Opt, Paging, Picked, Row, TextKind, Tone, alert, card, icon,
    input, list as list_view, with_param,
};
use crate::page::{Head, Names, page_with, ui, zone};

/// Rows on a page.
const PAGE: usize = 100;
/// Entries read at once for the file.
const PIECE: usize = 1_000;
/// Address of the page.
const HERE: &str = "/access/log";

/// What can be searched for, in the order of the list. Others are found by their word in the address.
const ACTIONS: [&str; 19] = [
    "sign-in",
    "sign-in-failed",
    "sign-out",
    "password-changed",
    "password-change-failed",
    "view",
    "export",
    "import",
    "rights-changed",
    "settings-changed",
    "schedule-changed",
    "webhook-secret",
    "webhook-replayed",
    "acting-begun",
    "acting-ended",
    "consent-given",
    "consent-ended",
    "key-created",
    "keys-removed",
];
const DOORS: [&str; 7] = ["screen", "rest", "import", "command-line", "task", "file-space", "front-office"];

/// What the address asks for.
#[derive(Default)]
struct Asked {
    who: String,
    what: String,
    from: String,
    to: String,
    door: String,
    address: String,
    object: String,
    subject: Option<i64>,
}

impl Asked {
    fn of(call: &Call) -> Asked {
        let text = |name: &str| call.request.query(name).unwrap_or_default().trim().to_string();
        Asked {
            who: text("q"),
            what: text("what"),
            from: text("from"),
            to: text("to"),
            door: text("door"),
            address: text("address"),
            object: text("object"),
            subject: text("subject").parse().ok(),
        }
    }

    /// The address of a page with the same question.
    fn link(&self, base: &str) -> String {
        let subject = self.subject.map(|id| id.to_string()).unwrap_or_default();
        let parts = [
            ("q", &self.who),
            ("what", &self.what),
            ("from", &self.from),
            ("to", &self.to),
            ("door", &self.door),
            ("address", &self.address),
            ("object", &self.object),
            ("subject", &subject),
        ];
        parts.iter().fold(base.to_string(), |address, (name, value)| with_param(&address, name, value))
    }

    /// Days are days in the reader's time zone.
    fn query(&self, call: &Call, v: &View<'_>, limit: usize) -> Result<Query> {
        let object = v.object(OBJECT)?;
        let zone = zone(call);
        let begin = |day: &str, more: i32| {
            let date: jiff::civil::Date = day.parse().ok()?;
            let date = date.checked_add(jiff::Span::new().days(more)).ok()?;
            Some(zone.to_timestamp(date.at(0, 0, 0, 0)).ok()?.as_microsecond())
        };
        let text = |name: &str, op, value: &str| {
            Filter::test(&object, name, op, vec![Value::Text(value.to_string())])
        };
        let number = |name: &str, op, value: i64| Filter::test(&object, name, op, vec![Value::Int(value)]);
        let mut all = Vec::new();
        if !self.who.is_empty() {
            all.push(text("login", Op::Contains, &self.who));
        }
        for (name, value) in [
            ("action", &self.what),
            ("door", &self.door),
            ("address", &self.address),
            ("object", &self.object),
        ] {
            if !value.is_empty() {
                all.push(text(name, Op::Is, value));
            }
        }
        all.extend(self.subject.map(|id| number("subject", Op::Is, id)));
        all.extend(begin(&self.from, 0).map(|at| number("at", Op::AtLeast, at)));
        all.extend(begin(&self.to, 1).map(|at| number("at", Op::Less, at)));
        let filter = (!all.is_empty()).then_some(Filter::And(all));
        Ok(Query { filter, sort: v.sort(&object, "-number")?, limit, ..Query::default() })
    }
}

/// `GET /access/log`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let asked = Asked::of(call);
    let cursor = call.request.query("after").filter(|c| !c.is_empty()).map(str::to_string);
    let (rows, next, form) = call.scope.view(|v| {
        v.reads_log()?;
        let object = v.object(OBJECT)?;
        let query = Query { cursor: cursor.clone(), ..asked.query(call, v, PAGE)? };
        let found = v.list(&object, &query)?;
        let mut names = Names::of(v, &object, &found.records)?;
        let behalf: Vec<i64> = found.records.iter().filter_map(|r| r.get("on_behalf").as_int()).collect();
        names.add(v, "User", &behalf)?;
        let rows: Vec<Row> = found.records.iter().map(|record| row(call, &names, record)).collect();
        Ok((rows, found.next, form(call, v, &asked)?))
    })?;
    let when = Column {
        label: format!("{} ({})", ui.say("access-when"), zone(call).iana_name().unwrap_or("UTC")),
        align: Align::Date,
        ..Column::default()
    };
    let count = i64::try_from(rows.len()).unwrap_or_default();
    let table = List {
        id: "log".into(),
        caption: ui.say("access-log"),
        columns: vec![
            when,
            ui.column("access-login", Align::Text),
            ui.column("access-what", Align::Text),
            ui.column("access-log-about", Align::Text),
            ui.column("access-employee", Align::Text),
            ui.column("access-detail", Align::Wrap),
        ],
        paging: (!rows.is_empty()).then(|| Paging {
            text: ui.say_with("access-log-shown", &[("count", count.into())]),
            previous: cursor.is_some().then(|| asked.link(HERE)),
            next: next.map(|cursor| with_param(&asked.link(HERE), "after", &cursor)),
        }),
        rows,
        ..List::default()
    };
    let crumbs = crumbs(call, None);
    let (title, text) = (ui.say("access-log"), ui.say("access-log-text"));
    let actions = html! {
        a.btn href={ (HERE) "/check" } { (icon("shield-check")) (ui.say("access-log-check")) }
        a.btn href=(asked.link("/access/log.jsonl")) { (icon("download")) (ui.say("access-log-download")) }
    };
    let head = Head {
        title: &title,
        text: &text,
        menu: HERE,
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, html! { div.tl-stack { (form) (list_view(&ui, &table)) } })
}

/// An entry as people read it.
fn row(call: &Call, names: &Names, record: &Record) -> Row {
    let ui = ui(call);
    let registry = call.installation.registry();
    let text = |name: &str| record.get(name).as_text().unwrap_or_default().to_string();
    let word = |prefix: &str, code: &str| {
        ui.messages.find(ui.language, &format!("{prefix}-{code}"), &[]).unwrap_or_else(|| code.to_string())
    };
    let at = record.get("at").as_int().unwrap_or_default();
    let who = html! {
        (text("login"))
        @if let Some(id) = record.get("on_behalf").as_int() {
            @let name = names.get("User", id).0;
            br; span.tl-soft { (ui.say_with("access-log-behalf", &[("name", name.into())])) }
        }
        br; span.tl-soft { (word("general-door", &text("door"))) " " (text("address")) }
    };
    let object = text("object");
    let about = match object.is_empty() {
        true => String::new(),
        false => registry.labels.object(ui.language, &object).to_string(),
    };
    let subject = match record.get("subject").as_int() {
        Some(id) => {
            let (name, href) = names.get("Employee", id);
            html! { @match href { Some(href) => a href=(href) { (name) }, None => (name) } }
        }
        None => html! {},
    };
    Row {
        id: record.id.to_string(),
        cells: vec![
            Cell::from(
                html! { time.tl-num datetime=(iso_instant(at)) { (ui.culture.date_time(at, &zone(call))) } },
            ),
            who.into(),
            word("access-log", &text("action")).into(),
            about.into(),
            subject.into(),
            text("detail").into(),
        ],
        ..Row::default()
    }
}

/// What is searched for.
fn form(call: &Call, v: &mut View<'_>, asked: &Asked) -> Result<Markup> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let any = || Opt { value: String::new(), label: ui.say("access-log-any") };
    let options = |prefix: &str, codes: &[&str], chosen: &str| {
        let own = (!chosen.is_empty() && !codes.contains(&chosen)).then(|| chosen.to_string());
        let found: Vec<Opt> = std::iter::once(any())
            .chain(codes.iter().map(|code| {
                let label = ui.messages.find(ui.language, &format!("{prefix}-{code}"), &[]);
                Opt { value: (*code).to_string(), label: label.unwrap_or_else(|| (*code).to_string()) }
            }))
            .chain(own.map(|code| Opt { label: code.clone(), value: code }))
            .collect();
        Control::Select { value: chosen.to_string(), options: found }
    };
    let mut objects: Vec<Opt> = v
        .catalogue()
        .objects()
        .iter()
        .filter(|o| !o.def.internal)
        .map(|o| Opt {
            value: o.def.name.to_string(),
            label: labels.objects(ui.language, o.def.name).to_string(),
        })
        .collect();
    objects.sort_by_cached_key(|o| talang_catalogue::culture::sort_key(ui.language, &o.label));
    objects.insert(0, any());
    let picked = match asked.subject {
        Some(id) => Some(Picked { id: id.to_string(), title: v.title("Employee", id)?.title }),
        None => None,
    };
    let field = |name: &str, label: &str, control: Control| {
        input(&ui, &Input { name: name.into(), label: ui.say(label), control, ..Input::default() })
    };
    let text = |value: &str, kind| Control::Text { value: value.to_string(), kind, max: None };
    // What is seldom asked for stays folded, unless it is asked for now.
    let more = picked.is_some() || [&asked.object, &asked.door, &asked.address].iter().any(|t| !t.is_empty());
    let day = |value: &str| Control::Date { value: value.to_string() };
    Ok(html! {
        (card("", html! {}, false, html! { form method="get" action=(HERE) role="search" aria-label=(ui.say("ui-filter")) {
            div.tl-form {
                (field("q", "access-login", text(&asked.who, TextKind::Code)))
                (field("what", "access-what", options("access-log", &ACTIONS, &asked.what)))
                (field("from", "access-log-from", day(&asked.from)))
                (field("to", "access-log-to", day(&asked.to)))
            }
            details.tl-further.mt-3 open[more] {
                summary { (ui.say("access-log-more")) }
                div.tl-form.mt-2 {
                    (field("object", "access-log-about", Control::Select { value: asked.object.clone(), options: objects }))
                    (field("subject", "access-employee", Control::Reference { value: picked, url: "/pick/Employee".into() }))
                    (field("door", "access-door", options("general-door", &DOORS, &asked.door)))
                    (field("address", "access-address", text(&asked.address, TextKind::Code)))
                }
            }
            div.d-flex.gap-2.mt-3 {
                button.btn.btn-primary type="submit" { (icon("search")) (ui.say("access-log-search")) }
                a.btn href=(HERE) { (ui.say("access-log-clear")) }
            }
        } }))
    })
}

/// `GET /access/log/check`: whether the chain is whole.
pub(super) fn check(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    call.scope.view(|v| v.reads_log())?;
    let verdict = verify(&call.installation, call.scope.tenant())?;
    let content = match verdict.broken {
        None => alert(
            Tone::Success,
            &ui.say("access-log-whole"),
            html! {
                p { (ui.say_with("access-log-whole-text", &[("count", verdict.entries.into())])) }
                p.mb-0 { (ui.say_with("access-log-head", &[("number", verdict.last.number.into())])) " " code.text-break { (verdict.last.hash) } }
            },
        ),
        Some(found) => alert(
            Tone::Danger,
            &ui.say("access-log-broken"),
            html! {
                p { (ui.say_with(&format!("access-log-{}", found.how.name()), &[("number", found.number.into())])) }
                p.mb-0 { (ui.say("access-log-broken-text")) }
            },
        ),
    };
    let title = ui.say("access-log-check");
    let crumbs = crumbs(call, Some((&ui.say("access-log"), HERE)));
    let head = Head { title: &title, menu: HERE, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// `GET /access/log.jsonl`: the entries of the same question, the newest first, one JSON object per line.
pub(super) fn lines(call: &Call) -> Result<Reply> {
    let query = call.scope.view(|v| {
        v.reads_log()?;
        Asked::of(call).query(call, v, PIECE)
    })?;
    // Before the first byte, as every export.
    call.scope.log(call.scope.activity("export").on(OBJECT))?;
    let body = Lines { scope: call.scope.clone(), query: Some(query), piece: Vec::new(), at: 0 };
    let mut reply =
        Reply::status(200).with("content-type", "application/x-ndjson").attachment("activity-log.jsonl");
    reply.body = Body::Stream(Box::new(body));
    Ok(reply)
}

/// Entries, read a piece at a time: memory stays flat however long the log is.
struct Lines {
    scope: Scope,
    query: Option<Query>,
    piece: Vec<u8>,
    at: usize,
}

impl Lines {
    fn next_piece(&mut self) -> Result<()> {
        (self.piece, self.at) = (Vec::new(), 0);
        let Some(query) = self.query.take() else { return Ok(()) };
        let found = self.scope.view(|v| {
            let object = v.object(OBJECT)?;
            v.list(&object, &query)
        })?;
        for record in &found.records {
            self.piece.extend(Activity::of(record).to_json(self.scope.tenant().id()).bytes());
            self.piece.push(b'\n');
        }
        self.query = found.next.map(|cursor| Query { cursor: Some(cursor), ..query });
        Ok(())
    }
}

impl Read for Lines {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.at >= self.piece.len() {
            if self.query.is_none() {
                return Ok(0);
            }
            self.next_piece().map_err(|e| std::io::Error::other(e.to_string()))?;
        }
        let rest = self.piece.get(self.at..).unwrap_or_default();
        let count = rest.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}
