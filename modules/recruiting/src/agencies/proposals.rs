//! What agencies propose, and what recruiters decide about it (S5). An agency's words stay with its proposal: nothing that is known of a
//! candidate is written over by them.

use talang_catalogue::{Culture, Fault, Record, Value};
use talang_engine::{Action, Change, Filter, Op, Query, Result, View, Waiting};
use talang_mail::Enclosed;

use super::rules::{VERDICTS, applied};
use super::{Given, int, protector, read, standing, those, title};
use crate::documents::{self, Paper};
use crate::privacy::area::{self, Ticket};
use crate::{readers, text};

/// What an agency sends.
#[derive(Debug)]
pub struct Proposal<'a> {
    /// The person at the agency.
    pub by: &'a Record,
    /// For which vacancy.
    pub given: &'a Given,
    /// Names, address in small letters, and where the person lives, by the names of a candidate's fields; empty texts are none.
    pub person: [(&'static str, &'a str); 6],
    /// What the agency says about the person.
    pub comment: &'a str,
    /// Documents.
    pub papers: &'a [Paper],
    /// The language in which the person reads mails.
    pub culture: &'static Culture,
}

impl Proposal<'_> {
    fn said(&self, field: &str) -> &str {
        self.person.iter().find(|(name, _)| *name == field).map(|(_, text)| *text).unwrap_or_default()
    }

    fn value(text: &str) -> Value {
        if text.is_empty() { Value::Null } else { text.into() }
    }
}

/// Takes a proposal. Somebody who is new becomes a candidate with an application; about somebody who is known a recruiter decides first;
/// somebody who applied for the vacancy, or whom another agency proposed whose protection holds, is marked as known for recruiters. The
/// agency cannot tell these from one another. The person is told in any case (Art. 14 GDPR). The number of what was written.
///
/// # Errors
/// `agency.again` where this agency proposed that person for this vacancy before; those of saving.
pub fn submit(change: &mut Change<'_>, proposal: &Proposal<'_>) -> Result<i64> {
    let agency = int(proposal.by, "agency");
    let vacancy = proposal.given.vacancy.id;
    let email = proposal.said("email");
    let again = || Fault::new("agency.again").on("email");
    // By what it wrote itself: whether an address that it did not write is the same person's it does not learn here.
    let are = [("agency", vec![agency.into()]), ("vacancy", vec![vacancy.into()])];
    let before = those(change, "AgencySubmission", &are, "number")?;
    if before.iter().any(|p| text(p, "email").to_lowercase() == email) {
        return Err(again().into());
    }
    let known = area::at_address(change, Ticket::Area, email)?.into_iter().next();
    if known.as_ref().is_some_and(|person| before.iter().any(|p| int(p, "candidate") == person.id)) {
        return Err(again().into());
    }
    let source: Value = change.resolve("CandidateSource", "agency")?.into();
    let mut state = "received";
    let mut ours = true;
    let candidate = match &known {
        Some(person) => {
            let theirs = applied(change, person.id, vacancy)?.is_some();
            if theirs || protector(change, person.id, agency)?.is_some() {
                state = "duplicate";
            }
            ours = proposed_by(change, person.id, agency)?;
            person.id
        }
        None => {
            let mut values: Vec<(&str, Value)> =
                proposal.person.iter().map(|(field, text)| (*field, Proposal::value(text))).collect();
            values.extend([
                ("culture", proposal.culture.code.into()),
                ("source", source),
                ("channel", "agency".into()),
            ]);
            change.create("Candidate", values)?.id
        }
    };
    let mut values: Vec<(&str, Value)> =
        proposal.person.iter().map(|(field, text)| (*field, Proposal::value(text))).collect();
    values.extend([
        ("agency", agency.into()),
        ("candidate", candidate.into()),
        ("vacancy", vacancy.into()),
        ("submitted_by", proposal.by.id.into()),
        ("state", state.into()),
        ("comment", Proposal::value(proposal.comment)),
        ("agreed", true.into()),
    ]);
    let id = change.create("AgencySubmission", values)?.id;
    for paper in proposal.papers {
        let values = vec![
            ("submission", id.into()),
            ("kind", paper.kind.as_str().into()),
            ("name", paper.name.as_str().into()),
            ("file", paper.file.as_str().into()),
        ];
        change.create("AgencySubmissionDocument", values)?;
    }
    if ours && state == "received" {
        let written = read(change, "AgencySubmission", id)?;
        take_up(change, &written)?;
    }
    inform(change, proposal, candidate)?;
    Ok(id)
}

/// Whether a candidate is one of this agency's own: a proposal of it about them was taken up, and its protection holds.
fn proposed_by(view: &mut View<'_>, candidate: i64, agency: i64) -> Result<bool> {
    let day = super::today(view);
    let are = [
        ("candidate", vec![candidate.into()]),
        ("agency", vec![agency.into()]),
        ("state", vec!["received".into(), "accepted".into(), "hired".into()]),
    ];
    let all = those(view, "AgencySubmission", &are, "number")?;
    let holds = |p: &Record| p.get("protected_until").as_int().is_some_and(|until| day <= until);
    Ok(all.iter().any(|p| !p.get("application").is_null() && holds(p)))
}

