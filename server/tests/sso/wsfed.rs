//! WS-Federation: honest tokens of SAML 1.1 and 2.0, and forged ones. Each forgery is refused with its own code, signs nobody in,
//! and is written to the log.

use talang_catalogue::Value;
use talang_http::{encode, form_pairs};
use talang_testkit::both;

use super::forge::{Key, Signing, instant, key, signature_of, stripped};
use super::{ISSUER, MINUTE, SETUP, World, session};
use crate::client::Answer;

const SAML1: &str = "urn:oasis:names:tc:SAML:1.0:assertion";
const TRUST: &str = "http://schemas.xmlsoap.org/ws/2005/02/trust";

/// What a token of SAML 1.1 says.
#[derive(Clone)]
struct Token {
    id: String,
    version: &'static str,
    issuer: String,
    audience: String,
    issued: i64,
    from: i64,
    until: Option<i64>,
    name: String,
    /// Whom the statement about attributes is about.
    other: String,
    method: &'static str,
    condition: &'static str,
    /// Whether it says that somebody has signed in.
    signed_in: bool,
    extra: String,
}

impl Token {
    /// In canonical form, unsigned.
    fn text(&self) -> String {
        let until = self.until.map(|t| format!(" NotOnOrAfter=\"{}\"", instant(t))).unwrap_or_default();
        let subject = |name: &str| {
            format!(
                "<saml:Subject><saml:NameIdentifier>{name}</saml:NameIdentifier><saml:SubjectConfirmation>\
                 <saml:ConfirmationMethod>urn:oasis:names:tc:SAML:1.0:cm:{}</saml:ConfirmationMethod>\
                 </saml:SubjectConfirmation></saml:Subject>",
                self.method
            )
        };
        let audience = match self.audience.as_str() {
            "" => String::new(),
            audience => format!(
                "<saml:AudienceRestrictionCondition><saml:Audience>{audience}</saml:Audience>\
                 </saml:AudienceRestrictionCondition>"
            ),
        };
        let signed_in = match self.signed_in {
            true => format!(
                "<saml:AuthenticationStatement AuthenticationInstant=\"{}\" \
                 AuthenticationMethod=\"urn:oasis:names:tc:SAML:1.0:am:password\">{}</saml:AuthenticationStatement>",
                instant(self.issued),
                subject(&self.name)
            ),
            false => String::new(),
        };
        format!(
            "<saml:Assertion xmlns:saml=\"{SAML1}\" AssertionID=\"{}\" IssueInstant=\"{}\" Issuer=\"{}\" MajorVersion=\"1\" \
             MinorVersion=\"{}\"><saml:Conditions NotBefore=\"{}\"{until}>{audience}{}</saml:Conditions>\
             <saml:AttributeStatement>{}<saml:Attribute AttributeName=\"upn\" \
             AttributeNamespace=\"http://schemas.xmlsoap.org/ws/2005/05/identity/claims\"><saml:AttributeValue>{}\
             </saml:AttributeValue></saml:Attribute></saml:AttributeStatement>{signed_in}{}</saml:Assertion>",
            self.id,
            instant(self.issued),
            self.issuer,
            self.version,
            instant(self.from),
            self.condition,
            subject(&self.other),
            self.name,
            self.extra,
        )
    }

    fn signed(&self, signing: &Signing<'_>) -> String {
        inside(&self.text(), &signing.of(&self.text(), &self.id))
    }

    fn by(&self, key: &Key) -> String {
        self.signed(&Signing::by(key))
    }
}

/// A signature at the end of an assertion, where SAML 1.1 has it.
fn inside(text: &str, signature: &str) -> String {
    let (before, after) = text.rsplit_once("</saml:Assertion>").unwrap();
    format!("{before}{signature}</saml:Assertion>{after}")
}

/// The answer around a token.
fn around(token: &str) -> String {
    format!(
        "<t:RequestSecurityTokenResponse xmlns:t=\"{TRUST}\"><t:RequestedSecurityToken>{token}\
         </t:RequestedSecurityToken></t:RequestSecurityTokenResponse>"
    )
}

