//! Measurements, in release builds: `cargo run --release -p talang-bench -- <what>`.
//!
//! Each prints its figures and their ratio to a limit that is measured in the same run; none is a test.

mod gate;
mod reads;
mod tenants;
mod world;

/// As in the server.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut args = std::env::args().skip(1);
    let what = args.next().unwrap_or_default();
    let number = |default: usize, text: Option<String>| text.and_then(|t| t.parse().ok()).unwrap_or(default);
    match what.as_str() {
        "gate" => gate::run(number(100_000, args.next())),
        "reads" => reads::run(number(100_000, args.next())),
        "tenants" => tenants::run(number(10_000, args.next())),
        _ => eprintln!(
            "cargo run --release -p talang-bench -- gate [ROWS] | reads [EMPLOYEES] | tenants [TENANTS]\n\n\
             gate     new employees through the whole gate, against a raw prepared insert of the same rows\n\
             reads    list, file and chart with 100,000 employees, for HR and for a manager accredited for 5,000\n\
             tenants  creating, touching and reopening many small tenants"
        ),
    }
}
