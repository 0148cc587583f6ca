//! Tokens: kept, renewed before they expire, and asked for once by all who wait.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::{
    AccessToken, Blocking, Error, GraphClient, HttpClient, Retry, TokenError, TokenFuture, TokenProvider, TokenRequest,
    TransportError,
};
use http::Response;

use super::User;
use super::world::{ENTITY, run};

const CALLS: usize = 1000;
const HOUR: Duration = Duration::from_secs(3600);

/// What a provider does when it is asked for the nth time, from 1.
type Give = Box<dyn Fn(usize) -> Result<AccessToken, TokenError> + Send + Sync>;

/// Counts how often it is asked, and takes its time.
struct Counting {
    give: Give,
    delay: Duration,
    asked: AtomicUsize,
    claims: Mutex<Vec<Option<String>>>,
    refused: AtomicUsize,
}

impl Counting {
    fn new(give: impl Fn(usize) -> Result<AccessToken, TokenError> + Send + Sync + 'static) -> Arc<Self> {
        Self::after(Duration::from_millis(20), give)
    }

    fn after(
        delay: Duration,
        give: impl Fn(usize) -> Result<AccessToken, TokenError> + Send + Sync + 'static,
    ) -> Arc<Self> {
        let (asked, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Arc::new(Self { give: Box::new(give), delay, asked, claims: Mutex::default(), refused })
    }

    /// Numbered tokens that live for an hour.
    fn lasting() -> Arc<Self> {
        Self::first_living(HOUR)
    }

    /// The same, but for the first.
    fn first_living(life: Duration) -> Arc<Self> {
        Self::new(move |number| Ok(numbered(number).expires_in(if number == 1 { life } else { HOUR })))
    }

    fn note(&self, request: TokenRequest<'_>) -> usize {
        self.claims.lock().unwrap().push(request.claims.map(str::to_owned));
        self.refused.fetch_add(usize::from(request.refused.is_some()), SeqCst);
        self.asked.fetch_add(1, SeqCst) + 1
    }

    fn asked(&self) -> usize {
        self.asked.load(SeqCst)
    }
}

fn numbered(number: usize) -> AccessToken {
    AccessToken::new(format!("token-{number}")).unwrap()
}

impl TokenProvider for Counting {
    fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a> {
        let number = self.note(request);
        Box::pin(async move {
            tokio::time::sleep(self.delay).await;
            (self.give)(number)
        })
    }
}

/// The same for threads.
struct Holding(Arc<Counting>);

impl TokenProvider for Holding {
    fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a> {
        let number = self.0.note(request);
        Box::pin(async move {
            std::thread::sleep(self.0.delay);
            (self.0.give)(number)
        })
    }
}

/// What a service answers to who has this token.
type Decide = dyn Fn(&str) -> Response<Bytes> + Send + Sync;

/// Answers by the token that a request has, and counts.
#[derive(Clone)]
struct Service {
    answer: Arc<Decide>,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Service {
    fn new(answer: impl Fn(&str) -> Response<Bytes> + Send + Sync + 'static) -> Self {
        Self { answer: Arc::new(answer), heard: Arc::default() }
    }

    fn pleased() -> Self {
        Self::new(|_| Response::new(ENTITY.into()))
    }

    /// Doesn't take this one.
    fn refusing(token: &'static str) -> Self {
        Self::new(move |sent| if sent == token { unauthorized(None) } else { Response::new(ENTITY.into()) })
    }

    fn hear(&self, request: &http::Request<Bytes>) -> Response<Bytes> {
        let token = request.headers()["authorization"].to_str().unwrap();
        let token = token.strip_prefix("Bearer ").unwrap();
        self.heard.lock().unwrap().push(token.to_owned());
        (self.answer)(token)
    }

    fn heard(&self) -> Vec<String> {
        std::mem::take(&mut self.heard.lock().unwrap())
    }
}

fn unauthorized(challenge: Option<&str>) -> Response<Bytes> {
    let response = Response::builder().status(401);
    match challenge {
        Some(challenge) => response.header("WWW-Authenticate", challenge),
        None => response,
    }
    .body(Bytes::new())
    .unwrap()
}

impl HttpClient for Service {
    async fn send(&self, request: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        tokio::task::yield_now().await;
        Ok(self.hear(&request))
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// The same for threads.
#[derive(Clone)]
struct BlockingService(Service);

impl HttpClient for BlockingService {
    async fn send(&self, request: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        Ok(self.0.hear(&request))
    }

    async fn sleep(&self, duration: Duration) {
        std::thread::sleep(duration);
    }

    fn blocks(&self) -> bool {
        true
    }
}

impl Blocking for BlockingService {}

fn client(service: &Service, provider: &Arc<Counting>) -> GraphClient<Service> {
    let builder = GraphClient::builder(service.clone()).token_provider(provider.clone());
    builder.retry(Retry::none()).build().unwrap()
}

async fn call<H: HttpClient>(client: &GraphClient<H>) -> Result<User, Error> {
    User::collection().item("1").get().send(client).await
}

/// That many calls at the same time.
fn calls(client: &GraphClient<Service>, count: usize) -> Vec<Result<User, Error>> {
    run(async {
        let tasks: Vec<_> = (0..count)
            .map(|_| {
                let client = client.clone();
                tokio::spawn(async move { call(&client).await })
            })
            .collect();
        let mut outcomes = Vec::new();
        for task in tasks {
            outcomes.push(task.await.unwrap());
        }
        outcomes
    })
}

#[test]
fn a_thousand_calls_ask_for_one_token() {
    let (service, provider) = (Service::pleased(), Counting::lasting());
    let client = client(&service, &provider);
    assert!(calls(&client, CALLS).iter().all(Result::is_ok));
    assert!(calls(&client, CALLS).iter().all(Result::is_ok));
    assert_eq!(provider.asked(), 1);
    assert_eq!(service.heard().len(), 2 * CALLS);
}

#[test]
fn a_thousand_threads_of_calls_ask_for_one_token() {
    let (service, provider) = (Service::pleased(), Counting::lasting());
    let client = GraphClient::builder(BlockingService(service.clone())).token_provider(Holding(provider.clone()));
    let client = client.retry(Retry::none()).build().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..50 {
            scope.spawn(|| {
                for _ in 0..CALLS / 50 {
                    User::collection().item("1").get().send_blocking(&client).unwrap();
                }
            });
        }
    });
    assert_eq!((provider.asked(), service.heard().len()), (1, CALLS));
}

#[test]
fn a_token_is_renewed_in_the_second_half_of_its_life_while_others_go_on_with_the_old_one() {
    let life = Duration::from_millis(1600);
    let service = Service::pleased();
    let provider = Counting::after(Duration::from_millis(200), move |number| {
        Ok(numbered(number).expires_in(if number == 1 { life } else { HOUR }))
    });
    let client = client(&service, &provider);
    run(call(&client)).unwrap();
    let start = Instant::now();
    let mut renewing = false;
    while start.elapsed() < life * 3 / 4 {
        assert!(calls(&client, 5).iter().all(Result::is_ok));
        renewing |= provider.asked() == 2;
        // Not before the half, but for the time that the first call took.
        assert!(!renewing || start.elapsed() > life / 2 - Duration::from_millis(400), "{:?}", start.elapsed());
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(renewing);
    assert_eq!(provider.asked(), 2);
    // Four of the five that were there when it was renewed had the old one and did not wait.
    let heard = service.heard();
    let first_new = heard.iter().position(|token| token == "token-2").unwrap();
    assert!(heard[first_new - 4..first_new].iter().all(|token| token == "token-1"), "{heard:?}");
    assert!(heard[first_new..].iter().all(|token| token == "token-2"));
}

/// Many at once at the moment of the renewal: still once for each token.
#[test]
fn a_thousand_calls_renew_an_ageing_token_once() {
    let service = Service::pleased();
    let provider = Counting::first_living(Duration::from_millis(2000));
    let client = client(&service, &provider);
    run(call(&client)).unwrap();
    std::thread::sleep(Duration::from_millis(1100));
    assert!(calls(&client, CALLS).iter().all(Result::is_ok));
    assert_eq!(provider.asked(), 2);
}

/// A renewal that ends between the look at the token and the turn to renew it is not made twice. Threads, and tokens that live
/// for milliseconds, so that there are very many such moments.
#[test]
fn a_renewal_that_has_just_ended_is_not_made_once_more() {
    let life = Duration::from_millis(4);
    let service = Service::pleased();
    let given = Arc::new(Mutex::new(Vec::new()));
    let provider = Counting::after(Duration::ZERO, {
        let given = given.clone();
        move |number| {
            given.lock().unwrap().push(Instant::now());
            Ok(numbered(number).expires_in(life))
        }
    });
    let client = GraphClient::builder(BlockingService(service)).token_provider(Holding(provider)).build().unwrap();
    let end = Instant::now() + Duration::from_millis(1500);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                while Instant::now() < end {
                    User::collection().item("1").get().send_blocking(&client).unwrap();
                }
            });
        }
    });
    let given = given.lock().unwrap();
    let shortest = given.windows(2).map(|pair| pair[1] - pair[0]).min().unwrap();
    // Half its life, but for what it takes to note the one and the other.
    assert!(shortest > life / 4, "{shortest:?} between two of {} renewals", given.len());
}

