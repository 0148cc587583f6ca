//! `$batch`: this server ends a batch at the first request that fails, and leaves the answers of the rest out (OData 4.01, 11.7.6,
//! where nobody prefers `continue-on-error`).

use graph_entity::batch::join;
use graph_entity::{Batch, Error, GraphEntity};

use crate::Client;
use crate::steps::{Failure, Steps, refused, same};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
}

pub async fn run(steps: &mut Steps, client: &Client) -> Result<(), Failure> {
    steps.step("batch: writes and reads, each with its answer", async || answered(client).await).await?;
    steps.step("batch: one after the other", async || dependent(client).await).await?;
    steps.step("batch: answers that are missing", async || missing(client).await).await?;
    for id in ["batch-1", "batch-2"] {
        User::collection().item(id).delete().send(client).await?;
    }
    Ok(())
}

async fn answered(client: &Client) -> Result<(), Failure> {
    let create = User::collection().create().id("batch-1").display_name("One").request()?;
    let list = User::collection().list().request()?;
    let (created, listed) = join((create, list)).send(client).await?;
    same("created", created?.display_name.as_deref(), Some("One"))?;
    let listed = listed?;
    same("listed", listed.items().iter().any(|user| user.id == "batch-1"), true)
}

async fn dependent(client: &Client) -> Result<(), Failure> {
    let mut batch = Batch::new();
    let created = batch.add(User::collection().create().id("batch-2").display_name("Two").request()?);
    let read = batch.add_after(User::collection().item("batch-2").get().request()?, created);
    let mut answers = batch.send(client).await?;
    same("status", answers.status(created).map(|status| status.as_u16()), Some(201))?;
    same("created", answers.take(created)?.id, "batch-2")?;
    same("read", answers.take(read)?.display_name.as_deref(), Some("Two"))
}

async fn missing(client: &Client) -> Result<(), Failure> {
    let mut batch = Batch::new();
    let first = batch.add(User::collection().item("batch-1").get().request()?);
    let refusal = batch.add(User::collection().item("nobody").get().request()?);
    let lost = batch.add(User::collection().item("batch-2").get().request()?);
    let mut answers = batch.send(client).await?;
    same("the first", answers.take(first)?.display_name.as_deref(), Some("One"))?;
    refused(answers.take(refusal), 404, "Entity not found.")?;
    match answers.take(lost) {
        Err(Error::Batch(error)) => same("nobody answered it", error.is_unanswered(), true),
        other => Err(Failure::new(format_args!("{other:?}, expected an answer that is missing"))),
    }
}
