//! What must not come in (OpenID Connect Core 3.1.3.7, Back-Channel Logout 2.6, RFC 9700, RFC 9207), each with its code.

use serde_json::{Value as Json, json};
use talang_catalogue::Value;
use talang_testkit::both;

use super::fake::{Fake, Key, unsigned};
use super::{Browser, provider, query, secret, with};
use crate::client::Answer;
use crate::sso::{SETUP, World};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// A sign-in under way at the fake provider.
struct Begun {
    browser: Browser,
    state: String,
    nonce: String,
    challenge: String,
}

fn begin(world: &World, code: &str) -> Begun {
    let mut browser = Browser::default();
    let sent = browser.get(&world.url(&format!("/sso/{code}")));
    let to = sent.header("location").unwrap_or_else(|| panic!("{:?} {}", sent.header("x-fault"), sent.body));
    for (name, value) in
        [("response_type", "code"), ("code_challenge_method", "S256"), ("client_id", "talang")]
    {
        assert_eq!(query(to, name), value);
    }
    Begun {
        state: query(to, "state"),
        nonce: query(to, "nonce"),
        challenge: query(to, "code_challenge"),
        browser,
    }
}

/// What an honest ID token says.
fn claims(world: &World, fake: &Fake, begun: &Begun) -> Json {
    let now = world.now() / 1_000_000;
    json!({
        "iss": fake.issuer, "aud": "talang", "sub": "8f3", "preferred_username": "ana", "sid": "s1",
        "iat": now, "exp": now + 300, "nonce": begun.nonce,
    })
}

fn arrive(world: &World, code: &str, begun: &mut Begun, pairs: &[(&str, &str)]) -> super::Page {
    begun.browser.get(&with(&world.url(&format!("/sso/{code}/oidc")), pairs))
}

/// Somebody signs in whose provider sends that token; the code of the refusal, or nothing.
fn outcome(world: &World, fake: &Fake, code: &str, token: impl FnOnce(&Begun) -> Json) -> Option<String> {
    let mut begun = begin(world, code);
    let tokens = token(&begun);
    fake.set(|s| s.tokens = (200, tokens));
    let state = begun.state.clone();
    let page = arrive(world, code, &mut begun, &[("code", "c1"), ("state", &state), ("iss", &fake.issuer)]);
    match page.header("x-fault") {
        Some(fault) => {
            assert!((400..500).contains(&page.status), "{}", page.status);
            let host = format!("acme.localhost:{}", world.server.port);
            assert!(!begun.browser.cookies(&host).contains("talang_session"), "no session for a refused one");
            Some(fault.to_string())
        }
        None => {
            assert_eq!(page.status, 303, "{}", page.body);
            None
        }
    }
}

fn id(token: &str) -> Json {
    json!({ "id_token": token, "access_token": "a1", "token_type": "Bearer" })
}

fn set(json: &Json, name: &str, value: Json) -> Json {
    let mut json = json.clone();
    match value {
        Json::Null => {
            json.as_object_mut().unwrap().shift_remove(name);
        }
        value => json[name] = value,
    }
    json
}

/// A world with a provider of ours, whose token endpoint is asked with a secret.
fn fake_world<'a>(kit: &'a talang_testkit::Kit, key: &Key) -> (World<'a>, Fake) {
    let world = World::new(kit);
    let fake = Fake::new(&[key]);
    let row = provider(&world, "fake", &fake.issuer, &[]);
    secret(&world, row, "s3cret");
    (world, fake)
}

