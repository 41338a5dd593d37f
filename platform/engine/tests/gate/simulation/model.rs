//! What must be, worked out as simply as can be from the bare rows: whom a user sees, which rows the journal adds up to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use talang_catalogue::{Catalogue, Record, Value};
use talang_engine::{Scope, Tenant};
use talang_store::{Cell, Layout, P};

/// The objects that the simulation works on.
pub const OBJECTS: [&str; 11] = [
    "Employee",
    "Assignment",
    "Organisation",
    "AccreditationList",
    "ListMember",
    "ListOwner",
    "User",
    "UserRole",
    "Role",
    "RoleRight",
    "ExtraField",
];

/// A record's values by field number, as the journal writes them; without those that are empty.
pub type Fields = BTreeMap<u16, String>;

/// All rows, journal lengths and search entries of a tenant at one moment.
#[derive(Clone, Default)]
pub struct Rows {
    pub records: BTreeMap<(&'static str, i64), Record>,
    pub journal: [i64; 2],
    /// Object number and row number of what the search knows.
    pub search: BTreeSet<(i64, i64)>,
}

impl PartialEq for Rows {
    fn eq(&self, other: &Rows) -> bool {
        let plain = |rows: &Rows| -> Vec<_> {
            rows.records.iter().map(|(key, r)| (*key, r.version, r.thread, fields(r))).collect()
        };
        self.journal == other.journal && self.search == other.search && plain(self) == plain(other)
    }
}

const KINDS: [&str; 2] = ["shared", "employees"];

impl Rows {
    /// Reads them past the gate.
    pub fn read(tenant: &Tenant, catalogue: &Catalogue) -> Rows {
        let mut rows = Rows::default();
        let read: talang_store::Result<()> = tenant.db().read(|conn| {
            for name in OBJECTS {
                let layout = Layout::new(
                    catalogue.object(name).expect("an object").clone(),
                    tenant.culture().language,
                );
                for row in conn.query(&format!("SELECT {} FROM {} t", layout.select, layout.table), &[])? {
                    let record = layout.read(row);
                    rows.records.insert((name, record.id), record);
                }
            }
            for (place, kind) in KINDS.iter().enumerate() {
                let row = conn.query_one(&format!("SELECT COUNT(*) FROM {kind}.journal"), &[])?;
                rows.journal[place] = row.map_or(0, |r| r[0].int());
                let column = if conn.dialect() == talang_store::Dialect::Sqlite { "rowid" } else { "id" };
                for row in conn.query(&format!("SELECT {column} FROM {kind}.search"), &[])? {
                    rows.search.insert((row[0].int() >> 40, row[0].int() & ((1 << 40) - 1)));
                }
            }
            Ok(())
        });
        read.expect("the rows");
        rows
    }

    pub fn of<'a>(&'a self, object: &'static str) -> impl Iterator<Item = &'a Record> + 'a {
        self.records.range((object, i64::MIN)..=(object, i64::MAX)).map(|(_, record)| record)
    }

    fn find(&self, object: &'static str, field: &str, text: &str) -> Option<&Record> {
        self.of(object).find(|r| r.get(field).as_text() == Some(text))
    }
}

/// The stored form of a value, as the journal has it.
fn stored(value: &Value) -> String {
    match value {
        Value::Null => "null".to_string(),
        Value::Int(n) => n.to_string(),
        Value::Text(text) => serde_json::json!(text).to_string(),
        Value::Money(amount, currency) => {
            serde_json::json!({"amount": amount, "currency": currency}).to_string()
        }
        Value::Refs(ids) => serde_json::json!(ids).to_string(),
        Value::Texts(texts) => serde_json::json!(texts).to_string(),
    }
}

fn fields(record: &Record) -> Fields {
    let object = &record.object;
    let filled = object.fields.iter().filter(|f| !record.values[f.index].is_null());
    filled.map(|f| (f.id, stored(&record.values[f.index]))).collect()
}

/// The records as the journal tells them.
#[derive(Default)]
pub struct Replay {
    records: BTreeMap<(i64, i64), Fields>,
    last: [i64; 2],
    /// Which user made a record.
    pub makers: HashMap<(i64, i64), i64>,
}

