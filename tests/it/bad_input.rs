//! What a service, or somebody in between, may send: a typed error each time, never a panic.

use graph_entity::{Error, Extra, GraphEntity, json};

use super::client::{Recorder, create};
use super::read::{Everything, Part, full};

#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.open")]
struct Open {
    id: Option<String>,
    #[graph(extra)]
    extra: Extra,
}

#[test]
fn malformed_and_truncated_json() {
    let text = full().to_string();
    for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
        assert!(json::from_str::<Everything>(&text[..end]).is_err(), "{end}");
        assert!(serde_json::from_str::<Everything>(&text[..end]).is_err(), "{end}");
    }
    for text in [
        "",
        " ",
        "nul",
        "{",
        "{]",
        "{\"number\":1,}",
        "{'number':1}",
        "[",
        "1",
        "true",
        "\"x\"",
        "null",
        "{\"number\":01}",
    ] {
        assert!(json::from_str::<Part>(text).is_err(), "{text}");
    }
}

#[test]
fn every_wrong_kind_for_every_property() {
    let wrong = ["true", "1", "1.5", "-1", "\"x\"", "[]", "{}", "[[]]", "null", "1e400", "\"INF\""];
    let mut errors = 0;
    for name in full().as_object().unwrap().keys().filter(|name| *name != "@odata.type") {
        for value in wrong {
            let mut members = full();
            members.as_object_mut().unwrap().remove(name);
            let text = members.to_string();
            let text = format!("{},\"{name}\":{value}}}", &text[..text.len() - 1]);
            let ours = json::from_str::<Everything>(&text);
            assert_eq!(ours.is_ok(), serde_json::from_str::<Everything>(&text).is_ok(), "{name}: {value}");
            if let Err(error) = ours {
                errors += 1;
                assert!(error.path().starts_with(&format!("$.{name}")), "{name}: {value}: {error}");
            }
        }
    }
    assert!(errors > 150, "{errors}");
}

#[test]
fn deep_nesting() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
    let unknown = format!(r#"{{"number":1,"x":{}}}"#, deep("[", "]"));
    // What no one asked for is skipped, however deep.
    assert_eq!(json::from_str::<Part>(&unknown).unwrap().number, 1);
    for text in
        [format!(r#"{{"id":"1","x":{}}}"#, deep("[", "]")), format!(r#"{{"id":"1","x":{}}}"#, deep("{\"a\":", "}"))]
    {
        let error = json::from_str::<Open>(&text).unwrap_err();
        assert!(error.to_string().starts_with("$.x: recursion limit exceeded"), "{error}");
    }
    let error = json::from_str::<Part>(&deep("{\"number\":1,\"child\":", "}")).unwrap_err();
    assert!(error.to_string().contains("recursion limit exceeded"), "{error:.200}");
    assert!(serde_json::from_str::<Part>(&deep("{\"number\":1,\"child\":", "}")).is_err());
}

#[test]
fn a_long_string_is_read_and_never_quoted_whole() {
    let long = "ä".repeat(5 << 20);
    let part: Open = json::from_str(&format!(r#"{{"id":"{long}"}}"#)).unwrap();
    assert_eq!(part.id.unwrap().len(), 10 << 20);
    for error in [
        json::from_str::<Part>(&format!(r#"{{"number":"{long}"}}"#)).unwrap_err().to_string(),
        serde_json::from_str::<Part>(&format!(r#"{{"number":"{long}"}}"#)).unwrap_err().to_string(),
        json::from_str::<Part>(&format!(r#"{{"@odata.type":["{long}"]}}"#)).unwrap_err().to_string(),
        json::from_str::<Open>(&format!(r#"{{"{long}":tru}}"#)).unwrap_err().to_string(),
        json::from_str::<Everything>(&full().to_string().replace(r#"[1,"one"]"#, &format!("[\"{long}\",1]")))
            .unwrap_err()
            .to_string(),
    ] {
        assert!(error.len() < 1000, "{}", error.len());
    }
}

#[test]
fn invalid_utf8_and_odd_unicode() {
    for bytes in [&b"{\"id\":\"\xff\"}"[..], b"\xff\xfe{\x00}\x00", b"{\"id\":\"\xc3\"}"] {
        assert!(json::from_slice::<Open>(bytes).is_err());
    }
    assert!(json::from_str::<Open>(r#"{"id":"\ud800"}"#).is_err());
    assert_eq!(json::from_str::<Open>(r#"{"id":"\ud83d\ude00\u0000"}"#).unwrap().id.as_deref(), Some("😀\0"));
    assert!(json::from_str::<Open>("{\"id\":\"\u{1}\"}").is_err());
}

#[test]
fn answers_that_are_no_entity() {
    for body in ["<html>", "{", "[]", "null", "\"x\"", "{}", "{\"error\":{\"code\":\"x\"}}"] {
        let error = create().send_blocking(&Recorder::answering(201, body).client()).unwrap_err();
        assert!(matches!(&error, Error::Decode(error) if error.body() == body), "{body}: {error:?}");
    }
    let error = create().send_blocking(&Recorder::answering(502, "<html>Bad gateway</html>").client()).unwrap_err();
    assert!(matches!(&error, Error::Service(error) if error.status() == 502), "{error:?}");
}

#[test]
fn a_sensitive_value_is_not_quoted_by_any_error() {
    #[derive(GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.secrets", collection = "secrets")]
    #[allow(dead_code)]
    struct Secrets {
        #[graph(sensitive)]
        number: i32,
        #[graph(sensitive)]
        part: Option<Part>,
        #[graph(sensitive, serde)]
        pair: Option<(i32, i32)>,
    }
    for body in [
        r#"{"number":"s3cret"}"#,
        r#"{"number":{"a":"s3cret"}}"#,
        r#"{"number":1,"part":{"number":"s3cret"}}"#,
        r#"{"number":1,"part":["s3cret"]}"#,
        r#"{"number":1,"pair":["s3cret",1]}"#,
        r#"{"number":1,"part":{"number":1,"child":{"number":"s3cret"}}}"#,
    ] {
        let error = Secrets::collection()
            .create()
            .number(1)
            .send_blocking(&Recorder::answering(201, body).client())
            .err()
            .unwrap();
        let mut shown = format!("{error} {error:?}");
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            shown.push_str(&format!("{cause} {cause:?}"));
            source = cause.source();
        }
        assert!(!shown.contains("s3cret"), "{shown}");
        assert!(matches!(error, Error::Decode(_)));
    }
}
