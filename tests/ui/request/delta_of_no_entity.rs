struct User;

fn main() {
    let _ = graph_entity::Collection::<User>::at("users", &[]).delta();
}
