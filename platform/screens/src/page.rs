//! From content to a whole page: the frame with menu, user, language, day and search, and the addresses of records.
//!
//! A module's handler makes its content from [`crate::components`] and hands it to [`page`]; its entries of the menu and
//! the pages that stand for an object's general ones are declared in [`talang_engine::Module::menu`].

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::messages::Arg;
use talang_catalogue::object::GENERAL;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Object, Subject};
use talang_engine::charter::Brand;
use talang_engine::{Action, AsOf, Filter, Query, Registry, Result, View, Who};
use talang_http::{Call, Reply, cookies};

use crate::components::{
    self, Crumb, Entry, Frame, MenuEntry, MenuSection, Theme, Tone, Ui, UserMenu, icon, page_header, shell,
    toast,
};

/// What stands at the head of a page and where the page belongs.
#[derive(Debug, Default)]
pub struct Head<'a> {
    /// Title.
    pub title: &'a str,
    /// One sentence below it.
    pub text: &'a str,
    /// Address or object name of the menu's entry to which the page belongs; empty for none.
    pub menu: &'a str,
    /// The way to the page.
    pub crumbs: &'a [Crumb],
    /// Avatar or nothing.
    pub face: Markup,
    /// What can be done here.
    pub actions: Markup,
    /// The page does not depend on a day.
    pub timeless: bool,
}

/// In which language and culture a call is answered.
pub fn ui(call: &Call) -> Ui<'_> {
    let registry = call.installation.registry();
    Ui {
        messages: &registry.messages,
        language: call.scope.language(),
        culture: call.scope.culture,
        brand: Brand::default(),
    }
}

/// The same for a page without a frame, in the tenant's colours (T9).
pub fn branded(call: &Call) -> Ui<'_> {
    Ui { brand: Brand::of(call.scope.tenant()), ..ui(call) }
}

/// The reader's time zone, as their browser told it in the cookie `talang_zone`; UTC where it did not.
pub fn zone(call: &Call) -> jiff::tz::TimeZone {
    let told = cookies::ZONE.read(&call.request).and_then(|name| jiff::tz::TimeZone::get(name).ok());
    told.unwrap_or(jiff::tz::TimeZone::UTC)
}

/// The token against forged requests, for the field `csrf` of plain forms.
pub fn csrf(call: &Call) -> &str {
    call.session.as_ref().map(|s| s.csrf.as_str()).unwrap_or_default()
}

/// The field against forged requests, which every plain form holds.
pub fn csrf_field(call: &Call) -> Markup {
    html! { input type="hidden" name="csrf" value=(csrf(call)); }
}

/// A page with title and the way to it. `menu` is the address or object name of the menu's entry. See [`page_with`].
///
/// # Errors
/// Those of reading who is signed in.
pub fn page(call: &Call, title: &str, menu: &str, crumbs: &[Crumb], content: Markup) -> Result<Reply> {
    page_with(call, &Head { title, menu, crumbs, ..Head::default() }, content)
}

/// Content in its frame; for htmx, which replaces a part of a page, the head and the content alone.
///
/// # Errors
/// Those of reading who is signed in.
pub fn page_with(call: &Call, head: &Head<'_>, content: Markup) -> Result<Reply> {
    let ui = ui(call);
    let face = html! { (head.face) };
    let actions = html! { (head.actions) };
    let content = html! {
        (page_header(&ui, head.title, head.crumbs, head.text, face, actions))
        (content)
    };
    if call.request.is_fragment() {
        return Ok(Reply::html(content.into_string()).with("vary", "HX-Request"));
    }
    let (menu, user, band, brand) = call
        .scope
        .view(|v| Ok((menu(call, v, head.menu), user(call, v)?, band(call, v)?, v.charter()?.brand())))?;
    let news = cookies::NEWS.read(&call.request);
    let today = call.installation.clock().today();
    let frame = Frame {
        title: head.title.to_string(),
        tenant: call.scope.tenant().name().to_string(),
        menu,
        as_of: (!head.timeless)
            .then(|| components::AsOf { date: days_of_date(call.scope.as_of), today: days_of_date(today) }),
        search: Some("/search".to_string()),
        language_action: Some("/language".to_string()),
        address: address(call),
        user,
        theme: Theme::parse(cookies::THEME.read(&call.request).unwrap_or_default()),
        side_small: cookies::SIDE.read(&call.request) == Some("small"),
        csrf: csrf(call).to_string(),
        band,
        toasts: news.and_then(|n| news_toast(&ui, n)).into_iter().collect(),
    };
    let reply =
        Reply::html(shell(&Ui { brand, ..ui }, &frame, content).into_string()).with("vary", "HX-Request");
    Ok(if news.is_some() {
        reply.with("set-cookie", cookies::NEWS.forget(call.request.https))
    } else {
        reply
    })
}

