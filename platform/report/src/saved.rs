//! Reports that somebody kept on a list (`SavedReport`), asked for by their code: for programs and for set times.

use serde_json::Value as Json;
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, FieldType, Value};
use talang_engine::{AsOf, Filter, Op, Query, Result, Scope};

use crate::{Format, Report};

const SAVED: &str = "SavedReport";

impl Report {
    /// Asks for the report of that code with what the scope may see: whoever reads what was kept learns nothing more by it.
    /// A list whose columns nobody chose has its object's general fields.
    ///
    /// # Errors
    /// `record.not_found`, and those of [`Report::prepare`] and [`Report::grouped`]; also where fields that it names are gone.
    pub fn saved(scope: &Scope, code: &str, format: Format) -> Result<Report> {
        Kept::find(scope, code)?.report(scope, format)
    }
}

/// What somebody kept, before it is made for anybody.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What it is called.
    pub label: String,
    /// Account that keeps it, if any.
    pub user: Option<i64>,
    /// Role with which it is shared, if any.
    pub role: Option<i64>,
    object: String,
    query: String,
}

impl Kept {
    /// What is kept under that code, if the scope may read it.
    ///
    /// # Errors
    /// `record.not_found`.
    pub fn find(scope: &Scope, code: &str) -> Result<Kept> {
        scope.view(|view| {
            let kept = view.object(SAVED)?;
            let filter = Filter::test(&kept, "code", Op::Is, vec![Value::Text(code.to_string())]);
            let found = view.list(&kept, &Query { filter: Some(filter), ..Query::default() })?.records.pop();
            let record = found.ok_or_else(|| Fault::new("record.not_found").with("object", SAVED))?;
            let text = |name: &str| record.get(name).as_text().unwrap_or_default().to_string();
            Ok(Kept {
                label: text("label"),
                user: record.get("user").as_int(),
                role: record.get("role").as_int(),
                object: text("object"),
                query: text("query"),
            })
        })
    }

    /// The report with what the scope may see and in its language, whoever kept it.
    ///
    /// # Errors
    /// Those of [`Report::prepare`] and [`Report::grouped`]; also where fields that it names are gone.
    pub fn report(&self, scope: &Scope, format: Format) -> Result<Report> {
        let (object, query, columns, groups) = scope.view(|view| {
            let object = view.object(&self.object)?;
            let json: Json = serde_json::from_str(&self.query).unwrap_or_default();
            let text = |name: &str| json.get(name).and_then(Json::as_str).unwrap_or_default().to_string();
            let texts = |name: &str| -> Vec<String> {
                let list = json.get(name).and_then(Json::as_array).into_iter().flatten();
                list.filter_map(Json::as_str).map(str::to_string).collect()
            };
            let catalogue = view.catalogue();
            let mut filters = Vec::new();
            for filter in texts("filter") {
                filters.push(Filter::parse(&catalogue, &object, &filter)?);
            }
            let query = Query {
                filter: (!filters.is_empty()).then_some(Filter::And(filters)),
                search: Some(text("q")).filter(|q| !q.trim().is_empty()),
                sort: view.sort(&object, &text("sort"))?,
                as_of: if text("slices") == "all" { AsOf::Always } else { AsOf::Scope },
                ..Query::default()
            };
            let mut columns = texts("columns");
            if columns.is_empty() {
                let general = object
                    .fields
                    .iter()
                    .filter(|f| f.group == GENERAL && !matches!(f.ty, FieldType::File | FieldType::Json));
                columns = general.map(|f| f.name.to_string()).collect();
            }
            Ok((object.def.name, query, columns, (texts("group"), texts("total"))))
        })?;
        match groups {
            (by, totals) if !by.is_empty() => Report::grouped(scope, object, &query, (&by, &totals), format),
            _ => Report::prepare(scope, object, &query, &columns, format),
        }
    }
}
