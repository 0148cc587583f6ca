use graph_entity::{Extra, GraphComplex, GraphEntity};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.folder",
    version = "v1.0",
    collection = "me/mailbox/folders",
    collection = "users/{userId}/mailbox/folders",
    collection = "me/mailbox/folders/{folderId}/folders",
    all_properties
)]
pub struct Folder {
    #[graph(key, read_only, default)]
    pub id: String,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.mailbox",
    version = "v1.0",
    singleton = "me/mailbox",
    singleton(path = "users/{userId}/mailbox", name = "user_mailbox"),
    all_properties
)]
pub struct Mailbox {
    #[graph(key, read_only, default)]
    pub id: String,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.security.alert",
    version = "v1.0",
    collection = "me/alerts",
    collection = "users/{userId}/alerts",
    all_properties
)]
pub struct SecurityAlert {
    #[graph(key, read_only, default)]
    pub id: String,
    pub detail: Option<Alert>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.workflowVersion",
    version = "v1.0",
    all_properties
)]
pub struct WorkflowVersion {
    #[graph(key, read_only, default)]
    pub version_number: i32,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.alert")]
pub struct Alert {
    pub title: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}
