//! The business objects of core HR, a folder per group of menus and a file per object.

pub mod jobs;
pub mod library;
pub mod organisation;
pub mod people;
pub mod profile;

use talang_catalogue::ObjectDef;

/// Every object of this crate, in the order in which menus and documents list them.
pub fn definitions() -> Vec<&'static ObjectDef> {
    [
        library::definitions(),
        organisation::definitions(),
        people::definitions(),
        jobs::definitions(),
        profile::definitions(),
    ]
    .concat()
}
