//! End to end: the derive, the client and both transports against the emulator, over real HTTP on loopback.

use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::version::Beta;
use graph_entity::{Error, GraphClient, GraphEntity, Request, Response, Retry};
use graph_entity_emulator::{Emulator, Server};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

mod data_model;
mod everyday;
mod hostile;
mod long_running;
mod processes;
mod seed_page;
mod uploads;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates",
    collection = "deviceManagement/deviceManagementScripts/{deviceManagementScriptId}/userRunStates",
    collection = "deviceManagement/deviceCustomAttributeShellScripts/{deviceCustomAttributeShellScriptId}/userRunStates"
)]
pub struct UserState {
    #[graph(key, read_only)]
    pub id: String,
    pub success_device_count: i32,
    pub error_device_count: i32,
    pub user_principal_name: String,
}

/// One of the two transports behind the same calls.
pub enum Client {
    Reqwest(Runtime, GraphClient),
    Ureq(GraphClient<UreqClient>),
}

impl Client {
    fn both(url: &str, token: &str) -> [Self; 2] {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let timeout = Duration::from_secs(20);
        // What is repeated is in `faults`.
        let retry = Retry::none();
        let reqwest = GraphClient::builder(ReqwestClient::new().unwrap()).base_url(url).token(token).timeout(timeout);
        let ureq = GraphClient::builder(UreqClient::new()).base_url(url).token(token).timeout(timeout);
        let reqwest = reqwest.retry(retry.clone()).build().unwrap();
        [Self::Reqwest(runtime, reqwest.erased()), Self::Ureq(ureq.retry(retry).build().unwrap())]
    }

    fn send<T, V>(&self, request: Request<T, V>) -> Result<T, Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(request.send(client)),
            Self::Ureq(client) => request.send_blocking(client),
        }
    }

    fn send_response<T, V>(&self, request: Request<T, V>) -> Result<Response<Option<T>>, Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(request.send_response(client)),
            Self::Ureq(client) => request.send_response_blocking(client),
        }
    }
}

fn start() -> Server {
    Emulator::builder()
        .token("t0ken")
        .entity::<UserState>()
        .unique("beta", UserState::COLLECTIONS[0], "userPrincipalName")
        .collection("beta", "deviceManagement/deviceShellScripts")
        .item("beta", "deviceManagement/deviceShellScripts", json!({"id": "s1"}))
        .max_request_bytes(2000)
        .build()
        .serve()
        .unwrap()
}

fn create(parent: &str, name: &str) -> Request<UserState, Beta> {
    UserState::in_device_shell_script(parent)
        .create()
        .success_device_count(2)
        .error_device_count(0)
        .user_principal_name(name)
        .request()
        .unwrap()
}

#[test]
fn create_and_get_under_each_parent() {
    let server = start();
    for (number, client) in Client::both(&server.url(), "t0ken").into_iter().enumerate() {
        let collections = [
            UserState::in_device_shell_script("s1"),
            UserState::in_device_management_script("x"),
            UserState::in_device_custom_attribute_shell_script("a/b c"),
        ];
        for collection in collections {
            let request = collection
                .clone()
                .create()
                .success_device_count(2)
                .error_device_count(-1)
                .user_principal_name(format!("user{number}@contoso.com"))
                .request()
                .unwrap();
            let created = client.send_response(request).unwrap();
            assert_eq!(created.status(), 201);
            assert!(created.request_id().is_some() && created.client_request_id().is_some());
            let path = created.location().unwrap().to_owned();
            let created = created.into_value().unwrap();
            assert!(path.ends_with(&created.id), "{path}");
            assert_eq!((created.success_device_count, created.error_device_count), (2, -1));

            let read = client.send(collection.item(&created.id).get().request().unwrap()).unwrap();
            assert_eq!(read, created);
        }
    }
    let stored = server.emulator().items("beta", "deviceManagement/deviceShellScripts/s1/userRunStates");
    assert_eq!(stored.len(), 2);
    assert_eq!(stored[0]["@odata.type"], "#microsoft.graph.deviceManagementScriptUserState");
}

#[test]
fn the_exact_create_request() {
    let server = start();
    for client in Client::both(&server.url(), "t0ken") {
        client.send(create("s1", &format!("{}@contoso.com", server.emulator().log().len()))).unwrap();
    }
    for (number, entry) in server.emulator().log().iter().enumerate() {
        assert_eq!(entry.method, "POST");
        assert_eq!(entry.target, "/beta/deviceManagement/deviceShellScripts/s1/userRunStates");
        let mut names: Vec<_> = entry.headers.keys().map(http::HeaderName::as_str).collect();
        names.sort_unstable();
        let expected = ["accept", "authorization", "client-request-id", "content-length", "content-type", "host"];
        assert_eq!(names, expected);
        assert_eq!(entry.headers.len(), expected.len());
        assert_eq!(entry.headers["accept"], "application/json");
        assert_eq!(entry.headers["authorization"], "Bearer t0ken");
        assert_eq!(entry.headers["content-type"], "application/json");
        assert_eq!(format!("http://{}", entry.headers["host"].to_str().unwrap()), server.url());
        assert_eq!(entry.headers["content-length"], entry.body.len().to_string());
        assert_eq!(
            entry.body,
            format!(
                r##"{{"@odata.type":"#microsoft.graph.deviceManagementScriptUserState","successDeviceCount":2,"errorDeviceCount":0,"userPrincipalName":"{number}@contoso.com"}}"##
            )
        );
    }
    assert_eq!(server.emulator().log().len(), 2);
}

