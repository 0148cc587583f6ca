//! The client: where the service is, who asks, and how long an answer may take.

pub(crate) mod auth;
#[cfg(feature = "azure")]
pub(crate) mod azure;
mod batch;
pub(crate) mod batch_error;
pub(crate) mod byte_stream;
mod challenge;
pub(crate) mod error;
pub(crate) mod http_client;
pub(crate) mod link;
pub(crate) mod link_error;
pub(crate) mod operation_error;
pub(crate) mod origin;
mod permits;
mod pipeline;
mod race;
mod redirect;
pub(crate) mod repeat;
pub(crate) mod retry;
pub(crate) mod send;
pub(crate) mod service_error;
mod tokens;
mod trace;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use self::auth::{AccessToken, TokenProvider};
use self::error::{Error, UsageError};
use self::http_client::{DEFAULT_MAX_RESPONSE_BYTES, DynHttpClient, HttpClient};
use self::origin::{Base, Cloud};
use self::permits::Permits;
use self::retry::{Budget, Retry};
use self::tokens::Tokens;

/// How long an exchange may take by default.
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(100);

/// A client of one service: its address, a token, limits, and the transport that carries the requests.
///
/// It is cheap to clone and can be shared between threads and tasks. Without a type parameter it is a client over any
/// transport, see [`GraphClient::erased`], so that a signature is just `&GraphClient`.
/// ```
/// # use graph_entity::{AccessToken, GraphClient, HttpClient, Error};
/// # fn f(transport: impl HttpClient) -> Result<GraphClient, Error> {
/// let client = GraphClient::builder(transport).token("eyJ0…"). // or `token_provider`
/// #   base_url("http://localhost").
///     build()?
///     .erased();
/// # Ok(client) }
/// ```
pub struct GraphClient<H = DynHttpClient> {
    http: Arc<H>,
    shared: Arc<Shared>,
    /// Whether it is used by a call that blocks.
    blocks: bool,
}

/// What does not depend on the transport. All clones of a client have it in common.
pub(crate) struct Shared {
    pub(crate) base: Base,
    pub(crate) version: String,
    tokens: Tokens,
    timeout: Option<Duration>,
    max_response_bytes: usize,
    retry: Retry,
    budget: Budget,
    permits: Option<Arc<Permits>>,
}

impl<H: HttpClient> GraphClient<H> {
    /// A builder of a client over `http`.
    pub fn builder(http: H) -> GraphClientBuilder<H> {
        GraphClientBuilder {
            http,
            base_url: Cloud::Global.base_url().to_owned(),
            version: "v1.0".to_owned(),
            allowed: Vec::new(),
            tokens: Tokens::None,
            timeout: Some(DEFAULT_TIMEOUT),
            max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
            retry: Retry::default(),
            retry_budget: retry::DEFAULT_BUDGET,
            max_concurrency: None,
            wrong: None,
        }
    }

    /// The same client without the transport's type.
    pub fn erased(self) -> GraphClient {
        GraphClient { http: Arc::new(DynHttpClient::new(self.http)), shared: self.shared, blocks: self.blocks }
    }

    /// The transport.
    pub fn http(&self) -> &H {
        &self.http
    }
}

impl<H> Clone for GraphClient<H> {
    fn clone(&self) -> Self {
        Self { http: Arc::clone(&self.http), shared: Arc::clone(&self.shared), blocks: self.blocks }
    }
}

impl<H> fmt::Debug for GraphClient<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GraphClient")
            .field("base_url", &self.shared.base.url)
            .field("version", &self.shared.version)
            .finish_non_exhaustive()
    }
}

/// Settings of a [`GraphClient`].
#[must_use = "a builder does nothing until `build`"]
pub struct GraphClientBuilder<H> {
    http: H,
    base_url: String,
    version: String,
    allowed: Vec<String>,
    tokens: Tokens,
    timeout: Option<Duration>,
    max_response_bytes: usize,
    retry: Retry,
    retry_budget: u32,
    max_concurrency: Option<usize>,
    wrong: Option<Error>,
}

