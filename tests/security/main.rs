//! Where tokens go and where they never do (W10), tokens under many calls, and calls that are dropped.
//!
//! What leads away here is all that the crate follows or could follow today.

mod allowed;
mod cancel;
mod forms;
mod monitors;
mod sources;
mod tokens;
mod uploads;
mod w10;
mod world;

use graph_entity::GraphEntity;

#[derive(Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub struct User {
    #[graph(key, read_only)]
    pub id: String,
    pub display_name: String,
    #[graph(annotation = "@odata.id")]
    pub odata_id: Option<String>,
    #[graph(write_only, sensitive)]
    pub password: Option<String>,
}

#[derive(Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
pub struct Group {
    #[graph(key, read_only)]
    pub id: String,
    #[graph(navigation)]
    pub members: Vec<Group>,
    #[graph(annotation = "members@odata.nextLink", sensitive)]
    pub more_members: Option<String>,
}
