//! Fields of any other type, by its serde impls: `#[graph(serde)]`. They are read and written through
//! [`serde_json::Value`].

use serde_core::de::DeserializeOwned;
use serde_core::ser::Serialize;
use serde_json::Value as Json;

use super::fields::Values;
use super::slot::{SlotMut, SlotRef};

/// What `#[graph(serde)]` wants of a field's type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the type of a `#[graph(serde)]` field",
    label = "lacks `Serialize`, `DeserializeOwned` or `Default`",
    note = "the field holds a placeholder until it is read: wrap a type without `Default` in an `Option`"
)]
pub trait SerdeField: Sized + 'static {
    /// The placeholder.
    fn empty() -> Self;
    /// The slot.
    fn slot(&mut self) -> SlotMut<'_>;
    /// The value.
    fn get(&self) -> SlotRef<'_>;
    /// Gives the value.
    fn give<'a>(&'a self, values: &mut dyn Values<'a>) {
        values.take(&self.get());
    }
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned + Default + 'static> SerdeField for T {
    fn empty() -> Self {
        T::default()
    }

    fn slot(&mut self) -> SlotMut<'_> {
        SlotMut::Serde(self)
    }

    fn get(&self) -> SlotRef<'_> {
        SlotRef::Serde(self)
    }
}

/// A place for such a value.
pub trait SerdeSlot {
    /// Reads `json` into the place.
    fn read(&mut self, json: Json) -> Result<(), serde_json::Error>;
    /// Takes null or absence, if the type reads null or `default` allows it.
    fn clear(&mut self, default: bool) -> bool;
}

impl<T: DeserializeOwned + Default> SerdeSlot for T {
    fn read(&mut self, json: Json) -> Result<(), serde_json::Error> {
        *self = T::deserialize(json)?;
        Ok(())
    }

    fn clear(&mut self, default: bool) -> bool {
        let empty = match T::deserialize(Json::Null) {
            Ok(empty) => empty,
            Err(_) if default => T::default(),
            Err(_) => return false,
        };
        *self = empty;
        true
    }
}

/// Such a value.
pub trait SerdeRef {
    /// The value as JSON.
    fn json(&self) -> Result<Json, serde_json::Error>;
}

impl<T: Serialize> SerdeRef for T {
    fn json(&self) -> Result<Json, serde_json::Error> {
        serde_json::to_value(self)
    }
}
