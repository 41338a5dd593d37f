//! `$filter` and `$orderby`, as the engine's conditions and orders.

use std::sync::Arc;

use talang_catalogue::{Catalogue, Culture, Fault, Field, FieldType, Object, Value, types};
use talang_engine::{Filter, Op, Path, Sort, View};

use super::lexer::{self, Token, fault, tokens};
use super::model::{self, Part, Property, Way};
use super::refusal::{Answer, Refusal, unknown};

/// A property, of the object itself or of one that it refers to.
struct Named {
    property: Property,
    /// The engine's path, where the property has a field.
    path: Option<Path>,
    /// The object that has it.
    object: Arc<Object>,
    /// The caller's way of writing it.
    text: String,
}

impl Named {
    fn field(&self) -> Option<&Field> {
        self.path.as_ref().and_then(Path::field)
    }
}

/// Finds what a path such as `organisation/code` names.
fn named(v: &View<'_>, object: &Arc<Object>, text: &str, target: &str) -> Answer<Named> {
    let (first, rest) = match text.split_once('/') {
        Some((first, rest)) => (Some(first), rest),
        None => (None, text),
    };
    let catalogue: Arc<Catalogue> = v.catalogue();
    let missing = || unknown(text, target);
    let find = |object: &Arc<Object>, name: &str| {
        model::properties(v, object).into_iter().find(|p| p.name == name).ok_or_else(missing)
    };
    let path_of = |prefix: &str, object: &Arc<Object>, property: &Property, from: &Arc<Object>| {
        let field = property.field.and_then(|index| object.fields.get(index));
        field.map(|field| Path::parse(&catalogue, from, &format!("{prefix}{}", field.name))).transpose()
    };
    let Some(first) = first else {
        let property = find(object, rest)?;
        let path = path_of("", object, &property, object)?;
        return Ok(Named { property, path, object: object.clone(), text: text.to_string() });
    };
    let navigation =
        model::navigations(v, object).into_iter().find(|n| n.name == first).ok_or_else(missing)?;
    let Way::To(link) = navigation.way else {
        return Err(Refusal::Unsupported(text.to_string()));
    };
    let property = find(&navigation.target, rest)?;
    let link = object.fields.get(link).map(|f| f.name.to_string()).unwrap_or_default();
    // What a reference means is its own field: the number of a record, or of the thread of a dated one.
    let meant = match (property.part, navigation.target.period.is_some()) {
        (Part::Id, false) | (Part::Thread, true) => true,
        (Part::Id | Part::Thread, _) => return Err(Refusal::Unsupported(text.to_string())),
        _ => false,
    };
    if meant {
        let property = Property { part: Part::TargetId, ..property };
        let path = Some(Path::parse(&catalogue, object, &link)?);
        return Ok(Named { property, path, object: object.clone(), text: text.to_string() });
    }
    let path = path_of(&format!("{link}."), &navigation.target, &property, object)?;
    Ok(Named { property, path, object: navigation.target, text: text.to_string() })
}

/// An operand.
enum Operand {
    Named(Named),
    Null,
    Bool(bool),
    Text(String),
    /// Numbers, days, instants, times and lengths of time.
    Bare(String),
}

/// Reads `$filter`.
///
/// # Errors
/// `filter.syntax` with the place; `field.unknown`; what OData has and this service has not.
pub(super) fn parse(v: &View<'_>, object: &Arc<Object>, text: &str) -> Answer<Filter> {
    let mut parser =
        Parser { v, object, tokens: tokens(text)?, place: 0, end: text.chars().count(), depth: 0 };
    let filter = parser.any()?;
    match parser.peek() {
        None => Ok(filter),
        Some(_) => Err(parser.wrong("and, or")),
    }
}

struct Parser<'a, 'v> {
    v: &'a View<'v>,
    object: &'a Arc<Object>,
    tokens: Vec<(usize, Token)>,
    place: usize,
    end: usize,
    /// How many parentheses are open: bounded, so that no address exhausts the stack.
    depth: usize,
}

/// Parentheses within each other at most.
const DEEPEST: usize = 50;

