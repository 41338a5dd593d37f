//! Names of objects, fields, codes, right groups and modules in the seven languages, from TOML sources (S10).

use std::collections::{BTreeSet, HashMap};

use crate::culture::Language;
use crate::object::{FieldDef, FieldType, ObjectDef};

#[derive(Clone, Debug, Default)]
struct ObjectLabels {
    one: String,
    many: String,
    help: String,
    /// Label and help.
    fields: HashMap<String, (String, String)>,
}

#[derive(Clone, Debug, Default)]
struct Tongue {
    objects: HashMap<String, ObjectLabels>,
    choices: HashMap<String, HashMap<String, String>>,
    groups: HashMap<String, String>,
    modules: HashMap<String, String>,
}

/// The labels of all modules. Build it once from each crate's `labels/<group>/<lang>.toml`.
///
/// A label that a language lacks is given in English; one that English lacks is the technical name. English help is
/// the declaration's doc comment, so the catalogue keeps it and not this table.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    tongues: HashMap<Language, Tongue>,
}

impl Labels {
    /// Labels from sources.
    ///
    /// # Errors
    /// As [`Labels::add`].
    pub fn new(sources: &[(Language, &str)]) -> Result<Labels, String> {
        let mut labels = Labels::default();
        for (language, source) in sources {
            labels.add(*language, source)?;
        }
        Ok(labels)
    }

    /// Adds one source.
    ///
    /// # Errors
    /// A text saying what is wrong: TOML syntax, a value of another shape than the format's, or an entry given twice.
    pub fn add(&mut self, language: Language, source: &str) -> Result<(), String> {
        let at = |what: &str| format!("{}.toml: {what}", language.code());
        let table: toml::Table = source.parse().map_err(|e| at(&format!("{e}")))?;
        let tongue = self.tongues.entry(language).or_default();
        for (name, entry) in &table {
            let entry = entry.as_table().ok_or_else(|| at(&format!("{name} must be a table")))?;
            match name.as_str() {
                "choice" => {
                    for (choice, codes) in entry {
                        let codes = codes
                            .as_table()
                            .ok_or_else(|| at(&format!("choice.{choice} must be a table")))?;
                        // An enumeration may be used by several modules, each with its own source.
                        texts(codes, tongue.choices.entry(choice.clone()).or_default(), &at)?;
                    }
                }
                "group" => texts(entry, &mut tongue.groups, &at)?,
                "module" => texts(entry, &mut tongue.modules, &at)?,
                _ => {
                    let labels = object(name, entry, &at)?;
                    if tongue.objects.insert(name.clone(), labels).is_some() {
                        return Err(at(&format!("{name} is given twice")));
                    }
                }
            }
        }
        Ok(())
    }

