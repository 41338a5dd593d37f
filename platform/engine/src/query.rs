//! What a list asks for: filter, order, page, day.

use jiff::civil::Date;
use std::sync::Arc;
use talang_catalogue::{Catalogue, Fault, Field, FieldType, Object, Record, Value, types};

use crate::expression::{self, Expr};

/// For which day dated records are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AsOf {
    /// The scope's day.
    #[default]
    Scope,
    /// That day.
    Day(Date),
    /// Every slice.
    Always,
}

/// A field seen from an object: its own, or one of the day's slice (`assignment.organisation`), or one of a record
/// that it refers to (`organisation.legal_entity`), or one of the records that are parts of it (`candidate_skill.skill`).
#[derive(Clone, Debug)]
pub struct Path {
    /// As written.
    pub text: String,
    /// How to get there from the object: none for its own fields.
    pub step: Option<Step>,
    /// The object that has the field.
    pub object: Arc<Object>,
    /// Index of the field.
    pub field: usize,
}

/// One step of a path.
#[derive(Clone, Debug)]
pub enum Step {
    /// To the day's slice of a dated object that refers to this one by the field of that index.
    Slice(usize),
    /// Along the reference field of that index of this object.
    Reference(usize),
    /// To any of the records of another object whose reference field of that index names this one. There may be many, so they are asked
    /// for and never shown: conditions alone go this way.
    Parts(usize),
}

impl Path {
    /// Finds the field that a text names, seen from `object`.
    ///
    /// # Errors
    /// `field.unknown` with the name.
    pub fn parse(catalogue: &Catalogue, object: &Arc<Object>, text: &str) -> Result<Path, Fault> {
        let unknown = || Fault::new("field.unknown").with("name", text);
        let Some((first, rest)) = text.split_once('.') else {
            let field = object.field(text).ok_or_else(unknown)?;
            return Ok(Path {
                text: text.to_string(),
                step: None,
                object: object.clone(),
                field: field.index,
            });
        };
        if let Some((slice, link)) =
            catalogue.slices_of(object.def.name).find(|(slice, _)| slice.def.table == first)
        {
            let field = slice.field(rest).ok_or_else(unknown)?;
            let (step, field) = (Some(Step::Slice(link.index)), field.index);
            return Ok(Path { text: text.to_string(), step, object: slice.clone(), field });
        }
        let Some(link) = object.field(first) else {
            let mut parts = catalogue.parts_of(object.def.name);
            let (part, link) = parts.find(|(part, _)| part.def.table == first).ok_or_else(unknown)?;
            let field = part.field(rest).ok_or_else(unknown)?.index;
            let step = Some(Step::Parts(link.index));
            return Ok(Path { text: text.to_string(), step, object: part.clone(), field });
        };
        let FieldType::Reference(target) = &link.ty else { return Err(unknown()) };
        let target = catalogue.object(target).ok_or_else(unknown)?;
        let field = target.field(rest).ok_or_else(unknown)?;
        let (step, field) = (Some(Step::Reference(link.index)), field.index);
        Ok(Path { text: text.to_string(), step, object: target.clone(), field })
    }

    /// Whether it leads to many records, which can be asked for and not shown.
    pub fn is_many(&self) -> bool {
        matches!(self.step, Some(Step::Parts(_)))
    }

    /// The field.
    pub fn field(&self) -> Option<&Field> {
        self.object.fields.get(self.field)
    }
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// Equal to one of the values.
    Is,
    /// Equal to none of them.
    IsNot,
    /// Less than the value.
    Less,
    /// At most the value.
    AtMost,
    /// Greater than the value.
    Greater,
    /// At least the value.
    AtLeast,
    /// Contains the text, whatever case and accents where the field is searchable.
    Contains,
    /// Begins with the text.
    Starts,
    /// Ends with the text.
    Ends,
    /// Has no value.
    Empty,
    /// Is the value or below it in its hierarchy.
    Under,
}

impl Op {
    /// The sign of SQL by which values compare.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Op::Less => "<",
            Op::AtMost => "<=",
            Op::Greater => ">",
            Op::AtLeast => ">=",
            _ => "=",
        }
    }
}

/// A condition on records.
#[derive(Clone, Debug)]
pub enum Filter {
    /// All of them.
    And(Vec<Filter>),
    /// Any of them.
    Or(Vec<Filter>),
    /// Not it.
    Not(Box<Filter>),
    /// A test of a field; references as [`Value::Int`] (row numbers) or [`Value::Text`] (keys).
    Test {
        /// Which field.
        path: Path,
        /// How.
        op: Op,
        /// With what.
        values: Vec<Value>,
    },
    /// Records with these numbers.
    Ids(Vec<i64>),
    /// Records that references with these numbers mean: slices of these threads, for dated objects.
    Threads(Vec<i64>),
}

