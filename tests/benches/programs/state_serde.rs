
// What the programs with serde_derive create; it is appended to each.
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct State {
    #[serde(skip_serializing)]
    pub id: String,
    pub success_device_count: i32,
    pub error_device_count: i32,
    pub user_principal_name: String,
}

fn state() -> State {
    State {
        id: String::new(),
        success_device_count: 2,
        error_device_count: 0,
        user_principal_name: String::from("user@contoso.com"),
    }
}
