//! Links by which people without an account come to what is theirs, candidates and the people of agencies: sealed, for a time, and only
//! ever sent to the address that they have. Nothing is kept of them: whoever holds one reads mails of that address, and a changed
//! address makes all of them worthless.

use serde_json::json;
use talang_catalogue::{Culture, Record};
use talang_engine::{Filter, Op, Query, Result, View};

use crate::agencies;
use crate::objects::careers::FrontOffice;
use crate::text;

/// What a ticket opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticket {
    /// The candidate's area, by a link in a mail.
    Area,
    /// The candidate's area, while somebody is there.
    Session,
    /// The file with all their data.
    Export,
    /// The question whether data may be kept for longer.
    Keep,
    /// The portal of agencies, by a link in a mail.
    Agency,
    /// The portal of agencies, while somebody is there.
    AgencySession,
}

impl Ticket {
    const fn purpose(self) -> &'static str {
        match self {
            Ticket::Area => "candidate-area",
            Ticket::Session => "candidate-session",
            Ticket::Export => "candidate-export",
            Ticket::Keep => "candidate-keep",
            Ticket::Agency => "agency-link",
            Ticket::AgencySession => "agency-session",
        }
    }

    /// The object of those whose ticket it is.
    const fn person(self) -> &'static str {
        match self {
            Ticket::Area | Ticket::Session | Ticket::Export | Ticket::Keep => "Candidate",
            Ticket::Agency | Ticket::AgencySession => "AgencyUser",
        }
    }
}

/// Microseconds of an hour.
const HOUR: i64 = 3_600_000_000;
/// How long a link works that somebody asked for: a day.
pub const ASKED: i64 = 24 * HOUR;
/// How long a link works that comes with a letter, and one to a file: a week.
pub const SENT: i64 = 7 * 24 * HOUR;

/// Whether somebody may come in: a candidate who was not erased, a person who works for an agency that is worked with.
fn welcome(view: &mut View<'_>, person: &Record) -> Result<bool> {
    if text(person, "email").is_empty() {
        return Ok(false);
    }
    match person.object.def.name {
        "AgencyUser" => agencies::works(view, person),
        _ => Ok(person.get("anonymised_on").is_null()),
    }
}

/// The person of that number, where there is still anybody with an address.
fn whose(view: &mut View<'_>, ticket: Ticket, person: i64) -> Result<Option<Record>> {
    view.as_rule(|v| {
        let object = v.object(ticket.person())?;
        let query = Query { filter: Some(Filter::Ids(vec![person])), ..Query::default() };
        match v.list(&object, &query)?.records.into_iter().next() {
            Some(found) if welcome(v, &found)? => Ok(Some(found)),
            _ => Ok(None),
        }
    })
}

/// The candidate of that number, where there is still anybody with an address.
///
/// # Errors
/// Those of the store.
pub fn somebody(view: &mut View<'_>, candidate: i64) -> Result<Option<Record>> {
    whose(view, Ticket::Area, candidate)
}

/// Everybody who may come in with a ticket and has that address, whatever the case of its letters.
///
/// # Errors
/// Those of the store.
pub fn at_address(view: &mut View<'_>, ticket: Ticket, address: &str) -> Result<Vec<Record>> {
    view.as_rule(|v| {
        let object = v.object(ticket.person())?;
        let exact = Filter::test(&object, "email", Op::Is, vec![address.into()]);
        let mut found = v.list(&object, &Query { filter: Some(exact), ..Query::default() })?.records;
        if found.is_empty() {
            // Addresses that others wrote in capitals are the same.
            let query = Query { search: Some(address.to_string()), limit: 50, ..Query::default() };
            found = v.list(&object, &query)?.records;
        }
        let address = address.to_lowercase();
        let mut out = Vec::new();
        for person in found {
            if text(&person, "email").to_lowercase() == address && welcome(v, &person)? {
                out.push(person);
            }
        }
        Ok(out)
    })
}

