//! How code that talks to Graph is tested without a network: the emulator is a transport in process, and its log and its
//! store tell what was done.
//!
//! ```text
//! cargo test --example unit_test
//! cargo run --example unit_test
//! ```

use graph_entity::{Blocking, Error, GraphClient, GraphEntity, path};
use graph_entity_emulator::Emulator;
use serde_json::json;

/// A user, or what this program needs of one.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub struct User {
    /// Key of the user.
    #[graph(key, read_only)]
    pub id: String,
    /// Where the user works.
    pub department: Option<String>,
    /// Whether the user can sign in.
    pub account_enabled: bool,
}

/// The code under test: switches off the accounts of a department and says how many there were.
///
/// It works over any transport that blocks; in production that is a `UreqClient`.
pub fn disable_department<H: Blocking>(client: &GraphClient<H>, department: &str) -> Result<usize, Error> {
    let enabled = path!(User.account_enabled).eq(true);
    let list = User::collection().list().filter(path!(User.department).eq(department) & enabled);
    // All of them first: pages may shift while what they are filtered by is changed.
    let users: Vec<User> = list.iter(client).collect::<Result<_, _>>()?;
    for user in &users {
        User::collection().item(&user.id).update().account_enabled(false).send_blocking(client)?;
    }
    Ok(users.len())
}

fn emulator() -> Emulator {
    let mut builder = Emulator::builder().entity::<User>().page_size("v1.0", "users", 2);
    for (id, department, enabled) in [
        ("ada", "Sales", true),
        ("bob", "Sales", false),
        ("cy", "R&D", true),
        ("dan", "Sales", true),
        ("eve", "Sales", true),
    ] {
        builder = builder.item("v1.0", "users", json!({"id": id, "department": department, "accountEnabled": enabled}));
    }
    builder.build()
}

fn client(emulator: &Emulator) -> Result<GraphClient<Emulator>, Error> {
    GraphClient::builder(emulator.clone()).base_url("http://localhost").token("any").build()
}

fn main() -> Result<(), Error> {
    let emulator = emulator();
    println!("{} accounts of Sales disabled", disable_department(&client(&emulator)?, "Sales")?);
    for entry in emulator.log() {
        println!("{} {} {}", entry.method, entry.target, entry.status);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{client, disable_department, emulator};

    #[test]
    fn only_the_enabled_accounts_of_the_department_are_disabled() -> Result<(), graph_entity::Error> {
        let emulator = emulator();
        assert_eq!(disable_department(&client(&emulator)?, "Sales")?, 3);
        let enabled: Vec<_> =
            emulator.items("v1.0", "users").into_iter().filter(|user| user["accountEnabled"] == true).collect();
        assert_eq!(enabled.len(), 1);
        assert_eq!(enabled[0]["id"], "cy");
        let updates = emulator.log().into_iter().filter(|entry| entry.method == "PATCH");
        assert_eq!(updates.count(), 3);
        Ok(())
    }

    #[test]
    fn a_department_without_accounts_is_no_error() -> Result<(), graph_entity::Error> {
        assert_eq!(disable_department(&client(&emulator())?, "Nobody & Co's")?, 0);
        Ok(())
    }
}
