//! The service's description: WSDL 1.1 (W3C note, 15 March 2001) with the types in XML Schema 1.0, document/literal wrapped.

use std::collections::BTreeMap;
use std::fmt::Write;

use talang_engine::Scope;
use talang_http::Call;
use talang_xml::escape;

use crate::refusal::PROBLEMS;
use crate::{Element, Kind, MANY, Operation, Service, address};

/// The name under which the transport speaks of an operation.
pub(crate) fn action(service: &Service, operation: &Operation) -> String {
    format!("{}/{}", service.namespace, operation.name)
}

/// The whole document, with the explanations in the scope's language.
pub(crate) fn document(service: &Service, call: &Call, scope: &Scope) -> String {
    let name = service.name;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <wsdl:definitions name=\"{name}\" targetNamespace=\"{0}\" xmlns:tns=\"{0}\" xmlns:p=\"{PROBLEMS}\" \
         xmlns:wsdl=\"http://schemas.xmlsoap.org/wsdl/\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" \
         xmlns:soap=\"http://schemas.xmlsoap.org/wsdl/soap/\" xmlns:soap12=\"http://schemas.xmlsoap.org/wsdl/soap12/\">\n",
        escape(service.namespace)
    );
    let about = format!("{}-text", service.title);
    let _ = writeln!(out, " <wsdl:documentation>{}</wsdl:documentation>", escape(&scope.text(&about)));
    types(service, scope, &mut out);
    for operation in service.operations {
        let operation = operation.name;
        for (message, element) in [
            (format!("{operation}Input"), operation.to_string()),
            (format!("{operation}Output"), format!("{operation}Response")),
        ] {
            let _ = writeln!(
                out,
                " <wsdl:message name=\"{message}\"><wsdl:part name=\"parameters\" element=\"tns:{element}\"/></wsdl:message>"
            );
        }
    }
    out.push_str(" <wsdl:message name=\"Problems\"><wsdl:part name=\"problems\" element=\"p:Problems\"/></wsdl:message>\n");
    let _ = writeln!(out, " <wsdl:portType name=\"{name}\">");
    for operation in service.operations {
        let _ = writeln!(
            out,
            "  <wsdl:operation name=\"{0}\"><wsdl:documentation>{1}</wsdl:documentation><wsdl:input message=\"tns:{0}Input\"/>\
             <wsdl:output message=\"tns:{0}Output\"/><wsdl:fault name=\"Problems\" message=\"tns:Problems\"/></wsdl:operation>",
            operation.name,
            escape(&scope.text(operation.about))
        );
    }
    out.push_str(" </wsdl:portType>\n");
    for (soap, suffix) in [("soap", "Soap11"), ("soap12", "Soap12")] {
        let _ = writeln!(
            out,
            " <wsdl:binding name=\"{name}{suffix}\" type=\"tns:{name}\">\
             <{soap}:binding style=\"document\" transport=\"http://schemas.xmlsoap.org/soap/http\"/>"
        );
        for operation in service.operations {
            let _ = writeln!(
                out,
                "  <wsdl:operation name=\"{}\"><{soap}:operation soapAction=\"{}\" style=\"document\"/>\
                 <wsdl:input><{soap}:body use=\"literal\"/></wsdl:input><wsdl:output><{soap}:body use=\"literal\"/></wsdl:output>\
                 <wsdl:fault name=\"Problems\"><{soap}:fault name=\"Problems\" use=\"literal\"/></wsdl:fault></wsdl:operation>",
                operation.name,
                escape(&action(service, operation))
            );
        }
        out.push_str(" </wsdl:binding>\n");
    }
    let _ = writeln!(out, " <wsdl:service name=\"{name}\">");
    let address = escape(&address(service, call));
    for (soap, suffix) in [("soap", "Soap11"), ("soap12", "Soap12")] {
        let _ = writeln!(
            out,
            "  <wsdl:port name=\"{name}{suffix}\" binding=\"tns:{name}{suffix}\"><{soap}:address location=\"{address}\"/></wsdl:port>"
        );
    }
    out.push_str(" </wsdl:service>\n</wsdl:definitions>\n");
    out
}

