//! Update, replace and delete, with etags and without.

use graph_entity::{Changes, Error, Item, Null};

use crate::Client;
use crate::model::{BodyType, Importance, ItemBody, Message, Script, State};
use crate::steps::{Failure, Steps, error, gone, refused, same};

pub async fn run(steps: &mut Steps, client: &Client) -> Result<(), Failure> {
    steps.step("update: what has no etag", async || without_etag(client).await).await?;
    steps.step("update: unchanged since it was read", async || unchanged(client).await).await?;
    steps.step("update: a stale etag is Error::PreconditionFailed", async || stale(client).await).await?;
    steps.step("update: no etag is Error::PreconditionRequired", async || required(client).await).await?;
    steps.step("update: If-Match: * takes any", async || any(client).await).await?;
    steps.step("update: return=representation answers with the entity", async || representation(client).await).await?;
    steps.step("update: Null clears, of each kind", async || clear(client).await).await?;
    steps.step("update: Changes between two values", async || between(client).await).await?;
    steps.step("update: what is not there", async || missing(client).await).await?;
    steps.step("replace: what is not in the value is gone", async || replace(client).await).await?;
    steps.step("read: If-None-Match of what is known is 304", async || known(client).await).await?;
    steps.step("delete: with the etag, and then it is gone", async || delete(client).await).await
}

fn item(id: &str) -> Item<Message> {
    Message::collection().item(id)
}

async fn create(client: &Client, subject: &str) -> Result<Message, Failure> {
    let body = ItemBody::draft().content("text").content_type(BodyType::Text);
    let create = Message::collection().create().subject(subject).body(body).importance(Importance::Low).size(1);
    Ok(create.is_read(false).categories(["red", "blue"]).send(client).await?)
}

async fn read(client: &Client, id: &str) -> Result<Message, Failure> {
    Ok(item(id).get().send(client).await?)
}

async fn without_etag(client: &Client) -> Result<(), Failure> {
    let script = Script::collection().create().display_name("Update").retry_count(1).send(client).await?.id;
    let states = State::in_device_shell_script(&script);
    let state = states.clone().create().success_device_count(1).error_device_count(5).send(client).await?;
    let item = states.item(&state.id);
    let update = item.clone().update().success_device_count(2).user_principal_name("user@contoso.com");
    same("an answer without content", update.send(client).await?, None)?;
    let changed = State { success_device_count: 2, user_principal_name: Some("user@contoso.com".into()), ..state };
    same("what is read", item.clone().get().send(client).await?, changed)?;
    item.clone().delete().send(client).await?;
    gone(item, client).await
}

async fn unchanged(client: &Client) -> Result<(), Failure> {
    let id = create(client, "Unchanged").await?.id;
    let first = read(client, &id).await?;
    same("etag", first.etag.as_deref(), Some("W/\"1\""))?;
    let update = item(&id).unchanged_since(&first).update().is_read(true).importance(Importance::High);
    let response = update.request()?.send_response(client).await?;
    same("status", response.status().as_u16(), 204)?;
    same("etag of the answer", response.etag(), Some("W/\"2\""))?;
    let etag = response.etag().map(str::to_owned);
    let expected = Message { etag, is_read: Some(true), importance: Some(Importance::High), ..first };
    same("what is read", read(client, &id).await?, expected)
}

async fn stale(client: &Client) -> Result<(), Failure> {
    let first = create(client, "Stale").await?;
    item(&first.id).unchanged_since(&first).update().size(2).send(client).await?;
    let after = read(client, &first.id).await?;
    let again = || item(&first.id).unchanged_since(&first);
    for result in [
        again().update().size(3).send(client).await.map(|_| ()),
        again().replace(&first).send(client).await.map(|_| ()),
        again().delete().send(client).await,
    ] {
        let failed = error(result)?;
        let Error::PreconditionFailed(precondition) = &failed else { return Err(failed.into()) };
        same("status", failed.status().map(|status| status.as_u16()), Some(412))?;
        same("sent etag", precondition.sent_etag(), Some("W/\"1\""))?;
        same("message", precondition.service().message(), "The If-Match precondition failed.")?;
        same("may have been done", failed.may_have_been_done(), false)?;
    }
    same("what is read", read(client, &first.id).await?, after)
}

