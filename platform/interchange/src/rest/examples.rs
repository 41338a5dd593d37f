//! Requests to copy, for the page that describes the interface (I10): curl, Python with its standard library, and JavaScript
//! with `fetch`, made from the same description of a request.
//!
//! `TALANG`, `KEY` and `ACCOUNT` are the tenant's address, the application key and `login:password`.

use std::sync::Arc;

use serde_json::{Value as Json, json};
use talang_catalogue::{FieldType, Object};
use talang_engine::View;

use super::PREFIX;
use super::catalogue::{readable, writable};
use super::openapi::{example, may};
use crate::sample::Samples;

/// A request.
pub(super) struct Example {
    method: &'static str,
    path: String,
    query: Vec<(&'static str, String)>,
    body: Option<Json>,
}

/// Languages with the name under which code of them is marked.
pub(super) const LANGUAGES: [(&str, &str); 3] =
    [("curl", "curl"), ("Python", "python"), ("JavaScript", "javascript")];

/// What a program begins with; nothing for curl.
pub(super) fn beginning(language: &str) -> String {
    match language {
        "python" => PYTHON.replace("{PREFIX}", PREFIX),
        "javascript" => JAVASCRIPT.replace("{PREFIX}", PREFIX),
        _ => String::new(),
    }
}

const PYTHON: &str = r#"import base64, json, os, urllib.parse, urllib.request

def talang(method, path, query=None, body=None):
    url = os.environ["TALANG"] + "{PREFIX}/" + path
    if query:
        url += "?" + urllib.parse.urlencode(query)
    request = urllib.request.Request(url, method=method)
    request.data = None if body is None else json.dumps(body).encode()
    account = base64.b64encode(os.environ["ACCOUNT"].encode()).decode()
    request.add_header("Authorization", "Basic " + account)
    request.add_header("X-Api-Key", os.environ["KEY"])
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request) as reply:
        text = reply.read()
    return json.loads(text) if text else None"#;

const JAVASCRIPT: &str = r#"const { TALANG, ACCOUNT, KEY } = process.env;

