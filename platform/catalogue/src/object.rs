//! The declaration of a business object, static and as one tenant sees it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use crate::value::Texts;

/// A name that is static for built-in objects and owned for a tenant's extra fields.
pub type Name = Cow<'static, str>;

/// In which of a tenant's databases an object lives (T3). On SQLite each kind is a file, on PostgreSQL a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Library, jobs and skills, users and roles.
    Shared,
    /// Core HR, talent, compensation, training administration.
    Employees,
    /// Candidates, vacancies, applications.
    Candidates,
    /// LMS results and LCMS content.
    Learning,
}

impl Kind {
    /// Every kind, in a fixed order.
    pub const ALL: [Kind; 4] = [Kind::Shared, Kind::Employees, Kind::Candidates, Kind::Learning];

    /// The name of the schema (PostgreSQL) or attached file (SQLite).
    pub fn name(self) -> &'static str {
        match self {
            Kind::Shared => "shared",
            Kind::Employees => "employees",
            Kind::Candidates => "candidates",
            Kind::Learning => "learning",
        }
    }
}

/// What a field says about a person; decides its default right group, its treatment in exports and its erasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Privacy {
    /// Says nothing about a person.
    None,
    /// Who someone is: names, numbers, photo.
    Identity,
    /// The working relation: organisation, position, contract, dates.
    Work,
    /// How to reach someone.
    Contact,
    /// Private life: birth, family, nationality, private address.
    Private,
    /// Pay, bank, costs.
    Financial,
    /// Article 9 of the GDPR (health, union, religion …) and what is close to it.
    Sensitive,
}

impl Privacy {
    /// Stable name, as written in declarations and in generated documents.
    pub fn name(self) -> &'static str {
        match self {
            Privacy::None => "none",
            Privacy::Identity => "identity",
            Privacy::Work => "work",
            Privacy::Contact => "contact",
            Privacy::Private => "private",
            Privacy::Financial => "financial",
            Privacy::Sensitive => "sensitive",
        }
    }

    /// The class of that name.
    pub fn parse(name: &str) -> Option<Privacy> {
        [
            Privacy::None,
            Privacy::Identity,
            Privacy::Work,
            Privacy::Contact,
            Privacy::Private,
            Privacy::Financial,
            Privacy::Sensitive,
        ]
        .into_iter()
        .find(|p| p.name() == name)
    }

    /// The right group of a field of this class that names none itself.
    pub fn group(self) -> &'static str {
        match self {
            Privacy::None | Privacy::Identity | Privacy::Work => GENERAL,
            Privacy::Contact => "contact",
            Privacy::Private => "private",
            Privacy::Financial => "financial",
            Privacy::Sensitive => "sensitive",
        }
    }
}

/// The right group without which a record is invisible.
pub const GENERAL: &str = "general";

/// One label of an enumeration.
#[derive(Clone, Copy, Debug)]
pub struct ChoiceItem {
    /// Code in files and interfaces, and key of its label (`<Choice>.<code>`).
    pub code: &'static str,
}

/// A closed list of codes known to the program. Lists that a tenant edits are value lists ([`FieldType::Item`]).
#[derive(Debug)]
pub struct ChoiceDef {
    /// Name of the Rust enumeration; prefix of its labels.
    pub name: &'static str,
    /// The codes in their natural order.
    pub items: &'static [ChoiceItem],
}

