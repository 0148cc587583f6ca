//! What the comparison with the metadata lets pass: each type that holds what a property has, by whatever name, and what is
//! not compared. What it refuses is in `ui/schema`.

use std::borrow::Cow;

use graph_entity::edm::{self, Binary, Decimal, Guid, Text};
use graph_entity::{
    Dictionary, Flags, GraphComplex, GraphEntity, GraphEnum, GraphOperation, Guarded, Page, Partial, Unrecognized,
    UploadSession, call_at, json,
};
use serde_json::{Value, json};

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance", schema = "ui/schema/graph.xml")]
enum Importance {
    Low,
    #[graph(unchecked)]
    Urgent,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags, schema = "ui/schema/graph.xml")]
enum Part {
    Apps,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody", schema = "ui/schema/graph.xml")]
struct ItemBody {
    #[graph(default)]
    content: String,
}

/// A text of one's own.
#[derive(Debug, Clone, PartialEq)]
struct Code(String);

impl Text for Code {
    const EXPECTED: &'static str = "a code";

    fn from_text(text: &str) -> Option<Self> {
        Some(Self(text.to_owned()))
    }

    fn to_text(&self) -> Cow<'_, str> {
        self.0.as_str().into()
    }

    fn placeholder() -> Self {
        Self(String::new())
    }
}

graph_entity::text_property!(Code);

type MaybeText = Option<String>;
type Texts = Vec<MaybeText>;

/// A type for each.
#[derive(Debug, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.everything", schema = "ui/schema/graph.xml")]
struct Plain {
    binary: Option<Binary>,
    boolean: Option<bool>,
    byte: Option<u8>,
    date: Option<edm::Date>,
    date_time_offset: Option<edm::DateTimeOffset>,
    decimal: Option<Decimal>,
    double: Option<f64>,
    duration: Option<edm::Duration>,
    guid: Option<Guid>,
    int16: Option<i16>,
    int32: Option<i32>,
    int64: Option<i64>,
    s_byte: Option<i16>,
    short_text: Option<String>,
    single: Option<f32>,
    stream: Option<String>,
    string: MaybeText,
    time_of_day: Option<edm::TimeOfDay>,
    elsewhere: Option<ItemBody>,
    parts: Option<Flags<Part>>,
    texts: Texts,
    objects: Vec<ItemBody>,
}