impl Replay {
    /// Applies what was written since the last time: an entry must fit what the ones before it left.
    pub fn follow(&mut self, tenant: &Tenant) {
        for (place, kind) in KINDS.iter().enumerate() {
            let sql = format!(
                "SELECT id, object, record, action, changes, actor FROM {kind}.journal WHERE id > ? ORDER BY id"
            );
            let lines: talang_store::Result<Vec<Vec<Cell>>> =
                tenant.db().read(|conn| conn.query(&sql, &[P::Int(self.last[place])]));
            for line in lines.expect("the journal") {
                self.last[place] = line[0].int();
                if let (Some(actor), "create") = (line[5].opt_int(), line[3].text()) {
                    self.makers.insert((line[1].int(), line[2].int()), actor);
                }
                self.apply((line[1].int(), line[2].int()), line[3].text(), line[4].text());
            }
        }
    }

    fn apply(&mut self, key: (i64, i64), deed: &str, changes: &str) {
        let changes: BTreeMap<u16, [serde_json::Value; 2]> = serde_json::from_str(changes).expect("changes");
        let there = self.records.contains_key(&key);
        assert_eq!(
            there,
            deed != "create",
            "{deed} of {key:?}, which is {}there",
            if there { "" } else { "not " }
        );
        let record = self.records.entry(key).or_default();
        for (field, [old, new]) in changes {
            let known = record.get(&field).cloned().unwrap_or_else(|| "null".to_string());
            assert_eq!(known, old.to_string(), "{deed} of {key:?}: the old value of field {field}");
            if new.is_null() {
                record.remove(&field);
            } else {
                record.insert(field, new.to_string());
            }
        }
        if deed == "delete" {
            self.records.remove(&key);
        }
    }

    /// The journal adds up to exactly the rows that are there. Values of the tenant's fields that are gone went with them.
    pub fn check(&self, rows: &Rows, catalogue: &Catalogue) {
        let ids: HashMap<i64, &'static str> =
            OBJECTS.iter().map(|n| (i64::from(catalogue.object(n).expect("an object").def.id), *n)).collect();
        let mut told: BTreeMap<(&str, i64), Fields> = BTreeMap::new();
        for ((object, record), fields) in &self.records {
            let Some(name) = ids.get(object) else { continue };
            let known = catalogue.object(name).expect("an object");
            let there = fields.iter().filter(|(id, _)| known.fields.iter().any(|f| f.id == **id));
            told.insert((name, *record), there.map(|(id, v)| (*id, v.clone())).collect());
        }
        let real: BTreeMap<(&str, i64), Fields> = rows.records.iter().map(|(k, r)| (*k, fields(r))).collect();
        for (key, fields) in &told {
            assert_eq!(Some(fields), real.get(key), "the journal tells of {key:?}, the rows are otherwise");
        }
        assert_eq!(told.len(), real.len(), "rows of which the journal does not tell");
    }
}

/// What an accreditation rule says.
#[derive(Clone, Debug)]
pub enum Rule {
    Under(String),
    Is(String),
    Managed(String),
    ManagedBelow(String),
    Nowhere,
    Not(Box<Rule>),
    And(Box<Rule>, Box<Rule>),
    Or(Box<Rule>, Box<Rule>),
}

impl Rule {
    /// As users write it.
    pub fn text(&self) -> String {
        match self {
            Rule::Under(unit) => format!("organisation under {unit}"),
            Rule::Is(unit) => format!("organisation is {unit}"),
            Rule::Managed(number) => format!("manager is \"{number}\""),
            Rule::ManagedBelow(number) => format!("manager under \"{number}\""),
            Rule::Nowhere => "organisation is empty".to_string(),
            Rule::Not(rule) => format!("not ({})", rule.text()),
            Rule::And(a, b) => format!("({}) and ({})", a.text(), b.text()),
            Rule::Or(a, b) => format!("({}) or ({})", a.text(), b.text()),
        }
    }
}

/// Whom whom reaches on a day, straight from the rows.
pub struct Model<'a> {
    rows: &'a Rows,
    day: i64,
    rules: &'a HashMap<String, Rule>,
    makers: &'a HashMap<(i64, i64), i64>,
}

