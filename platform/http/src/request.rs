//! A request as handlers see it.

use std::collections::HashMap;
use std::path::PathBuf;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Methods that the doors answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Read; also answers HEAD.
    Get,
    /// Create or do.
    Post,
    /// Replace or upsert.
    Put,
    /// Change in part.
    Patch,
    /// Remove.
    Delete,
}

impl Method {
    /// The method of that word; HEAD counts as GET.
    pub fn parse(word: &str) -> Option<Method> {
        match word {
            "GET" | "HEAD" => Some(Method::Get),
            "POST" => Some(Method::Post),
            "PUT" => Some(Method::Put),
            "PATCH" => Some(Method::Patch),
            "DELETE" => Some(Method::Delete),
            _ => None,
        }
    }

    /// Methods as the header `Allow` has them (RFC 9110 § 10.2.1).
    pub fn allow(methods: &[Method]) -> String {
        let mut names: Vec<&str> = methods.iter().map(|m| m.name()).collect();
        names.sort_unstable();
        names.dedup();
        // What can be read can be asked about.
        if methods.contains(&Method::Get) {
            names.insert(0, "HEAD");
        }
        names.join(", ")
    }

    /// As on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

/// A request with its body read (or, for uploads, put into a file).
#[derive(Clone, Debug)]
pub struct Request {
    /// Method.
    pub method: Method,
    /// Path, decoded, without query.
    pub path: String,
    /// Query as sent.
    pub query: Vec<(String, String)>,
    /// Header names in lower case; `:path` is path and query as they were sent.
    pub headers: HashMap<String, String>,
    /// Body; empty for uploads.
    pub body: Vec<u8>,
    /// The body of an upload route, in a file that is removed after the call unless it is moved away.
    pub upload: Option<PathBuf>,
    /// Address of the client (from the socket, or from a trusted proxy's header).
    pub address: String,
    /// Whether the client came by TLS.
    pub https: bool,
}

impl Request {
    /// The first value of a query parameter.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Every value of a query parameter.
    pub fn query_all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.query.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let all = self.header("cookie")?;
        all.split(';').map(str::trim).find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    /// The fields of an `application/x-www-form-urlencoded` body.
    pub fn form(&self) -> Vec<(String, String)> {
        form_pairs(&String::from_utf8_lossy(&self.body))
    }

    /// The first value of a field of the form, without blanks around it; empty where it was not sent.
    pub fn sent(&self, name: &str) -> String {
        let found = self.form().into_iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value.trim().to_string()).unwrap_or_default()
    }

    /// Path and query of the page from which the request was made, where the browser tells it.
    pub fn came_from(&self) -> Option<&str> {
        let page = self.header("hx-current-url").or_else(|| self.header("referer"))?;
        let (_, rest) = page.split_once("://")?;
        rest.find('/').and_then(|at| rest.get(at..))
    }

    /// Whether htmx asks for a fragment instead of a whole page.
    pub fn is_fragment(&self) -> bool {
        self.header("hx-request").is_some_and(|v| v == "true") && self.header("hx-boosted").is_none()
    }
}

/// Decodes `a=1&b=x+y%21`.
pub fn form_pairs(text: &str) -> Vec<(String, String)> {
    let decode = |part: &str| percent_decode_str(&part.replace('+', " ")).decode_utf8_lossy().into_owned();
    text.split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decode(name), decode(value))
        })
        .collect()
}

/// What stays as it is in a query value.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Encodes a value for a path segment or query.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}
