//! Times for interviews that candidates choose themselves: the hiring team offers times for a vacancy, asks candidates to choose,
//! and whoever chooses first has the time. What is chosen is an interview like any other.

use std::collections::HashSet;

use talang_catalogue::value::days_of_date;
use talang_catalogue::{Fault, Record, Value};
use talang_engine::{Change, Filter, Op, Query, Result, View};
use talang_mail::Enclosed;

pub use crate::interviews::on as takes_place;
use crate::interviews::{conflicts, vacancy_title};
use crate::letters::sending;
use crate::privacy::area::{self, Ticket};
use crate::readers::{self, Letter};
use crate::text;

/// How long before it begins a time can be chosen last, in microseconds: two hours, so that nobody is surprised.
const NOTICE: i64 = 7_200_000_000;

/// What a time says of the interview that is made of it.
const SAME: [&str; 9] =
    ["kind", "starts_at", "ends_at", "zone", "place", "link", "interviewers", "organiser", "message"];

/// How an application stands with choosing a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choosing {
    /// Nobody asked, it is over, or the application is under way no more.
    Closed,
    /// The candidate may choose.
    Open,
    /// The candidate has chosen the time of this interview, and may choose another while it is open.
    Chosen {
        /// Number of the interview.
        interview: i64,
        /// The other times can still be chosen.
        open: bool,
    },
}

fn list(v: &mut View<'_>, object: &str, field: &str, id: i64, sort: &str) -> Result<Vec<Record>> {
    let object = v.object(object)?;
    let filter = Filter::test(&object, field, Op::Is, vec![id.into()]);
    let query = Query { filter: Some(filter), sort: v.sort(&object, sort)?, ..Query::default() };
    Ok(v.list(&object, &query)?.records)
}

/// All times of a vacancy that are still to come.
///
/// # Errors
/// Those of the store.
pub fn coming(view: &mut View<'_>, vacancy: i64) -> Result<Vec<Record>> {
    let now = view.scope().installation().clock().now();
    let all = list(view, "InterviewSlot", "vacancy", vacancy, "starts_at,number")?;
    Ok(all.into_iter().filter(|s| s.get("starts_at").as_int().is_some_and(|at| at > now)).collect())
}

/// The interviews that take place at offered times of a vacancy: time and interview.
///
/// # Errors
/// Those of the store.
pub fn taken(view: &mut View<'_>, vacancy: i64) -> Result<Vec<(i64, Record)>> {
    view.as_rule(|v| {
        let all = list(v, "Interview", "vacancy", vacancy, "starts_at")?;
        Ok(all.into_iter().filter(takes_place).filter_map(|i| Some((i.get("slot").as_int()?, i))).collect())
    })
}

/// The times of a vacancy that a candidate can choose: nobody has them, and whoever would lead the interview has no other one
/// then.
///
/// # Errors
/// Those of the store.
pub fn free(view: &mut View<'_>, vacancy: i64) -> Result<Vec<Record>> {
    view.as_rule(|v| {
        let now = v.scope().installation().clock().now();
        let gone: HashSet<i64> = taken(v, vacancy)?.into_iter().map(|(slot, _)| slot).collect();
        let mut out = Vec::new();
        for slot in coming(v, vacancy)? {
            let soon = slot.get("starts_at").as_int().is_none_or(|at| at < now + NOTICE);
            if !soon && !gone.contains(&slot.id) && conflicts(v, &slot)?.is_empty() {
                out.push(slot);
            }
        }
        Ok(out)
    })
}

