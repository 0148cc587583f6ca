//! The same by graph-rs-sdk, which does not know this collection; another one is beside it. Sends if it is called with a
//! token.
#![deny(warnings, unused)]
use graph_rs_sdk::GraphClient;

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
