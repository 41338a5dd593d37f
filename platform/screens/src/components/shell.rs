//! The frame of every page: head, side menu, top bar; and pages without it (sign-in, errors).

use maud::{DOCTYPE, Markup, html};
use serde_json::json;
use talang_catalogue::Language;
use talang_catalogue::types::time::iso_date;

use super::overlay::item;
use super::{Entry, Ui, avatar, icon, json_block};

/// Light, dark or as the system has it; kept in the cookie `talang_theme`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The value of the cookie; anything else is [`Theme::Auto`].
    pub fn parse(cookie: &str) -> Theme {
        match cookie {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// A group of the side menu.
#[derive(Clone, Debug, Default)]
pub struct MenuSection {
    /// Heading; empty for the first group.
    pub title: String,
    /// The entries.
    pub entries: Vec<MenuEntry>,
}

/// An entry of the side menu.
#[derive(Clone, Debug, Default)]
pub struct MenuEntry {
    /// Words.
    pub label: String,
    /// Address.
    pub href: String,
    /// Icon.
    pub icon: &'static str,
    /// The page belongs to it.
    pub current: bool,
    /// How much waits there; nothing is shown for 0.
    pub count: u64,
}

/// The date on which the page shows its data.
#[derive(Clone, Copy, Debug)]
pub struct AsOf {
    /// Days since 1970-01-01 of the view.
    pub date: i64,
    /// Days since 1970-01-01 of the tenant's today.
    pub today: i64,
}

/// The person signed in.
#[derive(Clone, Debug, Default)]
pub struct UserMenu {
    /// Name.
    pub name: String,
    /// Login or e-mail.
    pub login: String,
    /// Address of the photo.
    pub photo: Option<String>,
    /// Entries before "Sign out": my file, settings.
    pub entries: Vec<Entry>,
    /// Where signing out posts to.
    pub sign_out: String,
}

/// What stands around a page's content.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Title of the page, first in the browser's tab.
    pub title: String,
    /// The tenant's name.
    pub tenant: String,
    /// Side menu.
    pub menu: Vec<MenuSection>,
    /// Date of the view; none where the page does not depend on a date.
    pub as_of: Option<AsOf>,
    /// Address of the search: `GET ?q=` gives the page of results, with `&quick=1` [`search_results`] for the list.
    pub search: Option<String>,
    /// Where the language is switched: `POST` with field `language`, and `back` with the present address.
    pub language_action: Option<String>,
    /// Present path and query, where switching the language returns to.
    pub address: String,
    /// The person.
    pub user: UserMenu,
    /// Theme from the cookie `talang_theme`.
    pub theme: Theme,
    /// Cookie `talang_side` is `small`: the menu shows icons only.
    pub side_small: bool,
    /// Token against forged requests; htmx sends it as `X-CSRF-Token`, plain forms carry it as field `csrf`.
    pub csrf: String,
    /// A band above the content that stays while something unusual holds.
    pub band: Option<Markup>,
    /// News to show on arrival, made by [`super::toast`].
    pub toasts: Vec<Markup>,
}

fn head(ui: &Ui<'_>, title: &str, csrf: &str, links: Markup) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f4ef";
            meta name="theme-color" media="(prefers-color-scheme: dark)" content="#111716";
            @if !csrf.is_empty() { meta name="csrf" content=(csrf); }
            // The indicator's style sheet is in ours; going back loads the page anew, so that it is never out of date.
            meta name="htmx-config" content="includeIndicatorCSS:false, history:reload";
            title { (title) @if title != "Talang" { " · Talang" } }
            link rel="icon" type="image/svg+xml" href=(talang_web::url("favicon.svg"));
            (links)
            script src=(talang_web::url("boot.js")) {}
            link rel="stylesheet" href=(talang_web::url("app.css"));
            @if let Some(accent) = ui.brand.accent {
                link rel="stylesheet" href={ "/charter.css?v=" (accent.css().trim_start_matches('#')) };
            }
            script type="module" src=(talang_web::url("app.js")) {}
            (json_block(Some("tl-texts"), &script_texts(ui)))
        }
    }
}

