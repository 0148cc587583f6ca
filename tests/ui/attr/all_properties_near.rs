use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", all_propertys, all_properties)]
struct User {
    display_name: String,
    #[graph(all_properties)]
    mail: Option<String>,
}

fn main() {
    let _ = User::collection().list().request();
}
