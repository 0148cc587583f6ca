//! Messages with their attachments, contacts, folders, conversations.

use graph_entity::edm::{Binary, DateTimeOffset};
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum, Unrecognized};
use serde_json::Value;

use super::calendar::Event;
use super::common::{EmailAddress, ItemBody, Recipient, ReferenceAttachmentPermission, ReferenceAttachmentProvider};
use super::extensions::Extension;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "me/messages", collection = "users/{id}/messages")]
pub struct Message {
    #[graph(base)]
    pub base: OutlookItem,
    pub bcc_recipients: Option<Vec<Recipient>>,
    pub body: Option<ItemBody>,
    pub body_preview: Option<String>,
    pub cc_recipients: Option<Vec<Recipient>>,
    pub conversation_id: Option<String>,
    pub conversation_index: Option<Binary>,
    pub flag: Option<FollowupFlag>,
    pub from: Option<Recipient>,
    pub has_attachments: Option<bool>,
    pub importance: Option<Importance>,
    pub inference_classification: Option<InferenceClassificationType>,
    pub internet_message_headers: Option<Vec<InternetMessageHeader>>,
    pub internet_message_id: Option<String>,
    pub is_delivery_receipt_requested: Option<bool>,
    pub is_draft: Option<bool>,
    pub is_read: Option<bool>,
    pub is_read_receipt_requested: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub received_date_time: Option<DateTimeOffset>,
    pub reply_to: Option<Vec<Recipient>>,
    pub sender: Option<Recipient>,
    pub sent_date_time: Option<DateTimeOffset>,
    pub subject: Option<String>,
    pub to_recipients: Option<Vec<Recipient>>,
    pub unique_body: Option<ItemBody>,
    pub web_link: Option<String>,
    #[graph(navigation)]
    pub attachments: Option<Vec<Attachment>>,
    #[graph(navigation)]
    pub extensions: Option<Vec<Extension>>,
    #[graph(navigation)]
    pub single_value_extended_properties: Option<Vec<SingleValueLegacyExtendedProperty>>,
    pub mentions_preview: Option<MentionsPreview>,
    pub unsubscribe_data: Option<Vec<String>>,
    pub unsubscribe_enabled: Option<bool>,
    pub mentions: Option<Vec<Mention>>,
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(odata_type)]
    pub odata_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

