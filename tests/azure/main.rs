//! Credentials of `azure_identity` against a token endpoint that is served here, over real HTTP; and what the client makes of
//! their tokens.

mod endpoint;

use std::process::Command;
use std::sync::Arc;

use azure_core::cloud::CustomConfiguration;
use azure_core::credentials::{Secret, TokenCredential};
use azure_core::http::{AsyncRawResponse, ClientOptions, HttpClient, Request, Transport};
use azure_identity::{ClientSecretCredential, ClientSecretCredentialOptions, ManagedIdentityCredential};
use graph_entity::transport::ReqwestClient;
use graph_entity::{AzureCredential, Error, GraphClient, GraphEntity, Retry};
use graph_entity_emulator::{Emulator, Server};

use self::endpoint::Endpoint;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
}

fn emulator(token: &str) -> Server {
    Emulator::builder().token(token).entity::<User>().build().serve().unwrap()
}

fn client(server: &Server, provider: AzureCredential) -> GraphClient {
    let builder = GraphClient::builder(ReqwestClient::new().unwrap()).base_url(server.url()).retry(Retry::none());
    builder.token_provider(provider).build().unwrap().erased()
}

/// The SDK asks authorities by `https` only; the endpoint here has no certificate. All else is the SDK's own client.
#[derive(Debug)]
struct WithoutTls(reqwest::Client);

#[async_trait::async_trait]
impl HttpClient for WithoutTls {
    async fn execute_request(&self, request: &Request) -> azure_core::Result<AsyncRawResponse> {
        let mut request = request.clone();
        let mut url = request.url().clone();
        url.set_scheme("http").unwrap();
        *request.url_mut() = url;
        self.0.execute_request(&request).await
    }
}

fn client_secret(endpoint: &Endpoint) -> AzureCredential {
    let mut cloud = CustomConfiguration::default();
    cloud.authority_host = endpoint.url().replace("http://", "https://");
    let client_options = ClientOptions {
        transport: Some(Transport::new(Arc::new(WithoutTls(reqwest::Client::new())))),
        cloud: Some(Arc::new(cloud.into())),
        ..ClientOptions::default()
    };
    let options = ClientSecretCredentialOptions { client_options };
    let secret = Secret::new("s3cret");
    let credential = ClientSecretCredential::new("contoso", "app-id".into(), secret, Some(options)).unwrap();
    AzureCredential::new(credential)
}

async fn create(client: &GraphClient, name: &str) -> Result<User, Error> {
    User::collection().create().display_name(name).send(client).await
}

#[tokio::test]
async fn a_client_secret_gets_one_token_for_many_calls() {
    let endpoint = Endpoint::start(r#"{"token_type":"Bearer","expires_in":3599,"access_token":"t0ken-of-entra"}"#);
    let server = emulator("t0ken-of-entra");
    let provider = client_secret(&endpoint).scope("https://graph.microsoft.com/.default");
    let client = client(&server, provider);
    let calls: Vec<_> = (0..100)
        .map(|number| {
            let client = client.clone();
            tokio::spawn(async move { create(&client, &number.to_string()).await })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(server.emulator().items("v1.0", "users").len(), 100);
    let asked = endpoint.asked();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(asked[0].starts_with("POST /contoso/oauth2/v2.0/token "), "{}", asked[0]);
    for part in ["client_id=app-id", "client_secret=s3cret", "scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"] {
        assert!(asked[0].contains(part), "{}", asked[0]);
    }
}

#[tokio::test]
async fn the_scope_is_that_of_the_clients_service() {
    let endpoint = Endpoint::start(r#"{"token_type":"Bearer","expires_in":3599,"access_token":"t"}"#);
    let server = emulator("t");
    create(&client(&server, client_secret(&endpoint)), "Ada").await.unwrap();
    let scope = format!("scope={}%2F.default", server.url().replace(':', "%3A").replace('/', "%2F"));
    assert!(endpoint.asked()[0].contains(&scope), "{:?}", endpoint.asked());
}

/// What the token endpoint says is in the cause; the secret is nowhere.
#[tokio::test]
async fn a_refusal_is_a_token_error() {
    let endpoint =
        Endpoint::refusing(r#"{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret"}"#);
    let server = emulator("t");
    let error = create(&client(&server, client_secret(&endpoint)), "Ada").await.unwrap_err();
    let Error::Token(cause) = &error else { panic!("{error:?}") };
    let cause = std::error::Error::source(cause).unwrap().to_string();
    assert!(cause.contains("AADSTS7000215"), "{cause}");
    assert!(!format!("{error:?} {error} {cause}").contains("s3cret"));
    assert!(!error.may_have_been_done());
    assert!(server.emulator().log().is_empty());
}

/// A credential keeps its tokens and can't be told that one was refused.
#[tokio::test]
async fn a_refused_token_that_does_not_change_is_the_401() {
    let endpoint = Endpoint::start(r#"{"token_type":"Bearer","expires_in":3599,"access_token":"old"}"#);
    let server = emulator("new");
    let error = create(&client(&server, client_secret(&endpoint)), "Ada").await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!(server.emulator().log().len(), 1);
}

/// The endpoint of a managed identity is told by the environment: of a process of its own.
#[test]
fn a_managed_identity() {
    let endpoint = Endpoint::start(
        r#"{"token_type":"Bearer","resource":"r","expires_on":"4102444800","access_token":"t0ken-of-host"}"#,
    );
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "on_a_host_with_a_managed_identity", "--ignored"])
        .env("IDENTITY_ENDPOINT", format!("{}/msi/token", endpoint.url()))
        .env("IDENTITY_HEADER", "header-secret")
        .output()
        .unwrap();
    let output = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success() && output.contains("1 passed"), "{output}");
    let asked = endpoint.asked();
    assert_eq!(asked.len(), 1);
    assert!(asked[0].contains("resource=https%3A%2F%2Fgraph.microsoft.com"), "{}", asked[0]);
    assert!(asked[0].to_ascii_lowercase().contains("x-identity-header: header-secret"), "{}", asked[0]);
}

#[tokio::test]
#[ignore = "run by `a_managed_identity`, in its environment"]
async fn on_a_host_with_a_managed_identity() {
    let credential: Arc<dyn TokenCredential> = ManagedIdentityCredential::new(None).unwrap();
    let server = emulator("t0ken-of-host");
    let provider = AzureCredential::new(credential).scope("https://graph.microsoft.com/.default");
    let client = client(&server, provider);
    for name in ["Ada", "Grace"] {
        create(&client, name).await.unwrap();
    }
}