#[test]
fn forged_tokens_are_refused() {
    // A6
    both(&SETUP, |kit| {
        let (key, foreign) = (Key::new("k1"), Key::new("k1"));
        let (world, fake) = fake_world(kit, &key);
        let honest = |begun: &Begun| id(&key.token(&key.head(), &claims(&world, &fake, begun)));
        assert_eq!(outcome(&world, &fake, "fake", honest), None, "the honest one comes in");
        let made = |change: &dyn Fn(&Json) -> Json| {
            outcome(&world, &fake, "fake", |begun| {
                id(&key.token(&key.head(), &change(&claims(&world, &fake, begun))))
            })
        };
        let now = world.now() / 1_000_000;
        for (name, value, fault) in [
            ("iss", json!("http://evil.example"), "sso.issuer"),
            ("iss", json!(format!("{}/", fake.issuer)), "sso.issuer"),
            ("iss", Json::Null, "sso.issuer"),
            ("aud", json!("other"), "sso.audience"),
            ("aud", json!(["talang", "other"]), "sso.audience"),
            ("aud", json!([]), "sso.audience"),
            ("aud", Json::Null, "sso.audience"),
            ("azp", json!("other"), "sso.audience"),
            ("exp", json!(now - 180), "sso.time"),
            ("exp", Json::Null, "sso.time"),
            ("exp", json!("tomorrow"), "sso.time"),
            ("iat", json!(now + 900), "sso.time"),
            ("iat", json!(now - 90_000), "sso.time"),
            ("iat", Json::Null, "sso.time"),
            ("nbf", json!(now + 900), "sso.time"),
            ("nonce", json!("another"), "sso.nonce"),
            ("nonce", Json::Null, "sso.nonce"),
            ("at_hash", json!("AAAAAAAAAAAAAAAAAAAAAA"), "sso.signature"),
            ("sub", Json::Null, "sso.subject"),
            ("sub", json!(""), "sso.subject"),
            ("events", json!({}), "sso.structure"),
        ] {
            let found = made(&|honest| set(honest, name, value.clone()));
            assert_eq!(found.as_deref(), Some(fault), "{name} {value}");
        }
        let several =
            |honest: &Json| set(&set(honest, "aud", json!(["talang", "x"])), "azp", json!("talang"));
        assert_eq!(made(&several), None, "for several, issued for us");

        // The signature: none, by somebody else, by a key of another name, by our own or the public key as a secret.
        let hmac = |secret: &[u8], head: &Json, claims: &Json| {
            let text = unsigned(head, claims);
            let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, secret);
            format!("{text}.{}", URL_SAFE_NO_PAD.encode(ring::hmac::sign(&key, text.as_bytes())))
        };
        type Forge<'f> = Box<dyn Fn(&Json) -> String + 'f>;
        let hs = json!({ "alg": "HS256", "kid": "k1" });
        let jwk = foreign.jwk();
        let forged: Vec<(&str, Forge, &str)> = vec![
            ("none", Box::new(|c| format!("{}.", unsigned(&json!({ "alg": "none" }), c))), "sso.algorithm"),
            (
                "NonE",
                Box::new(|c| format!("{}.AAAA", unsigned(&json!({ "alg": "NonE" }), c))),
                "sso.algorithm",
            ),
            ("no signature", Box::new(|c| format!("{}.", unsigned(&key.head(), c))), "sso.signature"),
            ("our secret", Box::new(|c| hmac(b"s3cret", &hs, c)), "sso.algorithm"),
            ("public key", Box::new(|c| hmac(key.public(), &hs, c)), "sso.algorithm"),
            ("foreign key", Box::new(|c| foreign.token(&key.head(), c)), "sso.signature"),
            (
                "unknown kid",
                Box::new(|c| key.token(&json!({ "alg": "ES256", "kid": "k9" }), c)),
                "sso.signature",
            ),
            (
                "another algorithm",
                Box::new(|c| key.token(&json!({ "alg": "ES384", "kid": "k1" }), c)),
                "sso.signature",
            ),
            ("RSA", Box::new(|c| key.token(&json!({ "alg": "RS256", "kid": "k1" }), c)), "sso.signature"),
            (
                "embedded key",
                Box::new(|c| foreign.token(&json!({ "alg": "ES256", "kid": "k1", "jwk": jwk }), c)),
                "sso.signature",
            ),
            (
                "key by address",
                Box::new(|c| foreign.token(&json!({ "alg": "ES256", "jku": "http://evil.example/jwks" }), c)),
                "sso.signature",
            ),
            (
                "crit",
                Box::new(|c| key.token(&json!({ "alg": "ES256", "kid": "k1", "crit": ["exp"] }), c)),
                "sso.structure",
            ),
            (
                "b64",
                Box::new(|c| key.token(&json!({ "alg": "ES256", "kid": "k1", "b64": false }), c)),
                "sso.structure",
            ),
            ("two parts", Box::new(|c| unsigned(&key.head(), c)), "sso.structure"),
            (
                "a logout token",
                Box::new(|c| key.token(&json!({ "alg": "ES256", "kid": "k1", "typ": "logout+jwt" }), c)),
                "sso.structure",
            ),
        ];
        for (what, forge, fault) in &forged {
            let found = outcome(&world, &fake, "fake", |begun| id(&forge(&claims(&world, &fake, begun))));
            assert_eq!(found.as_deref(), Some(*fault), "{what}");
        }
        // What was changed after signing.
        let tampered = outcome(&world, &fake, "fake", |begun| {
            let honest = claims(&world, &fake, begun);
            let token = key.token(&key.head(), &honest);
            let parts: Vec<&str> = token.split('.').collect();
            let other = unsigned(&key.head(), &set(&honest, "preferred_username", json!("adm")));
            id(&format!("{}.{}", other, parts[2]))
        });
        assert_eq!(tampered.as_deref(), Some("sso.signature"));
        assert_eq!(
            outcome(&world, &fake, "fake", |_| json!({ "access_token": "a1" })).as_deref(),
            Some("sso.structure")
        );
    });
}

