//! A client over each of the transports, with a clock that is told how long to wait and waits a moment.

use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{Blocking, ByteStream, Error, GraphClient, HttpClient, Request, Retry, TransportError};
use tokio::runtime::Runtime;

use crate::tokens::{FIXED, Provider};
use crate::trouble::{Limit, Row, Tokens};

/// How often a request is repeated at most.
pub(crate) const RETRIES: u32 = 2;
/// The first wait where the service asks for none.
pub(crate) const BASE: Duration = Duration::from_millis(100);
/// The longest wait that is kept to.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(180);
/// More than a loaded machine needs for an exchange, and little enough to wait for.
const SHORT: Duration = Duration::from_millis(600);
const PLENTY: Duration = Duration::from_secs(30);
/// Of the waits, how much is really waited.
const MOMENT: Duration = Duration::from_millis(2);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transport {
    Reqwest,
    Ureq,
}

pub(crate) const TRANSPORTS: [Transport; 2] = [Transport::Reqwest, Transport::Ureq];

/// What a wait is told to.
pub(crate) type OnWait = Arc<dyn Fn() + Send + Sync>;

/// The waits of a client.
#[derive(Clone)]
pub(crate) struct Clock {
    waits: Arc<Mutex<Vec<Duration>>>,
    on_wait: OnWait,
}

impl Clock {
    pub(crate) fn new(on_wait: OnWait) -> Self {
        Self { waits: Arc::default(), on_wait }
    }

    pub(crate) fn waits(&self) -> Vec<Duration> {
        self.waits.lock().unwrap().clone()
    }

    fn told(&self, wait: Duration) {
        self.waits.lock().unwrap().push(wait);
        (self.on_wait)();
    }
}

/// A transport with such a clock.
pub(crate) struct Clocked<H> {
    http: H,
    clock: Clock,
}

impl<H> fmt::Debug for Clocked<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clocked")
    }
}

impl<H: HttpClient> HttpClient for Clocked<H> {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        self.http.send(request).await
    }

    async fn send_streaming(
        &self,
        request: http::Request<ByteStream>,
    ) -> Result<http::Response<ByteStream>, TransportError> {
        self.http.send_streaming(request).await
    }

    async fn sleep(&self, duration: Duration) {
        self.clock.told(duration);
        self.http.sleep(duration.min(MOMENT)).await;
    }

    fn blocks(&self) -> bool {
        self.http.blocks()
    }
}

impl<H: Blocking> Blocking for Clocked<H> {}

/// One of the two transports behind the same calls.
pub(crate) enum Client {
    Reqwest(Runtime, GraphClient<Clocked<ReqwestClient>>),
    Ureq(GraphClient<Clocked<UreqClient>>),
}

impl Client {
    pub(crate) fn new(transport: Transport, url: &str, row: &Row, provider: &Arc<Provider>, clock: &Clock) -> Self {
        match transport {
            Transport::Reqwest => {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                Self::Reqwest(runtime, build(ReqwestClient::new().unwrap(), url, row, provider, clock))
            }
            Transport::Ureq => Self::Ureq(build(UreqClient::new(), url, row, provider, clock)),
        }
    }

    pub(crate) fn send<T>(&self, request: Request<T>) -> Result<T, Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(request.send(client)),
            Self::Ureq(client) => request.send_blocking(client),
        }
    }
}

fn build<H: HttpClient>(
    http: H,
    url: &str,
    row: &Row,
    provider: &Arc<Provider>,
    clock: &Clock,
) -> GraphClient<Clocked<H>> {
    let retry = Retry::default().max_retries(RETRIES).base_delay(BASE).max_delay(LONGEST_WAIT);
    let builder = GraphClient::builder(Clocked { http, clock: clock.clone() }).base_url(url).retry(retry);
    let builder = match row.tokens {
        Tokens::Provided => builder.token_provider(Arc::clone(provider)),
        Tokens::Fixed => builder.token(FIXED),
    };
    match row.limit {
        Limit::Roomy => builder.timeout(PLENTY),
        Limit::Time => builder.timeout(SHORT).max_response_bytes(usize::MAX),
        Limit::Bytes => builder.timeout(PLENTY).max_response_bytes(100_000),
    }
    .build()
    .unwrap()
}
