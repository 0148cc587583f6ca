//! The signs by which an object says that its entity was removed (W2, W6).

use serde_json::{Map, Value as Json};

use super::fields::Fields;
use super::slot::SlotRef;

pub(super) const REMOVED: &str = "@removed";
const FACET: &str = "deleted";
const REASON: &str = "reason";
/// The end of the context of a removed entity in OData 4.0.
const DELETED_ENTITY: &str = "/$deletedEntity";

/// A member that may say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `@removed`
    Removed,
    /// `@odata.context`
    Context,
    /// `reason`, beside such a context
    Reason,
    /// `deleted`, which is an object
    Facet,
}

impl Sign {
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            REMOVED | "@odata.removed" => Self::Removed,
            "@odata.context" | "@context" => Self::Context,
            REASON => Self::Reason,
            FACET => Self::Facet,
            _ => return None,
        })
    }
}

/// A change, as the reader sees it.
pub trait RemovalSlot {
    /// What was told of the removal, an object; `None` as long as it is none.
    fn told(&mut self) -> Option<&mut Json>;
    /// The same, after it was made one.
    fn remove(&mut self) -> &mut Json;
}

/// Takes a member that may say it. One that doesn't is kept as any other, by its `name`, if such are kept.
pub(super) fn read(fields: &mut dyn Fields, sign: Sign, name: Option<String>, value: Json) {
    let Some(slot) = fields.removal_mut() else { return };
    match (sign, &value) {
        (Sign::Removed, Json::Object(members)) => return tell(slot.remove(), members),
        (Sign::Removed, Json::Null) => return,
        (Sign::Removed, _) => {
            slot.remove();
            return;
        }
        (Sign::Facet, Json::Object(members)) => return tell_of_facet(slot.remove(), Some(members)),
        (Sign::Context, Json::String(context)) if context.ends_with(DELETED_ENTITY) => {
            if let Json::Object(told) = slot.remove() {
                told.entry(REASON).or_insert(Json::Null);
            }
            return;
        }
        (Sign::Reason, Json::String(_)) => {
            if let Some(reason) = slot.told().and_then(awaited) {
                *reason = value;
                return;
            }
        }
        _ => {}
    }
    if let (Some(name), Some(extra)) = (name, fields.extra_mut()) {
        extra.push(name, value);
    }
}

/// The place of a reason that is beside the sign, and not in it.
fn awaited(told: &mut Json) -> Option<&mut Json> {
    told.get_mut(REASON).filter(|reason| reason.is_null())
}

fn tell(told: &mut Json, members: &Map<String, Json>) {
    if let Json::Object(told) = told {
        told.extend(members.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
}

/// A facet has no reason: the item is gone.
fn tell_of_facet(told: &mut Json, members: Option<&Map<String, Json>>) {
    if let Some(members) = members {
        tell(told, members);
    }
    if let Json::Object(told) = told {
        told.entry(REASON).or_insert_with(|| "deleted".into());
    }
}

/// Takes the reason that came before its sign.
fn settle_reason(fields: &mut dyn Fields) {
    if fields.removal_mut().and_then(|slot| slot.told().and_then(awaited)).is_none() {
        return;
    }
    let reason = fields.extra_mut().and_then(|extra| match extra.get(REASON) {
        Some(Json::String(_)) => extra.remove(REASON),
        _ => None,
    });
    if let (Some(reason), Some(slot)) = (reason, fields.removal_mut())
        && let Some(place) = slot.told().and_then(awaited)
    {
        *place = reason;
    }
}

/// Once all members are read: looks for the signs among the properties that the struct names, and for the reason.
pub(super) fn settle(fields: &mut dyn Fields) {
    settle_named(fields);
    settle_reason(fields);
}

fn settle_named(fields: &mut dyn Fields) {
    for name in [FACET, REMOVED] {
        let Some(index) = fields.shape().search(name) else { continue };
        if !fields.present().is_some_and(|present| present.contains(index)) {
            continue;
        }
        let members = match fields.get(index) {
            SlotRef::Node(_) | SlotRef::Tagged(_) | SlotRef::Dictionary(_) => None,
            SlotRef::Json(Json::Object(members)) => Some(members.clone()),
            SlotRef::Serde(value) => match value.json() {
                Ok(Json::Object(members)) => Some(members),
                _ => continue,
            },
            _ => continue,
        };
        let Some(slot) = fields.removal_mut() else { return };
        match (name, members) {
            (FACET, members) => tell_of_facet(slot.remove(), members.as_ref()),
            (_, Some(members)) => tell(slot.remove(), &members),
            (_, None) => _ = slot.remove(),
        }
    }
}
