//! SOAP services (I11): a service is a table of operations, and the rest follows from it.
//!
//! An [`Operation`] names its input and output as [`Element`]s, once. From that come the WSDL 1.1 with its XML Schema
//! ([`describe`]), the check of every message before the operation runs, the answer's XML, and a page for people. Document/literal
//! wrapped, as WS-I Basic Profile 1.1 has it; SOAP 1.1 and SOAP 1.2 at one address.
//!
//! # The way of a message
//!
//! 1. The server reads the body and calls [`credentials`]: a WS-Security UsernameToken becomes what `Authorization: Basic` would
//!    have said. From there on the message comes in by the same door as REST and OData: application, account, networks,
//!    quota, pace.
//! 2. [`answer`] reads the envelope strictly, finds the operation by the element in the body, checks the input as a whole and runs it.
//! 3. Whatever is refused, here or at the door, is told by [`refusal`] as a SOAP fault with the stable codes of the faults and the
//!    place of each in the message.
//!
//! # Another service
//!
//! Is a `static` [`Service`] and two routes in the crate that owns its matter: `GET` for [`describe`], `POST` for [`answer`].

mod envelope;
mod page;
mod read;
mod refusal;
mod write;
mod wsdl;

pub use envelope::credentials;
pub use refusal::{Asked, refusal};

use talang_catalogue::{Culture, Fault, Language};
use talang_engine::{Module, Result, Scope};
use talang_http::{Call, Reply};

/// Where services are.
pub const PREFIX: &str = "/api/soap/";

/// A service.
#[derive(Debug)]
pub struct Service {
    /// Name in the WSDL.
    pub name: &'static str,
    /// Address, below [`PREFIX`].
    pub path: &'static str,
    /// Namespace of its elements, for ever.
    pub namespace: &'static str,
    /// Message that is its title; what it is for is the message `<title>-text`.
    pub title: &'static str,
    /// Refuses where the service is not there: its function is switched off (S8).
    pub open: fn(&Scope) -> Result<()>,
    /// What it does.
    pub operations: &'static [Operation],
}

/// Something that a service does.
#[derive(Debug)]
pub struct Operation {
    /// Name of the input's element; that of the output has `Response` behind it.
    pub name: &'static str,
    /// Message that says what it does.
    pub about: &'static str,
    /// What it is asked with.
    pub input: &'static [Element],
    /// What it answers.
    pub output: &'static [Element],
    /// Does it, with an input that was checked.
    pub run: fn(&Scope, &Fields) -> Result<Fields>,
}

/// An element of a message.
#[derive(Debug)]
pub struct Element {
    /// Name.
    pub name: &'static str,
    /// Message that says what it is.
    pub about: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// How often it stands there at least.
    pub least: usize,
    /// How often at most; [`MANY`] for any number.
    pub most: usize,
}

/// Any number of times.
pub const MANY: usize = usize::MAX;

impl Element {
    /// An element that stands there once.
    pub const fn one(name: &'static str, about: &'static str, kind: Kind) -> Element {
        Element { name, about, kind, least: 1, most: 1 }
    }

    /// One that may be missing.
    pub const fn maybe(name: &'static str, about: &'static str, kind: Kind) -> Element {
        Element { name, about, kind, least: 0, most: 1 }
    }

    /// One that stands there any number of times, but `least` times.
    pub const fn many(name: &'static str, about: &'static str, kind: Kind, least: usize) -> Element {
        Element { name, about, kind, least, most: MANY }
    }
}

/// What an element holds.
#[derive(Debug)]
pub enum Kind {
    /// A text of one to so many characters.
    Text(usize),
    /// A whole number between two, both included.
    Whole(i64, i64),
    /// A day.
    Day,
    /// A moment, with its distance from UTC.
    Moment,
    /// An address of the web.
    Address,
    /// Code of a language (ISO 639-1).
    Language,
    /// One of several words; the type's name.
    Choice(&'static str, &'static [&'static str]),
    /// Elements; the type's name.
    Group(&'static str, &'static [Element]),
}

/// What an element of a message held or shall hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Of the kinds text, address, language and choice.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Days since 1970.
    Day(i64),
    /// Microseconds since 1970.
    Moment(i64),
    /// Elements.
    Group(Fields),
}

/// The elements of a message or a group, by name, in the order of the declaration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(&'static str, Value)>);

impl Fields {
    /// The same with an element more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Fields {
        self.0.push((name, value));
        self
    }

