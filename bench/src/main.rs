//! Measurements, in release builds: `cargo run --release -p talang-bench -- all`, or one part of it.
//!
//! Each prints its figures and their ratio to a limit that is measured in the same run; none is a test. `docs/benchmarks.md`
//! has figures and what they mean.

mod accreditation;
mod careers;
mod client;
mod files;
mod gate;
mod http;
mod import;
mod reads;
mod report;
mod reports;
mod schedule;
mod session;
mod talent;
mod tenants;
mod transfers;
mod webhooks;
mod world;

/// As in the server.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A part: its name, the number it takes and what that counts, what it measures.
struct Part {
    name: &'static str,
    number: usize,
    counts: &'static str,
    about: &'static str,
    run: fn(usize) -> bool,
}

const PARTS: [Part; 18] = [
    Part {
        name: "import",
        number: 100_000,
        counts: "LINES",
        about: "a CSV file of new employees through the whole gate, and the same file again, against a raw insert",
        run: import::run,
    },
    Part {
        name: "applications",
        number: 20_000,
        counts: "LINES",
        about: "a CSV file of applications with their rules and events, against the candidates",
        run: import::applications,
    },
    Part {
        name: "careers",
        number: 300,
        counts: "VACANCIES",
        about: "a career site: list, vacancy and feed at 16 clients, and applications with a CV, against a static file and bare files",
        run: careers::run,
    },
    Part {
        name: "talent",
        number: 500_000,
        counts: "CANDIDATES",
        about: "who fits a vacancy, and candidates found by words of their files and documents, against plain SQL and the bare index",
        run: talent::run,
    },
    Part {
        name: "board",
        number: 2_000,
        counts: "APPLICATIONS",
        about: "the board of a vacancy over a socket, and a move on it, against a static file",
        run: talent::board,
    },
    Part {
        name: "memory",
        number: 1_000_000,
        counts: "LINES",
        about: "peak memory of importing a large file",
        run: import::peak,
    },
    Part {
        name: "http",
        number: 100_000,
        counts: "EMPLOYEES",
        about: "pages and REST over a socket for a manager of 5,000 and for HR, against a static file",
        run: http::run,
    },
    Part {
        name: "chart",
        number: 100_000,
        counts: "EMPLOYEES",
        about: "the organisation chart with 10,000 units over a socket",
        run: http::chart,
    },
    Part {
        name: "tenants",
        number: 10_000,
        counts: "TENANTS",
        about: "creating tenants, starting a server over them, touching each once",
        run: tenants::run,
    },
    Part {
        name: "gate",
        number: 100_000,
        counts: "ROWS",
        about: "new employees through the gate without files, against a raw insert of the same rows",
        run: gate::run,
    },
    Part {
        name: "reads",
        number: 100_000,
        counts: "EMPLOYEES",
        about: "lists, files and the people graph without HTTP",
        run: reads::run,
    },
    Part {
        name: "reports",
        number: 100_000,
        counts: "EMPLOYEES",
        about: "everybody as a workbook against the same rows as CSV, with the peak of memory; a PDF; groups and totals",
        run: reports::run,
    },
    Part {
        name: "accreditation",
        number: 100_000,
        counts: "EMPLOYEES",
        about: "5,000 lists by rule: a person moves, a unit with a tenth of all moves, and an owner's next request",
        run: accreditation::run,
    },
    Part {
        name: "session",
        number: 10_000,
        counts: "EMPLOYEES",
        about: "the session's part of a request, and a sign-in against Argon2id alone",
        run: session::run,
    },
    Part {
        name: "files",
        number: 200,
        counts: "MIB",
        about: "a file to the file space and back by OpenSSH's sftp, against OpenSSH's own server",
        run: files::run,
    },
    Part {
        name: "schedule",
        number: 100_000,
        counts: "LINES",
        about: "a file of new employees by SFTP, scheduler and gate, against the import by command line",
        run: schedule::run,
    },
    Part {
        name: "transfers",
        number: 1_000_000,
        counts: "LINES",
        about: "a large file through the interface and back, with the server's peak of memory",
        run: transfers::run,
    },
    Part {
        name: "webhooks",
        number: 5_000,
        counts: "CHANGES",
        about: "records that are made and told to a receiver, against a bare client that posts the same bodies",
        run: webhooks::run,
    },
];

fn main() -> std::process::ExitCode {
    let mut args = std::env::args().skip(1);
    let what = args.next().unwrap_or_default();
    let number = args.next();
    if what == client::SERVE {
        client::serve(&number.unwrap_or_default());
        return std::process::ExitCode::SUCCESS;
    }
    let fine = match PARTS.iter().find(|p| p.name == what) {
        Some(part) => (part.run)(number.and_then(|n| n.replace('_', "").parse().ok()).unwrap_or(part.number)),
        None if what == "all" => all(),
        None => {
            eprintln!(
                "cargo run --release -p talang-bench -- all | PART [NUMBER]\n\nall: every part, each in a process of its own"
            );
            for p in &PARTS {
                eprintln!("{:<14} [{} = {}]: {}", p.name, p.counts, p.number, p.about);
            }
            false
        }
    };
    // Like a test that failed, so that a script sees it: a figure that missed its target.
    std::process::ExitCode::from(u8::from(!fine))
}

/// Every part in a process of its own: the memory of one is not the memory of another.
fn all() -> bool {
    let mut missed = Vec::new();
    for part in &PARTS {
        let this = std::env::current_exe().expect("this program");
        let ended = std::process::Command::new(this).arg(part.name).status();
        if !ended.is_ok_and(|s| s.success()) {
            missed.push(part.name);
        }
    }
    println!(
        "\n{}",
        if missed.is_empty() {
            "every target reached".to_string()
        } else {
            format!("targets missed in: {}", missed.join(", "))
        }
    );
    missed.is_empty()
}
