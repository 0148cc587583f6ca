//! The client over a transport that records: what is sent, and what becomes of each answer.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::version::Beta;
use graph_entity::{
    AccessToken, Blocking, Cloud, DynHttpClient, Error, GraphClient, HttpClient, Limits, Retry, Sent, TokenError,
    TokenFuture, TokenProvider, TokenRequest, TransportError,
};
use http::{Request, Response, StatusCode};

use super::seed::DeviceManagementScriptUserState as State;

type Answer = Box<dyn Fn() -> Result<Response<Bytes>, TransportError> + Send + Sync>;

/// Answers all the same and keeps what it was asked.
#[derive(Clone)]
pub struct Recorder {
    answer: Arc<Answer>,
    pub requests: Arc<Mutex<Vec<Request<Bytes>>>>,
}

impl Recorder {
    pub fn new(answer: impl Fn() -> Result<Response<Bytes>, TransportError> + Send + Sync + 'static) -> Self {
        Self { answer: Arc::new(Box::new(answer)), requests: Arc::default() }
    }

    pub fn answering(status: u16, body: &'static str) -> Self {
        Self::new(move || Ok(Response::builder().status(status).header("request-id", "r-1").body(body.into()).unwrap()))
    }

    pub fn client(&self) -> GraphClient<Self> {
        GraphClient::builder(self.clone()).token("t0ken").retry(Retry::none()).build().unwrap()
    }

    fn only(&self) -> Request<Bytes> {
        let requests = self.requests.lock().unwrap();
        assert_eq!(requests.len(), 1);
        requests[0].clone()
    }

    fn asked(&self) -> usize {
        self.requests.lock().unwrap().len()
    }
}

impl HttpClient for Recorder {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        self.requests.lock().unwrap().push(request);
        (self.answer)()
    }

    async fn sleep(&self, _: Duration) {
        panic!("nothing in here waits");
    }
}

impl Blocking for Recorder {}

pub const CREATED: &str = r##"{"@odata.type":"#microsoft.graph.deviceManagementScriptUserState","id":"4bd8b36a","successDeviceCount":2,"errorDeviceCount":0,"userPrincipalName":"user@contoso.com"}"##;

pub fn create() -> graph_entity::Request<State, Beta> {
    State::in_device_shell_script("3f5a")
        .create()
        .success_device_count(2)
        .error_device_count(0)
        .user_principal_name("user@contoso.com")
        .request()
        .unwrap()
}

fn created() -> State {
    State {
        id: "4bd8b36a".into(),
        success_device_count: 2,
        error_device_count: 0,
        user_principal_name: "user@contoso.com".into(),
    }
}

#[test]
fn the_request_is_the_one_of_the_design_and_nothing_else() {
    let recorder = Recorder::answering(201, CREATED);
    assert_eq!(create().send_blocking(&recorder.client()).unwrap(), created());
    let sent = recorder.only();
    assert_eq!(sent.method(), "POST");
    assert_eq!(sent.uri(), "https://graph.microsoft.com/beta/deviceManagement/deviceShellScripts/3f5a/userRunStates");
    let mut names: Vec<_> = sent.headers().keys().map(http::HeaderName::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "authorization", "client-request-id", "content-type"]);
    assert_eq!(sent.headers()["accept"], "application/json");
    assert_eq!(sent.headers()["authorization"], "Bearer t0ken");
    assert!(sent.headers()["authorization"].is_sensitive());
    assert_eq!(sent.headers()["content-type"], "application/json");
    assert_eq!(
        sent.body(),
        r##"{"@odata.type":"#microsoft.graph.deviceManagementScriptUserState","successDeviceCount":2,"errorDeviceCount":0,"userPrincipalName":"user@contoso.com"}"##
    );
}

#[test]
fn each_call_has_a_request_id_of_its_own_unless_the_caller_gives_one() {
    let recorder = Recorder::answering(201, CREATED);
    for _ in 0..2 {
        create().send_blocking(&recorder.client()).unwrap();
    }
    create().header("client-request-id", "mine").send_blocking(&recorder.client()).unwrap();
    let requests = recorder.requests.lock().unwrap();
    let ids: Vec<_> = requests.iter().map(|sent| sent.headers()["client-request-id"].to_str().unwrap()).collect();
    assert_ne!(ids[0], ids[1]);
    let form: Vec<usize> = ids[0].split('-').map(str::len).collect();
    assert_eq!((form, &ids[0][14..15]), (vec![8, 4, 4, 4, 12], "4"));
    assert_eq!(ids[2], "mine");
}

#[test]
fn async_and_blocking_are_the_same() {
    let recorder = Recorder::answering(201, CREATED);
    let client = recorder.client().erased();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let task = async move {
        let spawned = client.clone();
        let first = tokio::spawn(async move {
            State::in_device_shell_script("3f5a")
                .create()
                .success_device_count(2)
                .error_device_count(0)
                .user_principal_name("user@contoso.com")
                .send(&spawned)
                .await
        });
        (first.await.unwrap().unwrap(), handler(&client).await)
    };
    assert_eq!(runtime.block_on(task), (created(), created()));
    create().send_blocking(&recorder.client()).unwrap();
    let requests = recorder.requests.lock().unwrap();
    assert!(requests.windows(2).all(|pair| pair[0].uri() == pair[1].uri() && pair[0].body() == pair[1].body()));
}

