use graph_entity::path;

mod users {
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
    pub struct User {
        display_name: String,
    }
}

fn main() {
    let _ = users::User::collection().list().filter(path!(users::User.display_name).eq("x"));
}
