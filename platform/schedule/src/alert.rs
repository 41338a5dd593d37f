//! Mails about runs that failed, were done in part or came late: one to each reader, once per run, in the transaction that
//! ends it. They name the schedule and numbers, never a file, a line or a person.

use jiff::tz::TimeZone;
use talang_catalogue::{Culture, Fault};
use talang_engine::{Change, Error, Result, View};
use talang_mail::Mail;
use talang_store::P;

/// Who is told.
pub(crate) struct Reader {
    to: String,
    employee: Option<i64>,
    culture: &'static Culture,
}

/// The reader that a login or an address names.
///
/// # Errors
/// `schedule.alert`: no account that may sign in and has an address, nor an address.
pub(crate) fn find(view: &mut View<'_>, who: &str) -> Result<Reader> {
    let company = view.scope().tenant().culture();
    let sql = "SELECT email, employee, culture FROM shared.user WHERE login = ? AND state = 'active'";
    let row = view.system().query_one(sql, &[P::Text(who)])?;
    if let Some([email, employee, culture]) = row.as_deref()
        && !email.text().is_empty()
    {
        return Ok(Reader {
            to: email.text().to_string(),
            employee: employee.opt_int(),
            culture: Culture::find(culture.text()).unwrap_or(company),
        });
    }
    talang_mail::check_address(who)
        .map_err(|_| Error::from(Fault::new("schedule.alert").with("value", who)))?;
    Ok(Reader { to: who.to_string(), employee: None, culture: company })
}

/// What is told of a run.
pub(crate) struct News<'a> {
    pub run: i64,
    pub state: &'a str,
    pub late: bool,
    pub label: &'a str,
    pub zone: &'a str,
    /// When it was due and began, in microseconds since 1970.
    pub planned_at: i64,
    pub began_at: i64,
    /// Files it had, those that were refused as a whole, and lines that were rejected.
    pub files: i64,
    pub refused: i64,
    pub lines: i64,
    /// What it failed for.
    pub fault: Option<&'a Fault>,
}

/// Tells those whom the schedule names. What keeps a mail from leaving keeps no run from ending: it is noted in the
/// technical log.
pub(crate) fn send(c: &mut Change<'_>, readers: &str, news: &News<'_>) -> Result<()> {
    let template = match (news.state, news.late) {
        ("failed", _) => "schedule-failed",
        ("partly done", _) => "schedule-partly",
        (_, true) => "schedule-late",
        _ => return Ok(()),
    };
    let installation = c.scope().installation().clone();
    if !talang_mail::available(&installation) {
        return Ok(());
    }
    let zone = TimeZone::get(news.zone).unwrap_or(TimeZone::UTC);
    let mut told: Vec<String> = Vec::new();
    for who in readers.split_whitespace() {
        let sent = c.attempt(|c| {
            let reader = find(c, who)?;
            if told.contains(&reader.to) {
                return Ok(());
            }
            let time = |at| format!("{} ({})", reader.culture.date_time(at, &zone), news.zone);
            let messages = &installation.registry().messages;
            let why =
                news.fault.map(|f| messages.fault_text(reader.culture.language, f, "")).unwrap_or_default();
            let mail = Mail {
                to: &reader.to,
                employee: reader.employee,
                culture: reader.culture,
                template,
                arguments: vec![
                    ("label", news.label.to_string()),
                    ("planned", time(news.planned_at)),
                    ("began", time(news.began_at)),
                    ("files", reader.culture.integer(news.files)),
                    ("refused", reader.culture.integer(news.refused)),
                    ("lines", reader.culture.integer(news.lines)),
                    ("why", why),
                ],
                link: Some(format!("/access/file-space/runs/{}", news.run)),
                expires: None,
            };
            talang_mail::enqueue(c, &mail)?;
            told.push(reader.to);
            Ok(())
        });
        match sent {
            Err(Error::Faults(faults)) => {
                let code = faults.first().map_or("internal", |f| f.code);
                let (now, tenant) = (installation.clock().now(), c.scope().tenant().id().clone());
                let detail = format!("alert of a schedule: {code}");
                installation
                    .store()
                    .directory(|d| d.log(now, "warning", "schedule", Some(&tenant), &detail))?;
            }
            other => other?,
        }
    }
    Ok(())
}
