//! Single sign-on as browsers meet it (A6): honest providers get their users in, forged answers do not, each with a code of its
//! own that is also written to the log (A12). Everything goes through the public door, on SQLite and on PostgreSQL.

mod attacks;
mod forge;
mod honest;
mod peers;
mod settings;
mod wsfed;

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use talang_catalogue::{Kind, Record, Value};
use talang_engine::{Filter, Op, Query, Tenant};
use talang_http::{encode, form_pairs};
use talang_testkit::{Kit, Setup};

use crate::client::{Answer, Server};
use forge::{Key, Signing, Words, key};

pub const SETUP: Setup = Setup {
    modules: talang_server::modules::modules,
    seed: talang_server::library::seed,
    seed_version: "walls",
};

/// Who the providers say they are.
const ISSUER: &str = "https://idp.example/entity";
const MINUTE: i64 = 60_000_000;

/// A tenant with a provider, served.
pub struct World<'a> {
    pub kit: &'a Kit,
    pub tenant: Arc<Tenant>,
    pub server: Server,
    identity: Arc<talang_identity::Identity>,
    count: AtomicU32,
}

/// A sign-in that a browser has begun.
pub struct Begun {
    /// ID of the request.
    pub request: String,
    /// The browser's cookies.
    pub cookie: String,
}

pub fn english(text: &str) -> Value {
    Value::Texts([("en".to_string(), text.to_string())].into_iter().collect())
}

impl<'a> World<'a> {
    pub fn new(kit: &'a Kit) -> World<'a> {
        let tenant = kit.tenant("acme");
        kit.user(&tenant, "ana", None, &["hr-user"]);
        kit.user(&tenant, "adm", None, &["super-administrator"]);
        let (server, identity) = Server::of(kit);
        let world = World { kit, tenant, server, identity, count: AtomicU32::new(0) };
        world.provider("idp", ISSUER, key("idp"), &[]);
        world
    }

    pub fn now(&self) -> i64 {
        talang_engine::Clock::now(self.kit.clock())
    }

    /// Makes a provider that is tested and active.
    pub fn provider(&self, code: &str, issuer: &str, key: &Key, more: &[(&str, Value)]) -> i64 {
        self.provider_in(&self.tenant, code, issuer, key, more)
    }

    pub fn provider_in(
        &self,
        tenant: &Arc<Tenant>,
        code: &str,
        issuer: &str,
        key: &Key,
        more: &[(&str, Value)],
    ) -> i64 {
        let mut values = vec![
            ("code", code.into()),
            ("label", english(&format!("Sign in with {code}"))),
            ("protocol", "saml".into()),
            ("issuer", issuer.into()),
            ("sign_in_url", "https://idp.example/sso".into()),
            ("certificate", key.pem().into()),
            ("tested_at", Value::Int(1)),
            ("active", Value::Int(1)),
        ];
        for (name, value) in more {
            values.retain(|(n, _)| n != name);
            values.push((name, value.clone()));
        }
        let system = self.kit.system(tenant);
        system.change(Kind::Shared, |c| c.create("IdentityProvider", values)).unwrap().id
    }

    /// Gives an account the password of the tests.
    pub fn password(&self, login: &str) {
        let system = self.kit.system(&self.tenant);
        let id = system.view(|v| v.resolve("User", login)).unwrap().expect(login);
        self.identity.set_password(&system, id, login, crate::PASSWORD, false).unwrap();
    }

    /// An address as browsers see it.
    pub fn url(&self, path: &str) -> String {
        format!("http://acme.localhost:{}{path}", self.server.port)
    }

    /// Begins a sign-in with a provider.
    pub fn begin(&self, code: &str) -> Begun {
        let sent = self.server.get("acme", &format!("/sso/{code}?next=%2Fpassword"), &[]);
        assert_eq!(sent.status, 303, "{}", sent.body);
        let cookie = sent.header("set-cookie").unwrap().split(';').next().unwrap().to_string();
        let location = sent.header("location").unwrap();
        let pairs = form_pairs(location.split_once('?').unwrap().1);
        let packed = &pairs.iter().find(|(n, _)| n == "SAMLRequest").expect("a request").1;
        let mut text = String::new();
        flate2::read::DeflateDecoder::new(STANDARD.decode(packed).unwrap().as_slice())
            .read_to_string(&mut text)
            .unwrap();
        let request = attribute(&text, "ID");
        Begun { request, cookie }
    }

    /// What an honest provider says in answer to a request.
    pub fn words(&self, code: &str, issuer: &str, request: Option<&str>) -> Words {
        let now = self.now();
        let here = self.url(&format!("/sso/{code}/acs"));
        Words {
            id: format!("a{}", self.count.fetch_add(1, Ordering::Relaxed)),
            issuer: issuer.to_string(),
            audience: self.url(&format!("/sso/{code}")),
            recipient: here.clone(),
            destination: here,
            request: request.map(str::to_string),
            issued: now,
            from: now - MINUTE,
            until: now + 5 * MINUTE,
            confirmed_until: now + 5 * MINUTE,
            name: "ana".to_string(),
            format: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent".to_string(),
            session: "s1".to_string(),
            session_until: None,
            attributes: Vec::new(),
            status: "Success".to_string(),
            extra: String::new(),
        }
    }

    /// A browser posts a provider's answer, as the provider's page makes it do.
    pub fn answer(&self, code: &str, cookie: &str, message: &str) -> Answer {
        self.answer_with(code, cookie, message, "")
    }

    pub fn answer_with(&self, code: &str, cookie: &str, message: &str, more: &str) -> Answer {
        let form = format!("SAMLResponse={}{more}", encode(&STANDARD.encode(message)));
        self.post_from_elsewhere(&format!("/sso/{code}/acs"), cookie, &form)
    }

    pub fn post_from_elsewhere(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let headers =
            [("Cookie", cookie), ("Origin", "https://idp.example"), ("Sec-Fetch-Site", "cross-site")];
        self.server.post("acme", path, &headers, form)
    }

    /// An honest sign-in through a provider, with whatever is changed about it.
    pub fn sign_in(&self, code: &str, key: &Key, change: impl FnOnce(&mut Words)) -> Answer {
        let begun = self.begin(code);
        let mut words = self.words(code, ISSUER, Some(&begun.request));
        change(&mut words);
        let message = words.response(&words.signed(&Signing::by(key)));
        self.answer(code, &begun.cookie, &message)
    }

    /// How often that refusal was written to the log.
    pub fn logged(&self, detail: &str) -> usize {
        let system = self.kit.system(&self.tenant);
        let all = system.view(|v| {
            let object = v.object("ActivityEntry")?;
            let filter = Filter::test(&object, "action", Op::Is, vec!["sign-in-failed".into()]);
            Ok(v.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records)
        });
        let is = |record: &Record, field: &str, text: &str| {
            record.get(field).as_text().unwrap_or_default() == text
        };
        all.unwrap().iter().filter(|a| is(a, "detail", detail) && is(a, "login", "")).count()
    }
}

/// An attribute's value in a text of XML.
pub fn attribute(text: &str, name: &str) -> String {
    let (_, rest) = text.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name} in {text}"));
    rest.split('"').next().unwrap().to_string()
}

/// The session's cookie of an answer that signed somebody in.
#[track_caller]
pub fn session(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{:?} {}", answer.header("x-fault"), answer.body);
    let cookie = answer.header("set-cookie").expect("a session");
    assert!(cookie.starts_with("talang_session="), "{cookie}");
    cookie.split(';').next().unwrap().to_string()
}
