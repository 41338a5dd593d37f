//! Offers: the conditions under which somebody is to be hired. Those who are asked agree first (`approvals`, decision 0069); then
//! it goes to the candidate as a letter, by mail and on paper; then the candidate answers, or time does.

use serde_json::{Value as Json, json};
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Culture, Fault, Kind, Record, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Door, Filter, Op, Query, Result, View};
use talang_report::Letter as Paper;

use crate::letters::{self, Fields, Letter};
use crate::objects::careers::MessagePurpose;
use crate::text;
use crate::{readers, rules};

/// The task that lets offers expire, once a night.
pub const EXPIRE: &str = "recruiting.expire-offers";
/// The states in which an offer stands in the way of another one.
const OPEN: [&str; 5] = ["draft", "submitted", "approved", "sent", "accepted"];
/// What nobody decides about an offer without.
const NEEDED: [&str; 5] = ["job_title", "contract_type", "starts_on", "salary", "valid_until"];
/// What only sending and answering write.
const FOLLOWS: [&str; 3] = ["sent_at", "answered_at", "decline_reason"];
/// What is agreed, in the order of the letter: merge field, field of the offer.
const TERMS: [(&str, &str); 8] = [
    ("offer.job", "job_title"),
    ("offer.contract", "contract_type"),
    ("offer.start", "starts_on"),
    ("offer.time", "working_time"),
    ("offer.salary", "salary"),
    ("offer.bonus", "bonus"),
    ("offer.benefits", "benefits"),
    ("offer.until", "valid_until"),
];

/// What stands in no name of a file, on no system.
const NO_NAME: [char; 11] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\r', '\n'];

fn today(view: &View<'_>) -> i64 {
    days_of_date(view.scope().installation().clock().today())
}

/// Whether the day until which an offer holds has passed.
pub fn passed(view: &View<'_>, offer: &Record) -> bool {
    offer.get("valid_until").as_int().is_some_and(|until| until < today(view))
}

/// The salary of a year, by which rules for approvals are measured; nothing where a year of it depends on the hours.
pub fn a_year(offer: &Record) -> Value {
    let times = match text(offer, "pay_period") {
        "" | "year" => 1,
        "month" => 12,
        "week" => 52,
        _ => return Value::Null,
    };
    match offer.get("salary") {
        Value::Money(amount, currency) => Value::Money(amount.saturating_mul(times), currency.clone()),
        _ => Value::Null,
    }
}

/// The employees who wrote an offer's terms, whoever began it, and for whom they did: none of them decides about it.
///
/// # Errors
/// Those of the store.
pub fn writers(view: &mut View<'_>, offer: &Record) -> Result<Vec<i64>> {
    view.as_rule(|v| {
        let mut logins = std::collections::BTreeSet::new();
        for entry in v.history(&offer.object, offer.id, 1_000)? {
            // Deciding, sending and answering change how an offer stands, not what it says.
            let terms = entry.changes.iter().any(|(index, ..)| {
                let name = offer.object.fields.get(*index).map(|f| f.name.as_ref()).unwrap_or_default();
                !FOLLOWS.contains(&name) && !matches!(name, "state" | "decided_on" | "decision_comment")
            });
            if terms {
                logins.extend([entry.actor, entry.on_behalf].into_iter().filter(|login| !login.is_empty()));
            }
        }
        let users = v.object("User")?;
        let mut out = Vec::new();
        for login in logins {
            if let Some(id) = v.resolve("User", &login)? {
                out.extend(v.get(&users, id)?.get("employee").as_int());
            }
        }
        Ok(out)
    })
}

