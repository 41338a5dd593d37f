//! A request as it comes from the wire: where from, its head, its body.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use futures_util::StreamExt;
use talang_catalogue::Fault;
use talang_engine::Error;
use talang_http::{Method, Request, form_pairs};
use tokio::io::AsyncWriteExt;

use crate::config::Config;

/// Where a request comes from.
pub(super) struct Origin {
    pub address: String,
    pub https: bool,
    /// It came in clear to an installation that takes HTTPS only: what it shows, others may have read on the way.
    pub clear: bool,
}

/// The client's address: the socket's, or what the nearest trusted proxies say. Headers of anybody else are not believed.
pub(super) fn origin(config: &Config, peer: SocketAddr, headers: &HeaderMap) -> Origin {
    let trusted = |address: IpAddr| config.trusted_proxies.iter().any(|n| n.contains(address));
    let peer = peer.ip().to_canonical();
    if !trusted(peer) {
        // Past the proxy that ends TLS, to the door behind it; where nobody said which proxies there are, any may be one.
        let past = config.https && !config.trusted_proxies.is_empty() && !peer.is_loopback();
        return Origin { address: peer.to_string(), https: config.https, clear: past };
    }
    let mut client = peer;
    let lines = headers.get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok());
    let hops: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    // From the nearest on: the first that is no proxy of ours is the client; what stands before it, it may have made up.
    for hop in hops.iter().rev() {
        let Ok(address) = hop.parse::<IpAddr>() else { break };
        client = address.to_canonical();
        if !trusted(client) {
            break;
        }
    }
    let forwarded = headers.get("x-forwarded-proto").and_then(|v| v.to_str().ok());
    let clear = config.https && forwarded.is_some_and(|proto| proto != "https");
    Origin { address: client.to_string(), https: config.https || forwarded == Some("https"), clear }
}

/// A request without its body.
pub(super) fn head(method: Method, parts: &Parts, origin: Origin) -> Request {
    let mut headers: HashMap<String, String> = HashMap::new();
    for (name, value) in &parts.headers {
        // Browsers may split cookies over several lines (HTTP/2 through a proxy); other headers count once.
        let value = String::from_utf8_lossy(value.as_bytes());
        match headers.get_mut(name.as_str()) {
            Some(known) if name.as_str() == "cookie" => {
                known.push_str("; ");
                known.push_str(&value);
            }
            Some(_) => {}
            None => {
                headers.insert(name.as_str().to_string(), value.into_owned());
            }
        }
    }
    // The address as it was sent: signatures in addresses cover these very characters. No client can send such a name.
    let sent = parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    headers.insert(":path".to_string(), sent);
    Request {
        method,
        path: decoded(parts.uri.path()),
        query: form_pairs(parts.uri.query().unwrap_or_default()),
        headers,
        body: Vec::new(),
        upload: None,
        address: origin.address,
        https: origin.https,
    }
}

fn decoded(path: &str) -> String {
    // A plus sign stays itself in paths.
    form_pairs(&path.replace('&', "%26").replace('=', "%3D").replace('+', "%2B"))
        .into_iter()
        .next()
        .map(|(name, _)| name)
        .unwrap_or_else(|| "/".to_string())
}

fn too_large(most: u64) -> Error {
    let text = if most >= 1 << 20 { format!("{} MiB", most >> 20) } else { format!("{} KiB", most >> 10) };
    Fault::new("request.too_large").with("max", text).into()
}

fn broken() -> Error {
    Fault::new("request.invalid").with("detail", "body").into()
}

/// Whether the head announces more than `most` bytes.
fn announced(headers: &HashMap<String, String>) -> u64 {
    headers.get("content-length").and_then(|v| v.parse().ok()).unwrap_or_default()
}

