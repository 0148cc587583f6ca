//! Derived types: as a family, and each by itself.

use graph_entity::{Changes, Collection, GraphEntity, path};
use serde_json::json;

use crate::Client;
use crate::create::user;
use crate::model::{
    AnyMessage, CalendarSharingMessage, DateTimeTimeZone, EventMessage, EventMessageRequest, MeetingMessageType,
    Message,
};
use crate::steps::{Failure, Steps, refused, same};

pub async fn run(steps: &mut Steps, client: &Client) -> Result<(), Failure> {
    let messages = &AnyMessage::in_user("derived");
    user(client, "derived").await?;
    let ids = &steps.step("derived: one of each is created", async || create(client, messages).await).await?;
    steps.step("derived: a family reads them all", async || family(client, messages, ids).await).await?;
    steps.step("derived: the base type reads them all too", async || as_base(client).await).await?;
    steps.step("derived: a list of one type", async || of_type(client, messages).await).await?;
    steps.step("derived: a filter by its own property", async || by_property(client, messages).await).await?;
    steps.step("derived: one, as its type and as another", async || one(client, messages, ids).await).await?;
    steps.step("derived: an update of its own property", async || update(client, messages, ids).await).await?;
    steps.step("derived: Changes, those of its base included", async || between(client, messages, ids).await).await
}

/// The ids, by type.
struct Ids {
    event: String,
    request: String,
}

async fn create(client: &Client, messages: &Collection<AnyMessage>) -> Result<Ids, Failure> {
    Message::in_user("derived").create().subject("1 plain").send(client).await?;
    let event = messages.clone().of::<EventMessage>().create();
    let event = event
        .base(Message::draft().subject("2 event").categories(["red"]))
        .meeting_message_type(MeetingMessageType::MeetingAccepted)
        .start_date_time(DateTimeTimeZone::draft().date_time("2024-01-02T03:04:05").time_zone("UTC"))
        .send(client)
        .await?;
    same("subject", event.base.subject.as_deref(), Some("2 event"))?;
    same("meetingMessageType", event.meeting_message_type, Some(MeetingMessageType::MeetingAccepted))?;
    same("startDateTime", event.start_date_time.map(|start| start.date_time), Some("2024-01-02T03:04:05".into()))?;
    same("etag", event.base.etag.as_deref(), Some("W/\"1\""))?;
    let request = messages.clone().of::<EventMessageRequest>().create();
    let base = Message::draft().subject("3 request");
    let base = EventMessage::draft().base(base).meeting_message_type(MeetingMessageType::MeetingRequest);
    let request = request.base(base).allow_new_time_proposals(true).send(client).await?;
    same("allowNewTimeProposals", request.allow_new_time_proposals, Some(true))?;
    same("meetingMessageType", request.base.meeting_message_type, Some(MeetingMessageType::MeetingRequest))?;
    let sharing = messages.clone().of::<CalendarSharingMessage>().create().subject("4 sharing").can_accept(true);
    same("canAccept", sharing.send(client).await?.can_accept, Some(true))?;
    Ok(Ids { event: event.base.id, request: request.base.base.id })
}

async fn family(client: &Client, messages: &Collection<AnyMessage>, ids: &Ids) -> Result<(), Failure> {
    // A family has no properties of its own to order by.
    let list = messages.clone().list().query_option("$orderby", "subject").max_page_size(3);
    let read = list.stream(client).collect().await?;
    let [
        AnyMessage::Message(plain),
        AnyMessage::EventMessage(event),
        AnyMessage::EventMessageRequest(request),
        AnyMessage::Unrecognized(sharing),
    ] = read.as_slice()
    else {
        return Err(Failure::new(format_args!("not one of each: {read:?}")));
    };
    same("plain", plain.subject.as_deref(), Some("1 plain"))?;
    same("event", event.meeting_message_type.as_ref(), Some(&MeetingMessageType::MeetingAccepted))?;
    same("ids", (&event.base.id, &request.base.base.id), (&ids.event, &ids.request))?;
    same("request", request.allow_new_time_proposals, Some(true))?;
    same("sharing", sharing.odata_type.as_deref(), Some(CalendarSharingMessage::ODATA_TYPE))?;
    same("canAccept", sharing.members.get("canAccept"), Some(&json!(true)))?;
    let one = messages.clone().item(&ids.event).get().send(client).await?;
    same("one of them", Some(&one), read.get(1))
}

