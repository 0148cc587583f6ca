use graph_entity::{Batch, GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

fn main() {
    let mut batch = Batch::new();
    batch.add(User::collection().item("1").delete());
    batch.add_after(User::collection().item("2").delete(), 0);
    batch.add_after(User::collection().item("3").delete(), ["1", "2"]);
}
