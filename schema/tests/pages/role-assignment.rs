// there are several tables of permissions; the first is taken
use graph_entity::GraphEntity;

/// `unifiedRoleAssignment`, as the reference page "Create unifiedRoleAssignment" has it.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.unifiedRoleAssignment",
    version = "v1.0",
    collection = "roleManagement/directory/roleAssignments",
    collection(
        path = "roleManagement/entitlementManagement/roleAssignments",
        name = "in_role_management_entitlement_management"
    ),
    permission(create = "RoleManagement.ReadWrite.Directory")
)]
pub struct UnifiedRoleAssignment {
    /// The key. The service sets it.
    #[graph(key, read_only)]
    pub id: String,
    /// Identifier of the definition of the role.
    pub role_definition_id: String,
    /// Who gets it.
    pub principal_id: String,
    /// Where it holds. Either this property or appScopeId is required. Use `/` for the tenant.
    pub directory_scope_id: Option<String>,
    /// Where it holds in the app. Either this property or directoryScopeId is required.
    pub app_scope_id: Option<String>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::UnifiedRoleAssignment;

    /// The request is that of the reference page.
    #[test]
    fn the_request_is_that_of_the_page() -> Result<(), Box<dyn std::error::Error>> {
        let collection = UnifiedRoleAssignment::collection();
        let request = collection
            .create()
            .role_definition_id("text")
            .principal_id("text")
            .request()?;
        assert_eq!(request.method(), "POST");
        assert_eq!(request.version(), Some("v1.0"));
        assert_eq!(request.path(), "roleManagement/directory/roleAssignments");
        let body: serde_json::Value = serde_json::from_slice(request.body())?;
        let expected = json!({
            "@odata.type": "#microsoft.graph.unifiedRoleAssignment",
            "roleDefinitionId": "text",
            "principalId": "text"
        });
        assert_eq!(body, expected);
        Ok(())
    }
}
