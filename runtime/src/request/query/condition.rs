//! The text of a condition, whatever it is a condition on: compiled once, where a `Filter` is one type for each entity.

use std::borrow::Cow;

use super::literal::{Literal, push_quoted};
use super::property::LeadsTo;
use crate::client::error::UsageError;

/// A condition as text, and what of it depends on where it stands.
#[derive(Clone)]
pub(crate) struct Condition {
    text: String,
    /// Where in the text something depends on what the condition becomes a part of, from front to back.
    marks: Vec<(usize, Mark)>,
    binds: Binds,
    /// How many `any` and `all` are inside of each other.
    depth: usize,
    pub(super) advanced: bool,
    wrong: Option<UsageError>,
}

#[derive(Debug, Clone, Copy)]
enum Mark {
    /// A path begins here: inside of `any` and `all` the element's name comes first.
    Path,
    /// A path that is the element itself.
    Element,
    /// An enum's member, before which a service may want the name of its type.
    Enum(&'static str),
}

/// How strongly the outermost operator of a text binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binds {
    Or,
    And,
    Whole,
}

/// A path as a condition begins with it: its names, and what it leads to.
pub(super) type Named<'a> = (&'a Result<Cow<'static, str>, UsageError>, LeadsTo);

impl Condition {
    fn new(text: String) -> Self {
        Self { text, marks: Vec::new(), binds: Binds::Whole, depth: 0, advanced: false, wrong: None }
    }

    /// In OData's own words.
    pub(super) fn raw(text: String) -> Self {
        Self { binds: Binds::Or, ..Self::new(text) }
    }

    /// Begins with a path.
    pub(super) fn of(path: Named<'_>) -> Self {
        let mut condition = Self::new(String::with_capacity(64));
        condition.push_path(path);
        condition
    }

    /// `function(path,'text')`
    pub(super) fn call(function: &str, path: Named<'_>, text: &str) -> Self {
        let mut condition = Self::new(String::with_capacity(128)).then(function).then("(");
        condition.push_path(path);
        condition.text.push(',');
        push_quoted(text, &mut condition.text);
        condition.then(")")
    }

    fn push_path(&mut self, (names, leads_to): Named<'_>) {
        match names {
            Ok(names) => {
                let mark = if names.is_empty() { Mark::Element } else { Mark::Path };
                self.marks.push((self.text.len(), mark));
                self.text.push_str(names);
                self.advanced |= leads_to == LeadsTo::Count;
            }
            Err(error) => self.wrong = Some(error.clone()),
        }
    }

    pub(super) fn push_literal(&mut self, literal: Result<Literal, UsageError>) {
        match literal {
            Ok(literal) => {
                if let Some(name) = literal.enum_type {
                    self.marks.push((self.text.len(), Mark::Enum(name)));
                }
                self.text.push_str(&literal.text);
            }
            Err(error) => self.wrong = Some(error),
        }
    }

    pub(super) fn fail(&mut self, error: UsageError) {
        self.wrong = Some(error);
    }

    pub(super) fn then(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    fn append(&mut self, other: Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.into_iter().map(|(at, mark)| (start + at, mark)));
        self.depth = self.depth.max(other.depth);
        self.advanced |= other.advanced;
        self.wrong = self.wrong.take().or(other.wrong);
    }

    fn append_in_parentheses(&mut self, other: Self) {
        self.text.push('(');
        self.append(other);
        self.text.push(')');
    }

    pub(super) fn and(self, other: Self) -> Self {
        self.join(other, " and ", Binds::And)
    }

    pub(super) fn or(self, other: Self) -> Self {
        self.join(other, " or ", Binds::Or)
    }

    fn join(self, other: Self, operator: &str, binds: Binds) -> Self {
        let mut joined = if self.binds < binds {
            let mut joined = Self::new(String::with_capacity(self.text.len() + other.text.len() + 16));
            joined.append_in_parentheses(self);
            joined
        } else {
            self
        };
        joined.binds = binds;
        joined.text.push_str(operator);
        if other.binds < binds {
            joined.append_in_parentheses(other);
        } else {
            joined.append(other);
        }
        joined
    }

    pub(super) fn negated(self) -> Self {
        let mut not = Self::new("not".to_owned());
        not.append_in_parentheses(self);
        not.advanced = true;
        not
    }

    /// What `any` and `all` ask of the elements that `path` leads to.
    pub(super) fn lambda(path: Named<'_>, operator: &str, of_element: Self) -> Self {
        // Inside of another one the element has another name.
        let depth = of_element.depth + 1;
        let element = if depth == 1 { "x".to_owned() } else { format!("x{depth}") };
        let mut condition = Self { depth, ..Self::of(path).then(operator).then(&element).then(":") };
        condition.append(of_element.resolve(Some(&element), false));
        condition.then(")")
    }

    /// The text with what the marks stand for, but for that of the paths if `element` is none.
    fn resolve(self, element: Option<&str>, qualified: bool) -> Self {
        let mut resolved = Self { text: String::with_capacity(self.text.len() + 16), marks: Vec::new(), ..self };
        let mut start = 0;
        for (at, mark) in self.marks {
            resolved.text.push_str(&self.text[start..at]);
            start = at;
            match (mark, element) {
                (Mark::Path, Some(element)) => {
                    resolved.text.push_str(element);
                    resolved.text.push('/');
                }
                (Mark::Element, Some(element)) => resolved.text.push_str(element),
                (Mark::Element, None) => resolved.text.push_str("$it"),
                (Mark::Enum(name), None) if qualified => resolved.text.push_str(name),
                (Mark::Enum(_), Some(_)) => resolved.marks.push((resolved.text.len(), mark)),
                (Mark::Path | Mark::Enum(_), None) => {}
            }
        }
        resolved.text.push_str(&self.text[start..]);
        resolved
    }

    /// The text as it goes into a query, before it is encoded.
    pub(super) fn into_text(self, qualified: bool) -> Result<String, UsageError> {
        if let Some(error) = self.wrong {
            return Err(error);
        }
        // Most marks stand for nothing here.
        let stands = |mark: &Mark| match mark {
            Mark::Path => false,
            Mark::Element => true,
            Mark::Enum(_) => qualified,
        };
        if self.marks.iter().any(|(_, mark)| stands(mark)) {
            Ok(self.resolve(None, qualified).text)
        } else {
            Ok(self.text)
        }
    }
}
