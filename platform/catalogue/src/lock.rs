//! The lock file of the catalogue: a stable text of all declarations, to see what a new version changes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::object::{FieldDef, FieldType, ObjectDef, Subject};

/// A difference between two lock files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Tenants' data needs a migration step written by hand; otherwise the change only adds.
    pub step: bool,
    /// Name of the object.
    pub object: String,
    /// Name of the field; none where the object itself changes.
    pub field: Option<String>,
    /// What changed, in English.
    pub what: String,
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.object)?;
        if let Some(field) = &self.field {
            write!(f, ".{field}")?;
        }
        write!(f, ": {}{}", self.what, if self.step { " (needs a migration step)" } else { "" })
    }
}

/// The name of a type in lock files and documents: `Line`, `Choice(Sex)`, `Item(contract-type)`, `Reference(Job)`.
pub fn type_name(ty: &FieldType) -> String {
    match ty {
        FieldType::Code => "Code".into(),
        FieldType::Line => "Line".into(),
        FieldType::Long => "Long".into(),
        FieldType::Translated => "Translated".into(),
        FieldType::Bool => "Bool".into(),
        FieldType::Integer => "Integer".into(),
        FieldType::Decimal => "Decimal".into(),
        FieldType::Money => "Money".into(),
        FieldType::Percent => "Percent".into(),
        FieldType::Date => "Date".into(),
        FieldType::Instant => "Instant".into(),
        FieldType::Time => "Time".into(),
        FieldType::Email => "Email".into(),
        FieldType::Phone => "Phone".into(),
        FieldType::Url => "Url".into(),
        FieldType::Iban => "Iban".into(),
        FieldType::Language => "Language".into(),
        FieldType::Country => "Country".into(),
        FieldType::Currency => "Currency".into(),
        FieldType::Culture => "Culture".into(),
        FieldType::Choice(def) => format!("Choice({})", def.name),
        FieldType::Item(list) => format!("Item({list})"),
        FieldType::Reference(to) => format!("Reference({to})"),
        FieldType::References(to) => format!("References({to})"),
        FieldType::Duration => "Duration".into(),
        FieldType::Json => "Json".into(),
        FieldType::File => "File".into(),
    }
}

