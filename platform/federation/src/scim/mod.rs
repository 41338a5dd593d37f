//! SCIM 2.0 (RFC 7643, RFC 7644): the company's directory makes, changes and ends accounts, and tells its groups (A6).
//!
//! A directory comes as an application whose scopes name `scim`, with its key as bearer token. Everything goes through the gate
//! with the rights of the application's account, with journal and with the rules about who may give which rights.

mod filter;
mod groups;
mod patch;
mod schema;
mod users;

use serde_json::{Map, Value as Json, json};
use talang_catalogue::Fault;
use talang_engine::{Error, Result, Scope};
use talang_http::{Access, Call, Method, Reply, Route, encode};

use filter::{Filter, Path};

/// Where the interface begins.
const PREFIX: &str = "/api/scim/v2";
/// Most resources of a page.
const MOST: usize = 200;
/// Resources of a page when nothing is said.
const PAGE: usize = 100;
/// Most bytes of a body.
const BODY: usize = 1 << 20;

const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const ERROR: &str = "urn:ietf:params:scim:api:messages:2.0:Error";
const LIST: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
const SEARCH: &str = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

/// The routes of the interface.
pub(crate) fn routes() -> Vec<Route> {
    let all = Access::SignedIn;
    vec![
        Route::get("/api/scim/v2/{*rest}", all, |call| answer(call, |_| Err(Refusal::missing()))),
        Route::post("/api/scim/v2/.search", all, |call| answer(call, everywhere)),
        Route::get("/api/scim/v2/ServiceProviderConfig", all, |call| answer(call, schema::config)),
        Route::get("/api/scim/v2/ResourceTypes", all, |call| answer(call, schema::types)),
        Route::get("/api/scim/v2/ResourceTypes/{id}", all, |call| answer(call, schema::one_type)),
        Route::get("/api/scim/v2/Schemas", all, |call| answer(call, schema::schemas)),
        Route::get("/api/scim/v2/Schemas/{id}", all, |call| answer(call, schema::one_schema)),
        Route::get("/api/scim/v2/Users", all, |call| {
            answer(call, |c| list::<users::Users>(c, &Asked::query(c)?))
        }),
        Route::post("/api/scim/v2/Users", all, |call| answer(call, create::<users::Users>)),
        Route::post("/api/scim/v2/Users/.search", all, |call| answer(call, search::<users::Users>)),
        Route::get("/api/scim/v2/Users/{id}", all, |call| answer(call, one::<users::Users>)),
        Route::of(Method::Put, "/api/scim/v2/Users/{id}", all, |call| answer(call, put::<users::Users>)),
        Route::of(Method::Patch, "/api/scim/v2/Users/{id}", all, |call| answer(call, patch::<users::Users>)),
        Route::of(Method::Delete, "/api/scim/v2/Users/{id}", all, |call| {
            answer(call, delete::<users::Users>)
        }),
        Route::get("/api/scim/v2/Groups", all, |call| {
            answer(call, |c| list::<groups::Groups>(c, &Asked::query(c)?))
        }),
        Route::post("/api/scim/v2/Groups", all, |call| answer(call, create::<groups::Groups>)),
        Route::post("/api/scim/v2/Groups/.search", all, |call| answer(call, search::<groups::Groups>)),
        Route::get("/api/scim/v2/Groups/{id}", all, |call| answer(call, one::<groups::Groups>)),
        Route::of(Method::Put, "/api/scim/v2/Groups/{id}", all, |call| answer(call, put::<groups::Groups>)),
        Route::of(Method::Patch, "/api/scim/v2/Groups/{id}", all, |call| {
            answer(call, patch::<groups::Groups>)
        }),
        Route::of(Method::Delete, "/api/scim/v2/Groups/{id}", all, |call| {
            answer(call, delete::<groups::Groups>)
        }),
    ]
}

/// Why a request is refused (RFC 7644 §3.12).
#[derive(Debug)]
pub(crate) struct Refusal {
    status: u16,
    kind: &'static str,
    detail: String,
    fault: Option<Error>,
}

impl Refusal {
    fn of(status: u16, kind: &'static str, detail: &str) -> Refusal {
        Refusal { status, kind, detail: detail.to_string(), fault: None }
    }

