//! Mails about an account to its owner.

use jiff::tz::TimeZone;
use talang_catalogue::Culture;
use talang_engine::objects::access_policy::Population;
use talang_engine::{Change, Result};
use talang_mail::Mail;
use talang_store::P;

/// An account and where its owner is told about it.
pub(crate) struct Notice {
    pub login: String,
    pub email: String,
    pub employee: Option<i64>,
    pub culture: &'static Culture,
    /// Whose account it is: candidates know no administrator, and are told in other words.
    pub population: Population,
}

/// The mails about candidates' accounts, by what employees get.
const TO_CANDIDATES: [(&str, &str); 5] = [
    ("account-activation", "candidate-account-activation"),
    ("account-reactivation", "candidate-account-reactivation"),
    ("account-locked", "candidate-account-locked"),
    ("password-changed", "candidate-password-changed"),
    ("new-device", "candidate-new-device"),
];

impl Notice {
    /// The account of a row number; nothing where there is none.
    pub fn of(c: &mut Change<'_>, account: i64) -> Result<Option<Notice>> {
        let company = c.scope().tenant().culture();
        let row = c.system().query_one(
            "SELECT login, COALESCE(email, ''), employee, COALESCE(culture, ''), COALESCE(population, '')
             FROM shared.user WHERE id = ?",
            &[P::Int(account)],
        )?;
        Ok(match row.as_deref() {
            Some([login, email, employee, culture, population]) => Some(Notice {
                login: login.text().to_string(),
                email: email.text().to_string(),
                employee: employee.opt_int(),
                culture: Culture::find(culture.text()).unwrap_or(company),
                population: Population::named(population.text()),
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
        let of_candidate = TO_CANDIDATES.iter().find(|(known, _)| *known == template);
        let template = match self.population {
            Population::Employees => template,
            Population::Candidates => of_candidate.map_or(template, |(_, other)| *other),
        };
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
