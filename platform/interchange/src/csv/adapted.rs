//! Adapted formats (I2): somebody else's CSV files turned into lines of our own formats. `docs/adapted-formats.md` says
//! what a format may say.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use encoding_rs::Encoding;
use jiff::civil::Date;
use talang_catalogue::{Catalogue, Culture, Fault, Kind, Language};
use talang_engine::{Error, Result, Scope, View};
use toml::{Table, Value as Toml};

use super::name::ImportMode;
use super::plan;
use super::read::{self, Cells};

/// Setting of a tenant that keeps its own formats: a JSON list of TOML texts.
pub const SETTING: &str = "adapted-formats";

/// An adapted format.
#[derive(Clone, Debug)]
pub struct Format {
    /// Its code, unique in the tenant.
    pub code: String,
    /// Its name per language.
    pub names: HashMap<String, String>,
    /// What kinds of foreign files it reads.
    pub sources: Vec<Arc<Source>>,
    /// The TOML text.
    pub text: String,
}

/// One kind of foreign file.
#[derive(Debug)]
pub struct Source {
    file: Option<String>,
    /// Columns that the header must have.
    pub columns: Vec<String>,
    /// Separator, where the format fixes it.
    pub separator: Option<u8>,
    /// Encoding.
    pub encoding: &'static Encoding,
    culture: Option<Rule>,
    /// What comes out, in ascending order.
    pub outputs: Vec<Output>,
}

/// Lines of one of our objects.
#[derive(Debug)]
pub struct Output {
    /// Import type.
    pub object: String,
    /// Mode.
    pub mode: ImportMode,
    order: i64,
    filter: Vec<(From, String, bool)>,
    distinct: bool,
    collect: Vec<usize>,
    /// Our columns and how they are filled.
    columns: Vec<(String, Rule)>,
}

/// Where a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    /// What the star in the file's name stands for.
    Star,
    /// A column by its place in [`Source::columns`].
    Column(usize),
}

#[derive(Debug)]
enum Start {
    From(From),
    Constant(String),
    Template(Vec<Piece>),
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Cell(From),
}

#[derive(Debug)]
struct Take {
    after: bool,
    last: bool,
    mark: String,
}

#[derive(Debug)]
struct Rule {
    start: Start,
    split: Option<String>,
    take: Option<Take>,
    map: Option<HashMap<String, String>>,
    years_before: Option<Date>,
    default: Option<String>,
}

/// What is wrong with a format, and where.
fn wrong(place: impl ToString, detail: impl ToString) -> Fault {
    Fault::new("adapt.format").with("place", place).with("detail", detail)
}

type Read<T> = std::result::Result<T, Fault>;

fn only(table: &Table, place: &str, known: &[&str]) -> Read<()> {
    match table.keys().find(|k| !known.contains(&k.as_str())) {
        Some(key) => Err(wrong(place, format!("unknown key `{key}`; known are {}", known.join(", ")))),
        None => Ok(()),
    }
}

fn text<'a>(table: &'a Table, place: &str, key: &str) -> Read<Option<&'a str>> {
    match table.get(key) {
        None => Ok(None),
        Some(Toml::String(text)) => Ok(Some(text)),
        Some(_) => Err(wrong(place, format!("`{key}` must be a text"))),
    }
}

fn must<'a>(table: &'a Table, place: &str, key: &str) -> Read<&'a str> {
    text(table, place, key)?.ok_or_else(|| wrong(place, format!("`{key}` is missing")))
}

fn flag(table: &Table, place: &str, key: &str) -> Read<bool> {
    match table.get(key) {
        None => Ok(false),
        Some(Toml::Boolean(yes)) => Ok(*yes),
        Some(_) => Err(wrong(place, format!("`{key}` must be true or false"))),
    }
}

fn texts(table: &Table, place: &str, key: &str) -> Read<Vec<String>> {
    let Some(list) = table.get(key) else { return Ok(Vec::new()) };
    let list = list.as_array().ok_or_else(|| wrong(place, format!("`{key}` must be a list of texts")))?;
    list.iter()
        .map(|v| {
            v.as_str()
                .map(str::to_string)
                .ok_or_else(|| wrong(place, format!("`{key}` must be a list of texts")))
        })
        .collect()
}

