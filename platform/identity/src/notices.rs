//! Mails about an account to its owner.

use jiff::tz::TimeZone;
use talang_catalogue::Culture;
use talang_engine::{Change, Result};
use talang_mail::Mail;
use talang_store::P;

/// An account and where its owner is told about it.
pub(crate) struct Notice {
    pub login: String,
    pub email: String,
    pub employee: Option<i64>,
    pub culture: &'static Culture,
}

impl Notice {
    /// The account of a row number; nothing where there is none.
    pub fn of(c: &mut Change<'_>, account: i64) -> Result<Option<Notice>> {
        let company = c.scope().tenant().culture();
        let row = c.system().query_one(
            "SELECT login, COALESCE(email, ''), employee, COALESCE(culture, '') FROM shared.user WHERE id = ?",
            &[P::Int(account)],
        )?;
        Ok(match row.as_deref() {
            Some([login, email, employee, culture]) => Some(Notice {
                login: login.text().to_string(),
                email: email.text().to_string(),
                employee: employee.opt_int(),
                culture: Culture::find(culture.text()).unwrap_or(company),
            }),
            _ => None,
        })
    }

    /// Whether a mail can reach the owner.
    pub fn reaches(&self, c: &Change<'_>) -> bool {
        !self.email.is_empty() && talang_mail::available(c.scope().installation())
    }

    /// Sends a mail, where one can reach the owner. `link` is its address and when it expires.
    pub fn send(
        &self,
        c: &mut Change<'_>,
        template: &'static str,
        mut arguments: Vec<(&'static str, String)>,
        link: Option<(String, i64)>,
    ) -> Result<()> {
        if !self.reaches(c) {
            return Ok(());
        }
        arguments.push(("login", self.login.clone()));
        if let Some((_, until)) = &link {
            arguments.push(("until", moment(self.culture, *until)));
        }
        let mail = Mail {
            to: &self.email,
            employee: self.employee,
            culture: self.culture,
            template,
            arguments,
            expires: link.as_ref().map(|(_, until)| *until),
            link: link.map(|(path, _)| path),
        };
        match talang_mail::enqueue(c, &mail) {
            // An address that mails cannot be sent to keeps nobody from changing their password.
            Err(error) if error.is("mail.address") => Ok(()),
            other => other.map(|_| ()),
        }
    }
}

/// A moment as the reader writes it.
pub(crate) fn moment(culture: &Culture, at: i64) -> String {
    format!("{} UTC", culture.date_time(at, &TimeZone::UTC))
}
