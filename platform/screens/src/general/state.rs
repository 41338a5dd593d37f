//! What a list shows, as its address says it: whoever gets the address sees the same view.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::components::encode;

/// Rows on a page, and what may be chosen.
pub(super) const SIZES: [usize; 4] = [25, 50, 100, 200];
const SIZE: usize = 50;

/// The state of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// Path of the list.
    pub path: String,
    /// Path of the general list, where filters, views and bulk actions are asked for; `path` differs from it where a
    /// module shows the list on a page of its own.
    pub base: String,
    /// Where a new record is begun.
    pub new: String,
    /// Words searched for.
    pub q: String,
    /// Conditions in the filter language; all must hold.
    pub filters: Vec<String>,
    /// Order, as the engine reads it.
    pub sort: String,
    /// Fields by which records are grouped, as [`talang_engine::Grouping::parse`] reads them; none: the records themselves.
    pub group: Vec<String>,
    /// Totals of the groups.
    pub total: Vec<String>,
    /// Chosen columns; the usual ones when none is named.
    pub columns: Vec<String>,
    /// Rows on a page.
    pub size: usize,
    /// Every slice of dated records instead of the day's.
    pub always: bool,
    /// Code of the saved view that was opened; `all` for none on purpose.
    pub view: String,
    /// Page, from 1.
    pub page: usize,
    /// Place where the page begins, where it is known.
    pub after: Option<String>,
}

impl State {
    /// Reads an address.
    pub fn read(path: &str, query: &[(String, String)]) -> State {
        let mut state = State {
            path: path.to_string(),
            base: path.to_string(),
            new: format!("{path}/new"),
            size: SIZE,
            page: 1,
            ..State::default()
        };
        for (name, value) in query.iter().filter(|(_, v)| !v.is_empty()) {
            match name.as_str() {
                "q" => state.q = value.clone(),
                "filter" => state.filters.push(value.clone()),
                "sort" => state.sort = value.clone(),
                "columns" => state.columns = value.split(',').map(str::to_string).collect(),
                "group" => state.group.extend(value.split(',').map(str::to_string)),
                "total" => state.total.extend(value.split(',').map(str::to_string)),
                "size" => state.size = value.parse().ok().filter(|s| SIZES.contains(s)).unwrap_or(SIZE),
                "slices" => state.always = value == "all",
                "view" => state.view = value.clone(),
                "page" => state.page = value.parse().unwrap_or(1).clamp(1, 1_000_000),
                "after" => state.after = Some(value.clone()),
                _ => {}
            }
        }
        state
    }

    /// Whether the address says nothing: the user's own view may open.
    pub fn is_plain(&self) -> bool {
        self.pairs().is_empty() && self.page == 1
    }

    /// The parameters besides the place in the list.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut out = Vec::new();
        if !self.q.is_empty() {
            out.push(("q", self.q.clone()));
        }
        out.extend(self.filters.iter().map(|f| ("filter", f.clone())));
        if !self.sort.is_empty() {
            out.push(("sort", self.sort.clone()));
        }
        if !self.columns.is_empty() {
            out.push(("columns", self.columns.join(",")));
        }
        if !self.group.is_empty() {
            out.push(("group", self.group.join(",")));
        }
        if !self.total.is_empty() {
            out.push(("total", self.total.join(",")));
        }
        if self.size != SIZE {
            out.push(("size", self.size.to_string()));
        }
        if self.always {
            out.push(("slices", "all".to_string()));
        }
        if !self.view.is_empty() {
            out.push(("view", self.view.clone()));
        }
        out
    }

    /// The query of an address, with `?`; empty when there is nothing to say.
    pub fn query(&self) -> String {
        let mut out = String::new();
        for (name, value) in self.pairs() {
            let _ = write!(out, "{}{name}={}", if out.is_empty() { '?' } else { '&' }, encode(&value));
        }
        out
    }

    /// Address of the first page of this view.
    pub fn address(&self) -> String {
        format!("{}{}", self.path, self.query())
    }

    /// Address of a page of this view.
    pub fn at(&self, page: usize, after: Option<&str>) -> String {
        let mut out = self.address();
        let sign = if out.contains('?') { '&' } else { '?' };
        if page > 1 {
            let _ = write!(out, "{sign}page={page}");
            if let Some(after) = after {
                let _ = write!(out, "&after={}", encode(after));
            }
        }
        out
    }

    /// The same view with something changed.
    pub fn with(&self, change: impl FnOnce(&mut State)) -> State {
        let mut next = State { page: 1, after: None, ..self.clone() };
        change(&mut next);
        next
    }

    /// As it is kept in a saved view.
    pub fn to_json(&self) -> Json {
        json!({
            "q": self.q, "filter": self.filters, "sort": self.sort, "columns": self.columns, "size": self.size,
            "group": self.group, "total": self.total,
            "slices": if self.always { "all" } else { "" },
        })
    }

    /// From a saved view.
    pub fn from_json(path: &str, view: &str, json: &Json) -> State {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (name, value) in json.as_object().into_iter().flatten() {
            match value {
                Json::String(text) => pairs.push((name.clone(), text.clone())),
                Json::Number(number) => pairs.push((name.clone(), number.to_string())),
                Json::Array(list) => {
                    let texts: Vec<&str> = list.iter().filter_map(Json::as_str).collect();
                    if name == "filter" {
                        pairs.extend(texts.iter().map(|t| (name.clone(), (*t).to_string())));
                    } else {
                        pairs.push((name.clone(), texts.join(",")));
                    }
                }
                _ => {}
            }
        }
        State { view: view.to_string(), page: 1, after: None, ..State::read(path, &pairs) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_everything_and_is_read_back() {
        let pairs = [
            ("q", "ana"),
            ("filter", "status is active"),
            ("filter", "name ~ \"a&b\""),
            ("size", "100"),
            ("group", "status"),
            ("group", "hire_date:year"),
            ("total", "value:sum"),
        ];
        let pairs: Vec<(String, String)> =
            pairs.iter().map(|(n, v)| ((*n).to_string(), (*v).to_string())).collect();
        let state = State::read("/o/employees", &pairs);
        let address = state.address();
        assert_eq!(
            address,
            "/o/employees?q=ana&filter=status%20is%20active&filter=name%20~%20%22a%26b%22&group=status,hire_date:year&total=value:sum&size=100"
        );
        let query = talang_http::form_pairs(address.split_once('?').unwrap().1);
        assert_eq!(State::read("/o/employees", &query).address(), address);
        let saved = State::from_json("/o/employees", "", &state.to_json());
        assert_eq!(saved.address(), address);
        assert!(State::read("/o/x", &[]).is_plain());
    }

    #[test]
    fn a_change_of_the_view_begins_at_its_first_page() {
        let state = State { page: 4, after: Some("00".into()), ..State::read("/o/x", &[]) };
        assert_eq!(state.with(|s| s.sort = "-code".into()).at(1, None), "/o/x?sort=-code");
        assert_eq!(state.at(3, Some("ab")), "/o/x?page=3&after=ab");
    }
}
