//! npm's oidc-provider, over real HTTP, the whole way.

use talang_catalogue::Value;
use talang_testkit::{both, peers};

use super::{Browser, provider, secret};
use crate::sso::{SETUP, World};

const SECRET: &str = "a secret & long enough = for every method";

/// The provider for a world; `more` are further arguments.
fn peer(world: &World, code: &str, more: &[String]) -> peers::Peer {
    // Its program lives in real time, and judges ours.
    world.kit.clock().advance(talang_engine::Clock::now(&talang_engine::SystemClock) - world.now());
    let redirect = format!("redirect={}", world.url(&format!("/sso/{code}/oidc")));
    let after = format!("logout-redirect={}", world.url("/sign-in"));
    let ana = r#"account={"sub":"8f3","preferred_username":"ana","email":"ana@acme.example","email_verified":true,"groups":["hr"]}"#;
    let bo = r#"account={"sub":"9a1","preferred_username":"bo","groups":[]}"#;
    let mut arguments = vec!["client=talang".to_string(), redirect, after, ana.to_string(), bo.to_string()];
    arguments.extend_from_slice(more);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    peers::node("oidc-provider.mjs", &arguments)
}

/// Signs somebody in: from our button to where our answer leads.
fn sign_in(world: &World, browser: &mut Browser, code: &str, login: &str) -> super::Page {
    let back = world.url(&format!("/sso/{code}/oidc"));
    let (form, page) = browser.follow(world.url(&format!("/sso/{code}?next=%2Fpassword")), &back);
    let returned = match page.status {
        200 => {
            let sent = browser.post(&form, &format!("login={login}"));
            let to = sent.header("location").expect("the provider goes on").to_string();
            let base: String = form.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
            let to = if to.starts_with('/') { format!("{base}{to}") } else { to };
            browser.follow(to, &back).0
        }
        // Signed in there already.
        _ => form,
    };
    assert!(returned.contains("iss="), "the provider tells its issuer: {returned}");
    browser.get(&returned)
}

fn session(world: &World, browser: &Browser) -> bool {
    let host = format!("acme.localhost:{}", world.server.port);
    let cookies = browser.cookies(&host);
    world.server.get("acme", "/password", &[("Cookie", &cookies)]).status == 200
}

#[test]
fn users_of_a_certified_provider_come_in_and_go_out() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        // The provider's program finds no sub-domains of localhost: for it the tenant has a domain of its own.
        let store = kit.installation();
        store.store().directory(|d| d.add_domain("127.0.0.1", world.tenant.id())).unwrap();
        let back_channel = format!("back-channel=http://127.0.0.1:{}/sso/npm/oidc/logout", world.server.port);
        let peer = peer(&world, "npm", &[format!("secret={SECRET}"), back_channel]);
        let id = provider(&world, "npm", &peer.url(""), &[("role_attribute", "groups".into())]);
        secret(&world, id, SECRET);
        let mut browser = Browser::default();
        let arrived = sign_in(&world, &mut browser, "npm", "ana");
        assert_eq!(
            (arrived.status, arrived.header("location")),
            (303, Some("/password")),
            "{}",
            arrived.body
        );
        assert!(session(&world, &browser));
        // Nobody of that name here, and none may be made.
        let mut other = Browser::default();
        let refused = sign_in(&world, &mut other, "npm", "bo");
        assert_eq!((refused.status, refused.header("x-fault")), (403, Some("sso.account")));
        assert!(!session(&world, &other));
        // Signed out at the provider: it tells us, and the session here has ended too.
        let asked = browser.get(&peer.url("/session/end"));
        let field = |name: &str| {
            let (_, rest) = asked.body.split_once(&format!("name=\"{name}\" value=\"")).expect("a form");
            rest.split('"').next().unwrap().to_string()
        };
        let confirmed =
            browser.post(&peer.url("/session/end/confirm"), &format!("xsrf={}&logout=yes", field("xsrf")));
        assert!(confirmed.status < 400, "{}", confirmed.body);
        peer.line("backchannel.success", 0);
        assert!(!session(&world, &browser), "the provider has ended it");
        let arrived = sign_in(&world, &mut browser, "npm", "ana");
        assert_eq!(arrived.status, 303);
        // RP-initiated logout, and then nobody is signed in there either.
        let host = format!("acme.localhost:{}", world.server.port);
        let page = world.server.get("acme", "/password", &[("Cookie", &browser.cookies(&host))]);
        let out = browser.post(&world.url("/sign-out"), &format!("_csrf={}", page.csrf()));
        let to = match out.header("location") {
            Some(location) if location.starts_with("http") => location.to_string(),
            _ => out
                .header("refresh")
                .and_then(|r| r.split_once("url="))
                .expect("on to the provider")
                .1
                .to_string(),
        };
        assert!(to.starts_with(&peer.url("/session/end")) && to.contains("client_id=talang"), "{to}");
        assert!(!session(&world, &browser));
        // The ID token goes along, so that the provider knows whom it is to sign out; it would take no other.
        let hint = super::query(&to, "id_token_hint");
        let forged = browser.get(&to.replace(&hint, &hint.replacen('.', ".e", 1)));
        assert_eq!(forged.status, 400, "{}", forged.body);
        let asked = browser.get(&to);
        assert_eq!(asked.status, 200, "{}", asked.body);
        let (_, rest) = asked.body.split_once("name=\"xsrf\" value=\"").expect("a form");
        let form = format!("xsrf={}&logout=yes", rest.split('"').next().unwrap());
        let ended = browser.post(&peer.url("/session/end/confirm"), &form);
        let back = ended.header("location").unwrap_or_default();
        assert!(back.starts_with(&world.url("/sign-in")), "{} {back} {}", ended.status, ended.body);
        // Signed out there as well: the next sign-in asks who one is.
        let again = browser.follow(world.url("/sso/npm"), &world.url("/sso/npm/oidc"));
        assert!(again.0.contains("/interaction/") && again.1.status == 200, "{}", again.0);
    });
}