/// The type of a field. `types/` holds parsing, checking and writing of each.
#[derive(Clone, Debug)]
pub enum FieldType {
    /// Short identifier without surrounding blanks, compared exactly.
    Code,
    /// One line of text.
    Line,
    /// Text of several lines.
    Long,
    /// One text per language.
    Translated,
    /// Yes or no.
    Bool,
    /// Whole number.
    Integer,
    /// Number with up to six decimals, between ±9.2 × 10¹².
    Decimal,
    /// Decimal amount with an ISO 4217 currency.
    Money,
    /// Decimal; 12.5 means 12.5 %.
    Percent,
    /// Day of the proleptic Gregorian calendar.
    Date,
    /// Instant in UTC, to the microsecond.
    Instant,
    /// Time of day, to the second.
    Time,
    /// E-mail address.
    Email,
    /// Telephone number, E.164 where it has a country prefix.
    Phone,
    /// http or https address.
    Url,
    /// International bank account number, check digits verified (ISO 13616).
    Iban,
    /// ISO 639-1 code.
    Language,
    /// ISO 3166-1 alpha-2 code.
    Country,
    /// ISO 4217 code.
    Currency,
    /// Language-region code such as `sv-SE`.
    Culture,
    /// One of a closed list.
    Choice(&'static ChoiceDef),
    /// The code of an item of the tenant's value list of that code.
    Item(Name),
    /// Reference to a record of the named object.
    Reference(Name),
    /// Several references to the named object.
    References(Name),
    /// Length of time, to the minute.
    Duration,
    /// JSON text.
    Json,
    /// A file kept in the tenant's attachments.
    File,
}

impl FieldType {
    /// Its stable word, in documents and for programs.
    pub fn name(&self) -> &'static str {
        match self {
            FieldType::Code => "code",
            FieldType::Line => "line",
            FieldType::Long => "long",
            FieldType::Translated => "translated",
            FieldType::Bool => "bool",
            FieldType::Integer => "integer",
            FieldType::Decimal => "decimal",
            FieldType::Money => "money",
            FieldType::Percent => "percent",
            FieldType::Date => "date",
            FieldType::Instant => "instant",
            FieldType::Time => "time",
            FieldType::Email => "email",
            FieldType::Phone => "phone",
            FieldType::Url => "url",
            FieldType::Iban => "iban",
            FieldType::Language => "language",
            FieldType::Country => "country",
            FieldType::Currency => "currency",
            FieldType::Culture => "culture",
            FieldType::Choice(_) => "choice",
            FieldType::Item(_) => "item",
            FieldType::Reference(_) => "reference",
            FieldType::References(_) => "references",
            FieldType::Duration => "duration",
            FieldType::Json => "json",
            FieldType::File => "file",
        }
    }
}

/// A field, as declared or as a tenant added it.
#[derive(Clone, Debug)]
pub struct FieldDef {
    /// Permanent number within the object; never used again after removal.
    pub id: u16,
    /// snake_case name: column, REST property and CSV header.
    pub name: Name,
    /// Type of the values.
    pub ty: FieldType,
    /// A record without it is refused.
    pub mandatory: bool,
    /// No two records have the same value.
    pub unique: bool,
    /// Value of a new record that says nothing, written as in a culture-free CSV cell.
    pub default: Option<Name>,
    /// Smallest and largest value, or length for texts.
    pub bounds: Bound,
    /// What it says about a person.
    pub privacy: Privacy,
    /// Name of the right group that guards reading and writing.
    pub group: Name,
    /// Words of it find the record in the general search; it has a culture-aware sort key.
    pub search: bool,
    /// Set by the program alone: shown, exported, never written from outside.
    pub read_only: bool,
    /// Cannot change after creation (besides the key, which never can).
    pub fixed: bool,
    /// The reference field from whose record it is taken over when the record is made: there it has the same name.
    pub follows: Option<&'static str>,
    /// How a new record that leaves it empty is numbered: `{year}` and `{4}` for so many digits at least, such as
    /// `{year}-{4}`. A text field.
    pub numbered: Option<&'static str>,
    /// Help in English (the declaration's doc comment); other languages in `labels/`.
    pub help: Name,
    /// Labels of an extra field; built-in fields have theirs in `labels/`.
    pub labels: Option<Texts>,
}

/// Inclusive bounds in the type's natural unit: the number, or the count of characters of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bound {
    /// Smallest.
    pub min: Option<i64>,
    /// Largest.
    pub max: Option<i64>,
}

/// Whose data a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nobody's: visible to whoever may read the object.
    None,
    /// The record is the person.
    Itself,
    /// The person that this reference field names.
    Field(&'static str),
}

