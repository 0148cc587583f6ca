//! `PATCH`, `PUT` and `DELETE` of an item, and upserts. Whether the request may come this far is decided in `rules`.

use http::{StatusCode, header};
use serde_json::{Map, Value};

use crate::address::Address;
use crate::answer::Answer;
use crate::bind::{self, Bind};
use crate::call::Call;
use crate::create::{self, Draft};
use crate::declared::{Declared, Kind, Trait};
use crate::error::Failure;
use crate::etag;
use crate::prefer::Return;
use crate::query::Query;
use crate::read::missing;
use crate::shape::Shape;
use crate::store::{Item, Store, own_type};
use crate::tenant::{At, Place, Row, Tenant};

/// How the body meets what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Merge,
    Replace,
}

/// An item as it is to be stored.
struct Change {
    home: Address,
    id: String,
    item: Item,
    binds: Vec<Bind>,
}

/// Writes what the body says to the item at `place`.
pub(crate) fn update(call: &Call<'_>, store: &mut Store, place: &Place, how: How) -> Result<Answer, Failure> {
    let tenant = Tenant { declared: call.declared, store };
    let Some(row) = tenant.at(place) else { return insert(call, store, place) };
    let declared = writable(tenant, &row)?;
    let Change { home, id, item, binds } = change(tenant, &row, call.json()?, how)?;
    etag::check_write(declared, call.headers, Some(row.version))?;
    store.put(&home, &call.declared[home.collection], &id, item).map_err(Failure::conflict)?;
    create::apply(store, &home, &id, binds);
    answer(call, store, place, &home)
}

/// The place that an item lives in, if it can be written there.
pub(crate) fn writable<'a>(tenant: Tenant<'a>, row: &Row<'_>) -> Result<&'a Declared, Failure> {
    let declared = &tenant.declared[row.home.collection];
    match declared.kind {
        Kind::Generated(..) => Err(Failure::method_not_allowed("GET")),
        _ => Ok(declared),
    }
}

/// The creating half of an upsert. It has to be asked for.
fn insert(call: &Call<'_>, store: &mut Store, place: &Place) -> Result<Answer, Failure> {
    let tenant = Tenant { declared: call.declared, store };
    let declared = &tenant.declared[place.address.collection];
    if !call.prefer.creates || !matches!(declared.kind, Kind::Items) {
        return Err(missing(tenant, place));
    }
    let mut members = call.json()?;
    let id = match &place.at {
        At::Item(id) if id.is_empty() => return Err(Failure::bad_request("The key in the URL is empty.")),
        At::Item(id) => Some(id.clone()),
        At::Nothing(pairs) => {
            set_keys(declared, &mut members, pairs)?;
            None
        }
        At::Whole => None,
    };
    let draft = Draft::new(tenant, place.address.clone(), id, members)?;
    etag::check_write(declared, call.headers, None)?;
    create::finish(call, store, &place.address, draft)
}

/// What is created at an alternate key has that key.
fn set_keys(declared: &Declared, members: &mut Item, pairs: &[(String, String)]) -> Result<(), Failure> {
    for (name, value) in pairs {
        let name = declared.alternate_keys.iter().find(|key| key.eq_ignore_ascii_case(name)).unwrap_or(name);
        let given = members.entry(name.clone()).or_insert_with(|| value.as_str().into());
        if given != value.as_str() {
            return Err(Failure::bad_request(format!("The property '{name}' is not the one in the URL.")));
        }
    }
    Ok(())
}

fn change(tenant: Tenant<'_>, row: &Row<'_>, members: Map<String, Value>, how: How) -> Result<Change, Failure> {
    let declared = &tenant.declared[row.home.collection];
    let parts = bind::sort(tenant, declared, members)?;
    if let Some((relation, _)) = parts.nested.first() {
        let name = tenant.declared[*relation].template.name();
        return Err(Failure::bad_request(format!("The navigation property '{name}' can't be changed by an update.")));
    }
    for bind in parts.binds.iter().filter(|bind| !bind.is_single) {
        let relation = row.home.below(&row.id, bind.relation);
        if bind.targets.iter().any(|target| tenant.store.links(&relation).has(target)) {
            return Err(Failure::reference_exists(tenant.declared[bind.relation].template.name()));
        }
    }
    if let (Some(given), Some(own)) = (own_type(&parts.own), tenant.type_of(row))
        && !given.eq_ignore_ascii_case(own)
    {
        return Err(Failure::bad_request(format!(
            "A value of type '{given}' was found where type '{own}' was expected."
        )));
    }
    let own = row.item.get("id");
    if parts.own.get("id").is_some_and(|id| Some(id) != own) {
        return Err(Failure::bad_request("The property 'id' is the key and can't be changed."));
    }
    let mut item = match how {
        How::Merge => row.item.clone().into_owned(),
        How::Replace => row
            .item
            .iter()
            .filter(|(name, _)| is_kept(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    };
    merge(&mut item, parts.own, true);
    Ok(Change { home: (*row.home).clone(), id: row.id.clone().into_owned(), item, binds: parts.binds })
}

/// What a replacement leaves as it is: the key and the type.
fn is_kept(name: &str) -> bool {
    matches!(name, "id" | "@odata.type")
}

/// Puts `members` over those of `item`. Objects are merged, everything else replaces. A null is the value of a property,
/// and the end of a member in an object below: without a schema, that may be a dictionary.
fn merge(item: &mut Item, members: Map<String, Value>, is_top: bool) {
    for (name, value) in members {
        match (item.get_mut(&name), value) {
            (_, Value::Null) if !is_top => drop(item.remove(&name)),
            (Some(Value::Object(old)), Value::Object(new)) if is_same_type(old, &new) => merge(old, new, false),
            (_, value) => drop(item.insert(name, without_nulls(value))),
        }
    }
}

/// A value of another type has other properties: there is nothing to merge.
fn is_same_type(old: &Item, new: &Item) -> bool {
    new.get("@odata.type").is_none_or(|name| old.get("@odata.type").is_none_or(|old| old == name))
}

/// New objects have nothing that a null could end.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(kept.map(|(name, value)| (name, without_nulls(value))).collect())
        }
        value => value,
    }
}

fn answer(call: &Call<'_>, store: &Store, place: &Place, home: &Address) -> Result<Answer, Failure> {
    let tenant = Tenant { declared: call.declared, store };
    let row = tenant.at(place).ok_or_else(|| missing(tenant, place))?;
    let answers = match call.prefer.answer {
        Some(Return::Representation) => true,
        Some(Return::Minimal) => false,
        None => tenant.declared[home.collection].is(Trait::AnswersUpdates),
    };
    let answer = if answers {
        Shape { call, tenant }.answer(StatusCode::OK, &place.address, &row, &Query::default())
    } else {
        Answer::empty(StatusCode::NO_CONTENT).with(header::ETAG, etag::header(row.version))
    };
    Ok(call.prefer.tell_answer(answer))
}

/// Removes the item at `place`, wherever it was found: below a relation, too, this is the end of the item itself.
pub(crate) fn delete(call: &Call<'_>, store: &mut Store, place: &Place) -> Result<Answer, Failure> {
    let tenant = Tenant { declared: call.declared, store };
    let row = tenant.at(place).ok_or_else(|| missing(tenant, place))?;
    etag::check_write(writable(tenant, &row)?, call.headers, Some(row.version))?;
    let (home, id) = ((*row.home).clone(), row.id.into_owned());
    store.remove(call.declared, &home, &id);
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
