//! How accounts are protected and used: password policies (A4), identity providers (A6), address ranges (A1),
//! delegations (A13), dashboards, notification preferences and feature switches.

use talang_catalogue::value::Chosen;
use talang_catalogue::{
    AnyRef, Choice, Code, Fault, Item, Json, Line, Long, Record, Ref, Refs, Translated, Url,
};
use talang_derive::{Choice, Object};
use talang_store::P;

use super::access::{AccreditationList, Role, User};
use super::sign_on::SignOnBinding;
use crate::error::Result;
use crate::rights::{Action, Extents};
use crate::scope::Actor;
use crate::view::View;

/// Whose passwords a policy governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Population {
    /// Employees and administrators.
    #[choice("employees")]
    Employees,
    /// Candidates of the front office.
    #[choice("candidates")]
    Candidates,
}

/// The object of those who are no employees: whoever may read each of them may read their accounts.
pub(crate) const CANDIDATE: &str = "Candidate";

impl Population {
    /// Whose that word is; of employees where there is none.
    pub fn named(word: &str) -> Population {
        Population::parse(word).unwrap_or(Population::Employees)
    }

    /// Whose an account is.
    pub fn of(account: &Record) -> Population {
        Population::named(account.get("population").as_text().unwrap_or_default())
    }
}

/// Rules for the passwords of a population (A4).
#[derive(Object)]
#[object(id = 11, module = "access", kind = shared, power, key(population), privacy = none)]
pub struct PasswordPolicy {
    /// Whose passwords the policy governs.
    #[field(id = 1, fixed)]
    pub population: Chosen<Population>,
    /// The first password must be changed at the first sign-in.
    #[field(id = 2, default = "true")]
    pub change_at_first_sign_in: bool,
    /// Days after which a new password is asked for; 0 for never.
    #[field(id = 3, default = "90", min = 0, max = 3650)]
    pub renewal_days: i64,
    /// Number of earlier passwords that may not be used again.
    #[field(id = 4, default = "24", min = 0, max = 100)]
    pub remembered_passwords: i64,
    /// Fewest characters of a password.
    #[field(id = 5, default = "8", min = 5, max = 128)]
    pub minimum_length: i64,
    /// Wrong passwords in a row after which the account is locked.
    #[field(id = 6, default = "5", min = 1, max = 100)]
    pub failures_before_lock: i64,
    /// Fewest characters that are neither letters nor digits.
    #[field(id = 7, default = "1", min = 0, max = 20)]
    pub minimum_special: i64,
    /// Fewest digits.
    #[field(id = 8, default = "1", min = 0, max = 20)]
    pub minimum_digits: i64,
    /// Fewest small letters.
    #[field(id = 9, default = "1", min = 0, max = 20)]
    pub minimum_lower: i64,
    /// Fewest capital letters.
    #[field(id = 10, default = "1", min = 0, max = 20)]
    pub minimum_upper: i64,
    /// Every account needs a last day of validity.
    #[field(id = 11)]
    pub end_date_mandatory: bool,
    /// A forgotten password is reset by an activation link sent by e-mail.
    #[field(id = 12, default = "true")]
    pub reset_by_mail: bool,
    /// Hours for which an activation link works.
    #[field(id = 13, default = "24", min = 1, max = 168)]
    pub link_hours: i64,
    /// An account becomes active only when its e-mail address is confirmed.
    #[field(id = 14, default = "true")]
    pub email_confirmed_first: bool,
    /// The password may not contain the login.
    #[field(id = 15, default = "true")]
    pub login_not_in_password: bool,
    /// Leaked and easily guessed passwords are refused.
    #[field(id = 16, default = "true")]
    pub weak_refused: bool,
    /// Everybody shows a second factor at the sign-in, unless their identity provider already did.
    #[field(id = 17)]
    pub second_factor: Option<bool>,
    /// Minutes without a request after which a session ends. Empty: as the installation says, 120 if it says nothing; 20 for candidates.
    #[field(id = 18, min = 5, max = 1440)]
    pub idle_minutes: Option<i64>,
    /// Hours after the sign-in at which a session ends at the latest. Empty: as the installation says, 12 if it says nothing.
    #[field(id = 19, min = 1, max = 168)]
    pub session_hours: Option<i64>,
    /// Nobody signs in with a passkey or adds one. Those that were added open nothing while this is on.
    #[field(id = 20)]
    pub passkeys_refused: Option<bool>,
}

