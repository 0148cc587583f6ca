//! A value of any format, held until it is known what reads it: the members before a family's late `@odata.type`, and a
//! value that may turn out to be a bad one. Text is borrowed from the input where the format allows.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::value::CowStrDeserializer;
use serde_core::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_core::forward_to_deserialize_any;
use serde_json::{Error, Map, Value as Json};

use super::extra::keep_last;

#[derive(Debug)]
pub(crate) enum Content<'de> {
    Null,
    Bool(bool),
    I64(i64),
    U64(u64),
    F64(f64),
    Str(Cow<'de, str>),
    Seq(Vec<Content<'de>>),
    Map(Vec<Member<'de>>),
}

/// A member of an object.
pub(crate) type Member<'de> = (Cow<'de, str>, Content<'de>);

impl<'de> Deserialize<'de> for Content<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ContentVisitor)
    }
}

struct ContentVisitor;

impl<'de> Visitor<'de> for ContentVisitor {
    type Value = Content<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Content<'de>, E> {
        Ok(Content::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Content<'de>, E> {
        Ok(Content::I64(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Content<'de>, E> {
        Ok(Content::U64(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Content<'de>, E> {
        Ok(Content::F64(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Content<'de>, E> {
        Ok(Content::Str(Cow::Owned(value.to_owned())))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Content<'de>, E> {
        Ok(Content::Str(Cow::Borrowed(value)))
    }

    fn visit_string<E>(self, value: String) -> Result<Content<'de>, E> {
        Ok(Content::Str(Cow::Owned(value)))
    }

    fn visit_none<E>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_unit<E>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Content<'de>, A::Error> {
        let mut content = Vec::new();
        while let Some(element) = elements.next_element()? {
            content.push(element);
        }
        Ok(Content::Seq(content))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Content<'de>, A::Error> {
        let mut content = Vec::new();
        while let Some(name) = members.next_key_seed(Name)? {
            content.push((name, members.next_value()?));
        }
        Ok(Content::Map(content))
    }
}

/// Reads a member's name.
pub(crate) struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_bytes<E>(self, name: &[u8]) -> Result<Self::Value, E> {
        Ok(Cow::Owned(String::from_utf8_lossy(name).into_owned()))
    }
}

impl Content<'_> {
    /// Of members with the same name keeps the last, as [`Self::into_json`] does; says whether there were any.
    pub(crate) fn settle(&mut self) -> bool {
        match self {
            Content::Seq(elements) => elements.iter_mut().fold(false, |any, element| element.settle() | any),
            Content::Map(members) => {
                let any = keep_last(members);
                members.iter_mut().fold(any, |any, (_, value)| value.settle() | any)
            }
            _ => false,
        }
    }

    /// The value as JSON.
    pub(crate) fn into_json(self) -> Json {
        match self {
            Content::Null => Json::Null,
            Content::Bool(value) => value.into(),
            Content::I64(value) => value.into(),
            Content::U64(value) => value.into(),
            Content::F64(value) => value.into(),
            Content::Str(value) => value.into(),
            Content::Seq(elements) => elements.into_iter().map(Content::into_json).collect(),
            Content::Map(members) => {
                // One by one: to collect them is to sort them, by code that nothing else has.
                let mut json = Map::new();
                for (name, value) in members {
                    json.insert(name.into_owned(), value.into_json());
                }
                json.into()
            }
        }
    }
}

/// Reads from a held value. Its errors are of one type, whatever the format that the value is from: so this is compiled
/// once.
pub(crate) struct Held<'c, 'de>(pub(crate) &'c Content<'de>);

impl<'de> Deserializer<'de> for Held<'_, 'de> {
    type Error = Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Content::Null => visitor.visit_unit(),
            Content::Bool(value) => visitor.visit_bool(*value),
            Content::I64(value) => visitor.visit_i64(*value),
            Content::U64(value) => visitor.visit_u64(*value),
            Content::F64(value) => visitor.visit_f64(*value),
            Content::Str(Cow::Borrowed(value)) => visitor.visit_borrowed_str(value),
            Content::Str(Cow::Owned(value)) => visitor.visit_str(value),
            Content::Seq(elements) => visitor.visit_seq(HeldElements(elements.iter())),
            Content::Map(members) => visitor.visit_map(HeldMembers::new(members)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Content::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
}

struct HeldElements<'c, 'de>(std::slice::Iter<'c, Content<'de>>);

impl<'de> SeqAccess<'de> for HeldElements<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.0.next().map(|element| seed.deserialize(Held(element))).transpose()
    }
}

/// Reads from held members.
pub(crate) struct HeldMembers<'c, 'de> {
    members: std::slice::Iter<'c, Member<'de>>,
    value: Option<&'c Content<'de>>,
}

impl<'c, 'de> HeldMembers<'c, 'de> {
    pub(crate) fn new(members: &'c [Member<'de>]) -> Self {
        Self { members: members.iter(), value: None }
    }
}

impl<'de> MapAccess<'de> for HeldMembers<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((name, value)) = self.members.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(CowStrDeserializer::new(Cow::Borrowed(&**name))).map(Some)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(Held(value)),
            None => Err(Error::custom("a value is read before its name")),
        }
    }
}
