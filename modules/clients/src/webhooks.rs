//! Webhooks as programs brought along register and receive them (client contract, *Back office* and *Webhook delivery*).
//!
//! A registration is a `WebhookSubscription` like every other, made on the rights of the key and told on them; what differs is
//! the form of its messages, a [`Dialect`] of `talang_webhook`, and that they are signed with the key itself, which is all that
//! such a receiver knows (decision 79).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use serde_json::{Value as Json, json};
use sha1::Sha1;
use talang_catalogue::{Fault, Kind, Value};
use talang_engine::journal::{Deed, Entry};
use talang_engine::{Action, Error, Result, Scope, View};
use talang_http::{Access, Call, Method, Reply, Route, encode};
use talang_identity::Identity;
use talang_webhook::{Dialect, Signed, Unsigned, ping, sign_with_key};

use crate::{ask, exports};

const OBJECT: &str = "WebhookSubscription";
/// Minutes for which messages are collected, unless an administrator says otherwise at the subscription.
const COLLECTED: i64 = 15;
/// Seconds for which a signature holds.
const HOLDS: i64 = 15 * 60;
const CONTENT: &str = "application/json";
/// Their events, our words for those among which they are, and the object that they are about.
const EVENTS: [(&str, &str, &str); 7] = [
    ("vacancy_new", "vacancies.created", "Vacancy"),
    ("vacancy_update", "vacancies.changed", "Vacancy"),
    ("vacancy_status", "vacancies.changed", "Vacancy"),
    ("vacancy_deleted", "vacancies.removed", "Vacancy"),
    ("applicant_new", "candidates.created", "Candidate"),
    ("applicant_update", "candidates.changed", "Candidate"),
    (
        "applicant_resume_update",
        "candidate-documents.created candidate-documents.changed",
        "CandidateDocument",
    ),
];

pub(crate) fn routes() -> Vec<Route> {
    let may = |action| Access::Right(OBJECT, action);
    vec![
        Route::post("/api/system/v1/webhooks", may(Action::Create), register),
        Route::of(Method::Delete, "/api/system/v1/webhooks/{hook}", may(Action::Delete), remove),
    ]
}

/// The form of their messages, for [`talang_engine::Installation::provide`].
pub fn dialect() -> Dialect {
    Dialect {
        topics: |name| EVENTS.iter().find(|(theirs, ..)| *theirs == name).map(|(_, ours, _)| *ours),
        tells,
        body,
        signed,
    }
}

/// Whether a change touches one of these fields.
fn touches(entry: &Entry, names: &[&str]) -> bool {
    let name = |index: &usize| entry.object.fields.get(*index).map(|f| f.name.as_ref());
    entry.changes.iter().any(|(index, ..)| name(index).is_some_and(|name| names.contains(&name)))
}

fn tells(v: &mut View<'_>, event: &str, entry: &Entry) -> Result<bool> {
    Ok(match event {
        "vacancy_status" => touches(entry, &["state"]),
        // What the program writes about a document, such as its text, makes no new one.
        "applicant_resume_update" => {
            let brought = entry.deed == Deed::Create || touches(entry, &["file", "kind"]);
            brought && value(v, entry, "kind")?.as_text() == Some("cv")
        }
        _ => true,
    })
}

/// A field of the record that an entry is about: as it is now, or was last where the record is gone.
fn value(v: &mut View<'_>, entry: &Entry, name: &str) -> Result<Value> {
    if entry.deed != Deed::Delete {
        match v.get(&entry.object, entry.record) {
            Ok(record) => return Ok(record.get(name).clone()),
            Err(error) if error.is("record.not_found") => {}
            Err(error) => return Err(error),
        }
    }
    let index = entry.object.field(name).map(|f| f.index);
    let found = entry.changes.iter().find(|(changed, ..)| Some(*changed) == index);
    Ok(found.map_or(Value::Null, |(_, old, new)| if entry.deed == Deed::Delete { old } else { new }.clone()))
}