/// Before an offer is written.
///
/// # Errors
/// Those of the store.
pub fn check(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let by_hand = view.scope().by_hand();
    let me = view.scope().actor.employee().filter(|_| view.scope().acting().is_none());
    let before = |field: &str| old.map(|o| o.get(field).clone()).unwrap_or_default();
    let handed_in = text(new, "state") == "submitted" && before("state") != *new.get("state");
    if new.get("author").is_null() && (old.is_none() || handed_in) {
        new.set("author", me.map_or(Value::Null, Value::Int));
    }
    if by_hand {
        let changed = FOLLOWS.iter().filter(|f| before(f) != *new.get(f));
        faults.extend(changed.map(|f| Fault::new("field.read_only").on(*f)));
    }
    if let (true, true, Some(application)) = (by_hand, old.is_none(), new.get("application").as_int()) {
        let (application, others) = view.as_rule(|v| {
            let object = v.object("Application")?;
            let application = v.get(&object, application)?;
            let object = v.object("Offer")?;
            let is = |field: &str, values: Vec<Value>| Filter::test(&object, field, Op::Is, values);
            let open = OPEN.iter().map(|s| Value::from(*s)).collect();
            let filter = Filter::And(vec![is("application", vec![application.id.into()]), is("state", open)]);
            let others = v.count(&object, &Query { filter: Some(filter), ..Query::default() })?;
            Ok((application, others))
        })?;
        if text(&application, "state") != "active" {
            faults.push(Fault::new("offer.ended").on("application"));
        } else if others > 0 {
            faults.push(Fault::new("offer.open").on("application"));
        }
    }
    if handed_in && view.scope().door != Door::Import {
        let missing = NEEDED.iter().filter(|f| new.get(f).is_null());
        faults.extend(missing.map(|f| Fault::new("value.mandatory").on(*f)));
        if passed(view, new) {
            faults.push(Fault::new("offer.expired").on("valid_until"));
        }
    }
    Ok(())
}

/// What follows: a line in what happened to the application, without what was offered.
///
/// # Errors
/// Those of the store.
pub fn follow(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(new) = new.filter(|_| change.scope().door != Door::Import) else { return Ok(()) };
    let state = text(new, "state");
    let told = matches!(state, "sent" | "accepted" | "declined" | "withdrawn" | "expired");
    if !told || old.is_none_or(|o| text(o, "state") == state) {
        return Ok(());
    }
    let language = change.scope().tenant().culture().language;
    let word = change.scope().installation().registry().labels.choice(language, "OfferState", state);
    let values = vec![
        ("application", new.get("application").clone()),
        ("at", change.scope().installation().clock().now().into()),
        ("kind", "offer".into()),
        ("by", change.scope().actor.employee().map_or(Value::Null, Value::Int)),
        ("text", word.into()),
    ];
    change.make_later("ApplicationEvent", values)
}

