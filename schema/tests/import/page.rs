use graph_entity::edm::Guid;
use graph_entity::{Extra, Flags, GraphEntity, GraphEnum};

/// Represents a user. Its `id` never changes.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.user",
    version = "beta",
    collection = "users",
    collection = "administrativeUnits/{id}/users",
    permission(create = "User.ReadWrite.All")
)]
pub struct User {
    /// The key. The service sets it.
    #[graph(key, read_only)]
    pub id: String,
    /// Member or guest. Required.
    pub r#type: String,
    /// Of the mailbox. Read-only.
    #[graph(read_only, rename = "sizeInGB")]
    pub size_in_gb: Option<i64>,
    #[graph(immutable)]
    pub employee_id: Option<Guid>,
    /// Numbers for work. Required.
    #[graph(required)]
    pub business_phones: Vec<String>,
    /// What is shown. Possible values are: `apps`, `tabs`.
    pub parts: Option<Flags<TeamParts>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.teamParts", flags)]
pub enum TeamParts {
    Apps,
    Tabs,
    #[graph(unrecognized)]
    Unrecognized(String),
}