/// The sentences that the scripts say.
fn script_texts(ui: &Ui<'_>) -> serde_json::Value {
    // Values that the scripts fill in stay as {name}.
    let hole = |name: &'static str| (name, format!("{{{name}}}").into());
    let say = |key: &str| ui.say(&format!("ui-js-{key}"));
    let with = |key: &str, names: &[&'static str]| {
        let args: Vec<_> = names.iter().map(|n| hole(n)).collect();
        ui.say_with(&format!("ui-js-{key}"), &args)
    };
    json!({
        "offline": say("offline"), "failed": say("failed"), "cancel": ui.say("ui-cancel"), "confirm": ui.say("ui-confirm"),
        "confirm-title": say("confirm-title"), "undo": ui.say("ui-undo"), "close": ui.say("ui-close"),
        "results": with("results", &["count"]), "no-results": ui.say("ui-no-results"), "more-results": say("more-results"),
        "selected": with("selected", &["count"]), "moved-to": with("moved-to", &["name", "position", "count"]),
        "unsaved-title": say("unsaved-title"), "unsaved-text": say("unsaved-text"), "discard": say("discard"),
        "remove": with("remove", &["name"]), "added": with("added", &["name"]), "loaded": with("loaded", &["count"]),
        "move-inside": with("move-inside", &["name"]), "move-same": with("move-same", &["name", "parent"]),
        "cut": with("cut", &["name"]), "cut-off": with("cut-off", &["name"]), "cut-nothing": say("cut-nothing"),
        "uploading": with("uploading", &["percent"]), "processing": say("processing"), "uploaded": say("uploaded"),
        "copied": say("copied"),
    })
}

fn document(
    ui: &Ui<'_>,
    title: &str,
    csrf: &str,
    theme: Theme,
    class: &str,
    links: Markup,
    body: Markup,
) -> Markup {
    // Light and dark are known before the first paint; "auto" is settled by boot.js, which runs before it too.
    let fixed = (theme != Theme::Auto).then(|| theme.name());
    html! {
        (DOCTYPE)
        html lang=(ui.language.code()) data-theme=(theme.name()) data-bs-theme=[fixed] {
            (head(ui, title, csrf, links))
            body class=(class) data-icons=(talang_web::url("icons.svg")) {
                (body)
                div.tl-progress-line aria-hidden="true" {}
                div #tl-live .visually-hidden aria-live="polite" {}
            }
        }
    }
}

/// A whole page: frame and content.
pub fn shell(ui: &Ui<'_>, frame: &Frame, content: Markup) -> Markup {
    let body = html! {
        a.tl-skip href="#tl-main" { (ui.say("ui-skip")) }
        div.tl-app {
            (side(ui, frame))
            div.tl-page {
                (top(ui, frame))
                @if let Some(as_of) = frame.as_of.filter(|a| a.date != a.today) {
                    div.tl-asof-band role="status" {
                        (icon("calendar-time"))
                        span { (ui.say_with("ui-asof-band", &[("date", ui.culture.date_long(as_of.date).into())])) }
                        button.btn.btn-sm.btn-link type="button" data-asof-clear { (ui.say("ui-asof-today")) }
                    }
                }
                @if let Some(band) = &frame.band { div.tl-asof-band role="status" { (band) } }
                main #tl-main .tl-main tabindex="-1" { (content) }
            }
        }
        div.tl-drawer-shade data-drawer-close {}
        div #tl-dialogs {}
        div #tl-toasts .tl-toasts role="region" aria-label=(ui.say("ui-news")) {
            @for toast in &frame.toasts { (toast) }
        }
    };
    document(
        ui,
        &frame.title,
        &frame.csrf,
        frame.theme,
        if frame.side_small { "tl-side-small" } else { "" },
        html! {},
        body,
    )
}

/// Where the tenant's logo is; `mark` tells one from the next.
pub fn logo_address(mark: u64) -> String {
    format!("/charter/logo?v={mark:016x}")
}

/// A page without the frame: sign-in, an error. `wide` for texts rather than a small form.
pub fn bare(
    ui: &Ui<'_>,
    title: &str,
    csrf: &str,
    theme: Theme,
    wide: bool,
    content: Markup,
    foot: Markup,
) -> Markup {
    let body = bare_body(ui, wide, content, foot);
    document(ui, title, csrf, theme, "", html! {}, body)
}

/// The same for the page that can be put on a phone's home screen (S6): the browser learns from it what the app is.
pub fn bare_app(
    ui: &Ui<'_>,
    title: &str,
    theme: Theme,
    manifest: &str,
    content: Markup,
    foot: Markup,
) -> Markup {
    let links = html! {
        link rel="manifest" href=(manifest);
        link rel="apple-touch-icon" href=(talang_web::url("app-192.png"));
    };
    document(ui, title, "", theme, "", links, bare_body(ui, false, content, foot))
}

