use graph_entity::GraphEntity;

#[derive(GraphEntity)]
enum User {
    Member(String),
}

fn main() {
    let _ = serde_json::from_str::<User>("[]").map(|user| serde_json::to_string(&user));
}
