//! Not public API: what generated code calls. It may change in any release.
#![allow(missing_docs)]

pub mod fits;

pub use self::fits::Edm;
pub use std::boxed::Box;
pub use std::string::String;
pub use std::vec::Vec;

pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
pub use serde_json::Error as JsonError;

pub use crate::client::link::Asked;
pub use crate::edm::impls::{read_text, write_text};
pub use crate::entity::{GraphComplex, GraphEntity};
pub use crate::json::writer::Text as JsonText;
pub use crate::model::base;
pub use crate::model::family::{Family, family, variant, write_variant};
pub use crate::model::fields::{Fields, Struct, Table, Values, node, node_ref};
pub use crate::model::flags::FlagsEnum;
pub use crate::model::graph_enum::GraphEnum;
pub use crate::model::into_value::{Drafted, Something};
pub use crate::model::read::read;
pub use crate::model::serde_field::SerdeField;
pub use crate::model::text_value::text;
pub use crate::model::write::{Form, write};
pub use crate::model::{Extra, IntoValue, Place, Property, Shape, SlotMut, SlotRef, Value};
pub use crate::request::body::Body;
pub use crate::request::draft::nested;
pub use crate::request::operation::{Operation, Returned};
pub use crate::request::query::property::{Names, Steps, property_path};
pub use crate::request::sets::{Sets, SetsSerde};
pub use crate::request::state::{Complete, Creating, First, Nested, Next, Put, Ready, Set, State, Unset, Whole};
pub use crate::request::version::{AnyVersion, Beta, ClientVersion, V1};
pub use crate::request::{Build, Collection, Create, Draft, Item, LeastScopes, Parts, Permissions};

/// Stands for a value that is not shown.
pub struct Hidden;

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<sensitive>")
    }
}

/// What a `Serialize` of a derive ends in.
pub type Written<S> = Result<<S as Serializer>::Ok, <S as Serializer>::Error>;

/// What a `Deserialize` of a derive ends in.
pub type ReadFrom<'de, T, D> = Result<T, <D as Deserializer<'de>>::Error>;
