//! Changes as they are read: every way to say that something was removed, parts, and relationships of families.

use graph_entity::{Change, Extra, GraphComplex, GraphEntity, Partial, RemovedReason, Unrecognized, json};
use serde_json::Value;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.user")]
struct User {
    #[graph(key)]
    id: String,
    name: String,
    age: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.group")]
struct Group {
    id: String,
    name: String,
    #[graph(annotation = "members@delta")]
    members: Vec<Change<Object>>,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.object")]
enum Object {
    User(User),
    Group(Box<Group>),
    #[graph(unrecognized)]
    Other(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.file")]
struct File {
    id: String,
    size: Option<i64>,
    deleted: Option<Deleted>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "contoso.deleted")]
struct Deleted {
    state: Option<String>,
}

fn read<T: graph_entity::model::Property>(text: &str) -> T {
    json::from_str(text).unwrap()
}

/// What was read is written, and read again; serde's own way gives the same.
fn again<T>(value: &T) -> Value
where
    T: graph_entity::model::Property + PartialEq + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
{
    let text = String::from_utf8(json::to_vec(value).unwrap()).unwrap();
    assert_eq!(read::<T>(&text), *value, "{text}");
    assert_eq!(serde_json::to_string(value).unwrap(), text);
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), *value, "{text}");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn every_sign_of_a_removal_is_known_wherever_it_is() {
    for (text, reason) in [
        (r##"{"id":"1","@removed":{"reason":"deleted"}}"##, Some(RemovedReason::Deleted)),
        (r##"{"@removed":{"reason":"changed","by":"x"},"id":"1"}"##, Some(RemovedReason::Changed)),
        (
            r##"{"@odata.type":"#contoso.user","id":"1","@odata.removed":{"reason":"Deleted"}}"##,
            Some(RemovedReason::Deleted),
        ),
        (r##"{"id":"1","@removed":{"reason":"moved"},"name":"x"}"##, Some(RemovedReason::Other("moved"))),
        (r##"{"id":"1","@removed":{}}"##, None),
        (r##"{"id":"1","@removed":{"reason":7}}"##, None),
        (r##"{"id":"1","@removed":true}"##, None),
        (
            r##"{"@odata.context":"https://g/$metadata#users/$deletedEntity","id":"1","reason":"deleted"}"##,
            Some(RemovedReason::Deleted),
        ),
        (r##"{"@context":"#users/$deletedEntity","reason":"changed","id":"1"}"##, Some(RemovedReason::Changed)),
        (r##"{"@odata.context":"#users/$deletedEntity","id":"1"}"##, None),
        (r##"{"id":"1","deleted":{}}"##, Some(RemovedReason::Deleted)),
        (r##"{"deleted":{"state":"softdeleted"},"id":"1"}"##, Some(RemovedReason::Deleted)),
    ] {
        let change: Change<User> = read(text);
        let Change::Removed(removed) = &change else { panic!("{text}") };
        assert_eq!((removed.reason(), removed.key().as_deref()), (reason, Some("1")), "{text}");
        again(&change);
    }
    for text in [
        r#"{"id":"1"}"#,
        r#"{"id":"1","@removed":null}"#,
        r#"{"id":"1","deleted":null}"#,
        r#"{"id":"1","deleted":true}"#,
        r#"{"id":"1","reason":"deleted","@odata.context":"https://g/$metadata#users/$entity"}"#,
    ] {
        let change: Change<User> = read(text);
        assert!(!change.is_removed(), "{text}");
        again(&change);
    }
}

#[test]
fn what_was_told_of_a_removal_is_kept() {
    let change: Change<User> = read(r#"{"id":"1","age":3,"deleted":{"state":"softdeleted"}}"#);
    let Change::Removed(removed) = &change else { panic!("it was removed") };
    assert_eq!(removed.more("state").and_then(Value::as_str), Some("softdeleted"));
    assert_eq!(removed.partial().present().collect::<Vec<_>>(), ["id", "age"]);
    // A struct may name the facet: then it is there, too.
    let change: Change<File> = read(r#"{"deleted":{"state":"deleted"},"id":"1"}"#);
    assert!(change.is_removed());
    assert_eq!(change.partial().value().deleted, Some(Deleted { state: Some("deleted".into()) }));
    again(&change);
    assert!(!read::<Change<File>>(r#"{"id":"1","size":4,"deleted":null}"#).is_removed());
}

#[test]
fn no_property_is_missing_and_a_bad_one_is_an_error() {
    let change: Change<User> = read("{}");
    assert_eq!((change.key(), change.partial().present().count()), (None, 0));
    let error = json::from_str::<Vec<Change<User>>>(r#"[{"id":"1"},{"@removed":{},"age":"x"}]"#).unwrap_err();
    assert_eq!(error.path(), "$[1].age");
    assert!(json::from_str::<Change<User>>(r#"{"name":null}"#).is_err());
    for text in ["null", "[]", "1", r#"{"id":"1","@removed":{}"#] {
        assert!(json::from_str::<Change<User>>(text).is_err(), "{text}");
    }
}

#[test]
fn members_of_a_family_are_changes_of_their_own() {
    let change: Change<Group> = read(
        r##"{"id":"g","owner":"kept","members@odata.delta":[
            {"@odata.type":"#contoso.user","id":"1"},
            {"@odata.type":"#contoso.user","id":"2","@removed":{"reason":"deleted"}},
            {"id":"3","@removed":{"reason":"changed"},"@odata.type":"#contoso.group"},
            {"@odata.type":"#contoso.device","id":"4","serial":7,"@removed":{"reason":"deleted"}},
            {"id":"5"}]}"##,
    );
    let Change::Upsert(group) = &change else { panic!("it was not removed") };
    assert!(group.is_present("members@delta") && !group.is_present("name"));
    assert_eq!(group.value().extra.get("owner").and_then(Value::as_str), Some("kept"));
    let members = &group.value().members;
    let keys: Vec<_> = members.iter().map(|member| member.key().unwrap().into_owned()).collect();
    assert_eq!(keys, ["1", "2", "3", "4", "5"]);
    assert_eq!(members.iter().map(Change::is_removed).collect::<Vec<_>>(), [false, true, true, true, false]);
    assert!(matches!(members[0].partial().value(), Object::User(_)));
    assert!(matches!(members[2].partial().value(), Object::Group(_)));
    let Object::Other(other) = members[3].partial().value() else { panic!("no variant is that") };
    assert_eq!((other.odata_type.as_deref(), other.members.len()), (Some("contoso.device"), 2));
    assert!(members[0].partial().is_present("id") && !members[0].partial().is_present("age"));
    again(&change);
}

#[test]
fn what_only_looks_like_a_sign_is_kept_as_anything_else() {
    let change: Change<Group> =
        read(r#"{"id":"g","reason":"none","deleted":false,"@odata.context":"x","@removed":null}"#);
    let Change::Upsert(group) = &change else { panic!("it was not removed") };
    let names: Vec<_> = group.value().extra.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["reason", "deleted", "@odata.context"]);
    again(&change);
}

#[test]
fn a_part_of_a_familys_value_is_applied_to_one_of_its_type() {
    let told: Partial<Object> = read(r##"{"@odata.type":"#contoso.user","age":null,"name":"B"}"##);
    let mut user = Object::User(User { id: "1".into(), name: "A".into(), age: Some(3) });
    told.apply_to(&mut user).unwrap();
    assert_eq!(user, Object::User(User { id: "1".into(), name: "B".into(), age: None }));
    let mut other = Object::Other(Unrecognized::default());
    let error = told.apply_to(&mut other).unwrap_err();
    assert!(error.to_string().contains("contoso.user"), "{error}");
    assert!(told.clone().into_complete().is_err());
    let whole: Partial<Object> = read(r##"{"@odata.type":"#contoso.user","id":"1","name":"B"}"##);
    assert!(matches!(whole.into_complete(), Ok(Object::User(_))));
    again(&told);
}

/// Any members in any order: what is read is written and read again, and serde's way is the same.
#[test]
fn whatever_is_said_of_a_removal_is_stored() {
    let members = [
        r#""id":"1""#,
        r#""id":"2""#,
        r#""name":"x""#,
        r#""size":3"#,
        r#""more":[1,{"deleted":{}}]"#,
        r#""reason":"moved""#,
        r#""reason":7"#,
        r#""@removed":{"reason":"changed","by":"x"}"#,
        r#""@removed":{"reason":null}"#,
        r#""@removed":{}"#,
        r#""@removed":null"#,
        r#""@removed":1"#,
        r#""@odata.removed":{"reason":"deleted"}"#,
        r##""@odata.context":"#users/$deletedEntity""##,
        r##""@odata.context":"#users/$entity""##,
        r##""@context":"#users/$deletedEntity""##,
        r#""deleted":{}"#,
        r#""deleted":{"state":"softdeleted","reason":"x"}"#,
        r#""deleted":null"#,
        r##""@odata.type":"#contoso.user""##,
        r##""@odata.type":"#contoso.group""##,
        r##""@odata.type":"#contoso.device""##,
    ];
    let mut rng = fastrand::Rng::with_seed(7);
    let mut removed = 0;
    for _ in 0..20_000 {
        let count = rng.usize(0..6);
        let chosen: Vec<_> = (0..count).map(|_| members[rng.usize(..members.len())]).collect();
        let text = format!("{{{}}}", chosen.join(","));
        let group: Change<Group> = read(&text);
        again(&group);
        removed += usize::from(group.is_removed());
        assert_eq!(group.is_removed(), read::<Change<User>>(&text).is_removed(), "{text}");
        again(&read::<Change<User>>(&text));
        again(&read::<Change<Object>>(&text));
        again(&read::<Partial<Object>>(&text));
        if let Ok(file) = json::from_str::<Change<File>>(&text) {
            again(&file);
        }
    }
    assert!((5_000..15_000).contains(&removed), "{removed}");
}
