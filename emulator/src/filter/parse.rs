//! From the words of a filter to its expression. What it means for an item isn't known here.

use super::lex::{Lexeme, Token, Wrong, tokens};
use super::literal::Literal;
use super::{Comparison, Expr, Function};

/// How deep parentheses, negations and lambdas may nest. It keeps a hostile filter from the end of the stack.
const MAX_DEPTH: usize = 64;

/// Reads a whole filter.
pub(super) fn expression(text: &str) -> Result<Expr, Wrong> {
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens: &tokens, next: 0, depth: 0 };
    let expr = parser.any_of()?;
    match parser.peek() {
        Lexeme::End => Ok(expr),
        _ => Err(parser.unexpected()),
    }
}

struct Parser<'a> {
    tokens: &'a [Token<'a>],
    next: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> &'a Lexeme<'a> {
        &self.tokens[self.next].lexeme
    }

    /// Takes the next token. The end is never left behind.
    fn take(&mut self) -> &'a Lexeme<'a> {
        let lexeme = self.peek();
        self.next = (self.next + 1).min(self.tokens.len() - 1);
        lexeme
    }

    fn takes(&mut self, lexeme: &Lexeme<'_>) -> bool {
        let is_next = self.peek() == lexeme;
        if is_next {
            self.take();
        }
        is_next
    }

    fn expect(&mut self, lexeme: &Lexeme<'_>) -> Result<(), Wrong> {
        if self.takes(lexeme) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn wrong<T>(&self, what: impl Into<String>) -> Result<T, Wrong> {
        Err(Wrong { what: what.into(), at: self.tokens[self.next].at })
    }

    fn unexpected(&self) -> Wrong {
        let what = match self.peek() {
            Lexeme::End => "Expression expected",
            _ => "Syntax error",
        };
        Wrong { what: what.into(), at: self.tokens[self.next].at }
    }

    /// Reads what may hold itself.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Wrong>) -> Result<T, Wrong> {
        if self.depth == MAX_DEPTH {
            return self.wrong("The expression is nested too deeply");
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    /// Terms with `or` between them.
    fn any_of(&mut self) -> Result<Expr, Wrong> {
        let terms = self.separated("or", Self::all_of)?;
        Ok(one_or(terms, Expr::Or))
    }

    /// Terms with `and` between them.
    fn all_of(&mut self) -> Result<Expr, Wrong> {
        let terms = self.separated("and", Self::term)?;
        Ok(one_or(terms, Expr::And))
    }

    fn separated(&mut self, word: &str, read: impl Fn(&mut Self) -> Result<Expr, Wrong>) -> Result<Vec<Expr>, Wrong> {
        let mut terms = vec![read(self)?];
        while self.takes(&Lexeme::Word(word)) {
            terms.push(read(self)?);
        }
        Ok(terms)
    }

    /// A comparison, its negation, or something that is true or false by itself.
    fn term(&mut self) -> Result<Expr, Wrong> {
        if self.takes(&Lexeme::Word("not")) {
            return self.deeper(Self::term).map(|term| Expr::Not(Box::new(term)));
        }
        let left = self.operand()?;
        let Lexeme::Word(word) = self.peek() else { return Ok(left) };
        if *word == "in" {
            self.take();
            return Ok(Expr::In(Box::new(left), self.list()?));
        }
        let Some(comparison) = comparison(word) else { return Ok(left) };
        self.take();
        Ok(Expr::Compare(comparison, Box::new(left), Box::new(self.operand()?)))
    }

    fn operand(&mut self) -> Result<Expr, Wrong> {
        match self.peek() {
            Lexeme::Open => {
                self.take();
                let inner = self.deeper(Self::any_of)?;
                self.expect(&Lexeme::Close)?;
                Ok(inner)
            }
            Lexeme::Text(content) => {
                self.take();
                Ok(Expr::Literal(Literal::Json(content.as_str().into())))
            }
            Lexeme::Typed(name, content) => match Literal::typed(name, content) {
                Ok(literal) => {
                    self.take();
                    Ok(Expr::Literal(literal))
                }
                Err(what) => self.wrong(what),
            },
            Lexeme::Word(word) => self.word(word),
            _ => Err(self.unexpected()),
        }
    }

    /// A literal without quotes, a function, or a path.
    fn word(&mut self, word: &str) -> Result<Expr, Wrong> {
        if let Some(literal) = Literal::bare(word) {
            self.take();
            return Ok(Expr::Literal(literal));
        }
        if !word.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '$' || c == '@') {
            return Err(self.unexpected());
        }
        if !matches!(self.tokens[self.next + 1].lexeme, Lexeme::Open) {
            return self.path();
        }
        let Some((function, count)) = function(word) else {
            return self.wrong(format!("An unknown function with name '{word}' was found"));
        };
        self.take();
        let arguments = self.list()?;
        if arguments.len() == count {
            return Ok(Expr::Call(function, arguments));
        }
        self.wrong(format!("No function signature for the function with name '{word}' matches the specified arguments"))
    }

    /// Expressions in parentheses.
    fn list(&mut self) -> Result<Vec<Expr>, Wrong> {
        self.expect(&Lexeme::Open)?;
        let mut items = vec![self.deeper(Self::any_of)?];
        while self.takes(&Lexeme::Comma) {
            items.push(self.deeper(Self::any_of)?);
        }
        self.expect(&Lexeme::Close)?;
        Ok(items)
    }

    /// `a/b`, which `/$count` or a lambda may end.
    fn path(&mut self) -> Result<Expr, Wrong> {
        let mut path = Vec::new();
        loop {
            let Lexeme::Word(name) = self.peek() else { return Err(self.unexpected()) };
            if !path.is_empty() && *name == "$count" {
                self.take();
                return Ok(Expr::Count(path));
            }
            self.take();
            if !path.is_empty() && matches!(*name, "any" | "all") && self.takes(&Lexeme::Open) {
                return self.lambda(path, *name == "all");
            }
            path.push((*name).to_owned());
            if !self.takes(&Lexeme::Slash) {
                return Ok(Expr::Path(path));
            }
        }
    }

    fn lambda(&mut self, path: Vec<String>, is_all: bool) -> Result<Expr, Wrong> {
        // `all` says nothing without a condition.
        if !is_all && self.takes(&Lexeme::Close) {
            return Ok(Expr::Lambda { path, is_all, body: None });
        }
        let Lexeme::Word(variable) = self.peek() else { return Err(self.unexpected()) };
        self.take();
        self.expect(&Lexeme::Colon)?;
        let body = self.deeper(Self::any_of)?;
        self.expect(&Lexeme::Close)?;
        Ok(Expr::Lambda { path, is_all, body: Some(((*variable).to_owned(), Box::new(body))) })
    }
}

fn one_or(mut terms: Vec<Expr>, many: impl Fn(Vec<Expr>) -> Expr) -> Expr {
    match terms.pop() {
        Some(term) if terms.is_empty() => term,
        last => many(terms.into_iter().chain(last).collect()),
    }
}

fn comparison(word: &str) -> Option<Comparison> {
    Some(match word {
        "eq" => Comparison::Eq,
        "ne" => Comparison::Ne,
        "gt" => Comparison::Gt,
        "ge" => Comparison::Ge,
        "lt" => Comparison::Lt,
        "le" => Comparison::Le,
        "has" => Comparison::Has,
        _ => return None,
    })
}

/// The function of this name, and how many arguments it takes.
fn function(name: &str) -> Option<(Function, usize)> {
    Some(match name.to_ascii_lowercase().as_str() {
        "startswith" => (Function::StartsWith, 2),
        "endswith" => (Function::EndsWith, 2),
        "contains" => (Function::Contains, 2),
        "tolower" => (Function::ToLower, 1),
        "toupper" => (Function::ToUpper, 1),
        "trim" => (Function::Trim, 1),
        "concat" => (Function::Concat, 2),
        "length" => (Function::Length, 1),
        _ => return None,
    })
}
