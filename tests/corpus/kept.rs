//! What a value keeps without a field for it: the members of `extra`, at any depth.

use std::collections::BTreeMap;

use graph_entity::Extra;
use graph_entity::model::{Property, SlotRef};

/// Members without a field, by `Type.member`.
#[derive(Debug, Default)]
pub struct Kept {
    /// Properties. There should be next to none.
    pub properties: BTreeMap<String, usize>,
    /// Annotations: `@odata.context` and the like, which need no field.
    pub annotations: usize,
    /// Members of values of types that a family does not name.
    pub unrecognized: BTreeMap<String, usize>,
}

impl Kept {
    /// Adds what `value` keeps.
    pub fn add<T: Property>(&mut self, value: &T) {
        self.slot(value.get());
    }

    fn slot(&mut self, slot: SlotRef<'_>) {
        match slot {
            SlotRef::Node(fields) | SlotRef::Tagged(fields) => {
                let shape = fields.shape();
                if let Some(extra) = fields.extra() {
                    self.members(shape.type_name(), extra);
                }
                fields.each(&mut |value: &SlotRef<'_>| self.slot(*value));
            }
            SlotRef::List(list) => {
                for index in 0..list.len() {
                    self.slot(list.at(index));
                }
            }
            SlotRef::Dictionary(dictionary) => {
                for (_, value) in dictionary.entries() {
                    self.slot(value);
                }
            }
            _ => {}
        }
    }

    fn members(&mut self, odata_type: &str, extra: &Extra) {
        for (name, _) in extra.iter() {
            if name.contains('@') {
                self.annotations += 1;
            } else if odata_type.is_empty() {
                *self.unrecognized.entry(name.to_owned()).or_default() += 1;
            } else {
                *self.properties.entry(format!("{odata_type}.{name}")).or_default() += 1;
            }
        }
    }
}
