//! The check of a message: every element that is missing, does not belong there or cannot be read is named by its place.

use roxmltree::Node;
use talang_catalogue::types::contact::is_url;
use talang_catalogue::types::iso;
use talang_catalogue::{Culture, Fault};
use talang_engine::Result;

use crate::{Element, Fields, Kind, Operation, Value, written};

/// Faults that are told at most: a reader mends the first and asks again.
const MOST_FAULTS: usize = 20;
/// What a message may say about the type of an element.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The input of an operation.
///
/// # Errors
/// `soap.unexpected`, `value.*`, each at its place, such as `PublishContent/title[2]/language`.
pub(crate) fn input(operation: &Operation, node: Node<'_, '_>, namespace: &str) -> Result<Fields> {
    let mut faults = Vec::new();
    attributes(node, operation.name, &mut faults);
    let fields = group(node, operation.input, namespace, operation.name, &mut faults);
    faults.truncate(MOST_FAULTS);
    if faults.is_empty() { Ok(fields) } else { Err(faults.into()) }
}

fn group(
    node: Node<'_, '_>,
    elements: &'static [Element],
    namespace: &str,
    path: &str,
    faults: &mut Vec<Fault>,
) -> Fields {
    let order = || match elements.is_empty() {
        true => "–".to_string(),
        false => elements.iter().map(|e| e.name).collect::<Vec<_>>().join(", "),
    };
    let unexpected =
        |name: String| Fault::new("soap.unexpected").on(path).with("name", name).with("expected", order());
    let loose = node.children().any(|n| n.is_text() && !n.text().unwrap_or_default().trim().is_empty());
    if loose {
        faults.push(unexpected("text()".to_string()));
    }
    let of = |n: &Node<'_, '_>, element: &Element| talang_xml::is(*n, namespace, element.name);
    let (known, foreign): (Vec<_>, Vec<_>) =
        node.children().filter(Node::is_element).partition(|n| elements.iter().any(|e| of(n, e)));
    faults.extend(foreign.into_iter().map(|n| unexpected(written(n))));
    let mut fields = Fields::default();
    let mut rest = known.into_iter().peekable();
    for element in elements {
        let mut count = 0;
        while count < element.most {
            let Some(child) = rest.next_if(|n| of(n, element)) else { break };
            count += 1;
            let place = match element.most {
                1 => format!("{path}/{}", element.name),
                _ => format!("{path}/{}[{count}]", element.name),
            };
            attributes(child, &place, faults);
            match &element.kind {
                Kind::Group(_, inside) => {
                    let inside = group(child, inside, namespace, &place, faults);
                    fields.push(element.name, Value::Group(inside));
                }
                kind => match value(child, kind) {
                    Ok(value) => fields.push(element.name, value),
                    Err(fault) => faults.push(fault.on(place)),
                },
            }
        }
        if count < element.least {
            faults.push(Fault::new("value.mandatory").on(format!("{path}/{}", element.name)));
        }
    }
    faults.extend(rest.map(|n| unexpected(n.tag_name().name().to_string())));
    fields
}

/// Elements carry nothing but what XML Schema says about instances.
fn attributes(node: Node<'_, '_>, place: &str, faults: &mut Vec<Fault>) {
    for attribute in node.attributes() {
        let of_schema = attribute.namespace() == Some(XSI);
        match (of_schema, attribute.name(), attribute.value().trim()) {
            (true, "type" | "schemaLocation" | "noNamespaceSchemaLocation", _) => {}
            (true, "nil", "false" | "0") => {}
            (true, "nil", _) => faults.push(Fault::new("value.mandatory").on(place)),
            (_, name, _) => {
                let name = format!("@{name}");
                faults.push(Fault::new("soap.unexpected").on(place).with("name", name).with("expected", "–"));
            }
        }
    }
}

fn value(node: Node<'_, '_>, kind: &Kind) -> std::result::Result<Value, Fault> {
    if let Some(child) = node.children().find(Node::is_element) {
        return Err(Fault::new("soap.unexpected").with("name", written(child)).with("expected", "text()"));
    }
    let text: String = node.children().filter_map(|n| n.text()).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::new("value.mandatory"));
    }
    let is = |good: bool, code: &'static str| match good {
        true => Ok(Value::Text(text.to_string())),
        false => Err(Fault::new(code)),
    };
    match kind {
        Kind::Text(most) if text.chars().count() > *most => {
            Err(Fault::new("value.text_too_long").with("max", most))
        }
        Kind::Text(_) | Kind::Group(..) => Ok(Value::Text(text.to_string())),
        Kind::Whole(least, most) => match text.parse::<i64>() {
            Err(_) => Err(Fault::new("value.integer")),
            Ok(number) if number < *least => Err(Fault::new("value.too_small").with("min", least)),
            Ok(number) if number > *most => Err(Fault::new("value.too_large").with("max", most)),
            Ok(number) => Ok(Value::Whole(number)),
        },
        Kind::Day => {
            let days = day(text).ok_or_else(|| Fault::new("value.date").with("example", "2026-12-31"))?;
            Ok(Value::Day(days))
        }
        Kind::Moment => {
            let read = text.parse::<jiff::Timestamp>().map_err(|_| Fault::new("value.instant"))?;
            Ok(Value::Moment(read.as_microsecond()))
        }
        Kind::Address => is(is_url(text), "value.url"),
        Kind::Language => is(iso::is_language(text), "value.language"),
        Kind::Choice(_, words) if !words.contains(&text) => {
            Err(Fault::new("value.choice").with("allowed", words.join(", ")))
        }
        Kind::Choice(..) => Ok(Value::Text(text.to_string())),
    }
}

/// A day as XML Schema writes it, with or without a time zone (XML Schema Part 2, 3.2.9), which says nothing about the day.
fn day(text: &str) -> Option<i64> {
    let (date, zone) = text.split_at_checked(10)?;
    let shaped = |text: &str, shape: &str| {
        text.len() == shape.len()
            && text.bytes().zip(shape.bytes()).all(|(b, s)| match s {
                b'0' => b.is_ascii_digit(),
                b'+' => matches!(b, b'+' | b'-'),
                s => b == s,
            })
    };
    let zoned = zone.is_empty() || zone == "Z" || shaped(zone, "+00:00");
    (zoned && shaped(date, "0000-00-00")).then(|| Culture::NEUTRAL.parse_date(date)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_xml_schema() {
        for good in ["1970-01-02", "1970-01-02Z", "1970-01-02+01:00", "1970-01-02-11:30"] {
            assert_eq!(day(good), Some(1), "{good}");
        }
        for bad in
            ["1970-1-2", "02.01.1970", "1970-02-30", "1970-01-02 ", "1970-01-02+1", "1970", "1970-01-0é"]
        {
            assert_eq!(day(bad), None, "{bad}");
        }
    }
}
