//! The key `permission`: what a request says of the least permissions, and what a 403 tells.

use graph_entity::{Error, GraphEntity, GraphOperation, Request};

use super::client::Recorder;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.user",
    collection = "users",
    collection(path = "groups/{id}/members", permission(list = "GroupMember.Read.All")),
    singleton(path = "me", permission(get(delegated = "User.Read"), update = "User.ReadWrite, Directory.Read.All")),
    permission(
        create = "User.ReadWrite.All",
        get(delegated = "User.ReadBasic.All", application = "User.Read.All"),
        list(application = "User.Read.All"),
        delete = "User.DeleteRestore.All"
    )
)]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: Option<String>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "users/{id}/messages")]
struct Message {
    #[graph(key, read_only)]
    id: String,
}

#[derive(GraphOperation)]
#[graph_operation(action = "microsoft.graph.wipe")]
struct Wipe {}

fn told<T>(request: Request<T>) -> String {
    request.least_scopes().map(ToString::to_string).unwrap_or_default()
}

const CREATE: &str = "User.ReadWrite.All (delegated) or User.ReadWrite.All (application)";
const GET: &str = "User.ReadBasic.All (delegated) or User.Read.All (application)";
const DELETE: &str = "User.DeleteRestore.All (delegated) or User.DeleteRestore.All (application)";

#[test]
fn each_request_tells_what_it_needs() {
    assert_eq!(told(User::collection().create().request().unwrap()), CREATE);
    assert_eq!(told(User::collection().item("1").get().request().unwrap()), GET);
    assert_eq!(told(User::collection().list().request().unwrap()), "User.Read.All (application)");
    assert_eq!(told(User::collection().count().request().unwrap()), "User.Read.All (application)");
    assert_eq!(told(User::collection().item("1").delete()), DELETE);
    // The key says nothing of it.
    assert_eq!(told(User::collection().item("1").update().display_name("x").request().unwrap()), "");
}

#[test]
fn the_inner_key_wins_operation_by_operation() {
    let members = || User::in_group("1");
    assert_eq!(
        told(members().list().request().unwrap()),
        "GroupMember.Read.All (delegated) or GroupMember.Read.All (application)"
    );
    assert_eq!(told(members().create().request().unwrap()), CREATE);
    assert_eq!(told(User::me().get().request().unwrap()), "User.Read (delegated)");
    let update = User::me().update().display_name("x").request().unwrap();
    let least = update.least_scopes().unwrap();
    assert_eq!(least.delegated(), ["User.ReadWrite", "Directory.Read.All"]);
    let user = User { id: "1".to_owned(), display_name: None };
    assert_eq!(User::me().replace(&user).least_scopes(), Some(least));
    assert_eq!(User::me().upsert().display_name("x").request().unwrap().least_scopes(), Some(least));
    assert_eq!(told(User::me().delete()), DELETE);
}

#[test]
fn an_entity_by_an_alternate_key_is_the_same_entity() {
    let item = User::collection().item_by(graph_entity::path!(User.display_name), "x");
    assert_eq!(told(item.get().request().unwrap()), GET);
}

#[test]
fn what_is_elsewhere_is_not_told() {
    assert_eq!(told(Message::in_user("1").list().request().unwrap()), "");
    let item = || User::collection().item("1");
    assert_eq!(told(item().collection::<User>("ownedObjects").list().request().unwrap()), "");
    assert_eq!(told(item().single::<User>("manager").get().request().unwrap()), "");
    assert_eq!(told(item().call(&Wipe {})), "");
    assert_eq!(told(item().remove_ref()), "");
    assert_eq!(told(graph_entity::Collection::<User>::at("users", &[]).list().request().unwrap()), "");
}

const REFUSED: &str = r#"{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges."}}"#;

fn error_of(status: u16) -> graph_entity::ServiceError {
    let client = Recorder::answering(status, REFUSED).client();
    match User::collection().item("1").get().send_blocking(&client) {
        Err(Error::Service(error)) => *error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_403_names_the_least_permissions() {
    let error = error_of(403);
    assert_eq!(error.least_scopes().unwrap().application(), ["User.Read.All"]);
    assert_eq!(
        error.to_string(),
        "the service answered 403 Forbidden: Authorization_RequestDenied: Insufficient privileges. \
         (the request needs at least User.ReadBasic.All (delegated) or User.Read.All (application))"
    );
}

#[test]
fn another_error_does_not() {
    let error = error_of(404);
    assert_eq!(error.least_scopes(), None);
    assert!(!error.to_string().contains("User.Read"), "{error}");
}

#[test]
fn a_403_without_the_key_is_as_before() {
    let client = Recorder::answering(403, REFUSED).client();
    match Message::in_user("1").item("2").get().send_blocking(&client) {
        Err(Error::Service(error)) => {
            assert_eq!(error.least_scopes(), None);
            assert!(error.to_string().ends_with("Insufficient privileges."), "{error}");
        }
        Ok(message) => panic!("{}", message.id),
        Err(other) => panic!("{other:?}"),
    }
}
