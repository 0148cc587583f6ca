//! Conditions: what `$filter` asks for, as a value.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{BitAnd, BitOr, Not};

use super::literal::{Literal, push_quoted};
use super::property::{LeadsTo, PropertyPath};
use crate::client::error::UsageError;
use crate::model::{Flags, FlagsEnum, IntoValue, Property, Value};

/// A condition on an `R`, for `$filter`. Made from [paths](PropertyPath); `&`, `|` and `!` join conditions.
///
/// What is wrong with it (a value that can't be sent) is told when the request is built. The text is encoded once, when
/// it becomes a part of the URL.
#[must_use = "a condition does nothing until it is given to a request"]
pub struct Filter<R> {
    text: String,
    /// Where in the text something depends on what the condition becomes a part of, from front to back.
    marks: Vec<(usize, Mark)>,
    binds: Binds,
    /// How many `any` and `all` are inside of each other.
    depth: usize,
    pub(super) advanced: bool,
    wrong: Option<UsageError>,
    marker: PhantomData<fn() -> R>,
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
enum Binds {
    Or,
    And,
    Whole,
}

impl<R> Filter<R> {
    /// What is no method of a path, in OData's own words: `startswith(displayName,'A')`. Nothing in it is checked or
    /// changed but for the encoding, so it must not be made of what others wrote. Inside of `any` and `all` the element is
    /// called `x`, and around another one of these `x2`.
    pub fn raw(text: impl Into<String>) -> Self {
        Self { binds: Binds::Or, ..Self::new(text.into()) }
    }

    /// The same condition on a `T`, in whose collection there are `R`s: a family, or an entity's base. Its properties are
    /// named without their type.
    pub fn within<T>(self) -> Filter<T> {
        let Self { text, marks, binds, depth, advanced, wrong, .. } = self;
        Filter { text, marks, binds, depth, advanced, wrong, marker: PhantomData }
    }

    fn new(text: String) -> Self {
        Self {
            text,
            marks: Vec::new(),
            binds: Binds::Whole,
            depth: 0,
            advanced: false,
            wrong: None,
            marker: PhantomData,
        }
    }

    /// Begins with a path.
    fn of<F>(path: &PropertyPath<R, F>) -> Self {
        let mut filter = Self::new(String::with_capacity(64));
        filter.push_path(path);
        filter
    }

    fn push_path<F>(&mut self, path: &PropertyPath<R, F>) {
        match &path.names {
            Ok(names) => {
                let mark = if names.is_empty() { Mark::Element } else { Mark::Path };
                self.marks.push((self.text.len(), mark));
                self.text.push_str(names);
                self.advanced |= path.leads_to == LeadsTo::Count;
            }
            Err(error) => self.wrong = Some(error.clone()),
        }
    }

    fn push_literal<V: Value>(&mut self, value: &impl IntoValue<V>) {
        match Literal::of(value) {
            Ok(literal) => {
                if let Some(name) = literal.enum_type {
                    self.marks.push((self.text.len(), Mark::Enum(name)));
                }
                self.text.push_str(&literal.text);
            }
            Err(error) => self.wrong = Some(error),
        }
    }

    fn then(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    fn append<S>(&mut self, other: Filter<S>) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.into_iter().map(|(at, mark)| (start + at, mark)));
        self.depth = self.depth.max(other.depth);
        self.advanced |= other.advanced;
        self.wrong = self.wrong.take().or(other.wrong);
    }

    fn append_in_parentheses<S>(&mut self, other: Filter<S>) {
        self.text.push('(');
        self.append(other);
        self.text.push(')');
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

/// What a property of type `V` is compared with: what a setter of it takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be compared with a property of type `{V}`",
    label = "expected a value of `{V}`, or what converts to one without loss",
    note = "an optional property is compared with a value without `Some`, and with `Null` where there is none",
    note = "an enum is compared with its variants; of a collection's elements one asks `any(it().eq(…))`"
)]
pub trait Compared<V: Value>: IntoValue<V> {}

#[diagnostic::do_not_recommend]
impl<V: Value, T: IntoValue<V>> Compared<V> for T {}

impl<R, F: Property<Value: Value>> PropertyPath<R, F> {
    fn compare(&self, operator: &str, value: &impl IntoValue<F::Value>) -> Filter<R> {
        let mut filter = Filter::of(self).then(operator);
        filter.push_literal(value);
        filter
    }

    /// Equal to `value`; to [`Null`](crate::Null) where there is none.
    pub fn eq(&self, value: impl Compared<F::Value>) -> Filter<R> {
        self.compare(" eq ", &value)
    }

    /// Not equal to `value`. Directory objects take it in advanced queries only, which adds what these need.
    pub fn ne(&self, value: impl Compared<F::Value>) -> Filter<R> {
        Filter { advanced: true, ..self.compare(" ne ", &value) }
    }

    /// Greater than `value`.
    pub fn gt(&self, value: impl Compared<F::Value>) -> Filter<R> {
        self.compare(" gt ", &value)
    }

    /// Greater than `value`, or equal.
    pub fn ge(&self, value: impl Compared<F::Value>) -> Filter<R> {
        self.compare(" ge ", &value)
    }

    /// Less than `value`.
    pub fn lt(&self, value: impl Compared<F::Value>) -> Filter<R> {
        self.compare(" lt ", &value)
    }

    /// Less than `value`, or equal.
    pub fn le(&self, value: impl Compared<F::Value>) -> Filter<R> {
        self.compare(" le ", &value)
    }

