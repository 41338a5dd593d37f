//! The demo's data hold what they promise: everything refers to something, nothing overlaps, everything can be read.

use std::collections::{HashMap, HashSet};

use jiff::civil::{Date, date};
use talang_catalogue::{Catalogue, Culture, FieldType, Object};

use super::places::mod97;
use super::table::read;
use super::{DemoCompany, DemoData, company};

const TODAY: Date = date(2026, 11, 24);

type Line = HashMap<String, String>;

fn lines(data: &DemoData, object: &str) -> Vec<Line> {
    let prefix = format!("{object}_");
    data.files.iter().filter(|f| f.name.starts_with(&prefix)).flat_map(|f| read(&f.text)).collect()
}

fn catalogue() -> Catalogue {
    let mut definitions = talang_engine::objects::module().objects;
    definitions.extend(talang_core_hr::objects::definitions());
    definitions.extend(talang_recruiting::objects::definitions());
    Catalogue::new(&definitions, &HashMap::new(), HashMap::new())
}

fn object_of(name: &str) -> &str {
    name.split('_').next().unwrap_or_default()
}

/// The library that every tenant has before the demo's files are imported.
fn library() -> Vec<(String, Vec<Line>)> {
    let folders = ["core_hr", "recruiting"];
    folders
        .iter()
        .map(|module| format!("{}/../modules/{module}/library/csv", env!("CARGO_MANIFEST_DIR")))
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "csv"))
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().to_string(),
                read(&std::fs::read_to_string(&path).unwrap()),
            )
        })
        .collect()
}

/// The parts of a line's key that others use to refer to it.
fn thread(object: &Object, line: &Line) -> String {
    let parts: Vec<&str> = object
        .thread
        .iter()
        .map(|i| line.get(object.fields[*i].name.as_ref()).map_or("", String::as_str))
        .collect();
    parts.join("|")
}

#[test]
fn the_same_day_gives_the_same_company() {
    let (one, other) = (company(DemoCompany::Large, TODAY), company(DemoCompany::Large, TODAY));
    assert_eq!(one.files, other.files);
    assert_eq!(one.accounts, other.accounts);
    assert_eq!(one.photos[7].png(), other.photos[7].png());
    assert!(one.photos[7].png().starts_with(b"\x89PNG"));
    assert_eq!(super::portrait::portrait(5), super::portrait::portrait(5));
}

/// I2, I4: names and encoding; orders ascend.
#[test]
fn files_are_named_and_written_as_imports_want_them() {
    for kind in [DemoCompany::Large, DemoCompany::Small] {
        let mut last = 0;
        for file in company(kind, TODAY).files {
            let parts: Vec<&str> = file.name.split('_').collect();
            assert_eq!((parts[1], parts[2], parts[4]), ("InsertAndUpdate", "en-GB", ".csv"), "{}", file.name);
            let order: u32 = parts[3].parse().unwrap();
            assert!(order > last, "{}", file.name);
            last = order;
            assert!(file.text.starts_with('\u{feff}') && file.text.ends_with("\r\n"));
        }
    }
}

