//! Which types are imported, and what of them.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use super::error::{ImportError, nearest};
use crate::model::{NavigationProperty, Property, Schema, StructuredType, TypeDefinition, TypeRef};
use crate::slice::resolve;
use crate::source::edm::{self, Primitive};

/// The types to import.
pub(super) struct Chosen<'a> {
    /// Their qualified names: those that were asked for first, then what these need.
    pub(super) types: Vec<&'a str>,
    known: HashSet<&'a str>,
    /// The base types that stand for their derived types somewhere, with the variants: the type itself first.
    pub(super) families: BTreeMap<&'a str, Vec<&'a str>>,
    /// What of the types that were asked for is imported; of others it is all structural properties.
    parts: HashMap<&'a str, Part<'a>>,
    /// Whether all navigation properties are.
    all: bool,
}

/// The properties that a projection has.
type Part<'a> = HashSet<&'a str>;

impl<'a> Chosen<'a> {
    /// All types.
    pub(super) fn all(schema: &'a Schema) -> Result<Self, Vec<ImportError>> {
        let mut chosen = Self::empty(true);
        for ty in schema.types.iter().filter(|ty| !matches!(ty, TypeDefinition::Alias(_))) {
            if ty.name() != "microsoft.graph.Json" {
                chosen.add(ty.name());
            }
        }
        let mut errors = Vec::new();
        chosen.close(schema, &mut errors);
        if errors.is_empty() { Ok(chosen) } else { Err(errors) }
    }

    /// The named types and what they need.
    pub(super) fn named<S: AsRef<str>>(
        schema: &'a Schema,
        names: &[S],
        select: Option<&[String]>,
    ) -> Result<Self, Vec<ImportError>> {
        let mut chosen = Self::empty(false);
        let mut errors = Vec::new();
        for name in names {
            match find(schema, name.as_ref()) {
                Ok(ty) => chosen.add(ty),
                Err(error) => errors.push(error),
            }
        }
        if let (Some(select), true) = (select, errors.is_empty()) {
            chosen.project(schema, select, &mut errors);
        }
        if errors.is_empty() {
            chosen.close(schema, &mut errors);
        }
        if errors.is_empty() { Ok(chosen) } else { Err(errors) }
    }

    fn empty(all: bool) -> Self {
        Self { types: Vec::new(), known: HashSet::new(), families: BTreeMap::new(), parts: HashMap::new(), all }
    }

    fn add(&mut self, name: &'a str) {
        if self.known.insert(name) {
            self.types.push(name);
        }
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.known.contains(name)
    }

    /// Whether requests ask for the properties of the struct alone.
    pub(super) fn is_projection(&self, ty: &str) -> bool {
        self.parts.contains_key(ty)
    }

