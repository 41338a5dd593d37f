//! `GET /employees/{id}`: one employee by data sets. `{id}` is the employee number.

use serde_json::{Map, Value as Json};
use talang_catalogue::Record;
use talang_engine::{Action, AsOf, Filter, Op, Query, Result, Sort, View};
use talang_http::{Call, Reply};

use super::{rows, told};
use crate::ask::{self, missing};
use crate::coded::Coder;
use crate::mapping::{DATA_SETS, EMPLOYEE, Source};

pub(super) fn one(call: &Call) -> Result<Reply> {
    let (scope, as_of) = ask::scope(call)?;
    Ok(told(&scope.view(|v| document(v, call.param("id"), as_of))?))
}

/// The employee of that number.
///
/// # Errors
/// `record.not_found` also for one who is out of reach.
pub(super) fn find(v: &mut View<'_>, number: &str) -> Result<Record> {
    let id = v.resolve("Employee", number)?.ok_or_else(missing)?;
    let object = v.object("Employee")?;
    v.get(&object, id)
}

/// Every data set of an employee, each an array of records. `as_of` chooses the slices of dated ones.
pub(super) fn document(v: &mut View<'_>, number: &str, as_of: AsOf) -> Result<Json> {
    let employee = find(v, number)?;
    let mut map = Map::new();
    map.insert("uniqueid".to_string(), employee.get("number").as_text().unwrap_or_default().into());
    for set in DATA_SETS {
        map.insert(set.to_string(), Json::Array(Vec::new()));
    }
    let mut coder = Coder::default();
    let own: Vec<&Source> = EMPLOYEE.iter().filter(|s| s.owner.is_empty()).collect();
    rows::saw(v, &employee.object.clone(), &own, std::slice::from_ref(&employee));
    for source in EMPLOYEE {
        let records = match source.owner {
            "" => vec![employee.clone()],
            _ => owned(v, source, &employee, as_of)?,
        };
        for record in &records {
            let row = rows::row(v, &mut coder, source, record)?;
            if let Some(Json::Array(all)) = map.get_mut(source.set) {
                all.push(row);
            }
        }
    }
    Ok(Json::Object(map))
}

/// The records of a source that belong to somebody or something.
pub(super) fn owned(v: &mut View<'_>, source: &Source, owner: &Record, as_of: AsOf) -> Result<Vec<Record>> {
    let object = v.object(source.object)?;
    if !v.rights().may(&object, Action::Read) {
        return Ok(Vec::new());
    }
    let mut filter = vec![Filter::test(&object, source.owner, Op::Is, vec![rows::thread(owner)])];
    filter.extend(source.only.map(|(name, code)| Filter::test(&object, name, Op::Is, vec![code.into()])));
    let order = if object.period.is_some() { "start" } else { "" };
    let sort: Vec<Sort> = v.sort(&object, order)?;
    let query = Query { filter: Some(Filter::And(filter)), sort, as_of, ..Query::default() };
    let records = v.list(&object, &query)?.records;
    rows::saw(v, &object, &[source], &records);
    Ok(records)
}
