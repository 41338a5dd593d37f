//! A tenant's own fields (T9): real columns beside the built-in ones.

use std::borrow::Cow;
use std::collections::HashMap;

use talang_catalogue::object::Name;
use talang_catalogue::value::Chosen;
use talang_catalogue::{
    Bound, BusinessObject, Code, Fault, FieldDef, FieldType, Privacy, Record, Translated, Value,
};
use talang_derive::{Choice, Object};
use talang_store::Conn;

use crate::change::Change;
use crate::error::Result;
use crate::view::View;

/// Types that a tenant's own field can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum ExtraType {
    /// Short identifier.
    #[choice("code")]
    Code,
    /// One line of text.
    #[choice("line")]
    Line,
    /// Text of several lines.
    #[choice("long")]
    Long,
    /// Text in several languages.
    #[choice("translated")]
    Translated,
    /// Yes or no.
    #[choice("bool")]
    Bool,
    /// Whole number.
    #[choice("integer")]
    Integer,
    /// Number with decimals.
    #[choice("decimal")]
    Decimal,
    /// Amount with a currency.
    #[choice("money")]
    Money,
    /// Percentage.
    #[choice("percent")]
    Percent,
    /// Day.
    #[choice("date")]
    Date,
    /// Time of day.
    #[choice("time")]
    Time,
    /// E-mail address.
    #[choice("email")]
    Email,
    /// Telephone number.
    #[choice("phone")]
    Phone,
    /// Web address.
    #[choice("url")]
    Url,
    /// Country.
    #[choice("country")]
    Country,
    /// Item of a value list.
    #[choice("item")]
    Item,
    /// Reference to a business object.
    #[choice("reference")]
    Reference,
}

/// What an extra field says about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum PrivacyClass {
    /// Nothing.
    #[choice("none")]
    None,
    /// Who someone is.
    #[choice("identity")]
    Identity,
    /// The working relation.
    #[choice("work")]
    Work,
    /// How to reach someone.
    #[choice("contact")]
    Contact,
    /// Private life.
    #[choice("private")]
    Private,
    /// Pay and bank.
    #[choice("financial")]
    Financial,
    /// Special categories of personal data.
    #[choice("sensitive")]
    Sensitive,
}

/// A field that the company adds to a business object.
#[derive(Object)]
#[object(id = 10, module = "access", kind = shared, key(object, code), privacy = none, title(label))]
pub struct ExtraField {
    /// Business object that gets the field.
    #[field(id = 1, fixed)]
    pub object: Code,
    /// Name in files and interfaces: small letters, digits and underscores.
    #[field(id = 2, fixed)]
    pub code: Code,
    /// Type of the values; cannot change later.
    #[field(id = 3, fixed, default = "line")]
    pub field_type: Chosen<ExtraType>,
    /// Value list, for the type item.
    #[field(id = 4, fixed)]
    pub list: Option<Code>,
    /// Business object, for the type reference.
    #[field(id = 5, fixed)]
    pub target: Option<Code>,
    /// Name of the field.
    #[field(id = 6, search)]
    pub label: Translated,
    /// What the field is for.
    #[field(id = 7)]
    pub help: Option<Translated>,
    /// A record without it is refused.
    #[field(id = 8)]
    pub mandatory: bool,
    /// What the field says about a person; decides who sees it.
    #[field(id = 9, default = "private")]
    pub privacy_class: Chosen<PrivacyClass>,
    /// Group of rights that guards the field; empty for the group of its privacy class.
    #[field(id = 10)]
    pub right_group: Option<Code>,
    /// Filled by imports only.
    #[field(id = 11)]
    pub read_only: bool,
    /// The warning about data that looks sensitive was read and the field is wanted all the same.
    #[field(id = 12)]
    pub sensitive_confirmed: bool,
}

