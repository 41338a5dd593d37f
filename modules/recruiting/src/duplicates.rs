//! Files that may be of the same person: the same address, telephone number, or name with the same birthday or town.
//!
//! Half a million files are compared by keys that are held in memory and follow changes ([`View::followed`]); what the page
//! says of two files is read from them anew, as far as the reader may.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use talang_catalogue::culture::fold;
use talang_catalogue::{Record, Value};
use talang_engine::{AsOf, Changed, Filter, Query, Result, View};

/// After so many changed files everything is sorted anew.
const APART: usize = 2_000;
/// A key that more files share says nothing: the number of a switchboard.
const CROWD: usize = 20;
/// What the keys are made of.
const FIELDS: [&str; 6] = ["email", "phone", "first_name", "last_name", "birth_date", "city"];

/// Mail services that deliver `name+anything@` to `name@`.
const PLUS: [&str; 9] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "icloud.com",
    "proton.me",
    "protonmail.com",
    "fastmail.com",
];

/// Why two files may be of one person.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Reason {
    /// The same address.
    Email,
    /// The same telephone number.
    Phone,
    /// The same name and birthday.
    Birth,
    /// The same name and town.
    Town,
}

impl Reason {
    /// The message that says it.
    pub fn message(self) -> &'static str {
        match self {
            Reason::Email => "recruiting-same-email",
            Reason::Phone => "recruiting-same-phone",
            Reason::Birth => "recruiting-same-birth",
            Reason::Town => "recruiting-same-town",
        }
    }
}

/// An address as its mailbox: letters' case never matters; dots and what follows a plus do not where that is sure.
pub fn mailbox(email: &str) -> String {
    let email = email.trim().to_lowercase();
    let Some((name, host)) = email.rsplit_once('@') else { return email };
    let name = if PLUS.contains(&host) { name.split('+').next().unwrap_or(name) } else { name };
    match host {
        "gmail.com" | "googlemail.com" => format!("{}@gmail.com", name.replace('.', "")),
        _ => format!("{name}@{host}"),
    }
}

/// The figures of a telephone number that are the same with and without the prefix of the country.
fn line(phone: &str) -> Option<String> {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    // Shorter ones are extensions.
    (digits.len() >= 7).then(|| digits.iter().skip(digits.len().saturating_sub(9)).collect())
}

fn keys(value: impl Fn(&str) -> Value) -> Vec<(Reason, u64)> {
    let text =
        |name: &str| value(name).as_text().map(str::trim).filter(|t| !t.is_empty()).map(str::to_string);
    let mut out = Vec::new();
    let mut add = |reason: Reason, key: String| {
        let mut hasher = DefaultHasher::new();
        (reason, key).hash(&mut hasher);
        out.push((reason, hasher.finish()));
    };
    if let Some(email) = text("email") {
        add(Reason::Email, mailbox(&email));
    }
    if let Some(line) = text("phone").and_then(|p| line(&p)) {
        add(Reason::Phone, line);
    }
    if let (Some(first), Some(last)) = (text("first_name"), text("last_name")) {
        // Whatever stands first: people write both orders.
        let mut words: Vec<String> = talang_catalogue::culture::words(&format!("{first} {last}"));
        words.sort_unstable();
        let name = words.join(" ");
        if let Some(day) = value("birth_date").as_int() {
            add(Reason::Birth, format!("{name}|{day}"));
        }
        if let Some(city) = text("city") {
            add(Reason::Town, format!("{name}|{}", fold(&city)));
        }
    }
    out
}

/// The keys of every file.
#[derive(Clone, Default)]
struct Index {
    /// Key and file, sorted.
    sorted: Arc<Vec<(u64, i64)>>,
    /// Files that changed since they were sorted, with their keys now.
    apart: HashMap<i64, Vec<u64>>,
}

impl Index {
    fn of(view: &mut View<'_>) -> Result<Arc<Index>> {
        view.followed(&["Candidate"], "duplicates", |v, before: Option<(Arc<Index>, Vec<Changed>)>| {
            v.as_rule(|v| match before {
                Some((index, changed)) if index.apart.len() + changed.len() <= APART => {
                    let mut index = (*index).clone();
                    let ids: Vec<i64> = changed.iter().map(|c| c.record).collect();
                    // Those that are gone have none.
                    index.apart.extend(ids.iter().map(|id| (*id, Vec::new())));
                    read(v, Some(ids), &mut |id, keys| {
                        index.apart.insert(id, keys.map(|(_, key)| key).collect());
                    })?;
                    Ok(index)
                }
                _ => {
                    let mut sorted = Vec::new();
                    read(v, None, &mut |id, keys| sorted.extend(keys.map(|(_, key)| (key, id))))?;
                    sorted.sort_unstable();
                    Ok(Index { sorted: Arc::new(sorted), apart: HashMap::new() })
                }
            })
        })
    }

    /// Files with one of these keys.
    fn having(&self, wanted: &[u64]) -> HashSet<i64> {
        let mut out = HashSet::new();
        for key in wanted {
            let from = self.sorted.partition_point(|(k, _)| k < key);
            let known = self.sorted.iter().skip(from).take_while(|(k, _)| k == key).map(|(_, id)| *id);
            let still = known.filter(|id| !self.apart.contains_key(id));
            let moved = self.apart.iter().filter(|(_, keys)| keys.contains(key)).map(|(id, _)| *id);
            let all: Vec<i64> = still.chain(moved).take(CROWD + 1).collect();
            if all.len() <= CROWD {
                out.extend(all);
            }
        }
        out
    }