fn tables<'a>(table: &'a Table, place: &str, key: &str) -> Read<Vec<&'a Table>> {
    let list = table.get(key).and_then(Toml::as_array).filter(|l| !l.is_empty());
    let list = list.ok_or_else(|| wrong(place, format!("at least one `{key}` is needed")))?;
    list.iter()
        .map(|v| v.as_table().ok_or_else(|| wrong(place, format!("`{key}` must be a table"))))
        .collect()
}

impl Format {
    /// Reads a format.
    ///
    /// # Errors
    /// `adapt.format` with the place and a sentence.
    pub fn parse(toml: &str) -> std::result::Result<Format, Fault> {
        let table: Table = toml::from_str(toml).map_err(|e| {
            let line = e.span().map_or(1, |s| toml.get(..s.start).unwrap_or_default().lines().count().max(1));
            wrong(format!("line {line}"), e.message())
        })?;
        only(&table, "format", &["code", "name", "source"])?;
        let code = must(&table, "format", "code")?;
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if code.is_empty() || !code.bytes().all(plain) {
            return Err(wrong("code", "small letters, digits and - only"));
        }
        let names = table.get("name").and_then(Toml::as_table).filter(|t| !t.is_empty());
        let names = names.ok_or_else(|| wrong("name", "a name in at least one language is needed"))?;
        let mut labels = HashMap::new();
        for (language, name) in names {
            let (Some(_), Some(name)) = (Language::parse(language), name.as_str()) else {
                return Err(wrong(format!("name.{language}"), "a text under a language code is needed"));
            };
            labels.insert(language.clone(), name.to_string());
        }
        let mut sources = Vec::new();
        for (n, source) in tables(&table, "format", "source")?.into_iter().enumerate() {
            sources.push(Arc::new(Source::parse(source, &format!("source {}", n + 1))?));
        }
        Ok(Format { code: code.to_string(), names: labels, sources, text: toml.to_string() })
    }

    /// Checks a format against a tenant's catalogue: its objects and columns must be there.
    ///
    /// # Errors
    /// `adapt.format` with the place and a sentence.
    pub fn check(&self, catalogue: &Catalogue) -> std::result::Result<(), Fault> {
        for (n, source) in self.sources.iter().enumerate() {
            for output in &source.outputs {
                let place = format!("source {}, output {}", n + 1, output.order);
                let object = catalogue.object(&output.object).filter(|o| !o.def.internal);
                let object =
                    object.ok_or_else(|| wrong(&place, format!("there is no object `{}`", output.object)))?;
                let known = plan::columns(object);
                if let Some((column, _)) = output.columns.iter().find(|(c, _)| !known.contains(c)) {
                    return Err(wrong(&place, format!("{} has no column `{column}`", output.object)));
                }
                let culture = Culture::of(Language::En);
                if let Err(faults) = output.plan(catalogue, culture) {
                    let detail = faults.first().and_then(|f| f.arg("name")).unwrap_or_default().to_string();
                    return Err(wrong(
                        place,
                        format!("column `{detail}`: missing in the key, or given twice"),
                    ));
                }
            }
        }
        Ok(())
    }

    /// Its name in a language, in English or any other where that lacks.
    pub fn name(&self, language: Language) -> &str {
        let found = self
            .names
            .get(language.code())
            .or_else(|| self.names.get("en"))
            .or_else(|| self.names.values().next());
        found.map_or(&self.code, String::as_str)
    }
}

