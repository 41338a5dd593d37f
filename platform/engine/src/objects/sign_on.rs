//! What an identity provider's answers mean here (A6): attributes, roles, and whose account a name at the provider is.

use talang_catalogue::value::Chosen;
use talang_catalogue::{Fault, Line, Record, Ref, Value};
use talang_derive::{Choice, Object};

use super::access::{Role, User};
use super::access_policy::IdentityProvider;
use crate::error::Result;
use crate::view::View;

/// How a request goes to a SAML identity provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum SignOnBinding {
    /// In the address (HTTP redirect).
    #[choice("redirect")]
    Redirect,
    /// As a form (HTTP POST).
    #[choice("post")]
    Post,
}

/// What of an account an attribute of the provider fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum MappedField {
    /// The account's e-mail address.
    #[choice("email")]
    Email,
    /// Language and formats of a new account.
    #[choice("culture")]
    Culture,
    /// Number of the employee whose account it is.
    #[choice("employee")]
    Employee,
}

/// An attribute or claim of an identity provider that fills a field of the account at each sign-in.
#[derive(Object)]
#[object(id = 21, module = "access", kind = shared, connection, technical, key(provider, field), privacy = none)]
pub struct AttributeMapping {
    /// Provider that sends the attribute.
    #[field(id = 1)]
    pub provider: Ref<IdentityProvider>,
    /// What of the account the attribute fills.
    #[field(id = 2)]
    pub field: Chosen<MappedField>,
    /// Name of the attribute or claim, exactly as the provider sends it.
    #[field(id = 3)]
    pub attribute: Line,
}

/// A group of an identity provider whose members have a role here. Roles that no line names are given by hand as usual.
#[derive(Object)]
#[object(id = 22, module = "access", kind = shared, connection, technical, power, key(provider, value, role), privacy = none)]
pub struct RoleMapping {
    /// Provider that sends the groups.
    #[field(id = 1)]
    pub provider: Ref<IdentityProvider>,
    /// Group, exactly as the provider sends it.
    #[field(id = 2)]
    pub value: Line,
    /// Role of the group's members: given at sign-in, and taken away when the group is no longer sent.
    #[field(id = 3)]
    pub role: Ref<Role>,
}

/// Whose account a name at an identity provider is.
#[derive(Object)]
#[object(id = 23, module = "access", kind = shared, connection, technical, power, key(provider, subject), privacy = work)]
pub struct ProviderAccount {
    /// The provider.
    #[field(id = 1)]
    pub provider: Ref<IdentityProvider>,
    /// Identifier that the provider gives the user; it stays when the user's name changes.
    #[field(id = 2, privacy = identity)]
    pub subject: Line,
    /// Account here.
    #[field(id = 3)]
    pub user: Ref<User>,
}

/// A provider works only after a test sign-in succeeded, and is tested anew when it has become another one: a mistake
/// must not lock a company out.
pub(crate) fn check_provider(
    _view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    const DECISIVE: [&str; 8] = [
        "protocol",
        "issuer",
        "sign_in_url",
        "token_url",
        "keys_url",
        "client_id",
        "login_attribute",
        "assertion_signed",
    ];
    if let Some(old) = old
        && old.get("tested_at") == new.get("tested_at")
        && DECISIVE.iter().any(|name| old.get(name) != new.get(name))
    {
        new.set("tested_at", Value::Null);
    }
    if new.get("active").as_int() == Some(1) && new.get("tested_at").is_null() {
        faults.push(Fault::new("provider.untested").on("active"));
    }
    Ok(())
}
