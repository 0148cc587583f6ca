//! The version of the API in the type of a request: that of the entity, or of what it is below, as it is at run time.

use graph_entity::version::{AnyVersion, Beta, ClientVersion, V1, Version};
use graph_entity::{Collection, GraphEntity, GraphOperation, Media, NextLink, Page, Request, call_at, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
    #[graph(navigation)]
    messages: Vec<Message>,
    #[graph(navigation)]
    manager: Option<Box<User>>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", version = "beta", collection = "users/{id}/messages")]
struct Message {
    #[graph(key, read_only)]
    id: String,
    subject: String,
    #[graph(navigation)]
    attachments: Vec<Attachment>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.attachment")]
struct Attachment {
    #[graph(key, read_only)]
    id: String,
    name: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.itemAttachment")]
struct ItemAttachment {
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", version = "v1.0", collection = "groups")]
struct Group {
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.site", version = "v2.0", singleton = "site")]
struct Site {
    id: String,
}

#[derive(GraphOperation)]
#[graph_operation(action = "send")]
struct SendNow {}

/// What the type says, and what is sent.
#[track_caller]
fn lives<T, V: Version>(request: Request<T, V>, version: Option<&str>) {
    assert_eq!(request.version(), version);
    // A type that names a version names the one that is sent.
    assert!(V::NAME.is_none() || V::NAME == version);
}

#[test]
fn a_request_goes_to_the_version_that_its_type_names() {
    lives::<User, ClientVersion>(User::collection().item("1").get().request().unwrap(), None);
    lives::<Page<Group>, V1>(Group::collection().list().request().unwrap(), Some("v1.0"));
    lives::<u64, V1>(Group::collection().count().request().unwrap(), Some("v1.0"));
    lives::<Site, AnyVersion>(Site::site().get().request().unwrap(), Some("v2.0"));
    let messages = || Message::in_user("1");
    lives::<Message, Beta>(messages().create().subject("a").request().unwrap(), Some("beta"));
    lives::<Message, Beta>(
        messages().create().attachments([Attachment::draft().name("b")]).subject("a").request().unwrap(),
        Some("beta"),
    );
    lives::<Option<Message>, Beta>(messages().item("2").update().subject("a").request().unwrap(), Some("beta"));
    lives::<Option<Message>, Beta>(messages().item("2").upsert().subject("a").request().unwrap(), Some("beta"));
    lives::<(), Beta>(messages().item("2").delete(), Some("beta"));
    lives::<(), Beta>(messages().item("2").call(&SendNow {}), Some("beta"));
    lives::<_, Beta>(messages().item("2").media().get(), Some("beta"));
    lives::<_, Beta>(Collection::<Message>::at("me/messages", &[]).list().request().unwrap(), Some("beta"));
}

#[test]
fn what_is_below_lives_there_unless_it_names_a_version() {
    let message = || Message::in_user("1").item("2");
    let attachments = || message().to_many(path!(Message.attachments));
    lives::<_, Beta>(attachments().list().request().unwrap(), Some("beta"));
    lives::<_, Beta>(attachments().create().name("a").request().unwrap(), Some("beta"));
    lives::<_, Beta>(attachments().of::<ItemAttachment>().count().request().unwrap(), Some("beta"));
    lives::<_, Beta>(message().collection::<User>("to").item("1").get().request().unwrap(), Some("beta"));
    lives::<_, V1>(message().single::<Group>("group").get().request().unwrap(), Some("v1.0"));
    let user = || User::collection().item("1");
    lives::<_, Beta>(user().to_many(path!(User.messages)).list().request().unwrap(), Some("beta"));
    lives::<_, ClientVersion>(user().to_one(path!(User.manager)).get().request().unwrap(), None);
    lives::<_, ClientVersion>(attachments_of_none().list().request().unwrap(), None);
}

/// The signature of a program whose entities name no version is what it was.
fn attachments_of_none() -> Collection<Attachment> {
    User::collection().item("1").collection("attachments")
}

#[test]
fn a_program_chooses_another_version() {
    let request = || User::collection().item("1").delete();
    lives::<(), Beta>(request().in_version(Beta), Some("beta"));
    lives::<(), V1>(request().in_version(V1), Some("v1.0"));
    lives::<(), AnyVersion>(request().in_version("v2.0"), Some("v2.0"));
    lives::<(), ClientVersion>(Group::collection().item("1").delete().in_version(ClientVersion), None);
    lives::<_, AnyVersion>(Media::at("me/photo/$value", &[]).version("beta").get(), Some("beta"));
    lives::<_, ClientVersion>(Media::at("me/photo/$value", &[]).get(), None);
    lives::<_, ClientVersion>(call_at("me", &[], &SendNow {}), None);
    let link: NextLink<User> = "https://graph.microsoft.com/beta/users?$skiptoken=x".parse().unwrap();
    lives::<Page<User>, AnyVersion>(link.request(), None);
}