#[test]
fn an_expired_token_is_never_sent() {
    let service = Service::pleased();
    let provider = Counting::first_living(Duration::from_millis(150));
    let client = client(&service, &provider);
    run(call(&client)).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    assert!(calls(&client, 10).iter().all(Result::is_ok));
    assert_eq!(service.heard()[1..], ["token-2"; 10]);
}

#[test]
fn where_the_renewal_fails_the_old_token_is_used_while_it_is_good() {
    let service = Service::pleased();
    let provider = Counting::new(|number| match number {
        1 => Ok(numbered(1).expires_in(Duration::from_millis(2000))),
        2 => Err(TokenError::new("the network is down")),
        number => Ok(numbered(number).expires_in(HOUR)),
    });
    let client = client(&service, &provider);
    run(call(&client)).unwrap();
    std::thread::sleep(Duration::from_millis(1100));
    for _ in 0..3 {
        run(call(&client)).unwrap();
    }
    // One failure, and then it is left alone.
    assert_eq!((provider.asked(), service.heard()), (2, vec!["token-1".to_owned(); 4]));
    std::thread::sleep(Duration::from_millis(1000));
    run(call(&client)).unwrap();
    assert_eq!((provider.asked(), service.heard()), (3, vec!["token-3".to_owned()]));
}

