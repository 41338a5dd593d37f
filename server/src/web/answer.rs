//! A handler's reply becomes a response on the wire.

use std::io::Read;

use axum::body::{Body, Bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use talang_http::Reply;

use crate::log;

/// Bytes that are read at once from a file or a stream.
const CHUNK: usize = 64 * 1024;

/// The response of a reply; files and streams are read on a blocking thread while they are sent.
pub(super) fn response(reply: Reply) -> Response {
    let body = match reply.body {
        talang_http::Body::Empty => Body::empty(),
        talang_http::Body::Bytes(bytes) => Body::from(bytes),
        talang_http::Body::File(path) => match std::fs::File::open(&path) {
            Ok(file) => streamed(Box::new(file)),
            Err(_) => {
                let mut missing = Response::new(Body::empty());
                *missing.status_mut() = StatusCode::NOT_FOUND;
                return missing;
            }
        },
        talang_http::Body::Stream(stream) => streamed(stream),
    };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in reply.headers {
        // A value that cannot be sent (a line end in it) is left out rather than splitting the response.
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// Sends what is read. A failure in the middle breaks the connection off, so that nobody takes a part for the whole.
fn streamed(mut source: Box<dyn Read + Send>) -> Body {
    let (sender, receiver) = tokio::sync::mpsc::channel::<Result<Bytes, std::io::Error>>(4);
    tokio::task::spawn_blocking(move || {
        loop {
            let mut chunk = vec![0; CHUNK];
            let part = match source.read(&mut chunk) {
                Ok(0) => return,
                Ok(count) => {
                    chunk.truncate(count);
                    Ok(Bytes::from(chunk))
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    log::line("error", "stream", &[("kind", error.kind().to_string().into())]);
                    Err(error)
                }
            };
            let failed = part.is_err();
            if sender.blocking_send(part).is_err() || failed {
                return;
            }
        }
    });
    let parts = futures_util::stream::unfold(receiver, |mut receiver| async {
        let part = receiver.recv().await?;
        Some((part, receiver))
    });
    // Compression asks once more after the end, which `unfold` alone answers with a panic.
    Body::from_stream(futures_util::StreamExt::fuse(parts))
}
