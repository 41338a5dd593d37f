//! The small language of filters and accreditation rules:
//! `status is active and (hire_date >= 2020-01-01 or assignment.organisation under SALES, "R&D")`.
//!
//! `or` binds weakest, then `and`, then `not`; parentheses group. A test is a name, an operator and one or several
//! values separated by commas; a value with blanks or signs stands in double quotes (`""` for a quote inside).

use talang_catalogue::Fault;

/// A parsed expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// All of them.
    And(Vec<Expr>),
    /// Any of them.
    Or(Vec<Expr>),
    /// Not it.
    Not(Box<Expr>),
    /// One test.
    Test {
        /// Name of a field, path or dimension.
        name: String,
        /// Operator, see [`OPERATORS`].
        op: &'static str,
        /// Values; none for `is empty`.
        values: Vec<String>,
        /// Where it begins, in characters from 1.
        at: usize,
    },
}

/// Operators: sign or word, and the name under which they are known.
pub const OPERATORS: [(&str, &str); 14] = [
    ("!=", "ne"),
    ("<=", "le"),
    (">=", "ge"),
    ("^=", "starts"),
    ("=", "is"),
    ("<", "lt"),
    (">", "gt"),
    ("~", "contains"),
    ("is", "is"),
    ("in", "is"),
    ("contains", "contains"),
    ("starts", "starts"),
    ("under", "under"),
    ("empty", "empty"),
];

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Quoted(String),
    Sign(&'static str),
    Open,
    Close,
    Comma,
}

struct Parser {
    tokens: Vec<(Token, usize)>,
    next: usize,
    end: usize,
    depth: usize,
}

/// Parses an expression.
///
/// # Errors
/// `filter.syntax` with the position (characters from 1) and what was expected there.
pub fn parse(text: &str) -> Result<Expr, Fault> {
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens, next: 0, end: text.chars().count() + 1, depth: 0 };
    let expr = parser.or()?;
    if parser.next < parser.tokens.len() {
        return Err(parser.fault("and, or"));
    }
    Ok(expr)
}

fn syntax(at: usize, expected: &str) -> Fault {
    Fault::new("filter.syntax").with("position", at).with("detail", format!("→ {expected}"))
}

fn tokens(text: &str) -> Result<Vec<(Token, usize)>, Fault> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut i = 0;
    while let Some(&c) = chars.get(i) {
        let at = i + 1;
        match c {
            c if c.is_whitespace() => i += 1,
            '(' | ')' | ',' => {
                out.push((
                    if c == '(' {
                        Token::Open
                    } else if c == ')' {
                        Token::Close
                    } else {
                        Token::Comma
                    },
                    at,
                ));
                i += 1;
            }
            '"' => {
                let mut word = String::new();
                i += 1;
                loop {
                    match (chars.get(i), chars.get(i + 1)) {
                        (Some('"'), Some('"')) => {
                            word.push('"');
                            i += 2;
                        }
                        (Some('"'), _) => {
                            i += 1;
                            break;
                        }
                        (Some(c), _) => {
                            word.push(*c);
                            i += 1;
                        }
                        (None, _) => return Err(syntax(at, "\"")),
                    }
                }
                out.push((Token::Quoted(word), at));
            }
            _ => {
                let two: String = chars.iter().skip(i).take(2).collect();
                let sign = OPERATORS.iter().take(8).map(|(sign, _)| *sign).find(|sign| two.starts_with(sign));
                if let Some(sign) = sign {
                    out.push((Token::Sign(sign), at));
                    i += sign.len();
                    continue;
                }
                let mut word = String::new();
                while let Some(&c) = chars.get(i) {
                    if c.is_whitespace() || "(),\"=<>~!^".contains(c) {
                        break;
                    }
                    word.push(c);
                    i += 1;
                }
                if word.is_empty() {
                    return Err(syntax(at, "="));
                }
                out.push((Token::Word(word), at));
            }
        }
    }
    Ok(out)
}

impl Parser {
    fn peek_word(&self, word: &str) -> bool {
        matches!(self.tokens.get(self.next), Some((Token::Word(w), _)) if w == word)
    }

    fn at(&self) -> usize {
        self.tokens.get(self.next).map_or(self.end, |(_, at)| *at)
    }

    fn fault(&self, expected: &str) -> Fault {
        syntax(self.at(), expected)
    }

    fn or(&mut self) -> Result<Expr, Fault> {
        let mut parts = vec![self.and()?];
        while self.peek_word("or") {
            self.next += 1;
            parts.push(self.and()?);
        }
        Ok(if parts.len() == 1 { parts.swap_remove(0) } else { Expr::Or(parts) })
    }