/// The static declaration of a business object.
#[derive(Debug)]
pub struct ObjectDef {
    /// Permanent number.
    pub id: u16,
    /// PascalCase name: the import type of its CSV format.
    pub name: &'static str,
    /// kebab-case plural: the REST path and the address of its screens.
    pub path: &'static str,
    /// snake_case name: the table.
    pub table: &'static str,
    /// Group under which menus and documents list it.
    pub module: &'static str,
    /// In which database it lives.
    pub kind: Kind,
    /// Field names of the natural key, `start` last for dated objects.
    pub key: &'static [&'static str],
    /// Whose data it is.
    pub subject: Subject,
    /// By which record a right's extents reach it, where that is not the subject: a vacancy and what belongs to it by its
    /// hiring team, whoever the candidate is. [`Subject::None`]: by the subject. See [`ObjectDef::reach`].
    pub within: Subject,
    /// Slices with `start` and `end` that never overlap for one thread (the key without `start`).
    pub dated: bool,
    /// Tenants may add fields.
    pub extensible: bool,
    /// Written by the program alone.
    pub internal: bool,
    /// Technical configuration (A12): only super administrators reach it, and only they give rights to it.
    pub technical: bool,
    /// Gives somebody rights, a further reach or another way in (A7, A10, A11): a person changes it only with a recent proof
    /// of who they are, and what comes without anybody, such as a file at a set time, never does.
    pub power: bool,
    /// Has files and interfaces, but no screens of its own: nothing on the screens follows from it yet.
    pub hidden: bool,
    /// Ties the tenant to something outside: a system, a program, an account elsewhere. It stays out of copies (T6).
    pub connection: bool,
    /// Fields whose values name a record to people, joined by a blank.
    pub title: &'static [&'static str],
    /// The fields in the order in which forms show them.
    pub fields: &'static [FieldDef],
    /// Numbers of removed fields.
    pub tombstones: &'static [u16],
    /// What it is, in English (the doc comment).
    pub help: &'static str,
}

impl ObjectDef {
    /// The object of a record that this one names: `Employee` for the subject `employee`.
    fn target(&self, whose: Subject) -> Option<&str> {
        match whose {
            Subject::None => None,
            Subject::Itself => Some(self.name),
            Subject::Field(name) => match &self.fields.iter().find(|f| f.name == name)?.ty {
                FieldType::Reference(to) => Some(to),
                _ => None,
            },
        }
    }

    /// The object of the people whose data the records are; `None` where they are nobody's.
    pub fn people(&self) -> Option<&str> {
        self.target(self.subject)
    }

    /// The object by whose records rights with an extent are measured (`Employee`, `Candidate`, `Vacancy`); `None` where
    /// extents do not matter.
    pub fn space(&self) -> Option<&str> {
        self.target(self.reach())
    }

    /// By which record a right's extents (`self`, `team`, `lists`) reach its records; [`Subject::None`]: whoever has the
    /// right for anybody reaches all of them.
    pub fn reach(&self) -> Subject {
        match self.within {
            Subject::None => self.subject,
            within => within,
        }
    }
}

/// A field of a tenant's object: the declaration plus its place.
#[derive(Clone, Debug)]
pub struct Field {
    /// The declaration.
    pub def: FieldDef,
    /// Index into [`crate::Record::values`].
    pub index: usize,
    /// The tenant's own.
    pub extra: bool,
    /// Column in the table.
    pub column: String,
}

impl std::ops::Deref for Field {
    type Target = FieldDef;
    fn deref(&self) -> &FieldDef {
        &self.def
    }
}

