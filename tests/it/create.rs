//! The builder: what its setters take, and the body that they make.

use graph_entity::{Extra, GraphEntity, Request};
use serde_json::{Value, json};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.thing", collection = "things")]
pub struct Thing {
    #[graph(key, read_only)]
    id: Option<String>,
    name: String,
    short: i16,
    byte: Option<u8>,
    long: Option<i64>,
    double: Option<f64>,
    flag: Option<bool>,
    tags: Vec<String>,
    numbers: Option<Vec<i32>>,
    any: Option<Value>,
    part: Option<Part>,
    boxed: Option<Box<Part>>,
    parts: Vec<Part>,
    #[graph(serde)]
    duration: Option<std::time::Duration>,
    #[graph(serde)]
    pair: (i32, i32),
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.part", untagged)]
pub struct Part {
    #[graph(read_only)]
    id: Option<String>,
    number: i32,
}

fn body<T>(request: &Request<T>) -> Value {
    serde_json::from_slice(request.body()).unwrap()
}

fn part(number: i32) -> Part {
    Part { id: Some("set by the service".into()), number }
}

#[test]
fn setters_take_what_converts_without_loss() {
    let owned = String::from("d");
    let request = Thing::collection()
        .create()
        .short(5)
        .name(&owned)
        .byte(7)
        .long(8)
        .double(0.5)
        .flag(true)
        .tags(["a", "b"])
        .numbers(vec![1, 2])
        .any(json!(null))
        .part(part(1))
        .boxed(part(2))
        .parts([part(3)])
        .duration(std::time::Duration::from_millis(1500))
        .pair((1, 2))
        .request()
        .unwrap();
    assert_eq!(
        body(&request),
        json!({
            "@odata.type": "#microsoft.graph.thing", "name": "d", "short": 5, "byte": 7, "long": 8, "double": 0.5,
            "flag": true, "tags": ["a", "b"], "numbers": [1, 2], "any": null, "part": {"number": 1},
            "boxed": {"number": 2}, "parts": [{"number": 3}], "duration": {"secs": 1, "nanos": 500_000_000},
            "pair": [1, 2],
        })
    );
}

#[test]
fn strings_and_lists_in_every_form() {
    let strings = [String::from("a")];
    for request in [
        Thing::collection().create().name("x").short(1).pair((0, 0)).tags(strings.clone()),
        Thing::collection().create().name(String::from("x")).short(1).pair((0, 0)).tags(vec![String::from("a")]),
        Thing::collection().create().name(std::borrow::Cow::from("x")).short(1).pair((0, 0)).tags(&strings[..]),
        Thing::collection().create().name("x").short(1).pair((0, 0)).tags(&["a"][..]),
    ] {
        let json =
            json!({"@odata.type": "#microsoft.graph.thing", "name": "x", "short": 1, "tags": ["a"], "pair": [0, 0]});
        assert_eq!(body(&request.request().unwrap()), json);
    }
}

#[test]
fn the_order_is_the_tables_and_the_last_value_counts() {
    let request = Thing::collection()
        .create()
        .pair((1, 1))
        .flag(true)
        .short(1)
        .name("first")
        .flag(false)
        .name("second")
        .short(2)
        .request()
        .unwrap();
    assert_eq!(
        request.body(),
        r##"{"@odata.type":"#microsoft.graph.thing","name":"second","short":2,"flag":false,"pair":[1,1]}"##
    );
}

#[test]
fn special_characters_are_escaped_and_named_doubles_are_strings() {
    let request =
        Thing::collection().create().name("\"\\\n\u{0}😀").short(0).pair((0, 0)).double(f64::NAN).request().unwrap();
    assert_eq!(body(&request)["name"], "\"\\\n\u{0}😀");
    assert_eq!(body(&request)["double"], "NaN");
}

#[test]
fn nothing_set_is_an_object_all_the_same() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.nothing", collection = "nothing", untagged)]
    struct Nothing {
        a: Option<i32>,
    }
    assert_eq!(Nothing::collection().create().request().unwrap().body(), "{}");
    assert_eq!(Nothing::collection().create().a(1).request().unwrap().body(), r#"{"a":1}"#);
}

#[test]
fn a_value_that_can_not_be_written_is_an_error_before_anything_is_sent() {
    #[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
    struct Keyed(std::collections::BTreeMap<(i32, i32), i32>);
    #[derive(Debug, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.keyed", collection = "keyed")]
    struct Entity {
        #[graph(serde)]
        map: Keyed,
    }
    let error = Entity::collection().create().map(Keyed([((1, 2), 3)].into())).request().unwrap_err();
    assert!(matches!(error, graph_entity::Error::Usage(_)));
    assert_eq!(error.to_string(), "`map` can't be sent");
}

#[test]
fn ids_that_would_change_the_path_are_errors_before_anything_is_sent() {
    for id in ["", ".", ".."] {
        let error = Thing::collection().item(id).get().request().unwrap_err();
        assert!(matches!(error, graph_entity::Error::Usage(_)));
        assert_eq!(error.to_string(), format!("`{id}` can't be an id: it would change the path"));
    }
    let path = |id: &str| Thing::collection().item(id).get().request().unwrap().path().to_owned();
    assert_eq!(path("../users"), "things/..%2Fusers");
    assert_eq!(path("a?$select=x#y"), "things/a%3F%24select%3Dx%23y");
    assert_eq!(path("$ref"), "things('%24ref')");
}

#[test]
fn a_request_can_be_changed_and_looked_at() {
    let request = Thing::collection()
        .create()
        .name("secret")
        .short(1)
        .pair((0, 0))
        .request()
        .unwrap()
        .header("x-one", "1")
        .header("x-one", "2")
        .prefer("return=minimal")
        .prefer("include-unknown-enum-members");
    let http = request.to_http("https://graph.microsoft.com/", "v1.0").unwrap();
    assert_eq!(http.method(), "POST");
    assert_eq!(http.uri(), "https://graph.microsoft.com/v1.0/things");
    let mut headers: Vec<_> =
        http.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
    headers.sort_unstable();
    assert_eq!(
        headers,
        [
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("prefer", "return=minimal, include-unknown-enum-members"),
            ("x-one", "2"),
        ]
    );
    let shown = format!("{request:?}");
    assert!(shown.contains("things") && !shown.contains("secret"), "{shown}");
}

#[test]
fn headers_that_are_none_or_not_the_requests_are_told_when_it_is_built() {
    let get = || Thing::collection().item("1").get().request().unwrap();
    let wrong = [
        get().header("a b", "1"),
        get().header("x", "a\r\nInjected: 1"),
        get().prefer("a\nb"),
        get().header("Authorization", "Bearer mine"),
        get().header("host", "evil.example"),
        get().header("content-length", "1"),
        get().header("transfer-encoding", "chunked"),
    ];
    for request in wrong {
        let error = request.to_http("https://graph.microsoft.com", "v1.0").unwrap_err();
        assert!(matches!(error, graph_entity::Error::Usage(_)), "{error}");
        assert!(!error.to_string().contains("Injected"), "{error}");
    }
}
