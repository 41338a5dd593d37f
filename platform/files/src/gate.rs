//! How many connections there may be: in all, from one source, and of those that have not signed in. A flood takes a
//! bounded number of sockets, and leaves room for others.

use std::collections::HashMap;
use std::net::{IpAddr, Shutdown, SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

/// Connections from one source that have not signed in.
const MOST_WAITING: usize = 10;

#[derive(Default)]
struct Count {
    all: usize,
    waiting: usize,
}

#[derive(Default)]
struct Counts {
    total: Count,
    sources: HashMap<u128, Count>,
}

/// See the module.
pub(crate) struct Gate {
    most: usize,
    most_per_source: usize,
    counts: Mutex<Counts>,
}

/// A connection's place; it is free again when this is dropped.
pub(crate) struct Place {
    gate: Arc<Gate>,
    source: u128,
    waiting: bool,
}

impl Gate {
    pub(crate) fn new(most: usize, most_per_source: usize) -> Arc<Gate> {
        Arc::new(Gate { most, most_per_source, counts: Mutex::default() })
    }

    /// A place for a connection, if there is one.
    pub(crate) fn enter(self: &Arc<Gate>, address: IpAddr) -> Option<Place> {
        let source = source(address);
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let Counts { total, sources } = &mut *counts;
        // A quarter is kept for those who have signed in.
        if total.all >= self.most || total.waiting >= (self.most - self.most / 4).max(1) {
            return None;
        }
        let here = sources.entry(source).or_default();
        if here.all >= self.most_per_source || here.waiting >= MOST_WAITING.min(self.most_per_source) {
            return None;
        }
        for count in [total, here] {
            count.all += 1;
            count.waiting += 1;
        }
        Some(Place { gate: self.clone(), source, waiting: true })
    }
}

impl Place {
    /// The connection has signed in.
    pub(crate) fn signed_in(&mut self) {
        if std::mem::take(&mut self.waiting) {
            let mut counts = self.gate.counts.lock().unwrap_or_else(PoisonError::into_inner);
            counts.total.waiting = counts.total.waiting.saturating_sub(1);
            if let Some(here) = counts.sources.get_mut(&self.source) {
                here.waiting = here.waiting.saturating_sub(1);
            }
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.signed_in();
        let mut counts = self.gate.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.total.all = counts.total.all.saturating_sub(1);
        if let Some(here) = counts.sources.get_mut(&self.source) {
            here.all = here.all.saturating_sub(1);
            if here.all == 0 {
                counts.sources.remove(&self.source);
            }
        }
    }
}

/// What one client has at its disposal: an IPv4 address, or the 64 bits that IPv6 gives to a line.
fn source(address: IpAddr) -> u128 {
    match address.to_canonical() {
        IpAddr::V4(a) => u128::from(a.to_bits()),
        IpAddr::V6(a) => a.to_bits() & !u128::from(u64::MAX),
    }
}

/// The other end of a connection's socket, to cut it off whatever its task is doing.
#[derive(Clone)]
pub(crate) struct Cutter(Arc<Mutex<Vec<TcpStream>>>);

impl Cutter {
    /// Of that socket, which then belongs to the runtime.
    pub(crate) fn of(stream: tokio::net::TcpStream) -> std::io::Result<(tokio::net::TcpStream, Cutter)> {
        let cutter = Cutter(Arc::default());
        let stream = cutter.add(stream)?;
        Ok((stream, cutter))
    }

    /// Another socket of the same client goes with it.
    pub(crate) fn add(&self, stream: tokio::net::TcpStream) -> std::io::Result<tokio::net::TcpStream> {
        let stream = stream.into_std()?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(stream.try_clone()?);
        tokio::net::TcpStream::from_std(stream)
    }

    /// Forgets sockets but the first.
    pub(crate) fn only_first(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).truncate(1);
    }

    /// Cuts them off.
    pub(crate) fn cut(&self) {
        for stream in self.0.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

/// Without the port, IPv4 in its own clothes: as it is written down.
pub(crate) fn written(address: SocketAddr) -> String {
    address.ip().to_canonical().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_gets_a_part_and_leaves_room_for_others() {
        let gate = Gate::new(40, 12);
        let one: IpAddr = "192.0.2.1".parse().unwrap();
        let mut held: Vec<Place> = (0..1000).filter_map(|_| gate.enter(one)).collect();
        assert_eq!(held.len(), MOST_WAITING, "of those that have not signed in");
        held.iter_mut().for_each(Place::signed_in);
        held.extend((0..1000).filter_map(|_| gate.enter(one)));
        assert_eq!(held.len(), 12, "in all");
        assert!(gate.enter("192.0.2.2".parse().unwrap()).is_some());
        // An IPv6 line has 2^64 addresses and is one source.
        let line: Vec<Place> =
            (0..99).filter_map(|n| gate.enter(format!("2001:db8::{n}").parse().unwrap())).collect();
        assert_eq!(line.len(), MOST_WAITING);
        // However many sources: a quarter is kept for those who sign in.
        let flood: Vec<Place> = (0..200u8).filter_map(|n| gate.enter([198, 51, 100, n].into())).collect();
        let waiting = line.len() + flood.len() + 2;
        assert_eq!(waiting, 30);
        drop((held, line, flood));
        assert!(gate.counts.lock().unwrap().sources.is_empty(), "nothing is left behind");
    }
}
