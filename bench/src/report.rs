//! How figures are told: a table whose every line names the limit that was measured in the same run, and the target.

use std::time::{Duration, Instant};

/// Figures of one part, printed as they come.
pub struct Report {
    part: &'static str,
    missed: Vec<String>,
}

/// What a figure is held against.
pub enum Target {
    /// Only told.
    None,
    /// Reached when the figure is at most so much.
    AtMost(f64),
    /// Reached when the figure is at least so much.
    AtLeast(f64),
}

impl Report {
    /// Begins the table of a part.
    pub fn new(part: &'static str) -> Report {
        println!("\n## {part}\n");
        println!(
            "| {:<46} | {:>14} | {:<44} | {:<22} |",
            "Figure", "Value", "Of the limit in the same run", "Target"
        );
        println!("|{:-<48}|{:->15}:|{:-<46}|{:-<24}|", "", "", "", "");
        Report { part, missed: Vec::new() }
    }

    /// A line: the figure with its unit, its ratio to a limit (and which), what it should be.
    pub fn figure(&mut self, name: &str, value: f64, unit: &str, ratio: Option<(f64, &str)>, target: Target) {
        let ratio = ratio.map_or_else(String::new, |(r, of)| format!("{} of {of}", digits(r)));
        let (word, fine) = match target {
            Target::None => (String::new(), true),
            Target::AtMost(most) => (format!("≤ {} {unit}", digits(most)), value <= most),
            Target::AtLeast(least) => (format!("≥ {} {unit}", digits(least)), value >= least),
        };
        let verdict = match (word.is_empty(), fine) {
            (true, _) => String::new(),
            (_, true) => format!("{word}: ok"),
            (_, false) => format!("{word}: MISSED"),
        };
        println!(
            "| {name:<46} | {:>14} | {ratio:<44} | {verdict:<22} |",
            format!("{} {unit}", digits(value))
        );
        if !fine {
            self.missed.push(format!("{}: {name}: {} {unit}, wanted {word}", self.part, digits(value)));
        }
    }

    /// Ends the part: what missed its target, once more. False when something did.
    pub fn end(self) -> bool {
        for missed in &self.missed {
            println!("\nMISSED {missed}");
        }
        self.missed.is_empty()
    }
}

/// As many digits as mean something.
fn digits(value: f64) -> String {
    match value.abs() {
        v if v >= 100.0 => format!("{value:.0}"),
        v if v >= 10.0 => format!("{value:.1}"),
        v if v >= 0.1 || v == 0.0 => format!("{value:.2}"),
        _ => format!("{value:.4}"),
    }
}

/// Median and 99th percentile of times, in milliseconds.
pub fn middle_and_tail(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at =
        |share: usize| times.get(times.len() * share / 100).or(times.last()).copied().unwrap_or_default();
    (at(50), at(99))
}

/// Wall time and processor time of this process for a piece of work: on a machine that does other things too, the second
/// says what the work itself costs.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration, Duration) {
    let (cpu, begin) = (processor("self"), Instant::now());
    let made = work();
    (made, begin.elapsed(), processor("self").saturating_sub(cpu))
}

/// Processor time, own and the system's, that a process has used: `self` or its number.
pub fn processor(process: &str) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // After the name in parentheses, which may hold anything: fields 14 and 15 of proc(5), in hundredths of a second.
    let rest = stat.rsplit_once(')').map(|(_, r)| r).unwrap_or_default();
    let ticks: u64 = rest.split_whitespace().skip(11).take(2).filter_map(|t| t.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// A line of `/proc/…/status` such as `VmRSS` or `VmHWM`, in megabytes.
pub fn memory(process: &str, line: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with(line)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|n| n.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

/// The peak of memory is measured from here on.
pub fn forget_peak() {
    // Where the kernel does not allow it, the peak is that of the whole process: never too low.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
