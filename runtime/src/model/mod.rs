//! The model: what a derived type tells of itself (shape, slots), and the one reader and the one writer that work from
//! it. Nothing in here knows of HTTP.
//!
//! A derived struct is a table: [`Shape`] says what its properties are called, [`Fields`] gives a slot for each by its
//! index. `read` fills the slots from any serde format, `write` writes what they hold.

pub(crate) mod extra;
pub(crate) mod fields;
pub(crate) mod into_value;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod number;
pub(crate) mod odata_type;
pub(crate) mod path;
pub(crate) mod read;
pub(crate) mod scalar;
pub(crate) mod seen;
pub(crate) mod serde_field;
pub(crate) mod shape;
pub(crate) mod slot;
pub(crate) mod text;
pub(crate) mod value;
pub(crate) mod visit;
pub(crate) mod write;

pub use extra::Extra;
pub use fields::Fields;
pub use into_value::IntoValue;
pub use shape::Shape;
pub use slot::{Place, SlotMut, SlotRef};
pub use value::{Property, Value};
