//! Open and schema extensions.

use graph_entity::{Extra, GraphComplex, GraphEntity, Unrecognized};

/// An open type: what an app puts in is in `extra`.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.openTypeExtension",
    collection = "me/messages/{messageId}/extensions",
    collection = "users/{id}/extensions"
)]
pub struct OpenTypeExtension {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub extension_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.schemaExtension", collection = "schemaExtensions")]
pub struct SchemaExtension {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub description: Option<String>,
    pub owner: Option<String>,
    pub properties: Option<Vec<ExtensionSchemaProperty>>,
    pub status: Option<String>,
    pub target_types: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.extension")]
pub enum Extension {
    Open(Box<OpenTypeExtension>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.extensionSchemaProperty")]
pub struct ExtensionSchemaProperty {
    pub name: Option<String>,
    pub r#type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}
