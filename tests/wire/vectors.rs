//! The test vectors of W12 that concern the data model, each as a property of a derived type that is read and written
//! back. Those of keys, requests, pages and errors are with the tests of these.

use graph_entity::edm::{Binary, DateTimeOffset, Duration, LocalDateTime, TimeOfDay};
use graph_entity::{Dictionary, Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Null, Partial, Unrecognized, json};
use serde_json::json;

use super::{body, fails, read, stored, survives};

/// One property of the type, in an entity.
macro_rules! holder {
    ($name:ident, $($type:tt)*) => {
        #[derive(Debug, Clone, PartialEq, GraphEntity)]
        #[graph_entity(odata = "contoso.holder", untagged, collection = "holders")]
        struct $name {
            value: Option<$($type)*>,
            list: Vec<$($type)*>,
        }

        impl $name {
            /// Reads `json` as the property, by itself and in a list.
            #[track_caller]
            fn read(json: &str) -> $($type)* {
                let holder: Self = read(&format!(r#"{{"value":{json},"list":[{json}]}}"#));
                survives(&holder);
                let value = holder.value.unwrap();
                assert!(holder.list.iter().all(|element| *element == value));
                value
            }

            /// What is written of it.
            #[track_caller]
            fn written(json: &str) -> String {
                let text = stored(&Self { value: Some(Self::read(json)), list: Vec::new() });
                let value = text.strip_prefix(r#"{"value":"#).and_then(|text| text.strip_suffix(r#","list":[]}"#));
                value.unwrap().to_owned()
            }

            /// Reading it is an error, at its path.
            #[allow(dead_code, reason = "some types refuse nothing here")]
            #[track_caller]
            fn refuses(json: &str) {
                assert_eq!(fails::<Self>(&format!(r#"{{"value":{json}}}"#)).0, "$.value", "{json}");
                assert_eq!(fails::<Self>(&format!(r#"{{"list":[{json}]}}"#)).0, "$.list[0]", "{json}");
            }
        }
    };
}

holder!(Int64, i64);
holder!(Double, f64);
holder!(Date, DateTimeOffset);
holder!(Local, LocalDateTime);
holder!(Time, TimeOfDay);
holder!(Span, Duration);
holder!(Bytes, Binary);
holder!(Parts, Flags<ClonableTeamParts>);
holder!(Status, FreeBusyStatus);

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags)]
enum ClonableTeamParts {
    Apps,
    Tabs,
    Settings,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.freeBusyStatus")]
enum FreeBusyStatus {
    Free,
    Busy,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: Option<String>,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", abstract)]
struct DirectoryObject {
    #[graph(key, read_only)]
    id: String,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject")]
enum AnyObject {
    Base(DirectoryObject),
    User(User),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

#[test]
fn type_name() {
    for name in [
        "#microsoft.graph.user",
        "microsoft.graph.user",
        "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.user",
    ] {
        let text = format!(r#"{{"@odata.type":"{name}","id":"1"}}"#);
        assert!(matches!(read::<AnyObject>(&text), AnyObject::User(_)), "{name}");
        assert_eq!(stored(&read::<User>(&text)), r##"{"@odata.type":"#microsoft.graph.user","id":"1"}"##);
    }
}

/// The types of properties and of collections are annotations, kept as they are: a struct knows its own.
#[test]
fn type_name_of_primitives_and_collections() {
    let names = ["#Collection(String)", "Collection(Edm.String)", "#Int64", "Edm.Int64"];
    for name in names {
        let text = format!(
            r##"{{"@odata.type":"#microsoft.graph.user","id":"1","displayName":"a","displayName@odata.type":"{name}","x@odata.type":"{name}","x":[]}}"##
        );
        let user: User = read(&text);
        assert_eq!(user.extra.get("x@odata.type"), Some(&json!(name)));
        assert_eq!(user.display_name.as_deref(), Some("a"));
        assert_eq!(stored(&user), text);
        survives(&user);
    }
}

#[test]
fn type_dispatch() {
    let known = r##"{"id":"1","displayName":"Ada","z":[{}],"@odata.type":"#microsoft.graph.user"}"##;
    let AnyObject::User(user) = read::<AnyObject>(known) else { panic!() };
    assert_eq!((user.display_name.as_deref(), user.extra.len()), (Some("Ada"), 1));

    let new = r##"{"@odata.type":"#microsoft.graph.newThing","id":"1","b":{"@odata.type":"#x","y":null},"a":1.0}"##;
    let AnyObject::Unrecognized(unrecognized) = read::<AnyObject>(new) else { panic!() };
    assert_eq!(unrecognized.odata_type.as_deref(), Some("microsoft.graph.newThing"));
    assert_eq!(stored(&AnyObject::Unrecognized(unrecognized)), new);

    assert_eq!(read::<AnyObject>(r#"{"id":"1"}"#), AnyObject::Base(DirectoryObject { id: "1".into() }));
}

#[test]
fn round_trip() {
    let text = r##"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users/$entity","@odata.id":"users('1')","@odata.etag":"W/\"1\"","id":"1","@odata.type":"microsoft.graph.user","displayName":"Ada","city":"Ulm","manager@odata.bind":"users/2","messages@odata.nextLink":"https://next","messages@odata.count":1,"@odata.nextLink":"n"}"##;
    let user: User = read(text);
    survives(&user);
    let written = stored(&user);
    assert_eq!(written.matches("\"@odata.type\"").count(), 1);
    assert!(written.starts_with(r##"{"@odata.type":"#microsoft.graph.user","##), "{written}");
    let expected =
        r##"{"@odata.type":"#microsoft.graph.user","displayName":"Ada","city":"Ulm","manager@odata.bind":"users/2"}"##;
    assert_eq!(body(User::collection().item("1").replace(&user).check()), expected);
    let created = User::collection().create().display_name("Ada").extra(user.extra).request();
    assert_eq!(body(created), expected);
}

#[test]
fn int64() {
    for (json, value) in
        [("42", 42), ("\"42\"", 42), ("9223372036854775807", i64::MAX), ("\"-9223372036854775808\"", i64::MIN)]
    {
        assert_eq!(Int64::read(json), value, "{json}");
        assert_eq!(Int64::written(json), value.to_string(), "a number, whatever it was");
    }
    Int64::refuses("1.5");
    Int64::refuses("\"x\"");
}

#[test]
fn double() {
    for (json, value, written) in [
        ("1", 1.0, "1.0"),
        ("1.0", 1.0, "1.0"),
        ("\"INF\"", f64::INFINITY, "\"INF\""),
        ("\"-INF\"", f64::NEG_INFINITY, "\"-INF\""),
    ] {
        assert_eq!(Double::read(json).to_bits(), value.to_bits(), "{json}");
        assert_eq!(Double::written(json), written);
    }
    // It is not equal to itself.
    let nan: Double = json::from_str(r#"{"value":"NaN","list":["NaN"]}"#).unwrap();
    assert!(nan.value.unwrap().is_nan() && nan.list[0].is_nan());
    assert_eq!(stored(&nan), r#"{"value":"NaN","list":["NaN"]}"#);
    Double::refuses("\"inf\"");
}

#[test]
fn date_time_offset() {
    for text in [
        "2019-06-06T20:15:38.9Z",
        "2017-01-01T00:00:35.1329464-08:00",
        "2018-11-06T18:48:12.94725647Z",
        "2020-10-14T05:16:49-07:00",
        "0001-01-01T00:00:00Z",
        "2020-10-14T05:16:49.123456789012Z",
        "2020-10-14T12:00Z",
    ] {
        let value = Date::read(&quoted(text));
        assert_eq!(value, text.parse().unwrap());
        // As it was, so that nothing is lost.
        assert_eq!(Date::written(&quoted(text)), quoted(text));
    }
    assert!(Date::read("\"0001-01-01T00:00:00Z\"").is_never());
    assert_eq!(read::<Date>(r#"{"value":""}"#).value, None);
}

#[test]
fn local_date_time() {
    for text in ["2019-03-15T12:00:00.0000000", "2021-05-18T19:03:10", "2018-08-12T12:00"] {
        assert_eq!(Local::read(&quoted(text)), text.parse().unwrap());
        assert_eq!(Local::written(&quoted(text)), quoted(text));
        Date::refuses(&quoted(text));
    }
    assert_eq!(Local::read("\"2018-08-12T12:00\""), Local::read("\"2018-08-12T12:00:00.000\""));
}

#[test]
fn time_of_day() {
    for text in ["08:00:00.0000000", "23:59:00", "09:15"] {
        assert_eq!(Time::read(&quoted(text)), text.parse().unwrap());
        assert_eq!(Time::written(&quoted(text)), quoted(text));
    }
    Time::refuses("\"24:00:00\"");
}

#[test]
fn duration() {
    for text in ["PT0S", "P30D", "PT1H30M", "PT0.03S", "-PT3M22.1587532S", "P10675199DT2H48M5.4775807S"] {
        assert_eq!(Span::read(&quoted(text)), text.parse().unwrap());
        assert_eq!(Span::written(&quoted(text)), quoted(text));
    }
    let longest = Span::read("\"P10675199DT2H48M5.4775807S\"");
    assert_eq!(longest, "PT922337203685.4775807S".parse().unwrap());
    assert!(Span::read("\"-PT3M22.1587532S\"") < Span::read("\"PT0S\""));
}

#[test]
fn duration_that_is_none() {
    for text in ["P", "PT", "P1Y", "P1W", "PT1.S", "P-1D"] {
        Span::refuses(&quoted(text));
    }
    // Empty it is null (W3): an error where there has to be a value.
    assert_eq!(read::<Span>(r#"{"value":""}"#).value, None);
    assert_eq!(fails::<Span>(r#"{"list":[""]}"#).0, "$.list[0]");
}

#[test]
fn binary() {
    let standard = "\"AQHTpH5EZfLlhf/DnUK56FDP+qUfcQ==\"";
    assert_eq!(Bytes::read(standard), Bytes::read("\"AQHTpH5EZfLlhf_DnUK56FDP-qUfcQ\""));
    assert_eq!(Bytes::written("\"AQHTpH5EZfLlhf_DnUK56FDP-qUfcQ\""), standard);
    assert_eq!(Bytes::written(standard), standard);
    assert_eq!(Bytes::read("\"T0RhdGE\""), Binary::from(b"OData".to_vec()));
    assert_eq!(Bytes::written("\"T0RhdGE\""), "\"T0RhdGE=\"");
    Bytes::refuses("\"T0RhdGE*\"");
}

#[test]
fn flags() {
    use ClonableTeamParts::{Apps, Tabs, Unrecognized as Other};
    assert_eq!(Parts::read("\"apps,tabs\""), Flags::from([Apps, Tabs]));
    assert_eq!(Parts::read("\"apps, tabs\""), Flags::from([Apps, Tabs]));
    assert_eq!(Parts::read("\"apps,newPart\""), Flags::from([Apps, Other("newPart".into())]));
    assert!(Parts::read("\"\"").is_empty());
    assert_eq!(Parts::written("\"apps, tabs\""), "\"apps,tabs\"");
    assert_eq!(Parts::written("\"newPart,apps\""), "\"newPart,apps\"");
    assert_eq!(Parts::written("\"\""), "\"\"");
}

#[test]
fn an_enum() {
    assert_eq!(Status::read("\"Busy\""), FreeBusyStatus::Busy);
    assert_eq!(Status::written("\"Busy\""), "\"busy\"");
    assert_eq!(Status::read("\"newValue\""), FreeBusyStatus::Unrecognized("newValue".into()));
    assert_eq!(Status::written("\"newValue\""), "\"newValue\"");
    assert_eq!(Status::read("\"unknownFutureValue\""), FreeBusyStatus::UnknownFutureValue);
    // Stored, but never sent.
    assert_eq!(Status::written("\"unknownFutureValue\""), "\"unknownFutureValue\"");
    let holder = Status { value: Some(FreeBusyStatus::UnknownFutureValue), list: Vec::new() };
    assert!(Status::collection().item("1").replace(&holder).check().is_err());
    assert!(Status::collection().create().value(FreeBusyStatus::UnknownFutureValue).request().is_err());
    assert!(Status::collection().create().value(FreeBusyStatus::Free).request().is_ok());
}

#[test]
fn patch_in_three_states() {
    let update = || User::collection().item("1").update();
    assert_eq!(body(update().request()), r##"{"@odata.type":"#microsoft.graph.user"}"##);
    assert_eq!(
        body(update().display_name(Null).request()),
        r##"{"@odata.type":"#microsoft.graph.user","displayName":null}"##
    );
    assert_eq!(
        body(update().display_name("Ada").request()),
        r##"{"@odata.type":"#microsoft.graph.user","displayName":"Ada"}"##
    );
    // And read: absent, null, value.
    let states = [r#"{"id":"1"}"#, r#"{"id":"1","displayName":null}"#, r#"{"id":"1","displayName":"Ada"}"#];
    let read = states.map(read::<Partial<User>>);
    assert_eq!(read.each_ref().map(|part| part.is_present("displayName")), [false, true, true]);
    assert_eq!(read.each_ref().map(|part| part.value().display_name.as_deref()), [None, None, Some("Ada")]);
    read.iter().for_each(survives);
}

/// W3, Dictionary: a null takes a key away.
#[test]
fn patch_of_a_dictionary() {
    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "contoso.note", untagged)]
    struct Note {
        text: String,
    }
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.notes", untagged, collection = "notes")]
    struct Notes {
        notes: Dictionary<Option<Note>>,
    }
    let notes = Dictionary::from([("A@b", None), ("c", Some(Note { text: "t".into() }))]);
    let update = Notes::collection().item("1").update().notes(notes).request();
    assert_eq!(body(update), r#"{"notes":{"A@b":null,"c":{"text":"t"}}}"#);
}
