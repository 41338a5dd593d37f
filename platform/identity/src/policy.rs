//! What passwords must be like (A4): the rules of a tenant's PasswordPolicy for each population, with the contract's where it
//! says nothing.

use talang_catalogue::{Choice, Fault};
use talang_engine::objects::access_policy::Population;
use talang_engine::{Result, Tenant};
use talang_store::{Cell, Conn, P};

use crate::strength::{Strength, is_weak};

/// Longest password in bytes: nobody can keep the machine busy with a book. Everything up to it is taken as it is.
pub(crate) const LONGEST: usize = 1024;

/// The rules for one population. See the fields of the business object PasswordPolicy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The first password must be changed at the first sign-in.
    pub change_at_first_sign_in: bool,
    /// Days after which a new password is asked for; 0 for never.
    pub renewal_days: i64,
    /// Earlier passwords that may not be used again.
    pub remembered: i64,
    /// Fewest characters.
    pub shortest: i64,
    /// Wrong passwords in a row after which the account is locked.
    pub failures: i64,
    /// Fewest characters that are neither letters nor digits.
    pub special: i64,
    /// Fewest digits.
    pub digits: i64,
    /// Fewest small letters.
    pub lower: i64,
    /// Fewest capital letters.
    pub upper: i64,
    /// Every account needs a last day.
    pub end_date_mandatory: bool,
    /// A forgotten password is reset by a link sent by e-mail.
    pub reset_by_mail: bool,
    /// Hours for which such a link works.
    pub link_hours: i64,
    /// An account is active only when its address is confirmed.
    pub email_confirmed_first: bool,
    /// The password may not contain the login.
    pub login_not_in_password: bool,
    /// Leaked and easily guessed passwords are refused.
    pub weak_refused: bool,
}

impl Policy {
    /// The contract's defaults (A4).
    pub const CONTRACT: Policy = Policy {
        change_at_first_sign_in: true,
        renewal_days: 90,
        remembered: 24,
        shortest: 8,
        failures: 5,
        special: 1,
        digits: 1,
        lower: 1,
        upper: 1,
        end_date_mandatory: false,
        reset_by_mail: true,
        link_hours: 24,
        email_confirmed_first: true,
        login_not_in_password: true,
        weak_refused: true,
    };

    /// The same for candidates, who choose their passwords by themselves and are told nothing of a company's habits: 12
    /// characters (A3).
    pub const CANDIDATES: Policy = Policy { shortest: 12, ..Policy::CONTRACT };

    /// What CNIL's recommendation 2022-100 and NIST SP 800-63B-4 (section 3.1.1.2) ask for: length, no composition, no
    /// renewal without cause, a list of what is guessed first, few attempts.
    pub const STANDARDS: Policy = Policy {
        renewal_days: 0,
        remembered: 0,
        shortest: 15,
        failures: 10,
        special: 0,
        digits: 0,
        lower: 0,
        upper: 0,
        ..Policy::CONTRACT
    };