/// The text of all declarations, one line per object, field and removed number, sorted by number.
pub fn lock(version: u32, defs: &[&'static ObjectDef]) -> String {
    let mut text = format!("version = {version}\n");
    let mut defs = defs.to_vec();
    defs.sort_by_key(|d| d.id);
    for def in defs {
        let named = |what: &str, whose: Subject| match whose {
            Subject::None => String::new(),
            Subject::Itself => format!(" {what}=itself"),
            Subject::Field(name) => format!(" {what}={name}"),
        };
        let subject = named("subject", def.subject) + &named("within", def.within);
        let _ = write!(
            text,
            "object {} {} table={} path={} kind={} module={} key={}{subject}",
            def.id,
            def.name,
            def.table,
            def.path,
            def.kind.name(),
            def.module,
            def.key.join("+"),
        );
        flags(&mut text, &[(def.dated, "dated"), (def.extensible, "extensible"), (def.internal, "internal")]);
        let mut lines: Vec<(u16, String)> = def.fields.iter().map(|f| (f.id, line(f))).collect();
        lines.extend(def.tombstones.iter().map(|id| (*id, format!("  removed {id}\n"))));
        lines.sort();
        lines.iter().for_each(|(_, line)| text.push_str(line));
    }
    text
}

fn flags(text: &mut String, flags: &[(bool, &str)]) {
    for (_, name) in flags.iter().filter(|(on, _)| *on) {
        text.push(' ');
        text.push_str(name);
    }
    text.push('\n');
}

fn line(field: &FieldDef) -> String {
    let mut text = format!("  field {} {} {}", field.id, field.name, type_name(&field.ty));
    let _ = write!(text, " privacy={} group={}", field.privacy.name(), field.group);
    if let Some(min) = field.bounds.min {
        let _ = write!(text, " min={min}");
    }
    if let Some(max) = field.bounds.max {
        let _ = write!(text, " max={max}");
    }
    flags(
        &mut text,
        &[
            (field.mandatory, "mandatory"),
            (field.default.is_some(), "default"),
            (field.unique, "unique"),
            (field.search, "search"),
            (field.read_only, "read_only"),
            (field.fixed, "fixed"),
        ],
    );
    text
}

#[derive(Default)]
struct Locked {
    version: u32,
    objects: BTreeMap<u16, LockedObject>,
}

#[derive(Default)]
struct LockedObject {
    name: String,
    rest: BTreeMap<String, String>,
    fields: BTreeMap<u16, LockedField>,
    removed: Vec<u16>,
}

struct LockedField {
    name: String,
    ty: String,
    rest: BTreeMap<String, String>,
}

fn read(text: &str) -> Result<Locked, String> {
    let mut locked = Locked::default();
    let mut object = None;
    for (number, line) in text.lines().enumerate() {
        let bad = || format!("line {}: not a line of a lock file: {line}", number + 1);
        let mut words = line.split_whitespace();
        let Some(kind) = words.next() else { continue };
        if kind == "version" {
            locked.version = words.nth(1).and_then(|w| w.parse().ok()).ok_or_else(bad)?;
            continue;
        }
        let id: u16 = words.next().and_then(|w| w.parse().ok()).ok_or_else(bad)?;
        match kind {
            "object" => {
                let name = words.next().ok_or_else(bad)?.to_string();
                let new = LockedObject { name, rest: pairs(words), ..LockedObject::default() };
                if locked.objects.insert(id, new).is_some() {
                    return Err(format!("line {}: object number {id} occurs twice", number + 1));
                }
                object = Some(id);
            }
            "field" => {
                let (name, ty) = (words.next().ok_or_else(bad)?, words.next().ok_or_else(bad)?);
                let field = LockedField { name: name.to_string(), ty: ty.to_string(), rest: pairs(words) };
                let owner = object.and_then(|o| locked.objects.get_mut(&o)).ok_or_else(bad)?;
                if owner.fields.insert(id, field).is_some() {
                    return Err(format!(
                        "line {}: field number {id} of {} occurs twice",
                        number + 1,
                        owner.name
                    ));
                }
            }
            "removed" => object.and_then(|o| locked.objects.get_mut(&o)).ok_or_else(bad)?.removed.push(id),
            _ => return Err(bad()),
        }
    }
    Ok(locked)
}

fn pairs<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
    words
        .map(|w| w.split_once('=').unwrap_or((w, "yes")))
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect()
}

/// The version that a lock file states.
///
/// # Errors
/// The text is no lock file.
pub fn version(text: &str) -> Result<u32, String> {
    read(text).map(|locked| locked.version)
}

/// What the new declarations change. Changes that only add need no step; renaming, another type, removal, numbers
/// used again, and new demands on existing records do.
///
/// # Errors
/// A text naming the line that is wrong, when one of the two is no lock file.
pub fn diff(old: &str, new: &str) -> Result<Vec<Change>, String> {
    let (old, new) = (read(old)?, read(new)?);
    let mut changes = Vec::new();
    for (id, object) in &new.objects {
        let Some(before) = old.objects.get(id) else {
            changes.push(change(false, &object.name, None, "new object".into()));
            continue;
        };
        if before.name != object.name {
            changes.push(change(true, &object.name, None, format!("renamed from {}", before.name)));
        }
        compare(
            &before.rest,
            &object.rest,
            &["table", "kind", "key", "dated", "subject", "within"],
            |step, what| {
                changes.push(change(step, &object.name, None, what));
            },
        );
        fields(before, object, &mut changes);
    }
    for (id, object) in &old.objects {
        if !new.objects.contains_key(id) {
            changes.push(change(true, &object.name, None, "removed".into()));
        }
    }
    Ok(changes)
}

