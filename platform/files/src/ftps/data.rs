//! Data connections: a port for one of them, the client's own, inside TLS.

use std::io;
use std::net::{IpAddr, SocketAddr};

use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::server::TlsStream;

use super::{CALL, Config};
use crate::gate::Cutter;

/// A port that waits for a client's data connection.
pub(super) struct Passive(TcpListener);

impl Passive {
    /// Takes a free port of the range, by chance: the next one cannot be foretold.
    pub(super) async fn open(address: IpAddr, [first, last]: [u16; 2]) -> io::Result<Passive> {
        let mut random = [0; 4];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        let count = u32::from(last - first) + 1;
        let start = u32::from_ne_bytes(random) % count;
        for step in 0..count {
            let port = u16::try_from(u32::from(first) + (start + step) % count).unwrap_or(first);
            if let Ok(listener) = TcpListener::bind(SocketAddr::new(address, port)).await {
                return Ok(Passive(listener));
            }
        }
        Err(io::ErrorKind::AddrInUse.into())
    }

    pub(super) fn port(&self) -> u16 {
        self.0.local_addr().map_or(0, |a| a.port())
    }

    /// The connection of that client; others that knock are sent away.
    pub(super) async fn accept(
        self,
        client: IpAddr,
        config: &Config,
        cutter: &Cutter,
    ) -> io::Result<TlsStream<TcpStream>> {
        let connected = async {
            loop {
                let (stream, peer) = self.0.accept().await?;
                if peer.ip().to_canonical() == client.to_canonical() {
                    let _ = stream.set_nodelay(true);
                    return config.data.accept(cutter.add(stream)?).await;
                }
            }
        };
        tokio::time::timeout(CALL, connected).await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
    }
}
