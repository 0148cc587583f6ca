//! Tokens: what the client asks a program for, and what it never shows.

use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::HeaderValue;

/// Gives out access tokens.
///
/// A token that says when it [expires](AccessToken::expires_at) is kept by the client and asked for anew some minutes before
/// that, once for all calls that need it at the same time. For one that does not, the provider is asked before each request.
///
/// ```
/// use graph_entity::{AccessToken, TokenFuture, TokenProvider, TokenRequest};
///
/// struct FromEnvironment;
/// impl TokenProvider for FromEnvironment {
///     fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
///         Box::pin(async {
///             let token = std::env::var("GRAPH_TOKEN").map_err(graph_entity::TokenError::new)?;
///             AccessToken::new(token)
///         })
///     }
/// }
/// ```
pub trait TokenProvider: Send + Sync + 'static {
    /// A token that is valid now.
    fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a>;
}

impl<P: TokenProvider + ?Sized> TokenProvider for Arc<P> {
    fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a> {
        (**self).token(request)
    }
}

/// What [`TokenProvider::token`] returns.
pub type TokenFuture<'a> = Pin<Box<dyn Future<Output = Result<AccessToken, TokenError>> + Send + 'a>>;

/// What a token is wanted for.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct TokenRequest<'a> {
    /// The service, as its origin: `https://graph.microsoft.com`. A scope is this and `/.default`.
    pub resource: &'a str,
    /// What the token has to fulfil, as JSON: the claims challenge that the service answered an earlier one with (continuous
    /// access evaluation, conditional access). `None` if there was none.
    pub claims: Option<&'a str>,
    /// The token that the service has just refused with 401. Another one is wanted: to give it out again ends the call with
    /// that 401.
    pub refused: Option<&'a AccessToken>,
}

/// An access token. It has neither `Display` nor a `Debug` that shows it.
#[derive(Clone)]
pub struct AccessToken {
    header: HeaderValue,
    expires_at: Option<SystemTime>,
}

impl AccessToken {
    /// A token. Fails if it is empty or can't be part of a header.
    pub fn new(token: impl AsRef<str>) -> Result<Self, TokenError> {
        let token = token.as_ref();
        let printable = token.bytes().all(|byte| byte.is_ascii_graphic());
        if token.is_empty() || !printable {
            // What it is instead is not told: it may be most of a token.
            return Err(TokenError::message(
                "the token is empty or has other characters than a token has; it goes without `Bearer `",
            ));
        }
        let mut header = HeaderValue::try_from(format!("Bearer {token}")).map_err(TokenError::new)?;
        header.set_sensitive(true);
        Ok(Self { header, expires_at: None })
    }

    /// The same, and it is valid until then. The client keeps it, and asks for another one five minutes before (of a token
    /// that lives less than ten minutes, in the second half of its life).
    #[must_use]
    pub fn expires_at(self, time: SystemTime) -> Self {
        Self { expires_at: Some(time), ..self }
    }

    /// The same, valid for so long from now: the `expires_in` of a token endpoint, in seconds.
    #[must_use]
    pub fn expires_in(self, time: Duration) -> Self {
        // What is beyond the clock does not expire.
        Self { expires_at: SystemTime::now().checked_add(time), ..self }
    }

    pub(crate) fn header(&self) -> HeaderValue {
        self.header.clone()
    }

    pub(super) fn expiry(&self) -> Option<SystemTime> {
        self.expires_at
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.header == other.header
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken")
    }
}

/// A token that is given out for ever.
impl TokenProvider for AccessToken {
    fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
        Box::pin(ready(Ok(self.clone())))
    }
}

/// There is no token. All calls that waited for it have the same error.
#[derive(Debug, Clone)]
pub struct TokenError {
    message: &'static str,
    cause: Option<Arc<dyn StdError + Send + Sync>>,
    /// Whether an earlier attempt of the call may have been done.
    pub(super) unsettled: bool,
}

impl TokenError {
    /// A failure to get one, with its cause.
    pub fn new(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { message: "no access token could be had", cause: Some(cause.into().into()), unsettled: false }
    }

    pub(crate) fn message(message: &'static str) -> Self {
        Self { message, cause: None, unsettled: false }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause.as_ref().map(|cause| &**cause as &(dyn StdError + 'static))
    }
}
