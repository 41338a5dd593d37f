//! The companies of the demo (issue 2, point 9): import files in our own format, portraits and sign-ins.
//!
//! Everything follows from a fixed seed and from the day that counts as today, so that the same day gives the same
//! files. The files go through the same gate as any customer's: whoever looks for an example of a good import finds
//! about forty here. Names, addresses and banks are invented; see [`places`] for telephone numbers and accounts.

mod careers;
mod large;
mod names;
mod people;
mod places;
pub mod portrait;
mod random;
pub(crate) mod recruiting;
mod roles;
mod small;
mod table;
#[cfg(test)]
mod tests;
mod texts;
mod units;
mod writing;

use jiff::civil::Date;

/// Which of the three companies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoCompany {
    /// Velmora: 1,470 people who make heat pumps in twelve countries.
    Large,
    /// Maison Auberive: a family bakery of twelve.
    Small,
    /// Nothing but the standard library.
    Empty,
}

/// What a demo company consists of.
#[derive(Clone, Debug)]
pub struct DemoData {
    /// Import files in the order in which they must be imported, named as I4 says.
    pub files: Vec<DemoFile>,
    /// Portraits by employee number, drawn on demand: see [`Photo::png`].
    pub photos: Vec<Photo>,
    /// Sign-ins.
    pub accounts: Vec<Account>,
}

/// An import file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoFile {
    /// `[ImportType]_[ImportMode]_[Culture]_[Order]_.csv` (I4).
    pub name: String,
    /// UTF-8 with BOM (I2), comma-separated.
    pub text: String,
}

/// A portrait that is drawn when it is needed: a thousand of them take a second or two.
#[derive(Clone, Debug)]
pub struct Photo {
    /// Employee number.
    pub employee: String,
    /// What it agrees with.
    pub look: portrait::Look,
    /// The same seed draws the same portrait.
    pub seed: u64,
}

impl Photo {
    /// PNG of 192 × 192 pixels.
    pub fn png(&self) -> Vec<u8> {
        portrait::draw(self.look, self.seed)
    }
}

/// A sign-in of the demo. Logins and passwords stand in the README.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What one types.
    pub login: String,
    /// See [`PASSWORD`].
    pub password: &'static str,
    /// Whose sign-in it is; nobody's for the empty company's administrator.
    pub employee_number: Option<String>,
    /// Codes of ready-made roles.
    pub roles: Vec<&'static str>,
    /// What to look at when signed in so, in English.
    pub purpose: &'static str,
}

/// The password of every sign-in of the demo: easily typed on any keyboard, and long enough for any policy.
pub const PASSWORD: &str = "Talang demo 2026";

/// The data of a demo company as it is on that day.
pub fn company(kind: DemoCompany, today: Date) -> DemoData {
    match kind {
        DemoCompany::Large => writing::data(
            &people::Company::new(&large::PLAN, today),
            large::SIGN_INS,
            large::LISTS,
            large::REPORTS,
        ),
        DemoCompany::Small => {
            writing::data(&people::Company::new(&small::PLAN, today), small::SIGN_INS, &[], &[])
        }
        DemoCompany::Empty => DemoData {
            files: Vec::new(),
            photos: Vec::new(),
            accounts: vec![Account {
                login: "admin@empty.example".to_string(),
                password: PASSWORD,
                employee_number: None,
                roles: vec!["super-administrator"],
                purpose: "a company that begins: import your own people",
            }],
        },
    }
}