/// Path and query of the call.
pub fn address(call: &Call) -> String {
    let query: Vec<String> = call
        .request
        .query
        .iter()
        .map(|(n, v)| format!("{}={}", components::encode(n), components::encode(v)))
        .collect();
    if query.is_empty() {
        call.request.path.clone()
    } else {
        format!("{}?{}", call.request.path, query.join("&"))
    }
}

/// On to another page after something was done, with news to show there. `key` is a message without arguments, or with
/// `{ $count }`; `undo` an address to post to.
pub fn done(call: &Call, to: &str, key: &str, count: Option<usize>, undo: Option<&str>) -> Reply {
    let count = count.map(|c| c.to_string()).unwrap_or_default();
    let news = components::encode(&format!("{key}|{count}|{}", undo.unwrap_or_default())).replace(',', "%2C");
    let reply = match call.request.is_fragment() {
        true => Reply::status(200).with("hx-redirect", to),
        false => Reply::see_other(to),
    };
    reply.with("set-cookie", cookies::NEWS.set(call.request.https, &news))
}

fn news_toast(ui: &Ui<'_>, cookie: &str) -> Option<Markup> {
    let text = talang_http::form_pairs(&format!("n={}", cookie.replace('+', "%2B"))).pop()?.1;
    let mut parts = text.splitn(3, '|');
    let (key, count, undo) = (parts.next()?, parts.next()?, parts.next()?);
    let count: i64 = count.parse().unwrap_or(1);
    // A cookie can be set by others: only sentences of ours and addresses of this host come through.
    let sentence = ui.messages.find(ui.language, key, &[("count", Arg::from(count))])?;
    let undo = Some(undo).filter(|u| {
        ["/o/", "/organisation/", "/applications/", "/candidates/"].iter().any(|p| u.starts_with(p))
    });
    Some(toast(ui, Tone::Success, &sentence, undo))
}

/// Order of the menu's sections; what is not named here comes after.
const SECTIONS: [&str; 8] =
    ["", "people", "organisation", "jobs", "profile", "vacancies", "library", "access"];
/// General lists shown in a section to which no module has brought entries.
const FEW: usize = 4;

/// The icon of a module.
pub fn module_icon(module: &str) -> &'static str {
    match module {
        "people" => "users",
        "organisation" => "building",
        "jobs" => "briefcase",
        "profile" => "id-badge-2",
        "library" => "book-2",
        "access" => "shield-check",
        _ => "layout-list",
    }
}

/// What a section of the menu is called.
pub fn section_name(call: &Call, section: &str) -> String {
    let ui = ui(call);
    ui.messages
        .find(ui.language, &format!("general-section-{section}"), &[])
        .unwrap_or_else(|| call.installation.registry().labels.module(ui.language, section).to_string())
}

/// The section of the menu in which the objects of a module stand: those that one function brings stand together.
pub(crate) fn section_of<'m>(registry: &Registry, module: &'m str) -> &'m str {
    let together = registry.features.iter().find(|f| f.brings.contains(&module));
    together.and_then(|f| f.brings.first()).copied().unwrap_or(module)
}

/// Objects that have a place of their own: their key does not hang on another record.
pub(crate) fn stands_alone(object: &Object) -> bool {
    use talang_catalogue::FieldType;
    let first = object.thread.first().and_then(|i| object.fields.get(*i));
    first.is_some_and(|f| !matches!(f.ty, FieldType::Reference(_)))
}

