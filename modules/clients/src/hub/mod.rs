//! The core HR hub: employees by data sets, positions and who fills them, libraries; what changed; writing.

mod feed;
mod people;
mod positions;
mod rows;
mod write;

use serde_json::Value as Json;
use talang_engine::Result;
use talang_http::{Access, Call, Method, Reply, Route};

use crate::library::{self, Library, Values};
use crate::{ask, stream};

/// Numbers of log entries that a line of the journal has: one for each field.
pub(crate) const FIELDS: i64 = 64;

pub(crate) fn routes() -> Vec<Route> {
    use Access::SignedIn;
    let mut routes = Vec::new();
    for (employee, positions, structure, position, holders, types, values) in [
        (
            "/api/hub/v2/employees/{id}",
            "/api/hub/v2/positions",
            "/api/hub/v2/positions/structure",
            "/api/hub/v2/positions/{code}",
            "/api/hub/v2/positionassignments/{code}",
            "/api/hub/v2/libraryTypes",
            "/api/hub/v2/libraries/{type}",
        ),
        (
            "/api/hub/v3/employees/{id}",
            "/api/hub/v3/positions",
            "/api/hub/v3/positions/structure",
            "/api/hub/v3/positions/{code}",
            "/api/hub/v3/positionassignments/{code}",
            "/api/hub/v3/libraryTypes",
            "/api/hub/v3/libraries/{type}",
        ),
    ] {
        routes.extend([
            Route::get(employee, SignedIn, people::one),
            Route::get(positions, SignedIn, positions::list),
            Route::get(structure, SignedIn, positions::structure),
            Route::get(position, SignedIn, positions::one),
            Route::get(holders, SignedIn, positions::holders),
            Route::get(types, SignedIn, types_of_libraries),
            Route::get(values, SignedIn, values_of_library),
        ]);
    }
    for (employees, positions, libraries) in [
        ("/api/hub/v2/employees/logs", "/api/hub/v2/positions/logs", "/api/hub/v2/libraries/logs"),
        ("/api/hub/v3/employees/logs", "/api/hub/v3/positions/logs", "/api/hub/v3/libraries/logs"),
    ] {
        routes.extend([
            Route::get(employees, SignedIn, feed::employees),
            Route::get(positions, SignedIn, feed::positions),
            Route::get(libraries, SignedIn, feed::libraries),
        ]);
    }
    routes.extend([
        Route::post("/api/hub/v3/employees", SignedIn, write::new_employee),
        Route::of(Method::Put, "/api/hub/v3/employees/{id}", SignedIn, write::put_employee),
        Route::of(Method::Patch, "/api/hub/v3/employees/{id}", SignedIn, write::patch_employee),
        Route::post("/api/hub/v3/positions", SignedIn, write::new_position),
        Route::of(Method::Put, "/api/hub/v3/positions/{code}", SignedIn, write::put_position),
        Route::of(Method::Patch, "/api/hub/v3/positions/{code}", SignedIn, write::patch_position),
        Route::post("/api/hub/v3/positionassignments/{code}", SignedIn, write::holder),
        Route::post("/api/hub/v3/libraries/{type}", SignedIn, write::new_value),
        Route::of(Method::Put, "/api/hub/v3/libraries/{type}/{code}", SignedIn, write::put_value),
        Route::of(Method::Patch, "/api/hub/v3/libraries/{type}/{code}", SignedIn, write::patch_value),
    ]);
    routes
}

/// An answer in JSON, in the scope's language.
fn told(json: &Json) -> Reply {
    Reply::json(json).with("vary", "accept-language")
}

fn types_of_libraries(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    Ok(told(&scope.view(library::types)?.into()))
}

fn values_of_library(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let library = scope.view(|v| Library::find(v, call.param("type")))?;
    stream::array(&scope, Values { library, next: Some(None) })
}
