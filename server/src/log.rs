//! Technical log: one line per request and event on standard error, for operators. Codes and numbers; nothing personal,
//! no path with keys in it, no address, no login (T1).

use std::io::Write;
use std::sync::atomic::{AtomicU8, Ordering};

use serde::Deserialize;
use serde_json::{Value as Json, json};

/// How lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Words for people.
    #[default]
    Text,
    /// A JSON object per line.
    Json,
    /// Nothing but errors, as text.
    Quiet,
}

static FORMAT: AtomicU8 = AtomicU8::new(2);

/// Chooses the format for the whole process.
pub fn set_format(format: Format) {
    FORMAT.store(format as u8, Ordering::Relaxed);
}

/// Writes a line. `fields` are numbers and codes.
pub fn line(level: &str, event: &str, fields: &[(&str, Json)]) {
    let format = FORMAT.load(Ordering::Relaxed);
    if format == Format::Quiet as u8 && level == "info" {
        return;
    }
    let at = jiff::Timestamp::now();
    let mut text = if format == Format::Json as u8 {
        let mut object = json!({ "at": at.to_string(), "level": level, "event": event });
        if let Some(object) = object.as_object_mut() {
            object.extend(fields.iter().map(|(name, value)| ((*name).to_string(), value.clone())));
        }
        object.to_string()
    } else {
        let mut text = format!("{at:.3} {level:<5} {event}");
        for (name, value) in fields {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_string);
            text.push_str(&format!(" {name}={value}"));
        }
        text
    };
    text.push('\n');
    // Where nobody listens there is nobody to tell.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Panics are written as place and nothing else: their text may quote data.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        line("error", "panic", &[("at", place.into())]);
        if cfg!(debug_assertions) {
            let _ = writeln!(std::io::stderr(), "{info}");
        }
    }));
}
