//! Tokens: what the client asks a program for, and what it never shows.

use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::Arc;

use http::HeaderValue;

/// Gives out access tokens. The client asks before each request; caching is the provider's.
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
}

/// An access token. It has neither `Display` nor a `Debug` that shows it.
#[derive(Clone)]
pub struct AccessToken(HeaderValue);

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
        let mut value = HeaderValue::try_from(format!("Bearer {token}")).map_err(TokenError::new)?;
        value.set_sensitive(true);
        Ok(Self(value))
    }

    pub(crate) fn header(&self) -> HeaderValue {
        self.0.clone()
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

/// There is no token.
#[derive(Debug)]
pub struct TokenError {
    message: &'static str,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

impl TokenError {
    /// A failure to get one, with its cause.
    pub fn new(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { message: "no access token could be had", cause: Some(cause.into()) }
    }

    pub(crate) fn message(message: &'static str) -> Self {
        Self { message, cause: None }
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
