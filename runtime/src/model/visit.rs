//! Reads one value into its slot: what each kind of value that a format has does to each kind of slot.

use std::fmt;

use serde_core::Deserialize;
use serde_core::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::Value as Json;

use super::dictionary::read_dictionary;
use super::family::read_family;
use super::guarded::read_guarded;
use super::number;
use super::path::Trail;
use super::read::{read_list, read_object};
use super::slot::{Place, SlotMut};
use super::value::BoxSlot;
use crate::edm::Decimal;

/// By this name `serde_json` hands out the text of a value as it stands.
pub(crate) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// A slot and what its property says about reading it.
///
/// Seed and visitor are a reference to it, and the slot stays where it was made: each of them, written by halves and
/// moved as a whole, stalled the processor for longer than a short value takes to read.
pub(crate) struct Reading<'s, 'a, 't> {
    pub(crate) slot: &'s mut SlotMut<'a>,
    /// Whether null reads as the placeholder.
    pub(crate) default: bool,
    pub(crate) trail: &'t Trail,
}

impl<'de> DeserializeSeed<'de> for &mut Reading<'_, '_, '_> {
    type Value = ();

    /// By `deserialize_any`: an Int64 may come as a string, a Double too, and null anywhere. One look at the text for
    /// all of these is also the fastest way.
    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match &mut *self.slot {
            SlotMut::Boxed(slot) => deserializer.deserialize_option(BoxVisitor {
                slot: &mut **slot,
                default: self.default,
                trail: self.trail,
            }),
            SlotMut::Guarded(slot) => read_guarded(&mut **slot, self.default, self.trail, deserializer),
            SlotMut::Decimal(_) => deserializer.deserialize_newtype_struct(RAW_VALUE, DecimalVisitor(self)),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl Reading<'_, '_, '_> {
    /// A value that no typed slot takes: kept as JSON where the slot does that, else an error.
    fn other<E: Error>(&mut self, found: Unexpected<'_>, json: impl FnOnce() -> Json) -> Result<(), E> {
        match &mut *self.slot {
            SlotMut::Json(place) => {
                place.set(json());
                Ok(())
            }
            // With a bound on what the type's own error quotes.
            SlotMut::Serde(field) => {
                field.read(json()).map_err(|error| E::custom(format_args!("{:.300}", error.to_string())))
            }
            slot => Err(mismatch(found, slot.wanted())),
        }
    }

    /// A number as `serde_json` gives it where any crate of the build asks for its feature `arbitrary_precision`: a map
    /// of one member with a name of its own and the number's text. A Decimal is asked for like that in any build.
    fn number_in_map<'de, A: MapAccess<'de>>(&mut self, mut members: A) -> Result<(), A::Error> {
        let name: Option<String> = members.next_key()?;
        if !matches!(name.as_deref(), Some("$serde_json::private::Number" | RAW_VALUE)) {
            return Err(mismatch(Unexpected::Map, self.slot.wanted()));
        }
        let text: String = members.next_value()?;
        self.number_of_text(&text)
    }

    fn number_of_text<E: Error>(&mut self, text: &str) -> Result<(), E> {
        if let SlotMut::Decimal(_) = self.slot {
            return self.raw_decimal(text);
        }
        match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(whole), _) => self.visit_i64(whole),
            (_, Ok(value)) if value.is_finite() => self.visit_f64(value),
            _ => Err(mismatch(Unexpected::Other("a number out of range"), self.slot.wanted())),
        }
    }

    /// A Decimal in the text of a JSON value, whatever that is.
    fn raw_decimal<E: Error>(&mut self, text: &str) -> Result<(), E> {
        match text.as_bytes().first() {
            Some(b'n') => self.visit_unit(),
            Some(b'"') => match serde_json::from_str::<String>(text) {
                Ok(text) => self.text(&text),
                Err(_) => Err(mismatch(Unexpected::Str(text), self.slot.wanted())),
            },
            _ => self.text(text),
        }
    }

    /// A number where a text is wanted.
    #[inline(never)]
    fn number<E: Error>(
        &mut self,
        found: Unexpected<'_>,
        number: &dyn fmt::Display,
        json: impl FnOnce() -> Json,
    ) -> Result<(), E> {
        match &*self.slot {
            SlotMut::Decimal(_) => self.text(&number.to_string()),
            SlotMut::Text(slot) if slot.kind().takes_numbers => self.text(&number.to_string()),
            _ => self.other(found, json),
        }
    }

    /// A string that is no `Edm.String`.
    #[inline(never)]
    fn text<E: Error>(&mut self, text: &str) -> Result<(), E> {
        let found = Unexpected::Str(text);
        // `""` is what a service may send for null (W3).
        if text.is_empty() && self.slot.empty_is_null() {
            let wanted = self.slot.wanted();
            return clear(self.slot.clear(self.default), "an empty string", wanted);
        }
        match &mut *self.slot {
            SlotMut::Text(slot) => {
                if !slot.read(text) {
                    return Err(wrong_text(text, slot.kind().expected));
                }
            }
            SlotMut::Decimal(place) => {
                place.set(Decimal::from_text(text).ok_or_else(|| wrong_text(text, "a Decimal"))?);
            }
            SlotMut::I64(place) => match text.parse() {
                Ok(value) => place.set(value),
                Err(_) => return Err(wrong_text(text, "an Int64, as a number or a string")),
            },
            SlotMut::F64(place) => place.set(number::named(text).ok_or_else(|| wrong_text(text, "a Double"))?),
            SlotMut::F32(place) => {
                let value = number::named(text).ok_or_else(|| wrong_text(text, "a Single"))?;
                place.set(number::to_f32(value).unwrap_or_default());
            }
            _ => return self.other(found, || text.into()),
        }
        Ok(())
    }
}

