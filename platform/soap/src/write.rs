//! An operation's answer as XML, in the order of its declaration.

use std::fmt::Write;

use talang_catalogue::value::date_of_days;
use talang_xml::escape;

use crate::{Element, Fields, Operation, Value};

/// The answer's element with all it holds.
pub(crate) fn output(operation: &Operation, fields: &Fields, namespace: &str) -> String {
    let mut out = format!("<{}Response xmlns=\"{}\">", operation.name, escape(namespace));
    group(operation.output, fields, &mut out);
    let _ = write!(out, "</{}Response>", operation.name);
    out
}

fn group(elements: &'static [Element], fields: &Fields, out: &mut String) {
    debug_assert!(
        fields.0.iter().all(|(name, _)| elements.iter().any(|e| e.name == *name)),
        "an answer has an element that is not declared"
    );
    for element in elements {
        for value in fields.all(element.name) {
            let _ = write!(out, "<{}>", element.name);
            match (value, &element.kind) {
                (Value::Group(inside), crate::Kind::Group(_, elements)) => group(elements, inside, out),
                (Value::Group(_), _) => {}
                (Value::Text(text), _) => out.push_str(&escape(text)),
                (Value::Whole(number), _) => {
                    let _ = write!(out, "{number}");
                }
                (Value::Day(days), _) => {
                    let _ = write!(out, "{}", date_of_days(*days));
                }
                (Value::Moment(micros), _) => {
                    if let Ok(moment) = jiff::Timestamp::from_microsecond(*micros) {
                        let _ = write!(out, "{moment}");
                    }
                }
            }
            let _ = write!(out, "</{}>", element.name);
        }
    }
}
