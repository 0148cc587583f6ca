//! Every request as a value: what is asked of a service, without one. Nothing in here opens a socket.

mod batch;
mod conditions;
mod delta;
mod filters;
mod links;
mod media;
mod monitors;
mod operations;
mod pages;
mod projection;
mod targets;
mod uploads;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::edm::{Binary, Date, DateTimeOffset, Duration as Span, Guid};
use graph_entity::{Blocking, Extra, Flags, GraphClient, GraphComplex, GraphEntity, GraphEnum, HttpClient, Item};
use graph_entity::{Request, Retry, TransportError, Unrecognized};
use http::Response;

#[derive(Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
pub struct User {
    #[graph(key, read_only)]
    pub id: String,
    pub display_name: String,
    pub account_enabled: Option<bool>,
    pub age: Option<i32>,
    pub r#type: Option<String>,
    pub hired: Option<DateTimeOffset>,
    pub birthday: Option<Date>,
    pub business_phones: Vec<String>,
    pub assigned_licenses: Vec<License>,
    #[graph(navigation)]
    pub manager: Option<Box<User>>,
    #[graph(write_only, sensitive)]
    pub password: Option<String>,
    #[graph(etag)]
    pub etag: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.assignedLicense")]
pub struct License {
    pub sku_id: Option<Guid>,
    pub disabled_plans: Vec<Guid>,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
pub enum Importance {
    Low,
    Normal,
    High,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags)]
pub enum Part {
    Apps,
    Tabs,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.outlookItem", collection = "me/items")]
pub struct OutlookItem {
    #[graph(key, read_only)]
    pub id: String,
    pub change_key: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", version = "beta", collection = "users/{id}/messages")]
pub struct Message {
    #[graph(base)]
    pub outlook_item: OutlookItem,
    pub subject: Option<String>,
    pub body: Option<ItemBody>,
    pub importance: Option<Importance>,
    pub parts: Option<Flags<Part>>,
    pub lasts: Option<Span>,
    pub conversation_index: Option<Binary>,
    pub size: Option<i64>,
    pub rank: Option<f64>,
    #[graph(navigation)]
    pub attachments: Vec<Attachment>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
pub struct ItemBody {
    #[graph(rename = "contentType")]
    pub kind: Option<String>,
    pub content: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.attachment", abstract)]
pub struct Attachment {
    #[graph(key, read_only)]
    pub id: String,
    pub name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
pub struct Group {
    #[graph(key, read_only)]
    pub id: String,
    pub display_name: String,
    pub unique_name: Option<String>,
    #[graph(immutable)]
    pub kind: Option<String>,
    #[graph(navigation)]
    pub members: Vec<DirectoryObject>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection = "groups/{id}/members")]
pub enum DirectoryObject {
    User(Box<User>),
    Group(Box<Group>),
    #[graph(unrecognized)]
    Other(Unrecognized),
}

/// Answers in the order in which the answers were given, and keeps what it was asked.
#[derive(Clone, Default)]
pub struct Script {
    answers: Arc<Mutex<VecDeque<Response<Bytes>>>>,
    asked: Arc<Mutex<Vec<http::Request<Bytes>>>>,
}

impl Script {
    pub fn answering<const N: usize>(answers: [(u16, &str); N]) -> Self {
        let script = Self::default();
        for (status, body) in answers {
            script.answer(Response::builder().status(status).body(Bytes::copy_from_slice(body.as_bytes())).unwrap());
        }
        script
    }

    pub fn answer(&self, response: Response<Bytes>) {
        self.answers.lock().unwrap().push_back(response);
    }

    pub fn client(&self) -> GraphClient<Self> {
        GraphClient::builder(self.clone()).token("t0ken").retry(Retry::none()).build().unwrap()
    }

    pub fn asked(&self) -> Vec<http::Request<Bytes>> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }

    /// Method and URL of each request.
    pub fn lines(&self) -> Vec<String> {
        self.asked().iter().map(|request| format!("{} {}", request.method(), request.uri())).collect()
    }
}

impl HttpClient for Script {
    async fn send(&self, request: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        self.asked.lock().unwrap().push(request);
        Ok(self.answers.lock().unwrap().pop_front().expect("no request beyond the script"))
    }

    async fn sleep(&self, _: Duration) {
        panic!("nothing in here waits");
    }
}

impl Blocking for Script {}

/// As it goes to a service at `https://g`, which is the same whether the request is needed any more or not.
pub fn http<T, V>(request: Request<T, V>) -> http::Request<Bytes> {
    let copied = request.to_http("https://g", "v1.0").unwrap();
    let made = request.into_http("https://g", "v1.0").unwrap();
    assert_eq!((copied.method(), copied.uri()), (made.method(), made.uri()));
    assert_eq!((copied.headers(), copied.body()), (made.headers(), made.body()));
    made
}

/// Method and URL.
pub fn line<T, V>(request: Request<T, V>) -> String {
    let request = http(request);
    format!("{} {}", request.method(), request.uri())
}

pub fn header<'a, T, V>(request: &'a Request<T, V>, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

pub fn user() -> Item<User> {
    User::collection().item("1")
}