impl<'a> Model<'a> {
    pub fn new(
        rows: &'a Rows,
        day: i64,
        rules: &'a HashMap<String, Rule>,
        makers: &'a HashMap<(i64, i64), i64>,
    ) -> Model<'a> {
        Model { rows, day, rules, makers }
    }

    fn valid(&self, record: &Record) -> bool {
        record.get("start").as_int().is_some_and(|start| start <= self.day)
            && record.get("end").as_int().is_none_or(|end| end >= self.day)
    }

    fn place(&self, person: i64, field: &str) -> Option<i64> {
        let slice =
            self.rows.of("Assignment").find(|r| r.get("employee").as_int() == Some(person) && self.valid(r));
        slice.and_then(|r| r.get(field).as_int())
    }

    fn unit(&self, code: &str) -> Option<i64> {
        self.rows.find("Organisation", "code", code).map(|r| r.thread)
    }

    fn person(&self, number: &str) -> Option<i64> {
        self.rows.find("Employee", "number", number).map(|r| r.id)
    }

    /// From a value upwards until there is no more, or for ever round a circle: then not for ever.
    fn above(&self, from: Option<i64>, parent: impl Fn(i64) -> Option<i64>) -> Vec<i64> {
        let mut chain = Vec::new();
        let mut at = from;
        while let Some(value) = at.filter(|v| !chain.contains(v)) {
            chain.push(value);
            at = parent(value);
        }
        chain
    }

    fn managers(&self, person: i64) -> Vec<i64> {
        self.above(self.place(person, "manager"), |p| self.place(p, "manager"))
    }

    fn chooses(&self, rule: &Rule, person: i64) -> Option<bool> {
        let unit = self.place(person, "organisation");
        let parent = |u: i64| {
            let slice = self.rows.of("Organisation").find(|r| r.thread == u && self.valid(r));
            slice.and_then(|r| r.get("parent").as_int())
        };
        Some(match rule {
            Rule::Under(code) => {
                let root = self.unit(code)?;
                self.above(unit, parent).contains(&root)
            }
            Rule::Is(code) => Some(self.unit(code)?) == unit,
            Rule::Managed(number) => Some(self.person(number)?) == self.place(person, "manager"),
            Rule::ManagedBelow(number) => {
                let root = self.person(number)?;
                self.managers(person).contains(&root)
            }
            Rule::Nowhere => unit.is_none(),
            Rule::Not(rule) => !self.chooses(rule, person)?,
            // Both sides must name what there is, whatever the other says.
            Rule::And(a, b) => {
                let (a, b) = (self.chooses(a, person)?, self.chooses(b, person)?);
                a && b
            }
            Rule::Or(a, b) => {
                let (a, b) = (self.chooses(a, person)?, self.chooses(b, person)?);
                a || b
            }
        })
    }

    /// Recorded by somebody whose account is that employee's, and nowhere in the organisation yet.
    fn newcomer_of(&self, me: i64, person: i64) -> bool {
        let Some(record) = self.rows.records.get(&("Employee", person)) else { return false };
        let maker = self.makers.get(&(i64::from(record.object.def.id), person));
        let maker = maker.and_then(|user| self.rows.records.get(&("User", *user)));
        maker.is_some_and(|user| user.get("employee").as_int() == Some(me))
            && self.place(person, "organisation").is_none()
            && self.place(person, "manager").is_none()
    }

    fn on_list_of(&self, me: i64, person: i64) -> bool {
        if self.newcomer_of(me, person) {
            return true;
        }
        let has = |object, list: i64, who: i64| {
            self.rows
                .of(object)
                .any(|r| r.get("list").as_int() == Some(list) && r.get("employee").as_int() == Some(who))
        };
        self.rows.of("AccreditationList").filter(|l| l.get("active").as_int() == Some(1)).any(|list| {
            let rule = list.get("rule").as_text().and_then(|text| self.rules.get(text));
            has("ListOwner", list.id, me)
                && (has("ListMember", list.id, person)
                    || rule.and_then(|rule| self.chooses(rule, person)) == Some(true))
        })
    }

    /// Whether a user may do something to a group of an employee's own fields.
    pub fn may(&self, login: &str, group: &str, action: &str, person: i64) -> bool {
        let Some(user) = self.rows.find("User", "login", login) else { return false };
        let me = user.get("employee").as_int();
        self.rows.of("UserRole").filter(|r| r.get("user").as_int() == Some(user.id)).any(|given| {
            let role = given.get("role").as_int().unwrap_or_default();
            let active =
                self.rows.records.get(&("Role", role)).is_some_and(|r| r.get("active").as_int() == Some(1));
            let rights = self.rows.of("RoleRight").filter(|r| active && r.get("role").as_int() == Some(role));
            rights.into_iter().any(|right| {
                let text = |name| right.get(name).as_text().unwrap_or_default();
                let fits = matches!(text("object"), "*" | "Employee" | "module:people")
                    && (text("field_group") == "*" || text("field_group") == group)
                    && text("actions").split(", ").any(|a| a == action);
                let reached = match text("extent") {
                    "all" => true,
                    "self" => me == Some(person),
                    "team" => me.is_some_and(|me| me != person && self.managers(person).contains(&me)),
                    "lists" => me.is_some_and(|me| self.on_list_of(me, person)),
                    _ => false,
                };
                fits && reached
            })
        })
    }
}

