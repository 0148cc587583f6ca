//! The client: where the service is, who asks, and how long an answer may take.

pub(crate) mod auth;
pub(crate) mod byte_stream;
pub(crate) mod error;
pub(crate) mod http_client;
pub(crate) mod link;
pub(crate) mod origin;
mod redirect;
pub(crate) mod send;
pub(crate) mod service_error;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use self::auth::{AccessToken, TokenProvider};
use self::error::{Error, UsageError};
use self::http_client::{DEFAULT_MAX_RESPONSE_BYTES, DynHttpClient, HttpClient};
use self::origin::{Base, Cloud};

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
    inner: Arc<Inner<H>>,
}

struct Inner<H> {
    http: Arc<H>,
    base: Base,
    version: String,
    token: Option<Arc<dyn TokenProvider>>,
    timeout: Option<Duration>,
    max_response_bytes: usize,
}

impl<H: HttpClient> GraphClient<H> {
    /// A builder of a client over `http`.
    pub fn builder(http: H) -> GraphClientBuilder<H> {
        GraphClientBuilder {
            http,
            base_url: Cloud::Global.base_url().to_owned(),
            version: "v1.0".to_owned(),
            token: None,
            timeout: Some(DEFAULT_TIMEOUT),
            max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
            wrong: None,
        }
    }

    /// The same client without the transport's type.
    pub fn erased(self) -> GraphClient {
        let inner = &*self.inner;
        GraphClient {
            inner: Arc::new(Inner {
                http: Arc::new(DynHttpClient::new(Arc::clone(&inner.http))),
                base: inner.base.clone(),
                version: inner.version.clone(),
                token: inner.token.clone(),
                timeout: inner.timeout,
                max_response_bytes: inner.max_response_bytes,
            }),
        }
    }

    /// The transport.
    pub fn http(&self) -> &H {
        &self.inner.http
    }
}

impl<H> Clone for GraphClient<H> {
    fn clone(&self) -> Self {
        Self { inner: Arc::clone(&self.inner) }
    }
}

impl<H> fmt::Debug for GraphClient<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GraphClient")
            .field("base_url", &self.inner.base.url)
            .field("version", &self.inner.version)
            .finish_non_exhaustive()
    }
}

/// Settings of a [`GraphClient`].
#[must_use = "a builder does nothing until `build`"]
pub struct GraphClientBuilder<H> {
    http: H,
    base_url: String,
    version: String,
    token: Option<Arc<dyn TokenProvider>>,
    timeout: Option<Duration>,
    max_response_bytes: usize,
    wrong: Option<Error>,
}

impl<H: HttpClient> GraphClientBuilder<H> {
    /// A token that does not change. What can't be a token is an error of [`Self::build`].
    pub fn token(mut self, token: impl AsRef<str>) -> Self {
        match AccessToken::new(token) {
            Ok(token) => self.token = Some(Arc::new(token)),
            Err(error) => self.wrong = Some(error.into()),
        }
        self
    }

    /// Where tokens come from.
    pub fn token_provider(mut self, provider: impl TokenProvider) -> Self {
        self.token = Some(Arc::new(provider));
        self
    }

    /// The service's address, without the version: `https://graph.microsoft.com`, the default. A path (of a gateway) is
    /// kept. It needs TLS, but for loopback addresses: the token goes there and nowhere else.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
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

    /// How long an exchange may take, from the sending to the end of the answer. 100 seconds by default.
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

    /// The client. Fails if the base URL is none, or would send the token in the clear, or a setting is no good.
    pub fn build(self) -> Result<GraphClient<H>, Error> {
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
        if self.version.trim_matches('.').is_empty() || !self.version.bytes().all(plain) {
            return Err(UsageError::new(format!("`{}` is no version of the API", self.version)).into());
        }
        let inner = Inner {
            http: Arc::new(self.http),
            base: Base::new(&self.base_url)?,
            version: self.version,
            token: self.token,
            timeout: self.timeout,
            max_response_bytes: self.max_response_bytes,
        };
        Ok(GraphClient { inner: Arc::new(inner) })
    }
}

impl<H> fmt::Debug for GraphClientBuilder<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GraphClientBuilder").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}