impl Source {
    fn parse(table: &Table, place: &str) -> Read<Source> {
        only(table, place, &["file", "columns", "separator", "encoding", "culture", "output"])?;
        let file = text(table, place, "file")?.map(str::to_string);
        if file.as_ref().is_some_and(|f| f.matches('*').count() > 1) {
            return Err(wrong(place, "`file` may have one * only"));
        }
        let columns = texts(table, place, "columns")?;
        if columns.is_empty() {
            return Err(wrong(place, "`columns` is missing"));
        }
        let separator = match text(table, place, "separator")? {
            None => None,
            Some(s) if s.len() == 1 => {
                let found = read::SEPARATORS.into_iter().find(|k| s.as_bytes() == [*k]);
                Some(found.ok_or_else(|| wrong(place, "`separator` must be one of , ; | or a tab"))?)
            }
            Some(_) => return Err(wrong(place, "`separator` must be one of , ; | or a tab")),
        };
        let name = text(table, place, "encoding")?.unwrap_or("utf-8");
        let encoding = read::encoding(name)
            .ok_or_else(|| wrong(place, "`encoding` must be utf-8, utf-16, windows-1252 or iso-8859-15"))?;
        let culture = match table.get("culture") {
            None => None,
            Some(Toml::String(code)) => {
                Culture::find(code).ok_or_else(|| wrong(place, format!("`{code}` is no known culture")))?;
                Some(Rule::constant(code))
            }
            Some(Toml::Table(rule)) => {
                let place = format!("{place}, culture");
                let rule = Rule::parse(rule, &place, &[])?;
                if rule.split.is_some() {
                    return Err(wrong(place, "`split` has no place here"));
                }
                Some(rule)
            }
            Some(_) => return Err(wrong(place, "`culture` must be a code or a rule")),
        };
        let mut outputs: Vec<Output> = Vec::new();
        for (n, output) in tables(table, place, "output")?.into_iter().enumerate() {
            let output = Output::parse(output, &format!("{place}, output {}", n + 1), &columns)?;
            if outputs.iter().any(|o| o.order == output.order) {
                return Err(wrong(place, format!("two outputs have the order {}", output.order)));
            }
            outputs.push(output);
        }
        outputs.sort_by_key(|o| o.order);
        Ok(Source { file, columns, separator, encoding, culture, outputs })
    }

    /// What the star stands for, if the name of a file fits.
    fn star(&self, file_name: &str) -> Option<String> {
        let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name).to_lowercase();
        let Some(pattern) = &self.file else { return Some(String::new()) };
        let pattern = pattern.to_lowercase();
        match pattern.split_once('*') {
            None => (pattern == name).then(String::new),
            Some((before, after)) => name.strip_prefix(before)?.strip_suffix(after).map(str::to_string),
        }
    }

    fn fits(&self, header: &[&str], file_name: &str) -> bool {
        self.columns.iter().all(|c| header.contains(&c.as_str())) && self.star(file_name).is_some()
    }
}

impl Output {
    fn parse(table: &Table, place: &str, known: &[String]) -> Read<Output> {
        only(table, place, &["object", "mode", "order", "filter", "distinct", "collect", "columns"])?;
        let object = must(table, place, "object")?.to_string();
        let mode = match text(table, place, "mode")? {
            None => ImportMode::InsertAndUpdate,
            Some(mode) => ImportMode::parse(mode)
                .ok_or_else(|| wrong(place, "`mode` must be InsertAndUpdate or InsertOnly"))?,
        };
        let order = table.get("order").and_then(Toml::as_integer);
        let order = order.ok_or_else(|| wrong(place, "`order` must be a whole number"))?;
        let mut filter = Vec::new();
        if table.contains_key("filter") {
            for condition in tables(table, place, "filter")? {
                only(condition, place, &["column", "equals", "differs"])?;
                let from = column(known, place, must(condition, place, "column")?)?;
                match (text(condition, place, "equals")?, text(condition, place, "differs")?) {
                    (Some(value), None) => filter.push((from, value.to_string(), true)),
                    (None, Some(value)) => filter.push((from, value.to_string(), false)),
                    _ => return Err(wrong(place, "a condition has either `equals` or `differs`")),
                }
            }
        }
        let rules = table.get("columns").and_then(Toml::as_table).filter(|t| !t.is_empty());
        let rules = rules.ok_or_else(|| wrong(place, "`columns` is missing"))?;
        let mut columns = Vec::new();
        for (name, rule) in rules {
            let place = format!("{place}, column {name}");
            let rule = rule
                .as_table()
                .ok_or_else(|| wrong(&place, "a rule is a table; quote names with a point"))?;
            columns.push((name.clone(), Rule::parse(rule, &place, known)?));
        }
        if columns.iter().filter(|(_, r)| r.split.is_some()).count() > 1 {
            return Err(wrong(place, "at most one rule may `split`"));
        }
        let mut collect = Vec::new();
        for name in texts(table, place, "collect")? {
            let found = columns.iter().position(|(c, _)| *c == name);
            collect.push(
                found.ok_or_else(|| wrong(place, format!("`collect` names `{name}`, which has no rule")))?,
            );
        }
        Ok(Output {
            object,
            mode,
            order,
            filter,
            distinct: flag(table, place, "distinct")?,
            collect,
            columns,
        })
    }

