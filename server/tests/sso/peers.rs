//! Identity providers that nobody here wrote, from npm: samlify, samlp and wsfed. Each is connected as an administrator connects
//! it, on the page and over real HTTP, and then signs people in and out.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use talang_catalogue::{Kind, Value};
use talang_http::encode;
use talang_testkit::{both, peers};

use super::forge::{Key, key};
use super::{SETUP, World};
use crate::PASSWORD;
use crate::oidc::{Browser, Page};

/// Text as an argument of a peer.
fn packed(text: &str) -> String {
    STANDARD.encode(text)
}

/// A key as Node reads it.
fn private(key: &Key) -> String {
    let text = STANDARD.encode(&key.pkcs8);
    let lines: Vec<&str> = text.as_bytes().chunks(64).map(|l| std::str::from_utf8(l).unwrap()).collect();
    format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n"))
}

fn public(key: &Key) -> String {
    pem(&STANDARD.encode(&key.certificate))
}

/// A certificate in base64 as Node reads it.
fn pem(text: &str) -> String {
    let lines: Vec<&str> = text.as_bytes().chunks(64).map(|l| std::str::from_utf8(l).unwrap()).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
}

/// What an attribute's text means.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, entity)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = entity.split_once(';').expect("an entity ends");
        match name {
            "amp" => out.push('&'),
            "lt" => out.push('<'),
            "gt" => out.push('>'),
            "quot" => out.push('"'),
            "apos" => out.push('\''),
            number => {
                let code = match number.strip_prefix("#x") {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => number.trim_start_matches('#').parse(),
                };
                out.push(char::from_u32(code.expect(number)).expect("a character"));
            }
        }
        rest = after;
    }
    out + rest
}

/// Sends the form of a peer's page on, as the page does by itself.
fn submit(browser: &mut Browser, page: &Page) -> Page {
    let value = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!("{name}=\""))?;
        Some(unescaped(rest.split('"').next()?))
    };
    let tags: Vec<&str> = page.body.split('<').collect();
    let form =
        tags.iter().find(|t| t.starts_with("form")).unwrap_or_else(|| panic!("no form: {}", page.body));
    let fields: Vec<String> = tags
        .iter()
        .filter(|t| t.starts_with("input"))
        .filter_map(|t| {
            Some(format!("{}={}", value(t, "name")?, encode(&value(t, "value").unwrap_or_default())))
        })
        .collect();
    browser.post(&value(form, "action").expect("where the form goes"), &fields.join("&"))
}

/// Where a page or a redirect goes on to.
fn onward(page: &Page) -> String {
    let refresh = || page.header("refresh").and_then(|r| r.split_once("url=")).map(|(_, to)| to);
    page.header("location")
        .or_else(refresh)
        .unwrap_or_else(|| panic!("{} {}", page.status, page.body))
        .to_string()
}

/// The token against forged requests of a page of ours.
fn csrf(page: &Page) -> String {
    let (_, rest) = page
        .body
        .split_once("csrf\" value=\"")
        .unwrap_or_else(|| panic!("{} {:?} {}", page.status, page.head, page.body));
    rest.split('"').next().unwrap().to_string()
}

/// The administrator who connects providers.
struct Admin<'w> {
    world: &'w World<'w>,
    browser: Browser,
}