#[test]
fn an_answer_belongs_to_the_browser_that_was_sent_and_counts_once() {
    // A6
    both(&SETUP, |kit| {
        let key = Key::new("k1");
        let (world, fake) = fake_world(kit, &key);
        let mut begun = begin(&world, "fake");
        let token = id(&key.token(&key.head(), &claims(&world, &fake, &begun)));
        fake.set(|s| s.tokens = (200, token.clone()));
        let state = begun.state.clone();
        let good = [("code", "c1"), ("state", state.as_str()), ("iss", fake.issuer.as_str())];
        // Another browser; another provider's address; no state at all.
        let mut thief = begin(&world, "fake");
        let stolen = arrive(&world, "fake", &mut thief, &good);
        assert_eq!(stolen.header("x-fault"), Some("sso.browser"), "login CSRF and stolen answers");
        let unasked = arrive(&world, "fake", &mut thief, &[("code", "c1")]);
        assert_eq!(unasked.header("x-fault"), Some("sso.unsolicited"));
        let own = thief.state.clone();
        let twice = arrive(&world, "fake", &mut thief, &[("code", "c1"), ("code", "c2"), ("state", &own)]);
        assert_eq!(twice.header("x-fault"), Some("sso.structure"));
        assert_eq!(arrive(&world, "fake", &mut begun, &good).status, 303);
        let form = fake.state.lock().unwrap().forms.last().cloned().unwrap();
        let sent = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap();
        let digest = ring::digest::digest(&ring::digest::SHA256, sent("code_verifier").as_bytes());
        assert_eq!(URL_SAFE_NO_PAD.encode(digest), begun.challenge, "RFC 7636");
        // Once more: the same state, and the same code with a state of its own but the old token.
        assert_eq!(arrive(&world, "fake", &mut begun, &good).header("x-fault"), Some("sso.browser"));
        assert_eq!(
            outcome(&world, &fake, "fake", |_| token.clone()).as_deref(),
            Some("sso.nonce"),
            "a replayed token"
        );
        // After a quarter of an hour.
        let mut late = begin(&world, "fake");
        kit.clock().advance(16 * 60_000_000);
        let state = late.state.clone();
        let page = arrive(&world, "fake", &mut late, &[("code", "c1"), ("state", &state)]);
        assert_eq!(page.header("x-fault"), Some("sso.browser"));
        // The provider says no.
        let mut begun = begin(&world, "fake");
        let state = begun.state.clone();
        let page = arrive(&world, "fake", &mut begun, &[("error", "access_denied"), ("state", &state)]);
        assert_eq!(page.header("x-fault"), Some("sso.declined"));
    });
}

