use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", abstract)]
struct Base {
    name: String,
}

fn main() {
    let _ = User::collection().of::<Base>().create();
}