/// A business object as one tenant has it: declaration and extra fields.
#[derive(Debug)]
pub struct Object {
    /// The declaration.
    pub def: &'static ObjectDef,
    /// Built-in fields in declared order, then the tenant's.
    pub fields: Vec<Field>,
    /// Indexes of the whole natural key.
    pub key: Vec<usize>,
    /// Indexes of the key without `start`; equal to `key` for undated objects.
    pub thread: Vec<usize>,
    /// Indexes of the title fields.
    pub title: Vec<usize>,
    /// Index of `start` and `end` of dated objects.
    pub period: Option<(usize, usize)>,
    /// Index of the subject field, where the subject is a field.
    pub subject: Option<usize>,
    /// Index of the field that [`ObjectDef::reach`] names, where it names one.
    pub reach: Option<usize>,
    /// Names of the right groups that occur, [`GENERAL`] first.
    pub groups: Vec<Name>,
    by_name: HashMap<String, usize>,
}

impl std::ops::Deref for Object {
    type Target = ObjectDef;
    fn deref(&self) -> &ObjectDef {
        self.def
    }
}

impl Field {
    /// A field of money's amount by itself: a decimal.
    pub fn amount(&self) -> Field {
        let mut amount = self.clone();
        amount.def.ty = FieldType::Decimal;
        amount
    }
}

impl Object {
    /// Merges a declaration with a tenant's extra fields. Extra fields carry ids from 10,000 and columns `x_<name>`.
    pub fn new(def: &'static ObjectDef, extra: &[FieldDef]) -> Object {
        let mut fields: Vec<Field> = Vec::with_capacity(def.fields.len() + extra.len());
        for (declared, own) in def.fields.iter().map(|f| (f, false)).chain(extra.iter().map(|f| (f, true))) {
            fields.push(Field {
                index: fields.len(),
                extra: own,
                column: if own { format!("x_{}", declared.name) } else { declared.name.to_string() },
                def: declared.clone(),
            });
        }
        let by_name: HashMap<String, usize> = fields.iter().map(|f| (f.name.to_string(), f.index)).collect();
        let find = |name: &&'static str| by_name.get(*name).copied();
        let key: Vec<usize> = def.key.iter().filter_map(find).collect();
        let period = def.dated.then(|| Some((find(&"start")?, find(&"end")?))).flatten();
        let thread = key.iter().copied().filter(|i| period.is_none_or(|(start, _)| start != *i)).collect();
        let index = |of: Subject| match of {
            Subject::Field(name) => find(&name),
            _ => None,
        };
        let (subject, reach) = (index(def.subject), index(def.reach()));
        let mut groups: Vec<Name> = vec![Cow::Borrowed(GENERAL)];
        for field in &fields {
            if !groups.contains(&field.group) {
                groups.push(field.group.clone());
            }
        }
        let title = def.title.iter().filter_map(find).collect();
        Object { def, key, thread, title, period, subject, reach, groups, by_name, fields }
    }

    /// The field of that name, built-in or extra.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.by_name.get(name).and_then(|i| self.fields.get(*i))
    }

    /// Whether rights reach some of its records and not others.
    pub fn bounded(&self) -> bool {
        self.def.reach() != Subject::None
    }

    /// Whether the records are about people.
    pub fn personal(&self) -> bool {
        self.def.subject != Subject::None
    }

    /// `schema.table`, as both databases understand it.
    pub fn table_name(&self) -> String {
        format!("{}.{}", self.def.kind.name(), self.def.table)
    }
}

/// All objects as one tenant has them.
#[derive(Debug)]
pub struct Catalogue {
    objects: Vec<Arc<Object>>,
    places: Arc<Places>,
    /// Items of the tenant's value lists: list code → items in their order. Tenants with the same lists share them.
    pub lists: Arc<HashMap<String, Vec<ListItem>>>,
}

/// Where each object stands among all of them: the same for every tenant.
#[derive(Debug)]
struct Places {
    by_name: HashMap<&'static str, usize>,
    by_path: HashMap<&'static str, usize>,
    by_id: HashMap<u16, usize>,
}

/// An item of a tenant's value list.
#[derive(Clone, Debug)]
pub struct ListItem {
    /// Code in files and interfaces.
    pub code: String,
    /// Label per language.
    pub label: Texts,
    /// Offered for new values.
    pub active: bool,
}