/// Tells the person who proposed them, for what, and who has their data now; and whoever takes care of the vacancy that somebody was
/// proposed.
fn inform(change: &mut Change<'_>, proposal: &Proposal<'_>, candidate: i64) -> Result<()> {
    let agency = change.title("Agency", int(proposal.by, "agency"))?.title;
    let vacancy = &proposal.given.vacancy;
    if let Some(reader) = readers::candidate_of(change, candidate)? {
        let link = area::link(change, Ticket::Area, candidate, "me/open", area::SENT, reader.culture)?;
        let host = link.as_ref().and_then(|l| l.host.clone());
        let letter = readers::Letter {
            template: "candidate-proposed",
            arguments: vec![
                ("name", reader.name.clone()),
                ("agency", agency.clone()),
                ("vacancy", title(vacancy, reader.culture)),
                ("reference", text(vacancy, "code").to_string()),
            ],
            link: link.map(|l| l.path),
            enclosed: Enclosed { host, ..Enclosed::default() },
        };
        readers::send(change, &reader, letter)?;
    }
    let Some(recruiter) = vacancy.get("recruiter").as_int() else { return Ok(()) };
    let title = change.title("Vacancy", vacancy.id)?.title;
    let link = format!("/vacancies/{}?tab=agencies", vacancy.id);
    readers::write(change, recruiter, "agency-proposed", vec![("title", title), ("agency", agency)], link)
}

/// Makes an application of a proposal, with its documents; the one that there is, where the person has one. The proposal afterwards.
pub(super) fn take_up(change: &mut Change<'_>, proposal: &Record) -> Result<Record> {
    let (candidate, vacancy) = (int(proposal, "candidate"), int(proposal, "vacancy"));
    change.by_rule(|c| {
        let application = match applied(c, candidate, vacancy)? {
            Some(there) => there.id,
            None => {
                let source: Value = c.resolve("CandidateSource", "agency")?.into();
                let values =
                    vec![("candidate", candidate.into()), ("vacancy", vacancy.into()), ("source", source)];
                c.create("Application", values)?.id
            }
        };
        let sent =
            those(c, "AgencySubmissionDocument", &[("submission", vec![proposal.id.into()])], "number")?;
        let paper = |d: &Record| Paper {
            kind: text(d, "kind").to_string(),
            file: text(d, "file").to_string(),
            name: text(d, "name").to_string(),
        };
        let papers: Vec<Paper> = sent.iter().map(paper).collect();
        documents::attach(c, candidate, application, &papers)?;
        c.update("AgencySubmission", proposal.id, vec![("application", application.into())])?;
        read(c, "AgencySubmission", proposal.id)
    })
}

/// Decides about a proposal: `accepted`, `duplicate` or `refused`. Where it led to an application, refusing is done there.
///
/// # Errors
/// `record.not_found`, `right.missing`; `agency.over` where the agency took it back or somebody was hired, `agency.applied` where an
/// application is to be refused instead, `agency.protected` where another agency was first.
pub fn decide(change: &mut Change<'_>, proposal: i64, verdict: &str) -> Result<()> {
    let object = change.object("AgencySubmission")?;
    let record = change.get(&object, proposal)?;
    if !change.may(&record, "decision", Action::Update)? {
        return Err(Fault::new("right.missing")
            .with("action", "update")
            .with("object", "AgencySubmission")
            .into());
    }
    if !VERDICTS.contains(&verdict) {
        return Err(Fault::new("value.mandatory").on("state").into());
    }
    if matches!(text(&record, "state"), "withdrawn" | "hired") {
        return Err(Fault::new("agency.over").on("state").into());
    }
    if verdict == "refused" && !record.get("application").is_null() {
        return Err(Fault::new("agency.applied").on("state").into());
    }
    let now = change.scope().installation().clock().now();
    let me = change.scope().actor.employee();
    change.by_rule(|c| {
        let values = vec![("state", verdict.into()), ("decided_at", now.into()), ("decided_by", me.into())];
        c.update("AgencySubmission", proposal, values).map(drop)
    })
}

/// An agency takes a proposal back, and the application that it led to.
///
/// # Errors
/// `agency.over` where there is nothing to take back any more; those of the store.
pub fn withdraw(change: &mut Change<'_>, proposal: &Record) -> Result<()> {
    let language = change.scope().language();
    if !standing(change, proposal, language)?.revocable() {
        return Err(Fault::new("agency.over").into());
    }
    change.update("AgencySubmission", proposal.id, vec![("state", "withdrawn".into())])?;
    let Some(application) = proposal.get("application").as_int() else { return Ok(()) };
    let application = read(change, "Application", application)?;
    // One that the person sent themselves before is theirs to withdraw.
    let by_it = int(&application, "applied_at") >= int(proposal, "submitted_at");
    if by_it && text(&application, "state") == "active" {
        change.update("Application", application.id, vec![("state", "withdrawn".into())])?;
    }
    Ok(())
}

/// Proposals about which nobody decided yet, for vacancies that the scope's person takes care of.
///
/// # Errors
/// Those of the store.
pub fn awaiting(view: &mut View<'_>) -> Result<Vec<Waiting>> {
    let object = view.object("AgencySubmission")?;
    let me = view.scope().actor.employee().filter(|_| view.scope().acting().is_none());
    let (Some(me), true) = (me, view.rights().may(&object, Action::Update)) else { return Ok(Vec::new()) };
    let open = Filter::And(vec![
        Filter::test(&object, "state", Op::Is, vec!["received".into(), "duplicate".into()]),
        Filter::test(&object, "decided_at", Op::Empty, Vec::new()),
    ]);
    let query = Query {
        filter: Some(open),
        sort: view.sort(&object, "submitted_at")?,
        limit: 200,
        ..Query::default()
    };
    let mut out = Vec::new();
    for proposal in view.list(&object, &query)?.records {
        let vacancy = read(view, "Vacancy", int(&proposal, "vacancy"))?;
        if vacancy.get("recruiter").as_int() == Some(me) {
            out.push(Waiting {
                name: view.title("Candidate", int(&proposal, "candidate"))?.title,
                what: view.scope().text("agencies-wait"),
                href: format!("/vacancies/{}?tab=agencies", vacancy.id),
                ..Waiting::default()
            });
        }
    }
    Ok(out)
}
