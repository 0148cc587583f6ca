//! What a setter takes.

use std::borrow::Cow;
use std::error::Error as _;
use std::marker::PhantomData;

use serde_core::ser::Error as _;

use super::dictionary::Dictionary;
use super::flags::{Flags, FlagsEnum};
use super::slot::SlotRef;
use super::text;
use super::value::{Property, Value};
use super::write::Form;
use crate::json::writer::Text;
use crate::request::body::Body;
use crate::request::draft::Contents;
use crate::request::state::{Names, State, Whole};

/// What stands without loss for a property's value: what the setters of a builder take.
///
/// Every value is one of itself; a `&str` is a `String`, an array or a slice is a `Vec`, anything is a `Box` of itself, a
/// type is a value of each family that names it, a complete draft (`User::draft()…`) is a value of its type, and
/// [`Null`] is no value.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the value of a property of type `{T}`",
    label = "expected `{T}`, or what converts to it without loss"
)]
pub trait IntoValue<T: Value> {
    /// What the field has to allow, see [`Kind`].
    #[doc(hidden)]
    type Kind;

    /// What was set, if this is a draft.
    #[doc(hidden)]
    fn body(&self) -> Option<&Body> {
        None
    }

    /// Appends the value as JSON.
    #[doc(hidden)]
    fn write_value(&self, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
        match self.body() {
            Some(body) => write_draft(body, T::FAMILY, form, json),
            None => text::write(&SlotRef::Null, form, json),
        }
    }

    /// Puts the value into a draft, as the property with the number `index`.
    #[doc(hidden)]
    fn put_into(&self, draft: Box<Contents>, index: usize) -> Box<Contents> {
        match self.body() {
            Some(body) => draft.put_draft(index, T::FAMILY, body),
            None => draft.put_by(index, &|form, json| self.write_value(form, json)),
        }
    }

    /// Puts each of the value's members into the body of a type whose `base` it is of.
    #[doc(hidden)]
    fn put_members(&self, body: &mut Body) {
        if let Some(members) = self.body() {
            body.put_body(members);
        }
    }
}

/// Appends a value as JSON.
pub(crate) type Write<'a> = &'a dyn Fn(Form, &mut Text) -> Result<(), serde_json::Error>;

/// Appends what a draft has set.
pub(crate) fn write_draft(
    body: &Body,
    family: Option<&str>,
    form: Form,
    json: &mut Text,
) -> Result<(), serde_json::Error> {
    body.write(family, form, json).map_err(|error| match error.source() {
        Some(cause) => serde_json::Error::custom(format_args!("{error}: {cause}")),
        None => serde_json::Error::custom(error),
    })
}

#[diagnostic::do_not_recommend]
impl<T: Value> IntoValue<T> for T {
    type Kind = Something;

    fn write_value(&self, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
        text::write(&self.get(), form, json)
    }

    fn put_into(&self, draft: Box<Contents>, index: usize) -> Box<Contents> {
        draft.put_slot(index, self.get())
    }

    fn put_members(&self, body: &mut Body) {
        if let SlotRef::Node(fields) = self.get() {
            body.put_fields(fields);
        }
    }
}

/// Takes a property's value away: in an update the service clears it.
///
/// A property that is not set at all stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Null;

/// A kind of values that a field of type `P` takes.
#[diagnostic::on_unimplemented(
    message = "a property of type `{P}` can't be null",
    label = "not an `Option`",
    note = "make the field an `Option` if the service allows null, or set a value"
)]
pub trait Kind<P> {}

/// The kind of every value.
#[derive(Debug)]
pub struct Something(());

impl<P> Kind<P> for Something {}

/// The kind of null.
#[derive(Debug)]
pub struct Nothing(());

impl<T> Kind<Option<T>> for Nothing {}

/// The kind of a collection of `T` whose elements are of the kind `K`.
#[derive(Debug)]
pub struct Each<K, T>(PhantomData<fn() -> (K, T)>);

impl<K: Kind<T>, T, P> Kind<P> for Each<K, T> {}