/// How the product and an identity provider speak with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum SignOnProtocol {
    /// SAML 2.0.
    #[choice("saml")]
    Saml,
    /// OpenID Connect.
    #[choice("openid-connect")]
    OpenIdConnect,
    /// WS-Federation.
    #[choice("ws-federation")]
    WsFederation,
}

/// A directory of the company with which users sign in (A6).
#[derive(Object)]
#[object(id = 12, module = "access", kind = shared, connection, key(code), technical, power, privacy = none, title(label))]
pub struct IdentityProvider {
    /// Permanent short name; part of the addresses that the provider is given.
    #[field(id = 1, search, fixed)]
    pub code: Code,
    /// Text of the sign-in button.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Protocol that the provider speaks.
    #[field(id = 3)]
    pub protocol: Chosen<SignOnProtocol>,
    /// Identifier of the provider: entity ID (SAML), issuer (OpenID Connect) or realm (WS-Federation).
    #[field(id = 4)]
    pub issuer: Line,
    /// Address of the provider's description, from which the addresses and certificates can be read.
    #[field(id = 5)]
    pub metadata_url: Option<Url>,
    /// Address to which users are sent to sign in.
    #[field(id = 6)]
    pub sign_in_url: Option<Url>,
    /// Address to which users are sent to sign out.
    #[field(id = 7)]
    pub sign_out_url: Option<Url>,
    /// Address at which a code is exchanged for tokens (OpenID Connect).
    #[field(id = 8)]
    pub token_url: Option<Url>,
    /// Address of the provider's public keys (OpenID Connect).
    #[field(id = 9)]
    pub keys_url: Option<Url>,
    /// Identifier by which the provider knows this application; empty for its own address.
    #[field(id = 10)]
    pub client_id: Option<Line>,
    /// Certificates that may sign the provider's answers, in PEM; during a change of keys both.
    #[field(id = 11)]
    pub certificate: Option<Long>,
    /// Attribute or claim that holds the login; empty for the name identifier.
    #[field(id = 12)]
    pub login_attribute: Option<Line>,
    /// Answers are accepted that nobody asked for here: sign-in started at the provider's own portal.
    #[field(id = 13)]
    pub provider_initiated: bool,
    /// The provider's population signs in with it and no longer with a password; who may change identity providers still can.
    #[field(id = 14)]
    pub replaces_password: bool,
    /// Place among the sign-in buttons; smaller numbers come first.
    #[field(id = 15)]
    pub sort_order: Option<i64>,
    /// Works only while active; a test sign-in must have succeeded before.
    #[field(id = 16, default = "false")]
    pub active: bool,
    /// Whose users sign in with the provider.
    #[field(id = 17, default = "employees")]
    pub population: Chosen<Population>,
    /// How requests go to the provider (SAML).
    #[field(id = 18, default = "redirect")]
    pub binding: Chosen<SignOnBinding>,
    /// Requests to the provider are signed (SAML).
    #[field(id = 19, default = "true")]
    pub sign_requests: bool,
    /// An account is made at the first sign-in of somebody who has none.
    #[field(id = 20)]
    pub just_in_time: bool,
    /// At the first sign-in an existing account is recognised by its login.
    #[field(id = 21, default = "true")]
    pub takes_over: bool,
    /// Attribute or claim that holds the user's groups, for the mapping of roles.
    #[field(id = 22)]
    pub role_attribute: Option<Line>,
    /// The provider itself asks for a second factor: none is asked for here.
    #[field(id = 23)]
    pub second_factor: bool,
    /// When a test sign-in succeeded last.
    #[field(id = 24, read_only)]
    pub tested_at: Option<jiff::Timestamp>,
    /// Each assertion must be signed itself; a signature around the provider's answer is not enough (SAML).
    #[field(id = 25)]
    pub assertion_signed: bool,
}

/// Network addresses from which users may come (A1). Where a group has ranges, its users are refused from elsewhere.
#[derive(Object)]
#[object(id = 13, module = "access", kind = shared, key(group_code, cidr), technical, power, privacy = none)]
pub struct IpRange {
    /// Role whose users the range concerns; * for everyone.
    #[field(id = 1)]
    pub group_code: Code,
    /// Address and length of the network, such as 192.0.2.0/24 or 2001:db8::/32.
    #[field(id = 2)]
    pub cidr: Line,
    /// What the network is, such as the name of a site.
    #[field(id = 3, search)]
    pub comment: Option<Line>,
    /// Counts only while active.
    #[field(id = 4, default = "true")]
    pub active: bool,
    /// Whoever comes from there shows a second factor. Of several ranges of a group the narrowest decides.
    #[field(id = 5)]
    pub second_factor: Option<bool>,
}

