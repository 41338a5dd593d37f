//! The business objects of recruiting, a folder per group of menus and a file per object.

pub mod agencies;
pub mod applications;
pub mod candidates;
pub mod careers;
pub mod vacancies;

use talang_catalogue::ObjectDef;

/// Every object of this crate, in the order in which menus and documents list them.
pub fn definitions() -> Vec<&'static ObjectDef> {
    [
        vacancies::definitions(),
        candidates::definitions(),
        applications::definitions(),
        agencies::definitions(),
        careers::definitions(),
    ]
    .concat()
}
