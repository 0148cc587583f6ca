use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.alert", schema = "graph.xml")]
struct Alert {
    #[graph(key, read_only)]
    id: String,
}

fn main() {
    let _ = Alert { id: String::new() };
}
