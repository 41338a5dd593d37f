//! One request, from host name to reply: tenant, account, language, day, route, right, handler.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Body;
use jiff::civil::Date;
use talang_catalogue::{Culture, Fault, Language};
use talang_engine::{Action, Actor, Door, Error, Scope, Tenant};
use talang_http::cookies::{LANGUAGE, SESSION};
use talang_http::{Access, Call, Method, Reply, Request, Route, Session, encode};
use talang_identity::{Live, Population, Program, Quota, Stage};

use super::errors::{Reader, error_reply, sentences, unknown_tenant};
use super::sign_in::detour;
use super::{App, Trace, cors, join, plain, receive};

/// Under here, refusals are problem documents and programs come with keys.
const API: &str = "/api/";

/// Doors that an application's code and key open as login and password.
const PAIRS: [&str; 2] = [talang_interchange::odata::PREFIX, talang_soap::PREFIX];

/// What the path leads to: a route with what its names matched, or the methods that the path knows.
type Found = Result<(Route, HashMap<String, String>), Vec<Method>>;

/// Answers a request. Says besides what it was, for the log, and whether it came by HTTPS.
pub(super) async fn answer(
    app: &Arc<App>,
    peer: SocketAddr,
    id: &str,
    request: axum::extract::Request,
) -> (Reply, Trace, bool) {
    let (parts, body) = request.into_parts();
    let origin = receive::origin(&app.config, peer, &parts.headers);
    let https = origin.https;
    if parts.uri.path().starts_with(API) && cors::is_question(&parts.method, &parts.headers) {
        let question = receive::head(Method::Get, &parts, origin);
        return (asked(app, id, question).await, Trace::default(), https);
    }
    let Some(method) = Method::parse(parts.method.as_str()) else {
        let known = app.router.methods(parts.uri.path());
        let allowed = match known.is_empty() {
            true => "GET, HEAD, POST, PUT, PATCH, DELETE".to_string(),
            false => Method::allow(&known),
        };
        return (plain(405, "Method not allowed\n").with("allow", allowed), Trace::default(), https);
    };
    if origin.clear {
        let request = receive::head(method, &parts, origin);
        return (in_clear(app, id, &request), Trace::default(), https);
    }
    let mut request = receive::head(method, &parts, origin);
    led_to_site(app, &mut request).await;
    if join::is_here(&request.path) {
        return (joined(app, id, request).await, Trace { tenant: String::new(), route: join::HERE }, https);
    }
    let found = app.router.find(method, &request.path);
    let mut trace =
        Trace { tenant: String::new(), route: found.as_ref().map_or("", |(route, _)| route.pattern) };
    let (reply, tenant) = match &found {
        Ok((route, _)) if route.upload => uploaded(app, id, request, found, body).await,
        _ => at_once(app, id, request, found, body).await,
    };
    trace.tenant = tenant;
    (reply, trace, https)
}

/// On a host name of a career site every path is one of that site's: nothing else of the program is reached by it (T10).
async fn led_to_site(app: &Arc<App>, request: &mut Request) {
    let host = request.header("host").unwrap_or_default();
    if app.installation.is_sub_domain(host, &app.config.base_domain) {
        return;
    }
    let (here, host) = (app.clone(), host.to_string());
    let asked = tokio::task::spawn_blocking(move || {
        let tenant = here.installation.tenant_of_host(&host, &here.config.base_domain).ok()?;
        talang_careers::site_of_host(&here.installation, &tenant, &host).ok()?
    });
    if let Ok(Some(site)) = asked.await {
        request.path = talang_careers::path_of(&site, &request.path);
        request.headers.insert(talang_careers::OWN_HOST.to_string(), site);
    }
}

/// Answers a request that came in clear to an installation that takes HTTPS only (O4, T8). A page is asked for again by HTTPS;
/// everything else is refused before its credentials are looked at: led on silently, a program would go on to send them so.
fn in_clear(app: &App, id: &str, request: &Request) -> Reply {
    let host = request.header("host").unwrap_or_default();
    let host =
        host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name);
    let named = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.[]:".contains(&b));
    if named && request.method == Method::Get && !request.path.starts_with(API) {
        let here = request.header(":path").unwrap_or("/");
        return Reply::status(308)
            .with("location", format!("https://{host}{here}"))
            .with("cache-control", "no-store");
    }
    let culture = culture(request, None, Culture::of(Language::En));
    error_reply(&app.installation, &Reader::of(request, culture, id), &Fault::new("request.clear").into())
}

