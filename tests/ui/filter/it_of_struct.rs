use graph_entity::{GraphComplex, GraphEntity, it, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    phones: Vec<Phone>,
}

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.phone")]
struct Phone {
    number: String,
}

fn main() {
    let _ = User::collection().list().filter(path!(User.phones).any(it().starts_with("1")));
}