fn menu(call: &Call, view: &mut View<'_>, here: &str) -> Vec<MenuSection> {
    let registry = call.installation.registry();
    let ui = ui(call);
    let catalogue = view.catalogue();
    let may = |view: &View<'_>, name: &str, action| {
        catalogue.object(name).is_some_and(|object| view.rights().may(object, action))
    };
    let mut sections: Vec<&str> = SECTIONS.to_vec();
    for name in registry
        .menu
        .iter()
        .map(|e| e.section)
        .chain(catalogue.objects().iter().map(|o| section_of(registry, o.def.module)))
    {
        if !sections.contains(&name) {
            sections.push(name);
        }
    }
    let mut out = Vec::new();
    for section in sections {
        let mut entries: Vec<MenuEntry> = Vec::new();
        for entry in registry.menu.iter().filter(|e| e.section == section && !e.href.is_empty()) {
            let allowed = match entry.right {
                Some((name, action)) => may(view, name, action),
                None => true,
            };
            // Several entries of one address say that any of their rights is enough.
            if !allowed || entries.iter().any(|e| e.href == entry.href) {
                continue;
            }
            let label = match entry.label {
                "" => registry.labels.objects(ui.language, entry.object).to_string(),
                key => ui.say(key),
            };
            let current = here == entry.href || (!entry.object.is_empty() && here == entry.object);
            entries.push(MenuEntry {
                label,
                href: entry.href.to_string(),
                icon: entry.icon,
                current,
                count: 0,
            });
        }
        let all: Vec<&Arc<Object>> = catalogue
            .objects()
            .iter()
            .filter(|o| section_of(registry, o.def.module) == section && !o.def.hidden)
            .filter(|o| view.rights().may(o, Action::Read))
            .collect();
        if entries.is_empty() {
            let alone = all.iter().any(|o| stands_alone(o) && !o.def.internal);
            for object in all.iter().filter(|o| (stands_alone(o) || !alone) && !o.def.internal).take(FEW) {
                entries.push(MenuEntry {
                    label: registry.labels.objects(ui.language, object.def.name).to_string(),
                    href: list_address(registry, object),
                    icon: module_icon(section),
                    current: here == object.def.name,
                    count: 0,
                });
            }
        }
        if !all.is_empty() {
            let href = format!("/o?module={section}");
            let known = entries.iter().any(|e| e.current);
            let current = here == href || !known && all.iter().any(|o| o.def.name == here);
            entries.push(MenuEntry {
                label: ui.say("general-all-lists"),
                href,
                icon: "dots",
                current,
                count: 0,
            });
        }
        if !entries.is_empty() {
            let title = if section.is_empty() { String::new() } else { section_name(call, section) };
            out.push(MenuSection { title, entries });
        }
    }
    out
}

/// That one acts for somebody else, or that support may look as oneself; each with the way to end it.
fn band(call: &Call, view: &mut View<'_>) -> Result<Option<Markup>> {
    let ui = ui(call);
    let end = |action: &str, key: &str| {
        html! {
            form method="post" action=(action) {
                (csrf_field(call))
                button.btn.btn-sm type="submit" { (ui.say(key)) }
            }
        }
    };
    if let Some(acting) = call.scope.acting() {
        let name = match (call.installation.registry().people, acting.employee) {
            (Some(people), Some(id)) => view.title(people.object, id)?.title,
            _ => acting.login.clone(),
        };
        let key = if acting.writes { "general-acting" } else { "general-acting-read" };
        return Ok(Some(html! {
            (icon("user-share"))
            strong { (ui.say_with(key, &[("name", name.into())])) }
            (end("/acting/end", "general-acting-end"))
        }));
    }
    let Some(until) = view.open_consent()? else { return Ok(test_band(call)) };
    let until = ui.culture.date_time(until, &zone(call));
    Ok(Some(html! {
        (icon("user-search"))
        strong { (ui.say_with("general-consent", &[("until", until.into())])) }
        a href="/delegations#support" { (ui.say("general-consent-more")) }
        (end("/support-access/end", "general-consent-end"))
    }))
}

/// Nobody takes a test environment for production (T6).
fn test_band(call: &Call) -> Option<Markup> {
    let tenant = call.scope.tenant();
    tenant.test_of()?;
    let ui = ui(call);
    let date = ui.culture.date_time(tenant.created_at(), &zone(call));
    Some(html! {
        span { (icon("flask")) " " strong { (ui.say_with("general-test-environment", &[("date", date.into())])) } }
    })
}

