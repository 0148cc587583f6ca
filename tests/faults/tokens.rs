//! A provider of tokens that has a new one each time, and remembers what it was asked for.

use std::sync::Mutex;
use std::time::Duration;

use graph_entity::{AccessToken, TokenFuture, TokenProvider, TokenRequest};

/// The token of a client that has no provider: as the provider's first.
pub(crate) const FIXED: &str = "token-1";

#[derive(Debug, Default)]
pub(crate) struct Provider {
    asked: Mutex<Vec<Asked>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) claims: Option<String>,
    pub(crate) is_renewal: bool,
}

impl Provider {
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

impl TokenProvider for Provider {
    fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a> {
        let mut asked = self.asked.lock().unwrap();
        let claims = request.claims.map(str::to_owned);
        asked.push(Asked { claims, is_renewal: request.refused.is_some() });
        let token = format!("token-{}", asked.len());
        Box::pin(async { Ok(AccessToken::new(token)?.expires_in(Duration::from_secs(3600))) })
    }
}
