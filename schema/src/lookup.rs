//! Finding things in a [`Schema`].

use std::collections::HashSet;

use crate::error::ReadErrorKind;
use crate::model::{
    Annotations, EnumType, Expression, NavigationProperty, Operation, Property, Schema, StructuredType, TypeDefinition,
};

/// Real types have a few.
const MOST_BASES: usize = 100;

impl Schema {
    /// Makes the lookups, after `types` has changed. Two types of a name, and a type that is its own base or has more bases
    /// than real ones have, are errors, with the line.
    pub fn index(&mut self) -> Result<(), (u32, ReadErrorKind)> {
        self.by_name.clear();
        self.derived.clear();
        for (number, ty) in self.types.iter().enumerate() {
            if self.by_name.insert(ty.name().to_owned(), number).is_some() {
                return Err((ty.line(), ReadErrorKind::Twice(ty.name().to_owned())));
            }
        }
        for (number, ty) in self.types.iter().enumerate() {
            let TypeDefinition::Structured(ty) = ty else { continue };
            if let Some(base) = ty.base.as_deref().and_then(|base| self.by_name.get(base)) {
                self.derived.entry(*base).or_default().push(number);
            }
        }
        self.bases()?;
        let open: Vec<usize> = (0..self.types.len()).filter(|number| self.is_open(*number)).collect();
        for number in open {
            if let Some(TypeDefinition::Structured(ty)) = self.types.get_mut(number) {
                ty.is_open = true;
            }
        }
        Ok(())
    }

    /// Bases lead neither in a circle nor on and on: whoever follows them is done soon.
    fn bases(&self) -> Result<(), (u32, ReadErrorKind)> {
        for ty in &self.types {
            let mut seen = HashSet::new();
            for one in self.chain(ty.name()) {
                if !seen.insert(&*one.name) {
                    return Err((ty.line(), ReadErrorKind::Circle(one.name.clone())));
                }
                if seen.len() > MOST_BASES {
                    return Err((ty.line(), ReadErrorKind::TooDerived(ty.name().to_owned())));
                }
            }
        }
        Ok(())
    }

    fn is_open(&self, number: usize) -> bool {
        self.types.get(number).is_some_and(|ty| self.chain(ty.name()).any(|ty| ty.is_open))
    }

    /// The type of this qualified name.
    pub fn type_definition(&self, name: &str) -> Option<&TypeDefinition> {
        self.types.get(*self.by_name.get(name)?)
    }

    /// The entity type or complex type of this qualified name.
    pub fn structured(&self, name: &str) -> Option<&StructuredType> {
        match self.type_definition(name)? {
            TypeDefinition::Structured(ty) => Some(ty),
            TypeDefinition::Enum(_) | TypeDefinition::Alias(_) => None,
        }
    }

    /// The enumeration type of this qualified name.
    pub fn enum_type(&self, name: &str) -> Option<&EnumType> {
        match self.type_definition(name)? {
            TypeDefinition::Enum(ty) => Some(ty),
            TypeDefinition::Structured(_) | TypeDefinition::Alias(_) => None,
        }
    }

    /// The type and its bases, the type first. A base that is not defined here ends it.
    pub fn chain<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a StructuredType> {
        let base = |ty: &&'a StructuredType| self.structured(ty.base.as_deref()?);
        std::iter::successors(self.structured(name), base)
    }

    /// The properties of a type, those of its bases first.
    pub fn properties<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Property> {
        let mut chain: Vec<_> = self.chain(name).collect();
        chain.reverse();
        chain.into_iter().flat_map(|ty| &ty.properties)
    }

    /// The navigation properties of a type, those of its bases first.
    pub fn navigations<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a NavigationProperty> {
        let mut chain: Vec<_> = self.chain(name).collect();
        chain.reverse();
        chain.into_iter().flat_map(|ty| &ty.navigations)
    }

    /// A property of a type, its own or inherited.
    pub fn property(&self, ty: &str, name: &str) -> Option<&Property> {
        self.chain(ty).flat_map(|ty| &ty.properties).find(|property| property.name == name)
    }

    /// A navigation property of a type, its own or inherited.
    pub fn navigation(&self, ty: &str, name: &str) -> Option<&NavigationProperty> {
        self.chain(ty).flat_map(|ty| &ty.navigations).find(|navigation| navigation.name == name)
    }

    /// The names of the properties that make the key of a type; none for one without a key.
    pub fn key(&self, ty: &str) -> &[String] {
        self.chain(ty).map(|ty| &*ty.key).find(|key| !key.is_empty()).unwrap_or_default()
    }