    fn find<'a>(
        &'a self,
        language: Language,
        get: impl Fn(&'a Tongue) -> Option<&'a str>,
    ) -> Option<&'a str> {
        [language, Language::En]
            .into_iter()
            .filter_map(|l| self.tongues.get(&l))
            .find_map(|t| get(t).filter(|s| !s.is_empty()))
    }

    /// What one record is called.
    pub fn object<'a>(&'a self, language: Language, name: &'a str) -> &'a str {
        self.find(language, |t| t.objects.get(name).map(|o| o.one.as_str())).unwrap_or(name)
    }

    /// What several records are called.
    pub fn objects<'a>(&'a self, language: Language, name: &'a str) -> &'a str {
        self.find(language, |t| t.objects.get(name).map(|o| o.many.as_str())).unwrap_or(name)
    }

    /// What an object is for.
    pub fn object_help<'a>(&'a self, language: Language, def: &'a ObjectDef) -> &'a str {
        self.tongues
            .get(&language)
            .and_then(|t| t.objects.get(def.name))
            .map(|o| o.help.as_str())
            .filter(|h| !h.is_empty())
            .unwrap_or(def.help)
    }

    /// What a field is called; a tenant's own field carries its labels itself.
    pub fn field<'a>(&'a self, language: Language, object: &str, field: &'a FieldDef) -> &'a str {
        if let Some(own) = &field.labels {
            return text_in(own, language).unwrap_or(&field.name);
        }
        self.find(language, |t| {
            t.objects.get(object)?.fields.get(field.name.as_ref()).map(|(l, _)| l.as_str())
        })
        .unwrap_or(&field.name)
    }

    /// What a field means; empty where nobody said.
    pub fn field_help<'a>(&'a self, language: Language, object: &str, field: &'a FieldDef) -> &'a str {
        self.tongues
            .get(&language)
            .and_then(|t| t.objects.get(object)?.fields.get(field.name.as_ref()))
            .map(|(_, help)| help.as_str())
            .filter(|h| !h.is_empty())
            .unwrap_or(&field.help)
    }

    /// What a code of a closed list means.
    pub fn choice<'a>(&'a self, language: Language, choice: &str, code: &'a str) -> &'a str {
        self.find(language, |t| t.choices.get(choice)?.get(code).map(String::as_str)).unwrap_or(code)
    }

    /// What a right group is called.
    pub fn group<'a>(&'a self, language: Language, name: &'a str) -> &'a str {
        self.find(language, |t| t.groups.get(name).map(String::as_str)).unwrap_or(name)
    }

    /// What a module is called.
    pub fn module<'a>(&'a self, language: Language, name: &'a str) -> &'a str {
        self.find(language, |t| t.modules.get(name).map(String::as_str)).unwrap_or(name)
    }

    /// Everything missing or superfluous in any language, one line each. Empty when all is well.
    pub fn check(&self, defs: &[&'static ObjectDef]) -> Vec<String> {
        let mut found = Vec::new();
        let empty = Tongue::default();
        let groups: BTreeSet<&str> =
            defs.iter().flat_map(|d| d.fields.iter().map(|f| f.group.as_ref())).collect();
        let modules: BTreeSet<&str> = defs.iter().map(|d| d.module).collect();
        let mut choices: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for field in defs.iter().flat_map(|d| d.fields) {
            if let FieldType::Choice(def) = &field.ty {
                choices.insert(def.name, def.items.iter().map(|i| i.code).collect());
            }
        }
        for language in Language::ALL {
            let tongue = self.tongues.get(&language).unwrap_or(&empty);
            let mut say = |what: String| found.push(format!("{}: {what}", language.code()));
            for def in defs {
                let Some(labels) = tongue.objects.get(def.name) else {
                    say(format!("[{}] is missing", def.name));
                    continue;
                };
                for (part, text) in [("one", &labels.one), ("many", &labels.many)] {
                    if text.is_empty() {
                        say(format!("{}.{part} is missing", def.name));
                    }
                }
                if language != Language::En && labels.help.is_empty() && !def.help.is_empty() {
                    say(format!("{}.help is missing", def.name));
                }
                for field in def.fields {
                    match labels.fields.get(field.name.as_ref()) {
                        None => say(format!("{}.fields.{} is missing", def.name, field.name)),
                        Some((label, _)) if label.is_empty() => {
                            say(format!("{}.fields.{} is empty", def.name, field.name));
                        }
                        Some((_, help))
                            if language != Language::En && help.is_empty() && !field.help.is_empty() =>
                        {
                            say(format!("{}.fields.{} has no help", def.name, field.name));
                        }
                        Some(_) => {}
                    }
                }
                let known: BTreeSet<&str> = def.fields.iter().map(|f| f.name.as_ref()).collect();
                extra(labels.fields.keys(), &known, &format!("{}.fields.", def.name), &mut say);
            }
            let names: BTreeSet<&str> = defs.iter().map(|d| d.name).collect();
            extra(tongue.objects.keys(), &names, "", &mut say);
            compare(&tongue.groups, &groups, "group.", &mut say);
            compare(&tongue.modules, &modules, "module.", &mut say);
            for (choice, codes) in &choices {
                let none = HashMap::new();
                compare(
                    tongue.choices.get(*choice).unwrap_or(&none),
                    codes,
                    &format!("choice.{choice}."),
                    &mut say,
                );
            }
            let names: BTreeSet<&str> = choices.keys().copied().collect();
            extra(tongue.choices.keys(), &names, "choice.", &mut say);
        }
        found.sort();
        found
    }
}

/// The text in a language, else in English, else in any.
pub fn text_in(texts: &crate::value::Texts, language: Language) -> Option<&str> {
    texts
        .get(language.code())
        .filter(|s| !s.is_empty())
        .or_else(|| texts.get("en").filter(|s| !s.is_empty()))
        .or_else(|| texts.values().find(|s| !s.is_empty()))
        .map(String::as_str)
}

fn extra<'a>(
    own: impl Iterator<Item = &'a String>,
    known: &BTreeSet<&str>,
    prefix: &str,
    say: &mut impl FnMut(String),
) {
    for name in own.filter(|n| !known.contains(n.as_str())) {
        say(format!("{prefix}{name} is superfluous"));
    }
}

