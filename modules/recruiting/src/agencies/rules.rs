//! What must hold of proposals, and what follows from them and from the applications that they led to.

use talang_catalogue::{Fault, Record, Value};
use talang_engine::{Change, Door, Filter, Op, Query, Result, View};

use super::proposals::take_up;
use super::standing::{code, standing};
use super::{culture_of, int, people, protected_until, protector, read, title, works, write};
use crate::{offers, text};

/// What recruiters decide.
pub(super) const VERDICTS: [&str; 3] = ["accepted", "duplicate", "refused"];
/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// Before a proposal is written: when it was made and until when it protects, who decided, and that the first agency's protection wins.
///
/// # Errors
/// Those of the store.
pub fn check(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let now = view.scope().installation().clock().now();
    let door = view.scope().door;
    if new.get("submitted_at").is_null() {
        new.set("submitted_at", now.into());
    }
    if old.is_none() && new.get("protected_until").is_null() {
        let agency = read(view, "Agency", int(new, "agency"))?;
        let until = protected_until(&agency, int(new, "submitted_at").div_euclid(DAY));
        new.set("protected_until", until.into());
    }
    let state = text(new, "state").to_string();
    if old.is_some_and(|o| text(o, "state") == state) {
        return Ok(());
    }
    let before = old.map(|o| text(o, "state")).unwrap_or_default();
    let by_hand = view.scope().by_hand();
    // The agency takes back, and hiring hires.
    if by_hand && (matches!(state.as_str(), "withdrawn" | "hired") || before == "withdrawn") {
        faults.push(Fault::new("agency.over").on("state"));
        return Ok(());
    }
    match state.as_str() {
        // What the program finds when a proposal comes in is no decision.
        "duplicate" if old.is_none() && door == Door::FrontOffice => {}
        "received" => {
            new.set("decided_at", Value::Null);
            new.set("decided_by", Value::Null);
        }
        "withdrawn" => {}
        _ if new.get("decided_at").is_null() => {
            let at = if door == Door::Import { new.get("submitted_at").clone() } else { now.into() };
            new.set("decided_at", at);
            new.set("decided_by", view.scope().actor.employee().into());
        }
        _ => {}
    }
    // Whose application there is already, theirs it stays.
    if state == "accepted" && new.get("application").is_null() && door != Door::Import {
        let other = protector(view, int(new, "candidate"), int(new, "agency"))?;
        if let Some((agency, until)) = other {
            let name = view.as_rule(|v| v.title("Agency", agency))?.title;
            let day = view.scope().culture.date_long(until);
            faults.push(Fault::new("agency.protected").on("state").with("name", name).with("day", day));
        }
    }
    // Files bring proposals after the applications that they led to.
    if door == Door::Import
        && matches!(state.as_str(), "accepted" | "hired")
        && new.get("application").is_null()
    {
        let found = applied(view, int(new, "candidate"), int(new, "vacancy"))?;
        new.set("application", found.map(|a| a.id).into());
    }
    Ok(())
}

/// The application of a candidate for a vacancy.
pub(super) fn applied(view: &mut View<'_>, candidate: i64, vacancy: i64) -> Result<Option<Record>> {
    view.as_rule(|v| {
        let are = [("candidate", vec![candidate.into()]), ("vacancy", vec![vacancy.into()])];
        Ok(super::those(v, "Application", &are, "number")?.into_iter().next())
    })
}

/// After a proposal was written: one that was accepted becomes an application, and the agency reads what became of it.
///
/// # Errors
/// Those of the store.
pub fn follow(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(new) = new.filter(|_| change.scope().door != Door::Import) else { return Ok(()) };
    let mut taken = None;
    if text(new, "state") == "accepted" && new.get("application").is_null() {
        taken = Some(take_up(change, new)?);
    }
    let Some(old) = old else { return Ok(()) };
    // What the agency did itself it knows.
    if code(old) == code(new) || text(new, "state") == "withdrawn" {
        return Ok(());
    }
    match taken {
        Some(taken) => tell(change, &taken),
        None => tell(change, new),
    }
}

