#![deny(private_interfaces)]

mod users {
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.identity")]
    struct Identity {
        id: String,
    }

    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
    pub struct User {
        pub display_name: String,
        pub identity: Option<Identity>,
    }
}

fn main() {
    let _ = users::User::collection().create().display_name("x").request();
}
