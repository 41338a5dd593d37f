//! Records: what general code handles; and the bridge to typed structs.

use std::sync::Arc;

use crate::object::{ChoiceDef, Object, ObjectDef};
use crate::value::Value;

/// One record of an object as general code sees it.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its object.
    pub object: Arc<Object>,
    /// Row number; 0 before it is stored.
    pub id: i64,
    /// What references point to: the first slice's row number for dated objects, else equal to `id`.
    pub thread: i64,
    /// Grows by one with each change; the ETag.
    pub version: i64,
    /// One per field, by [`crate::Field::index`].
    pub values: Vec<Value>,
    /// Bit *i* set: field *i* may not be read by the scope that asked; its value is then [`Value::Null`].
    pub hidden: u128,
}

impl Record {
    /// An empty record, not stored yet.
    pub fn new(object: Arc<Object>) -> Record {
        let values = vec![Value::Null; object.fields.len()];
        Record { object, id: 0, thread: 0, version: 0, values, hidden: 0 }
    }

    /// The value of a field; [`Value::Null`] for a name that does not exist.
    pub fn get(&self, name: &str) -> &Value {
        self.object.field(name).and_then(|f| self.values.get(f.index)).unwrap_or(&Value::Null)
    }

    /// Sets a field by name; a name that does not exist is ignored.
    pub fn set(&mut self, name: &str, value: Value) {
        if let Some(index) = self.object.field(name).map(|f| f.index)
            && let Some(slot) = self.values.get_mut(index)
        {
            *slot = value;
        }
    }

    /// Whether the field of that index was withheld.
    pub fn is_hidden(&self, index: usize) -> bool {
        index < 128 && self.hidden & (1 << index) != 0
    }

    /// Whose data it is: the row number of the person.
    pub fn subject(&self) -> Option<i64> {
        self.number_of(self.object.def.subject)
    }

    /// The number by which rights with an extent reach it: see [`crate::ObjectDef::reach`].
    pub fn reached(&self) -> Option<i64> {
        self.number_of(self.object.def.reach())
    }

    fn number_of(&self, whose: crate::Subject) -> Option<i64> {
        match whose {
            crate::Subject::None => None,
            crate::Subject::Itself => Some(self.id),
            crate::Subject::Field(name) => self.get(name).as_int(),
        }
    }
}

/// A struct with `#[derive(Object)]`.
pub trait BusinessObject: Sized {
    /// Its name; apart from the declaration so that objects may refer to each other in circles.
    const NAME: &'static str;
    /// The declaration.
    const DEF: &'static ObjectDef;
    /// Reads a record; fields that are hidden or empty take their type's empty value.
    fn from_record(record: &Record) -> Self;
    /// Writes all fields into a record of the same object.
    fn to_record(&self, record: &mut Record);
}

/// An enumeration with `#[derive(Choice)]`.
pub trait Choice: Sized {
    /// The closed list.
    const DEF: &'static ChoiceDef;
    /// The variant's code.
    fn code(&self) -> &'static str;
    /// The variant of that code.
    fn parse(code: &str) -> Option<Self>;
}