/// Every column is a field, every cell can be read, every mandatory field is there, every reference leads somewhere
/// that was imported before or stands above, and no two slices of one thread overlap.
#[test]
fn every_line_can_be_imported() {
    let catalogue = catalogue();
    let culture = Culture::find("en-GB").unwrap();
    for kind in [DemoCompany::Large, DemoCompany::Small] {
        for today in [TODAY, date(2027, 1, 1), date(2028, 2, 29)] {
            let data = company(kind, today);
            let mut known: HashMap<String, HashSet<String>> = HashMap::new();
            let mut items: HashMap<String, HashSet<String>> = HashMap::new();
            for (name, lines) in library() {
                let object = catalogue.object(object_of(&name)).unwrap();
                for line in &lines {
                    known.entry(object.name.to_string()).or_default().insert(thread(object, line));
                    if object.name == "ValueListItem" {
                        items.entry(line["list"].clone()).or_default().insert(line["code"].clone());
                    }
                }
            }
            for file in &data.files {
                let name = object_of(&file.name);
                let object = catalogue.object(name).unwrap_or_else(|| panic!("{name}"));
                let mut slices: HashMap<String, Vec<(String, String)>> = HashMap::new();
                let mut keys = HashSet::new();
                for line in read(&file.text) {
                    let shown = || format!("{name}: {line:?}");
                    for (column, cell) in &line {
                        let bare = column.split('.').next().unwrap();
                        let field =
                            object.field(bare).unwrap_or_else(|| panic!("{name}.{column} is no field"));
                        assert!(!field.read_only, "{name}.{column} is read-only");
                        if cell.is_empty() || column.ends_with(".currency") {
                            continue;
                        }
                        match &field.ty {
                            FieldType::Reference(to) => {
                                let to = if to.is_empty() { "Employee" } else { to.as_ref() };
                                assert!(
                                    known.get(to).is_some_and(|k| k.contains(cell)),
                                    "{column} leads nowhere in {}",
                                    shown()
                                );
                            }
                            FieldType::Item(list) => {
                                assert!(
                                    items.get(list.as_ref()).is_some_and(|i| i.contains(cell)),
                                    "{column} is not in {list}: {}",
                                    shown()
                                );
                            }
                            FieldType::References(_) | FieldType::Money | FieldType::Translated => {}
                            _ => {
                                let value = talang_catalogue::types::parse(field, cell, culture);
                                assert!(value.is_ok(), "{column}: {value:?} in {}", shown());
                                let value = talang_catalogue::types::normalise(field, value.unwrap());
                                let checked = talang_catalogue::types::check(field, &value, &catalogue);
                                assert!(checked.is_ok(), "{column}: {checked:?} in {}", shown());
                            }
                        }
                    }
                    // What follows from another record is not written.
                    let wanted = object.fields.iter().filter(|f| {
                        f.mandatory
                            && f.default.is_none()
                            && f.follows.is_none()
                            && !matches!(f.ty, FieldType::Bool)
                    });
                    for field in wanted {
                        let filled = line
                            .iter()
                            .any(|(c, v)| c.split('.').next() == Some(field.name.as_ref()) && !v.is_empty());
                        assert!(filled, "{} is missing in {}", field.name, shown());
                    }
                    let thread = thread(object, &line);
                    if object.dated {
                        slices
                            .entry(thread.clone())
                            .or_default()
                            .push((line["start"].clone(), line.get("end").cloned().unwrap_or_default()));
                    } else {
                        assert!(keys.insert(thread.clone()), "twice: {}", shown());
                    }
                    known.entry(name.to_string()).or_default().insert(thread);
                }
                for (thread, mut parts) in slices {
                    parts.sort();
                    for (start, end) in &parts {
                        assert!(end.is_empty() || start <= end, "{name} {thread}: {start} to {end}");
                    }
                    for pair in parts.windows(2) {
                        assert!(
                            !pair[0].1.is_empty() && pair[0].1 < pair[1].0,
                            "{name} {thread}: {pair:?} overlap"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn as_many_people_as_promised() {
    let large = company(DemoCompany::Large, TODAY);
    let count = |status: &str| lines(&large, "Employee").iter().filter(|l| l["status"] == status).count();
    assert_eq!(count("active") + count("suspended"), 1470);
    assert!(count("suspended") > 15 && count("left") > 200 && count("future") > 10);
    let small = company(DemoCompany::Small, TODAY);
    assert_eq!(lines(&small, "Employee").iter().filter(|l| l["status"] == "active").count(), 12);
    assert!(company(DemoCompany::Empty, TODAY).files.is_empty());
}

#[test]
fn units_form_one_tree_of_five_or_six_levels() {
    let data = company(DemoCompany::Large, TODAY);
    let today = TODAY.to_string();
    let units: HashMap<String, String> = lines(&data, "Organisation")
        .into_iter()
        .filter(|l| l["start"] <= today && (l["end"].is_empty() || l["end"] >= today))
        .map(|l| (l["code"].clone(), l["parent"].clone()))
        .collect();
    assert!((115..150).contains(&units.len()), "{}", units.len());
    assert_eq!(units.values().filter(|p| p.is_empty()).count(), 1);
    let depth = |code: &str| {
        let (mut at, mut depth) = (code.to_string(), 1);
        while !units[&at].is_empty() {
            at = units[&at].clone();
            depth += 1;
            assert!(depth < 10, "{code} turns in a circle");
        }
        depth
    };
    assert_eq!(units.keys().map(|c| depth(c)).max(), Some(6));
}

/// On any day, whoever is asked "who is your manager?" leads to the head of the company.
#[test]
fn every_manager_chain_ends() {
    let data = company(DemoCompany::Large, TODAY);
    let all = lines(&data, "Assignment");
    for day in [date(2018, 6, 15), date(2021, 1, 1), date(2024, 3, 31), TODAY, date(2027, 3, 1)] {
        let day = day.to_string();
        let managers: HashMap<&str, &str> = all
            .iter()
            .filter(|l| l["start"] <= day && (l["end"].is_empty() || l["end"] >= day))
            .map(|l| (l["employee"].as_str(), l["manager"].as_str()))
            .collect();
        let tops: Vec<&&str> = managers.iter().filter(|(_, m)| m.is_empty()).map(|(p, _)| p).collect();
        assert_eq!(tops.len(), 1, "{day}: {tops:?}");
        for person in managers.keys() {
            let (mut at, mut steps) = (*person, 0);
            while !managers[at].is_empty() {
                assert!(
                    managers.contains_key(managers[at]),
                    "{day}: {} is managed by {}, who is not there",
                    at,
                    managers[at]
                );
                at = managers[at];
                steps += 1;
                assert!(steps < 12, "{day}: {person} turns in a circle");
            }
        }
    }
}

#[test]
fn bank_accounts_have_valid_check_digits() {
    let accounts = lines(&company(DemoCompany::Large, TODAY), "BankAccount");
    let with: Vec<&Line> = accounts.iter().filter(|a| !a["iban"].is_empty()).collect();
    assert!(with.len() > 1200);
    for account in with {
        let (head, tail) = account["iban"].split_at(4);
        assert_eq!(mod97(&format!("{tail}{head}")), 1, "{account:?}");
    }
}

#[test]
fn sign_ins_belong_to_people_and_do_what_they_promise() {
    let data = company(DemoCompany::Large, TODAY);
    let people: HashSet<String> = lines(&data, "Employee")
        .into_iter()
        .filter(|l| l["status"] == "active")
        .map(|l| l["number"].clone())
        .collect();
    let roles: HashSet<String> = library()
        .into_iter()
        .find(|(n, _)| n.starts_with("Role_"))
        .unwrap()
        .1
        .into_iter()
        .map(|l| l["code"].clone())
        .collect();
    for account in data.accounts.iter().chain(&company(DemoCompany::Small, TODAY).accounts) {
        assert!(account.password.chars().count() >= 12);
        assert!(account.roles.iter().all(|r| roles.contains(*r)), "{account:?}");
    }
    for account in &data.accounts {
        // Whoever looks after the machine need not work here.
        let fits = account.employee_number.as_ref().is_none_or(|number| people.contains(number));
        assert!(fits, "{account:?}");
    }
    let today = TODAY.to_string();
    let reports = |login: &str| {
        let number =
            data.accounts.iter().find(|a| a.login == login).unwrap().employee_number.clone().unwrap();
        lines(&data, "Assignment")
            .iter()
            .filter(|l| {
                l["manager"] == number && l["start"] <= today && (l["end"].is_empty() || l["end"] >= today)
            })
            .count()
    };
    assert_eq!(reports("manager@velmora.example"), 8);
    assert!(reports("director@velmora.example") >= 5);
    assert_eq!(reports("employee@velmora.example"), 0);
}
