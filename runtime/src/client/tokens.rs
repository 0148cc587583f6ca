//! The tokens of a client: kept until shortly before they expire, and renewed once for all calls that wait for it.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::auth::{AccessToken, TokenError, TokenProvider, TokenRequest};
use super::permits::Permits;
use super::race::before;

/// How long before its end a token is renewed, and how long after a failure to do so that is tried again.
const EARLY: Duration = Duration::from_secs(300);
const AGAIN_AFTER: Duration = Duration::from_secs(30);

/// How long a call waits for the renewal of a token that is good still.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// Where a client has its tokens from.
pub(super) enum Tokens {
    /// The program gave none.
    None,
    /// One that does not change.
    Fixed(AccessToken),
    Provided(Provided),
}

pub(super) struct Provided {
    provider: Arc<dyn TokenProvider>,
    memory: Mutex<Memory>,
    /// Who renews the token has it.
    renewal: Arc<Permits>,
}

/// What is known of the provider's tokens.
enum Memory {
    Nothing,
    Kept {
        token: AccessToken,
        renew_at: SystemTime,
        expires_at: SystemTime,
        had_at: Instant,
    },
    /// They don't say how long they are good: the provider is asked each time.
    Unkept,
    /// The last attempt to get one failed then. Who waited for it does not try again.
    Failed(Instant, TokenError),
    /// The provider gave a refused token once more then. Who waited for another has none.
    RefusedAgain(Instant),
}

/// What there is for a call.
enum State {
    Fresh(AccessToken),
    /// It is good still, but not for long.
    Ageing(AccessToken),
    /// One has to be had, by one call for all.
    Missing,
    /// Each call asks for itself.
    Unkept,
}

impl Tokens {
    pub(super) fn of(provider: impl TokenProvider) -> Self {
        Tokens::Provided(Provided {
            provider: Arc::new(provider),
            memory: Mutex::new(Memory::Nothing),
            renewal: Permits::new(1),
        })
    }

    /// A token that is valid now. `blocks` says how to wait for others that get it already, `patience` ends the wait for a
    /// new one while there is one that is good still.
    pub(super) async fn get(
        &self,
        resource: &str,
        blocks: bool,
        patience: impl Future<Output = ()>,
    ) -> Result<AccessToken, TokenError> {
        match self {
            Tokens::None => {
                Err(TokenError::message("the client has no token: give its builder a `token` or `token_provider`"))
            }
            Tokens::Fixed(token) => Ok(token.clone()),
            Tokens::Provided(provided) => provided.get(resource, blocks, patience).await,
        }
    }

    /// Another token than `refused`, which the service answered 401; `None` if there is no other.
    pub(super) async fn renew(
        &self,
        resource: &str,
        refused: &AccessToken,
        claims: Option<&str>,
        blocks: bool,
    ) -> Result<Option<AccessToken>, TokenError> {
        match self {
            Tokens::None | Tokens::Fixed(_) => Ok(None),
            Tokens::Provided(provided) => provided.renew(resource, refused, claims, blocks).await,
        }
    }
}

impl Provided {
    async fn get(
        &self,
        resource: &str,
        blocks: bool,
        patience: impl Future<Output = ()>,
    ) -> Result<AccessToken, TokenError> {
        let request = TokenRequest { resource, claims: None, refused: None };
        match self.state() {
            State::Fresh(token) => return Ok(token),
            State::Ageing(token) => {
                // One renews it, the others go on with it; so does that one if there is no other yet.
                let Some(_renewing) = self.renewal.try_acquire() else { return Ok(token) };
                // It may have been renewed since.
                if let State::Fresh(new) = self.state() {
                    return Ok(new);
                }
                let new = self.provider.token(request);
                let new = if blocks { Some(new.await) } else { before(patience, new).await };
                return Ok(match new {
                    Some(Ok(new)) => self.keep(new),
                    Some(Err(_)) | None => self.put_off(token),
                });
            }
            State::Unkept => return self.provider.token(request).await,
            State::Missing => {}
        }
        let since = Instant::now();
        let renewing = self.renewal.acquire(blocks).await;
        match self.state() {
            State::Fresh(token) | State::Ageing(token) => Ok(token),
            State::Unkept => {
                drop(renewing);
                self.provider.token(request).await
            }
            State::Missing => match self.had_since(since) {
                Some(outcome) => outcome,
                None => self.ask(request).await,
            },
        }
    }

