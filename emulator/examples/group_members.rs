//! The members of a group are of several types: here a family, of which the service's `@odata.type` chooses the variant.
//!
//! ```text
//! cargo run --example group_members
//! ```

use std::error::Error;

use graph_entity::transport::UreqClient;
use graph_entity::{GraphClient, GraphEntity, Reference, Unrecognized, path};
use graph_entity_emulator::{Emulator, Server};
use serde_json::json;

/// A group.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
pub struct Group {
    /// Key of the group.
    #[graph(key, read_only)]
    pub id: String,
    /// Its name.
    pub display_name: String,
    /// Who is in it.
    #[graph(navigation)]
    pub members: Vec<DirectoryObject>,
}

/// A user.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub struct User {
    /// Key of the user.
    #[graph(key, read_only)]
    pub id: String,
    /// Name of the user.
    pub display_name: String,
    /// Address of the user.
    pub mail: Option<String>,
}

/// What can be a member. Types that this program does not know are kept as they came.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject")]
pub enum DirectoryObject {
    /// A user
    User(Box<User>),
    /// A group in the group
    Group(Box<Group>),
    /// Anything else
    #[graph(unrecognized)]
    Other(Unrecognized),
}

fn main() -> Result<(), Box<dyn Error>> {
    let server = start_emulator()?;
    let client = GraphClient::builder(UreqClient::new()).base_url(server.url()).token("any").build()?;
    let group = || Group::collection().item("g1");
    let members = || group().to_many(path!(Group.members));

    let show = || -> Result<(), graph_entity::Error> {
        for member in members().list().iter(&client) {
            match member? {
                DirectoryObject::User(user) => {
                    println!("  user {} <{}>", user.display_name, user.mail.unwrap_or_default());
                }
                DirectoryObject::Group(group) => println!("  group {}", group.display_name),
                DirectoryObject::Other(other) => println!("  {}", other.odata_type.as_deref().unwrap_or("?")),
            }
        }
        Ok(())
    };
    println!("members of {}:", group().get().send_blocking(&client)?.display_name);
    show()?;

    // A relationship is to the object, whatever its type.
    members().add_ref(Reference::directory_object("u2")).send_blocking(&client)?;
    println!("with Bob:");
    show()?;

    // Of the members those that are users, by a cast.
    let users = members().of::<User>();
    println!("{} of them are users", users.clone().count().send_blocking(&client)?);
    for user in users.list().filter(path!(User.mail).ends_with("@contoso.com")).iter(&client) {
        println!("  {}", user?.display_name);
    }

    // Bob leaves the group. `delete()` in place of `remove_ref()` would delete Bob.
    members().item("u2").remove_ref().send_blocking(&client)?;
    println!("without Bob:");
    show()?;
    println!("Bob is still there: {}", User::collection().item("u2").get().send_blocking(&client)?.display_name);
    Ok(())
}

fn start_emulator() -> Result<Server, Box<dyn Error>> {
    let server = Emulator::builder()
        .entity::<User>()
        .entity::<Group>()
        .collection("v1.0", "devices")
        .odata_type("v1.0", "devices", "microsoft.graph.device")
        .union("v1.0", "directoryObjects", ["users", "groups", "devices"])
        .references("v1.0", "groups/{id}/members", ["directoryObjects"])
        .item("v1.0", "users", json!({"id": "u1", "displayName": "Ada", "mail": "ada@contoso.com"}))
        .item("v1.0", "users", json!({"id": "u2", "displayName": "Bob", "mail": "bob@contoso.com"}))
        .item("v1.0", "devices", json!({"id": "d1", "displayName": "Laptop"}))
        .item("v1.0", "groups", json!({"id": "g2", "displayName": "Interns"}))
        .item(
            "v1.0",
            "groups",
            json!({
                "id": "g1",
                "displayName": "Sales",
                "members@odata.bind": ["users/u1", "groups/g2", "devices/d1"],
            }),
        )
        .try_build()?
        .serve()?;
    println!("emulator on {}\n", server.url());
    Ok(server)
}
