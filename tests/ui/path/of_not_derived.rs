use graph_entity::path;

struct User {
    name: String,
}

fn main() {
    let _ = path!(User.name).eq("x");
    let _ = User { name: String::new() };
}