    async fn renew(
        &self,
        resource: &str,
        refused: &AccessToken,
        claims: Option<&str>,
        blocks: bool,
    ) -> Result<Option<AccessToken>, TokenError> {
        let request = TokenRequest { resource, claims, refused: Some(refused) };
        let since = Instant::now();
        let renewing = self.renewal.acquire(blocks).await;
        let token = match self.state() {
            // Others were refused with it, too, and have got a new one.
            State::Fresh(token) | State::Ageing(token) if !token.is_same(refused) => return Ok(Some(token)),
            State::Unkept => {
                drop(renewing);
                self.provider.token(request).await?
            }
            _ => {
                if let Some(Err(error)) = self.had_since(since) {
                    return Err(error);
                }
                if self.refused_again_since(since) {
                    return Ok(None);
                }
                *self.memory() = Memory::Nothing;
                let token = self.ask(request).await?;
                if token.is_same(refused) {
                    *self.memory() = Memory::RefusedAgain(Instant::now());
                }
                token
            }
        };
        Ok(Some(token).filter(|token| !token.is_same(refused)))
    }

    /// Asks the provider, for all that wait.
    async fn ask(&self, request: TokenRequest<'_>) -> Result<AccessToken, TokenError> {
        match self.provider.token(request).await {
            Ok(token) => Ok(self.keep(token)),
            Err(error) => {
                *self.memory() = Memory::Failed(Instant::now(), error.clone());
                Err(error)
            }
        }
    }

    fn keep(&self, token: AccessToken) -> AccessToken {
        *self.memory() = match token.expiry() {
            Some(expires_at) => {
                let lives = expires_at.duration_since(SystemTime::now()).unwrap_or_default();
                Memory::Kept {
                    token: token.clone(),
                    renew_at: expires_at - EARLY.min(lives / 2),
                    expires_at,
                    had_at: Instant::now(),
                }
            }
            None => Memory::Unkept,
        };
        token
    }

    /// A renewal failed while the token is good: not each call tries again.
    fn put_off(&self, token: AccessToken) -> AccessToken {
        if let Memory::Kept { renew_at, expires_at, .. } = &mut *self.memory() {
            *renew_at = (SystemTime::now() + AGAIN_AFTER).min(*expires_at);
        }
        token
    }

    fn state(&self) -> State {
        let now = SystemTime::now();
        match &*self.memory() {
            Memory::Kept { token, renew_at, .. } if now < *renew_at => State::Fresh(token.clone()),
            Memory::Kept { token, expires_at, .. } if now < *expires_at => State::Ageing(token.clone()),
            Memory::Nothing | Memory::Kept { .. } | Memory::Failed(..) | Memory::RefusedAgain(_) => State::Missing,
            Memory::Unkept => State::Unkept,
        }
    }

    /// What another call had while this one waited. By a clock that is ahead its token may be over already: it is as good as
    /// another would be.
    fn had_since(&self, since: Instant) -> Option<Result<AccessToken, TokenError>> {
        match &*self.memory() {
            Memory::Failed(then, error) if *then >= since => Some(Err(error.clone())),
            Memory::Kept { token, had_at, .. } if *had_at >= since => Some(Ok(token.clone())),
            _ => None,
        }
    }

    fn refused_again_since(&self, since: Instant) -> bool {
        matches!(&*self.memory(), Memory::RefusedAgain(then) if *then >= since)
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
