//! What candidates do in their area. Whose records they are is asked each time: a number of somebody else's finds nothing.

use maud::html;
use talang_catalogue::{Culture, Fault, Kind, Language, Record, Value};
use talang_engine::{Change, Error, Filter, Op, Query, Result, View};
use talang_http::{Body, Call, Reply, multipart};
use talang_mail::{Enclosed, Mail};
use talang_recruiting::offers;
use talang_recruiting::privacy::area::{self as tickets, Ticket};
use talang_recruiting::privacy::{erasure, export as whole};
use talang_recruiting::text;

use super::own::{self, Typed};
use super::within;
use crate::alerts;
use crate::apply::{ALL, read, slow_down, speculative, stored, unfit};
use crate::frame::{Page, icon, page as framed, prose};
use crate::site::{Site, missing};

/// Documents of one person at most.
const DOCUMENTS: usize = 40;

pub(super) fn done(site: &Site<'_>, code: &str) -> Reply {
    Reply::see_other(&format!("{}?done={code}", site.path("me")))
}

/// A record of that number, if it is about this candidate.
pub(super) fn mine(v: &mut View<'_>, object: &str, id: i64, person: &Record) -> Result<Record> {
    let object = v.object(object)?;
    let found = v.list(&object, &Query { filter: Some(Filter::Ids(vec![id])), ..Query::default() })?.records;
    let own = found.into_iter().find(|r| r.get("candidate").as_int() == Some(person.id));
    own.ok_or_else(missing)
}

pub(super) fn asked(call: &Call, name: &str) -> i64 {
    call.request.sent(name).parse().unwrap_or_default()
}

/// What is wrong, in sentences; other refusals go on.
pub(super) fn problems(site: &Site<'_>, error: Error) -> Result<Vec<(String, String)>> {
    if !error.is_of_the_form() {
        return Err(error);
    }
    let registry = site.call.installation.registry();
    let sentence = |f: &Fault| {
        let field = f.field.clone().unwrap_or_default();
        let label = site.say(&format!("careers-field-{}", field.replace('_', "-")));
        let text = registry.messages.fault_text(site.scope.language(), f, &label);
        (field, text)
    };
    Ok(error.faults().iter().map(sentence).collect())
}

/// `POST /careers/{site}/me/withdraw`.
pub fn withdraw(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        site.scope.change(Kind::Candidates, |c| {
            let unasked = asked(call, "speculative");
            if unasked != 0 {
                return speculative::withdraw(c, person.id, unasked);
            }
            let record = mine(c, "Application", asked(call, "application"), person)?;
            match record.get("state").as_text() {
                Some("active") => {
                    c.update("Application", record.id, vec![("state", "withdrawn".into())]).map(drop)
                }
                _ => Ok(()),
            }
        })?;
        Ok(done(site, "withdrawn"))
    })
}

/// `POST /careers/{site}/me/offers/{id}`: the candidate takes an offer, or does not.
pub fn answer_offer(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        let yes = match call.request.sent("answer").as_str() {
            "yes" => true,
            "no" => false,
            _ => return Err(missing()),
        };
        let answered = site.scope.change(Kind::Candidates, |c| {
            let offer = mine(c, "Offer", call.id("id")?, person)?;
            offers::answer(c, offer.id, yes, None)
        });
        match answered {
            Ok(()) => Ok(done(site, "answered")),
            Err(error) => {
                let problems = problems(site, error)?;
                own::area(site, person, &Typed { form: Vec::new(), problems })
            }
        }
    })
}

/// `POST /careers/{site}/me/message`.
pub fn write(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        slow_down(site)?;
        let text = call.request.sent("text").replace('\r', "");
        let text = text.trim();
        if text.is_empty() {
            let problems = vec![("text".to_string(), site.say("careers-fill-in"))];
            return own::area(site, person, &Typed { form: call.request.form(), problems });
        }
        let first: String = text.lines().next().unwrap_or_default().chars().take(80).collect();
        let saved = site.scope.change(Kind::Candidates, |c| {
            let application = mine(c, "Application", asked(call, "application"), person)?;
            let values = vec![
                ("candidate", person.id.into()),
                ("application", application.id.into()),
                ("direction", "incoming".into()),
                ("heading", first.as_str().into()),
                ("text", text.into()),
            ];
            c.create("CandidateMessage", values).map(drop)
        });
        match saved {
            Ok(()) => Ok(done(site, "written")),
            Err(error) => {
                let problems = problems(site, error)?;
                own::area(site, person, &Typed { form: call.request.form(), problems })
            }
        }
    })
}

