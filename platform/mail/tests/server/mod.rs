//! A mail server that nobody here wrote (PyPI's aiosmtpd), with STARTTLS and a login.

use std::path::PathBuf;

use talang_engine::charter::{Charter, Logo};
use talang_mail::{Options, Post, Secret, Security, Transport};
use talang_testkit::peers::{self, Peer};
use talang_testkit::{Kit, both};

use crate::outbox::{SETUP, activation, outbox, provide, run, send};

const MINUTE: i64 = 60_000_000;

fn server() -> Peer {
    peers::python("smtp-server.py", &["login=talang", "password=s3cret pass", "refuse=nobody@example.org"])
}

fn options(peer: &Peer) -> Options {
    Options {
        transport: Transport::Smtp,
        host: "localhost".to_string(),
        port: Some(peer.port()),
        user: "talang".to_string(),
        password: Secret("s3cret pass".to_string()),
        authority: Some(PathBuf::from(peer.line("authority ", 0))),
        ..Options::default()
    }
}

fn taken(peer: &Peer) -> Vec<String> {
    peer.lines().into_iter().filter(|line| line.starts_with("mail ")).collect()
}

fn states(kit: &Kit) -> Vec<(String, String, i64)> {
    let all = outbox(&kit.system(&kit.tenant("acme")));
    all.into_iter().map(|(state, _, error, reply)| (state, error, reply)).collect()
}

fn one(state: &str, error: &str, reply: i64) -> (String, String, i64) {
    (state.to_string(), error.to_string(), reply)
}

// I12: by SMTP, protected by STARTTLS, after a login; letters of all seven languages arrive.
#[test]
fn a_mail_server_takes_mails_over_starttls_after_a_login() {
    let peer = server();
    both(&SETUP, |kit| {
        provide(kit, options(&peer));
        let scope = kit.system(&kit.tenant("acme"));
        let before = taken(&peer).len();
        send(&scope, &activation("marie@example.org", "fr-FR")).unwrap();
        send(&scope, &activation("nobody@example.org", "fr-FR")).unwrap();
        send(&scope, &activation("åsa@example.org", "sv-SE")).unwrap();
        run(kit);
        let found = states(kit);
        assert_eq!(found[0], one("sent", "", 0));
        assert_eq!(found[1], one("failed", "mail.refused", 550), "refused for good: not tried again");
        assert_eq!(found[2], one("sent", "", 0), "an address outside ASCII, by SMTPUTF8 (RFC 6531)");
        // What a peer prints is read beside the test: the answer to the mail may be here before the line is.
        peer.line("mail ", before + 1);
        let mails = taken(&peer);
        assert_eq!(mails.len(), before + 2);
        for part in ["\"tls\": true", "marie@example.org", "no-reply@talang.example", "multipart/alternative"]
        {
            assert!(mails[before].contains(part), "{part}: {}", mails[before]);
        }
    });
}

// T9, I12: the company's logo travels within the mail (RFC 2387, RFC 2392) and nothing is fetched to show it; its colour is
// that of the button; whoever reads text has the text.
#[test]
fn mails_bear_the_colour_and_the_logo_of_their_company() {
    let peer = server();
    both(&SETUP, |kit| {
        provide(kit, options(&peer));
        let tenant = kit.tenant("acme");
        let scope = kit.system(&tenant);
        let keep = |bytes: &[u8], kind: &str| {
            let hash = tenant.db().attachments().put(bytes).unwrap();
            let logo = Some(Logo { hash, kind: kind.to_string() });
            Charter::change(&scope, |c| (c.accent, c.logo) = ("#7a1f5c".to_string(), logo)).unwrap();
        };
        let next = || {
            let before = taken(&peer).len();
            send(&scope, &activation("marie@example.org", "fr-FR")).unwrap();
            run(kit);
            let line = peer.line("mail ", before);
            serde_json::from_str::<serde_json::Value>(&line).unwrap()
        };
        keep(talang_testkit::PNG, "image/png");
        let mail = next();
        let kinds: Vec<&str> =
            mail["parts"].as_array().unwrap().iter().map(|p| p[0].as_str().unwrap()).collect();
        let expected = ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"];
        assert_eq!(kinds, expected);
        let (id, hex) = (mail["parts"][4][1].as_str().unwrap(), mail["parts"][4][2].as_str().unwrap());
        let sent: String = talang_testkit::PNG.iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, sent);
        // The wire's way of writing (RFC 2045 section 6.7) taken back.
        let message = mail["message"].as_str().unwrap().replace("=\r\n", "").replace("=3D", "=");
        let named = id.trim_start_matches('<').trim_end_matches('>');
        assert!(message.contains(&format!("src=\"cid:{named}\"")), "{message}");
        assert!(message.contains("alt=\"acme\"") && message.contains("background:#7a1f5c"), "{message}");
        // A format that not every mail program draws stays away, as does a logo that is gone: the name stands there.
        keep(b"RIFF....WEBPVP8 ", "image/webp");
        let plain = next();
        let kinds: Vec<&str> =
            plain["parts"].as_array().unwrap().iter().map(|p| p[0].as_str().unwrap()).collect();
        assert_eq!(kinds, ["multipart/alternative", "text/plain", "text/html"]);
    });
}