struct Begun {
    context: String,
    cookie: String,
}

fn federation<'a>(kit: &'a talang_testkit::Kit) -> World<'a> {
    let world = World::new(kit);
    provider(&world, "fed", &[]);
    world
}

fn provider(world: &World, code: &str, more: &[(&str, Value)]) {
    let mut values =
        vec![("protocol", "ws-federation".into()), ("sign_in_url", "https://idp.example/fed".into())];
    values.extend(more.iter().cloned());
    world.provider(code, ISSUER, key("idp"), &values);
}

fn begin(world: &World, code: &str) -> Begun {
    let sent = world.server.get("acme", &format!("/sso/{code}?next=%2Fpassword"), &[]);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let to = sent.header("location").unwrap().to_string();
    let pairs = form_pairs(to.split_once('?').unwrap().1);
    let told = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).expect(name);
    assert_eq!((told("wa").as_str(), told("wtrealm")), ("wsignin1.0", world.url(&format!("/sso/{code}"))));
    Begun { context: told("wctx"), cookie: sent.cookie() }
}

fn honest(world: &World, code: &str) -> Token {
    let now = world.now();
    static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    Token {
        id: format!("t{}", COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)),
        version: "1",
        issuer: ISSUER.into(),
        audience: world.url(&format!("/sso/{code}")),
        issued: now,
        from: now - MINUTE,
        until: Some(now + 5 * MINUTE),
        name: "ana".into(),
        other: "ana".into(),
        method: "bearer",
        condition: "",
        signed_in: true,
        extra: String::new(),
    }
}

fn send(world: &World, code: &str, cookie: &str, context: &str, result: &str) -> Answer {
    let form = format!("wa=wsignin1.0&wctx={}&wresult={}", encode(context), encode(result));
    world.post_from_elsewhere(&format!("/sso/{code}/wsfed"), cookie, &form)
}

/// Begins a sign-in and sends whatever is made of an honest token.
fn answer(world: &World, make: impl FnOnce(Token) -> String) -> Answer {
    let begun = begin(world, "fed");
    send(world, "fed", &begun.cookie, &begun.context, &make(honest(world, "fed")))
}

#[track_caller]
fn refused(world: &World, what: &str, answer: &Answer, code: &str) {
    assert!((400..500).contains(&answer.status), "{what}: {} {}", answer.status, answer.body);
    assert_eq!(answer.header("x-fault"), Some(code), "{what}");
    assert!(answer.header("set-cookie").is_none(), "{what}");
    assert!(world.logged(&format!("fed: {code}")) > 0, "{what}: not in the log");
}

#[test]
fn honest_tokens_sign_in() {
    // A6
    both(&SETUP, |kit| {
        let world = federation(kit);
        let good = key("idp");
        let came = answer(&world, |t| around(&t.by(good)));
        session(&came);
        assert_eq!(came.header("location"), Some("/password"));
        // In a collection, as WS-Trust 1.3 has it.
        let came = answer(&world, |t| {
            let newer = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
            let one = around(&t.by(good)).replace(TRUST, newer);
            format!(
                "<c:RequestSecurityTokenResponseCollection xmlns:c=\"{newer}\">{one}</c:RequestSecurityTokenResponseCollection>"
            )
        });
        session(&came);
        // A token of SAML 2.0.
        let begun = begin(&world, "fed");
        let mut words = world.words("fed", ISSUER, None);
        words.recipient = world.url("/sso/fed/wsfed");
        let token = words.signed(&Signing::by(good));
        session(&send(&world, "fed", &begun.cookie, &begun.context, &around(&token)));
        // The login by a claim; claims have the names that ADFS and Entra ID show.
        let claim = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn";
        provider(&world, "claim", &[("login_attribute", claim.into())]);
        let begun = begin(&world, "claim");
        let token = honest(&world, "claim").by(good);
        session(&send(&world, "claim", &begun.cookie, &begun.context, &around(&token)));
    });
}

