//! Not public API: what generated code calls. It may change in any release.
#![allow(missing_docs)]

pub use std::string::String;

pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::client::GraphClient;
pub use crate::client::error::Error;
pub use crate::client::http_client::{Blocking, HttpClient};
pub use crate::entity::GraphEntity;
pub use crate::model::fields::{Fields, node};
pub use crate::model::read::read;
pub use crate::model::serde_field::SerdeField;
pub use crate::model::write::write;
pub use crate::model::{Extra, IntoValue, Place, Property, Shape, SlotMut, SlotRef, Value};
pub use crate::request::sets::{Sets, SetsSerde};
pub use crate::request::state::{Complete, First, Next, Put, Ready, Set, State, Unset};
pub use crate::request::{Collection, Create, Draft, Request, Sending, Target};

/// Stands for a value that is not shown.
pub struct Hidden;

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<sensitive>")
    }
}