    /// The names of the business object's fields with a policy's values, in the order of the object.
    pub fn fields(&self) -> [(&'static str, i64); 15] {
        let yes = i64::from;
        [
            ("change_at_first_sign_in", yes(self.change_at_first_sign_in)),
            ("renewal_days", self.renewal_days),
            ("remembered_passwords", self.remembered),
            ("minimum_length", self.shortest),
            ("failures_before_lock", self.failures),
            ("minimum_special", self.special),
            ("minimum_digits", self.digits),
            ("minimum_lower", self.lower),
            ("minimum_upper", self.upper),
            ("end_date_mandatory", yes(self.end_date_mandatory)),
            ("reset_by_mail", yes(self.reset_by_mail)),
            ("link_hours", self.link_hours),
            ("email_confirmed_first", yes(self.email_confirmed_first)),
            ("login_not_in_password", yes(self.login_not_in_password)),
            ("weak_refused", yes(self.weak_refused)),
        ]
    }

    /// A policy of such values.
    pub fn from_fields(value: impl Fn(&str) -> i64) -> Policy {
        Policy {
            change_at_first_sign_in: value("change_at_first_sign_in") == 1,
            renewal_days: value("renewal_days"),
            remembered: value("remembered_passwords"),
            shortest: value("minimum_length"),
            failures: value("failures_before_lock").max(1),
            special: value("minimum_special"),
            digits: value("minimum_digits"),
            lower: value("minimum_lower"),
            upper: value("minimum_upper"),
            end_date_mandatory: value("end_date_mandatory") == 1,
            reset_by_mail: value("reset_by_mail") == 1,
            link_hours: value("link_hours").max(1),
            email_confirmed_first: value("email_confirmed_first") == 1,
            login_not_in_password: value("login_not_in_password") == 1,
            weak_refused: value("weak_refused") == 1,
        }
    }

    /// What holds for a population whose tenant says nothing.
    pub fn agreed(population: Population) -> Policy {
        match population {
            Population::Employees => Policy::CONTRACT,
            Population::Candidates => Policy::CANDIDATES,
        }
    }

    /// The tenant's rules for a population.
    pub fn of(tenant: &Tenant, population: Population) -> Result<Policy> {
        tenant.db().read(|conn| Policy::read(conn, population))
    }

    /// The tenant's rules for an account; those of employees where there is none of that number.
    pub fn of_account(tenant: &Tenant, account: i64) -> Result<Policy> {
        tenant.db().read(|conn| {
            let population = population_of(conn, account)?;
            Policy::read(conn, population)
        })
    }

    /// The tenant's rules for a population, within a transaction.
    pub(crate) fn read(conn: &mut Conn, population: Population) -> Result<Policy> {
        let names = Policy::CONTRACT.fields().map(|(name, _)| name);
        let row = conn.query_one(
            &format!("SELECT {} FROM shared.password_policy WHERE population = ?", names.join(", ")),
            &[P::Text(population.code())],
        )?;
        let Some(row) = row else { return Ok(Policy::agreed(population)) };
        let at = |name: &str| names.iter().position(|n| *n == name).and_then(|i| row.get(i));
        Ok(Policy::from_fields(|name| at(name).map(Cell::int).unwrap_or_default()))
    }

    /// When the password must be renewed at the latest, in microseconds; never without renewal.
    pub(crate) fn renewal(&self, changed_at: i64) -> Option<i64> {
        (self.renewal_days > 0).then(|| changed_at + self.renewal_days * 86_400_000_000)
    }
}

/// The population of an account.
pub(crate) fn population_of(conn: &mut Conn, account: i64) -> Result<Population> {
    let row = conn.query_one("SELECT population FROM shared.user WHERE id = ?", &[P::Int(account)])?;
    Ok(row.and_then(|r| r.first().map(|c| Population::named(c.text()))).unwrap_or(Population::Employees))
}

/// Whose password it is: what must not be in it, and what is guessed first.
#[derive(Clone, Copy, Debug)]
pub struct Owner<'a> {
    /// Login.
    pub login: &'a str,
    /// Short and long name of the company.
    pub company: [&'a str; 2],
}

impl<'a> Owner<'a> {
    /// An account of a tenant.
    pub fn of(tenant: &'a Tenant, login: &'a str) -> Owner<'a> {
        Owner { login, company: [tenant.id().as_str(), tenant.name()] }
    }

    /// The words that somebody who knows the owner tries first.
    pub(crate) fn words(&self) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for text in [self.login, self.company[0], self.company[1]] {
            let small = text.to_lowercase();
            words.extend(small.split(|c: char| !c.is_alphanumeric()).map(str::to_string));
            words.push(small.split('@').next().unwrap_or_default().to_string());
        }
        words.retain(|w| w.chars().count() >= 3);
        words
    }
}