/// A user's signature: no type parameter.
async fn handler(client: &GraphClient) -> State {
    create().send(client).await.unwrap()
}

#[test]
fn clients_are_shared_freely() {
    fn shared<T: Clone + Send + Sync + 'static>() {}
    shared::<GraphClient>();
    shared::<GraphClient<Recorder>>();
    shared::<DynHttpClient>();
}

/// W5: success by status and emptiness.
#[test]
fn each_success_as_it_is_meant() {
    for status in [200, 201, 202, 203] {
        let recorder = Recorder::answering(status, CREATED);
        assert_eq!(create().send_blocking(&recorder.client()).unwrap(), created(), "{status}");
        let response = create().send_response_blocking(&recorder.client()).unwrap();
        assert_eq!(response.status(), status);
        assert_eq!(response.request_id(), Some("r-1"));
        assert_eq!(response.into_value(), Some(created()));
    }
    for (status, body) in [(200, ""), (201, ""), (202, ""), (204, ""), (204, "ignored"), (205, ""), (299, "")] {
        let recorder = Recorder::new(move || {
            Ok(Response::builder().status(status).header("location", "/teams('1')").body(body.into()).unwrap())
        });
        let response = create().send_response_blocking(&recorder.client()).unwrap();
        assert_eq!((response.status().as_u16(), response.location()), (status, Some("/teams('1')")));
        assert_eq!(response.value(), &None);
        match create().send_blocking(&recorder.client()).unwrap_err() {
            Error::NoContent(response) => assert_eq!(response.location(), Some("/teams('1')")),
            error => panic!("{error:?}"),
        }
    }
}

#[test]
fn a_success_that_can_not_be_read_says_that_the_write_was_done_and_loses_nothing() {
    let body = r#"{"id":"1","successDeviceCount":"Integer"}"#;
    let recorder = Recorder::answering(201, body);
    let error = create().send_blocking(&recorder.client()).unwrap_err();
    assert!(error.may_have_been_done());
    assert_eq!(
        error.to_string(),
        "the service answered 201 Created; the write was done, do not repeat it, but the answer can't be read: \
         $.successDeviceCount: invalid type: string \"Integer\", expected an Int32 at line 1 column 40"
    );
    let Error::Decode(error) = error else { panic!("{error:?}") };
    assert!(error.write_was_done());
    assert_eq!((error.status(), error.path()), (StatusCode::CREATED, "$.successDeviceCount"));
    assert_eq!(error.headers()["request-id"], "r-1");
    assert_eq!(error.body(), body);
    assert!(!format!("{error:?}").contains("\"id\""), "{error:?}");

    let get = State::in_device_shell_script("1").item("2").get();
    let Error::Decode(error) = get.send_blocking(&Recorder::answering(200, "[]").client()).unwrap_err() else {
        panic!()
    };
    assert!(!error.write_was_done());
}

#[test]
fn get_by_key() {
    let recorder = Recorder::answering(200, CREATED);
    let state = State::in_device_management_script("a b").item("c/d").get().send_blocking(&recorder.client()).unwrap();
    assert_eq!(state, created());
    let sent = recorder.only();
    assert_eq!(sent.method(), "GET");
    assert_eq!(
        sent.uri(),
        "https://graph.microsoft.com/beta/deviceManagement/deviceManagementScripts/a%20b/userRunStates/c%2Fd?$select=id,successDeviceCount,errorDeviceCount,userPrincipalName"
    );
    assert!(!sent.headers().contains_key("content-type"));
    assert!(sent.body().is_empty());
}

#[test]
fn address_cloud_and_version() {
    let uri = |client: GraphClient<Recorder>| {
        create().send_blocking(&client).unwrap();
        client.http().only().uri().to_string()
    };
    let builder = || GraphClient::builder(Recorder::answering(201, CREATED)).token("t");
    let path = "deviceManagement/deviceShellScripts/3f5a/userRunStates";
    assert_eq!(
        uri(builder().cloud(Cloud::China).build().unwrap()),
        format!("https://microsoftgraph.chinacloudapi.cn/beta/{path}")
    );
    assert_eq!(
        uri(builder().base_url("http://127.0.0.1:81/gateway/").build().unwrap()),
        format!("http://127.0.0.1:81/gateway/beta/{path}")
    );

    // An entity without a version of its own lives in the client's.
    let client = builder().version("beta").build().unwrap();
    let error = super::create_thing().send_blocking(&client).unwrap_err();
    assert!(matches!(error, Error::Decode(_)));
    assert_eq!(client.http().only().uri(), "https://graph.microsoft.com/beta/things");
    for version in ["", "..", "a/b", "v1.0?x"] {
        assert!(matches!(builder().version(version).build(), Err(Error::Usage(_))), "{version}");
    }
    for url in ["http://graph.microsoft.com", "https://u@graph.microsoft.com", "graph.microsoft.com", "https://a?b"] {
        assert!(matches!(builder().base_url(url).build(), Err(Error::Usage(_))), "{url}");
    }
}

