use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::{
    Name, camel_case, fields, first_word, member_name, module_name, singular, snake_case, type_name, variants,
};
use crate::model::TypeDefinition;

/// What the derive is compiled with.
#[path = "../../../macros/src/names.rs"]
#[allow(dead_code)]
mod derive;

const GRAPH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/csdl/graph-v1.0.csdl");

fn one(names: Vec<Name>) -> (String, Option<String>) {
    names.into_iter().map(|Name { rust, rename }| (rust, rename)).next().unwrap_or_default()
}

#[test]
fn names_of_fields() {
    let cases = [
        ("id", "id", false),
        ("userPrincipalName", "user_principal_name", false),
        ("type", "r#type", false),
        ("self", "self_", false),
        ("request", "request_", false),
        ("extra", "extra_", false),
        ("sizeInGB", "size_in_gb", true),
        ("v4_0_3", "v4_0_3", true),
        ("alerts_v2", "alerts_v2", true),
        ("OData", "o_data", true),
        ("1st", "_1st", true),
        ("a.b", "a_b", true),
        ("", "__", true),
    ];
    for (wire, rust, renamed) in cases {
        let expected = (rust.to_owned(), renamed.then(|| wire.to_owned()));
        assert_eq!(one(fields([wire])), expected, "{wire}");
    }
}

#[test]
fn names_of_variants() {
    let cases = [
        ("inProgress", "InProgress", false),
        ("tls1_0", "Tls1_0", false),
        ("id_token", "IdToken", true),
        ("DOM", "Dom", true),
        ("ID", "ID", true),
        ("AES256", "AES256", true),
        ("box", "Box", false),
        ("self", "SelfMember", true),
        ("unrecognized", "UnrecognizedMember", true),
    ];
    for (wire, rust, renamed) in cases {
        let expected = (rust.to_owned(), renamed.then(|| wire.to_owned()));
        assert_eq!(one(variants([wire])), expected, "{wire}");
    }
}

#[test]
fn equal_names_are_told_apart() {
    let rust = |names: Vec<Name>| names.into_iter().map(|name| name.rust).collect::<Vec<_>>();
    assert_eq!(
        rust(variants(["remoteControlSoftware", "remote_Control_Software"])),
        ["RemoteControlSoftware", "RemoteControlSoftware2"]
    );
    let both = fields(["senderIP", "senderIp"]);
    assert_eq!(both[1].rename, Some("senderIp".to_owned()));
    assert_eq!(rust(both), ["sender_ip", "sender_ip_2"]);
}

#[test]
fn names_of_types_and_modules() {
    assert_eq!(type_name("microsoft.graph.security.alert"), "Alert");
    assert_eq!(type_name("microsoft.graph.some_type"), "SomeType");
    assert_eq!(module_name("identityGovernance"), "identity_governance");
    assert_eq!(first_word("microsoft.graph.windowsAppX"), "windows");
    assert_eq!(first_word("x.iOSApp"), "i");
}

/// Each property, navigation property, member and type name of Graph: the derive restores what has no `rename`, what has
/// one needs it, all are identifiers, and no two of a type are equal.
#[test]
fn all_names_of_graph() {
    let Ok(text) = fs::read_to_string(GRAPH) else {
        println!("skipped: the metadata of Graph is not beside the repository");
        return;
    };
    let schema = crate::read(&text).expect("it is CSDL");
    let mut renamed = BTreeSet::new();
    let (mut raw, mut seen) = (0, 0);
    for ty in &schema.types {
        let (wire, made): (Vec<&str>, _) = match ty {
            TypeDefinition::Structured(ty) => {
                let properties = schema.properties(&ty.name).map(|one| &*one.name);
                let wire: Vec<&str> = properties.chain(schema.navigations(&ty.name).map(|one| &*one.name)).collect();
                (wire.clone(), fields(wire))
            }
            TypeDefinition::Enum(ty) => {
                let wire: Vec<&str> = ty.members.iter().map(|one| &*one.name).collect();
                (wire.clone(), variants(wire))
            }
            TypeDefinition::Alias(_) => continue,
        };
        let is_enum = matches!(ty, TypeDefinition::Enum(_));
        let mut own = BTreeMap::new();
        for (wire, Name { rust, rename }) in wire.into_iter().zip(made) {
            seen += 1;
            let bare = rust.strip_prefix("r#").unwrap_or(&rust);
            let restored = if is_enum { derive::member_name(bare) } else { derive::camel_case(bare) };
            assert_eq!(rename.is_some(), restored != wire, "{} {wire}", ty.name());
            assert!(bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'), "{rust}");
            assert_eq!(own.insert(rust.clone(), wire), None, "{} {rust}", ty.name());
            if !is_enum {
                raw += usize::from(rust.starts_with("r#") || rust == "self_");
                renamed.extend(rename);
            }
        }
    }
    assert!(seen > 15_000, "{seen}");
    assert!(raw >= 67, "{raw}");
    assert_eq!(renamed.len(), 110, "{renamed:?}");
}

/// The two copies are one.
#[test]
fn the_derive_has_the_same_rules() {
    let names = [
        "",
        "_",
        "__",
        "id",
        "self_",
        "type",
        "v10_0",
        "_hidden",
        "__very_hidden",
        "a__b",
        "macOSApp",
        "InProgress",
        "X",
        "x",
        "deviceShellScriptId",
        "IPAddress",
        "ss",
        "s",
        "ies",
        "policies",
        "classes",
        "mailboxes",
        "statuses",
        "access",
        "children",
        "ßs",
        "éÉé",
        "aÉb",
        "Straße",
    ];
    for name in names {
        assert_eq!(camel_case(name), derive::camel_case(name), "{name}");
        assert_eq!(member_name(name), derive::member_name(name), "{name}");
        assert_eq!(snake_case(name), derive::snake_case(name), "{name}");
        assert_eq!(singular(name), derive::singular(name), "{name}");
    }
}