impl<'de> Visitor<'de> for &mut Reading<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slot.wanted())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        match &mut *self.slot {
            SlotMut::Bool(place) => {
                place.set(value);
                Ok(())
            }
            _ => self.other(Unexpected::Bool(value), || value.into()),
        }
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        let found = Unexpected::Signed(value);
        match &mut *self.slot {
            SlotMut::I32(place) => set_integer(place, value, found, "an Int32"),
            SlotMut::I64(place) => set_integer(place, value, found, "an Int64"),
            SlotMut::I16(place) => set_integer(place, value, found, "an Int16"),
            SlotMut::U8(place) => set_integer(place, value, found, "a Byte (0 to 255)"),
            SlotMut::F32(_) | SlotMut::F64(_) => self.visit_f64(number::from_i64(value)),
            _ => self.number(found, &value, || value.into()),
        }
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match i64::try_from(value) {
            Ok(signed) if !matches!(self.slot, SlotMut::Json(_) | SlotMut::Serde(_)) => self.visit_i64(signed),
            _ if matches!(self.slot, SlotMut::F32(_) | SlotMut::F64(_)) => self.visit_f64(number::from_u64(value)),
            _ => self.number(Unexpected::Unsigned(value), &value, || value.into()),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        let found = Unexpected::Float(value);
        match &mut *self.slot {
            SlotMut::F64(place) => place.set(value),
            SlotMut::F32(place) => place.set(number::to_f32(value).ok_or_else(|| mismatch(found, "a Single"))?),
            // `8.0` and `1e3` are whole numbers to JSON.
            SlotMut::U8(_) | SlotMut::I16(_) | SlotMut::I32(_) | SlotMut::I64(_) => {
                return match number::to_i64(value) {
                    Some(whole) => self.visit_i64(whole),
                    None => Err(mismatch(found, self.slot.wanted())),
                };
            }
            _ => return self.number(found, &value, || value.into()),
        }
        Ok(())
    }

    #[inline]
    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        match &mut *self.slot {
            SlotMut::Str(place) => {
                place.set(value.to_owned());
                Ok(())
            }
            _ => self.text(value),
        }
    }

    #[inline]
    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        match &mut *self.slot {
            SlotMut::Str(place) => {
                place.set(value);
                Ok(())
            }
            _ => self.text(&value),
        }
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        let wanted = self.slot.wanted();
        match &mut *self.slot {
            // An untyped null is a value: only absence is `None`.
            SlotMut::Json(place) => {
                place.set(Json::Null);
                Ok(())
            }
            slot => clear(slot.clear(self.default), "null", wanted),
        }
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<(), A::Error> {
        match &mut *self.slot {
            SlotMut::List(list) => read_list(&mut **list, self.trail, elements),
            SlotMut::Json(_) | SlotMut::Serde(_) => {
                let json = Json::deserialize(SeqAccessDeserializer::new(elements))?;
                self.other(Unexpected::Seq, || json)
            }
            slot => Err(mismatch(Unexpected::Seq, slot.wanted())),
        }
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        match &mut *self.slot {
            SlotMut::Node(node) => read_object(node.start(), self.trail, members),
            SlotMut::Family(family) => read_family(&mut **family, self.trail, members),
            SlotMut::Dictionary(dictionary) => read_dictionary(&mut **dictionary, self.trail, members),
            SlotMut::Json(_) | SlotMut::Serde(_) => {
                let json = Json::deserialize(MapAccessDeserializer::new(members))?;
                self.other(Unexpected::Map, || json)
            }
            SlotMut::U8(_)
            | SlotMut::I16(_)
            | SlotMut::I32(_)
            | SlotMut::I64(_)
            | SlotMut::F32(_)
            | SlotMut::F64(_)
            | SlotMut::Decimal(_) => self.number_in_map(members),
            slot => Err(mismatch(Unexpected::Map, slot.wanted())),
        }
    }
}