/// `{event_type, reference, statusId}` of a vacancy, `{event_type, applicantId, fileId}` of an applicant.
fn body(v: &mut View<'_>, event: &str, entry: &Entry) -> Result<Option<Json>> {
    if entry.object.def.name == "Vacancy" {
        let reference = value(v, entry, "code")?;
        let Some(reference) = reference.as_text() else { return Ok(None) };
        let status = value(v, entry, "state")?;
        let status = exports::state(status.as_text().unwrap_or_default());
        return Ok(Some(json!({ "event_type": event, "reference": reference, "statusId": status })));
    }
    let (applicant, file) = match event {
        "applicant_resume_update" => {
            let candidate = value(v, entry, "candidate")?.as_int().unwrap_or_default();
            let file: Json = format!("attachment-{}", entry.record).into();
            (v.title("Candidate", candidate)?.key, file)
        }
        _ => (value(v, entry, "number")?.as_text().unwrap_or_default().to_string(), Json::Null),
    };
    let told = json!({ "event_type": event, "applicantId": applicant, "fileId": file });
    Ok((!applicant.is_empty()).then_some(told))
}

/// Path and query of an address.
fn path_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find(['/', '?']).and_then(|at| rest.get(at..)).unwrap_or("/")
}

/// HMAC-SHA1 of `POST`, `Content-MD5`, `Content-Type`, the end, every `x-ts-rec-*` header, and path and query without the
/// signature, a line each.
fn signed(message: &Unsigned<'_>) -> Result<Signed> {
    let address = message.address.split('#').next().unwrap_or_default();
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    // An address without a path is asked for by `/`.
    let address = match rest.find(['/', '?']) {
        None => format!("{scheme}://{rest}/"),
        Some(at) if rest.get(at..).is_some_and(|rest| rest.starts_with('?')) => {
            let (host, query) = rest.split_at(at);
            format!("{scheme}://{host}/{query}")
        }
        Some(_) => address.to_string(),
    };
    let joined = if address.contains('?') { '&' } else { '?' };
    let address = format!("{address}{joined}client_id={}", encode(message.client));
    let digest = STANDARD.encode(Md5::digest(message.body));
    let expires = (message.now + HOLDS).to_string();
    let text =
        format!("POST\n{digest}\n{CONTENT}\n{expires}\nx-ts-rec-expires:{expires}\n{}", path_of(&address));
    let mut mac =
        Hmac::<Sha1>::new_from_slice(message.key).map_err(|_| Error::from(Fault::new("internal")))?;
    mac.update(text.as_bytes());
    let signature = STANDARD.encode(mac.finalize().into_bytes());
    Ok(Signed {
        address: format!("{address}&signature={}", encode(&signature)),
        headers: vec![
            ("content-type", CONTENT.to_string()),
            ("content-md5", digest),
            ("x-ts-rec-expires", expires),
        ],
    })
}

/// The key of the program that calls: the one that it shows, or the one for which it was given its token.
fn key_of(call: &Call, scope: &Scope) -> Option<String> {
    if let Some(key) = call.request.header("x-api-key") {
        return Some(key.to_string());
    }
    let (scheme, token) = call.request.header("authorization")?.split_once(' ')?;
    let token = token.trim();
    scheme.eq_ignore_ascii_case("bearer").then(|| Identity::key_of_token(scope.tenant(), token)).flatten()
}

