//! From a change to its delivery, against a client that does nothing but post the same bodies to the same receiver, in one run.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use talang_catalogue::{Kind, Value};
use talang_engine::{Draft, Mode};
use talang_webhook::{Options, Outlet, Trust, new_secret};

use crate::report::{Report, Target};
use crate::world::World;

/// Deliveries of the bare client at the same time, as many as the program sends.
const THREADS: usize = 16;
/// Records that one change makes.
const BATCH: usize = 500;

/// Deliveries per second, from the first change on.
pub fn run(changes: usize) -> bool {
    let receiver = Receiver::start();
    let world = World::new("webhooks", 10);
    let tenant = world.tenant("acme");
    world.user(&tenant, "payroll", None, &[("JobFamily", "*", "read", "all")]);
    let options = Options { allow: vec!["127.0.0.1".to_string()], threads: THREADS };
    let outlet = Outlet::new(&options, &Trust::default()).expect("an outlet");
    world.installation.provide(outlet.clone());
    outlet.start(&world.installation).expect("threads");
    let system = world.system(&tenant);
    let made = system.change(Kind::Shared, |c| {
        let text = |text: &str| Value::Text(text.to_string());
        let values = vec![
            ("code", text("hook")),
            ("label", text("Payroll")),
            ("address", text(&format!("http://{}/", receiver.address))),
            ("events", text("job-families.created")),
            ("user", text("payroll")),
        ];
        c.create("WebhookSubscription", values)
    });
    new_secret(&system, made.expect("a subscription").id, 0).expect("a secret");
    let workers = world.workers();

    let object = system.view(|v| v.object("JobFamily")).expect("the object");
    let index = |name: &str| object.field(name).expect("the field").index;
    let begun = Instant::now();
    for first in (0..changes).step_by(BATCH) {
        let drafts = (first..changes.min(first + BATCH)).map(|n| {
            let label = Value::Texts([("en".to_string(), format!("Family {n}"))].into_iter().collect());
            let code = Value::Text(format!("M{n:07}"));
            Draft { values: vec![(index("code"), code), (index("label"), label)] }
        });
        let drafts: Vec<Draft> = drafts.collect();
        let saved = system.change(Kind::Shared, |c| c.save_all(&object, Mode::Insert, drafts));
        assert!(saved.expect("saved").iter().all(Result::is_ok), "every record is a new one");
    }
    let written = begun.elapsed().as_secs_f64();
    while receiver.taken.load(Ordering::SeqCst) < changes {
        std::thread::sleep(Duration::from_millis(5));
    }
    let delivered = begun.elapsed().as_secs_f64();
    drop(workers);
    outlet.end();
    let body = receiver.last.lock().expect("the last body").clone();
    let bare = post(receiver.address, &body, changes);

    let rate = |seconds: f64| changes as f64 / seconds;
    let mut report = Report::new("webhooks");
    report.figure("changes written", rate(written), "/s", None, Target::None);
    report.figure("posts of a bare client", rate(bare), "/s", None, Target::None);
    let of = Some((bare / delivered, "the bare client"));
    report.figure("changes delivered, signed and noted", rate(delivered), "/s", of, Target::None);
    report.end()
}

/// Seconds for so many posts of a body, over connections that stay.
fn post(address: SocketAddr, body: &[u8], count: usize) -> f64 {
    let left = Arc::new(AtomicUsize::new(count));
    let begun = Instant::now();
    let clients: Vec<_> = (0..THREADS)
        .map(|_| {
            let (left, body) = (left.clone(), body.to_vec());
            std::thread::spawn(move || {
                let stream = TcpStream::connect(address).expect("a connection");
                stream.set_nodelay(true).expect("no delay");
                let mut stream = BufReader::new(stream);
                let head =
                    format!("POST / HTTP/1.1\r\nhost: bench\r\ncontent-length: {}\r\n\r\n", body.len());
                let message = [head.as_bytes(), &body].concat();
                while left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1)).is_ok() {
                    stream.get_mut().write_all(&message).expect("sent");
                    let mut line = String::new();
                    while stream.read_line(&mut line).expect("an answer") > 2 {
                        line.clear();
                    }
                }
            })
        })
        .collect();
    for client in clients {
        client.join().expect("a client ends");
    }
    begun.elapsed().as_secs_f64()
}

/// Takes every message and answers at once.
struct Receiver {
    address: SocketAddr,
    taken: Arc<AtomicUsize>,
    last: Arc<Mutex<Vec<u8>>>,
}

impl Receiver {
    fn start() -> Receiver {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let (taken, last) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
        let (count, keep) = (taken.clone(), last.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (count, keep) = (count.clone(), keep.clone());
                std::thread::spawn(move || take(stream, &count, &keep));
            }
        });
        Receiver { address, taken, last }
    }
}

fn take(stream: TcpStream, count: &AtomicUsize, keep: &Mutex<Vec<u8>>) {
    let _ = stream.set_nodelay(true);
    let mut stream = BufReader::new(stream);
    loop {
        let (mut length, mut line) = (0, String::new());
        while stream.read_line(&mut line).unwrap_or(0) > 2 {
            if let Some(text) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = text.trim().parse().unwrap_or(0);
            }
            line.clear();
        }
        let mut body = vec![0; length];
        if length == 0 || stream.read_exact(&mut body).is_err() {
            return;
        }
        *keep.lock().expect("the last body") = body;
        count.fetch_add(1, Ordering::SeqCst);
        if stream.get_mut().write_all(b"HTTP/1.1 204 No Content\r\n\r\n").is_err() {
            return;
        }
    }
}