#[test]
fn every_signature_of_the_list_is_understood() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        for algorithm in ["PS256", "ES256", "EdDSA", "Ed25519"] {
            let code = algorithm.to_lowercase();
            let more = [
                format!("secret={SECRET}"),
                format!("algorithm={algorithm}"),
                "method=client_secret_post".into(),
            ];
            let peer = peer(&world, &code, &more);
            let id = provider(&world, &code, &peer.url(""), &[]);
            secret(&world, id, SECRET);
            let mut browser = Browser::default();
            let arrived = sign_in(&world, &mut browser, &code, "ana");
            assert_eq!(
                arrived.status,
                303,
                "{algorithm}: {:?} {:?}",
                arrived.header("x-fault"),
                peer.lines()
            );
        }
    });
}

#[test]
fn without_a_secret_our_own_key_speaks_for_us() {
    // A6: private_key_jwt
    both(&SETUP, |kit| {
        let world = World::new(kit);
        // Our keys are told by an address of the provider's own; the provider is made before its program runs.
        let id = provider(&world, "jwt", "http://127.0.0.1:1", &[("metadata_url", Value::Null)]);
        let keys = world.server.get("acme", "/sso/jwt/oidc/keys", &[]);
        assert_eq!(keys.status, 200, "{}", keys.body);
        assert!(!keys.body.contains("\"d\""), "public keys only");
        let peer = peer(&world, "jwt", &[format!("jwks={}", keys.body), "claims-in-token=yes".into()]);
        let address = |path: &str| -> Value { peer.url(path).as_str().into() };
        let system = world.kit.system(&world.tenant);
        system
            .change(talang_catalogue::Kind::Shared, |c| {
                let now = Value::Int(2);
                c.update(
                    "IdentityProvider",
                    id,
                    vec![
                        ("issuer", address("")),
                        ("sign_in_url", address("/auth")),
                        ("token_url", address("/token")),
                        ("keys_url", address("/jwks")),
                        ("tested_at", now),
                    ],
                )
            })
            .unwrap();
        let mut browser = Browser::default();
        let arrived = sign_in(&world, &mut browser, "jwt", "ana");
        assert_eq!(arrived.status, 303, "{:?} {:?}", arrived.header("x-fault"), peer.lines());
    });
}
