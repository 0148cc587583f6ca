//! Two slices as one.

use crate::error::ReadErrorKind;
use crate::model::{Container, Namespace, Root, Schema, StructuredType, TypeDefinition};

impl Schema {
    /// Adds what `other` has. Types and operations of the same names are replaced; but where `other` has no more of a type
    /// than its name, as a reference page has of complex types, what was there stays.
    pub fn merge(&mut self, other: Self) -> Result<(), (u32, ReadErrorKind)> {
        for ty in other.types {
            match self.by_name.get(ty.name()).and_then(|number| self.types.get_mut(*number)) {
                Some(_) if is_name_only(&ty) => {}
                Some(own) => *own = ty,
                None => self.types.push(ty),
            }
        }
        self.operations.retain(|own| other.operations.iter().all(|new| new.name != own.name));
        self.operations.extend(other.operations);
        for namespace in other.namespaces {
            self.add_namespace(namespace);
        }
        match (&mut self.container, other.container) {
            (Some(own), Some(new)) => own.merge(new),
            (own @ None, new) => *own = new,
            (Some(_), None) => {}
        }
        self.index()
    }

    fn add_namespace(&mut self, namespace: Namespace) {
        match self.namespaces.iter_mut().find(|own| own.name == namespace.name) {
            Some(own) => own.alias = own.alias.take().or(namespace.alias),
            None => self.namespaces.push(namespace),
        }
    }
}

impl Container {
    fn merge(&mut self, other: Self) {
        let add = |own: &mut Vec<Root>, new: Vec<Root>| {
            own.retain(|root| new.iter().all(|new| new.name != root.name));
            own.extend(new);
        };
        add(&mut self.sets, other.sets);
        add(&mut self.singletons, other.singletons);
    }
}

fn is_name_only(ty: &TypeDefinition) -> bool {
    let TypeDefinition::Structured(StructuredType { is_entity, is_open, base, properties, navigations, .. }) = ty
    else {
        return false;
    };
    !is_entity && *is_open && base.is_none() && properties.is_empty() && navigations.is_empty()
}
