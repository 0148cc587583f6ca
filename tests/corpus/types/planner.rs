//! Planner and To Do.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Dictionary, Extra, GraphComplex, GraphEntity, GraphEnum};

use super::calendar::DateTimeTimeZone;
use super::common::{IdentitySet, ItemBody};
use super::mail::Importance;

/// `assignments` is a dictionary keyed by the ids of users.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.plannerTask", collection = "planner/tasks")]
pub struct PlannerTask {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub assignee_priority: Option<String>,
    pub assignments: Option<Dictionary<PlannerAssignment>>,
    pub bucket_id: Option<String>,
    #[graph(read_only)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub order_hint: Option<String>,
    pub plan_id: Option<String>,
    pub title: Option<String>,
    #[graph(navigation)]
    pub details: Option<PlannerTaskDetails>,
    #[graph(extra)]
    pub extra: Extra,
}

/// Two dictionaries keyed by data: ids of the checklist, encoded URLs of the references.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.plannerTaskDetails")]
pub struct PlannerTaskDetails {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub checklist: Option<Dictionary<PlannerChecklistItem>>,
    pub description: Option<String>,
    pub preview_type: Option<PlannerPreviewType>,
    pub references: Option<Dictionary<PlannerExternalReference>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.plannerPlan", collection = "planner/plans")]
pub struct PlannerPlan {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub container: Option<PlannerPlanContainer>,
    #[graph(read_only)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub owner: Option<String>,
    pub title: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.plannerBucket", collection = "planner/buckets")]
pub struct PlannerBucket {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub name: Option<String>,
    pub order_hint: Option<String>,
    pub plan_id: Option<String>,
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.todoTask", collection = "me/todo/lists/{listId}/tasks")]
pub struct TodoTask {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub body: Option<ItemBody>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub due_date_time: Option<DateTimeTimeZone>,
    pub importance: Option<Importance>,
    pub is_reminder_on: Option<bool>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub status: Option<TaskStatus>,
    pub title: Option<String>,
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.linkedResource",
    collection = "me/todo/lists/{listId}/tasks/{taskId}/linkedResources"
)]
pub struct LinkedResource {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub application_name: Option<String>,
    pub display_name: Option<String>,
    pub external_id: Option<String>,
    pub web_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.plannerAssignment")]
pub struct PlannerAssignment {
    pub assigned_by: Option<IdentitySet>,
    pub assigned_date_time: Option<DateTimeOffset>,
    pub order_hint: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.plannerChecklistItem")]
pub struct PlannerChecklistItem {
    pub is_checked: Option<bool>,
    pub last_modified_by: Option<IdentitySet>,
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub order_hint: Option<String>,
    pub title: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.plannerExternalReference")]
pub struct PlannerExternalReference {
    pub alias: Option<String>,
    pub last_modified_by: Option<IdentitySet>,
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub preview_priority: Option<String>,
    pub r#type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.plannerPlanContainer")]
pub struct PlannerPlanContainer {
    pub container_id: Option<String>,
    pub r#type: Option<PlannerContainerType>,
    pub url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.plannerPreviewType")]
pub enum PlannerPreviewType {
    Automatic,
    NoPreview,
    Checklist,
    Description,
    Reference,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.plannerContainerType")]
pub enum PlannerContainerType {
    Group,
    UnknownFutureValue,
    Roster,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.taskStatus")]
pub enum TaskStatus {
    NotStarted,
    InProgress,
    Completed,
    WaitingOnOthers,
    Deferred,
    #[graph(unrecognized)]
    Unrecognized(String),
}
