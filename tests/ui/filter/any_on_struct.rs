use graph_entity::{GraphComplex, GraphEntity, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    phone: Option<Phone>,
}

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.phone")]
struct Phone {
    number: String,
}

fn main() {
    let _ = User::collection().list().filter(path!(User.phone).any(path!(Phone.number).eq("1")));
}
