//! Other formats than JSON, and our types inside of serde's.

use graph_entity::GraphEntity;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::read::{Everything, Part, everything};

#[test]
fn cbor() {
    let mut bytes = Vec::new();
    ciborium::into_writer(&everything(), &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<Everything, _>(&bytes[..]).unwrap(), everything());

    let mut bytes = Vec::new();
    ciborium::into_writer(&json!({"number": 1, "child": {"number": "x"}}), &mut bytes).unwrap();
    let error = ciborium::from_reader::<Part, _>(&bytes[..]).unwrap_err();
    assert!(error.to_string().contains("$.child.number: "), "{error}");
    assert!(error.to_string().contains("expected an Int32"), "{error}");
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Mine {
    note: String,
    #[serde(flatten)]
    part: Part,
    #[serde(flatten)]
    named: Named,
    more: Option<Part>,
    list: Vec<Named>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.named", untagged)]
struct Named {
    display_name: String,
}

#[test]
fn inside_of_a_users_own_struct_flattened_too() {
    let part = Part { number: 3, child: Some(Box::new(Part { number: 4, child: None })) };
    let named = Named { display_name: "n".into() };
    let mine = Mine { note: "x".into(), part: part.clone(), named: named.clone(), more: Some(part), list: vec![named] };
    let text = serde_json::to_string(&mine).unwrap();
    assert_eq!(serde_json::from_str::<Mine>(&text).unwrap(), mine);
    assert!(text.starts_with(r##"{"note":"x","@odata.type":"#microsoft.graph.part","number":3,"##), "{text}");

    let error = serde_json::from_value::<Mine>(json!({"note": "", "number": 1, "list": []})).unwrap_err();
    assert!(error.to_string().starts_with("$.displayName: missing property `displayName`"), "{error}");
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged {
    Part(Part),
    Named(Named),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Part(Part),
    Named(Named),
}

#[test]
fn inside_of_serde_enums() {
    let named = || Named { display_name: "n".into() };
    let tagged: Tagged = serde_json::from_value(json!({"displayName": "n", "kind": "Named"})).unwrap();
    assert_eq!(tagged, Tagged::Named(named()));
    let untagged: Untagged = serde_json::from_value(json!({"displayName": "n"})).unwrap();
    assert_eq!(untagged, Untagged::Named(named()));
    let untagged: Untagged = serde_json::from_value(json!({"number": 1})).unwrap();
    assert_eq!(untagged, Untagged::Part(Part { number: 1, child: None }));
}

#[test]
fn our_types_in_a_serde_field_of_ours_tell_one_path() {
    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.outer")]
    struct Outer {
        #[graph(serde)]
        inner: Option<Part>,
    }
    let error = graph_entity::json::from_str::<Outer>(r#"{"inner":{"number":1,"child":{"number":true}}}"#).unwrap_err();
    assert!(error.to_string().starts_with("$.inner.child.number: invalid type: boolean `true`"), "{error}");
}
