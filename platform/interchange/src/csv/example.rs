//! Files that import as they stand, one for every format (I2).

use std::sync::Arc;

use talang_catalogue::{FieldType, Object};
use talang_engine::{Result, Scope, View};

use super::formats::file_name;
use super::write::{Writer, is_number, protect, separator};
use crate::sample::Samples;

/// A file that imports as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its name; the order in it puts what is referred to first (I4).
    pub file_name: String,
    /// Its content, with byte-order mark.
    pub text: String,
}

/// An example of an object's file. Examples refer to nothing but the standard library and other examples
/// ([`examples`]). Where the key is one of the standard library's, the line is the record as it stands.
///
/// # Errors
/// `object.unknown`.
pub fn example(scope: &Scope, object: &str) -> Result<Example> {
    scope.view(|view| {
        let object = view.object(object)?;
        Maker::new(view, scope).example(view, &object)
    })
}

/// An example of every format, in the order in which they import.
pub fn examples(scope: &Scope) -> Result<Vec<Example>> {
    scope.view(|view| {
        let maker = Maker::new(view, scope);
        maker.samples.order.iter().map(|object| maker.example(view, object)).collect()
    })
}

struct Maker<'a> {
    samples: Samples<'a>,
}

impl<'a> Maker<'a> {
    fn new(view: &View<'_>, scope: &'a Scope) -> Maker<'a> {
        let labels = &scope.installation().registry().labels;
        Maker { samples: Samples::new(&view.catalogue(), labels, scope.culture.language) }
    }

    fn example(&self, view: &mut View<'_>, object: &Arc<Object>) -> Result<Example> {
        let culture = view.scope().culture;
        let file_name = file_name(object, culture, &self.samples.order);
        let mut names: Vec<String> = Vec::new();
        for field in object.fields.iter().filter(|f| !f.read_only) {
            match &field.ty {
                FieldType::Translated => names.push(format!("{}.{}", field.name, culture.language.code())),
                FieldType::Money => {
                    names.extend([field.name.to_string(), format!("{}.currency", field.name)])
                }
                _ => names.push(field.name.to_string()),
            }
        }
        if let Some(id) = self.known(view, object)? {
            return Ok(Example {
                file_name,
                text: super::export::line_of(view, object, id, &names, culture)?,
            });
        }
        let mut writer = Writer::new(separator(culture));
        writer.bom();
        writer.line(names.iter().map(String::as_str));
        for number in 1..=self.samples.count(object) {
            self.line(object, number, &mut writer);
        }
        let text = String::from_utf8(writer.buffer).unwrap_or_default();
        Ok(Example { file_name, text })
    }

    fn line(&self, object: &Arc<Object>, number: usize, writer: &mut Writer) {
        for field in object.fields.iter().filter(|f| !f.read_only) {
            let value = self.samples.text(object, field, number);
            if is_number(&field.ty) {
                writer.cell(&value);
            } else {
                writer.cell(&protect(&value));
            }
            if matches!(field.ty, FieldType::Money) {
                writer.cell(if value.is_empty() { "" } else { "EUR" });
            }
        }
        writer.end();
    }

    /// The record that has the example's key already: the standard library's, where keys are codes of a standard.
    fn known(&self, view: &mut View<'_>, object: &Arc<Object>) -> Result<Option<i64>> {
        if object.personal() {
            return Ok(None);
        }
        view.resolve(object.def.name, &self.samples.key(object, 1))
    }
}