#[test]
fn the_deadline_and_the_bound_travel_with_the_request() {
    let recorder = Recorder::answering(201, CREATED);
    let client = GraphClient::builder(recorder.clone())
        .token("t")
        .timeout(Duration::from_secs(5))
        .max_response_bytes(77)
        .build()
        .unwrap();
    create().send_blocking(&client).unwrap();
    create().timeout(Duration::from_secs(60)).send_blocking(&client).unwrap();
    let client = GraphClient::builder(recorder.clone()).token("t").no_timeout().build().unwrap();
    create().send_blocking(&client).unwrap();
    let requests = recorder.requests.lock().unwrap();
    let limits: Vec<_> = requests.iter().map(Limits::of).collect();
    let left = |limits: &Limits| limits.deadline.unwrap().saturating_duration_since(Instant::now()).as_secs();
    assert!((3..=5).contains(&left(&limits[0])) && (55..=60).contains(&left(&limits[1])));
    assert_eq!(limits[2].deadline, None);
    assert_eq!(limits[0].max_response_bytes, 77);
}

struct Broken;
impl TokenProvider for Broken {
    fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
        Box::pin(async { Err(TokenError::new("signed out")) })
    }
}

struct Waiting;
impl TokenProvider for Waiting {
    fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
        Box::pin(std::future::pending())
    }
}

struct Told(Mutex<Vec<String>>);
impl TokenProvider for Told {
    fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a> {
        self.0.lock().unwrap().push(request.resource.to_owned());
        Box::pin(async { AccessToken::new("fresh") })
    }
}

#[test]
fn without_a_token_nothing_is_sent() {
    let recorder = Recorder::answering(201, CREATED);
    let builder = || GraphClient::builder(recorder.clone());
    for client in [builder(), builder().token_provider(Broken), builder().token_provider(Waiting)] {
        let error = create().send_blocking(&client.build().unwrap()).unwrap_err();
        assert!(matches!(error, Error::Token(_)), "{error:?}");
        assert!(!error.may_have_been_done());
    }
    for token in ["", "a b", "a\nb", "ä"] {
        let error = builder().token(token).build().unwrap_err();
        assert!(matches!(error, Error::Token(_)), "{error:?}");
    }
    assert_eq!(recorder.asked(), 0);
}

#[test]
fn the_provider_is_told_the_resource() {
    let told = Arc::new(Told(Mutex::default()));
    let recorder = Recorder::answering(201, CREATED);
    let client = GraphClient::builder(recorder.clone()).token_provider(told.clone()).build().unwrap();
    create().send_blocking(&client).unwrap();
    assert_eq!(*told.0.lock().unwrap(), ["https://graph.microsoft.com"]);
    assert_eq!(recorder.only().headers()["authorization"], "Bearer fresh");
}

/// A token of one cloud is worth nothing in another: each is asked for by its own service.
#[test]
fn each_cloud_has_its_own_resource() {
    for (cloud, resource) in [
        (Cloud::Global, "https://graph.microsoft.com"),
        (Cloud::UsGovernment, "https://graph.microsoft.us"),
        (Cloud::UsGovernmentDod, "https://dod-graph.microsoft.us"),
        (Cloud::China, "https://microsoftgraph.chinacloudapi.cn"),
    ] {
        let told = Arc::new(Told(Mutex::default()));
        let recorder = Recorder::answering(201, CREATED);
        let client = GraphClient::builder(recorder.clone()).cloud(cloud).token_provider(told.clone()).build().unwrap();
        create().send_blocking(&client).unwrap();
        assert_eq!(*told.0.lock().unwrap(), [resource]);
        assert!(recorder.only().uri().to_string().starts_with(&format!("{resource}/beta/")));
    }
}

#[test]
fn tokens_are_not_shown() {
    let recorder = Recorder::answering(201, CREATED);
    let client = recorder.client();
    create().send_blocking(&client).unwrap();
    let shown = format!("{client:?} {:?} {:?}", AccessToken::new("t0ken").unwrap(), recorder.only());
    assert!(!shown.contains("t0ken"), "{shown}");
    assert!(!format!("{:?}", GraphClient::builder(recorder).token("t0ken")).contains("t0ken"));
}

#[test]
fn transport_failures_say_whether_the_request_may_have_left() {
    for (sent, maybe) in [(Sent::No, false), (Sent::Maybe, true)] {
        let recorder = Recorder::new(move || Err(TransportError::new(sent, "broken")));
        let error = create().send_blocking(&recorder.client()).unwrap_err();
        assert_eq!(error.may_have_been_done(), maybe);
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), "broken");
        assert!(matches!(error, Error::Transport(error) if error.sent() == sent));
    }
}