fn fields(before: &LockedObject, object: &LockedObject, changes: &mut Vec<Change>) {
    let mut say =
        |step: bool, field: &str, what: String| changes.push(change(step, &object.name, Some(field), what));
    for (id, field) in &object.fields {
        if before.removed.contains(id) {
            say(true, &field.name, format!("uses the number {id} of a removed field again"));
            continue;
        }
        let Some(old) = before.fields.get(id) else {
            let demands = field.rest.contains_key("mandatory") && !field.rest.contains_key("default");
            say(
                demands,
                &field.name,
                if demands { "new mandatory field without default" } else { "new field" }.into(),
            );
            continue;
        };
        if old.name != field.name {
            say(true, &field.name, format!("renamed from {}", old.name));
        }
        if old.ty != field.ty {
            say(true, &field.name, format!("type was {}, is {}", old.ty, field.ty));
        }
        // Existing records may break a new demand; dropping one never needs a step.
        for (name, value) in &field.rest {
            let was = old.rest.get(name);
            if was == Some(value) {
                continue;
            }
            let number = |v: &str| v.parse::<i64>().ok();
            let stricter = match (name.as_str(), was.and_then(|v| number(v)), number(value)) {
                ("mandatory" | "unique", ..) => true,
                ("min", Some(was), Some(is)) => is > was,
                ("max", Some(was), Some(is)) => is < was,
                ("min" | "max", ..) => true,
                _ => false,
            };
            let was = was.map_or("not set", String::as_str);
            say(stricter, &field.name, format!("{name} was {was}, is {value}"));
        }
        for name in old.rest.keys().filter(|n| !field.rest.contains_key(*n)) {
            say(false, &field.name, format!("{name} is no longer set"));
        }
    }
    for (id, field) in &before.fields {
        if !object.fields.contains_key(id) {
            let what = if object.removed.contains(id) {
                "removed; its column stays until a step drops it"
            } else {
                "removed without keeping its number"
            };
            say(!object.removed.contains(id), &field.name, what.into());
        }
    }
    for id in
        before.removed.iter().filter(|id| !object.removed.contains(id) && !object.fields.contains_key(id))
    {
        say(true, &format!("#{id}"), "the number of a removed field is no longer kept".into());
    }
}

fn compare(
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
    heavy: &[&str],
    mut say: impl FnMut(bool, String),
) {
    let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for name in names {
        let (was, is) = (old.get(name), new.get(name));
        if was != is {
            let text = |v: Option<&String>| v.map_or("not set".to_string(), String::clone);
            say(heavy.contains(&name.as_str()), format!("{name} was {}, is {}", text(was), text(is)));
        }
    }
}

fn change(step: bool, object: &str, field: Option<&str>, what: String) -> Change {
    Change { step, object: object.to_string(), field: field.map(str::to_string), what }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "version = 1
object 1 Job table=job path=jobs kind=shared module=jobs key=code extensible
  field 1 code Code privacy=none group=general mandatory unique
  field 2 label Translated privacy=none group=general
  removed 3
";

    fn steps(new: &str) -> Vec<(bool, String)> {
        diff(OLD, new).unwrap().iter().map(|c| (c.step, c.to_string())).collect()
    }

    #[test]
    fn nothing_changes_nothing() {
        assert_eq!(steps(OLD), []);
        assert_eq!(version(OLD), Ok(1));
    }

    #[test]
    fn additions_need_no_step() {
        // Upgrades keep data.
        let new = format!(
            "{OLD}  field 4 note Long privacy=none group=general\n  field 5 rank Integer privacy=none group=general mandatory default\nobject 2 Skill table=skill path=skills kind=shared module=jobs key=code\n"
        );
        let found = steps(&new);
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|(step, _)| !step), "{found:?}");
    }

    #[test]
    fn what_endangers_data_needs_a_step() {
        // Upgrades keep data.
        for (from, to) in [
            ("label Translated", "title Translated"),
            ("label Translated", "label Line"),
            ("  field 2 label Translated privacy=none group=general\n", ""),
            ("  removed 3", "  field 3 other Line privacy=none group=general"),
            ("  removed 3", "  removed 3\n  field 4 must Line privacy=none group=general mandatory"),
            ("  removed 3\n", ""),
            ("1 Job", "1 Role"),
            ("table=job", "table=role"),
            ("key=code", "key=code+start"),
            ("group=general\n", "group=general mandatory\n"),
        ] {
            let found = steps(&OLD.replace(from, to));
            assert!(found.iter().any(|(step, _)| *step), "{from} -> {to}: {found:?}");
        }
        let kept = OLD.replace("  field 2 label Translated privacy=none group=general\n", "  removed 2\n");
        assert!(steps(&kept).iter().all(|(step, _)| !step));
        assert!(diff(OLD, "nonsense 1").is_err());
    }
}
