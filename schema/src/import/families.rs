//! Families: a base type's derived types as one enum.

use super::Importer;
use super::places;
use super::scope::Scope;
use crate::model::StructuredType;
use crate::source::{Body, Derive, Item, Variant};

/// The family of a type, if it is the declared type of a property or a collection.
pub(super) fn item<'a>(importer: &Importer<'a>, ty: &'a StructuredType, scope: &mut Scope<'a>) -> Option<Item> {
    let members = importer.chosen.families.get(&*ty.name)?;
    let mut keys = importer.odata(&ty.name);
    if ty.is_entity {
        keys.extend(places::keys(importer, ty));
    }
    let mut variants: Vec<Variant> = members
        .iter()
        .map(|member| {
            let name = scope.refer(member);
            Variant { docs: Vec::new(), keys: Vec::new(), field: Some(format!("Box<{name}>")), name }
        })
        .collect();
    variants.push(Variant::unrecognized(scope.runtime("Unrecognized")));
    let name = scope.own_family(&ty.name);
    Some(Item {
        docs: vec![format!("Any [`{}`]: of the type itself, or of a derived one.", scope.own(&ty.name))],
        derive: scope.derive(Derive::of_struct(ty.is_entity)),
        keys,
        name,
        body: Body::Enum(variants),
    })
}
