//! The store of the example by itself: pages that come twice, late, or to two processes, as messages of a queue may.

use std::path::PathBuf;

use graph_entity::delta::DeltaPage;
use graph_entity::{DeltaAnswer, GraphClient};
use graph_entity_emulator::{Emulator, Fault};

use crate::directory::{Group, Row, User};
use crate::service::{self, NONE, Rows};
use crate::store::{Applied, Position, Store};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("graph-entity-sync-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn database(&self) -> PathBuf {
        self.0.join("copy.db")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn ask<T: Row>(position: &Position, client: &GraphClient<Emulator>) -> DeltaPage<T> {
    let link = position.link().expect("a link");
    match T::changes().since(link).send_blocking(client).expect("an answer") {
        DeltaAnswer::Page(page) => page,
        DeltaAnswer::Resync(_) => panic!("no token is too old"),
    }
}

/// Two workers share a queue of positions. Each message is delivered twice, to one of them each, and old ones come again.
fn work<T: Row>(workers: &mut [Store; 2], client: &GraphClient<Emulator>) {
    let mut queue = vec![workers[0].position::<T>().expect("a position").to_json()];
    let mut delivered = Vec::new();
    while let Some(message) = queue.pop() {
        let position = Position::from_json(&message).expect("a position");
        let page = ask::<T>(&position, client);
        let applied = workers.each_mut().map(|worker| worker.apply(&position, &page).expect("a database"));
        let [Applied::Here { position: next, is_over }, Applied::Stale] = applied else {
            panic!("the first writes it, and only the first: {applied:?}")
        };
        assert_eq!(workers[1].position::<T>().expect("a position"), next);
        delivered.push((position, page));
        for (old, page) in &delivered {
            assert_eq!(workers[0].apply(old, page).expect("a database"), Applied::Stale);
            assert_eq!(workers[1].begin_again::<T>(old, None).expect("a database"), Applied::Stale);
        }
        if !is_over {
            queue.push(next.to_json());
        }
        workers.reverse();
    }
    assert!(delivered.len() > 3);
}

#[test]
fn a_page_is_written_once_however_often_and_late_it_comes() {
    let folder = Folder::new("pages");
    let emulator = service::builder().build();
    let client = GraphClient::builder(emulator.clone()).token("any").build().expect("a client");
    let mut workers = [(); 2].map(|()| Store::open(&folder.database()).expect("a database"));
    work::<User>(&mut workers, &client);
    work::<Group>(&mut workers, &client);
    assert_eq!(Rows::of_copy(&folder.database()).differences(&Rows::of_service(&emulator)), NONE);
    let [users, groups, members] = workers[0].counts().expect("numbers");
    assert_eq!((users, groups), (60, 6));
    assert!(members > 0);
}

/// Wherever it ends: a kill between the two is one that has neither.
#[test]
fn a_page_that_is_not_written_to_its_end_leaves_neither_rows_nor_its_link() {
    let folder = Folder::new("half");
    let emulator = service::builder().build();
    let client = GraphClient::builder(emulator.clone()).token("any").build().expect("a client");
    let mut store = Store::open(&folder.database()).expect("a database");
    let position = store.position::<User>().expect("a position");
    let page = r#"{"value":[{"id":"1","displayName":"A"},{"displayName":"without a key"}],"@odata.deltaLink":"x"}"#;
    emulator.respond_next(http::Response::new(page.into()));
    let page = ask::<User>(&position, &client);
    store.apply(&position, &page).expect_err("a change without a key");
    assert_eq!(store.position::<User>().expect("a position"), position);
    assert_eq!(store.counts().expect("numbers"), [0; 3]);
    // A page without a clear link is not written either.
    emulator.fail_next(Fault::NoLinks);
    let page = ask::<User>(&position, &client);
    store.apply(&position, &page).expect_err("no link");
    assert_eq!(store.counts().expect("numbers"), [0; 3]);
}

#[test]
fn what_is_no_position_is_none() {
    let text = r#"{"pages":3,"link":null,"generation":2,"isFull":true}"#;
    for other in ["", "null", "{}", &text[1..], &text.replace('2', "\"2\""), &text.replace("isFull", "is")] {
        assert_eq!(Position::from_json(other), None, "{other}");
    }
    assert!(
        Position::from_json(text).is_some_and(|position| Position::from_json(&position.to_json()) == Some(position))
    );
}
