//! Lists users with a filter, in order, from page to page: async, with reqwest.
//!
//! ```text
//! cargo run --example list_users
//! ```
//! starts an emulator on a loopback socket, and at the end shows what it was asked.

use std::error::Error;

use graph_entity::transport::ReqwestClient;
use graph_entity::{GraphClient, GraphEntity, path};
use graph_entity_emulator::{Emulator, Server};
use serde_json::json;

/// A user, or what this program needs of one.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub struct User {
    /// Key of the user.
    #[graph(key, read_only)]
    pub id: String,
    /// The name in the address book.
    pub display_name: String,
    /// Whether the user can sign in.
    pub account_enabled: Option<bool>,
    /// Whom the user reports to.
    #[graph(navigation)]
    pub manager: Option<Box<User>>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = start_emulator()?;
    let client = GraphClient::builder(ReqwestClient::new()?).base_url(server.url()).token("any").build()?;

    let enabled = path!(User.account_enabled).eq(true);
    let mut users = User::collection()
        .list()
        .filter(path!(User.display_name).starts_with("O'Ne") & enabled)
        .order_by(path!(User.display_name))
        .top(5)
        .stream(&client);
    let mut count = 0;
    while let Some(user) = users.next().await {
        let user = user?;
        let manager = user.manager.map(|manager| manager.display_name).unwrap_or_default();
        println!("{:<12} reports to {manager}", user.display_name);
        count += 1;
    }
    println!("{count} users\n");

    for entry in server.emulator().log() {
        println!("{} {} {}", entry.method, entry.target, entry.status);
    }
    Ok(())
}

/// Thirty users, every second one enabled.
fn start_emulator() -> Result<Server, Box<dyn Error>> {
    let mut builder = Emulator::builder()
        .entity::<User>()
        .directory("v1.0", "users")
        .reference("v1.0", "users/{id}/manager", ["users"])
        .item("v1.0", "users", json!({"id": "boss", "displayName": "Boss", "accountEnabled": true}));
    for number in 0..30 {
        builder = builder.item(
            "v1.0",
            "users",
            json!({
                "id": format!("u{number}"),
                "displayName": format!("O'Neil {number:02}"),
                "accountEnabled": number % 2 == 0,
                "manager@odata.bind": "users/boss",
            }),
        );
    }
    let server = builder.try_build()?.serve()?;
    println!("emulator on {}\n", server.url());
    Ok(server)
}
