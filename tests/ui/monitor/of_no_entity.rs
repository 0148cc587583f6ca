use graph_entity::{Error, GraphClient, HttpClient, Monitor};

struct Team {
    id: String,
}

async fn wait<H: HttpClient>(monitor: Monitor<()>, client: &GraphClient<H>) -> Result<String, Error> {
    let team = monitor.of::<Team>().wait(client).await?.fetch(client).await?;
    Ok(team.id)
}

fn main() {
    let _ = wait::<graph_entity::DynHttpClient>;
}
