use graph_entity::GraphEntity;

/// `deviceManagementScriptUserState`, as the reference page "Create userRunStates" has it.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates",
    collection = "deviceManagement/deviceManagementScripts/{deviceManagementScriptId}/userRunStates",
    collection = "deviceManagement/deviceCustomAttributeShellScripts/{deviceCustomAttributeShellScriptId}/userRunStates"
)]
pub struct DeviceManagementScriptUserState {
    /// The key. The service sets it.
    #[graph(key, read_only)]
    pub id: String,
    pub success_device_count: i32,
    pub error_device_count: i32,
    pub user_principal_name: String,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::DeviceManagementScriptUserState;

    /// The request is that of the reference page.
    #[test]
    fn the_request_is_that_of_the_page() -> Result<(), Box<dyn std::error::Error>> {
        let collection =
            DeviceManagementScriptUserState::in_device_shell_script("deviceShellScriptId");
        let request = collection
            .create()
            .success_device_count(1)
            .error_device_count(1)
            .user_principal_name("text")
            .request()?;
        assert_eq!(request.method(), "POST");
        assert_eq!(request.version(), Some("beta"));
        assert_eq!(
            request.path(),
            "deviceManagement/deviceShellScripts/deviceShellScriptId/userRunStates"
        );
        let body: serde_json::Value = serde_json::from_slice(request.body())?;
        let expected = json!({
            "@odata.type": "#microsoft.graph.deviceManagementScriptUserState",
            "successDeviceCount": 1,
            "errorDeviceCount": 1,
            "userPrincipalName": "text"
        });
        assert_eq!(body, expected);
        Ok(())
    }
}
