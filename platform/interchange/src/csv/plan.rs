//! From the columns of a file to the fields of an object: the header is checked once, then every line is read by it.

use std::collections::HashMap;
use std::sync::Arc;

use talang_catalogue::value::Texts;
use talang_catalogue::{Culture, Fault, FieldType, Language, Object, Value, types};
use talang_engine::Draft;

use super::write::unprotect;

/// Where a column's cells go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Field(usize),
    Text(usize, Language),
    Currency(usize),
    /// Shown in exports, filled in by the program alone. A tenant's own read-only field is what imports fill.
    Nowhere,
}

#[derive(Debug)]
struct Column {
    /// As users know it.
    name: String,
    target: Target,
}

/// A fault and the column in which it is.
pub type ColumnFault = (String, Fault);

/// How the lines of a file become drafts.
#[derive(Debug)]
pub struct Plan {
    /// What they are.
    pub object: Arc<Object>,
    culture: &'static Culture,
    columns: Vec<Column>,
    shown: HashMap<usize, usize>,
}

/// The names of all columns that an object's files may have.
pub fn columns(object: &Object) -> Vec<String> {
    object.fields.iter().flat_map(|f| types::columns(&f.def)).collect()
}

impl Plan {
    /// Checks a header against the object (I2, I4).
    ///
    /// # Errors
    /// All of `file.column_unknown` with the closest names, `file.column_twice`, `file.column_missing` for parts of the
    /// key.
    pub fn new<'a>(
        object: &Arc<Object>,
        header: impl IntoIterator<Item = &'a str>,
        culture: &'static Culture,
    ) -> Result<Plan, Vec<Fault>> {
        let mut plan = Plan { object: object.clone(), culture, columns: Vec::new(), shown: HashMap::new() };
        let mut faults = Vec::new();
        let mut seen: Vec<Target> = Vec::new();
        for name in header {
            let name = name.trim();
            let Some(target) = plan.target(name) else {
                faults.push(
                    Fault::new("file.column_unknown").with("name", name).with("near", near(object, name)),
                );
                continue;
            };
            if target != Target::Nowhere && seen.contains(&target) {
                faults.push(Fault::new("file.column_twice").with("name", name));
            }
            seen.push(target);
            if let Target::Field(index) | Target::Text(index, _) = target {
                plan.shown.entry(index).or_insert(plan.columns.len());
            }
            plan.columns.push(Column { name: name.to_string(), target });
        }
        for index in &object.thread {
            let Some(field) = object.fields.get(*index) else { continue };
            if field.mandatory && field.default.is_none() && !plan.shown.contains_key(index) {
                faults.push(Fault::new("file.column_missing").with("name", &field.name));
            }
        }
        for target in &seen {
            if let Target::Currency(index) = target
                && !seen.contains(&Target::Field(*index))
                && let Some(field) = object.fields.get(*index)
            {
                faults.push(Fault::new("file.column_missing").with("name", &field.name));
            }
        }
        if faults.is_empty() { Ok(plan) } else { Err(faults) }
    }

    fn target(&self, name: &str) -> Option<Target> {
        let find = |name: &str| self.object.fields.iter().find(|f| f.name.eq_ignore_ascii_case(name));
        let target = match find(name) {
            Some(field) if matches!(field.ty, FieldType::Translated) => {
                Target::Text(field.index, self.culture.language)
            }
            Some(field) => Target::Field(field.index),
            None => {
                let (stem, suffix) = name.rsplit_once('.')?;
                let field = find(stem)?;
                match &field.ty {
                    FieldType::Translated => Target::Text(field.index, Language::parse(suffix)?),
                    FieldType::Money if suffix.eq_ignore_ascii_case("currency") => {
                        Target::Currency(field.index)
                    }
                    _ => return None,
                }
            }
        };
        let (Target::Field(index) | Target::Text(index, _) | Target::Currency(index)) = target else {
            return None;
        };
        let read_only = self.object.fields.get(index).is_some_and(|f| f.read_only && !f.extra);
        Some(if read_only { Target::Nowhere } else { target })
    }

    /// Names the columns as the users' own file does, where it is a foreign one.
    pub fn call(&mut self, names: &[String]) {
        for (column, name) in self.columns.iter_mut().zip(names) {
            column.name.clone_from(name);
        }
    }

    /// The columns as they are called, with the index of the field that each fills.
    pub fn fields(&self) -> impl Iterator<Item = (&str, Option<usize>)> {
        self.columns.iter().map(|column| {
            let field = match column.target {
                Target::Field(index) | Target::Text(index, _) | Target::Currency(index) => Some(index),
                Target::Nowhere => None,
            };
            (column.name.as_str(), field)
        })
    }

    /// How many columns a line has.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// The column in which a field stands; the field's own name where the file does not have it.
    pub fn column_of(&self, field: &str) -> String {
        let index = self.object.field(field).map(|f| f.index);
        let column = index.and_then(|i| self.shown.get(&i)).and_then(|c| self.columns.get(*c));
        column.map_or_else(|| field.to_string(), |c| c.name.clone())
    }

    /// Reads a line. An empty cell empties its field, of its language for translated texts.
    ///
    /// # Errors
    /// Every cell that is no value of its type.
    pub fn draft<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Result<Draft, Vec<ColumnFault>> {
        let mut draft = Draft { values: Vec::with_capacity(self.columns.len()) };
        let mut faults = Vec::new();
        let mut texts: Vec<(usize, Texts)> = Vec::new();
        let mut currencies: Vec<(usize, usize)> = Vec::new();
        for (place, column) in self.columns.iter().enumerate() {
            let text = unprotect(cell(place));
            match column.target {
                Target::Nowhere => {}
                Target::Currency(index) => currencies.push((place, index)),
                Target::Text(index, language) => {
                    let text = text.trim().to_string();
                    match texts.iter_mut().find(|(i, _)| *i == index) {
                        Some((_, known)) => {
                            known.insert(language.code().to_string(), text);
                        }
                        None => texts.push((index, Texts::from([(language.code().to_string(), text)]))),
                    }
                }
                Target::Field(index) => {
                    let Some(field) = self.object.fields.get(index) else { continue };
                    match types::parse(&field.def, text, self.culture) {
                        Ok(value) => draft.values.push((index, value)),
                        Err(fault) => faults.push((column.name.clone(), fault)),
                    }
                }
            }
        }
        for (place, index) in currencies {
            let text = unprotect(cell(place)).trim().to_ascii_uppercase();
            if let Some((_, Value::Money(_, currency))) = draft.values.iter_mut().find(|(i, _)| *i == index) {
                if currency.is_empty() {
                    *currency = text;
                } else if !text.is_empty() && *currency != text {
                    let name = self.columns.get(place).map(|c| c.name.clone()).unwrap_or_default();
                    faults.push((name.clone(), Fault::new("value.currency").on(name)));
                }
            }
        }
        draft.values.extend(texts.into_iter().map(|(index, texts)| (index, Value::Texts(texts))));
        if faults.is_empty() { Ok(draft) } else { Err(faults) }
    }
}

/// The known columns that look most like a name.
fn near(object: &Object, name: &str) -> String {
    let name = name.to_lowercase();
    let mut names: Vec<(usize, String)> =
        columns(object).into_iter().map(|known| (distance(&known, &name), known)).collect();
    names.sort();
    let close = name.chars().count() / 2 + 1;
    let most = if names.first().is_some_and(|(d, _)| *d <= close) { 3 } else { 8 };
    names.into_iter().take(most).map(|(_, n)| n).collect::<Vec<_>>().join(", ")
}

/// How many letters have to change (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (slot, y) in row.iter_mut().skip(1).zip(&b) {
            let best = (corner + usize::from(x != *y)).min(left + 1).min(*slot + 1);
            corner = *slot;
            *slot = best;
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distances_count_changes() {
        for (a, b, n) in [("", "abc", 3), ("kitten", "sitting", 3), ("name", "name", 0), ("abc", "", 3)] {
            assert_eq!(distance(a, b), n, "{a} {b}");
        }
    }
}
