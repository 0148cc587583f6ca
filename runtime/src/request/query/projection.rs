//! What a struct asks for: `$select` and `$expand` from its table, and whether it has an enum.

use std::ptr;
use std::sync::{PoisonError, RwLock};

use super::push_encoded;
use crate::edm::LiteralForm;
use crate::model::{Fields, Place, Property, Shape, SlotMut, Value};

/// What a type asks for. It is the same for each request, so it is made once.
#[derive(Debug, Default)]
pub(crate) struct Projection {
    /// The value of `$select`, encoded: the names with commas between. Empty for a family: it has no names of its own.
    pub(crate) select: String,
    /// The value of `$expand`, encoded, with the `$select` of each relationship. Empty if there is none.
    pub(crate) expand: String,
    /// Both options, as they begin a query.
    pub(crate) query: String,
    /// Some property is an enum, of which the service may know newer members (W3).
    pub(crate) has_enum: bool,
}

impl Projection {
    /// Whether `$expand` was cut off, since no URL could hold it.
    pub(crate) fn is_too_long(&self) -> bool {
        self.expand.len() > MAX_EXPAND
    }
}

/// A shape, which is a static, by its address, and the depth of `$expand`.
type Key = (usize, u8);

/// In the order of the keys. A list takes less to compile than a map, and there is one entry for each type of a program.
static MADE: RwLock<Vec<(Key, &'static Projection)>> = RwLock::new(Vec::new());

fn find(all: &[(Key, &'static Projection)], key: Key) -> Result<usize, usize> {
    all.binary_search_by(|(other, _)| other.cmp(&key))
}

/// Lends the slot of an empty value.
type Lend = fn(&mut dyn FnMut(&mut SlotMut<'_>));

/// A method, so that it is compiled beside the type.
trait Lends: Value {
    fn lend(then: &mut dyn FnMut(&mut SlotMut<'_>));
}

impl<T: Value> Lends for T {
    fn lend(then: &mut dyn FnMut(&mut SlotMut<'_>)) {
        let mut value = T::empty();
        then(&mut T::place(Place::Plain(&mut value)));
    }
}

impl Projection {
    /// That of a type whose relationships are expanded `depth` levels deep.
    pub(crate) fn of<T: Value>(shape: &'static Shape, depth: u8) -> &'static Self {
        Self::made_once(shape, depth, T::lend)
    }

    /// Compiled once for all types.
    fn made_once(shape: &'static Shape, depth: u8, lend: Lend) -> &'static Self {
        let key = (ptr::from_ref(shape).addr(), depth);
        let all = MADE.read().unwrap_or_else(PoisonError::into_inner);
        if let Ok(at) = find(&all, key) {
            return all[at].1;
        }
        drop(all);
        let mut made = Self::default();
        lend(&mut |slot| made = Self::make(slot, depth));
        let mut all = MADE.write().unwrap_or_else(PoisonError::into_inner);
        match find(&all, key) {
            // Another thread was faster.
            Ok(at) => all[at].1,
            Err(at) => {
                // One for each type and depth of a program: what is leaked is bounded.
                let made: &'static Self = Box::leak(Box::new(made));
                all.insert(at, (key, made));
                made
            }
        }
    }

    fn make(slot: &mut SlotMut<'_>, depth: u8) -> Self {
        let select = encoded(with_fields(slot, &mut |fields| select(fields.shape())));
        let expand = encoded(with_fields(slot, &mut |fields| expand(fields, depth)));
        let mut query = String::new();
        for (name, value) in [("$select=", &select), ("$expand=", &expand)] {
            if !value.is_empty() {
                for part in [if query.is_empty() { "" } else { "&" }, name, value] {
                    query.push_str(part);
                }
            }
        }
        Self { select, expand, query, has_enum: has_enum(slot, &mut Vec::new()) }
    }
}

fn encoded(value: Option<String>) -> String {
    let mut encoded = String::new();
    push_encoded(&mut encoded, &value.unwrap_or_default());
    encoded
}

/// Calls `then` with the struct that a slot is for, be it boxed, in a list or guarded. There is none for a primitive, and
/// none for a family.
fn with_fields<R>(slot: &mut SlotMut<'_>, then: &mut dyn FnMut(&mut dyn Fields) -> R) -> Option<R> {
    match slot {
        SlotMut::Node(node) => Some(then(node.start())),
        SlotMut::Boxed(boxed) => with_fields(&mut boxed.open(), then),
        SlotMut::List(list) => with_fields(&mut list.push(), then),
        SlotMut::Guarded(guarded) => with_fields(&mut guarded.start(), then),
        _ => None,
    }
}

/// The properties that a service can be asked for: not what is only ever written, no control information, and no
/// relationships.
pub(crate) fn select(shape: &Shape) -> String {
    if shape.flags & Shape::ALL_PROPERTIES != 0 {
        return String::new();
    }
    let other = Shape::WRITE_ONLY | Shape::CONTROL | Shape::NAVIGATION;
    let selected = (0..shape.names.len()).filter(|&index| !shape.is(index, other));
    selected.map(|index| shape.names[index]).collect::<Vec<_>>().join(",")
}

/// How long the relationships may be said: a URL has some 2,000 to 8,000 characters, and each level may double them.
const MAX_EXPAND: usize = 8 * 1024;

/// The relationships, each with what its own type asks for. What is longer than a URL may be is cut off.
fn expand(fields: &mut dyn Fields, depth: u8) -> String {
    let Some(depth) = depth.checked_sub(1) else { return String::new() };
    let shape = fields.shape();
    if shape.flags & Shape::ALL_PROPERTIES != 0 {
        return String::new();
    }
    let mut text = String::new();
    for index in (0..shape.names.len()).filter(|&index| shape.is(index, Shape::NAVIGATION)) {
        if text.len() > MAX_EXPAND {
            break;
        }
        if !text.is_empty() {
            text.push(',');
        }
        text.push_str(shape.names[index]);
        let mut slot = fields.slot(index);
        let mut separator = '(';
        for (option, value) in [
            ("$select", with_fields(&mut slot, &mut |related| select(related.shape()))),
            ("$expand", with_fields(&mut slot, &mut |related| expand(related, depth))),
        ] {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                text.push(separator);
                text.push_str(option);
                text.push('=');
                text.push_str(&value);
                separator = ';';
            }
        }
        if separator == ';' {
            text.push(')');
        }
    }
    text
}

/// Whether a type has an enum in it.
pub(crate) fn has_enum_type<T: Property>() -> bool {
    has_enum(&mut T::empty().slot(), &mut Vec::new())
}

/// Whether there is an enum in a value. A type is looked at once, since it may be a part of itself.
fn has_enum(slot: &mut SlotMut<'_>, seen: &mut Vec<&'static Shape>) -> bool {
    match slot {
        SlotMut::Text(text) => matches!(text.kind().literal, LiteralForm::Enum(_)),
        SlotMut::Node(node) => has_enum_in(node.start(), seen),
        SlotMut::Family(family) => {
            let mut members = family.members().iter();
            members.any(|member| has_enum_in(family.start(Some(member.odata_type)), seen))
        }
        SlotMut::Boxed(boxed) => has_enum(&mut boxed.open(), seen),
        SlotMut::List(list) => has_enum(&mut list.push(), seen),
        SlotMut::Guarded(guarded) => has_enum(&mut guarded.start(), seen),
        SlotMut::Dictionary(dictionary) => has_enum(&mut dictionary.entry(String::new()), seen),
        _ => false,
    }
}

fn has_enum_in(fields: &mut dyn Fields, seen: &mut Vec<&'static Shape>) -> bool {
    let shape = fields.shape();
    if seen.iter().any(|other| ptr::eq(*other, shape)) {
        return false;
    }
    seen.push(shape);
    (0..shape.names.len()).any(|index| has_enum(&mut fields.slot(index), seen))
}
