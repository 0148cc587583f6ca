//! The model: what a derived type tells of itself (shape, slots), and the one reader and the one writer that work from
//! it. Nothing in here knows of HTTP.
//!
//! A derived struct is a table: [`Shape`] says what its properties are called, [`Fields`] gives a slot for each by its
//! index. `read` fills the slots from any serde format, `write` writes what they hold.

pub mod base;
pub(crate) mod change;
pub(crate) mod content;
pub(crate) mod dictionary;
pub(crate) mod etag;
pub(crate) mod extra;
pub(crate) mod family;
pub(crate) mod fields;
pub(crate) mod flags;
pub(crate) mod graph_enum;
pub(crate) mod guarded;
pub(crate) mod into_value;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod number;
pub(crate) mod odata_type;
pub(crate) mod part;
pub(crate) mod partial;
pub(crate) mod path;
pub(crate) mod plain;
pub(crate) mod read;
pub(crate) mod removal;
pub(crate) mod removed;
pub(crate) mod scalar;
pub(crate) mod seen;
pub(crate) mod serde_field;
pub(crate) mod shape;
pub(crate) mod slot;
pub(crate) mod text;
pub(crate) mod text_value;
pub(crate) mod unrecognized;
pub(crate) mod value;
pub(crate) mod visit;
pub(crate) mod write;

pub use change::Change;
pub use dictionary::Dictionary;
pub use extra::Extra;
pub use fields::{Fields, Table, Values};
pub use flags::{Flags, FlagsEnum};
pub use graph_enum::GraphEnum;
pub use guarded::{BadValue, Guarded};
pub use into_value::{IntoValue, Null};
pub use partial::Partial;
pub use removed::{Removed, RemovedReason};
pub use shape::Shape;
pub use slot::{Place, SlotMut, SlotRef};
pub use unrecognized::Unrecognized;
pub use value::{Property, Value};
