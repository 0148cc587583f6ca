//! The same request by graph-entity over `reqwest`. Sends if it is called with an address; the build is the same.
#![deny(warnings, unused)]
use graph_entity::GraphClient;
use graph_entity::transport::ReqwestClient;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let create = State::in_device_shell_script("3f5a")
        .create()
        .success_device_count(2)
        .error_device_count(0)
        .user_principal_name("user@contoso.com");
    println!("{}", String::from_utf8_lossy(create.request()?.body()));
    if let Some(base) = std::env::args().nth(1) {
        let client = GraphClient::builder(ReqwestClient::new()?).base_url(&base).token("token").build()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        println!("{:?}", runtime.block_on(create.send(&client))?);
    }
    Ok(())
}
