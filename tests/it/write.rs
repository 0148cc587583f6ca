//! The storage form: reading back gives an equal value, by every way in and out.

use graph_entity::{Extra, GraphEntity, json};
use serde_json::{Value, json};

use super::read::{Everything, Part, everything, full};

/// The same value by every function of serde_json and by ours.
fn round_trips<T>(value: &T)
where
    T: GraphEntity + PartialEq + std::fmt::Debug,
{
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(json::to_vec(value).unwrap(), text.as_bytes());
    assert_eq!(&json::from_str::<T>(&text).unwrap(), value);
    assert_eq!(&json::from_slice::<T>(text.as_bytes()).unwrap(), value);
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value);
    assert_eq!(&serde_json::from_slice::<T>(text.as_bytes()).unwrap(), value);
    assert_eq!(&serde_json::from_reader::<_, T>(text.as_bytes()).unwrap(), value);
    let tree = serde_json::to_value(value).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), tree);
    assert_eq!(&serde_json::from_value::<T>(tree).unwrap(), value);
    let pretty = serde_json::to_string_pretty(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&pretty).unwrap(), value);
}

#[test]
fn every_type_of_field() {
    round_trips(&everything());
    round_trips(&Everything { maybe: None, maybe_part: None, names: vec![], maybe_list: Some(vec![]), ..everything() });
    round_trips(&Everything { untyped: Value::Null, maybe_untyped: Some(Value::Null), ..everything() });
    round_trips(&Everything { maybe_untyped: None, ..everything() });
    round_trips(&Everything { id: "\u{0}\"\\\u{2028}😀\n".into(), long: i64::MIN, short: i16::MIN, ..everything() });
}

#[test]
fn nested_values_have_their_own_type_first() {
    let mut expected = full();
    for path in [
        "/part",
        "/boxed",
        "/boxed/child",
        "/boxed/child/child",
        "/parts/0",
        "/maybeList/0",
        "/maybePart",
        "/maybeBoxed",
    ] {
        expected.pointer_mut(path).unwrap()["@odata.type"] = json!("#microsoft.graph.part");
    }
    assert_eq!(serde_json::to_value(everything()).unwrap(), expected);
    let text = serde_json::to_string(&everything()).unwrap();
    assert!(text.contains(r##""part":{"@odata.type":"#microsoft.graph.part","number":1}"##), "{text}");
}

#[test]
fn doubles_are_exact_to_the_bit() {
    let mut bits: Vec<u64> = vec![0, 1, u64::MAX / 2, 0x7fef_ffff_ffff_ffff, 0x0010_0000_0000_0000, 1 << 63];
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    bits.extend((0..20_000).map(|_| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    }));
    for bits in bits {
        let double = f64::from_bits(bits);
        let single = f32::from_bits(bits as u32);
        if double.is_nan() || single.is_nan() {
            continue;
        }
        let value = Everything { double, single, ..everything() };
        let read: Everything = json::from_slice(&json::to_vec(&value).unwrap()).unwrap();
        assert_eq!(read.double.to_bits(), double.to_bits(), "{double:e}");
        assert_eq!(read.single.to_bits(), single.to_bits(), "{single:e}");
    }
}

#[test]
fn the_named_doubles() {
    let value = Everything { double: f64::INFINITY, single: f32::NEG_INFINITY, ..everything() };
    round_trips(&value);
    let text = serde_json::to_string(&value).unwrap();
    assert!(text.contains(r#""single":"-INF","double":"INF""#), "{text}");
    let nan: Everything =
        json::from_slice(&json::to_vec(&Everything { double: f64::NAN, single: f32::NAN, ..everything() }).unwrap())
            .unwrap();
    assert!(nan.double.is_nan() && nan.single.is_nan());
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
struct Keeping {
    id: String,
    #[graph(etag)]
    etag: Option<String>,
    #[graph(write_only)]
    password: Option<String>,
    #[graph(extra)]
    extra: Extra,
}

#[test]
fn unknown_members_etags_and_write_only_values_are_all_kept() {
    let text = r##"{"@odata.context":"https://x/$metadata#users/$entity","@odata.type":"#microsoft.graph.user",
        "@odata.etag":"W/\"1\"","id":"1","city":"Ulm","Strings@odata.type":"#Collection(String)",
        "@microsoft.graph.downloadUrl":"https://secret","mail":null,"deep":{"@odata.type":"#a.b","x":[1.5,{}]}}"##;
    let mut value: Keeping = json::from_str(text).unwrap();
    value.password = Some("p".into());
    assert_eq!(value.etag.as_deref(), Some("W/\"1\""));
    let names: Vec<_> = value.extra.iter().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(names, ["@odata.context", "city", "Strings@odata.type", "@microsoft.graph.downloadUrl", "mail", "deep"]);
    round_trips(&value);
    let written = serde_json::to_string(&value).unwrap();
    assert!(
        written.starts_with(r##"{"@odata.type":"#microsoft.graph.user","id":"1","@odata.etag":"W/\"1\"","##),
        "{written}"
    );
    assert_eq!(written.matches("@odata.type").count(), 3, "{written}");
}

#[test]
fn what_a_struct_names_is_not_written_twice_from_extra() {
    let mut value = Keeping { id: "1".into(), etag: None, password: None, extra: Extra::new() };
    value.extra.insert("id", json!("2"));
    value.extra.insert("@Odata.type", json!("#x"));
    assert_eq!(serde_json::to_string(&value).unwrap(), r##"{"@odata.type":"#microsoft.graph.user","id":"1"}"##);
}

#[test]
fn many_unknown_members_cost_no_more_than_their_number() {
    let mut text = String::from(r#"{"id":"1""#);
    for n in 0..200_000 {
        text.push_str(&format!(",\"x{}\":{n}", n % 100_000));
    }
    text.push('}');
    let value: Keeping = json::from_str(&text).unwrap();
    assert_eq!(value.extra.len(), 100_000);
    assert_eq!(value.extra.iter().next(), Some(("x0", &json!(100_000))));
}

#[test]
fn parts_alone() {
    round_trips(&Part { number: i32::MIN, child: None });
    assert_eq!(
        json::to_vec(&vec![Some(Part { number: 1, child: None }), None]).unwrap(),
        br##"[{"@odata.type":"#microsoft.graph.part","number":1},null]"##
    );
}
