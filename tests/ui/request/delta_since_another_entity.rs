use graph_entity::{DeltaLink, GraphEntity};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
struct Group {
    id: String,
}

fn go_on(link: DeltaLink<User>) {
    let _ = Group::collection().delta().since(Some(link));
}

fn main() {
    let _ = User::collection().delta().request().map(drop);
    let _ = go_on;
}
