//! Somebody who sends requests, and the company that answers.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value as Json;
use talang_catalogue::{Kind, Value};
use talang_engine::{Change, Door, Result, Scope, Tenant};
use talang_http::{Body, Call, Method, Request, Router, form_pairs};
use talang_interchange::rest;
use talang_testkit::{Kit, Setup};

pub const SETUP: Setup = Setup {
    modules: || vec![talang_core_hr::module(), talang_interchange::module()],
    seed: |_, _| Ok(()),
    seed_version: "rest",
};

/// Somebody who sends requests, as the server would pass them on.
pub struct Client {
    pub scope: Scope,
    pub router: Router,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HashMap<String, String>,
    pub text: String,
    pub json: Json,
}

impl Answer {
    #[track_caller]
    pub fn is(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }

    pub fn code(&self) -> &str {
        self.json["code"].as_str().unwrap_or_default()
    }

    /// The values of a field of a list.
    pub fn values(&self, field: &str) -> Vec<Json> {
        self.json["data"].as_array().unwrap().iter().map(|r| r[field].clone()).collect()
    }

    pub fn texts(&self, field: &str) -> Vec<String> {
        self.values(field).iter().map(|v| v.as_str().unwrap_or_default().to_string()).collect()
    }
}

impl Client {
    pub fn new(scope: &Scope) -> Client {
        let mut scope = scope.clone();
        scope.door = Door::Rest;
        Client { scope, router: Router::new(rest::routes()) }
    }

    pub fn send(&self, method: Method, address: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.pass_on(method, address, headers, body, None)
    }

    /// Sends a file, as the server hands it over: put down, and removed after the call.
    pub fn upload(&self, address: &str, kind: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let place = self.scope.tenant().db().attachments().work_folder().unwrap().join("upload.part");
        std::fs::write(&place, body).unwrap();
        let mut all = vec![("content-type", kind)];
        all.extend(headers);
        let answer = self.pass_on(Method::Post, address, &all, "", Some(place.clone()));
        let _ = std::fs::remove_file(place);
        answer
    }

    fn pass_on(
        &self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        body: &str,
        upload: Option<std::path::PathBuf>,
    ) -> Answer {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path =
            if path.starts_with("/api") { path.to_string() } else { format!("{}{path}", rest::PREFIX) };
        let registry = self.scope.installation().registry();
        let reply = match self.router.find(method, &path) {
            Err(methods) => rest::method_not_allowed(&methods, self.scope.language(), registry),
            Ok((route, params)) => {
                let mut all: HashMap<String, String> =
                    headers.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect();
                all.entry("content-type".to_string()).or_insert_with(|| "application/json".to_string());
                let call = Call {
                    installation: self.scope.installation().clone(),
                    scope: self.scope.clone(),
                    session: None,
                    request: Request {
                        method,
                        path: path.clone(),
                        query: form_pairs(query),
                        headers: all,
                        body: body.as_bytes().to_vec(),
                        upload,
                        address: "127.0.0.1".to_string(),
                        https: true,
                    },
                    params,
                };
                (route.handler)(&call).unwrap_or_else(|error| {
                    panic!("the interface failed: {error}");
                })
            }
        };
        let text = match reply.body {
            Body::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
            Body::Empty => String::new(),
            Body::File(path) => std::fs::read_to_string(path).unwrap(),
            Body::Stream(stream) => std::io::read_to_string(stream).unwrap(),
        };
        let json = serde_json::from_str(&text).unwrap_or_default();
        Answer { status: reply.status, headers: reply.headers.into_iter().collect(), json, text }
    }

    pub fn get(&self, address: &str) -> Answer {
        self.send(Method::Get, address, &[], "")
    }

    pub fn post(&self, address: &str, body: &Json) -> Answer {
        self.send(Method::Post, address, &[], &body.to_string())
    }

    pub fn patch(&self, address: &str, body: &Json) -> Answer {
        self.send(Method::Patch, address, &[], &body.to_string())
    }

    pub fn put(&self, address: &str, body: &Json) -> Answer {
        self.send(Method::Put, address, &[], &body.to_string())
    }

