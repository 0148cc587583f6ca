use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", schema = "graph.xml")]
struct Group {
    #[graph(key, read_only)]
    id: String,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml")]
struct User {
    #[graph(base)]
    group: Group,
    display_name: Option<String>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.report", schema = "graph.xml")]
struct Report {
    #[graph(base)]
    group: Group,
}

fn main() {
    let _ = (User::draft(), Report::draft());
}