/// The language and formats in which a candidate reads.
fn culture_of(view: &mut View<'_>, offer: &Record) -> Result<&'static Culture> {
    let candidate = offer.get("candidate").as_int().unwrap_or_default();
    let person = view.as_rule(|v| {
        let object = v.object("Candidate")?;
        v.get(&object, candidate)
    })?;
    Ok(Culture::find(text(&person, "culture")).unwrap_or(view.scope().tenant().culture()))
}

fn fields(view: &mut View<'_>, offer: &Record, culture: &'static Culture) -> Result<Fields> {
    let object = view.object("Application")?;
    let application = view.get(&object, offer.get("application").as_int().unwrap_or_default())?;
    let mut fields = letters::of_application(view, &application, culture)?;
    letters::of_offer(view, offer, culture, &mut fields);
    Ok(fields)
}

/// What the letter of an offer would say, by the wording that there is for offers, in the candidate's language; empty where
/// there is no such wording.
///
/// # Errors
/// Those of the store.
pub fn words(view: &mut View<'_>, offer: &Record) -> Result<Letter> {
    let culture = culture_of(view, offer)?;
    let company = view.scope().tenant().culture();
    let all = view.as_rule(letters::wordings)?;
    let fields = fields(view, offer, culture)?;
    let wording = letters::for_purpose(&all, MessagePurpose::Offer, culture, company);
    Ok(wording.map(|w| letters::render(&w.template(), &fields)).unwrap_or_default())
}

/// The letter on paper: the words, and below them what is offered, as those who were asked agreed to it.
///
/// # Errors
/// Those of the store.
pub fn paper(view: &mut View<'_>, offer: &Record, heading: &str, words: &str) -> Result<Vec<u8>> {
    let culture = culture_of(view, offer)?;
    let fields = fields(view, offer, culture)?;
    let registry = view.scope().installation().clone();
    let registry = registry.registry();
    let language = culture.language;
    let say = |key: &str| registry.messages.text(language, key, &[]);
    let label = |field: &str| {
        let field = offer.object.field(field);
        field.map(|f| registry.labels.field(language, "Offer", f).to_string()).unwrap_or_default()
    };
    let terms = TERMS.iter().map(|(merge, field)| (label(field), fields.get(merge).to_string()));
    let (sender, place) = sender(view, offer)?;
    let day = culture.date_long(today(view));
    let paper = Paper {
        from: sender,
        to: receiver(view, offer)?,
        day: if place.is_empty() { day } else { format!("{place}, {day}") },
        subject: heading.to_string(),
        text: words.replace("\r\n", "\n"),
        terms_title: say("recruiting-offer-terms"),
        terms: terms.filter(|(_, value)| !value.is_empty()).collect(),
        signatures: vec![say("recruiting-offer-sign-company"), say("recruiting-offer-sign-candidate")],
    };
    paper.pdf(view.scope(), culture)
}

/// Street, further line, postal code and town.
fn address(record: &Record, lines: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = lines.iter().map(|f| text(record, f).to_string()).collect();
    out.push(format!("{} {}", text(record, "postal_code"), text(record, "city")).trim().to_string());
    out.retain(|line| !line.is_empty());
    out
}

/// Who writes: the company, at the place of the work; and the town of that place.
fn sender(view: &mut View<'_>, offer: &Record) -> Result<(Vec<String>, String)> {
    let name = view.scope().tenant().name().to_string();
    let vacancy = offer.get("vacancy").as_int().unwrap_or_default();
    view.as_rule(|v| {
        let object = v.object("Vacancy")?;
        let vacancy = v.get(&object, vacancy)?;
        let Some(place) = vacancy.get("establishment").as_int() else {
            return Ok((vec![name], String::new()));
        };
        let object = v.object("Establishment")?;
        let place = v.current(&object, place)?;
        let mut lines = vec![name];
        lines.extend(address(&place, &["street", "address_extra"]));
        Ok((lines, text(&place, "city").to_string()))
    })
}

/// To whom: the candidate, where an address is known at home.
fn receiver(view: &mut View<'_>, offer: &Record) -> Result<Vec<String>> {
    let candidate = offer.get("candidate").as_int().unwrap_or_default();
    view.as_rule(|v| {
        let mut lines = vec![v.title("Candidate", candidate)?.title];
        let object = v.object("CandidateAddress")?;
        let filter = Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]);
        let all = v.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
        let home = all.iter().find(|a| text(a, "kind") == "home").or(all.first());
        lines.extend(home.map(|a| address(a, &["care_of", "line1", "line2"])).unwrap_or_default());
        Ok(lines)
    })
}

fn wrong_state() -> talang_engine::Error {
    Fault::new("approval.state").into()
}

