//! `POST` to a collection. Whether the request may come this far is decided in `rules`.

use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::Value;

use crate::address::Address;
use crate::answer::{Answer, new_id};
use crate::error::Failure;
use crate::json;
use crate::path;
use crate::read;
use crate::route::Collection;
use crate::store::{Item, Store};

/// Stores the object in `body` as a new item.
pub(crate) fn create(
    root: &str,
    collection: &Collection,
    address: Address,
    store: &mut Store,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Answer, Failure> {
    check_content_type(headers)?;
    let members = json::object(body)?;
    check_type(collection, members.get("@odata.type"))?;
    if members.contains_key("id") {
        return Err(Failure::bad_request("The property 'id' is set by the service and can't be in the payload."));
    }
    let id = new_id();
    let location = format!("{root}/{}/{}", collection.url_path(&address.keys), path::encode(&id));
    let location = HeaderValue::try_from(location).map_err(|_| Failure::bad_request("The Host is not valid."))?;
    let context = format!("{root}/$metadata#{}/$entity", collection.context_path(&address.keys));
    let mut item: Item = members.into_iter().filter(|(name, _)| is_stored(name)).collect();
    item.insert("id".into(), Value::String(id));
    let body = read::with_context(context, item.clone());
    store.insert(address, collection, item).map_err(Failure::conflict)?;
    Ok(Answer { status: StatusCode::CREATED, location: Some(location), body })
}

/// `application/json`, with whatever parameters.
fn check_content_type(headers: &HeaderMap) -> Result<(), Failure> {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = value.and_then(|value| value.split(';').next()).unwrap_or_default();
    if essence.trim().eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Failure::unsupported_media_type())
}

/// A body may leave its type out, but not name another one.
fn check_type(collection: &Collection, given: Option<&Value>) -> Result<(), Failure> {
    let name = match given {
        None => return Ok(()),
        Some(Value::String(text)) => text.rsplit('#').next().unwrap_or_default(),
        Some(_) => return Err(Failure::bad_request("The value of '@odata.type' must be a string.")),
    };
    match &collection.odata_type {
        Some(expected) if !expected.eq_ignore_ascii_case(name) => Err(Failure::bad_request(format!(
            "A value of type '{name}' was found where type '{expected}' was expected."
        ))),
        _ => Ok(()),
    }
}

/// Of control information only types are kept: the rest is for the service (a bind), or not for it to read.
fn is_stored(name: &str) -> bool {
    name.split_once("@odata.").is_none_or(|(_, term)| term == "type")
}