/// A browser's question whether a page of another website may call.
async fn asked(app: &Arc<App>, id: &str, question: Request) -> Reply {
    let here = app.clone();
    let work = move || {
        let host = question.header("host").unwrap_or_default();
        let Ok(tenant) = here.installation.tenant_of_host(host, &here.config.base_domain) else {
            return (plain(404, "Not found\n"), String::new());
        };
        let origin = question.header("origin").unwrap_or_default();
        let reply = cors::answer(&here, &tenant, &question.path, origin, &question.address);
        (reply, String::new())
    };
    blocking(id.to_string(), work).await.0
}

/// The page that belongs to no tenant.
async fn joined(app: &Arc<App>, id: &str, request: Request) -> Reply {
    if request.method != Method::Get {
        return plain(405, "Method not allowed\n").with("allow", Method::allow(&[Method::Get]));
    }
    let (app, name) = (app.clone(), id.to_string());
    blocking(id.to_string(), move || (join::answer(&app, &request, &name), String::new())).await.0
}

/// The usual way: the body is read, then one blocking thread does everything.
async fn at_once(
    app: &Arc<App>,
    id: &str,
    mut request: Request,
    found: Found,
    body: Body,
) -> (Reply, String) {
    let bulk = found.as_ref().is_ok_and(|(route, _)| route.pattern.ends_with("/bulk"));
    let most =
        if bulk { talang_interchange::rest::BULK_BODY_LIMIT as u64 } else { app.config.most_body_kib << 10 };
    let read = receive::body(&mut request, body, most).await;
    let (app, id) = (app.clone(), id.to_string());
    blocking(id.clone(), move || {
        // Programs that speak SOAP may say in the message who they are.
        talang_soap::credentials(&mut request);
        let entered = match enter(&app, request, found, &id, read.is_ok()) {
            Ok(entered) => entered,
            Err(refused) => return refused,
        };
        match read {
            Ok(()) => entered.run(&app),
            Err(error) => entered.refuse(&app, &error),
        }
    })
    .await
}

/// Large bodies: nobody may send one who may not come in.
async fn uploaded(app: &Arc<App>, id: &str, request: Request, found: Found, body: Body) -> (Reply, String) {
    let (here, name) = (app.clone(), id.to_string());
    let entered = tokio::task::spawn_blocking(move || enter(&here, request, found, &name, false)).await;
    let mut entered = match entered {
        Ok(Ok(entered)) => entered,
        Ok(Err(refused)) => return refused,
        Err(_) => return (panicked(id), String::new()),
    };
    let received = receive::upload(&app.config, id, &mut entered.call.request, body).await;
    let app = app.clone();
    blocking(id.to_string(), move || match received {
        Ok(file) => {
            let reply = entered.run(&app);
            drop(file);
            reply
        }
        Err(error) => entered.refuse(&app, &error),
    })
    .await
}

/// Runs plain code on a thread that may wait; a panic there is a failure of this request and of nothing else.
async fn blocking(id: String, work: impl FnOnce() -> (Reply, String) + Send + 'static) -> (Reply, String) {
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(_) => (panicked(&id), String::new()),
    }
}

fn panicked(id: &str) -> Reply {
    plain(
        500,
        &format!("Something went wrong on our side. The error has been recorded under the number {id}.\n"),
    )
}

/// A request that may come in.
struct Entered {
    call: Call,
    route: Route,
    /// What is left of a program's day.
    quota: Option<Quota>,
    /// The other website whose page called and may read the reply.
    website: Option<String>,
}

