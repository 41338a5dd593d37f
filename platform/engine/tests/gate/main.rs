//! The gate, on SQLite and on PostgreSQL: what a scope sees, what it may change, and what stays behind.

mod accreditation;
mod acting;
mod batches;
mod circles;
mod dated;
mod extra_fields;
mod feed;
mod governance;
mod jobs;
mod journal;
mod lists;
mod log;
mod past;
mod roles;
mod simulation;

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Result, Saved, Scope, Tenant};
use talang_testkit::{Kit, Setup};

/// Core HR with an empty starting library.
pub const SETUP: Setup =
    Setup { modules: || vec![talang_core_hr::module()], seed: |_, _| Ok(()), seed_version: "gate" };

/// Makes a record as the program itself.
pub fn make(scope: &Scope, kind: Kind, object: &str, values: &[(&str, &str)]) -> Saved {
    try_make(scope, kind, object, values).unwrap_or_else(|e| panic!("{object} {values:?}: {e}"))
}

/// Tries to make a record; values as in a CSV cell, `label` in English.
pub fn try_make(scope: &Scope, kind: Kind, object: &str, values: &[(&str, &str)]) -> Result<Saved> {
    scope.change(kind, |change| {
        let found = change.object(object)?;
        let values = values
            .iter()
            .map(|(name, text)| {
                let field = found.field(name).unwrap_or_else(|| panic!("{object} has no {name}"));
                let value = match &field.ty {
                    talang_catalogue::FieldType::Translated => {
                        Value::Texts([("en".to_string(), text.to_string())].into_iter().collect())
                    }
                    _ => talang_catalogue::types::parse(field, text, &talang_catalogue::Culture::NEUTRAL)?,
                };
                Ok((*name, value))
            })
            .collect::<Result<Vec<_>>>()?;
        change.create(object, values)
    })
}

/// A company: EU over SALES and OPS; SALES over NORTH. Boss over Ann and Bob; Ann over Cid. Cid in NORTH, Bob in OPS.
pub fn company(kit: &Kit) -> (Arc<Tenant>, Scope) {
    let tenant = kit.tenant("acme");
    let system = kit.system(&tenant);
    for (code, parent) in [("EU", ""), ("SALES", "EU"), ("OPS", "EU"), ("NORTH", "SALES")] {
        let mut values = vec![("code", code), ("name", code), ("start", "2020-01-01")];
        if !parent.is_empty() {
            values.push(("parent", parent));
        }
        make(&system, Kind::Employees, "Organisation", &values);
    }
    for (number, first, last, manager, organisation) in [
        ("1", "Bea", "Boss", "", "EU"),
        ("2", "Ann", "Ård", "1", "SALES"),
        ("3", "Bob", "Öst", "1", "OPS"),
        ("4", "Cid", "Zorn", "2", "NORTH"),
    ] {
        let values = [
            ("number", number),
            ("first_name", first),
            ("last_name", last),
            ("status", "active"),
            ("birth_date", &format!("198{number}-01-01")),
        ];
        make(&system, Kind::Employees, "Employee", &values);
        let mut values = vec![("employee", number), ("organisation", organisation), ("start", "2021-01-01")];
        if !manager.is_empty() {
            values.push(("manager", manager));
        }
        make(&system, Kind::Employees, "Assignment", &values);
    }
    (tenant, system)
}

/// The numbers of the employees that a scope sees, in the order of the list.
pub fn numbers(scope: &Scope, filter: &str) -> Vec<String> {
    scope
        .view(|view| {
            let object = view.object("Employee")?;
            let filter = match filter {
                "" => None,
                text => Some(talang_engine::Filter::parse(&view.catalogue(), &object, text)?),
            };
            let sort = view.sort(&object, "number")?;
            let page = view.list(&object, &talang_engine::Query { filter, sort, ..Default::default() })?;
            Ok(page
                .records
                .iter()
                .map(|r| r.get("number").as_text().unwrap_or_default().to_string())
                .collect())
        })
        .expect("a list")
}
