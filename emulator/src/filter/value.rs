//! Values that a filter compares, and their order. Where they come from isn't known here.

use std::borrow::Cow;
use std::cmp::Ordering;

use graph_entity::edm::{Binary, DateTimeOffset, Duration};
use serde_json::{Map, Value};

use super::literal::Literal;

/// The member `name` of an object; the case of names doesn't count, unless two differ in nothing else.
pub(crate) fn member<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let by_case = || object.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    object.get(name).or_else(by_case)
}

/// A value at some place of a filter.
#[derive(Debug, Clone)]
pub(super) enum Val<'a> {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'a, str>),
    Duration(Duration),
    Binary(Cow<'a, [u8]>),
    /// An object or an array.
    Other(&'a Value),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Number {
    Whole(i128),
    Float(f64),
}

impl<'a> From<&'a Value> for Val<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => Self::Number(Number::of(number)),
            Value::String(text) => Self::Text(text.into()),
            Value::Array(_) | Value::Object(_) => Self::Other(value),
        }
    }
}

impl<'a> From<&'a Literal> for Val<'a> {
    fn from(literal: &'a Literal) -> Self {
        match literal {
            Literal::Json(value) => value.into(),
            Literal::Float(value) => Self::Number(Number::Float(*value)),
            Literal::Duration(value) => Self::Duration(*value),
            Literal::Binary(bytes) => Self::Binary(bytes.into()),
        }
    }
}

impl Number {
    fn of(number: &serde_json::Number) -> Self {
        let whole = number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
        whole.map_or_else(|| Self::Float(number.as_f64().unwrap_or(f64::NAN)), Self::Whole)
    }

    /// The number that a string stands for where JSON has no number for it, or a service sends it as a string.
    fn of_text(text: &str) -> Option<Self> {
        match text {
            "INF" => Some(Self::Float(f64::INFINITY)),
            "-INF" => Some(Self::Float(f64::NEG_INFINITY)),
            "NaN" => Some(Self::Float(f64::NAN)),
            _ => serde_json::from_str(text).ok().map(|number| Self::of(&number)),
        }
    }

    #[allow(clippy::cast_precision_loss)] // as a comparison with a Double does it
    fn float(self) -> f64 {
        match self {
            Self::Whole(value) => value as f64,
            Self::Float(value) => value,
        }
    }

    fn compare(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Whole(a), Self::Whole(b)) => Some(a.cmp(&b)),
            (a, b) => a.float().partial_cmp(&b.float()),
        }
    }
}

impl Val<'_> {
    /// How two values that aren't null compare; `None` if they don't, as NaN with anything.
    pub(super) fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => Some(a.cmp(b)),
            (Self::Number(a), Self::Number(b)) => a.compare(*b),
            (Self::Number(a), Self::Text(b)) => a.compare(Number::of_text(b)?),
            (Self::Text(a), Self::Number(b)) => Number::of_text(a)?.compare(*b),
            (Self::Text(a), Self::Text(b)) => Some(text(a, b)),
            (Self::Duration(a), Self::Duration(b)) => Some(a.cmp(b)),
            (Self::Duration(a), Self::Text(b)) => Some(a.cmp(&b.parse().ok()?)),
            (Self::Text(a), Self::Duration(b)) => Some(a.parse::<Duration>().ok()?.cmp(b)),
            (Self::Binary(a), Self::Binary(b)) => Some(a.cmp(b)),
            (Self::Binary(a), Self::Text(b)) => Some((**a).cmp(b.parse::<Binary>().ok()?.as_ref())),
            (Self::Text(a), Self::Binary(b)) => Some(a.parse::<Binary>().ok()?.as_ref().cmp(&**b)),
            (Self::Other(a), Self::Other(b)) => (a == b).then_some(Ordering::Equal),
            _ => None,
        }
    }
}

/// Points in time by what they mean, other strings without regard to case.
fn text(a: &str, b: &str) -> Ordering {
    match (instant(a), instant(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => a.to_lowercase().cmp(&b.to_lowercase()),
    }
}

fn instant(text: &str) -> Option<(i64, u32)> {
    // Most strings are none, which this tells at once.
    if text.len() < 17 || !text.contains('T') {
        return None;
    }
    let parsed: DateTimeOffset = text.parse().ok()?;
    Some((parsed.unix_seconds(), parsed.subsecond_nanos()))
}

/// What `$orderby` sorts by: null first, and an order for whatever values a property has, since a sort needs one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SortKey {
    Null,
    Bool(bool),
    Number(f64),
    Instant(i64, u32),
    Text(String),
    Other,
}

impl SortKey {
    /// The key of the value at `path` below an item.
    pub(crate) fn at(item: &Map<String, Value>, path: &[String]) -> Self {
        let counted = path.strip_suffix(&[String::from("$count")]);
        let (Some((last, above)), mut object) = (counted.unwrap_or(path).split_last(), item) else {
            return Self::Null;
        };
        for name in above {
            let Some(Value::Object(inner)) = member(object, name) else { return Self::Null };
            object = inner;
        }
        if counted.is_some() {
            let count = member(object, last).and_then(Value::as_array).map_or(0, Vec::len);
            #[allow(clippy::cast_precision_loss)] // no collection is so long
            return Self::Number(count as f64);
        }
        match member(object, last).map(Val::from) {
            None | Some(Val::Null) => Self::Null,
            Some(Val::Bool(value)) => Self::Bool(value),
            Some(Val::Number(number)) => Self::Number(number.float()),
            Some(Val::Text(text)) => match (instant(&text), &*text) {
                (Some((seconds, nanos)), _) => Self::Instant(seconds, nanos),
                (None, "INF" | "-INF" | "NaN") => Self::Number(Number::of_text(&text).map_or(f64::NAN, Number::float)),
                (None, text) => Self::Text(text.to_lowercase()),
            },
            Some(_) => Self::Other,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Null => 0,
            Self::Bool(_) => 1,
            Self::Number(_) => 2,
            Self::Instant(..) => 3,
            Self::Text(_) => 4,
            Self::Other => 5,
        }
    }

    /// A total order.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Instant(a, b), Self::Instant(c, d)) => (a, b).cmp(&(c, d)),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (a, b) => a.rank().cmp(&b.rank()),
        }
    }
}