impl<'w> Admin<'w> {
    fn new(world: &'w World<'w>) -> Admin<'w> {
        // The peers live in real time, and are judged by it.
        world.kit.clock().advance(talang_engine::Clock::now(&talang_engine::SystemClock) - world.now());
        world.password("adm");
        let mut browser = Browser::default();
        let form = format!("login=adm&password={}", encode(PASSWORD));
        let signed = browser.post(&world.url("/sign-in"), &form);
        assert_eq!(signed.status, 303, "{}", signed.body);
        Admin { world, browser }
    }

    fn act(&mut self, path: &str, form: &str) -> Page {
        let page = self.browser.get(&self.world.url("/access/providers/new"));
        let token = csrf(&page);
        self.browser.post(&self.world.url(path), &format!("csrf={token}&{form}"))
    }

    /// Makes a provider.
    fn provider(&mut self, protocol: &str, code: &str) -> i64 {
        let made =
            self.act("/access/providers/new", &format!("protocol={protocol}&label={code}&code={code}"));
        assert_eq!(made.status, 303, "{}", made.body);
        onward(&made).rsplit('/').next().unwrap().split('?').next().unwrap().parse().unwrap()
    }

    fn reads(&mut self, provider: i64, address: &str) {
        let read = self.act(
            &format!("/access/providers/{provider}/metadata"),
            &format!("metadata_url={}", encode(address)),
        );
        assert_eq!(read.status, 303, "{}", read.body);
    }

    /// Tests the provider: until the report.
    fn tests(&mut self, provider: i64) -> Page {
        let begun = self.act(&format!("/access/providers/{provider}/test"), "");
        let (_, page) = if begun.body.contains("SAMLRequest\"") {
            (String::new(), submit(&mut self.browser, &begun))
        } else {
            self.browser.follow(onward(&begun), "nowhere")
        };
        let arrived = submit(&mut self.browser, &page);
        assert_eq!(arrived.status, 303, "{}", arrived.body);
        self.browser.get(&self.world.url(&onward(&arrived)))
    }

    fn switches_on(&mut self, provider: i64) {
        let on = self.act(&format!("/access/providers/{provider}/active"), "active=true");
        assert_eq!(on.status, 303, "{}", on.body);
    }

    /// Everything after the provider is known: tested, found right, switched on.
    fn connects(&mut self, provider: i64) {
        let report = self.tests(provider);
        assert!(report.body.contains("The test succeeded"), "{}", report.body);
        assert!(report.body.contains("“ana” would be signed in"), "{}", report.body);
        self.switches_on(provider);
    }

    fn sets(&self, provider: i64, values: Vec<(&'static str, Value)>) {
        let system = self.world.kit.system(&self.world.tenant);
        system.change(Kind::Shared, |c| c.update("IdentityProvider", provider, values)).unwrap();
    }
}

/// Ana's browser, from our button to where the answer leads.
fn arrives(world: &World, code: &str) -> (Browser, Page) {
    let mut browser = Browser::default();
    let (_, page) = browser.follow(world.url(&format!("/sso/{code}?next=%2Fpassword")), "nowhere");
    let arrived = submit(&mut browser, &page);
    (browser, arrived)
}

fn comes_in(world: &World, code: &str) -> Browser {
    let (browser, arrived) = arrives(world, code);
    assert_eq!((arrived.status, arrived.header("location")), (303, Some("/password")), "{}", arrived.body);
    assert!(alive(world, &browser));
    browser
}

fn alive(world: &World, browser: &Browser) -> bool {
    let host = format!("acme.localhost:{}", world.server.port);
    world.server.get("acme", "/password", &[("Cookie", &browser.cookies(&host))]).status == 200
}

fn samlify(world: &World, code: &str, signer: &Key, more: &[&str]) -> peers::Peer {
    let ours = world.server.get("acme", &format!("/sso/{code}/metadata"), &[]).body;
    let arguments = [
        format!("key={}", packed(&private(signer))),
        format!("certificate={}", packed(&public(signer))),
        format!("metadata={}", packed(&ours)),
        "name=ana".to_string(),
        "mail=ana@acme.example".to_string(),
    ];
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).chain(more.iter().copied()).collect();
    peers::node("saml-samlify.mjs", &arguments)
}

/// Our certificates for a purpose, as a provider reads them.
fn ours(world: &World, code: &str) -> Vec<String> {
    let text = world.server.get("acme", &format!("/sso/{code}/metadata"), &[]).body;
    let parts = text.split("use=\"encryption\"").skip(1);
    parts
        .map(|p| {
            let (_, rest) = p.split_once("X509Certificate>").unwrap();
            rest.split('<').next().unwrap().to_string()
        })
        .collect()
}