/// Slices of one thread never overlap and share one number; nothing points into the void; the search knows what is there.
pub fn check_rows(rows: &Rows, catalogue: &Catalogue) {
    let mut threads: HashMap<(&str, String), i64> = HashMap::new();
    let mut periods: BTreeMap<(&str, i64), Vec<(i64, i64)>> = BTreeMap::new();
    for ((name, id), record) in &rows.records {
        let object = &record.object;
        if let Some((start, end)) = object.period {
            let key: Vec<String> = object.thread.iter().map(|i| stored(&record.values[*i])).collect();
            let thread = *threads.entry((name, key.join("|"))).or_insert(record.thread);
            assert_eq!(thread, record.thread, "{name} {id}: two threads for one key");
            let day = |i: usize| record.values[i].as_int();
            periods
                .entry((name, thread))
                .or_default()
                .push((day(start).expect("a start"), day(end).unwrap_or(i64::MAX)));
        }
        for field in &object.fields {
            let talang_catalogue::FieldType::Reference(target) = &field.ty else { continue };
            let Some(target) = OBJECTS.iter().find(|n| **n == target.as_ref()) else { continue };
            if let Some(to) = record.values[field.index].as_int() {
                let there = rows.of(target).any(|r| r.thread == to);
                assert!(there, "{name} {id}: {} points to no {target} ({to})", field.name);
            }
        }
    }
    for (thread, mut slices) in periods {
        slices.sort_unstable();
        for pair in slices.windows(2) {
            assert!(pair[0].1 < pair[1].0, "{thread:?}: {:?} and {:?} overlap", pair[0], pair[1]);
        }
        assert!(slices.iter().all(|(start, end)| start <= end), "{thread:?}: a slice ends before it starts");
    }
    let mut known = BTreeSet::new();
    for ((name, id), record) in &rows.records {
        let words = record.object.fields.iter().any(|f| f.search && !record.values[f.index].is_null());
        if words {
            known.insert((i64::from(catalogue.object(name).expect("an object").def.id), *id));
        }
    }
    let ours: BTreeSet<i64> =
        OBJECTS.iter().map(|n| i64::from(catalogue.object(n).expect("an object").def.id)).collect();
    let search: BTreeSet<_> =
        rows.search.iter().copied().filter(|(object, _)| ours.contains(object)).collect();
    assert_eq!(search, known, "the search and the rows disagree");
}

/// The employees whose words begin with the given one, by the bare rows.
pub fn found_by_word(rows: &Rows, word: &str) -> BTreeSet<i64> {
    let hit = |record: &Record| {
        record.object.fields.iter().filter(|f| f.search).any(|f| {
            let text = record.values[f.index].as_text().unwrap_or_default();
            talang_catalogue::culture::words(text).iter().any(|w| w.starts_with(word))
        })
    };
    rows.of("Employee").filter(|r| hit(r)).map(|r| r.id).collect()
}

/// The catalogue of a scope's tenant.
pub fn catalogue(scope: &Scope) -> std::sync::Arc<Catalogue> {
    scope.view(|view| Ok(view.catalogue())).expect("the catalogue")
}
