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
    /// What is known of the type. One function for all of it: each is an entry in a table of each type.
    fn kind(&self) -> &'static TextKind;
}

/// What [`Text`] says of a type.
#[derive(Debug)]
pub struct TextKind {
    /// What the text has to be.
    pub(crate) expected: &'static str,
    /// Whether `""` is null.
    pub(crate) empty_is_null: bool,
    /// Whether a number is read as its text: an enum's member may be given by its value.
    pub(crate) takes_numbers: bool,
    /// How a URL writes it.
    pub(crate) literal: LiteralForm,
}

trait HasKind {
    const KIND: TextKind;
}

impl<T: Text> HasKind for T {
    const KIND: TextKind = TextKind {
        expected: T::EXPECTED,
        empty_is_null: T::EMPTY_IS_NULL,
        takes_numbers: T::TAKES_NUMBERS,
        literal: T::LITERAL,
    };
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

    fn kind(&self) -> &'static TextKind {
        &T::KIND
    }
}

impl<T: Text> TextSlot for Option<T> {
    #[inline]
    fn read(&mut self, text: &str) -> bool {
        *self = T::from_text(text);
        self.is_some()
    }

    #[inline]
    fn clear(&mut self, _: bool) -> bool {
        *self = None;
        true
    }

    #[inline]
    fn kind(&self) -> &'static TextKind {
        &T::KIND
    }
}

/// Such a value behind its tables of functions: once, beside its type, as those of a struct are (`fields::node`).
trait Slot: Text {
    fn slot_of(place: Place<'_, Self>) -> &mut dyn TextSlot;
}

impl<T: Text> Slot for T {
    #[inline(never)]
    fn slot_of(place: Place<'_, Self>) -> &mut dyn TextSlot {
        match place {
            Place::Plain(place) => place,
            Place::Opt(place) => place,
        }
    }
}

/// The slot of a place for such a value.
#[inline]
pub fn text<T: Text>(place: Place<'_, T>) -> SlotMut<'_> {
    SlotMut::Text(T::slot_of(place))
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