/// `POST /careers/{site}/me/data`.
pub fn change(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        let form = call.request.form();
        let sent = |name: &str| call.request.sent(name).trim().to_string();
        let value = |text: String| if text.is_empty() { Value::Null } else { text.into() };
        let mut values: Vec<(&str, Value)> =
            own::DATA.iter().map(|(name, ..)| (*name, value(sent(name)))).collect();
        values.push(("country", value(sent("country"))));
        let spoken = Language::parse(&sent("language")).filter(|l| site.data.languages.contains(l));
        let now = person.get("culture").as_text().and_then(Culture::find).map(|c| c.language);
        if let Some(spoken) = spoken.filter(|l| now != Some(*l)) {
            values.push(("culture", Culture::of(spoken).code.into()));
        }
        let saved = site
            .scope
            .change(Kind::Candidates, |c| c.update("Candidate", person.id, values.clone()).map(drop));
        match saved {
            Ok(()) => Ok(done(site, "saved")),
            Err(error) => {
                let problems = problems(site, error)?;
                own::area(site, person, &Typed { form, problems })
            }
        }
    })
}

/// `POST /careers/{site}/me/documents`.
pub fn add(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        slow_down(site)?;
        let sent = multipart::with_parts(&call.request, ALL, |parts| Ok(read(parts)))?;
        let refuse = |key: &str| {
            let problems = vec![("document".to_string(), site.say(key))];
            own::area(site, person, &Typed { form: Vec::new(), problems })
        };
        let Some((_, name, content)) = sent.files.first() else { return refuse("careers-fill-in") };
        if let Some(key) = unfit(content) {
            return refuse(key);
        }
        let (name, file) = match stored(&site.scope, "document", name, content) {
            Ok(stored) => stored,
            Err(error) => {
                let problems = problems(site, error)?;
                return own::area(site, person, &Typed { form: Vec::new(), problems });
            }
        };
        let full = site.scope.change(Kind::Candidates, |c| {
            let known = own::of(c, "CandidateDocument", person.id, "number")?;
            // The same document sent again is there already.
            if known.iter().any(|d| d.get("file").as_text() == Some(file.as_str())) {
                return Ok(false);
            }
            if known.len() >= DOCUMENTS {
                return Ok(true);
            }
            let now = c.scope().installation().clock().now();
            let values = vec![
                ("candidate", person.id.into()),
                ("kind", "other".into()),
                ("name", name.as_str().into()),
                ("file", file.as_str().into()),
                ("received_at", now.into()),
            ];
            c.create("CandidateDocument", values)?;
            Ok(false)
        })?;
        if full { refuse("careers-me-full") } else { Ok(done(site, "added")) }
    })
}

/// `GET /careers/{site}/me/documents/{id}`.
pub fn document(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        let record = site.scope.view(|v| mine(v, "CandidateDocument", call.id("id")?, person))?;
        let file = record.get("file").as_text().unwrap_or_default();
        let (hash, name) = file.split_once('/').unwrap_or((file, "document"));
        let path = site.scope.tenant().db().attachments().path(hash).map_err(|_| missing())?;
        let reply = Reply { status: 200, headers: Vec::new(), body: Body::File(path) };
        // Never shown within the site: what people send is not to be trusted.
        Ok(reply.with("content-type", "application/octet-stream").with(
            "content-disposition",
            format!("attachment; filename*=UTF-8''{}", talang_http::encode(name)),
        ))
    })
}

