//! The primitive values.

use serde_json::Value as Json;

use super::slot::{Place, SlotMut, SlotRef};
use super::value::Value;
use crate::__private::fits::Edm;

macro_rules! scalars {
    ($($type:ty => $slot:ident, |$value:ident| $get:expr, $held:expr;)*) => {$(
        impl Value for $type {
            const EDM: Edm = $held;

            #[inline]
            fn empty() -> Self {
                Self::default()
            }

            #[inline]
            fn place(place: Place<'_, Self>) -> SlotMut<'_> {
                SlotMut::$slot(place)
            }

            #[inline]
            fn get(&self) -> SlotRef<'_> {
                let $value = self;
                SlotRef::$slot($get)
            }
        }
    )*};
}

// A wider number holds a narrower one. A string does not stand for a date and the like: a condition writes these in another
// form.
scalars! {
    bool => Bool, |value| *value, Edm::Primitive(&["Edm.Boolean"]);
    u8 => U8, |value| *value, Edm::Primitive(&["Edm.Byte"]);
    i16 => I16, |value| *value, Edm::Primitive(&["Edm.Int16", "Edm.Byte", "Edm.SByte"]);
    i32 => I32, |value| *value, Edm::Primitive(&["Edm.Int32", "Edm.Int16", "Edm.Byte", "Edm.SByte"]);
    i64 => I64, |value| *value, Edm::Primitive(&["Edm.Int64", "Edm.Int32", "Edm.Int16", "Edm.Byte", "Edm.SByte"]);
    f32 => F32, |value| *value, Edm::Primitive(&["Edm.Single"]);
    f64 => F64, |value| *value, Edm::Primitive(&["Edm.Double", "Edm.Single"]);
    String => Str, |value| value, Edm::Primitive(&["Edm.String"]);
    Json => Json, |value| value, Edm::Any;
}
