//! Paging through users from an in-process service, beside decoding the same pages alone.

use std::future::Future;
use std::hint::black_box;
use std::pin::pin;
use std::rc::Rc;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll, Waker};

use graph_entity::{Change, GraphClient, GraphEntity};

use crate::common::case::{Case, Operation, Size};
use crate::service::{BASE, Service, Store};
use crate::user::{self, User};

/// Users of the cases that are measured in small samples: whole pages, and one that is not.
fn sample(size: Size) -> usize {
    match size {
        Size::Usual => 20_000,
        Size::Small => 4_000,
    }
}

#[derive(Debug, GraphEntity)]
#[graph_entity(odata = "bench.changes", untagged)]
struct Changes {
    value: Vec<Change<User>>,
}

#[derive(Debug, GraphEntity)]
#[graph_entity(odata = "bench.page", untagged)]
struct Page {
    value: Vec<User>,
}

/// The ways to go through all users. Each user is looked at and dropped.
#[derive(Clone, Copy, PartialEq)]
pub enum Way {
    /// `List::iter`
    Iter,
    /// `List::stream`
    Stream,
    /// The pages as they are, decoded and nothing else.
    Decode,
    /// `Delta::iter`
    Changes,
    /// `Delta::stream`
    ChangesStream,
    /// The pages as changes, decoded and nothing else.
    DecodeChanges,
}

pub fn client(users: usize) -> GraphClient<Service> {
    GraphClient::builder(Service::new(Store::new(users))).base_url(BASE).token("token").build().unwrap()
}

/// A service whose users have changed; every sixteenth was removed.
pub fn client_of_changes(users: usize) -> GraphClient<Service> {
    let change = |index: usize| match index % 16 {
        15 => format!(r#"{{"id":"d5a29103-9103-d5a2-0391-a2d5{index:08x}","@removed":{{"reason":"deleted"}}}}"#),
        _ => user::json(index),
    };
    GraphClient::builder(Service::new(Store::of(users, change))).base_url(BASE).token("token").build().unwrap()
}

/// How many users there were.
pub fn go(way: Way, client: &GraphClient<Service>) -> usize {
    let mut users = 0;
    if matches!(way, Way::Changes | Way::ChangesStream | Way::DecodeChanges) {
        go_through_changes(way, client, |change| {
            users += 1;
            drop(black_box(change));
        });
        return users;
    }
    let mut see = |user: User| {
        users += 1;
        drop(black_box(user));
    };
    match way {
        Way::Iter => User::collection().list().iter(client).for_each(|user| see(user.unwrap())),
        Way::Stream => block_on(async {
            let mut stream = User::collection().list().stream(client);
            while let Some(user) = stream.next().await {
                see(user.unwrap());
            }
        }),
        Way::Decode => {
            let store = client.http().store();
            for number in 0..store.pages() {
                let bytes = store.page(number);
                let page: Page = graph_entity::json::from_slice(black_box(&bytes)).unwrap();
                drop(bytes);
                page.value.into_iter().for_each(&mut see);
            }
        }
        Way::Changes | Way::ChangesStream | Way::DecodeChanges => unreachable!("above"),
    }
    users
}

fn go_through_changes(way: Way, client: &GraphClient<Service>, mut see: impl FnMut(Change<User>)) {
    match way {
        Way::Changes => User::collection().delta().iter(client).for_each(|change| see(change.unwrap())),
        Way::ChangesStream => block_on(async {
            let mut stream = User::collection().delta().stream(client);
            while let Some(change) = stream.next().await {
                see(change.unwrap());
            }
        }),
        _ => {
            let store = client.http().store();
            for number in 0..store.pages() {
                let bytes = store.page(number);
                let page: Changes = graph_entity::json::from_slice(black_box(&bytes)).unwrap();
                drop(bytes);
                page.value.into_iter().for_each(&mut see);
            }
        }
    }
}

/// Polls until it is done.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}

pub fn case(size: Size) -> Case {
    let users = sample(size);
    Case { name: "pages", each: users, operations: operations(users) }
}

/// Ours and decoding alone, of so many users.
pub fn operations(users: usize) -> Vec<Operation> {
    let client = Rc::new(client(users));
    check(&client);
    let run = |way: Way| -> Box<dyn Fn()> {
        let client = client.clone();
        Box::new(move || assert_eq!(go(way, &client), client.http().store().users()))
    };
    vec![
        Operation { name: "iter", title: "iter", ours: run(Way::Iter), theirs: run(Way::Decode) },
        Operation { name: "stream", title: "stream", ours: run(Way::Stream), theirs: run(Way::Decode) },
    ]
}

/// Changes beside decoding alone; and the same users decoded as changes and as themselves.
pub fn operations_of_changes(users: usize) -> Vec<Operation> {
    let (changes, plain) = (Rc::new(client_of_changes(users)), Rc::new(client(users)));
    let run = |client: &Rc<GraphClient<Service>>, way: Way| -> Box<dyn Fn()> {
        let client = client.clone();
        Box::new(move || assert_eq!(go(way, &client), client.http().store().users()))
    };
    let decode = || run(&changes, Way::DecodeChanges);
    vec![
        Operation { name: "changes-iter", title: "changes, iter", ours: run(&changes, Way::Changes), theirs: decode() },
        Operation {
            name: "changes-stream",
            title: "changes, stream",
            ours: run(&changes, Way::ChangesStream),
            theirs: decode(),
        },
        Operation {
            name: "changes-decode",
            title: "as changes / as users",
            ours: run(&plain, Way::DecodeChanges),
            theirs: run(&plain, Way::Decode),
        },
    ]
}

pub fn changes(size: Size) -> Case {
    let users = sample(size);
    Case { name: "changes", each: users, operations: operations_of_changes(users) }
}

/// Panics unless all pages are asked for, once each, and the users are those of the pages.
fn check(client: &GraphClient<Service>) {
    let service = client.http();
    let mut users = User::collection().list().iter(client).map(Result::unwrap);
    for number in 0..service.store().pages() {
        let page: Page = graph_entity::json::from_slice(&service.store().page(number)).unwrap();
        assert!(page.value.into_iter().all(|user| users.next() == Some(user)));
    }
    assert_eq!(users.next(), None);
    assert_eq!(service.asked.load(Ordering::Relaxed), service.store().pages());
}