    /// Our header.
    fn header(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| name.as_str())
    }

    /// How its lines become drafts.
    pub(crate) fn plan(
        &self,
        catalogue: &Catalogue,
        culture: &'static Culture,
    ) -> std::result::Result<plan::Plan, Vec<Fault>> {
        let object = catalogue.object(&self.object).filter(|o| !o.def.internal);
        let object = object.ok_or_else(|| vec![Fault::new("file.type").with("name", &self.object)])?;
        plan::Plan::new(object, self.header(), culture)
    }
}

fn column(known: &[String], place: &str, name: &str) -> Read<From> {
    if name == "*" {
        return Ok(From::Star);
    }
    let found = known.iter().position(|c| c == name).map(From::Column);
    found.ok_or_else(|| wrong(place, format!("`{name}` is not listed in the source's `columns`")))
}

impl Rule {
    fn constant(text: &str) -> Rule {
        let start = Start::Constant(text.to_string());
        Rule { start, split: None, take: None, map: None, years_before: None, default: None }
    }

    fn parse(table: &Table, place: &str, known: &[String]) -> Read<Rule> {
        only(
            table,
            place,
            &["from", "constant", "template", "split", "take", "map", "years_before", "default"],
        )?;
        let starts =
            (text(table, place, "from")?, text(table, place, "constant")?, text(table, place, "template")?);
        let start = match starts {
            (Some(name), None, None) => Start::From(column(known, place, name)?),
            (None, Some(text), None) => Start::Constant(text.to_string()),
            (None, None, Some(template)) => Start::Template(template_pieces(template, place, known)?),
            _ => {
                return Err(wrong(
                    place,
                    "a rule starts with exactly one of `from`, `constant` and `template`",
                ));
            }
        };
        let take = match text(table, place, "take")? {
            None => None,
            Some(take) => {
                let parts = take.split_once(':').filter(|(_, mark)| !mark.is_empty());
                let (word, mark) =
                    parts.ok_or_else(|| wrong(place, "`take` is written like after-last:/"))?;
                let (after, last) = match word {
                    "after-last" => (true, true),
                    "after-first" => (true, false),
                    "before-last" => (false, true),
                    "before-first" => (false, false),
                    _ => {
                        return Err(wrong(
                            place,
                            "`take` knows after-last, after-first, before-last and before-first",
                        ));
                    }
                };
                Some(Take { after, last, mark: mark.to_string() })
            }
        };
        let map = match table.get("map") {
            None => None,
            Some(Toml::Table(map)) => {
                let pair = |(k, v): (&String, &Toml)| v.as_str().map(|v| (k.clone(), v.to_string()));
                let map: Option<HashMap<String, String>> = map.iter().map(pair).collect();
                Some(map.ok_or_else(|| wrong(place, "`map` takes texts to texts"))?)
            }
            Some(_) => return Err(wrong(place, "`map` must be a table")),
        };
        let years_before = match table.get("years_before") {
            None => None,
            Some(Toml::String(day)) => Some(
                day.parse::<Date>()
                    .map_err(|_| wrong(place, "`years_before` must be a day like 2024-12-31"))?,
            ),
            Some(Toml::Datetime(day)) => {
                let day = day.to_string();
                Some(
                    day.parse::<Date>()
                        .map_err(|_| wrong(place, "`years_before` must be a day like 2024-12-31"))?,
                )
            }
            Some(_) => return Err(wrong(place, "`years_before` must be a day like 2024-12-31")),
        };
        let split = text(table, place, "split")?.map(str::to_string);
        if split.as_ref().is_some_and(String::is_empty) {
            return Err(wrong(place, "`split` must name a text"));
        }
        Ok(Rule {
            start,
            split,
            take,
            map,
            years_before,
            default: text(table, place, "default")?.map(str::to_string),
        })
    }

