//! Import, export and formats.

use talang_engine::{Result, Scope};

/// Imports the standard library.
///
/// # Errors
/// What a line is refused for.
pub fn import_library(_scope: &Scope) -> Result<()> {
    Ok(())
}
