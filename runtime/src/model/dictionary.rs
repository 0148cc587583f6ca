//! Open complex types whose members are data: values by key (W3).

use std::collections::BTreeMap;
use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, MapAccess};
use serde_json::Value as Json;

use super::content::Name;
use super::extra::Extra;
use super::path::{Step, Trail};
use super::slot::{Place, SlotMut, SlotRef};
use super::value::{Property, Value};
use super::visit::Reading;
use crate::__private::fits::Edm;

/// Values by keys that are data, such as the assignments of a plannerTask by the ids of users.
///
/// A key is never changed. Members that begin with `@`, and control information of a member (`key@odata.type`), are
/// [annotations](Self::annotations). With `Option` values a null is kept: in an update it takes the key out.
/// ```
/// use graph_entity::{Dictionary, GraphComplex};
///
/// #[derive(Debug, PartialEq, GraphComplex)]
/// #[graph_complex(odata = "microsoft.graph.plannerAssignment")]
/// struct Assignment {
///     order_hint: String,
/// }
///
/// let assignments: Dictionary<Assignment> = graph_entity::json::from_str(r#"{"fbab97d0": {"orderHint": " !"}}"#)?;
/// assert_eq!(assignments.get("fbab97d0").map(|one| &*one.order_hint), Some(" !"));
/// # Ok::<_, graph_entity::json::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Dictionary<V> {
    entries: BTreeMap<String, V>,
    annotations: Extra,
}

impl<V> Dictionary<V> {
    /// Nothing in it.
    pub const fn new() -> Self {
        Self { entries: BTreeMap::new(), annotations: Extra::new() }
    }

    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.entries.get(key)
    }

    /// The value of `key`, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        self.entries.get_mut(key)
    }

    /// Sets the value of `key` and returns what it was.
    pub fn insert(&mut self, key: impl Into<String>, value: V) -> Option<V> {
        self.entries.insert(key.into(), value)
    }

    /// Takes the value of `key` out.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        self.entries.remove(key)
    }

    /// All keys and their values, in the order of the keys.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &V)> {
        self.entries.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What is said of the dictionary or of a value rather than being one: `@odata.type`, `key@odata.type`.
    pub fn annotations(&self) -> &Extra {
        &self.annotations
    }
}

impl<V> Default for Dictionary<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V: fmt::Debug> fmt::Debug for Dictionary<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entries.fmt(f)
    }
}

impl<K: Into<String>, V> FromIterator<(K, V)> for Dictionary<V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (key.into(), value)).collect();
        Self { entries, annotations: Extra::new() }
    }
}

impl<K: Into<String>, V, const N: usize> From<[(K, V); N]> for Dictionary<V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<V> IntoIterator for Dictionary<V> {
    type Item = (String, V);
    type IntoIter = std::collections::btree_map::IntoIter<String, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

/// A dictionary that is being read.
pub trait DictionarySlot {
    /// Starts anew: an earlier value of the same property is forgotten.
    fn begin(&mut self);
    /// The slot of the value of `key`, a placeholder.
    fn entry(&mut self, key: String) -> SlotMut<'_>;
    /// Keeps an annotation.
    fn annotation(&mut self, name: String, value: Json);
    /// Ends: of annotations with the same name the last stays.
    fn end(&mut self);
    /// Takes null or absence. A dictionary always can.
    fn clear(&mut self) -> bool;
}

/// A dictionary that is being written.
pub trait DictionaryRef {
    /// Its annotations.
    fn annotations(&self) -> &Extra;
    /// Its keys and their values, one after the other.
    fn entries(&self) -> Box<dyn Iterator<Item = (&str, SlotRef<'_>)> + '_>;
}

fn entry<V: Property>(dictionary: &mut Dictionary<V>, key: String) -> SlotMut<'_> {
    let place = dictionary.entries.entry(key).or_insert_with(V::empty);
    *place = V::empty();
    place.slot()
}

impl<V: Property> DictionarySlot for Dictionary<V> {
    fn begin(&mut self) {
        *self = Self::new();
    }

    fn entry(&mut self, key: String) -> SlotMut<'_> {
        entry(self, key)
    }

    fn annotation(&mut self, name: String, value: Json) {
        self.annotations.push(name, value);
    }

    fn end(&mut self) {
        self.annotations.settle();
    }

    fn clear(&mut self) -> bool {
        *self = Self::new();
        true
    }
}

impl<V: Property> DictionarySlot for Option<Dictionary<V>> {
    fn begin(&mut self) {
        *self = Some(Dictionary::new());
    }

    fn entry(&mut self, key: String) -> SlotMut<'_> {
        entry(self.get_or_insert_default(), key)
    }

    fn annotation(&mut self, name: String, value: Json) {
        self.get_or_insert_default().annotation(name, value);
    }

    fn end(&mut self) {
        self.get_or_insert_default().end();
    }

    fn clear(&mut self) -> bool {
        *self = None;
        true
    }
}

impl<V: Property> DictionaryRef for Dictionary<V> {
    fn annotations(&self) -> &Extra {
        &self.annotations
    }

    fn entries(&self) -> Box<dyn Iterator<Item = (&str, SlotRef<'_>)> + '_> {
        Box::new(self.entries.iter().map(|(key, value)| (key.as_str(), value.get())))
    }
}

impl<V: Property> Value for Dictionary<V> {
    const EDM: Edm = Edm::Object;
    const READS_NULL: bool = true;

    fn empty() -> Self {
        Self::new()
    }

    fn place(place: Place<'_, Self>) -> SlotMut<'_> {
        SlotMut::Dictionary(match place {
            Place::Plain(place) => place,
            Place::Opt(place) => place,
        })
    }

    fn get(&self) -> SlotRef<'_> {
        SlotRef::Dictionary(self)
    }
}

super::write::object_impls!(Dictionary<V: Property>);

/// Whether a member says something of the dictionary or of another member. A key may have an `@` in it.
fn is_annotation(name: &str) -> bool {
    name.starts_with('@') || name.contains("@odata.")
}

pub(crate) fn read_dictionary<'de, A: MapAccess<'de>>(
    dictionary: &mut dyn DictionarySlot,
    trail: &Trail,
    mut members: A,
) -> Result<(), A::Error> {
    dictionary.begin();
    while let Some(name) = members.next_key_seed(Name)? {
        let name = name.into_owned();
        let result = if is_annotation(&name) {
            members.next_value::<Json>().map(|value| dictionary.annotation(name.clone(), value))
        } else {
            members.next_value_seed(EntrySeed { dictionary: &mut *dictionary, key: name.clone(), trail })
        };
        if let Err(error) = result {
            trail.note(Step::Name(name));
            return Err(error);
        }
    }
    dictionary.end();
    Ok(())
}

struct EntrySeed<'a, 't> {
    dictionary: &'a mut dyn DictionarySlot,
    key: String,
    trail: &'t Trail,
}

impl<'de> DeserializeSeed<'de> for EntrySeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut slot = self.dictionary.entry(self.key);
        (&mut Reading { slot: &mut slot, default: false, trail: self.trail }).deserialize(deserializer)
    }
}