    /// Where the rule looks first, for messages.
    fn origin(&self) -> Option<From> {
        match &self.start {
            Start::From(from) => Some(*from),
            Start::Constant(_) => None,
            Start::Template(pieces) => pieces.iter().find_map(|p| match p {
                Piece::Cell(from) => Some(*from),
                Piece::Text(_) => None,
            }),
        }
    }

    fn begin(&self, cell: &impl Fn(From) -> String) -> String {
        match &self.start {
            Start::From(from) => cell(*from).trim().to_string(),
            Start::Constant(text) => text.trim().to_string(),
            Start::Template(pieces) => {
                let mut any = false;
                let mut none = true;
                let mut out = String::new();
                for piece in pieces {
                    match piece {
                        Piece::Text(text) => out.push_str(text),
                        Piece::Cell(from) => {
                            any = true;
                            let text = cell(*from);
                            none &= text.trim().is_empty();
                            out.push_str(text.trim());
                        }
                    }
                }
                if any && none { String::new() } else { out.trim().to_string() }
            }
        }
    }

    fn parts(&self, value: &str) -> Vec<String> {
        let Some(mark) = &self.split else { return vec![value.to_string()] };
        let value = if mark == "\n" { value.replace("\r\n", "\n") } else { value.to_string() };
        let mut out: Vec<String> = Vec::new();
        for part in value.split(mark.as_str()).map(str::trim).filter(|p| !p.is_empty()) {
            if !out.iter().any(|o| o == part) {
                out.push(part.to_string());
            }
        }
        out
    }

    fn finish(&self, mut value: String) -> std::result::Result<String, Fault> {
        if let Some(take) = &self.take {
            let cut = if take.last { value.rsplit_once(&take.mark) } else { value.split_once(&take.mark) };
            if let Some((before, after)) = cut {
                value = if take.after { after } else { before }.trim().to_string();
            }
        }
        if let Some(map) = &self.map {
            match (map.get(&value), &self.default) {
                (Some(ours), _) => value.clone_from(ours),
                (None, _) if value.is_empty() => {}
                (None, Some(default)) => value.clone_from(default),
                (None, None) => return Err(Fault::new("adapt.unmapped").with("value", value)),
            }
        }
        if let Some(day) = self.years_before
            && !value.is_empty()
        {
            let years = value.parse::<i16>().ok().and_then(|n| day.year().checked_sub(n));
            let moved = years.and_then(|y| {
                // 29 February becomes 28 February where there is none.
                let exact = Date::new(y, day.month(), day.day());
                exact.or_else(|_| Date::new(y, day.month(), 28)).ok()
            });
            let moved = moved.filter(|_| value.bytes().all(|b| b.is_ascii_digit()));
            let Some(moved) = moved else { return Err(Fault::new("adapt.number").with("value", value)) };
            value = moved.to_string();
        }
        if value.is_empty()
            && let Some(default) = &self.default
        {
            value.clone_from(default);
        }
        Ok(value)
    }
}

fn template_pieces(template: &str, place: &str, known: &[String]) -> Read<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        if let Some(after) = from.strip_prefix("{{") {
            text.push('{');
            rest = after;
        } else if let Some(after) = from.strip_prefix("}}") {
            text.push('}');
            rest = after;
        } else if let Some((name, after)) = from.strip_prefix('{').and_then(|f| f.split_once('}')) {
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(Piece::Cell(column(known, place, name)?));
            rest = after;
        } else {
            return Err(wrong(place, "a brace is not closed; write {{ or }} for a brace"));
        }
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

