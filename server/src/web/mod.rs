//! HTTP: sockets are asynchronous, everything else is plain code on blocking threads. One handler serves every address:
//! host → tenant, cookie or key → account, path → route, route → handler of a crate that knows no socket.

mod answer;
mod assets;
mod cookies;
mod cors;
mod door;
mod errors;
mod health;
mod join;
mod oauth;
mod receive;
pub(crate) mod sign_in;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use talang_engine::Installation;
use talang_http::{Reply, Route, Router};
use talang_identity::Identity;
use talang_webhook::Outlet;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate, SizeAbove};

use crate::config::Config;
use crate::log;
use crate::workers::Workers;

pub use errors::error_reply;

/// Requests that run at the same time at most; more wait.
const BLOCKING: usize = 128;
/// How long running requests are waited for when the program ends.
const GRACE: Duration = Duration::from_secs(30);

/// Bytes below which an answer is sent as it is: it would hardly get smaller, and tokens are among the small ones.
const WORTH_COMPRESSING: u64 = 1_024;

/// The running program as HTTP sees it.
pub struct App {
    /// Databases, registry, clock.
    pub installation: Arc<Installation>,
    /// Accounts.
    pub identity: Arc<Identity>,
    /// Every route.
    pub router: Router,
    /// Configuration.
    pub config: Config,
    /// Begins the numbers of this process's requests.
    prefix: String,
    count: AtomicU64,
}

/// The server's own routes: signing in and out, the password, the language, the cookies.
pub fn routes() -> Vec<Route> {
    [sign_in::routes(), oauth::routes(), cookies::routes()].concat()
}

impl App {
    /// The program over an installation.
    ///
    /// # Errors
    /// `internal`: the machine gives no random numbers.
    pub fn new(installation: Arc<Installation>, config: Config) -> talang_engine::Result<Arc<App>> {
        let mut random = [0; 4];
        let _ = getrandom::fill(&mut random);
        let internal = |_| talang_catalogue::Fault::new("internal");
        let trust = config.trust().map_err(internal)?;
        talang_federation::allow_internal(config.internal_providers);
        talang_federation::believe(trust.clone());
        let identity = Identity::new(config.identity())?;
        identity.install();
        let post = config.post().map_err(internal)?;
        let apart = |i: &_, t: &_, host: &str| Ok(talang_careers::site_of_host(i, t, host)?.is_some());
        installation.provide(Arc::new(post.knowing(apart)));
        installation.provide(talang_files::Files::new(config.files.clone()));
        installation.provide(Outlet::new(&config.webhooks, &trust).map_err(internal)?);
        installation.provide(Arc::new(talang_clients::webhooks::dialect()));
        crate::scanner::install(&installation, &config.scanner);
        let mut routes = crate::modules::routes();
        if config.mail.transport == talang_mail::Transport::Catcher {
            routes.extend(crate::screens::caught::routes());
        }
        Ok(Arc::new(App {
            identity,
            router: Router::new(routes),
            prefix: talang_store::attachments::hex(&random),
            count: AtomicU64::new(0),
            installation,
            config,
        }))
    }

    fn next_request(&self) -> String {
        format!("{}-{:06x}", self.prefix, self.count.fetch_add(1, Ordering::Relaxed))
    }
}

/// What was decided about a request, for the log: never a path with keys in it, only the route's pattern.
#[derive(Clone, Default)]
struct Trace {
    tenant: String,
    route: &'static str,
}

