//! OData 4.0 for reading (I10): spreadsheets and business intelligence read every business object as an entity set.
//!
//! | Address | What it is |
//! |---|---|
//! | `GET /` | the service document: the sets that the caller may read |
//! | `GET /$metadata` | their types and properties, as CSDL in XML, or in JSON for clients of 4.01 that ask for it |
//! | `GET /{set}` | `$filter`, `$orderby`, `$select`, `$expand`, `$search`, `$count`, `$top`, `$skip`, `$skiptoken`, `asOf` |
//! | `GET /{set}/$count` | how many |
//! | `GET /{set}({id})`, `GET /{set}({id})/{navigation}` | one record, and what it refers to or what refers to it |
//!
//! What is there differs by caller: sets and properties that they may read nothing of are not in the documents, and naming
//! them is naming what does not exist. The gate decides about each record and field besides.
//! OData Version 4.0 Part 1 (Protocol) and Part 2 (URL Conventions); what is not supported is answered 501 (Part 1, 9.3.1).

mod filter;
mod lexer;
mod metadata;
mod model;
mod options;
mod read;
mod refusal;

use talang_http::{Access, Call, Reply, Route};

/// Where the service begins. A program may show its key here by HTTP Basic alone: spreadsheets know no other way.
pub const PREFIX: &str = "/api/odata/v4";

/// Records of a page when nothing is said, and at most.
const PAGE: (usize, usize) = (1_000, 5_000);

/// Namespace of the types.
const NAMESPACE: &str = "Talang";

/// The routes of the service.
pub fn routes() -> Vec<Route> {
    use Access::SignedIn;
    vec![
        Route::get("/api/odata/v4", SignedIn, |call| refusal::answer(call, metadata::service)),
        Route::get("/api/odata/v4/$metadata", SignedIn, |call| refusal::answer(call, metadata::metadata)),
        Route::get("/api/odata/v4/{set}", SignedIn, |call| refusal::answer(call, read::set)),
        Route::get("/api/odata/v4/{set}/{part}", SignedIn, |call| refusal::answer(call, read::part)),
    ]
}

/// The service's own address, as the caller wrote it.
fn root(call: &Call) -> String {
    let scheme = if call.request.https { "https" } else { "http" };
    format!("{scheme}://{}{PREFIX}", call.request.header("host").unwrap_or_default())
}

/// How much of the metadata an answer carries (Part 1, 3 of the JSON format).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Metadata {
    /// No annotations but counts and links to what follows.
    None,
    /// What cannot be computed.
    Minimal,
    /// As minimal, with the type of each record.
    Full,
}

impl Metadata {
    /// What the address or the header `Accept` asks for.
    fn asked(call: &Call) -> Metadata {
        let format =
            call.request.query("$format").or_else(|| call.request.header("accept")).unwrap_or_default();
        let first = format.split(',').next().unwrap_or_default();
        match first.split(';').find_map(|part| part.trim().strip_prefix("odata.metadata=")) {
            Some("none") => Metadata::None,
            Some("full") => Metadata::Full,
            _ => Metadata::Minimal,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Metadata::None => "none",
            Metadata::Minimal => "minimal",
            Metadata::Full => "full",
        }
    }
}

/// An answer in JSON.
fn told(call: &Call, json: &serde_json::Value) -> Reply {
    let kind = format!("application/json;odata.metadata={};charset=utf-8", Metadata::asked(call).name());
    Reply::bytes(&kind, json.to_string()).with("cache-control", "private, no-cache")
}
