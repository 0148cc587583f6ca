//! The reader: one loop for every derived struct, generic over the format only.
//!
//! The next expected name is tried first, then the table is searched. Of members with the same name the last wins, as
//! with `serde_json::Value`.

use std::borrow::Cow;

use serde_core::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess};
use serde_json::Value as Json;

use super::fields::{Fields, TYPE_KEY, keep_type};
use super::keys::{Key, Keys, TypeName, other_type};
use super::list::ListSlot;
use super::odata_type;
use super::path::{Step, Trail};
use super::removal;
use super::seen::Seen;
use super::shape::Shape;
use super::slot::{Place, SlotMut};
use super::value::Value;
use super::visit::Reading;
use super::write::Form;

/// The body of a derived `Deserialize`.
#[inline]
pub fn read<'de, T: Value, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::empty();
    read_map(&mut T::place(Place::Plain(&mut value)), deserializer)?;
    Ok(value)
}

/// Not inlined: once for each format, not for each type.
#[inline(never)]
fn read_map<'de, D: Deserializer<'de>>(slot: &mut SlotMut<'_>, deserializer: D) -> Result<(), D::Error> {
    let trail = Trail::default();
    let reading = &mut Reading { slot, default: false, trail: &trail };
    deserializer.deserialize_map(reading).map_err(|error| trail.wrap(error))
}

/// Reads the members of an object into `fields`, which hold placeholders.
pub(crate) fn read_object<'de, A: MapAccess<'de>>(
    fields: &mut dyn Fields,
    trail: &Trail,
    mut members: A,
) -> Result<(), A::Error> {
    let mut object = Object::new(fields);
    object.members(trail, &mut members)?;
    object.finish(trail)
}

/// An object that is being read. Its members may come from more than one source.
pub(super) struct Object<'f> {
    fields: &'f mut dyn Fields,
    keys: Keys,
    seen: Seen,
    /// Of a family, the variant of which has been chosen by its type.
    chosen: bool,
}

impl<'f> Object<'f> {
    fn new(fields: &'f mut dyn Fields) -> Self {
        let kept = fields.extra().is_some().then(String::new);
        let is_change = fields.removal_mut().is_some();
        let keys = Keys { shape: fields.shape(), next: 0, kept, is_change };
        Self { fields, keys, seen: Seen::default(), chosen: false }
    }

    pub(super) fn of_family(fields: &'f mut dyn Fields) -> Self {
        Self { chosen: true, ..Self::new(fields) }
    }

    /// Reads `members` to their end.
    #[inline]
    pub(super) fn members<'de, A: MapAccess<'de>>(&mut self, trail: &Trail, members: &mut A) -> Result<(), A::Error> {
        let Self { fields, keys, seen, chosen } = self;
        let fields = &mut **fields;
        let shape = keys.shape;
        while let Some(key) = members.next_key_seed(&mut *keys)? {
            match key {
                Key::Property(index) => {
                    keys.next = index + 1;
                    if seen.insert(index) {
                        fields.slot(index).clear(true);
                    }
                    let slot = &mut fields.slot(index);
                    let mut reading = Reading { slot, default: shape.is(index, Shape::DEFAULT), trail };
                    let outer = shape.is(index, Shape::SENSITIVE).then(|| trail.hide(true));
                    if let Err(error) = members.next_value_seed(&mut reading) {
                        return Err(in_property(error, shape, index, trail));
                    }
                    if let Some(outer) = outer {
                        trail.hide(outer);
                    }
                }
                Key::Type if *chosen => _ = members.next_value::<IgnoredAny>()?,
                Key::Type => read_type(fields, shape, trail, members)?,
                Key::More(index) => read_more(shape, index, trail, members)?,
                Key::Removal(sign) => {
                    let name = keys.kept.as_mut().map(std::mem::take);
                    removal::read(fields, sign, name, members.next_value()?);
                }
                Key::Other => read_other(fields, keys.kept.as_mut().map(std::mem::take), trail, members)?,
            }
        }
        Ok(())
    }

    /// Takes what was read for the whole.
    #[inline]
    pub(super) fn finish<E: Error>(self, trail: &Trail) -> Result<(), E> {
        let Self { fields, keys, seen, .. } = self;
        if let Some(extra) = keys.kept.and_then(|_| fields.extra_mut()) {
            extra.settle();
        }
        if let Some(present) = fields.present_mut() {
            *present = seen;
            if keys.is_change {
                removal::settle(fields);
            }
            return Ok(());
        }
        if seen.is_full(keys.shape.names.len()) {
            return Ok(());
        }
        absent(fields, keys.shape, &seen, trail)
    }
}