/// Serves until the process is told to end, then finishes what is running.
///
/// # Errors
/// The address cannot be listened on, or the runtime cannot start.
pub fn serve(app: Arc<App>, ready: impl FnOnce(SocketAddr)) -> std::io::Result<()> {
    raise_file_limit();
    log::quiet_panics();
    let workers = Workers::start(&app.installation, app.config.workers, &app.config.siem)?;
    let files =
        talang_files::Server::start(&app.installation, &app.identity).map_err(std::io::Error::other)?;
    if let Some(files) = &files {
        for (event, address) in [("listening-sftp", files.sftp()), ("listening-ftps", files.ftps())] {
            if let Some(address) = address {
                log::line("info", event, &[("address", address.to_string().into())]);
            }
        }
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(BLOCKING)
        .thread_name("http")
        .build()?;
    let result = runtime.block_on(async {
        let asked = ending();
        let listener = TcpListener::bind(app.config.listen).await?;
        let address = listener.local_addr()?;
        log::line("info", "listening", &[("address", address.to_string().into())]);
        ready(address);
        let service = axum::Router::new()
            .fallback(handle)
            // Beyond this level pages take twice the time for a twentieth less of bytes.
            .layer(
                CompressionLayer::new()
                    .quality(tower_http::CompressionLevel::Precise(4))
                    .compress_when(DefaultPredicate::new().and(SizeAbove::new(WORTH_COMPRESSING))),
            )
            .layer(axum::middleware::map_response(weak_where_compressed))
            .with_state(app.clone())
            .into_make_service_with_connect_info::<SocketAddr>();
        let (told, mut tell) = tokio::sync::watch::channel(false);
        let ended = async move {
            asked.await;
            log::line("info", "ending", &[]);
            let _ = told.send(true);
        };
        let server = axum::serve(listener, service).with_graceful_shutdown(ended);
        tokio::select! {
            result = async { server.await } => result,
            () = async {
                let _ = tell.wait_for(|told| *told).await;
                tokio::time::sleep(GRACE).await;
            } => Ok(()),
        }
    });
    drop(files);
    workers.end();
    if let Err(error) = app.identity.write_counts(&app.installation, None) {
        log::line("error", "storage", &[("error", error.to_string().into())]);
    }
    runtime.shutdown_timeout(Duration::from_secs(5));
    result
}

/// The bytes of a compressed answer are others than those of the file: its entity tag says so (RFC 9110 § 8.8.3), and nobody
/// joins a part of one to a part of the other.
async fn weak_where_compressed(mut response: Response) -> Response {
    use axum::http::header::{CONTENT_ENCODING, ETAG};
    if response.headers().contains_key(CONTENT_ENCODING)
        && let Some(tag) = response.headers().get(ETAG).and_then(|t| t.to_str().ok())
        && tag.starts_with('"')
        && let Ok(weak) = HeaderValue::from_str(&format!("W/{tag}"))
    {
        response.headers_mut().insert(ETAG, weak);
    }
    response
}

/// Resolves when the process is asked to end. It listens for that from the call on, not only from the first time it is polled: whoever is
/// told that the server is there may end it at once.
fn ending() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
    async move {
        let (Ok(mut term), Ok(mut int)) = signals else { return std::future::pending().await };
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
    }
}

/// Each open tenant holds several files: the soft limit of most systems is too low for hundreds of them.
fn raise_file_limit() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    const WANTED: u64 = 65_536;
    let mut limit = getrlimit(Resource::Nofile);
    let Some(now) = limit.current else { return };
    let wanted = limit.maximum.map_or(WANTED, |most| most.min(WANTED));
    if now < wanted {
        limit.current = Some(wanted);
        if setrlimit(Resource::Nofile, limit).is_err() {
            log::line("warn", "file-limit", &[("limit", now.into())]);
        }
    }
}

/// Every request.
async fn handle(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: axum::extract::Request,
) -> Response {
    let begun = Instant::now();
    let path = request.uri().path();
    if let Some(name) = path.strip_prefix(talang_web::PREFIX) {
        return secured(assets::answer(name, request.headers()), app.config.https);
    }
    match path {
        "/health/live" => return secured(health::live(), app.config.https),
        "/health/ready" => return secured(health::ready(&app).await, app.config.https),
        _ => {}
    }
    let method = request.method().as_str().to_string();
    let id = app.next_request();
    let (reply, trace, https) = door::answer(&app, peer, &id, request).await;
    let status = reply.status;
    let mut response = secured(answer::response(reply), https);
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), value);
    }
    let milliseconds = begun.elapsed().as_micros() as f64 / 1000.0;
    log::line(
        if status >= 500 { "error" } else { "info" },
        "request",
        &[
            ("request", id.into()),
            ("tenant", trace.tenant.into()),
            ("method", method.into()),
            ("route", trace.route.into()),
            ("status", status.into()),
            ("ms", ((milliseconds * 10.0).round() / 10.0).into()),
        ],
    );
    response
}

/// What every answer says to browsers, whatever it is.
fn secured(mut response: Response, https: bool) -> Response {
    const ALWAYS: [(&str, &str); 7] = [
        (
            "content-security-policy",
            "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'; font-src 'self'; \
             connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        ),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ];
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    // What belongs to a signed-in person is not left behind on a shared machine.
    headers.entry("cache-control").or_insert(HeaderValue::from_static("no-store"));
    if https {
        headers.insert("strict-transport-security", HeaderValue::from_static("max-age=31536000"));
    }
    response
}

/// Anything as a reply of that tenant-less kind.
fn plain(status: u16, text: &str) -> Reply {
    Reply::bytes("text/plain; charset=utf-8", text).code(status)
}