async function talang(method, path, query, body) {
  const reply = await fetch(`${TALANG}{PREFIX}/${path}?${new URLSearchParams(query ?? {})}`, {
    method,
    headers: {
      Authorization: `Basic ${btoa(ACCOUNT)}`,
      "X-Api-Key": KEY,
      "Content-Type": "application/json",
    },
    body: body && JSON.stringify(body),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(text);
  return text ? JSON.parse(text) : null;
}"#;

impl Example {
    fn get(path: String, query: Vec<(&'static str, String)>) -> Example {
        Example { method: "GET", path, query, body: None }
    }

    /// The request in a language.
    pub fn code(&self, language: &str) -> String {
        match language {
            "python" => self.call(&python),
            "javascript" => format!("await {}", self.call(&Json::to_string)),
            _ => self.curl(),
        }
    }

    fn curl(&self) -> String {
        let mut out = format!(
            "curl --user \"$ACCOUNT\" --header \"X-Api-Key: $KEY\" \"$TALANG{PREFIX}/{}\"",
            self.path
        );
        if self.method != "GET" {
            out.push_str(&format!(" \\\n  --request {}", self.method));
        }
        if !self.query.is_empty() {
            out.push_str(" --get");
        }
        for (name, value) in &self.query {
            out.push_str(&format!(" \\\n  --data-urlencode {}", quoted(&format!("{name}={value}"))));
        }
        if let Some(body) = &self.body {
            out.push_str(" \\\n  --header 'Content-Type: application/json'");
            out.push_str(&format!(" \\\n  --data {}", quoted(&body.to_string())));
        }
        out
    }

    fn call(&self, literal: &dyn Fn(&Json) -> String) -> String {
        let query: serde_json::Map<String, Json> =
            self.query.iter().map(|(n, v)| ((*n).to_string(), v.as_str().into())).collect();
        let mut arguments = vec![literal(&self.method.into()), literal(&self.path.as_str().into())];
        if !query.is_empty() || self.body.is_some() {
            arguments.push(literal(&query.into()));
        }
        arguments.extend(self.body.as_ref().map(literal));
        format!("talang({})", arguments.join(", "))
    }
}

/// For a shell: nothing inside is anything but text.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// A value as Python writes it.
fn python(value: &Json) -> String {
    match value {
        Json::Null => "None".to_string(),
        Json::Bool(true) => "True".to_string(),
        Json::Bool(false) => "False".to_string(),
        Json::Array(list) => format!("[{}]", list.iter().map(python).collect::<Vec<_>>().join(", ")),
        Json::Object(map) => {
            let pairs = map.iter().map(|(name, value)| format!("{}: {}", json!(name), python(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// Requests about an object, one for each operation that the scope may do.
pub(super) fn requests(
    v: &View<'_>,
    samples: &Samples<'_>,
    object: &Arc<Object>,
    mastered: &[String],
) -> Vec<Example> {
    let path = object.def.path;
    let may = may(v, object, mastered);
    let mut query = vec![("limit", "10".to_string()), ("count", "true".to_string())];
    if object.period.is_some() {
        query.push(("asOf", "2026-01-01".to_string()));
    }
    let mut all = vec![Example::get(path.to_string(), query)];
    let sample = object
        .fields
        .iter()
        .find(|f| readable(v, object, f) && matches!(f.ty, FieldType::Code | FieldType::Choice(_)));
    if let Some(field) = sample
        && let Some(text) = example(samples, object, field, 1, false).as_ref().and_then(Json::as_str)
    {
        let filter = format!("{} is {text}", field.name);
        all.push(Example::get(path.to_string(), vec![("filter", filter)]));
    }
    let sent: serde_json::Map<String, Json> = object
        .fields
        .iter()
        .filter(|f| writable(v, object, f))
        .filter_map(|f| Some((f.name.to_string(), example(samples, object, f, 1, false)?)))
        .collect();
    let one = format!("{path}/12");
    let write =
        |method, path: &str, body| Example { method, path: path.to_string(), query: Vec::new(), body };
    if may.create {
        all.push(write("POST", path, Some(sent.clone().into())));
    }
    all.push(Example::get(one.clone(), Vec::new()));
    let changed = object.fields.iter().find_map(|f| {
        let other = !f.fixed && !object.key.contains(&f.index) && writable(v, object, f);
        example(samples, object, f, 1, false).filter(|_| other).map(|value| (f.name.to_string(), value))
    });
    if may.update {
        if let Some(changed) = changed {
            let body: serde_json::Map<String, Json> = [changed].into_iter().collect();
            all.push(write("PATCH", &one, Some(body.into())));
        }
        all.push(write("PUT", &one, Some(sent.clone().into())));
    }
    if may.delete {
        all.push(write("DELETE", &one, None));
    }
    if may.create || may.update {
        let body = json!({ "mode": "InsertAndUpdate", "dryRun": true, "data": [sent] });
        all.push(write("POST", &format!("{path}/bulk"), Some(body)));
    }
    all.push(Example::get(format!("{path}/changes"), vec![("after", "latest".to_string())]));
    all.push(Example::get(format!("{one}/history"), Vec::new()));
    if object.period.is_some() {
        all.push(Example::get(format!("{one}/slices"), Vec::new()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_each_language_has_them() {
        let body = json!({ "a": true, "b": null, "c": ["it's"], "d": 1.5 });
        let example = Example { method: "POST", path: "things".into(), query: Vec::new(), body: Some(body) };
        assert_eq!(
            example.code("python"),
            "talang(\"POST\", \"things\", {}, {\"a\": True, \"b\": None, \"c\": [\"it's\"], \"d\": 1.5})"
        );
        assert!(
            example
                .code("javascript")
                .starts_with("await talang(\"POST\",\"things\"".replace(",", ", ").as_str())
        );
        assert!(
            example.code("curl").ends_with("--data '{\"a\":true,\"b\":null,\"c\":[\"it'\\''s\"],\"d\":1.5}'")
        );
    }
}