/// The kind of a builder of a `T` in the state `S`. That it is of another type, or lacks something, is told here and not
/// by the impl of [`IntoValue`]: then it is told of the type and of the property.
#[derive(Debug)]
pub struct Drafted<T, S>(PhantomData<fn() -> (T, S)>);

impl<T: Drafts<P::Value>, S: State, P: Property> Kind<P> for Drafted<T, S> where <S::Unset as Names>::Names: Whole {}

/// A type whose drafts become a `V`.
#[diagnostic::on_unimplemented(
    message = "a draft of a `{Self}` can't be the value of a property of type `{V}`",
    label = "expected a draft of `{V}`, or a value"
)]
pub trait Drafts<V> {}

#[diagnostic::do_not_recommend]
impl<T: IntoValue<V>, V: Value> Drafts<V> for T {}

#[diagnostic::do_not_recommend]
impl<T: Value> IntoValue<T> for Null {
    type Kind = Nothing;

    fn put_into(&self, draft: Box<Contents>, index: usize) -> Box<Contents> {
        draft.put_slot(index, SlotRef::Null)
    }
}

macro_rules! strings {
    ($($type:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl IntoValue<String> for $type {
            type Kind = Something;

            fn write_value(&self, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
                text::write(&SlotRef::Str(self), form, json)
            }

            fn put_into(&self, draft: Box<Contents>, index: usize) -> Box<Contents> {
                draft.put_slot(index, SlotRef::Str(self))
            }
        }
    )*};
}

strings!(&str, &String, Cow<'_, str>);

#[diagnostic::do_not_recommend]
impl<T: Value> IntoValue<Box<T>> for T {
    type Kind = Something;

    fn write_value(&self, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
        text::write(&self.get(), form, json)
    }

    fn put_into(&self, draft: Box<Contents>, index: usize) -> Box<Contents> {
        draft.put_slot(index, self.get())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Property<Value: Value>, S: IntoValue<T::Value>, const N: usize> IntoValue<Vec<T>> for [S; N] {
    type Kind = Each<S::Kind, T>;

    fn write_value(&self, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
        elements(self, form, json)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Property<Value: Value>, S: IntoValue<T::Value>> IntoValue<Vec<T>> for &[S] {
    type Kind = Each<S::Kind, T>;

    fn write_value(&self, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
        elements(self, form, json)
    }
}

fn elements<T: Value, S: IntoValue<T>>(elements: &[S], form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
    json.push(b'[');
    for (index, element) in elements.iter().enumerate() {
        if index > 0 {
            json.push(b',');
        }
        element.write_value(form, json)?;
    }
    json.push(b']');
    Ok(())
}

#[diagnostic::do_not_recommend]
impl<V: Property<Value: Value>, K: AsRef<str>, S: IntoValue<V::Value>, const N: usize> IntoValue<Dictionary<V>>
    for [(K, S); N]
{
    type Kind = Each<S::Kind, V>;

    fn write_value(&self, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
        let start = json.len();
        for (index, (key, value)) in self.iter().enumerate() {
            // Of two values for the same key the later stays.
            if self[index + 1..].iter().any(|(later, _)| later.as_ref() == key.as_ref()) {
                continue;
            }
            json.any_name(key.as_ref());
            value.write_value(form, json)?;
        }
        json.close(start);
        Ok(())
    }
}

#[diagnostic::do_not_recommend]
impl<T: FlagsEnum> IntoValue<Flags<T>> for T {
    type Kind = Something;

    fn write_value(&self, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
        text::write(&SlotRef::Member(self.name()), form, json)
    }

    fn put_into(&self, draft: Box<Contents>, index: usize) -> Box<Contents> {
        draft.put_slot(index, SlotRef::Member(self.name()))
    }
}

#[diagnostic::do_not_recommend]
impl<T: FlagsEnum + Clone, const N: usize> IntoValue<Flags<T>> for [T; N] {
    type Kind = Something;

    fn write_value(&self, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
        text::write(&Value::get(&self.iter().cloned().collect::<Flags<T>>()), form, json)
    }

    fn put_into(&self, draft: Box<Contents>, index: usize) -> Box<Contents> {
        draft.put_slot(index, Value::get(&self.iter().cloned().collect::<Flags<T>>()))
    }
}