async fn as_base(client: &Client) -> Result<(), Failure> {
    let list = Message::in_user("derived").list().order_by(path!(Message.subject));
    let subjects = list.stream(client).collect().await?.into_iter().filter_map(|message| message.subject);
    same("subjects", subjects.collect::<Vec<_>>(), ["1 plain", "2 event", "3 request", "4 sharing"])
}

async fn of_type(client: &Client, messages: &Collection<AnyMessage>) -> Result<(), Failure> {
    let events = || messages.clone().of::<EventMessage>();
    let list = events().list().order_by(path!(EventMessage.base.subject)).max_page_size(1);
    let read = list.stream(client).collect().await?;
    let types: Vec<_> = read.iter().filter_map(|event| event.meeting_message_type.clone()).collect();
    same("types", types, [MeetingMessageType::MeetingAccepted, MeetingMessageType::MeetingRequest])?;
    same("count", events().count().send(client).await?, 2)?;
    same("requests", messages.clone().of::<EventMessageRequest>().list().send(client).await?.items().len(), 1)
}

async fn by_property(client: &Client, messages: &Collection<AnyMessage>) -> Result<(), Failure> {
    let accepted = path!(EventMessage.meeting_message_type).eq(MeetingMessageType::MeetingAccepted)
        & path!(EventMessage.base.categories).is_not_empty();
    let events = messages.clone().of::<EventMessage>();
    let page = events.clone().list().filter(accepted.clone()).qualified_enums().send(client).await?;
    let subjects: Vec<_> = page.items().iter().filter_map(|event| event.base.subject.as_deref()).collect();
    same("subjects", subjects, ["2 event"])?;
    same("count", events.count().filter(accepted).qualified_enums().send(client).await?, 1)
}

async fn one(client: &Client, messages: &Collection<AnyMessage>, ids: &Ids) -> Result<(), Failure> {
    let item = messages.clone().item(&ids.event);
    let event = item.clone().of::<EventMessage>().get().send(client).await?;
    same("meetingMessageType", event.meeting_message_type, Some(MeetingMessageType::MeetingAccepted))?;
    let message = "The entity is not an instance of 'microsoft.graph.eventMessageRequest'.";
    refused(item.of::<EventMessageRequest>().get().send(client).await, 404, message)
}

async fn update(client: &Client, messages: &Collection<AnyMessage>, ids: &Ids) -> Result<(), Failure> {
    let item = || messages.clone().item(&ids.request).of::<EventMessageRequest>();
    let read = item().get().send(client).await?;
    let base = EventMessage::draft().meeting_message_type(MeetingMessageType::MeetingAccepted);
    let update = item().unchanged_since(&read).update().base(base).allow_new_time_proposals(false);
    update.send(client).await?;
    let changed = item().get().send(client).await?;
    same("allowNewTimeProposals", changed.allow_new_time_proposals, Some(false))?;
    same("meetingMessageType", changed.base.meeting_message_type, Some(MeetingMessageType::MeetingAccepted))?;
    same("subject stays", changed.base.base.subject.as_deref(), Some("3 request"))?;
    same("etag", changed.base.base.etag.as_deref(), Some("W/\"2\""))
}

async fn between(client: &Client, messages: &Collection<AnyMessage>, ids: &Ids) -> Result<(), Failure> {
    let item = || messages.clone().item(&ids.event).of::<EventMessage>();
    let old = item().get().send(client).await?;
    let mut new = old.clone();
    new.base.subject = Some("2 changed".to_owned());
    new.start_date_time = None;
    let changes = Changes::between(&old, &new)?;
    same("names", changes.names().collect::<Vec<_>>(), ["subject", "startDateTime"])?;
    item().unchanged_since(&old).update_with(changes).send(client).await?;
    new.base.etag = Some("W/\"2\"".to_owned());
    same("what is read", item().get().send(client).await?, new)
}
