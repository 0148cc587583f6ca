struct User;

fn main() {
    let _ = graph_entity::json::from_str::<User>("{}");
}
