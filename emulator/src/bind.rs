//! What the members of a body are: properties, references to other items, items below this one. Nothing is written here.

use serde_json::{Map, Value};

use crate::declared::{Declared, Kind, Trait};
use crate::error::Failure;
use crate::store::{Item, Target};
use crate::tenant::Tenant;

/// How many references to directory objects a request can add.
const MAX_BINDS: usize = 20;

/// The members of a body, sorted.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// What is stored in the item itself.
    pub(crate) own: Item,
    /// `manager@odata.bind`: the relation and what it is to lead to.
    pub(crate) binds: Vec<Bind>,
    /// Items for a collection below this one.
    pub(crate) nested: Vec<(usize, Vec<Map<String, Value>>)>,
}

#[derive(Debug)]
pub(crate) struct Bind {
    pub(crate) relation: usize,
    /// What was there before is gone.
    pub(crate) is_single: bool,
    pub(crate) targets: Vec<Target>,
}

/// Sorts the members of a body for an item of `declared`.
pub(crate) fn sort(tenant: Tenant<'_>, declared: &Declared, members: Map<String, Value>) -> Result<Parts, Failure> {
    let mut parts = Parts::default();
    for (name, value) in members {
        if let Some(relation) = name.strip_suffix("@odata.bind") {
            // A reference to something that isn't declared leads nowhere.
            if let Some(relation) = declared.relation(relation) {
                parts.binds.push(bind(tenant, relation, &name, &value)?);
            }
        } else if let Some(relation) = declared.relation(&name) {
            if !value.is_null() {
                parts.nested.push((relation, nested(tenant, relation, &name, value)?));
            }
        } else if is_stored(&name) {
            parts.own.insert(name, value);
        }
    }
    let bound: usize = parts.binds.iter().map(|bind| bind.targets.len()).sum();
    if declared.is(Trait::Directory) && bound > MAX_BINDS {
        return Err(Failure::bad_request(format!("At most {MAX_BINDS} references can be added in one request.")));
    }
    Ok(parts)
}

/// Of control information only types are kept: the rest is for the service, or not for it to read.
fn is_stored(name: &str) -> bool {
    name.split_once("@odata.").is_none_or(|(_, term)| term == "type")
}

fn bind(tenant: Tenant<'_>, relation: usize, name: &str, value: &Value) -> Result<Bind, Failure> {
    let malformed = |expected: &str| Failure::bad_request(format!("The value of '{name}' must be {expected}."));
    let url = |url: &Value| {
        let url = url.as_str().ok_or_else(|| malformed("made of URLs"))?;
        target(tenant, relation, url)
    };
    match (&tenant.declared[relation].kind, value) {
        (Kind::References(_), Value::Array(urls)) => {
            let targets = urls.iter().map(url).collect::<Result<_, _>>()?;
            Ok(Bind { relation, is_single: false, targets })
        }
        (Kind::References(_), _) => Err(malformed("an array")),
        (Kind::Reference(_), Value::Null) => Ok(Bind { relation, is_single: true, targets: Vec::new() }),
        (Kind::Reference(_), value) => Ok(Bind { relation, is_single: true, targets: vec![url(value)?] }),
        _ => Err(Failure::bad_request(format!("The property '{name}' is not a relation to other resources."))),
    }
}

fn nested(tenant: Tenant<'_>, relation: usize, name: &str, value: Value) -> Result<Vec<Map<String, Value>>, Failure> {
    let refused = |what: &str| Failure::bad_request(format!("The value of the navigation property '{name}' {what}."));
    if !matches!(tenant.declared[relation].kind, Kind::Items) {
        return Err(refused("can't be created together with the resource"));
    }
    let Value::Array(items) = value else { return Err(refused("must be an array")) };
    let objects = items.into_iter().map(|item| match item {
        Value::Object(members) => Ok(members),
        _ => Err(refused("must be made of objects")),
    });
    objects.collect()
}

/// The item that a URL means, as one that `relation` may lead to.
pub(crate) fn target(tenant: Tenant<'_>, relation: usize, url: &str) -> Result<Target, Failure> {
    let declared = &tenant.declared[relation];
    let row = tenant.item_at_url(declared.version, url)?;
    match &declared.kind {
        Kind::References(targets) | Kind::Reference(targets) if targets.contains(&row.home.collection) => {
            Ok(Target { address: (*row.home).clone(), id: row.id.into_owned() })
        }
        _ => Err(Failure::bad_request(format!(
            "Unsupported resource type for the navigation property '{}'.",
            declared.template.name()
        ))),
    }
}