/// How an application stands with choosing.
///
/// # Errors
/// Those of the store.
pub fn choosing(view: &mut View<'_>, application: &Record) -> Result<Choosing> {
    view.as_rule(|v| {
        let clock = v.scope().installation().clock();
        let (now, today) = (clock.now(), days_of_date(clock.today()));
        if text(application, "state") != "active" {
            return Ok(Choosing::Closed);
        }
        let open = application.get("book_until").as_int().is_some_and(|last| today <= last);
        let all = list(v, "Interview", "application", application.id, "starts_at")?;
        let chosen = all.iter().find(|i| {
            takes_place(i)
                && !i.get("slot").is_null()
                && i.get("starts_at").as_int().is_some_and(|at| at > now)
        });
        Ok(match (chosen, open) {
            (Some(interview), open) => Choosing::Chosen { interview: interview.id, open },
            (None, true) => Choosing::Open,
            (None, false) => Choosing::Closed,
        })
    })
}

fn application(c: &mut Change<'_>, id: i64) -> Result<Record> {
    let object = c.object("Application")?;
    c.get(&object, id)
}

/// The candidate chooses a time, or another one instead.
///
/// # Errors
/// `interview.not_asked` where there is nothing to choose; `interview.taken` where the time is somebody else's, or is offered no
/// more; those of the store.
pub fn choose(change: &mut Change<'_>, application: i64, slot: i64) -> Result<()> {
    change.as_program(|c| {
        let about = self::application(c, application)?;
        let now = match choosing(c, &about)? {
            Choosing::Open => None,
            Choosing::Chosen { interview, open: true } => Some(interview),
            _ => return Err(Fault::new("interview.not_asked").into()),
        };
        let offered = free(c, about.get("vacancy").as_int().unwrap_or_default())?;
        let Some(slot) = offered.iter().find(|s| s.id == slot) else {
            return Err(Fault::new("interview.taken").on("slot").into());
        };
        let mut values: Vec<(&str, Value)> = SAME.iter().map(|f| (*f, slot.get(f).clone())).collect();
        values.push(("slot", slot.id.into()));
        values.push(("state", "confirmed".into()));
        values.push(("invites_candidate", true.into()));
        match now {
            Some(interview) => c.update("Interview", interview, values).map(drop),
            None => {
                values.push(("application", application.into()));
                c.create("Interview", values).map(drop)
            }
        }
    })
}

/// The candidate gives the chosen time back.
///
/// # Errors
/// `interview.not_asked` where none was chosen; those of the store.
pub fn give_back(change: &mut Change<'_>, application: i64) -> Result<()> {
    change.as_program(|c| {
        let about = self::application(c, application)?;
        match choosing(c, &about)? {
            Choosing::Chosen { interview, .. } => {
                c.update("Interview", interview, vec![("state", "cancelled".into())]).map(drop)
            }
            _ => Err(Fault::new("interview.not_asked").into()),
        }
    })
}

/// Asks the candidate of an application to choose a time until a day, and writes so.
///
/// # Errors
/// `mail.none` and `letter.address` where nobody would learn of it; refusals of the application's own rules and rights; those of
/// the store.
pub fn ask(change: &mut Change<'_>, application: i64, until: i64, words: &str) -> Result<()> {
    change.update("Application", application, vec![("book_until", until.into())])?;
    let about = change.as_program(|c| self::application(c, application))?;
    let candidate = about.get("candidate").as_int().unwrap_or_default();
    if !talang_mail::available(change.scope().installation()) {
        return Err(Fault::new("mail.none").into());
    }
    if !sending::reaches(change, candidate)? {
        return Err(Fault::new("letter.address").on("id").into());
    }
    let Some(reader) = readers::candidate_of(change, candidate)? else { return Ok(()) };
    let link = area::link(change, Ticket::Area, candidate, "me/open", area::SENT, reader.culture)?;
    let host = link.as_ref().and_then(|l| l.host.clone());
    let arguments = vec![
        ("name", reader.name.clone()),
        ("title", vacancy_title(change, &about, &reader)?),
        ("until", reader.culture.date_long(until)),
    ];
    let enclosed = Enclosed { words: words.to_string(), host, ..Enclosed::default() };
    let letter = Letter { template: "interview-choose", arguments, link: link.map(|l| l.path), enclosed };
    readers::send(change, &reader, letter)
}
