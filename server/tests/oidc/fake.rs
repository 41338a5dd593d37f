//! A provider of our own making, honest or not. Its tokens are signed with ring alone; nothing of the program's own reading is used.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value as Json, json};

/// A key on P-256.
pub struct Key {
    pair: EcdsaKeyPair,
    pub kid: String,
}

impl Key {
    pub fn new(kid: &str) -> Key {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        let pair =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random).unwrap();
        Key { pair, kid: kid.to_string() }
    }

    /// The point, as a JWK.
    pub fn jwk(&self) -> Json {
        let point = self.pair.public_key().as_ref();
        json!({
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.kid,
            "x": URL_SAFE_NO_PAD.encode(&point[1..33]), "y": URL_SAFE_NO_PAD.encode(&point[33..]),
        })
    }

    pub fn public(&self) -> &[u8] {
        self.pair.public_key().as_ref()
    }

    /// A token with this head and these claims.
    pub fn token(&self, head: &Json, claims: &Json) -> String {
        let text = unsigned(head, claims);
        let signature = self.pair.sign(&SystemRandom::new(), text.as_bytes()).unwrap();
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    /// An honest head.
    pub fn head(&self) -> Json {
        json!({ "alg": "ES256", "kid": self.kid })
    }
}

/// Head and claims without a signature.
pub fn unsigned(head: &Json, claims: &Json) -> String {
    format!("{}.{}", URL_SAFE_NO_PAD.encode(head.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()))
}

/// What it answers, and what it was sent.
pub struct State {
    pub keys: Vec<Json>,
    /// The answer of the token endpoint: status and body.
    pub tokens: (u16, Json),
    /// The answer of the claims endpoint, if it has one.
    pub userinfo: Option<Json>,
    /// What it says about itself, besides the usual.
    pub description: Json,
    /// The forms that came to the token endpoint.
    pub forms: Vec<Vec<(String, String)>>,
    /// How often its keys were read.
    pub reads: usize,
}

/// A provider on a port of its own.
pub struct Fake {
    pub issuer: String,
    pub state: Arc<Mutex<State>>,
}

impl Fake {
    pub fn new(keys: &[&Key]) -> Fake {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State {
            keys: keys.iter().map(|k| k.jwk()).collect(),
            tokens: (400, json!({ "error": "invalid_grant" })),
            userinfo: None,
            description: json!({}),
            forms: Vec::new(),
            reads: 0,
        }));
        let (here, shared) = (issuer.clone(), state.clone());
        std::thread::spawn(move || {
            for socket in listener.incoming().map_while(Result::ok) {
                let mut reader = BufReader::new(&socket);
                let mut line = String::new();
                let _ = reader.read_line(&mut line);
                let path = line.split(' ').nth(1).unwrap_or_default().to_string();
                let mut length = 0;
                loop {
                    let mut header = String::new();
                    if reader.read_line(&mut header).unwrap_or(0) < 3 {
                        break;
                    }
                    if let Some(n) = header.to_ascii_lowercase().strip_prefix("content-length:") {
                        length = n.trim().parse().unwrap_or(0);
                    }
                }
                let mut body = vec![0; length];
                let _ = reader.read_exact(&mut body);
                let (status, json) = answer(&here, &shared, &path, &String::from_utf8_lossy(&body));
                let text = json.to_string();
                let mut out = &socket;
                let _ = write!(
                    out,
                    "HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}",
                    text.len()
                );
            }
        });
        Fake { issuer, state }
    }

    pub fn set(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap());
    }
}

fn answer(issuer: &str, state: &Mutex<State>, path: &str, body: &str) -> (u16, Json) {
    let mut state = state.lock().unwrap();
    match path {
        "/.well-known/openid-configuration" => {
            let mut json = json!({
                "issuer": issuer,
                "authorization_endpoint": format!("{issuer}/auth"),
                "token_endpoint": format!("{issuer}/token"),
                "jwks_uri": format!("{issuer}/jwks"),
                "response_types_supported": ["code"],
            });
            if state.userinfo.is_some() {
                json["userinfo_endpoint"] = format!("{issuer}/userinfo").into();
            }
            for (name, value) in state.description.as_object().unwrap() {
                json[name] = value.clone();
            }
            (200, json)
        }
        "/jwks" => {
            state.reads += 1;
            (200, json!({ "keys": state.keys }))
        }
        "/token" => {
            state.forms.push(talang_http::form_pairs(body));
            state.tokens.clone()
        }
        "/userinfo" => (200, state.userinfo.clone().unwrap_or_default()),
        _ => (404, json!({})),
    }
}
