//! The primitive values.

use serde_json::Value as Json;

use super::slot::{Place, SlotMut, SlotRef};
use super::value::Value;

macro_rules! scalars {
    ($($type:ty => $slot:ident, |$value:ident| $get:expr;)*) => {$(
        impl Value for $type {
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

scalars! {
    bool => Bool, |value| *value;
    u8 => U8, |value| *value;
    i16 => I16, |value| *value;
    i32 => I32, |value| *value;
    i64 => I64, |value| *value;
    f32 => F32, |value| *value;
    f64 => F64, |value| *value;
    String => Str, |value| value;
    Json => Json, |value| value;
}
