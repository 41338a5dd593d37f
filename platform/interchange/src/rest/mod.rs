//! The REST interface (I10): every business object of the tenant's catalogue as a resource under `/api/rest/v1`.
//!
//! Nothing here knows an object by name. What can be read and written, and by whom, is what the gate says; this door
//! only translates between JSON and the engine's records, and between faults and `application/problem+json`.
//!
//! | Address | What it does |
//! |---|---|
//! | `GET /{object}` | a list: `filter`, `q`, `sort`, `fields`, `expand`, `limit`, `cursor`, `asOf`, `count` |
//! | `POST /{object}` | makes a record |
//! | `GET`, `PATCH`, `PUT`, `DELETE /{object}/{id}` | one record; `asOf` chooses the slice of a dated one |
//! | `POST /{object}/bulk` | makes or changes up to 5,000 records, with a result for each |
//! | `GET /{object}/changes` | what happened to all of them since a place that the reader kept: `after`, `limit` |
//! | `GET /{object}/{id}/history` | who changed what |
//! | `GET /{object}/{id}/slices` | every slice of a dated record |
//! | `POST /transfers/import`, `POST /transfers/export` | imports and exports of any size in the background |
//! | `GET /transfers`, `GET`, `DELETE /transfers/{id}`, `GET /transfers/{id}/result` | how far they are, an end to them, their files |
//! | `GET /catalogue` | the objects and fields that the caller may read |
//! | `GET /openapi.json` | the same as an OpenAPI 3.1 document |
//!
//! `GET /api` is the page for people who read the interface.

mod ask;
mod catalogue;
mod examples;
mod jobs;
mod openapi;
mod page;
mod problem;
mod read;
mod write;

use talang_engine::{Action, Result};
use talang_http::{Access, Call, Method, Reply, Route};

pub(crate) use ask::{as_of, day, invalid, speaking};
pub(crate) use catalogue::readable;
pub use openapi::openapi;
pub use page::reference;
pub use problem::{method_not_allowed, problem};
pub use read::changed;
pub(crate) use read::{Shape, render};
pub(crate) use write::{Sums, save};

/// Where the interface begins.
pub const PREFIX: &str = "/api/rest/v1";

/// Most records of one page.
pub const PAGE_LIMIT: usize = 1_000;

/// Records of a page when nothing is said.
pub const PAGE_DEFAULT: usize = 50;

/// Most records of one bulk request.
pub const BULK_RECORDS: usize = 5_000;

/// Most bytes of a body: 1 MiB.
pub const BODY_LIMIT: usize = 1 << 20;

/// Most bytes of a bulk body: 32 MiB. The server must let as many through.
pub const BULK_BODY_LIMIT: usize = 32 << 20;

/// The routes of the interface and of the page that describes it.
pub fn routes() -> Vec<Route> {
    use Access::{RightOnPath, SignedIn};
    vec![
        Route::get("/api", SignedIn, page),
        Route::get("/api/rest/v1/openapi.json", SignedIn, document),
        Route::get("/api/rest/v1/catalogue", SignedIn, objects),
        // The gate asks for the right to import or export the object that the request names.
        Route::upload(Method::Post, "/api/rest/v1/transfers/import", SignedIn, import_job),
        Route::post("/api/rest/v1/transfers/export", SignedIn, export_job),
        Route::get("/api/rest/v1/transfers", SignedIn, all_jobs),
        Route::get("/api/rest/v1/transfers/{id}", SignedIn, one_job),
        Route::of(Method::Delete, "/api/rest/v1/transfers/{id}", SignedIn, cancel_job),
        Route::get("/api/rest/v1/transfers/{id}/result", SignedIn, job_result),
        Route::get("/api/rest/v1/{object}", RightOnPath(Action::Read), list),
        Route::post("/api/rest/v1/{object}", RightOnPath(Action::Create), create),
        // Whoever may only change and whoever may only make records both use it; the gate decides about each record.
        Route::post("/api/rest/v1/{object}/bulk", RightOnPath(Action::Read), bulk),
        Route::get("/api/rest/v1/{object}/changes", RightOnPath(Action::Read), changes),
        Route::get("/api/rest/v1/{object}/{id}", RightOnPath(Action::Read), one),
        Route::of(Method::Patch, "/api/rest/v1/{object}/{id}", RightOnPath(Action::Update), patch),
        Route::of(Method::Put, "/api/rest/v1/{object}/{id}", RightOnPath(Action::Update), put),
        Route::of(Method::Delete, "/api/rest/v1/{object}/{id}", RightOnPath(Action::Delete), delete),
        Route::get("/api/rest/v1/{object}/{id}/history", RightOnPath(Action::Read), history),
        Route::get("/api/rest/v1/{object}/{id}/slices", RightOnPath(Action::Read), slices),
    ]
}

fn page(call: &Call) -> Result<Reply> {
    page::page(call)
}

fn document(call: &Call) -> Result<Reply> {
    ask::answer(call, |_, scope| Ok(Reply::json(&openapi(scope)?)))
}

fn objects(call: &Call) -> Result<Reply> {
    ask::answer(call, catalogue::objects)
}

fn import_job(call: &Call) -> Result<Reply> {
    ask::answer(call, jobs::import)
}

fn export_job(call: &Call) -> Result<Reply> {
    ask::answer(call, jobs::export)
}

fn all_jobs(call: &Call) -> Result<Reply> {
    ask::answer(call, jobs::list)
}

fn one_job(call: &Call) -> Result<Reply> {
    ask::answer(call, jobs::one)
}

fn cancel_job(call: &Call) -> Result<Reply> {
    ask::answer(call, jobs::cancel)
}

fn job_result(call: &Call) -> Result<Reply> {
    ask::answer(call, jobs::result)
}

fn list(call: &Call) -> Result<Reply> {
    ask::answer(call, read::list)
}

fn one(call: &Call) -> Result<Reply> {
    ask::answer(call, read::one)
}

fn changes(call: &Call) -> Result<Reply> {
    ask::answer(call, read::changes)
}

fn history(call: &Call) -> Result<Reply> {
    ask::answer(call, read::history)
}

fn slices(call: &Call) -> Result<Reply> {
    ask::answer(call, read::slices)
}

fn create(call: &Call) -> Result<Reply> {
    ask::answer(call, write::create)
}

fn patch(call: &Call) -> Result<Reply> {
    ask::answer(call, write::patch)
}

fn put(call: &Call) -> Result<Reply> {
    ask::answer(call, write::put)
}

fn delete(call: &Call) -> Result<Reply> {
    ask::answer(call, write::delete)
}

fn bulk(call: &Call) -> Result<Reply> {
    ask::answer(call, write::bulk)
}
