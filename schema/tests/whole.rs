//! The whole of Microsoft Graph's v1.0 metadata: nothing of it is lost, and a slice of it has what it needs.
#![cfg(feature = "import")]

use std::path::PathBuf;
use std::sync::OnceLock;

use graph_entity_schema::model::{Schema, StructuredType, TypeDefinition};
use graph_entity_schema::{NameError, read, resolve, slice, write};

/// Shared material beside the project; where it is absent these tests have nothing to do, and say so.
fn whole() -> Option<&'static Schema> {
    static WHOLE: OnceLock<Option<Schema>> = OnceLock::new();
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/csdl/graph-v1.0.csdl");
    let whole = WHOLE.get_or_init(|| {
        let text = std::fs::read_to_string(&path).ok()?;
        Some(read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    });
    if whole.is_none() {
        eprintln!("skipped: {} is absent", path.display());
    }
    whole.as_ref()
}

fn structured(schema: &Schema) -> impl Iterator<Item = &StructuredType> {
    schema.types.iter().filter_map(|ty| if let TypeDefinition::Structured(ty) = ty { Some(ty) } else { None })
}

/// The counts of the wire rules, section 9.
#[test]
fn nothing_is_left_out() {
    let Some(schema) = whole() else { return };
    assert_eq!(schema.namespaces.len(), 11);
    let entities: Vec<_> = structured(schema).filter(|ty| ty.is_entity).collect();
    let complex: Vec<_> = structured(schema).filter(|ty| !ty.is_entity).collect();
    let enums: Vec<_> =
        schema.types.iter().filter_map(|ty| if let TypeDefinition::Enum(ty) = ty { Some(ty) } else { None }).collect();
    assert_eq!((entities.len(), complex.len(), enums.len()), (1182, 1779, 861));
    assert_eq!(enums.iter().map(|ty| ty.members.len()).sum::<usize>(), 6347);
    assert_eq!(enums.iter().filter(|ty| ty.is_flags).count(), 64);
    assert_eq!(structured(schema).map(|ty| ty.properties.len()).sum::<usize>(), 10_525);
    let navigations = || structured(schema).flat_map(|ty| &ty.navigations);
    assert_eq!(navigations().count(), 1432);
    assert_eq!(navigations().filter(|navigation| navigation.contains_target).count(), 1079);
    let with_base = |types: &[&StructuredType]| types.iter().filter(|ty| ty.base.is_some()).count();
    assert_eq!((with_base(&entities), with_base(&complex)), (1152, 763));
    let is_abstract = |types: &[&StructuredType]| types.iter().filter(|ty| ty.is_abstract).count();
    assert_eq!((is_abstract(&entities), is_abstract(&complex)), (94, 89));
    assert_eq!(entities.iter().filter(|ty| ty.has_stream).count(), 10);
    assert_eq!(entities.iter().filter(|ty| schema.key(&ty.name).is_empty()).count(), 22);
    assert_eq!(schema.operations.len(), 1183);
    assert!(schema.operations.iter().all(|operation| operation.is_bound));
    let container = schema.container.as_ref().expect("it is there");
    assert_eq!((container.sets.len(), container.singletons.len()), (41, 31));
}

/// All of them are in the block of one namespace, about parts of all.
#[test]
fn annotations_are_where_they_belong() {
    let Some(schema) = whole() else { return };
    let properties = || structured(schema).flat_map(|ty| &ty.properties);
    let navigations = || structured(schema).flat_map(|ty| &ty.navigations);
    let immutable = properties().filter(|property| property.annotations.is_immutable()).count();
    assert_eq!(immutable, 11);
    let read_only = properties().map(|one| &one.annotations).chain(navigations().map(|one| &one.annotations));
    assert_eq!(read_only.filter(|annotations| annotations.is_read_only()).count(), 86);
    let optional = schema.operations.iter().flat_map(|operation| &operation.parameters);
    assert_eq!(optional.filter(|parameter| parameter.annotations.is_optional_parameter()).count(), 181);
}