fn bare_body(ui: &Ui<'_>, wide: bool, content: Markup, foot: Markup) -> Markup {
    html! {
        main.tl-bare {
            div {
                div.tl-bare-card.is-wide[wide] {
                    div.tl-bare-brand {
                        @match ui.brand.logo {
                            0 => { img src=(talang_web::url("mark.svg")) alt="" width="36" height="36"; "Talang" },
                            logo => { img.tl-logo src=(logo_address(logo)) alt=(ui.say("ui-logo")); },
                        }
                    }
                    (content)
                }
                div.tl-bare-foot { (foot) a href="/cookies" { (ui.say("ui-cookies")) } }
            }
        }
        div #tl-dialogs {}
        div #tl-toasts .tl-toasts role="region" aria-label=(ui.say("ui-news")) {}
    }
}

fn side(ui: &Ui<'_>, frame: &Frame) -> Markup {
    html! {
        aside #tl-side .tl-side {
            div.d-flex.align-items-center {
                a.tl-brand href="/" {
                    @if ui.brand.logo == 0 {
                        img src=(talang_web::url("mark.svg")) alt="" width="32" height="32";
                        span.tl-brand-words {
                            span.tl-brand-name { "Talang" }
                            @if !frame.tenant.is_empty() { span.tl-brand-tenant { (frame.tenant) } }
                        }
                    } @else {
                        img.tl-logo src=(logo_address(ui.brand.logo)) alt="";
                        span.tl-brand-words { span.tl-brand-name { (frame.tenant) } }
                    }
                }
                button.btn.btn-icon.tl-drawer-x type="button" data-drawer-close aria-label=(ui.say("ui-close")) { (icon("x")) }
            }
            nav.tl-nav aria-label=(ui.say("ui-menu")) {
                @for section in &frame.menu {
                    @if !section.title.is_empty() { p.tl-nav-section { (section.title) } }
                    ul {
                        @for entry in &section.entries {
                            li {
                                a href=(entry.href) title=[frame.side_small.then_some(&entry.label)]
                                    aria-current=[entry.current.then_some("page")] {
                                    (icon(entry.icon))
                                    span.tl-nav-label { (entry.label) }
                                    @if entry.count > 0 { span.tl-nav-count { (entry.count) } }
                                }
                            }
                        }
                    }
                }
            }
            div.tl-side-foot {
                button type="button" data-side-toggle aria-expanded=(!frame.side_small) aria-controls="tl-side" {
                    (icon("layout-sidebar-left-collapse"))
                    span.tl-nav-label { (ui.say("ui-menu-collapse")) }
                }
            }
        }
    }
}

fn top(ui: &Ui<'_>, frame: &Frame) -> Markup {
    html! {
        header.tl-top {
            button.btn.btn-icon.btn-quiet.tl-burger type="button" data-drawer aria-expanded="false" aria-controls="tl-side"
                aria-label=(ui.say("ui-menu")) { (icon("menu-2")) }
            @if let Some(search) = &frame.search { (search_box(ui, search)) }
            div.tl-top-tools {
                @if frame.search.is_some() {
                    button.btn.btn-icon.btn-quiet.tl-search-open-button type="button" data-search-open
                        aria-label=(ui.say("ui-search")) { (icon("search")) }
                }
                @if let Some(as_of) = frame.as_of { (as_of_field(ui, as_of)) }
                @if let Some(action) = &frame.language_action { (language_menu(ui, frame, action)) }
                (theme_menu(ui))
                (user_menu(ui, frame))
            }
        }
    }
}

fn search_box(ui: &Ui<'_>, action: &str) -> Markup {
    html! {
        div.tl-search {
            form role="search" action=(action) method="get" aria-label=(ui.say("ui-search")) {
                div.tl-search-field {
                    (icon("search"))
                    input #tl-search type="search" name="q" autocomplete="off" spellcheck="false" role="combobox"
                        aria-expanded="false" aria-controls="tl-search-results" aria-autocomplete="list"
                        aria-label=(ui.say("ui-search")) placeholder=(ui.say("ui-search-hint"))
                        hx-get=(super::with_param(action, "quick", "1")) hx-trigger="input changed delay:160ms"
                        hx-target="#tl-search-results" hx-sync="this:replace";
                    kbd aria-hidden="true" { "/" }
                }
            }
            button.btn.btn-quiet.tl-search-close type="button" data-search-close { (ui.say("ui-close")) }
            div #tl-search-results .tl-search-results role="listbox" aria-label=(ui.say("ui-search-results")) hidden {}
        }
    }
}

fn as_of_field(ui: &Ui<'_>, as_of: AsOf) -> Markup {
    html! {
        form.tl-asof.is-other[as_of.date != as_of.today] data-asof data-today=(iso_date(as_of.today)) {
            label.tl-asof-field title=(ui.say("ui-asof-help")) {
                (icon("calendar-time"))
                span.visually-hidden { (ui.say("ui-asof")) }
                input type="date" name="asOf" required value=(iso_date(as_of.date));
            }
        }
    }
}

