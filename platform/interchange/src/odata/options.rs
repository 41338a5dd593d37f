//! The options of a request: which properties, what with them, how many, for which day.

use std::sync::Arc;

use talang_catalogue::{Fault, Object};
use talang_engine::{AsOf, Scope, View};
use talang_http::Call;

use super::PAGE;
use super::model::{self, Navigation, Property};
use super::refusal::{Answer, Refusal, unknown};
use crate::rest::{as_of, invalid};

/// Options of OData that a set of records takes; others beginning with `$` are refused (Part 1, 11.2.1).
const KNOWN: [&str; 10] = [
    "$filter",
    "$orderby",
    "$select",
    "$expand",
    "$search",
    "$count",
    "$top",
    "$skip",
    "$skiptoken",
    "$format",
];

/// What is wanted of each record.
pub(super) struct Shape {
    pub properties: Vec<Property>,
    pub expand: Vec<Expanded>,
    /// `(id,number)` where not everything is wanted.
    pub selected: String,
}

/// What is wanted of records on the way.
pub(super) struct Expanded {
    pub navigation: Navigation,
    pub properties: Vec<Property>,
}

impl Shape {
    /// What `$select` and `$expand` ask for.
    pub(super) fn parse(v: &View<'_>, call: &Call, object: &Arc<Object>) -> Answer<Shape> {
        let navigations = model::navigations(v, object);
        let select = call.request.query("$select").unwrap_or_default();
        let mut expand = Vec::new();
        for item in items(call.request.query("$expand").unwrap_or_default())? {
            let (name, inner) = match item.split_once('(') {
                Some((name, rest)) => (name.trim(), rest.strip_suffix(')').unwrap_or(rest)),
                None => (item.as_str(), ""),
            };
            let navigation = navigations.iter().find(|n| n.name == name).cloned();
            let navigation = navigation.ok_or_else(|| match name {
                "*" => Refusal::Unsupported("$expand=*".to_string()),
                name if name.contains('/') => Refusal::Unsupported(format!("$expand={name}")),
                name => unknown(name, "$expand"),
            })?;
            let mut inner_select = "";
            for option in inner.split(';').map(str::trim).filter(|o| !o.is_empty()) {
                match option.split_once('=') {
                    Some(("$select", list)) => inner_select = list,
                    _ => return Err(Refusal::Unsupported(format!("$expand={name}({option})"))),
                }
            }
            let all = model::properties(v, &navigation.target);
            let properties = chosen(all, inner_select, &[])?;
            expand.push(Expanded { navigation, properties });
        }
        let names: Vec<&str> = navigations.iter().map(|n| n.name.as_str()).collect();
        let properties = chosen(model::properties(v, object), select, &names)?;
        let selected = match select.trim() {
            "" | "*" => String::new(),
            _ => {
                let own = properties.iter().map(|p| p.name.clone());
                let expanded = expand.iter().map(|e| format!("{}()", e.navigation.name));
                format!("({})", own.chain(expanded).collect::<Vec<_>>().join(","))
            }
        };
        Ok(Shape { properties, expand, selected })
    }
}

/// The properties that a list names; all of them for an empty one. Names of navigation properties change nothing.
fn chosen(all: Vec<Property>, list: &str, navigations: &[&str]) -> Answer<Vec<Property>> {
    let mut names: Vec<&str> = list.split(',').map(str::trim).filter(|n| !n.is_empty()).collect();
    if names.is_empty() || names.contains(&"*") {
        return Ok(all);
    }
    names.retain(|name| !navigations.contains(name));
    if let Some(wrong) = names.iter().find(|name| !all.iter().any(|p| p.name == **name)) {
        return Err(unknown(wrong, "$select"));
    }
    Ok(all.into_iter().filter(|p| names.contains(&p.name.as_str())).collect())
}

/// The parts of a list whose commas may stand in parentheses.
fn items(text: &str) -> Answer<Vec<String>> {
    let (mut items, mut depth) = (vec![String::new()], 0_i32);
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                items.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = items.last_mut() {
            last.push(c);
        }
    }
    if depth != 0 {
        return Err(Fault::new("filter.syntax")
            .on("$expand")
            .with("position", text.chars().count())
            .with("detail", "→ )")
            .into());
    }
    Ok(items.into_iter().map(|i| i.trim().to_string()).filter(|i| !i.is_empty()).collect())
}

/// The page that is asked for.
pub(super) struct Paging {
    /// Records of this page at most.
    pub limit: usize,
    /// What is left of `$top`.
    pub top: Option<usize>,
    pub skip: usize,
    /// What the client wished, where it did: it is told.
    pub preferred: Option<usize>,
}

/// Refuses what OData has and this service has not, and what nobody knows. Options without `$` are the client's own.
pub(super) fn known(call: &Call) -> Answer<()> {
    match call.request.query.iter().find(|(name, _)| name.starts_with('$') && !KNOWN.contains(&name.as_str()))
    {
        Some((name, _)) => Err(Refusal::Unsupported(name.clone())),
        None => Ok(()),
    }
}

/// `$top`, `$skip` and the header `Prefer: odata.maxpagesize`.
pub(super) fn paging(call: &Call, scope: &Scope) -> Answer<Paging> {
    let number = |name: &str| -> Answer<Option<usize>> {
        let Some(text) = call.request.query(name) else { return Ok(None) };
        let most = [("max", talang_catalogue::messages::Arg::from(f64::from(u32::MAX)))];
        match text.parse::<u32>() {
            Ok(number) => Ok(usize::try_from(number).ok()),
            Err(_) => Err(invalid(scope, "odata-number", &most).on(name).into()),
        }
    };
    let preferred = call.request.header("prefer").unwrap_or_default().split(',').find_map(|part| {
        let (name, value) = part.trim().split_once('=')?;
        matches!(name.trim(), "odata.maxpagesize" | "maxpagesize")
            .then(|| value.trim().parse::<usize>().ok())?
    });
    let preferred = preferred.map(|size| size.clamp(1, PAGE.1));
    let top = number("$top")?;
    let size = preferred.unwrap_or(PAGE.0);
    Ok(Paging {
        limit: top.map_or(size, |top| top.min(size)),
        top,
        skip: number("$skip")?.unwrap_or(0),
        preferred,
    })
}

/// The scope on the day of `asOf`, and which slices are read.
pub(super) fn day(call: &Call, scope: &Scope) -> Answer<(Scope, AsOf)> {
    let as_of = as_of(call, scope).map_err(|refusal| Refusal::Error(refusal.error))?.unwrap_or_default();
    Ok(match as_of {
        AsOf::Day(day) => (scope.on(day), AsOf::Scope),
        other => (scope.clone(), other),
    })
}

/// `$count=true`
pub(super) fn count(call: &Call, scope: &Scope) -> Answer<bool> {
    match call.request.query("$count") {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(_) => Err(invalid(scope, "rest-flag", &[]).on("$count").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_in_parentheses_do_not_divide() {
        let read = |text: &str| items(text).ok();
        assert_eq!(read("a, b($select=x,y),c"), Some(vec!["a".into(), "b($select=x,y)".into(), "c".into()]));
        assert_eq!(read(""), Some(Vec::new()));
        assert_eq!(read("a(b"), None);
    }
}
