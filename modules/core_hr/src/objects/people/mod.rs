//! People: the employee and everything that is kept about one.

use talang_catalogue::ObjectDef;

/// The objects of this folder.
pub fn definitions() -> Vec<&'static ObjectDef> {
    Vec::new()
}
