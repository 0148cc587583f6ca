use graph_entity::GraphEntity;

use graph_entity::Extra;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    #[graph(extra)]
    extra: Extra,
    #[graph(extra)]
    rest: Extra,
}

fn main() {
    let _ = User::collection().create().display_name("x").request();
    let _ = graph_entity::json::from_str::<User>("{}");
}