/// A ticket for somebody until a moment (microseconds since 1970); nothing for whoever may not come in.
///
/// # Errors
/// Those of the store.
pub fn seal(view: &mut View<'_>, ticket: Ticket, person: i64, until: i64) -> Result<Option<String>> {
    let Some(found) = whose(view, ticket, person)? else { return Ok(None) };
    let content = json!([person, until, text(&found, "email").to_lowercase()]).to_string();
    let vault = view.scope().tenant().db().vault();
    Ok(Some(vault.seal_ticket(ticket.purpose(), content.as_bytes())?))
}

/// Whose ticket it is, while it holds.
///
/// # Errors
/// Those of the store.
pub fn open(view: &mut View<'_>, ticket: Ticket, sealed: &str) -> Result<Option<Record>> {
    let content = view.scope().tenant().db().vault().open_ticket(ticket.purpose(), sealed);
    let read = content.and_then(|bytes| serde_json::from_slice::<(i64, i64, String)>(&bytes).ok());
    let now = view.scope().installation().clock().now();
    let Some((person, _, address)) = read.filter(|(_, until, _)| now < *until) else { return Ok(None) };
    Ok(whose(view, ticket, person)?.filter(|p| text(p, "email").to_lowercase() == address))
}

/// An address on a career site, for a mail.
#[derive(Clone, Debug)]
pub struct Link {
    /// Path with its query.
    pub path: String,
    /// The site's own host name, where it has one.
    pub host: Option<String>,
}

/// The site on which candidates have their area and agencies their portal: the first public one. Nothing where there is none.
///
/// # Errors
/// Those of the store.
pub fn site(view: &mut View<'_>) -> Result<Option<(String, Option<String>)>> {
    site_where(view, |_| true)
}

/// The first public site of some, and its own host name where that is registered.
///
/// # Errors
/// Those of the store.
pub fn site_where(
    view: &mut View<'_>,
    fits: impl Fn(&FrontOffice) -> bool,
) -> Result<Option<(String, Option<String>)>> {
    let sites = view.as_rule(|v| {
        let object = v.object("FrontOffice")?;
        let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
        v.typed_list::<FrontOffice>(&Query { filter: Some(active), ..Query::default() })
    })?;
    let first = sites.into_iter().filter(|(_, s)| !s.internal && fits(s)).min_by_key(|(id, _)| *id);
    let Some((_, site)) = first else { return Ok(None) };
    let host = registered(view, site.domain.as_deref())?;
    Ok(Some((site.code.to_string(), host)))
}

/// The host name of a site, where it is registered as one of the tenant's.
///
/// # Errors
/// Those of the store.
pub fn registered(view: &View<'_>, domain: Option<&str>) -> Result<Option<String>> {
    let scope = view.scope();
    let known = scope.installation().store().directory(|d| d.domains(scope.tenant().id()))?;
    Ok(domain.map(str::to_string).filter(|host| known.contains(host)))
}

/// A page of a site (`me/open?…`), for a mail.
#[must_use]
pub fn on_site(code: &str, host: Option<&str>, page: &str) -> Link {
    let path = match host {
        Some(_) => format!("/{page}"),
        None => format!("/careers/{code}/{page}"),
    };
    Link { path, host: host.map(str::to_string) }
}

/// The address of a page of a site, as [`site`] tells it, in a language: for a mail.
pub fn page_of(site: (String, Option<String>), page: &str, query: &str, culture: &Culture) -> Link {
    let (code, host) = site;
    on_site(&code, host.as_deref(), &format!("{page}?lang={}{query}", culture.language.code()))
}

/// A link for somebody to a page of the site (`me/open`, `me/export.zip`, `agency/open` …), in their language.
///
/// # Errors
/// Those of the store.
pub fn link(
    view: &mut View<'_>,
    ticket: Ticket,
    person: i64,
    page: &str,
    lasts: i64,
    culture: &Culture,
) -> Result<Option<Link>> {
    let until = view.scope().installation().clock().now() + lasts;
    let (Some(site), Some(sealed)) = (site(view)?, seal(view, ticket, person, until)?) else {
        return Ok(None);
    };
    Ok(Some(page_of(site, page, &format!("&t={sealed}"), culture)))
}