    /// The same with a text more.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Fields {
        self.with(name, Value::Text(text.into()))
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Value> {
        self.0.iter().filter(move |(n, _)| *n == name).map(|(_, value)| value)
    }

    /// The first value of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(n, _)| *n == name).map(|(_, value)| value)
    }

    /// The text of a name.
    pub fn get_text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn push(&mut self, name: &'static str, value: Value) {
        self.0.push((name, value));
    }
}

/// Messages.
pub fn module() -> Module {
    Module { messages: talang_engine::messages_of!("../messages"), ..Module::default() }
}

/// `GET`: the WSDL where the address says `?wsdl`, else the page for people.
///
/// # Errors
/// `record.not_found` while the service is switched off.
pub fn describe(service: &Service, call: &Call) -> Result<Reply> {
    let scope = speaking(call);
    (service.open)(&scope)?;
    match call.request.query.iter().any(|(name, _)| name.eq_ignore_ascii_case("wsdl")) {
        true => Ok(Reply::bytes("text/xml; charset=utf-8", wsdl::document(service, call, &scope))
            .with("content-language", scope.language().code())
            .with("vary", "accept-language")),
        false => Ok(page::page(service, call)),
    }
}

/// `POST`: a message.
///
/// # Errors
/// Whatever is refused; [`refusal`] tells it as a fault.
pub fn answer(service: &Service, call: &Call) -> Result<Reply> {
    let scope = speaking(call);
    (service.open)(&scope)?;
    let version = envelope::Version::of(&call.request)?;
    let text = envelope::text(&call.request.body)?;
    let document = envelope::parse(&text)?;
    let payload = envelope::open(&document, version, &scope)?;
    let name = payload.tag_name().name();
    let operation = service
        .operations
        .iter()
        .find(|o| payload.tag_name().namespace() == Some(service.namespace) && o.name == name)
        .ok_or_else(|| {
            let known: Vec<&str> = service.operations.iter().map(|o| o.name).collect();
            Fault::new("soap.operation").with("name", written(payload)).with("known", known.join(", "))
        })?;
    let action = version.action(&call.request);
    if action.as_ref().is_some_and(|action| *action != wsdl::action(service, operation)) {
        return Err(Fault::new("soap.action").with("name", action.unwrap_or_default()).into());
    }
    let input = read::input(operation, payload, service.namespace)?;
    let output = (operation.run)(&scope, &input)?;
    let body = write::output(operation, &output, service.namespace);
    Ok(Reply::bytes(version.media_type(), version.envelope(&body))
        .with("content-language", scope.language().code()))
}

/// The scope in the language that the request asks for.
fn speaking(call: &Call) -> Scope {
    let mut scope = call.scope.clone();
    let wanted = call.request.header("accept-language").and_then(Language::from_accept_language);
    if let Some(language) = wanted
        && language != scope.culture.language
    {
        scope.culture = Culture::of(language);
    }
    scope
}

/// An element's name as people write about it: `{namespace}name`, or the name alone.
fn written(node: roxmltree::Node<'_, '_>) -> String {
    match node.tag_name().namespace() {
        Some(namespace) => format!("{{{namespace}}}{}", node.tag_name().name()),
        None => node.tag_name().name().to_string(),
    }
}

/// The service's own address, as the caller wrote it.
fn address(service: &Service, call: &Call) -> String {
    let scheme = if call.request.https { "https" } else { "http" };
    format!("{scheme}://{}{}", call.request.header("host").unwrap_or_default(), service.path)
}
