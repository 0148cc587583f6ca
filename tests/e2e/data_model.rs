//! The data model over real HTTP: a deep insert of drafts, and the entity that comes back.

use graph_entity::{Dictionary, Extra, GraphComplex, GraphEntity, GraphEnum, Null, Unrecognized};
use graph_entity_emulator::Emulator;
use serde_json::{Value, json};

use super::Client;

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
pub enum Importance {
    Normal,
    High,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody")]
pub struct ItemBody {
    pub content: String,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.attachment", abstract)]
pub struct AttachmentBase {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.fileAttachment")]
pub struct FileAttachment {
    #[graph(base)]
    pub base: AttachmentBase,
    pub content_type: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.attachment")]
pub enum Attachment {
    File(Box<FileAttachment>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "users/{id}/messages")]
pub struct Message {
    #[graph(key, read_only)]
    pub id: String,
    pub importance: Importance,
    pub body: ItemBody,
    pub notes: Dictionary<ItemBody>,
    #[graph(navigation)]
    pub attachments: Vec<Attachment>,
    #[graph(bind)]
    pub folder: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[test]
fn a_deep_insert_arrives_as_it_was_built_and_is_read_back() {
    let server = Emulator::builder().token("t").entity::<Message>().build().serve().unwrap();
    for client in Client::both(&server.url(), "t") {
        let request = Message::in_user("u")
            .create()
            .extra(Extra::from_iter([("extension_1", json!(5))]))
            .attachments([FileAttachment::draft()
                .base(AttachmentBase::draft().name("a.txt"))
                .content_type("text/plain")])
            .folder("https://graph.microsoft.com/v1.0/me/mailFolders/inbox")
            .notes([("a@b.c", ItemBody::draft().content("n"))])
            .body(ItemBody::draft().content("c"))
            .importance(Importance::High)
            .request()
            .unwrap();
        let message = client.send(request).unwrap();
        let sent: Value = serde_json::from_slice(&server.emulator().log().last().unwrap().body).unwrap();
        let expected = json!({
            "@odata.type": "#microsoft.graph.message",
            "importance": "high",
            "body": {"@odata.type": "#microsoft.graph.itemBody", "content": "c"},
            "notes": {"a@b.c": {"@odata.type": "#microsoft.graph.itemBody", "content": "n"}},
            "folder@odata.bind": "https://graph.microsoft.com/v1.0/me/mailFolders/inbox",
            "attachments": [{
                "@odata.type": "#microsoft.graph.fileAttachment", "name": "a.txt", "contentType": "text/plain"
            }],
            "extension_1": 5
        });
        assert_eq!(sent, expected);
        assert_eq!(message.importance, Importance::High);
        assert_eq!(message.notes.get("a@b.c").unwrap().content, "n");
        assert!(matches!(&message.attachments[..], [Attachment::File(file)] if file.base.name == "a.txt"));
        assert_eq!(message.extra.get("extension_1"), Some(&json!(5)));
    }
}

#[test]
fn an_update_and_a_replacement_go_out_and_any_answer_is_taken() {
    let server = Emulator::builder().token("t").entity::<Message>().build().serve().unwrap();
    let emulator = server.emulator();
    let answer = |status, body: &'static str| http::Response::builder().status(status).body(body.into()).unwrap();
    let told = r#"{"id": "1", "importance": "high", "body": {"content": "c"}}"#;
    for client in Client::both(&server.url(), "t") {
        emulator.respond_next(answer(204, ""));
        emulator.respond_next(answer(200, told));
        emulator.respond_next(answer(204, ""));
        let item = || Message::in_user("u").item("1");
        let update = || item().update().importance(Importance::High).folder(Null).request().unwrap();
        assert_eq!(client.send(update()).unwrap(), None);
        let message = client.send(update()).unwrap().unwrap();
        assert_eq!(message.id, "1");
        assert_eq!(client.send(item().replace(&message).check().unwrap()).unwrap(), None);

        let log = emulator.log();
        let asked: Vec<_> = log[log.len() - 3..].iter().map(|entry| (entry.method.as_str(), &*entry.target)).collect();
        let target = "/v1.0/users/u/messages/1";
        assert_eq!(asked, [("PATCH", target), ("PATCH", target), ("PUT", target)]);
        let body = |back: usize| serde_json::from_slice::<Value>(&log[log.len() - back].body).unwrap();
        let changes = json!({
            "@odata.type": "#microsoft.graph.message", "importance": "high", "folder@odata.bind": null
        });
        assert_eq!((body(3), body(2)), (changes.clone(), changes));
        assert_eq!(body(1)["body"]["content"], "c");
        assert!(body(1).get("id").is_none() && body(1).get("attachments").is_none());
    }
}
