use graph_entity::{GraphEntity, batch};

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
    let user = User::collection().item("1").get().request().unwrap();
    let messages = Message::in_user("1").list().request().unwrap();
    let _ = batch::join((user, messages));
}
