//! Filters (RFC 7644 §3.4.2.2) and the paths of PATCH (§3.5.2), judged on resources as JSON.

use serde_json::Value as Json;

use super::Refusal;

/// Deepest nesting of parentheses.
const DEEPEST: usize = 20;

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filter {
    /// All of them.
    And(Vec<Filter>),
    /// One of them.
    Or(Vec<Filter>),
    /// Not.
    Not(Box<Filter>),
    /// There is a value.
    Present(Path),
    /// A comparison.
    Test(Path, Op, Json),
    /// One of the complex values fulfils the condition: `emails[type eq "work"]`.
    Within(Path, Box<Filter>),
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Eq,
    Ne,
    Co,
    Sw,
    Ew,
    Gt,
    Ge,
    Lt,
    Le,
}

/// A way to an attribute: extension schema if one is named, attribute, sub-attribute; in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Path {
    pub schema: Option<String>,
    pub name: String,
    pub sub: Option<String>,
}

/// The target of a PATCH operation: `members[value eq "7"]`, `emails[type eq "work"].value`, `active`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Target {
    pub path: Path,
    pub filter: Option<Filter>,
}

pub(super) fn parse(text: &str) -> Result<Filter, Refusal> {
    let mut reader = Reader { words: words(text)?, at: 0, depth: 0 };
    let filter = reader.or()?;
    reader.end()?;
    Ok(filter)
}

pub(super) fn target(text: &str) -> Result<Target, Refusal> {
    let wrong = || Refusal::of(400, "invalidPath", &format!("the path {text} cannot be read"));
    let mut reader = Reader { words: words(text).map_err(|_| wrong())?, at: 0, depth: 0 };
    let mut path = reader.path().map_err(|_| wrong())?;
    let mut filter = None;
    if reader.take("[") {
        filter = Some(reader.or().map_err(|_| wrong())?);
        if !reader.take("]") {
            return Err(wrong());
        }
        if let Some(Word::Plain(rest)) = reader.next() {
            path.sub =
                Some(rest.strip_prefix('.').filter(|s| !s.is_empty()).ok_or_else(wrong)?.to_lowercase());
        }
    }
    reader.end().map_err(|_| wrong())?;
    Ok(Target { path, filter })
}

#[derive(Clone, Debug, PartialEq)]
enum Word {
    Plain(String),
    Text(String),
    Sign(char),
}

fn refused(detail: &str) -> Refusal {
    Refusal::of(400, "invalidFilter", detail)
}

fn words(text: &str) -> Result<Vec<Word>, Refusal> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            rest = rest.trim_start();
        } else if matches!(first, '(' | ')' | '[' | ']') {
            out.push(Word::Sign(first));
            rest = rest.get(1..).unwrap_or_default();
        } else if first == '"' {
            // A JSON string.
            let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<String>();
            let Some(Ok(value)) = stream.next() else {
                return Err(refused("a quotation mark is not closed"));
            };
            rest = rest.get(stream.byte_offset()..).unwrap_or_default();
            out.push(Word::Text(value));
        } else {
            let end = rest.find(|c: char| c.is_whitespace() || "()[]\"".contains(c)).unwrap_or(rest.len());
            let (word, more) = rest.split_at(end);
            out.push(Word::Plain(word.to_string()));
            rest = more;
        }
    }
    Ok(out)
}

struct Reader {
    words: Vec<Word>,
    at: usize,
    depth: usize,
}

impl Reader {
    fn peek(&self) -> Option<&Word> {
        self.words.get(self.at)
    }

    fn next(&mut self) -> Option<Word> {
        let word = self.words.get(self.at).cloned();
        self.at += 1;
        word
    }

    /// A sign or a word, whatever its case.
    fn take(&mut self, wanted: &str) -> bool {
        let found = match self.peek() {
            Some(Word::Plain(word)) => word.eq_ignore_ascii_case(wanted),
            Some(Word::Sign(sign)) => wanted.chars().eq([*sign]),
            _ => false,
        };
        self.at += usize::from(found);
        found
    }

    fn end(&self) -> Result<(), Refusal> {
        match self.words.get(self.at..) {
            None | Some([]) => Ok(()),
            Some(_) => Err(refused("there is more than one condition without and/or between")),
        }
    }

