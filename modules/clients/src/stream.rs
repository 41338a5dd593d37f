//! Long answers are made a page at a time while they are sent, so that memory stays flat.

use std::collections::VecDeque;
use std::io::Read;

use serde_json::Value as Json;
use talang_engine::{Result, Scope};
use talang_http::{Body, Reply};

/// Where the entries of an answer come from.
pub(crate) trait Pages: Send {
    /// The next entries; nothing after the last. A page may be empty and not be the last.
    fn next(&mut self, scope: &Scope) -> Result<Option<Vec<Json>>>;
}

/// An answer that is an array of entries.
///
/// # Errors
/// Those of the first page; later ones break the connection off, so that nobody takes a part for the whole.
pub(crate) fn array(scope: &Scope, mut pages: impl Pages + 'static) -> Result<Reply> {
    let mut ready = VecDeque::from(*b"[");
    let first = pages.next(scope)?;
    let ended = first.is_none();
    let mut begun = false;
    push(&mut ready, &mut begun, first.unwrap_or_default());
    if ended {
        ready.push_back(b']');
    }
    let array = Array { scope: scope.clone(), pages: Box::new(pages), ready, begun, ended };
    let mut reply = Reply::status(200).with("content-type", "application/json");
    reply.body = Body::Stream(Box::new(array));
    Ok(reply.with("vary", "accept-language").with("content-language", scope.language().code()))
}

struct Array {
    scope: Scope,
    pages: Box<dyn Pages>,
    ready: VecDeque<u8>,
    begun: bool,
    ended: bool,
}

fn push(ready: &mut VecDeque<u8>, begun: &mut bool, entries: Vec<Json>) {
    for entry in entries {
        if std::mem::replace(begun, true) {
            ready.push_back(b',');
        }
        ready.extend(entry.to_string().into_bytes());
    }
}

impl Read for Array {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.ready.is_empty() && !self.ended {
            match self.pages.next(&self.scope).map_err(|e| std::io::Error::other(e.to_string()))? {
                Some(entries) => push(&mut self.ready, &mut self.begun, entries),
                None => {
                    self.ended = true;
                    self.ready.push_back(b']');
                }
            }
        }
        self.ready.read(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_separated_whatever_the_pages() {
        for (pages, text) in [
            (vec![], "[]"),
            (vec![vec![]], "[]"),
            (vec![vec![1], vec![]], "[1]"),
            (vec![vec![], vec![1, 2], vec![], vec![3]], "[1,2,3]"),
        ] {
            let (mut ready, mut begun) = (VecDeque::from(*b"["), false);
            for page in pages {
                push(&mut ready, &mut begun, page.into_iter().map(Json::from).collect());
            }
            ready.push_back(b']');
            assert_eq!(String::from_utf8(ready.into()).unwrap(), text);
        }
    }
}