/// What a delegate may do in somebody's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum DelegatedWork {
    /// Only see what the delegator sees.
    #[choice("read")]
    Read,
    /// Everything that the delegator may do.
    #[choice("all")]
    All,
}

/// Somebody acts in an employee's place for a period (A13).
#[derive(Object)]
#[object(id = 14, module = "access", kind = employees, power, key(delegator, delegate, start), subject = delegator, dated, privacy = work)]
pub struct Delegation {
    /// Employee who is represented.
    #[field(id = 1, target = "Employee")]
    pub delegator: AnyRef,
    /// Employee who acts in the other's place.
    #[field(id = 2, target = "Employee")]
    pub delegate: AnyRef,
    /// First day.
    #[field(id = 3)]
    pub start: jiff::civil::Date,
    /// Last day; empty while no end is known.
    #[field(id = 4)]
    pub end: Option<jiff::civil::Date>,
    /// What the delegate may do.
    #[field(id = 5, default = "read")]
    pub extent: Chosen<DelegatedWork>,
    /// Why, for the journal, such as leave.
    #[field(id = 6)]
    pub reason: Option<Line>,
    /// Roles of the delegator that count; none named means all of them.
    #[field(id = 7)]
    pub roles: Option<Refs<Role>>,
    /// Accreditation lists of the delegator within which the delegate stays; none named means no such limit.
    #[field(id = 8)]
    pub lists: Option<Refs<AccreditationList>>,
}

/// A user allows support to look as them for some hours (T4).
#[derive(Object)]
#[object(id = 34, module = "access", kind = shared, key(user, granted_at), internal, privacy = work)]
pub struct SupportConsent {
    /// Account whose owner consents.
    #[field(id = 1)]
    pub user: Ref<User>,
    /// When it was given.
    #[field(id = 2)]
    pub granted_at: jiff::Timestamp,
    /// Until when it holds, a day at most.
    #[field(id = 3)]
    pub until: jiff::Timestamp,
    /// Support account that it is given to; empty for every one of them.
    #[field(id = 4)]
    pub support: Option<Ref<User>>,
    /// Support may change things too, not only see them.
    #[field(id = 5)]
    pub writing: bool,
    /// When the user ended it before its time.
    #[field(id = 6)]
    pub ended_at: Option<jiff::Timestamp>,
}

/// A page of figures and lists that users open first.
#[derive(Object)]
#[object(id = 15, module = "access", kind = shared, key(code), hidden, privacy = none, title(label))]
pub struct Dashboard {
    /// Permanent short name.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name of the dashboard.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Whom the dashboard is meant for and what it shows.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Role whose users see it; empty for everyone.
    #[field(id = 4)]
    pub role: Option<Ref<Role>>,
    /// Tiles with their place, size and query. They show what the reader may see, never more.
    #[field(id = 5)]
    pub tiles: Json,
    /// Grouping of the menu.
    #[field(id = 6, list = "view-folder")]
    pub folder: Option<Item>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 7)]
    pub sort_order: Option<i64>,
    /// Offered only while active.
    #[field(id = 8, default = "true")]
    pub active: bool,
}

/// How often messages about a topic are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum NotificationRhythm {
    /// At once.
    #[choice("immediately")]
    Immediately,
    /// Together, once a day.
    #[choice("daily")]
    Daily,
    /// Together, once a week.
    #[choice("weekly")]
    Weekly,
    /// Not at all.
    #[choice("never")]
    Never,
}

/// How an employee wants to be told about a topic.
#[derive(Object)]
#[object(id = 16, module = "access", kind = employees, key(employee, topic), hidden, subject = employee, privacy = work)]
pub struct NotificationPreference {
    /// Employee who is told.
    #[field(id = 1, target = "Employee")]
    pub employee: AnyRef,
    /// Code of the topic, as the messages of that kind name it; * for all others.
    #[field(id = 2)]
    pub topic: Code,
    /// How often e-mails are sent.
    #[field(id = 3, default = "immediately")]
    pub rhythm: Chosen<NotificationRhythm>,
    /// Shown on the home page too.
    #[field(id = 4, default = "true")]
    pub on_home_page: bool,
}

