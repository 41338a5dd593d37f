//! Whose file an address leads to.

use talang_catalogue::Record;
use talang_engine::{Result, View};
use talang_recruiting::privacy::area::{Ticket, at_address};

/// The file of an address, however others wrote it.
pub(crate) fn file_of(v: &mut View<'_>, email: &str) -> Result<Option<Record>> {
    Ok(at_address(v, Ticket::Area, email)?.into_iter().next())
}
