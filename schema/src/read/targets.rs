//! `Annotations` elements: to the parts that they are about (C§14.2). Graph's metadata has nearly all of its annotations
//! there, in the block of one namespace and about all.

use super::aliases::Aliases;
use crate::model::{Annotations, Operation, Schema, TypeDefinition, TypeRef};

/// What is said of `target`.
pub(super) struct Targeted {
    pub(super) target: String,
    pub(super) annotations: Annotations,
}

/// Gives each its annotations. What is said of what is not there is left out: a slice has less than the whole.
pub(super) fn attach(schema: &mut Schema, targeted: Vec<Targeted>, aliases: &Aliases) {
    for Targeted { target, mut annotations } in targeted {
        let target = aliases.target(&target);
        aliases.annotations(&mut annotations);
        if let Some(place) = schema.annotations_of(&target) {
            place.0.append(&mut annotations.0);
        }
    }
}

impl Schema {
    /// `microsoft.graph.user`, `microsoft.graph.user/mail`, `microsoft.graph.GraphService/users`,
    /// `microsoft.graph.sendMail(microsoft.graph.user)/Message`.
    fn annotations_of(&mut self, target: &str) -> Option<&mut Annotations> {
        if target.contains('(') {
            let end = target.rfind(')')? + 1;
            let (signature, part) = target.split_at(end);
            let operation = self.operations.iter_mut().find(|operation| has_signature(operation, signature))?;
            return operation.part(part.strip_prefix('/'));
        }
        let (name, part) = match target.split_once('/') {
            Some((name, part)) => (name, Some(part)),
            None => (target, None),
        };
        if let Some(&number) = self.by_name.get(name) {
            return self.types.get_mut(number)?.part(part);
        }
        if let Some(container) = self.container.as_mut().filter(|container| container.name == name) {
            let Some(part) = part else { return Some(&mut container.annotations) };
            let mut roots = container.sets.iter_mut().chain(&mut container.singletons);
            return roots.find(|root| root.name == part).map(|root| &mut root.annotations);
        }
        // Without a signature it is about each overload; those of Graph have one.
        self.operations.iter_mut().find(|operation| operation.name == name)?.part(part)
    }
}

impl TypeDefinition {
    fn part(&mut self, part: Option<&str>) -> Option<&mut Annotations> {
        let Some(part) = part else {
            return Some(match self {
                Self::Structured(ty) => &mut ty.annotations,
                Self::Enum(ty) => &mut ty.annotations,
                Self::Alias(ty) => &mut ty.annotations,
            });
        };
        match self {
            Self::Structured(ty) => {
                let properties = ty.properties.iter_mut().map(|one| (&one.name, &mut one.annotations));
                let navigations = ty.navigations.iter_mut().map(|one| (&one.name, &mut one.annotations));
                properties.chain(navigations).find(|(name, _)| *name == part).map(|(_, annotations)| annotations)
            }
            Self::Enum(ty) => {
                ty.members.iter_mut().find(|member| member.name == part).map(|member| &mut member.annotations)
            }
            Self::Alias(_) => None,
        }
    }
}

impl Operation {
    fn part(&mut self, part: Option<&str>) -> Option<&mut Annotations> {
        let Some(part) = part else { return Some(&mut self.annotations) };
        let mut parameters = self.parameters.iter_mut();
        parameters.find(|parameter| parameter.name == part).map(|parameter| &mut parameter.annotations)
    }
}

/// `microsoft.graph.cancel(microsoft.graph.bookingAppointment, Edm.String)`. A function's has no types of the parameters
/// that may be left out.
fn has_signature(operation: &Operation, signature: &str) -> bool {
    let Some((name, types)) = signature.split_once('(') else { return false };
    if name != operation.name {
        return false;
    }
    let types = types.strip_suffix(')').unwrap_or(types);
    let mut types = types.split(',').map(str::trim).filter(|ty| !ty.is_empty());
    operation.parameters.iter().all(|parameter| types.next().is_some_and(|ty| is_written(&parameter.ty, ty)))
        && types.next().is_none()
}

fn is_written(ty: &TypeRef, text: &str) -> bool {
    match text.strip_prefix("Collection(").and_then(|item| item.strip_suffix(')')) {
        Some(item) => ty.is_collection && ty.name == item,
        None => !ty.is_collection && ty.name == text,
    }
}