#[test]
fn tokens_cannot_be_wrapped() {
    // A6: signature wrapping
    both(&SETUP, |kit| {
        let world = federation(kit);
        let by = Signing::by(key("idp"));
        for same_id in [false, true] {
            let evil = |t: &Token| Token {
                id: if same_id { t.id.clone() } else { format!("e{}", t.id) },
                name: "adm".into(),
                other: "adm".into(),
                ..t.clone()
            };
            let moved = |t: &Token, place: &dyn Fn(&str) -> String| {
                let genuine = t.signed(&by);
                let signature =
                    signature_of(&genuine).replace("</ds:Signature>", &place(&stripped(&genuine)));
                around(&inside(&evil(t).text(), &signature))
            };
            let object = |g: &str| format!("<ds:Object>{g}</ds:Object></ds:Signature>");
            let end = |g: &str| format!("{g}</ds:Signature>");
            type Wrap<'w> = Box<dyn Fn(Token) -> String + 'w>;
            let wraps: Vec<(&str, Wrap)> = vec![
                ("in an object", Box::new(|t| moved(&t, &object))),
                ("in the signature", Box::new(|t| moved(&t, &end))),
                ("before", Box::new(|t| around(&format!("{}{}", evil(&t).text(), t.signed(&by))))),
                ("after", Box::new(|t| around(&format!("{}{}", t.signed(&by), evil(&t).text())))),
                (
                    "around",
                    Box::new(|t| {
                        let outer = Token {
                            extra: format!("<saml:Advice>{}</saml:Advice>", t.signed(&by)),
                            ..evil(&t)
                        };
                        around(&outer.text())
                    }),
                ),
                (
                    "beside",
                    Box::new(|t| {
                        let genuine = t.signed(&by);
                        let outer = inside(&evil(&t).text(), &signature_of(&genuine));
                        around(&outer).replace(
                            "</t:RequestSecurityTokenResponse>",
                            &format!(
                                "<t:Extra>{}</t:Extra></t:RequestSecurityTokenResponse>",
                                stripped(&genuine)
                            ),
                        )
                    }),
                ),
                (
                    "two requested",
                    Box::new(|t| {
                        around(&t.signed(&by)).replace(
                            "</t:RequestSecurityTokenResponse>",
                            &format!(
                                "<t:RequestedSecurityToken>{}</t:RequestedSecurityToken></t:RequestSecurityTokenResponse>",
                                evil(&t).text()
                            ),
                        )
                    }),
                ),
                (
                    "two answers",
                    Box::new(|t| {
                        format!(
                            "<c:RequestSecurityTokenResponseCollection xmlns:c=\"{TRUST}\">{}{}\
                             </c:RequestSecurityTokenResponseCollection>",
                            around(&evil(&t).text()),
                            around(&t.signed(&by))
                        )
                    }),
                ),
            ];
            for (what, wrap) in &wraps {
                refused(&world, what, &answer(&world, wrap), "sso.structure");
            }
        }
        // The genuine one under another name, so that counting finds one only.
        let renamed = answer(&world, |t| {
            let genuine = t.signed(&by);
            let hidden = stripped(&genuine).replace("saml:Assertion", "saml:Advice");
            let evil = Token { id: format!("e{}", t.id), name: "adm".into(), ..t };
            around(&inside(&evil.text(), &signature_of(&genuine))).replace(
                "</t:RequestSecurityTokenResponse>",
                &format!("{hidden}</t:RequestSecurityTokenResponse>"),
            )
        });
        refused(&world, "renamed", &renamed, "sso.structure");
    });
}

