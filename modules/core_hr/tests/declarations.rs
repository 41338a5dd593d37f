//! What holds for every declaration of this crate, whoever adds one.

mod starting_library;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use talang_catalogue::labels::Labels;
use talang_catalogue::{FieldType, Language, ObjectDef, Subject};
use talang_core_hr::objects::definitions;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut found: Vec<PathBuf> = entries.map(|e| e.expect("a folder entry").path()).collect();
    found.sort();
    found
}

/// Every value list of `library/`: its code and its table.
fn value_lists() -> BTreeMap<String, toml::Table> {
    let mut lists = BTreeMap::new();
    for file in files(&folder("library")) {
        let name = file.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_string();
        if !name.starts_with("value-lists") {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let table: toml::Table = text.parse().unwrap_or_else(|e| panic!("{name}: {e}"));
        for (code, list) in table {
            let list = list.as_table().unwrap_or_else(|| panic!("{name}: {code} is no table")).clone();
            assert!(lists.insert(code.clone(), list).is_none(), "{code} is declared twice");
        }
    }
    lists
}

fn assert_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn numbers_names_and_paths_belong_to_one_object() {
    let defs = definitions();
    let count = |key: fn(&ObjectDef) -> String| defs.iter().map(|d| key(d)).collect::<BTreeSet<_>>().len();
    assert_eq!(count(|d| d.id.to_string()), defs.len(), "two objects have the same id");
    assert_eq!(count(|d| d.name.to_string()), defs.len(), "two objects have the same name");
    assert_eq!(count(|d| d.path.to_string()), defs.len(), "two objects have the same path");
}

#[test]
fn references_name_objects_that_exist() {
    let defs = definitions();
    let names: BTreeSet<&str> = defs.iter().map(|d| d.name).collect();
    // Objects of the engine that core HR may name.
    let lower = ["User", "Role", "AccreditationList"];
    let mut found = Vec::new();
    for def in &defs {
        for field in def.fields {
            if let FieldType::Reference(to) | FieldType::References(to) = &field.ty
                && !names.contains(to.as_ref())
                && !lower.contains(&to.as_ref())
            {
                found.push(format!("{}.{} refers to {to:?}", def.name, field.name));
            }
        }
    }
    assert_none("references into the void", &found);
}

#[test]
fn dated_objects_have_a_mandatory_start_and_an_optional_end() {
    let mut found = Vec::new();
    for def in definitions().iter().filter(|d| d.dated) {
        let mandatory = |name: &str| def.fields.iter().find(|f| f.name == name).map(|f| f.mandatory);
        if mandatory("start") != Some(true) || mandatory("end") != Some(false) {
            found.push(def.name.to_string());
        }
    }
    assert_none("dated without a proper period", &found);
}

// The record of a person is visible with its subject, so the subject must be there and be an employee.
#[test]
fn subjects_are_mandatory_references_to_employees() {
    let mut found = Vec::new();
    for def in definitions() {
        if let Subject::Field(name) = def.subject {
            let field = def.fields.iter().find(|f| f.name == name);
            let employee = field.is_some_and(|f| {
                f.mandatory && matches!(&f.ty, FieldType::Reference(to) if to.as_ref() == "Employee")
            });
            if !employee {
                found.push(format!("{}.{name}", def.name));
            }
        }
    }
    assert_none("subjects that are no employees", &found);
}

// S10
#[test]
fn every_text_is_there_in_seven_languages() {
    let mut labels = Labels::default();
    for group in files(&folder("labels")) {
        for language in Language::ALL {
            let file = group.join(format!("{}.toml", language.code()));
            let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
            labels.add(language, &text).unwrap_or_else(|e| panic!("{}: {e}", group.display()));
        }
    }
    // The module of access belongs to the engine's objects; it is labelled here with its neighbours in the menu.
    let found: Vec<String> =
        labels.check(&definitions()).into_iter().filter(|l| !l.contains("module.access")).collect();
    assert_none("labels", &found);
}

// S10
#[test]
fn value_lists_of_fields_are_delivered_in_seven_languages() {
    let lists = value_lists();
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for def in definitions() {
        for field in def.fields {
            let FieldType::Item(list) = &field.ty else { continue };
            used.insert(list.to_string());
            if !lists.contains_key(list.as_ref()) {
                found.push(format!("{}.{}: there is no list `{list}`", def.name, field.name));
            }
            if let (Some(default), Some(table)) = (&field.default, lists.get(list.as_ref()))
                && table.get("items").and_then(|i| i.get(default.as_ref())).is_none()
            {
                found.push(format!("{}.{}: `{default}` is no item of `{list}`", def.name, field.name));
            }
        }
    }
    let complete = |texts: Option<&toml::Value>| {
        Language::ALL.iter().all(|l| {
            texts.and_then(|t| t.get(l.code())).and_then(toml::Value::as_str).is_some_and(|t| !t.is_empty())
        })
    };
    for (code, list) in &lists {
        if !used.contains(code) {
            found.push(format!("no field uses the list `{code}`"));
        }
        if !complete(list.get("name")) {
            found.push(format!("{code}: its name lacks a language"));
        }
        let items = list.get("items").and_then(toml::Value::as_table);
        if items.is_none_or(toml::Table::is_empty) {
            found.push(format!("{code}: there are no items"));
        }
        for (item, texts) in items.into_iter().flatten() {
            if !complete(Some(texts)) {
                found.push(format!("{code}.{item}: a language is missing"));
            }
        }
    }
    assert_none("value lists", &found);
}
