//! The library that every new tenant starts with, and the adapted formats that come with the product (I2, I4, S10).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use talang_catalogue::object::{Catalogue, ListItem};
use talang_catalogue::{Culture, FieldType, Language, ObjectDef, Subject, types};
use talang_engine::Action;

use super::{all_definitions, assert_none, registry};

/// A file of a module's `library/csv`: its object, its name, its header and its lines.
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
    all_definitions()
        .into_iter()
        .find(|d| d.name == name)
        .unwrap_or_else(|| panic!("there is no object {name}"))
}

fn sheets() -> Vec<Sheet> {
    let mut found: Vec<Sheet> = Vec::new();
    for file in talang_server::library::files() {
        let name = file.name.clone();
        let parts: Vec<&str> = name.split('_').collect();
        let [object_name, "InsertAndUpdate", "en-GB", order, ".csv"] = parts.as_slice() else {
            panic!("{name} is no file name of an import (I4)")
        };
        let text =
            file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or_else(|| panic!("{name} has no BOM (I2)"));
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

/// The lines of one object's files, each as column → cell.
pub(super) fn lines(object: &str) -> Vec<BTreeMap<String, String>> {
    let sheets: Vec<Sheet> = sheets().into_iter().filter(|s| s.def.name == object).collect();
    assert!(!sheets.is_empty(), "the library has no file of {object}");
    let lines =
        sheets.iter().flat_map(|s| s.lines.iter().map(|l| s.header.iter().cloned().zip(l.iter().cloned())));
    lines.map(Iterator::collect).collect()
}

/// The value lists that every new tenant gets, with the codes of their items.
pub(super) fn value_lists() -> BTreeMap<String, Vec<String>> {
    let mut lists: BTreeMap<String, Vec<String>> =
        lines("ValueList").iter().map(|l| (l["code"].clone(), Vec::new())).collect();
    for item in lines("ValueListItem") {
        lists.entry(item["list"].clone()).or_default().push(item["code"].clone());
    }
    lists
}

/// The value lists as a catalogue holds them.
fn items() -> HashMap<String, Vec<ListItem>> {
    let item = |code: String| ListItem { code, label: BTreeMap::new(), active: true };
    value_lists().into_iter().map(|(list, codes)| (list, codes.into_iter().map(item).collect())).collect()
}

/// The languages in which a translated field stands in a header.
fn languages(header: &[String], field: &str) -> BTreeSet<String> {
    header.iter().filter_map(|h| h.strip_prefix(field)?.strip_prefix('.').map(str::to_string)).collect()
}

#[test]
fn every_cell_of_the_starting_library_is_read_by_the_type_of_its_field() {
    // I2, I4
    let catalogue = Catalogue::new(&all_definitions(), &HashMap::new(), items());
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
    let mut known: BTreeMap<&str, BTreeMap<String, u32>> = BTreeMap::new();
    for sheet in &sheets {
        for key in sheet.keys() {
            let before = known.entry(sheet.def.name).or_default().insert(key.clone(), sheet.order);
            assert_eq!(before, None, "{} has a key twice: {key}", sheet.name);
        }
    }
    let there = |object: &str, key: &str| known.get(object).and_then(|keys| keys.get(key)).copied();
    let mut found = Vec::new();
    for sheet in &sheets {
        for field in sheet.def.fields {
            let Some(column) = sheet.column(&field.name) else { continue };
            for line in &sheet.lines {
                let cells: Vec<(&str, String)> = match &field.ty {
                    FieldType::Item(list) => vec![("ValueListItem", format!("{list}|{}", line[column]))],
                    FieldType::Reference(to) | FieldType::References(to) => {
                        line[column].split(", ").map(|key| (to.as_ref(), key.to_string())).collect()
                    }
                    _ => continue,
                };
                for (to, key) in cells.into_iter().filter(|_| !line[column].is_empty()) {
                    let before = there(to, &key).is_some_and(|order| {
                        order < sheet.order || to == sheet.def.name && order == sheet.order
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
    for text in registry().adapted_formats {
        let format: toml::Table = text.parse().expect("a table");
        let name = format.get("code").and_then(toml::Value::as_str).unwrap_or_default().to_string();
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

/// Words of a cell that lists several.
fn words(cell: &str) -> Vec<&str> {
    cell.split(',').map(str::trim).filter(|w| !w.is_empty()).collect()
}

/// The objects that a line of a role means.
fn meant(line: &BTreeMap<String, String>) -> Vec<&'static ObjectDef> {
    let object = line["object"].as_str();
    let fits = |d: &ObjectDef| match object.strip_prefix("module:") {
        Some(module) => d.module == module,
        None => object == "*" || d.name == object,
    };
    all_definitions().into_iter().filter(|d| fits(d)).collect()
}

#[test]
fn standard_roles_speak_of_objects_groups_and_actions_that_exist() {
    // A10
    let mut found = Vec::new();
    for line in lines("RoleRight") {
        let defs = meant(&line);
        let group = line["field_group"].as_str();
        let known = group == "*" || group == "general" || {
            defs.iter().any(|d| d.fields.iter().any(|f| f.group == group))
        };
        let actions = words(&line["actions"]);
        if defs.is_empty() || !known || actions.is_empty() {
            found.push(format!("{line:?}"));
        }
        if let Some(word) = actions.iter().find(|w| Action::parse(w).is_none()) {
            found.push(format!("{word} is no action: {line:?}"));
        }
        // What belongs to nobody is reached by everyone who has the right: say so.
        if defs.iter().all(|d| d.reach() == Subject::None) && line["extent"] != "all" {
            found.push(format!("an extent without meaning: {line:?}"));
        }
    }
    assert_none("rights that give nothing", &found);
}

#[test]
fn standard_roles_give_no_more_than_their_holders_need() {
    // G1
    let private = ["private", "financial", "sensitive"];
    let mut found = Vec::new();
    for line in lines("RoleRight") {
        let (role, extent) = (line["role"].as_str(), line["extent"].as_str());
        let (group, actions) = (line["field_group"].as_str(), words(&line["actions"]));
        let everything = role == "super-administrator";
        let defs = meant(&line);
        let opens = |d: &ObjectDef| {
            d.fields.iter().any(|f| private.contains(&f.group.as_ref()) && (group == "*" || f.group == group))
        };
        for def in defs {
            let personal = def.people() == Some("Employee");
            let of_candidates = def.people() == Some("Candidate");
            let mut say = |what: &str| found.push(format!("{role} {what} {}", def.name));
            // Files of candidates are for those who recruit, and for their team only; and offers for those who decide about
            // them, of whom HR, which hires, reads the file, too.
            let asked = extent == "team"
                && match def.name {
                    "Offer" | "OfferApproval" => ["manager", "hr-manager"].contains(&role),
                    "Candidate" | "CandidateAddress" | "CandidateSkill" | "CandidateDocument" => {
                        role == "hr-manager" && actions == ["read"]
                    }
                    _ => false,
                };
            if of_candidates
                && !everything
                && !asked
                && !["recruiter", "hiring-manager", "integration"].contains(&role)
            {
                say("reaches");
            }
            // What somebody is to earn is decided about by whoever will lead them, and written by those who recruit.
            if def.name == "Offer"
                && !everything
                && !["recruiter", "integration"].contains(&role)
                && (extent != "team" || actions != ["read"])
            {
                say("writes or reaches beyond what they are asked about");
            }
            if def.name == "ApplicationEvent"
                && !["super-administrator", "integration"].contains(&role)
                && actions.iter().any(|a| !["read", "export"].contains(a))
            {
                say("writes");
            }
            match role {
                "employee" if def.reach() != Subject::None && extent != "self" => say("reaches others by"),
                "employee" if ["decision", "verification"].contains(&group) && actions != ["read"] => {
                    say("decides or verifies");
                }
                "employee" if ["EmployeeNote", "ExitInterview"].contains(&def.name) => say("reaches"),
                "manager" if personal && extent == "team" && opens(def) => say("reaches private data of"),
                "manager" if extent == "team" && ["sensitive", "*"].contains(&group) => say("sees all of"),
                "administrator" if personal && opens(def) => say("reaches private data of"),
                "hiring-manager"
                    if matches!(def.space(), Some("Vacancy" | "Candidate")) && extent != "team" =>
                {
                    say("reaches beyond their teams in");
                }
                // What somebody wrote and sent with an application is meant for them.
                "hiring-manager"
                    if of_candidates
                        && opens(def)
                        && !["Application", "CandidateDocument", "Offer"].contains(&def.name) =>
                {
                    say("reaches private data in");
                }
                "hiring-manager" if of_candidates && def.name != "Offer" && group == "financial" => {
                    say("sees the pay in")
                }
                "hiring-manager"
                    if def.name == "Requisition" && group == "decision" && actions != ["read"] =>
                {
                    say("decides about their own");
                }
                "recruiter" | "hiring-manager" | "trainer" | "directory"
                    if personal
                        && (def.name, group, line["actions"].as_str()) != ("Employee", "general", "read") =>
                {
                    say("reads more than the directory in");
                }
                "data-protection-officer" if personal && !["general", "*"].contains(&group) => say("reaches"),
                "data-protection-officer" if personal && def.module != "access" && def.name != "Employee" => {
                    say("reads the files of");
                }
                "compensation-manager" if personal && opens(def) && def.name != "HourlyRate" => {
                    say("reaches private data of");
                }
                "integration" if actions.contains(&"delete") => say("deletes"),
                _ => {}
            }
            // A12: only a super administrator reaches technical configuration.
            if !everything && def.technical {
                say("reaches technical configuration:");
            }
        }
    }
    assert_none("rights beyond need", &found);
}

#[test]
fn every_standard_role_has_rights() {
    // A10
    let mut with: BTreeSet<String> = lines("RoleRight").into_iter().map(|l| l["role"].clone()).collect();
    // Support has what users consent to, and nothing else (T4).
    assert!(with.insert("support".to_string()));
    let roles: BTreeSet<String> = lines("Role").into_iter().map(|l| l["code"].clone()).collect();
    assert_eq!(with, roles);
}
