//! Profiles: what people can do and would like to do.

use talang_catalogue::ObjectDef;

/// The objects of this folder.
pub fn definitions() -> Vec<&'static ObjectDef> {
    Vec::new()
}