    /// Groups of files that share a key, those with the newest file first.
    fn groups(&self) -> Vec<Vec<i64>> {
        let mut by: HashMap<u64, Vec<i64>> = HashMap::new();
        for (id, keys) in &self.apart {
            for key in keys {
                by.entry(*key).or_default().push(*id);
            }
        }
        let mut groups = HashSet::new();
        let mut keep = |mut group: Vec<i64>| {
            group.sort_unstable();
            group.dedup();
            if (2..=CROWD).contains(&group.len()) {
                groups.insert(group);
            }
        };
        for same in self.sorted.chunk_by(|a, b| a.0 == b.0) {
            let key = same.first().map(|(key, _)| *key).unwrap_or_default();
            let more = by.remove(&key).unwrap_or_default();
            if same.len() + more.len() > 1 {
                let still = same.iter().map(|(_, id)| *id).filter(|id| !self.apart.contains_key(id));
                keep(still.chain(more).collect());
            }
        }
        by.into_values().for_each(&mut keep);
        let mut groups: Vec<Vec<i64>> = groups.into_iter().collect();
        groups.sort_unstable_by_key(|group| std::cmp::Reverse(group.last().copied()));
        groups
    }
}

/// Hands over the keys of files.
fn read(
    v: &mut View<'_>,
    ids: Option<Vec<i64>>,
    work: &mut dyn FnMut(i64, &mut dyn Iterator<Item = (Reason, u64)>),
) -> Result<()> {
    let object = v.object("Candidate")?;
    let query = Query { filter: ids.map(Filter::Ids), as_of: AsOf::Always, ..Query::default() };
    v.scan(&object, &FIELDS, &query, &mut |id, values| {
        let value = |name: &str| {
            let at = FIELDS.iter().position(|f| *f == name);
            at.and_then(|at| values.get(at)).cloned().unwrap_or_default()
        };
        work(id, &mut keys(value).into_iter());
        Ok(())
    })
}

/// What speaks for two files being of one person, as far as both are shown.
pub fn reasons(one: &Record, other: &Record) -> Vec<Reason> {
    let of = |record: &Record| keys(|name| record.get(name).clone());
    let others = of(other);
    of(one).into_iter().filter(|key| others.contains(key)).map(|(reason, _)| reason).collect()
}

/// Other files that may be of the same person, each with what speaks for it: the surest first.
///
/// # Errors
/// Those of the store.
pub fn of(view: &mut View<'_>, record: &Record) -> Result<Vec<(Record, Vec<Reason>)>> {
    let wanted: Vec<u64> = keys(|name| record.get(name).clone()).into_iter().map(|(_, key)| key).collect();
    let mut found = Index::of(view)?.having(&wanted);
    found.remove(&record.id);
    let mut out = Vec::new();
    for other in files(view, found.into_iter().collect())? {
        let why = reasons(record, &other);
        if !why.is_empty() {
            out.push((other, why));
        }
    }
    out.sort_by(|(a, why_a), (b, why_b)| (why_a, a.id).cmp(&(why_b, b.id)));
    Ok(out)
}

/// Pairs of files that may be of one person, from all that the scope sees: so many after so many groups, and whether there
/// are more.
///
/// # Errors
/// Those of the store.
#[expect(clippy::type_complexity, reason = "a page of pairs")]
pub fn all(
    view: &mut View<'_>,
    after: usize,
    most: usize,
) -> Result<(Vec<(Record, Record, Vec<Reason>)>, bool)> {
    // Before they are counted: of files that the scope does not see it learns nothing, not even how many there are.
    let object = view.object("Candidate")?;
    let who = view.who(&object, talang_catalogue::object::GENERAL, talang_engine::Action::Read)?;
    let mut groups: Vec<Vec<i64>> = Index::of(view)?.groups();
    for group in &mut groups {
        group.retain(|id| who.includes(Some(*id)));
    }
    groups.retain(|group| group.len() > 1);
    let page: Vec<&Vec<i64>> = groups.iter().skip(after).take(most).collect();
    let ids: Vec<i64> = page.iter().flat_map(|g| g.iter().copied()).collect();
    let records: HashMap<i64, Record> = files(view, ids)?.into_iter().map(|r| (r.id, r)).collect();
    let mut told = HashSet::new();
    let mut out = Vec::new();
    for group in page {
        let members: Vec<&Record> = group.iter().filter_map(|id| records.get(id)).collect();
        for pair in members.windows(2) {
            let [one, other] = pair else { continue };
            let why = reasons(one, other);
            if !why.is_empty() && told.insert((one.id, other.id)) {
                out.push(((*one).clone(), (*other).clone(), why));
            }
        }
    }
    Ok((out, groups.len() > after + most))
}

fn files(view: &mut View<'_>, ids: Vec<i64>) -> Result<Vec<Record>> {
    let object = view.object("Candidate")?;
    let query = Query { filter: Some(Filter::Ids(ids)), ..Query::default() };
    Ok(view.list(&object, &query)?.records)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_mailbox_are_one_where_that_is_sure() {
        for (one, other, same) in [
            ("Amel.Morel@Gmail.com", "amelmorel+jobs@googlemail.com", true),
            ("amel@example.org", "AMEL@example.org", true),
            ("a.morel@example.org", "amorel@example.org", false),
            ("amel+jobs@example.org", "amel@example.org", false),
            ("amel+jobs@outlook.com", "amel@outlook.com", true),
        ] {
            assert_eq!(mailbox(one) == mailbox(other), same, "{one} {other}");
        }
    }

    #[test]
    fn telephone_numbers_are_the_same_with_and_without_the_country() {
        assert_eq!(line("+33 6 12 34 56 78"), line("06.12.34.56.78"));
        assert_ne!(line("+33 6 12 34 56 78"), line("+33 6 12 34 56 79"));
        assert_eq!(line("4711"), None);
    }
}
