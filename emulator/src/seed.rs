//! What is stored before the first request.

use bytes::Bytes;
use serde_json::{Map, Value};

use crate::address::Address;
use crate::answer::new_id;
use crate::bind;
use crate::create;
use crate::declared::{Declared, Kind};
use crate::setup::{SetupError, Spot, object};
use crate::store::Store;
use crate::tenant::Tenant;

/// What a builder was told to store.
#[derive(Default)]
pub(crate) struct Seeds {
    pub(crate) items: Vec<(Spot, Value)>,
    /// From a relation to the URL of an item.
    pub(crate) links: Vec<(Spot, String)>,
    pub(crate) contents: Vec<(Spot, String, Bytes)>,
}

/// A reference that can't be followed before all items are there.
struct Later {
    spot: Spot,
    address: Address,
    id: String,
    members: Map<String, Value>,
}

/// Stores everything, parents before what is below them.
pub(crate) fn store(declared: &[Declared], seeds: Seeds) -> Result<Store, SetupError> {
    let mut store = Store::default();
    let mut later = Vec::new();
    let items = seeds.items.into_iter().map(|(spot, value)| Ok((spot.place(declared)?, spot, value)));
    let mut items = items.collect::<Result<Vec<_>, SetupError>>()?;
    // Each level has a key more.
    items.sort_by_key(|(address, ..)| address.keys.len());
    for (address, spot, value) in items {
        check_parents(declared, &store, &spot, &address)?;
        plant(declared, &mut store, &mut later, &spot, address, value)?;
    }
    for Later { spot, address, id, members } in later {
        let place = &declared[address.collection];
        let parts = bind::sort(Tenant { declared, store: &store }, place, members);
        let parts = parts.map_err(|failure| spot.error(failure.message))?;
        create::apply(&mut store, &address, &id, parts.binds);
    }
    for (spot, url) in seeds.links {
        let address = spot.place(declared)?;
        check_parents(declared, &store, &spot, &address)?;
        let target = bind::target(Tenant { declared, store: &store }, address.collection, &url);
        let target = target.map_err(|failure| spot.error(failure.message))?;
        if matches!(declared[address.collection].kind, Kind::Reference(_)) {
            store.unlink(&address, |_| true);
        }
        store.link(&address, target);
    }
    for (spot, media_type, bytes) in seeds.contents {
        let address = spot.place(declared)?;
        if !matches!(declared[address.collection].kind, Kind::Media | Kind::Stream) {
            return Err(spot.error("no media is declared for this path"));
        }
        check_parents(declared, &store, &spot, &address)?;
        store.put_content(address, media_type, bytes);
    }
    Ok(store)
}

fn check_parents(declared: &[Declared], store: &Store, spot: &Spot, address: &Address) -> Result<(), SetupError> {
    for parent in &declared[address.collection].parents {
        let above = Address { collection: parent.collection, keys: address.keys[..parent.key].to_vec() };
        let key = &address.keys[parent.key];
        if (Tenant { declared, store }).find(&above, key).is_none() {
            return Err(spot.error(format_args!("there is no item `{key}` that this could be below")));
        }
    }
    Ok(())
}

/// Stores one item, and the items that are written inside of it for collections below.
fn plant(
    declared: &[Declared],
    store: &mut Store,
    later: &mut Vec<Later>,
    spot: &Spot,
    address: Address,
    value: Value,
) -> Result<(), SetupError> {
    let place = &declared[address.collection];
    if !matches!(place.kind, Kind::Items) {
        return Err(spot.error("nothing can be stored here by itself"));
    }
    let mut item = object(spot, value)?;
    let id = item.entry("id").or_insert_with(|| Value::String(new_id()));
    let Some(id) = id.as_str().filter(|id| !id.is_empty()).map(str::to_owned) else {
        return Err(spot.error("the `id` of an item is a string, and not empty"));
    };
    let (mut own, mut binds, mut below) = (Map::new(), Map::new(), Vec::new());
    for (name, value) in item {
        match (place.relation(&name), value) {
            (Some(relation), Value::Array(items)) => below.extend(items.into_iter().map(|item| (relation, item))),
            (Some(_), _) => return Err(spot.error(format_args!("`{name}` is a relation and no property"))),
            (None, value) if name.ends_with("@odata.bind") => drop(binds.insert(name, value)),
            (_, value) => drop(own.insert(name, value)),
        }
    }
    let taken = |name: &str| spot.error(format_args!("two items have the same `{name}`"));
    store.insert(&address, place, &id, own).map_err(taken)?;
    for (relation, item) in below {
        plant(declared, store, later, spot, address.below(&id, relation), item)?;
    }
    if !binds.is_empty() {
        later.push(Later { spot: spot.clone(), address, id, members: binds });
    }
    Ok(())
}
