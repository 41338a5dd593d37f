//! `#[derive(Object)]`.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Error, Field, Fields, Ident, LitInt, LitStr, Result, Token};

/// What `#[object(…)]` says.
#[derive(Default)]
struct ObjectAttributes {
    id: Option<u16>,
    module: Option<String>,
    kind: Option<Ident>,
    key: Vec<String>,
    title: Vec<String>,
    tombstones: Vec<u16>,
    subject: Option<String>,
    within: Option<String>,
    path: Option<String>,
    privacy: Option<Ident>,
    dated: bool,
    extensible: bool,
    internal: bool,
    technical: bool,
    power: bool,
    hidden: bool,
    connection: bool,
}

/// What `#[field(…)]` says.
#[derive(Default)]
struct FieldAttributes {
    id: Option<u16>,
    privacy: Option<Ident>,
    group: Option<String>,
    default: Option<String>,
    min: Option<i64>,
    max: Option<i64>,
    list: Option<String>,
    target: Option<String>,
    follows: Option<String>,
    numbered: Option<String>,
    unique: bool,
    search: bool,
    read_only: bool,
    fixed: bool,
}

pub fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let name = &input.ident;
    let attributes = object_attributes(input)?;
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(name, "Object is for structs"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(name, "Object is for structs with named fields"));
    };
    let missing = |what: &str| Error::new_spanned(name, format!("#[object({what})] is missing"));
    let id = attributes.id.ok_or_else(|| missing("id = …"))?;
    let module = attributes.module.clone().ok_or_else(|| missing("module = \"…\""))?;
    let kind = variant(attributes.kind.as_ref().ok_or_else(|| missing("kind = …"))?);
    if attributes.key.is_empty() {
        return Err(missing("key(…)"));
    }
    let names: Vec<String> =
        fields.named.iter().filter_map(|f| f.ident.as_ref()).map(ToString::to_string).collect();
    for part in attributes
        .key
        .iter()
        .chain(&attributes.title)
        .chain(attributes.subject.iter().chain(&attributes.within).filter(|s| *s != "self"))
    {
        if !names.contains(part) {
            return Err(Error::new_spanned(name, format!("there is no field `{part}`")));
        }
    }
    if attributes.dated && attributes.key.last().map(String::as_str) != Some("start") {
        return Err(Error::new_spanned(name, "the key of a dated object ends with `start`"));
    }
    let mut seen = attributes.tombstones.clone();
    let mut definitions = Vec::new();
    let mut reads = Vec::new();
    let mut writes = Vec::new();
    for field in &fields.named {
        let own = field_attributes(field)?;
        let number = own.id.ok_or_else(|| Error::new_spanned(field, "#[field(id = …)] is missing"))?;
        if seen.contains(&number) {
            return Err(Error::new_spanned(
                field,
                format!("field id {number} is taken, or belongs to a removed field"),
            ));
        }
        seen.push(number);
        definitions.push(definition(field, &own, number, &attributes)?);
        let ident = &field.ident;
        let text = ident.as_ref().map(ToString::to_string).unwrap_or_default();
        let ty = &field.ty;
        reads.push(quote! { #ident: <#ty as ::talang_catalogue::FieldKind>::from_value(record.get(#text)) });
        writes.push(quote! { record.set(#text, ::talang_catalogue::FieldKind::to_value(&self.#ident)); });
    }
    let count = definitions.len();
    let text = name.to_string();
    let table = snake(&text);
    let path = attributes.path.clone().unwrap_or_else(|| plural(&table.replace('_', "-")));
    let help = crate::doc(&input.attrs);
    if help.is_empty() {
        return Err(Error::new_spanned(
            name,
            "say in a doc comment what it is: it is the help that users read",
        ));
    }
    let whose = |named: &Option<String>| match named.as_deref() {
        None => quote!(::talang_catalogue::Subject::None),
        Some("self") => quote!(::talang_catalogue::Subject::Itself),
        Some(field) => quote!(::talang_catalogue::Subject::Field(#field)),
    };
    let (subject, within) = (whose(&attributes.subject), whose(&attributes.within));
    let title = if attributes.title.is_empty() { &attributes.key } else { &attributes.title };
    let ObjectAttributes {
        key,
        tombstones,
        dated,
        extensible,
        internal,
        technical,
        power,
        hidden,
        connection,
        ..
    } = &attributes;
    let statics = format_ident!("__{}_FIELDS", table.to_uppercase());
    let object = format_ident!("__{}_OBJECT", table.to_uppercase());
    Ok(quote! {
        static #statics: [::talang_catalogue::FieldDef; #count] = [#(#definitions),*];
        static #object: ::talang_catalogue::ObjectDef = ::talang_catalogue::ObjectDef {
            id: #id,
            name: #text,
            path: #path,
            table: #table,
            module: #module,
            kind: ::talang_catalogue::Kind::#kind,
            key: &[#(#key),*],
            subject: #subject,
            within: #within,
            dated: #dated,
            extensible: #extensible,
            internal: #internal,
            technical: #technical,
            power: #power,
            hidden: #hidden,
            connection: #connection,
            title: &[#(#title),*],
            fields: &#statics,
            tombstones: &[#(#tombstones),*],
            help: #help,
        };
        impl ::talang_catalogue::BusinessObject for #name {
            const NAME: &'static str = #text;
            const DEF: &'static ::talang_catalogue::ObjectDef = &#object;
            fn from_record(record: &::talang_catalogue::Record) -> Self {
                #name { #(#reads),* }
            }
            fn to_record(&self, record: &mut ::talang_catalogue::Record) {
                #(#writes)*
            }
        }
    })
}

/// The `FieldDef` of one field.
fn definition(
    field: &Field,
    own: &FieldAttributes,
    id: u16,
    object: &ObjectAttributes,
) -> Result<TokenStream> {
    let default_class = object
        .privacy
        .clone()
        .or_else(|| object.subject.as_ref().map(|_| Ident::new("private", Span::call_site())));
    let Some(privacy) = own.privacy.clone().or(default_class) else {
        return Err(Error::new_spanned(
            field,
            "unclassified: #[field(privacy = …)] or #[object(privacy = …)]",
        ));
    };
    let class = variant(&privacy);
    let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
    // The natural key and the title must be readable wherever the record is.
    let essential = object.key.contains(&name) || object.title.contains(&name) || name == "end";
    let group = match (&own.group, privacy.to_string().as_str()) {
        (Some(group), _) => group.clone(),
        _ if essential => "general".to_string(),
        (None, "none" | "identity" | "work") => "general".to_string(),
        (None, other) => other.to_string(),
    };
    let ty = &field.ty;
    let field_type = match (&own.list, &own.target) {
        (Some(list), _) => quote!(::talang_catalogue::FieldType::Item(::std::borrow::Cow::Borrowed(#list))),
        (_, Some(target)) => {
            quote!(::talang_catalogue::FieldType::Reference(::std::borrow::Cow::Borrowed(#target)))
        }
        _ => quote!(<#ty as ::talang_catalogue::FieldKind>::TYPE),
    };
    let is_bool = matches!(ty, syn::Type::Path(p) if p.path.is_ident("bool"));
    let default = own.default.clone().or_else(|| is_bool.then(|| "false".to_string()));
    let default = match default {
        Some(text) => quote!(::std::option::Option::Some(::std::borrow::Cow::Borrowed(#text))),
        None => quote!(::std::option::Option::None),
    };
    let option = |n: Option<i64>| match n {
        Some(n) => quote!(::std::option::Option::Some(#n)),
        None => quote!(::std::option::Option::None),
    };
    let (min, max) = (option(own.min), option(own.max));
    let help = crate::doc(&field.attrs);
    if help.is_empty() {
        return Err(Error::new_spanned(
            field,
            "say in a doc comment what it holds: it is the help that users read",
        ));
    }
    let FieldAttributes { unique, search, read_only, fixed, .. } = own;
    let text = |text: &Option<String>| match text {
        Some(text) => quote!(::std::option::Option::Some(#text)),
        None => quote!(::std::option::Option::None),
    };
    let (follows, numbered) = (text(&own.follows), text(&own.numbered));
    Ok(quote! {
        ::talang_catalogue::FieldDef {
            id: #id,
            name: ::std::borrow::Cow::Borrowed(#name),
            ty: #field_type,
            mandatory: <#ty as ::talang_catalogue::FieldKind>::MANDATORY,
            unique: #unique,
            default: #default,
            bounds: ::talang_catalogue::Bound { min: #min, max: #max },
            privacy: ::talang_catalogue::Privacy::#class,
            group: ::std::borrow::Cow::Borrowed(#group),
            search: #search,
            read_only: #read_only,
            fixed: #fixed,
            follows: #follows,
            numbered: #numbered,
            help: ::std::borrow::Cow::Borrowed(#help),
            labels: ::std::option::Option::None,
        }
    })
}

fn object_attributes(input: &DeriveInput) -> Result<ObjectAttributes> {
    let mut out = ObjectAttributes::default();
    for attribute in input.attrs.iter().filter(|a| a.path().is_ident("object")) {
        attribute.parse_nested_meta(|meta| {
            let word = meta.path.require_ident()?.to_string();
            match word.as_str() {
                "id" => out.id = Some(meta.value()?.parse::<LitInt>()?.base10_parse()?),
                "module" => out.module = Some(meta.value()?.parse::<LitStr>()?.value()),
                "path" => out.path = Some(meta.value()?.parse::<LitStr>()?.value()),
                "kind" => out.kind = Some(meta.value()?.parse()?),
                "privacy" => out.privacy = Some(meta.value()?.parse()?),
                "subject" | "within" => {
                    let value = meta.value()?;
                    let named = Some(if value.peek(Token![self]) {
                        value.parse::<Token![self]>()?;
                        "self".to_string()
                    } else {
                        value.parse::<Ident>()?.to_string()
                    });
                    if word == "subject" { out.subject = named } else { out.within = named }
                }
                "key" | "title" => {
                    let list = if word == "key" { &mut out.key } else { &mut out.title };
                    meta.parse_nested_meta(|part| {
                        list.push(part.path.require_ident()?.to_string());
                        Ok(())
                    })?;
                }
                "tombstones" => {
                    let content;
                    syn::parenthesized!(content in meta.input);
                    for number in content.parse_terminated(<LitInt as syn::parse::Parse>::parse, Token![,])? {
                        out.tombstones.push(number.base10_parse()?);
                    }
                }
                "dated" => out.dated = true,
                "extensible" => out.extensible = true,
                "internal" => out.internal = true,
                "technical" => out.technical = true,
                "power" => out.power = true,
                "hidden" => out.hidden = true,
                "connection" => out.connection = true,
                _ => return Err(meta.error("unknown attribute of an object")),
            }
            Ok(())
        })?;
    }
    Ok(out)
}

fn field_attributes(field: &Field) -> Result<FieldAttributes> {
    let mut out = FieldAttributes::default();
    for attribute in field.attrs.iter().filter(|a| a.path().is_ident("field")) {
        attribute.parse_nested_meta(|meta| {
            let number = |value: syn::parse::ParseStream<'_>| -> Result<i64> {
                let negative = value.parse::<Option<Token![-]>>()?.is_some();
                let n: i64 = value.parse::<LitInt>()?.base10_parse()?;
                Ok(if negative { -n } else { n })
            };
            match meta.path.require_ident()?.to_string().as_str() {
                "id" => out.id = Some(meta.value()?.parse::<LitInt>()?.base10_parse()?),
                "privacy" => out.privacy = Some(meta.value()?.parse()?),
                "group" => out.group = Some(meta.value()?.parse::<LitStr>()?.value()),
                "default" => out.default = Some(meta.value()?.parse::<LitStr>()?.value()),
                "list" => out.list = Some(meta.value()?.parse::<LitStr>()?.value()),
                "target" => out.target = Some(meta.value()?.parse::<LitStr>()?.value()),
                "follows" => {
                    out.follows = Some(meta.value()?.parse::<LitStr>()?.value());
                    out.read_only = true;
                }
                "numbered" => out.numbered = Some(meta.value()?.parse::<LitStr>()?.value()),
                "min" => out.min = Some(number(meta.value()?)?),
                "max" => out.max = Some(number(meta.value()?)?),
                "unique" => out.unique = true,
                "search" => out.search = true,
                "read_only" => out.read_only = true,
                "fixed" => out.fixed = true,
                _ => return Err(meta.error("unknown attribute of a field")),
            }
            Ok(())
        })?;
    }
    Ok(out)
}

/// `employees` → `Employees`.
fn variant(word: &Ident) -> Ident {
    let text = word.to_string();
    let mut letters = text.chars();
    let upper: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    Ident::new(&format!("{upper}{}", letters.as_str()), word.span())
}

/// `EmployeeAddress` → `employee_address`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for (i, c) in name.chars().enumerate() {
        if c.is_uppercase() && i > 0 {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// English plural, good enough for names of objects; `path = "…"` where it is not.
fn plural(word: &str) -> String {
    let consonant_y =
        word.ends_with('y') && !word.ends_with("ay") && !word.ends_with("ey") && !word.ends_with("oy");
    if consonant_y {
        format!("{}ies", word.strip_suffix('y').unwrap_or(word))
    } else if word.ends_with('s') || word.ends_with("ch") || word.ends_with('x') {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}
