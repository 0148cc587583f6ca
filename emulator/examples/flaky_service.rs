//! Users are created at a service that fails now and then, each once: what the client repeats by itself, and what is left to
//! the program.
//!
//! ```text
//! cargo run --example flaky_service
//! ```

use std::error::Error;
use std::time::Duration;

use graph_entity::transport::UreqClient;
use graph_entity::{Error as GraphError, GraphClient, GraphEntity, Retry, path};
use graph_entity_emulator::{Emulator, Fault};

/// A user.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub struct User {
    /// Key of the user.
    #[graph(key, read_only)]
    pub id: String,
    /// The name, which is of one user only.
    pub display_name: String,
}

type Client = GraphClient<UreqClient>;

/// Creates a user once, whatever happens on the way.
fn create(client: &Client, name: &str) -> Result<User, GraphError> {
    match User::collection().create().display_name(name).send_blocking(client) {
        // It may be there: a POST is repeated by nobody but the program, which can look.
        Err(error) if error.may_have_been_done() => {
            println!("  {name}: {error}; looking it up");
            match find(client, name)? {
                Some(user) => Ok(user),
                None => User::collection().create().display_name(name).send_blocking(client),
            }
        }
        other => other,
    }
}

fn find(client: &Client, name: &str) -> Result<Option<User>, GraphError> {
    let list = User::collection().list().filter(path!(User.display_name).eq(name));
    list.iter(client).next().transpose()
}

fn main() -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::builder().entity::<User>().try_build()?;
    let server = emulator.serve()?;
    let client = GraphClient::builder(UreqClient::new())
        .base_url(server.url())
        .token("any")
        .retry(Retry::default().base_delay(Duration::from_millis(50)).deadline(Duration::from_secs(30)))
        .build()?;

    for fault in [
        Fault::Throttled("0.2".into()),
        Fault::Unavailable("0.1".into()),
        Fault::GatewayTimeout { done: true },
        Fault::Dropped { done: true },
        Fault::Dropped { done: false },
    ] {
        let name = format!("{fault:?}");
        println!("{name}");
        emulator.fail_next(fault);
        create(&client, &name)?;
        for entry in emulator.take_log() {
            println!("  {} {}: {}", entry.method, entry.target, entry.status);
        }
    }
    let users = emulator.items("v1.0", "users");
    println!("{} users", users.len());
    Ok(())
}
