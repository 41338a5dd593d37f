//! What is in the space: its folders and files, fetched, brought and removed.

use std::io::Read;
use std::path::PathBuf;

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::{Action, Error, Result};
use talang_files::{Begin, Entry, Shared, SpacePath, Transfer, Upload as Incoming};
use talang_http::{Body, Call, Reply, encode};
use talang_screens::components::{
    Align, Cell, List, Row, Tone, Ui, Upload, alert, card, empty_state, icon, list as list_view, progress,
    upload as upload_form,
};
use talang_screens::page::{Head, csrf_field, done, page_with, ui, zone};

use super::{FILES, address, allowed, crumbs, login, may, parts, place, sent, size, space};

/// `GET /access/file-space?path=`: what is in a folder.
pub(super) fn contents(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Read)?;
    let ui = ui(call);
    let path = place(call)?;
    let space = space(call)?;
    let entries = space.list(&path)?;
    let top = path.parts().is_empty();
    let (fetches, puts, removes) = (
        allowed(call, "FileSpace", Action::Export),
        !top && allowed(call, "FileSpace", Action::Import),
        allowed(call, "FileSpace", Action::Delete),
    );
    let content = html! {
        (parts(call, FILES))
        div.tl-stack {
            (usage(call, &ui, &space)?)
            @if !top { (way(&ui, &path)) }
            @if entries.is_empty() {
                (empty_state("archive", &ui.say("file-space-empty"), &ui.say("file-space-empty-text"), html! {}))
            } @else {
                (folder(call, &ui, &path, &entries, fetches, removes))
            }
            @if puts {
                (card(&ui.say("file-space-put"), html! {}, false, html! {
                    (upload_form(&ui, &Upload {
                        id: "space",
                        action: &format!("{FILES}/upload?path={}", encode(&path.to_string())),
                        target: "#space-answer",
                        several: true,
                        button: &ui.say("file-space-put-button"),
                        ..Upload::default()
                    }))
                    div id="space-answer" role="status" {}
                }))
            }
        }
    };
    let (title, text) = (ui.say("file-space"), ui.say("file-space-text"));
    let crumbs = crumbs(call, Vec::new());
    let head =
        Head { title: &title, text: &text, menu: FILES, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

fn usage(call: &Call, ui: &Ui<'_>, space: &Shared) -> Result<Markup> {
    let (limits, usage) = (space.limits(), space.usage()?);
    let days = talang_files::keep_days(call.scope.tenant())?;
    let note = ui.say_with(
        "file-space-usage",
        &[
            ("used", size(ui, usage.bytes).into()),
            ("most", size(ui, limits.bytes).into()),
            ("files", i64::try_from(usage.files).unwrap_or(i64::MAX).into()),
        ],
    );
    Ok(card(
        "",
        html! {},
        false,
        html! {
            (progress(&ui.say("file-space-used"), Some(usage.bytes.min(limits.bytes)), limits.bytes, &note))
            p.tl-soft.mb-0 { (ui.say_with("file-space-kept", &[("count", days.into())])) }
        },
    ))
}

/// The way down to a folder.
fn way(ui: &Ui<'_>, path: &SpacePath) -> Markup {
    let mut so_far = SpacePath::default();
    let steps: Vec<(String, String)> = path
        .parts()
        .iter()
        .filter_map(|name| {
            so_far = so_far.join(name).ok()?;
            Some((name.clone(), address(&so_far)))
        })
        .collect();
    html! {
        nav.d-flex.gap-2.flex-wrap.align-items-center aria-label=(ui.say("file-space-way")) {
            a.tl-link href=(FILES) { (ui.say("file-space")) }
            @for (name, href) in steps { span.tl-soft aria-hidden="true" { "/" } a.tl-link href=(href) { (name) } }
        }
    }
}

fn folder(
    call: &Call,
    ui: &Ui<'_>,
    path: &SpacePath,
    entries: &[Entry],
    fetches: bool,
    removes: bool,
) -> Markup {
    let zone = zone(call);
    let rows = entries
        .iter()
        .filter_map(|entry| {
            let at = path.join(&entry.name).ok()?;
            let href = match entry.folder {
                true => Some(address(&at)),
                false => fetches.then(|| format!("{FILES}/file?path={}", encode(&at.to_string()))),
            };
            let what = if entry.folder { "folder" } else { "file" };
            let name = match (entry.folder, path.parts().is_empty()) {
                (true, true) => html! { (icon("archive")) " " strong { (entry.name) } " " span.tl-soft { (ui.say(&format!("file-space-of-{}", entry.name))) } },
                (true, _) => html! { (icon("archive")) " " (entry.name) },
                _ => html! { (icon("file")) " " (entry.name) },
            };
            let removal = html! {
                @if removes && at.is_free() {
                    form method="post" action={ (FILES) "/remove" } hx-post={ (FILES) "/remove" }
                        hx-confirm=(ui.say_with(&format!("file-space-remove-{what}"), &[("name", entry.name.as_str().into())]))
                        data-confirm-action=(ui.say("file-space-remove")) {
                        (csrf_field(call))
                        input type="hidden" name="path" value=(at.to_string());
                        button.btn.btn-sm type="submit" aria-label={ (ui.say("file-space-remove")) " " (entry.name) } {
                            (icon("trash")) (ui.say("file-space-remove"))
                        }
                    }
                }
            };
            Some(Row {
                id: entry.name.clone(),
                href,
                title: entry.name.clone(),
                cells: vec![
                    Cell::from(name),
                    if entry.folder { "".to_string().into() } else { size(ui, entry.size).into() },
                    ui.culture.date_time(entry.modified, &zone).into(),
                    Cell::from(removal),
                ],
                ..Row::default()
            })
        })
        .collect();
    list_view(
        ui,
        &List {
            id: "space-files".into(),
            caption: path.to_string(),
            columns: vec![
                ui.column("file-space-name", Align::Wrap),
                ui.column("file-space-size", Align::Number),
                ui.column("file-space-since", Align::Date),
                ui.column("file-space-deed", Align::Text),
            ],
            rows,
            ..List::default()
        },
    )
}

/// Notes what somebody did with a file on screen, in the log of transfers and in the application log.
fn note(call: &Call, action: &'static str, path: &SpacePath, bytes: u64) -> Result<()> {
    let line = Transfer {
        at: call.installation.clock().now(),
        login: login(call),
        protocol: "web".into(),
        address: call.request.address.clone(),
        action: action.into(),
        path: path.to_string(),
        bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
        outcome: "done".into(),
    };
    talang_files::note(call.scope.tenant(), None, &line)
}

/// `GET /access/file-space/file?path=`.
pub(super) fn fetch(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Export)?;
    let path = place(call)?;
    let file = space(call)?.read(&path)?;
    let length = file.metadata()?.len();
    note(call, "get", &path, length)?;
    let name = path.split().map(|(_, name)| name.to_string()).unwrap_or_default();
    let reply = Reply { status: 200, headers: Vec::new(), body: Body::Stream(Box::new(file)) };
    let reply =
        reply.with("content-type", "application/octet-stream").with("content-length", length.to_string());
    Ok(reply.attachment(&name))
}