impl Parser<'_, '_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.place).map(|(_, token)| token)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.peek().cloned();
        self.place += 1;
        token
    }

    fn word(&self) -> Option<&str> {
        match self.peek() {
            Some(Token::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn wrong(&self, expected: &str) -> Refusal {
        let position = self.tokens.get(self.place).map_or(self.end, |(at, _)| *at);
        fault(position, &format!("→ {expected}")).into()
    }

    fn take(&mut self, token: &Token, expected: &str) -> Answer<()> {
        if self.peek() == Some(token) {
            self.place += 1;
            return Ok(());
        }
        Err(self.wrong(expected))
    }

    fn any(&mut self) -> Answer<Filter> {
        let mut parts = vec![self.all()?];
        while self.word() == Some("or") {
            self.place += 1;
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Or(parts) })
    }

    fn all(&mut self) -> Answer<Filter> {
        let mut parts = vec![self.one()?];
        while self.word() == Some("and") {
            self.place += 1;
            parts.push(self.one()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::And(parts) })
    }

    fn one(&mut self) -> Answer<Filter> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.wrong(")"));
        }
        let filter = match self.word() {
            Some("not") => {
                self.place += 1;
                Filter::Not(Box::new(self.one()?))
            }
            Some(name @ ("contains" | "startswith" | "endswith")) => {
                let op = match name {
                    "contains" => Op::Contains,
                    "startswith" => Op::Starts,
                    _ => Op::Ends,
                };
                self.place += 1;
                self.within(op)?
            }
            _ if self.peek() == Some(&Token::Open) => {
                self.place += 1;
                let inner = self.any()?;
                self.take(&Token::Close, ")")?;
                inner
            }
            _ => self.comparison()?,
        };
        self.depth -= 1;
        Ok(filter)
    }

    /// `contains(name,'text')`
    fn within(&mut self, op: Op) -> Answer<Filter> {
        self.take(&Token::Open, "(")?;
        let Operand::Named(named) = self.operand()? else { return Err(self.wrong("property")) };
        self.take(&Token::Comma, ",")?;
        let Operand::Text(text) = self.operand()? else { return Err(self.wrong("'…'")) };
        self.take(&Token::Close, ")")?;
        let field = named.field();
        let searched = field.is_some_and(|f| match named.property.part {
            // Texts in all languages stand together: their beginnings and ends cannot be told.
            Part::Value => {
                named.property.ty == "Edm.String"
                    && (op == Op::Contains || !matches!(f.ty, FieldType::Translated))
            }
            _ => false,
        });
        match named.path {
            Some(path) if searched => Ok(Filter::Test { path, op, values: vec![text.into()] }),
            _ => Err(Refusal::Unsupported(format!("$filter: {}", named.text))),
        }
    }

    fn comparison(&mut self) -> Answer<Filter> {
        let left = self.operand()?;
        let op = match self.word() {
            Some("eq") => Op::Is,
            Some("ne") => Op::IsNot,
            Some("gt") => Op::Greater,
            Some("ge") => Op::AtLeast,
            Some("lt") => Op::Less,
            Some("le") => Op::AtMost,
            Some("in") => {
                self.place += 1;
                let Operand::Named(named) = left else { return Err(self.wrong("property")) };
                let values = self.list()?;
                return equal(&named, values);
            }
            Some(other @ ("has" | "add" | "sub" | "mul" | "div" | "mod")) => {
                return Err(Refusal::Unsupported(format!("$filter: {other}")));
            }
            // A property that is true or false is a condition by itself.
            _ => match left {
                Operand::Named(named) if named.property.ty == "Edm.Boolean" => {
                    return equal(&named, vec![Operand::Bool(true)]);
                }
                Operand::Bool(yes) => {
                    return Ok(Filter::Or(if yes { vec![Filter::And(Vec::new())] } else { Vec::new() }));
                }
                _ => return Err(self.wrong("eq, ne, gt, ge, lt, le, in")),
            },
        };
        self.place += 1;
        let right = self.operand()?;
        let (named, value, op) = match (left, right) {
            (Operand::Named(_), Operand::Named(other)) => {
                return Err(Refusal::Unsupported(format!("$filter: {}", other.text)));
            }
            (Operand::Named(named), value) => (named, value, op),
            // 5 lt amount
            (value, Operand::Named(named)) => (named, value, turned(op)),
            _ => return Err(self.wrong("property")),
        };
        match op {
            Op::Is => equal(&named, vec![value]),
            // Nothing is different from every value, and equal to nothing.
            Op::IsNot => Ok(Filter::Not(Box::new(equal(&named, vec![value])?))),
            _ => ordered(named, op, &value),
        }
    }

    fn list(&mut self) -> Answer<Vec<Operand>> {
        self.take(&Token::Open, "(")?;
        let mut values = vec![self.operand()?];
        while self.peek() == Some(&Token::Comma) {
            self.place += 1;
            values.push(self.operand()?);
        }
        self.take(&Token::Close, ")")?;
        Ok(values)
    }

    fn operand(&mut self) -> Answer<Operand> {
        let place = self.place;
        match self.next() {
            Some(Token::Text(text)) => Ok(Operand::Text(text)),
            Some(Token::Bare(text) | Token::Duration(text)) => Ok(Operand::Bare(text)),
            Some(Token::Word(word)) => match word.as_str() {
                "null" => Ok(Operand::Null),
                "true" => Ok(Operand::Bool(true)),
                "false" => Ok(Operand::Bool(false)),
                _ if self.peek() == Some(&Token::Open) => {
                    Err(Refusal::Unsupported(format!("$filter: {word}()")))
                }
                _ => Ok(Operand::Named(named(self.v, self.object, &word, "$filter")?)),
            },
            _ => {
                self.place = place;
                Err(self.wrong("property, 'text', 1, 2026-12-31, true, null"))
            }
        }
    }
}