    /// All types derived from a type, near ones first.
    pub fn subtypes(&self, name: &str) -> Vec<&StructuredType> {
        let mut found: Vec<usize> = self.by_name.get(name).copied().into_iter().collect();
        let mut next = 0;
        while let Some(number) = found.get(next) {
            found.extend(self.derived.get(number).into_iter().flatten());
            next += 1;
        }
        let types = found.into_iter().skip(1).filter_map(|number| self.types.get(number));
        types.filter_map(|ty| if let TypeDefinition::Structured(ty) = ty { Some(ty) } else { None }).collect()
    }

    /// Whether a type is `base` or derived from it.
    pub fn is_a(&self, name: &str, base: &str) -> bool {
        name == base || self.chain(name).any(|ty| ty.base.as_deref() == Some(base))
    }

    /// The overloads of an action or a function: by its qualified name, or by the last part of it.
    pub fn operations<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Operation> {
        let short = !name.contains('.');
        self.operations.iter().filter(move |operation| {
            let own = if short { short_name(&operation.name) } else { &operation.name };
            own == name
        })
    }
}

impl TypeDefinition {
    /// The qualified name.
    pub fn name(&self) -> &str {
        match self {
            Self::Structured(ty) => &ty.name,
            Self::Enum(ty) => &ty.name,
            Self::Alias(ty) => &ty.name,
        }
    }

    /// Line of its element in the document, from 1; 0 if it was not read from one.
    pub fn line(&self) -> u32 {
        match self {
            Self::Structured(ty) => ty.line,
            Self::Enum(ty) => ty.line,
            Self::Alias(ty) => ty.line,
        }
    }
}

/// `user` of `microsoft.graph.user`.
pub fn short_name(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, short)| short)
}

/// `microsoft.graph` of `microsoft.graph.user`.
pub fn namespace(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(namespace, _)| namespace)
}

/// How a primitive type is called in Rust, with `edm::` before those of the runtime's module of that name: `i32` for
/// `Edm.Int32`, `edm::Guid` for `Edm.Guid`. None for what no property has a type of its own for, such as `Edm.Stream`.
pub fn rust_type(name: &str) -> Option<&'static str> {
    Some(match name.strip_prefix("Edm.")? {
        "Binary" => "edm::Binary",
        "Boolean" => "bool",
        "Byte" => "u8",
        "Date" => "edm::Date",
        "DateTimeOffset" => "edm::DateTimeOffset",
        "Decimal" => "edm::Decimal",
        "Double" => "f64",
        "Duration" => "edm::Duration",
        "Guid" => "edm::Guid",
        "Int16" | "SByte" => "i16",
        "Int32" => "i32",
        "Int64" => "i64",
        "Single" => "f32",
        "String" => "String",
        "TimeOfDay" => "edm::TimeOfDay",
        _ => return None,
    })
}

const CORE: &str = "Org.OData.Core.V1";

impl Annotations {
    /// What a term says, by its qualified name.
    pub fn get(&self, term: &str) -> Option<&Expression> {
        self.0.iter().find(|annotation| annotation.term == term).map(|annotation| &annotation.value)
    }

    fn core(&self, term: &str) -> Option<&Expression> {
        let mut own = self.0.iter().filter(|annotation| namespace(&annotation.term) == CORE);
        own.find(|annotation| short_name(&annotation.term) == term).map(|annotation| &annotation.value)
    }

    /// `Core.Description`, and behind it `Core.LongDescription`.
    pub fn description(&self) -> Option<String> {
        let texts: Vec<&str> = ["Description", "LongDescription"]
            .into_iter()
            .filter_map(
                |term| if let Some(Expression::Text(text)) = self.core(term) { Some(text.trim()) } else { None },
            )
            .filter(|text| !text.is_empty())
            .collect();
        (!texts.is_empty()).then(|| texts.join("\n\n"))
    }

    /// `Core.Computed`: the service sets it.
    pub fn is_computed(&self) -> bool {
        self.core("Computed") == Some(&Expression::Bool(true))
    }

    /// `Core.Immutable`: set to create, and never changed.
    pub fn is_immutable(&self) -> bool {
        self.core("Immutable") == Some(&Expression::Bool(true))
    }

    /// `Core.Permissions` of reading alone, and nothing else.
    pub fn is_read_only(&self) -> bool {
        self.has_permission("Read")
    }

    /// `Core.Permissions` of writing alone, and nothing else.
    pub fn is_write_only(&self) -> bool {
        self.has_permission("Write")
    }

    /// `Core.OptionalParameter`: it may be left out.
    pub fn is_optional_parameter(&self) -> bool {
        self.core("OptionalParameter").is_some()
    }

    fn has_permission(&self, name: &str) -> bool {
        let Some(Expression::EnumMember(members)) = self.core("Permissions") else { return false };
        members.iter().map(|member| member.rsplit_once('/').map_or(&**member, |(_, name)| name)).eq([name])
    }
}