    fn missing() -> Refusal {
        Refusal::of(404, "", "there is no such resource")
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal { status: error.status(), kind: "", detail: String::new(), fault: Some(error) }
    }
}

type Answer = std::result::Result<Reply, Refusal>;

/// A kind of resource.
trait Kind {
    /// Its name in addresses.
    const PATH: &'static str;
    /// Its name in `meta`.
    const NAME: &'static str;
    /// Its schemas, the main one first.
    const SCHEMAS: &'static [&'static str];
    /// Attributes that clients cannot change.
    const FIXED: &'static [&'static str];

    /// One resource with its version. `members` says whether long lists are wanted.
    fn read(context: &Context, id: i64, members: bool) -> std::result::Result<(Json, String), Refusal>;
    /// The row numbers of those that the filter can find at once; nothing when all must be looked at.
    fn found(context: &Context, filter: &Filter) -> std::result::Result<Option<Vec<i64>>, Refusal>;
    /// The row numbers of all.
    fn all(context: &Context) -> std::result::Result<Vec<i64>, Refusal>;
    /// Makes one, or changes it to what is sent; its row number.
    fn write(context: &Context, id: Option<i64>, json: &Json) -> std::result::Result<i64, Refusal>;
    /// Takes it away.
    fn delete(context: &Context, id: i64) -> std::result::Result<(), Refusal>;
}

/// Who asks.
struct Context {
    /// With all the rights of the application's account.
    scope: Scope,
    /// Row number of the application.
    application: i64,
    /// Scheme and host.
    base: String,
}

/// Answers in SCIM's own way, and only to applications that may come in by this door.
fn answer(call: &Call, work: impl FnOnce(&Call) -> Answer) -> Result<Reply> {
    let opens = call.scope.limit.as_ref().is_some_and(|limit| limit.opens("scim"));
    let refusal = match opens {
        false => Refusal::of(403, "", "this application has no scope scim"),
        true => match work(call) {
            Ok(reply) => return Ok(reply),
            Err(refusal) => refusal,
        },
    };
    let mut refusal = refusal;
    if let Some(error) = refusal.fault.take() {
        if error.status() >= 500 {
            return Err(error);
        }
        let faults = error.faults();
        let messages = &call.installation.registry().messages;
        let sentences: Vec<String> =
            faults.iter().map(|f| messages.fault_text(call.scope.language(), f, "")).collect();
        refusal.detail = sentences.join(" ");
        (refusal.status, refusal.kind) = match faults.first().map(|f| f.code).unwrap_or_default() {
            "record.not_found" => (404, ""),
            "key.duplicate" | "record.exists" | "value.duplicate" => (409, "uniqueness"),
            "record.changed" => (412, ""),
            "field.fixed" | "field.read_only" => (400, "mutability"),
            code if code.starts_with("value.") || code.starts_with("reference.") => (400, "invalidValue"),
            code if code.starts_with("right.") => (403, ""),
            _ => (error.status(), ""),
        };
    }
    let mut body = Map::new();
    body.insert("schemas".into(), json!([ERROR]));
    body.insert("status".into(), refusal.status.to_string().into());
    if !refusal.kind.is_empty() {
        body.insert("scimType".into(), refusal.kind.into());
    }
    body.insert("detail".into(), refusal.detail.into());
    Ok(scim(&Json::Object(body)).code(refusal.status))
}

/// Scheme and host by which the client came: the door has found the tenant by it.
fn base(call: &Call) -> String {
    let scheme = if call.request.https { "https" } else { "http" };
    format!("{scheme}://{}", call.request.header("host").unwrap_or_default())
}

fn scim(json: &Json) -> Reply {
    Reply::bytes("application/scim+json", json.to_string()).with("cache-control", "no-store")
}

fn context(call: &Call) -> std::result::Result<Context, Refusal> {
    let mut scope = call.scope.clone();
    // The door has a word of its own; behind it the account's rights count.
    scope.limit = None;
    let application = scope.client.ok_or_else(|| Refusal::of(403, "", "only applications come in here"))?;
    Ok(Context { scope, application, base: base(call) })
}

fn id(call: &Call) -> std::result::Result<i64, Refusal> {
    call.param("id").parse().map_err(|_| Refusal::missing())
}

