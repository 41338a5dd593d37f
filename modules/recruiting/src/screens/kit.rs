//! What several pages of recruiting need.

use maud::{Markup, html};
use talang_catalogue::{Record, Value};
use talang_engine::{Filter, Op, Query, Result, View};
use talang_http::Call;
use talang_screens::components::{Opt, Tone, Ui, badge, icon};

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// Whole days since an instant.
pub fn days_since(call: &Call, instant: &Value) -> Option<i64> {
    instant.as_int().map(|at| (call.installation.clock().now() - at).max(0) / DAY)
}

/// A rating from 1 to 5 as stars, with words for whoever does not see them; nothing where there is none.
pub fn rating(ui: &Ui<'_>, value: &Value) -> Markup {
    let Some(given) = value.as_int().filter(|n| (1..=5).contains(n)) else { return html! {} };
    let text = ui.say_with("recruiting-rating", &[("count", given.into())]);
    html! {
        span.tl-rating title=(text) {
            @for _ in 0..given { (icon("star")) }
            span.visually-hidden { (text) }
        }
    }
}

/// How an application stands: a colour for each end, none while it is under way.
pub fn state_badge(v: &mut View<'_>, application: &Record) -> Result<Markup> {
    let tone = match application.get("state").as_text().unwrap_or_default() {
        "hired" => Tone::Success,
        "refused" => Tone::Danger,
        "withdrawn" => Tone::Warning,
        _ => Tone::Info,
    };
    let field = match tone {
        Tone::Info => "stage",
        _ => "state",
    };
    let text = talang_core_hr::kit::shown(v, application, field)?;
    Ok(if text.is_empty() {
        html! {}
    } else {
        badge(tone, &text)
    })
}

/// The records of an object whose reference field means one of these numbers, in an order.
pub fn about(view: &mut View<'_>, object: &str, field: &str, ids: &[i64], sort: &str) -> Result<Vec<Record>> {
    let object = view.object(object)?;
    if !view.rights().may(&object, talang_engine::Action::Read) || ids.is_empty() {
        return Ok(Vec::new());
    }
    let filter = Filter::test(&object, field, Op::Is, ids.iter().map(|id| Value::Int(*id)).collect());
    let query =
        Query { filter: Some(filter), sort: view.sort(&object, sort)?, limit: 500, ..Query::default() };
    Ok(view.list(&object, &query)?.records)
}

/// The reasons for a refusal that are in use, to be chosen from.
pub fn reasons(view: &mut View<'_>) -> Result<Vec<Opt>> {
    let object = view.object("RejectionReason")?;
    let query = Query { sort: view.sort(&object, "sort_order,code")?, ..Query::default() };
    let mut out = Vec::new();
    for reason in view.list(&object, &query)?.records.iter().filter(|r| r.get("active").as_int() == Some(1)) {
        out.push(Opt { value: reason.id.to_string(), label: view.title_of(reason)?.title });
    }
    Ok(out)
}