/// A folder for the parts of an upload, gone when it is dropped.
struct Parts(PathBuf);

impl Drop for Parts {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// `POST /access/file-space/upload?path=`.
pub(super) fn put(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Import)?;
    match received(call) {
        Ok(path) => {
            let to = address(&path);
            Ok(match call.request.is_fragment() {
                true => Reply::status(200).with("hx-redirect", to),
                false => Reply::see_other(&to),
            })
        }
        Err(error) if error.status() < 500 && !error.is("record.not_found") => {
            let registry = call.installation.registry();
            let told = html! {
                @for fault in error.faults() {
                    (alert(Tone::Danger, "", html! { (registry.messages.fault_text(call.scope.language(), &fault, "")) }))
                }
            };
            Ok(Reply::html(told.into_string()).code(422))
        }
        Err(other) => Err(other),
    }
}

fn received(call: &Call) -> Result<SpacePath> {
    let path = place(call)?;
    let space = space(call)?;
    let body = call.request.upload.as_deref().ok_or_else(|| Fault::new("file.empty"))?;
    let mut unique = [0u8; 12];
    getrandom::fill(&mut unique).map_err(|_| Error::from(Fault::new("internal")))?;
    let work = call.scope.tenant().db().attachments().work_folder()?;
    let parts = Parts(work.join(format!("space-{}", talang_store::attachments::hex(&unique))));
    std::fs::create_dir_all(&parts.0)?;
    let header = call.request.header("content-type").unwrap_or_default();
    let names = super::super::import::parts_of(body, header, &parts.0)?;
    if names.is_empty() {
        return Err(Fault::new("file.empty").into());
    }
    // Users' uploads are told from those of accounts by the sign.
    let account = -call.scope.actor.id().unwrap_or_default();
    for (at, name) in names.iter().enumerate() {
        let to = path.join(name)?;
        let mut upload = Incoming::begin(&space, &to, account, Begin::New)?;
        let mut part = std::fs::File::open(parts.0.join(format!("{at}.part")))?;
        let mut buffer = vec![0; 1 << 18];
        loop {
            let count = part.read(&mut buffer)?;
            if count == 0 {
                break;
            }
            let place = upload.length();
            upload.write_at(place, buffer.get(..count).unwrap_or_default())?;
        }
        let length = upload.length();
        upload.finish(call.installation.clock().now())?;
        note(call, "put", &to, length)?;
    }
    Ok(path)
}

/// `POST /access/file-space/remove`: a file, or an empty folder.
pub(super) fn remove(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Delete)?;
    let path = SpacePath::parse(&SpacePath::default(), &sent(call, "path"))?;
    let space = space(call)?;
    match space.stat(&path, None)?.folder {
        true => space.remove_folder(&path)?,
        false => space.remove(&path, None)?,
    }
    note(call, "remove", &path, 0)?;
    Ok(done(call, &address(&path.parent()), "file-space-removed", None, None))
}