#[test]
fn a_token_is_sent_and_never_without_one() {
    let server = start();
    for client in Client::both(&server.url(), "wrong") {
        let Error::Service(error) = client.send(create("s1", "a")).unwrap_err() else { panic!() };
        assert_eq!((error.status().as_u16(), error.code()), (401, "InvalidAuthenticationToken"));
        assert!(error.headers().contains_key("www-authenticate") && error.request_id().is_some());
    }
    let asked = server.emulator().log().len();
    let client = GraphClient::builder(UreqClient::new()).base_url(server.url()).build().unwrap();
    assert!(matches!(create("s1", "a").send_blocking(&client), Err(Error::Token(_))));
    assert_eq!(server.emulator().log().len(), asked);
}

#[test]
fn the_services_refusals() {
    let server = start();
    for client in Client::both(&server.url(), "t0ken") {
        let refused = |request| match client.send(request).unwrap_err() {
            Error::Service(error) => (error.status().as_u16(), error.code().to_owned()),
            error => panic!("{error:?}"),
        };
        let name = format!("{}@contoso.com", server.emulator().log().len());
        client.send(create("s1", &name)).unwrap();
        assert_eq!(refused(create("s1", &name.to_uppercase())).0, 409);
        assert_eq!(refused(create("nowhere", "a")).0, 404);
        assert_eq!(refused(create("s1", &"x".repeat(3000))).0, 413);
        assert_eq!(refused(create("s1", "b").header("content-type", "text/plain")).0, 415);
        let get = UserState::in_device_shell_script("s1").item("nothing").get().request().unwrap();
        let (status, code) = refused(get);
        assert_eq!((status, code.as_str()), (404, "ResourceNotFound"));
    }
}

/// 201 with and without a body, 200, 202, 204: each as W5 says.
#[test]
fn each_success() {
    let server = start();
    for client in Client::both(&server.url(), "t0ken") {
        let answer = |status: u16, body: &'static str| {
            let response = http::Response::builder().status(status).header("location", "/x").body(Bytes::from(body));
            server.emulator().respond_next(response.unwrap());
        };
        let body = r#"{"id":"1","successDeviceCount":1,"errorDeviceCount":2,"userPrincipalName":"u"}"#;
        for status in [200, 201, 202] {
            answer(status, body);
            assert_eq!(client.send(create("s1", "a")).unwrap().id, "1");
            answer(status, "");
            let response = client.send_response(create("s1", "a")).unwrap();
            assert_eq!(
                (response.status().as_u16(), response.location(), response.value()),
                (status, Some("/x"), &None)
            );
            answer(status, "");
            assert!(matches!(client.send(create("s1", "a")), Err(Error::NoContent(_))));
        }
        answer(204, "");
        assert_eq!(client.send_response(create("s1", "a")).unwrap().value(), &None);
        answer(201, "{\"id\":\"1\",\"successDeviceCount\":\"Integer\"}");
        let Error::Decode(error) = client.send(create("s1", "a")).unwrap_err() else { panic!() };
        assert_eq!((error.path(), error.status().as_u16()), ("$.successDeviceCount", 201));
    }
}

#[test]
fn in_process_is_the_same_as_over_a_socket() {
    let server = start();
    let emulator = server.emulator().clone();
    let client = GraphClient::builder(emulator.clone()).base_url(server.url()).token("t0ken").build().unwrap();
    create("s1", "in@process").send_blocking(&client).unwrap();
    let [_, ureq] = Client::both(&server.url(), "t0ken");
    ureq.send(create("s1", "over@socket")).unwrap();
    let log = emulator.log();
    assert_eq!((log[0].target.as_str(), log[0].status), (log[1].target.as_str(), log[1].status));
    let names =
        |index: usize| log[index].headers.keys().map(ToString::to_string).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(names(0), names(1));
}

#[test]
fn a_thousand_creates_from_many_tasks() {
    let server = start();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let client =
        GraphClient::builder(ReqwestClient::new().unwrap()).base_url(server.url()).token("t0ken").build().unwrap();
    let client = client.erased();
    let start = Instant::now();
    runtime.block_on(async {
        let tasks: Vec<_> = (0..20)
            .map(|task| {
                let client = client.clone();
                tokio::spawn(async move {
                    for n in 0..50 {
                        create("s1", &format!("{task}-{n}@contoso.com")).send(&client).await.unwrap();
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
    });
    let stored: std::collections::BTreeSet<String> = server
        .emulator()
        .items("beta", "deviceManagement/deviceShellScripts/s1/userRunStates")
        .iter()
        .map(|item: &Value| item["userPrincipalName"].to_string())
        .collect();
    assert_eq!(stored.len(), 1000, "after {:?}", start.elapsed());
}