/// `POST /careers/{site}/me/documents/{id}/remove`: what the candidate brought, the candidate takes back.
pub fn remove(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        site.scope.change(Kind::Candidates, |c| {
            let record = mine(c, "CandidateDocument", call.id("id")?, person)?;
            if !own::brought_by_candidate(c, &record)? {
                return Err(missing());
            }
            let sent = c.object("ApplicationDocument")?;
            let of = Filter::test(&sent, "document", Op::Is, vec![record.id.into()]);
            let ids: Vec<i64> =
                c.ids(&sent, &Query { filter: Some(of), ..Query::default() })?.iter().collect();
            for id in ids {
                c.delete(&sent, id, None)?;
            }
            let object = c.object("CandidateDocument")?;
            c.delete(&object, record.id, None)
        })?;
        Ok(done(site, "removed"))
    })
}

/// `POST /careers/{site}/me/alerts/{id}/stop`.
pub fn stop(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        site.scope.change(Kind::Candidates, |c| {
            let id = call.id("id")?;
            let own = alerts::running(c, text(person, "email"))?;
            let alert = own.iter().find(|a| a.id == id).ok_or_else(missing)?;
            alerts::end(c, &[alert.id])
        })?;
        Ok(done(site, "stopped"))
    })
}

/// A mail to whoever is here.
fn mail(
    c: &mut Change<'_>,
    site: &Site<'_>,
    person: &Record,
    template: &'static str,
    export: bool,
) -> Result<()> {
    let culture = site.scope.culture;
    let link = match export {
        true => tickets::link(c, Ticket::Export, person.id, "me/export.zip", tickets::SENT, culture)?,
        false => None,
    };
    let host = link.as_ref().and_then(|l| l.host.clone());
    let now = c.scope().installation().clock().now();
    let mail = Mail {
        to: person.get("email").as_text().unwrap_or_default(),
        employee: None,
        culture,
        template,
        arguments: vec![("name", person.get("first_name").as_text().unwrap_or_default().to_string())],
        link: link.map(|l| l.path),
        expires: export.then_some(now + tickets::SENT),
    };
    talang_mail::enqueue_with(c, &mail, Enclosed { host, ..Enclosed::default() }).map(drop)
}

/// `POST /careers/{site}/me/export`: a mail with a link to the file (G8).
pub fn export(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        slow_down(site)?;
        site.scope.change(Kind::Candidates, |c| mail(c, site, person, "candidate-export", true))?;
        Ok(done(site, "exported"))
    })
}

/// `GET /careers/{site}/me/export.zip?t=`.
pub fn zip(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = call.request.query("t").unwrap_or_default();
    let parts = site.scope.view(|v| match tickets::open(v, Ticket::Export, sealed)? {
        Some(person) => whole::parts(v, person.id, site.scope.culture).map(Some),
        None => Ok(None),
    })?;
    let Some(parts) = parts else { return Ok(Reply::see_other(&format!("{}?over=1", site.path("me")))) };
    let bytes = packed(parts).map_err(|_| Error::from(Fault::new("internal")))?;
    Ok(Reply::bytes("application/zip", bytes)
        .with("content-disposition", "attachment; filename=\"data.zip\"")
        .with("cache-control", "no-store"))
}

fn packed(parts: Vec<whole::Part>) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut zip = talang_report::zip::Zip::new(&mut bytes);
    for (name, content) in parts {
        zip = zip.whole(name, content)?;
    }
    zip.end()?;
    Ok(bytes)
}

/// `POST /careers/{site}/me/erase`.
pub fn erase(call: &Call) -> Result<Reply> {
    let mut gone = false;
    let reply = within(call, |site, person| {
        if call.request.sent("sure") != "yes" {
            return own::erase_page(site, true);
        }
        site.scope.change(Kind::Candidates, |c| {
            erasure::erase(c, person.id)?;
            match talang_mail::available(c.scope().installation()) {
                true => mail(c, site, person, "candidate-erased", false),
                false => Ok(()),
            }
        })?;
        gone = true;
        let title = site.say("careers-me-erased");
        let content = html! {
            div.cs-card.cs-form.cs-text {
                h1 { (icon("check")) " " (title) }
                (prose(&site.say("careers-me-erased-text")))
            }
        };
        framed(site, &Page { title: &title, menu: "me", ..Page::default() }, html! {}, content)
    })?;
    Ok(match gone {
        true => super::forgotten(call.request.https, reply),
        false => reply,
    })
}
