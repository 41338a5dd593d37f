//! From a field of the catalogue to its input and its view: one place that knows every field type.

use maud::{Markup, html};
use talang_catalogue::labels::{Labels, text_in};
use talang_catalogue::types::{self, iso, time};
use talang_catalogue::{Catalogue, Field, FieldType, Language, Texts, Value};

use super::{Control, Opt, Picked, TextKind, Ui, badge, icon};

/// Title of a record by object and row number, and the address of its page where the reader may see it.
pub type Titles<'a> = dyn Fn(&str, i64) -> (String, Option<String>) + 'a;

/// What showing fields needs to know besides their values.
#[derive(Clone, Copy)]
pub struct FieldContext<'a> {
    /// Language and culture.
    pub ui: Ui<'a>,
    /// Labels of closed lists.
    pub labels: &'a Labels,
    /// The tenant's catalogue, for its value lists.
    pub catalogue: &'a Catalogue,
    /// Title of a record of an object, and the address of its page where the reader may see it.
    pub title: &'a Titles<'a>,
    /// Name and address of an attachment.
    pub file: &'a dyn Fn(&str) -> (String, String),
}

impl std::fmt::Debug for FieldContext<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FieldContext").field("ui", &self.ui).finish_non_exhaustive()
    }
}

/// The input of a field, filled with a value.
pub fn control(cx: &FieldContext<'_>, field: &Field, value: &Value) -> Control {
    let text = || types::write(field, value, cx.ui.culture);
    let picked = |object: &str, id: i64| Picked { id: id.to_string(), title: (cx.title)(object, id).0 };
    match (&field.ty, value) {
        (FieldType::Money, value) => {
            let currency = if let Value::Money(_, currency) = value { currency.as_str() } else { "" };
            money(text(), currency)
        }
        (FieldType::Translated, Value::Texts(texts)) => translated(field, texts.clone()),
        (FieldType::Bool, value) => Control::Bool { checked: *value == Value::Int(1) },
        (FieldType::Reference(object), Value::Int(id)) => {
            Control::Reference { value: Some(picked(object, *id)), url: format!("/pick/{object}") }
        }
        (FieldType::References(object), Value::Refs(ids)) => Control::References {
            values: ids.iter().map(|id| picked(object, *id)).collect(),
            url: format!("/pick/{object}"),
        },
        (FieldType::Duration, Value::Int(minutes)) => Control::Duration { value: hours(*minutes) },
        (FieldType::Time, Value::Int(_)) => Control::Time { value: text() },
        // The input knows no zone and no more than seconds.
        (FieldType::Instant, Value::Int(_)) => {
            Control::Instant { value: text().trim_end_matches('Z').chars().take(19).collect() }
        }
        (FieldType::File, Value::Text(id)) => {
            Control::File { current: Some((cx.file)(id)), accept: String::new() }
        }
        _ => of_text(cx, field, text()),
    }
}

/// The input of a field, filled with what was sent and refused, so that nothing typed is lost. `sent` gives the values of
/// a name, in order.
pub fn control_of_form(cx: &FieldContext<'_>, field: &Field, sent: &dyn Fn(&str) -> Vec<String>) -> Control {
    let name = field.name.as_ref();
    let first = |name: &str| sent(name).into_iter().next().unwrap_or_default();
    let picked = |object: &str, id: &str| {
        id.parse().ok().map(|number| Picked { id: id.to_string(), title: (cx.title)(object, number).0 })
    };
    match &field.ty {
        FieldType::Money => money(first(name), &first(&format!("{name}.currency"))),
        FieldType::Translated => {
            let texts =
                Language::ALL.iter().map(|l| (l.code().to_string(), first(&format!("{name}.{}", l.code()))));
            translated(field, texts.filter(|(_, t)| !t.is_empty()).collect())
        }
        FieldType::Bool => Control::Bool { checked: first(name) == "true" },
        FieldType::Reference(object) => {
            Control::Reference { value: picked(object, &first(name)), url: format!("/pick/{object}") }
        }
        FieldType::References(object) => Control::References {
            values: sent(name).iter().filter_map(|id| picked(object, id)).collect(),
            url: format!("/pick/{object}"),
        },
        _ => of_text(cx, field, first(name)),
    }
}

