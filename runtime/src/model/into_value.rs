//! What a setter takes.

use std::borrow::Cow;

use super::value::{Property, Value};

/// What converts without loss to a property's value: what the setters of a builder take.
///
/// Every value is one of itself; a `&str` is a `String`, an array or a slice is a `Vec`, anything is a `Box` of itself.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the value of a property of type `{T}`",
    label = "expected `{T}`, or what converts to it without loss"
)]
pub trait IntoValue<T> {
    /// The value.
    fn into_value(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T: Value> IntoValue<T> for T {
    fn into_value(self) -> T {
        self
    }
}

impl IntoValue<String> for &str {
    fn into_value(self) -> String {
        self.to_owned()
    }
}

impl IntoValue<String> for &String {
    fn into_value(self) -> String {
        self.clone()
    }
}

impl IntoValue<String> for Cow<'_, str> {
    fn into_value(self) -> String {
        self.into_owned()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Value> IntoValue<Box<T>> for T {
    fn into_value(self) -> Box<T> {
        Box::new(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Property, S: IntoValue<T>, const N: usize> IntoValue<Vec<T>> for [S; N] {
    fn into_value(self) -> Vec<T> {
        self.into_iter().map(S::into_value).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Property, S: IntoValue<T> + Clone> IntoValue<Vec<T>> for &[S] {
    fn into_value(self) -> Vec<T> {
        self.iter().cloned().map(S::into_value).collect()
    }
}
