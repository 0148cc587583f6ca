use graph_entity::Item;

struct User;

fn main() {
    let _ = Item::<User>::at("me", &[]).get().all_properties().request();
}