fn types(service: &Service, scope: &Scope, out: &mut String) {
    let _ = write!(
        out,
        " <wsdl:types>\n  <xs:schema targetNamespace=\"{}\" elementFormDefault=\"qualified\">\n",
        escape(service.namespace)
    );
    let mut named = BTreeMap::new();
    for operation in service.operations {
        for (name, elements) in [
            (operation.name.to_string(), operation.input),
            (format!("{}Response", operation.name), operation.output),
        ] {
            let _ = write!(out, "   <xs:element name=\"{name}\"><xs:complexType>");
            sequence(elements, scope, &mut named, out);
            out.push_str("</xs:complexType></xs:element>\n");
        }
    }
    for text in named.into_values() {
        let _ = writeln!(out, "   {text}");
    }
    let _ = write!(
        out,
        "  </xs:schema>\n  <xs:schema targetNamespace=\"{PROBLEMS}\" elementFormDefault=\"qualified\">\n   \
         <xs:element name=\"Problems\"><xs:complexType><xs:sequence><xs:element name=\"problem\" maxOccurs=\"unbounded\">\
         <xs:complexType><xs:sequence><xs:element name=\"code\" type=\"xs:string\"/>\
         <xs:element name=\"element\" type=\"xs:string\" minOccurs=\"0\"/><xs:element name=\"message\" type=\"xs:string\"/>\
         </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>\n  </xs:schema>\n </wsdl:types>\n"
    );
}

/// The elements in their order; types with a name of their own are added to `named`.
fn sequence(
    elements: &'static [Element],
    scope: &Scope,
    named: &mut BTreeMap<&'static str, String>,
    out: &mut String,
) {
    out.push_str("<xs:sequence>");
    for element in elements {
        let _ = write!(out, "<xs:element name=\"{}\"", element.name);
        match (element.least, element.most) {
            (1, 1) => {}
            (least, MANY) => {
                let _ = write!(out, " minOccurs=\"{least}\" maxOccurs=\"unbounded\"");
            }
            (least, most) => {
                let _ = write!(out, " minOccurs=\"{least}\" maxOccurs=\"{most}\"");
            }
        }
        let note = format!(
            "<xs:annotation><xs:documentation>{}</xs:documentation></xs:annotation>",
            escape(&scope.text(element.about))
        );
        let simple = |base: &str, facets: &str| {
            format!(
                ">{note}<xs:simpleType><xs:restriction base=\"xs:{base}\">{facets}</xs:restriction></xs:simpleType></xs:element>"
            )
        };
        let typed = |name: &str| format!(" type=\"{name}\">{note}</xs:element>");
        let rest = match &element.kind {
            Kind::Text(most) => {
                simple("string", &format!("<xs:minLength value=\"1\"/><xs:maxLength value=\"{most}\"/>"))
            }
            Kind::Whole(least, most) => simple(
                "long",
                &format!("<xs:minInclusive value=\"{least}\"/><xs:maxInclusive value=\"{most}\"/>"),
            ),
            Kind::Language => simple("string", "<xs:pattern value=\"[a-z]{2}\"/>"),
            Kind::Address => simple("anyURI", "<xs:maxLength value=\"2000\"/>"),
            Kind::Day => typed("xs:date"),
            Kind::Moment => typed("xs:dateTime"),
            Kind::Choice(name, words) => {
                let words: String =
                    words.iter().map(|w| format!("<xs:enumeration value=\"{}\"/>", escape(w))).collect();
                named.insert(
                    name,
                    format!("<xs:simpleType name=\"{name}\"><xs:restriction base=\"xs:string\">{words}</xs:restriction></xs:simpleType>"),
                );
                typed(&format!("tns:{name}"))
            }
            Kind::Group(name, inside) => {
                if !named.contains_key(name) {
                    let mut text = format!("<xs:complexType name=\"{name}\">");
                    named.insert(name, String::new());
                    sequence(inside, scope, named, &mut text);
                    text.push_str("</xs:complexType>");
                    named.insert(name, text);
                }
                typed(&format!("tns:{name}"))
            }
        };
        out.push_str(&rest);
    }
    out.push_str("</xs:sequence>");
}