impl<H: HttpClient> GraphClientBuilder<H> {
    /// A token that does not change. What can't be a token is an error of [`Self::build`].
    pub fn token(mut self, token: impl AsRef<str>) -> Self {
        match AccessToken::new(token) {
            Ok(token) => self.tokens = Tokens::Fixed(token),
            Err(error) => self.wrong = Some(error.into()),
        }
        self
    }

    /// Where tokens come from. They are kept while they are good, see [`TokenProvider`].
    pub fn token_provider(mut self, provider: impl TokenProvider) -> Self {
        self.tokens = Tokens::of(provider);
        self
    }

    /// The service's address, without the version: `https://graph.microsoft.com`, the default. A path (of a gateway) is
    /// kept. It needs TLS, but for loopback addresses: the token goes there and nowhere else.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// An origin beside that of the base URL to which the token may go: `https://api.onedrive.com`. For services whose links
    /// lead there; without it such a link is [`Error::Link`], and nothing is sent. It needs TLS, but for loopback addresses.
    pub fn allow_origin(mut self, origin: impl Into<String>) -> Self {
        self.allowed.push(origin.into());
        self
    }

    /// The base URL of a national cloud.
    pub fn cloud(self, cloud: Cloud) -> Self {
        self.base_url(cloud.base_url())
    }

    /// The version of the API for entities that name none: `v1.0`, the default, or `beta`.
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = version.into();
        self
    }

    /// How long an exchange may take, from the sending to the end of the answer. 100 seconds by default. A call that is
    /// [repeated](Self::retry) has several exchanges; [`Retry::deadline`] is for all of them.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// No deadline, but for requests that have one of their own.
    pub fn no_timeout(mut self) -> Self {
        self.timeout = None;
        self
    }

    /// How many bytes of response are read at most. 64 MiB by default.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// When and how often a request is sent once more. See [`Retry`] for what is repeated by default, and what is not.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// How many repetitions all calls of this client may make before as many as five times that have succeeded: 100 by
    /// default. Each call that succeeds at once gives back a fifth of one. A service that is down is then not asked four
    /// times as often as one that is up; what it would have repeated fails at once. What the service itself asks to repeat,
    /// by `Retry-After`, does not count.
    pub fn retry_budget(mut self, repetitions: u32) -> Self {
        self.retry_budget = repetitions;
        self
    }

    /// How many exchanges go on at the same time at most; others wait in a row. No limit by default. A service that allows
    /// four at a time (Outlook, for an app and a mailbox) is asked in vain by the fifth.
    ///
    /// The wait for another attempt is no exchange; the reading of a download is.
    pub fn max_concurrency(mut self, exchanges: usize) -> Self {
        self.max_concurrency = Some(exchanges);
        self
    }

    /// The client. Fails if the base URL is none, or would send the token in the clear, or a setting is no good.
    pub fn build(self) -> Result<GraphClient<H>, Error> {
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
        if self.version.trim_matches('.').is_empty() || !self.version.bytes().all(plain) {
            return Err(UsageError::new(format!("`{}` is no version of the API", self.version)).into());
        }
        if self.max_concurrency == Some(0) {
            return Err(UsageError::new("a client that may make no exchange at all is of no use").into());
        }
        let shared = Shared {
            base: Base::new(&self.base_url)?.allowing(&self.allowed)?,
            version: self.version,
            tokens: self.tokens,
            timeout: self.timeout,
            max_response_bytes: self.max_response_bytes,
            retry: self.retry,
            budget: Budget::new(self.retry_budget),
            permits: self.max_concurrency.map(Permits::new),
        };
        Ok(GraphClient { http: Arc::new(self.http), shared: Arc::new(shared), blocks: false })
    }
}

/// Without the base URL, which has not been checked yet: there may be a password in it.
impl<H> fmt::Debug for GraphClientBuilder<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GraphClientBuilder").field("version", &self.version).finish_non_exhaustive()
    }
}