#[test]
fn the_answer_of_one_provider_is_not_taken_for_another_ones() {
    // A6; RFC 9207: mix-up
    both(&SETUP, |kit| {
        let key = Key::new("k1");
        let (world, fake) = fake_world(kit, &key);
        let evil = Fake::new(&[&key]);
        let row = provider(&world, "evil", &evil.issuer, &[]);
        secret(&world, row, "other");
        // The user chose the evil provider, which sent them on to the honest one; its answer comes to the wrong address.
        let mut begun = begin(&world, "evil");
        let state = begun.state.clone();
        let crossed =
            arrive(&world, "fake", &mut begun, &[("code", "c1"), ("state", &state), ("iss", &fake.issuer)]);
        assert_eq!(crossed.header("x-fault"), Some("sso.browser"));
        let mut begun = begin(&world, "evil");
        let state = begun.state.clone();
        let mixed =
            arrive(&world, "evil", &mut begun, &[("code", "c1"), ("state", &state), ("iss", &fake.issuer)]);
        assert_eq!(mixed.header("x-fault"), Some("sso.issuer"));
        assert!(evil.state.lock().unwrap().forms.is_empty(), "the code was given to nobody");
        // Who promises to tell the issuer must do so.
        let strict = Fake::new(&[&key]);
        strict.set(|s| s.description = json!({ "authorization_response_iss_parameter_supported": true }));
        provider(&world, "strict", &strict.issuer, &[]);
        let mut begun = begin(&world, "strict");
        let state = begun.state.clone();
        let silent = arrive(&world, "strict", &mut begun, &[("code", "c1"), ("state", &state)]);
        assert_eq!(silent.header("x-fault"), Some("sso.issuer"));
        // A description that speaks for another issuer.
        let liar = Fake::new(&[&key]);
        liar.set(|s| s.description = json!({ "issuer": fake.issuer }));
        provider(&world, "liar", &liar.issuer, &[]);
        let sent = Browser::default().get(&world.url("/sso/liar"));
        assert_eq!(sent.header("x-fault"), Some("sso.issuer"));
        // Another host's description, entered by hand.
        let system = kit.system(&world.tenant);
        let there: Value = format!("{}/.well-known/openid-configuration", evil.issuer).as_str().into();
        let entered = system.change(talang_catalogue::Kind::Shared, |c| {
            c.update("IdentityProvider", row + 1, vec![("metadata_url", there.clone())])
        });
        assert!(entered.is_err_and(|e| e.is("provider.metadata")));
    });
}

#[test]
fn claims_of_somebody_else_and_unchecked_addresses_count_for_nothing() {
    // A6; Core 5.3.2
    both(&SETUP, |kit| {
        let key = Key::new("k1");
        let world = World::new(kit);
        let fake = Fake::new(&[&key]);
        fake.set(|s| s.userinfo = Some(json!({ "sub": "8f3", "email": "ana", "email_verified": false })));
        let row = provider(&world, "fake", &fake.issuer, &[("login_attribute", "email".into())]);
        secret(&world, row, "s3cret");
        let honest = |begun: &Begun| id(&key.token(&key.head(), &claims(&world, &fake, begun)));
        assert_eq!(outcome(&world, &fake, "fake", honest).as_deref(), Some("sso.subject"), "not verified");
        fake.set(|s| s.userinfo = Some(json!({ "sub": "8f3", "email": "ana", "email_verified": true })));
        assert_eq!(outcome(&world, &fake, "fake", honest), None);
        fake.set(|s| s.userinfo = Some(json!({ "sub": "other", "email": "ana" })));
        assert_eq!(
            outcome(&world, &fake, "fake", honest).as_deref(),
            Some("sso.subject"),
            "of somebody else"
        );
    });
}

