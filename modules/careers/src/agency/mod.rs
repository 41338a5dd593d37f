//! The portal of agencies (S5): their people come by a link in a mail, read the vacancies that their agency was given, propose
//! candidates, and follow what became of them. It is on the first public site.
//!
//! An agency sees what it sent and how far that came, in the words for candidates; never a candidate's file, never whether somebody
//! was known before, and nothing of other agencies ([`talang_recruiting::agencies`]).

mod own;
mod propose;

use serde_json::Value as Json;
use talang_catalogue::Record;
use talang_engine::jobs::JobRun;
use talang_engine::{Filter, Query, Result, View};
use talang_http::{Access, Call, Method, Reply, Route, cookies};
use talang_recruiting::agencies::{self, Given};
use talang_recruiting::privacy::area::{self as tickets, Ticket};
use talang_recruiting::text;

use crate::advert::{Advert, Tongue, of_records};
use crate::door::Door;
use crate::site::{Site, missing};

/// The job that sends a link to whoever asked for it.
pub(crate) const LINK: &str = "careers.agency-link";

/// How the people of agencies come in.
const DOOR: Door = Door {
    page: "agency",
    cookie: cookies::AGENCY,
    link: Ticket::Agency,
    session: Ticket::AgencySession,
    job: LINK,
    template: "agency-link",
};

/// The addresses of the portal.
pub fn routes() -> Vec<Route> {
    let read = |pattern, handler| Route::get(pattern, Access::Visitor, handler);
    let act = |pattern, handler| Route::post(pattern, Access::Visitor, handler);
    const PROPOSE: &str = "/careers/{site}/agency/jobs/{job}/propose";
    vec![
        read("/careers/{site}/agency", own::page),
        read("/careers/{site}/agency/open", |call| DOOR.open(&portal(call)?)),
        act("/careers/{site}/agency/link", |call| DOOR.ask(&portal(call)?)),
        act("/careers/{site}/agency/leave", |call| DOOR.leave(&portal(call)?)),
        read("/careers/{site}/agency/jobs/{job}", own::vacancy),
        read(PROPOSE, propose::form),
        Route::upload(Method::Post, PROPOSE, Access::Visitor, propose::send),
        read("/careers/{site}/agency/proposals/{id}", own::proposal),
        act("/careers/{site}/agency/proposals/{id}/withdraw", own::withdraw),
    ]
}

/// The site of the portal; nothing on others.
fn portal(call: &Call) -> Result<Site<'_>> {
    let site = Site::of(call)?;
    let first = site.scope.view(tickets::site)?;
    match first.is_some_and(|(code, _)| code == site.data.code) {
        true => Ok(site),
        false => Err(missing()),
    }
}

/// Does something for whoever is here.
fn within(call: &Call, work: impl FnOnce(&Site<'_>, &Record) -> Result<Reply>) -> Result<Reply> {
    DOOR.within(&portal(call)?, work)
}

/// Sends the link to everybody of that address who works for an agency.
pub(crate) fn send_link(run: &mut JobRun<'_>) -> Result<Json> {
    DOOR.send_link(run, |c, person| {
        let agency = c.title("Agency", agency_of(person))?.title;
        Ok(vec![("name", text(person, "first_name").to_string()), ("agency", agency)])
    })
}

fn agency_of(person: &Record) -> i64 {
    person.get("agency").as_int().unwrap_or_default()
}

/// A vacancy that the agency was given, as candidates read it.
struct Offered {
    given: Given,
    advert: Advert,
}

/// The vacancies for which an agency may propose candidates today.
fn offered(site: &Site<'_>, v: &mut View<'_>, agency: i64) -> Result<Vec<Offered>> {
    let given = agencies::given(v, agency)?;
    let records: Vec<Record> = given.iter().map(|g| g.vacancy.clone()).collect();
    let tongue = Tongue { reader: site.scope.culture, own: site.data.culture.language };
    let adverts = of_records(v, tongue, &records)?;
    let all = given.into_iter().zip(adverts).map(|(given, mut advert)| {
        advert.published_on = given.mandate.get("start").as_int().unwrap_or_default();
        Offered { given, advert }
    });
    Ok(all.collect())
}

/// The one of that reference; another's is not there.
fn asked(site: &Site<'_>, v: &mut View<'_>, agency: i64) -> Result<Offered> {
    let code = site.call.param("job");
    offered(site, v, agency)?.into_iter().find(|o| o.advert.code == code).ok_or_else(missing)
}

/// A proposal of that number, if it is this agency's.
fn mine(v: &mut View<'_>, agency: i64, id: i64) -> Result<Record> {
    let object = v.object("AgencySubmission")?;
    let query = Query { filter: Some(Filter::Ids(vec![id])), ..Query::default() };
    let found = v.list(&object, &query)?.records.into_iter().next();
    found.filter(|p| p.get("agency").as_int() == Some(agency)).ok_or_else(missing)
}