fn auth0(world: &World, acs: &str, signer: &Key, more: &[String]) -> peers::Peer {
    let arguments = [
        format!("key={}", packed(&private(signer))),
        format!("certificate={}", packed(&public(signer))),
        format!("acs={}", world.url(acs)),
        "name=ana".to_string(),
        "mail=ana@acme.example".to_string(),
    ];
    let arguments: Vec<&str> = arguments.iter().chain(more).map(String::as_str).collect();
    peers::node("saml-auth0.mjs", &arguments)
}

const SAMLP_METADATA: &str = "/saml/FederationMetadata/2007-06/FederationMetadata.xml";
const WSFED_METADATA: &str = "/wsfed/FederationMetadata/2007-06/FederationMetadata.xml";

#[test]
fn samlify_is_connected_and_signs_in_and_out() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let mut admin = Admin::new(&world);
        for (code, more) in [("plain", vec![]), ("sealed", vec!["encrypt=yes"])] {
            let id = admin.provider("saml", code);
            let peer = samlify(&world, code, key("samlify"), &more);
            admin.reads(id, &peer.url("/metadata"));
            admin.connects(id);
            // It checked the signature of our request.
            peer.line("asked ", 0);
            let browser = comes_in(&world, code);
            let there = peer.line("session ", 1);
            // Signed out at the provider, which tells us through the browser.
            let mut other = Browser::default();
            let ended = other.get(&peer.url(&format!("/end?session={there}")));
            let told = other.get(&onward(&ended));
            assert!(onward(&told).starts_with(&peer.url("/slo?SAMLResponse=")), "{}", onward(&told));
            assert!(!alive(&world, &browser), "{code}: ended by the provider");
            // Signed out here: the provider checks our request and answers.
            let mut browser = comes_in(&world, code);
            let page = browser.get(&world.url("/password"));
            let token = csrf(&page);
            let out = browser.post(&world.url("/sign-out"), &format!("_csrf={token}"));
            assert!(!alive(&world, &browser));
            let answer = browser.get(&onward(&out));
            assert!(peer.line("logout ", 0).starts_with("ana s"), "{:?}", peer.lines());
            let back = browser.get(&onward(&answer));
            assert_eq!(onward(&back), "/sign-in");
        }
    });
}

#[test]
fn samlp_is_connected_in_every_variant_that_it_has() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let mut admin = Admin::new(&world);
        let certificate = |code: &str| packed(&pem(&ours(&world, code)[0]));
        for (code, sealed, around) in
            [("plain", false, false), ("around", false, true), ("sealed", true, false), ("both", true, true)]
        {
            let id = admin.provider("saml", code);
            let mut more = vec![format!("signer={}", certificate(code))];
            if sealed {
                more.push(format!("encrypt={}", certificate(code)));
            }
            if around {
                more.push("response=yes".to_string());
            }
            let peer = auth0(&world, &format!("/sso/{code}/acs"), key("samlp"), &more);
            admin.reads(id, &peer.url(SAMLP_METADATA));
            admin.connects(id);
            comes_in(&world, code);
        }
    });
}

#[test]
fn samlps_portal_signs_in_unasked_where_the_company_allows_it() {
    // A6: IdP-initiated
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let mut admin = Admin::new(&world);
        let id = admin.provider("saml", "portal");
        let more = [format!("audience={}", world.url("/sso/portal"))];
        let peer = auth0(&world, "/sso/portal/acs", key("samlp"), &more);
        admin.reads(id, &peer.url(SAMLP_METADATA));
        admin.connects(id);
        let from_there = || {
            let mut browser = Browser::default();
            let page = browser.get(&peer.url("/saml/portal?RelayState=%2Fpassword"));
            let arrived = submit(&mut browser, &page);
            (browser, arrived)
        };
        let (_, refused) = from_there();
        assert_eq!(refused.header("x-fault"), Some("sso.unsolicited"));
        admin.sets(id, vec![("provider_initiated", Value::Int(1))]);
        let (browser, arrived) = from_there();
        assert_eq!(arrived.header("location"), Some("/password"), "{}", arrived.body);
        assert!(alive(&world, &browser));
    });
}

