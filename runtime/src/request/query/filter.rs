//! Conditions: what `$filter` asks for, as a value.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{BitAnd, BitOr, Not};

use super::condition::Condition;
use super::literal::Literal;
use super::property::{LeadsTo, PropertyPath};
use crate::client::error::UsageError;
use crate::model::{Flags, FlagsEnum, IntoValue, Property, Value};

/// A condition on an `R`, for `$filter`. Made from [paths](PropertyPath); `&`, `|` and `!` join conditions.
///
/// What is wrong with it (a value that can't be sent) is told when the request is built. The text is encoded once, when
/// it becomes a part of the URL.
#[must_use = "a condition does nothing until it is given to a request"]
pub struct Filter<R> {
    pub(in crate::request) condition: Condition,
    marker: PhantomData<fn() -> R>,
}

impl<R> Filter<R> {
    fn new(condition: Condition) -> Self {
        Self { condition, marker: PhantomData }
    }

    /// What is no method of a path, in OData's own words: `startswith(displayName,'A')`. Nothing in it is checked or
    /// changed but for the encoding, so it must not be made of what others wrote. Inside of `any` and `all` the element is
    /// called `x`, and around another one of these `x2`.
    pub fn raw(text: impl Into<String>) -> Self {
        Self::new(Condition::raw(text.into()))
    }

    /// The same condition on a `T`, in whose collection there are `R`s: a family, or an entity's base. Its properties are
    /// named without their type.
    pub fn within<T>(self) -> Filter<T> {
        Filter::new(self.condition)
    }

    fn advanced(mut self) -> Self {
        self.condition.advanced = true;
        self
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
        let mut condition = Condition::of(self.named()).then(operator);
        condition.push_literal(Literal::of(value));
        Filter::new(condition)
    }

    /// Equal to `value`; to [`Null`](crate::Null) where there is none.
    pub fn eq(&self, value: impl Compared<F::Value>) -> Filter<R> {
        self.compare(" eq ", &value)
    }

    /// Not equal to `value`. Directory objects take it in advanced queries only, which adds what these need.
    pub fn ne(&self, value: impl Compared<F::Value>) -> Filter<R> {
        self.compare(" ne ", &value).advanced()
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
        let mut condition = Condition::of(self.named()).then(" in (");
        let mut empty = true;
        for value in values {
            if !empty {
                condition = condition.then(",");
            }
            empty = false;
            condition.push_literal(Literal::of(&value));
        }
        if empty {
            condition.fail(UsageError::new("`is_in` has no value to be equal to"));
        }
        Filter::new(condition.then(")"))
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
        Filter::new(Condition::call(function, self.named(), text))
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
        self.call("endswith", text.as_ref()).advanced()
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
        Filter::new(Condition::lambda(self.named(), operator, condition.condition))
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
        Filter::new(Condition::of(self.named()).then("/any()"))
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
        Self::new(self.condition.and(other.condition))
    }
}

impl<R> BitOr for Filter<R> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self::new(self.condition.or(other.condition))
    }
}

/// Directory objects take it in advanced queries only, which adds what these need.
impl<R> Not for Filter<R> {
    type Output = Self;

    fn not(self) -> Self {
        Self::new(self.condition.negated())
    }
}

impl<R> Clone for Filter<R> {
    fn clone(&self) -> Self {
        Self::new(self.condition.clone())
    }
}

/// Without the text, which has values in it.
impl<R> fmt::Debug for Filter<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Filter").field("advanced", &self.condition.advanced).finish_non_exhaustive()
    }
}
