//! Reading: every type of field, null against absence, names, paths in errors.

use graph_entity::{Extra, GraphEntity, json};
use serde_json::{Value, json};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.everything")]
pub struct Everything {
    pub id: String,
    pub flag: bool,
    pub byte: u8,
    pub short: i16,
    pub int: i32,
    pub long: i64,
    pub single: f32,
    pub double: f64,
    pub names: Vec<String>,
    pub holes: Vec<Option<String>>,
    pub grid: Vec<Vec<i32>>,
    pub untyped: Value,
    pub part: Part,
    pub boxed: Box<Part>,
    pub parts: Vec<Part>,
    pub maybe: Option<String>,
    pub maybe_number: Option<i64>,
    pub maybe_list: Option<Vec<Part>>,
    pub maybe_part: Option<Part>,
    pub maybe_boxed: Option<Box<Part>>,
    #[allow(clippy::box_collection, reason = "a `Box` of any type is a field's type")]
    pub boxed_text: Option<Box<String>>,
    pub maybe_untyped: Option<Value>,
    #[graph(serde)]
    pub pair: (i32, String),
    #[graph(serde)]
    pub maybe_duration: Option<std::time::Duration>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.part")]
pub struct Part {
    pub number: i32,
    pub child: Option<Box<Part>>,
}

pub fn full() -> Value {
    json!({
        "@odata.type": "#microsoft.graph.everything",
        "id": "1", "flag": true, "byte": 255, "short": -5, "int": 7, "long": 9_007_199_254_740_993_i64,
        "single": 1.5, "double": -2.25, "names": ["a", "b"], "holes": ["a", null], "grid": [[1, 2], []],
        "untyped": {"@type": "Article", "@context": ["x"], "n": null},
        "part": {"@odata.type": "#microsoft.graph.part", "number": 1},
        "boxed": {"number": 2, "child": {"number": 3, "child": {"number": 4}}},
        "parts": [{"number": 5}],
        "maybe": "m", "maybeNumber": 3, "maybeList": [{"number": 6}], "maybePart": {"number": 7},
        "maybeBoxed": {"number": 8}, "boxedText": "t", "maybeUntyped": [1, {"@odata.type": "#kept"}],
        "pair": [1, "one"], "maybeDuration": {"secs": 1, "nanos": 2},
    })
}

pub fn everything() -> Everything {
    let leaf = |number| Part { number, child: None };
    Everything {
        id: "1".into(),
        flag: true,
        byte: 255,
        short: -5,
        int: 7,
        long: 9_007_199_254_740_993,
        single: 1.5,
        double: -2.25,
        names: vec!["a".into(), "b".into()],
        holes: vec![Some("a".into()), None],
        grid: vec![vec![1, 2], vec![]],
        untyped: json!({"@type": "Article", "@context": ["x"], "n": null}),
        part: leaf(1),
        boxed: Box::new(Part { number: 2, child: Some(Box::new(Part { number: 3, child: Some(Box::new(leaf(4))) })) }),
        parts: vec![leaf(5)],
        maybe: Some("m".into()),
        maybe_number: Some(3),
        maybe_list: Some(vec![leaf(6)]),
        maybe_part: Some(leaf(7)),
        maybe_boxed: Some(Box::new(leaf(8))),
        boxed_text: Some(Box::new("t".into())),
        maybe_untyped: Some(json!([1, {"@odata.type": "#kept"}])),
        pair: (1, "one".into()),
        maybe_duration: Some(std::time::Duration::new(1, 2)),
    }
}

#[test]
fn every_type_of_field() {
    assert_eq!(json::from_str::<Everything>(&full().to_string()).unwrap(), everything());
}

#[test]
fn what_may_be_absent_or_null_is_empty() {
    let mut members = full();
    let optional = ["maybe", "maybeNumber", "maybeList", "maybePart", "maybeBoxed", "boxedText", "maybeDuration"];
    for absent in [true, false] {
        for name in optional.into_iter().chain(["names", "holes", "grid", "parts"]) {
            match absent {
                true => drop(members.as_object_mut().unwrap().remove(name)),
                false => members[name] = Value::Null,
            }
        }
        let read: Everything = json::from_str(&members.to_string()).unwrap();
        let expected = Everything {
            names: vec![],
            holes: vec![],
            grid: vec![],
            parts: vec![],
            maybe: None,
            maybe_number: None,
            maybe_list: None,
            maybe_part: None,
            maybe_boxed: None,
            boxed_text: None,
            maybe_duration: None,
            ..everything()
        };
        assert_eq!(read, expected);
    }
}

#[test]
fn another_field_that_is_absent_or_null_is_an_error_that_names_it() {
    let required = ["id", "flag", "byte", "short", "int", "long", "single", "double", "part", "boxed", "pair"];
    for name in required {
        let mut members = full();
        members[name] = Value::Null;
        let error = json::from_str::<Everything>(&members.to_string()).unwrap_err();
        assert_eq!(error.path(), format!("$.{name}"));
        assert!(error.to_string().contains("null, expected "), "{error}");

        members.as_object_mut().unwrap().remove(name);
        let error = json::from_str::<Everything>(&members.to_string()).unwrap_err();
        assert_eq!(error.path(), format!("$.{name}"));
        assert!(error.to_string().contains(&format!("missing property `{name}`")), "{error}");
    }
}

#[test]
fn an_untyped_null_is_a_value_and_its_absence_is_not() {
    let mut members = full();
    members["untyped"] = Value::Null;
    members["maybeUntyped"] = Value::Null;
    let read: Everything = json::from_str(&members.to_string()).unwrap();
    assert_eq!((read.untyped, read.maybe_untyped), (Value::Null, Some(Value::Null)));
    members.as_object_mut().unwrap().remove("maybeUntyped");
    assert_eq!(json::from_str::<Everything>(&members.to_string()).unwrap().maybe_untyped, None);
    members.as_object_mut().unwrap().remove("untyped");
    assert_eq!(json::from_str::<Everything>(&members.to_string()).unwrap_err().path(), "$.untyped");
}

#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.numbers")]
struct Numbers {
    byte: Option<u8>,
    short: Option<i16>,
    int: Option<i32>,
    long: Option<i64>,
    single: Option<f32>,
    double: Option<f64>,
}

fn number(name: &str, text: &str) -> Result<Numbers, String> {
    json::from_str(&format!("{{\"{name}\": {text}}}")).map_err(|error| error.to_string())
}

/// W12, Int64 and Double, and the bounds of the others.
#[test]
fn numbers_in_their_range_and_no_others() {
    for (text, value) in [
        ("42", 42),
        ("\"42\"", 42),
        ("9223372036854775807", i64::MAX),
        ("\"-9223372036854775808\"", i64::MIN),
        ("8.0", 8),
        ("1e3", 1000),
    ] {
        assert_eq!(number("long", text).unwrap().long, Some(value), "{text}");
    }
    for (name, text) in [
        ("long", "1.5"),
        ("long", "\"x\""),
        ("long", "\"1.5\""),
        ("long", "9223372036854775808"),
        ("long", "1e300"),
        ("long", "true"),
        ("byte", "256"),
        ("byte", "-1"),
        ("short", "32768"),
        ("int", "2147483648"),
        ("int", "-2147483649"),
        ("int", "\"1\""),
        ("int", "0.5"),
        ("single", "1e39"),
        ("double", "1e999"),
        ("double", "\"inf\""),
        ("double", "\"1.0\""),
        ("single", "\"Infinity\""),
    ] {
        let error = number(name, text).unwrap_err();
        assert!(error.starts_with(&format!("$.{name}: ")), "{text}: {error}");
    }
    assert_eq!(number("byte", "255").unwrap().byte, Some(255));
    assert_eq!(number("short", "-32768").unwrap().short, Some(i16::MIN));
    assert_eq!(number("int", "-2147483648").unwrap().int, Some(i32::MIN));
}

#[test]
fn the_named_doubles() {
    assert_eq!(number("double", "1").unwrap().double, Some(1.0));
    assert_eq!(number("double", "18446744073709551615").unwrap().double, Some(18_446_744_073_709_551_615.0));
    assert_eq!(number("double", "\"INF\"").unwrap().double, Some(f64::INFINITY));
    assert_eq!(number("double", "\"-INF\"").unwrap().double, Some(f64::NEG_INFINITY));
    assert!(number("double", "\"NaN\"").unwrap().double.unwrap().is_nan());
    assert_eq!(number("single", "\"INF\"").unwrap().single, Some(f32::INFINITY));
    assert_eq!(number("single", "3.4028235e38").unwrap().single, Some(f32::MAX));
}

#[test]
fn the_last_of_equal_names_wins_whole() {
    let part: Part =
        json::from_str(r#"{"child":{"number":1,"child":{"number":2}},"number":1,"number":5,"child":{"number":3}}"#)
            .unwrap();
    assert_eq!(part, Part { number: 5, child: Some(Box::new(Part { number: 3, child: None })) });

    let mut text = full().to_string();
    text.truncate(text.len() - 1);
    text.push_str(r#","names":["c"],"part":{"number":9},"maybeList":null}"#);
    let read: Everything = json::from_str(&text).unwrap();
    assert_eq!(
        read,
        Everything { names: vec!["c".into()], part: Part { number: 9, child: None }, maybe_list: None, ..everything() }
    );
}

#[test]
fn members_in_any_order_and_unknown_ones_between() {
    let mut members: Vec<(String, Value)> = full().as_object().unwrap().clone().into_iter().collect();
    for round in 0..members.len() {
        members.rotate_left(1);
        let mut text = String::from("{\"first@odata.type\": \"#x\"");
        for (name, value) in &members {
            text.push_str(&format!(",\"{name}\":{value},\"unknown{round}\":[{{}},{{\"a\":[null]}}]"));
        }
        text.push('}');
        assert_eq!(json::from_str::<Everything>(&text).unwrap(), everything());
    }
}

#[test]
fn names_are_data_and_case_counts() {
    let error = json::from_str::<Part>(r#"{"Number": 1}"#).unwrap_err();
    assert_eq!(error.path(), "$.number");
}

#[test]
fn errors_tell_the_path_from_the_root() {
    let mut members = full();
    members["parts"] = json!([{"number": 1}, {"number": 2, "child": {"number": 3, "child": {"number": "four"}}}]);
    let error = json::from_str::<Everything>(&members.to_string()).unwrap_err();
    assert_eq!(error.path(), "$.parts[1].child.child.number");
    assert!(error.inner().is_data());
    assert!(error.to_string().starts_with(
        r#"$.parts[1].child.child.number: invalid type: string "four", expected an Int32 at line 1 column "#
    ));
    let wrapped = serde_json::from_value::<Vec<Everything>>(json!([members])).unwrap_err();
    assert_eq!(wrapped.to_string(), r#"$.parts[1].child.child.number: invalid type: string "four", expected an Int32"#);
}

/// More properties than a word has bits.
#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.wide")]
#[rustfmt::skip]
struct Wide {
    p000: i32, p001: i32, p002: i32, p003: i32, p004: i32, p005: i32, p006: i32, p007: i32, p008: i32, p009: i32,
    p010: i32, p011: i32, p012: i32, p013: i32, p014: i32, p015: i32, p016: i32, p017: i32, p018: i32, p019: i32,
    p020: i32, p021: i32, p022: i32, p023: i32, p024: i32, p025: i32, p026: i32, p027: i32, p028: i32, p029: i32,
    p030: i32, p031: i32, p032: i32, p033: i32, p034: i32, p035: i32, p036: i32, p037: i32, p038: i32, p039: i32,
    p040: i32, p041: i32, p042: i32, p043: i32, p044: i32, p045: i32, p046: i32, p047: i32, p048: i32, p049: i32,
    p050: i32, p051: i32, p052: i32, p053: i32, p054: i32, p055: i32, p056: i32, p057: i32, p058: i32, p059: i32,
    p060: i32, p061: i32, p062: i32, p063: i32, p064: i32, p065: i32, p066: i32, p067: i32, p068: i32, p069: i32,
    #[graph(extra)]
    extra: Extra,
}

#[test]
fn more_properties_than_a_word_has_bits() {
    let names: Vec<String> = (0..70).map(|n| format!("p{n:03}")).collect();
    let all: Value = names.iter().map(|name| (name.clone(), json!(1))).collect();
    let wide: Wide = json::from_str(&all.to_string()).unwrap();
    assert_eq!((wide.p000, wide.p063, wide.p064, wide.p069), (1, 1, 1, 1));
    for missing in &names {
        let mut some = all.clone();
        some.as_object_mut().unwrap().remove(missing);
        let error = json::from_str::<Wide>(&some.to_string()).unwrap_err();
        assert_eq!(error.path(), format!("$.{missing}"));
    }
}

#[test]
fn a_byte_order_mark_is_skipped_and_the_rest_has_to_end() {
    assert_eq!(json::from_slice::<Part>(b"\xef\xbb\xbf {\"number\":1} \r\n").unwrap().number, 1);
    assert!(json::from_str::<Part>("{\"number\":1} {}").is_err());
}
