//! Reading in a process of its own: bound in memory and time, without the keys, connections and data of the one that asks. A document that
//! was made to do harm ends that process.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, setrlimit};
use talang_catalogue::Fault;

use crate::{Format, LARGEST, LONGEST, Text, here};

/// What the program is called with to read a document from its standard input.
pub const ARGUMENT: &str = "read-document";

/// Bytes of memory that a document may take.
const MEMORY: u64 = 768 << 20;
/// Seconds of work, and of time altogether.
const WORK: u64 = 10;
const PATIENCE: Duration = Duration::from_secs(20);
/// Documents that are read at the same time.
const AT_ONCE: usize = 4;

static PROGRAM: RwLock<Option<PathBuf>> = RwLock::new(None);
static READING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

/// From now on documents are read by this program, called with [`ARGUMENT`]; it calls [`read`].
pub fn use_program(path: PathBuf) {
    *PROGRAM.write().unwrap_or_else(PoisonError::into_inner) = Some(path);
}

pub(crate) fn program() -> Option<PathBuf> {
    PROGRAM.read().unwrap_or_else(PoisonError::into_inner).clone()
}

const FORMATS: [(Format, &str); 5] = [
    (Format::Pdf, "pdf"),
    (Format::Docx, "docx"),
    (Format::Odt, "odt"),
    (Format::Rtf, "rtf"),
    (Format::Plain, "plain"),
];

/// What the process does that reads: bounds itself, reads a document, says what is in it.
#[must_use]
pub fn read() -> ExitCode {
    let bound = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    for (resource, most) in [
        (Resource::Data, MEMORY),
        (Resource::Cpu, WORK),
        // It writes no file and leaves no picture of its memory.
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ] {
        if setrlimit(resource, bound(most)).is_err() {
            return ExitCode::FAILURE;
        }
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX) + 1;
    if std::io::stdin().take(most).read_to_end(&mut bytes).is_err() {
        return ExitCode::FAILURE;
    }
    // What a panic says may be of the document.
    std::panic::set_hook(Box::new(|_| {}));
    let answer = match std::panic::catch_unwind(|| here(&bytes)) {
        Ok(Ok(text)) => {
            let name = FORMATS.iter().find(|(f, _)| *f == text.format).map_or("plain", |(_, name)| name);
            format!("{name}\n{}", text.text)
        }
        Ok(Err(fault)) => format!("!{}\n", fault.code),
        Err(_) => "!document.broken\n".to_string(),
    };
    let mut out = std::io::stdout();
    match out.write_all(answer.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Has a document read.
///
/// # Errors
/// Those of [`crate::text`]; `document.broken` where the process did not get to an end.
pub(crate) fn ask(program: &Path, bytes: &[u8]) -> Result<Text, Fault> {
    let _turn = Turn::wait();
    let broken = || Fault::new("document.broken");
    let mut command = Command::new(program);
    command.arg(ARGUMENT).env_clear().current_dir("/");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|_| Fault::new("internal"))?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let said = std::thread::scope(|scope| {
        scope.spawn(move || input.map(|mut input| input.write_all(bytes)));
        let said = scope.spawn(move || {
            let mut said = Vec::new();
            let most = u64::try_from(LONGEST).unwrap_or(u64::MAX) + 64;
            output.map(|output| output.take(most).read_to_end(&mut said));
            said
        });
        let begun = Instant::now();
        while !said.is_finished() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(2));
        }
        // With it both pipes end, and the threads at them.
        let _ = child.kill();
        said.join().unwrap_or_default()
    });
    let _ = child.wait();
    let said = String::from_utf8(said).map_err(|_| broken())?;
    let (head, text) = said.split_once('\n').ok_or_else(broken)?;
    if let Some(code) = head.strip_prefix('!') {
        let known = talang_catalogue::fault::find(code).ok_or_else(broken)?;
        return Err(Fault::new(known.code));
    }
    let format =
        FORMATS.iter().find(|(_, name)| *name == head).map(|(format, _)| *format).ok_or_else(broken)?;
    Ok(Text { format, text: text.to_string() })
}

/// A place among those that read at the same time.
struct Turn;

impl Turn {
    fn wait() -> Turn {
        let mut reading = READING.lock().unwrap_or_else(PoisonError::into_inner);
        while *reading >= AT_ONCE {
            reading = ENDED.wait(reading).unwrap_or_else(PoisonError::into_inner);
        }
        *reading += 1;
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *READING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}
