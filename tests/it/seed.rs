//! The entity of the seed page.

use graph_entity::GraphEntity;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates",
    collection = "deviceManagement/deviceManagementScripts/{deviceManagementScriptId}/userRunStates",
    collection = "deviceManagement/deviceCustomAttributeShellScripts/{deviceCustomAttributeShellScriptId}/userRunStates"
)]
pub struct DeviceManagementScriptUserState {
    /// Key of the state. The service sets it.
    #[graph(key, read_only)]
    pub id: String,
    pub success_device_count: i32,
    pub error_device_count: i32,
    pub user_principal_name: String,
}

#[test]
fn the_create_request_of_the_design() {
    let request = DeviceManagementScriptUserState::in_device_shell_script("3f5a")
        .create()
        .user_principal_name("user@contoso.com")
        .success_device_count(2)
        .error_device_count(0)
        .request()
        .unwrap();
    let http = request.to_http("https://graph.microsoft.com", "v1.0").unwrap();
    assert_eq!(
        http.uri().to_string(),
        "https://graph.microsoft.com/beta/deviceManagement/deviceShellScripts/3f5a/userRunStates"
    );
    assert_eq!(
        http.body(),
        r##"{"@odata.type":"#microsoft.graph.deviceManagementScriptUserState","successDeviceCount":2,"errorDeviceCount":0,"userPrincipalName":"user@contoso.com"}"##
    );
    let state: DeviceManagementScriptUserState = graph_entity::json::from_str(
        r#"{"id":"a","successDeviceCount":1,"errorDeviceCount":2,"userPrincipalName":"x"}"#,
    )
    .unwrap();
    let json = graph_entity::json::to_vec(&state).unwrap();
    assert_eq!(String::from_utf8(json.clone()).unwrap(), serde_json::to_string(&state).unwrap());
    assert_eq!(serde_json::from_slice::<DeviceManagementScriptUserState>(&json).unwrap(), state);
    let error = graph_entity::json::from_str::<DeviceManagementScriptUserState>(
        r#"{"id":"a","successDeviceCount":"Integer","errorDeviceCount":2,"userPrincipalName":"x"}"#,
    )
    .unwrap_err();
    assert_eq!(error.path(), "$.successDeviceCount");
}
