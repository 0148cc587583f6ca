use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

fn main() {
    let _ = User::collection().item("1").delete().in_version(2);
    let name = String::from("beta");
    let _ = User::collection().item("1").delete().in_version(name);
}