    fn or(&mut self) -> Result<Filter, Refusal> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(refused("the filter is nested too deeply"));
        }
        let mut parts = vec![self.and()?];
        while self.take("or") {
            parts.push(self.and()?);
        }
        self.depth -= 1;
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Or(parts) })
    }

    fn and(&mut self) -> Result<Filter, Refusal> {
        let mut parts = vec![self.one()?];
        while self.take("and") {
            parts.push(self.one()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::And(parts) })
    }

    fn one(&mut self) -> Result<Filter, Refusal> {
        let not = self.take("not");
        if self.take("(") {
            let inside = self.or()?;
            if !self.take(")") {
                return Err(refused("a parenthesis is not closed"));
            }
            return Ok(if not { Filter::Not(Box::new(inside)) } else { inside });
        }
        if not {
            return Err(refused("after not comes a parenthesis"));
        }
        let path = self.path()?;
        if self.take("[") {
            let inside = self.or()?;
            if !self.take("]") {
                return Err(refused("a bracket is not closed"));
            }
            return Ok(Filter::Within(path, Box::new(inside)));
        }
        let Some(Word::Plain(op)) = self.next() else { return Err(refused("an operator is missing")) };
        let op = match op.to_ascii_lowercase().as_str() {
            "pr" => return Ok(Filter::Present(path)),
            "eq" => Op::Eq,
            "ne" => Op::Ne,
            "co" => Op::Co,
            "sw" => Op::Sw,
            "ew" => Op::Ew,
            "gt" => Op::Gt,
            "ge" => Op::Ge,
            "lt" => Op::Lt,
            "le" => Op::Le,
            other => return Err(refused(&format!("{other} is no operator"))),
        };
        let value = match self.next() {
            Some(Word::Text(text)) => Json::String(text),
            Some(Word::Plain(word)) => match word.to_ascii_lowercase().as_str() {
                "true" => Json::Bool(true),
                "false" => Json::Bool(false),
                "null" => Json::Null,
                number => number
                    .parse::<serde_json::Number>()
                    .map(Json::Number)
                    .map_err(|_| refused(&format!("the value {word} is neither in quotes nor a number")))?,
            },
            _ => return Err(refused("a value is missing")),
        };
        Ok(Filter::Test(path, op, value))
    }

    fn path(&mut self) -> Result<Path, Refusal> {
        match self.next() {
            Some(Word::Plain(word)) => path(&word).ok_or_else(|| refused(&format!("{word} is no attribute"))),
            _ => Err(refused("an attribute is missing")),
        }
    }
}

/// Reads `urn:…:User:userName`, `name.givenName`, `active`.
pub(super) fn path(word: &str) -> Option<Path> {
    let lower = word.to_ascii_lowercase();
    let (schema, rest) = match lower.starts_with("urn:") {
        false => (None, lower.as_str()),
        true => {
            // The version in a schema's name has a dot: the attribute begins behind the last colon.
            let at = lower.rfind(':')?;
            (lower.get(..at).map(str::to_string), lower.get(at + 1..)?)
        }
    };
    let (name, sub) = match rest.split_once('.') {
        Some((name, sub)) => (name, Some(sub.to_string())),
        None => (rest, None),
    };
    let plain =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "$-_".contains(c));
    (plain(name) && sub.as_deref().is_none_or(plain)).then(|| Path { schema, name: name.to_string(), sub })
}

/// A member of an object, whatever the case of its name.
pub(super) fn member<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    json.as_object()?.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

impl Path {
    /// Whether it belongs to the resource's main schema.
    pub fn is_core(&self) -> bool {
        self.schema.as_deref().is_none_or(|s| s.starts_with("urn:ietf:params:scim:schemas:core:"))
    }

    /// The values to which it leads; those of several are all there.
    fn values<'a>(&self, json: &'a Json) -> Vec<&'a Json> {
        let base = match &self.schema {
            Some(schema) if !self.is_core() => member(json, schema),
            _ => Some(json),
        };
        let Some(first) = base.and_then(|base| member(base, &self.name)) else { return Vec::new() };
        let all: Vec<&Json> = match first {
            Json::Array(list) => list.iter().collect(),
            one => vec![one],
        };
        match &self.sub {
            Some(sub) => all.into_iter().filter_map(|one| member(one, sub)).collect(),
            // A multi-valued attribute is compared by its values.
            None => all.into_iter().map(|one| member(one, "value").unwrap_or(one)).collect(),
        }
    }
}

impl Filter {
    /// Whether a resource, or a complex value, fulfils it.
    pub fn holds(&self, json: &Json) -> bool {
        match self {
            Filter::And(parts) => parts.iter().all(|p| p.holds(json)),
            Filter::Or(parts) => parts.iter().any(|p| p.holds(json)),
            Filter::Not(part) => !part.holds(json),
            Filter::Present(path) => path.values(json).iter().any(|v| !empty(v)),
            Filter::Test(path, Op::Ne, wanted) => {
                let values = path.values(json);
                !values.iter().any(|v| compare(v, Op::Eq, wanted))
            }
            Filter::Test(path, Op::Eq, Json::Null) => path.values(json).iter().all(|v| empty(v)),
            Filter::Test(path, op, wanted) => path.values(json).iter().any(|v| compare(v, *op, wanted)),
            Filter::Within(path, inside) => match member(json, &path.name) {
                Some(Json::Array(list)) => list.iter().any(|one| inside.holds(one)),
                Some(one) => inside.holds(one),
                None => false,
            },
        }
    }

