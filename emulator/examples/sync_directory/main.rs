//! Keeps a copy of a directory in `SQLite`: users, groups, and who is a member of which. It can be killed at any time, and
//! goes on where it was.
//!
//! ```text
//! cargo run --example sync_directory
//! ```
//! starts an emulator, makes the copy, changes a few things, and brings the copy up to date.
//! ```text
//! cargo run --example sync_directory -- --url URL --database FILE [--watch MILLISECONDS]
//! ```
//! syncs with a service, once, or again and again; the token is in `GRAPH_TOKEN`.

mod directory;
mod step;
mod store;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use graph_entity::transport::UreqClient;
use graph_entity::{Blocking, GraphClient, Retry};
use graph_entity_emulator::{Emulator, Server};
use serde_json::json;

use crate::directory::{Group, Row, User};
use crate::step::step;
use crate::store::{Applied, Store};

/// Brings a table up to date. A round that was under way tells what there was when it began: then there is another one.
fn update<T: Row>(store: &mut Store, client: &GraphClient<impl Blocking>) -> Result<(), Box<dyn Error>> {
    let begin = store.position::<T>()?.link::<T>()?;
    let mut rounds = if begin.is_some_and(|link| !link.is_delta()) { 2 } else { 1 };
    while rounds > 0 {
        let position = store.position::<T>()?;
        if let Applied::Here { is_over: true, .. } = step::<T>(store, client, &position)? {
            rounds -= 1;
        }
    }
    Ok(())
}

/// Brings all tables up to date.
fn sync<H: Blocking>(store: &mut Store, client: &GraphClient<H>) -> Result<(), Box<dyn Error>> {
    update::<User>(store, client)?;
    update::<Group>(store, client)?;
    let [users, groups, members] = store.counts()?;
    println!("{users} users, {groups} groups, {members} memberships");
    Ok(())
}

fn connect(url: &str, token: &str) -> Result<GraphClient<UreqClient>, Box<dyn Error>> {
    let retry = Retry::default().base_delay(Duration::from_millis(100)).deadline(Duration::from_secs(60));
    Ok(GraphClient::builder(UreqClient::new()).base_url(url).token(token).retry(retry).build()?)
}

struct Args {
    url: Option<String>,
    database: PathBuf,
    watch: Option<Duration>,
}

fn args() -> Result<Args, lexopt::Error> {
    use lexopt::prelude::{Long, ValueExt};
    let database = std::env::temp_dir().join(format!("sync-directory-{}.db", std::process::id()));
    let mut args = Args { url: None, database, watch: None };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("url") => args.url = Some(parser.value()?.string()?),
            Long("database") => args.database = parser.value()?.into(),
            Long("watch") => args.watch = Some(Duration::from_millis(parser.value()?.parse()?)),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(args)
}

fn main() -> Result<(), Box<dyn Error>> {
    let args = args()?;
    let Some(url) = &args.url else { return show(&args.database) };
    let client = connect(url, &std::env::var("GRAPH_TOKEN")?)?;
    let mut store = Store::open(&args.database)?;
    loop {
        match (sync(&mut store, &client), args.watch) {
            (outcome, None) => return outcome,
            (outcome, Some(pause)) => {
                // What failed for good now may not do so later, and the sync goes on where it was.
                if let Err(error) = outcome {
                    println!("{error}");
                }
                thread::sleep(pause);
            }
        }
    }
}

/// With an emulator of its own.
fn show(database: &Path) -> Result<(), Box<dyn Error>> {
    let server = start_emulator()?;
    let client = connect(&server.url(), "any")?;
    let mut store = Store::open(database)?;
    sync(&mut store, &client)?;

    write(&server, "PATCH", "users/u1", r#"{"displayName": "Somebody else"}"#)?;
    write(&server, "DELETE", "users/u2", "")?;
    write(&server, "DELETE", "groups/g1/members/u11/$ref", "")?;
    sync(&mut store, &client)?;

    // A token that is too old, and what has gone in the meantime.
    server.emulator().expire_delta_tokens();
    write(&server, "DELETE", "users/u4", "")?;
    write(&server, "DELETE", "groups/g2", "")?;
    sync(&mut store, &client)?;
    assert_eq!(store.counts()?, [998, 9, 898]);
    drop(store);
    for suffix in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(format!("{}{suffix}", database.display())));
    }
    Ok(())
}

/// A thousand users, and ten groups, each with a tenth of them.
fn start_emulator() -> Result<Server, Box<dyn Error>> {
    let mut builder = Emulator::builder().entity::<User>().entity::<Group>().delta("v1.0", "users");
    builder = builder.delta("v1.0", "groups").references("v1.0", "groups/{id}/members", ["users", "groups"]);
    for user in 0..1_000 {
        let name = format!("User {user}");
        let mail = format!("user{user}@contoso.com");
        builder = builder.item("v1.0", "users", json!({"id": format!("u{user}"), "displayName": name, "mail": mail}));
    }
    for group in 0..10 {
        let members = (0..100).map(|member| format!("users/u{}", member * 10 + group)).collect::<Vec<_>>();
        let group = json!({"id": format!("g{group}"), "displayName": group.to_string(), "members@odata.bind": members});
        builder = builder.item("v1.0", "groups", group);
    }
    let server = builder.try_build()?.serve()?;
    println!("emulator on {}\n", server.url());
    Ok(server)
}

fn write(server: &Server, method: &str, path: &str, body: &str) -> Result<(), Box<dyn Error>> {
    let request = http::Request::builder().method(method).uri(format!("/v1.0/{path}"));
    let request = request.header("authorization", "Bearer any").header("content-type", "application/json");
    let response = server.emulator().handle(&request.body(Bytes::copy_from_slice(body.as_bytes()))?);
    if response.status().is_success() { Ok(()) } else { Err(format!("{method} {path}: {}", response.status()).into()) }
}
