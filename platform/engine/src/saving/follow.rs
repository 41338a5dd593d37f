//! Fields that follow from another record: what hangs on an application carries its candidate and its vacancy, so that rights,
//! erasure and lists find it without a way through the application. Nobody writes them; they are taken over when the record
//! is made, before anybody's right to it is asked, since that is measured by them.

use talang_catalogue::{Fault, FieldType, Object, Record, Value};

use super::Batch;
use crate::error::Result;

/// Records from which others followed that a batch remembers.
const MOST: usize = 2_000;

impl Batch<'_, '_> {
    /// Gives the fields that follow their values. A file may name them as long as it names what follows anyway.
    ///
    /// # Errors
    /// Among the faults `field.read_only` for another value.
    pub(super) fn follow(&mut self, new: &mut Record, faults: &mut Vec<Fault>) -> Result<()> {
        let object = self.object.clone();
        for field in &object.fields {
            let Some(link) = field.follows.and_then(|name| object.field(name)) else { continue };
            let (FieldType::Reference(target), Some(Value::Int(id))) = (&link.ty, new.values.get(link.index))
            else {
                continue;
            };
            let value = self.value_of(target, *id, &field.name)?;
            if let Some(slot) = new.values.get_mut(field.index) {
                if !slot.is_null() && *slot != value {
                    faults.push(Fault::new("field.read_only").on(field.name.as_ref()));
                }
                *slot = value;
            }
        }
        Ok(())
    }

    fn value_of(&mut self, target: &str, id: i64, field: &str) -> Result<Value> {
        let from = self.change.object(target)?;
        let place = from.field(field).map(|f| f.index).unwrap_or_default();
        let slot = (from.def.id, id);
        if let Some(record) = self.followed.get(&slot) {
            return Ok(record.values.get(place).cloned().unwrap_or_default());
        }
        let record = self.change.current(&from, id)?;
        let value = record.values.get(place).cloned().unwrap_or_default();
        if self.followed.len() >= MOST {
            self.followed.clear();
        }
        self.followed.insert(slot, record);
        Ok(value)
    }
}

/// What is wrong with a declaration whose field follows from another record, if anything: the reference and what is
/// taken over must stay as they are, or the record would have to be written again.
pub(crate) fn unsound(object: &Object, target: Option<&Object>, field: &talang_catalogue::Field) -> bool {
    let stays = |o: &Object, name: &str| o.field(name).is_some_and(|f| f.fixed || o.key.contains(&f.index));
    let Some(link) = field.follows else { return false };
    !stays(object, link) || !target.is_some_and(|t| stays(t, &field.name))
}