/// The body as JSON object.
fn body(call: &Call) -> std::result::Result<Json, Refusal> {
    let kind =
        call.request.header("content-type").unwrap_or_default().split(';').next().unwrap_or_default().trim();
    if !matches!(kind.to_ascii_lowercase().as_str(), "application/scim+json" | "application/json") {
        return Err(Refusal::of(415, "", "the body must be application/scim+json"));
    }
    if call.request.body.len() > BODY {
        return Err(Refusal::of(413, "", "the body is larger than 1 MiB"));
    }
    match serde_json::from_slice(&call.request.body) {
        Ok(json @ Json::Object(_)) => Ok(json),
        _ => Err(Refusal::of(400, "invalidSyntax", "the body is no JSON object")),
    }
}

/// What a list is asked for (RFC 7644 §3.4.2), and which attributes are wanted (§3.9).
#[derive(Default)]
struct Asked {
    filter: Option<Filter>,
    start: usize,
    count: usize,
    shape: Shape,
}

#[derive(Default)]
struct Shape {
    only: Vec<Path>,
    without: Vec<Path>,
}

impl Shape {
    fn of(only: &str, without: &str) -> std::result::Result<Shape, Refusal> {
        let read = |text: &str| -> std::result::Result<Vec<Path>, Refusal> {
            let words = text.split(',').map(str::trim).filter(|w| !w.is_empty());
            words
                .map(|w| {
                    let wrong = || Refusal::of(400, "invalidValue", &format!("{w} is no attribute"));
                    filter::path(w).ok_or_else(wrong)
                })
                .collect()
        };
        Ok(Shape { only: read(only)?, without: read(without)? })
    }

    fn query(call: &Call) -> std::result::Result<Shape, Refusal> {
        let text = |name: &str| call.request.query(name).unwrap_or_default();
        Shape::of(text("attributes"), text("excludedAttributes"))
    }

    /// Whether the attribute can be in the answer.
    fn wants(&self, name: &str) -> bool {
        (self.only.is_empty() || self.only.iter().any(|p| p.name == name))
            && !self.without.iter().any(|p| p.name == name && p.sub.is_none())
    }

    fn cut(&self, mut json: Json) -> Json {
        let Json::Object(map) = &mut json else { return json };
        // `schemas`, `id` and `meta` without need not be asked for.
        let always = |name: &str| matches!(name, "schemas" | "id");
        let names: Vec<String> = map.keys().cloned().collect();
        for name in names {
            let lower = name.to_ascii_lowercase();
            let of = |p: &&Path| p.name == lower && p.is_core() || p.schema.as_deref() == Some(&*lower);
            if !always(&lower) && !self.only.is_empty() {
                let wanted: Vec<&Path> = self.only.iter().filter(of).collect();
                match wanted.as_slice() {
                    [] => {
                        map.shift_remove(&name);
                    }
                    some if some.iter().all(|p| p.sub.is_some()) => {
                        keep(map.get_mut(&name), |sub| some.iter().any(|p| p.sub.as_deref() == Some(sub)));
                    }
                    _ => {}
                }
            }
            for path in self.without.iter().filter(of).filter(|_| !always(&lower)) {
                match &path.sub {
                    None => {
                        map.shift_remove(&name);
                    }
                    Some(sub) => keep(map.get_mut(&name), |other| other != sub),
                }
            }
        }
        json
    }
}

fn keep(value: Option<&mut Json>, wanted: impl Fn(&str) -> bool + Copy) {
    match value {
        Some(Json::Object(map)) => map.retain(|name, _| wanted(&name.to_ascii_lowercase())),
        Some(Json::Array(list)) => list.iter_mut().for_each(|one| keep(Some(one), wanted)),
        _ => {}
    }
}

impl Asked {
    /// What a search is asked for in its body (§3.4.3).
    fn body(call: &Call) -> std::result::Result<Asked, Refusal> {
        let json = body(call)?;
        let schemas = json.get("schemas").and_then(Json::as_array);
        if !schemas.is_some_and(|s| s.iter().any(|s| s.as_str() == Some(SEARCH))) {
            return Err(Refusal::of(400, "invalidSyntax", "schemas must name the SearchRequest"));
        }
        let words = |name: &str| match json.get(name) {
            Some(Json::Array(list)) => list.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(","),
            Some(Json::String(text)) => text.clone(),
            _ => String::new(),
        };
        let number = |name: &str, default: usize| {
            json.get(name).and_then(Json::as_i64).map_or(default, |n| usize::try_from(n).unwrap_or(0))
        };
        Ok(Asked {
            filter: json.get("filter").and_then(Json::as_str).map(filter::parse).transpose()?,
            start: number("startIndex", 1).max(1),
            count: number("count", PAGE).min(MOST),
            shape: Shape::of(&words("attributes"), &words("excludedAttributes"))?,
        })
    }