impl Filter {
    /// Reads the filter language (see [`crate::expression`]); values in culture-free form (dates ISO 8601, decimal
    /// points, codes).
    ///
    /// # Errors
    /// `filter.syntax`, `field.unknown`, or the fault of a value.
    pub fn parse(catalogue: &Catalogue, object: &Arc<Object>, text: &str) -> Result<Filter, Fault> {
        Filter::of(catalogue, object, &expression::parse(text)?)
    }

    fn of(catalogue: &Catalogue, object: &Arc<Object>, expr: &Expr) -> Result<Filter, Fault> {
        let all = |parts: &[Expr]| {
            parts.iter().map(|p| Filter::of(catalogue, object, p)).collect::<Result<Vec<_>, _>>()
        };
        Ok(match expr {
            Expr::And(parts) => Filter::And(all(parts)?),
            Expr::Or(parts) => Filter::Or(all(parts)?),
            Expr::Not(inner) => Filter::Not(Box::new(Filter::of(catalogue, object, inner)?)),
            Expr::Test { name, op, values, at } => {
                let path = Path::parse(catalogue, object, name)?;
                let op = match *op {
                    "ne" => Op::IsNot,
                    "lt" => Op::Less,
                    "le" => Op::AtMost,
                    "gt" => Op::Greater,
                    "ge" => Op::AtLeast,
                    "contains" => Op::Contains,
                    "starts" => Op::Starts,
                    "empty" => Op::Empty,
                    "under" => Op::Under,
                    _ => Op::Is,
                };
                let field = path.field().cloned();
                // References know "is" and "below"; a list of them contains one when one of them is it.
                let refers = matches!(
                    path.field().map(|f| &f.ty),
                    Some(FieldType::Reference(_) | FieldType::References(_))
                );
                let several = matches!(path.field().map(|f| &f.ty), Some(FieldType::References(_)));
                let op = match op {
                    Op::Under if !refers => Op::Is,
                    Op::Contains if several => Op::Is,
                    Op::Less | Op::AtMost | Op::Greater | Op::AtLeast | Op::Contains | Op::Starts
                        if refers =>
                    {
                        let expected = "→ =, !=, is, in, under";
                        return Err(Fault::new("filter.syntax")
                            .with("position", at)
                            .with("detail", expected));
                    }
                    op => op,
                };
                let values = values
                    .iter()
                    .map(|text| match (&field, op) {
                        (
                            Some(field),
                            Op::Is | Op::IsNot | Op::Less | Op::AtMost | Op::Greater | Op::AtLeast,
                        ) => value(field, text).map_err(|fault| fault.on(name.as_str())),
                        _ => Ok(Value::Text(text.clone())),
                    })
                    .collect::<Result<Vec<_>, _>>()?;
                Filter::Test { path, op, values }
            }
        })
    }

    /// A test of a field of the object itself.
    pub fn test(object: &Arc<Object>, field: &str, op: Op, values: Vec<Value>) -> Filter {
        match object.field(field) {
            Some(found) => {
                let path =
                    Path { text: field.to_string(), step: None, object: object.clone(), field: found.index };
                Filter::Test { path, op, values }
            }
            None => Filter::Ids(Vec::new()),
        }
    }
}

/// A value of a condition, in culture-free form. Money is compared with an amount in any currency (`3000`), or in one
/// (`3000 EUR`).
fn value(field: &Field, text: &str) -> Result<Value, Fault> {
    let neutral = &talang_catalogue::Culture::NEUTRAL;
    if matches!(field.ty, FieldType::Money) && text.trim().bytes().all(|b| !b.is_ascii_alphabetic()) {
        return types::parse(&field.amount(), text, neutral);
    }
    types::parse(field, text, neutral)
}

/// Part of an order.
#[derive(Clone, Debug)]
pub struct Sort {
    /// By which field.
    pub path: Path,
    /// Largest first.
    pub descending: bool,
}

/// A list's question.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Which records.
    pub filter: Option<Filter>,
    /// Words that the records must be found by (general search).
    pub search: Option<String>,
    /// In which order; by number where nothing is said.
    pub sort: Vec<Sort>,
    /// Fields beyond the object's own that are wanted with each record.
    pub columns: Vec<Path>,
    /// At most so many records; 0 for all.
    pub limit: usize,
    /// After this place (see [`Page::next`]).
    pub cursor: Option<String>,
    /// Skip so many (screens with page numbers; slower than a cursor when deep).
    pub offset: usize,
    /// For which day.
    pub as_of: AsOf,
    /// Count all that match, too.
    pub count: bool,
}

/// A list's answer.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The records.
    pub records: Vec<Record>,
    /// For each record the values of [`Query::columns`]; `None` where the scope may not read it.
    pub columns: Vec<Vec<Option<Value>>>,
    /// Cursor of the next page, if there is one.
    pub next: Option<String>,
    /// How many match in all, if it was asked.
    pub total: Option<i64>,
}