impl Entered {
    fn run(self, app: &App) -> (Reply, String) {
        let handler = self.route.handler;
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| handler(&self.call)));
        let result = result.unwrap_or_else(|_| Err(Fault::new("internal").into()));
        // A12: what cannot be noted is not shown.
        let result = result.and_then(|reply| {
            talang_engine::sight::flush_pressing(&app.installation, self.call.scope.tenant())?;
            Ok(reply)
        });
        match result {
            Ok(reply) => {
                let reply = told(keep_choices(reply, &self.call), self.quota);
                let reply = readable(reply, self.website.as_deref());
                (reply, self.call.scope.tenant().id().to_string())
            }
            Err(error) => self.refuse(app, &error),
        }
    }

    fn refuse(&self, app: &App, error: &Error) -> (Reply, String) {
        if error.is("session.confirm") && !self.call.request.path.starts_with(API) {
            let tenant = self.call.scope.tenant().id().to_string();
            return (detour(&self.call, self.route.upload), tenant);
        }
        let reply = told(self.refusal(app, error), self.quota);
        let reply = readable(reply, self.website.as_deref());
        (reply, self.call.scope.tenant().id().to_string())
    }

    /// A visitor of a career site stays on it, whatever happens; everybody else reads a page of the program.
    fn refusal(&self, app: &App, error: &Error) -> Reply {
        let call = &self.call;
        let reader = Reader::of(&call.request, call.scope.culture, &call.scope.request);
        let plain = error_reply(&app.installation, &reader, error);
        if !self.route.pattern.starts_with(talang_careers::PREFIX) {
            return plain;
        }
        let sentences = sentences(&app.installation, call.scope.culture.language, error);
        match talang_careers::refusal(call, plain.status, &sentences) {
            Ok(mut page) => {
                page.headers.extend(plain.headers.into_iter().filter(|(name, _)| name == "retry-after"));
                page
            }
            Err(_) => plain,
        }
    }
}

/// Decides whether and as whom a request comes in; `whole` says that the body is there and may hold the token against
/// forged requests.
fn enter(
    app: &App,
    request: Request,
    found: Found,
    id: &str,
    whole: bool,
) -> Result<Entered, (Reply, String)> {
    let installation = &app.installation;
    let host = request.header("host").unwrap_or_default().to_string();
    let spoken = || Language::from_accept_language(request.header("accept-language").unwrap_or_default());
    let tenant = installation.tenant_of_host(&host, &app.config.base_domain).map_err(|error| {
        let language =
            request.query("lang").and_then(Language::parse).or_else(spoken).unwrap_or(Language::En);
        let reader = Reader::of(&request, Culture::of(language), id);
        let reply = match error {
            Error::Storage(talang_store::Error::UnknownTenant(_)) => {
                unknown_tenant(installation, &reader, &host, &app.config.base_domain)
            }
            error => error_reply(installation, &reader, &error),
        };
        (reply, String::new())
    })?;
    let name = tenant.id().to_string();
    let api = request.path.starts_with(API);
    let caller = caller(app, &tenant, &request, api);
    let culture = culture(&request, caller.as_ref().ok().and_then(Caller::culture), tenant.culture());
    let bearer = bearer(&request).is_some();
    let website = if api {
        website(app, &tenant, &request, &caller)
            .map_err(|e| (error_reply(installation, &Reader::of(&request, culture, id), &e), name.clone()))?
    } else {
        None
    };
    let refuse = |error: Error| {
        let mut reply = error_reply(installation, &Reader::of(&request, culture, id), &error);
        for (header, value) in &mut reply.headers {
            if bearer && header == "www-authenticate" {
                *value = "Bearer realm=\"talang\", error=\"invalid_token\"".to_string();
            }
        }
        (readable(reply, website.as_deref()), name.clone())
    };
    let mut caller = caller.map_err(refuse)?;
    let visitor = found.as_ref().is_ok_and(|(route, _)| route.access == Access::Visitor);
    if visitor {
        caller = match caller {
            Caller::Browser(live) if live.stage == Stage::Full => {
                let may = tenant.may_come(live.actor.id(), &request.address);
                if may.is_ok_and(|asked| !asked) { Caller::Browser(live) } else { Caller::Nobody }
            }
            _ => Caller::Nobody,
        };
    }
    // An identity provider's own servers come from anywhere; whoever it vouches for does not.
    if !visitor && (!caller.is_nobody() || !found.as_ref().is_ok_and(|(route, _)| route.from_elsewhere)) {
        let asked = tenant.may_come(caller.actor().id(), &request.address).map_err(refuse)?;
        if let Caller::Browser(live) = &mut caller
            && asked
        {
            live.ask();
        }
    }
    let (route, params) = match found {
        Ok(found) => found,
        Err(methods) if methods.is_empty() => return Err(refuse(missing())),
        Err(methods) => return Err((not_allowed(app, &request, culture, &methods, id), name)),
    };
    if let Caller::Browser(live) = &caller
        && !live.stage.reaches(route.pattern)
    {
        // Before rights are looked at: a session that lacks something learns nothing by what is refused.
        match route.access {
            // Whoever has not shown the second factor is nobody yet.
            Access::Public if live.stage == Stage::SecondFactor => caller = Caller::Nobody,
            Access::Public => {}
            _ => return Err((lacks_first(&request, api, live.stage, refuse), name)),
        }
    }
    let mut scope =
        Scope::new(installation, &tenant, caller.actor(), if api { Door::Rest } else { Door::Screen });
    scope.culture = culture;
    scope.request = id.to_string();
    scope.address.clone_from(&request.address);
    scope.limit = caller.program().and_then(|p| p.limit.clone());
    scope.client = caller.program().map(|p| p.client);
    // The interface reads its own asOf (which may also be "all"), and takes no day from a screen's address.
    if !api {
        scope.as_of = as_of(&request, scope.as_of).map_err(refuse)?;
    }
    if let Caller::Browser(live) = &caller {
        scope.stale = !live.recent;
    }
    if let Caller::Browser(live) = &caller
        && live.acting.is_some()
    {
        // Ended meanwhile: refused as a whole, so that nothing is done in one's own name by mistake.
        scope.resume_acting(&live.id).map_err(refuse)?;
    }
    if caller.is_nobody() && !route.access.is_open() {
        return Err((sign_in_first(&request, api, refuse), name));
    }
    may(&scope, route.access, &params).map_err(refuse)?;
    if request.method != Method::Get && !(route.from_elsewhere && route.access == Access::Public) {
        // A visitor has no session whose token a form could hold; browsers say where the form was sent from.
        let holder = if visitor { &Caller::Nobody } else { &caller };
        forged(&request, holder, whole).map_err(refuse)?;
    }
    let session = match &caller {
        Caller::Browser(live) => Some(Session {
            csrf: live.csrf.clone(),
            id: live.id.clone(),
            recent: live.recent,
            method: live.method.name(),
            stage: live.stage.name(),
            provider: live.provider.clone(),
        }),
        _ => None,
    };
    let quota = caller.program().map(|p| p.quota);
    let call = Call { installation: installation.clone(), scope, session, request, params };
    let entered = Entered { call, route, quota, website: website.clone() };
    // Large bodies are asked before they are sent.
    match route.confirmed.then(|| entered.call.require_recent()) {
        Some(Err(error)) => Err(entered.refuse(app, &error)),
        _ => Ok(entered),
    }
}

