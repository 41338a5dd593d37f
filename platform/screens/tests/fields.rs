//! Every field type can be filled in, seen, and filled in again with what was refused.

use std::collections::HashMap;

use talang_catalogue::labels::Labels;
use talang_catalogue::messages::Messages;
use talang_catalogue::object::{Bound, ListItem};
use talang_catalogue::{
    Catalogue, ChoiceDef, ChoiceItem, Culture, Field, FieldDef, FieldType, Language, Privacy, Value, types,
};
use talang_engine::charter::Brand;
use talang_screens::components::{
    Control, FieldContext, Input, Ui, control, control_of_form, field_view, input,
};

static SEX: ChoiceDef =
    ChoiceDef { name: "Sex", items: &[ChoiceItem { code: "F" }, ChoiceItem { code: "M" }] };

fn field(ty: FieldType) -> Field {
    let def = FieldDef {
        id: 1,
        name: "it".into(),
        ty,
        mandatory: false,
        unique: false,
        default: None,
        bounds: Bound::default(),
        privacy: Privacy::None,
        group: "general".into(),
        search: false,
        read_only: false,
        fixed: false,
        follows: None,
        numbered: None,
        help: "".into(),
        labels: None,
    };
    Field { def, index: 0, extra: false, column: "it".into() }
}

/// Every field type with a value of it and a piece of what a French reader sees.
fn samples() -> Vec<(FieldType, Value, &'static str)> {
    let texts = [("en", "Engineer"), ("fr", "Ingénieure")].map(|(k, v)| (k.to_string(), v.to_string()));
    let text = |t: &str| Value::from(t);
    vec![
        (FieldType::Code, text("E1"), "E1"),
        (FieldType::Line, text("Ana <b>"), "Ana &lt;b&gt;"),
        (FieldType::Long, text("one\ntwo"), "one\ntwo"),
        (FieldType::Translated, Value::Texts(texts.into()), "Ingénieure"),
        (FieldType::Bool, Value::Int(1), "Oui"),
        (FieldType::Integer, Value::Int(1234), "1\u{202f}234"),
        (FieldType::Decimal, Value::Int(1_500_000), "1,5"),
        (FieldType::Money, Value::Money(4_120_000_000, "EUR".into()), "4\u{202f}120,00"),
        (FieldType::Percent, Value::Int(80_000_000), "80"),
        (FieldType::Date, Value::Int(20_818), "31/12/2026"),
        (FieldType::Instant, Value::Int(1_798_727_400_000_000), "31/12/2026"),
        (FieldType::Time, Value::Int(30_600), "08:30"),
        (FieldType::Email, text("a@b.example"), "mailto:a@b.example"),
        (FieldType::Phone, text("+33 4 91"), "tel:+33491"),
        (FieldType::Url, text("https://b.example"), "href=\"https://b.example\""),
        (FieldType::Iban, text("FR7630006000011234567890189"), "FR76"),
        (FieldType::Language, text("de"), "llemand"),
        (FieldType::Country, text("DE"), "Allemagne"),
        (FieldType::Currency, text("SEK"), "SEK"),
        (FieldType::Culture, text("sv-SE"), "sv-SE"),
        (FieldType::Choice(&SEX), text("F"), "F"),
        (FieldType::Item("contract-type".into()), text("CDI"), "Durée indéterminée"),
        (FieldType::Reference("Employee".into()), Value::Int(7), "Zoë"),
        (FieldType::References("Employee".into()), Value::Refs(vec![7, 8]), "Zoë"),
        (FieldType::Duration, Value::Int(2250), "30"),
        (FieldType::Json, text("{}"), "{}"),
        (FieldType::File, text("f1"), "photo.jpg"),
    ]
}

