//! Delta links, with removals as OData 4.0 writes them: by a `@odata.context` that ends in `$deletedEntity`, and with the
//! entity's URL in `id`. As 4.01 it writes `@removed`.

use graph_entity::{Change, DeltaLink, GraphEntity, RemovedReason};

use crate::Client;
use crate::steps::{Failure, Steps, same};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
}

/// Nobody is there before, and never more than a page: of more, this server gives a page that has both links.
pub async fn run(steps: &mut Steps, client: &Client) -> Result<(), Failure> {
    let link = steps.step("delta: all, and a link for later", async || first(client).await).await?;
    let link = steps.step("delta: from a saved link, what changed", async || second(client, link).await).await?;
    steps.step("delta: what was removed, and then nothing", async || third(client, link).await).await
}

async fn create(client: &Client, id: &str, name: &str) -> Result<(), Failure> {
    User::collection().create().id(id).display_name(name).send(client).await?;
    Ok(())
}

/// The changes, as key, name and whether it is gone, and the link for later.
async fn changes(
    link: Option<DeltaLink<User>>,
    client: &Client,
) -> Result<(Vec<(String, Option<String>, bool)>, DeltaLink<User>), Failure> {
    let mut changes = User::collection().delta().since(link).stream(client);
    let mut read = Vec::new();
    while let Some(change) = changes.next().await {
        let change = change?;
        if let Change::Removed(removed) = &change {
            same("reason", removed.reason(), Some(RemovedReason::Deleted))?;
        }
        let key = change.key().unwrap_or_default().into_owned();
        read.push((key, change.partial().value().display_name.clone(), change.is_removed()));
    }
    let link = changes.link().cloned().ok_or_else(|| Failure::new("there is no link for later"))?;
    same("it is the last link", link.is_delta(), true)?;
    Ok((read, link))
}

fn kept(id: &str, name: &str) -> (String, Option<String>, bool) {
    (id.to_owned(), Some(name.to_owned()), false)
}

async fn first(client: &Client) -> Result<DeltaLink<User>, Failure> {
    create(client, "delta-1", "One").await?;
    let (read, link) = changes(None, client).await?;
    same("all", read, [kept("delta-1", "One")])?;
    Ok(link)
}

async fn second(client: &Client, link: DeltaLink<User>) -> Result<DeltaLink<User>, Failure> {
    let saved = serde_json::to_string(&link)?;
    User::collection().item("delta-1").update().display_name("Changed").send(client).await?;
    let (read, link) = changes(Some(serde_json::from_str(&saved)?), client).await?;
    same("what changed", read, [kept("delta-1", "Changed")])?;
    Ok(link)
}

async fn third(client: &Client, link: DeltaLink<User>) -> Result<(), Failure> {
    User::collection().item("delta-1").delete().send(client).await?;
    let (read, link) = changes(Some(link), client).await?;
    let [(key, None, true)] = &read[..] else { return Err(Failure::new(format_args!("{read:?}"))) };
    // As 4.01 it is in `@id` only, which Graph does not do.
    same("the key, or the URL that ends in it", key.is_empty() || key.contains("delta-1"), true)?;
    same("nothing more", changes(Some(link), client).await?.0, [])
}
