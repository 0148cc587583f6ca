use graph_entity::{Error, GraphClient, GraphEntity, Monitor};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.team", collection = "teams")]
struct Team {
    id: String,
}

fn wait(monitor: &Monitor<Team>, client: &GraphClient) -> Result<Team, Error> {
    monitor.wait_blocking(client)?.fetch_blocking(client)
}

fn main() {
    let _ = wait;
}