impl Catalogue {
    /// Builds a tenant's catalogue. `extra` gives the tenant's fields by object name.
    pub fn new(
        defs: &[&'static ObjectDef],
        extra: &HashMap<String, Vec<FieldDef>>,
        lists: HashMap<String, Vec<ListItem>>,
    ) -> Catalogue {
        let objects: Vec<Arc<Object>> = defs
            .iter()
            .map(|def| Arc::new(Object::new(def, extra.get(def.name).map(Vec::as_slice).unwrap_or_default())))
            .collect();
        let index = |f: fn(&ObjectDef) -> &'static str| {
            objects.iter().enumerate().map(|(i, o)| (f(o.def), i)).collect::<HashMap<_, _>>()
        };
        let places = Places {
            by_name: index(|d| d.name),
            by_path: index(|d| d.path),
            by_id: objects.iter().enumerate().map(|(i, o)| (o.def.id, i)).collect(),
        };
        Catalogue { places: Arc::new(places), objects, lists: Arc::new(lists) }
    }

    /// The same objects with a tenant's fields and no lists. Objects without such fields are shared, so that thousands of
    /// tenants do not each hold the whole catalogue (T11).
    pub fn with_fields(&self, extra: &HashMap<String, Vec<FieldDef>>) -> Catalogue {
        let own = |plain: &Arc<Object>| match extra.get(plain.def.name) {
            Some(fields) if !fields.is_empty() => Arc::new(Object::new(plain.def, fields)),
            _ => plain.clone(),
        };
        Catalogue {
            objects: self.objects.iter().map(own).collect(),
            places: self.places.clone(),
            lists: Arc::default(),
        }
    }

    /// Every object, in the order of the modules.
    pub fn objects(&self) -> &[Arc<Object>] {
        &self.objects
    }

    /// The object of that name (`Employee`).
    pub fn object(&self, name: &str) -> Option<&Arc<Object>> {
        self.places.by_name.get(name).and_then(|i| self.objects.get(*i))
    }

    /// The object of that REST path (`employees`).
    pub fn by_path(&self, path: &str) -> Option<&Arc<Object>> {
        self.places.by_path.get(path).and_then(|i| self.objects.get(*i))
    }

    /// The object with that permanent number.
    pub fn by_id(&self, id: u16) -> Option<&Arc<Object>> {
        self.places.by_id.get(&id).and_then(|i| self.objects.get(*i))
    }

    /// The item of a value list.
    pub fn item(&self, list: &str, code: &str) -> Option<&ListItem> {
        self.lists.get(list)?.iter().find(|i| i.code == code)
    }

    /// The objects whose records are parts of one of this object's, with the field that says of which: skills of a candidate, members of a pool. The
    /// field belongs to their key; objects with slices of time are not among them (see [`Catalogue::slices_of`]).
    pub fn parts_of<'a>(&'a self, object: &str) -> impl Iterator<Item = (&'a Arc<Object>, &'a Field)> {
        let target = object.to_string();
        self.objects.iter().filter(|o| o.period.is_none() && !o.def.internal && !o.def.hidden).filter_map(
            move |candidate| {
                let keys = candidate.key.iter().filter_map(|at| candidate.fields.get(*at));
                let mut links =
                    keys.filter(|f| matches!(&f.ty, FieldType::Reference(to) if to == target.as_str()));
                links.next().map(|link| (candidate, link))
            },
        )
    }

    /// Dated objects that hold at most one slice per day for each record of `object`, by their snake_case name:
    /// `Employee` → `assignment`, `working_time` … They can be used as a path segment in queries.
    pub fn slices_of<'a>(&'a self, object: &str) -> impl Iterator<Item = (&'a Arc<Object>, &'a Field)> {
        let target = object.to_string();
        self.objects.iter().filter_map(move |candidate| {
            candidate.period?;
            let [only] = candidate.thread.as_slice() else { return None };
            let field = candidate.fields.get(*only)?;
            match &field.ty {
                FieldType::Reference(to) if to == target.as_str() => Some((candidate, field)),
                _ => None,
            }
        })
    }
}
