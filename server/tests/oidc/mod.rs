//! OpenID Connect as browsers meet it (A6): npm's oidc-provider gets its users in, a provider of our own that lies does not. On
//! SQLite and on PostgreSQL.

mod attacks;
mod fake;
mod honest;

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::TcpStream;

use talang_catalogue::{Kind, Value};
use talang_http::encode;

use crate::sso::{World, english};

/// A browser: keeps cookies by host, follows nothing by itself.
#[derive(Default)]
pub struct Browser {
    jar: HashMap<String, Vec<(String, String)>>,
}

/// An answer.
pub struct Page {
    pub status: u16,
    pub head: Vec<(String, String)>,
    pub body: String,
}

impl Page {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

impl Browser {
    pub fn get(&mut self, url: &str) -> Page {
        self.send("GET", url, "")
    }

    pub fn post(&mut self, url: &str, form: &str) -> Page {
        self.send("POST", url, form)
    }

    /// The cookies that it would send to a host.
    pub fn cookies(&self, host: &str) -> String {
        let all = self.jar.get(host).into_iter().flatten();
        all.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn send(&mut self, method: &str, url: &str, form: &str) -> Page {
        let rest = url.strip_prefix("http://").unwrap_or_else(|| panic!("{url} is no address"));
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let port: u16 = host.split_once(':').expect("a port").1.parse().expect("a port");
        let mut socket = TcpStream::connect(("127.0.0.1", port)).expect(url);
        // HTTP/1.0: the answer comes in one piece.
        let mut head = format!("{method} /{path} HTTP/1.0\r\nHost: {host}\r\nAccept: text/html\r\n");
        let cookies = self.cookies(host);
        if !cookies.is_empty() {
            head.push_str(&format!("Cookie: {cookies}\r\n"));
        }
        if method == "POST" {
            head.push_str("Content-Type: application/x-www-form-urlencoded\r\n");
            head.push_str(&format!("Content-Length: {}\r\n", form.len()));
        }
        socket.write_all(format!("{head}\r\n{form}").as_bytes()).expect(url);
        let mut bytes = Vec::new();
        socket.read_to_end(&mut bytes).expect(url);
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").expect("an answer");
        let mut lines = head.lines();
        let status = lines.next().and_then(|l| l.split(' ').nth(1)?.parse().ok()).expect("a status");
        let head: Vec<(String, String)> = lines
            .filter_map(|l| l.split_once(": "))
            .map(|(n, v)| (n.to_ascii_lowercase(), v.to_string()))
            .collect();
        let jar = self.jar.entry(host.to_string()).or_default();
        for (_, cookie) in head.iter().filter(|(n, _)| n == "set-cookie") {
            let (name, value) = cookie.split(';').next().and_then(|c| c.split_once('=')).expect("a cookie");
            jar.retain(|(n, _)| n != name);
            if !value.is_empty() {
                jar.push((name.to_string(), value.to_string()));
            }
        }
        Page { status, head, body: body.to_string() }
    }

    /// Goes where an answer sends it, as long as it does and until it would reach an address that begins so.
    pub fn follow(&mut self, mut url: String, until: &str) -> (String, Page) {
        for _ in 0..12 {
            let page = self.get(&url);
            let Some(to) = page.header("location").map(str::to_string) else { return (url, page) };
            let base: String = url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
            let to = if to.starts_with('/') { format!("{base}{to}") } else { to };
            if to.starts_with(until) {
                return (to, page);
            }
            url = to;
        }
        panic!("{url} leads in circles");
    }
}

/// An OpenID provider of that issuer, tested and active.
pub fn provider(world: &World, code: &str, issuer: &str, more: &[(&str, Value)]) -> i64 {
    let well_known = format!("{issuer}/.well-known/openid-configuration");
    let mut values = vec![
        ("code", code.into()),
        ("label", english(code)),
        ("protocol", "openid-connect".into()),
        ("issuer", issuer.into()),
        ("metadata_url", well_known.as_str().into()),
        ("sign_in_url", format!("{issuer}/auth").as_str().into()),
        ("token_url", format!("{issuer}/token").as_str().into()),
        ("keys_url", format!("{issuer}/jwks").as_str().into()),
        ("sign_out_url", format!("{issuer}/session/end").as_str().into()),
        ("client_id", "talang".into()),
        ("tested_at", Value::Int(1)),
        ("active", Value::Int(1)),
    ];
    for (name, value) in more {
        values.retain(|(n, _)| n != name);
        values.push((name, value.clone()));
    }
    let system = world.kit.system(&world.tenant);
    system.change(Kind::Shared, |c| c.create("IdentityProvider", values)).unwrap().id
}

/// Gives the provider's secret as the page does.
pub fn secret(world: &World, provider: i64, secret: &str) {
    let db = world.tenant.db();
    db.write(|conn| {
        let sealed = db.vault().seal(talang_store::Place::ProviderSecret, provider, secret.as_bytes())?;
        conn.exec(
            "INSERT INTO shared.sign_on_secret (provider, secret) VALUES (?, ?)",
            &[talang_store::P::Int(provider), talang_store::P::Owned(sealed)],
        )
    })
    .unwrap();
}

pub fn query(url: &str, name: &str) -> String {
    let pairs = talang_http::form_pairs(url.split_once('?').map_or("", |(_, q)| q));
    pairs.into_iter().find(|(n, _)| n == name).map(|(_, v)| v).unwrap_or_else(|| panic!("no {name} in {url}"))
}

pub fn with(url: &str, pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(n, v)| format!("{n}={}", encode(v))).collect();
    format!("{url}?{}", pairs.join("&"))
}
