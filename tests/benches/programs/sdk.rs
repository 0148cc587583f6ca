//! The same by graph-rs-sdk, which does not know this collection; another one is beside it. Sends if it is called with a
//! token.
#![deny(warnings, unused)]
use graph_rs_sdk::GraphClient;
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

async fn send(mut client: GraphClient) -> Result<State, Box<dyn std::error::Error>> {
    let management = client.beta().device_management();
    let response = management.create_device_management_partners(&state()).send().await?;
    Ok(response.error_for_status()?.json().await?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", serde_json::to_string(&state())?);
    if let Some(token) = std::env::args().nth(1) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        println!("{:?}", runtime.block_on(send(GraphClient::new(token)))?);
    }
    Ok(())
}