    fn and(&mut self) -> Result<Expr, Fault> {
        let mut parts = vec![self.not()?];
        while self.peek_word("and") {
            self.next += 1;
            parts.push(self.not()?);
        }
        Ok(if parts.len() == 1 { parts.swap_remove(0) } else { Expr::And(parts) })
    }

    fn not(&mut self) -> Result<Expr, Fault> {
        // The depth is bounded: an expression comes from outside and must not exhaust the stack.
        self.depth += 1;
        if self.depth > 60 {
            return Err(self.fault("fewer parentheses"));
        }
        let result = if self.peek_word("not") {
            self.next += 1;
            Ok(Expr::Not(Box::new(self.not()?)))
        } else if matches!(self.tokens.get(self.next), Some((Token::Open, _))) {
            self.next += 1;
            let inner = self.or()?;
            if !matches!(self.tokens.get(self.next), Some((Token::Close, _))) {
                return Err(self.fault(")"));
            }
            self.next += 1;
            Ok(inner)
        } else {
            self.test()
        };
        self.depth -= 1;
        result
    }

    fn test(&mut self) -> Result<Expr, Fault> {
        let at = self.at();
        let Some((Token::Word(name), _)) = self.tokens.get(self.next).cloned() else {
            return Err(self.fault("field"));
        };
        self.next += 1;
        let op = match self.tokens.get(self.next) {
            Some((Token::Sign(sign), _)) => OPERATORS.iter().find(|(s, _)| s == sign).map(|(_, name)| *name),
            Some((Token::Word(word), _)) => {
                OPERATORS.iter().skip(8).find(|(s, _)| s == word).map(|(_, name)| *name)
            }
            _ => None,
        };
        let Some(op) = op else { return Err(self.fault("=, !=, <, >, ~, is, in, contains, starts, under")) };
        self.next += 1;
        let mut negated = false;
        if op == "is" && self.peek_word("not") {
            self.next += 1;
            negated = true;
        }
        let empty = op == "empty" || op == "is" && self.peek_word("empty");
        let test = if empty {
            self.next += usize::from(op == "is");
            Expr::Test { name, op: "empty", values: Vec::new(), at }
        } else {
            let mut values = vec![self.value()?];
            while matches!(self.tokens.get(self.next), Some((Token::Comma, _))) {
                self.next += 1;
                values.push(self.value()?);
            }
            Expr::Test { name, op, values, at }
        };
        Ok(if negated { Expr::Not(Box::new(test)) } else { test })
    }

    fn value(&mut self) -> Result<String, Fault> {
        match self.tokens.get(self.next) {
            Some((Token::Word(word) | Token::Quoted(word), _)) => {
                self.next += 1;
                Ok(word.clone())
            }
            _ => Err(self.fault("value")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, shape: &str) {
        let got = match parse(text) {
            Ok(expr) => show(&expr),
            Err(fault) => format!("at {}", fault.arg("position").unwrap_or_default()),
        };
        assert_eq!(got, shape, "{text}");
    }

    fn show(expr: &Expr) -> String {
        let list = |parts: &[Expr], word: &str| {
            format!("({})", parts.iter().map(show).collect::<Vec<_>>().join(&format!(" {word} ")))
        };
        match expr {
            Expr::And(parts) => list(parts, "&"),
            Expr::Or(parts) => list(parts, "|"),
            Expr::Not(inner) => format!("!{}", show(inner)),
            Expr::Test { name, op, values, .. } => format!("{name}:{op}:{}", values.join(";")),
        }
    }

    #[test]
    fn or_binds_weaker_than_and_and_not_binds_strongest() {
        check("a = 1 or b = 2 and not c = 3", "(a:is:1 | (b:is:2 & !c:is:3))");
        check("(a = 1 or b = 2) and c under X, \"R&D, east\"", "((a:is:1 | b:is:2) & c:under:X;R&D, east)");
        check("a is not empty and b is empty and c is not X", "(!a:empty: & b:empty: & !c:is:X)");
        check("name ~ \"say \"\"hi\"\"\"", "name:contains:say \"hi\"");
        check("hire_date>=2020-01-01", "hire_date:ge:2020-01-01");
    }

    #[test]
    fn a_fault_says_where() {
        check("", "at 1");
        check("a =", "at 4");
        check("a = 1 b = 2", "at 7");
        check("(a = 1", "at 7");
        check("a = \"x", "at 5");
        check(&"(".repeat(500), "at 61");
    }
}