/// Gives one token, and after that nothing, not even an error.
struct HangsLater(AtomicUsize);

impl TokenProvider for HangsLater {
    fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
        match self.0.fetch_add(1, SeqCst) {
            0 => Box::pin(async { Ok(numbered(1).expires_in(Duration::from_millis(2000))) }),
            _ => Box::pin(std::future::pending()),
        }
    }
}

/// Its clock runs fast: all waits are over at once.
#[derive(Clone)]
struct Hasty(Service);

impl HttpClient for Hasty {
    async fn send(&self, request: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        Ok(self.0.hear(&request))
    }

    async fn sleep(&self, _: Duration) {}
}

#[test]
fn where_the_renewal_hangs_the_old_token_is_used_while_it_is_good() {
    let service = Service::pleased();
    let provider = Arc::new(HangsLater(AtomicUsize::new(0)));
    // No timeout of the call would end it.
    let builder = GraphClient::builder(Hasty(service.clone())).token_provider(provider.clone()).no_timeout();
    let client = builder.retry(Retry::none()).build().unwrap();
    run(call(&client)).unwrap();
    std::thread::sleep(Duration::from_millis(1100));
    for _ in 0..3 {
        run(call(&client)).unwrap();
    }
    assert_eq!((provider.0.load(SeqCst), service.heard()), (2, vec!["token-1".to_owned(); 4]));
}

/// By a clock that is ahead each token is over when it comes: those who waited for it take it nevertheless.
#[test]
fn a_token_that_is_over_when_it_comes_is_had_once_by_all_that_wait() {
    let service = Service::pleased();
    let past = std::time::SystemTime::now() - HOUR;
    let provider = Counting::after(Duration::from_millis(200), move |number| Ok(numbered(number).expires_at(past)));
    let client = client(&service, &provider);
    assert!(calls(&client, CALLS).iter().all(Result::is_ok));
    assert_eq!((provider.asked(), service.heard().len()), (1, CALLS));
}

#[test]
fn where_there_is_none_all_that_wait_have_the_one_error() {
    let service = Service::pleased();
    let provider = Counting::after(Duration::from_millis(200), |number| match number {
        1 => Err(TokenError::new("signed out")),
        number => Ok(numbered(number).expires_in(HOUR)),
    });
    let client = client(&service, &provider);
    for outcome in calls(&client, CALLS) {
        let error = outcome.unwrap_err();
        assert!(matches!(error, Error::Token(_)) && !error.may_have_been_done(), "{error:?}");
        assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "signed out");
    }
    assert_eq!((provider.asked(), service.heard().len()), (1, 0));
    // Who comes later asks again.
    run(call(&client)).unwrap();
    assert_eq!(provider.asked(), 2);
}