/// A mail to whoever made a proposal, or to all of the agency where they work there no more: which vacancy it was for, how it stands, and
/// not for whom.
fn tell(change: &mut Change<'_>, proposal: &Record) -> Result<()> {
    let author = match proposal.get("submitted_by").as_int() {
        Some(person) => Some(read(change, "AgencyUser", person)?),
        None => None,
    };
    let readers = match author {
        Some(person) if works(change, &person)? => vec![person],
        _ => people(change, int(proposal, "agency"))?,
    };
    let vacancy = read(change, "Vacancy", int(proposal, "vacancy"))?;
    for person in readers {
        let culture = culture_of(change, &person);
        let words = standing(change, proposal, culture.language)?.words;
        let arguments = vec![
            ("vacancy", title(&vacancy, culture)),
            ("number", text(proposal, "number").to_string()),
            ("state", words),
        ];
        write(change, &person, "agency-answer", arguments)?;
    }
    Ok(())
}

/// After an application was written: whoever works on it has taken up the proposal that it came of, a hiring within the protection earns
/// the agency its fee, and the agency reads how far it came.
///
/// # Errors
/// Those of the store.
pub fn application(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let (Some(old), Some(new)) = (old, new) else { return Ok(()) };
    let differs = |field: &str| old.get(field) != new.get(field);
    if change.scope().door == Door::Import || !(differs("stage") || differs("state")) {
        return Ok(());
    }
    let proposals = change.as_rule(|v| {
        super::those(v, "AgencySubmission", &[("application", vec![new.id.into()])], "number")
    })?;
    for proposal in proposals {
        let now = text(new, "state");
        let values = match text(&proposal, "state") {
            "received" | "accepted" if now == "hired" => {
                vec![("state", "hired".into()), ("fee", fee(change, &proposal)?)]
            }
            "received" if now != "withdrawn" => vec![("state", "accepted".into())],
            "hired" if now != "hired" => vec![("state", "accepted".into()), ("fee", Value::Null)],
            "received" | "accepted" => {
                tell(change, &proposal)?;
                continue;
            }
            _ => continue,
        };
        change.by_rule(|c| c.update("AgencySubmission", proposal.id, values).map(drop))?;
    }
    Ok(())
}

/// What an agency earns by a hiring today: its share of a year's salary of the offer that was accepted. Nothing after its protection.
fn fee(change: &mut Change<'_>, proposal: &Record) -> Result<Value> {
    if !proposal.get("protected_until").as_int().is_some_and(|until| super::today(change) <= until) {
        return Ok(Value::Null);
    }
    let agency = read(change, "Agency", int(proposal, "agency"))?;
    let Some(share) = agency.get("fee").as_int() else { return Ok(Value::Null) };
    let offer = change.as_rule(|v| {
        let object = v.object("Offer")?;
        let is = |field: &str, value: Value| Filter::test(&object, field, Op::Is, vec![value]);
        let filter = Filter::And(vec![
            is("application", proposal.get("application").clone()),
            is("state", "accepted".into()),
        ]);
        Ok(v.list(&object, &Query { filter: Some(filter), limit: 1, ..Query::default() })?.records.pop())
    })?;
    Ok(match offer.map(|o| offers::a_year(&o)) {
        Some(Value::Money(year, currency)) => Value::Money(part(year, share), currency),
        _ => Value::Null,
    })
}

/// A share, in hundredths × 10⁶, of an amount, to the hundredth.
fn part(amount: i64, share: i64) -> i64 {
    let whole = i128::from(100 * talang_catalogue::value::DECIMAL_SCALE);
    let cent = i128::from(talang_catalogue::value::DECIMAL_SCALE / 100);
    let exact = i128::from(amount) * i128::from(share);
    let cents = (exact + whole * cent / 2) / (whole * cent);
    i64::try_from(cents * cent).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::part;
    use talang_catalogue::value::DECIMAL_SCALE as ONE;

    #[test]
    fn a_fee_is_a_share_to_the_cent() {
        assert_eq!(part(48_000 * ONE, 20 * ONE), 9_600 * ONE);
        assert_eq!(part(33_333 * ONE, 17_500_000), 5_833_280_000, "5,833.275 to the cent");
        assert_eq!(part(i64::MAX, 100 * ONE) / ONE, i64::MAX / ONE);
    }
}