    fn query(call: &Call) -> std::result::Result<Asked, Refusal> {
        let text = |name: &str| call.request.query(name);
        let number = |name: &'static str, default: usize| match text(name) {
            None => Ok(default),
            // Less than nothing counts as nothing (§3.4.2.4).
            Some(text) => text
                .parse::<i64>()
                .map(|n| usize::try_from(n).unwrap_or(0))
                .map_err(|_| Refusal::of(400, "invalidValue", &format!("{name} is no number"))),
        };
        Ok(Asked {
            filter: text("filter").map(filter::parse).transpose()?,
            start: number("startIndex", 1)?.max(1),
            count: number("count", PAGE)?.min(MOST),
            shape: Shape::query(call)?,
        })
    }
}

fn list<K: Kind>(call: &Call, asked: &Asked) -> Answer {
    let mut page = Page::default();
    collect::<K>(&context(call)?, asked, &mut page)?;
    Ok(page.answer(asked))
}

/// What was found so far.
#[derive(Default)]
struct Page {
    total: usize,
    resources: Vec<Json>,
}

impl Page {
    fn answer(self, asked: &Asked) -> Reply {
        scim(&json!({
            "schemas": [LIST],
            "totalResults": self.total,
            "startIndex": asked.start,
            "itemsPerPage": self.resources.len(),
            "Resources": self.resources,
        }))
    }
}

fn collect<K: Kind>(context: &Context, asked: &Asked, page: &mut Page) -> std::result::Result<(), Refusal> {
    let members = asked.shape.wants("members")
        || asked.filter.as_ref().is_some_and(|f| format!("{f:?}").contains("\"members\""));
    let found = match &asked.filter {
        Some(filter) => K::found(context, filter)?,
        None => None,
    };
    let ids = match found {
        Some(ids) => ids,
        None => K::all(context)?,
    };
    let shown = |total: usize| total >= asked.start && total < asked.start + asked.count;
    for id in ids {
        // Without a filter only what is shown is read.
        if asked.filter.is_none() && !shown(page.total + 1) {
            page.total += 1;
            continue;
        }
        let json = match K::read(context, id, members) {
            Ok((json, _)) => json,
            Err(refusal) if gone(&refusal) => continue,
            Err(refusal) => return Err(refusal),
        };
        if asked.filter.as_ref().is_some_and(|filter| !filter.holds(&json)) {
            continue;
        }
        page.total += 1;
        if shown(page.total) {
            page.resources.push(asked.shape.cut(json));
        }
    }
    Ok(())
}

fn gone(refusal: &Refusal) -> bool {
    refusal.status == 404 || refusal.fault.as_ref().is_some_and(|e| e.is("record.not_found"))
}

/// `POST /{kind}/.search` (§3.4.3).
fn search<K: Kind>(call: &Call) -> Answer {
    list::<K>(call, &Asked::body(call)?)
}

/// `POST /.search`: resources of every kind.
fn everywhere(call: &Call) -> Answer {
    let (asked, context) = (Asked::body(call)?, context(call)?);
    let mut page = Page::default();
    collect::<users::Users>(&context, &asked, &mut page)?;
    collect::<groups::Groups>(&context, &asked, &mut page)?;
    Ok(page.answer(&asked))
}
/// A resource as reply, with its version and address.
fn shown<K: Kind>(call: &Call, context: &Context, id: i64) -> Answer {
    let shape = Shape::query(call)?;
    let (json, version) = K::read(context, id, shape.wants("members"))?;
    let location = json.pointer("/meta/location").and_then(Json::as_str).unwrap_or_default().to_string();
    Ok(scim(&shape.cut(json)).with("etag", version).with("location", location))
}

