//! Texts that have to be encoded: as values, and as ids in paths.

use graph_entity::path;

use crate::Client;
use crate::create::user;
use crate::model::{Message, User};
use crate::steps::{Failure, Steps, same};

/// Ids that a path can hold in one segment only if they are encoded.
const IDS: [&str; 10] = ["a b", "ü", "x+y=z", "50%", "50%20", "q?x&y", "r#s", "$x", "k,l;m", "~:!*"];

/// Ids that odatapy misreads as a segment: one with a dot is a type's name, and a quote begins a text up to the end.
const BY_NAME: [&str; 5] = ["O'Neil", "user@contoso.com", "x.com#EXT#@y", "19:56eb@thread.skype", "a/b"];

const SUBJECTS: [&str; 5] =
    ["tab\tline\r\nnul\u{1}", "\"quoted\\\" {} []", "😀 e\u{301} \u{2028}", "  spaces  ", "@odata.type #null"];

pub async fn run(steps: &mut Steps, client: &Client) -> Result<(), Failure> {
    steps.step("texts: whatever is in a value comes back", async || values(client).await).await?;
    for id in IDS {
        steps.step(&format!("texts: the id {id} in a path"), async || in_path(client, id).await).await?;
    }
    for id in BY_NAME {
        steps.step(&format!("texts: the id {id} by `item_by`"), async || by_name(client, id).await).await?;
    }
    Ok(())
}

async fn values(client: &Client) -> Result<(), Failure> {
    user(client, "texts").await?;
    let messages = Message::in_user("texts");
    for subject in SUBJECTS {
        let created = messages.clone().create().subject(subject).send(client).await?;
        let read = messages.clone().item(&created.id).get().send(client).await?;
        same("subject", read.subject.as_deref(), Some(subject))?;
        let found = messages.clone().list().filter(path!(Message.subject).eq(subject)).send(client).await?;
        same("found", found.items(), &[read])?;
    }
    Ok(())
}

async fn in_path(client: &Client, id: &str) -> Result<(), Failure> {
    User::collection().create().id(id).display_name(id).send(client).await?;
    let read = User::collection().item(id).get().send(client).await?;
    same("id", (read.id.as_str(), read.display_name.as_deref()), (id, Some(id)))?;
    let message = Message::in_user(id).create().subject(id).send(client).await?;
    let read = Message::in_user(id).item(&message.id).get().send(client).await?;
    same("message below it", read, message)
}

async fn by_name(client: &Client, id: &str) -> Result<(), Failure> {
    User::collection().create().id(id).display_name(id).send(client).await?;
    let item = || User::collection().item_by(path!(User.id), id);
    let read = item().get().send(client).await?;
    same("id", (read.id.as_str(), read.display_name.as_deref()), (id, Some(id)))?;
    let message = item().collection::<Message>("messages").create().subject(id).send(client).await?;
    same("message below it", message.subject.as_deref(), Some(id))
}
