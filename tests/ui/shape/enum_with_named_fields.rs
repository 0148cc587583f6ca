use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
enum User {
    Member { id: String },
}

fn main() {
    let _ = User::collection().create().request();
    let _ = graph_entity::json::from_str::<User>("{}");
    let _ = serde_json::from_str::<Vec<User>>("[]").map(|users| serde_json::to_string(&users));
    let _ = <User as GraphEntity>::ODATA_TYPE;
}