#[test]
fn new_keys_of_a_provider_are_read_when_they_are_needed() {
    // A6: key rollover
    both(&SETUP, |kit| {
        let (old, new) = (Key::new("old"), Key::new("new"));
        let (world, fake) = fake_world(kit, &old);
        let by = |key: &Key| {
            outcome(&world, &fake, "fake", |begun| id(&key.token(&key.head(), &claims(&world, &fake, begun))))
        };
        assert_eq!((by(&old), by(&old)), (None, None));
        assert_eq!(fake.state.lock().unwrap().reads, 1, "kept");
        fake.set(|s| s.keys = vec![new.jwk()]);
        kit.clock().advance(6_000_000);
        assert_eq!(by(&new), None);
        assert_eq!(by(&old).as_deref(), Some("sso.signature"), "gone");
        let before = fake.state.lock().unwrap().reads;
        for _ in 0..5 {
            assert_eq!(by(&Key::new("made-up")).as_deref(), Some("sso.signature"));
        }
        assert_eq!(fake.state.lock().unwrap().reads, before, "nobody makes us read them all the time");
    });
}

#[test]
fn forged_logout_tokens_end_nothing() {
    // A6; Back-Channel Logout 2.6
    both(&SETUP, |kit| {
        let key = Key::new("k1");
        let (world, fake) = fake_world(kit, &key);
        let mut begun = begin(&world, "fake");
        let token = id(&key.token(&key.head(), &claims(&world, &fake, &begun)));
        fake.set(|s| s.tokens = (200, token));
        let state = begun.state.clone();
        assert_eq!(arrive(&world, "fake", &mut begun, &[("code", "c1"), ("state", &state)]).status, 303);
        let host = format!("acme.localhost:{}", world.server.port);
        let cookies = begun.browser.cookies(&host);
        let alive = || world.server.get("acme", "/password", &[("Cookie", &cookies)]).status == 200;
        assert!(alive());
        let now = world.now() / 1_000_000;
        let event = json!({ "http://schemas.openid.net/event/backchannel-logout": {} });
        let honest = json!({
            "iss": fake.issuer, "aud": "talang", "iat": now, "exp": now + 120, "jti": "j1", "sub": "8f3", "sid": "s1", "events": event,
        });
        let head = json!({ "alg": "ES256", "kid": "k1", "typ": "logout+jwt" });
        let tell = |token: &str| -> Answer {
            let form = format!("logout_token={}", talang_http::encode(token));
            world.server.post("acme", "/sso/fake/oidc/logout", &[], &form)
        };
        let both_gone = set(&set(&honest, "sub", Json::Null), "sid", Json::Null);
        for (what, claims) in [
            ("issuer", set(&honest, "iss", json!("http://evil.example"))),
            ("audience", set(&honest, "aud", json!("other"))),
            ("no events", set(&honest, "events", Json::Null)),
            ("other events", set(&honest, "events", json!({ "x": {} }))),
            (
                "event no object",
                set(&honest, "events", json!({ "http://schemas.openid.net/event/backchannel-logout": true })),
            ),
            ("nonce", set(&honest, "nonce", json!("n"))),
            ("no jti", set(&honest, "jti", Json::Null)),
            ("neither sub nor sid", both_gone),
            ("old", set(&set(&honest, "iat", json!(now - 3_600)), "exp", json!(now + 120))),
            ("ended", set(&honest, "exp", json!(now - 600))),
        ] {
            let answer = tell(&key.token(&head, &claims));
            assert_eq!(answer.status, 400, "{what}: {}", answer.body);
            assert!(alive(), "{what}");
        }
        for (what, token) in [
            ("foreign key", Key::new("k1").token(&head, &honest)),
            ("none", format!("{}.", unsigned(&json!({ "alg": "none" }), &honest))),
            (
                "an ID token's type",
                key.token(&json!({ "alg": "ES256", "kid": "k1", "typ": "at+jwt" }), &honest),
            ),
        ] {
            assert_eq!(tell(&token).status, 400, "{what}");
            assert!(alive(), "{what}");
        }
        let missing = world.server.post("acme", "/sso/fake/oidc/logout", &[], "x=1");
        assert_eq!(missing.status, 400);
        // The session of somebody else.
        let other = set(&set(&honest, "sub", json!("9a1")), "jti", json!("j2"));
        assert_eq!(tell(&key.token(&head, &other)).status, 200);
        assert!(alive(), "a session of somebody else is not ended in their name");
        let token = key.token(&head, &honest);
        assert_eq!(tell(&token).status, 200);
        assert!(!alive());
        assert_eq!(tell(&token).status, 400, "a replayed one");
    });
}

