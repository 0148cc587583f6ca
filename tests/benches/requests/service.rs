//! A service in process, which answers from pages that were made before.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::{Blocking, HttpClient, TransportError};

use crate::user;

pub const BASE: &str = "https://graph.microsoft.com";

/// Users a page.
pub const PAGE: usize = 999;

/// So many different pages take turns.
const DIFFERENT: usize = 8;

/// Digits of a page's number in a link.
const DIGITS: usize = 8;

/// The bytes of a collection's pages. Each has the link to the next, whose number is written into the bytes when they are
/// handed out: nothing is copied, and a page that somebody still has a part of can't be handed out again.
pub struct Store {
    users: usize,
    pages: [Mutex<Bytes>; DIFFERENT],
    /// Without a link to another page.
    last: Bytes,
}

impl Store {
    pub fn new(users: usize) -> Self {
        Self::of(users, user::json)
    }

    /// With these items in place of users.
    pub fn of(users: usize, item: fn(usize) -> String) -> Self {
        assert!(users > 0);
        let value = |start: usize, count: usize| (start..start + count).map(item).collect::<Vec<_>>().join(",");
        let page = |turn: usize| {
            let (value, number) = (value(turn * PAGE, PAGE), "0".repeat(DIGITS));
            Mutex::new(
                format!(
                    "{{\"@odata.context\":\"{BASE}/v1.0/$metadata#users\",\"value\":[{value}],\
                     \"@odata.nextLink\":\"{BASE}/v1.0/users?$top={PAGE}&$skiptoken=RFNwdAIAAQAAAB{number}\"}}"
                )
                .into(),
            )
        };
        let rest = (users - 1) % PAGE + 1;
        let last = format!(
            "{{\"@odata.context\":\"{BASE}/v1.0/$metadata#users\",\"value\":[{}],\
             \"@odata.deltaLink\":\"{BASE}/v1.0/users/delta?$deltatoken=RFNwdAIAAQ\"}}",
            value(0, rest)
        );
        Self { users, pages: std::array::from_fn(page), last: last.into() }
    }

    pub fn users(&self) -> usize {
        self.users
    }

    pub fn pages(&self) -> usize {
        self.users.div_ceil(PAGE)
    }

    /// The page with this number, from 0.
    pub fn page(&self, number: usize) -> Bytes {
        if number + 1 >= self.pages() {
            return self.last.clone();
        }
        let mut page = self.pages[number % DIFFERENT].lock().unwrap();
        let mut bytes = std::mem::take(&mut *page).try_into_mut().expect("nobody keeps a page");
        let end = bytes.len() - 2;
        bytes[end - DIGITS..end].copy_from_slice(format!("{:0DIGITS$}", number + 1).as_bytes());
        *page = bytes.freeze();
        page.clone()
    }
}

/// Answers with the page that the link asks for.
pub struct Service {
    store: Store,
    pub asked: AtomicUsize,
}

impl Service {
    pub fn new(store: Store) -> Self {
        Self { store, asked: AtomicUsize::new(0) }
    }

    pub fn store(&self) -> &Store {
        &self.store
    }
}

impl HttpClient for Service {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let query = request.uri().query().unwrap_or_default();
        let number = match query.split_once("$skiptoken=") {
            Some((_, token)) => token[token.len() - DIGITS..].parse().unwrap(),
            None => 0,
        };
        self.asked.fetch_add(1, Ordering::Relaxed);
        Ok(http::Response::new(self.store.page(number)))
    }

    async fn sleep(&self, duration: Duration) {
        std::thread::sleep(duration);
    }
}

impl Blocking for Service {}