/// A part of the product that the company switches on or off.
#[derive(Object)]
#[object(id = 17, module = "access", kind = shared, key(code), technical, privacy = none)]
pub struct FeatureSwitch {
    /// Code of the part.
    #[field(id = 1, search, fixed)]
    pub code: Code,
    /// Switched on.
    #[field(id = 2)]
    pub on: bool,
    /// Why it is on or off, for colleagues.
    #[field(id = 3)]
    pub comment: Option<Line>,
}

/// Only what the program has can be switched.
pub(crate) fn check_switch(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let code = new.get("code").as_text().unwrap_or_default().to_string();
    let registry = view.scope().installation().registry();
    if registry.feature(&code).is_none() {
        let known: Vec<&str> = registry.features.iter().map(|f| f.code).collect();
        faults.push(
            Fault::new("feature.unknown").on("code").with("name", code).with("allowed", known.join(", ")),
        );
    }
    Ok(())
}

/// Where the password policy asks for it, every account has a last day (A4). The program's own accounts need none.
pub(crate) fn check_end_date(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if !new.get("valid_until").is_null() || matches!(view.scope().actor, crate::scope::Actor::System) {
        return Ok(());
    }
    let sql = "SELECT 1 FROM shared.password_policy WHERE population = ? AND end_date_mandatory = 1";
    if view.conn.query_one(sql, &[P::Text(Population::of(new).code())])?.is_some() {
        faults.push(Fault::new("value.mandatory").on("valid_until"));
    }
    Ok(())
}

/// A candidate's account is nobody's who works here: it belongs to no employee and has no roles, since the policy of
/// candidates is not made for those who work with the data of others (A4, A10).
pub(crate) fn check_population(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if Population::of(new) != Population::Candidates {
        return Ok(());
    }
    if !new.get("employee").is_null() {
        faults.push(Fault::new("account.candidate_employee").on("employee"));
    }
    let Some(old) = old.filter(|old| Population::of(old) != Population::Candidates) else { return Ok(()) };
    let sql = "SELECT 1 FROM shared.user_role WHERE \"user\" = ? UNION ALL
               SELECT 1 FROM shared.api_client WHERE \"user\" = ? LIMIT 1";
    if view.conn.query_one(sql, &[P::Int(old.id), P::Int(old.id)])?.is_some() {
        faults.push(Fault::new("account.candidate_roles").on("population"));
    }
    Ok(())
}

/// A role, or a program, is given to an account of somebody who works here.
pub(crate) fn check_holder(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let sql = "SELECT 1 FROM shared.user WHERE id = ? AND population = 'candidates'";
    let user = new.get("user").as_int().unwrap_or_default();
    if view.conn.query_one(sql, &[P::Int(user)])?.is_some() {
        faults.push(Fault::new("account.candidate_roles").on("user"));
    }
    Ok(())
}

/// Nobody stands in for themselves.
pub(crate) fn check_delegation(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let (who, whom) = (new.get("delegator").as_int(), new.get("delegate").as_int());
    if who.is_some() && who == whom {
        faults.push(Fault::new("delegation.self").on("delegate"));
    }
    // Ending one early takes nothing from anybody.
    let narrower = old.is_some_and(|old| {
        let sooner = match (old.get("end").as_int(), new.get("end").as_int()) {
            (_, None) => old.get("end").is_null(),
            (before, Some(after)) => before.is_none_or(|before| after <= before),
        };
        let same = ["delegate", "extent", "roles", "lists", "start"];
        sooner && same.iter().all(|name| old.get(name) == new.get(name))
    });
    let mine = view.scope().actor.employee();
    if matches!(view.scope().actor, Actor::User { .. }) && who != mine && !narrower {
        // In another's name only those who could give the rights themselves, and never to themselves.
        let gives = view.object("UserRole")?;
        if !view.rights().on(&gives, Action::Create).has(Extents::ALL) {
            faults.push(Fault::new("delegation.not_yours").on("delegator"));
        } else if whom == mine && !view.is_super_administrator() {
            faults.push(Fault::new("delegation.to_oneself").on("delegate"));
        }
    }
    Ok(())
}
