use graph_entity::Collection;

struct User;

fn main() {
    let _ = Collection::<User>::at("users", &[]).count().request();
}
