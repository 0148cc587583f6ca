use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml", collection = "users")]
struct User {
    #[graph(read_only)]
    id: String,
    #[graph(key)]
    user_principal_name: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.report", schema = "graph.xml")]
struct Report {
    #[graph(key)]
    total: i64,
}

fn main() {
    let _ = User::collection().item("1").get();
    let _ = Report { total: 1 };
}
