//! What each task does, as a program would: users are created, read, changed, listed and deleted, and where an error leaves
//! open what happened, it is looked up.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use graph_entity::{Error, GraphClient, GraphEntity, path};

use super::service::Told;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub(crate) struct User {
    #[graph(key, read_only)]
    pub(crate) id: String,
    pub(crate) display_name: String,
    pub(crate) job_title: Option<String>,
}

/// When it is enough.
pub(crate) struct Bound {
    calls: AtomicU64,
    most: u64,
    until: Instant,
    /// Whether the time is what was asked for, and not what it may take at most.
    by_time: bool,
}

impl Bound {
    pub(crate) fn requests(most: u64, patience: Duration) -> Self {
        Self { calls: AtomicU64::new(0), most, until: Instant::now() + patience, by_time: false }
    }

    pub(crate) fn time(time: Duration) -> Self {
        Self { calls: AtomicU64::new(0), most: u64::MAX, until: Instant::now() + time, by_time: true }
    }

    pub(crate) fn calls(&self) -> u64 {
        self.calls.load(Ordering::Relaxed)
    }

    pub(crate) fn is_over(&self) -> bool {
        let late = Instant::now() > self.until;
        assert!(!late || self.by_time, "it takes too long");
        late || self.calls() >= self.most
    }

    fn call(&self) {
        self.calls.fetch_add(1, Ordering::Relaxed);
    }
}

/// What the tasks know at the end.
#[derive(Default)]
pub(crate) struct Known {
    created: u64,
    /// The job title by the name, of what is not deleted.
    live: HashMap<String, String>,
    /// Errors that reached the program, by what they are.
    pub(crate) errors: BTreeMap<String, u64>,
}

impl Known {
    pub(crate) fn add(&mut self, other: Self) {
        self.created += other.created;
        self.live.extend(other.live);
        for (error, times) in other.errors {
            *self.errors.entry(error).or_default() += times;
        }
    }

    /// Panics unless the service has just this, and has created each once.
    pub(crate) fn check(&self, told: &Told) {
        assert!(told.not_once.is_empty(), "created other than once: {:?}", told.not_once);
        assert_eq!(told.created, self.created, "created");
        assert_eq!(told.stored, self.live, "what is there");
    }
}

struct Task<'a> {
    client: &'a GraphClient,
    bound: &'a Bound,
    known: Known,
}

pub(crate) async fn task(client: GraphClient, number: usize, bound: std::sync::Arc<Bound>) -> Known {
    let mut task = Task { client: &client, bound: &bound, known: Known::default() };
    let mut round = 0;
    while !bound.is_over() {
        task.life(&format!("{number}-{round}"), round).await;
        round += 1;
    }
    task.known
}

impl Task<'_> {
    /// The life of a user. Every fiftieth stays.
    async fn life(&mut self, name: &str, round: usize) {
        let user = self.create(name).await;
        self.known.created += 1;
        assert_eq!(self.read(&user.id).await.expect("it is there"), user);
        for title in ["first", "second"] {
            self.change(&user.id, title).await;
            let read = self.read(&user.id).await.expect("it is there");
            assert_eq!((read.display_name.as_str(), read.job_title.as_deref()), (name, Some(title)));
        }
        assert_eq!(self.find(name).await.map(|user| user.id).as_ref(), Some(&user.id));
        if round.is_multiple_of(50) {
            self.known.live.insert(name.to_owned(), "second".to_owned());
            return;
        }
        self.delete(&user.id).await;
        assert_eq!(self.read(&user.id).await, None);
    }

    /// Creates it once, whatever happens.
    async fn create(&mut self, name: &str) -> User {
        loop {
            self.bound.call();
            match User::collection().create().display_name(name).send(self.client).await {
                Ok(user) => return user,
                // It may be there.
                Err(error) if self.note(&error).may_have_been_done() => {
                    if let Some(user) = self.find(name).await {
                        return user;
                    }
                }
                Err(_) => {}
            }
        }
    }

    async fn read(&mut self, id: &str) -> Option<User> {
        loop {
            self.bound.call();
            match User::collection().item(id).get().send(self.client).await {
                Ok(user) => return Some(user),
                Err(error) if error.status().is_some_and(|status| status == 404) => return None,
                Err(error) => _ = self.note(&error),
            }
        }
    }

    async fn change(&mut self, id: &str, title: &str) {
        loop {
            self.bound.call();
            match User::collection().item(id).update().job_title(title).send(self.client).await {
                Ok(_) => return,
                Err(error) => _ = self.note(&error),
            }
        }
    }

    async fn find(&mut self, name: &str) -> Option<User> {
        loop {
            self.bound.call();
            let list = User::collection().list().filter(path!(User.display_name).eq(name));
            match list.stream(self.client).collect().await {
                Ok(mut users) => {
                    assert!(users.len() < 2, "{name} is there twice");
                    return users.pop();
                }
                Err(error) => _ = self.note(&error),
            }
        }
    }

    async fn delete(&mut self, id: &str) {
        loop {
            self.bound.call();
            match User::collection().item(id).delete().send(self.client).await {
                Ok(()) => return,
                // An error that left it open came before.
                Err(error) if error.status().is_some_and(|status| status == 404) => return,
                Err(error) => _ = self.note(&error),
            }
        }
    }

    fn note<'e>(&mut self, error: &'e Error) -> &'e Error {
        let kind = match error {
            Error::Service(error) => error.status().to_string(),
            Error::Transport(error) if error.is_too_large() => "too large".to_owned(),
            Error::Transport(error) if error.is_timeout() => "timeout".to_owned(),
            Error::Transport(error) => format!("transport, {:?}", error.sent()),
            Error::Decode(_) => "unreadable".to_owned(),
            Error::Link(_) => "link".to_owned(),
            other => panic!("{other:?}"),
        };
        *self.known.errors.entry(kind).or_default() += 1;
        error
    }
}