fn user(call: &Call, view: &mut View<'_>) -> Result<UserMenu> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let login = match &call.scope.actor {
        talang_engine::Actor::User { login, .. } => login.clone(),
        talang_engine::Actor::System => String::new(),
    };
    let mut user = UserMenu {
        name: login.clone(),
        login,
        photo: None,
        entries: Vec::new(),
        sign_out: "/sign-out".into(),
    };
    if let (Some(people), Some(me)) = (registry.people, call.scope.actor.employee()) {
        let title = view.title(people.object, me)?.title;
        if !title.is_empty() {
            user.name = title;
        }
        let object = view.object(people.object)?;
        if view.rights().may(&object, Action::Read) {
            let record = view.get(&object, me).ok();
            user.photo = record.and_then(|r| photo(&r));
            user.entries.push(Entry {
                label: ui.say("general-my-file"),
                icon: "user-circle",
                href: Some(record_address(registry, &object, me)),
                ..Entry::default()
            });
        }
    }
    if view.feature("own-rights")? {
        user.entries.push(Entry {
            label: ui.say("access-mine"),
            icon: "shield-check",
            href: Some("/access/me".into()),
            ..Entry::default()
        });
    }
    if matches!(call.scope.actor, talang_engine::Actor::User { .. }) {
        user.entries.push(Entry {
            label: ui.say("general-delegations"),
            icon: "user-share",
            href: Some("/delegations".into()),
            ..Entry::default()
        });
    }
    user.entries.push(Entry {
        label: ui.say("general-my-sign-in"),
        icon: "shield-lock",
        href: Some("/my-sign-in".into()),
        ..Entry::default()
    });
    user.entries.push(Entry {
        label: ui.say("general-change-password"),
        icon: "password-user",
        href: Some("/password".into()),
        ..Entry::default()
    });
    user.entries.push(Entry {
        label: ui.say("general-devices"),
        icon: "device-desktop",
        href: Some("/devices".into()),
        ..Entry::default()
    });
    Ok(user)
}

/// Address of the portrait of a person's record: its first file, where the reader may see it.
pub fn photo(record: &talang_catalogue::Record) -> Option<String> {
    use talang_catalogue::{FieldType, Value};
    if record.object.def.subject != Subject::Itself {
        return None;
    }
    let field = record.object.fields.iter().find(|f| matches!(f.ty, FieldType::File) && !f.extra)?;
    match record.values.get(field.index) {
        Some(Value::Text(id)) if !id.is_empty() => {
            // The file's own number makes a new portrait a new address, so that browsers may keep it.
            let version: String = id.chars().take(12).collect();
            Some(format!("/files/{}/{}/{}?v={version}", record.object.def.path, record.id, field.name))
        }
        _ => None,
    }
}

/// Address of an object's list.
pub fn list_address(registry: &Registry, object: &Object) -> String {
    let special = registry.menu.iter().find(|e| e.object == object.def.name && !e.href.is_empty());
    special.map_or_else(|| format!("/o/{}", object.def.path), |e| e.href.to_string())
}

/// Address of the page of a record; `id` is the thread's number for dated objects.
pub fn record_address(registry: &Registry, object: &Object, id: i64) -> String {
    let special = registry.menu.iter().find(|e| e.object == object.def.name && !e.record.is_empty());
    match special {
        Some(entry) => entry.record.replace("{id}", &id.to_string()),
        None => format!("/o/{}/{id}", object.def.path),
    }
}

/// Which of the records of those numbers (threads, for dated objects) the scope may see.
pub fn visible(view: &mut View<'_>, object: &Arc<Object>, ids: &[i64]) -> Result<HashSet<i64>> {
    Ok(match view.who(object, GENERAL, Action::Read)? {
        Who::Everyone => ids.iter().copied().collect(),
        Who::Nobody => HashSet::new(),
        Who::Some(set) if object.def.reach() == Subject::Itself => {
            ids.iter().copied().filter(|id| set.contains(*id)).collect()
        }
        Who::Some(_) | Who::Staff => {
            let filter = Some(Filter::Threads(ids.to_vec()));
            let page = view.list(object, &Query { filter, as_of: AsOf::Always, ..Query::default() })?;
            page.records.iter().map(|r| if object.period.is_some() { r.thread } else { r.id }).collect()
        }
    })
}

/// Names of records and whether the reader may go to them, read together before a page is written.
#[derive(Debug, Default)]
pub struct Names {
    titles: HashMap<(String, i64), (String, Option<String>)>,
    files: HashMap<String, (String, String)>,
}

