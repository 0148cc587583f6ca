use graph_entity::{GraphClient, GraphEntity, HttpClient, Error, path};

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    display_name: String,
    age: i32,
}

async fn read(user: User, client: &GraphClient<impl HttpClient>) -> Result<(), Error> {
    let same = path!(user.display_name).eq(user.display_name);
    User::collection().list().filter(same).send(client).await?;
    Ok(())
}

fn main() {
}
