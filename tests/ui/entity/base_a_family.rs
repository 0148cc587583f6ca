use graph_entity::{GraphEntity, Unrecognized};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.entity")]
enum Object {
    #[graph(unrecognized)]
    Other(Unrecognized),
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(base)]
    entity: Object,
    display_name: String,
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
