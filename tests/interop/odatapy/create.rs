//! Create and read: values of each kind, what the answer says, and what is refused.

use graph_entity::edm::{Binary, DateTimeOffset, Duration};
use graph_entity::{Changes, Error, Flags, Item};
use serde_json::json;

use crate::Client;
use crate::model::{
    BodyType, EmailAddress, Importance, ItemBody, Message, OpenExtension, Part, Recipient, RunAsAccount, Script, State,
    Subject, User,
};
use crate::steps::{Failure, Steps, error, gone, refused, same};

pub async fn run(steps: &mut Steps, client: &Client) -> Result<(), Failure> {
    let script = steps.step("create: a script, and read it", async || script(client).await).await?;
    steps.step("create: a state below it, and read it", async || state(client, &script).await).await?;
    let message = steps.step("create: a message with values of each kind", async || message(client).await).await?;
    steps.step("read: a get selects what the struct names", async || selected(client, &message).await).await?;
    steps
        .step("create: an open type keeps what nobody declared, and update it", async || open(client, &message).await)
        .await?;
    steps.step("create: Prefer: return=minimal has no content, but a Location", async || minimal(client).await).await?;
    steps.step("create: a key of one's own, once", async || own_key(client).await).await?;
    steps.step("create: what the service refuses is told in its words", async || refusals(client).await).await
}

/// A user with a mailbox of its own.
pub async fn user(client: &Client, id: &str) -> Result<(), Failure> {
    User::collection().create().id(id).send(client).await?;
    Ok(())
}

async fn script(client: &Client) -> Result<Script, Failure> {
    let created = Script::collection()
        .create()
        .display_name("Réglages «1»")
        .script_content(Binary::from(b"#!/bin/sh\n".to_vec()))
        .created_date_time("2024-05-06T07:08:09.1234567Z".parse::<DateTimeOffset>()?)
        .run_as_account(RunAsAccount::System)
        .role_scope_tag_ids(["0", "tag 1"])
        .execution_frequency("P1DT2H3M4.5S".parse::<Duration>()?)
        .retry_count(3)
        .send(client)
        .await?;
    same("displayName", created.display_name.as_str(), "Réglages «1»")?;
    same("scriptContent", created.script_content.clone(), Some(Binary::from(b"#!/bin/sh\n".to_vec())))?;
    same("createdDateTime", created.created_date_time, Some("2024-05-06T07:08:09.1234567Z".parse()?))?;
    same("runAsAccount", created.run_as_account.clone(), Some(RunAsAccount::System))?;
    same("roleScopeTagIds", &created.role_scope_tag_ids, &["0".to_owned(), "tag 1".to_owned()])?;
    same("executionFrequency", created.execution_frequency, Some("P1DT2H3M4.5S".parse()?))?;
    same("retryCount", created.retry_count, Some(3))?;
    same("userRunStates", created.user_run_states.len(), 0)?;
    let read = Script::collection().item(&created.id).get().send(client).await?;
    same("what is read", &read, &created)?;
    Ok(created)
}

async fn state(client: &Client, script: &Script) -> Result<(), Failure> {
    let states = State::in_device_shell_script(&script.id);
    let response = states
        .clone()
        .create()
        .success_device_count(2)
        .error_device_count(0)
        .user_principal_name("user@contoso.com")
        .request()?
        .send_response(client)
        .await?;
    same("status", response.status().as_u16(), 201)?;
    let location = response.location().unwrap_or_default().to_owned();
    let created = response.into_value().ok_or_else(|| Failure::new("no state in the answer"))?;
    same("Location ends with the id", location.ends_with(&format!("('{}')", created.id)), true)?;
    let expected = State {
        id: created.id.clone(),
        success_device_count: 2,
        error_device_count: 0,
        user_principal_name: Some("user@contoso.com".to_owned()),
    };
    same("what is created", &created, &expected)?;
    let read = states.item(&created.id).get().send(client).await?;
    same("what is read", &read, &expected)
}

async fn message(client: &Client) -> Result<Message, Failure> {
    let bytes = [0xFB, 0xFF, 0xBF, 0x01];
    let ada = EmailAddress { address: "ada@contoso.com".to_owned(), name: Some("Ada \"L\"".to_owned()) };
    let created = Message::collection()
        .create()
        .subject("Values")
        .body(ItemBody::draft().content("<p>1 < 2 & \"3\"</p>").content_type(BodyType::Html))
        .importance(Importance::High)
        .received_date_time("2024-01-02T03:04:05.1234567+05:30".parse::<DateTimeOffset>()?)
        .size(i64::MAX)
        .conversation_index(Binary::from(bytes.to_vec()))
        .is_read(false)
        .categories(["red", "O'Neil"])
        .parts(Flags::from([Part::Tabs, Part::Apps]))
        .from(Recipient::draft().email_address(ada.clone()))
        .to_recipients([Recipient { email_address: ada.clone() }])
        .send(client)
        .await?;
    same("etag", created.etag.as_deref(), Some("W/\"1\""))?;
    let body = ItemBody { content: Some("<p>1 < 2 & \"3\"</p>".into()), content_type: Some(BodyType::Html) };
    same("body", created.body.as_ref(), Some(&body))?;
    same("importance", created.importance.as_ref(), Some(&Importance::High))?;
    let received = created.received_date_time.ok_or_else(|| Failure::new("no receivedDateTime"))?;
    same("receivedDateTime", received.to_string().as_str(), "2024-01-02T03:04:05.1234567+05:30")?;
    same("size", created.size, Some(i64::MAX))?;
    same("conversationIndex", created.conversation_index.clone(), Some(Binary::from(bytes.to_vec())))?;
    same("isRead", created.is_read, Some(false))?;
    same("categories", &created.categories, &["red".to_owned(), "O'Neil".to_owned()])?;
    same("parts", created.parts.as_ref(), Some(&Flags::from([Part::Apps, Part::Tabs])))?;
    same("from", created.from.as_ref().map(|from| &from.email_address), Some(&ada))?;
    same("toRecipients", created.to_recipients.len(), 1)?;
    let read = Message::collection().item(&created.id).get().send(client).await?;
    same("what is read", &read, &created)?;
    Ok(created)
}

