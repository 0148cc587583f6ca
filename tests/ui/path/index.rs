use graph_entity::{GraphComplex, GraphEntity, path};

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
    let _ = User::collection().list().filter(path!(User.phones[0].number).eq("1"));
}