impl Names {
    /// The names of everything that records refer to, and of their files.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(
        view: &mut View<'_>,
        object: &Arc<Object>,
        records: &[talang_catalogue::Record],
    ) -> Result<Names> {
        let mut names = Names::default();
        names.add_records(view, object, records)?;
        Ok(names)
    }

    /// Adds the names of everything that records refer to.
    ///
    /// # Errors
    /// Those of the store.
    pub fn add_records(
        &mut self,
        view: &mut View<'_>,
        object: &Arc<Object>,
        records: &[talang_catalogue::Record],
    ) -> Result<()> {
        use talang_catalogue::FieldType;
        for field in &object.fields {
            let values = records.iter().filter_map(|r| r.values.get(field.index));
            if let FieldType::Reference(_) | FieldType::References(_) = &field.ty {
                self.add_values(view, field, values)?;
            }
            if let FieldType::File = &field.ty {
                for record in records {
                    if let Some(talang_catalogue::Value::Text(id)) = record.values.get(field.index) {
                        let href = format!("/files/{}/{}/{}", object.def.path, record.id, field.name);
                        let label = call_file_name(view, object, field, id);
                        self.files.insert(id.clone(), (label, href));
                    }
                }
            }
        }
        Ok(())
    }

    /// Adds the names that values of a field refer to.
    ///
    /// # Errors
    /// Those of the store.
    pub fn add_values<'a>(
        &mut self,
        view: &mut View<'_>,
        field: &talang_catalogue::Field,
        values: impl Iterator<Item = &'a talang_catalogue::Value>,
    ) -> Result<()> {
        use talang_catalogue::{FieldType, Value};
        let (FieldType::Reference(target) | FieldType::References(target)) = &field.ty else { return Ok(()) };
        let mut ids: Vec<i64> = Vec::new();
        for value in values {
            match value {
                Value::Int(id) => ids.push(*id),
                Value::Refs(many) => ids.extend(many),
                _ => {}
            }
        }
        self.add(view, target, &ids)
    }

    /// Adds the names of records of an object.
    ///
    /// # Errors
    /// Those of the store.
    pub fn add(&mut self, view: &mut View<'_>, target: &str, ids: &[i64]) -> Result<()> {
        let mut ids: Vec<i64> =
            ids.iter().copied().filter(|id| !self.titles.contains_key(&(target.to_string(), *id))).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(());
        }
        let object = view.object(target)?;
        view.titles(&object, &ids)?;
        let seen = visible(view, &object, &ids)?;
        for id in ids {
            let title = view.title(target, id)?;
            let text = if title.title.trim().is_empty() { title.key } else { title.title };
            let text = if text.is_empty() { format!("#{id}") } else { text };
            let href = seen
                .contains(&id)
                .then(|| record_address(view.scope().installation().registry(), &object, id));
            self.titles.insert((target.to_string(), id), (text, href));
        }
        Ok(())
    }

    /// Title and address of a record.
    pub fn get(&self, object: &str, id: i64) -> (String, Option<String>) {
        self.titles.get(&(object.to_string(), id)).cloned().unwrap_or_else(|| (format!("#{id}"), None))
    }

    /// Name and address of a file.
    pub fn file(&self, id: &str) -> (String, String) {
        self.files.get(id).cloned().unwrap_or_default()
    }

    /// Shows or asks for fields with these names.
    pub fn with<R>(
        &self,
        ui: Ui<'_>,
        registry: &Registry,
        catalogue: &talang_catalogue::Catalogue,
        work: impl FnOnce(&components::FieldContext<'_>) -> R,
    ) -> R {
        let title = |object: &str, id: i64| self.get(object, id);
        let file = |id: &str| self.file(id);
        work(&components::FieldContext {
            ui,
            labels: &registry.labels,
            catalogue,
            title: &title,
            file: &file,
        })
    }
}

/// What a file is called: its own name, else the field's label.
fn call_file_name(view: &View<'_>, object: &Object, field: &talang_catalogue::Field, id: &str) -> String {
    match id.split_once('/') {
        Some((_, name)) if !name.is_empty() => name.to_string(),
        _ => {
            let scope = view.scope();
            let labels = &scope.installation().registry().labels;
            labels.field(scope.language(), object.def.name, field).to_string()
        }
    }
}

/// The sentence of a fault with fields and objects under the names that people know.
pub fn fault_text(call: &Call, object: Option<&Object>, fault: &talang_catalogue::Fault) -> String {
    let registry = call.installation.registry();
    let language = call.scope.language();
    let label = object.zip(fault.field.as_deref()).and_then(|(object, name)| {
        let field = object.field(name)?;
        Some(registry.labels.field(language, object.def.name, field).to_string())
    });
    let mut fault = fault.clone();
    for (name, value) in &mut fault.args {
        if *name == "object" && !value.is_empty() {
            *value = registry.labels.object(language, value).to_string();
        }
        if *name == "fields"
            && let Some(field) = object.and_then(|o| o.field(value))
        {
            *value = registry.labels.field(language, object.map_or("", |o| o.def.name), field).to_string();
        }
    }
    registry.messages.fault_text(language, &fault, label.as_deref().unwrap_or_default())
}
