//! What a person does after the first create, over real HTTP by both transports: the emulator's log says what was asked,
//! its store what became of it.

use std::io::Read as _;

use graph_entity::{
    ByteStream, Collection, Error, GraphEntity, GraphOperation, Item, Media, Null, Page, Reference, Search,
    Unrecognized, path,
};
use graph_entity_emulator::{Emulator, Server};
use serde_json::{Value, json};

use super::Client;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    account_enabled: Option<bool>,
    business_phones: Vec<String>,
    #[graph(navigation)]
    manager: Option<Box<User>>,
    #[graph(etag)]
    etag: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
struct Group {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    unique_name: Option<String>,
    #[graph(navigation)]
    members: Vec<DirectoryObject>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection = "directoryObjects")]
enum DirectoryObject {
    User(Box<User>),
    Group(Box<Group>),
    #[graph(unrecognized)]
    Other(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.plannerTask", collection = "planner/tasks")]
struct Task {
    #[graph(key, read_only)]
    id: String,
    title: String,
    percent_complete: Option<i32>,
    #[graph(etag)]
    etag: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.policy", collection = "policies", abstract)]
struct Policy {
    #[graph(key, read_only)]
    id: String,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.lockPolicy")]
struct LockPolicy {
    #[graph(key, read_only)]
    id: String,
    minutes: i32,
}

#[derive(GraphOperation)]
#[graph_operation(action = "assign", returns = Vec<String>)]
struct Assign {
    add: Vec<String>,
}

#[derive(GraphOperation)]
#[graph_operation(function = "microsoft.graph.doubled", returns = i32)]
struct Doubled {
    number: i32,
    why: Option<String>,
}

fn start() -> Server {
    let mut builder = Emulator::builder()
        .token("t0ken")
        .entity::<User>()
        .entity::<Group>()
        .entity::<Task>()
        .entity::<Policy>()
        .directory("v1.0", "users")
        .directory("v1.0", "groups")
        .page_size("v1.0", "users", 7)
        .empty_pages("v1.0", "users")
        .union("v1.0", "directoryObjects", ["users", "groups", "devices"])
        .collection("v1.0", "devices")
        .odata_type("v1.0", "devices", "microsoft.graph.device")
        .references("v1.0", "groups/{id}/members", ["directoryObjects"])
        .reference("v1.0", "users/{id}/manager", ["users"])
        .alternate_key("v1.0", "groups", "uniqueName")
        .require_if_match("v1.0", "planner/tasks")
        .abstract_type("v1.0", "policies")
        .singleton("v1.0", "me", json!({"id": "u0", "displayName": "Me"}))
        .media("v1.0", "users/{id}/photo")
        .content("v1.0", "users/u1/photo", "image/jpeg", vec![9; 200_000])
        .redirect("v1.0", "drive/items/{id}/content", "/v1.0/users/u1/photo/$value")
        .operation(http::Method::POST, "v1.0", "users/{id}/assign", |call| {
            let add = call.args["add"].clone();
            http::Response::new(json!({ "value": add }).to_string().into())
        })
        .operation(http::Method::GET, "v1.0", "users/{id}/doubled", |call| {
            let number = call.args["number"].as_i64().unwrap();
            http::Response::new(json!({ "value": number * 2 }).to_string().into())
        })
        .item("v1.0", "devices", json!({"id": "d1", "displayName": "Laptop"}))
        .item("v1.0", "planner/tasks", json!({"id": "t1", "title": "One", "percentComplete": 10}));
    for number in 0..40 {
        let manager = (number > 0).then(|| json!("users/u0"));
        let mut user = json!({
            "id": format!("u{number}"),
            "displayName": format!("User {number:02} O'Neil & Co/#1+"),
            "accountEnabled": number % 2 == 0,
            "businessPhones": [format!("+49 {number}")],
            "secret": "not asked for",
        });
        if let Some(manager) = manager {
            user["manager@odata.bind"] = manager;
        }
        builder = builder.item("v1.0", "users", user);
    }
    builder = builder.item(
        "v1.0",
        "groups",
        json!({"id": "g1", "displayName": "All", "uniqueName": "all", "members@odata.bind": ["users/u1", "devices/d1"]}),
    );
    builder.build().serve().unwrap()
}

fn with_both(test: impl Fn(&Client, &Emulator)) {
    for number in 0..2 {
        let server = start();
        test(&Client::both(&server.url(), "t0ken")[number], server.emulator());
    }
}

fn targets(emulator: &Emulator) -> Vec<String> {
    emulator.log().iter().map(|entry| format!("{} {}", entry.method, entry.target)).collect()
}

fn stored(emulator: &Emulator, collection: &str, id: &str) -> Value {
    let items = emulator.items("v1.0", collection);
    items.into_iter().find(|item| item["id"] == id).unwrap_or_default()
}

#[test]
fn one_with_its_relationship() {
    with_both(|client, _| {
        let user = client.send(User::collection().item("u3").get().request().unwrap()).unwrap();
        assert_eq!(user.display_name, "User 03 O'Neil & Co/#1+");
        assert_eq!(user.manager.unwrap().id, "u0");
        assert!(user.etag.is_some());
        assert_eq!(client.send(User::me().get().expand_depth(0).request().unwrap()).unwrap().display_name, "Me");
        let missing = client.send(User::collection().item("u999").get().request().unwrap()).unwrap_err();
        assert_eq!(missing.service().unwrap().code(), "ResourceNotFound");
    });
}

#[test]
fn a_filtered_list_by_pages_some_of_them_empty() {
    with_both(|client, emulator| {
        let list = User::collection()
            .list()
            .expand_depth(0)
            .filter(path!(User.display_name).ends_with("O'Neil & Co/#1+") & path!(User.account_enabled).eq(true))
            .order_by_descending(path!(User.display_name));
        let users = client.all(list.request().unwrap()).unwrap();
        let ids: Vec<_> = users.iter().map(|user| user.id.clone()).collect();
        let expected: Vec<_> =
            (0..40).rev().filter(|number| number % 2 == 0).map(|number| format!("u{number}")).collect();
        assert_eq!(ids, expected);
        // 20 users by 7 are 3 pages, and the empty ones between.
        assert_eq!(emulator.log().len(), 5);
        for entry in emulator.log() {
            assert_eq!(entry.headers["consistencylevel"], "eventual");
        }
    });
}

#[test]
fn a_list_with_its_relationships() {
    with_both(|client, _| {
        let list = User::collection().list().filter(path!(User.display_name).starts_with("User 1"));
        let users = client.all(list.request().unwrap()).unwrap();
        assert_eq!(users.len(), 10);
        assert!(users.iter().all(|user| user.manager.as_ref().unwrap().id == "u0"));
    });
}

#[test]
fn a_search_and_a_count() {
    with_both(|client, _| {
        let search = || {
            Search::property(path!(User.display_name), "User 12")
                | Search::property(path!(User.display_name), "User 13")
        };
        let list = User::collection().list().expand_depth(0).search(search()).count();
        let page = client.send(list.request().unwrap()).unwrap();
        assert_eq!((page.count(), page.items().len()), (Some(2), 2));
        let count = User::collection().count().search(search());
        assert_eq!(client.send(count.request().unwrap()).unwrap(), 2);
        let phones = path!(User.business_phones);
        let count = User::collection().count().filter(phones.any(graph_entity::it().starts_with("+49 1")));
        assert_eq!(client.send(count.request().unwrap()).unwrap(), 11);
    });
}

#[test]
fn an_update_and_its_conflict() {
    with_both(|client, emulator| {
        let item = || Task::collection().item("t1");
        let read = client.send(item().get().request().unwrap()).unwrap();
        let blind = client.send(item().update().title("Two").request().unwrap()).unwrap_err();
        assert!(matches!(blind, Error::PreconditionRequired(_)));
        let update = item().unchanged_since(&read).update().title("Two").percent_complete(Null);
        let response = client.send_response(update.request().unwrap()).unwrap();
        let etag = response.etag().unwrap().to_owned();
        assert_eq!(stored(emulator, "planner/tasks", "t1")["title"], "Two");
        assert_eq!(stored(emulator, "planner/tasks", "t1")["percentComplete"], Value::Null);

        let stale = item().unchanged_since(&read).update().title("Three");
        let Error::PreconditionFailed(conflict) = client.send(stale.request().unwrap()).unwrap_err() else { panic!() };
        assert_eq!(conflict.sent_etag(), read.etag.as_deref());
        assert_eq!(conflict.current_etag(), Some(etag.as_str()));
        assert_eq!(stored(emulator, "planner/tasks", "t1")["title"], "Two");

        let request = item().if_match(&etag).update().title("Four").request().unwrap();
        let updated = client.send(request.prefer("return=representation")).unwrap().unwrap();
        assert_eq!((updated.title.as_str(), updated.percent_complete), ("Four", None));
        assert!(matches!(client.send(item().if_match(etag).delete()), Err(Error::PreconditionFailed(_))));
        client.send(item().unchanged_since(&updated).delete()).unwrap();
        assert_eq!(emulator.items("v1.0", "planner/tasks").len(), 0);
    });
}

#[test]
fn an_upsert_by_an_alternate_key() {
    with_both(|client, emulator| {
        let group = |name: &str| Group::collection().item_by(path!(Group.unique_name), name);
        let name = "sales 'n' more/less";
        let request = || group(name).upsert().display_name("Sales").request().unwrap();
        let created = client.send_response(request()).unwrap();
        assert_eq!(created.status(), 201);
        let created = created.into_value().flatten().unwrap();
        assert_eq!(created.unique_name.as_deref(), Some(name));
        let updated = client.send_response(group(name).upsert().display_name("More").request().unwrap()).unwrap();
        assert_eq!(updated.status(), 204);
        assert_eq!(stored(emulator, "groups", &created.id)["displayName"], "More");
        let only_new = group(name).if_none_match("*").upsert().display_name("New").request().unwrap();
        assert!(matches!(client.send(only_new), Err(Error::PreconditionFailed(_))));
        let read = client.send(group(name).get().expand_depth(0).request().unwrap()).unwrap();
        assert_eq!(read.display_name, "More");
        client.send(group(name).delete()).unwrap();
        assert_eq!(emulator.items("v1.0", "groups").len(), 1);
    });
}

#[test]
fn members_of_a_group_as_a_family() {
    with_both(|client, emulator| {
        let members = || Group::collection().item("g1").to_many(path!(Group.members));
        client.send(members().add_ref(Reference::directory_object("u2"))).unwrap();
        client.send(members().add_ref(User::collection().item("u3"))).unwrap();
        let twice = client.send(members().add_ref(User::collection().item("u3"))).unwrap_err();
        assert_eq!(twice.status().unwrap(), 400);
        let all = client.all(members().list().request().unwrap()).unwrap();
        let kinds: Vec<_> = all
            .iter()
            .map(|member| match member {
                DirectoryObject::User(user) => format!("user {}", user.id),
                DirectoryObject::Group(group) => format!("group {}", group.id),
                DirectoryObject::Other(other) => format!("other {}", other.odata_type.as_deref().unwrap_or_default()),
            })
            .collect();
        assert_eq!(kinds, ["user u1", "other microsoft.graph.device", "user u2", "user u3"]);
        let users = client.all(members().of::<User>().list().expand_depth(0).request().unwrap()).unwrap();
        assert_eq!(users.len(), 3);
        assert_eq!(client.send(members().of::<User>().count().request().unwrap()).unwrap(), 3);
        assert_eq!(client.send(members().count().request().unwrap()).unwrap(), 4);

        client.send(members().item("u2").remove_ref()).unwrap();
        assert_eq!(client.send(members().count().request().unwrap()).unwrap(), 3);
        assert_eq!(stored(emulator, "users", "u2")["id"], "u2", "the user is still there");

        let group = client.send(Group::collection().item("g1").get().request().unwrap()).unwrap();
        assert_eq!(group.members.len(), 3);
    });
}

#[test]
fn a_manager_is_set_and_taken_away() {
    with_both(|client, _| {
        let manager = || User::collection().item("u5").to_one(path!(User.manager));
        client.send(manager().set_ref(User::collection().item("u9"))).unwrap();
        assert_eq!(client.send(manager().get().expand_depth(0).request().unwrap()).unwrap().id, "u9");
        client.send(manager().remove_ref()).unwrap();
        assert_eq!(client.send(manager().get().request().unwrap()).unwrap_err().status().unwrap(), 404);
        let user = client.send(User::collection().item("u9").get().request().unwrap()).unwrap();
        assert_eq!(user.id, "u9");
    });
}

#[test]
fn derived_types_of_an_abstract_collection() {
    with_both(|client, emulator| {
        let create = Policy::collection().of::<LockPolicy>().create().minutes(5).request().unwrap();
        let policy = client.send(create).unwrap();
        assert_eq!(emulator.items("v1.0", "policies")[0]["@odata.type"], "#microsoft.graph.lockPolicy");
        let locks = Policy::collection().of::<LockPolicy>();
        assert_eq!(client.all(locks.clone().list().request().unwrap()).unwrap(), std::slice::from_ref(&policy));
        let get = locks.clone().item(&policy.id).get().request().unwrap();
        assert_eq!(client.send(get).unwrap(), policy);
        client.send(locks.item(&policy.id).update().minutes(6).request().unwrap()).unwrap();
        assert_eq!(emulator.items("v1.0", "policies")[0]["minutes"], 6);
    });
}

#[test]
fn actions_and_functions() {
    with_both(|client, _| {
        let item = || User::collection().item("u1");
        assert_eq!(client.send(item().call(&Assign { add: vec!["a".into(), "b".into()] })).unwrap(), ["a", "b"]);
        for why in [None, Some("for a/b".to_owned()), Some("O'Neil, (x)=y&z".to_owned())] {
            assert_eq!(client.send(item().call(&Doubled { number: 21, why })).unwrap(), 42);
        }
    });
}

#[test]
fn bytes_in_chunks_and_as_a_whole() {
    with_both(|client, _| {
        let photo = || Item::<User>::at("users/{id}/photo", &[&"u1"]).media();
        assert_eq!(client.send(photo().get()).unwrap().len(), 200_000);
        client.send(photo().put("image/png", "tiny")).unwrap();
        assert_eq!(client.send(photo().get()).unwrap(), "tiny");
        let body = ByteStream::from_reader(std::io::repeat(7), 1_000_000);
        client.upload(photo().upload("image/png", body)).unwrap();
        // By a redirect.
        let content = Media::at("drive/items/{id}/content", &[&"i1"]);
        assert_eq!(client.download(content.clone().download()).unwrap(), vec![7; 1_000_000]);
        assert_eq!(client.download(content.download().range(10..20)).unwrap().len(), 10);
        let none = client.send(Item::<User>::at("users/{id}/photo", &[&"u2"]).media().get()).unwrap_err();
        assert_eq!(none.status().unwrap(), 404);
    });
}

/// Any collection without a type of its own: the raw way out.
#[test]
fn what_the_methods_do_not_say_is_said_raw() {
    with_both(|client, emulator| {
        let list = Collection::<User>::at("users", &[]).list().all_properties().query_option("$top", "2");
        let page: Page<User> = client.send(list.request().unwrap()).unwrap();
        assert_eq!(page.items().len(), 2);
        assert_eq!(targets(emulator), ["GET /v1.0/users?$top=2"]);
    });
}

impl Client {
    /// All items of all pages: by the stream over one transport, by the iterator over the other.
    fn all<T: graph_entity::model::Value>(&self, request: graph_entity::Request<Page<T>>) -> Result<Vec<T>, Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(request.stream(client).collect()),
            Self::Ureq(client) => request.iter(client).collect(),
        }
    }

    fn upload(&self, upload: graph_entity::Upload) -> Result<(), Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(upload.send(client)),
            Self::Ureq(client) => upload.send_blocking(client),
        }
        .map(|_| ())
    }

    fn download(&self, download: graph_entity::Download) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(async {
                let mut body = download.send(client).await?.into_value();
                while let Some(chunk) = body.next().await {
                    bytes.extend_from_slice(&chunk?);
                }
                Ok::<_, Error>(())
            })?,
            Self::Ureq(client) => {
                download.send_blocking(client)?.into_value().into_reader().read_to_end(&mut bytes).unwrap();
            }
        }
        Ok(bytes)
    }
}
