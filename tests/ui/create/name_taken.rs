use graph_entity::GraphEntity;

struct UserBuilder;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
}

fn main() {
    let _ = User::collection().create().display_name("x");
}
