//! Several requests in one exchange, over HTTP: each has its own answer, what is throttled goes again by itself, and what
//! depends on others is done after them.
//!
//! ```text
//! cargo run --example batch
//! ```

use graph_entity::transport::UreqClient;
use graph_entity::{Batch, Error, GraphClient, GraphEntity, Retry, batch, path};
use graph_entity_emulator::{Emulator, Fault, Server};
use serde_json::json;

/// A user, or what this program needs of one.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
pub struct User {
    /// Key of the user.
    #[graph(key, read_only)]
    pub id: String,
    /// The name.
    pub display_name: String,
}

/// A group.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
pub struct Group {
    /// Key of the group. The service sets it.
    #[graph(key, read_only)]
    pub id: String,
    /// The name.
    pub display_name: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = service()?;
    let client = GraphClient::builder(UreqClient::new()).base_url(server.url()).token("any").build()?;

    // A few of different types: a tuple in, a tuple out.
    let requests = (User::me().get().request()?, Group::collection().list().top(5).request()?);
    let (me, groups) = batch::join(requests).send_blocking(&client)?;
    println!("{} sees {} groups", me?.display_name, groups?.items().len());

    // Many, some of which depend on others. One user is throttled: this one goes again, after what its answer asks for.
    server.emulator().fail_when(Fault::Throttled("0.1".into()), |_, target| target.starts_with("/v1.0/users/u3?"));
    let mut batch = Batch::new().retry(Retry::default().max_retries(5));
    let users: Vec<_> = (0..30)
        .map(|number| Ok(batch.add(User::collection().item(format!("u{number}")).get().request()?)))
        .collect::<Result<_, Error>>()?;
    let group = batch.add(Group::collection().create().display_name("Ops").request()?);
    let renamed = User::collection().item("u1").update().display_name("One of Ops").request()?;
    let renamed = batch.add_after(renamed, group);
    let mut answers = batch.send_blocking(&client)?;
    let mut found = 0;
    for (number, user) in users.into_iter().enumerate() {
        match answers.take(user) {
            Ok(_) => found += 1,
            Err(error) => println!("u{number}: {error}"),
        }
    }
    println!("{found} of 30 users; the new group is {}", answers.take(group)?.display_name);
    answers.take_response(renamed)?;

    let ops = path!(User.display_name).eq("One of Ops");
    let ops = User::collection().list().filter(ops).send_blocking(&client)?;
    println!("renamed: {}", ops.items()[0].id);
    let exchanges = server.emulator().log().into_iter().filter(|entry| entry.batch.is_none()).count();
    println!("{exchanges} exchanges for 35 requests");
    Ok(())
}

fn service() -> std::io::Result<Server> {
    let mut builder = Emulator::builder().entity::<User>().entity::<Group>().alias("v1.0", "me", "users/u0").item(
        "v1.0",
        "groups",
        json!({"id": "g1", "displayName": "All"}),
    );
    // The last one is missing.
    for number in 0..29 {
        let user = json!({"id": format!("u{number}"), "displayName": format!("User {number}")});
        builder = builder.item("v1.0", "users", user);
    }
    builder.build().serve()
}
