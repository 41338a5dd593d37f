//! Listening: one runtime for both protocols, apart from the one that answers browsers.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use talang_catalogue::{Fault, Language};
use talang_engine::{Error, Installation};
use talang_identity::Identity;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;

use crate::Files;
use crate::gate::{Gate, Place};
use crate::{ftps, sftp};

/// How long a client may take to sign in.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// A client that says nothing for so long is gone.
pub(crate) const IDLE: Duration = Duration::from_secs(600);
/// How often it is asked whether clients may still be here.
const ROUND: Duration = Duration::from_secs(1);
/// Threads for transfers: few, so that the pages keep their cores.
const THREADS: usize = 4;

/// What every connection needs.
pub(crate) struct House {
    pub installation: Arc<Installation>,
    pub identity: Arc<Identity>,
    pub files: Arc<Files>,
}

impl House {
    /// The sentence of a refusal. Protocols speak English.
    pub(crate) fn sentence(&self, error: &Error) -> String {
        let faults = error.faults();
        let internal = Fault::new("internal");
        let fault = faults.first().unwrap_or(&internal);
        self.installation.registry().messages.fault_text(Language::En, fault, "")
    }
}

/// The code of a refusal.
pub(crate) fn code(error: &Error) -> &'static str {
    error.faults().first().map_or("internal", |f| f.code)
}

/// Plain code that may wait for the disk or the database, on a thread of the runtime.
pub(crate) fn plain<R>(work: impl FnOnce() -> R) -> R {
    tokio::task::block_in_place(work)
}

/// The listening file server; it ends when this is dropped. Transfers that run are cut off: they can be continued.
pub struct Server {
    runtime: Option<Runtime>,
    /// Kept until the runtime has ended: the databases are closed outside of it.
    _house: Arc<House>,
    sftp: Option<SocketAddr>,
    ftps: Option<SocketAddr>,
}

impl Server {
    /// Listens as configured; nothing where no address is.
    ///
    /// # Errors
    /// A sentence: an address cannot be listened on, a key or certificate cannot be read.
    pub fn start(
        installation: &Arc<Installation>,
        identity: &Arc<Identity>,
    ) -> Result<Option<Server>, String> {
        let files = Files::of(installation);
        let options = files.options().clone();
        options.check()?;
        let sftp = options.sftp_address()?;
        let ftps = options.ftps_address()?;
        if sftp.is_none() && ftps.is_none() {
            return Ok(None);
        }
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .worker_threads(THREADS)
            .max_blocking_threads(64)
            .thread_name("files")
            .build()
            .map_err(|e| format!("cannot start the file server: {e}"))?;
        let gate = Gate::new(options.most_connections, options.most_per_address);
        let house = Arc::new(House {
            installation: installation.clone(),
            identity: identity.clone(),
            files: files.clone(),
        });
        let mut server = Server { runtime: None, _house: house.clone(), sftp: None, ftps: None };
        if let Some(address) = sftp {
            let config = sftp::config(&house)?;
            let listener = listen(&runtime, "files.sftp", address)?;
            server.sftp = listener.local_addr().ok();
            let house = house.clone();
            runtime.spawn(accept(listener, gate.clone(), move |stream, peer, place| {
                sftp::connection(house.clone(), config.clone(), stream, peer, place)
            }));
        }
        if let Some(address) = ftps {
            let renewing = Arc::new(ftps::Renewing::new(&options)?);
            let listener = listen(&runtime, "files.ftps", address)?;
            server.ftps = listener.local_addr().ok();
            let house = house.clone();
            runtime.spawn(accept(listener, gate, move |stream, peer, place| {
                ftps::connection(house.clone(), renewing.clone(), stream, peer, place)
            }));
        }
        let watched = house.clone();
        runtime.spawn(async move {
            loop {
                tokio::time::sleep(ROUND).await;
                plain(|| watched.files.cut_off(&watched.installation));
            }
        });
        server.runtime = Some(runtime);
        Ok(Some(server))
    }

    /// Where SFTP listens.
    pub fn sftp(&self) -> Option<SocketAddr> {
        self.sftp
    }

    /// Where FTPS listens.
    pub fn ftps(&self) -> Option<SocketAddr> {
        self.ftps
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(Duration::from_secs(3));
        }
    }
}

fn listen(runtime: &Runtime, key: &str, address: SocketAddr) -> Result<TcpListener, String> {
    runtime
        .block_on(TcpListener::bind(address))
        .map_err(|e| format!("{key}: cannot listen on {address}: {e}"))
}

/// Takes connections in, each with its place; those for which there is none are closed at once.
async fn accept<F>(
    listener: TcpListener,
    gate: Arc<Gate>,
    serve: impl Fn(TcpStream, SocketAddr, Place) -> F + Send + Sync + 'static,
) where
    F: Future<Output = ()> + Send + 'static,
{
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                if let Some(place) = gate.enter(peer.ip()) {
                    let _ = stream.set_nodelay(true);
                    tokio::spawn(serve(stream, peer, place));
                }
            }
            // No descriptor is left, or the client is gone: others may have better luck in a moment.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}