async fn required(client: &Client) -> Result<(), Failure> {
    let message = create(client, "Required").await?;
    for result in [
        item(&message.id).update().size(2).send(client).await.map(|_| ()),
        item(&message.id).replace(&message).send(client).await.map(|_| ()),
        item(&message.id).delete().send(client).await,
    ] {
        let failed = error(result)?;
        let Error::PreconditionRequired(precondition) = &failed else { return Err(failed.into()) };
        same("status", failed.status().map(|status| status.as_u16()), Some(428))?;
        same("sent etag", precondition.sent_etag(), None)?;
        same("may have been done", failed.may_have_been_done(), false)?;
    }
    same("what is read", read(client, &message.id).await?, message)
}

async fn any(client: &Client) -> Result<(), Failure> {
    let id = create(client, "Any").await?.id;
    item(&id).if_match("*").update().size(2).send(client).await?;
    same("size", read(client, &id).await?.size, Some(2))?;
    item(&id).if_match("W/\"9\", W/\"2\"").update().size(3).send(client).await?;
    same("size, by one of two etags", read(client, &id).await?.size, Some(3))
}

async fn representation(client: &Client) -> Result<(), Failure> {
    let message = create(client, "Representation").await?;
    let update = item(&message.id).unchanged_since(&message).update().size(2).request()?;
    let answered = update.prefer("return=representation").send(client).await?;
    let expected = Message { etag: Some("W/\"2\"".to_owned()), size: Some(2), ..message };
    same("what is answered", answered.as_ref(), Some(&expected))?;
    same("what is read", read(client, &expected.id).await?, expected)
}

async fn clear(client: &Client) -> Result<(), Failure> {
    let message = create(client, "Clear").await?;
    let update = item(&message.id).unchanged_since(&message).update();
    let update =
        update.subject(Null).body(Null).importance(Null).size(Null).is_read(Null).categories(Vec::<String>::new());
    update.send(client).await?;
    let read = read(client, &message.id).await?;
    let (etag, id) = (read.etag.clone(), message.id.clone());
    let cleared = Message {
        id,
        etag,
        subject: None,
        body: None,
        importance: None,
        size: None,
        is_read: None,
        categories: Vec::new(),
        ..message
    };
    same("what is read", read, cleared)
}

async fn between(client: &Client) -> Result<(), Failure> {
    let old = create(client, "Between").await?;
    let body = ItemBody { content: Some("other".to_owned()), content_type: Some(BodyType::Html) };
    let new = Message {
        subject: None,
        body: Some(body),
        size: Some(9_007_199_254_740_993),
        categories: Vec::new(),
        ..old.clone()
    };
    let changes = Changes::between(&old, &new)?;
    same("names", changes.names().collect::<Vec<_>>(), ["subject", "body", "size", "categories"])?;
    item(&old.id).unchanged_since(&old).update_with(changes).send(client).await?;
    let read = read(client, &old.id).await?;
    same("etag", read.etag.as_deref(), Some("W/\"2\""))?;
    same("what is read", Message { etag: old.etag, ..read }, new)
}

async fn missing(client: &Client) -> Result<(), Failure> {
    refused(item("nowhere").if_match("*").update().size(2).send(client).await, 404, "Entity not found.")?;
    refused(item("nowhere").if_match("*").delete().send(client).await, 404, "Entity not found.")
}

async fn replace(client: &Client) -> Result<(), Failure> {
    let old = create(client, "Replace").await?;
    let new = Message { subject: Some("Replaced".to_owned()), body: None, is_read: None, ..old.clone() };
    item(&old.id).unchanged_since(&old).replace(&new).send(client).await?;
    let read = read(client, &old.id).await?;
    same("etag", read.etag.as_deref(), Some("W/\"2\""))?;
    same("what is read", Message { etag: old.etag, ..read }, new)
}

async fn known(client: &Client) -> Result<(), Failure> {
    let message = create(client, "Known").await?;
    let etag = message.etag.clone().unwrap_or_default();
    let failed = error(item(&message.id).if_none_match(&etag).get().send(client).await)?;
    same("status", failed.status().map(|status| status.as_u16()), Some(304))?;
    let read = item(&message.id).if_none_match("W/\"0\"").get().send(client).await?;
    same("what is read", read, message)
}

async fn delete(client: &Client) -> Result<(), Failure> {
    let message = create(client, "Delete").await?;
    item(&message.id).unchanged_since(&message).delete().send(client).await?;
    gone(item(&message.id), client).await
}
