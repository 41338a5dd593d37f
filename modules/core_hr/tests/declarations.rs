//! What holds for every declaration of this crate, whoever adds one.

mod catalogue_lock;
mod permission_matrix;
mod starting_library;

use std::collections::BTreeSet;
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

/// Every object that a tenant has: the engine's and those of this crate.
fn all_definitions() -> Vec<&'static ObjectDef> {
    let mut all = talang_engine::objects::module().objects;
    all.extend(definitions());
    all
}

fn assert_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn numbers_names_and_paths_belong_to_one_object() {
    let defs = all_definitions();
    let count = |key: fn(&ObjectDef) -> String| defs.iter().map(|d| key(d)).collect::<BTreeSet<_>>().len();
    assert_eq!(count(|d| d.id.to_string()), defs.len(), "two objects have the same id");
    assert_eq!(count(|d| d.name.to_string()), defs.len(), "two objects have the same name");
    assert_eq!(count(|d| d.path.to_string()), defs.len(), "two objects have the same path");
}

#[test]
fn references_name_objects_that_exist() {
    let defs = definitions();
    let names: BTreeSet<&str> = all_definitions().iter().map(|d| d.name).collect();
    let mut found = Vec::new();
    for def in &defs {
        for field in def.fields {
            if let FieldType::Reference(to) | FieldType::References(to) = &field.ty
                && !names.contains(to.as_ref())
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

// The texts of lists and items are checked with the other files of the starting library.
#[test]
fn value_lists_of_fields_are_delivered_with_their_items() {
    let lists = starting_library::value_lists();
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for def in all_definitions() {
        for field in def.fields {
            let FieldType::Item(list) = &field.ty else { continue };
            used.insert(list.to_string());
            let Some(items) = lists.get(list.as_ref()) else {
                found.push(format!("{}.{}: there is no list `{list}`", def.name, field.name));
                continue;
            };
            if let Some(default) = &field.default
                && !items.iter().any(|i| i == default.as_ref())
            {
                found.push(format!("{}.{}: `{default}` is no item of `{list}`", def.name, field.name));
            }
        }
    }
    for (code, items) in &lists {
        if !used.contains(code) {
            found.push(format!("no field uses the list `{code}`"));
        }
        if items.is_empty() {
            found.push(format!("{code}: there are no items"));
        }
    }
    assert_none("value lists", &found);
}
