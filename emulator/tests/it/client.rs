//! `graph_entity` itself against the emulator: each request of an entity's life, over a socket and in process.

use graph_entity::transport::UreqClient;
use graph_entity::{Blocking, Error, GraphClient, GraphEntity, Null};
use graph_entity_emulator::{Builder, Emulator};
use serde_json::json;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "users/{id}/messages")]
pub(crate) struct Message {
    #[graph(key, read_only)]
    pub(crate) id: Option<String>,
    pub(crate) subject: String,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
pub(crate) struct User {
    #[graph(key, read_only)]
    pub(crate) id: String,
    #[graph(etag)]
    pub(crate) etag: Option<String>,
    pub(crate) display_name: String,
    pub(crate) city: Option<String>,
    #[graph(navigation)]
    pub(crate) messages: Vec<Message>,
    #[graph(bind)]
    pub(crate) manager: Option<String>,
}

fn tenant() -> Builder {
    Emulator::builder()
        .token("t")
        .entity::<User>()
        .entity::<Message>()
        .reference("v1.0", "users/{id}/manager", ["users"])
        .item("v1.0", "users", json!({"id": "boss", "displayName": "Boss"}))
        .alias("v1.0", "me", "users/boss")
}

fn life<H: Blocking>(emulator: &Emulator, client: &GraphClient<H>) {
    let created = User::collection()
        .create()
        .display_name("O'Neil & Co")
        .city("Oslo")
        .messages([Message::draft().subject("Hello")])
        .manager("users/boss")
        .send_blocking(client)
        .expect("a user");
    let item = || User::collection().item(&created.id);
    let read = item().get().send_blocking(client).expect("the user");
    assert_eq!((read.display_name.as_str(), read.etag.as_ref()), ("O'Neil & Co", created.etag.as_ref()));
    let messages = emulator.items("v1.0", &format!("users/{}/messages", read.id));
    assert_eq!(messages[0]["subject"], "Hello");
    let managers = emulator.items("v1.0", &format!("users/{}/manager", read.id));
    assert_eq!(managers[0]["id"], "boss");

    let update = || item().update().city(Null).request().expect("a request");
    assert_eq!(update().send_blocking(client).expect("an update"), None);
    let told = update().prefer("return=representation").send_blocking(client).expect("an update").expect("a user");
    assert_eq!((told.city.as_deref(), told.display_name.as_str()), (None, "O'Neil & Co"));
    assert!(told.etag.is_some() && told.etag != read.etag);

    let stale = update().header("if-match", read.etag.as_deref().expect("an etag"));
    let Err(Error::PreconditionFailed(refused)) = stale.send_blocking(client) else {
        panic!("a stale update was done")
    };
    assert_eq!((refused.service().status().as_u16(), refused.service().code()), (412, "PreconditionFailed"));

    assert_eq!(item().replace(&told).send_blocking(client).expect("a replacement"), None);
    assert_eq!(item().get().send_blocking(client).expect("the user").city, None);
    let me = User::me().get().send_blocking(client).expect("me");
    assert_eq!(me.id, "boss");
}

#[test]
fn an_entity_lives_over_a_socket() {
    let server = tenant().build().serve().expect("a free port");
    let client = GraphClient::builder(UreqClient::new()).base_url(server.url()).token("t").build().expect("a client");
    life(server.emulator(), &client);
}

#[test]
fn an_entity_lives_in_process() {
    let emulator = tenant().build();
    let client = GraphClient::builder(emulator.clone()).base_url("http://localhost").token("t").build();
    life(&emulator, &client.expect("a client"));
}