/// A source that fits a file.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// Code of the format.
    pub code: String,
    /// The source.
    pub source: Arc<Source>,
    /// Culture in which its cells are written; none where the format does not say.
    pub culture: Option<&'static Culture>,
    star: String,
    /// Place in the header of each of the source's columns.
    places: Vec<usize>,
}

/// Finds the source that reads a file: of those that fit, the one with the most columns (see the documentation).
pub fn recognise(formats: &[Format], header: &[&str], file_name: &str) -> Option<Recognised> {
    let mut sorted: Vec<&Format> = formats.iter().collect();
    sorted.sort_by(|a, b| a.code.cmp(&b.code));
    let fitting = sorted.iter().flat_map(|f| f.sources.iter().map(|s| (f.code.as_str(), s)));
    let mut best: Option<(&str, &Arc<Source>)> = None;
    for (code, source) in fitting.filter(|(_, s)| s.fits(header, file_name)) {
        if best.is_none_or(|(_, b)| source.columns.len() > b.columns.len()) {
            best = Some((code, source));
        }
    }
    let (code, source) = best?;
    let star = source.star(file_name)?;
    let place = |name: &String| header.iter().position(|h| *h == name.as_str());
    let places: Option<Vec<usize>> = source.columns.iter().map(place).collect();
    let culture = source.culture.as_ref().and_then(|rule| {
        let code = rule.finish(rule.begin(&|_| star.clone())).ok()?;
        Culture::find(&code)
    });
    Some(Recognised { code: code.to_string(), source: source.clone(), culture, star, places: places? })
}

/// A fault with the foreign column where it is.
pub type ForeignFault = (String, Fault);

/// Lines of ours made of one foreign line.
pub type Made = std::result::Result<Vec<Cells>, Vec<ForeignFault>>;

impl Recognised {
    /// What our columns of an output are called in the foreign file.
    pub(crate) fn names(&self, output: &Output) -> Vec<String> {
        output.columns.iter().map(|(name, rule)| self.called(rule).unwrap_or_else(|| name.clone())).collect()
    }

    fn called(&self, rule: &Rule) -> Option<String> {
        match rule.origin()? {
            From::Star => None,
            From::Column(i) => self.source.columns.get(i).cloned(),
        }
    }

    /// Turns a foreign line into lines of an output; none where it is filtered out.
    pub fn apply(&self, output: &Output, line: &Cells) -> Made {
        let cell = |from: From| match from {
            From::Star => self.star.clone(),
            From::Column(i) => self.places.get(i).map(|p| line.get(*p)).unwrap_or_default().to_string(),
        };
        if output.filter.iter().any(|(from, text, equal)| (cell(*from).trim() == text.as_str()) != *equal) {
            return Ok(Vec::new());
        }
        let mut faults = Vec::new();
        let mut lines: Vec<Vec<String>> = vec![Vec::with_capacity(output.columns.len())];
        for (name, rule) in &output.columns {
            let parts = rule.parts(&rule.begin(&cell));
            let mut values = Vec::with_capacity(parts.len());
            for part in parts {
                match rule.finish(part) {
                    Ok(value) => values.push(value),
                    Err(fault) => {
                        let column = self.called(rule).unwrap_or_else(|| name.clone());
                        faults.push((column.clone(), fault.on(column)));
                    }
                }
            }
            lines = match values.as_slice() {
                [only] => {
                    lines.iter_mut().for_each(|l| l.push(only.clone()));
                    lines
                }
                // One line per part; no part, no line.
                many => lines
                    .iter()
                    .flat_map(|l| many.iter().map(move |v| l.iter().cloned().chain([v.clone()]).collect()))
                    .collect(),
            };
        }
        if faults.is_empty() {
            Ok(lines.iter().map(|l| l.iter().map(String::as_str).collect()).collect())
        } else {
            Err(faults)
        }
    }
}

