//! The library that every new tenant starts with, and the adapted formats that come with the product (I2, I4, S10).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use talang_catalogue::object::{Catalogue, ListItem};
use talang_catalogue::{Culture, FieldType, Language, ObjectDef, types};
use talang_core_hr::objects::definitions;

use super::{assert_none, files, folder, value_lists};

/// A file of `library/csv`: its object, its name, its header and its lines.
struct Sheet {
    def: &'static ObjectDef,
    name: String,
    order: u32,
    header: Vec<String>,
    lines: Vec<Vec<String>>,
}

impl Sheet {
    fn column(&self, field: &str) -> Option<usize> {
        self.header.iter().position(|h| h == field)
    }

    /// The keys of the records in it, written as references are.
    fn keys(&self) -> Vec<String> {
        let places: Vec<usize> = self.def.key.iter().filter_map(|k| self.column(k)).collect();
        assert_eq!(places.len(), self.def.key.len(), "{} lacks a column of the key", self.name);
        self.lines
            .iter()
            .map(|l| places.iter().map(|i| l[*i].as_str()).collect::<Vec<_>>().join("|"))
            .collect()
    }
}

fn object(name: &str) -> &'static ObjectDef {
    definitions().into_iter().find(|d| d.name == name).unwrap_or_else(|| panic!("there is no object {name}"))
}

fn sheets() -> Vec<Sheet> {
    let mut found: Vec<Sheet> = Vec::new();
    for path in files(&folder("library/csv")) {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_string();
        let parts: Vec<&str> = name.split('_').collect();
        let [object_name, "InsertAndUpdate", "en-GB", order, ".csv"] = parts.as_slice() else {
            panic!("{name} is no file name of an import (I4)")
        };
        let bytes = std::fs::read(&path).expect("a readable file");
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or_else(|| panic!("{name} has no BOM (I2)"));
        let mut reader = csv::Reader::from_reader(text);
        let header = reader.headers().expect("a header").iter().map(str::to_string).collect();
        let lines = reader
            .records()
            .map(|line| line.unwrap_or_else(|e| panic!("{name}: {e}")).iter().map(str::to_string).collect())
            .collect();
        found.push(Sheet {
            def: object(object_name),
            order: order.parse().expect("an order"),
            name,
            header,
            lines,
        });
    }
    found
}

/// The items of the value lists that every new tenant gets.
fn items() -> HashMap<String, Vec<ListItem>> {
    let item = |code: &String| ListItem { code: code.clone(), label: BTreeMap::new(), active: true };
    let of = |list: &toml::Table| match list.get("items").and_then(toml::Value::as_table) {
        Some(items) => items.keys().map(item).collect(),
        None => Vec::new(),
    };
    value_lists().iter().map(|(code, list)| (code.clone(), of(list))).collect()
}

/// The languages in which a translated field stands in a header.
fn languages(header: &[String], field: &str) -> BTreeSet<String> {
    header.iter().filter_map(|h| h.strip_prefix(field)?.strip_prefix('.').map(str::to_string)).collect()
}

#[test]
fn every_cell_of_the_starting_library_is_read_by_the_type_of_its_field() {
    // I2, I4
    let catalogue = Catalogue::new(&definitions(), &HashMap::new(), items());
    let culture = Culture::find("en-GB").expect("a culture");
    let mut found = Vec::new();
    for sheet in sheets() {
        for (column, head) in sheet.header.iter().enumerate() {
            let name = head.split('.').next().unwrap_or(head);
            let Some(field) = sheet.def.fields.iter().find(|f| f.name == name) else {
                found.push(format!("{}: no field for the column {head}", sheet.name));
                continue;
            };
            for line in &sheet.lines {
                let cell = line[column].as_str();
                let wrong = match &field.ty {
                    _ if cell.is_empty() => field.mandatory,
                    FieldType::Reference(_) | FieldType::References(_) | FieldType::Translated => false,
                    _ => types::parse(field, cell, culture)
                        .and_then(|v| types::check(field, &v, &catalogue))
                        .is_err(),
                };
                if wrong {
                    found.push(format!("{}: {head} cannot be {cell:?} in {:?}", sheet.name, line.first()));
                }
            }
        }
        for field in sheet.def.fields.iter().filter(|f| f.mandatory && f.default.is_none()) {
            let there =
                sheet.column(&field.name).is_some() || !languages(&sheet.header, &field.name).is_empty();
            if !there {
                found.push(format!("{} lacks the mandatory {}", sheet.name, field.name));
            }
        }
    }
    assert_none("cells that an import would refuse", &found);
}

