//! What holds for every declaration of every module, whoever adds one.

mod catalogue_lock;
mod examples;
mod permission_matrix;
mod starting_library;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use talang_catalogue::{FieldType, ObjectDef, Subject};
use talang_engine::Registry;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn registry() -> Registry {
    talang_server::modules::registry().expect("the modules fit together")
}

/// Every object that a tenant has.
fn all_definitions() -> Vec<&'static ObjectDef> {
    static ALL: OnceLock<Vec<&'static ObjectDef>> = OnceLock::new();
    ALL.get_or_init(|| registry().objects).clone()
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
    let defs = all_definitions();
    let names: BTreeSet<&str> = defs.iter().map(|d| d.name).collect();
    let mut found = Vec::new();
    for def in &defs {
        for field in def.fields {
            if let FieldType::Reference(to) | FieldType::References(to) = &field.ty
                && !to.is_empty()
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
    for def in all_definitions().iter().filter(|d| d.dated) {
        let mandatory = |name: &str| def.fields.iter().find(|f| f.name == name).map(|f| f.mandatory);
        if mandatory("start") != Some(true) || mandatory("end") != Some(false) {
            found.push(def.name.to_string());
        }
    }
    assert_none("dated without a proper period", &found);
}

// The record of a person is visible with its subject, so the subject must be there and be a person: an employee, or
// somebody who applies.
#[test]
fn subjects_are_mandatory_references_to_people() {
    let mut found = Vec::new();
    for def in all_definitions() {
        if let Subject::Field(name) = def.subject {
            let mandatory = def.fields.iter().any(|f| f.name == name && f.mandatory);
            // Accounts belong to programs too, and their own records to nobody.
            let person = matches!(def.people(), Some("Employee" | "Candidate"));
            if !person || !mandatory && def.module != "access" {
                found.push(format!("{}.{name}", def.name));
            }
        }
    }
    assert_none("subjects that are no people", &found);
}

// S10
#[test]
fn every_text_is_there_in_seven_languages() {
    let registry = registry();
    assert_none("labels", &registry.labels.check(&registry.objects));
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
