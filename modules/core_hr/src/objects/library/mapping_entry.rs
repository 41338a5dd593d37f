//! `MappingEntry`: one value of another system and what it becomes here.

use talang_catalogue::{Line, Long, Ref};
use talang_derive::Object;

use super::MappingTable;

/// One value of another system and the value it becomes here.
#[derive(Object)]
#[object(id = 50, module = "library", kind = shared, key(mapping_table, source), hidden, title(source, target), privacy = none)]
pub struct MappingEntry {
    /// Table to which the entry belongs.
    #[field(id = 1)]
    pub mapping_table: Ref<MappingTable>,
    /// Value as the other system writes it.
    #[field(id = 2, search)]
    pub source: Line,
    /// Value that is used here.
    #[field(id = 3, search)]
    pub target: Line,
    /// Remark for colleagues who look after these data.
    #[field(id = 4)]
    pub comment: Option<Long>,
}
