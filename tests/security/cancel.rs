//! Calls that are dropped at each of their awaits: no permit is lost, no renewal is stuck, nothing is sent twice, and who
//! waited behind them goes on.
//!
//! Futures are polled by hand, and only when they were woken: a wake-up that is lost is a test that is stuck, and says so.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::{
    AccessToken, ByteStream, Error, GraphClient, HttpClient, Media, Retry, TokenFuture, TokenProvider, TokenRequest,
    TransportError,
};
use http::Response;

use super::User;
use super::world::ENTITY;

/// Is pending so often, and wants to be polled again.
struct Pending(u8);

impl Future for Pending {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let Some(left) = self.0.checked_sub(1) else { return Poll::Ready(()) };
        self.0 = left;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

/// A service whose every answer takes some polls, and a provider whose tokens do.
#[derive(Clone, Default)]
struct Slow {
    answers: Arc<Mutex<VecDeque<Response<Bytes>>>>,
    sent: Arc<AtomicUsize>,
    /// Tokens that were asked for, and those that were given.
    asked: Arc<AtomicUsize>,
    given: Arc<AtomicUsize>,
}

impl Slow {
    /// Everything that a call can wait for: a new token, another attempt, a redirect.
    fn difficult() -> Self {
        let slow = Self::default();
        let with = |status: u16, name: &str, value: &str| {
            Response::builder().status(status).header(name, value).body(Bytes::new()).unwrap()
        };
        slow.answers.lock().unwrap().extend([
            with(401, "WWW-Authenticate", "Bearer"),
            with(429, "Retry-After", "1"),
            with(307, "Location", "/v1.0/users/2"),
        ]);
        slow
    }

    fn client(&self, set: impl FnOnce(Builder) -> Builder) -> GraphClient<Self> {
        set(GraphClient::builder(self.clone()).token_provider(self.clone())).build().unwrap()
    }

    fn counts(&self) -> (usize, usize, usize) {
        (self.sent.load(SeqCst), self.asked.load(SeqCst), self.given.load(SeqCst))
    }
}

type Builder = graph_entity::GraphClientBuilder<Slow>;

impl HttpClient for Slow {
    async fn send(&self, _: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        self.sent.fetch_add(1, SeqCst);
        Pending(2).await;
        Ok(self.answers.lock().unwrap().pop_front().unwrap_or_else(|| Response::new(ENTITY.into())))
    }

    async fn send_streaming(&self, _: http::Request<ByteStream>) -> Result<Response<ByteStream>, TransportError> {
        Pending(2).await;
        Ok(Response::new(Bytes::from_static(ENTITY.as_bytes()).into()))
    }

    async fn sleep(&self, duration: Duration) {
        // A deadline is not reached here.
        if duration > Duration::from_secs(30) {
            std::future::pending::<()>().await;
        }
        Pending(2).await;
    }
}

impl TokenProvider for Slow {
    fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
        let number = self.asked.fetch_add(1, SeqCst);
        Box::pin(async move {
            Pending(2).await;
            self.given.fetch_add(1, SeqCst);
            Ok(AccessToken::new(format!("token-{number}")).unwrap().expires_in(Duration::from_secs(3600)))
        })
    }
}

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, SeqCst);
    }
}

/// A future that is polled when it was woken.
struct Task<'a, T> {
    future: Pin<Box<dyn Future<Output = T> + 'a>>,
    woken: Arc<Woken>,
    done: Option<T>,
}

impl<'a, T> Task<'a, T> {
    fn new(future: impl Future<Output = T> + 'a) -> Self {
        Self { future: Box::pin(future), woken: Arc::new(Woken(AtomicBool::new(true))), done: None }
    }

    /// Polls it, if it was woken and is not done.
    fn step(&mut self) -> bool {
        if self.done.is_some() || !self.woken.0.swap(false, SeqCst) {
            return false;
        }
        let waker = Waker::from(Arc::clone(&self.woken));
        if let Poll::Ready(value) = self.future.as_mut().poll(&mut Context::from_waker(&waker)) {
            self.done = Some(value);
        }
        true
    }
}