#[test]
fn the_secret_is_given_to_the_provider_and_to_nobody_else() {
    // A6
    both(&SETUP, |kit| {
        let key = Key::new("k1");
        let (world, fake) = fake_world(kit, &key);
        let honest = |begun: &Begun| id(&key.token(&key.head(), &claims(&world, &fake, begun)));
        assert_eq!(outcome(&world, &fake, "fake", honest), None);
        let system = kit.system(&world.tenant);
        let shown = system
            .view(|v| {
                let object = v.object("IdentityProvider")?;
                let all = v.list(&object, &talang_engine::Query::default())?;
                let mut text =
                    format!("{:?}", all.records.iter().map(|r| r.values.clone()).collect::<Vec<_>>());
                for record in &all.records {
                    text.push_str(&format!("{:?}", v.history(&object, record.id, 100)?));
                }
                Ok(text)
            })
            .unwrap();
        assert!(shown.contains("fake") && !shown.contains("s3cret"));
    });
}

// A6; ASVS 5.0 V13.3.1: what a sign-in must prove at its end, and the proof that is kept for signing out, are in no database in
// clear, and are gone when they were used.
#[test]
fn whoever_reads_the_database_can_take_part_in_no_sign_in() {
    both(&SETUP, |kit| {
        let key = Key::new("k1");
        let (world, fake) = fake_world(kit, &key);
        let rows = |sql: &str| -> Vec<String> {
            let rows = world.tenant.db().read(|conn| conn.query(sql, &[])).unwrap();
            rows.iter().map(|row| row[0].text().to_string()).collect()
        };
        let sealed = || rows("SELECT value FROM shared.sign_on_sealed");
        let under_way = || rows("SELECT data FROM shared.sign_on");
        let mut begun = begin(&world, "fake");
        assert!(sealed().len() == 1 && sealed()[0].starts_with("sealed:1:"), "{:?}", sealed());
        assert_eq!(under_way(), [""]);
        let token = key.token(&key.head(), &claims(&world, &fake, &begun));
        fake.set(|s| s.tokens = (200, id(&token)));
        let state = begun.state.clone();
        let good = [("code", "c1"), ("state", state.as_str()), ("iss", fake.issuer.as_str())];
        assert_eq!(arrive(&world, "fake", &mut begun, &good).status, 303);
        let form = fake.state.lock().unwrap().forms.last().cloned().unwrap();
        let verifier = form.iter().find(|(n, _)| n == "code_verifier").map(|(_, v)| v.clone()).unwrap();
        let kept = sealed();
        assert!(
            kept.len() == 1 && kept[0].starts_with("sealed:1:"),
            "only the ID token is kept now: {kept:?}"
        );
        for secret in [&verifier, &begun.nonce, &token] {
            assert!(!format!("{kept:?}{:?}", under_way()).contains(secret.as_str()));
        }
        // A value that was put into another row opens nothing there.
        let mut other = begin(&world, "fake");
        let change = "UPDATE shared.sign_on_sealed SET value = ? WHERE name LIKE 'state %'";
        world
            .tenant
            .db()
            .write(|conn| conn.exec(change, &[talang_store::P::Text(&kept[0])]))
            .unwrap_or_else(|e: talang_store::Error| panic!("{e}"));
        let state = other.state.clone();
        let good = [("code", "c1"), ("state", state.as_str()), ("iss", fake.issuer.as_str())];
        assert_eq!(arrive(&world, "fake", &mut other, &good).status, 500);
        // Signing out takes the token along, once.
        let host = format!("acme.localhost:{}", world.server.port);
        let cookies = begun.browser.cookies(&host);
        let page = world.server.get("acme", "/password", &[("Cookie", &cookies)]);
        let out = begun.browser.post(&world.url("/sign-out"), &format!("_csrf={}", page.csrf()));
        let to = out.header("refresh").and_then(|r| r.split_once("url=")).expect("on to the provider").1;
        assert_eq!(query(to, "id_token_hint"), token);
        assert_eq!(rows("SELECT name FROM shared.sign_on_sealed WHERE name LIKE 'session %'"), [""; 0]);
    });
}