/// The error of a value that is sensitive.
pub(super) const HIDDEN: &str = "invalid value (it is sensitive and not shown)";

/// The error of a property's value, noted and, if it may quote a sensitive value, replaced.
#[cold]
fn in_property<E: Error>(error: E, shape: &'static Shape, index: usize, trail: &Trail) -> E {
    trail.note(Step::Property(shape.names[index]));
    if shape.is(index, Shape::SENSITIVE) {
        return E::custom(HIDDEN);
    }
    error
}

/// `@odata.type`: the struct's own is as it should be; another is kept or, if the struct is strict, an error.
fn read_type<'de, A: MapAccess<'de>>(
    fields: &mut dyn Fields,
    shape: &'static Shape,
    trail: &Trail,
    members: &mut A,
) -> Result<(), A::Error> {
    let result = match members.next_value_seed(TypeName) {
        Ok(name) => take_type(fields, shape, name).map_err(A::Error::custom),
        Err(error) => Err(error),
    };
    result.inspect_err(|_| trail.note(Step::Property(TYPE_KEY)))
}

fn take_type(fields: &mut dyn Fields, shape: &'static Shape, name: Option<Cow<'_, str>>) -> Result<(), String> {
    match other_type(shape, name) {
        Some(name) if shape.flags & Shape::STRICT != 0 && !odata_type::same(&name, shape.odata_type) => {
            Err(format!("{name:.200}, expected {}", shape.type_name()))
        }
        other => {
            keep_type(fields, other);
            Ok(())
        }
    }
}

fn read_other<'de, A: MapAccess<'de>>(
    fields: &mut dyn Fields,
    name: Option<String>,
    trail: &Trail,
    members: &mut A,
) -> Result<(), A::Error> {
    match (name, fields.extra_mut()) {
        (Some(name), Some(extra)) => match members.next_value::<Json>() {
            Ok(json) => extra.push(name, json),
            Err(error) => {
                trail.note(Step::Name(name));
                return Err(error);
            }
        },
        _ => _ = members.next_value::<IgnoredAny>()?,
    }
    Ok(())
}

/// `members@odata.nextLink`: what is here is a part of the property's value, and the struct does not keep where the rest
/// is.
#[cold]
fn read_more<'de, A: MapAccess<'de>>(
    shape: &'static Shape,
    index: usize,
    trail: &Trail,
    members: &mut A,
) -> Result<(), A::Error> {
    let link = members.next_value::<Json>()?;
    match cut_off(&link, shape.names[index], trail) {
        Some(message) => Err(A::Error::custom(message)),
        None => Ok(()),
    }
}

/// What is wrong with a property that goes on at `link`, if that is a link.
fn cut_off(link: &Json, property: &str, trail: &Trail) -> Option<String> {
    link.as_str().filter(|link| !link.is_empty())?;
    let name = format!("{property}@odata.nextLink");
    let message = format!(
        "`{property}` is cut off: keep the link to the rest in a field `#[graph(annotation = \"{name}\")]`, or list it"
    );
    trail.note(Step::Name(name));
    Some(message)
}

/// Every property that was not there has to be one that can do without.
fn absent<E: Error>(fields: &mut dyn Fields, shape: &'static Shape, seen: &Seen, trail: &Trail) -> Result<(), E> {
    let default = Shape::DEFAULT | if trail.is_sent() { Form::Update.skipped() } else { 0 };
    for (index, name) in shape.names.iter().enumerate() {
        if !seen.contains(index) && !fields.slot(index).clear(shape.is(index, default)) {
            trail.note(Step::Property(name));
            return Err(E::custom(format_args!("missing property `{name}`: the field is not an `Option`")));
        }
    }
    Ok(())
}

pub(crate) fn read_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn ListSlot,
    trail: &Trail,
    mut elements: A,
) -> Result<(), A::Error> {
    list.begin();
    let mut index = 0;
    loop {
        match elements.next_element_seed(ElementSeed { list: &mut *list, trail }) {
            Ok(Some(())) => index += 1,
            Ok(None) => return Ok(()),
            Err(error) => {
                trail.note(Step::Index(index));
                return Err(error);
            }
        }
    }
}

/// Makes an element only when there is one to read.
struct ElementSeed<'a, 't> {
    list: &'a mut dyn ListSlot,
    trail: &'t Trail,
}

impl<'de> DeserializeSeed<'de> for ElementSeed<'_, '_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        (&mut Reading { slot: &mut self.list.push(), default: false, trail: self.trail }).deserialize(deserializer)
    }
}