/// Who calls.
enum Caller {
    /// A browser with a session.
    Browser(Live),
    /// A program with a key or a token.
    Program(Program),
    /// Nobody known.
    Nobody,
}

impl Caller {
    fn actor(&self) -> Actor {
        match self {
            Caller::Browser(live) => live.actor.clone(),
            Caller::Program(program) => program.actor.clone(),
            Caller::Nobody => Actor::System,
        }
    }

    fn culture(&self) -> Option<&'static Culture> {
        match self {
            Caller::Browser(live) => live.culture,
            Caller::Program(program) => program.culture,
            Caller::Nobody => None,
        }
    }

    fn program(&self) -> Option<&Program> {
        match self {
            Caller::Program(program) => Some(program),
            _ => None,
        }
    }

    fn is_nobody(&self) -> bool {
        matches!(self, Caller::Nobody)
    }
}

fn caller(app: &App, tenant: &Arc<Tenant>, request: &Request, api: bool) -> Result<Caller, Error> {
    let (key, pair) = (request.header("x-api-key"), request.header("authorization"));
    if api && (key.is_some() || pair.is_some()) {
        // Where tokens are given, the header holds the client's credentials and is read by the handler.
        if super::oauth::gives_tokens(&request.path) {
            return Ok(Caller::Nobody);
        }
        let program = match bearer(request) {
            Some(token) if key.is_none() => {
                app.identity.bearer(&app.installation, tenant, token, &request.address)?
            }
            // Spreadsheets and SOAP know a login and a password: where tokens are given for the key, it opens these doors by
            // itself.
            None if key.is_none() && PAIRS.iter().any(|door| request.path.starts_with(door)) => {
                let pair = pair.unwrap_or_default();
                app.identity.program_of_pair(&app.installation, tenant, pair, &request.address)?
            }
            // Both are needed (I10): one alone opens nothing.
            _ => {
                let (key, pair) = (key.unwrap_or_default(), pair.unwrap_or_default());
                app.identity.program(&app.installation, tenant, key, pair, &request.address)?
            }
        };
        return Ok(Caller::Program(program));
    }
    let Some(token) = SESSION.read(request) else { return Ok(Caller::Nobody) };
    let live = app.identity.session(&app.installation, tenant, token)?;
    // Candidates have the front office alone (T10): here they are strangers.
    let live = live.filter(|live| live.population == Population::Employees);
    Ok(live.map_or(Caller::Nobody, Caller::Browser))
}