// Without protection nothing is said: neither the login nor the mail.
#[test]
fn nothing_leaves_without_a_protected_connection() {
    let (peer, open) = (server(), peers::python("smtp-server.py", &["tls=no"]));
    both(&SETUP, |kit| {
        let scope = kit.system(&kit.tenant("acme"));
        let attempt = |options: Options, number: usize| {
            provide(kit, options);
            send(&scope, &activation("marie@example.org", "en-GB")).unwrap();
            // The others wait for their time.
            run(kit);
            states(kit)[number].clone()
        };
        let unknown = Options { authority: None, ..options(&peer) };
        assert_eq!(attempt(unknown, 0), one("queued", "mail.not_secure", 0), "an unknown authority");
        let other = Options { host: "127.0.0.2".to_string(), ..options(&peer) };
        assert_ne!(attempt(other, 1).0, "sent", "a name that the certificate is not for");
        let wrong = Options { password: Secret("guess".to_string()), ..options(&peer) };
        assert_eq!(attempt(wrong, 2), one("queued", "mail.login", 535));
        let stripped = Options { port: Some(open.port()), ..options(&peer) };
        assert_eq!(
            attempt(stripped, 3).0,
            "queued",
            "a server, or somebody between, that offers no STARTTLS"
        );
        assert_eq!(taken(&open).len() + taken(&peer).len(), 0);
    });
}

// The mail server is away; the mails wait, also through a new start of the program, and come later, once.
#[test]
fn mails_wait_for_a_mail_server_that_is_away_and_come_once() {
    both(&SETUP, |kit| {
        let gone = server();
        let away = options(&gone);
        drop(gone);
        provide(kit, Options { authority: None, ..away });
        let scope = kit.system(&kit.tenant("acme"));
        for number in 0..5 {
            send(&scope, &activation(&format!("p{number}@example.org"), "en-GB")).unwrap();
        }
        run(kit);
        assert_eq!(states(kit)[0], one("queued", "mail.unreachable", 0));
        kit.restart();
        let peer = server();
        provide(kit, options(&peer));
        run(kit);
        assert_eq!(taken(&peer).len(), 0, "not before the pause is over");
        for _ in 0..3 {
            kit.clock().advance(10 * MINUTE);
            run(kit);
        }
        peer.line("mail ", 4);
        let mails = taken(&peer);
        assert_eq!(mails.len(), 5);
        for number in 0..5 {
            let to = format!("\"to\": [\"p{number}@example.org\"]");
            assert_eq!(mails.iter().filter(|m| m.contains(&to)).count(), 1, "{to}");
        }
        assert!(states(kit).iter().all(|s| s.0 == "sent"));
    });
}

#[test]
fn options_that_would_send_a_password_in_clear_are_refused() {
    let options = Options {
        transport: Transport::Smtp,
        host: "mail.example.org".to_string(),
        security: Security::Plain,
        user: "talang".to_string(),
        ..Options::default()
    };
    let refused = Post::new(options.clone(), true, "example.org", None).err().unwrap();
    assert!(refused.contains("starttls"), "{refused}");
    let nameless = Options { host: String::new(), user: String::new(), ..options.clone() };
    assert!(Post::new(nameless, true, "example.org", None).err().unwrap().contains("mail.host"));
    let from = Options { from: "nobody\r\nBcc: x@example.org".to_string(), ..options };
    assert!(Post::new(from, true, "example.org", None).err().unwrap().contains("mail.from"));
    assert!(!format!("{:?}", Secret("s3cret".to_string())).contains("s3cret"));
}