#[test]
fn keys_change_on_both_sides() {
    // A6: key rollover
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let mut admin = Admin::new(&world);
        let id = admin.provider("saml", "roll");
        let peer = auth0(&world, "/sso/roll/acs", key("samlp"), &[]);
        admin.reads(id, &peer.url(SAMLP_METADATA));
        admin.connects(id);
        // The provider has another key now: nobody comes in until its metadata are read anew.
        let peer = auth0(&world, "/sso/roll/acs", key("samlp-next"), &[]);
        admin.sets(
            id,
            vec![("sign_in_url", Value::from(peer.url("/saml/sso").as_str())), ("tested_at", Value::Int(2))],
        );
        let (_, refused) = arrives(&world, "roll");
        assert_eq!(refused.header("x-fault"), Some("sso.signature"));
        admin.reads(id, &peer.url(SAMLP_METADATA));
        comes_in(&world, "roll");
        // Ours: the next key is announced, then used; what was encrypted for the former one is still read.
        let id = admin.provider("saml", "ours");
        let first = ours(&world, "ours");
        assert_eq!(first.len(), 1);
        let announced = admin.act(&format!("/access/providers/{id}/key"), "act=announce");
        assert_eq!(announced.status, 303, "{}", announced.body);
        let two = ours(&world, "ours");
        assert_eq!((two.len(), &two[0]), (2, &first[0]), "the current one first, the next one announced");
        let former = [format!("encrypt={}", packed(&pem(&two[0])))];
        let late = auth0(&world, "/sso/ours/acs", key("samlp"), &former);
        admin.reads(id, &late.url(SAMLP_METADATA));
        admin.connects(id);
        let used = admin.act(&format!("/access/providers/{id}/key"), "act=switch");
        assert_eq!(used.status, 303, "{}", used.body);
        assert_eq!(ours(&world, "ours"), [two[1].clone()]);
        comes_in(&world, "ours");
        drop(late);
        let next =
            [format!("encrypt={}", packed(&pem(&two[1]))), format!("signer={}", packed(&pem(&two[1])))];
        let prompt = auth0(&world, "/sso/ours/acs", key("samlp"), &next);
        admin.sets(
            id,
            vec![
                ("sign_in_url", Value::from(prompt.url("/saml/sso").as_str())),
                ("tested_at", Value::Int(2)),
            ],
        );
        comes_in(&world, "ours");
    });
}

#[test]
fn wsfed_is_connected_with_tokens_of_both_kinds() {
    // A6: WS-Federation
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let mut admin = Admin::new(&world);
        let id = admin.provider("ws-federation", "fed");
        let peer = auth0(&world, "/sso/fed/wsfed", key("wsfed"), &[]);
        admin.reads(id, &peer.url(WSFED_METADATA));
        // Auth0 names the user by an address of its directory; the login is one of the claims.
        admin.connects(id);
        comes_in(&world, "fed");
        let newer = Value::from(peer.url("/wsfed20").as_str());
        admin.sets(id, vec![("sign_in_url", newer), ("tested_at", Value::Int(2))]);
        comes_in(&world, "fed");
        // The portal of the provider begins; where to go on to is its context.
        let page = Browser::default().get(&peer.url(&format!(
            "/wsfed?wa=wsignin1.0&wtrealm={}&wctx=%2Fpassword",
            encode(&world.url("/sso/fed"))
        )));
        let refused = submit(&mut Browser::default(), &page);
        assert_eq!(refused.header("x-fault"), Some("sso.unsolicited"));
        admin.sets(id, vec![("provider_initiated", Value::Int(1))]);
        let mut browser = Browser::default();
        let arrived = submit(&mut browser, &page);
        assert_eq!(arrived.header("location"), Some("/password"), "{}", arrived.body);
        // The provider ends what it began in this browser.
        browser.get(&world.url("/sso/fed/wsfed?wa=wsignoutcleanup1.0"));
        assert!(!alive(&world, &browser));
    });
}
