//! The list of people: the general list with the columns of the day's assignment and quick filters.

use maud::{Markup, html};
use talang_catalogue::types::iso;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{FieldType, types::time::iso_date};
use talang_engine::{Action, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Entry, menu_button};
use talang_screens::general::{Narrowed, OwnList, own_list, quoted};
use talang_screens::page::ui;

use super::kit::{label, may};

/// Units, establishments and countries that a menu offers; the filter dialog knows all.
const MOST: usize = 40;

/// `GET /people`.
pub fn list(call: &Call) -> Result<Reply> {
    let columns = [
        "last_name",
        "number",
        "assignment.job",
        "assignment.organisation",
        "assignment.manager",
        "assignment.establishment",
        "status",
        "hire_date",
    ];
    let quick = |v: &mut View<'_>, narrowed: &Narrowed<'_>| quick(call, v, narrowed);
    own_list(
        call,
        &OwnList {
            object: "Employee",
            path: "/people",
            filters: &[ACTIVE],
            columns: &columns,
            new: "",
            quick: &quick,
            bulk: &[],
        },
    )
}

/// What holds where nobody has said otherwise.
const ACTIVE: &str = "status is active";

/// The conditions that a date lies between two days.
pub fn within(field: &str, first: i64, last: i64) -> Vec<String> {
    vec![format!("{field} >= {}", iso_date(first)), format!("{field} <= {}", iso_date(last))]
}

fn quick(call: &Call, v: &mut View<'_>, narrowed: &Narrowed<'_>) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let employee = v.object("Employee")?;
    let several = |label: String, fields: &[&str], conditions: Vec<String>| {
        let on = narrowed.has(&conditions);
        let href = narrowed.with(fields, if on { &[] } else { &conditions });
        Entry { label, href: Some(href), checked: Some(on), ..Entry::default() }
    };
    let entry = |label: String, field: &str, condition: String| several(label, &[field], vec![condition]);
    let mut menus: Vec<(&str, String, Vec<Entry>)> = Vec::new();
    if let Some(FieldType::Choice(def)) = employee.field("status").map(|f| f.ty.clone()) {
        let states = def.items.iter().map(|item| {
            let label = registry.labels.choice(ui.language, def.name, item.code).to_string();
            entry(label, "status", format!("status is {}", item.code))
        });
        menus.push(("status", label(call, &employee, "status"), states.collect()));
    }
    if may(v, "Organisation", Action::Read) && may(v, "Assignment", Action::Read) {
        let units = super::units::Units::load(v, super::kit::day(call), false)?;
        let mut entries = Vec::new();
        let top: Vec<(usize, i64)> = units.outline(3).into_iter().take(MOST).collect();
        let object = v.object("Organisation")?;
        v.titles(&object, &top.iter().map(|(_, id)| *id).collect::<Vec<_>>())?;
        for (depth, id) in top {
            let title = v.title("Organisation", id)?;
            let text = format!("{}{}", "\u{2003}".repeat(depth), title.title);
            let field = "assignment.organisation";
            entries.push(entry(text, field, format!("{field} under {}", quoted(&title.key))));
        }
        menus.push(("organisation", ui.say("people-unit-below"), entries));
        let (establishments, countries) = places(call, v, &entry)?;
        let assignment = v.object("Assignment")?;
        menus.push(("establishment", label(call, &assignment, "establishment"), establishments));
        menus.push(("country", ui.say("people-country"), countries));
    }
    let (first, last) =
        (days_of_date(call.scope.as_of.first_of_month()), days_of_date(call.scope.as_of.last_of_month()));
    let mut more = Vec::new();
    if let Some(me) = call.scope.person() {
        let key = v.title("Employee", me)?.key;
        let field = "assignment.manager";
        if may(v, "Assignment", Action::Read) {
            more.push(entry(ui.say("people-my-team"), field, format!("{field} under {}", quoted(&key))));
        }
    }
    // Whoever joins or leaves may be of any status on the day.
    for (key, field) in [("people-joiners-month", "hire_date"), ("people-leavers-month", "exit_date")] {
        more.push(several(ui.say(key), &[field, "status"], within(field, first, last)));
    }
    menus.push(("more", ui.say("people-quick"), more));
    Ok(html! {
        @for (id, label, entries) in menus.iter().filter(|(_, _, e)| !e.is_empty()) {
            (menu_button(&format!("quick-{id}"), "btn btn-quiet", "", label, false, entries))
        }
    })
}

/// Menu entries of the establishments and of the countries in which they are.
fn places(
    call: &Call,
    v: &mut View<'_>,
    entry: &dyn Fn(String, &str, String) -> Entry,
) -> Result<(Vec<Entry>, Vec<Entry>)> {
    let object = v.object("Establishment")?;
    if !v.rights().may(&object, Action::Read) {
        return Ok((Vec::new(), Vec::new()));
    }
    let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
    let sort = v.sort(&object, "name")?;
    let records =
        v.list(&object, &Query { filter: Some(active), sort, limit: 300, ..Query::default() })?.records;
    let field = "assignment.establishment";
    let mut countries: Vec<(String, Vec<String>)> = Vec::new();
    let mut establishments = Vec::new();
    v.load_titles(&object, &records)?;
    for record in &records {
        let title = v.title_of(record)?;
        if let Some(country) = record.get("country").as_text() {
            match countries.iter_mut().find(|(c, _)| c == country) {
                Some((_, keys)) => keys.push(quoted(&title.key)),
                None => countries.push((country.to_string(), vec![quoted(&title.key)])),
            }
        }
        if establishments.len() < MOST {
            establishments.push(entry(title.title, field, format!("{field} is {}", quoted(&title.key))));
        }
    }
    let language = call.scope.language();
    let mut named: Vec<(String, Vec<String>)> = countries
        .into_iter()
        .map(|(code, keys)| (iso::country_name(language, &code).unwrap_or(&code).to_string(), keys))
        .collect();
    named.sort_by_cached_key(|(name, _)| talang_catalogue::culture::sort_key(language, name));
    let countries = named
        .into_iter()
        .map(|(name, keys)| entry(name, field, format!("{field} is {}", keys.join(", "))))
        .collect();
    Ok((establishments, countries))
}