fn of_text(cx: &FieldContext<'_>, field: &Field, value: String) -> Control {
    let max = field.bounds.max.filter(|m| *m > 0);
    let line = |kind, value| Control::Text { value, kind, max };
    let named =
        |code: &str, name: Option<&str>| Opt { value: code.into(), label: name.unwrap_or(code).into() };
    let language = cx.ui.language;
    match &field.ty {
        FieldType::Code | FieldType::Iban => line(TextKind::Code, value),
        FieldType::Email => line(TextKind::Email, value),
        FieldType::Phone => line(TextKind::Phone, value),
        FieldType::Url => line(TextKind::Url, value),
        FieldType::Line => line(TextKind::Plain, value),
        FieldType::Long => Control::Long { value, code: false },
        FieldType::Json => Control::Long { value, code: true },
        FieldType::Translated => translated(field, Texts::new()),
        FieldType::Bool => Control::Bool { checked: value == "true" },
        FieldType::Integer => Control::Number { value, unit: String::new(), decimal: false },
        FieldType::Decimal => Control::Number { value, unit: String::new(), decimal: true },
        FieldType::Percent => Control::Number { value, unit: "%".into(), decimal: true },
        FieldType::Money => money(value, ""),
        FieldType::Date => Control::Date { value },
        FieldType::Time => Control::Time { value },
        FieldType::Instant => Control::Instant { value },
        FieldType::Duration => Control::Duration { value },
        FieldType::Choice(def) => {
            let label = |code: &str| cx.labels.choice(language, def.name, code).to_string();
            let options =
                def.items.iter().map(|i| Opt { value: i.code.into(), label: label(i.code) }).collect();
            Control::Select { value, options }
        }
        FieldType::Item(list) => {
            let items = cx.catalogue.lists.get(list.as_ref()).map(Vec::as_slice).unwrap_or_default();
            // A retired item stays choosable only where it is the present value.
            let options = items
                .iter()
                .filter(|i| i.active || i.code == value)
                .map(|i| named(&i.code, text_in(&i.label, language)))
                .collect();
            Control::Select { value, options }
        }
        FieldType::Country => {
            let options =
                sorted(language, iso::countries().map(|c| named(c, iso::country_name(language, c))));
            Control::Select { value, options }
        }
        FieldType::Language => {
            let options =
                sorted(language, iso::languages().map(|c| named(c, iso::language_name(language, c))));
            Control::Select { value, options }
        }
        FieldType::Currency => {
            Control::Select { value, options: iso::currencies().map(|c| named(c, None)).collect() }
        }
        FieldType::Culture => {
            let cultures = talang_catalogue::culture::CULTURES.iter().map(|c| named(c.code, None));
            Control::Select { value, options: cultures.collect() }
        }
        FieldType::Reference(object) => Control::Reference { value: None, url: format!("/pick/{object}") },
        FieldType::References(object) => {
            Control::References { values: Vec::new(), url: format!("/pick/{object}") }
        }
        FieldType::File => Control::File { current: None, accept: String::new() },
    }
}

fn sorted(language: Language, options: impl Iterator<Item = Opt>) -> Vec<Opt> {
    let mut options: Vec<Opt> = options.collect();
    options.sort_by_cached_key(|o| talang_catalogue::culture::sort_key(language, &o.label));
    options
}

fn translated(field: &Field, values: Texts) -> Control {
    // Descriptions and missions are paragraphs; names are lines. The bound tells which.
    let long = field.bounds.max.is_some_and(|max| max > 255)
        || values.values().any(|t| t.len() > 120 || t.contains('\n'));
    Control::Translated { values, long }
}

fn money(amount: String, currency: &str) -> Control {
    Control::Money {
        amount,
        currency: currency.to_string(),
        currencies: iso::currencies().map(str::to_string).collect(),
    }
}

/// `7:30`, which the catalogue reads as hours and minutes.
fn hours(minutes: i64) -> String {
    let sign = if minutes < 0 { "-" } else { "" };
    format!("{sign}{}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
}

/// A value as people read it, with links where there is somewhere to go. Nothing gives nothing.
pub fn field_view(cx: &FieldContext<'_>, field: &Field, value: &Value) -> Markup {
    let plain = || types::show(field, value, cx.ui.language, cx.ui.culture, cx.labels, cx.catalogue);
    let link = |object: &str, id: i64| {
        let (title, href) = (cx.title)(object, id);
        html! { @match href { Some(href) => a href=(href) { (title) }, None => (title) } }
    };
    match (&field.ty, value) {
        (_, Value::Null) => html! {},
        (FieldType::Email, Value::Text(address)) => html! { a href={ "mailto:" (address) } { (address) } },
        (FieldType::Phone, Value::Text(number)) => {
            let dial: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            html! { a href={ "tel:" (dial) } { (number) } }
        }
        // Only addresses that the type has checked become links; javascript: and the like never pass it.
        (FieldType::Url, Value::Text(url)) if url.starts_with("https://") || url.starts_with("http://") => {
            html! { a href=(url) rel="noopener noreferrer" target="_blank" { (url) (icon("external-link")) } }
        }
        (FieldType::Reference(object), Value::Int(id)) => link(object, *id),
        (FieldType::References(object), Value::Refs(ids)) => html! {
            @for (at, id) in ids.iter().enumerate() { @if at > 0 { ", " } (link(object, *id)) }
        },
        (FieldType::Bool, Value::Int(n)) => {
            html! { @if *n == 1 { (icon("check")) " " } (plain()) }
        }
        (FieldType::Long, _) => html! { div.tl-text { (plain()) } },
        (FieldType::Json, _) => html! { pre { (plain()) } },
        (FieldType::Choice(_) | FieldType::Item(_), _) => badge(super::Tone::Neutral, &plain()),
        (FieldType::Date, Value::Int(days)) => {
            html! { time.tl-num datetime=(time::iso_date(*days)) { (plain()) } }
        }
        (FieldType::File, Value::Text(id)) => {
            let (name, href) = (cx.file)(id);
            html! { a.tl-file href=(href) download { (icon("file")) (name) } }
        }
        (FieldType::Integer | FieldType::Decimal | FieldType::Percent | FieldType::Money, _) => {
            html! { span.tl-num { (plain()) } }
        }
        _ => html! { (plain()) },
    }
}