#[test]
fn a_thousand_refusals_of_one_token_are_one_renewal() {
    let (service, provider) = (Service::refusing("token-1"), Counting::lasting());
    let client = client(&service, &provider);
    assert!(calls(&client, CALLS).iter().all(Result::is_ok));
    assert_eq!(provider.asked(), 2);
    assert_eq!(provider.refused.load(SeqCst), 1);
    let heard = service.heard();
    assert_eq!(heard.iter().filter(|token| *token == "token-2").count(), CALLS);
    assert!(heard.len() <= 2 * CALLS);
}

#[test]
fn a_thousand_refusals_and_no_other_token_are_one_renewal_too() {
    let service = Service::refusing("token-1");
    let provider = Counting::after(Duration::from_millis(200), |number| match number {
        1 => Ok(numbered(1).expires_in(HOUR)),
        _ => Err(TokenError::new("signed out")),
    });
    let client = client(&service, &provider);
    for outcome in calls(&client, CALLS) {
        assert!(matches!(outcome, Err(Error::Token(_))), "{outcome:?}");
    }
    assert_eq!(provider.asked(), 2);
}

#[test]
fn a_provider_that_gives_the_refused_token_again_ends_in_the_401() {
    for life in [Some(HOUR), None] {
        let service = Service::refusing("token-1");
        let provider = Counting::new(move |_| Ok(life.map_or(numbered(1), |life| numbered(1).expires_in(life))));
        let error = run(call(&client(&service, &provider))).unwrap_err();
        assert_eq!(error.status().unwrap(), 401);
        assert_eq!((provider.asked(), service.heard().len()), (2, 1));
    }
}

#[test]
fn a_thousand_refusals_and_the_same_token_again_are_one_renewal_too() {
    let service = Service::refusing("token-1");
    let provider = Counting::after(Duration::from_millis(200), |_| Ok(numbered(1).expires_in(HOUR)));
    let client = client(&service, &provider);
    for outcome in calls(&client, CALLS) {
        assert_eq!(outcome.unwrap_err().status().unwrap(), 401);
    }
    assert_eq!((provider.asked(), service.heard().len()), (2, CALLS));
    // What was refused is not kept: the next call asks for another.
    assert!(run(call(&client)).is_err());
    assert_eq!(provider.claims.lock().unwrap().len(), 4);
}

#[test]
fn a_second_401_is_the_answer() {
    let (service, provider) = (Service::new(|_| unauthorized(None)), Counting::lasting());
    let error = run(call(&client(&service, &provider))).unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!((provider.asked(), service.heard().len()), (2, 2));
    assert!(error.to_string().contains("(attempt 2)"), "{error}");
}

#[test]
fn the_provider_is_told_the_claims_of_the_challenge() {
    let challenge = "Bearer realm=\"\", error=\"insufficient_claims\", \
                     claims=\"eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==\"";
    let service = Service::new(move |token| match token {
        "token-1" => unauthorized(Some(challenge)),
        _ => Response::new(ENTITY.into()),
    });
    let provider = Counting::lasting();
    run(call(&client(&service, &provider))).unwrap();
    let claims = r#"{"access_token":{"nbf":{"essential":true}}}"#.to_owned();
    assert_eq!(*provider.claims.lock().unwrap(), [None, Some(claims)]);
}

#[test]
fn a_token_without_an_end_is_asked_for_each_time() {
    let (service, provider) = (Service::pleased(), Counting::new(|number| Ok(numbered(number))));
    assert!(calls(&client(&service, &provider), 100).iter().all(Result::is_ok));
    assert_eq!(provider.asked(), 100);
    let mut heard = service.heard();
    heard.sort();
    heard.dedup();
    assert_eq!(heard.len(), 100);
}

#[test]
fn a_time_beyond_the_clock_and_one_in_the_past_are_no_panic() {
    for token in [
        numbered(1).expires_in(Duration::MAX),
        numbered(1).expires_in(Duration::ZERO),
        numbered(1).expires_at(std::time::UNIX_EPOCH),
    ] {
        let service = Service::pleased();
        let provider = Counting::new(move |_| Ok(token.clone()));
        assert!(calls(&client(&service, &provider), 3).iter().all(Result::is_ok));
    }
}