/// Everything that keeps a password from being taken; nothing when it is fine (A4).
pub fn faults(policy: &Policy, owner: &Owner<'_>, password: &str) -> Vec<Fault> {
    let fault = |code| Fault::new(code).on("password");
    let mut found = Vec::new();
    if password.len() > LONGEST {
        return vec![fault("value.text_too_long").with("max", LONGEST)];
    }
    let count =
        |is: fn(char) -> bool| i64::try_from(password.chars().filter(|c| is(*c)).count()).unwrap_or(0);
    if count(|_| true) < policy.shortest {
        found.push(fault("password.short").with("min", policy.shortest));
    }
    let kinds: [(&'static str, i64, fn(char) -> bool); 4] = [
        ("password.special", policy.special, |c| !c.is_alphanumeric()),
        ("password.digits", policy.digits, char::is_numeric),
        ("password.lower", policy.lower, char::is_lowercase),
        ("password.upper", policy.upper, char::is_uppercase),
    ];
    for (code, least, is) in kinds {
        if count(is) < least {
            found.push(fault(code).with("count", least));
        }
    }
    if policy.login_not_in_password && contains_login(owner.login, password) {
        found.push(fault("password.login_inside"));
    }
    if policy.weak_refused && is_weak(owner, password) {
        found.push(fault("password.common"));
    }
    found
}

/// Whether the login, or the part of it before `@`, is inside the password, forwards or backwards.
fn contains_login(login: &str, password: &str) -> bool {
    let (small, login) = (password.to_lowercase(), login.to_lowercase());
    let name = login.split('@').next().unwrap_or(&login);
    // A login of two letters is inside of too much.
    [login.as_str(), name].into_iter().filter(|n| n.chars().count() >= 3).any(|n| {
        let backwards: String = n.chars().rev().collect();
        small.contains(n) || small.contains(&backwards)
    })
}

/// How strong a password is and what is wrong with it, for the meter beside its field.
pub fn judge(policy: &Policy, owner: &Owner<'_>, password: &str) -> (Strength, Vec<Fault>) {
    (Strength::of(owner, password), faults(policy, owner, password))
}

/// A password by chance that keeps the policy and can be read out: groups of letters and digits that cannot be confused,
/// at least 80 bits.
pub fn invent(policy: &Policy) -> Result<String> {
    const LOWER: &[u8; 16] = b"abcdefghijkmnpqr";
    const UPPER: &[u8; 16] = b"ABCDEFGHJKLMNPQR";
    const DIGITS: &[u8; 8] = b"23456789";
    let mut random = crate::random()?.into_iter().chain(crate::random()?).chain(crate::random()?).cycle();
    let mut pick = |from: &[u8]| {
        let at = usize::from(random.next().unwrap_or_default()) % from.len();
        char::from(from.get(at).copied().unwrap_or(b'x'))
    };
    let mut letters: Vec<char> = Vec::new();
    let least = |n: i64| usize::try_from(n.clamp(0, 20)).unwrap_or(0);
    for _ in 0..least(policy.upper).max(1) {
        letters.push(pick(UPPER));
    }
    for _ in 0..least(policy.digits).max(1) {
        letters.push(pick(DIGITS));
    }
    let shortest = usize::try_from(policy.shortest.clamp(0, 128)).unwrap_or(8);
    while letters.len() < 22.max(shortest)
        || letters.iter().filter(|c| c.is_lowercase()).count() < least(policy.lower)
    {
        letters.push(pick(LOWER));
    }
    let mut text = letters.chunks(5).map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join("-");
    while text.chars().filter(|c| *c == '-').count() < least(policy.special) {
        text.push('-');
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANA: Owner<'static> =
        Owner { login: "m.dupont@example.org", company: ["velmora", "Velmora Group"] };

    fn codes(policy: &Policy, password: &str) -> Vec<&'static str> {
        faults(policy, &ANA, password).iter().map(|f| f.code).collect()
    }

    // A4: each rule by itself, with the contract's defaults.
    #[test]
    fn each_rule_of_the_contract_is_kept() {
        let contract = |password: &str| codes(&Policy::CONTRACT, password);
        assert_eq!(contract("Quiet lamp 47"), Vec::<&str>::new());
        assert_eq!(contract("Qu1 lam"), ["password.short"]);
        assert_eq!(contract("Quietlamp47x"), ["password.special"]);
        assert_eq!(contract("Quiet lamp glow"), ["password.digits"]);
        assert_eq!(contract("QUIET LAMP 47"), ["password.lower"]);
        assert_eq!(contract("quiet lamp 47"), ["password.upper"]);
        assert_eq!(contract("Quiet M.Dupont 47"), ["password.login_inside"]);
        assert_eq!(contract("Quiet tnopud.M 47"), ["password.login_inside"], "backwards");
        assert_eq!(contract("Password123!"), ["password.common"]);
        assert_eq!(
            contract("aaaaaaaaa"),
            ["password.special", "password.digits", "password.upper", "password.common"]
        );
    }

    #[test]
    fn rules_can_be_switched_off() {
        let none = Policy {
            shortest: 5,
            special: 0,
            digits: 0,
            lower: 0,
            upper: 0,
            login_not_in_password: false,
            weak_refused: false,
            ..Policy::CONTRACT
        };
        assert_eq!(codes(&none, "m.dupont"), Vec::<&str>::new());
        assert_eq!(codes(&none, "1234"), ["password.short"]);
    }

    // CNIL 2022-100, NIST SP 800-63B-4 section 3.1.1.2: length counts, composition does not.
    #[test]
    fn the_standards_ask_for_length_and_against_guessing() {
        let standards = |password: &str| codes(&Policy::STANDARDS, password);
        assert_eq!(standards("quiet lamp under seven chairs"), Vec::<&str>::new());
        assert_eq!(standards("Qu1et l@mp"), ["password.short"]);
        assert_eq!(standards("velmora velmora velmora"), ["password.common"]);
    }

    // NIST SP 800-63B-4 section 3.1.1.2: at least 64 characters; any letters; nothing cut off.
    #[test]
    fn long_passwords_of_any_letters_are_taken_whole() {
        let long = "Zug 7 fährt über die Brücke nach Århus, señor; ".repeat(8);
        assert!(long.chars().count() > 300 && long.len() < LONGEST);
        assert_eq!(codes(&Policy::CONTRACT, &long), Vec::<&str>::new());
        assert_eq!(codes(&Policy::CONTRACT, &"x1".repeat(600)), ["value.text_too_long"]);
    }

    #[test]
    fn an_invented_password_keeps_its_policy() {
        let strict = Policy { shortest: 40, special: 7, digits: 9, lower: 12, upper: 11, ..Policy::CONTRACT };
        for policy in [Policy::CONTRACT, Policy::STANDARDS, strict] {
            let one = invent(&policy).unwrap();
            assert_eq!(codes(&policy, &one), Vec::<&str>::new(), "{one}");
            assert_ne!(one, invent(&policy).unwrap());
        }
    }
}
