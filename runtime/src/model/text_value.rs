//! Values that are strings on the wire: what [`Text`] says of a type makes it the type of a property.

use std::borrow::Cow;

use super::slot::{Place, SlotMut};
use crate::edm::{LiteralForm, Text};

/// A place for such a value.
pub trait TextSlot {
    /// Reads `text`; `false` if it is no such value.
    fn read(&mut self, text: &str) -> bool;
    /// Takes null or absence, see `SlotMut::clear`.
    fn clear(&mut self, default: bool) -> bool;
    /// What the text has to be.
    fn expected(&self) -> &'static str;
    /// Whether `""` is null.
    fn empty_is_null(&self) -> bool;
    /// Whether a number is read as its text: an enum's member may be given by its value.
    fn takes_numbers(&self) -> bool;
    /// How a URL writes it.
    fn literal(&self) -> LiteralForm;
}

impl<T: Text> TextSlot for T {
    fn read(&mut self, text: &str) -> bool {
        T::from_text(text).map(|value| *self = value).is_some()
    }

    fn clear(&mut self, default: bool) -> bool {
        if default {
            *self = T::placeholder();
        }
        default
    }

    fn expected(&self) -> &'static str {
        T::EXPECTED
    }

    fn empty_is_null(&self) -> bool {
        T::EMPTY_IS_NULL
    }

    fn takes_numbers(&self) -> bool {
        T::TAKES_NUMBERS
    }

    fn literal(&self) -> LiteralForm {
        T::LITERAL
    }
}

impl<T: Text> TextSlot for Option<T> {
    fn read(&mut self, text: &str) -> bool {
        *self = T::from_text(text);
        self.is_some()
    }

    fn clear(&mut self, _: bool) -> bool {
        *self = None;
        true
    }

    fn expected(&self) -> &'static str {
        T::EXPECTED
    }

    fn empty_is_null(&self) -> bool {
        T::EMPTY_IS_NULL
    }

    fn takes_numbers(&self) -> bool {
        T::TAKES_NUMBERS
    }

    fn literal(&self) -> LiteralForm {
        T::LITERAL
    }
}

/// The slot of a place for such a value.
pub fn text<T: Text>(place: Place<'_, T>) -> SlotMut<'_> {
    SlotMut::Text(match place {
        Place::Plain(place) => place,
        Place::Opt(place) => place,
    })
}

/// Such a value.
pub trait TextRef {
    /// Its text.
    fn text(&self) -> Cow<'_, str>;
}

impl<T: Text> TextRef for T {
    fn text(&self) -> Cow<'_, str> {
        self.to_text()
    }
}

/// Makes types that are [`edm::Text`](crate::edm::Text) the types of properties.
///
/// ```
/// use std::borrow::Cow;
///
/// use graph_entity::GraphEntity;
/// use graph_entity::edm::Text;
///
/// #[derive(Debug, Clone, PartialEq)]
/// struct Color(u8, u8, u8);
///
/// impl Text for Color {
///     const EXPECTED: &'static str = "a color such as #ff8800";
///
///     fn from_text(text: &str) -> Option<Self> {
///         let number = u32::from_str_radix(text.strip_prefix('#').filter(|hex| hex.len() == 6)?, 16).ok()?;
///         let [_, red, green, blue] = number.to_be_bytes();
///         Some(Self(red, green, blue))
///     }
///
///     fn to_text(&self) -> Cow<'_, str> {
///         format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2).into()
///     }
///
///     fn placeholder() -> Self {
///         Self(0, 0, 0)
///     }
/// }
///
/// graph_entity::text_property!(Color);
///
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.calendar")]
/// struct Calendar {
///     hex_color: Option<Color>,
/// }
///
/// let calendar: Calendar = graph_entity::json::from_str(r##"{"hexColor": "#ff8800"}"##)?;
/// assert_eq!(calendar.hex_color, Some(Color(255, 136, 0)));
/// # Ok::<_, graph_entity::json::Error>(())
/// ```
#[macro_export]
macro_rules! text_property {
    ($($type:ty),* $(,)?) => {$(
        $crate::__text_value!($type => $crate::__private::Edm::Text);
    )*};
}

/// [`text_property!`] of one primitive type of the metadata.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_value {
    ($($type:ty => $held:expr),* $(,)?) => {$(
        impl $crate::__private::Value for $type {
            const EDM: $crate::__private::Edm = $held;

            fn empty() -> Self {
                <Self as $crate::edm::Text>::placeholder()
            }

            fn place(place: $crate::__private::Place<'_, Self>) -> $crate::__private::SlotMut<'_> {
                $crate::__private::text(place)
            }

            fn get(&self) -> $crate::__private::SlotRef<'_> {
                $crate::__private::SlotRef::Text(self)
            }
        }
    )*};
}