#[test]
fn the_starting_library_is_complete_in_seven_languages() {
    // S10
    let all: BTreeSet<String> = Language::ALL.iter().map(|l| l.code().to_string()).collect();
    let mut found = Vec::new();
    for sheet in sheets() {
        for field in sheet.def.fields.iter().filter(|f| matches!(f.ty, FieldType::Translated)) {
            let there = languages(&sheet.header, &field.name);
            if !there.is_empty() && there != all {
                found.push(format!("{}: {} only in {there:?}", sheet.name, field.name));
            }
            for language in &there {
                let column = sheet.column(&format!("{}.{language}", field.name)).expect("the column");
                for line in sheet.lines.iter().filter(|l| l[column].trim().is_empty()) {
                    found.push(format!(
                        "{}: {:?} has no {}.{language}",
                        sheet.name,
                        line.first(),
                        field.name
                    ));
                }
            }
        }
    }
    assert_none("texts missing", &found);
}

#[test]
fn the_starting_library_refers_only_to_what_was_imported_before() {
    // I4: ascending order of execution
    let sheets = sheets();
    let mut known: BTreeMap<&str, (u32, BTreeSet<String>)> = BTreeMap::new();
    for sheet in &sheets {
        let keys = sheet.keys();
        let set: BTreeSet<String> = keys.iter().cloned().collect();
        assert_eq!(set.len(), keys.len(), "{} has a key twice", sheet.name);
        known.insert(sheet.def.name, (sheet.order, set));
    }
    let mut found = Vec::new();
    for sheet in &sheets {
        for field in sheet.def.fields {
            let (FieldType::Reference(to) | FieldType::References(to)) = &field.ty else { continue };
            let Some(column) = sheet.column(&field.name) else { continue };
            for line in &sheet.lines {
                for key in line[column].split(", ").filter(|k| !k.is_empty()) {
                    let before = known.get(to.as_ref()).is_some_and(|(order, keys)| {
                        keys.contains(key) && (*order < sheet.order || *to == sheet.def.name)
                    });
                    if !before {
                        found.push(format!("{}: {} {key} is not there yet", sheet.name, field.name));
                    }
                }
            }
        }
    }
    assert_none("references into the void", &found);
}

#[test]
fn adapted_formats_fill_columns_that_exist_from_columns_that_they_list() {
    // I2
    let mut found = Vec::new();
    for path in files(&folder("library/adapted")) {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_string();
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let format: toml::Table = text.parse().unwrap_or_else(|e| panic!("{name}: {e}"));
        let list = |table: &toml::Table, key: &str| -> Vec<toml::Value> {
            table.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default()
        };
        for source in list(&format, "source") {
            let source = source.as_table().expect("a source is a table");
            let columns: Vec<toml::Value> = list(source, "columns");
            for output in list(source, "output") {
                let output = output.as_table().expect("an output is a table");
                let def = object(output.get("object").and_then(toml::Value::as_str).unwrap_or_default());
                let rules = output.get("columns").and_then(toml::Value::as_table).expect("columns");
                for key in def.key.iter().filter(|k| !rules.contains_key(**k)) {
                    found.push(format!("{name}: {} lacks {key}", def.name));
                }
                for (column, rule) in rules {
                    let field = column.split('.').next().unwrap_or(column);
                    if !def.fields.iter().any(|f| f.name == field) {
                        found.push(format!("{name}: {} has no {column}", def.name));
                    }
                    if let Some(from) = rule.get("from")
                        && from.as_str() != Some("*")
                        && !columns.contains(from)
                    {
                        found.push(format!(
                            "{name}: {column} of {} is taken from {from}, which is not listed",
                            def.name
                        ));
                    }
                }
            }
        }
    }
    assert_none("adapted formats that would be refused", &found);
}