fn one<K: Kind>(call: &Call) -> Answer {
    let context = context(call)?;
    let reply = shown::<K>(call, &context, id(call)?)?;
    let tag = reply.headers.iter().find(|(n, _)| n == "etag").map(|(_, v)| v.clone()).unwrap_or_default();
    if matches(call, "if-none-match", &tag) == Some(true) {
        return Ok(Reply::status(304).with("etag", tag));
    }
    Ok(reply)
}

/// Whether the version is among those of the header; nothing where there is none.
fn matches(call: &Call, header: &str, version: &str) -> Option<bool> {
    let sent = call.request.header(header)?;
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").trim_matches('"').to_string();
    Some(sent.split(',').any(|tag| tag.trim() == "*" || bare(tag) == bare(version)))
}

/// Refuses to change what is not as the client has seen it (§3.14).
fn unchanged<K: Kind>(call: &Call, context: &Context, id: i64) -> std::result::Result<Json, Refusal> {
    let (json, version) = K::read(context, id, true)?;
    match matches(call, "if-match", &version) {
        Some(false) => Err(Fault::new("record.changed")).map_err(|f| Error::from(f).into()),
        _ => Ok(json),
    }
}

fn create<K: Kind>(call: &Call) -> Answer {
    let context = context(call)?;
    let json = body(call)?;
    speaks::<K>(&json)?;
    let id = K::write(&context, None, &json)?;
    Ok(shown::<K>(call, &context, id)?.code(201))
}

fn put<K: Kind>(call: &Call) -> Answer {
    let context = context(call)?;
    let id = id(call)?;
    unchanged::<K>(call, &context, id)?;
    let json = body(call)?;
    speaks::<K>(&json)?;
    K::write(&context, Some(id), &json)?;
    shown::<K>(call, &context, id)
}

fn patch<K: Kind>(call: &Call) -> Answer {
    let context = context(call)?;
    let id = id(call)?;
    let before = unchanged::<K>(call, &context, id)?;
    let after = patch::apply(&before, &body(call)?, K::FIXED)?;
    if after != before {
        K::write(&context, Some(id), &after)?;
    }
    shown::<K>(call, &context, id)
}

fn delete<K: Kind>(call: &Call) -> Answer {
    let context = context(call)?;
    let id = id(call)?;
    unchanged::<K>(call, &context, id)?;
    K::delete(&context, id)?;
    Ok(Reply::status(204))
}

/// A resource names its schema.
fn speaks<K: Kind>(json: &Json) -> std::result::Result<(), Refusal> {
    let main = K::SCHEMAS.first().copied().unwrap_or_default();
    let named = filter::member(json, "schemas").and_then(Json::as_array);
    match named
        .is_some_and(|list| list.iter().any(|s| s.as_str().is_some_and(|s| s.eq_ignore_ascii_case(main))))
    {
        true => Ok(()),
        false => Err(Refusal::of(400, "invalidSyntax", &format!("schemas must name {main}"))),
    }
}

impl Context {
    /// `meta` of a resource.
    fn meta<K: Kind>(&self, id: i64, version: &str) -> Json {
        json!({
            "resourceType": K::NAME,
            "location": self.address::<K>(id),
            "version": version,
        })
    }

    fn address<K: Kind>(&self, id: i64) -> String {
        format!("{}{PREFIX}/{}/{}", self.base, K::PATH, encode(&id.to_string()))
    }
}

/// A text attribute: nothing where it is not sent or empty.
fn text(json: &Json, name: &str) -> std::result::Result<Option<String>, Refusal> {
    match filter::member(json, name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(text)) => Ok(Some(text.trim().to_string()).filter(|t| !t.is_empty())),
        // Personnel numbers are sometimes sent as numbers.
        Some(Json::Number(number)) => Ok(Some(number.to_string())),
        Some(_) => Err(Refusal::of(400, "invalidValue", &format!("{name} must be a text"))),
    }
}

/// A yes or no; some clients send it as a text.
fn flag(json: &Json, name: &str) -> std::result::Result<Option<bool>, Refusal> {
    match filter::member(json, name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Bool(yes)) => Ok(Some(*yes)),
        Some(Json::String(text)) if text.eq_ignore_ascii_case("true") => Ok(Some(true)),
        Some(Json::String(text)) if text.eq_ignore_ascii_case("false") => Ok(Some(false)),
        Some(_) => Err(Refusal::of(400, "invalidValue", &format!("{name} must be true or false"))),
    }
}
