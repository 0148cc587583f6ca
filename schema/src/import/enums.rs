//! Enums.

use super::scope::Scope;
use super::texts::docs;
use super::{Importer, chosen};
use crate::model::EnumType;
use crate::names;
use crate::source::{Body, Derive, Item, Key, Variant};

pub(super) fn item<'a>(importer: &Importer<'a>, ty: &'a EnumType, scope: &mut Scope<'a>) -> Item {
    let mut keys = importer.odata(&ty.name);
    if ty.is_flags {
        keys.push(Key::Flag("flags"));
    }
    let mut members: Vec<_> = ty.members.iter().collect();
    chosen::each_once(&mut members, |member| &member.name);
    let names = names::variants(members.iter().map(|member| &*member.name));
    let members = members.into_iter().zip(names).map(|(member, name)| Variant {
        docs: docs(&member.annotations, 4),
        keys: name.rename.into_iter().map(|rename| Key::Text("rename", rename)).collect(),
        name: name.rust,
        field: None,
    });
    Item {
        docs: docs(&ty.annotations, 0),
        derive: scope.derive(Derive::Enum),
        keys,
        name: scope.own(&ty.name),
        body: Body::Enum(members.chain([Variant::unrecognized("String")]).collect()),
    }
}
