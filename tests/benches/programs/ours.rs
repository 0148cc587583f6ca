//! The body of a create request, by graph-entity.
#![deny(warnings, unused)]
use graph_entity::GraphEntity;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates"
)]
pub struct State {
    #[graph(key, read_only)]
    pub id: String,
    pub success_device_count: i32,
    pub error_device_count: i32,
    pub user_principal_name: String,
}

fn main() -> Result<(), graph_entity::Error> {
    let request = State::in_device_shell_script("3f5a")
        .create()
        .success_device_count(2)
        .error_device_count(0)
        .user_principal_name("user@contoso.com")
        .request()?;
    println!("{}", String::from_utf8_lossy(request.body()));
    Ok(())
}
