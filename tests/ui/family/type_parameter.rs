use graph_entity::{GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
struct User {
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection = "objects")]
enum Object<T> {
    User(User),
    #[graph(unrecognized)]
    Other(T),
}

fn main() {
    let _ = Object::<User>::collection().item("1").get().request();
    let _ = graph_entity::json::from_str::<Vec<Object<User>>>("[]");
}