/// Reads a body into memory.
///
/// # Errors
/// `request.too_large`, `request.invalid` when the connection breaks.
pub(super) async fn body(request: &mut Request, body: Body, most: u64) -> Result<(), Error> {
    if announced(&request.headers) > most {
        return Err(too_large(most));
    }
    let mut parts = body.into_data_stream();
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| broken())?;
        if (request.body.len() + part.len()) as u64 > most {
            return Err(too_large(most));
        }
        request.body.extend_from_slice(&part);
    }
    Ok(())
}

/// A file that goes when it is dropped, unless somebody has moved it away.
pub(super) struct Upload(PathBuf);

impl Drop for Upload {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Puts a body into a file of the data folder, as it comes.
///
/// # Errors
/// As [`body`]; `storage.failed` when the file cannot be written.
pub(super) async fn upload(
    config: &Config,
    id: &str,
    request: &mut Request,
    body: Body,
) -> Result<Upload, Error> {
    let most = config.most_upload_mib << 20;
    if announced(&request.headers) > most {
        return Err(too_large(most));
    }
    let failed = |error: std::io::Error| Error::Storage(error.into());
    let folder = config.data.join("uploads");
    tokio::fs::create_dir_all(&folder).await.map_err(failed)?;
    let path = folder.join(format!("{id}.part"));
    let mut file = tokio::fs::File::create(&path).await.map_err(failed)?;
    let upload = Upload(path.clone());
    let mut parts = body.into_data_stream();
    let mut size = 0;
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| broken())?;
        size += part.len() as u64;
        if size > most {
            return Err(too_large(most));
        }
        file.write_all(&part).await.map_err(failed)?;
    }
    file.flush().await.map_err(failed)?;
    request.upload = Some(path);
    Ok(upload)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(trusted: &str, peer: &str, forwarded: &str) -> String {
        let config = Config::parse(&format!("trusted_proxies = [{trusted}]")).unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        origin(&config, format!("{peer}:1").parse().unwrap(), &headers).address
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(seen("", "192.0.2.1", "203.0.113.9"), "192.0.2.1");
        assert_eq!(seen("\"192.0.2.1\"", "192.0.2.1", "203.0.113.9"), "203.0.113.9");
        assert_eq!(seen("\"192.0.2.0/24\"", "192.0.2.1", "8.8.8.8, 203.0.113.9, 192.0.2.2"), "203.0.113.9");
        assert_eq!(seen("\"192.0.2.1\"", "192.0.2.1", "made up"), "192.0.2.1");
    }

    // O4, T8: what comes past the proxy that ends TLS, or in clear through it, is known to.
    #[test]
    fn what_comes_in_clear_to_an_installation_of_https_is_known() {
        let clear = |config: &str, peer: &str, proto: &str| {
            let config = Config::parse(config).unwrap();
            let mut headers = HeaderMap::new();
            if !proto.is_empty() {
                headers.insert("x-forwarded-proto", proto.parse().unwrap());
            }
            origin(&config, format!("{peer}:1").parse().unwrap(), &headers).clear
        };
        let both = "https = true\ntrusted_proxies = [\"10.0.0.0/8\"]";
        assert!(
            clear(both, "10.0.0.1", "http") && clear(both, "203.0.113.9", "https"),
            "nobody else is believed"
        );
        assert!(
            !clear(both, "10.0.0.1", "https") && !clear(both, "10.0.0.1", ""),
            "a proxy that says nothing"
        );
        assert!(!clear(both, "127.0.0.1", ""), "on the machine itself");
        assert!(!clear("https = true", "203.0.113.9", ""), "no proxy was named: any may be one");
        assert!(
            !clear("trusted_proxies = [\"10.0.0.0/8\"]", "10.0.0.1", "http"),
            "not an installation of HTTPS"
        );
    }

    #[test]
    fn paths_are_decoded_once() {
        assert_eq!(decoded("/a%20b/c+d"), "/a b/c+d");
        assert_eq!(decoded("/a&b=c%2525"), "/a&b=c%25");
        assert_eq!(decoded("/"), "/");
    }
}
