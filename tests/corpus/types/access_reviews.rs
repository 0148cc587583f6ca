//! Access reviews: schedules, instances, decisions.

use graph_entity::edm::{DateTimeOffset, Duration};
use graph_entity::{Extra, GraphComplex, GraphEntity, Unrecognized};

use super::common::{Identity, PatternedRecurrence, UserIdentity};

/// Scopes within scopes, of several types.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.accessReviewScheduleDefinition",
    collection = "identityGovernance/accessReviews/definitions"
)]
pub struct AccessReviewScheduleDefinition {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub created_by: Option<UserIdentity>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub description_for_admins: Option<String>,
    pub description_for_reviewers: Option<String>,
    pub display_name: Option<String>,
    pub fallback_reviewers: Option<Vec<AccessReviewReviewerScope>>,
    pub instance_enumeration_scope: Option<AccessReviewScope>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub reviewers: Option<Vec<AccessReviewReviewerScope>>,
    pub scope: Option<AccessReviewScope>,
    pub settings: Option<AccessReviewScheduleSettings>,
    pub status: Option<String>,
    #[graph(navigation)]
    pub instances: Option<Vec<AccessReviewInstance>>,
    pub backup_reviewers: Option<Vec<AccessReviewReviewerScope>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.accessReviewInstance",
    collection = "identityGovernance/accessReviews/definitions/{definitionId}/instances"
)]
pub struct AccessReviewInstance {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub end_date_time: Option<DateTimeOffset>,
    pub scope: Option<AccessReviewScope>,
    pub start_date_time: Option<DateTimeOffset>,
    pub status: Option<String>,
    #[graph(navigation)]
    pub decisions: Option<Vec<AccessReviewInstanceDecisionItem>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.accessReviewInstanceDecisionItem")]
pub struct AccessReviewInstanceDecisionItem {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub access_review_id: Option<String>,
    pub applied_by: Option<UserIdentity>,
    pub applied_date_time: Option<DateTimeOffset>,
    pub apply_result: Option<String>,
    pub decision: Option<String>,
    pub justification: Option<String>,
    pub principal: Option<DecisionPrincipal>,
    pub principal_link: Option<String>,
    pub recommendation: Option<String>,
    pub resource: Option<AccessReviewInstanceDecisionItemResource>,
    pub resource_link: Option<String>,
    pub reviewed_by: Option<UserIdentity>,
    pub reviewed_date_time: Option<DateTimeOffset>,
    pub target_: Option<AccessReviewDecisionTarget>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.accessReviewReviewerScope")]
pub struct AccessReviewReviewerScope {
    pub query: Option<String>,
    pub query_root: Option<String>,
    pub query_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

/// Whom a decision is about: a user, or an identity of which no more is known.
#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.identity")]
pub enum DecisionPrincipal {
    User(Box<UserIdentity>),
    Other(Box<Identity>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.accessReviewScope")]
pub enum AccessReviewScope {
    Query(Box<AccessReviewQueryScope>),
    InactiveUsers(Box<AccessReviewInactiveUsersQueryScope>),
    PrincipalResourceMemberships(Box<PrincipalResourceMembershipsScope>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.accessReviewQueryScope")]
pub struct AccessReviewQueryScope {
    pub query: Option<String>,
    pub query_root: Option<String>,
    pub query_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.accessReviewInactiveUsersQueryScope")]
pub struct AccessReviewInactiveUsersQueryScope {
    pub query: Option<String>,
    pub query_root: Option<String>,
    pub query_type: Option<String>,
    pub inactive_duration: Option<Duration>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.principalResourceMembershipsScope")]
pub struct PrincipalResourceMembershipsScope {
    pub principal_scopes: Option<Vec<AccessReviewScope>>,
    pub resource_scopes: Option<Vec<AccessReviewScope>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.accessReviewScheduleSettings")]
pub struct AccessReviewScheduleSettings {
    pub apply_actions: Option<Vec<AccessReviewApplyAction>>,
    pub auto_apply_decisions_enabled: Option<bool>,
    pub default_decision: Option<String>,
    pub default_decision_enabled: Option<bool>,
    pub instance_duration_in_days: Option<i32>,
    pub justification_required_on_approval: Option<bool>,
    pub mail_notifications_enabled: Option<bool>,
    pub recommendations_enabled: Option<bool>,
    pub recurrence: Option<PatternedRecurrence>,
    pub reminder_notifications_enabled: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.accessReviewApplyAction")]
pub enum AccessReviewApplyAction {
    RemoveAccess(Box<RemoveAccessApplyAction>),
    DisableAndDeleteUser(Box<DisableAndDeleteUserApplyAction>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.removeAccessApplyAction")]
pub struct RemoveAccessApplyAction {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.disableAndDeleteUserApplyAction")]
pub struct DisableAndDeleteUserApplyAction {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.accessReviewInstanceDecisionItemResource")]
pub struct AccessReviewInstanceDecisionItemResource {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub r#type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.accessReviewInstanceDecisionItemTarget")]
pub enum AccessReviewDecisionTarget {
    User(Box<AccessReviewInstanceDecisionItemUserTarget>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.accessReviewInstanceDecisionItemUserTarget")]
pub struct AccessReviewInstanceDecisionItemUserTarget {
    pub user_id: Option<String>,
    pub user_display_name: Option<String>,
    pub user_principal_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}
