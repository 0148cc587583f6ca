use graph_entity::{GraphComplex, GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    phones: Vec<Phone>,
    age: i32,
}

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.phone")]
struct Phone {
    number: String,
}

fn main() {
    let _ = User::collection().list().filter(path!(User.phones).any(path!(User.age).eq(1)));
}
