//! Credentials of the Azure SDK as providers of tokens. How they get one is theirs.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use azure_core::credentials::TokenCredential;

use super::auth::{AccessToken, TokenError, TokenFuture, TokenProvider, TokenRequest};

/// A credential of the Azure SDK, such as each of `azure_identity`'s: a client secret or certificate, a managed identity, a
/// workload identity, the Azure CLI's sign-in.
///
/// ```
/// use std::sync::Arc;
/// use azure_core::credentials::TokenCredential;
/// use graph_entity::{AzureCredential, Error, GraphClient, HttpClient};
///
/// # fn f(transport: impl HttpClient, credential: Arc<dyn TokenCredential>) -> Result<GraphClient, Error> {
/// // let credential = ManagedIdentityCredential::new(None)?;
/// let client = GraphClient::builder(transport).token_provider(AzureCredential::new(credential)).build()?;
/// # Ok(client.erased()) }
/// ```
///
/// The scope is that of the client's service, in its cloud: `https://graph.microsoft.com/.default`. The client keeps a token
/// and asks for the next five minutes before it expires; the credentials of `azure_identity` do the same.
///
/// A credential has no way to be told a claims challenge, nor that a token was refused: where it gives out the same one, the
/// call ends with the 401.
///
/// A credential that waits for its token (nearly each does) needs a client that is async, and the async runtime that the SDK
/// was built with.
#[derive(Clone)]
pub struct AzureCredential {
    credential: Arc<dyn TokenCredential>,
    scope: Option<String>,
}

impl AzureCredential {
    /// Tokens of `credential`.
    pub fn new(credential: Arc<dyn TokenCredential>) -> Self {
        Self { credential, scope: None }
    }

    /// The same for another scope than that of the client's base URL, as for a gateway in front of Graph:
    /// `https://graph.microsoft.com/.default`.
    #[must_use]
    pub fn scope(self, scope: impl Into<String>) -> Self {
        Self { scope: Some(scope.into()), ..self }
    }
}

impl TokenProvider for AzureCredential {
    fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a> {
        Box::pin(async move {
            let scope = self.scope.clone().unwrap_or_else(|| format!("{}/.default", request.resource));
            let token = self.credential.get_token(&[&scope], None).await.map_err(TokenError::new)?;
            let expires_at = SystemTime::from(token.expires_on);
            Ok(AccessToken::new(token.token.secret())?.expires_at(expires_at))
        })
    }
}

impl fmt::Debug for AzureCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AzureCredential").field("scope", &self.scope).finish_non_exhaustive()
    }
}