#[test]
fn every_name_is_one_that_is_defined() {
    let Some(schema) = whole() else { return };
    let known = |name: &str| name.starts_with("Edm.") || schema.type_definition(name).is_some();
    for ty in structured(schema) {
        assert!(ty.base.as_deref().is_none_or(known), "the base of {}", ty.name);
        let properties = ty.properties.iter().map(|property| (&property.name, &property.ty));
        for (name, ty_of) in properties.chain(ty.navigations.iter().map(|one| (&one.name, &one.ty))) {
            assert!(known(&ty_of.name), "{} of {name} of {}", ty_of.name, ty.name);
        }
    }
    for operation in &schema.operations {
        let types = operation.parameters.iter().map(|parameter| &parameter.ty).chain(&operation.returns);
        types.for_each(|ty| assert!(known(&ty.name), "{} of {}", ty.name, operation.name));
    }
    let chain: Vec<_> = schema.chain("microsoft.graph.androidManagedAppProtection").collect();
    assert_eq!(chain.len(), 5);
}

/// The places are those of another document.
fn without_places(schema: &Schema) -> Schema {
    let mut schema = schema.clone();
    for ty in &mut schema.types {
        match ty {
            TypeDefinition::Structured(ty) => {
                ty.line = 0;
                ty.properties.iter_mut().for_each(|property| property.line = 0);
                ty.navigations.iter_mut().for_each(|navigation| navigation.line = 0);
            }
            TypeDefinition::Enum(ty) => ty.line = 0,
            TypeDefinition::Alias(ty) => ty.line = 0,
        }
    }
    schema.operations.iter_mut().for_each(|operation| operation.line = 0);
    schema
}

#[test]
fn what_is_written_reads_as_the_same() {
    let Some(schema) = whole() else { return };
    let text = write(schema);
    let again = read(&text).expect("it is CSDL");
    assert!(without_places(&again) == without_places(schema), "the schema is another one");
    assert_eq!(write(&again), text);
}

#[test]
fn a_slice_has_what_its_types_need() {
    let Some(schema) = whole() else { return };
    let part = slice(schema, &["user", "sendMail"]).expect("both are there");
    let user = "microsoft.graph.user";
    assert_eq!(part.properties(user).collect::<Vec<_>>(), schema.properties(user).collect::<Vec<_>>());
    assert_eq!(part.navigations(user).count(), schema.navigations(user).count());
    let missing = structured(&part)
        .flat_map(|ty| &ty.properties)
        .filter(|property| !property.ty.name.starts_with("Edm.") && part.type_definition(&property.ty.name).is_none());
    assert_eq!(missing.map(|property| &property.name).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(part.structured("microsoft.graph.driveItem").is_none(), "a navigation property leads there");
    let mail = "microsoft.graph.message";
    assert!(part.structured(mail).is_some(), "a parameter of sendMail");
    let roots = part.container.as_ref().expect("users are in it");
    assert_eq!(roots.sets.iter().map(|set| &*set.name).collect::<Vec<_>>(), ["directoryObjects", "users"]);
    assert_eq!(roots.singletons.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["me"]);
    let again = read(&write(&part)).expect("it is CSDL");
    assert!(without_places(&again) == without_places(&part), "the slice is another one");
}

/// A property may hold anything that derives from its declared type.
#[test]
fn a_slice_has_the_types_that_a_value_may_be_of() {
    let Some(schema) = whole() else { return };
    let part = slice(schema, &["microsoft.graph.security.auditLogRecord"]).expect("it is there");
    let of = |schema: &Schema| schema.subtypes("microsoft.graph.security.auditData").len();
    assert_eq!(of(&part), of(schema));
    assert!(of(&part) > 300);
}

#[test]
fn names_may_be_short() {
    let Some(schema) = whole() else { return };
    let name = |name| resolve(schema, name);
    assert_eq!(name("user").as_deref(), Ok("microsoft.graph.user"));
    assert_eq!(name("security.alert").as_deref(), Ok("microsoft.graph.security.alert"));
    assert_eq!(name("ediscoveryCase").as_deref(), Ok("microsoft.graph.security.ediscoveryCase"));
    let said = |names: &[&str]| {
        let errors = slice(schema, names).expect_err("there are none");
        errors.iter().map(NameError::to_string).collect::<Vec<_>>()
    };
    let expected = [
        "the metadata has no `usr`; did you mean `microsoft.graph.user`?",
        "the metadata has no `microsoft.graph.nothingOfTheKind`",
    ];
    assert_eq!(said(&["usr", "user", "microsoft.graph.nothingOfTheKind"]), expected);
}