    /// The structural properties of a struct, streams left out: the key's first, then those of the bases.
    pub(super) fn properties(&self, schema: &'a Schema, ty: &str) -> Vec<&'a Property> {
        let key = schema.key(ty);
        let part = self.parts.get(ty);
        let is_key = |property: &&Property| key.contains(&property.name);
        let is_chosen =
            |property: &&Property| is_key(property) || part.is_none_or(|part| part.contains(&*property.name));
        let mut all: Vec<_> =
            schema.properties(ty).filter(is_chosen).filter(|one| !is_stream(schema, &one.ty)).collect();
        // A derived type may tell more of a property that its base has.
        each_once(&mut all, |property| &property.name);
        all.sort_by_key(|property| !is_key(property));
        all
    }

    /// The navigation properties of a struct.
    pub(super) fn navigations(&self, schema: &'a Schema, ty: &str) -> Vec<&'a NavigationProperty> {
        let part = self.parts.get(ty);
        let is_chosen = |one: &&NavigationProperty| {
            (self.all || part.is_some_and(|part| part.contains(&*one.name))) && schema.property(ty, &one.name).is_none()
        };
        let mut all: Vec<_> = schema.navigations(ty).filter(is_chosen).collect();
        each_once(&mut all, |navigation| &navigation.name);
        all
    }

    /// Takes the properties of that names; each has to be one of some type.
    fn project(&mut self, schema: &'a Schema, select: &[String], errors: &mut Vec<ImportError>) {
        let structs: Vec<&StructuredType> = self.types.iter().filter_map(|name| schema.structured(name)).collect();
        for name in select {
            let mut found = false;
            for ty in &structs {
                let property = schema.property(&ty.name, name);
                if let Some(stream) = property.filter(|property| is_stream(schema, &property.ty)) {
                    errors.push(ImportError::Stream { name: name.clone(), line: stream.line });
                    found = true;
                    continue;
                }
                let navigation = schema.navigation(&ty.name, name).map(|one| &*one.name);
                let Some(own) = property.map(|one| &*one.name).or(navigation) else { continue };
                self.parts.entry(&ty.name).or_default().insert(own);
                found = true;
            }
            if let (false, Some(ty)) = (found, structs.first()) {
                let names = schema.properties(&ty.name).map(|one| &*one.name);
                let near = nearest(name, names.chain(schema.navigations(&ty.name).map(|one| &*one.name)));
                let (name, line) = (name.clone(), ty.line);
                errors.push(ImportError::UnknownProperty { name, ty: ty.name.clone(), line, near });
            }
        }
        for ty in structs {
            self.parts.entry(&ty.name).or_default();
        }
    }

    /// Adds what the types need, until there is nothing more.
    fn close(&mut self, schema: &'a Schema, errors: &mut Vec<ImportError>) {
        let (mut declared, mut seen) = (Vec::<&'a str>::new(), HashSet::new());
        let mut next: VecDeque<&'a str> = self.types.iter().copied().collect();
        while let Some(name) = next.pop_front() {
            let before = self.types.len();
            if let Some(ty) = schema.type_definition(name).filter(|ty| !is_name(ty.name())) {
                errors.push(ImportError::NoName { name: name.to_owned(), line: ty.line() });
            }
            let properties = self.properties(schema, name).into_iter().map(|one| (&*one.name, &one.ty, one.line));
            let navigations = self.navigations(schema, name).into_iter().map(|one| (&*one.name, &one.ty, one.line));
            for (property, ty, line) in properties.chain(navigations).collect::<Vec<_>>() {
                if ty.name.starts_with("Edm.") || edm::is_raw(&ty.name) {
                    continue;
                }
                let Some(definition) = schema.type_definition(&ty.name) else {
                    let (missing, property) = (ty.name.clone(), property.to_owned());
                    errors.push(ImportError::Undefined { missing, ty: name.to_owned(), property, line });
                    continue;
                };
                if let TypeDefinition::Alias(_) = definition {
                    continue;
                }
                self.add(definition.name());
                if let TypeDefinition::Structured(one) = definition
                    && seen.insert(&*one.name)
                {
                    declared.push(&one.name);
                    // Of entities those only that were asked for: `directoryObject` would bring half of Graph.
                    if !one.is_entity {
                        schema.subtypes(&one.name).into_iter().for_each(|derived| self.add(&derived.name));
                    }
                }
            }
            next.extend(self.types.iter().skip(before));
        }
        if self.all {
            let container = schema.container.iter();
            let roots = container.flat_map(|one| one.sets.iter().chain(&one.singletons)).map(|root| &*root.ty);
            declared.extend(roots);
        } else {
            // A base that was asked for beside its derived types.
            declared.extend(self.types.iter().filter(|name| schema.structured(name).is_some_and(|ty| ty.is_entity)));
        }
        for base in declared {
            self.add_family(schema, base);
        }
    }

    fn add_family(&mut self, schema: &'a Schema, base: &'a str) {
        if edm::is_raw(base) || self.families.contains_key(base) {
            return;
        }
        let derived = schema.subtypes(base).into_iter().map(|ty| &*ty.name).filter(|name| self.known.contains(name));
        let derived: Vec<&str> = derived.collect();
        if !derived.is_empty() {
            self.families.insert(base, [base].into_iter().chain(derived).collect());
        }
    }
}

/// Leaves the last of each name.
pub(super) fn each_once<'a, T>(all: &mut Vec<&'a T>, name: fn(&'a T) -> &'a str) {
    let mut seen = HashSet::new();
    all.reverse();
    all.retain(|one| seen.insert(name(one)));
    all.reverse();
}

pub(super) fn is_stream(schema: &Schema, ty: &TypeRef) -> bool {
    matches!(edm::primitive(underlying(schema, &ty.name)), Some(Primitive::Stream))
}

/// What the derive takes for a qualified name.
fn is_name(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._".contains(&byte))
}

/// What another name of a primitive type stands for.
pub(super) fn underlying<'a>(schema: &'a Schema, name: &'a str) -> &'a str {
    match schema.type_definition(name) {
        Some(TypeDefinition::Alias(alias)) => &alias.underlying,
        _ => name,
    }
}

/// A type by its name, which may be short.
fn find<'a>(schema: &'a Schema, wanted: &str) -> Result<&'a str, ImportError> {
    let name = resolve(schema, wanted).map_err(ImportError::Name)?;
    let ty = schema.type_definition(&name).map(TypeDefinition::name);
    ty.ok_or(ImportError::Operation(name))
}