/// Checks a new or changed field.
pub(crate) fn check(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let catalogue = view.catalogue();
    let object = new.get("object").as_text().unwrap_or_default().to_string();
    let code = new.get("code").as_text().unwrap_or_default().to_string();
    match catalogue.object(&object) {
        Some(found) if found.def.extensible => {
            let limit = found.fields.len() >= 120;
            if old.is_none() && (found.field(&code).is_some() || limit) {
                faults.push(Fault::new("extra.code_taken").on("code").with("name", code.clone()));
            }
        }
        _ => faults.push(Fault::new("object.unknown").on("object").with("name", object)),
    }
    let starts = code.starts_with(|c: char| c.is_ascii_lowercase());
    if !starts
        || code.len() > 40
        || !code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    {
        faults.push(Fault::new("value.code").on("code"));
    }
    let kind = new.get("field_type").as_text().unwrap_or_default().to_string();
    if kind == "item" && new.get("list").as_text().is_none_or(|list| !catalogue.lists.contains_key(list)) {
        faults.push(Fault::new("value.mandatory").on("list"));
    }
    if kind == "reference"
        && new.get("target").as_text().is_none_or(|target| catalogue.object(target).is_none())
    {
        faults.push(Fault::new("object.unknown").on("target").with("name", String::new()));
    }
    // G3: a field that looks like article-9 data is refused until somebody says that it is wanted, and then it is
    // of the sensitive class whatever was asked for.
    let none = talang_catalogue::value::Texts::new();
    let labels = match new.get("label") {
        Value::Texts(texts) => texts,
        _ => &none,
    };
    if let Some(category) = talang_catalogue::types::sensitive_hint(&code, labels) {
        if new.get("sensitive_confirmed").as_int() == Some(1) {
            new.set("privacy_class", "sensitive".into());
        } else {
            faults.push(Fault::new("extra.sensitive").on("sensitive_confirmed").with("category", category));
        }
    }
    Ok(())
}

/// The tenant's tables and catalogue follow in the same transaction.
pub(crate) fn apply(change: &mut Change<'_>, _old: Option<&Record>, _new: Option<&Record>) -> Result<()> {
    change.catalogue_changed();
    Ok(())
}

/// Reads the tenant's fields by object.
pub(crate) fn load(conn: &mut Conn) -> Result<HashMap<String, Vec<FieldDef>>> {
    let object = std::sync::Arc::new(talang_catalogue::Object::new(ExtraField::DEF, &[]));
    let layout = talang_store::Layout::new(object, talang_catalogue::Language::En);
    let rows = conn.query(&format!("SELECT {} FROM {} t ORDER BY t.id", layout.select, layout.table), &[])?;
    let mut fields: HashMap<String, Vec<FieldDef>> = HashMap::new();
    for row in rows {
        let record = layout.read(row);
        let id = u16::try_from(10_000 + record.id).unwrap_or(u16::MAX);
        let object = record.get("object").as_text().unwrap_or_default().to_string();
        fields.entry(object).or_default().push(definition(&record, id));
    }
    Ok(fields)
}

fn definition(record: &Record, id: u16) -> FieldDef {
    let text = |name: &str| record.get(name).as_text().unwrap_or_default().to_string();
    let owned = |name: &str| -> Name { Cow::Owned(text(name)) };
    let ty = match text("field_type").as_str() {
        "code" => FieldType::Code,
        "long" => FieldType::Long,
        "translated" => FieldType::Translated,
        "bool" => FieldType::Bool,
        "integer" => FieldType::Integer,
        "decimal" => FieldType::Decimal,
        "money" => FieldType::Money,
        "percent" => FieldType::Percent,
        "date" => FieldType::Date,
        "time" => FieldType::Time,
        "email" => FieldType::Email,
        "phone" => FieldType::Phone,
        "url" => FieldType::Url,
        "country" => FieldType::Country,
        "item" => FieldType::Item(owned("list")),
        "reference" => FieldType::Reference(owned("target")),
        _ => FieldType::Line,
    };
    let privacy = Privacy::parse(&text("privacy_class")).unwrap_or(Privacy::Sensitive);
    let group = text("right_group");
    let help = match record.get("help") {
        Value::Texts(texts) => texts.get("en").or_else(|| texts.values().next()).cloned().unwrap_or_default(),
        _ => String::new(),
    };
    FieldDef {
        id,
        name: owned("code"),
        mandatory: record.get("mandatory").as_int() == Some(1),
        unique: false,
        default: None,
        bounds: Bound::default(),
        privacy,
        group: if group.is_empty() { Cow::Borrowed(privacy.group()) } else { Cow::Owned(group) },
        search: false,
        read_only: record.get("read_only").as_int() == Some(1),
        fixed: false,
        follows: None,
        numbered: None,
        help: Cow::Owned(help),
        labels: match record.get("label") {
            Value::Texts(texts) => Some(texts.clone()),
            _ => None,
        },
        ty,
    }
}