/// `POST /api/system/v1/webhooks`: 201, or 200 where the program has registered this event and address before, which lets its
/// present key sign.
fn register(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let body = ask::body(call, &scope)?;
    let text = |name: &str| body.get(name).and_then(Json::as_str).unwrap_or_default().trim().to_string();
    let (event, address, check) = (text("event"), text("callbackUrl"), text("pingUrl"));
    let (Some(client), Some(account)) = (scope.client, scope.actor.id()) else {
        return Err(ask::invalid(&scope, "clients-hook-program", &[]).into());
    };
    let known = EVENTS.iter().find(|(theirs, ..)| *theirs == event);
    let Some((_, _, about)) = known else {
        let names = EVENTS.map(|(theirs, ..)| theirs).join(", ");
        let args = [("name", event.as_str().into()), ("names", names.as_str().into())];
        return Err(ask::invalid(&scope, "clients-hook-event", &args).on("event").into());
    };
    if address.is_empty() {
        return Err(ask::invalid(&scope, "clients-text", &[]).on("callbackUrl").into());
    }
    let key = key_of(call, &scope).ok_or_else(|| ask::invalid(&scope, "clients-hook-key", &[]))?;
    let saved = scope.change(Kind::Shared, |c| {
        let object = c.object(about)?;
        ask::may_read(c, &object)?;
        let name = c.title("ApiClient", client)?.key;
        let digest = Sha1::digest(format!("{client}\n{event}\n{address}"));
        let code = format!("hook-{}", digest.iter().take(8).map(|b| format!("{b:02x}")).collect::<String>());
        let check: Value = if check.is_empty() { Value::Null } else { check.as_str().into() };
        let asks = !check.is_null();
        let (id, new) = match c.resolve(OBJECT, &code)? {
            Some(id) => {
                own(c, id, client)?;
                let hook = c.object(OBJECT)?;
                if !c.rights().may(&hook, Action::Update) {
                    return Err(Fault::new("right.missing").into());
                }
                let values = vec![("user", account.into()), ("active", true.into()), ("ping", check)];
                (c.by_rule(|c| c.update(OBJECT, id, values))?.id, false)
            }
            None => {
                let values = vec![
                    ("code", code.as_str().into()),
                    ("label", format!("{name}: {event}").into()),
                    ("address", address.as_str().into()),
                    // What it is follows from the event's name.
                    ("events", "*".into()),
                    ("user", account.into()),
                    ("told_as", event.as_str().into()),
                    ("client", client.into()),
                    ("collected", COLLECTED.into()),
                    ("ping", check),
                ];
                // That the account may create it was asked; it need not see its account and its application.
                (c.by_rule(|c| c.create(OBJECT, values))?.id, true)
            }
        };
        sign_with_key(c, id, &key)?;
        if asks {
            ping(c, id)?;
        }
        Ok((id, new))
    });
    let (id, new) = saved.map_err(theirs)?;
    Ok(told(id, if new { 201 } else { 200 }))
}

/// Faults by the names that such programs send.
fn theirs(error: Error) -> Error {
    let Error::Faults(faults) = error else { return error };
    let named = |mut fault: Fault| {
        let name = match fault.field.as_deref() {
            Some("address") => "callbackUrl",
            Some("ping") => "pingUrl",
            Some("told_as" | "events") => "event",
            _ => return fault,
        };
        fault.field = Some(name.to_string());
        fault
    };
    Error::Faults(faults.into_iter().map(named).collect())
}

/// The subscription of that number, if this program registered it.
fn own(v: &mut View<'_>, id: i64, client: i64) -> Result<()> {
    let object = v.object(OBJECT)?;
    let registered = v.get(&object, id)?.get("client").as_int();
    if registered == Some(client) { Ok(()) } else { Err(ask::missing()) }
}

fn told(id: i64, status: u16) -> Reply {
    let hook = id.to_string();
    let body = json!({ "code": status, "status": "success", "hookId": hook, "data": { "hookId": hook } });
    Reply::json(&body).code(status)
}

/// `DELETE /api/system/v1/webhooks/{hookId}`: only what the same program registered.
fn remove(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let (id, client) = (call.id("hook")?, scope.client.ok_or_else(ask::missing)?);
    scope.change(Kind::Shared, |c| {
        own(c, id, client)?;
        let object = c.object(OBJECT)?;
        c.delete(&object, id, None)
    })?;
    Ok(told(id, 200))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_signed_as_the_contract_says() {
        let sign = |address| {
            let message =
                Unsigned { address, client: "job board", key: b"secret", body: b"{}", now: 1_700_000_000 };
            signed(&message).unwrap()
        };
        let one = sign("https://example.org/cb?a=1#part");
        // By Python: base64.b64encode(hmac.new(b"secret", text, "sha1").digest())
        assert!(one.address.starts_with("https://example.org/cb?a=1&client_id=job%20board&signature="));
        assert_eq!(
            one.headers,
            [
                ("content-type", "application/json".to_string()),
                ("content-md5", "mZFLkyvTelC5g8XnyQrpOw==".to_string()),
                ("x-ts-rec-expires", "1700000900".to_string()),
            ]
        );
        assert!(one.address.ends_with("&signature=xglFYxqd1jPFQrC1FLFWi10tJSU%3D"), "{}", one.address);
        for (address, whole) in [
            ("https://example.org", "https://example.org/?client_id=job%20board&"),
            ("https://example.org?x=/", "https://example.org/?x=/&client_id=job%20board&"),
            ("https://example.org/cb", "https://example.org/cb?client_id=job%20board&"),
        ] {
            assert!(sign(address).address.starts_with(whole), "{address}: {}", sign(address).address);
        }
    }
}
