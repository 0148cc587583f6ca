//! `GET` of a collection or an item. Whether the request may come this far is decided in `rules`.

use http::StatusCode;
use serde_json::{Map, Value};

use crate::answer::Answer;
use crate::error::Failure;
use crate::query::Select;
use crate::route::{Collection, Place};
use crate::store::{Item, Store};

const CONTEXT: &str = "@odata.context";

/// Reads what is at `place`.
pub(crate) fn read(
    root: &str,
    collection: &Collection,
    place: &Place,
    store: &Store,
    query: Option<&str>,
) -> Result<Answer, Failure> {
    let select = Select::of(query)?;
    let context = format!("{root}/$metadata#{}{}", collection.context_path(&place.address.keys), select.context());
    let body = if let Some(id) = &place.item {
        let item = store.item(&place.address, id).ok_or_else(|| Failure::item_not_found(id))?;
        with_context(format!("{context}/$entity"), select.of_item(item))
    } else {
        let items = store.items(&place.address).iter().map(|item| Value::Object(select.of_item(item)));
        with_context(context, Map::from_iter([("value".to_owned(), items.collect())]))
    };
    Ok(Answer { status: StatusCode::OK, location: None, body })
}

/// `members` behind the context, which comes first whether or not `serde_json` keeps the order of members.
pub(crate) fn with_context(context: String, members: Item) -> Item {
    let mut body = Item::from_iter([(CONTEXT.to_owned(), Value::String(context))]);
    body.extend(members.into_iter().filter(|(name, _)| name != CONTEXT));
    body
}