    /// The value that the attribute must have, where the filter says so: then one look-up finds everything.
    pub fn demands(&self, name: &str) -> Option<&str> {
        match self {
            Filter::Test(path, Op::Eq, Json::String(text))
                if path.is_core() && path.sub.is_none() && path.name == name =>
            {
                Some(text)
            }
            Filter::And(parts) => parts.iter().find_map(|p| p.demands(name)),
            _ => None,
        }
    }
}

fn empty(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(list) => list.is_empty(),
        Json::Object(map) => map.is_empty(),
        _ => false,
    }
}

/// No attribute of ours tells case apart, identifiers excepted, where it does no harm.
fn compare(value: &Json, op: Op, wanted: &Json) -> bool {
    let by = |order: std::cmp::Ordering| match op {
        Op::Eq => order.is_eq(),
        Op::Gt => order.is_gt(),
        Op::Ge => order.is_ge(),
        Op::Lt => order.is_lt(),
        Op::Le => order.is_le(),
        _ => false,
    };
    match (value, wanted) {
        (Json::String(a), Json::String(b)) => {
            let (a, b) = (a.to_lowercase(), b.to_lowercase());
            match op {
                Op::Co => a.contains(&b),
                Op::Sw => a.starts_with(&b),
                Op::Ew => a.ends_with(&b),
                _ => by(a.cmp(&b)),
            }
        }
        (Json::Bool(a), Json::Bool(b)) => op == Op::Eq && a == b,
        // Some clients quote what is true or false.
        (Json::Bool(a), Json::String(b)) => {
            op == Op::Eq && b.eq_ignore_ascii_case(if *a { "true" } else { "false" })
        }
        (Json::Number(a), Json::Number(b)) => {
            a.as_f64().zip(b.as_f64()).and_then(|(a, b)| a.partial_cmp(&b)).is_some_and(by)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_operator_and_joint_is_judged() {
        // RFC 7644 §3.4.2.2
        let user = json!({
            "userName": "Ana.Costa", "active": true, "externalId": "e-7",
            "emails": [{ "type": "work", "value": "ana@acme.example", "primary": true }, { "type": "home", "value": "a@home.example" }],
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "employeeNumber": "1001" },
        });
        let holds = |text: &str| match parse(text) {
            Ok(filter) => filter.holds(&user),
            Err(refusal) => panic!("{text}: {}", refusal.detail),
        };
        for yes in [
            r#"userName eq "ana.costa""#,
            r#"USERNAME EQ "ana.costa""#,
            r#"userName ne "bo""#,
            r#"userName co "a.c" and userName sw "ana" and userName ew "costa""#,
            r#"userName gt "ana" and userName lt "b" and userName ge "ana.costa" and userName le "ana.costa""#,
            "active eq true",
            r#"active eq "True""#,
            "externalId pr and not (displayName pr)",
            r#"displayName eq null"#,
            r#"emails[type eq "work" and value co "@acme.example"]"#,
            r#"emails.type eq "home""#,
            r#"emails eq "a@home.example""#,
            r#"(userName eq "x" or userName sw "a") and active eq true"#,
            r#"userName eq "x" and userName eq "y" or active eq true"#,
            r#"urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ana.costa""#,
            r#"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq "1001""#,
        ] {
            assert!(holds(yes), "{yes}");
        }
        for no in [
            r#"userName eq "ana""#,
            "active eq false",
            r#"emails[type eq "home" and value co "@acme.example"]"#,
            r#"not (userName pr)"#,
            r#"nickName pr"#,
            r#"active gt true"#,
        ] {
            assert!(!holds(no), "{no}");
        }
        for wrong in [
            "",
            "userName",
            "userName eq",
            r#"userName eq "x"#,
            "userName is 7",
            "(active eq true",
            "emails[type pr",
            r#"active eq true active eq true"#,
            "not active eq true",
            r#"user name eq "x""#,
            "userName eq x",
        ] {
            assert!(parse(wrong).is_err_and(|r| r.kind == "invalidFilter"), "{wrong}");
        }
        assert!(
            parse(&format!("{}active eq true{}", "(".repeat(40), ")".repeat(40))).is_err(),
            "nested deeply"
        );
    }

    #[test]
    fn targets_are_read() {
        // RFC 7644 §3.5.2
        let work = target(r#"emails[type eq "work"].value"#).unwrap();
        assert_eq!((work.path.name.as_str(), work.path.sub.as_deref()), ("emails", Some("value")));
        assert!(work.filter.is_some_and(|f| f.holds(&json!({ "type": "work" }))));
        assert_eq!(target("name.givenName").unwrap().path.sub.as_deref(), Some("givenname"));
        for wrong in ["", "emails[", "emails[type eq \"work\"]value", "emails[] ", "a b", "1,2"] {
            assert!(target(wrong).is_err_and(|r| r.kind == "invalidPath"), "{wrong}");
        }
    }
}
