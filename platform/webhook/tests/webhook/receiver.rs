//! A receiver that answers as a test wants and keeps what it was told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use serde_json::Value as Json;

/// A message as it arrived.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// `webhook-id`.
    pub id: String,
    /// Body.
    pub body: Json,
}

type Answer = Box<dyn Fn(&Json, usize) -> u16 + Send>;

/// See the module.
pub struct Receiver {
    port: u16,
    told: Arc<Mutex<Vec<(Message, String)>>>,
    answer: Arc<Mutex<Answer>>,
}

impl Receiver {
    /// Starts one that answers what `answer` says to a body, and to the how many-th message it is.
    pub fn start(answer: impl Fn(&Json, usize) -> u16 + Send + 'static) -> Receiver {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let receiver =
            Receiver { port, told: Arc::default(), answer: Arc::new(Mutex::new(Box::new(answer))) };
        let (told, answer) = (receiver.told.clone(), receiver.answer.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (told, answer) = (told.clone(), answer.clone());
                std::thread::spawn(move || serve(&stream, &told, &answer));
            }
        });
        receiver
    }

    /// Answers otherwise from now on.
    pub fn answer(&self, answer: impl Fn(&Json, usize) -> u16 + Send + 'static) {
        *self.answer.lock().unwrap() = Box::new(answer);
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook", self.port)
    }

    /// What it was told so far.
    pub fn messages(&self) -> Vec<Message> {
        self.told.lock().unwrap().iter().map(|(message, _)| message.clone()).collect()
    }

    /// The bodies, letter for letter.
    pub fn raw(&self) -> Vec<String> {
        self.told.lock().unwrap().iter().map(|(_, raw)| raw.clone()).collect()
    }
}

fn serve(stream: &TcpStream, told: &Mutex<Vec<(Message, String)>>, answer: &Mutex<Answer>) {
    let mut reader = BufReader::new(stream);
    loop {
        let (mut length, mut id) = (0, String::new());
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            let Some((name, value)) = line.split_once(": ") else { continue };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().unwrap(),
                "webhook-id" => id = value.to_string(),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let raw = String::from_utf8(body).unwrap();
        let json: Json = serde_json::from_str(&raw).unwrap();
        let status = {
            let mut told = told.lock().unwrap();
            let status = answer.lock().unwrap()(&json, told.len());
            told.push((Message { id, body: json }, raw));
            status
        };
        let words = format!("answer {status}");
        let head = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\n\r\n{words}", words.len());
        let mut stream = stream;
        if stream.write_all(head.as_bytes()).is_err() {
            return;
        }
    }
}