/// The other website whose page calls, where it may read the answer: it is named by the application whose key it shows, or,
/// where nobody came in, by any of the tenant's, so that the page learns why.
fn website(
    app: &App,
    tenant: &Tenant,
    request: &Request,
    caller: &Result<Caller, Error>,
) -> Result<Option<String>, Error> {
    let Some(origin) = request.header("origin") else { return Ok(None) };
    let may = match caller {
        Ok(Caller::Program(program)) => cors::named(&program.origins, origin),
        Ok(Caller::Browser(_)) => false,
        Ok(Caller::Nobody) | Err(_) => app.identity.lets_website_call(tenant, origin)?,
    };
    Ok(may.then(|| origin.to_string()))
}

fn readable(reply: Reply, website: Option<&str>) -> Reply {
    match website {
        Some(origin) => cors::readable(reply.with("vary", "origin"), origin),
        None => reply,
    }
}

/// The token of the header `Authorization: Bearer …` (RFC 6750 §2.1).
fn bearer(request: &Request) -> Option<&str> {
    let (scheme, token) = request.header("authorization")?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Tells a program what is left of its day (I10).
fn told(reply: Reply, quota: Option<Quota>) -> Reply {
    let Some(quota) = quota else { return reply };
    reply
        .with("ratelimit-limit", quota.limit.to_string())
        .with("ratelimit-remaining", quota.remaining.to_string())
        .with("ratelimit-reset", quota.reset.to_string())
        .with(
            "ratelimit-policy",
            format!("\"day\";q={};w=86400, \"minute\";q={};w=60", quota.limit, quota.pace.limit),
        )
        .with(
            "ratelimit",
            format!(
                "\"day\";r={};t={}, \"minute\";r={};t={}",
                quota.remaining, quota.reset, quota.pace.remaining, quota.pace.reset
            ),
        )
}

/// The language that was just chosen, or chosen in this browser, or by the account, or that the browser asks for, or the
/// company's; written as the account or the company writes it where that is the same language.
fn culture(request: &Request, own: Option<&'static Culture>, company: &'static Culture) -> &'static Culture {
    let chosen = request.query("lang").or_else(|| LANGUAGE.read(request)).and_then(Language::parse);
    let asked = || Language::from_accept_language(request.header("accept-language").unwrap_or_default());
    let language = chosen.or(own.map(|c| c.language)).or_else(asked).unwrap_or(company.language);
    [own, Some(company)]
        .into_iter()
        .flatten()
        .find(|c| c.language == language)
        .unwrap_or_else(|| Culture::of(language))
}

/// The day for which dated data is read: from the address, or today.
fn as_of(request: &Request, today: Date) -> Result<Date, Error> {
    if let Some(text) = request.query("asOf").filter(|t| !t.is_empty()) {
        let wrong = || Fault::new("value.date").on("asOf").with("example", today);
        return text.parse().map_err(|_| wrong().into());
    }
    Ok(today)
}

fn missing() -> Error {
    Fault::new("record.not_found").with("object", "").into()
}

