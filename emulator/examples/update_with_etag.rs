//! Two programs change the same task. The second notices, looks at what it is now, and makes its change to that.
//!
//! ```text
//! cargo run --example update_with_etag
//! ```

use std::error::Error;

use graph_entity::transport::ReqwestClient;
use graph_entity::{Changes, Error as GraphError, GraphClient, GraphEntity, HttpClient};
use graph_entity_emulator::Emulator;
use serde_json::json;

/// A task of a plan. The service takes no change without the etag that the task was read with.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.plannerTask", collection = "planner/tasks")]
pub struct Task {
    /// Key of the task.
    #[graph(key, read_only)]
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// How much of it is done.
    pub percent_complete: i32,
    /// The version that was read.
    #[graph(etag)]
    pub etag: Option<String>,
}

/// How often a change is tried again when somebody else was faster.
const ATTEMPTS: usize = 5;

/// Makes `change` to the task, whatever others do to it meanwhile.
async fn change(
    client: &GraphClient<impl HttpClient>,
    read: Task,
    change: impl Fn(&mut Task),
) -> Result<(), GraphError> {
    let item = || Task::collection().item(&read.id);
    let mut old = read.clone();
    let mut attempts = 1;
    loop {
        let mut new = old.clone();
        change(&mut new);
        let changes = Changes::between(&old, &new)?;
        if changes.is_empty() {
            return Ok(());
        }
        match item().unchanged_since(&old).update_with(changes).send(client).await {
            Err(GraphError::PreconditionFailed(conflict)) if attempts < ATTEMPTS => {
                println!("conflict: we had {:?}, it is {:?} now", conflict.sent_etag(), conflict.current_etag());
                old = item().get().send(client).await?;
                attempts += 1;
            }
            done => return done.map(|_| ()),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Emulator::builder()
        .entity::<Task>()
        .require_if_match("v1.0", "planner/tasks")
        .item("v1.0", "planner/tasks", json!({"id": "t1", "title": "Write", "percentComplete": 10}))
        .try_build()?
        .serve()?;
    let client = GraphClient::builder(ReqwestClient::new()?).base_url(server.url()).token("any").build()?;
    let item = || Task::collection().item("t1");

    let read = item().get().send(&client).await?;
    println!("read: {read:?}");

    // Without the etag the service refuses.
    match item().update().percent_complete(50).send(&client).await {
        Err(GraphError::PreconditionRequired(error)) => println!("refused: {error}"),
        other => return Err(format!("expected a refusal, not {other:?}").into()),
    }

    // Somebody else is faster …
    item().unchanged_since(&read).update().title("Write it down").send(&client).await?;
    // … and our change is made to what they left.
    change(&client, read, |task| task.percent_complete = 50).await?;

    let now = item().get().send(&client).await?;
    println!("now: {now:?}");
    assert_eq!((now.title.as_str(), now.percent_complete), ("Write it down", 50));
    Ok(())
}
