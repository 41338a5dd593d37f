//! Users, roles, rights and accreditation lists (A10, A11), application accounts and saved views.

use talang_catalogue::value::Chosen;
use talang_catalogue::{
    AnyRef, Code, CultureCode, Email, Fault, Item, Json, Line, Long, Record, Ref, Translated, Value,
};
use talang_derive::{Choice, Object};

use super::access_policy::Population;
use crate::error::Result;
use crate::limit::Limit;
use crate::rights::Action;
use crate::view::View;

/// Whether an account can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum UserState {
    /// Can sign in.
    #[choice("active")]
    Active,
    /// Cannot sign in until somebody allows it again.
    #[choice("suspended")]
    Suspended,
    /// Cannot sign in any more.
    #[choice("closed")]
    Closed,
}

/// An account with which a person or a program signs in.
#[derive(Object)]
#[object(id = 1, module = "access", kind = shared, key(login), subject = employee, title(login))]
pub struct User {
    /// Name with which the user signs in.
    #[field(id = 1, search, privacy = identity)]
    pub login: Code,
    /// Employee whose account it is; empty for administrators from outside and for programs.
    #[field(id = 2, target = "Employee", privacy = work)]
    pub employee: Option<AnyRef>,
    /// Whether the account can be used.
    #[field(id = 3, privacy = work, default = "active")]
    pub state: Chosen<UserState>,
    /// Last day on which the account can be used.
    #[field(id = 4, privacy = work)]
    pub valid_until: Option<jiff::civil::Date>,
    /// Address for messages about the account.
    #[field(id = 5, privacy = contact)]
    pub email: Option<Email>,
    /// Language and formats of the user's screens and messages.
    #[field(id = 6, privacy = none, group = "preferences")]
    pub culture: Option<CultureCode>,
    /// Whose password policy, session times and identity providers are the account's. A candidate's account belongs to no employee, has no roles, and opens the front office alone. Empty means employees.
    #[field(id = 7, privacy = work, default = "employees")]
    pub population: Option<Chosen<Population>>,
}

/// A named set of rights that can be given to users.
#[derive(Object)]
#[object(id = 2, module = "access", kind = shared, power, key(code), privacy = none, title(label))]
pub struct Role {
    /// Permanent short name.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name of the role.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Whom the role is meant for and what it allows.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Counts only while active.
    #[field(id = 4, default = "true")]
    pub active: bool,
    /// Whoever has the role shows a second factor at the sign-in.
    #[field(id = 5)]
    pub second_factor: Option<bool>,
}

/// How far a right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Extent {
    /// Only the user's own data.
    #[choice("self")]
    Own,
    /// Everyone below the user in the reporting line.
    #[choice("team")]
    Team,
    /// The members of the user's accreditation lists.
    #[choice("lists")]
    Lists,
    /// Everyone.
    #[choice("all")]
    All,
}

/// One line of a role: what may be done with which data, and how far that reaches.
#[derive(Object)]
#[object(id = 3, module = "access", kind = shared, power, key(role, object, field_group, extent), privacy = none)]
pub struct RoleRight {
    /// Role that gives the right.
    #[field(id = 1)]
    pub role: Ref<Role>,
    /// Business object such as Employee; module:people for a whole module; * for all.
    #[field(id = 2)]
    pub object: Code,
    /// Group of fields such as general or private; * for all.
    #[field(id = 3, default = "general")]
    pub field_group: Code,
    /// Allowed actions, separated by commas: read, create, update, delete, import, export.
    #[field(id = 4)]
    pub actions: Line,
    /// Whose data the right reaches.
    #[field(id = 5)]
    pub extent: Chosen<Extent>,
}

/// A role given to a user.
#[derive(Object)]
#[object(id = 4, module = "access", kind = shared, power, key(user, role), privacy = work)]
pub struct UserRole {
    /// Who has the role.
    #[field(id = 1)]
    pub user: Ref<User>,
    /// The role.
    #[field(id = 2)]
    pub role: Ref<Role>,
}

/// A list of employees whose data its owners may reach, chosen by hand, by a rule, or both.
#[derive(Object)]
#[object(id = 5, module = "access", kind = employees, power, key(code), privacy = none, title(label))]
pub struct AccreditationList {
    /// Permanent short name.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name of the list.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Rule that chooses members by itself, such as: organisation under SALES and not establishment is PARIS.
    #[field(id = 3)]
    pub rule: Option<Long>,
    /// What the list is for.
    #[field(id = 4)]
    pub description: Option<Long>,
    /// Counts only while active.
    #[field(id = 5, default = "true")]
    pub active: bool,
}

/// An employee put on an accreditation list by hand.
#[derive(Object)]
#[object(id = 6, module = "access", kind = employees, power, key(list, employee), subject = employee, privacy = work)]
pub struct ListMember {
    /// The list.
    #[field(id = 1)]
    pub list: Ref<AccreditationList>,
    /// Employee on the list.
    #[field(id = 2, target = "Employee")]
    pub employee: AnyRef,
}