/// Polls them in turn until all are done.
fn finish<T>(tasks: &mut [Task<'_, T>]) {
    while tasks.iter().any(|task| task.done.is_none()) {
        let polled = tasks.iter_mut().fold(false, |polled, task| task.step() | polled);
        assert!(polled, "nobody is woken");
    }
}

fn now<T>(future: impl Future<Output = T>) -> T {
    let mut tasks = [Task::new(future)];
    finish(&mut tasks);
    let [task] = tasks;
    task.done.unwrap()
}

async fn get(client: &GraphClient<Slow>) -> Result<User, Error> {
    User::collection().item("1").get().send(client).await
}

async fn create(client: &GraphClient<Slow>) -> Result<User, Error> {
    User::collection().create().display_name("x").send(client).await
}

/// Drops a call after each number of polls, and makes another.
fn drop_and_call_again(call: impl AsyncFn(&GraphClient<Slow>) -> Result<User, Error>) -> usize {
    for polls in 0.. {
        let slow = Slow::difficult();
        let client = slow.client(|client| client.max_concurrency(1));
        let mut dropped = Task::new(call(&client));
        for _ in 0..polls {
            assert!(dropped.step());
        }
        if dropped.done.is_some() {
            assert_eq!(slow.counts(), (4, 2, 2), "401, 429, 307, 200");
            return polls;
        }
        drop(dropped);

        let (sent, asked, given) = slow.counts();
        slow.answers.lock().unwrap().clear();
        now(call(&client)).unwrap();
        // What was broken off is asked for again, what was given is kept.
        let missing = usize::from(given == 0 || asked > given);
        assert_eq!(slow.counts(), (sent + 1, asked + missing, given + missing), "after {polls} polls");
    }
    unreachable!()
}

#[test]
fn a_call_that_is_dropped_at_any_await_leaves_nothing_behind() {
    // At least one for each of two tokens, two for each of four exchanges and the wait, and the last.
    assert!(drop_and_call_again(get) >= 13);
    assert!(drop_and_call_again(create) >= 13);
}

/// Three calls in a row, one of which is dropped after each number of polls.
fn drop_one_of_three(set: impl Fn(Builder) -> Builder, slow: fn() -> Slow) {
    for victim in 0..3 {
        for polls in 0.. {
            let slow = slow();
            let client = slow.client(&set);
            let mut tasks: Vec<_> = (0..3).map(|_| Task::new(get(&client))).collect();
            let mut polled = 0;
            'polls: while polled < polls {
                let before = polled;
                for task in &mut tasks {
                    if polled == polls {
                        break 'polls;
                    }
                    polled += usize::from(task.step());
                }
                if polled == before {
                    break;
                }
            }
            let was_done = tasks.remove(victim).done.is_some();
            finish(&mut tasks);
            for task in &tasks {
                let outcome = task.done.as_ref().unwrap();
                assert!(outcome.is_ok(), "victim {victim}, after {polls} polls: {outcome:?}");
            }
            drop(tasks);
            now(get(&client)).unwrap();
            if was_done {
                break;
            }
        }
    }
}

#[test]
fn who_waits_behind_a_call_that_is_dropped_goes_on() {
    for concurrency in [1, 2] {
        drop_one_of_three(|client| client.max_concurrency(concurrency), Slow::default);
        drop_one_of_three(|client| client.max_concurrency(concurrency), Slow::difficult);
    }
}

#[test]
fn who_waits_for_a_token_that_is_not_fetched_any_more_fetches_it() {
    drop_one_of_three(|client| client, Slow::default);
    drop_one_of_three(|client| client, Slow::difficult);
    drop_one_of_three(|client| client.no_timeout(), Slow::difficult);
}

#[test]
fn a_page_whose_wait_was_dropped_is_not_asked_for_again() {
    for polls in 0..15 {
        let slow = Slow::difficult();
        let client = slow.client(|client| client.max_concurrency(1));
        let mut pages = User::collection().list().pages(&client);
        {
            let mut next = Task::new(pages.next());
            for _ in 0..polls {
                next.step();
            }
            if next.done.is_some() {
                break;
            }
        }
        assert!(now(pages.next()).unwrap().is_ok());
        assert!(now(pages.next()).is_none());
        assert_eq!(slow.counts(), (4, 2, 2), "after {polls} polls");
    }
}

