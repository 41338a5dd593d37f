//! Peers start, answer and end.

use std::io::{Read, Write};
use std::net::TcpStream;

use talang_testkit::peers;

fn say(port: u16, text: &str) -> String {
    let mut socket = TcpStream::connect(("127.0.0.1", port)).expect("the peer listens");
    socket.write_all(text.as_bytes()).expect("the peer reads");
    let mut answer = String::new();
    socket.read_to_string(&mut answer).expect("the peer answers");
    answer
}

#[test]
fn a_peer_in_javascript_answers_and_ends() {
    let redirect = "redirect=http://127.0.0.1/callback";
    let peer = peers::node(
        "oidc-provider.mjs",
        &["client=talang", "secret=quite-a-long-secret-of-a-client", redirect],
    );
    let ask =
        "GET /.well-known/openid-configuration HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    let answer = say(peer.port(), ask);
    assert!(answer.contains(&format!("\"issuer\":\"{}\"", peer.url(""))), "{answer}");
    let port = peer.port();
    drop(peer);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "it ended with the test");
}

#[test]
fn a_peer_in_python_answers_and_ends() {
    let peer = peers::python("smtp-server.py", &["login=talang", "password=secret"]);
    let answer = say(peer.port(), "EHLO localhost\r\nMAIL FROM:<a@acme.example>\r\nQUIT\r\n");
    assert!(answer.contains("250-STARTTLS") || answer.contains("250 STARTTLS"), "{answer}");
    assert!(answer.contains("530"), "nothing is taken without TLS: {answer}");
    assert!(std::path::Path::new(&peer.line("authority ", 0)).is_file());
    let port = peer.port();
    drop(peer);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "it ended with the test");
}

#[test]
#[should_panic(expected = "did not say where it listens")]
fn a_peer_that_does_not_start_says_why() {
    peers::node("oidc-provider.mjs", &["secret=only"]);
}
