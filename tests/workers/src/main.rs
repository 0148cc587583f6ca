//! Keeps a copy of a directory with others of its kind: start it several times. The work is shared by a queue, NATS
//! `JetStream`, whose messages are the positions of the syncs, each with the link to its next page. Any of the workers can be
//! killed at any time.
//!
//! ```text
//! nats-server -js &
//! cargo run -- --url URL --queue nats://127.0.0.1:4222 --database FILE [--watch MILLISECONDS] [--patience MILLISECONDS]
//! ```
//! The token is in `GRAPH_TOKEN`. The messages are secrets, as links are: protect the queue as you protect the copy.
//!
//! Each message leads to the next one, so a delta query keeps one worker busy at a time, whichever has time: there is as much
//! to share as there are tables (of mail: as there are mailboxes).

#[path = "../../../emulator/examples/sync_directory/directory.rs"]
mod directory;
mod queue;
#[path = "../../../emulator/examples/sync_directory/step.rs"]
mod step;
#[path = "../../../emulator/examples/sync_directory/store.rs"]
mod store;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use graph_entity::transport::UreqClient;
use graph_entity::{GraphClient, Retry};

use crate::directory::{Group, Row, User};
use crate::queue::{Failure, Queue, Task};
use crate::store::{Applied, Position, Store};

/// How long a task that failed is left alone.
const AFTER_FAILURE: Duration = Duration::from_millis(200);

struct Args {
    url: String,
    queue: String,
    database: PathBuf,
    watch: Duration,
    patience: Duration,
}

fn args() -> Result<Args, lexopt::Error> {
    use lexopt::prelude::{Long, ValueExt};
    let (mut url, mut database) = (None, None);
    let mut queue = "nats://127.0.0.1:4222".to_owned();
    let (mut watch, mut patience) = (60_000, 60_000);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("url") => url = Some(parser.value()?.string()?),
            Long("queue") => queue = parser.value()?.string()?,
            Long("database") => database = Some(parser.value()?.into()),
            Long("watch") => watch = parser.value()?.parse()?,
            Long("patience") => patience = parser.value()?.parse()?,
            _ => return Err(argument.unexpected()),
        }
    }
    let (watch, patience) = (Duration::from_millis(watch), Duration::from_millis(patience));
    match (url, database) {
        (Some(url), Some(database)) => Ok(Args { url, queue, database, watch, patience }),
        _ => Err("`--url` and `--database` are needed".into()),
    }
}

/// What a worker needs for a task, but for the queue.
struct Worker {
    client: GraphClient<UreqClient>,
    database: PathBuf,
}

impl Worker {
    fn new(args: &Args) -> Result<Self, Failure> {
        let retry = Retry::default().base_delay(Duration::from_millis(100)).deadline(args.patience / 2);
        let client = GraphClient::builder(UreqClient::new());
        let client = client.base_url(&args.url).token(std::env::var("GRAPH_TOKEN")?).retry(retry).build()?;
        Ok(Self { client, database: args.database.clone() })
    }

    /// Asks for the page of a task and writes it. The position to go on at, and whether the round is over.
    fn step(&self, table: &str, position: &Position) -> Result<(Position, bool), Failure> {
        let mut store = open(&self.database)?;
        match table {
            User::TABLE => self.step_of::<User>(&mut store, position),
            Group::TABLE => self.step_of::<Group>(&mut store, position),
            _ => Err(format!("there is no table `{table}`").into()),
        }
    }

    fn step_of<T: Row>(&self, store: &mut Store, position: &Position) -> Result<(Position, bool), Failure> {
        match step::step::<T>(store, &self.client, position).map_err(in_words)? {
            Applied::Here { position, is_over } => {
                println!("{}: page {}", T::TABLE, position.pages);
                if is_over {
                    let [users, groups, members] = store.counts()?;
                    println!("{users} users, {groups} groups, {members} memberships");
                }
                Ok((position, is_over))
            }
            // Another worker was faster, and may have died before it told where to go on.
            Applied::Stale => Ok((store.position::<T>().map_err(in_words)?, false)),
        }
    }
}

fn open(database: &Path) -> Result<Store, Failure> {
    Ok(Store::open(database)?)
}

/// An error that can go to another thread.
fn in_words(error: Box<dyn std::error::Error>) -> Failure {
    error.to_string().into()
}

/// What there is to do at first, for whoever comes first.
async fn begin(args: &Args, queue: &Queue) -> Result<(), Failure> {
    let (users, groups) = {
        let store = open(&args.database)?;
        (store.position::<User>().map_err(in_words)?, store.position::<Group>().map_err(in_words)?)
    };
    queue.put(User::TABLE, &users, Duration::ZERO).await?;
    queue.put(Group::TABLE, &groups, Duration::ZERO).await
}

/// Does a task: the page and where to go on are written together, then that is told, and the task is done. Whoever dies in
/// between leaves a task that another finds done, and tells so.
async fn work(args: &Args, queue: &Queue, worker: &Arc<Worker>, task: Task) -> Result<(), Failure> {
    let wait = task.wait();
    if !wait.is_zero() {
        return task.put_back(wait).await;
    }
    let (worker, table, position) = (Arc::clone(worker), task.table.clone(), task.position.clone());
    let done = tokio::task::spawn_blocking(move || worker.step(&table, &position)).await?;
    match done {
        Ok((position, is_over)) => {
            let pause = if is_over { args.watch } else { Duration::ZERO };
            queue.put(&task.table, &position, pause).await?;
            task.done().await
        }
        Err(error) => {
            eprintln!("{}: {error}", task.table);
            task.put_back(AFTER_FAILURE).await
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let args = args()?;
    let worker = Arc::new(Worker::new(&args)?);
    let queue = Queue::open(&args.queue, args.patience).await?;
    begin(&args, &queue).await?;
    loop {
        if let Some(task) = queue.next().await? {
            work(&args, &queue, &worker, task).await?;
        }
    }
}