/// An employee who reaches the data of a list's members.
#[derive(Object)]
#[object(id = 7, module = "access", kind = employees, power, key(list, employee), subject = employee, privacy = work)]
pub struct ListOwner {
    /// The list.
    #[field(id = 1)]
    pub list: Ref<AccreditationList>,
    /// Employee who reaches the members.
    #[field(id = 2, target = "Employee")]
    pub employee: AnyRef,
}

/// A program that uses the interfaces with a key and an account of its own.
#[derive(Object)]
#[object(id = 8, module = "access", kind = shared, connection, key(code), technical, power, privacy = none, title(label))]
pub struct ApiClient {
    /// Permanent short name.
    #[field(id = 1, search)]
    pub code: Code,
    /// What the program is.
    #[field(id = 2)]
    pub label: Line,
    /// Account whose rights the program has.
    #[field(id = 3)]
    pub user: Ref<User>,
    /// Most requests per day.
    #[field(id = 4, default = "10000", min = 1)]
    pub quota_per_day: i64,
    /// Works only while active.
    #[field(id = 5, default = "true")]
    pub active: bool,
    /// What the program may do of what its account may, such as employees:read; empty for all of it.
    #[field(id = 6)]
    pub scopes: Option<Long>,
    /// May exchange its key for short-lived tokens (OAuth 2.0 client credentials).
    #[field(id = 7)]
    pub oauth: Option<bool>,
    /// Most requests within a minute.
    #[field(id = 8, default = "600", min = 1)]
    pub requests_per_minute: Option<i64>,
    /// Web addresses whose pages may call the interfaces from a browser, such as https://portal.example.com; empty for none.
    #[field(id = 9)]
    pub origins: Option<Long>,
}

/// A list with chosen columns, filters and order, kept for its author or shared with a role.
#[derive(Object)]
#[object(id = 9, module = "access", kind = shared, key(code), privacy = none, title(label))]
pub struct SavedReport {
    /// Permanent short name.
    #[field(id = 1)]
    pub code: Code,
    /// Name of the view.
    #[field(id = 2, search)]
    pub label: Line,
    /// Business object that is listed.
    #[field(id = 3)]
    pub object: Code,
    /// Who made it and sees it.
    #[field(id = 4)]
    pub user: Option<Ref<User>>,
    /// Role whose users see it too.
    #[field(id = 5)]
    pub role: Option<Ref<Role>>,
    /// Columns, filter and order.
    #[field(id = 6)]
    pub query: Json,
    /// Grouping of the menu.
    #[field(id = 7, list = "view-folder")]
    pub folder: Option<Item>,
}

/// An accreditation rule must be readable and speak of things that exist.
pub(crate) fn check_list(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if let Value::Text(rule) = new.get("rule").clone()
        && let Err(fault) = crate::accreditation::check_rule(view, &rule)?
    {
        faults.push(fault.on("rule"));
    }
    Ok(())
}

/// Whether it is an origin as browsers send it (RFC 6454 § 6.2): scheme and host in lower case, no path. `*` is none: a page
/// is let in by its name.
fn is_origin(text: &str) -> bool {
    let Some((scheme, host)) = text.split_once("://") else { return false };
    let (name, port) = host.rsplit_once(':').unwrap_or((host, "1"));
    let local = name == "localhost" || name.ends_with(".localhost") || name == "127.0.0.1";
    (scheme == "https" || scheme == "http" && local)
        && !name.is_empty()
        && name.split('.').all(|label| {
            !label.is_empty()
                && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
        && port.parse::<u16>().is_ok_and(|p| p > 0 && p.to_string() == port)
}

/// A program's scopes must be words that mean something, the addresses of its pages origins.
pub(crate) fn check_client(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let scopes = new.get("scopes").as_text().unwrap_or_default();
    if let Err(fault) = Limit::parse(scopes).and_then(|limit| limit.check(&view.catalogue())) {
        faults.push(fault.on("scopes"));
    }
    let origins = new.get("origins").as_text().unwrap_or_default();
    if let Some(wrong) = origins.split_whitespace().find(|text| !is_origin(text)) {
        faults.push(Fault::new("origin.invalid").on("origins").with("name", wrong));
    }
    Ok(())
}

/// A role's line must name an object, a group and actions that exist.
pub(crate) fn check_right(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let catalogue = view.catalogue();
    let object = new.get("object").as_text().unwrap_or_default().to_string();
    let known = object == "*"
        || catalogue.object(&object).is_some()
        || object
            .strip_prefix("module:")
            .is_some_and(|m| catalogue.objects().iter().any(|o| o.def.module == m));
    if !known {
        faults.push(Fault::new("object.unknown").on("object").with("name", object));
    }
    let actions = new.get("actions").as_text().unwrap_or_default().to_string();
    let words: Vec<&str> = actions.split([',', ' ']).filter(|w| !w.is_empty()).collect();
    if words.is_empty() || words.iter().any(|w| Action::parse(w).is_none()) {
        let allowed = Action::ALL.map(Action::name).join(", ");
        faults.push(Fault::new("value.choice").on("actions").with("allowed", allowed));
    }
    Ok(())
}
