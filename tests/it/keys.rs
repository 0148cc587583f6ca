//! Each key of the attributes by its effect. (`strict`, `untagged`, `abstract`, `odata_type`: `odata_type.rs`; refusals:
//! the UI tests.)

use graph_entity::edm::Guid;
use graph_entity::{Collection, Extra, GraphEntity, Partial, json};

#[derive(Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.user",
    version = "beta",
    collection = "/users",
    collection = "groups/{id}/members"
)]
struct User {
    #[graph(key, read_only)]
    id: String,
    #[graph(rename = "azureADDeviceId")]
    device: Option<String>,
    #[graph(write_only, sensitive)]
    password: Option<String>,
    #[graph(required)]
    mail: Option<String>,
    #[graph(default)]
    count: i32,
    #[graph(default)]
    place: Place,
    #[graph(etag)]
    etag: Option<String>,
    r#type: Option<String>,
    self_: Option<bool>,
    #[graph(sensitive)]
    pin: Option<i32>,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.place")]
struct Place {
    city: String,
    zip: Option<i32>,
}

fn body<V>(request: &graph_entity::Request<User, V>) -> &str {
    std::str::from_utf8(request.body()).unwrap()
}

#[test]
fn odata_version_collection_and_key_are_on_the_trait() {
    assert_eq!(User::ODATA_TYPE, "microsoft.graph.user");
    assert_eq!(<User as GraphEntity>::VERSION, Some("beta"));
    assert_eq!(<User as GraphEntity>::COLLECTIONS, ["users", "groups/{id}/members"]);
    assert_eq!((User::key(), Place::key()), (Some("id"), None));
    assert_eq!(<Place as GraphEntity>::VERSION, None);
    assert!(<Place as GraphEntity>::COLLECTIONS.is_empty());
}

#[test]
fn collection_makes_constructors() {
    let request = User::collection().create().mail("m").request().unwrap();
    assert_eq!((request.path(), request.path_template()), ("users", "users"));
    let request = User::in_group("a/b").create().mail("m").request().unwrap();
    assert_eq!((request.path(), request.path_template()), ("groups/a%2Fb/members", "groups/{id}/members"));
}

#[test]
fn read_only_is_never_sent_and_required_always() {
    // `id` has no setter and `mail` must be set: both are UI tests.
    let request = User::collection().create().mail("m").request().unwrap();
    assert_eq!(body(&request), r##"{"@odata.type":"#microsoft.graph.user","mail":"m"}"##);
}

#[test]
fn write_only_is_sent_and_never_selected() {
    let request = User::collection().create().password("p").mail("m").request().unwrap();
    assert_eq!(body(&request), r##"{"@odata.type":"#microsoft.graph.user","password":"p","mail":"m"}"##);
    let get = User::collection().item("1").get().request().unwrap();
    assert_eq!(get.query(), "$select=id,azureADDeviceId,mail,count,place,type,self,pin");
    let get = User::collection().item("1").get().all_properties().request().unwrap();
    assert_eq!(get.query(), "");
}

#[test]
fn default_reads_null_and_absence_as_the_placeholder() {
    for text in [r#"{"id":"1"}"#, r#"{"id":"1","count":null,"place":null}"#, r#"{"id":"1","count":5,"count":null}"#] {
        let user: User = json::from_str(text).unwrap();
        assert_eq!((user.count, user.place), (0, Place { city: String::new(), zip: None }));
    }
    let user: User = json::from_str(r#"{"id":"1","place":{"city":"a","zip":1},"place":{"city":"b"}}"#).unwrap();
    assert_eq!(user.place, Place { city: "b".into(), zip: None });
    assert_eq!(json::from_str::<User>(r#"{"id":"1","place":{}}"#).err().unwrap().path(), "$.place.city");
}

/// A key that may be absent: of a part that was selected, and of what is to be created along with another entity.
#[test]
fn a_key_with_default_is_not_written_while_it_is_empty() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.list", collection = "lists")]
    struct List {
        #[graph(key, default)]
        id: String,
        #[graph(navigation)]
        columns: Vec<Column>,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.column", untagged)]
    struct Column {
        #[graph(key, read_only, default)]
        id: Guid,
        /// No key: what it reads as is written.
        #[graph(default)]
        name: String,
        version: Option<Version>,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.version", untagged)]
    struct Version {
        #[graph(key, default)]
        number: i32,
    }

    let text = r#"{"columns":[{"name":"a","version":{"number":0}},{"id":null,"version":{}}]}"#;
    let list: List = json::from_str(text).unwrap();
    assert_eq!((&*list.id, list.columns[0].id.to_string()), ("", "00000000-0000-0000-0000-000000000000".to_owned()));
    // A number is its own proof.
    let stored = r##"{"@odata.type":"#microsoft.graph.list","columns":[{"name":"a","version":{"number":0}},{"name":"","version":{"number":0}}]}"##;
    assert_eq!(serde_json::to_string(&list).unwrap(), stored);
    assert_eq!(json::to_vec(&list).unwrap(), stored.as_bytes());
    assert_eq!(json::from_str::<List>(stored).unwrap(), list);
    // Nothing is made up in a request either.
    let created = List::collection().create().columns(list.columns.clone()).request().unwrap();
    assert_eq!(created.body(), stored.as_bytes());
    let replaced = List::collection().item("1").replace(&list).check().unwrap();
    assert_eq!(replaced.body(), br##"{"@odata.type":"#microsoft.graph.list"}"##.as_slice());
    // A part has what was there.
    let part: Partial<List> = json::from_str(r#"{"id":""}"#).unwrap();
    assert_eq!(json::to_vec(&part).unwrap(), br##"{"@odata.type":"#microsoft.graph.list","id":""}"##);

    let id = "3f5a1e4e-0000-4000-8000-000000000001";
    let known: Column = json::from_str(&format!(r#"{{"id":"{id}","name":"a"}}"#)).unwrap();
    assert_eq!(serde_json::to_string(&known).unwrap(), format!(r#"{{"id":"{id}","name":"a"}}"#));
}

#[test]
fn rename_and_the_names_by_default() {
    let user: User = json::from_str(r#"{"id":"1","azureADDeviceId":"d","type":"t","self":true}"#).unwrap();
    assert_eq!((user.device.as_deref(), user.r#type.as_deref(), user.self_), (Some("d"), Some("t"), Some(true)));
}

#[test]
fn etag_is_read_in_both_spellings_and_not_sent() {
    for text in [r#"{"id":"1","@odata.etag":"W/1"}"#, r#"{"id":"1","@etag":"W/1"}"#] {
        let user: User = json::from_str(text).unwrap();
        assert_eq!(user.etag.as_deref(), Some("W/1"));
        assert!(user.extra.is_empty());
    }
    let user: User = json::from_str(r#"{"id":"1","eTag":"data"}"#).unwrap();
    assert_eq!(user.etag, None);
    assert!(user.extra.get("eTag").is_some());
}

#[test]
fn sensitive_is_neither_shown_nor_quoted() {
    let mut user: User = json::from_str(r#"{"id":"1","pin":1234}"#).unwrap();
    user.password = Some("hunter2".into());
    let shown = format!("{user:?} {user:#?}");
    assert!(!shown.contains("hunter2") && !shown.contains("1234"), "{shown}");
    assert!(shown.contains("pin: <sensitive>") && shown.contains("User { id: \"1\""), "{shown}");

    for text in
        [r#"{"id":"1","pin":"hunter2"}"#, r#"{"id":"1","password":["hunter2"]}"#, r#"{"id":"1","pin":99999999999}"#]
    {
        let error = json::from_str::<User>(text).err().unwrap();
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("hunter2") && !shown.contains("99999999999"), "{shown}");
        assert!(shown.contains("$.pin") || shown.contains("$.password"), "{shown}");
    }
    let error = serde_json::from_str::<User>(r#"{"id":"1","pin":"hunter2"}"#).err().unwrap();
    assert_eq!(error.to_string(), "$.pin: invalid value (it is sensitive and not shown) at line 1 column 26");
    let builder = User::collection().create().password("hunter2");
    assert!(!format!("{builder:?}").contains("hunter2"));
    assert!(format!("{builder:?}").contains("password"));
}

#[test]
fn a_nested_value_is_sent_without_what_the_service_sets() {
    #[derive(Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
    struct Group {
        owner: User,
    }
    let mut owner: User = json::from_str(
        r##"{"id":"1","@odata.etag":"W/1","mail":"m","@odata.context":"c","x@odata.navigationLink":"l","manager@odata.bind":"users/1","city":"Ulm"}"##,
    )
    .unwrap();
    owner.password = Some("p".into());
    let request = Group::collection().create().owner(owner).request().unwrap();
    assert_eq!(
        std::str::from_utf8(request.body()).unwrap(),
        r##"{"@odata.type":"#microsoft.graph.group","owner":{"@odata.type":"#microsoft.graph.user","password":"p","mail":"m","count":0,"place":{"@odata.type":"#microsoft.graph.place","city":""},"manager@odata.bind":"users/1","city":"Ulm"}}"##
    );
}

#[test]
fn a_path_at_run_time() {
    let messages = Collection::<Place>::at("users/{id}/places", &[&7]);
    assert_eq!(messages.clone().item("x y").get().all_properties().request().unwrap().path(), "users/7/places/x%20y");
    assert_eq!(format!("{messages:?}"), r#"Collection("users/{id}/places")"#);
}