fn compare(
    own: &HashMap<String, String>,
    known: &BTreeSet<&str>,
    prefix: &str,
    say: &mut impl FnMut(String),
) {
    for name in known {
        if own.get(*name).is_none_or(|t| t.is_empty()) {
            say(format!("{prefix}{name} is missing"));
        }
    }
    extra(own.keys(), known, prefix, say);
}

fn texts(
    table: &toml::Table,
    into: &mut HashMap<String, String>,
    at: &impl Fn(&str) -> String,
) -> Result<(), String> {
    for (key, value) in table {
        let text = value.as_str().ok_or_else(|| at(&format!("{key} must be a text")))?;
        // Groups, modules and codes occur in several modules' sources; the same word twice is no contradiction.
        if let Some(before) = into.insert(key.clone(), text.to_string())
            && before != text
        {
            return Err(at(&format!("{key} is given twice: \"{before}\" and \"{text}\"")));
        }
    }
    Ok(())
}

fn object(name: &str, table: &toml::Table, at: &impl Fn(&str) -> String) -> Result<ObjectLabels, String> {
    let mut labels = ObjectLabels::default();
    for (key, value) in table {
        match (key.as_str(), value) {
            ("one", toml::Value::String(s)) => labels.one.clone_from(s),
            ("many", toml::Value::String(s)) => labels.many.clone_from(s),
            ("help", toml::Value::String(s)) => labels.help.clone_from(s),
            ("fields", toml::Value::Table(fields)) => {
                for (field, value) in fields {
                    let pair = match value {
                        toml::Value::String(label) => Some((label.clone(), String::new())),
                        toml::Value::Array(parts) => match parts.as_slice() {
                            [toml::Value::String(label)] => Some((label.clone(), String::new())),
                            [toml::Value::String(label), toml::Value::String(help)] => {
                                Some((label.clone(), help.clone()))
                            }
                            _ => None,
                        },
                        _ => None,
                    };
                    let pair = pair.ok_or_else(|| {
                        at(&format!("{name}.fields.{field} must be \"label\" or [\"label\", \"help\"]"))
                    })?;
                    labels.fields.insert(field.clone(), pair);
                }
            }
            _ => return Err(at(&format!("{name}.{key} is none of one, many, help, fields"))),
        }
    }
    Ok(labels)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DE: &str = r#"
[Employee]
one = "Mitarbeiter"
many = "Mitarbeitende"
[Employee.fields]
number = ["Personalnummer", "Bleibt immer gleich."]
[choice.Sex]
F = "weiblich"
[group]
general = "Allgemein"
[module]
people = "Personal"
"#;

    #[test]
    fn labels_fall_back_to_english_and_then_to_the_name() {
        // S10
        let labels = Labels::new(&[
            (Language::De, DE),
            (
                Language::En,
                "[Employee]\none = \"Employee\"\nmany = \"Employees\"\n[choice.Sex]\nM = \"male\"",
            ),
        ])
        .unwrap();
        assert_eq!(labels.objects(Language::De, "Employee"), "Mitarbeitende");
        assert_eq!(labels.object(Language::Fr, "Employee"), "Employee");
        assert_eq!(labels.choice(Language::De, "Sex", "F"), "weiblich");
        assert_eq!(labels.choice(Language::De, "Sex", "M"), "male");
        assert_eq!(labels.choice(Language::De, "Sex", "X"), "X");
        assert_eq!(labels.group(Language::De, "general"), "Allgemein");
        assert_eq!(labels.module(Language::Sv, "people"), "people");
    }

    #[test]
    fn a_wrong_source_is_refused_with_its_place() {
        assert!(Labels::new(&[(Language::De, "[A]\nuno = \"x\"")]).unwrap_err().contains("A.uno"));
        assert!(Labels::new(&[(Language::De, "[A]\nfields.x = 3")]).unwrap_err().contains("A.fields.x"));
        assert!(Labels::new(&[(Language::De, DE), (Language::De, DE)]).unwrap_err().contains("twice"));
    }

    #[test]
    fn superfluous_labels_are_listed() {
        let found = Labels::new(&[(Language::De, DE)]).unwrap().check(&[]);
        assert!(found.iter().any(|f| f.contains("Employee is superfluous")), "{found:?}");
    }
}
