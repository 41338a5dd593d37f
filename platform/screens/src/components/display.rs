//! Small things that show something.

use maud::{Markup, PreEscaped, html};

use super::{Ui, icon};

/// What a badge, an alert or a toast means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// Belongs to the present choice.
    Primary,
    /// Information.
    Info,
    /// Done, valid.
    Success,
    /// Needs attention.
    Warning,
    /// Wrong, lost.
    Danger,
}

impl Tone {
    pub(super) fn name(self) -> &'static str {
        match self {
            Tone::Neutral => "neutral",
            Tone::Primary => "primary",
            Tone::Info => "info",
            Tone::Success => "success",
            Tone::Warning => "warning",
            Tone::Danger => "danger",
        }
    }
}

/// A state in a word or two: `badge(Tone::Success, "Active")`.
pub fn badge(tone: Tone, text: &str) -> Markup {
    html! { span class={ "tl-badge tl-badge-" (tone.name()) } { (text) } }
}

/// A face: the photo, else initials on a colour that follows from the name. `size`: `""` (36 px), `"s"`, `"l"`, `"xl"`.
/// Invisible to screen readers, because the name always stands beside it.
///
/// ```
/// assert!(talang_screens::components::avatar("Åsa Öberg", None, "").into_string().contains("ÅÖ"));
/// ```
pub fn avatar(name: &str, photo: Option<&str>, size: &str) -> Markup {
    let class = if size.is_empty() { "tl-avatar".to_string() } else { format!("tl-avatar tl-avatar-{size}") };
    if let Some(photo) = photo {
        return html! { img class=(class) src=(photo) alt="" loading="lazy"; };
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let initial = |word: Option<&&str>| word.and_then(|w| w.chars().find(|c| c.is_alphanumeric()));
    let letters = [initial(words.first()), if words.len() > 1 { initial(words.last()) } else { None }];
    let initials: String = letters.into_iter().flatten().flat_map(char::to_uppercase).collect();
    // A sum is enough: the colour has to be stable, not unpredictable.
    let hue = name.chars().fold(0u32, |sum, c| sum.wrapping_mul(31).wrapping_add(u32::from(c))) % 6;
    // The letters come by CSS: they are a picture, not a text to be read or spoken.
    html! { span class={ (class) " tl-hue-" (hue) } aria-hidden="true" data-initials=(initials) {} }
}

/// A face with name and a line below.
pub fn person(name: &str, photo: Option<&str>, detail: &str) -> Markup {
    html! {
        span.tl-person {
            (avatar(name, photo, ""))
            span.tl-person-words { (name) @if !detail.is_empty() { small { (detail) } } }
        }
    }
}

/// A card. `title` may be empty; `actions` stand at the end of its head; `flush` lets tables and lists reach the edges.
pub fn card(title: &str, actions: Markup, flush: bool, content: Markup) -> Markup {
    html! {
        section.card.tl-card-flush[flush] {
            @if !title.is_empty() { div.tl-card-head { h2 { (title) } (actions) } }
            div.tl-card-body { (content) }
        }
    }
}

/// Nothing there: why, and what to do about it.
pub fn empty_state(picture: &str, title: &str, text: &str, action: Markup) -> Markup {
    html! {
        div.tl-empty {
            span.tl-empty-icon { (icon(picture)) }
            h2 { (title) }
            p { (text) }
            (action)
        }
    }
}

/// A notice in the page; `title` or `content` may be empty.
pub fn alert(tone: Tone, title: &str, content: Markup) -> Markup {
    let picture = match tone {
        Tone::Success => "circle-check",
        Tone::Warning => "alert-triangle",
        Tone::Danger => "alert-circle",
        _ => "info-circle",
    };
    let role = if tone == Tone::Danger { "alert" } else { "status" };
    html! {
        div class={ "alert alert-" (tone.name()) } role=(role) {
            (icon(picture))
            div { @if !title.is_empty() { p.alert-title { (title) } } (content) }
        }
    }
}

/// How far something is; `value` of `max`, or unknown (`None`).
pub fn progress(label: &str, value: Option<u64>, max: u64, note: &str) -> Markup {
    html! {
        div {
            div.tl-progress-words { span { (label) } span.tl-soft.tl-num { (note) } }
            progress.tl-bar max=(max) value=[value] aria-label=(label) {}
        }
    }
}

/// One figure. `tone` colours the note (good, bad); `href` makes the whole card a link.
pub fn stat(label: &str, value: &str, note: &str, tone: Tone, picture: &str, href: Option<&str>) -> Markup {
    let mood = match tone {
        Tone::Success => "tl-stat-note is-good",
        Tone::Danger => "tl-stat-note is-bad",
        _ => "tl-stat-note",
    };
    let inside = html! {
        span.tl-stat-label { @if !picture.is_empty() { (icon(picture)) } (label) }
        span.tl-stat-value { (value) }
        @if !note.is_empty() { span class=(mood) { (note) } }
    };
    match href {
        Some(href) => html! { a.card.tl-stat href=(href) { (inside) } },
        None => html! { div.card.tl-stat { (inside) } },
    }
}

/// Label and value in view mode; an empty value shows a dash that screen readers call "none".
pub fn fact(ui: &Ui<'_>, label: &str, value: Markup, wide: bool) -> Markup {
    let value = value.into_string();
    html! {
        div.tl-fact.tl-fact-wide[wide] {
            dt { (label) }
            dd {
                @if value.is_empty() { span.tl-none { span aria-hidden="true" { "–" } span.visually-hidden { (ui.say("ui-none")) } } }
                @else { (PreEscaped(value)) }
            }
        }
    }
}

/// Several [`fact`]s.
pub fn facts(content: Markup) -> Markup {
    html! { dl.tl-facts { (content) } }
}

/// One field that changed.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// Label of the field.
    pub field: String,
    /// Before; empty for nothing.
    pub old: String,
    /// After; empty for nothing.
    pub new: String,
}

/// Something that happened to a record.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// Icon.
    pub icon: &'static str,
    /// Who, or by what.
    pub who: String,
    /// What was done, in words: "changed 2 fields".
    pub what: String,
    /// When, for people.
    pub when: String,
    /// When, in ISO form.
    pub when_iso: String,
    /// By which door: "Screen", "CSV import", "REST".
    pub door: String,
    /// The fields.
    pub changes: Vec<Change>,
}

/// Who changed what and when, newest first.
pub fn timeline(ui: &Ui<'_>, events: &[Event]) -> Markup {
    let none = || html! { span.tl-none { (ui.say("ui-empty-value")) } };
    html! {
        ol.tl-timeline {
            @for event in events {
                li {
                    span.tl-timeline-mark { (icon(event.icon)) }
                    div.tl-timeline-head {
                        strong { (event.who) }
                        span { (event.what) }
                        time datetime=(event.when_iso) { (event.when) }
                        @if !event.door.is_empty() { span.tl-timeline-door { "· " (event.door) } }
                    }
                    @if !event.changes.is_empty() {
                        dl.tl-changes {
                            @for change in &event.changes {
                                dt { (change.field) }
                                dd {
                                    span.visually-hidden { (ui.say("ui-from")) " " }
                                    @if change.old.is_empty() { (none()) } @else { del { (change.old) } }
                                    (icon("arrow-right"))
                                    span.visually-hidden { " " (ui.say("ui-to")) " " }
                                    @if change.new.is_empty() { (none()) } @else { ins { (change.new) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
