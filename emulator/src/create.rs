//! `POST` to a collection, and the creating half of an upsert. Whether the request may come this far is decided in
//! `rules`.

use http::{HeaderName, HeaderValue, StatusCode, header};
use serde_json::{Map, Value};

use crate::address::Address;
use crate::answer::{Answer, new_id};
use crate::bind::{self, Bind};
use crate::call::Call;
use crate::declared::{Declared, Trait};
use crate::error::Failure;
use crate::prefer::Return;
use crate::query::Query;
use crate::shape::Shape;
use crate::store::{Item, Store, bare_type};
use crate::tenant::Tenant;

const ENTITY_ID: HeaderName = HeaderName::from_static("odata-entityid");

/// An item that can be stored, with what comes along.
pub(crate) struct Draft {
    address: Address,
    id: String,
    item: Item,
    binds: Vec<Bind>,
    below: Vec<Draft>,
}

impl Draft {
    /// Reads the members of a new item. A key that the service isn't to make is given.
    pub(crate) fn new(
        tenant: Tenant<'_>,
        address: Address,
        id: Option<String>,
        members: Map<String, Value>,
    ) -> Result<Self, Failure> {
        let declared = &tenant.declared[address.collection];
        check_type(declared, members.get("@odata.type"))?;
        if members.get("id").is_some_and(|given| id.as_deref().is_none_or(|id| given != id)) {
            return Err(Failure::bad_request("The property 'id' is set by the service and can't be in the payload."));
        }
        let id = id.unwrap_or_else(new_id);
        let mut parts = bind::sort(tenant, declared, members)?;
        parts.own.insert("id".into(), Value::String(id.clone()));
        let mut below = Vec::new();
        for (relation, items) in parts.nested {
            for members in items {
                below.push(Self::new(tenant, address.below(&id, relation), None, members)?);
            }
        }
        Ok(Self { address, id, item: parts.own, binds: parts.binds, below })
    }

    /// Stores everything, or nothing.
    pub(crate) fn store(self, declared: &[Declared], store: &mut Store) -> Result<(), Failure> {
        let Self { address, id, item, binds, below } = self;
        store.insert(&address, &declared[address.collection], &id, item).map_err(Failure::conflict)?;
        apply(store, &address, &id, binds);
        for draft in below {
            if let Err(failure) = draft.store(declared, store) {
                store.remove(declared, &address, &id);
                return Err(failure);
            }
        }
        Ok(())
    }
}

/// Writes the references of an item.
pub(crate) fn apply(store: &mut Store, address: &Address, id: &str, binds: Vec<Bind>) {
    for bind in binds {
        let relation = address.below(id, bind.relation);
        if bind.is_single {
            store.unlink(&relation, |_| true);
        }
        for target in bind.targets {
            store.link(&relation, target);
        }
    }
}

/// Stores the object in the body as a new item.
pub(crate) fn create(call: &Call<'_>, store: &mut Store, address: &Address) -> Result<Answer, Failure> {
    let members = call.json()?;
    let draft = Draft::new(Tenant { declared: call.declared, store }, address.clone(), None, members)?;
    finish(call, store, address, draft)
}

/// Stores a new item, and answers with it.
pub(crate) fn finish(call: &Call<'_>, store: &mut Store, address: &Address, draft: Draft) -> Result<Answer, Failure> {
    let id = draft.id.clone();
    let location =
        HeaderValue::try_from(call.url_of(address, &id)).map_err(|_| Failure::bad_request("The Host is not valid."))?;
    draft.store(call.declared, store)?;
    let tenant = Tenant { declared: call.declared, store };
    let row = tenant.find(address, &id).ok_or_else(|| Failure::item_not_found(&id))?;
    let answer = match call.prefer.answer {
        Some(Return::Minimal) => Answer::empty(StatusCode::NO_CONTENT).with(ENTITY_ID, location.clone()),
        _ => Shape { call, tenant }.answer(StatusCode::CREATED, address, &row, &Query::default()),
    };
    Ok(call.prefer.tell_answer(answer.with(header::LOCATION, location)))
}

/// A body may leave its type out, but not name another one; unless the type of the collection is abstract: then it names
/// one, and not that.
fn check_type(declared: &Declared, given: Option<&Value>) -> Result<(), Failure> {
    let is_abstract = declared.is(Trait::Abstract);
    let name = match given {
        None if is_abstract => {
            return Err(Failure::bad_request(
                "Cannot create an abstract class. The payload must have the '@odata.type' of a derived type.",
            ));
        }
        None => return Ok(()),
        Some(Value::String(text)) => bare_type(text),
        Some(_) => return Err(Failure::bad_request("The value of '@odata.type' must be a string.")),
    };
    let is_declared = declared.odata_type.as_ref().map(|expected| expected.eq_ignore_ascii_case(name));
    match is_declared {
        Some(true) if is_abstract => Err(Failure::bad_request(format!("Cannot create an abstract class: '{name}'."))),
        Some(false) if !is_abstract => Err(Failure::bad_request(format!(
            "A value of type '{name}' was found where type '{}' was expected.",
            declared.odata_type.as_deref().unwrap_or_default()
        ))),
        _ => Ok(()),
    }
}