    pub fn delete(&self, address: &str) -> Answer {
        self.send(Method::Delete, address, &[], "")
    }
}

pub fn text(text: &str) -> Value {
    Value::from(text)
}

pub fn name(text: &str) -> Value {
    Value::Texts([("en".to_string(), text.to_string())].into_iter().collect())
}

pub fn day(text: &str) -> Value {
    Value::from(text.parse::<jiff::civil::Date>().unwrap())
}

pub fn employee(change: &mut Change<'_>, number: &str, last_name: &str, born: &str) -> Result<()> {
    let values = vec![
        ("number", text(number)),
        ("first_name", text("Kim")),
        ("last_name", text(last_name)),
        ("birth_date", day(born)),
        ("hire_date", day("2020-01-01")),
    ];
    change.create("Employee", values).map(|_| ())
}

pub fn assign(
    change: &mut Change<'_>,
    number: &str,
    organisation: &str,
    manager: Option<&str>,
) -> Result<()> {
    let mut values =
        vec![("employee", text(number)), ("start", day("2020-01-01")), ("organisation", text(organisation))];
    values.extend(manager.map(|m| ("manager", text(m))));
    change.create("Assignment", values).map(|_| ())
}

/// A company: unit SALES (renamed on 1 September 2026) with IT below it; E1 leads E2 and E3; E4 is on their own.
pub fn company(kit: &Kit) -> Arc<Tenant> {
    let tenant = kit.tenant("acme");
    let system = kit.system(&tenant);
    let filled = system.change(Kind::Employees, |c| {
        for (code, start, label, parent) in [
            ("SALES", "2020-01-01", "Sales", None),
            ("SALES", "2026-09-01", "Sales and service", None),
            ("IT", "2020-01-01", "IT", Some("SALES")),
        ] {
            let mut values = vec![("code", text(code)), ("start", day(start)), ("name", name(label))];
            values.extend(parent.map(|p| ("parent", text(p))));
            c.create("Organisation", values)?;
        }
        employee(c, "E1", "Berg", "1970-05-01")?;
        employee(c, "E2", "Adam", "1980-05-01")?;
        employee(c, "E3", "Cole", "1990-05-01")?;
        employee(c, "E4", "Dahl", "1960-05-01")?;
        assign(c, "E1", "SALES", None)?;
        assign(c, "E2", "IT", Some("E1"))?;
        assign(c, "E3", "SALES", Some("E1"))?;
        assign(c, "E4", "IT", None)
    });
    filled.unwrap();
    kit.role(&tenant, "hr", &[("*", "*", "read, create, update, delete", "all")]);
    kit.role(
        &tenant,
        "reader",
        &[("module:people", "general", "read", "all"), ("module:organisation", "general", "read", "all")],
    );
    // May change the general fields of everyone, and read nothing private.
    kit.role(&tenant, "clerk", &[("Employee", "general", "read, create, update, delete", "all")]);
    kit.role(
        &tenant,
        "lead",
        &[("Employee", "general", "read, update, delete", "team"), ("Assignment", "*", "read", "team")],
    );
    kit.role(&tenant, "own", &[("Employee", "*", "read", "self"), ("Employee", "private", "update", "self")]);
    kit.user(&tenant, "hanna", None, &["hr"]);
    kit.user(&tenant, "emil", Some("E4"), &["own"]);
    kit.user(&tenant, "rita", None, &["reader"]);
    kit.user(&tenant, "carl", None, &["clerk"]);
    kit.user(&tenant, "lena", Some("E1"), &["lead"]);
    tenant
}

pub fn client(kit: &Kit, tenant: &Arc<Tenant>, login: &str) -> Client {
    Client::new(&kit.scope(tenant, login))
}

pub fn id_of(client: &Client, path: &str, filter: &str) -> i64 {
    let found = client.get(&format!("/{path}?filter={}", talang_http::encode(filter))).is(200);
    found.json["data"][0]["id"].as_i64().unwrap_or_else(|| panic!("nothing found: {}", found.text))
}