#[test]
fn a_download_that_is_dropped_gives_its_place_back() {
    let slow = Slow::default();
    let client = slow.client(|client| client.max_concurrency(1));
    let download = now(Media::at("me/photo/$value", &[]).download().send(&client)).unwrap();
    let mut waiting = Task::new(get(&client));
    while waiting.step() {}
    assert!(waiting.done.is_none(), "the reading is a part of the exchange");
    drop(download);
    finish(std::slice::from_mut(&mut waiting));
    assert!(waiting.done.unwrap().is_ok());
}

/// Takes real time, and notes how many are in it.
#[derive(Clone, Default)]
struct Busy {
    inside: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
    /// Nobody leaves before so many are inside.
    together: Arc<AtomicUsize>,
}

struct Inside<'a>(&'a Busy);

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        self.0.inside.fetch_sub(1, SeqCst);
    }
}

impl HttpClient for Busy {
    async fn send(&self, _: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let inside = self.inside.fetch_add(1, SeqCst) + 1;
        let _inside = Inside(self);
        self.most.fetch_max(inside, SeqCst);
        tokio::time::sleep(Duration::from_micros(fastrand::u64(..400))).await;
        let together = self.together.load(SeqCst);
        while together > 0 && self.most.load(SeqCst) < together {
            tokio::task::yield_now().await;
        }
        let status = if fastrand::u8(..10) == 0 && together == 0 { 401 } else { 200 };
        Ok(Response::builder().status(status).body(ENTITY.into()).unwrap())
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

impl TokenProvider for Busy {
    fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
        Box::pin(async move {
            tokio::time::sleep(Duration::from_micros(fastrand::u64(..400))).await;
            let token = AccessToken::new(format!("token-{}", fastrand::u64(..))).unwrap();
            Ok(token.expires_in(Duration::from_millis(fastrand::u64(1..20))))
        })
    }
}

const PLACES: usize = 3;

#[test]
fn calls_that_are_dropped_by_chance_lose_no_place() {
    let busy = Busy::default();
    let builder = GraphClient::builder(busy.clone()).token_provider(busy.clone()).max_concurrency(PLACES);
    let client = builder.retry(Retry::none()).build().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap();
    let end = Instant::now() + Duration::from_millis(1500);
    runtime.block_on(async {
        let tasks: Vec<_> = (0..40)
            .map(|_| {
                let client = client.clone();
                tokio::spawn(async move {
                    while Instant::now() < end {
                        let patience = Duration::from_micros(fastrand::u64(..2000));
                        let call = User::collection().item("1").get().send(&client);
                        if let Ok(outcome) = tokio::time::timeout(patience, call).await {
                            assert!(outcome.is_ok() || outcome.unwrap_err().status().unwrap() == 401);
                        }
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!((busy.inside.load(SeqCst), busy.most.load(SeqCst)), (0, PLACES));

        // All places are free: as many calls meet as there are.
        busy.most.store(0, SeqCst);
        busy.together.store(PLACES, SeqCst);
        let calls = (0..PLACES).map(|_| {
            let client = client.clone();
            tokio::spawn(async move { User::collection().item("1").get().send(&client).await })
        });
        for call in calls.collect::<Vec<_>>() {
            let outcome = tokio::time::timeout(Duration::from_secs(10), call).await;
            outcome.expect("a place was lost").unwrap().unwrap();
        }
    });
}

/// Threads that give up at once, beside those that wait: whoever waits gets the place.
#[test]
fn a_place_that_was_told_to_who_has_just_given_up_is_told_to_the_next() {
    let slow = Slow::default();
    let client = slow.client(|client| client.max_concurrency(1));
    let end = Instant::now() + Duration::from_millis(1500);
    let waiting = || {
        while Instant::now() < end {
            let parked = Waker::from(Arc::new(Unpark(std::thread::current())));
            let mut call = pin!(get(&client));
            let start = Instant::now();
            while call.as_mut().poll(&mut Context::from_waker(&parked)).is_pending() {
                std::thread::park_timeout(Duration::from_secs(5));
                assert!(start.elapsed() < Duration::from_secs(5), "nobody woke it");
            }
        }
    };
    let giving_up = || {
        while Instant::now() < end {
            let mut call = pin!(get(&client));
            for _ in 0..fastrand::u8(1..4) {
                if call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
                    break;
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(waiting);
            scope.spawn(giving_up);
        }
    });
}

struct Unpark(std::thread::Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}
