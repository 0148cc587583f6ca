//! Which type reads what the samples declare; the build script writes it.

use graph_entity::{Collection, Partial};

use crate::compare::{Findings, Known};
use crate::creates::{Entry, body_of};
use crate::kept::Kept;
use crate::rows::round_trip;

/// How the values of a type are checked.
pub struct Entity {
    pub odata_type: &'static str,
    pub one: fn(&str, &mut Kept) -> Result<Findings, String>,
    pub page: fn(&str, &mut Kept) -> Result<Findings, String>,
}

/// The type of this name. The samples differ in case.
pub fn entity(odata_type: &str) -> Option<&'static Entity> {
    ENTITIES.iter().find(|entity| entity.odata_type.eq_ignore_ascii_case(odata_type))
}

/// How a type of this name is created.
pub fn entry(odata_type: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.odata_type.eq_ignore_ascii_case(odata_type))
}

macro_rules! entities {
    ($($odata_type:literal => $type:ty,)*) => {
        const ENTITIES: &[Entity] = &[
            $(Entity { odata_type: $odata_type, one: round_trip::<$type>, page: round_trip::<Vec<$type>> },)*
        ];
    };
}

/// For each type the fields that are `Option`s, and after the `;` the others with their names on the wire: a setter for
/// each; last the names that only the service sets. A body to create has no key yet: it is a part of the entity.
macro_rules! creates {
    ($($odata_type:literal => $type:ty: $($field:ident),*; $($whole:ident $wire:literal),*; $read_only:expr;)*) => {
        const ENTRIES: &[Entry] = &[$(Entry {
            odata_type: $odata_type,
            create: |json| {
                let part: Partial<$type> =
                    graph_entity::json::from_str(json).map_err(|error| format!("not read: {error}"))?;
                let value = part.value().clone();
                let create = Collection::<$type>::at("somewhere", &[]).create();
                $(let create = match value.$field {
                    Some(value) => create.$field(value),
                    None => create,
                };)*
                $(let create = match part.is_present($wire) || $wire == "extra" {
                    true => create.$whole(value.$whole),
                    false => create,
                };)*
                body_of(json, create.request(), Known { read_only: &$read_only, abstract_types: ABSTRACT })
            },
        }),*];
    };
}

include!(concat!(env!("OUT_DIR"), "/registry.rs"));