    /// Equal to one of `values`, of which there has to be one. A service may have a bound: directory objects take 15.
    pub fn is_in<V: Compared<F::Value>>(&self, values: impl IntoIterator<Item = V>) -> Filter<R> {
        let mut filter = Filter::of(self).then(" in (");
        let mut empty = true;
        for value in values {
            if !empty {
                filter.text.push(',');
            }
            empty = false;
            filter.push_literal(&value);
        }
        if empty {
            filter.wrong = Some(UsageError::new("`is_in` has no value to be equal to"));
        }
        filter.then(")")
    }
}

/// A path to a text.
#[diagnostic::on_unimplemented(
    message = "`{F}` is no text",
    label = "of texts only",
    note = "`starts_with`, `ends_with` and `contains` are of a `String` or an `Option` of one; of a collection's elements one \
            asks `path.any(it().contains(…))`"
)]
pub trait OfText<F> {}

#[diagnostic::do_not_recommend]
impl<P, F: Property<Value = String>> OfText<F> for P {}

/// A path to a collection, as [`OfText`].
#[diagnostic::on_unimplemented(
    message = "`{F}` is no collection",
    label = "of a `Vec` only",
    note = "`any`, `all`, `count` and `is_not_empty` are of a `Vec`; of a single value one asks by going on: \
            `path!(User.manager.display_name)`"
)]
pub trait OfElements<F> {
    /// What an element is.
    type Element;
}

#[diagnostic::do_not_recommend]
impl<P, E: Property, F: Property<Value = Vec<E>>> OfElements<F> for P {
    type Element = E::Value;
}

// The bounds are the methods': `rustc` then tells it in our words.
/// Of texts.
impl<R, F> PropertyPath<R, F> {
    fn call(&self, function: &str, text: &str) -> Filter<R> {
        let mut filter = Filter::new(String::with_capacity(128)).then(function).then("(");
        filter.push_path(self);
        filter.text.push(',');
        push_quoted(text, &mut filter.text);
        filter.then(")")
    }

    /// Begins with `text`.
    pub fn starts_with(&self, text: impl AsRef<str>) -> Filter<R>
    where
        Self: OfText<F>,
    {
        self.call("startswith", text.as_ref())
    }

    /// Ends with `text`. Directory objects take it in advanced queries only, which adds what these need.
    pub fn ends_with(&self, text: impl AsRef<str>) -> Filter<R>
    where
        Self: OfText<F>,
    {
        Filter { advanced: true, ..self.call("endswith", text.as_ref()) }
    }

    /// Has `text` in it.
    pub fn contains(&self, text: impl AsRef<str>) -> Filter<R>
    where
        Self: OfText<F>,
    {
        self.call("contains", text.as_ref())
    }
}

/// Of sets of an enum's members.
impl<R, E: FlagsEnum, F: Property<Value = Flags<E>>> PropertyPath<R, F> {
    /// Has `member` among its members.
    pub fn has(&self, member: impl IntoValue<Flags<E>>) -> Filter<R> {
        self.compare(" has ", &member)
    }
}

/// Of collections.
impl<R, F> PropertyPath<R, F> {
    fn lambda<E>(&self, operator: &str, condition: Filter<E>) -> Filter<R> {
        // Inside of another one the element has another name.
        let depth = condition.depth + 1;
        let element = if depth == 1 { "x".to_owned() } else { format!("x{depth}") };
        let mut filter = Filter { depth, ..Filter::of(self).then(operator).then(&element).then(":") };
        filter.append(condition.resolve(Some(&element), false));
        filter.then(")")
    }

    /// One of the elements is so. [`it`](super::property::it) is the element itself.
    pub fn any<E>(&self, condition: Filter<E>) -> Filter<R>
    where
        Self: OfElements<F, Element = E>,
    {
        self.lambda("/any(", condition)
    }

    /// Each of the elements is so.
    pub fn all<E>(&self, condition: Filter<E>) -> Filter<R>
    where
        Self: OfElements<F, Element = E>,
    {
        self.lambda("/all(", condition)
    }

    /// There is an element.
    pub fn is_not_empty(&self) -> Filter<R>
    where
        Self: OfElements<F>,
    {
        Filter::of(self).then("/any()")
    }

    /// How many elements there are, to be compared. Directory objects take it in advanced queries only, which adds what
    /// these need.
    pub fn count(&self) -> PropertyPath<R, i64>
    where
        Self: OfElements<F>,
    {
        PropertyPath::new(self.name().map(|name| format!("{name}/$count").into()), LeadsTo::Count)
    }
}

impl<R> BitAnd for Filter<R> {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.join(other, " and ", Binds::And)
    }
}

impl<R> BitOr for Filter<R> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.join(other, " or ", Binds::Or)
    }
}

/// Directory objects take it in advanced queries only, which adds what these need.
impl<R> Not for Filter<R> {
    type Output = Self;

    fn not(self) -> Self {
        let mut not = Self::new("not".to_owned());
        not.append_in_parentheses(self);
        not.advanced = true;
        not
    }
}

impl<R> Clone for Filter<R> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            marks: self.marks.clone(),
            binds: self.binds,
            depth: self.depth,
            advanced: self.advanced,
            wrong: self.wrong.clone(),
            marker: PhantomData,
        }
    }
}

/// Without the text, which has values in it.
impl<R> fmt::Debug for Filter<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Filter").field("advanced", &self.advanced).finish_non_exhaustive()
    }
}
