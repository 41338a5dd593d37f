//! Jobs, skills and certifications.

use talang_catalogue::ObjectDef;

/// The objects of this folder.
pub fn definitions() -> Vec<&'static ObjectDef> {
    Vec::new()
}
