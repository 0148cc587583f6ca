//! Names by their full namespace.

use std::collections::{HashMap, HashSet};

use crate::model::{Annotations, Expression, Schema, TypeDefinition, TypeRef};

/// The namespaces by alias. They hold for the whole document (C§5.2): `self` is the one that says so, not the namespace
/// in which it is written (W9).
#[derive(Default)]
pub(super) struct Aliases(HashMap<String, String>);

impl Aliases {
    pub(super) fn add(&mut self, alias: &str, namespace: &str) {
        self.0.insert(alias.to_owned(), namespace.to_owned());
    }

    /// The name of a namespace is no alias, whatever the document says.
    pub(super) fn yield_to(&mut self, namespaces: &HashSet<String>) {
        self.0.retain(|alias, _| !namespaces.contains(alias));
    }

    /// `graph.user` or `graph.user/displayName`, qualified.
    pub(super) fn qualify(&self, name: &mut String) {
        let end = name.find('/').unwrap_or(name.len());
        let Some((alias, _)) = name[..end].rsplit_once('.') else { return };
        if let Some(namespace) = self.0.get(alias) {
            *name = format!("{namespace}{}", &name[alias.len()..]);
        }
    }

    /// The target of annotations, qualified; one with a signature (`graph.delta(Collection(graph.user))/token`) in all of
    /// its names.
    pub(super) fn target(&self, target: &str) -> String {
        let Some(end) = target.rfind(')') else {
            let mut name = target.to_owned();
            self.qualify(&mut name);
            return name;
        };
        let (signature, part) = target.split_at(end);
        let names = signature.split_inclusive(['(', ',']).map(|name| {
            let mut name = name.trim_start().to_owned();
            self.qualify(&mut name);
            name
        });
        names.chain([part.to_owned()]).collect()
    }

    /// Qualifies all names.
    pub(super) fn expand(&self, schema: &mut Schema) {
        schema.types.iter_mut().for_each(|ty| self.definition(ty));
        for operation in &mut schema.operations {
            for parameter in &mut operation.parameters {
                self.type_ref(&mut parameter.ty);
                self.annotations(&mut parameter.annotations);
            }
            operation.returns.iter_mut().for_each(|ty| self.type_ref(ty));
            self.annotations(&mut operation.annotations);
        }
        if let Some(container) = &mut schema.container {
            for root in container.sets.iter_mut().chain(&mut container.singletons) {
                self.qualify(&mut root.ty);
                self.annotations(&mut root.annotations);
            }
            self.annotations(&mut container.annotations);
        }
    }

    fn definition(&self, ty: &mut TypeDefinition) {
        match ty {
            TypeDefinition::Structured(ty) => {
                ty.base.iter_mut().for_each(|base| self.qualify(base));
                for property in &mut ty.properties {
                    self.type_ref(&mut property.ty);
                    self.annotations(&mut property.annotations);
                }
                for navigation in &mut ty.navigations {
                    self.type_ref(&mut navigation.ty);
                    self.annotations(&mut navigation.annotations);
                }
                self.annotations(&mut ty.annotations);
            }
            TypeDefinition::Enum(ty) => {
                ty.members.iter_mut().for_each(|member| self.annotations(&mut member.annotations));
                self.annotations(&mut ty.annotations);
            }
            TypeDefinition::Alias(ty) => self.annotations(&mut ty.annotations),
        }
    }

    fn type_ref(&self, ty: &mut TypeRef) {
        self.qualify(&mut ty.name);
    }

    pub(super) fn annotations(&self, annotations: &mut Annotations) {
        for annotation in &mut annotations.0 {
            self.qualify(&mut annotation.term);
            self.expression(&mut annotation.value);
        }
    }

    fn expression(&self, value: &mut Expression) {
        match value {
            Expression::EnumMember(names) => names.iter_mut().for_each(|name| self.qualify(name)),
            Expression::Collection(values) => values.iter_mut().for_each(|value| self.expression(value)),
            Expression::Record(values) => values.iter_mut().for_each(|(_, value)| self.expression(value)),
            Expression::Bool(_)
            | Expression::Text(_)
            | Expression::Int(_)
            | Expression::Constant(..)
            | Expression::Path(..)
            | Expression::Other(_) => {}
        }
    }
}