/// What an output remembers of the lines before.
#[derive(Default)]
pub(crate) struct Memory {
    seen: HashSet<Cells>,
    gathered: HashMap<Vec<String>, usize>,
    /// Gathered lines in order of appearance: number of the foreign line, its cells, our cells.
    lines: Vec<(u64, Cells, Vec<String>)>,
}

impl Memory {
    /// Whether a line is to be left out because it was there before.
    pub(crate) fn repeated(&mut self, output: &Output, line: &Cells) -> bool {
        output.distinct && !self.seen.insert(line.clone())
    }

    /// Keeps a line for the end of the file when its output collects; false when it does not.
    pub(crate) fn gather(&mut self, output: &Output, number: u64, foreign: &Cells, line: &Cells) -> bool {
        if output.collect.is_empty() {
            return false;
        }
        let key: Vec<String> = line
            .iter()
            .enumerate()
            .filter(|(i, _)| !output.collect.contains(i))
            .map(|(_, c)| c.to_string())
            .collect();
        let cells: Vec<String> = line.iter().map(str::to_string).collect();
        match self.gathered.get(&key).and_then(|i| self.lines.get_mut(*i)) {
            Some((_, _, known)) => {
                for index in &output.collect {
                    if let (Some(all), Some(one)) = (known.get_mut(*index), cells.get(*index))
                        && !one.is_empty()
                        && !all.split(", ").any(|part| part == one)
                    {
                        if !all.is_empty() {
                            all.push_str(", ");
                        }
                        all.push_str(one);
                    }
                }
            }
            None => {
                self.gathered.insert(key, self.lines.len());
                self.lines.push((number, foreign.clone(), cells));
            }
        }
        true
    }

    /// The gathered lines.
    pub(crate) fn take(&mut self) -> Vec<(u64, Cells, Cells)> {
        let lines = std::mem::take(&mut self.lines);
        lines.into_iter().map(|(n, f, c)| (n, f, c.iter().map(String::as_str).collect())).collect()
    }
}

/// All adapted formats of a tenant: the product's and its own.
///
/// # Errors
/// `adapt.format` when a saved text cannot be read any more.
pub fn formats(view: &mut View<'_>) -> Result<Vec<Format>> {
    let mut all = Vec::new();
    for text in &view.scope().installation().registry().adapted_formats {
        all.push(Format::parse(text)?);
    }
    for text in own(view)? {
        all.push(Format::parse(&text)?);
    }
    Ok(all)
}

fn own(view: &mut View<'_>) -> Result<Vec<String>> {
    let saved = view.setting(SETTING)?;
    Ok(saved.and_then(|s| serde_json::from_str(&s).ok()).unwrap_or_default())
}

/// Saves a format of the tenant's own; one of the same code is replaced. Whether the scope may is the caller's question,
/// as for every setting.
///
/// # Errors
/// `adapt.format` with the place and a sentence, when it cannot be read, does not fit the tenant's catalogue, or has the
/// code of a format of the product.
pub fn save(scope: &Scope, toml: &str) -> Result<()> {
    let format = Format::parse(toml)?;
    scope.change(Kind::Shared, |change| {
        format.check(&change.catalogue())?;
        for text in &scope.installation().registry().adapted_formats {
            if Format::parse(text)?.code == format.code {
                return Err(wrong("code", format!("`{}` is a format of the product", format.code)).into());
            }
        }
        let mut texts = own(change)?;
        texts.retain(|t| Format::parse(t).map_or(true, |f| f.code != format.code));
        texts.push(toml.to_string());
        keep(change, &texts)
    })
}

/// Removes a format of the tenant's own.
///
/// # Errors
/// `record.not_found`.
pub fn remove(scope: &Scope, code: &str) -> Result<()> {
    scope.change(Kind::Shared, |change| {
        let mut texts = own(change)?;
        let before = texts.len();
        texts.retain(|t| Format::parse(t).map_or(true, |f| f.code != code));
        if texts.len() == before {
            return Err(Error::from(Fault::new("record.not_found")));
        }
        keep(change, &texts)
    })
}