/// Sends an approved offer: it is kept as it was sent, and the candidate gets it where mails reach them. Whether a mail left is
/// answered: where none does, somebody hands the paper over. Whether they may send it is the caller's question.
///
/// # Errors
/// `approval.state` unless it is approved; `offer.expired`; `value.mandatory`.
pub fn send(change: &mut Change<'_>, id: i64, heading: &str, words: &str) -> Result<bool> {
    let object = change.object("Offer")?;
    let offer = change.get(&object, id)?;
    if text(&offer, "state") != "approved" {
        return Err(wrong_state());
    }
    let mut faults = Vec::new();
    for (field, value) in [("heading", heading), ("text", words)] {
        if value.trim().is_empty() {
            faults.push(Fault::new("value.mandatory").on(field));
        }
    }
    if passed(change, &offer) {
        faults.push(Fault::new("offer.expired").on("valid_until"));
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let bytes = paper(change, &offer, heading, words)?;
    let hash = change.scope().tenant().db().attachments().put_own(&bytes)?;
    let name =
        format!("{}.pdf", heading.replace(NO_NAME, " ").split_whitespace().collect::<Vec<_>>().join(" "));
    let file = format!("{hash}/{name}");
    let now = change.scope().installation().clock().now();
    change.by_rule(|c| {
        let values =
            vec![("state", "sent".into()), ("sent_at", now.into()), ("document", file.as_str().into())];
        c.update("Offer", id, values)?;
        offered(c, &offer)
    })?;
    change.as_program(|c| c.nightly(EXPIRE))?;
    let candidate = offer.get("candidate").as_int().unwrap_or_default();
    let available = talang_mail::available(change.scope().installation());
    if !available || !letters::sending::reaches(change, candidate)? {
        return Ok(false);
    }
    // A letter to the candidate like all others, which brings the mail with it.
    change.by_rule(|c| {
        let values = vec![
            ("candidate", candidate.into()),
            ("application", offer.get("application").clone()),
            ("heading", heading.trim().into()),
            ("text", words.into()),
            ("file", file.as_str().into()),
        ];
        c.create("CandidateMessage", values).map(drop)
    })?;
    Ok(true)
}

/// The application of an offer that was sent stands where offers stand.
fn offered(change: &mut Change<'_>, offer: &Record) -> Result<()> {
    let object = change.object("Application")?;
    let application = change.get(&object, offer.get("application").as_int().unwrap_or_default())?;
    let object = change.object("Vacancy")?;
    let vacancy = change.get(&object, offer.get("vacancy").as_int().unwrap_or_default())?;
    let stages = rules::stages(change, &vacancy)?;
    let at = application.get("stage").as_int();
    let ended = |kind: &str| matches!(kind, "offer" | "hired" | "refused");
    if text(&application, "state") != "active" || stages.iter().any(|s| Some(s.id) == at && ended(&s.kind)) {
        return Ok(());
    }
    match stages.iter().find(|s| s.active && s.kind == "offer") {
        Some(stage) => {
            change.update("Application", application.id, vec![("stage", stage.id.into())]).map(drop)
        }
        None => Ok(()),
    }
}

/// Notes what the candidate answered. Whoever made the offer gets a letter, unless it is they who note it. Whether somebody may
/// note it is the caller's question.
///
/// # Errors
/// `approval.state` unless it was sent; `offer.expired` where it is accepted too late.
pub fn answer(change: &mut Change<'_>, id: i64, accepted: bool, reason: Option<i64>) -> Result<()> {
    let object = change.object("Offer")?;
    let offer = change.get(&object, id)?;
    let state = text(&offer, "state");
    if accepted && (state == "expired" || state == "sent" && passed(change, &offer)) {
        return Err(Fault::new("offer.expired").on("valid_until").into());
    }
    if state != "sent" {
        return Err(wrong_state());
    }
    let now = change.scope().installation().clock().now();
    let me = change.scope().actor.employee();
    change.by_rule(|c| {
        let values = vec![
            ("state", if accepted { "accepted" } else { "declined" }.into()),
            ("answered_at", now.into()),
            ("decline_reason", reason.filter(|_| !accepted).map_or(Value::Null, Value::Int)),
        ];
        c.update("Offer", id, values).map(drop)
    })?;
    let Some(author) = offer.get("author").as_int().filter(|author| Some(*author) != me) else {
        return Ok(());
    };
    let candidate = offer.get("candidate").as_int().unwrap_or_default();
    let name = change.title("Candidate", candidate)?.title;
    let arguments = vec![("name", name), ("title", text(&offer, "job_title").to_string())];
    let template = if accepted { "offer-accepted" } else { "offer-declined" };
    readers::write(change, author, template, arguments, format!("/offers/{id}"))
}

/// Lets offers expire that were not answered in time. Running again does no harm.
///
/// # Errors
/// Those of the store.
pub fn expire(run: &mut JobRun<'_>) -> Result<Json> {
    if !run.scope.view(|v| v.feature("recruiting"))? {
        return Ok(Json::Null);
    }
    let mut expired = 0;
    run.scope.change(Kind::Candidates, |c| {
        let object = c.object("Offer")?;
        let filter = Filter::And(vec![
            Filter::test(&object, "state", Op::Is, vec!["sent".into()]),
            Filter::test(&object, "valid_until", Op::Less, vec![Value::Int(today(c))]),
        ]);
        for offer in c.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records {
            c.update("Offer", offer.id, vec![("state", "expired".into())])?;
            expired += 1;
        }
        Ok(())
    })?;
    Ok(json!({ "expired": expired }))
}