#[test]
fn tokens_count_only_as_they_were_signed() {
    // A6
    both(&SETUP, |kit| {
        let world = federation(kit);
        let good = key("idp");
        let by = Signing::by(good);
        let method = |method: &str| Signing { method: method.to_string(), ..Signing::by(good) };
        let digest = Signing { digest: "http://www.w3.org/2000/09/xmldsig#sha1".into(), ..Signing::by(good) };
        let shown = Signing { shown: key("evil"), ..Signing::by(key("evil")) };
        let elsewhere = Signing { reference: Some("#other".into()), ..Signing::by(good) };
        let nothing = Signing { reference: Some(String::new()), ..Signing::by(good) };
        type Forge<'f> = Box<dyn Fn(Token) -> String + 'f>;
        let forged: Vec<(&str, Forge, &str)> = vec![
            ("unsigned", Box::new(|t| around(&t.text())), "sso.signature"),
            ("stripped", Box::new(|t| around(&stripped(&t.by(good)))), "sso.signature"),
            ("foreign key", Box::new(|t| around(&t.by(key("other")))), "sso.signature"),
            ("embedded key", Box::new(|t| around(&t.signed(&shown))), "sso.signature"),
            ("changed name", Box::new(|t| around(&t.by(good).replace(">ana<", ">adm<"))), "sso.signature"),
            ("SHA-1", Box::new(|t| around(&t.signed(&digest))), "sso.algorithm"),
            (
                "RSA with SHA-1",
                Box::new(|t| around(&t.signed(&method("http://www.w3.org/2000/09/xmldsig#rsa-sha1")))),
                "sso.algorithm",
            ),
            (
                "HMAC with the public key",
                Box::new(|t| {
                    around(&t.signed(&method("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")))
                }),
                "sso.algorithm",
            ),
            ("foreign reference", Box::new(|t| around(&t.signed(&elsewhere))), "sso.structure"),
            ("the whole document", Box::new(|t| around(&t.signed(&nothing))), "sso.structure"),
            ("comment", Box::new(|t| around(&t.by(good).replace(">ana<", ">adm<!-- -->a<"))), "sso.message"),
            ("instruction", Box::new(|t| around(&t.by(good).replace(">ana<", ">adm<?x?><"))), "sso.message"),
            ("DTD", Box::new(|t| format!("<!DOCTYPE x>{}", around(&t.by(good)))), "sso.message"),
            (
                "entities",
                Box::new(|t| {
                    format!(
                        "<!DOCTYPE x [<!ENTITY a \"adm\">]>{}",
                        around(&t.by(good)).replace(">ana<", ">&a;<")
                    )
                }),
                "sso.message",
            ),
            ("no XML", Box::new(|_| "eyJhbGciOiJSUzI1NiJ9.e30.AAAA".into()), "sso.message"),
            ("nothing", Box::new(|_| String::new()), "sso.message"),
            ("the bare token", Box::new(|t| t.by(good)), "sso.structure"),
            (
                "another element",
                Box::new(|t| around(&t.by(good)).replace("RequestedSecurityToken", "RequestedProofToken")),
                "sso.structure",
            ),
            ("another namespace", Box::new(|t| around(&t.by(good)).replace(TRUST, "urn:x")), "sso.structure"),
        ];
        for (what, forge, code) in &forged {
            refused(&world, what, &answer(&world, forge), code);
        }
        let large = answer(&world, |t| around(&Token { extra: "x".repeat(600 << 10), ..t }.signed(&by)));
        refused(&world, "large", &large, "sso.message");
    });
}

