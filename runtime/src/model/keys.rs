//! The names of members: which property each is, or the type, or none of the struct's.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::fields::TYPE_KEY;
use super::odata_type;
use super::removal::Sign;
use super::shape::Shape;

/// What a member's name says.
pub(super) enum Key {
    Property(usize),
    Type,
    /// A link to more of a property than is here, which the struct does not keep.
    More(usize),
    /// That the entity was removed, where that may be told.
    Removal(Sign),
    Other,
}

/// Reads the names of members.
pub(super) struct Keys {
    pub(super) shape: &'static Shape,
    /// The property that is expected.
    pub(super) next: usize,
    /// Takes a name that the struct does not have, if such members are kept.
    pub(super) kept: Option<String>,
    /// The object is a change, and may be one that removes.
    pub(super) is_change: bool,
}

impl<'de> DeserializeSeed<'de> for &mut Keys {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Keys {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        Ok(match self.shape.names.get(self.next) {
            Some(expected) if same(expected, name) => Key::Property(self.next),
            _ if name == TYPE_KEY => Key::Type,
            _ => self.unexpected(name),
        })
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Key, E> {
        self.visit_str(&String::from_utf8_lossy(name))
    }
}

impl Keys {
    #[inline(never)]
    fn unexpected(&mut self, name: &str) -> Key {
        if let Some(index) = self.shape.search(name) {
            return Key::Property(index);
        }
        if odata_type::is_key(name) {
            return Key::Type;
        }
        let annotation = name.split_once('@');
        if let Some(index) = annotation.and_then(|annotation| self.changes_of(annotation)) {
            return Key::Property(index);
        }
        // OData 4.01 leaves `odata.` out of control information; a struct may name `@odata.etag`.
        if let Some((property, term)) = annotation.filter(|(_, term)| !term.contains('.'))
            && let Some(index) = self.shape.search(&format!("{property}@odata.{term}"))
        {
            return Key::Property(index);
        }
        let sign = if self.is_change { Sign::of(name) } else { None };
        if let Some(kept) = &mut self.kept {
            name.clone_into(kept);
        }
        match sign {
            Some(sign) => return Key::Removal(sign),
            None if self.kept.is_some() => return Key::Other,
            None => {}
        }
        let of_more = annotation.filter(|(_, term)| ["odata.nextLink", "nextLink"].contains(term));
        of_more.and_then(|(property, _)| self.shape.search(property)).map_or(Key::Other, Key::More)
    }

    /// `members@odata.delta` of a 4.0 service is `members@delta` of others (OData JSON 15.4).
    fn changes_of(&self, (property, term): (&str, &str)) -> Option<usize> {
        if term != "odata.delta" {
            return None;
        }
        self.shape.search(&format!("{property}@delta"))
    }
}

/// `a == b` for short texts, by words that may overlap: a call of `memcmp` takes longer than that.
#[inline]
fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    match (a.last_chunk::<8>(), b.last_chunk::<8>()) {
        (Some(a_last), Some(b_last)) => {
            let words = a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0);
            words.fold(word(*a_last) ^ word(*b_last), |bits, (a, b)| bits | (word(*a) ^ word(*b))) == 0
        }
        _ => a.iter().zip(b).all(|(a, b)| a == b),
    }
}

#[inline]
fn word(bytes: [u8; 8]) -> u64 {
    u64::from_ne_bytes(bytes)
}

/// What `@odata.type` says: `None` for the struct's own name and for none, else the qualified name. The own name of an
/// abstract type is as another's: it says more than none.
pub(super) fn other_type(shape: &'static Shape, name: Option<Cow<'_, str>>) -> Option<String> {
    let name = name?;
    let is_abstract = shape.flags & Shape::ABSTRACT != 0;
    if name == shape.odata_type && !is_abstract {
        return None;
    }
    let name = odata_type::qualified(&name);
    let dropped = name.is_empty() || (!is_abstract && odata_type::same(name, shape.odata_type));
    (!dropped).then(|| name.to_owned())
}

/// Reads `@odata.type`. Null is no name.
pub(super) struct TypeName;

impl<'de> DeserializeSeed<'de> for TypeName {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TypeName {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a type")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(name)))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(name.to_owned())))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn every_letter_counts() {
        let text = "aVeryLongPropertyNameOfAService";
        for len in 0..text.len() {
            let a = &text[..len];
            assert!(same(a, a));
            assert!(!same(a, &text[..=len]));
            for at in 0..len {
                let mut other = a.to_owned();
                other.replace_range(at..=at, "_");
                assert!(!same(a, &other), "{other}");
            }
        }
    }
}