/// Others that hold them too.
#[derive(Debug, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.everything", schema = "ui/schema/graph.xml")]
struct Others {
    binary: Option<Code>,
    boolean: Option<Value>,
    byte: Option<i64>,
    decimal: Guarded<Option<Decimal>>,
    duration: Option<Code>,
    guid: Option<Code>,
    int32: Option<Box<i64>>,
    string: Option<Importance>,
    parts: Option<String>,
    texts: Vec<Code>,
    objects: Vec<Guarded<ItemBody>>,
    #[graph(unchecked)]
    single: bool,
    #[graph(serde)]
    double: Option<std::num::NonZeroU8>,
    #[graph(unchecked)]
    not_in_the_metadata: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", schema = "ui/schema/graph.xml")]
struct Object {
    #[graph(key, read_only)]
    id: String,
    deleted_date_time: Option<edm::DateTimeOffset>,
}

/// What the base has may be in a struct of its own, or among the rest.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", schema = "ui/schema/graph.xml")]
struct User {
    #[graph(base)]
    object: Object,
    display_name: Option<String>,
    mailbox_settings: Option<Dictionary<Value>>,
    #[graph(navigation)]
    manager: Option<Box<Directory>>,
    #[graph(bind, rename = "messages")]
    message_urls: Vec<String>,
    #[graph(etag)]
    etag: Option<String>,
    #[graph(annotation = "@contoso.rank")]
    rank: Option<i32>,
}

/// A type derived from it holds a property's value, and so does a base of it.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups", schema = "ui/schema/graph.xml")]
struct Group {
    #[graph(key, read_only)]
    id: String,
    #[graph(rename = "hasMFA")]
    has_mfa: Option<bool>,
    #[graph(navigation)]
    owners: Vec<User>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", schema = "ui/schema/graph.xml")]
enum Directory {
    User(Box<User>),
    Group(Box<Group>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

/// Its base is not in the slice: what it has is not known.
#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.workbook", schema = "ui/schema/graph.xml")]
struct Workbook {
    #[graph(key)]
    name: String,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", schema = "ui/schema/graph.xml")]
struct Message {
    #[graph(key, read_only)]
    id: String,
    body: ItemBody,
    importance: Importance,
    size: i32,
}

/// Of an API that the metadata is not of.
#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.thing", unchecked, schema = "ui/schema/graph.xml")]
struct Thing {
    id: i32,
}

/// Graph takes the parameters of an action in any case.
#[derive(GraphOperation)]
#[graph_operation(action = "sendMail", schema = "ui/schema/graph.xml")]
struct SendMail {
    message: Message,
    #[graph(rename = "SaveToSentItems")]
    save: Option<bool>,
}

/// What the session of an upload is in the metadata.
#[derive(GraphOperation)]
#[graph_operation(action = "createUploadSession", returns = UploadSession, schema = "it/upload.xml")]
struct CreateUpload {
    defer_commit: Option<bool>,
}

#[test]
fn the_session_of_an_upload_is_a_complex_type() {
    let request = call_at("drives/1/items/2", &[], &CreateUpload { defer_commit: Some(true) });
    assert_eq!(request.body(), r#"{"deferCommit":true}"#);
}

#[derive(GraphOperation)]
#[graph_operation(
    function = "microsoft.graph.reminderView",
    returns = Page<Partial<Message>>,
    schema = "ui/schema/graph.xml"
)]
struct ReminderView {
    #[graph(rename = "StartDateTime")]
    start: String,
    #[graph(rename = "EndDateTime")]
    end: String,
}

#[test]
fn what_is_compared_works_as_ever() {
    let request = User::collection().create().display_name("Ada").message_urls(["messages/1"]).request().unwrap();
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(
        body,
        json!({
            "@odata.type": "#microsoft.graph.user",
            "displayName": "Ada",
            "messages@odata.bind": ["messages/1"],
        })
    );
    let group: Group = json::from_str(r#"{"id": "1", "hasMFA": true, "owners": [{"id": "2"}]}"#).unwrap();
    assert_eq!((group.has_mfa, &*group.owners[0].object.id), (Some(true), "2"));
    let thing: Thing = json::from_str(r#"{"id": 1}"#).unwrap();
    assert_eq!(thing, Thing { id: 1 });
    let plain: Plain = json::from_str(r#"{"int64": 1, "texts": ["a", null], "parts": "apps"}"#).unwrap();
    assert_eq!((plain.int64, plain.texts), (Some(1), vec![Some("a".to_owned()), None]));
    let others: Others = json::from_str(r#"{"decimal": null, "single": true, "guid": "x", "string": "low"}"#).unwrap();
    assert_eq!((others.guid, others.string), (Some(Code("x".to_owned())), Some(Importance::Low)));
    let workbook: Workbook = json::from_str(r#"{"name": "Budget"}"#).unwrap();
    assert_eq!(workbook.name, "Budget");
}

#[test]
fn operations_that_are_compared_work_as_ever() {
    let view = ReminderView { start: "2026-11-24".into(), end: "2026-11-25".into() };
    let request = User::collection().item("1").call(&view);
    assert_eq!(
        request.path(),
        "users/1/microsoft.graph.reminderView(StartDateTime='2026-11-24',EndDateTime='2026-11-25')"
    );
    let message =
        Message { id: "1".into(), body: ItemBody { content: "Hello".into() }, importance: Importance::Urgent, size: 5 };
    let request = User::collection().item("1").call(&SendMail { message, save: Some(false) });
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!((&body["message"]["importance"], &body["SaveToSentItems"]), (&json!("urgent"), &json!(false)));
}
