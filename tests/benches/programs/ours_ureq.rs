//! The same request by graph-entity over `ureq`. Sends if it is called with an address; the build is the same.
#![deny(warnings, unused)]
use graph_entity::GraphClient;
use graph_entity::transport::UreqClient;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let create = State::in_device_shell_script("3f5a")
        .create()
        .success_device_count(2)
        .error_device_count(0)
        .user_principal_name("user@contoso.com");
    println!("{}", String::from_utf8_lossy(create.request()?.body()));
    if let Some(base) = std::env::args().nth(1) {
        let client = GraphClient::builder(UreqClient::new()).base_url(&base).token("token").build()?;
        println!("{:?}", create.send_blocking(&client)?);
    }
    Ok(())
}