/// Whether the route's right is there. What one may not see is not there (404).
fn may(scope: &Scope, access: Access, params: &HashMap<String, String>) -> Result<(), Error> {
    let (named, action): (Result<&str, &str>, Action) = match access {
        Access::Public | Access::Visitor | Access::SignedIn => return Ok(()),
        Access::Right(name, action) => (Ok(name), action),
        Access::RightOnPath(action) => {
            (Err(params.get("object").map(String::as_str).unwrap_or_default()), action)
        }
    };
    // A tenant's own fields change what an object has, not which objects there are.
    let catalogue = scope.installation().registry().plain();
    let object = match named {
        Ok(name) => catalogue.object(name),
        Err(path) => catalogue.by_path(path),
    };
    let object = object.ok_or_else(missing)?.def.name;
    if scope.may(object, action)? {
        return Ok(());
    }
    // Who may read what the address names is told that there is more to it than they may do.
    if named.is_err() && scope.may(object, Action::Read)? {
        let fault = Fault::new("right.missing").with("action", action.name());
        return Err(fault.with("object", object).into());
    }
    Err(missing())
}

/// Refuses requests that another site made the browser send.
fn forged(request: &Request, caller: &Caller, whole: bool) -> Result<(), Error> {
    let refusal = || Err(Fault::new("csrf").into());
    if caller.program().is_some() {
        return Ok(());
    }
    // Every current browser says where a request was made; that covers the sign-in, which has no token yet.
    if request.header("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return refusal();
    }
    let host = request.header("host").unwrap_or_default();
    let elsewhere =
        |origin: &str| origin.split_once("://").is_none_or(|(_, rest)| !rest.eq_ignore_ascii_case(host));
    if request.header("origin").is_some_and(elsewhere) {
        return refusal();
    }
    let Caller::Browser(live) = caller else { return Ok(()) };
    let form =
        request.header("content-type").is_some_and(|t| t.starts_with("application/x-www-form-urlencoded"));
    let in_form = || {
        let fields = if whole && form { request.form() } else { Vec::new() };
        fields.into_iter().find(|(name, _)| name == "_csrf" || name == "csrf").map(|(_, value)| value)
    };
    let given = request.header("x-csrf-token").map(str::to_string).or_else(in_form).unwrap_or_default();
    if same(&given, &live.csrf) { Ok(()) } else { refusal() }
}

/// Compares without telling by its time how much is right.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differ, (x, y)| differ | (x ^ y)) == 0
}

/// Pages go to the sign-in and back; programs and parts of pages are told.
fn sign_in_first(request: &Request, api: bool, refuse: impl Fn(Error) -> (Reply, String)) -> Reply {
    let part = request.header("hx-request").is_some();
    if api || part || request.method != Method::Get {
        return refuse(Fault::new("sign_in.required").into()).0;
    }
    match address(request).as_str() {
        "/" => Reply::see_other("/sign-in"),
        here => Reply::see_other(&format!("/sign-in?next={}", encode(here))),
    }
}

/// A session that lacks something goes to the page of that, and then to where it wanted to go.
fn lacks_first(
    request: &Request,
    api: bool,
    stage: Stage,
    refuse: impl Fn(Error) -> (Reply, String),
) -> Reply {
    let Some(page) = stage.page().filter(|_| !api) else {
        return refuse(Fault::new("sign_in.required").into()).0;
    };
    match (request.header("hx-request"), request.method) {
        (Some(_), _) => Reply::status(200).with("hx-redirect", page),
        (None, Method::Get) if request.path != "/" => {
            Reply::see_other(&format!("{page}?next={}", encode(&address(request))))
        }
        _ => Reply::see_other(page),
    }
}

/// Path and query of a request.
fn address(request: &Request) -> String {
    let query: Vec<String> =
        request.query.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
    match query.is_empty() {
        true => request.path.clone(),
        false => format!("{}?{}", request.path, query.join("&")),
    }
}

fn not_allowed(
    app: &App,
    request: &Request,
    culture: &'static Culture,
    methods: &[Method],
    id: &str,
) -> Reply {
    if request.path.starts_with(API) {
        return talang_interchange::rest::method_not_allowed(
            methods,
            culture.language,
            app.installation.registry(),
        );
    }
    error_reply(&app.installation, &Reader::of(request, culture, id), &missing())
        .code(405)
        .with("allow", Method::allow(methods))
}

/// A language chosen in the address stays chosen in this browser.
fn keep_choices(reply: Reply, call: &Call) -> Reply {
    let Some(language) = call.request.query("lang").and_then(Language::parse) else { return reply };
    reply.with("set-cookie", LANGUAGE.set(call.request.https, language.code()))
}
