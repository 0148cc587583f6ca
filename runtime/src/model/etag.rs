//! The etag that a value was read with: its `#[graph(etag)]` field.

use super::{Fields, Shape, SlotRef};

const NAME: &str = "@odata.etag";

/// The number of the `#[graph(etag)]` field, if there is one. For `const` evaluation.
pub(crate) const fn index(shape: &Shape) -> Option<usize> {
    let mut index = 0;
    while index < shape.names.len() {
        if is_same(shape.names[index].as_bytes(), NAME.as_bytes()) {
            return Some(index);
        }
        index += 1;
    }
    None
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut index = 0;
    while index < one.len() && index < other.len() && one[index] == other[index] {
        index += 1;
    }
    index == one.len() && index == other.len()
}

/// The etag in that field.
pub(crate) fn of(fields: &dyn Fields) -> Option<&str> {
    match fields.get(index(fields.shape())?) {
        SlotRef::Str(etag) => Some(etag),
        _ => None,
    }
}