fn with_context(check: impl Fn(&FieldContext<'_>)) {
    let messages = Messages::new(talang_screens::SOURCES).expect("the sources are checked in words.rs");
    let labels = Labels::new(&[]).expect("there are none");
    let item = ListItem {
        code: "CDI".into(),
        label: [("fr".to_string(), "Durée indéterminée".to_string())].into(),
        active: true,
    };
    let catalogue = Catalogue::new(&[], &HashMap::new(), [("contract-type".to_string(), vec![item])].into());
    check(&FieldContext {
        ui: Ui {
            messages: &messages,
            language: Language::Fr,
            culture: Culture::of(Language::Fr),
            brand: Brand::default(),
        },
        labels: &labels,
        catalogue: &catalogue,
        title: &|_, _| ("Zoë".to_string(), Some("/employees/7".to_string())),
        file: &|_| ("photo.jpg".to_string(), "/files/f1".to_string()),
    });
}

/// What a browser would send for a control.
fn sent(control: &Control, name: &str) -> Vec<String> {
    match (control, name) {
        (Control::Money { currency, .. }, "it.currency") => vec![currency.clone()],
        (Control::Translated { values, .. }, name) => {
            let language = name.strip_prefix("it.").unwrap_or_default();
            values.get(language).cloned().into_iter().collect()
        }
        (_, name) if name != "it" => vec![],
        (Control::Bool { checked }, _) => checked.then(|| "true".to_string()).into_iter().collect(),
        (Control::Reference { value, .. }, _) => value.iter().map(|p| p.id.clone()).collect(),
        (Control::References { values, .. }, _) => values.iter().map(|p| p.id.clone()).collect(),
        (Control::Money { amount, .. }, _) => vec![amount.clone()],
        (Control::Text { value, .. } | Control::Long { value, .. } | Control::Number { value, .. }, _)
        | (Control::Date { value } | Control::Time { value } | Control::Instant { value }, _)
        | (Control::Select { value, .. } | Control::Duration { value }, _) => vec![value.clone()],
        (Control::File { .. } | Control::Password { .. }, _) => vec![],
    }
}

#[test]
fn every_type_is_seen_as_people_write_it() {
    // S10
    with_context(|cx| {
        for (ty, value, expected) in samples() {
            let html = field_view(cx, &field(ty.clone()), &value).into_string();
            assert!(html.contains(expected), "{ty:?}: {html}");
            assert_eq!(field_view(cx, &field(ty), &Value::Null).into_string(), "");
        }
    });
}

#[test]
fn every_type_can_be_filled_in_and_comes_back_as_it_was_sent() {
    with_context(|cx| {
        for (ty, value, _) in samples() {
            let it = field(ty.clone());
            let filled = control(cx, &it, &value);
            let again = control_of_form(cx, &it, &|name| sent(&filled, name));
            if !matches!(ty, FieldType::File) {
                assert_eq!(format!("{filled:?}"), format!("{again:?}"));
            }
            for (control, error) in
                [(filled, None), (again, Some("Nein".to_string())), (control(cx, &it, &Value::Null), None)]
            {
                let shown =
                    Input { name: "it".into(), label: "Es".into(), control, error, ..Input::default() };
                let html = input(&cx.ui, &shown).into_string();
                // The label, and every error, leads to an element that is there.
                assert!(html.contains(&format!("id=\"{}\"", shown.id())), "{ty:?}: {html}");
                assert!(
                    !html.contains(" style="),
                    "{ty:?}: the content security policy forbids style attributes"
                );
            }
        }
    });
}

#[test]
fn what_an_input_sends_is_what_the_catalogue_reads() {
    with_context(|cx| {
        for (ty, value, _) in samples() {
            let it = field(ty.clone());
            let whole = matches!(
                ty,
                FieldType::Translated
                    | FieldType::Money
                    | FieldType::Reference(_)
                    | FieldType::References(_)
                    | FieldType::File
            );
            if whole {
                continue; // read from several inputs, or resolved by the engine
            }
            let text = sent(&control(cx, &it, &value), "it").join("");
            assert_eq!(types::parse(&it, &text, cx.ui.culture), Ok(value), "{ty:?} {text:?}");
        }
    });
}