/// An attached item is a message, an event or a contact.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.itemAttachment", collection = "me/messages/{messageId}/attachments")]
pub struct ItemAttachment {
    #[graph(base)]
    pub base: AttachmentBase,
    #[graph(navigation)]
    pub item: Option<AttachedItem>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.fileAttachment", collection = "me/messages/{messageId}/attachments")]
pub struct FileAttachment {
    #[graph(base)]
    pub base: AttachmentBase,
    pub content_bytes: Option<Binary>,
    pub content_id: Option<String>,
    pub content_location: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.referenceAttachment", collection = "me/messages/{messageId}/attachments")]
pub struct ReferenceAttachment {
    #[graph(base)]
    pub base: AttachmentBase,
    pub source_url: Option<String>,
    pub provider_type: Option<ReferenceAttachmentProvider>,
    pub thumbnail_url: Option<String>,
    pub preview_url: Option<String>,
    pub permission: Option<ReferenceAttachmentPermission>,
    pub is_folder: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.contact",
    collection = "me/contacts",
    collection = "me/contactFolders/{contactFolderId}/contacts"
)]
pub struct Contact {
    #[graph(base)]
    pub base: OutlookItem,
    pub assistant_name: Option<String>,
    pub birthday: Option<DateTimeOffset>,
    pub business_phones: Option<Vec<String>>,
    pub children: Option<Vec<String>>,
    pub company_name: Option<String>,
    pub department: Option<String>,
    pub display_name: Option<String>,
    pub email_addresses: Option<Vec<EmailAddress>>,
    pub file_as: Option<String>,
    pub generation: Option<String>,
    pub given_name: Option<String>,
    pub im_addresses: Option<Vec<String>>,
    pub initials: Option<String>,
    pub job_title: Option<String>,
    pub manager: Option<String>,
    pub middle_name: Option<String>,
    pub nick_name: Option<String>,
    pub office_location: Option<String>,
    pub parent_folder_id: Option<String>,
    pub personal_notes: Option<String>,
    pub profession: Option<String>,
    pub spouse_name: Option<String>,
    pub surname: Option<String>,
    pub title: Option<String>,
    pub yomi_company_name: Option<String>,
    pub yomi_given_name: Option<String>,
    pub yomi_surname: Option<String>,
    pub gender: Option<String>,
    pub is_favorite: Option<bool>,
    pub websites: Option<Vec<Value>>,
    pub phones: Option<Vec<Phone>>,
    pub postal_addresses: Option<Vec<Value>>,
    pub flag: Option<FollowupFlag>,
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.contactFolder", collection = "me/contactFolders")]
pub struct ContactFolder {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub parent_folder_id: Option<String>,
    #[graph(navigation)]
    pub contacts: Option<Vec<Contact>>,
    pub well_known_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.mailFolder")]
pub enum AnyMailFolder {
    Folder(Box<MailFolder>),
    Search(Box<MailSearchFolder>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.mailFolder", collection = "me/mailFolders")]
pub struct MailFolder {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub child_folder_count: Option<i32>,
    pub display_name: Option<String>,
    pub is_hidden: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub total_item_count: Option<i32>,
    pub unread_item_count: Option<i32>,
    #[graph(navigation)]
    pub child_folders: Option<Vec<AnyMailFolder>>,
    #[graph(navigation)]
    pub messages: Option<Vec<Message>>,
    pub well_known_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.post")]
pub struct Post {
    #[graph(base)]
    pub base: OutlookItem,
    pub body: Option<ItemBody>,
    pub conversation_thread_id: Option<String>,
    pub from: Option<Recipient>,
    pub has_attachments: Option<bool>,
    pub new_participants: Option<Vec<Recipient>>,
    pub received_date_time: Option<DateTimeOffset>,
    pub sender: Option<Recipient>,
    #[graph(navigation)]
    pub attachments: Option<Vec<Attachment>>,
    pub importance: Option<String>,
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.conversationThread", collection = "groups/{id}/threads")]
pub struct ConversationThread {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub cc_recipients: Option<Vec<Recipient>>,
    pub has_attachments: Option<bool>,
    pub is_locked: Option<bool>,
    pub last_delivered_date_time: Option<DateTimeOffset>,
    pub preview: Option<String>,
    pub topic: Option<String>,
    pub to_recipients: Option<Vec<Recipient>>,
    pub unique_senders: Option<Vec<String>>,
    #[graph(navigation)]
    pub posts: Option<Vec<Post>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.conversation", collection = "groups/{id}/conversations")]
pub struct Conversation {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub has_attachments: Option<bool>,
    pub last_delivered_date_time: Option<DateTimeOffset>,
    pub preview: Option<String>,
    pub topic: Option<String>,
    pub unique_senders: Option<Vec<String>>,
    #[graph(navigation)]
    pub threads: Option<Vec<ConversationThread>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.outlookItem")]
pub enum AttachedItem {
    Message(Box<Message>),
    Event(Box<Event>),
    Contact(Box<Contact>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.outlookItem", abstract)]
pub struct OutlookItem {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub categories: Option<Vec<String>>,
    pub change_key: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.followupFlag")]
pub struct FollowupFlag {
    pub flag_status: Option<FollowupFlagStatus>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.internetMessageHeader")]
pub struct InternetMessageHeader {
    pub name: Option<String>,
    pub value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.attachment")]
pub enum Attachment {
    File(Box<FileAttachment>),
    Item(Box<ItemAttachment>),
    Reference(Box<ReferenceAttachment>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.attachment", abstract)]
pub struct AttachmentBase {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub content_type: Option<String>,
    pub is_inline: Option<bool>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub name: Option<String>,
    pub size: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.phone")]
pub struct Phone {
    pub language: Option<String>,
    pub number: Option<String>,
    pub region: Option<String>,
    pub r#type: Option<PhoneType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.singleValueLegacyExtendedProperty")]
pub struct SingleValueLegacyExtendedProperty {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mentionsPreview")]
pub struct MentionsPreview {
    pub is_mentioned: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.mention")]
pub struct Mention {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub mentioned: Option<EmailAddress>,
    pub mention_text: Option<String>,
    pub client_reference: Option<String>,
    #[graph(read_only)]
    pub created_by: Option<EmailAddress>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub server_created_date_time: Option<DateTimeOffset>,
    pub deep_link: Option<String>,
    pub application: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.mailSearchFolder", collection = "me/mailFolders/{mailFolderId}/childFolders")]
pub struct MailSearchFolder {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub child_folder_count: Option<i32>,
    pub display_name: Option<String>,
    pub is_hidden: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub total_item_count: Option<i32>,
    pub unread_item_count: Option<i32>,
    pub filter_query: Option<String>,
    pub is_supported: Option<bool>,
    pub well_known_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.emailType")]
pub enum EmailType {
    Unknown,
    Work,
    Personal,
    Main,
    Other,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.followupFlagStatus")]
pub enum FollowupFlagStatus {
    NotFlagged,
    Complete,
    Flagged,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
pub enum Importance {
    Low,
    Normal,
    High,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.inferenceClassificationType")]
pub enum InferenceClassificationType {
    Focused,
    Other,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.phoneType")]
pub enum PhoneType {
    Home,
    Business,
    Mobile,
    Other,
    Assistant,
    HomeFax,
    BusinessFax,
    OtherFax,
    Pager,
    Radio,
    #[graph(unrecognized)]
    Unrecognized(String),
}