fn turned(op: Op) -> Op {
    match op {
        Op::Less => Op::Greater,
        Op::AtMost => Op::AtLeast,
        Op::Greater => Op::Less,
        Op::AtLeast => Op::AtMost,
        other => other,
    }
}

/// The property is one of the values; `null` is no value.
fn equal(named: &Named, values: Vec<Operand>) -> Answer<Filter> {
    let unsupported = || Refusal::Unsupported(format!("$filter: {}", named.text));
    let mut parts = Vec::new();
    let mut found = Vec::new();
    for value in values {
        match (&value, &named.path) {
            (Operand::Null, Some(path))
                if named.property.filterable(&named.object) || named.property.part == Part::TargetTitle =>
            {
                parts.push(Filter::Test { path: path.clone(), op: Op::Empty, values: Vec::new() });
            }
            // Numbers of the record itself are always there.
            (Operand::Null, None) => {}
            _ if !named.property.filterable(&named.object) => return Err(unsupported()),
            _ => found.push(literal(named, &value)?),
        }
    }
    if !found.is_empty() {
        let ids = || found.iter().filter_map(Value::as_int).collect::<Vec<i64>>();
        parts.push(match (named.property.part, &named.path) {
            (Part::Id, _) => Filter::Ids(ids()),
            (Part::Thread, _) => Filter::Threads(ids()),
            (_, Some(path)) => Filter::Test { path: path.clone(), op: Op::Is, values: found },
            (_, None) => return Err(unsupported()),
        });
    }
    Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Or(parts) })
}

fn ordered(named: Named, op: Op, value: &Operand) -> Answer<Filter> {
    let kept = named.property.part == Part::Value && named.property.ty != "Edm.Boolean";
    if matches!(value, Operand::Null) {
        // Nothing is neither less nor more than anything (Part 2, 5.1.1.1).
        return Ok(Filter::Or(Vec::new()));
    }
    match &named.path {
        Some(path) if kept && named.property.filterable(&named.object) => {
            let path = path.clone();
            Ok(Filter::Test { path, op, values: vec![literal(&named, value)?] })
        }
        _ => Err(Refusal::Unsupported(format!("$filter: {}", named.text))),
    }
}

/// A literal as value of a property.
fn literal(named: &Named, value: &Operand) -> Answer<Value> {
    let expected = |what: &str| -> Refusal {
        Fault::new("value.type").on(named.text.as_str()).with("expected", what).into()
    };
    let number = |text: &str| text.parse::<i64>().map(Value::Int).map_err(|_| expected("Edm.Int64"));
    match (named.property.part, value) {
        (Part::Id | Part::Thread | Part::TargetId, Operand::Bare(text)) => number(text),
        (Part::TargetKey, Operand::Text(text)) => Ok(text.as_str().into()),
        (Part::Value, value) => {
            let Some(field) = named.field() else { return Err(expected(named.property.ty)) };
            let text = match (named.property.ty, value) {
                ("Edm.Boolean", Operand::Bool(yes)) => return Ok((*yes).into()),
                ("Edm.String", Operand::Text(text)) => text.clone(),
                // A day may be written as the instant of its beginning.
                ("Edm.Date", Operand::Bare(text)) => {
                    text.split_once("T00:00:00").map_or(text.clone(), |(day, _)| day.to_string())
                }
                ("Edm.String" | "Edm.Boolean", _) => return Err(expected(named.property.ty)),
                (_, Operand::Bare(text)) => text.clone(),
                _ => return Err(expected(named.property.ty)),
            };
            let field = if matches!(field.ty, FieldType::Money) { field.amount() } else { field.clone() };
            let read = match &field.ty {
                FieldType::Choice(_) => Ok(Value::Text(text)),
                _ => types::parse(&field, &text, &Culture::NEUTRAL),
            };
            read.map_err(|fault| fault.on(named.text.as_str()).into())
        }
        _ => Err(expected(named.property.ty)),
    }
}

/// Reads `$orderby`.
///
/// # Errors
/// As [`parse`].
pub(super) fn order(v: &View<'_>, object: &Arc<Object>, text: &str) -> Answer<Vec<Sort>> {
    let mut sorts = Vec::new();
    for part in text.split(',') {
        let mut words = part.split_whitespace();
        let (Some(name), direction) = (words.next(), words.next()) else {
            return Err(lexer::fault(0, "→ property").on("$orderby").into());
        };
        let descending = match direction {
            None | Some("asc") => false,
            Some("desc") => true,
            Some(other) => return Err(Refusal::Unsupported(format!("$orderby: {other}"))),
        };
        let named = named(v, object, name, "$orderby")?;
        match named.path {
            // Records come by number where nothing else decides.
            None if named.property.part == Part::Id && !descending => break,
            Some(path) if named.property.sortable() => sorts.push(Sort { path, descending }),
            _ => return Err(Refusal::Unsupported(format!("$orderby: {name}"))),
        }
    }
    Ok(sorts)
}