async fn selected(client: &Client, message: &Message) -> Result<(), Failure> {
    let item = Item::<Subject>::at("me/messages/{id}", &[&message.id]);
    let names = |subject: &Subject| {
        let names = subject.extra.iter().map(|(name, _)| name.to_owned()).filter(|name| !name.starts_with('@'));
        names.collect::<Vec<_>>()
    };
    let some = item.clone().get().send(client).await?;
    same("subject", some.subject.as_str(), "Values")?;
    same("what comes beside it", names(&some), Vec::<String>::new())?;
    let all = item.get().all_properties().send(client).await?;
    same("importance among all properties", all.extra.get("importance"), Some(&json!("high")))?;
    same("body among all properties", names(&all).contains(&"body".to_owned()), true)
}

async fn open(client: &Client, message: &Message) -> Result<(), Failure> {
    let extensions = Message::collection().item(&message.id).collection::<OpenExtension>("extensions");
    let members = [
        ("theme", json!("dark")),
        ("sizes", json!([1, 2.5])),
        ("nested", json!({"deep": {"n": 9007199254740993_i64}})),
    ];
    let created = extensions
        .clone()
        .create()
        .extension_name("com.contoso.settings")
        .extra(members.clone().into_iter().collect::<graph_entity::Extra>())
        .send(client)
        .await?;
    let item = || extensions.clone().item(&created.id).of::<OpenExtension>();
    let read = item().get().all_properties().send(client).await?;
    same("extensionName", read.extension_name.as_deref(), Some("com.contoso.settings"))?;
    for (name, value) in &members {
        same(name, read.extra.get(name), Some(value))?;
    }
    let mut changed = read.clone();
    changed.extra.insert("theme", json!("light"));
    changed.extra.remove("sizes");
    item().update_with(Changes::between(&read, &changed)?).send(client).await?;
    let read = item().get().all_properties().send(client).await?;
    same("a changed member", read.extra.get("theme"), Some(&json!("light")))?;
    same("a removed member", read.extra.get("sizes").unwrap_or(&json!(null)), &json!(null))?;
    same("another", read.extra.get("nested"), Some(&members[2].1))
}

async fn minimal(client: &Client) -> Result<(), Failure> {
    let request = || Message::collection().create().subject("Minimal").request();
    let response = request()?.prefer("return=minimal").send_response(client).await?;
    same("status", response.status().as_u16(), 204)?;
    same("etag", response.etag(), Some("W/\"1\""))?;
    same("value", response.value().is_none(), true)?;
    let location = response.location().unwrap_or_default();
    let id = location.split('\'').nth(1).unwrap_or_default();
    let read = Message::collection().item(id).get().send(client).await?;
    same("subject", read.subject.as_deref(), Some("Minimal"))?;
    // Who asks for the entity is told that it was done.
    let error = error(request()?.prefer("return=minimal").send(client).await)?;
    same("Error::NoContent", matches!(&error, Error::NoContent(response) if response.location().is_some()), true)?;
    same("may have been done", error.may_have_been_done(), true)
}

async fn own_key(client: &Client) -> Result<(), Failure> {
    let create = || User::collection().create().id("own").display_name("Own").send(client);
    let created = create().await?;
    same("id", created.id.as_str(), "own")?;
    let read = User::collection().item("own").get().send(client).await?;
    same("what is read", &read, &created)?;
    refused(create().await, 409, "An entity with key (id='own') already exists in 'users'.")?;
    User::collection().item("own").delete().send(client).await?;
    gone(User::collection().item("own"), client).await
}

async fn refusals(client: &Client) -> Result<(), Failure> {
    let state = |script: &str| State::in_device_shell_script(script).create().success_device_count(1);
    refused(state("nowhere").error_device_count(1).send(client).await, 404, "Entity not found.")?;
    let urgent = Message::collection().create().importance(Importance::Unrecognized("urgent".to_owned()));
    let error = error(urgent.send(client).await)?;
    same("status of an unknown member", error.status().map(|status| status.as_u16()), Some(400))?;
    same("it names the member", error.to_string().contains("urgent"), true)?;
    same("may have been done", error.may_have_been_done(), false)
}