/// Opens a box for what is not null.
struct BoxVisitor<'a, 't> {
    slot: &'a mut dyn BoxSlot,
    default: bool,
    trail: &'t Trail,
}

impl<'de> Visitor<'de> for BoxVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        clear(self.slot.clear(self.default), "null", "a value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        (&mut Reading { slot: &mut self.slot.open(), default: self.default, trail: self.trail })
            .deserialize(deserializer)
    }
}

/// A [`Reading`] of a Decimal. The text of a number comes as a map, for which nothing else is to be read.
struct DecimalVisitor<'r, 's, 'a, 't>(&'r mut Reading<'s, 'a, 't>);

impl<'de> Visitor<'de> for DecimalVisitor<'_, '_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.slot.wanted())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.0.visit_bool(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.0.visit_i64(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.0.visit_u64(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.0.visit_f64(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.0.visit_str(value)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self.0)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(mismatch(Unexpected::Seq, self.0.slot.wanted()))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        self.0.number_in_map(members)
    }
}

fn clear<E: Error>(cleared: bool, found: &str, wanted: &str) -> Result<(), E> {
    if cleared {
        return Ok(());
    }
    Err(E::custom(format_args!("{found}, expected {wanted}: the field is not an `Option`")))
}

#[inline]
fn set_integer<T: TryFrom<i64>, E: Error>(
    place: &mut Place<'_, T>,
    value: i64,
    found: Unexpected<'_>,
    wanted: &str,
) -> Result<(), E> {
    place.set(T::try_from(value).map_err(|_| mismatch(found, wanted))?);
    Ok(())
}

/// serde's own sentence, but with a bound on the text that it quotes.
#[cold]
pub(crate) fn mismatch<E: Error>(found: Unexpected<'_>, wanted: &str) -> E {
    let what = match found {
        Unexpected::Signed(_) | Unexpected::Unsigned(_) | Unexpected::Float(_) => "value",
        _ => "type",
    };
    match found {
        Unexpected::Str(text) => E::custom(format_args!("invalid {what}: {}, expected {wanted}", Quoted(text))),
        found => E::custom(format_args!("invalid {what}: {found}, expected {wanted}")),
    }
}

/// The same of a string where one belongs, but another.
#[cold]
pub(crate) fn wrong_text<E: Error>(text: &str, wanted: &str) -> E {
    E::custom(format_args!("invalid value: {}, expected {wanted}", Quoted(text)))
}

struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.len() <= 64 {
            return write!(f, "string {:?}", self.0);
        }
        let start: String = self.0.chars().take(48).collect();
        write!(f, "a string of {} bytes, {start:?}…", self.0.len())
    }
}
