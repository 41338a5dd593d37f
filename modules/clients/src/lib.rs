//! What programs expect that tenants bring along from another suite (I10): they work as they are, with another address and
//! another key. Our own, richer interface is `/api/rest/v1` and OData; nothing here can do more than they can.
//!
//! | Address | What it does |
//! |---|---|
//! | `GET /api/hub/v2/employees/{id}` | one employee by data sets ([`mapping::EMPLOYEE`]) |
//! | `GET /api/hub/v2/positions[/structure|/{code}]` | the staffing plan |
//! | `GET /api/hub/v2/positionassignments/{code}` | who fills a position |
//! | `GET /api/hub/v2/libraryTypes`, `/libraries/{type}` | value lists |
//! | `GET /api/hub/v2/{employees|positions|libraries}/logs` | what changed, from a number on |
//! | the same under `/api/hub/v3`, with `POST`, `PUT` and `PATCH` | writing |
//! | `GET /api/v1/referentials/{type}[/{id}[/translations[/{lcid}]]]` | value lists, as the back office has them |
//! | `GET /api/v2/offersummaries`, `/api/v2/offers/getoffer` | what a career site shows, for sites of the company's own |
//! | `GET /api/v1/vacancies`, `/api/exports/v1/{vacancies|candidates}` | the back office's, as JSON and as zip files |
//! | `POST /api/v2/applicants/applicationswithoutaccount` | an application from such a site |
//! | `PUT /api/v2/applicants` | what changed about an applicant |
//! | `POST /api/system/v1/webhooks`, `DELETE …/{hookId}` | which events are told where |
//! | `GET`, `POST /api/soap/training-content` | publication of training content, by SOAP (I11) |
//!
//! Which of their names means which of our fields is said once, in [`mapping`]. Everything is read and written through the
//! gate, as any other door does it. `docs/admin-guide/existing-clients.md` tells administrators and says where the contract
//! was silent and what was chosen.

mod applicants;
mod ask;
mod coded;
mod exports;
mod front_office;
mod hub;
mod library;
pub mod mapping;
mod referentials;
mod stream;
mod training_content;
pub mod webhooks;

use talang_engine::Module;
use talang_http::Route;

/// What this crate brings to the registry.
pub fn module() -> Module {
    Module {
        messages: [
            talang_engine::messages_of!("../messages"),
            talang_engine::messages_of!("../messages/recruiting"),
        ]
        .concat(),
        features: vec![training_content::feature()],
        ..Module::default()
    }
}

/// The routes of this crate.
pub fn routes() -> Vec<Route> {
    [
        applicants::routes(),
        exports::routes(),
        front_office::routes(),
        hub::routes(),
        referentials::routes(),
        training_content::routes(),
        webhooks::routes(),
    ]
    .concat()
}
