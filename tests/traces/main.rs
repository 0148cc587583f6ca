//! What the feature `tracing` tells of calls that go wrong in every way that the emulator knows: all that is useful, in the
//! names of OpenTelemetry, and no secret.

mod batches;
mod capture;
mod names;
mod secrets;
mod uploads;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{
    AccessToken, DynHttpClient, Error, GraphClient, GraphEntity, Request, Retry, TokenFuture, TokenProvider,
    TokenRequest,
};
use graph_entity_emulator::{Emulator, Server};
use serde_json::json;

use self::capture::{Captured, capture};

#[derive(Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
}

/// Part of all that must not be told: tokens, ids, queries, values, headers, links.
const SECRET: &str = "s3cret";
const ID: &str = "s3cret-id";

/// Numbered, so that a refused one is followed by another.
#[derive(Default)]
struct Tokens(AtomicUsize);

impl TokenProvider for Tokens {
    fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
        let token = format!("{SECRET}-token-{}", self.0.fetch_add(1, Ordering::Relaxed));
        Box::pin(async { Ok(AccessToken::new(token)?.expires_in(Duration::from_secs(3600))) })
    }
}

/// How the emulator is reached.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    InProcess,
    Reqwest,
    Ureq,
}

/// An emulator with a user, and a client of it.
struct World {
    emulator: Emulator,
    client: GraphClient,
    _server: Option<Server>,
}

impl World {
    fn new(way: Way) -> Self {
        let user = json!({ "id": ID, "displayName": SECRET });
        let emulator = Emulator::builder().entity::<User>().item("v1.0", "users", user).build();
        let server = (way != Way::InProcess).then(|| emulator.serve().unwrap());
        let http = match way {
            Way::InProcess => DynHttpClient::new(emulator.clone()),
            Way::Reqwest => DynHttpClient::new(ReqwestClient::new().unwrap()),
            Way::Ureq => DynHttpClient::new(UreqClient::new()),
        };
        let url = server.as_ref().map_or("https://graph.microsoft.com".to_owned(), Server::url);
        let retry = Retry::default().base_delay(Duration::from_millis(1)).max_delay(Duration::from_millis(2));
        let builder = GraphClient::builder(http).base_url(url).token_provider(Tokens::default()).retry(retry);
        let client = builder.timeout(Duration::from_secs(10)).max_response_bytes(100_000).build().unwrap();
        Self { emulator, client, _server: server }
    }

    /// What a call tells, and what became of it.
    fn call(&self, call: Call) -> (Captured, Result<(), Error>) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        capture(|| runtime.block_on(call(&self.client)))
    }
}

type Call = fn(&GraphClient) -> std::pin::Pin<Box<dyn Future<Output = Result<(), Error>> + '_>>;

const CALLS: [(&str, Call); 5] = [
    ("get", |client| {
        let request = User::collection().item(ID).get().request().unwrap();
        Box::pin(async { send(request, client).await })
    }),
    ("list", |client| {
        let list = User::collection().list().query_option("$filter", "displayName ne 's3cret-query'");
        Box::pin(async {
            let mut pages = list.max_page_size(1).pages(client);
            while let Some(page) = pages.next().await {
                page?;
            }
            Ok(())
        })
    }),
    ("create", |client| {
        let request = User::collection().create().display_name("s3cret-value").request().unwrap();
        Box::pin(async { send(request, client).await })
    }),
    ("update", |client| {
        let request = User::collection().item(ID).update().display_name("s3cret-value").request().unwrap();
        Box::pin(async { send(request, client).await })
    }),
    ("delete", |client| {
        let request = User::collection().item(ID).if_match("*").delete();
        Box::pin(async { send(request, client).await })
    }),
];

async fn send<T>(request: Request<T>, client: &GraphClient) -> Result<(), Error> {
    let request = request.header("cookie", "s3cret-cookie").header("x-mine", "s3cret-header");
    request.send_response(client).await.map(drop)
}