fn keep(change: &mut talang_engine::Change<'_>, texts: &[String]) -> Result<()> {
    let json = serde_json::to_string(texts).map_err(|_| Error::from(Fault::new("internal")))?;
    change.set_setting(SETTING, &json)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMAT: &str = r#"
code = "theirs"
name.en = "Theirs"
[[source]]
file = "people_*.csv"
columns = ["No", "Name", "Years", "Tags", "Left"]
culture = { from = "*", map = { uk = "en-GB", fr = "fr-FR" } }
[[source.output]]
object = "Employee"
order = 10
filter = [{ column = "Left", differs = "yes" }]
[source.output.columns]
number = { from = "No", take = "after-last:/" }
last_name = { template = "{{{Name}}}" }
hire_date = { from = "Years", years_before = "2024-02-29" }
status = { from = "Left", map = { "no" = "active", "" = "future" } }
[[source.output]]
object = "Tag"
order = 20
[source.output.columns]
a = { from = "No" }
tag = { from = "Tags", split = "\n" }
"#;

    fn recognised(header: &[&str], name: &str) -> Option<Recognised> {
        recognise(&[Format::parse(FORMAT).unwrap()], header, name)
    }

    fn lines(made: Made) -> Vec<Vec<String>> {
        made.unwrap().iter().map(|l| l.iter().map(str::to_string).collect()).collect()
    }

    const HEADER: [&str; 6] = ["Extra", "Name", "No", "Years", "Tags", "Left"];

    #[test]
    fn foreign_lines_become_ours() {
        // I2
        let found = recognised(&HEADER, "x/People_FR.csv").unwrap();
        assert_eq!(found.culture.map(|c| c.code), Some("fr-FR"));
        let [employee, tag] = found.source.outputs.as_slice() else { panic!() };
        let line: Cells = ["-", " Ann ", "u/7", "3", "a\r\nb\n\na", "no"].into_iter().collect();
        // Columns are in alphabetical order, as TOML tables are.
        let columns: Vec<&str> = employee.header().collect();
        assert_eq!(columns, ["hire_date", "last_name", "number", "status"]);
        assert_eq!(lines(found.apply(employee, &line)), [["2021-02-28", "{Ann}", "7", "active"]]);
        assert_eq!(lines(found.apply(tag, &line)), [["u/7", "a"], ["u/7", "b"]]);
        let left: Cells = ["", "", "1", "", "", "yes"].into_iter().collect();
        assert!(lines(found.apply(employee, &left)).is_empty());
        assert!(lines(found.apply(tag, &left)).is_empty());
        let odd: Cells = ["", "", "1", "x", "", "perhaps"].into_iter().collect();
        let faults = found.apply(employee, &odd).unwrap_err();
        let told: Vec<(&str, &str)> = faults.iter().map(|(c, f)| (c.as_str(), f.code)).collect();
        assert_eq!(told, [("Years", "adapt.number"), ("Left", "adapt.unmapped")]);
    }

    #[test]
    fn files_are_recognised_by_header_and_name() {
        // I2
        assert!(recognised(&HEADER, "others.csv").is_none());
        assert!(recognised(&["No", "Name"], "people_uk.csv").is_none());
        assert_eq!(recognised(&HEADER, "people_xx.csv").unwrap().culture, None);
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        // I2
        let place = |toml: &str| {
            let fault = Format::parse(toml).unwrap_err();
            format!("{}: {}", fault.arg("place").unwrap_or_default(), fault.arg("detail").unwrap_or_default())
        };
        assert_eq!(place("code = \"x\"\nname.en = \"X\"\n"), "format: at least one `source` is needed");
        assert!(
            place(&FORMAT.replace("take =", "tke ="))
                .starts_with("source 1, output 1, column number: unknown key `tke`")
        );
        assert!(
            place(&FORMAT.replace("from = \"Years\"", "from = \"Yers\"")).contains("`Yers` is not listed")
        );
        assert!(place(&FORMAT.replace("order = 20", "order = 10")).contains("two outputs have the order 10"));
        assert!(place("code = ").starts_with("line 1"));
    }
}
