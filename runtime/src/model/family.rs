//! Families: an enum of a base type's derived types, of which `@odata.type` chooses the variant (W1).

use std::borrow::Cow;

use serde_core::de::{Error, MapAccess};

use super::content::{Content, HeldMembers, Member, Name};
use super::fields::{Fields, TYPE_KEY};
use super::keys::TypeName;
use super::odata_type;
use super::path::{Step, Trail};
use super::read::Object;
use super::shape::Shape;
use super::slot::{Place, SlotMut, SlotRef};
use super::text;
use super::value::Value;
use super::write::Form;
use crate::json::writer::Text;

/// A derived enum. The derives implement it.
pub trait Family: Value {
    /// The types of the variants, in their order, without the one that is not recognized.
    const MEMBERS: &'static [&'static Shape];

    /// The variant with this number in [`Self::MEMBERS`]; beyond them the one that is not recognized.
    fn variant(index: usize) -> Self;
    /// What is in the variant.
    fn fields(&self) -> &dyn Fields;
    /// The same to be filled.
    fn fields_mut(&mut self) -> &mut dyn Fields;
}

/// The family's own name, with its `#`.
fn own<T: Family>() -> &'static str {
    T::FAMILY.unwrap_or_default()
}

/// The number of the variant for a type's name, and the name if it is to be kept: of other variants it is their own. Without
/// a name it is the family's own type; and that, if the family has no variant for it, is not recognized.
fn choose<'n>(members: &[&Shape], own: &str, name: Option<&'n str>) -> (usize, Option<&'n str>) {
    // An empty name is none.
    let name = name.filter(|name| !odata_type::qualified(name).is_empty());
    let wanted = name.unwrap_or(own);
    let exact = members.iter().position(|member| member.odata_type == wanted);
    let same = || members.iter().position(|member| odata_type::same(member.odata_type, wanted));
    let index = exact.or_else(same).unwrap_or(members.len());
    let is_kept = members.get(index).is_none_or(|member| member.flags & Shape::ABSTRACT != 0);
    (index, name.filter(|_| is_kept))
}

/// A placeholder of the variant for `name`.
#[inline]
fn start<T: Family>(name: Option<&str>) -> T {
    let (index, kept) = choose(T::MEMBERS, own::<T>(), name);
    let mut variant = T::variant(index);
    if let Some(name) = kept {
        super::fields::keep_type(variant.fields_mut(), Some(odata_type::qualified(name).to_owned()));
    }
    variant
}

/// A place for a value of a family.
pub trait FamilySlot {
    /// The variant for the type `name`, filled with placeholders.
    fn start(&mut self, name: Option<&str>) -> &mut dyn Fields;
    /// What is in the variant that is there.
    fn fields(&mut self) -> &mut dyn Fields;
    /// Takes null or absence, see `SlotMut::clear`.
    fn clear(&mut self, default: bool) -> bool;
    /// The types of the variants that have a name.
    fn members(&self) -> &'static [&'static Shape];
}

impl<T: Family> FamilySlot for T {
    fn start(&mut self, name: Option<&str>) -> &mut dyn Fields {
        *self = start(name);
        self.fields_mut()
    }

    fn fields(&mut self) -> &mut dyn Fields {
        self.fields_mut()
    }

    fn members(&self) -> &'static [&'static Shape] {
        T::MEMBERS
    }

    fn clear(&mut self, default: bool) -> bool {
        if default {
            *self = T::empty();
        }
        default
    }
}

impl<T: Family> FamilySlot for Option<T> {
    #[inline]
    fn start(&mut self, name: Option<&str>) -> &mut dyn Fields {
        self.insert(start(name)).fields_mut()
    }

    #[inline]
    fn fields(&mut self) -> &mut dyn Fields {
        self.get_or_insert_with(T::empty).fields_mut()
    }

    #[inline]
    fn members(&self) -> &'static [&'static Shape] {
        T::MEMBERS
    }

    #[inline]
    fn clear(&mut self, _: bool) -> bool {
        *self = None;
        true
    }
}

/// A family behind its tables of functions: once, beside its type, as those of a struct are (`fields::node`).
trait Slot: Family {
    fn slot_of(place: Place<'_, Self>) -> &mut dyn FamilySlot;
}

impl<T: Family> Slot for T {
    #[inline(never)]
    fn slot_of(place: Place<'_, Self>) -> &mut dyn FamilySlot {
        match place {
            Place::Plain(place) => place,
            Place::Opt(place) => place,
        }
    }
}

/// The slot of a place for a family.
#[inline]
pub fn family<T: Family>(place: Place<'_, T>) -> SlotMut<'_> {
    SlotMut::Family(T::slot_of(place))
}

/// The value of a family as the writer sees it. Only one of the family's own type can do without its name.
pub fn variant<T: Family>(value: &T) -> SlotRef<'_> {
    slot::<T>(value.fields())
}

/// Writes a struct as a value of a family that it is a variant of.
pub fn write_variant<T: Family>(fields: &dyn Fields, form: Form, json: &mut Text) -> Result<(), serde_json::Error> {
    text::write(&slot::<T>(fields), form, json)
}

fn slot<T: Family>(fields: &dyn Fields) -> SlotRef<'_> {
    if fields.shape().odata_type == own::<T>() { SlotRef::Node(fields) } else { SlotRef::Tagged(fields) }
}

/// How many members before the type there is room for at first.
const MEMBERS: usize = 16;

/// Reads the members of an object whose type is not known. As long as `@odata.type` does not come, they are held.
pub(crate) fn read_family<'de, A: MapAccess<'de>>(
    family: &mut dyn FamilySlot,
    trail: &Trail,
    mut members: A,
) -> Result<(), A::Error> {
    let mut early: Vec<Member<'de>> = Vec::new();
    // Some formats must not be asked again for members when there are no more.
    let mut has_more = true;
    let name = loop {
        match members.next_key_seed(Name)? {
            Some(name) if odata_type::is_key(&name) => {
                let name = members.next_value_seed(TypeName);
                break name.inspect_err(|_| trail.note(Step::Property(TYPE_KEY)))?;
            }
            Some(name) => match members.next_value() {
                Ok(value) => hold(&mut early, name, value),
                Err(error) => {
                    trail.note(Step::Name(name.into_owned()));
                    return Err(error);
                }
            },
            None => {
                has_more = false;
                break None;
            }
        }
    };
    let mut object = Object::of_family(family.start(name.as_deref()));
    if !early.is_empty() {
        read_early(&mut object, trail, &early).map_err(A::Error::custom)?;
    }
    if has_more {
        object.members(trail, &mut members)?;
    }
    object.finish(trail)
}

#[inline]
fn hold<'de>(early: &mut Vec<Member<'de>>, name: Cow<'de, str>, value: Content<'de>) {
    if early.is_empty() {
        early.reserve(MEMBERS);
    }
    early.push((name, value));
}

/// Reads what was held. The error is a sentence: where it was in the text is not known any more.
fn read_early(object: &mut Object<'_>, trail: &Trail, early: &[Member<'_>]) -> Result<(), serde_json::Error> {
    object.members(trail, &mut HeldMembers::new(early))
}
