//! A tenant's application log passed on as syslog messages: framing, content, and how far it got over a restart (A12).

use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use crate::Folder;
use crate::client::Server;

/// The next connection of the program.
fn accepted(listener: &TcpListener) -> TcpStream {
    let (stream, _) = listener.accept().expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a limit");
    stream
}

/// One message, framed by octet counting (RFC 6587 § 3.4.1): its length, a blank, and so many octets.
fn message(stream: &mut TcpStream) -> String {
    let (mut length, mut octet) = (0, [0]);
    loop {
        stream.read_exact(&mut octet).expect("a message");
        match octet[0] {
            digit @ b'0'..=b'9' => length = length * 10 + usize::from(digit - b'0'),
            b' ' => break,
            other => panic!("{other} is no part of a length"),
        }
    }
    let mut text = vec![0; length];
    stream.read_exact(&mut text).expect("the whole message");
    String::from_utf8(text).expect("UTF-8")
}

#[test]
fn every_entry_is_passed_on_once_also_over_a_restart() {
    // A12; RFC 5424, RFC 6587
    let folder = Folder::installation();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let config = format!("[[siem]]\ntenant = \"acme\"\naddress = \"tcp://{address}\"\n");
    let mut server = Server::start(&folder, &config);
    server.sign_in("acme");
    server.sign_in("other");
    let mut stream = accepted(&listener);
    let mut number = 0;
    let mut next = |stream: &mut TcpStream| {
        let text = message(stream);
        let (head, json) = text.split_once("] ").expect("structured data, then the entry");
        number += 1;
        assert!(head.starts_with("<110>1 20") && head.contains(&format!(" number=\"{number}\"")), "{text}");
        assert!(head.contains(" talang ") && head.contains("[talang@32473 tenant=\"acme\""), "{text}");
        assert!(json.starts_with("{\"tenant\":\"acme\"") && json.ends_with('}'), "{text}");
        text
    };
    // What the set-up wrote comes first; the other tenant's log does not come at all.
    while !next(&mut stream).contains("action=\"sign-in\"") {}
    assert!(server.end());
    let server = Server::start(&folder, &config);
    server.sign_in("acme");
    let mut stream = accepted(&listener);
    while !next(&mut stream).contains("action=\"sign-in\"") {}
}
