//! Whose file an address leads to.

use talang_catalogue::Record;
use talang_engine::{Filter, Op, Query, Result, View};
use talang_recruiting::text;

/// The file of an address in small letters, however others wrote it.
pub(crate) fn file_of(v: &mut View<'_>, email: &str) -> Result<Option<Record>> {
    let object = v.object("Candidate")?;
    let exact = Filter::test(&object, "email", Op::Is, vec![email.into()]);
    let query = Query { filter: Some(exact), limit: 1, ..Query::default() };
    if let Some(known) = v.list(&object, &query)?.records.into_iter().next() {
        return Ok(Some(known));
    }
    // Addresses that others wrote in capitals are the same.
    let query = Query { search: Some(email.to_string()), limit: 50, ..Query::default() };
    let found = v.list(&object, &query)?.records;
    Ok(found.into_iter().find(|r| text(r, "email").to_lowercase() == email))
}
