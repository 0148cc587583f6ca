//! Reading: `@odata.type` and annotations wherever they stand, null and absence, odd values, formats, depth and width.

use graph_entity::{
    Dictionary, Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Guarded, Partial, Unrecognized, json,
};
use serde_json::{Value, json};

use super::{fails, ours, path_of, read, stored, survives, survives_ours, text_of};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", abstract)]
struct DirectoryObject {
    #[graph(key, read_only)]
    id: String,
    deleted_date_time: Option<String>,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
struct User {
    #[graph(base)]
    base: DirectoryObject,
    display_name: Option<String>,
    importance: Option<Importance>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group")]
struct Group {
    #[graph(base)]
    base: DirectoryObject,
    mail_enabled: bool,
    members: Vec<Member>,
    owner: Option<Member>,
    boxed: Option<Box<Member>>,
    assignments: Dictionary<Member>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection = "directoryObjects")]
enum Member {
    Object(DirectoryObject),
    User(User),
    Group(Box<Group>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
enum Importance {
    Low,
    High,
    #[graph(rename = "v3_2_1")]
    Version,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags)]
enum Part {
    None,
    Apps,
    Tabs,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.point", untagged)]
struct Point {
    x: i32,
    y: Option<i32>,
}

const KEYS: [&str; 4] = ["@odata.type", "@type", "@Odata.type", "@ODATA.TYPE"];

/// A name as services spell it.
fn spellings(name: &str) -> [String; 4] {
    [
        format!("#{name}"),
        name.to_owned(),
        format!("https://graph.microsoft.com/v1.0/$metadata#{name}"),
        format!("#{}", name.to_ascii_uppercase()),
    ]
}

/// Objects with the type first, in the middle, and last; each with `members` around it.
fn placed(key: &str, name: &str, members: &[&str]) -> Vec<String> {
    (0..=members.len())
        .map(|at| {
            let mut all: Vec<String> = members.iter().map(|&member| member.to_owned()).collect();
            all.insert(at, format!("\"{key}\":\"{name}\""));
            format!("{{{}}}", all.join(","))
        })
        .collect()
}

fn user(id: &str) -> User {
    let base = DirectoryObject { id: id.into(), deleted_date_time: None, extra: Extra::new() };
    User { base, display_name: Some("Ada".into()), importance: None }
}

// `@odata.type`

#[test]
fn a_family_knows_its_type_wherever_it_stands_and_however_it_is_spelt() {
    for key in KEYS {
        for name in spellings("microsoft.graph.user") {
            for text in placed(key, &name, &["\"id\":\"1\"", "\"displayName\":\"Ada\""]) {
                assert_eq!(read::<Member>(&text), Member::User(user("1")), "{text}");
                assert_eq!(read::<User>(&text), user("1"), "{text}");
            }
        }
    }
}

#[test]
fn a_family_knows_its_type_in_every_place_that_it_has() {
    let late = r##"{"id":"1","displayName":"Ada","@odata.type":"#microsoft.graph.user"}"##;
    let text = format!(
        r##"{{"assignments":{{"a@b":{late}}},"boxed":{late},"id":"g","mailEnabled":true,"members":[{late},{late}],"owner":{late},
            "@odata.type":"microsoft.graph.group"}}"##
    );
    let Member::Group(group) = read::<Member>(&text) else { panic!() };
    let member = Member::User(user("1"));
    assert_eq!(group.members, [member.clone(), member.clone()]);
    assert_eq!(group.owner, Some(member.clone()));
    assert_eq!(group.boxed, Some(Box::new(member.clone())));
    assert_eq!(group.assignments.get("a@b"), Some(&member));
    assert_eq!((group.base.id.as_str(), group.mail_enabled), ("g", true));
    survives(&Member::Group(group));
}

#[test]
fn a_family_without_a_type_is_of_its_own_type() {
    for text in [r#"{"id":"1"}"#, r#"{"@odata.type":null,"id":"1"}"#, r#"{"id":"1","@odata.type":""}"#] {
        let Member::Object(object) = read::<Member>(text) else { panic!("{text}") };
        assert_eq!(object.id, "1");
        survives(&Member::Object(object));
    }
    assert_eq!(fails::<Member>(r#"{"displayName":"Ada"}"#).0, "$.id");
}

/// W1.9: declared abstract and no type, without a variant for it.
#[test]
fn a_family_without_a_variant_of_its_own_keeps_what_has_no_type() {
    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "contoso.shape")]
    enum Shape {
        Point(Point),
        #[graph(unrecognized)]
        Other(Unrecognized),
    }
    for (text, written) in [
        (r#"{"x":1,"z":[{"a":null}]}"#, r#"{"x":1,"z":[{"a":null}]}"#),
        (r#"{"@odata.type":null,"x":1}"#, r#"{"x":1}"#),
        (r##"{"x":1,"@odata.type":"#"}"##, r#"{"x":1}"#),
    ] {
        let shape: Shape = read(text);
        assert!(matches!(&shape, Shape::Other(other) if other.odata_type.is_none()), "{shape:?}");
        assert_eq!(stored(&shape), written);
        survives(&shape);
    }
    // The variant is untagged, but in a family its name has to be told.
    let shape = Shape::from(Point { x: 1, y: None });
    assert_eq!(stored(&shape), r##"{"@odata.type":"#microsoft.graph.point","x":1}"##);
    survives(&shape);
}

#[test]
fn a_foreign_type_of_a_family_is_kept_whole_and_written_back_in_order() {
    for key in KEYS {
        for name in
            ["#microsoft.graph.newThing", "microsoft.graph.newThing", "https://x/$metadata#microsoft.graph.newThing"]
        {
            for text in placed(key, name, &["\"z\":1", "\"id\":\"1\"", "\"a\":{\"@type\":\"x\",\"b\":null}"]) {
                let member: Member = read(&text);
                let Member::Unrecognized(unrecognized) = &member else { panic!("{text}") };
                assert_eq!(unrecognized.odata_type.as_deref(), Some("microsoft.graph.newThing"));
                assert_eq!(unrecognized.members.get("id"), Some(&json!("1")));
                assert_eq!(
                    stored(&member),
                    r##"{"@odata.type":"#microsoft.graph.newThing","z":1,"id":"1","a":{"@type":"x","b":null}}"##
                );
                survives(&member);
            }
        }
    }
}

/// W1.12: not an error, the name is kept.
#[test]
fn a_foreign_type_of_a_struct_is_kept_and_written_back() {
    for name in ["#microsoft.graph.device", "#Microsoft.Identity.Governance.Common.Data.ExternalModels.V1.x"] {
        for text in placed("@odata.type", name, &["\"id\":\"1\"", "\"displayName\":\"Ada\""]) {
            let device: User = read(&text);
            assert_eq!(stored(&device), format!(r#"{{"@odata.type":"{name}","id":"1","displayName":"Ada"}}"#));
            survives(&device);
        }
    }
}

/// Of two types the struct takes the last, as of any other member; a family has chosen by then and keeps the first.
#[test]
fn of_two_types_a_family_takes_the_first_and_a_struct_the_last() {
    let text = |a: &str, b: &str| {
        format!(r##"{{"id":"1","@odata.type":"#microsoft.graph.{a}","mailEnabled":true,"@type":"{b}"}}"##)
    };
    assert!(matches!(read::<Member>(&text("user", "#microsoft.graph.group")), Member::User(_)));
    assert!(matches!(read::<Member>(&text("group", "#microsoft.graph.user")), Member::Group(_)));
    assert!(matches!(read::<Member>(&text("new", "#microsoft.graph.user")), Member::Unrecognized(_)));
    // Whatever the second is.
    let odd = r##"{"@odata.type":"#microsoft.graph.user","id":"1","@odata.type":[1]}"##;
    assert!(matches!(read::<Member>(odd), Member::User(_)));
    assert!(read::<User>(&text("device", "#microsoft.graph.user")).base.extra.get("@odata.type").is_none());
    assert_eq!(
        read::<User>(&text("user", "#microsoft.graph.device")).base.extra.get("@odata.type"),
        Some(&json!("#microsoft.graph.device"))
    );
}

#[test]
fn a_type_that_is_no_text_is_an_error_with_its_path() {
    for value in ["1", "{}", "[]", "true"] {
        let text =
            format!(r#"{{"id":"g","mailEnabled":true,"members":[{{"id":"1"}},{{"id":"2","@odata.type":{value}}}]}}"#);
        assert_eq!(fails::<Group>(&text).0, "$.members[1]['@odata.type']");
    }
}

// Annotations

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.annotated", collection = "annotated")]
struct Annotated {
    #[graph(etag)]
    etag: Option<String>,
    #[graph(key, read_only)]
    id: String,
    members: Vec<String>,
    #[graph(annotation = "members@odata.count")]
    count: Option<i64>,
    #[graph(annotation = "@microsoft.graph.conflictBehavior")]
    conflict: Option<String>,
    #[graph(extra)]
    extra: Extra,
}

#[test]
fn annotations_before_after_and_without_their_property() {
    let members = [
        r#""members":["a"]"#,
        r#""members@odata.count":9223372036854775807"#,
        r#""@odata.etag":"W/\"1\"""#,
        r#""@microsoft.graph.conflictBehavior":"rename""#,
        r#""unknown@odata.nextLink":"https://x""#,
        r#""id":"1""#,
    ];
    for turn in 0..members.len() {
        let mut turned = members;
        turned.rotate_left(turn);
        let read: Annotated = read(&format!("{{{}}}", turned.join(",")));
        assert_eq!(read.etag.as_deref(), Some("W/\"1\""));
        assert_eq!((read.members.len(), read.count), (1, Some(i64::MAX)));
        assert_eq!(read.conflict.as_deref(), Some("rename"));
        assert_eq!(read.extra.iter().collect::<Vec<_>>(), [("unknown@odata.nextLink", &json!("https://x"))]);
        survives(&read);
    }
    // Of what is not there the annotation stays.
    let read: Annotated = read(r#"{"id":"1","members@odata.count":"3"}"#);
    assert_eq!((read.members.len(), read.count), (0, Some(3)));
}

/// OData 4.01 leaves `odata.` out.
#[test]
fn an_annotation_without_odata() {
    let read: Annotated = read(r#"{"@context":"c","@etag":"e","id":"1","members@count":1}"#);
    assert_eq!((read.etag.as_deref(), read.count), (Some("e"), Some(1)));
    assert_eq!(read.extra.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["@context"]);
    survives(&read);
}

// Null and absence

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.optional", untagged)]
struct Optional {
    flag: Option<bool>,
    byte: Option<u8>,
    short: Option<i16>,
    int: Option<i32>,
    long: Option<i64>,
    single: Option<f32>,
    double: Option<f64>,
    text: Option<String>,
    member: Option<Importance>,
    flags: Option<Flags<Part>>,
    node: Option<Point>,
    family: Option<Member>,
    boxed: Option<Box<Point>>,
    boxed_family: Option<Box<Member>>,
    guarded: Option<Guarded<Point>>,
    partial: Option<Partial<Point>>,
    list: Option<Vec<i32>>,
    dictionary: Option<Dictionary<i32>>,
    #[graph(serde)]
    serde: Option<std::time::Duration>,
    plain_list: Vec<i32>,
    plain_dictionary: Dictionary<i32>,
    #[graph(default)]
    default_int: i32,
    #[graph(default)]
    default_text: String,
    #[graph(default)]
    default_node: PointOrZero,
    #[graph(default)]
    default_member: Importance,
    #[graph(default)]
    default_flags: Flags<Part>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "contoso.pointOrZero", untagged)]
struct PointOrZero {
    #[graph(default)]
    x: i32,
}

/// Null and absence are the same to each kind of slot that can do without.
#[test]
fn null_and_absence_of_each_kind() {
    let absent: Optional = read("{}");
    assert_eq!(
        stored(&absent),
        r#"{"serde":null,"plainList":[],"plainDictionary":{},"defaultInt":0,"defaultText":"","defaultNode":{"x":0},"defaultMember":"","defaultFlags":""}"#
    );
    survives(&absent);
    let all = [
        "flag",
        "byte",
        "short",
        "int",
        "long",
        "single",
        "double",
        "text",
        "member",
        "flags",
        "node",
        "family",
        "boxed",
        "boxedFamily",
        "guarded",
        "partial",
        "list",
        "dictionary",
        "serde",
        "plainList",
        "plainDictionary",
        "defaultInt",
        "defaultText",
        "defaultNode",
        "defaultMember",
        "defaultFlags",
    ];
    for name in all {
        assert_eq!(read::<Optional>(&format!(r#"{{"{name}":null}}"#)), absent, "{name}");
    }
    // A later null takes an earlier value away.
    let full = json!({
        "flag": true, "byte": 1, "short": 1, "int": 1, "long": 1, "single": 1, "double": 1, "text": "", "member": "low",
        "flags": "apps", "node": {"x": 1}, "family": {"id": "1"}, "boxed": {"x": 1}, "boxedFamily": {"id": "1"},
        "guarded": {"x": 1}, "partial": {}, "list": [1], "dictionary": {"a": 1}, "serde": {"secs": 1, "nanos": 0},
        "plainList": [1], "plainDictionary": {"a": 1}, "defaultInt": 1, "defaultText": "x", "defaultNode": {"x": 1},
        "defaultMember": "low", "defaultFlags": "apps",
    });
    assert_eq!(full.as_object().unwrap().len(), all.len());
    let text = full.to_string();
    survives(&read::<Optional>(&text));
    let nulls: String = all.iter().map(|name| format!(",\"{name}\":null")).collect();
    assert_eq!(read::<Optional>(&format!("{}{nulls}}}", &text[..text.len() - 1])), absent);
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.required", untagged)]
struct Required {
    flag: bool,
    int: i32,
    double: f64,
    text: String,
    member: Importance,
    flags: Flags<Part>,
    node: Point,
    family: Member,
    boxed: Box<Point>,
    partial: Partial<Point>,
    #[graph(serde)]
    serde: (i32, i32),
}

#[test]
fn null_and_absence_of_what_is_promised() {
    let full = json!({
        "flag": true, "int": 1, "double": 1, "text": "", "member": "low", "flags": "", "node": {"x": 1},
        "family": {"id": "1"}, "boxed": {"x": 1}, "partial": {}, "serde": [1, 2],
    });
    survives(&read::<Required>(&full.to_string()));
    for name in full.as_object().unwrap().keys() {
        let mut other = full.clone();
        other[name] = Value::Null;
        assert_eq!(fails::<Required>(&other.to_string()).0, format!("$.{name}"));
        other.as_object_mut().unwrap().remove(name);
        let (path, error) = fails::<Required>(&other.to_string());
        assert_eq!(path, format!("$.{name}"));
        assert!(error.contains("missing property"), "{error}");
    }
}

/// An untyped null is a value (W3), its absence is none.
#[test]
fn null_and_absence_of_untyped_json() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.untyped", untagged)]
    struct Untyped {
        any: Option<Value>,
    }
    assert_eq!(read::<Untyped>(r#"{"any":null}"#).any, Some(Value::Null));
    assert_eq!(read::<Untyped>("{}").any, None);
    for value in [None, Some(Value::Null)] {
        survives(&Untyped { any: value });
    }
}

/// W3: elements may be null.
#[test]
fn null_in_lists_and_dictionaries() {
    assert_eq!(read::<Vec<Option<i32>>>("[1,null]"), [Some(1), None]);
    assert_eq!(fails::<Vec<i32>>("[1,null]").0, "$[1]");
    let dictionary: Dictionary<Option<Point>> = ours(r#"{"a":null,"b":{"x":1}}"#);
    assert_eq!((dictionary.get("a"), dictionary.len()), (Some(&None), 2));
    assert_eq!(path_of::<Dictionary<Point>>(r#"{"a":null}"#), "$.a");
    let families: Vec<Option<Member>> = read(r#"[null,{"id":"1"}]"#);
    assert!(families[0].is_none() && families[1].is_some());
}

// Values

#[test]
fn members_of_an_enum_in_any_case_and_by_number() {
    let list: Vec<Importance> =
        read(r#"["low","Low","LOW","V3_2_1","unknownfuturevalue","urgent","","3",3,-1,18446744073709551615," low"]"#);
    use Importance::{Low, UnknownFutureValue, Unrecognized as Other, Version};
    let other = |name: &str| Other(name.to_owned());
    assert_eq!(
        list,
        [
            Low,
            Low,
            Low,
            Version,
            UnknownFutureValue,
            other("urgent"),
            other(""),
            other("3"),
            other("3"),
            other("-1"),
            other("18446744073709551615"),
            other(" low"),
        ]
    );
    assert_eq!(
        stored(&list),
        r#"["low","low","low","v3_2_1","unknownFutureValue","urgent","","3","3","-1","18446744073709551615"," low"]"#
    );
    survives(&list);
    for bad in ["[true]", "[{}]", "[[]]", "[null]"] {
        assert_eq!(fails::<Vec<Importance>>(bad).0, "$[0]", "{bad}");
    }
}

#[test]
fn flags_in_any_case_with_blanks_and_twice() {
    for text in ["apps,tabs", "apps, tabs", " Tabs ,APPS", ",apps,,tabs,", "apps,tabs,apps,Apps,TABS"] {
        let flags: Flags<Part> = ours(&format!("\"{text}\""));
        assert_eq!(flags, Flags::from([Part::Apps, Part::Tabs]), "{text}");
        assert_eq!(flags.len(), 2, "{text}");
        survives_ours(&flags);
    }
    let flags: Flags<Part> = ours("\"none\"");
    assert!(flags.contains(&Part::None));
    assert!(ours::<Flags<Part>>("\"\"").is_empty());
    // A value of the underlying number is kept as it is.
    assert_eq!(ours::<Flags<Part>>("3"), Flags::from(Part::Unrecognized("3".into())));
}

/// W3: `""` stands for null in what is no text; for a text it is one, and an enum has no null by it.
#[test]
fn an_empty_string_is_null_but_for_texts() {
    use graph_entity::edm::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, LocalDateTime, TimeOfDay};
    macro_rules! dates {
        ($($name:ident: $type:ty,)*) => {
            #[derive(Debug, Clone, PartialEq, GraphEntity)]
            #[graph_entity(odata = "contoso.dates", untagged)]
            struct Dates {
                $($name: Option<$type>,)*
            }
            #[derive(Debug, Clone, PartialEq, GraphEntity)]
            #[graph_entity(odata = "contoso.dates", untagged)]
            struct Defaults {
                $(#[graph(default)] $name: $type,)*
            }
            let text = concat!("{", $("\"", stringify!($name), "\":\"\",",)* "\"x\":1}");
            assert_eq!(stored(&read::<Dates>(text)), "{}");
            assert_eq!(read::<Defaults>(text), read::<Defaults>("{}"));
            survives(&read::<Defaults>(text));
            $(
                assert_eq!(ours::<Vec<Option<$type>>>(r#"["",null]"#), [None, None]);
                assert_eq!(path_of::<Vec<$type>>(r#"[""]"#), "$[0]");
                assert_eq!(ours::<Dictionary<Option<$type>>>(r#"{"a":""}"#).get("a"), Some(&None));
            )*
        };
    }
    dates! {
        date: Date,
        time: TimeOfDay,
        stamp: DateTimeOffset,
        local: LocalDateTime,
        span: Duration,
        guid: Guid,
    }
    // No bytes are no null.
    assert_eq!(ours::<Option<Binary>>("\"\""), Some(Binary::from(Vec::new())));
    assert_eq!(ours::<Option<String>>("\"\"").as_deref(), Some(""));
    assert_eq!(ours::<Option<Importance>>("\"\""), Some(Importance::Unrecognized(String::new())));
    for number in [path_of::<Decimal>("\"\""), path_of::<i64>("\"\""), path_of::<f64>("\"\""), path_of::<bool>("\"\"")]
    {
        assert_eq!(number, "$");
    }
}

#[test]
fn unknown_members_are_kept_and_written_back_in_order() {
    let text = r##"{"@odata.type":"#microsoft.graph.user","id":"1","displayName":"Ada","z":1,"a":{"y":null,"b":[1.0,-0.0]},"m@odata.type":"#Int64","m":9007199254740993,"#microsoft.graph.fn":{},"":""}"##;
    let user: User = read(text);
    assert_eq!(stored(&user).replace("\"b\":[1.0,-0.0],\"y\":null", "\"y\":null,\"b\":[1.0,-0.0]"), text);
    survives(&user);
}

#[test]
fn of_equal_names_the_last_wins() {
    let user: User = read(r#"{"id":"1","displayName":"a","x":1,"id":"2","y":2,"displayName":"b","x":3}"#);
    assert_eq!((user.base.id.as_str(), user.display_name.as_deref()), ("2", Some("b")));
    assert_eq!(user.base.extra.iter().collect::<Vec<_>>(), [("y", &json!(2)), ("x", &json!(3))]);

    // Whole values, not merged ones; in a family, before and after its type.
    let text = r##"{"id":"g","owner":{"id":"1","a":1},"members":[{"id":"1"}],"@odata.type":"#microsoft.graph.group","mailEnabled":true,
        "owner":{"id":"2"},"members":[{"id":"3"}]}"##;
    let Member::Group(group) = read::<Member>(text) else { panic!() };
    let Some(Member::Object(owner)) = &group.owner else { panic!() };
    assert!(owner.id == "2" && owner.extra.is_empty());
    assert!(matches!(&group.members[..], [Member::Object(object)] if object.id == "3"));

    let text = r##"{"a":{"x":1,"y":1},"@odata.type":"#a.b","b@odata.type":1,"a":{"x":2},"@odata.type":"#c.d","b@odata.type":2}"##;
    let dictionary: Dictionary<Point> = ours(text);
    assert_eq!(dictionary.iter().collect::<Vec<_>>(), [("a", &Point { x: 2, y: None })]);
    assert_eq!(dictionary.annotations().len(), 2);
    assert_eq!(dictionary.annotations().get("@odata.type"), Some(&json!("#c.d")));
    assert_eq!(text_of(&dictionary).matches("@odata.type").count(), 2);
    survives_ours(&dictionary);

    let guarded: Vec<Guarded<Point>> = ours(r#"[{"x":"bad","x":1},{"x":1,"x":"bad"}]"#);
    assert_eq!(guarded[0].as_ref().ok(), Some(&Point { x: 1, y: None }));
    assert_eq!(guarded[1].as_ref().unwrap_err().json(), &json!({"x": "bad"}));
}

// Formats

#[test]
fn a_family_without_a_type_from_cbor() {
    for json in [
        json!({"id": "1"}),
        json!({"id": "1", "@odata.type": "#microsoft.graph.user"}),
        json!({"@odata.type": "#microsoft.graph.new", "id": "1"}),
        json!({"id": "1", "x": {"a": [null, 1.5, -1, true]}}),
    ] {
        let mut bytes = Vec::new();
        ciborium::into_writer(&json, &mut bytes).unwrap();
        assert_eq!(ciborium::from_reader::<Member, _>(&bytes[..]).unwrap(), read::<Member>(&json.to_string()));
        let list = vec![json.clone(), json];
        let mut bytes = Vec::new();
        ciborium::into_writer(&list, &mut bytes).unwrap();
        assert_eq!(ciborium::from_reader::<Vec<Member>, _>(&bytes[..]).unwrap().len(), 2);
    }
}

/// A format that takes the contract by its word: after the end it must not be asked again, and of each name the value is
/// asked once.
mod strict {
    use serde::de::value::Error;
    use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
    use serde_json::Value;

    pub struct Strict<'a>(pub &'a Value);

    impl<'de> Deserializer<'de> for Strict<'_> {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0 {
                Value::Null => visitor.visit_unit(),
                Value::Bool(value) => visitor.visit_bool(*value),
                Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                    (Some(number), _) => visitor.visit_i64(number),
                    (_, Some(number)) => visitor.visit_u64(number),
                    _ => visitor.visit_f64(number.as_f64().unwrap()),
                },
                Value::String(text) => visitor.visit_str(text),
                Value::Array(elements) => visitor.visit_seq(Elements(elements.iter(), false)),
                Value::Object(members) => visitor.visit_map(Members(members.iter(), None, false)),
            }
        }

        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
        }

        fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_newtype_struct(self)
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
            tuple_struct map struct enum identifier ignored_any
        }
    }

    struct Elements<'a>(std::slice::Iter<'a, Value>, bool);

    impl<'de> SeqAccess<'de> for Elements<'_> {
        type Error = Error;

        fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
            assert!(!self.1, "asked after the end");
            let next = self.0.next();
            self.1 = next.is_none();
            next.map(|element| seed.deserialize(Strict(element))).transpose()
        }
    }

    struct Members<'a>(serde_json::map::Iter<'a>, Option<&'a Value>, bool);

    impl<'de> MapAccess<'de> for Members<'_> {
        type Error = Error;

        fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
            assert!(!self.2, "asked after the end");
            assert!(self.1.is_none(), "a value was not taken");
            let Some((name, value)) = self.0.next() else {
                self.2 = true;
                return Ok(None);
            };
            self.1 = Some(value);
            seed.deserialize(name.as_str().into_deserializer()).map(Some)
        }

        fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
            seed.deserialize(Strict(self.1.take().expect("a value is asked for before its name")))
        }
    }
}

#[test]
fn no_map_is_asked_again_after_its_end() {
    use serde::Deserialize as _;
    let late = json!({"id": "1", "displayName": "Ada", "@odata.type": "#microsoft.graph.user"});
    for json in [
        json!({}),
        json!({"id": "1"}),
        late.clone(),
        json!({"@odata.type": "#new", "x": [1, {"y": []}]}),
        json!({
            "id": "g", "mailEnabled": true, "@odata.type": "#microsoft.graph.group", "members": [late, {"id": "2"}],
            "owner": null, "boxed": late, "assignments": {"a": late, "b": {"id": "1"}, "@odata.type": "x"}, "other": {"a": []},
        }),
    ] {
        let strict = Member::deserialize(strict::Strict(&json));
        let ours = serde_json::from_value::<Member>(json.clone());
        assert_eq!(strict.is_ok(), ours.is_ok(), "{json}");
        if let (Ok(a), Ok(b)) = (strict, ours) {
            assert_eq!(a, b);
        }
        let page = json!({"value": [json, json], "number": {}, "listed": [json]});
        assert_eq!(Page::deserialize(strict::Strict(&page)).unwrap().value.len(), 2);
        _ = Partial::<Group>::deserialize(strict::Strict(&json));
        _ = Optional::deserialize(strict::Strict(&json));
    }
}

// Guarded

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.page", untagged)]
struct Page {
    value: Vec<Guarded<Member>>,
    one: Option<Guarded<Point>>,
    number: Guarded<i32>,
    listed: Guarded<Vec<Point>>,
    by_key: Dictionary<Guarded<Point>>,
}

#[test]
fn a_bad_value_is_kept_with_its_path_and_harms_no_other() {
    let text = r##"{"value":[{"id":"1"},{"id":2,"@odata.type":"#microsoft.graph.user"},"x",null,{"id":"g","mailEnabled":true,"members":[{"id":"1"},{"id":[1.50]}],"@odata.type":"#microsoft.graph.group"}],"one":{"x":1.5},"number":"12","listed":[{"x":1},{"x":null}],"byKey":{"a":{"x":1},"b":{"y":1}}}"##;
    let page: Page = read(text);
    assert!(page.value[0].as_ref().is_ok());
    let bad: Vec<_> = page.value.iter().skip(1).map(|bad| bad.as_ref().unwrap_err()).collect();
    assert_eq!(bad.iter().map(|bad| bad.path()).collect::<Vec<_>>(), ["$.id", "$", "$", "$.members[1].id"]);
    assert_eq!(bad[0].json(), &json!({"id": 2, "@odata.type": "#microsoft.graph.user"}));
    assert!(
        bad[0].error().contains("invalid type: integer `2`") || bad[0].error().contains("invalid value: integer `2`")
    );
    assert_eq!(bad[0].to_string(), format!("$.id: {}", bad[0].error()));
    assert_eq!(bad[2].json(), &Value::Null);
    assert_eq!(page.one.as_ref().unwrap().as_ref().unwrap_err().path(), "$.x");
    assert_eq!(page.number.as_ref().unwrap_err().json(), &json!("12"));
    assert_eq!(page.listed.as_ref().unwrap_err().path(), "$[1].x");
    assert!(page.by_key.get("a").unwrap().as_ref().is_ok());
    assert_eq!(page.by_key.get("b").unwrap().as_ref().unwrap_err().path(), "$.x");
    // Written back as they were.
    let written: Value = serde_json::from_str(&stored(&page)).unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(text).unwrap());
    survives(&page);
}

#[test]
fn a_guard_is_null_where_its_value_is() {
    assert_eq!(read::<Page>(r#"{"number":1,"listed":null}"#).one, None);
    let page: Page = read(r#"{"number":1,"listed":[],"one":null}"#);
    assert_eq!((page.one, page.listed), (None, Guarded::Good(vec![])));
    assert_eq!(ours::<Vec<Guarded<Option<i32>>>>("[null,1]"), [Guarded::Good(None), Guarded::Good(Some(1))]);
    assert_eq!(fails::<Page>(r#"{"listed":[]}"#).0, "$.number");
}

#[test]
fn a_bad_value_shows_no_secret() {
    #[derive(Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.secret", untagged)]
    struct Secret {
        id: i32,
        #[graph(sensitive)]
        password: Option<i32>,
        #[graph(sensitive)]
        guarded: Option<Guarded<i32>>,
        #[graph(sensitive)]
        list: Vec<Guarded<Point>>,
    }
    let secrets: Vec<Guarded<Secret>> = ours(
        r#"[{"id":1,"password":"s3cret"},{"id":"x","password":1234567},{"id":1,"guarded":"s3cret","list":[{"x":"s3cret"}]}]"#,
    );
    let shown: String = secrets.iter().map(|secret| format!("{secret:?}")).collect();
    assert!(!shown.contains("s3cret") && !shown.contains("1234567"), "{shown}");
    for bad in secrets.iter().filter_map(|secret| secret.as_ref().err()) {
        assert!(!format!("{bad} {bad:?} {}", bad.error()).contains("s3cret"));
    }
    // A guard in a sensitive field tells no more than the field does.
    let Guarded::Good(good) = &secrets[2] else { panic!() };
    let inner = [good.guarded.as_ref().unwrap().as_ref().unwrap_err(), good.list[0].as_ref().unwrap_err()];
    for bad in inner {
        assert!(!format!("{bad} {bad:?} {}", bad.error()).contains("s3cret"), "{bad}");
        assert!(bad.json().to_string().contains("s3cret"), "it is kept");
    }
    assert_eq!(inner[1].path(), "$.x");
}

/// What is held before it is read (in a guard, before a late type) loses digits of numbers that a Double does not hold.
/// In a string they are all there.
#[test]
fn a_decimal_that_is_held() {
    use graph_entity::edm::Decimal;

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "contoso.charge")]
    struct Charge {
        charge: Decimal,
    }
    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "contoso.any")]
    enum Any {
        Charge(Charge),
        #[graph(unrecognized)]
        Unrecognized(Unrecognized),
    }
    let long = "123456789012345678901234567890";
    for (json, text) in [
        ("0.0500", "0.05"),
        ("-12345678901.2345", "-12345678901.2345"),
        ("42", "42"),
        ("9223372036854775807", "9223372036854775807"),
    ] {
        let charge = Charge { charge: text.parse().unwrap() };
        let late = format!(r##"{{"charge":{json},"@odata.type":"#contoso.charge"}}"##);
        assert_eq!(read::<Any>(&late), Any::Charge(charge.clone()), "{json}");
        assert_eq!(ours::<Guarded<Charge>>(&late), Guarded::Good(charge));
    }
    let exact = Charge { charge: long.parse().unwrap() };
    for text in [
        format!(r##"{{"@odata.type":"#contoso.charge","charge":{long}}}"##),
        format!(r##"{{"@odata.type":"#contoso.charge","charge":"{long}"}}"##),
        format!(r##"{{"charge":"{long}","@odata.type":"#contoso.charge"}}"##),
    ] {
        assert_eq!(read::<Any>(&text), Any::Charge(exact.clone()), "{text}");
    }
    assert_eq!(ours::<Guarded<Charge>>(&format!(r#"{{"charge":"{long}"}}"#)), Guarded::Good(exact));
}

/// No JSON at all is an error in a guard too.
#[test]
fn a_guard_takes_json_only() {
    for text in [r#"[{"x":1},{"x":]"#, "[{\"x\":1}", "[nul]", "[1 2]"] {
        assert!(json::from_str::<Vec<Guarded<Point>>>(text).is_err(), "{text}");
    }
}

// Untyped JSON

/// W1.13: schema.org's `@type` and `@context` are data in there.
#[test]
fn control_information_in_untyped_json_is_data() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.userActivity", collection = "activities")]
    struct Activity {
        content: Value,
        more: Vec<Value>,
        by_name: Dictionary<Value>,
        #[graph(serde)]
        map: std::collections::BTreeMap<String, Value>,
        #[graph(extra)]
        extra: Extra,
    }
    let data = r#"{"@context":"https://schema.org","@odata.etag":"kept","@type":"Article"}"#;
    let text = format!(
        r##"{{"@odata.type":"#microsoft.graph.userActivity","content":{data},"more":[{data}],"byName":{{"a":{data}}},"map":{{"@type":{data}}},"open":{data}}}"##
    );
    let activity: Activity = read(&text);
    assert_eq!(stored(&activity), text);
    let created = body_of(&activity);
    assert_eq!(created, text);
    survives(&activity);

    fn body_of(activity: &Activity) -> String {
        super::body(
            Activity::collection()
                .create()
                .content(activity.content.clone())
                .more(activity.more.clone())
                .by_name(activity.by_name.clone())
                .map(activity.map.clone())
                .extra(activity.extra.clone())
                .request(),
        )
    }
}

// Depth, recursion, width

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "contoso.tree")]
struct Tree {
    boxed: Option<Box<Tree>>,
    list: Vec<Tree>,
    family: Option<Box<Branch>>,
    by_key: Dictionary<Tree>,
    guarded: Vec<Guarded<Tree>>,
    partial: Vec<Partial<Tree>>,
    any: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "contoso.branch")]
enum Branch {
    Tree(Box<Tree>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

/// How a tree is in a tree, in each way; the part before and the part after.
const WAYS: [(&str, &str); 8] = [
    ("{\"boxed\":", "}"),
    ("{\"list\":[", "]}"),
    ("{\"family\":", ",\"@odata.type\":\"#contoso.tree\"}"),
    ("{\"byKey\":{\"k\":", "}}"),
    ("{\"guarded\":[", "]}"),
    ("{\"partial\":[", "]}"),
    ("{\"any\":[", "]}"),
    ("{\"unknown\":[", "]}"),
];

#[test]
fn recursion_by_every_way() {
    for (open, close) in WAYS {
        let (text, depth) = match open {
            // The family's own type has no variant: each level says what it is.
            "{\"family\":" => (
                format!(
                    "{}{{\"@odata.type\":\"#contoso.tree\"}}{}",
                    open.repeat(20),
                    ",\"@odata.type\":\"#contoso.tree\"}".repeat(20)
                ),
                20,
            ),
            _ => (format!("{}{{}}{}", open.repeat(20), close.repeat(20)), 20),
        };
        let tree: Tree = read(&text);
        if !open.contains("unknown") {
            let name = open.trim_start_matches("{\"").split('"').next().unwrap();
            assert!(stored(&tree).contains(name) && text.matches(name).count() == depth, "{text}");
        }
        survives(&tree);
    }
}

/// `serde_json` gives up long before the stack does; nothing of ours goes deeper than it.
#[test]
fn any_depth_is_an_error_or_skipped_and_no_overflow() {
    let deep = std::thread::Builder::new().stack_size(2 << 20).spawn(|| {
        for (open, close) in WAYS {
            for depth in [1_000, 100_000] {
                let text = format!("{}{{}}{}", open.repeat(depth), close.repeat(depth));
                for whole in [&text[..], &text[..text.len() / 2]] {
                    let tree = json::from_str::<Tree>(whole);
                    let skipped = open.contains("unknown") && whole.len() == text.len();
                    assert_eq!(tree.is_ok(), skipped, "{open} {depth}");
                    assert!(json::from_str::<Branch>(whole).is_err(), "{open} {depth}");
                    assert_eq!(json::from_str::<Partial<Tree>>(whole).is_ok(), skipped);
                    assert!(json::from_str::<Vec<Guarded<Tree>>>(&format!("[{whole}]")).is_err());
                    assert!(json::from_str::<Unrecognized>(whole).is_err());
                    assert_eq!(serde_json::from_str::<Tree>(whole).is_ok(), skipped);
                }
            }
        }
    });
    deep.unwrap().join().unwrap();
}

macro_rules! chain {
    (struct $name:ident: $odata:literal $(, base $base:ident)?; $($field:ident)*) => {
        #[derive(Debug, Clone, PartialEq, GraphEntity)]
        #[graph_entity(odata = $odata, collection = "chains")]
        struct $name {
            $(#[graph(base)] base: $base,)?
            $($field: Option<i32>,)*
        }

        impl $name {
            const OWN: &'static [&'static str] = &[$(stringify!($field)),*];
        }
    };
}

chain! { struct First: "contoso.first";
    m0 m1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12 m13 m14 m15 m16 m17 m18 m19
}
chain! { struct Second: "contoso.second", base First;
    z0 z1 z2 z3 z4 z5 z6 z7 z8 z9 z10 z11 z12 z13 z14 z15 z16 z17 z18 z19
}
chain! { struct Third: "contoso.third", base Second;
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13 a14 a15 a16 a17 a18 a19
}
chain! { struct Fourth: "contoso.fourth", base Third;
    y0 y1 y2 y3 y4 y5 y6 y7 y8 y9 y10 y11 y12 y13 y14 y15 y16 y17 y18 y19
}
chain! { struct Fifth: "contoso.fifth", base Fourth;
    p0 p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14 p15 p16 p17 p18 p19
    p20 p21 p22 p23 p24 p25 p26 p27 p28 p29 p30 p31 p32 p33 p34 p35 p36 p37 p38 p39
    p40 p41 p42 p43 p44 p45 p46 p47 p48 p49 p50 p51 p52 p53 p54 p55 p56 p57 p58 p59
    p60 p61 p62 p63 p64 p65 p66 p67 p68 p69 p70 p71 p72 p73 p74 p75 p76 p77 p78 p79
    p80 p81 p82 p83 p84 p85 p86 p87 p88 p89 p90 p91 p92 p93 p94 p95 p96 p97 p98 p99
    p100 p101 p102 p103 p104 p105 p106 p107 p108 p109 p110 p111 p112 p113 p114 p115 p116 p117 p118 p119
    p120 p121 p122 p123 p124 p125 p126 p127 p128 p129 p130 p131 p132 p133 p134 p135 p136 p137 p138 p139
    p140 p141 p142 p143 p144 p145 p146 p147 p148 p149 p150 p151 p152 p153 p154 p155 p156 p157 p158 p159
    p160 p161 p162 p163 p164 p165 p166 p167 p168 p169 p170 p171 p172 p173 p174 p175 p176 p177 p178 p179
    p180 p181 p182 p183 p184 p185 p186 p187 p188 p189 p190 p191 p192 p193 p194 p195 p196 p197 p198 p199
    p200
}

#[test]
fn two_hundred_and_one_properties_over_four_bases() {
    let names: Vec<&str> = [First::OWN, Second::OWN, Third::OWN, Fourth::OWN, Fifth::OWN].concat();
    assert_eq!(names.len(), 281);
    let all = |order: &mut dyn Iterator<Item = usize>| {
        let members: Vec<String> = order.map(|at| format!("\"{}\":{at}", names[at])).collect();
        format!("{{{}}}", members.join(","))
    };
    let whole: Fifth = read(&all(&mut (0..281)));
    assert_eq!((whole.base.base.base.base.m0, whole.base.base.base.base.m19), (Some(0), Some(19)));
    assert_eq!((whole.base.base.base.z0, whole.base.base.a19, whole.base.y7), (Some(20), Some(59), Some(67)));
    assert_eq!((whole.p0, whole.p200), (Some(80), Some(280)));
    // In any order, and each by itself.
    assert_eq!(read::<Fifth>(&all(&mut (0..281).rev())), whole);
    assert_eq!(read::<Fifth>(&all(&mut (0..281).map(|at| at * 100 % 281))), whole);
    for (at, name) in names.iter().enumerate() {
        let one: Fifth = read(&format!("{{\"{name}\":{at}}}"));
        assert_eq!(stored(&one), format!("{{\"@odata.type\":\"#contoso.fifth\",\"{name}\":{at}}}"));
    }
    let partial: Partial<Fifth> = read(&all(&mut (0..281).step_by(2)));
    assert_eq!(partial.present().collect::<Vec<_>>(), names.iter().copied().step_by(2).collect::<Vec<_>>());
    survives(&whole);
    survives(&partial);
    let text = stored(&whole);
    let at: Vec<usize> = names.iter().map(|name| text.find(&format!("\"{name}\":")).unwrap()).collect();
    assert!(at.is_sorted(), "written in the order of the table");
}

#[test]
fn an_empty_string_is_null_for_what_is_no_string() {
    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.empty")]
    struct Empty {
        text: Option<String>,
        flag: Option<bool>,
        int: Option<i32>,
        long: Option<i64>,
        double: Option<f64>,
        decimal: Option<graph_entity::edm::Decimal>,
        guid: Option<graph_entity::edm::Guid>,
        date: Option<graph_entity::edm::Date>,
    }
    let json = r#"{"text":"","flag":"","int":"","long":"","double":"","decimal":"","guid":"","date":""}"#;
    let none = Empty {
        text: Some(String::new()),
        flag: None,
        int: None,
        long: None,
        double: None,
        decimal: None,
        guid: None,
        date: None,
    };
    assert_eq!(graph_entity::json::from_str::<Empty>(json).unwrap(), none);
    assert_eq!(serde_json::from_str::<Empty>(json).unwrap(), none);

    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.full")]
    struct Full {
        int: i32,
    }
    let error = graph_entity::json::from_str::<Full>(r#"{"int":""}"#).unwrap_err().to_string();
    assert!(error.starts_with("$.int: an empty string, expected an Int32: the field is not an `Option`"), "{error}");
}

/// In structs of serde's own.
#[test]
fn values_of_ours_have_serdes_traits_too() {
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Theirs {
        guarded: Vec<Guarded<Inner>>,
        dictionary: Dictionary<Inner>,
        other: Unrecognized,
        date: graph_entity::edm::Date,
    }
    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "contoso.inner", untagged)]
    struct Inner {
        x: i32,
    }
    let text = r##"{"guarded":[{"x":1},{"x":"one"}],"dictionary":{"a":{"x":2}},"other":{"@odata.type":"#a.b","y":3},"date":"2026-11-24"}"##;
    let value: Theirs = serde_json::from_str(text).unwrap();
    assert_eq!(value.guarded[0].as_ref().unwrap(), &Inner { x: 1 });
    assert_eq!(value.guarded[1].as_ref().unwrap_err().path(), "$.x");
    assert_eq!(value.dictionary.get("a"), Some(&Inner { x: 2 }));
    assert_eq!(value.other.odata_type.as_deref(), Some("a.b"));
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
}
