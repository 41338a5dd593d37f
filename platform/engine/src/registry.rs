//! What the modules bring: objects, rules, labels, messages, background tasks and the shape of the people graph.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use talang_catalogue::labels::Labels;
use talang_catalogue::messages::Messages;
use talang_catalogue::object::ListItem;
use talang_catalogue::{Catalogue, Fault, Language, Object, ObjectDef, Record};
use talang_store::Layout;
use talang_store::schema::Migration;

use crate::change::Change;
use crate::circle::Circle;
use crate::error::Result;
use crate::jobs::JobRun;
use crate::journal::Deed;
use crate::rights::Action;
use crate::view::View;

/// A check or completion before a record is written: the old record, the new one, and a list for what is wrong.
pub type Before = fn(&mut View<'_>, Option<&Record>, &mut Record, &mut Vec<Fault>) -> Result<()>;
/// What follows from a written record, in the same transaction. `None` for the new one means it was deleted.
pub type After = fn(&mut Change<'_>, Option<&Record>, Option<&Record>) -> Result<()>;

/// The owner's rules for one object.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name.
    pub object: &'static str,
    /// Before a write.
    pub before: Option<Before>,
    /// After a write or deletion.
    pub after: Option<After>,
}

/// What forbids that a record is removed: it gets the whole record and a list for what is wrong.
#[derive(Clone, Copy)]
pub struct Removal {
    /// Its object.
    pub object: &'static str,
    /// The check, before the record goes.
    pub check: fn(&mut View<'_>, &Record, &mut Vec<Fault>) -> Result<()>,
}

/// A function that arrives switched off and is switched on per tenant (S8). Its name is the message `feature-<code>`, what
/// it does `feature-<code>-text`.
#[derive(Clone, Copy, Debug)]
pub struct Feature {
    /// Permanent short name.
    pub code: &'static str,
    /// Module that brings it.
    pub module: &'static str,
    /// Day of its release, ISO.
    pub since: &'static str,
    /// File of its documentation, published no later than the function.
    pub documentation: &'static str,
    /// Groups of objects ([`ObjectDef::module`]) that it brings: nobody has a right to them until it is switched on.
    pub brings: &'static [&'static str],
}

/// A background task that jobs name.
#[derive(Clone, Copy)]
pub struct Task {
    /// Its code in the job table.
    pub code: &'static str,
    /// Runs it; what it returns is the job's result. It must be repeatable without harm.
    pub run: fn(&mut JobRun<'_>) -> Result<serde_json::Value>,
}

/// Looks at what a change has done, within its transaction and at its end: object, row number and deed of every record. It
/// may put jobs into the queue, and changes no business object.
pub type Watch = fn(&mut Change<'_>, &[(u16, i64, Deed)]) -> Result<()>;

/// Something that waits for somebody, for the personal area (S1).
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// The employee whom it is about; their face stands beside it.
    pub person: Option<i64>,
    /// Name of whom it is about, where it is no employee.
    pub name: String,
    /// What is to be done, in the scope's language.
    pub what: String,
    /// Address where it is done.
    pub href: String,
    /// Day by which it should be done, since 1970.
    pub due: Option<i64>,
}

/// Finds what waits for the scope's person, as far as the scope may see it.
pub type Awaits = fn(&mut View<'_>) -> Result<Vec<Waiting>>;

/// A property of people by which accreditation rules choose: `organisation under SALES`.
#[derive(Clone, Copy, Debug)]
pub struct Dimension {
    /// Word in rules.
    pub code: &'static str,
    /// Object whose records are its values.
    pub object: &'static str,
    /// Field of the slice that gives the value.
    pub field: &'static str,
    /// Field of the value's object to go on to: job → family.
    pub via: Option<(&'static str, &'static str)>,
    /// Field of `object` that names the parent, for `under`.
    pub parent: Option<&'static str>,
    /// The value is a person, whose own value is the parent: reporting lines.
    pub line: bool,
}

/// How people stand in the organisation.
#[derive(Clone, Copy, Debug)]
pub struct People {
    /// The object of people.
    pub object: &'static str,
    /// The dated object with one slice per person and day.
    pub slice: &'static str,
    /// Its field that names the person.
    pub person: &'static str,
    /// What rules can choose by. The one with `line` makes a manager's team.
    pub dimensions: &'static [Dimension],
}

/// An entry of the menu, and with it the pages that take the place of the general ones of an object.
#[derive(Clone, Copy, Debug, Default)]
pub struct MenuEntry {
    /// Module under whose heading it stands (`people`); empty for the personal ones at the top.
    pub section: &'static str,
    /// Key of its words among the messages; empty: what the records of `object` are called.
    pub label: &'static str,
    /// Address.
    pub href: &'static str,
    /// Icon.
    pub icon: &'static str,
    /// Shown to those who have the action on that object to some extent; to everybody where there is none.
    pub right: Option<(&'static str, Action)>,
    /// Object whose general list it replaces; empty for none.
    pub object: &'static str,
    /// Address of the page of one record of `object`, with `{id}` for its number (the thread's, for dated objects);
    /// empty where the general page does.
    pub record: &'static str,
}

/// One crate's contribution.
#[derive(Default)]
pub struct Module {
    /// Its entries of the menu.
    pub menu: Vec<MenuEntry>,
    /// Its objects.
    pub objects: Vec<&'static ObjectDef>,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// What it forbids to remove.
    pub removals: Vec<Removal>,
    /// Its functions that arrive switched off.
    pub features: Vec<Feature>,
    /// Its background tasks.
    pub tasks: Vec<Task>,
    /// What of it looks at every change.
    pub watches: Vec<Watch>,
    /// What of it waits for people.
    pub awaits: Vec<Awaits>,
    /// Label sources: language code and TOML.
    pub labels: Vec<(Language, &'static str)>,
    /// Message sources: language code and Fluent.
    pub messages: Vec<(Language, &'static str)>,
    /// The people graph; one module brings it.
    pub people: Option<People>,
    /// How users reach its records that are not about employees.
    pub circles: Vec<Circle>,
    /// What else its records are found by.
    pub findings: Vec<Finding>,
    /// Recorded schema changes.
    pub migrations: Vec<Migration>,
    /// Adapted import formats that come with it (I2), as TOML texts.
    pub adapted_formats: Vec<&'static str>,
}

/// Words by which a record is found besides its own: those of other records about it, such as a candidate's CV. Whoever may not
/// read the other record, and all of what its words are from, finds nothing by it.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    /// The object that is found.
    pub object: &'static str,
    /// The other object; both are of one kind of data, and it is not dated.
    pub by: &'static str,
    /// Its field that refers to the first.
    pub field: &'static str,
}

/// Everything the modules bring, merged.
pub struct Registry {
    /// Entries of the menu in the order of the modules.
    pub menu: Vec<MenuEntry>,
    /// Objects of all modules; the engine's own first.
    pub objects: Vec<&'static ObjectDef>,
    /// Labels in seven languages.
    pub labels: Labels,
    /// Messages in seven languages.
    pub messages: Messages,
    /// Recorded schema changes in order.
    pub migrations: Vec<Migration>,
    /// Adapted import formats of all modules (I2), as TOML texts.
    pub adapted_formats: Vec<&'static str>,
    /// Functions that arrive switched off.
    pub features: Vec<Feature>,
    /// The people graph's shape.
    pub people: Option<People>,
    /// How users reach records that are not about employees.
    pub circles: Vec<Circle>,
    /// What records are found by besides their own words.
    pub findings: Vec<Finding>,
    /// What looks at every change.
    pub watches: Vec<Watch>,
    /// What waits for people.
    pub awaits: Vec<Awaits>,
    rules: HashMap<&'static str, Vec<Rule>>,
    removals: Vec<Removal>,
    tasks: HashMap<&'static str, Task>,
    shape: String,
    plain: Catalogue,
    layouts: Mutex<HashMap<(u16, Language), Arc<Layout>>>,
    lists: Mutex<HashMap<[u8; 32], Weak<Lists>>>,
}

/// A tenant's value lists: list code → items in their order.
pub(crate) type Lists = HashMap<String, Vec<ListItem>>;

impl Registry {
    /// Merges the modules; the engine's own comes first by itself.
    ///
    /// # Errors
    /// A sentence when two objects share a number, name or path, or a label or message source cannot be read.
    pub fn new(modules: Vec<Module>) -> std::result::Result<Registry, String> {
        let mut objects: Vec<&'static ObjectDef> = Vec::new();
        let (mut labels, mut migrations) = (Vec::new(), Vec::new());
        let mut messages = Vec::new();
        let mut people = None;
        let mut menu = Vec::new();
        let mut adapted_formats = Vec::new();
        let mut rules: HashMap<&'static str, Vec<Rule>> = HashMap::new();
        let (mut removals, mut features, mut findings) = (Vec::new(), Vec::new(), Vec::new());
        let (mut tasks, mut watches, mut circles) = (HashMap::new(), Vec::new(), Vec::new());
        let mut awaits = Vec::new();
        for module in std::iter::once(crate::objects::module()).chain(modules) {
            objects.extend(module.objects);
            menu.extend(module.menu);
            labels.extend(module.labels);
            messages.extend(module.messages);
            migrations.extend(module.migrations);
            adapted_formats.extend(module.adapted_formats);
            people = people.or(module.people);
            circles.extend(module.circles);
            findings.extend(module.findings);
            removals.extend(module.removals);
            features.extend(module.features);
            watches.extend(module.watches);
            awaits.extend(module.awaits);
            for rule in module.rules {
                rules.entry(rule.object).or_default().push(rule);
            }
            tasks.extend(module.tasks.into_iter().map(|t| (t.code, t)));
        }
        migrations.sort_by_key(|m| m.number);
        // A number by which rights reach a record must be one that somebody measures: else an employee's number would open a
        // candidate's record.
        if let Some(people) = people {
            let measured =
                |space: &str| space == people.object || circles.iter().any(|c: &Circle| c.object == space);
            if let Some(lost) = objects.iter().find(|o| o.space().is_some_and(|space| !measured(space))) {
                return Err(format!(
                    "nothing says who reaches {}, by which rights to {} are measured",
                    lost.space().unwrap_or_default(),
                    lost.name
                ));
            }
        }
        for (i, a) in objects.iter().enumerate() {
            if let Some(b) =
                objects.iter().skip(i + 1).find(|b| a.id == b.id || a.name == b.name || a.path == b.path)
            {
                return Err(format!("objects {} and {} share a number, name or path", a.name, b.name));
            }
        }
        let plain = Catalogue::new(&objects, &HashMap::new(), HashMap::new());
        for object in plain.objects() {
            for field in object.fields.iter().filter(|f| f.follows.is_some()) {
                let link = field.follows.and_then(|name| object.field(name)).map(|f| &f.ty);
                let target = match link {
                    Some(talang_catalogue::FieldType::Reference(to)) => plain.object(to).map(|o| o.as_ref()),
                    _ => None,
                };
                if crate::saving::follow::unsound(object, target, field) {
                    return Err(format!(
                        "{}.{} cannot follow: what it follows from may change",
                        object.def.name, field.name
                    ));
                }
            }
        }
        let labels = Labels::new(&labels)?;
        let messages = Messages::new(&messages)?;
        // Computed once: every tenant that is opened or created compares it.
        let lock = talang_catalogue::lock::lock(0, &objects) + &talang_store::system::shape();
        let shape = talang_store::attachments::hex(&<sha2::Sha256 as sha2::Digest>::digest(lock.as_bytes()));
        Ok(Registry {
            plain,
            layouts: Mutex::default(),
            lists: Mutex::default(),
            menu,
            objects,
            labels,
            messages,
            migrations,
            adapted_formats,
            features,
            people,
            circles,
            findings,
            watches,
            awaits,
            rules,
            removals,
            tasks,
            shape,
        })
    }

    /// Names the shape of all objects: tables follow when it changes.
    pub fn shape(&self) -> &str {
        &self.shape
    }

    /// All objects without a tenant's fields and lists.
    pub fn plain(&self) -> &Catalogue {
        &self.plain
    }

    /// The layout of an object of a tenant's catalogue. Those of objects without the tenant's own fields are shared by
    /// all tenants of a language (T11).
    pub fn layout(&self, object: &Arc<Object>, language: Language) -> Arc<Layout> {
        if !self.plain.by_id(object.def.id).is_some_and(|plain| Arc::ptr_eq(plain, object)) {
            return Arc::new(Layout::new(object.clone(), language));
        }
        let mut known = self.layouts.lock().unwrap_or_else(PoisonError::into_inner);
        let layout = known.entry((object.def.id, language));
        layout.or_insert_with(|| Arc::new(Layout::new(object.clone(), language))).clone()
    }

    /// Value lists by a digest of what they were read from: tenants that have the same, as most do, share them (T11).
    pub(crate) fn lists(&self, digest: [u8; 32], read: impl FnOnce() -> Lists) -> Arc<Lists> {
        let mut known = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lists) = known.get(&digest).and_then(Weak::upgrade) {
            return lists;
        }
        known.retain(|_, lists| lists.strong_count() > 0);
        let lists = Arc::new(read());
        known.insert(digest, Arc::downgrade(&lists));
        lists
    }

    /// The rules of an object.
    pub fn rules(&self, object: &str) -> &[Rule] {
        self.rules.get(object).map(Vec::as_slice).unwrap_or_default()
    }

    /// The circle of an object that is not about employees.
    pub fn circle(&self, object: &str) -> Option<Circle> {
        self.circles.iter().find(|c| c.object == object).copied()
    }

    /// Whether rights with an extent to that object are measured by employees.
    pub fn by_people(&self, object: &ObjectDef) -> bool {
        self.people.is_some_and(|p| object.space() == Some(p.object))
    }

    /// Whether an object's records are data of employees.
    pub fn about_people(&self, object: &ObjectDef) -> bool {
        self.people.is_some_and(|p| object.people() == Some(p.object))
    }

    /// What forbids that records of an object are removed.
    pub fn removals<'a>(&'a self, object: &'a str) -> impl Iterator<Item = &'a Removal> {
        self.removals.iter().filter(move |r| r.object == object)
    }

    /// The function of that code that arrives switched off.
    pub fn feature(&self, code: &str) -> Option<&Feature> {
        self.features.iter().find(|f| f.code == code)
    }

    /// The task of that code.
    pub fn task(&self, code: &str) -> Option<Task> {
        self.tasks.get(code).copied()
    }
}
