use graph_entity::version::Beta;
use graph_entity::{Batch, GraphEntity, Item};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", version = "beta", collection = "users/{id}/messages")]
struct Message {
    id: String,
}

fn main() {
    let mut batch = Batch::new();
    let user = batch.add(User::collection().item("1").get().request().unwrap());
    batch.add(Message::in_user("1").item("2").delete());
    batch.add_after(Message::in_user("1").list().request().unwrap(), user);
    batch.add(User::collection().item("1").delete().in_version("v1.0"));
    let message: Item<Message, Beta> = Message::in_user("1").item("2");
    batch.add(message.get().request().unwrap());
}
