//! A reply.

use std::io::Read;
use std::path::PathBuf;

/// What a reply carries.
pub enum Body {
    /// Nothing.
    Empty,
    /// Bytes.
    Bytes(Vec<u8>),
    /// A file, streamed.
    File(PathBuf),
    /// Made while it is sent, on a blocking thread.
    Stream(Box<dyn Read + Send>),
}

/// A reply.
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Headers; names in lower case.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Body,
}

impl Reply {
    /// A reply without a body.
    pub fn status(status: u16) -> Reply {
        Reply { status, headers: Vec::new(), body: Body::Empty }
    }

    /// Bytes of a media type.
    pub fn bytes(media_type: &str, bytes: impl Into<Vec<u8>>) -> Reply {
        Reply { status: 200, headers: Vec::new(), body: Body::Bytes(bytes.into()) }
            .with("content-type", media_type)
    }

    /// A page or fragment.
    pub fn html(text: impl Into<String>) -> Reply {
        Reply::bytes("text/html; charset=utf-8", text.into())
    }

    /// JSON.
    pub fn json(value: &serde_json::Value) -> Reply {
        Reply::bytes("application/json", value.to_string())
    }

    /// On to another page, by GET.
    pub fn see_other(address: &str) -> Reply {
        Reply::status(303).with("location", address)
    }

    /// Adds a header.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Reply {
        self.headers.push((name.to_string(), value.into()));
        self
    }

    /// Another status.
    pub fn code(mut self, status: u16) -> Reply {
        self.status = status;
        self
    }

    /// Offered as a file to keep. Names outside ASCII go as RFC 6266's `filename*`.
    pub fn attachment(self, name: &str) -> Reply {
        let ascii: String = name
            .chars()
            .map(|c| if c.is_ascii_graphic() && c != '"' && c != '\\' { c } else { '_' })
            .collect();
        let full = crate::encode(name);
        self.with("content-disposition", format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{full}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS 5.0 V5.4.1, V5.4.2
    #[test]
    fn file_names_cannot_break_out_of_their_header() {
        let name = |text: &str| Reply::status(200).attachment(text).headers.pop().expect("a header").1;
        assert_eq!(name("list.csv"), "attachment; filename=\"list.csv\"; filename*=UTF-8''list.csv");
        let evil = name("a\"; filename=evil.exe\r\nSet-Cookie: x=y; \\ä.csv");
        assert_eq!(evil.matches('"').count(), 2, "{evil}");
        assert!(!evil.contains(['\r', '\n', '\\', 'ä']), "{evil}");
        assert!(!evil.contains("Set-Cookie: "), "{evil}");
    }
}
