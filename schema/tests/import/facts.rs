use graph_entity::{Extra, GraphComplex, GraphEntity};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.security.alert",
    version = "beta",
    collection = "users/{userId}/folders",
    collection(
        path = "me/folders",
        name = "mine",
        permission(create = "Mail.ReadWrite")
    ),
    all_properties
)]
pub struct SecurityAlert {
    #[graph(key, read_only, default)]
    pub id: String,
    /// What it is about.
    pub detail: Alert,
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
