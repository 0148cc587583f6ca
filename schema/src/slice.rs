//! A part of a schema: some types, and what they need.

use std::collections::HashSet;
use std::fmt;

use crate::lookup::{namespace, short_name};
use crate::model::{Container, Root, Schema, TypeDefinition, TypeRef};

/// The part of `schema` that the check of some structs needs: the types of these names with their bases, the types of
/// their structural properties with all that derive from those, and so on. Navigation properties are in it, the types
/// that they lead to only if they are named or needed themselves: else every slice would be the whole of Graph.
///
/// A name is qualified (`microsoft.graph.user`), or [short](resolve). That of an action or a function stands for all of
/// its overloads and the types of their parameters and results. Errors are told for all names at once.
pub fn slice<S: AsRef<str>>(schema: &Schema, names: &[S]) -> Result<Schema, Vec<NameError>> {
    let mut needed = Needed { schema, types: HashSet::new(), open: Vec::new(), values: HashSet::new() };
    let mut operations = HashSet::new();
    let mut errors = Vec::new();
    for name in names {
        match resolve(schema, name.as_ref()) {
            Ok(name) if schema.type_definition(&name).is_some() => needed.add(&name),
            Ok(name) => {
                for operation in schema.operations(&name) {
                    operation.parameters.iter().for_each(|parameter| needed.value(&parameter.ty));
                    operation.returns.iter().for_each(|ty| needed.value(ty));
                }
                operations.insert(name);
            }
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    needed.close();
    let is_needed = |name: &str| needed.types.contains(name);
    let mut part = Schema {
        types: schema.types.iter().filter(|ty| is_needed(ty.name())).cloned().collect(),
        operations: schema.operations.iter().filter(|one| operations.contains(&one.name)).cloned().collect(),
        container: schema.container.as_ref().and_then(|container| part_of(container, &is_needed)),
        ..Schema::default()
    };
    let names = part.types.iter().map(TypeDefinition::name);
    let names = names.chain(part.operations.iter().map(|operation| &*operation.name));
    let names = names.chain(part.container.as_ref().map(|container| &*container.name));
    let used: HashSet<&str> = names.map(namespace).collect();
    part.namespaces = schema.namespaces.iter().filter(|one| used.contains(&*one.name)).cloned().collect();
    // A part of what has no double names and no circles has none.
    let _ = part.index();
    Ok(part)
}

/// The entity sets and singletons of the types that are needed.
fn part_of(container: &Container, is_needed: &dyn Fn(&str) -> bool) -> Option<Container> {
    let roots = |roots: &[Root]| roots.iter().filter(|root| is_needed(&root.ty)).cloned().collect();
    let part = Container {
        name: container.name.clone(),
        sets: roots(&container.sets),
        singletons: roots(&container.singletons),
        annotations: container.annotations.clone(),
    };
    (!part.sets.is_empty() || !part.singletons.is_empty()).then_some(part)
}

struct Needed<'a> {
    schema: &'a Schema,
    types: HashSet<&'a str>,
    /// Those of `types` whose own needs are not looked at.
    open: Vec<&'a TypeDefinition>,
    /// The types of values, whose derived types are there too.
    values: HashSet<String>,
}

impl Needed<'_> {
    fn add(&mut self, name: &str) {
        if let Some(ty) = self.schema.type_definition(name)
            && self.types.insert(ty.name())
        {
            self.open.push(ty);
        }
    }

    /// A value may be of any type that derives from the declared one.
    fn value(&mut self, ty: &TypeRef) {
        self.add(&ty.name);
        // That is nearly every entity type there is.
        if ty.name != "microsoft.graph.entity" && self.values.insert(ty.name.clone()) {
            self.schema.subtypes(&ty.name).into_iter().for_each(|ty| self.add(&ty.name));
        }
    }

    fn close(&mut self) {
        while let Some(ty) = self.open.pop() {
            let TypeDefinition::Structured(ty) = ty else { continue };
            if let Some(base) = &ty.base {
                self.add(base);
            }
            ty.properties.iter().for_each(|property| self.value(&property.ty));
        }
    }
}

/// The qualified name of a type or an operation, for a name that may be short: `user` is `microsoft.graph.user`, and a
/// name that `microsoft.graph` does not have is looked for in the other namespaces. In front of the dot may be an alias:
/// `graph.user`.
pub fn resolve(schema: &Schema, name: &str) -> Result<String, NameError> {
    let known = |name: &str| schema.type_definition(name).is_some() || schema.operations(name).next().is_some();
    if name.contains('.') && known(name) {
        return Ok(name.to_owned());
    }
    // `graph.user`: an alias holds in the whole document.
    let aliased =
        schema.namespaces.iter().find(|one| one.alias.as_deref().is_some_and(|alias| alias == namespace(name)));
    if let Some(own) = aliased.map(|one| format!("{}.{}", one.name, short_name(name))).filter(|own| known(own)) {
        return Ok(own);
    }
    let graph = format!("microsoft.graph.{name}");
    if known(&graph) {
        return Ok(graph);
    }
    let mut found: Vec<&str> = names(schema).filter(|own| short_name(own) == name).collect();
    found.sort_unstable();
    found.dedup();
    match &found[..] {
        [own] => Ok((*own).to_owned()),
        [] => Err(NameError::Unknown { name: name.to_owned(), nearest: nearest(schema, name) }),
        several => Err(NameError::Several {
            name: name.to_owned(),
            candidates: several.iter().map(|own| (*own).to_owned()).collect(),
        }),
    }
}

fn names(schema: &Schema) -> impl Iterator<Item = &str> {
    let types = schema.types.iter().map(TypeDefinition::name);
    types.chain(schema.operations.iter().map(|operation| &*operation.name))
}

/// The name that may be meant.
fn nearest(schema: &Schema, name: &str) -> Option<String> {
    let short = short_name(name);
    let near = names(schema).map(|own| (strsim::osa_distance(short_name(own), short), own));
    let (distance, own) = near.min_by_key(|(distance, own)| (*distance, own.len()))?;
    (distance * 3 <= short.len()).then(|| own.to_owned())
}

/// A name that stands for no type and no operation, or for several.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameError {
    /// There is none of this name.
    Unknown {
        /// The name.
        name: String,
        /// The one that may be meant.
        nearest: Option<String>,
    },
    /// Several namespaces have one.
    Several {
        /// The name.
        name: String,
        /// The qualified names.
        candidates: Vec<String>,
    },
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { name, nearest: None } => write!(f, "the metadata has no `{name}`"),
            Self::Unknown { name, nearest: Some(nearest) } => {
                write!(f, "the metadata has no `{name}`; did you mean `{nearest}`?")
            }
            Self::Several { name, candidates } => {
                write!(f, "several namespaces have a `{name}`: say `{}`", candidates.join("` or `"))
            }
        }
    }
}

impl std::error::Error for NameError {}
