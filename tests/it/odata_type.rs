//! `@odata.type`: read in every spelling and position, written first, with `#`, once (W1).

use graph_entity::{Changes, Extra, GraphEntity, Unrecognized, json};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
struct Plain {
    id: String,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
struct Kept {
    id: String,
    #[graph(odata_type)]
    odata_type: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
struct Open {
    id: String,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", strict)]
struct Strict {
    id: String,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", untagged)]
struct Untagged {
    id: String,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", abstract)]
struct Abstract {
    id: String,
    #[graph(odata_type)]
    odata_type: Option<String>,
}

const KEYS: [&str; 4] = ["@odata.type", "@type", "@Odata.type", "@ODATA.TYPE"];
const OWN: [&str; 5] = [
    "#microsoft.graph.user",
    "microsoft.graph.user",
    "#microsoft.graph.User",
    "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.user",
    "",
];
const OTHER: [&str; 3] = [
    "#microsoft.graph.device",
    "microsoft.graph.device",
    "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.device",
];

/// The type first, in the middle and last.
fn objects(key: &str, name: &str) -> [String; 3] {
    [
        format!(r#"{{"{key}":"{name}","id":"1","x":[1]}}"#),
        format!(r#"{{"id":"1","{key}":"{name}","x":[1]}}"#),
        format!(r#"{{"x":[1],"id":"1","{key}":"{name}"}}"#),
    ]
}

#[test]
fn the_own_name_in_every_spelling_and_position() {
    for key in KEYS {
        for text in OWN.into_iter().flat_map(|name| objects(key, name)) {
            assert_eq!(json::from_str::<Plain>(&text).unwrap(), Plain { id: "1".into() });
            assert_eq!(json::from_str::<Strict>(&text).unwrap(), Strict { id: "1".into() });
            assert_eq!(json::from_str::<Kept>(&text).unwrap(), Kept { id: "1".into(), odata_type: None });
            let open: Open = json::from_str(&text).unwrap();
            assert_eq!(open.extra.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["x"]);
            let written = serde_json::to_string(&open).unwrap();
            assert_eq!(written, r##"{"@odata.type":"#microsoft.graph.user","id":"1","x":[1]}"##);
        }
    }
}

#[test]
fn another_name_is_kept_where_there_is_a_place_and_written_back() {
    for key in KEYS {
        for text in OTHER.into_iter().flat_map(|name| objects(key, name)) {
            let kept: Kept = json::from_str(&text).unwrap();
            assert_eq!(kept.odata_type.as_deref(), Some("microsoft.graph.device"));
            let written = serde_json::to_string(&kept).unwrap();
            assert_eq!(written, r##"{"@odata.type":"#microsoft.graph.device","id":"1"}"##);
            assert_eq!(json::from_str::<Kept>(&written).unwrap(), kept);

            let open: Open = json::from_str(&text).unwrap();
            let written = serde_json::to_string(&open).unwrap();
            assert_eq!(written, r##"{"@odata.type":"#microsoft.graph.device","id":"1","x":[1]}"##);
            assert_eq!(json::from_str::<Open>(&written).unwrap(), open);

            let untagged: Untagged = json::from_str(&text).unwrap();
            assert!(
                serde_json::to_string(&untagged).unwrap().starts_with(r##"{"@odata.type":"#microsoft.graph.device""##)
            );

            let dropped: Plain = json::from_str(&text).unwrap();
            assert_eq!(
                serde_json::to_string(&dropped).unwrap(),
                r##"{"@odata.type":"#microsoft.graph.user","id":"1"}"##
            );
        }
    }
}

#[test]
fn strict_refuses_another_name() {
    for text in OTHER.into_iter().flat_map(|name| objects("@odata.type", name)) {
        let error = json::from_str::<Strict>(&text).unwrap_err();
        assert_eq!(error.path(), "$['@odata.type']");
        assert!(error.to_string().contains("microsoft.graph.device, expected microsoft.graph.user"), "{error}");
    }
}

#[test]
fn absence_and_null_are_the_own_type() {
    for text in [r#"{"id":"1"}"#, r#"{"@odata.type":null,"id":"1"}"#] {
        assert_eq!(json::from_str::<Strict>(text).unwrap(), Strict { id: "1".into() });
        assert_eq!(json::from_str::<Kept>(text).unwrap().odata_type, None);
    }
}

#[test]
fn a_name_that_is_no_text_is_an_error() {
    for text in [r#"{"@odata.type":1}"#, r#"{"@odata.type":{}}"#, r#"{"@odata.type":["a"]}"#] {
        assert_eq!(json::from_str::<Plain>(text).unwrap_err().path(), "$['@odata.type']", "{text}");
    }
}

#[test]
fn of_two_names_the_last_wins() {
    let text = r##"{"@odata.type":"#microsoft.graph.device","id":"1","@odata.type":"#microsoft.graph.user"}"##;
    assert_eq!(json::from_str::<Kept>(text).unwrap().odata_type, None);
    assert!(json::from_str::<Open>(text).unwrap().extra.is_empty());
}

#[test]
fn untagged_and_abstract_types_write_no_name_of_their_own() {
    let untagged = Untagged { id: "1".into(), extra: Extra::new() };
    assert_eq!(serde_json::to_string(&untagged).unwrap(), r#"{"id":"1"}"#);
    let object = Abstract { id: "1".into(), odata_type: None };
    assert_eq!(serde_json::to_string(&object).unwrap(), r#"{"id":"1"}"#);
    let object = Abstract { odata_type: Some("microsoft.graph.user".into()), ..object };
    assert_eq!(serde_json::to_string(&object).unwrap(), r##"{"@odata.type":"#microsoft.graph.user","id":"1"}"##);
}

/// Another abstract type, which keeps what it does not name, and a family with it.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.setting", abstract)]
struct Setting {
    name: Option<String>,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.setting")]
enum AnySetting {
    Base(Setting),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.policy", collection = "policies")]
struct Policy {
    settings: Vec<AnySetting>,
    first: Option<Setting>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", abstract, strict)]
struct StrictAbstract {
    id: String,
}

#[test]
fn an_abstract_type_keeps_its_own_name_where_it_was_read() {
    let directory_object = ["#microsoft.graph.directoryObject", "microsoft.graph.DirectoryObject"];
    for key in KEYS {
        for text in directory_object.into_iter().flat_map(|name| objects(key, name)) {
            let object: Abstract = json::from_str(&text).unwrap();
            let name = object.odata_type.as_deref().unwrap();
            assert!(name.eq_ignore_ascii_case("microsoft.graph.directoryObject"), "{name}");
            let written = serde_json::to_string(&object).unwrap();
            assert_eq!(written, format!(r##"{{"@odata.type":"#{name}","id":"1"}}"##));
            assert_eq!(json::from_str::<Abstract>(&written).unwrap(), object);
            assert_eq!(json::from_str::<StrictAbstract>(&text).unwrap(), StrictAbstract { id: "1".into() });
        }
    }
    for text in [r#"{"id":"1"}"#, r#"{"@odata.type":null,"id":"1"}"#, r#"{"@odata.type":"","id":"1"}"#] {
        let object: Abstract = json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&object).unwrap(), r#"{"id":"1"}"#, "{text}");
    }
}

#[test]
fn an_abstract_variant_keeps_its_own_name_and_no_request_has_it() {
    let named = r##"{"@odata.type":"#microsoft.graph.setting","name":"a"}"##;
    for (text, written) in [
        (named, named),
        (r#"{"name":"a","@type":"microsoft.graph.setting"}"#, named),
        (r#"{"name":"a"}"#, r#"{"name":"a"}"#),
    ] {
        let setting: AnySetting = json::from_str(text).unwrap();
        assert!(matches!(&setting, AnySetting::Base(base) if base.name.as_deref() == Some("a")), "{setting:?}");
        assert_eq!(serde_json::to_string(&setting).unwrap(), written);
        assert_eq!(json::from_str::<AnySetting>(written).unwrap(), setting);

        let first: Setting = json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&first).unwrap(), written);
        // A service refuses the name (W1).
        let sent = r##"{"@odata.type":"#microsoft.graph.policy","settings":[{"name":"a"}],"first":{"name":"a"}}"##;
        let create = Policy::collection().create().settings([setting.clone()]).first(first.clone());
        assert_eq!(create.request().unwrap().body(), sent.as_bytes());
        let replaced = Policy { settings: vec![setting], first: Some(first.clone()) };
        let replace = Policy::collection().item("1").replace(&replaced).check().unwrap();
        assert_eq!(replace.body(), sent.as_bytes());
        let old = Setting { name: None, ..first.clone() };
        let changes = Changes::between(&old, &first).unwrap();
        assert_eq!(changes.names().collect::<Vec<_>>(), ["name"]);
    }
}
