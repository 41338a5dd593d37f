//! Identity providers of a tenant, and how their protocols are spoken.

use std::sync::Arc;

use talang_catalogue::labels::text_in;
use talang_catalogue::{BusinessObject, Fault, Value};
use talang_engine::objects::access_policy::{IdentityProvider, Population, SignOnProtocol};
use talang_engine::{Actor, Door, Filter, Op, Query, Result, Scope};
use talang_http::{Call, Reply, encode};
use talang_store::P;

use crate::certificate::Certificate;

/// A protocol of single sign-on.
pub struct Protocol {
    /// Sends the browser to the provider: call, provider, where to go on after, the account that tests the provider if one
    /// does.
    pub start: fn(&Call, &Provider, &str, Option<i64>) -> Result<Reply>,
    /// Where the browser goes to sign out at the provider too, after the session with that name there has ended here.
    /// Nothing where the provider has no such address.
    pub sign_out: fn(&Call, &Provider, Option<&str>) -> Result<Option<String>>,
    /// Our own metadata for the provider; nothing where the protocol has none.
    pub metadata: fn(&Call, &Provider) -> Result<Option<String>>,
    /// What the provider's administrator is told about us: key of the words, value.
    pub own: fn(&Call, &Provider) -> Vec<(&'static str, String)>,
    /// Reads the provider's metadata; now in microseconds since 1970.
    pub describe: fn(&str, i64) -> Result<Described>,
}

/// What a provider's metadata say. Empty texts say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Described {
    /// Fields of the provider's record, by name.
    pub fields: Vec<(&'static str, String)>,
}

/// An identity provider.
pub struct Provider {
    /// Row number.
    pub id: i64,
    /// What is set about it.
    pub row: IdentityProvider,
}

impl Provider {
    /// How its protocol is spoken.
    pub fn protocol(&self) -> &'static Protocol {
        match self.row.protocol.0 {
            Some(SignOnProtocol::Saml) => &crate::saml::PROTOCOL,
            Some(SignOnProtocol::WsFederation) => &crate::wsfed::PROTOCOL,
            Some(SignOnProtocol::OpenIdConnect) => &crate::oidc::PROTOCOL,
            _ => &UNSPOKEN,
        }
    }

    /// Its certificates.
    ///
    /// # Errors
    /// `provider.incomplete` when there is none: no key, no trust.
    pub fn certificates(&self) -> Result<Vec<Certificate>> {
        let found = Certificate::read_all(self.row.certificate.as_deref().unwrap_or_default())?;
        if found.is_empty() {
            return Err(self.lacks("certificate"));
        }
        Ok(found)
    }

    /// `provider.incomplete`, about a field.
    pub fn lacks(&self, field: &'static str) -> talang_engine::Error {
        Fault::new("provider.incomplete").with("name", field).into()
    }

    /// Whose users sign in with it: accounts of others are not known to it.
    pub fn population(&self) -> Population {
        self.row.population.0.unwrap_or(Population::Employees)
    }

    /// What the sign-in button says.
    pub fn label(&self, call: &Call) -> String {
        text_in(&self.row.label.0, call.scope.language()).unwrap_or(&self.row.code).to_string()
    }

    /// An address of this provider here: `https://acme.example/sso/entra` and what follows.
    pub fn address(&self, call: &Call, rest: &str) -> String {
        format!("{}/sso/{}{rest}", base(call), encode(&self.row.code))
    }

    /// The name by which the provider knows this application: what is set, or our address.
    pub fn own_name(&self, call: &Call) -> String {
        match &self.row.client_id {
            Some(name) if !name.is_empty() => name.to_string(),
            _ => self.address(call, ""),
        }
    }
}

/// A record without protocol, as files can bring it.
static UNSPOKEN: Protocol = Protocol {
    start: |_, provider, _, _| Err(provider.lacks("protocol")),
    sign_out: |_, _, _| Ok(None),
    metadata: |_, _| Ok(None),
    own: |_, _| Vec::new(),
    describe: |_, _| Err(Fault::new("provider.incomplete").with("name", "protocol").into()),
};

