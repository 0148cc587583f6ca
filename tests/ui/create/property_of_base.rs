use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.place", abstract)]
struct Place {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    phone: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.room", collection = "rooms")]
struct Room {
    #[graph(base)]
    place: Place,
    capacity: i32,
}

fn main() {
    let _ = Room::collection().create().display_name("x").capacity(2).request();
}
