//! What takes the place of personal values in a copy (T6, G4): invented, or drawn from other records of the same tenant.
//!
//! The rules follow from declarations alone: a field's class and type, and whether its object is about people.
//!
//! * Names, numbers of people, addresses, accounts: invented. Free text about people, links and files: gone.
//! * Codes and choices of private life: those of another record, so that figures keep their distribution.
//! * Dates of private life: moved by some days or months, the same for all dates of one person, so that their order stays.
//! * Pay: within a fifth of what it was. Special categories (article 9): gone wherever a record can be without.
//! * Places in the organisation, contracts' dates, skills: as they are; without them there would be nothing to test.
//!
//! Which value takes the place of which follows from a key that is never written down: nobody can work it back.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};

use talang_catalogue::{Field, FieldType, Object, Privacy, Record, Value};

/// Given names that all genders bear, and family names, from the countries whose languages Talang speaks.
const GIVEN: [&str; 40] = [
    "Alex",
    "Alix",
    "Andrea",
    "Anouk",
    "Ariel",
    "Billie",
    "Camille",
    "Charlie",
    "Claude",
    "Dominique",
    "Eden",
    "Elia",
    "Francis",
    "Gabriel",
    "Jamie",
    "Jo",
    "Jules",
    "Kai",
    "Kim",
    "Lou",
    "Luca",
    "Maxime",
    "Mika",
    "Morgan",
    "Nikola",
    "Noa",
    "Noor",
    "Pascale",
    "Remy",
    "Robin",
    "Sacha",
    "Sam",
    "Sascha",
    "Senna",
    "Simone",
    "Sky",
    "Toni",
    "Valentine",
    "Vanja",
    "Yael",
];
const FAMILY: [&str; 40] = [
    "Abel",
    "Adler",
    "Bakker",
    "Bergman",
    "Blanc",
    "Bonnet",
    "Brandt",
    "Brouwer",
    "Castro",
    "Clark",
    "Dahl",
    "Dupuis",
    "Evans",
    "Fischer",
    "Fontaine",
    "Garnier",
    "Hansen",
    "Holm",
    "Jansen",
    "Keller",
    "Lambert",
    "Larsen",
    "Lindberg",
    "Marin",
    "Meyer",
    "Molina",
    "Nielsen",
    "Nyström",
    "Olsen",
    "Peeters",
    "Prieto",
    "Reed",
    "Renard",
    "Rubio",
    "Schreiber",
    "Smit",
    "Torres",
    "Vidal",
    "Walker",
    "Winter",
];
const CITIES: [&str; 8] =
    ["Altstadt", "Beauville", "Lakeside", "Nieuwburg", "Nygård", "Puerto Claro", "Skovby", "Valmont"];

/// How a field of a copied record comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// As it is.
    Kept,
    /// Nothing.
    Gone,
    /// A name of that list.
    Given,
    /// A family name.
    Family,
    /// A town that does not exist.
    City,
    /// The number of the record: `E42` for codes, `experience-42` for words.
    Numbered,
    /// An address that no mail reaches (RFC 2606 § 2).
    Mail,
    /// A number of the block that France keeps free for fiction (01 99 00 xx xx).
    Phone,
    /// That of another record.
    Drawn,
    /// Moved by at most four weeks, or half a year, as the person.
    Moved {
        /// Days at most.
        by: i64,
    },
    /// Within a fifth.
    Varied,
    /// The empty JSON object.
    Empty,
}

/// What becomes of a field in a copy.
pub(crate) fn fate(object: &Object, field: &Field) -> Fate {
    let key = object.key.contains(&field.index);
    let period = object.period.is_some_and(|(start, end)| field.index == start || field.index == end);
    // What people write about people, and the numbers that they give them.
    let free = matches!(
        field.ty,
        FieldType::Code
            | FieldType::Line
            | FieldType::Long
            | FieldType::Translated
            | FieldType::Json
            | FieldType::Url
    );
    match field.privacy {
        _ if matches!(field.ty, FieldType::File) => return Fate::Gone,
        _ if object.subject == Some(field.index) => return Fate::Kept,
        // Free text has no class that one could trust.
        Privacy::None | Privacy::Work if !(object.personal() && free) => return Fate::Kept,
        Privacy::Sensitive if !field.mandatory => return Fate::Gone,
        _ => {}
    }
    match &field.ty {
        FieldType::Line if ["first_name", "preferred_name"].contains(&&*field.name) => Fate::Given,
        FieldType::Line if ["last_name", "birth_name"].contains(&&*field.name) => Fate::Family,
        FieldType::Line if field.name == "city" => Fate::City,
        FieldType::Email => Fate::Mail,
        FieldType::Phone => Fate::Phone,
        FieldType::Json if field.mandatory => Fate::Empty,
        FieldType::Date if key || period => Fate::Moved { by: 28 },
        FieldType::Date | FieldType::Instant => Fate::Moved { by: 180 },
        FieldType::Money => Fate::Varied,
        FieldType::Choice(_)
        | FieldType::Item(_)
        | FieldType::Country
        | FieldType::Language
        | FieldType::Culture
        | FieldType::Currency
        | FieldType::Bool
        | FieldType::Reference(_)
            if !key =>
        {
            Fate::Drawn
        }
        FieldType::Code | FieldType::Line | FieldType::Long | FieldType::Translated
            if field.mandatory || key || field.unique =>
        {
            Fate::Numbered
        }
        FieldType::Code
        | FieldType::Line
        | FieldType::Long
        | FieldType::Translated
        | FieldType::Json
        | FieldType::Url
        | FieldType::Iban
        | FieldType::References(_) => Fate::Gone,
        _ => Fate::Kept,
    }
}