/// Scheme and host by which the browser came: the door has found the tenant by it.
pub fn base(call: &Call) -> String {
    let scheme = if call.request.https { "https" } else { "http" };
    format!("{scheme}://{}", call.request.header("host").unwrap_or_default())
}

/// The program itself in the call's tenant: before anybody is signed in, nobody else can read who may.
pub fn program(call: &Call) -> Scope {
    let mut scope = Scope::new(&call.installation, call.scope.tenant(), Actor::System, Door::Screen);
    scope.culture = call.scope.culture;
    scope.request = call.scope.request.clone();
    scope
}

/// The provider of that code, active or not.
///
/// # Errors
/// `record.not_found`.
pub fn find(call: &Call, code: &str) -> Result<Provider> {
    program(call).view(|v| {
        let object = v.object(IdentityProvider::NAME)?;
        let missing = || Fault::new("record.not_found").with("object", IdentityProvider::NAME);
        let id = v.resolve(IdentityProvider::NAME, code)?.ok_or_else(missing)?;
        Ok(Provider { id, row: IdentityProvider::from_record(&v.get(&object, id)?) })
    })
}

/// The provider of the call's path, which speaks that protocol.
///
/// # Errors
/// `record.not_found`.
pub(crate) fn speaking(call: &Call, protocol: SignOnProtocol) -> Result<Provider> {
    let provider = find(call, call.param("code"))?;
    if provider.row.protocol.0 == Some(protocol) {
        return Ok(provider);
    }
    Err(Fault::new("record.not_found").with("object", IdentityProvider::NAME).into())
}

/// The sign-in buttons of employees and administrators: what they say and where they lead. Where the browser wants to go on
/// is taken along from the address of the call.
pub fn buttons(call: &Call) -> Result<Vec<(String, String)>> {
    let mut found: Vec<(i64, Provider)> = program(call).view(|v| {
        let object: Arc<_> = v.object(IdentityProvider::NAME)?;
        let filter = Some(Filter::test(&object, "active", Op::Is, vec![Value::Int(1)]));
        let rows = v.typed_list::<IdentityProvider>(&Query { filter, ..Query::default() })?;
        Ok(rows
            .into_iter()
            .filter(|(_, row)| row.population.0 != Some(Population::Candidates))
            .map(|(id, row)| (row.sort_order.unwrap_or(i64::MAX), Provider { id, row }))
            .collect())
    })?;
    found.sort_by_key(|(order, provider)| (*order, provider.id));
    let next = call.request.query("next").map(|n| format!("?next={}", encode(n))).unwrap_or_default();
    Ok(found.iter().map(|(_, p)| (p.label(call), format!("/sso/{}{next}", encode(&p.row.code)))).collect())
}

/// What the browser is answered when its session ends, where a provider began it and has an address for signing out: a page
/// that goes on there. To be asked before the session ends.
///
/// # Errors
/// Storage.
pub fn sign_out(call: &Call) -> Result<Option<Reply>> {
    let Some(session) = &call.session else { return Ok(None) };
    let row = call.scope.tenant().db().read(|conn| {
        Ok::<_, talang_engine::Error>(conn.query_one(
            "SELECT COALESCE(provider, ''), provider_session FROM shared.session WHERE token = ?",
            &[P::Text(&session.id)],
        )?)
    })?;
    let Some([code, named]) = row.as_deref() else { return Ok(None) };
    let provider = match find(call, code.text()) {
        Ok(provider) if provider.row.active => provider,
        Ok(_) => return Ok(None),
        Err(error) if error.is("record.not_found") => return Ok(None),
        Err(error) => return Err(error),
    };
    let named = Some(named.text()).filter(|n| !n.is_empty());
    let to = (provider.protocol().sign_out)(call, &provider, named)?;
    Ok(to.map(|to| crate::page::onward(call, &provider, &to)))
}
