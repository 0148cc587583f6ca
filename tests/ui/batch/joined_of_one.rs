use graph_entity::{GraphEntity, batch};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

fn main() {
    let _ = batch::join(User::collection().item("1").delete());
}
