//! `$filter`: what its text says, and which items it lets through. Which filters a collection takes isn't known here.

mod eval;
mod lex;
mod literal;
mod parse;
mod value;

use serde_json::{Map, Value};

use crate::error::Failure;

pub(crate) use literal::read as literal;
pub(crate) use value::{SortKey, member};

/// An expression of `$filter`.
#[derive(Debug)]
pub(crate) struct Filter(Expr);

/// The parts of an expression. `and` and `or` hold all their terms, so that a long filter is not a deep one.
#[derive(Debug)]
enum Expr {
    Literal(literal::Literal),
    /// Names from the item, or from a variable of a lambda around it.
    Path(Vec<String>),
    /// `path/$count`.
    Count(Vec<String>),
    Call(Function, Vec<Expr>),
    Compare(Comparison, Box<Expr>, Box<Expr>),
    In(Box<Expr>, Vec<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Box<Expr>),
    /// `path/any(variable:body)`; `any()` has no body.
    Lambda {
        path: Vec<String>,
        is_all: bool,
        body: Option<(String, Box<Expr>)>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
    Has,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Function {
    StartsWith,
    EndsWith,
    Contains,
    ToLower,
    ToUpper,
    Trim,
    Concat,
    Length,
}

impl Filter {
    /// Reads the value of the option.
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        parse::expression(text).map(Self).map_err(|wrong| {
            Failure::bad_request(format!("Invalid filter clause: {} at position {} in '{text}'.", wrong.what, wrong.at))
        })
    }

    /// Whether `item` is let through: what is neither true nor false isn't.
    pub(crate) fn matches(&self, item: &Map<String, Value>) -> bool {
        eval::holds(&self.0, item)
    }

    /// The name of what directory objects are only asked by an advanced query, if the filter has such a thing.
    pub(crate) fn advanced_part(&self) -> Option<&'static str> {
        advanced_part(&self.0)
    }

    /// Whether a path of the filter starts with `name`.
    pub(crate) fn mentions(&self, name: &str) -> bool {
        mentions(&self.0, name)
    }
}

impl Expr {
    /// The expressions that this one is made of.
    fn parts(&self) -> Vec<&Expr> {
        match self {
            Self::Literal(_) | Self::Path(_) | Self::Count(_) => Vec::new(),
            Self::Call(_, parts) | Self::And(parts) | Self::Or(parts) => parts.iter().collect(),
            Self::Compare(_, left, right) => vec![left, right],
            Self::In(value, list) => std::iter::once(&**value).chain(list).collect(),
            Self::Not(part) => vec![part],
            Self::Lambda { body, .. } => body.iter().map(|(_, body)| &**body).collect(),
        }
    }
}

fn advanced_part(expr: &Expr) -> Option<&'static str> {
    let own = match expr {
        Expr::Compare(Comparison::Ne, ..) => Some("Operator 'NotEqual'"),
        Expr::Not(_) => Some("Operator 'Not'"),
        Expr::Count(_) => Some("Operator '$count'"),
        Expr::Call(Function::EndsWith, _) => Some("Operator 'EndsWith'"),
        _ => None,
    };
    own.or_else(|| expr.parts().into_iter().find_map(advanced_part))
}

fn mentions(expr: &Expr, name: &str) -> bool {
    let own = match expr {
        Expr::Path(path) | Expr::Count(path) | Expr::Lambda { path, .. } => path.first(),
        _ => None,
    };
    own.is_some_and(|first| first.eq_ignore_ascii_case(name))
        || expr.parts().into_iter().any(|part| mentions(part, name))
}
