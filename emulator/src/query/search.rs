//! `$search`: words and phrases, such as `"displayName:wa" OR "mail:wa"`.

use serde_json::Value;

use crate::error::Failure;
use crate::filter::member;
use crate::store::Item;

const MAX_DEPTH: usize = 32;

/// An expression of `$search`.
#[derive(Debug)]
pub(crate) enum Search {
    /// Each of the words starts one in the property; without a property, in any string of the item.
    Words {
        property: Option<String>,
        words: Vec<String>,
    },
    And(Vec<Search>),
    Or(Vec<Search>),
    Not(Box<Search>),
}

impl Search {
    /// Reads the value of the option.
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        let wrong = |what: &str| Failure::bad_request(format!("Invalid search clause: {what} in '{text}'."));
        let tokens = tokens(text).map_err(|what| wrong(&what))?;
        let mut parser = Parser { tokens: &tokens, depth: 0 };
        match parser.any_of() {
            Some(search) if parser.tokens.is_empty() => Ok(search),
            _ => Err(wrong("Syntax error")),
        }
    }

    /// Whether `item` is found.
    pub(crate) fn matches(&self, item: &Item) -> bool {
        match self {
            Self::Words { property: Some(property), words } => {
                let mut own = Vec::new();
                collect(member(item, property).unwrap_or(&Value::Null), &mut own);
                has_all(&own, words)
            }
            Self::Words { property: None, words } => {
                let mut own = Vec::new();
                let properties = item.iter().filter(|(name, _)| !name.contains('@'));
                properties.for_each(|(_, value)| collect(value, &mut own));
                has_all(&own, words)
            }
            Self::And(terms) => terms.iter().all(|term| term.matches(item)),
            Self::Or(terms) => terms.iter().any(|term| term.matches(item)),
            Self::Not(term) => !term.matches(item),
        }
    }
}

fn has_all(own: &[String], words: &[String]) -> bool {
    words.iter().all(|word| own.iter().any(|other| other.starts_with(word)))
}

/// Adds the words of all strings in `value`.
fn collect(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::String(text) => words.extend(split(text)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Object(members) => members.values().for_each(|member| collect(member, words)),
        _ => {}
    }
}

fn split(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[derive(Debug, PartialEq)]
enum Token {
    Open,
    Close,
    And,
    Or,
    Not,
    Text(String),
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let (mut tokens, mut chars) = (Vec::new(), text.char_indices().peekable());
    while let Some((at, c)) = chars.next() {
        match c {
            '(' => tokens.push(Token::Open),
            ')' => tokens.push(Token::Close),
            '"' => {
                let mut content = String::new();
                loop {
                    match chars.next() {
                        Some((_, '"')) => break,
                        Some((_, '\\')) => content.extend(chars.next().map(|(_, escaped)| escaped)),
                        Some((_, other)) => content.push(other),
                        None => return Err(format!("There is an unterminated string literal at position {at}")),
                    }
                }
                tokens.push(Token::Text(content));
            }
            _ if c.is_whitespace() => {}
            ':' => return Err(format!("Syntax error: character ':' is not valid at position {at}")),
            _ => {
                let mut word = String::from(c);
                while let Some((_, c)) = chars.next_if(|(_, c)| !c.is_whitespace() && !"()\":".contains(*c)) {
                    word.push(c);
                }
                tokens.push(match word.as_str() {
                    "AND" => Token::And,
                    "OR" => Token::Or,
                    "NOT" => Token::Not,
                    _ => Token::Text(word),
                });
            }
        }
    }
    Ok(tokens)
}

struct Parser<'a> {
    tokens: &'a [Token],
    depth: usize,
}

impl Parser<'_> {
    fn takes(&mut self, token: &Token) -> bool {
        let is_next = self.tokens.first() == Some(token);
        if is_next {
            self.tokens = &self.tokens[1..];
        }
        is_next
    }

    fn any_of(&mut self) -> Option<Search> {
        let mut terms = vec![self.all_of()?];
        while self.takes(&Token::Or) {
            terms.push(self.all_of()?);
        }
        Some(Search::Or(terms))
    }

    /// Terms with `AND` between them, or nothing.
    fn all_of(&mut self) -> Option<Search> {
        let mut terms = vec![self.term()?];
        loop {
            let is_and = self.takes(&Token::And);
            match self.tokens.first() {
                Some(Token::Open | Token::Not | Token::Text(_)) => terms.push(self.term()?),
                _ if is_and => return None,
                _ => return Some(Search::And(terms)),
            }
        }
    }

    fn term(&mut self) -> Option<Search> {
        if self.depth == MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let term = match self.tokens.split_first()? {
            (Token::Not, rest) => {
                self.tokens = rest;
                Some(Search::Not(Box::new(self.term()?)))
            }
            (Token::Open, rest) => {
                self.tokens = rest;
                let inner = self.any_of()?;
                self.takes(&Token::Close).then_some(inner)
            }
            (Token::Text(text), rest) => {
                self.tokens = rest;
                let (property, words) = match text.split_once(':') {
                    Some((property, words)) => (Some(property.trim().to_owned()), words),
                    None => (None, text.as_str()),
                };
                Some(Search::Words { property, words: split(words) })
            }
            _ => None,
        };
        self.depth -= 1;
        term
    }
}

#[cfg(test)]
mod tests {
    use super::Search;
    use serde_json::json;

    #[test]
    fn finds_words() {
        let item = json!({"displayName": "Cloud-Ops \"a\" Team", "mail": "ops@x", "body": {"content": "Hello World"}});
        let item = item.as_object().expect("an object");
        let matches =
            |text: &str| Search::parse(text).map(|search| search.matches(item)).map_err(|error| error.message);
        for text in [
            r#""displayName:cloud team""#,
            r#""displayName:op""#,
            r#""DisplayName:\"a\"""#,
            r#""displayName:x" OR "mail:ops""#,
            r#"("displayName:x" OR "mail:ops") AND NOT "displayName:one""#,
            "hello",
            "hello world",
            "\"World hel\"",
        ] {
            assert_eq!(matches(text), Ok(true), "{text}");
        }
        for text in [r#""displayName:loud""#, r#""other:a""#, r#"hello AND "mail:y""#, "NOT hello"] {
            assert_eq!(matches(text), Ok(false), "{text}");
        }
        for text in ["", "\"a", "displayName:a", "a OR", "a AND", "(a", "a)", "OR a", &"(".repeat(100_000)] {
            assert!(matches(text).is_err(), "{text}");
        }
        let position = "Invalid search clause: Syntax error: character ':' is not valid at position 4 in 'mail:x'.";
        assert_eq!(matches("mail:x"), Err(position.into()));
    }
}
