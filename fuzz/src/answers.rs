//! Any answer to each kind of request: nothing panics, nothing goes on for ever, the token stays at home.

use std::io::Read as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::delta::DeltaPagesBlocking;
use graph_entity::{
    AccessToken, Blocking, Collection, DeltaAnswer, DeltaLink, GraphClient, GraphComplex, GraphEntity, GraphOperation,
    HttpClient, NextLink, Page, Request, TokenFuture, TokenProvider, TokenRequest, TransportError, Unrecognized, json,
};
use http::{HeaderValue, Response};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    tags: Vec<String>,
    #[graph(navigation)]
    manager: Option<Box<User>>,
    #[graph(navigation)]
    members: Vec<Member>,
    #[graph(etag)]
    etag: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject")]
enum Member {
    User(Box<User>),
    #[graph(unrecognized)]
    Other(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "contoso.point")]
struct Point {
    x: Option<i32>,
}

#[derive(GraphOperation)]
#[graph_operation(action = "names", returns = Vec<String>)]
struct Names;

#[derive(GraphOperation)]
#[graph_operation(function = "point", returns = Option<Point>)]
struct Nearest;

#[derive(GraphOperation)]
#[graph_operation(function = "points", returns = Page<Point>)]
struct Points;

#[derive(GraphOperation)]
#[graph_operation(action = "isThere", returns = bool)]
struct IsThere;

const ORIGIN: &str = "https://graph.microsoft.com";
const STATUS: [u16; 16] = [200, 200, 201, 202, 204, 206, 302, 307, 404, 412, 428, 503, 401, 429, 303, 410];

/// Answers always the same, and is asked a few times at most: a link that comes again is one that leads back.
struct Same {
    status: u16,
    headers: Option<HeaderValue>,
    body: Bytes,
    asked: AtomicUsize,
}

impl HttpClient for Same {
    async fn send(&self, request: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        assert!(self.asked.fetch_add(1, Ordering::Relaxed) < 32, "it goes on for ever");
        if request.headers().contains_key("authorization") {
            let url = request.uri();
            let home = url.scheme_str() == Some("https")
                && url.host().is_some_and(|host| host.eq_ignore_ascii_case("graph.microsoft.com"))
                && url.port_u16().is_none_or(|port| port == 443)
                && !url.authority().is_some_and(|authority| authority.as_str().contains('@'));
            assert!(home, "the token left for {url}");
        }
        let mut response = Response::builder().status(self.status);
        if let Some(value) = &self.headers {
            for name in ["location", "etag", "retry-after", "request-id", "www-authenticate"] {
                response = response.header(name, value);
            }
        }
        Ok(response.body(self.body.clone()).unwrap())
    }

    async fn sleep(&self, _: Duration) {}

    fn blocks(&self) -> bool {
        true
    }
}

/// Always another one.
struct Tokens;

impl TokenProvider for Tokens {
    fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a> {
        let token = if request.refused.is_some() { "another" } else { "t0ken" };
        Box::pin(std::future::ready(AccessToken::new(token)))
    }
}

impl Blocking for Same {}

/// The first byte chooses the status; the first line is the value of headers, the rest the body.
pub fn run(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let (line, body) = match rest.iter().position(|&byte| byte == b'\n') {
        Some(at) => (&rest[..at], &rest[at + 1..]),
        None => (&b""[..], rest),
    };
    let client = || {
        let transport = Same {
            status: STATUS[usize::from(first) % STATUS.len()],
            headers: HeaderValue::from_bytes(line).ok().filter(|_| !line.is_empty()),
            body: Bytes::copy_from_slice(body),
            asked: AtomicUsize::new(0),
        };
        GraphClient::builder(transport).base_url(ORIGIN).token_provider(Tokens).build().unwrap()
    };
    let users = || User::collection();
    let item = || users().item("1");
    let _ = item().get().send_blocking(&client());
    let _ = item().update().tags(["a"]).send_blocking(&client());
    let _ = item().if_match("x").delete().send_blocking(&client()).map_err(|error| error.to_string());
    let _ = users().count().send_blocking(&client());
    let _ = item().call(&Names).send_blocking(&client());
    let _ = item().call(&Nearest).send_blocking(&client());
    let _ = item().call(&IsThere).send_blocking(&client());
    pages(item().call(&Points), &client());
    pages(users().list().request().unwrap(), &client());
    pages(users().list().guarded().request().unwrap(), &client());
    changes(users().delta().since(None).iter_pages(&client()));
    changes(users().delta().guarded().iter_pages(&client()));
    let members = Collection::<Member>::at("groups/{id}/members", &[&"1"]);
    let _ = members.clone().list().iter(&client()).count();
    let _ = members.delta().iter(&client()).count();
    if let Ok(response) = item().media().download().send_blocking(&client()) {
        let _ = response.into_value().into_reader().read_to_end(&mut Vec::new());
    }
}

/// The same of changes.
fn changes<I: graph_entity::model::Value>(pages: DeltaPagesBlocking<User, I, Same>) {
    for answer in pages {
        let link = match &answer {
            Ok(DeltaAnswer::Page(page)) => page.link().ok(),
            Ok(DeltaAnswer::Resync(resync)) => resync.link(),
            Err(error) => {
                assert!(!format!("{error}").is_empty());
                None
            }
        };
        if let Some(link) = link {
            let saved = serde_json::to_string(link).unwrap();
            if let Ok(read) = serde_json::from_str::<DeltaLink<User, I>>(&saved) {
                assert!(&read == link);
            }
            assert!(!format!("{link:?}").contains("://"));
        }
        if let Ok(DeltaAnswer::Page(page)) = answer {
            let _ = json::to_vec(&page.into_changes());
        }
    }
}

/// To the end; each link is kept, and read again as it was.
fn pages<T: graph_entity::model::Value>(request: Request<Page<T>>, client: &GraphClient<Same>) {
    for page in request.iter_pages(client) {
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                assert!(!format!("{error}").is_empty());
                continue;
            }
        };
        if let Some(link) = page.next_link() {
            let saved = serde_json::to_string(link).unwrap();
            // One that leads nowhere is refused here, as it is when it is followed.
            if let Ok(read) = serde_json::from_str::<NextLink<T>>(&saved) {
                assert!(&read == link);
            }
            assert!(!format!("{link:?}").contains("://"));
        }
        let _ = json::to_vec(&page.into_items());
    }
}
