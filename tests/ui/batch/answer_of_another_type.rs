use graph_entity::{Blocking, Batch, Error, GraphClient, GraphEntity};

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

fn send<H: Blocking>(client: &GraphClient<H>) -> Result<(), Error> {
    let mut batch = Batch::new();
    let user = batch.add(User::collection().item("1").get().request()?);
    let mut answers = batch.send_blocking(client)?;
    let group: Group = answers.take(user)?;
    Ok(())
}

fn main() {
    let _ = User::collection;
}
