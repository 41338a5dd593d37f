//! Exclusive XML Canonicalization 1.0 (W3C, 18 July 2002) of one element of a document.

use roxmltree::{Node, NodeId};
use talang_engine::Result;

use crate::misbuilt;

/// How to canonicalise.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Comments stay (`#WithComments`).
    pub comments: bool,
    /// Prefixes that are treated as by inclusive canonicalisation (`InclusiveNamespaces`); empty text for the default.
    pub inclusive: Vec<String>,
    /// An element that is left out: the signature inside what it signs.
    pub without: Option<NodeId>,
}

/// The canonical form of an element.
///
/// # Errors
/// `sso.structure`: a prefix whose meaning is unclear.
pub fn canonical(element: Node<'_, '_>, options: &Options) -> Result<String> {
    let mut out = String::new();
    let mut rendered = Vec::new();
    write(element, options, &mut rendered, &mut out)?;
    Ok(out)
}

/// `rendered` holds the declarations that are in force in the output, innermost last.
fn write<'a>(
    node: Node<'a, 'a>,
    options: &Options,
    rendered: &mut Vec<(String, String)>,
    out: &mut String,
) -> Result<()> {
    if node.is_text() {
        escape_text(node.text().unwrap_or_default(), out);
        return Ok(());
    }
    if node.is_comment() {
        if options.comments {
            out.push_str("<!--");
            out.push_str(node.text().unwrap_or_default());
            out.push_str("-->");
        }
        return Ok(());
    }
    if !node.is_element() || options.without == Some(node.id()) {
        return Ok(());
    }
    let name = element_name(node)?;
    let mut attributes = Vec::new();
    let mut prefixes = vec![prefix(&name).to_string()];
    let source = node.document().input_text();
    for attribute in node.attributes() {
        let name = source.get(attribute.range_qname()).ok_or_else(|| misbuilt("attribute"))?;
        let prefix = prefix(name);
        if !prefix.is_empty() {
            if prefix != "xml" && uri(node, prefix) != attribute.namespace().unwrap_or_default() {
                return Err(misbuilt("prefix"));
            }
            prefixes.push(prefix.to_string());
        }
        attributes.push((
            attribute.namespace().unwrap_or_default(),
            attribute.name(),
            name,
            attribute.value(),
        ));
    }
    // What the list names is written wherever it is in force, needed or not.
    prefixes.extend(options.inclusive.iter().filter(|p| p.is_empty() || !uri(node, p).is_empty()).cloned());
    prefixes.sort_unstable();
    prefixes.dedup();
    out.push('<');
    out.push_str(&name);
    let before = rendered.len();
    for prefix in prefixes.into_iter().filter(|p| p != "xml") {
        let uri = uri(node, &prefix).to_string();
        let known = rendered.iter().rev().find(|(p, _)| *p == prefix).map(|(_, u)| u.as_str());
        if known == Some(uri.as_str()) || (known.is_none() && uri.is_empty()) {
            continue;
        }
        out.push_str(" xmlns");
        if !prefix.is_empty() {
            out.push(':');
            out.push_str(&prefix);
        }
        out.push_str("=\"");
        escape_attribute(&uri, out);
        out.push('"');
        rendered.push((prefix, uri));
    }
    attributes.sort_unstable_by_key(|(uri, local, ..)| (*uri, *local));
    for (_, _, name, value) in attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape_attribute(value, out);
        out.push('"');
    }
    out.push('>');
    for child in node.children() {
        write(child, options, rendered, out)?;
    }
    rendered.truncate(before);
    out.push_str("</");
    out.push_str(&name);
    out.push('>');
    Ok(())
}

/// The name as it is written, with its prefix: the tree knows only what the prefix means.
fn element_name(node: Node<'_, '_>) -> Result<String> {
    let source = node.document().input_text();
    let rest = source.get(node.range().start + 1..).unwrap_or_default();
    let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(rest.len());
    let name = rest.get(..end).unwrap_or_default();
    let local = name.rsplit(':').next().unwrap_or_default();
    let meant = node.tag_name().namespace().unwrap_or_default();
    let prefix = prefix(name);
    if local != node.tag_name().name() || (prefix != "xml" && uri(node, prefix) != meant) {
        return Err(misbuilt("element name"));
    }
    Ok(name.to_string())
}

fn prefix(name: &str) -> &str {
    name.split_once(':').map_or("", |(prefix, _)| prefix)
}

/// What a prefix means at a node; empty for nothing.
fn uri<'a>(node: Node<'a, '_>, prefix: &str) -> &'a str {
    let prefix = if prefix.is_empty() { None } else { Some(prefix) };
    node.lookup_namespace_uri(prefix).unwrap_or_default()
}

fn escape_text(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#xD;"),
            c => out.push(c),
        }
    }
}

fn escape_attribute(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#x9;"),
            '\n' => out.push_str("&#xA;"),
            '\r' => out.push_str("&#xD;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    fn of(text: &str, name: &str, options: &Options) -> String {
        let document = Document::parse(text).expect(text);
        let node = document.descendants().find(|n| n.tag_name().name() == name).expect(name);
        canonical(node, options).expect(text)
    }

    #[test]
    fn only_namespaces_that_are_used_are_written_where_they_are_used() {
        // Exclusive XML Canonicalization 1.0, 2.2
        let text = r#"<n0:a xmlns:n0="foo" xmlns:n3="baz"><n1:b  xmlns:n1='bar' n1:y="2" x="1" xmlns="d"><c/><n0:d xmlns=""><e/></n0:d></n1:b></n0:a>"#;
        let plain = Options::default();
        assert_eq!(
            of(text, "b", &plain),
            r#"<n1:b xmlns:n1="bar" x="1" n1:y="2"><c xmlns="d"></c><n0:d xmlns:n0="foo"><e></e></n0:d></n1:b>"#
        );
        let list = Options { inclusive: vec!["n3".into()], ..Options::default() };
        assert!(of(text, "b", &list).starts_with(r#"<n1:b xmlns:n1="bar" xmlns:n3="baz" x="1""#));
        assert_eq!(
            of(r#"<a xmlns="u"><b xmlns=""><c/></b></a>"#, "a", &plain),
            r#"<a xmlns="u"><b xmlns=""><c></c></b></a>"#
        );
    }

    #[test]
    fn texts_and_attributes_are_escaped_as_the_standard_says() {
        // Canonical XML 1.0, 2.3
        let text = "<a b='&#9;&#10;&#13;&lt;&quot;&amp;>' xml:lang='en'>&lt;&gt;&amp;\"&#13;<![CDATA[<x>]]><!--c--></a>";
        let plain = of(text, "a", &Options::default());
        assert_eq!(
            plain,
            "<a b=\"&#x9;&#xA;&#xD;&lt;&quot;&amp;>\" xml:lang=\"en\">&lt;&gt;&amp;\"&#xD;&lt;x&gt;</a>"
        );
        let with = Options { comments: true, ..Options::default() };
        assert!(of(text, "a", &with).ends_with("<!--c--></a>"));
    }
}