#[test]
fn tokens_must_be_meant_for_here_and_now() {
    // A6
    both(&SETUP, |kit| {
        let world = federation(kit);
        let good = key("idp");
        let now = world.now();
        type Change = Box<dyn Fn(Token) -> Token>;
        let changes: Vec<(&str, Change, &str)> = vec![
            ("issuer", Box::new(|t| Token { issuer: "urn:evil".into(), ..t }), "sso.issuer"),
            ("audience", Box::new(|t| Token { audience: "urn:other".into(), ..t }), "sso.audience"),
            ("no audience", Box::new(|t| Token { audience: String::new(), ..t }), "sso.audience"),
            ("over", Box::new(move |t| Token { until: Some(now - 2 * MINUTE), ..t }), "sso.time"),
            ("not yet", Box::new(move |t| Token { from: now + 3 * MINUTE, ..t }), "sso.time"),
            ("of tomorrow", Box::new(move |t| Token { issued: now + 3 * MINUTE, ..t }), "sso.time"),
            ("for ever", Box::new(|t| Token { until: None, ..t }), "sso.structure"),
            ("version", Box::new(|t| Token { version: "0", ..t }), "sso.structure"),
            (
                "condition",
                Box::new(|t| Token { condition: "<saml:Condition></saml:Condition>", ..t }),
                "sso.structure",
            ),
            ("holder of key", Box::new(|t| Token { method: "holder-of-key", ..t }), "sso.structure"),
            ("nobody signed in", Box::new(|t| Token { signed_in: false, ..t }), "sso.structure"),
            ("two people", Box::new(|t| Token { other: "adm".into(), ..t }), "sso.structure"),
            (
                "no name",
                Box::new(|t| Token { name: String::new(), other: String::new(), ..t }),
                "sso.subject",
            ),
            (
                "a name with elements",
                Box::new(|t| Token { name: "a<x></x>".into(), other: "a<x></x>".into(), ..t }),
                "sso.structure",
            ),
        ];
        for (what, change, code) in &changes {
            refused(&world, what, &answer(&world, |t| around(&change(t).by(good))), code);
        }
        // A token of SAML 2.0 that was sent elsewhere.
        let begun = begin(&world, "fed");
        let mut words = world.words("fed", ISSUER, None);
        words.recipient = world.url("/sso/idp/acs");
        let token = around(&words.signed(&Signing::by(good)));
        refused(
            &world,
            "recipient",
            &send(&world, "fed", &begun.cookie, &begun.context, &token),
            "sso.recipient",
        );
    });
}

#[test]
fn an_answer_belongs_to_the_browser_that_was_sent_and_counts_once() {
    // A6
    both(&SETUP, |kit| {
        let world = federation(kit);
        let good = key("idp");
        let token = around(&honest(&world, "fed").by(good));
        let begun = begin(&world, "fed");
        let thief = begin(&world, "fed");
        refused(&world, "stolen", &send(&world, "fed", &thief.cookie, &begun.context, &token), "sso.browser");
        refused(&world, "no cookie", &send(&world, "fed", "", &begun.context, &token), "sso.browser");
        refused(&world, "made up", &send(&world, "fed", &thief.cookie, "made-up", &token), "sso.browser");
        refused(&world, "no context", &send(&world, "fed", &thief.cookie, "", &token), "sso.unsolicited");
        refused(
            &world,
            "a path",
            &send(&world, "fed", &thief.cookie, "/password", &token),
            "sso.unsolicited",
        );
        session(&send(&world, "fed", &begun.cookie, &begun.context, &token));
        refused(&world, "again", &send(&world, "fed", &begun.cookie, &begun.context, &token), "sso.browser");
        refused(
            &world,
            "replayed",
            &send(&world, "fed", &thief.cookie, &thief.context, &token),
            "sso.replay",
        );
        let other = world.post_from_elsewhere("/sso/fed/wsfed", &thief.cookie, "wa=wattr1.0&wresult=x");
        refused(&world, "another message", &other, "sso.message");
        // Providers are not taken for each other, whatever they sign with.
        provider(&world, "second", &[]);
        let begun = begin(&world, "second");
        let crossed =
            send(&world, "fed", &begun.cookie, &begun.context, &around(&honest(&world, "fed").by(good)));
        refused(&world, "begun elsewhere", &crossed, "sso.browser");
        let begun = begin(&world, "fed");
        let theirs = around(&honest(&world, "second").by(good));
        refused(
            &world,
            "for the other",
            &send(&world, "fed", &begun.cookie, &begun.context, &theirs),
            "sso.audience",
        );
        let saml = world.post_from_elsewhere("/sso/idp/wsfed", "", "wa=wsignin1.0&wresult=x");
        assert_eq!(saml.status, 404, "a SAML provider has no such address");
        // Signing out by address ends what this provider began, and nothing else.
        world.password("ana");
        let own = world.server.sign_in("acme");
        world.server.get("acme", "/sso/fed/wsfed?wa=wsignoutcleanup1.0", &[("Cookie", &own)]);
        assert_eq!(world.server.get("acme", "/password", &[("Cookie", &own)]).status, 200);
    });
}