fn language_menu(ui: &Ui<'_>, frame: &Frame, action: &str) -> Markup {
    html! {
        button.btn.btn-quiet.tl-lang-button type="button" popovertarget="tl-languages" aria-haspopup="menu"
            aria-expanded="false" {
            (icon("language"))
            span.tl-lang aria-hidden="true" { (ui.language.code().to_uppercase()) }
            span.visually-hidden { (ui.say("ui-language")) ": " (ui.language.native_name()) }
        }
        form #tl-languages .tl-menu popover role="menu" aria-label=(ui.say("ui-language")) method="post" action=(action) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="back" value=(frame.address);
            @for language in Language::ALL {
                button.tl-menu-item type="submit" role="menuitemradio" name="language" value=(language.code())
                    lang=(language.code()) aria-checked=(language == ui.language) {
                    (language.native_name())
                    span.tl-check { (icon("check")) }
                }
            }
        }
    }
}

fn theme_menu(ui: &Ui<'_>) -> Markup {
    let choices = [("light", "sun"), ("dark", "moon"), ("auto", "device-desktop")];
    html! {
        button.btn.btn-icon.btn-quiet type="button" popovertarget="tl-theme" aria-haspopup="menu" aria-expanded="false"
            aria-label=(ui.say("ui-theme")) { (icon("sun")) }
        div #tl-theme .tl-menu popover role="menu" aria-label=(ui.say("ui-theme")) {
            @for (name, picture) in choices {
                button.tl-menu-item type="button" role="menuitemradio" aria-checked="false" data-theme-choice=(name) {
                    (icon(picture))
                    (ui.say(&format!("ui-theme-{name}")))
                    span.tl-check { (icon("check")) }
                }
            }
        }
    }
}

fn user_menu(ui: &Ui<'_>, frame: &Frame) -> Markup {
    let user = &frame.user;
    html! {
        button.tl-user type="button" popovertarget="tl-user" aria-haspopup="menu" aria-expanded="false"
            aria-label={ (ui.say("ui-user-menu")) ": " (user.name) } { (avatar(&user.name, user.photo.as_deref(), "")) }
        form #tl-user .tl-menu popover role="menu" aria-label=(ui.say("ui-user-menu")) method="post" action=(user.sign_out) {
            input type="hidden" name="csrf" value=(frame.csrf);
            div.tl-menu-who role="presentation" { strong { (user.name) } small { (user.login) } }
            @for entry in &user.entries { (item(entry)) }
            a.tl-menu-item role="menuitem" href="/cookies" { (icon("cookie")) (ui.say("ui-cookies")) }
            hr.tl-menu-line role="separator";
            button.tl-menu-item type="submit" role="menuitem" { (icon("logout")) (ui.say("ui-sign-out")) }
        }
    }
}

/// One thing found.
#[derive(Clone, Debug, Default)]
pub struct Hit {
    /// Address.
    pub href: String,
    /// Name.
    pub title: String,
    /// What it is, where it belongs.
    pub detail: String,
    /// Icon; for people leave it empty, they show their face.
    pub icon: &'static str,
    /// Address of the photo.
    pub photo: Option<String>,
}

/// Things found of one kind.
#[derive(Clone, Debug, Default)]
pub struct HitGroup {
    /// Kind: "People".
    pub title: String,
    /// What was found.
    pub hits: Vec<Hit>,
}

/// The answer to the search box: the best of each kind and the way to all.
pub fn search_results(ui: &Ui<'_>, groups: &[HitGroup], all: &str) -> Markup {
    html! {
        @for (at, group) in groups.iter().enumerate().filter(|(_, g)| !g.hits.is_empty()) {
            div role="group" aria-labelledby={ "tl-hits-" (at) } {
                div #{ "tl-hits-" (at) } .tl-search-group role="presentation" { (group.title) }
                @for hit in &group.hits {
                    a.tl-hit role="option" aria-selected="false" tabindex="-1" href=(hit.href) {
                        @if hit.icon.is_empty() { (avatar(&hit.title, hit.photo.as_deref(), "")) }
                        @else { span.tl-hit-icon { (icon(hit.icon)) } }
                        span { (hit.title) @if !hit.detail.is_empty() { small { (hit.detail) } } }
                    }
                }
            }
        }
        @if groups.iter().all(|g| g.hits.is_empty()) {
            div.tl-search-group role="presentation" { (ui.say("ui-no-results")) }
        } @else {
            a.tl-hit role="option" aria-selected="false" tabindex="-1" href=(all) {
                span.tl-hit-icon { (icon("search")) }
                (ui.say("ui-search-all"))
            }
        }
    }
}