/// Puts other values in the place of personal ones.
pub(crate) struct Disguise {
    secret: RandomState,
    fates: Vec<Fate>,
    /// What there is to draw from, by the index of the field.
    pub drawn: HashMap<usize, Vec<Value>>,
}

impl Disguise {
    /// For the records of an object; `left_out` says which objects a copy goes without.
    pub fn new(secret: &RandomState, object: &Object, left_out: impl Fn(&str) -> bool) -> Disguise {
        let fate_of = |field: &Field| match &field.ty {
            FieldType::Reference(to) | FieldType::References(to) if left_out(to) => Fate::Gone,
            _ => fate(object, field),
        };
        let fates = object.fields.iter().map(fate_of).collect();
        Disguise { secret: secret.clone(), fates, drawn: HashMap::new() }
    }

    /// The fields whose values are drawn.
    pub fn draws(&self) -> impl Iterator<Item = usize> {
        self.fates.iter().enumerate().filter(|(_, fate)| **fate == Fate::Drawn).map(|(index, _)| index)
    }

    fn number(&self, what: impl Hash) -> u64 {
        self.secret.hash_one(what)
    }

    /// A number between `-most` and `most`, never 0.
    fn shift(&self, what: impl Hash, most: i64) -> i64 {
        let n = i64::try_from(self.number(what) % (2 * most.unsigned_abs())).unwrap_or_default() - most;
        if n < 0 { n } else { n + 1 }
    }

    /// Disguises a record in its place.
    pub fn put_on(&self, record: &mut Record) {
        let (table, row, thread) = (record.object.def.table, record.id, record.thread);
        let person = record.subject().unwrap_or(thread);
        let initials: String =
            table.split('_').filter_map(|word| word.chars().next()).collect::<String>().to_uppercase();
        let object = record.object.clone();
        let code = |index: usize| object.fields.get(index).is_some_and(|f| matches!(f.ty, FieldType::Code));
        for (index, fate) in self.fates.iter().enumerate() {
            let Some(value) = record.values.get_mut(index) else { continue };
            if value.is_null() {
                continue;
            }
            let choice = |list: &[&str]| {
                let place = self.number((table, index, thread)) as usize % list.len().max(1);
                Value::Text(list.get(place).copied().unwrap_or_default().to_string())
            };
            *value = match fate {
                Fate::Kept => continue,
                Fate::Gone => Value::Null,
                Fate::Given => choice(&GIVEN),
                Fate::Family => choice(&FAMILY),
                Fate::City => choice(&CITIES),
                Fate::Numbered => match value {
                    Value::Texts(texts) => {
                        Value::Texts(texts.keys().map(|l| (l.clone(), format!("{table} {thread}"))).collect())
                    }
                    _ if code(index) => Value::Text(format!("{initials}{thread}")),
                    _ => Value::Text(format!("{}-{thread}", table.replace('_', "-"))),
                },
                Fate::Mail => Value::Text(format!("{}-{thread}@test.invalid", table.replace('_', "-"))),
                Fate::Phone => {
                    Value::Text(format!("+331990{:05}", 1_000 + self.number((table, index, thread)) % 9_000))
                }
                Fate::Drawn => {
                    let from = self.drawn.get(&index).map(Vec::as_slice).unwrap_or_default();
                    let place = self.number((table, index, row)) as usize % from.len().max(1);
                    from.get(place).cloned().unwrap_or(Value::Null)
                }
                Fate::Moved { by } => match value {
                    Value::Int(instant)
                        if matches!(
                            record.object.fields.get(index).map(|f| &f.ty),
                            Some(FieldType::Instant)
                        ) =>
                    {
                        Value::Int(*instant + self.shift((person, by), *by) * 86_400_000_000)
                    }
                    Value::Int(day) => Value::Int(*day + self.shift((person, by), *by)),
                    _ => Value::Null,
                },
                Fate::Varied => match value {
                    Value::Money(amount, currency) => {
                        let percent = 100 + self.shift((table, index, row), 20);
                        // Whole hundredths, as money is written.
                        Value::Money(*amount / 1_000_000 * percent * 10_000, std::mem::take(currency))
                    }
                    _ => Value::Null,
                },
                Fate::Empty => Value::Text("{}".to_string()),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // G4: a shift is never nothing and never more than allowed, and the same for one person.
    #[test]
    fn dates_move_by_the_person() {
        let disguise = Disguise { secret: RandomState::new(), fates: Vec::new(), drawn: HashMap::new() };
        let shifts: Vec<i64> = (0..2_000).map(|person| disguise.shift((person, 28), 28)).collect();
        assert!(shifts.iter().all(|s| *s != 0 && s.abs() <= 28));
        assert!(shifts.contains(&-28) && shifts.contains(&28));
        assert_eq!(disguise.shift((7, 28), 28), shifts[7]);
    }
}
