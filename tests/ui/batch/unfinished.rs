use graph_entity::{Batch, GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

fn main() {
    let mut batch = Batch::new();
    batch.add(User::collection().item("1").get());
    batch.add(User::collection().item("1").get().request());
}
